//! After a pitch was kept: it stays fresh when it is said again after a day, three days and a week.

use super::{State, Work};
use crate::chat::{Choice, Line, Message};
use crate::coach::weak::COMES_BACK;
use crate::flows::nudges::{in_days, too_many};
use crate::flows::{Cx, Effect, Record, Turn};
use crate::nudge::{Kind, MOST_PLANNED, Nudge, Rules, Status, Wish};
use chrono::Days;

/// Keeps the last attempt, and offers to come back.
pub(super) fn keep(cx: &Cx<'_>, work: Work) -> Turn<State> {
    let Some(attempt) = work.last else { return super::ask_again(cx, work) };
    let kept = match (&attempt.text, attempt.spoken_ms) {
        (Some(text), _) => vec![Line::say("pitch-kept"), Line::Quote(text.clone())],
        (None, spoken) => vec![Line::with("pitch-kept-voice", [("seconds", (spoken.unwrap_or(0) / 1000).into())])],
    };
    let record = Effect::Record(Record::PitchKept(attempt.number));
    let message = Message::of(kept.into_iter().chain([Line::say("pitch-kept-next")])).to_keep();
    match offer_to_come_back(cx, message) {
        Ok(question) => Turn::linger(State::Kept { words: attempt.text }, [record, Effect::Say(question)]),
        Err(message) => Turn::done([record, Effect::Say(message)]),
    }
}

/// The message with the offer to come back under it; as it is, for somebody who does not want that.
pub(super) fn offer_to_come_back(cx: &Cx<'_>, mut message: Message) -> Result<Message, Message> {
    if cx.person.nudge_stops.contains(&Kind::Pitch) {
        return Err(message);
    }
    message.lines.push(Line::say("pitch-come-back"));
    Ok(message.choices([Choice::new("yes", "choice-come-back-yes"), Choice::new("no", "choice-come-back-no")]))
}

/// The answer to the offer.
pub(super) fn come_back<S>(cx: &Cx<'_>, words: Option<String>, choice: &str) -> Turn<S> {
    if choice != "yes" {
        return Turn::done([Effect::Say(Message::say("pitch-come-back-not"))]);
    }
    let (zone, now, rules) = (cx.zone(), cx.clocks(), Rules::of(cx.person));
    // Those of an earlier pitch make room.
    let mut effects: Vec<Effect> = cx
        .library
        .nudges
        .iter()
        .filter(|nudge| nudge.kind == Kind::Pitch)
        .map(|nudge| Effect::Record(Record::Nudge(Nudge { status: Status::Cancelled, ..nudge.clone() })))
        .collect();
    let kept = cx.library.nudges.iter().filter(|nudge| nudge.kind != Kind::Pitch && nudge.status == Status::Planned);
    if kept.count() + COMES_BACK.len() > MOST_PLANNED {
        return Turn::done([Effect::Say(Message::of([too_many()]))]);
    }
    let days = COMES_BACK.map(|after| now.date().checked_add_days(Days::new(after)).unwrap_or(now.date()));
    for (number, after) in (cx.library.next_nudge..).zip(COMES_BACK) {
        let timed = in_days(cx, after);
        let wish = Wish { number, kind: Kind::Pitch, words: words.clone(), platform: cx.platform, zone, every: None };
        let nudge = Nudge::planned(wish, &timed, cx.now).under(&rules);
        effects.push(Effect::Record(Record::Nudge(nudge)));
    }
    let [first, second, third] = days.map(|day| cx.day(day));
    let said = match cx.known_zone() {
        Some(_) => Line::with("pitch-come-back-set", [("first", first), ("second", second), ("third", third)]),
        None => Line::say("pitch-come-back-set-about"),
    };
    effects.push(Effect::Say(Message::of([said])));
    Turn::done(effects)
}

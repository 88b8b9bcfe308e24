//! The drill "now": the phone call for an appointment, and the professional who has time at once (S3, S4).

use super::talk;
use super::{State, Talk};
use crate::chat::{Arg, Line, Message};
use crate::coach::guest::{Mark, Notes};
use crate::coach::pitch;
use crate::flows::{Cx, Effect, Record, Turn};
use crate::prompts::cues::Plain;
use crate::prompts::guests::Guest;
use crate::prompts::pitch_rules::Part;
use crate::store::interviews::Exchange;

/// The usual length of what one says on the phone, in seconds.
const OPENING: u32 = 30;

/// The phone rings.
pub(super) fn begin(cx: &Cx<'_>, guest: &Guest, talk: Talk) -> Turn<State> {
    let voice = guest.voice(talk.plan.locale);
    let line = Line::with(
        "mock-call",
        [("name", Arg::Name(guest.name().to_owned())), ("title", Arg::Name(voice.title.clone()))],
    );
    let phone = talk::says(cx, guest, &talk.plan, &voice.phone);
    let message = Message::of([line, phone]).awaiting_talk().to_keep();
    Turn::wait(State::Calling { talk: Box::new(talk), said: String::new() }, [Effect::Say(message)])
}

/// The learner says who they are and what they would like. Who says nothing of that is asked once; then now is a good time.
pub(super) fn hear(cx: &Cx<'_>, mut talk: Talk, before: &str, text: &str) -> Turn<State> {
    let Some(guest) = cx.prompts.guest(&talk.plan.guest) else { return talk::gone() };
    let said = format!("{before} {text}").trim().to_owned();
    let plain = Plain::of(&said);
    let rules = cx.prompts.mock_rules(talk.plan.locale);
    let parts = pitch::review(cx.prompts.pitch_rules(talk.plan.locale), &said, OPENING).parts;
    let marks = [
        (parts.contains_key(&Part::Who), Mark::CalledWho),
        (rules.reason.are_in(&plain) || parts.contains_key(&Part::Learn), Mark::CalledWhy),
        (rules.minutes.are_in(&plain), Mark::CalledMinutes),
    ];
    let marks: Vec<Mark> = marks.into_iter().filter(|(is_there, _)| *is_there).map(|(_, mark)| mark).collect();
    let voice = guest.voice(talk.plan.locale);
    let has_reason = marks.contains(&Mark::CalledWhy);
    if before.is_empty() && !(has_reason && marks.contains(&Mark::CalledWho)) {
        let message = Message::of([talk::says(cx, guest, &talk.plan, &voice.who)]).awaiting_talk().to_keep();
        return Turn::wait(State::Calling { talk: Box::new(talk), said }, [Effect::Say(message)]);
    }
    talk.number = 1;
    talk.began_at = cx.now;
    let reply = guest.fill(talk.plan.locale, &voice.now, talk::year(cx));
    let notes = Notes { marks, ..Notes::default() };
    let exchange = Exchange { number: 1, said: Some(said), reply, notes };
    let message = Message::of([
        talk::says(cx, guest, &talk.plan, &voice.now),
        Line::with("mock-call-now", [("minutes", talk.plan.minutes.into())]),
    ]);
    let mut effects =
        vec![Effect::Record(Record::Interview(talk.interview())), Effect::Record(Record::Exchange(exchange))];
    effects.extend(talk.timers());
    effects.push(Effect::Say(message.awaiting_talk().to_keep()));
    Turn::wait(State::Talking { talk: Box::new(talk) }, effects)
}

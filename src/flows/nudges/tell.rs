//! Telling nudges whose time has come, and what the person answers.

use super::manage::{done, snooze_chosen, stop_pitch};
use super::{State, line_at, standing, with_status};
use crate::chat::{Choice, Line, Message};
use crate::commands::{CommandName, Invocation};
use crate::flows::{Cx, Effect, Turn};
use crate::nudge::{Kind, Manner, Nudge, Status, Telling};
use crate::when::{EVENING, Meant, Start, USUAL_HOUR, on};
use chrono::{Datelike as _, Days, NaiveDateTime};
use std::time::Duration;

/// When a nudge can be put off to: the choice and its label.
pub(super) const LATER: [(&str, &str); 4] = [
    ("hour", "choice-nudge-hour"),
    ("tonight", "choice-nudge-tonight"),
    ("tomorrow", "choice-nudge-tomorrow"),
    ("next-week", "choice-nudge-next-week"),
];

/// The time that a choice of [`LATER`] stands for. Tonight, when it is late already, is in an hour.
pub(super) fn later(choice: &str, now: NaiveDateTime) -> Option<Meant> {
    let today = now.date();
    let in_days = |days| today.checked_add_days(Days::new(days)).map(|day| Start::Day(on(day, USUAL_HOUR)));
    let start = match choice {
        "hour" => Start::After(Duration::from_secs(3600)),
        "tonight" if on(today, EVENING) > now => Start::Hour(on(today, EVENING)),
        "tonight" => Start::After(Duration::from_secs(3600)),
        "tomorrow" => in_days(1)?,
        // Monday.
        "next-week" => in_days(u64::from(7 - now.weekday().num_days_from_monday()))?,
        _ => return None,
    };
    Some(Meant { start, every: None })
}

/// Tells nudges, in a session of its own: an answer is welcome, and anything else may take its place.
pub fn told(cx: &Cx<'_>, telling: &Telling) -> Turn<State> {
    let numbers = telling.nudges.iter().map(|(nudge, _)| nudge.number).collect();
    let message = Message::of(lines(cx, telling));
    let message = match telling.nudges.as_slice() {
        [(Nudge { kind: Kind::Pitch, .. }, _)] => message.choices([
            Choice::new("practise", "choice-nudge-practise"),
            Choice::new("done", "choice-nudge-done"),
            Choice::new("tomorrow", "choice-nudge-tomorrow"),
            Choice::new("stop-pitch", "choice-nudge-stop-these"),
        ]),
        [_] => message.choices(
            [Choice::new("done", "choice-nudge-done")]
                .into_iter()
                .chain(LATER.map(|(id, label)| Choice::new(id, label))),
        ),
        _ => message.choices([
            Choice::new("all-done", "choice-nudge-all-done"),
            Choice::new("all-tomorrow", "choice-nudge-all-tomorrow"),
        ]),
    };
    Turn::stay(State::Told { numbers }, [Effect::Say(message)])
}

/// Tells nudges while the person is in the middle of something else, which is not disturbed: what can be done with them is said,
/// and nothing is to be chosen.
pub fn in_passing(cx: &Cx<'_>, telling: &Telling) -> Message {
    let mut lines = lines(cx, telling);
    if let [(nudge, _)] = telling.nudges.as_slice() {
        lines.push(Line::with("nudge-in-passing", [("number", nudge.number.into())]));
    }
    Message::of(lines)
}

fn lines(cx: &Cx<'_>, telling: &Telling) -> Vec<Line> {
    if let [(nudge, manner)] = telling.nudges.as_slice() {
        if nudge.kind == Kind::Pitch {
            return [Line::say("nudge-told-pitch")].into_iter().chain(nudge.words.clone().map(Line::Quote)).collect();
        }
        return vec![line_at(
            cx,
            match manner {
                Manner::OnTime => "nudge-told",
                Manner::Late => "nudge-told-late",
                Manner::Missed => "nudge-told-missed",
                Manner::Held => "nudge-told-held",
            },
            nudge,
            nudge.wall,
        )];
    }
    let manners = || telling.nudges.iter().map(|(_, manner)| *manner);
    let title = if manners().any(|manner| matches!(manner, Manner::Late | Manner::Missed)) {
        "nudge-pile-late"
    } else if manners().any(|manner| manner == Manner::Held) {
        "nudge-pile-held"
    } else {
        "nudge-pile-day"
    };
    let each = telling.nudges.iter().map(|(nudge, manner)| {
        let key = match manner {
            Manner::OnTime => "nudge-pile-line",
            Manner::Late | Manner::Missed | Manner::Held => "nudge-pile-line-late",
        };
        line_at(cx, key, nudge, nudge.wall)
    });
    let hint =
        telling.nudges.first().map(|(nudge, _)| Line::with("nudge-pile-hint", [("number", nudge.number.into())]));
    [Line::say(title)].into_iter().chain(each).chain(hint).collect()
}

/// What the person chose. What was dealt with meanwhile stays as it is.
pub(super) fn answered(cx: &Cx<'_>, numbers: &[u32], choice: &str) -> Turn<State> {
    // One that comes again stands for its next time, too, once it is done for this one.
    let is_open = |nudge: &&Nudge| nudge.told_at.is_some();
    let nudges: Vec<&Nudge> = numbers.iter().filter_map(|number| standing(cx, *number)).filter(is_open).collect();
    let numbers: Vec<u32> = nudges.iter().map(|nudge| nudge.number).collect();
    let Some(first) = nudges.first() else {
        return Turn::done([Effect::Say(Message::say("nudge-gone-now"))]);
    };
    match choice {
        "done" => done(cx, first),
        "practise" => {
            Turn::done([with_status(first, Status::Done), Effect::Begin(Invocation::of(CommandName::PitchPractise))])
        }
        "stop-pitch" => stop_pitch(cx),
        "all-done" => {
            let mut effects: Vec<Effect> = nudges
                .iter()
                .map(|nudge| match nudge.every {
                    Some(_) => super::put(Nudge { told_at: None, ..(*nudge).clone() }),
                    None => with_status(nudge, Status::Done),
                })
                .collect();
            effects.push(Effect::Say(Message::of([Line::with("nudge-all-done", [("count", nudges.len().into())])])));
            Turn::done(effects)
        }
        "all-tomorrow" => snooze_chosen(cx, &numbers, "tomorrow"),
        later => snooze_chosen(cx, &numbers, later),
    }
}

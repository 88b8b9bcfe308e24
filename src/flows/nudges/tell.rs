//! Telling nudges whose time has come, and what the person answers.

use super::manage::{ask_until, done, snooze_chosen, snooze_until, stop_kind};
use super::{State, closed, line_at, standing};
use crate::chat::{Arg, Choice, Line, Message};
use crate::coach::weak::{Drill, WeakPoint};
use crate::commands::{CommandName, Invocation, Value};
use crate::flows::{Cx, Effect, Turn, nights, plan, weak};
use crate::nudge::{Kind, Manner, Nudge, Telling};
use crate::when::{self, EVENING, Meant, Start, USUAL_HOUR, on};
use crate::words::fold;
use crate::zones;
use chrono::{Datelike as _, Days, NaiveDateTime};
use std::time::Duration;

/// The most questions of a practice that a nudge begins: it was said to be short.
const MOST_IN_A_NUDGE: usize = 3;

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
    let kinds: Vec<Kind> = telling.nudges.iter().map(|(nudge, _)| nudge.kind).collect();
    let message = message.choices(options(cx, &kinds));
    Turn::stay(State::Told { numbers }, [Effect::Say(message.awaiting_value())])
}

/// What can be chosen about nudges of these kinds that were told together.
fn options(cx: &Cx<'_>, kinds: &[Kind]) -> Vec<Choice> {
    match kinds {
        [Kind::Pitch] => vec![
            Choice::new("practise", "choice-nudge-practise"),
            Choice::new("done", "choice-nudge-done"),
            Choice::new("tomorrow", "choice-nudge-tomorrow"),
            Choice::new("stop-pitch", "choice-nudge-stop-these"),
        ],
        [Kind::Plan] => {
            vec![Choice::new("done", "choice-nudge-done"), Choice::new("stop-these", "choice-nudge-stop-these")]
        }
        [Kind::Practice] => {
            let has = |drill| cx.library.weak_points.iter().any(|point| point.drill == drill);
            let drills = [
                (Drill::Ask, Choice::new("ask", "choice-nudge-mock-ask")),
                (Drill::Answer, Choice::new("answer", "choice-nudge-mock-answer")),
            ];
            let drills = drills.into_iter().filter(|(drill, _)| cx.library.weak_points.is_empty() || has(*drill));
            let others = [
                Choice::new("done", "choice-nudge-done"),
                Choice::new("tomorrow", "choice-nudge-tomorrow"),
                Choice::new("stop-these", "choice-nudge-stop-these"),
            ];
            drills.map(|(_, choice)| choice).chain(others).collect()
        }
        [Kind::FollowUp] => vec![
            Choice::new("write", "choice-nudge-follow-up"),
            Choice::new("answered", "choice-nudge-answered"),
            Choice::new("done", "choice-nudge-done"),
            Choice::new("tomorrow", "choice-nudge-tomorrow"),
            Choice::new("stop-these", "choice-nudge-stop-these"),
        ],
        [Kind::Night] => {
            vec![Choice::new("coming", "choice-nudge-coming"), Choice::new("leave-night", "choice-nudge-not-coming")]
        }
        [Kind::Own] => [Choice::new("done", "choice-nudge-done")]
            .into_iter()
            .chain(LATER.map(|(id, label)| Choice::new(id, label)))
            .collect(),
        _ => vec![
            Choice::new("all-done", "choice-nudge-all-done"),
            Choice::new("all-tomorrow", "choice-nudge-all-tomorrow"),
        ],
    }
}

/// What can be said about nudges that were told, to somebody who said something else.
fn say_again(cx: &Cx<'_>, numbers: Vec<u32>) -> Turn<State> {
    let kinds: Vec<Kind> = numbers.iter().filter_map(|number| Some(standing(cx, *number)?.kind)).collect();
    if kinds.is_empty() {
        return Turn::done([Effect::Say(Message::say("nudge-gone-now"))]);
    }
    let message = Message::say("nudge-say").choices(options(cx, &kinds)).awaiting_value();
    Turn::stay(State::Told { numbers }, [Effect::Say(message)])
}

/// Tells nudges while the person is in the middle of something else, which is not disturbed: what can be done with them is said,
/// and nothing is to be chosen.
pub fn in_passing(cx: &Cx<'_>, telling: &Telling) -> Message {
    let mut lines = lines(cx, telling);
    if let [(nudge, _)] = telling.nudges.as_slice() {
        lines.push(match nudge.kind {
            Kind::Night => Line::say("nudge-night-in-passing"),
            _ => Line::with("nudge-in-passing", [("number", nudge.number.into())]),
        });
    }
    Message::of(lines)
}

fn lines(cx: &Cx<'_>, telling: &Telling) -> Vec<Line> {
    if let [(nudge, manner)] = telling.nudges.as_slice() {
        match (nudge.kind, manner) {
            (Kind::Pitch, _) => {
                let words = nudge.words.clone().map(Line::Quote);
                return [Line::say("nudge-told-pitch")].into_iter().chain(words).collect();
            }
            (Kind::Plan, manner) => {
                // A late one shows what is still ahead.
                let from = if *manner == Manner::OnTime { nudge.wall } else { cx.clocks() };
                let shown = plan::on_the_day(cx, &cx.library.plans, from);
                if !shown.is_empty() {
                    return [Line::say("nudge-told-plan"), Line::Gap].into_iter().chain(shown).collect();
                }
            }
            (Kind::Practice, _) => {
                let points: Vec<&WeakPoint> = cx.library.weak_points.iter().collect();
                let named =
                    weak::named(cx, &points).map(|named| Line::with("nudge-told-practice", [("points", named)]));
                return vec![named.unwrap_or_else(|| Line::say("nudge-told-practice-any"))];
            }
            (Kind::FollowUp, _) => {
                return vec![match &nudge.words {
                    Some(name) => Line::with("nudge-told-follow-up", [("name", Arg::Words(name.clone()))]),
                    None => Line::say("nudge-told-follow-up-nobody"),
                }];
            }
            (Kind::Night, _) => {
                let night = nudge.night.as_ref().and_then(|night| nights::reminder(cx, night));
                return night.unwrap_or_else(|| vec![Line::say("nudge-told-night-gone")]);
            }
            // Somebody is asked in the words of the night itself.
            (Kind::Own | Kind::Guest, _) => {}
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
        "nudge-pile-now"
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

/// How people say that they do not come to a night, without what is only polite.
const NOT_COMING: [&str; 22] = [
    "no",
    "no i can't",
    "i can't",
    "i can't come",
    "i can't make it",
    "i won't make it",
    "i won't come",
    "can't come",
    "i cannot come",
    "i am not coming",
    "i'm not coming",
    "not coming",
    "non",
    "non je ne viens pas",
    "non je ne peux pas",
    "je ne viens pas",
    "je ne viendrai pas",
    "je ne peux pas",
    "je ne peux pas venir",
    "je ne peux plus venir",
    "je ne pourrai pas",
    "je ne pourrai pas venir",
];
const POLITE: [&str; 12] = [
    "sorry",
    "so",
    "thanks",
    "thank",
    "you",
    "unfortunately",
    "tonight",
    "desole",
    "desolee",
    "merci",
    "malheureusement",
    "finalement",
];

/// What the person said in words of their own: that it is done, that it is not, or when.
pub(super) fn replied(cx: &Cx<'_>, numbers: Vec<u32>, typed: &str) -> Turn<State> {
    let said = fold(typed).replace(',', "");
    let first = numbers.first().and_then(|number| standing(cx, *number));
    let only = first.filter(|_| numbers.len() == 1);
    if only.is_some_and(|nudge| nudge.kind == Kind::Night) {
        let has = |signs: &[&str]| said.split(|c: char| !c.is_alphanumeric()).any(|word| signs.contains(&word));
        // A place is given up by what can mean nothing else: "no problem" is no no.
        let bare = said.replace(['.', '!'], "");
        let bare: Vec<&str> = bare.split_whitespace().filter(|word| !POLITE.contains(word)).collect();
        return if NOT_COMING.contains(&bare.join(" ").as_str()) {
            answered(cx, &numbers, "leave-night")
        } else if has(&["yes", "oui", "ok", "okay", "coming", "viens"])
            && !has(&["no", "non", "not", "pas", "but", "mais"])
        {
            answered(cx, &numbers, "coming")
        } else {
            let message = Message::say("nudge-night-say").choices(options(cx, &[Kind::Night])).awaiting_value();
            Turn::stay(State::Told { numbers }, [Effect::Say(message)])
        };
    }
    match said.as_str() {
        "yes" | "yes i did" | "yes i did it" | "i did it" | "did it" | "done it" | "it is done" | "it's done"
        | "ok done" | "oui" | "oui je l'ai fait" | "je l'ai fait" | "fait" | "oui c'est fait" => {
            answered(cx, &numbers, if numbers.len() == 1 { "done" } else { "all-done" })
        }
        "no" | "not yet" | "later" | "snooze" | "not now" | "non" | "pas encore" | "plus tard" | "pas maintenant" => {
            match only {
                Some(nudge) => ask_until(cx, nudge),
                None => say_again(cx, numbers),
            }
        }
        _ => {
            let meant = |nudge: &Nudge| when::read(typed, zones::on_clocks(cx.now, nudge.zone), cx.locale).ok();
            match only.and_then(|nudge| Some((nudge, meant(nudge)?))) {
                Some((nudge, meant)) => snooze_until(cx, nudge, meant),
                None => say_again(cx, numbers),
            }
        }
    }
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
        "ask" => Turn::done([closed(first), Effect::Begin(Invocation::of(CommandName::MockAsk))]),
        "answer" => {
            let weak = weak::of(&cx.library.weak_points, Drill::Answer).len().clamp(1, MOST_IN_A_NUDGE);
            let count = Value::Number(u32::try_from(weak).unwrap_or(1));
            let call = Invocation { command: CommandName::MockAnswer, args: [("count".to_owned(), count)].into() };
            Turn::done([closed(first), Effect::Begin(call)])
        }
        "write" => {
            let draft = first.draft.and_then(|number| cx.library.drafts.iter().find(|draft| draft.number == number));
            let kind = ("kind".to_owned(), Value::Text("follow_up".to_owned()));
            let to = draft.and_then(|draft| draft.contact).map(|number| ("number".to_owned(), Value::Number(number)));
            let args = [kind].into_iter().chain(to).collect();
            Turn::done([closed(first), Effect::Begin(Invocation { command: CommandName::OutreachDraft, args })])
        }
        // What was answered is noted where that is always noted.
        "answered" => {
            let draft = first.draft.map(|number| ("draft".to_owned(), Value::Number(number)));
            let args = draft.into_iter().collect();
            Turn::done([closed(first), Effect::Begin(Invocation { command: CommandName::OutreachSent, args })])
        }
        "coming" => Turn::done([closed(first), Effect::Say(Message::say("nudge-night-coming"))]),
        "leave-night" => {
            let night = first.night.as_ref().map(|night| ("night".to_owned(), Value::Text(night.as_str().to_owned())));
            let args = night.into_iter().collect();
            Turn::done([closed(first), Effect::Begin(Invocation { command: CommandName::NightLeave, args })])
        }
        "practise" => Turn::done([closed(first), Effect::Begin(Invocation::of(CommandName::PitchPractise))]),
        "stop-pitch" | "stop-these" => stop_kind(cx, first.kind),
        "all-done" => {
            let mut effects: Vec<Effect> = nudges.iter().map(|nudge| closed(nudge)).collect();
            effects.push(Effect::Say(Message::of([Line::with("nudge-all-done", [("count", nudges.len().into())])])));
            Turn::done(effects)
        }
        "all-tomorrow" => snooze_chosen(cx, &numbers, "tomorrow"),
        later => snooze_chosen(cx, &numbers, later),
    }
}

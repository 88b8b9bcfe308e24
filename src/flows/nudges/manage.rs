//! What a person does with their nudges: look at them, done, later, not any more, a pause.

use super::add::{planned_lines, too_many};
use super::tell::{LATER, later};
use super::{
    Act, MOST_CHOICES, State, choice, closed, every_line, is_full, line, put, standing, time_args, unclear, with_status,
};
use crate::chat::{Choice, Line, Message};
use crate::clock::Moment;
use crate::commands::UserError;
use crate::flows::{Cx, Effect, Record, Turn, Wanted};
use crate::nudge::{Kind, Nudge, Rules, Status, Timed, Wish};
use crate::when::{self, Meant, Start, USUAL_HOUR};
use crate::words::fold;
use crate::zones;
use chrono::{Days, Months, NaiveDateTime};

/// How many nudges one list shows.
const MOST_LISTED: usize = 20;

/// Every nudge that stands.
pub(super) fn list(cx: &Cx<'_>) -> Turn<State> {
    let (planned, told): (Vec<&Nudge>, Vec<&Nudge>) =
        cx.library.nudges.iter().partition(|nudge| nudge.status == Status::Planned);
    let mut lines = Vec::new();
    if let Some(until) = paused_until(cx) {
        lines.push(Line::with("nudge-paused", time_args(cx, zones::on_clocks(until, cx.zone()), cx.zone())));
    }
    if planned.is_empty() && told.is_empty() {
        lines.push(Line::say("nudge-none"));
        return Turn::done([Effect::Say(Message::of(lines))]);
    }
    let total = planned.len() + told.len();
    if !told.is_empty() {
        lines.push(Line::say("nudge-list-told"));
        lines.extend(told.iter().take(MOST_LISTED).map(|nudge| line(cx, "nudge-list-line", nudge)));
    }
    if !planned.is_empty() {
        lines.push(Line::say("nudge-list-planned"));
        for nudge in planned.iter().take(MOST_LISTED.saturating_sub(told.len())) {
            lines.push(line(cx, "nudge-list-line", nudge));
            lines.extend(nudge.every.map(|every| every_line("nudge-again", every)));
        }
    }
    if total > MOST_LISTED {
        lines.push(Line::with("nudge-list-more", [("count", (total - MOST_LISTED).into())]));
    }
    let first = told.first().or(planned.first()).map_or(1, |nudge| nudge.number);
    lines.push(Line::with("nudge-list-hint", [("number", first.into())]));
    Turn::done([Effect::Say(Message::of(lines))])
}

/// Does something with the nudge of that number, or asks which one is meant.
pub(super) fn act(cx: &Cx<'_>, act: Act, number: Option<u32>, when: Option<&str>) -> Result<Turn<State>, UserError> {
    if let Some(number) = number {
        let Some(nudge) = standing(cx, number) else {
            return Err(UserError::new("nudge-gone", [("number", number.into())]));
        };
        return Ok(match (act, when) {
            (Act::Snooze, Some(typed)) if !typed.is_empty() => snooze_typed(cx, number, typed),
            _ => perform(cx, act, nudge),
        });
    }
    // What was told waits for an answer; what is planned may be meant as well.
    let mut candidates: Vec<&Nudge> = cx.library.nudges.iter().filter(|nudge| nudge.told_at.is_some()).collect();
    if candidates.is_empty() || act == Act::Cancel {
        candidates = cx.library.nudges.iter().collect();
    }
    Ok(match candidates.as_slice() {
        [] => Turn::done([Effect::Say(Message::say("nudge-none"))]),
        [one] => perform(cx, act, one),
        several => {
            let question =
                Message::say("nudge-which").choices(several.iter().take(MOST_CHOICES).map(|one| choice(one)));
            Turn::wait(State::Which { act }, [Effect::Say(question)])
        }
    })
}

/// One of several was chosen.
pub(super) fn chosen(cx: &Cx<'_>, act: Act, choice: &str) -> Turn<State> {
    match choice.parse().ok().and_then(|number| standing(cx, number)) {
        Some(nudge) => perform(cx, act, nudge),
        None => Turn::done([Effect::Say(Message::say("nudge-gone-now"))]),
    }
}

fn perform(cx: &Cx<'_>, act: Act, nudge: &Nudge) -> Turn<State> {
    match act {
        Act::Done => done(cx, nudge),
        Act::Cancel => Turn::done([
            with_status(nudge, Status::Cancelled),
            Effect::Say(Message::of([line(cx, "nudge-cancelled", nudge)])),
        ]),
        Act::Snooze => ask_until(cx, nudge),
    }
}

/// Put off until when?
pub(super) fn ask_until(cx: &Cx<'_>, nudge: &Nudge) -> Turn<State> {
    let question = Message::of([line(cx, "nudge-until", nudge)])
        .choices(LATER.map(|(id, label)| Choice::new(id, label)))
        .awaiting_value();
    Turn::wait(State::Until { number: nudge.number }, [Effect::Say(question)])
}

/// It is done. One that comes again stays planned.
pub(super) fn done(cx: &Cx<'_>, nudge: &Nudge) -> Turn<State> {
    let key = match (nudge.every, nudge.status, nudge.told_at) {
        (Some(_), Status::Planned, None) => "nudge-not-yet",
        (Some(_), Status::Planned, Some(_)) => "nudge-done-next",
        _ => "nudge-done",
    };
    Turn::done([closed(nudge), Effect::Say(Message::of([line(cx, key, nudge)]))])
}

/// Put off until a time that was typed.
pub(super) fn snooze_typed(cx: &Cx<'_>, number: u32, typed: &str) -> Turn<State> {
    let Some(nudge) = standing(cx, number) else {
        return Turn::done([Effect::Say(Message::say("nudge-gone-now"))]);
    };
    match when::read(typed, zones::on_clocks(cx.now, nudge.zone), cx.locale) {
        Ok(meant) => snooze_until(cx, nudge, meant),
        Err(why) => {
            let question = Message::of([unclear(typed, why)])
                .choices(LATER.map(|(id, label)| Choice::new(id, label)))
                .awaiting_value();
            Turn::wait(State::Until { number }, [Effect::Say(question)])
        }
    }
}

/// Put off until then.
pub(super) fn snooze_until(cx: &Cx<'_>, nudge: &Nudge, meant: Meant) -> Turn<State> {
    let (mut effects, lines) = put_off(cx, nudge, meant, cx.library.next_nudge);
    effects.push(Effect::Say(Message::of(lines)));
    Turn::done(effects)
}

/// Put off by one of the choices: all of these.
pub(super) fn snooze_chosen(cx: &Cx<'_>, numbers: &[u32], choice: &str) -> Turn<State> {
    let nudges: Vec<&Nudge> = numbers.iter().filter_map(|number| standing(cx, *number)).collect();
    let Some(first) = nudges.first() else {
        return Turn::done([Effect::Say(Message::say("nudge-gone-now"))]);
    };
    let Some(meant) = later(choice, zones::on_clocks(cx.now, first.zone)) else {
        return Turn::wait(State::Until { number: first.number }, [Effect::Say(Message::say("choose-one"))]);
    };
    let mut effects = Vec::new();
    let mut said = Vec::new();
    for (index, nudge) in (0u32..).zip(&nudges) {
        let (put_off, lines) = put_off(cx, nudge, meant, cx.library.next_nudge + index);
        effects.extend(put_off);
        if said.is_empty() || nudges.len() == 1 {
            said.extend(lines);
        }
    }
    if nudges.len() > 1 {
        let [day, clock] = time_args(cx, Timed::of(meant, cx.now, first.zone).wall, first.zone);
        said = vec![Line::with("nudge-all-later", [("count", nudges.len().into()), day, clock])];
    }
    effects.push(Effect::Say(Message::of(said)));
    Turn::done(effects)
}

/// A nudge at another time. One that comes again stays as it is, and comes once more in between, if it would not come by then.
fn put_off(cx: &Cx<'_>, nudge: &Nudge, meant: Meant, next: u32) -> (Vec<Effect>, Vec<Line>) {
    let (timed, rules) = (Timed::of(meant, cx.now, nudge.zone), Rules::of(cx.person));
    if nudge.every.is_none() {
        let moved = Nudge { every: meant.every, ..nudge.clone() }.moved(&timed, &rules, cx.now);
        let lines = planned_lines(cx, &moved, &timed);
        return (vec![put(moved)], lines);
    }
    let mut effects = vec![closed(nudge)];
    if nudge.due_at <= timed.moment {
        return (effects, vec![line(cx, "nudge-comes-anyway", nudge)]);
    }
    if is_full(cx, 1) {
        return (Vec::new(), vec![too_many()]);
    }
    let Nudge { kind, platform, zone, .. } = *nudge;
    let wish = Wish { number: next, kind, words: nudge.words.clone(), platform, zone, every: None };
    let once_more = Nudge::planned(wish, &timed, cx.now).under(&rules);
    let lines = planned_lines(cx, &once_more, &timed);
    effects.push(put(once_more));
    (effects, lines)
}

fn paused_until(cx: &Cx<'_>) -> Option<Moment> {
    cx.person.nudge_pause.filter(|until| *until > cx.now)
}

/// A pause, until what was typed after the command.
pub(super) fn pause(cx: &Cx<'_>, typed: Option<&str>) -> Turn<State> {
    match typed {
        Some(typed) if !typed.is_empty() => pause_typed(cx, typed),
        _ => match paused_until(cx) {
            Some(until) => {
                let question = Message::of([Line::with(
                    "nudge-paused",
                    time_args(cx, zones::on_clocks(until, cx.zone()), cx.zone()),
                )])
                .choices([
                    Choice::new("end", "choice-nudge-pause-end"),
                    Choice::new("keep", "choice-nudge-pause-keep"),
                ]);
                Turn::wait(State::Paused, [Effect::Say(question)])
            }
            None => ask_pause(Line::say("nudge-pause-ask")),
        },
    }
}

fn ask_pause(line: Line) -> Turn<State> {
    let question = Message::of([line])
        .choices([
            Choice::new("week", "choice-nudge-pause-week"),
            Choice::new("weeks", "choice-nudge-pause-weeks"),
            Choice::new("month", "choice-nudge-pause-month"),
        ])
        .awaiting_value();
    Turn::wait(State::Pause, [Effect::Say(question)])
}

/// A pause until a day that was typed.
pub(super) fn pause_typed(cx: &Cx<'_>, typed: &str) -> Turn<State> {
    if matches!(fold(typed).as_str(), "off" | "none" | "end" | "no" | "aucune" | "fin" | "non" | "terminer") {
        return paused(cx, "end");
    }
    let now = cx.clocks();
    // "until Friday" is how people say it.
    let text = fold(typed);
    let text =
        text.strip_prefix("until ").or(text.strip_prefix("till ")).or(text.strip_prefix("jusqu'")).unwrap_or(typed);
    match when::read(text, now, cx.locale) {
        Ok(Meant { start, every: None }) => pause_until(
            cx,
            match start {
                Start::Hour(wall) | Start::Day(wall) | Start::Part(wall) => wall,
                Start::After(time) => zones::on_clocks(cx.now + time, cx.zone()),
            },
        ),
        Ok(_) => ask_pause(unclear(typed, when::Unclear::NoTime)),
        Err(why) => ask_pause(unclear(typed, why)),
    }
}

/// A pause of a length that was chosen.
pub(super) fn pause_chosen(cx: &Cx<'_>, choice: &str) -> Turn<State> {
    let today = cx.clocks().date();
    let day = match choice {
        "week" => today.checked_add_days(Days::new(7)),
        "weeks" => today.checked_add_days(Days::new(14)),
        _ => today.checked_add_months(Months::new(1)),
    };
    pause_until(cx, when::on(day.unwrap_or(today), USUAL_HOUR))
}

fn pause_until(cx: &Cx<'_>, wall: NaiveDateTime) -> Turn<State> {
    // A pause that would end in the quiet hours ends with them.
    let until = Rules::of(cx.person).out_of_quiet(zones::resolve(wall, cx.zone()).moment, cx.zone());
    if until <= cx.now {
        return ask_pause(Line::say("nudge-pause-ask"));
    }
    let wall = zones::on_clocks(until, cx.zone());
    Turn::done([
        Effect::Record(Record::NudgePause(until)),
        Effect::Say(Message::of([Line::with("nudge-pause-set", time_args(cx, wall, cx.zone()))])),
    ])
}

/// The pause ends, or stays.
pub(super) fn paused(cx: &Cx<'_>, choice: &str) -> Turn<State> {
    match (choice, paused_until(cx)) {
        ("end", Some(_)) => {
            Turn::done([Effect::Record(Record::NudgePause(cx.now)), Effect::Say(Message::say("nudge-pause-over"))])
        }
        ("end", None) => Turn::done([Effect::Say(Message::say("nudge-pause-none"))]),
        _ => Turn::done([Effect::Say(Message::say("unchanged"))]),
    }
}

/// A kind of nudges that the bot plans by itself, and how it can be stopped and wanted again: choices and what is said.
struct Stoppable {
    kind: Kind,
    stop: (&'static str, &'static str),
    again: (&'static str, &'static str),
    stopped: &'static str,
    resumed: &'static str,
}

const STOPPABLE: [Stoppable; 5] = [
    Stoppable {
        kind: Kind::Pitch,
        stop: ("pitch", "choice-nudge-stop-pitch"),
        again: ("wanted-again", "choice-nudge-pitch-again"),
        stopped: "nudge-pitch-stopped",
        resumed: "nudge-pitch-again",
    },
    Stoppable {
        kind: Kind::Plan,
        stop: ("plan", "choice-nudge-stop-plan"),
        again: ("wanted-plan", "choice-nudge-plan-again"),
        stopped: "nudge-plan-stopped",
        resumed: "nudge-plan-again",
    },
    Stoppable {
        kind: Kind::Practice,
        stop: ("practice", "choice-nudge-stop-practice"),
        again: ("wanted-practice", "choice-nudge-practice-again"),
        stopped: "nudge-practice-stopped",
        resumed: "nudge-practice-again",
    },
    Stoppable {
        kind: Kind::FollowUp,
        stop: ("follow-up", "choice-nudge-stop-follow-up"),
        again: ("wanted-follow-up", "choice-nudge-follow-up-again"),
        stopped: "nudge-follow-up-stopped",
        resumed: "nudge-follow-up-again",
    },
    Stoppable {
        kind: Kind::Night,
        stop: ("night", "choice-nudge-stop-night"),
        again: ("wanted-night", "choice-nudge-night-again"),
        stopped: "nudge-night-stopped",
        resumed: "nudge-night-again",
    },
];

/// Which kind is not wanted any more, or is wanted again?
pub(super) fn kinds(cx: &Cx<'_>) -> Turn<State> {
    let choice = |known: &Stoppable| {
        let (id, label) = if cx.person.nudge_stops.contains(&known.kind) { known.again } else { known.stop };
        Choice::new(id, label)
    };
    let choices = STOPPABLE.iter().map(choice).chain([Choice::new("own", "choice-nudge-stop-own")]);
    Turn::wait(State::Kinds, [Effect::Say(Message::say("nudge-stop-ask").choices(choices))])
}

/// A kind was chosen.
pub(super) fn kind_chosen(cx: &Cx<'_>, choice: &str) -> Turn<State> {
    if let Some(known) = STOPPABLE.iter().find(|known| known.stop.0 == choice) {
        return stop_kind(cx, known.kind);
    }
    if let Some(known) = STOPPABLE.iter().find(|known| known.again.0 == choice) {
        return Turn::done([
            Effect::Record(Record::NudgeKind(known.kind, Wanted::Yes)),
            Effect::Say(Message::say(known.resumed)),
        ]);
    }
    let count = own(cx).count();
    if count == 0 {
        return Turn::done([Effect::Say(Message::say("nudge-none-own"))]);
    }
    let question = Message::of([Line::with("nudge-cancel-own", [("count", count.into())])])
        .choices([Choice::new("yes", "choice-nudge-cancel-all"), Choice::new("no", "choice-nudge-keep-all")]);
    Turn::wait(State::CancelOwn, [Effect::Say(question)])
}

/// No more of the nudges of a kind that the bot plans by itself.
pub(super) fn stop_kind(cx: &Cx<'_>, kind: Kind) -> Turn<State> {
    let stopped = STOPPABLE.iter().find(|known| known.kind == kind).map_or("unchanged", |known| known.stopped);
    let planned = cx.library.nudges.iter().filter(|nudge| nudge.kind == kind);
    let effects: Vec<Effect> = planned
        .map(|nudge| with_status(nudge, Status::Cancelled))
        .chain([Effect::Record(Record::NudgeKind(kind, Wanted::No)), Effect::Say(Message::say(stopped))])
        .collect();
    Turn::done(effects)
}

fn own<'a>(cx: &'a Cx<'_>) -> impl Iterator<Item = &'a Nudge> {
    cx.library.nudges.iter().filter(|nudge| nudge.kind == Kind::Own && nudge.status == Status::Planned)
}

/// All that the person planned is cancelled, or stays.
pub(super) fn cancel_own(cx: &Cx<'_>, choice: &str) -> Turn<State> {
    if choice != "yes" {
        return Turn::done([Effect::Say(Message::say("unchanged"))]);
    }
    let said = Line::with("nudge-own-cancelled", [("count", own(cx).count().into())]);
    let effects: Vec<Effect> =
        own(cx).map(|nudge| with_status(nudge, Status::Cancelled)).chain([Effect::Say(Message::of([said]))]).collect();
    Turn::done(effects)
}

//! `nudge`: what the person wants to be reminded of, and what is done with a nudge once it was told.

mod add;
mod manage;
mod tell;

pub use add::{in_days, too_many};
pub use tell::{in_passing, told};

use super::{Cx, Effect, Event, Flow, Read, Record, Turn};
use crate::chat::{Arg, Choice, ChoiceId, Line, Message};
use crate::commands::{CommandName, Invocation, UserError};
use crate::hours::TimeOfDay;
use crate::nudge::{Kind, MOST_PLANNED, Nudge, Rules, Status};
use crate::when::{Every, Unclear};
use crate::{words, zones};
use chrono::NaiveDateTime;
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

/// The flow.
#[derive(Debug)]
pub struct Nudges;

/// Where it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "at", rename_all = "snake_case")]
pub enum State {
    /// What shall the person be reminded of?
    What {
        /// The time, as it was typed, if it was.
        when: Option<String>,
    },
    /// When?
    When {
        /// What for.
        what: String,
    },
    /// Is the guessed time zone right?
    ZoneGuess {
        /// The guess.
        zone: String,
        /// What was typed so far.
        line: String,
    },
    /// Which time zone, then?
    Zone {
        /// What was typed so far.
        line: String,
    },
    /// Which of the nudges?
    Which {
        /// What is to be done with it.
        act: Act,
    },
    /// Put off until when?
    Until {
        /// The nudge.
        number: u32,
    },
    /// Nudges were told: done, or later?
    Told {
        /// Their numbers.
        numbers: Vec<u32>,
    },
    /// A pause until when?
    Pause,
    /// There is a pause: end it?
    Paused,
    /// Which kind is not wanted?
    Kinds,
    /// Really cancel all that the person planned?
    CancelOwn,
}

/// What is to be done with a nudge.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Act {
    /// It is done.
    Done,
    /// It is to come again later.
    Snooze,
    /// It is not wanted any more.
    Cancel,
}

impl Flow for Nudges {
    const NAME: &'static str = "nudges";
    const TITLE: &'static str = "flow-nudges";
    const VERSION: u32 = 1;
    const COMMANDS: &'static [CommandName] = &[
        CommandName::NudgeList,
        CommandName::NudgeAdd,
        CommandName::NudgeDone,
        CommandName::NudgeSnooze,
        CommandName::NudgeCancel,
        CommandName::NudgePause,
        CommandName::NudgeStop,
    ];
    const READS: &'static [Read] = &[Read::Nudges, Read::WeakPoints, Read::Drafts, Read::Contacts, Read::Nights];
    type State = State;

    fn start(cx: &Cx<'_>, call: &Invocation) -> Result<Turn<State>, UserError> {
        let number = call.number("number");
        Ok(match call.command {
            CommandName::NudgeAdd => add::begin(cx, call.text("what").unwrap_or_default()),
            CommandName::NudgeDone => manage::act(cx, Act::Done, number, None)?,
            CommandName::NudgeSnooze => manage::act(cx, Act::Snooze, number, call.text("when"))?,
            CommandName::NudgeCancel => manage::act(cx, Act::Cancel, number, None)?,
            CommandName::NudgePause => manage::pause(cx, call.text("until")),
            CommandName::NudgeStop => manage::kinds(cx),
            _ => manage::list(cx),
        })
    }

    fn step(cx: &Cx<'_>, state: State, event: Event) -> Turn<State> {
        match (state, event) {
            (State::What { when }, Event::Text(typed)) => add::heard_what(cx, typed, when),
            (State::When { what }, Event::Text(typed)) => add::heard_when(cx, what, &typed),
            (State::ZoneGuess { line, .. }, Event::Choice(choice)) if choice.as_str() != "yes" => {
                add::ask_zone(State::Zone { line })
            }
            (State::ZoneGuess { zone, line }, Event::Choice(_)) => add::heard_zone(cx, &zone, line),
            (State::ZoneGuess { line, .. } | State::Zone { line }, Event::Text(typed)) => {
                add::heard_zone(cx, &typed, line)
            }
            (State::Which { act }, Event::Choice(choice)) => manage::chosen(cx, act, choice.as_str()),
            (State::Until { number }, Event::Text(typed)) => manage::snooze_typed(cx, number, &typed),
            (State::Until { number }, Event::Choice(choice)) => manage::snooze_chosen(cx, &[number], choice.as_str()),
            (State::Told { numbers }, Event::Text(typed)) => tell::replied(cx, numbers, &typed),
            (State::Told { numbers }, Event::Choice(choice)) => tell::answered(cx, &numbers, choice.as_str()),
            (State::Pause, Event::Text(typed)) => manage::pause_typed(cx, &typed),
            (State::Pause, Event::Choice(choice)) => manage::pause_chosen(cx, choice.as_str()),
            (State::Paused, Event::Choice(choice)) => manage::paused(cx, choice.as_str()),
            (State::Kinds, Event::Choice(choice)) => manage::kind_chosen(cx, choice.as_str()),
            (State::CancelOwn, Event::Choice(choice)) => manage::cancel_own(cx, choice.as_str()),
            // A nudge that was told waits without being asked for.
            (state @ State::Told { .. }, Event::Skip) => Turn::stay(state, [Effect::Say(Message::say("nudge-waits"))]),
            (_, Event::Skip) => Turn::done([Effect::Say(Message::say("unchanged"))]),
            (state @ State::Told { .. }, Event::Voice(_) | Event::File(_)) => {
                Turn::stay(state, [Effect::Say(Message::say("choose-one"))])
            }
            (state, Event::Voice(_)) => Turn::wait(state, [Effect::Say(Message::say("no-voice-here"))]),
            (state, Event::File(_)) => Turn::wait(state, [Effect::Say(Message::say("no-files-here"))]),
            (state @ State::Told { .. }, _) => Turn::stay(state, []),
            (state, _) => Turn::wait(state, []),
        }
    }

    fn stop(_cx: &Cx<'_>, _state: State) -> Vec<Effect> {
        vec![Effect::Say(Message::say("unchanged"))]
    }
}

/// The longest thing to be reminded of, in characters.
const LONGEST_WHAT: usize = 300;
/// The most choices of one message.
const MOST_CHOICES: usize = 20;

/// A time's day and hour, as values for a text: `$day` and `$clock`. A year is named where it is another than this.
fn time_args(cx: &Cx<'_>, wall: NaiveDateTime, zone: Tz) -> [(&'static str, Arg); 2] {
    let at = |arg| Arg::At(zones::resolve(wall, zone).moment, Box::new(arg));
    [("day", at(cx.day(wall.date()))), ("clock", at(Arg::Clock(TimeOfDay::of(wall))))]
}

/// What a nudge is about, as a value for a text: in the person's words, so many of them, or the name of its kind.
fn about(nudge: &Nudge, most: usize) -> Arg {
    match (&nudge.words, nudge.kind) {
        (Some(words), Kind::Own) => Arg::Words(words::shorten(words, most)),
        (_, Kind::Plan) => Arg::Text("nudge-kind-plan".into()),
        (_, Kind::Practice) => Arg::Text("nudge-kind-practice".into()),
        (Some(name), Kind::FollowUp) => Arg::Words(words::shorten(name, most)),
        (None, Kind::FollowUp) => Arg::Text("nudge-kind-follow-up".into()),
        (Some(topic), Kind::Night) => Arg::Words(words::shorten(topic, most)),
        (None, Kind::Night) | (_, Kind::Guest) => Arg::Text("nudge-kind-night".into()),
        (_, Kind::Pitch | Kind::Own) => Arg::Text("nudge-kind-pitch".into()),
    }
}

/// A line about a nudge: `$number`, `$what`, and when it is told as `$day` and `$clock`.
fn line(cx: &Cx<'_>, key: &'static str, nudge: &Nudge) -> Line {
    line_at(cx, key, nudge, nudge.expected(&Rules::of(cx.person)))
}

/// A line about a nudge, with the time that is meant.
fn line_at(cx: &Cx<'_>, key: &'static str, nudge: &Nudge, time: NaiveDateTime) -> Line {
    let [day, clock] = time_args(cx, time, nudge.zone);
    Line::with(key, [("number", nudge.number.into()), ("what", about(nudge, LONGEST_WHAT)), day, clock])
}

/// "every week", as a text with `$count`.
fn every_line(key: &'static str, every: Every) -> Line {
    let (unit, count) = match every {
        Every::Days(days) if days % 7 == 0 => ("week", days / 7),
        Every::Days(days) => ("day", days),
        Every::Months(months) if months % 12 == 0 => ("year", months / 12),
        Every::Months(months) => ("month", months),
    };
    Line::with(key, [("unit", Arg::Name(unit.to_owned())), ("count", count.into())])
}

/// Why a time cannot be kept, in words, with what was typed.
pub(super) fn unclear(typed: &str, unclear: Unclear) -> Line {
    let key = match unclear {
        Unclear::NoTime => "nudge-no-time",
        Unclear::NoSuchDay => "nudge-no-such-day",
        Unclear::Past => "nudge-past",
        Unclear::TooFar => "nudge-too-far",
        Unclear::TwoDays => "nudge-two-days",
    };
    Line::with(key, [("typed", Arg::Words(words::shorten(typed, 60)))])
}

/// The nudge of that number that stands.
fn standing<'a>(cx: &'a Cx<'_>, number: u32) -> Option<&'a Nudge> {
    cx.library.nudges.iter().find(|nudge| nudge.number == number)
}

/// A choice for a nudge: what it is about, chosen by its number.
pub fn choice(nudge: &Nudge) -> Choice {
    Choice {
        id: ChoiceId::new(nudge.number.to_string()),
        label: "choice-nudge".into(),
        args: [("what".to_owned(), about(nudge, 60))].into(),
        value: Some(nudge.number),
    }
}

/// The record of a nudge with another fate.
fn put(nudge: Nudge) -> Effect {
    Effect::Record(Record::Nudge(nudge))
}

fn with_status(nudge: &Nudge, status: Status) -> Effect {
    put(Nudge { status, ..nudge.clone() })
}

/// A nudge that is dealt with: one that comes again stays planned for its next time.
fn closed(nudge: &Nudge) -> Effect {
    match (nudge.every, nudge.status) {
        (Some(_), Status::Planned) => put(Nudge { told_at: None, ..nudge.clone() }),
        _ => with_status(nudge, Status::Done),
    }
}

/// Whether a person's nudges are as many as are kept, so many more counted.
fn is_full(cx: &Cx<'_>, more: usize) -> bool {
    let planned = cx.library.nudges.iter().filter(|nudge| nudge.status == Status::Planned).count();
    planned + more > MOST_PLANNED
}

//! `night`: mock-interview nights are planned, announced on a card, joined and left, moved and called off.

mod card;
mod change;
mod early;
mod evening;
mod invite;
mod length;
mod plan;
mod seat;
mod state;
mod time;
mod topic;

pub use card::pressed;
pub use evening::{Scene, closed, goes_on, woken};
pub use invite::invitation;
pub use seat::left;
pub use state::{Act, State};

use super::{Cx, Effect, Event, Flow, Hosting, Read, Told, Turn};
use crate::chat::{Arg, Choice, ChoiceId, Line, Message, Role};
use crate::commands::{CommandName, Invocation, UserError};
use crate::hours::TimeOfDay;
use crate::ids::{NightId, PersonId};
use crate::night::{Night, Plan, Status};
use crate::words;
use plan::Detail;

/// The flow.
#[derive(Debug)]
pub struct Nights;

impl Flow for Nights {
    const NAME: &'static str = "nights";
    const TITLE: &'static str = "flow-nights";
    const VERSION: u32 = 1;
    const COMMANDS: &'static [CommandName] = &[
        CommandName::NightList,
        CommandName::NightPlan,
        CommandName::NightMove,
        CommandName::NightCancel,
        CommandName::NightJoin,
        CommandName::NightLeave,
        CommandName::NightStart,
        CommandName::NightNext,
        CommandName::NightExtend,
        CommandName::NightEnd,
        CommandName::NightRemove,
        CommandName::NightHere,
        CommandName::NightCard,
        CommandName::NightAvoid,
    ];
    const READS: &'static [Read] = &[Read::Nights];
    type State = State;

    fn reads(state: &State) -> &'static [Read] {
        match state {
            // Who is announced to, and what a guest of the board speaks of.
            State::Ready { .. } | State::Invited { .. } => &[Read::Nights, Read::Board],
            _ => Self::READS,
        }
    }

    fn start(cx: &Cx<'_>, call: &Invocation) -> Result<Turn<State>, UserError> {
        let number = call.number("number");
        match call.command {
            CommandName::NightPlan => plan::begin(cx, call),
            CommandName::NightMove => {
                must_be_host(cx)?;
                let (named, when) = call.text("when").map_or((None, None), |typed| numbered_first(cx, typed));
                which(cx, Act::Move(when.map(str::to_owned)), number.or(named))
            }
            CommandName::NightCancel => {
                must_be_host(cx)?;
                which(cx, Act::Cancel, number)
            }
            CommandName::NightJoin if call.text("as") == Some("guest") => which(cx, Act::BeGuest, number),
            CommandName::NightJoin => which(cx, Act::Join, number),
            CommandName::NightLeave => match call.text("night") {
                Some(id) => Ok(seat::leave(cx, &NightId::from(id.to_owned()))),
                None => which(cx, Act::Leave, number),
            },
            CommandName::NightHere => evening::here(cx, number),
            CommandName::NightCard => evening::role(cx, number),
            CommandName::NightAvoid => evening::avoid(cx, call),
            CommandName::NightStart
            | CommandName::NightNext
            | CommandName::NightExtend
            | CommandName::NightEnd
            | CommandName::NightRemove => {
                must_be_host(cx)?;
                match call.command {
                    CommandName::NightStart => evening::start(cx, number),
                    CommandName::NightNext => evening::next(cx, call),
                    CommandName::NightExtend => evening::extend(cx, call),
                    CommandName::NightEnd => evening::end(cx, call),
                    _ => evening::remove(cx, call),
                }
            }
            _ => Ok(card::list(cx)),
        }
    }

    fn step(cx: &Cx<'_>, state: State, event: Event) -> Turn<State> {
        match (state, event) {
            (state, Event::Voice(_)) => stay(state, "no-voice-here"),
            (state, Event::File(_)) => stay(state, "no-files-here"),
            (state, Event::Timer(_)) => Turn::wait(state, []),
            (State::ZoneGuess { zone, sketch, line }, Event::Choice(choice)) => match choice.as_str() {
                "yes" => plan::heard_zone(cx, &zone, None, sketch, line),
                _ => plan::ask_zone(sketch, line),
            },
            (State::ZoneGuess { zone, sketch, line }, Event::Text(typed)) => {
                plan::heard_zone(cx, &typed, Some(zone), sketch, line)
            }
            (State::Zone { sketch, line }, Event::Text(typed)) => plan::heard_zone(cx, &typed, None, sketch, line),
            (State::Joined { .. }, Event::Skip) => Turn::done([Effect::Say(Message::say("night-joined-stop"))]),
            (state @ (State::When { .. } | State::Hour { .. } | State::Zone { .. }), Event::Skip) => {
                stay(state, "cannot-skip")
            }
            (State::When { sketch }, Event::Text(typed)) => plan::heard_when(cx, sketch, &typed),
            (State::Hour { sketch, day }, Event::Text(typed)) => plan::heard_hour(cx, sketch, day, &typed),
            (State::Ready { sketch }, Event::Choice(choice)) => plan::chosen(cx, sketch, choice.as_str()),
            (State::More { sketch }, Event::Choice(choice)) => plan::chosen(cx, sketch, choice.as_str()),
            (State::Changing { sketch, detail }, Event::Text(typed)) => plan::changed(cx, sketch, detail, &typed),
            (State::Changing { sketch, detail }, Event::Choice(choice)) => {
                plan::changed(cx, sketch, detail, choice.as_str())
            }
            (State::Changing { sketch, detail: Detail::Topic }, Event::Skip) => plan::without_topic(cx, sketch),
            (State::Changing { sketch, .. } | State::More { sketch }, Event::Skip) => plan::ready(cx, sketch, None),
            (State::Which { act }, Event::Choice(choice)) => match numbered(cx, &act, choice.as_str()) {
                Some(id) => act_on(cx, act, &id),
                None => gone(),
            },
            (State::Work { night }, Event::Text(typed)) => seat::heard_work(cx, &night, &typed),
            (State::Work { night }, Event::Skip | Event::Choice(_)) => seat::ask_reminder(cx, &night, None),
            (State::Invited { night }, Event::Choice(choice)) => invite::invited(cx, &night, choice.as_str()),
            (State::Joined { night }, Event::Choice(choice)) => seat::reminded(cx, &night, choice.as_str()),
            (State::MoveTo { night }, Event::Text(typed)) => change::move_to(cx, &night, &typed),
            (State::MoveHour { night, day }, Event::Text(typed)) => change::move_to_hour(cx, &night, day, &typed),
            (State::MoveSure { night, wall, moment }, Event::Choice(choice)) => {
                change::move_sure(cx, &night, (wall, moment), choice.as_str())
            }
            (State::CancelSure { night }, Event::Choice(choice)) => change::cancel(cx, &night, choice.as_str()),
            (State::StartSure { night }, Event::Choice(choice)) => evening::start_sure(cx, &night, choice.as_str()),
            (State::EndSure { night, round }, Event::Choice(choice)) => {
                evening::end_sure(cx, &night, round, choice.as_str())
            }
            (State::Avoids { handle }, Event::Choice(choice)) => evening::avoids(cx, handle, choice.as_str()),
            (state @ (State::Joined { .. } | State::Invited { .. }), _) => {
                Turn::stay(state, [Effect::Say(Message::say("choose-one"))])
            }
            (
                state @ (State::Which { .. }
                | State::MoveTo { .. }
                | State::MoveHour { .. }
                | State::MoveSure { .. }
                | State::Avoids { .. }
                | State::StartSure { .. }
                | State::EndSure { .. }
                | State::CancelSure { .. }),
                _,
            ) => Turn::linger(state, [Effect::Say(Message::say("choose-one"))]),
            (state, _) => stay(state, "choose-one"),
        }
    }

    fn stop(_cx: &Cx<'_>, state: State) -> Vec<Effect> {
        vec![Effect::Say(Message::say(match state {
            // They take part all the same.
            State::Joined { .. } | State::Work { .. } => "night-joined-stop",
            State::Invited { .. } => "guest-invited-no",
            State::Which { .. }
            | State::MoveTo { .. }
            | State::MoveHour { .. }
            | State::MoveSure { .. }
            | State::Avoids { .. }
            | State::StartSure { .. }
            | State::EndSure { .. }
            | State::CancelSure { .. } => "unchanged",
            _ => "night-plan-stop",
        }))]
    }
}

fn stay(state: State, why: &'static str) -> Turn<State> {
    Turn::wait(state, [Effect::Say(Message::say(why))])
}

fn gone() -> Turn<State> {
    Turn::done([Effect::Say(Message::say("night-gone"))])
}

/// Hosts act in the community itself: there the platform says who they are.
fn must_be_host(cx: &Cx<'_>) -> Result<(), UserError> {
    if cx.community.is_none() {
        return Err(UserError::new("night-where", []));
    }
    if cx.role != Some(Role::Host) { Err(UserError::new("night-hosts", [])) } else { Ok(()) }
}

/// Who hosts is looked at once more where something is confirmed: what is said to somebody who is no host by now.
fn no_host(cx: &Cx<'_>) -> Option<Turn<State>> {
    let key = match cx.hosting() {
        Hosting::Yes => return None,
        Hosting::No => "night-hosts",
        Hosting::Unknown => "host-asked-long-ago",
    };
    Some(Turn::done([Effect::Say(Message::say(key))]))
}

/// The night's number, where that is what was typed first: "2 friday 7pm".
fn numbered_first<'a>(cx: &Cx<'_>, typed: &'a str) -> (Option<u32>, Option<&'a str>) {
    let parted = typed.split_once(' ').and_then(|(first, rest)| Some((first.parse::<u32>().ok()?, rest)));
    let is_one = |number: u32| cx.library.nights.iter().any(|night| night.number == number);
    match parted {
        Some((number, rest)) if is_one(number) && time::is_time(cx, rest) => (Some(number), Some(rest)),
        _ => (None, Some(typed)),
    }
}

/// The nights that something can be done with: those of the community; to leave, those that the person takes part in.
fn those<'a>(cx: &'a Cx<'_>, act: &Act) -> Vec<&'a Night> {
    match act {
        Act::Leave => {
            let is_here = |night: &&Night| cx.community.is_none_or(|here| *here == night.community);
            cx.library.joined_nights.iter().filter(is_here).collect()
        }
        // What is under way is neither moved nor called off: it is ended.
        Act::Move(_) | Act::Cancel | Act::Start => {
            cx.library.nights.iter().filter(|night| night.status == Status::Planned).collect()
        }
        Act::Join | Act::BeGuest => cx.library.nights.iter().collect(),
    }
}

/// Finds the night that is meant, and acts on it.
fn which(cx: &Cx<'_>, act: Act, number: Option<u32>) -> Result<Turn<State>, UserError> {
    let nights = those(cx, &act);
    if cx.community.is_none() && act != Act::Leave {
        return Err(UserError::new("night-join-where", []));
    }
    let numbered = number.map(|number| nights.iter().find(|night| night.number == number).copied());
    match (nights.as_slice(), numbered) {
        // It may be called off, or over.
        (_, Some(None)) if act == Act::Leave => Err(UserError::new("night-not-in", [])),
        (_, Some(None)) => Err(UserError::new("night-no-number", [("number", number.unwrap_or(0).into())])),
        ([], _) if act == Act::Leave => Err(UserError::new("night-not-in-any", [])),
        ([], _) => Err(UserError::new("night-none", [])),
        (_, Some(Some(night))) => Ok(act_on(cx, act, &night.id)),
        ([night], None) => Ok(act_on(cx, act, &night.id)),
        (nights, None) => {
            // In one community each is known by its number; elsewhere two may have the same.
            let value = |night: &Night| cx.community.map(|_| night.number);
            let choices = nights.iter().map(|night| Choice { value: value(night), ..choice(night) });
            let question = Message::say("night-which").choices(choices);
            Ok(Turn::linger(State::Which { act }, [Effect::Say(question)]))
        }
    }
}

fn act_on(cx: &Cx<'_>, act: Act, night: &NightId) -> Turn<State> {
    match act {
        Act::Join => seat::join(cx, night, None),
        Act::BeGuest => seat::join(cx, night, Some(())),
        Act::Leave => seat::leave(cx, night),
        Act::Move(Some(typed)) => change::move_to(cx, night, &typed),
        Act::Move(None) => change::ask_when(cx, night),
        Act::Cancel => change::ask_cancel(cx, night),
        Act::Start => evening::begin(cx, night, evening::Asked::No),
    }
}

/// The night of the community, or that the person takes part in.
fn find<'a>(cx: &'a Cx<'_>, id: &NightId) -> Option<&'a Night> {
    cx.library.nights.iter().chain(&cx.library.joined_nights).find(|night| night.id == *id)
}

/// A choice for a night: when it is, and what about.
pub fn choice(night: &Night) -> Choice {
    let [day, clock, _] = time_args(&night.plan);
    let named = |(name, arg): (&str, Arg)| (name.to_owned(), arg);
    let args = [named(plain(day)), named(plain(clock)), named(("topic", topic(night)))];
    Choice {
        id: ChoiceId::new(format!("night-{}", night.id)),
        label: "choice-night".into(),
        args: args.into(),
        value: None,
    }
}

/// A moment on a button is text and nothing else.
fn plain((name, arg): (&'static str, Arg)) -> (&'static str, Arg) {
    match arg {
        Arg::At(_, reads) => (name, *reads),
        arg => (name, arg),
    }
}

fn numbered(cx: &Cx<'_>, act: &Act, choice: &str) -> Option<NightId> {
    let id = choice.strip_prefix("night-")?;
    those(cx, act).into_iter().find(|night| night.id.as_str() == id).map(|night| night.id.clone())
}

/// What a night is about, in a few words.
fn topic(night: &Night) -> Arg {
    match &night.plan.topic {
        Some(topic) => Arg::Words(words::shorten(topic, 40)),
        None => Arg::Text("night-any-topic".into()),
    }
}

/// When a night is: `$day`, `$clock` and `$zone`.
fn time_args(plan: &Plan) -> [(&'static str, Arg); 3] {
    let at = |arg| Arg::At(plan.starts_at, Box::new(arg));
    [
        ("day", at(Arg::Day(plan.wall.date()))),
        ("clock", at(Arg::Clock(TimeOfDay::of(plan.wall)))),
        ("zone", Arg::Zone(city(plan))),
    ]
}

/// The city that a zone is named after.
fn city(plan: &Plan) -> String {
    plan.zone.name().rsplit('/').next().unwrap_or_default().replace('_', " ")
}

/// Says something of a night directly to somebody.
fn told(person: &PersonId, night: &Night, message: Message) -> Effect {
    let platform = night.place.platform;
    Effect::Tell(Box::new(Told { person: person.clone(), platform, message, card: None, offers: None }))
}

/// A line about a night: when, what about, and where.
pub(super) fn line(key: &'static str, night: &Night) -> Line {
    let [day, clock, zone] = time_args(&night.plan);
    Line::with(key, [day, clock, zone, ("topic", topic(night)), ("place", Arg::Place(night.place.clone()))])
}

/// A night that the person takes part in, as they are reminded of it.
pub fn reminder(cx: &Cx<'_>, id: &NightId) -> Option<Vec<Line>> {
    let night = cx.library.joined_nights.iter().find(|night| night.id == *id)?;
    let key = if cx.now < night.plan.starts_at { "nudge-told-night" } else { "nudge-told-night-begun" };
    Some(vec![line(key, night), card::meets(&night.plan.meets)])
}

//! A night is moved, or called off: those who take part are told, and reminded by the new time.

use super::time::{Time, read_hour};
use super::{State, card, find, gone, line, time_args, told, topic};
use crate::chat::{Arg, Choice, Line, Message};
use crate::clock::Moment;
use crate::flows::{Cx, Effect, Record, Turn};
use crate::ids::NightId;
use crate::night::{Night, Plan, Seat, Status};
use chrono::{NaiveDate, NaiveDateTime};

/// The night, where it is still ahead: what is under way is ended, and neither moved nor called off.
fn planned<'a>(cx: &'a Cx<'_>, id: &NightId) -> Option<&'a Night> {
    find(cx, id).filter(|night| night.status == Status::Planned)
}

/// Asks for the new time.
pub(super) fn ask_when(cx: &Cx<'_>, id: &NightId) -> Turn<State> {
    let Some(night) = planned(cx, id) else { return gone() };
    let question = Message::of([line("night-move-when", night)]).awaiting_value();
    Turn::linger(State::MoveTo { night: id.clone() }, [Effect::Say(question)])
}

/// A new time was typed.
pub(super) fn move_to(cx: &Cx<'_>, id: &NightId, typed: &str) -> Turn<State> {
    let Some(night) = planned(cx, id) else { return gone() };
    // An hour alone is one of the day that is known.
    let time = read_hour(cx, night.plan.zone, night.plan.wall.date(), typed);
    moved(cx, night, time)
}

/// The time of the day was typed.
pub(super) fn move_to_hour(cx: &Cx<'_>, id: &NightId, day: NaiveDate, typed: &str) -> Turn<State> {
    let Some(night) = planned(cx, id) else { return gone() };
    let time = read_hour(cx, night.plan.zone, day, typed);
    moved(cx, night, time)
}

fn moved(cx: &Cx<'_>, night: &Night, time: Time) -> Turn<State> {
    let id = night.id.clone();
    let (wall, moment, odd) = match time {
        Time::Known { wall, moment, odd, .. } => (wall, moment, odd),
        Time::Day(day) => {
            let question = Message::of([Line::with("night-hour", [("day", cx.day(day))])]).awaiting_value();
            return Turn::linger(State::MoveHour { night: id, day }, [Effect::Say(question)]);
        }
        Time::Unclear(why) => {
            return Turn::linger(State::MoveTo { night: id }, [Effect::Say(Message::of([why]).awaiting_value())]);
        }
    };
    if moment == night.plan.starts_at {
        return Turn::done([Effect::Say(Message::of([line("night-move-same", night)]))]);
    }
    let [day, clock, zone] = time_args(&at(night, wall, moment).plan);
    let count = ("count", night.seats.len().into());
    let sure = Line::with("night-move-sure", [day, clock, zone, ("topic", topic(night)), count]);
    let choices = [Choice::new("yes", "choice-night-move"), Choice::new("no", "choice-night-keep")];
    let question = Message::of(odd.into_iter().chain([sure])).choices(choices);
    Turn::linger(State::MoveSure { night: id, wall, moment }, [Effect::Say(question)])
}

/// The night at another time.
fn at(night: &Night, wall: NaiveDateTime, moment: Moment) -> Night {
    Night { plan: Plan { wall, starts_at: moment, ..night.plan.clone() }, ..night.clone() }
}

/// What the host says to that.
pub(super) fn move_sure(cx: &Cx<'_>, id: &NightId, to: (NaiveDateTime, Moment), choice: &str) -> Turn<State> {
    let Some(night) = planned(cx, id) else { return gone() };
    if choice != "yes" {
        return Turn::done([Effect::Say(Message::say("unchanged"))]);
    }
    if let Some(why) = super::no_host(cx) {
        return why;
    }
    if to.1 <= cx.now {
        let question = Message::say("night-over-by-now").awaiting_value();
        return Turn::linger(State::MoveTo { night: id.clone() }, [Effect::Say(question)]);
    }
    let after = at(night, to.0, to.1);
    let mut effects = vec![
        Effect::Record(Record::Night(Box::new(after.clone()))),
        card::card(&after),
        card::entry(&after),
        Effect::Say(Message::of([line("night-moved", &after)])),
    ];
    let told = |key| {
        let [old_day, old_clock, _] = time_args(&night.plan);
        let [day, clock, zone] = time_args(&after.plan);
        let (topic, place) = (("topic", topic(night)), ("place", Arg::Place(night.place.clone())));
        let old = [("old_day", old_day.1), ("old_clock", old_clock.1)];
        let [old_day, old_clock] = old;
        Message::of([Line::with(key, [old_day, old_clock, day, clock, zone, topic, place])])
    };
    effects.extend(tell(cx, night, night.seated(), &told("night-told-moved")));
    effects.extend(tell(cx, night, night.waiting(), &told("night-told-moved-waiting")));
    Turn::done(effects)
}

/// Asks whether it is really called off.
pub(super) fn ask_cancel(cx: &Cx<'_>, id: &NightId) -> Turn<State> {
    let Some(night) = planned(cx, id) else { return gone() };
    let [day, clock, zone] = time_args(&night.plan);
    let count = ("count", night.seats.len().into());
    let question = Message::of([Line::with("night-cancel-sure", [day, clock, zone, ("topic", topic(night)), count])]);
    let choices = [Choice::new("yes", "choice-night-cancel"), Choice::new("no", "choice-night-keep")];
    Turn::linger(State::CancelSure { night: id.clone() }, [Effect::Say(question.choices(choices))])
}

/// What the host says to that.
pub(super) fn cancel(cx: &Cx<'_>, id: &NightId, choice: &str) -> Turn<State> {
    let Some(night) = planned(cx, id) else { return gone() };
    if choice != "yes" {
        return Turn::done([Effect::Say(Message::say("unchanged"))]);
    }
    if let Some(why) = super::no_host(cx) {
        return why;
    }
    let after = Night { status: Status::Cancelled, ..night.clone() };
    let mut effects = vec![
        Effect::Record(Record::Night(Box::new(after.clone()))),
        card::card(&after),
        card::entry(&after),
        Effect::Say(Message::of([Line::with("night-cancelled", [("count", night.seats.len().into())])])),
    ];
    effects.extend(tell(cx, night, &night.seats, &Message::of([line("night-told-cancelled", night)])));
    Turn::done(effects)
}

/// They are told, but for whoever does it.
fn tell(cx: &Cx<'_>, night: &Night, seats: &[Seat], message: &Message) -> Vec<Effect> {
    let others = seats.iter().filter(|seat| seat.person != cx.person.id);
    others.map(|seat| told(&seat.person, night, message.clone())).collect()
}

//! The evening of a night as its people and hosts bring it about, and as the clock does.

mod recap;
mod role;
mod said;
mod who;

use super::{State, card, told};
use crate::chat::{Arg, Choice, Line, Message};
use crate::clock::Moment;
use crate::coach::cells::FEWEST;
use crate::commands::{Invocation, UserError};
use crate::flows::{Cx, Effect, Record, Turn};
use crate::ids::{NightId, PersonId};
use crate::night::evening::{Came, Circle, Ending, Evening, Noted, Phase, Stands};
use crate::night::{Night, Part, Reminder, STANDS, Seat, Status};
use crate::prompts::Prompts;
use said::{clock, said};
use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;
pub(super) use who::{avoid, avoids};
use who::{meant, several_meant};

/// How far ahead a night can be begun without being asked about: it is the one that is meant.
const SOON: Duration = Duration::from_secs(2 * 3600);
/// How many minutes more a host gives without saying a number.
const MORE: u32 = 5;

/// What there is to look at while an evening goes on.
#[derive(Clone, Copy, Debug)]
pub struct Scene<'a> {
    /// Everything the bot can say.
    pub prompts: &'a Prompts,
    /// What is known of its people.
    pub circle: &'a Circle,
    /// What time it is.
    pub now: Moment,
}

impl<'a> Scene<'a> {
    pub(super) fn of(cx: &Cx<'a>, night: &Night) -> Self {
        Self { prompts: cx.prompts, circle: cx.library.circle(&night.id), now: cx.now }
    }
}

/// What becomes of a night when the clock strikes, or the bot comes back.
pub fn woken(scene: &Scene<'_>, night: &Night, came: Came) -> Vec<Effect> {
    match (night.status, &night.evening) {
        (Status::Planned, _) => unbegun(scene, night),
        (Status::Running, Some(evening)) => {
            let mut after = evening.clone();
            let happened = after.wake(night, scene.circle, came, scene.now);
            said(scene, night, after, &happened)
        }
        // It was written by another version, and cannot be read.
        (Status::Running, None) => over(night),
        _ => Vec::new(),
    }
}

/// Nobody began a night whose hour is over: its check-in opens by itself, if anybody signed up and it is not too late.
fn unbegun(scene: &Scene<'_>, night: &Night) -> Vec<Effect> {
    if night.seats.is_empty() || scene.now > night.plan.starts_at + STANDS {
        return over(night);
    }
    let mut effects = opened(scene, night, None);
    let line = super::line("night-opened-itself", night);
    effects.extend(night.host.as_ref().map(|host| told(host, night, Message::of([line]))));
    effects
}

/// A night that is over without more being said.
fn over(night: &Night) -> Vec<Effect> {
    let after = Night { status: Status::Over, evening: None, ..night.clone() };
    vec![Effect::Record(Record::Night(Box::new(after.clone()))), card::card(&after)]
}

/// The room of a night is no more: those who are there, or were to come, are told.
pub fn closed(night: &Night) -> Vec<Effect> {
    let after = Night { status: Status::Over, evening: None, ..night.clone() };
    let has_come = night.evening.iter().flat_map(|evening| &evening.people);
    let here = has_come.filter(|attendee| matches!(attendee.stands, Stands::Here | Stands::Asked));
    let is_ahead = night.evening.as_ref().is_none_or(|evening| evening.round == 0);
    let awaited = night.seats.iter().filter(|_| is_ahead).map(|seat| &seat.person);
    let people: BTreeSet<&PersonId> = here.map(|attendee| &attendee.person).chain(awaited).collect();
    let lost = Message::of([Line::with("night-room-gone", [("topic", super::topic(night))])]);
    let tells = people.into_iter().map(|person| told(person, night, lost.clone()));
    [Effect::Record(Record::Night(Box::new(after)))].into_iter().chain(tells).collect()
}

/// The check-in opens.
fn opened(scene: &Scene<'_>, night: &Night, host: Option<PersonId>) -> Vec<Effect> {
    let evening = Evening::open(scene.now, night.seed(), host);
    let after = Night { status: Status::Running, evening: Some(evening), ..night.clone() };
    vec![Effect::Record(Record::Night(Box::new(after.clone()))), card::card(&after), said::check_in(&after)]
}

/// A host begins a night.
pub(super) fn start(cx: &Cx<'_>, number: Option<u32>) -> Result<Turn<State>, UserError> {
    let planned = || cx.library.nights.iter().filter(|night| night.status == Status::Planned);
    let running = cx.library.nights.iter().find(|night| night.status == Status::Running && in_room(cx, night));
    if let (Some(running), None) = (running, number) {
        let place = ("place", Arg::Place(running.place.clone()));
        return Err(UserError::new("night-begun-already", [place]));
    }
    let soon = |night: &&Night| night.plan.starts_at < cx.now + SOON;
    let meant = match number {
        Some(_) => None,
        None => planned().filter(soon).find(|night| in_room(cx, night)).or_else(|| planned().find(soon)),
    };
    match meant {
        Some(night) => Ok(begin(cx, &night.id, Asked::No)),
        None => super::which(cx, super::Act::Start, number),
    }
}

fn in_room(cx: &Cx<'_>, night: &Night) -> bool {
    cx.room.as_ref() == Some(&night.place)
}

/// Whether a host was asked if a night is to begin long before its time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Asked {
    No,
    Yes,
}

/// What the host says to that.
pub(super) fn start_sure(cx: &Cx<'_>, id: &NightId, choice: &str) -> Turn<State> {
    if choice == "yes" { begin(cx, id, Asked::Yes) } else { Turn::done([Effect::Say(Message::say("unchanged"))]) }
}

/// It is begun.
pub(super) fn begin(cx: &Cx<'_>, id: &NightId, asked: Asked) -> Turn<State> {
    let Some(night) = super::find(cx, id) else { return super::gone() };
    let place = ("place", Arg::Place(night.place.clone()));
    if night.status == Status::Running {
        return Turn::done([Effect::Say(Message::of([Line::with("night-begun-already", [place])]))]);
    }
    if let Some(why) = super::no_host(cx) {
        return why;
    }
    if asked == Asked::No && night.plan.starts_at >= cx.now + SOON {
        let sure = Message::of([super::line("night-start-sure", night)]);
        let choices = [Choice::new("yes", "choice-night-start"), Choice::new("no", "choice-night-keep")];
        return Turn::linger(State::StartSure { night: id.clone() }, [Effect::Say(sure.choices(choices))]);
    }
    let mut effects = opened(&Scene::of(cx, night), night, Some(cx.person.id.clone()));
    effects.push(Effect::Say(Message::of([Line::with("night-begun", [place])])));
    Turn::done(effects)
}

/// The night that runs here: in this room, or the only one of the community.
fn running<'a>(cx: &'a Cx<'_>, number: Option<u32>) -> Result<(&'a Night, Evening), UserError> {
    let mut nights = cx.library.nights.iter().filter(|night| night.status == Status::Running).collect::<Vec<_>>();
    if let Some(number) = number {
        nights.retain(|night| night.number == number);
    } else if nights.len() > 1 {
        let here: Vec<&Night> = nights.iter().copied().filter(|night| in_room(cx, night)).collect();
        if here.is_empty() {
            return Err(UserError::new("night-several-run", []));
        }
        nights = here;
    }
    let found = nights.into_iter().find_map(|night| Some((night, night.evening.clone()?)));
    found.ok_or_else(|| UserError::new("night-none-runs", []))
}

/// A host goes on before the time: the first round, the feedback, the next round.
pub(super) fn next(cx: &Cx<'_>, call: &Invocation) -> Result<Turn<State>, UserError> {
    let (night, mut evening) = running(cx, call.number("number"))?;
    note_host(cx, &mut evening);
    let scene = Scene::of(cx, night);
    let is_few = evening.standing(Stands::Here).count() < FEWEST;
    if matches!(evening.phase, Phase::CheckIn { .. }) && is_few {
        return Err(UserError::new("night-next-too-few", []));
    }
    let happened = evening.next(night, scene.circle, cx.now);
    Ok(answered(said(&scene, night, evening, &happened), Line::say("night-next-done")))
}

/// A host gives more time.
pub(super) fn extend(cx: &Cx<'_>, call: &Invocation) -> Result<Turn<State>, UserError> {
    let (night, mut evening) = running(cx, call.number("number"))?;
    note_host(cx, &mut evening);
    let minutes = call.number("minutes").unwrap_or(MORE);
    evening.extend(Duration::from_secs(60 * u64::from(minutes)), cx.now);
    let until = clock(night, evening.ends().unwrap_or(cx.now));
    let effects = said::extended(night, evening, minutes);
    let [until, zone] = until;
    Ok(answered(effects, Line::with("night-extended", [("minutes", minutes.into()), until, zone])))
}

/// A host ends the night. Where people are in the middle of a conversation, they are asked about it first: hosts mistype.
pub(super) fn end(cx: &Cx<'_>, call: &Invocation) -> Result<Turn<State>, UserError> {
    let (night, evening) = running(cx, call.number("number"))?;
    Ok(match evening.phase {
        Phase::Talk { .. } => ask_end(cx, night, &evening),
        _ => ended(cx, night, evening),
    })
}

fn ask_end(cx: &Cx<'_>, night: &Night, evening: &Evening) -> Turn<State> {
    let talking: usize = evening.cells.iter().map(|cell| cell.people.len()).sum();
    let (round, [until, zone]) = (evening.round, clock(night, evening.ends().unwrap_or(cx.now)));
    let args = [("count", talking.into()), ("round", round.into()), until, zone];
    let sure = Message::of([Line::with("night-end-sure", args)]);
    let choices = [Choice::new("yes", "choice-night-end"), Choice::new("no", "choice-night-goes-on")];
    Turn::linger(State::EndSure { night: night.id.clone(), round }, [Effect::Say(sure.choices(choices))])
}

/// What the host says to that. Where it was another round that they were asked about, they are asked again.
pub(super) fn end_sure(cx: &Cx<'_>, id: &NightId, round: u32, choice: &str) -> Turn<State> {
    if choice != "yes" {
        return Turn::done([Effect::Say(Message::say("unchanged"))]);
    }
    let night = super::find(cx, id).filter(|night| night.status == Status::Running);
    let Some((night, evening)) = night.and_then(|night| Some((night, night.evening.clone()?))) else {
        return super::gone();
    };
    if let Some(why) = super::no_host(cx) {
        return why;
    }
    match evening.phase {
        Phase::Talk { .. } if evening.round != round => ask_end(cx, night, &evening),
        _ => ended(cx, night, evening),
    }
}

fn ended(cx: &Cx<'_>, night: &Night, mut evening: Evening) -> Turn<State> {
    let happened = evening.finish(Ending::Ended);
    answered(said(&Scene::of(cx, night), night, evening, &happened), Line::say("night-end-done"))
}

/// A host takes somebody out for this night.
pub(super) fn remove(cx: &Cx<'_>, call: &Invocation) -> Result<Turn<State>, UserError> {
    let (night, mut evening) = running(cx, None)?;
    let Some(who) = call.text("who") else { return Err(UserError::new("night-remove-whom", [])) };
    note_host(cx, &mut evening);
    let seats = night.seats.iter().map(|seat| (&seat.person, &seat.handle));
    let came = evening.people.iter().map(|attendee| (&attendee.person, &attendee.handle));
    let people: BTreeMap<&String, &PersonId> = came.chain(seats).map(|(person, handle)| (handle, person)).collect();
    let handle = match meant(people.keys().copied(), who).as_slice() {
        [] => return Err(UserError::new("night-remove-nobody", [("who", Arg::Words(who.to_owned()))])),
        [handle] => (*handle).clone(),
        several => return Err(several_meant(several)),
    };
    let person = people[&handle].clone();
    let scene = Scene::of(cx, night);
    let happened = evening.go(night, scene.circle, &person, Stands::Removed, cx.now);
    let mut effects = said(&scene, night, evening, &happened);
    effects.push(Effect::Record(Record::TakenOut(night.id.clone(), person.clone())));
    effects.push(told(&person, night, Message::of([super::line("night-told-removed", night)])));
    Ok(answered(effects, Line::with("night-removed", [("name", Arg::Accounts(vec![handle]))])))
}

fn note_host(cx: &Cx<'_>, evening: &mut Evening) {
    if !evening.hosts.contains(&cx.person.id) {
        evening.hosts.push(cx.person.id.clone());
    }
}

/// Somebody says that they are there.
pub(super) fn here(cx: &Cx<'_>, number: Option<u32>) -> Result<Turn<State>, UserError> {
    let (night, mut evening) = running(cx, number)?;
    let Some(handle) = &cx.library.handle else { return Ok(super::gone()) };
    let noted = evening.here(&cx.person.id, handle);
    let [until, zone] = clock(night, evening.ends().unwrap_or(cx.now));
    let is_first = evening.round == 0;
    let cell = evening.cell_of(&cx.person.id).map_or(0, |cell| cell.number);
    let line = match noted {
        Noted::ForNext if is_first => Line::with("night-here-first", [until, zone]),
        Noted::ForNext => Line::with("night-here-next", [until, zone]),
        Noted::Seated => Line::with("night-here-seated", [("number", cell.into())]),
        Noted::TooLate => Line::say("night-here-too-late"),
        Noted::Removed => Line::say("night-here-removed"),
        Noted::Over => Line::say("night-none-runs"),
    };
    if noted != Noted::ForNext {
        return Ok(Turn::done([Effect::Say(Message::of([line]))]));
    }
    let mut effects = Vec::new();
    // Who comes without having signed up takes a seat all the same.
    let mut after = night.clone();
    if after.seat_of(&cx.person.id).is_none() {
        let (person, handle) = (cx.person.id.clone(), handle.clone());
        let seat = Seat { person, handle, part: Part::Practises, reminder: Reminder::Never };
        after.seat(seat.clone());
        effects.push(Effect::Record(Record::Seat(night.id.clone(), seat)));
    }
    effects.extend(said::came(&after, evening));
    Ok(answered(effects, line))
}

/// Who sits down to give feedback after a round is there: they are in the next one without pressing anything more. `None`: it changes nothing.
pub fn goes_on(cx: &Cx<'_>, id: &NightId, round: u32) -> Option<Vec<Effect>> {
    let night = cx.library.joined_nights.iter().find(|night| night.id == *id)?;
    let (mut evening, handle) = (night.evening.clone()?, cx.library.handle.as_ref()?);
    let is_asked = evening.attendee(&cx.person.id).is_some_and(|attendee| attendee.stands == Stands::Asked);
    if evening.round != round || !matches!(evening.phase, Phase::Feedback { .. }) || !is_asked {
        return None;
    }
    (evening.here(&cx.person.id, handle) == Noted::ForNext).then(|| said::came(night, evening))
}

/// Somebody goes for this evening.
pub(super) fn go(cx: &Cx<'_>, night: &Night) -> Turn<State> {
    let known = night.evening.as_ref().and_then(|evening| evening.attendee(&cx.person.id));
    if known.is_some_and(|attendee| attendee.stands == Stands::Removed) {
        return Turn::done([Effect::Say(Message::say("night-here-removed"))]);
    }
    let effects = went(&Scene::of(cx, night), night, &cx.person.id);
    let ends =
        |effect: &Effect| matches!(effect, Effect::Record(Record::Evening(night)) if night.status == Status::Over);
    let is_over = effects.iter().any(ends);
    let is_seated = night.evening.as_ref().is_some_and(|evening| evening.cell_of(&cx.person.id).is_some());
    answered(
        effects,
        Line::say(match (is_over, is_seated) {
            (true, _) => "night-go-over",
            (false, true) => "night-go-noted",
            (false, false) => "night-go-early",
        }),
    )
}

/// What becomes of an evening when somebody goes.
pub(super) fn went(scene: &Scene<'_>, night: &Night, person: &PersonId) -> Vec<Effect> {
    let Some(mut evening) = night.evening.clone() else { return Vec::new() };
    let talks = matches!(evening.phase, Phase::Talk { .. }) && evening.cell_of(person).is_some();
    let round = evening.round;
    let happened = evening.go(night, scene.circle, person, Stands::Gone, scene.now);
    let mut effects = said(scene, night, evening, &happened);
    if talks {
        effects.push(Effect::Record(Record::RoundLeft(night.id.clone(), round, person.clone())));
    }
    effects
}

/// Shows somebody their own card once more.
pub(super) fn role(cx: &Cx<'_>, number: Option<u32>) -> Result<Turn<State>, UserError> {
    let (night, evening) = running(cx, number)?;
    let is_on = matches!(evening.phase, Phase::Talk { .. } | Phase::Feedback { .. });
    let cell = evening.cell_of(&cx.person.id).filter(|_| is_on);
    let Some(cell) = cell else { return Err(UserError::new("night-no-card", [])) };
    let lines = role::lines(&Scene::of(cx, night), night, &evening, cell, &cx.person.id);
    Ok(Turn::done([Effect::Say(Message::of(lines))]))
}

fn answered(mut effects: Vec<Effect>, line: Line) -> Turn<State> {
    effects.push(Effect::Say(Message::of([line])));
    Turn::done(effects)
}

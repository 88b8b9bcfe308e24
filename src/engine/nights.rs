//! Nights in the engine: a press on a card as the command that it stands for, what is said where others read, and who is reminded.

use super::desk::Desk;
use super::turn::reads;
use super::{Core, Outcome, TurnError, offers};
use crate::chat::{Body, CardName, Inbound, Place, PlaceKind};
use crate::clock::Moment;
use crate::commands::Invocation;
use crate::flows::guests::Guests;
use crate::flows::{Flow as _, Post, Posted, Told, nights as flow};
use crate::ids::{DeliveryKey, Locale, NightId, PersonId, PlatformName, SessionId};
use crate::night::{Night, Seat, Status as NightStatus};
use crate::nudge::{HourSet, Kind, Nudge, Rules, Status, Timed, Wish};
use crate::prompts::render::Offer;
use crate::store::outbox::{self, NewMessage};
use crate::store::people::Person;
use crate::store::{board, evenings, events, nights, nudges, people, sessions};
use crate::zones::on_clocks;
use rusqlite::Connection;
use std::sync::Arc;
use std::time::Duration;

/// How long a signal is worth being given.
const SIGNAL_HOLDS: Duration = Duration::from_secs(2 * 60);

/// The command that a press on a night's card stands for, and the language of the card. `None` where it is no press on a card of the community that it comes from.
pub(super) fn pressed(db: &Connection, inbound: &Inbound) -> rusqlite::Result<Option<(Invocation, Locale)>> {
    let Body::Press(press) = &inbound.body else { return Ok(None) };
    let Some(community) = &inbound.sender.community else { return Ok(None) };
    let night = NightId::from(press.session.as_str().to_owned());
    let found = nights::by_id(db, &night)?.filter(|night| night.community == *community);
    Ok(found.and_then(|night| Some((flow::pressed(&press.choice, &night)?, night.plan.locale))))
}

/// Somebody left a community: their places at its nights are free. Nobody who is unknown becomes known by going.
pub(super) fn departed(
    core: &mut Core,
    db: &Connection,
    inbound: &Inbound,
    known: Option<Person>,
) -> Result<Outcome, TurnError> {
    let (Some(person), Some(community)) = (known, &inbound.sender.community) else { return Ok(Outcome::Done) };
    let now = core.clock.now();
    if !events::note(db, inbound.place.platform, &inbound.event, now)? {
        return Ok(Outcome::Repeated);
    }
    // Nobody is asked to the nights of a community that they have left, nor goes on there with what they had begun.
    board::remove(db, community, &person.id)?;
    sessions::leave(db, &person.id, community, &[flow::Nights::NAME, Guests::NAME])?;
    let theirs = nights::joined(db, &person.id, now)?.into_iter().filter(|night| night.community == *community);
    let theirs: Vec<Night> = theirs.collect();
    if theirs.is_empty() {
        return Ok(Outcome::Done);
    }
    let (locale, id) = (reads(core, Some(&person), None), person.id.clone());
    let mut desk = Desk::new(core, db, person, locale, inbound.place.clone());
    for night in &theirs {
        let circle = evenings::circle(db, night, locale, desk.core.defaults.job_ask)?;
        let prompts = Arc::clone(&desk.core.prompts);
        let scene = flow::Scene { prompts: &prompts, circle: &circle, now };
        for effect in flow::left(&scene, night, &id) {
            desk.carry_out(&SessionId::from(String::new()), effect);
        }
    }
    desk.commit()?;
    Ok(Outcome::Done)
}

/// Puts what is said where others read into the outbox.
pub(super) fn post(
    core: &mut Core,
    db: &Connection,
    by: Option<&PersonId>,
    post: &Post,
    now: Moment,
) -> rusqlite::Result<()> {
    let Post { night, locale, message, posted, .. } = post;
    let session = SessionId::from(night.as_str().to_owned());
    let mut content = core.prompts.render(*locale, message, Some(Offer { session: &session, turn: 0 }));
    let card = match posted {
        Posted::Card => Some(CardName::of_night(night)),
        Posted::Entry(_) => Some(CardName::of_entry(night)),
        Posted::CheckIn => Some(CardName::of_check_in(night)),
        Posted::Cell(number, _) => Some(CardName::of_cell(night, *number)),
        Posted::InCell(_) | Posted::Signal(_) | Posted::Plain => None,
    };
    let mut place = post.place.clone();
    match posted {
        Posted::Entry(gathering) => content.gathering = Some(*gathering),
        Posted::Cell(_, title) => content.thread = Some(core.prompts.as_text(*locale, title)),
        Posted::InCell(number) | Posted::Signal(number) => {
            let name = CardName::of_cell(night, *number).0;
            place.kind = PlaceKind::Thread(place.room_of().name().to_owned(), name);
        }
        Posted::Card | Posted::CheckIn | Posted::Plain => {}
    }
    content.expires = matches!(posted, Posted::Signal(_)).then(|| now + SIGNAL_HOLDS);
    let key = DeliveryKey::make(&mut core.random);
    // Who did it is told where it cannot be said.
    outbox::add(db, &NewMessage { key, place, only: None, person: by.cloned(), content, ticket: None, card }, now)
}

/// Puts what is said directly to somebody else into the outbox, in their language.
pub(super) fn tell(core: &mut Core, db: &Connection, told: &Told, now: Moment) -> Result<(), TurnError> {
    let Told { person, platform, message, card, offers } = told;
    let platform = *platform;
    let (Some(known), Some(handle)) = (people::by_id(db, person)?, people::handle(db, person, platform)?) else {
        return Ok(());
    };
    let locale = reads(core, Some(&known), None);
    let place = Place::direct(platform, &handle);
    if let Some(offered) = offers {
        if let Some(night) = &offered.asks_to
            && waits(db, &known, platform, night, now)?
        {
            return Ok(());
        }
        return offers::offer(core, db, known, handle, (place, locale), message, offered);
    }
    let out = NewMessage {
        key: DeliveryKey::make(&mut core.random),
        place,
        only: None,
        person: Some(known.id),
        content: core.prompts.render(locale, message, None),
        ticket: None,
        card: card.clone(),
    };
    Ok(outbox::add(db, &out, now)?)
}

/// Whether what somebody is asked waits for the end of their quiet hours, or of a pause.
fn waits(
    db: &Connection,
    person: &Person,
    platform: PlatformName,
    night: &NightId,
    now: Moment,
) -> rusqlite::Result<bool> {
    let Some(known) = nights::by_id(db, night)? else { return Ok(false) };
    let (rules, zone) = (Rules::of(person), person.zone.unwrap_or(known.plan.zone));
    let timed = Timed { wall: on_clocks(now, zone), moment: now, hour: HourSet::Part, odd: None };
    let wish = Wish { number: 0, kind: Kind::Guest, words: None, platform, zone, every: None };
    let mut nudge = Nudge { night: Some(night.clone()), ..Nudge::planned(wish, &timed, now).under(&rules) };
    if nudge.tell_at <= now {
        return Ok(false);
    }
    nudge.number = nudges::last_number(db, &person.id)? + 1;
    nudges::put(db, &person.id, &nudge)?;
    Ok(true)
}

/// Asks somebody to a night as a guest, for whom it had waited: unless it is over by now, or they are on its list, or not on the board.
pub(super) fn ask_now(core: &mut Core, db: &Connection, person: &PersonId, id: &NightId) -> Result<(), TurnError> {
    let now = core.clock.now();
    let Some(night) = nights::by_id(db, id)? else { return Ok(()) };
    let is_ahead = night.status == NightStatus::Planned && night.plan.starts_at > now;
    let mut offers = board::of(db, person)?.into_iter();
    let offer = offers.find(|(community, offer)| *community == night.community && !offer.paused);
    match offer {
        Some((_, offer)) if is_ahead && night.seat_of(person).is_none() => {
            tell(core, db, &flow::invitation(&night, person, &offer), now)
        }
        _ => Ok(()),
    }
}

/// Writes a night as it now is: those who take part are reminded by it.
pub(super) fn note(db: &Connection, night: &Night, now: Moment) -> rusqlite::Result<()> {
    nights::put(db, night, now)?;
    remind_all(db, &night.id, now)
}

/// Plans anew how everybody is reminded of a night, which may have been moved or cancelled.
fn remind_all(db: &Connection, id: &NightId, now: Moment) -> rusqlite::Result<()> {
    let Some(night) = nights::by_id(db, id)? else { return Ok(()) };
    night.seats.iter().try_for_each(|seat| remind_of(db, &night, &seat.person, Some(seat), now))
}

/// Plans anew how somebody is reminded of a night.
pub(super) fn remind(db: &Connection, id: &NightId, person: &PersonId, now: Moment) -> rusqlite::Result<()> {
    let Some(night) = nights::by_id(db, id)? else { return Ok(()) };
    let seat = night.seats.iter().find(|seat| seat.person == *person);
    remind_of(db, &night, person, seat, now)
}

fn remind_of(db: &Connection, night: &Night, id: &PersonId, seat: Option<&Seat>, now: Moment) -> rusqlite::Result<()> {
    let known = nudges::of_night(db, id, &night.id)?;
    let at = seat.and_then(|seat| night.reminds_at(seat, now));
    let Some(moment) = at else {
        return match known.filter(|nudge| nudge.status == Status::Planned) {
            Some(nudge) => nudges::put(db, id, &Nudge { status: Status::Cancelled, ..nudge }),
            None => Ok(()),
        };
    };
    let Some(person) = people::by_id(db, id)?.filter(|person| !person.nudge_stops.contains(&Kind::Night)) else {
        return Ok(());
    };
    // A moment, whatever the clocks show where the person is, and an hour that they chose.
    let zone = person.zone.unwrap_or(night.plan.zone);
    let timed = Timed { wall: on_clocks(moment, zone), moment, hour: HourSet::Elapsed, odd: None };
    let rules = Rules::of(&person);
    let nudge = match known {
        Some(nudge) => nudge.in_zone(zone).moved(&timed, &rules, now),
        None => {
            let number = nudges::last_number(db, id)? + 1;
            let words = night.plan.topic.clone();
            let platform = night.place.platform;
            let wish = Wish { number, kind: Kind::Night, words, platform, zone, every: None };
            Nudge { night: Some(night.id.clone()), ..Nudge::planned(wish, &timed, now).under(&rules) }
        }
    };
    nudges::put(db, id, &nudge)
}

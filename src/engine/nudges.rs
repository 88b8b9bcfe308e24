//! Nudges whose time has come, and what becomes of them when a person's settings change.

use super::desk::{Desk, guarded};
use super::live::{Live, Setting};
use super::turn::reads;
use super::{Core, Outcome, Tidied, TurnError, nights};
use crate::chat::Place;
use crate::clock::Moment;
use crate::flows::nudges::{Nudges, in_passing, told};
use crate::flows::{Flow as _, Read, named, untyped};
use crate::ids::{PersonId, SessionId};
use crate::nudge::{Fate, Kind, Nudge, Rules, Status, Telling, tellings};
use crate::store::people::{self, Person};
use crate::store::sessions;
use crate::store::{facts, nudges, transaction};
use crate::zones::second;
use chrono_tz::IANA_TZDB_VERSION;
use rusqlite::Connection;
use std::time::Duration;

/// How long nudges wait that could not be told for a reason of the bot's own.
const TRY_AGAIN: Duration = Duration::from_secs(3600);

/// Tells a person the nudges whose time has come, or lets them wait as the person's settings say.
pub(super) fn tell(core: &mut Core, db: &Connection, id: &PersonId) -> Result<Outcome, TurnError> {
    let now = core.clock.now();
    let Some(person) = people::by_id(db, id)? else { return Ok(Outcome::Done) };
    let rules = Rules::of(&person);
    let mut ready = Vec::new();
    let due = nudges::due_for(db, id, now)?;
    for number in due.unreadable {
        tracing::error!("a nudge cannot be read, and is set aside");
        nudges::set_aside(db, id, number)?;
    }
    for mut nudge in due.nudges {
        match nudge.at(now, &rules) {
            Fate::Tell(manner) => ready.push((nudge, manner)),
            Fate::Wait(until) => {
                nudge.tell_at = until;
                nudges::put(db, id, &nudge)?;
            }
        }
    }
    let (asked, ready): (Vec<_>, Vec<_>) = ready.into_iter().partition(|(nudge, _)| nudge.kind == Kind::Guest);
    for (nudge, _) in asked {
        nudges::put(db, id, &Nudge { status: Status::Done, ..nudge.clone() })?;
        if let Some(night) = &nudge.night {
            nights::ask_now(core, db, id, night)?;
        }
    }
    for telling in tellings(ready) {
        for (nudge, _) in &telling.nudges {
            nudges::put(db, id, &nudge.clone().told(&rules, now))?;
        }
        say(core, db, &person, telling)?;
    }
    Ok(Outcome::Done)
}

/// What telling looks at beside the nudges themselves.
fn behind(telling: &Telling) -> &'static [Read] {
    match telling.nudges.as_slice() {
        [(nudge, _)] if nudge.kind == Kind::Plan => &[Read::Plans],
        [(nudge, _)] if nudge.kind == Kind::Practice => &[Read::WeakPoints],
        [(nudge, _)] if nudge.kind == Kind::Night => &[Read::Nights],
        _ => &[],
    }
}

/// Says what is due, in the person's direct chat: in a session of its own, or in passing where they are in the middle of
/// something.
fn say(core: &mut Core, db: &Connection, person: &Person, telling: Telling) -> Result<(), TurnError> {
    let Some((first, _)) = telling.nudges.first() else { return Ok(()) };
    let platform = first.platform;
    let Some(handle) = people::handle(db, &person.id, platform)? else { return Ok(()) };
    let place = Place::direct(platform, &handle);
    let locale = reads(core, Some(person), None);
    let mut desk = Desk::new(core, db, person.clone(), locale, place.clone());
    desk.handle = Some(handle);
    let Some(flow) = named(Nudges::NAME) else { return Ok(()) };
    let id = SessionId::make(&mut desk.core.random);
    let library = desk.read(behind(&telling), &id)?;
    if desk.is_busy()? {
        let message = guarded(|| in_passing(&desk.cx(&id, 0, &library), &telling))?;
        desk.say(message);
    } else {
        desk.make_way()?;
        let turn = guarded(|| untyped(told(&desk.cx(&id, 0, &library), &telling)))?;
        desk.live = Some(Live::new(id, person.id.clone(), Setting { place, community: None }, flow, desk.now));
        desk.apply(turn)?;
        desk.watch_silence();
    }
    desk.commit()
}

/// Reckons anew when each nudge of a person is told: their zone, quiet hours, digest or pause changed.
pub(super) fn retime(db: &Connection, person: &Person, now: Moment) -> rusqlite::Result<()> {
    let rules = Rules::of(person);
    for nudge in nudges::standing(db, &person.id, now)? {
        let moved = match person.zone {
            Some(zone) if zone != nudge.zone => nudge.clone().in_zone(zone),
            _ => nudge.clone(),
        };
        let moved = moved.under_new(&rules, now);
        if moved != nudge {
            nudges::put(db, &person.id, &moved)?;
        }
    }
    Ok(())
}

/// How many nudges are reckoned anew at a time.
const RECKONED_AT_ONCE: usize = 500;
/// The fact that says by which version of the time zones the nudges were reckoned; while that goes on, up to which nudge.
const ZONES: &str = "zones";

/// Reckons the moments of planned nudges anew, some at a time, when the program came with other time zones than before: countries
/// change their clocks, and nine o'clock stays nine o'clock.
pub(super) fn follow_zones(db: &Connection, now: Moment) -> rusqlite::Result<Tidied> {
    let known = facts::get(db, ZONES)?.unwrap_or_default();
    let mut words = known.split(' ');
    let is_current = words.next() == Some(IANA_TZDB_VERSION);
    let (person, number) = match (is_current, words.next(), words.next()) {
        (true, None, _) => return Ok(Tidied::Wholly),
        (true, Some(person), Some(number)) => (person.to_owned(), number.parse().unwrap_or(0)),
        _ => (String::new(), 0),
    };
    transaction::begin(db)?;
    let done = reckon(db, &person, number, now).and_then(|done| transaction::commit(db).map(|()| done));
    if done.is_err() {
        transaction::rollback(db);
    }
    done
}

fn reckon(db: &Connection, person: &str, number: u32, now: Moment) -> rusqlite::Result<Tidied> {
    let batch = nudges::planned_after(db, person, number, RECKONED_AT_ONCE)?;
    for (person, nudge, _) in &batch {
        let Some(nudge) = nudge else { continue };
        let moved = nudge.clone().in_zone(nudge.zone);
        if moved.due_at == nudge.due_at || second(nudge.wall, nudge.zone) == Some(nudge.due_at) {
            continue;
        }
        let Some(owner) = people::by_id(db, person)? else { continue };
        nudges::put(db, person, &moved.under_new(&Rules::of(&owner), now))?;
    }
    match batch.last() {
        Some((person, _, number)) if batch.len() == RECKONED_AT_ONCE => {
            facts::set(db, ZONES, &format!("{IANA_TZDB_VERSION} {person} {number}"))?;
            Ok(Tidied::Partly)
        }
        _ => {
            facts::set(db, ZONES, IANA_TZDB_VERSION)?;
            Ok(Tidied::Wholly)
        }
    }
}

/// Lets what is due for a person wait: telling it failed.
pub(super) fn put_off(db: &Connection, person: &PersonId, now: Moment) -> rusqlite::Result<()> {
    nudges::put_off(db, person, now, now + TRY_AGAIN)
}

impl Desk<'_> {
    /// Acts on a session that something else took the place of, or that is open somewhere else. What is open here goes on
    /// undisturbed.
    pub(super) fn beside(
        &mut self,
        beside: Live,
        act: impl FnOnce(&mut Self) -> Result<(), TurnError>,
    ) -> Result<(), TurnError> {
        let (id, is_elsewhere) = (beside.id().clone(), *beside.place() != self.place);
        self.held = self.live.replace(beside);
        act(self)?;
        if is_elsewhere {
            // It stays open where it is.
            self.watch_silence();
            if let Some(live) = self.live.take_if(|live| *live.id() == id) {
                self.put(live.stored()?);
            }
            self.live = self.held.take().or(self.live.take());
        } else if let Some(open) = self.held.take() {
            self.make_way()?;
            self.live = Some(open);
        } else if let Some(live) = &mut self.live {
            live.becomes(sessions::Status::Open, self.now);
        }
        Ok(())
    }
}

//! Who sat with whom at nights, and who is to be kept apart. Only cells are formed by it; nobody is ever shown it.

use super::{board, nights, people, plans};
use crate::clock::Moment;
use crate::coach::cells::NIGHTS_BACK;
use crate::coach::outreach::JobAsk;
use crate::ids::{CommunityId, Locale, NightId, PersonId, PlatformName};
use crate::night::board::Month;
use crate::night::evening::{Cell, Circle, Companion};
use crate::night::feedback::SatAs;
use crate::night::{Night, Status};
use rusqlite::{Connection, OptionalExtension as _, params};
use std::collections::BTreeMap;

/// Notes who sits together in a round, and as what.
///
/// # Errors
/// The database failed.
pub fn note_cells(db: &Connection, night: &NightId, round: u32, cells: &[Cell]) -> rusqlite::Result<()> {
    let mut put = db.prepare_cached(
        "INSERT INTO night_cells (night_id, round, cell, person_id, role) VALUES (?1, ?2, ?3, ?4, ?5)
         ON CONFLICT (night_id, round, person_id) DO UPDATE SET cell = excluded.cell, role = excluded.role",
    )?;
    for cell in cells {
        for person in &cell.people {
            let role = match person {
                asker if *asker == cell.roles.asker => SatAs::Asker,
                guest if *guest == cell.roles.guest => SatAs::Guest,
                _ => SatAs::Observer,
            };
            put.execute(params![night, round, cell.number, person, role.as_str()])?;
        }
    }
    Ok(())
}

/// What is known of those who sit, wait, or came to a night.
///
/// # Errors
/// The database failed.
pub fn circle(db: &Connection, night: &Night, locale: Locale, job_ask: JobAsk) -> rusqlite::Result<Circle> {
    let came = night.evening.iter().flat_map(|evening| evening.people.iter().map(|attendee| &attendee.person));
    let mut companions = BTreeMap::new();
    for person in night.seats.iter().map(|seat| &seat.person).chain(came) {
        if companions.contains_key(person) {
            continue;
        }
        let Some(known) = people::by_id(db, person)? else { continue };
        let plan = plans::latest(db, person, 1)?.pop().map(|kept| kept.plan);
        let owed = is_owed(db, &night.community, &night.id, person)?;
        let locale = known.locale.or(known.guessed_locale).unwrap_or(locale);
        let month = Month::of(night.plan.wall.date());
        let speaks_of = board::speaks_of(db, &night.community, &night.id, &month, person)?;
        companions.insert(person.clone(), Companion { locale, field: known.field, owed, speaks_of, plan });
    }
    let next = nights::ahead(db, &night.community, night.plan.starts_at)?;
    let next = next.into_iter().find(|other| other.id != night.id && other.status == Status::Planned);
    let apart = apart(db, night.place.platform, &companions)?;
    Ok(Circle { people: companions, past: past(db, night)?, apart, next: next.map(|night| night.plan), job_ask })
}

/// Whether somebody did not ask at the last night of the community that they sat at.
fn is_owed(db: &Connection, community: &CommunityId, now: &NightId, person: &PersonId) -> rusqlite::Result<bool> {
    db.prepare_cached(
        "SELECT max(c.role IN ('asker', 'removed')) = 0 FROM night_cells c JOIN nights n ON n.id = c.night_id
         WHERE c.person_id = ?3 AND n.community = ?1 AND n.id <> ?2 GROUP BY c.night_id ORDER BY n.starts_at DESC LIMIT 1",
    )?
    .query_row(params![community, now, person], |row| row.get(0))
    .optional()
    .map(|owed| owed.unwrap_or(false))
}

/// Who sat together at the nights of the community before this one, the last night first.
fn past(db: &Connection, night: &Night) -> rusqlite::Result<Vec<Vec<(PersonId, PersonId)>>> {
    let nights: Vec<NightId> = db
        .prepare_cached(
            "SELECT id FROM nights n WHERE community = ?1 AND id <> ?2 AND status = 'over'
               AND EXISTS (SELECT 1 FROM night_cells c WHERE c.night_id = n.id) ORDER BY starts_at DESC LIMIT ?3",
        )?
        .query_map(params![&night.community, &night.id, NIGHTS_BACK], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    let mut pairs = db.prepare_cached(
        "SELECT DISTINCT a.person_id, b.person_id FROM night_cells a JOIN night_cells b
           ON b.night_id = a.night_id AND b.round = a.round AND b.cell = a.cell AND b.person_id > a.person_id
         WHERE a.night_id = ?1",
    )?;
    let of = |id: &NightId| pairs.query_map([id], |row| Ok((row.get(0)?, row.get(1)?)))?.collect();
    nights.iter().map(of).collect()
}

/// Who of these is to be kept apart, whichever of the two said so.
fn apart(
    db: &Connection,
    platform: PlatformName,
    companions: &BTreeMap<PersonId, Companion>,
) -> rusqlite::Result<Vec<(PersonId, PersonId)>> {
    let mut avoided = db.prepare_cached(
        "SELECT a.person_id FROM avoids v JOIN accounts a ON a.platform = v.platform AND a.handle = v.handle
         WHERE v.person_id = ?1 AND v.platform = ?2",
    )?;
    let mut pairs = Vec::new();
    for person in companions.keys() {
        let others = avoided.query_map(params![person, platform.as_str()], |row| row.get::<_, PersonId>(0))?;
        for other in others {
            let other = other?;
            if companions.contains_key(&other) {
                pairs.push((person.clone(), other));
            }
        }
    }
    Ok(pairs)
}

/// The accounts that somebody would rather not sit with.
///
/// # Errors
/// The database failed.
pub fn avoided(db: &Connection, person: &PersonId, platform: PlatformName) -> rusqlite::Result<Vec<String>> {
    db.prepare_cached("SELECT handle FROM avoids WHERE person_id = ?1 AND platform = ?2 ORDER BY made_at")?
        .query_map(params![person, platform.as_str()], |row| row.get(0))?
        .collect()
}

/// Notes that somebody would rather not sit with an account.
///
/// # Errors
/// The database failed.
pub fn avoid(
    db: &Connection,
    person: &PersonId,
    platform: PlatformName,
    handle: &str,
    now: Moment,
) -> rusqlite::Result<()> {
    db.prepare_cached("INSERT OR IGNORE INTO avoids (person_id, platform, handle, made_at) VALUES (?1, ?2, ?3, ?4)")?
        .execute(params![person, platform.as_str(), handle, now])?;
    Ok(())
}

/// Forgets that.
///
/// # Errors
/// The database failed.
pub fn no_longer_avoid(
    db: &Connection,
    person: &PersonId,
    platform: PlatformName,
    handle: &str,
) -> rusqlite::Result<()> {
    db.prepare_cached("DELETE FROM avoids WHERE person_id = ?1 AND platform = ?2 AND handle = ?3")?
        .execute(params![person, platform.as_str(), handle])?;
    Ok(())
}

/// Those who are told what is reported of a night: who planned it, and who acted as a host.
///
/// # Errors
/// The database failed.
pub fn hosts(db: &Connection, night: &NightId) -> rusqlite::Result<Vec<PersonId>> {
    db.prepare_cached(
        "SELECT person_id FROM night_hosts WHERE night_id = ?1
         UNION SELECT host FROM nights WHERE id = ?1 AND host IS NOT NULL ORDER BY 1",
    )?
    .query_map([night], |row| row.get(0))?
    .collect()
}

/// Notes who acted as a host.
pub(super) fn note_hosts(db: &Connection, night: &NightId, hosts: &[PersonId]) -> rusqlite::Result<()> {
    let mut put = db.prepare_cached("INSERT OR IGNORE INTO night_hosts (night_id, person_id) VALUES (?1, ?2)")?;
    hosts.iter().try_for_each(|host| put.execute(params![night, host]).map(|_| ()))
}

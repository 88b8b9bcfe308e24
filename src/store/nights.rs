//! Nights, and who takes part in them. A night is looked up in its community, or for somebody who takes part in it.

use super::nudges::WALL;
use super::{evenings, json, unreadable};
use crate::chat::Place;
use crate::clock::Moment;
use crate::ids::{CommunityId, NightId, PersonId, UnknownName};
use crate::night::{Night, Plan, STANDS, Seat, Status};
use chrono::NaiveDateTime;
use chrono_tz::Tz;
use rusqlite::{Connection, OptionalExtension as _, Row, params};

/// How many of the last nights are looked through.
const MOST_LATELY: u32 = 10;

/// Writes a night as it now is, but for who takes part.
///
/// # Errors
/// The database failed.
pub fn put(db: &Connection, night: &Night, now: Moment) -> rusqlite::Result<()> {
    let Plan { locale, zone, wall, starts_at, topic, minutes, rounds, most, meets } = &night.plan;
    // What an evening was like in its details is nobody's business once it is over.
    let evening = night.evening.as_ref().filter(|_| night.status == Status::Running).map(json::to).transpose()?;
    db.prepare_cached(
        "INSERT INTO nights (id, community, number, platform, place, host, locale, zone, wall, starts_at, topic, minutes,
                             rounds, most, meets, status, made_at, evening, wake_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19)
         ON CONFLICT (id) DO UPDATE SET zone = excluded.zone, wall = excluded.wall, starts_at = excluded.starts_at,
             status = excluded.status, evening = excluded.evening, wake_at = excluded.wake_at",
    )?
    .execute(params![
        &night.id,
        &night.community,
        night.number,
        night.place.platform.as_str(),
        night.place.to_text(),
        &night.host,
        locale.as_str(),
        zone.name(),
        wall.format(WALL).to_string(),
        starts_at,
        topic,
        minutes,
        rounds,
        most,
        json::to(meets)?,
        night.status.as_str(),
        now,
        evening,
        night.wakes_at()
    ])?;
    evenings::note_hosts(db, &night.id, night.evening.as_ref().map_or(&[], |evening| evening.hosts.as_slice()))
}

/// The nights that are to be looked at by now, at most so many, those that have waited longest first.
///
/// # Errors
/// The database failed.
pub fn due(db: &Connection, now: Moment, limit: i64) -> rusqlite::Result<Vec<NightId>> {
    db.prepare_cached("SELECT id FROM nights WHERE wake_at <= ?1 ORDER BY wake_at LIMIT ?2")?
        .query_map(params![now, limit], |row| row.get(0))?
        .collect()
}

/// When the next night is to be looked at.
///
/// # Errors
/// The database failed.
pub fn next(db: &Connection) -> rusqlite::Result<Option<Moment>> {
    db.prepare_cached("SELECT min(wake_at) FROM nights WHERE wake_at IS NOT NULL")?.query_row([], |row| row.get(0))
}

/// The nights that run now.
///
/// # Errors
/// The database failed.
pub fn running(db: &Connection) -> rusqlite::Result<Vec<NightId>> {
    db.prepare_cached("SELECT id FROM nights WHERE status = 'running'")?.query_map([], |row| row.get(0))?.collect()
}

/// The nights that run in a room.
///
/// # Errors
/// The database failed.
pub fn standing_in(db: &Connection, room: &Place) -> rusqlite::Result<Vec<NightId>> {
    db.prepare_cached("SELECT id FROM nights WHERE platform = ?1 AND place = ?2 AND status = 'running'")?
        .query_map(params![room.platform.as_str(), room.to_text()], |row| row.get(0))?
        .collect()
}

/// Looks no more at a night for a while: its turn failed.
///
/// # Errors
/// The database failed.
pub fn put_off(db: &Connection, id: &NightId, until: Moment) -> rusqlite::Result<()> {
    db.prepare_cached("UPDATE nights SET wake_at = ?2 WHERE id = ?1")?.execute(params![id, until])?;
    Ok(())
}

/// Writes the seat of somebody as it now is. A new one is the last.
///
/// # Errors
/// The database failed.
pub fn put_seat(db: &Connection, night: &NightId, seat: &Seat, now: Moment) -> rusqlite::Result<()> {
    db.prepare_cached(
        "INSERT INTO night_seats (night_id, person_id, position, part, reminder, joined_at)
         SELECT ?1, ?2, coalesce(max(position), 0) + 1, ?3, ?4, ?5 FROM night_seats WHERE night_id = ?1
         ON CONFLICT (night_id, person_id) DO UPDATE SET part = excluded.part, reminder = excluded.reminder",
    )?
    .execute(params![night, &seat.person, json::to(&seat.part)?, seat.reminder.as_str(), now])?;
    Ok(())
}

/// Takes somebody's seat away.
///
/// # Errors
/// The database failed.
pub fn remove_seat(db: &Connection, night: &NightId, person: &PersonId) -> rusqlite::Result<()> {
    db.prepare_cached("DELETE FROM night_seats WHERE night_id = ?1 AND person_id = ?2")?
        .execute(params![night, person])?;
    Ok(())
}

/// The nights of a community that people can still come to, the next one first.
///
/// # Errors
/// The database failed.
pub fn ahead(db: &Connection, community: &CommunityId, now: Moment) -> rusqlite::Result<Vec<Night>> {
    let nights = db
        .prepare_cached(
            "SELECT * FROM nights WHERE community = ?1 AND status IN ('planned', 'running')
               AND (starts_at > ?2 OR status = 'running') ORDER BY starts_at, number",
        )?
        .query_map(params![community, now - STANDS], read)?
        .collect::<rusqlite::Result<Vec<_>>>()?;
    nights.into_iter().map(|night| with_seats(db, night)).collect()
}

/// The nights that somebody takes part in and can still come to, wherever they are, the next one first.
///
/// # Errors
/// The database failed.
pub fn joined(db: &Connection, person: &PersonId, now: Moment) -> rusqlite::Result<Vec<Night>> {
    let nights = db
        .prepare_cached(
            "SELECT n.* FROM night_seats s JOIN nights n ON n.id = s.night_id
             WHERE s.person_id = ?1 AND (n.status = 'planned' AND n.starts_at > ?2 OR n.status = 'running')
             ORDER BY n.starts_at, n.number",
        )?
        .query_map(params![person, now - STANDS], read)?
        .collect::<rusqlite::Result<Vec<_>>>()?;
    nights.into_iter().map(|night| with_seats(db, night)).collect()
}

/// The nights that somebody may have something to report of: those that they sat at, or have a seat at, and those of the community they
/// are in, that ran since then or run now. Those that run come first, then the latest.
///
/// # Errors
/// The database failed.
pub fn lately(
    db: &Connection,
    person: &PersonId,
    community: Option<&CommunityId>,
    since: Moment,
) -> rusqlite::Result<Vec<Night>> {
    let nights = db
        .prepare_cached(
            "SELECT * FROM nights n WHERE status IN ('running', 'over') AND starts_at > ?3
               AND (community = ?2 OR EXISTS (SELECT 1 FROM night_seats s WHERE s.night_id = n.id AND s.person_id = ?1)
                    OR EXISTS (SELECT 1 FROM night_cells c WHERE c.night_id = n.id AND c.person_id = ?1))
             ORDER BY status = 'running' DESC, starts_at DESC LIMIT ?4",
        )?
        .query_map(params![person, community, since, MOST_LATELY], read)?
        .collect::<rusqlite::Result<Vec<_>>>()?;
    nights.into_iter().map(|night| with_seats(db, night)).collect()
}

/// The night of that id, in whatever state. What comes from outside is held against its community.
///
/// # Errors
/// The database failed.
pub fn by_id(db: &Connection, id: &NightId) -> rusqlite::Result<Option<Night>> {
    let found = db.prepare_cached("SELECT * FROM nights WHERE id = ?1")?.query_row(params![id], read).optional()?;
    found.map(|night| with_seats(db, night)).transpose()
}

/// The number that the next night of a community gets.
///
/// # Errors
/// The database failed.
pub fn next_number(db: &Connection, community: &CommunityId) -> rusqlite::Result<u32> {
    db.prepare_cached("SELECT coalesce(max(number), 0) + 1 FROM nights WHERE community = ?1")?
        .query_row(params![community], |row| row.get(0))
}

fn with_seats(db: &Connection, mut night: Night) -> rusqlite::Result<Night> {
    let read = |row: &Row<'_>| {
        Ok(Seat {
            person: row.get("person_id")?,
            handle: row.get("handle")?,
            part: json::from(row, "part")?,
            reminder: row.get_ref("reminder")?.as_str()?.parse().map_err(|error: UnknownName| unreadable(error))?,
        })
    };
    night.seats = db
        .prepare_cached(
            "SELECT s.*, (SELECT min(a.handle) FROM accounts a WHERE a.person_id = s.person_id AND a.platform = ?2) AS handle
             FROM night_seats s WHERE s.night_id = ?1 AND handle IS NOT NULL ORDER BY s.position",
        )?
        .query_map(params![&night.id, night.place.platform.as_str()], read)?
        .collect::<rusqlite::Result<Vec<_>>>()?;
    Ok(night)
}

fn read(row: &Row<'_>) -> rusqlite::Result<Night> {
    let broken = |error: UnknownName| unreadable(error);
    let (platform, place) = (row.get_ref("platform")?.as_str()?, row.get_ref("place")?.as_str()?);
    Ok(Night {
        id: row.get("id")?,
        community: row.get("community")?,
        number: row.get("number")?,
        place: Place::stored(platform, place).map_err(broken)?,
        host: row.get("host")?,
        plan: Plan {
            locale: row.get_ref("locale")?.as_str()?.parse().map_err(broken)?,
            zone: row.get_ref("zone")?.as_str()?.parse().unwrap_or(Tz::UTC),
            wall: NaiveDateTime::parse_from_str(row.get_ref("wall")?.as_str()?, WALL).map_err(unreadable)?,
            starts_at: row.get("starts_at")?,
            topic: row.get("topic")?,
            minutes: row.get("minutes")?,
            rounds: row.get("rounds")?,
            most: row.get("most")?,
            meets: json::from(row, "meets")?,
        },
        status: row.get_ref("status")?.as_str()?.parse().map_err(broken)?,
        seats: Vec::new(),
        evening: match row.get_ref("evening")? {
            rusqlite::types::ValueRef::Null => None,
            // One that no longer loads is over: its people are told so when they come.
            _ => json::from(row, "evening").ok(),
        },
    })
}

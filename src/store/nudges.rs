//! Nudges, and when they are to be told.

use super::unreadable;
use crate::clock::Moment;
use crate::ids::{NightId, PersonId, UnknownName};
use crate::nudge::{Nudge, TOLD_STANDS};
use chrono::NaiveDateTime;
use chrono_tz::Tz;
use rusqlite::{Connection, OptionalExtension as _, Row, params};

/// How wall times are stored.
pub(super) const WALL: &str = "%Y-%m-%dT%H:%M:%S";

/// Writes a nudge of a person as it now is.
///
/// # Errors
/// The database failed.
pub fn put(db: &Connection, person: &PersonId, nudge: &Nudge) -> rusqlite::Result<()> {
    db.prepare_cached(
        "INSERT INTO nudges (person_id, number, kind, words, platform, zone, first_wall, wall, hour_set, every, status,
                             due_at, tell_at, told_at, made_at, draft, night)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)
         ON CONFLICT (person_id, number) DO UPDATE SET zone = excluded.zone, first_wall = excluded.first_wall,
             wall = excluded.wall, hour_set = excluded.hour_set, every = excluded.every, status = excluded.status,
             due_at = excluded.due_at, tell_at = excluded.tell_at, told_at = excluded.told_at,
             made_at = excluded.made_at",
    )?
    .execute(params![
        person,
        nudge.number,
        nudge.kind.as_str(),
        &nudge.words,
        nudge.platform.as_str(),
        nudge.zone.name(),
        nudge.first.format(WALL).to_string(),
        nudge.wall.format(WALL).to_string(),
        nudge.hour.as_str(),
        nudge.every.map(|every| every.to_string()),
        nudge.status.as_str(),
        nudge.due_at,
        nudge.tell_at,
        nudge.told_at,
        nudge.made_at,
        nudge.draft,
        nudge.night
    ])?;
    Ok(())
}

fn read(row: &Row<'_>) -> rusqlite::Result<Nudge> {
    let broken = |error: UnknownName| unreadable(error);
    let wall = |column: &str| NaiveDateTime::parse_from_str(row.get_ref(column)?.as_str()?, WALL).map_err(unreadable);
    Ok(Nudge {
        number: row.get("number")?,
        kind: row.get_ref("kind")?.as_str()?.parse().map_err(broken)?,
        words: row.get("words")?,
        platform: row.get_ref("platform")?.as_str()?.parse().map_err(broken)?,
        zone: row.get_ref("zone")?.as_str()?.parse().unwrap_or(Tz::UTC),
        first: wall("first_wall")?,
        wall: wall("wall")?,
        hour: row.get_ref("hour_set")?.as_str()?.parse().map_err(broken)?,
        every: row.get_ref("every")?.as_str_or_null()?.map(str::parse).transpose().map_err(broken)?,
        status: row.get_ref("status")?.as_str()?.parse().map_err(broken)?,
        due_at: row.get("due_at")?,
        tell_at: row.get("tell_at")?,
        told_at: row.get("told_at")?,
        made_at: row.get("made_at")?,
        draft: row.get("draft")?,
        night: row.get("night")?,
    })
}

/// The nudges of a person that are planned, or told not long ago and not done: the next one first.
///
/// # Errors
/// The database failed.
pub fn standing(db: &Connection, person: &PersonId, now: Moment) -> rusqlite::Result<Vec<Nudge>> {
    let mut statement = db.prepare_cached(
        "SELECT * FROM nudges
         WHERE person_id = ?1 AND (status = 'planned' OR (status = 'told' AND told_at >= ?2)) ORDER BY due_at, number",
    )?;
    // One that cannot be read stands in nobody's way; it is set aside when its time comes.
    let rows = statement.query_map(params![person, now - TOLD_STANDS], |row| Ok(read(row).ok()))?;
    rows.filter_map(Result::transpose).collect()
}

/// The nudge that reminds a person of a night.
///
/// # Errors
/// The database failed.
pub fn of_night(db: &Connection, person: &PersonId, night: &NightId) -> rusqlite::Result<Option<Nudge>> {
    db.prepare_cached("SELECT * FROM nudges WHERE person_id = ?1 AND night = ?2 AND kind = 'night'")?
        .query_row(params![person, night], read)
        .optional()
}

/// The highest number of any nudge of a person; 0 where there was none.
///
/// # Errors
/// The database failed.
pub fn last_number(db: &Connection, person: &PersonId) -> rusqlite::Result<u32> {
    db.prepare_cached("SELECT coalesce(max(number), 0) FROM nudges WHERE person_id = ?1")?
        .query_row(params![person], |row| row.get(0))
}

/// What is due for a person.
#[derive(Debug, Default)]
pub struct Due {
    /// The nudges, the earliest first.
    pub nudges: Vec<Nudge>,
    /// The numbers of those that cannot be read: another version wrote them.
    pub unreadable: Vec<u32>,
}

/// The nudges of a person whose time has come.
///
/// # Errors
/// The database failed.
pub fn due_for(db: &Connection, person: &PersonId, now: Moment) -> rusqlite::Result<Due> {
    let mut statement = db.prepare_cached(
        "SELECT * FROM nudges WHERE person_id = ?1 AND status = 'planned' AND tell_at <= ?2 ORDER BY due_at, number",
    )?;
    let mut rows = statement.query(params![person, now])?;
    let mut due = Due::default();
    while let Some(row) = rows.next()? {
        match read(row) {
            Ok(nudge) => due.nudges.push(nudge),
            Err(_) => due.unreadable.push(row.get("number")?),
        }
    }
    Ok(due)
}

/// Sets a nudge aside that cannot be read: it stays as it is, and rings no more.
///
/// # Errors
/// The database failed.
pub fn set_aside(db: &Connection, person: &PersonId, number: u32) -> rusqlite::Result<()> {
    db.prepare_cached("UPDATE nudges SET status = 'aside' WHERE person_id = ?1 AND number = ?2")?
        .execute(params![person, number])?;
    Ok(())
}

/// The people who have the first `limit` nudges whose time has come.
///
/// # Errors
/// The database failed.
pub fn due(db: &Connection, now: Moment, limit: i64) -> rusqlite::Result<Vec<PersonId>> {
    let mut people: Vec<PersonId> = db
        .prepare_cached(
            "SELECT person_id FROM nudges WHERE status = 'planned' AND tell_at <= ?1 ORDER BY tell_at LIMIT ?2",
        )?
        .query_map(params![now, limit], |row| row.get(0))?
        .collect::<rusqlite::Result<Vec<_>>>()?;
    people.sort();
    people.dedup();
    Ok(people)
}

/// Up to `limit` planned nudges with their people, in the order of person and number, after that one.
///
/// # Errors
/// The database failed.
pub fn planned_after(
    db: &Connection,
    person: &str,
    number: u32,
    limit: usize,
) -> rusqlite::Result<Vec<(PersonId, Option<Nudge>, u32)>> {
    let mut statement = db.prepare_cached(
        "SELECT * FROM nudges WHERE status = 'planned' AND (person_id, number) > (?1, ?2)
         ORDER BY person_id, number LIMIT ?3",
    )?;
    let rows = statement.query_map(params![person, number, limit], |row| {
        Ok((row.get("person_id")?, read(row).ok(), row.get("number")?))
    })?;
    rows.collect()
}

/// When the next nudge is to be told or looked at.
///
/// # Errors
/// The database failed.
pub fn next(db: &Connection) -> rusqlite::Result<Option<Moment>> {
    db.prepare_cached("SELECT min(tell_at) FROM nudges WHERE status = 'planned'")?.query_row([], |row| row.get(0))
}

/// Puts off what is due for a person: it could not be told for a reason of the bot's own.
///
/// # Errors
/// The database failed.
pub fn put_off(db: &Connection, person: &PersonId, now: Moment, until: Moment) -> rusqlite::Result<()> {
    db.prepare_cached("UPDATE nudges SET tell_at = ?3 WHERE person_id = ?1 AND status = 'planned' AND tell_at <= ?2")?
        .execute(params![person, now, until])?;
    Ok(())
}

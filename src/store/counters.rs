//! The numbers that things of one person are given: none is used twice, so that an old button never means something else.

use crate::ids::PersonId;
use rusqlite::{Connection, params};

/// What the contacts are counted under.
pub const CONTACTS: &str = "contacts";

/// What the targets are counted under.
pub const TARGETS: &str = "targets";
/// What the drafts are counted under.
pub const DRAFTS: &str = "drafts";

/// The number that the next one gets.
///
/// # Errors
/// The database failed.
pub fn next(db: &Connection, person: &PersonId, what: &str) -> rusqlite::Result<u32> {
    db.prepare_cached("SELECT coalesce(max(last), 0) + 1 FROM counters WHERE person_id = ?1 AND what = ?2")?
        .query_row(params![person, what], |row| row.get(0))
}

/// Notes that a number was given.
///
/// # Errors
/// The database failed.
pub fn note(db: &Connection, person: &PersonId, what: &str, given: u32) -> rusqlite::Result<()> {
    db.prepare_cached(
        "INSERT INTO counters (person_id, what, last) VALUES (?1, ?2, ?3)
         ON CONFLICT (person_id, what) DO UPDATE SET last = max(last, excluded.last)",
    )?
    .execute(params![person, what, given])?;
    Ok(())
}

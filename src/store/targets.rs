//! The organisations that a learner has in view.

use super::counters;
use crate::clock::Moment;
use crate::coach::ladder::Target;
use crate::ids::PersonId;
use rusqlite::{Connection, params};

/// Writes the list as it now is: what is not on it goes.
///
/// # Errors
/// The database failed.
pub fn put(db: &Connection, person: &PersonId, targets: &[Target], now: Moment) -> rusqlite::Result<()> {
    let gone: Vec<u32> = all(db, person)?
        .iter()
        .map(|known| known.number)
        .filter(|number| targets.iter().all(|target| target.number != *number))
        .collect();
    for number in gone {
        db.prepare_cached("DELETE FROM targets WHERE person_id = ?1 AND number = ?2")?
            .execute(params![person, number])?;
    }
    let mut put = db.prepare_cached(
        "INSERT INTO targets (person_id, number, name, reason, rank, added_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
         ON CONFLICT (person_id, number) DO UPDATE SET name = excluded.name, reason = excluded.reason, rank = excluded.rank",
    )?;
    for (rank, target) in (1u32..).zip(targets) {
        put.execute(params![person, target.number, target.name, target.reason, rank, now])?;
    }
    match targets.iter().map(|target| target.number).max() {
        Some(last) => counters::note(db, person, counters::TARGETS, last),
        None => Ok(()),
    }
}

/// A person's targets, the one they want most first.
///
/// # Errors
/// The database failed.
pub fn all(db: &Connection, person: &PersonId) -> rusqlite::Result<Vec<Target>> {
    db.prepare_cached("SELECT number, name, reason FROM targets WHERE person_id = ?1 ORDER BY rank, number")?
        .query_map([person], |row| Ok(Target { number: row.get(0)?, name: row.get(1)?, reason: row.get(2)? }))?
        .collect()
}

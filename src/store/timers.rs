//! What is to happen at a time.

use crate::clock::Moment;
use crate::ids::SessionId;
use rusqlite::{Connection, Row, params};

/// A timer that is due.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Due {
    /// The session it belongs to.
    pub session: SessionId,
    /// Its name within that session.
    pub name: String,
    /// When it was to ring.
    pub at: Moment,
}

/// Sets a timer of a session, or moves the one of that name.
///
/// # Errors
/// The database failed.
pub fn set(db: &Connection, session: &SessionId, name: &str, at: Moment) -> rusqlite::Result<()> {
    db.prepare_cached(
        "INSERT INTO timers (session_id, name, due_at) VALUES (?1, ?2, ?3)
         ON CONFLICT (session_id, name) DO UPDATE SET due_at = excluded.due_at",
    )?
    .execute(params![session, name, at])?;
    Ok(())
}

/// Takes one timer of a session away. `false` where there was none.
///
/// # Errors
/// The database failed.
pub fn cancel(db: &Connection, session: &SessionId, name: &str) -> rusqlite::Result<bool> {
    let done =
        db.prepare_cached("DELETE FROM timers WHERE session_id = ?1 AND name = ?2")?.execute(params![session, name])?;
    Ok(done == 1)
}

/// Takes all timers of a session away: it is over, or parked.
///
/// # Errors
/// The database failed.
pub fn cancel_all(db: &Connection, session: &SessionId) -> rusqlite::Result<()> {
    db.prepare_cached("DELETE FROM timers WHERE session_id = ?1")?.execute(params![session])?;
    Ok(())
}

/// Up to `limit` timers that are due, the earliest first.
///
/// # Errors
/// The database failed.
pub fn due(db: &Connection, now: Moment, limit: i64) -> rusqlite::Result<Vec<Due>> {
    let read =
        |row: &Row<'_>| Ok(Due { session: row.get("session_id")?, name: row.get("name")?, at: row.get("due_at")? });
    db.prepare_cached(
        "SELECT session_id, name, due_at FROM timers WHERE due_at <= ?1 ORDER BY due_at, session_id, name LIMIT ?2",
    )?
    .query_map(params![now, limit], read)?
    .collect()
}

/// When the next timer rings.
///
/// # Errors
/// The database failed.
pub fn next(db: &Connection) -> rusqlite::Result<Option<Moment>> {
    db.prepare_cached("SELECT min(due_at) FROM timers")?.query_row([], |row| row.get(0))
}

/// The name of the engine's own timer of a session. No flow's timer begins with this sign.
pub const SILENCE: &str = "~silence";

/// Timers that should not be there when a conversation has come to rest: those of sessions that wait for nothing, and those that
/// a flow has set and not taken back.
///
/// # Errors
/// The database failed.
pub fn unexpected(db: &Connection) -> rusqlite::Result<Vec<String>> {
    db.prepare_cached(
        "SELECT s.flow || '/' || t.name FROM timers t JOIN sessions s ON s.id = t.session_id
         WHERE s.status NOT IN ('open', 'parked', 'beside') OR t.name <> ?1",
    )?
    .query_map(params![SILENCE], |row| row.get(0))?
    .collect::<rusqlite::Result<Vec<_>>>()
}

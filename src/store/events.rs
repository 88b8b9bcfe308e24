//! Which events were acted on already.

use crate::clock::Moment;
use crate::ids::{EventId, PlatformName};
use rusqlite::{Connection, params};
use std::time::Duration;

/// How long an event's id is remembered. Platforms repeat an event within minutes, after an outage within half a day.
const REMEMBERED: Duration = Duration::from_secs(14 * 24 * 3600);

/// Notes the event. `false` where it was noted before.
///
/// # Errors
/// The database failed.
pub fn note(db: &Connection, platform: PlatformName, event: &EventId, now: Moment) -> rusqlite::Result<bool> {
    let done = db
        .prepare_cached(
            "INSERT INTO seen_events (platform, event_id, seen_at) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING",
        )?
        .execute(params![platform.as_str(), event, now])?;
    Ok(done == 1)
}

/// Forgets the events that no platform will repeat any more.
///
/// # Errors
/// The database failed.
pub fn forget_old(db: &Connection, now: Moment) -> rusqlite::Result<usize> {
    let done = db.prepare_cached("DELETE FROM seen_events WHERE seen_at < ?1")?.execute(params![now - REMEMBERED])?;
    Ok(done)
}

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

/// Forgets events that no platform will repeat any more, so many at a time that nobody waits for it. Gives back how many.
///
/// # Errors
/// The database failed.
pub fn forget_old(db: &Connection, now: Moment) -> rusqlite::Result<usize> {
    db.prepare_cached(
        "DELETE FROM seen_events WHERE (platform, event_id) IN
           (SELECT platform, event_id FROM seen_events WHERE seen_at < ?1 ORDER BY seen_at LIMIT ?2)",
    )?
    .execute(params![now - REMEMBERED, FORGOTTEN_AT_ONCE])
}

/// How many events are forgotten at a time.
pub const FORGOTTEN_AT_ONCE: usize = 1_000;

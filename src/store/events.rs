//! Which events were acted on already.

use crate::clock::Moment;
use crate::ids::{EventId, PlatformName};
use sqlx::SqliteConnection;
use std::time::Duration;

/// How long an event's id is remembered. Platforms repeat an event within minutes, after an outage within half a day.
const REMEMBERED: Duration = Duration::from_secs(14 * 24 * 3600);

/// Notes the event. `false` where it was noted before.
///
/// # Errors
/// The database failed.
pub async fn note(
    db: &mut SqliteConnection,
    platform: PlatformName,
    event: &EventId,
    now: Moment,
) -> sqlx::Result<bool> {
    let done =
        sqlx::query("INSERT INTO seen_events (platform, event_id, seen_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING")
            .bind(platform.as_str())
            .bind(event)
            .bind(now)
            .execute(db)
            .await?;
    Ok(done.rows_affected() == 1)
}

/// Forgets the events that no platform will repeat any more.
///
/// # Errors
/// The database failed.
pub async fn forget_old(db: &mut SqliteConnection, now: Moment) -> sqlx::Result<u64> {
    let done = sqlx::query("DELETE FROM seen_events WHERE seen_at < $1").bind(now - REMEMBERED).execute(db).await?;
    Ok(done.rows_affected())
}

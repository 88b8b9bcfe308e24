//! What is to happen at a time.

use crate::clock::Moment;
use crate::ids::SessionId;
use sqlx::{Row, SqliteConnection};

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
pub async fn set(db: &mut SqliteConnection, session: &SessionId, name: &str, at: Moment) -> sqlx::Result<()> {
    sqlx::query(
        "INSERT INTO timers (session_id, name, due_at) VALUES ($1, $2, $3)
         ON CONFLICT (session_id, name) DO UPDATE SET due_at = excluded.due_at",
    )
    .bind(session)
    .bind(name)
    .bind(at)
    .execute(db)
    .await?;
    Ok(())
}

/// Takes one timer of a session away. `false` where there was none.
///
/// # Errors
/// The database failed.
pub async fn cancel(db: &mut SqliteConnection, session: &SessionId, name: &str) -> sqlx::Result<bool> {
    let done = sqlx::query("DELETE FROM timers WHERE session_id = $1 AND name = $2")
        .bind(session)
        .bind(name)
        .execute(db)
        .await?;
    Ok(done.rows_affected() == 1)
}

/// Takes all timers of a session away: it is over, or parked.
///
/// # Errors
/// The database failed.
pub async fn cancel_all(db: &mut SqliteConnection, session: &SessionId) -> sqlx::Result<()> {
    sqlx::query("DELETE FROM timers WHERE session_id = $1").bind(session).execute(db).await?;
    Ok(())
}

/// Up to `limit` timers that are due, the earliest first.
///
/// # Errors
/// The database failed.
pub async fn due(db: &mut SqliteConnection, now: Moment, limit: i64) -> sqlx::Result<Vec<Due>> {
    let rows = sqlx::query(
        "SELECT session_id, name, due_at FROM timers WHERE due_at <= $1 ORDER BY due_at, session_id, name LIMIT $2",
    )
    .bind(now)
    .bind(limit)
    .fetch_all(db)
    .await?;
    rows.iter()
        .map(|row| {
            Ok(Due { session: row.try_get("session_id")?, name: row.try_get("name")?, at: row.try_get("due_at")? })
        })
        .collect()
}

/// When the next timer rings.
///
/// # Errors
/// The database failed.
pub async fn next(db: &mut SqliteConnection) -> sqlx::Result<Option<Moment>> {
    sqlx::query_scalar("SELECT min(due_at) FROM timers").fetch_one(db).await
}

/// The name of the engine's own timer of a session. No flow's timer begins with this sign.
pub const SILENCE: &str = "~silence";

/// Timers that should not be there when a conversation has come to rest: those of sessions that wait for nothing, and those that
/// a flow has set and not taken back.
///
/// # Errors
/// The database failed.
pub async fn unexpected(db: &mut SqliteConnection) -> sqlx::Result<Vec<String>> {
    sqlx::query_scalar(
        "SELECT s.flow || '/' || t.name FROM timers t JOIN sessions s ON s.id = t.session_id
         WHERE s.status NOT IN ('open', 'parked', 'beside') OR t.name <> $1",
    )
    .bind(SILENCE)
    .fetch_all(db)
    .await
}

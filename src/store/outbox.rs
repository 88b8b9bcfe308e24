//! What is to be said, until it was.

use crate::chat::platform::Content;
use crate::chat::{Outgoing, Place};
use crate::clock::Moment;
use crate::ids::{DeliveryKey, PersonId, PlatformName};
use sqlx::sqlite::SqliteRow;
use sqlx::{Row, SqliteConnection};
use std::collections::BTreeSet;

/// Puts a message into the outbox.
///
/// # Errors
/// The database failed.
pub async fn add(db: &mut SqliteConnection, out: &NewMessage, now: Moment) -> sqlx::Result<()> {
    sqlx::query(
        "INSERT INTO outbox (key, platform, place, only_handle, person_id, content, next_try_at, made_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $7)",
    )
    .bind(&out.key)
    .bind(out.place.platform.as_str())
    .bind(out.place.to_text())
    .bind(&out.only)
    .bind(&out.person)
    .bind(as_json(&out.content)?)
    .bind(now)
    .execute(db)
    .await?;
    Ok(())
}

/// A message that is not in the outbox yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewMessage {
    /// What the platform drops a repeat by.
    pub key: DeliveryKey,
    /// Where it goes.
    pub place: Place,
    /// The account that alone may see it.
    pub only: Option<String>,
    /// Who it is for.
    pub person: Option<PersonId>,
    /// What is said.
    pub content: Content,
}

/// What may leave now.
#[derive(Debug, Default)]
pub struct Ready {
    /// The messages.
    pub messages: Vec<Outgoing>,
    /// The numbers of rows that cannot be read: another version wrote them.
    pub unreadable: Vec<i64>,
}

/// The first message of each place of these platforms that may leave now, but for those that are under way; at most `limit`, the
/// oldest first. A message whose next try is still to come holds back those behind it in the same place.
///
/// # Errors
/// The database failed.
pub async fn ready(
    db: &mut SqliteConnection,
    platforms: &[PlatformName],
    under_way: &BTreeSet<i64>,
    now: Moment,
    limit: i64,
) -> sqlx::Result<Ready> {
    let platforms: Vec<&str> = platforms.iter().map(|platform| platform.as_str()).collect();
    let rows = sqlx::query(
        "SELECT o.* FROM outbox o WHERE o.parked_at IS NULL AND o.next_try_at <= $1
           AND o.platform IN (SELECT value FROM json_each($2)) AND o.id NOT IN (SELECT value FROM json_each($3))
           AND NOT EXISTS (SELECT 1 FROM outbox e WHERE e.platform = o.platform AND e.place = o.place
                           AND e.parked_at IS NULL AND e.id < o.id)
         ORDER BY o.id LIMIT $4",
    )
    .bind(now)
    .bind(serde_json::json!(platforms).to_string())
    .bind(serde_json::json!(under_way).to_string())
    .bind(limit)
    .fetch_all(db)
    .await?;
    let mut ready = Ready::default();
    for row in &rows {
        match read(row) {
            Ok(message) => ready.messages.push(message),
            Err(_) => ready.unreadable.push(row.try_get("id")?),
        }
    }
    Ok(ready)
}

fn read(row: &SqliteRow) -> sqlx::Result<Outgoing> {
    let (platform, place): (&str, &str) = (row.try_get("platform")?, row.try_get("place")?);
    let content: &str = row.try_get("content")?;
    Ok(Outgoing {
        id: row.try_get("id")?,
        key: row.try_get("key")?,
        place: Place::stored(platform, place).map_err(|error| sqlx::Error::Decode(Box::new(error)))?,
        only: row.try_get("only_handle")?,
        person: row.try_get("person_id")?,
        content: serde_json::from_str(content).map_err(|error| sqlx::Error::Decode(Box::new(error)))?,
        failures: row.try_get("failures")?,
    })
}

fn as_json(content: &Content) -> sqlx::Result<String> {
    serde_json::to_string(content).map_err(|error| sqlx::Error::Encode(Box::new(error)))
}

/// Takes a message out that was delivered.
///
/// # Errors
/// The database failed.
pub async fn delivered(db: &mut SqliteConnection, id: i64) -> sqlx::Result<()> {
    sqlx::query("DELETE FROM outbox WHERE id = $1").bind(id).execute(db).await?;
    Ok(())
}

/// Puts the next try of a message off. `failures` is how many tries have failed by now.
///
/// # Errors
/// The database failed.
pub async fn put_off(db: &mut SqliteConnection, id: i64, failures: u32, until: Moment) -> sqlx::Result<()> {
    sqlx::query("UPDATE outbox SET failures = $2, next_try_at = $3 WHERE id = $1")
        .bind(id)
        .bind(failures)
        .bind(until)
        .execute(db)
        .await?;
    Ok(())
}

/// Sets a message aside, so that what is behind it may leave.
///
/// # Errors
/// The database failed.
pub async fn park(db: &mut SqliteConnection, id: i64, failures: u32, now: Moment) -> sqlx::Result<()> {
    sqlx::query("UPDATE outbox SET failures = $2, parked_at = $3 WHERE id = $1")
        .bind(id)
        .bind(failures)
        .bind(now)
        .execute(db)
        .await?;
    Ok(())
}

/// The messages for a person that were set aside in a place. One that cannot be read stays there: another version may read it.
///
/// # Errors
/// The database failed.
pub async fn parked(db: &mut SqliteConnection, person: &PersonId, place: &Place) -> sqlx::Result<Vec<Outgoing>> {
    let rows = sqlx::query(
        "SELECT * FROM outbox WHERE person_id = $1 AND platform = $2 AND place = $3 AND parked_at IS NOT NULL
         ORDER BY id",
    )
    .bind(person)
    .bind(place.platform.as_str())
    .bind(place.to_text())
    .fetch_all(db)
    .await?;
    Ok(rows.iter().filter_map(|row| read(row).ok()).collect())
}

/// Lets a message that was set aside leave after all, with the content it should have by now.
///
/// # Errors
/// The database failed.
pub async fn release(db: &mut SqliteConnection, id: i64, content: &Content, now: Moment) -> sqlx::Result<()> {
    sqlx::query("UPDATE outbox SET parked_at = NULL, failures = 0, next_try_at = $3, content = $2 WHERE id = $1")
        .bind(id)
        .bind(as_json(content)?)
        .bind(now)
        .execute(db)
        .await?;
    Ok(())
}

/// When the next message that may not leave yet, and that nothing holds back, may leave.
///
/// # Errors
/// The database failed.
pub async fn next(db: &mut SqliteConnection, now: Moment) -> sqlx::Result<Option<Moment>> {
    sqlx::query_scalar(
        "SELECT min(o.next_try_at) FROM outbox o WHERE o.parked_at IS NULL AND o.next_try_at > $1
           AND NOT EXISTS (SELECT 1 FROM outbox e WHERE e.platform = o.platform AND e.place = o.place
                           AND e.parked_at IS NULL AND e.id < o.id)",
    )
    .bind(now)
    .fetch_one(db)
    .await
}

/// How many messages wait to leave, and how many were set aside.
///
/// # Errors
/// The database failed.
pub async fn count(db: &mut SqliteConnection) -> sqlx::Result<(i64, i64)> {
    sqlx::query_as(
        "SELECT count(*) FILTER (WHERE parked_at IS NULL), count(*) FILTER (WHERE parked_at IS NOT NULL) FROM outbox",
    )
    .fetch_one(db)
    .await
}

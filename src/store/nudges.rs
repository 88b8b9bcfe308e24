//! Nudges, and when they are to be told.

use crate::clock::Moment;
use crate::ids::{PersonId, UnknownName};
use crate::nudge::{Nudge, TOLD_STANDS};
use chrono::NaiveDateTime;
use chrono_tz::Tz;
use sqlx::sqlite::SqliteRow;
use sqlx::{Row, SqliteConnection};

/// How wall times are stored.
const WALL: &str = "%Y-%m-%dT%H:%M:%S";

/// Writes a nudge of a person as it now is.
///
/// # Errors
/// The database failed.
pub async fn put(db: &mut SqliteConnection, person: &PersonId, nudge: &Nudge) -> sqlx::Result<()> {
    sqlx::query(
        "INSERT INTO nudges (person_id, number, kind, words, platform, zone, first_wall, wall, hour_set, every, status,
                             due_at, tell_at, told_at, made_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
         ON CONFLICT (person_id, number) DO UPDATE SET zone = excluded.zone, first_wall = excluded.first_wall,
             wall = excluded.wall, hour_set = excluded.hour_set, every = excluded.every, status = excluded.status,
             due_at = excluded.due_at, tell_at = excluded.tell_at, told_at = excluded.told_at,
             made_at = excluded.made_at",
    )
    .bind(person)
    .bind(nudge.number)
    .bind(nudge.kind.as_str())
    .bind(&nudge.words)
    .bind(nudge.platform.as_str())
    .bind(nudge.zone.name())
    .bind(nudge.first.format(WALL).to_string())
    .bind(nudge.wall.format(WALL).to_string())
    .bind(nudge.hour.as_str())
    .bind(nudge.every.map(|every| every.to_string()))
    .bind(nudge.status.as_str())
    .bind(nudge.due_at)
    .bind(nudge.tell_at)
    .bind(nudge.told_at)
    .bind(nudge.made_at)
    .execute(db)
    .await?;
    Ok(())
}

fn read(row: &SqliteRow) -> sqlx::Result<Nudge> {
    let broken = |error: UnknownName| sqlx::Error::Decode(Box::new(error));
    let wall = |column: &str| {
        NaiveDateTime::parse_from_str(row.try_get::<&str, _>(column)?, WALL)
            .map_err(|error| sqlx::Error::Decode(Box::new(error)))
    };
    Ok(Nudge {
        number: row.try_get("number")?,
        kind: row.try_get::<&str, _>("kind")?.parse().map_err(broken)?,
        words: row.try_get("words")?,
        platform: row.try_get::<&str, _>("platform")?.parse().map_err(broken)?,
        zone: row.try_get::<&str, _>("zone")?.parse().unwrap_or(Tz::UTC),
        first: wall("first_wall")?,
        wall: wall("wall")?,
        hour: row.try_get::<&str, _>("hour_set")?.parse().map_err(broken)?,
        every: row.try_get::<Option<&str>, _>("every")?.map(str::parse).transpose().map_err(broken)?,
        status: row.try_get::<&str, _>("status")?.parse().map_err(broken)?,
        due_at: row.try_get("due_at")?,
        tell_at: row.try_get("tell_at")?,
        told_at: row.try_get("told_at")?,
        made_at: row.try_get("made_at")?,
    })
}

/// The nudges of a person that are planned, or told not long ago and not done: the next one first.
///
/// # Errors
/// The database failed.
pub async fn standing(db: &mut SqliteConnection, person: &PersonId, now: Moment) -> sqlx::Result<Vec<Nudge>> {
    let rows = sqlx::query(
        "SELECT * FROM nudges WHERE person_id = $1 AND (status = 'planned' OR (status = 'told' AND told_at >= $2))
         ORDER BY due_at, number",
    )
    .bind(person)
    .bind(now - TOLD_STANDS)
    .fetch_all(db)
    .await?;
    rows.iter().map(read).collect()
}

/// The highest number of any nudge of a person; 0 where there was none.
///
/// # Errors
/// The database failed.
pub async fn last_number(db: &mut SqliteConnection, person: &PersonId) -> sqlx::Result<u32> {
    sqlx::query_scalar("SELECT coalesce(max(number), 0) FROM nudges WHERE person_id = $1")
        .bind(person)
        .fetch_one(db)
        .await
}

/// The nudges of a person whose time has come, the earliest first.
///
/// # Errors
/// The database failed.
pub async fn due_for(db: &mut SqliteConnection, person: &PersonId, now: Moment) -> sqlx::Result<Vec<Nudge>> {
    let rows = sqlx::query(
        "SELECT * FROM nudges WHERE person_id = $1 AND status = 'planned' AND tell_at <= $2 ORDER BY due_at, number",
    )
    .bind(person)
    .bind(now)
    .fetch_all(db)
    .await?;
    rows.iter().map(read).collect()
}

/// Up to `limit` people who have nudges whose time has come.
///
/// # Errors
/// The database failed.
pub async fn due(db: &mut SqliteConnection, now: Moment, limit: i64) -> sqlx::Result<Vec<PersonId>> {
    let mut people: Vec<PersonId> = sqlx::query_scalar(
        "SELECT person_id FROM nudges WHERE status = 'planned' AND tell_at <= $1 ORDER BY tell_at LIMIT $2",
    )
    .bind(now)
    .bind(limit)
    .fetch_all(db)
    .await?;
    people.sort();
    people.dedup();
    Ok(people)
}

/// When the next nudge is to be told or looked at.
///
/// # Errors
/// The database failed.
pub async fn next(db: &mut SqliteConnection) -> sqlx::Result<Option<Moment>> {
    sqlx::query_scalar("SELECT min(tell_at) FROM nudges WHERE status = 'planned'").fetch_one(db).await
}

/// Puts off what is due for a person: it could not be told for a reason of the bot's own.
///
/// # Errors
/// The database failed.
pub async fn put_off(db: &mut SqliteConnection, person: &PersonId, now: Moment, until: Moment) -> sqlx::Result<()> {
    sqlx::query("UPDATE nudges SET tell_at = $3 WHERE person_id = $1 AND status = 'planned' AND tell_at <= $2")
        .bind(person)
        .bind(now)
        .bind(until)
        .execute(db)
        .await?;
    Ok(())
}

//! Attempts at an elevator pitch.

use crate::clock::Moment;
use crate::coach::build::Cut;
use crate::ids::{PersonId, SessionId};
use serde::{Deserialize, Serialize};
use sqlx::sqlite::SqliteRow;
use sqlx::{Row, SqliteConnection};

/// One attempt, as it is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attempt {
    /// Counted within the session, from 1.
    pub number: u32,
    /// When it was made.
    pub at: Moment,
    /// The target, in seconds.
    pub target: u32,
    /// What was typed. `None` for a voice message.
    pub text: Option<String>,
    /// How many words it has. `None` for a voice message.
    pub words: Option<u32>,
    /// How long it took to say. `None` for a typed one.
    pub spoken_ms: Option<u32>,
    /// The parts that were there, by their ids, separated by commas.
    pub parts: String,
    /// What it was cut for, where it was put together part by part.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cut: Option<Cut>,
}

/// Writes an attempt down. An attempt of the same session and number is replaced: its person corrected it.
///
/// # Errors
/// The database failed.
pub async fn put(
    db: &mut SqliteConnection,
    person: &PersonId,
    session: &SessionId,
    attempt: &Attempt,
) -> sqlx::Result<()> {
    sqlx::query(
        "INSERT INTO pitch_attempts (session_id, number, person_id, at, target, text, words, spoken_ms, parts, cut)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
         ON CONFLICT (session_id, number) DO UPDATE SET at = excluded.at, target = excluded.target,
             text = excluded.text, words = excluded.words, spoken_ms = excluded.spoken_ms, parts = excluded.parts,
             cut = excluded.cut",
    )
    .bind(session)
    .bind(attempt.number)
    .bind(person)
    .bind(attempt.at)
    .bind(attempt.target)
    .bind(&attempt.text)
    .bind(attempt.words)
    .bind(attempt.spoken_ms)
    .bind(&attempt.parts)
    .bind(attempt.cut.map(Cut::as_str))
    .execute(db)
    .await?;
    Ok(())
}

/// Marks an attempt as the version to keep. Earlier ones that were kept stay so: they are the history.
///
/// # Errors
/// The database failed.
pub async fn keep(
    db: &mut SqliteConnection,
    person: &PersonId,
    session: &SessionId,
    number: u32,
    now: Moment,
) -> sqlx::Result<()> {
    sqlx::query("UPDATE pitch_attempts SET kept_at = $4 WHERE person_id = $1 AND session_id = $2 AND number = $3")
        .bind(person)
        .bind(session)
        .bind(number)
        .bind(now)
        .execute(db)
        .await?;
    Ok(())
}

/// The highest number of an attempt in a session of the person; 0 where there is none.
///
/// # Errors
/// The database failed.
pub async fn count(db: &mut SqliteConnection, person: &PersonId, session: &SessionId) -> sqlx::Result<u32> {
    sqlx::query_scalar("SELECT coalesce(max(number), 0) FROM pitch_attempts WHERE person_id = $1 AND session_id = $2")
        .bind(person)
        .bind(session)
        .fetch_one(db)
        .await
}

/// The person's last attempt in any session but this one.
///
/// # Errors
/// The database failed.
pub async fn last_before(
    db: &mut SqliteConnection,
    person: &PersonId,
    session: &SessionId,
) -> sqlx::Result<Option<Attempt>> {
    let row = sqlx::query(
        "SELECT * FROM pitch_attempts WHERE person_id = $1 AND session_id <> $2 AND cut IS NULL
         ORDER BY at DESC, number DESC LIMIT 1",
    )
    .bind(person)
    .bind(session)
    .fetch_optional(db)
    .await?;
    row.as_ref().map(read).transpose()
}

fn read(row: &SqliteRow) -> sqlx::Result<Attempt> {
    Ok(Attempt {
        number: row.try_get("number")?,
        at: row.try_get("at")?,
        target: row.try_get("target")?,
        text: row.try_get("text")?,
        words: row.try_get("words")?,
        spoken_ms: row.try_get("spoken_ms")?,
        parts: row.try_get("parts")?,
        cut: row.try_get::<Option<&str>, _>("cut")?.and_then(Cut::named),
    })
}

/// What a person has behind them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Past {
    /// The last versions that were kept and when, the latest first.
    pub kept: Vec<(Attempt, Moment)>,
    /// The last attempts, the earliest first, with when they were kept.
    pub attempts: Vec<(Attempt, Option<Moment>)>,
}

/// The last versions that a person kept, and the last attempts that they made.
///
/// # Errors
/// The database failed.
pub async fn past(
    db: &mut SqliteConnection,
    person: &PersonId,
    most_kept: u32,
    most_attempts: u32,
) -> sqlx::Result<Past> {
    let kept = sqlx::query(
        "SELECT * FROM pitch_attempts WHERE person_id = $1 AND kept_at IS NOT NULL
         ORDER BY kept_at DESC, session_id, number LIMIT $2",
    )
    .bind(person)
    .bind(most_kept)
    .fetch_all(&mut *db)
    .await?;
    let attempts = sqlx::query(
        "SELECT * FROM pitch_attempts WHERE person_id = $1 AND cut IS NULL ORDER BY at DESC, number DESC LIMIT $2",
    )
    .bind(person)
    .bind(most_attempts)
    .fetch_all(db)
    .await?;
    Ok(Past {
        kept: kept.iter().map(|row| Ok((read(row)?, row.try_get("kept_at")?))).collect::<sqlx::Result<_>>()?,
        attempts: attempts
            .iter()
            .rev()
            .map(|row| Ok((read(row)?, row.try_get("kept_at")?)))
            .collect::<sqlx::Result<_>>()?,
    })
}

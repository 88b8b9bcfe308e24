//! Attempts at an elevator pitch.

use crate::clock::Moment;
use crate::coach::build::Cut;
use crate::ids::{EventId, PersonId, SessionId};
use rusqlite::{Connection, OptionalExtension as _, Row, params};
use serde::{Deserialize, Serialize};

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
pub fn put(
    db: &Connection,
    person: &PersonId,
    session: &SessionId,
    attempt: &Attempt,
    event: Option<&EventId>,
) -> rusqlite::Result<()> {
    db.prepare_cached(
        "INSERT INTO pitch_attempts (session_id, number, person_id, at, target, text, words, spoken_ms, parts, cut, event_id)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
         ON CONFLICT (session_id, number) DO UPDATE SET at = excluded.at, target = excluded.target,
             text = excluded.text, words = excluded.words, spoken_ms = excluded.spoken_ms, parts = excluded.parts,
             cut = excluded.cut, event_id = excluded.event_id",
    )?
    .execute(params![
        session,
        attempt.number,
        person,
        attempt.at,
        attempt.target,
        &attempt.text,
        attempt.words,
        attempt.spoken_ms,
        &attempt.parts,
        attempt.cut.map(Cut::as_str),
        event
    ])?;
    Ok(())
}

/// Forgets the attempt that came from an event of a person's, unless they chose to keep it.
///
/// # Errors
/// The database failed.
pub fn withdraw(db: &Connection, person: &PersonId, event: &EventId) -> rusqlite::Result<()> {
    db.prepare_cached("DELETE FROM pitch_attempts WHERE person_id = ?1 AND event_id = ?2 AND kept_at IS NULL")?
        .execute(params![person, event])?;
    Ok(())
}

/// Marks an attempt as the version to keep. Earlier ones that were kept stay so: they are the history.
///
/// # Errors
/// The database failed.
pub fn keep(db: &Connection, person: &PersonId, session: &SessionId, number: u32, now: Moment) -> rusqlite::Result<()> {
    db.prepare_cached(
        "UPDATE pitch_attempts SET kept_at = ?4 WHERE person_id = ?1 AND session_id = ?2 AND number = ?3",
    )?
    .execute(params![person, session, number, now])?;
    Ok(())
}

/// The highest number of an attempt in a session of the person; 0 where there is none.
///
/// # Errors
/// The database failed.
pub fn count(db: &Connection, person: &PersonId, session: &SessionId) -> rusqlite::Result<u32> {
    db.prepare_cached("SELECT coalesce(max(number), 0) FROM pitch_attempts WHERE person_id = ?1 AND session_id = ?2")?
        .query_row(params![person, session], |row| row.get(0))
}

/// The person's last attempt in any session but this one.
///
/// # Errors
/// The database failed.
pub fn last_before(db: &Connection, person: &PersonId, session: &SessionId) -> rusqlite::Result<Option<Attempt>> {
    db.prepare_cached(
        "SELECT * FROM pitch_attempts WHERE person_id = ?1 AND session_id <> ?2 AND cut IS NULL
         ORDER BY at DESC, number DESC LIMIT 1",
    )?
    .query_row(params![person, session], read)
    .optional()
}

fn read(row: &Row<'_>) -> rusqlite::Result<Attempt> {
    Ok(Attempt {
        number: row.get("number")?,
        at: row.get("at")?,
        target: row.get("target")?,
        text: row.get("text")?,
        words: row.get("words")?,
        spoken_ms: row.get("spoken_ms")?,
        parts: row.get("parts")?,
        cut: row.get_ref("cut")?.as_str_or_null()?.and_then(Cut::named),
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
pub fn past(db: &Connection, person: &PersonId, most_kept: u32, most_attempts: u32) -> rusqlite::Result<Past> {
    let kept = db
        .prepare_cached(
            "SELECT * FROM pitch_attempts WHERE person_id = ?1 AND kept_at IS NOT NULL
             ORDER BY kept_at DESC, session_id, number LIMIT ?2",
        )?
        .query_map(params![person, most_kept], |row| Ok((read(row)?, row.get("kept_at")?)))?
        .collect::<rusqlite::Result<_>>()?;
    let mut attempts: Vec<_> = db
        .prepare_cached(
            "SELECT * FROM pitch_attempts WHERE person_id = ?1 AND cut IS NULL ORDER BY at DESC, number DESC LIMIT ?2",
        )?
        .query_map(params![person, most_attempts], |row| Ok((read(row)?, row.get("kept_at")?)))?
        .collect::<rusqlite::Result<_>>()?;
    attempts.reverse();
    Ok(Past { kept, attempts })
}

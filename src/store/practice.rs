//! The answers that somebody practised, and what went badly.

use super::unreadable;
use crate::clock::Moment;
use crate::coach::weak::{Drill, WeakPoint};
use crate::ids::{EventId, PersonId, SessionId, UnknownName};
use rusqlite::{Connection, params};

/// An answer that was practised.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Practised {
    /// Counted within the session, from 1.
    pub number: u32,
    /// When.
    pub at: Moment,
    /// The id of the question.
    pub question: String,
    /// What was said, the follow-up with it.
    pub said: String,
    /// Whether it was good enough to be left alone.
    pub went_well: bool,
}

/// Writes an answer down. One of the same number is replaced: its person said it anew.
///
/// # Errors
/// The database failed.
pub fn put_answer(
    db: &Connection,
    person: &PersonId,
    session: &SessionId,
    answer: &Practised,
    event: Option<&EventId>,
) -> rusqlite::Result<()> {
    db.prepare_cached(
        "INSERT INTO answers (session_id, number, person_id, at, question, said, went_well, event_id)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
         ON CONFLICT (session_id, number) DO UPDATE SET at = excluded.at, question = excluded.question, said = excluded.said,
             went_well = excluded.went_well, event_id = excluded.event_id",
    )?
    .execute(params![
        session,
        answer.number,
        person,
        answer.at,
        answer.question,
        answer.said,
        answer.went_well,
        event
    ])?;
    Ok(())
}

/// Forgets what a person said in an answer that came from an event of theirs.
///
/// # Errors
/// The database failed.
pub fn withdraw(db: &Connection, person: &PersonId, event: &EventId) -> rusqlite::Result<()> {
    db.prepare_cached("UPDATE answers SET said = NULL WHERE person_id = ?1 AND event_id = ?2")?
        .execute(params![person, event])?;
    Ok(())
}

/// The ids of the questions that a person answered last, the latest first.
///
/// # Errors
/// The database failed.
pub fn answered(db: &Connection, person: &PersonId, most: u32) -> rusqlite::Result<Vec<String>> {
    db.prepare_cached("SELECT question FROM answers WHERE person_id = ?1 ORDER BY at DESC, number DESC LIMIT ?2")?
        .query_map(params![person, most], |row| row.get(0))?
        .collect()
}

/// Writes down which weak points a person has: these, and no others any more.
///
/// # Errors
/// The database failed.
pub fn put_weak_points(db: &Connection, person: &PersonId, points: &[WeakPoint]) -> rusqlite::Result<()> {
    db.prepare_cached("DELETE FROM weak_points WHERE person_id = ?1")?.execute([person])?;
    let mut add = db.prepare_cached(
        "INSERT INTO weak_points (person_id, drill, point, badly_on, well) VALUES (?1, ?2, ?3, ?4, ?5)",
    )?;
    for WeakPoint { drill, point, badly_on, well } in points {
        add.execute(params![person, name(*drill), point, badly_on.to_string(), well])?;
    }
    Ok(())
}

/// The weak points of a person, the latest first.
///
/// # Errors
/// The database failed.
pub fn weak_points(db: &Connection, person: &PersonId) -> rusqlite::Result<Vec<WeakPoint>> {
    db.prepare_cached(
        "SELECT drill, point, badly_on, well FROM weak_points WHERE person_id = ?1 ORDER BY badly_on DESC, point",
    )?
    .query_map([person], |row| {
        let drill: String = row.get(0)?;
        let day: String = row.get(2)?;
        Ok(WeakPoint {
            drill: [Drill::Ask, Drill::Answer]
                .into_iter()
                .find(|known| name(*known) == drill)
                .ok_or_else(|| unreadable(UnknownName(drill)))?,
            point: row.get(1)?,
            badly_on: day.parse().map_err(unreadable)?,
            well: row.get(3)?,
        })
    })?
    .collect()
}

const fn name(drill: Drill) -> &'static str {
    match drill {
        Drill::Ask => "ask",
        Drill::Answer => "answer",
    }
}

//! Mock interviews, and what was said in them.

use super::json;
use crate::clock::Moment;
use crate::coach::guest::Notes;
use crate::ids::{EventId, Locale, PersonId, SessionId};
use crate::prompts::topics::Area;
use rusqlite::{Connection, OptionalExtension as _, Row, params};
use serde::{Deserialize, Serialize};

/// How the time of an interview passes.
#[derive(Clone, Copy, Debug, Default, Deserialize, Serialize, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub enum Timing {
    /// By the length of what is said.
    #[default]
    Simulated,
    /// By the clock.
    Real,
}

/// Something that a learner wants to know afterwards.
#[derive(Clone, Debug, Deserialize, Serialize, PartialEq, Eq)]
pub struct Goal {
    /// In their words.
    pub words: String,
    /// The topics that it may be about, the likeliest first.
    pub topics: Vec<String>,
}

/// What was agreed on before an interview.
#[derive(Clone, Debug, Deserialize, Serialize, PartialEq, Eq)]
pub struct Plan {
    /// The guest's id.
    pub guest: String,
    /// The language of the conversation.
    pub locale: Locale,
    /// How long it may take.
    pub minutes: u32,
    /// How the time passes.
    pub timing: Timing,
    /// What is to be talked about. Empty: anything about the work.
    pub agreed: Vec<Area>,
    /// What the learner wants to know afterwards.
    pub goals: Vec<Goal>,
}

/// A mock interview.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Interview {
    /// What was agreed on.
    pub plan: Plan,
    /// When it began.
    pub began_at: Moment,
    /// How many seconds of the time are used.
    pub used: u32,
    /// How many exchanges it has.
    pub exchanges: u32,
}

/// What was said by the learner, and what the guest said to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exchange {
    /// Counted within the interview, from 1.
    pub number: u32,
    /// The learner's words. `None`: they took them back.
    pub said: Option<String>,
    /// The guest's.
    pub reply: String,
    /// What there is to say of it afterwards.
    pub notes: Notes,
}

/// Writes an interview down as it stands.
///
/// # Errors
/// The database failed.
pub fn put(db: &Connection, person: &PersonId, session: &SessionId, interview: &Interview) -> rusqlite::Result<()> {
    db.prepare_cached(
        "INSERT INTO interviews (session_id, person_id, began_at, used, exchanges, plan) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
         ON CONFLICT (session_id) DO UPDATE SET used = excluded.used, exchanges = excluded.exchanges, plan = excluded.plan",
    )?
    .execute(params![session, person, interview.began_at, interview.used, interview.exchanges, json::to(&interview.plan)?])?;
    Ok(())
}

/// Writes an exchange down. One of the same number is replaced: its person went back, or corrected it.
///
/// # Errors
/// The database failed.
pub fn put_exchange(
    db: &Connection,
    person: &PersonId,
    session: &SessionId,
    exchange: &Exchange,
    event: Option<&EventId>,
) -> rusqlite::Result<()> {
    db.prepare_cached(
        "INSERT INTO exchanges (session_id, number, person_id, said, reply, notes, event_id) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
         ON CONFLICT (session_id, number) DO UPDATE SET said = excluded.said, reply = excluded.reply, notes = excluded.notes,
             event_id = excluded.event_id",
    )?
    .execute(params![session, exchange.number, person, exchange.said, exchange.reply, json::to(&exchange.notes)?, event])?;
    Ok(())
}

/// Forgets what a person said in an exchange that came from an event of theirs.
///
/// # Errors
/// The database failed.
pub fn withdraw(db: &Connection, person: &PersonId, event: &EventId) -> rusqlite::Result<()> {
    db.prepare_cached("UPDATE exchanges SET said = NULL WHERE person_id = ?1 AND event_id = ?2")?
        .execute(params![person, event])?;
    Ok(())
}

/// The person's interview of a session, with its exchanges.
///
/// # Errors
/// The database failed.
pub fn of_session(
    db: &Connection,
    person: &PersonId,
    session: &SessionId,
) -> rusqlite::Result<Option<(Interview, Vec<Exchange>)>> {
    let interview = db
        .prepare_cached("SELECT session_id, began_at, used, exchanges, plan FROM interviews WHERE person_id = ?1 AND session_id = ?2")?
        .query_row(params![person, session], read)
        .optional()?;
    with_exchanges(db, person, interview)
}

/// The person's last interview in which something was said, with its exchanges.
///
/// # Errors
/// The database failed.
pub fn last(db: &Connection, person: &PersonId) -> rusqlite::Result<Option<(Interview, Vec<Exchange>)>> {
    let interview = db
        .prepare_cached(
            "SELECT session_id, began_at, used, exchanges, plan FROM interviews
             WHERE person_id = ?1 AND exchanges > 0 ORDER BY began_at DESC, session_id LIMIT 1",
        )?
        .query_row(params![person], read)
        .optional()?;
    with_exchanges(db, person, interview)
}

fn with_exchanges(
    db: &Connection,
    person: &PersonId,
    interview: Option<(SessionId, Interview)>,
) -> rusqlite::Result<Option<(Interview, Vec<Exchange>)>> {
    let Some((session, interview)) = interview else { return Ok(None) };
    let exchanges = db
        .prepare_cached(
            "SELECT number, said, reply, notes FROM exchanges
             WHERE person_id = ?1 AND session_id = ?2 AND number <= ?3 ORDER BY number",
        )?
        .query_map(params![person, session, interview.exchanges], |row| {
            Ok(Exchange { number: row.get(0)?, said: row.get(1)?, reply: row.get(2)?, notes: json::from(row, 3)? })
        })?
        .collect::<rusqlite::Result<_>>()?;
    Ok(Some((interview, exchanges)))
}

fn read(row: &Row<'_>) -> rusqlite::Result<(SessionId, Interview)> {
    let interview =
        Interview { began_at: row.get(1)?, used: row.get(2)?, exchanges: row.get(3)?, plan: json::from(row, 4)? };
    Ok((row.get(0)?, interview))
}

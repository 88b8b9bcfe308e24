//! Plans for real meetings, and the working conditions that a person must know about.

use super::json;
use crate::clock::Moment;
use crate::coach::plan::Planned;
use crate::ids::{Locale, PersonId};
use crate::store::interviews::Goal;
use chrono::{NaiveDate, NaiveDateTime};
use rusqlite::{Connection, params};
use serde::{Deserialize, Serialize};

/// A meeting, as far as it is known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Meeting {
    /// The time on the clocks where the person is; of a day alone, its morning.
    pub wall: NaiveDateTime,
    /// Whether the hour is known.
    pub has_hour: bool,
}

/// A plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    /// How long the meeting is.
    pub minutes: u32,
    /// The language of the questions.
    pub locale: Locale,
    /// With whom, in the person's words.
    pub whom: Option<String>,
    /// When.
    pub meeting: Option<Meeting>,
    /// What they want to know afterwards.
    pub goals: Vec<Goal>,
    /// The questions, in order.
    pub lines: Vec<Planned>,
    /// What a search would answer: to be found out first.
    pub find_out: Vec<String>,
}

/// A plan that is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// Its number: counted for each person, from 1.
    pub number: u32,
    /// The plan.
    pub plan: Plan,
    /// The numbers of its community's questions that the community has taken back.
    pub taken_back: Vec<i64>,
}

/// Keeps a plan under a number; one of the same number is replaced.
///
/// # Errors
/// The database failed.
pub fn put(db: &Connection, person: &PersonId, number: u32, plan: &Plan, now: Moment) -> rusqlite::Result<()> {
    let day = plan.meeting.as_ref().map(|meeting| meeting.wall.date().to_string());
    db.prepare_cached(
        "INSERT INTO plans (person_id, number, kept_at, meeting, plan) VALUES (?1, ?2, ?3, ?4, ?5)
         ON CONFLICT (person_id, number) DO UPDATE SET kept_at = excluded.kept_at, meeting = excluded.meeting, plan = excluded.plan",
    )?
    .execute(params![person, number, now, day, json::to(plan)?])?;
    Ok(())
}

/// The plans that a person kept last, the latest first.
///
/// # Errors
/// The database failed.
pub fn latest(db: &Connection, person: &PersonId, most: u32) -> rusqlite::Result<Vec<Kept>> {
    let rows: Vec<(u32, Plan)> = db
        .prepare_cached(
            "SELECT number, plan FROM plans WHERE person_id = ?1 ORDER BY kept_at DESC, number DESC LIMIT ?2",
        )?
        .query_map(params![person, most], |row| Ok((row.get(0)?, json::from(row, 1)?)))?
        .collect::<rusqlite::Result<_>>()?;
    let mut is_gone =
        db.prepare_cached("SELECT 1 FROM community_questions WHERE id = ?1 AND removed_at IS NOT NULL")?;
    let mut kept = Vec::new();
    for (number, plan) in rows {
        let mut taken_back = Vec::new();
        for id in plan.lines.iter().filter_map(|line| line.communal) {
            if is_gone.exists([id])? {
                taken_back.push(id);
            }
        }
        kept.push(Kept { number, plan, taken_back });
    }
    Ok(kept)
}

/// The number that a person's next plan gets.
///
/// # Errors
/// The database failed.
pub fn next_number(db: &Connection, person: &PersonId) -> rusqlite::Result<u32> {
    db.prepare_cached("SELECT coalesce(max(number), 0) + 1 FROM plans WHERE person_id = ?1")?
        .query_row([person], |row| row.get(0))
}

/// The days from one on for which a person has planned a meeting, the earliest first.
///
/// # Errors
/// The database failed.
pub fn meetings(db: &Connection, person: &PersonId, from: NaiveDate) -> rusqlite::Result<Vec<NaiveDate>> {
    db.prepare_cached("SELECT DISTINCT meeting FROM plans WHERE person_id = ?1 AND meeting >= ?2 ORDER BY meeting")?
        .query_map(params![person, from.to_string()], |row| {
            let day: String = row.get(0)?;
            day.parse().map_err(super::unreadable)
        })?
        .collect()
}

/// Notes which working conditions a person must know about: these, and no others any more.
///
/// # Errors
/// The database failed.
pub fn put_needs(db: &Connection, person: &PersonId, needs: &[String], now: Moment) -> rusqlite::Result<()> {
    db.prepare_cached("DELETE FROM needs WHERE person_id = ?1")?.execute([person])?;
    let mut add = db.prepare_cached("INSERT OR IGNORE INTO needs (person_id, need, noted_at) VALUES (?1, ?2, ?3)")?;
    for need in needs {
        add.execute(params![person, need, now])?;
    }
    Ok(())
}

/// The working conditions that a person must know about.
///
/// # Errors
/// The database failed.
pub fn needs(db: &Connection, person: &PersonId) -> rusqlite::Result<Vec<String>> {
    db.prepare_cached("SELECT need FROM needs WHERE person_id = ?1 ORDER BY need")?
        .query_map([person], |row| row.get(0))?
        .collect()
}

//! Questions that somebody put aside for a meeting, and those that hosts added for their community.

use crate::clock::Moment;
use crate::ids::{CommunityId, Locale, PersonId};
use rusqlite::{Connection, Row, params};
use serde::{Deserialize, Serialize};

/// The most questions on one person's list.
pub const MOST_OWN: usize = 100;
/// The most questions of one community.
pub const MOST_COMMUNAL: usize = 300;

/// A question on somebody's list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Own {
    /// Counted for each person, from 1. 0: it has none yet.
    pub number: u32,
    /// As it is asked.
    pub words: String,
    /// The language.
    pub locale: Locale,
    /// The id of the topic that it is about, where that could be told.
    pub topic: Option<String>,
    /// The id of the question of the bank that it is.
    pub bank: Option<String>,
    /// The number of the community's question that it is.
    #[serde(default)]
    pub communal: Option<i64>,
}

/// A community's own question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Communal {
    /// Its number over all communities. 0: it has none yet.
    pub id: i64,
    /// As it is asked.
    pub words: String,
    /// The language.
    pub locale: Locale,
    /// The id of the topic that it is about, where that could be told.
    pub topic: Option<String>,
}

/// Puts a question on a person's list, if it does not stand there yet.
///
/// # Errors
/// The database failed.
pub fn add_own(db: &Connection, person: &PersonId, own: &Own, now: Moment) -> rusqlite::Result<()> {
    db.prepare_cached(
        "INSERT INTO own_questions (person_id, number, words, locale, topic, bank, communal, added_at)
         SELECT ?1, coalesce((SELECT max(number) FROM own_questions WHERE person_id = ?1), 0) + 1, ?2, ?3, ?4, ?5, ?6, ?7
         WHERE NOT EXISTS (SELECT 1 FROM own_questions WHERE person_id = ?1 AND (words = ?2 OR bank = ?5))",
    )?
    .execute(params![person, own.words, own.locale.as_str(), own.topic, own.bank, own.communal, now])?;
    Ok(())
}

/// Takes a question off a person's list.
///
/// # Errors
/// The database failed.
pub fn remove_own(db: &Connection, person: &PersonId, number: u32) -> rusqlite::Result<()> {
    db.prepare_cached("DELETE FROM own_questions WHERE person_id = ?1 AND number = ?2")?
        .execute(params![person, number])?;
    Ok(())
}

/// A person's list, in the order in which it grew.
///
/// # Errors
/// The database failed.
pub fn own(db: &Connection, person: &PersonId) -> rusqlite::Result<Vec<Own>> {
    let read = |row: &Row<'_>| {
        Ok(Own {
            number: row.get("number")?,
            words: row.get("words")?,
            locale: locale(row)?,
            topic: row.get("topic")?,
            bank: row.get("bank")?,
            communal: row.get("communal")?,
        })
    };
    db.prepare_cached("SELECT * FROM own_questions WHERE person_id = ?1 ORDER BY number")?
        .query_map([person], read)?
        .collect()
}

/// Adds a question to those of a community, if it does not stand there yet.
///
/// # Errors
/// The database failed.
pub fn add_communal(
    db: &Connection,
    community: &CommunityId,
    host: &PersonId,
    added: &Communal,
    now: Moment,
) -> rusqlite::Result<()> {
    db.prepare_cached(
        "INSERT INTO community_questions (community, words, locale, topic, added_by, added_at)
         SELECT ?1, ?2, ?3, ?4, ?5, ?6 WHERE NOT EXISTS
             (SELECT 1 FROM community_questions WHERE community = ?1 AND words = ?2 AND removed_at IS NULL)",
    )?
    .execute(params![community, added.words, added.locale.as_str(), added.topic, host, now])?;
    Ok(())
}

/// Takes a question away from those of a community. Plans that hold it keep its words.
///
/// # Errors
/// The database failed.
pub fn remove_communal(db: &Connection, community: &CommunityId, id: i64, now: Moment) -> rusqlite::Result<()> {
    db.prepare_cached(
        "UPDATE community_questions SET removed_at = ?3 WHERE community = ?1 AND id = ?2 AND removed_at IS NULL",
    )?
    .execute(params![community, id, now])?;
    Ok(())
}

/// The questions of a community, in the order in which they were added.
///
/// # Errors
/// The database failed.
pub fn communal(db: &Connection, community: &CommunityId) -> rusqlite::Result<Vec<Communal>> {
    let read = |row: &Row<'_>| {
        Ok(Communal { id: row.get("id")?, words: row.get("words")?, locale: locale(row)?, topic: row.get("topic")? })
    };
    db.prepare_cached("SELECT * FROM community_questions WHERE community = ?1 AND removed_at IS NULL ORDER BY id")?
        .query_map([community], read)?
        .collect()
}

fn locale(row: &Row<'_>) -> rusqlite::Result<Locale> {
    row.get_ref("locale")?.as_str()?.parse().map_err(super::unreadable)
}

//! Feedback on the rounds of nights. Who may give it, and to whom, is settled by who sat with whom: every look-up and every write goes by that.

use super::{json, unreadable};
use crate::chat::Place;
use crate::clock::Moment;
use crate::ids::{NightId, PersonId, UnknownName};
use crate::night::feedback::{Given, Received, Round};
use rusqlite::{Connection, OptionalExtension as _, Row, params};

/// How many rounds are looked back on.
const MOST_ROUNDS: u32 = 24;

/// Notes feedback. Only who sat with the asker in that round gives any, and once; nothing is written otherwise.
///
/// # Errors
/// The database failed.
pub fn give(db: &Connection, giver: &PersonId, given: &Given, now: Moment) -> rusqlite::Result<()> {
    db.prepare_cached(
        "INSERT INTO feedback (night_id, round, giver, asker, marks, words, given_at)
         SELECT g.night_id, g.round, g.person_id, a.person_id, ?5, ?6, ?7 FROM night_cells g JOIN night_cells a
             ON a.night_id = g.night_id AND a.round = g.round AND a.cell = g.cell AND a.role = 'asker'
         WHERE g.night_id = ?1 AND g.round = ?2 AND g.person_id = ?3 AND g.role IN ('guest', 'observer') AND a.person_id = ?4
         ON CONFLICT DO NOTHING",
    )?
    .execute(params![&given.night, given.round, giver, &given.asker, json::to(&given.marks)?, &given.words, now])?;
    Ok(())
}

/// Notes that an asker chose to read what others wrote to them on a round.
///
/// # Errors
/// The database failed.
pub fn note_read(db: &Connection, asker: &PersonId, night: &NightId, round: u32, now: Moment) -> rusqlite::Result<()> {
    db.prepare_cached(
        "UPDATE feedback SET read_at = ?4 WHERE asker = ?1 AND night_id = ?2 AND round = ?3
           AND words IS NOT NULL AND read_at IS NULL",
    )?
    .execute(params![asker, night, round, now])?;
    Ok(())
}

/// Notes what an asker takes along from a round. What they noted before is replaced.
///
/// # Errors
/// The database failed.
pub fn reflect(
    db: &Connection,
    person: &PersonId,
    night: &NightId,
    round: u32,
    lines: &[String],
    now: Moment,
) -> rusqlite::Result<()> {
    db.prepare_cached(
        "INSERT INTO reflections (night_id, round, person_id, lines, made_at)
         SELECT night_id, round, person_id, ?4, ?5 FROM night_cells
         WHERE night_id = ?1 AND round = ?2 AND person_id = ?3 AND role = 'asker'
         ON CONFLICT (night_id, round, person_id) DO UPDATE SET lines = excluded.lines, made_at = excluded.made_at",
    )?
    .execute(params![night, round, person, json::to(&lines)?, now])?;
    Ok(())
}

/// Somebody went before a round was over: there is nothing for them to look back on.
///
/// # Errors
/// The database failed.
pub fn note_left(db: &Connection, night: &NightId, round: u32, person: &PersonId) -> rusqlite::Result<()> {
    db.prepare_cached("UPDATE night_cells SET role = 'left' WHERE night_id = ?1 AND round = ?2 AND person_id = ?3")?
        .execute(params![night, round, person])?;
    Ok(())
}

/// Somebody was taken out of a night: they neither give nor get feedback on it any more, and what they wrote stays unread.
///
/// # Errors
/// The database failed.
pub fn withdraw(db: &Connection, night: &NightId, person: &PersonId) -> rusqlite::Result<()> {
    db.prepare_cached("UPDATE night_cells SET role = 'removed' WHERE night_id = ?1 AND person_id = ?2")?
        .execute(params![night, person])?;
    db.prepare_cached("UPDATE feedback SET words = NULL WHERE night_id = ?1 AND giver = ?2 AND read_at IS NULL")?
        .execute(params![night, person])?;
    Ok(())
}

/// The rounds that somebody sat in at nights since then, the latest first.
///
/// # Errors
/// The database failed.
pub fn rounds(db: &Connection, person: &PersonId, since: Moment) -> rusqlite::Result<Vec<Round>> {
    let sat = db
        .prepare_cached(
            "SELECT c.night_id, n.platform, n.place, c.round, c.cell, c.role,
                    coalesce((SELECT min(a.handle) FROM accounts a
                              WHERE a.person_id = c.person_id AND a.platform = n.platform), '') AS handle,
                    (n.status = 'running' AND json_extract(n.evening, '$.phase.talk') IS NOT NULL
                     AND json_extract(n.evening, '$.round') = c.round) AS runs,
                    EXISTS (SELECT 1 FROM feedback f
                            WHERE f.night_id = c.night_id AND f.round = c.round AND f.giver = c.person_id) AS given
             FROM night_cells c JOIN nights n ON n.id = c.night_id
             WHERE c.person_id = ?1 AND n.starts_at > ?2 AND c.role IN ('asker', 'guest', 'observer')
             ORDER BY n.starts_at DESC, c.night_id, c.round DESC LIMIT ?3",
        )?
        .query_map(params![person, since, MOST_ROUNDS], |row| Ok((read(row)?, row.get("cell")?)))?
        .collect::<rusqlite::Result<Vec<(Round, u32)>>>()?;
    sat.into_iter().map(|(round, cell)| with_others(db, person, round, cell)).collect()
}

fn read(row: &Row<'_>) -> rusqlite::Result<Round> {
    let broken = |error: UnknownName| unreadable(error);
    let (platform, place) = (row.get_ref("platform")?.as_str()?, row.get_ref("place")?.as_str()?);
    Ok(Round {
        night: row.get("night_id")?,
        place: Place::stored(platform, place).map_err(broken)?,
        number: row.get("round")?,
        runs: row.get::<_, Option<bool>>("runs")?.unwrap_or(false),
        sat_as: row.get_ref("role")?.as_str()?.parse().map_err(broken)?,
        handle: row.get("handle")?,
        asker: None,
        given: row.get("given")?,
        received: Vec::new(),
        reflection: None,
    })
}

/// Who asked; and, where it was this person, what they got and what they noted.
fn with_others(db: &Connection, person: &PersonId, mut round: Round, cell: u32) -> rusqlite::Result<Round> {
    let platform = round.place.platform.as_str();
    round.asker = db
        .prepare_cached(
            "SELECT c.person_id, a.handle FROM night_cells c JOIN accounts a ON a.person_id = c.person_id AND a.platform = ?4
             WHERE c.night_id = ?1 AND c.round = ?2 AND c.cell = ?3 AND c.role = 'asker' ORDER BY a.handle LIMIT 1",
        )?
        .query_row(params![&round.night, round.number, cell, platform], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    round.received = db
        .prepare_cached(
            "SELECT f.giver, coalesce((SELECT min(a.handle) FROM accounts a
                                       WHERE a.person_id = f.giver AND a.platform = ?4), '') AS handle,
                    f.marks, f.words, f.read_at
             FROM feedback f WHERE f.asker = ?1 AND f.night_id = ?2 AND f.round = ?3 ORDER BY f.given_at, handle",
        )?
        .query_map(params![person, &round.night, round.number, platform], |row| {
            Ok(Received {
                by: row.get("giver")?,
                handle: row.get("handle")?,
                marks: json::from(row, "marks")?,
                words: row.get("words")?,
                read_at: row.get("read_at")?,
            })
        })?
        .collect::<rusqlite::Result<_>>()?;
    round.reflection = db
        .prepare_cached("SELECT lines FROM reflections WHERE person_id = ?1 AND night_id = ?2 AND round = ?3")?
        .query_row(params![person, &round.night, round.number], |row| json::from(row, "lines"))
        .optional()?;
    Ok(round)
}

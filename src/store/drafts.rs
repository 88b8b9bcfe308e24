//! Messages that the learner sends themselves, each with its versions. Everything is looked up for its owner alone.

use super::{counters, json, unreadable};
use crate::clock::Moment;
use crate::coach::draft::{Draft, Version};
use crate::ids::PersonId;
use rusqlite::{Connection, params};

/// The most drafts of one person that are shown: the latest.
const MOST_SHOWN: u32 = 100;
/// The most versions of one draft that are kept: the first goes when there are more.
const MOST_VERSIONS: usize = 12;

/// Writes a draft as it now is. Versions that are kept already stay as they are.
///
/// # Errors
/// The database failed.
pub fn put(db: &Connection, person: &PersonId, draft: &Draft, now: Moment) -> rusqlite::Result<()> {
    db.prepare_cached(
        "INSERT INTO drafts (person_id, number, kind, contact, slots, made_at, sent_on, answer) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
         ON CONFLICT (person_id, number) DO UPDATE SET
             contact = excluded.contact, slots = excluded.slots, sent_on = excluded.sent_on, answer = excluded.answer",
    )?
    .execute(params![
        person,
        draft.number,
        draft.kind.as_str(),
        draft.contact,
        json::to(&draft.slots)?,
        now,
        draft.sent_on.map(|day| day.to_string()),
        draft.answer.map(|answer| answer.as_str()),
    ])?;
    db.prepare_cached("DELETE FROM draft_versions WHERE person_id = ?1 AND draft = ?2")?
        .execute(params![person, draft.number])?;
    let mut add = db.prepare_cached(
        "INSERT INTO draft_versions (person_id, draft, version, locale, subject, parts) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    )?;
    let skipped = draft.versions.len().saturating_sub(MOST_VERSIONS);
    for (number, version) in (1u32..).zip(draft.versions.iter().skip(skipped)) {
        add.execute(params![
            person,
            draft.number,
            number,
            version.locale.as_str(),
            version.subject,
            json::to(&version.parts)?
        ])?;
    }
    counters::note(db, person, counters::DRAFTS, draft.number)
}

/// A person's drafts, the latest first.
///
/// # Errors
/// The database failed.
pub fn latest(db: &Connection, person: &PersonId) -> rusqlite::Result<Vec<Draft>> {
    let mut drafts: Vec<Draft> = db
        .prepare_cached(
            "SELECT number, kind, contact, slots, sent_on, answer FROM drafts WHERE person_id = ?1
             ORDER BY number DESC LIMIT ?2",
        )?
        .query_map(params![person, MOST_SHOWN], |row| {
            let sent_on: Option<String> = row.get(4)?;
            Ok(Draft {
                number: row.get(0)?,
                kind: row.get_ref(1)?.as_str()?.parse().map_err(unreadable)?,
                contact: row.get(2)?,
                slots: json::from(row, 3)?,
                versions: Vec::new(),
                sent_on: sent_on.map(|day| day.parse().map_err(unreadable)).transpose()?,
                answer: json::named(row, 5)?,
            })
        })?
        .collect::<rusqlite::Result<_>>()?;
    let Some(first) = drafts.last().map(|draft| draft.number) else { return Ok(drafts) };
    let mut versions = db.prepare_cached(
        "SELECT draft, locale, subject, parts FROM draft_versions WHERE person_id = ?1 AND draft >= ?2 ORDER BY draft DESC, version",
    )?;
    let mut rows = versions.query(params![person, first])?;
    let mut at = 0;
    while let Some(row) = rows.next()? {
        let number: u32 = row.get(0)?;
        while drafts.get(at).is_some_and(|draft| draft.number != number) {
            at += 1;
        }
        if let Some(draft) = drafts.get_mut(at) {
            let locale = row.get_ref(1)?.as_str()?.parse().map_err(unreadable)?;
            draft.versions.push(Version { locale, subject: row.get(2)?, parts: json::from(row, 3)? });
        }
    }
    Ok(drafts)
}

/// How many requests a person has made, and how many were answered with a no.
///
/// # Errors
/// The database failed.
pub fn asks(db: &Connection, person: &PersonId) -> rusqlite::Result<(u32, u32)> {
    db.prepare_cached(
        "SELECT count(*), coalesce(sum(answer = 'no'), 0) FROM drafts
         WHERE person_id = ?1 AND sent_on IS NOT NULL AND kind IN ('email', 'linkedin', 'phone')",
    )?
    .query_row([person], |row| Ok((row.get(0)?, row.get(1)?)))
}

/// What is said about a contact goes: drafts, and what was sent to them. That something was asked stays.
///
/// # Errors
/// The database failed.
pub fn forget_contact(db: &Connection, person: &PersonId, contact: u32) -> rusqlite::Result<()> {
    let about = "SELECT number FROM drafts WHERE person_id = ?1 AND contact = ?2";
    let who = params![person, contact];
    db.prepare_cached(&format!(
        "UPDATE nudges SET status = 'cancelled', words = NULL WHERE person_id = ?1 AND draft IN ({about})"
    ))?
    .execute(who)?;
    db.prepare_cached(&format!("DELETE FROM draft_versions WHERE person_id = ?1 AND draft IN ({about})"))?
        .execute(who)?;
    db.prepare_cached("DELETE FROM drafts WHERE person_id = ?1 AND contact = ?2 AND sent_on IS NULL")?.execute(who)?;
    db.prepare_cached("UPDATE drafts SET contact = NULL, slots = '{}' WHERE person_id = ?1 AND contact = ?2")?
        .execute(who)?;
    Ok(())
}

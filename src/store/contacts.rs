//! The people in a learner's own list, and the notes on them. Everything is looked up for its owner alone.

use super::{counters, drafts, json, unreadable};
use crate::clock::Moment;
use crate::contact::{Contact, MOST_NOTES, Note, Referral};
use crate::ids::PersonId;
use rusqlite::{Connection, OptionalExtension as _, Row, params};

/// Writes contacts as they now are: new ones, or those of their numbers.
///
/// # Errors
/// The database failed.
pub fn put(db: &Connection, person: &PersonId, contacts: &[Contact], now: Moment) -> rusqlite::Result<()> {
    let mut put = db.prepare_cached(
        "INSERT INTO contacts (person_id, number, name, title, organisation, met, email, phone, tags, ease, locale, referred_by, may_name, added_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)
         ON CONFLICT (person_id, number) DO UPDATE SET
             name = excluded.name, title = excluded.title, organisation = excluded.organisation, met = excluded.met, email = excluded.email,
             phone = excluded.phone, tags = excluded.tags, ease = excluded.ease, locale = excluded.locale,
             referred_by = excluded.referred_by, may_name = excluded.may_name",
    )?;
    for contact in contacts {
        put.execute(params![
            person,
            contact.number,
            contact.name,
            contact.title,
            contact.organisation,
            contact.met,
            contact.email,
            contact.phone,
            json::to(&contact.tags)?,
            contact.ease.map(|ease| ease.as_str()),
            contact.locale.map(|locale| locale.as_str()),
            contact.referral.map(|referral| referral.by),
            contact.referral.map(|referral| referral.may_name.as_str()),
            now,
        ])?;
    }
    match contacts.iter().map(|contact| contact.number).max() {
        Some(last) => counters::note(db, person, counters::CONTACTS, last),
        None => Ok(()),
    }
}

/// A person's contacts, in the order in which they were added.
///
/// # Errors
/// The database failed.
pub fn all(db: &Connection, person: &PersonId) -> rusqlite::Result<Vec<Contact>> {
    db.prepare_cached(
        "SELECT number, name, title, organisation, met, email, phone, tags, ease, locale, referred_by, may_name
         FROM contacts WHERE person_id = ?1 ORDER BY number",
    )?
    .query_map([person], read)?
    .collect()
}

fn read(row: &Row<'_>) -> rusqlite::Result<Contact> {
    let referral = match row.get(10)? {
        Some(by) => Some(Referral { by, may_name: json::named(row, 11)?.unwrap_or(crate::contact::MayName::NotAsked) }),
        None => None,
    };
    Ok(Contact {
        number: row.get(0)?,
        name: row.get(1)?,
        title: row.get(2)?,
        organisation: row.get(3)?,
        met: row.get(4)?,
        email: row.get(5)?,
        phone: row.get(6)?,
        tags: json::from(row, 7)?,
        ease: json::named(row, 8)?,
        locale: json::named(row, 9)?,
        referral,
    })
}

/// Removes a contact with the notes on it and what was written about it. Those whom it led to stay, and lose that.
///
/// # Errors
/// The database failed.
pub fn remove(db: &Connection, person: &PersonId, number: u32) -> rusqlite::Result<()> {
    drafts::forget_contact(db, person, number)?;
    db.prepare_cached(
        "UPDATE contacts SET referred_by = NULL, may_name = NULL WHERE person_id = ?1 AND referred_by = ?2",
    )?
    .execute(params![person, number])?;
    db.prepare_cached("DELETE FROM contacts WHERE person_id = ?1 AND number = ?2")?.execute(params![person, number])?;
    Ok(())
}

/// Adds notes, each where its contact is still there and has room for one.
///
/// # Errors
/// The database failed.
pub fn add_notes(db: &Connection, person: &PersonId, notes: &[Note]) -> rusqlite::Result<()> {
    let mut last = db.prepare_cached(
        "SELECT (SELECT coalesce(max(number), 0) FROM contact_notes WHERE person_id = ?1 AND contact = ?2)
         FROM contacts WHERE person_id = ?1 AND number = ?2",
    )?;
    let mut add = db.prepare_cached(
        "INSERT INTO contact_notes (person_id, contact, number, day, words) VALUES (?1, ?2, ?3, ?4, ?5)",
    )?;
    for note in notes {
        let last: Option<u32> = last.query_row(params![person, note.contact], |row| row.get(0)).optional()?;
        if let Some(last) = last.filter(|last| (*last as usize) < MOST_NOTES) {
            add.execute(params![person, note.contact, last + 1, note.day.to_string(), note.words])?;
        }
    }
    Ok(())
}

/// All notes of a person, each contact's in their order.
///
/// # Errors
/// The database failed.
pub fn notes(db: &Connection, person: &PersonId) -> rusqlite::Result<Vec<Note>> {
    db.prepare_cached("SELECT contact, day, words FROM contact_notes WHERE person_id = ?1 ORDER BY contact, number")?
        .query_map([person], |row| {
            let day: String = row.get(1)?;
            Ok(Note { contact: row.get(0)?, day: day.parse().map_err(unreadable)?, words: row.get(2)? })
        })?
        .collect()
}

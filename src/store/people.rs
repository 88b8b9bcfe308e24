//! People, and the accounts they write from.

use crate::clock::Moment;
use crate::hours::{Chosen, Span, TimeOfDay};
use crate::ids::{Locale, PersonId, PlatformName};
use crate::nudge::Kind;
use chrono_tz::Tz;
use rusqlite::{Connection, OptionalExtension as _, Row, params};
use std::collections::BTreeSet;
use std::time::Duration;

/// How soon somebody is told again that what they send cannot be read.
const UNREADABLE_AGAIN: Duration = Duration::from_secs(30 * 24 * 3600);

/// What is known of a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// Their id.
    pub id: PersonId,
    /// The language they chose.
    pub locale: Option<Locale>,
    /// The language that their platform said they read, when they first wrote.
    pub guessed_locale: Option<Locale>,
    /// The time zone they confirmed.
    pub zone: Option<Tz>,
    /// Their quiet hours, where they chose any.
    pub quiet: Option<Chosen<Span>>,
    /// When they want a digest, where they chose.
    pub digest: Option<Chosen<TimeOfDay>>,
    /// Until when no nudge is told.
    pub nudge_pause: Option<Moment>,
    /// The kinds of nudges that they do not want.
    pub nudge_stops: BTreeSet<Kind>,
    /// The field they are curious about, in their own words.
    pub field: Option<String>,
    /// Their purpose in one sentence, in their own words.
    pub purpose: Option<String>,
    /// When they last wrote, to the day.
    pub seen_at: Moment,
}

impl Person {
    /// Somebody of whom nothing is known yet.
    pub fn unknown(id: PersonId, now: Moment) -> Self {
        Self {
            id,
            locale: None,
            guessed_locale: None,
            zone: None,
            quiet: None,
            digest: None,
            nudge_pause: None,
            nudge_stops: BTreeSet::new(),
            field: None,
            purpose: None,
            seen_at: now,
        }
    }
}

/// The person behind an account, if it wrote before.
///
/// # Errors
/// The database failed.
pub fn find(db: &Connection, platform: PlatformName, handle: &str) -> rusqlite::Result<Option<Person>> {
    db.prepare_cached(
        "SELECT p.id, p.locale, p.guessed_locale, p.zone, p.quiet, p.digest, p.nudge_pause,
                p.nudge_stops, p.field, p.purpose, p.seen_at FROM accounts a JOIN people p ON p.id = a.person_id
         WHERE a.platform = ?1 AND a.handle = ?2",
    )?
    .query_row(params![platform.as_str(), handle], read)
    .optional()
}

fn read(row: &Row<'_>) -> rusqlite::Result<Person> {
    Ok(Person {
        id: row.get("id")?,
        locale: row.get_ref("locale")?.as_str_or_null()?.and_then(|code| code.parse().ok()),
        guessed_locale: row.get_ref("guessed_locale")?.as_str_or_null()?.and_then(|code| code.parse().ok()),
        zone: row.get_ref("zone")?.as_str_or_null()?.and_then(|name| name.parse().ok()),
        quiet: row.get_ref("quiet")?.as_str_or_null()?.and_then(|text| text.parse().ok()),
        digest: row.get_ref("digest")?.as_str_or_null()?.and_then(|text| text.parse().ok()),
        nudge_pause: row.get("nudge_pause")?,
        nudge_stops: row.get_ref("nudge_stops")?.as_str()?.split(',').filter_map(|kind| kind.parse().ok()).collect(),
        field: row.get("field")?,
        purpose: row.get("purpose")?,
        seen_at: row.get("seen_at")?,
    })
}

/// The person of that id. Only for what the engine itself holds an id of.
///
/// # Errors
/// The database failed.
pub fn by_id(db: &Connection, id: &PersonId) -> rusqlite::Result<Option<Person>> {
    db.prepare_cached(
        "SELECT id, locale, guessed_locale, zone, quiet, digest, nudge_pause, nudge_stops, field, purpose, seen_at
         FROM people WHERE id = ?1",
    )?
    .query_row(params![id], read)
    .optional()
}

/// The account that a person writes from on a platform.
///
/// # Errors
/// The database failed.
pub fn handle(db: &Connection, id: &PersonId, platform: PlatformName) -> rusqlite::Result<Option<String>> {
    db.prepare_cached("SELECT handle FROM accounts WHERE person_id = ?1 AND platform = ?2 ORDER BY handle LIMIT 1")?
        .query_row(params![id, platform.as_str()], |row| row.get(0))
        .optional()
}

/// What is known of the direct chat with an account.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Chat {
    /// The platform's own name of it.
    pub name: Option<String>,
    /// Whether messages get there.
    pub refuses: Refuses,
}

/// Whether an account takes direct messages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Refuses {
    /// It does, as far as is known.
    #[default]
    Nothing,
    /// One was refused.
    Direct,
    /// One was refused, and the person was told how to allow them.
    DirectAndKnows,
}

/// What is known of the direct chat with an account.
///
/// # Errors
/// The database failed.
pub fn chat(db: &Connection, platform: PlatformName, handle: &str) -> rusqlite::Result<Chat> {
    let found = db
        .prepare_cached("SELECT chat, refuses FROM accounts WHERE platform = ?1 AND handle = ?2")?
        .query_row(params![platform.as_str(), handle], |row| {
            let refuses = match row.get("refuses")? {
                0 => Refuses::Nothing,
                1 => Refuses::Direct,
                _ => Refuses::DirectAndKnows,
            };
            Ok(Chat { name: row.get("chat")?, refuses })
        })
        .optional()?;
    Ok(found.unwrap_or_default())
}

/// Notes what the platform calls the direct chat with an account.
///
/// # Errors
/// The database failed.
pub fn note_chat(db: &Connection, platform: PlatformName, handle: &str, chat: &str) -> rusqlite::Result<()> {
    db.prepare_cached(
        "UPDATE accounts SET chat = ?3 WHERE platform = ?1 AND handle = ?2 AND (chat IS NULL OR chat <> ?3)",
    )?
    .execute(params![platform.as_str(), handle, chat])?;
    Ok(())
}

/// Notes whether an account takes direct messages. A refusal that its person knows of stays known.
///
/// # Errors
/// The database failed.
pub fn note_refusal(db: &Connection, platform: PlatformName, handle: &str, refuses: Refuses) -> rusqlite::Result<()> {
    let sql = match refuses {
        Refuses::Nothing => "UPDATE accounts SET refuses = 0 WHERE platform = ?1 AND handle = ?2 AND refuses <> 0",
        Refuses::Direct => "UPDATE accounts SET refuses = 1 WHERE platform = ?1 AND handle = ?2 AND refuses = 0",
        Refuses::DirectAndKnows => "UPDATE accounts SET refuses = 2 WHERE platform = ?1 AND handle = ?2",
    };
    db.prepare_cached(sql)?.execute(params![platform.as_str(), handle])?;
    Ok(())
}

/// Notes that the person is told that something of theirs cannot be read. `false` where they were told not long ago.
///
/// # Errors
/// The database failed.
pub fn note_unreadable(db: &Connection, platform: PlatformName, handle: &str, now: Moment) -> rusqlite::Result<bool> {
    let told = db
        .prepare_cached(
            "UPDATE accounts SET unreadable_told_at = ?3
             WHERE platform = ?1 AND handle = ?2 AND coalesce(unreadable_told_at, 0) <= ?4",
        )?
        .execute(params![platform.as_str(), handle, now, now - UNREADABLE_AGAIN])?;
    Ok(told == 1)
}

/// Writes down a new person with their first account.
///
/// # Errors
/// The database failed.
pub fn add(
    db: &Connection,
    person: &Person,
    platform: PlatformName,
    handle: &str,
    now: Moment,
) -> rusqlite::Result<()> {
    db.prepare_cached("INSERT INTO people (id, guessed_locale, created_at, seen_at) VALUES (?1, ?2, ?3, ?3)")?
        .execute(params![&person.id, person.guessed_locale.map(Locale::as_str), now])?;
    db.prepare_cached("INSERT INTO accounts (platform, handle, person_id) VALUES (?1, ?2, ?3)")?.execute(params![
        platform.as_str(),
        handle,
        &person.id
    ])?;
    Ok(())
}

/// Notes that the person wrote.
///
/// # Errors
/// The database failed.
pub fn note_seen(db: &Connection, id: &PersonId, now: Moment) -> rusqlite::Result<()> {
    db.prepare_cached("UPDATE people SET seen_at = ?2 WHERE id = ?1")?.execute(params![id, now])?;
    Ok(())
}

/// Keeps a person's settings as they now are.
///
/// # Errors
/// The database failed.
pub fn save(db: &Connection, person: &Person) -> rusqlite::Result<()> {
    db.prepare_cached(
        "UPDATE people SET locale = ?2, zone = ?3, field = ?4, purpose = ?5, quiet = ?6, digest = ?7, nudge_pause = ?8,
                           nudge_stops = ?9
         WHERE id = ?1",
    )?
    .execute(params![
        &person.id,
        person.locale.map(Locale::as_str),
        person.zone.map(Tz::name),
        &person.field,
        &person.purpose,
        person.quiet.map(|quiet| quiet.to_string()),
        person.digest.map(|digest| digest.to_string()),
        person.nudge_pause,
        person.nudge_stops.iter().map(|kind| kind.as_str()).collect::<Vec<_>>().join(",")
    ])?;
    Ok(())
}

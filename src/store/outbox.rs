//! What is to be said, until it was.

use super::unreadable;
use crate::chat::platform::Content;
use crate::chat::{CardName, Outgoing, Place, PlaceKind, Ticket};
use crate::clock::Moment;
use crate::ids::{DeliveryKey, PersonId, PlatformName};
use rusqlite::{Connection, Row, params};
use std::collections::BTreeSet;

/// Puts a message into the outbox.
///
/// # Errors
/// The database failed.
pub fn add(db: &Connection, out: &NewMessage, now: Moment) -> rusqlite::Result<()> {
    db.prepare_cached(
        "INSERT INTO outbox (key, platform, place, only_handle, person_id, content, next_try_at, made_at, ticket, card, within)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?7, ?8, ?9, ?10)",
    )?
    .execute(params![
        &out.key,
        out.place.platform.as_str(),
        out.place.to_text(),
        &out.only,
        &out.person,
        as_json(&out.content)?,
        now,
        out.ticket.as_ref().map(|ticket| &ticket.0),
        out.card.as_ref().map(|card| &card.0),
        out.within().map(|card| card.0)
    ])?;
    Ok(())
}

/// A message that is not in the outbox yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewMessage {
    /// What the platform drops a repeat by.
    pub key: DeliveryKey,
    /// Where it goes.
    pub place: Place,
    /// The account that alone may see it.
    pub only: Option<String>,
    /// Who it is for.
    pub person: Option<PersonId>,
    /// What is said.
    pub content: Content,
    /// Where the answer to an event goes.
    pub ticket: Option<Ticket>,
    /// The name under which it stands, where a later message takes its place.
    pub card: Option<CardName>,
}

impl NewMessage {
    /// The card in whose thread it is said: a place that its platform has yet to name goes by the card's own name.
    fn within(&self) -> Option<CardName> {
        match &self.place.kind {
            PlaceKind::Thread(_, name) => CardName::of_thread(name),
            PlaceKind::Direct(_) | PlaceKind::Room(_) => None,
        }
    }
}

/// What may leave now.
#[derive(Debug, Default)]
pub struct Ready {
    /// The messages.
    pub messages: Vec<Outgoing>,
    /// The numbers of rows that cannot be read: another version wrote them.
    pub unreadable: Vec<i64>,
}

/// The first message of each lane of these platforms that may leave now, but for those that are under way; at most `limit`, the
/// oldest first. A message whose next try is still to come holds back those behind it in the same lane: the messages of one place
/// that bear the same ticket, or none. What is said in the thread of
/// a message waits for that one.
///
/// # Errors
/// The database failed.
pub fn ready(
    db: &Connection,
    platforms: &[PlatformName],
    under_way: &BTreeSet<i64>,
    now: Moment,
    limit: i64,
) -> rusqlite::Result<Ready> {
    let platforms: Vec<&str> = platforms.iter().map(|platform| platform.as_str()).collect();
    // The plus keeps SQLite from sorting all that waits: it goes by the numbers, and stops at the limit.
    let mut statement = db.prepare_cached(
        "SELECT o.* FROM outbox o WHERE o.parked_at IS NULL AND o.next_try_at <= ?1
           AND +o.platform IN (SELECT value FROM json_each(?2)) AND o.id NOT IN (SELECT value FROM json_each(?3))
           AND NOT EXISTS (SELECT 1 FROM outbox e WHERE e.platform = o.platform AND e.place = o.place
                           AND e.ticket IS o.ticket AND e.parked_at IS NULL AND e.id < o.id)
           AND (o.within IS NULL OR NOT EXISTS (SELECT 1 FROM outbox r WHERE r.card = o.within AND r.parked_at IS NULL
                                                AND r.id < o.id))
         ORDER BY o.id LIMIT ?4",
    )?;
    let (platforms, under_way) = (serde_json::json!(platforms).to_string(), serde_json::json!(under_way).to_string());
    let mut rows = statement.query(params![now, platforms, under_way, limit])?;
    let mut ready = Ready::default();
    while let Some(row) = rows.next()? {
        match read(row) {
            Ok(message) => ready.messages.push(message),
            Err(_) => ready.unreadable.push(row.get("id")?),
        }
    }
    Ok(ready)
}

fn read(row: &Row<'_>) -> rusqlite::Result<Outgoing> {
    let (platform, place) = (row.get_ref("platform")?.as_str()?, row.get_ref("place")?.as_str()?);
    let content = row.get_ref("content")?.as_str()?;
    Ok(Outgoing {
        id: row.get("id")?,
        key: row.get("key")?,
        place: Place::stored(platform, place).map_err(unreadable)?,
        only: row.get("only_handle")?,
        person: row.get("person_id")?,
        content: serde_json::from_str(content).map_err(unreadable)?,
        ticket: row.get::<_, Option<String>>("ticket")?.map(Ticket),
        chat: None,
        card: row.get::<_, Option<String>>("card")?.map(CardName),
        instead_of: None,
        within: row.get::<_, Option<String>>("within")?.map(CardName),
        made_at: row.get("made_at")?,
        failures: row.get("failures")?,
    })
}

fn as_json(content: &Content) -> rusqlite::Result<String> {
    serde_json::to_string(content).map_err(unreadable)
}

/// Whether a later state of a card waits behind this one.
///
/// # Errors
/// The database failed.
pub fn is_outdated(db: &Connection, card: &CardName, id: i64) -> rusqlite::Result<bool> {
    db.prepare_cached("SELECT EXISTS (SELECT 1 FROM outbox WHERE card = ?1 AND id > ?2 AND parked_at IS NULL)")?
        .query_row(params![&card.0, id], |row| row.get(0))
}

/// Takes a message out that was delivered.
///
/// # Errors
/// The database failed.
pub fn delivered(db: &Connection, id: i64) -> rusqlite::Result<()> {
    db.prepare_cached("DELETE FROM outbox WHERE id = ?1")?.execute(params![id])?;
    Ok(())
}

/// Puts the next try of a message off. `failures` is how many tries have failed by now.
///
/// # Errors
/// The database failed.
pub fn put_off(db: &Connection, id: i64, failures: u32, until: Moment) -> rusqlite::Result<()> {
    db.prepare_cached("UPDATE outbox SET failures = ?2, next_try_at = ?3 WHERE id = ?1")?
        .execute(params![id, failures, until])?;
    Ok(())
}

/// Sets a message aside, so that what is behind it may leave.
///
/// # Errors
/// The database failed.
pub fn park(db: &Connection, id: i64, failures: u32, now: Moment) -> rusqlite::Result<()> {
    db.prepare_cached("UPDATE outbox SET failures = ?2, parked_at = ?3 WHERE id = ?1")?
        .execute(params![id, failures, now])?;
    Ok(())
}

/// The messages for a person alone that were set aside on a platform. One that cannot be read stays there: another version may read it.
///
/// # Errors
/// The database failed.
pub fn parked(db: &Connection, person: &PersonId, platform: PlatformName) -> rusqlite::Result<Vec<Outgoing>> {
    let mut statement = db.prepare_cached(
        "SELECT * FROM outbox WHERE person_id = ?1 AND platform = ?2 AND parked_at IS NOT NULL
           AND (only_handle IS NOT NULL OR place LIKE 'direct/%') ORDER BY id",
    )?;
    let rows = statement.query_map(params![person, platform.as_str()], |row| Ok(read(row).ok()))?;
    rows.filter_map(Result::transpose).collect()
}

/// When the next message that may not leave yet, and that nothing holds back, may leave.
///
/// # Errors
/// The database failed.
pub fn next(db: &Connection, now: Moment) -> rusqlite::Result<Option<Moment>> {
    db.prepare_cached(
        "SELECT min(o.next_try_at) FROM outbox o WHERE o.parked_at IS NULL AND o.next_try_at > ?1
           AND NOT EXISTS (SELECT 1 FROM outbox e WHERE e.platform = o.platform AND e.place = o.place
                           AND e.ticket IS o.ticket AND e.parked_at IS NULL AND e.id < o.id)",
    )?
    .query_row(params![now], |row| row.get(0))
}

/// How many messages wait to leave, and how many were set aside.
///
/// # Errors
/// The database failed.
pub fn count(db: &Connection) -> rusqlite::Result<(i64, i64)> {
    db.prepare_cached(
        "SELECT count(*) FILTER (WHERE parked_at IS NULL), count(*) FILTER (WHERE parked_at IS NOT NULL) FROM outbox",
    )?
    .query_row([], |row| Ok((row.get(0)?, row.get(1)?)))
}

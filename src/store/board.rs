//! The boards of communities: who offers to be a guest, and for which nights they were asked.

use super::json;
use crate::clock::Moment;
use crate::ids::{CommunityId, NightId, PersonId, PlatformName};
use crate::night::board::{Guest, Month, Offer};
use rusqlite::{Connection, OptionalExtension as _, Row, params};
use std::collections::BTreeMap;

/// Writes what somebody offers, as it now is.
///
/// # Errors
/// The database failed.
pub fn put(
    db: &Connection,
    community: &CommunityId,
    person: &PersonId,
    offer: &Offer,
    now: Moment,
) -> rusqlite::Result<()> {
    db.prepare_cached(
        "INSERT INTO guest_offers (community, person_id, work, tags, monthly, paused, made_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
         ON CONFLICT (community, person_id) DO UPDATE SET work = excluded.work, tags = excluded.tags,
             monthly = excluded.monthly, paused = excluded.paused",
    )?
    .execute(params![community, person, &offer.work, json::to(&offer.tags)?, offer.monthly, offer.paused, now])?;
    Ok(())
}

/// Takes somebody off the board of a community.
///
/// # Errors
/// The database failed.
pub fn remove(db: &Connection, community: &CommunityId, person: &PersonId) -> rusqlite::Result<()> {
    db.prepare_cached("DELETE FROM guest_offers WHERE community = ?1 AND person_id = ?2")?
        .execute(params![community, person])?;
    Ok(())
}

/// The board of a community, those who came first before the others.
///
/// # Errors
/// The database failed.
pub fn all(db: &Connection, community: &CommunityId, platform: PlatformName) -> rusqlite::Result<Vec<Guest>> {
    let guests = db
        .prepare_cached(
            "SELECT o.*, (SELECT min(a.handle) FROM accounts a WHERE a.person_id = o.person_id AND a.platform = ?2) AS handle
             FROM guest_offers o WHERE o.community = ?1 AND handle IS NOT NULL ORDER BY o.made_at, handle",
        )?
        .query_map(params![community, platform.as_str()], |row| {
            Ok(Guest {
                person: row.get("person_id")?,
                handle: row.get("handle")?,
                offer: offer(row)?,
                calls: BTreeMap::new(),
            })
        })?
        .collect::<rusqlite::Result<Vec<_>>>()?;
    let with_calls = |guest: Guest| Ok(Guest { calls: calls(db, community, &guest.person, None)?, ..guest });
    guests.into_iter().map(with_calls).collect()
}

/// What somebody offers in each community.
///
/// # Errors
/// The database failed.
pub fn of(db: &Connection, person: &PersonId) -> rusqlite::Result<Vec<(CommunityId, Offer)>> {
    db.prepare_cached("SELECT * FROM guest_offers WHERE person_id = ?1 ORDER BY made_at, community")?
        .query_map([person], |row| Ok((row.get("community")?, offer(row)?)))?
        .collect()
}

/// The work that somebody can speak of at a night, as a guest of the board: unless they take a break, or were asked often enough that month.
///
/// # Errors
/// The database failed.
pub fn speaks_of(
    db: &Connection,
    community: &CommunityId,
    night: &NightId,
    month: &Month,
    person: &PersonId,
) -> rusqlite::Result<Option<String>> {
    let offer = db
        .prepare_cached("SELECT * FROM guest_offers WHERE community = ?1 AND person_id = ?2")?
        .query_row(params![community, person], offer)
        .optional()?;
    let Some(offer) = offer.filter(|offer| !offer.paused) else { return Ok(None) };
    let others = calls(db, community, person, Some(night))?;
    let count = others.get(month).copied().unwrap_or(0);
    Ok(offer.monthly.is_none_or(|most| count < most).then_some(offer.work))
}

/// Notes that somebody was asked to a night as a guest, or was one there.
///
/// # Errors
/// The database failed.
pub fn note_call(db: &Connection, night: &NightId, person: &PersonId) -> rusqlite::Result<()> {
    db.prepare_cached(
        "INSERT OR IGNORE INTO guest_calls (night_id, person_id)
         SELECT n.id, o.person_id FROM nights n JOIN guest_offers o ON o.community = n.community
         WHERE n.id = ?1 AND o.person_id = ?2",
    )?
    .execute(params![night, person])?;
    Ok(())
}

/// At how many nights of each month somebody was asked, or was a guest, but for that night. One that was called off does not count.
fn calls(
    db: &Connection,
    community: &CommunityId,
    person: &PersonId,
    but: Option<&NightId>,
) -> rusqlite::Result<BTreeMap<Month, u32>> {
    db.prepare_cached(
        "SELECT substr(n.wall, 1, 7) AS month, count(*) FROM guest_calls c JOIN nights n ON n.id = c.night_id
         WHERE c.person_id = ?2 AND n.community = ?1 AND n.status <> 'cancelled' AND n.id IS NOT ?3 GROUP BY month",
    )?
    .query_map(params![community, person, but], |row| Ok((Month(row.get(0)?), row.get(1)?)))?
    .collect()
}

fn offer(row: &Row<'_>) -> rusqlite::Result<Offer> {
    Ok(Offer {
        work: row.get("work")?,
        tags: json::from(row, "tags")?,
        monthly: row.get("monthly")?,
        paused: row.get("paused")?,
    })
}

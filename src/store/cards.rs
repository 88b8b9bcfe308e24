//! Messages that stand somewhere and are changed in place.

use crate::chat::CardName;
use rusqlite::{Connection, OptionalExtension as _, params};

/// The platform's own name of the message that stands for a card.
///
/// # Errors
/// The database failed.
pub fn message(db: &Connection, card: &CardName) -> rusqlite::Result<Option<String>> {
    db.prepare_cached("SELECT message FROM cards WHERE name = ?1")?
        .query_row(params![&card.0], |row| row.get(0))
        .optional()
}

/// Forgets which message stands for a card.
///
/// # Errors
/// The database failed.
pub fn forget(db: &Connection, card: &CardName) -> rusqlite::Result<()> {
    db.prepare_cached("DELETE FROM cards WHERE name = ?1")?.execute(params![&card.0])?;
    Ok(())
}

/// Forgets the cards that only evenings need which are over, and whose messages have all left.
///
/// # Errors
/// The database failed.
pub fn forget_evenings(db: &Connection) -> rusqlite::Result<()> {
    db.prepare_cached(
        "DELETE FROM cards WHERE (name LIKE 'role/%' OR name LIKE 'cell/%')
           AND NOT EXISTS (SELECT 1 FROM nights n WHERE n.status = 'running' AND cards.name LIKE '%/' || n.id || '/%')
           AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.within = cards.name)",
    )?
    .execute([])?;
    Ok(())
}

/// Notes which message stands for a card.
///
/// # Errors
/// The database failed.
pub fn note(db: &Connection, card: &CardName, message: &str) -> rusqlite::Result<()> {
    db.prepare_cached(
        "INSERT INTO cards (name, message) VALUES (?1, ?2)
         ON CONFLICT (name) DO UPDATE SET message = excluded.message WHERE message <> excluded.message",
    )?
    .execute(params![&card.0, message])?;
    Ok(())
}

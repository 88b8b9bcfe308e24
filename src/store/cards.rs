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

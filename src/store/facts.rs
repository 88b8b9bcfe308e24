//! What the bot knows of itself.

use rusqlite::{Connection, OptionalExtension as _, params};

/// A fact, if it is known.
///
/// # Errors
/// The database failed.
pub fn get(db: &Connection, name: &str) -> rusqlite::Result<Option<String>> {
    db.prepare_cached("SELECT value FROM facts WHERE name = ?1")?.query_row([name], |row| row.get(0)).optional()
}

/// Forgets a fact. `false` where it was not known.
///
/// # Errors
/// The database failed.
pub fn forget(db: &Connection, name: &str) -> rusqlite::Result<bool> {
    Ok(db.prepare_cached("DELETE FROM facts WHERE name = ?1")?.execute([name])? == 1)
}

/// Writes a fact down.
///
/// # Errors
/// The database failed.
pub fn set(db: &Connection, name: &str, value: &str) -> rusqlite::Result<()> {
    db.prepare_cached("INSERT INTO facts (name, value) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET value = ?2")?
        .execute(params![name, value])?;
    Ok(())
}

//! Transactions and savepoints by their own statements: what the engine begins, keeps and undoes lies in different functions, and
//! SQLite may have rolled back by itself, as it does on a full disk.

use rusqlite::{Connection, Result};

fn run(db: &Connection, statement: &'static str) -> Result<()> {
    db.prepare_cached(statement)?.execute([]).map(drop)
}

/// Begins a transaction that writes. One that was left open is rolled back first.
///
/// # Errors
/// The database failed.
pub fn begin(db: &Connection) -> Result<()> {
    if run(db, "BEGIN IMMEDIATE").is_ok() {
        return Ok(());
    }
    rollback(db);
    run(db, "BEGIN IMMEDIATE")
}

/// Makes everything since [`begin`] lasting.
///
/// # Errors
/// The database failed; call [`rollback`].
pub fn commit(db: &Connection) -> Result<()> {
    run(db, "COMMIT")
}

/// Undoes everything since [`begin`]. SQLite may have done so by itself: then there is nothing to undo.
pub fn rollback(db: &Connection) {
    let _ = run(db, "ROLLBACK");
}

/// Begins a turn within a transaction.
///
/// # Errors
/// The database failed.
pub fn begin_turn(db: &Connection) -> Result<()> {
    run(db, "SAVEPOINT turn")
}

/// Keeps what the turn did.
///
/// # Errors
/// The database failed.
pub fn keep_turn(db: &Connection) -> Result<()> {
    run(db, "RELEASE turn")
}

/// Undoes what the turn did, and nothing else.
///
/// # Errors
/// The database failed.
pub fn undo_turn(db: &Connection) -> Result<()> {
    run(db, "ROLLBACK TO turn")?;
    run(db, "RELEASE turn")
}

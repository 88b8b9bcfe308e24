//! Transactions and savepoints by their own statements. sqlx counts how deep it is, and loses count when SQLite rolls back by
//! itself, as it does on a full disk: every later transaction would fail.

use sqlx::SqliteConnection;

async fn run(db: &mut SqliteConnection, statement: &'static str) -> sqlx::Result<()> {
    sqlx::query(statement).execute(db).await.map(drop)
}

/// Begins a transaction that writes. One that was left open is rolled back first.
///
/// # Errors
/// The database failed.
pub async fn begin(db: &mut SqliteConnection) -> sqlx::Result<()> {
    if run(db, "BEGIN IMMEDIATE").await.is_ok() {
        return Ok(());
    }
    rollback(db).await;
    run(db, "BEGIN IMMEDIATE").await
}

/// Makes everything since [`begin`] lasting.
///
/// # Errors
/// The database failed; call [`rollback`].
pub async fn commit(db: &mut SqliteConnection) -> sqlx::Result<()> {
    run(db, "COMMIT").await
}

/// Undoes everything since [`begin`]. SQLite may have done so by itself: then there is nothing to undo.
pub async fn rollback(db: &mut SqliteConnection) {
    let _ = run(db, "ROLLBACK").await;
}

/// Begins a turn within a transaction.
///
/// # Errors
/// The database failed.
pub async fn begin_turn(db: &mut SqliteConnection) -> sqlx::Result<()> {
    run(db, "SAVEPOINT turn").await
}

/// Keeps what the turn did.
///
/// # Errors
/// The database failed.
pub async fn keep_turn(db: &mut SqliteConnection) -> sqlx::Result<()> {
    run(db, "RELEASE turn").await
}

/// Undoes what the turn did, and nothing else.
///
/// # Errors
/// The database failed.
pub async fn undo_turn(db: &mut SqliteConnection) -> sqlx::Result<()> {
    run(db, "ROLLBACK TO turn").await?;
    run(db, "RELEASE turn").await
}

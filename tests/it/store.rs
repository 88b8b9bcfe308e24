//! The store opens safely, or says why not and leaves everything as it was.

use rapport::store::{DATABASE_FILE, OpenError, Store};
use sqlx::ConnectOptions;
use sqlx::sqlite::SqliteConnectOptions;
use std::fs;

#[tokio::test]
async fn one_process_at_a_time_has_a_data_directory() {
    let dir = tempfile::tempdir().unwrap();
    let store = Store::open(dir.path()).await.unwrap();
    let error = Store::open(dir.path()).await.unwrap_err();
    assert!(matches!(error, OpenError::InUse { .. }));
    assert!(error.to_string().contains(&format!("(process {})", std::process::id())), "{error}");
    drop(store);
    Store::open(dir.path()).await.unwrap();
}

#[tokio::test]
async fn commits_are_durable_and_only_this_user_reads_them() {
    let dir = tempfile::tempdir().unwrap();
    let data = dir.path().join("a/b");
    let mut store = Store::open(&data).await.unwrap();
    let mode: String = sqlx::query_scalar("PRAGMA journal_mode").fetch_one(&mut store.connection).await.unwrap();
    let synchronous: i64 = sqlx::query_scalar("PRAGMA synchronous").fetch_one(&mut store.connection).await.unwrap();
    assert_eq!((mode.as_str(), synchronous), ("wal", 2));
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        for ending in ["", "-wal", "-shm"] {
            let file = data.join(format!("{DATABASE_FILE}{ending}"));
            assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600, "{}", file.display());
        }
        assert_eq!(fs::metadata(&data).unwrap().permissions().mode() & 0o777, 0o700);
    }
}

#[tokio::test]
async fn a_newer_database_is_refused_and_not_touched() {
    let dir = tempfile::tempdir().unwrap();
    let mut store = Store::open(dir.path()).await.unwrap();
    sqlx::query("INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time) VALUES (9999, 'later', 1, x'00', 0)")
        .execute(&mut store.connection)
        .await
        .unwrap();
    store.close().await.unwrap();
    let path = dir.path().join(DATABASE_FILE);
    let before = fs::read(&path).unwrap();
    let error = Store::open(dir.path()).await.unwrap_err();
    assert!(matches!(error, OpenError::Newer { version: 9999, .. }), "{error}");
    assert_eq!(fs::read(&path).unwrap(), before);
}

#[tokio::test]
async fn what_is_no_database_or_anothers_is_never_overwritten() {
    for (bytes, told) in
        [(b"This is my shopping list, not a database at all.".repeat(40), "damaged or is no SQLite database")]
    {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join(DATABASE_FILE);
        fs::write(&path, &bytes).unwrap();
        let error = Store::open(dir.path()).await.unwrap_err();
        assert!(error.to_string().contains(told), "{error}");
        assert_eq!(fs::read(&path).unwrap(), bytes);
    }
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join(DATABASE_FILE);
    let mut other = SqliteConnectOptions::new().filename(&path).create_if_missing(true).connect().await.unwrap();
    sqlx::query("CREATE TABLE recipes (name TEXT)").execute(&mut other).await.unwrap();
    sqlx::Connection::close(other).await.unwrap();
    let before = fs::read(&path).unwrap();
    let error = Store::open(dir.path()).await.unwrap_err();
    assert!(matches!(error, OpenError::Foreign { .. }), "{error}");
    assert_eq!(fs::read(&path).unwrap(), before);
}

#[tokio::test]
async fn a_damaged_page_is_reported() {
    let dir = tempfile::tempdir().unwrap();
    let store = Store::open(dir.path()).await.unwrap();
    store.close().await.unwrap();
    let path = dir.path().join(DATABASE_FILE);
    let mut bytes = fs::read(&path).unwrap();
    let length = bytes.len();
    bytes[length / 2..].fill(0xA5);
    fs::write(&path, &bytes).unwrap();
    let found = match Store::examine(dir.path()).await {
        Ok(findings) => findings.join(" "),
        Err(error) => error.to_string(),
    };
    assert!(!found.is_empty());
    assert_eq!(fs::read(&path).unwrap(), bytes);
}

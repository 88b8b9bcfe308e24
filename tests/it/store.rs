//! The store opens safely, or says why not and leaves everything as it was.

use rapport::store::{DATABASE_FILE, OpenError, Store};
use rusqlite::Connection;
use std::fs;

#[test]
fn one_process_at_a_time_has_a_data_directory() {
    let dir = tempfile::tempdir().unwrap();
    let store = Store::open(dir.path()).unwrap();
    let error = Store::open(dir.path()).unwrap_err();
    assert!(matches!(error, OpenError::InUse { .. }));
    assert!(error.to_string().contains(&format!("(process {})", std::process::id())), "{error}");
    drop(store);
    Store::open(dir.path()).unwrap();
}

#[test]
fn commits_are_durable_and_only_this_user_reads_them() {
    let dir = tempfile::tempdir().unwrap();
    let data = dir.path().join("a/b");
    let store = Store::open(&data).unwrap();
    let mode: String = store.connection.query_row("PRAGMA journal_mode", [], |row| row.get(0)).unwrap();
    let synchronous: i64 = store.connection.query_row("PRAGMA synchronous", [], |row| row.get(0)).unwrap();
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

#[test]
fn a_newer_database_is_refused_and_not_touched() {
    let dir = tempfile::tempdir().unwrap();
    let store = Store::open(dir.path()).unwrap();
    store.connection.execute_batch("PRAGMA user_version = 9999").unwrap();
    store.close().unwrap();
    let path = dir.path().join(DATABASE_FILE);
    let before = fs::read(&path).unwrap();
    let error = Store::open(dir.path()).unwrap_err();
    assert!(matches!(error, OpenError::Newer { version: 9999, .. }), "{error}");
    assert_eq!(fs::read(&path).unwrap(), before);
}

#[test]
fn what_is_no_database_or_anothers_is_never_overwritten() {
    let bytes = b"This is my shopping list, not a database at all.".repeat(40);
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join(DATABASE_FILE);
    fs::write(&path, &bytes).unwrap();
    let error = Store::open(dir.path()).unwrap_err();
    assert!(error.to_string().contains("damaged or is no SQLite database"), "{error}");
    assert_eq!(fs::read(&path).unwrap(), bytes);
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join(DATABASE_FILE);
    let other = Connection::open(&path).unwrap();
    other.execute_batch("CREATE TABLE recipes (name TEXT)").unwrap();
    other.close().unwrap();
    let before = fs::read(&path).unwrap();
    let error = Store::open(dir.path()).unwrap_err();
    assert!(matches!(error, OpenError::Foreign { .. }), "{error}");
    assert_eq!(fs::read(&path).unwrap(), before);
}

#[test]
fn a_damaged_page_is_reported() {
    let dir = tempfile::tempdir().unwrap();
    let store = Store::open(dir.path()).unwrap();
    store.close().unwrap();
    let path = dir.path().join(DATABASE_FILE);
    let mut bytes = fs::read(&path).unwrap();
    let length = bytes.len();
    bytes[length / 2..].fill(0xA5);
    fs::write(&path, &bytes).unwrap();
    let found = match Store::examine(dir.path()) {
        Ok(findings) => findings.join(" "),
        Err(error) => error.to_string(),
    };
    assert!(!found.is_empty());
    assert_eq!(fs::read(&path).unwrap(), bytes);
}

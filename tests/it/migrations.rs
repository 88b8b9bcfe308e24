//! Every migration is applied over rows as the versions before it wrote them, and loses none.

use rapport::store::{DATABASE_FILE, Store, migrations};
use rusqlite::Connection;
use std::fs;
use std::path::Path;

/// Rows for the tables that a migration made: `tests/it/rows/<version>.sql`, written when the migration was.
fn rows_after(version: usize) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/it/rows/{version:04}.sql"));
    fs::read_to_string(path).unwrap_or_else(|_| panic!("migration {version} has no sample rows in tests/it/rows"))
}

fn counts(db: &Connection) -> Vec<(String, i64)> {
    let tables = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name";
    let names: Vec<String> =
        db.prepare(tables).unwrap().query_map([], |row| row.get(0)).unwrap().collect::<Result<_, _>>().unwrap();
    let count = |name: &String| db.query_row(&format!("SELECT count(*) FROM {name}"), [], |row| row.get(0)).unwrap();
    names.into_iter().map(|name| (name.clone(), count(&name))).collect()
}

fn empty() -> Connection {
    let db = Connection::open_in_memory().unwrap();
    db.pragma_update(None, "foreign_keys", true).unwrap();
    db
}

#[test]
fn every_file_is_in_the_list() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations");
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let texts: Vec<String> = files.iter().map(|file| fs::read_to_string(file).unwrap()).collect();
    assert_eq!(texts, migrations::ALL);
    for (number, file) in (1..).zip(&files) {
        assert!(
            file.file_name().unwrap().to_str().unwrap().starts_with(&format!("{number:04}_")),
            "{}",
            file.display()
        );
    }
}

#[test]
fn each_migration_keeps_the_rows_of_those_before_it() {
    let db = empty();
    let mut before: Vec<(String, i64)> = Vec::new();
    for (version, sql) in (1..).zip(migrations::ALL) {
        db.execute_batch(sql).unwrap();
        let after = counts(&db);
        for (table, count) in &before {
            assert!(after.contains(&(table.clone(), *count)), "migration {version} lost rows of {table}");
        }
        db.execute_batch(&rows_after(version)).unwrap();
        before = counts(&db);
        let empty: Vec<&String> = before.iter().filter(|(_, count)| *count == 0).map(|(table, _)| table).collect();
        assert!(empty.is_empty(), "no sample rows for {empty:?}");
    }
    let faults = db.prepare("PRAGMA foreign_key_check").unwrap().exists([]).unwrap();
    assert!(!faults);
}

#[test]
fn deleting_a_person_leaves_nothing_of_theirs() {
    let db = empty();
    for (version, sql) in (1..).zip(migrations::ALL) {
        db.execute_batch(sql).unwrap();
        db.execute_batch(&rows_after(version)).unwrap();
    }
    db.execute_batch("DELETE FROM people").unwrap();
    // What a host added belongs to the community; nothing says any more who it was.
    let is_nobodys =
        |table: &str| matches!(table, "seen_events" | "facts" | "community_questions" | "nights" | "cards");
    let left: Vec<(String, i64)> =
        counts(&db).into_iter().filter(|(table, count)| *count > 0 && !is_nobodys(table)).collect();
    assert_eq!(left, []);
    assert!(!db.prepare("SELECT 1 FROM community_questions WHERE added_by IS NOT NULL").unwrap().exists([]).unwrap());
    assert!(!db.prepare("SELECT 1 FROM nights WHERE host IS NOT NULL").unwrap().exists([]).unwrap());
}

#[test]
fn a_database_of_the_first_weeks_is_taken_over() {
    let dir = tempfile::tempdir().unwrap();
    let old = Connection::open(dir.path().join(DATABASE_FILE)).unwrap();
    // As the library of those weeks wrote it, after four migrations.
    old.execute_batch(
        "CREATE TABLE _sqlx_migrations (version BIGINT PRIMARY KEY, description TEXT NOT NULL, installed_on TIMESTAMP NOT NULL
             DEFAULT CURRENT_TIMESTAMP, success BOOLEAN NOT NULL, checksum BLOB NOT NULL, execution_time BIGINT NOT NULL);
         INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time)
         VALUES (1, 'people', 1, x'00', 1), (2, 'conversations', 1, x'00', 1), (3, 'pitches', 1, x'00', 1),
                (4, 'settings', 1, x'00', 1);
         PRAGMA application_id = 1383101044;",
    )
    .unwrap();
    for (version, sql) in (1..).zip(migrations::ALL).take(4) {
        old.execute_batch(sql).unwrap();
        old.execute_batch(&rows_after(version)).unwrap();
    }
    let before = counts(&old);
    old.close().unwrap();
    let store = Store::open(dir.path()).unwrap();
    let after = counts(&store.connection);
    for (table, count) in before.iter().filter(|(table, _)| table != "_sqlx_migrations") {
        assert!(after.contains(&(table.clone(), *count)), "{table}");
    }
    assert!(
        after.iter().any(|(table, _)| table == "nudges") && !after.iter().any(|(table, _)| table == "_sqlx_migrations")
    );
    store.close().unwrap();
    Store::open(dir.path()).unwrap();
}

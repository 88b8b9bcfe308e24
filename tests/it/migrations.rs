//! Every migration is applied over rows as the versions before it wrote them, and loses none.

use rapport::store::MIGRATIONS;
use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};
use sqlx::{ConnectOptions, Row};
use std::fs;
use std::path::Path;

/// Rows for the tables that a migration made: `tests/it/rows/<version>.sql`, written when the migration was.
fn rows_after(version: i64) -> Option<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/it/rows/{version:04}.sql"));
    fs::read_to_string(path).ok()
}

async fn counts(db: &mut SqliteConnection) -> Vec<(String, i64)> {
    let tables = sqlx::query("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '\\_%' ESCAPE '\\' AND name NOT LIKE 'sqlite%' ORDER BY name")
        .fetch_all(&mut *db)
        .await
        .unwrap();
    let mut counts = Vec::new();
    for table in tables {
        let name: String = table.get(0);
        let count = sqlx::query_scalar(sqlx::AssertSqlSafe(format!("SELECT count(*) FROM {name}")))
            .fetch_one(&mut *db)
            .await
            .unwrap();
        counts.push((name, count));
    }
    counts
}

#[tokio::test]
async fn each_migration_keeps_the_rows_of_those_before_it() {
    let mut db = SqliteConnectOptions::new().in_memory(true).foreign_keys(true).connect().await.unwrap();
    let mut before: Vec<(String, i64)> = Vec::new();
    for migration in MIGRATIONS.iter() {
        MIGRATIONS.run_direct(Some(migration.version), &mut db, false).await.unwrap();
        let after = counts(&mut db).await;
        for (table, count) in &before {
            assert!(after.contains(&(table.clone(), *count)), "migration {} lost rows of {table}", migration.version);
        }
        let rows = rows_after(migration.version)
            .unwrap_or_else(|| panic!("migration {} has no sample rows in tests/it/rows", migration.version));
        sqlx::raw_sql(sqlx::AssertSqlSafe(rows)).execute(&mut db).await.unwrap();
        before = counts(&mut db).await;
        let empty: Vec<&String> = before.iter().filter(|(_, count)| *count == 0).map(|(table, _)| table).collect();
        assert!(empty.is_empty(), "no sample rows for {empty:?}");
    }
    let faults = sqlx::query("PRAGMA foreign_key_check").fetch_all(&mut db).await.unwrap();
    assert!(faults.is_empty());
}

#[tokio::test]
async fn deleting_a_person_leaves_nothing_of_theirs() {
    let mut db = SqliteConnectOptions::new().in_memory(true).foreign_keys(true).connect().await.unwrap();
    for migration in MIGRATIONS.iter() {
        MIGRATIONS.run_direct(Some(migration.version), &mut db, false).await.unwrap();
        sqlx::raw_sql(sqlx::AssertSqlSafe(rows_after(migration.version).unwrap())).execute(&mut db).await.unwrap();
    }
    sqlx::query("DELETE FROM people").execute(&mut db).await.unwrap();
    let left: Vec<(String, i64)> =
        counts(&mut db).await.into_iter().filter(|(table, count)| *count > 0 && table != "seen_events").collect();
    assert_eq!(left, []);
}

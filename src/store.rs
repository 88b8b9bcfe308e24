//! The store: one SQLite database in the data directory. All SQL stands below this module, one function a query, over
//! `&mut SqliteConnection`. The engine owns the one connection that writes.

pub mod events;
pub mod nudges;
pub mod outbox;
pub mod people;
pub mod pitches;
pub mod sessions;
pub mod timers;
pub mod transaction;

use sqlx::migrate::{MigrateError, Migrator};
use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection, SqliteJournalMode, SqliteSynchronous};
use sqlx::{ConnectOptions, Connection};
use std::fs::{File, OpenOptions, TryLockError};
use std::io::{Read, Seek, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// Every migration that ever shipped, forward only, built into the program.
pub static MIGRATIONS: Migrator = sqlx::migrate!();

/// Marks a database file as Rapport's own: "Rprt" in SQLite's `application_id`.
const APPLICATION_ID: i32 = 0x5270_7274;

/// The database's file name in the data directory.
pub const DATABASE_FILE: &str = "rapport.sqlite3";
const LOCK_FILE: &str = "rapport.lock";

/// Why the store does not open. Each sentence says what to do; nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// Another process has the data directory.
    #[error(
        "{dir} is in use by another rapport{by}. One process at a time may use a data directory: stop that one, \
         or give this one a directory of its own with --data DIR"
    )]
    InUse {
        /// The data directory.
        dir: PathBuf,
        /// " (process 123)", where the other one wrote its number down.
        by: String,
    },
    /// The directory cannot be made or written.
    #[error(
        "cannot use {path} as it is: {reason}. Make it a directory that this user may write to, or give another with --data DIR"
    )]
    Directory {
        /// What was tried.
        path: PathBuf,
        /// What the operating system said.
        reason: String,
    },
    /// The database was written by a newer version.
    #[error(
        "{path} was written by a newer version of rapport (its migration {version} is not known here). \
         Start that version, or restore a backup made by this one; the file was not touched"
    )]
    Newer {
        /// The database.
        path: PathBuf,
        /// The first migration that is not known here.
        version: i64,
    },
    /// The file is no database, or a damaged one.
    #[error(
        "{path} is damaged or is no SQLite database ({reason}). Restore a backup, or move the file away to begin anew; it was not touched"
    )]
    Corrupt {
        /// The database.
        path: PathBuf,
        /// What SQLite said.
        reason: String,
    },
    /// The database belongs to another program.
    #[error(
        "{path} is a database of another program. Give rapport a directory of its own with --data DIR; the file was not touched"
    )]
    Foreign {
        /// The database.
        path: PathBuf,
    },
    /// The disk is full, the file is read-only, or SQLite failed in another way.
    #[error("{path} cannot be opened: {reason}. Nothing was changed")]
    Other {
        /// The database.
        path: PathBuf,
        /// What SQLite said, with a hint where there is one.
        reason: String,
    },
}

/// The open store. While it lives, no other process opens the same data directory.
#[derive(Debug)]
pub struct Store {
    /// The one connection that writes.
    pub connection: SqliteConnection,
    _lock: Option<File>,
}

impl Store {
    /// Opens the database in `dir`, making both where they are missing, and brings it up to this version.
    ///
    /// # Errors
    /// See [`OpenError`]. A database that cannot be used is left exactly as it was.
    pub async fn open(dir: &Path) -> Result<Self, OpenError> {
        make_private_directory(dir)?;
        let lock = lock(dir)?;
        let path = dir.join(DATABASE_FILE);
        make_private_file(&path)?;
        let options = options().filename(&path);
        let connection = connect(&options, &path).await?;
        Ok(Self { connection, _lock: Some(lock) })
    }

    /// A store in memory, gone with the process.
    ///
    /// # Errors
    /// Memory is short.
    pub async fn in_memory() -> Result<Self, OpenError> {
        let connection = connect(&options().in_memory(true), Path::new(":memory:")).await?;
        Ok(Self { connection, _lock: None })
    }

    /// Closes the database, its log written back into the one file, and lets the data directory go.
    ///
    /// # Errors
    /// The log could not be written back. It is read at the next start: nothing is lost.
    pub async fn close(self) -> sqlx::Result<()> {
        let Self { connection, _lock } = self;
        connection.close().await
    }

    /// What SQLite finds wrong with the database file in `dir`, reading all of it. Empty where all is well, or where there
    /// is no file yet. Opens the file for reading only and takes no lock: it may run beside the bot.
    ///
    /// # Errors
    /// The file is there and cannot be read as a database.
    pub async fn examine(dir: &Path) -> Result<Vec<String>, OpenError> {
        let path = dir.join(DATABASE_FILE);
        if !path.exists() {
            return Ok(Vec::new());
        }
        let said = |error: sqlx::Error| explain(&path, &error);
        let mut connection = options().filename(&path).read_only(true).connect().await.map_err(said)?;
        refuse_foreign(&mut connection, &path).await?;
        refuse_newer(&mut connection, &path).await?;
        let findings: Vec<String> =
            sqlx::query_scalar("PRAGMA quick_check(20)").fetch_all(&mut connection).await.map_err(said)?;
        Ok(findings.into_iter().filter(|finding| finding != "ok").collect())
    }
}

fn options() -> SqliteConnectOptions {
    SqliteConnectOptions::new().busy_timeout(Duration::from_secs(5)).foreign_keys(true).disable_statement_logging()
}

async fn connect(options: &SqliteConnectOptions, path: &Path) -> Result<SqliteConnection, OpenError> {
    let said = |error: sqlx::Error| explain(path, &error);
    // Looked at before anything is set: the journal mode is a write already, and a file that is not ours stays as it is.
    let mut connection = options.clone().connect().await.map_err(said)?;
    refuse_foreign(&mut connection, path).await?;
    refuse_newer(&mut connection, path).await?;
    connection.close().await.map_err(said)?;

    let options = options.clone().journal_mode(SqliteJournalMode::Wal).synchronous(SqliteSynchronous::Full);
    let mut connection = options.connect().await.map_err(said)?;
    MIGRATIONS.run_direct(None, &mut connection, false).await.map_err(|error| match error {
        MigrateError::VersionMissing(version) => OpenError::Newer { path: path.to_owned(), version },
        MigrateError::Execute(error) | MigrateError::ExecuteMigration(error, _) => explain(path, &error),
        other => OpenError::Other { path: path.to_owned(), reason: other.to_string() },
    })?;
    sqlx::query(sqlx::AssertSqlSafe(format!("PRAGMA application_id = {APPLICATION_ID}")))
        .execute(&mut connection)
        .await
        .map_err(said)?;
    Ok(connection)
}

/// A database without our mark is ours only while it is empty.
async fn refuse_foreign(connection: &mut SqliteConnection, path: &Path) -> Result<(), OpenError> {
    let said = |error: sqlx::Error| explain(path, &error);
    let mark: i32 = sqlx::query_scalar("PRAGMA application_id").fetch_one(&mut *connection).await.map_err(said)?;
    let tables: i64 =
        sqlx::query_scalar("SELECT count(*) FROM sqlite_schema").fetch_one(&mut *connection).await.map_err(said)?;
    let half_made = tables > 0 && has_migrations(connection).await.map_err(said)?;
    if mark == APPLICATION_ID || tables == 0 || (mark == 0 && half_made) {
        return Ok(());
    }
    Err(OpenError::Foreign { path: path.to_owned() })
}

async fn has_migrations(connection: &mut SqliteConnection) -> sqlx::Result<bool> {
    sqlx::query_scalar("SELECT count(*) > 0 FROM sqlite_schema WHERE name = '_sqlx_migrations'")
        .fetch_one(connection)
        .await
}

async fn refuse_newer(connection: &mut SqliteConnection, path: &Path) -> Result<(), OpenError> {
    let said = |error: sqlx::Error| explain(path, &error);
    if !has_migrations(connection).await.map_err(said)? {
        return Ok(());
    }
    let newest = MIGRATIONS.iter().map(|migration| migration.version).max().unwrap_or(0);
    let beyond: Option<i64> = sqlx::query_scalar("SELECT min(version) FROM _sqlx_migrations WHERE version > $1")
        .bind(newest)
        .fetch_one(connection)
        .await
        .map_err(said)?;
    match beyond {
        Some(version) => Err(OpenError::Newer { path: path.to_owned(), version }),
        None => Ok(()),
    }
}

/// Turns what SQLite says into a sentence with a way out.
fn explain(path: &Path, error: &sqlx::Error) -> OpenError {
    let reason = error.as_database_error().map_or_else(|| error.to_string(), |database| database.message().to_owned());
    let code = error.as_database_error().and_then(|database| database.code()).and_then(|code| code.parse::<i32>().ok());
    let path = path.to_owned();
    match code.map(|code| code & 0xff) {
        Some(11 | 26) => OpenError::Corrupt { path, reason },
        Some(13) => OpenError::Other { path, reason: format!("{reason}. The disk is full: make room and start again") },
        Some(8 | 14) => OpenError::Other {
            path,
            reason: format!("{reason}. Give this user the right to write the file and its folder"),
        },
        _ => OpenError::Other { path, reason },
    }
}

fn make_private_directory(dir: &Path) -> Result<(), OpenError> {
    let said = |error: std::io::Error| OpenError::Directory { path: dir.to_owned(), reason: error.to_string() };
    if dir.is_dir() {
        return Ok(());
    }
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(dir).map_err(said)
}

/// Nobody else on the machine reads what people told the bot. The file is made before SQLite opens it, because SQLite gives its
/// log the mode that the file has at that moment.
fn make_private_file(path: &Path) -> Result<(), OpenError> {
    let said = |error: std::io::Error| OpenError::Directory { path: path.to_owned(), reason: error.to_string() };
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    match options.open(path) {
        Ok(_) => Ok(()),
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => Ok(()),
        Err(error) => Err(said(error)),
    }
}

/// Takes the data directory for this process. The operating system lets go of it when the process ends, however it ends.
fn lock(dir: &Path) -> Result<File, OpenError> {
    let path = dir.join(LOCK_FILE);
    let said = |error: std::io::Error| OpenError::Directory { path: path.clone(), reason: error.to_string() };
    let mut file = OpenOptions::new().read(true).write(true).create(true).truncate(false).open(&path).map_err(said)?;
    match file.try_lock() {
        Ok(()) => {
            file.set_len(0).and_then(|()| file.rewind()).map_err(said)?;
            write!(file, "{}", std::process::id()).map_err(said)?;
            Ok(file)
        }
        Err(TryLockError::WouldBlock) => {
            let mut owner = String::new();
            let by = match file.read_to_string(&mut owner) {
                Ok(_) if !owner.is_empty() => format!(" (process {owner})"),
                _ => String::new(),
            };
            Err(OpenError::InUse { dir: dir.to_owned(), by })
        }
        Err(TryLockError::Error(error)) => Err(said(error)),
    }
}

//! The store: one SQLite database in the data directory. All SQL stands below this module, one function a query, over
//! `&Connection`. The engine owns the one connection that writes.

pub mod board;
pub mod cards;
pub mod contacts;
pub mod counters;
pub mod drafts;
pub mod evenings;
pub mod events;
pub mod facts;
pub mod feedback;
pub mod interviews;
mod json;
pub mod migrations;
pub mod nights;
pub mod nudges;
pub mod outbox;
pub mod people;
pub mod pitches;
pub mod plans;
pub mod practice;
pub mod questions;
pub mod sessions;
pub mod targets;
pub mod timers;
pub mod transaction;

use rusqlite::{Connection, OpenFlags};
use std::fs::{File, OpenOptions, TryLockError};
use std::io::{Read, Seek, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// Marks a database file as Rapport's own: "Rprt" in SQLite's `application_id`.
const APPLICATION_ID: i32 = 0x5270_7274;

/// The database's file name in the data directory.
pub const DATABASE_FILE: &str = "rapport.sqlite3";
const LOCK_FILE: &str = "rapport.lock";

/// How long a statement waits for another program that looks into the file.
const PATIENCE: Duration = Duration::from_secs(5);
/// How much of the database stays in memory, as SQLite counts it: 8 MB at most, taken as it is needed.
const CACHE: i32 = -8_000;
/// How many statements stay prepared: all there are.
const MOST_STATEMENTS: usize = 200;

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
    pub connection: Connection,
    _lock: Option<File>,
}

impl Store {
    /// Opens the database in `dir`, making both where they are missing, and brings it up to this version.
    ///
    /// # Errors
    /// See [`OpenError`]. A database that cannot be used is left exactly as it was.
    pub fn open(dir: &Path) -> Result<Self, OpenError> {
        make_private_directory(dir)?;
        let lock = lock(dir)?;
        let path = dir.join(DATABASE_FILE);
        make_private_file(&path)?;
        // Looked at before anything is set: the journal mode is a write already, and a file that is not ours stays as it is.
        let said = |error: rusqlite::Error| explain(&path, &error);
        let looked_at = Connection::open(&path).map_err(said)?;
        refuse_foreign(&looked_at, &path)?;
        refuse_newer(&looked_at, &path)?;
        drop(looked_at);
        let connection = prepare(Connection::open(&path).map_err(said)?, &path)?;
        Ok(Self { connection, _lock: Some(lock) })
    }

    /// A store in memory, gone with the process.
    ///
    /// # Errors
    /// Memory is short.
    pub fn in_memory() -> Result<Self, OpenError> {
        let path = Path::new(":memory:");
        let connection = Connection::open_in_memory().map_err(|error| explain(path, &error))?;
        Ok(Self { connection: prepare(connection, path)?, _lock: None })
    }

    /// Closes the database, its log written back into the one file, and lets the data directory go.
    ///
    /// # Errors
    /// The log could not be written back. It is read at the next start: nothing is lost.
    pub fn close(self) -> rusqlite::Result<()> {
        let Self { connection, _lock } = self;
        connection.close().map_err(|(_, error)| error)
    }

    /// What SQLite finds wrong with the database file in `dir`, reading all of it. Empty where all is well, or where there
    /// is no file yet. Opens the file for reading only and takes no lock: it may run beside the bot.
    ///
    /// # Errors
    /// The file is there and cannot be read as a database.
    pub fn examine(dir: &Path) -> Result<Vec<String>, OpenError> {
        let path = dir.join(DATABASE_FILE);
        if !path.exists() {
            return Ok(Vec::new());
        }
        let said = |error: rusqlite::Error| explain(&path, &error);
        let connection = Connection::open_with_flags(&path, OpenFlags::SQLITE_OPEN_READ_ONLY).map_err(said)?;
        connection.busy_timeout(PATIENCE).map_err(said)?;
        refuse_foreign(&connection, &path)?;
        refuse_newer(&connection, &path)?;
        let findings = || -> rusqlite::Result<Vec<String>> {
            connection.prepare("PRAGMA quick_check(20)")?.query_map([], |row| row.get(0))?.collect()
        };
        Ok(findings().map_err(said)?.into_iter().filter(|finding| finding != "ok").collect())
    }
}

/// Sets what holds for our own connection, and brings the database up to this version.
fn prepare(mut connection: Connection, path: &Path) -> Result<Connection, OpenError> {
    let said = |error: rusqlite::Error| explain(path, &error);
    let set = |connection: &Connection| -> rusqlite::Result<()> {
        connection.busy_timeout(PATIENCE)?;
        connection.set_prepared_statement_cache_capacity(MOST_STATEMENTS);
        connection.pragma_update_and_check(None, "journal_mode", "WAL", |_| Ok(()))?;
        connection.pragma_update(None, "synchronous", "FULL")?;
        connection.pragma_update(None, "cache_size", CACHE)?;
        connection.pragma_update(None, "foreign_keys", true)
    };
    set(&connection).map_err(said)?;
    take_over(&mut connection).map_err(said)?;
    migrations::MIGRATIONS.to_latest(&mut connection).map_err(|error| match error {
        rusqlite_migration::Error::RusqliteError { err, .. } => explain(path, &err),
        other => OpenError::Other { path: path.to_owned(), reason: other.to_string() },
    })?;
    connection.pragma_update(None, "application_id", APPLICATION_ID).map_err(said)?;
    Ok(connection)
}

/// Databases of the first weeks counted their migrations in a table of its own.
fn take_over(connection: &mut Connection) -> rusqlite::Result<()> {
    if !has_counted_in_a_table(connection)? {
        return Ok(());
    }
    let transaction = connection.transaction()?;
    let version: i64 = transaction.query_row("SELECT max(version) FROM _sqlx_migrations", [], |row| row.get(0))?;
    transaction.pragma_update(None, "user_version", version)?;
    transaction.execute("DROP TABLE _sqlx_migrations", [])?;
    transaction.commit()
}

fn has_counted_in_a_table(connection: &Connection) -> rusqlite::Result<bool> {
    let count = "SELECT count(*) > 0 FROM sqlite_schema WHERE name = '_sqlx_migrations'";
    connection.query_row(count, [], |row| row.get(0))
}

/// A database without our mark is ours only while it is empty.
fn refuse_foreign(connection: &Connection, path: &Path) -> Result<(), OpenError> {
    let look = || -> rusqlite::Result<bool> {
        let mark: i32 = connection.query_row("PRAGMA application_id", [], |row| row.get(0))?;
        let tables: i64 = connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
        let half_made = mark == 0 && tables > 0 && is_half_made(connection)?;
        Ok(mark == APPLICATION_ID || tables == 0 || half_made)
    };
    match look() {
        Ok(true) => Ok(()),
        Ok(false) => Err(OpenError::Foreign { path: path.to_owned() }),
        Err(error) => Err(explain(path, &error)),
    }
}

/// Whether the first start was cut off between the migrations and the mark: our tables are there, and nobody else's.
fn is_half_made(connection: &Connection) -> rusqlite::Result<bool> {
    let version: i64 = connection.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    let ours = "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name IN ('people', 'accounts')";
    let ours: i64 = connection.query_row(ours, [], |row| row.get(0))?;
    Ok(has_counted_in_a_table(connection)? || (version > 0 && ours == 2))
}

fn refuse_newer(connection: &Connection, path: &Path) -> Result<(), OpenError> {
    let version: i64 =
        connection.query_row("PRAGMA user_version", [], |row| row.get(0)).map_err(|error| explain(path, &error))?;
    if usize::try_from(version).is_ok_and(|version| version <= migrations::ALL.len()) {
        return Ok(());
    }
    Err(OpenError::Newer { path: path.to_owned(), version })
}

/// A value that this version cannot read.
pub(crate) fn unreadable(error: impl std::error::Error + Send + Sync + 'static) -> rusqlite::Error {
    rusqlite::Error::FromSqlConversionFailure(0, rusqlite::types::Type::Text, Box::new(error))
}

/// SQLite's primary result code.
pub(crate) fn primary_code(error: &rusqlite::Error) -> Option<i32> {
    error.sqlite_error().map(|failure| failure.extended_code & 0xff)
}

/// Turns what SQLite says into a sentence with a way out.
fn explain(path: &Path, error: &rusqlite::Error) -> OpenError {
    let reason = error.to_string();
    let path = path.to_owned();
    match primary_code(error) {
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

/// How often a directory that is in use is tried again, and how soon.
const LOCK_TRIES: u32 = 5;
const LOCK_PAUSE: Duration = Duration::from_millis(50);

/// Takes the data directory for this process. The operating system lets go of it when the process ends, however it ends.
fn lock(dir: &Path) -> Result<File, OpenError> {
    let path = dir.join(LOCK_FILE);
    let said = |error: std::io::Error| OpenError::Directory { path: path.clone(), reason: error.to_string() };
    let mut file = OpenOptions::new().read(true).write(true).create(true).truncate(false).open(&path).map_err(said)?;
    // Whoever has just let go of it may have a child that has not begun its own program yet, and holds it for a moment longer.
    let mut taken = file.try_lock();
    for _ in 0..LOCK_TRIES {
        if !matches!(taken, Err(TryLockError::WouldBlock)) {
            break;
        }
        std::thread::sleep(LOCK_PAUSE);
        taken = file.try_lock();
    }
    match taken {
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

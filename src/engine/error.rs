//! What can fail: the store as a whole, or one turn.

use crate::legwork::Need;
use crate::store::primary_code;

/// The store failed in a way that no single event is to blame for. Nothing of what was being done is kept. The cause itself is
/// not carried along: it could quote what a person wrote.
#[derive(Debug, thiserror::Error)]
pub enum EngineError {
    /// The disk is full.
    #[error("the disk is full: what was said last is not kept. Make room and start again; everything before is safe")]
    Full,
    /// The database cannot be written.
    #[error(
        "the database cannot be written: what was said last is not kept. Give this user the right to write the file and its folder"
    )]
    ReadOnly,
    /// The database is damaged.
    #[error("the database is damaged. Stop, keep a copy of the file, and restore a backup")]
    Corrupt,
    /// Anything else that SQLite says.
    #[error("the database failed ({0})")]
    Store(String),
}

impl From<rusqlite::Error> for EngineError {
    fn from(error: rusqlite::Error) -> Self {
        match primary_code(&error) {
            Some(13) => Self::Full,
            Some(8) => Self::ReadOnly,
            Some(11 | 26) => Self::Corrupt,
            _ => Self::Store(kind_of(&error)),
        }
    }
}

/// What may be told of a store's error: never a value.
pub(super) fn kind_of(error: &rusqlite::Error) -> String {
    match primary_code(error) {
        Some(code) => format!("SQLite code {code}"),
        None => "unreadable row".to_owned(),
    }
}

/// Whether the fault lies with the database as a whole, so that no other event would fare better.
pub(super) fn is_everyones(error: &rusqlite::Error) -> bool {
    match primary_code(error) {
        // Constraint, mismatch and range: this turn's own fault. Everything else is the machine's.
        Some(code) => !matches!(code, 19 | 20 | 25),
        // A value that cannot be read is its own row's fault.
        None => !matches!(
            error,
            rusqlite::Error::FromSqlConversionFailure(..)
                | rusqlite::Error::InvalidColumnType(..)
                | rusqlite::Error::IntegralValueOutOfRange(..)
                | rusqlite::Error::ToSqlConversionFailure(_)
                | rusqlite::Error::Utf8Error(..)
        ),
    }
}

/// Why a turn failed.
#[derive(Debug)]
pub(super) enum TurnError {
    /// The flow panicked.
    Panic,
    /// The store failed, or what it holds could not be read.
    Store(rusqlite::Error),
    /// A saved state could not be read after it had been found readable.
    State(serde_json::Error),
    /// It is no failure: a flow must know these things before it can go on.
    Needs(Vec<Need>),
}

impl From<rusqlite::Error> for TurnError {
    fn from(error: rusqlite::Error) -> Self {
        Self::Store(error)
    }
}

impl From<serde_json::Error> for TurnError {
    fn from(error: serde_json::Error) -> Self {
        Self::State(error)
    }
}

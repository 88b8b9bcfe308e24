//! Values that are stored as JSON.

use rusqlite::{Error, Row, RowIndex};
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::str::FromStr;

/// A value as it is stored.
pub(super) fn to(value: &impl Serialize) -> rusqlite::Result<String> {
    serde_json::to_string(value).map_err(|error| Error::ToSqlConversionFailure(Box::new(error)))
}

/// A value that is stored under a name, if there is one.
pub(super) fn named<T: FromStr>(row: &Row<'_>, column: usize) -> rusqlite::Result<Option<T>>
where
    T::Err: std::error::Error + Send + Sync + 'static,
{
    let name: Option<String> = row.get(column)?;
    name.map(|name| name.parse().map_err(super::unreadable)).transpose()
}

/// A stored value, read from a column.
pub(super) fn from<T: DeserializeOwned>(row: &Row<'_>, column: impl RowIndex) -> rusqlite::Result<T> {
    let text: String = row.get(column)?;
    serde_json::from_str(&text).map_err(super::unreadable)
}

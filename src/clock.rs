//! The one place that knows what time it is.

use chrono::{DateTime, TimeZone, Utc};
use rusqlite::types::{FromSql, FromSqlResult, ToSql, ToSqlOutput, ValueRef};
use serde::{Deserialize, Serialize};
use std::ops::{Add, Sub};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

/// A moment, in milliseconds since 1970 in UTC: what is stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Moment(pub i64);

impl Moment {
    /// The time from `earlier` to this moment, or none at all where `earlier` is the later one.
    pub fn since(self, earlier: Self) -> Duration {
        Duration::from_millis(u64::try_from(self.0.saturating_sub(earlier.0)).unwrap_or(0))
    }

    /// This moment as a date and time in UTC.
    pub fn utc(self) -> DateTime<Utc> {
        Utc.timestamp_millis_opt(self.0).single().unwrap_or_default()
    }
}

impl ToSql for Moment {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(self.0.into())
    }
}

impl FromSql for Moment {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        value.as_i64().map(Self)
    }
}

impl From<DateTime<Utc>> for Moment {
    fn from(time: DateTime<Utc>) -> Self {
        Self(time.timestamp_millis())
    }
}

fn millis(duration: Duration) -> i64 {
    i64::try_from(duration.as_millis()).unwrap_or(i64::MAX)
}

impl Add<Duration> for Moment {
    type Output = Self;
    fn add(self, duration: Duration) -> Self {
        Self(self.0.saturating_add(millis(duration)))
    }
}

impl Sub<Duration> for Moment {
    type Output = Self;
    fn sub(self, duration: Duration) -> Self {
        Self(self.0.saturating_sub(millis(duration)))
    }
}

/// Where the time comes from: the machine, or a hand that sets it (conversation scripts, tests).
#[derive(Clone, Debug)]
pub enum Clock {
    /// The machine's clock.
    System,
    /// A clock that stands still until it is set.
    Set(Arc<AtomicI64>),
    /// A clock that was right at a moment and has gone so many times as fast since then: to try in minutes what takes an evening.
    Faster(Moment, u32),
}

impl Clock {
    /// A clock that stands still at `moment`.
    pub fn standing_at(moment: Moment) -> Self {
        Self::Set(Arc::new(AtomicI64::new(moment.0)))
    }

    /// What time it is.
    pub fn now(&self) -> Moment {
        match self {
            Self::System => Utc::now().into(),
            Self::Set(millis) => Moment(millis.load(Ordering::SeqCst)),
            Self::Faster(began, times) => *began + Moment::from(Utc::now()).since(*began) * *times,
        }
    }

    /// How long it really is until a moment, from one that this clock showed. A clock that stands does not come there by itself.
    pub fn wait(&self, now: Moment, until: Moment) -> Duration {
        match self {
            Self::System | Self::Set(_) => until.since(now),
            Self::Faster(_, times) => until.since(now) / (*times).max(1),
        }
    }

    /// Moves a clock that is set by hand. The machine's clock is left alone.
    pub fn set(&self, moment: Moment) {
        if let Self::Set(millis) = self {
            millis.store(moment.0, Ordering::SeqCst);
        }
    }
}

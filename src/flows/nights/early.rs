//! A night is in the evening: "at seven" is seven in the evening, where nobody says otherwise.

use crate::when::{Meant, Start, Unclear};
use crate::words::fold;
use chrono::{NaiveDateTime, NaiveTime, TimeDelta, Timelike as _};
use regex::Regex;
use std::sync::LazyLock;

/// The hours that are taken for the evening.
const EARLY: std::ops::Range<u32> = 1..9;
const HALF_A_DAY: TimeDelta = TimeDelta::hours(12);

/// What says that the morning is meant: "7 am", "7 h du matin", "07:00".
static SAYS_OTHERWISE: LazyLock<Regex> = LazyLock::new(|| {
    let pattern = r"(?x)
        \d\s*a\.?\s?m\b | \b(?:am|morning|night|matin|nuit|noon|midi|midnight|minuit)\b
      | (?:^|[^\d:.h/-])0\d?\s*(?:[:h.]|heures?) | t0";
    Regex::new(pattern).unwrap_or_else(|error| unreachable!("a pattern of ours: {error}"))
});

/// The time that `read` reads at a moment, with an early hour as one in the evening. `typed` are its words.
///
/// # Errors
/// What `read` says of it now. What is over in the morning may be ahead in the evening.
pub(super) fn in_the_evening(
    read: impl Fn(NaiveDateTime) -> Result<Meant, Unclear>,
    typed: &str,
    now: NaiveDateTime,
) -> Result<Meant, Unclear> {
    let meant = read(now);
    let early = read(now.date().and_time(NaiveTime::MIN));
    let Ok(Meant { start: Start::Hour(morning), every }) = early else { return meant };
    if !EARLY.contains(&morning.hour()) || SAYS_OTHERWISE.is_match(&fold(typed)) {
        return meant;
    }
    match meant {
        _ if morning + HALF_A_DAY > now => Ok(Meant { start: Start::Hour(morning + HALF_A_DAY), every }),
        Ok(Meant { start: Start::Hour(wall), every }) => Ok(Meant { start: Start::Hour(wall + HALF_A_DAY), every }),
        other => other,
    }
}

//! What was heard in a text, put together to one time.

use super::tokens::Half;
use super::vocabulary::Part;
use super::{Every, Meant, Start, USUAL_HOUR, Unclear, bounded, on};
use crate::hours::TimeOfDay;
use chrono::{Datelike as _, Days, Months, NaiveDate, NaiveDateTime, TimeDelta, Timelike as _};
use std::time::Duration;

/// What was heard so far, each at most once.
#[derive(Default)]
pub(super) struct Heard {
    pub(super) day: Option<NaiveDate>,
    pub(super) hour: Option<(u32, u32, Option<Half>)>,
    pub(super) part: Option<Part>,
    pub(super) after: Option<Duration>,
    pub(super) every: Option<Every>,
}

/// Sets what must not have been set before: "tuesday friday" is no time.
pub(super) fn once<T>(slot: &mut Option<T>, value: T) -> Result<(), Unclear> {
    match slot.replace(value) {
        None => Ok(()),
        Some(_) => Err(Unclear::NoTime),
    }
}

impl Heard {
    /// All of it together.
    pub(super) fn meant(self, now: NaiveDateTime) -> Result<Meant, Unclear> {
        let Self { day, hour, part, after, every } = self;
        if let Some(after) = after {
            if day.is_some() || hour.is_some() || part.is_some() || every.is_some() {
                return Err(Unclear::NoTime);
            }
            let delta = TimeDelta::from_std(after).map_err(|_| Unclear::TooFar)?;
            bounded(now.checked_add_signed(delta).ok_or(Unclear::TooFar)?, now)?;
            return Ok(Meant { start: Start::After(after), every: None });
        }
        let hour = match hour {
            Some((hour, minute, half)) => Some(clock(hour, minute, half, part)?),
            None => None,
        };
        let today = now.date();
        // Midnight tonight is the end of the day, not its beginning.
        let ends = part == Some(Part::Evening) && hour == Some(TimeOfDay::at(0, 0));
        let day = match day {
            Some(day) if ends => Some(days_after(day, 1)?),
            day => day,
        };
        let start = match (day, hour) {
            (None, None) if part.is_none() && every.is_none() => return Err(Unclear::NoTime),
            (Some(day), Some(hour)) => Start::Hour(bounded(on(day, hour), now)?),
            (Some(day), None) => {
                let hour = part.map_or(USUAL_HOUR, Part::hour);
                let time = on(day, hour);
                // Today, with that hour gone: soon.
                let time = if day == today && time <= now { soon(now, part)? } else { time };
                unhurried(bounded(time, now)?, part)
            }
            (None, Some(hour)) => {
                let time = on(today, hour);
                Start::Hour(if time > now { time } else { on(days_after(today, 1)?, hour) })
            }
            (None, None) => {
                let hour = part.map_or(USUAL_HOUR, Part::hour);
                let first = match every {
                    Some(Every::Days(1)) | None => {
                        let time = on(today, hour);
                        if time > now { time } else { on(days_after(today, 1)?, hour) }
                    }
                    Some(every) => every.round(on(today, hour), 1).ok_or(Unclear::TooFar)?,
                };
                unhurried(bounded(first, now)?, part)
            }
        };
        // "every week at 9": the first is a round from today, not tomorrow.
        let start = match (every, start, day) {
            (Some(every), Start::Hour(time), None) if every != Every::Days(1) => {
                Start::Hour(bounded(every.round(on(today, TimeOfDay::of(time)), 1).ok_or(Unclear::TooFar)?, now)?)
            }
            _ => start,
        };
        Ok(Meant { start, every })
    }
}

/// A time whose hour is ours: the part of the day that was named, or any.
fn unhurried(time: NaiveDateTime, part: Option<Part>) -> Start {
    match part {
        // The morning is when a day's nudges come anyway.
        None | Some(Part::Morning) => Start::Day(time),
        Some(Part::Afternoon | Part::Evening) => Start::Part(time),
    }
}

/// The next full hour, while the day lasts. "This morning" in the evening is over.
fn soon(now: NaiveDateTime, part: Option<Part>) -> Result<NaiveDateTime, Unclear> {
    let end = match part {
        Some(Part::Morning) => 12,
        Some(Part::Afternoon) => 18,
        Some(Part::Evening) | None => 23,
    };
    let hour = now.hour() + 1;
    if hour > end {
        return Err(Unclear::Past);
    }
    now.date().and_hms_opt(hour, 0, 0).ok_or(Unclear::Past)
}

/// A time of the day, with its half, or the part of the day that was named beside it.
fn clock(hour: u32, minute: u32, half: Option<Half>, part: Option<Part>) -> Result<TimeOfDay, Unclear> {
    let hour = match (half, part) {
        (Some(_), _) if hour > 12 && half == Some(Half::Morning) => return Err(Unclear::NoSuchDay),
        (Some(Half::Morning), _) | (Some(Half::Likely), Some(Part::Morning)) => hour % 12,
        (Some(Half::Likely), _) => hour % 12 + 12,
        (Some(Half::Afternoon), _) if (1..=12).contains(&hour) => hour % 12 + 12,
        (Some(Half::Afternoon), _) => hour,
        (None, Some(Part::Afternoon | Part::Evening)) if (1..12).contains(&hour) => hour + 12,
        (None, _) => hour,
    };
    let (hour, minute) = (u16::try_from(hour).unwrap_or(u16::MAX), u16::try_from(minute).unwrap_or(u16::MAX));
    // "24h" is midnight to nobody who is asked "when".
    if hour >= 24 { Err(Unclear::NoSuchDay) } else { TimeOfDay::new(hour, minute).ok_or(Unclear::NoSuchDay) }
}

pub(super) fn first_of_month(day: NaiveDate) -> NaiveDate {
    day.with_day(1).unwrap_or(day)
}

pub(super) fn days_after(day: NaiveDate, days: u32) -> Result<NaiveDate, Unclear> {
    day.checked_add_days(Days::new(u64::from(days))).ok_or(Unclear::TooFar)
}

pub(super) fn months_after(day: NaiveDate, months: u32) -> Result<NaiveDate, Unclear> {
    day.checked_add_months(Months::new(months)).ok_or(Unclear::TooFar)
}

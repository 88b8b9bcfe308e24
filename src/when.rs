//! When a person wants something: "tomorrow 3pm", "in 2 weeks", "mardi 14h", "le 3 mars", "2026-12-01 09:30". Both languages are
//! read whatever the person's own is: people mix them.
//!
//! Ours, on chrono's calendar, because none of the crates that read dates reads French, or says whether an hour was named: a
//! nudge at an hour holds in the quiet hours, one for a day does not.

mod amounts;
mod days;
mod find;
mod heard;
mod ranges;
mod reader;
mod spoken;
mod tokens;
mod vocabulary;

pub use find::{Found, find};

use crate::hours::TimeOfDay;
use crate::ids::Locale;
use chrono::{Days, Months, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};
use regex::Regex;
use std::fmt;
use std::str::FromStr;
use std::sync::LazyLock;
use std::time::Duration;

/// The hour at which something happens that was only given a day.
pub const USUAL_HOUR: TimeOfDay = TimeOfDay::at(9, 0);
/// The hour that "the evening" stands for.
pub const EVENING: TimeOfDay = TimeOfDay::at(19, 0);

/// A time that a person meant, on the clocks where they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Meant {
    /// When: the first time, where it comes again.
    pub start: Start,
    /// How often it comes again.
    pub every: Option<Every>,
}

/// When something happens, or happens first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Start {
    /// At this time on the clocks; the person named the hour.
    Hour(NaiveDateTime),
    /// On this day, in the morning or at another time of ours.
    Day(NaiveDateTime),
    /// In this part of the day, at an hour of ours.
    Part(NaiveDateTime),
    /// When so much time has gone by.
    After(Duration),
}

/// How often something comes again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Every {
    /// After so many days.
    Days(u32),
    /// After so many months, on the same day of the month or its last.
    Months(u32),
}

/// Why a text is no time that could be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unclear {
    /// It has no time in it, or something besides.
    NoTime,
    /// There is no such day, or no such hour.
    NoSuchDay,
    /// It is over.
    Past,
    /// It is further off than anybody plans.
    TooFar,
    /// It could be two days: the 3rd of April, or the 4th of March.
    TwoDays,
}

/// The furthest that anything is planned, in days.
const FURTHEST: u64 = 5 * 366;

/// Reads a text that is a time and nothing else. `now` is what the clocks show where the person is.
///
/// # Errors
/// See [`Unclear`].
pub fn read(text: &str, now: NaiveDateTime, locale: Locale) -> Result<Meant, Unclear> {
    reader::read(&tokens::tokens(text, reader::Bare::Allowed), now, locale, reader::Bare::Allowed)
}

/// What is to be done and when, out of one line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Split {
    /// What is to be done, in the person's words. Empty where there is only a time.
    pub what: String,
    /// The words that are the time.
    pub time: String,
    /// When; `None` where the line has no time.
    pub when: Option<Result<Meant, Unclear>>,
}

/// Parts a line into what is to be done and when: "write to Ana in 3 weeks", "tomorrow: write to Ana". Words between quotation
/// marks are what is to be done, whatever they say.
pub fn split(line: &str, now: NaiveDateTime, locale: Locale) -> Split {
    let line = without_preface(line.trim());
    if let Some((what, rest)) = quoted(line) {
        let rest = rest.trim_matches([' ', ',', ':', ';']);
        let when = if rest.is_empty() { None } else { Some(read(rest, now, locale)) };
        return Split { what, time: rest.to_owned(), when };
    }
    // The longest piece counts even where it is a wrong time: "on 31 April at 9" is not "at 9".
    for (what, piece) in endings(line).chain(beginnings(line)) {
        let when = reader::read(&tokens::tokens(piece, reader::Bare::Refused), now, locale, reader::Bare::Refused);
        if when != Err(Unclear::NoTime) {
            let what = what.trim_matches([' ', ',', ':', ';', '-']).to_owned();
            if vocabulary::leaves_time(&tokens::tokens(&what, reader::Bare::Refused)) {
                // "every weekday at 8": half a time is none.
                return Split {
                    what: line.to_owned(),
                    time: piece.trim().to_owned(),
                    when: Some(Err(Unclear::NoTime)),
                };
            }
            return Split { what, time: piece.trim().to_owned(), when: Some(when) };
        }
    }
    Split { what: line.to_owned(), time: String::new(), when: None }
}

static PREFACE: LazyLock<Regex> = LazyLock::new(|| {
    let pattern = r"(?i)^(?:please\s+)?(?:remind me|rappelle[- ]moi|rappelez[- ]moi)(?:\s+(?:to|that|about|de|que)\s+|\s+d['’]|\s*:?\s*)";
    Regex::new(pattern).unwrap_or_else(|error| unreachable!("a pattern of ours: {error}"))
});

/// Whether a line asks for a nudge in so many words: "remind me to ...".
pub fn asks_for_a_nudge(line: &str) -> bool {
    PREFACE.is_match(line)
}

/// The line without "remind me to": that is what the command says already.
fn without_preface(line: &str) -> &str {
    PREFACE.find(line).map_or(line, |preface| &line[preface.end()..])
}

/// The words between quotation marks at the beginning of a line, and what follows them.
fn quoted(line: &str) -> Option<(String, &str)> {
    let open = line.chars().next()?;
    let close = match open {
        '"' => '"',
        '“' | '„' => '”',
        '«' => '»',
        '\'' => '\'',
        _ => return None,
    };
    let inner = &line[open.len_utf8()..];
    let end = inner.find(close)?;
    Some((inner[..end].trim().to_owned(), &inner[end + close.len_utf8()..]))
}

/// The most words of a time: the rest of a long line is not looked at.
const MOST_WORDS_OF_A_TIME: usize = 10;

/// Every ending of a line at a word, the longest first, with what stands before it.
fn endings(line: &str) -> impl Iterator<Item = (&str, &str)> {
    let starts: Vec<usize> = word_starts(line);
    let skip = starts.len().saturating_sub(MOST_WORDS_OF_A_TIME);
    starts.into_iter().skip(skip).map(|at| line.split_at(at))
}

/// Every beginning of a line up to a word, the longest first, with what follows it.
fn beginnings(line: &str) -> impl Iterator<Item = (&str, &str)> {
    let starts = word_starts(line);
    let most = starts.len().min(MOST_WORDS_OF_A_TIME);
    starts.into_iter().take(most).skip(1).rev().map(|at| {
        let (time, what) = line.split_at(at);
        (what, time)
    })
}

fn word_starts(line: &str) -> Vec<usize> {
    let mut starts = Vec::new();
    let mut before = ' ';
    for (at, letter) in line.char_indices() {
        if before.is_whitespace() && !letter.is_whitespace() {
            starts.push(at);
        }
        before = letter;
    }
    starts
}

impl Every {
    /// The time after so many rounds, counted from the first: so that the 31st stays the 31st after a shorter month.
    pub fn round(self, first: NaiveDateTime, rounds: u32) -> Option<NaiveDateTime> {
        match self {
            Self::Days(days) => first.checked_add_days(Days::new(u64::from(days) * u64::from(rounds))),
            Self::Months(months) => first.checked_add_months(Months::new(months.checked_mul(rounds)?)),
        }
    }

    /// The first of its times, after the very first, that is later than `now`.
    pub fn next_after(self, first: NaiveDateTime, now: NaiveDateTime) -> Option<NaiveDateTime> {
        let gone = (now.date() - first.date()).num_days().max(0);
        let estimate = match self {
            Self::Days(days) => gone / i64::from(days.max(1)),
            Self::Months(months) => gone / 31 / i64::from(months.max(1)),
        };
        let mut rounds = u32::try_from(estimate).ok()?.max(1);
        loop {
            let time = self.round(first, rounds)?;
            if time > now {
                return Some(time);
            }
            rounds += 1;
        }
    }
}

impl fmt::Display for Every {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Days(days) => write!(f, "{days}d"),
            Self::Months(months) => write!(f, "{months}m"),
        }
    }
}

impl FromStr for Every {
    type Err = crate::ids::UnknownName;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let unknown = || crate::ids::UnknownName(text.to_owned());
        let (number, unit) = text.split_at_checked(text.len().saturating_sub(1)).ok_or_else(unknown)?;
        let number: u32 = number.parse().map_err(|_| unknown())?;
        match unit {
            "d" if number > 0 => Ok(Self::Days(number)),
            "m" if number > 0 => Ok(Self::Months(number)),
            _ => Err(unknown()),
        }
    }
}

/// A day and a time of the day together.
pub fn on(day: NaiveDate, time: TimeOfDay) -> NaiveDateTime {
    let time = NaiveTime::from_hms_opt(u32::from(time.hour()), u32::from(time.minute()), 0);
    // A time of the day always is one.
    day.and_time(time.unwrap_or_default())
}

/// Whether a time lies between now and the furthest that is planned.
fn bounded(time: NaiveDateTime, now: NaiveDateTime) -> Result<NaiveDateTime, Unclear> {
    if time <= now {
        return Err(Unclear::Past);
    }
    if time - now > TimeDelta::days(i64::try_from(FURTHEST).unwrap_or(i64::MAX)) {
        return Err(Unclear::TooFar);
    }
    Ok(time)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn now() -> NaiveDateTime {
        NaiveDate::from_ymd_opt(2026, 3, 4).unwrap_or_default().and_hms_opt(10, 20, 0).unwrap_or_default()
    }

    fn split_en(line: &str) -> (String, Option<String>) {
        let Split { what, when, .. } = split(line, now(), Locale::En);
        let when = when.map(|when| match when {
            Ok(Meant { start: Start::Hour(time) | Start::Day(time) | Start::Part(time), .. }) => {
                time.format("%d.%m. %H:%M").to_string()
            }
            Ok(Meant { start: Start::After(after), .. }) => format!("after {after:?}"),
            Err(unclear) => format!("{unclear:?}"),
        });
        (what, when)
    }

    #[test]
    fn a_line_is_parted_into_what_and_when() {
        for (line, what, when) in [
            ("write to Ana in 3 weeks", "write to Ana", Some("25.03. 09:00")),
            ("\"write to Ana\" in 3 weeks", "write to Ana", Some("25.03. 09:00")),
            ("« écrire à Ana » mardi 14h", "écrire à Ana", Some("10.03. 14:00")),
            ("tomorrow 3pm: call the clinic", "call the clinic", Some("05.03. 15:00")),
            ("remind me to call mum on sunday at 6pm", "call mum", Some("08.03. 18:00")),
            ("rappelle-moi d'écrire à Luc le 12 mars", "écrire à Luc", Some("12.03. 09:00")),
            ("read chapter 3", "read chapter 3", None),
            ("practise 5 minutes tomorrow", "practise 5 minutes", Some("05.03. 09:00")),
            ("\"plan for tomorrow\"", "plan for tomorrow", None),
            ("write to Ana on 31 February", "write to Ana", Some("NoSuchDay")),
            ("write to Ana yesterday", "write to Ana", Some("Past")),
            ("in -3 days", "", Some("Past")),
            ("aller voir la mer", "aller voir la mer", None),
            ("call Ana at 3", "call Ana", Some("04.03. 15:00")),
            ("call mom every weekday at 8", "call mom every weekday at 8", Some("NoTime")),
            ("payer le loyer le 15 de chaque mois", "payer le loyer le 15 de chaque mois", Some("NoTime")),
            ("call Sam monday and thursday", "call Sam monday and thursday", Some("NoTime")),
            ("tomorrow", "", Some("05.03. 09:00")),
            ("", "", None),
        ] {
            assert_eq!(split_en(line), (what.to_owned(), when.map(str::to_owned)), "{line}");
        }
    }

    #[test]
    fn what_is_no_time_says_why() {
        let read = |text: &str| read(text, now(), Locale::En).map(drop);
        for (text, unclear) in [
            ("31 February", Unclear::NoSuchDay),
            ("2026-02-30", Unclear::NoSuchDay),
            ("tomorrow 25:00", Unclear::NoSuchDay),
            ("tomorrow 13am", Unclear::NoSuchDay),
            ("yesterday", Unclear::Past),
            ("today 9am", Unclear::Past),
            ("2026-03-04 10:20", Unclear::Past),
            ("in -3 days", Unclear::Past),
            ("in 0 minutes", Unclear::Past),
            ("il y a 3 jours", Unclear::Past),
            ("in 300 years", Unclear::TooFar),
            ("in 99999999999999999999 days", Unclear::NoTime),
            ("2099-01-01", Unclear::TooFar),
            ("3/4", Unclear::TwoDays),
            ("soon", Unclear::NoTime),
            ("tuesday friday", Unclear::NoTime),
            ("", Unclear::NoTime),
            ("every 0 days", Unclear::Past),
            ("every 0 mondays", Unclear::NoTime),
            ("every 613566757 mondays", Unclear::NoTime),
            ("every 30 years at 9am", Unclear::TooFar),
        ] {
            assert_eq!(read(text), Err(unclear), "{text}");
        }
        assert_eq!(
            super::read("3/4", now(), Locale::Fr).map(|meant| meant.start),
            Ok(Start::Day(on(NaiveDate::from_ymd_opt(2026, 4, 3).unwrap_or_default(), USUAL_HOUR)))
        );
    }

    #[test]
    fn an_hour_goes_by_the_part_of_the_day_beside_it() {
        let hour = |text: &str| match read(text, now(), Locale::En).map(|meant| meant.start) {
            Ok(Start::Hour(time)) => time.format("%d. %H:%M").to_string(),
            other => format!("{other:?}"),
        };
        assert_eq!(hour("tomorrow at 5 in the morning"), "05. 05:00");
        assert_eq!(hour("demain à 5 du matin"), "05. 05:00");
        assert_eq!(hour("tomorrow at 5"), "05. 17:00");
        assert_eq!(hour("half past 6 in the morning"), "05. 06:30");
        assert_eq!(hour("tonight at midnight"), "05. 00:00");
        assert_eq!(hour("tonight at 8"), "04. 20:00");
        assert_eq!(hour("the 4th at 3pm"), "04. 15:00");
    }

    #[test]
    fn what_comes_again_keeps_its_day() {
        let day = |month, day| on(NaiveDate::from_ymd_opt(2026, month, day).unwrap_or_default(), USUAL_HOUR);
        assert_eq!(Every::Months(1).next_after(day(1, 31), day(2, 1)), Some(day(2, 28)));
        assert_eq!(Every::Months(1).next_after(day(1, 31), day(2, 28)), Some(day(3, 31)));
        assert_eq!(Every::Days(7).next_after(day(3, 2), day(3, 2)), Some(day(3, 9)));
        assert_eq!(Every::Days(7).next_after(day(3, 2), day(3, 29)), Some(day(3, 30)));
        assert_eq!("7d".parse().ok(), Some(Every::Days(7)));
        assert_eq!("0d".parse::<Every>().ok(), None);
    }
}

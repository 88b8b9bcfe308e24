//! Times of the day as people type them, and the two settings made of them: quiet hours and the digest.

use crate::words::fold;
use regex::Regex;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;
use std::sync::LazyLock;

/// A time of the day, in minutes since midnight: 0 to 1,439.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct TimeOfDay(u16);

impl TimeOfDay {
    /// The time of that hour and minute, if there is one.
    pub const fn new(hour: u16, minute: u16) -> Option<Self> {
        if hour < 24 && minute < 60 { Some(Self(hour * 60 + minute)) } else { None }
    }

    /// A time of the day that is known to be one.
    pub(crate) const fn at(hour: u16, minute: u16) -> Self {
        Self(hour * 60 + minute)
    }

    /// The time of the day of a date and time.
    pub fn of(time: chrono::NaiveDateTime) -> Self {
        use chrono::Timelike as _;
        Self(u16::try_from(time.hour() * 60 + time.minute()).unwrap_or(0))
    }

    /// The hour, 0 to 23.
    pub const fn hour(self) -> u16 {
        self.0 / 60
    }

    /// The minute, 0 to 59.
    pub const fn minute(self) -> u16 {
        self.0 % 60
    }
}

impl fmt::Display for TimeOfDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.hour(), self.minute())
    }
}

/// From one time of the day to another, over midnight where the second is the earlier one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Span {
    /// The first minute.
    pub from: TimeOfDay,
    /// The minute after the last.
    pub to: TimeOfDay,
}

/// What a person chose, where they may choose to have none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Chosen<T> {
    /// This.
    Some(T),
    /// None.
    None,
}

/// Quiet hours where nothing was chosen: ten in the evening to seven in the morning.
pub const USUAL_QUIET: Span = Span { from: TimeOfDay(22 * 60), to: TimeOfDay(7 * 60) };

/// The most time that quiet hours may take: with more, nothing would ever be said.
const MOST_QUIET_MINUTES: u16 = 20 * 60;

static TIME: LazyLock<Regex> = LazyLock::new(|| {
    let pattern = r"(?x) \b(?: (?<word>midnight|minuit|noon|midi)
        | (?<hour>\d{1,2}) \s* (?: (?: [:h.] | \s heures?\b | \s o'?clock\b ) \s* (?<minute>\d{2})? )? \s* (?<half>am\b|pm\b|a\.m\.?|p\.m\.?)? )";
    Regex::new(pattern).unwrap_or_else(|error| unreachable!("a pattern of ours: {error}"))
});

/// The times of the day in a text, in their order. `None` where one of them is none ("25:00").
fn times(text: &str) -> Option<Vec<TimeOfDay>> {
    TIME.captures_iter(&fold(text))
        .map(|found| {
            if let Some(word) = found.name("word") {
                return TimeOfDay::new(if matches!(word.as_str(), "noon" | "midi") { 12 } else { 0 }, 0);
            }
            let hour: u16 = found.name("hour")?.as_str().parse().ok()?;
            let minute: u16 = found.name("minute").map_or(Some(0), |minute| minute.as_str().parse().ok())?;
            match found.name("half").map(|half| half.as_str().starts_with('p')) {
                Some(afternoon) if (1..=12).contains(&hour) => {
                    TimeOfDay::new(hour % 12 + if afternoon { 12 } else { 0 }, minute)
                }
                Some(_) => None,
                None => TimeOfDay::new(hour, minute),
            }
        })
        .collect()
}

fn is_none(text: &str) -> bool {
    let none =
        ["none", "off", "no", "never", "aucun", "aucune", "non", "jamais", "pas de silence", "pas de resume", "sans"];
    none.contains(&fold(text).as_str())
}

/// Quiet hours as typed: "10pm to 7am", "22h à 7h", "none". `None` where the text says neither, or leaves no time to speak.
pub fn read_quiet(text: &str) -> Option<Chosen<Span>> {
    if is_none(text) {
        return Some(Chosen::None);
    }
    match times(text)?.as_slice() {
        [from, to] if from != to => {
            let minutes = (to.0 + 24 * 60 - from.0) % (24 * 60);
            (minutes <= MOST_QUIET_MINUTES).then_some(Chosen::Some(Span { from: *from, to: *to }))
        }
        _ => None,
    }
}

/// The time of a digest as typed: "8am", "7 h 30", "none". `None` where the text says neither.
pub fn read_digest(text: &str) -> Option<Chosen<TimeOfDay>> {
    if is_none(text) {
        return Some(Chosen::None);
    }
    match times(text)?.as_slice() {
        [time] => Some(Chosen::Some(*time)),
        _ => None,
    }
}

impl fmt::Display for Chosen<Span> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Some(span) => write!(f, "{}-{}", span.from, span.to),
            Self::None => f.write_str("none"),
        }
    }
}

impl fmt::Display for Chosen<TimeOfDay> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Some(time) => write!(f, "{time}"),
            Self::None => f.write_str("none"),
        }
    }
}

impl FromStr for Chosen<Span> {
    type Err = crate::ids::UnknownName;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        read_quiet(text).ok_or_else(|| crate::ids::UnknownName(text.to_owned()))
    }
}

impl FromStr for Chosen<TimeOfDay> {
    type Err = crate::ids::UnknownName;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        read_digest(text).ok_or_else(|| crate::ids::UnknownName(text.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quiet_hours_are_read_as_people_type_them_and_back_as_stored() {
        let span = |text: &str| read_quiet(text).map(|quiet| quiet.to_string());
        for text in [
            "22:00-07:00",
            "10pm to 7am",
            "22h à 7h",
            "de 22 h à 7 h 00",
            "from 10 p.m. until 7 a.m.",
            "22-7",
            "22 heures à 7 heures",
        ] {
            assert_eq!(span(text).as_deref(), Some("22:00-07:00"), "{text}");
        }
        assert_eq!(span("midnight to noon").as_deref(), Some("00:00-12:00"));
        assert_eq!(span("Aucune").as_deref(), Some("none"));
        for text in ["", "late", "25:00 to 7", "7 to 7", "13pm to 7", "10pm", "1 to 2 to 3", "00:00 to 23:00"] {
            assert_eq!(span(text), None, "{text}");
        }
    }

    #[test]
    fn a_digest_has_one_time() {
        let time = |text: &str| read_digest(text).map(|digest| digest.to_string());
        assert_eq!(time("7:30 am").as_deref(), Some("07:30"));
        assert_eq!(time("7 h 30").as_deref(), Some("07:30"));
        assert_eq!(time("12am").as_deref(), Some("00:00"));
        assert_eq!(time("off").as_deref(), Some("none"));
        assert_eq!(time("8 to 9"), None);
    }
}

//! When a night is, as hosts say it.

use super::topic::topic;
use crate::chat::{Arg, Line};
use crate::clock::Moment;
use crate::flows::Cx;
use crate::hours::TimeOfDay;
use crate::ids::Locale;
use crate::nudge::Timed;
use crate::when::{self, Meant, Start, Unclear};
use crate::words::{fold, shorten};
use crate::zones::{self, Odd};
use chrono::{NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Timelike as _};
use chrono_tz::Tz;
use std::time::Duration;

/// How far ahead a night is planned.
const FURTHEST: Duration = Duration::from_secs(366 * 24 * 3600);

/// A time, as a host typed it.
pub(super) enum Time {
    /// It is known.
    Known {
        /// On the clocks there.
        wall: NaiveDateTime,
        /// The moment.
        moment: Moment,
        /// What is odd about it.
        odd: Option<Line>,
        /// What else was typed.
        rest: String,
    },
    /// Only the day.
    Day(NaiveDate),
    /// None that could be kept, and why.
    Unclear(Line),
}

/// Reads a time; what stands beside it is what the night is about.
pub(super) fn read_when(cx: &Cx<'_>, zone: Tz, typed: &str) -> Time {
    let now = zones::on_clocks(cx.now, zone);
    // An hour alone is enough of an answer.
    let alone = typed.trim().chars().count() <= LONGEST_HOUR && when::read(typed, now, cx.locale).is_err();
    let hour = alone.then(|| when::read(&format!("at {typed}"), now, cx.locale).ok()).flatten();
    if let Some(meant) = hour {
        return timed(cx, zone, in_the_evening(meant, &format!("at {typed}"), cx.locale, now), String::new());
    }
    let Some(found) = when::find(typed, now, cx.locale) else {
        return Time::Unclear(unclear(typed, Unclear::NoTime));
    };
    match found.when {
        Ok(meant) => {
            let meant = in_the_evening(meant, &found.time, cx.locale, now);
            timed(cx, zone, meant, topic(&found.before, &found.after, zone, cx.now))
        }
        Err(why) => Time::Unclear(unclear(&found.time, why)),
    }
}

/// Reads a time of a day, or another time altogether.
pub(super) fn read_hour(cx: &Cx<'_>, zone: Tz, day: NaiveDate, typed: &str) -> Time {
    let now = zones::on_clocks(cx.now, zone);
    let read = |typed: &str| when::read(&format!("{day} {typed}"), now, cx.locale);
    match read(typed).or_else(|_| read(&format!("at {typed}"))) {
        Ok(meant) => timed(cx, zone, in_the_evening(meant, typed, cx.locale, now), String::new()),
        Err(_) => read_when(cx, zone, typed),
    }
}

/// Whether a text is a time, and nothing else.
pub(super) fn is_time(cx: &Cx<'_>, typed: &str) -> bool {
    when::read(typed, zones::on_clocks(cx.now, cx.zone()), cx.locale).is_ok()
}

/// "At seven" is seven in the evening, where nobody says otherwise: a night is planned. "07:00" says otherwise.
fn in_the_evening(meant: Meant, typed: &str, locale: Locale, now: NaiveDateTime) -> Meant {
    let Start::Hour(wall) = meant.start else { return meant };
    let folded = fold(typed);
    let signs = ["am", "a.m", "morning", "night", "matin", "nuit", "noon", "midi", "midnight", "minuit", "t0"];
    let has_zero = folded.split(|c: char| !c.is_alphanumeric()).any(|word| word.starts_with('0'));
    let says_otherwise = has_zero || signs.iter().any(|sign| folded.contains(sign));
    if says_otherwise || !EARLY.contains(&wall.hour()) {
        return meant;
    }
    // Without a day, seven in the morning may be over, but seven in the evening is still ahead.
    let midnight = now.date().and_time(NaiveTime::MIN);
    let today = match when::read(typed, midnight, locale).map(|meant| meant.start) {
        Ok(Start::Hour(today)) if today < wall => Some(today + HALF_A_DAY).filter(|today| *today > now),
        _ => None,
    };
    Meant { start: Start::Hour(today.unwrap_or(wall + HALF_A_DAY)), ..meant }
}

/// The hours that are taken for the evening.
const EARLY: std::ops::Range<u32> = 1..9;
const HALF_A_DAY: TimeDelta = TimeDelta::hours(12);
/// The most characters of an answer that is an hour alone.
const LONGEST_HOUR: usize = 24;

fn timed(cx: &Cx<'_>, zone: Tz, meant: Meant, rest: String) -> Time {
    if meant.every.is_some() {
        return Time::Unclear(Line::say("night-one-at-a-time"));
    }
    if let Start::Day(day) = meant.start {
        let is_near = zones::resolve(day, zone).moment.since(cx.now) <= FURTHEST;
        return if is_near { Time::Day(day.date()) } else { Time::Unclear(Line::say("night-too-far")) };
    }
    let timed = Timed::of(meant, cx.now, zone);
    if timed.moment.since(cx.now) > FURTHEST {
        return Time::Unclear(Line::say("night-too-far"));
    }
    let odd = timed.odd.map(|(odd, asked)| {
        let key = match odd {
            Odd::Skipped => "nudge-odd-skipped",
            Odd::Twice => "nudge-odd-twice",
        };
        let [asked, taken] = [asked, timed.wall].map(|wall| Arg::Clock(TimeOfDay::of(wall)));
        Line::with(key, [("asked", asked), ("taken", taken)])
    });
    Time::Known { wall: timed.wall, moment: timed.moment, odd, rest }
}

/// Why a time cannot be kept.
fn unclear(typed: &str, why: Unclear) -> Line {
    let key = match why {
        Unclear::TooFar => return Line::say("night-too-far"),
        Unclear::NoTime => "night-no-time",
        Unclear::NoSuchDay => "nudge-no-such-day",
        Unclear::Past => "nudge-past",
        Unclear::TwoDays => "nudge-two-days",
    };
    Line::with(key, [("typed", Arg::Words(shorten(typed, 60)))])
}

//! When a night is, as hosts say it.

use super::early::in_the_evening;
use super::topic::topic;
use crate::chat::{Arg, Line};
use crate::clock::Moment;
use crate::flows::Cx;
use crate::hours::TimeOfDay;
use crate::ids::Locale;
use crate::nudge::Timed;
use crate::when::{self, Found, Meant, Start, Unclear};
use crate::words::shorten;
use crate::zones::{self, Odd};
use chrono::{NaiveDate, NaiveDateTime};
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
    let read = |typed: &str, now| when::read(typed, now, cx.locale);
    // An hour alone is enough of an answer.
    let at = format!("at {typed}");
    let is_short = typed.trim().chars().count() <= LONGEST_HOUR && read(typed, now).is_err();
    if is_short && let Ok(meant) = in_the_evening(|now| read(&at, now), typed, now) {
        return timed(cx, zone, meant, String::new());
    }
    let Some(found) = when::find(typed, now, cx.locale) else {
        return Time::Unclear(unclear(typed, Unclear::NoTime));
    };
    if found.when == Err(Unclear::NoTime) {
        return Time::Unclear(unclear(&found.time, Unclear::NoTime));
    }
    let (time, after) = with_hour(&found, now, cx.locale);
    match in_the_evening(|now| read(&time, now), &time, now).or(found.when) {
        Ok(meant) => timed(cx, zone, meant, topic(&found.before, after, zone, cx.now)),
        Err(why) => Time::Unclear(unclear(&found.time, why)),
    }
}

/// "Tonight 8": the number after a part of the day is its hour. Gives back the time, and what stands after it.
fn with_hour(found: &Found, now: NaiveDateTime, locale: Locale) -> (String, &str) {
    let after = found.after.trim_start();
    let digits = after.chars().take_while(char::is_ascii_digit).count();
    let (hour, rest) = after.split_at(digits);
    let ends = rest.is_empty() || rest.starts_with([',', ';', ':', '.', '!']);
    if matches!(found.when, Ok(Meant { start: Start::Part(_), .. })) && digits > 0 && ends {
        let time = format!("{} at {hour}", found.time);
        if when::read(&time, now, locale).is_ok() {
            return (time, rest);
        }
    }
    (found.time.clone(), &found.after)
}

/// Reads a time of a day, or another time altogether.
pub(super) fn read_hour(cx: &Cx<'_>, zone: Tz, day: NaiveDate, typed: &str) -> Time {
    let now = zones::on_clocks(cx.now, zone);
    let read = |now| {
        let on = |typed: &str| when::read(&format!("{day} {typed}"), now, cx.locale);
        on(typed).or_else(|_| on(&format!("at {typed}")))
    };
    match in_the_evening(read, typed, now) {
        Ok(meant) => timed(cx, zone, meant, String::new()),
        Err(_) => read_when(cx, zone, typed),
    }
}

/// Whether a text is a time, and nothing else.
pub(super) fn is_time(cx: &Cx<'_>, typed: &str) -> bool {
    when::read(typed, zones::on_clocks(cx.now, cx.zone()), cx.locale).is_ok()
}

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

//! Times as people type them, written by somebody who had not seen the reader: `times/*.jsonl`, said on Wednesday 4 March 2026 at
//! 10:20. All of them were used to widen the reader after it had been measured; `docs/design.md` has the figures from before.

use chrono::{NaiveDate, NaiveDateTime};
use rapport::ids::Locale;
use rapport::when::{Every, Start, Unclear, split};
use serde::Deserialize;

#[derive(Deserialize)]
struct Case {
    lang: Locale,
    text: String,
    date: Option<String>,
    time: Option<String>,
    every: Option<String>,
    ok: bool,
}

fn now() -> NaiveDateTime {
    NaiveDate::from_ymd_opt(2026, 3, 4).unwrap().and_hms_opt(10, 20, 0).unwrap()
}

fn misread(case: &Case) -> Option<String> {
    let every = |every: Every| match every {
        Every::Days(days) if days % 7 == 0 => format!("{}w", days / 7),
        Every::Days(days) => format!("{days}d"),
        Every::Months(months) => format!("{months}m"),
    };
    // Some are whole sentences: what is to be done does not matter here.
    let when = split(&format!("x {}", case.text), now(), case.lang).when;
    let said = match rapport::when::read(&case.text, now(), case.lang).or(when.unwrap_or(Err(Unclear::NoTime))) {
        Err(_) => (false, None, None, None),
        Ok(meant) => {
            let (time, named) = match meant.start {
                Start::Hour(time) => (time, true),
                Start::Day(time) | Start::Part(time) => (time, false),
                Start::After(after) => (now() + after, true),
            };
            let hour = named.then(|| time.format("%H:%M").to_string());
            (true, Some(time.date().to_string()), hour, meant.every.map(every))
        }
    };
    let meant = (case.ok, case.date.clone(), case.time.clone(), case.every.clone());
    (said != meant).then(|| format!("{}: {:?}, not {:?}", case.text, said, meant))
}

#[test]
fn times_are_read_as_their_writers_meant_them() {
    let text = include_str!("times/blind.jsonl");
    let cases: Vec<Case> = text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(cases.len(), 140);
    let wrong: Vec<String> = cases.iter().filter_map(misread).collect();
    assert_eq!(wrong, [] as [&str; 0]);
}

#[test]
fn a_word_that_counts_in_one_language_is_a_unit_in_the_other() {
    let case = |text: &str, lang, every: &str, date: &str| Case {
        lang,
        text: text.to_owned(),
        date: Some(date.to_owned()),
        time: None,
        every: Some(every.to_owned()),
        ok: true,
    };
    let cases = [
        case("chaque an", Locale::Fr, "12m", "2027-03-04"),
        case("chaque jour", Locale::Fr, "1d", "2026-03-05"),
        case("every month", Locale::En, "1m", "2026-04-04"),
    ];
    let wrong: Vec<String> = cases.iter().filter_map(misread).collect();
    assert_eq!(wrong, [] as [&str; 0]);
}

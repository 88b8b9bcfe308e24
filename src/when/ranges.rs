//! "7-9pm", "de 19 h à 21 h", "between 6 and 8": what begins and ends is kept for when it begins.

use super::reader::Bare;
use super::vocabulary::{month_named, unit_named, weekday_named};
use regex::{Captures, Regex};
use std::sync::LazyLock;

static RANGE: LazyLock<Regex> = LazyLock::new(|| {
    let pattern = r"(?x)
        (?:\b(?<lead>from|between|de|entre)\ +)?
        \b(?<hour>\d{1,2})(?<minute>\ ?[:h.]\ ?\d{2})?(?:\ ?(?<sign>am|pm|h|heures?|o'?clock)\b)?
        \ ?(?<link>-|–|—|\b(?:to|til|till|until|and|a|et|jusqu'a)\b)\ ?
        (?<to>\d{1,2})(?<to_minute>\ ?[:h.]\ ?\d{2})?(?:\ ?(?<end>am|pm|h|heures?|o'?clock)\b)?";
    Regex::new(pattern).unwrap_or_else(|error| unreachable!("a pattern of ours: {error}"))
});

/// The text, in small plain letters, with each range of hours as the hour at which it begins. In a sentence only what has a sign of the clock
/// is one: "pages 10 to 12".
pub(super) fn begun(text: &str, bare: Bare) -> String {
    let replace = |found: &Captures<'_>| {
        let whole = found.get(0).map_or("", |whole| whole.as_str());
        let (from, to) = found.get(0).map_or((0, 0), |whole| (whole.start(), whole.end()));
        let (before, after) = (text.get(..from).unwrap_or(""), text.get(to..).unwrap_or(""));
        beginning(found, before, after, bare).unwrap_or_else(|| whole.to_owned())
    };
    RANGE.replace_all(text, replace).into_owned()
}

/// The hour at which it begins, where that is a range of hours: "3-4 march" and "5 to 8" are none.
fn beginning(found: &Captures<'_>, before: &str, after: &str, bare: Bare) -> Option<String> {
    let part = |name| found.name(name).map(|part| part.as_str().trim());
    // A date, or a longer number.
    let joins = |letter: char| letter.is_ascii_digit() || matches!(letter, '-' | '/' | ':');
    if before.ends_with(joins) || after.starts_with(joins) || after.starts_with(char::is_alphabetic) {
        return None;
    }
    let (from, to) = (part("hour")?.parse::<u32>().ok()?, part("to")?.parse::<u32>().ok()?);
    let (sign, end) = (part("sign"), part("end"));
    let begins_signed = sign.is_some() || part("minute").is_some();
    let ends_signed = end.is_some() || part("to_minute").is_some();
    let (lead, link) = (part("lead"), part("link")?);
    let is_apart = before.is_empty() || !found.get(0)?.as_str().contains(' ');
    let is_range = match link {
        "til" | "till" | "until" | "jusqu'a" => true,
        // "Ten to three" is a time of its own.
        "to" => lead == Some("from") || begins_signed || ends_signed && !matches!(from, 5 | 10 | 20 | 25),
        "and" => lead == Some("between"),
        "et" => lead == Some("entre"),
        "a" => lead.is_some() || begins_signed && ends_signed,
        _ => ends_signed || begins_signed && is_apart,
    };
    let is_unsigned = !begins_signed && !ends_signed && bare == Bare::Refused;
    // "1-2 h" is how long something takes.
    let is_amount =
        !begins_signed && part("to_minute").is_none() && matches!(end, Some("h" | "heure" | "heures")) && from < 7;
    if !is_range || is_unsigned || is_amount || from > 24 || to > 24 || !ends_signed && counts(after) {
        return None;
    }
    let time = format!("{from}{}", part("minute").unwrap_or_default());
    let half = match (end, from % 12 > to % 12) {
        // "11-1pm" begins in the morning.
        (Some("pm"), true) => "am",
        (Some("am"), true) => "pm",
        (Some(half @ ("am" | "pm")), false) => half,
        _ => "",
    };
    Some(match (sign, half, end) {
        (Some(sign), ..) => format!("{time} {sign}"),
        (None, "", Some("h" | "heure" | "heures")) if part("minute").is_none() => format!("{time} h"),
        (None, "", _) if part("minute").is_none() => format!("at {time}"),
        _ => format!("{time} {half}").trim_end().to_owned(),
    })
}

/// Whether what follows a number says of what there are so many: "from 3 to 5 people".
fn counts(after: &str) -> bool {
    let next = after.trim_start();
    if after.len() == next.len() {
        return false;
    }
    let word: String = next.chars().take_while(|letter| letter.is_alphabetic()).collect();
    let goes_on =
        ["", "on", "this", "tomorrow", "tonight", "today", "le", "ce", "demain", "in", "du", "pm", "am", "at", "for"];
    let is_day = weekday_named(&word).is_some();
    unit_named(&word).is_some() || month_named(&word).is_some() || !is_day && !goes_on.contains(&word.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_of_hours_is_kept_for_its_beginning() {
        for (text, begins) in [
            ("thurs 7-9pm", "thurs 7 pm"),
            ("11-1pm", "11 am"),
            ("10pm-1am", "10 pm"),
            ("7:00 pm - 8:30 pm", "7:00 pm"),
            ("from 7 to 9", "at 7"),
            ("between 6 and 8 on friday", "at 6 on friday"),
            ("7 til 8", "at 7"),
            ("de 19h a 21h demain", "19 h demain"),
            ("19 h a 20 h 30", "19 h"),
            ("19:00-20:30", "19:00"),
            ("18-20h", "18 h"),
            ("entre 18h et 20h vendredi", "18 h vendredi"),
        ] {
            assert_eq!(begun(text, Bare::Allowed), begins, "{text}");
        }
    }

    #[test]
    fn what_is_no_range_of_hours_stays_as_it_is() {
        for text in [
            "2026-03-05 19:00",
            "3-4 march",
            "12-14 mars 19h",
            "10 to 3pm",
            "from 3 to 5 people",
            "de 3 a 5 personnes",
            "in 2-3 weeks",
            "7pm - 20 minutes each",
            "1-on-1",
            "3/4-5/4",
            "practise 1-2 h tomorrow",
        ] {
            assert_eq!(begun(text, Bare::Allowed), text);
        }
    }

    #[test]
    fn in_a_sentence_a_range_has_a_sign_of_the_clock() {
        for text in ["pages from 10 to 12 tomorrow", "read between 10 and 20 tomorrow", "les pages de 10 a 12 demain"] {
            assert_eq!(begun(text, Bare::Refused), text);
        }
        assert_eq!(begun("call sam 2-4pm on friday", Bare::Refused), "call sam 2 pm on friday");
    }
}

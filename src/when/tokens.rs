//! The words, numbers, clock times and dates of a text.

use super::ranges;
use super::reader::Bare;
use super::spoken::in_figures;
use crate::words::plain_letters;
use regex::Regex;
use std::sync::LazyLock;

/// A piece of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Token {
    /// `2026-12-01`: year, month, day.
    Date(i32, u32, u32),
    /// `3/4`, `3/4/2026`: two numbers, in an order that depends on who writes, and perhaps a year.
    Slashed(u32, u32, Option<i32>),
    /// `15:00`, `3pm`, `15h30`: hour, minute, and the half of the day.
    Clock(u32, u32, Option<Half>),
    /// `15 h`, `2 heures`: a time of the day, or so many hours.
    Hours(u32),
    /// A number, below zero too.
    Number(i64),
    /// `3rd`, `1er`: a day of the month.
    Ordinal(u32),
    /// A word in small plain letters.
    Word(String),
    /// Anything else: no time has it.
    Other,
}

/// A half of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Half {
    /// Before noon.
    Morning,
    /// After noon.
    Afternoon,
    /// After noon, most likely: a small number, and nothing said ("at 3").
    Likely,
}

static PIECE: LazyLock<Regex> = LazyLock::new(|| {
    let pattern = r"(?x)
        (?<date>\d{4}-\d{1,2}-\d{1,2})t?
      | (?<first>\d{1,2})/(?<second>\d{1,2})(?:/(?<year>\d{4}|\d{2}))?\b
      | (?<hour>\d{1,2})\ ?(?: [:h.]\ ?(?<minute>\d{2})(?::\d{2})? (?:\ ?(?<half>[ap]m)\b)? | (?<half2>[ap]m)\b )
      | (?<hours>\d{1,2})\ ?(?:h|heures?|o'?clock)\b
      | (?<ordinal>\d{1,2})(?:st|nd|rd|th|er|re|e|eme)\b
      | (?<number>-?\d+)
      | (?<word>[a-z']+)
      | (?<other>[^\s,;:!?.])";
    Regex::new(pattern).unwrap_or_else(|error| unreachable!("a pattern of ours: {error}"))
});

/// The pieces of a text, in their order. In a sentence, fewer of what could be a time is taken for one.
pub fn tokens(text: &str, bare: Bare) -> Vec<Token> {
    let plain = plain_letters(&text.to_lowercase())
        .replace(['’', 'ʼ', '`'], "'")
        .replace('\u{2212}', "-")
        .replace(['\u{a0}', '\u{202f}'], " ");
    // "p. m." and "p.m." are one word; so are "après-midi", "week-end" and "rendez-vous".
    let plain = plain.replace("p.m.", "pm").replace("a.m.", "am").replace("p. m.", "pm").replace("a. m.", "am");
    let plain = plain.replace("p.m", "pm").replace("a.m", "am");
    let joined = ranges::begun(&join_hyphens(&plain), bare);
    let number = |found: Option<regex::Match<'_>>| found.and_then(|found| found.as_str().parse::<u32>().ok());
    let pieces: Vec<Token> = PIECE
        .captures_iter(&joined)
        .map(|found| {
            if let Some(date) = found.name("date") {
                let mut parts = date.as_str().split('-').filter_map(|part| part.parse::<u32>().ok());
                return match (parts.next(), parts.next(), parts.next()) {
                    (Some(year), Some(month), Some(day)) => {
                        i32::try_from(year).map_or(Token::Other, |year| Token::Date(year, month, day))
                    }
                    _ => Token::Other,
                };
            }
            if let (Some(first), Some(second)) = (number(found.name("first")), number(found.name("second"))) {
                let year = found.name("year").and_then(|year| year.as_str().parse::<i32>().ok());
                return Token::Slashed(first, second, year.map(|year| if year < 100 { 2000 + year } else { year }));
            }
            if let Some(hour) = number(found.name("hour")) {
                let half = found.name("half").or(found.name("half2")).map(|half| match half.as_str() {
                    "am" => Half::Morning,
                    _ => Half::Afternoon,
                });
                return Token::Clock(hour, number(found.name("minute")).unwrap_or(0), half);
            }
            if let Some(hours) = number(found.name("hours")) {
                return Token::Hours(hours);
            }
            if let Some(day) = number(found.name("ordinal")) {
                return Token::Ordinal(day);
            }
            if let Some(number) = found.name("number") {
                return number.as_str().parse().map_or(Token::Other, Token::Number);
            }
            match found.name("word") {
                Some(word) => Token::Word(without_article(word.as_str())),
                None => Token::Other,
            }
        })
        .filter(|token| *token != Token::Word(String::new()))
        .collect();
    in_figures(&pieces, bare)
}

/// Words that are written with a hyphen or apart, as one.
fn join_hyphens(text: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    let is_letter = |at: Option<usize>| at.and_then(|at| letters.get(at)).is_some_and(|c| c.is_alphabetic());
    letters
        .iter()
        .enumerate()
        .filter(|(at, letter)| **letter != '-' || !is_letter(at.checked_sub(1)) || !is_letter(at.checked_add(1)))
        .map(|(_, letter)| *letter)
        .collect()
}

/// A word without what French puts before it: "l'", "d'". "aujourd'hui" is one word.
fn without_article(word: &str) -> String {
    let word = word.trim_matches('\'');
    match word.strip_prefix("l'").or(word.strip_prefix("d'")).or(word.strip_prefix("qu'")) {
        Some(rest) => rest.to_owned(),
        None => word.replace('\'', ""),
    }
}

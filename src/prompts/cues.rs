//! Patterns in prompt files: regular expressions, matched without regard to case or accents. An apostrophe in them stands for a
//! straight one, a curly one and none ("im", "jai"), a space for any white space.

use super::Fault;
use crate::words;
use regex::{Regex, RegexBuilder};
use serde::Deserialize;
use std::ops::Range;

/// Patterns, and those that take a match back.
#[derive(Debug)]
pub struct Cues {
    patterns: Vec<Regex>,
    except: Vec<Regex>,
}

impl Cues {
    /// Every match that no exception overlaps, in the order of the text, as byte ranges. Accents do not count: people leave
    /// them out on a phone.
    pub fn find_all(&self, text: &str) -> Vec<Range<usize>> {
        let plain = words::plain_letters(text);
        let spared: Vec<_> =
            self.except.iter().flat_map(|regex| regex.find_iter(&plain)).map(|found| found.range()).collect();
        let mut found: Vec<Range<usize>> = self
            .patterns
            .iter()
            .flat_map(|regex| regex.find_iter(&plain))
            .map(|found| found.range())
            .filter(|range| !spared.iter().any(|other| other.start < range.end && range.start < other.end))
            .collect();
        found.sort_by_key(|range| (range.start, std::cmp::Reverse(range.end)));
        found.dedup_by(|next, kept| next.start < kept.end);
        if plain.len() != text.len() {
            let places: Vec<(usize, usize)> = places(&plain, text);
            let in_text = |at: usize| {
                places.binary_search_by_key(&at, |(plain, _)| *plain).map_or(text.len(), |index| places[index].1)
            };
            found.iter_mut().for_each(|range| *range = in_text(range.start)..in_text(range.end));
        }
        found
    }

    /// Whether there is any match.
    pub fn are_in(&self, text: &str) -> bool {
        !self.find_all(text).is_empty()
    }
}

/// Where each character of the plain text stands in the text itself.
fn places(plain: &str, text: &str) -> Vec<(usize, usize)> {
    plain.char_indices().map(|(at, _)| at).zip(text.char_indices().map(|(at, _)| at)).collect()
}

/// Cues as they stand in a file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WrittenCues {
    patterns: Vec<String>,
    #[serde(default)]
    except: Vec<String>,
}

impl WrittenCues {
    /// Makes them ready to match. Patterns that cannot be read are noted, by the file and where in it they stand.
    pub fn compile(self, file: &str, at: &str, faults: &mut Vec<Fault>) -> Cues {
        let mut all = |patterns: Vec<String>| -> Vec<Regex> {
            patterns.iter().filter_map(|pattern| compile(file, at, pattern, faults)).collect()
        };
        Cues { patterns: all(self.patterns), except: all(self.except) }
    }
}

/// A pattern as a regular expression that begins at a word's start. Any letter (`\p{L}`, `\p{Lu}`) is any Latin one: both
/// languages are written in those, and the whole of Unicode would take seconds to compile.
pub fn compile(file: &str, at: &str, pattern: &str, faults: &mut Vec<Fault>) -> Option<Regex> {
    let plain = words::plain_letters(pattern)
        .replace('\'', "['’]?")
        .replace(' ', r"[ \t\r\n\u{A0}\u{202F}]+")
        .replace(r"\p{Lu}", r"[A-Z\u{C0}-\u{DE}\u{100}-\u{24F}]")
        .replace(r"\p{L}", r"[A-Za-z\u{C0}-\u{24F}]");
    let whole = format!(r"\b(?:{plain})");
    match RegexBuilder::new(&whole).case_insensitive(true).build() {
        Ok(regex) => Some(regex),
        Err(error) => {
            faults.push(Fault::new(
                file,
                at,
                format!("has a pattern that cannot be read, `{pattern}` ({})", error.to_string().replace('\n', " ")),
                "Correct the regular expression",
            ));
            None
        }
    }
}

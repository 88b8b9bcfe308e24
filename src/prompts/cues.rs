//! Patterns in prompt files: regular expressions, matched without regard to case or accents. An apostrophe in them stands for a
//! straight one, a curly one and none ("im", "jai"), a space for any white space.
//!
//! Text and patterns are brought down to small ASCII letters first, each in its place: several hundred patterns that know all of
//! Unicode, or both cases of each letter, would take 40 MB.

use super::Fault;
use crate::ids::Locale;
use crate::words;
use regex::bytes::{Regex, RegexBuilder};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::OnceLock;

/// A pattern, ready to match a [`Plain`] text.
#[derive(Debug)]
pub struct Pattern {
    regex: Regex,
    letters: Letters,
}

/// Which letters a pattern is matched against.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Letters {
    /// Small ones.
    Small,
    /// As they were written: a part of the pattern asks for a capital.
    AsWritten,
}

/// A text as patterns see it: every letter as a plain ASCII one, in its own place.
#[derive(Debug)]
pub struct Plain<'a> {
    text: &'a str,
    ascii: String,
    small: String,
    /// Where each letter stands in the text itself; empty where the text is ASCII anyway.
    starts: Vec<usize>,
}

impl<'a> Plain<'a> {
    /// The text, to be matched.
    pub fn of(text: &'a str) -> Self {
        let starts = if text.is_ascii() { Vec::new() } else { text.char_indices().map(|(at, _)| at).collect() };
        let ascii = words::ascii(text);
        Self { text, small: ascii.to_ascii_lowercase(), ascii, starts }
    }

    /// Where a pattern matches, as byte ranges of the text itself.
    pub fn matches(&self, pattern: &Pattern) -> impl Iterator<Item = Range<usize>> {
        pattern
            .regex
            .find_iter(self.seen_by(pattern))
            .map(|found| self.in_text(found.start())..self.in_text(found.end()))
    }

    /// Whether a pattern matches.
    pub fn has(&self, pattern: &Pattern) -> bool {
        pattern.regex.is_match(self.seen_by(pattern))
    }

    fn seen_by(&self, pattern: &Pattern) -> &[u8] {
        match pattern.letters {
            Letters::Small => self.small.as_bytes(),
            Letters::AsWritten => self.ascii.as_bytes(),
        }
    }

    fn in_text(&self, at: usize) -> usize {
        if self.starts.is_empty() { at } else { self.starts.get(at).copied().unwrap_or(self.text.len()) }
    }
}

/// Patterns, and those that take a match back.
#[derive(Debug)]
pub struct Cues {
    patterns: Vec<Pattern>,
    except: Vec<Pattern>,
}

impl Cues {
    /// Whether an exception is there, whatever it takes back.
    pub fn have_exception_in(&self, text: &Plain<'_>) -> bool {
        self.except.iter().any(|pattern| text.has(pattern))
    }

    /// Whether an exception overlaps a match, of these patterns or of others.
    pub fn take_back(&self, text: &Plain<'_>, mark: &Range<usize>) -> bool {
        let overlaps = |other: Range<usize>| other.start < mark.end && mark.start < other.end;
        self.except.iter().any(|pattern| text.matches(pattern).any(overlaps))
    }

    /// Every match that no exception overlaps, in the order of the text, as byte ranges. Accents do not count: people leave
    /// them out on a phone.
    pub fn find_all(&self, text: &Plain<'_>) -> Vec<Range<usize>> {
        let mut found: Vec<Range<usize>> = self.patterns.iter().flat_map(|pattern| text.matches(pattern)).collect();
        if !found.is_empty() {
            let spared: Vec<_> = self.except.iter().flat_map(|pattern| text.matches(pattern)).collect();
            found.retain(|range| !spared.iter().any(|other| other.start < range.end && range.start < other.end));
        }
        found.sort_by_key(|range| (range.start, std::cmp::Reverse(range.end)));
        found.dedup_by(|next, kept| next.start < kept.end);
        found
    }

    /// Whether there is any match.
    pub fn are_in(&self, text: &Plain<'_>) -> bool {
        !self.find_all(text).is_empty()
    }
}

/// Cues as they stand in a file.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WrittenCues {
    patterns: Vec<String>,
    #[serde(default)]
    except: Vec<String>,
}

impl WrittenCues {
    /// These patterns, and nothing that takes them back.
    pub fn of(patterns: Vec<String>) -> Self {
        Self { patterns, except: Vec::new() }
    }

    /// Makes them ready to be looked for all at once: where it does not matter which it was, one pattern takes less memory than many.
    pub fn compile_as_one(self, file: &str, at: &str, faults: &mut Vec<Fault>) -> Cues {
        let one = |patterns: &[String]| match patterns.len() {
            0 | 1 => patterns.to_vec(),
            _ => vec![patterns.iter().map(|pattern| format!("(?:{pattern})")).collect::<Vec<_>>().join("|")],
        };
        let joined = Self { patterns: one(&self.patterns), except: one(&self.except) };
        let mut unread = Vec::new();
        let cues = joined.compile(file, at, &mut unread);
        // Which of them it was is told by trying each.
        if unread.is_empty() { cues } else { self.compile(file, at, faults) }
    }

    fn compiled(self, wanted: Wanted, file: &str, at: &str, faults: &mut Vec<Fault>) -> Cues {
        match wanted {
            Wanted::Presence => self.compile_as_one(file, at, faults),
            Wanted::Places => self.compile(file, at, faults),
        }
    }

    /// Makes them ready to match. Patterns that cannot be read are noted, by the file and where in it they stand.
    pub fn compile(self, file: &str, at: &str, faults: &mut Vec<Fault>) -> Cues {
        let mut all = |patterns: Vec<String>| -> Vec<Pattern> {
            patterns.iter().filter_map(|pattern| compile(file, at, pattern, faults)).collect()
        };
        Cues { patterns: all(self.patterns), except: all(self.except) }
    }
}

/// Cues that are seldom looked for: they are made ready when they are, because two hundred of them take ten megabytes.
#[derive(Debug)]
pub struct Seldom {
    written: WrittenCues,
    wanted: Wanted,
    ready: OnceLock<Cues>,
}

/// What is wanted of cues.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// Whether any is there: as one pattern they take less memory and time.
    Presence,
    /// Each place where one is.
    Places,
}

impl Seldom {
    /// Keeps patterns. Those that cannot be read are noted.
    pub fn of(file: &str, at: &str, written: WrittenCues, wanted: Wanted, faults: &mut Vec<Fault>) -> Self {
        written.clone().compiled(wanted, file, at, faults);
        Self { written, wanted, ready: OnceLock::new() }
    }

    /// Keeps patterns of every language, of which any will do.
    pub fn of_all(file: &str, at: &str, written: BTreeMap<Locale, Vec<String>>, faults: &mut Vec<Fault>) -> Self {
        let written = WrittenCues::of(written.into_values().flatten().collect());
        Self::of(file, at, written, Wanted::Presence, faults)
    }

    /// The cues, ready to be looked for.
    pub fn ready(&self) -> &Cues {
        // Faults were noted when they were read.
        self.ready.get_or_init(|| self.written.clone().compiled(self.wanted, "", "", &mut Vec::new()))
    }
}

/// A pattern as a regular expression that begins at a word's start. Any letter (`\p{L}`, `\p{Lu}`) is any Latin one, plain by then.
pub fn compile(file: &str, at: &str, pattern: &str, faults: &mut Vec<Fault>) -> Option<Pattern> {
    let plain = words::ascii(pattern).replace('\'', "'?").replace(' ', r"[ \t\r\n]+");
    let letters = if plain.contains("(?-i") { Letters::AsWritten } else { Letters::Small };
    let plain = plain.replace(r"\p{Lu}", "[A-Z]").replace(r"\p{L}", "[A-Za-z]");
    let whole = match letters {
        Letters::Small => format!(r"\b(?:{})", in_small_letters(&plain)),
        Letters::AsWritten => format!(r"\b(?:{plain})"),
    };
    let case_insensitive = letters == Letters::AsWritten;
    match RegexBuilder::new(&whole).case_insensitive(case_insensitive).unicode(false).build() {
        Ok(regex) => Some(Pattern { regex, letters }),
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

/// The pattern with its letters small, but for those that a backslash gives a meaning of their own (`\S`).
fn in_small_letters(pattern: &str) -> String {
    let mut escaped = false;
    pattern
        .chars()
        .map(|letter| {
            let kept = escaped;
            escaped = letter == '\\' && !escaped;
            if kept { letter } else { letter.to_ascii_lowercase() }
        })
        .collect()
}

//! `prompts/<locale>/pitch.toml`: what the pitch review looks for in a language. The patterns are regular expressions,
//! matched without regard to case; an apostrophe in them stands for a curly one as well, and for none ("im", "jai").

use super::Fault;
use super::advice::broken_toml;
use super::source::Source;
use crate::ids::Locale;
use crate::words;
use regex::{Regex, RegexBuilder};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// The parts of a pitch, in the order in which they are best said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// Who you are.
    Who,
    /// What you do or bring.
    Bring,
    /// What you want to learn.
    Learn,
    /// Why this person or field.
    WhyYou,
    /// The small ask.
    Ask,
}

impl Part {
    /// All of them, in their order.
    pub const ALL: [Self; 5] = [Self::Who, Self::Bring, Self::Learn, Self::WhyYou, Self::Ask];

    /// The name in files and in the review's output.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Who => "who",
            Self::Bring => "bring",
            Self::Learn => "learn",
            Self::WhyYou => "why_you",
            Self::Ask => "ask",
        }
    }
}

/// What to look for in pitches of one language.
#[derive(Debug)]
pub struct PitchRules {
    /// Signs of each part.
    pub parts: BTreeMap<Part, Cues>,
    /// Fillers and hedges.
    pub filler: Cues,
    /// Asks for a job.
    pub job_ask: Cues,
    /// Apologies, and words that make the speaker smaller.
    pub apology: Cues,
    /// Insider words and abbreviations, folded to lower case, with what they stand for.
    pub terms: BTreeMap<String, String>,
    /// Abbreviations that everybody knows, folded to lower case.
    pub known: BTreeSet<String>,
    /// Words at which a long sentence can be parted.
    pub joints: Regex,
    /// The most words that one breath carries.
    pub breath: usize,
}

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

    /// The first match.
    pub fn find(&self, text: &str) -> Option<Range<usize>> {
        self.find_all(text).into_iter().next()
    }
}

/// Where each character of the plain text stands in the text itself.
fn places(plain: &str, text: &str) -> Vec<(usize, usize)> {
    plain.char_indices().map(|(at, _)| at).zip(text.char_indices().map(|(at, _)| at)).collect()
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    breath: usize,
    joints: Vec<String>,
    known: Vec<String>,
    terms: BTreeMap<String, String>,
    parts: BTreeMap<Part, WrittenCues>,
    filler: WrittenCues,
    job_ask: WrittenCues,
    apology: WrittenCues,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenCues {
    patterns: Vec<String>,
    #[serde(default)]
    except: Vec<String>,
}

impl PitchRules {
    pub(super) fn read(source: &Source, locale: Locale, faults: &mut Vec<Fault>) -> Option<Self> {
        let (file, text) = source.read(&format!("{locale}/pitch.toml"), faults)?;
        let written: Written = match toml::from_str(&text) {
            Ok(written) => written,
            Err(error) => {
                faults.push(broken_toml(&file, &text, &error));
                return None;
            }
        };
        let before = faults.len();
        for part in Part::ALL.into_iter().filter(|part| !written.parts.contains_key(part)) {
            faults.push(Fault::new(
                &file,
                format!("parts.{}", part.as_str()),
                "is missing",
                "Add a table of that name with `patterns`",
            ));
        }
        let rules = Self {
            parts: written
                .parts
                .into_iter()
                .map(|(part, cues)| (part, compile_cues(&file, part.as_str(), cues, faults)))
                .collect(),
            filler: compile_cues(&file, "filler", written.filler, faults),
            job_ask: compile_cues(&file, "job_ask", written.job_ask, faults),
            apology: compile_cues(&file, "apology", written.apology, faults),
            terms: written.terms.into_iter().map(|(term, meaning)| (term.to_lowercase(), meaning)).collect(),
            known: written.known.into_iter().map(|term| term.to_lowercase()).collect(),
            joints: compile(&file, "joints", &written.joints.join("|"), faults)?,
            breath: written.breath,
        };
        (faults.len() == before).then_some(rules)
    }
}

fn compile_cues(file: &str, at: &str, written: WrittenCues, faults: &mut Vec<Fault>) -> Cues {
    let mut all = |patterns: Vec<String>| -> Vec<Regex> {
        patterns.iter().filter_map(|pattern| compile(file, at, pattern, faults)).collect()
    };
    Cues { patterns: all(written.patterns), except: all(written.except) }
}

/// A pattern as a regular expression that begins at a word's start. Any letter (`\p{L}`, `\p{Lu}`) is any Latin one: both
/// languages are written in those, and the whole of Unicode would take seconds to compile.
fn compile(file: &str, at: &str, pattern: &str, faults: &mut Vec<Fault>) -> Option<Regex> {
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

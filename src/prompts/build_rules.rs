//! `prompts/<locale>/build.toml`: how the parts of a pitch are put together in a language.

use super::Fault;
use super::cues::{Pattern, Plain, compile};
use super::pitch_rules::Part;
use super::source::Source;
use crate::ids::Locale;
use serde::Deserialize;
use std::collections::BTreeMap;

/// Where a stem takes the person's words.
const GAP: &str = "...";

/// How pitches of one language are put together.
#[derive(Debug)]
pub struct BuildRules {
    /// The first words of a pitch that does not greet.
    pub greeting: String,
    /// The question whether it is a good moment, for the phone.
    pub moment: String,
    sentence: Vec<Pattern>,
    question: Vec<Pattern>,
    stems: BTreeMap<Part, Stems>,
}

/// Ways to make answers of a few words sentences: the first that fits is taken.
#[derive(Debug, Default)]
pub struct Stems(Vec<Stem>);

#[derive(Debug)]
struct Stem {
    when: Option<Pattern>,
    before: String,
    after: String,
    /// It goes before the question whether the answer is a sentence.
    first: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    greeting: String,
    moment: String,
    sentence: Vec<String>,
    question: Vec<String>,
    stems: BTreeMap<Part, Vec<WrittenStem>>,
}

/// A stem as it stands in a file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WrittenStem {
    when: Option<String>,
    stem: String,
    #[serde(default)]
    first: bool,
}

impl Stems {
    /// Reads stems. The last one must fit everything.
    pub(super) fn read(file: &str, at: &str, written: Vec<WrittenStem>, faults: &mut Vec<Fault>) -> Self {
        if written.last().is_none_or(|last| last.when.is_some()) {
            faults.push(Fault::new(file, at, "has no stem that fits everything", "Let its last one have no `when`"));
        }
        let read = |WrittenStem { when, stem, first }: WrittenStem| {
            let Some((before, after)) = stem.split_once(GAP) else {
                let remedy = "Write ... where the person's words belong";
                faults.push(Fault::new(file, at, format!("has a stem without {GAP}, `{stem}`"), remedy));
                return None;
            };
            let (before, after) = (before.to_owned(), after.to_owned());
            let when = match when {
                Some(pattern) => Some(compile(file, at, &format!("^(?:{pattern})"), faults)?),
                None => None,
            };
            Some(Stem { when, before, after, first })
        };
        Self(written.into_iter().filter_map(read).collect())
    }

    /// Whether a stem goes before the question whether an answer is a sentence.
    fn overrule(&self, answer: &Plain<'_>) -> bool {
        self.0.iter().any(|stem| stem.first && stem.when.as_ref().is_some_and(|when| answer.has(when)))
    }

    /// What stands before and after an answer of a few words, to make it a sentence.
    pub fn around(&self, answer: &str) -> (&str, &str) {
        let plain = Plain::of(answer);
        let stem = self.0.iter().find(|stem| stem.when.as_ref().is_none_or(|when| plain.has(when)));
        stem.map_or(("", ""), |stem| (&stem.before, &stem.after))
    }
}

impl BuildRules {
    pub(super) fn read(source: &Source, locale: Locale, faults: &mut Vec<Fault>) -> Option<Self> {
        let (file, written) = source.toml::<Written>(&format!("{locale}/build.toml"), faults)?;
        let before = faults.len();
        let mut of_parts = written.stems;
        let mut stems = BTreeMap::new();
        for part in Part::ALL {
            let of_part = of_parts.remove(&part).unwrap_or_default();
            stems.insert(part, Stems::read(&file, &format!("stems.{}", part.as_str()), of_part, faults));
        }
        let mut all = |at: &str, patterns: Vec<String>| -> Vec<Pattern> {
            patterns.iter().filter_map(|pattern| compile(&file, at, &format!("^(?:{pattern})"), faults)).collect()
        };
        let (sentence, question) = (all("sentence", written.sentence), all("question", written.question));
        let rules = Self { greeting: written.greeting, moment: written.moment, sentence, question, stems };
        (faults.len() == before).then_some(rules)
    }

    /// Whether an answer is a sentence already, for these stems.
    pub fn is_sentence(&self, stems: &Stems, answer: &str) -> bool {
        let plain = Plain::of(answer);
        !stems.overrule(&plain) && self.sentence.iter().any(|pattern| plain.has(pattern))
    }

    /// The stems of a part.
    pub fn stems(&self, part: Part) -> &Stems {
        // `read` leaves none out.
        &self.stems[&part]
    }

    /// Whether a sentence asks something.
    pub fn is_question(&self, sentence: &str) -> bool {
        let plain = Plain::of(sentence);
        self.question.iter().any(|pattern| plain.has(pattern))
    }
}

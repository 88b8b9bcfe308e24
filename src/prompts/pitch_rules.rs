//! `prompts/<locale>/pitch.toml`: what the pitch review looks for in a language.

use super::Fault;
use super::cues::{Cues, Pattern, WrittenCues, compile};
use super::source::Source;
use crate::ids::Locale;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// The parts of a pitch, in the order in which they are best said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
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
    pub joints: Pattern,
    /// The most words that one breath carries.
    pub breath: usize,
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

impl PitchRules {
    pub(super) fn read(source: &Source, locale: Locale, faults: &mut Vec<Fault>) -> Option<Self> {
        let (file, written) = source.toml::<Written>(&format!("{locale}/pitch.toml"), faults)?;
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
                .map(|(part, cues)| (part, cues.compile(&file, part.as_str(), faults)))
                .collect(),
            filler: written.filler.compile(&file, "filler", faults),
            job_ask: written.job_ask.compile(&file, "job_ask", faults),
            apology: written.apology.compile(&file, "apology", faults),
            terms: written.terms.into_iter().map(|(term, meaning)| (term.to_lowercase(), meaning)).collect(),
            known: written.known.into_iter().map(|term| term.to_lowercase()).collect(),
            joints: compile(&file, "joints", &written.joints.join("|"), faults)?,
            breath: written.breath,
        };
        (faults.len() == before).then_some(rules)
    }
}

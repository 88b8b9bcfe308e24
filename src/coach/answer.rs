//! The review of an answer to what a guest asks back: how long it would take to say, and what it has.
//!
//! Sources: be ready to talk about yourself (S0, S2); 15 to 30 seconds for an introduction (S4); concrete rather than general (S4, asked the
//! other way round); no ask for a job (S4, S2); nobody needs to tell what is private (S0).

use super::pitch::{seconds_for, word_budget};
use super::sentences::sentences;
use crate::prompts::answers::{Asked, Part, Signs};
use crate::prompts::cues::{Cues, Plain};
use crate::words;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::ops::Range;

/// The longest answer that anybody listens to, in seconds.
pub const LONGEST: u32 = 180;
/// With fewer words nothing was told yet.
const FEWEST: usize = 12;
/// An answer of more than this many hundredths of its time is long.
const STRETCH: usize = 150;

/// How long an answer is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Length {
    /// A few words.
    Short,
    /// About right.
    Fits,
    /// Longer than people like to listen.
    Long,
    /// Longer than three minutes.
    TooLong,
}

/// What there is to see in an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Review {
    /// How many words it has.
    pub words: usize,
    /// How long it takes to say, in seconds: briskly, and calmly.
    pub seconds: (u32, u32),
    /// Against what the question wants.
    pub length: Length,
    /// What it has of what the question wants, with the words that show it.
    pub has: BTreeMap<Part, String>,
    /// What it lacks, the most important first.
    pub lacks: Vec<Part>,
    /// An ask for a job in it.
    pub job_ask: Option<String>,
    /// A private matter in it.
    pub private: Option<String>,
}

/// What is asked once more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FollowUp {
    /// To say more.
    Longer,
    /// To say it in a sentence.
    Shorter,
    /// For something that is missing.
    For(Part),
}

/// Reviews an answer. `job_ask` is what asks for a job in its language.
pub fn review(asked: &Asked, signs: &Signs, job_ask: &Cues, text: &str) -> Review {
    let text = text.trim();
    let plain = Plain::of(text);
    let words = words::count(text);
    let sentence = |mark: &Range<usize>| {
        let around = sentences(text).into_iter().find(|part| part.start <= mark.start && mark.start < part.end);
        around.map_or(text, |part| text[part].trim()).to_owned()
    };
    let quote = |cues: &Cues| cues.find_all(&plain).first().map(sentence);
    let (job_ask, private) = (quote(job_ask), quote(&signs.private));
    // Nobody is praised and warned for the same words.
    let is_fine = |words: &String| Some(words) != job_ask.as_ref() && Some(words) != private.as_ref();
    let shown = |part: &Part| signs.parts.get(part).and_then(quote).filter(is_fine);
    let has: BTreeMap<Part, String> = asked.wants.iter().filter_map(|part| Some((*part, shown(part)?))).collect();
    let budget = word_budget(asked.seconds) as usize;
    let length = if words > word_budget(LONGEST) as usize {
        Length::TooLong
    } else if words < FEWEST {
        Length::Short
    } else if words * 100 > budget * STRETCH {
        Length::Long
    } else {
        Length::Fits
    };
    Review {
        words,
        seconds: seconds_for(words),
        length,
        lacks: asked.wants.iter().copied().filter(|part| !has.contains_key(part)).collect(),
        has,
        job_ask,
        private,
    }
}

impl Review {
    /// What to ask once more: for more where hardly anything was said, for less where nobody would listen so long, or else for what
    /// is missing most.
    pub fn follow_up(&self) -> Option<FollowUp> {
        match self.length {
            Length::Short => Some(FollowUp::Longer),
            Length::Long | Length::TooLong => Some(FollowUp::Shorter),
            Length::Fits => self.lacks.first().copied().map(FollowUp::For),
        }
    }

    /// Whether it is good enough to be left alone.
    pub fn went_well(&self) -> bool {
        let has_enough = self.lacks.len() <= 1 && (self.has.len() >= self.lacks.len());
        self.length == Length::Fits && has_enough && self.job_ask.is_none()
    }
}

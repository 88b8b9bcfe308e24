//! `prompts/<locale>/question.toml`: what the review of a question looks for.

use super::Fault;
use super::cues::{Cues, WrittenCues};
use super::source::Source;
use crate::ids::Locale;
use serde::Deserialize;

/// What to look for in questions of one language.
#[derive(Debug)]
pub struct QuestionRules {
    /// The most words that a listener follows.
    pub longest: usize,
    /// What invites a story or an explanation.
    pub open: Cues,
    /// What one word or one fact answers.
    pub closed: Cues,
    /// A second question in the same breath.
    pub double: Cues,
    /// What pushes the answer.
    pub leading: Cues,
    /// What a minute of searching would tell.
    pub searchable: Cues,
    /// Private matters.
    pub personal: Cues,
    /// What they earn.
    pub pay: Cues,
    /// An ask for a job.
    pub job_ask: Cues,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    longest: usize,
    open: WrittenCues,
    closed: WrittenCues,
    double: WrittenCues,
    leading: WrittenCues,
    searchable: WrittenCues,
    personal: WrittenCues,
    pay: WrittenCues,
    job_ask: WrittenCues,
}

impl QuestionRules {
    pub(super) fn read(source: &Source, locale: Locale, faults: &mut Vec<Fault>) -> Option<Self> {
        let (file, written) = source.toml::<Written>(&format!("{locale}/question.toml"), faults)?;
        let before = faults.len();
        let mut cues = |at: &str, written: WrittenCues| written.compile_as_one(&file, at, faults);
        let rules = Self {
            longest: written.longest,
            open: cues("open", written.open),
            closed: cues("closed", written.closed),
            double: cues("double", written.double),
            leading: cues("leading", written.leading),
            searchable: cues("searchable", written.searchable),
            personal: cues("personal", written.personal),
            pay: cues("pay", written.pay),
            job_ask: cues("job_ask", written.job_ask),
        };
        (faults.len() == before).then_some(rules)
    }
}

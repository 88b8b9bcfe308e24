//! `prompts/<locale>/question.toml`: what the review of a question looks for.

use super::Fault;
use super::cues::{Cues, WrittenCues};
use super::source::Source;
use crate::ids::Locale;
use serde::Deserialize;
use std::collections::BTreeMap;

/// What a finding is about, the gravest first.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// An ask for a job.
    JobAsk,
    /// A private matter.
    Personal,
    /// What they earn.
    Pay,
    /// Nothing to do with the work, or with the conversation.
    OffTopic,
    /// It pushes the answer.
    Leading,
    /// Two questions in one.
    Double,
    /// A search would tell.
    Searchable,
    /// A listener loses the thread.
    TooLong,
}

impl Kind {
    /// All of them, the gravest first.
    pub const ALL: [Self; 8] = [
        Self::JobAsk,
        Self::Personal,
        Self::Pay,
        Self::OffTopic,
        Self::Leading,
        Self::Double,
        Self::Searchable,
        Self::TooLong,
    ];

    /// The id in the review's output and in the file.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::JobAsk => "job_ask",
            Self::Personal => "personal",
            Self::Pay => "pay",
            Self::OffTopic => "off_topic",
            Self::Leading => "leading",
            Self::Double => "double",
            Self::Searchable => "searchable",
            Self::TooLong => "too_long",
        }
    }
}

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
    /// What has nothing to do with the work.
    pub off_topic: Cues,
    /// What could be asked instead, by the finding.
    pub instead: BTreeMap<Kind, String>,
    /// An open question on a topic, by its id.
    pub open_on: BTreeMap<String, String>,
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
    off_topic: WrittenCues,
    instead: BTreeMap<Kind, String>,
    open_on: BTreeMap<String, String>,
}

impl QuestionRules {
    pub(super) fn read(source: &Source, locale: Locale, faults: &mut Vec<Fault>) -> Option<Self> {
        let (file, written) = source.toml::<Written>(&format!("{locale}/question.toml"), faults)?;
        let before = faults.len();
        for kind in Kind::ALL.into_iter().filter(|kind| !written.instead.contains_key(kind)) {
            let at = format!("instead.{}", kind.as_str());
            faults.push(Fault::new(&file, at, "is missing", "Add what could be asked instead"));
        }
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
            off_topic: cues("off_topic", written.off_topic),
            instead: written.instead,
            open_on: written.open_on,
        };
        (faults.len() == before).then_some(rules)
    }
}

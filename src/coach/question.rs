//! The review of a question for an informational interview: whether it invites a story, and what could be sharper.
//!
//! Sources: open questions (S2, S4); nothing that a search would tell (S3); no private matters and no pay (S0); only what was agreed
//! (S0); no ask for a job (S2, S4; S1 sees it otherwise).

use super::sentences::{clause, sentences};
use super::topics::{Act, Heard};
use crate::prompts::cues::{Cues, Plain};
use crate::prompts::question_rules::QuestionRules;
use crate::prompts::topics::{Kind as TopicKind, Topics};
use crate::words;
use std::ops::Range;

/// What a finding is about, the gravest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
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
    /// The id in the review's output.
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

    /// The kind that a topic to avoid stands for.
    fn of_topic(id: &str) -> Option<Self> {
        match id {
            "avoid_job" => Some(Self::JobAsk),
            "avoid_personal" => Some(Self::Personal),
            "avoid_salary" => Some(Self::Pay),
            _ => None,
        }
    }
}

/// Something to sharpen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What it is about.
    pub kind: Kind,
    /// The person's own words.
    pub quote: String,
}

/// What the rules find in a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Review {
    /// Whether it invites a story or an explanation, and not yes, no or one fact.
    pub is_open: bool,
    /// The gravest kind first, each once.
    pub findings: Vec<Finding>,
}

/// How surely something must be about something else before that is said.
const SURELY_OTHER: f32 = 0.3;

/// Reviews a question, by its words and by what it was understood as.
pub fn review(rules: &QuestionRules, topics: &Topics, text: &str, heard: &Heard) -> Review {
    let plain = Plain::of(text);
    let mut findings = Vec::new();
    let by_words = [
        (Kind::JobAsk, &rules.job_ask),
        (Kind::Personal, &rules.personal),
        (Kind::Pay, &rules.pay),
        (Kind::Leading, &rules.leading),
        (Kind::Searchable, &rules.searchable),
    ];
    for (kind, cues) in by_words {
        if let Some(mark) = cues.find_all(&plain).first() {
            findings.push(Finding { kind, quote: clause(text, mark) });
        }
    }
    if let Some(mark) = second_question(rules, text, &plain) {
        findings.push(Finding { kind: Kind::Double, quote: clause(text, &mark) });
    }
    if words::count(text) > rules.longest {
        findings.push(Finding { kind: Kind::TooLong, quote: words::shorten(text, 60) });
    }
    let first = heard.topics.first().and_then(|(topic, score)| Some((topics.all().get(*topic)?, *score)));
    if let Some((topic, score)) = first {
        let kind = match topic.kind {
            TopicKind::Avoid if heard.act == Act::Answer => Kind::of_topic(&topic.id),
            TopicKind::Other if heard.act == Act::Unknown && score >= SURELY_OTHER => Some(Kind::OffTopic),
            _ => None,
        };
        // What the words show is quoted by them.
        let is_new = |kind: &Kind| findings.iter().all(|finding| finding.kind != *kind);
        let is_grave = findings.iter().any(|finding| finding.kind <= Kind::Pay);
        if let Some(kind) = kind.filter(is_new).filter(|kind| *kind != Kind::OffTopic || !is_grave) {
            findings.push(Finding { kind, quote: words::shorten(text, 60) });
        }
    }
    findings.sort_by_key(|finding| finding.kind);
    Review { is_open: is_open(rules, text), findings }
}

/// Whether the question itself, which comes last as a rule, invites a story.
fn is_open(rules: &QuestionRules, text: &str) -> bool {
    let parts = sentences(text);
    let asks = |part: &&Range<usize>| text[(*part).clone()].ends_with('?');
    let question = parts.iter().rfind(asks).or(parts.last()).map_or(text, |part| &text[part.clone()]);
    let open = |text: &str| rules.open.are_in(&Plain::of(text));
    open(question) || (open(text) && !rules.closed.are_in(&Plain::of(question)))
}

/// Where a second question begins, if there is one.
fn second_question(rules: &QuestionRules, text: &str, plain: &Plain<'_>) -> Option<Range<usize>> {
    let questions: Vec<Range<usize>> =
        sentences(text).into_iter().filter(|part| text[part.clone()].ends_with('?')).collect();
    // "Right?" is none of its own.
    let whole: Vec<&Range<usize>> =
        questions.iter().filter(|part| words::count(&text[(*part).clone()]) > FEWEST_WORDS).collect();
    if let [_, second, ..] = whole.as_slice() {
        return Some((*second).clone());
    }
    let joined = rules.double.find_all(plain);
    let asks = |cues: &Cues, text: &str| cues.are_in(&Plain::of(text));
    joined.into_iter().find(|mark| {
        let before = &text[..mark.start];
        let asked = before.rsplit(['.', '!', '?']).next().unwrap_or(before);
        asks(&rules.open, asked) || asks(&rules.closed, asked)
    })
}

/// With no more words a question is a tag: "right?".
const FEWEST_WORDS: usize = 2;

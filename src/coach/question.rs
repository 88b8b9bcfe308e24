//! The review of a question for an informational interview: whether it invites a story, and what could be sharper.
//!
//! Sources: open questions (S2, S4); nothing that a search would tell (S3); no private matters and no pay (S0); only what was agreed
//! (S0); no ask for a job (S2, S4; S1 sees it otherwise).

use super::sentences::{clause, sentences};
use super::topics::{Act, Heard};
use crate::prompts::cues::{Cues, Plain};
use crate::prompts::question_rules::{Kind, QuestionRules};
use crate::prompts::topics::{Kind as TopicKind, Topic, Topics};
use crate::words;
use std::ops::Range;

/// The kind of finding that a topic to avoid stands for.
fn of_topic(id: &str) -> Option<Kind> {
    match id {
        "avoid_job" => Some(Kind::JobAsk),
        "avoid_personal" => Some(Kind::Personal),
        "avoid_salary" => Some(Kind::Pay),
        _ => None,
    }
}

/// Something to sharpen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What it is about.
    pub kind: Kind,
    /// The person's own words.
    pub quote: String,
    /// What could be asked instead; in their own words, where those allow it.
    pub instead: String,
}

/// What the rules find in a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Review {
    /// Whether it invites a story or an explanation, and not yes, no or one fact.
    pub is_open: bool,
    /// The gravest kind first, each once.
    pub findings: Vec<Finding>,
    /// An open question on the same topic, for one that is closed.
    pub open_instead: Option<String>,
}

/// What must speak for something beside the work before that is said.
const SURELY_OTHER: f32 = 0.25;

/// Reviews a question, by its words and by what it was understood as.
pub fn review(rules: &QuestionRules, topics: &Topics, text: &str, heard: &Heard) -> Review {
    let plain = Plain::of(text);
    let mut findings: Vec<Finding> = Vec::new();
    let finding = |kind: Kind, quote: String, own: Option<String>| {
        let instead = own.or_else(|| rules.instead.get(&kind).cloned()).unwrap_or_default();
        Finding { kind, quote, instead }
    };
    let by_words = [
        (Kind::JobAsk, &rules.job_ask),
        (Kind::Personal, &rules.personal),
        (Kind::Pay, &rules.pay),
        (Kind::OffTopic, &rules.off_topic),
        (Kind::Leading, &rules.leading),
        (Kind::Searchable, &rules.searchable),
    ];
    for (kind, cues) in by_words {
        if let Some(mark) = cues.find_all(&plain).first() {
            findings.push(finding(kind, clause(text, mark), None));
        }
    }
    if let Some(mark) = second_question(rules, text, &plain) {
        findings.push(finding(Kind::Double, clause(text, &mark), first_question(text, &mark)));
    }
    if words::count(text) > rules.longest {
        findings.push(finding(Kind::TooLong, words::shorten(text, 60), last_question(rules, text)));
    }
    let first = heard.topics.first().and_then(|(topic, score)| Some((topics.all().get(*topic)?, *score)));
    if let Some((topic, _)) = first {
        let kind = match topic.kind {
            TopicKind::Avoid if heard.act == Act::Answer => of_topic(&topic.id),
            _ => is_off_topic(topics, heard).then_some(Kind::OffTopic),
        };
        // What the words show is quoted by them.
        let is_new = |kind: &Kind| findings.iter().all(|finding| finding.kind != *kind);
        // What takes the words back takes back what they were heard as.
        let cues_of = |kind: &Kind| match kind {
            Kind::JobAsk => Some(&rules.job_ask),
            Kind::Personal => Some(&rules.personal),
            Kind::Pay => Some(&rules.pay),
            Kind::OffTopic => Some(&rules.off_topic),
            _ => None,
        };
        let stands = |kind: &Kind| !cues_of(kind).is_some_and(|cues| cues.have_exception_in(&plain));
        let is_grave = findings.iter().any(|finding| finding.kind <= Kind::Pay);
        if let Some(kind) = kind.filter(is_new).filter(stands).filter(|kind| *kind != Kind::OffTopic || !is_grave) {
            findings.push(finding(kind, words::shorten(text, 60), None));
        }
    }
    findings.sort_by_key(|finding| finding.kind);
    let is_open = is_open(rules, text);
    let on_topic = first.filter(|_| !is_open).and_then(|(topic, _)| rules.open_on.get(&topic.id).cloned());
    Review { is_open, findings, open_instead: on_topic }
}

/// Whether little speaks for any question about the work, and more for something else.
fn is_off_topic(topics: &Topics, heard: &Heard) -> bool {
    let of_kind = |wanted: fn(&Topic) -> bool| {
        let fitting = heard.topics.iter().filter(move |(number, _)| topics.all().get(*number).is_some_and(wanted));
        fitting.map(|(_, score)| *score)
    };
    let beside = of_kind(|topic| topic.kind == TopicKind::Other || topic.id == "smalltalk").sum::<f32>();
    let about_work = of_kind(|topic| topic.kind == TopicKind::Question).next().unwrap_or_default();
    beside >= SURELY_OTHER && about_work < beside
}

/// The first of two questions, in the person's own words.
fn first_question(text: &str, second: &Range<usize>) -> Option<String> {
    let before = text[..second.start].trim().trim_end_matches([',', ';', '?', '.', ' ', '\u{a0}']);
    let start = before.rfind(['.', '!', '?', '\n']).map_or(0, |at| at + 1);
    let first = before[start..].trim();
    (words::count(first) > FEWEST_WORDS).then(|| format!("{first}?"))
}

/// The question that a long text ends with, where that is short enough to be said.
fn last_question(rules: &QuestionRules, text: &str) -> Option<String> {
    let parts = sentences(text);
    let last = parts.iter().rfind(|part| text[(*part).clone()].ends_with('?'))?;
    let question = &text[last.clone()];
    (parts.len() > 1 && words::count(question) <= rules.longest).then(|| question.to_owned())
}

/// Whether the question itself, which comes last as a rule, invites a story.
fn is_open(rules: &QuestionRules, text: &str) -> bool {
    let parts = sentences(text);
    let asks = |part: &&Range<usize>| text[(*part).clone()].ends_with('?');
    let question = parts.iter().rfind(asks).or(parts.last()).map_or(text, |part| &text[part.clone()]);
    let question = last_words(question);
    let open = |text: &str| rules.open.are_in(&Plain::of(text));
    open(question) || (open(text) && !rules.closed.are_in(&Plain::of(question)))
}

/// The end of a long sentence, where its question is.
fn last_words(sentence: &str) -> &str {
    let start = sentence.rmatch_indices(char::is_whitespace).nth(TAIL).map_or(0, |(at, _)| at);
    sentence[start..].trim_start()
}

/// How many words of a long sentence are taken for its question.
const TAIL: usize = 30;

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
        let asked =
            before.trim_end_matches(['.', '!', '?', ' ', '\u{a0}']).rsplit(['.', '!', '?']).next().unwrap_or(before);
        asks(&rules.open, asked) || asks(&rules.closed, asked)
    })
}

/// With no more words a question is a tag: "right?".
const FEWEST_WORDS: usize = 2;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::Locale;
    use crate::prompts::Prompts;

    fn reviewed(locale: Locale, text: &str, topic: &str) -> Review {
        let prompts = Prompts::load(None).expect("the built-in prompts");
        let number = prompts.topics.all().iter().position(|known| known.id == topic).expect("a topic");
        let heard = Heard { topics: vec![(number, 0.9)], act: Act::Answer, matter: None };
        review(prompts.question_rules(locale), &prompts.topics, text, &heard)
    }

    #[test]
    fn two_questions_are_parted_in_the_persons_own_words() {
        let review =
            reviewed(Locale::En, "I like bread. How did you begin, and what would you do today?", "background");
        assert!(review.is_open && review.open_instead.is_none());
        let [found] = review.findings.as_slice() else { panic!("{review:?}") };
        assert_eq!((found.kind, found.instead.as_str()), (Kind::Double, "How did you begin?"));
        assert_eq!(found.quote, "and what would you do today");
    }

    #[test]
    fn a_closed_question_gets_an_open_one_on_its_topic() {
        let review = reviewed(Locale::Fr, "Est-ce que vous aimez ce travail ?", "likes");
        assert_eq!((review.is_open, review.findings.len()), (false, 0));
        assert_eq!(review.open_instead.as_deref(), Some("Qu'est-ce que vous aimez le plus, et pourquoi?"));
    }

    #[test]
    fn what_was_understood_counts_where_the_words_do_not_show_it() {
        let review = reviewed(Locale::En, "So what does that come to at the end of the month?", "avoid_salary");
        assert_eq!(review.findings.iter().map(|found| found.kind).collect::<Vec<_>>(), [Kind::Pay]);
        assert!(!review.findings[0].instead.is_empty());
    }
}

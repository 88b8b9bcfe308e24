//! What was asked: from scores for each topic to the topics of a message, and whether they are clear enough to be answered.

use crate::coach::language;
use crate::ids::Locale;
use crate::prompts::cues::Plain;
use crate::prompts::topics::{Kind, Topic, Topics};

/// How far the first topic must lead for an answer. With less, it is asked back which one was meant.
const CLEAR: f32 = 0.08;
/// How far one to avoid must lead over the best that is not, besides its second sign: nobody is told off by mistake.
const CLEAR_TO_AVOID: f32 = 0.05;
/// The least that must speak for the first topic.
const LEAST: f32 = 0.2;
/// How far something that is no topic at all must lead. With less, one that is may be meant.
const CLEARLY_OTHER: f32 = 0.05;
/// What its second sign speaks for a topic to avoid.
const SIGN: f32 = 0.10;
/// What a sentence counts that is no question, in a message of several.
const BESIDE: f32 = 0.5;

/// What whoever is asked can do with a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// Answer. To a topic to avoid: react.
    Answer,
    /// Ask back which of the first topics was meant.
    Ask,
    /// Say that it was not understood.
    Unknown,
}

impl Act {
    /// Its name.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Answer => "answer",
            Self::Ask => "ask",
            Self::Unknown => "unknown",
        }
    }
}

/// What a sentence, or a whole message, is about.
#[derive(Clone, Debug, PartialEq)]
pub struct Heard {
    /// The topics by their numbers, best first, with what speaks for each: about 1 where it is clear, 0 where nothing does.
    pub topics: Vec<(usize, f32)>,
    /// What can be done with it.
    pub act: Act,
    /// Of a topic to avoid that was taken for one: which matter it was, where it has several.
    pub matter: Option<String>,
}

/// A message, understood.
#[derive(Clone, Debug, PartialEq)]
pub struct Understood {
    /// What it is about as a whole.
    pub message: Heard,
    /// Its sentences, where there are several, each with what it is about.
    pub sentences: Vec<(String, Heard)>,
}

impl Heard {
    /// The topics themselves, best first.
    pub fn in_order<'a>(&self, topics: &'a Topics) -> impl Iterator<Item = &'a Topic> {
        self.topics.iter().filter_map(|(number, _)| topics.all().get(*number))
    }

    /// What it is about in the first place.
    pub fn first<'a>(&self, topics: &'a Topics) -> Option<&'a Topic> {
        self.in_order(topics).next()
    }
}

impl Understood {
    /// The topic that a question is about, if it is one about the work and could be told.
    pub fn about<'a>(&self, topics: &'a Topics) -> Option<&'a Topic> {
        // Where it is clear, the first; where two are likely, the one of them that is a question.
        let likely = match self.message.act {
            Act::Answer => 1,
            Act::Ask => 2,
            Act::Unknown => 0,
        };
        self.message.in_order(topics).take(likely).find(|topic| topic.kind == Kind::Question)
    }

    /// A message of which nothing is understood.
    pub fn nothing() -> Self {
        Self { message: Heard { topics: Vec::new(), act: Act::Unknown, matter: None }, sentences: Vec::new() }
    }
}

/// Decides what a text is about by what speaks for each topic.
pub fn hear(topics: &Topics, text: &str, scores: &[f32]) -> Heard {
    let plain = Plain::of(text);
    let languages = language::told(text).map_or(Locale::ALL.to_vec(), |locale| vec![locale]);
    let sign = |topic: &Topic| {
        let found = languages.iter().find_map(|locale| topic.sign_in(&plain, *locale));
        found.map(str::to_owned)
    };
    let signs: Vec<Option<String>> = topics.all().iter().map(sign).collect();
    let with_sign = |(number, score): (usize, &f32)| (number, score + if signs[number].is_some() { SIGN } else { 0.0 });
    let mut order: Vec<(usize, f32)> = scores.iter().enumerate().take(signs.len()).map(with_sign).collect();
    order.sort_by(|one, other| other.1.total_cmp(&one.1));
    let kind = |number: usize| topics.all().get(number).map_or(Kind::Other, |topic| topic.kind);
    let Some(&(first, score)) = order.first() else {
        return Heard { topics: order, act: Act::Unknown, matter: None };
    };
    let best_other = order.iter().find(|(number, _)| *number != first && kind(*number) != Kind::Avoid);
    let next = match kind(first) {
        Kind::Avoid => best_other,
        Kind::Question | Kind::Talk | Kind::Other => order.get(1),
    };
    let lead = score - next.map_or(0.0, |next| next.1);
    let act = match kind(first) {
        _ if language::is_foreign(text) || score < LEAST => Act::Unknown,
        Kind::Other if lead >= CLEARLY_OTHER => Act::Unknown,
        Kind::Avoid if lead >= CLEAR_TO_AVOID && signs[first].is_some() => Act::Answer,
        Kind::Question | Kind::Talk if lead >= CLEAR => Act::Answer,
        _ => Act::Ask,
    };
    let matter = signs[first].clone().filter(|matter| !matter.is_empty() && act == Act::Answer);
    Heard { topics: order, act, matter }
}

/// What a message is about, by its whole and by its sentences. A greeting or a story before a question is not what is asked.
pub fn whole(topics: &Topics, whole: &[f32], sentences: &[(&str, Vec<f32>)]) -> Vec<f32> {
    let mut scores = whole.to_vec();
    for (sentence, of_sentence) in sentences {
        let best = (0..of_sentence.len()).max_by(|one, other| of_sentence[*one].total_cmp(&of_sentence[*other]));
        let kind = best.and_then(|best| topics.all().get(best)).map_or(Kind::Other, |topic| topic.kind);
        let is_beside = matches!(kind, Kind::Talk | Kind::Other) && !sentence.ends_with('?');
        let weight = if is_beside { BESIDE } else { 1.0 };
        for (score, of_sentence) in scores.iter_mut().zip(of_sentence) {
            *score = score.max(of_sentence * weight);
        }
    }
    scores
}

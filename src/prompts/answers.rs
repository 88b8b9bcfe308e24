//! `prompts/answers.toml` and `prompts/<locale>/answers.toml`: what guests and contacts like to ask back, and how it is seen what an answer has.

use super::Fault;
use super::advice::Advice;
use super::bank::Stage;
use super::cues::{Cues, WrittenCues};
use super::source::Source;
use crate::ids::Locale;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

const FILE: &str = "answers.toml";
/// The longest id: it is part of what is stored.
const LONGEST_ID: usize = 40;

/// Something that a good answer has.
#[derive(Clone, Copy, Debug, Deserialize, Serialize, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// One concrete moment or case.
    Example,
    /// What came of it.
    Result,
    /// A bridge to the person who asks, or to their field.
    Link,
    /// Why.
    Reason,
    /// What they will do next.
    Next,
}

impl Part {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Example, Self::Result, Self::Link, Self::Reason, Self::Next];

    /// The name in the files.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Example => "example",
            Self::Result => "result",
            Self::Link => "link",
            Self::Reason => "reason",
            Self::Next => "next",
        }
    }
}

/// A question in one language.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Spoken {
    /// The question.
    pub ask: String,
    /// Why people ask it, and what they hope to hear.
    pub looked_for: String,
    /// A hint for this question alone.
    pub sharpen: String,
    /// What is asked after a few words.
    pub longer: String,
    /// What is asked after far too many.
    pub shorter: String,
    /// What is asked when a part is missing.
    pub follow: BTreeMap<Part, String>,
}

/// A question that the other side asks.
#[derive(Clone, Debug)]
pub struct Asked {
    /// Its name in what is stored.
    pub id: String,
    /// When in a conversation it comes.
    pub stage: Stage,
    /// Whom it is asked above all. Empty: everybody.
    pub suits: Vec<String>,
    /// How long a good answer takes to say.
    pub seconds: u32,
    /// What a good answer has, the most important first.
    pub wants: Vec<Part>,
    /// Whether people might feel that they must tell something private.
    pub is_private: bool,
    /// The number of the advice it rests on.
    pub advice: u32,
    spoken: BTreeMap<Locale, Spoken>,
}

impl Asked {
    /// The question in a language; in another, where it has none in that.
    pub fn spoken(&self, locale: Locale) -> &Spoken {
        let spoken = self.spoken.get(&locale).or_else(|| self.spoken.values().next());
        // A question without words is a fault, and prompts with faults are not used.
        spoken.unwrap_or_else(|| unreachable!("a question without words"))
    }

    /// Whether it stands there in that language.
    pub fn speaks(&self, locale: Locale) -> bool {
        self.spoken.contains_key(&locale)
    }
}

/// How it is seen in one language what an answer has.
#[derive(Debug)]
pub struct Signs {
    /// By the part.
    pub parts: BTreeMap<Part, Cues>,
    /// Health and other private matters.
    pub private: Cues,
}

/// All of it.
#[derive(Debug)]
pub struct Answers {
    /// The questions, in the order of the file.
    pub questions: Vec<Asked>,
    signs: BTreeMap<Locale, Signs>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    question: Vec<WrittenAsked>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenAsked {
    id: String,
    stage: Stage,
    #[serde(default)]
    suits: Vec<String>,
    seconds: u32,
    wants: Vec<Part>,
    #[serde(default)]
    private: bool,
    advice: u32,
    en: Option<Spoken>,
    fr: Option<Spoken>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenSigns {
    example: WrittenCues,
    result: WrittenCues,
    link: WrittenCues,
    reason: WrittenCues,
    next: WrittenCues,
    private: WrittenCues,
}

impl Answers {
    /// Reads the questions and the signs. What is wrong with them is noted.
    pub(super) fn read(source: &Source, advice: &Advice, faults: &mut Vec<Fault>) -> Self {
        let mut signs = BTreeMap::new();
        for locale in Locale::ALL {
            let Some((file, written)) = source.toml::<WrittenSigns>(&format!("{locale}/{FILE}"), faults) else {
                continue;
            };
            let parts = [
                (Part::Example, written.example),
                (Part::Result, written.result),
                (Part::Link, written.link),
                (Part::Reason, written.reason),
                (Part::Next, written.next),
            ];
            let mut cues = |at: &str, written: WrittenCues| written.compile_as_one(&file, at, faults);
            let parts = parts.into_iter().map(|(part, written)| (part, cues(part.as_str(), written))).collect();
            signs.insert(locale, Signs { parts, private: cues("private", written.private) });
        }
        let mut questions = Vec::new();
        let mut seen = BTreeSet::new();
        if let Some((file, written)) = source.toml::<Written>(FILE, faults) {
            if written.question.is_empty() {
                faults.push(Fault::new(&file, "", "holds no question", "Add `[[question]]` tables"));
            }
            for question in written.question {
                let id = question.id.clone();
                let mut fault = |problem: &str, remedy: &str| faults.push(Fault::new(&file, &id, problem, remedy));
                if !seen.insert(id.clone()) || id.is_empty() || id.len() > LONGEST_ID {
                    fault("is no good id", "Give every question an id of its own, of up to 40 letters");
                }
                let spoken = [(Locale::En, question.en), (Locale::Fr, question.fr)];
                let spoken: BTreeMap<Locale, Spoken> =
                    spoken.into_iter().filter_map(|(locale, words)| Some((locale, words?))).collect();
                if spoken.is_empty() {
                    fault("has no words", "Add `[question.en]` or `[question.fr]`");
                }
                if question.wants.iter().any(|part| spoken.values().any(|words| !words.follow.contains_key(part))) {
                    fault("lacks a follow-up", "Add `follow.<part>` for each of `wants`");
                }
                if advice.piece(question.advice).is_none() {
                    fault("rests on advice that does not exist", "Use a number of advice.toml");
                }
                questions.push(Asked {
                    stage: question.stage,
                    suits: question.suits,
                    seconds: question.seconds,
                    wants: question.wants,
                    is_private: question.private,
                    advice: question.advice,
                    spoken,
                    id,
                });
            }
        }
        Self { questions, signs }
    }

    /// The question of that id.
    pub fn named(&self, id: &str) -> Option<&Asked> {
        self.questions.iter().find(|asked| asked.id == id)
    }

    /// What to look for in a language.
    pub fn signs(&self, locale: Locale) -> &Signs {
        // `read` leaves none out, or notes a fault.
        &self.signs[&locale]
    }
}

//! `prompts/questions/*.toml`: the bank of questions, a file for each topic, and `needs.toml`, the working conditions that somebody may have
//! to know about without saying why.

use super::Fault;
use super::advice::Advice;
use super::cues::{Plain, Seldom};
use super::source::Source;
use super::topics::{Kind, Topics};
use crate::ids::Locale;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// The folder of the questions.
pub(super) const FOLDER: &str = "questions/";
/// The file of the needs, in the same folder.
const NEEDS: &str = "questions/needs.toml";
/// The file of what is suited to whom.
const SUITS: &str = "questions/suits.toml";

/// When in a conversation a question comes.
#[derive(Clone, Copy, Debug, Deserialize, Serialize, PartialEq, Eq, PartialOrd, Ord)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// It is gentle: anybody answers it gladly.
    Opening,
    /// It is what the conversation is for.
    Middle,
    /// It belongs into the last minutes.
    Closing,
}

/// How frank a question is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Candour {
    /// It could be asked anywhere.
    #[default]
    Plain,
    /// One would not ask it in a job interview (S2, S4).
    Candid,
}

/// A question in one language.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Wording {
    /// The question.
    pub ask: String,
    /// What its answer shows.
    pub reveals: String,
    /// What to ask when the answer stays vague.
    pub follow_up: String,
}

/// A question of the bank.
#[derive(Clone, Debug)]
pub struct Question {
    /// Its name in what is stored.
    pub id: String,
    /// The id of its topic.
    pub topic: String,
    /// When it comes.
    pub stage: Stage,
    /// How frank it is.
    pub candour: Candour,
    /// Whether it makes people think: those who enjoyed the conversation recommend whoever asked (S1).
    pub is_engaging: bool,
    /// The fields and situations that it suits above all. Empty: anybody's.
    pub suits: Vec<String>,
    /// The number of the advice that it rests on.
    pub advice: u32,
    wordings: BTreeMap<Locale, Wording>,
}

impl Question {
    /// The question in a language; in another, where it has none in that.
    pub fn wording(&self, locale: Locale) -> &Wording {
        let wording = self.wordings.get(&locale).or_else(|| self.wordings.values().next());
        // A question without any wording is a fault, and prompts with faults are not used.
        wording.unwrap_or_else(|| unreachable!("a question without a wording"))
    }

    /// Whether it stands there in that language.
    pub fn speaks(&self, locale: Locale) -> bool {
        self.wordings.contains_key(&locale)
    }
}

/// A field, or a situation in life, by which questions are chosen.
#[derive(Debug)]
pub struct Suit {
    /// Its name in the files.
    pub id: String,
    names: BTreeMap<Locale, String>,
    cues: Seldom,
}

/// A working condition that somebody must know about.
#[derive(Debug)]
pub struct Need {
    /// Its name in what is stored.
    pub id: String,
    /// The id of the neutral question that finds out.
    pub question: String,
    names: BTreeMap<Locale, String>,
    cues: Seldom,
}

macro_rules! named_by_cues {
    ($name:ident) => {
        impl $name {
            /// Its name for people.
            pub fn name(&self, locale: Locale) -> &str {
                self.names.get(&locale).map_or(&self.id, String::as_str)
            }

            /// Whether somebody's words speak of it, in whatever language.
            pub fn is_in(&self, text: &str) -> bool {
                self.cues.ready().are_in(&Plain::of(text))
            }
        }
    };
}
named_by_cues!(Suit);
named_by_cues!(Need);

/// All questions, and what they are chosen by.
#[derive(Debug)]
pub struct Bank {
    questions: Vec<Question>,
    /// The needs, in the order of the file.
    pub needs: Vec<Need>,
    /// The fields and situations.
    pub suits: Vec<Suit>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenQuestions {
    question: Vec<WrittenQuestion>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenQuestion {
    id: String,
    stage: Stage,
    #[serde(default)]
    candid: bool,
    #[serde(default)]
    engaging: bool,
    #[serde(default)]
    suits: Vec<String>,
    advice: u32,
    en: Option<Wording>,
    fr: Option<Wording>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenNeeds {
    need: Vec<WrittenNeed>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenNeed {
    id: String,
    question: String,
    name: BTreeMap<Locale, String>,
    cues: BTreeMap<Locale, Vec<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenSuits {
    suit: Vec<WrittenSuit>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenSuit {
    id: String,
    name: BTreeMap<Locale, String>,
    cues: BTreeMap<Locale, Vec<String>>,
}

impl Bank {
    /// Reads every question. What is wrong with them is noted.
    pub(super) fn read(source: &Source, topics: &Topics, advice: &Advice, faults: &mut Vec<Fault>) -> Self {
        let suits: Vec<Suit> = source.toml::<WrittenSuits>(SUITS, faults).map_or_else(Vec::new, |(file, written)| {
            let suit = |suit: WrittenSuit| Suit {
                cues: Seldom::of_all(&file, &suit.id, suit.cues, faults),
                id: suit.id,
                names: suit.name,
            };
            written.suit.into_iter().map(suit).collect()
        });
        let mut bank = Self { questions: Vec::new(), needs: Vec::new(), suits };
        let mut seen = BTreeSet::new();
        for path in source.list(FOLDER, ".toml").into_iter().filter(|path| path != NEEDS && path != SUITS) {
            let topic = path.trim_start_matches(FOLDER).trim_end_matches(".toml").to_owned();
            let Some((file, written)) = source.toml::<WrittenQuestions>(&path, faults) else { continue };
            if topics.named(&topic).is_none_or(|topic| topic.kind != Kind::Question) {
                let remedy = "Name the file after a topic of topics.toml that can be asked about";
                faults.push(Fault::new(&file, "", "belongs to no topic", remedy));
            }
            for question in written.question {
                let id = question.id.clone();
                let mut fault = |problem: &str, remedy: &str| faults.push(Fault::new(&file, &id, problem, remedy));
                if !seen.insert(id.clone()) {
                    fault("stands there twice", "Give every question of the bank an id of its own");
                }
                if id.is_empty() || id.len() > LONGEST_ID || !id.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
                {
                    fault("is no good id", "Use up to 40 small letters and underscores");
                }
                if question.en.is_none() && question.fr.is_none() {
                    fault("has no words", "Add `[question.en]` or `[question.fr]` with ask, reveals and follow_up");
                }
                if advice.piece(question.advice).is_none() {
                    fault("rests on advice that does not exist", "Use a number of advice.toml");
                }
                for suit in question.suits.iter().filter(|suit| bank.suits.iter().all(|known| known.id != **suit)) {
                    fault(&format!("suits `{suit}`, which is unknown"), "Use an id of questions/suits.toml");
                }
                let wordings = [(Locale::En, question.en), (Locale::Fr, question.fr)];
                bank.questions.push(Question {
                    topic: topic.clone(),
                    stage: question.stage,
                    candour: if question.candid { Candour::Candid } else { Candour::Plain },
                    is_engaging: question.engaging,
                    suits: question.suits,
                    advice: question.advice,
                    wordings: wordings.into_iter().filter_map(|(locale, words)| Some((locale, words?))).collect(),
                    id,
                });
            }
        }
        if let Some((file, written)) = source.toml::<WrittenNeeds>(NEEDS, faults) {
            for need in written.need {
                if bank.named(&need.question).is_none() {
                    faults.push(Fault::new(&file, &need.id, "names a question that does not exist", "Correct the id"));
                }
                bank.needs.push(Need {
                    cues: Seldom::of_all(&file, &need.id, need.cues, faults),
                    id: need.id,
                    question: need.question,
                    names: need.name,
                });
            }
        }
        bank
    }

    /// The questions on a topic, in the order of their file.
    pub fn on<'a>(&'a self, topic: &'a str, locale: Locale) -> impl Iterator<Item = &'a Question> + 'a {
        self.questions.iter().filter(move |question| question.topic == topic && question.speaks(locale))
    }

    /// Every question.
    pub fn all(&self) -> &[Question] {
        &self.questions
    }

    /// The question of that id.
    pub fn named(&self, id: &str) -> Option<&Question> {
        self.questions.iter().find(|question| question.id == id)
    }

    /// The fields and situations that somebody's words speak of.
    pub fn suits_in(&self, text: &str) -> Vec<&str> {
        self.suits.iter().filter(|suit| suit.is_in(text)).map(|suit| suit.id.as_str()).collect()
    }
}

/// The longest id: a button carries it.
const LONGEST_ID: usize = 40;

//! Puts the parts of a pitch together, in the person's own words, and cuts it for a message, the phone and a meeting in person.
//!
//! Sources: what belongs in an introduction (S4, S0, S2); a message that is short (S2, S3); a phone call that begins with who is
//! calling and why (S3, S4).

use crate::prompts::build_rules::{BuildRules, Stems};
use crate::prompts::pitch_rules::Part;
use crate::words;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The most characters of a message: what a LinkedIn note holds.
pub const LONGEST_MESSAGE: usize = 300;

/// What the person said to each part.
pub type Said = BTreeMap<Part, String>;

/// What a cut is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Cut {
    /// To be said to somebody's face.
    Person,
    /// To be said on the phone.
    Phone,
    /// To be written: at most 300 characters.
    Message,
}

impl Cut {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 3] = [Self::Person, Self::Phone, Self::Message];

    /// The name it is stored under.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Phone => "phone",
            Self::Message => "message",
        }
    }

    /// The cut of that stored name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|cut| cut.as_str() == name)
    }
}

/// A pitch, cut for its purpose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cutting {
    /// What it is for.
    pub cut: Cut,
    /// The text.
    pub text: String,
    /// The parts that did not fit.
    pub left_out: Vec<Part>,
    /// How many characters it has too many, with everything left out that can be.
    pub over: usize,
}

/// An answer about a part as a sentence: as it stands where it is one, otherwise with the few words that it lacks.
pub fn sentence(rules: &BuildRules, part: Part, answer: &str) -> String {
    sentence_by(rules, rules.stems(part), part, answer)
}

/// An answer as a sentence, by these stems; how its first letter is written goes by what part it is like.
pub fn sentence_by(rules: &BuildRules, stems: &Stems, like: Part, answer: &str) -> String {
    let answer = answer.split_whitespace().collect::<Vec<_>>().join(" ");
    let bare = answer.trim_end_matches(['.', ' ', ',', ';', ':']);
    if bare.is_empty() {
        return String::new();
    }
    if rules.is_sentence(stems, bare) {
        let sentence = words::capital(bare);
        return if bare.ends_with(['!', '?', '…']) {
            sentence
        } else if rules.is_question(bare) {
            format!("{sentence}?")
        } else {
            format!("{sentence}.")
        };
    }
    let (before, after) = stems.around(bare);
    let bare = bare.trim_end_matches(['?', '!', ' ']);
    // A first letter that only began the answer is small in the middle of a sentence; a name keeps its own.
    let inner = if before.is_empty() { bare.to_owned() } else { small(bare, like) };
    let end = if after.is_empty() { "." } else { "" };
    format!("{before}{inner}{after}{end}")
}

/// The text with a small first letter, unless its first word is a name or an abbreviation. Who somebody is begins with a name more
/// often than not, so only an article is made small there; elsewhere a first word is a name where the next ones are written like
/// names too ("React, Node", "Red Cross").
fn small(text: &str, part: Part) -> String {
    let mut words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let first = words.next().unwrap_or_default();
    let is_capital = |word: &str| word != "I" && word.chars().next().is_some_and(char::is_uppercase);
    let is_abbreviation = first.chars().skip(1).any(char::is_uppercase);
    let keeps = match part {
        Part::Who => !["A", "An", "The", "Un", "Une", "Le", "La", "New", "Just", "Currently"].contains(&first),
        _ => is_abbreviation || first == "I" || words.take(2).any(is_capital),
    };
    if keeps {
        return text.to_owned();
    }
    let mut letters = text.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}

/// The pitch, cut three times.
pub fn cuttings(rules: &BuildRules, said: &Said) -> [Cutting; 3] {
    let sentences: BTreeMap<Part, String> = said
        .iter()
        .map(|(part, answer)| (*part, sentence(rules, *part, answer)))
        .filter(|(_, sentence)| !sentence.is_empty())
        .collect();
    Cut::ALL.map(|cut| cutting(rules, cut, &sentences))
}

fn cutting(rules: &BuildRules, cut: Cut, sentences: &BTreeMap<Part, String>) -> Cutting {
    // What is said last can be left out first: what you bring can be told when they answer, why them shows anyway.
    let optional: &[Part] = match cut {
        Cut::Person => &[],
        Cut::Phone => &[Part::Bring],
        Cut::Message => &[Part::Bring, Part::WhyYou],
    };
    let together = |left_out: &[Part]| -> String {
        let mut pieces: Vec<&str> = Vec::new();
        let greets = sentences.get(&Part::Who).is_some_and(|who| is_greeting(who, &rules.greeting));
        if !greets {
            pieces.push(&rules.greeting);
        }
        for part in Part::ALL.into_iter().filter(|part| !left_out.contains(part)) {
            pieces.extend(sentences.get(&part).map(String::as_str));
            if part == Part::Who && cut == Cut::Phone {
                pieces.push(&rules.moment);
            }
        }
        pieces.join(" ")
    };
    let there = |part: &&Part| sentences.contains_key(part);
    match cut {
        Cut::Person => Cutting { cut, text: together(&[]), left_out: Vec::new(), over: 0 },
        Cut::Phone => {
            let left_out: Vec<Part> = optional.iter().filter(there).copied().collect();
            Cutting { cut, text: together(&left_out), left_out, over: 0 }
        }
        Cut::Message => {
            let mut left_out = Vec::new();
            let mut text = together(&left_out);
            for part in optional.iter().filter(there) {
                if text.chars().count() <= LONGEST_MESSAGE {
                    break;
                }
                left_out.push(*part);
                text = together(&left_out);
            }
            let over = text.chars().count().saturating_sub(LONGEST_MESSAGE);
            Cutting { cut, text, left_out, over }
        }
    }
}

/// Whether a sentence begins with a greeting of any language that is coached.
fn is_greeting(sentence: &str, usual: &str) -> bool {
    let first = words::fold(sentence.split([' ', ',', '.', '!']).next().unwrap_or_default());
    words::fold(usual) == first
        || ["hi", "hello", "hey", "good", "bonjour", "bonsoir", "salut", "allo"].contains(&first.as_str())
}

//! Things to sharpen: at most three at a time, each with a letter, and a choice that opens who says so.

use super::Cx;
use crate::chat::{Choice, Line, Message};

/// The most things to sharpen at a time (SPEC section 3).
pub const MOST_TO_SHARPEN: usize = 3;

/// A letter that names a thing to sharpen, with its choice.
#[derive(Debug)]
pub struct Letter {
    /// The letter.
    pub letter: &'static str,
    /// The choice's id.
    pub source: &'static str,
    /// The key of the choice's label.
    pub label: &'static str,
}

/// A, B and C.
pub const LETTERS: [Letter; MOST_TO_SHARPEN] = [
    Letter { letter: "A", source: "source-a", label: "choice-source-a" },
    Letter { letter: "B", source: "source-b", label: "choice-source-b" },
    Letter { letter: "C", source: "source-c", label: "choice-source-c" },
];

/// The choices that open who says so, for so many things to sharpen.
pub fn sources(sharpened: usize) -> impl Iterator<Item = Choice> {
    LETTERS.iter().take(sharpened).map(|letter| Choice::new(letter.source, letter.label))
}

/// The text that a choice of [`sources`] stands for, of those that were to sharpen.
pub fn chosen<'a>(sharpened: &'a [String], choice: &str) -> Option<&'a String> {
    let index = LETTERS.iter().position(|letter| choice == letter.source)?;
    sharpened.get(index)
}

/// What stands behind a text: each piece of advice with its sources, and where they disagree.
pub fn who_says_so(cx: &Cx<'_>, key: &str) -> Message {
    let behind = cx.prompts.advice.behind(key);
    Message::of(behind.into_iter().map(Line::Bank))
}

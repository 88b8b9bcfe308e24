//! Spelling and grammar of English messages, by harper-core: offline, and loaded at first use. It takes half a second and some 160 MB then, so it
//! works beside the engine, and an operator can leave it out.

use crate::words;
use harper_core::linting::{Lint, LintGroup, LintKind, Linter as _, Suggestion};
use harper_core::parsers::PlainEnglish;
use harper_core::spell::FstDictionary;
use harper_core::{Dialect, Document};
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

/// The most slips of one text that are told.
const MOST: usize = 10;

/// A slip.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slip {
    /// The words.
    pub quote: String,
    /// How they are better written, where that is clear.
    pub instead: Option<String>,
}

/// Whether spelling and grammar are looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Proofread {
    /// They are.
    Yes,
    /// The operator left that out.
    No,
}

/// What looks at spelling and grammar.
#[derive(Debug)]
pub struct Grammar {
    wanted: Proofread,
}

struct Inner {
    dictionary: Arc<FstDictionary>,
    // Its rules keep what they have seen.
    rules: Mutex<LintGroup>,
}

/// Loaded at first use, once for the whole program.
static INNER: LazyLock<Inner> = LazyLock::new(|| {
    let dictionary = FstDictionary::curated();
    let rules = Mutex::new(LintGroup::new_curated(Arc::clone(&dictionary), Dialect::Canadian));
    Inner { dictionary, rules }
});

impl Grammar {
    /// Loads nothing yet.
    pub const fn new(wanted: Proofread) -> Self {
        Self { wanted }
    }

    /// The slips in an English text, in its order. What could be a name is left alone, and so is what is a matter of taste.
    pub fn slips(&self, text: &str) -> Vec<Slip> {
        if self.wanted == Proofread::No {
            return Vec::new();
        }
        let letters: Vec<char> = text.chars().collect();
        let document = Document::new(text, &PlainEnglish, &*INNER.dictionary);
        let mut found = INNER.rules.lock().unwrap_or_else(PoisonError::into_inner).lint(&document);
        found.retain(|lint| is_slip(lint, &letters));
        found.sort_by_key(|lint| (lint.span.start, lint.priority));
        // Of two about the same words the more important one.
        found.dedup_by(|next, kept| next.span.start < kept.span.end);
        found.iter().take(MOST).map(|lint| slip(lint, &letters)).collect()
    }
}

/// Whether it is wrong, and not only unusual.
fn is_slip(lint: &Lint, letters: &[char]) -> bool {
    let words = lint.get_str(letters);
    let is_capital = words.chars().next().is_some_and(char::is_uppercase);
    match lint.lint_kind {
        // A name, an abbreviation, or a word with accents: nobody's slip.
        LintKind::Spelling => !is_capital && words.is_ascii() && !lint.suggestions.is_empty(),
        LintKind::Agreement
        | LintKind::Eggcorn
        | LintKind::Grammar
        | LintKind::Malapropism
        | LintKind::Repetition
        | LintKind::Typo
        | LintKind::BoundaryError => !lint.suggestions.is_empty(),
        // Articles are among these, and much else.
        LintKind::Miscellaneous => ["a", "an"].contains(&words.to_lowercase().as_str()),
        _ => false,
    }
}

/// The slip with a word before it and one after: "has" alone says little.
fn slip(lint: &Lint, letters: &[char]) -> Slip {
    let word_before = letters[..lint.span.start].iter().rposition(|c| c.is_whitespace());
    let start = word_before.and_then(|end| letters[..end].iter().rposition(|c| c.is_whitespace()).map(|at| at + 1));
    let start = start.unwrap_or(0).min(lint.span.start);
    let start = if letters[start..lint.span.start].contains(&'\n') { lint.span.start } else { start };
    let end =
        letters[lint.span.end..].iter().skip(1).position(|c| c.is_whitespace() || matches!(c, '.' | ',' | '?' | '!'));
    let end = end.map_or(letters.len(), |at| lint.span.end + at + 1).max(lint.span.end);
    let end = if letters[lint.span.end..end].contains(&'\n') { lint.span.end } else { end };
    let text = |from: usize, to: usize| letters[from..to].iter().collect::<String>();
    let instead = lint.suggestions.first().map(|suggestion| match suggestion {
        Suggestion::ReplaceWith(better) => better.iter().collect(),
        Suggestion::InsertAfter(more) => {
            format!("{}{}", text(lint.span.start, lint.span.end), more.iter().collect::<String>())
        }
        Suggestion::Remove => String::new(),
    });
    let around = |inner: &str| {
        let whole = format!("{}{inner}{}", text(start, lint.span.start), text(lint.span.end, end));
        words::shorten(&whole.split_whitespace().collect::<Vec<_>>().join(" "), 60)
    };
    Slip {
        quote: around(&text(lint.span.start, lint.span.end)),
        instead: instead.map(|better: String| around(&better)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_found_and_names_left_alone() {
        let text = "Dear Ms. Okonkwo,\n\nI am a newcommer from Ghana and I has worked at Komfo Anokye for eight years. Could we talk for an short \
                    time? My friend Kwabena told me about you.\n\nAma Owusu-Mensah";
        let slips = Grammar::new(Proofread::Yes).slips(text);
        let quotes: Vec<&str> = slips.iter().map(|slip| slip.quote.as_str()).collect();
        assert_eq!(quotes, ["a newcommer from", "I has worked", "for an short"], "{slips:?}");
        assert_eq!(slips[1].instead.as_deref(), Some("I have worked"));
        assert_eq!(Grammar::new(Proofread::No).slips(text), []);
    }
}

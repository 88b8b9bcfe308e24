//! Where sentences and clauses begin and end in what people type.

use crate::words;
use std::ops::Range;

/// Sentences as byte ranges, without the white space around them. People who type on a phone begin theirs with a small letter,
/// so a full stop ends a sentence whatever follows, but for the few abbreviations that are met in a pitch.
pub fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut rest = text.char_indices().peekable();
    while let Some((at, c)) = rest.next() {
        let ends = match c {
            '\n' => true,
            '.' | '!' | '?' | '…' => {
                rest.peek().is_none_or(|(_, next)| next.is_whitespace()) && !is_abbreviation(&text[start..at])
            }
            _ => false,
        };
        if ends {
            found.push(start..at + c.len_utf8());
            start = at + c.len_utf8();
        }
    }
    found.push(start..text.len());
    found
        .into_iter()
        .map(|range| {
            let inner = text[range.clone()].trim();
            let begin = range.start + (text[range.clone()].len() - text[range].trim_start().len());
            begin..begin + inner.len()
        })
        .filter(|range| words::count(&text[range.clone()]) > 0)
        .collect()
}

/// Whether a full stop after this belongs to an abbreviation: "St.", "Dr.", "e.g.", an initial.
fn is_abbreviation(before: &str) -> bool {
    let word = before.rsplit(char::is_whitespace).next().unwrap_or_default();
    let lone = word.chars().count() == 1 && word.chars().all(char::is_uppercase) && word != "I";
    lone || matches!(
        word,
        "St" | "Ste" | "Mr" | "Mrs" | "Ms" | "Dr" | "Mme" | "M" | "Prof" | "e.g" | "i.e" | "p. ex" | "vs" | "No"
    )
}

/// The most words before a match that are quoted with it.
const MOST_BEFORE: usize = 10;
/// Words that hang a clause on the one before it, and are no part of what is quoted.
const HINGES: [&str; 12] = ["and", "but", "so", "because", "et", "mais", "donc", "pis", "car", "that", "que", "puis"];

/// Where the clause of a match begins, unless that is far before it.
fn clause_start(text: &str, mark: usize) -> usize {
    let before = &text[..mark];
    let edge = before
        .rfind(['.', ',', ';', '!', '?', '\n', ':', '…'])
        .map_or(0, |at| at + before[at..].chars().next().map_or(1, char::len_utf8));
    if words::count(&text[edge..mark]) > MOST_BEFORE {
        return mark;
    }
    let mut start = edge + (text[edge..mark].len() - text[edge..mark].trim_start().len());
    while let Some((first, _)) = text[start..mark].split_once(' ') {
        if !HINGES.contains(&first.to_lowercase().as_str()) {
            break;
        }
        start += first.len() + 1;
    }
    start
}

/// The words around a match, to quote: its clause.
pub fn clause(text: &str, mark: &Range<usize>) -> String {
    let mark = &(clause_start(text, mark.start)..mark.end);
    let rest = &text[mark.start..];
    let least = text[mark.clone()].trim_end_matches(|c: char| !c.is_alphanumeric()).len();
    let end = rest
        .char_indices()
        .find(|(at, c)| {
            *at >= least
                && matches!(c, '.' | ',' | ';' | '!' | '?' | '\n' | ':')
                && !(*c == '.' && is_abbreviation(&rest[..*at]))
        })
        .map_or(rest.len(), |(at, _)| at);
    words::shorten(rest[..end].trim().trim_end_matches([',', '.', '!', '?']), 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_ends_before_a_small_letter_but_not_after_an_abbreviation() {
        let text = "hi, mina here. i met Dr. Roy at St. Mary's! ok?\nnext line";
        let found: Vec<&str> = sentences(text).into_iter().map(|range| &text[range]).collect();
        assert_eq!(found, ["hi, mina here.", "i met Dr. Roy at St. Mary's!", "ok?", "next line"]);
        assert_eq!(sentences("  … \n"), [] as [Range<usize>; 0]);
    }

    #[test]
    fn a_quote_is_the_clause_without_what_hangs_it_on() {
        let text = "You opened a shop, and I would like to know how you began. Thanks";
        let at = text.find("know how").unwrap();
        assert_eq!(clause(text, &(at..at + 8)), "I would like to know how you began");
    }
}

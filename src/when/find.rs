//! The time in a sentence, wherever it stands: "the next one is Thursday at 7 pm, we'll do first questions".

use super::reader::{self, Bare};
use super::{Meant, Start, Unclear, quoted, tokens, vocabulary, word_starts};
use crate::ids::Locale;
use chrono::NaiveDateTime;

/// The most words of a line that are looked at, and of a time.
const MOST_WORDS: usize = 40;
const MOST_WORDS_OF_A_TIME: usize = 12;

/// A line with a time in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The words before the time.
    pub before: String,
    /// The words that are the time.
    pub time: String,
    /// The words after it.
    pub after: String,
    /// When.
    pub when: Result<Meant, Unclear>,
}

/// Finds the time in a line that says when something is, and what: the longest piece that is a time; of two as long, the one with
/// an hour. Words between quotation marks at the beginning are what, whatever they say. `None`: there is no time in it.
///
/// Unlike [`super::split`], which is for lines that say what is to be done, it takes a short name for a day beside an hour: "sat 5pm".
pub fn find(line: &str, now: NaiveDateTime, locale: Locale) -> Option<Found> {
    let line = line.trim();
    if let Some((what, rest)) = quoted(line) {
        let found = find(rest, now, locale)?;
        return Some(Found { before: format!("{what} {}", found.before).trim_end().to_owned(), ..found });
    }
    let whole = super::read(line, now, locale);
    if whole.is_ok() {
        return Some(Found { before: String::new(), time: line.to_owned(), after: String::new(), when: whole });
    }
    let mut starts = word_starts(line);
    starts.truncate(MOST_WORDS);
    let mut found: Option<Piece<'_>> = None;
    for (index, from) in starts.iter().enumerate() {
        let ends = starts.iter().skip(index + 1).copied().chain([line.len()]).take(MOST_WORDS_OF_A_TIME);
        for to in ends {
            let Some(piece) = Piece::read((line, *from, to), now, locale) else { continue };
            if found.as_ref().is_none_or(|best| piece.weight() > best.weight()) {
                found = Some(piece);
            }
        }
    }
    let Piece { before, time, after, when, .. } = found?;
    // "every weekday at 8": half a time is none.
    let when =
        if vocabulary::leaves_time(&tokens::tokens(before, Bare::Refused)) { Err(Unclear::NoTime) } else { when };
    let [before, time, after] = [before, time, after].map(|part| part.trim().to_owned());
    Some(Found { before, time, after, when })
}

/// A piece of a line that is a time, or would be one.
struct Piece<'a> {
    before: &'a str,
    time: &'a str,
    after: &'a str,
    when: Result<Meant, Unclear>,
    words: usize,
}

impl<'a> Piece<'a> {
    fn read((line, from, to): (&'a str, usize, usize), now: NaiveDateTime, locale: Locale) -> Option<Self> {
        let (before, time, after) = (line.get(..from)?, line.get(from..to)?.trim(), line.get(to..)?);
        let read = |bare| reader::read(&tokens::tokens(time, bare), now, locale, bare);
        let mut when = read(Bare::Allowed);
        // "Mon", "sat" and "5 minutes" are words like others where no hour stands beside them.
        if !has_hour(when) {
            when = read(Bare::Refused);
        }
        if when == Err(Unclear::NoTime) {
            return None;
        }
        Some(Self { before, time, after, when, words: time.split_whitespace().count() })
    }

    fn weight(&self) -> (usize, bool) {
        (self.words, has_hour(self.when))
    }
}

fn has_hour(when: Result<Meant, Unclear>) -> bool {
    matches!(when, Ok(Meant { start: Start::Hour(_), .. }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::NaiveDate;

    fn found(line: &str) -> (String, String, String) {
        let now = NaiveDate::from_ymd_opt(2026, 3, 4).unwrap_or_default().and_hms_opt(10, 20, 0).unwrap_or_default();
        match find(line, now, Locale::En) {
            Some(Found { before, after, when, .. }) => {
                let when = match when {
                    Ok(Meant { start: Start::Hour(time) | Start::Day(time) | Start::Part(time), .. }) => {
                        time.format("%d.%m. %H:%M").to_string()
                    }
                    other => format!("{other:?}"),
                };
                (before, when, after)
            }
            None => (line.to_owned(), String::new(), String::new()),
        }
    }

    #[test]
    fn a_time_is_found_wherever_it_stands() {
        for (line, before, when, after) in [
            ("Hi! The next one is Thursday at 7 pm, questions", "Hi! The next one is", "05.03. 19:00", "questions"),
            ("TOMORROW 8PM!!! pub quiz night", "", "05.03. 20:00", "pub quiz night"),
            ("2 minutes of pitch, friday 5pm", "2 minutes of pitch,", "06.03. 17:00", ""),
            ("sat 5pm with mon ami", "", "07.03. 17:00", "with mon ami"),
            ("mon premier entretien", "mon premier entretien", "", ""),
            ("\"friday night\" thursday 7pm", "\"friday night\"", "05.03. 19:00", ""),
            ("31 february 7pm", "", "Err(NoSuchDay)", ""),
            ("every weekday at 8", "every weekday", "Err(NoTime)", ""),
        ] {
            let (is_before, is_when, is_after) = found(line);
            assert_eq!(
                (is_before.trim_matches('"'), &*is_when, &*is_after),
                (before.trim_matches('"'), when, after),
                "{line}"
            );
        }
    }
}

//! Times as they are said rather than written: "seven pm", "quarter to eight", "sept heures et demie", "le seize mars". Each becomes
//! the piece that stands for it in figures.

use super::reader::Bare;
use super::tokens::{Half, Token};
use super::vocabulary::{month_named, number_named, ordinal_named, part_named, unit_named};

/// The pieces of a text, with what was said put into figures.
pub(super) fn in_figures(tokens: &[Token], bare: Bare) -> Vec<Token> {
    let mut figures: Vec<Token> = Vec::with_capacity(tokens.len());
    let mut rest = tokens;
    while let Some((first, others)) = rest.split_first() {
        let said = Said { before: figures.last(), rest, bare };
        let (token, used) = said.clock().or_else(|| said.day()).unwrap_or_else(|| (first.clone(), 1));
        figures.push(token);
        rest = rest.get(used..).unwrap_or(others);
    }
    figures
}

/// What is left to read, after what was read last.
struct Said<'a> {
    before: Option<&'a Token>,
    rest: &'a [Token],
    bare: Bare,
}

impl Said<'_> {
    fn word(&self, offset: usize) -> &str {
        match self.rest.get(offset) {
            Some(Token::Word(word)) => word,
            _ => "",
        }
    }

    fn follows(&self, words: &[&str]) -> bool {
        matches!(self.before, Some(Token::Word(word)) if words.contains(&word.as_str()))
    }

    fn named(&self, offset: usize) -> Option<u32> {
        match self.word(offset) {
            "" | "a" | "an" => None,
            word => u32::try_from(number_named(word)?).ok(),
        }
    }

    fn number(&self, offset: usize) -> Option<u32> {
        match self.rest.get(offset) {
            Some(Token::Number(number)) => u32::try_from(*number).ok(),
            _ => self.named(offset),
        }
    }

    /// The time of a day, and of how many pieces.
    fn clock(&self) -> Option<(Token, usize)> {
        let (hour, minute, half, used) = self.fraction().or_else(|| self.hour())?;
        let (half, used) = match self.word(used) {
            "am" => (Some(Half::Morning), used + 1),
            "pm" => (Some(Half::Afternoon), used + 1),
            "heures" | "heure" if half.is_none() => (half, used + 1),
            _ => (half, used),
        };
        Some((Token::Clock(hour, minute, half), used))
    }

    /// "Half past six", "half six", "quarter to eight".
    fn fraction(&self) -> Option<(u32, u32, Option<Half>, usize)> {
        let link = self.word(1);
        let (minute, skipped) = match (self.word(0), link) {
            ("half", "past") => (30, 2),
            ("half", _) => (30, 1),
            ("quarter", "past" | "after") => (15, 2),
            ("quarter", "to" | "before" | "of" | "til" | "till") => (45, 2),
            // In words: "5 to 8" is a range.
            (_, "past") => (self.minutes_in_words()?, 2),
            (_, "to") => (60 - self.minutes_in_words()?, 2),
            _ => return None,
        };
        let hour = self.number(skipped).filter(|hour| (1..=12).contains(hour))?;
        let used = skipped + 1;
        if unit_named(self.word(used)).is_some() {
            return None;
        }
        let hour = if minute > 30 { (hour + 10) % 12 + 1 } else { hour };
        Some((hour, minute, likely(hour), used))
    }

    fn minutes_in_words(&self) -> Option<u32> {
        self.named(0).filter(|minute| matches!(minute, 5 | 10 | 20 | 25))
    }

    /// An hour with what is said after it, or in words.
    fn hour(&self) -> Option<(u32, u32, Option<Half>, usize)> {
        let (hour, half, used, is_said) = match self.rest.first()? {
            Token::Hours(hour) => (*hour, None, 1, false),
            Token::Clock(hour, 0, half) => (*hour, *half, 1, false),
            // "18:30 heures".
            Token::Clock(hour, minute, None) if matches!(self.word(1), "heures" | "heure") => {
                return Some((*hour, *minute, None, 1));
            }
            Token::Word(word) if matches!(word.as_str(), "noon" | "midi" | "midday") => (12, None, 1, false),
            Token::Word(word) if matches!(word.as_str(), "midnight" | "minuit") => (0, None, 1, false),
            Token::Word(_) => self.hour_in_words()?,
            _ => return None,
        };
        match (self.word(used), self.word(used + 1)) {
            ("et", "demi" | "demie") => Some((hour, 30, half, used + 2)),
            ("et", "quart") => Some((hour, 15, half, used + 2)),
            ("moins", "quart") => Some((hour_before(hour), 45, half, used + 2)),
            ("moins", "le") if self.word(used + 2) == "quart" => Some((hour_before(hour), 45, half, used + 3)),
            ("moins", _) => {
                let minutes = self.number(used + 1).filter(|number| (1..=30).contains(number))?;
                Some((hour_before(hour), 60 - minutes, half, used + 2))
            }
            _ => {
                let says_hours = is_said || matches!(self.rest.first(), Some(Token::Hours(_)));
                // "19 heures 30"; but "19 heures, 15 mars" and "2 heures 30 minutes".
                let minute = self.number(used).filter(|number| number % 5 == 0 && (5..60).contains(number));
                let next = self.word(used + 1);
                match minute.filter(|_| unit_named(next).is_none() && month_named(next).is_none()) {
                    Some(minute) if says_hours => Some((hour, minute, half, used + 1)),
                    _ => is_said.then_some((hour, 0, half, used)),
                }
            }
        }
    }

    /// "Seven pm", "dix-neuf heures", "at seven".
    fn hour_in_words(&self) -> Option<(u32, Option<Half>, usize, bool)> {
        let hour = self.named(0).filter(|hour| (1..=24).contains(hour))?;
        let at = self.follows(&["at", "vers", "around", "about"]);
        match self.word(1) {
            "am" | "pm" => Some((hour, None, 1, true)),
            "heures" | "heure" | "oclock" => {
                // So many hours, or an hour of the day?
                let is_amount = matches!(self.word(2), "plus" | "apres" | "from" | "later" | "avant" | "ago")
                    || self.follows(&[
                        "les", "every", "each", "chaque", "the", "dans", "in", "within", "ici", "pendant", "durant",
                        "mes", "ces",
                    ]);
                // "Travailler deux heures demain": in a sentence a small number of hours is how long it takes.
                let is_long =
                    self.bare == Bare::Refused && hour <= 12 && !self.follows(&["a", "vers", "pour", "de", "des"]);
                let is_one = hour == 1 && !matches!(self.word(2), "et" | "moins") && !self.follows(&["a", "vers"]);
                (!is_amount && !is_one && !is_long).then_some((hour, None, 2, true))
            }
            // "Seven thirty", where a time is meant: "seven thirty pm", "at seven thirty".
            _ if self.named(1).is_some_and(|minute| minute % 5 == 0 && minute > 5)
                && (at || matches!(self.word(2), "am" | "pm")) =>
            {
                Some((hour, likely(hour), 1, true))
            }
            // "Eight in the evening", "sept du soir".
            "in" if self.word(2) == "the" && part_named(self.word(3)).is_some() => Some((hour, None, 1, true)),
            next if at && unit_named(next).is_none() && month_named(next).is_none() => {
                Some((hour, likely(hour), 1, true))
            }
            _ => None,
        }
    }

    /// A day of a month in words: "le seize mars", "march tenth", "friday the thirteenth".
    fn day(&self) -> Option<(Token, usize)> {
        let is_month = |word: &str| month_named(word).is_some() && word != "sept";
        let after_month = matches!(self.before, Some(Token::Word(word)) if is_month(word));
        let before_month = is_month(self.word(1)) || self.word(1) == "of" && is_month(self.word(2));
        if let Some(day) = ordinal_named(self.word(0)) {
            let is_day = after_month || before_month || day > 3 && self.follows(&["the"]);
            return is_day.then_some((Token::Ordinal(day), 1));
        }
        // "Two may come" is no day.
        let day = self.named(0).filter(|day| before_month && self.word(1) != "may" && (2..=31).contains(day))?;
        Some((Token::Ordinal(day), 1))
    }
}

fn hour_before(hour: u32) -> u32 {
    if hour == 0 { 23 } else { hour - 1 }
}

/// Small numbers are meant for the afternoon.
fn likely(hour: u32) -> Option<Half> {
    (1..=6).contains(&hour).then_some(Half::Likely)
}

#[cfg(test)]
mod tests {
    use super::super::tokens::tokens;
    use super::*;

    #[test]
    fn an_hour_in_words_is_one_in_figures() {
        for (said, written) in [
            ("seven pm", "7pm"),
            ("seven thirty pm", "7:30pm"),
            ("quarter to eight pm", "7:45pm"),
            ("quarter past 12", "12:15"),
            ("half 7", "7:30"),
            ("dix-neuf heures trente", "19:30"),
            ("19 heures et quart", "19:15"),
            ("midi et demi", "12:30"),
            ("huit heures moins le quart", "7:45"),
            ("minuit moins dix", "23:50"),
            ("18:30 heures", "18:30"),
            ("vingt heures", "20:00"),
            ("le seize mars", "le 16th mars"),
            ("march tenth", "march 10th"),
            ("friday the thirteenth", "friday the 13th"),
            ("premier avril", "1er avril"),
        ] {
            assert_eq!(tokens(said, Bare::Allowed), tokens(written, Bare::Allowed), "{said}");
        }
    }

    #[test]
    fn so_many_of_something_are_no_hour() {
        for text in [
            "half an hour",
            "toutes les deux heures",
            "deux heures plus tard",
            "dans une heure",
            "two may come",
            "the first questions",
            "at 10 people",
            "travailler deux heures demain",
            "etudier deux heures et demie",
        ] {
            let pieces = tokens(text, Bare::Refused);
            assert!(
                !pieces.iter().any(|piece| matches!(piece, Token::Clock(..) | Token::Ordinal(_))),
                "{text}: {pieces:?}"
            );
        }
    }
}

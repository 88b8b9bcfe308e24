//! Reads the pieces of a text as a time. Every piece must fit, or the text is none.

use super::heard::{Heard, days_after, first_of_month, months_after, once};
use super::tokens::{Half, Token};
use super::vocabulary::{Part, misspelt, month_named, number_named, part_named, unit_named, weekday_named};
use super::{Every, Meant, Unclear};
use crate::ids::Locale;
use chrono::{Datelike as _, Months, NaiveDate, NaiveDateTime, Weekday};

/// Whether "2 weeks" alone is a time. In a sentence it is not: "practise 5 minutes".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Bare {
    Allowed,
    Refused,
}

/// Reads a text's pieces.
pub(super) fn read(tokens: &[Token], now: NaiveDateTime, locale: Locale, bare: Bare) -> Result<Meant, Unclear> {
    let mut reader = Reader { tokens, at: 0, now, locale, bare, heard: Heard::default() };
    // What is wrong is only told where everything else is a time: "last week, write tomorrow" is not about last week.
    let mut wrong = None;
    while reader.at < tokens.len() {
        let before = reader.at;
        match reader.one() {
            Ok(()) => {}
            Err(Unclear::NoTime) => return Err(Unclear::NoTime),
            Err(unclear) => {
                wrong.get_or_insert(unclear);
                reader.at = reader.at.max(before + 1);
            }
        }
    }
    match wrong {
        Some(unclear) => Err(unclear),
        None => reader.heard.meant(now),
    }
}

/// Where a reading stands.
pub(super) struct Reader<'a> {
    pub(super) tokens: &'a [Token],
    pub(super) at: usize,
    pub(super) now: NaiveDateTime,
    pub(super) locale: Locale,
    pub(super) bare: Bare,
    pub(super) heard: Heard,
}

impl Reader<'_> {
    pub(super) fn today(&self) -> NaiveDate {
        self.now.date()
    }

    pub(super) fn word(&self, offset: usize) -> &str {
        match self.tokens.get(self.at + offset) {
            Some(Token::Word(word)) => word,
            _ => "",
        }
    }

    pub(super) fn token(&self, offset: usize) -> Option<&Token> {
        self.tokens.get(self.at + offset)
    }

    pub(super) fn day(&mut self, day: NaiveDate, pieces: usize) -> Result<(), Unclear> {
        self.at += pieces;
        once(&mut self.heard.day, day)
    }

    /// Reads one thing.
    fn one(&mut self) -> Result<(), Unclear> {
        match self.tokens[self.at].clone() {
            Token::Date(year, month, day) => {
                let day = NaiveDate::from_ymd_opt(year, month, day).ok_or(Unclear::NoSuchDay)?;
                self.day(day, 1)
            }
            Token::Slashed(first, second, year) => {
                let (day, month) = match self.locale {
                    _ if first > 12 => (first, second),
                    _ if second > 12 => (second, first),
                    _ if first == second => (first, second),
                    Locale::Fr => (first, second),
                    Locale::En => return Err(Unclear::TwoDays),
                };
                let day = self.dated(day, month, year)?;
                self.day(day, 1)
            }
            Token::Clock(hour, minute, half) => {
                self.at += 1;
                once(&mut self.heard.hour, (hour, minute, half))
            }
            Token::Hours(hours) => {
                self.at += 1;
                once(&mut self.heard.hour, (hours, 0, None))
            }
            Token::Ordinal(_) | Token::Number(_) => self.number(),
            Token::Word(word) => self.worded(&word),
            Token::Other => Err(Unclear::NoTime),
        }
    }

    /// A number: a day of the month, or how many of something.
    fn number(&mut self) -> Result<(), Unclear> {
        let Some(day) = self.number_at(0) else { return Err(Unclear::NoTime) };
        let ordinal = matches!(self.token(0), Some(Token::Ordinal(_)));
        let link = usize::from(matches!(self.word(1), "of" | "de" | "du"));
        if let Some(month) = month_named(self.word(1 + link)) {
            return self.dated_here(day, month, 2 + link);
        }
        if ordinal {
            return self.day_of_month(day, 1);
        }
        if self.bare == Bare::Allowed || matches!(self.word(2), "from" | "later" | "apres") || self.word(2) == "plus" {
            return self.amount(0);
        }
        Err(Unclear::NoTime)
    }

    pub(super) fn number_at(&self, offset: usize) -> Option<i64> {
        match self.token(offset)? {
            Token::Number(number) => Some(*number),
            Token::Ordinal(day) => Some(i64::from(*day)),
            Token::Word(word) => number_named(word),
            _ => None,
        }
    }

    /// Anything that begins with a word.
    fn worded(&mut self, word: &str) -> Result<(), Unclear> {
        // In a sentence, "mon", "mer" and "sat" are words like others.
        let is_short = word.len() <= 3 && self.bare == Bare::Refused;
        let slip = if self.bare == Bare::Allowed { misspelt(word) } else { None };
        if let Some(weekday) = weekday_named(word).filter(|_| !is_short).or(slip) {
            return self.weekday(weekday);
        }
        if let Some(month) = month_named(word) {
            return match self.number_at(1) {
                Some(day) if !matches!(self.token(1), Some(Token::Word(_))) && (1..=31).contains(&day) => {
                    self.dated_here(day, month, 2)
                }
                _ => Err(Unclear::NoTime),
            };
        }
        match word {
            "today" | "aujourdhui" => self.day(self.today(), 1),
            "tomorrow" | "demain" | "tmr" | "tmrw" | "tomorow" | "tommorow" | "tommorrow" | "demin" | "deman"
            | "demian" => self.day(self.days_on(1)?, 1),
            "apresdemain" | "overmorrow" => self.day(self.days_on(2)?, 1),
            "apres" if self.word(1) == "demain" => self.day(self.days_on(2)?, 2),
            "day" if self.word(1) == "after" && self.word(2) == "tomorrow" => self.day(self.days_on(2)?, 3),
            "yesterday" | "hier" | "avanthier" | "last" | "ago" => Err(Unclear::Past),
            "il" if self.word(1) == "y" && self.word(2) == "a" => {
                self.at += 3;
                self.amount(0)?;
                Err(Unclear::Past)
            }
            "tonight" | "tonite" => {
                self.day(self.today(), 1)?;
                once(&mut self.heard.part, Part::Evening)
            }
            "this" | "ce" | "cet" | "cette" if part_named(self.word(1)).is_some() => self.day(self.today(), 1),
            "in" | "dans" | "ici" | "within" => self.within(word),
            "en" | "early" | "mid" | "late" | "debut" | "mi" => self.month_alone(1),
            "end" | "fin" => self.end_of(),
            "start" | "beginning" if self.word(1) == "of" => self.month_alone(2),
            "next" => self.next_something(1),
            "prochain" | "prochaine" if unit_named(self.word(1)).is_some() => self.next_something(1),
            "semaine" | "mois" | "an" | "annee" if matches!(self.word(1), "prochain" | "prochaine" | "suivante") => {
                self.next_unit(unit_named(word), 2)
            }
            "weekend" | "weekends" => self.day(self.next(Weekday::Sat)?, 1),
            "every" | "each" | "chaque" | "tous" | "toutes" | "tout" => self.every(),
            "daily" | "weekly" | "monthly" | "yearly" | "quotidiennement" | "hebdomadaire" | "mensuel" => {
                let every = match word {
                    "daily" | "quotidiennement" => Every::Days(1),
                    "weekly" | "hebdomadaire" => Every::Days(7),
                    "monthly" | "mensuel" => Every::Months(1),
                    _ => Every::Months(12),
                };
                self.at += 1;
                once(&mut self.heard.every, every)
            }
            "noon" | "midi" | "midday" => self.hour(12),
            "midnight" | "minuit" => self.hour(0),
            "at" | "a" | "vers" | "around" | "about" | "pour" => self.at_hour(),
            "on" | "the" | "le" | "la" | "les" | "by" | "for" | "from" | "this" | "ce" | "cet" | "cette" | "du"
            | "de" | "des" | "of" | "partir" | "starting" | "and" | "et" | "avant" | "before" | "au" => {
                self.filler(word)
            }
            "un" if weekday_named(self.word(1)).is_some() && self.word(2) == "sur" && self.word(3) == "deux" => {
                let day =
                    weekday_named(self.word(1)).map(|weekday| self.next(weekday)).unwrap_or(Err(Unclear::NoTime))?;
                once(&mut self.heard.every, Every::Days(14))?;
                self.day(day, 4)
            }
            _ => match part_named(word) {
                Some(part) => {
                    self.at += 1;
                    once(&mut self.heard.part, part)
                }
                None if number_named(word).is_some() && unit_named(self.word(1)).is_some() => self.number(),
                None => Err(Unclear::NoTime),
            },
        }
    }

    fn hour(&mut self, hour: u32) -> Result<(), Unclear> {
        self.at += 1;
        once(&mut self.heard.hour, (hour, 0, None))
    }

    /// A small word that belongs to what follows.
    fn filler(&mut self, word: &str) -> Result<(), Unclear> {
        self.at += 1;
        match (word, self.token(0)) {
            (_, None) => Err(Unclear::NoTime),
            ("le" | "the" | "du" | "au", Some(Token::Number(day)))
                if month_named(self.word(1)).is_none() && !matches!(self.word(1), "of" | "de") =>
            {
                if unit_named(self.word(1)).is_some() {
                    return Err(Unclear::NoTime);
                }
                self.day_of_month(*day, 1)
            }
            _ => Ok(()),
        }
    }

    /// "at 3", "à 15": an hour without its sign. Small numbers are meant for the afternoon.
    fn at_hour(&mut self) -> Result<(), Unclear> {
        match self.token(1) {
            Some(Token::Number(hour)) if unit_named(self.word(2)).is_none() && month_named(self.word(2)).is_none() => {
                let hour = u32::try_from(*hour).map_err(|_| Unclear::NoTime)?;
                if hour > 23 {
                    return Err(Unclear::NoTime);
                }
                let half = if (1..=6).contains(&hour) { Some(Half::Likely) } else { None };
                self.at += 2;
                once(&mut self.heard.hour, (hour, 0, half))
            }
            // "a week from friday", "a month from now".
            Some(Token::Word(_)) if self.word(0) == "a" && unit_named(self.word(1)).is_some() => {
                let is_counted = matches!(self.word(2), "from" | "later" | "after" | "tomorrow" | "today" | "on")
                    || weekday_named(self.word(2)).is_some();
                if self.bare == Bare::Refused && !is_counted {
                    return Err(Unclear::NoTime);
                }
                self.amount(0)
            }
            Some(Token::Word(_)) if self.word(0) == "a" && self.word(1) == "couple" && self.bare == Bare::Allowed => {
                self.amount(0)
            }
            Some(Token::Clock(..) | Token::Hours(_) | Token::Word(_)) => {
                self.at += 1;
                Ok(())
            }
            Some(Token::Date(..) | Token::Slashed(..) | Token::Ordinal(_)) if self.word(0) == "pour" => {
                self.at += 1;
                Ok(())
            }
            _ => Err(Unclear::NoTime),
        }
    }

    /// A month without a day: its first.
    pub(super) fn month_alone(&mut self, offset: usize) -> Result<(), Unclear> {
        let day = if matches!(self.word(0), "mid" | "mi") { 15 } else { 1 };
        let Some(month) = month_named(self.word(offset)) else {
            return Err(Unclear::NoTime);
        };
        self.dated_here(day, month, offset + 1)
    }

    /// "end of the month", "fin mars", "fin du mois".
    fn end_of(&mut self) -> Result<(), Unclear> {
        let mut offset = 1;
        while matches!(self.word(offset), "of" | "the" | "du" | "de" | "le") {
            offset += 1;
        }
        let first = match (self.word(offset), month_named(self.word(offset))) {
            ("month" | "mois", _) => first_of_month(self.today()),
            (_, Some(month)) => self.dated(1, month, None).map(first_of_month)?,
            _ => return Err(Unclear::NoTime),
        };
        let last = months_after(first, 1)?.pred_opt().ok_or(Unclear::TooFar)?;
        self.day(last, offset + 1)
    }

    pub(super) fn days_on(&self, days: u32) -> Result<NaiveDate, Unclear> {
        days_after(self.today(), days)
    }

    pub(super) fn next(&self, weekday: Weekday) -> Result<NaiveDate, Unclear> {
        let ahead = (7 + weekday.num_days_from_monday() - self.today().weekday().num_days_from_monday()) % 7;
        self.days_on(if ahead == 0 { 7 } else { ahead })
    }

    /// A day of a month, with the year where one follows.
    fn dated_here(&mut self, day: i64, month: u32, pieces: usize) -> Result<(), Unclear> {
        let year = match self.token(pieces) {
            Some(Token::Number(year @ 2000..=9999)) => i32::try_from(*year).ok(),
            _ => None,
        };
        self.at += pieces + usize::from(year.is_some());
        let day = u32::try_from(day).map_err(|_| Unclear::NoSuchDay)?;
        let day = self.dated(day, month, year)?;
        once(&mut self.heard.day, day)
    }

    /// A date; without a year, the next one that has it.
    fn dated(&self, day: u32, month: u32, year: Option<i32>) -> Result<NaiveDate, Unclear> {
        if let Some(year) = year {
            return NaiveDate::from_ymd_opt(year, month, day).ok_or(Unclear::NoSuchDay);
        }
        let this = self.today().year();
        // 29 February comes every four years, but for some.
        (this..=this + 8)
            .filter_map(|year| NaiveDate::from_ymd_opt(year, month, day))
            .find(|date| *date >= self.today())
            .ok_or(Unclear::NoSuchDay)
    }

    /// "the 15th": the next one that there is.
    pub(super) fn day_of_month(&mut self, day: i64, pieces: usize) -> Result<(), Unclear> {
        let wanted = u32::try_from(day).ok().filter(|day| (1..=31).contains(day)).ok_or(Unclear::NoSuchDay)?;
        let first = first_of_month(self.today());
        let day = (0..=12)
            .filter_map(|months| first.checked_add_months(Months::new(months))?.with_day(wanted))
            .find(|date| *date >= self.today())
            .ok_or(Unclear::NoSuchDay)?;
        self.day(day, pieces)
    }
}

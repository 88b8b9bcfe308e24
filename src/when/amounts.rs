//! Amounts of time: "in 2 weeks", "a week from friday", "every other day".

use super::heard::{days_after, months_after, once};
use super::reader::Reader;
use super::tokens::Token;
use super::vocabulary::{Unit, month_named, part_named, unit_named, weekday_named};
use super::{Every, Unclear};
use std::time::Duration;

/// "Every so many" of anything: more is no rhythm that anybody keeps.
const MOST_ROUNDS: u32 = 400;

impl Reader<'_> {
    /// "So many weeks", at `offset`: from now, or from a day that follows.
    pub(super) fn amount(&mut self, offset: usize) -> Result<(), Unclear> {
        // "2h", "1h30": a clock's signs.
        match self.token(offset) {
            Some(Token::Hours(hours)) => {
                let after = Duration::from_secs(u64::from(*hours) * 3600);
                self.at += offset + 1;
                return once(&mut self.heard.after, after);
            }
            Some(Token::Clock(hours, minutes, None)) => {
                let after = Duration::from_secs(u64::from(*hours) * 3600 + u64::from(*minutes) * 60);
                self.at += offset + 1;
                return once(&mut self.heard.after, after);
            }
            _ => {}
        }
        let (number, mut used) = match self.word(offset) {
            "demiheure" => {
                self.at += offset + 1;
                return once(&mut self.heard.after, Duration::from_secs(1800));
            }
            "half" if matches!(self.word(offset + 1), "an" | "a") && self.word(offset + 2) == "hour" => {
                self.at += offset + 3;
                return once(&mut self.heard.after, Duration::from_secs(1800));
            }
            "une" if self.word(offset + 1) == "demiheure" => {
                self.at += offset + 2;
                return once(&mut self.heard.after, Duration::from_secs(1800));
            }
            "a" if self.word(offset + 1) == "couple" => (2, 2 + usize::from(self.word(offset + 2) == "of")),
            _ => match self.number_at(offset) {
                Some(number) => (number, 1),
                None => return Err(Unclear::NoTime),
            },
        };
        let Some(unit) = unit_named(self.word(offset + used)) else { return Err(Unclear::NoTime) };
        used += 1;
        if number < 0 {
            self.at += offset + used;
            return Err(Unclear::Past);
        }
        // In French, eight days are a week and fifteen are two.
        let number = match (self.word(offset + used - 1), number) {
            ("jours", 8) => 7,
            ("jours", 15) => 14,
            _ => number,
        };
        let number = u32::try_from(number).map_err(|_| Unclear::TooFar)?;
        self.at += offset + used;
        let half = matches!(self.word(0), "and" | "et") && matches!(self.word(1), "a" | "demie" | "demi");
        if half && unit == Unit::Hour {
            self.at += if self.word(1) == "a" && self.word(2) == "half" { 3 } else { 2 };
            return once(&mut self.heard.after, Duration::from_secs(u64::from(number) * 3600 + 1800));
        }
        if self.word(0) == "ago" {
            self.at += 1;
            return Err(Unclear::Past);
        }
        let mut from = self.today();
        // "A week from friday"; "a week on friday", "a week tomorrow".
        let is_week = unit == Unit::Week
            && (matches!(self.word(0), "tomorrow" | "today") || weekday_named(self.word(0)).is_some());
        let says_from = matches!(self.word(0), "from" | "after" | "apres")
            || unit == Unit::Week && self.word(0) == "on" && weekday_named(self.word(1)).is_some();
        if says_from || is_week {
            self.at += usize::from(says_from);
            match (self.word(0), weekday_named(self.word(0))) {
                ("now" | "today" | "aujourdhui", _) => self.at += 1,
                ("tomorrow" | "demain", _) => {
                    from = self.days_on(1)?;
                    self.at += 1;
                }
                (_, Some(weekday)) => {
                    from = self.next(weekday)?;
                    self.at += 1;
                }
                _ => return Err(Unclear::NoTime),
            }
        } else if self.word(0) == "later" {
            self.at += 1;
        } else if self.word(0) == "plus" && self.word(1) == "tard" {
            self.at += 2;
        }
        match unit {
            Unit::Second => once(&mut self.heard.after, Duration::from_secs(u64::from(number))),
            Unit::Minute => once(&mut self.heard.after, Duration::from_secs(u64::from(number) * 60)),
            Unit::Hour => once(&mut self.heard.after, Duration::from_secs(u64::from(number) * 3600)),
            Unit::Day => once(&mut self.heard.day, days_after(from, number)?),
            Unit::Week => once(&mut self.heard.day, days_after(from, number.checked_mul(7).ok_or(Unclear::TooFar)?)?),
            Unit::Month => once(&mut self.heard.day, months_after(from, number)?),
            Unit::Year => {
                once(&mut self.heard.day, months_after(from, number.checked_mul(12).ok_or(Unclear::TooFar)?)?)
            }
        }
    }

    /// "in 2 weeks", "dans trois jours", "in the morning", "in march".
    pub(super) fn within(&mut self, word: &str) -> Result<(), Unclear> {
        let the = usize::from(matches!(self.word(1), "the" | "la" | "le"));
        if part_named(self.word(1 + the)).is_some() {
            self.at += 1 + the;
            return Ok(());
        }
        if word == "in" && month_named(self.word(1)).is_some() && self.number_at(2).is_none() {
            return self.month_alone(1);
        }
        self.amount(1)
    }

    /// "every monday", "tous les deux jours", "every other week".
    pub(super) fn every(&mut self) -> Result<(), Unclear> {
        self.at += 1;
        if matches!(self.word(0), "les" | "the" | "le" | "la") {
            self.at += 1;
        }
        if let Some(weekday) = weekday_named(self.word(0)) {
            let day = self.next(weekday)?;
            once(&mut self.heard.every, Every::Days(7))?;
            return self.day(day, 1);
        }
        if let Some(part) = part_named(self.word(0)) {
            self.at += 1;
            once(&mut self.heard.part, part)?;
            return once(&mut self.heard.every, Every::Days(1));
        }
        let (number, used) = match (self.word(0), self.number_at(0)) {
            ("other" | "second", _) => (2, 1),
            // "chaque an": here the French year, not the English "an hour".
            ("an", _) => (1, 0),
            (_, Some(number)) => (number, 1),
            _ => (1, 0),
        };
        let number = match u32::try_from(number) {
            Ok(0) | Err(_) => return Err(Unclear::Past),
            Ok(number) if number > MOST_ROUNDS => return Err(Unclear::TooFar),
            Ok(number) => number,
        };
        if used == 1
            && let Some(weekday) = weekday_named(self.word(1))
        {
            let day = self.next(weekday)?;
            once(&mut self.heard.every, Every::Days(7 * number))?;
            return self.day(day, 2);
        }
        let unit = unit_named(self.word(used)).ok_or(Unclear::NoTime)?;
        self.at += used + 1;
        let every = match unit {
            Unit::Day => Every::Days(number),
            Unit::Week => Every::Days(7 * number),
            Unit::Month => Every::Months(number),
            Unit::Year => Every::Months(12 * number),
            Unit::Second | Unit::Minute | Unit::Hour => return Err(Unclear::NoTime),
        };
        once(&mut self.heard.every, every)
    }
}

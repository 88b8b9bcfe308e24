//! Days by their names: "next week", "vendredi en huit", "tuesday next week".

use super::Unclear;
use super::heard::{days_after, months_after, once};
use super::reader::Reader;
use super::tokens::Token;
use super::vocabulary::{Unit, month_named, unit_named, weekday_named};
use crate::ids::Locale;
use chrono::Weekday;

impl Reader<'_> {
    /// "next tuesday", "next week".
    pub(super) fn next_something(&mut self, offset: usize) -> Result<(), Unclear> {
        if let Some(weekday) = weekday_named(self.word(offset)) {
            self.at += offset;
            return self.weekday(weekday);
        }
        if matches!(self.word(offset), "weekend") {
            return self.day(days_after(self.next(Weekday::Sat)?, 7)?, offset + 1);
        }
        self.next_unit(unit_named(self.word(offset)), offset + 1)
    }

    pub(super) fn next_unit(&mut self, unit: Option<Unit>, pieces: usize) -> Result<(), Unclear> {
        let day = match unit {
            // "tuesday next week": the day is said already.
            Some(Unit::Week) if self.heard.day.is_some() => {
                self.at += pieces;
                return self.in_next_week();
            }
            Some(Unit::Week) => self.next(Weekday::Mon)?,
            Some(Unit::Month) => months_after(self.today(), 1)?,
            Some(Unit::Year) => months_after(self.today(), 12)?,
            _ => return Err(Unclear::NoTime),
        };
        // "next week on tuesday".
        let skip = usize::from(matches!(self.word(pieces), "on" | "le"));
        if let (Some(Unit::Week), Some(weekday)) = (unit, weekday_named(self.word(pieces + skip))) {
            let day = days_after(day, weekday.num_days_from_monday())?;
            return self.day(day, pieces + skip + 1);
        }
        self.day(day, pieces)
    }

    /// A weekday that was said falls into the next week, whatever today is.
    pub(super) fn in_next_week(&mut self) -> Result<(), Unclear> {
        let monday = self.next(Weekday::Mon)?;
        if let Some(day) = self.heard.day.as_mut()
            && *day < monday
        {
            *day = days_after(*day, 7)?;
        }
        Ok(())
    }

    /// A weekday: the next one after today.
    pub(super) fn weekday(&mut self, weekday: Weekday) -> Result<(), Unclear> {
        let day = self.next(weekday)?;
        match (self.word(1), self.word(2)) {
            ("next", "week") => {
                self.at += 3;
                once(&mut self.heard.day, day)?;
                self.in_next_week()
            }
            ("week", _) => self.day(days_after(day, 7)?, 2),
            ("en", "huit") => self.day(days_after(day, 7)?, 3),
            ("en", "quinze") => self.day(days_after(day, 14)?, 3),
            ("prochain", _) => self.day(day, 2),
            ("qui", "vient") => self.day(day, 3),
            // "vendredi 13 mars": the date says which.
            _ => {
                self.at += 1;
                let the = usize::from(matches!(self.word(0), "the" | "le"));
                let (number, link) = (self.number_at(the), usize::from(matches!(self.word(the + 1), "of" | "de")));
                let dated = number.is_some() && month_named(self.word(the + 1 + link)).is_some();
                let month_first = month_named(self.word(the)).is_some();
                let ordinal = matches!(self.token(the), Some(Token::Ordinal(_)));
                let numbered = matches!(self.token(the), Some(Token::Number(1..=31)))
                    && unit_named(self.word(the + 1)).is_none()
                    && self.locale == Locale::Fr;
                let in_figures = matches!(self.token(0), Some(Token::Date(..) | Token::Slashed(..)));
                if dated || month_first || ordinal || numbered || in_figures {
                    self.at += the;
                    if numbered && !dated {
                        return self.day_of_month(number.unwrap_or_default(), 1);
                    }
                    return Ok(());
                }
                once(&mut self.heard.day, day)
            }
        }
    }
}

//! The board of a community: members who offer to be guests at its nights. Pure: who is free, who is asked (COACHING.md, section 1, 81: they
//! may need you one day; help others).

use super::LONGEST;
use crate::coach::cells::shares_a_word;
use crate::ids::{PersonId, named};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The most nights a month that somebody can name as their limit.
pub const MOST_MONTHLY: u32 = 31;
/// The most characters of the work that somebody can speak of.
pub const LONGEST_WORK: usize = LONGEST;
/// One guest is asked for so many people who can take part.
const PEOPLE_FOR_A_GUEST: u32 = 3;
/// The most guests that are asked to a night.
const MOST_ASKED: usize = 8;

named! {
    /// What somebody went through that others may want to hear of.
    Tag {
        /// They trained abroad.
        Abroad = "abroad",
        /// They changed career.
        Changed = "changed",
        /// They came back to work after a break.
        Returned = "returned",
    }
}

impl Tag {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Abroad, Self::Changed, Self::Returned];
}

/// What somebody offers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// The work that they can speak of, in their words.
    pub work: String,
    /// What else they can tell of.
    pub tags: Vec<Tag>,
    /// At how many nights a month at most. `None`: at any number.
    pub monthly: Option<u32>,
    /// Whether they take a break from it.
    pub paused: bool,
}

/// Somebody on the board.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Guest {
    /// Who.
    pub person: PersonId,
    /// Their account where the community is.
    pub handle: String,
    /// What they offer.
    pub offer: Offer,
    /// For how many nights of each month they were asked, or were a guest there.
    pub calls: BTreeMap<Month, u32>,
}

/// A month of a year.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Month(pub String);

impl Month {
    /// The month of a day.
    pub fn of(day: NaiveDate) -> Self {
        Self(day.format("%Y-%m").to_string())
    }
}

impl Guest {
    /// Whether they can be asked to one more night of that month.
    pub fn is_free(&self, month: &Month) -> bool {
        !self.offer.paused && !self.is_full(month)
    }

    /// Whether they were asked as often in that month as they want to be.
    pub fn is_full(&self, month: &Month) -> bool {
        self.offer.monthly.is_some_and(|most| self.calls_in(month) >= most)
    }

    fn calls_in(&self, month: &Month) -> u32 {
        self.calls.get(month).copied().unwrap_or(0)
    }

    /// Whether what they can speak of has to do with these words.
    pub fn speaks_of(&self, words: &str) -> bool {
        shares_a_word(words, &self.offer.work)
    }
}

/// Who is asked to a night. Where its topic is a field that somebody on the board speaks of, free or not, those who speak of it; or else
/// everybody. Those who were asked least come first.
pub fn to_ask<'a>(board: &'a [Guest], topic: Option<&str>, most: u32, month: &Month) -> Vec<&'a Guest> {
    let fits = |guest: &Guest| topic.is_some_and(|topic| guest.speaks_of(topic));
    let is_field = board.iter().any(fits);
    let is_meant = |guest: &&Guest| guest.is_free(month) && (!is_field || fits(guest));
    let mut asked: Vec<&Guest> = board.iter().filter(is_meant).collect();
    asked.sort_by_key(|guest| guest.calls_in(month));
    let wanted = usize::try_from(most.div_ceil(PEOPLE_FOR_A_GUEST)).unwrap_or(MOST_ASKED);
    asked.truncate(wanted.min(MOST_ASKED));
    asked
}

#[cfg(test)]
mod tests {
    use super::*;

    fn guest(name: &str, work: &str, monthly: Option<u32>, calls: u32) -> Guest {
        Guest {
            person: PersonId::from(name.to_owned()),
            handle: name.to_owned(),
            offer: Offer { work: work.to_owned(), tags: Vec::new(), monthly, paused: false },
            calls: [(march(), calls)].into(),
        }
    }

    fn march() -> Month {
        Month("2026-03".to_owned())
    }

    fn names(asked: Vec<&Guest>) -> Vec<&str> {
        asked.into_iter().map(|guest| guest.handle.as_str()).collect()
    }

    #[test]
    fn nobody_is_asked_more_often_than_they_want() {
        let board =
            [guest("ana", "nursing", Some(2), 2), guest("ben", "baking", Some(2), 1), guest("chloe", "law", None, 9)];
        assert_eq!(names(to_ask(&board, None, 12, &march())), ["ben", "chloe"]);
        // Another month begins anew.
        let april = Month("2026-04".to_owned());
        assert_eq!(names(to_ask(&board, None, 12, &april)), ["ana", "ben", "chloe"]);
    }

    #[test]
    fn who_takes_a_break_is_not_asked() {
        let mut paused = guest("ana", "nursing", None, 0);
        paused.offer.paused = true;
        assert!(to_ask(&[paused], Some("nursing"), 12, &march()).is_empty());
    }

    #[test]
    fn those_who_can_speak_of_the_topic_come_first_and_a_small_night_needs_few() {
        let board =
            [guest("ana", "nursing", None, 3), guest("ben", "baking", None, 0), guest("chloe", "nurse", None, 1)];
        assert_eq!(names(to_ask(&board, Some("nursing in hospitals"), 30, &march())), ["chloe", "ana"]);
        assert_eq!(names(to_ask(&board, Some("first questions"), 3, &march())), ["ben"]);
        // Nobody stands in for a field that is not theirs.
        let full = [guest("ana", "nursing", Some(1), 1), guest("ben", "baking", None, 0)];
        assert!(to_ask(&full, Some("nursing"), 30, &march()).is_empty());
    }
}

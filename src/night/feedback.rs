//! What people think of a round once it is over: what a guest and the observers noticed, for whoever asked, and what that one takes along.

use crate::chat::Place;
use crate::clock::Moment;
use crate::coach::criteria::{Chair, Criterion};
use crate::ids::{NightId, PersonId, named};
use serde::{Deserialize, Serialize};

/// How many lines of reflection an asker is asked for.
pub const REFLECTIONS: usize = 3;
/// The most things to try next time that an asker is told at once: more is too much to take in.
pub const MOST_NEXT: usize = 3;
/// The most characters of somebody's own words to whoever asked, and of a line of reflection.
pub const LONGEST_WORDS: usize = 400;

named! {
    /// As what somebody sat in a round.
    SatAs {
        /// They asked.
        Asker = "asker",
        /// They were the guest.
        Guest = "guest",
        /// They observed.
        Observer = "observer",
        /// They went before it was over.
        Left = "left",
        /// A host took them out of the night.
        Removed = "removed",
    }
}

impl SatAs {
    /// From which chair they saw the asker. `None`: from none.
    pub const fn chair(self) -> Option<Chair> {
        match self {
            Self::Guest => Some(Chair::Guest),
            Self::Observer => Some(Chair::Observer),
            Self::Asker | Self::Left | Self::Removed => None,
        }
    }
}

/// A round that somebody sat in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Round {
    /// Of which night.
    pub night: NightId,
    /// Where that night was.
    pub place: Place,
    /// Which one, from 1.
    pub number: u32,
    /// Whether people still talk in it: there is nothing to look back on yet.
    pub runs: bool,
    /// As what they sat in it.
    pub sat_as: SatAs,
    /// The account by which they themselves are known there.
    pub handle: String,
    /// Who asked, and their account there. `None`: nobody any more.
    pub asker: Option<(PersonId, String)>,
    /// Whether they gave feedback on it.
    pub given: bool,
    /// What they got, where they asked.
    pub received: Vec<Received>,
    /// What they noted, where they asked.
    pub reflection: Option<Vec<String>>,
}

/// A point that somebody noticed, or did not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Noticed {
    /// The point.
    pub criterion: Criterion,
    /// How it was.
    pub mark: Mark,
}

named! {
    /// How a point was.
    Mark {
        /// It worked.
        Worked = "worked",
        /// It is to be tried next time.
        Next = "next",
        /// They could not tell.
        Unseen = "unseen",
    }
}

/// Feedback on a round, for whoever asked in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Given {
    /// On which night's.
    pub night: NightId,
    /// On which round.
    pub round: u32,
    /// For whom.
    pub asker: PersonId,
    /// What was noticed.
    pub marks: Vec<Noticed>,
    /// In the giver's own words.
    pub words: Option<String>,
}

/// Feedback as the asker has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Received {
    /// From whom.
    pub by: PersonId,
    /// Their account there.
    pub handle: String,
    /// What was noticed.
    pub marks: Vec<Noticed>,
    /// In the giver's own words.
    pub words: Option<String>,
    /// When the asker chose to read the words.
    pub read_at: Option<Moment>,
}

impl Received {
    /// Whether there are words that the asker has not chosen to read yet.
    pub fn is_unread(&self) -> bool {
        self.words.is_some() && self.read_at.is_none()
    }
}

/// The points of such a mark.
pub fn marked(marks: &[Noticed], mark: Mark) -> impl Iterator<Item = Criterion> {
    marks.iter().filter(move |noticed| noticed.mark == mark).map(|noticed| noticed.criterion)
}

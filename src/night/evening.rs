//! The evening of a night: check-in, rounds, feedback, presence. Pure: what happens is given back, and said by others (SPEC 9).

mod changes;
mod rounds;

pub use changes::Noted;

use crate::clock::Moment;
use crate::coach::cells::{Roles, Turns};
use crate::coach::outreach::JobAsk;
use crate::ids::{Locale, PersonId, named};
use crate::night::Plan;
use crate::store::plans::Plan as QuestionPlan;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::time::Duration;

/// How long people can check in.
pub const CHECK_IN: Duration = Duration::from_secs(5 * 60);
/// How long the feedback after a round is; in it everybody says whether they go on.
pub const FEEDBACK: Duration = Duration::from_secs(2 * 60);
/// How long before the end of the feedback those are called who have not said so.
pub const CALLS_BEFORE: Duration = Duration::from_secs(60);
/// How long after its hour a night that nobody began opens its check-in by itself.
pub const OPENS_AFTER: Duration = Duration::from_secs(10 * 60);
/// How much too late something may be before it is told in one line how things stand, rather than said as if it were on time.
pub const LATE: Duration = Duration::from_secs(30);
/// How much too late something may be before the evening is over.
pub const TOO_LATE: Duration = Duration::from_secs(3600);
/// How long people get to say that they are there, where the bot was away at the time.
pub const AGAIN: Duration = Duration::from_secs(60);
/// How long after the first signal the second one comes at least.
const APART: Duration = Duration::from_secs(90);
/// How much of a round is left at the second signal.
const SHORT: Duration = Duration::from_secs(3 * 60);

/// How far an evening is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evening {
    /// What runs now.
    pub phase: Phase,
    /// The round that runs, or ran last. 0: none yet.
    pub round: u32,
    /// How many rounds there will be, as far as is known: until everybody has asked, unless the host said a number.
    pub rounds: u32,
    /// Everybody who came, those who came first before the others.
    pub people: Vec<Attendee>,
    /// The cells of the round.
    pub cells: Vec<Cell>,
    /// How many cells there were: each has its own number, and its thread.
    pub numbered: u32,
    /// What settles who sits with whom.
    pub seed: u64,
    /// Who acted as a host this evening: they are told what is reported.
    pub hosts: Vec<PersonId>,
}

/// What runs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Phase {
    /// People say that they are there.
    CheckIn {
        /// Until then.
        ends: Moment,
    },
    /// The cells talk.
    Talk {
        /// Since then.
        began: Moment,
        /// Until then.
        ends: Moment,
        /// The signals that were given.
        told: Vec<Signal>,
    },
    /// The cells say what they noticed, and everybody says whether they go on.
    Feedback {
        /// Until then.
        ends: Moment,
        /// Whether those who have not said so were called.
        called: Called,
    },
    /// It is over.
    Over,
}

named! {
    /// A signal while people talk.
    Signal {
        /// Two thirds of the time are over.
        Thirds = "thirds",
        /// Three minutes are left.
        Short = "short",
    }
}

/// Whether those who have not said that they go on were called.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Called {
    /// Not yet.
    No,
    /// They were, or there is nothing to call for.
    Yes,
    /// Too few were there to go on, and they were called once more.
    Again,
}

/// Somebody who came.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attendee {
    /// Who.
    pub person: PersonId,
    /// The account that they are known by where the night runs.
    pub handle: String,
    /// Whether they are there.
    pub stands: Stands,
    /// In how many rounds they sat in a cell.
    pub sat: u32,
    /// What they did so far.
    pub turns: Turns,
}

named! {
    /// Whether somebody is there.
    Stands {
        /// They said so.
        Here = "here",
        /// They were there in the last round, and are asked whether they go on.
        Asked = "asked",
        /// They did not say so when they were asked.
        Away = "away",
        /// They said that they go.
        Gone = "gone",
        /// A host took them out for this night.
        Removed = "removed",
    }
}

/// Some people who practise together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cell {
    /// Its number, from 1: what its thread is called by.
    pub number: u32,
    /// Its people, in the order in which they ask.
    pub people: Vec<PersonId>,
    /// Who is what in this round.
    pub roles: Roles,
}

/// What is known of the people of a night besides the evening itself.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Circle {
    /// Of each one.
    pub people: BTreeMap<PersonId, Companion>,
    /// Who sat together at the community's nights before, the last one first.
    pub past: Vec<Vec<(PersonId, PersonId)>>,
    /// Who is to be kept apart.
    pub apart: Vec<(PersonId, PersonId)>,
    /// The community's next night, where one is planned.
    pub next: Option<Plan>,
    /// What the community thinks of asking for work.
    pub job_ask: JobAsk,
}

/// What is known of somebody who takes part.
#[derive(Clone, Debug, PartialEq)]
pub struct Companion {
    /// The language they read.
    pub locale: Locale,
    /// The field they are curious about.
    pub field: Option<String>,
    /// Whether they did not ask at their last night.
    pub owed: bool,
    /// The work that they can speak of as a guest of the community's board, where they can be one at this night.
    pub speaks_of: Option<String>,
    /// The plan of questions that they made last.
    pub plan: Option<QuestionPlan>,
}

/// Something that happened, to be said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Happening {
    /// A round begins, in the cells as they now are. Those of higher numbers than this are new.
    Round(u32),
    /// Roles changed in the middle of a round in that cell, because that one went: for these.
    Turned(u32, PersonId, Vec<PersonId>),
    /// Somebody whose cell is no more joins that one as an observer, in the middle of a round.
    Merged(u32, PersonId),
    /// A signal.
    Signal(Signal),
    /// The time of a round is up.
    TimeUp,
    /// Those who have not said that they go on are called.
    Call,
    /// Too few have said that they go on: the others get a while longer.
    Wait,
    /// There is nobody for them to sit with in this round.
    Alone(Vec<PersonId>),
    /// They did not say that they go on, and have no place in this round.
    Missed(Vec<PersonId>),
    /// They came when every place was taken.
    NoRoom(Vec<PersonId>),
    /// The bot was away, and the evening goes on as it now stands.
    Back,
    /// It is over.
    Over(Ending),
}

/// Why an evening is over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// The rounds are done.
    Done,
    /// A host ended it.
    Ended,
    /// Fewer than two people are there.
    TooFew,
    /// The bot was away for too long.
    Away,
}

/// How the bot comes to look at an evening.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Came {
    /// Its hour has struck.
    OnTime,
    /// It was away.
    Back,
}

impl Evening {
    /// An evening whose check-in opens now.
    pub fn open(now: Moment, seed: u64, host: Option<PersonId>) -> Self {
        Self {
            phase: Phase::CheckIn { ends: now + CHECK_IN },
            round: 0,
            rounds: 0,
            people: Vec::new(),
            cells: Vec::new(),
            numbered: 0,
            seed,
            hosts: host.into_iter().collect(),
        }
    }

    /// When it is to be looked at next. `None`: it is over.
    pub fn wakes_at(&self) -> Option<Moment> {
        match &self.phase {
            Phase::CheckIn { ends } => Some(*ends),
            Phase::Talk { began, ends, told } => {
                let open = signals(*began, *ends).into_iter().filter(|(signal, _)| !told.contains(signal));
                Some(open.map(|(_, at)| at).min().unwrap_or(*ends))
            }
            Phase::Feedback { ends, called: Called::No } => Some(*ends - CALLS_BEFORE),
            Phase::Feedback { ends, called: Called::Yes | Called::Again } => Some(*ends),
            Phase::Over => None,
        }
    }

    /// When what runs ends.
    pub fn ends(&self) -> Option<Moment> {
        match &self.phase {
            Phase::CheckIn { ends } | Phase::Talk { ends, .. } | Phase::Feedback { ends, .. } => Some(*ends),
            Phase::Over => None,
        }
    }

    /// Whether no round comes after this one.
    pub fn is_last(&self) -> bool {
        self.round >= self.rounds.max(1)
    }

    /// Somebody who came.
    pub fn attendee(&self, person: &PersonId) -> Option<&Attendee> {
        self.people.iter().find(|attendee| attendee.person == *person)
    }

    /// The cell that somebody sits in.
    pub fn cell_of(&self, person: &PersonId) -> Option<&Cell> {
        self.cells.iter().find(|cell| cell.people.contains(person))
    }

    /// Those who stand so, in the order in which they came.
    pub fn standing(&self, stands: Stands) -> impl Iterator<Item = &Attendee> {
        self.people.iter().filter(move |attendee| attendee.stands == stands)
    }

    /// The account of somebody who came.
    pub fn handle(&self, person: &PersonId) -> String {
        self.attendee(person).map(|attendee| attendee.handle.clone()).unwrap_or_default()
    }

    fn attendee_mut(&mut self, person: &PersonId) -> Option<&mut Attendee> {
        self.people.iter_mut().find(|attendee| attendee.person == *person)
    }
}

/// The signals of a round, and when each is given. In a short one, three minutes from the end come before two thirds, or soon after: then that
/// says it.
fn signals(began: Moment, ends: Moment) -> Vec<(Signal, Moment)> {
    let total = ends.since(began);
    let (thirds, short) = (began + total * 2 / 3, ends - SHORT);
    let mut signals = Vec::new();
    if thirds + APART <= short {
        signals.push((Signal::Thirds, thirds));
    }
    if short > began {
        signals.push((Signal::Short, short));
    }
    signals
}

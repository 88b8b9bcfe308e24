//! Mock-interview nights: when one is, how it goes, who takes part. Pure: who gets a seat, who waits, when somebody is reminded.

pub mod board;
pub mod evening;
pub mod feedback;

use crate::chat::Place;
use crate::clock::Moment;
use crate::coach::cells;
use crate::ids::{CommunityId, Locale, NightId, PersonId, named};
use crate::zones;
use chrono::{Days, NaiveDateTime};
use chrono_tz::Tz;
use evening::{Evening, OPENS_AFTER};
use serde::{Deserialize, Serialize};
use std::time::Duration;

/// The shortest and the longest round, in minutes.
pub const MINUTES: std::ops::RangeInclusive<u32> = 5..=30;
/// How long a round is unless the host says otherwise.
pub const USUAL_MINUTES: u32 = 15;
/// The most rounds: the largest cell has so many people.
pub const MOST_ROUNDS: u32 = 4;
/// How many rounds there are where everybody asks once: a cell has three people.
const USUAL_ROUNDS: u32 = 3;
/// How long the feedback after a round is, and how long it takes to come together, in minutes.
const FEEDBACK: u32 = 2;
const COMING_TOGETHER: u32 = 10;
/// The fewest and the most people of a night.
pub const PEOPLE: std::ops::RangeInclusive<u32> = 2..=60;
/// How many people can take part unless the host says otherwise.
pub const USUAL_MOST: u32 = 30;
/// The most nights that a community has planned at a time.
pub const MOST_PLANNED: usize = 20;
/// The most characters of a topic, of the work that a guest can speak of, and of where people talk.
pub const LONGEST: usize = 120;
/// How long after its time a night that did not begin still can.
pub const STANDS: Duration = Duration::from_secs(3 * 3600);

/// A night.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Night {
    /// Its id: what its buttons carry.
    pub id: NightId,
    /// Whose it is.
    pub community: CommunityId,
    /// Its number there, from 1.
    pub number: u32,
    /// Where its card stands and where it runs.
    pub place: Place,
    /// Who planned it. `None`: they are no longer known.
    pub host: Option<PersonId>,
    /// How it is planned.
    pub plan: Plan,
    /// How far it is.
    pub status: Status,
    /// Who takes part, those who came first before the others.
    pub seats: Vec<Seat>,
    /// How the evening goes, once it has begun.
    pub evening: Option<Evening>,
}

/// How a night is planned.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    /// The language of what is said in public.
    pub locale: Locale,
    /// The zone in which its time is named.
    pub zone: Tz,
    /// What the clocks show there when it begins.
    pub wall: NaiveDateTime,
    /// When it begins.
    pub starts_at: Moment,
    /// What is practised, in the host's words. `None`: whatever people bring.
    pub topic: Option<String>,
    /// How long a round is, in minutes.
    pub minutes: u32,
    /// How many rounds there are. `None`: as many as the largest cell has people, so that everybody asks once.
    pub rounds: Option<u32>,
    /// How many people can take part.
    pub most: u32,
    /// Where the cells talk.
    pub meets: Meets,
}

/// Where the cells of a night talk.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Meets {
    /// In writing, each in a thread.
    Threads,
    /// In voice channels, as the host names them.
    Voice(String),
    /// In calls behind a link.
    Link(String),
}

named! {
    /// How far a night is.
    Status {
        /// It is ahead.
        Planned = "planned",
        /// It is under way.
        Running = "running",
        /// It took place, or nobody came.
        Over = "over",
        /// It does not take place.
        Cancelled = "cancelled",
    }
}

/// Somebody who takes part, or waits for a seat.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seat {
    /// Who.
    pub person: PersonId,
    /// The account that they are known by where the night runs.
    pub handle: String,
    /// As what they come.
    pub part: Part,
    /// When they are reminded.
    pub reminder: Reminder,
}

/// As what somebody comes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// Like everybody.
    #[default]
    Practises,
    /// As somebody who can be a guest, and speak of this work, where they said which.
    Guest(Option<String>),
}

named! {
    /// When somebody is reminded of a night.
    Reminder {
        /// The day before, at the same hour.
        Day = "day",
        /// An hour before.
        Hour = "hour",
        /// A quarter of an hour before.
        Quarter = "quarter",
        /// Not at all.
        Never = "none",
    }
}

impl Plan {
    /// How long the night takes: the rounds, two minutes of feedback after each, and a little to come together.
    pub fn lasts(&self) -> Duration {
        let rounds = self.rounds.unwrap_or(USUAL_ROUNDS);
        Duration::from_secs(60 * u64::from(rounds * (self.minutes + FEEDBACK) + COMING_TOGETHER))
    }
}

impl Reminder {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Day, Self::Hour, Self::Quarter, Self::Never];
    /// What people get who choose nothing.
    pub const USUAL: Self = Self::Hour;

    /// When it comes for a night of that plan: the day before at the same hour, also where the clocks change in between.
    fn at(self, plan: &Plan) -> Option<Moment> {
        match self {
            Self::Day => Some(zones::resolve(plan.wall.checked_sub_days(Days::new(1))?, plan.zone).moment),
            Self::Hour => Some(plan.starts_at - Duration::from_secs(3600)),
            Self::Quarter => Some(plan.starts_at - Duration::from_secs(15 * 60)),
            Self::Never => None,
        }
    }
}

impl Night {
    /// When it is to be looked at next: its check-in opens by itself a while after its hour, and what runs goes by the clock.
    pub fn wakes_at(&self) -> Option<Moment> {
        match (self.status, &self.evening) {
            (Status::Planned, _) => Some(self.plan.starts_at + OPENS_AFTER),
            (Status::Running, Some(evening)) => evening.wakes_at(),
            _ => None,
        }
    }

    /// What settles who sits with whom: another number for every night.
    pub fn seed(&self) -> u64 {
        self.plan.starts_at.0.unsigned_abs().rotate_left(20) ^ u64::from(self.number)
    }

    /// Those who have a seat.
    pub fn seated(&self) -> &[Seat] {
        &self.seats[..self.seats.len().min(self.most())]
    }

    /// Those who wait for one.
    pub fn waiting(&self) -> &[Seat] {
        &self.seats[self.seats.len().min(self.most())..]
    }

    /// Those who have a seat and can be a guest.
    pub fn guests(&self) -> impl Iterator<Item = &Seat> {
        self.seated().iter().filter(|seat| matches!(seat.part, Part::Guest(_)))
    }

    fn most(&self) -> usize {
        usize::try_from(self.plan.most).unwrap_or(cells::MOST)
    }

    /// Somebody's seat, and their place in the row of those who wait, from 1, where they wait.
    pub fn seat_of(&self, person: &PersonId) -> Option<(&Seat, Option<usize>)> {
        let at = self.seats.iter().position(|seat| seat.person == *person)?;
        Some((&self.seats[at], at.checked_sub(self.most()).map(|behind| behind + 1)))
    }

    /// Seats somebody, or changes as what they come; they keep their place in the row.
    pub fn seat(&mut self, seat: Seat) {
        match self.seats.iter_mut().find(|known| known.person == seat.person) {
            Some(known) => *known = seat,
            None => self.seats.push(seat),
        }
    }

    /// Somebody goes. Gives back who gets a seat by that.
    pub fn leave(&mut self, person: &PersonId) -> Option<&Seat> {
        let at = self.seats.iter().position(|seat| seat.person == *person)?;
        let most = self.most();
        self.seats.remove(at);
        if at < most { self.seats.get(most - 1) } else { None }
    }

    /// When somebody with a seat is to be reminded. `None`: not at all, or that moment is over.
    pub fn reminds_at(&self, seat: &Seat, now: Moment) -> Option<Moment> {
        let at = seat.reminder.at(&self.plan)?;
        let has_seat = self.seat_of(&seat.person).is_some_and(|(_, waits)| waits.is_none());
        (has_seat && self.status == Status::Planned && at > now).then_some(at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::PlatformName;

    fn night(most: u32) -> Night {
        let wall = chrono::NaiveDate::from_ymd_opt(2026, 3, 5).unwrap().and_hms_opt(19, 0, 0).unwrap();
        Night {
            id: NightId::from("n".to_owned()),
            community: CommunityId::of(PlatformName::Console, "lounge"),
            number: 1,
            place: Place::room(PlatformName::Console, "lounge"),
            host: None,
            plan: Plan {
                locale: Locale::En,
                zone: Tz::UTC,
                wall,
                starts_at: Moment(1_000_000_000),
                topic: None,
                minutes: USUAL_MINUTES,
                rounds: None,
                most,
                meets: Meets::Threads,
            },
            status: Status::Planned,
            seats: Vec::new(),
            evening: None,
        }
    }

    fn seat(name: &str) -> Seat {
        let person = PersonId::from(name.to_owned());
        Seat { person, handle: name.to_owned(), part: Part::Practises, reminder: Reminder::USUAL }
    }

    #[test]
    fn who_comes_after_the_last_seat_waits_and_moves_up() {
        let mut night = night(2);
        for name in ["ana", "ben", "chloe", "dan"] {
            night.seat(seat(name));
        }
        let waits = |night: &Night, name: &str| night.seat_of(&PersonId::from(name.to_owned())).unwrap().1;
        assert_eq!((waits(&night, "ben"), waits(&night, "chloe"), waits(&night, "dan")), (None, Some(1), Some(2)));
        // Who waits and goes frees no seat.
        assert_eq!(night.leave(&PersonId::from("dan".to_owned())), None);
        assert_eq!(night.leave(&PersonId::from("ana".to_owned())).unwrap().handle, "chloe");
        assert_eq!(night.leave(&PersonId::from("ana".to_owned())), None);
        assert_eq!((night.seated().len(), night.waiting().len()), (2, 0));
    }

    #[test]
    fn who_changes_their_mind_keeps_their_place() {
        let mut night = night(5);
        night.seat(seat("ana"));
        night.seat(seat("ben"));
        night.seat(Seat { part: Part::Guest(Some("bakery".to_owned())), ..seat("ana") });
        assert_eq!(night.seats[0].handle, "ana");
        assert_eq!(night.guests().count(), 1);
    }

    #[test]
    fn nobody_is_reminded_of_a_moment_that_is_over() {
        let mut night = night(1);
        night.seat(seat("ana"));
        night.seat(seat("ben"));
        let hour = Moment(1_000_000_000 - 3_600_000);
        assert_eq!(night.reminds_at(&night.seats[0], Moment(0)), Some(hour));
        assert_eq!(night.reminds_at(&night.seats[0], hour), None);
        // Who waits has nothing to come to yet.
        assert_eq!(night.reminds_at(&night.seats[1], Moment(0)), None);
    }

    #[test]
    fn the_day_before_is_the_same_hour_when_the_clocks_change() {
        let zone = Tz::America__Toronto;
        // The clocks leap at two in the morning of 8 March 2026.
        let wall = chrono::NaiveDate::from_ymd_opt(2026, 3, 8).unwrap().and_hms_opt(19, 0, 0).unwrap();
        let plan = Plan { zone, wall, starts_at: zones::resolve(wall, zone).moment, ..night(1).plan };
        let at = Reminder::Day.at(&plan).unwrap();
        assert_eq!(zones::on_clocks(at, zone), wall - chrono::TimeDelta::days(1));
        assert_eq!(plan.starts_at.since(at), Duration::from_secs(23 * 3600));
    }
}

//! Nudges: messages that the bot sends because their time has come. When that is, by the clock where the person is, their quiet
//! hours, their digest and a pause, is decided here, purely.

use crate::clock::Moment;
use crate::hours::{Chosen, Span, TimeOfDay, USUAL_QUIET};
use crate::ids::{NightId, PlatformName, named};
use crate::store::people::Person;
use crate::when::{Every, Meant, Start, on};
use crate::zones::{Odd, on_clocks, resolve, second};
use chrono::{Days, NaiveDateTime};
use chrono_tz::Tz;
use std::time::Duration;

/// The most nudges that wait for one person.
pub const MOST_PLANNED: usize = 100;
/// A nudge that is told later than this after its time is late.
const LATE: Duration = Duration::from_secs(10 * 60);
/// How long a nudge that was told stands in the list when nobody says that it is done.
pub const TOLD_STANDS: Duration = Duration::from_secs(14 * 24 * 3600);

/// A nudge.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Nudge {
    /// Its number: counted for each person, from 1.
    pub number: u32,
    /// What sort it is.
    pub kind: Kind,
    /// What it is about, in the person's words.
    pub words: Option<String>,
    /// Where it is told.
    pub platform: PlatformName,
    /// The zone of its times.
    pub zone: Tz,
    /// The first time it was for, on the clocks.
    pub first: NaiveDateTime,
    /// The time it is for, on the clocks.
    pub wall: NaiveDateTime,
    /// Who chose the hour.
    pub hour: HourSet,
    /// How often it comes again.
    pub every: Option<Every>,
    /// How far it is.
    pub status: Status,
    /// The moment it is for.
    pub due_at: Moment,
    /// When it is to be told, or looked at again.
    pub tell_at: Moment,
    /// When it was told last.
    pub told_at: Option<Moment>,
    /// When it was planned.
    pub made_at: Moment,
    /// The number of the draft that it is about.
    pub draft: Option<u32>,
    /// The night that it is about.
    pub night: Option<NightId>,
}

named! {
    /// What a nudge is for. A person can stop each kind.
    Kind {
        /// What the person wants to be reminded of.
        Own = "own",
        /// To practise the pitch that was kept.
        Pitch = "pitch",
        /// The plan for a meeting, on its day.
        Plan = "plan",
        /// To practise what went badly.
        Practice = "practice",
        /// To write once more to somebody who did not answer.
        FollowUp = "follow_up",
        /// A mock-interview night that the person takes part in.
        Night = "night",
        /// A night that the person is asked to as a guest of the board, where that fell into their quiet hours.
        Guest = "guest",
    }
}

named! {
    /// Who chose the hour of a nudge.
    HourSet {
        /// The person named it: quiet hours do not hold.
        Named = "named",
        /// Only the day was named: the hour is ours, and gives way to quiet hours and digest.
        Day = "day",
        /// Only a part of the day was named: the hour is ours, and gives way to quiet hours.
        Part = "part",
        /// So much time from when it was planned: it is a moment, whatever the clocks show.
        Elapsed = "elapsed",
    }
}

named! {
    /// How far a nudge is.
    Status {
        /// It is still to be told, or told again.
        Planned = "planned",
        /// It was told, and waits to be done or put off.
        Told = "told",
        /// It is done.
        Done = "done",
        /// The person does not want it any more.
        Cancelled = "cancelled",
    }
}

/// What a person wants of every nudge.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rules {
    /// When nothing is said, but for a time that the person set.
    pub quiet: Option<Span>,
    /// When the day's nudges come together.
    pub digest: Option<TimeOfDay>,
    /// Before this nothing is said at all.
    pub paused_until: Option<Moment>,
}

impl Rules {
    /// What this person wants.
    pub fn of(person: &Person) -> Self {
        let chosen = |chosen: Chosen<Span>| match chosen {
            Chosen::Some(span) => Some(span),
            Chosen::None => None,
        };
        let digest = match person.digest {
            Some(Chosen::Some(time)) => Some(time),
            _ => None,
        };
        Self {
            quiet: chosen(person.quiet.unwrap_or(Chosen::Some(USUAL_QUIET))),
            digest,
            paused_until: person.nudge_pause,
        }
    }

    /// That moment, or the end of the quiet hours that it falls into.
    pub fn out_of_quiet(&self, moment: Moment, zone: Tz) -> Moment {
        let Some(quiet) = self.quiet else { return moment };
        let wall = on_clocks(moment, zone);
        let time = TimeOfDay::of(wall);
        let over_midnight = quiet.to < quiet.from;
        let is_quiet =
            if over_midnight { time >= quiet.from || time < quiet.to } else { (quiet.from..quiet.to).contains(&time) };
        if !is_quiet {
            return moment;
        }
        let ends_tomorrow = over_midnight && time >= quiet.from;
        let day = wall.date().checked_add_days(Days::new(u64::from(ends_tomorrow))).unwrap_or(wall.date());
        resolve(on(day, quiet.to), zone).moment.max(moment)
    }
}

/// A nudge that is about to be planned: what became of the time that was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timed {
    /// The time on the clocks.
    pub wall: NaiveDateTime,
    /// The moment.
    pub moment: Moment,
    /// Who chose the hour.
    pub hour: HourSet,
    /// What is odd about the time, and what was asked for.
    pub odd: Option<(Odd, NaiveDateTime)>,
}

impl Timed {
    /// A time as the person meant it, on the clocks of a zone.
    pub fn of(meant: Meant, now: Moment, zone: Tz) -> Self {
        let (wall, hour) = match meant.start {
            Start::Hour(wall) => (wall, HourSet::Named),
            Start::Day(wall) => (wall, HourSet::Day),
            Start::Part(wall) => (wall, HourSet::Part),
            Start::After(time) => {
                let moment = now + time;
                return Self { wall: on_clocks(moment, zone), moment, hour: HourSet::Elapsed, odd: None };
            }
        };
        let resolved = resolve(wall, zone);
        // Of an hour that comes twice, the first may be over already.
        if resolved.odd == Some(Odd::Twice) && resolved.moment <= now {
            return Self { wall, moment: second(wall, zone).unwrap_or(resolved.moment), hour, odd: None };
        }
        Self { wall: resolved.wall, moment: resolved.moment, hour, odd: resolved.odd.map(|odd| (odd, wall)) }
    }

    /// What comes again is counted from the time that was asked for: on other days it exists.
    fn first(&self) -> NaiveDateTime {
        self.odd.map_or(self.wall, |(_, asked)| asked)
    }
}

/// What a nudge is to be, but for its time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wish {
    /// Its number.
    pub number: u32,
    /// What sort it is.
    pub kind: Kind,
    /// What it is about, in the person's words.
    pub words: Option<String>,
    /// Where it is told.
    pub platform: PlatformName,
    /// The zone of its times.
    pub zone: Tz,
    /// How often it comes again.
    pub every: Option<Every>,
}

impl Nudge {
    /// A nudge for a time.
    pub fn planned(wish: Wish, timed: &Timed, now: Moment) -> Self {
        let Wish { number, kind, words, platform, zone, every } = wish;
        Self {
            number,
            kind,
            words,
            platform,
            zone,
            first: timed.first(),
            wall: timed.wall,
            hour: timed.hour,
            every,
            status: Status::Planned,
            due_at: timed.moment,
            tell_at: timed.moment,
            told_at: None,
            made_at: now,
            draft: None,
            night: None,
        }
    }

    /// The nudge, to be told when these rules allow it.
    #[must_use]
    pub fn under(mut self, rules: &Rules) -> Self {
        self.tell_at = self.promised(rules);
        self
    }

    /// The nudge at another time: put off, or moved. One that comes again keeps its round: ask for another one instead.
    #[must_use]
    pub fn moved(mut self, timed: &Timed, rules: &Rules, now: Moment) -> Self {
        self.wall = timed.wall;
        self.first = timed.first();
        self.due_at = timed.moment;
        self.hour = timed.hour;
        self.status = Status::Planned;
        self.told_at = None;
        self.made_at = now;
        self.under(rules)
    }

    /// The nudge under other rules than before. A digest that was sent today already does not take in what is still ahead.
    #[must_use]
    pub fn under_new(self, rules: &Rules, now: Moment) -> Self {
        let before = self.tell_at;
        let moved = self.under(rules);
        if moved.tell_at <= now && before > now && moved.due_at > now {
            return Self { made_at: now, ..moved }.under(rules);
        }
        moved
    }

    /// The nudge on the clocks of another zone: its hour stays its hour, and so much time stays so much time.
    #[must_use]
    pub fn in_zone(mut self, zone: Tz) -> Self {
        self.zone = zone;
        match self.hour {
            HourSet::Elapsed => self.wall = on_clocks(self.due_at, zone),
            HourSet::Named | HourSet::Day | HourSet::Part => self.due_at = resolve(self.wall, zone).moment,
        }
        self
    }

    /// The nudge once it was told: over until the person says more, or planned for its next time.
    #[must_use]
    pub fn told(mut self, rules: &Rules, now: Moment) -> Self {
        self.told_at = Some(now);
        // A digest may tell a round before its hour, and an hour may come twice: the next round is after this one, too.
        let gone = on_clocks(now, self.zone).max(self.wall);
        let next = self.every.and_then(|every| every.next_after(self.first, gone));
        let Some(wall) = next else {
            self.status = Status::Told;
            return self;
        };
        let resolved = resolve(wall, self.zone);
        self.wall = resolved.wall;
        self.due_at = resolved.moment;
        self.under(rules)
    }

    /// When it is told, by the rules.
    pub fn promised(&self, rules: &Rules) -> Moment {
        let moment = match (self.hour, rules.digest) {
            (HourSet::Named | HourSet::Elapsed, _) => self.due_at,
            (HourSet::Day, Some(time)) => {
                let digest = resolve(on(self.wall.date(), time), self.zone).moment;
                // A digest that had been sent when the nudge was planned cannot hold it.
                if digest > self.made_at { digest } else { rules.out_of_quiet(self.due_at, self.zone) }
            }
            (HourSet::Part, _) | (HourSet::Day, None) => rules.out_of_quiet(self.due_at, self.zone),
        };
        rules.paused_until.map_or(moment, |until| moment.max(until))
    }

    /// What the clocks show when it is told, by the rules, but for a pause.
    pub fn expected(&self, rules: &Rules) -> NaiveDateTime {
        match self.hour {
            HourSet::Day | HourSet::Part => {
                on_clocks(self.promised(&Rules { paused_until: None, ..*rules }), self.zone)
            }
            HourSet::Named | HourSet::Elapsed => self.wall,
        }
    }

    /// What is to become of it now that its time has come.
    pub fn at(&self, now: Moment, rules: &Rules) -> Fate {
        let promised = self.promised(rules);
        if promised > now {
            return Fate::Wait(promised);
        }
        let held = rules.paused_until.is_some_and(|until| until == promised && self.due_at < until);
        if now.since(promised) <= LATE {
            return Fate::Tell(if held { Manner::Held } else { Manner::OnTime });
        }
        // Even a time that the person set is not theirs any more when it is over: quiet hours hold.
        let allowed = rules.out_of_quiet(now, self.zone);
        if allowed > now {
            return Fate::Wait(allowed);
        }
        Fate::Tell(match self.hour {
            HourSet::Day | HourSet::Part => Manner::Late,
            HourSet::Named | HourSet::Elapsed => Manner::Missed,
        })
    }
}

/// What becomes of a nudge whose time has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It is told.
    Tell(Manner),
    /// Not before then.
    Wait(Moment),
}

/// How a nudge is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Manner {
    /// Its time is now.
    OnTime,
    /// Its day was earlier.
    Late,
    /// The hour that the person named is over.
    Missed,
    /// It waited for the end of a pause.
    Held,
}

/// What is said at one time in one message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Telling {
    /// The nudges, the earliest first.
    pub nudges: Vec<(Nudge, Manner)>,
}

/// Puts what is to be told now into messages: what piled up into one, what is on time into another, so that an answer is never
/// about one of several. What the bot planned comes by itself: it has choices of its own.
pub fn tellings(nudges: Vec<(Nudge, Manner)>) -> Vec<Telling> {
    let (practices, others): (Vec<_>, Vec<_>) = nudges.into_iter().partition(|(nudge, manner)| {
        nudge.kind != Kind::Own && (*manner == Manner::OnTime || matches!(nudge.kind, Kind::Plan | Kind::Night))
    });
    let (on_time, piled): (Vec<_>, Vec<_>) = others.into_iter().partition(|(_, manner)| *manner == Manner::OnTime);
    let together = [piled, on_time].into_iter().filter(|nudges| !nudges.is_empty()).map(|nudges| Telling { nudges });
    together.chain(practices.into_iter().map(|one| Telling { nudges: vec![one] })).collect()
}

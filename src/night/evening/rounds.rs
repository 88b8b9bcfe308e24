//! From one round to the next, by the clock.

use super::{
    AGAIN, Attendee, Called, Came, Cell, Circle, Ending, Evening, FEEDBACK, Happening, LATE, Phase, Stands, TOO_LATE,
    signals,
};
use crate::clock::Moment;
use crate::coach::cells::{self, FEWEST, Formed, Known, Participant, Turns, form, roles, turned};
use crate::ids::PersonId;
use crate::night::{MOST_ROUNDS, Night, Part};
use std::mem;

/// The most rounds of a night where the host said no number: whoever can sit with nobody does not keep it going.
const MOST_ROUNDS_EVER: u32 = 8;

impl Evening {
    /// Looks at the clock. What was to happen a moment ago happens; what was missed for longer is not made up for: things go on as they
    /// should stand by now, and where people could not say that they are there, they get a moment more.
    pub fn wake(&mut self, night: &Night, circle: &Circle, came: Came, now: Moment) -> Vec<Happening> {
        let due = self.wakes_at().filter(|due| *due <= now);
        let is_late = due.is_some_and(|due| now.since(due) > LATE);
        if due.is_some_and(|due| now.since(due) > TOO_LATE) {
            return self.finish(Ending::Away);
        }
        let mut happened = Vec::new();
        if is_late {
            self.catch_up(now);
        }
        if self.phase != Phase::Over && (is_late || came == Came::Back) {
            happened.push(Happening::Back);
        }
        // Several things may be due within the same moment.
        while let Some(due) = self.wakes_at().filter(|due| *due <= now) {
            happened.extend(self.strike(night, circle, due, now));
        }
        happened
    }

    /// Passes over what was missed.
    fn catch_up(&mut self, now: Moment) {
        match &mut self.phase {
            Phase::CheckIn { ends } => *ends = (*ends).max(now + AGAIN),
            Phase::Feedback { ends, called } => {
                *ends = (*ends).max(now + AGAIN);
                if *called == Called::No {
                    *called = Called::Yes;
                }
            }
            Phase::Talk { began, ends, told } => {
                let missed = signals(*began, *ends).into_iter().filter(|(_, at)| *at <= now);
                *told = missed.map(|(signal, _)| signal).collect();
            }
            Phase::Over => {}
        }
    }

    /// What happens at the moment that is due.
    fn strike(&mut self, night: &Night, circle: &Circle, due: Moment, now: Moment) -> Vec<Happening> {
        let is_last = self.is_last();
        let (here, asked) = (self.standing(Stands::Here).count(), self.standing(Stands::Asked).count());
        let is_few = here < FEWEST && here + asked >= FEWEST;
        match &mut self.phase {
            Phase::CheckIn { .. } => self.begin_round(night, circle, due),
            Phase::Talk { began, ends, told } => {
                let signal =
                    signals(*began, *ends).into_iter().find(|(signal, at)| *at == due && !told.contains(signal));
                match signal {
                    Some((signal, _)) => {
                        told.push(signal);
                        vec![Happening::Signal(signal)]
                    }
                    // Feedback is given its whole time, however late the round ended.
                    None => self.end_talk(if now.since(due) > LATE { now } else { due }),
                }
            }
            Phase::Feedback { called: called @ Called::No, .. } => {
                *called = Called::Yes;
                let is_missing = self.standing(Stands::Asked).next().is_some();
                is_missing.then_some(Happening::Call).into_iter().collect()
            }
            Phase::Feedback { .. } if is_last => self.finish(Ending::Done),
            // Two minutes are short for somebody who is still writing: nothing ends for that alone.
            Phase::Feedback { ends, called: called @ Called::Yes } if is_few => {
                *called = Called::Again;
                *ends = due + FEEDBACK;
                vec![Happening::Wait]
            }
            Phase::Feedback { .. } => self.begin_round(night, circle, due),
            Phase::Over => Vec::new(),
        }
    }

    /// What a host brings about before its time: the first round, the feedback, the next round.
    pub fn next(&mut self, night: &Night, circle: &Circle, now: Moment) -> Vec<Happening> {
        match self.phase {
            Phase::CheckIn { .. } => self.begin_round(night, circle, now),
            Phase::Talk { .. } => self.end_talk(now),
            Phase::Feedback { .. } if self.is_last() => self.finish(Ending::Done),
            Phase::Feedback { .. } => {
                // Nobody had their time to say so: who sat there goes on.
                for attendee in self.people.iter_mut().filter(|attendee| attendee.stands == Stands::Asked) {
                    attendee.stands = Stands::Here;
                }
                self.begin_round(night, circle, now)
            }
            Phase::Over => Vec::new(),
        }
    }

    /// The time of a round is up: feedback, and in it everybody who sat in a cell says whether they go on.
    fn end_talk(&mut self, at: Moment) -> Vec<Happening> {
        let called = if self.is_last() { Called::Yes } else { Called::No };
        if !self.is_last() {
            let seated: Vec<PersonId> = self.cells.iter().flat_map(|cell| cell.people.clone()).collect();
            for attendee in self.people.iter_mut().filter(|attendee| seated.contains(&attendee.person)) {
                attendee.stands = Stands::Asked;
            }
        }
        self.phase = Phase::Feedback { ends: at + FEEDBACK, called };
        vec![Happening::TimeUp]
    }

    /// A round begins with those who are there.
    pub(super) fn begin_round(&mut self, night: &Night, circle: &Circle, at: Moment) -> Vec<Happening> {
        let mut happened = Vec::new();
        let missed: Vec<PersonId> = self.standing(Stands::Asked).map(|attendee| attendee.person.clone()).collect();
        for attendee in self.people.iter_mut().filter(|attendee| attendee.stands == Stands::Asked) {
            attendee.stands = Stands::Away;
        }
        if !missed.is_empty() {
            happened.push(Happening::Missed(missed));
        }
        // Those who have a seat come before those who wait for one.
        let mut here: Vec<&PersonId> = self.standing(Stands::Here).map(|attendee| &attendee.person).collect();
        here.sort_by_key(|person| night.seats.iter().position(|seat| seat.person == **person).unwrap_or(usize::MAX));
        let most = usize::try_from(night.plan.most).unwrap_or(cells::MOST).min(cells::MOST);
        let late: Vec<PersonId> = here.iter().skip(most).map(|person| (*person).clone()).collect();
        let in_time: Vec<PersonId> = here.into_iter().take(most).cloned().collect();
        let seed = self.seed.wrapping_add(u64::from(self.round));
        let before = mem::take(&mut self.cells);
        let seats: Vec<Vec<PersonId>> = before.iter().map(|cell| cell.people.clone()).collect();
        let Formed { cells, alone } = self.formed(night, circle, &in_time, &seats, seed);
        if cells.is_empty() {
            if !alone.is_empty() {
                happened.push(Happening::Alone(alone));
            }
            happened.extend(self.finish(Ending::TooFew));
            return happened;
        }
        self.round += 1;
        let numbered = self.numbered;
        self.seat(night, circle, cells, &before);
        self.reckon_rounds(night);
        let ends = at + std::time::Duration::from_secs(60 * u64::from(night.plan.minutes));
        self.phase = Phase::Talk { began: at, ends, told: Vec::new() };
        happened.push(Happening::Round(numbered));
        if !alone.is_empty() {
            happened.push(Happening::Alone(alone));
        }
        if !late.is_empty() {
            happened.push(Happening::NoRoom(late));
        }
        happened
    }

    /// Who sits with whom. It depends on who came when, on what is known of them, and on the night, and not on what their ids happen to be.
    fn formed(&self, night: &Night, circle: &Circle, here: &[PersonId], before: &[Vec<PersonId>], seed: u64) -> Formed {
        let place = |person: &PersonId| self.people.iter().position(|one| one.person == *person);
        let named = |person: &PersonId| place(person).map(|at| PersonId::from(format!("{at:04}")));
        let pair = |(one, other): &(PersonId, PersonId)| Some((named(one)?, named(other)?));
        let pairs = |list: &[(PersonId, PersonId)]| list.iter().filter_map(pair).collect::<Vec<_>>();
        let participants = here
            .iter()
            .filter_map(|person| Some(Participant { person: named(person)?, ..participant(night, circle, person) }));
        let participants: Vec<Participant> = participants.collect();
        let (past, apart): (Vec<_>, _) = (circle.past.iter().map(|list| pairs(list)).collect(), pairs(&circle.apart));
        let known = Known { past: &past, apart: &apart, rounds: self.rounds_left(night) };
        let formed = if self.round == 0 {
            form(&participants, known, seed)
        } else {
            let before: Vec<Vec<PersonId>> =
                before.iter().map(|cell| cell.iter().filter_map(named).collect()).collect();
            turned(&before, &participants, known, seed)
        };
        let person = |name: &PersonId| Some(self.people.get(name.as_str().parse::<usize>().ok()?)?.person.clone());
        Formed {
            cells: formed.cells.iter().map(|cell| cell.iter().filter_map(person).collect()).collect(),
            alone: formed.alone.iter().filter_map(person).collect(),
        }
    }

    /// How many rounds there will be: as many as the host said, or until everybody who sits in a cell has asked.
    pub(super) fn reckon_rounds(&mut self, night: &Night) {
        let has_not_asked =
            |person: &&PersonId| self.attendee(person).is_some_and(|attendee| attendee.turns.asked == 0);
        let to_come = self.cells.iter().map(|cell| cell.people.iter().filter(has_not_asked).count()).max();
        let to_come = u32::try_from(to_come.unwrap_or(0)).unwrap_or(MOST_ROUNDS);
        // Who came meanwhile was told of a next round.
        let waits = |one: &&Attendee| one.turns.asked == 0 && self.cell_of(&one.person).is_none();
        let awaited = u32::from(self.standing(Stands::Here).any(|one| waits(&one)));
        self.rounds = night.plan.rounds.unwrap_or((self.round + to_come.max(awaited)).min(MOST_ROUNDS_EVER));
    }

    fn rounds_left(&self, night: &Night) -> u32 {
        night.plan.rounds.unwrap_or(MOST_ROUNDS).saturating_sub(self.round)
    }

    /// Gives cells their numbers and their roles: those who stay together keep their thread.
    fn seat(&mut self, night: &Night, circle: &Circle, cells: Vec<Vec<PersonId>>, before: &[Cell]) {
        let mut taken: Vec<u32> = Vec::new();
        let mut numbered = Vec::with_capacity(cells.len());
        for people in cells {
            let shared = |cell: &Cell| cell.people.iter().filter(|person| people.contains(person)).count();
            let known = before.iter().filter(|cell| !taken.contains(&cell.number) && shared(cell) > 0);
            let number = known.max_by_key(|cell| (shared(cell), u32::MAX - cell.number)).map(|cell| cell.number);
            taken.extend(number);
            numbered.push((number, people));
        }
        for (number, mut people) in numbered {
            self.seat_volunteer(night, circle, &mut people);
            let turns = |person: &PersonId| self.attendee(person).map(|attendee| attendee.turns).unwrap_or_default();
            let Some(roles) = roles(&people, turns) else { continue };
            let number = number.unwrap_or_else(|| {
                self.numbered += 1;
                self.numbered
            });
            self.turn_of(&roles.asker, |turns| turns.asked += 1);
            self.turn_of(&roles.guest, |turns| turns.guest += 1);
            for attendee in self.people.iter_mut().filter(|attendee| people.contains(&attendee.person)) {
                attendee.sat += 1;
            }
            self.cells.push(Cell { number, people, roles });
        }
        self.cells.sort_by_key(|cell| cell.number);
    }

    /// In a cell whose people have done nothing yet, somebody who offered to be a guest is the first one, unless they are owed a turn.
    fn seat_volunteer(&self, night: &Night, circle: &Circle, people: &mut [PersonId]) {
        let is_new = |person: &PersonId| self.attendee(person).is_some_and(|one| one.turns == Turns::default());
        let participants: Vec<Participant> = people.iter().map(|person| participant(night, circle, person)).collect();
        let volunteer = participants.iter().position(|one| one.speaks_of.is_some() && !one.owed);
        let Some(at) = volunteer.filter(|_| people.iter().all(is_new)) else { return };
        match at {
            0 if participants.iter().any(|one| one.owed) => {}
            0 => people.rotate_right(1),
            at => people.swap(1, at),
        }
    }

    /// Counts whose turn it was.
    pub(super) fn turn_of(&mut self, person: &PersonId, count: impl FnOnce(&mut Turns)) {
        if let Some(attendee) = self.attendee_mut(person) {
            count(&mut attendee.turns);
        }
    }

    /// Ends it.
    pub fn finish(&mut self, ending: Ending) -> Vec<Happening> {
        if self.phase == Phase::Over {
            return Vec::new();
        }
        self.phase = Phase::Over;
        vec![Happening::Over(ending)]
    }
}

fn participant(night: &Night, circle: &Circle, person: &PersonId) -> Participant {
    let companion = circle.people.get(person);
    let offered = night.seats.iter().find(|seat| seat.person == *person).and_then(|seat| match &seat.part {
        Part::Guest(work) => Some(work.clone().unwrap_or_default()),
        Part::Practises => None,
    });
    let speaks_of = offered.or_else(|| companion.and_then(|companion| companion.speaks_of.clone()));
    Participant {
        person: person.clone(),
        curious_about: companion.and_then(|companion| companion.field.clone()),
        speaks_of,
        owed: companion.is_some_and(|companion| companion.owed),
    }
}

/// Whether the two are not to be kept apart.
pub(super) fn gets_on(circle: &Circle, one: &PersonId, other: &PersonId) -> bool {
    !circle.apart.iter().any(|(first, second)| (first, second) == (one, other) || (second, first) == (one, other))
}

/// Whether a cell can spare a seat for somebody.
pub(super) fn has_seat(circle: &Circle, cell: &Cell, person: &PersonId) -> bool {
    (FEWEST..cells::LARGEST).contains(&cell.people.len())
        && cell.people.iter().all(|other| gets_on(circle, person, other))
}

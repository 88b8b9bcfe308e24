//! What people and hosts change while the clock runs: somebody comes, goes, is taken out; there is more time.

use super::rounds::has_seat;
use super::{Attendee, Cell, Circle, Ending, Evening, Happening, Phase, Stands, signals};
use crate::clock::Moment;
use crate::coach::cells::{FEWEST, Roles, Turns, roles};
use crate::ids::PersonId;
use crate::night::Night;
use std::time::Duration;

/// What becomes of somebody who says that they are there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Noted {
    /// They are in for the round that comes next.
    ForNext,
    /// They sit in a cell already, and its round runs.
    Seated,
    /// They come in the last round: there is no other.
    TooLate,
    /// A host took them out.
    Removed,
    /// The evening is over.
    Over,
}

impl Evening {
    /// Somebody says that they are there.
    pub fn here(&mut self, person: &PersonId, handle: &str) -> Noted {
        let is_last = matches!(self.phase, Phase::Talk { .. } | Phase::Feedback { .. }) && self.is_last();
        let is_seated = matches!(self.phase, Phase::Talk { .. }) && self.cell_of(person).is_some();
        match self.attendee(person).map(|attendee| attendee.stands) {
            _ if self.phase == Phase::Over => return Noted::Over,
            Some(Stands::Removed) => return Noted::Removed,
            _ if is_seated => return Noted::Seated,
            _ if is_last => return Noted::TooLate,
            Some(_) => {
                if let Some(attendee) = self.attendee_mut(person) {
                    attendee.stands = Stands::Here;
                }
            }
            None => self.people.push(Attendee {
                person: person.clone(),
                handle: handle.to_owned(),
                stands: Stands::Here,
                sat: 0,
                turns: Turns::default(),
            }),
        }
        Noted::ForNext
    }

    /// Somebody goes for this evening, by their own will or a host's.
    pub fn go(
        &mut self,
        night: &Night,
        circle: &Circle,
        person: &PersonId,
        stands: Stands,
        now: Moment,
    ) -> Vec<Happening> {
        // Who was taken out stays out, whatever they say.
        if self.attendee(person).is_some_and(|attendee| attendee.stands == Stands::Removed) {
            return Vec::new();
        }
        let handle = night.seats.iter().find(|seat| seat.person == *person).map(|seat| seat.handle.clone());
        match (self.attendee_mut(person), handle) {
            (Some(attendee), _) => attendee.stands = stands,
            // They have not come yet, and do not.
            (None, handle) => self.people.push(Attendee {
                person: person.clone(),
                handle: handle.unwrap_or_default(),
                stands,
                sat: 0,
                turns: Turns::default(),
            }),
        }
        let Some(at) = self.cells.iter().position(|cell| cell.people.contains(person)) else { return Vec::new() };
        self.cells[at].people.retain(|other| other != person);
        if !matches!(self.phase, Phase::Talk { .. }) {
            self.cells.retain(|cell| !cell.people.is_empty());
            return Vec::new();
        }
        let mut happened = Vec::new();
        if self.cells[at].people.len() >= FEWEST {
            let changed = self.recast(at, person);
            happened.push(Happening::Turned(self.cells[at].number, person.clone(), changed));
            self.reckon_rounds(night);
            return happened;
        }
        let left = self.cells.remove(at);
        for alone in left.people {
            happened.extend(self.place(circle, alone));
        }
        if !self.cells.is_empty() {
            self.reckon_rounds(night);
            return happened;
        }
        // No cell is left: those who are there make new ones at once, or it is over.
        if self.is_last() && night.plan.rounds.is_some() {
            happened.retain(|what| !matches!(what, Happening::Alone(_)));
            happened.extend(self.finish(Ending::Done));
        } else if self.standing(Stands::Here).count() >= FEWEST {
            happened.retain(|what| !matches!(what, Happening::Alone(_)));
            happened.extend(self.begin_round(night, circle, now));
        } else {
            happened.extend(self.finish(Ending::TooFew));
        }
        happened
    }

    /// Somebody is left alone in the middle of a round.
    fn place(&mut self, circle: &Circle, person: PersonId) -> Option<Happening> {
        let fits = self.cells.iter_mut().filter(|cell| has_seat(circle, cell, &person));
        match fits.min_by_key(|cell| cell.people.len()) {
            Some(cell) => {
                cell.people.push(person.clone());
                cell.roles.observers.push(person.clone());
                let number = cell.number;
                Some(Happening::Merged(number, person))
            }
            None => Some(Happening::Alone(vec![person])),
        }
    }

    /// Who goes on as what in a cell that somebody left: the asker goes on asking, and whoever observed takes the seat that is free. Gives
    /// back whose role is another now.
    fn recast(&mut self, at: usize, gone: &PersonId) -> Vec<PersonId> {
        let Cell { people, roles: was, .. } = self.cells[at].clone();
        let observers: Vec<PersonId> = was.observers.iter().filter(|person| *person != gone).cloned().collect();
        let turns = |person: &PersonId| self.attendee(person).map(|attendee| attendee.turns).unwrap_or_default();
        let cast = match (was.asker == *gone, was.guest == *gone) {
            (false, false) => Some(Roles { observers, ..was.clone() }),
            (false, true) => observers.split_first().map(|(guest, rest)| Roles {
                asker: was.asker.clone(),
                guest: guest.clone(),
                observers: rest.to_vec(),
            }),
            (true, _) => observers.split_first().map(|(asker, rest)| Roles {
                asker: asker.clone(),
                guest: was.guest.clone(),
                observers: rest.to_vec(),
            }),
        };
        let Some(cast) = cast.or_else(|| roles(&people, turns)) else { return Vec::new() };
        let mut changed = Vec::new();
        if cast.asker != was.asker {
            changed.push(cast.asker.clone());
            self.turn_of(&cast.asker, |turns| turns.asked += 1);
        }
        if cast.guest != was.guest {
            changed.push(cast.guest.clone());
            self.turn_of(&cast.guest, |turns| turns.guest += 1);
        }
        self.cells[at].roles = cast;
        changed
    }

    /// More time for what runs. `false`: it is over. A signal that was given and is ahead again is given again.
    pub fn extend(&mut self, by: Duration, now: Moment) -> bool {
        match &mut self.phase {
            Phase::CheckIn { ends } | Phase::Feedback { ends, .. } => *ends = *ends + by,
            Phase::Talk { began, ends, told } => {
                *ends = *ends + by;
                let over = signals(*began, *ends).into_iter().filter(|(_, at)| *at <= now);
                *told = over.map(|(signal, _)| signal).collect();
            }
            Phase::Over => return false,
        }
        true
    }
}

//! The search for good cells: from several shuffles, people change seats as long as that makes it better.

use super::{Known, NIGHTS_BACK, Participant};
use crate::ids::PersonId;
use rand::SeedableRng as _;
use rand::rngs::StdRng;
use rand::seq::SliceRandom as _;
use std::collections::HashMap;

/// What two people cost who are to be kept apart. All else together costs less.
const APART: i64 = 1_000_000_000;
/// What two cost who sat together at their last night, above all older nights together.
const LAST_NIGHT: i64 = 10_000;
/// What two cost who sat together at the night before that; half as much for each night further back.
const NIGHT_BEFORE: i64 = 1_024;
/// What somebody costs who was to ask first and would not ask at all.
const NOT_ASKING: i64 = 300;
/// What two guests cost who sit together while others have none.
const TWO_GUESTS: i64 = 60;
/// What it is worth that somebody sits with a guest of their field.
const FIELD: i64 = 40;
/// How many shuffles are tried. One that cannot be done is given up after more of them.
const SHUFFLES: usize = 4;
const MOST_SHUFFLES: usize = 24;

/// How a shape was filled.
pub enum Settled {
    /// Nobody sits with somebody to be kept apart from. Each cell is in the order in which its people ask.
    Whole(Vec<Vec<usize>>),
    /// That was not to be had.
    Not,
}

/// People, by their place in a list, and what it costs to put two of them together.
pub struct Search<'a> {
    people: &'a [&'a Participant],
    costs: Vec<i64>,
    rounds: usize,
    seed: u64,
}

impl<'a> Search<'a> {
    pub fn new(people: &'a [&'a Participant], known: Known<'_>, seed: u64) -> Self {
        let count = people.len();
        let mut costs = vec![0; count * count];
        let places: HashMap<&PersonId, usize> =
            people.iter().enumerate().map(|(at, participant)| (&participant.person, at)).collect();
        let mut add = |pair: &(PersonId, PersonId), cost: i64| {
            if let (Some(&one), Some(&other)) = (places.get(&pair.0), places.get(&pair.1))
                && one != other
            {
                costs[one * count + other] += cost;
                costs[other * count + one] += cost;
            }
        };
        for (back, night) in known.past.iter().take(NIGHTS_BACK).enumerate() {
            let cost = if back == 0 { LAST_NIGHT } else { (NIGHT_BEFORE >> (back - 1)).max(1) };
            night.iter().for_each(|pair| add(pair, cost));
        }
        known.apart.iter().for_each(|pair| add(pair, APART));
        for (one, asker) in people.iter().enumerate() {
            for (other, guest) in people.iter().enumerate() {
                if one != other && asker.would_ask(guest) {
                    costs[one * count + other] -= FIELD;
                    costs[other * count + one] -= FIELD;
                }
                if one != other && asker.speaks_of.is_some() && guest.speaks_of.is_some() {
                    costs[one * count + other] += TWO_GUESTS;
                }
            }
        }
        Self { people, costs, rounds: usize::try_from(known.rounds).unwrap_or(usize::MAX), seed }
    }

    fn between(&self, one: usize, other: usize) -> i64 {
        self.costs[one * self.people.len() + other]
    }

    fn cost(&self, cell: &[usize]) -> i64 {
        let pairs: i64 = (0..cell.len())
            .flat_map(|at| (at + 1..cell.len()).map(move |next| (at, next)))
            .map(|(at, next)| self.between(cell[at], cell[next]))
            .sum();
        let owed = cell.iter().filter(|&&at| self.people[at].owed).count();
        let silent = if self.rounds == 0 { 0 } else { owed.saturating_sub(self.rounds) };
        pairs + i64::try_from(silent).unwrap_or(0) * NOT_ASKING
    }

    /// The person who is to be kept apart from the most others.
    pub fn hardest(&self) -> usize {
        let refused = |at: usize| (0..self.people.len()).filter(|&other| self.between(at, other) >= APART / 2).count();
        (0..self.people.len()).max_by_key(|&at| (refused(at), std::cmp::Reverse(at))).unwrap_or(0)
    }

    /// Fills cells of these sizes.
    pub fn settle(&self, sizes: &[usize]) -> Settled {
        let mut random = StdRng::seed_from_u64(self.seed);
        let mut best: Option<(i64, Vec<Vec<usize>>)> = None;
        for tried in 0..MOST_SHUFFLES {
            if tried >= SHUFFLES && best.as_ref().is_some_and(|(cost, _)| *cost < APART / 2) {
                break;
            }
            let mut order: Vec<usize> = (0..self.people.len()).collect();
            order.shuffle(&mut random);
            let mut left = order.into_iter();
            let mut cells: Vec<Vec<usize>> = sizes.iter().map(|&size| left.by_ref().take(size).collect()).collect();
            let cost = self.improve(&mut cells);
            if best.as_ref().is_none_or(|(least, _)| cost < *least) {
                best = Some((cost, cells));
            }
        }
        match best {
            Some((cost, mut cells)) if cost < APART / 2 => {
                cells.iter_mut().for_each(|cell| self.order(cell));
                Settled::Whole(cells)
            }
            _ => Settled::Not,
        }
    }

    /// Lets two people change seats as long as that makes it better. Gives back what all cells cost then.
    fn improve(&self, cells: &mut [Vec<usize>]) -> i64 {
        loop {
            let mut changed = false;
            for one in 0..cells.len() {
                for other in one + 1..cells.len() {
                    changed |= self.improve_two(cells, one, other);
                }
            }
            if !changed {
                return cells.iter().map(|cell| self.cost(cell)).sum();
            }
        }
    }

    fn improve_two(&self, cells: &mut [Vec<usize>], one: usize, other: usize) -> bool {
        let mut changed = false;
        let mut cost = self.cost(&cells[one]) + self.cost(&cells[other]);
        for here in 0..cells[one].len() {
            for there in 0..cells[other].len() {
                let (left, right) = cells.split_at_mut(other);
                std::mem::swap(&mut left[one][here], &mut right[0][there]);
                let now = self.cost(&left[one]) + self.cost(&right[0]);
                if now < cost {
                    (cost, changed) = (now, true);
                } else {
                    std::mem::swap(&mut left[one][here], &mut right[0][there]);
                }
            }
        }
        changed
    }

    /// Puts the people of a cell in the order in which they ask. Each is the guest of the one before: those who are owed come first, and
    /// guests are asked by whoever is curious about their field.
    fn order(&self, cell: &mut Vec<usize>) {
        let worth = |order: &[usize]| {
            let late: usize = order.iter().enumerate().filter(|(_, at)| self.people[**at].owed).map(|(at, _)| at).sum();
            let asked = |at: usize| self.people[order[at]].would_ask(self.people[order[(at + 1) % order.len()]]);
            (std::cmp::Reverse(late), (0..order.len()).filter(|&at| asked(at)).count())
        };
        let mut best = cell.clone();
        let mut order = cell.clone();
        permute(&mut order, 0, &mut |order| {
            if worth(order) > worth(&best) {
                best = order.to_vec();
            }
        });
        *cell = best;
    }
}

/// Calls with every order of what stands from `from` on.
fn permute(order: &mut Vec<usize>, from: usize, call: &mut impl FnMut(&[usize])) {
    if from + 1 >= order.len() {
        return call(order);
    }
    for at in from..order.len() {
        order.swap(from, at);
        permute(order, from + 1, call);
        order.swap(from, at);
    }
}

//! From one round to the next: who came, who went, whose turn it is.

use super::{FEWEST, Formed, Known, LARGEST, Participant, form};
use crate::ids::PersonId;
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;

/// What somebody did at this night so far.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Turns {
    /// How many times they asked.
    pub asked: u32,
    /// How many times they were the guest.
    pub guest: u32,
}

/// Who is what in a cell for a round.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Roles {
    /// Who leads the conversation.
    pub asker: PersonId,
    /// Who is asked.
    pub guest: PersonId,
    /// Who watches: nobody in a pair, two in a cell of four.
    pub observers: Vec<PersonId>,
}

/// Whose turn it is in a cell. Whoever asked least asks, in the cell's order; whoever was the guest least is asked, first the one who comes
/// next. `None` for a cell of fewer than two.
pub fn roles(cell: &[PersonId], turns: impl Fn(&PersonId) -> Turns) -> Option<Roles> {
    let (first, asker) = cell.iter().enumerate().min_by_key(|(at, person)| (turns(person).asked, *at))?;
    let after = |at: usize| (at + cell.len() - first) % cell.len();
    let others = cell.iter().enumerate().filter(|(at, _)| *at != first);
    let (chosen, guest) = others.min_by_key(|(at, person)| (turns(person).guest, after(*at)))?;
    let observers = cell.iter().enumerate().filter(|(at, _)| *at != first && *at != chosen);
    Some(Roles {
        asker: asker.clone(),
        guest: guest.clone(),
        observers: observers.map(|(_, person)| person.clone()).collect(),
    })
}

/// The cells of the next round, with those who are there: who stays keeps their cell, unless somebody there is to be kept apart by now, who came late joins the smallest, and where one person
/// is left, that cell is merged.
pub fn turned(before: &[Vec<PersonId>], here: &[Participant], known: Known<'_>, seed: u64) -> Formed {
    let is_here = |person: &PersonId| here.iter().any(|participant| participant.person == *person);
    let mut cells: Vec<Vec<PersonId>> = before
        .iter()
        .map(|cell| cell.iter().filter(|person| is_here(person)).cloned().collect::<Vec<_>>())
        .filter(|cell| cell.len() >= FEWEST && all_get_on(known, cell))
        .collect();
    let seated = |cells: &[Vec<PersonId>], person: &PersonId| cells.iter().any(|cell| cell.contains(person));
    let mut unseated: Vec<Participant> =
        here.iter().filter(|participant| !seated(&cells, &participant.person)).cloned().collect();
    unseated.sort_by(|one, other| one.person.cmp(&other.person));
    // A pair becomes a three first; then those who are left make cells of their own; then a three becomes a four.
    unseated.retain(|participant| !join(&mut cells, participant, FEWEST + 1, known));
    if unseated.len() >= FEWEST {
        let formed = form(&unseated, known, seed);
        cells.extend(formed.cells);
        unseated.retain(|participant| formed.alone.contains(&participant.person));
    }
    unseated.retain(|participant| !join(&mut cells, participant, LARGEST, known));
    unseated.retain(|participant| !pair_up(&mut cells, participant, known));
    if unseated.is_empty() {
        return Formed { cells, alone: Vec::new() };
    }
    // Those cells have no seat for somebody: perhaps others have.
    let anew = form(here, known, seed);
    if anew.alone.len() < unseated.len() {
        return anew;
    }
    Formed { cells, alone: unseated.into_iter().map(|participant| participant.person).collect() }
}

/// Whether nobody of a cell is to be kept apart from another.
fn all_get_on(known: Known<'_>, cell: &[PersonId]) -> bool {
    (1..cell.len()).all(|at| cell[..at].iter().all(|other| gets_on(known, &cell[at], other)))
}

fn gets_on(known: Known<'_>, person: &PersonId, other: &PersonId) -> bool {
    !known.apart.iter().any(|(one, two)| (one, two) == (person, other) || (two, one) == (person, other))
}

/// Seats somebody in the smallest cell that has fewer than `most` people and nobody to be kept apart from.
fn join(cells: &mut [Vec<PersonId>], participant: &Participant, most: usize, known: Known<'_>) -> bool {
    let fits = |cell: &&mut Vec<PersonId>| {
        cell.len() < most && cell.iter().all(|other| gets_on(known, &participant.person, other))
    };
    match cells.iter_mut().filter(fits).min_by_key(|cell| cell.len()) {
        Some(cell) => {
            cell.push(participant.person.clone());
            true
        }
        None => false,
    }
}

/// Makes a pair with somebody of the largest cell that can spare one.
fn pair_up(cells: &mut Vec<Vec<PersonId>>, participant: &Participant, known: Known<'_>) -> bool {
    let mut order: Vec<usize> = (0..cells.len()).filter(|&at| cells[at].len() > FEWEST).collect();
    order.sort_by_key(|&at| Reverse(cells[at].len()));
    for at in order {
        if let Some(seat) = cells[at].iter().rposition(|other| gets_on(known, &participant.person, other)) {
            let other = cells[at].remove(seat);
            cells.push(vec![other, participant.person.clone()]);
            return true;
        }
    }
    false
}

//! Whoever takes part, and however they come and go: the promises of a night's cells.

use proptest::prelude::*;
use rapport::coach::cells::{FEWEST, Formed, Known, LARGEST, Participant, Turns, form, roles, turned};
use rapport::ids::PersonId;
use std::collections::{BTreeMap, BTreeSet};

type Pairs = Vec<(PersonId, PersonId)>;

fn person(number: usize) -> PersonId {
    PersonId::from(format!("p{number:02}"))
}

fn participant(number: usize, kind: u8) -> Participant {
    let field = |kind| ["nursing", "carpentry", "public service"][usize::from(kind % 3)].to_owned();
    Participant {
        curious_about: (kind & 1 == 1).then(|| field(kind)),
        speaks_of: (kind & 6 == 6).then(|| field(kind / 2)),
        owed: kind & 8 == 8,
        ..Participant::new(person(number))
    }
}

fn pairs(among: usize, most: usize) -> impl Strategy<Value = Pairs> {
    let two = (0..among, 0..among).prop_filter("two people", |(one, other)| one != other);
    prop::collection::vec(two.prop_map(|(one, other)| (person(one), person(other))), 0..most)
}

fn sits_together(formed: &Formed, pair: &(PersonId, PersonId)) -> bool {
    formed.cells.iter().any(|cell| cell.contains(&pair.0) && cell.contains(&pair.1))
}

/// Everyone is there exactly once, cells are neither too small nor too large, and nobody sits with somebody to be kept apart from.
fn holds(formed: &Formed, people: &[Participant], apart: &Pairs) -> Result<(), TestCaseError> {
    let seats: Vec<&PersonId> = formed.cells.iter().flatten().chain(&formed.alone).collect();
    let seated: BTreeSet<&PersonId> = seats.iter().copied().collect();
    prop_assert_eq!(seats.len(), seated.len(), "somebody has two seats: {:?}", formed);
    prop_assert_eq!(seated, people.iter().map(|one| &one.person).collect::<BTreeSet<_>>());
    for cell in &formed.cells {
        prop_assert!((FEWEST..=LARGEST).contains(&cell.len()), "{:?}", cell);
    }
    for pair in apart {
        prop_assert!(!sits_together(formed, pair), "{:?} in {:?}", pair, formed);
    }
    Ok(())
}

/// Plays rounds without anybody coming or going: as many as the largest cell has people.
fn everyone_asks(formed: &Formed) -> Result<(), TestCaseError> {
    let rounds = formed.cells.iter().map(Vec::len).max().unwrap_or(0);
    let mut turns: BTreeMap<PersonId, Turns> = BTreeMap::new();
    for round in 0..rounds {
        for cell in &formed.cells {
            let now = roles(cell, |one| turns.get(one).copied().unwrap_or_default());
            let now = now.expect("a cell has two people at least");
            let mut there = vec![now.asker.clone(), now.guest.clone()];
            there.extend(now.observers.iter().cloned());
            prop_assert_eq!(there.iter().collect::<BTreeSet<_>>(), cell.iter().collect::<BTreeSet<_>>());
            prop_assert_eq!(there.len(), cell.len());
            turns.entry(now.asker).or_default().asked += 1;
            turns.entry(now.guest).or_default().guest += 1;
            if round + 1 == cell.len() {
                for one in cell {
                    let done = turns.get(one).copied().unwrap_or_default();
                    prop_assert_eq!((done.asked, done.guest), (1, 1), "{} in {:?}", one, cell);
                }
            }
        }
    }
    for one in formed.cells.iter().flatten() {
        prop_assert!(turns.get(one).is_some_and(|done| done.asked >= 1), "{} never asked", one);
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn everyone_sits_once_and_asks_once_and_nobody_sits_with_whom_they_avoid(
        kinds in prop::collection::vec(any::<u8>(), 2..=60),
        past in prop::collection::vec(pairs(60, 90), 0..4),
        apart in pairs(60, 12),
        seed in any::<u64>(),
    ) {
        let mut people: Vec<Participant> = kinds.iter().enumerate().map(|(at, kind)| participant(at, *kind)).collect();
        let known = Known { past: &past, apart: &apart, rounds: 3 };
        let formed = form(&people, known, seed);
        holds(&formed, &people, &apart)?;
        everyone_asks(&formed)?;
        let refused = |one: &PersonId| apart.iter().filter(|(a, b)| a == one || b == one).count();
        for one in &formed.alone {
            prop_assert!(refused(one) > 0, "{} avoids nobody, and is left over", one);
        }
        if apart.is_empty() {
            let odd = formed.cells.iter().filter(|cell| cell.len() != 3).count();
            prop_assert!(odd <= 1 && formed.alone.is_empty(), "{:?}", formed);
        }
        // The same people in another order, and the same seed: the same cells.
        people.reverse();
        prop_assert_eq!(form(&people, known, seed), formed);
    }

    #[test]
    fn however_people_come_and_go_the_next_round_has_a_seat_for_them(
        kinds in prop::collection::vec(any::<u8>(), 2..=30),
        here in prop::collection::vec(prop::collection::vec(any::<bool>(), 30), 1..5),
        apart in pairs(30, 6),
        seed in any::<u64>(),
    ) {
        let everybody: Vec<Participant> = kinds.iter().enumerate().map(|(at, kind)| participant(at, *kind)).collect();
        let known = Known { past: &[], apart: &apart, rounds: 3 };
        let mut formed = form(&everybody, known, seed);
        for there in here {
            let present: Vec<Participant> =
                everybody.iter().zip(&there).filter(|(_, here)| **here).map(|(one, _)| one.clone()).collect();
            formed = turned(&formed.cells, &present, known, seed);
            holds(&formed, &present, &apart)?;
            if present.len() >= 2 && apart.is_empty() {
                prop_assert!(formed.alone.is_empty(), "{:?}", formed);
            }
        }
    }

    #[test]
    fn nobody_sits_with_those_of_last_time_where_that_can_be_helped(cells in 3..=20usize, seed in any::<u64>()) {
        let people: Vec<Participant> = (0..cells * 3).map(|at| participant(at, 0)).collect();
        let mut past: Vec<Pairs> = Vec::new();
        for night in 0..3u64 {
            let formed = form(&people, Known { past: &past, ..Known::default() }, seed.wrapping_add(night));
            let together: Pairs = formed.cells.iter().flat_map(|cell| {
                let pair = |one: usize, other: usize| (cell[one].clone(), cell[other].clone());
                [pair(0, 1), pair(0, 2), pair(1, 2)]
            }).collect();
            if let Some(last) = past.first() {
                for pair in last {
                    prop_assert!(!sits_together(&formed, pair), "night {}: {:?} again", night, pair);
                }
            }
            past.insert(0, together);
        }
    }
}

//! Evenings under whatever happens: people come, go, are taken out and fall silent, hosts press on, the bot is away.

use proptest::collection::vec;
use proptest::prelude::*;
use rapport::chat::Place;
use rapport::clock::Moment;
use rapport::ids::{CommunityId, Locale, NightId, PersonId, PlatformName};
use rapport::night::evening::{Came, Circle, Ending, Evening, Happening, Phase, Signal, Stands};
use rapport::night::{Meets, Night, Plan, Status};
use std::collections::BTreeSet;
use std::time::Duration;

const BEGINS: Moment = Moment(1_773_360_000_000);

fn night(minutes: u32, rounds: Option<u32>) -> Night {
    Night {
        id: NightId::from("n".to_owned()),
        community: CommunityId::of(PlatformName::Console, "lounge"),
        number: 1,
        place: Place::room(PlatformName::Console, "lounge"),
        host: None,
        plan: Plan {
            locale: Locale::En,
            zone: chrono_tz::Tz::UTC,
            wall: "2026-03-12T19:00:00".parse().unwrap(),
            starts_at: BEGINS,
            topic: None,
            minutes,
            rounds,
            most: 30,
            meets: Meets::Threads,
        },
        status: Status::Running,
        seats: Vec::new(),
        evening: None,
    }
}

fn person(number: usize) -> PersonId {
    PersonId::from(format!("p{number:02}"))
}

#[derive(Clone, Debug)]
enum Act {
    Here(usize),
    Go(usize),
    Remove(usize),
    Next,
    Extend(u64),
    /// So many seconds go by, and everything happens at its moment.
    Pass(u64),
    /// The bot is away for so many seconds.
    Away(u64),
}

fn any_act() -> impl Strategy<Value = Act> {
    prop_oneof![
        6 => (0usize..14).prop_map(Act::Here),
        2 => (0usize..14).prop_map(Act::Go),
        1 => (0usize..14).prop_map(Act::Remove),
        1 => Just(Act::Next),
        1 => (1u64..10).prop_map(|minutes| Act::Extend(minutes * 60)),
        4 => (1u64..700).prop_map(Act::Pass),
        1 => (1u64..5_000).prop_map(Act::Away),
    ]
}

/// What must hold at every moment.
fn check(evening: &Evening, circle: &Circle) -> Result<(), TestCaseError> {
    let mut seated = BTreeSet::new();
    let mut numbers = BTreeSet::new();
    for cell in &evening.cells {
        prop_assert!(numbers.insert(cell.number), "two cells of one number: {evening:?}");
        prop_assert!(cell.number <= evening.numbered);
        for one in &cell.people {
            prop_assert!(seated.insert(one.clone()), "somebody sits twice: {evening:?}");
            let stands = evening.attendee(one).unwrap().stands;
            prop_assert!(!matches!(stands, Stands::Gone | Stands::Removed), "who went still sits: {evening:?}");
            for other in &cell.people {
                prop_assert!(!circle.apart.contains(&(one.clone(), other.clone())), "two sit together: {evening:?}");
            }
        }
        if matches!(evening.phase, Phase::Talk { .. }) {
            prop_assert!((2..=4).contains(&cell.people.len()), "{evening:?}");
            let roles = &cell.roles;
            let mut named = vec![roles.asker.clone(), roles.guest.clone()];
            named.extend(roles.observers.clone());
            named.sort();
            let mut people = cell.people.clone();
            people.sort();
            prop_assert_eq!(named, people, "everybody has one role");
        }
    }
    prop_assert_eq!(evening.wakes_at().is_none(), evening.phase == Phase::Over);
    prop_assert!(!(matches!(evening.phase, Phase::Talk { .. }) && evening.cells.is_empty()), "{evening:?}");
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn an_evening_holds_together_whatever_happens(
        acts in vec(any_act(), 1..60),
        minutes in 5u32..30,
        rounds in prop_oneof![Just(None), (1u32..4).prop_map(Some)],
        seed in any::<u64>(),
    ) {
        let night = night(minutes, rounds);
        let circle = Circle { apart: vec![(person(0), person(1)), (person(2), person(3))], ..Circle::default() };
        let mut evening = Evening::open(BEGINS, seed, None);
        let mut now = BEGINS;
        let mut removed = BTreeSet::new();
        for act in acts {
            match act {
                Act::Here(who) => drop(evening.here(&person(who), &format!("p{who}"))),
                Act::Go(who) => drop(evening.go(&night, &circle, &person(who), Stands::Gone, now)),
                Act::Remove(who) => {
                    removed.insert(person(who));
                    evening.go(&night, &circle, &person(who), Stands::Removed, now);
                }
                Act::Next => drop(evening.next(&night, &circle, now)),
                Act::Extend(seconds) => drop(evening.extend(Duration::from_secs(seconds), now)),
                Act::Pass(seconds) => {
                    let until = now + Duration::from_secs(seconds);
                    while let Some(at) = evening.wakes_at().filter(|at| *at <= until) {
                        now = now.max(at);
                        evening.wake(&night, &circle, Came::OnTime, now);
                        prop_assert!(evening.wakes_at().is_none_or(|next| next > now), "it does not go on: {evening:?}");
                        check(&evening, &circle)?;
                    }
                    now = until;
                }
                Act::Away(seconds) => {
                    now = now + Duration::from_secs(seconds);
                    let before = evening.phase.clone();
                    let said = evening.wake(&night, &circle, Came::Back, now);
                    let told = said.iter().filter(|what| matches!(what, Happening::Back)).count();
                    let ended = said.contains(&Happening::Over(Ending::Away));
                    prop_assert_eq!(told + usize::from(ended), usize::from(before != Phase::Over), "{:?}", said);
                }
            }
            check(&evening, &circle)?;
            let is_out = |who: &PersonId| evening.attendee(who).is_none_or(|one| one.stands == Stands::Removed);
            prop_assert!(removed.iter().all(is_out), "who was taken out is back: {evening:?}");
        }
        // With nobody doing anything any more, it ends by itself.
        for _ in 0..40 {
            let Some(at) = evening.wakes_at() else { break };
            now = now.max(at);
            evening.wake(&night, &circle, Came::OnTime, now);
        }
        prop_assert_eq!(evening.phase, Phase::Over);
    }

    #[test]
    fn everybody_asks_once_where_everybody_stays(count in 2usize..30, minutes in 5u32..30, seed in any::<u64>()) {
        let night = night(minutes, None);
        let circle = Circle::default();
        let mut evening = Evening::open(BEGINS, seed, None);
        let mut signals = Vec::new();
        while let Some(at) = evening.wakes_at() {
            for who in 0..count {
                evening.here(&person(who), "p");
            }
            let round = evening.round;
            for what in evening.wake(&night, &circle, Came::OnTime, at) {
                if let Happening::Signal(signal) = what {
                    signals.push((round, signal));
                }
            }
        }
        prop_assert!(evening.people.iter().all(|one| one.turns.asked >= 1), "{evening:?}");
        // Each round has its signals, once; in one where they would come close together, three minutes left says it all.
        let of = |round| signals.iter().filter(|(of, _)| *of == round).map(|(_, signal)| *signal).collect::<Vec<_>>();
        let wanted = if minutes > 13 { vec![Signal::Thirds, Signal::Short] } else { vec![Signal::Short] };
        for round in 1..=evening.round {
            prop_assert_eq!(of(round), wanted.clone());
        }
    }
}

//! Nudges: none is lost, none is told twice, whatever the clock and the machine do; and one person cannot fill the store.

use crate::world::{World, text};
use proptest::collection::vec;
use proptest::prelude::*;
use rapport::chat::inbound::Body;
use rapport::engine::Tidied;
use rapport::hours::{Chosen, read_quiet};
use rapport::ids::PlatformName;
use rapport::nudge::Status;
use rapport::store::{nudges, people};
use std::time::Duration;

/// How many nudges one person tries to plan. The bound is far below both.
const TRIES: usize = if cfg!(feature = "soak") { 10_000 } else { 600 };

#[test]
fn any_number_of_nudges_by_one_person_is_bounded_and_said() {
    let mut world = World::in_memory();
    world.says("ana", "settings timezone Toronto");
    let mut refused = 0;
    for number in 0..TRIES {
        let said = world.says("ana", &format!("nudge add thing {number} in 2 days"));
        refused += usize::from(text(&said[0]).contains("as many as I can keep"));
    }
    assert_eq!(refused, TRIES - 100);
    let list = text(&world.says("ana", "nudge list")[0]);
    assert!(list.contains("80 more are further off"), "{list}");
    assert!(list.chars().count() < 2_000, "{}", list.chars().count());
    let said = world.says("ana", "nudge cancel 7");
    assert!(text(&said[0]).contains("thing 6"));
    assert!(text(&world.says("ana", "nudge add one more in 2 days")[0]).contains("nudge 101"));
    // All of them are due at once, and each is told.
    world.wait(Duration::from_secs(3 * 24 * 3600));
    let told = world.hear();
    assert_eq!(told.len(), 1, "what piled up comes in one message");
    let told = text(&told[0]);
    assert!(told.contains("thing 99") && told.contains("one more"), "{told}");
}

#[test]
fn quiet_hours_that_never_let_a_nudge_through_do_not_exist() {
    // Twenty hours at most: between the end of one night and the beginning of the next there is time to speak.
    assert_eq!(read_quiet("00:00 to 23:00"), None);
    assert!(matches!(read_quiet("00:00 to 20:00"), Some(Chosen::Some(_))));
}

#[derive(Clone, Debug)]
enum Move {
    Add(&'static str),
    Say(&'static str),
    /// The clock moves on, and the bot is awake.
    Wait(u64),
    /// The clock moves on while the machine is off.
    Off(u64),
    PressLast(usize),
}

fn any_move() -> impl Strategy<Value = Move> {
    prop_oneof![
        6 => prop_oneof![
            Just("tomorrow"), Just("in 5 minutes"), Just("in 20 hours"), Just("tomorrow 3am"), Just("friday 15:00"),
            Just("in 3 days"), Just("this evening"), Just("8 march 2:30"),
        ].prop_map(Move::Add),
        2 => prop_oneof![
            Just("settings quiet 20:00 to 12:00"), Just("settings quiet none"), Just("settings digest 8am"),
            Just("settings digest none"), Just("settings timezone Casablanca"), Just("settings timezone Vancouver"),
            Just("nudge pause 2 days"), Just("nudge pause off"), Just("pitch practise 30"), Just("stop"),
            Just("nudge list"),
        ].prop_map(Move::Say),
        4 => prop_oneof![Just(300u64), Just(3_600), Just(30_000), Just(100_000)].prop_map(Move::Wait),
        2 => prop_oneof![Just(4_000u64), Just(90_000), Just(300_000)].prop_map(Move::Off),
        1 => (0usize..5).prop_map(Move::PressLast),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_nudge_is_told_once_for_each_time_it_was_planned(moves in vec(any_move(), 1..40)) {
        {
            let mut world = World::in_memory();
            world.says("ana", "settings timezone Toronto");
            let mut planned = 0u32;
            let mut put_off = 0u32;
            let mut told = 0u32;
            let mut presses = Vec::new();
            for step in moves {
                let heard = match step {
                    Move::Add(when) => {
                        let heard = world.says("ana", &format!("!nudge add thing {planned}: {when}"));
                        let said = heard.iter().map(text).collect::<String>();
                        planned += u32::from(said.contains("I will remind you"));
                        heard
                    }
                    Move::Say(command) => world.says("ana", &format!("!{command}")),
                    Move::Wait(seconds) => {
                        world.live_through(Duration::from_secs(seconds));
                        world.hear()
                    }
                    Move::Off(seconds) => {
                        world.wait(Duration::from_secs(seconds));
                        world.hear()
                    }
                    Move::PressLast(index) => {
                        let Some(press) = presses.get(index).cloned() else { continue };
                        let heard = world.does("ana", Body::Press(press));
                        // "All" puts off as many as it says; the others one.
                        for said in heard.iter().map(text) {
                            let all = said.strip_prefix("All ").and_then(|rest| rest.split(' ').next()?.parse().ok());
                            put_off += match all {
                                Some(count) => count,
                                None if said.starts_with("Both will") => 2,
                                None => u32::from(said.contains("I will remind you")),
                            };
                        }
                        heard
                    }
                };
                for out in &heard {
                    let said = text(out);
                    let is_telling = out.content.choices.iter().any(|choice| choice.label.contains("omorrow"))
                        && !said.contains("when shall I")
                        && !said.contains("This is where we were")
                        || said.contains("No hurry")
                        || said.contains("For one of them, type its number") && !said.contains("lanned:") && !said.contains("still open:");
                    if is_telling {
                        told += u32::try_from(said.matches("“thing").count()).unwrap();
                        if !out.content.choices.is_empty() {
                            presses = out.content.choices.iter().map(|choice| choice.press.clone()).collect();
                        }
                    }
                }
            }
            // Everything that is still ahead comes in the end: "8 march" is a year away at most.
            world.says("ana", "!nudge pause off");
            let db = world.engine.connection();
            let ana = people::find(db, PlatformName::Console, "ana").unwrap().unwrap();
            let now = world.clock.now();
            let db = world.engine.connection();
            let ahead = nudges::standing(db, &ana.id, now).unwrap();
            let ahead = u32::try_from(ahead.iter().filter(|nudge| nudge.status == Status::Planned).count()).unwrap();
            assert_eq!(planned + put_off, told + ahead, "planned {planned}, put off {put_off}, told {told}, ahead {ahead}");
            world.live_through(Duration::from_secs(400 * 24 * 3600));
            let now = world.clock.now();
            let db = world.engine.connection();
            let left = nudges::standing(db, &ana.id, now).unwrap();
            assert!(left.iter().all(|nudge| nudge.status != Status::Planned), "{left:?}");
        }
    }
}

/// How often a nudge that comes again is told in so many days, and at which hours of the clocks of Toronto.
fn told_in(days: u64, settings: &[&str], add: &str, start: rapport::clock::Moment) -> Vec<String> {
    let mut world = World::in_memory();
    world.clock.set(start);
    world.says("ana", "settings timezone Toronto");
    for setting in settings {
        world.says("ana", setting);
    }
    world.says("ana", add);
    let mut told = Vec::new();
    // By the quarter of an hour, so that each telling shows its time.
    for _ in 0..days * 96 {
        world.live_through(Duration::from_secs(900));
        for _ in world.hear() {
            let wall = rapport::zones::on_clocks(world.clock.now(), chrono_tz::America::Toronto);
            told.push(wall.format("%d %H:%M").to_string());
        }
    }
    told
}

#[test]
fn what_comes_again_is_told_once_a_round_whatever_digest_and_clocks_do() {
    let monday = rapport::clock::Moment(1_772_460_000_000);
    let told = told_in(5, &["settings digest 8am"], "nudge add stretch every day", monday);
    assert_eq!(told, ["03 08:00", "04 08:00", "05 08:00", "06 08:00", "07 08:00"]);
    // 31 October 2026, 12:00 in Toronto; the clocks go back that night.
    let october = rapport::clock::Moment(1_793_462_400_000);
    let told = told_in(3, &["settings quiet none"], "nudge add check the dough every day at 1:30", october);
    assert_eq!(told, ["01 01:30", "02 01:30", "03 01:30"]);
}

#[test]
fn a_nudge_that_cannot_be_read_is_set_aside_and_holds_nobody_up() {
    let mut world = World::in_memory();
    world.says("ana", "settings timezone Toronto");
    world.says("ana", "nudge add write to Ben in 5 minutes");
    world.says("ana", "nudge add call the clinic in 5 minutes");
    world.engine.connection().execute_batch("UPDATE nudges SET every = 'of another version' WHERE number = 1").unwrap();
    assert!(text(&world.says("ana", "nudge list")[0]).contains("call the clinic"));
    world.live_through(Duration::from_secs(600));
    let heard: Vec<String> = world.hear().iter().map(text).collect();
    assert_eq!(heard.len(), 1, "{heard:?}");
    assert!(heard[0].contains("call the clinic"));
    world.live_through(Duration::from_secs(24 * 3600));
    assert!(world.hear().is_empty());
}

#[test]
fn nudges_follow_the_time_zones_of_a_new_version() {
    let mut world = World::in_memory();
    world.says("ana", "settings timezone Casablanca");
    world.says("ana", "nudge add write to Ben tomorrow 9am");
    world.says("ana", "nudge add stretch in 20 hours");
    // As if planned by a version in which Morocco kept another hour, for more people than are reckoned at a time.
    let hour = 3_600_000;
    world
        .engine
        .connection()
        .execute_batch(&format!(
            "UPDATE nudges SET due_at = due_at + {hour}, tell_at = tell_at + {hour} WHERE number = 1;
             WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1200)
             INSERT INTO people (id, zone, created_at, seen_at) SELECT printf('p%04d', i), 'Africa/Casablanca', 0, 0 FROM n;
             INSERT INTO nudges SELECT p.id, 1, kind, words, platform, n.zone, first_wall, wall, hour_set, every, status, due_at,
                 tell_at, told_at, made_at, NULL, NULL FROM people p, nudges n WHERE p.id LIKE 'p____' AND n.number = 1;
             INSERT INTO facts VALUES ('zones', '1999a') ON CONFLICT DO UPDATE SET value = '1999a';"
        ))
        .unwrap();
    let mut steps = 1;
    while world.engine.tidy().unwrap() == Tidied::Partly {
        steps += 1;
    }
    assert_eq!(steps, 3);
    let moments: Vec<(i64, i64)> = world
        .engine
        .connection()
        .prepare("SELECT due_at, count(*) FROM nudges WHERE number = 1 AND tell_at = due_at GROUP BY due_at")
        .unwrap()
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
        .unwrap()
        .collect::<Result<_, _>>()
        .unwrap();
    // 3 March 2026, 9:00 in Casablanca, which is an hour behind its usual time in Ramadan.
    assert_eq!(moments, [(1_772_528_400_000, 1_201)]);
    assert_eq!(world.engine.tidy().unwrap(), Tidied::Wholly);
    world.live_through(Duration::from_secs(20 * 3600));
    assert_eq!(world.hear().len(), 2, "so many hours stay so many hours");
}

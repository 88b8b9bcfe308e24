//! The engine where things go wrong: together and alone, twice, in order, after failures.

use crate::world::{GOOD_PITCH, PROMPTS, World, text};
use rapport::chat::inbound::Body;
use rapport::chat::{DeliverError, Place};
use rapport::clock::Clock;
use rapport::engine::{Defaults, Delivery, Engine, Outcome};
use rapport::ids::PlatformName;
use rapport::store::sessions::{self, Status};
use rapport::store::{Store, outbox};
use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;

#[test]
fn events_that_wait_together_are_committed_together_and_each_is_answered() {
    let mut world = World::in_memory();
    let people: Vec<String> = (0..50).map(|number| format!("person{number}")).collect();
    let mut batch = Vec::new();
    for who in &people {
        batch.push(world.event(who, Body::Text("pitch practise 30".to_owned())));
        batch.push(world.event(who, Body::Text(GOOD_PITCH.to_owned())));
    }
    let twice = batch[0].clone();
    batch.push(twice);
    let outcomes = world.engine.handle(&batch).unwrap();
    assert_eq!(outcomes.len(), 101);
    assert_eq!(outcomes.iter().filter(|outcome| **outcome == Outcome::Done).count(), 100);
    assert_eq!(outcomes[100], Outcome::Repeated);
    let heard = world.hear();
    for who in &people {
        let place = Place::direct(PlatformName::Console, who);
        let theirs: Vec<String> = heard.iter().filter(|out| out.place == place).map(text).collect();
        assert_eq!(theirs.len(), 2);
        assert!(theirs[0].starts_with("Write your pitch") && theirs[1].starts_with("Attempt 1"));
    }
}

#[test]
fn a_turn_that_fails_is_rolled_back_alone_and_its_person_is_told() {
    let mut world = World::in_memory();
    world.says("ana", "pitch practise 30");
    world.says("ben", "pitch practise 30");
    // A constraint of the store makes one person's turn fail, as a fault of ours would.
    world.engine.connection().execute_batch("CREATE TRIGGER fault BEFORE INSERT ON pitch_attempts WHEN NEW.text LIKE '%trap%' BEGIN SELECT RAISE(ABORT, 'fault'); END")
    .unwrap();
    let batch = [
        world.event("ana", Body::Text(format!("{GOOD_PITCH} trap"))),
        world.event("ben", Body::Text(GOOD_PITCH.to_owned())),
    ];
    let outcomes = world.engine.handle(&batch).unwrap();
    let Outcome::Failed(reference) = &outcomes[0] else { panic!("{outcomes:?}") };
    assert_eq!(outcomes[1], Outcome::Done);
    let heard: Vec<String> = world.hear().iter().map(text).collect();
    assert!(heard[0].contains("What you typed before is safe") && heard[0].contains(reference.as_str()), "{heard:?}");
    assert!(heard[1].starts_with("Attempt 1"));
    // The flow stands where it stood, and the same event is not acted on again.
    assert_eq!(world.engine.handle(&batch[..1]).unwrap(), [Outcome::Repeated]);
    let again = world.says("ana", GOOD_PITCH);
    assert!(text(&again[0]).starts_with("Attempt 1"));
}

#[test]
fn messages_of_a_place_leave_in_their_order_and_with_the_same_key() {
    let mut world = World::in_memory();
    let batch = [
        world.event("ana", Body::Text("hi you".to_owned())),
        world.event("ana", Body::Text("help".to_owned())),
        world.event("ben", Body::Text("help".to_owned())),
    ];
    world.engine.handle(&batch).unwrap();
    let first = world.ready().unwrap();
    assert_eq!(first.len(), 2, "one of each place");
    let failed = first[0].clone();
    let late = Delivery { out: failed.clone(), result: Err(DeliverError::Transient(anyhow::anyhow!("no"))) };
    world.engine.note_deliveries(&[late]).unwrap();
    let second = world.ready().unwrap();
    assert!(second.iter().all(|out| out.place != failed.place), "what is behind waits too");
    world.clock.set(world.clock.now() + Duration::from_secs(5));
    let third = world.ready().unwrap();
    assert_eq!(third[0].key, failed.key);
    assert_eq!(third[0].failures, 1);
}

#[test]
fn a_platform_that_asks_for_patience_is_no_failure() {
    let mut world = World::in_memory();
    let inbound = world.event("ana", Body::Text("help".to_owned()));
    world.engine.handle(&[inbound]).unwrap();
    for _ in 0..10 {
        let out = world.ready().unwrap().remove(0);
        assert_eq!(out.failures, 0);
        let later = Delivery { out, result: Err(DeliverError::Later(Duration::from_secs(3))) };
        world.engine.note_deliveries(&[later]).unwrap();
        assert!(world.ready().unwrap().is_empty());
        let next = world.engine.next_due(world.clock.now()).unwrap().unwrap();
        world.clock.set(next);
    }
    assert_eq!(world.hear().len(), 1);
}

#[test]
fn what_is_no_longer_wanted_by_a_place_is_set_aside_and_told_later() {
    let mut world = World::in_memory();
    world.says("ana", "pitch practise 30");
    let inbound = world.event("ana", Body::Text("help".to_owned()));
    world.engine.handle(&[inbound]).unwrap();
    let out = world.ready().unwrap().remove(0);
    world.engine.note_deliveries(&[Delivery { out, result: Err(DeliverError::Forbidden) }]).unwrap();
    assert_eq!(outbox::count(world.engine.connection()).unwrap(), (0, 1));
    let heard: Vec<String> = world.says("ana", "resume").iter().map(text).collect();
    assert!(heard[0].starts_with("I could not deliver this before."), "{heard:?}");
    assert_eq!(heard.len(), 2);
}

#[test]
fn a_state_that_no_longer_loads_is_set_aside_with_what_was_typed() {
    for (change, told) in [
        ("version = 99", "Here is what you had typed"),
        ("flow = 'gone'", "an earlier conversation"),
        ("state = '{\"at\":\"moon\",\"text\":\"I baked bread for years\"}'", "I baked bread for years"),
        ("asked = 'broken'", "Here is what you had typed"),
    ] {
        let mut world = World::in_memory();
        world.says("ana", "pitch practise 30");
        world.says("ana", GOOD_PITCH);
        let change = format!("UPDATE sessions SET {change}");
        world.engine.connection().execute_batch(&change).unwrap();
        let heard: Vec<String> = world.says("ana", "keep this version").iter().map(text).collect();
        assert_eq!(heard.len(), 1, "{heard:?}");
        assert!(heard[0].contains("I was updated") && heard[0].contains(told), "{heard:?}");
        // She is not locked out.
        let heard = world.says("ana", "pitch practise");
        assert!(text(&heard[0]).starts_with("Write your pitch"));
        let kept: i64 = world
            .engine
            .connection()
            .query_row("SELECT count(*) FROM sessions WHERE status = 'aside'", [], |row| row.get(0))
            .unwrap();
        assert_eq!(kept, 1);
    }
}

#[test]
fn one_persons_button_does_nothing_for_another() {
    let mut world = World::in_memory();
    world.says("ana", "pitch practise 30");
    let shown = world.says("ana", GOOD_PITCH).remove(0).content.choices;
    let heard = world.does("ben", Body::Press(shown[1].press.clone()));
    assert!(text(&heard[0]).starts_with("That button belongs to an earlier moment"));
    let kept: i64 = world
        .engine
        .connection()
        .query_row("SELECT count(*) FROM pitch_attempts WHERE kept_at IS NOT NULL", [], |row| row.get(0))
        .unwrap();
    assert_eq!(kept, 0);
    let mut forged = shown[1].press.clone();
    forged.choice = rapport::chat::ChoiceId::new("forged");
    let heard = world.does("ana", Body::Press(forged));
    assert!(text(&heard[0]).starts_with("That button belongs to an earlier moment"));
}

#[test]
fn what_people_say_to_each_other_in_a_room_leaves_no_trace() {
    let mut world = World::in_memory();
    let mut inbound = world.event("ana", Body::Text("good morning".to_owned()));
    inbound.place = Place::room(PlatformName::Console, "lounge");
    world.engine.handle(&[inbound]).unwrap();
    for table in ["people", "seen_events", "sessions", "outbox"] {
        let rows: i64 = world
            .engine
            .connection()
            .query_row(&format!("SELECT count(*) FROM {table}"), [], |row| row.get(0))
            .unwrap();
        assert_eq!(rows, 0, "{table}");
    }
}

#[test]
fn a_full_disk_keeps_nothing_half_and_what_was_before() {
    let dir = tempfile::tempdir().unwrap();
    let mut world = World::over(Store::open(dir.path()).unwrap());
    world.says("ana", "pitch practise 30");
    let pages: i64 = world.engine.connection().query_row("PRAGMA page_count", [], |row| row.get(0)).unwrap();
    world.engine.connection().execute_batch(&format!("PRAGMA max_page_count = {pages}")).unwrap();
    let mut error = None;
    for _ in 0..200 {
        let inbound = world.event("ana", Body::Text("word ".repeat(700)));
        if let Err(found) = world.engine.handle(&[inbound]) {
            error = Some(found);
            break;
        }
    }
    assert!(error.expect("the disk never filled").to_string().starts_with("the disk is full"));
    world.engine.connection().execute_batch("PRAGMA max_page_count = 1000000").unwrap();
    let integrity: String =
        world.engine.connection().query_row("PRAGMA integrity_check", [], |row| row.get(0)).unwrap();
    assert_eq!(integrity, "ok");
    assert!(!world.says("ana", "resume").is_empty());
}

#[test]
fn a_row_that_cannot_be_read_is_set_aside_and_holds_nobody_up() {
    let mut world = World::in_memory();
    let inbound = world.event("ana", Body::Text("help".to_owned()));
    world.engine.handle(&[inbound]).unwrap();
    world
        .engine
        .connection()
        .execute_batch("UPDATE outbox SET content = '{\"blocks\":[\"of another version\"]}'")
        .unwrap();
    let heard: Vec<String> = world.says("ana", "stop").iter().map(text).collect();
    assert_eq!(heard.len(), 1, "{heard:?}");
    assert!(heard[0].starts_with("Nothing is running"));
    assert_eq!(outbox::count(world.engine.connection()).unwrap(), (0, 1));
    assert_eq!(world.says("ana", "stop").len(), 1, "and it does not lock its person out");
}

#[test]
fn a_database_that_cannot_be_written_is_told_as_such() {
    let mut world = World::in_memory();
    world.engine.connection().execute_batch("PRAGMA query_only = ON").unwrap();
    let inbound = world.event("ana", Body::Text("help".to_owned()));
    let error = world.engine.handle(std::slice::from_ref(&inbound)).unwrap_err();
    assert!(error.to_string().starts_with("the database cannot be written"), "{error}");
    world.engine.connection().execute_batch("PRAGMA query_only = OFF").unwrap();
    assert_eq!(world.engine.handle(&[inbound]).unwrap(), [Outcome::Done], "it was not counted as seen");
}

#[test]
fn rows_that_shipped_can_be_gone_on_with() {
    let store = Store::in_memory().unwrap();
    for version in 1..=4 {
        let rows =
            std::fs::read_to_string(format!("{}/tests/it/rows/{version:04}.sql", env!("CARGO_MANIFEST_DIR"))).unwrap();
        store.connection.execute_batch(&rows).unwrap();
    }
    let mut world = World::over(store);
    let heard: Vec<String> = world.hear().iter().map(text).collect();
    assert_eq!(heard, ["Hi"]);
    let heard: Vec<String> = world.says("ana", "resume").iter().map(text).collect();
    assert!(heard[0].contains("3 of 4"), "{heard:?}");
    let heard: Vec<String> = world.says("ana", "baking").iter().map(text).collect();
    assert!(heard[0].contains("4 of 4"), "{heard:?}");
    world.says("ana", "stop");
    let heard: Vec<String> = world.says("ana", "resume").iter().map(text).collect();
    assert!(heard[0].starts_with("This is where we were."), "{heard:?}");
}

#[test]
fn what_somebody_in_distress_wrote_is_kept_nowhere() {
    let dir = tempfile::tempdir().unwrap();
    let mut world = World::over(Store::open(dir.path()).unwrap());
    world.says("ana", "pitch practise 30");
    let heard: Vec<String> =
        world.says("ana", "I baked bread for years and marzipan, and I want to die.").iter().map(text).collect();
    assert!(heard[0].contains("your local emergency number") && heard[0].contains("resume"), "{heard:?}");
    world.engine.close().unwrap();
    for entry in std::fs::read_dir(dir.path()).unwrap() {
        let bytes = std::fs::read(entry.unwrap().path()).unwrap();
        assert!(!bytes.windows(8).any(|window| window == b"marzipan"));
    }
}

#[test]
fn after_a_restart_everything_stands_where_it_stood() {
    let dir = tempfile::tempdir().unwrap();
    let clock = Clock::standing_at(rapport::clock::Moment(1_772_460_000_000));
    let start = |store| Engine::new(store, Arc::clone(&PROMPTS), clock.clone(), Defaults::default(), rand::random());
    let mut world = World::over(Store::open(dir.path()).unwrap());
    let inbound = world.event("ana", Body::Text("pitch practise 30".to_owned()));
    world.engine.handle(std::slice::from_ref(&inbound)).unwrap();
    // The process is gone between the commit and the delivery.
    drop(world);
    let mut engine = start(Store::open(dir.path()).unwrap());
    assert_eq!(engine.handle(&[inbound]).unwrap(), [Outcome::Repeated]);
    let ready = engine.ready(&[PlatformName::Console], &BTreeSet::new(), clock.now()).unwrap();
    assert!(text(&ready[0]).starts_with("Write your pitch"));
    let ana = rapport::store::people::find(engine.connection(), PlatformName::Console, "ana").unwrap().unwrap();
    let place = Place::direct(PlatformName::Console, "ana");
    assert!(sessions::latest(engine.connection(), &ana.id, &place, Status::Open).unwrap().is_some());
}

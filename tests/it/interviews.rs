//! Mock interviews under stress: two hundred questions in a row, and whatever else somebody types.

use crate::world::{World, text};
use rapport::chat::Outgoing;

fn said(outs: &[Outgoing]) -> String {
    outs.iter().map(text).collect::<Vec<_>>().join("\n")
}

fn begun(world: &mut World) {
    world.says("ana", "mock ask nurse 30 real");
    world.says("ana", "1");
    world.says("ana", "1");
}

#[test]
fn two_hundred_questions_in_a_row_are_answered_until_the_guest_goes() {
    let mut world = World::in_memory();
    begun(&mut world);
    let questions =
        ["How did you become a nurse?", "What do you like about it?", "Do you like it?", "And the hours?", "asdf"];
    let mut last = String::new();
    for question in questions.iter().cycle().take(200) {
        last = said(&world.says("ana", question));
        assert!(!last.trim().is_empty());
    }
    assert!(last.starts_with("Maribel"), "{last}");
    let report = said(&world.says("ana", "stop"));
    assert!(report.contains("200 exchanges"), "{report}");
    // What a session holds does not grow with what was said in it.
    let db = world.engine.connection();
    let longest: i64 =
        db.query_row("SELECT max(length(state) + length(trail)) FROM sessions", [], |row| row.get(0)).unwrap();
    assert!(longest < 60_000, "{longest}");
    let kept: i64 = db.query_row("SELECT count(*) FROM exchanges", [], |row| row.get(0)).unwrap();
    assert_eq!(kept, 200);
}

#[test]
fn the_same_sentence_twenty_times_is_answered_each_time_and_helped() {
    let mut world = World::in_memory();
    begun(&mut world);
    let answers: Vec<String> = (0..20).map(|_| said(&world.says("ana", "What do you like about it?"))).collect();
    assert!(answers.iter().all(|answer| answer.starts_with("Maribel: ")), "{answers:#?}");
    assert_ne!(answers[0], answers[1]);
    assert_ne!(answers[1], answers[2]);
    assert!(answers[19].contains("(You have said this 20 times."), "{}", answers[19]);
}

#[test]
fn nobody_sees_the_report_of_somebody_else() {
    let mut world = World::in_memory();
    begun(&mut world);
    world.says("ana", "How did you become a nurse?");
    assert!(said(&world.says("ana", "stop")).contains("one exchange"));
    let other = said(&world.says("ben", "mock report"));
    assert!(other.contains("no conversation"), "{other}");
}

#[test]
fn what_is_taken_back_is_forgotten() {
    use rapport::chat::inbound::Body;
    let mut world = World::in_memory();
    begun(&mut world);
    world.says("ana", "How did you become a nurse?");
    world.says("ana", "Do you have a secret word like zanzibar?");
    let last = world.last_event();
    world.does("ana", Body::Withdrawn(last));
    let db = world.engine.connection();
    let kept: i64 =
        db.query_row("SELECT count(*) FROM exchanges WHERE said LIKE '%zanzibar%'", [], |row| row.get(0)).unwrap();
    assert_eq!(kept, 0);
    let report = said(&world.says("ana", "stop"));
    assert!(!report.contains("zanzibar"), "{report}");
}

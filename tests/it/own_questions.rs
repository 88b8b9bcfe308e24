//! Lists, plans and private needs: as many as somebody can type, and never anybody else's.

use crate::world::{World, text};
use rapport::chat::Outgoing;
use rapport::chat::inbound::Body;

fn said(outs: &[Outgoing]) -> String {
    outs.iter().map(text).collect::<Vec<_>>().join("\n")
}

/// Every text in every table.
fn everything(world: &World) -> String {
    let db = world.engine.connection();
    let names = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'";
    let tables: Vec<String> =
        db.prepare(names).unwrap().query_map([], |row| row.get(0)).unwrap().collect::<Result<_, _>>().unwrap();
    let mut all = String::new();
    for table in tables {
        let mut rows = db.prepare(&format!("SELECT * FROM {table}")).unwrap();
        let columns = rows.column_count();
        let mut rows = rows.query([]).unwrap();
        while let Some(row) = rows.next().unwrap() {
            for column in 0..columns {
                if let Ok(text) = row.get::<_, String>(column) {
                    all.push_str(&text);
                    all.push('\n');
                }
            }
        }
    }
    all
}

#[test]
fn five_hundred_questions_of_ones_own_are_too_many_and_nothing_is_lost() {
    let mut world = World::in_memory();
    world.says("ana", "settings language english");
    let mut last = String::new();
    for number in 0..500 {
        world.says("ana", &format!("!questions check What would you tell me about part {number} of your work?"));
        last = said(&world.says("ana", "1"));
    }
    assert!(last.contains("holds 100 questions"), "{last}");
    let count = |world: &World| -> i64 {
        world.engine.connection().query_row("SELECT count(*) FROM own_questions", [], |row| row.get(0)).unwrap()
    };
    assert_eq!(count(&world), 100);
    world.says("ana", "!questions plan 10 Ben");
    for _ in 0..3 {
        world.says("ana", "skip");
    }
    let plan = said(&world.says("ana", "skip"));
    assert!(plan.contains("97 of your questions do not fit the time"), "{plan}");
    assert!(plan.contains("10 minutes, 4 questions."), "{plan}");
    assert_eq!(count(&world), 100);
}

#[test]
fn lists_and_plans_are_their_owners() {
    let mut world = World::in_memory();
    world.says("ana", "settings language english");
    world.says("ben", "settings language english");
    world.says("ana", "!questions check What is the zanzibar of your work?");
    world.says("ana", "1");
    world.says("ana", "!questions plan 15 Zanzibar");
    for _ in 0..4 {
        world.says("ana", "skip");
    }
    world.says("ana", "keep this plan");
    assert!(said(&world.says("ana", "!questions plan")).contains("Zanzibar"));
    for other in ["!questions browse mine", "!questions plan 15 Cem", "skip", "skip", "skip", "skip"] {
        let seen = said(&world.says("ben", other));
        assert!(!seen.to_lowercase().contains("zanzibar"), "{other}: {seen}");
    }
}

#[test]
fn what_was_said_of_a_need_is_kept_nowhere_and_its_name_is_on_no_plan() {
    let mut world = World::in_memory();
    world.says("ana", "settings language english");
    world.says("ana", "!questions plan 15 Ben");
    world.says("ana", "skip");
    world.says("ana", "skip");
    let taken = said(&world.says("ana", "dialysis twice a week"));
    assert!(taken.contains("time off for appointments"), "{taken}");
    let plan = said(&world.says("ana", "no others"));
    assert!(plan.contains("away for a couple of hours"), "{plan}");
    assert!(!plan.contains("appointment"), "{plan}");
    world.says("ana", "keep this plan");
    let file = said(&world.says("ana", "take it as a file"));
    assert!(!file.contains("appointment") && !file.contains("dialysis"), "{file}");
    assert!(!everything(&world).contains("dialysis"));
    // It is offered again, to her alone.
    world.says("ana", "!questions plan 15 Cem");
    world.says("ana", "skip");
    assert!(said(&world.says("ana", "skip")).contains("time off for appointments"));
    world.says("ben", "settings language english");
    world.says("ben", "!questions plan 15 Cem");
    world.says("ben", "skip");
    assert!(!said(&world.says("ben", "skip")).contains("time off for appointments"));
}

#[test]
fn an_answer_that_is_taken_back_is_forgotten() {
    let mut world = World::in_memory();
    world.says("ana", "settings language english");
    world.says("ana", "!mock answer 1");
    let answer = "At the moment I bake in zanzibar. Last spring I planned a week with two people. That is why I wanted to talk to you.";
    world.says("ana", answer);
    assert!(everything(&world).contains("zanzibar"));
    let last = world.last_event();
    world.does("ana", Body::Withdrawn(last));
    let db = world.engine.connection();
    let kept: i64 =
        db.query_row("SELECT count(*) FROM answers WHERE said LIKE '%zanzibar%'", [], |row| row.get(0)).unwrap();
    assert_eq!(kept, 0);
}

/// On Matrix every command is answered directly, wherever it was given: what somebody may do in one room, they may not in another.
#[test]
fn a_host_of_one_community_is_none_in_another() {
    use rapport::chat::Role;
    use rapport::ids::{CommunityId, PlatformName};
    let mut world = World::in_memory();
    let say = |world: &mut World, community: Option<&str>, role: Role, words: &str| {
        let mut inbound = world.event("mallory", Body::Text(words.to_owned()));
        inbound.sender.community = community.map(|name| CommunityId::of(PlatformName::Console, name));
        inbound.sender.role = role;
        world.engine.handle_finding_out(&inbound, &crate::world::LEGWORK, rapport::script::fetched).unwrap();
        said(&world.hear())
    };
    say(&mut world, None, Role::Member, "settings language english");
    // A flow that was begun in the first room waits, while a command comes from one where she is a host.
    say(&mut world, Some("theirs"), Role::Member, "!pitch practise 30");
    let added = say(&mut world, Some("own"), Role::Host, "!questions add How did you begin in this work?");
    assert!(added.contains("Added for this community"), "{added}");
    let refused = say(&mut world, Some("theirs"), Role::Member, "!questions add How did you find your way here?");
    assert!(refused.contains("Only hosts"), "{refused}");
    let communities: Vec<String> = {
        let db = world.engine.connection();
        let mut rows = db.prepare("SELECT community FROM community_questions").unwrap();
        rows.query_map([], |row| row.get(0)).unwrap().collect::<Result<_, _>>().unwrap()
    };
    assert_eq!(communities, ["console/own"]);
}

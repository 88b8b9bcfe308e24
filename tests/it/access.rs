//! Who may do what at a night, who gets to see what, and what is kept of what people say to each other there: nothing.

use super::world::{LEGWORK, World, holding, text};
use rapport::chat::inbound::{Body, Role};
use rapport::chat::{Place, PlaceKind};
use rapport::coach::criteria::Criterion;
use rapport::ids::{CommunityId, EventId, NightId, PersonId, PlatformName};
use rapport::night::feedback::{Given, Mark, Noticed, SatAs};
use rapport::script::fetched;
use rapport::store::{Store, feedback, people};
use std::time::Duration;

const PEOPLE: [&str; 3] = ["ana", "ben", "chloe"];

fn lounge() -> Place {
    Place::room(PlatformName::Console, "lounge")
}

fn thread() -> Place {
    let kind = PlaceKind::Thread("lounge".to_owned(), "1".to_owned());
    Place { platform: PlatformName::Console, kind }
}

fn says(world: &mut World, who: &str, role: Role, line: &str) -> String {
    let said = world.there(who, lounge(), role, Body::Text(line.to_owned()));
    said.iter().map(text).collect::<Vec<_>>().join("\n")
}

/// Hana has planned a night.
fn planned(world: &mut World) {
    world.says("hana", "settings timezone Toronto");
    says(world, "hana", Role::Host, "!night plan today 10am");
    let said = says(world, "hana", Role::Host, "1");
    assert!(said.contains("It is announced in lounge"), "{said}");
}

/// Three people sit together, and the time is up.
fn looked_back_on(world: &mut World) {
    planned(world);
    says(world, "hana", Role::Host, "!night start");
    for who in PEOPLE {
        says(world, who, Role::Member, "!night here");
    }
    says(world, "hana", Role::Host, "!night next");
    world.live_through(Duration::from_secs(15 * 60));
    world.hear();
}

#[test]
fn host_commands_ask_for_the_role_at_the_moment_of_use() {
    let mut world = World::in_memory();
    planned(&mut world);
    let all = ["plan tomorrow 7pm", "move", "cancel", "start", "next", "extend", "end", "remove ana"];
    for command in all {
        let said = says(&mut world, "hana", Role::Member, &format!("!night {command}"));
        assert!(said.contains("Only hosts can do that"), "{command}: {said}");
    }
    // A question that was put to a host is not answered by somebody who is none any more.
    for (command, answer) in [("cancel", "1"), ("move today 11am", "1"), ("plan tomorrow 7pm", "1")] {
        let asked = says(&mut world, "hana", Role::Host, &format!("!night {command}"));
        assert!(asked.contains("[1]"), "{asked}");
        let said = says(&mut world, "hana", Role::Member, answer);
        assert!(said.contains("Only hosts can do that"), "{command}: {said}");
    }
    let said = says(&mut world, "ana", Role::Member, "!night list");
    assert!(said.contains("10:00") && !said.contains("Tuesday"), "{said}");
}

#[test]
fn a_question_for_hosts_that_is_answered_elsewhere_does_not_stand_for_days() {
    for (wait, wanted) in [(60, "called off"), (3 * 3600, "whether you still host there")] {
        let mut world = World::in_memory();
        world.says("hana", "settings timezone Toronto");
        says(&mut world, "hana", Role::Host, "!night plan tomorrow 10am");
        says(&mut world, "hana", Role::Host, "1");
        // As on Matrix: asked in a room, answered in a direct chat.
        let mut asked = world.event("hana", Body::Text("!night cancel".to_owned()));
        (asked.said_in, asked.sender.role) = (Some(lounge()), Role::Host);
        asked.sender.community = Some(CommunityId::of(PlatformName::Console, "lounge"));
        world.engine.handle_finding_out(&asked, &LEGWORK, fetched).unwrap();
        world.hear();
        world.wait(Duration::from_secs(wait));
        let said = world.says("hana", "1").iter().map(text).collect::<Vec<_>>().join("\n");
        assert!(said.contains(wanted), "after {wait} s: {said}");
    }
}

#[test]
fn what_people_say_to_each_other_is_kept_nowhere() {
    let dir = tempfile::tempdir().unwrap();
    let mut world = World::over(Store::open(dir.path()).unwrap());
    looked_back_on(&mut world);
    let bodies = |world: &World| {
        [
            Body::Text("zzmark hello, thank you for your time".to_owned()),
            Body::Text("zzmark".repeat(900)),
            Body::Text("1 zzmark".to_owned()),
            Body::Text("stop zzmark".to_owned()),
            Body::Edit(world.last_event(), "zzmark, I mean".to_owned()),
            Body::Withdrawn(EventId("zzmark".to_owned())),
            Body::Voice(Duration::from_secs(20)),
        ]
    };
    for place in [thread(), lounge()] {
        for who in PEOPLE.into_iter().chain(["hana", "somebody-zzmark"]) {
            for body in bodies(&world) {
                let said = world.there(who, place.clone(), Role::Member, body.clone());
                assert!(said.is_empty(), "{who} in {place:?}: {body:?}: {said:?}");
            }
        }
    }
    // What is said to the bot is kept: the search finds it.
    world.says("ana", "!nudge add zzkept in 3 weeks");
    drop(world);
    assert!(holding(dir.path(), "zzkept") > 0);
    assert_eq!(holding(dir.path(), "zzmark"), 0);
}

#[test]
fn feedback_goes_by_who_sat_with_whom_and_by_nothing_else() {
    let mut world = World::in_memory();
    looked_back_on(&mut world);
    world.says("dan", "hello");
    let now = world.clock.now();
    let db = world.engine.connection();
    let id = |who: &str| people::find(db, PlatformName::Console, who).unwrap().unwrap().id;
    let rounds = |person: &PersonId| feedback::rounds(db, person, rapport::clock::Moment(0)).unwrap();
    let sat_as = |wanted: SatAs| PEOPLE.map(id).into_iter().find(|who| rounds(who)[0].sat_as == wanted).unwrap();
    let (asker, guest, observer) = (sat_as(SatAs::Asker), sat_as(SatAs::Guest), sat_as(SatAs::Observer));
    let night: NightId = rounds(&asker)[0].night.clone();
    let given = |asker: &PersonId, round: u32, words: &str| Given {
        night: night.clone(),
        round,
        asker: asker.clone(),
        marks: vec![Noticed { criterion: Criterion::Open, mark: Mark::Worked }],
        words: Some(words.to_owned()),
    };
    let dan = id("dan");
    // Somebody who was not there; somebody to themselves; to somebody who did not ask; on a round that there was not.
    feedback::give(db, &dan, &given(&asker, 1, "no"), now).unwrap();
    feedback::give(db, &asker, &given(&asker, 1, "no"), now).unwrap();
    feedback::give(db, &guest, &given(&observer, 1, "no"), now).unwrap();
    feedback::give(db, &guest, &given(&asker, 2, "no"), now).unwrap();
    assert!([&asker, &guest, &observer].iter().all(|who| rounds(who)[0].received.is_empty()));
    // Once, and not again.
    feedback::give(db, &guest, &given(&asker, 1, "first"), now).unwrap();
    feedback::give(db, &guest, &given(&asker, 1, "second"), now).unwrap();
    feedback::give(db, &observer, &given(&asker, 1, "third"), now).unwrap();
    let words = || rounds(&asker)[0].received.iter().map(|one| one.words.clone()).collect::<Vec<_>>();
    let mut got = words();
    got.sort();
    assert_eq!(got, [Some("first".to_owned()), Some("third".to_owned())]);
    // Only the asker sees it, notes lines of their own, and opens what was written.
    assert!(
        rounds(&guest)[0].received.is_empty() && rounds(&observer)[0].received.is_empty() && rounds(&dan).is_empty()
    );
    feedback::reflect(db, &guest, &night, 1, &["mine".to_owned()], now).unwrap();
    assert_eq!(rounds(&guest)[0].reflection, None);
    feedback::note_read(db, &guest, &night, 1, now).unwrap();
    assert!(rounds(&asker)[0].received.iter().all(|one| one.is_unread()));
    // What somebody wrote whom a host took out stays unread.
    feedback::withdraw(db, &night, &observer).unwrap();
    assert_eq!(words().into_iter().flatten().collect::<Vec<_>>(), ["first"]);
    assert!(rounds(&observer).is_empty());
}

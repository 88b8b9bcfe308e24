//! Answers that go back the way their event came, and forms: what platforms with buttons and windows of their own rely on.

use crate::world::{GOOD_PITCH, World, text};
use rapport::chat::inbound::{Body, Filled, Inbound, Press, Ticket};
use rapport::chat::{Answered, DeliverError, Outgoing, Place, Receipt};
use rapport::commands::{CommandName, Invocation};
use rapport::engine::{Delivery, Outcome};
use rapport::ids::{EventId, PlatformName};
use std::time::Duration;

/// Ana acts in the lounge, where only she sees the answer, with a ticket of that name.
fn in_lounge(world: &mut World, ticket: &str, body: Body) -> Vec<Outgoing> {
    let inbound = from_lounge(world, "ana", ticket, body);
    assert_eq!(world.engine.handle(&[inbound]).unwrap(), [Outcome::Done]);
    world.hear()
}

fn from_lounge(world: &mut World, who: &str, ticket: &str, body: Body) -> Inbound {
    let place = Place::room(PlatformName::Console, "lounge");
    Inbound { place, ticket: Some(Ticket(ticket.to_owned())), ..world.event(who, body) }
}

fn command(name: CommandName) -> Body {
    Body::Command(Invocation::of(name))
}

fn filled(out: &Outgoing, answers: &[&str]) -> Body {
    let question = out.content.question.as_ref().unwrap();
    let answers = answers.iter().map(|answer| (*answer).to_owned()).collect();
    Body::Form(Filled { session: question.session.clone(), turn: question.turn, answers })
}

#[test]
fn an_answer_is_one_message_with_the_ticket_of_its_event() {
    let mut world = World::in_memory();
    let heard = in_lounge(&mut world, "t1", command(CommandName::Start));
    assert_eq!(heard.len(), 1);
    assert_eq!(heard[0].ticket, Some(Ticket("t1".into())));
    assert_eq!(heard[0].only.as_deref(), Some("ana"));
    // Two messages in a chat are one here, and the choices are those of the last.
    let heard = in_lounge(&mut world, "t2", Body::Press(heard[0].content.choices[0].press.clone()));
    assert_eq!(heard.len(), 1);
    // Whoever asks through a ticket is always answered.
    let heard = in_lounge(&mut world, "t3", command(CommandName::Skip));
    assert_eq!(heard.len(), 1);
}

#[test]
fn an_answer_with_a_ticket_waits_behind_nothing_else_in_its_place() {
    let mut world = World::in_memory();
    let first = from_lounge(&mut world, "ana", "t1", command(CommandName::Help));
    let second = from_lounge(&mut world, "ben", "t2", command(CommandName::Help));
    world.engine.handle(&[first, second]).unwrap();
    let ready = world.ready().unwrap();
    assert_eq!(ready.len(), 2);
    // One that must be tried again holds the other one back no more.
    let failed = Delivery { out: ready[0].clone(), result: Err(DeliverError::Later(Duration::from_secs(9))) };
    world.engine.note_deliveries(&[failed]).unwrap();
    assert_eq!(world.ready().unwrap(), [ready[1].clone()]);
}

#[test]
fn a_form_answers_several_questions_at_once() {
    let mut world = World::in_memory();
    let heard = in_lounge(&mut world, "t1", command(CommandName::PitchBuild));
    let question = heard[0].content.question.clone().unwrap();
    let asked = Press { session: question.session, turn: question.turn, choice: rapport::chat::ChoiceId::new("") };
    let form = world.engine.form(PlatformName::Console, "ana", &asked, None).unwrap().unwrap();
    assert_eq!(form.fields.len(), 5);
    assert_eq!(form.fields[0].label, "Who you are");
    // Nobody else gets to see it.
    assert_eq!(world.engine.form(PlatformName::Console, "ben", &asked, None).unwrap(), None);
    let answers =
        ["Ana, a nurse from Lima", "ten years in emergency care", "how you got your licence", "", "15 minutes"];
    let shown = in_lounge(&mut world, "t2", filled(&heard[0], &answers));
    assert_eq!(shown.len(), 1);
    let said = text(&shown[0]);
    assert!(said.contains("ten years in emergency care") && said.contains("[1] Keep"), "{said}");
    assert!(!said.contains("of 5"), "{said}");
}

#[test]
fn what_a_form_cannot_use_is_given_back() {
    let mut world = World::in_memory();
    let heard = in_lounge(&mut world, "t1", command(CommandName::PitchBuild));
    let long = "far too long ".repeat(40);
    let said = in_lounge(&mut world, "t2", filled(&heard[0], &["Ana", &long, "how you began", "", "a call"]));
    let said = text(&said[0]);
    assert!(said.contains("characters") && said.contains("> how you began") && said.contains("> a call"), "{said}");
    // The same form again is an old one: nothing changes, nothing is lost.
    let again = in_lounge(&mut world, "t3", filled(&heard[0], &["Somebody else"]));
    let again = text(&again[0]);
    assert!(
        again.starts_with("That form belongs to an earlier moment") && again.contains("> Somebody else"),
        "{again}"
    );
    let resumed = in_lounge(&mut world, "t4", command(CommandName::Resume));
    assert!(text(&resumed[0]).contains("2 of 5"), "{}", text(&resumed[0]));
}

#[test]
fn a_sign_of_distress_in_a_form_stops_everything() {
    let mut world = World::in_memory();
    let heard = in_lounge(&mut world, "t1", command(CommandName::PitchBuild));
    let said = in_lounge(&mut world, "t2", filled(&heard[0], &["I want to kill myself", "baker"]));
    assert!(text(&said[0]).contains("talk to a person now") && !text(&said[0]).contains("baker"), "{}", text(&said[0]));
}

#[test]
fn a_sign_of_distress_is_heard_wherever_it_is_typed_and_kept_nowhere() {
    let mut world = World::in_memory();
    let heard = in_lounge(&mut world, "t1", command(CommandName::PitchBuild));
    in_lounge(&mut world, "t2", filled(&heard[0], &["Ana, a nurse"]));
    // In a form that no longer stands, and as what was given with a command.
    let late = in_lounge(&mut world, "t3", filled(&heard[0], &["I want to kill myself"]));
    let mut call = Invocation::of(CommandName::NudgeAdd);
    call.args.insert("what".into(), rapport::commands::Value::Text("I want to kill myself tomorrow".into()));
    let given = in_lounge(&mut world, "t4", Body::Command(call));
    for heard in [late, given] {
        let said = text(&heard[0]);
        assert!(said.contains("talk to a person now") && !said.contains("kill"), "{said}");
    }
}

#[test]
fn an_empty_form_is_asked_again() {
    let mut world = World::in_memory();
    let heard = in_lounge(&mut world, "t1", command(CommandName::PitchBuild));
    let again = in_lounge(&mut world, "t2", filled(&heard[0], &["", " ", ""]));
    assert!(text(&again[0]).contains("1 of 5"), "{}", text(&again[0]));
}

#[test]
fn what_is_said_in_passing_leaves_its_question_where_it_stands() {
    let mut world = World::in_memory();
    let asked = in_lounge(&mut world, "t1", command(CommandName::PitchPractise));
    let sorry = in_lounge(&mut world, "t2", filled(&asked[0], &["hm"]));
    assert_eq!(sorry[0].content.answered, Answered::Stands);
    // It can be answered from either message.
    assert_eq!(sorry[0].content.question.as_ref().unwrap().turn, asked[0].content.question.as_ref().unwrap().turn);
    let heard = in_lounge(&mut world, "t3", filled(&asked[0], &[GOOD_PITCH]));
    assert_eq!(heard[0].content.answered, Answered::Over);
    // An old button changes nothing, and its message is left as it is.
    let old = in_lounge(&mut world, "t4", Body::Press(asked[0].content.choices[0].press.clone()));
    assert_eq!(old[0].content.answered, Answered::Stands);
}

#[test]
fn what_could_not_be_sent_directly_is_told_at_the_next_contact_with_the_way_out_once() {
    let mut world = World::in_memory();
    let say = |world: &mut World, text: &str| in_lounge(world, text, Body::Text(text.to_owned()));
    say(&mut world, "!settings timezone toronto");
    for (round, has_way_out) in [(1, true), (2, false)] {
        say(&mut world, "!nudge add write to Ben in 1 hour");
        world.clock.set(world.clock.now() + Duration::from_secs(2 * 3600));
        while world.engine.ring_due().unwrap() > 0 {}
        let nudge = world.ready().unwrap().remove(0);
        let refused = Delivery { out: nudge, result: Err(DeliverError::Forbidden) };
        world.engine.note_deliveries(&[refused]).unwrap();
        assert!(world.ready().unwrap().is_empty());
        let told = in_lounge(&mut world, &format!("t{round}"), command(CommandName::Help));
        // The answer comes first, and in the same way.
        assert_eq!(told.len(), 2);
        assert!(told.iter().all(|out| out.ticket.is_some() && out.only.as_deref() == Some("ana")));
        let late = text(&told[1]);
        assert!(late.contains("I could not deliver this before.") && late.contains("write to Ben"), "{late}");
        assert_eq!(late.contains("I could not reach you there"), has_way_out, "{late}");
        // Its buttons still do what they say.
        let done = in_lounge(&mut world, &format!("p{round}"), Body::Press(told[1].content.choices[0].press.clone()));
        assert!(!text(&done[0]).contains("earlier moment"), "{}", text(&done[0]));
    }
    let list = say(&mut world, "!nudge list");
    assert!(!text(&list[0]).contains("write to Ben"), "{}", text(&list[0]));
}

#[test]
fn the_direct_chat_is_remembered_by_its_own_name() {
    let mut world = World::in_memory();
    world.says("ana", "help");
    let mut inbound = world.event("ana", Body::Text("help".into()));
    inbound.sender.chat = Some("77".into());
    world.engine.handle(&[inbound]).unwrap();
    let ready = world.ready().unwrap();
    assert_eq!(ready[0].chat.as_deref(), Some("77"));
    let receipt = Receipt { chat: Some("78".into()), ..Receipt::default() };
    world.engine.note_deliveries(&[Delivery { out: ready[0].clone(), result: Ok(receipt) }]).unwrap();
    assert_eq!(world.says("ana", "help")[0].chat.as_deref(), Some("78"));
}

#[test]
fn what_is_taken_back_is_forgotten_and_asked_again() {
    let mut world = World::in_memory();
    world.says("ana", "!pitch practise 30");
    let attempt = world.event("ana", Body::Text(GOOD_PITCH.into()));
    world.engine.handle(std::slice::from_ref(&attempt)).unwrap();
    assert!(text(&world.hear()[0]).contains("What works:"));
    let count = |world: &World| -> i64 {
        let db = world.engine.connection();
        db.query_row("SELECT count(*) FROM pitch_attempts", [], |row| row.get(0)).unwrap()
    };
    assert_eq!(count(&world), 1);
    // Somebody else's event, and one that led nowhere, are no answers of hers.
    assert!(world.does("ben", Body::Withdrawn(attempt.event.clone())).is_empty());
    assert!(world.does("ana", Body::Withdrawn(EventId("other".into()))).is_empty());
    let heard = world.does("ana", Body::Withdrawn(attempt.event.clone()));
    assert!(text(&heard[0]).contains("I have forgotten it"), "{heard:?}");
    assert_eq!(count(&world), 0);
    let db = world.engine.connection();
    let state: String = db.query_row("SELECT state || trail FROM sessions", [], |row| row.get(0)).unwrap();
    assert!(!state.contains("Porto"), "{state}");
    // It is over: the same once more changes nothing, and the question can be answered.
    assert!(world.does("ana", Body::Withdrawn(attempt.event)).is_empty());
    assert!(text(&world.says("ana", GOOD_PITCH)[0]).contains("What works:"));
}

#[test]
fn what_was_kept_stays_when_its_message_is_taken_back() {
    let mut world = World::in_memory();
    world.says("ana", "!pitch practise 30");
    let attempt = world.event("ana", Body::Text(GOOD_PITCH.into()));
    world.engine.handle(std::slice::from_ref(&attempt)).unwrap();
    world.hear();
    world.says("ana", "keep");
    world.does("ana", Body::Withdrawn(attempt.event));
    let db = world.engine.connection();
    let kept: i64 =
        db.query_row("SELECT count(*) FROM pitch_attempts WHERE kept_at > 0", [], |row| row.get(0)).unwrap();
    assert_eq!(kept, 1);
}

#[test]
fn what_was_said_where_others_read_is_answered_directly_with_one_line_there() {
    let mut world = World::in_memory();
    let lounge = Place::room(PlatformName::Console, "lounge");
    let event = world.event("ana", Body::Text("!pitch practise 30".into()));
    let inbound = Inbound { said_in: Some(lounge.clone()), ticket: Some(Ticket("t".into())), ..event };
    world.engine.handle(&[inbound]).unwrap();
    let heard = world.hear();
    let (there, directly): (Vec<_>, Vec<_>) = heard.iter().partition(|out| out.place == lounge);
    assert_eq!((there.len(), directly.len()), (1, 1), "{heard:?}");
    assert_eq!(text(there[0]), "I have answered you in our direct chat.");
    assert_eq!((there[0].ticket.clone(), directly[0].ticket.clone()), (Some(Ticket("t".into())), None));
    assert_eq!(directly[0].place, Place::direct(PlatformName::Console, "ana"));
}

#[test]
fn what_cannot_be_read_is_told_once_a_month() {
    let mut world = World::in_memory();
    assert_eq!(world.does("ana", Body::Unreadable).len(), 1);
    assert!(world.does("ana", Body::Unreadable).is_empty());
    world.live_through(Duration::from_secs(31 * 24 * 3600));
    assert_eq!(world.does("ana", Body::Unreadable).len(), 1);
}

#[test]
fn who_opens_a_direct_chat_is_greeted_unless_they_know_the_bot() {
    let mut world = World::in_memory();
    assert!(text(&world.does("ana", Body::Joined)[0]).contains("Rapport"));
    world.says("ana", "stop");
    world.says("ana", "settings language en");
    world.says("ana", "settings timezone Toronto");
    assert!(world.does("ana", Body::Joined).is_empty());
}

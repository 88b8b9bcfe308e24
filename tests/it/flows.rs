//! Whatever happens to a flow, it does not panic, its state can be saved and read again, and `stop` ends it.

use crate::world::{EAR, GOOD_PITCH, PROMPTS, World, text};
use proptest::collection::vec;
use proptest::prelude::*;
use rapport::chat::inbound::Body;
use rapport::chat::{ChoiceId, Outgoing, Place, Role};
use rapport::clock::Moment;
use rapport::commands::Invocation;
use rapport::flows::{Aside, Cx, Effect, Event, FLOWS, Library, Loaded, Next, Retake, TimerName};
use rapport::ids::{CommunityId, Locale, NightId, PersonId, PlatformName, SessionId};
use rapport::night::evening::{Circle, Evening};
use rapport::night::{Meets, Night, Part, Plan, Reminder, Seat, Status as NightStatus};
use rapport::store::people::Person;
use rapport::store::sessions::{self, Status};
use std::collections::HashMap;
use std::time::Duration;

/// What may be typed, pressed or said.
fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![
        ".{0,80}".prop_map(|text| text.replace('{', "(")),
        "(1|2|3|7|30|45|tomorrow 3pm|in 2 weeks|tous les lundis|31 février|write to Ana friday|UTC-5|22h à 7h|8am|none|yes|no|again|Keep this version|Toronto|garder)",
        "(nurse|How did you begin\\?|For example\\?|Do you like it\\?|How much do you earn\\?|so i wanted to|Our time is up\\.|Thank you, goodbye!|Vous aimez ça\\?)",
        Just(GOOD_PITCH.to_owned()),
        Just("Bonjour, moi c'est Luc, euh, je cherche un poste chez vous.".to_owned()),
        Just("word ".repeat(200)),
        Just("\u{202E}😀 \u{0} e\u{301}ﷺ".to_owned()),
    ]
}

fn any_event() -> impl Strategy<Value = Event> {
    prop_oneof![
        4 => any_text().prop_map(Event::Text),
        3 => "(en|fr|yes|other|later|language|zone|quiet|digest|none|20|60|again|keep|aloud|done|add|new|leave|source-a|source-c|hour|tonight|tomorrow|all-done|stop-pitch|practise|week|end|keep|change|who|learn|leave|pitch|own|1|nurse|developer|10|15|all|market|none|one|other|transcript|post|when|more|topic|minutes|rounds|most|meets|voice|link|night-n000000000001|day|quarter|cancel|nonsense)"
            .prop_map(|id| Event::Choice(ChoiceId::new(id))),
        1 => (0u64..100_000).prop_map(|millis| Event::Voice(Duration::from_millis(millis))),
        1 => Just(Event::Skip),
        1 => Just(Event::File(rapport::script::sent("list.csv"))),
        1 => "(time_over|thirds|short|over)".prop_map(|name| Event::Timer(TimerName(name))),
    ]
}

/// A night that is ahead, and in which the person of the test has a seat.
fn nights() -> Vec<Night> {
    let wall = "2026-03-12T19:00:00".parse().unwrap();
    let seat = Seat {
        person: PersonId::from("p".to_owned()),
        handle: "ana".to_owned(),
        part: Part::Practises,
        reminder: Reminder::USUAL,
    };
    let planned = Night {
        id: NightId::from("n000000000001".to_owned()),
        community: CommunityId::of(PlatformName::Console, "lounge"),
        number: 1,
        place: Place::room(PlatformName::Console, "lounge"),
        host: None,
        plan: Plan {
            locale: Locale::En,
            zone: chrono_tz::Tz::America__Toronto,
            wall,
            starts_at: Moment(1_773_360_000_000),
            topic: Some("nursing".to_owned()),
            minutes: 15,
            rounds: None,
            most: 30,
            meets: Meets::Threads,
        },
        status: NightStatus::Planned,
        seats: vec![seat],
        evening: None,
    };
    let mut evening = Evening::open(Moment(1_773_360_000_000), 7, None);
    evening.here(&PersonId::from("p".to_owned()), "ana");
    evening.here(&PersonId::from("q".to_owned()), "ben");
    let id = NightId::from("n000000000002".to_owned());
    let mut running = Night { id, number: 2, status: NightStatus::Running, ..planned.clone() };
    evening.next(&running, &Circle::default(), Moment(1_773_360_060_000));
    running.evening = Some(evening);
    vec![planned, running]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_events_leave_a_flow_that_can_be_saved_and_stopped(
        which in 0..FLOWS.len(),
        command in any::<usize>(),
        events in vec((any_event(), 0u64..90), 0..30),
        locale in prop_oneof![Just(Locale::En), Just(Locale::Fr)],
    ) {
        let flow = &FLOWS[which];
        let person = Person::unknown(PersonId::from("p".to_owned()), Moment(0));
        let session = SessionId::from("s".to_owned());
        let library = Library { nights: nights(), joined_nights: nights(), handle: Some("ana".to_owned()), ..Library::default() };
        let community = CommunityId::of(PlatformName::Console, "lounge");
        let nothing = HashMap::new();
        let no_slips = HashMap::new();
        let wanted = std::cell::RefCell::default();
        let mut now = Moment(1_772_460_000_000);
        let cx = |now: Moment, seed: u64| Cx {
            community: Some(&community),
            room: Some(Place::room(PlatformName::Console, "lounge")),
            aside: Aside::No,
            opened: None,
            slips: &no_slips,
            wanted: &wanted,
            job_ask: rapport::coach::outreach::JobAsk::Never,
            role: Some(Role::Host),
            now, said_at: now,
            begun_at: now, retake: Retake::No, locale, person: &person, zone_guess: None, session: &session, platform: PlatformName::Console,
            prompts: &PROMPTS, library: &library, seed, heard: &nothing,
        };
        let command = flow.commands[command % flow.commands.len()];
        // What cannot be carried out now is said, and nothing begins.
        let Ok(begun) = (flow.start)(&cx(now, 0), &Invocation::of(command)) else { return Ok(()) };
        let mut next = begun.next;
        for (index, (event, pause)) in events.into_iter().enumerate() {
            let (Next::Wait(state) | Next::Pass(state) | Next::Linger(state) | Next::Stay(state)) = next else { return Ok(()) };
            prop_assert_eq!((flow.load)(flow.version, state.clone()), Loaded::Current(state.clone()));
            now = now + Duration::from_secs(pause);
            let understood = match &event {
                Event::Text(text) => EAR.hear_all((flow.hears)(&state, text)),
                _ => Vec::new(),
            };
            let heard: HashMap<_, _> = understood.into_iter().collect();
            let turn = (flow.step)(&Cx { heard: &heard, ..cx(now, index as u64) }, state.clone(), event).unwrap();
            // Every message can be said, in every language, within what a platform shows.
            for effect in &turn.effects {
                let Effect::Say(message) = effect else { continue };
                for locale in Locale::ALL {
                    let shown = rapport::script::canonical(&PROMPTS.render(locale, message, None));
                    prop_assert!(!shown.trim().is_empty());
                    prop_assert!(!shown.contains("{$") && !shown.contains('\u{E000}'), "{}", shown);
                }
                prop_assert!(message.choices.len() <= 25);
            }
            next = turn.next;
        }
        if let Next::Wait(state) | Next::Pass(state) | Next::Linger(state) | Next::Stay(state) = next {
            let effects = (flow.stop)(&cx(now, 99), state).unwrap();
            prop_assert!(effects.iter().any(|effect| matches!(effect, Effect::Say(_))));
        }
    }
}

#[derive(Clone, Debug)]
enum Move {
    Text(String),
    PressSeen(usize),
    Voice(u64),
    Wait(u64),
    Again,
}

fn any_move() -> impl Strategy<Value = Move> {
    prop_oneof![
        5 => any_text().prop_map(Move::Text),
        3 => "(start|pitch practise|pitch build|!pitch history|!pitch practise 45|!start|nudge|nudge add write to Ana in 2 hours|!rappel ajouter écrire demain 9h|nudge done|nudge snooze 1 in 2 days|nudge cancel|nudge pause 3 days|nudge stop|help|back|skip|resume|stop|présentation pratiquer)".prop_map(Move::Text),
        3 => (0usize..40).prop_map(Move::PressSeen),
        1 => (0u64..90_000).prop_map(Move::Voice),
        1 => prop_oneof![Just(10u64), Just(60), Just(90_000), Just(1_300_000)].prop_map(Move::Wait),
        1 => Just(Move::Again),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_conversation_is_answered_and_stop_ends_it(moves in vec(any_move(), 1..30)) {
        {
            let mut world = World::in_memory();
            let mut seen: Vec<Outgoing> = Vec::new();
            let mut last = None;
            for step in moves {
                let body = match step {
                    Move::Text(text) => Body::Text(text),
                    Move::Voice(millis) => Body::Voice(Duration::from_millis(millis)),
                    Move::PressSeen(index) => {
                        let presses: Vec<_> = seen.iter().flat_map(|out| out.content.choices.iter()).collect();
                        let Some(shown) = presses.get(index % presses.len().max(1)) else { continue };
                        Body::Press(shown.press.clone())
                    }
                    Move::Wait(seconds) => {
                        world.wait(Duration::from_secs(seconds));
                        seen.extend(world.hear());
                        continue;
                    }
                    Move::Again => {
                        let Some(inbound) = last.clone() else { continue };
                        world.engine.handle_finding_out(&inbound, &crate::world::LEGWORK, rapport::script::fetched).unwrap();
                        assert!(world.hear().is_empty(), "a repeated event was acted on");
                        continue;
                    }
                };
                let inbound = world.event("ana", body);
                last = Some(inbound.clone());
                let outcome = world.engine.handle_finding_out(&inbound, &crate::world::LEGWORK, rapport::script::fetched).unwrap();
                assert_eq!(outcome, rapport::engine::Outcome::Done);
                let heard = world.hear();
                assert!(!heard.is_empty(), "silence is no answer");
                seen.extend(heard);
            }
            world.says("ana", "stop");
            let place = Place::direct(PlatformName::Console, "ana");
            let db = world.engine.connection();
            let ana = rapport::store::people::find(db, place.platform, "ana").unwrap().unwrap();
            assert_eq!(sessions::latest(db, &ana.id, &place, Status::Open).unwrap(), None);
            assert_eq!(rapport::store::timers::unexpected(db).unwrap(), [] as [String; 0]);
        }
    }
}

#[test]
fn what_a_person_typed_comes_back_as_theirs() {
    {
        let mut world = World::in_memory();
        world.says("ana", "pitch practise 30");
        let out = world.says("ana", "@everyone I'm **Ana** and I <b>cook</b> for 5 years. `stop`").remove(0);
        use rapport::chat::platform::{Block, Span};
        let ours: String = out
            .content
            .blocks
            .iter()
            .filter_map(|block| match block {
                Block::Text(spans) => Some(spans),
                Block::Quote(_) | Block::Plot(_) | Block::File { .. } => None,
            })
            .flatten()
            .filter_map(|span| match span {
                Span::Plain(text) => Some(text.as_str()),
                _ => None,
            })
            .collect();
        assert!(!ours.contains("@everyone") && !ours.contains("**") && !ours.contains("<b>"), "{ours}");
        assert!(text(&out).contains("**Ana**"));
    }
}

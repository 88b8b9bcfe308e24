//! What one exchange of a mock interview costs, understanding and commit included, on a database on disk:
//! `cargo bench --no-default-features --bench interview`.

#![expect(clippy::print_stdout, reason = "the figures are what it is for")]

use hdrhistogram::Histogram;
use rapport::chat::Place;
use rapport::chat::inbound::{Body, Inbound, Sender};
use rapport::clock::{Clock, Moment};
use rapport::ear::Ear;
use rapport::engine::{Defaults, Engine};
use rapport::grammar::Proofread;
use rapport::ids::{EventId, PlatformName};
use rapport::legwork::Legwork;
use rapport::prompts::Prompts;
use rapport::store::Store;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// Messages of twenty words, each about something else.
const MESSAGES: [&str; 6] = [
    "I worked in a small clinic for some years, so I would like to ask: how did you come to this work?",
    "Thank you, that helps me a lot. Could you tell me what a normal day looks like for you and your team?",
    "I read that the shifts can be long, so how does this work go together with the rest of your life?",
    "My friends tell me that it is not easy at first. What is hard about this work that nobody sees outside?",
    "That is good to know for somebody like me. How would you begin today, if you were in my place here?",
    "You said that people help each other there. What is it like to work in your team on a very busy day?",
];
/// How many interviews, and how many exchanges each.
const INTERVIEWS: usize = 25;
const EXCHANGES: usize = 40;

struct Bench {
    engine: Engine,
    legwork: Legwork,
    events: u64,
}

impl Bench {
    fn says(&mut self, who: &str, text: &str) -> Duration {
        self.events += 1;
        let inbound = Inbound {
            event: EventId(self.events.to_string()),
            sender: Sender::account(who),
            place: Place::direct(PlatformName::Console, who),
            at: Moment(1_772_460_000_000),
            body: Body::Text(text.to_owned()),
            ticket: None,
            said_in: None,
        };
        let began = Instant::now();
        self.engine.handle_finding_out(&inbound, &self.legwork, rapport::script::fetched).expect("handled");
        began.elapsed()
    }
}

fn main() {
    let prompts = Arc::new(Prompts::load(None).expect("the built-in prompts are whole"));
    let ear = Arc::new(Ear::new(Arc::clone(&prompts), None));
    ear.understand(MESSAGES[0]).expect("the built-in files are whole");
    let dir = tempfile::tempdir().expect("a directory");
    let store = Store::open(dir.path()).expect("a store");
    let defaults = Defaults::default();
    let clock = Clock::standing_at(Moment(1_772_460_000_000));
    let mut bench = Bench {
        engine: Engine::new(store, Arc::clone(&prompts), clock, defaults, 1),
        legwork: Legwork::new(Arc::clone(&ear), Proofread::No),
        events: 0,
    };
    let mut understood = Histogram::<u64>::new(3).expect("a histogram");
    let mut answered = Histogram::<u64>::new(3).expect("a histogram");
    let micros = |time: Duration| u64::try_from(time.as_micros()).unwrap_or(u64::MAX);
    for number in 0..INTERVIEWS {
        let who = format!("person{number}");
        for line in ["mock ask nurse 30 real", "1", "1"] {
            bench.says(&who, line);
        }
        for message in MESSAGES.iter().cycle().take(EXCHANGES) {
            let began = Instant::now();
            ear.hear(message);
            understood.record(micros(began.elapsed())).expect("recorded");
            answered.record(micros(bench.says(&who, message))).expect("recorded");
        }
    }
    for (name, times) in [("understood", understood), ("understood, answered and committed", answered)] {
        let at = |quantile| Duration::from_micros(times.value_at_quantile(quantile));
        println!("{} messages of twenty words {name}: p50 {:.2?}, p99 {:.2?}", times.len(), at(0.5), at(0.99));
    }
}

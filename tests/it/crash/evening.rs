//! A night with twelve people, its process killed at random moments: no signal is lost or doubled, and every card comes once.

use super::{Life, PATIENCE};
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::path::Path;
use std::sync::mpsc::RecvTimeoutError;
use std::time::{Duration, Instant};

const KILLS: u32 = if cfg!(feature = "soak") { 100 } else { 20 };
/// How many times as fast the evening goes, and how long the process lives at most between two kills: a start takes less than a moment of
/// the evening, so that it is late for nothing.
const TIMES: u32 = if cfg!(feature = "soak") { 5 } else { 12 };
const LIVES: u64 = if cfg!(feature = "soak") { 4_000 } else { 7_000 };
const IN_THE_MIDDLE: f64 = if cfg!(feature = "soak") { 0.1 } else { 0.03 };
const PEOPLE: usize = 12;
const ROUNDS: u32 = 3;

/// What a platform has of the evening.
#[derive(Default)]
struct Evening {
    waiting: VecDeque<(String, Value)>,
    acknowledged: VecDeque<(String, Value)>,
    keys: BTreeSet<String>,
    inputs: u64,
    repeated: u64,
    /// Signals, by what they say, their place and the round.
    signals: BTreeMap<(&'static str, String, u32), u32>,
    /// Cards, by whom they are for and the round.
    cards: BTreeMap<(String, u32), u32>,
    /// The threads that were opened.
    threads: BTreeSet<String>,
    round: u32,
    away: u32,
    recaps: u32,
}

/// What each thread is told once in a round.
const SIGNALS: [(&str, &str); 3] =
    [("begins", ", round "), ("three minutes", "about three minutes are left"), ("over", "the time is up")];

impl Evening {
    fn write(&mut self, from: &str, place: &str, text: &str) {
        self.inputs += 1;
        let id = format!("in-{}", self.inputs);
        let role = if from == "host" { "host" } else { "member" };
        let line = json!({ "id": id, "from": from, "place": place, "text": text, "role": role });
        self.waiting.push_back((id, line));
    }

    fn everybody_is_here(&mut self) {
        for person in 0..PEOPLE {
            self.write(&format!("p{person}"), "room/lounge", "!night here");
        }
    }

    fn hear(&mut self, line: &str) {
        let line: Value = serde_json::from_str(line).unwrap();
        if let Some(id) = line["ack"].as_str() {
            assert_eq!(self.waiting.front().map(|(first, _)| first.as_str()), Some(id));
            self.acknowledged.extend(self.waiting.pop_front());
            return;
        }
        assert!(line.get("error").is_none(), "{line}");
        if !self.keys.insert(line["key"].as_str().unwrap().to_owned()) {
            self.repeated += 1;
            return;
        }
        let (place, text) = (line["place"].as_str().unwrap(), line["text"].as_str().unwrap());
        if let Some(thread) = line["opens"].as_str() {
            assert!(self.threads.insert(format!("room/lounge/{thread}")), "a thread is opened twice");
        }
        if text.contains("The check-in is open") {
            self.everybody_is_here();
            self.write("host", "room/lounge", "!night next");
        }
        for (name, sign) in SIGNALS {
            if place.starts_with("room/lounge/") && text.contains(sign) && !text.contains("goes on until") {
                if name == "begins" {
                    self.round = number_after(text, ", round ");
                }
                *self.signals.entry((name, place.to_owned(), self.round)).or_default() += 1;
            }
        }
        if place == "direct" && text.starts_with("Round ") {
            let card = (line["to"].as_str().unwrap().to_owned(), number_after(text, "Round "));
            *self.cards.entry(card).or_default() += 1;
        }
        if place == "room/lounge" && text.starts_with(&format!("Round {} of {ROUNDS} is over.", self.round)) {
            self.everybody_is_here();
        }
        self.away += u32::from(text.contains("I was away for a moment"));
        self.recaps += u32::from(text.contains("people took part"));
    }
}

fn number_after(text: &str, words: &str) -> u32 {
    let (_, rest) = text.split_once(words).unwrap();
    rest.chars().take_while(char::is_ascii_digit).collect::<String>().parse().unwrap()
}

fn play(dir: &Path, random: &mut StdRng) -> (Evening, u32) {
    let mut evening = Evening::default();
    evening.write("host", "direct", "settings timezone Toronto");
    for text in ["!night plan tomorrow 7pm, first questions", "4", "1", "5", "1", "!night start 1", "1"] {
        evening.write("host", "room/lounge", text);
    }
    let (times, mut killed) = (TIMES.to_string(), 0);
    loop {
        let mut life = Life::begin(dir, &["--faster", &times]);
        let mut sent = BTreeSet::new();
        let death = Instant::now() + Duration::from_millis(random.random_range(600..LIVES));
        let mut last_heard = Instant::now();
        while killed >= KILLS || Instant::now() < death {
            for (id, line) in &evening.waiting {
                if sent.insert(id.clone()) {
                    std::io::Write::write_fmt(life.input.as_mut().unwrap(), format_args!("{line}\n")).unwrap();
                }
            }
            match life.lines.recv_timeout(Duration::from_millis(20)) {
                Ok(line) => {
                    last_heard = Instant::now();
                    evening.hear(&line);
                    // Some die in the middle of much that is said.
                    if killed < KILLS && random.random_bool(IN_THE_MIDDLE) {
                        break;
                    }
                }
                Err(RecvTimeoutError::Timeout) => {
                    assert!(last_heard.elapsed() < PATIENCE, "stuck: {:?}", evening.signals)
                }
                Err(RecvTimeoutError::Disconnected) => panic!("the process ended by itself"),
            }
            if evening.recaps > 0 && evening.waiting.is_empty() {
                break;
            }
        }
        if evening.recaps > 0 && evening.waiting.is_empty() {
            life.end().iter().for_each(|line| evening.hear(line));
            return (evening, killed);
        }
        killed += 1;
        life.kill().iter().for_each(|line| evening.hear(line));
        // A crash takes the last acknowledgements with it: those inputs are sent again, though they were acted on.
        for _ in 0..random.random_range(0..4) {
            if let Some(input) = evening.acknowledged.pop_back() {
                evening.waiting.push_front(input);
            }
        }
        evening.acknowledged.clear();
    }
}

#[test]
fn a_night_whose_process_is_killed_loses_and_doubles_no_signal() {
    let seed = std::env::var("RAPPORT_SEED").ok().and_then(|seed| seed.parse().ok()).unwrap_or_else(rand::random);
    println!("RAPPORT_SEED={seed}");
    let mut random = StdRng::seed_from_u64(seed);
    let dir = tempfile::tempdir().unwrap();
    let began = Instant::now();
    let (evening, killed) = play(dir.path(), &mut random);
    println!(
        "{killed} kills, {} messages, {} of them sent again, {} threads, {} lines that it was away, {:.0?}",
        evening.keys.len(),
        evening.repeated,
        evening.threads.len(),
        evening.away,
        began.elapsed()
    );
    assert!(killed >= KILLS.min(12), "too few kills: {killed} (seed {seed})");
    assert_eq!(evening.threads.len(), PEOPLE / 3, "seed {seed}");
    let wanted = SIGNALS.iter().flat_map(|(name, _)| {
        let threads = evening.threads.iter();
        threads.flat_map(move |thread| (1..=ROUNDS).map(move |round| ((*name, thread.clone(), round), 1)))
    });
    assert_eq!(evening.signals, wanted.collect(), "seed {seed}");
    let wanted = (0..PEOPLE).flat_map(|person| (1..=ROUNDS).map(move |round| ((format!("p{person}"), round), 1)));
    assert_eq!(evening.cards, wanted.collect(), "seed {seed}");
    assert_eq!(evening.recaps, 1, "seed {seed}");
    let store = rapport::store::Store::open(dir.path()).unwrap();
    assert_eq!(rapport::store::outbox::count(&store.connection).unwrap(), (0, 0));
}

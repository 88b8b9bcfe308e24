//! The real process, killed at random moments of long conversations with nudges in them: nothing is lost, nothing is doubled, no
//! session is stuck, and every place keeps its order. The test is the platform: it sends again what was not acknowledged, and
//! treats a repeated key as one message. `RAPPORT_SEED` plays a run again.

mod evening;

use crate::world::GOOD_PITCH;
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};
use regex::Regex;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::LazyLock;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};

/// How often the process is killed.
const KILLS: u32 = if cfg!(feature = "soak") { 250 } else { 20 };
const PEOPLE: usize = 3;
/// How many inputs wait for their acknowledgement at a time.
const UNDER_WAY: usize = 24;
/// How many acknowledgements a crash can take with it.
const MOST_FORGOTTEN: usize = 8;
/// Longer than this nothing takes, or something is stuck.
const PATIENCE: Duration = Duration::from_secs(60);

/// A running process, and what it prints.
struct Life {
    child: Child,
    input: Option<ChildStdin>,
    lines: Receiver<String>,
}

impl Life {
    fn begin(dir: &Path, more: &[&str]) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_rapport"))
            .args(["chat", "--json", "--data"])
            .arg(dir)
            .args(more)
            .env_clear()
            .env("LANG", "en_CA.UTF-8")
            .env("TZ", "UTC")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let output = BufReader::new(child.stdout.take().unwrap());
        let (sender, lines) = mpsc::channel();
        std::thread::spawn(move || {
            let mut output = output;
            loop {
                let mut line = Vec::new();
                match output.read_until(b'\n', &mut line) {
                    // A line that a kill cut off did not arrive.
                    Ok(count) if count > 0 && line.ends_with(b"\n") => {
                        let _ = sender.send(String::from_utf8(line).unwrap());
                    }
                    _ => return,
                }
            }
        });
        Self { input: child.stdin.take(), child, lines }
    }

    /// Kills it, and gives back what it had printed before.
    fn kill(mut self) -> Vec<String> {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
        // The pipe is closed: the reader comes to its end.
        std::iter::from_fn(|| self.lines.recv().ok()).collect()
    }

    fn end(mut self) -> Vec<String> {
        drop(self.input.take());
        assert!(self.child.wait().unwrap().success());
        std::iter::from_fn(|| self.lines.recv().ok()).collect()
    }
}

/// What a platform has of the conversations.
#[derive(Default)]
struct Platform {
    /// Inputs in their order, until they are acknowledged.
    waiting: VecDeque<(String, Value)>,
    /// Those that were acknowledged last.
    acknowledged: VecDeque<(String, Value)>,
    keys: BTreeSet<String>,
    /// What each person was told by the flows, in order.
    flows: BTreeMap<String, Vec<String>>,
    /// How often each nudge was told.
    told: BTreeMap<String, u32>,
    /// How often each press was answered.
    done: BTreeMap<String, u32>,
    pressed: BTreeSet<String>,
    planned: BTreeSet<String>,
    inputs: u64,
    repeated: u64,
    resent: u64,
}

static NUDGE: LazyLock<Regex> = LazyLock::new(|| Regex::new("“(n-[0-9]+-[0-9]+-[0-9]+)”").unwrap());

impl Platform {
    fn write(&mut self, from: usize, key: &str, what: &str) {
        self.inputs += 1;
        let id = format!("in-{}", self.inputs);
        self.waiting.push_back((id.clone(), json!({ "id": id, "from": format!("p{from}"), key: what })));
    }

    /// One round of a conversation: nudges between, in the middle of a pitch, and right before another nudge.
    fn round(&mut self, person: usize, round: u32) {
        let nudge = |number: u32| format!("n-{person}-{round}-{number}");
        for number in 1..=3 {
            self.planned.insert(nudge(number));
        }
        for text in [
            format!("nudge add {} in 1 second", nudge(1)),
            "pitch practise 30".to_owned(),
            GOOD_PITCH.to_owned(),
            format!("!nudge add {} in 2 seconds", nudge(2)),
            "Try again".to_owned(),
            GOOD_PITCH.replace("Ana", "Ana Maria"),
            "Keep this version".to_owned(),
            "No, thank you".to_owned(),
            format!("nudge add {}", nudge(3)),
            "in 1 second".to_owned(),
            "help".to_owned(),
        ] {
            self.write(person, "text", &text);
        }
    }

    fn hear(&mut self, line: &str, random: &mut StdRng) {
        let line: Value = serde_json::from_str(line).unwrap();
        if let Some(id) = line["ack"].as_str() {
            // Acknowledgements come in the order of the inputs.
            assert_eq!(self.waiting.front().map(|(first, _)| first.as_str()), Some(id));
            self.acknowledged.extend(self.waiting.pop_front());
            if self.acknowledged.len() > MOST_FORGOTTEN {
                self.acknowledged.pop_front();
            }
            return;
        }
        assert!(line.get("error").is_none(), "{line}");
        if !self.keys.insert(line["key"].as_str().unwrap().to_owned()) {
            self.repeated += 1;
            return;
        }
        let (who, text) = (line["to"].as_str().unwrap(), line["text"].as_str().unwrap());
        let nudges: Vec<String> = NUDGE.captures_iter(text).map(|found| found[1].to_owned()).collect();
        let is_telling = ["It is time for", "I missed the hour", "came up meanwhile", "comes late"];
        if is_telling.iter().any(|sign| text.contains(sign)) {
            assert!(!nudges.is_empty(), "{text}");
            for nudge in &nudges {
                *self.told.entry(nudge.clone()).or_default() += 1;
            }
            let done = line["choices"].as_array().unwrap().iter().find(|choice| choice["label"] == "Done");
            if let (Some(done), true) = (done, random.random_bool(0.5)) {
                self.pressed.insert(nudges[0].clone());
                let person = who.trim_start_matches('p').parse().unwrap();
                self.write(person, "press", done["press"].as_str().unwrap());
            }
        } else if text.contains("That is done") {
            *self.done.entry(nudges[0].clone()).or_default() += 1;
        } else {
            self.flows.entry(who.to_owned()).or_default().push(gist(text));
        }
    }

    /// A crash takes the last acknowledgements with it: those inputs are sent again, though they were acted on.
    fn forget_some(&mut self, random: &mut StdRng) {
        for _ in 0..random.random_range(0..=MOST_FORGOTTEN) {
            let Some(input) = self.acknowledged.pop_back() else { return };
            self.waiting.push_front(input);
            self.resent += 1;
        }
    }

    fn is_quiet(&self) -> bool {
        self.waiting.is_empty() && self.told.len() == self.planned.len() && self.done.len() == self.pressed.len()
    }
}

/// The first line without its times: what says which step of which flow it is.
fn gist(text: &str) -> String {
    let first = text.lines().next().unwrap_or_default();
    match (first.contains("I will remind you"), NUDGE.captures(first)) {
        (true, Some(nudge)) => format!("planned {}", &nudge[1]),
        _ => first.to_owned(),
    }
}

/// Plays the conversations, killing the process so often. Gives back what the platform has in the end, and how many rounds
/// there were.
fn play(dir: &Path, kills: u32, rounds: Option<u32>, random: &mut StdRng) -> (Platform, u32) {
    let mut platform = Platform::default();
    for person in 0..PEOPLE {
        platform.write(person, "text", "settings timezone Toronto");
        platform.write(person, "text", "settings quiet none");
    }
    let mut played = 0;
    let mut killed = 0;
    loop {
        let mut life = Life::begin(dir, &[]);
        let mut sent = BTreeSet::new();
        // Some die before they have read anything, some in the middle of much, some while they wait.
        let lines_to_live = random.random_range(0..120);
        let moment_of_death = Instant::now() + Duration::from_millis(random.random_range(0..2_500));
        let must_die = killed < kills;
        let mut heard = 0;
        let mut last_heard = Instant::now();
        loop {
            let more = rounds.map_or(killed < kills, |rounds| played < rounds);
            if platform.waiting.len() < UNDER_WAY && more {
                for person in 0..PEOPLE {
                    platform.round(person, played);
                }
                played += 1;
            }
            let mut broken = false;
            for (id, line) in platform.waiting.iter().take(UNDER_WAY) {
                if sent.insert(id.clone()) {
                    broken |= writeln!(life.input.as_mut().unwrap(), "{line}").is_err();
                }
            }
            assert!(!broken, "the process ended by itself");
            if must_die && (heard >= lines_to_live || Instant::now() >= moment_of_death) {
                break;
            }
            if !must_die && !more && platform.is_quiet() {
                break;
            }
            match life.lines.recv_timeout(Duration::from_millis(20)) {
                Ok(line) => {
                    heard += 1;
                    last_heard = Instant::now();
                    platform.hear(&line, random);
                }
                Err(RecvTimeoutError::Timeout) => {
                    let untold: Vec<_> = platform.planned.iter().filter(|n| !platform.told.contains_key(*n)).collect();
                    let waiting = platform.waiting.len();
                    assert!(last_heard.elapsed() < PATIENCE, "stuck: {waiting} inputs wait, {untold:?} are not told");
                }
                Err(RecvTimeoutError::Disconnected) => panic!("the process ended by itself"),
            }
        }
        if must_die {
            killed += 1;
            for line in life.kill() {
                platform.hear(&line, random);
            }
            platform.forget_some(random);
        } else {
            for line in life.end() {
                platform.hear(&line, random);
            }
            return (platform, played);
        }
    }
}

#[test]
fn a_process_that_is_killed_at_random_loses_and_doubles_nothing() {
    let seed = std::env::var("RAPPORT_SEED").ok().and_then(|seed| seed.parse().ok()).unwrap_or_else(rand::random);
    println!("RAPPORT_SEED={seed}");
    let mut random = StdRng::seed_from_u64(seed);
    let dir = tempfile::tempdir().unwrap();
    let began = Instant::now();
    let (platform, rounds) = play(dir.path(), KILLS, None, &mut random);
    println!(
        "{KILLS} kills, {rounds} rounds, {} inputs, {} of them sent again, {} messages, {} of them sent again, {} nudges, {:.0?}",
        platform.inputs,
        platform.resent,
        platform.keys.len(),
        platform.repeated,
        platform.told.len(),
        began.elapsed()
    );
    // The same conversations without a kill.
    let quiet = tempfile::tempdir().unwrap();
    let (reference, _) = play(quiet.path(), 0, Some(rounds), &mut random);
    for person in reference.flows.keys() {
        let (was, is) = (&reference.flows[person], &platform.flows[person]);
        let differs = was.iter().zip(is).position(|(was, is)| was != is);
        assert_eq!(differs.map(|at| (at, &was[at], &is[at])), None, "{person} was told something else (seed {seed})");
        assert_eq!(was.len(), is.len(), "{person} (seed {seed})");
    }
    assert!(platform.told.values().all(|times| *times == 1), "{:?} (seed {seed})", platform.told);
    assert_eq!(platform.told.keys().collect::<Vec<_>>(), platform.planned.iter().collect::<Vec<_>>(), "seed {seed}");
    assert!(platform.done.values().all(|times| *times == 1), "{:?} (seed {seed})", platform.done);
    assert_eq!(platform.done.keys().collect::<Vec<_>>(), platform.pressed.iter().collect::<Vec<_>>(), "seed {seed}");
    // Nothing is left that waits: no message, no timer of nobody's, no session that would answer differently.
    let store = rapport::store::Store::open(dir.path()).unwrap();
    assert_eq!(rapport::store::outbox::count(&store.connection).unwrap(), (0, 0));
    assert_eq!(rapport::store::timers::unexpected(&store.connection).unwrap(), [] as [String; 0]);
}

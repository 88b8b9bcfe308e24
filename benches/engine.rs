//! What the engine costs at 1,000, 100,000 and 1,000,000 people: `cargo bench --no-default-features --bench engine`, or with the
//! numbers of people as arguments after `--`. Nothing here fails for being slow; the aims stand in `docs/design.md`, beside the
//! figures.

#![expect(clippy::print_stdout, reason = "the figures are what it is for")]

use hdrhistogram::Histogram;
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};
use rapport::chat::inbound::{Body, Inbound, Sender};
use rapport::chat::{Place, Receipt};
use rapport::clock::{Clock, Moment};
use rapport::engine::{Defaults, Delivery, Engine};
use rapport::ids::{EventId, PlatformName};
use rapport::prompts::Prompts;
use rapport::store::Store;
use rusqlite::{Connection, params};
use std::collections::BTreeSet;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};

/// 2 March 2026, 9:00 in Toronto.
const NOW: Moment = Moment(1_772_460_000_000);
const PITCH: &str = "Hi, I'm Ana. I baked bread for eight years in Porto. You opened your own shop here, and I would like to \
                     know how you began. Could we talk for ten minutes?";

fn main() {
    let wanted: Vec<u32> = std::env::args().filter_map(|arg| arg.replace('_', "").parse().ok()).collect();
    let sizes = if wanted.is_empty() { vec![1_000, 100_000, 1_000_000] } else { wanted };
    let began = Instant::now();
    let prompts = Arc::new(Prompts::load(None).expect("the built-in prompts are whole"));
    println!("prompts loaded: {:.1?}", began.elapsed());
    println!("idle process, nothing stored: {}", idle(None));
    for people in sizes {
        measure(people, &prompts);
    }
}

fn measure(people: u32, prompts: &Arc<Prompts>) {
    let dir = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).expect("a directory");
    println!("\n{people} people");
    let began = Instant::now();
    fill(dir.path(), people);
    let size = std::fs::metadata(dir.path().join(rapport::store::DATABASE_FILE)).map_or(0, |file| file.len());
    println!("  filled in {:.1?}, {} MB", began.elapsed(), size / 1_000_000);
    println!("  start to first answer, whole process: {}", idle(Some(dir.path())));

    let began = Instant::now();
    let store = Store::open(dir.path()).expect("the store opens");
    let clock = Clock::standing_at(NOW);
    let defaults = Defaults::default();
    let mut engine = Engine::new(store, Arc::clone(prompts), clock.clone(), defaults, 1);
    engine.next_due(NOW).expect("the next");
    engine.ready(&[PlatformName::Console], &BTreeSet::new(), NOW).expect("what may leave");
    println!("  start to ready, engine alone: {:.1?}", began.elapsed());

    bare(dir.path());
    let mut load = Load { engine, random: StdRng::seed_from_u64(7), people, events: 0 };
    load.one_by_one(3_000);
    load.together(20_000);
    load.nudges(10_000.min(people));
    load.engine.close().expect("closing");
    let open = format!("{people} people, many sessions open");
    println!("  idle process, {open}: {}", idle(Some(dir.path())));
}

/// People who have been here a while: an account each, a finished practice with its attempt, a nudge that is still to come.
fn fill(dir: &Path, people: u32) {
    let store = Store::open(dir).expect("the store opens");
    let numbers = format!("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {people})");
    let statements = [
        format!(
            "INSERT INTO people (id, locale, zone, created_at, seen_at)
             {numbers} SELECT printf('p%019d', i), 'en', 'America/Toronto', {0}, {0} FROM n",
            NOW.0
        ),
        format!(
            "INSERT INTO accounts (platform, handle, person_id) {numbers} SELECT 'console', 'u' || i, printf('p%019d', i) FROM n"
        ),
        format!(
            "INSERT INTO seen_events {numbers} SELECT 'console', printf('old-%d', i), {0} - i FROM n",
            Clock::System.now().0
        ),
        format!(
            "INSERT INTO sessions (id, person_id, platform, place, flow, version, turn, status, state, asked, stance, reminded,
                                   trail, interlude, answered_by, opened_at, touched_at)
             {numbers} SELECT printf('s%012d', i), printf('p%019d', i), 'console', 'direct/u' || i,
               'pitch_practise', 1, 4, 'done', '{{}}', '{{}}', 0, 0, '[]', NULL, NULL, {0} - i, {0} - i FROM n",
            NOW.0
        ),
        format!(
            "INSERT INTO pitch_attempts (session_id, number, person_id, at, target, text, words, parts)
             {numbers} SELECT printf('s%012d', i), 1, printf('p%019d', i), {0} - i, 30, '{1}', 32, 'who,ask' FROM n",
            NOW.0,
            PITCH.replace('\'', "''")
        ),
        format!(
            "INSERT INTO nudges {numbers} SELECT printf('p%019d', i), 1, 'own', 'write to Ben', 'console', 'America/Toronto',
               '2027-03-02T09:00:00', '2027-03-02T09:00:00', 'day', NULL, 'planned', {0} + 40000000000 + i,
               {0} + 40000000000 + i, NULL, {0} FROM n",
            NOW.0
        ),
    ];
    for statement in statements {
        store.connection.execute_batch(&statement).expect("filling");
    }
    store.close().expect("closing");
}

struct Load {
    engine: Engine,
    random: StdRng,
    people: u32,
    events: u64,
}

impl Load {
    /// One more thing that somebody says, the way of a practice: begin, try, again, try, keep, no thanks.
    fn event(&mut self, who: u32, step: u64) -> Inbound {
        self.events += 1;
        let text = match step % 6 {
            0 => "pitch practise 30",
            1 | 3 => PITCH,
            2 => "Try again",
            4 => "Keep this version",
            _ => "No, thank you",
        };
        let handle = format!("u{who}");
        Inbound {
            event: EventId(format!("bench-{}", self.events)),
            place: Place::direct(PlatformName::Console, &handle),
            sender: Sender::account(handle),
            at: NOW,
            body: Body::Text(text.to_owned()),
            ticket: None,
            said_in: None,
        }
    }

    fn somebody(&mut self) -> u32 {
        self.random.random_range(1..=self.people)
    }

    /// Each event in a transaction of its own, as on a quiet day.
    fn one_by_one(&mut self, count: u64) {
        let mut times = Histogram::<u64>::new(3).expect("a histogram");
        let mut who = 1;
        for step in 0..count {
            if step % 6 == 0 {
                who = self.somebody();
            }
            let event = self.event(who, step);
            let began = Instant::now();
            self.engine.handle(&[event]).expect("handled");
            times.record(u64::try_from(began.elapsed().as_micros()).unwrap_or(u64::MAX)).expect("recorded");
        }
        println!("  one event, committed: {}", percentiles(&times));
        self.deliver();
    }

    /// 64 events that wait together, as under load; then with their delivery noted.
    fn together(&mut self, count: u64) {
        let mut batches: Vec<Vec<Inbound>> = Vec::new();
        // 64 people at a time, each of whom goes through a practice.
        while batches.iter().map(Vec::len).sum::<usize>() < usize::try_from(count).unwrap_or(usize::MAX) {
            let people: BTreeSet<u32> = (0..64).map(|_| self.somebody()).collect();
            for step in 0..6 {
                batches.push(people.iter().map(|who| self.event(*who, step)).collect());
            }
        }
        let events: usize = batches.iter().map(Vec::len).sum();
        let began = Instant::now();
        for batch in &batches {
            self.engine.handle(batch).expect("handled");
        }
        let handled = began.elapsed();
        let messages = self.deliver();
        let all = began.elapsed();
        println!(
            "  {events} events, 64 at a time: {:.0} events a second; {:.0} with the delivery of {messages} messages noted",
            events as f64 / handled.as_secs_f64(),
            events as f64 / all.as_secs_f64()
        );
    }

    /// Everything that may leave is delivered to a platform that takes no time.
    fn deliver(&mut self) -> usize {
        let mut delivered = 0;
        loop {
            let ready = self.engine.ready(&[PlatformName::Console], &BTreeSet::new(), NOW).expect("ready");
            if ready.is_empty() {
                return delivered;
            }
            let deliveries: Vec<Delivery> =
                ready.into_iter().map(|out| Delivery { out, result: Ok(Receipt::default()) }).collect();
            delivered += deliveries.len();
            self.engine.note_deliveries(&deliveries).expect("noted");
        }
    }

    /// So many nudges of as many people are due at once.
    fn nudges(&mut self, count: u32) {
        self.engine
            .connection()
            .execute(
                "UPDATE nudges SET due_at = ?1, tell_at = ?1 WHERE person_id <= ?2 AND number = 1",
                params![NOW, format!("p{count:019}")],
            )
            .expect("due");
        let began = Instant::now();
        let mut rang = 0;
        let mut longest = Duration::ZERO;
        loop {
            let step = Instant::now();
            let count = self.engine.ring_due().expect("rung");
            if count == 0 {
                break;
            }
            longest = longest.max(step.elapsed());
            rang += count;
        }
        println!(
            "  {rang} nudges due at once: all in the outbox after {:.2?}, 200 at a time, {longest:.1?} at most",
            began.elapsed()
        );
        self.deliver();
    }
}

/// The bare peer: one row in a transaction of its own, on the same disk, with the same settings.
fn bare(dir: &Path) {
    let db = Connection::open(dir.join("bare.sqlite3")).expect("a database");
    db.pragma_update_and_check(None, "journal_mode", "WAL", |_| Ok(())).expect("a log");
    db.pragma_update(None, "synchronous", "FULL").expect("durable");
    db.execute_batch("CREATE TABLE rows (text TEXT)").expect("a table");
    let mut times = Histogram::<u64>::new(3).expect("a histogram");
    for _ in 0..2_000 {
        let began = Instant::now();
        db.prepare_cached("INSERT INTO rows VALUES (?1)").and_then(|mut row| row.execute([PITCH])).expect("a row");
        times.record(u64::try_from(began.elapsed().as_micros()).unwrap_or(u64::MAX)).expect("recorded");
    }
    println!("  bare SQLite, one row committed: {}", percentiles(&times));
}

fn percentiles(times: &Histogram<u64>) -> String {
    let at = |part: f64| times.value_at_quantile(part) as f64 / 1_000.0;
    format!("p50 {:.2} ms, p99 {:.2} ms, most {:.1} ms", at(0.5), at(0.99), times.max() as f64 / 1_000.0)
}

/// Starts the real program, waits for its first answer, and says how long that took and what it holds then.
fn idle(dir: Option<&Path>) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_rapport"));
    command.args(["chat", "--json"]);
    match dir {
        Some(dir) => command.arg("--data").arg(dir),
        None => command.arg("--temporary"),
    };
    let began = Instant::now();
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("the program starts");
    let mut input = child.stdin.take().expect("a way in");
    let mut output = BufReader::new(child.stdout.take().expect("a way out"));
    writeln!(input, r#"{{"id":"{}","from":"u1","text":"help"}}"#, began.elapsed().as_nanos()).expect("written");
    let mut line = String::new();
    output.read_line(&mut line).expect("an answer");
    let took = began.elapsed();
    std::thread::sleep(Duration::from_millis(300));
    let memory = std::fs::read_to_string(format!("/proc/{}/status", child.id()))
        .ok()
        .and_then(|status| {
            status.lines().find(|line| line.starts_with("VmRSS"))?.split_whitespace().nth(1)?.parse().ok()
        })
        .map_or("?".to_owned(), |kilobytes: f64| format!("{:.1}", kilobytes / 1_000.0));
    drop(input);
    child.wait().expect("the end");
    format!("{took:.0?}, {memory} MB resident")
}

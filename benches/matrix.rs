//! A load on the whole program: 200 people in 200 encrypted direct chats on a real homeserver, 20 at once, and a bare client that only
//! echoes beside it. `cargo bench --bench matrix`, or with the number of people after `--`.
//!
//! The homeserver, the people, the echo and the bot share the machine: what counts is the one time beside the other. The bot's own work
//! is the system's count of its process, in chats that are not encrypted.

#![expect(clippy::print_stdout, reason = "the figures are what it is for")]

#[path = "load/process.rs"]
mod process;

use hdrhistogram::Histogram;
use process::{resident, worked};
use real_synapse::matrix_sdk::ruma::{OwnedRoomId, OwnedUserId};
use real_synapse::{PASSWORD, Person, Synapse, whole_name};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};
use tokio::sync::Semaphore;

/// How many people talk at the same time.
const AT_ONCE: usize = 20;
/// How often each of them says something.
const TURNS: usize = 5;
/// How many people talk unencrypted, to count the bot's own work.
const PLAIN: usize = 20;
/// How often each of those says something.
const PLAIN_TURNS: usize = 25;

/// Times from a person's sending to the answer, in microseconds.
type Times = Arc<Mutex<Histogram<u64>>>;

/// The program, which does not outlive the load.
struct Program(Child);

impl Drop for Program {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

#[tokio::main(flavor = "multi_thread", worker_threads = 2)]
async fn main() {
    let people = std::env::args().find_map(|arg| arg.parse().ok()).unwrap_or(200);
    let synapse = Synapse::start();
    let dir = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).expect("a directory");
    Person::register(&synapse, "rapport").await.client.matrix_auth().logout().await.expect("logged out");
    let program = Program(
        Command::new(env!("CARGO_BIN_EXE_rapport"))
            .arg("run")
            .env("RAPPORT_DATA_DIR", dir.path())
            .env("RAPPORT_MATRIX_USER", whole_name("rapport").as_str())
            .env("RAPPORT_MATRIX_HOMESERVER", synapse.url())
            .env("RAPPORT_MATRIX_PASSWORD", PASSWORD)
            .env("RAPPORT_MATRIX_INVITES_PER_HOUR", "10000")
            .env("RAPPORT_LOG", "error")
            .stdin(Stdio::null())
            .spawn()
            .expect("the program starts"),
    );
    let bot = program.0.id();
    let echo = Person::register(&synapse, "echo").await;
    let echoing = tokio::spawn(echoes(echo.clone()));
    let (rapport, echo) = (whole_name("rapport"), echo.id());

    let began = Instant::now();
    let mut crowd = Vec::new();
    for number in 0..people {
        let person = Person::register(&synapse, &format!("p{number}")).await;
        let with_bot = person.open_direct(&rapport).await;
        let with_echo = person.open_direct(&echo).await;
        person.is_joined_by(&with_bot, &rapport).await;
        person.is_joined_by(&with_echo, &echo).await;
        crowd.push((person, with_bot, with_echo));
    }
    println!("{people} people in encrypted chats with each, after {:.0?}; the bot: {}", began.elapsed(), resident(bot));
    tokio::time::sleep(Duration::from_secs(20)).await;
    println!("idle, everybody greeted: {}", resident(bot));
    // The first message of each brings the keys along: it is not counted.
    for counted in [false, true] {
        for (name, user, nth) in [("the bare echo", &echo, 2), ("the bot", &rapport, 1)] {
            let (times, worked_before, began) =
                (Times::new(Mutex::new(Histogram::new(3).expect("a histogram"))), worked(bot), Instant::now());
            let turns = if counted { TURNS } else { 1 };
            let room = |(person, with_bot, with_echo): &(Person, OwnedRoomId, OwnedRoomId)| {
                (person.clone(), if nth == 1 { with_bot.clone() } else { with_echo.clone() })
            };
            talk(crowd.iter().map(room).collect(), user, turns, &times).await;
            if counted {
                tell(name, &times, began.elapsed());
                if nth == 1 {
                    let each = (worked(bot) - worked_before).as_secs_f64() * 1_000.0 / (people * turns) as f64;
                    println!("the bot at work: {each:.2} ms a command, encryption included");
                }
            }
        }
    }
    println!("after the crowd: {}", resident(bot));

    let mut plain = Vec::new();
    for number in 0..PLAIN {
        let person = Person::register(&synapse, &format!("q{number}")).await;
        let room = person.open_plain_direct(&rapport).await;
        person.is_joined_by(&room, &rapport).await;
        plain.push((person, room));
    }
    let warm = Times::new(Mutex::new(Histogram::new(3).expect("a histogram")));
    talk(plain.clone(), &rapport, 1, &warm).await;
    let (times, worked_before, began) =
        (Times::new(Mutex::new(Histogram::new(3).expect("a histogram"))), worked(bot), Instant::now());
    talk(plain, &rapport, PLAIN_TURNS, &times).await;
    tell("the bot, unencrypted", &times, began.elapsed());
    let each = (worked(bot) - worked_before).as_secs_f64() * 1_000.0 / (PLAIN * PLAIN_TURNS) as f64;
    println!("the bot at work: {each:.2} ms a command, without encryption");
    echoing.abort();
}

/// Lets everybody say something so often, and hear the answer each time.
async fn talk(crowd: Vec<(Person, OwnedRoomId)>, to: &OwnedUserId, turns: usize, times: &Times) {
    let at_once = Arc::new(Semaphore::new(AT_ONCE));
    let mut all = tokio::task::JoinSet::new();
    for (person, room) in crowd {
        let (at_once, times, to) = (Arc::clone(&at_once), Arc::clone(times), to.clone());
        all.spawn(async move {
            let _turn = at_once.acquire().await.expect("a turn");
            // What came before is not the answer.
            person.sync().await;
            for _ in 0..turns {
                let began = Instant::now();
                person.says(&room, "!nudge list").await;
                while !person
                    .waits()
                    .await
                    .iter()
                    .any(|seen| seen.room == room && seen.sender() == to && !seen.body().is_empty())
                {}
                let micros = u64::try_from(began.elapsed().as_micros()).unwrap_or(u64::MAX);
                times.lock().expect("the times").record(micros).expect("recorded");
            }
        });
    }
    all.join_all().await;
}

fn tell(name: &str, times: &Times, took: Duration) {
    let times = times.lock().expect("the times");
    let at = |quantile| Duration::from_micros(times.value_at_quantile(quantile));
    println!("{name}: {} answers in {took:.1?}: p50 {:.2?}, p99 {:.2?}", times.len(), at(0.5), at(0.99));
}

/// A client that accepts every invitation and says what it hears.
async fn echoes(echo: Person) {
    loop {
        for room in echo.client.invited_rooms() {
            room.join().await.expect("it may come");
        }
        for seen in echo.waits().await {
            if seen.sender() != echo.id() && !seen.body().is_empty() {
                let (echo, body) = (echo.clone(), seen.body().to_owned());
                tokio::spawn(async move { echo.says(&seen.room, &body).await });
            }
        }
    }
}

//! A load on the whole program: 1,000 people who practise a pitch on Discord in direct messages, and 1,000 by slash command, button and
//! window in a channel, 50 of each at once. `cargo bench --bench discord`, or with the number of people after `--`.
//!
//! The fake Discord runs in this process, the bot in one of its own. Discord's limit of 50 requests a second holds for direct messages,
//! not for interactions: what is measured is the time from an interaction to its answer.

#![expect(clippy::print_stdout, reason = "the figures are what it is for")]

#[path = "load/process.rs"]
mod process;

use fake_discord::{Fake, Place, Progress, Seen};
use hdrhistogram::Histogram;
use process::{resident, worked};
use serde_json::json;
use std::process::{Command, Stdio};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};
use tokio::sync::Semaphore;

/// How many of each kind are in a conversation at the same time.
const AT_ONCE: usize = 50;
const PITCH: &str = "Hi, I'm Ana. I baked bread for eight years in Porto. You opened your own shop here, and I would like to \
                     know how you began. Could we talk for ten minutes?";

/// Times from an interaction to its answer, in microseconds.
type Times = Arc<Mutex<Histogram<u64>>>;

#[tokio::main(flavor = "multi_thread", worker_threads = 2)]
async fn main() {
    let people = std::env::args().find_map(|arg| arg.parse().ok()).unwrap_or(1_000);
    let fake = Arc::new(Fake::start().await);
    let guild = fake.guild("Newcomers", "en-US");
    let lounge = Place::Channel(fake.channel(guild, "lounge"));
    let dir = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).expect("a directory");
    let mut bot = Command::new(env!("CARGO_BIN_EXE_rapport"))
        .arg("run")
        .env("RAPPORT_DATA_DIR", dir.path())
        .env("RAPPORT_DISCORD_TOKEN", fake.token())
        .env("RAPPORT_DISCORD_API_URL", fake.http_url())
        .env("RAPPORT_LOG", "error")
        .stdin(Stdio::null())
        .spawn()
        .expect("the program starts");
    let began = Instant::now();
    fake.connected().await;
    fake.caught_up().await;
    println!("connected after {:.0?}, {} resident", began.elapsed(), resident(bot.id()));

    let times = Times::new(Mutex::new(Histogram::new(3).expect("a histogram")));
    let first_crowd = crowd(people, |number| by_command(Arc::clone(&fake), lounge, number, Arc::clone(&times)));
    let second_crowd = crowd(people, |number| in_words(Arc::clone(&fake), number));
    let ((commands, commands_took), (words, words_took)) = tokio::join!(first_crowd, second_crowd);
    println!(
        "{people} people by slash command, {AT_ONCE} at once: {commands} came to their end in {commands_took:.1?}"
    );
    println!("{people} people in direct messages, {AT_ONCE} at once: {words} came to their end in {words_took:.1?}");
    print_times(&times);
    let before = fake.requests().len();
    let due = all_due(&dir.path().join(rapport::store::DATABASE_FILE));
    times.lock().expect("the times").reset();
    let (began, worked_before) = (Instant::now(), worked(bot.id()));
    let (ended, _) =
        crowd(people / 5, |number| by_command(Arc::clone(&fake), lounge, people + number, Arc::clone(&times))).await;
    println!("{} people by slash command while {due} nudges are due: {ended} came to their end", people / 5);
    print_times(&times);
    tokio::time::sleep(Duration::from_secs(10).saturating_sub(began.elapsed())).await;
    let sent = fake.requests()[before..].iter().filter(|request| request.path.ends_with("/messages")).count();
    println!(
        "after 10 s {sent} of the nudges are delivered; the bot was at work {:.1?}",
        worked(bot.id()) - worked_before
    );
    let requests = fake.requests();
    let refused = requests.iter().filter(|request| request.status >= 400).count();
    println!("{} requests in {:.1?}, {refused} refused", requests.len(), began.elapsed());
    println!("the bot: {:.1?} at work, {} resident", worked(bot.id()), resident(bot.id()));
    bot.kill().expect("it ends");
    bot.wait().expect("it ends");
}

/// Lets a nudge of everybody be due; gives back how many.
fn all_due(database: &std::path::Path) -> usize {
    let db = rusqlite::Connection::open(database).expect("the database");
    db.busy_timeout(Duration::from_secs(5)).expect("patience");
    let now = rapport::clock::Clock::System.now();
    db.execute(
        "INSERT INTO nudges SELECT person_id, 99, 'own', 'write to Ben', 'discord', 'America/Toronto', '2026-03-02T09:00:00',
           '2026-03-02T09:00:00', 'named', NULL, 'planned', ?1, ?1, NULL, ?1 FROM accounts WHERE platform = 'discord'",
        [now],
    )
    .expect("nudges")
}

fn print_times(times: &Times) {
    let times = times.lock().expect("the times");
    let at = |quantile| Duration::from_micros(times.value_at_quantile(quantile));
    let late = times.count_between(3_000_000, u64::MAX);
    println!(
        "{} interactions, to their answers: p50 {:.1?}, p99 {:.1?}, longest {:.1?}, over 3 s: {late}",
        times.len(),
        at(0.5),
        at(0.99),
        Duration::from_micros(times.max())
    );
}

/// Lets so many people have their conversation; gives back how many came to their end as they should.
async fn crowd<F: Future<Output = bool> + Send + 'static>(
    people: u32,
    conversation: impl Fn(u32) -> F,
) -> (usize, Duration) {
    let (began, turns) = (Instant::now(), Arc::new(Semaphore::new(AT_ONCE)));
    let mut all = tokio::task::JoinSet::new();
    for number in 0..people {
        let (turns, conversation) = (Arc::clone(&turns), conversation(number));
        all.spawn(async move {
            let _turn = turns.acquire().await.expect("a turn");
            conversation.await
        });
    }
    let ended = all.join_all().await.into_iter().filter(|went_well| *went_well).count();
    (ended, began.elapsed())
}

/// Somebody who uses commands, buttons and windows.
async fn by_command(fake: Arc<Fake>, lounge: Place, number: u32, times: Times) -> bool {
    let who = format!("command{number}");
    let answered = async |interaction: u64| {
        fake.answered(interaction).await;
        if let Progress::Answered { after } = fake.state(interaction) {
            let micros = u64::try_from(after.as_micros()).unwrap_or(u64::MAX);
            times.lock().expect("the times").record(micros).expect("recorded");
        }
        interaction
    };
    let seconds = json!([{ "name": "seconds", "type": 4, "value": 30 }]);
    answered(fake.slash(&who, lounge, "pitch practise", seconds)).await;
    let Some(asked) = last(&fake, &who, "Write your pitch") else { return false };
    let window = answered(fake.press(&who, asked.id, &asked.button("Answer").unwrap_or_default())).await;
    answered(fake.submit(&who, window, &[("0", PITCH)])).await;
    let Some(heard) = last(&fake, &who, "Attempt 1") else { return false };
    answered(fake.press(&who, heard.id, &heard.button("Keep this version").unwrap_or_default())).await;
    fake.until("the end", |fake| last(fake, &who, "Kept.").map(|_| ())).await;
    // The feedback, which stays, and what was kept.
    fake.seen_by(&who).iter().filter(|seen| seen.author == fake.bot() && seen.ephemeral).count() == 2
}

/// Somebody who writes.
async fn in_words(fake: Arc<Fake>, number: u32) -> bool {
    let who = format!("words{number}");
    for (says, hears) in [("pitch practise 30", "Write your pitch"), (PITCH, "Attempt 1"), ("2", "Kept.")] {
        fake.says(&who, says);
        fake.until(hears, |fake| last(fake, &who, hears).map(|_| ())).await;
    }
    fake.messages(fake.direct(&who)).iter().filter(|seen| seen.author == fake.bot()).count() == 3
}

/// The last message that somebody sees, if it has this text in it.
fn last(fake: &Fake, who: &str, text: &str) -> Option<Seen> {
    fake.changes(who).into_iter().rev().find(|seen| seen.content.contains(text))
}

//! Never twice, never lost: what was said while the bot was away, what was due, and what was being sent when it died.

use super::{Bot, Home, SHARED, make_due, met, unique};
use futures_util::{StreamExt as _, stream};
use real_synapse::matrix_sdk::ruma::UserId;
use real_synapse::{Limits, PASSWORD, Person, Seen, Synapse, is_left_out, until};
use std::collections::BTreeMap;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};

/// How often the process is killed in a conversation.
const KILLS: usize = if cfg!(feature = "soak") { 100 } else { 20 };
/// How many people a nudge is due for at once.
const CROWD: usize = if cfg!(feature = "soak") { 2_000 } else { 60 };
/// How many of them come at a time.
const AT_ONCE: usize = 6;

/// Everything the bot said to somebody, each message by its name.
async fn said_by(bot: &UserId, person: &Person, so_far: &mut Vec<Seen>) {
    so_far.extend(person.sync().await.into_iter().filter(|seen| seen.sender() == bot && !seen.body().is_empty()));
}

fn count(said: &[Seen], text: &str) -> usize {
    said.iter().filter(|seen| seen.body().contains(text)).count()
}

#[tokio::test]
async fn what_was_said_while_the_bot_was_away_is_answered_once() {
    let Some(synapse) = &*SHARED else { return };
    let home = Home::on(synapse).await;
    let bot = home.start().await;
    let (ana, room) = met(synapse, &home, "ana").await;
    let lounge = ana.open_room("Lounge", &[&home.bot()], false).await;
    ana.is_joined_by(&lounge, &home.bot()).await;
    ana.says(&room, "!pitch practise 30").await;
    ana.reads(&home.bot(), "Write your pitch").await;
    bot.kill().await;
    ana.says(&room, crate::world::GOOD_PITCH).await;
    // A command, and so much talk after it that the homeserver tells only the end.
    ana.says(&lounge, "!pitch history").await;
    for number in 0..130 {
        ana.says(&lounge, &format!("we talk, {number}")).await;
    }
    let mut said = Vec::new();
    let bot = home.start().await;
    until("both are answered, once", async || {
        said_by(&home.bot(), &ana, &mut said).await;
        (count(&said, "What works:") == 1 && count(&said, "I have answered you") == 1).then_some(())
    })
    .await;
    // Started again and again, it answers nothing a second time.
    bot.kill().await;
    for _ in 0..2 {
        let bot = home.start().await;
        let other = ana.says(&room, "!help").await;
        until("it has caught up", async || {
            said_by(&home.bot(), &ana, &mut said).await;
            said.iter()
                .any(|seen| seen.event["origin_server_ts"].as_u64() > Some(0) && seen.body().contains("stop"))
                .then_some(())
        })
        .await;
        let _ = other;
        bot.end().await;
    }
    tokio::time::sleep(Duration::from_millis(500)).await;
    said_by(&home.bot(), &ana, &mut said).await;
    assert_eq!((count(&said, "What works:"), count(&said, "I have answered you")), (1, 1));
}

#[tokio::test]
async fn nudges_of_a_crowd_all_come_once_over_limits_and_kills() {
    if is_left_out() {
        return;
    }
    // Slower than what is due: most of it meets the limit.
    let synapse = Arc::new(Synapse::with(Limits::PerSecond(20)));
    let mut home = Home::on(&synapse).await;
    home.settings.invites_per_hour = 10_000;
    let bot = home.start().await;
    let rapport = home.bot();
    let coming = (0..CROWD).map(|_| {
        let (synapse, rapport) = (Arc::clone(&synapse), rapport.clone());
        async move {
            let person = Person::register(&synapse, &unique("p")).await;
            let room = person.open_plain_direct(&rapport).await;
            person.is_joined_by(&room, &rapport).await;
            person.says(&room, "!settings timezone Toronto").await;
            person.says(&room, "!nudge add write to Ben in 3 weeks").await;
            let mut said = Vec::new();
            until("the nudge is planned", async || {
                said_by(&rapport, &person, &mut said).await;
                (count(&said, "write to Ben") == 1).then_some(())
            })
            .await;
            (person, said)
        }
    });
    let mut crowd: Vec<(Person, Vec<Seen>)> = stream::iter(coming).buffer_unordered(AT_ONCE).collect().await;
    bot.end().await;
    make_due(home.path());
    // Down over the moment, and killed three times in the middle.
    for _ in 0..3 {
        let bot = home.start().await;
        tokio::time::sleep(Duration::from_millis(900)).await;
        bot.kill().await;
    }
    let bot = home.start().await;
    // Who is looked at first may be told last.
    let begun = Instant::now();
    let longest = Duration::from_secs(40) + Duration::from_millis(200) * u32::try_from(CROWD).unwrap();
    for (person, said) in &mut crowd {
        while count(said, "write to Ben") < 2 {
            assert!(begun.elapsed() < longest, "a nudge does not come");
            said_by(&rapport, person, said).await;
        }
    }
    tokio::time::sleep(Duration::from_secs(1)).await;
    for (person, said) in &mut crowd {
        said_by(&rapport, person, said).await;
        assert_eq!(count(said, "write to Ben"), 2, "one when it was planned, one when it was due");
    }
    println!("{CROWD} nudges due at once have come after {:.0?}", begun.elapsed());
    bot.end().await;
}

/// The program, which does not outlive its test.
pub(super) struct Program(pub(super) Child);

impl Drop for Program {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn program(home: &Home, synapse: &Synapse) -> Program {
    let child = Command::new(env!("CARGO_BIN_EXE_rapport"))
        .arg("run")
        .env("RAPPORT_DATA_DIR", home.path())
        .env("RAPPORT_MATRIX_USER", &home.settings.user)
        .env("RAPPORT_MATRIX_HOMESERVER", synapse.url())
        .env("RAPPORT_MATRIX_PASSWORD", PASSWORD)
        .env("RAPPORT_MATRIX_INVITES_PER_HOUR", "1000")
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    Program(child)
}

#[tokio::test]
async fn a_process_that_is_killed_in_a_conversation_loses_and_doubles_nothing() {
    use rand::{RngExt as _, SeedableRng as _};
    let Some(synapse) = &*SHARED else { return };
    let seed: u64 = rand::random();
    let mut random = rand::rngs::StdRng::seed_from_u64(seed);
    let home = Home::on(synapse).await;
    let mut child = program(&home, synapse);
    let (ana, room) = met(synapse, &home, "ana").await;
    ana.says(&room, "!settings timezone Toronto").await;
    ana.reads(&home.bot(), "Toronto").await;
    let mut said = Vec::new();
    for number in 1..=KILLS {
        let item = format!("item{number}x");
        ana.says(&room, &format!("!nudge add {item} in 3 weeks")).await;
        tokio::time::sleep(Duration::from_millis(random.random_range(0..250))).await;
        drop(child);
        child = program(&home, synapse);
        until(&format!("{item} is answered (seed {seed})"), async || {
            said_by(&home.bot(), &ana, &mut said).await;
            (count(&said, &item) > 0).then_some(())
        })
        .await;
    }
    tokio::time::sleep(Duration::from_millis(500)).await;
    said_by(&home.bot(), &ana, &mut said).await;
    let mut keys: BTreeMap<String, usize> = BTreeMap::new();
    for seen in &said {
        *keys.entry(seen.event["content"]["rapport.key"].as_str().unwrap().to_owned()).or_default() += 1;
    }
    assert!(keys.values().all(|times| *times == 1), "seed {seed}: {keys:?}");
    for number in 1..=KILLS {
        assert_eq!(count(&said, &format!("item{number}x")), 1, "seed {seed}, item {number}");
    }
    drop(child);
    let db = rusqlite::Connection::open(home.path().join(rapport::store::DATABASE_FILE)).unwrap();
    let planned: i64 = db.query_row("SELECT count(*) FROM nudges", [], |row| row.get(0)).unwrap();
    assert_eq!(planned, i64::try_from(KILLS).unwrap(), "seed {seed}");
    println!("{KILLS} kills, seed {seed}, {} messages", said.len());
}

#[tokio::test]
async fn a_homeserver_that_goes_away_is_waited_for() {
    use std::io::Read as _;
    if is_left_out() {
        return;
    }
    let mut synapse = Synapse::start();
    let home = Home::on(&synapse).await;
    let mut child = program(&home, &synapse);
    let (ana, room) = met(&synapse, &home, "ana").await;
    ana.says(&room, "!settings timezone Toronto").await;
    ana.reads(&home.bot(), "Toronto").await;
    ana.says(&room, "!nudge add write to Ben in 1 minute").await;
    ana.reads(&home.bot(), "write to Ben").await;
    tokio::time::sleep(Duration::from_secs(50)).await;
    // It is away when the nudge is due.
    synapse.stop();
    tokio::time::sleep(Duration::from_secs(14)).await;
    synapse.go_on();
    let nudge = ana.reads(&home.bot(), "write to Ben").await;
    // Clients announce it: it is no notice.
    assert_eq!(nudge.event["content"]["msgtype"], "m.text");
    ana.says(&room, "!help").await;
    ana.reads(&home.bot(), "pitch").await;
    Command::new("kill").args(["-TERM", &child.0.id().to_string()]).status().unwrap();
    let status = until("the program ends", async || child.0.try_wait().unwrap()).await;
    let mut log = String::new();
    child.0.stderr.take().unwrap().read_to_string(&mut log).unwrap();
    assert!(status.success(), "{log}");
    assert_eq!(log.matches("cannot be reached").count(), 1, "{log}");
    assert_eq!(log.matches("is back").count(), 1, "{log}");
}

/// Where nobody changed anything, a homeserver lets ten messages through at once, and then one in five seconds.
#[tokio::test]
async fn a_strict_homeserver_is_waited_out() {
    if is_left_out() {
        return;
    }
    let synapse = Synapse::with(Limits::AsShipped);
    let home = Home::on(&synapse).await;
    let bot = home.start().await;
    let mut said = Vec::new();
    let people = [Person::register(&synapse, &unique("ana")).await, Person::register(&synapse, &unique("ben")).await];
    for person in &people {
        let room = person.open_plain_direct(&home.bot()).await;
        person.is_joined_by(&room, &home.bot()).await;
        for _ in 0..6 {
            person.says(&room, "!nudge list").await;
        }
    }
    for person in &people {
        let mut heard = Vec::new();
        until("all six answers", async || {
            said_by(&home.bot(), person, &mut heard).await;
            (heard.len() >= 6).then_some(())
        })
        .await;
        said.push(heard.len());
    }
    assert_eq!(said, [6, 6]);
    bot.end().await;
}

/// Another process is started on the same data while one runs: it is refused, and nothing is lost.
#[tokio::test]
async fn a_second_process_is_refused() {
    let Some(synapse) = &*SHARED else { return };
    let home = Home::on(synapse).await;
    let bot = home.start().await;
    let (ana, room) = met(synapse, &home, "ana").await;
    let mut second = program(&home, synapse);
    let status = until("the second one ends", async || second.0.try_wait().unwrap()).await;
    assert!(!status.success());
    ana.says(&room, "!help").await;
    ana.reads(&home.bot(), "pitch").await;
    bot.end().await;
    let _ = Bot::engine(home.path());
}

//! Interactions: answered at once, in place, once; late, stale and forged ones answered kindly and harmlessly.

use super::{Adapter, Bot, PITCH, button, sees};
use fake_discord::{Change, Fake, Place, Progress};
use rapport::chat::Platform as _;
use rapport::engine::{Delivery, Outcome};
use rapport::ids::PlatformName;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::time::Duration;

struct Scene {
    fake: Fake,
    dir: tempfile::TempDir,
    lounge: Place,
}

async fn scene() -> Scene {
    let fake = Fake::start().await;
    let guild = fake.guild("Newcomers", "en-US");
    let lounge = Place::Channel(fake.channel(guild, "lounge"));
    Scene { fake, dir: tempfile::tempdir().unwrap(), lounge }
}

#[tokio::test]
async fn in_a_server_only_the_person_sees_the_answer_and_it_comes_at_once() {
    let Scene { fake, dir, lounge } = scene().await;
    let bot = Bot::start(&fake, dir.path()).await;
    let used = fake.slash("ana", lounge, "pitch practise", json!([{ "name": "seconds", "type": 4, "value": 30 }]));
    let asked = sees(&fake, "ana", "You have 30 seconds").await;
    assert!(asked.ephemeral);
    assert!(matches!(fake.state(used), Progress::Answered { after } if after < Duration::from_millis(1_500)));
    assert!(fake.changes("ben").iter().all(|seen| seen.author != fake.bot()));
    // Directly, it is a message like any other.
    fake.slash("ana", Place::Direct, "pitch practise", Value::Null);
    assert!(!sees(&fake, "ana", "Write your pitch").await.ephemeral);
    // In a chat among people, others read.
    let private = Place::Private(fake.private(&["ana", "ben"]));
    fake.install_for("ana");
    fake.slash("ana", private, "settings show", Value::Null);
    assert!(sees(&fake, "ana", "time zone").await.ephemeral);
    bot.end().await;
}

#[tokio::test]
async fn an_answered_question_gives_its_place_and_feedback_stays_to_be_read() {
    let Scene { fake, dir, lounge } = scene().await;
    let bot = Bot::start(&fake, dir.path()).await;
    fake.slash("ana", lounge, "start", Value::Null);
    let language = sees(&fake, "ana", "1 of 4").await;
    fake.press("ana", language.id, &button(&language, "English (anglais)"));
    let zone = sees(&fake, "ana", "2 of 4").await;
    assert_eq!((zone.id, zone.change), (language.id, Change::Edited));

    fake.slash("ben", lounge, "pitch practise", Value::Null);
    let asked = sees(&fake, "ben", "Write your pitch").await;
    let window = fake.press("ben", asked.id, &button(&asked, "Answer"));
    fake.answered(window).await;
    fake.submit("ben", window, &[("0", PITCH)]);
    let heard = sees(&fake, "ben", "Attempt 1").await;
    assert_eq!(heard.id, asked.id);
    fake.press("ben", heard.id, &button(&heard, "Keep this version"));
    let kept = sees(&fake, "ben", "Kept.").await;
    assert_ne!(kept.id, heard.id);
    let before = fake.message(heard.id).unwrap();
    assert!(before.content.contains("Attempt 1") && before.components.is_empty(), "{before:?}");
    bot.end().await;
}

#[tokio::test]
async fn several_questions_are_one_window() {
    let Scene { fake, dir, lounge } = scene().await;
    let bot = Bot::start(&fake, dir.path()).await;
    fake.set_locale("zoe", "fr");
    fake.slash("zoe", lounge, "pitch build", Value::Null);
    let asked = sees(&fake, "zoe", "1 sur 5").await;
    let window = fake.press("zoe", asked.id, &button(&asked, "Répondre"));
    fake.answered(window).await;
    let modal = fake.modal(window).unwrap();
    let labels: Vec<&str> =
        modal["components"].as_array().unwrap().iter().map(|field| field["label"].as_str().unwrap()).collect();
    assert_eq!(labels.len(), 5);
    assert_eq!(labels[0], "Qui vous êtes");
    let fields = [("0", "Zoé, menuisière"), ("1", "huit ans d'atelier"), ("2", "comment vous avez commencé ici")];
    fake.submit("zoe", window, &fields);
    // What is left empty at the end is asked by itself.
    sees(&fake, "zoe", "4 sur 5").await;
    bot.end().await;
}

#[tokio::test]
async fn more_than_five_choices_are_a_list() {
    let Scene { fake, dir, .. } = scene().await;
    let bot = Bot::start(&fake, dir.path()).await;
    fake.says("ana", "pitch practise 30");
    sees(&fake, "ana", "Write your pitch").await;
    fake.says("ana", "I'm sorry to bother you. I'm Ana, just a student. Um, please hire me for any job at all.");
    let heard = sees(&fake, "ana", "3 things to sharpen").await;
    let list = &heard.components[0]["components"][0];
    assert_eq!(list["type"], 3);
    let labels: Vec<&str> =
        list["options"].as_array().unwrap().iter().map(|one| one["label"].as_str().unwrap()).collect();
    assert!(labels.len() == 6 && labels[1] == "Keep this version", "{labels:?}");
    fake.select("ana", heard.id, list["custom_id"].as_str().unwrap(), &["keep"]);
    sees(&fake, "ana", "Kept.").await;
    bot.end().await;
}

#[tokio::test]
async fn a_double_click_and_a_second_delivery_act_once() {
    let Scene { fake, dir, lounge } = scene().await;
    let bot = Bot::start(&fake, dir.path()).await;
    fake.slash("ana", lounge, "start", Value::Null);
    let language = sees(&fake, "ana", "1 of 4").await;
    let english = button(&language, "English (anglais)");
    let (first, second) = (fake.press("ana", language.id, &english), fake.press("ana", language.id, &english));
    fake.answered(first).await;
    fake.answered(second).await;
    let seen = fake.changes("ana");
    assert!(seen.iter().any(|seen| seen.id == language.id && seen.content.contains("2 of 4")), "{seen:?}");
    assert!(seen.iter().any(|seen| seen.content.contains("belongs to an earlier moment")), "{seen:?}");
    // The same event again: nothing at all.
    let before = fake.requests().len();
    fake.again(first);
    fake.caught_up().await;
    fake.says("ana", "help");
    sees(&fake, "ana", "Here is what we can do").await;
    assert_eq!(fake.requests().len(), before + 1);
    bot.end().await;
}

#[tokio::test]
async fn somebody_elses_button_is_answered_kindly_and_changes_nothing() {
    let Scene { fake, dir, lounge } = scene().await;
    let bot = Bot::start(&fake, dir.path()).await;
    fake.slash("ana", lounge, "start", Value::Null);
    let language = sees(&fake, "ana", "1 of 4").await;
    let message = json!({ "id": language.id.to_string() });
    for forged in
        [button(&language, "English (anglais)").as_str(), "c-:0000000000000:1:en", "c-:x", "nonsense", "w+:::"]
    {
        let press = fake.press_forged("ben", lounge, message.clone(), forged);
        fake.answered(press).await;
        let said = sees(&fake, "ben", "belongs to an earlier moment").await;
        assert!(said.ephemeral && said.id != language.id);
    }
    // An answer to her question, from him.
    let answer = button(&language, "English (anglais)").replacen("c-", "a-", 1);
    let press = fake.press_forged("ben", lounge, message, &answer);
    fake.answered(press).await;
    assert_eq!(fake.modal(press), None);
    fake.press("ana", language.id, &button(&language, "English (anglais)"));
    sees(&fake, "ana", "2 of 4").await;
    bot.end().await;
}

#[tokio::test]
async fn what_takes_longer_is_put_off_and_then_answered_in_place() {
    let Scene { fake, dir, lounge } = scene().await;
    let mut adapter = Adapter::start(&fake, dir.path()).await;
    let used = fake.slash("ana", lounge, "start", Value::Null);
    let inbound = adapter.event().await;
    let put_off = |fake: &Fake| matches!(fake.state(used), Progress::Deferred { .. }).then_some(());
    fake.until("the interaction is put off", put_off).await;
    deliver(&mut adapter, inbound).await;
    let asked = sees(&fake, "ana", "1 of 4").await;
    assert!(asked.ephemeral);

    // A button that takes longer: the message stands meanwhile, and is changed in the end.
    fake.press("ana", asked.id, &button(&asked, "Français (French)"));
    let inbound = adapter.event().await;
    tokio::time::sleep(Duration::from_millis(1_700)).await;
    deliver(&mut adapter, inbound).await;
    assert_eq!(sees(&fake, "ana", "2 sur 4").await.id, asked.id);
    adapter.stop.send(true).unwrap();
    adapter.listening.await.unwrap().unwrap();
}

async fn deliver(adapter: &mut Adapter, inbound: rapport::chat::Inbound) {
    assert_eq!(adapter.engine.handle(&[inbound]).unwrap(), [Outcome::Done]);
    loop {
        let now = adapter.engine.clock().now();
        let ready = adapter.engine.ready(&[PlatformName::Discord], &BTreeSet::new(), now).unwrap();
        if ready.is_empty() {
            return;
        }
        for out in ready {
            let result = adapter.discord.deliver(&out).await;
            adapter.engine.note_deliveries(&[Delivery { out, result }]).unwrap();
        }
    }
}

#[tokio::test]
async fn too_late_for_an_answer_it_is_kept_and_shown_next_time() {
    let Scene { fake, dir, lounge } = scene().await;
    let mut adapter = Adapter::start(&fake, dir.path()).await;
    // In a channel nothing can be said any more.
    let used = fake.slash("ana", lounge, "start", Value::Null);
    let inbound = adapter.event().await;
    fake.age_interaction(used, Duration::from_secs(4));
    deliver(&mut adapter, inbound).await;
    assert!(fake.changes("ana").iter().all(|seen| seen.author != fake.bot()));
    fake.slash("ana", lounge, "resume", Value::Null);
    let inbound = adapter.event().await;
    deliver(&mut adapter, inbound).await;
    let seen = fake.changes("ana");
    assert!(seen.iter().any(|seen| seen.content.contains("This is where we were.")), "{seen:?}");
    assert!(seen.iter().any(|seen| seen.content.contains("I could not deliver this before.")), "{seen:?}");
    assert!(seen.iter().filter(|seen| seen.author == fake.bot()).all(|seen| seen.ephemeral));
    // Directly it is simply said.
    let used = fake.slash("ben", Place::Direct, "start", Value::Null);
    let inbound = adapter.event().await;
    fake.age_interaction(used, Duration::from_secs(16 * 60));
    deliver(&mut adapter, inbound).await;
    sees(&fake, "ben", "1 of 4").await;
    adapter.stop.send(true).unwrap();
    adapter.listening.await.unwrap().unwrap();
}

#[tokio::test]
async fn a_kill_with_an_open_interaction_loses_nothing() {
    let Scene { fake, dir, lounge } = scene().await;
    let mut adapter = Adapter::start(&fake, dir.path()).await;
    let used = fake.slash("ana", lounge, "start", Value::Null);
    let inbound = adapter.event().await;
    // It is committed, and then the process is gone before anything was delivered.
    assert_eq!(adapter.engine.handle(&[inbound]).unwrap(), [Outcome::Done]);
    adapter.listening.abort();
    let _ = adapter.listening.await;
    drop((adapter.engine, adapter.submissions, adapter.discord, adapter.stop));
    fake.disconnected().await;
    // Started again in time, the answer still comes.
    let bot = Bot::start(&fake, dir.path()).await;
    fake.answered(used).await;
    let asked = sees(&fake, "ana", "1 of 4").await;
    // And once: a kill between the delivery and its note repeats what Discord has seen already.
    fake.press("ana", asked.id, &button(&asked, "English (anglais)"));
    sees(&fake, "ana", "2 of 4").await;
    bot.kill(&fake).await;
    let bot = Bot::start(&fake, dir.path()).await;
    fake.slash("ana", lounge, "resume", Value::Null);
    sees(&fake, "ana", "2 of 4").await;
    bot.end().await;
}

#[tokio::test]
async fn an_acknowledgement_that_was_lost_is_not_given_twice() {
    use fake_discord::Trouble;
    let Scene { fake, dir, lounge } = scene().await;
    let bot = Bot::start(&fake, dir.path()).await;
    for trouble in [
        Trouble::HangUp { effect: true },
        Trouble::HangUp { effect: false },
        Trouble::Status { code: 502, effect: false },
    ] {
        fake.fail(("POST", "/callback"), trouble, 1);
        fake.slash("ana", lounge, "help", Value::Null);
        sees(&fake, "ana", "Here is what we can do").await;
        assert!(fake.changes("ana").is_empty());
    }
    bot.end().await;
}

#[tokio::test]
async fn after_a_restart_what_follows_an_answer_does_not_take_its_place() {
    let Scene { fake, dir, lounge } = scene().await;
    let mut adapter = Adapter::start(&fake, dir.path()).await;
    fake.slash("ana", lounge, "pitch practise", json!([{ "name": "seconds", "type": 4, "value": 30 }]));
    let inbound = adapter.event().await;
    deliver(&mut adapter, inbound).await;
    let asked = sees(&fake, "ana", "Write your pitch").await;
    let window = fake.press("ana", asked.id, &button(&asked, "Answer"));
    adapter.serve_until(fake.answered(window)).await;
    fake.submit("ana", window, &[("0", PITCH)]);
    let inbound = adapter.event().await;
    deliver(&mut adapter, inbound).await;
    let heard = sees(&fake, "ana", "Attempt 1").await;
    fake.press("ana", heard.id, &button(&heard, "Say it aloud"));
    let inbound = adapter.event().await;
    deliver(&mut adapter, inbound).await;
    sees(&fake, "ana", "The clock runs now").await;
    adapter.listening.abort();
    let _ = adapter.listening.await;
    drop((adapter.engine, adapter.submissions, adapter.discord, adapter.stop));
    fake.disconnected().await;
    // The time is over while another process runs, which knows nothing of what was answered.
    let db = rusqlite::Connection::open(dir.path().join(rapport::store::DATABASE_FILE)).unwrap();
    assert_eq!(db.execute("UPDATE timers SET due_at = 1 WHERE name <> '~silence'", []).unwrap(), 1);
    drop(db);
    let bot = Bot::start(&fake, dir.path()).await;
    let over = sees(&fake, "ana", "30 seconds are over").await;
    assert!(over.ephemeral && over.id != heard.id);
    assert!(fake.message(heard.id).unwrap().content.contains("Attempt 1"));
    bot.end().await;
}

//! Direct messages: in order, with voice and files, changed afterwards, missed while the bot was away, refused.

use super::{Adapter, Bot, PITCH, button, sees};
use fake_discord::{Fake, Place};
use rapport::chat::Body;
use serde_json::{Value, json};

#[tokio::test]
async fn a_thousand_pairs_of_messages_come_in_their_order() {
    let (fake, dir) = (Fake::start().await, tempfile::tempdir().unwrap());
    let mut adapter = Adapter::start(&fake, dir.path()).await;
    let mut expected = Vec::new();
    for pair in 0..1_000 {
        let who = format!("person{}", pair % 50);
        for half in ["first", "second"] {
            let text = format!("{half} {pair}");
            fake.says(&who, &text);
            expected.push(text);
        }
    }
    let mut heard = Vec::new();
    while heard.len() < expected.len() {
        match adapter.event().await.body {
            Body::Text(text) => heard.push(text),
            other => panic!("{other:?}"),
        }
    }
    assert_eq!(heard, expected);
    adapter.stop.send(true).unwrap();
    adapter.listening.await.unwrap().unwrap();
}

#[tokio::test]
async fn a_voice_message_counts_with_its_length_and_a_file_gets_a_sentence() {
    let (fake, dir) = (Fake::start().await, tempfile::tempdir().unwrap());
    let bot = Bot::start(&fake, dir.path()).await;
    fake.says("ana", "pitch practise 30");
    sees(&fake, "ana", "Write your pitch").await;
    fake.voice("ana", 27.4);
    sees(&fake, "ana", "Attempt 1: 27 seconds.").await;
    fake.file("ana", "cv.pdf", 200_000, "");
    sees(&fake, "ana", "I cannot read files here").await;
    bot.end().await;
}

#[tokio::test]
async fn a_list_comes_in_as_a_file_or_with_the_command_and_goes_out_as_one() {
    let (fake, dir) = (Fake::start().await, tempfile::tempdir().unwrap());
    let lounge = fake.channel(fake.guild("Newcomers", "en-US"), "lounge");
    let bot = Bot::start(&fake, dir.path()).await;
    fake.says("ana", "contact import");
    sees(&fake, "ana", "Send me the file").await;
    fake.file_with("ana", "people.csv", "nom;poste\nH\u{e9}l\u{e8}ne Ouellet;chef\nBen;cook\n".as_bytes(), "");
    sees(&fake, "ana", "2 people are new").await;
    // In a channel, where nothing but the command can bring it.
    let file = fake.upload(
        "ana",
        "more.vcf",
        "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Li Wei\r\nN:Wei;Li\r\nEND:VCARD\r\n".as_bytes(),
    );
    let options = serde_json::json!([{ "name": "file", "type": 11, "value": file.to_string() }]);
    fake.slash("ana", Place::Channel(lounge), "contact import", options);
    sees(&fake, "ana", "One person is new").await;
    fake.file_with("ana", "huge.csv", vec![b'x'; 11 * 1024 * 1024], "");
    sees(&fake, "ana", "I can use a file only").await;
    fake.says("ana", "contact import");
    sees(&fake, "ana", "Send me the file").await;
    fake.file_with("ana", "huge.csv", vec![b'x'; 11 * 1024 * 1024], "");
    sees(&fake, "ana", "too large: I read up to 10 MB").await;
    fake.says("ana", "!contact export vcard");
    let sent = sees(&fake, "ana", "3 people").await;
    assert_eq!(sent.attachments[0].filename, "contacts.vcf");
    assert!(String::from_utf8_lossy(&sent.attachments[0].bytes).contains("FN:Li Wei"));
    bot.end().await;
}

#[tokio::test]
async fn an_edit_of_the_last_answer_corrects_it() {
    let (fake, dir) = (Fake::start().await, tempfile::tempdir().unwrap());
    let bot = Bot::start(&fake, dir.path()).await;
    fake.says("ana", "pitch practise 30");
    sees(&fake, "ana", "Write your pitch").await;
    let attempt = fake.says("ana", "Hi, I am Ana and I bake bread.");
    sees(&fake, "ana", "Attempt 1: 8 words").await;
    fake.edit("ana", attempt, PITCH);
    sees(&fake, "ana", "Attempt 1: 32 words").await;
    // Once the flow has gone on, an edit changes nothing.
    fake.says("ana", "2");
    sees(&fake, "ana", "Kept.").await;
    let before = fake.requests().len();
    fake.edit("ana", attempt, "Something else altogether, about shoes.");
    fake.caught_up().await;
    assert_eq!(fake.requests().len(), before);
    bot.end().await;
}

#[tokio::test]
async fn what_was_written_while_the_bot_was_away_is_read_where_it_waits() {
    let (fake, dir) = (Fake::start().await, tempfile::tempdir().unwrap());
    let bot = Bot::start(&fake, dir.path()).await;
    fake.says("ana", "pitch practise 30");
    sees(&fake, "ana", "Write your pitch").await;
    fake.says("ben", "help");
    sees(&fake, "ben", "Here is what we can do").await;
    bot.end().await;
    fake.says("ana", PITCH);
    fake.says("ana", "2");
    fake.says("ben", "help");
    let bot = Bot::start(&fake, dir.path()).await;
    sees(&fake, "ana", "Kept.").await;
    assert!(fake.changes("ben").is_empty());
    // Nothing is read twice.
    bot.end().await;
    let bot = Bot::start(&fake, dir.path()).await;
    fake.says("ana", "no");
    fake.says("ana", "help");
    sees(&fake, "ana", "Here is what we can do").await;
    bot.end().await;
}

#[tokio::test]
async fn a_refused_direct_message_is_told_once_with_the_way_to_allow_it() {
    let (fake, dir) = (Fake::start().await, tempfile::tempdir().unwrap());
    let guild = fake.guild("Newcomers", "en-US");
    let lounge = Place::Channel(fake.channel(guild, "lounge"));
    let bot = Bot::start(&fake, dir.path()).await;
    let text = |value: &str| json!([{ "name": "value", "type": 3, "value": value }]);
    fake.slash("ana", lounge, "settings timezone", text("Toronto"));
    sees(&fake, "ana", "Toronto").await;
    fake.slash("ana", lounge, "settings quiet", text("none"));
    sees(&fake, "ana", "Done.").await;
    fake.close_direct("ana");
    for round in 1..=2 {
        // The nearest moment that can be named is a minute away: it is brought forward in the store.
        fake.slash(
            "ana",
            lounge,
            "nudge add",
            json!([{ "name": "what", "type": 3, "value": "write to Ben in 1 hour" }]),
        );
        sees(&fake, "ana", "I will remind you").await;
        let refused = fake.requests().len();
        bring_forward(dir.path());
        // The bot looks at what is due whenever something happens.
        fake.slash("zoe", lounge, "help", Value::Null);
        fake.until("a refusal", |fake| fake.requests()[refused..].iter().any(|one| one.status == 403).then_some(()))
            .await;
        fake.slash("ana", lounge, "help", Value::Null);
        let late = sees(&fake, "ana", "I could not deliver this before.").await;
        assert!(late.ephemeral && late.content.contains("write to Ben"), "{}", late.content);
        assert_eq!(late.content.contains("Privacy Settings"), round == 1, "{}", late.content);
        fake.press("ana", late.id, &button(&late, "Done"));
        sees(&fake, "ana", "That is done").await;
    }
    bot.end().await;
}

/// Lets every planned nudge be due now.
fn bring_forward(dir: &std::path::Path) {
    let db = rusqlite::Connection::open(dir.join(rapport::store::DATABASE_FILE)).unwrap();
    db.busy_timeout(std::time::Duration::from_secs(5)).unwrap();
    let now = rapport::clock::Clock::System.now();
    db.execute("UPDATE nudges SET tell_at = ?1, due_at = ?1 WHERE status = 'planned'", [now]).unwrap();
}

//! What goes wrong between the bot and Discord, and must not be noticed by anybody.

use super::{Bot, PITCH, sees};
use fake_discord::{Fake, Scope, Trouble};
use std::collections::BTreeMap;
use std::time::Duration;

#[tokio::test]
async fn a_dropped_connection_is_resumed_in_the_middle_of_a_flow() {
    let (fake, dir) = (Fake::start().await, tempfile::tempdir().unwrap());
    let bot = Bot::start(&fake, dir.path()).await;
    fake.says("ana", "pitch practise 30");
    sees(&fake, "ana", "Write your pitch").await;
    fake.drop_connection();
    fake.says("ana", PITCH);
    sees(&fake, "ana", "Attempt 1").await;
    fake.reconnect();
    fake.says("ana", "2");
    sees(&fake, "ana", "Kept.").await;
    assert_eq!(fake.identifies(), 1);
    fake.until("the second resume", |fake| (fake.resumes() == 2).then_some(())).await;
    bot.end().await;
}

#[tokio::test]
async fn in_a_new_session_what_was_missed_is_read() {
    let (fake, dir) = (Fake::start().await, tempfile::tempdir().unwrap());
    let bot = Bot::start(&fake, dir.path()).await;
    fake.says("ana", "pitch practise 30");
    sees(&fake, "ana", "Write your pitch").await;
    fake.refuse_resume(true);
    fake.drop_connection();
    fake.says("ana", PITCH);
    fake.until("another session", |fake| (fake.identifies() == 2).then_some(())).await;
    sees(&fake, "ana", "Attempt 1").await;
    bot.end().await;
}

#[tokio::test]
async fn a_limit_holds_up_its_own_place_alone() {
    let (fake, dir) = (Fake::start().await, tempfile::tempdir().unwrap());
    let bot = Bot::start(&fake, dir.path()).await;
    let ana = fake.direct("ana");
    fake.rate_limit(("POST", &format!("/channels/{ana}/messages")), 1.5, Scope::User, 1);
    fake.says("ana", "help");
    fake.says("ben", "help");
    sees(&fake, "ben", "Here is what we can do").await;
    assert!(fake.messages(ana).iter().all(|seen| seen.author != fake.bot()));
    sees(&fake, "ana", "Here is what we can do").await;
    assert_eq!(fake.limited(), 1);
    bot.end().await;
}

#[tokio::test]
async fn what_the_headers_say_is_kept_to() {
    let (fake, dir) = (Fake::start().await, tempfile::tempdir().unwrap());
    let bot = Bot::start(&fake, dir.path()).await;
    fake.bucket("/messages", 2, Duration::from_millis(400));
    for _ in 0..7 {
        fake.says("ana", "help");
    }
    fake.until("seven answers", |fake| {
        let said = fake.seen_by("ana").into_iter().filter(|seen| seen.author == fake.bot()).count();
        (said == 7).then_some(())
    })
    .await;
    assert_eq!(fake.limited(), 0);
    bot.end().await;
}

#[tokio::test]
async fn a_storm_of_refusals_loses_and_doubles_nothing() {
    let (fake, dir) = (Fake::start().await, tempfile::tempdir().unwrap());
    let bot = Bot::start(&fake, dir.path()).await;
    fake.rate_limit(("POST", "/messages"), 0.05, Scope::User, 60);
    fake.rate_limit(("POST", "/messages"), 0.3, Scope::Global, 5);
    let people: Vec<String> = (0..20).map(|number| format!("person{number}")).collect();
    for line in ["pitch practise 30", PITCH, "2"] {
        for who in &people {
            fake.says(who, line);
        }
    }
    for who in &people {
        fake.until("the last answer", |fake| {
            fake.seen_by(who).iter().any(|seen| seen.content.contains("Kept.")).then_some(())
        })
        .await;
        let said: Vec<String> =
            fake.seen_by(who).into_iter().filter(|seen| seen.author == fake.bot()).map(|seen| seen.content).collect();
        let beginnings: Vec<&str> = said.iter().map(|text| &text[..5]).collect();
        assert_eq!(beginnings, ["Write", "Attem", "Kept."], "{who}");
    }
    assert!(fake.limited() >= 65);
    bot.end().await;
}

#[tokio::test]
async fn a_message_whose_answer_was_lost_is_not_sent_twice() {
    let (fake, dir) = (Fake::start().await, tempfile::tempdir().unwrap());
    let bot = Bot::start(&fake, dir.path()).await;
    fake.says("ana", "settings language en");
    sees(&fake, "ana", "Done.").await;
    fake.fail(("POST", "/messages"), Trouble::HangUp { effect: true }, 1);
    fake.says("ana", "pitch history");
    fake.says("ana", "help");
    sees(&fake, "ana", "Here is what we can do").await;
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for seen in fake.seen_by("ana").into_iter().filter(|seen| seen.author == fake.bot()) {
        *counts.entry(seen.content).or_default() += 1;
    }
    assert!(counts.values().all(|count| *count == 1), "{counts:?}");
    assert_eq!(counts.len(), 3);
    let nonces: Vec<_> = fake.requests().into_iter().filter(|one| one.path.ends_with("/messages")).collect();
    assert_eq!(nonces[1].body["nonce"], nonces[2].body["nonce"]);
    assert!(nonces[1].body["enforce_nonce"].as_bool().unwrap());
    bot.end().await;
}

#[tokio::test]
async fn a_revoked_token_ends_the_bot_with_a_sentence() {
    let (fake, dir) = (Fake::start().await, tempfile::tempdir().unwrap());
    let bot = Bot::start(&fake, dir.path()).await;
    fake.revoke_token();
    let ended = tokio::time::timeout(Duration::from_secs(30), bot.listening).await.unwrap().unwrap();
    assert!(ended.unwrap_err().to_string().starts_with("Discord does not know this token."));
    bot.app.abort();
}

#[tokio::test]
async fn an_unreadable_payload_is_counted_and_the_next_is_read() {
    let (fake, dir) = (Fake::start().await, tempfile::tempdir().unwrap());
    let bot = Bot::start(&fake, dir.path()).await;
    fake.dispatch("MESSAGE_CREATE", &serde_json::json!({ "no": "message" }));
    fake.dispatch("A_NEW_EVENT", &serde_json::json!({ "what": "ever" }));
    fake.says("ana", "help");
    sees(&fake, "ana", "Here is what we can do").await;
    assert_eq!(bot.discord.unreadable(), 1);
    bot.end().await;
}

#[tokio::test]
async fn a_chat_that_is_no_more_is_opened_anew() {
    let (fake, dir) = (Fake::start().await, tempfile::tempdir().unwrap());
    let bot = Bot::start(&fake, dir.path()).await;
    fake.says("ana", "help");
    sees(&fake, "ana", "Here is what we can do").await;
    fake.fail(("POST", "/users/@me/channels"), Trouble::Status { code: 500, effect: false }, 0);
    let before = fake.direct("ana");
    fake.says("ana", "settings show");
    fake.delete_channel(before);
    fake.until("an answer in a new chat", |fake| {
        let now = fake.direct("ana");
        (now != before && fake.messages(now).iter().any(|seen| seen.author == fake.bot())).then_some(())
    })
    .await;
    bot.end().await;
}

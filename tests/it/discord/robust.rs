//! What goes wrong between the bot and Discord, and must not be noticed by anybody.

use super::{Adapter, Bot, PITCH, sees};
use fake_discord::{Denied, Fake, Place as Where, Scope, Trouble};
use rapport::chat::platform::{Block, Content, Span};
use rapport::chat::{Place, PlaceKind, Platform as _};
use rapport::clock::Moment;
use rapport::engine::Delivery;
use rapport::ids::{DeliveryKey, PlatformName};
use rapport::store::{outbox, people};
use serde_json::Value;
use std::collections::BTreeMap;
use std::collections::BTreeSet;
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
    for _ in 0..2 {
        let before = fake.direct("ana");
        fake.says("ana", "settings show");
        fake.delete_channel(before);
        fake.until("an answer in a new chat", |fake| {
            let now = fake.direct("ana");
            (now != before && fake.messages(now).iter().any(|seen| seen.author == fake.bot())).then_some(())
        })
        .await;
    }
    bot.end().await;
}

/// Delivers what may leave at a moment, and what follows from that.
async fn deliver(adapter: &mut Adapter, now: Moment) {
    for _ in 0..3 {
        let ready = adapter.engine.ready(&[PlatformName::Discord], &BTreeSet::new(), now).unwrap();
        for out in ready {
            let result = adapter.discord.deliver(&out).await;
            adapter.engine.note_deliveries(&[Delivery { out, result }]).unwrap();
        }
    }
}

/// Something that is to be posted for Ana in a place, where everybody may read it.
fn post(adapter: &Adapter, kind: PlaceKind, handle: &str, text: &str) {
    let db = adapter.engine.connection();
    let ana = people::find(db, PlatformName::Discord, handle).unwrap().unwrap();
    let text = Block::Text(vec![Span::Plain(text.into())]);
    let message = outbox::NewMessage {
        key: DeliveryKey::make(&mut rand::rng()),
        place: Place { platform: PlatformName::Discord, kind },
        only: None,
        person: Some(ana.id),
        content: Content { blocks: vec![text], ..Content::default() },
        ticket: None,
        card: None,
    };
    outbox::add(db, &message, adapter.engine.clock().now()).unwrap();
}

#[tokio::test]
async fn a_missing_permission_is_told_once_by_its_name_and_nothing_is_lost() {
    let (fake, dir) = (Fake::start().await, tempfile::tempdir().unwrap());
    let guild = fake.guild("Newcomers", "en-US");
    let channel = fake.channel(guild, "lounge");
    let thread = fake.thread(channel, "cell 1");
    let mut adapter = Adapter::start(&fake, dir.path()).await;
    fake.slash("ana", Where::Channel(channel), "help", Value::Null);
    let inbound = adapter.event().await;
    adapter.engine.handle(&[inbound]).unwrap();
    let mut now = adapter.engine.clock().now() + Duration::from_secs(60);
    deliver(&mut adapter, now).await;
    fake.changes("ana");

    let handle = fake.user("ana").to_string();
    let room = PlaceKind::Room(channel.to_string());
    let cell = PlaceKind::Thread(channel.to_string(), thread.to_string());
    for (kind, denied, id, name) in [
        (&room, Denied::Send, channel, "“Send Messages”"),
        (&cell, Denied::SendInThreads, thread, "“Send Messages in Threads”"),
        (&room, Denied::View, channel, "“View Channel”"),
    ] {
        fake.deny(id, denied);
        let text = format!("Tonight at seven, {}.", name.trim_matches(['“', '”']));
        post(&adapter, kind.clone(), &handle, &text);
        deliver(&mut adapter, now).await;
        let told = fake.changes("ana");
        assert_eq!(told.len(), 1, "{told:?}");
        assert!(told[0].content.contains(name) && told[0].content.contains(&format!("<#{id}>")), "{told:?}");
        assert_eq!(told[0].channel, fake.direct("ana"));
        // Tried again, it is not told again.
        now = now + Duration::from_secs(16 * 60);
        deliver(&mut adapter, now).await;
        assert!(fake.changes("ana").is_empty());
        fake.allow(id, denied);
        now = now + Duration::from_secs(16 * 60);
        deliver(&mut adapter, now).await;
        assert_eq!(fake.messages(id).iter().filter(|seen| seen.content == text).count(), 1);
        fake.changes("ana");
    }
    post(&adapter, room, &handle, "Tonight at eight.");
    fake.delete_channel(channel);
    deliver(&mut adapter, now).await;
    let told = fake.changes("ana");
    assert!(told.iter().any(|seen| seen.content.contains("that place is no more")), "{told:?}");
    adapter.stop.send(true).unwrap();
    adapter.listening.await.unwrap().unwrap();
}

#[tokio::test]
async fn whoever_brings_the_bot_is_told_once_how_a_night_is_planned() {
    let (fake, dir) = (Fake::start().await, tempfile::tempdir().unwrap());
    fake.guild("An old one", "en-US");
    let bot = Bot::start(&fake, dir.path()).await;
    let guild = fake.invited("Newcomers *here*", "fr", "olga");
    sees(&fake, "olga", "Merci de m'accueillir dans Newcomers").await;
    fake.tells_of(guild);
    fake.says("olga", "aide soirée");
    sees(&fake, "olga", "soirée prévoir").await;
    let direct = fake.direct("olga");
    let told = fake.messages(direct).iter().filter(|seen| seen.content.contains("Merci de m'accueillir")).count();
    assert_eq!(told, 1);
    // Nobody else hears of it.
    let posts = fake.requests().iter().filter(|request| request.path.ends_with("/messages")).count();
    assert_eq!(posts, 2);
    bot.end().await;
}

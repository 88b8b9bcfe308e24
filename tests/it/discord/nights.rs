//! Nights in a server: the card that is changed in place, and the entry in the server's calendar.

use super::{Bot, sees};
use fake_discord::{Fake, Place as Where, Seen};
use serde_json::{Value, json};

/// Presses the button that has these words on it.
fn press(fake: &Fake, who: &str, seen: &Seen, label: &str) -> u64 {
    let buttons = seen.components.iter().flat_map(|row| row["components"].as_array().into_iter().flatten());
    let button = buttons.into_iter().find(|button| button["label"] == label);
    let id = button.unwrap_or_else(|| panic!("no {label:?}: {seen:?}"))["custom_id"].as_str().unwrap().to_owned();
    fake.press(who, seen.id, &id)
}

fn command(fake: &Fake, who: &str, channel: u64, command: &str, options: Value) {
    fake.slash(who, Where::Channel(channel), command, options);
}

/// A night is announced in a channel by its host. Gives back the card.
async fn announced(fake: &Fake, channel: u64) -> Seen {
    fake.says("hana", "settings timezone Toronto");
    sees(fake, "hana", "America/Toronto").await;
    let options = json!([
        { "name": "when", "type": 3, "value": "tomorrow 7pm" },
        { "name": "topic", "type": 3, "value": "first *questions*" },
        { "name": "minutes", "type": 4, "value": 10 },
        { "name": "rounds", "type": 4, "value": 2 },
        { "name": "people", "type": 4, "value": 6 },
    ]);
    command(fake, "hana", channel, "night plan", options);
    let shown = sees(fake, "hana", "This is what I would announce").await;
    assert!(shown.ephemeral && shown.content.contains(&format!("<#{channel}>")), "{shown:?}");
    press(fake, "hana", &shown, "Announce it");
    sees(fake, "ana", "Nobody has signed up yet").await
}

#[tokio::test]
async fn a_night_stands_in_the_channel_and_in_the_calendar_as_it_is() {
    let (fake, dir) = (Fake::start().await, tempfile::tempdir().unwrap());
    let guild = fake.guild("Newcomers", "en-US");
    let channel = fake.channel(guild, "lounge");
    for who in ["hana", "ana"] {
        fake.join(who, guild);
    }
    fake.set_permissions("hana", 1 << 5);
    let bot = Bot::start(&fake, dir.path()).await;
    let card = announced(&fake, channel).await;
    assert!(!card.ephemeral);
    assert_eq!(card.allowed_mentions["parse"], json!([]));
    let entry = fake.until("an entry in the calendar", |fake| fake.calendar(guild).pop()).await;
    assert_eq!(entry["name"], "Mock-interview night (first *questions*)");
    assert!(entry["description"].as_str().unwrap().contains("Topic: first \\*questions\\*"), "{entry}");
    assert_eq!(entry["entity_metadata"]["location"], "#lounge");

    press(&fake, "ana", &card, "Sign up");
    let joined = sees(&fake, "ana", "You are in").await;
    assert!(joined.ephemeral);
    let changed = sees(&fake, "hana", &format!("1 of 6: <@{}>", fake.user("ana"))).await;
    assert_eq!((changed.id, changed.channel), (card.id, channel));

    let options = json!([{ "name": "when", "type": 3, "value": "tomorrow 8:30pm" }]);
    command(&fake, "hana", channel, "night move", options);
    let sure = sees(&fake, "hana", "Move it to").await;
    press(&fake, "hana", &sure, "Move it");
    let told = sees(&fake, "ana", "has moved").await;
    assert_eq!(told.channel, fake.direct("ana"));
    let moved = fake.until("the entry has moved", |fake| {
        fake.calendar(guild).pop().filter(|now| now["scheduled_start_time"] != entry["scheduled_start_time"])
    });
    let moved = moved.await;
    assert_eq!((&moved["id"], &moved["name"]), (&entry["id"], &entry["name"]));

    command(&fake, "hana", channel, "night cancel", Value::Null);
    let sure = sees(&fake, "hana", "Call off the night").await;
    press(&fake, "hana", &sure, "Call it off");
    fake.until("the calendar is empty", |fake| fake.calendar(guild).is_empty().then_some(())).await;
    let card = fake
        .until("the card says so", |fake| fake.message(card.id).filter(|card| card.content.contains("is called off")));
    assert!(card.await.components.is_empty());
    bot.end().await;
}

#[tokio::test]
async fn without_leave_for_the_calendar_a_night_is_announced_all_the_same() {
    let (fake, dir) = (Fake::start().await, tempfile::tempdir().unwrap());
    let guild = fake.guild("Newcomers", "en-US");
    let channel = fake.channel(guild, "lounge");
    fake.close_calendar(guild);
    for who in ["hana", "ana"] {
        fake.join(who, guild);
    }
    fake.set_permissions("hana", 1 << 5);
    let bot = Bot::start(&fake, dir.path()).await;
    let card = announced(&fake, channel).await;
    press(&fake, "ana", &card, "Sign up");
    sees(&fake, "hana", "1 of 6").await;
    let is_of_calendar = |path: &str| path.ends_with("/scheduled-events");
    let asked: Vec<_> = fake.requests().into_iter().filter(|request| is_of_calendar(&request.path)).collect();
    assert_eq!(
        asked.iter().map(|request| (request.method.as_str(), request.status)).collect::<Vec<_>>(),
        [("GET", 403)]
    );
    bot.end().await;
}

#[tokio::test]
async fn a_card_that_somebody_took_away_is_put_up_again() {
    let (fake, dir) = (Fake::start().await, tempfile::tempdir().unwrap());
    let guild = fake.guild("Newcomers", "en-US");
    let channel = fake.channel(guild, "lounge");
    for who in ["hana", "ana"] {
        fake.join(who, guild);
    }
    fake.set_permissions("hana", 1 << 5);
    let bot = Bot::start(&fake, dir.path()).await;
    let card = announced(&fake, channel).await;
    fake.take_away(card.id);
    command(&fake, "ana", channel, "night join", Value::Null);
    let again = sees(&fake, "hana", "1 of 6").await;
    assert_ne!(again.id, card.id);
    command(&fake, "ana", channel, "night leave", Value::Null);
    let last = fake.until("the new one is changed", |fake| {
        fake.message(again.id).filter(|card| card.content.contains("Nobody has signed up"))
    });
    last.await;
    bot.end().await;
}

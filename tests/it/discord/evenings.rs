//! Evenings in a server: threads, who is called, cards for one person alone, and what can go wrong with channels.

use super::Bot;
use fake_discord::{Denied, Fake, Place as Where, Seen, Trouble};
use serde_json::{Value, json};

const PEOPLE: [&str; 3] = ["ana", "ben", "chloe"];

/// Waits until somebody can see a message of the bot's with that text, whenever it came.
async fn sees(fake: &Fake, who: &str, text: &str) -> Seen {
    let look = |fake: &Fake| {
        fake.seen_by(who).into_iter().rev().find(|seen| seen.author == fake.bot() && seen.content.contains(text))
    };
    fake.until(&format!("{who} sees {text:?}"), look).await
}

/// How many messages of the bot's with that text somebody can see directly.
fn count(fake: &Fake, who: &str, text: &str) -> usize {
    let direct = fake.direct(who);
    fake.seen_by(who).iter().filter(|seen| seen.channel == direct && seen.content.contains(text)).count()
}

/// The id of the button that has these words on it.
fn button(seen: &Seen, label: &str) -> String {
    let buttons = seen.components.iter().flat_map(|row| row["components"].as_array().into_iter().flatten());
    let button = buttons.into_iter().find(|button| button["label"] == label);
    button.unwrap_or_else(|| panic!("no {label:?}: {seen:?}"))["custom_id"].as_str().unwrap().to_owned()
}

fn press(fake: &Fake, who: &str, seen: &Seen, label: &str) -> u64 {
    fake.press(who, seen.id, &button(seen, label))
}

fn command(fake: &Fake, who: &str, channel: u64, command: &str, options: Value) {
    fake.slash(who, Where::Channel(channel), command, options);
}

/// Three people have checked in to a night that hana begins. Gives back the server and the channel.
async fn checked_in(fake: &Fake, may_not: &[Denied]) -> (u64, u64) {
    let guild = fake.guild("Newcomers", "en-US");
    let channel = fake.channel(guild, "lounge");
    for who in PEOPLE.into_iter().chain(["hana"]) {
        fake.join(who, guild);
    }
    for denied in may_not {
        fake.deny(channel, *denied);
    }
    fake.set_permissions("hana", 1 << 5);
    fake.says("hana", "settings timezone Toronto");
    sees(fake, "hana", "America/Toronto").await;
    command(fake, "hana", channel, "night plan", json!([{ "name": "when", "type": 3, "value": "tomorrow 7pm" }]));
    let shown = sees(fake, "hana", "This is what I would announce").await;
    press(fake, "hana", &shown, "Announce it");
    sees(fake, "ana", "Nobody has signed up yet").await;
    command(fake, "hana", channel, "night start", json!([{ "name": "number", "type": 4, "value": 1 }]));
    let sure = sees(fake, "hana", "Begin it now anyway?").await;
    press(fake, "hana", &sure, "Begin now");
    let card = sees(fake, "ana", "Press “I am here” if you want to take part").await;
    for (number, who) in (1..).zip(PEOPLE) {
        press(fake, who, &card, "I am here");
        sees(fake, "hana", &format!("That makes {number}.")).await;
    }
    (guild, channel)
}

#[tokio::test]
async fn a_cell_has_its_thread_and_nobody_else_is_called() {
    let (fake, dir) = (Fake::start().await, tempfile::tempdir().unwrap());
    let bot = Bot::start(&fake, dir.path()).await;
    fake.close_direct("ben");
    let (_, channel) = checked_in(&fake, &[]).await;
    command(&fake, "hana", channel, "night next", Value::Null);
    let root = sees(&fake, "hana", "Everything else is in this thread").await;
    assert_eq!((root.channel, &root.allowed_mentions["users"]), (channel, &Value::Null));
    let round = sees(&fake, "hana", "round 1 of 3").await;
    assert_eq!(round.channel, root.id, "the thread of a message goes by its number");
    let mut called: Vec<String> = serde_json::from_value(round.allowed_mentions["users"].clone()).unwrap();
    let mut cell = PEOPLE.map(|who| fake.user(who).to_string()).to_vec();
    called.sort();
    cell.sort();
    assert_eq!(called, cell);
    assert_eq!(round.allowed_mentions["parse"], json!([]));
    // Each card comes directly; who takes no direct messages has it behind a button, which others cannot see through.
    for who in ["ana", "chloe"] {
        let card = sees(&fake, who, "Round 1, group 1").await;
        assert_eq!(card.channel, fake.direct(who));
    }
    press(&fake, "ben", &round, "My card");
    let shown = sees(&fake, "ben", "Round 1, group 1").await;
    assert!(shown.ephemeral && shown.channel == root.id, "{shown:?}");
    assert!(
        !shown.content.contains("I could not deliver this before"),
        "what is at hand does not come late as well: {shown:?}"
    );
    bot.end().await;
}

#[tokio::test]
async fn without_leave_for_threads_the_night_runs_in_the_channel() {
    let (fake, dir) = (Fake::start().await, tempfile::tempdir().unwrap());
    let bot = Bot::start(&fake, dir.path()).await;
    let (_, channel) = checked_in(&fake, &[Denied::CreateThreads]).await;
    command(&fake, "hana", channel, "night next", Value::Null);
    let told = sees(&fake, "hana", "“Create Public Threads”").await;
    assert_eq!(told.channel, fake.direct("hana"));
    let round = sees(&fake, "ana", "Group 1, round 1 of 3").await;
    assert_eq!(round.channel, channel);
    command(&fake, "hana", channel, "night next", Value::Null);
    let over = sees(&fake, "ana", "the time is up").await;
    assert_eq!(over.channel, channel);
    assert_eq!(count(&fake, "hana", "Create Public Threads"), 1, "it is said once");
    bot.end().await;
}

#[tokio::test]
async fn a_thread_that_somebody_deleted_is_done_without() {
    let (fake, dir) = (Fake::start().await, tempfile::tempdir().unwrap());
    let bot = Bot::start(&fake, dir.path()).await;
    let (_, channel) = checked_in(&fake, &[]).await;
    command(&fake, "hana", channel, "night next", Value::Null);
    let round = sees(&fake, "ana", "round 1 of 3").await;
    fake.delete_channel(round.channel);
    command(&fake, "hana", channel, "night extend", json!([{ "name": "minutes", "type": 4, "value": 2 }]));
    let more = sees(&fake, "ana", "you have 2 minutes more").await;
    assert_eq!(more.channel, channel);
    bot.end().await;
}

#[tokio::test]
async fn a_channel_that_is_deleted_in_mid_round_ends_the_night_and_who_is_there_knows() {
    let (fake, dir) = (Fake::start().await, tempfile::tempdir().unwrap());
    let bot = Bot::start(&fake, dir.path()).await;
    let (guild, channel) = checked_in(&fake, &[]).await;
    command(&fake, "hana", channel, "night next", Value::Null);
    sees(&fake, "ana", "round 1 of 3").await;
    let other = fake.channel(guild, "other");
    fake.delete_channel(channel);
    command(&fake, "hana", other, "night extend", json!([{ "name": "minutes", "type": 4, "value": 2 }]));
    for who in PEOPLE {
        let told = sees(&fake, who, "no longer exists, so the night cannot go on").await;
        assert_eq!(told.channel, fake.direct(who));
    }
    command(&fake, "hana", other, "night end", Value::Null);
    sees(&fake, "hana", "No night is under way here").await;
    bot.end().await;
}

#[tokio::test]
async fn a_thread_that_was_opened_without_an_answer_is_not_opened_twice() {
    let (fake, dir) = (Fake::start().await, tempfile::tempdir().unwrap());
    let bot = Bot::start(&fake, dir.path()).await;
    let (_, channel) = checked_in(&fake, &[]).await;
    fake.fail(("POST", "/threads"), Trouble::Status { code: 503, effect: true }, 1);
    command(&fake, "hana", channel, "night next", Value::Null);
    let round = sees(&fake, "ana", "round 1 of 3").await;
    let roots = fake.messages(channel).into_iter().filter(|seen| seen.content.contains("Everything else is in"));
    assert_eq!(roots.map(|seen| seen.id).collect::<Vec<_>>(), [round.channel]);
    let opened = fake.requests().into_iter().filter(|request| request.path.ends_with("/threads"));
    assert_eq!(opened.map(|request| request.status).collect::<Vec<_>>(), [503, 400]);
    bot.end().await;
}

/// Presses the choices of a conversation that one person alone sees, one after the other.
async fn answers(fake: &Fake, who: &str, steps: &[(&str, &str)]) {
    for (question, label) in steps {
        let asked = sees(fake, who, question).await;
        press(fake, who, &asked, label);
    }
}

#[tokio::test]
async fn feedback_reaches_the_asker_alone_also_where_direct_messages_are_refused() {
    let (fake, dir) = (Fake::start().await, tempfile::tempdir().unwrap());
    let bot = Bot::start(&fake, dir.path()).await;
    let (_, channel) = checked_in(&fake, &[]).await;
    command(&fake, "hana", channel, "night next", Value::Null);
    let round = sees(&fake, "ana", "round 1 of 3").await;
    let does = |what: &str| {
        let named = |who: &&str| round.content.contains(&format!("<@{}> {what}", fake.user(who)));
        PEOPLE.into_iter().find(named).unwrap_or_else(|| panic!("nobody {what}: {round:?}"))
    };
    let (asker, guest, observer) = (does("asks"), does("is the guest"), does("observes"));
    fake.close_direct(asker);
    command(&fake, "hana", channel, "night next", Value::Null);
    let over = sees(&fake, guest, "the time is up").await;
    press(&fake, guest, &over, "Feedback");
    let worked = "Yes, that worked";
    let steps = [("1 of 4", worked), ("2 of 4", worked), ("3 of 4", worked), ("4 of 4", "Something for next time")];
    answers(&fake, guest, &steps).await;
    answers(&fake, guest, &[("in your own words?", "No, that is all"), ("This would go to", "Send it")]).await;
    let sent = sees(&fake, guest, "and to nobody else. Thank you").await;
    assert!(sent.ephemeral && sent.channel == over.channel, "{sent:?}");
    // It waits until they are there, and is shown to them alone.
    press(&fake, asker, &over, "Feedback");
    let told = sees(&fake, asker, "has some feedback for you").await;
    assert!(told.ephemeral && told.channel == over.channel, "{told:?}");
    sees(&fake, asker, "You asked in round 1").await;
    for other in [guest, observer, "hana"] {
        let seen = fake.seen_by(other).into_iter().filter(|seen| seen.content.contains("has some feedback for you"));
        assert_eq!(seen.count(), 0, "{other} sees what is for {asker}");
    }
    bot.end().await;
}

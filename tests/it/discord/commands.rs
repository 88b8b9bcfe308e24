//! The list of commands, and what is suggested while one is typed.

use super::{Bot, log_in, sees, settings};
use crate::world::PROMPTS;
use fake_discord::{Fake, Place};
use rapport::adapters::discord::Discord;
use rapport::clock::Clock;
use serde_json::{Value, json};
use std::sync::Arc;

fn puts(fake: &Fake) -> Vec<String> {
    let requests = fake.requests();
    requests.into_iter().filter(|request| request.method == "PUT").map(|request| request.path).collect()
}

#[tokio::test]
async fn commands_are_registered_once_and_again_only_when_they_move() {
    let (fake, dir) = (Fake::start().await, tempfile::tempdir().unwrap());
    Bot::start(&fake, dir.path()).await.end().await;
    Bot::start(&fake, dir.path()).await.end().await;
    assert_eq!(puts(&fake).len(), 1, "{:?}", puts(&fake));
    let everywhere = fake.commands(None);
    let names: Vec<&str> = everywhere.iter().map(|command| command["name"].as_str().unwrap()).collect();
    assert_eq!(
        names,
        [
            "start",
            "pitch",
            "mock",
            "questions",
            "contact",
            "target",
            "outreach",
            "nudge",
            "night",
            "guest",
            "settings",
            "resume",
            "back",
            "skip",
            "stop",
            "help"
        ]
    );
    let pitch = &everywhere[1];
    assert_eq!(pitch["name_localizations"]["fr"], "présentation");
    assert_eq!((&pitch["contexts"], &pitch["integration_types"]), (&json!([0, 1, 2]), &json!([0, 1])));
    let night = everywhere.iter().find(|command| command["name"] == "night").unwrap();
    assert_eq!((&night["contexts"], &night["integration_types"]), (&json!([0, 1]), &json!([0])));
    let seconds = &pitch["options"][0]["options"][0];
    assert_eq!((&seconds["type"], &seconds["min_value"], &seconds["max_value"]), (&json!(4), &json!(10), &json!(120)));
    assert_eq!(seconds["description_localizations"]["fr"], "De combien de secondes vous disposez\u{a0}: de 10 à 120");
    let mock = &everywhere[2]["options"][0];
    assert_eq!((&mock["name"], &mock["name_localizations"]["fr"]), (&json!("ask"), &json!("questionner")));
    let [guest, minutes, drill, timing] = mock["options"].as_array().unwrap().as_slice() else { panic!("{mock}") };
    assert_eq!((&guest["type"], &guest["autocomplete"]), (&json!(3), &json!(true)));
    assert_eq!((&minutes["min_value"], &minutes["max_value"]), (&json!(10), &json!(30)));
    assert_eq!(drill["choices"][0]["value"], "now");
    assert_eq!(timing["choices"].as_array().unwrap().len(), 2);
    // For one server alone: those everywhere go, or they would be listed twice.
    let guild = fake.guild("Newcomers", "en-US");
    let one = rapport::adapters::discord::Settings { guild: Some(guild.to_string()), ..settings(&fake) };
    let discord = Discord::log_in(&one, Arc::clone(&PROMPTS), Clock::System).await.unwrap();
    Bot::start_with(&fake, dir.path(), discord).await.end().await;
    assert!(fake.commands(None).is_empty());
    assert_eq!(fake.commands(Some(guild)).len(), everywhere.len());
}

#[tokio::test]
async fn the_list_asks_for_no_privilege() {
    let (fake, dir) = (Fake::start().await, tempfile::tempdir().unwrap());
    let bot = Bot::start(&fake, dir.path()).await;
    assert_eq!(fake.intents(), Some((1 << 0) | (1 << 12)));
    bot.end().await;
}

async fn suggested(fake: &Fake, who: &str, command: &str, typed: (&str, u8, Value)) -> Vec<Value> {
    let (name, kind, value) = typed;
    let options = json!([{ "name": name, "type": kind, "value": value }]);
    let asked = fake.autocomplete(who, Place::Direct, command, options, name);
    fake.answered(asked).await;
    fake.autocomplete_choices(asked).unwrap().as_array().unwrap().clone()
}

#[tokio::test]
async fn what_is_suggested_is_ones_own() {
    let (fake, dir) = (Fake::start().await, tempfile::tempdir().unwrap());
    let bot = Bot::start(&fake, dir.path()).await;
    fake.says("ana", "settings timezone Toronto");
    sees(&fake, "ana", "Toronto").await;
    fake.says("ana", "nudge add write to Ben in 2 weeks");
    sees(&fake, "ana", "write to Ben").await;
    let mine = suggested(&fake, "ana", "nudge done", ("number", 4, json!(""))).await;
    assert_eq!(mine.len(), 1);
    assert_eq!(mine[0]["value"], 1);
    assert!(mine[0]["name"].as_str().unwrap().contains("write to Ben"), "{mine:?}");
    assert!(suggested(&fake, "ben", "nudge done", ("number", 4, json!(""))).await.is_empty());

    // People, organisations and messages as well.
    fake.says("ana", "contact add Zdenka Silva, nurse at St. Mary's");
    sees(&fake, "ana", "Zdenka Silva").await;
    fake.says("ana", "target add Quux Harbour, because of the fog");
    sees(&fake, "ana", "Quux Harbour").await;
    let people = suggested(&fake, "ana", "contact show", ("contact", 3, json!("sil"))).await;
    assert_eq!(people, [json!({ "name": "Zdenka Silva", "value": "Zdenka Silva" })]);
    let places = suggested(&fake, "ana", "target rank", ("target", 3, json!(""))).await;
    assert_eq!(places, [json!({ "name": "Quux Harbour", "value": "Quux Harbour" })]);
    assert!(suggested(&fake, "ben", "contact show", ("contact", 3, json!(""))).await.is_empty());
    assert!(suggested(&fake, "ben", "target rank", ("target", 3, json!(""))).await.is_empty());
    assert!(suggested(&fake, "ben", "outreach sent", ("draft", 4, json!(""))).await.is_empty());

    let cities = suggested(&fake, "ben", "settings timezone", ("value", 3, json!("casa"))).await;
    assert_eq!(cities[0]["value"], "Africa/Casablanca");
    let seconds = suggested(&fake, "ben", "pitch practise", ("seconds", 4, json!("25"))).await;
    assert_eq!(seconds, [json!({ "name": "25", "value": 25 })]);
    fake.set_locale("zoe", "fr");
    let commands = suggested(&fake, "zoe", "help", ("command", 3, json!("présentation p"))).await;
    assert_eq!(commands, [json!({ "name": "présentation pratiquer", "value": "présentation pratiquer" })]);
    bot.end().await;
}

#[tokio::test]
async fn every_suggested_time_is_understood() {
    use rapport::ids::Locale;
    let now = chrono::NaiveDate::from_ymd_opt(2026, 3, 2).unwrap().and_hms_opt(9, 0, 0).unwrap();
    for key in ["suggest-hour", "suggest-tonight", "suggest-tomorrow", "suggest-monday", "suggest-weeks"] {
        for locale in Locale::ALL {
            let text = PROMPTS.speech.say(locale, key, None);
            assert!(rapport::when::read(&text, now, locale).is_ok(), "{text}");
        }
    }
}

#[tokio::test]
async fn a_wrong_token_is_one_clear_sentence() {
    let fake = Fake::start().await;
    let wrong = rapport::adapters::discord::Settings { token: "wrong".into(), ..settings(&fake) };
    let error = Discord::log_in(&wrong, Arc::clone(&PROMPTS), Clock::System).await.unwrap_err();
    assert!(format!("{error:#}").starts_with("Discord does not know this token."), "{error:#}");
    let nowhere =
        rapport::adapters::discord::Settings { api_url: Some("http://127.0.0.1:9".into()), ..settings(&fake) };
    let error = Discord::log_in(&nowhere, Arc::clone(&PROMPTS), Clock::System).await.unwrap_err();
    assert!(format!("{error:#}").starts_with("Discord cannot be reached."), "{error:#}");
    log_in(&fake).await;
}

#[tokio::test]
async fn examining_prints_both_links() {
    let fake = Fake::start().await;
    let report = rapport::adapters::discord::examine(&settings(&fake)).await.unwrap();
    let id = fake.bot();
    assert!(report.contains(&format!(
        "client_id={id}&integration_type=0&scope=bot+applications.commands&permissions=17901423692800"
    )));
    assert!(report.contains(&format!("client_id={id}&integration_type=1&scope=applications.commands")), "{report}");
    let elsewhere = rapport::adapters::discord::Settings { guild: Some("42".into()), ..settings(&fake) };
    let error = rapport::adapters::discord::examine(&elsewhere).await.unwrap_err();
    assert!(format!("{error:#}").contains("does not have the bot"), "{error:#}");
}

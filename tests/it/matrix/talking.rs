//! Conversations in direct chats and in rooms, encrypted or not.

use super::ways::Way;
use super::{Home, SHARED, met, unique};
use crate::world::{GOOD_PITCH, holding};
use real_synapse::matrix_sdk::ruma::OwnedRoomId;
use real_synapse::{Came, Person, Seen, Synapse, until};
use std::time::Duration;

/// A room with somebody, the bot and another one in it.
async fn lounge(home: &Home, ana: &Person, ben: &Person, is_encrypted: bool) -> OwnedRoomId {
    let room = ana.open_room("Lounge", &[&home.bot(), &ben.id()], is_encrypted).await;
    ben.accepts_invitation(&ana.id()).await;
    ana.is_joined_by(&room, &home.bot()).await;
    ana.is_joined_by(&room, &ben.id()).await;
    ben.is_joined_by(&room, &home.bot()).await;
    room
}

async fn somebody(synapse: &Synapse, name: &str) -> Person {
    Person::register(synapse, &unique(name)).await
}

/// Waits, and makes sure that the bot has said nothing meanwhile.
async fn hears_nothing(person: &Person, home: &Home) {
    tokio::time::sleep(Duration::from_millis(700)).await;
    let bot = home.bot();
    let said: Vec<Seen> =
        person.sync().await.into_iter().filter(|seen| seen.sender() == bot && !seen.body().is_empty()).collect();
    assert!(said.is_empty(), "{said:?}");
}

#[tokio::test]
async fn a_pitch_is_coached_encrypted_and_not() {
    let Some(synapse) = &*SHARED else { return };
    let home = Home::on(synapse).await;
    let bot = home.start().await;
    for came in [Came::Encrypted, Came::Plain] {
        let ana = somebody(synapse, "ana").await;
        let room = match came {
            Came::Encrypted => ana.open_direct(&home.bot()).await,
            _ => ana.open_plain_direct(&home.bot()).await,
        };
        ana.is_joined_by(&room, &home.bot()).await;
        ana.sends_file(&room, "list.csv", b"a,b").await;
        ana.reads(&home.bot(), "a file only").await;
        // Encrypted or not, a file is fetched when it is wanted.
        ana.says(&room, "contact import").await;
        ana.reads(&home.bot(), "Send me the file").await;
        ana.sends_file(&room, "people.csv", "name,title\nHélène Ouellet,nurse\nBen,cook\n".as_bytes()).await;
        ana.reads(&home.bot(), "2 people are new").await;
        ana.says(&room, "pitch practise 30").await;
        let asked = ana.reads(&home.bot(), "Write your pitch").await;
        assert_eq!((asked.came, &asked.event["content"]["msgtype"]), (came, &"m.text".into()));
        ana.speaks(&room, Duration::from_secs(27)).await;
        ana.reads(&home.bot(), "27 s").await;
        ana.says(&room, "1").await;
        ana.sees("an answer", |seen| seen.sender() == home.bot() && !seen.body().is_empty()).await;
        ana.says(&room, GOOD_PITCH).await;
        let feedback = ana.reads(&home.bot(), "What works:").await;
        assert!(feedback.event["content"]["formatted_body"].as_str().unwrap().contains("<br>"));
        ana.says(&room, "keep").await;
        ana.reads(&home.bot(), "Kept").await;
        ana.says(&room, "!pitch history").await;
        let picture = ana.sees("a picture", |seen| seen.event["content"]["msgtype"] == "m.image").await;
        let content = &picture.event["content"];
        assert_eq!(content["file"].is_object(), came == Came::Encrypted, "{content}");
        assert!(content["body"].as_str().unwrap().contains("27 s"), "{content}");
    }
    bot.end().await;
}

#[tokio::test]
async fn a_reaction_is_a_choice_and_an_old_one_is_answered_kindly() {
    let Some(synapse) = &*SHARED else { return };
    let home = Home::on(synapse).await;
    let bot = home.start().await;
    let (ana, room) = met(synapse, &home, "ana").await;
    ana.says(&room, "!start").await;
    let mut signs = Vec::new();
    let mut asked = None;
    until("the question and its signs", async || {
        for seen in ana.sync().await.into_iter().filter(|seen| seen.sender() == home.bot()) {
            match seen.event["content"]["m.relates_to"]["key"].as_str() {
                Some(sign) => signs.push(sign.to_owned()),
                None if !seen.body().is_empty() => asked = Some(seen),
                None => {}
            }
        }
        (signs.len() >= 2 && asked.is_some()).then_some(())
    })
    .await;
    let asked = asked.unwrap();
    assert_eq!(signs[0], "1\u{FE0F}\u{20E3}");
    // A sign that stands for nothing is none.
    ana.reacts(&room, asked.id(), "\u{1F44D}").await;
    hears_nothing(&ana, &home).await;
    // Drawn by a client that leaves out how it is drawn.
    ana.reacts(&room, asked.id(), "1\u{20E3}").await;
    let next = ana.sees("an answer", |seen| seen.sender() == home.bot() && !seen.body().is_empty()).await;
    assert!(!next.body().contains("earlier moment"), "{}", next.body());
    // After a restart it is known all the same what stood for what.
    bot.end().await;
    let bot = home.start().await;
    ana.reacts(&room, asked.id(), "2\u{FE0F}\u{20E3}").await;
    ana.reads(&home.bot(), "belongs to an earlier moment").await;
    bot.end().await;
}

#[tokio::test]
async fn an_edit_corrects_in_place_and_a_redaction_takes_back() {
    let Some(synapse) = &*SHARED else { return };
    let home = Home::on(synapse).await;
    let bot = home.start().await;
    let (ana, room) = met(synapse, &home, "ana").await;
    ana.says(&room, "!pitch practise 30").await;
    ana.reads(&home.bot(), "Write your pitch").await;
    let pitch = ana.says(&room, "Hi, I am Ana and I bake bread.").await;
    let feedback = ana.reads(&home.bot(), "Attempt 1").await;
    ana.edits(&room, &pitch, GOOD_PITCH).await;
    let corrected = ana.reads(&home.bot(), "Attempt 1").await;
    let relation = &corrected.event["content"]["m.relates_to"];
    assert_eq!((&relation["rel_type"], &relation["event_id"]), (&"m.replace".into(), &feedback.id().into()));
    assert!(corrected.body().contains("Porto"), "{}", corrected.body());
    ana.redacts(&room, &pitch).await;
    ana.reads(&home.bot(), "I have forgotten it").await;
    // An edit of what is forgotten changes nothing.
    ana.edits(&room, &pitch, GOOD_PITCH).await;
    hears_nothing(&ana, &home).await;
    bot.end().await;
}

#[tokio::test]
async fn what_is_said_in_a_room_is_answered_directly() {
    let Some(synapse) = &*SHARED else { return };
    let home = Home::on(synapse).await;
    let bot = home.start().await;
    for is_encrypted in [true, false] {
        let (ana, ben) = (somebody(synapse, "ana").await, somebody(synapse, "ben").await);
        let room = lounge(&home, &ana, &ben, is_encrypted).await;
        // People talk, with other bots as well.
        ben.says(&room, "good morning").await;
        ben.says(&room, "!roll 2d6").await;
        ben.says(&room, "stop").await;
        hears_nothing(&ben, &home).await;
        let asked = ana.says(&room, "!pitch practise 30").await;
        let line = ben.reads(&home.bot(), "I have answered you in our direct chat").await;
        let content = &line.event["content"];
        assert_eq!((&content["msgtype"], &line.room), (&"m.notice".into(), &room));
        assert_eq!(content["m.relates_to"]["m.in_reply_to"]["event_id"], asked.as_str());
        let direct = ana.accepts_invitation(&home.bot()).await;
        assert!(ana.room(&direct).latest_encryption_state().await.unwrap().is_encrypted());
        ana.reads(&home.bot(), "Write your pitch").await;
        ana.says(&direct, GOOD_PITCH).await;
        ana.reads(&home.bot(), "What works:").await;
        // Found again, not made anew; spoken to by name, in a thread.
        let root = ben.says(&room, "what can it do?").await;
        ana.sync().await;
        let name = home.bot().localpart().to_owned();
        ana.says_in_thread(&room, &root, &format!("{name}: help")).await;
        let line = ben.reads(&home.bot(), "I have answered you").await;
        let relation = &line.event["content"]["m.relates_to"];
        assert_eq!((&relation["rel_type"], &relation["event_id"]), (&"m.thread".into(), &root.as_str().into()));
        let help = ana.reads(&home.bot(), "stop").await;
        assert_eq!(help.room, direct);
        // Two at once, each in their own chat.
        let (first, second) = tokio::join!(ana.says(&room, "!settings show"), ben.says(&room, "!settings show"));
        assert_ne!(first, second);
        ben.accepts_invitation(&home.bot()).await;
        ben.reads(&home.bot(), "anguage").await;
        ana.reads(&home.bot(), "put it aside").await;
    }
    bot.end().await;
}

#[tokio::test]
async fn what_people_say_to_each_other_is_kept_nowhere() {
    let Some(synapse) = &*SHARED else { return };
    let home = Home::on(synapse).await;
    let bot = home.start().await;
    let (ana, ben) = (somebody(synapse, "ana").await, somebody(synapse, "ben").await);
    for is_encrypted in [true, false] {
        let room = lounge(&home, &ana, &ben, is_encrypted).await;
        let root = ben.says(&room, "zzmark, who are you?").await;
        ana.sync().await;
        ana.says_in_thread(&room, &root, "I am zzmark, and I would like to know how you began").await;
        ben.edits(&room, &root, "zzmark, and who are you?").await;
        ana.reacts(&room, root.as_str(), "zzmark").await;
        // What comes after it was answered, so it has come.
        ana.says(&room, "!nudge add zzkept in 3 weeks").await;
        ana.reads(&home.bot(), "I have answered you in our direct chat").await;
    }
    bot.end().await;
    assert!(holding(home.path(), "zzkept") > 0);
    assert_eq!(holding(home.path(), "zzmark"), 0);
}

#[tokio::test]
async fn a_mention_works_as_a_command_does() {
    let Some(synapse) = &*SHARED else { return };
    let home = Home::on(synapse).await;
    let bot = home.start().await;
    let (ana, ben) = (somebody(synapse, "ana").await, somebody(synapse, "ben").await);
    let room = lounge(&home, &ana, &ben, false).await;
    let mention = |text: &str| serde_json::json!({ "msgtype": "m.text", "body": text, "m.mentions": { "user_ids": [home.bot()] } });
    let id = home.bot();
    // Talked about, not talked to.
    ana.sends(&room, "m.room.message", mention(&format!("I like {id} a lot"))).await;
    hears_nothing(&ana, &home).await;
    ana.sends(&room, "m.room.message", mention(&format!("{id} pitch practise 30"))).await;
    ana.reads(&home.bot(), "I have answered you").await;
    ana.accepts_invitation(&home.bot()).await;
    ana.reads(&home.bot(), "Write your pitch").await;
    bot.end().await;
}

#[tokio::test]
async fn who_is_mentioned_in_a_command_is_meant_whatever_they_are_called() {
    let Some(synapse) = &*SHARED else { return };
    let home = Home::on(synapse).await;
    let bot = home.start().await;
    let (ana, room) = met(synapse, &home, "ana").await;
    let ben = somebody(synapse, "ben").await;
    let mention = serde_json::json!({ "msgtype": "m.text", "body": "!night avoid Benoît the Great", "m.mentions": { "user_ids": [ben.id()] } });
    ana.sends(&room, "m.room.message", mention).await;
    let noted = ana.reads(&home.bot(), "Noted: you will not sit with").await;
    assert!(noted.body().contains(ben.id().as_str()), "{}", noted.body());
    bot.end().await;
}

#[tokio::test]
async fn nothing_personal_is_said_once_a_third_person_is_there() {
    let Some(synapse) = &*SHARED else { return };
    let home = Home::on(synapse).await;
    let bot = home.start().await;
    let (ana, room) = met(synapse, &home, "ana").await;
    ana.says(&room, "!pitch practise 30").await;
    ana.reads(&home.bot(), "Write your pitch").await;
    let ben = somebody(synapse, "ben").await;
    // Invited is enough.
    ana.room(&room).invite_user_by_id(&ben.id()).await.unwrap();
    ana.sync().await;
    ana.says(&room, GOOD_PITCH).await;
    hears_nothing(&ana, &home).await;
    ana.says(&room, "!resume").await;
    ana.reads(&home.bot(), "I have answered you in our direct chat").await;
    let other = ana.accepts_invitation(&home.bot()).await;
    let asked = ana.reads(&home.bot(), "Write your pitch").await;
    assert!(asked.room == other && other != room);
    bot.end().await;
}

#[tokio::test]
async fn the_first_words_count_even_before_the_bot_has_come() {
    let Some(synapse) = &*SHARED else { return };
    let home = Home::on(synapse).await;
    let ana = somebody(synapse, "ana").await;
    let room = ana.open_plain_direct(&home.bot()).await;
    ana.says(&room, "!pitch practise 30").await;
    let (ben, cleo) = (somebody(synapse, "ben").await, somebody(synapse, "cleo").await);
    let others = ben.open_room("Lounge", &[&cleo.id()], false).await;
    ben.says(&others, "!pitch practise 30").await;
    ben.room(&others).invite_user_by_id(&home.bot()).await.unwrap();
    let bot = home.start().await;
    ana.reads(&home.bot(), "Write your pitch").await;
    // In a room, what was said before it came was not for it.
    ben.is_joined_by(&others, &home.bot()).await;
    // Whoever brought it is told what a host can do there, and nothing else.
    ben.accepts_invitation(&home.bot()).await;
    ben.reads(&home.bot(), "Thank you for having me in Lounge").await;
    hears_nothing(&ben, &home).await;
    bot.end().await;
}

#[tokio::test]
async fn whoever_opens_a_chat_and_says_nothing_is_greeted_after_a_while() {
    let Some(synapse) = &*SHARED else { return };
    let home = Home::on(synapse).await;
    let bot = home.start().await;
    let (ana, _) = met(synapse, &home, "ana").await;
    ana.reads(&home.bot(), "Hello, I am Rapport").await;
    bot.end().await;
}

#[tokio::test]
async fn an_answer_that_takes_a_moment_is_announced() {
    let Some(synapse) = &*SHARED else { return };
    let mut home = Home::on(synapse).await;
    let way = Way::before(synapse);
    home.settings.homeserver = Some(way.url.clone());
    let bot = home.start().await;
    let (ana, room) = met(synapse, &home, "ana").await;
    ana.says(&room, "!help").await;
    ana.reads(&home.bot(), "pitch").await;
    way.slow_down();
    ana.says(&room, "!settings show").await;
    ana.sees_typing(&home.bot()).await;
    ana.reads(&home.bot(), "anguage").await;
    bot.end().await;
}

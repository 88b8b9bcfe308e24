//! Rooms: invitations by rule, people who leave and come back, rooms that change.

use super::{Bot, Home, SHARED, make_due, met, unique};
use rapport::adapters::matrix::Matrix;
use rapport::app::{Inbox, Submission};
use rapport::chat::{Body, Role};
use real_synapse::matrix_sdk::RoomMemberships;
use real_synapse::matrix_sdk::ruma::api::client::room::create_room::v3::{Request as Creation, RoomPreset};
use real_synapse::matrix_sdk::ruma::api::client::room::upgrade_room::v3::Request as Upgrade;
use real_synapse::matrix_sdk::ruma::{Int, OwnedRoomId, RoomId, RoomVersionId};
use real_synapse::{Person, until};
use std::sync::Arc;

/// What has become of the bot's invitation to a room.
async fn membership(person: &Person, room: &RoomId, home: &Home) -> String {
    person.sync().await;
    let member = person.room(room).get_member_no_sync(&home.bot()).await.unwrap();
    member.map(|member| member.membership().to_string()).unwrap_or_default()
}

async fn becomes(person: &Person, room: &RoomId, home: &Home, wanted: &str) {
    until(wanted, async || (membership(person, room, home).await == wanted).then_some(())).await;
}

#[tokio::test]
async fn invitations_are_accepted_by_the_operators_rule() {
    let Some(synapse) = &*SHARED else { return };
    let (ana, ben) = (Person::register(synapse, &unique("ana")).await, Person::register(synapse, &unique("ben")).await);
    let listed = ana.id().to_string();
    // The rule, and what becomes of: Ana's direct chat, Ana's room, Ben's direct chat, Ben's room.
    let rules = [
        ("anyone", ["join", "join", "join", "join"]),
        (listed.as_str(), ["join", "join", "leave", "leave"]),
        ("rapport.test", ["join", "join", "join", "join"]),
        ("example.com", ["leave", "leave", "leave", "leave"]),
        ("direct", ["join", "leave", "join", "leave"]),
    ];
    for (rule, wanted) in rules {
        let mut home = Home::on(synapse).await;
        home.settings.invites = rule.parse().unwrap();
        let bot = home.start().await;
        let mut rooms: Vec<(&Person, OwnedRoomId)> = Vec::new();
        for person in [&ana, &ben] {
            rooms.push((person, person.open_direct(&home.bot()).await));
            rooms.push((person, person.open_room("Lounge", &[&home.bot()], false).await));
        }
        for ((person, room), wanted) in rooms.iter().zip(wanted) {
            becomes(person, room, &home, wanted).await;
        }
        bot.end().await;
    }
}

#[tokio::test]
async fn so_many_an_hour_and_the_first_after_a_restart() {
    let Some(synapse) = &*SHARED else { return };
    let mut home = Home::on(synapse).await;
    home.settings.invites_per_hour = 2;
    let bot = home.start().await;
    let ana = Person::register(synapse, &unique("ana")).await;
    let mut rooms = Vec::new();
    for _ in 0..3 {
        rooms.push(ana.open_room("Lounge", &[&home.bot()], false).await);
    }
    let states = until("two are accepted", async || {
        let mut states = Vec::new();
        for room in &rooms {
            states.push(membership(&ana, room, &home).await);
        }
        (states.iter().filter(|state| *state == "join").count() == 2).then_some(states)
    })
    .await;
    assert_eq!(states.iter().filter(|state| *state == "invite").count(), 1, "{states:?}");
    bot.kill().await;
    // What waits is not lost, and neither is what came while the bot was away: here an encrypted chat.
    home.settings.invites_per_hour = 100;
    let direct = ana.open_direct(&home.bot()).await;
    let bot = home.start().await;
    for room in rooms.iter().chain([&direct]) {
        becomes(&ana, room, &home, "join").await;
    }
    ana.says(&direct, "!pitch practise 30").await;
    ana.reads(&home.bot(), "Write your pitch").await;
    bot.end().await;
}

#[tokio::test]
async fn an_empty_room_is_left() {
    let Some(synapse) = &*SHARED else { return };
    let home = Home::on(synapse).await;
    let bot = home.start().await;
    let (ana, ben) = (Person::register(synapse, &unique("ana")).await, Person::register(synapse, &unique("ben")).await);
    let room = ana.open_room("Lounge", &[&home.bot(), &ben.id()], false).await;
    ben.accepts_invitation(&ana.id()).await;
    ana.is_joined_by(&room, &home.bot()).await;
    ana.room(&room).leave().await.unwrap();
    // Somebody is still there.
    ben.says(&room, "!help").await;
    ben.reads(&home.bot(), "I have answered you").await;
    ben.room(&room).leave().await.unwrap();
    bot.end().await;
    let operator = Person::log_in(synapse, home.bot().localpart()).await;
    let bot = home.start().await;
    until("the room is left", async || {
        operator.sync().await;
        (!operator.rooms().contains(&room)).then_some(())
    })
    .await;
    bot.end().await;
}

#[tokio::test]
async fn whoever_leaves_the_direct_chat_is_left_in_peace_and_finds_the_way_back() {
    let Some(synapse) = &*SHARED else { return };
    let home = Home::on(synapse).await;
    let bot = home.start().await;
    let (ana, direct) = met(synapse, &home, "ana").await;
    let lounge = ana.open_room("Lounge", &[&home.bot()], true).await;
    ana.is_joined_by(&lounge, &home.bot()).await;
    ana.says(&direct, "!settings timezone Toronto").await;
    ana.reads(&home.bot(), "Toronto").await;
    ana.says(&direct, "!nudge add write to Ben in 3 weeks").await;
    ana.reads(&home.bot(), "write to Ben").await;
    ana.room(&direct).leave().await.unwrap();
    bot.end().await;
    make_due(home.path());
    let bot = home.start().await;
    until("the nudge is set aside", async || (parked(&home) == 1).then_some(())).await;
    ana.sync().await;
    assert!(ana.client.invited_rooms().is_empty(), "nobody is called back");
    // They say something where they still meet.
    ana.says(&lounge, "!help").await;
    ana.reads(&home.bot(), "I have answered you").await;
    let next = ana.accepts_invitation(&home.bot()).await;
    assert_ne!(next, direct);
    let late = ana.reads(&home.bot(), "write to Ben").await;
    assert!(late.body().contains("I could not deliver this before") && late.room == next, "{}", late.body());
    bot.end().await;
}

fn parked(home: &Home) -> i64 {
    let db = rusqlite::Connection::open(home.path().join(rapport::store::DATABASE_FILE)).unwrap();
    db.query_row("SELECT count(*) FROM outbox WHERE parked_at IS NOT NULL", [], |row| row.get(0)).unwrap()
}

#[tokio::test]
async fn a_bot_that_is_kicked_banned_or_muted_keeps_what_it_had_to_say() {
    let Some(synapse) = &*SHARED else { return };
    let home = Home::on(synapse).await;
    for how in ["kick", "ban", "mute"] {
        let bot = home.start().await;
        let ana = Person::register(synapse, &unique("ana")).await;
        // A direct chat in which one of the two has more power.
        let mut request = Creation::new();
        request.preset = Some(RoomPreset::PrivateChat);
        request.is_direct = true;
        request.invite = vec![home.bot()];
        let direct = ana.client.create_room(request).await.unwrap().room_id().to_owned();
        ana.is_joined_by(&direct, &home.bot()).await;
        ana.says(&direct, "!settings timezone Toronto").await;
        ana.reads(&home.bot(), "Toronto").await;
        ana.says(&direct, "!nudge add write to Ben in 3 weeks").await;
        ana.reads(&home.bot(), "write to Ben").await;
        let room = ana.room(&direct);
        let levels = |level: i32| vec![(home.bot(), Int::from(level))];
        match how {
            "kick" => room.kick_user(&home.bot(), None).await.unwrap(),
            "ban" => room.ban_user(&home.bot(), None).await.unwrap(),
            _ => {
                let bot = levels(-1);
                room.update_power_levels(bot.iter().map(|(who, level)| (who.as_ref(), *level)).collect())
                    .await
                    .map(|_| ())
                    .unwrap();
            }
        }
        bot.end().await;
        make_due(home.path());
        let bot = home.start().await;
        until("the nudge is set aside", async || (parked(&home) == 1).then_some(())).await;
        match how {
            "kick" => room.invite_user_by_id(&home.bot()).await.unwrap(),
            "ban" => {
                room.unban_user(&home.bot(), None).await.unwrap();
                room.invite_user_by_id(&home.bot()).await.unwrap();
            }
            _ => {
                let bot = levels(0);
                room.update_power_levels(bot.iter().map(|(who, level)| (who.as_ref(), *level)).collect())
                    .await
                    .map(|_| ())
                    .unwrap();
            }
        }
        ana.is_joined_by(&direct, &home.bot()).await;
        ana.says(&direct, "!help").await;
        ana.reads(&home.bot(), "I could not deliver this before").await;
        bot.end().await;
    }
}

#[tokio::test]
async fn an_upgraded_room_is_followed() {
    let Some(synapse) = &*SHARED else { return };
    let mut home = Home::on(synapse).await;
    let bot = home.start().await;
    let ana = Person::register(synapse, &unique("ana")).await;
    let mut request = Creation::new();
    request.preset = Some(RoomPreset::PublicChat);
    request.room_version = Some(RoomVersionId::V9);
    request.invite = vec![home.bot()];
    let public = ana.client.create_room(request).await.unwrap().room_id().to_owned();
    let mut request = Creation::new();
    request.preset = Some(RoomPreset::TrustedPrivateChat);
    request.room_version = Some(RoomVersionId::V9);
    request.is_direct = true;
    request.invite = vec![home.bot()];
    let direct = ana.client.create_room(request).await.unwrap().room_id().to_owned();
    ana.is_joined_by(&public, &home.bot()).await;
    ana.is_joined_by(&direct, &home.bot()).await;
    ana.says(&direct, "!pitch practise 30").await;
    ana.reads(&home.bot(), "Write your pitch").await;
    bot.end().await;
    // From now on nobody is let in, but where the bot was already it stays.
    home.settings.invites = "example.com".parse().unwrap();
    let bot = home.start().await;
    let upgraded = |room: OwnedRoomId| Upgrade::new(room, RoomVersionId::V10);
    let new = ana.client.send(upgraded(public)).await.unwrap().replacement_room;
    becomes_there(&ana, &new, &home).await;
    ana.says(&new, "!help").await;
    ana.reads(&home.bot(), "I have answered you").await;
    let new = ana.client.send(upgraded(direct)).await.unwrap().replacement_room;
    ana.sync().await;
    ana.room(&new).invite_user_by_id(&home.bot()).await.unwrap();
    becomes_there(&ana, &new, &home).await;
    ana.says(&new, crate::world::GOOD_PITCH).await;
    ana.reads(&home.bot(), "What works:").await;
    bot.end().await;
}

async fn becomes_there(ana: &Person, room: &RoomId, home: &Home) {
    until("the bot follows", async || {
        ana.sync().await;
        let room = ana.client.get_room(room)?;
        let there = room.members(RoomMemberships::JOIN).await.unwrap();
        there.iter().any(|member| member.user_id() == home.bot()).then_some(())
    })
    .await;
}

#[tokio::test]
async fn a_host_is_known_by_their_power() {
    let Some(synapse) = &*SHARED else { return };
    let home = Home::on(synapse).await;
    let (ana, ben) = (Person::register(synapse, &unique("ana")).await, Person::register(synapse, &unique("ben")).await);
    let room = ana.open_room("Lounge", &[&home.bot(), &ben.id()], false).await;
    let (inbox, mut submissions) = Inbox::open();
    let matrix = Matrix::log_in(&home.settings).await.unwrap();
    let listening = tokio::spawn(Arc::clone(&matrix).run(inbox, std::future::pending()));
    let engine = Bot::engine(home.path());
    let mut roles = Vec::new();
    let acting = async {
        ben.accepts_invitation(&ana.id()).await;
        ana.is_joined_by(&room, &home.bot()).await;
        ana.says(&room, "!help").await;
        ben.sync().await;
        ben.says(&room, "!help").await;
        std::future::pending::<()>().await;
    };
    tokio::pin!(acting);
    while roles.len() < 2 {
        tokio::select! {
            () = &mut acting => {}
            Some(submission) = submissions.recv() => match submission {
                Submission::Question(question) => question(&engine),
                Submission::Event(inbound, done) => {
                    if matches!(inbound.body, Body::Text(_)) {
                        roles.push((inbound.sender.handle.clone(), inbound.sender.role));
                    }
                    let _ = done.send(rapport::engine::Outcome::Done);
                }
            },
        }
    }
    assert_eq!(roles, [(ana.id().to_string(), Role::Host), (ben.id().to_string(), Role::Member)]);
    listening.abort();
}

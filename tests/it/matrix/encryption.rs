//! The bot's identity, what strict clients make of it, and keys that come late or never.

use super::sessions::knows_device;
use super::ways::Way;
use super::{Bot, Home, SHARED, met, unique};
use rapport::adapters::matrix::{Fatal, examine};
use real_synapse::{Came, Person};
use std::time::Duration;

#[tokio::test]
async fn a_client_that_trusts_signed_devices_only_can_talk_to_the_bot() {
    let Some(synapse) = &*SHARED else { return };
    let home = Home::on(synapse).await;
    let bot = home.start().await;
    let strict = Person::register_strict(synapse, &unique("strict")).await;
    let room = strict.open_direct(&home.bot()).await;
    strict.is_joined_by(&room, &home.bot()).await;
    strict.says(&room, "!help").await;
    let answer = strict.reads(&home.bot(), "pitch").await;
    assert_eq!(answer.came, Came::Encrypted);
    // Seen by a second user: the device is signed by its owner, and the owner has an identity.
    let (ben, _) = met(synapse, &home, "ben").await;
    let devices = ben.client.encryption().get_user_devices(&home.bot()).await.unwrap();
    let all: Vec<bool> = devices.devices().map(|device| device.is_cross_signed_by_owner()).collect();
    assert_eq!(all, [true]);
    bot.end().await;
}

#[tokio::test]
async fn an_identity_is_never_replaced_by_itself() {
    let Some(synapse) = &*SHARED else { return };
    let home = Home::on(synapse).await;
    // Somebody used the account before, with an app that made an identity.
    let operator = Person::log_in(synapse, home.bot().localpart()).await;
    operator.sync().await;
    operator.client.encryption().bootstrap_cross_signing(None).await.unwrap();
    let key = operator.client.encryption().recovery().enable().await.unwrap();
    let told = format!("{:#}", examine(&home.settings).await.unwrap_err());
    assert!(told.starts_with("This account has an encryption identity already"), "{told}");
    let bot = home.start().await;
    let ended = bot.listening.await.unwrap().unwrap_err();
    assert!(matches!(ended.downcast_ref::<Fatal>(), Some(Fatal::IdentityLocked(_))), "{ended:#}");
    bot.app.abort();
    let _ = bot.app.await;
    let file = home.path().join("matrix-recovery-key");
    std::fs::write(&file, "EsTj wrong wrong wrong").unwrap();
    let bot = home.start().await;
    let ended = bot.listening.await.unwrap().unwrap_err();
    assert!(matches!(ended.downcast_ref::<Fatal>(), Some(Fatal::RecoveryKey(_))), "{ended:#}");
    bot.app.abort();
    let _ = bot.app.await;
    // The key that fits brings it here, and it stays the same.
    std::fs::write(&file, format!("{key}\n")).unwrap();
    let bot = home.start().await;
    let (ana, room) = met(synapse, &home, "ana").await;
    let session = std::fs::read_to_string(home.path().join("matrix/session.json")).unwrap();
    let session: serde_json::Value = serde_json::from_str(&session).unwrap();
    knows_device(&ana, &home, session["device"].as_str().unwrap()).await;
    ana.says(&room, "!help").await;
    ana.reads(&home.bot(), "pitch").await;
    assert_eq!(std::fs::read_to_string(&file).unwrap().trim(), key);
    bot.end().await;
}

#[tokio::test]
async fn what_is_read_late_is_answered_and_what_cannot_be_read_is_told_once() {
    let Some(synapse) = &*SHARED else { return };
    let home = Home::on(synapse).await;
    let bot = home.start().await;
    let way = Way::before(synapse);
    let ana = Person::register_by(&way.url, &unique("ana")).await;
    let room = ana.open_direct(&home.bot()).await;
    ana.is_joined_by(&room, &home.bot()).await;
    way.hold();
    ana.says(&room, "!pitch practise 30").await;
    let told = ana.reads(&home.bot(), "I cannot read what you just sent").await;
    // A second one that cannot be read is not complained of again.
    ana.says(&room, "hello?").await;
    tokio::time::sleep(Duration::from_secs(13)).await;
    let since: Vec<String> = ana.sync().await.iter().map(|seen| seen.body().to_owned()).collect();
    assert!(!since.iter().any(|said| said.contains("cannot read")), "{since:?}");
    assert_eq!(told.came, Came::Encrypted);
    // The keys come, and both are answered in their order, because nothing was said since.
    assert!(way.release() > 0);
    ana.reads(&home.bot(), "Write your pitch").await;
    bot.end().await;
}

#[tokio::test]
async fn a_key_that_comes_after_a_restart_is_not_too_late() {
    let Some(synapse) = &*SHARED else { return };
    let home = Home::on(synapse).await;
    let bot = home.start().await;
    let way = Way::before(synapse);
    let ana = Person::register_by(&way.url, &unique("ana")).await;
    let room = ana.open_direct(&home.bot()).await;
    ana.is_joined_by(&room, &home.bot()).await;
    way.hold();
    ana.says(&room, "!pitch practise 30").await;
    ana.reads(&home.bot(), "I cannot read what you just sent").await;
    bot.kill().await;
    let bot = Bot::start(&home.settings).await;
    way.release();
    ana.reads(&home.bot(), "Write your pitch").await;
    bot.end().await;
}

//! Logging in, keeping the session, and what is said when the homeserver will not have the bot.

use super::{Bot, Home, SHARED, met};
use rapport::adapters::matrix::{Fatal, Matrix, examine};
use rapport::config::Credentials;
use real_synapse::matrix_sdk::Client;
use real_synapse::matrix_sdk::config::SyncSettings;
use real_synapse::matrix_sdk::ruma::api::client::uiaa::{AuthData, MatrixUserIdentifier, Password, UserIdentifier};
use real_synapse::{PASSWORD, Person, until};
use serde_json::Value;
use std::io::{Read as _, Write as _};
use std::net::TcpListener;

/// The session as it is kept.
fn kept(home: &Home) -> Value {
    serde_json::from_str(&std::fs::read_to_string(home.path().join("matrix/session.json")).unwrap()).unwrap()
}

fn keep(home: &Home, session: &Value) {
    std::fs::write(home.path().join("matrix/session.json"), session.to_string()).unwrap();
}

/// What stops the bot from logging in.
async fn refusal(home: &Home) -> String {
    format!("{:#}", Matrix::log_in(&home.settings).await.unwrap_err())
}

#[cfg(unix)]
#[tokio::test]
async fn the_session_is_kept_for_this_user_alone_and_taken_up_again() {
    use std::os::unix::fs::PermissionsExt as _;
    let Some(synapse) = &*SHARED else { return };
    let home = Home::on(synapse).await;
    let bot = home.start().await;
    let (ana, room) = met(synapse, &home, "ana").await;
    ana.says(&room, "!help").await;
    ana.reads(&home.bot(), "pitch").await;
    bot.end().await;
    let first = kept(&home);
    for file in ["matrix/session.json", "matrix-recovery-key"] {
        let mode = std::fs::metadata(home.path().join(file)).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "{file}");
    }
    assert_eq!(std::fs::metadata(home.path().join("matrix/store")).unwrap().permissions().mode() & 0o077, 0);
    let bot = home.start().await;
    ana.says(&room, "!help").await;
    ana.reads(&home.bot(), "pitch").await;
    bot.end().await;
    assert_eq!(kept(&home), first);
}

#[tokio::test]
async fn a_session_that_ended_is_renewed_with_the_same_device() {
    let Some(synapse) = &*SHARED else { return };
    let home = Home::on(synapse).await;
    let bot = home.start().await;
    let (ana, room) = met(synapse, &home, "ana").await;
    ana.says(&room, "!pitch practise").await;
    ana.reads(&home.bot(), "pitch").await;
    bot.end().await;
    let mut session = kept(&home);
    let (device, token) = (session["device"].clone(), session["token"].clone());
    session["token"] = "syt_no_more".into();
    keep(&home, &session);
    let bot = home.start().await;
    ana.says(&room, "!help").await;
    ana.reads(&home.bot(), "stop").await;
    bot.end().await;
    let renewed = kept(&home);
    assert_eq!(renewed["device"], device);
    assert!(renewed["token"] != token && renewed["token"] != "syt_no_more");
}

#[tokio::test]
async fn a_token_logs_in_and_one_that_is_known_no_more_is_told() {
    let Some(synapse) = &*SHARED else { return };
    let mut home = Home::on(synapse).await;
    let token = {
        let scout = Client::new(synapse.url().parse().unwrap()).await.unwrap();
        scout.matrix_auth().login_username(&home.settings.user, PASSWORD).send().await.unwrap();
        // Keys are made when it first looks what there is.
        scout.sync_once(SyncSettings::new()).await.unwrap();
        scout.access_token().unwrap()
    };
    // That client made keys for its session: the bot cannot have them.
    home.settings.credentials = Credentials::Token(token.as_str().into());
    let bot = Bot::start(&home.settings).await;
    let ended = bot.listening.await.unwrap().unwrap_err();
    assert_eq!(ended.downcast_ref::<Fatal>(), Some(&Fatal::DeviceTaken));
    assert_eq!(examine(&home.settings).await.unwrap_err().downcast_ref::<Fatal>(), Some(&Fatal::DeviceTaken));

    let mut home = Home::on(synapse).await;
    home.settings.credentials = Credentials::Token(bare_token(synapse, &home.settings.user).await.as_str().into());
    let bot = home.start().await;
    let (ana, room) = met(synapse, &home, "ana").await;
    ana.says(&room, "!help").await;
    ana.reads(&home.bot(), "pitch").await;
    bot.end().await;

    let mut home = Home::on(synapse).await;
    home.settings.credentials = Credentials::Token("syt_nobody".into());
    assert!(refusal(&home).await.starts_with("The homeserver does not know this access token"));
    let other = bare_token(synapse, Person::register(synapse, &super::unique("eve")).await.id().as_str()).await;
    home.settings.credentials = Credentials::Token(other.as_str().into());
    assert!(refusal(&home).await.starts_with("The homeserver knows this account by another name"));
}

/// A token of a session that nothing was done with.
async fn bare_token(synapse: &real_synapse::Synapse, user: &str) -> String {
    use real_synapse::matrix_sdk::ruma::api::client::session::login::v3;
    let client = Client::new(synapse.url().parse().unwrap()).await.unwrap();
    let identifier = UserIdentifier::Matrix(MatrixUserIdentifier::new(user.to_owned()));
    let password = v3::Password::new(identifier, PASSWORD.to_owned());
    client.send(v3::Request::new(v3::LoginInfo::Password(password))).await.unwrap().access_token
}

#[tokio::test]
async fn what_is_wrong_is_told_in_one_sentence_with_what_to_do() {
    let Some(synapse) = &*SHARED else { return };
    let mut home = Home::on(synapse).await;
    home.settings.credentials = Credentials::Password("wrong".into());
    assert!(refusal(&home).await.starts_with("The homeserver does not accept this name and password. Check"));
    assert!(!home.path().join("matrix/session.json").exists());
    let told = format!("{:#}", examine(&home.settings).await.unwrap_err());
    assert!(told.starts_with("The homeserver does not accept"), "{told}");

    home.settings.homeserver = Some("http://127.0.0.1:9".to_owned());
    assert!(refusal(&home).await.contains("cannot be reached"));
    home.settings.homeserver = Some("nowhere.invalid".to_owned());
    let told = refusal(&home).await;
    assert!(told.contains("nowhere.invalid") && told.contains("`matrix.homeserver`"), "{told}");
    home.settings.homeserver = Some(answering("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello"));
    assert!(refusal(&home).await.starts_with("No Matrix homeserver answers at"));
    let old = r#"{"versions":["r0.5.0","r0.6.1"]}"#;
    let old =
        format!("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\r\n{old}", old.len());
    home.settings.homeserver = Some(answering(&old));
    assert!(refusal(&home).await.starts_with("The homeserver is too old: it speaks r0.6.1"));
}

/// The address of something that answers every question with the same.
fn answering(answer: &str) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    let answer = answer.to_owned();
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.unwrap();
            let mut question = [0; 4096];
            let _ = stream.read(&mut question);
            let _ = stream.write_all(answer.as_bytes());
        }
    });
    address
}

#[tokio::test]
async fn a_device_that_was_removed_is_told_and_its_folder_gone_the_bot_comes_back_as_itself() {
    let Some(synapse) = &*SHARED else { return };
    let home = Home::on(synapse).await;
    let bot = home.start().await;
    let (ana, room) = met(synapse, &home, "ana").await;
    ana.says(&room, "!help").await;
    ana.reads(&home.bot(), "pitch").await;
    bot.end().await;
    assert!(examine(&home.settings).await.unwrap().contains("its session is kept"));
    // Somebody tidies up the account's sessions.
    let device = kept(&home)["device"].as_str().unwrap().to_owned();
    let name = home.bot().localpart().to_owned();
    let operator = Person::log_in(synapse, &name).await;
    let user = UserIdentifier::Matrix(MatrixUserIdentifier::new(name));
    let devices = [device.as_str().into()];
    let asked = operator.client.delete_devices(&devices, None).await.unwrap_err();
    let mut password = Password::new(user, PASSWORD.to_owned());
    password.session = asked.as_uiaa_response().unwrap().session.clone();
    operator.client.delete_devices(&devices, Some(AuthData::Password(password))).await.unwrap();
    operator.client.matrix_auth().logout().await.unwrap();
    let told = format!("{:#}", examine(&home.settings).await.unwrap_err());
    assert!(told.starts_with("The homeserver no longer knows the bot's device"), "{told}");
    let bot = home.start().await;
    let ended = bot.listening.await.unwrap().unwrap_err();
    assert!(matches!(ended.downcast_ref::<Fatal>(), Some(Fatal::DeviceGone(_))), "{ended:#}");
    bot.app.abort();
    let _ = bot.app.await;
    // What it says to do is done.
    std::fs::remove_dir_all(home.path().join("matrix")).unwrap();
    let identity = ana.client.encryption().request_user_identity(&home.bot()).await.unwrap().unwrap();
    let master_key = identity.master_key().get_first_key().unwrap().to_base64();
    let bot = home.start().await;
    let new = kept(&home)["device"].as_str().unwrap().to_owned();
    assert_ne!(new, device);
    knows_device(&ana, &home, &new).await;
    ana.says(&room, "!settings show").await;
    ana.reads(&home.bot(), "anguage").await;
    let identity = ana.client.encryption().request_user_identity(&home.bot()).await.unwrap().unwrap();
    assert_eq!(identity.master_key().get_first_key().unwrap().to_base64(), master_key);
    bot.end().await;
}

/// Waits until somebody's client knows a device of the bot's, signed by the bot.
pub(super) async fn knows_device(person: &Person, home: &Home, device: &str) {
    until("the bot's device is known", async || {
        person.sync().await;
        let found = person.client.encryption().get_device(&home.bot(), device.into()).await.unwrap()?;
        found.is_cross_signed_by_owner().then_some(())
    })
    .await;
}

#[tokio::test]
async fn keys_can_be_locked_by_a_passphrase() {
    let Some(synapse) = &*SHARED else { return };
    let mut home = Home::on(synapse).await;
    home.settings.store_passphrase = Some("in a safe place".into());
    let bot = home.start().await;
    let (ana, room) = met(synapse, &home, "ana").await;
    ana.says(&room, "!help").await;
    ana.reads(&home.bot(), "pitch").await;
    bot.end().await;
    home.settings.store_passphrase = Some("another".into());
    let told = refusal(&home).await;
    assert!(told.contains("cannot be opened with this passphrase"), "{told}");
    home.settings.store_passphrase = Some("in a safe place".into());
    let bot = home.start().await;
    ana.says(&room, "!help").await;
    ana.reads(&home.bot(), "pitch").await;
    bot.end().await;
}

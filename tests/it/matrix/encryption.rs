//! The bot's identity, what strict clients make of it, and keys that come late or never.

use super::sessions::knows_device;
use super::{Bot, Home, SHARED, met, unique};
use rapport::adapters::matrix::{Fatal, examine};
use real_synapse::{Came, Person, Synapse};
use std::io::{Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
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
    let answer = strict.reads(&home.bot(), "pitch practise").await;
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
    ana.reads(&home.bot(), "pitch practise").await;
    assert_eq!(std::fs::read_to_string(&file).unwrap().trim(), key);
    bot.end().await;
}

/// A way to the homeserver on which keys for other devices can be held back.
struct HeldBack {
    url: String,
    held: Arc<Mutex<Option<Vec<Vec<u8>>>>>,
    port: u16,
}

impl HeldBack {
    fn before(synapse: &Synapse) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let port: u16 = synapse.url().rsplit(':').next().unwrap().parse().unwrap();
        let held: Arc<Mutex<Option<Vec<Vec<u8>>>>> = Arc::default();
        let shared = Arc::clone(&held);
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                let held = Arc::clone(&shared);
                std::thread::spawn(move || relay(stream.unwrap(), port, &held));
            }
        });
        Self { url, held, port }
    }

    /// From now on, keys are held back.
    fn hold(&self) {
        *self.held.lock().unwrap() = Some(Vec::new());
    }

    /// What was held back goes on its way. Gives back how much that was.
    fn release(&self) -> usize {
        let requests = self.held.lock().unwrap().take().unwrap();
        for request in &requests {
            assert!(answer_to(request, self.port).starts_with(b"HTTP/1.1 200"));
        }
        requests.len()
    }
}

/// Takes one request, and answers it: as the homeserver does, or as if it had been taken.
fn relay(mut stream: TcpStream, port: u16, held: &Mutex<Option<Vec<Vec<u8>>>>) {
    let Some(request) = request(&mut stream) else { return };
    let line = String::from_utf8_lossy(&request[..request.len().min(200)]).into_owned();
    if line.contains("/sendToDevice/m.room.encrypted")
        && let Some(held) = held.lock().unwrap().as_mut()
    {
        held.push(request);
        let _ = stream.write_all(
            b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}",
        );
        return;
    }
    let _ = stream.write_all(&answer_to(&request, port));
}

fn request(stream: &mut TcpStream) -> Option<Vec<u8>> {
    let (mut request, mut piece) = (Vec::new(), [0; 8192]);
    loop {
        let head = request.windows(4).position(|end| end == b"\r\n\r\n").map(|at| at + 4);
        if let Some(head) = head {
            let text = String::from_utf8_lossy(&request[..head]).to_lowercase();
            let length = text.lines().find_map(|line| line.strip_prefix("content-length:")?.trim().parse().ok());
            if request.len() >= head + length.unwrap_or(0) {
                // One request a connection is enough here.
                let at = request.windows(2).position(|end| end == b"\r\n")? + 2;
                request.splice(at..at, b"Connection: close\r\n".iter().copied());
                return Some(request);
            }
        }
        match stream.read(&mut piece) {
            Ok(0) | Err(_) => return None,
            Ok(count) => request.extend_from_slice(&piece[..count]),
        }
    }
}

fn answer_to(request: &[u8], port: u16) -> Vec<u8> {
    let mut homeserver = TcpStream::connect(("127.0.0.1", port)).unwrap();
    homeserver.write_all(request).unwrap();
    let mut answer = Vec::new();
    let _ = homeserver.read_to_end(&mut answer);
    answer
}

#[tokio::test]
async fn what_is_read_late_is_answered_and_what_cannot_be_read_is_told_once() {
    let Some(synapse) = &*SHARED else { return };
    let home = Home::on(synapse).await;
    let bot = home.start().await;
    let way = HeldBack::before(synapse);
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
    let way = HeldBack::before(synapse);
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

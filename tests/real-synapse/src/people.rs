//! People on the homeserver, each with a real client that encrypts.

use crate::{SERVER_NAME, Synapse};
use matrix_sdk::attachment::{AttachmentConfig, AttachmentInfo, BaseAudioInfo, BaseFileInfo};
use matrix_sdk::config::{RequestConfig, SyncSettings};
use matrix_sdk::deserialized_responses::TimelineEventKind;
use matrix_sdk::encryption::EncryptionSettings;
use matrix_sdk::ruma::api::client::account::register::v3::Request as Registration;
use matrix_sdk::ruma::api::client::filter::FilterDefinition;
use matrix_sdk::ruma::api::client::room::create_room::v3::{Request as Creation, RoomPreset};
use matrix_sdk::ruma::api::client::uiaa::{AuthData, Dummy};
use matrix_sdk::ruma::events::InitialStateEvent;
use matrix_sdk::ruma::events::room::encryption::RoomEncryptionEventContent;
use matrix_sdk::ruma::{EventId, OwnedEventId, OwnedRoomId, OwnedUserId, RoomId, UserId};
use matrix_sdk::{Client, Room, RoomState};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

/// Every account's password.
pub const PASSWORD: &str = "not a secret";

/// How long anything may take that is waited for.
const LONGEST: Duration = Duration::from_secs(40);

/// How many events of a room are told of at once.
const MOST_AT_ONCE: u32 = 200;
/// How long the homeserver may wait for something to tell.
const LONG_POLL: Duration = Duration::from_secs(10);

/// Somebody with a client.
#[derive(Clone, Debug)]
pub struct Person {
    /// Their client.
    pub client: Client,
    position: Arc<Mutex<String>>,
    typing: Arc<Mutex<BTreeSet<OwnedUserId>>>,
}

/// An event of a room, as somebody sees it.
#[derive(Clone, Debug)]
pub struct Seen {
    /// The room.
    pub room: OwnedRoomId,
    /// The event, decrypted where it was encrypted.
    pub event: Value,
    /// How it came.
    pub came: Came,
}

/// How an event came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Came {
    /// As it is.
    Plain,
    /// Encrypted, and it could be read.
    Encrypted,
    /// Encrypted, and it could not be read.
    Unreadable,
}

impl Seen {
    /// Its id.
    pub fn id(&self) -> &str {
        self.event["event_id"].as_str().unwrap_or_default()
    }

    /// Who sent it.
    pub fn sender(&self) -> &str {
        self.event["sender"].as_str().unwrap_or_default()
    }

    /// What a message says; of one that changes another, what it changes it to.
    pub fn body(&self) -> &str {
        let content = &self.event["content"];
        let new = content["m.new_content"]["body"].as_str();
        new.or(content["body"].as_str()).filter(|_| self.event["type"] == "m.room.message").unwrap_or_default()
    }
}

/// Waits until something is there, trying again and again.
///
/// # Panics
/// It takes too long.
pub async fn until<T>(what: &str, mut look: impl AsyncFnMut() -> Option<T>) -> T {
    let begun = Instant::now();
    loop {
        if let Some(found) = look().await {
            return found;
        }
        assert!(begun.elapsed() < LONGEST, "waited in vain: {what}");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

fn builder(url: &str) -> matrix_sdk::ClientBuilder {
    let requests = RequestConfig::new().disable_retry();
    let encryption = EncryptionSettings { auto_enable_cross_signing: false, ..EncryptionSettings::default() };
    Client::builder().homeserver_url(url).request_config(requests).with_encryption_settings(encryption)
}

impl Person {
    /// Somebody new, of this name.
    pub async fn register(synapse: &Synapse, name: &str) -> Self {
        Self::register_by(&synapse.url(), name).await
    }

    /// Somebody new whose client reaches the homeserver by another address.
    pub async fn register_by(url: &str, name: &str) -> Self {
        Self::register_with(builder(url).build().await.unwrap(), name).await
    }

    /// Somebody new whose client gives keys to those devices only that their owners have signed.
    pub async fn register_strict(synapse: &Synapse, name: &str) -> Self {
        use matrix_sdk_base::crypto::CollectStrategy;
        let builder = builder(&synapse.url()).with_room_key_recipient_strategy(CollectStrategy::IdentityBasedStrategy);
        let person = Self::register_with(builder.build().await.unwrap(), name).await;
        // A client that is strict with others signs its own device.
        person.client.encryption().bootstrap_cross_signing(None).await.unwrap();
        person
    }

    async fn register_with(client: Client, name: &str) -> Self {
        let mut request = Registration::new();
        request.username = Some(name.to_owned());
        request.password = Some(PASSWORD.to_owned());
        request.auth = Some(AuthData::Dummy(Dummy::new()));
        client.matrix_auth().register(request).await.unwrap();
        let person = Self { client, position: Arc::default(), typing: Arc::default() };
        person.sync().await;
        person
    }

    /// The same person on another device.
    pub async fn log_in(synapse: &Synapse, name: &str) -> Self {
        let client = builder(&synapse.url()).build().await.unwrap();
        client.matrix_auth().login_username(name, PASSWORD).send().await.unwrap();
        Self { client, position: Arc::default(), typing: Arc::default() }
    }

    /// Their whole name.
    pub fn id(&self) -> OwnedUserId {
        self.client.user_id().unwrap().to_owned()
    }

    /// Everything that has happened since the last look.
    pub async fn sync(&self) -> Vec<Seen> {
        self.look(Duration::ZERO).await
    }

    /// What happens next, as soon as something does.
    pub async fn waits(&self) -> Vec<Seen> {
        self.look(LONG_POLL).await
    }

    async fn look(&self, wait: Duration) -> Vec<Seen> {
        // By itself a homeserver tells of the last ten events of a room and leaves the rest out.
        let mut filter = FilterDefinition::default();
        filter.room.timeline.limit = Some(MOST_AT_ONCE.into());
        let settings = SyncSettings::new().timeout(wait).filter(filter.into());
        let response = self.client.sync_once(settings).await.unwrap();
        self.position.lock().unwrap().clone_from(&response.next_batch);
        let mut seen = Vec::new();
        for (room, update) in response.rooms.joined {
            for event in &update.ephemeral {
                let event: Value = event.deserialize_as_unchecked().unwrap();
                if event["type"] == "m.typing" {
                    *self.typing.lock().unwrap() =
                        serde_json::from_value(event["content"]["user_ids"].clone()).unwrap();
                }
            }
            for event in update.timeline.events {
                let came = match &event.kind {
                    TimelineEventKind::Decrypted(_) => Came::Encrypted,
                    TimelineEventKind::UnableToDecrypt { .. } => Came::Unreadable,
                    TimelineEventKind::PlainText { .. } => Came::Plain,
                };
                let event = event.raw().deserialize_as_unchecked().unwrap();
                seen.push(Seen { room: room.clone(), event, came });
            }
        }
        seen
    }

    /// Up to where they have looked, by the homeserver's own name of that.
    pub fn position(&self) -> String {
        self.position.lock().unwrap().clone()
    }

    /// Waits until somebody is seen typing.
    pub async fn sees_typing(&self, who: &UserId) {
        until("somebody is typing", async || {
            self.sync().await;
            self.typing.lock().unwrap().contains(who).then_some(())
        })
        .await;
    }

    /// Waits until something has come that fits.
    pub async fn sees(&self, what: &str, fits: impl Fn(&Seen) -> bool) -> Seen {
        until(what, async || self.sync().await.into_iter().find(|seen| fits(seen))).await
    }

    /// Waits until somebody has written something with this text in it.
    pub async fn reads(&self, from: &UserId, text: &str) -> Seen {
        self.sees(&format!("{text:?}"), |seen| seen.sender() == from && seen.body().contains(text)).await
    }

    /// A room of theirs.
    pub fn room(&self, room: &RoomId) -> Room {
        self.client.get_room(room).expect("they know the room")
    }

    /// Makes a direct chat, encrypted, and invites somebody.
    pub async fn open_direct(&self, with: &UserId) -> OwnedRoomId {
        self.client.create_dm(with).await.unwrap().room_id().to_owned()
    }

    /// Makes a direct chat that is not encrypted, and invites somebody.
    pub async fn open_plain_direct(&self, with: &UserId) -> OwnedRoomId {
        let mut request = Creation::new();
        request.invite = vec![with.to_owned()];
        request.is_direct = true;
        request.preset = Some(RoomPreset::TrustedPrivateChat);
        self.client.create_room(request).await.unwrap().room_id().to_owned()
    }

    /// Makes a room where several talk, and invites them.
    pub async fn open_room(&self, name: &str, invited: &[&UserId], is_encrypted: bool) -> OwnedRoomId {
        let mut request = Creation::new();
        request.name = Some(name.to_owned());
        request.invite = invited.iter().map(|&who| who.to_owned()).collect();
        request.preset = Some(RoomPreset::PrivateChat);
        if is_encrypted {
            let content = RoomEncryptionEventContent::with_recommended_defaults();
            request.initial_state = vec![InitialStateEvent::with_empty_state_key(content).to_raw_any()];
        }
        self.client.create_room(request).await.unwrap().room_id().to_owned()
    }

    /// Waits until somebody is in a room.
    pub async fn is_joined_by(&self, room: &RoomId, who: &UserId) {
        let what = format!("{who} comes into the room");
        until(&what, async || {
            self.sync().await;
            let member = self.room(room).get_member_no_sync(who).await.unwrap()?;
            (member.membership().as_str() == "join").then_some(())
        })
        .await;
    }

    /// Waits for an invitation from somebody, and accepts it.
    pub async fn accepts_invitation(&self, from: &UserId) -> OwnedRoomId {
        let room = until("an invitation", async || {
            self.sync().await;
            for room in self.client.invited_rooms() {
                if room.invite_details().await.unwrap().inviter_id == from {
                    return Some(room);
                }
            }
            None
        })
        .await;
        room.join().await.unwrap();
        room.room_id().to_owned()
    }

    /// Writes.
    pub async fn says(&self, room: &RoomId, text: &str) -> OwnedEventId {
        self.sends(room, "m.room.message", json!({ "msgtype": "m.text", "body": text })).await
    }

    /// Writes in a thread.
    pub async fn says_in_thread(&self, room: &RoomId, root: &EventId, text: &str) -> OwnedEventId {
        let relation = json!({ "rel_type": "m.thread", "event_id": root, "is_falling_back": true,
                               "m.in_reply_to": { "event_id": root } });
        let content = json!({ "msgtype": "m.text", "body": text, "m.relates_to": relation });
        self.sends(room, "m.room.message", content).await
    }

    /// Changes what they wrote.
    pub async fn edits(&self, room: &RoomId, event: &EventId, text: &str) -> OwnedEventId {
        let content = json!({
            "msgtype": "m.text", "body": format!("* {text}"),
            "m.new_content": { "msgtype": "m.text", "body": text },
            "m.relates_to": { "rel_type": "m.replace", "event_id": event },
        });
        self.sends(room, "m.room.message", content).await
    }

    /// Takes back what they wrote.
    pub async fn redacts(&self, room: &RoomId, event: &EventId) {
        self.room(room).redact(event, None, None).await.unwrap();
    }

    /// Reacts with a sign.
    pub async fn reacts(&self, room: &RoomId, event: &str, sign: &str) -> OwnedEventId {
        let relation = json!({ "rel_type": "m.annotation", "event_id": event, "key": sign });
        self.sends(room, "m.reaction", json!({ "m.relates_to": relation })).await
    }

    /// Sends a file, and says how large it is as every app does.
    pub async fn sends_file(&self, room: &RoomId, name: &str, bytes: &[u8]) -> OwnedEventId {
        let info = BaseFileInfo { size: u32::try_from(bytes.len()).ok().map(Into::into) };
        let config = AttachmentConfig::new().info(AttachmentInfo::File(info));
        let sent = self.room(room).send_attachment(name, &mime::TEXT_CSV, bytes.to_vec(), config).await;
        sent.unwrap().event_id
    }

    /// Sends a voice message of that length.
    pub async fn speaks(&self, room: &RoomId, duration: Duration) -> OwnedEventId {
        let info = BaseAudioInfo { duration: Some(duration), ..BaseAudioInfo::default() };
        let config = AttachmentConfig::new().info(AttachmentInfo::Voice(info));
        let sound = "audio/ogg".parse().unwrap();
        let sent = self.room(room).send_attachment("Voice message.ogg", &sound, b"OggS".to_vec(), config).await;
        sent.unwrap().event_id
    }

    /// Sends any event.
    pub async fn sends(&self, room: &RoomId, kind: &str, content: Value) -> OwnedEventId {
        self.room(room).send_raw(kind, content).await.unwrap().response.event_id
    }

    /// Does something to a room that nobody sees, and that every client there is told of.
    pub async fn ticks(&self, room: &RoomId) {
        self.room(room).send_state_event_raw("test.tick", &unique(), json!({})).await.unwrap();
    }

    /// The rooms they are in.
    pub fn rooms(&self) -> BTreeSet<OwnedRoomId> {
        let joined = self.client.rooms().into_iter().filter(|room| room.state() == RoomState::Joined);
        joined.map(|room| room.room_id().to_owned()).collect()
    }
}

/// The whole name that somebody of this name has.
pub fn whole_name(name: &str) -> OwnedUserId {
    OwnedUserId::try_from(format!("@{name}:{SERVER_NAME}")).unwrap()
}

/// A text that was not used before.
fn unique() -> String {
    use std::sync::atomic::{AtomicU64, Ordering};
    static COUNT: AtomicU64 = AtomicU64::new(0);
    format!("{}-{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed))
}

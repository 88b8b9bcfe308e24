//! Messages to rooms and direct chats: each with a transaction id made from its key, so that the homeserver drops a repeat.

use super::failure::{Meaning, meaning};
use super::markup::{Text, texts};
use super::reactions::{CHOICES, signs};
use super::{Matrix, locked};
use crate::adapters::attached::attached;
use crate::chat::platform::{Block, Content, Span};
use crate::chat::{Answered, DeliverError, Outgoing, Permission, Place, PlaceKind, Receipt, Ticket};
use crate::clock::Clock;
use matrix_sdk::attachment::AttachmentConfig;
use matrix_sdk::room::MessagesOptions;
use matrix_sdk::ruma::events::room::message::TextMessageEventContent;
use matrix_sdk::ruma::{OwnedEventId, OwnedTransactionId, RoomId, UInt, UserId};
use matrix_sdk::{Error, Room, RoomState};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

/// The field of the bot's messages that names them, for a device that knows nothing of the transaction ids of the one before.
const KEY: &str = "rapport.key";
/// How long a message waits for the bot to know who is where, after a start.
const LONGEST_START: Duration = Duration::from_secs(20);
/// How soon it is tried again.
const SOON: Duration = Duration::from_secs(1);
/// How soon a message is tried again that met the end of the session: it is being renewed.
const RENEWAL: Duration = Duration::from_secs(3);
/// How soon a message is tried again while the homeserver is not well, and how long that is taken to be the homeserver's own trouble.
const TROUBLE: Duration = Duration::from_secs(10);
const LONGEST_TROUBLE: Duration = Duration::from_secs(15 * 60);
/// How old the bot's knowledge of who is where may be: the homeserver says something at least every half minute.
const OLDEST_KNOWLEDGE: Duration = Duration::from_secs(100);
/// How much the homeserver's clock may differ from ours.
const CLOCKS_DIFFER: i64 = 30_000;

/// How an answer hangs together with what it answers. As a ticket it goes through the core unread.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Way {
    /// The thread it belongs to, by its first event.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) thread: Option<String>,
    /// The event it replies to, where several talk.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) reply: Option<String>,
    /// The bot's own message whose place it takes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) edit: Option<String>,
}

impl Way {
    pub(super) fn ticket(&self) -> Option<Ticket> {
        (*self != Self::default()).then(|| serde_json::to_string(self).ok().map(Ticket)).flatten()
    }

    fn of(out: &Outgoing) -> Self {
        let read = out.ticket.as_ref().and_then(|ticket| serde_json::from_str(&ticket.0).ok());
        let mut way: Self = read.unwrap_or_default();
        if let PlaceKind::Thread(_, root) = &out.place.kind {
            way.thread = Some(root.clone());
        }
        if out.content.answered == Answered::Before {
            way.edit = None;
        }
        if let Some(standing) = &out.instead_of {
            way.edit = Some(standing.clone());
        }
        way
    }

    /// What a message says of the others it belongs to.
    fn relation(&self) -> Option<Value> {
        let reply = self.reply.as_ref().map(|event| json!({ "event_id": event }));
        match (&self.thread, reply) {
            (Some(root), reply) => {
                let is_falling_back = reply.is_none();
                let reply = reply.unwrap_or_else(|| json!({ "event_id": root }));
                Some(json!({ "rel_type": "m.thread", "event_id": root, "is_falling_back": is_falling_back,
                             "m.in_reply_to": reply }))
            }
            (None, Some(reply)) => Some(json!({ "m.in_reply_to": reply })),
            (None, None) => None,
        }
    }
}

impl Matrix {
    /// Delivers a message.
    pub(super) async fn send(&self, out: &Outgoing) -> Result<Receipt, DeliverError> {
        let mut current = self.is_current.subscribe();
        let becoming = async { current.wait_for(|is_current| *is_current).await.is_ok() };
        if !tokio::time::timeout(LONGEST_START, becoming).await.unwrap_or(false) {
            return Err(DeliverError::Later(self.pace.wait().unwrap_or(SOON)));
        }
        let told_at = *self.told_at.borrow();
        if out.place.is_direct() && Clock::System.now().since(told_at) > OLDEST_KNOWLEDGE {
            return Err(DeliverError::Later(self.pace.wait().unwrap_or(SOON)));
        }
        if let Some(wait) = self.pace.wait() {
            return Err(DeliverError::Later(wait));
        }
        let Ok(_turn) = self.sending.acquire().await else { return Err(DeliverError::Later(SOON)) };
        let (room, receipt) = match &out.place.kind {
            PlaceKind::Direct(handle) => {
                let person = UserId::parse(handle).map_err(|_| DeliverError::Gone)?;
                let room = self.chat_with(&person, out).await?;
                let chat = room.room_id().to_string();
                let chat = Some(chat).filter(|chat| out.chat.as_ref() != Some(chat));
                (room, Receipt { chat, ..Receipt::default() })
            }
            // Nothing can be shown to one person alone where others read.
            _ if out.only.is_some() => return Err(DeliverError::Forbidden),
            PlaceKind::Room(id) | PlaceKind::Thread(id, _) => (self.room(id)?, Receipt::default()),
        };
        let sent = self.send_to(&room, out).await;
        self.note_answered(room.room_id());
        match sent {
            Ok(message) => Ok(Receipt { message, ..receipt }),
            Err(error) => Err(match (meaning(&error), &out.place.kind) {
                // The line that says where the answer is: nobody misses it later.
                (Meaning::Forbidden, _) if out.ticket.is_some() => DeliverError::Forbidden,
                (Meaning::Forbidden, PlaceKind::Room(_)) => DeliverError::Lacks(Permission::Write),
                (Meaning::Forbidden, PlaceKind::Thread(..)) => DeliverError::Lacks(Permission::WriteInThreads),
                _ => self.told(&error, out),
            }),
        }
    }

    fn room(&self, id: &str) -> Result<Room, DeliverError> {
        let id = RoomId::parse(id).map_err(|_| DeliverError::Gone)?;
        self.newest(&id).filter(|room| room.state() == RoomState::Joined).ok_or(DeliverError::Gone)
    }

    /// Sends a message, and gives back the event that it stands as, where one was sent.
    async fn send_to(&self, room: &Room, out: &Outgoing) -> matrix_sdk::Result<Option<String>> {
        let way = Way::of(out);
        let there = if self.may_stand_there(out) { self.keys_there(room, out).await? } else { BTreeSet::new() };
        let people = self.people_in(room, &out.content).await;
        let name = |place: &Place| match &place.kind {
            PlaceKind::Direct(handle) => people.get(handle).unwrap_or(handle).clone(),
            _ => self.name_of(place),
        };
        let texts = texts(&out.content, &name);
        let last = texts.len().saturating_sub(1);
        let mut event = None;
        for (number, text) in texts.iter().enumerate() {
            let key = format!("{}-{number}", out.key);
            if there.contains(&key) {
                continue;
            }
            let mut content = message(text, out.place.is_direct(), &key);
            if number == last {
                content["m.mentions"] = mentions(&out.content);
            }
            if number == last && !out.content.choices.is_empty() {
                content[CHOICES] = json!(signs(&out.content));
            }
            match (&way.edit, way.relation()) {
                (Some(edited), _) if number == 0 => content = in_place_of(edited, content),
                (_, Some(relation)) => content["m.relates_to"] = relation,
                _ => {}
            }
            let transaction = OwnedTransactionId::from(key);
            let sent = room.send_raw("m.room.message", content).with_transaction_id(&transaction).await?;
            event = Some(sent.response.event_id);
        }
        for (number, file) in attached(&out.content).into_iter().enumerate() {
            let transaction = OwnedTransactionId::from(format!("{}-p{number}", out.key));
            let caption = (!file.description.is_empty()).then(|| TextMessageEventContent::plain(file.description));
            let config = AttachmentConfig::new().txn_id(transaction).caption(caption);
            let mime = file.mime.parse().unwrap_or(mime::APPLICATION_OCTET_STREAM);
            room.send_attachment(file.name, &mime, file.bytes, config).await?;
        }
        let mut stands = None;
        if let Some(event) = event {
            // A message that took another's place goes by that one's name.
            let stands_as = match &way.edit {
                Some(edited) if texts.len() == 1 => OwnedEventId::try_from(edited.as_str()).unwrap_or(event),
                _ => event,
            };
            if out.place.is_direct() {
                locked(&self.spoken).note_ours(room.room_id().as_str(), stands_as.as_str());
            }
            if let Some(matrix) = self.myself.upgrade() {
                matrix.offer(room.clone(), &stands_as, &out.key, &out.content);
            }
            stands = Some(stands_as.to_string());
        }
        Ok(stands)
    }

    /// Whether the device before this one may have sent it: the homeserver drops repeats of the same device only.
    fn may_stand_there(&self, out: &Outgoing) -> bool {
        out.made_at < self.account.session().since
    }

    /// The names of the bot's messages in a room since that one was made.
    async fn keys_there(&self, room: &Room, out: &Outgoing) -> matrix_sdk::Result<BTreeSet<String>> {
        let backups = self.client().encryption().backups();
        // Without its keys, what another device wrote cannot be read: then it is sent again.
        let _ = backups.download_room_keys_for_room(room.room_id()).await;
        let mut options = MessagesOptions::backward();
        options.limit = UInt::from(50u32);
        let found = room.messages(options).await?;
        let ours = found.chunk.iter().filter_map(|event| event.raw().deserialize_as_unchecked::<Value>().ok());
        let ours = ours.filter(|event| event["sender"].as_str() == Some(self.user.as_str()));
        let lately = ours.filter(|event| event["origin_server_ts"].as_i64() >= Some(out.made_at.0 - CLOCKS_DIFFER));
        Ok(lately.filter_map(|event| event["content"][KEY].as_str().map(str::to_owned)).collect())
    }

    /// What the people whom a message names are called in a room.
    async fn people_in(&self, room: &Room, content: &Content) -> BTreeMap<String, String> {
        let mut names = BTreeMap::new();
        for handle in accounts(content) {
            let Ok(id) = UserId::parse(handle) else { continue };
            // Who is not in this room goes by the name they have in another one that the bot is in.
            let others = self.client().joined_rooms();
            for room in std::iter::once(room).chain(&others) {
                if let Ok(Some(member)) = room.get_member_no_sync(&id).await {
                    names.insert(handle.to_owned(), member.name().to_owned());
                    break;
                }
            }
        }
        names
    }

    /// What a place is called.
    fn name_of(&self, place: &Place) -> String {
        let id = match &place.kind {
            PlaceKind::Room(id) | PlaceKind::Thread(id, _) => id,
            PlaceKind::Direct(handle) => return handle.clone(),
        };
        let room = RoomId::parse(id).ok().and_then(|id| self.client().get_room(&id));
        room.and_then(|room| room.cached_display_name()).map_or_else(|| id.clone(), |name| name.to_string())
    }

    /// What a failure means for the outbox.
    pub(super) fn told(&self, error: &Error, out: &Outgoing) -> DeliverError {
        let age = Clock::System.now().since(out.made_at);
        let meaning = meaning(error);
        tracing::debug!(?meaning, "a message could not leave");
        match meaning {
            Meaning::Wait(wait) => DeliverError::Later(self.pace.hold(wait)),
            Meaning::Away => DeliverError::Later(self.pace.note_stumble()),
            // Either it is everybody's trouble, and passes, or this message is what the homeserver cannot bear.
            Meaning::Unwell if age < LONGEST_TROUBLE => DeliverError::Later(TROUBLE),
            Meaning::LoggedOut => DeliverError::Later(RENEWAL),
            Meaning::Forbidden => DeliverError::Forbidden,
            Meaning::Gone => DeliverError::Gone,
            Meaning::Unwell | Meaning::Other => {
                DeliverError::Refused(anyhow::anyhow!("the homeserver refuses a message"))
            }
        }
    }
}

/// The accounts that a message names.
fn accounts(content: &Content) -> impl Iterator<Item = &str> {
    let spans = content.blocks.iter().filter_map(|block| match block {
        Block::Text(spans) => Some(spans),
        _ => None,
    });
    spans.flatten().filter_map(|span| match span {
        Span::Account(handle) | Span::Called(handle) => Some(handle.as_str()),
        _ => None,
    })
}

/// Who is called by a message, and nobody else, whatever a person's words say.
fn mentions(content: &Content) -> Value {
    let called: Vec<&str> = content.called().collect();
    if called.is_empty() { json!({}) } else { json!({ "user_ids": called }) }
}

/// A message as Matrix wants it. In a direct chat it is one that clients announce; among others it is a notice, which no bot answers.
fn message(text: &Text, is_direct: bool, key: &str) -> Value {
    json!({
        "msgtype": if is_direct { "m.text" } else { "m.notice" },
        "body": text.plain,
        "format": "org.matrix.custom.html",
        "formatted_body": text.html,
        "m.mentions": {},
        KEY: key,
    })
}

/// The message as one that takes another's place.
fn in_place_of(edited: &str, content: Value) -> Value {
    let mut whole = content.clone();
    let starred = |field: &str| content[field].as_str().map(|text| json!(format!("* {text}")));
    for field in ["body", "formatted_body"] {
        if let Some(text) = starred(field) {
            whole[field] = text;
        }
    }
    whole["m.new_content"] = content;
    whole["m.relates_to"] = json!({ "rel_type": "m.replace", "event_id": edited });
    whole
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_way_is_read_back_and_none_is_no_ticket() {
        assert_eq!(Way::default().ticket(), None);
        let way = Way { thread: Some("$t".into()), reply: Some("$r".into()), edit: None };
        let ticket = way.ticket().unwrap();
        assert_eq!(serde_json::from_str::<Way>(&ticket.0).unwrap(), way);
        assert_eq!(way.relation().unwrap()["m.in_reply_to"]["event_id"], "$r");
        let thread = Way { thread: Some("$t".into()), ..Way::default() };
        assert_eq!(thread.relation().unwrap()["is_falling_back"], true);
    }
}

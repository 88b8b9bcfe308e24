//! Messages to a channel: in parts that Discord takes, each with a nonce, so that one that is sent again is not seen twice.

use super::Discord;
use super::components::{Window, cut, rows};
use super::markup::texts;
use super::rest::{Failure, File};
use super::ticket::number_at;
use crate::adapters::attached::{Attached, attached};
use crate::chat::platform::Content;
use crate::chat::{DeliverError, Outgoing, Permission, PlaceKind, Receipt};
use crate::clock::Moment;
use crate::ids::DeliveryKey;
use reqwest::Method;
use serde_json::{Value, json};
use std::collections::{BTreeSet, HashMap};
use std::sync::{MutexGuard, PoisonError};
use std::time::Duration;

/// The flag of a message that only one person sees.
pub(super) const EPHEMERAL: u64 = 1 << 6;
/// The flag of a message whose links are not unfolded: a person's words are no advertisement.
const NO_PREVIEWS: u64 = 1 << 2;
/// The most characters of a file's description.
const LONGEST_DESCRIPTION: usize = 1_024;
/// How long Discord remembers a nonce, with some room.
const NONCE_HOLDS: Duration = Duration::from_secs(120);

/// How much Discord's clock may differ from ours.
const CLOCKS_DIFFER: Duration = Duration::from_secs(30);

/// "Unknown channel".
const NO_CHANNEL: u32 = 10_003;
/// "Unknown message".
const NO_MESSAGE: u32 = 10_008;
/// "Cannot send messages to this user".
const NOT_THIS_USER: u32 = 50_007;
/// "Cannot send messages to this user due to having no mutual guilds".
const NO_SERVER_SHARED: u32 = 50_278;
/// "You are opening direct messages too fast", and the slow modes of channels.
const TOO_FAST: [u32; 3] = [40_003, 20_016, 20_028];
/// "Missing access": it may not see the channel.
const NOT_SEEN: u32 = 50_001;
/// "A thread has already been created for this message".
const HAS_A_THREAD: u32 = 160_004;
/// The most characters of a thread's name, and after how many minutes of silence it is put away.
const LONGEST_NAME: usize = 100;
const ONE_DAY: u32 = 1_440;
/// "Missing permissions": it may not write there.
const NOT_ALLOWED: u32 = 50_013;

/// Who sees a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seen {
    /// One person, in a place where others are.
    ByOne,
    /// Everybody there.
    ByAll,
}

/// A part of a message, as it is sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// The message.
    pub body: Value,
    /// Files with it.
    pub files: Vec<File>,
}

impl Part {
    /// The message as one that takes the place of another: what that had and this has not goes.
    pub fn replacing(&self) -> Value {
        let mut body = self.body.clone();
        body["flags"] = json!(NO_PREVIEWS);
        for list in ["components", "attachments"] {
            if body.get(list).is_none() {
                body[list] = json!([]);
            }
        }
        body
    }
}

/// A message in as few parts as it fits into; what can be pressed is under the last one.
pub fn parts(content: &Content, seen: Seen) -> Vec<Part> {
    let (flags, window) = match seen {
        Seen::ByOne => (NO_PREVIEWS | EPHEMERAL, Window::Offered),
        Seen::ByAll => (NO_PREVIEWS, Window::NotNeeded),
    };
    let texts = texts(content);
    let last = texts.len().saturating_sub(1);
    let part = |(number, text): (usize, String)| {
        let mut body = json!({ "content": text, "flags": flags, "allowed_mentions": { "parse": [] } });
        // Nobody is called but whom the message calls, whatever a person's words say.
        let called: BTreeSet<&str> = content.called().filter(|handle| text.contains(&format!("<@{handle}>"))).collect();
        if !called.is_empty() {
            body["allowed_mentions"]["users"] = json!(called);
        }
        let rows = if number == last { rows(content, window) } else { Vec::new() };
        if !rows.is_empty() {
            body["components"] = json!(rows);
        }
        let files = if number == last { attached(content) } else { Vec::new() };
        if !files.is_empty() {
            let described = files.iter().enumerate().map(|(id, file)| {
                let mut listed = json!({ "id": id.to_string(), "filename": file.name });
                if !file.description.is_empty() {
                    listed["description"] = json!(cut(&file.description, LONGEST_DESCRIPTION));
                }
                listed
            });
            body["attachments"] = described.collect();
        }
        Part { body, files: files.into_iter().map(|Attached { name, bytes, .. }| File { name, bytes }).collect() }
    };
    texts.into_iter().enumerate().map(part).collect()
}

/// The ids of what can be pressed: they name the question and its turn.
fn custom_ids(rows: &Value) -> Vec<&str> {
    let controls = rows.as_array().into_iter().flatten().flat_map(|row| row["components"].as_array()).flatten();
    controls.filter_map(|control| control["custom_id"].as_str()).collect()
}

impl Discord {
    /// Delivers a message to a channel.
    pub(super) async fn post(&self, out: &Outgoing) -> Result<Receipt, DeliverError> {
        let channel = match &out.place.kind {
            PlaceKind::Direct(handle) => {
                return self.post_directly(handle, out).await.map_err(|failure| self.told(failure));
            }
            // What only one may see can be said there in answer to them, and in no other way.
            _ if out.only.is_some() => return Err(DeliverError::Forbidden),
            PlaceKind::Room(channel) | PlaceKind::Thread(_, channel) => channel,
        };
        let put_up = match self.put_up(channel, out).await {
            Ok(Some(message)) if out.content.thread.is_some() => self.open_thread(channel, &message, out).await,
            other => other.map(|message| Receipt { message, ..Receipt::default() }),
        };
        let failure = match put_up {
            Ok(receipt) => return Ok(receipt),
            Err(failure) => failure,
        };
        Err(match (failure.code(), &out.place.kind) {
            (Some(NOT_SEEN), _) => DeliverError::Lacks(Permission::See),
            (Some(NOT_ALLOWED), PlaceKind::Thread(..)) => DeliverError::Lacks(Permission::WriteInThreads),
            (Some(NOT_ALLOWED), _) => DeliverError::Lacks(Permission::Write),
            _ => self.told(failure),
        })
    }

    /// Opens the thread of a message, which then goes by the message's own number. Where the bot may not, the message stands without one.
    async fn open_thread(&self, channel: &str, message: &str, out: &Outgoing) -> Result<Receipt, Failure> {
        let name = cut(out.content.thread.as_deref().unwrap_or_default(), LONGEST_NAME);
        let body = json!({ "name": name, "auto_archive_duration": ONE_DAY });
        let path = format!("/channels/{channel}/messages/{message}/threads");
        match self.rest.call(Method::POST, &path, Some(&body), &[]).await {
            Ok(_) => {}
            // An earlier try got through.
            Err(failure) if failure.code() == Some(HAS_A_THREAD) => {}
            // It may not, or there can be none in such a channel.
            Err(failure) if failure.code().is_some_and(|code| !TOO_FAST.contains(&code)) => {
                return Ok(Receipt { lacks: Some(Permission::OpenThreads), ..Receipt::default() });
            }
            Err(failure) => return Err(failure),
        }
        Ok(Receipt { message: Some(message.to_owned()), ..Receipt::default() })
    }

    /// Puts a message up in a channel, in the place of the one that it is to replace, where that still stands. Gives back its number.
    async fn put_up(&self, channel: &str, out: &Outgoing) -> Result<Option<String>, Failure> {
        if let (Some(standing), [only]) = (&out.instead_of, parts(&out.content, Seen::ByAll).as_slice()) {
            let path = format!("/channels/{channel}/messages/{standing}");
            match self.rest.call(Method::PATCH, &path, Some(&only.replacing()), &only.files).await {
                Err(failure) if failure.code() == Some(NO_MESSAGE) => {}
                other => return other.map(|_| Some(standing.clone())),
            }
        }
        self.post_to(channel, out).await
    }

    /// Delivers a message to an account's direct chat, which is opened where none is known, or the known one is no more.
    async fn post_directly(&self, handle: &str, out: &Outgoing) -> Result<Receipt, Failure> {
        if let Some(chat) = &out.chat {
            match self.post_to(chat, out).await {
                Err(failure) if failure.code() == Some(NO_CHANNEL) => {}
                other => return other.map(|_| Receipt::default()),
            }
        }
        let chat = self.open_chat(handle).await?;
        let sent = self.post_to(&chat, out).await;
        // From now on the core knows it; or it is no more.
        if sent.as_ref().err().is_none_or(|failure| failure.code() == Some(NO_CHANNEL)) {
            self.opened().remove(handle);
        }
        sent.map(|_| Receipt { chat: Some(chat), ..Receipt::default() })
    }

    /// Posts a message to a channel, and gives back the number of its last part, where Discord says it.
    async fn post_to(&self, channel: &str, out: &Outgoing) -> Result<Option<String>, Failure> {
        let path = format!("/channels/{channel}/messages");
        let parts = parts(&out.content, Seen::ByAll);
        let mut done = self.progress().get(&out.key).copied().unwrap_or(0);
        let mut number_of = None;
        if self.may_stand_there(out) {
            let there = self.ours(channel, out.made_at).await?;
            let is_same = |part: &Part, message: &Value| {
                part.body["content"] == message["content"]
                    && custom_ids(&part.body["components"]) == custom_ids(&message["components"])
            };
            let standing = |part: &Part| there.iter().find(|message| is_same(part, message));
            done = done.max(parts.iter().take_while(|part| standing(part).is_some()).count());
            number_of = parts.last().and_then(standing).and_then(|message| message["id"].as_str()).map(str::to_owned);
        }
        for (number, part) in parts.iter().enumerate().skip(done) {
            let mut body = part.body.clone();
            body["nonce"] = json!(format!("{}-{number}", out.key));
            body["enforce_nonce"] = json!(true);
            let posted = self.rest.call(Method::POST, &path, Some(&body), &part.files).await?;
            number_of = posted["id"].as_str().map(str::to_owned);
            self.progress().insert(out.key.clone(), number + 1);
        }
        self.progress().remove(&out.key);
        Ok(number_of)
    }

    /// Whether an earlier try may have got through that Discord no longer remembers the nonce of.
    fn may_stand_there(&self, out: &Outgoing) -> bool {
        let was_tried = out.failures > 0 || out.made_at < self.began;
        was_tried && self.clock.now().since(out.made_at) > NONCE_HOLDS
    }

    /// The bot's own messages in a channel since then.
    async fn ours(&self, channel: &str, since: Moment) -> Result<Vec<Value>, Failure> {
        let after = number_at(since - CLOCKS_DIFFER);
        let messages = self.rest.get(&format!("/channels/{channel}/messages?after={after}&limit=50")).await?;
        let ours = messages.as_array().into_iter().flatten().filter(|message| message["author"]["id"] == self.user);
        Ok(ours.cloned().collect())
    }

    /// The direct chat with an account, opened where there is none yet. It is remembered here until a message has got through: then
    /// the core knows it.
    async fn open_chat(&self, handle: &str) -> Result<String, Failure> {
        let known = self.opened().get(handle).cloned();
        if let Some(known) = known {
            return Ok(known);
        }
        let body = json!({ "recipient_id": handle });
        let chat = self.rest.call(Method::POST, "/users/@me/channels", Some(&body), &[]).await?;
        let chat = chat["id"].as_str().unwrap_or_default().to_owned();
        self.opened().insert(handle.to_owned(), chat.clone());
        Ok(chat)
    }

    fn opened(&self) -> MutexGuard<'_, HashMap<String, String>> {
        self.opened.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What a failure means for the outbox.
    pub(super) fn told(&self, failure: Failure) -> DeliverError {
        match failure {
            Failure::Wait(wait) => DeliverError::Later(wait),
            Failure::Unauthorized => {
                self.end_with(super::Fatal::Token);
                DeliverError::Later(NONCE_HOLDS)
            }
            Failure::Refused { code: NOT_THIS_USER | NO_SERVER_SHARED, .. } => DeliverError::Forbidden,
            Failure::Refused { code, .. } if TOO_FAST.contains(&code) => DeliverError::Later(NONCE_HOLDS),
            Failure::Refused { code: NOT_SEEN | NOT_ALLOWED, .. } => DeliverError::Forbidden,
            Failure::Refused { code: NO_CHANNEL, .. } => DeliverError::Gone,
            Failure::Refused { status, code } => {
                tracing::error!(status, code, "Discord refuses a message");
                DeliverError::Refused(Failure::Refused { status, code }.into())
            }
            Failure::Broken(error) => DeliverError::Transient(error),
        }
    }

    pub(super) fn progress(&self) -> MutexGuard<'_, HashMap<DeliveryKey, usize>> {
        self.progress.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

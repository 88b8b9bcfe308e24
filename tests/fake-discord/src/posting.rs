//! Messages of the bot: made, changed, deleted and read, by the routes of channels.

use super::Denied;
use super::acting::heard;
use super::answers::{
    Answer, Reply, id_of, missing_access, missing_permissions, refuse, unknown_channel, unknown_message,
};
use super::checks;
use super::gateway::DIRECT_MESSAGES;
use super::seen::Change;
use super::server::{Call, Upload};
use super::shapes;
use super::world::{COMPONENTS_V2, Channel, Message, World};
use serde_json::{Value, json};

/// How long a nonce is remembered, in milliseconds.
const NONCE_MS: u64 = 180_000;
/// The flags that a bot can set, whatever else it sends.
const FLAGS: u64 = 1 << 2 | 1 << 12 | COMPONENTS_V2;

impl World {
    /// Puts a message where it belongs, and tells who hears of it.
    pub fn publish(&mut self, message: Message) {
        let (id, thinking) = (message.id, message.thinking());
        self.whereabouts.insert(id, message.channel);
        let channel = self.channels.get_mut(&message.channel).expect("a channel");
        channel.last = Some(id);
        if channel.kind == 12 {
            let mut named = shapes::mentions(&message.content);
            named.retain(|user| !channel.recipients.contains(user));
            channel.recipients.extend(named);
        }
        let list = if message.only_for.is_some() { &mut channel.ephemeral } else { &mut channel.messages };
        list.insert(id, message);
        if !thinking {
            self.note(id, Change::New);
        }
        self.tell("MESSAGE_CREATE", id);
    }

    /// Notes that a message is different now, and tells who hears of it.
    pub fn edited(&mut self, id: u64, change: Change) {
        self.note(id, change);
        self.tell("MESSAGE_UPDATE", id);
    }

    /// Takes a message away.
    pub fn remove(&mut self, id: u64) {
        let Some(message) = self.message(id) else { return };
        let (channel, ephemeral) = (message.channel, message.only_for.is_some());
        if !message.thinking() {
            self.note(id, Change::Deleted);
        }
        if heard(self, channel) && !ephemeral {
            let event = json!({"id": id.to_string(), "channel_id": channel.to_string()});
            self.gateway.dispatch(Some(DIRECT_MESSAGES), "MESSAGE_DELETE", &event);
        }
        let channel = self.channels.get_mut(&channel).expect("a channel");
        channel.messages.remove(&id);
        channel.ephemeral.remove(&id);
        self.whereabouts.remove(&id);
    }

    /// What only one person sees counts as a direct message, wherever it stands.
    fn tell(&mut self, name: &str, id: u64) {
        let Some(message) = self.message(id) else { return };
        let guild = self.channels[&message.channel].guild.is_some();
        if heard(self, message.channel) || guild && message.only_for.is_some() {
            let event = self.message_event(message);
            self.gateway.dispatch(Some(DIRECT_MESSAGES), name, &event);
            self.payloads.insert(id, (name.to_owned(), event));
        }
    }

    /// A channel that the bot may look into.
    pub fn open(&self, id: u64) -> Result<&Channel, Answer> {
        let channel = self.channels.get(&id).ok_or_else(unknown_channel)?;
        let inside = channel.guild.is_some() || heard(self, id);
        if !inside || self.denied(id, Denied::View) {
            return Err(missing_access());
        }
        Ok(channel)
    }

    /// Fills a message with what a body says, and keeps its files. What the body does not name stays as it is.
    pub fn fill(&mut self, message: &mut Message, body: &Value, files: &[Upload]) -> Result<(), Answer> {
        if let Some(content) = body.get("content") {
            message.content = content.as_str().unwrap_or("").trim().to_owned();
        }
        if let Some(embeds) = body.get("embeds") {
            message.embeds = embeds.as_array().cloned().unwrap_or_default();
        }
        if let Some(components) = body.get("components") {
            message.components = shapes::numbered(components.as_array().map_or(&[], Vec::as_slice));
        }
        if let Some(mentions) = body.get("allowed_mentions") {
            message.allowed_mentions = mentions.clone();
        }
        if let Some(flags) = body["flags"].as_u64() {
            message.flags = message.flags & !(1 << 2) | flags & FLAGS;
        }
        let named = body["attachments"].as_array();
        if let Some(named) = named {
            let kept = |id: u64| named.iter().any(|entry| reference(entry) == Some(id.to_string()));
            message.attachments.retain(|file| kept(file.id));
        }
        for upload in files {
            let entry = named.into_iter().flatten().find(|entry| reference(entry).as_ref() == Some(&upload.number));
            let told = |key: &str| entry.and_then(|entry| entry[key].as_str());
            let filename = told("filename").unwrap_or(&upload.filename).to_owned();
            let mut file = self.keep_file(message.channel, &filename, &upload.kind, upload.bytes.clone());
            file.description = told("description").map(str::to_owned);
            self.files.insert(file.id, file.clone());
            message.attachments.push(file);
        }
        let more = ["sticker_ids", "poll"].iter().any(|key| !body[key].is_null());
        let empty = message.content.is_empty()
            && message.embeds.is_empty()
            && message.attachments.is_empty()
            && message.components.is_empty();
        if empty && !more {
            return Err(refuse(400, 50006, "Cannot send an empty message"));
        }
        Ok(())
    }

    /// The checks of every message: can it be read, are its files too large, are its fields as they must be.
    pub fn check(&self, call: &Call, body: &Value, before: Option<&Message>, prefix: &[&str]) -> Result<(), Answer> {
        let size: u64 = call.files.iter().map(|file| file.bytes.len() as u64).sum();
        let largest = call.files.iter().map(|file| file.bytes.len() as u64).max().unwrap_or(0);
        if largest > self.file_limit || size > self.file_limit.max(25 * 1024 * 1024) {
            return Err(refuse(413, 40005, "Request entity too large"));
        }
        checks::message(body, &call.files, before, prefix).verdict()
    }

    /// `POST /channels/{id}/messages`
    pub fn create_message(&mut self, call: &Call, channel: &str) -> Reply {
        let id = id_of("channel_id", channel)?;
        let channel = self.open(id)?;
        let thread = channel.parent.is_some();
        let denied = if thread { Denied::SendInThreads } else { Denied::Send };
        let (guild, to) = (channel.guild, channel.recipients.first().copied());
        if self.denied(id, denied) || !call.files.is_empty() && self.denied(id, Denied::Attach) {
            return Err(missing_permissions());
        }
        if thread && self.channels[&id].denied.contains(&Denied::Locked) {
            return Err(refuse(400, 50083, "Thread is archived"));
        }
        self.check(call, &call.body, None, &[])?;
        let reference: Option<u64> = call.body["message_reference"]["message_id"].as_str().and_then(|t| t.parse().ok());
        if let Some(earlier) = reference
            && call.body["message_reference"]["fail_if_not_exists"] != false
            && !self.channels[&id].messages.contains_key(&earlier)
        {
            let mut faults = super::answers::Faults::default();
            faults.add(&["message_reference"], "REPLIES_UNKNOWN_MESSAGE", "Unknown message");
            return Err(faults.refusal());
        }
        if guild.is_none() && to.is_some_and(|user| self.people[&user].direct_closed) {
            return Err(refuse(403, 50007, "Cannot send messages to this user"));
        }
        let nonce = Some(&call.body["nonce"]).filter(|nonce| !nonce.is_null()).cloned();
        let now = self.now();
        if let Some(nonce) = &nonce
            && call.body["enforce_nonce"] == true
            && let Some((earlier, at)) = self.channels[&id].nonces.get(&nonce.to_string())
            && now.saturating_sub(*at) < NONCE_MS
            && let Some(message) = self.channels[&id].messages.get(earlier)
        {
            return Ok(Answer::json(200, self.message_json(message)));
        }
        let mut message = self.blank(id, self.bot);
        self.fill(&mut message, &call.body, &call.files)?;
        if let Some(earlier) = reference {
            (message.reference, message.kind) = (Some(earlier), 19);
        }
        if let Some(nonce) = &nonce {
            let nonces = &mut self.channels.get_mut(&id).expect("a channel").nonces;
            nonces.insert(nonce.to_string(), (message.id, now));
        }
        message.nonce = nonce;
        let made = message.id;
        self.publish(message);
        Ok(Answer::json(200, self.message_json(self.message(made).expect("a message"))))
    }

    /// `PATCH /channels/{id}/messages/{id}`
    pub fn edit_message(&mut self, call: &Call, channel: &str, message: &str) -> Reply {
        let message = self.own_message(channel, message, true)?;
        self.change_message(call, &call.body, message, &[])?;
        Ok(Answer::json(200, self.message_json(self.message(message).expect("a message"))))
    }

    /// Changes a message as a body says; one that was thinking is new with that.
    pub fn change_message(&mut self, call: &Call, body: &Value, id: u64, prefix: &[&str]) -> Result<(), Answer> {
        let mut message = self.message(id).cloned().ok_or_else(unknown_message)?;
        self.check(call, body, Some(&message), prefix)?;
        let change = if message.thinking() { Change::New } else { Change::Edited };
        message.flags &= !super::world::LOADING;
        self.fill(&mut message, body, &call.files)?;
        if change == Change::Edited {
            message.edited = Some(self.now());
            message.revision += 1;
        }
        *self.message_mut(id).expect("a message") = message;
        self.edited(id, change);
        Ok(())
    }

    /// `DELETE /channels/{id}/messages/{id}`
    pub fn delete_message(&mut self, channel: &str, message: &str) -> Reply {
        let message = self.own_message(channel, message, false)?;
        self.remove(message);
        Ok(Answer::empty())
    }

    fn own_message(&self, channel: &str, message: &str, to_edit: bool) -> Result<u64, Answer> {
        let (channel, id) = (id_of("channel_id", channel)?, id_of("message_id", message)?);
        let channel = self.open(channel)?;
        let message = channel.messages.get(&id).ok_or_else(unknown_message)?;
        match (message.author == self.bot, to_edit, channel.guild) {
            (true, true, _) if channel.denied.contains(&Denied::Locked) => {
                Err(refuse(400, 50083, "Thread is archived"))
            }
            (true, _, _) => Ok(id),
            (false, true, _) => Err(refuse(403, 50005, "Cannot edit a message authored by another user")),
            (false, false, None) => Err(refuse(403, 50003, "Cannot execute action on a DM channel")),
            (false, false, Some(_)) => Err(missing_permissions()),
        }
    }

    /// `GET /channels/{id}/messages/{id}`
    pub fn get_message(&self, channel: &str, message: &str) -> Reply {
        let (channel, id) = (id_of("channel_id", channel)?, id_of("message_id", message)?);
        let message = self.open(channel)?.messages.get(&id).ok_or_else(unknown_message)?;
        Ok(Answer::json(200, self.readable(message)))
    }

    /// `GET /channels/{id}/messages`: the newest first.
    pub fn list_messages(&self, call: &Call, channel: &str) -> Reply {
        let id = id_of("channel_id", channel)?;
        let channel = self.open(id)?;
        let number = |key: &str| call.query.get(key).map(|text| id_of(key, text)).transpose();
        let limit = number("limit")?.unwrap_or(50);
        if !(1..=100).contains(&limit) {
            let mut faults = super::answers::Faults::default();
            faults.add(&["limit"], "NUMBER_TYPE_MAX", "int value should be between 1 and 100.");
            return Err(faults.refusal());
        }
        if self.denied(id, Denied::History) {
            return Ok(Answer::json(200, json!([])));
        }
        let limit = usize::try_from(limit).expect("small");
        let (all, mut found) = (&channel.messages, Vec::new());
        if let Some(around) = number("around")? {
            found.extend(all.range(around..).take(limit.div_ceil(2)).map(|(_, message)| message));
            found.reverse();
            found.extend(all.range(..around).rev().take(limit / 2).map(|(_, message)| message));
        } else if let Some(before) = number("before")? {
            found.extend(all.range(..before).rev().take(limit).map(|(_, message)| message));
        } else if let Some(after) = number("after")? {
            found.extend(all.range(after.saturating_add(1)..).take(limit).map(|(_, message)| message));
            found.reverse();
        } else {
            found.extend(all.values().rev().take(limit));
        }
        Ok(Answer::json(200, found.into_iter().map(|message| self.readable(message)).collect()))
    }

    /// A message as the bot may read it: what others write in a guild has no content for it.
    fn readable(&self, message: &Message) -> Value {
        let mut value = self.message_json(message);
        if message.author != self.bot && self.channels[&message.channel].guild.is_some() {
            shapes::merge(&mut value, &json!({"content": "", "embeds": [], "attachments": [], "components": []}));
        }
        value
    }
}

/// What an entry of `attachments` refers to: a file of the request, or one that the message has.
pub fn reference(entry: &Value) -> Option<String> {
    let id = &entry["id"];
    id.as_str().map(str::to_owned).or_else(|| id.as_u64().map(|number| number.to_string()))
}

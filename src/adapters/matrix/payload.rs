//! Matrix's events, read field by field: a new field or kind of somebody's client never stands in the way.

use crate::chat::Sent;
use matrix_sdk::ruma::events::AnySyncTimelineEvent;
use matrix_sdk::ruma::serde::Raw;
use serde::Deserialize;
use serde_json::{Value, json};
use std::time::Duration;

/// An event of a room.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Event {
    #[serde(rename = "type")]
    pub(super) kind: String,
    pub(super) event_id: String,
    pub(super) sender: String,
    /// When it was sent, by the sender's homeserver, in milliseconds.
    #[serde(default)]
    pub(super) origin_server_ts: i64,
    #[serde(default)]
    pub(super) state_key: Option<String>,
    #[serde(default)]
    pub(super) content: Value,
    #[serde(default)]
    pub(super) unsigned: Value,
    /// What a redaction takes back, in rooms of older versions.
    #[serde(default)]
    redacts: Option<String>,
}

/// What a message says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Said {
    Text(String),
    /// A voice message of this length.
    Voice(Duration),
    /// A file of that name.
    File(Sent),
    /// An earlier message, by its id, is changed to this.
    Edit(String, String),
    /// A reaction to an event, with a sign.
    Reaction(String, String),
    /// An event is taken back.
    Redaction(String),
}

impl Event {
    pub(super) fn read(raw: &Raw<AnySyncTimelineEvent>) -> Option<Self> {
        raw.deserialize_as_unchecked().ok()
    }

    /// What a person says with it, if it is something the bot listens to.
    pub(super) fn said(&self) -> Option<Said> {
        let content = &self.content;
        match self.kind.as_str() {
            "m.room.message" => message(content),
            "m.reaction" => {
                let relation = &content["m.relates_to"];
                Some(Said::Reaction(relation["event_id"].as_str()?.to_owned(), relation["key"].as_str()?.to_owned()))
            }
            "m.room.redaction" => {
                let of = self.redacts.as_deref().or(content["redacts"].as_str())?;
                Some(Said::Redaction(of.to_owned()))
            }
            _ => None,
        }
    }

    /// The thread it is in, by the event it hangs on.
    pub(super) fn thread(&self) -> Option<&str> {
        let relation = &self.content["m.relates_to"];
        (relation["rel_type"] == "m.thread").then(|| relation["event_id"].as_str()).flatten()
    }

    /// Whether it mentions an account.
    pub(super) fn mentions(&self, user: &str) -> bool {
        self.mentioned().any(|known| known == user)
    }

    /// The accounts it mentions.
    pub(super) fn mentioned(&self) -> impl Iterator<Item = &str> {
        self.content["m.mentions"]["user_ids"].as_array().into_iter().flatten().filter_map(Value::as_str)
    }

    /// Whether it makes somebody a member of that kind (`join`, `invite`, ...) who was none.
    pub(super) fn makes(&self, user: &str, membership: &str) -> bool {
        self.kind == "m.room.member"
            && self.state_key.as_deref() == Some(user)
            && self.content["membership"] == membership
            && self.unsigned["prev_content"]["membership"] != membership
    }
}

fn message(content: &Value) -> Option<Said> {
    let body = content["body"].as_str().unwrap_or_default();
    if content["m.relates_to"]["rel_type"] == "m.replace" {
        let of = content["m.relates_to"]["event_id"].as_str()?;
        let text = content["m.new_content"]["body"].as_str()?;
        return Some(Said::Edit(of.to_owned(), text.to_owned()));
    }
    match content["msgtype"].as_str()? {
        "m.text" | "m.emote" => {
            let is_reply = content["m.relates_to"]["m.in_reply_to"].is_object();
            let text = if is_reply { without_quotation(body) } else { body };
            (!text.is_empty()).then(|| Said::Text(text.to_owned()))
        }
        "m.audio" if content.get("org.matrix.msc3245.voice").is_some() || content.get("m.voice").is_some() => {
            let duration = &content["info"]["duration"];
            let duration = duration.as_u64().or(content["org.matrix.msc1767.audio"]["duration"].as_u64());
            Some(Said::Voice(Duration::from_millis(duration.unwrap_or_default())))
        }
        "m.audio" | "m.file" | "m.image" | "m.video" => {
            let name = content["filename"].as_str().filter(|name| !name.is_empty()).unwrap_or(body);
            // Where it lies, encrypted or not, and how large it is said to be: read again when somebody needs it.
            let source = json!({ "file": content["file"], "url": content["url"], "size": content["info"]["size"] });
            Some(Said::File(Sent { name: name.to_owned(), source: source.to_string() }))
        }
        // Notices come from bots, and are answered by none.
        _ => None,
    }
}

/// The text of a reply without the lines of what it replies to, which older clients put before it.
fn without_quotation(body: &str) -> &str {
    if !body.starts_with("> ") {
        return body;
    }
    match body.split_once("\n\n") {
        Some((quotation, text)) if quotation.lines().all(|line| line.starts_with('>')) => text,
        _ => body,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(content: Value) -> Option<Said> {
        message(&content)
    }

    fn file(content: Value) -> Option<String> {
        match message(&content) {
            Some(Said::File(sent)) => Some(sent.name),
            _ => None,
        }
    }

    #[test]
    fn messages_are_read_as_people_mean_them() {
        assert_eq!(said(json!({ "msgtype": "m.text", "body": "hello" })), Some(Said::Text("hello".into())));
        assert_eq!(said(json!({ "msgtype": "m.notice", "body": "hello" })), None);
        let reply = json!({ "msgtype": "m.text", "body": "> <@bot:b.org> Which?\n> 1\n\n2",
                            "m.relates_to": { "m.in_reply_to": { "event_id": "$a" } } });
        assert_eq!(said(reply), Some(Said::Text("2".into())));
        let quote = json!({ "msgtype": "m.text", "body": "> be brief\n\nsays my aunt" });
        assert_eq!(said(quote), Some(Said::Text("> be brief\n\nsays my aunt".into())));
        let voice = json!({ "msgtype": "m.audio", "body": "Voice message", "org.matrix.msc3245.voice": {},
                            "info": { "duration": 26500 } });
        assert_eq!(said(voice), Some(Said::Voice(Duration::from_millis(26_500))));
        let song = json!({ "msgtype": "m.audio", "body": "song.ogg", "info": { "duration": 1 } });
        assert_eq!(file(song), Some("song.ogg".into()));
        let captioned = json!({ "msgtype": "m.file", "body": "my list", "filename": "list.csv" });
        assert_eq!(file(captioned), Some("list.csv".into()));
        let edit = json!({ "msgtype": "m.text", "body": "* 3", "m.new_content": { "body": "3" },
                           "m.relates_to": { "rel_type": "m.replace", "event_id": "$a" } });
        assert_eq!(said(edit), Some(Said::Edit("$a".into(), "3".into())));
        for broken in [json!({}), json!({ "msgtype": 3 }), json!({ "msgtype": "m.text" }), json!(null)] {
            assert_eq!(said(broken), None);
        }
    }
}

//! What is read of Discord's payloads: the fields that matter here, and no others, so that a new one never stands in the way.

use serde::Deserialize;
use std::collections::HashMap;

/// An event of the gateway, by its name. What is not asked for is skipped unread.
#[derive(Debug)]
pub enum Dispatch {
    /// A session began: what was missed before it is not sent again.
    Ready,
    /// A message came.
    Message(Box<Message>),
    /// A message was changed.
    Edited(Box<Message>),
    /// Somebody used a command, a button, a list or a window of ours.
    Interaction(Box<Interaction>),
    /// The bot is in a server: it has just come there, or the session began.
    Server(Box<Server>),
    /// Anything else.
    Other,
}

#[derive(Deserialize)]
struct Envelope<'a> {
    op: u8,
    #[serde(default)]
    t: Option<&'a str>,
    #[serde(borrow, default)]
    d: Option<&'a serde_json::value::RawValue>,
}

impl Dispatch {
    /// Reads a payload of the gateway.
    ///
    /// # Errors
    /// It is not of the form that Discord describes.
    pub fn read(payload: &str) -> serde_json::Result<Self> {
        let envelope: Envelope<'_> = serde_json::from_str(payload)?;
        let (0, Some(name), Some(data)) = (envelope.op, envelope.t, envelope.d) else { return Ok(Self::Other) };
        let data = data.get();
        Ok(match name {
            "READY" => Self::Ready,
            // One that Discord cannot tell of just now says nothing but its number.
            "GUILD_CREATE" => serde_json::from_str(data).map_or(Self::Other, |server| Self::Server(Box::new(server))),
            "MESSAGE_CREATE" => Self::Message(serde_json::from_str(data)?),
            "MESSAGE_UPDATE" => Self::Edited(serde_json::from_str(data)?),
            "INTERACTION_CREATE" => Self::Interaction(serde_json::from_str(data)?),
            _ => Self::Other,
        })
    }
}

/// A server that the bot is in.
#[derive(Clone, Debug, Deserialize)]
pub struct Server {
    /// Its number.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Whose it is.
    pub owner_id: String,
    /// When the bot came there.
    pub joined_at: String,
    /// The language that its people share.
    #[serde(default)]
    pub preferred_locale: Option<String>,
}

/// An account.
#[derive(Clone, Debug, Deserialize)]
pub struct User {
    /// Its number.
    pub id: String,
    /// Whether it is a program.
    #[serde(default)]
    pub bot: bool,
}

/// A message.
#[derive(Clone, Debug, Deserialize)]
pub struct Message {
    /// Its number.
    pub id: String,
    /// Where it stands.
    pub channel_id: String,
    /// The server it stands in; none in a direct chat.
    #[serde(default)]
    pub guild_id: Option<String>,
    /// Who wrote it.
    pub author: User,
    /// What is written.
    #[serde(default)]
    pub content: String,
    /// When it was changed.
    #[serde(default)]
    pub edited_timestamp: Option<String>,
    /// What is attached.
    #[serde(default)]
    pub attachments: Vec<Attachment>,
    /// What sort of message it is: 0 as people write them, 19 a reply; others are Discord's own.
    #[serde(default, rename = "type")]
    pub kind: u8,
    /// Bits that say more.
    #[serde(default)]
    pub flags: Option<u64>,
}

/// The flag of a voice message.
const IS_VOICE: u64 = 1 << 13;

impl Message {
    /// How long a voice message is, in seconds.
    pub fn spoken(&self) -> Option<f64> {
        let is_voice = self.flags.is_some_and(|flags| flags & IS_VOICE != 0);
        self.attachments.first().filter(|_| is_voice)?.duration_secs
    }

    /// Whether somebody wrote it, rather than Discord itself.
    pub fn is_written(&self) -> bool {
        matches!(self.kind, 0 | 19)
    }
}

/// A file at a message.
#[derive(Clone, Debug, Deserialize)]
pub struct Attachment {
    /// Its name.
    pub filename: String,
    /// Where it can be had.
    #[serde(default)]
    pub url: String,
    /// How long it is, where it is a voice message.
    #[serde(default)]
    pub duration_secs: Option<f64>,
}

/// A use of something of ours that Discord tells about, and that wants an answer within three seconds.
#[derive(Clone, Debug, Deserialize)]
pub struct Interaction {
    /// Its number.
    pub id: String,
    /// What it is: 2 a command, 3 a button or list, 4 a value being typed, 5 a window that was filled in.
    #[serde(rename = "type")]
    pub kind: u8,
    /// What an answer is allowed by, for fifteen minutes.
    pub token: String,
    /// What was used.
    #[serde(default)]
    pub data: Data,
    /// The server it happened in.
    #[serde(default)]
    pub guild_id: Option<String>,
    /// Where in it.
    #[serde(default)]
    pub channel: Option<Channel>,
    /// Where in it, on older servers.
    #[serde(default)]
    pub channel_id: Option<String>,
    /// Who, in a server.
    #[serde(default)]
    pub member: Option<Member>,
    /// Who, elsewhere.
    #[serde(default)]
    pub user: Option<User>,
    /// The message whose button or list it was, or whose button opened the window.
    #[serde(default)]
    pub message: Option<serde::de::IgnoredAny>,
    /// The language of the person's Discord.
    #[serde(default)]
    pub locale: Option<String>,
    /// Where it happened: 0 a server, 1 the direct chat with the bot, 2 a chat among people.
    #[serde(default)]
    pub context: Option<u8>,
}

impl Interaction {
    /// Who acted.
    pub fn who(&self) -> Option<&User> {
        self.member.as_ref().map(|member| &member.user).or(self.user.as_ref())
    }

    /// Where.
    pub fn channel(&self) -> Option<&str> {
        self.channel.as_ref().map(|channel| channel.id.as_str()).or(self.channel_id.as_deref())
    }
}

/// A channel, as far as an interaction tells of it.
#[derive(Clone, Debug, Deserialize)]
pub struct Channel {
    /// Its number.
    pub id: String,
    /// What it is: 10 to 12 are threads.
    #[serde(default, rename = "type")]
    pub kind: u8,
    /// What it lies in.
    #[serde(default)]
    pub parent_id: Option<String>,
}

/// Somebody in a server.
#[derive(Clone, Debug, Deserialize)]
pub struct Member {
    /// Their account.
    pub user: User,
    /// What they may do there, as bits.
    #[serde(default)]
    pub permissions: Option<String>,
}

/// The right to manage a server: whoever has it is a host until the community says otherwise.
const MANAGES_SERVER: u64 = 1 << 5;
/// The right to do everything.
const ADMINISTERS: u64 = 1 << 3;

impl Member {
    /// Whether they may manage the server.
    pub fn manages(&self) -> bool {
        let bits = self.permissions.as_deref().and_then(|bits| bits.parse::<u64>().ok()).unwrap_or(0);
        bits & (MANAGES_SERVER | ADMINISTERS) != 0
    }
}

/// What the options of a command refer to.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Resolved {
    /// Files, by their numbers.
    #[serde(default)]
    pub attachments: HashMap<String, Attachment>,
}

/// What was used, and how.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Data {
    /// The command's name.
    #[serde(default)]
    pub name: Option<String>,
    /// What was given with it, or the command within it.
    #[serde(default)]
    pub options: Vec<CommandOption>,
    /// Our own id of a button, a list, a window.
    #[serde(default)]
    pub custom_id: Option<String>,
    /// What was picked from a list.
    #[serde(default)]
    pub values: Vec<String>,
    /// What the options refer to.
    #[serde(default)]
    pub resolved: Resolved,
    /// What a window holds.
    #[serde(default)]
    pub components: Vec<Holder>,
}

/// Something that was given with a command, or the command within a group.
#[derive(Clone, Debug, Deserialize)]
pub struct CommandOption {
    /// Its name.
    pub name: String,
    /// What was given.
    #[serde(default)]
    pub value: Option<serde_json::Value>,
    /// What was given with the command within the group.
    #[serde(default)]
    pub options: Vec<CommandOption>,
    /// Whether it is being typed.
    #[serde(default)]
    pub focused: bool,
}

/// What holds a field of a window: a label around it, or, as older clients send it, a row.
#[derive(Clone, Debug, Deserialize)]
pub struct Holder {
    /// The field under a label.
    #[serde(default)]
    pub component: Option<FilledField>,
    /// The fields of a row.
    #[serde(default)]
    pub components: Vec<FilledField>,
}

/// A field of a window.
#[derive(Clone, Debug, Deserialize)]
pub struct FilledField {
    /// Our own id of it.
    #[serde(default)]
    pub custom_id: String,
    /// What was typed.
    #[serde(default)]
    pub value: String,
}

impl Data {
    /// What was typed into the fields of a window, in the order of their ids.
    pub fn answers(&self) -> Vec<String> {
        let fields = self.components.iter().flat_map(|holder| holder.component.iter().chain(&holder.components));
        let mut fields: Vec<&FilledField> = fields.collect();
        fields.sort_by_key(|field| field.custom_id.parse::<u32>().unwrap_or(u32::MAX));
        fields.into_iter().map(|field| field.value.clone()).collect()
    }
}

//! What there is: people, guilds, channels, messages, interactions, and the clock that names them.

use super::gateway::Gateway;
use super::seen::Step;
use super::shapes;
use super::trouble::Troubles;
use super::{Denied, Place, Request};
use axum::body::Bytes;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

/// The first moment of a snowflake.
pub const EPOCH_MS: u64 = 1_420_070_400_000;
/// The message flag of what only one person sees.
pub const EPHEMERAL: u64 = 1 << 6;
/// The message flag of an answer that is still being made.
pub const LOADING: u64 = 1 << 7;
/// The message flag of the newer components.
pub const COMPONENTS_V2: u64 = 1 << 15;

/// Everything behind the one lock.
pub struct World {
    pub http: String,
    pub ws: String,
    pub standing: Option<u64>,
    pub issued: u64,
    pub token: String,
    pub bot: u64,
    pub revoked: bool,
    pub application: Value,
    pub people: HashMap<u64, Person>,
    pub names: HashMap<String, u64>,
    pub guilds: BTreeMap<u64, Guild>,
    pub channels: HashMap<u64, Channel>,
    pub directs: HashMap<u64, u64>,
    pub whereabouts: HashMap<u64, u64>,
    pub interactions: HashMap<u64, Interaction>,
    pub tokens: HashMap<String, u64>,
    pub files: HashMap<u64, Attachment>,
    pub commands: HashMap<Option<u64>, Vec<Value>>,
    pub payloads: HashMap<u64, (String, Value)>,
    pub journal: Vec<Step>,
    pub cursors: HashMap<u64, usize>,
    pub gateway: Gateway,
    pub troubles: Troubles,
    pub requests: Vec<Request>,
    pub file_limit: u64,
}

/// Somebody with an account.
pub struct Person {
    pub name: String,
    pub locale: String,
    pub permissions: u64,
    pub direct_closed: bool,
    pub installed: bool,
}

/// A server.
pub struct Guild {
    pub id: u64,
    pub name: String,
    pub locale: String,
    pub members: BTreeSet<u64>,
    /// Whose it is.
    pub owner: u64,
    /// When the bot came there, in milliseconds.
    pub joined: u64,
    /// The entries of its calendar, by their numbers. `None`: the bot may neither see nor make any.
    pub entries: Option<BTreeMap<u64, Value>>,
}

/// Anything that messages stand in. The kind is Discord's number.
pub struct Channel {
    pub id: u64,
    pub kind: u64,
    pub name: String,
    pub guild: Option<u64>,
    pub parent: Option<u64>,
    pub recipients: Vec<u64>,
    pub messages: BTreeMap<u64, Message>,
    pub last: Option<u64>,
    pub denied: BTreeSet<Denied>,
    pub nonces: HashMap<String, (u64, u64)>,
    pub ephemeral: BTreeMap<u64, Message>,
}

/// A file of a message.
#[derive(Clone)]
pub struct Attachment {
    pub id: u64,
    pub channel: u64,
    pub filename: String,
    pub description: Option<String>,
    pub kind: String,
    pub bytes: Bytes,
    pub voice: Option<f64>,
}

/// A message as it stands now.
#[derive(Clone)]
pub struct Message {
    pub id: u64,
    pub channel: u64,
    pub author: u64,
    pub kind: u64,
    pub content: String,
    pub components: Vec<Value>,
    pub embeds: Vec<Value>,
    pub attachments: Vec<Attachment>,
    pub flags: u64,
    pub at: u64,
    pub edited: Option<u64>,
    pub nonce: Option<Value>,
    pub reference: Option<u64>,
    pub only_for: Option<u64>,
    pub interaction: Option<u64>,
    pub allowed_mentions: Value,
    pub revision: u32,
    pub arrived: u64,
}

impl Message {
    /// Whether its content is still being made.
    pub fn thinking(&self) -> bool {
        self.flags & LOADING != 0
    }
}

/// Something a person did that the bot has to answer.
pub struct Interaction {
    pub id: u64,
    pub token: String,
    pub kind: u64,
    pub user: u64,
    pub place: Place,
    pub channel: u64,
    pub born: Instant,
    pub extra_age: Duration,
    /// The message with the component.
    pub message: Option<u64>,
    /// The number of the first answer.
    pub answer: Option<u64>,
    pub first_after: Option<Duration>,
    pub done_after: Option<Duration>,
    pub original: Option<u64>,
    pub modal: Option<Value>,
    pub choices: Option<Value>,
    pub made: Vec<u64>,
    pub owners: Value,
    pub name: String,
}

impl Interaction {
    /// How long ago it was dispatched.
    pub fn age(&self) -> Duration {
        self.born.elapsed() + self.extra_age
    }
}

impl World {
    /// A world with nobody in it but the bot.
    pub fn new(address: &str) -> Self {
        let bot = 1_100_000_000_000_000_042;
        let mut world = Self {
            http: format!("http://{address}"),
            ws: format!("ws://{address}"),
            standing: None,
            issued: 0,
            token: format!("{}.fake.{:016x}", shapes::base64ish(bot), hash(address)),
            bot,
            revoked: false,
            application: json!({}),
            people: HashMap::new(),
            names: HashMap::new(),
            guilds: BTreeMap::new(),
            channels: HashMap::new(),
            directs: HashMap::new(),
            whereabouts: HashMap::new(),
            interactions: HashMap::new(),
            tokens: HashMap::new(),
            files: HashMap::new(),
            commands: HashMap::new(),
            payloads: HashMap::new(),
            journal: Vec::new(),
            cursors: HashMap::new(),
            gateway: Gateway::new(),
            troubles: Troubles::default(),
            requests: Vec::new(),
            file_limit: 10 * 1024 * 1024,
        };
        let me = Person {
            name: "rapport".into(),
            locale: "en-US".into(),
            permissions: 0,
            direct_closed: false,
            installed: false,
        };
        world.people.insert(bot, me);
        world
    }

    /// The moment it is here, in milliseconds since 1970.
    pub fn now(&self) -> u64 {
        self.standing.unwrap_or_else(|| {
            let since = SystemTime::now().duration_since(UNIX_EPOCH).expect("after 1970");
            u64::try_from(since.as_millis()).expect("not that late")
        })
    }

    /// A guild with the bot in it, since then; the bot is told.
    pub fn open_guild(&mut self, name: &str, locale: &str, owner: u64, joined: u64) -> u64 {
        let id = self.next_id();
        let (name, locale) = (name.to_owned(), locale.to_owned());
        self.guilds.insert(
            id,
            Guild { id, name, locale, members: BTreeSet::new(), owner, joined, entries: Some(BTreeMap::new()) },
        );
        let event = self.guild_json(&self.guilds[&id]);
        self.gateway.dispatch(Some(super::gateway::GUILDS), "GUILD_CREATE", &event);
        id
    }

    /// A name for something that comes to be now.
    pub fn next_id(&mut self) -> u64 {
        self.issued += 1;
        (self.now().saturating_sub(EPOCH_MS) << 22) | (self.issued & 0x3f_ffff)
    }

    /// The account of that name, made when there is none.
    pub fn person(&mut self, name: &str) -> u64 {
        if let Some(id) = self.names.get(name) {
            return *id;
        }
        // An account of 2019, the same one in every world.
        let mut id = ((1_546_300_800_000 - EPOCH_MS) << 22) + hash(name) % (1 << 50);
        while self.people.contains_key(&id) {
            id += 1;
        }
        self.names.insert(name.to_owned(), id);
        let person = Person {
            name: name.to_owned(),
            locale: "en-US".into(),
            permissions: shapes::MEMBER_PERMISSIONS,
            direct_closed: false,
            installed: false,
        };
        self.people.insert(id, person);
        id
    }

    /// The direct channel between the bot and somebody, made when there is none.
    pub fn direct(&mut self, user: u64) -> u64 {
        if let Some(id) = self.directs.get(&user) {
            return *id;
        }
        let id = self.new_channel(1, String::new(), None, None, vec![user]);
        self.directs.insert(user, id);
        id
    }

    /// A new channel of that kind.
    pub fn new_channel(
        &mut self,
        kind: u64,
        name: String,
        guild: Option<u64>,
        parent: Option<u64>,
        recipients: Vec<u64>,
    ) -> u64 {
        let id = self.next_id();
        self.put_channel(id, kind, name, guild, parent, recipients);
        id
    }

    /// A new channel with a name that it must have.
    pub fn put_channel(
        &mut self,
        id: u64,
        kind: u64,
        name: String,
        guild: Option<u64>,
        parent: Option<u64>,
        recipients: Vec<u64>,
    ) {
        let channel = Channel {
            id,
            kind,
            name,
            guild,
            parent,
            recipients,
            messages: BTreeMap::new(),
            last: None,
            denied: BTreeSet::new(),
            nonces: HashMap::new(),
            ephemeral: BTreeMap::new(),
        };
        self.channels.insert(id, channel);
    }

    /// The channel that a place means for somebody.
    pub fn channel_of(&mut self, user: u64, place: Place) -> u64 {
        let id = match place {
            Place::Direct => self.direct(user),
            Place::Channel(id) | Place::Thread(id) | Place::Private(id) => id,
        };
        let channel = self.channels.get(&id).unwrap_or_else(|| panic!("no channel {id}"));
        if let Some(guild) = channel.guild.and_then(|guild| self.guilds.get_mut(&guild)) {
            guild.members.insert(user);
        }
        id
    }

    /// Whether somebody reads in a channel.
    pub fn reads(&self, user: u64, channel: u64) -> bool {
        let Some(channel) = self.channels.get(&channel) else { return false };
        let listed = channel.recipients.contains(&user);
        match channel.kind {
            1 | 3 | 12 => listed,
            _ => channel.guild.and_then(|guild| self.guilds.get(&guild)).is_some_and(|g| g.members.contains(&user)),
        }
    }

    /// A message, wherever it stands.
    pub fn message(&self, id: u64) -> Option<&Message> {
        let channel = self.channels.get(self.whereabouts.get(&id)?)?;
        channel.messages.get(&id).or_else(|| channel.ephemeral.get(&id))
    }

    /// A message to change.
    pub fn message_mut(&mut self, id: u64) -> Option<&mut Message> {
        let channel = self.channels.get_mut(self.whereabouts.get(&id)?)?;
        channel.messages.get_mut(&id).or_else(|| channel.ephemeral.get_mut(&id))
    }

    /// A blank message of that author.
    pub fn blank(&mut self, channel: u64, author: u64) -> Message {
        let id = self.next_id();
        Message {
            id,
            channel,
            author,
            kind: 0,
            content: String::new(),
            components: Vec::new(),
            embeds: Vec::new(),
            attachments: Vec::new(),
            flags: 0,
            at: self.now(),
            edited: None,
            nonce: None,
            reference: None,
            only_for: None,
            interaction: None,
            allowed_mentions: Value::Null,
            revision: 0,
            arrived: self.issued,
        }
    }
}

/// The same number for the same text, always.
pub fn hash(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |sum, byte| (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

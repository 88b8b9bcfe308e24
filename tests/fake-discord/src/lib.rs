//! A whole Discord in this process: its HTTP API v10 and its gateway on a port of the loopback, and the people on it.

mod acting;
mod answers;
mod calendar;
mod callbacks;
mod checks;
mod commands;
mod components;
mod gateway;
mod interactions;
mod link;
mod posting;
mod rest;
mod seen;
mod server;
mod shapes;
mod trouble;
mod webhooks;
mod world;

pub use seen::{Change, Progress, Seen, SeenFile};
use serde_json::{Value, json};
use server::{Serving, Shared};
use std::fs::OpenOptions;
use std::pin::pin;
use std::sync::{Arc, MutexGuard};
use std::time::Duration;
pub use trouble::{Scope, Trouble};
use world::World;

/// How long anything is waited for before a test fails.
const PATIENCE: Duration = Duration::from_secs(60);

/// A Discord of one's own. It stops when it is dropped.
pub struct Fake {
    shared: Arc<Shared>,
    _serving: Serving,
}

/// Where a person does something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Place {
    /// The direct channel between the person and the bot.
    Direct,
    /// A text channel of a guild.
    Channel(u64),
    /// A thread of such a channel.
    Thread(u64),
    /// A channel between people, without the bot.
    Private(u64),
}

/// What the bot may not do in a channel.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Denied {
    /// See it at all.
    View,
    /// Send messages.
    Send,
    /// Send messages in its threads, or in this thread.
    SendInThreads,
    /// Make threads.
    CreateThreads,
    /// Send files.
    Attach,
    /// Read what was written before.
    History,
    /// Write in this thread, because it is locked.
    Locked,
}

/// A request that came in. The status is 0 when the connection was dropped, or as long as no answer left.
#[derive(Clone, Debug, PartialEq)]
pub struct Request {
    /// The method.
    pub method: String,
    /// The path with its query.
    pub path: String,
    /// The body, or the `payload_json` of a multipart one.
    pub body: Value,
    /// The status of the answer.
    pub status: u16,
}

impl Fake {
    /// Starts on a free port. Requests are written nowhere: for those that are wrong on purpose.
    pub async fn unlogged() -> Self {
        let (shared, serving) = server::listen(None).await;
        Self { shared, _serving: serving }
    }

    /// Starts on a free port. Requests are written to the file that `RAPPORT_DISCORD_LOG` names.
    pub async fn start() -> Self {
        let log = std::env::var_os("RAPPORT_DISCORD_LOG").filter(|name| !name.is_empty()).map(|name| {
            let opened = OpenOptions::new().create(true).append(true).open(&name);
            opened.unwrap_or_else(|error| panic!("{}: {error}", name.display()))
        });
        let (shared, serving) = server::listen(log).await;
        Self { shared, _serving: serving }
    }

    fn world(&self) -> MutexGuard<'_, World> {
        self.shared.lock()
    }

    /// Looks at the world, without telling those who wait for a change.
    fn look<T>(&self, look: impl FnOnce(&mut World) -> T) -> T {
        look(&mut self.world())
    }

    fn change<T>(&self, change: impl FnOnce(&mut World) -> T) -> T {
        self.shared.change(change)
    }

    /// Where the HTTP API is, without a path.
    pub fn http_url(&self) -> String {
        self.world().http.clone()
    }

    /// Where the gateway is.
    pub fn gateway_url(&self) -> String {
        self.world().ws.clone()
    }

    /// The bot's token.
    pub fn token(&self) -> String {
        self.world().token.clone()
    }

    /// The bot's account, which is its application's id too.
    pub fn bot(&self) -> u64 {
        self.world().bot
    }

    /// Sets a field of what `GET /applications/@me` answers.
    pub fn set_application(&self, field: &str, value: Value) {
        self.change(|world| world.application[field] = value);
    }

    /// The clock stands at that moment, in milliseconds since 1970.
    pub fn set_time(&self, ms: u64) {
        self.change(|world| world.standing = Some(ms));
    }

    /// The moment it is on the clock.
    pub fn now(&self) -> u64 {
        self.world().now()
    }

    /// The size from which on a file is too large.
    pub fn set_file_limit(&self, bytes: u64) {
        self.change(|world| world.file_limit = bytes);
    }

    /// The account of that name, made when there is none. It is the same in every fake.
    pub fn user(&self, name: &str) -> u64 {
        self.look(|world| world.person(name))
    }

    /// Somebody's language.
    pub fn set_locale(&self, user: &str, locale: &str) {
        self.change(|world| {
            let id = world.person(user);
            world.people.get_mut(&id).expect("a person").locale = locale.to_owned();
        });
    }

    /// What somebody may do in guilds: Discord's bits.
    pub fn set_permissions(&self, user: &str, bits: u64) {
        self.change(|world| {
            let id = world.person(user);
            world.people.get_mut(&id).expect("a person").permissions = bits;
        });
    }

    /// Somebody added the application to their own account.
    pub fn install_for(&self, user: &str) {
        self.change(|world| {
            let id = world.person(user);
            world.people.get_mut(&id).expect("a person").installed = true;
        });
    }

    /// A guild that has had the bot in it for long.
    pub fn guild(&self, name: &str, locale: &str) -> u64 {
        self.change(|world| world.open_guild(name, locale, 1, world::EPOCH_MS))
    }

    /// A guild of somebody's, to which the bot comes now.
    pub fn invited(&self, name: &str, locale: &str, by: &str) -> u64 {
        self.change(|world| {
            let (owner, now) = (world.person(by), world.now());
            let id = world.open_guild(name, locale, owner, now);
            world.guilds.get_mut(&id).expect("a guild").members.insert(owner);
            id
        })
    }

    /// The entries of a guild's calendar, in the order in which they were made.
    pub fn calendar(&self, guild: u64) -> Vec<Value> {
        self.world().guilds[&guild].entries.iter().flatten().map(|(_, entry)| entry.clone()).collect()
    }

    /// The bot may neither see nor make entries in a guild's calendar.
    pub fn close_calendar(&self, guild: u64) {
        self.change(|world| world.guilds.get_mut(&guild).expect("a guild").entries = None);
    }

    /// The bot is told of a guild once more, as after every new session.
    pub fn tells_of(&self, guild: u64) {
        self.change(|world| {
            let event = world.guild_json(&world.guilds[&guild]);
            world.gateway.dispatch(Some(gateway::GUILDS), "GUILD_CREATE", &event);
        });
    }

    /// Somebody joins a guild. Who does something there joins it too.
    pub fn join(&self, user: &str, guild: u64) {
        self.change(|world| {
            let id = world.person(user);
            world.guilds.get_mut(&guild).expect("a guild").members.insert(id);
        });
    }

    /// A new text channel of a guild.
    pub fn channel(&self, guild: u64, name: &str) -> u64 {
        self.change(|world| world.open_channel(0, name, guild, None))
    }

    /// A new public thread of a channel.
    pub fn thread(&self, channel: u64, name: &str) -> u64 {
        self.change(|world| {
            let guild = world.channels[&channel].guild.expect("a channel of a guild");
            world.open_channel(11, name, guild, Some(channel))
        })
    }

    /// A new channel between people, without the bot.
    pub fn private(&self, users: &[&str]) -> u64 {
        self.change(|world| {
            let people: Vec<u64> = users.iter().map(|name| world.person(name)).collect();
            let kind = if people.len() > 2 { 3 } else { 1 };
            world.new_channel(kind, String::new(), None, None, people)
        })
    }

    /// The direct channel of somebody with the bot.
    pub fn direct(&self, user: &str) -> u64 {
        self.look(|world| {
            let user = world.person(user);
            world.direct(user)
        })
    }

    /// Somebody who may takes a message away.
    pub fn take_away(&self, message: u64) {
        self.change(|world| world.remove(message));
    }

    /// A channel goes, with everything in it and with its threads.
    pub fn delete_channel(&self, id: u64) {
        self.change(|world| {
            let threads: Vec<u64> =
                world.channels.values().filter(|one| one.parent == Some(id)).map(|one| one.id).collect();
            for id in threads.into_iter().chain([id]) {
                let Some(channel) = world.channels.remove(&id) else { continue };
                let event = world.channel_json(&channel);
                let name = if channel.parent.is_some() { "THREAD_DELETE" } else { "CHANNEL_DELETE" };
                if channel.guild.is_some() {
                    world.gateway.dispatch(Some(gateway::GUILDS), name, &event);
                }
                world.directs.retain(|_, direct| *direct != id);
            }
        });
    }

    /// The commands as the bot registered them, for everywhere or for one guild.
    pub fn commands(&self, guild: Option<u64>) -> Vec<Value> {
        self.world().commands.get(&guild).cloned().unwrap_or_default()
    }

    /// Every request that came in.
    pub fn requests(&self) -> Vec<Request> {
        self.world().requests.clone()
    }

    /// Waits until a look at the fake finds something, looking again whenever anything changes.
    ///
    /// # Panics
    /// It is not found for a minute.
    pub async fn until<T>(&self, what: &str, mut look: impl FnMut(&Self) -> Option<T>) -> T {
        let search = async {
            loop {
                let mut changed = pin!(self.shared.changed.notified());
                changed.as_mut().enable();
                if let Some(found) = look(self) {
                    return found;
                }
                changed.await;
            }
        };
        match tokio::time::timeout(PATIENCE, search).await {
            Ok(found) => found,
            Err(_) => panic!("waited {PATIENCE:?} in vain: {what}; last requests: {:#?}", self.last_requests()),
        }
    }

    /// Waits until an interaction was answered, and not only put off.
    pub async fn answered(&self, interaction: u64) {
        let done = |fake: &Self| matches!(fake.state(interaction), Progress::Answered { .. }).then_some(());
        self.until("an answer to an interaction", done).await;
    }

    fn last_requests(&self) -> Vec<Value> {
        let world = self.world();
        let last = world.requests.iter().rev().take(5).rev();
        last.map(|one| json!([one.method, one.path, one.body, one.status])).collect()
    }
}

//! Matrix: direct chats and rooms, encrypted or not. The protocol is a kept library's; where in the stream of events the bot is, and
//! what still has to leave, is kept by our own store, so that nothing is answered twice and nothing is lost.

mod asking;
mod chats;
mod examine;
mod failure;
mod identity;
mod inbound;
mod invites;
mod late;
mod listen;
mod login;
mod markup;
mod missed;
mod outbound;
mod pace;
mod payload;
mod reactions;
mod rooms;
mod spoken;
mod typing;
mod unasked;

pub use examine::examine;
pub use failure::Fatal;
pub use listen::POSITION;

use crate::app::Inbox;
use crate::chat::{DeliverError, Outgoing, Platform, Receipt, Sent, Unfetched};
use crate::clock::Moment;
use crate::config::{Credentials, Invites};
use futures_util::future::BoxFuture;
use login::Account;
use matrix_sdk::Client;
use matrix_sdk::media::{MediaFormat, MediaRequestParameters};
use matrix_sdk::ruma::events::room::MediaSource;
use matrix_sdk::ruma::{OwnedRoomId, OwnedUserId};
use pace::Pace;
use reactions::Offered;
use secrecy::SecretString;
use serde_json::Value;
use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError, RwLock, Weak};
use tokio::sync::{Notify, Semaphore, watch};

/// How many messages are on their way at a time: encrypting is work, and a homeserver is asked politely.
const MOST_AT_ONCE: u32 = 8;

/// What an operator sets for Matrix.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The bot's whole name.
    pub user: String,
    /// The homeserver, by name or by address. `None`: the one in the bot's name.
    pub homeserver: Option<String>,
    /// How the bot shows that it is who it says.
    pub credentials: Credentials,
    /// What the keys on disk are encrypted with.
    pub store_passphrase: Option<SecretString>,
    /// Whose invitations are accepted.
    pub invites: Invites,
    /// How many invitations are accepted in an hour.
    pub invites_per_hour: usize,
    /// The bot's data directory.
    pub data_dir: PathBuf,
}

/// Matrix as a platform.
pub struct Matrix {
    myself: Weak<Self>,
    settings: Settings,
    account: Account,
    user: OwnedUserId,
    /// Replaced when the session was renewed.
    client: RwLock<Client>,
    pace: Pace,
    sending: Semaphore,
    /// Whether the bot knows who is in which room by now: nothing personal leaves before.
    is_current: watch::Sender<bool>,
    /// When the homeserver told something last, in milliseconds of the machine's clock.
    told_at: watch::Sender<Moment>,
    /// Direct chats that were made for somebody, or that they opened, until the homeserver tells that they are direct.
    made: Mutex<HashMap<OwnedRoomId, OwnedUserId>>,
    making: tokio::sync::Mutex<()>,
    /// Chats whose person has not been invited yet: their homeserver could not be reached.
    uninvited: Mutex<HashMap<OwnedUserId, OwnedRoomId>>,
    awaited: Mutex<typing::Awaited>,
    offered: Mutex<Offered>,
    spoken: Mutex<spoken::Spoken>,
    invited: Notify,
    /// Rooms that took the place of one the bot is in, and that it could not enter yet.
    successors: Mutex<Vec<OwnedRoomId>>,
}

impl std::fmt::Debug for Matrix {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // Neither rooms nor people belong into any output.
        f.debug_struct("Matrix").finish_non_exhaustive()
    }
}

impl Matrix {
    /// Logs in, or takes up the session that is kept. Where one is kept, the homeserver need not answer yet.
    ///
    /// # Errors
    /// The homeserver cannot be reached, or will not have the bot; or what is kept cannot be read.
    pub async fn log_in(settings: &Settings) -> anyhow::Result<Arc<Self>> {
        let (account, client) = Account::open(settings).await?;
        let user = OwnedUserId::try_from(settings.user.as_str())
            .map_err(|_| anyhow::anyhow!("{} is no Matrix name", settings.user))?;
        Ok(Arc::new_cyclic(|myself| Self {
            myself: myself.clone(),
            settings: settings.clone(),
            account,
            user,
            client: RwLock::new(client),
            pace: Pace::default(),
            sending: Semaphore::new(MOST_AT_ONCE as usize),
            is_current: watch::Sender::new(false),
            told_at: watch::Sender::new(Moment(0)),
            made: Mutex::default(),
            making: tokio::sync::Mutex::default(),
            uninvited: Mutex::default(),
            awaited: Mutex::default(),
            offered: Mutex::default(),
            spoken: Mutex::default(),
            invited: Notify::new(),
            successors: Mutex::default(),
        }))
    }

    /// Takes events until `stop` comes.
    ///
    /// # Errors
    /// The homeserver will not have the bot, for a reason that an operator must see to.
    pub async fn run(self: Arc<Self>, inbox: Inbox, stop: impl Future<Output = ()>) -> anyhow::Result<()> {
        let accepting = tokio::spawn(Arc::clone(&self).accept_invites());
        let ended = Arc::clone(&self).listen(inbox, stop).await;
        accepting.abort();
        ended
    }

    fn replace_client(&self, client: Client) {
        // It has not been told yet who is where.
        self.is_current.send_replace(false);
        *self.client.write().unwrap_or_else(PoisonError::into_inner) = client;
    }

    /// A file that somebody sent, of so many bytes at most.
    async fn file(&self, sent: &Sent, most: u64) -> Result<Vec<u8>, Unfetched> {
        let known: Value = serde_json::from_str(&sent.source).map_err(|_| Unfetched::Gone)?;
        // The library keeps the whole file in memory: one that does not say how large it is, as every app does, is not fetched.
        if known["size"].as_u64().is_none_or(|size| size > most) {
            return Err(Unfetched::TooLarge);
        }
        let source = match (serde_json::from_value(known["file"].clone()), known["url"].as_str()) {
            (Ok(file), _) => MediaSource::Encrypted(file),
            (Err(_), Some(url)) => MediaSource::Plain(url.into()),
            (Err(_), None) => return Err(Unfetched::Gone),
        };
        let request = MediaRequestParameters { source, format: MediaFormat::File };
        let bytes = self.client().media().get_media_content(&request, false).await.map_err(|_| Unfetched::Gone)?;
        if bytes.len() as u64 > most { Err(Unfetched::TooLarge) } else { Ok(bytes) }
    }

    fn client(&self) -> Client {
        self.client.read().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl Platform for Matrix {
    fn deliver<'a>(&'a self, out: &'a Outgoing) -> BoxFuture<'a, Result<Receipt, DeliverError>> {
        if out.content.gathering.is_some() {
            // A room has no calendar.
            return Box::pin(std::future::ready(Ok(Receipt::default())));
        }
        Box::pin(self.send(out))
    }

    fn fetch<'a>(&'a self, sent: &'a Sent, most: u64) -> BoxFuture<'a, Result<Vec<u8>, Unfetched>> {
        Box::pin(self.file(sent, most))
    }
}

/// What a lock holds, whatever happened to whoever held it before.
fn locked<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

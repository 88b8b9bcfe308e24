//! Discord: slash commands, buttons, windows and direct messages. The gateway is a kept library's, requests are our own, so that
//! Discord's pace is kept by the outbox. What is sent again after a failure is not seen twice, but for a message that follows the answer
//! to an interaction: Discord has no nonce for those.

mod calendar;
mod components;
mod control;
mod examine;
mod gateway;
mod inbound;
mod interactions;
mod limits;
mod markup;
mod outbound;
mod payload;
mod register;
mod rest;
mod ticket;

pub use examine::examine;

use crate::app::Inbox;
use crate::chat::{DeliverError, Outgoing, Platform, Receipt, Sent, Unfetched};
use crate::clock::{Clock, Moment};
use crate::ids::DeliveryKey;
use crate::prompts::Prompts;
use anyhow::Context as _;
use futures_util::future::BoxFuture;
use interactions::Interactions;
use rest::{Failure, Rest};
use secrecy::SecretString;
use serde_json::Value;
use std::collections::HashMap;
use std::sync::atomic::AtomicU64;
use std::sync::{Arc, Mutex, OnceLock};
use ticket::Answerable;
use tokio::sync::Notify;

/// What an operator sets for Discord.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The bot's token.
    pub token: SecretString,
    /// The only server whose members get the commands. `None`: all.
    pub guild: Option<String>,
    /// Another place than Discord itself: a proxy, a test server.
    pub api_url: Option<String>,
}

/// Why Discord will not have the bot: something that an operator must see to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fatal {
    /// The token.
    #[error(
        "Discord does not know this token. Copy the bot's token anew from Discord's developer portal (Bot, Reset Token) into RAPPORT_DISCORD_TOKEN or the file of `discord.token_file`"
    )]
    Token,
    /// The intents.
    #[error(
        "Discord refuses what the bot asks to be told (intents), although it needs no leave for that; try again later"
    )]
    Intents,
    /// Too many servers for one connection.
    #[error("this bot is in too many servers for one connection, and Rapport keeps one: let it leave some")]
    TooMany,
    /// Anything else.
    #[error("Discord closed the connection for good, with code {0:?}")]
    Closed(Option<u16>),
}

impl Fatal {
    fn of_close(code: Option<u16>) -> Self {
        match code {
            Some(4004) => Self::Token,
            Some(4010 | 4011) => Self::TooMany,
            Some(4013 | 4014) => Self::Intents,
            code => Self::Closed(code),
        }
    }
}

/// What stops a first request, in words for an operator.
fn said(failure: Failure) -> anyhow::Error {
    match failure {
        Failure::Unauthorized => Fatal::Token.into(),
        Failure::Broken(error) => error.context("Discord cannot be reached. Is this machine on the network"),
        other => other.into(),
    }
}

/// Discord as a platform.
#[derive(Debug)]
pub struct Discord {
    rest: Rest,
    prompts: Arc<Prompts>,
    guild: Option<String>,
    /// The application's number.
    application: String,
    /// The bot's own account.
    user: String,
    interactions: Interactions,
    /// Direct chats that were opened for a message that has not got through yet, by account.
    opened: Mutex<HashMap<String, String>>,
    /// How many parts of which message got through.
    progress: Mutex<HashMap<DeliveryKey, usize>>,
    clock: Clock,
    /// When this process began: what was put into the outbox before may have been sent by another.
    began: Moment,
    /// How many payloads could not be read.
    unreadable: AtomicU64,
    ended: OnceLock<Fatal>,
    fatal: Notify,
}

impl Discord {
    /// Logs in, far enough to know who the bot is.
    ///
    /// # Errors
    /// Discord cannot be reached, or does not know the token.
    pub async fn log_in(settings: &Settings, prompts: Arc<Prompts>, clock: Clock) -> anyhow::Result<Arc<Self>> {
        let rest = Rest::new(settings.token.clone(), settings.api_url.as_deref())?;
        let application = rest.get("/applications/@me").await.map_err(said)?;
        let number = |value: &Value| value["id"].as_str().map(str::to_owned);
        let id = number(&application).context("Discord did not say which application this is")?;
        let user = match number(&application["bot"]) {
            Some(user) => user,
            None => number(&rest.get("/users/@me").await.map_err(said)?).context("this application has no bot")?,
        };
        Ok(Arc::new(Self {
            rest,
            prompts,
            guild: settings.guild.clone(),
            application: id,
            user,
            interactions: Interactions::default(),
            opened: Mutex::default(),
            progress: Mutex::default(),
            began: clock.now(),
            clock,
            unreadable: AtomicU64::new(0),
            ended: OnceLock::new(),
            fatal: Notify::new(),
        }))
    }

    /// Registers the commands and takes events until `stop` comes.
    ///
    /// # Errors
    /// Discord will not have the bot, for a reason that an operator must see to.
    pub async fn run(self: Arc<Self>, inbox: Inbox, stop: impl Future<Output = ()>) -> anyhow::Result<()> {
        let gateway = self.gateway().await?;
        self.register(&inbox).await?;
        self.listen(inbox, gateway, stop).await
    }

    /// How many payloads could not be read so far.
    pub fn unreadable(&self) -> u64 {
        self.unreadable.load(std::sync::atomic::Ordering::Relaxed)
    }

    fn end_with(&self, fatal: Fatal) {
        let _ = self.ended.set(fatal);
        self.fatal.notify_one();
    }

    fn why_it_ended(&self) -> Option<Fatal> {
        self.ended.get().copied()
    }
}

impl Platform for Discord {
    fn deliver<'a>(&'a self, out: &'a Outgoing) -> BoxFuture<'a, Result<Receipt, DeliverError>> {
        Box::pin(async move {
            match out.ticket.as_ref().and_then(Answerable::from_ticket) {
                Some(answerable) => self.answer(out, &answerable).await,
                None if out.content.gathering.is_some() => self.enter(out).await,
                None => self.post(out).await,
            }
        })
    }

    fn fetch<'a>(&'a self, sent: &'a Sent, most: u64) -> BoxFuture<'a, Result<Vec<u8>, Unfetched>> {
        Box::pin(self.rest.file(&sent.source, most))
    }
}

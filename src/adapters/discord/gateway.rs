//! Discord's gateway: one connection, its events taken in the order in which they come.

use super::payload::Dispatch;
use super::rest::Failure;
use super::ticket::number_at;
use super::{Discord, Fatal, inbound};
use crate::app::{Ended, Inbox};
use crate::chat::Inbound;
use crate::ids::PlatformName;
use anyhow::Context as _;
use futures_util::StreamExt as _;
use secrecy::ExposeSecret as _;
use serde::Deserialize as _;
use std::collections::HashMap;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;
use tokio::sync::mpsc;
use twilight_gateway::error::ReceiveMessageErrorType;
use twilight_gateway::{CloseFrame, ConfigBuilder, Intents, Message, Shard, ShardId};

/// What the bot asks to be told: where it is, and what is written to it directly. Neither needs leave from Discord.
const INTENTS: Intents = Intents::GUILDS.union(Intents::DIRECT_MESSAGES);
/// How much earlier than a session's last change a missed message is looked for: the clocks may differ.
const SLACK: Duration = Duration::from_secs(30);
/// The most missed messages of one chat that are read.
const MOST_MISSED: u32 = 100;

/// When reading a chat is tried again that failed: a new session often follows an outage.
const RETRIES: [Duration; 3] = [Duration::from_secs(1), Duration::from_secs(5), Duration::from_secs(20)];

/// What a direct chat was missed of while the bot was away: the account, and its messages.
type Missed = (String, Vec<Inbound>);

/// The connection, and what is still being caught up with.
struct Listening {
    discord: Arc<Discord>,
    inbox: Inbox,
    /// Accounts whose missed messages are being read, with what came from them meanwhile.
    held: HashMap<String, Vec<Dispatch>>,
    missed: mpsc::Sender<Missed>,
}

impl Discord {
    /// Takes events from the gateway until `stop` comes, connecting anew whenever that is needed.
    ///
    /// # Errors
    /// Discord will not have the bot, for a reason that an operator must see to.
    pub(super) async fn listen(
        self: Arc<Self>,
        inbox: Inbox,
        gateway: String,
        stop: impl Future<Output = ()>,
    ) -> anyhow::Result<()> {
        let token = self.rest.token().expose_secret().to_owned();
        let config = ConfigBuilder::new(token, INTENTS).proxy_url(gateway).build();
        let mut shard = Shard::with_config(ShardId::ONE, config);
        let (missed, mut caught_up) = mpsc::channel(16);
        let mut listening = Listening { discord: Arc::clone(&self), inbox, held: HashMap::new(), missed };
        tokio::pin!(stop);
        let fatal = self.fatal.notified();
        tokio::pin!(fatal);
        let mut closed_with = None;
        loop {
            tokio::select! {
                () = &mut stop => break,
                () = &mut fatal => break,
                Some((handle, found)) = caught_up.recv() => listening.release(&handle, found).await?,
                received = shard.next() => match received {
                    Some(Ok(Message::Text(payload))) => listening.read(&payload).await?,
                    Some(Ok(Message::Close(frame))) => {
                        closed_with = frame.map(|frame| frame.code);
                        tracing::info!(code = closed_with, "the connection to Discord was closed");
                    }
                    Some(Err(error)) => match error.kind() {
                        ReceiveMessageErrorType::Reconnect => tracing::warn!("Discord cannot be reached; trying again"),
                        _ => self.count_unreadable(),
                    },
                    // It does not connect again by itself: the code says why.
                    None => {
                        self.end_with(Fatal::of_close(closed_with));
                        break;
                    }
                },
            }
        }
        shard.close(CloseFrame::NORMAL);
        match self.why_it_ended() {
            Some(fatal) => Err(fatal.into()),
            None => Ok(()),
        }
    }

    /// Where the gateway is.
    ///
    /// # Errors
    /// Discord cannot be reached, or does not know the token.
    pub(super) async fn gateway(&self) -> anyhow::Result<String> {
        let answer = self.rest.get("/gateway/bot").await.map_err(super::said)?;
        let url = answer["url"].as_str().context("Discord did not say where its gateway is")?;
        Ok(url.trim_end_matches('/').to_owned())
    }
}

impl Listening {
    async fn read(&mut self, payload: &str) -> Result<(), Ended> {
        let dispatch = match Dispatch::read(payload) {
            Ok(dispatch) => dispatch,
            Err(_) => {
                self.discord.count_unreadable();
                return Ok(());
            }
        };
        let from = match &dispatch {
            Dispatch::Ready => return self.catch_up().await,
            Dispatch::Message(message) | Dispatch::Edited(message) => &message.author.id,
            Dispatch::Interaction(_) | Dispatch::Server(_) | Dispatch::Other => {
                return self.discord.receive(dispatch, &self.inbox).await;
            }
        };
        if let Some(held) = self.held.get_mut(from) {
            held.push(dispatch);
            return Ok(());
        }
        self.discord.receive(dispatch, &self.inbox).await
    }

    /// A session began: what was written before it, where a flow waits for an answer, is read now.
    async fn catch_up(&mut self) -> Result<(), Ended> {
        let waiting = self.inbox.ask(|engine| engine.waiting(PlatformName::Discord)).await?.unwrap_or_default();
        let waiting: Vec<_> = waiting.into_iter().filter(|waiting| waiting.chat.is_some()).collect();
        tracing::info!(count = waiting.len(), "connected to Discord; direct chats are read where a flow waits");
        for one in &waiting {
            self.held.entry(one.handle.clone()).or_default();
        }
        let (discord, missed) = (Arc::clone(&self.discord), self.missed.clone());
        tokio::spawn(async move {
            for one in waiting {
                let Some(chat) = one.chat else { continue };
                let after = number_at(one.since - SLACK);
                let found = discord.missed(&chat, after, &one.handle).await;
                if missed.send((one.handle, found)).await.is_err() {
                    return;
                }
            }
        });
        Ok(())
    }

    /// Hands on what was missed of a chat, and then what came while that was being read.
    async fn release(&mut self, handle: &str, found: Vec<Inbound>) -> Result<(), Ended> {
        for inbound in found {
            self.inbox.hand_in(inbound).await?;
        }
        for dispatch in self.held.remove(handle).unwrap_or_default() {
            self.discord.receive(dispatch, &self.inbox).await?;
        }
        Ok(())
    }
}

impl Discord {
    fn count_unreadable(&self) {
        let count = self.unreadable.fetch_add(1, Ordering::Relaxed) + 1;
        tracing::warn!(count, "a payload of Discord's could not be read, and was left out");
    }

    /// An account's messages in a direct chat after that number, the earliest first. What the engine has seen already it drops by
    /// itself.
    async fn missed(&self, chat: &str, after: u64, handle: &str) -> Vec<Inbound> {
        let path = format!("/channels/{chat}/messages?after={after}&limit={MOST_MISSED}");
        let mut tries = RETRIES.iter();
        let answer = loop {
            let pause = match self.rest.get(&path).await {
                Ok(answer) => break answer,
                Err(Failure::Wait(wait)) => wait,
                Err(failure) => match tries.next() {
                    Some(pause) if matches!(failure, Failure::Broken(_)) => *pause,
                    _ => {
                        tracing::warn!(%failure, "a direct chat could not be read");
                        return Vec::new();
                    }
                },
            };
            tokio::time::sleep(pause).await;
        };
        let payloads = answer.as_array().map(Vec::as_slice).unwrap_or_default();
        let read = |payload: &serde_json::Value| {
            let message = super::payload::Message::deserialize(payload);
            message.inspect_err(|_| self.count_unreadable()).ok()
        };
        let messages: Vec<_> = payloads.iter().filter_map(read).collect();
        let of_theirs = messages.iter().rev().filter(|message| message.author.id == handle);
        of_theirs.flat_map(inbound::message).collect()
    }
}

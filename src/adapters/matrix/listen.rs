//! Listening: events are taken in the order in which they come, from the last one on that was acted on and committed, wherever that
//! was. The library's own position is not used: it moves before anything is acted on.

use super::asking::question;
use super::chats::Chat;
use super::failure::{Fatal, Meaning, meaning, meaning_of_http};
use super::late::{self, Waiting};
use super::missed::missed;
use super::payload::Event;
use super::unasked::{invited, opened};
use super::{Matrix, locked};
use crate::app::{Ended, Inbox};
use crate::chat::{Body, Inbound};
use crate::clock::{Clock, Moment};
use futures_util::{Stream, StreamExt as _};
use matrix_sdk::deserialized_responses::{TimelineEvent, TimelineEventKind};
use matrix_sdk::ruma::RoomId;
use matrix_sdk::sync::{State, SyncResponse};
use matrix_sdk::{Client, HttpError, Room, RoomMemberships};
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;
use tokio::task::JoinSet;

/// The fact that says up to where everything was acted on: the account, and the homeserver's own name of the position.
pub const POSITION: &str = "matrix-position";
/// How long the homeserver may wait for something to tell.
const LONG_POLL: Duration = Duration::from_secs(30);
/// How often it is looked who must be told something unasked.
const TICK: Duration = Duration::from_secs(2);
/// How soon it is tried again where the homeserver refuses without saying why.
const REFUSED: Duration = Duration::from_secs(10);

/// What has become of the session that is listened with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Session {
    /// It goes on.
    Goes,
    /// The homeserver ended it.
    Ended,
    /// Another one has taken its place.
    Renewed,
}

type Keys = Pin<Box<dyn Stream<Item = Vec<String>> + Send>>;

/// What was read of a homeserver's answer, and what follows from it.
pub(super) struct Listening {
    pub(super) matrix: Arc<Matrix>,
    pub(super) inbox: Inbox,
    since: Option<String>,
    /// Whether the homeserver tells the changes of a room's state apart from what is said there.
    is_state_apart: bool,
    pub(super) unread: Waiting,
    /// Direct chats that somebody opened, and where they have said nothing yet.
    pub(super) opened: Vec<(Inbound, Moment)>,
}

impl Matrix {
    /// Takes events until `stop` comes.
    ///
    /// # Errors
    /// The homeserver will not have the bot, for a reason that an operator must see to.
    pub(super) async fn listen(self: Arc<Self>, inbox: Inbox, stop: impl Future<Output = ()>) -> anyhow::Result<()> {
        tokio::pin!(stop);
        let listening = Listening {
            matrix: Arc::clone(&self),
            inbox,
            since: None,
            is_state_apart: false,
            unread: Waiting::default(),
            opened: Vec::new(),
        };
        tokio::select! {
            () = &mut stop => Ok(()),
            ended = listening.go_on() => ended,
        }
    }
}

/// What an error that comes with a context means.
fn meaning_of(error: &anyhow::Error) -> Meaning {
    error
        .chain()
        .find_map(|cause| {
            let of_library = cause.downcast_ref::<matrix_sdk::Error>().map(meaning);
            of_library.or_else(|| cause.downcast_ref::<HttpError>().map(meaning_of_http))
        })
        .unwrap_or(match error.downcast_ref::<Fatal>() {
            Some(Fatal::Unreachable(_)) => Meaning::Away,
            Some(Fatal::Busy(wait)) => Meaning::Wait(*wait),
            _ => Meaning::Other,
        })
}

/// What may be told of an error: never what it is about.
fn kind_of(error: &matrix_sdk::Error) -> &'static str {
    match error {
        matrix_sdk::Error::StateStore(_) | matrix_sdk::Error::CryptoStoreError(_) => "the store failed",
        matrix_sdk::Error::Timeout => "it took too long",
        _ => "the library failed",
    }
}

/// The sessions whose keys come, as they come.
async fn keys_of(client: &Client) -> Keys {
    match client.encryption().room_keys_received_stream().await {
        Some(keys) => Box::pin(keys.map(|keys| {
            let keys = keys.unwrap_or_default();
            keys.into_iter().map(|key| key.session_id).collect()
        })),
        None => Box::pin(futures_util::stream::pending()),
    }
}

impl Listening {
    async fn go_on(mut self) -> anyhow::Result<()> {
        self.begin().await?;
        let matrix = Arc::clone(&self.matrix);
        loop {
            // One session after the other, each with its own client.
            let client = matrix.client();
            if self.listen_with(&client).await? == Session::Ended {
                self.log_in_again().await?;
            }
            self.establish().await?;
        }
    }

    /// Sees to it that the bot can be trusted, however long that takes.
    async fn establish(&self) -> anyhow::Result<()> {
        while let Err(error) = self.matrix.establish().await {
            self.after(error).await?;
        }
        Ok(())
    }

    /// Logs in again with the same device, after the homeserver ended the session.
    async fn log_in_again(&self) -> anyhow::Result<()> {
        loop {
            let error = match self.matrix.account.renew(&self.matrix.settings).await {
                Ok(client) => {
                    self.matrix.replace_client(client);
                    tracing::info!("the session on Matrix had ended, and was renewed");
                    return Ok(());
                }
                Err(error) => error,
            };
            let Some(pause) = self.matrix.pace.pause_after(meaning_of(&error)) else { return Err(error) };
            tokio::time::sleep(pause).await;
        }
    }

    /// Sees to it that the bot can be trusted, and looks up where it was.
    async fn begin(&mut self) -> anyhow::Result<()> {
        self.establish().await?;
        let known = self.inbox.ask(|engine| engine.fact(POSITION)).await?.unwrap_or_default();
        self.since = known.as_deref().and_then(|known| {
            let (user, since) = known.split_once(' ')?;
            (user == self.matrix.user.as_str()).then(|| since.to_owned())
        });
        let unread = self.inbox.ask(|engine| engine.fact(late::FACT)).await?.unwrap_or_default();
        self.unread = Waiting::kept(unread.as_deref());
        // A new device knows no rooms yet: what has changed since then tells it nothing of what has not.
        while self.since.is_some() && self.matrix.client().rooms().is_empty() {
            match self.matrix.client().sync_once(question(None, Duration::ZERO, None)).await {
                Ok(_) => {
                    // It would take what comes next for a repetition of this.
                    let anew = self.matrix.account.reopen(&self.matrix.settings).await?;
                    self.matrix.replace_client(anew);
                    break;
                }
                Err(error) => self.after(error.into()).await?,
            }
        }
        Ok(())
    }

    /// Waits as long as it makes sense after a failure.
    ///
    /// # Errors
    /// The failure itself, where no waiting helps.
    async fn after(&self, error: anyhow::Error) -> anyhow::Result<()> {
        let meaning = meaning_of(&error);
        if meaning == Meaning::LoggedOut {
            return self.log_in_again().await;
        }
        let Some(pause) = self.matrix.pace.pause_after(meaning) else { return Err(error) };
        tokio::time::sleep(pause).await;
        Ok(())
    }

    /// Takes what comes, until the session ends, or has been renewed on the way.
    async fn listen_with(&mut self, client: &Client) -> anyhow::Result<Session> {
        let mut keys = keys_of(client).await;
        let mut tick = tokio::time::interval(TICK);
        tick.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
        // The first answer comes at once: there is something to catch up with, or nothing.
        let mut wait = Duration::ZERO;
        loop {
            let left_out = self.is_state_apart.then_some(self.matrix.user.as_ref());
            let question = question(self.since.as_deref(), wait, left_out);
            // In a task of its own, so that it is never held up half-way by what is done meanwhile; it ends with this set.
            let mut syncing = JoinSet::new();
            let asking = client.clone();
            syncing.spawn(async move { asking.sync_once(question).await });
            let response = loop {
                tokio::select! {
                    Some(response) = syncing.join_next() => break response?,
                    Some(sessions) = keys.next() => self.read_late(client, &sessions).await?,
                    _ = tick.tick() => self.tell_unasked(client).await?,
                }
            };
            let taken = match response {
                Ok(response) => {
                    // The library gives it out once: what cannot be finished is tried again from here.
                    let mut session = Session::Goes;
                    while let Err(error) = self.take(&self.matrix.client(), &response).await? {
                        match meaning(&error) {
                            Meaning::Wait(pause) => tokio::time::sleep(pause).await,
                            Meaning::LoggedOut => {
                                self.log_in_again().await?;
                                session = Session::Renewed;
                            }
                            _ => tokio::time::sleep(self.matrix.pace.note_away()).await,
                        }
                    }
                    self.matrix.pace.note_back();
                    if session == Session::Renewed {
                        return Ok(session);
                    }
                    if wait.is_zero() {
                        self.caught_up(client).await?;
                    }
                    wait = LONG_POLL;
                    continue;
                }
                Err(error) if meaning(&error).passes() || matches!(error, matrix_sdk::Error::Http(_)) => error,
                // What the homeserver told could not be kept: it is told again after a restart.
                Err(error) => {
                    return Err(anyhow::anyhow!("the keys and rooms of Matrix cannot be kept ({})", kind_of(&error)));
                }
            };
            let meaning = meaning(&taken);
            if meaning == Meaning::LoggedOut {
                return Ok(Session::Ended);
            }
            match self.matrix.pace.pause_after(meaning) {
                Some(pause) => tokio::time::sleep(pause).await,
                None => self.refused(&taken).await,
            }
            wait = Duration::ZERO;
        }
    }

    /// The homeserver refuses to go on from where the bot was, or its answer cannot be used.
    async fn refused(&mut self, error: &matrix_sdk::Error) {
        let status = match error {
            matrix_sdk::Error::Http(error) => error.as_client_api_error().map(|error| error.status_code.as_u16()),
            _ => None,
        };
        if status == Some(400) && self.since.take().is_some() {
            tracing::error!(
                "the homeserver does not know where the bot was (was it restored from a backup?): it goes on from now"
            );
            return;
        }
        tracing::error!(status, "the homeserver refuses to tell what happened; trying again");
        tokio::time::sleep(REFUSED).await;
    }

    /// The bot knows who is where, and everything that was said while it was away.
    async fn caught_up(&mut self, client: &Client) -> Result<(), Ended> {
        self.matrix.is_current.send_replace(true);
        self.matrix.invited.notify_one();
        self.matrix.follow_upgrades();
        let all: Vec<String> = self.unread.messages.iter().filter_map(|unread| unread.session.clone()).collect();
        self.read_late(client, &all).await
    }

    /// Acts on one answer of the homeserver, and notes that.
    async fn take(&mut self, client: &Client, response: &SyncResponse) -> Result<Result<(), matrix_sdk::Error>, Ended> {
        let mut inbounds = Vec::new();
        // What was said before the bot came is not for it.
        if let Some(since) = self.since.clone() {
            for (id, update) in &response.rooms.joined {
                let Some(room) = client.get_room(id) else { continue };
                let mut events = Vec::new();
                if update.timeline.limited {
                    match missed(&room, update.timeline.prev_batch.as_deref(), &since).await {
                        Ok(missed) => events = missed,
                        Err(error) if meaning(&error).passes() => return Ok(Err(error)),
                        Err(_) => tracing::warn!("events that were missed cannot be read"),
                    }
                }
                events.extend(update.timeline.events.iter().cloned());
                match self.read(&room, &events, &update.state).await {
                    Ok(read) => inbounds.extend(read),
                    Err(error) => return Ok(Err(error)),
                }
            }
        }
        self.is_state_apart |= response.rooms.joined.values().any(|update| matches!(update.state, State::After(_)));
        self.matrix.tend(&response.rooms);
        let told: usize = response.rooms.joined.values().map(|update| update.timeline.events.len()).sum();
        tracing::debug!(told, taken = inbounds.len(), "the homeserver told something");
        self.hand_in(inbounds).await?;
        self.since = Some(response.next_batch.clone());
        self.matrix.told_at.send_replace(Clock::System.now());
        let position = format!("{} {}", self.matrix.user, response.next_batch);
        let unread = self.unread.take_changed();
        let noted = self.inbox.ask(move |engine| {
            if let Some(unread) = unread {
                engine.note_fact(late::FACT, &unread)?;
            }
            engine.note_fact(POSITION, &position)
        });
        if noted.await?.is_err() {
            // It is read again after a restart, and everything is known by its id.
            tracing::error!("where the bot is on Matrix could not be noted");
        }
        Ok(Ok(()))
    }

    /// Hands events in, in their order, and waits until they are committed.
    pub(super) async fn hand_in(&mut self, inbounds: Vec<Inbound>) -> Result<(), Ended> {
        let mut told = Vec::with_capacity(inbounds.len());
        for inbound in inbounds {
            self.opened.retain(|(opened, _)| opened.sender.handle != inbound.sender.handle);
            let is_awaited = matches!(inbound.body, Body::Text(_) | Body::Voice(_) | Body::File(_) | Body::Press(_));
            let chat = inbound.sender.chat.as_deref().and_then(|chat| RoomId::parse(chat).ok());
            if let Some(chat) = chat.filter(|_| is_awaited) {
                self.matrix.note_awaited(&chat);
            }
            told.push(self.inbox.hand_in(inbound).await?);
        }
        for told in told {
            told.await.map_err(|_| Ended)?;
        }
        Ok(())
    }

    /// A room's new events as the core's, in their order.
    async fn read(&mut self, room: &Room, events: &[TimelineEvent], state: &State) -> matrix_sdk::Result<Vec<Inbound>> {
        let read: Vec<Option<Event>> = events.iter().map(|event| Event::read(event.raw())).collect();
        let me = self.matrix.user.clone();
        // The bot's own coming stands there where what it does itself is left out.
        let changes = match state {
            State::After(changes) if self.is_state_apart => changes.as_slice(),
            _ => &[],
        };
        let changes: Vec<Event> = changes.iter().filter_map(|change| Event::read(change.cast_ref())).collect();
        let came = changes.iter().chain(read.iter().flatten()).rfind(|event| event.makes(me.as_str(), "join"));
        let came = came.cloned();
        let person = match self.other_in(room).await {
            Ok(person) => person,
            Err(error) if meaning(&error).passes() => return Err(error),
            Err(_) => None,
        };
        let mut inbounds = Vec::new();
        if let (Some(join), Some(person)) = (&came, &person)
            && join.unsigned["prev_content"]["membership"] == "invite"
        {
            self.opened.push((opened(room, person, join), Clock::System.now()));
        }
        if let (Some(join), None) = (&came, &person) {
            inbounds.extend(invited(room, join));
        }
        // In a direct chat, what was said with the invitation is said to the bot.
        let from = came.filter(|_| person.is_none()).map_or(i64::MIN, |join| join.origin_server_ts);
        for (event, read) in events.iter().zip(&read) {
            let Some(read) = read.as_ref().filter(|read| read.origin_server_ts >= from) else { continue };
            if let TimelineEventKind::UnableToDecrypt { utd_info, .. } = &event.kind {
                if read.sender != me.as_str() {
                    let now = Clock::System.now();
                    self.unread.add(read, room.room_id().as_str(), utd_info.session_id.clone(), now);
                }
                continue;
            }
            if let Some(inbound) = self.matrix.inbound(room, read).await? {
                let sent = read.origin_server_ts;
                locked(&self.matrix.spoken).is_last_word(room.room_id().as_str(), &read.sender, sent);
                self.unread.forget_before(room.room_id().as_str(), &read.sender, sent);
                inbounds.push(inbound);
            }
        }
        Ok(inbounds)
    }

    /// The person in a direct chat. `None` where the room is none.
    async fn other_in(&self, room: &Room) -> matrix_sdk::Result<Option<String>> {
        let members = self.matrix.client().state_store().get_user_ids(room.room_id(), RoomMemberships::ACTIVE).await?;
        let mut others = members.iter().filter(|member| **member != self.matrix.user);
        let (Some(person), None) = (others.next(), others.next()) else { return Ok(None) };
        let is_private = self.matrix.look_at(room, person).await? == Chat::Private;
        Ok(is_private.then(|| person.to_string()))
    }
}

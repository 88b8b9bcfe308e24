//! What is said although nobody speaks: to whoever opened a chat and said nothing, and about what cannot be read, or can be read late.

use super::chats::Chat;
use super::late::{self, Unread};
use super::listen::Listening;
use super::locked;
use super::payload::Event;
use crate::app::Ended;
use crate::chat::Place;
use crate::chat::inbound::{Body, Inbound, Sender};
use crate::clock::{Clock, Moment};
use crate::ids::{EventId, PlatformName};
use matrix_sdk::deserialized_responses::TimelineEventKind;
use matrix_sdk::ruma::{EventId as MatrixEventId, RoomId, UserId};
use matrix_sdk::{Client, Room};
use std::time::Duration;

/// How long ago the bot came to a room that it has just come to.
const JUST_COME: Duration = Duration::from_secs(15 * 60);

/// How long whoever opened a direct chat has to say something before they are greeted.
const GREETED_AFTER: Duration = Duration::from_secs(15);

impl Listening {
    /// Keys came: what can be read now is answered, if its sender has said nothing since.
    pub(super) async fn read_late(&mut self, client: &Client, sessions: &[String]) -> Result<(), Ended> {
        for unread in self.unread.of_sessions(sessions) {
            let Ok(room_id) = RoomId::parse(&unread.room) else { continue };
            let Ok(event_id) = MatrixEventId::parse(&unread.event) else { continue };
            let Some(room) = client.get_room(&room_id) else { continue };
            let Ok(event) = room.event(&event_id, None).await else { continue };
            let Some(read) = Event::read(event.raw()) else { continue };
            if matches!(event.kind, TimelineEventKind::UnableToDecrypt { .. }) || read.kind == "m.room.encrypted" {
                continue;
            }
            let is_last = locked(&self.matrix.spoken).is_last_word(&unread.room, &unread.sender, unread.sent);
            if is_last {
                match self.matrix.inbound(&room, &read).await {
                    Ok(inbound) => self.hand_in(inbound.into_iter().collect()).await?,
                    // It is looked at again at the next start.
                    Err(_) => continue,
                }
            }
            self.unread.forget(&unread.event);
        }
        self.keep_unread().await
    }

    /// Greets whoever opened a direct chat and said nothing, and tells whose messages cannot be read.
    pub(super) async fn tell_unasked(&mut self, client: &Client) -> Result<(), Ended> {
        let now = Clock::System.now();
        let silent = |opened: &&(Inbound, Moment)| now.since(opened.1) >= GREETED_AFTER;
        let greeted: Vec<Inbound> = self.opened.iter().filter(silent).map(|(inbound, _)| inbound.clone()).collect();
        self.opened.retain(|opened| now.since(opened.1) < GREETED_AFTER);
        let mut inbounds = greeted;
        for unread in self.unread.take_overdue(now) {
            let Ok(room_id) = RoomId::parse(&unread.room) else { continue };
            let Ok(person) = UserId::parse(&unread.sender) else { continue };
            let Some(room) = client.get_room(&room_id) else { continue };
            // Among others nobody knows whether it was for the bot.
            if matches!(self.matrix.look_at(&room, &person).await, Ok(Chat::Private)) {
                inbounds.push(unreadable(&unread, now));
            }
        }
        self.hand_in(inbounds).await?;
        self.keep_unread().await
    }

    async fn keep_unread(&mut self) -> Result<(), Ended> {
        if let Some(unread) = self.unread.take_changed()
            && self.inbox.ask(move |engine| engine.note_fact(late::FACT, &unread)).await?.is_err()
        {
            tracing::error!("what could not be decrypted could not be noted");
        }
        Ok(())
    }
}

/// Somebody opened a direct chat.
pub(super) fn opened(room: &Room, person: &str, join: &Event) -> Inbound {
    Inbound {
        event: EventId(join.event_id.clone()),
        sender: Sender { chat: Some(room.room_id().to_string()), ..Sender::account(person) },
        place: Place::direct(PlatformName::Matrix, person),
        at: Moment(join.origin_server_ts),
        body: Body::Joined,
        ticket: None,
        said_in: None,
    }
}

/// Somebody brought the bot into a room. `None` where nobody did, or it was long ago: rooms that were upgraded are entered by themselves.
pub(super) fn invited(room: &Room, join: &Event) -> Option<Inbound> {
    let was_invited = join.unsigned["prev_content"]["membership"] == "invite";
    let person = join.unsigned["prev_sender"].as_str().filter(|_| was_invited)?;
    let at = Moment(join.origin_server_ts);
    if Clock::System.now().since(at) > JUST_COME {
        return None;
    }
    let name = room.cached_display_name().map_or_else(|| room.room_id().to_string(), |name| name.to_string());
    Some(Inbound {
        event: EventId(join.event_id.clone()),
        sender: Sender::account(person),
        place: Place::direct(PlatformName::Matrix, person),
        at,
        body: Body::Invited(name),
        ticket: None,
        said_in: None,
    })
}

/// Somebody's message cannot be read.
fn unreadable(unread: &Unread, now: Moment) -> Inbound {
    Inbound {
        event: EventId(format!("{}/unreadable", unread.event)),
        sender: Sender { chat: Some(unread.room.clone()), ..Sender::account(&unread.sender) },
        place: Place::direct(PlatformName::Matrix, &unread.sender),
        at: now,
        body: Body::Unreadable,
        ticket: None,
        said_in: None,
    }
}

//! Direct chats: which room is one, which is one with whom, and how a new one is made.

use super::failure::{Meaning, meaning};
use super::{Matrix, locked};
use crate::chat::{DeliverError, Outgoing};
use matrix_sdk::deserialized_responses::MemberEvent;
use matrix_sdk::ruma::api::client::room::create_room::v3::{Request as Creation, RoomPreset};
use matrix_sdk::ruma::events::direct::DirectUserIdentifier;
use matrix_sdk::ruma::events::room::encryption::RoomEncryptionEventContent;
use matrix_sdk::ruma::events::{InitialStateEvent, SyncStateEvent};
use matrix_sdk::ruma::{RoomId, UserId};
use matrix_sdk::{Room, RoomMemberships, RoomState};
use std::time::Duration;

/// How often a chat is marked as direct until it is.
const MOST_MARKS: u32 = 5;
/// How soon it is tried again.
const MARK_AGAIN: Duration = Duration::from_secs(2);

/// What has become of a direct chat.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Chat {
    /// Nobody but the person and the bot is there, or invited.
    Private,
    /// Others are there too, or it is no direct chat any more.
    Crowded,
    /// The person, or the bot, is not there any more.
    Left,
}

impl Matrix {
    /// Whether a room is a direct chat with somebody: marked as one, and with nobody else in it, not even invited.
    ///
    /// # Errors
    /// The homeserver had to be asked, and did not answer.
    pub(super) async fn look_at(&self, room: &Room, person: &UserId) -> matrix_sdk::Result<Chat> {
        if room.state() != RoomState::Joined {
            return Ok(Chat::Left);
        }
        if locked(&self.uninvited).get(person).is_some_and(|made| made == room.room_id()) {
            return Ok(Chat::Private);
        }
        if !self.is_marked(room, person).await || room.members(RoomMemberships::ACTIVE).await?.len() > 2 {
            return Ok(Chat::Crowded);
        }
        let known = room.get_member_no_sync(person).await?;
        let member = match known {
            Some(member) => Some(member),
            None => room.get_member(person).await?,
        };
        let is_there = member.is_some_and(|member| RoomMemberships::ACTIVE.matches(member.membership()));
        Ok(if is_there { Chat::Private } else { Chat::Left })
    }

    /// Whether a room is marked as a direct chat with somebody.
    async fn is_marked(&self, room: &Room, person: &UserId) -> bool {
        let was_made = locked(&self.made).get(room.room_id()).is_some_and(|made_for| made_for == person);
        if was_made || room.direct_targets().contains(<&DirectUserIdentifier>::from(person)) {
            return true;
        }
        // The mark is set after the room is entered, and may have been lost in between; the invitation bore it as well.
        let own = room.get_member_no_sync(&self.user).await.ok().flatten();
        own.is_some_and(|own| match own.event().as_ref() {
            MemberEvent::Sync(SyncStateEvent::Original(event)) => {
                let before = event.unsigned.prev_content.as_ref();
                before.is_some_and(|invitation| invitation.is_direct == Some(true))
            }
            _ => false,
        })
    }

    /// A direct chat with somebody that can be used, if there is one.
    pub(super) async fn find_chat(&self, person: &UserId) -> matrix_sdk::Result<Option<Room>> {
        for room in self.client().joined_rooms() {
            if self.look_at(&room, person).await? == Chat::Private {
                return Ok(Some(room));
            }
        }
        Ok(None)
    }

    /// A direct chat with somebody: one that can be used, or a new one, encrypted, that they are invited to. Whoever is on another
    /// homeserver is invited later, when something is said there: that homeserver may be away.
    pub(super) async fn open_chat(&self, person: &UserId) -> matrix_sdk::Result<Room> {
        // Two that want one for the same person get the same.
        let _making = self.making.lock().await;
        if let Some(room) = self.find_chat(person).await? {
            return Ok(room);
        }
        if person.server_name() == self.user.server_name() {
            let room = self.client().create_dm(person).await?;
            locked(&self.made).insert(room.room_id().to_owned(), person.to_owned());
            return Ok(room);
        }
        let encryption = RoomEncryptionEventContent::with_recommended_defaults();
        let mut request = Creation::new();
        request.is_direct = true;
        request.preset = Some(RoomPreset::TrustedPrivateChat);
        request.initial_state = vec![InitialStateEvent::with_empty_state_key(encryption).to_raw_any()];
        let room = self.client().create_room(request).await?;
        locked(&self.made).insert(room.room_id().to_owned(), person.to_owned());
        locked(&self.uninvited).insert(person.to_owned(), room.room_id().to_owned());
        self.mark(room.room_id(), person).await;
        Ok(room)
    }

    /// Marks a room as a direct chat with somebody, so that it is one after a restart as well.
    pub(super) async fn mark(&self, room: &RoomId, person: &UserId) {
        for _ in 0..MOST_MARKS {
            if self.client().account().mark_as_dm(room, &[person.to_owned()]).await.is_ok() {
                return;
            }
            tokio::time::sleep(MARK_AGAIN).await;
        }
        tracing::warn!("a direct chat could not be marked as one");
    }

    /// Invites whoever a chat was made for and could not be invited then.
    async fn call(&self, room: &Room, person: &UserId) -> Result<(), DeliverError> {
        if locked(&self.uninvited).get(person).is_none_or(|made| made != room.room_id()) {
            return Ok(());
        }
        room.invite_user_by_id(person).await.map_err(|error| match meaning(&error) {
            Meaning::Wait(wait) => DeliverError::Later(self.pace.hold(wait)),
            Meaning::Forbidden | Meaning::Gone => DeliverError::Forbidden,
            // It may be their homeserver that is away, and not ours.
            _ => DeliverError::Transient(anyhow::anyhow!("the invitation does not get through")),
        })?;
        locked(&self.uninvited).remove(person);
        Ok(())
    }

    /// Where a message for one person goes, and whether the core should know it by that name.
    ///
    /// # Errors
    /// They left it, and it is for them to come back; or the homeserver cannot be asked.
    pub(super) async fn chat_with(&self, person: &UserId, out: &Outgoing) -> Result<Room, DeliverError> {
        let room = self.chat_for(person, out).await?;
        self.call(&room, person).await?;
        Ok(room)
    }

    async fn chat_for(&self, person: &UserId, out: &Outgoing) -> Result<Room, DeliverError> {
        let known = out.chat.as_deref();
        let known = known.and_then(|known| RoomId::parse(known).ok());
        let mut state = None;
        if let Some(known) = &known {
            match self.newest(known) {
                None => state = Some(Chat::Left),
                Some(room) => match self.look_at(&room, person).await.map_err(|error| self.told(&error, out))? {
                    Chat::Private => return Ok(room),
                    other => state = Some(other),
                },
            }
        }
        let other = self.find_chat(person).await.map_err(|error| self.told(&error, out))?;
        match (other, state) {
            (Some(other), _) => Ok(other),
            // Whoever left wants to be left in peace, until they say something.
            (None, Some(Chat::Left)) => Err(DeliverError::Forbidden),
            (None, _) => self.open_chat(person).await.map_err(|error| match meaning(&error) {
                // An account that is closed, or a server that keeps invitations out.
                Meaning::Forbidden | Meaning::Gone => DeliverError::Forbidden,
                _ => self.told(&error, out),
            }),
        }
    }

    /// The room that a room has become by being upgraded, or the room itself.
    pub(super) fn newest(&self, room: &RoomId) -> Option<Room> {
        let client = self.client();
        let mut room = client.get_room(room)?;
        // As many upgrades as anybody makes, and an end where two point at each other.
        for _ in 0..20 {
            let next = room.successor_room().and_then(|next| client.get_room(&next.room_id));
            match next.filter(|next| next.state() == RoomState::Joined) {
                Some(next) => room = next,
                None => break,
            }
        }
        Some(room)
    }
}

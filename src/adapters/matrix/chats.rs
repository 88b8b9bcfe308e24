//! Direct chats: which room is one, which is one with whom, and how a new one is made.

use super::failure::{Meaning, meaning};
use super::{Matrix, locked};
use crate::chat::DeliverError;
use matrix_sdk::ruma::events::direct::DirectUserIdentifier;
use matrix_sdk::ruma::{RoomId, UserId};
use matrix_sdk::{Room, RoomMemberships, RoomState};

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
        if room.active_members_count() > 2 || !self.is_marked(room, person) {
            return Ok(Chat::Crowded);
        }
        let others = match room.active_members_count() {
            // The homeserver has not told yet who is there.
            0 => room.members(RoomMemberships::ACTIVE).await?.len().saturating_sub(1),
            count => usize::try_from(count).unwrap_or(usize::MAX).saturating_sub(1),
        };
        if others > 1 {
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
    fn is_marked(&self, room: &Room, person: &UserId) -> bool {
        let was_made = locked(&self.made).get(room.room_id()).is_some_and(|made_for| made_for == person);
        was_made || room.direct_targets().contains(<&DirectUserIdentifier>::from(person))
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

    /// A direct chat with somebody: one that can be used, or a new one, encrypted, that they are invited to.
    pub(super) async fn open_chat(&self, person: &UserId) -> matrix_sdk::Result<Room> {
        // Two that want one for the same person get the same.
        let _making = self.making.lock().await;
        if let Some(room) = self.find_chat(person).await? {
            return Ok(room);
        }
        let room = self.client().create_dm(person).await?;
        locked(&self.made).insert(room.room_id().to_owned(), person.to_owned());
        Ok(room)
    }

    /// Where a message for one person goes, and whether the core should know it by that name. `known` is the chat that the core knows.
    ///
    /// # Errors
    /// They left it, and it is for them to come back; or the homeserver cannot be asked.
    pub(super) async fn chat_with(&self, person: &UserId, known: Option<&str>) -> Result<Room, DeliverError> {
        let known = known.and_then(|known| RoomId::parse(known).ok());
        let mut state = None;
        if let Some(known) = &known {
            match self.newest(known) {
                None => state = Some(Chat::Left),
                Some(room) => match self.look_at(&room, person).await.map_err(|error| self.told(&error))? {
                    Chat::Private => return Ok(room),
                    other => state = Some(other),
                },
            }
        }
        let other = self.find_chat(person).await.map_err(|error| self.told(&error))?;
        match (other, state) {
            (Some(other), _) => Ok(other),
            // Whoever left wants to be left in peace, until they say something.
            (None, Some(Chat::Left)) => Err(DeliverError::Forbidden),
            (None, _) => self.open_chat(person).await.map_err(|error| match meaning(&error) {
                // An account that is closed, or a server that keeps invitations out.
                Meaning::Forbidden | Meaning::Gone => DeliverError::Forbidden,
                _ => self.told(&error),
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

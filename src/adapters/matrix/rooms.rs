//! Rooms that change under the bot: empty ones are left, upgraded ones followed, and who was shown the door goes.

use super::payload::Event;
use super::{Matrix, locked};
use matrix_sdk::ruma::events::direct::OwnedDirectUserIdentifier;
use matrix_sdk::ruma::{OwnedRoomId, OwnedServerName, RoomOrAliasId, UserId};
use matrix_sdk::sync::RoomUpdates;
use matrix_sdk::{Room, RoomMemberships, RoomState};
use std::sync::Arc;

/// The power from which on somebody runs a community's nights, until its hosts are set.
const HOST: i64 = 50;

impl Matrix {
    /// Looks after the rooms that something happened in.
    pub(super) fn tend(self: &Arc<Self>, updates: &RoomUpdates) {
        let client = self.client();
        for (id, update) in &updates.joined {
            let Some(room) = client.get_room(id) else { continue };
            // The homeserver tells of it from now on; it is marked there as well.
            locked(&self.made).retain(|made, _| made != id || room.direct_targets().is_empty());
            let events: Vec<Event> =
                update.timeline.events.iter().filter_map(|event| Event::read(event.raw())).collect();
            let somebody_went = events.iter().any(|event| {
                let goes = ["leave", "ban"].contains(&event.content["membership"].as_str().unwrap_or_default());
                event.kind == "m.room.member" && goes && event.state_key.as_deref() != Some(self.user.as_str())
            });
            if somebody_went {
                tokio::spawn(leave_if_empty(room.clone()));
            }
            if let Some(tombstone) = events.iter().find(|event| event.kind == "m.room.tombstone") {
                tokio::spawn(Arc::clone(self).follow(room, Some(tombstone.sender.clone())));
            }
        }
        for (id, update) in &updates.left {
            let events: Vec<Event> =
                update.timeline.events.iter().filter_map(|event| Event::read(event.raw())).collect();
            let went = events
                .iter()
                .find(|event| event.kind == "m.room.member" && event.state_key.as_deref() == Some(self.user.as_str()));
            if went.is_some_and(|went| went.sender != self.user.as_str()) {
                tracing::info!("the bot was removed from a room");
            }
            // What was a direct chat stays marked as one: its person may call the bot back.
            if let Some(room) = client.get_room(id).filter(|room| room.direct_targets().is_empty()) {
                tokio::spawn(async move {
                    // It is of no use any more; where this fails, it is only a row more in the store.
                    let _ = room.forget().await;
                });
            }
        }
        if !updates.invited.is_empty() {
            self.invited.notify_one();
        }
    }

    /// Follows upgrades that were announced while the bot was away.
    pub(super) fn follow_upgrades(self: &Arc<Self>) {
        for room in self.client().joined_rooms() {
            if room.successor_room().is_some() {
                tokio::spawn(Arc::clone(self).follow(room, None));
            }
        }
    }

    /// Goes where a room went. Where the bot must be invited first, the invitation is waited for.
    async fn follow(self: Arc<Self>, room: Room, by: Option<String>) {
        let Some(next) = room.successor_room().map(|next| next.room_id) else { return };
        let client = self.client();
        if client.get_room(&next).is_some_and(|next| next.state() == RoomState::Joined) {
            return;
        }
        let server = by.as_deref().and_then(|by| UserId::parse(by).ok()).map(|by| by.server_name().to_owned());
        let through: Vec<OwnedServerName> = server.into_iter().collect();
        let targets: Vec<OwnedDirectUserIdentifier> = room.direct_targets().into_iter().collect();
        match client.join_room_by_id_or_alias(<&RoomOrAliasId>::from(&*next), &through).await {
            Ok(_) => self.keep_direct(&next, &targets).await,
            Err(_) => {
                let mut waited_for = locked(&self.successors);
                if !waited_for.contains(&next) {
                    waited_for.push(next);
                }
            }
        }
    }

    /// A direct chat that was upgraded stays one.
    async fn keep_direct(&self, room: &OwnedRoomId, targets: &[OwnedDirectUserIdentifier]) {
        let people: Vec<_> = targets.iter().filter_map(|target| target.as_user_id().map(ToOwned::to_owned)).collect();
        for person in &people {
            locked(&self.made).insert(room.clone(), person.clone());
            self.mark(room, person).await;
        }
    }

    /// Whether somebody runs a community's nights: by their power in the room.
    pub(super) async fn is_host(&self, room: &Room, who: &UserId) -> bool {
        use matrix_sdk::ruma::events::room::power_levels::UserPowerLevel;
        match room.get_user_power_level(who).await {
            Ok(UserPowerLevel::Infinite) => true,
            Ok(UserPowerLevel::Int(level)) => i64::from(level) >= HOST,
            _ => false,
        }
    }
}

/// Leaves a room in which nobody is left, and to which nobody is invited.
async fn leave_if_empty(room: Room) {
    let is_empty = room.members(RoomMemberships::ACTIVE).await.is_ok_and(|members| members.len() < 2);
    if is_empty && room.leave().await.is_ok() {
        let _ = room.forget().await;
        tracing::info!("an empty room was left");
    }
}

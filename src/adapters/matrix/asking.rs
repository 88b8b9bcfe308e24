//! What the homeserver is asked each time, and what it may leave out.

use matrix_sdk::config::{SyncSettings, SyncToken};
use matrix_sdk::ruma::api::client::filter::{Filter, FilterDefinition, RoomEventFilter};
use matrix_sdk::ruma::api::client::sync::sync_events::v3::Filter as SyncFilter;
use matrix_sdk::ruma::presence::PresenceState;
use matrix_sdk::ruma::{UInt, UserId};
use std::time::Duration;

/// The most events of a room that one answer of the homeserver brings; those before are asked for.
pub(super) const MOST_AT_ONCE: u32 = 100;

/// Asks what has happened since a position, and waits so long for something to happen.
///
/// `left_out` is the bot, where the homeserver has told the changes of a room's state apart from what is said there: what it says itself
/// is left out then, half of what it would be told. From other homeservers it would not hear of what it changed.
///
/// Members are told of when they come and go, and not each time one of them speaks (lazy loading): Synapse remembers of a hundred of them
/// that it told of them, and takes everybody else who speaks for somebody whose devices have changed. The library asks for their keys
/// then, and what is sent meanwhile waits for that, at times for five seconds.
pub(super) fn question(since: Option<&str>, wait: Duration, left_out: Option<&UserId>) -> SyncSettings {
    let mut filter = FilterDefinition::default();
    filter.presence = Filter::ignore_all();
    filter.room.ephemeral = RoomEventFilter::ignore_all();
    filter.room.timeline.limit = Some(UInt::from(MOST_AT_ONCE));
    filter.room.timeline.not_senders = left_out.map(ToOwned::to_owned).into_iter().collect();
    let token = since.map_or(SyncToken::NoToken, |since| SyncToken::Specific(since.to_owned()));
    SyncSettings::new()
        .token(token)
        .timeout(wait)
        .filter(SyncFilter::FilterDefinition(filter))
        .set_presence(PresenceState::Online)
}

//! What the homeserver left out, because too much had happened in a room.

use super::asking::MOST_AT_ONCE;
use crate::clock::Clock;
use matrix_sdk::Room;
use matrix_sdk::deserialized_responses::TimelineEvent;
use matrix_sdk::room::MessagesOptions;
use matrix_sdk::ruma::UInt;
use std::time::Duration;

/// How far back missed events are read.
const LONGEST_GAP: Duration = Duration::from_secs(12 * 3600);
/// How many times they are asked for.
const MOST_PAGES: u32 = 50;

/// The events of a room between where the bot was and what the homeserver told now, the earliest first; those of the last twelve hours.
pub(super) async fn missed(room: &Room, before: Option<&str>, since: &str) -> matrix_sdk::Result<Vec<TimelineEvent>> {
    let mut from = before.map(str::to_owned);
    let mut found: Vec<TimelineEvent> = Vec::new();
    let oldest = (Clock::System.now() - LONGEST_GAP).0;
    for _ in 0..MOST_PAGES {
        let Some(token) = from else { break };
        let mut options = MessagesOptions::backward();
        options.from = Some(token);
        options.to = Some(since.to_owned());
        options.limit = UInt::from(MOST_AT_ONCE);
        let page = room.messages(options).await?;
        let is_old = |event: &TimelineEvent| {
            event.timestamp_raw().is_some_and(|at| i64::try_from(u64::from(at.get())).unwrap_or(0) < oldest)
        };
        let reached = page.chunk.last().is_none_or(is_old);
        found.extend(page.chunk);
        if reached {
            break;
        }
        from = page.end;
    }
    found.reverse();
    Ok(found)
}

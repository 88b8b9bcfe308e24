//! What could not be decrypted: its key may come late. Then it is read after all, if nothing was said since; meanwhile its sender is
//! told, once, what to try.

use super::payload::Event;
use crate::clock::Moment;
use serde::{Deserialize, Serialize};
use std::time::Duration;

/// The fact that holds what could not be decrypted yet, over a restart.
pub(super) const FACT: &str = "matrix-unread";
/// How long a key may take before its sender is told.
pub(super) const PATIENCE: Duration = Duration::from_secs(10);
/// How long a key is waited for.
pub(super) const LONGEST_WAIT: Duration = Duration::from_secs(12 * 3600);
/// How many messages are waited for at most; the oldest go.
const MOST: usize = 200;

/// A message that could not be decrypted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Unread {
    pub(super) room: String,
    pub(super) event: String,
    pub(super) sender: String,
    /// When it was sent, in milliseconds.
    pub(super) sent: i64,
    /// When it came.
    pub(super) came: Moment,
    /// The session whose key is missing.
    pub(super) session: Option<String>,
    /// Whether its sender was told.
    #[serde(default)]
    pub(super) is_told: bool,
}

/// The messages that could not be decrypted yet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Waiting {
    pub(super) messages: Vec<Unread>,
    has_changed: bool,
}

impl Waiting {
    /// Reads what was kept.
    pub(super) fn kept(fact: Option<&str>) -> Self {
        let messages = fact.and_then(|fact| serde_json::from_str(fact).ok()).unwrap_or_default();
        Self { messages, has_changed: false }
    }

    /// What is to be kept, where that has changed.
    pub(super) fn take_changed(&mut self) -> Option<String> {
        if !std::mem::take(&mut self.has_changed) {
            return None;
        }
        serde_json::to_string(&self.messages).ok()
    }

    /// Notes a message that cannot be decrypted.
    pub(super) fn add(&mut self, event: &Event, room: &str, session: Option<String>, now: Moment) {
        if self.messages.iter().any(|known| known.event == event.event_id) {
            return;
        }
        if self.messages.len() >= MOST {
            self.messages.remove(0);
        }
        self.messages.push(Unread {
            room: room.to_owned(),
            event: event.event_id.clone(),
            sender: event.sender.clone(),
            sent: event.origin_server_ts,
            came: now,
            session,
            is_told: false,
        });
        self.has_changed = true;
    }

    /// The messages whose key has come.
    pub(super) fn of_sessions(&self, sessions: &[String]) -> Vec<Unread> {
        let has_come = |unread: &&Unread| unread.session.as_ref().is_some_and(|session| sessions.contains(session));
        self.messages.iter().filter(has_come).cloned().collect()
    }

    /// Forgets what somebody said before: they have said something since, and it was read.
    pub(super) fn forget_before(&mut self, room: &str, sender: &str, sent: i64) {
        let before = self.messages.len();
        self.messages.retain(|known| known.room != room || known.sender != sender || known.sent >= sent);
        self.has_changed |= before != self.messages.len();
    }

    /// Forgets a message: it was read.
    pub(super) fn forget(&mut self, event: &str) {
        let before = self.messages.len();
        self.messages.retain(|known| known.event != event);
        self.has_changed |= before != self.messages.len();
    }

    /// The messages that have been waited for long enough that their senders should know. Each is given out once.
    pub(super) fn take_overdue(&mut self, now: Moment) -> Vec<Unread> {
        let before = self.messages.len();
        self.messages.retain(|unread| now.since(unread.came) < LONGEST_WAIT);
        let mut told = Vec::new();
        for unread in &mut self.messages {
            if !unread.is_told && now.since(unread.came) >= PATIENCE {
                unread.is_told = true;
                told.push(unread.clone());
            }
        }
        self.has_changed |= before != self.messages.len() || !told.is_empty();
        told
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_message_is_waited_for_and_its_sender_told_once() {
        let event: Event = serde_json::from_value(json!({
            "type": "m.room.encrypted", "event_id": "$1", "sender": "@ana:b.org", "origin_server_ts": 5
        }))
        .unwrap();
        let mut waiting = Waiting::default();
        let now = Moment(1_000_000);
        waiting.add(&event, "!r:b.org", Some("s".into()), now);
        waiting.add(&event, "!r:b.org", Some("s".into()), now);
        let kept = waiting.take_changed().unwrap();
        assert_eq!(Waiting::kept(Some(&kept)).messages, waiting.messages);
        assert_eq!((waiting.take_changed(), waiting.take_overdue(now).len()), (None, 0));
        assert_eq!(waiting.take_overdue(now + PATIENCE).len(), 1);
        assert_eq!(waiting.take_overdue(now + PATIENCE + PATIENCE).len(), 0);
        assert_eq!(waiting.of_sessions(&["other".into()]).len(), 0);
        assert_eq!(waiting.of_sessions(&["s".into()]).len(), 1);
        assert!(waiting.take_overdue(now + LONGEST_WAIT).is_empty() && waiting.messages.is_empty());
        assert_eq!(Waiting::kept(Some("broken")), Waiting::default());
    }
}

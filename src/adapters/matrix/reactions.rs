//! Choices as reactions: the bot puts them under its question, and a press on one is a choice.

use super::failure::{Meaning, meaning};
use super::{Matrix, locked};
use crate::chat::Press;
use crate::chat::platform::Content;
use crate::ids::DeliveryKey;
use matrix_sdk::Room;
use matrix_sdk::ruma::{EventId, OwnedTransactionId};
use serde_json::{Value, json};
use std::collections::{BTreeMap, VecDeque};
use std::sync::Arc;

/// The field of the bot's messages that says which sign stands for which choice. It is for the bot itself, after a restart.
pub(super) const CHOICES: &str = "rapport.choices";
/// How many questions are remembered without asking the homeserver.
const MOST_REMEMBERED: usize = 500;

/// The signs under a question, and the choices that they stand for.
pub(super) type Signs = BTreeMap<String, String>;

/// Questions that were asked lately, by their event.
#[derive(Debug, Default)]
pub(super) struct Offered(VecDeque<(String, Signs)>);

impl Offered {
    fn of(&self, event: &str) -> Option<&Signs> {
        self.0.iter().rev().find(|(known, _)| known == event).map(|(_, signs)| signs)
    }

    fn note(&mut self, event: &str, signs: Signs) {
        self.0.push_back((event.to_owned(), signs));
        if self.0.len() > MOST_REMEMBERED {
            self.0.pop_front();
        }
    }
}

/// The sign for a number, as clients offer it. Numbers that have none are their own sign.
fn sign(number: u32) -> String {
    match number {
        0..=9 => format!("{number}\u{FE0F}\u{20E3}"),
        10 => "\u{1F51F}".to_owned(),
        number => number.to_string(),
    }
}

/// A sign without what only says how it is drawn.
fn plain(sign: &str) -> String {
    sign.replace('\u{FE0F}', "")
}

/// The signs for a message's choices.
pub(super) fn signs(content: &Content) -> Signs {
    content.choices.iter().map(|shown| (sign(shown.number), shown.press.to_token())).collect()
}

impl Matrix {
    /// Puts the signs of its choices under a message. They are a convenience: where the homeserver has no room for them, they are left
    /// out, and the numbers are typed.
    pub(super) fn offer(self: &Arc<Self>, room: Room, event: &EventId, key: &DeliveryKey, content: &Content) {
        let signs = signs(content);
        {
            let mut offered = locked(&self.offered);
            // A message that was changed bears its signs already.
            if offered.of(event.as_str()) == Some(&signs) {
                return;
            }
            offered.note(event.as_str(), signs.clone());
        }
        if signs.is_empty() || !self.pace.is_generous() {
            return;
        }
        let (matrix, event, key) = (Arc::clone(self), event.to_owned(), key.clone());
        let numbers: Vec<u32> = content.choices.iter().map(|shown| shown.number).collect();
        tokio::spawn(async move {
            for number in numbers {
                let Ok(_turn) = matrix.sending.acquire().await else { return };
                let content = json!({
                    "m.relates_to": { "rel_type": "m.annotation", "event_id": event, "key": sign(number) }
                });
                let transaction = OwnedTransactionId::from(format!("{key}-r{number}"));
                let sent = room.send_raw("m.reaction", content).with_transaction_id(&transaction).await;
                if let Err(error) = sent {
                    if let Meaning::Wait(wait) = meaning(&error) {
                        matrix.pace.hold(wait);
                    }
                    return;
                }
            }
        });
    }

    /// The choice that a reaction to one of the bot's questions stands for. `None` where it stands for none.
    ///
    /// # Errors
    /// The homeserver had to be asked, and did not answer.
    pub(super) async fn chosen(&self, room: &Room, event: &str, sign: &str) -> matrix_sdk::Result<Option<Press>> {
        let known = locked(&self.offered).of(event).cloned();
        let signs = match known {
            Some(signs) => signs,
            None => self.look_up(room, event).await?,
        };
        let sign = plain(sign);
        let token = signs.iter().find(|(known, _)| plain(known) == sign).map(|(_, token)| token);
        Ok(token.and_then(|token| Press::from_token(token)))
    }

    /// The signs under a message of the bot's that another process sent.
    async fn look_up(&self, room: &Room, event: &str) -> matrix_sdk::Result<Signs> {
        let Ok(id) = EventId::parse(event) else { return Ok(Signs::new()) };
        let found = match room.event(&id, None).await {
            Ok(found) => found,
            Err(error) if meaning(&error).passes() => return Err(error),
            Err(_) => return Ok(Signs::new()),
        };
        let event: Value = found.raw().deserialize_as_unchecked()?;
        if event["sender"].as_str() != Some(self.user.as_str()) {
            return Ok(Signs::new());
        }
        let signs = event["content"].get(CHOICES).cloned();
        let signs: Signs = signs.and_then(|signs| serde_json::from_value(signs).ok()).unwrap_or_default();
        locked(&self.offered).note(id.as_str(), signs.clone());
        Ok(signs)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sign_is_known_however_it_is_drawn() {
        assert_eq!(sign(3), "3\u{FE0F}\u{20E3}");
        assert_eq!(plain("3\u{20E3}"), plain(&sign(3)));
        assert_eq!((sign(10), sign(45)), ("\u{1F51F}".to_owned(), "45".to_owned()));
    }
}

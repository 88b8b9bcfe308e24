//! What is needed to answer an interaction, also after a restart: it travels through the core unread.

use crate::chat::{Ticket, WhenAnswered};
use crate::clock::Moment;
use serde::{Deserialize, Serialize};
use std::time::Duration;

/// How long an interaction can be answered after it was acknowledged.
pub const LIFETIME: Duration = Duration::from_secs(15 * 60);

/// How an interaction is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Way {
    /// By a message: it was a command.
    Message,
    /// By a message that takes the place of the one it came from.
    Replace,
    /// By a message after the one it came from, which only loses its choices.
    Follow,
}

impl Way {
    /// How a button, a list or a window of a message is answered.
    pub fn of(when_answered: WhenAnswered) -> Self {
        match when_answered {
            WhenAnswered::Replaced => Self::Replace,
            WhenAnswered::Stays => Self::Follow,
        }
    }
}

/// What is needed to answer an interaction.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answerable {
    /// Its number.
    pub id: String,
    /// What an answer is allowed by.
    pub token: String,
    /// How it is answered.
    pub way: Way,
}

impl Answerable {
    /// As the core carries it.
    pub fn to_ticket(&self) -> Ticket {
        Ticket(serde_json::json!(self).to_string())
    }

    /// Reads what the core carried. `None` for anything that no version of the bot wrote.
    pub fn from_ticket(ticket: &Ticket) -> Option<Self> {
        serde_json::from_str(&ticket.0).ok()
    }
}

/// The first moment that Discord's numbers count from.
const EPOCH: i64 = 1_420_070_400_000;

/// The moment that one of Discord's numbers was given at.
pub fn made_at(number: &str) -> Option<Moment> {
    let number: u64 = number.parse().ok()?;
    Some(Moment(i64::try_from(number >> 22).ok()? + EPOCH))
}

/// The smallest number that Discord gives at a moment.
pub fn number_at(moment: Moment) -> u64 {
    u64::try_from(moment.0 - EPOCH).unwrap_or(0) << 22
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_tells_its_moment() {
        let moment = Moment(1_772_460_000_123);
        assert_eq!(made_at(&number_at(moment).to_string()), Some(moment));
        assert_eq!(made_at("x"), None);
        assert_eq!(number_at(Moment(0)), 0);
    }
}

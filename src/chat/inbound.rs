//! What a platform tells the engine: somebody wrote, pressed, joined.

use super::{ChoiceId, Place};
use crate::clock::Moment;
use crate::commands::Invocation;
use crate::ids::{CommunityId, EventId, Locale, SessionId};
use serde::{Deserialize, Serialize};
use std::time::Duration;

/// The most characters of one message that are read. What is longer is not cut but answered with a sentence.
pub const LONGEST_TEXT: usize = 4_000;

/// One event from a platform.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inbound {
    /// The platform's own id of the event: the second delivery of the same event has the same one.
    pub event: EventId,
    /// Who it comes from.
    pub sender: Sender,
    /// Where it happened.
    pub place: Place,
    /// When it was said, by the platform's clock.
    pub at: Moment,
    /// What happened.
    pub body: Body,
    /// Where the platform takes the answer to this very event, if it has a way of its own for that.
    pub ticket: Option<Ticket>,
    /// The place with others in which it was said, where nothing can be shown there to one person alone: `place` is then the direct
    /// chat in which it is answered, and a line there says so. What bears the ticket is that line.
    pub said_in: Option<Place>,
}

/// A platform's own way to answer an event, such as Discord's interactions have: only its adapter can read it. What is said with
/// a ticket is seen by the person who caused the event, and waits behind nothing but what the same ticket already carries.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ticket(pub String);

/// Who an event comes from, as the platform knows them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sender {
    /// The platform's own lasting name or number of the account.
    pub handle: String,
    /// The language that the platform says the person reads, if it says so: used until they choose one.
    pub locale: Option<Locale>,
    /// The IANA name of the time zone that the platform says the person is in, if it says so: a guess, to be confirmed.
    pub zone: Option<chrono_tz::Tz>,
    /// What they may do in the place the event comes from.
    pub role: Role,
    /// The community that the event comes from, if it comes from one.
    pub community: Option<CommunityId>,
    /// The platform's own name of the direct chat with them, if the event tells it.
    pub chat: Option<String>,
}

impl Sender {
    /// An account of which nothing else is known.
    pub fn account(handle: impl Into<String>) -> Self {
        Self { handle: handle.into(), locale: None, zone: None, role: Role::Member, community: None, chat: None }
    }
}

/// What somebody may do in a community.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Runs nights there.
    Host,
    /// Everybody else.
    Member,
}

/// What happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Body {
    /// A written message.
    Text(String),
    /// A command that the platform has read by itself, from a menu of its own.
    Command(Invocation),
    /// A button was pressed.
    Press(Press),
    /// A form was filled in: the answers to its questions, in their order. An empty one leaves its question out.
    Form(Filled),
    /// A voice message of this length.
    Voice(Duration),
    /// A file was sent.
    File(Sent),
    /// The person changed a message of theirs, the one with this event id, to this text.
    Edit(EventId, String),
    /// The person took back a message of theirs, the one with this event id.
    Withdrawn(EventId),
    /// Something came that the bot cannot read: it is encrypted, and the key did not come.
    Unreadable,
    /// The person came into the place; if that is a direct chat, they opened it.
    Joined,
    /// The person left the place.
    Left,
    /// The person brought the bot into a community of this name.
    Invited(String),
}

impl Body {
    /// The text of a written message.
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }
}

/// A file that was sent: its content is fetched only when somebody needs it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Sent {
    /// Its name.
    pub name: String,
    /// Where its platform has it, in the platform's own words.
    pub source: String,
}

/// A form that was filled in: which session asked, at which turn, and the answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filled {
    /// The session that asked.
    pub session: SessionId,
    /// The session's turn at that time.
    pub turn: u32,
    /// The answers.
    pub answers: Vec<String>,
}

/// A press on a choice: which session offered it, at which turn, and the choice.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Press {
    /// The session that offered it.
    pub session: SessionId,
    /// The session's turn at that time. When the session has moved on, the press is an old one.
    pub turn: u32,
    /// The choice.
    pub choice: ChoiceId,
}

impl Press {
    /// The press as a button's id: `session:turn:choice`, at most 100 characters.
    pub fn to_token(&self) -> String {
        format!("{}:{}:{}", self.session, self.turn, self.choice.0)
    }

    /// Reads a button's id. `None` for anything that no version of the bot wrote.
    pub fn from_token(token: &str) -> Option<Self> {
        let mut parts = token.splitn(3, ':');
        let (session, turn, choice) = (parts.next()?, parts.next()?, parts.next()?);
        Some(Self {
            session: SessionId::from(session.to_owned()),
            turn: turn.parse().ok()?,
            choice: ChoiceId::new(choice.to_owned()),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_button_id_is_read_back_and_nonsense_is_not() {
        let press =
            Press { session: SessionId::from("0123456789abc".to_owned()), turn: 12, choice: ChoiceId::new("source:a") };
        assert_eq!(Press::from_token(&press.to_token()), Some(press));
        assert_eq!(Press::from_token("x:y:z"), None);
        assert_eq!(Press::from_token(""), None);
    }
}

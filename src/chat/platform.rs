//! What the engine asks of a platform: deliver this, say how it went.

use super::plot::Plot;
use super::{Answer, Place, Press, Sent, Ticket, WhenAnswered};
use crate::clock::Moment;
use crate::ids::{DeliveryKey, NightId, PersonId, SessionId};
use futures_util::future::BoxFuture;
use serde::{Deserialize, Serialize};
use std::time::Duration;

/// The name of a message that stands somewhere and is changed in place: there is one of each.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct CardName(pub String);

impl CardName {
    /// The sign-up card of a night.
    pub fn of_night(night: &NightId) -> Self {
        Self(format!("night/{night}"))
    }

    /// The entry of a night in its community's calendar.
    pub fn of_entry(night: &NightId) -> Self {
        Self(format!("entry/{night}"))
    }

    /// The message on which people say that they are there.
    pub fn of_check_in(night: &NightId) -> Self {
        Self(format!("check-in/{night}"))
    }

    /// The message whose thread is a cell's.
    pub fn of_cell(night: &NightId, number: u32) -> Self {
        Self(format!("cell/{night}/{number}"))
    }

    /// The card in whose thread a place of that name is, where it is one that its platform has yet to name.
    pub fn of_thread(name: &str) -> Option<Self> {
        name.starts_with("cell/").then(|| Self(name.to_owned()))
    }

    /// What somebody does in a round, for them alone.
    pub fn of_role(night: &NightId, round: u32, person: &PersonId) -> Self {
        Self(format!("{ROLE}{night}/{round}/{person}"))
    }

    /// Whether it is one that can be had again by a button: where it cannot be delivered, it need not wait.
    pub fn is_at_hand(&self) -> bool {
        self.0.starts_with(ROLE)
    }
}

const ROLE: &str = "role/";

/// A finished message on its way out, as it lies in the outbox.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outgoing {
    /// The outbox's own number: messages of one place leave in its order.
    pub id: i64,
    /// What the platform drops a repeat by. Made before the first try, the same at every try.
    pub key: DeliveryKey,
    /// Where it goes.
    pub place: Place,
    /// The account that alone may see it, in a place where others read too. `None`: everybody there.
    pub only: Option<String>,
    /// Who it is for, if it is for one person.
    pub person: Option<PersonId>,
    /// What is said.
    pub content: Content,
    /// Where the answer to an event goes, where the platform gave a way of its own for that.
    pub ticket: Option<Ticket>,
    /// The platform's own name of the direct chat it goes to, if that is known.
    pub chat: Option<String>,
    /// The name under which it stands, where a later message takes its place.
    pub card: Option<CardName>,
    /// The platform's own name of the message whose place it takes.
    pub instead_of: Option<String>,
    /// The card in whose thread it is said, or in its room where there is no thread.
    pub within: Option<CardName>,
    /// When it was put into the outbox.
    pub made_at: Moment,
    /// How many tries have failed.
    pub failures: u32,
}

/// A rendered message: in the reader's language, with people's own words still marked as theirs.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Content {
    /// Paragraphs. An empty one is an empty line.
    pub blocks: Vec<Block>,
    /// Choices under them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub choices: Vec<Shown>,
    /// The question that it is, if it is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub question: Option<Question>,
    /// What has become of the question whose button, list or form this message answers.
    #[serde(default, skip_serializing_if = "Answered::is_usual")]
    pub answered: Answered,
    /// The entry of a community's calendar that it is: its first block is the name, the others say more. Where a platform has no calendar,
    /// nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gathering: Option<Gathering>,
    /// From when on it says what is no longer so: it is not delivered after that.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires: Option<Moment>,
    /// The name of the thread that it opens, where it opens one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub thread: Option<String>,
}

impl Content {
    /// The accounts that it calls.
    pub fn called(&self) -> impl Iterator<Item = &str> {
        let spans = self.blocks.iter().filter_map(|block| match block {
            Block::Text(spans) => Some(spans),
            _ => None,
        });
        spans.flatten().filter_map(|span| match span {
            Span::Called(handle) => Some(handle.as_str()),
            _ => None,
        })
    }
}

/// An entry of a community's calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Gathering {
    /// When it begins.
    pub starts: Moment,
    /// When it is over.
    pub ends: Moment,
    /// Whether it takes place.
    pub stands: Stands,
}

/// Whether something takes place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stands {
    /// It does.
    Planned,
    /// It does not.
    CalledOff,
}

/// The question that a message is: what an answer belongs to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// The session that asks.
    pub session: SessionId,
    /// Its turn.
    pub turn: u32,
    /// What is waited for.
    pub answer: Answer,
    /// What a button is called that opens a form for the answer.
    pub label: String,
    /// What becomes of the message when it is answered.
    pub when_answered: WhenAnswered,
}

/// What has become of the question that a message answers to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Answered {
    /// It still stands, with its choices; or there was none.
    #[default]
    Stands,
    /// It is over.
    Over,
    /// This message answers nothing: it comes after what did, by the same ticket.
    Before,
}

impl Answered {
    fn is_usual(&self) -> bool {
        *self == Self::Stands
    }
}

/// A form, as its reader sees it: several questions at once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShownForm {
    /// What it is about.
    pub title: String,
    /// The questions, in the order in which their answers come back.
    pub fields: Vec<ShownField>,
}

/// A question of a form, as its reader sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShownField {
    /// What is asked.
    pub label: String,
    /// The most characters of an answer.
    pub most: usize,
    /// What is waited for.
    pub answer: Answer,
}

/// One paragraph.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Block {
    /// Running text.
    Text(Vec<Span>),
    /// A person's words, set off.
    Quote(String),
    /// A picture.
    Plot(Plot),
    /// A text as a file.
    File {
        /// Its name.
        name: String,
        /// What is in it.
        text: String,
    },
}

/// A stretch of text within a paragraph.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Span {
    /// The bot's own words, safe as they are.
    Plain(String),
    /// A person's words: to be escaped.
    Words(String),
    /// A command to type, such as `pitch practise`, without a prefix: the adapter writes it as it is typed there.
    Command(String),
    /// A moment, as it reads on the clocks that are meant.
    Time(Moment, Shows, String),
    /// A place: the adapter writes it as it is named there.
    Place(Place),
    /// An account of the platform: the adapter writes it as the person is named there, and calls nobody by it.
    Account(String),
    /// The same, and that person is called.
    Called(String),
    /// Whose clocks are meant by the times before it. Where each reader's own are shown, it is left out.
    Zone(String),
}

impl Span {
    /// The text as it reads, without any sign for what it is.
    pub fn as_text(&self) -> &str {
        match self {
            Self::Plain(text) | Self::Words(text) | Self::Command(text) | Self::Time(_, _, text) => text,
            Self::Place(place) => place.name(),
            Self::Account(handle) | Self::Called(handle) => handle,
            Self::Zone(text) => text,
        }
    }
}

/// What is shown of a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Shows {
    /// The day.
    Day,
    /// The time of the day.
    Clock,
}

/// A choice as the reader sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shown {
    /// The number to type for it.
    pub number: u32,
    /// Its words.
    pub label: String,
    /// What a press on it sends back.
    pub press: Press,
}

/// Proof of a delivery.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Receipt {
    /// The platform's own name of the direct chat that was opened for it.
    pub chat: Option<String>,
    /// The platform's own name of the message, where another may take its place.
    pub message: Option<String>,
    /// What was missing for a part of it: it is delivered without that.
    pub lacks: Option<Permission>,
}

/// Why a delivery failed.
#[derive(Debug, thiserror::Error)]
pub enum DeliverError {
    /// The place is no more.
    #[error("the place is no more")]
    Gone,
    /// The person, or the place, does not let the bot write.
    #[error("the bot may not write there")]
    Forbidden,
    /// A permission is missing in a place where others read, and may be given.
    #[error("the bot lacks a permission there")]
    Lacks(Permission),
    /// The platform asks for patience, for this long; no fault of the message.
    #[error("the platform asks to wait {0:?}")]
    Later(Duration),
    /// The platform takes no such message: nothing suggests that it will.
    #[error("the platform refuses the message")]
    Refused(#[source] anyhow::Error),
    /// Anything that may be better at the next try.
    #[error("the delivery failed")]
    Transient(#[source] anyhow::Error),
}

/// What the bot needs to be allowed in a place where others read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Permission {
    /// To see it.
    See,
    /// To write there.
    Write,
    /// To write in its threads.
    WriteInThreads,
    /// To open threads.
    OpenThreads,
}

impl Permission {
    /// Its name, as it is stored.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::See => "see",
            Self::Write => "write",
            Self::WriteInThreads => "write-in-threads",
            Self::OpenThreads => "open-threads",
        }
    }
}

/// Why a file cannot be fetched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unfetched {
    /// It is larger than was asked for.
    TooLarge,
    /// The platform does not hand it out.
    Gone,
}

/// A chat platform, as the engine sees it.
pub trait Platform: Send + Sync {
    /// Delivers one message. Called again with the same key after a failure or a crash.
    fn deliver<'a>(&'a self, out: &'a Outgoing) -> BoxFuture<'a, Result<Receipt, DeliverError>>;

    /// Fetches a file that was sent, of so many bytes at most. A platform on which nobody sends files has none.
    fn fetch<'a>(&'a self, _sent: &'a Sent, _most: u64) -> BoxFuture<'a, Result<Vec<u8>, Unfetched>> {
        Box::pin(std::future::ready(Err(Unfetched::Gone)))
    }
}

//! The neutral words of a conversation: what comes in, what goes out, where. No platform is known here.

pub mod inbound;
pub mod message;
pub mod place;
pub mod platform;
pub mod plot;

pub use inbound::{Body, Filled, Inbound, Press, Role, Sender, Sent, Ticket};
pub use message::{Answer, Arg, Args, Choice, ChoiceId, Field, Key, Length, Line, Message, TextId, WhenAnswered};
pub use place::{Place, PlaceKind};
pub use platform::{
    Answered, CardName, DeliverError, Gathering, Outgoing, Permission, Platform, Question, Receipt, Span, Stands,
    Unfetched,
};

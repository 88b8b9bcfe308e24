//! The neutral words of a conversation: what comes in, what goes out, where. No platform is known here.

pub mod inbound;
pub mod message;
pub mod place;
pub mod platform;
pub mod plot;

pub use inbound::{Body, Inbound, Press, Role, Sender};
pub use message::{Answer, Arg, Args, Choice, ChoiceId, Key, Length, Line, Message, TextId};
pub use place::{Place, PlaceKind};
pub use platform::{DeliverError, Outgoing, Platform, Receipt, Span};

//! What a flow wants done: plain data, carried out when its turn is committed.

use crate::chat::{CardName, Gathering, Line, Message, Place};
use crate::clock::Moment;
use crate::coach::draft::Draft;
use crate::coach::ladder::Target;
use crate::coach::weak::WeakPoint;
use crate::commands::Invocation;
use crate::contact::{Contact, Note};
use crate::hours::{Chosen, Span, TimeOfDay};
use crate::ids::{CommunityId, Locale, NightId, PersonId, PlatformName};
use crate::night::board::Offer;
use crate::night::evening::Cell;
use crate::night::feedback::Given;
use crate::night::{Night, Seat};
use crate::nudge::{Kind, Nudge};
use crate::store::interviews::{Exchange, Interview};
use crate::store::pitches::Attempt;
use crate::store::plans::Plan;
use crate::store::practice::Practised;
use crate::store::questions::{Communal, Own};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// A timer's name within its flow.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct TimerName(pub String);

/// What a flow wants done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Say this to the person. The last one of a turn is the question that waits for an answer.
    Say(Message),
    /// Ring this timer at that time; the one of that name is moved.
    Schedule(TimerName, Moment),
    /// Do not ring this timer after all.
    Cancel(TimerName),
    /// Write this down.
    Record(Record),
    /// Begin this command in the same place, when this flow is over.
    Begin(Invocation),
    /// Say this where others read.
    Post(Box<Post>),
    /// Say this directly to somebody else.
    Tell(Box<Told>),
}

/// Something that is said directly to somebody else than whose turn it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// To whom.
    pub person: PersonId,
    /// On which platform.
    pub platform: PlatformName,
    /// What.
    pub message: Message,
    /// The name under which it stands, where a later one takes its place.
    pub card: Option<CardName>,
    /// What becomes of an answer to its choices. `None`: it has none.
    pub offers: Option<Offered>,
}

/// What somebody is offered directly although they did nothing: a conversation of their own, to be taken up or left.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offered {
    /// The community that it is about, if one.
    pub community: Option<CommunityId>,
    /// The name of its flow.
    pub flow: &'static str,
    /// The state in which that waits.
    pub state: Value,
    /// What is said instead to somebody who is in the middle of something, whose answers are for that.
    pub in_passing: Message,
    /// The night that they are asked to, which waits for the end of their quiet hours. `None`: it is offered at once.
    pub asks_to: Option<NightId>,
}

/// Something of a night that is said where others read. Whoever presses one of its choices acts on that night.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Post {
    /// Of which night.
    pub night: NightId,
    /// In which room.
    pub place: Place,
    /// In which language.
    pub locale: Locale,
    /// What.
    pub message: Message,
    /// As what it stands there.
    pub posted: Posted,
}

/// As what something stands where others read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Posted {
    /// The card on which people sign up: a later one takes its place.
    Card,
    /// The entry in the community's calendar: a later one takes its place.
    Entry(Gathering),
    /// The message on which people say that they are there: a later one takes its place.
    CheckIn,
    /// The message that opens the thread of the cell of that number, and how the thread is called.
    Cell(u32, Line),
    /// Within the thread of that cell.
    InCell(u32),
    /// Within the thread of that cell, for this moment: soon it is of no use.
    Signal(u32),
    /// Just so.
    Plain,
}

/// Something to write down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Record {
    /// The person's language.
    Locale(Locale),
    /// The person's time zone.
    Zone(Tz),
    /// The person's quiet hours.
    Quiet(Chosen<Span>),
    /// When the person wants a digest.
    Digest(Chosen<TimeOfDay>),
    /// The field the person is curious about.
    Field(String),
    /// The person's purpose.
    Purpose(String),
    /// An attempt at a pitch.
    PitchAttempt(Attempt),
    /// The attempt of that number in this session is the one to keep.
    PitchKept(u32),
    /// A nudge as it now is: a new one, or the one of its number.
    Nudge(Nudge),
    /// No nudge is told before then.
    NudgePause(Moment),
    /// Whether nudges of this kind are wanted.
    NudgeKind(Kind, Wanted),
    /// The mock interview of this session, as it now stands.
    Interview(Interview),
    /// What was said in it last.
    Exchange(Exchange),
    /// An answer of the other chair.
    Answer(Practised),
    /// What is weak now: these, and nothing else any more.
    WeakPoints(Vec<WeakPoint>),
    /// A question for the person's list.
    OwnQuestion(Own),
    /// The plan of that number, as it now is.
    Plan(u32, Plan),
    /// The working conditions that the person must know about, by their ids.
    Needs(Vec<String>),
    /// The question of that number is off the list.
    OwnQuestionRemoved(u32),
    /// A question for a community, from a host of it.
    CommunityQuestion(CommunityId, Communal),
    /// The question of that number is none of the community's any more.
    CommunityQuestionRemoved(CommunityId, i64),
    /// Contacts as they now are: new ones, or those of their numbers.
    Contacts(Vec<Contact>),
    /// The targets as they now are, all of them.
    Targets(Vec<Target>),
    /// A draft as it now is: a new one, or that of its number.
    Draft(Draft),
    /// Notes on contacts.
    Notes(Vec<Note>),
    /// The contact of that number goes, with everything that hangs on it.
    ContactRemoved(u32),
    /// A night as it now is, but for who takes part: a new one, or that of its id. Those who take part are reminded by it.
    Night(Box<Night>),
    /// The person's seat at a night, as it now is.
    Seat(NightId, Seat),
    /// The person gives up their seat, and somebody else gets one by that.
    SeatLeft(NightId, Option<PersonId>),
    /// How the evening of a night goes by now.
    Evening(Box<Night>),
    /// Who sits together in a round of that night.
    Cells(NightId, u32, Vec<Cell>),
    /// Feedback on a round, from the person.
    Feedback(Box<Given>),
    /// The person, who asked in that round, chose to read what others wrote to them.
    FeedbackRead(NightId, u32),
    /// What the person, who asked in that round, takes along from it.
    Reflection(NightId, u32, Vec<String>),
    /// Somebody went before that round of a night was over.
    RoundLeft(NightId, u32, PersonId),
    /// A host took somebody out of a night.
    TakenOut(NightId, PersonId),
    /// What the person offers on the board of that community, as it now is; `None`: nothing any more.
    GuestOffer(CommunityId, Option<Offer>),
    /// Somebody of the board was asked to a night, or is a guest there.
    GuestCall(NightId, PersonId),
    /// The person would rather not sit with that account, or has nothing against it any more.
    Avoid(PlatformName, String, Wanted),
}

/// Whether the person wants something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// They do.
    Yes,
    /// They do not.
    No,
}

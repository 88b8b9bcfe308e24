//! The guided conversations. A flow is a state machine without I/O, clock, randomness or language of its own: what it may look
//! at is in [`Cx`], what it wants done is a list of [`Effect`]s.
//!
//! To add one: its file below this module, its line in [`FLOWS`], its texts in `prompts/<locale>/`, its transcript.

pub mod answer;
pub mod contacts;
mod effect;
mod entry;
pub mod feedback;
mod goals;
pub mod guests;
mod library;
mod minutes;
pub mod mock;
pub mod nights;
pub mod nudges;
pub mod outreach;
pub mod pitch;
pub mod plan;
pub mod questions;
pub mod report;
pub mod settings;
pub mod sharpen;
pub mod start;
pub mod targets;
mod weak;

pub use effect::{Effect, Offered, Post, Posted, Record, TimerName, Told, Wanted};
pub use library::{Library, Read};

pub use entry::{Entry, Loaded, begun_by, named, untyped};

use crate::chat::{Arg, ChoiceId, Message, Place, Role, Sent};
use crate::clock::Moment;
use crate::coach::outreach::JobAsk;
use crate::coach::topics::Understood;
use crate::commands::{CommandName, Invocation, UserError};
use crate::contact::import::{Refused, Sheet};
use crate::grammar::Slip;
use crate::ids::{CommunityId, Locale, PlatformName, SessionId};
use crate::legwork::Need;
use crate::prompts::Prompts;
use crate::store::people::Person;
use crate::zones;
use chrono::{Datelike as _, NaiveDate, NaiveDateTime};
use chrono_tz::Tz;
use entry::entry;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::cell::RefCell;
use std::collections::HashMap;
use std::fmt::Debug;
use std::time::Duration;

/// A guided conversation.
pub trait Flow {
    /// Its name: what sessions are stored under. It never changes.
    const NAME: &'static str;
    /// The key of its name for people, as in "you are in the middle of ...".
    const TITLE: &'static str;
    /// The version of its state. It goes up with every change that makes an older saved state unreadable.
    const VERSION: u32;
    /// The commands that begin it.
    const COMMANDS: &'static [CommandName];
    /// What it needs to have read for it when it begins, and at every step unless [`Flow::reads`] says otherwise.
    const READS: &'static [Read] = &[];
    /// Whether what was said in it is forgotten when it ends, because it was for somebody else.
    const FORGETS: bool = false;
    /// Where it stands: named states with their own data.
    type State: Serialize + DeserializeOwned + Debug + PartialEq;

    /// Begins.
    ///
    /// # Errors
    /// The command cannot be carried out, for a reason that the person can put right.
    fn start(cx: &Cx<'_>, call: &Invocation) -> Result<Turn<Self::State>, UserError>;
    /// Takes one event.
    fn step(cx: &Cx<'_>, state: Self::State, event: Event) -> Turn<Self::State>;
    /// What it needs to have read for it in this state.
    fn reads(_state: &Self::State) -> &'static [Read] {
        Self::READS
    }
    /// What it must understand of a text that is written in this state: parts of it, or all of it. See [`Cx::heard`].
    fn hears(_state: &Self::State, _text: &str) -> Vec<String> {
        Vec::new()
    }
    /// What it must understand of what was given with its command.
    fn hears_first(_call: &Invocation) -> Vec<String> {
        Vec::new()
    }
    /// Whether a file that is sent in this state is opened.
    fn opens(_state: &Self::State) -> bool {
        false
    }
    /// What is to be done when the person stops it; it ends in any case.
    fn stop(_cx: &Cx<'_>, _state: Self::State) -> Vec<Effect> {
        vec![Effect::Say(Message::say("stopped"))]
    }
    /// Reads a state that an older version saved.
    fn upgrade(_from: u32, _saved: Value) -> Option<Self::State> {
        None
    }
}

/// What a flow may look at.
#[derive(Debug)]
pub struct Cx<'a> {
    /// What time it is.
    pub now: Moment,
    /// When the person said what the flow is about to hear, by their platform's clock: what people do is timed by this.
    pub said_at: Moment,
    /// When the conversation began.
    pub begun_at: Moment,
    /// Whether the person corrects what they said last: its record is replaced.
    pub retake: Retake,
    /// The person's language.
    pub locale: Locale,
    /// What is known of the person.
    pub person: &'a Person,
    /// Where they write from.
    pub platform: PlatformName,
    /// The community that this was begun in, if in one.
    pub community: Option<&'a CommunityId>,
    /// The place with others in which the command was given, or the room of that thread. `None`: it was given directly.
    pub room: Option<Place>,
    /// Whether something else is open here: then only what is over at once is carried out, and nothing can be asked.
    pub aside: Aside,
    /// What the person may do in the community that the event comes from. `None`: it comes from none.
    pub role: Option<Role>,
    /// Where the platform, or the machine, says the person is: to be confirmed before it is relied on.
    pub zone_guess: Option<Tz>,
    /// The session.
    pub session: &'a SessionId,
    /// Everything the bot can say, and the data its judgement rests on.
    pub prompts: &'a Prompts,
    /// What the flow asked to have read.
    pub library: &'a Library,
    /// What texts were understood as: those that [`Flow::hears`] asks for.
    pub heard: &'a HashMap<String, Understood>,
    /// What is in the file that was sent, where [`Flow::opens`] says that it is wanted.
    pub opened: Option<&'a Result<Sheet, Refused>>,
    /// The slips in texts: those that [`Cx::slips_in`] asked for.
    pub slips: &'a HashMap<String, Vec<Slip>>,
    /// What must be found out before this turn can be taken.
    pub wanted: &'a RefCell<Vec<Need>>,
    /// What the community thinks of asking for work.
    pub job_ask: JobAsk,
    /// A number for this turn: the same when the turn is taken again.
    pub seed: u64,
}

/// How long it holds what a platform said of somebody's role, where it does not say it anew.
const ROLE_HOLDS: Duration = Duration::from_secs(2 * 3600);

/// Whether somebody may act as a host.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hosting {
    /// They may.
    Yes,
    /// They may not.
    No,
    /// They could when this began, and that is too long ago.
    Unknown,
}

impl Cx<'_> {
    /// Whether the person may act as a host of the community that this is about. Where they answer in a direct chat, the platform does not
    /// say it: then it holds for a while what it said when this began.
    pub fn hosting(&self) -> Hosting {
        match self.role {
            Some(Role::Host) => Hosting::Yes,
            Some(Role::Member) => Hosting::No,
            None if self.now.since(self.begun_at) < ROLE_HOLDS => Hosting::Yes,
            None => Hosting::Unknown,
        }
    }

    /// The person's time zone, or a guess that can be asked about. "UTC" is what a machine says that was told nothing.
    pub fn known_zone(&self) -> Option<Tz> {
        let guess = || self.zone_guess.filter(|zone| *zone != Tz::UTC && zones::find(zone.name()).is_some());
        self.person.zone.or_else(guess)
    }

    /// The person's time zone, or the best guess at it.
    pub fn zone(&self) -> Tz {
        self.known_zone().unwrap_or(Tz::UTC)
    }

    /// A day, as a value for a text: with its year, where that is another than this.
    pub fn day(&self, day: NaiveDate) -> Arg {
        if day.year() == self.clocks().year() { Arg::Day(day) } else { Arg::Date(day) }
    }

    /// What the clocks show where the person is.
    pub fn clocks(&self) -> NaiveDateTime {
        zones::on_clocks(self.now, self.zone())
    }

    /// The slips in an English text. Where they are not known yet there are none, and the turn is taken anew when they are.
    pub fn slips_in(&self, text: &str) -> &[Slip] {
        match self.slips.get(text) {
            Some(slips) => slips,
            None => {
                self.wanted.borrow_mut().push(Need::Proofread(text.to_owned()));
                &[]
            }
        }
    }

    /// Picks one of `count` variants: the same one when the turn is taken again.
    pub fn pick(&self, count: u32) -> u32 {
        u32::try_from(self.seed % u64::from(count.max(1))).unwrap_or(0)
    }
}

/// Whether a command is carried out beside something else that is open in its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Aside {
    /// It is not: it may ask.
    No,
    /// It is.
    Yes,
}

/// Whether a person says something for the first time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Retake {
    /// They do.
    No,
    /// They correct what they said last.
    Yes,
}

/// What a flow answers to an event.
#[derive(Debug, PartialEq)]
pub struct Turn<S> {
    /// How it goes on.
    pub next: Next<S>,
    /// What is to be done.
    pub effects: Vec<Effect>,
}

/// How a flow goes on.
#[derive(Debug, PartialEq)]
pub enum Next<S> {
    /// It waits for an answer in this state.
    Wait(S),
    /// It waits for a moment that does not come again, such as the end of a clock that runs: there is no way back here.
    Pass(S),
    /// It is done but for a last offer: an answer is welcome, and any other command takes the place without being asked.
    Linger(S),
    /// It is done, and an answer stays welcome even when something else has taken the place.
    Stay(S),
    /// It is over.
    Done,
}

impl<S> Turn<S> {
    /// Waits in a state, having done this.
    pub fn wait(state: S, effects: impl IntoIterator<Item = Effect>) -> Self {
        Self { next: Next::Wait(state), effects: effects.into_iter().collect() }
    }

    /// Waits in a passing state, having done this.
    pub fn pass(state: S, effects: impl IntoIterator<Item = Effect>) -> Self {
        Self { next: Next::Pass(state), effects: effects.into_iter().collect() }
    }

    /// Lingers in a state, having done this.
    pub fn linger(state: S, effects: impl IntoIterator<Item = Effect>) -> Self {
        Self { next: Next::Linger(state), effects: effects.into_iter().collect() }
    }

    /// Stays in a state, having done this.
    pub fn stay(state: S, effects: impl IntoIterator<Item = Effect>) -> Self {
        Self { next: Next::Stay(state), effects: effects.into_iter().collect() }
    }

    /// Ends, having done this.
    pub fn done(effects: impl IntoIterator<Item = Effect>) -> Self {
        Self { next: Next::Done, effects: effects.into_iter().collect() }
    }

    fn map<T>(self, change: impl FnOnce(S) -> T) -> Turn<T> {
        let next = match self.next {
            Next::Wait(state) => Next::Wait(change(state)),
            Next::Pass(state) => Next::Pass(change(state)),
            Next::Linger(state) => Next::Linger(change(state)),
            Next::Stay(state) => Next::Stay(change(state)),
            Next::Done => Next::Done,
        };
        Turn { next, effects: self.effects }
    }
}

/// What can happen to a flow.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// The person wrote.
    Text(String),
    /// The person chose one of the choices that were offered.
    Choice(ChoiceId),
    /// The person sent a voice message of this length.
    Voice(Duration),
    /// The person sent a file. What is in it is in [`Cx::opened`], where the flow opens files.
    File(Sent),
    /// The person leaves this question out.
    Skip,
    /// A timer of the flow rang.
    Timer(TimerName),
}

/// Every flow.
pub const FLOWS: &[Entry] = &[
    entry::<start::Start>(),
    entry::<pitch::Practise>(),
    entry::<pitch::Build>(),
    entry::<pitch::History>(),
    entry::<mock::Mock>(),
    entry::<answer::Answers>(),
    entry::<questions::Questions>(),
    entry::<plan::Plans>(),
    entry::<contacts::Contacts>(),
    entry::<targets::Targets>(),
    entry::<outreach::Outreach>(),
    entry::<nights::Nights>(),
    entry::<feedback::Feedback>(),
    entry::<report::Report>(),
    entry::<guests::Guests>(),
    entry::<settings::Settings>(),
    entry::<nudges::Nudges>(),
];

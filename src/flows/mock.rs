//! `mock ask` and `mock report`: the learner asks, the bot plays the professional. First with whom, for how long and what about; then the
//! conversation, in free text; then what worked and what to sharpen.
//!
//! Sources: the learner leads (S0, S2); a purpose and things to learn beforehand (S0, S3, S4); only what was agreed (S0); ready at once, when
//! the phone is picked up (S3, S4).

mod call;
mod report;
mod setup;
mod talk;
mod which;

use super::{Cx, Effect, Event, Flow, Read, Record, Turn, goals};
use crate::chat::Message;
use crate::clock::Moment;
use crate::coach::guest::Memory;
use crate::commands::{CommandName, Invocation, UserError};
use crate::prompts::topics::Area;
use crate::store::interviews::{Plan, Timing};
use serde::{Deserialize, Serialize};

/// The flow.
#[derive(Debug)]
pub struct Mock;

/// What the person has said of the conversation they want.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wish {
    /// The guest's id.
    pub guest: Option<String>,
    /// How long.
    pub minutes: Option<u32>,
    /// How the time passes.
    pub timing: Timing,
    /// Whether it begins on the phone.
    pub start: Start,
    /// What is to be talked about. `None`: not asked yet.
    pub agreed: Option<Vec<Area>>,
    /// How many questions there are before the conversation.
    #[serde(default)]
    pub steps: u32,
}

/// How it begins.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Start {
    /// With the conversation that was agreed on.
    #[default]
    Conversation,
    /// With the phone call for an appointment.
    Call,
}

/// A conversation as it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Talk {
    /// What was agreed on.
    pub plan: Plan,
    /// When it began.
    pub began_at: Moment,
    /// What the guest remembers.
    pub memory: Memory,
    /// How many exchanges there were.
    pub number: u32,
    /// How many seconds of the time are used.
    pub used: u32,
    /// How many seconds there are in all.
    pub total: u32,
    /// Which signals were given.
    pub signals: u8,
    /// How many exchanges there were after the time was over.
    pub over: u8,
    /// What was said last, where it could not be understood: it may have been a piece of something longer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub piece: Option<Piece>,
}

/// Something that may have been a piece of something longer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Piece {
    /// The words.
    pub text: String,
    /// When they were said.
    pub at: Moment,
}

impl Piece {
    /// The words with those that came after them.
    pub(super) fn with(&self, text: &str) -> String {
        format!("{} {text}", self.text)
    }
}

/// Where it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "at", rename_all = "snake_case")]
pub enum State {
    /// With whom?
    Guest {
        /// What is known.
        wish: Wish,
    },
    /// For how long?
    Minutes {
        /// What is known.
        wish: Wish,
    },
    /// What about?
    Agreeing {
        /// What is known.
        wish: Wish,
    },
    /// What would they like to know?
    Goals {
        /// What is known.
        wish: Wish,
    },
    /// The phone was picked up.
    Calling {
        /// The conversation that follows.
        talk: Box<Talk>,
        /// What the learner has said so far.
        said: String,
    },
    /// They talk.
    Talking {
        /// The conversation.
        talk: Box<Talk>,
    },
    /// The guest asked which of two topics was meant.
    Which {
        /// The conversation.
        talk: Box<Talk>,
        /// The topics' ids.
        between: [String; 2],
        /// What the learner had said.
        said: String,
    },
    /// It is over, and was reported on.
    Told {
        /// The keys of what there was to sharpen.
        sharpened: Vec<String>,
    },
}

impl Flow for Mock {
    const NAME: &'static str = "mock";
    const TITLE: &'static str = "flow-mock";
    const VERSION: u32 = 1;
    const COMMANDS: &'static [CommandName] = &[CommandName::MockAsk, CommandName::MockReport];
    const READS: &'static [Read] = &[Read::LastInterview, Read::WeakPoints];
    type State = State;

    fn reads(state: &State) -> &'static [Read] {
        match state {
            State::Calling { .. } | State::Talking { .. } | State::Which { .. } => {
                &[Read::Interview, Read::WeakPoints, Read::Nudges]
            }
            State::Told { .. } => &[Read::LastInterview],
            _ => &[],
        }
    }

    fn hears(state: &State, text: &str) -> Vec<String> {
        match state {
            State::Goals { .. } => goals::in_text(text),
            State::Talking { talk } | State::Which { talk, .. } => {
                let together = talk.piece.as_ref().map(|piece| piece.with(text));
                std::iter::once(text.to_owned()).chain(together).collect()
            }
            _ => Vec::new(),
        }
    }

    fn start(cx: &Cx<'_>, call: &Invocation) -> Result<Turn<State>, UserError> {
        if call.command == CommandName::MockReport {
            return report::again(cx);
        }
        setup::begin(cx, call)
    }

    fn step(cx: &Cx<'_>, state: State, event: Event) -> Turn<State> {
        match (state, event) {
            (state, Event::Voice(_)) => refuse(state, "mock-no-voice"),
            (state, Event::File(_)) => refuse(state, "no-files-here"),
            (
                state @ (State::Guest { .. } | State::Minutes { .. } | State::Agreeing { .. } | State::Goals { .. }),
                event,
            ) => setup::step(cx, state, event),
            (State::Calling { talk, said }, Event::Text(text)) => call::hear(cx, *talk, &said, &text),
            (State::Talking { talk }, Event::Text(text)) => talk::hear(cx, *talk, &text),
            (State::Talking { talk }, Event::Choice(choice)) => talk::choose(cx, *talk, choice.as_str()),
            (State::Talking { talk }, Event::Timer(_)) => talk::ring(cx, *talk, None),
            (State::Which { talk, between, said }, Event::Choice(choice)) => {
                which::meant(cx, *talk, &between, choice.as_str(), &said)
            }
            (State::Which { talk, between, said }, Event::Text(text)) => {
                which::meant_in_words(cx, *talk, &between, &text, &said)
            }
            (State::Which { talk, between, said }, Event::Timer(_)) => talk::ring(cx, *talk, Some((between, said))),
            (State::Told { sharpened }, Event::Choice(choice)) => report::chosen(cx, sharpened, choice.as_str()),
            (state @ State::Told { .. }, _) => Turn::linger(state, [Effect::Say(Message::say("choose-one"))]),
            (state, Event::Timer(_)) => Turn::wait(state, []),
            (state, Event::Skip | Event::Choice(_)) => refuse(state, "cannot-skip"),
        }
    }

    fn stop(cx: &Cx<'_>, state: State) -> Vec<Effect> {
        match state {
            State::Talking { talk } | State::Which { talk, .. } if talk.number > 0 => report::on_stop(cx, &talk),
            // All that was said was taken back.
            State::Talking { talk } if cx.library.interview.is_some() => {
                vec![Effect::Record(Record::Interview(talk.interview())), Effect::Say(Message::say("stopped"))]
            }
            _ => vec![Effect::Say(Message::say("stopped"))],
        }
    }
}

/// Says why something will not do; everything stays as it is.
fn refuse(state: State, why: &'static str) -> Turn<State> {
    let is_told = matches!(state, State::Told { .. });
    let message = Message::say(why);
    if is_told {
        return Turn::linger(state, [Effect::Say(message)]);
    }
    Turn::wait(state, [Effect::Say(message)])
}

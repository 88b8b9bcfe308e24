//! `questions browse`, `questions check` and `questions add`: the bank of questions, a question of one's own, and those that hosts add for
//! their community.
//!
//! Sources: a list of questions prepared beforehand (S0 to S4), open ones (S2, S4), with what each reveals (S4), franker than in a job
//! interview (S2, S4).

mod add;
mod browse;
mod check;

pub use browse::shelves;
pub use check::Checked;
pub(super) use check::{LONGEST, checked, is_grave, to_sharpen};

use super::{Cx, Effect, Event, Flow, Read, Turn};
use crate::chat::Message;
use crate::commands::{CommandName, Invocation, UserError};
use crate::ids::CommunityId;
use crate::store::questions::Communal;
use serde::{Deserialize, Serialize};

/// The flow.
#[derive(Debug)]
pub struct Questions;

/// What is shown a page at a time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Shelf {
    /// The questions on a topic, by its id.
    Topic(String),
    /// The closing asks of any conversation.
    Closing,
    /// The person's own list.
    Own,
    /// The community's questions.
    Community,
}

/// Where it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "at", rename_all = "snake_case")]
pub enum State {
    /// What about?
    Which,
    /// A page is shown.
    Page {
        /// Of what.
        shelf: Shelf,
        /// Which page, from 0.
        page: usize,
        /// Whether the person is a host of the community that this was begun in.
        is_host: bool,
    },
    /// A question is awaited, to be judged.
    Checking,
    /// A question was judged.
    Told {
        /// The question.
        own: Box<Checked>,
        /// The keys of what there is to sharpen.
        sharpened: Vec<String>,
    },
    /// A question for the community is awaited.
    Adding {
        /// The community.
        community: CommunityId,
    },
    /// Shall it be added all the same?
    Doubted {
        /// The community.
        community: CommunityId,
        /// The question.
        added: Box<Communal>,
        /// The keys of what speaks against it.
        sharpened: Vec<String>,
    },
}

impl Flow for Questions {
    const NAME: &'static str = "questions";
    const TITLE: &'static str = "flow-questions";
    const VERSION: u32 = 1;
    const COMMANDS: &'static [CommandName] =
        &[CommandName::QuestionsBrowse, CommandName::QuestionsCheck, CommandName::QuestionsAdd];
    const READS: &'static [Read] = &[Read::OwnQuestions, Read::CommunityQuestions];
    type State = State;

    fn hears(_state: &State, text: &str) -> Vec<String> {
        vec![text.to_owned()]
    }

    fn hears_first(call: &Invocation) -> Vec<String> {
        call.texts().map(str::to_owned).collect()
    }

    fn start(cx: &Cx<'_>, call: &Invocation) -> Result<Turn<State>, UserError> {
        match call.command {
            CommandName::QuestionsCheck => Ok(check::begin(cx, call.text("question"))),
            CommandName::QuestionsAdd => add::begin(cx, call.text("question")),
            _ => Ok(browse::begin(cx, call.text("topic"))),
        }
    }

    fn step(cx: &Cx<'_>, state: State, event: Event) -> Turn<State> {
        match (state, event) {
            (state, Event::Voice(_)) => stay(state, "no-voice-here"),
            (state, Event::File(_)) => stay(state, "no-files-here"),
            (state, Event::Timer(_)) => Turn::wait(state, []),

            (State::Which, Event::Choice(choice)) => browse::open(cx, choice.as_str()),
            (State::Which, Event::Text(text)) => browse::find(cx, State::Which, &text),
            (State::Page { shelf, page, is_host }, Event::Choice(choice)) => {
                browse::chosen(cx, browse::Shown { shelf, page, is_host }, choice.as_str())
            }
            (state @ State::Page { .. }, Event::Text(text)) => browse::find(cx, state, &text),

            (State::Checking, Event::Text(text)) => check::judge(cx, &text),
            (State::Told { own, sharpened }, Event::Choice(choice)) => {
                check::chosen(cx, own, sharpened, choice.as_str())
            }
            (State::Told { .. }, Event::Text(text)) => check::judge(cx, &text),

            (State::Adding { community }, Event::Text(text)) => add::judge(cx, community, &text),
            (State::Doubted { community, added, sharpened }, Event::Choice(choice)) => {
                add::chosen(cx, community, added, sharpened, choice.as_str())
            }
            (State::Doubted { community, .. }, Event::Text(text)) => add::judge(cx, community, &text),

            (state @ (State::Checking | State::Adding { .. }), _) => stay(state, "cannot-skip"),
            (state, _) => stay(state, "choose-one"),
        }
    }
}

/// Says why something will not do; everything stays as it is.
fn stay(state: State, why: &'static str) -> Turn<State> {
    let said = [Effect::Say(Message::say(why))];
    match state {
        State::Which | State::Page { .. } | State::Told { .. } => Turn::linger(state, said),
        State::Checking | State::Adding { .. } | State::Doubted { .. } => Turn::wait(state, said),
    }
}

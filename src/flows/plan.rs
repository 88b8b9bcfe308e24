//! `questions plan`: a list of questions for a real meeting. First how long, with whom and when, what the learner wants to know, what they must
//! know about the working conditions, their own questions; then the plan, to be changed line by line, kept, taken as a file, and shown
//! again on the day.
//!
//! Sources: know what you want to learn (S0, S2, S3), for this person (S0); a list that fits the time (S0 to S4); nothing that a search tells
//! (S3); private needs (S4).

mod edit;
mod own;
mod setup;
mod show;

pub use show::on_the_day;

use super::{Cx, Effect, Event, Flow, Read, Turn, goals};
use crate::chat::Message;
use crate::coach::plan::Planned;
use crate::commands::{CommandName, Invocation, UserError};
use crate::store::interviews::Goal;
use crate::store::plans::{Meeting, Plan};
use serde::{Deserialize, Serialize};

/// The flow.
#[derive(Debug)]
pub struct Plans;

/// What is known of a plan that is being made.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// How long the meeting is.
    pub minutes: Option<u32>,
    /// With whom.
    pub whom: Option<String>,
    /// When.
    pub meeting: Option<Meeting>,
    /// What they want to know afterwards.
    pub goals: Vec<Goal>,
    /// The ids of the working conditions they must know about.
    pub needs: Vec<String>,
    /// Their own questions so far.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub own: Vec<Planned>,
    /// What of them a search would answer.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub find_out: Vec<String>,
    /// How many questions there are before the plan.
    pub steps: u32,
}

/// A plan that was made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Made {
    /// The plan.
    pub plan: Plan,
    /// The working conditions behind it.
    pub needs: Vec<String>,
    /// The questions of the bank that were exchanged for others.
    #[serde(default)]
    pub seen: Vec<String>,
    /// Its number, once it is kept.
    pub number: Option<u32>,
}

/// Where it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "at", rename_all = "snake_case")]
pub enum State {
    /// There are plans: one of those, or a new one?
    Before,
    /// How long?
    Minutes {
        /// What is known.
        draft: Draft,
    },
    /// With whom, and when?
    Whom {
        /// What is known.
        draft: Draft,
    },
    /// What would they like to know?
    Goals {
        /// What is known.
        draft: Draft,
    },
    /// What must they know about the working conditions?
    Needs {
        /// What is known.
        draft: Draft,
    },
    /// Questions of their own?
    Own {
        /// What is known.
        draft: Draft,
    },
    /// The plan is shown.
    Shown {
        /// The plan.
        made: Box<Made>,
    },
    /// Which line?
    Which {
        /// The plan.
        made: Box<Made>,
    },
    /// What is to be done with a line?
    Line {
        /// The plan.
        made: Box<Made>,
        /// Which line, from 0.
        line: usize,
    },
    /// A question is awaited: for a line, or for a new one.
    Writing {
        /// The plan.
        made: Box<Made>,
        /// Which line.
        line: Option<usize>,
    },
}

impl Flow for Plans {
    const NAME: &'static str = "question_plan";
    const TITLE: &'static str = "flow-plan";
    const VERSION: u32 = 1;
    const COMMANDS: &'static [CommandName] = &[CommandName::QuestionsPlan];
    const READS: &'static [Read] = &[Read::Plans, Read::OwnQuestions, Read::Nudges, Read::WeakPoints];
    type State = State;

    fn hears(state: &State, text: &str) -> Vec<String> {
        match state {
            State::Goals { .. } => goals::in_text(text),
            State::Own { .. } => own::questions_in(text),
            State::Writing { .. } => vec![text.to_owned()],
            _ => Vec::new(),
        }
    }

    fn start(cx: &Cx<'_>, call: &Invocation) -> Result<Turn<State>, UserError> {
        Ok(setup::begin(cx, call))
    }

    fn step(cx: &Cx<'_>, state: State, event: Event) -> Turn<State> {
        match (state, event) {
            (state, Event::Voice(_)) => stay(state, "no-voice-here"),
            (state, Event::File(_)) => stay(state, "no-files-here"),
            (state, Event::Timer(_)) => Turn::wait(state, []),
            (State::Before, Event::Choice(choice)) => setup::before(cx, choice.as_str()),
            (state @ State::Before, _) => stay(state, "choose-one"),
            (
                state @ (State::Minutes { .. }
                | State::Whom { .. }
                | State::Goals { .. }
                | State::Needs { .. }
                | State::Own { .. }),
                event,
            ) => setup::step(cx, state, event),
            (State::Shown { made }, Event::Choice(choice)) => edit::chosen(cx, *made, choice.as_str()),
            (State::Which { made }, Event::Choice(choice)) => edit::line_chosen(cx, *made, choice.as_str()),
            (State::Line { made, line }, Event::Choice(choice)) => edit::change(cx, *made, line, choice.as_str()),
            (State::Writing { made, line }, Event::Text(text)) => edit::written(cx, *made, line, &text),
            (State::Writing { made, .. } | State::Which { made } | State::Line { made, .. }, Event::Skip) => {
                show::again(cx, *made)
            }
            (state, _) => stay(state, "choose-one"),
        }
    }
}

/// Says why something will not do; everything stays as it is.
fn stay(state: State, why: &'static str) -> Turn<State> {
    let said = [Effect::Say(Message::say(why))];
    match &state {
        State::Shown { made } if made.number.is_some() => Turn::linger(state, said),
        _ => Turn::wait(state, said),
    }
}

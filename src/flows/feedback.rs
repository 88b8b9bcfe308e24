//! `night feedback`: what a guest and the observers noticed in a round, for whoever asked in it and nobody else; and the asker's own three
//! lines. Who sat with whom settles who may write to whom: the store looks at it as well.
//!
//! Sources: feedback that begins with what worked, at most three things to try next, each with words and a source (SPEC, section 3); what an
//! asker takes along, S4 on thinking back after a conversation (COACHING.md, section 1, 77).

mod give;
mod look;

use super::{Cx, Effect, Event, Flow, Read, Turn, nights};
use crate::chat::{Line, Message};
use crate::commands::{CommandName, Invocation, UserError, Value};
use crate::ids::NightId;
use crate::night::feedback::{Noticed, Round, SatAs};
use serde::{Deserialize, Serialize};

/// The flow.
#[derive(Debug)]
pub struct Feedback;

/// A round of a night.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Of {
    /// The night.
    pub night: NightId,
    /// The round's number.
    pub round: u32,
}

/// Where it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "at", rename_all = "snake_case")]
pub enum State {
    /// A guest or an observer: how was the next point?
    Mark {
        /// On which round.
        of: Of,
        /// What was said so far.
        marks: Vec<Noticed>,
    },
    /// In their own words?
    Words {
        /// On which round.
        of: Of,
        /// What they noticed.
        marks: Vec<Noticed>,
    },
    /// All is said: send it?
    Ready {
        /// On which round.
        of: Of,
        /// What they noticed.
        marks: Vec<Noticed>,
        /// In their own words.
        words: Option<String>,
    },
    /// The asker: the next line of reflection?
    Reflect {
        /// On which round.
        of: Of,
        /// The lines so far; an empty one where nothing was said.
        lines: Vec<String>,
    },
    /// The asker: read what others wrote?
    Unread {
        /// On which round.
        of: Of,
    },
}

impl Flow for Feedback {
    const NAME: &'static str = "feedback";
    const TITLE: &'static str = "flow-feedback";
    const VERSION: u32 = 1;
    const COMMANDS: &'static [CommandName] = &[CommandName::NightFeedback];
    const READS: &'static [Read] = &[Read::Rounds, Read::Nights];
    const FORGETS: bool = true;
    type State = State;

    fn start(cx: &Cx<'_>, call: &Invocation) -> Result<Turn<State>, UserError> {
        let round = meant(cx, call.text("night"), call.number("round"))?;
        // Roles can still change, and whoever asks now may be another in a minute.
        if round.runs {
            return Err(UserError::new("feedback-not-yet", [("round", round.number.into())]));
        }
        let goes_on = nights::goes_on(cx, &round.night, round.number);
        let said = goes_on.is_some().then(|| Line::say("feedback-goes-on"));
        let mut turn = match round.sat_as {
            SatAs::Asker => look::begin(round, said),
            _ => give::begin(cx, round, said)?,
        };
        turn.effects.splice(0..0, goes_on.into_iter().flatten());
        Ok(turn)
    }

    fn reads(_state: &State) -> &'static [Read] {
        &[Read::Rounds]
    }

    fn step(cx: &Cx<'_>, state: State, event: Event) -> Turn<State> {
        match (state, event) {
            (state, Event::Voice(_)) => Turn::wait(state, [Effect::Say(Message::say("no-voice-here"))]),
            (state, Event::File(_)) => Turn::wait(state, [Effect::Say(Message::say("no-files-here"))]),
            (state, Event::Timer(_)) => Turn::wait(state, []),
            (State::Mark { of, marks }, Event::Choice(choice)) => give::marked(cx, of, marks, choice.as_str()),
            (State::Mark { of, marks }, Event::Skip) => give::marked(cx, of, marks, "unseen"),
            (State::Words { of, marks }, Event::Text(typed)) => give::heard(cx, of, marks, &typed),
            (State::Words { of, marks }, Event::Skip | Event::Choice(_)) => give::ready(cx, of, marks, None),
            (State::Ready { of, marks, words }, Event::Choice(choice)) => {
                give::sent(cx, of, marks, words, choice.as_str())
            }
            (State::Reflect { of, lines }, Event::Text(typed)) => look::heard(cx, of, lines, &typed),
            (State::Reflect { of, lines }, Event::Choice(choice)) if choice.as_str() == look::OTHERS => {
                look::others(cx, of, lines)
            }
            (State::Reflect { of, lines }, Event::Skip | Event::Choice(_)) => look::heard(cx, of, lines, ""),
            (State::Unread { of }, Event::Choice(choice)) => look::read(cx, &of, choice.as_str()),
            (State::Unread { of }, _) => Turn::stay(State::Unread { of }, [Effect::Say(Message::say("choose-one"))]),
            (state, _) => Turn::wait(state, [Effect::Say(Message::say("choose-one"))]),
        }
    }

    fn stop(cx: &Cx<'_>, state: State) -> Vec<Effect> {
        vec![Effect::Say(Message::say(match state {
            State::Unread { .. } => "feedback-later",
            // What was noted before, and gone back to, stays.
            State::Reflect { of, .. } if find(cx, &of).is_some_and(|round| round.reflection.is_some()) => "unchanged",
            State::Reflect { .. } => "feedback-reflect-stop",
            State::Mark { .. } | State::Words { .. } | State::Ready { .. } => "feedback-stop",
        }))]
    }
}

/// The command that a press on a round's last message stands for.
pub fn asked(night: &NightId, round: u32) -> Option<Invocation> {
    let args = [("night", Value::Text(night.as_str().to_owned())), ("round", Value::Number(round))];
    let args = args.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
    Some(Invocation { command: CommandName::NightFeedback, args })
}

/// The round that somebody means: of that night, or of their last one; the latest that still waits for a word from them, or the latest.
fn meant<'a>(cx: &'a Cx<'_>, night: Option<&str>, number: Option<u32>) -> Result<&'a Round, UserError> {
    let last = cx.library.rounds.first().map(|round| round.night.as_str());
    let Some(night) = night.or(last) else { return Err(UserError::new("feedback-none", [])) };
    let of = || cx.library.rounds.iter().filter(|round| round.night.as_str() == night);
    match number {
        Some(number) => {
            let found = of().find(|round| round.number == number);
            found.ok_or_else(|| UserError::new("feedback-not-there", [("round", number.into())]))
        }
        None => {
            let open = of().find(|round| is_open(round) && !round.runs);
            let found = open.or_else(|| of().find(|round| !round.runs)).or_else(|| of().next());
            found.ok_or_else(|| UserError::new("feedback-none", []))
        }
    }
}

/// Whether it still waits for a word.
fn is_open(round: &Round) -> bool {
    match round.sat_as {
        SatAs::Asker => round.reflection.is_none(),
        _ => round.asker.is_some() && !round.given,
    }
}

/// The round, as it now is.
fn find<'a>(cx: &'a Cx<'_>, of: &Of) -> Option<&'a Round> {
    cx.library.rounds.iter().find(|round| round.night == of.night && round.number == of.round)
}

fn gone() -> Turn<State> {
    Turn::done([Effect::Say(Message::say("feedback-gone"))])
}

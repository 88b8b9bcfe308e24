//! The first meeting: language, time zone, the field the person is curious about, their purpose in one sentence; then the offer
//! of a first practice.
//!
//! Source: the purpose comes before any contact (S0).

use super::{Cx, Effect, Event, Flow, Record, Turn};
use crate::chat::{Arg, Choice, Field, Line, Message};
use crate::commands::{CommandName, Invocation, UserError};
use crate::ids::Locale;
use crate::{words, zones};
use serde::{Deserialize, Serialize};

/// The most characters of a field or a purpose: one sentence, with room.
const LONGEST_ANSWER: usize = 300;

/// The flow.
#[derive(Debug)]
pub struct Start;

/// Where it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "at", rename_all = "snake_case")]
pub enum State {
    /// Which language?
    Language,
    /// Is the guessed time zone right?
    ZoneGuess {
        /// The guess.
        zone: String,
    },
    /// Which time zone, then?
    Zone,
    /// Which field?
    Field,
    /// What for?
    Purpose,
    /// A first practice?
    Offer,
}

impl Flow for Start {
    const NAME: &'static str = "start";
    const TITLE: &'static str = "flow-start";
    const VERSION: u32 = 1;
    const COMMANDS: &'static [CommandName] = &[CommandName::Start];
    type State = State;

    fn start(_cx: &Cx<'_>, _call: &Invocation) -> Result<Turn<State>, UserError> {
        Ok(ask(State::Language, []))
    }

    fn step(cx: &Cx<'_>, state: State, event: Event) -> Turn<State> {
        match (state, event) {
            (State::Language, Event::Choice(choice)) => match choice.as_str().parse::<Locale>() {
                Ok(locale) => after_language(cx, [Effect::Record(Record::Locale(locale))]),
                Err(_) => ask(State::Language, []),
            },
            (State::Language, Event::Skip) => after_language(cx, []),
            (State::ZoneGuess { zone }, Event::Choice(choice)) => match zones::find(&zone) {
                Some(zone) if choice.as_str() == "yes" => ask(State::Field, [Effect::Record(Record::Zone(zone))]),
                _ => ask(State::Zone, []),
            },
            (state @ (State::ZoneGuess { .. } | State::Zone), Event::Text(typed)) => match zones::find(&typed) {
                Some(zone) => ask(State::Field, [Effect::Record(Record::Zone(zone))]),
                None => {
                    let typed = Arg::Words(words::shorten(&typed, 60));
                    let sentence = Line::with("start-zone-unknown", [("typed", typed)]);
                    Turn::wait(state, [Effect::Say(Message::of([sentence]))])
                }
            },
            (State::ZoneGuess { .. } | State::Zone, Event::Skip) => ask(State::Field, []),
            (State::Field, Event::Text(typed)) => {
                noted(State::Field, typed, |typed| (State::Purpose, Record::Field(typed)))
            }
            (State::Field, Event::Skip) => ask(State::Purpose, []),
            (State::Purpose, Event::Text(typed)) => match too_long(&typed) {
                Some(sentence) => Turn::wait(State::Purpose, [Effect::Say(sentence)]),
                None => offer("start-done", [Effect::Record(Record::Purpose(typed))]),
            },
            (State::Purpose, Event::Skip) => offer("start-done-nothing", []),
            (State::Offer, Event::Choice(choice)) if choice.as_str() == "yes" => {
                Turn::done([Effect::Begin(Invocation::of(CommandName::PitchPractise))])
            }
            (State::Offer, Event::Choice(_) | Event::Skip) => Turn::done([Effect::Say(Message::say("start-later"))]),
            (state @ State::Offer, _) => Turn::linger(state, [Effect::Say(Message::say("choose-one"))]),
            (state, Event::Voice(_)) => Turn::wait(state, [Effect::Say(Message::say("no-voice-here"))]),
            (state, Event::File(_)) => Turn::wait(state, [Effect::Say(Message::say("no-files-here"))]),
            (state, _) => Turn::wait(state, [Effect::Say(Message::say("choose-one"))]),
        }
    }
}

fn after_language<const N: usize>(cx: &Cx<'_>, effects: [Effect; N]) -> Turn<State> {
    match cx.known_zone() {
        Some(zone) => ask(State::ZoneGuess { zone: zone.name().to_owned() }, effects),
        None => ask(State::Zone, effects),
    }
}

/// Moves to a state and asks its question.
fn ask<const N: usize>(state: State, effects: [Effect; N]) -> Turn<State> {
    let question = match &state {
        State::Language => Message::say("start-language")
            .choices([Choice::new("en", "choice-english"), Choice::new("fr", "choice-french")]),
        State::ZoneGuess { zone } => Message::of([Line::with("start-zone-guess", [("zone", Arg::Name(zone.clone()))])])
            .choices([Choice::new("yes", "choice-zone-yes"), Choice::new("other", "choice-zone-other")])
            .awaiting_value(),
        State::Zone => Message::say("start-zone-ask").awaiting_value(),
        State::Field => Message::say("start-field")
            .awaiting_words()
            .form([Field::new("form-start-field", LONGEST_ANSWER), Field::new("form-start-purpose", LONGEST_ANSWER)]),
        State::Purpose => {
            Message::say("start-purpose").awaiting_words().form([Field::new("form-start-purpose", LONGEST_ANSWER)])
        }
        State::Offer => offer_question(),
    };
    Turn::wait(state, effects.into_iter().chain([Effect::Say(question)]))
}

fn noted(here: State, typed: String, go: impl FnOnce(String) -> (State, Record)) -> Turn<State> {
    if let Some(sentence) = too_long(&typed) {
        return Turn::wait(here, [Effect::Say(sentence)]);
    }
    let (next, record) = go(typed);
    ask(next, [Effect::Record(record)])
}

fn too_long(typed: &str) -> Option<Message> {
    let length = typed.chars().count();
    (length > LONGEST_ANSWER).then(|| {
        Message::of([Line::with("start-too-long", [("length", length.into()), ("most", LONGEST_ANSWER.into())])])
            .awaiting_words()
    })
}

fn offer<const N: usize>(thanks: &'static str, effects: [Effect; N]) -> Turn<State> {
    let question = offer_question().after([Line::say(thanks)]);
    Turn::linger(State::Offer, effects.into_iter().chain([Effect::Say(question)]))
}

fn offer_question() -> Message {
    Message::say("start-offer")
        .choices([Choice::new("yes", "choice-offer-yes"), Choice::new("later", "choice-offer-later")])
}

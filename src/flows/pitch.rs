//! The elevator pitch: `pitch practise`, `pitch build` and `pitch history`. To practise is an attempt, feedback, another attempt,
//! until one is kept; it can be said aloud against a clock.
//!
//! Sources: an introduction of 15 to 30 seconds (S4, S0, S2); practising aloud, slowly and clearly (S3), with a smile (S2).

mod build;
mod feedback;
mod history;
mod kept;

pub use build::Build;
pub use history::History;

use super::{Cx, Effect, Event, Flow, Read, Record, Retake, TimerName, Turn, sharpen};
use crate::chat::inbound::LONGEST_TEXT;
use crate::chat::{Arg, Choice, Line, Message};
use crate::clock::Moment;
use crate::coach::language::{self, Written};
use crate::coach::pitch::{self, TARGETS, USUAL_TARGET, word_budget};
use crate::commands::{CommandName, Invocation, UserError};
use crate::store::pitches::Attempt;
use crate::words;
use serde::{Deserialize, Serialize};
use std::time::Duration;

/// People type in pieces: what follows an attempt within this time may be more of it.
const MORE_OF_IT: Duration = Duration::from_secs(20);
/// Fewer words than these, written instead of a choice, are no new attempt.
const FEWEST_FOR_ATTEMPT: usize = 5;
/// Nobody speaks for so long: the person went away, and the clock means nothing.
const LONGEST_ALOUD: Duration = Duration::from_secs(300);
/// Fewer words than these are no pitch that anything could be said about.
const FEWEST_TO_HEAR: usize = 4;
/// Nobody says a pitch in less: it was a slip.
const SHORTEST_ALOUD: Duration = Duration::from_secs(3);
/// The timer that rings when the target is over.
const TIME_OVER: &str = "time_over";

/// The flow.
#[derive(Debug)]
pub struct Practise;

/// What every state carries.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Work {
    /// The target, in seconds.
    pub target: u32,
    /// How many attempts were made in this session.
    pub made: u32,
    /// The last one.
    pub last: Option<Attempt>,
}

/// What was said about an attempt: what can be asked about it, and when it was said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    /// The keys of the texts for A, B and C.
    pub sharpened: Vec<String>,
    /// When.
    pub at: Moment,
}

/// Where it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "at", rename_all = "snake_case")]
pub enum State {
    /// An attempt is awaited.
    Asked {
        /// The work so far.
        work: Work,
    },
    /// Feedback was given.
    Heard {
        /// The work so far.
        work: Work,
        /// The feedback.
        told: Told,
    },
    /// More words came soon after an attempt: do they belong to it?
    Joining {
        /// The work so far.
        work: Work,
        /// The feedback on what came before.
        told: Told,
        /// The further words.
        more: String,
    },
    /// A version was kept: shall the bot come back?
    Kept {
        /// Its words, where it was typed.
        words: Option<String>,
    },
    /// The person is saying it aloud.
    Aloud {
        /// The work so far.
        work: Work,
        /// The feedback before that.
        told: Told,
        /// Since when.
        since: Moment,
    },
}

impl Flow for Practise {
    const NAME: &'static str = "pitch_practise";
    const TITLE: &'static str = "flow-pitch";
    const VERSION: u32 = 1;
    const COMMANDS: &'static [CommandName] = &[CommandName::PitchPractise];
    type State = State;

    fn reads(state: &State) -> &'static [Read] {
        match state {
            State::Kept { .. } => &[Read::Nudges],
            _ => &[Read::LastPitch, Read::PitchCount],
        }
    }

    fn start(_cx: &Cx<'_>, call: &Invocation) -> Result<Turn<State>, UserError> {
        let chosen = call.number("seconds");
        let work = Work { target: chosen.unwrap_or(USUAL_TARGET), made: 0, last: None };
        let mut question = Message::of([Line::with("pitch-ask", numbers(work.target))]).awaiting_words();
        if chosen.is_none() {
            question.lines.push(Line::say("pitch-ask-target"));
            question = question.choices(TARGETS.map(|target| Choice::number(target, "choice-seconds")));
        }
        Ok(Turn::wait(State::Asked { work }, [Effect::Say(question)]))
    }

    fn step(cx: &Cx<'_>, state: State, event: Event) -> Turn<State> {
        match (state, event) {
            (State::Joining { work, told, more }, Event::Voice(_)) => {
                join_question(State::Joining { work, told, more }, Some("pitch-join-first"))
            }
            (State::Kept { words }, Event::Choice(choice)) => kept::come_back(cx, words, choice.as_str()),
            (State::Kept { words }, Event::Skip) => kept::come_back(cx, words, "no"),
            (state @ State::Kept { .. }, Event::Voice(_)) => {
                Turn::linger(state, [Effect::Say(Message::say("voice-when-practising"))])
            }
            (state @ State::Kept { .. }, Event::Timer(_)) => Turn::linger(state, []),
            (state @ State::Kept { .. }, _) => Turn::linger(state, [Effect::Say(Message::say("choose-one"))]),

            (State::Asked { work } | State::Heard { work, .. } | State::Aloud { work, .. }, Event::Voice(spoken)) => {
                hear_voice(cx, work, spoken)
            }
            (state @ State::Asked { .. }, Event::Skip) => Turn::wait(state, [Effect::Say(Message::say("cannot-skip"))]),
            (state, Event::File(_)) => Turn::wait(state, [Effect::Say(Message::say("no-files-here"))]),

            (State::Asked { work }, Event::Text(text)) => hear(cx, work, text),
            (State::Asked { work }, Event::Choice(choice)) => match choice.as_str().parse() {
                Ok(target) if TARGETS.contains(&target) => {
                    let message = Message::of([Line::with("pitch-target-changed", numbers(target))]).awaiting_words();
                    Turn::wait(State::Asked { work: Work { target, ..work } }, [Effect::Say(message)])
                }
                _ => Turn::wait(State::Asked { work }, [Effect::Say(Message::say("choose-one"))]),
            },

            (State::Heard { work, told }, Event::Text(text)) => heard_more(cx, work, told, text),
            (State::Heard { work, told }, Event::Choice(choice)) => chosen(cx, work, told, choice.as_str()),
            (state @ State::Heard { .. }, Event::Skip) => {
                Turn::wait(state, [Effect::Say(Message::say("pitch-choose"))])
            }

            (State::Joining { work, told, more }, Event::Text(text)) => {
                let together = format!("{more} {text}");
                match too_long(&work, &together) {
                    Some(sentence) => Turn::wait(State::Joining { work, told, more }, [Effect::Say(sentence)]),
                    None => join_question(State::Joining { work, told, more: together }, None),
                }
            }
            (State::Joining { work, told, more }, Event::Choice(choice)) => match choice.as_str() {
                "add" => hear_added(cx, work, &more),
                "new" => hear(cx, work, more),
                _ => look_back(cx, work, told),
            },
            (State::Joining { work, told, .. }, Event::Skip) => look_back(cx, work, told),

            (State::Aloud { work, .. }, Event::Text(text)) if words::count(&text) >= FEWEST_FOR_ATTEMPT => {
                let mut turn = hear(cx, work, text);
                turn.effects.push(stop_clock());
                turn
            }
            (State::Aloud { work, told, since }, Event::Timer(_)) => {
                let message = Message::of([Line::with("pitch-aloud-time", [("target", work.target.into())])])
                    .choices([Choice::new("done", "choice-aloud-done")])
                    .awaiting_words();
                Turn::pass(State::Aloud { work, told, since }, [Effect::Say(message)])
            }
            (State::Aloud { work, told, since }, _) => said_aloud(cx, work, told, since),

            // A timer that rings after its moment has nothing to say.
            (state, Event::Timer(_)) => Turn::wait(state, []),
        }
    }
}

/// The target, and the words it holds.
fn numbers(target: u32) -> [(&'static str, Arg); 2] {
    [("target", target.into()), ("budget", word_budget(target).into())]
}

fn ask_again(cx: &Cx<'_>, work: Work) -> Turn<State> {
    let line =
        Line::with("pitch-ask-again", [("number", next_number(cx, &work).into()), ("target", work.target.into())]);
    Turn::wait(State::Asked { work }, [Effect::Say(Message::of([line]).awaiting_words())])
}

/// A typed attempt.
fn hear(cx: &Cx<'_>, work: Work, text: String) -> Turn<State> {
    let number = next_number(cx, &work);
    hear_as(cx, work, text, number)
}

/// The number of the next attempt. A corrected one takes the number of the one it corrects; one after `back` does not, so that
/// nothing that was said is lost.
fn next_number(cx: &Cx<'_>, work: &Work) -> u32 {
    match cx.retake {
        Retake::Yes => work.made + 1,
        Retake::No => work.made.max(cx.library.pitch_count) + 1,
    }
}

/// The sentence for an attempt that would grow beyond what is read at a time.
fn too_long(work: &Work, more: &str) -> Option<Message> {
    let before = work.last.as_ref().and_then(|attempt| attempt.text.as_deref()).unwrap_or_default();
    let length = before.chars().count() + more.chars().count();
    (length > LONGEST_TEXT).then(|| UserError::too_long(length).into_message())
}

/// More words for the last attempt: it is heard anew, as one.
fn hear_added(cx: &Cx<'_>, work: Work, more: &str) -> Turn<State> {
    let before = work.last.as_ref().and_then(|attempt| attempt.text.clone()).unwrap_or_default();
    let number = work.made.max(1);
    hear_as(cx, work, format!("{before} {more}").trim().to_owned(), number)
}

fn hear_as(cx: &Cx<'_>, work: Work, text: String, number: u32) -> Turn<State> {
    let too_little = match words::count(&text) {
        0 => Some("pitch-no-words"),
        1..FEWEST_TO_HEAR => Some("pitch-too-little"),
        _ => None,
    };
    if let Some(sentence) = too_little {
        return Turn::wait(State::Asked { work }, [Effect::Say(Message::say(sentence).awaiting_words())]);
    }
    let Written::In(written) = language::of(&text, cx.locale) else {
        return Turn::wait(State::Asked { work }, [Effect::Say(Message::say("pitch-other-script").awaiting_words())]);
    };
    let review = pitch::review(cx.prompts.pitch_rules(written), &text, work.target);
    let attempt = Attempt {
        number,
        at: cx.now,
        target: work.target,
        text: Some(text),
        words: u32::try_from(review.words).ok(),
        spoken_ms: None,
        parts: review.parts.keys().map(|part| part.as_str()).collect::<Vec<_>>().join(","),
        cut: None,
    };
    // An attempt that is heard anew is compared with the one before it, not with itself.
    let before = work.last.as_ref().filter(|last| last.number < number).or(cx.library.last_pitch.as_ref());
    let (message, sharpened) = feedback::on_words(cx, &attempt, &review, before);
    let told = Told { sharpened, at: cx.said_at };
    let work = Work { target: work.target, made: number, last: Some(attempt.clone()) };
    Turn::wait(State::Heard { work, told }, [Effect::Record(Record::PitchAttempt(attempt)), Effect::Say(message)])
}

/// A spoken attempt.
fn hear_voice(cx: &Cx<'_>, work: Work, spoken: Duration) -> Turn<State> {
    let attempt = Attempt {
        number: next_number(cx, &work),
        at: cx.now,
        target: work.target,
        text: None,
        words: None,
        spoken_ms: u32::try_from(spoken.as_millis()).ok(),
        parts: String::new(),
        cut: None,
    };
    let before = work.last.as_ref().or(cx.library.last_pitch.as_ref());
    let message = feedback::on_voice(cx, &attempt, spoken, before);
    let told = Told { sharpened: Vec::new(), at: cx.said_at };
    let work = Work { target: work.target, made: attempt.number, last: Some(attempt.clone()) };
    Turn::wait(
        State::Heard { work, told },
        [stop_clock(), Effect::Record(Record::PitchAttempt(attempt)), Effect::Say(message)],
    )
}

/// Words after the feedback: more of the same, a new attempt, or neither.
fn heard_more(cx: &Cx<'_>, work: Work, told: Told, text: String) -> Turn<State> {
    let typed_before = work.last.as_ref().is_some_and(|attempt| attempt.text.is_some());
    if typed_before && cx.said_at.since(told.at) <= MORE_OF_IT {
        return match too_long(&work, &text) {
            Some(sentence) => Turn::wait(State::Heard { work, told }, [Effect::Say(sentence)]),
            None => join_question(State::Joining { work, told, more: text }, None),
        };
    }
    if words::count(&text) >= FEWEST_FOR_ATTEMPT {
        return hear(cx, work, text);
    }
    Turn::wait(State::Heard { work, told }, [Effect::Say(Message::say("pitch-choose"))])
}

fn join_question(state: State, first: Option<&'static str>) -> Turn<State> {
    let more = match &state {
        State::Joining { more, .. } => Some(Line::Quote(more.clone())),
        _ => None,
    };
    let question = Message::of(first.map(Line::say).into_iter().chain([Line::say("pitch-join")]).chain(more))
        .choices([
            Choice::new("add", "choice-join-add"),
            Choice::new("new", "choice-join-new"),
            Choice::new("leave", "choice-join-leave"),
        ])
        .awaiting_words();
    Turn::wait(state, [Effect::Say(question)])
}

/// Back to the feedback that was given, with its choices.
fn look_back(cx: &Cx<'_>, work: Work, told: Told) -> Turn<State> {
    let message = feedback::choices(cx, Message::default(), told.sharpened.len());
    Turn::wait(State::Heard { work, told }, [Effect::Say(message)])
}

fn chosen(cx: &Cx<'_>, work: Work, told: Told, choice: &str) -> Turn<State> {
    match choice {
        "again" => ask_again(cx, work),
        "keep" => kept::keep(cx, work),
        "aloud" => {
            let message = Message::of([Line::with("pitch-aloud", [("target", work.target.into())])])
                .choices([Choice::new("done", "choice-aloud-done")])
                .awaiting_words();
            let over = cx.now + Duration::from_secs(u64::from(work.target));
            let ring = Effect::Schedule(TimerName(TIME_OVER.to_owned()), over);
            Turn::pass(State::Aloud { work, told, since: cx.said_at }, [ring, Effect::Say(message)])
        }
        source => {
            let Some(key) = sharpen::chosen(&told.sharpened, source) else {
                return look_back(cx, work, told);
            };
            let message = sharpen::who_says_so(cx, key);
            Turn::wait(State::Heard { work, told }, [Effect::Say(message)])
        }
    }
}

fn stop_clock() -> Effect {
    Effect::Cancel(TimerName(TIME_OVER.to_owned()))
}

fn said_aloud(cx: &Cx<'_>, work: Work, told: Told, since: Moment) -> Turn<State> {
    let took = cx.said_at.since(since);
    let line = if took > LONGEST_ALOUD {
        Line::say("pitch-aloud-lost")
    } else if took < SHORTEST_ALOUD {
        Line::say("pitch-aloud-slip")
    } else {
        Line::with(
            "pitch-aloud-took",
            [
                ("seconds", Arg::Number(i64::try_from(took.as_secs()).unwrap_or(0))),
                ("target", work.target.into()),
                ("length", Arg::Name(pitch::spoken_length(took, work.target).as_str().to_owned())),
            ],
        )
    };
    let message = feedback::choices(cx, Message::of([line, Line::Gap]), told.sharpened.len());
    Turn::wait(State::Heard { work, told }, [stop_clock(), Effect::Say(message)])
}

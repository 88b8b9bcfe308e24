//! `mock answer`: the other chair. The bot asks what guests and contacts like to ask back, one at a time, once more for what is missing; then it
//! says what landed and what to sharpen.
//!
//! Sources: be prepared to talk about yourself (S0, S2); 15 to 30 seconds for an introduction (S4); a meeting for information, not for a job
//! (S2, S4).

mod feedback;
mod queue;

use super::{Cx, Effect, Event, Flow, Read, Turn, weak};
use crate::chat::inbound::LONGEST_TEXT;
use crate::chat::{Arg, Choice, Field, Line, Message};
use crate::clock::Moment;
use crate::coach::answer::{FollowUp, Review, review};
use crate::coach::language::{self, Written};
use crate::coach::weak::{Drill, WeakPoint, Went};
use crate::commands::{CommandName, Invocation, UserError};
use crate::flows::sharpen::{self, who_says_so};
use crate::prompts::answers::Asked;
use crate::words;
use serde::{Deserialize, Serialize};
use std::time::Duration;

/// How many questions are asked where nobody says how many.
const USUAL: u32 = 3;
/// People type in pieces: what follows an answer within this time may be more of it.
const MORE_OF_IT: Duration = Duration::from_secs(20);
/// Fewer words than these, written instead of a choice, are no new answer.
const FEWEST_FOR_ANSWER: usize = 5;

/// The flow.
#[derive(Debug)]
pub struct Answers;

/// What every state carries.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Work {
    /// The ids of the questions of this round.
    pub queue: Vec<String>,
    /// Which of them it is about.
    pub at: usize,
    /// How many answers there were in this session.
    pub made: u32,
    /// What was weak before it.
    pub before: Vec<WeakPoint>,
    /// The questions that were answered, and whether it went well.
    pub went: Vec<(String, bool)>,
}

/// Where it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "at", rename_all = "snake_case")]
pub enum State {
    /// An answer is awaited.
    Asked {
        /// The round.
        work: Work,
    },
    /// It was asked once more.
    Followed {
        /// The round.
        work: Work,
        /// What was said.
        said: String,
        /// What was asked for.
        follow: FollowUp,
    },
    /// Feedback was given.
    Told {
        /// The round.
        work: Work,
        /// What was said.
        said: String,
        /// The keys of what there is to sharpen.
        sharpened: Vec<String>,
        /// When.
        told_at: Moment,
    },
    /// More words came soon after: do they belong to it?
    Joining {
        /// The round.
        work: Work,
        /// What was said.
        said: String,
        /// The keys of what there is to sharpen.
        sharpened: Vec<String>,
        /// The further words.
        more: String,
    },
}

impl Work {
    fn asked<'a>(&self, cx: &'a Cx<'_>) -> Option<&'a Asked> {
        cx.prompts.answers.named(self.queue.get(self.at)?)
    }

    fn is_last(&self) -> bool {
        self.at + 1 >= self.queue.len()
    }

    /// How each question went, the last time it was answered.
    fn went(&self) -> Vec<(String, Went)> {
        let went = |(id, well): &(String, bool)| (id.clone(), if *well { Went::Well } else { Went::Badly });
        self.went.iter().map(went).collect()
    }
}

impl Flow for Answers {
    const NAME: &'static str = "mock_answer";
    const TITLE: &'static str = "flow-answer";
    const VERSION: u32 = 1;
    const COMMANDS: &'static [CommandName] = &[CommandName::MockAnswer];
    const READS: &'static [Read] = &[Read::WeakPoints, Read::Answered, Read::Nudges];
    type State = State;

    fn start(cx: &Cx<'_>, call: &Invocation) -> Result<Turn<State>, UserError> {
        let count = usize::try_from(call.number("count").unwrap_or(USUAL)).unwrap_or(1);
        let work = Work {
            queue: queue::round(cx, count),
            at: 0,
            made: 0,
            before: cx.library.weak_points.clone(),
            went: Vec::new(),
        };
        let mut turn = ask(cx, work);
        // Whoever has sat here before knows how it goes.
        if let [Effect::Say(first)] = turn.effects.as_mut_slice()
            && cx.library.answered.is_empty()
        {
            *first = std::mem::take(first).after([Line::say("answer-intro"), Line::Gap]);
        }
        Ok(turn)
    }

    fn step(cx: &Cx<'_>, state: State, event: Event) -> Turn<State> {
        match (state, event) {
            (state, Event::Voice(_)) => stay(state, "answer-no-voice"),
            (state, Event::File(_)) => stay(state, "no-files-here"),
            (state, Event::Timer(_)) => Turn::wait(state, []),

            (State::Asked { work }, Event::Text(text)) => hear(cx, work, text),
            (State::Asked { work }, Event::Choice(choice)) if choice.as_str() == "hint" => {
                let line = work.asked(cx).map(|asked| feedback::hint(cx, asked));
                Turn::wait(State::Asked { work }, line.map(|line| Effect::Say(Message::of([line]))))
            }
            (State::Asked { work }, _) => next(cx, work),

            (State::Followed { work, said, follow }, Event::Text(text)) => {
                // The short version stands for itself; what was missing is added to what was there.
                let is_short_version = follow == FollowUp::Shorter && words::count(&text) >= FEWEST_FOR_ANSWER;
                let whole = match follow {
                    FollowUp::Shorter if is_short_version => text,
                    FollowUp::Shorter => said.clone(),
                    FollowUp::Longer | FollowUp::For(_) => joined(&said, &text),
                };
                if whole.chars().count() > LONGEST_TEXT {
                    return too_long(State::Followed { work, said, follow }, &whole);
                }
                tell(cx, work, whole)
            }
            (State::Followed { work, said, .. }, _) => tell(cx, work, said),

            (State::Told { work, said, sharpened, told_at }, Event::Choice(choice)) => match choice.as_str() {
                "next" => next(cx, work),
                "again" => ask(cx, work),
                "round" => Turn::done([Effect::Begin(Invocation::of(CommandName::MockAnswer))]),
                source => {
                    let key = sharpen::chosen(&sharpened, source).cloned();
                    let state = State::Told { work, said, sharpened, told_at };
                    match key {
                        Some(key) => told(state, [Effect::Say(who_says_so(cx, &key))]),
                        None => stay(state, "choose-one"),
                    }
                }
            },
            (State::Told { work, said, sharpened, told_at }, Event::Text(more)) => {
                if cx.said_at.since(told_at) <= MORE_OF_IT {
                    return join(State::Joining { work, said, sharpened, more });
                }
                if words::count(&more) >= FEWEST_FOR_ANSWER {
                    return hear(cx, work, more);
                }
                stay(State::Told { work, said, sharpened, told_at }, "choose-one")
            }
            (State::Told { work, .. }, Event::Skip) => next(cx, work),

            (State::Joining { work, said, sharpened, more }, Event::Text(text)) => {
                let whole = format!("{more} {text}");
                if whole.chars().count() + said.chars().count() > LONGEST_TEXT {
                    return too_long(State::Joining { work, said, sharpened, more }, &whole);
                }
                join(State::Joining { work, said, sharpened, more: whole })
            }
            (State::Joining { work, said, sharpened, more }, Event::Choice(choice)) => match choice.as_str() {
                "add" => tell(cx, work, joined(&said, &more)),
                "new" => hear(cx, work, more),
                _ => look_back(cx, work, said, sharpened),
            },
            (State::Joining { work, said, sharpened, .. }, Event::Skip) => look_back(cx, work, said, sharpened),
        }
    }
}

/// Says why something will not do; everything stays as it is.
fn stay(state: State, why: &'static str) -> Turn<State> {
    told(state, [Effect::Say(Message::say(why))])
}

/// Stays where it is: after the last feedback of a round anything else may take its place.
fn told(state: State, effects: impl IntoIterator<Item = Effect>) -> Turn<State> {
    match &state {
        State::Told { work, .. } if work.is_last() => Turn::linger(state, effects),
        _ => Turn::wait(state, effects),
    }
}

fn too_long(state: State, text: &str) -> Turn<State> {
    Turn::wait(state, [Effect::Say(UserError::too_long(text.chars().count()).into_message())])
}

/// Asks the question that it is at.
fn ask(cx: &Cx<'_>, work: Work) -> Turn<State> {
    let Some(asked) = work.asked(cx) else {
        return Turn::done([Effect::Say(Message::say("answer-none"))]);
    };
    let question = Arg::Name(asked.spoken(cx.locale).ask.clone());
    let line = Line::with(
        "answer-ask",
        [("step", (work.at + 1).into()), ("steps", work.queue.len().into()), ("question", question)],
    );
    let message = Message::of([line])
        .choices([Choice::new("hint", "choice-answer-hint"), Choice::new("skip", "choice-answer-skip")])
        .awaiting_words()
        .form([Field::new("form-spoken-answer", LONGEST_TEXT)]);
    Turn::wait(State::Asked { work }, [Effect::Say(message)])
}

/// Asks it again, after a line that says why.
fn ask_why(cx: &Cx<'_>, work: Work, why: &'static str) -> Turn<State> {
    let mut turn = ask(cx, work);
    if let Some(Effect::Say(question)) = turn.effects.first_mut() {
        *question = std::mem::take(question).after([Line::say(why)]);
    }
    turn
}

/// Asks the next question of the round.
fn next(cx: &Cx<'_>, mut work: Work) -> Turn<State> {
    if work.is_last() {
        let (noted, comes_back) = weak::note(cx, &work.before, Drill::Answer, &work.went());
        let lines = comes_back.into_iter().chain([Line::say("answer-round-over")]);
        return Turn::done(noted.into_iter().chain([Effect::Say(Message::of(lines))]));
    }
    work.at += 1;
    ask(cx, work)
}

/// What there is to see in an answer.
fn reviewed(cx: &Cx<'_>, asked: &Asked, text: &str) -> Option<Review> {
    let Written::In(locale) = language::of(text, cx.locale) else { return None };
    Some(review(asked, cx.prompts.answers.signs(locale), &cx.prompts.question_rules(locale).job_ask, text))
}

/// An answer: it is asked once more for what is missing, or else told what there is to say.
fn hear(cx: &Cx<'_>, work: Work, text: String) -> Turn<State> {
    let Some(asked) = work.asked(cx) else { return next(cx, work) };
    if words::count(&text) == 0 {
        return ask_why(cx, work, "answer-no-words");
    }
    let Some(review) = reviewed(cx, asked, &text) else {
        return ask_why(cx, work, "answer-other-script");
    };
    let Some(follow) = review.follow_up() else { return tell(cx, work, text) };
    let spoken = asked.spoken(cx.locale);
    let question = match follow {
        FollowUp::Longer => Some(&spoken.longer),
        FollowUp::Shorter => Some(&spoken.shorter),
        FollowUp::For(part) => spoken.follow.get(&part),
    };
    let Some(question) = question else { return tell(cx, work, text) };
    let line = Line::with("answer-follow", [("question", Arg::Name(question.clone()))]);
    let message = Message::of([line])
        .choices([Choice::new("leave", "choice-answer-leave")])
        .awaiting_words()
        .form([Field::new("form-spoken-answer", LONGEST_TEXT)]);
    Turn::wait(State::Followed { work, said: text, follow }, [Effect::Say(message)])
}

/// Says what landed and what to sharpen, and notes how it went.
fn tell(cx: &Cx<'_>, work: Work, said: String) -> Turn<State> {
    let Some(asked) = work.asked(cx) else { return next(cx, work) };
    match reviewed(cx, asked, &said) {
        Some(review) => feedback::tell(cx, asked, work.clone(), said, &review),
        None => ask_why(cx, work, "answer-other-script"),
    }
}

/// Two pieces of an answer as one, each its own sentence.
fn joined(said: &str, more: &str) -> String {
    let ends = said.trim_end().ends_with(['.', '!', '?', '…', ',', ';', ':']);
    format!("{}{} {more}", said.trim_end(), if ends { "" } else { "." })
}

fn join(state: State) -> Turn<State> {
    let more = match &state {
        State::Joining { more, .. } => Some(Line::Quote(more.clone())),
        _ => None,
    };
    let question = Message::of([Line::say("answer-join")].into_iter().chain(more))
        .choices([
            Choice::new("add", "choice-join-add"),
            Choice::new("new", "choice-join-new"),
            Choice::new("leave", "choice-join-leave"),
        ])
        .awaiting_words();
    Turn::wait(state, [Effect::Say(question)])
}

/// Back to the feedback that was given, with its choices.
fn look_back(cx: &Cx<'_>, work: Work, said: String, sharpened: Vec<String>) -> Turn<State> {
    let message = Message::of([Line::say("answer-next")]);
    let message = feedback::choices(message, &work, sharpened.len());
    told(State::Told { work, said, sharpened, told_at: cx.said_at }, [Effect::Say(message)])
}

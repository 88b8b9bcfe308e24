//! `pitch build`: the parts of a pitch one at a time, then the whole in three cuts.
//!
//! Sources: who you are, what you bring, what you want to learn, why this person, a small ask (S4, S0, S2); known before the
//! conversation (S0, S3).

use super::feedback::part_key;
use super::kept::{come_back, offer_to_come_back};
use crate::chat::{Arg, Choice, ChoiceId, Field, Line, Message};
use crate::coach::build::{Cut, Cutting, LONGEST_MESSAGE, Said, cuttings};
use crate::coach::language::{self, Written};
use crate::coach::pitch::{self, Kind, USUAL_TARGET};
use crate::commands::{CommandName, Invocation, UserError};
use crate::flows::{Cx, Effect, Event, Flow, Read, Record, Turn};
use crate::ids::Locale;
use crate::prompts::pitch_rules::Part;
use crate::store::pitches::Attempt;
use crate::words;
use serde::{Deserialize, Serialize};

/// The longest answer, in characters.
const LONGEST_ANSWER: usize = 400;

/// The flow.
#[derive(Debug)]
pub struct Build;

/// Where it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "at", rename_all = "snake_case")]
pub enum State {
    /// A part is awaited, one after the other.
    Asking {
        /// Which.
        part: Part,
        /// What was said so far.
        said: Said,
    },
    /// The cuts were shown.
    Shown {
        /// What was said.
        said: Said,
    },
    /// Which part is to be changed?
    Which {
        /// What was said.
        said: Said,
    },
    /// A part is awaited anew.
    Changing {
        /// Which.
        part: Part,
        /// What was said.
        said: Said,
    },
    /// The cuts were kept: shall the bot come back?
    Kept {
        /// The one to be said.
        words: Option<String>,
    },
}

impl Flow for Build {
    const NAME: &'static str = "pitch_build";
    const TITLE: &'static str = "flow-pitch-build";
    const VERSION: u32 = 1;
    const COMMANDS: &'static [CommandName] = &[CommandName::PitchBuild];
    const READS: &'static [Read] = &[Read::Nudges];
    type State = State;

    fn start(_cx: &Cx<'_>, _call: &Invocation) -> Result<Turn<State>, UserError> {
        let mut turn = ask(Part::Who, Said::new());
        if let Some(Effect::Say(question)) = turn.effects.first_mut() {
            question.lines.insert(0, Line::say("pitch-build-begin"));
        }
        Ok(turn)
    }

    fn step(cx: &Cx<'_>, state: State, event: Event) -> Turn<State> {
        match (state, event) {
            (State::Asking { part, said }, Event::Text(typed)) => match answer(&typed) {
                Ok(answer) => after(cx, part, with(said, part, answer)),
                Err(sentence) => Turn::wait(State::Asking { part, said }, [Effect::Say(sentence)]),
            },
            (State::Asking { part, said }, Event::Skip) => after(cx, part, said),
            (State::Changing { part, said }, Event::Text(typed)) => match answer(&typed) {
                Ok(answer) => show(cx, with(said, part, answer)),
                Err(sentence) => Turn::wait(State::Changing { part, said }, [Effect::Say(sentence)]),
            },
            (State::Changing { part, mut said }, Event::Choice(_)) => {
                said.remove(&part);
                show(cx, said)
            }
            (State::Changing { said, .. } | State::Which { said }, Event::Skip) => show(cx, said),
            (State::Shown { said }, Event::Choice(choice)) => match choice.as_str() {
                "keep" => keep(cx, &said),
                _ => which(said),
            },
            (State::Shown { said }, Event::Skip) => {
                Turn::wait(State::Shown { said }, [Effect::Say(Message::say("pitch-build-choose"))])
            }
            (State::Which { said }, Event::Choice(choice)) => {
                match Part::ALL.into_iter().find(|part| part.as_str() == choice.as_str()) {
                    Some(part) => change(part, said),
                    None => which(said),
                }
            }
            (State::Kept { words }, Event::Choice(choice)) => come_back(cx, words, choice.as_str()),
            (State::Kept { words }, Event::Skip) => come_back(cx, words, "no"),
            (state @ State::Kept { .. }, _) => Turn::linger(state, [Effect::Say(Message::say("choose-one"))]),
            (state, Event::Voice(_)) => Turn::wait(state, [Effect::Say(Message::say("no-voice-here"))]),
            (state, Event::File(_)) => Turn::wait(state, [Effect::Say(Message::say("no-files-here"))]),
            (state, _) => Turn::wait(state, []),
        }
    }

    fn stop(_cx: &Cx<'_>, state: State) -> Vec<Effect> {
        match state {
            State::Asking { said, .. }
            | State::Shown { said }
            | State::Which { said }
            | State::Changing { said, .. } => leave(&said),
            State::Kept { .. } => vec![Effect::Say(Message::say("pitch-come-back-not"))],
        }
    }
}

/// What the person has so far, to begin again with.
fn leave(said: &Said) -> Vec<Effect> {
    let lines = [Line::say(if said.is_empty() { "unchanged" } else { "pitch-build-stopped" })];
    vec![Effect::Say(Message::of(lines.into_iter().chain(said.values().cloned().map(Line::Quote))))]
}

/// What was typed for a part, or why it will not do.
fn answer(typed: &str) -> Result<String, Message> {
    let length = typed.chars().count();
    if length > LONGEST_ANSWER {
        let args = [("length", length.into()), ("most", LONGEST_ANSWER.into())];
        return Err(Message::of([Line::with("pitch-build-too-long", args)]).awaiting_words());
    }
    if words::count(typed) == 0 {
        return Err(Message::say("pitch-no-words").awaiting_words());
    }
    Ok(typed.trim().to_owned())
}

fn with(mut said: Said, part: Part, answer: String) -> Said {
    said.insert(part, answer);
    said
}

/// The question for a part.
fn question(part: Part) -> Line {
    Line::say(match part {
        Part::Who => "pitch-build-who",
        Part::Bring => "pitch-build-bring",
        Part::Learn => "pitch-build-learn",
        Part::WhyYou => "pitch-build-why-you",
        Part::Ask => "pitch-build-ask",
    })
}

fn ask(part: Part, said: Said) -> Turn<State> {
    let number = Part::ALL.iter().position(|other| *other == part).map_or(1, |index| index + 1);
    let step = Line::with("pitch-build-step", [("number", number.into())]);
    let message = Message::of([step, question(part)]).awaiting_words();
    let message = message.form(Part::ALL.into_iter().filter(|other| *other >= part).map(field));
    Turn::wait(State::Asking { part, said }, [Effect::Say(message)])
}

/// The same question in a form.
fn field(part: Part) -> Field {
    let label = match part {
        Part::Who => "form-pitch-who",
        Part::Bring => "form-pitch-bring",
        Part::Learn => "form-pitch-learn",
        Part::WhyYou => "form-pitch-why-you",
        Part::Ask => "form-pitch-ask",
    };
    Field::new(label, LONGEST_ANSWER)
}

/// The next part, or the whole after the last one.
fn after(cx: &Cx<'_>, part: Part, said: Said) -> Turn<State> {
    match Part::ALL.into_iter().find(|next| *next > part) {
        Some(next) => ask(next, said),
        None if said.is_empty() => Turn::done([Effect::Say(Message::say("pitch-build-nothing"))]),
        None => show(cx, said),
    }
}

/// The language that most of the answers are written in.
fn language_of(cx: &Cx<'_>, said: &Said) -> Locale {
    let together: Vec<&str> = said.values().map(String::as_str).collect();
    match language::of(&together.join(". "), cx.locale) {
        Written::In(locale) => locale,
        Written::Elsewhere => cx.locale,
    }
}

fn cut(cx: &Cx<'_>, said: &Said) -> [Cutting; 3] {
    cuttings(cx.prompts.build_rules(language_of(cx, said)), said)
}

/// Shows the three cuts.
fn show(cx: &Cx<'_>, said: Said) -> Turn<State> {
    if said.is_empty() {
        return Turn::done([Effect::Say(Message::say("pitch-build-nothing"))]);
    }
    let cuts = cut(cx, &said);
    let mut lines = vec![Line::say("pitch-build-done")];
    for cutting in &cuts {
        lines.push(Line::Gap);
        lines.push(heading(cutting));
        lines.push(Line::Quote(cutting.text.clone()));
        let words = words::count(&cutting.text);
        if cutting.cut == Cut::Person && words > pitch::word_budget(USUAL_TARGET) as usize {
            lines.push(Line::with("pitch-cut-long", [("target", USUAL_TARGET.into())]));
        }
        if cutting.over > 0 {
            lines.push(Line::with("pitch-cut-over", [("over", cutting.over.into())]));
        }
    }
    let whole = cuts.first().map(|cutting| cutting.text.as_str()).unwrap_or_default();
    let review = pitch::review(cx.prompts.pitch_rules(language_of(cx, &said)), whole, USUAL_TARGET);
    if let Some(slip) = review.findings.iter().find(|finding| finding.kind == Kind::JobAsk) {
        let args = [("letter", Arg::Name("A".to_owned())), ("quote", Arg::Words(slip.quote.clone()))];
        lines.extend([Line::Gap, Line::with("sharpen-job-ask", args)]);
    }
    let missing: Vec<_> =
        Part::ALL.into_iter().filter(|part| !said.contains_key(part)).map(|part| part_key(part).into()).collect();
    if !missing.is_empty() {
        lines.extend([Line::Gap, Line::with("pitch-build-missing", [("parts", Arg::List(missing))])]);
    }
    let message = Message::of(lines)
        .choices([Choice::new("keep", "choice-build-keep"), Choice::new("change", "choice-build-change")])
        .to_keep();
    Turn::wait(State::Shown { said }, [Effect::Say(message)])
}

/// What a cut is for, how long it is, and what did not fit.
fn heading(cutting: &Cutting) -> Line {
    let (from, to) = pitch::seconds_for(words::count(&cutting.text));
    let to = to.max(from + 1);
    match cutting.cut {
        Cut::Person => Line::with("pitch-cut-person", [("from", from.into()), ("to", to.into())]),
        Cut::Phone => Line::with("pitch-cut-phone", [("from", from.into()), ("to", to.into())]),
        Cut::Message => {
            let length = cutting.text.chars().count();
            let args = [("length", length.into()), ("most", LONGEST_MESSAGE.into())];
            if cutting.left_out.is_empty() {
                return Line::with("pitch-cut-message", args);
            }
            let [length, most] = args;
            let left_out = Arg::List(cutting.left_out.iter().copied().map(|part| part_key(part).into()).collect());
            Line::with("pitch-cut-message-short", [length, most, ("parts", left_out)])
        }
    }
}

fn which(said: Said) -> Turn<State> {
    let choices = Part::ALL.into_iter().map(|part| Choice {
        id: ChoiceId::new(part.as_str()),
        label: "choice-build-part".into(),
        args: [("part".to_owned(), Arg::Text(part_key(part).into()))].into(),
        value: None,
    });
    Turn::wait(State::Which { said }, [Effect::Say(Message::say("pitch-build-which").choices(choices))])
}

fn change(part: Part, said: Said) -> Turn<State> {
    let mut message = Message::of([question(part)]).awaiting_words().form([field(part)]);
    if let Some(before) = said.get(&part) {
        message.lines.extend([Line::say("pitch-build-before"), Line::Quote(before.clone())]);
        message.choices = vec![Choice::new("leave", "choice-build-leave-out")];
    }
    Turn::wait(State::Changing { part, said }, [Effect::Say(message)])
}

/// Keeps all three, and offers to come back with the one to be said.
fn keep(cx: &Cx<'_>, said: &Said) -> Turn<State> {
    let parts = said.keys().map(|part| part.as_str()).collect::<Vec<_>>().join(",");
    let cuts = cut(cx, said);
    let words = cuts.first().map(|cutting| cutting.text.clone());
    let mut effects = Vec::new();
    for (number, cutting) in (1u32..).zip(cuts) {
        let attempt = Attempt {
            number,
            at: cx.now,
            target: USUAL_TARGET,
            words: u32::try_from(words::count(&cutting.text)).ok(),
            text: Some(cutting.text),
            spoken_ms: None,
            parts: parts.clone(),
            cut: Some(cutting.cut),
        };
        effects.extend([Effect::Record(Record::PitchAttempt(attempt)), Effect::Record(Record::PitchKept(number))]);
    }
    let message = Message::say("pitch-build-kept");
    match offer_to_come_back(cx, message) {
        Ok(question) => {
            effects.push(Effect::Say(question));
            Turn::linger(State::Kept { words }, effects)
        }
        Err(message) => {
            effects.push(Effect::Say(message));
            Turn::done(effects)
        }
    }
}

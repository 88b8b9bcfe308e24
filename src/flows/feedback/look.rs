//! The asker's side: three lines of their own, what others noticed, and what those wrote, where the asker wants to read it.

use super::give::{named, noticed};
use super::{Of, State, find, gone};
use crate::chat::{Choice, Field, Line, Message};
use crate::coach::criteria::Chair;
use crate::flows::{Cx, Effect, Record, Turn};
use crate::night::feedback::{LONGEST_WORDS, REFLECTIONS, Received, Round};
use crate::words::clean;

/// What an asker thinks about, one after the other.
const QUESTIONS: [&str; REFLECTIONS] = ["feedback-reflect-well", "feedback-reflect-change", "feedback-reflect-learned"];
/// The same in a form.
const FIELDS: [&str; REFLECTIONS] = ["form-reflect-well", "form-reflect-change", "form-reflect-learned"];

/// The choice by which they see what the others noticed.
pub(super) const OTHERS: &str = "others";

/// Asks for the three lines, or shows them with what others noticed.
pub(super) fn begin(round: &Round, said: Option<Line>) -> Turn<State> {
    let of = Of { night: round.night.clone(), round: round.number };
    if round.reflection.is_some() {
        return show(round, of, said.into_iter().collect());
    }
    let first = Line::with("feedback-reflect-begin", [("round", round.number.into())]);
    ask(round, of, Vec::new(), [first].into_iter().chain(said).chain([Line::Gap]).collect())
}

fn ask(round: &Round, of: Of, lines: Vec<String>, mut said: Vec<Line>) -> Turn<State> {
    let at = lines.len();
    said.push(Line::with(QUESTIONS[at], [("at", (at + 1).into()), ("of", REFLECTIONS.into())]));
    let fields = FIELDS[at..].iter().map(|label| Field::new(label, LONGEST_WORDS));
    let question = Message::of(said).awaiting_words().form(fields);
    // Who only wants to see what the others noticed need not write anything.
    let others = (!round.received.is_empty()).then(|| Choice::new(OTHERS, "choice-feedback-others"));
    let question = question.choices([Choice::new("skip", "choice-feedback-skip")].into_iter().chain(others));
    Turn::wait(State::Reflect { of, lines }, [Effect::Say(question)])
}

/// Instead of a line, the asker sees what the others noticed.
pub(super) fn others(cx: &Cx<'_>, of: Of, mut lines: Vec<String>) -> Turn<State> {
    let Some(round) = find(cx, &of) else { return gone() };
    if lines.iter().all(String::is_empty) {
        return offer(round, of, Vec::new());
    }
    lines.resize(REFLECTIONS, String::new());
    let noted = Effect::Record(Record::Reflection(of.night.clone(), of.round, lines));
    let said = vec![kept(&of), Line::Gap];
    let mut turn = offer(round, of, said);
    turn.effects.insert(0, noted);
    turn
}

/// A line was written, or left out.
pub(super) fn heard(cx: &Cx<'_>, of: Of, mut lines: Vec<String>, typed: &str) -> Turn<State> {
    let Some(round) = find(cx, &of) else { return gone() };
    let line = clean(typed).trim().to_owned();
    let length = line.chars().count();
    if length > LONGEST_WORDS {
        let long = Line::with("feedback-long", [("length", length.into()), ("most", LONGEST_WORDS.into())]);
        return ask(round, of, lines, vec![long]);
    }
    lines.push(line);
    if lines.len() < REFLECTIONS {
        return ask(round, of, lines, Vec::new());
    }
    if lines.iter().all(String::is_empty) {
        let was_noted = round.reflection.is_some();
        let gone = was_noted.then(|| Effect::Record(Record::Reflection(of.night.clone(), of.round, lines)));
        let none = Effect::Say(Message::say("feedback-reflect-none"));
        return Turn::done(gone.into_iter().chain([none]));
    }
    let noted = Effect::Record(Record::Reflection(of.night.clone(), of.round, lines));
    let mut said = vec![kept(&of)];
    if round.received.is_empty() {
        said.push(Line::say("feedback-reflect-comes"));
    }
    let mut turn = ask_unread(round, of, said);
    turn.effects.insert(0, noted);
    turn
}

fn kept(of: &Of) -> Line {
    Line::with("feedback-reflect-kept", [("round", of.round.into())])
}

/// Everything there is on a round: the asker's own lines, and what others noticed.
fn show(round: &Round, of: Of, mut said: Vec<Line>) -> Turn<State> {
    let own = round.reflection.iter().flatten().filter(|line| !line.is_empty());
    said.push(Line::with("feedback-yours", [("round", round.number.into())]));
    said.extend(own.map(|line| Line::Quote(line.clone())));
    said.push(Line::Gap);
    if round.received.is_empty() {
        said.push(Line::say("feedback-nothing-yet"));
        return Turn::done([Effect::Say(Message::of(said))]);
    }
    offer(round, of, said)
}

/// What others noticed; what they wrote is offered, where it was not read yet.
fn offer(round: &Round, of: Of, mut said: Vec<Line>) -> Turn<State> {
    for received in &round.received {
        let mut lines = noticed(&received.marks);
        if let Some(words) = received.words.as_ref().filter(|_| !received.is_unread()) {
            lines.extend([Line::say("feedback-wrote"), Line::Quote(words.clone())]);
        }
        if !lines.is_empty() {
            said.push(Line::with("feedback-from", [("who", named(&received.handle))]));
            said.append(&mut lines);
        }
    }
    ask_unread(round, of, said)
}

/// Whether the asker wants to read what others wrote, where there is something unread.
fn ask_unread(round: &Round, of: Of, mut said: Vec<Line>) -> Turn<State> {
    let unread = round.received.iter().filter(|received| received.is_unread()).count();
    if unread == 0 && said.is_empty() {
        said.push(Line::say("feedback-nothing-yet"));
    }
    if unread == 0 {
        return Turn::done([Effect::Say(Message::of(said))]);
    }
    said.extend([Line::Gap, Line::with("feedback-unread", [("count", unread.into())])]);
    let message = Message::of(said).choices(choices()).to_keep();
    Turn::stay(State::Unread { of }, [Effect::Say(message)])
}

/// The asker reads what others wrote to them on that round, or not now.
pub(super) fn read(cx: &Cx<'_>, of: &Of, choice: &str) -> Turn<State> {
    let Some(round) = find(cx, of) else { return gone() };
    if choice != "read" {
        return Turn::done([Effect::Say(Message::say("feedback-later"))]);
    }
    // Another press, of another message, may have shown them already: then they are shown once more.
    let (unread, known): (Vec<&Received>, Vec<&Received>) =
        round.received.iter().filter(|received| received.words.is_some()).partition(|received| received.is_unread());
    let shown = if unread.is_empty() { known } else { unread };
    if shown.is_empty() {
        return gone();
    }
    let lines = shown.into_iter().flat_map(|received| {
        let words = received.words.clone().unwrap_or_default();
        [Line::with("feedback-words-from", [("who", named(&received.handle))]), Line::Quote(words)]
    });
    let after = Line::say("feedback-read-after");
    Turn::done([
        Effect::Record(Record::FeedbackRead(of.night.clone(), of.round)),
        Effect::Say(Message::of(lines.chain([after]))),
    ])
}

/// Whether to read it.
pub(super) fn choices() -> [Choice; 2] {
    [Choice::new("read", "choice-feedback-read"), Choice::new("later", "choice-feedback-later")]
}

/// From whom feedback comes.
pub(super) fn from(chair: Chair, round: u32, handle: &str) -> Line {
    let key = match chair {
        Chair::Guest => "feedback-from-guest",
        Chair::Observer => "feedback-from-observer",
    };
    Line::with(key, [("who", named(handle)), ("round", round.into())])
}

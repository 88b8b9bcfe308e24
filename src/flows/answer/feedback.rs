//! What is said of an answer: how long it would take, what landed, and at most three things to sharpen.

use super::{State, Work, told};
use crate::chat::{Arg, Choice, Line, Message};
use crate::coach::answer::{LONGEST, Length, Review};
use crate::coach::weak::Drill;
use crate::flows::sharpen::{LETTERS, MOST_TO_SHARPEN, sources};
use crate::flows::{Cx, Effect, Record, Turn, weak};
use crate::prompts::answers::{Asked, Part};
use crate::store::practice::Practised;
use crate::words;
use std::collections::BTreeSet;

/// The most that is said to have landed.
const MOST_LANDED: usize = 2;
/// The most characters of a quotation.
const QUOTED: usize = 140;

/// Why people ask it; that nobody needs to tell what is private.
pub(super) fn hint(cx: &Cx<'_>, asked: &Asked) -> Line {
    let spoken = asked.spoken(cx.locale);
    if asked.is_private {
        let args = [("why", Arg::Name(spoken.looked_for.clone())), ("hint", Arg::Name(spoken.sharpen.clone()))];
        return Line::with("answer-hint-private", args);
    }
    let seconds = ("seconds", asked.seconds.into());
    Line::with("answer-hint", [("why", Arg::Name(spoken.looked_for.clone())), seconds])
}

/// What can be done after feedback.
pub(super) fn choices(message: Message, work: &Work, sharpened: usize) -> Message {
    let on = if work.is_last() {
        Choice::new("round", "choice-answer-round")
    } else {
        Choice::new("next", "choice-answer-next")
    };
    let first = [on, Choice::new("again", "choice-answer-again")];
    message.choices(first.into_iter().chain(sources(sharpened))).awaiting_value()
}

/// Says it, and notes how it went.
pub(super) fn tell(cx: &Cx<'_>, asked: &Asked, mut work: Work, said: String, review: &Review) -> Turn<State> {
    work.made += 1;
    work.went.retain(|(id, _)| *id != asked.id);
    work.went.push((asked.id.clone(), review.went_well()));
    let answer = Practised {
        number: work.made,
        at: cx.now,
        question: asked.id.clone(),
        said: said.clone(),
        went_well: review.went_well(),
    };
    let (noted, comes_back) = weak::note(cx, &work.before, Drill::Answer, &work.went());
    let mut lines = vec![length(review, work.made), Line::Gap];
    lines.push(Line::say("answer-landed"));
    lines.extend(landed(&said, review));
    lines.push(Line::Gap);
    let sharpen = to_sharpen(cx, asked, &said, review);
    lines.push(match sharpen.len() {
        0 => Line::say("answer-fine"),
        count => Line::with("answer-sharpen", [("count", count.into())]),
    });
    let sharpened: Vec<String> = sharpen.iter().map(|(key, _)| (*key).to_owned()).collect();
    lines.extend(sharpen.into_iter().map(|(_, line)| line));
    if let Some(line) = comes_back.filter(|_| work.is_last()) {
        lines.extend([Line::Gap, line]);
    }
    lines.extend([Line::Gap, Line::say("answer-next")]);
    let message = choices(Message::of(lines), &work, sharpened.len()).to_keep();
    let effects = [Effect::Record(Record::Answer(answer))].into_iter().chain(noted).chain([Effect::Say(message)]);
    told(State::Told { work, said, sharpened, told_at: cx.said_at }, effects)
}

/// How long it would take to say. That it was typed is said once.
fn length(review: &Review, made: u32) -> Line {
    let (from, to) = review.seconds;
    let args = [
        ("words", review.words.into()),
        ("from", from.into()),
        ("to", to.max(from + 1).into()),
        ("first", Arg::Name(if made == 1 { "yes" } else { "no" }.to_owned())),
    ];
    Line::with("answer-length", args)
}

/// What landed, in their own words.
fn landed(said: &str, review: &Review) -> Vec<Line> {
    let quote = |words: &str| ("quote", Arg::Words(words::shorten(words, QUOTED)));
    // One sentence may do several things: it is quoted once.
    let mut seen = BTreeSet::new();
    let mut lines: Vec<Line> = review
        .has
        .iter()
        .filter(|(_, words)| seen.insert(words.as_str()))
        .take(MOST_LANDED)
        .map(|(part, words)| {
            let key = match part {
                Part::Example => "answer-landed-example",
                Part::Result => "answer-landed-result",
                Part::Link => "answer-landed-link",
                Part::Reason => "answer-landed-reason",
                Part::Next => "answer-landed-next",
            };
            Line::with(key, [quote(words)])
        })
        .collect();
    if lines.is_empty() && review.length == Length::Fits {
        lines.push(Line::say("answer-landed-length"));
    }
    if lines.is_empty() {
        let begin = words::shorten(said.split(['.', '!', '?', '\n']).next().unwrap_or(said), QUOTED);
        lines.push(Line::with("answer-landed-begun", [quote(&begin)]));
    }
    lines
}

/// At most three things to sharpen, the gravest first, the hint for this question always among them.
fn to_sharpen(cx: &Cx<'_>, asked: &Asked, said: &str, review: &Review) -> Vec<(&'static str, Line)> {
    let mut found: Vec<(&'static str, String)> = Vec::new();
    found.extend(review.job_ask.clone().map(|quote| ("answer-sharpen-job-ask", quote)));
    found.extend(review.private.clone().map(|quote| ("answer-sharpen-private", quote)));
    let begin = words::shorten(said, 60);
    match review.length {
        Length::Short => found.push(("answer-sharpen-short", begin)),
        Length::Long => found.push(("answer-sharpen-long", begin)),
        Length::TooLong => found.push(("answer-sharpen-too-long", begin)),
        Length::Fits => {}
    }
    found.extend(review.lacks.iter().map(|part| {
        let key = match part {
            Part::Example => "answer-sharpen-example",
            Part::Result => "answer-sharpen-result",
            Part::Link => "answer-sharpen-link",
            Part::Reason => "answer-sharpen-reason",
            Part::Next => "answer-sharpen-next",
        };
        (key, String::new())
    }));
    found.truncate(MOST_TO_SHARPEN - 1);
    // Who has said it well needs no hint how to begin.
    if !review.went_well() || !found.is_empty() {
        found.push(("answer-sharpen-hint", String::new()));
    }
    let hint = asked.spoken(cx.locale).sharpen.clone();
    let line = |((key, quote), letter): ((&'static str, String), &crate::flows::sharpen::Letter)| {
        let args = [
            ("letter", Arg::Name(letter.letter.to_owned())),
            ("quote", Arg::Words(quote)),
            ("hint", Arg::Name(hint.clone())),
            ("seconds", asked.seconds.into()),
            ("most", (LONGEST / 60).into()),
        ];
        (key, Line::with(key, args))
    };
    found.into_iter().zip(&LETTERS).map(line).collect()
}

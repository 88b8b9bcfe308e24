//! A question of one's own: whether it invites a story, and what could be sharper.

use super::{State, browse, stay};
use crate::chat::{Arg, Choice, Field, Line, Message};
use crate::coach::language::{self, Written};
use crate::coach::question::{self, Review};
use crate::flows::sharpen::{self, LETTERS, Letter, MOST_TO_SHARPEN, who_says_so};
use crate::flows::{Cx, Effect, Turn};
use crate::ids::Locale;
use crate::prompts::question_rules::Kind;
use crate::prompts::topics::Area;
use crate::store::questions::Own;
use crate::words;
use serde::{Deserialize, Serialize};

/// The most characters of a question: what could be said in half a minute.
pub(in crate::flows) const LONGEST: usize = 500;
/// The most characters of a quotation.
const QUOTED: usize = 140;

/// A question of somebody's, with what there is to know of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Checked {
    /// As it is asked.
    pub words: String,
    /// The language.
    pub locale: Locale,
    /// The id of the topic that it is about, where that could be told.
    pub topic: Option<String>,
}

/// Judges a question.
///
/// # Errors
/// It is none that could be judged: the line that says why.
pub(in crate::flows) fn checked(cx: &Cx<'_>, text: &str) -> Result<(Checked, Review), Line> {
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if words::count(&words) == 0 {
        return Err(Line::say("questions-no-words"));
    }
    if words.chars().count() > LONGEST {
        return Err(Line::with("questions-check-long", [("most", LONGEST.into())]));
    }
    let Written::In(locale) = language::of(&words, cx.locale) else {
        return Err(Line::say("questions-other-script"));
    };
    let nothing = crate::coach::topics::Understood::nothing();
    let heard = cx.heard.get(text).unwrap_or(&nothing);
    let review = question::review(cx.prompts.question_rules(locale), &cx.prompts.topics, &words, &heard.message);
    let topic = heard.about(&cx.prompts.topics).map(|topic| topic.id.clone());
    // Neither a sign of a question nor anything that one could ask about.
    if !review.is_open && topic.is_none() && review.findings.is_empty() && !words.contains('?') {
        return Err(Line::say("questions-no-question"));
    }
    Ok((Checked { words, locale, topic }, review))
}

pub(super) fn begin(cx: &Cx<'_>, given: Option<&str>) -> Turn<State> {
    match given {
        Some(text) => judge(cx, text),
        None => ask(),
    }
}

fn ask() -> Turn<State> {
    let question = Message::say("questions-check").awaiting_value().form([Field::new("form-question", LONGEST)]);
    Turn::wait(State::Checking, [Effect::Say(question)])
}

/// Says what there is to say of a question.
pub(super) fn judge(cx: &Cx<'_>, text: &str) -> Turn<State> {
    let (own, review) = match checked(cx, text) {
        Ok(judged) => judged,
        Err(why) => return Turn::wait(State::Checking, [Effect::Say(Message::of([why]).awaiting_value())]),
    };
    let quote = ("quote", Arg::Words(words::shorten(&own.words, QUOTED)));
    let is_grave = is_grave(&review);
    let mut lines = Vec::new();
    if !is_grave && (review.is_open || own.topic.is_some()) {
        lines.push(Line::with(
            if review.is_open { "questions-checked-open" } else { "questions-checked-closed" },
            [quote],
        ));
        let topic = own.topic.as_deref().and_then(|id| cx.prompts.topics.named(id));
        lines.extend(topic.map(|topic| {
            Line::with("questions-checked-about", [("topic", Arg::Name(topic.name(cx.locale).to_owned()))])
        }));
        lines.push(Line::Gap);
    }
    let found = to_sharpen(cx, &own, &review);
    if found.is_empty() {
        lines.push(Line::say("questions-checked-fine"));
    } else {
        lines.push(Line::with("questions-sharpen", [("count", found.len().into())]));
    }
    let sharpened: Vec<String> = found.iter().map(|(key, _)| (*key).to_owned()).collect();
    lines.extend(found.into_iter().map(|(_, line)| line));
    let message = next(Message::of(lines), sharpened.len()).to_keep();
    Turn::linger(State::Told { own: Box::new(own), sharpened }, [Effect::Say(message)])
}

fn next(mut message: Message, sharpened: usize) -> Message {
    message.lines.extend([Line::Gap, Line::say("questions-checked-next")]);
    let first = [Choice::new("keep", "choice-question-keep"), Choice::new("another", "choice-question-another")];
    message.choices(first.into_iter().chain(sharpen::sources(sharpened))).awaiting_value()
}

/// At most three things to sharpen, the gravest first, each with its key.
pub(in crate::flows) fn to_sharpen(cx: &Cx<'_>, own: &Checked, review: &Review) -> Vec<(&'static str, Line)> {
    let rules = cx.prompts.question_rules(own.locale);
    let is_grave = is_grave(review);
    // What would cost the conversation is said alone: what to ask instead is one question, and open.
    let said = review.findings.iter().filter(|finding| !is_grave || finding.kind <= Kind::Pay);
    let mut found: Vec<(&'static str, String, String)> =
        said.map(|finding| (key(finding.kind), finding.quote.clone(), finding.instead.clone())).collect();
    let area = own.topic.as_deref().and_then(|id| cx.prompts.topics.named(id)).and_then(|topic| topic.area);
    // The asks of the end want a yes.
    if !review.is_open && !is_grave && area != Some(Area::Closing) {
        let on_topic = own.topic.as_ref().and_then(|topic| rules.open_on.get(topic)).cloned();
        let quote = words::shorten(&own.words, QUOTED);
        found.insert(
            0,
            match on_topic {
                Some(instead) => ("question-sharpen-closed", quote, instead),
                None => ("question-sharpen-closed-how", quote, String::new()),
            },
        );
    }
    let line = |((key, quote, instead), letter): ((&'static str, String, String), &Letter)| {
        let args = [
            ("letter", Arg::Name(letter.letter.to_owned())),
            ("quote", Arg::Words(quote)),
            ("instead", Arg::Words(instead)),
        ];
        (key, Line::with(key, args))
    };
    found.into_iter().take(MOST_TO_SHARPEN).zip(&LETTERS).map(line).collect()
}

/// Whether something speaks against it that could cost somebody the conversation: a job, a private matter, pay.
pub(in crate::flows) fn is_grave(review: &Review) -> bool {
    review.findings.iter().any(|finding| finding.kind <= Kind::Pay)
}

/// The text for something to sharpen.
const fn key(kind: Kind) -> &'static str {
    match kind {
        Kind::JobAsk => "mock-sharpen-job-ask",
        Kind::Personal => "mock-sharpen-personal",
        Kind::Pay => "mock-sharpen-pay",
        Kind::OffTopic => "mock-sharpen-off-topic",
        Kind::Leading => "mock-sharpen-leading",
        Kind::Double => "question-sharpen-double",
        Kind::Searchable => "mock-sharpen-searchable",
        Kind::TooLong => "mock-sharpen-too-long",
    }
}

/// A choice under what was said.
pub(super) fn chosen(cx: &Cx<'_>, own: Box<Checked>, sharpened: Vec<String>, choice: &str) -> Turn<State> {
    match choice {
        "another" => ask(),
        "keep" => {
            let Checked { words, locale, topic } = (*own).clone();
            let effects = browse::put_on(cx, Own { number: 0, words, locale, topic, bank: None, communal: None });
            Turn::linger(State::Told { own, sharpened }, effects)
        }
        source => match sharpen::chosen(&sharpened, source) {
            Some(key) => {
                let said = [Effect::Say(who_says_so(cx, key))];
                Turn::linger(State::Told { own, sharpened }, said)
            }
            None => stay(State::Told { own, sharpened }, "choose-one"),
        },
    }
}

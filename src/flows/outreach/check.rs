//! `outreach check`: what there is to say of any message.

use super::change::with_subject;
use super::show::{slip, to_sharpen};
use super::{State, stay};
use crate::chat::{Arg, Choice, Field, Line, Message};
use crate::coach::language::{self, Written};
use crate::coach::outreach::{self, Channel, Good};
use crate::flows::sharpen::{self, who_says_so};
use crate::flows::{Cx, Effect, Turn};
use crate::words::clean;

/// The most characters of a message.
const LONGEST: usize = 4_000;

pub(super) fn ask() -> Turn<State> {
    let question = Message::say("outreach-check").awaiting_words().form([Field::new("form-outreach-text", LONGEST)]);
    Turn::wait(State::Checking, [Effect::Say(question)])
}

/// A message was given.
pub(super) fn text(cx: &Cx<'_>, typed: &str) -> Turn<State> {
    let text = clean(typed).trim().to_owned();
    if !text.chars().any(char::is_alphanumeric) {
        return stay(State::Checking, "outreach-no-words");
    }
    if !matches!(language::of(&text, cx.locale), Written::In(_)) {
        return stay(State::Checking, "outreach-other-script");
    }
    let choices = [
        Choice::new("email", "choice-channel-email"),
        Choice::new("linkedin", "choice-channel-linkedin"),
        Choice::new("phone", "choice-channel-phone"),
        Choice::new("thanks", "choice-channel-thanks"),
    ];
    Turn::wait(State::Channel { text }, [Effect::Say(Message::say("outreach-channel").choices(choices))])
}

/// Says what there is to say.
pub(super) fn told(cx: &Cx<'_>, text: &str, channel: Channel) -> Turn<State> {
    let Written::In(locale) = language::of(text, cx.locale) else {
        return stay(State::Checking, "outreach-other-script");
    };
    let (subject, text) = with_subject(text);
    let message = outreach::Message { channel, subject: subject.as_deref(), text: &text };
    let (rules, pitch_rules) = (cx.prompts.outreach_rules(locale), cx.prompts.pitch_rules(locale));
    let mut found = outreach::review(rules, pitch_rules, &message);
    let mut worked = outreach::worked(rules, pitch_rules, &message);
    if channel != Channel::Phone {
        found.extend(slip(cx, locale, &text, None));
    }
    let (most, length) = outreach::length(channel, &text);
    let key = match channel {
        Channel::Linkedin => "outreach-length-characters",
        _ => "outreach-length-words",
    };
    // Nobody is praised and warned for the same words.
    let is_found = |quote: &String| found.iter().any(|one| one.quote.contains(quote) || quote.contains(&one.quote));
    worked.retain(|(_, quote)| !is_found(quote));
    let worked = praise(&worked);
    let (sharpened, lines) = to_sharpen(&found, cx.job_ask);
    let head =
        [Line::with(key, [("length", length.into()), ("most", most.into())]), Line::Gap].into_iter().chain(worked);
    let another = [Choice::new("another", "choice-outreach-another")];
    let choices = another.into_iter().chain(sharpen::sources(sharpened.len()));
    let message = Message::of(head.chain(lines)).choices(choices).to_keep();
    Turn::linger(State::Checked { sharpened }, [Effect::Say(message)])
}

/// The most that is praised at a time.
const MOST_PRAISED: usize = 2;

/// What worked, in the person's own words, before anything is sharpened.
fn praise(worked: &[(Good, String)]) -> Vec<Line> {
    if worked.is_empty() {
        return Vec::new();
    }
    let line = |(good, quote): &(Good, String)| {
        let key = match good {
            Good::Personal => "outreach-works-personal",
            Good::Reason => "outreach-works-reason",
            Good::Identity => "outreach-works-identity",
            Good::Minutes => "outreach-works-minutes",
            Good::Easy => "outreach-works-easy",
            Good::Learned => "outreach-works-learned",
        };
        Line::with(key, [("quote", Arg::Words(quote.clone()))])
    };
    let lines = worked.iter().take(MOST_PRAISED).map(line);
    [Line::say("pitch-worked")].into_iter().chain(lines).chain([Line::Gap]).collect()
}

pub(super) fn chosen(cx: &Cx<'_>, sharpened: Vec<String>, choice: &str) -> Turn<State> {
    if choice == "another" {
        return ask();
    }
    match sharpen::chosen(&sharpened, choice) {
        Some(key) => {
            let said = [Effect::Say(who_says_so(cx, key))];
            Turn::linger(State::Checked { sharpened }, said)
        }
        None => stay(State::Checked { sharpened }, "choose-one"),
    }
}

//! The guest asked which of two topics was meant: a choice, its words, or another question.

use super::talk::{go_on, gone, hear, name_of};
use super::{State, Talk};
use crate::chat::{Arg, Choice, ChoiceId};
use crate::flows::{Cx, Turn};
use crate::ids::Locale;
use crate::prompts::cues::Plain;
use crate::words;
use std::collections::BTreeSet;

/// Who chooses between two topics in words needs no more than these.
const MOST_TO_CHOOSE: usize = 7;
/// Words beside the name of a topic that say nothing of their own.
const POLITE: [&str; 8] = ["please", "plait", "vous", "merci", "rather", "plutot", "thanks", "yeah"];
/// The fewest letters of a word by which a topic is named.
const TELLING_LETTERS: usize = 4;

/// The learner says which topic they meant.
pub(super) fn meant(cx: &Cx<'_>, mut talk: Talk, between: &[String; 2], choice: &str, said: &str) -> Turn<State> {
    let Some(guest) = cx.prompts.guest(&talk.plan.guest) else { return gone() };
    let [one, other] = between;
    let mut memory = talk.memory.clone();
    let reply = talk.scene(cx, guest).answer_on(&mut memory, if choice == "other" { other } else { one });
    talk.memory = memory;
    go_on(cx, guest, talk, said, reply)
}

/// The learner answers in words which topic they meant, or says something else.
pub(super) fn meant_in_words(cx: &Cx<'_>, talk: Talk, between: &[String; 2], text: &str, said: &str) -> Turn<State> {
    let rules = cx.prompts.mock_rules(talk.plan.locale);
    let plain = Plain::of(text);
    let choice = match (rules.first.are_in(&plain), rules.second.are_in(&plain)) {
        _ if words::count(text) > MOST_TO_CHOOSE => None,
        (true, false) => Some("one"),
        (false, true) => Some("other"),
        _ => named(cx, &talk, between, text),
    };
    match choice {
        Some(choice) => meant(cx, talk, between, choice, said),
        None => hear(cx, talk, text),
    }
}

/// Which of two topics somebody names by some of its words: "the first steps, please".
fn named(cx: &Cx<'_>, talk: &Talk, between: &[String; 2], text: &str) -> Option<&'static str> {
    let telling = |text: &str| -> BTreeSet<String> {
        let folded = words::fold(text);
        let parts = folded.split(|c: char| !c.is_alphanumeric());
        parts.filter(|word| word.chars().count() >= TELLING_LETTERS).map(str::to_owned).collect()
    };
    let mut said = telling(text);
    said.retain(|word| !POLITE.contains(&word.as_str()));
    let [one, other] = [&between[0], &between[1]].map(|topic| telling(&name_of(cx, topic, talk.plan.locale)));
    // Whoever says anything else asks something else.
    if !said.iter().all(|word| one.contains(word) || other.contains(word)) {
        return None;
    }
    let is_one = one.difference(&other).any(|word| said.contains(word));
    let is_other = other.difference(&one).any(|word| said.contains(word));
    match (is_one, is_other) {
        (true, false) => Some("one"),
        (false, true) => Some("other"),
        _ => None,
    }
}

/// The two topics of which one was meant.
pub(super) fn choices(cx: &Cx<'_>, between: &[String; 2], locale: Locale) -> [Choice; 2] {
    let choice = |id: &'static str, topic: &str| Choice {
        id: ChoiceId::new(id),
        label: "choice-topic".into(),
        args: [("topic".to_owned(), Arg::Name(name_of(cx, topic, locale)))].into(),
        value: None,
    };
    [choice("one", &between[0]), choice("other", &between[1])]
}

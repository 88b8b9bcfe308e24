//! `prompts/<locale>/mock.toml`: what the mock interview listens for beside the topics.

use super::Fault;
use super::cues::{Cues, WrittenCues};
use super::source::Source;
use crate::ids::Locale;
use serde::Deserialize;
use std::collections::BTreeMap;

/// What to listen for in one language.
#[derive(Debug)]
pub struct MockRules {
    /// Rude words to the guest.
    pub insult: Cues,
    /// Attempts to make the guest something else.
    pub role: Cues,
    /// Goodbye.
    pub goodbye: Cues,
    /// What means goodbye late in a conversation.
    pub closing: Cues,
    /// Thanks.
    pub thanks: Cues,
    /// What begins a question, also where no mark ends it.
    pub asking: Cues,
    /// What somebody tells of themselves.
    pub about_oneself: Cues,
    /// "Ok", "I see": no more than a nod.
    pub nods: Cues,
    /// That they are nervous, or sorry for how they speak.
    pub nervous: Cues,
    /// Something hard that they tell of.
    pub hardship: Cues,
    /// Words that something must follow.
    pub unfinished: Cues,
    /// What asks for more of what was just said: "and after that?"
    pub follow_up: Cues,
    /// The first of two that were named.
    pub first: Cues,
    /// The second of them.
    pub second: Cues,
    /// What must stand in the words as well, by the topic.
    pub signs: BTreeMap<String, Cues>,
    /// On the phone: why somebody calls.
    pub reason: Cues,
    /// On the phone: how long it would take.
    pub minutes: Cues,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    insult: WrittenCues,
    role: WrittenCues,
    goodbye: WrittenCues,
    closing: WrittenCues,
    thanks: WrittenCues,
    asking: WrittenCues,
    about_oneself: WrittenCues,
    nods: WrittenCues,
    nervous: WrittenCues,
    hardship: WrittenCues,
    unfinished: WrittenCues,
    follow_up: WrittenCues,
    first: WrittenCues,
    second: WrittenCues,
    signs: BTreeMap<String, WrittenCues>,
    reason: WrittenCues,
    minutes: WrittenCues,
}

impl MockRules {
    pub(super) fn read(source: &Source, locale: Locale, faults: &mut Vec<Fault>) -> Option<Self> {
        let (file, written) = source.toml::<Written>(&format!("{locale}/mock.toml"), faults)?;
        let before = faults.len();
        let mut cues = |at: &str, written: WrittenCues| written.compile_as_one(&file, at, faults);
        let rules = Self {
            insult: cues("insult", written.insult),
            role: cues("role", written.role),
            goodbye: cues("goodbye", written.goodbye),
            closing: cues("closing", written.closing),
            thanks: cues("thanks", written.thanks),
            asking: cues("asking", written.asking),
            about_oneself: cues("about_oneself", written.about_oneself),
            nods: cues("nods", written.nods),
            nervous: cues("nervous", written.nervous),
            hardship: cues("hardship", written.hardship),
            unfinished: cues("unfinished", written.unfinished),
            follow_up: cues("follow_up", written.follow_up),
            first: cues("first", written.first),
            second: cues("second", written.second),
            signs: written.signs.into_iter().map(|(id, written)| (id.clone(), cues(&id, written))).collect(),
            reason: cues("reason", written.reason),
            minutes: cues("minutes", written.minutes),
        };
        (faults.len() == before).then_some(rules)
    }
}

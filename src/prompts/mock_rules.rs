//! `prompts/<locale>/mock.toml`: what the mock interview listens for beside the topics.

use super::Fault;
use super::cues::{Cues, WrittenCues};
use super::source::Source;
use crate::ids::Locale;
use serde::Deserialize;

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
            reason: cues("reason", written.reason),
            minutes: cues("minutes", written.minutes),
        };
        (faults.len() == before).then_some(rules)
    }
}

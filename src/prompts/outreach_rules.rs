//! `prompts/<locale>/outreach.toml`: what the review of a message to a stranger looks for in a language, and how short answers become sentences.

use super::Fault;
use super::build_rules::{Stems, WrittenStem};
use super::cues::{Seldom, Wanted, WrittenCues};
use super::source::Source;
use crate::coach::outreach::Kind;
use crate::ids::Locale;
use serde::Deserialize;
use std::collections::BTreeMap;

/// What to look for in messages of one language.
#[derive(Debug)]
pub struct OutreachRules {
    /// Signs of who writes, beside those of a pitch.
    pub identity: Seldom,
    /// Signs of why, beside those of a pitch.
    pub reason: Seldom,
    /// A number of minutes.
    pub minutes: Seldom,
    /// What one can say yes or no to.
    pub easy: Seldom,
    /// Signs of why this person was chosen, beside those of a pitch.
    pub personal: Seldom,
    /// Asks for a job, beside those of a pitch.
    pub job_ask: Seldom,
    /// What was left of a template.
    pub placeholder: Seldom,
    /// Worn beginnings.
    pub cliche: Seldom,
    /// Subjects that could be junk.
    pub junk_subject: Seldom,
    /// Telephone numbers and addresses.
    pub phone_or_address: Seldom,
    /// Signs of something that was learned in a talk.
    pub learned: Seldom,
    /// How something could be said instead.
    pub instead: BTreeMap<Kind, String>,
    /// How answers of a few words become sentences, by the slot they are for.
    pub stems: BTreeMap<String, Stems>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    identity: WrittenCues,
    reason: WrittenCues,
    minutes: WrittenCues,
    easy: WrittenCues,
    personal: WrittenCues,
    job_ask: WrittenCues,
    placeholder: WrittenCues,
    cliche: WrittenCues,
    junk_subject: WrittenCues,
    phone_or_address: WrittenCues,
    learned: WrittenCues,
    instead: BTreeMap<Kind, String>,
    stems: BTreeMap<String, Vec<WrittenStem>>,
}

impl OutreachRules {
    pub(super) fn read(source: &Source, locale: Locale, faults: &mut Vec<Fault>) -> Option<Self> {
        let (file, written) = source.toml::<Written>(&format!("{locale}/outreach.toml"), faults)?;
        let before = faults.len();
        let mut cues = |at: &str, cues: WrittenCues, wanted: Wanted| Seldom::of(&file, at, cues, wanted, faults);
        let rules = Self {
            identity: cues("identity", written.identity, Wanted::Presence),
            reason: cues("reason", written.reason, Wanted::Presence),
            minutes: cues("minutes", written.minutes, Wanted::Presence),
            easy: cues("easy", written.easy, Wanted::Presence),
            personal: cues("personal", written.personal, Wanted::Presence),
            job_ask: cues("job_ask", written.job_ask, Wanted::Places),
            placeholder: cues("placeholder", written.placeholder, Wanted::Places),
            cliche: cues("cliche", written.cliche, Wanted::Places),
            junk_subject: cues("junk_subject", written.junk_subject, Wanted::Presence),
            phone_or_address: cues("phone_or_address", written.phone_or_address, Wanted::Places),
            learned: cues("learned", written.learned, Wanted::Presence),
            instead: written.instead,
            stems: written
                .stems
                .into_iter()
                .map(|(slot, stems)| (slot.clone(), Stems::read(&file, &format!("stems.{slot}"), stems, faults)))
                .collect(),
        };
        (faults.len() == before).then_some(rules)
    }
}

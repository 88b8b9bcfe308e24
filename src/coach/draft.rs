//! Messages that the learner sends themselves, put together from their own words and a template: the request, what comes before it, and what
//! comes after.
//!
//! Sources: channels and what belongs in a request (S0, S2, S3, S4), a script (S3, S4), asking the introducer to ask first (S3, S4), thanks (S0 to
//! S4), reporting back (S0, S2), staying in touch (S0, S2, S4).

use super::build;
use super::language;
use super::outreach::{Channel, JobAsk};
use crate::contact::{Contact, MayName};
use crate::ids::{Locale, named};
use crate::prompts::Prompts;
use crate::prompts::outreach::Template;
use crate::prompts::pitch_rules::Part as PitchPart;
use crate::words;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

named! {
    /// What a message is for.
    Kind {
        /// A request by e-mail.
        Email = "email",
        /// A request by a note on LinkedIn.
        Linkedin = "linkedin",
        /// A request by phone: what to say.
        Phone = "phone",
        /// To whoever gave a name: would they ask first?
        PreWarm = "pre_warm",
        /// To whoever gave a name: may I say so?
        MayIName = "may_i_name",
        /// To somebody who did not answer, once.
        FollowUp = "follow_up",
        /// Thanks, afterwards.
        ThankYou = "thank_you",
        /// To somebody whose advice was followed.
        LoopBack = "loop_back",
        /// To somebody one has not written to for a while.
        KeepInTouch = "keep_in_touch",
    }
}

named! {
    /// What somebody answered to a request.
    Answer {
        /// Yes.
        Yes = "yes",
        /// No.
        No = "no",
    }
}

/// All kinds, in the order in which they are offered.
pub const KINDS: [Kind; 9] = [
    Kind::Email,
    Kind::Linkedin,
    Kind::Phone,
    Kind::PreWarm,
    Kind::MayIName,
    Kind::FollowUp,
    Kind::ThankYou,
    Kind::LoopBack,
    Kind::KeepInTouch,
];

impl Kind {
    /// Whether it asks for a conversation: it counts as an ask made (S1).
    pub const fn is_request(self) -> bool {
        matches!(self, Self::Email | Self::Linkedin | Self::Phone)
    }

    /// Whether it goes to whoever gave the contact's name, and not to the contact.
    pub const fn goes_to_referrer(self) -> bool {
        matches!(self, Self::PreWarm | Self::MayIName)
    }
}

/// The learner's own words, by what they are for: see [`SLOTS`].
pub type Slots = BTreeMap<String, String>;

/// What a template can name.
pub const SLOTS: [&str; 22] = [
    "name",
    "first_name",
    "organisation",
    "title",
    "field",
    "who",
    "purpose",
    "found",
    "learn",
    "learn_one",
    "referrer",
    "minutes",
    "times",
    "place",
    "signature",
    "about",
    "learned",
    "next",
    "did",
    "met",
    "news",
    "newcomer",
];
/// What a template can only ask about, and not name.
pub const CONDITIONS: [&str; 2] = ["newcomer", "upfront"];

/// A part of a message.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    /// Which one: as in its template. "whole": the learner's own text.
    pub id: String,
    /// What it says.
    pub text: String,
    /// Whether it goes on in the paragraph of the one before.
    #[serde(default, skip_serializing_if = "is_no")]
    pub joins: bool,
}

fn is_no(joins: &bool) -> bool {
    !joins
}

/// What a message says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// The language it is in.
    pub locale: Locale,
    /// The subject.
    pub subject: Option<String>,
    /// The text, part by part.
    pub parts: Vec<Part>,
}

impl Version {
    /// The text as a whole.
    pub fn text(&self) -> String {
        let mut text = String::new();
        for part in &self.parts {
            let between = match (text.is_empty(), part.joins) {
                (true, _) => "",
                (false, true) => " ",
                (false, false) => "\n\n",
            };
            text.push_str(between);
            text.push_str(&part.text);
        }
        text
    }
}

/// A message, with its history.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// Counted for each person, from 1, and never used again.
    pub number: u32,
    /// What it is for.
    pub kind: Kind,
    /// The number of the contact that it is about.
    pub contact: Option<u32>,
    /// The learner's own words.
    pub slots: Slots,
    /// The versions, the first one first; of one that was sent the last alone. None: the contact was removed.
    pub versions: Vec<Version>,
    /// The day on which it was sent.
    pub sent_on: Option<NaiveDate>,
    /// What was answered.
    pub answer: Option<Answer>,
}

impl Draft {
    /// The language it is in now.
    pub fn locale(&self) -> Locale {
        self.latest().map_or(Locale::En, |version| version.locale)
    }

    /// What it says now.
    pub fn latest(&self) -> Option<&Version> {
        self.versions.last()
    }
}

/// What a message is put together for.
#[derive(Clone, Copy, Debug)]
pub struct For<'a> {
    /// What it is for.
    pub kind: Kind,
    /// The language it shall be in.
    pub locale: Locale,
    /// The contact that it is about.
    pub contact: Option<&'a Contact>,
    /// Whoever gave the contact's name.
    pub referrer: Option<&'a Contact>,
    /// The learner's own words.
    pub slots: &'a Slots,
    /// The field that the learner is curious about.
    pub field: Option<&'a str>,
    /// What the community thinks of asking for work.
    pub job_ask: JobAsk,
}

/// Puts a message together.
pub fn assemble(prompts: &Prompts, wanted: &For<'_>) -> Version {
    let template = prompts.outreach_template(wanted.locale, wanted.kind);
    let known = known(prompts, wanted);
    let subject = template.subject.iter().find(|variant| variant.holds(&known)).map(|variant| variant.fill(&known));
    let part = |part: &crate::prompts::outreach::PartTemplate| {
        let variant = part.says.iter().find(|variant| variant.holds(&known))?;
        let text = variant.fill(&known);
        (!text.trim().is_empty()).then(|| Part { id: part.id.clone(), text, joins: part.joins })
    };
    Version { locale: wanted.locale, subject, parts: template.parts.iter().filter_map(part).collect() }
}

/// The channel of a kind of message in a language.
pub fn channel(prompts: &Prompts, locale: Locale, kind: Kind) -> Channel {
    let template: &Template = prompts.outreach_template(locale, kind);
    template.channel
}

/// What the template may name: whole sentences where it wants them.
fn known(prompts: &Prompts, wanted: &For<'_>) -> Slots {
    let mut known = Slots::new();
    let mut put = |slot: &str, value: Option<&str>| {
        if let Some(value) = value.map(str::trim).filter(|value| !value.is_empty()) {
            known.insert(slot.to_owned(), value.to_owned());
        }
    };
    let to = if wanted.kind.goes_to_referrer() { wanted.referrer } else { wanted.contact };
    put("name", to.map(|to| to.name.as_str()));
    put("first_name", to.map(Contact::first_name));
    put("organisation", to.and_then(|to| to.organisation.as_deref()));
    put("title", to.and_then(|to| to.title.as_deref()));
    put("field", wanted.field);
    if wanted.kind.goes_to_referrer() {
        put("about", wanted.contact.map(|contact| contact.name.as_str()));
    } else {
        let may_name =
            wanted.contact.and_then(|contact| contact.referral).is_some_and(|edge| edge.may_name == MayName::Yes);
        put("referrer", wanted.referrer.filter(|_| may_name).map(|referrer| referrer.name.as_str()));
    }
    let said = |slot: &str| wanted.slots.get(slot).map(String::as_str);
    for slot in ["minutes", "times", "place", "met"] {
        put(slot, said(slot));
    }
    // On the phone one says a name, and in a note there is no room for more.
    let signature = said("signature").map(|signature| match wanted.kind {
        Kind::Phone | Kind::Linkedin => {
            signature.lines().next().unwrap_or_default().split(',').next().unwrap_or_default()
        }
        _ => signature,
    });
    put("signature", signature);
    let build = prompts.build_rules(wanted.locale);
    let rules = prompts.outreach_rules(wanted.locale);
    // What is said in the other language is nobody's to put into words of this one.
    let other = prompts.build_rules(wanted.locale.pick(Locale::Fr, Locale::En));
    let is_foreign = |answer: &str| match language::told(answer) {
        Some(told) => told != wanted.locale,
        // Short: it begins as a sentence does there, and not here.
        None => {
            other.is_sentence(other.stems(PitchPart::Who), answer)
                && !build.is_sentence(build.stems(PitchPart::Who), answer)
        }
    };
    let as_it_stands = |answer: &str| {
        let bare = answer.trim().trim_end_matches('.');
        format!("{}{}", words::capital(bare), if bare.ends_with(['!', '?', '…']) { "" } else { "." })
    };
    let who = said("who").map(|who| match is_foreign(who) {
        true => as_it_stands(who),
        false => build::sentence(build, PitchPart::Who, who),
    });
    put("who", who.as_deref());
    for slot in ["purpose", "found", "learned", "next", "did", "news"] {
        let (Some(answer), Some(stems)) = (said(slot), rules.stems.get(slot)) else { continue };
        // Who ends with a full stop has written a sentence.
        let is_sentence = answer.trim_end().ends_with(['.', '!', '?']) && words::count(answer) >= FEWEST_WORDS;
        let sentence = match is_sentence || is_foreign(answer) {
            true => as_it_stands(answer),
            false => build::sentence_by(build, stems, PitchPart::Learn, answer),
        };
        put(slot, Some(&sentence));
    }
    let goals: Vec<&str> = said("learn").unwrap_or_default().lines().filter(|line| !line.trim().is_empty()).collect();
    put("learn_one", goals.first().copied());
    let list: Vec<String> = goals.iter().map(|goal| format!("- {}", goal.trim())).collect();
    put("learn", Some(&list.join("\n")));
    let own = [said("who"), said("purpose")].into_iter().flatten().collect::<Vec<_>>().join(" ");
    if prompts.bank.suits_in(&own).contains(&NEWCOMERS) {
        put("newcomer", Some("yes"));
    }
    if wanted.job_ask == JobAsk::Upfront {
        put("upfront", Some("yes"));
    }
    known
}

/// With so many words something that ends with a full stop is a sentence.
const FEWEST_WORDS: usize = 4;
/// The situation of `suits.toml` that newcomers are in.
const NEWCOMERS: &str = "newcomer";

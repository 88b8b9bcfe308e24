//! What there is to say of a message to a stranger, by the words of it.
//!
//! Sources: who you are and why (S0, S2, S4), for information and not for a job (S2, S4; S1 disagrees), the minutes (S3, S4), short (S2, S3), a
//! subject that is no junk (S3), what was learned (S2), no name without a yes (S0, S2, S4).

use super::pitch;
use super::sentences::sentences;
use crate::ids::named;
use crate::prompts::cues::{Cues, Plain, Seldom};
use crate::prompts::outreach_rules::OutreachRules;
use crate::prompts::pitch_rules::{Part, PitchRules};
use crate::words;
use std::ops::Range;

named! {
    /// How a message goes, and with that how long it may be.
    Channel {
        /// By e-mail, as a first contact: 150 words.
        Email = "email",
        /// A note on LinkedIn: 300 characters.
        Linkedin = "linkedin",
        /// Said on the phone: 120 words.
        Phone = "phone",
        /// Thanks, afterwards: 150 words.
        Thanks = "thanks",
        /// To somebody one knows already: 150 words.
        Message = "message",
    }
}

named! {
    /// What can be found, the gravest first.
    Kind {
        /// It asks for a job.
        JobAsk = "job_ask",
        /// It names somebody who gave no permission for that.
        Name = "name",
        /// Something of a template was left in.
        Placeholder = "placeholder",
        /// It does not say who writes.
        NoIdentity = "no_identity",
        /// It does not say why.
        NoReason = "no_reason",
        /// The thanks name nothing that was learned.
        NoLearnedThing = "no_learned_thing",
        /// It does not say how many minutes are asked for.
        NoMinutes = "no_minutes",
        /// One cannot simply say yes or no.
        HardToAnswer = "hard_to_answer",
        /// Nothing shows why this person was chosen.
        NotPersonal = "not_personal",
        /// It is too long for the way it goes.
        TooLong = "too_long",
        /// The subject could be taken for junk.
        JunkSubject = "junk_subject",
        /// It gives a telephone number or an address away.
        PhoneOrAddress = "phone_or_address",
        /// It begins with a worn formula.
        Cliche = "cliche",
        /// Spelling or grammar.
        Grammar = "grammar",
    }
}

named! {
    /// What can be good about a message.
    Good {
        /// It shows why this person was chosen.
        Personal = "personal",
        /// It says why.
        Reason = "reason",
        /// It says who writes.
        Identity = "identity",
        /// It says how many minutes are asked for.
        Minutes = "minutes",
        /// One can simply say yes or no.
        Easy = "easy",
        /// The thanks name what was learned.
        Learned = "learned",
    }
}

/// What a community thinks of asking for work (the sources disagree).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum JobAsk {
    /// Never (S2, S4).
    #[default]
    Never,
    /// Say openly that one would like to work there, and ask what it takes (S1).
    Upfront,
}

/// Something found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What.
    pub kind: Kind,
    /// The words that show it; where something is missing, those beside which it is missed.
    pub quote: String,
    /// How it could be said.
    pub instead: Option<String>,
}

/// A message.
#[derive(Clone, Copy, Debug)]
pub struct Message<'a> {
    /// How it goes.
    pub channel: Channel,
    /// Its subject.
    pub subject: Option<&'a str>,
    /// Its text.
    pub text: &'a str,
}

/// The most characters of a quotation.
const QUOTED: usize = 60;

/// How much a message of a channel may hold, and how much this one does.
pub fn length(channel: Channel, text: &str) -> (usize, usize) {
    match channel {
        Channel::Linkedin => (300, text.trim().chars().count()),
        Channel::Phone => (120, words::count(text)),
        Channel::Email | Channel::Thanks | Channel::Message => (150, words::count(text)),
    }
}

/// Everything there is to say, the gravest first.
pub fn review(rules: &OutreachRules, pitch_rules: &PitchRules, message: &Message<'_>) -> Vec<Finding> {
    let text = message.text.trim();
    let plain = Plain::of(text);
    let said = Said { rules, text, plain: &plain, sentences: sentences(text) };
    let as_pitch = pitch::review(pitch_rules, text, pitch::USUAL_TARGET);
    let parts = &as_pitch.parts;
    let has =
        |cues: &Seldom, part: &[Part]| cues.ready().are_in(&plain) || part.iter().any(|part| parts.contains_key(part));
    let mut found = Vec::new();
    // What takes a match back here does so for those of a pitch as well.
    let is_ask = |finding: &Range<usize>| !rules.job_ask.ready().take_back(&plain, finding);
    let asks =
        [&pitch_rules.job_ask, rules.job_ask.ready()].into_iter().flat_map(|cues| cues.find_all(&plain)).filter(is_ask);
    found.extend(asks.min_by_key(|mark| mark.start).map(|mark| said.quoting(Kind::JobAsk, mark)));
    found.extend(said.cued(Kind::Placeholder, [rules.placeholder.ready()]));
    found.extend(message.subject.and_then(|subject| {
        let plain = Plain::of(subject);
        let mark = rules.placeholder.ready().find_all(&plain).into_iter().next()?;
        Some(said.finding(Kind::Placeholder, &subject[mark]))
    }));
    match message.channel {
        Channel::Message => {}
        Channel::Thanks => {
            if !rules.learned.ready().are_in(&plain) {
                found.push(said.finding(Kind::NoLearnedThing, &said.opening()));
            }
        }
        Channel::Email | Channel::Linkedin | Channel::Phone => {
            if !has(&rules.identity, &[Part::Who, Part::Bring]) {
                found.push(said.finding(Kind::NoIdentity, &said.opening()));
            }
            // Whoever asks for work has said why they write.
            let asks = found.iter().any(|finding| finding.kind == Kind::JobAsk);
            if !asks && !has(&rules.reason, &[Part::Learn]) {
                found.push(said.finding(Kind::NoReason, &said.opening()));
            }
            // Minutes in the subject are asked for as well.
            let in_subject = message.subject.is_some_and(|subject| rules.minutes.ready().are_in(&Plain::of(subject)));
            if !in_subject && !rules.minutes.ready().are_in(&plain) {
                found.push(said.finding(Kind::NoMinutes, &said.ask()));
            }
            if !rules.easy.ready().are_in(&plain) {
                found.push(said.finding(Kind::HardToAnswer, &said.ending()));
            }
            if !has(&rules.personal, &[Part::WhyYou]) {
                found.push(said.finding(Kind::NotPersonal, &said.opening()));
            }
            found.extend(said.cued(Kind::PhoneOrAddress, [rules.phone_or_address.ready()]));
        }
    }
    let (most, length) = length(message.channel, text);
    if length > most {
        // What shows nothing can go first; otherwise the longest sentence.
        let instead = as_pitch.spare.clone();
        let longest = said.sentences.iter().max_by_key(|range| words::count(&text[(*range).clone()]));
        let quote = instead.clone().or_else(|| longest.map(|range| text[range.clone()].to_owned())).unwrap_or_default();
        found.push(Finding { kind: Kind::TooLong, quote: words::shorten(&quote, QUOTED), instead: None });
    }
    if let Some(subject) = message.subject.filter(|_| message.channel != Channel::Linkedin)
        && is_junk(rules, subject)
    {
        found.push(said.finding(Kind::JunkSubject, subject));
    }
    found.extend(said.cued(Kind::Cliche, [rules.cliche.ready()]));
    found.sort_by_key(|finding| finding.kind);
    found.dedup_by_key(|finding| finding.kind);
    found
}

/// What is good about a message, the best first, each with the words that show it.
pub fn worked(rules: &OutreachRules, pitch_rules: &PitchRules, message: &Message<'_>) -> Vec<(Good, String)> {
    let text = message.text.trim();
    let plain = Plain::of(text);
    let said = Said { rules, text, plain: &plain, sentences: sentences(text) };
    let parts = pitch::review(pitch_rules, text, pitch::USUAL_TARGET).parts;
    let shown = |cues: &Seldom, part: &[Part]| {
        let of_part = part.iter().find_map(|part| parts.get(part)).map(|words| words::shorten(words, QUOTED));
        of_part.or_else(|| said.shown(cues.ready()))
    };
    let found = match message.channel {
        Channel::Message => Vec::new(),
        Channel::Thanks => vec![(Good::Learned, shown(&rules.learned, &[]))],
        Channel::Email | Channel::Linkedin | Channel::Phone => vec![
            (Good::Personal, shown(&rules.personal, &[Part::WhyYou])),
            (Good::Reason, shown(&rules.reason, &[Part::Learn])),
            (Good::Identity, shown(&rules.identity, &[Part::Who, Part::Bring])),
            (Good::Minutes, shown(&rules.minutes, &[])),
            (Good::Easy, shown(&rules.easy, &[])),
        ],
    };
    let mut quoted = Vec::new();
    let found = found.into_iter().filter_map(|(good, quote)| Some((good, quote?)));
    // The same words are praised once.
    found
        .filter(|(_, quote)| {
            !quoted.contains(quote) && {
                quoted.push(quote.clone());
                true
            }
        })
        .collect()
}

/// Whether a subject could be taken for junk, or says nothing.
fn is_junk(rules: &OutreachRules, subject: &str) -> bool {
    let letters = subject.chars().filter(|c| c.is_alphabetic()).count();
    let capitals = subject.chars().filter(|c| c.is_uppercase()).count();
    let is_shouted = letters > 3 && capitals * 3 > letters * 2;
    letters == 0 || is_shouted || rules.junk_subject.ready().are_in(&Plain::of(subject.trim()))
}

/// The names among these that a text mentions, as byte ranges of it.
pub fn named<'a>(text: &'a str, names: impl Iterator<Item = &'a str>) -> Vec<(&'a str, Range<usize>)> {
    let small = words::ascii(text).to_lowercase();
    let starts: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let is_word = |at: Option<u8>| at.is_some_and(|byte| byte.is_ascii_alphanumeric());
    let find = |name: &'a str| {
        let wanted = words::ascii(name.trim()).to_lowercase();
        if wanted.len() < 2 {
            return None;
        }
        let bytes = small.as_bytes();
        let at = small.match_indices(wanted.as_str()).map(|(at, _)| at).find(|at| {
            let before = at.checked_sub(1).and_then(|before| bytes.get(before).copied());
            !is_word(before) && !is_word(bytes.get(at + wanted.len()).copied())
        })?;
        Some((name, *starts.get(at)?..*starts.get(at + wanted.len())?))
    };
    names.filter_map(find).collect()
}

/// A text while it is looked at.
struct Said<'a> {
    rules: &'a OutreachRules,
    text: &'a str,
    plain: &'a Plain<'a>,
    sentences: Vec<Range<usize>>,
}

impl Said<'_> {
    fn finding(&self, kind: Kind, quote: &str) -> Finding {
        let quote = words::shorten(quote.split_whitespace().collect::<Vec<_>>().join(" ").trim(), QUOTED);
        Finding { kind, quote, instead: self.rules.instead.get(&kind).cloned() }
    }

    /// The first of what cues show, with the sentence around it.
    fn cued<const N: usize>(&self, kind: Kind, cues: [&Cues; N]) -> Option<Finding> {
        let marks = cues.iter().flat_map(|cues| cues.find_all(self.plain));
        Some(self.quoting(kind, marks.min_by_key(|mark| mark.start)?))
    }

    /// A finding that words show.
    fn quoting(&self, kind: Kind, mark: Range<usize>) -> Finding {
        self.finding(kind, self.around(mark))
    }

    /// The first words that cues find.
    fn shown(&self, cues: &Cues) -> Option<String> {
        let mark = cues.find_all(self.plain).into_iter().min_by_key(|mark| mark.start)?;
        Some(words::shorten(self.around(mark).split_whitespace().collect::<Vec<_>>().join(" ").trim(), QUOTED))
    }

    /// The sentence around some words where that is short, and otherwise the words.
    fn around(&self, mark: Range<usize>) -> &str {
        let around = self.sentences.iter().find(|range| range.contains(&mark.start)).unwrap_or(&mark);
        let sentence = &self.text[around.clone()];
        if sentence.chars().count() > QUOTED { &self.text[mark] } else { sentence }
    }

    /// The first words after the greeting.
    fn opening(&self) -> String {
        let mut sentence = self.sentences.iter().map(|range| self.text[range.clone()].trim());
        sentence.find(|sentence| words::count(sentence) > 3).unwrap_or(self.text).to_owned()
    }

    /// The sentence that asks for something, or the last.
    fn ask(&self) -> String {
        let asks = self.sentences.iter().rev().find(|range| self.text[(*range).clone()].trim_end().ends_with('?'));
        asks.map_or_else(|| self.ending(), |range| self.text[range.clone()].to_owned())
    }

    /// The last sentence of some words: no signature.
    fn ending(&self) -> String {
        let sentence = self.sentences.iter().rev().map(|range| self.text[range.clone()].trim());
        let mut whole = sentence.filter(|sentence| words::count(sentence) > 3);
        whole.next().unwrap_or(self.text).to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_found_as_a_whole_word_in_its_place() {
        let text = "Élodie, ana silva gave me your name, not Anabel.";
        let found = named(text, ["Ana Silva", "Ana", "Abel", "Elodie"].into_iter());
        let words: Vec<&str> = found.iter().map(|(_, range)| &text[range.clone()]).collect();
        assert_eq!(words, ["ana silva", "ana", "Élodie"]);
    }
}

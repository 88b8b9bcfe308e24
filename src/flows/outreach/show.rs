//! A message as it is shown, with what there is to say of it.

use super::fill::kind_name;
use super::{State, contact_of, gone, numbered, referrer_of};
use crate::chat::{Arg, Choice, Line, Message};
use crate::coach::draft::{Draft, Kind, Version, channel};
use crate::coach::language::{self, Written};
use crate::coach::outreach::{self, Finding, JobAsk, Kind as Found};
use crate::contact::{Contact, MayName};
use crate::flows::sharpen::{self, LETTERS, Letter, MOST_TO_SHARPEN};
use crate::flows::{Cx, Effect, Turn};
use crate::grammar::Slip;
use crate::ids::Locale;
use crate::words::{fold, shorten};

/// Shows a draft again.
pub(super) fn draft(cx: &Cx<'_>, number: u32, said: Option<Line>) -> Turn<State> {
    match numbered(cx, number) {
        Some(draft) if draft.sent_on.is_some() => super::sent::show(cx, draft, said),
        Some(draft) => message(cx, draft, said),
        None => gone(),
    }
}

/// Shows a draft as it now is.
pub(super) fn message(cx: &Cx<'_>, draft: &Draft, said: Option<Line>) -> Turn<State> {
    let Some(version) = draft.latest() else { return gone() };
    let contact = contact_of(cx, draft.contact);
    let mut lines: Vec<Line> = said.into_iter().flat_map(|said| [said, Line::Gap]).collect();
    lines.push(head(cx, draft));
    lines.extend(text(draft.kind, version));
    lines.push(Line::Gap);
    lines.extend(not_asked(cx, draft, contact));
    if draft.kind == Kind::Linkedin {
        let (most, length) = outreach::length(outreach::Channel::Linkedin, &version.text());
        lines.push(Line::with("outreach-length-characters", [("length", length.into()), ("most", most.into())]));
    }
    let found = findings(cx, draft, version);
    let (sharpened, found) = to_sharpen(&found, cx.job_ask);
    lines.extend(found);
    let message = Message::of(lines).choices(options(cx, draft, contact, sharpened.len())).to_keep();
    Turn::linger(State::Shown { number: draft.number, sharpened }, [Effect::Say(message)])
}

/// What it is, and to whom.
pub(super) fn head(cx: &Cx<'_>, draft: &Draft) -> Line {
    let contact = contact_of(cx, draft.contact);
    let to = if draft.kind.goes_to_referrer() { referrer_of(cx, contact) } else { contact };
    let (number, kind) = (("number", draft.number.into()), ("kind", kind_name(draft.kind)));
    match to {
        Some(to) => Line::with("outreach-head", [number, kind, ("name", Arg::Words(to.name.clone()))]),
        None => Line::with("outreach-head-nobody", [number, kind]),
    }
}

/// What it says: a script part by part, anything else as one.
pub(super) fn text(kind: Kind, version: &Version) -> Vec<Line> {
    let subject = version.subject.as_ref();
    let subject = subject.map(|subject| Line::with("outreach-subject", [("subject", Arg::Words(subject.clone()))]));
    let mut lines: Vec<Line> = subject.into_iter().collect();
    if kind != Kind::Phone {
        lines.push(Line::Quote(version.text()));
        return lines;
    }
    for part in &version.parts {
        // Only what is said in one case alone needs a name.
        let when = match part.id.as_str() {
            "now" => Some("outreach-when-now"),
            "busy" => Some("outreach-when-busy"),
            "voicemail" => Some("outreach-when-voicemail"),
            "thanks" => Some("outreach-when-thanks"),
            _ => None,
        };
        lines.extend(when.map(Line::say));
        lines.push(Line::Quote(part.text.clone()));
    }
    lines
}

/// That somebody's name was left out, because they were not asked.
fn not_asked(cx: &Cx<'_>, draft: &Draft, contact: Option<&Contact>) -> Option<Line> {
    let may_name = contact?.referral?.may_name;
    let referrer = referrer_of(cx, contact)?;
    let key = match may_name {
        _ if draft.kind.goes_to_referrer() || !draft.kind.is_request() => return None,
        MayName::Yes => return None,
        MayName::No => "outreach-name-refused",
        MayName::NotAsked => "outreach-name-not-asked",
    };
    Some(Line::with(key, [("by", Arg::Words(referrer.name.clone()))]))
}

/// Everything there is to say of it.
pub(super) fn findings(cx: &Cx<'_>, draft: &Draft, version: &Version) -> Vec<Finding> {
    let spoken =
        |part: &&crate::coach::draft::Part| !["now", "busy", "voicemail", "thanks"].contains(&part.id.as_str());
    // Of a script, what is said in any case is what the bar is for.
    let text = match draft.kind {
        Kind::Phone => Version {
            locale: version.locale,
            subject: None,
            parts: version.parts.iter().filter(spoken).cloned().collect(),
        }
        .text(),
        _ => version.text(),
    };
    let locale = version.locale;
    let message = outreach::Message {
        channel: channel(cx.prompts, locale, draft.kind),
        subject: version.subject.as_deref(),
        text: &text,
    };
    let (rules, pitch_rules) = (cx.prompts.outreach_rules(locale), cx.prompts.pitch_rules(locale));
    let mut found = outreach::review(rules, pitch_rules, &message);
    // What only a first contact needs is not asked of a reminder.
    if draft.kind == Kind::FollowUp {
        let is_asked = |kind: Found| !matches!(kind, Found::NoIdentity | Found::NoReason | Found::NotPersonal);
        found.retain(|finding| is_asked(finding.kind));
    }
    let all = version.text();
    found.extend(unpermitted(cx, draft, &all));
    // What is said aloud has no spelling, and words that were written for the message in another language are none of English.
    let own = match version.parts.iter().any(|part| part.id == "whole") {
        true => all.clone(),
        false => draft.slots.values().map(String::as_str).collect::<Vec<_>>().join(". "),
    };
    if draft.kind != Kind::Phone && language::of(&own, locale) == Written::In(locale) {
        found.extend(slip(cx, locale, &all, contact_of(cx, draft.contact)));
    }
    found.sort_by_key(|finding| finding.kind);
    found
}

/// The first name in it that may not be used.
fn unpermitted(cx: &Cx<'_>, draft: &Draft, text: &str) -> Option<Finding> {
    let contact = contact_of(cx, draft.contact);
    let to = if draft.kind.goes_to_referrer() { referrer_of(cx, contact) } else { contact };
    let is_allowed = |other: &Contact| {
        let is_one_of_them = [to, contact].into_iter().flatten().any(|one| one.number == other.number);
        let edge = contact.and_then(|contact| contact.referral).filter(|edge| edge.by == other.number);
        // Whom they led to is no secret to them.
        let led_here = other.referral.is_some_and(|edge| to.is_some_and(|to| to.number == edge.by));
        is_one_of_them || led_here || edge.is_some_and(|edge| edge.may_name == MayName::Yes)
    };
    let others = cx.library.contacts.iter().filter(|other| !is_allowed(other) && other.name.contains(' '));
    let named = outreach::named(text, others.map(|other| other.name.as_str()));
    let (_, range) = named.into_iter().next()?;
    Some(Finding { kind: Found::Name, quote: text[range].to_owned(), instead: None })
}

/// The first slip of spelling or grammar, in English. Names that are known are none.
pub(super) fn slip(cx: &Cx<'_>, locale: Locale, text: &str, contact: Option<&Contact>) -> Option<Finding> {
    if locale != Locale::En {
        return None;
    }
    let contacts = contact.into_iter().chain(referrer_of(cx, contact));
    let names: Vec<String> =
        contacts.flat_map(|contact| contact.in_short().split_whitespace().map(fold).collect::<Vec<_>>()).collect();
    let is_name = |slip: &Slip| {
        let better: Vec<String> = slip.instead.iter().flat_map(|better| better.split_whitespace().map(fold)).collect();
        slip.quote.split_whitespace().map(fold).any(|word| names.contains(&word) && !better.contains(&word))
    };
    let slip = cx.slips_in(text).iter().find(|slip| !is_name(slip))?;
    Some(Finding { kind: Found::Grammar, quote: slip.quote.clone(), instead: slip.instead.clone() })
}

/// At most three things to sharpen, with their keys, or that there are none.
pub(super) fn to_sharpen(found: &[Finding], job_ask: JobAsk) -> (Vec<String>, Vec<Line>) {
    if found.is_empty() {
        return (Vec::new(), vec![Line::say("outreach-fine")]);
    }
    let shown: Vec<&Finding> = found.iter().take(MOST_TO_SHARPEN).collect();
    let mut lines = vec![Line::with("outreach-sharpen", [("count", shown.len().into())])];
    let line = |(finding, letter): (&&Finding, &Letter)| {
        let args = [
            ("letter", Arg::Name(letter.letter.to_owned())),
            ("quote", Arg::Words(finding.quote.clone())),
            ("instead", finding.instead.clone().map_or_else(|| Arg::Name("none".to_owned()), Arg::Words)),
        ];
        Line::with(key(finding.kind, job_ask), args)
    };
    lines.extend(shown.iter().zip(&LETTERS).map(line));
    let more = found.len() - shown.len();
    lines.extend((more > 0).then(|| Line::with("outreach-more", [("count", more.into())])));
    (shown.iter().map(|finding| key(finding.kind, job_ask).to_owned()).collect(), lines)
}

/// The text for something to sharpen.
const fn key(kind: Found, job_ask: JobAsk) -> &'static str {
    match kind {
        Found::JobAsk if matches!(job_ask, JobAsk::Upfront) => "outreach-sharpen-upfront",
        Found::JobAsk => "outreach-sharpen-job-ask",
        Found::Name => "outreach-sharpen-name",
        Found::Placeholder => "outreach-sharpen-placeholder",
        Found::NoIdentity => "outreach-sharpen-no-identity",
        Found::NoReason => "outreach-sharpen-no-reason",
        Found::NoLearnedThing => "outreach-sharpen-no-learned-thing",
        Found::NoMinutes => "outreach-sharpen-no-minutes",
        Found::HardToAnswer => "outreach-sharpen-hard-to-answer",
        Found::NotPersonal => "outreach-sharpen-not-personal",
        Found::TooLong => "outreach-sharpen-too-long",
        Found::JunkSubject => "outreach-sharpen-junk-subject",
        Found::PhoneOrAddress => "outreach-sharpen-phone-or-address",
        Found::Cliche => "outreach-sharpen-cliche",
        Found::Grammar => "outreach-sharpen-grammar",
    }
}

fn options(cx: &Cx<'_>, draft: &Draft, contact: Option<&Contact>, sharpened: usize) -> Vec<Choice> {
    let has_referrer = referrer_of(cx, contact).is_some() && !draft.kind.goes_to_referrer();
    let is_not_asked =
        contact.and_then(|contact| contact.referral).is_some_and(|edge| edge.may_name == MayName::NotAsked);
    let is_first = draft.kind.is_request();
    let mut choices = vec![
        Choice::new("sent", "choice-outreach-sent"),
        Choice::new("part", "choice-outreach-part"),
        Choice::new("whole", "choice-outreach-whole"),
    ];
    choices.extend((draft.versions.len() > 1).then(|| Choice::new("earlier", "choice-outreach-earlier")));
    choices.extend((draft.kind == Kind::Phone).then(|| Choice::new("drill", "choice-outreach-drill")));
    choices.extend(
        (has_referrer && is_not_asked && is_first).then(|| Choice::new("may-i-name", "choice-outreach-may-i-name")),
    );
    choices.extend((has_referrer && is_first).then(|| Choice::new("pre-warm", "choice-outreach-pre-warm")));
    choices.extend((draft.kind == Kind::ThankYou).then(|| Choice::new("by-hand", "choice-outreach-by-hand")));
    let is_pasted = draft.latest().is_some_and(|version| version.parts.iter().any(|part| part.id == "whole"));
    let other = Choice::new("language", draft.locale().pick("choice-outreach-in-french", "choice-outreach-in-english"));
    choices.extend((!is_pasted).then_some(other));
    choices.push(Choice::new("file", "choice-outreach-file"));
    choices.extend(sharpen::sources(sharpened));
    choices
}

/// The message as a file.
pub(super) fn file(draft: &Draft) -> Message {
    let Some(version) = draft.latest() else { return Message::say("outreach-gone") };
    let name = format!("message-{}.txt", draft.number);
    let subject = version.subject.as_ref().map(|subject| format!("{subject}\n\n")).unwrap_or_default();
    Message::of([Line::say("outreach-file"), Line::Sheet(name, format!("{subject}{}\n", version.text()))])
}

/// The first words of a version, to tell it from others.
pub(super) fn first_words(version: &Version) -> String {
    shorten(&version.text().split_whitespace().collect::<Vec<_>>().join(" "), 50)
}

//! A contact as it is shown, and what can be done with it.

use super::{State, act_on, change, gone, refer, stay};
use crate::chat::{Arg, Choice, Line, Message};
use crate::commands::{CommandName, Invocation, Value};
use crate::contact::{self, Contact, MayName, tags};
use crate::flows::{Cx, Effect, Turn};
use crate::words::shorten;

/// How many notes are shown: the latest.
const NOTES_SHOWN: usize = 8;
/// The most characters of a label.
const LONGEST_LABEL: usize = 70;

/// A contact's name as a choice bears it, with what tells it from others.
pub(in crate::flows) fn label(contact: &Contact) -> String {
    shorten(&contact.in_short(), LONGEST_LABEL)
}

/// Shows a contact of a list, with notes that are not in the library yet.
pub(super) fn show(cx: &Cx<'_>, all: &[Contact], number: u32, fresh: &[String]) -> Turn<State> {
    let Some(contact) = contact::numbered(all, number) else { return gone() };
    let message = Message::of(lines(cx, all, contact, fresh)).choices(options(contact)).to_keep();
    Turn::linger(State::Shown { number }, [Effect::Say(message)])
}

/// Shows it after a line that says what was done.
pub(super) fn show_after(cx: &Cx<'_>, all: &[Contact], number: u32, fresh: &[String], said: Line) -> Turn<State> {
    let mut turn = show(cx, all, number, fresh);
    if let Some(Effect::Say(message)) = turn.effects.last_mut() {
        message.lines.splice(0..0, [said, Line::Gap]);
    }
    turn
}

fn lines(cx: &Cx<'_>, all: &[Contact], contact: &Contact, fresh: &[String]) -> Vec<Line> {
    let words = |words: &str| Arg::Words(words.to_owned());
    let mut lines = vec![Line::with("contact-card", [("name", words(&contact.in_short()))])];
    let said = |key: &'static str, value: &Option<String>| {
        value.as_deref().map(|value| Line::with(key, [("value", words(value))]))
    };
    lines.extend(said("contact-card-met", &contact.met));
    lines.extend(said("contact-card-email", &contact.email));
    lines.extend(said("contact-card-phone", &contact.phone));
    if !contact.tags.is_empty() {
        let tags: Vec<String> = contact.tags.iter().map(|tag| tag_name(cx, tag)).collect();
        lines.push(Line::with("contact-card-tags", [("value", Arg::Words(tags.join(", ")))]));
    }
    lines.extend(contact.ease.map(|ease| {
        Line::say(match ease {
            contact::Ease::Easy => "contact-card-easy",
            contact::Ease::Middling => "contact-card-middling",
            contact::Ease::Daunting => "contact-card-daunting",
        })
    }));
    lines.extend(contact.locale.map(|locale| Line::say(locale.pick("contact-card-english", "contact-card-french"))));
    let referral =
        contact.referral.and_then(|referral| Some((contact::numbered(all, referral.by)?, referral.may_name)));
    lines.extend(referral.map(|(by, may_name)| Line::with(may_name_key(may_name), [("by", words(&by.name))])));
    let led_to = all.iter().filter(|other| other.referral.is_some_and(|referral| referral.by == contact.number));
    let led_to: Vec<&str> = led_to.map(|other| other.name.as_str()).collect();
    if !led_to.is_empty() {
        lines.push(Line::with("contact-card-led-to", [("names", Arg::Words(shorten(&led_to.join(", "), 200)))]));
    }
    let notes: Vec<_> = cx.library.notes.iter().filter(|note| note.contact == contact.number).collect();
    let earlier = notes.len().saturating_sub(NOTES_SHOWN);
    if earlier > 0 {
        lines.push(Line::with("contact-card-notes-earlier", [("count", earlier.into())]));
    }
    let today = cx.clocks().date();
    let notes = notes.into_iter().skip(earlier).map(|note| (note.day, note.words.as_str()));
    for (day, note) in notes.chain(fresh.iter().map(|note| (today, note.as_str()))) {
        lines.push(Line::with("contact-card-note", [("day", cx.day(day)), ("note", words(&shorten(note, 300)))]));
    }
    lines
}

/// The line that says who gave the name, and whether theirs may be used.
const fn may_name_key(may_name: MayName) -> &'static str {
    match may_name {
        MayName::Yes => "contact-card-may-name",
        MayName::No => "contact-card-may-not-name",
        MayName::NotAsked => "contact-card-not-asked",
    }
}

/// A tag in words.
fn tag_name(cx: &Cx<'_>, tag: &str) -> String {
    match tags::KNOWN.iter().find(|known| known.name == tag) {
        Some(known) => cx.prompts.speech.say(cx.locale, known.label, None),
        None => tag.to_owned(),
    }
}

fn options(contact: &Contact) -> Vec<Choice> {
    let by = match contact.referral {
        Some(_) => Choice::new("may-name", "choice-contact-may-name"),
        None => Choice::new("by", "choice-contact-by"),
    };
    let rest = [
        Choice::new("write", "choice-contact-write"),
        Choice::new("note", "choice-contact-note"),
        by,
        Choice::new("change", "choice-contact-change"),
        Choice::new("remove", "choice-contact-remove"),
    ];
    rest.into_iter().collect()
}

/// A choice under a contact.
pub(super) fn chosen(cx: &Cx<'_>, number: u32, choice: &str) -> Turn<State> {
    let all = &cx.library.contacts;
    let Some(contact) = contact::numbered(all, number) else { return gone() };
    match choice {
        "write" => {
            let args = [("number".to_owned(), Value::Number(number))].into();
            Turn::done([Effect::Begin(Invocation { command: CommandName::OutreachDraft, args })])
        }
        "note" => change::ask_note(contact),
        "by" => refer::ask_by(cx, contact),
        "may-name" => refer::ask_may_name(all, contact),
        "change" => change::ask_part(contact),
        "remove" => act_on(cx, super::Act::Remove, contact, None),
        _ => stay(State::Shown { number }, "choose-one"),
    }
}

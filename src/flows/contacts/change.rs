//! A contact is noted on, changed and removed.

use super::{Act, Part, State, act_on, add, card, gone, stay, which};
use crate::chat::{Arg, Choice, Field, Line, Message};
use crate::contact::{self, Contact, LONGEST, LONGEST_NOTE, MOST_NOTES, Note, line, tags};
use crate::flows::{Cx, Effect, Record, Turn};
use crate::ids::Locale;
use crate::words::{clean, shorten};

/// Notes something, said with the command: "Ana: likes tea", or "Ana likes tea".
pub(super) fn begin_note(cx: &Cx<'_>, whom: Option<&str>, note: Option<&str>) -> Turn<State> {
    let (Some(typed), None) = (whom, note) else { return which(cx, Act::Note, whom, note.map(str::to_owned)) };
    let (whom, note) = name_and_rest(&cx.library.contacts, typed);
    which(cx, Act::Note, Some(whom), note.map(str::to_owned))
}

/// The most words of a name.
const LONGEST_NAME: usize = 8;

/// The longest beginning of words that names contacts, and what follows it.
pub(super) fn name_and_rest<'a>(all: &[Contact], typed: &'a str) -> (&'a str, Option<&'a str>) {
    let words = typed.match_indices(char::is_whitespace).map(|(at, _)| at);
    // No name is longer, however long the note is.
    let ends: Vec<usize> = words.chain([typed.len()]).take(LONGEST_NAME).collect();
    let names_one = |end: &&usize| !contact::meant(all, &typed[..**end]).is_empty();
    match ends.iter().rev().find(names_one) {
        Some(end) if *end < typed.len() => (&typed[..*end], Some(typed[*end..].trim())),
        _ => (typed, None),
    }
}

pub(super) fn ask_note(contact: &Contact) -> Turn<State> {
    let question = Message::of([Line::with("contact-note", [("name", Arg::Words(contact.name.clone()))])]);
    let question = question.awaiting_words().form([Field::new("form-contact-note", LONGEST_NOTE)]);
    Turn::wait(State::Note { number: contact.number }, [Effect::Say(question)])
}

/// Notes something on a contact. Tags in it are tags.
pub(super) fn note(cx: &Cx<'_>, number: u32, typed: &str) -> Turn<State> {
    let Some(contact) = contact::numbered(&cx.library.contacts, number) else { return gone() };
    let mut changed = contact.clone();
    let words = tags::taken_out(&clean(typed), &mut changed.tags);
    let length = words.chars().count();
    if length > LONGEST_NOTE {
        let said = Line::with("contact-note-long", [("length", length.into()), ("most", LONGEST_NOTE.into())]);
        return Turn::wait(State::Note { number }, [Effect::Say(Message::of([said]).awaiting_words())]);
    }
    if cx.library.notes.iter().filter(|note| note.contact == number).count() >= MOST_NOTES {
        return Turn::done([Effect::Say(Message::of([Line::with(
            "contact-notes-full",
            [("most", MOST_NOTES.into())],
        )]))]);
    }
    let has_words = words.chars().any(char::is_alphanumeric);
    if !has_words && changed == *contact {
        return stay(State::Note { number }, "contact-note-empty");
    }
    let mut effects = Vec::new();
    if changed != *contact {
        effects.push(Effect::Record(Record::Contacts(vec![changed.clone()])));
    }
    if has_words {
        let note = Note { contact: number, day: cx.clocks().date(), words };
        effects.push(Effect::Record(Record::Notes(vec![note])));
    }
    let said = Line::with("contact-noted", [("name", Arg::Words(contact.name.clone()))]);
    effects.push(Effect::Say(Message::of([said])));
    Turn::done(effects)
}

pub(super) fn ask_part(contact: &Contact) -> Turn<State> {
    let question = Message::of([Line::with("contact-change", [("name", Arg::Words(contact.name.clone()))])]);
    let choices = [
        Choice::new("name", "choice-contact-part-name"),
        Choice::new("work", "choice-contact-part-work"),
        Choice::new("met", "choice-contact-part-met"),
        Choice::new("reach", "choice-contact-part-reach"),
        Choice::new("tags", "choice-contact-part-tags"),
        Choice::new("ease", "choice-contact-part-ease"),
        Choice::new("language", "choice-contact-part-language"),
        Choice::new("leave", "choice-contact-leave"),
    ];
    Turn::wait(State::Change { number: contact.number }, [Effect::Say(question.choices(choices))])
}

pub(super) fn part_chosen(cx: &Cx<'_>, number: u32, choice: &str) -> Turn<State> {
    let Some(contact) = contact::numbered(&cx.library.contacts, number) else { return gone() };
    let (part, key, form) = match choice {
        "name" => (Part::Name, "contact-part-name", "form-contact-name"),
        "work" => (Part::Work, "contact-part-work", "form-contact-work"),
        "met" => (Part::Met, "contact-part-met", "form-contact-met"),
        "reach" => (Part::Reach, "contact-part-reach", "form-contact-reach"),
        "tags" => (Part::Tags, "contact-part-tags", "form-contact-tags"),
        "ease" => (Part::Ease, "contact-part-ease", ""),
        "language" => (Part::Language, "contact-part-language", ""),
        _ => return card::show(cx, &cx.library.contacts, number, &[]),
    };
    let question = Message::of([Line::with(key, [("name", Arg::Words(contact.name.clone()))])]);
    let question = match part {
        Part::Ease => question.choices(add::eases()),
        Part::Language => {
            question.choices([Choice::new("en", "choice-english"), Choice::new("fr", "choice-french")]).awaiting_value()
        }
        _ => question.awaiting_words().form([Field::new(form, LONGEST)]),
    };
    Turn::wait(State::Part { number, part }, [Effect::Say(question)])
}

pub(super) fn value_chosen(cx: &Cx<'_>, number: u32, part: Part, choice: &str) -> Turn<State> {
    change(cx, number, |contact| match part {
        Part::Ease => contact.ease = choice.parse().ok(),
        Part::Language => contact.locale = choice.parse().ok(),
        _ => {}
    })
}

/// A part of a contact in words.
pub(super) fn value(cx: &Cx<'_>, number: u32, part: Part, typed: &str) -> Turn<State> {
    let typed = clean(typed).split_whitespace().collect::<Vec<_>>().join(" ");
    let few = shorten(&typed, LONGEST);
    match part {
        Part::Name => match line::read(&typed) {
            Ok(read) => change(cx, number, |contact| contact.name = read.contact.name),
            Err(_) => stay(State::Part { number, part }, "contact-no-name"),
        },
        Part::Work => change(cx, number, |contact| (contact.title, contact.organisation) = line::work(&typed)),
        Part::Met => change(cx, number, |contact| contact.met = Some(few)),
        Part::Reach => match line::read(&format!("X, {typed}")) {
            Ok(read) if read.contact.email.is_some() || read.contact.phone.is_some() => change(cx, number, |contact| {
                contact.email = read.contact.email.or(contact.email.take());
                contact.phone = read.contact.phone.or(contact.phone.take());
            }),
            _ => stay(State::Part { number, part }, "contact-no-reach"),
        },
        Part::Tags => change(cx, number, |contact| {
            contact.tags.clear();
            typed.split([',', ';', '#']).for_each(|tag| tags::add(&mut contact.tags, tag));
        }),
        Part::Ease => stay(State::Part { number, part }, "choose-one"),
        Part::Language => match Locale::ALL.into_iter().find(|locale| says(&typed, *locale)) {
            Some(locale) => change(cx, number, |contact| contact.locale = Some(locale)),
            None => stay(State::Part { number, part }, "choose-one"),
        },
    }
}

fn says(typed: &str, locale: Locale) -> bool {
    let names = match locale {
        Locale::En => ["english", "anglais", "en"],
        Locale::Fr => ["french", "francais", "fr"],
    };
    names.contains(&crate::words::fold(typed).as_str())
}

fn change(cx: &Cx<'_>, number: u32, change: impl FnOnce(&mut Contact)) -> Turn<State> {
    let mut all = cx.library.contacts.clone();
    let Some(contact) = all.iter_mut().find(|contact| contact.number == number) else { return gone() };
    change(contact);
    let changed = contact.clone();
    let mut turn = card::show_after(cx, &all, number, &[], Line::say("contact-changed"));
    turn.effects.insert(0, Effect::Record(Record::Contacts(vec![changed])));
    turn
}

/// Says what goes with a contact, and asks.
pub(super) fn ask_remove(cx: &Cx<'_>, contact: &Contact) -> Turn<State> {
    let notes = cx.library.notes.iter().filter(|note| note.contact == contact.number).count();
    let led_to =
        cx.library.contacts.iter().filter(|other| other.referral.is_some_and(|edge| edge.by == contact.number));
    let led_to = led_to.count();
    let mut lines = vec![Line::with("contact-remove", [("name", Arg::Words(contact.in_short()))])];
    if notes > 0 {
        lines.push(Line::with("contact-remove-notes", [("count", notes.into())]));
    }
    let drafts = cx.library.drafts.iter().filter(|draft| draft.contact == Some(contact.number)).count();
    if drafts > 0 {
        lines.push(Line::with("contact-remove-drafts", [("count", drafts.into())]));
    }
    if led_to > 0 {
        lines.push(Line::with("contact-remove-led-to", [("count", led_to.into())]));
    }
    let choices = [Choice::new("remove", "choice-contact-really"), Choice::new("keep", "choice-contact-keep")];
    Turn::wait(State::Remove { number: contact.number }, [Effect::Say(Message::of(lines).choices(choices))])
}

pub(super) fn remove(cx: &Cx<'_>, number: u32, choice: &str) -> Turn<State> {
    let Some(contact) = contact::numbered(&cx.library.contacts, number) else { return gone() };
    if choice != "remove" {
        return act_on(cx, Act::Show, contact, None);
    }
    let said = Line::with("contact-removed", [("name", Arg::Words(contact.name.clone()))]);
    Turn::done([Effect::Record(Record::ContactRemoved(number)), Effect::Say(Message::of([said]))])
}

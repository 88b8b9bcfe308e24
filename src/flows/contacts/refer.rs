//! Who gave a contact's name, and whether that name may be used with them.
//!
//! Sources: ask for permission to use a name (S0, S2, S4).

use super::{Act, State, card, change, choices, gone, numbered, which};
use crate::chat::{Arg, Choice, Field, Line, Message};
use crate::contact::{self, Contact, LONGEST, MayName, Referral, line};
use crate::flows::{Cx, Effect, Record, Turn};
use crate::words::{clean, shorten};

/// How people say it on one line: "Ben Okafor from Ana Silva".
const FROM: [&str; 6] = [" from ", " by ", " through ", " de la part de ", " par ", " de "];

/// Begins with what was said with the command.
pub(super) fn begin(cx: &Cx<'_>, whom: Option<&str>, by: Option<&str>) -> Turn<State> {
    let (Some(typed), None) = (whom, by) else { return which(cx, Act::Refer, whom, by.map(str::to_owned)) };
    if !contact::meant(&cx.library.contacts, typed).is_empty() {
        return which(cx, Act::Refer, Some(typed), None);
    }
    let parted = FROM.iter().find_map(|from| typed.split_once(from));
    let (whom, by) = match parted {
        Some((whom, by)) => (whom, Some(by)),
        None => change::name_and_rest(&cx.library.contacts, typed),
    };
    which(cx, Act::Refer, Some(whom), by.map(str::to_owned))
}

pub(super) fn ask_by(cx: &Cx<'_>, contact: &Contact) -> Turn<State> {
    let others: Vec<&Contact> =
        cx.library.contacts.iter().rev().filter(|other| other.number != contact.number).collect();
    let question = Message::of([Line::with("contact-by", [("name", Arg::Words(contact.name.clone()))])]);
    let question = question.choices(choices(&others)).awaiting_words().form([Field::new("form-contact-by", LONGEST)]);
    Turn::wait(State::By { number: contact.number }, [Effect::Say(question)])
}

/// Asks which of several is meant.
pub(super) fn by_among(all: &[Contact], contact: &Contact, by: &str) -> Turn<State> {
    let found: Vec<&Contact> =
        contact::called(all, by).into_iter().filter(|other| other.number != contact.number).collect();
    let question = Message::of([Line::with("contact-which-of", [("count", found.len().into())])]);
    let question = question.choices(choices(&found)).awaiting_words();
    Turn::wait(State::By { number: contact.number }, [Effect::Say(question)])
}

/// That `by` gave the name of `number`, unless it was the other way round.
pub(in crate::flows) fn edge(all: &[Contact], number: u32, by: u32) -> Option<Referral> {
    (!contact::is_led_to(all, by, number)).then_some(Referral { by, may_name: MayName::NotAsked })
}

pub(super) fn by_chosen(cx: &Cx<'_>, number: u32, choice: &str) -> Turn<State> {
    match numbered(cx, choice) {
        Some(by) => given(&cx.library.contacts, number, by.number, None),
        None => gone(),
    }
}

/// Who gave the name, in words. Somebody who is not in the list is added to it.
pub(super) fn by(cx: &Cx<'_>, number: u32, typed: &str) -> Turn<State> {
    let Some(contact) = contact::numbered(&cx.library.contacts, number) else { return gone() };
    let typed = clean(typed);
    let said = line::by(typed.trim()).unwrap_or(typed.trim());
    match contact::called(&cx.library.contacts, said).as_slice() {
        [one] => given(&cx.library.contacts, number, one.number, None),
        [] => {
            let Ok(read) = line::read(said) else {
                return Turn::wait(State::By { number }, [Effect::Say(Message::say("contact-no-name"))]);
            };
            let giver = Contact { number: cx.library.next_contact.max(1), ..read.contact };
            let mut all = cx.library.contacts.clone();
            all.push(giver.clone());
            given(&all, number, giver.number, Some(giver))
        }
        _ => by_among(&cx.library.contacts, contact, said),
    }
}

fn given(all: &[Contact], number: u32, by: u32, new: Option<Contact>) -> Turn<State> {
    let Some(contact) = contact::numbered(all, number) else { return gone() };
    // The same again keeps what is known of the permission.
    let known = contact.referral.filter(|known| known.by == by);
    let Some(referral) = known.or_else(|| edge(all, number, by)) else {
        let other = contact::numbered(all, by).map(|by| by.name.clone()).unwrap_or_default();
        let args = [("name", Arg::Words(contact.name.clone())), ("by", Arg::Words(other))];
        let key = if by == number { "contact-by-self" } else { "contact-by-ring" };
        let said = Message::of([Line::with(key, args)]).awaiting_words();
        return Turn::wait(State::By { number }, [Effect::Say(said)]);
    };
    let changed = Contact { referral: Some(referral), ..contact.clone() };
    let added = new.iter().map(|new| Line::with("contact-added", [("name", Arg::Words(shorten(&new.name, LONGEST)))]));
    let added: Vec<Effect> = added.map(|line| Effect::Say(Message::of([line]))).collect();
    let written: Vec<Contact> = new.into_iter().chain([changed.clone()]).collect();
    let mut turn = ask_may_name(all, &changed);
    turn.effects.splice(0..0, [Effect::Record(Record::Contacts(written))].into_iter().chain(added));
    turn
}

pub(super) fn ask_may_name(all: &[Contact], contact: &Contact) -> Turn<State> {
    let by = contact.referral.and_then(|referral| contact::numbered(all, referral.by));
    let Some(by) = by else { return gone() };
    Turn::wait(State::MayName { number: contact.number }, [Effect::Say(may_name_question(contact, by))])
}

/// The question whether a name may be used.
pub(in crate::flows) fn may_name_question(contact: &Contact, by: &Contact) -> Message {
    let args = [("name", Arg::Words(contact.name.clone())), ("by", Arg::Words(by.name.clone()))];
    let choices = [
        Choice::new("yes", "choice-may-name-yes"),
        Choice::new("no", "choice-may-name-no"),
        Choice::new("not-asked", "choice-may-name-not-asked"),
    ];
    Message::of([Line::with("contact-may-name", args)]).choices(choices)
}

/// What an answer to that question says.
pub(in crate::flows) fn permission(choice: &str) -> MayName {
    match choice {
        "yes" => MayName::Yes,
        "no" => MayName::No,
        _ => MayName::NotAsked,
    }
}

/// What is known of the permission.
pub(super) fn may_name(cx: &Cx<'_>, number: u32, choice: &str) -> Turn<State> {
    let mut all = cx.library.contacts.clone();
    let Some(contact) = all.iter_mut().find(|contact| contact.number == number) else { return gone() };
    let Some(referral) = &mut contact.referral else { return card::show(cx, &cx.library.contacts, number, &[]) };
    referral.may_name = permission(choice);
    let changed = contact.clone();
    let mut turn = card::show(cx, &all, number, &[]);
    turn.effects.insert(0, Effect::Record(Record::Contacts(vec![changed])));
    turn
}

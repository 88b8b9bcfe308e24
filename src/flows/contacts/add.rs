//! A contact is added: in one line, or step by step.

use super::{New, State, card, choices, numbered, refer, stay};
use crate::chat::{Arg, Choice, Field, Line, Message};
use crate::commands::UserError;
use crate::contact::{self, Contact, Ease, LONGEST, LONGEST_NOTE, MOST, Note, line};
use crate::flows::sharpen::who_says_so;
use crate::flows::{Cx, Effect, Event, Record, Turn};
use crate::words::{clean, fold, shorten};

pub(super) fn begin(cx: &Cx<'_>, given: Option<&str>) -> Result<Turn<State>, UserError> {
    if cx.library.contacts.len() >= MOST {
        return Err(UserError::new("contact-full", [("most", MOST.into())]));
    }
    Ok(match given {
        Some(given) => named(cx, given),
        None => ask_name(),
    })
}

pub(super) fn ask_name() -> Turn<State> {
    let form = [
        Field::new("form-contact-name", LONGEST),
        Field::new("form-contact-work", LONGEST),
        Field::new("form-contact-met", LONGEST),
    ];
    let where_to_look = [Choice::new("where", "choice-contact-where")];
    Turn::wait(
        State::Name,
        [Effect::Say(Message::say("contact-name").choices(where_to_look).awaiting_words().form(form))],
    )
}

fn ask_work(new: Box<New>) -> Turn<State> {
    let form = [Field::new("form-contact-work", LONGEST), Field::new("form-contact-met", LONGEST)];
    let question = Message::of([Line::with("contact-work", [("name", Arg::Words(new.contact.name.clone()))])]);
    Turn::wait(State::Work { new }, [Effect::Say(question.awaiting_words().form(form))])
}

fn ask_met(new: Box<New>) -> Turn<State> {
    let question = Message::of([Line::with("contact-met", [("name", Arg::Words(new.contact.name.clone()))])]);
    let question = question.awaiting_words().form([Field::new("form-contact-met", LONGEST)]);
    Turn::wait(State::Met { new }, [Effect::Say(question)])
}

fn ask_ease(new: Box<New>) -> Turn<State> {
    let question = Message::of([Line::with("contact-ease", [("name", Arg::Words(new.contact.name.clone()))])]);
    Turn::wait(State::Ease { new }, [Effect::Say(question.choices(eases()))])
}

/// How it can feel to write to somebody.
pub(super) fn eases() -> [Choice; 3] {
    [
        Choice::new("easy", "choice-ease-easy"),
        Choice::new("middling", "choice-ease-middling"),
        Choice::new("daunting", "choice-ease-daunting"),
    ]
}

pub(super) fn step(cx: &Cx<'_>, state: State, event: Event) -> Turn<State> {
    match (state, event) {
        (state @ State::Name, Event::Choice(_)) => Turn::wait(state, [Effect::Say(who_says_so(cx, "contact-where"))]),
        (State::Name, Event::Text(typed)) => named(cx, &typed),
        (state @ State::Name, Event::Skip) => stay(state, "cannot-skip"),
        (State::Work { mut new }, Event::Text(typed)) => {
            (new.contact.title, new.contact.organisation) = line::work(&clean(&typed));
            ask_met(new)
        }
        (State::Work { new }, Event::Skip) => ask_met(new),
        (State::Met { mut new }, Event::Text(typed)) => {
            let met = clean(&typed);
            let met = met.split_whitespace().collect::<Vec<_>>().join(" ");
            match line::by(&met) {
                Some(by) => new.by = Some(shorten(by, LONGEST)),
                None => new.contact.met = Some(shorten(&met, LONGEST)).filter(|met| !met.is_empty()),
            }
            ask_ease(new)
        }
        (State::Met { new }, Event::Skip) => ask_ease(new),
        (State::Ease { mut new }, Event::Choice(choice)) => {
            new.contact.ease = choice.as_str().parse::<Ease>().ok();
            finish(cx, *new)
        }
        (State::Ease { new }, Event::Skip) => finish(cx, *new),
        (State::Same { new }, Event::Choice(choice)) => match numbered(cx, choice.as_str()) {
            Some(known) => same(cx, known, *new),
            None => go_on(cx, *new),
        },
        (state, _) => stay(state, "choose-one"),
    }
}

/// Somebody is named, perhaps with all that is known of them.
fn named(cx: &Cx<'_>, typed: &str) -> Turn<State> {
    let Ok(jotted) = line::read(typed) else { return stay(State::Name, "contact-no-name") };
    let new = New::from(jotted);
    let is_same = |other: &&Contact| fold(&other.name) == fold(&new.contact.name);
    let known: Vec<&Contact> = cx.library.contacts.iter().filter(is_same).collect();
    if known.is_empty() {
        return go_on(cx, new);
    }
    let question = Message::of([Line::with("contact-same", [("name", Arg::Words(new.contact.name.clone()))])]);
    let choices = choices(&known).into_iter().chain([Choice::new("another", "choice-contact-another")]);
    Turn::wait(State::Same { new: Box::new(new) }, [Effect::Say(question.choices(choices))])
}

/// It is the same person: what is new is added to what is known.
fn same(cx: &Cx<'_>, known: &Contact, new: New) -> Turn<State> {
    let mut together = known.clone();
    let (work, place) = (new.contact.title.clone(), new.contact.organisation.clone());
    let learned = together.learn_from(new.contact);
    // What does not go together with what is known is noted, so that nothing is lost.
    let differs = (work.is_some() && together.title != work) || (place.is_some() && together.organisation != place);
    let other = [work, place].into_iter().flatten().collect::<Vec<_>>().join(", ");
    let notes: Vec<String> = new.notes.into_iter().chain(differs.then_some(other)).collect();
    let is_new = learned || new.by.is_some() || !notes.is_empty();
    let said = if is_new { "contact-added-to" } else { "contact-nothing-new" };
    write(cx, New { contact: together, by: new.by, notes }, said)
}

/// Asks on where nothing but a name is known.
fn go_on(cx: &Cx<'_>, new: New) -> Turn<State> {
    let is_bare = new.contact == Contact::named(new.contact.name.clone()) && new.by.is_none() && new.notes.is_empty();
    if !is_bare {
        return finish(cx, new);
    }
    let mut new = Box::new(new);
    new.contact.number = cx.library.next_contact.max(1);
    ask_work(new)
}

fn finish(cx: &Cx<'_>, mut new: New) -> Turn<State> {
    new.contact.number = number_for(cx, &new.contact);
    write(cx, new, "contact-added")
}

/// The number that was settled when asking began, so that who goes back and answers otherwise changes what they added; a new one, where
/// somebody else got that number meanwhile.
fn number_for(cx: &Cx<'_>, contact: &Contact) -> u32 {
    let is_free = match contact::numbered(&cx.library.contacts, contact.number) {
        Some(known) => fold(&known.name) == fold(&contact.name),
        None => contact.number >= cx.library.next_contact,
    };
    if contact.number > 0 && is_free { contact.number } else { cx.library.next_contact.max(1) }
}

/// What is written down for somebody, and the list as it then is.
fn records(cx: &Cx<'_>, new: &mut New) -> (Vec<Contact>, Vec<Effect>) {
    let mut written = Vec::new();
    let mut all = cx.library.contacts.clone();
    if let Some(by) = &new.by {
        match contact::called(&all, by).as_slice() {
            [one] => {
                // The same again keeps what is known of the permission.
                let known = new.contact.referral.filter(|known| known.by == one.number);
                let edge = known.or_else(|| refer::edge(&all, new.contact.number, one.number));
                new.contact.referral = edge.or(new.contact.referral);
                new.by = None;
            }
            // Whoever gave a name belongs to the list.
            [] => {
                let number = cx.library.next_contact.max(1).max(new.contact.number + 1);
                let giver = Contact { number, ..Contact::named(by.clone()) };
                new.contact.referral = refer::edge(&all, new.contact.number, number);
                new.by = None;
                all.push(giver.clone());
                written.push(giver);
            }
            _ => {}
        }
    }
    match all.iter_mut().find(|other| other.number == new.contact.number) {
        Some(place) => *place = new.contact.clone(),
        None => all.push(new.contact.clone()),
    }
    written.push(new.contact.clone());
    let day = cx.clocks().date();
    let note = |words: &String| Note { contact: new.contact.number, day, words: shorten(words, LONGEST_NOTE) };
    let notes: Vec<Note> = new.notes.iter().map(note).collect();
    let mut effects = vec![Effect::Record(Record::Contacts(written))];
    if !notes.is_empty() {
        effects.push(Effect::Record(Record::Notes(notes)));
    }
    (all, effects)
}

fn write(cx: &Cx<'_>, mut new: New, said: &'static str) -> Turn<State> {
    let before = contact::numbered(&cx.library.contacts, new.contact.number).and_then(|contact| contact.referral);
    let (all, mut effects) = records(cx, &mut new);
    let number = new.contact.number;
    let name = ("name", Arg::Words(new.contact.name.clone()));
    let turn = if let Some(by) = &new.by {
        // Several people may have given the name.
        let mut turn = refer::by_among(&all, &new.contact, by);
        let note = Message::of([Line::with(said, [name])]);
        turn.effects.insert(0, Effect::Say(note));
        turn
    } else if new.contact.referral.is_some() && new.contact.referral != before {
        let question = refer::ask_may_name(&all, &new.contact);
        let mut turn = question;
        let head = Effect::Say(Message::of([Line::with(said, [name])]));
        turn.effects.insert(0, head);
        turn
    } else {
        let notes: Vec<String> = new.notes.clone();
        card::show_after(cx, &all, number, &notes, Line::with(said, [name]))
    };
    effects.extend(turn.effects);
    Turn { next: turn.next, effects }
}

/// What was told so far is kept when somebody stops in the middle.
pub(super) fn kept_on_stop(cx: &Cx<'_>, state: State) -> Vec<Effect> {
    match state {
        State::Work { new } | State::Met { new } | State::Ease { new } => {
            let mut new = *new;
            new.contact.number = number_for(cx, &new.contact);
            let (_, mut effects) = records(cx, &mut new);
            let said = Line::with("contact-kept-on-stop", [("name", Arg::Words(new.contact.name))]);
            effects.push(Effect::Say(Message::of([said])));
            effects
        }
        State::Name | State::Same { .. } | State::Which { .. } | State::Import | State::Sheet => {
            vec![Effect::Say(Message::say("unchanged"))]
        }
        _ => vec![Effect::Say(Message::say("stopped-here"))],
    }
}

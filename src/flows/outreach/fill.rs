//! What a message is for, to whom it goes, and the learner's own words for it.

use super::{Filling, State, contact_of, numbered, referrer_of, show, stay};
use crate::chat::{Arg, Choice, ChoiceId, Field, Key, Line, Message};
use crate::coach::draft::{Draft, For, KINDS, Kind, Slots, Version, assemble};
use crate::commands::{CommandName, Invocation, UserError, Value};
use crate::contact::{self, Contact, MOST, MayName, line};
use crate::flows::contacts::label;
use crate::flows::sharpen::who_says_so;
use crate::flows::{Cx, Effect, Record, Turn};
use crate::ids::Locale;
use crate::words::{clean, shorten};

/// The most characters of an answer.
const LONGEST: usize = 400;
/// The most contacts to choose among.
const MOST_CHOICES: usize = 18;
/// How many minutes can be asked for.
const MINUTES: [u32; 4] = [10, 15, 20, 30];
/// The most things to learn.
const MOST_GOALS: usize = 3;

/// What a message needs, in the order in which it is asked.
const fn wants(kind: Kind) -> &'static [&'static str] {
    match kind {
        Kind::Email => &["who", "purpose", "learn", "found", "minutes", "times", "signature"],
        Kind::Linkedin => &["who", "purpose", "minutes", "signature"],
        Kind::Phone => &["who", "purpose", "learn", "found", "minutes", "signature"],
        Kind::PreWarm => &["purpose", "signature"],
        Kind::MayIName => &["signature"],
        Kind::FollowUp => &["minutes", "signature"],
        Kind::ThankYou => &["learned", "next", "signature"],
        Kind::LoopBack => &["did", "met", "signature"],
        Kind::KeepInTouch => &["news", "signature"],
    }
}

/// The key of a kind's name.
pub(super) const fn kind_key(kind: Kind) -> &'static str {
    match kind {
        Kind::Email => "outreach-kind-email",
        Kind::Linkedin => "outreach-kind-linkedin",
        Kind::Phone => "outreach-kind-phone",
        Kind::PreWarm => "outreach-kind-pre-warm",
        Kind::MayIName => "outreach-kind-may-i-name",
        Kind::FollowUp => "outreach-kind-follow-up",
        Kind::ThankYou => "outreach-kind-thank-you",
        Kind::LoopBack => "outreach-kind-loop-back",
        Kind::KeepInTouch => "outreach-kind-keep-in-touch",
    }
}

pub(super) fn begin(cx: &Cx<'_>, call: &Invocation) -> Result<Turn<State>, UserError> {
    let kind = call.text("kind").and_then(|kind| kind.parse::<Kind>().ok());
    let given = call.number("number").filter(|number| contact_of(cx, Some(*number)).is_some());
    match (kind, given, call.text("contact")) {
        (Some(kind), Some(number), _) => Ok(to(cx, kind, Some(number))),
        (None, Some(number), _) => Ok(ask_kind(Some(number))),
        (Some(kind), None, Some(typed)) => Ok(whom(cx, kind, typed)),
        (Some(kind), None, None) => Ok(ask_whom(cx, kind)),
        (None, None, Some(typed)) => match contact::meant(&cx.library.contacts, typed).as_slice() {
            [only] => Ok(ask_kind(Some(only.number))),
            [] => {
                let typed = Arg::Words(shorten(typed, 60));
                Err(UserError::new("outreach-whom-unknown", [("typed", typed)]))
            }
            several => Err(UserError::new("outreach-whom-several", [("count", several.len().into())])),
        },
        (None, None, None) => Ok(ask_kind(None)),
    }
}

fn ask_kind(contact: Option<u32>) -> Turn<State> {
    let kinds = KINDS.map(|kind| Choice::new(kind.as_str(), kind_key(kind)));
    let choices = kinds.into_iter().chain([Choice::new("source", "choice-outreach-which-kind")]);
    Turn::wait(State::Kind { contact }, [Effect::Say(Message::say("outreach-kind").choices(choices).awaiting_value())])
}

pub(super) fn kind_chosen(cx: &Cx<'_>, contact: Option<u32>, choice: &str) -> Turn<State> {
    match (choice.parse::<Kind>(), contact) {
        (Ok(kind), Some(_)) => to(cx, kind, contact),
        (Ok(kind), None) => ask_whom(cx, kind),
        (Err(_), _) => Turn::wait(State::Kind { contact }, [Effect::Say(who_says_so(cx, "outreach-kind"))]),
    }
}

fn ask_whom(cx: &Cx<'_>, kind: Kind) -> Turn<State> {
    let is_led = |contact: &&Contact| !kind.goes_to_referrer() || contact.referral.is_some();
    let choices = cx.library.contacts.iter().rev().filter(is_led).take(MOST_CHOICES).map(|contact| Choice {
        id: ChoiceId::new(format!("contact-{}", contact.number)),
        label: "choice-contact".into(),
        args: [("name".to_owned(), Arg::Words(label(contact)))].into(),
        value: None,
    });
    let key = if kind.goes_to_referrer() { "outreach-about-whom" } else { "outreach-whom" };
    let question = Message::say(key).choices(choices).awaiting_words().form([Field::new("form-contact-name", LONGEST)]);
    Turn::wait(State::Whom { kind }, [Effect::Say(question)])
}

pub(super) fn whom_chosen(cx: &Cx<'_>, kind: Kind, choice: &str) -> Turn<State> {
    let number = choice.strip_prefix("contact-").and_then(|number| number.parse().ok());
    match contact_of(cx, number) {
        Some(contact) => to(cx, kind, Some(contact.number)),
        None => stay(State::Whom { kind }, "contact-gone"),
    }
}

/// To whom, in words. Somebody who is not in the list is added to it.
pub(super) fn whom(cx: &Cx<'_>, kind: Kind, typed: &str) -> Turn<State> {
    match contact::meant(&cx.library.contacts, typed).as_slice() {
        [only] => to(cx, kind, Some(only.number)),
        [] => {
            let read = line::read(typed).ok().filter(|_| cx.library.contacts.len() < MOST);
            let Some(read) = read else { return stay(State::Whom { kind }, "contact-no-name") };
            if kind.goes_to_referrer() {
                return stay(State::Whom { kind }, "outreach-no-referrer-new");
            }
            let new = Contact { number: cx.library.next_contact.max(1), ..read.contact };
            let said = Line::with("contact-added", [("name", Arg::Words(new.name.clone()))]);
            let mut turn = filled(cx, kind, Some(&new));
            let before = [Effect::Record(Record::Contacts(vec![new])), Effect::Say(Message::of([said]))];
            turn.effects.splice(0..0, before);
            turn
        }
        several => {
            let choices = several.iter().take(MOST_CHOICES).map(|contact| Choice {
                id: ChoiceId::new(format!("contact-{}", contact.number)),
                label: "choice-contact".into(),
                args: [("name".to_owned(), Arg::Words(label(contact)))].into(),
                value: None,
            });
            let line = Line::with("contact-which-of", [("count", several.len().into())]);
            let question = Message::of([line]).choices(choices).awaiting_words();
            Turn::wait(State::Whom { kind }, [Effect::Say(question)])
        }
    }
}

/// To nobody in particular yet.
pub(super) fn nobody(cx: &Cx<'_>, kind: Kind) -> Turn<State> {
    if kind.goes_to_referrer() { stay(State::Whom { kind }, "cannot-skip") } else { filled(cx, kind, None) }
}

fn to(cx: &Cx<'_>, kind: Kind, contact: Option<u32>) -> Turn<State> {
    let contact = contact_of(cx, contact);
    if kind.goes_to_referrer() && referrer_of(cx, contact).is_none() {
        let name = contact.map(|contact| contact.name.clone()).unwrap_or_default();
        let said = Line::with("outreach-no-referrer", [("name", Arg::Words(name.clone()))]);
        let call =
            Invocation { command: CommandName::ContactRefer, args: [("contact".to_owned(), Value::Text(name))].into() };
        return Turn::done([Effect::Say(Message::of([said])), Effect::Begin(call)]);
    }
    let number = contact.map(|contact| contact.number);
    let is_sent = |draft: &&Draft| draft.contact == number && draft.kind.is_request() && draft.sent_on.is_some();
    let requests = || cx.library.drafts.iter().filter(is_sent);
    let is_followed =
        |draft: &Draft| draft.contact == number && draft.kind == Kind::FollowUp && draft.sent_on.is_some();
    if kind == Kind::FollowUp {
        let why = if requests().count() == 0 {
            Some("outreach-follow-up-none")
        } else if requests().all(|request| request.answer.is_some()) {
            Some("outreach-follow-up-answered")
        } else if number.is_some() && cx.library.drafts.iter().any(is_followed) {
            Some("outreach-follow-up-once")
        } else {
            None
        };
        if let Some(why) = why {
            let mut turn = ask_kind(number);
            turn.effects.insert(0, Effect::Say(Message::say(why)));
            return turn;
        }
    }
    filled(cx, kind, contact)
}

/// Begins to ask, with what is known from earlier messages.
fn filled(cx: &Cx<'_>, kind: Kind, contact: Option<&Contact>) -> Turn<State> {
    let number = contact.map(|contact| contact.number);
    let of_them = cx.library.drafts.iter().filter(|draft| number.is_some() && draft.contact == number);
    let request = of_them.clone().find(|draft| draft.kind.is_request());
    let mut slots = Slots::new();
    let latest = |slot: &str| cx.library.drafts.iter().find_map(|draft| draft.slots.get(slot)).cloned();
    // What was asked for before is what is followed up.
    let carried: &[&str] = if kind.is_request() { &[] } else { &["minutes", "learn", "purpose", "who"] };
    for slot in carried {
        let known = request.and_then(|draft| draft.slots.get(*slot)).cloned();
        slots
            .extend(known.or_else(|| latest(slot).filter(|_| *slot == "who")).map(|known| ((*slot).to_owned(), known)));
    }
    slots.extend(latest("signature").map(|known| ("signature".to_owned(), known)));
    // Whose name may be used says how one came to them.
    let is_named = contact.and_then(|contact| contact.referral).is_some_and(|edge| edge.may_name == MayName::Yes);
    let is_told = |slot: &str| slots.contains_key(slot) || (is_named && slot == "found");
    let left: Vec<String> = wants(kind).iter().filter(|slot| !is_told(slot)).map(|slot| (*slot).to_owned()).collect();
    let locale = contact.and_then(|contact| contact.locale).unwrap_or(cx.locale);
    let own_number = cx.library.next_draft.max(1);
    let filling = Filling { kind, contact: number, locale, slots, steps: left.len(), left, number: own_number };
    ask(cx, filling, contact)
}

/// What is known of a slot from elsewhere, to be kept or replaced.
fn known(cx: &Cx<'_>, slot: &str, contact: Option<&Contact>) -> Option<String> {
    let latest = || cx.library.drafts.iter().find_map(|draft| draft.slots.get(slot)).cloned();
    match slot {
        "who" | "learn" => latest(),
        "purpose" => latest().or_else(|| cx.person.purpose.clone()),
        "found" => contact.and_then(|contact| contact.met.clone()),
        _ => None,
    }
}

/// Asks what is next, or shows the message.
fn ask(cx: &Cx<'_>, filling: Filling, contact: Option<&Contact>) -> Turn<State> {
    let Some(slot) = filling.left.first().cloned() else { return finished(cx, filling, contact) };
    let steps = [
        ("step", Arg::from(filling.steps - filling.left.len() + 1)),
        ("steps", filling.steps.into()),
        ("name", Arg::Words(contact.map(|contact| contact.name.clone()).unwrap_or_default())),
    ];
    let (key, _) = question(&slot);
    let mut lines = vec![Line::with(key, steps)];
    let mut choices = Vec::new();
    if slot == "minutes" {
        choices.extend(MINUTES.map(|minutes| Choice::number(minutes, "choice-minutes")));
    } else if let Some(known) = known(cx, &slot, contact) {
        lines.push(Line::with("outreach-known", [("known", Arg::Words(shorten(&known.replace('\n', "; "), 200)))]));
        choices.push(Choice::new("keep", "choice-outreach-keep"));
        choices.push(Choice::new("leave-out", "choice-outreach-leave"));
    }
    let fields = filling.left.iter().take_while(|slot| *slot != "minutes").take(5);
    let form: Vec<Field> = fields.map(|slot| Field::new(question(slot).1, LONGEST)).collect();
    let message = Message::of(lines).choices(choices);
    let message = if slot == "minutes" { message.awaiting_value() } else { message.awaiting_words().form(form) };
    Turn::wait(State::Asking { filling: Box::new(filling) }, [Effect::Say(message)])
}

/// The keys of a slot's question, and of its short form.
fn question(slot: &str) -> (&'static str, &'static str) {
    match slot {
        "who" => ("outreach-ask-who", "form-outreach-who"),
        "purpose" => ("outreach-ask-purpose", "form-outreach-purpose"),
        "learn" => ("outreach-ask-learn", "form-outreach-learn"),
        "found" => ("outreach-ask-found", "form-outreach-found"),
        "minutes" => ("outreach-ask-minutes", "form-outreach-minutes"),
        "times" => ("outreach-ask-times", "form-outreach-times"),
        "learned" => ("outreach-ask-learned", "form-outreach-learned"),
        "next" => ("outreach-ask-next", "form-outreach-next"),
        "did" => ("outreach-ask-did", "form-outreach-did"),
        "met" => ("outreach-ask-met", "form-outreach-met"),
        "news" => ("outreach-ask-news", "form-outreach-news"),
        _ => ("outreach-ask-signature", "form-outreach-signature"),
    }
}

pub(super) fn chosen(cx: &Cx<'_>, filling: Filling, choice: &str) -> Turn<State> {
    match choice {
        "keep" => answered(cx, filling, None),
        "leave-out" => {
            let mut filling = filling;
            filling.left.remove(0);
            let contact = contact_of(cx, filling.contact);
            ask(cx, filling, contact)
        }
        value => answered(cx, filling, Some(value)),
    }
}

/// Takes the answer to what is asked. None: what is known is kept, or it is left out.
pub(super) fn answered(cx: &Cx<'_>, mut filling: Filling, typed: Option<&str>) -> Turn<State> {
    let contact = contact_of(cx, filling.contact);
    let state = |filling: Filling| State::Asking { filling: Box::new(filling) };
    let Some(slot) = filling.left.first().cloned() else { return ask(cx, filling, contact) };
    let value = match typed {
        None if slot == "minutes" => Some(MINUTES[1].to_string()),
        None => known(cx, &slot, contact),
        Some(typed) => match read(&slot, typed) {
            Ok(value) => Some(value),
            Err(why) => return stay(state(filling), why),
        },
    };
    filling.left.remove(0);
    filling.slots.extend(value.map(|value| (slot, value)));
    ask(cx, filling, contact)
}

/// Reads an answer.
///
/// # Errors
/// The key of the text that says why it will not do.
fn read(slot: &str, typed: &str) -> Result<String, &'static str> {
    let typed = clean(typed);
    let typed = typed.trim();
    if slot == "minutes" {
        let digits: String =
            typed.chars().skip_while(|c| !c.is_ascii_digit()).take_while(char::is_ascii_digit).collect();
        let minutes = digits.parse::<u32>().ok().filter(|minutes| MINUTES.contains(minutes));
        return minutes.map(|minutes| minutes.to_string()).ok_or("outreach-minutes");
    }
    if !typed.chars().any(char::is_alphanumeric) {
        return Err("outreach-no-words");
    }
    if typed.chars().count() > LONGEST {
        return Err("outreach-answer-long");
    }
    Ok(match slot {
        "learn" => crate::flows::goals::in_text(typed).into_iter().take(MOST_GOALS).collect::<Vec<_>>().join("\n"),
        // A signature has lines.
        "signature" => typed.to_owned(),
        _ => typed.split_whitespace().collect::<Vec<_>>().join(" "),
    })
}

/// What was told so far is kept as a message, when somebody stops in the middle.
pub(super) fn kept_on_stop(cx: &Cx<'_>, filling: Filling) -> Vec<Effect> {
    if filling.left.len() == filling.steps {
        return vec![Effect::Say(Message::say("unchanged"))];
    }
    let contact = contact_of(cx, filling.contact);
    let number = ("number", number_for(cx, &filling).into());
    let mut effects = finished(cx, filling, contact).effects;
    effects.pop();
    effects.push(Effect::Say(Message::of([Line::with("outreach-kept-on-stop", [number])])));
    effects
}

/// The number that was settled when asking began, so that who goes back and answers otherwise changes that message; a new one, where the
/// number belongs to another by now.
fn number_for(cx: &Cx<'_>, filling: &Filling) -> u32 {
    let is_free = match numbered(cx, filling.number) {
        Some(known) => known.kind == filling.kind && known.contact == filling.contact && known.sent_on.is_none(),
        None => filling.number >= cx.library.next_draft,
    };
    if filling.number > 0 && is_free { filling.number } else { cx.library.next_draft.max(1) }
}

/// Everything is known: the message is put together, kept, and shown.
fn finished(cx: &Cx<'_>, filling: Filling, contact: Option<&Contact>) -> Turn<State> {
    let own_number = number_for(cx, &filling);
    let Filling { kind, contact: number, locale, slots, .. } = filling;
    let draft =
        Draft { number: own_number, kind, contact: number, slots, versions: Vec::new(), sent_on: None, answer: None };
    let draft = put_together(cx, draft, contact, locale);
    let mut turn = show::message(cx, &draft, None);
    turn.effects.insert(0, Effect::Record(Record::Draft(draft)));
    turn
}

/// A draft with a new version, put together from its slots.
pub(super) fn put_together(cx: &Cx<'_>, mut draft: Draft, contact: Option<&Contact>, locale: Locale) -> Draft {
    let version = assembled(cx, &draft, contact, locale);
    draft.versions.push(version);
    draft
}

/// What its template makes of a draft's slots, in a language.
pub(super) fn assembled(cx: &Cx<'_>, draft: &Draft, contact: Option<&Contact>, locale: Locale) -> Version {
    let wanted = For {
        kind: draft.kind,
        locale,
        contact,
        referrer: referrer_of(cx, contact),
        slots: &draft.slots,
        field: cx.person.field.as_deref(),
        job_ask: cx.job_ask,
    };
    assemble(cx.prompts, &wanted)
}

/// The key of a kind's name, as a value for a text.
pub(super) fn kind_name(kind: Kind) -> Arg {
    Arg::Text(Key::from(kind_key(kind)))
}

/// Begins another kind of message about the contact of a draft.
pub(super) fn other(cx: &Cx<'_>, number: u32, kind: Kind) -> Turn<State> {
    match numbered(cx, number) {
        Some(draft) => to(cx, kind, draft.contact),
        None => super::gone(),
    }
}

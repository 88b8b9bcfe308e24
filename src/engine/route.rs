//! What an event is: an answer, a choice, a command. Pure: it looks at what was offered, and decides.

use super::live::Live;
use crate::chat::inbound::LONGEST_TEXT;
use crate::chat::{Body, Choice, ChoiceId, Filled, Place, Press};
use crate::coach::language;
use crate::commands::{CommandName, Invocation, Parsed, UserError, Value, control, parse};
use crate::flows::Event;
use crate::ids::{EventId, Locale};
use crate::prompts::Prompts;
use crate::when::asks_for_a_nudge;
use crate::words;

/// What to do with an event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// It is not for the bot.
    Ignore,
    /// `stop`, `back`, `skip`, `help`, `resume`, with its arguments.
    Control(Invocation),
    /// A command.
    Command(Invocation),
    /// One of the choices that stand.
    Choice(ChoiceId),
    /// The answers to the questions of a form that stands.
    Form(Vec<String>),
    /// The answers to a form that no longer stands.
    OldForm(Vec<String>),
    /// An answer for the flow.
    Event(Event),
    /// The person changed their last answer to this.
    Correction(String),
    /// The person took their last answer back.
    Withdrawal,
    /// The person sent something that cannot be read.
    Unreadable,
    /// The person opened a direct chat, and said nothing yet.
    Arrived,
    /// The person brought the bot into a community of this name.
    Invited(String),
    /// An unmistakable sign that the person may want to die, or is in danger.
    Distress,
    /// A choice that no longer stands.
    OldChoice,
    /// A number that none of the choices has.
    NoSuchChoice(u32),
    /// Only a choice will do here.
    ChooseOne,
    /// Something the person can put right: say so, change nothing.
    Refuse(UserError),
    /// Nothing is running, and it is no command.
    Greet,
    /// Nothing is running, and the person said hello.
    Hello,
}

/// Decides what an event is. `live` is what is open for the person in that place.
pub fn route(prompts: &Prompts, locale: Locale, place: &Place, live: Option<&Live>, body: &Body) -> Route {
    match body {
        Body::Text(text) => text_route(prompts, locale, place, live, text),
        Body::Command(call) if call.texts().any(|text| prompts.distress.is_in(text)) => Route::Distress,
        Body::Command(call) => called(call.clone()),
        Body::Press(press) => press_route(live, press),
        Body::Form(filled) if filled.answers.iter().any(|answer| prompts.distress.is_in(answer)) => Route::Distress,
        Body::Form(filled) => form_route(live, filled),
        Body::Voice(spoken) => for_flow(place, live, Event::Voice(*spoken), "voice-when-practising"),
        Body::File(sent) => for_flow(place, live, Event::File(sent.clone()), "no-files-yet"),
        Body::Edit(of, text) => edit_route(live, of, text),
        Body::Withdrawn(of) => withdrawal_route(live, of),
        Body::Unreadable if place.is_direct() => Route::Unreadable,
        Body::Invited(name) => Route::Invited(name.clone()),
        Body::Joined if place.is_direct() && live.is_none() => Route::Arrived,
        Body::Unreadable => Route::Ignore,
        // Who goes is taken off the nights there before any of this.
        Body::Joined | Body::Left => Route::Ignore,
    }
}

fn for_flow(place: &Place, live: Option<&Live>, event: Event, otherwise: &'static str) -> Route {
    match live {
        Some(_) => Route::Event(event),
        None if place.is_direct() => Route::Refuse(UserError::new(otherwise, [])),
        None => Route::Ignore,
    }
}

fn press_route(live: Option<&Live>, press: &Press) -> Route {
    let stands = live.is_some_and(|live| {
        *live.id() == press.session
            && live.turn() == press.turn
            && live.choices().iter().any(|choice| choice.id == press.choice)
    });
    if stands { Route::Choice(press.choice.clone()) } else { Route::OldChoice }
}

fn form_route(live: Option<&Live>, filled: &Filled) -> Route {
    let stands = live.is_some_and(|live| *live.id() == filled.session && live.turn() == filled.turn);
    let answers = filled.answers.iter().map(|answer| words::clean(answer).trim().to_owned()).collect();
    if stands { Route::Form(answers) } else { Route::OldForm(answers) }
}

fn edit_route(live: Option<&Live>, of: &EventId, text: &str) -> Route {
    let text = words::clean(text).trim().to_owned();
    let stands = live.is_some_and(|live| live.was_answered_by(of));
    if stands && !text.is_empty() && text.chars().count() <= LONGEST_TEXT {
        Route::Correction(text)
    } else {
        Route::Ignore
    }
}

fn withdrawal_route(live: Option<&Live>, of: &EventId) -> Route {
    if live.is_some_and(|live| live.was_answered_by(of)) { Route::Withdrawal } else { Route::Ignore }
}

fn text_route(prompts: &Prompts, locale: Locale, place: &Place, live: Option<&Live>, text: &str) -> Route {
    let cleaned = words::clean(text);
    let text = cleaned.trim();
    let addressed = place.is_direct() || live.is_some();
    let length = text.chars().count();
    let line = text.strip_prefix(['!', '/']).filter(|line| line.starts_with(char::is_alphabetic));
    if !addressed && line.is_none() {
        return Route::Ignore;
    }
    // A command is looked at as one, unless it is far too long to be any.
    if addressed && (line.is_none() || length > LONGEST_TEXT) && prompts.distress.is_in(text) {
        return Route::Distress;
    }
    if length > LONGEST_TEXT {
        return if addressed { Route::Refuse(UserError::too_long(length)) } else { Route::Ignore };
    }
    if let Some(line) = line {
        return match parse(line, locale) {
            Parsed::Command(call) => called(call),
            Parsed::Wrong(error) => Route::Refuse(error),
            // In a room it may be meant for another bot.
            Parsed::Unknown(None) if !addressed => Route::Ignore,
            Parsed::Unknown(meant) => Route::Refuse(unknown(meant)),
        };
    }
    if text.is_empty() {
        return Route::Refuse(UserError::new("empty-message", []));
    }
    if let Some(control) = control(text) {
        return Route::Control(Invocation::of(control));
    }
    match live {
        Some(live) => answer_route(prompts, locale, place, live, text),
        None => match parse(text, locale) {
            Parsed::Command(call) => called(call),
            Parsed::Wrong(error) => Route::Refuse(error),
            Parsed::Unknown(_) if asks_for_a_nudge(text) => Route::Command(nudge(text)),
            Parsed::Unknown(meant @ Some(_)) if words::count(text) <= 3 => Route::Refuse(unknown(meant)),
            Parsed::Unknown(_) if language::greeting(text).is_some() => Route::Hello,
            Parsed::Unknown(_) => Route::Greet,
        },
    }
}

fn answer_route(prompts: &Prompts, locale: Locale, place: &Place, live: &Live, text: &str) -> Route {
    if live.gives_way() && asks_for_a_nudge(text) {
        return Route::Command(nudge(text));
    }
    let choices = live.choices();
    match chosen(prompts, &choices, text) {
        Chosen::One(id) => return Route::Choice(id),
        // Where numbers are offered as examples, another one is an answer as well.
        Chosen::Missing(_) if live.awaits_value() && choices.iter().any(|choice| choice.value.is_some()) => {}
        Chosen::Missing(number) => return Route::NoSuchChoice(number),
        Chosen::Several => return Route::ChooseOne,
        Chosen::No => {}
    }
    // What people say to each other in a room is no answer to an offer that waits there: they may have forgotten it.
    if !place.is_direct() && live.gives_way() && !live.awaits_words() {
        return Route::Ignore;
    }
    // Somebody who comes back and greets is answering nothing.
    if language::greeting(text).is_some() && !live.awaits_talk() {
        return Route::Control(Invocation::of(CommandName::Resume));
    }
    if live.awaits_value()
        && place.is_direct()
        && words::count(text) >= 2
        && let Parsed::Command(call) = parse(text, locale)
    {
        return called(call);
    }
    if live.awaits_words() {
        return Route::Event(Event::Text(text.to_owned()));
    }
    match parse(text, locale) {
        Parsed::Command(call) if place.is_direct() => called(call),
        _ => Route::ChooseOne,
    }
}

/// "Remind me to ..." as the command that it is.
fn nudge(text: &str) -> Invocation {
    Invocation { command: CommandName::NudgeAdd, args: [("what".to_owned(), Value::Text(text.to_owned()))].into() }
}

fn called(call: Invocation) -> Route {
    if call.command.is_control() { Route::Control(call) } else { Route::Command(call) }
}

fn unknown(meant: Option<String>) -> UserError {
    use crate::chat::Arg;
    match meant {
        Some(path) => UserError::new("error-did-you-mean", [("command", Arg::Name(path))]),
        None => UserError::new("error-unknown-command", []),
    }
}

/// The choice of a session that a text names in words. A number alone may mean anything by then.
pub fn named_choice(prompts: &Prompts, live: &Live, text: &str) -> Option<ChoiceId> {
    if !text.chars().any(char::is_alphabetic) {
        return None;
    }
    match chosen(prompts, &live.choices(), words::clean(text).trim()) {
        Chosen::One(id) => Some(id),
        Chosen::Missing(_) | Chosen::Several | Chosen::No => None,
    }
}

enum Chosen {
    One(ChoiceId),
    /// A number that none of the choices has.
    Missing(u32),
    /// Words that stand in more than one of them.
    Several,
    No,
}

/// The most words of a message that is read as part of a choice's words. A longer one is a text of its own.
const MOST_WORDS_OF_A_CHOICE: usize = 4;

/// The choice that a text names: by its number, by its words in any language, or by some of its words that no other has.
fn chosen(prompts: &Prompts, choices: &[Choice], text: &str) -> Chosen {
    if choices.is_empty() {
        return Chosen::No;
    }
    if let Ok(number) = text.trim_end_matches(['.', ')']).parse::<u32>() {
        // What is no number itself bears the number of its place.
        let is_meant = |(position, choice): &(u32, &Choice)| choice.value.unwrap_or(*position) == number;
        let found = (1u32..).zip(choices).find(is_meant);
        return found.map_or(Chosen::Missing(number), |(_, choice)| Chosen::One(choice.id.clone()));
    }
    let typed = words::fold(text);
    let labels = |choice: &Choice| Locale::ALL.map(|locale| words::fold(&prompts.label(locale, choice)));
    if let Some(choice) = choices.iter().find(|choice| labels(choice).contains(&typed)) {
        return Chosen::One(choice.id.clone());
    }
    if let Some(choice) = agreed(choices, &typed) {
        return Chosen::One(choice.id.clone());
    }
    let said: Vec<&str> = word_list(&typed);
    if said.is_empty() || said.len() > MOST_WORDS_OF_A_CHOICE {
        return Chosen::No;
    }
    let has_all = |label: &String| {
        let words = word_list(label);
        said.iter().all(|word| words.contains(word))
    };
    let found: Vec<&Choice> = choices.iter().filter(|choice| labels(choice).iter().any(has_all)).collect();
    match found.as_slice() {
        [] => Chosen::No,
        [one] => Chosen::One(one.id.clone()),
        _ => Chosen::Several,
    }
}

/// "Yes" and "no" in people's own words, where one of two choices is a yes.
fn agreed<'a>(choices: &'a [Choice], typed: &str) -> Option<&'a Choice> {
    let [one, other] = choices else { return None };
    let (yes, no) = match (one.id.as_str(), other.id.as_str()) {
        ("yes", _) => (one, other),
        (_, "yes") => (other, one),
        _ => return None,
    };
    match typed {
        "yes" | "y" | "yeah" | "yep" | "ok" | "okay" | "sure" | "yes please" | "oui" | "d'accord" | "ok oui"
        | "oui merci" => Some(yes),
        "no" | "n" | "nope" | "not now" | "no thanks" | "no thank you" | "non" | "non merci" | "pas maintenant" => {
            Some(no)
        }
        _ => None,
    }
}

/// The words of a folded text, without the signs around them.
fn word_list(text: &str) -> Vec<&str> {
    text.split(|c: char| !c.is_alphanumeric() && c != '\'').filter(|word| !word.is_empty()).collect()
}

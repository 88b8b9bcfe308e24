//! `contact`: the people in the learner's own list. In one line or step by step; found by part of a name; with notes, tags, and who gave the
//! name. What is chosen about a contact is looked up anew each time, so that one that is gone is told of kindly.
//!
//! Sources: whom to look for and where (S0, S1, S2, S4), who gave the name and whether it may be used (S0, S2, S4).

mod add;
mod card;
mod change;
mod files;
mod list;
mod refer;

pub(super) use card::label;
pub(super) use refer::{edge, may_name_question, permission};

use super::{Cx, Effect, Event, Flow, Read, Turn};
use crate::chat::{Arg, Choice, ChoiceId, Field, Line, Message};
use crate::commands::{CommandName, Invocation, UserError};
use crate::contact::line::Jotted;
use crate::contact::{self, Contact};
use crate::words;
use serde::{Deserialize, Serialize};

/// The flow.
#[derive(Debug)]
pub struct Contacts;

/// What is to be done with a contact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Act {
    /// It is shown.
    Show,
    /// Something is noted.
    Note,
    /// It is told who gave the name.
    Refer,
    /// It goes.
    Remove,
}

/// What of a contact can be changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// The name.
    Name,
    /// What they do, and where.
    Work,
    /// How the learner found them.
    Met,
    /// The address and the telephone number.
    Reach,
    /// The tags.
    Tags,
    /// How it feels to write to them.
    Ease,
    /// The language to write to them in.
    Language,
}

/// Somebody who is being added.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct New {
    /// The contact.
    pub contact: Contact,
    /// Who gave the name, in the learner's words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
    /// What is to be noted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<String>,
}

impl From<Jotted> for New {
    fn from(Jotted { contact, by, rest }: Jotted) -> Self {
        Self { contact, by, notes: rest }
    }
}

/// Where it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "at", rename_all = "snake_case")]
pub enum State {
    /// Who is it?
    Name,
    /// What do they do, and where?
    Work {
        /// Who it is.
        new: Box<New>,
    },
    /// How did you find them?
    Met {
        /// Who it is.
        new: Box<New>,
    },
    /// How does it feel to write to them?
    Ease {
        /// Who it is.
        new: Box<New>,
    },
    /// Somebody of that name is there: the same person?
    Same {
        /// Who it is.
        new: Box<New>,
    },
    /// Which contact?
    Which {
        /// What for.
        act: Act,
        /// What is to be done, in words: a note, or who gave the name.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        words: Option<String>,
    },
    /// A contact is shown.
    Shown {
        /// Its number.
        number: u32,
    },
    /// What is to be noted?
    Note {
        /// The contact's number.
        number: u32,
    },
    /// Who gave the name?
    By {
        /// The contact's number.
        number: u32,
    },
    /// May the name of whoever gave it be used?
    MayName {
        /// The contact's number.
        number: u32,
    },
    /// What is to be changed?
    Change {
        /// The contact's number.
        number: u32,
    },
    /// How is it?
    Part {
        /// The contact's number.
        number: u32,
        /// What is changed.
        part: Part,
    },
    /// Really remove it?
    Remove {
        /// The contact's number.
        number: u32,
    },
    /// A page of the list.
    Page {
        /// Which one, from 0.
        page: usize,
    },
    /// The tree is shown.
    Tree,
    /// As which kind of file?
    Sheet,
    /// A file is awaited.
    Import,
}

impl Flow for Contacts {
    const NAME: &'static str = "contacts";
    const TITLE: &'static str = "flow-contacts";
    const VERSION: u32 = 1;
    const COMMANDS: &'static [CommandName] = &[
        CommandName::ContactAdd,
        CommandName::ContactFind,
        CommandName::ContactShow,
        CommandName::ContactList,
        CommandName::ContactNote,
        CommandName::ContactRefer,
        CommandName::ContactTree,
        CommandName::ContactRemove,
        CommandName::ContactImport,
        CommandName::ContactExport,
    ];
    const READS: &'static [Read] = &[Read::Contacts, Read::Drafts];
    type State = State;

    fn opens(state: &State) -> bool {
        *state == State::Import
    }

    fn start(cx: &Cx<'_>, call: &Invocation) -> Result<Turn<State>, UserError> {
        let whom = call.text("contact");
        Ok(match call.command {
            CommandName::ContactAdd => add::begin(cx, call.text("who"))?,
            CommandName::ContactNote => change::begin_note(cx, whom, call.text("note")),
            CommandName::ContactRefer => refer::begin(cx, whom, call.text("by")),
            CommandName::ContactTree => list::tree(cx),
            CommandName::ContactRemove => which(cx, Act::Remove, whom, None),
            CommandName::ContactImport => {
                cx.opened.map_or_else(|| files::ask(cx), |opened| files::received(cx, opened))
            }
            CommandName::ContactExport => files::export(cx, call.text("format")),
            CommandName::ContactFind | CommandName::ContactShow if whom.is_some() => which(cx, Act::Show, whom, None),
            CommandName::ContactFind | CommandName::ContactShow => which(cx, Act::Show, None, None),
            _ => list::page(cx, 0),
        })
    }

    fn step(cx: &Cx<'_>, state: State, event: Event) -> Turn<State> {
        match (state, event) {
            (state, Event::Voice(_)) => stay(state, "no-voice-here"),
            (State::Import, Event::File(_)) => {
                cx.opened.map_or_else(|| files::ask(cx), |opened| files::received(cx, opened))
            }
            (State::Import, Event::Text(_)) => files::not_a_file(),
            (state, Event::File(_)) => stay(state, "contact-file-here"),
            (state, Event::Timer(_)) => Turn::wait(state, []),
            (
                state
                @ (State::Name | State::Work { .. } | State::Met { .. } | State::Ease { .. } | State::Same { .. }),
                event,
            ) => add::step(cx, state, event),
            (State::Which { act, words }, Event::Text(typed)) => which(cx, act, Some(&typed), words),
            (State::Which { act, words }, Event::Choice(choice)) => match numbered(cx, choice.as_str()) {
                Some(contact) => act_on(cx, act, contact, words),
                None => gone(),
            },
            (State::Shown { number }, Event::Choice(choice)) => card::chosen(cx, number, choice.as_str()),
            (State::Note { number }, Event::Text(typed)) => change::note(cx, number, &typed),
            (State::By { number }, Event::Text(typed)) => refer::by(cx, number, &typed),
            (State::By { number }, Event::Choice(choice)) => refer::by_chosen(cx, number, choice.as_str()),
            (State::MayName { number }, Event::Choice(choice)) => refer::may_name(cx, number, choice.as_str()),
            (State::Change { number }, Event::Choice(choice)) => change::part_chosen(cx, number, choice.as_str()),
            (State::Part { number, part }, Event::Choice(choice)) => {
                change::value_chosen(cx, number, part, choice.as_str())
            }
            (State::Part { number, part }, Event::Text(typed)) => change::value(cx, number, part, &typed),
            (State::Remove { number }, Event::Choice(choice)) => change::remove(cx, number, choice.as_str()),
            (State::Page { page }, Event::Choice(choice)) => list::chosen(cx, page, choice.as_str()),
            (State::Tree, Event::Choice(choice)) => list::tree_chosen(cx, choice.as_str()),
            (State::Sheet, Event::Choice(choice)) => files::export(cx, Some(choice.as_str())),
            (
                State::Note { number }
                | State::By { number }
                | State::MayName { number }
                | State::Change { number }
                | State::Part { number, .. }
                | State::Remove { number },
                Event::Skip,
            ) => card::show(cx, &cx.library.contacts, number, &[]),
            (State::Which { .. } | State::Sheet | State::Import, Event::Skip) => {
                Turn::done([Effect::Say(Message::say("unchanged"))])
            }
            (state, _) => stay(state, "choose-one"),
        }
    }

    fn stop(cx: &Cx<'_>, state: State) -> Vec<Effect> {
        add::kept_on_stop(cx, state)
    }
}

/// Says why something will not do; everything stays as it is.
fn stay(state: State, why: &'static str) -> Turn<State> {
    let said = [Effect::Say(Message::say(why))];
    match state {
        State::Shown { .. } | State::Page { .. } | State::Tree => Turn::linger(state, said),
        _ => Turn::wait(state, said),
    }
}

/// The contact that was chosen is not there any more.
fn gone() -> Turn<State> {
    Turn::done([Effect::Say(Message::say("contact-gone"))])
}

/// The contact that a choice names: "contact-3".
fn numbered<'a>(cx: &'a Cx<'_>, choice: &str) -> Option<&'a Contact> {
    let number = choice.strip_prefix("contact-")?.parse().ok()?;
    contact::numbered(&cx.library.contacts, number)
}

/// The most contacts to choose among at once.
const MOST_CHOICES: usize = 20;

/// Finds the contact that is meant, or asks which one.
fn which(cx: &Cx<'_>, act: Act, typed: Option<&str>, words: Option<String>) -> Turn<State> {
    let all = &cx.library.contacts;
    if all.is_empty() {
        let choices = [Choice::new("add", "choice-contact-add"), Choice::new("where", "choice-contact-where")];
        let said = Message::say("contact-none").choices(choices).awaiting_value();
        return Turn::linger(State::Page { page: 0 }, [Effect::Say(said)]);
    }
    let found = match typed {
        Some(typed) => contact::meant(all, typed),
        None => all.iter().rev().collect(),
    };
    match (found.as_slice(), typed) {
        ([only], Some(_)) => act_on(cx, act, only, words),
        ([], typed) => {
            let typed = words::shorten(typed.unwrap_or_default(), 60);
            let said = Message::of([Line::with("contact-not-found", [("typed", Arg::Words(typed))])]);
            Turn::wait(State::Which { act, words }, [Effect::Say(said.awaiting_value())])
        }
        (found, typed) => {
            let line = match typed {
                Some(_) => Line::with("contact-which-of", [("count", found.len().into())]),
                None => Line::say("contact-which"),
            };
            let question = Message::of([line]).choices(choices(found)).awaiting_value();
            let question = question.form([Field::new("form-contact", contact::LONGEST)]);
            Turn::wait(State::Which { act, words }, [Effect::Say(question)])
        }
    }
}

/// Contacts to choose among. Two that read alike bear their numbers.
fn choices(found: &[&Contact]) -> Vec<Choice> {
    let choice = |contact: &&Contact| {
        let is_alone = found.iter().filter(|other| other.in_short() == contact.in_short()).count() < 2;
        let label = if is_alone { label(contact) } else { format!("{} ({})", label(contact), contact.number) };
        named_choice(contact.number, label)
    };
    found.iter().take(MOST_CHOICES).map(choice).collect()
}

/// A choice that bears a contact's name.
fn named_choice(number: u32, name: String) -> Choice {
    Choice {
        id: ChoiceId::new(format!("contact-{number}")),
        label: "choice-contact".into(),
        args: [("name".to_owned(), Arg::Words(name))].into(),
        value: None,
    }
}

fn act_on(cx: &Cx<'_>, act: Act, contact: &Contact, words: Option<String>) -> Turn<State> {
    match (act, words) {
        (Act::Show, _) => card::show(cx, &cx.library.contacts, contact.number, &[]),
        (Act::Note, Some(words)) => change::note(cx, contact.number, &words),
        (Act::Note, None) => change::ask_note(contact),
        (Act::Refer, Some(words)) => refer::by(cx, contact.number, &words),
        (Act::Refer, None) => refer::ask_by(cx, contact),
        (Act::Remove, _) => change::ask_remove(cx, contact),
    }
}

//! `outreach`: messages that the learner sends themselves. Their own words first, put together by a template; shown with what there is to say of
//! them; changed part by part or replaced whole; each version kept; sent by the learner, and followed up once.
//!
//! Sources: a request says who, why, how long (S0 to S4); a "no" counts as well (S1); permission to use a name (S0, S2, S4); thanks and reporting
//! back (S0 to S4).

mod change;
mod check;
mod fill;
mod list;
mod sent;
mod show;

use super::{Cx, Effect, Event, Flow, Read, Turn};
use crate::chat::Message;
use crate::coach::draft::{Draft, Kind, Slots};
use crate::coach::outreach::Channel;
use crate::commands::{CommandName, Invocation, UserError};
use crate::contact::{self, Contact};
use crate::ids::Locale;
use serde::{Deserialize, Serialize};

pub use list::choice;

/// The flow.
#[derive(Debug)]
pub struct Outreach;

/// A message of which something is still to be asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Filling {
    /// What it is for.
    pub kind: Kind,
    /// The number of the contact that it is about.
    pub contact: Option<u32>,
    /// The language it shall be in.
    pub locale: Locale,
    /// What is known.
    pub slots: Slots,
    /// What is asked now, and after it.
    pub left: Vec<String>,
    /// How many questions there are.
    pub steps: usize,
    /// The number that the message gets. 0: an older version did not keep it.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub number: u32,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde calls it")]
fn is_zero(number: &u32) -> bool {
    *number == 0
}

/// Where it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "at", rename_all = "snake_case")]
pub enum State {
    /// What kind of message?
    Kind {
        /// The number of the contact, where it is known.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        contact: Option<u32>,
    },
    /// To whom?
    Whom {
        /// What it is for.
        kind: Kind,
    },
    /// A question about it.
    Asking {
        /// What is known, and what is asked.
        filling: Box<Filling>,
    },
    /// The message is shown.
    Shown {
        /// Its number.
        number: u32,
        /// The keys of what there is to sharpen.
        sharpened: Vec<String>,
    },
    /// Which part is to be changed?
    Which {
        /// The draft's number.
        number: u32,
    },
    /// What shall it say?
    Writing {
        /// The draft's number.
        number: u32,
        /// The part; "subject", or "whole".
        part: String,
    },
    /// What was answered?
    Sent {
        /// The draft's number.
        number: u32,
    },
    /// Who was named instead?
    Named {
        /// The draft's number.
        number: u32,
    },
    /// May the name of whoever named them be used?
    MayName {
        /// The contact's number.
        contact: u32,
        /// The number of whoever named them. 0: an older version did not keep it.
        #[serde(default, skip_serializing_if = "is_zero")]
        by: u32,
    },
    /// Shall they be written to now?
    Write {
        /// The contact's number.
        contact: u32,
    },
    /// Which draft was sent?
    WhichSent,
    /// All drafts.
    List,
    /// A message to look at is awaited.
    Checking,
    /// How will it be sent?
    Channel {
        /// The message.
        text: String,
    },
    /// What there is to say of a message was told.
    Checked {
        /// The keys of what there is to sharpen.
        sharpened: Vec<String>,
    },
}

impl Flow for Outreach {
    const NAME: &'static str = "outreach";
    const TITLE: &'static str = "flow-outreach";
    const VERSION: u32 = 1;
    const COMMANDS: &'static [CommandName] =
        &[CommandName::OutreachDraft, CommandName::OutreachCheck, CommandName::OutreachList, CommandName::OutreachSent];
    const READS: &'static [Read] = &[Read::Drafts, Read::Contacts, Read::Nudges];
    type State = State;

    fn start(cx: &Cx<'_>, call: &Invocation) -> Result<Turn<State>, UserError> {
        match call.command {
            CommandName::OutreachCheck => Ok(call.text("text").map_or_else(check::ask, |text| check::text(cx, text))),
            CommandName::OutreachSent => sent::begin(cx, call.number("draft")),
            CommandName::OutreachDraft => fill::begin(cx, call),
            _ => Ok(list::show(cx)),
        }
    }

    fn step(cx: &Cx<'_>, state: State, event: Event) -> Turn<State> {
        match (state, event) {
            (state, Event::Voice(_)) => stay(state, "no-voice-here"),
            (state, Event::File(_)) => stay(state, "no-files-here"),
            (state, Event::Timer(_)) => Turn::wait(state, []),
            (State::Kind { contact }, Event::Choice(choice)) => fill::kind_chosen(cx, contact, choice.as_str()),
            (State::Whom { kind }, Event::Choice(choice)) => fill::whom_chosen(cx, kind, choice.as_str()),
            (State::Whom { kind }, Event::Text(typed)) => fill::whom(cx, kind, &typed),
            (State::Whom { kind }, Event::Skip) => fill::nobody(cx, kind),
            (State::Asking { filling }, Event::Text(typed)) => fill::answered(cx, *filling, Some(&typed)),
            (State::Asking { filling }, Event::Choice(choice)) => fill::chosen(cx, *filling, choice.as_str()),
            (State::Asking { filling }, Event::Skip) => fill::answered(cx, *filling, None),
            (State::Shown { number, sharpened }, Event::Choice(choice)) => {
                change::chosen(cx, number, sharpened, choice.as_str())
            }
            (State::Which { number }, Event::Choice(choice)) => change::part_chosen(cx, number, choice.as_str()),
            (State::Writing { number, part }, Event::Text(typed)) => change::written(cx, number, &part, &typed),
            (State::Writing { number, part }, Event::Choice(_)) => change::left_out(cx, number, &part),
            (State::Which { number } | State::Writing { number, .. }, Event::Skip) => show::draft(cx, number, None),
            (State::Sent { number }, Event::Choice(choice)) => sent::chosen(cx, number, choice.as_str()),
            (State::Named { number }, Event::Text(typed)) => sent::named(cx, number, &typed),
            (State::MayName { contact, by }, Event::Choice(choice)) => sent::may_name(cx, contact, by, choice.as_str()),
            (State::MayName { contact, by }, Event::Skip) => sent::may_name(cx, contact, by, "not-asked"),
            (State::Write { contact }, Event::Choice(choice)) => sent::write(contact, choice.as_str()),
            (State::Named { .. } | State::WhichSent | State::Checking | State::Kind { .. }, Event::Skip) => {
                Turn::done([Effect::Say(Message::say("unchanged"))])
            }
            (State::WhichSent, Event::Choice(choice)) => match list::numbered(cx, choice.as_str()) {
                Some(draft) => sent::record(cx, draft.number),
                None => gone(),
            },
            (State::List, Event::Choice(choice)) => list::chosen(cx, choice.as_str()),
            (State::Checking, Event::Text(typed)) => check::text(cx, &typed),
            (State::Channel { text }, Event::Choice(choice)) => match choice.as_str().parse::<Channel>() {
                Ok(channel) => check::told(cx, &text, channel),
                Err(_) => stay(State::Channel { text }, "choose-one"),
            },
            (State::Checked { sharpened }, Event::Choice(choice)) => check::chosen(cx, sharpened, choice.as_str()),
            (state, _) => stay(state, "choose-one"),
        }
    }

    fn stop(cx: &Cx<'_>, state: State) -> Vec<Effect> {
        match state {
            State::Asking { filling } => fill::kept_on_stop(cx, *filling),
            _ => vec![Effect::Say(Message::say("stopped-here"))],
        }
    }
}

/// Says why something will not do; everything stays as it is.
fn stay(state: State, why: &'static str) -> Turn<State> {
    let said = [Effect::Say(Message::say(why))];
    match state {
        State::Shown { .. } | State::List | State::Sent { .. } | State::Write { .. } | State::Checked { .. } => {
            Turn::linger(state, said)
        }
        _ => Turn::wait(state, said),
    }
}

/// The draft is not there any more: it went with its contact.
fn gone() -> Turn<State> {
    Turn::done([Effect::Say(Message::say("outreach-gone"))])
}

/// The draft of that number.
fn numbered<'a>(cx: &'a Cx<'_>, number: u32) -> Option<&'a Draft> {
    cx.library.drafts.iter().find(|draft| draft.number == number)
}

/// The contact that a draft is about.
fn contact_of<'a>(cx: &'a Cx<'_>, number: Option<u32>) -> Option<&'a Contact> {
    number.and_then(|number| contact::numbered(&cx.library.contacts, number))
}

/// Whoever gave the name of a contact.
fn referrer_of<'a>(cx: &'a Cx<'_>, contact: Option<&Contact>) -> Option<&'a Contact> {
    contact.and_then(|contact| contact.referral).and_then(|edge| contact::numbered(&cx.library.contacts, edge.by))
}

//! All drafts, and what became of them.

use super::fill::kind_name;
use super::{State, gone, show};
use crate::chat::{Arg, Choice, ChoiceId, Line, Message};
use crate::coach::draft::{Answer, Draft};
use crate::commands::{CommandName, Invocation};
use crate::contact::{self, Contact};
use crate::flows::{Cx, Effect, Turn};

/// The most drafts to choose among.
const MOST_CHOICES: usize = 20;

/// A choice for a draft: its kind, to whom, and what became of it.
pub fn choice(contacts: &[Contact], draft: &Draft) -> Choice {
    let contact = draft.contact.and_then(|number| contact::numbered(contacts, number));
    let referrer = contact.and_then(|contact| contact::numbered(contacts, contact.referral?.by));
    let to = if draft.kind.goes_to_referrer() { referrer } else { contact };
    let name = to.map(|to| to.name.clone()).unwrap_or_default();
    let status = match (draft.sent_on, draft.answer) {
        (None, _) => "draft",
        (Some(_), None) => "sent",
        (Some(_), Some(Answer::Yes)) => "yes",
        (Some(_), Some(Answer::No)) => "no",
    };
    Choice {
        id: ChoiceId::new(format!("draft-{}", draft.number)),
        label: if name.is_empty() { "choice-draft-nobody".into() } else { "choice-draft".into() },
        args: [
            ("number".to_owned(), draft.number.into()),
            ("kind".to_owned(), kind_name(draft.kind)),
            ("name".to_owned(), Arg::Words(crate::words::shorten(&name, 30))),
            ("status".to_owned(), Arg::Name(status.to_owned())),
        ]
        .into(),
        value: None,
    }
}

pub(super) fn show(cx: &Cx<'_>) -> Turn<State> {
    let drafts = &cx.library.drafts;
    let new = Choice::new("new", "choice-outreach-new");
    if drafts.is_empty() {
        return Turn::linger(State::List, [Effect::Say(Message::say("outreach-list-none").choices([new]))]);
    }
    let (asks, refused) = cx.library.asks;
    let line = Line::with("outreach-list", [("asks", asks.into()), ("refused", refused.into())]);
    let choices = drafts.iter().take(MOST_CHOICES).map(|draft| choice(&cx.library.contacts, draft)).chain([new]);
    Turn::linger(State::List, [Effect::Say(Message::of([line]).choices(choices).awaiting_value())])
}

/// Which draft was sent?
pub(super) fn ask_sent(cx: &Cx<'_>) -> Turn<State> {
    let open: Vec<&Draft> =
        cx.library.drafts.iter().filter(|draft| draft.sent_on.is_none()).take(MOST_CHOICES).collect();
    match open.as_slice() {
        [] => show(cx),
        [only] => super::sent::record(cx, only.number),
        open => {
            let choices = open.iter().map(|draft| choice(&cx.library.contacts, draft));
            let question = Message::say("outreach-which-sent").choices(choices).awaiting_value();
            Turn::wait(State::WhichSent, [Effect::Say(question)])
        }
    }
}

/// The draft that a choice names: "draft-3".
pub(super) fn numbered<'a>(cx: &'a Cx<'_>, choice: &str) -> Option<&'a Draft> {
    super::numbered(cx, choice.strip_prefix("draft-")?.parse().ok()?)
}

pub(super) fn chosen(cx: &Cx<'_>, choice: &str) -> Turn<State> {
    if choice == "new" {
        return Turn::done([Effect::Begin(Invocation::of(CommandName::OutreachDraft))]);
    }
    match numbered(cx, choice) {
        Some(draft) => show::draft(cx, draft.number, None),
        None => gone(),
    }
}

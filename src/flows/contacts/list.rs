//! All contacts: page by page, and as a tree.

use super::{State, add, card, choices, gone, numbered, stay};
use crate::chat::{Arg, Choice, Line, Message};
use crate::contact::{Contact, MayName, tags, tree};
use crate::flows::sharpen::who_says_so;
use crate::flows::{Cx, Effect, Turn};
use crate::words::fold;

/// How many contacts are shown at once.
const A_PAGE: usize = 15;
/// How many lines of the tree are shown; the file has them all.
const TREE_SHOWN: usize = 40;

/// Shows a page. Whose way is like the learner's comes first (S0).
pub(super) fn page(cx: &Cx<'_>, page: usize) -> Turn<State> {
    let all = &cx.library.contacts;
    if all.is_empty() {
        return super::which(cx, super::Act::Show, None, None);
    }
    let mut sorted: Vec<&Contact> = all.iter().collect();
    let is_similar =
        |contact: &Contact| contact.tags.iter().any(|tag| tag == tags::SIMILAR_PATH || tag == tags::TRAINED_ABROAD);
    sorted.sort_by_cached_key(|contact| (!is_similar(contact), fold(&contact.name)));
    let page = page.min((sorted.len() - 1) / A_PAGE);
    let from = page * A_PAGE;
    let shown: Vec<&Contact> = sorted.iter().copied().skip(from).take(A_PAGE).collect();
    let args = [("from", (from + 1).into()), ("to", (from + shown.len()).into()), ("count", sorted.len().into())];
    let mut choices = choices(&shown);
    if from + shown.len() < sorted.len() {
        choices.push(Choice::new("more", "choice-contacts-more"));
    }
    choices.push(Choice::new("add", "choice-contact-add"));
    let message = Message::of([Line::with("contacts-page", args)]).choices(choices).awaiting_value();
    Turn::linger(State::Page { page }, [Effect::Say(message)])
}

pub(super) fn chosen(cx: &Cx<'_>, at: usize, choice: &str) -> Turn<State> {
    match choice {
        "add" => add::ask_name(),
        "where" => Turn::linger(State::Page { page: at }, [Effect::Say(who_says_so(cx, "contact-where"))]),
        "more" => page(cx, at + 1),
        choice => match numbered(cx, choice) {
            Some(contact) => card::show(cx, &cx.library.contacts, contact.number, &[]),
            None => gone(),
        },
    }
}

/// Who led to whom.
pub(super) fn tree(cx: &Cx<'_>) -> Turn<State> {
    let branches = tree::of(&cx.library.contacts);
    if branches.is_empty() {
        return Turn::done([Effect::Say(Message::say("contact-tree-none"))]);
    }
    let lines: Vec<Line> = branches.iter().map(branch).collect();
    let deepest = branches.iter().map(|branch| branch.depth).max().unwrap_or(0);
    let alone = cx.library.contacts.len() - branches.len();
    let head = Line::with("contact-tree", [("steps", deepest.into()), ("alone", alone.into())]);
    let more = lines.len().saturating_sub(TREE_SHOWN);
    let more = (more > 0).then(|| Line::with("contact-tree-more", [("count", more.into())]));
    let shown = lines.into_iter().take(TREE_SHOWN);
    let message = Message::of([head, Line::Gap].into_iter().chain(shown).chain(more));
    let message = message.choices([Choice::new("file", "choice-contact-tree-file")]).to_keep();
    Turn::linger(State::Tree, [Effect::Say(message)])
}

/// A contact in the tree, with an arrow for each step that led there.
fn branch(branch: &tree::Branch<'_>) -> Line {
    let args = [("arrows", Arg::Name("→ ".repeat(branch.depth))), ("name", Arg::Words(branch.contact.in_short()))];
    let key = match branch.contact.referral.map(|referral| referral.may_name) {
        None => "contact-tree-line",
        Some(MayName::Yes) => "contact-tree-line-yes",
        Some(MayName::No) => "contact-tree-line-no",
        Some(MayName::NotAsked) => "contact-tree-line-not-asked",
    };
    Line::with(key, args)
}

pub(super) fn tree_chosen(cx: &Cx<'_>, choice: &str) -> Turn<State> {
    if choice != "file" {
        return stay(State::Tree, "choose-one");
    }
    let lines = tree::of(&cx.library.contacts).iter().map(branch).collect();
    let file = Message::of([Line::say("contact-tree-file"), Line::File("contact-tree.txt".to_owned(), lines)]);
    Turn::linger(State::Tree, [Effect::Say(file)])
}

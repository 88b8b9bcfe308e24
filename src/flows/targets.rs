//! `target`: the organisations that a learner has in view, each with a reason, in the order of their wish; and the practice ladder, which
//! says whom to ask first.
//!
//! Sources: a list of organisations with reasons (S0, S4), one occupation first (S4), what to look at (S4), the ladder (S4), new names and
//! several talks in one place (S1, S4).

use super::contacts::label;
use super::sharpen::who_says_so;
use super::{Cx, Effect, Event, Flow, Read, Record, Turn};
use crate::chat::{Arg, Choice, ChoiceId, Field, Line, Message};
use crate::coach::draft::Draft;
use crate::coach::ladder::{self, GOOD_BEGINNING, MOST, Target};
use crate::commands::{CommandName, Invocation, UserError, Value};
use crate::contact::LONGEST;
use crate::words::{clean, fold, shorten};
use serde::{Deserialize, Serialize};

/// The flow.
#[derive(Debug)]
pub struct Targets;

/// What is to be done with a target.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Act {
    /// It gets another place.
    Rank,
    /// It goes.
    Remove,
}

/// Where it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "at", rename_all = "snake_case")]
pub enum State {
    /// Which organisation?
    Name,
    /// Why?
    Reason {
        /// Its name.
        name: String,
    },
    /// Which target?
    Which {
        /// What for.
        act: Act,
    },
    /// To which place?
    Place {
        /// The target's number.
        number: u32,
    },
    /// Really remove it?
    Remove {
        /// The target's number.
        number: u32,
    },
    /// The list is shown.
    Shown,
}

/// How a reason begins on one line.
const BECAUSE: [&str; 6] = [" because ", " parce que ", " parce qu'", " car ", ", ", ": "];
/// How many rungs of the ladder are shown.
const RUNGS_SHOWN: usize = 3;

impl Flow for Targets {
    const NAME: &'static str = "targets";
    const TITLE: &'static str = "flow-targets";
    const VERSION: u32 = 1;
    const COMMANDS: &'static [CommandName] =
        &[CommandName::TargetAdd, CommandName::TargetList, CommandName::TargetRank, CommandName::TargetRemove];
    const READS: &'static [Read] = &[Read::Targets, Read::Contacts, Read::Drafts];
    type State = State;

    fn start(cx: &Cx<'_>, call: &Invocation) -> Result<Turn<State>, UserError> {
        let named = call.text("target");
        match call.command {
            CommandName::TargetAdd if cx.library.targets.len() >= MOST => {
                Err(UserError::new("target-full", [("most", MOST.into())]))
            }
            CommandName::TargetAdd => Ok(call.text("target").map_or_else(ask_name, |given| add(cx, given))),
            CommandName::TargetRank => Ok(which(cx, Act::Rank, named, call.number("place"))),
            CommandName::TargetRemove => Ok(which(cx, Act::Remove, named, None)),
            _ => Ok(list(cx, &cx.library.targets, None)),
        }
    }

    fn step(cx: &Cx<'_>, state: State, event: Event) -> Turn<State> {
        match (state, event) {
            (state, Event::Voice(_)) => stay(state, "no-voice-here"),
            (state, Event::File(_)) => stay(state, "no-files-here"),
            (state, Event::Timer(_)) => Turn::wait(state, []),
            (State::Name, Event::Text(typed)) => add(cx, &typed),
            (state @ State::Name, Event::Choice(_)) => Turn::wait(state, [Effect::Say(who_says_so(cx, "target-name"))]),
            (State::Reason { name }, Event::Text(typed)) => added(cx, &name, Some(few(&typed))),
            (State::Reason { name }, Event::Skip) => added(cx, &name, None),
            (State::Which { act }, Event::Text(typed)) => which(cx, act, Some(&typed), None),
            (State::Which { act }, Event::Choice(choice)) => match numbered(cx, choice.as_str()) {
                Some(target) => act_on(cx, act, target, None),
                None => gone(),
            },
            (State::Place { number }, Event::Choice(choice)) => match choice.as_str().parse() {
                Ok(place) => move_to(cx, number, place),
                Err(_) => stay(State::Place { number }, "choose-one"),
            },
            (State::Remove { number }, Event::Choice(choice)) => remove(cx, number, choice.as_str()),
            (State::Shown, Event::Choice(choice)) => chosen(cx, choice.as_str()),
            (State::Name | State::Which { .. } | State::Place { .. } | State::Remove { .. }, Event::Skip) => {
                Turn::done([Effect::Say(Message::say("unchanged"))])
            }
            (state, _) => stay(state, "choose-one"),
        }
    }

    fn stop(cx: &Cx<'_>, state: State) -> Vec<Effect> {
        match state {
            State::Reason { name } => added(cx, &name, None).effects,
            _ => vec![Effect::Say(Message::say("unchanged"))],
        }
    }
}

fn stay(state: State, why: &'static str) -> Turn<State> {
    let said = [Effect::Say(Message::say(why))];
    if state == State::Shown { Turn::linger(state, said) } else { Turn::wait(state, said) }
}

fn gone() -> Turn<State> {
    Turn::done([Effect::Say(Message::say("target-gone"))])
}

fn few(text: &str) -> String {
    shorten(&clean(text).split_whitespace().collect::<Vec<_>>().join(" "), LONGEST)
}

fn ask_name() -> Turn<State> {
    let question = Message::say("target-name").choices([Choice::new("source", "choice-target-advice")]);
    let form = [Field::new("form-target-name", LONGEST), Field::new("form-target-reason", LONGEST)];
    Turn::wait(State::Name, [Effect::Say(question.awaiting_words().form(form))])
}

/// An organisation was named, perhaps with the reason.
fn add(cx: &Cx<'_>, typed: &str) -> Turn<State> {
    let typed = clean(typed);
    let typed = typed.trim();
    let cut = BECAUSE.iter().filter_map(|because| typed.find(because).map(|at| (at, because.len()))).min();
    let (name, reason) = match cut {
        Some((at, length)) if at > 0 => (few(&typed[..at]), Some(few(&typed[at + length..]))),
        _ => (few(typed), None),
    };
    let begin = ["because ", "parce que ", "parce qu'", "car "];
    let bare = |reason: String| {
        let begins = begin.iter().find(|begin| reason.to_lowercase().starts_with(**begin));
        begins.map_or(reason.clone(), |begin| reason[begin.len()..].to_owned())
    };
    let reason = reason.map(bare).filter(|reason| reason.chars().any(char::is_alphanumeric));
    if !name.chars().any(char::is_alphanumeric) {
        return stay(State::Name, "target-no-name");
    }
    let is_same = |target: &&Target| fold(&target.name) == fold(&name);
    if let Some((rank, known)) = (1usize..).zip(&cx.library.targets).find(|(_, target)| is_same(target)) {
        let args = [("name", Arg::Words(known.name.clone())), ("rank", rank.into())];
        return Turn::done([Effect::Say(Message::of([Line::with("target-known", args)]))]);
    }
    if reason.is_some() {
        return added(cx, &name, reason);
    }
    let question = Message::of([Line::with("target-reason", [("name", Arg::Words(name.clone()))])]);
    let question = question.awaiting_words().form([Field::new("form-target-reason", LONGEST)]);
    Turn::wait(State::Reason { name }, [Effect::Say(question)])
}

fn added(cx: &Cx<'_>, name: &str, reason: Option<String>) -> Turn<State> {
    let mut targets = cx.library.targets.clone();
    targets.push(Target { number: cx.library.next_target.max(1), name: name.to_owned(), reason });
    let said = Line::with("target-added", [("name", Arg::Words(name.to_owned())), ("count", targets.len().into())]);
    let mut turn = list(cx, &targets, Some(said));
    turn.effects.insert(0, Effect::Record(Record::Targets(targets)));
    turn
}

/// Shows the list, and whom to ask first.
fn list(cx: &Cx<'_>, targets: &[Target], said: Option<Line>) -> Turn<State> {
    if targets.is_empty() {
        let choices = [Choice::new("add", "choice-target-add"), Choice::new("source", "choice-target-advice")];
        return Turn::linger(State::Shown, [Effect::Say(Message::say("target-none").choices(choices))]);
    }
    let mut lines: Vec<Line> = said.into_iter().collect();
    lines.extend((1usize..).zip(targets).map(|(rank, target)| {
        let (rank, name) = (("rank", rank.into()), ("name", Arg::Words(target.name.clone())));
        match &target.reason {
            Some(reason) => Line::with("target-line-why", [rank, name, ("reason", Arg::Words(reason.clone()))]),
            None => Line::with("target-line", [rank, name]),
        }
    }));
    if targets.len() < GOOD_BEGINNING {
        lines.push(Line::with("target-ten", [("most", GOOD_BEGINNING.into())]));
    }
    lines.push(Line::Gap);
    let rungs = ladder::rungs(&cx.library.contacts, targets);
    // Who was asked already is no next step.
    let is_asked = |rung: &&ladder::Rung<'_>| {
        let is_to_them = |draft: &&Draft| draft.contact == Some(rung.contact.number);
        cx.library.drafts.iter().filter(is_to_them).any(|draft| draft.kind.is_request() && draft.sent_on.is_some())
    };
    let shown: Vec<&ladder::Rung<'_>> = rungs.iter().filter(|rung| !is_asked(rung)).take(RUNGS_SHOWN).collect();
    if shown.is_empty() {
        lines.push(Line::say("ladder-nobody"));
    } else {
        lines.push(Line::say("ladder"));
    }
    for (step, rung) in (1usize..).zip(&shown) {
        let (step, name) = (("step", step.into()), ("name", Arg::Words(rung.contact.in_short())));
        lines.push(match rung.target {
            Some((rank, _)) => Line::with("ladder-rung", [step, name, ("rank", rank.into())]),
            None => Line::with("ladder-rung-elsewhere", [step, name]),
        });
    }
    let without = ladder::without_anybody(&cx.library.contacts, targets);
    if let Some(target) = without.first().filter(|_| !shown.is_empty()) {
        lines.push(Line::with("ladder-find", [("name", Arg::Words(target.name.clone()))]));
    }
    let write = shown.first().map(|rung| Choice {
        id: ChoiceId::new(format!("write-{}", rung.contact.number)),
        label: "choice-target-write".into(),
        args: [("name".to_owned(), Arg::Words(label(rung.contact)))].into(),
        value: None,
    });
    let rest = [
        Choice::new("add", "choice-target-add"),
        Choice::new("rank", "choice-target-rank"),
        Choice::new("remove", "choice-target-remove"),
        Choice::new("source", "choice-target-advice"),
    ];
    let message = Message::of(lines).choices(write.into_iter().chain(rest)).to_keep();
    Turn::linger(State::Shown, [Effect::Say(message)])
}

fn chosen(cx: &Cx<'_>, choice: &str) -> Turn<State> {
    match choice {
        "add" if cx.library.targets.len() >= MOST => stay(State::Shown, "target-full-now"),
        "add" => ask_name(),
        "rank" => which(cx, Act::Rank, None, None),
        "remove" => which(cx, Act::Remove, None, None),
        "source" => Turn::linger(State::Shown, [Effect::Say(who_says_so(cx, "target-name"))]),
        write => match write.strip_prefix("write-").and_then(|number| number.parse::<u32>().ok()) {
            Some(number) => {
                let args = [("number".to_owned(), Value::Number(number))].into();
                Turn::done([Effect::Begin(Invocation { command: CommandName::OutreachDraft, args })])
            }
            None => stay(State::Shown, "choose-one"),
        },
    }
}

/// The target that a choice names: "target-3".
fn numbered<'a>(cx: &'a Cx<'_>, choice: &str) -> Option<&'a Target> {
    let number: u32 = choice.strip_prefix("target-")?.parse().ok()?;
    cx.library.targets.iter().find(|target| target.number == number)
}

fn which(cx: &Cx<'_>, act: Act, typed: Option<&str>, place: Option<u32>) -> Turn<State> {
    let all = &cx.library.targets;
    if all.is_empty() {
        return list(cx, all, None);
    }
    let wanted = typed.map(fold);
    let fits = |target: &&Target| wanted.as_ref().is_none_or(|wanted| fold(&target.name).contains(wanted.as_str()));
    let exactly: Vec<&Target> = all.iter().filter(|target| Some(fold(&target.name)) == wanted).collect();
    let found: Vec<&Target> = if exactly.len() == 1 { exactly } else { all.iter().filter(fits).collect() };
    match (found.as_slice(), typed) {
        ([only], Some(_)) => act_on(cx, act, only, place),
        ([], _) => {
            let typed = shorten(typed.unwrap_or_default(), 60);
            let said = Message::of([Line::with("target-not-found", [("typed", Arg::Words(typed))])]);
            Turn::wait(State::Which { act }, [Effect::Say(said.awaiting_value())])
        }
        (found, _) => {
            let choice = |target: &&Target| Choice {
                id: ChoiceId::new(format!("target-{}", target.number)),
                label: "choice-contact".into(),
                args: [("name".to_owned(), Arg::Words(shorten(&target.name, 70)))].into(),
                value: None,
            };
            let question = Message::say("target-which").choices(found.iter().take(20).map(choice)).awaiting_value();
            Turn::wait(State::Which { act }, [Effect::Say(question)])
        }
    }
}

fn act_on(cx: &Cx<'_>, act: Act, target: &Target, place: Option<u32>) -> Turn<State> {
    let name = ("name", Arg::Words(target.name.clone()));
    match (act, place) {
        (Act::Rank, Some(place)) => move_to(cx, target.number, place),
        (Act::Rank, None) => {
            let count = u32::try_from(cx.library.targets.len()).unwrap_or(u32::MAX);
            let places = (1..=count.min(20)).map(|place| Choice::number(place, "choice-target-place"));
            let question = Message::of([Line::with("target-place", [name])]).choices(places);
            Turn::wait(State::Place { number: target.number }, [Effect::Say(question)])
        }
        (Act::Remove, _) => {
            let choices = [Choice::new("remove", "choice-target-really"), Choice::new("keep", "choice-target-keep")];
            let question = Message::of([Line::with("target-remove", [name])]).choices(choices);
            Turn::wait(State::Remove { number: target.number }, [Effect::Say(question)])
        }
    }
}

/// Gives a target its place, from 1; one beyond the end is the last.
fn move_to(cx: &Cx<'_>, number: u32, place: u32) -> Turn<State> {
    let mut targets = cx.library.targets.clone();
    let Some(at) = targets.iter().position(|target| target.number == number) else { return gone() };
    let target = targets.remove(at);
    let place = usize::try_from(place).unwrap_or(usize::MAX).clamp(1, targets.len() + 1);
    let said = Line::with("target-moved", [("name", Arg::Words(target.name.clone())), ("rank", place.into())]);
    targets.insert(place - 1, target);
    let mut turn = list(cx, &targets, Some(said));
    turn.effects.insert(0, Effect::Record(Record::Targets(targets)));
    turn
}

fn remove(cx: &Cx<'_>, number: u32, choice: &str) -> Turn<State> {
    let mut targets = cx.library.targets.clone();
    let Some(at) = targets.iter().position(|target| target.number == number) else { return gone() };
    if choice != "remove" {
        return list(cx, &cx.library.targets, None);
    }
    let gone = targets.remove(at);
    let said = Line::with("target-removed", [("name", Arg::Words(gone.name))]);
    Turn::done([Effect::Record(Record::Targets(targets)), Effect::Say(Message::of([said]))])
}

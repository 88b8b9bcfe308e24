//! `night report`: something that the hosts of a night must know, in the reporter's words, to the hosts and nobody else (SPEC, section 9).

use super::{Cx, Effect, Event, Flow, Read, Told, Turn};
use crate::chat::{Arg, Choice, Field, Line, Message};
use crate::commands::{CommandName, Invocation, UserError};
use crate::flows::nights;
use crate::ids::{NightId, PersonId};
use crate::night::Night;
use crate::words::clean;
use serde::{Deserialize, Serialize};

/// The most characters of a report.
const LONGEST: usize = 1000;

/// The flow.
#[derive(Debug)]
pub struct Report;

/// Where it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "at", rename_all = "snake_case")]
pub enum State {
    /// What happened?
    Words {
        /// At which night.
        night: NightId,
    },
    /// Send it?
    Ready {
        /// Of which night.
        night: NightId,
        /// What happened.
        words: String,
    },
}

impl Flow for Report {
    const NAME: &'static str = "report";
    const TITLE: &'static str = "flow-report";
    const VERSION: u32 = 1;
    const COMMANDS: &'static [CommandName] = &[CommandName::NightReport];
    const READS: &'static [Read] = &[Read::Lately];
    type State = State;

    fn start(cx: &Cx<'_>, call: &Invocation) -> Result<Turn<State>, UserError> {
        let nights = &cx.library.lately;
        let here = nights.iter().find(|(night, _)| cx.room.as_ref() == Some(&night.place));
        let Some((night, _)) = here.or(nights.first()) else { return Err(UserError::new("report-none", [])) };
        if others(cx, &night.id).is_empty() {
            return Err(UserError::new("report-no-hosts", []));
        }
        let asked = ask(cx, night, Vec::new());
        Ok(call.text("what").map_or(asked, |typed| heard(cx, &night.id, typed)))
    }

    fn step(cx: &Cx<'_>, state: State, event: Event) -> Turn<State> {
        match (state, event) {
            (State::Words { night }, Event::Text(typed)) => heard(cx, &night, &typed),
            (State::Ready { night, words }, Event::Choice(choice)) => match choice.as_str() {
                "send" => sent(cx, &night, words),
                "change" => match find(cx, &night) {
                    Some(night) => ask(cx, night, Vec::new()),
                    None => gone(),
                },
                _ => Turn::done([Effect::Say(Message::say("report-stop"))]),
            },
            (state, Event::Timer(_)) => Turn::wait(state, []),
            (state, Event::Voice(_)) => Turn::wait(state, [Effect::Say(Message::say("no-voice-here"))]),
            (state, Event::File(_)) => Turn::wait(state, [Effect::Say(Message::say("no-files-here"))]),
            (state @ State::Words { .. }, Event::Skip) => Turn::wait(state, [Effect::Say(Message::say("cannot-skip"))]),
            (state, _) => Turn::wait(state, [Effect::Say(Message::say("choose-one"))]),
        }
    }

    fn stop(_cx: &Cx<'_>, _state: State) -> Vec<Effect> {
        vec![Effect::Say(Message::say("report-stop"))]
    }
}

fn find<'a>(cx: &'a Cx<'_>, id: &NightId) -> Option<&'a Night> {
    cx.library.lately.iter().map(|(night, _)| night).find(|night| night.id == *id)
}

/// Those who would be told: the hosts, but for whoever reports.
fn others<'a>(cx: &'a Cx<'_>, id: &NightId) -> Vec<&'a (PersonId, String)> {
    let hosts = cx.library.lately.iter().filter(|(night, _)| night.id == *id).flat_map(|(_, hosts)| hosts);
    hosts.filter(|(host, _)| *host != cx.person.id).collect()
}

fn gone() -> Turn<State> {
    Turn::done([Effect::Say(Message::say("report-none"))])
}

/// Who would be told, by their accounts, and how many.
fn hosts(cx: &Cx<'_>, id: &NightId) -> [(&'static str, Arg); 2] {
    let hosts = others(cx, id);
    let names = hosts.iter().map(|(_, handle)| handle.clone()).collect();
    [("count", hosts.len().into()), ("hosts", Arg::Accounts(names))]
}

fn ask(cx: &Cx<'_>, night: &Night, mut lines: Vec<Line>) -> Turn<State> {
    let [count, hosts] = hosts(cx, &night.id);
    lines.push(nights::line("report-ask", night));
    lines.push(Line::with("report-to", [count, hosts]));
    let question = Message::of(lines).awaiting_words().form([Field::new("form-report", LONGEST)]);
    Turn::wait(State::Words { night: night.id.clone() }, [Effect::Say(question)])
}

/// What happened was written.
fn heard(cx: &Cx<'_>, id: &NightId, typed: &str) -> Turn<State> {
    let Some(night) = find(cx, id) else { return gone() };
    let words = clean(typed).trim().to_owned();
    let length = words.chars().count();
    if length > LONGEST {
        let long = Line::with("feedback-long", [("length", length.into()), ("most", LONGEST.into())]);
        return ask(cx, night, vec![long]);
    }
    if words.is_empty() {
        return ask(cx, night, Vec::new());
    }
    let [count, hosts] = hosts(cx, id);
    let lines =
        [nights::line("report-ready", night), Line::with("report-to", [count, hosts]), Line::Quote(words.clone())];
    let choices = [
        Choice::new("send", "choice-report-send"),
        Choice::new("change", "choice-report-change"),
        Choice::new("drop", "choice-report-drop"),
    ];
    let message = Message::of(lines).choices(choices);
    Turn::wait(State::Ready { night: id.clone(), words }, [Effect::Say(message)])
}

/// It goes to the hosts.
fn sent(cx: &Cx<'_>, id: &NightId, words: String) -> Turn<State> {
    let Some(night) = find(cx, id) else { return gone() };
    let handle = cx.library.handle.clone().unwrap_or_default();
    let Line::Speech(key, mut args) = nights::line("report-told", night) else { return gone() };
    args.insert("who".to_owned(), Arg::Accounts(vec![handle]));
    let mut message = Message::of([Line::Speech(key, args), Line::Quote(words)]);
    if night.evening.is_some() {
        message.lines.push(Line::say("report-told-how"));
    }
    let told = |(host, _): &(PersonId, String)| {
        let (person, platform) = (host.clone(), night.place.platform);
        Effect::Tell(Box::new(Told { person, platform, message: message.clone(), card: None, offers: None }))
    };
    let [count, hosts] = hosts(cx, id);
    let said = Effect::Say(Message::of([Line::with("report-sent", [count, hosts])]));
    Turn::done(others(cx, id).into_iter().map(told).chain([said]))
}

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

/// How many nights there are to choose from.
const MOST_NIGHTS: usize = 5;

/// The flow.
#[derive(Debug)]
pub struct Report;

/// Where it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "at", rename_all = "snake_case")]
pub enum State {
    /// Of which night?
    Which {
        /// What was typed with the command.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        words: Option<String>,
    },
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
    const FORGETS: bool = true;
    type State = State;

    fn start(cx: &Cx<'_>, call: &Invocation) -> Result<Turn<State>, UserError> {
        let words = call.text("what");
        match meant(cx).as_slice() {
            [] => Err(UserError::new("report-none", [])),
            [night] => Ok(begin(cx, night, words)),
            nights => {
                let question = Message::say("report-which").choices(nights.iter().map(|night| nights::choice(night)));
                let state = State::Which { words: words.map(str::to_owned) };
                Ok(Turn::wait(state, [Effect::Say(question)]))
            }
        }
    }

    fn step(cx: &Cx<'_>, state: State, event: Event) -> Turn<State> {
        match (state, event) {
            (State::Which { words }, Event::Choice(choice)) => {
                let chosen = choice.as_str().strip_prefix("night-");
                match meant(cx).into_iter().find(|night| Some(night.id.as_str()) == chosen) {
                    Some(night) => begin(cx, night, words.as_deref()),
                    None => gone(),
                }
            }
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
            (state @ (State::Words { .. } | State::Which { .. }), Event::Skip) => {
                Turn::wait(state, [Effect::Say(Message::say("cannot-skip"))])
            }
            (state, _) => Turn::wait(state, [Effect::Say(Message::say("choose-one"))]),
        }
    }

    fn stop(_cx: &Cx<'_>, _state: State) -> Vec<Effect> {
        vec![Effect::Say(Message::say("report-stop"))]
    }
}

/// The nights that may be meant: those that the person took part in, the latest first; or else those of the community.
fn meant<'a>(cx: &'a Cx<'_>) -> Vec<&'a Night> {
    let lately = || cx.library.lately.iter().map(|(night, _)| night);
    let mut meant: Vec<&Night> = lately().filter(|night| night.seat_of(&cx.person.id).is_some()).collect();
    if meant.is_empty() {
        meant = lately().collect();
    }
    meant.truncate(MOST_NIGHTS);
    meant
}

fn begin(cx: &Cx<'_>, night: &Night, words: Option<&str>) -> Turn<State> {
    if others(cx, &night.id).is_empty() {
        return Turn::done([Effect::Say(Message::say("report-no-hosts"))]);
    }
    match words {
        Some(typed) => heard(cx, &night.id, typed),
        None => ask(cx, night, Vec::new()),
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

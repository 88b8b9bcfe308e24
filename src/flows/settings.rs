//! `settings`: language, time zone, quiet hours, digest. What is given with the command is set at once; what is not, is asked.

use super::{Cx, Effect, Event, Flow, Read, Record, Turn};
use crate::chat::{Arg, Choice, ChoiceId, Line, Message};
use crate::commands::{CommandName, Invocation, UserError};
use crate::hours::{Chosen, TimeOfDay, USUAL_QUIET, read_digest, read_quiet};
use crate::ids::Locale;
use crate::{words, zones};
use chrono::Timelike as _;
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

/// The flow.
#[derive(Debug)]
pub struct Settings;

/// Where it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "at", rename_all = "snake_case")]
pub enum State {
    /// Which setting?
    Menu,
    /// Which language?
    Language,
    /// Which time zone?
    Zone,
    /// An offset was given: which of the zones that keep it now?
    Offset {
        /// Their IANA names.
        zones: Vec<String>,
    },
    /// Which quiet hours?
    Quiet,
    /// A digest, and when?
    Digest,
}

impl Flow for Settings {
    const NAME: &'static str = "settings";
    const TITLE: &'static str = "flow-settings";
    const VERSION: u32 = 1;
    const COMMANDS: &'static [CommandName] = &[
        CommandName::SettingsShow,
        CommandName::SettingsLanguage,
        CommandName::SettingsTimezone,
        CommandName::SettingsQuiet,
        CommandName::SettingsDigest,
    ];
    const READS: &'static [Read] = &[Read::Nudges];
    type State = State;

    fn start(cx: &Cx<'_>, call: &Invocation) -> Result<Turn<State>, UserError> {
        let state = match call.command {
            CommandName::SettingsLanguage => State::Language,
            CommandName::SettingsTimezone => State::Zone,
            CommandName::SettingsQuiet => State::Quiet,
            CommandName::SettingsDigest => State::Digest,
            _ => return Ok(Turn::linger(State::Menu, [Effect::Say(menu(cx))])),
        };
        match call.text("value") {
            Some(typed) if !typed.is_empty() => Ok(read(cx, state, typed)),
            _ => Ok(ask(state)),
        }
    }

    fn stop(_cx: &Cx<'_>, _state: State) -> Vec<Effect> {
        vec![Effect::Say(Message::say("unchanged"))]
    }

    fn step(cx: &Cx<'_>, state: State, event: Event) -> Turn<State> {
        match (state, event) {
            (State::Menu, Event::Choice(choice)) => match choice.as_str() {
                "language" => ask(State::Language),
                "zone" => ask(State::Zone),
                "quiet" => ask(State::Quiet),
                "digest" => ask(State::Digest),
                _ => Turn::done([]),
            },
            (State::Language, Event::Choice(choice)) => read(cx, State::Language, choice.as_str()),
            (State::Quiet, Event::Choice(_)) => read(cx, State::Quiet, "none"),
            (State::Digest, Event::Choice(_)) => read(cx, State::Digest, "none"),
            (State::Offset { .. }, Event::Choice(choice)) => read(cx, State::Zone, choice.as_str()),
            (State::Offset { .. }, Event::Text(typed)) => read(cx, State::Zone, &typed),
            (state, Event::Text(typed)) => read(cx, state, &typed),
            (_, Event::Skip) => Turn::done([Effect::Say(Message::say("unchanged"))]),
            (state, Event::Voice(_)) => Turn::wait(state, [Effect::Say(Message::say("no-voice-here"))]),
            (state, Event::File(_)) => Turn::wait(state, [Effect::Say(Message::say("no-files-here"))]),
            (state, _) => Turn::wait(state, []),
        }
    }
}

/// Everything as it is, in sentences, with what can be changed.
fn menu(cx: &Cx<'_>) -> Message {
    let language = cx.locale.pick("settings-language-english", "settings-language-french");
    let zone = match cx.person.zone {
        Some(zone) => zone_sentence("settings-zone-is", cx, zone),
        None => Line::say("settings-zone-unknown"),
    };
    let quiet = match cx.person.quiet.unwrap_or(Chosen::Some(USUAL_QUIET)) {
        Chosen::Some(span) => {
            Line::with("settings-quiet-is", [("from", Arg::Clock(span.from)), ("to", Arg::Clock(span.to))])
        }
        Chosen::None => Line::say("settings-quiet-none"),
    };
    let digest = match cx.person.digest.unwrap_or(Chosen::None) {
        Chosen::Some(time) => Line::with("settings-digest-is", [("time", Arg::Clock(time))]),
        Chosen::None => Line::say("settings-digest-none"),
    };
    let language = Line::with("settings-language-is", [("language", Arg::Text(language.into()))]);
    Message::of([language, zone, quiet, digest, Line::Gap, Line::say("settings-change")]).choices([
        Choice::new("language", "choice-settings-language"),
        Choice::new("zone", "choice-settings-zone"),
        Choice::new("quiet", "choice-settings-quiet"),
        Choice::new("digest", "choice-settings-digest"),
    ])
}

fn ask(state: State) -> Turn<State> {
    let question = match &state {
        State::Menu => Message::say("settings-change"),
        State::Language => Message::say("settings-language-ask")
            .choices([Choice::new("en", "choice-english"), Choice::new("fr", "choice-french")]),
        State::Zone => Message::say("settings-zone-ask").awaiting_value(),
        State::Offset { zones } => Message::say("settings-zone-which")
            .choices(zones.iter().map(|name| Choice {
                id: ChoiceId::new(name.clone()),
                label: "choice-zone-name".into(),
                args: [("zone".to_owned(), Arg::Name(name.clone()))].into(),
                value: None,
            }))
            .awaiting_value(),
        State::Quiet => Message::say("settings-quiet-ask")
            .choices([Choice::new("none", "choice-settings-quiet-none")])
            .awaiting_value(),
        State::Digest => Message::say("settings-digest-ask")
            .choices([Choice::new("none", "choice-settings-digest-none")])
            .awaiting_value(),
    };
    Turn::wait(state, [Effect::Say(question)])
}

/// Reads what was typed for a setting, and sets it; or says what would be right, and stays.
fn read(cx: &Cx<'_>, state: State, typed: &str) -> Turn<State> {
    let sorry = |key: &'static str, state: State| {
        let sentence = Line::with(key, [("typed", Arg::Words(words::shorten(typed, 60)))]);
        // Asked for the first time, the sentence is the question too: it shows a right example.
        Turn::wait(state, [Effect::Say(Message::of([sentence]).awaiting_value())])
    };
    match state {
        State::Menu => Turn::linger(State::Menu, [Effect::Say(menu(cx))]),
        State::Language => match language_named(typed) {
            Some(locale) => done(Record::Locale(locale), Line::say("settings-language-set")),
            None => ask(State::Language),
        },
        State::Zone | State::Offset { .. } => match (zones::find(typed), zones::at_offset(typed, cx.now)) {
            (Some(zone), _) => {
                let mut turn = done(Record::Zone(zone), zone_sentence("settings-zone-is", cx, zone));
                if !cx.library.nudges.is_empty()
                    && let Some(Effect::Say(message)) = turn.effects.last_mut()
                {
                    message.lines.push(Line::say("settings-zone-nudges"));
                }
                turn
            }
            (None, Some(zones)) if !zones.is_empty() => {
                ask(State::Offset { zones: zones.iter().map(|zone| zone.name().to_owned()).collect() })
            }
            _ => sorry("settings-zone-wrong", State::Zone),
        },
        State::Quiet => match read_quiet(typed) {
            Some(quiet @ Chosen::Some(span)) => {
                let args = [("from", Arg::Clock(span.from)), ("to", Arg::Clock(span.to))];
                done(Record::Quiet(quiet), Line::with("settings-quiet-is", args))
            }
            Some(Chosen::None) => done(Record::Quiet(Chosen::None), Line::say("settings-quiet-none")),
            None => sorry("settings-quiet-wrong", State::Quiet),
        },
        State::Digest => match read_digest(typed) {
            Some(digest @ Chosen::Some(time)) => {
                done(Record::Digest(digest), Line::with("settings-digest-is", [("time", Arg::Clock(time))]))
            }
            Some(Chosen::None) => done(Record::Digest(Chosen::None), Line::say("settings-digest-none")),
            None => sorry("settings-digest-wrong", State::Digest),
        },
    }
}

fn done(record: Record, sentence: Line) -> Turn<State> {
    Turn::done([Effect::Record(record), Effect::Say(Message::of([Line::say("settings-set"), sentence]))])
}

fn zone_sentence(key: &'static str, cx: &Cx<'_>, zone: Tz) -> Line {
    let there = cx.now.utc().with_timezone(&zone);
    let time = TimeOfDay::new(
        u16::try_from(there.hour()).unwrap_or_default(),
        u16::try_from(there.minute()).unwrap_or_default(),
    );
    // An hour and a minute of a clock always make a time of the day.
    let time = time.unwrap_or(USUAL_QUIET.from);
    Line::with(key, [("zone", Arg::Name(zone.name().to_owned())), ("time", Arg::Clock(time))])
}

/// The language that a word names, in any of them.
fn language_named(typed: &str) -> Option<Locale> {
    match words::fold(typed).as_str() {
        "en" | "english" | "anglais" => Some(Locale::En),
        "fr" | "french" | "francais" => Some(Locale::Fr),
        _ => None,
    }
}

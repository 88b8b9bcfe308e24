//! `pitch history`: the versions that were kept, and how long each attempt was against the target.

use crate::chat::{Arg, Length, Line, Message};
use crate::clock::Moment;
use crate::coach::build::Cut;
use crate::coach::pitch::{SHORTEST, seconds_for};
use crate::commands::{CommandName, Invocation, UserError};
use crate::flows::{Cx, Effect, Event, Flow, Read, Turn};
use crate::store::pitches::{Attempt, Past};
use crate::words;
use crate::zones::on_clocks;
use serde::{Deserialize, Serialize};

/// The most characters of a version that are shown: all of it, for a pitch of any sensible length.
const LONGEST_SHOWN: usize = 500;

/// The flow.
#[derive(Debug)]
pub struct History;

/// Where it stands: it is over at once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "at", rename_all = "snake_case")]
pub enum State {
    /// Everything was shown.
    Shown,
}

impl Flow for History {
    const NAME: &'static str = "pitch_history";
    const TITLE: &'static str = "flow-pitch-history";
    const VERSION: u32 = 1;
    const COMMANDS: &'static [CommandName] = &[CommandName::PitchHistory];
    const READS: &'static [Read] = &[Read::PitchPast];
    type State = State;

    fn start(cx: &Cx<'_>, _call: &Invocation) -> Result<Turn<State>, UserError> {
        let Past { kept, attempts } = &cx.library.pitch_past;
        if kept.is_empty() && attempts.is_empty() {
            return Ok(Turn::done([Effect::Say(Message::say("pitch-history-none"))]));
        }
        let mut lines = Vec::new();
        if !kept.is_empty() {
            lines.push(Line::say("pitch-history-kept"));
            lines.extend(kept.iter().flat_map(|(attempt, at)| version(cx, attempt, *at)));
        }
        if let Some((last, _)) = attempts.last() {
            if !lines.is_empty() {
                lines.push(Line::Gap);
            }
            let from = u32::try_from(SHORTEST.as_secs()).unwrap_or(0);
            lines.push(Line::with("pitch-history-lengths", [("from", from.into()), ("to", last.target.into())]));
            lines.push(Line::Lengths { band: (from, last.target), lengths: attempts.iter().map(length).collect() });
        }
        Ok(Turn::done([Effect::Say(Message::of(lines))]))
    }

    fn step(_cx: &Cx<'_>, _state: State, _event: Event) -> Turn<State> {
        Turn::done([])
    }
}

fn version(cx: &Cx<'_>, attempt: &Attempt, kept_at: Moment) -> Vec<Line> {
    let day = cx.day(on_clocks(kept_at, cx.zone()).date());
    let key = match attempt.cut {
        None => "pitch-history-version",
        Some(Cut::Person) => "pitch-history-person",
        Some(Cut::Phone) => "pitch-history-phone",
        Some(Cut::Message) => "pitch-history-message",
    };
    match (&attempt.text, attempt.spoken_ms) {
        (Some(text), _) => vec![Line::with(key, [("day", day)]), Line::Quote(words::shorten(text, LONGEST_SHOWN))],
        (None, spoken) => {
            let seconds = Arg::from(spoken.unwrap_or(0) / 1000);
            vec![Line::with("pitch-history-voice", [("day", day), ("seconds", seconds)])]
        }
    }
}

/// How long an attempt took, or would take aloud.
fn length((attempt, kept_at): &(Attempt, Option<Moment>)) -> Length {
    let (from, to) = match (attempt.spoken_ms, attempt.words) {
        (Some(spoken), _) => (spoken / 1000, spoken / 1000),
        (None, words) => seconds_for(words.unwrap_or(0) as usize),
    };
    Length { from, to, note: kept_at.map(|_| "plot-kept".into()) }
}

//! Planning a nudge: what, when, and first in which time zone.

use super::{LONGEST_WHAT, State, every_line, is_full, put, time_args, unclear};
use crate::chat::{Arg, Choice, Line, Message};
use crate::flows::{Cx, Effect, Record, Turn};
use crate::hours::TimeOfDay;
use crate::nudge::{HourSet, Kind, MOST_PLANNED, Nudge, Rules, Timed, Wish};
use crate::when::{self, Meant, Split, Start, USUAL_HOUR};
use crate::zones::Odd;
use crate::{words, zones};
use chrono::Days;
use chrono_tz::Tz;
use std::time::Duration;

/// Begins with what was typed after the command, if anything was.
pub(super) fn begin(cx: &Cx<'_>, line: &str) -> Turn<State> {
    if is_full(cx, 1) {
        return Turn::done([Effect::Say(Message::of([too_many()]))]);
    }
    let line = line.to_owned();
    match (cx.person.zone, cx.known_zone()) {
        (Some(zone), _) => go_on(cx, zone, &line, Vec::new()),
        (None, Some(guess)) => {
            let zone = guess.name().to_owned();
            let question = Message::of([Line::with("nudge-zone-guess", [("zone", Arg::Name(zone.clone()))])])
                .choices([Choice::new("yes", "choice-zone-yes"), Choice::new("other", "choice-zone-other")])
                .awaiting_value();
            Turn::wait(State::ZoneGuess { zone, line }, [Effect::Say(question)])
        }
        (None, None) => ask_zone(State::Zone { line }),
    }
}

/// The sentence for somebody who has as many as are kept.
pub fn too_many() -> Line {
    Line::with("nudge-too-many", [("most", MOST_PLANNED.into())])
}

/// A time so many days from today that the bot chose by itself.
pub fn in_days(cx: &Cx<'_>, days: u64) -> Timed {
    let today = cx.clocks().date();
    match cx.known_zone() {
        Some(zone) => {
            let day = today.checked_add_days(Days::new(days)).unwrap_or(today);
            let wall = when::on(day, USUAL_HOUR);
            Timed { wall, moment: zones::resolve(wall, zone).moment, hour: HourSet::Day, odd: None }
        }
        // Where nobody knows what the clocks show there, the hour at which they practise is the best guess.
        None => {
            let time = Duration::from_secs(days * 24 * 3600);
            Timed::of(Meant { start: Start::After(time), every: None }, cx.now, cx.zone())
        }
    }
}

pub(super) fn ask_zone(state: State) -> Turn<State> {
    Turn::wait(state, [Effect::Say(Message::say("nudge-zone-ask").awaiting_value())])
}

/// A time zone was named, or the guess was right.
pub(super) fn heard_zone(cx: &Cx<'_>, typed: &str, line: String) -> Turn<State> {
    match zones::find(typed) {
        Some(zone) => go_on(cx, zone, &line, vec![Effect::Record(Record::Zone(zone))]),
        None => {
            let sentence = Line::with("settings-zone-wrong", [("typed", Arg::Words(words::shorten(typed, 60)))]);
            Turn::wait(State::Zone { line }, [Effect::Say(Message::of([sentence]).awaiting_value())])
        }
    }
}

/// Takes a line with what and when in it, and asks for what is missing.
fn go_on(cx: &Cx<'_>, zone: Tz, line: &str, mut effects: Vec<Effect>) -> Turn<State> {
    let now = zones::on_clocks(cx.now, zone);
    let Split { what, time, when } = when::split(line, now, cx.locale);
    if too_long(&what) {
        effects.push(Effect::Say(Message::of([sentence_too_long(&what)]).awaiting_words()));
        return Turn::wait(State::What { when: None }, effects);
    }
    match when {
        Some(Ok(meant)) if !what.is_empty() => plan(cx, zone, what, meant, effects),
        Some(Ok(_)) => {
            effects.push(Effect::Say(Message::say("nudge-ask-what").awaiting_words()));
            Turn::wait(State::What { when: Some(time) }, effects)
        }
        _ if what.is_empty() => {
            effects.push(Effect::Say(Message::say("nudge-ask-what").awaiting_words()));
            Turn::wait(State::What { when: None }, effects)
        }
        Some(Err(why)) => {
            effects.push(Effect::Say(Message::of([unclear(&time, why)]).awaiting_value()));
            Turn::wait(State::When { what }, effects)
        }
        None => {
            effects.push(Effect::Say(Message::say("nudge-ask-when").awaiting_value()));
            Turn::wait(State::When { what }, effects)
        }
    }
}

/// What to be reminded of was typed; the time too, perhaps.
pub(super) fn heard_what(cx: &Cx<'_>, typed: String, when: Option<String>) -> Turn<State> {
    match when {
        Some(when) if too_long(&typed) => {
            let sentence = Message::of([sentence_too_long(&typed)]).awaiting_words();
            Turn::wait(State::What { when: Some(when) }, [Effect::Say(sentence)])
        }
        Some(when) => heard_when(cx, typed, &when),
        None => go_on(cx, cx.zone(), &typed, Vec::new()),
    }
}

/// The time was typed. The zone was asked for before.
pub(super) fn heard_when(cx: &Cx<'_>, what: String, typed: &str) -> Turn<State> {
    let zone = cx.zone();
    match when::read(typed, zones::on_clocks(cx.now, zone), cx.locale) {
        Ok(meant) => plan(cx, zone, what, meant, Vec::new()),
        Err(why) => {
            Turn::wait(State::When { what }, [Effect::Say(Message::of([unclear(typed, why)]).awaiting_value())])
        }
    }
}

/// Plans it, and says so.
fn plan(cx: &Cx<'_>, zone: Tz, what: String, meant: Meant, mut effects: Vec<Effect>) -> Turn<State> {
    let timed = Timed::of(meant, cx.now, zone);
    let wish = Wish {
        number: cx.library.next_nudge,
        kind: Kind::Own,
        words: Some(what),
        platform: cx.platform,
        zone,
        every: meant.every,
    };
    let nudge = Nudge::planned(wish, &timed, cx.now).under(&Rules::of(cx.person));
    let message = Message::of(planned_lines(cx, &nudge, &timed));
    effects.extend([put(nudge), Effect::Say(message)]);
    Turn::done(effects)
}

/// What is said of a nudge that was planned or put off: when, how often, and what is odd about the time.
pub(super) fn planned_lines(cx: &Cx<'_>, nudge: &Nudge, timed: &Timed) -> Vec<Line> {
    let mut lines = vec![super::line(cx, "nudge-planned", nudge)];
    lines.extend(nudge.every.map(|every| every_line("nudge-again", every)));
    lines.extend(odd_line(timed));
    if cx.person.nudge_pause.is_some_and(|until| until == nudge.tell_at && until > cx.now) {
        lines.push(Line::with(
            "nudge-after-pause",
            time_args(cx, zones::on_clocks(nudge.tell_at, nudge.zone), nudge.zone),
        ));
    } else if nudge.tell_at < nudge.due_at {
        lines.push(Line::say("nudge-in-digest"));
    }
    lines
}

/// What the clocks do to a time on the day when they change.
fn odd_line(timed: &Timed) -> Option<Line> {
    let (odd, asked) = timed.odd?;
    let key = match odd {
        Odd::Skipped => "nudge-odd-skipped",
        Odd::Twice => "nudge-odd-twice",
    };
    // What the clocks there show is meant, not a moment.
    let [asked, taken] = [asked, timed.wall].map(|wall| Arg::Clock(TimeOfDay::of(wall)));
    Some(Line::with(key, [("asked", asked), ("taken", taken)]))
}

fn too_long(what: &str) -> bool {
    what.chars().count() > LONGEST_WHAT
}

fn sentence_too_long(what: &str) -> Line {
    Line::with("nudge-too-long", [("length", what.chars().count().into()), ("most", LONGEST_WHAT.into())])
}

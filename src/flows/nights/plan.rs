//! A host plans a night: its time, and then everything else as it is usual, each to be changed before it is announced.

use super::time::{Time, read_hour, read_when};
use super::{State, card, invite, length, must_be_host};
use crate::chat::{Arg, Choice, Field, Line, Message, Place};
use crate::clock::Moment;
use crate::commands::{Invocation, UserError};
use crate::flows::{Cx, Effect, Record, Turn};
use crate::ids::{CommunityId, Locale, NightId};
use crate::night::{
    LONGEST, MINUTES, MOST_PLANNED, MOST_ROUNDS, Meets, Night, PEOPLE, Plan, Status, USUAL_MINUTES, USUAL_MOST,
};
use crate::words::{clean, shorten};
use crate::zones;
use chrono::{NaiveDate, NaiveDateTime};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};
use std::ops::RangeInclusive;

/// A night that is being planned.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sketch {
    /// Whose it is.
    community: CommunityId,
    /// Where it is announced and runs.
    place: Place,
    /// The host's zone, once it is known.
    zone: Option<Tz>,
    /// When, on the clocks there, and the moment.
    when: Option<(NaiveDateTime, Moment)>,
    /// What is practised.
    topic: Option<String>,
    minutes: u32,
    rounds: Option<u32>,
    most: u32,
    locale: Locale,
    meets: Meets,
}

/// What can be changed of a night.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Detail {
    /// Its topic.
    Topic,
    /// How long a round is.
    Minutes,
    /// How many rounds there are.
    Rounds,
    /// How many people can take part.
    Most,
    /// The language.
    Language,
    /// Where the cells talk.
    Meets,
    /// In which voice channel.
    Voice,
    /// Behind which link.
    Link,
}

/// Begins, for a host, with what was given.
pub(super) fn begin(cx: &Cx<'_>, call: &Invocation) -> Result<Turn<State>, UserError> {
    must_be_host(cx)?;
    let (Some(community), Some(place)) = (cx.community.cloned(), cx.room.clone()) else {
        return Err(UserError::new("night-where", []));
    };
    if cx.library.nights.len() >= MOST_PLANNED {
        return Err(UserError::new("night-full", [("most", MOST_PLANNED.into())]));
    }
    let given = |name, range: RangeInclusive<u32>| call.number(name).map(|n| n.clamp(*range.start(), *range.end()));
    let sketch = Sketch {
        community,
        place,
        zone: cx.person.zone,
        when: None,
        topic: call.text("topic").and_then(short),
        minutes: given("minutes", MINUTES).unwrap_or(USUAL_MINUTES),
        rounds: given("rounds", 1..=MOST_ROUNDS),
        most: given("people", PEOPLE).unwrap_or(USUAL_MOST),
        locale: call.text("language").and_then(|code| code.parse().ok()).unwrap_or(cx.locale),
        meets: Meets::Threads,
    };
    let line = call.text("when").map(str::to_owned);
    Ok(match (cx.person.zone, cx.known_zone()) {
        (Some(zone), _) => in_zone(cx, sketch, zone, line, Vec::new()),
        (None, Some(guess)) => guessed(guess.name().to_owned(), sketch, line, None),
        (None, None) => ask_zone(sketch, line),
    })
}

fn guessed(zone: String, sketch: Sketch, line: Option<String>, wrong: Option<Line>) -> Turn<State> {
    let asked = Line::with("night-zone-guess", [("zone", Arg::Name(zone.clone()))]);
    let question = Message::of(wrong.into_iter().chain([asked]))
        .choices([Choice::new("yes", "choice-zone-yes"), Choice::new("other", "choice-zone-other")])
        .awaiting_value();
    Turn::wait(State::ZoneGuess { zone, sketch, line }, [Effect::Say(question)])
}

pub(super) fn ask_zone(sketch: Sketch, line: Option<String>) -> Turn<State> {
    Turn::wait(State::Zone { sketch, line }, [Effect::Say(Message::say("night-zone").awaiting_value())])
}

/// A zone was named, or the guess was right.
///
/// Something else leaves the guess standing, where there is one.
pub(super) fn heard_zone(
    cx: &Cx<'_>,
    typed: &str,
    guess: Option<String>,
    sketch: Sketch,
    line: Option<String>,
) -> Turn<State> {
    match zones::find(typed) {
        Some(zone) => in_zone(cx, sketch, zone, line, vec![Effect::Record(Record::Zone(zone))]),
        None => {
            let sentence = Line::with("settings-zone-wrong", [("typed", Arg::Words(shorten(typed, 60)))]);
            match guess {
                Some(guess) => guessed(guess, sketch, line, Some(sentence)),
                None => {
                    Turn::wait(State::Zone { sketch, line }, [Effect::Say(Message::of([sentence]).awaiting_value())])
                }
            }
        }
    }
}

fn in_zone(cx: &Cx<'_>, sketch: Sketch, zone: Tz, line: Option<String>, effects: Vec<Effect>) -> Turn<State> {
    let sketch = Sketch { zone: Some(zone), ..sketch };
    let mut turn = match line {
        Some(line) => heard_when(cx, sketch, &line),
        None => ask_when(sketch, Line::say("night-when")),
    };
    turn.effects.splice(0..0, effects);
    turn
}

fn ask_when(sketch: Sketch, line: Line) -> Turn<State> {
    let question = Message::of([line]).awaiting_value().form([Field::new("form-night-when", 100)]);
    Turn::wait(State::When { sketch }, [Effect::Say(question)])
}

/// When was typed, and perhaps what about.
pub(super) fn heard_when(cx: &Cx<'_>, mut sketch: Sketch, typed: &str) -> Turn<State> {
    let zone = sketch.zone.unwrap_or(cx.zone());
    let said = length::taken_out(typed);
    if let Some((rounds, _)) = &said {
        sketch.minutes = rounds.minutes.clamp(*MINUTES.start(), *MINUTES.end());
        sketch.rounds = rounds.count.map(|count| count.clamp(1, MOST_ROUNDS)).or(sketch.rounds);
    }
    let typed = said.as_ref().map_or(typed, |(_, rest)| rest);
    if said.is_some() && typed.is_empty() {
        let noted = Line::with("night-when-minutes", [("minutes", sketch.minutes.into())]);
        return ask_when(sketch, noted);
    }
    // An hour alone is one of the day that is known.
    let time = match sketch.when {
        Some((wall, _)) => read_hour(cx, zone, wall.date(), typed),
        None => read_when(cx, zone, typed),
    };
    take_time(cx, sketch, time)
}

/// The time of the day was typed.
pub(super) fn heard_hour(cx: &Cx<'_>, sketch: Sketch, day: NaiveDate, typed: &str) -> Turn<State> {
    match read_hour(cx, sketch.zone.unwrap_or(cx.zone()), day, typed) {
        Time::Unclear(why) => ask_hour(cx, sketch, day, Some(why)),
        time => take_time(cx, sketch, time),
    }
}

fn ask_hour(cx: &Cx<'_>, sketch: Sketch, day: NaiveDate, why: Option<Line>) -> Turn<State> {
    let asked = Line::with("night-hour", [("day", cx.day(day))]);
    let question = Message::of(why.into_iter().chain([asked])).awaiting_value();
    Turn::wait(State::Hour { sketch, day }, [Effect::Say(question.form([Field::new("form-night-hour", 60)]))])
}

fn take_time(cx: &Cx<'_>, mut sketch: Sketch, time: Time) -> Turn<State> {
    match time {
        Time::Known { wall, moment, odd, rest } => {
            sketch.when = Some((wall, moment));
            sketch.topic = short(&rest).or(sketch.topic);
            ready(cx, sketch, odd)
        }
        Time::Day(day) => ask_hour(cx, sketch, day, None),
        Time::Unclear(why) => ask_when(sketch, why),
    }
}

/// The text on one line, where it is one and not too long.
fn short(typed: &str) -> Option<String> {
    let typed = clean(typed).split_whitespace().collect::<Vec<_>>().join(" ");
    let says_something = typed.chars().any(char::is_alphanumeric);
    says_something.then(|| shorten(&typed, LONGEST))
}

impl Sketch {
    /// The plan, once its time is known.
    fn plan(&self, cx: &Cx<'_>) -> Option<Plan> {
        let (wall, starts_at) = self.when?;
        Some(Plan {
            locale: self.locale,
            zone: self.zone.unwrap_or(cx.zone()),
            wall,
            starts_at,
            topic: self.topic.clone(),
            minutes: self.minutes,
            rounds: self.rounds,
            most: self.most,
            meets: self.meets.clone(),
        })
    }
}

/// Shows the night as it would be announced.
pub(super) fn ready(cx: &Cx<'_>, sketch: Sketch, said: Option<Line>) -> Turn<State> {
    let Some(plan) = sketch.plan(cx) else { return ask_when(sketch, Line::say("night-when")) };
    let mut lines: Vec<Line> = said.into_iter().collect();
    lines.push(Line::with("night-ready", [("place", Arg::Place(sketch.place.clone()))]));
    lines.push(Line::Gap);
    lines.extend(card::announced(&plan));
    lines.push(Line::with("night-ready-most", [("most", plan.most.into())]));
    if plan.locale != cx.locale {
        lines.push(Line::with("night-ready-language", [("language", language(plan.locale))]));
    }
    let choices = [
        Choice::new("post", "choice-night-post"),
        Choice::new("when", "choice-night-when"),
        Choice::new("topic", "choice-night-topic"),
        Choice::new("more", "choice-night-more"),
    ];
    Turn::wait(State::Ready { sketch }, [Effect::Say(Message::of(lines).choices(choices))])
}

/// The host leaves the topic open.
pub(super) fn without_topic(cx: &Cx<'_>, sketch: Sketch) -> Turn<State> {
    ready(cx, Sketch { topic: None, ..sketch }, None)
}

fn language(locale: Locale) -> Arg {
    Arg::Text(locale.pick("settings-language-english", "settings-language-french").into())
}

/// What the host chose under the night.
pub(super) fn chosen(cx: &Cx<'_>, sketch: Sketch, choice: &str) -> Turn<State> {
    match choice {
        "post" => post(cx, sketch),
        "when" => ask_when(sketch, Line::say("night-when")),
        "more" => {
            let choices = [
                Choice::new("minutes", "choice-night-minutes"),
                Choice::new("rounds", "choice-night-rounds"),
                Choice::new("most", "choice-night-most"),
                Choice::new("meets", "choice-night-meets"),
                Choice::new("language", "choice-night-language"),
                Choice::new("done", "choice-night-more-done"),
            ];
            Turn::wait(State::More { sketch }, [Effect::Say(Message::say("night-more").choices(choices))])
        }
        "done" => ready(cx, sketch, None),
        "topic" => ask(sketch, Detail::Topic),
        "minutes" => ask(sketch, Detail::Minutes),
        "rounds" => ask(sketch, Detail::Rounds),
        "most" => ask(sketch, Detail::Most),
        "language" => ask(sketch, Detail::Language),
        _ => ask(sketch, Detail::Meets),
    }
}

fn ask(sketch: Sketch, detail: Detail) -> Turn<State> {
    asked(sketch, detail, None)
}

/// Asks for a detail, after a sentence that says what was wrong.
fn asked(sketch: Sketch, detail: Detail, wrong: Option<Line>) -> Turn<State> {
    let numbers = |numbers: &[u32], label| numbers.iter().map(|number| Choice::number(*number, label)).collect();
    let (key, choices): (&str, Vec<Choice>) = match detail {
        Detail::Topic => ("night-topic", Vec::new()),
        Detail::Minutes => ("night-minutes", numbers(&[10, 15, 20, 30], "choice-night-minutes-value")),
        Detail::Rounds => {
            let all = Choice::new("all", "choice-night-rounds-all");
            let rest: Vec<Choice> = numbers(&[1, 2, 3, 4], "choice-night-rounds-value");
            ("night-rounds", rest.into_iter().chain([all]).collect())
        }
        Detail::Most => ("night-most", numbers(&[6, 9, 12, 15, 30, 60], "choice-night-most-value")),
        Detail::Language => {
            let all = Locale::ALL.map(|locale| {
                let (id, label) = locale.pick(("en", "settings-language-english"), ("fr", "settings-language-french"));
                Choice::new(id, label)
            });
            ("night-language", all.into())
        }
        Detail::Meets => (
            "night-meets",
            vec![
                Choice::new("threads", "choice-night-threads"),
                Choice::new("voice", "choice-night-voice"),
                Choice::new("link", "choice-night-link"),
            ],
        ),
        Detail::Voice => ("night-voice", Vec::new()),
        Detail::Link => ("night-link", Vec::new()),
    };
    let question = Message::of(wrong.into_iter().chain([Line::say(key)])).choices(choices);
    let question = match detail {
        Detail::Language | Detail::Meets => question,
        Detail::Topic => question.awaiting_words().form([Field::new("form-night-topic", LONGEST)]),
        Detail::Voice | Detail::Link => question.awaiting_words().form([Field::new("form-night-meets", LONGEST)]),
        Detail::Minutes | Detail::Rounds | Detail::Most => question.awaiting_value(),
    };
    Turn::wait(State::Changing { sketch, detail }, [Effect::Say(question)])
}

/// A detail was chosen or typed.
pub(super) fn changed(cx: &Cx<'_>, mut sketch: Sketch, detail: Detail, typed: &str) -> Turn<State> {
    let number = |range: RangeInclusive<u32>| {
        let digits: String = typed.trim().chars().take_while(char::is_ascii_digit).collect();
        digits.parse::<u32>().ok().filter(|number| range.contains(number))
    };
    let wrong = |range: RangeInclusive<u32>| {
        let (least, most) = (("least", (*range.start()).into()), ("most", (*range.end()).into()));
        Some(Line::with("night-number", [least, most]))
    };
    match detail {
        Detail::Topic => match short(typed) {
            Some(topic) => sketch.topic = Some(topic),
            None => return ask(sketch, detail),
        },
        Detail::Minutes => match number(MINUTES) {
            Some(minutes) => sketch.minutes = minutes,
            None => return asked(sketch, detail, wrong(MINUTES)),
        },
        Detail::Rounds if typed == "all" => sketch.rounds = None,
        Detail::Rounds => match number(1..=MOST_ROUNDS) {
            Some(rounds) => sketch.rounds = Some(rounds),
            None => return asked(sketch, detail, wrong(1..=MOST_ROUNDS)),
        },
        Detail::Most => match number(PEOPLE) {
            Some(most) => sketch.most = most,
            None => return asked(sketch, detail, wrong(PEOPLE)),
        },
        Detail::Language => match typed.parse() {
            Ok(locale) => sketch.locale = locale,
            Err(_) => return ask(sketch, detail),
        },
        Detail::Meets => match typed {
            "voice" => return ask(sketch, Detail::Voice),
            "link" => return ask(sketch, Detail::Link),
            _ => sketch.meets = Meets::Threads,
        },
        Detail::Voice => match short(typed) {
            Some(place) => sketch.meets = Meets::Voice(place),
            None => return ask(sketch, detail),
        },
        Detail::Link => {
            let link = typed.trim();
            let is_link = link.starts_with("https://") && !link.contains(char::is_whitespace) && link.len() <= LONGEST;
            if !is_link {
                return asked(sketch, detail, Some(Line::say("night-link-wrong")));
            }
            sketch.meets = Meets::Link(link.to_owned());
        }
    }
    ready(cx, sketch, None)
}

/// Announces the night.
fn post(cx: &Cx<'_>, sketch: Sketch) -> Turn<State> {
    if let Some(why) = super::no_host(cx) {
        return why;
    }
    let Some(plan) = sketch.plan(cx) else { return ask_when(sketch, Line::say("night-when")) };
    if plan.starts_at <= cx.now {
        return ask_when(Sketch { when: None, ..sketch }, Line::say("night-over-by-now"));
    }
    let night = Night {
        // A session announces one night, and its id is as hard to guess.
        id: NightId::from(format!("n{}", cx.session.as_str().get(1..).unwrap_or_default())),
        community: sketch.community,
        number: cx.library.next_night.max(1),
        place: sketch.place,
        host: Some(cx.person.id.clone()),
        plan,
        status: Status::Planned,
        seats: Vec::new(),
        evening: None,
    };
    let mut said = vec![Line::with("night-posted", [("place", Arg::Place(night.place.clone()))])];
    let asked = invite::asked(cx, &night);
    let (card, entry) = (card::card(&night), card::entry(&night));
    let mut effects = vec![Effect::Record(Record::Night(Box::new(night.clone()))), card, entry];
    if !asked.is_empty() {
        said.push(Line::with("night-posted-asked", [("count", asked.len().into())]));
    }
    effects.extend(asked.into_iter().flat_map(|guest| invite::ask(&night, guest)));
    effects.push(Effect::Say(Message::of(said)));
    Turn::done(effects)
}

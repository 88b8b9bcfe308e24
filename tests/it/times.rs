//! Times as people type them, written by somebody who had not seen the reader: `times/*.jsonl`, said on Wednesday 4 March 2026 at
//! 10:20. All of them were used to widen the reader after it had been measured; `docs/design.md` has the figures from before.
//! `hosts.jsonl` are answers of hosts who are asked when a night is, each played as they would type it.

use super::world::{World, text};
use chrono::{NaiveDate, NaiveDateTime};
use rapport::chat::Place;
use rapport::chat::inbound::{Body, Role};
use rapport::ids::{CommunityId, Locale, PlatformName};
use rapport::store::nights;
use rapport::when::{Every, Start, Unclear, split};
use serde::Deserialize;
use std::time::Duration;

#[derive(Deserialize)]
struct Case {
    lang: Locale,
    text: String,
    date: Option<String>,
    time: Option<String>,
    every: Option<String>,
    ok: bool,
}

fn now() -> NaiveDateTime {
    NaiveDate::from_ymd_opt(2026, 3, 4).unwrap().and_hms_opt(10, 20, 0).unwrap()
}

fn misread(case: &Case) -> Option<String> {
    let every = |every: Every| match every {
        Every::Days(days) if days % 7 == 0 => format!("{}w", days / 7),
        Every::Days(days) => format!("{days}d"),
        Every::Months(months) => format!("{months}m"),
    };
    // Some are whole sentences: what is to be done does not matter here.
    let when = split(&format!("x {}", case.text), now(), case.lang).when;
    let said = match rapport::when::read(&case.text, now(), case.lang).or(when.unwrap_or(Err(Unclear::NoTime))) {
        Err(_) => (false, None, None, None),
        Ok(meant) => {
            let (time, named) = match meant.start {
                Start::Hour(time) => (time, true),
                Start::Day(time) | Start::Part(time) => (time, false),
                Start::After(after) => (now() + after, true),
            };
            let hour = named.then(|| time.format("%H:%M").to_string());
            (true, Some(time.date().to_string()), hour, meant.every.map(every))
        }
    };
    let meant = (case.ok, case.date.clone(), case.time.clone(), case.every.clone());
    (said != meant).then(|| format!("{}: {:?}, not {:?}", case.text, said, meant))
}

#[test]
fn times_are_read_as_their_writers_meant_them() {
    let text = include_str!("times/blind.jsonl");
    let cases: Vec<Case> = text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(cases.len(), 140);
    let wrong: Vec<String> = cases.iter().filter_map(misread).collect();
    assert_eq!(wrong, [] as [&str; 0]);
}

#[test]
fn a_word_that_counts_in_one_language_is_a_unit_in_the_other() {
    let case = |text: &str, lang, every: &str, date: &str| Case {
        lang,
        text: text.to_owned(),
        date: Some(date.to_owned()),
        time: None,
        every: Some(every.to_owned()),
        ok: true,
    };
    let cases = [
        case("chaque an", Locale::Fr, "12m", "2027-03-04"),
        case("chaque jour", Locale::Fr, "1d", "2026-03-05"),
        case("every month", Locale::En, "1m", "2026-04-04"),
    ];
    let wrong: Vec<String> = cases.iter().filter_map(misread).collect();
    assert_eq!(wrong, [] as [&str; 0]);
}

/// What a host typed, and what they meant.
#[derive(Deserialize)]
struct Planned {
    lang: Locale,
    text: String,
    date: Option<String>,
    time: Option<String>,
    topic: String,
    ok: bool,
}

/// The words of a topic, whatever stands between them.
fn bare(topic: &str) -> String {
    topic
        .to_lowercase()
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// What the bot takes it for. `None`: as it was meant.
fn misplanned(world: &mut World, planned: &Planned) -> Option<String> {
    let lounge = || Place::room(PlatformName::Console, "lounge");
    let mut says = |line: &str| {
        let said = world.there("hana", lounge(), Role::Host, Body::Text(line.to_owned()));
        said.iter().map(text).collect::<Vec<_>>().join("\n")
    };
    says(&format!("!settings language {}", planned.lang.as_str()));
    let said = says(&format!("!night plan {}", planned.text));
    let is_shown = said.contains("Mock-interview night:") || said.contains("Soirée d'entrevues simulées");
    says(if is_shown { "1" } else { "stop" });
    let db = world.engine.connection();
    let community = CommunityId::of(PlatformName::Console, "lounge");
    let night = nights::ahead(db, &community, world.clock.now()).unwrap().pop().filter(|_| is_shown);
    db.execute("UPDATE nights SET status = 'cancelled'", []).unwrap();
    let asks_hour = said.contains("at what time?") || said.contains("à quelle heure?");
    let is_meant = match &night {
        Some(night) => {
            let wall = night.plan.wall;
            let is_then = (Some(wall.date().to_string()), Some(wall.format("%H:%M").to_string()))
                == (planned.date.clone(), planned.time.clone());
            planned.ok && is_then && bare(night.plan.topic.as_deref().unwrap_or_default()) == bare(&planned.topic)
        }
        None => planned.ok == asks_hour && (!asks_hour || planned.time.is_none()),
    };
    let taken = night.map(|night| (night.plan.wall.to_string(), night.plan.topic));
    (!is_meant).then(|| format!("{taken:?}"))
}

/// What is read otherwise than its writer meant, and stays so: the plan is shown before anybody else sees it.
const MISPLANNED: [&str; 23] = [
    "Sunday arvo 5pm AEDT",
    "this sat 5-ish, bring a snag recipe",
    "in two weeks, same time: 7pm",
    "Mon 16 Mar 1900",
    "Tuesday evening, don't know what time yet",
    "whenever suits people, maybe next week?",
    "Wednesday 7pm",
    "Weds 11th 7.45 for 8pm",
    "vendredi a 20h soiree jeux",
    "le mardi 10 au soir, l'heure reste à confirmer",
    "je sais pas encore, la semaine prochaine sûrement",
    "dans 8 jours, même heure, 19h",
    "Thu 8pm till about 9.30",
    "sunday evening 7ish",
    "mon 9 mar 1930",
    "sometime next week, I'll check with the others",
    "7pm Sunday 15 March. We'll talk about the garden plots",
    "Thursday 8pm no wait 8:30",
    "8 pm thursday for the discussion on the rules of the server",
    "jeudi prochain à 20h",
    "vendredi 7h pm",
    "dm1 21h",
    "la semaine prochaine, à confirmer",
];

#[test]
fn a_night_is_planned_for_when_its_host_meant() {
    let mut world = World::in_memory();
    world.says("hana", "settings timezone Toronto");
    world.wait(Duration::from_secs(2 * 24 * 3600 + 80 * 60));
    let all = include_str!("times/hosts.jsonl").lines().map(|line| serde_json::from_str::<Planned>(line).unwrap());
    let wrong: Vec<(String, String)> =
        all.filter_map(|planned| Some((planned.text.clone(), misplanned(&mut world, &planned)?))).collect();
    assert_eq!(wrong.iter().map(|(text, _)| text).collect::<Vec<_>>(), MISPLANNED, "{wrong:#?}");
}

/// The night that is announced after a host said these lines.
fn announced(world: &mut World, lines: &[&str]) -> Option<(String, Option<String>)> {
    let lounge = || Place::room(PlatformName::Console, "lounge");
    for line in lines.iter().chain(&["1"]) {
        world.there("hana", lounge(), Role::Host, Body::Text((*line).to_owned()));
    }
    let db = world.engine.connection();
    let community = CommunityId::of(PlatformName::Console, "lounge");
    let night = nights::ahead(db, &community, world.clock.now()).unwrap().pop();
    db.execute("UPDATE nights SET status = 'cancelled'", []).unwrap();
    night.map(|night| (night.plan.wall.format("%d %H:%M").to_string(), night.plan.topic))
}

#[test]
fn an_early_hour_of_a_night_is_in_the_evening_of_its_day() {
    let mut world = World::in_memory();
    world.says("hana", "settings timezone Toronto");
    world.wait(Duration::from_secs(2 * 24 * 3600 + 80 * 60));
    for (hour, wall) in [
        ("7", "07 19:00"),
        ("seven", "07 19:00"),
        ("at 7", "07 19:00"),
        ("7h30", "07 19:30"),
        ("half past 7", "07 19:30"),
        ("8:00", "07 20:00"),
        ("08:00", "07 08:00"),
        ("7 am", "07 07:00"),
        ("7 h du matin", "07 07:00"),
    ] {
        let night = announced(&mut world, &["!night plan saturday", hour]);
        assert_eq!(night, Some((wall.to_owned(), None)), "saturday, {hour}");
    }
    for (line, wall, topic) in [
        ("thursday 7:00", "05 19:00", None),
        ("2026-03-05 7:30", "05 19:30", None),
        ("samedi à 7h", "07 19:00", None),
        ("today at 7", "04 19:00", None),
        ("tonight 8", "04 20:00", None),
        ("ce soir 8, premières questions", "04 20:00", Some("premières questions")),
        ("ask Frida thursday 7pm", "05 19:00", Some("ask Frida")),
        ("first meeting thursday 7pm", "05 19:00", Some("first meeting")),
    ] {
        let night = announced(&mut world, &[&format!("!night plan {line}")]);
        assert_eq!(night, Some((wall.to_owned(), topic.map(str::to_owned))), "{line}");
    }
}

#[test]
fn in_a_sentence_names_and_amounts_are_no_times() {
    for (line, locale, what, when) in [
        ("call Frida tomorrow", Locale::En, "call Frida", "05 09:00"),
        ("write to Mr. Mondal on friday", Locale::En, "write to Mr. Mondal", "06 09:00"),
        ("practise 1-2 h tomorrow", Locale::En, "practise 1-2 h", "05 09:00"),
        ("translate pages from 10 to 12 tomorrow", Locale::En, "translate pages from 10 to 12", "05 09:00"),
        ("travailler deux heures demain", Locale::Fr, "travailler deux heures", "05 09:00"),
        ("réunion demain à sept heures", Locale::Fr, "réunion", "05 07:00"),
        ("call Sam 2-4pm on friday", Locale::En, "call Sam", "06 14:00"),
    ] {
        let read = split(line, now(), locale);
        let Some(Ok(meant)) = read.when else { panic!("{line}: {:?}", read.when) };
        let (Start::Hour(time) | Start::Day(time) | Start::Part(time)) = meant.start else {
            panic!("{line}: {meant:?}")
        };
        assert_eq!((read.what.as_str(), time.format("%d %H:%M").to_string().as_str()), (what, when), "{line}");
    }
}

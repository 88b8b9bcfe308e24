//! A list of questions for a real meeting: what fits the minutes, covers what the learner wants to know, opens gently, and ends in time.
//!
//! Sources: three to six open questions (S4), a list prepared beforehand (S0 to S3), a number of them that fits the time; what each reveals (S4);
//! frank ones where there is trust (S2, S4); needs as neutral questions (S4).

use crate::ids::Locale;
use crate::prompts::bank::{Bank, Candour, Question, Stage};
use crate::store::interviews::Goal;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::ops::RangeInclusive;

/// Why a question is on a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Because {
    /// It is the learner's own.
    Own,
    /// It finds out what they want to know.
    Goal,
    /// It finds out about a working condition.
    Need,
    /// It is good to ask anybody.
    Usual,
}

/// A question on a plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Planned {
    /// As it is asked: what becomes of the bank or the community's list later does not change it.
    pub words: String,
    /// Why it is there.
    pub because: Because,
    /// When it comes.
    pub stage: Stage,
    /// The id of its topic, where that could be told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub topic: Option<String>,
    /// The id of the question of the bank that it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bank: Option<String>,
    /// The number of the community's question that it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub communal: Option<i64>,
    /// How it could be asked, where it is the learner's own and could be sharper.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sharper: Option<String>,
}

/// What a plan is made for.
#[derive(Clone, Debug)]
pub struct Wanted<'a> {
    /// How long the meeting is.
    pub minutes: u32,
    /// The language of the meeting.
    pub locale: Locale,
    /// What the learner wants to know afterwards.
    pub goals: &'a [Goal],
    /// The ids of the working conditions they must know about.
    pub needs: &'a [String],
    /// Their own questions, those that they want most first.
    pub own: Vec<Planned>,
    /// The fields and situations that suit them.
    pub suits: Vec<&'a str>,
    /// Which of several questions that fit as well is taken: people who hear each other do not all ask the same.
    pub turn: usize,
}

/// How many questions fit a meeting.
pub const fn fitting(minutes: u32) -> RangeInclusive<usize> {
    match minutes {
        0..=10 => 3..=4,
        11..=15 => 3..=6,
        16..=20 => 4..=7,
        _ => 6..=9,
    }
}

/// How many are proposed: one may stay out, so that the meeting has air.
const fn proposed(minutes: u32) -> usize {
    match minutes {
        0..=10 => 4,
        11..=15 => 5,
        16..=20 => 6,
        _ => 8,
    }
}

/// What is good to ask anybody, in the order in which it is added: how they came to it, what it is like, what is hard, how one begins.
const USUAL: [&str; 9] =
    ["background", "typical_day", "dislikes", "get_started", "skills", "likes", "outlook", "trends", "job_titles"];

/// Makes a plan. What of the learner's own did not fit is given back.
pub fn make(bank: &Bank, wanted: &Wanted<'_>) -> (Vec<Planned>, Vec<Planned>) {
    let most = *fitting(wanted.minutes).end();
    let mut lines: Vec<Planned> = Vec::new();
    let mut own = wanted.own.clone();
    for goal in wanted.goals {
        let Some(topic) = goal.topics.first() else { continue };
        if lines.iter().any(|line| line.topic.as_ref() == Some(topic)) {
            continue;
        }
        // Nobody says it better than they do.
        let theirs = own.iter().position(|line| line.topic.as_ref() == Some(topic));
        let line = match theirs {
            Some(at) => Some(own.remove(at)),
            None => best(bank, wanted, topic, Because::Goal, &taken(&lines)),
        };
        lines.extend(line);
    }
    // One place is for a gentle beginning.
    let has_opening = |lines: &[Planned]| lines.iter().any(|line| line.stage == Stage::Opening);
    let room = |lines: &[Planned]| most - usize::from(!has_opening(lines)) > lines.len();
    // What must be known and what was written themselves take turns.
    let mut needs = wanted.needs.iter();
    while room(&lines) {
        let need = needs.next();
        let asked = need.and_then(|need| bank.needs.iter().find(|known| known.id == *need));
        let asked = asked.and_then(|need| bank.named(&need.question));
        if let Some(asked) = asked.filter(|asked| !taken(&lines).contains(asked.id.as_str())) {
            lines.push(planned(asked, wanted.locale, Because::Need));
        }
        if room(&lines) && !own.is_empty() {
            lines.push(own.remove(0));
        } else if need.is_none() {
            break;
        }
    }
    if !has_opening(&lines) {
        lines.extend(opening(bank, wanted, &lines));
    }
    for topic in USUAL {
        let is_new = lines.iter().all(|line| line.topic.as_deref() != Some(topic));
        if lines.len() < proposed(wanted.minutes) && is_new {
            lines.extend(best(bank, wanted, topic, Because::Usual, &taken(&lines)));
        }
    }
    (in_order(bank, lines), own)
}

/// The questions of the bank that are on a plan.
fn taken(lines: &[Planned]) -> BTreeSet<&str> {
    lines.iter().filter_map(|line| line.bank.as_deref()).collect()
}

fn planned(asked: &Question, locale: Locale, because: Because) -> Planned {
    Planned {
        words: asked.wording(locale).ask.clone(),
        because,
        stage: asked.stage,
        topic: Some(asked.topic.clone()),
        bank: Some(asked.id.clone()),
        communal: None,
        sharper: None,
    }
}

/// How well a question fits its learner: above all one that was written for people like them.
fn fits(asked: &Question, suits: &[&str], because: Because) -> i32 {
    // What makes people think is good to ask anybody; who wants to know something asks for that.
    let is_engaging = because == Because::Usual && asked.is_engaging;
    let is_for_them = asked.suits.iter().any(|suit| suits.contains(&suit.as_str()));
    match (asked.suits.is_empty(), is_for_them) {
        (_, true) => 3,
        (true, false) => 1 + i32::from(is_engaging),
        (false, false) => -2,
    }
}

/// The best question on a topic that is not there yet.
fn best(bank: &Bank, wanted: &Wanted<'_>, topic: &str, because: Because, taken: &BTreeSet<&str>) -> Option<Planned> {
    let is_need = |asked: &Question| bank.needs.iter().any(|need| need.question == asked.id);
    let new = bank.on(topic, wanted.locale).filter(|asked| !taken.contains(asked.id.as_str()) && !is_need(asked));
    let asked = new.best_of(wanted.turn, |asked| fits(asked, &wanted.suits, because));
    asked.map(|asked| planned(asked, wanted.locale, because))
}

/// Something gentle to begin with: on what they want to know, or else how the other came to it.
fn opening(bank: &Bank, wanted: &Wanted<'_>, lines: &[Planned]) -> Option<Planned> {
    let taken = taken(lines);
    let of_goals = wanted.goals.iter().filter_map(|goal| goal.topics.first().map(String::as_str));
    let topics = ["background"].into_iter().chain(of_goals).chain(USUAL);
    let gentle = |topic| {
        let all = bank.on(topic, wanted.locale);
        let new = all.filter(|asked| asked.stage == Stage::Opening && !taken.contains(asked.id.as_str()));
        new.best_of(wanted.turn, |asked| fits(asked, &wanted.suits, Because::Usual))
    };
    topics.into_iter().find_map(gentle).map(|asked| planned(asked, wanted.locale, Because::Usual))
}

/// The greatest by a measure; of several, the one whose turn it is, in the order of the file.
trait BestOf: Iterator + Sized {
    fn best_of<K: Ord>(self, turn: usize, key: impl Fn(&Self::Item) -> K) -> Option<Self::Item> {
        let all: Vec<Self::Item> = self.collect();
        let most = all.iter().map(&key).max()?;
        let mut best: Vec<Self::Item> = all.into_iter().filter(|item| key(item) == most).collect();
        let at = turn % best.len();
        Some(best.swap_remove(at))
    }
}
impl<I: Iterator> BestOf for I {}

/// Gently first, frankly later, the last minutes last.
fn in_order(bank: &Bank, mut lines: Vec<Planned>) -> Vec<Planned> {
    lines.sort_by_key(|line| {
        let candour = line.bank.as_deref().and_then(|id| bank.named(id)).map_or(Candour::Plain, |asked| asked.candour);
        (line.stage, candour == Candour::Candid)
    });
    lines
}

/// The question to leave out first when the time runs short: the last that nobody wished for.
pub fn drop_first(lines: &[Planned]) -> Option<usize> {
    let rank = |because: Because| match because {
        Because::Usual => 3,
        Because::Goal => 2,
        Because::Own => 1,
        Because::Need => 0,
    };
    // The first one opens the talk.
    (1..lines.len()).max_by_key(|at| (rank(lines[*at].because), *at))
}

/// Another question in the place of one: on the same topic, and not on the plan yet.
pub fn another(bank: &Bank, wanted: &Wanted<'_>, lines: &[Planned], at: usize, seen: &[String]) -> Option<Planned> {
    let line = lines.get(at)?;
    let mut taken = taken(lines);
    taken.extend(seen.iter().map(String::as_str));
    let topic = line.topic.as_deref().unwrap_or(USUAL[0]);
    let because = if line.because == Because::Own { Because::Usual } else { line.because };
    best(bank, wanted, topic, because, &taken)
}

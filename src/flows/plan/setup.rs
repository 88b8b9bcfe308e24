//! Before the plan: how long, with whom and when, what the learner wants to know, what they must know, and their own questions.

use super::{Draft, Made, State, show, stay};
use crate::chat::{Arg, Choice, Line, Message};
use crate::coach::plan::{self, Because, Planned, Wanted};
use crate::coach::question::Review;
use crate::commands::Invocation;
use crate::flows::goals::{self, NoGoals};
use crate::flows::nudges::unclear;
use crate::flows::questions::{Checked, checked, is_grave};
use crate::flows::{Cx, Effect, Event, Turn};
use crate::prompts::bank::Stage;
use crate::prompts::question_rules::Kind;
use crate::store::plans::{Meeting, Plan};
use crate::store::questions::Own;
use crate::when::{self, Meant, Split, Start};
use crate::{words, zones};

/// How long meetings are asked for (S3, S4, S2, S0).
const MINUTES: [u32; 4] = [10, USUAL, 20, 30];
/// The usual one.
const USUAL: u32 = 15;
/// The most characters of a name.
const LONGEST_WHOM: usize = 80;
/// The most working conditions of one plan: with more it is an inspection.
const MOST_NEEDS: usize = 3;
/// The most questions that are read out of one message.
const MOST_WRITTEN: usize = 20;

/// Takes what was given with the command, and asks for the rest.
pub(super) fn begin(cx: &Cx<'_>, call: &Invocation) -> Turn<State> {
    if call.args.is_empty() && !cx.library.plans.is_empty() {
        let latest = cx.library.plans.first().map(|kept| show::title(cx, &kept.plan));
        let lines = latest.into_iter().chain([Line::say("plan-before")]);
        let question = Message::of(lines)
            .choices([Choice::new("show", "choice-plan-show"), Choice::new("new", "choice-plan-new")])
            .awaiting_value();
        return Turn::linger(State::Before, [Effect::Say(question)]);
    }
    let mut draft = Draft { minutes: call.number("minutes"), ..Draft::default() };
    // How long, with whom, what for, what must be known, their own.
    draft.steps = 5 - u32::from(draft.minutes.is_some());
    match call.text("contact") {
        Some(typed) => {
            let split = parted(cx, typed);
            draft.whom = Some(words::shorten(&split.what, LONGEST_WHOM)).filter(|whom| !whom.is_empty());
            draft.meeting = split.when.and_then(Result::ok).map(|meant| meeting(cx, meant));
            let is_whole = draft.whom.is_some() && draft.meeting.is_some();
            draft.steps -= u32::from(is_whole);
            ask(cx, draft)
        }
        None => ask(cx, draft),
    }
}

/// The plan that is there, or a new one.
pub(super) fn before(cx: &Cx<'_>, choice: &str) -> Turn<State> {
    match cx.library.plans.first().filter(|_| choice == "show") {
        Some(kept) => {
            let made = Made {
                plan: kept.plan.clone(),
                needs: cx.library.needs.clone(),
                seen: Vec::new(),
                number: Some(kept.number),
            };
            show::again(cx, made)
        }
        None => ask(cx, Draft { steps: 5, ..Draft::default() }),
    }
}

/// A question of the setup, with where one is in it.
fn question(key: &'static str, draft: &Draft, left: u32) -> Message {
    let step = (draft.steps + 1).saturating_sub(left).max(1);
    let whom = Arg::Words(draft.whom.clone().unwrap_or_default());
    let known = if draft.whom.is_some() { "yes" } else { "no" };
    let args = [("step", step.into()), ("steps", draft.steps.into()), ("whom", whom)];
    let mut line = Line::with(key, args);
    if let Line::Speech(_, args) = &mut line {
        args.insert("known".to_owned(), Arg::Name(known.to_owned()));
    }
    Message::of([line])
}

/// Asks for how long, and with whom, where that is not known; then for what for.
fn ask(cx: &Cx<'_>, draft: Draft) -> Turn<State> {
    if draft.minutes.is_none() {
        let left = draft.steps;
        let message = question("plan-minutes", &draft, left)
            .choices(MINUTES.map(|minutes| Choice::number(minutes, "choice-minutes")))
            .awaiting_value();
        return Turn::wait(State::Minutes { draft }, [Effect::Say(message)]);
    }
    if draft.whom.is_none() || draft.meeting.is_none() {
        let message =
            question("plan-whom", &draft, 4).choices([Choice::new("unknown", "choice-plan-unknown")]).awaiting_words();
        return Turn::wait(State::Whom { draft }, [Effect::Say(message)]);
    }
    ask_goals(cx, draft)
}

fn ask_goals(cx: &Cx<'_>, draft: Draft) -> Turn<State> {
    let before = cx.library.plans.first().filter(|kept| !kept.plan.goals.is_empty());
    let same = before.map(|_| Choice::new("same", "choice-plan-same"));
    let message = question("plan-goals", &draft, 3)
        .choices(same.into_iter().chain([Choice::new("none", "choice-plan-no-goals")]))
        .awaiting_words();
    Turn::wait(State::Goals { draft }, [Effect::Say(message)])
}

fn ask_needs(cx: &Cx<'_>, draft: Draft) -> Turn<State> {
    let known: Vec<String> = names(cx, &cx.library.needs);
    let mut message = question("plan-needs", &draft, 2);
    let none = Choice::new("none", "choice-plan-no-needs");
    let same = (!known.is_empty()).then(|| Choice::new("same", "choice-plan-same"));
    if !known.is_empty() {
        let listed = Arg::Name(cx.prompts.joined(cx.locale, &known));
        message.lines.push(Line::with("plan-needs-before", [("needs", listed)]));
    }
    message = message.choices(same.into_iter().chain([none])).awaiting_words();
    Turn::wait(State::Needs { draft }, [Effect::Say(message)])
}

fn ask_own(cx: &Cx<'_>, draft: Draft, first: Option<Line>) -> Turn<State> {
    let mut message = question("plan-own", &draft, 1);
    let count = cx.library.own_questions.len();
    if count > 0 {
        message.lines.push(Line::with("plan-own-list", [("count", count.into())]));
    }
    let message = message.choices([Choice::new("none", "choice-plan-no-own")]).awaiting_words().after(first);
    Turn::wait(State::Own { draft }, [Effect::Say(message)])
}

/// Takes an answer.
pub(super) fn step(cx: &Cx<'_>, state: State, event: Event) -> Turn<State> {
    match (state, event) {
        (State::Minutes { draft }, Event::Choice(choice)) => {
            let minutes = choice.as_str().parse().ok().filter(|minutes| MINUTES.contains(minutes));
            ask(cx, Draft { minutes, ..draft })
        }
        (State::Minutes { draft }, Event::Skip) => ask(cx, Draft { minutes: Some(USUAL), ..draft }),
        (State::Minutes { draft }, Event::Text(text)) => match number_in(&text) {
            Some(minutes) => ask(cx, Draft { minutes: Some(minutes), ..draft }),
            None => stay(State::Minutes { draft }, "plan-minutes-no-number"),
        },
        (State::Whom { draft }, Event::Choice(_) | Event::Skip) => ask_goals(cx, draft),
        (State::Whom { draft }, Event::Text(text)) => heard_whom(cx, draft, &text),
        (State::Goals { draft }, Event::Choice(choice)) if choice.as_str() == "same" => {
            let goals = cx.library.plans.first().map(|kept| kept.plan.goals.clone()).unwrap_or_default();
            ask_needs(cx, Draft { goals, ..draft })
        }
        (State::Goals { draft }, Event::Choice(_) | Event::Skip) => ask_needs(cx, draft),
        (State::Goals { draft }, Event::Text(text)) => match goals::read(cx, &text) {
            Ok(goals) => ask_needs(cx, Draft { goals, ..draft }),
            Err(NoGoals::Avoid) => stay(State::Goals { draft }, "plan-goals-avoid"),
            Err(NoGoals::NoWords | NoGoals::Talk) => stay(State::Goals { draft }, "plan-goals-no-words"),
        },
        (State::Needs { draft }, Event::Choice(choice)) if choice.as_str() == "same" => {
            let needs = cx.library.needs.iter().take(MOST_NEEDS).cloned().collect();
            ask_own(cx, Draft { needs, ..draft }, None)
        }
        (State::Needs { draft }, Event::Choice(_) | Event::Skip) => ask_own(cx, draft, None),
        (State::Needs { draft }, Event::Text(text)) => heard_needs(cx, draft, &text),
        (State::Own { draft }, Event::Text(text)) => make(cx, draft, &text),
        (State::Own { draft }, _) => make(cx, draft, ""),
        (state, _) => stay(state, "choose-one"),
    }
}

/// The minutes that somebody names in words.
fn number_in(text: &str) -> Option<u32> {
    let digits = text.split(|c: char| !c.is_ascii_digit()).find(|part| !part.is_empty())?;
    digits.parse().ok().filter(|minutes| (MINUTES[0]..=MINUTES[3]).contains(minutes))
}

/// With whom, and when, out of one line.
fn parted(cx: &Cx<'_>, typed: &str) -> Split {
    let mut split = when::split(typed, cx.clocks(), cx.locale);
    let what = split.what.trim();
    let named = ["with ", "avec "].iter().find_map(|begin| {
        what.get(..begin.len()).filter(|head| head.eq_ignore_ascii_case(begin)).map(|_| &what[begin.len()..])
    });
    split.what = named.unwrap_or(what).to_owned();
    split
}

fn meeting(cx: &Cx<'_>, meant: Meant) -> Meeting {
    match meant.start {
        Start::Hour(wall) => Meeting { wall, has_hour: true },
        Start::Day(wall) | Start::Part(wall) => Meeting { wall, has_hour: false },
        Start::After(time) => Meeting { wall: zones::on_clocks(cx.now + time, cx.zone()), has_hour: false },
    }
}

fn heard_whom(cx: &Cx<'_>, mut draft: Draft, text: &str) -> Turn<State> {
    let split = parted(cx, text);
    match split.when {
        Some(Err(why)) => {
            let message = Message::of([unclear(&split.time, why), Line::say("plan-whom-again")]);
            return Turn::wait(State::Whom { draft }, [Effect::Say(message)]);
        }
        Some(Ok(meant)) => draft.meeting = Some(meeting(cx, meant)),
        None => {}
    }
    if !split.what.is_empty() {
        draft.whom = Some(words::shorten(&split.what, LONGEST_WHOM));
    }
    ask_goals(cx, draft)
}

/// The names of working conditions.
pub(super) fn names(cx: &Cx<'_>, needs: &[String]) -> Vec<String> {
    let known = cx.prompts.bank.needs.iter().filter(|need| needs.contains(&need.id));
    known.map(|need| need.name(cx.locale).to_owned()).collect()
}

fn heard_needs(cx: &Cx<'_>, mut draft: Draft, text: &str) -> Turn<State> {
    let said: Vec<String> =
        cx.prompts.bank.needs.iter().filter(|need| need.is_in(text)).map(|need| need.id.clone()).collect();
    if said.is_empty() {
        return stay(State::Needs { draft }, "plan-needs-unknown");
    }
    draft.needs = said.iter().take(MOST_NEEDS).cloned().collect();
    let taken = Arg::Name(cx.prompts.joined(cx.locale, &names(cx, &draft.needs)));
    let also = names(cx, &said[draft.needs.len()..]);
    let others = if also.is_empty() { "none".to_owned() } else { cx.prompts.joined(cx.locale, &also) };
    let line = Line::with("plan-needs-taken", [("needs", taken), ("others", Arg::Name(others))]);
    ask_own(cx, draft, Some(line))
}

/// The questions in a text: one a line, or one after the other.
pub(super) fn questions_in(text: &str) -> Vec<String> {
    let tidy = |part: &str| {
        let part = part
            .trim()
            .trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ')' | '-' | '*' | '•' | ' '));
        part.trim().to_owned()
    };
    text.split('\n')
        .flat_map(|line| line.split_inclusive('?'))
        .map(tidy)
        .filter(|part| words::count(part) > 0)
        .take(MOST_WRITTEN)
        .collect()
}

/// The learner's own questions: those that may be asked, those that a search answers, and those that stay out, with the reason.
#[derive(Default)]
struct Sorted {
    asked: Vec<Planned>,
    find_out: Vec<String>,
    left_out: Vec<(String, Kind)>,
}

impl Sorted {
    fn sort(&mut self, cx: &Cx<'_>, own: Checked, review: &Review, communal: Option<i64>, bank: Option<String>) {
        let first = review.findings.first().map(|finding| finding.kind);
        match first {
            Some(kind) if is_grave(review) => self.left_out.push((own.words, kind)),
            _ if review.findings.iter().any(|finding| finding.kind == Kind::Searchable) => {
                self.find_out.push(own.words)
            }
            _ => {
                let on_topic = || {
                    let rules = cx.prompts.question_rules(own.locale);
                    own.topic.as_ref().and_then(|topic| rules.open_on.get(topic)).cloned()
                };
                let sharper = if review.is_open { None } else { review.open_instead.clone().or_else(on_topic) };
                let asked = bank.as_deref().and_then(|id| cx.prompts.bank.named(id));
                self.asked.push(Planned {
                    words: own.words,
                    because: Because::Own,
                    stage: asked.map_or(Stage::Middle, |asked| asked.stage),
                    topic: own.topic,
                    sharper: sharper.filter(|_| bank.is_none()),
                    bank,
                    communal,
                });
            }
        }
    }
}

/// Makes the plan.
fn make(cx: &Cx<'_>, draft: Draft, text: &str) -> Turn<State> {
    let mut sorted = Sorted::default();
    let mut unread = Vec::new();
    for written in questions_in(text) {
        match checked(cx, &written) {
            Ok((own, review)) => sorted.sort(cx, own, &review, None, None),
            Err(why) => unread.push(why),
        }
    }
    if !unread.is_empty() && sorted.asked.is_empty() && sorted.find_out.is_empty() && sorted.left_out.is_empty() {
        return Turn::wait(State::Own { draft }, [Effect::Say(Message::of(unread.into_iter().take(1)))]);
    }
    for own in &cx.library.own_questions {
        let Own { words, locale, topic, bank, communal, .. } = own.clone();
        match checked(cx, &words) {
            Ok((seen, review)) => {
                let known = Checked { words, locale, topic: topic.or(seen.topic) };
                sorted.sort(cx, known, &review, communal, bank);
            }
            Err(_) => sorted.left_out.push((words, Kind::TooLong)),
        }
    }
    // What they would like to know may be on a website as well.
    let rules = cx.prompts.question_rules(cx.locale);
    let searchable =
        |goal: &&crate::store::interviews::Goal| rules.searchable.are_in(&crate::prompts::cues::Plain::of(&goal.words));
    sorted.find_out.extend(draft.goals.iter().filter(searchable).map(|goal| goal.words.clone()));
    let about: Vec<&str> = [cx.person.field.as_deref(), cx.person.purpose.as_deref()].into_iter().flatten().collect();
    let about = about.join(". ");
    let minutes = draft.minutes.unwrap_or(USUAL);
    let wanted = Wanted {
        minutes,
        locale: cx.locale,
        goals: &draft.goals,
        needs: &draft.needs,
        own: sorted.asked,
        suits: cx.prompts.bank.suits_in(&about),
    };
    let (lines, did_not_fit) = plan::make(&cx.prompts.bank, &wanted);
    let plan = Plan {
        minutes,
        locale: cx.locale,
        whom: draft.whom,
        meeting: draft.meeting,
        goals: draft.goals,
        lines,
        find_out: sorted.find_out,
    };
    let mut first: Vec<Line> = Vec::new();
    for (words, kind) in sorted.left_out.iter().take(3) {
        first.push(left_out(words, *kind));
    }
    if !did_not_fit.is_empty() {
        first.push(Line::with("plan-did-not-fit", [("count", did_not_fit.len().into())]));
        first.extend(did_not_fit.iter().take(3).map(|line| Line::Quote(words::shorten(&line.words, 140))));
    }
    let made = Made { plan, needs: draft.needs, seen: Vec::new(), number: None };
    show::first(cx, made, first)
}

/// Why a question stays out.
fn left_out(words: &str, kind: Kind) -> Line {
    let why = match kind {
        Kind::JobAsk => "job",
        Kind::Pay => "pay",
        Kind::Personal => "private",
        _ => "other",
    };
    Line::with("plan-left-out", [("quote", Arg::Words(words::shorten(words, 140))), ("why", Arg::Name(why.to_owned()))])
}

#[cfg(test)]
mod tests {
    use super::questions_in;

    #[test]
    fn questions_come_one_a_line_or_one_after_the_other() {
        assert_eq!(questions_in("1. How did you begin?\n\n2) Why?"), ["How did you begin?", "Why?"]);
        assert_eq!(questions_in("How did you begin? And what is hard?"), ["How did you begin?", "And what is hard?"]);
        assert_eq!(questions_in(&"Why?\n".repeat(500)).len(), 20);
        assert_eq!(questions_in(" ? "), [] as [&str; 0]);
    }
}

//! Before the plan: how long, with whom and when, what the learner wants to know, what they must know, and their own questions.

use super::{Draft, Made, State, own, show, stay};
use crate::chat::{Arg, Choice, ChoiceId, Line, Message};
use crate::commands::Invocation;
use crate::flows::goals::{self, NoGoals};
use crate::flows::minutes::{self, MINUTES, USUAL};
use crate::flows::nudges::unclear;
use crate::flows::{Cx, Effect, Event, Turn};
use crate::store::plans::{Kept, Meeting};
use crate::when::{self, Meant, Split, Start};
use crate::{words, zones};

/// The most characters of a name.
const LONGEST_WHOM: usize = 80;
/// The most working conditions of one plan: with more it is an inspection.
const MOST_NEEDS: usize = 3;
/// How many kept plans are listed.
const LISTED: usize = 4;

/// Takes what was given with the command, and asks for the rest.
pub(super) fn begin(cx: &Cx<'_>, call: &Invocation) -> Turn<State> {
    if call.args.is_empty() && !cx.library.plans.is_empty() {
        let kept = cx.library.plans.iter().take(LISTED);
        let titles = (1_usize..).zip(kept.clone()).map(|(number, kept)| {
            let number = Line::with("plan-numbered", [("number", number.into())]);
            [number, show::title(cx, &kept.plan)]
        });
        let lines: Vec<Line> = match cx.library.plans.as_slice() {
            [only] => vec![show::title(cx, &only.plan)],
            _ => titles.flatten().collect(),
        };
        let show = |(number, kept): (usize, &Kept)| Choice {
            id: ChoiceId::new(format!("plan-{}", kept.number)),
            label: "choice-plan-show".into(),
            args: [("number".to_owned(), number.into()), ("all".to_owned(), cx.library.plans.len().into())].into(),
            value: None,
        };
        let choices = (1..).zip(kept).map(show).chain([Choice::new("new", "choice-plan-new")]);
        let question =
            Message::of(lines.into_iter().chain([Line::say("plan-before")])).choices(choices).awaiting_value();
        return Turn::linger(State::Before, [Effect::Say(question)]);
    }
    let mut draft = Draft { minutes: call.number("minutes"), ..Draft::default() };
    // How long, with whom, what for, what must be known, their own.
    draft.steps = 5 - u32::from(draft.minutes.is_some());
    match call.text("contact") {
        Some(typed) => {
            let split = parted(cx, typed);
            if let Some(Err(why)) = split.when {
                let asked = ask(cx, draft);
                let unread = unclear(&split.time, why);
                return with_first(asked, [unread]);
            }
            draft.whom = Some(words::shorten(&split.what, LONGEST_WHOM)).filter(|whom| !whom.is_empty());
            draft.meeting = split.when.and_then(Result::ok).map(|meant| meeting(cx, meant));
            let is_whole = draft.whom.is_some() && draft.meeting.is_some();
            draft.steps -= u32::from(is_whole);
            ask(cx, draft)
        }
        None => ask(cx, draft),
    }
}

/// A plan that is there, or a new one.
pub(super) fn before(cx: &Cx<'_>, choice: &str) -> Turn<State> {
    let number = choice.strip_prefix("plan-").and_then(|number| number.parse().ok());
    match cx.library.plans.iter().find(|kept| Some(kept.number) == number) {
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

/// The turn, with lines before what it says first.
fn with_first(mut turn: Turn<State>, lines: impl IntoIterator<Item = Line>) -> Turn<State> {
    if let Some(Effect::Say(first)) = turn.effects.first_mut() {
        *first = std::mem::take(first).after(lines);
    }
    turn
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
    message = message.choices(same.into_iter().chain([none])).awaiting_value();
    Turn::wait(State::Needs { draft }, [Effect::Say(message)])
}

fn ask_own(cx: &Cx<'_>, draft: Draft, first: Option<Line>) -> Turn<State> {
    let mut message = question("plan-own", &draft, 1);
    let count = cx.library.own_questions.len();
    if count > 0 {
        message.lines.push(Line::with("plan-own-list", [("count", count.into())]));
    }
    let message = message.choices([Choice::new("none", "choice-plan-no-own")]).awaiting_value().after(first);
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
        (State::Minutes { draft }, Event::Text(text)) => match minutes::in_words(&text) {
            Some(minutes) => ask(cx, Draft { minutes: Some(minutes), ..draft }),
            None => stay(State::Minutes { draft }, "plan-minutes-no-number"),
        },
        // "No" and "nothing" are the choice that says so.
        (
            state @ (State::Whom { .. } | State::Goals { .. } | State::Needs { .. } | State::Own { .. }),
            Event::Text(text),
        ) if is_nothing(&text) => step(cx, state, Event::Skip),
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
        (State::Own { draft }, Event::Text(text)) => own::heard(cx, draft, &text),
        (State::Own { draft }, _) => own::make(cx, draft),
        (state, _) => stay(state, "choose-one"),
    }
}

/// Whether somebody says that there is nothing, or that they do not know.
fn is_nothing(text: &str) -> bool {
    let said = words::fold(text);
    let said = said.trim_end_matches(['.', '!', ' ']);
    matches!(
        said,
        "no" | "nope"
            | "none"
            | "nothing"
            | "not really"
            | "no idea"
            | "i don't know"
            | "i dont know"
            | "dont know"
            | "idk"
            | "not yet"
            | "non"
            | "rien"
            | "aucun"
            | "aucune"
            | "pas vraiment"
            | "pas encore"
            | "je ne sais pas"
            | "je sais pas"
            | "chais pas"
            | "sais pas"
    )
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

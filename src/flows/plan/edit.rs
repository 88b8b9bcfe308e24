//! A plan, changed line by line, and kept.

use super::{Made, State, show, stay};
use crate::chat::{Arg, Choice, ChoiceId, Field, Line, Message};
use crate::coach::plan::{self, Because, Planned, Wanted, fitting};
use crate::flows::nudges::too_many;
use crate::flows::questions::{LONGEST, checked, is_grave, to_sharpen};
use crate::flows::sharpen::who_says_so;
use crate::flows::{Cx, Effect, Record, Turn, weak};
use crate::nudge::{HourSet, Kind, MOST_PLANNED, Nudge, Rules, Status, Timed, Wish};
use crate::prompts::bank::Stage;
use crate::store::plans::{Kept, Meeting};
use crate::when::{EVENING, USUAL_HOUR, on};
use crate::words;
use crate::zones::resolve;
use chrono::{Days, TimeDelta};

/// How long before a meeting its plan is shown.
const BEFORE: TimeDelta = TimeDelta::hours(2);

/// A choice under the plan.
pub(super) fn chosen(cx: &Cx<'_>, made: Made, choice: &str) -> Turn<State> {
    match choice {
        "keep" => keep(cx, made),
        "change" => which(made),
        "add" if made.plan.lines.len() >= *fitting(made.plan.minutes).end() => {
            let args = [("count", made.plan.lines.len().into()), ("minutes", made.plan.minutes.into())];
            in_passing(made, Message::of([Line::with("plan-full", args)]))
        }
        "add" => ask_words(made, None),
        "file" => {
            let file = show::file(cx, &made);
            in_passing(made, file)
        }
        "source" => in_passing(made, who_says_so(cx, "plan-head")),
        _ => stay(State::Shown { made: Box::new(made) }, "choose-one"),
    }
}

/// Says something while the plan stands.
fn in_passing(made: Made, message: Message) -> Turn<State> {
    let is_kept = made.number.is_some();
    let state = State::Shown { made: Box::new(made) };
    if is_kept { Turn::linger(state, [Effect::Say(message)]) } else { Turn::wait(state, [Effect::Say(message)]) }
}

fn which(made: Made) -> Turn<State> {
    let choice = |(at, line): (usize, &Planned)| Choice {
        id: ChoiceId::new(format!("line-{at}")),
        label: "choice-plan-line".into(),
        args: [("question".to_owned(), Arg::Words(words::shorten(&line.words, 70)))].into(),
        value: None,
    };
    let choices: Vec<Choice> = made.plan.lines.iter().enumerate().map(choice).collect();
    let question = Message::say("plan-which").choices(choices);
    Turn::wait(State::Which { made: Box::new(made) }, [Effect::Say(question)])
}

/// A line was chosen.
pub(super) fn line_chosen(cx: &Cx<'_>, made: Made, choice: &str) -> Turn<State> {
    let Some((at, line)) = choice
        .strip_prefix("line-")
        .and_then(|at| at.parse().ok())
        .and_then(|at: usize| Some((at, made.plan.lines.get(at)?)))
    else {
        return show::again(cx, made);
    };
    let sharper = line.sharper.as_ref().map(|_| Choice::new("sharper", "choice-plan-sharper"));
    let earlier = (at > 0).then(|| Choice::new("earlier", "choice-plan-earlier"));
    let later = (at + 1 < made.plan.lines.len()).then(|| Choice::new("later", "choice-plan-later"));
    let remove = (made.plan.lines.len() > 1).then(|| Choice::new("remove", "choice-plan-remove"));
    let fixed = [Choice::new("another", "choice-plan-another"), Choice::new("words", "choice-plan-words")];
    let choices = sharper.into_iter().chain(fixed).chain(earlier).chain(later).chain(remove);
    let choices = choices.chain([Choice::new("leave", "choice-plan-leave")]);
    let question =
        Message::of([Line::with("plan-line-what", [("question", Arg::Words(line.words.clone()))])]).choices(choices);
    Turn::wait(State::Line { made: Box::new(made), line: at }, [Effect::Say(question)])
}

/// What is to be done with a line.
pub(super) fn change(cx: &Cx<'_>, mut made: Made, at: usize, choice: &str) -> Turn<State> {
    if at >= made.plan.lines.len() {
        return show::again(cx, made);
    }
    match choice {
        "words" => return ask_words(made, Some(at)),
        "sharper" => {
            let line = &mut made.plan.lines[at];
            if let Some(sharper) = line.sharper.take() {
                line.words = sharper;
            }
        }
        "earlier" if at > 0 => made.plan.lines.swap(at, at - 1),
        "later" if at + 1 < made.plan.lines.len() => made.plan.lines.swap(at, at + 1),
        "remove" if made.plan.lines.len() > 1 => {
            made.plan.lines.remove(at);
        }
        "another" => {
            let wanted = Wanted {
                minutes: made.plan.minutes,
                locale: made.plan.locale,
                goals: &made.plan.goals,
                needs: &[],
                own: Vec::new(),
                suits: Vec::new(),
                turn: 0,
            };
            match plan::another(&cx.prompts.bank, &wanted, &made.plan.lines, at, &made.seen) {
                Some(other) => {
                    made.seen.extend(made.plan.lines[at].bank.clone());
                    made.plan.lines[at] = other;
                }
                None => return stay(State::Line { made: Box::new(made), line: at }, "plan-no-other"),
            }
        }
        _ => {}
    }
    show::again(cx, made)
}

fn ask_words(made: Made, line: Option<usize>) -> Turn<State> {
    let question = Message::say("plan-words").awaiting_words().form([Field::new("form-question", LONGEST)]);
    Turn::wait(State::Writing { made: Box::new(made), line }, [Effect::Say(question)])
}

/// A question was written for a line.
pub(super) fn written(cx: &Cx<'_>, mut made: Made, line: Option<usize>, text: &str) -> Turn<State> {
    let (own, review) = match checked(cx, text) {
        Ok(judged) => judged,
        Err(why) => {
            return Turn::wait(State::Writing { made: Box::new(made), line }, [Effect::Say(Message::of([why]))]);
        }
    };
    if is_grave(&review) {
        let found = to_sharpen(cx, &own, &review).into_iter().map(|(_, line)| line);
        let message = Message::of(found.chain([Line::say("plan-words-again")]));
        return Turn::wait(State::Writing { made: Box::new(made), line }, [Effect::Say(message)]);
    }
    let written = Planned {
        words: own.words,
        because: Because::Own,
        stage: line.and_then(|at| made.plan.lines.get(at)).map_or(Stage::Middle, |line| line.stage),
        topic: own.topic,
        bank: None,
        communal: None,
        sharper: if review.is_open { None } else { review.open_instead },
    };
    match line {
        Some(at) if at < made.plan.lines.len() => made.plan.lines[at] = written,
        _ => {
            let last = made.plan.lines.iter().position(|line| line.stage == Stage::Closing);
            made.plan.lines.insert(last.unwrap_or(made.plan.lines.len()), written);
        }
    }
    show::again(cx, made)
}

/// Keeps the plan, and says when it is shown again.
fn keep(cx: &Cx<'_>, mut made: Made) -> Turn<State> {
    // After a step back it is still the plan for that meeting.
    let is_same = |kept: &&Kept| {
        let (one, other) = (&kept.plan, &made.plan);
        let is_known = one.whom.is_some() || one.meeting.is_some();
        is_known && (&one.whom, &one.meeting, one.minutes) == (&other.whom, &other.meeting, other.minutes)
    };
    let before = cx.library.plans.iter().find(is_same).map(|kept| kept.number);
    let number = made.number.or(before).unwrap_or(cx.library.next_plan.max(1));
    made.number = Some(number);
    let mut effects = vec![Effect::Record(Record::Plan(number, made.plan.clone()))];
    // Nothing for this meeting is not nothing at all.
    if !made.needs.is_empty() {
        effects.push(Effect::Record(Record::Needs(made.needs.clone())));
    }
    let said = match &made.plan.meeting {
        None => Line::say("plan-kept"),
        Some(meeting) => {
            let said = remind(cx, &made, meeting, &mut effects);
            let planned = effects.iter().filter(|effect| matches!(effect, Effect::Record(Record::Nudge(_)))).count();
            let next = cx.library.next_nudge + u32::try_from(planned).unwrap_or(0);
            effects.extend(weak::before(cx, meeting.wall.date(), next));
            said
        }
    };
    let choices = show::choices(true);
    effects.push(Effect::Say(Message::of([said]).choices(choices).awaiting_value()));
    Turn::linger(State::Shown { made: Box::new(made) }, effects)
}

/// Plans to show the plan on the day: two hours before, the evening before where that falls into quiet hours, or in the morning.
fn remind(cx: &Cx<'_>, made: &Made, meeting: &Meeting, effects: &mut Vec<Effect>) -> Line {
    let Some(zone) = cx.known_zone() else { return Line::say("plan-kept-no-zone") };
    if cx.person.nudge_stops.contains(&Kind::Plan) {
        return Line::say("plan-kept");
    }
    let rules = Rules::of(cx.person);
    let day = meeting.wall.date();
    let (wall, hour) = if meeting.has_hour {
        let before = meeting.wall - BEFORE;
        let moment = resolve(before, zone).moment;
        let is_quiet = rules.out_of_quiet(moment, zone) != moment;
        let evening = day.checked_sub_days(Days::new(1)).map(|eve| on(eve, EVENING));
        (evening.filter(|_| is_quiet).unwrap_or(before), HourSet::Named)
    } else {
        (on(day, USUAL_HOUR), HourSet::Part)
    };
    let moment = resolve(wall, zone).moment;
    if moment <= cx.now {
        return Line::say("plan-kept-soon");
    }
    let planned = || cx.library.nudges.iter().filter(|nudge| nudge.status == Status::Planned);
    // One is enough for a day: it shows every plan of it.
    let of_the_day: Vec<&Nudge> = planned().filter(|nudge| nudge.kind == Kind::Plan && nudge.wall == wall).collect();
    if of_the_day.is_empty() {
        if planned().count() >= MOST_PLANNED {
            return too_many();
        }
        let wish = Wish {
            number: cx.library.next_nudge,
            kind: Kind::Plan,
            words: made.plan.whom.clone(),
            platform: cx.platform,
            zone,
            every: None,
        };
        let timed = Timed { wall, moment, hour, odd: None };
        effects.push(Effect::Record(Record::Nudge(Nudge::planned(wish, &timed, cx.now).under(&rules))));
    }
    let clock = Arg::Clock(crate::hours::TimeOfDay::of(wall));
    Line::with("plan-kept-until", [("day", cx.day(wall.date())), ("clock", clock)])
}

//! A plan as it is shown: on the screen, in a file, and on the day.

use super::{Made, State};
use crate::chat::{Arg, Choice, Line, Message};
use crate::coach::plan::{Because, drop_first, fitting};
use crate::flows::{Cx, Effect, Turn};
use crate::hours::TimeOfDay;
use crate::store::plans::{Kept, Meeting, Plan};
use chrono::{NaiveDateTime, TimeDelta};

/// How far a meeting of the next morning is from the evening before.
const NEXT_MORNING: TimeDelta = TimeDelta::hours(17);

/// What a plan is for: with whom, when, how long.
pub(super) fn title(cx: &Cx<'_>, plan: &Plan) -> Line {
    let known = |is: bool| Arg::Name(if is { "yes" } else { "no" }.to_owned());
    let day = plan.meeting.as_ref().map(|meeting| cx.day(meeting.wall.date()));
    let clock = plan.meeting.as_ref().filter(|meeting| meeting.has_hour);
    let clock = clock.map(|meeting| Arg::Clock(TimeOfDay::of(meeting.wall)));
    Line::with(
        "plan-head",
        [
            ("minutes", plan.minutes.into()),
            ("count", plan.lines.len().into()),
            ("known", known(plan.whom.is_some())),
            ("whom", Arg::Words(plan.whom.clone().unwrap_or_default())),
            ("dated", known(day.is_some())),
            ("day", day.unwrap_or_else(|| Arg::Name(String::new()))),
            ("timed", known(clock.is_some())),
            ("clock", clock.unwrap_or_else(|| Arg::Name(String::new()))),
        ],
    )
}

/// The questions, what to leave out first, the last minutes, and what to find out before.
pub(super) fn lines(cx: &Cx<'_>, plan: &Plan, taken_back: &[i64]) -> Vec<Line> {
    let mut lines = vec![title(cx, plan), Line::Gap];
    let first_to_go = drop_first(&plan.lines).filter(|_| plan.lines.len() > *fitting(plan.minutes).start());
    for (at, line) in plan.lines.iter().enumerate() {
        let words = match line.because {
            Because::Own => Arg::Words(line.words.clone()),
            Because::Goal | Because::Need | Because::Usual => Arg::Name(line.words.clone()),
        };
        lines.push(Line::with(
            "plan-line",
            [
                ("number", (at + 1).into()),
                ("question", words),
                ("drop", Arg::Name(if first_to_go == Some(at) { "yes" } else { "no" }.to_owned())),
            ],
        ));
        lines.extend(
            line.sharper
                .as_ref()
                .map(|sharper| Line::with("plan-line-sharper", [("question", Arg::Name(sharper.clone()))])),
        );
        if line.communal.is_some_and(|id| taken_back.contains(&id)) {
            lines.push(Line::say("plan-line-taken-back"));
        }
    }
    lines.extend([Line::Gap, Line::say("plan-closing")]);
    if !plan.find_out.is_empty() {
        lines.extend([Line::Gap, Line::say("plan-find-out")]);
        lines.extend(plan.find_out.iter().map(|words| Line::Quote(words.clone())));
    }
    lines
}

/// The numbers of the community's questions on a plan that are none any more.
fn taken_back<'a>(cx: &'a Cx<'_>, number: Option<u32>) -> &'a [i64] {
    let kept = cx.library.plans.iter().find(|kept| Some(kept.number) == number);
    kept.map(|kept| kept.taken_back.as_slice()).unwrap_or_default()
}

/// The plan for the first time, after what there is to say of it.
pub(super) fn first(cx: &Cx<'_>, made: Made, before: Vec<Line>) -> Turn<State> {
    let mut effects = Vec::new();
    if !before.is_empty() {
        effects.push(Effect::Say(Message::of(before)));
    }
    let mut turn = again(cx, made);
    turn.effects.splice(0..0, effects);
    turn
}

/// The plan with its choices.
pub(super) fn again(cx: &Cx<'_>, made: Made) -> Turn<State> {
    let mut lines = lines(cx, &made.plan, taken_back(cx, made.number));
    lines.extend([Line::Gap, Line::say("plan-next")]);
    let is_kept = cx.library.plans.iter().any(|kept| Some(kept.number) == made.number && kept.plan == made.plan);
    let message = Message::of(lines).choices(choices(is_kept)).awaiting_value().to_keep();
    let state = State::Shown { made: Box::new(made) };
    if is_kept { Turn::linger(state, [Effect::Say(message)]) } else { Turn::wait(state, [Effect::Say(message)]) }
}

/// What can be done with a plan: one that is kept as it is needs no keeping.
pub(super) fn choices(is_kept: bool) -> impl Iterator<Item = Choice> {
    let keep = (!is_kept).then(|| Choice::new("keep", "choice-plan-keep"));
    keep.into_iter().chain([
        Choice::new("change", "choice-plan-change"),
        Choice::new("add", "choice-plan-add"),
        Choice::new("file", "choice-plan-file"),
        Choice::new("source", "choice-plan-source"),
    ])
}

/// The plan as a file.
pub(super) fn file(cx: &Cx<'_>, made: &Made) -> Message {
    let day = made.plan.meeting.as_ref().map_or_else(|| cx.clocks().date(), |meeting| meeting.wall.date());
    let lines = lines(cx, &made.plan, taken_back(cx, made.number));
    Message::of([Line::say("plan-file"), Line::File(format!("questions-{day}.txt"), lines)])
}

/// The plans for the meetings that are ahead when a nudge tells of them: those of that day, or of the next morning.
pub fn on_the_day(cx: &Cx<'_>, plans: &[Kept], told: NaiveDateTime) -> Vec<Line> {
    let is_ahead = |meeting: &Meeting| {
        let ahead = meeting.wall - told;
        let is_today = meeting.wall.date() == told.date() && (ahead >= TimeDelta::zero() || !meeting.has_hour);
        is_today || (TimeDelta::zero()..=NEXT_MORNING).contains(&ahead)
    };
    let mut shown = Vec::new();
    for kept in plans.iter().filter(|kept| kept.plan.meeting.as_ref().is_some_and(is_ahead)) {
        if !shown.is_empty() {
            shown.push(Line::Gap);
        }
        shown.extend(lines(cx, &kept.plan, &kept.taken_back));
    }
    shown
}

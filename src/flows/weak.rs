//! What went badly comes back: how a practice went is noted, and when it is offered again is planned.
//!
//! Source: practise before it counts (S4), with the drills of the mock interview (S2, S3, S4).

use super::{Cx, Effect, Record};
use crate::chat::{Arg, Line};
use crate::coach::weak::{self, Drill, WeakPoint, Went};
use crate::flows::nudges::in_days;
use crate::nudge::{Kind, MOST_PLANNED, Nudge, Rules, Status, Wish};
use crate::words;
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// The most that are named at a time.
const MOST_NAMED: usize = 3;

/// What can go badly when the learner asks, and how it is named: after the keys of what there is to sharpen.
const ASKING: [(&str, &str); 22] = [
    ("mock-sharpen-job-ask", "weak-job-ask"),
    ("mock-sharpen-tempted", "weak-tempted"),
    ("mock-sharpen-age", "weak-private"),
    ("mock-sharpen-family", "weak-private"),
    ("mock-sharpen-address", "weak-private"),
    ("mock-sharpen-personal", "weak-private"),
    ("mock-sharpen-pay", "weak-pay"),
    ("mock-sharpen-insult", "weak-insult"),
    ("mock-sharpen-off-topic", "weak-off-topic"),
    ("mock-sharpen-not-agreed", "weak-not-agreed"),
    ("mock-sharpen-leading", "weak-leading"),
    ("mock-sharpen-double", "weak-double"),
    ("mock-sharpen-searchable", "weak-searchable"),
    ("mock-sharpen-closed", "weak-closed"),
    ("mock-sharpen-too-long", "weak-too-long"),
    ("mock-sharpen-overrun", "weak-overrun"),
    ("mock-sharpen-vague", "weak-vague"),
    ("mock-sharpen-long-introduction", "weak-long-introduction"),
    ("mock-sharpen-no-thanks", "weak-no-thanks"),
    ("mock-sharpen-no-referral", "weak-no-referral"),
    ("mock-sharpen-no-touch", "weak-no-touch"),
    ("mock-sharpen-goal", "weak-goal"),
];

/// The name of a weak point under which it is stored, by the key of what there was to sharpen.
pub(super) fn point_of(key: &str) -> String {
    key.trim_start_matches("mock-sharpen-").to_owned()
}

/// Weak points by their names, each once, as one value for a text.
pub(super) fn named(cx: &Cx<'_>, points: &[&WeakPoint]) -> Option<Arg> {
    let name = |point: &&WeakPoint| match point.drill {
        Drill::Ask => {
            let known = ASKING.iter().find(|(key, _)| point_of(key) == point.point)?;
            Some(cx.prompts.speech.say(cx.locale, known.1, None))
        }
        Drill::Answer => {
            let asked = cx.prompts.answers.named(&point.point)?;
            Some(words::quoted(asked.spoken(cx.locale).ask.trim_end_matches('.'), cx.locale))
        }
    };
    let mut seen = BTreeSet::new();
    let names: Vec<String> =
        points.iter().filter_map(name).filter(|name| seen.insert(name.clone())).take(MOST_NAMED).collect();
    (!names.is_empty()).then(|| Arg::Name(cx.prompts.joined(cx.locale, &names)))
}

/// The weak points of a drill.
pub(super) fn of(points: &[WeakPoint], drill: Drill) -> Vec<&WeakPoint> {
    points.iter().filter(|point| point.drill == drill).collect()
}

/// Notes how a practice went, from what was weak before it, and plans when it comes back. The line says so, where anything changed.
pub(super) fn note(
    cx: &Cx<'_>,
    before: &[WeakPoint],
    drill: Drill,
    went: &[(String, Went)],
) -> (Vec<Effect>, Option<Line>) {
    let today = cx.clocks().date();
    // What was practised now counts from before it; everything else stays as it is, whatever else went on meanwhile.
    let is_touched =
        |point: &&WeakPoint| point.drill == drill && went.iter().any(|(touched, _)| *touched == point.point);
    let others = cx.library.weak_points.iter().filter(|point| !is_touched(point));
    let base: Vec<WeakPoint> = others.chain(before.iter().filter(is_touched)).cloned().collect();
    let now = weak::after(&base, drill, went, today);
    if now == cx.library.weak_points && went.iter().all(|(_, went)| *went == Went::Well) {
        return (Vec::new(), None);
    }
    let days = weak::days(&now, &cx.library.meetings, today);
    let mut effects = vec![Effect::Record(Record::WeakPoints(now.clone()))];
    let is_stopped = cx.person.nudge_stops.contains(&Kind::Practice);
    effects.extend(plan(cx, &if is_stopped { BTreeSet::new() } else { days.clone() }, cx.library.next_nudge));
    let has_badly = went.iter().any(|(_, went)| *went == Went::Badly);
    let is_over = |point: &&WeakPoint| point.drill == drill && now.iter().all(|left| left.point != point.point);
    let line = match (days.first(), days.last()) {
        _ if before.iter().any(|point| is_over(&point)) && !has_badly => Some(Line::say("weak-over")),
        _ if !has_badly || is_stopped => None,
        (Some(first), Some(last)) => {
            let is_one = Arg::Name(if first == last { "yes" } else { "no" }.to_owned());
            Some(Line::with("weak-comes-back", [("first", cx.day(*first)), ("last", cx.day(*last)), ("once", is_one)]))
        }
        _ => Some(Line::say("weak-now")),
    };
    (effects, line)
}

/// What becomes of the nudges to practise when a meeting is planned: none comes later than the day before it.
pub(super) fn before(cx: &Cx<'_>, meeting: NaiveDate, first_number: u32) -> Vec<Effect> {
    if meeting < cx.clocks().date() {
        return Vec::new();
    }
    let is_planned = |nudge: &Nudge| nudge.kind == Kind::Practice && nudge.status == Status::Planned;
    // Whoever cancelled them does not want them back.
    if cx.person.nudge_stops.contains(&Kind::Practice) || !cx.library.nudges.iter().any(is_planned) {
        return Vec::new();
    }
    let meetings: Vec<NaiveDate> = cx.library.meetings.iter().copied().chain([meeting]).collect();
    plan(cx, &weak::days(&cx.library.weak_points, &meetings, cx.clocks().date()), first_number)
}

/// Plans a nudge for each of these days, and cancels those for others. New ones are numbered from this number on.
fn plan(cx: &Cx<'_>, days: &BTreeSet<NaiveDate>, first_number: u32) -> Vec<Effect> {
    let planned = || cx.library.nudges.iter().filter(|nudge| nudge.status == Status::Planned);
    let (kept, gone): (Vec<&Nudge>, Vec<&Nudge>) =
        planned().filter(|nudge| nudge.kind == Kind::Practice).partition(|nudge| days.contains(&nudge.wall.date()));
    let cancelled = gone.iter().map(|nudge| Nudge { status: Status::Cancelled, ..(*nudge).clone() });
    let mut effects: Vec<Effect> = cancelled.map(|nudge| Effect::Record(Record::Nudge(nudge))).collect();
    let new = days.iter().filter(|day| kept.iter().all(|nudge| nudge.wall.date() != **day));
    let room = (MOST_PLANNED + gone.len()).saturating_sub(planned().count());
    let today = cx.clocks().date();
    for (number, day) in (first_number..).zip(new.take(room)) {
        let zone = cx.zone();
        let timed = in_days(cx, u64::try_from((*day - today).num_days()).unwrap_or(1));
        let wish = Wish { number, kind: Kind::Practice, words: None, platform: cx.platform, zone, every: None };
        let nudge = Nudge::planned(wish, &timed, cx.now).under(&Rules::of(cx.person));
        effects.push(Effect::Record(Record::Nudge(nudge)));
    }
    effects
}

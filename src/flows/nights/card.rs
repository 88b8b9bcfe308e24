//! How a night is shown: the card on which people sign up, and the list of those that are ahead.

use super::{State, line, time_args, topic};
use crate::chat::{Arg, Choice, ChoiceId, Gathering, Line, Message, Stands};
use crate::commands::{CommandName, Invocation, Value};
use crate::flows::{Cx, Effect, Post, Posted, Turn, feedback};
use crate::night::{Meets, Night, Part, Plan, Seat, Status};
use crate::words::shorten;

/// What the choice begins with by which somebody looks back on a round; its number follows.
pub(super) const FEEDBACK: &str = "feedback-";

/// What a press on a card stands for.
pub fn pressed(choice: &ChoiceId, night: &Night) -> Option<Invocation> {
    if let Some(round) = choice.as_str().strip_prefix(FEEDBACK) {
        return feedback::asked(&night.id, round.parse().ok()?);
    }
    let (command, as_guest) = match choice.as_str() {
        "join" => (CommandName::NightJoin, false),
        "guest" => (CommandName::NightJoin, true),
        "leave" | "go" => (CommandName::NightLeave, false),
        "here" => (CommandName::NightHere, false),
        "card" => (CommandName::NightCard, false),
        _ => return None,
    };
    let guest = as_guest.then(|| ("as".to_owned(), Value::Text("guest".to_owned())));
    let args = [("number".to_owned(), Value::Number(night.number))].into_iter().chain(guest).collect();
    Some(Invocation { command, args })
}

/// The card of a night, to be put up or to take the place of the one that stands.
pub(super) fn card(night: &Night) -> Effect {
    let mut lines = announced(&night.plan);
    let other = match night.status {
        Status::Planned => None,
        Status::Running => Some("night-card-begun"),
        Status::Over => Some("night-card-over"),
        Status::Cancelled => Some("night-card-cancelled"),
    };
    if let Some(other) = other {
        lines = vec![line(other, night)];
    } else {
        lines.push(Line::Gap);
        let count = night.seated().len();
        lines.push(match count {
            0 => Line::say("night-card-nobody"),
            _ => {
                let [names, more] = names(night.seated(), MOST_NAMES);
                Line::with(
                    "night-card-people",
                    [("count", count.into()), ("most", night.plan.most.into()), names, more],
                )
            }
        });
        // Those who say what they can speak of are worth a line of their own.
        let works = |seat: &&Seat| matches!(seat.part, Part::Guest(Some(_)));
        let (known, any): (Vec<&Seat>, Vec<&Seat>) = night.guests().partition(works);
        let (told, rest) = known.split_at(known.len().min(MOST_GUESTS));
        lines.extend(told.iter().filter_map(|seat| match &seat.part {
            Part::Guest(Some(work)) => Some(Line::with(
                "night-card-guest",
                [("name", Arg::Accounts(vec![seat.handle.clone()])), ("work", Arg::Words(shorten(work, LONGEST_WORK)))],
            )),
            _ => None,
        }));
        let others = rest.len() + any.len();
        if others > 0 {
            lines.push(Line::with("night-card-guests", [("count", others.into()), ("told", told.len().into())]));
        }
        if !night.waiting().is_empty() {
            lines.push(Line::with("night-card-waiting", names(night.waiting(), MOST_WAITING)));
        }
    }
    let choices = [
        Choice::new("join", "choice-night-join"),
        Choice::new("guest", "choice-night-guest"),
        Choice::new("leave", "choice-night-leave"),
    ];
    let message = match night.status {
        Status::Planned => Message::of(lines).choices(choices).to_keep(),
        Status::Running | Status::Over | Status::Cancelled => Message::of(lines),
    };
    let (place, locale) = (night.place.clone(), night.plan.locale);
    Effect::Post(Box::new(Post { night: night.id.clone(), place, locale, message, posted: Posted::Card }))
}

/// The entry of a night in the calendar of its community, where there is one.
pub(super) fn entry(night: &Night) -> Effect {
    let stands = if night.status == Status::Cancelled { Stands::CalledOff } else { Stands::Planned };
    let starts = night.plan.starts_at;
    let gathering = Gathering { starts, ends: starts + night.plan.lasts(), stands };
    let name = Line::with("night-entry", [("topic", topic(night))]);
    let message = Message::of([name].into_iter().chain(announced(&night.plan).into_iter().skip(1)));
    let (place, locale) = (night.place.clone(), night.plan.locale);
    Effect::Post(Box::new(Post { night: night.id.clone(), place, locale, message, posted: Posted::Entry(gathering) }))
}

/// The first of them by name, and how many more there are: `$names` and `$more`.
fn names(seats: &[Seat], most: usize) -> [(&'static str, Arg); 2] {
    let named = seats.iter().take(most).map(|seat| seat.handle.clone()).collect();
    [("names", Arg::Accounts(named)), ("more", seats.len().saturating_sub(most).into())]
}

/// How many people are named on a card, of those who take part, can be guests, and wait: it is one message on every platform.
const MOST_NAMES: usize = 24;
const MOST_GUESTS: usize = 3;
const MOST_WAITING: usize = 5;
/// The most characters of a guest's work on a card.
const LONGEST_WORK: usize = 60;

/// What is announced of a night.
pub(super) fn announced(plan: &Plan) -> Vec<Line> {
    let mut lines = vec![Line::with("night-card", time_args(plan))];
    if let Some(topic) = &plan.topic {
        lines.push(Line::with("night-card-topic", [("topic", Arg::Words(topic.clone()))]));
    }
    let minutes = ("minutes", plan.minutes.into());
    let total = ("total", usize::try_from(plan.lasts().as_secs().div_ceil(60) / 5 * 5).unwrap_or(0).into());
    lines.push(match plan.rounds {
        Some(rounds) => Line::with("night-card-rounds", [minutes, ("rounds", rounds.into()), total]),
        None => Line::with("night-card-how", [minutes, total]),
    });
    lines.push(meets(&plan.meets));
    lines.push(Line::say("night-card-beginners"));
    lines
}

/// Where people talk.
pub(super) fn meets(meets: &Meets) -> Line {
    match meets {
        Meets::Threads => Line::say("night-card-threads"),
        Meets::Voice(place) => Line::with("night-card-voice", [("where", Arg::Words(place.clone()))]),
        Meets::Link(link) => Line::with("night-card-link", [("where", Arg::Words(link.clone()))]),
    }
}

/// The nights that are ahead: here, or, asked directly, those that the person takes part in.
pub(super) fn list(cx: &Cx<'_>) -> Turn<State> {
    let nights = if cx.community.is_some() { &cx.library.nights } else { &cx.library.joined_nights };
    if nights.is_empty() {
        let key = match (cx.community, cx.role) {
            (None, _) => "night-list-none-joined",
            (Some(_), Some(crate::chat::Role::Host)) => "night-list-none-host",
            (Some(_), _) => "night-list-none",
        };
        return Turn::done([Effect::Say(Message::say(key))]);
    }
    if cx.community.is_none() {
        let lines = nights.iter().map(|night| match night.seat_of(&cx.person.id) {
            Some((_, Some(_))) => line("night-list-mine-waiting", night),
            _ => line("night-list-mine-line", night),
        });
        let lines = [Line::say("night-list-mine")].into_iter().chain(lines);
        let lines = lines.chain([Line::say("night-list-mine-how")]).collect::<Vec<_>>();
        return Turn::done([Effect::Say(Message::of(lines))]);
    }
    let mut lines = vec![Line::say("night-list")];
    lines.extend(nights.iter().map(|night| {
        let [day, clock, zone] = time_args(&night.plan);
        let key = match night.seat_of(&cx.person.id) {
            None => "night-list-line",
            Some((_, None)) => "night-list-line-in",
            Some((_, Some(_))) => "night-list-line-waiting",
        };
        let (count, most) = (night.seated().len().into(), night.plan.most.into());
        Line::with(
            key,
            [
                ("number", night.number.into()),
                day,
                clock,
                zone,
                ("topic", topic(night)),
                ("count", count),
                ("most", most),
            ],
        )
    }));
    lines.push(Line::say("night-list-how"));
    Turn::done([Effect::Say(Message::of(lines))])
}

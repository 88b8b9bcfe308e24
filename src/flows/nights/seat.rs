//! Taking part: a seat or a place in the row of those who wait, as a guest or not, and when to be reminded.

use super::{Scene, State, card, evening, find, gone, line, told};
use crate::chat::{Arg, Choice, Field, Line, Message};
use crate::flows::{Aside, Cx, Effect, Record, Turn, Wanted};
use crate::ids::{NightId, PersonId};
use crate::night::{LONGEST, Night, Part, Reminder, Seat, Status};
use crate::nudge::Kind;
use crate::words::{clean, fold, shorten};

/// Seats the person; as somebody who can be a guest, if they say so.
pub(super) fn join(cx: &Cx<'_>, id: &NightId, as_guest: Option<()>) -> Turn<State> {
    let (Some(night), Some(handle)) = (find(cx, id), &cx.library.handle) else { return gone() };
    if night.status == Status::Running {
        return evening::here(cx, Some(night.number))
            .unwrap_or_else(|error| Turn::done([Effect::Say(error.into_message())]));
    }
    let known = night.seat_of(&cx.person.id).map(|(seat, _)| seat);
    let part = match (as_guest, known.map(|seat| &seat.part)) {
        (None, None) => Part::Practises,
        // Who signs up once more goes on as they came.
        (None, Some(part)) | (Some(()), Some(part @ Part::Guest(_))) => part.clone(),
        (Some(()), _) => Part::Guest(None),
    };
    take(cx, night, handle, part, as_guest.is_some())
}

/// They take a seat, or come as something else than they had said.
pub(super) fn take(cx: &Cx<'_>, night: &Night, handle: &str, part: Part, asks_work: bool) -> Turn<State> {
    let id = &night.id;
    let known = night.seat_of(&cx.person.id).map(|(seat, _)| seat);
    let changes = known.is_none_or(|seat| seat.part != part);
    let reminder = known.map_or(Reminder::USUAL, |seat| seat.reminder);
    let seat = Seat { person: cx.person.id.clone(), handle: handle.to_owned(), part, reminder };
    let mut after = night.clone();
    after.seat(seat.clone());
    let mut effects = Vec::new();
    if changes {
        effects.extend([Effect::Record(Record::Seat(id.clone(), seat)), card::card(&after)]);
    }
    let key = match known {
        None => "night-joined",
        Some(_) if changes => "night-joined-guest",
        Some(_) => "night-joined-already",
    };
    let first = said(&after, cx, key);
    let mut turn = if asks_work && cx.aside == Aside::No {
        let question = Message::of([first, Line::say("night-work")]).awaiting_words();
        let question = question.form([Field::new("form-night-work", LONGEST)]);
        let question = question.choices([Choice::new("any", "choice-night-any-work")]);
        Turn::linger(State::Work { night: id.clone() }, [Effect::Say(question)])
    } else {
        asked_reminder(cx, &after, vec![first])
    };
    turn.effects.splice(0..0, effects);
    turn
}

/// That they are in, or wait.
fn said(night: &Night, cx: &Cx<'_>, key: &'static str) -> Line {
    match night.seat_of(&cx.person.id) {
        Some((_, Some(place))) => Line::with("night-waits", [("place", place.into())]),
        _ => line(key, night),
    }
}

/// The work was named that the person can speak of.
pub(super) fn heard_work(cx: &Cx<'_>, id: &NightId, typed: &str) -> Turn<State> {
    let Some(night) = find(cx, id) else { return gone() };
    let Some((seat, _)) = night.seat_of(&cx.person.id) else { return gone() };
    let typed = clean(typed).split_whitespace().collect::<Vec<_>>().join(" ");
    // Who wants out of the question does not want it announced.
    if LEFT_OPEN.contains(&fold(&typed).as_str()) {
        return ask_reminder(cx, id, None);
    }
    // A question is no work either.
    if typed.contains('?') || typed.chars().count() > LONGEST || !typed.chars().any(char::is_alphanumeric) {
        let question = Message::of([Line::with("night-work-few", [("most", LONGEST.into())])]);
        let question = question.awaiting_words().form([Field::new("form-night-work", LONGEST)]);
        let question = question.choices([Choice::new("any", "choice-night-any-work")]);
        return Turn::linger(State::Work { night: id.clone() }, [Effect::Say(question)]);
    }
    let seat = Seat { part: Part::Guest(Some(typed.clone())), ..seat.clone() };
    let mut after = night.clone();
    after.seat(seat.clone());
    let thanks = Line::with("night-work-noted", [("work", Arg::Words(shorten(&typed, LONGEST)))]);
    let mut turn = asked_reminder(cx, &after, vec![thanks]);
    turn.effects.splice(0..0, [Effect::Record(Record::Seat(id.clone(), seat)), card::card(&after)]);
    turn
}

/// What is no work, but a wish to say none.
const LEFT_OPEN: [&str; 16] = [
    "no",
    "none",
    "nothing",
    "anything",
    "leave",
    "quit",
    "cancel",
    "never mind",
    "non",
    "rien",
    "aucun",
    "quitter",
    "annuler",
    "peu importe",
    "n'importe",
    "pas grave",
];

/// Asks when the person wants to be reminded.
pub(super) fn ask_reminder(cx: &Cx<'_>, id: &NightId, said: Option<Line>) -> Turn<State> {
    match find(cx, id) {
        Some(night) => asked_reminder(cx, night, said.into_iter().collect()),
        None => gone(),
    }
}

fn asked_reminder(cx: &Cx<'_>, night: &Night, mut lines: Vec<Line>) -> Turn<State> {
    let Some((seat, waits)) = night.seat_of(&cx.person.id) else { return gone() };
    // Who has no seat yet is told when they get one.
    if waits.is_some() {
        return Turn::done([Effect::Say(Message::of(lines))]);
    }
    let ahead = |reminder: &Reminder| {
        let seat = Seat { reminder: *reminder, ..seat.clone() };
        *reminder == Reminder::Never || night.reminds_at(&seat, cx.now).is_some()
    };
    let choices: Vec<Choice> = Reminder::ALL.into_iter().filter(ahead).map(choice).collect();
    // It begins too soon for any.
    if choices.len() < 2 {
        return Turn::done([Effect::Say(Message::of(lines))]);
    }
    let is_ahead = night.reminds_at(seat, cx.now).is_some();
    let stopped = cx.person.nudge_stops.contains(&Kind::Night);
    lines.push(match seat.reminder {
        _ if stopped => Line::say("night-reminder-stopped"),
        Reminder::Never => Line::say("night-reminder-none"),
        reminder if is_ahead => Line::say(reminder_key(reminder)),
        _ => Line::say("night-reminder-too-soon"),
    });
    if is_ahead && !stopped && cx.aside == Aside::No {
        lines.push(Line::say("night-reminder-other"));
    }
    if cx.aside == Aside::Yes {
        return Turn::done([Effect::Say(Message::of(lines))]);
    }
    let message = Message::of(lines).choices(choices).to_keep();
    Turn::stay(State::Joined { night: night.id.clone() }, [Effect::Say(message)])
}

fn choice(reminder: Reminder) -> Choice {
    match reminder {
        Reminder::Day => Choice::new("day", "choice-night-day"),
        Reminder::Hour => Choice::new("hour", "choice-night-hour"),
        Reminder::Quarter => Choice::new("quarter", "choice-night-quarter"),
        Reminder::Never => Choice::new("none", "choice-night-never"),
    }
}

/// That it comes then.
fn reminder_key(reminder: Reminder) -> &'static str {
    match reminder {
        Reminder::Day => "night-reminder-day",
        Reminder::Hour => "night-reminder-hour",
        Reminder::Quarter => "night-reminder-quarter",
        Reminder::Never => "night-reminder-none",
    }
}

/// When to be reminded was chosen.
pub(super) fn reminded(cx: &Cx<'_>, id: &NightId, choice: &str) -> Turn<State> {
    let Some(night) = find(cx, id) else { return gone() };
    let (Some((seat, _)), Ok(reminder)) = (night.seat_of(&cx.person.id), choice.parse::<Reminder>()) else {
        return Turn::done([Effect::Say(Message::say("night-reminder-not-in"))]);
    };
    let seat = Seat { reminder, ..seat.clone() };
    // Who chooses one wants them again.
    let stopped = reminder != Reminder::Never && cx.person.nudge_stops.contains(&Kind::Night);
    let again = stopped.then_some(Effect::Record(Record::NudgeKind(Kind::Night, Wanted::Yes)));
    let key = match night.reminds_at(&seat, cx.now) {
        None if reminder != Reminder::Never => "night-reminder-over",
        _ => reminder_key(reminder),
    };
    let seated = [Effect::Record(Record::Seat(id.clone(), seat)), Effect::Say(Message::say(key))];
    Turn::done(again.into_iter().chain(seated))
}

/// The person does not come.
pub(super) fn leave(cx: &Cx<'_>, id: &NightId) -> Turn<State> {
    let Some(night) = cx.library.joined_nights.iter().find(|night| night.id == *id) else {
        return Turn::done([Effect::Say(Message::say("night-not-in"))]);
    };
    if night.status == Status::Running {
        return evening::go(cx, night);
    }
    let said = Effect::Say(Message::of([line("night-left", night)]));
    Turn::done(left(&Scene::of(cx, night), night, &cx.person.id).into_iter().chain([said]))
}

/// What becomes of a night when somebody goes: whoever waits longest gets their place, and knows.
pub fn left(scene: &Scene<'_>, night: &Night, person: &PersonId) -> Vec<Effect> {
    if night.status == Status::Running {
        return evening::went(scene, night, person);
    }
    let mut after = night.clone();
    let next = after.leave(person).map(|seat| seat.person.clone());
    let mut effects = vec![Effect::Record(Record::SeatLeft(night.id.clone(), next.clone())), card::card(&after)];
    if let Some(next) = next {
        let message = Message::of([line("night-seat-free", night)]);
        effects.push(told(&next, night, message));
    }
    effects
}

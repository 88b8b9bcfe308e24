//! Before the conversation: with whom, for how long, what about, and what the learner would like to know.

use super::{Start, State, Talk, Wish, call, refuse, talk};
use crate::chat::{Arg, Choice, ChoiceId, Line, Message};
use crate::coach::guest::Memory;
use crate::coach::weak::Drill;
use crate::commands::{Invocation, UserError};
use crate::flows::goals::{self, NoGoals};
use crate::flows::minutes::{self, MINUTES, USUAL};
use crate::flows::{Cx, Effect, Event, Turn, weak};
use crate::prompts::guests::Guest;
use crate::prompts::topics::Area;
use crate::store::interviews::{Goal, Plan, Timing};
use crate::words;

/// Takes what was given with the command, and asks for the rest.
pub(super) fn begin(cx: &Cx<'_>, given: &Invocation) -> Result<Turn<State>, UserError> {
    let wanted = given.text("guest");
    let guest = wanted.and_then(|wanted| named(cx, wanted));
    let wish = Wish {
        guest: guest.map(|guest| guest.id.clone()),
        minutes: given.number("minutes"),
        timing: if given.text("timing") == Some("real") { Timing::Real } else { Timing::Simulated },
        start: if given.text("drill") == Some("now") { Start::Call } else { Start::Conversation },
        agreed: None,
        steps: 0,
    };
    let wish = Wish { steps: missing(&wish), ..wish };
    let mut turn = match wanted.filter(|_| guest.is_none()) {
        None => ask(cx, wish),
        Some(wanted) => {
            let asked = which_guest(cx, &wish);
            let known = Line::with("mock-no-such-guest", [("guest", Arg::Words(words::shorten(wanted, 40)))]);
            Turn::wait(State::Guest { wish }, [Effect::Say(asked.after([known]))])
        }
    };
    // What went badly before is worth an eye this time.
    let points = weak::of(&cx.library.weak_points, Drill::Ask);
    let named = weak::named(cx, &points).map(|points| Line::with("mock-weak", [("points", points)]));
    if let (Some(line), Some(Effect::Say(first))) = (named, turn.effects.first_mut()) {
        *first = std::mem::take(first).after([line]);
    }
    Ok(turn)
}

/// How many questions there are still to ask.
fn missing(wish: &Wish) -> u32 {
    // What they would like to know is asked last, and always.
    1 + [wish.guest.is_none(), wish.minutes.is_none(), wish.agreed.is_none()].into_iter().map(u32::from).sum::<u32>()
}

/// A question of the setup, with where one is in it.
fn question(wish: &Wish, key: &'static str, guest: Option<&Guest>) -> Line {
    let steps = wish.steps.max(missing(wish));
    let name = Arg::Name(guest.map(|guest| guest.name().to_owned()).unwrap_or_default());
    Line::with(key, [("step", (steps + 1 - missing(wish)).into()), ("steps", steps.into()), ("name", name)])
}

/// The guests that speak the person's language.
fn guests<'a>(cx: &'a Cx<'_>) -> impl Iterator<Item = &'a Guest> {
    cx.prompts.guests.iter().filter(|guest| guest.locales().any(|locale| locale == cx.locale))
}

/// The guest that a word names: by the card, the name, or the field.
fn named<'a>(cx: &'a Cx<'_>, wanted: &str) -> Option<&'a Guest> {
    let wanted = words::fold(wanted);
    let is_said = |text: &str| words::fold(text).split([' ', '\'', '_']).any(|word| word == wanted);
    let by_name = |guest: &&Guest| words::fold(&guest.id) == wanted || is_said(guest.name());
    let by_field = |guest: &&Guest| {
        let voice = guest.voice(cx.locale);
        is_said(&voice.title) || is_said(&voice.field)
    };
    guests(cx).find(by_name).or_else(|| guests(cx).find(by_field))
}

/// Asks for what is not known yet; begins, where everything is.
fn ask(cx: &Cx<'_>, wish: Wish) -> Turn<State> {
    let Some(guest) = wish.guest.as_deref().and_then(|id| cx.prompts.guest(id)) else {
        let wish = Wish { guest: None, ..wish };
        let question = which_guest(cx, &wish);
        return Turn::wait(State::Guest { wish }, [Effect::Say(question)]);
    };
    if wish.start == Start::Call {
        // Nobody knows beforehand how long it will be, nor what about.
        return call::begin(cx, guest, talk_of(cx, guest, &wish, Vec::new()));
    }
    if wish.minutes.is_none() {
        let about = Arg::Name(guest.fill(cx.locale, &guest.voice(cx.locale).about, talk::year(cx)));
        let question =
            Message::of([Line::with("mock-about", [("about", about)]), question(&wish, "mock-minutes", Some(guest))])
                .choices(MINUTES.map(|minutes| Choice::number(minutes, "choice-minutes")))
                .awaiting_words();
        return Turn::wait(State::Minutes { wish }, [Effect::Say(question)]);
    }
    if wish.agreed.is_none() {
        let question = Message::of([question(&wish, "mock-agree", Some(guest))])
            .choices([
                Choice::new("all", "choice-agree-all"),
                Choice::new("work", "choice-agree-work"),
                Choice::new("way_in", "choice-agree-way-in"),
                Choice::new("market", "choice-agree-market"),
            ])
            .awaiting_words();
        return Turn::wait(State::Agreeing { wish }, [Effect::Say(question)]);
    }
    let question = Message::of([question(&wish, "mock-goals", Some(guest))])
        .choices([Choice::new("none", "choice-no-goals")])
        .awaiting_words();
    Turn::wait(State::Goals { wish }, [Effect::Say(question)])
}

fn which_guest(cx: &Cx<'_>, wish: &Wish) -> Message {
    let choice = |guest: &Guest| Choice {
        id: ChoiceId::new(guest.id.clone()),
        label: "choice-guest".into(),
        args: [
            ("name".to_owned(), Arg::Name(guest.name().to_owned())),
            ("title".to_owned(), Arg::Name(words::shorten(&guest.voice(cx.locale).title, 50))),
        ]
        .into(),
        value: None,
    };
    let choices: Vec<Choice> = guests(cx).take(25).map(choice).collect();
    Message::of([question(wish, "mock-guest", None)]).choices(choices).awaiting_words()
}

/// Takes an answer.
pub(super) fn step(cx: &Cx<'_>, state: State, event: Event) -> Turn<State> {
    match (state, event) {
        (State::Guest { wish }, Event::Choice(choice)) => {
            ask(cx, Wish { guest: Some(choice.as_str().to_owned()), ..wish })
        }
        (State::Guest { wish }, Event::Text(text)) => match named(cx, &text) {
            Some(guest) => ask(cx, Wish { guest: Some(guest.id.clone()), ..wish }),
            None => refuse(State::Guest { wish }, "choose-one"),
        },
        (State::Guest { wish }, Event::Skip) => {
            let first = guests(cx).next().map(|guest| guest.id.clone());
            ask(cx, Wish { guest: first, ..wish })
        }
        (State::Minutes { wish }, Event::Choice(choice)) => {
            let minutes = choice.as_str().parse().ok().filter(|minutes| MINUTES.contains(minutes));
            ask(cx, Wish { minutes, ..wish })
        }
        (State::Minutes { wish }, Event::Text(text)) => match minutes::in_words(&text) {
            Some(minutes) => ask(cx, Wish { minutes: Some(minutes), ..wish }),
            None => refuse(State::Minutes { wish }, "mock-minutes-no-number"),
        },
        (State::Minutes { wish }, Event::Skip) => ask(cx, Wish { minutes: Some(USUAL), ..wish }),
        (State::Agreeing { wish }, Event::Choice(choice)) => {
            let area = match choice.as_str() {
                "work" => Some(Area::Work),
                "way_in" => Some(Area::WayIn),
                "market" => Some(Area::Market),
                _ => None,
            };
            ask(cx, Wish { agreed: Some(area.into_iter().collect()), ..wish })
        }
        (State::Agreeing { wish }, Event::Text(text)) => ask(cx, Wish { agreed: Some(areas_in(cx, &text)), ..wish }),
        (State::Agreeing { wish }, Event::Skip) => ask(cx, Wish { agreed: Some(Vec::new()), ..wish }),
        (State::Goals { wish }, Event::Choice(_) | Event::Skip) => meet(cx, &wish, Vec::new()),
        (State::Goals { wish }, Event::Text(text)) => {
            let why = match goals::read(cx, &text) {
                Ok(goals) => return meet(cx, &wish, goals),
                Err(NoGoals::NoWords) => "mock-goals-no-words",
                Err(NoGoals::Talk) => "mock-goals-first",
                Err(NoGoals::Avoid) => "mock-goals-avoid",
            };
            refuse(State::Goals { wish }, why)
        }
        (state, Event::Timer(_)) => Turn::wait(state, []),
        (state, _) => refuse(state, "choose-one"),
    }
}

fn meet(cx: &Cx<'_>, wish: &Wish, goals: Vec<Goal>) -> Turn<State> {
    let Some(guest) = wish.guest.as_deref().and_then(|id| cx.prompts.guest(id)) else {
        return ask(cx, Wish { guest: None, ..wish.clone() });
    };
    talk::begin(cx, guest, talk_of(cx, guest, wish, goals))
}

fn talk_of(cx: &Cx<'_>, guest: &Guest, wish: &Wish, goals: Vec<Goal>) -> Talk {
    let plan = Plan {
        guest: guest.id.clone(),
        locale: cx.locale,
        minutes: wish.minutes.unwrap_or(USUAL),
        timing: wish.timing,
        agreed: wish.agreed.clone().unwrap_or_default(),
        goals,
    };
    let total = plan.minutes * 60;
    Talk {
        plan,
        began_at: cx.now,
        memory: Memory::default(),
        number: 0,
        used: 0,
        total,
        signals: 0,
        over: 0,
        piece: None,
    }
}

/// What somebody says, in words, that they agreed to talk about: a choice that stands among them, or else anything.
fn areas_in(cx: &Cx<'_>, text: &str) -> Vec<Area> {
    let said = words::fold(text);
    let named = [
        ("choice-agree-work", Area::Work),
        ("choice-agree-way-in", Area::WayIn),
        ("choice-agree-market", Area::Market),
    ];
    let is_said = |key: &str| said.contains(&words::fold(&cx.prompts.speech.say(cx.locale, key, None)));
    if is_said("choice-agree-all") {
        return Vec::new();
    }
    named.into_iter().find(|(key, _)| is_said(key)).map(|(_, area)| area).into_iter().collect()
}

//! `guest`: members of a community offer to be guests at its nights, and say which work they can speak of, what they went through, and how often.
//!
//! Sources: helping others, who may help in turn (S1; COACHING.md, section 1, 81); people whose path was like one's own (S0).

use super::{Cx, Effect, Event, Flow, Read, Record, Turn};
use crate::chat::{Arg, Choice, Field, Line, Message};
use crate::commands::{CommandName, Invocation, UserError};
use crate::ids::CommunityId;
use crate::night::board::{Guest, LONGEST_WORK, MOST_MONTHLY, Month, Offer, Tag};
use crate::words::{clean, count, fold, shorten};
use serde::{Deserialize, Serialize};

/// The flow.
#[derive(Debug)]
pub struct Guests;

/// How many guests are listed at once.
const MOST_LISTED: usize = 15;
/// How often people are offered to be asked, in nights a month.
const OFTEN: [(u32, &str); 3] = [(1, "choice-guest-once"), (2, "choice-guest-twice"), (4, "choice-guest-weekly")];

/// Where it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "at", rename_all = "snake_case")]
pub enum State {
    /// They are on the board: what is to change?
    Known,
    /// Of which work can they speak?
    Work,
    /// What else can they tell of?
    Tags {
        /// The work.
        work: String,
        /// What they chose so far.
        tags: Vec<Tag>,
    },
    /// How often?
    Often {
        /// The work.
        work: String,
        /// What else they can tell of.
        tags: Vec<Tag>,
    },
}

impl Flow for Guests {
    const NAME: &'static str = "guests";
    const TITLE: &'static str = "flow-guests";
    const VERSION: u32 = 1;
    const COMMANDS: &'static [CommandName] =
        &[CommandName::GuestSignup, CommandName::GuestPause, CommandName::GuestResume, CommandName::GuestList];
    const READS: &'static [Read] = &[Read::Board];
    type State = State;

    fn start(cx: &Cx<'_>, call: &Invocation) -> Result<Turn<State>, UserError> {
        match call.command {
            CommandName::GuestPause => pause(cx, true),
            CommandName::GuestResume => pause(cx, false),
            _ if cx.community.is_none() => Err(UserError::new("guest-where", [])),
            CommandName::GuestList => Ok(list(cx, call.text("field"))),
            _ => Ok(match (own(cx), call.text("work")) {
                (_, Some(typed)) => heard_work(typed),
                (Some(offer), None) => known(offer),
                (None, None) => ask_work(vec![Line::say("guest-signup")]),
            }),
        }
    }

    fn step(cx: &Cx<'_>, state: State, event: Event) -> Turn<State> {
        match (state, event) {
            (state, Event::Timer(_)) => Turn::wait(state, []),
            (state, Event::Voice(_)) => Turn::wait(state, [Effect::Say(Message::say("no-voice-here"))]),
            (state, Event::File(_)) => Turn::wait(state, [Effect::Say(Message::say("no-files-here"))]),
            (State::Known, Event::Choice(choice)) => match choice.as_str() {
                "change" => ask_work(Vec::new()),
                "off" => off(cx),
                _ => Turn::done([Effect::Say(Message::say("unchanged"))]),
            },
            (State::Known, _) => Turn::linger(State::Known, [Effect::Say(Message::say("choose-one"))]),
            (State::Work, Event::Text(typed)) => heard_work(&typed),
            (State::Work, Event::Skip) => Turn::wait(State::Work, [Effect::Say(Message::say("cannot-skip"))]),
            (State::Tags { work, tags }, Event::Choice(choice)) => tagged(work, tags, choice.as_str()),
            (State::Tags { work, tags }, Event::Skip) => ask_often(work, tags, Vec::new()),
            (State::Often { work, tags }, Event::Choice(choice)) => often(cx, work, tags, choice.as_str()),
            (State::Often { work, tags }, Event::Text(typed)) => often(cx, work, tags, typed.trim()),
            (State::Often { work, tags }, Event::Skip) => often(cx, work, tags, "any"),
            (state, _) => Turn::wait(state, [Effect::Say(Message::say("choose-one"))]),
        }
    }

    fn stop(_cx: &Cx<'_>, _state: State) -> Vec<Effect> {
        vec![Effect::Say(Message::say("guest-stop"))]
    }
}

/// What the person offers in this community.
fn own<'a>(cx: &'a Cx<'_>) -> Option<&'a Offer> {
    let here = cx.community?;
    cx.library.offers.iter().find(|(community, _)| community == here).map(|(_, offer)| offer)
}

fn this_month(cx: &Cx<'_>) -> Month {
    Month::of(cx.clocks().date())
}

fn known(offer: &Offer) -> Turn<State> {
    let lines = [Line::say("guest-known"), shown(offer), state(offer)];
    let choices = [
        Choice::new("change", "choice-guest-change"),
        Choice::new("off", "choice-guest-off"),
        Choice::new("keep", "choice-guest-keep"),
    ];
    Turn::linger(State::Known, [Effect::Say(Message::of(lines).choices(choices))])
}

/// What somebody offers, in a line.
fn shown(offer: &Offer) -> Line {
    let tags = Arg::List(offer.tags.iter().map(|tag| tag_key(*tag).into()).collect());
    let work = Arg::Words(shorten(&offer.work, LONGEST_WORK));
    Line::with("guest-offer", [("work", work), ("count", offer.tags.len().into()), ("tags", tags)])
}

/// How often they want to be asked, and whether they take a break.
fn state(offer: &Offer) -> Line {
    match (offer.paused, offer.monthly) {
        (true, _) => Line::say("guest-is-paused"),
        (false, Some(most)) => Line::with("guest-monthly", [("most", most.into())]),
        (false, None) => Line::say("guest-any-number"),
    }
}

fn off(cx: &Cx<'_>) -> Turn<State> {
    let Some(here) = cx.community else { return Turn::done([Effect::Say(Message::say("unchanged"))]) };
    let gone = Effect::Record(Record::GuestOffer(here.clone(), None));
    Turn::done([gone, Effect::Say(Message::say("guest-off"))])
}

fn ask_work(mut lines: Vec<Line>) -> Turn<State> {
    lines.push(Line::say("guest-work"));
    let question = Message::of(lines).awaiting_words().form([Field::new("form-night-work", LONGEST_WORK)]);
    Turn::wait(State::Work, [Effect::Say(question)])
}

fn heard_work(typed: &str) -> Turn<State> {
    let work = clean(typed).split_whitespace().collect::<Vec<_>>().join(" ");
    let is_odd = work.contains('?') || !work.chars().any(char::is_alphabetic);
    if is_odd || work.chars().count() > LONGEST_WORK {
        return ask_work(vec![Line::with("guest-work-few", [("most", LONGEST_WORK.into())])]);
    }
    ask_tags(work, Vec::new())
}

fn ask_tags(work: String, tags: Vec<Tag>) -> Turn<State> {
    let line = if tags.is_empty() {
        Line::with("guest-tags", [("work", Arg::Words(work.clone()))])
    } else {
        let chosen = tags.iter().map(|tag| tag_key(*tag).into()).collect();
        Line::with("guest-tags-so-far", [("tags", Arg::List(chosen))])
    };
    let open = Tag::ALL.into_iter().filter(|tag| !tags.contains(tag));
    let choices = open.map(|tag| Choice::new(tag.as_str(), tag_choice(tag)));
    let done = if tags.is_empty() { "choice-guest-no-tags" } else { "choice-guest-tags-done" };
    let question = Message::of([line]).choices(choices.chain([Choice::new("done", done)]));
    Turn::wait(State::Tags { work, tags }, [Effect::Say(question)])
}

fn tagged(work: String, mut tags: Vec<Tag>, choice: &str) -> Turn<State> {
    let Ok(tag) = choice.parse::<Tag>() else { return ask_often(work, tags, Vec::new()) };
    tags.push(tag);
    if tags.len() == Tag::ALL.len() { ask_often(work, tags, Vec::new()) } else { ask_tags(work, tags) }
}

fn ask_often(work: String, tags: Vec<Tag>, mut lines: Vec<Line>) -> Turn<State> {
    lines.push(Line::say("guest-often"));
    let choices = OFTEN.map(|(most, label)| Choice { value: Some(most), ..Choice::new(most_id(most), label) });
    Turn::wait(State::Often { work, tags }, [Effect::Say(Message::of(lines).choices(choices).awaiting_value())])
}

const fn most_id(most: u32) -> &'static str {
    match most {
        1 => "1",
        2 => "2",
        _ => "4",
    }
}

fn often(cx: &Cx<'_>, work: String, tags: Vec<Tag>, typed: &str) -> Turn<State> {
    let number = typed.split_whitespace().find_map(|word| word.parse::<u32>().ok());
    let monthly = match (typed, number) {
        ("any", _) => None,
        (_, Some(most)) if (1..=MOST_MONTHLY).contains(&most) => Some(most),
        _ => return ask_often(work, tags, vec![Line::with("guest-often-number", [("most", MOST_MONTHLY.into())])]),
    };
    let Some(here) = cx.community else { return Turn::done([Effect::Say(Message::say("guest-where"))]) };
    // Who takes a break goes on with it.
    let paused = own(cx).is_some_and(|offer| offer.paused);
    let offer = Offer { work, tags, monthly, paused };
    let lines = [Line::say("guest-signed-up"), shown(&offer), state(&offer), Line::say("guest-after")];
    let noted = Effect::Record(Record::GuestOffer(here.clone(), Some(offer)));
    Turn::done([noted, Effect::Say(Message::of(lines))])
}

/// The person takes a break, or goes on: here, or, written directly, wherever they are on a board.
fn pause(cx: &Cx<'_>, paused: bool) -> Result<Turn<State>, UserError> {
    let is_meant = |community: &CommunityId| cx.community.is_none_or(|here| here == community);
    let offers: Vec<&(CommunityId, Offer)> =
        cx.library.offers.iter().filter(|(community, _)| is_meant(community)).collect();
    if offers.is_empty() {
        return Err(UserError::new("guest-not-on-board", []));
    }
    let changed = offers.into_iter().filter(|(_, offer)| offer.paused != paused).map(|(community, offer)| {
        let offer = Offer { paused, ..offer.clone() };
        Effect::Record(Record::GuestOffer(community.clone(), Some(offer)))
    });
    let mut effects: Vec<Effect> = changed.collect();
    let key = match (paused, effects.is_empty()) {
        (true, false) => "guest-paused",
        (true, true) => "guest-paused-already",
        (false, false) => "guest-resumed",
        (false, true) => "guest-resumed-already",
    };
    effects.push(Effect::Say(Message::say(key)));
    Ok(Turn::done(effects))
}

/// The board, for whoever asks: those who are free this month first.
fn list(cx: &Cx<'_>, field: Option<&str>) -> Turn<State> {
    let month = this_month(cx);
    let is_own = |guest: &&Guest| guest.person == cx.person.id;
    let fits = |guest: &&Guest| field.is_none_or(|field| guest.speaks_of(field) || names_tag(cx, guest, field));
    let mut found: Vec<&Guest> = cx.library.board.iter().filter(|guest| !guest.offer.paused || is_own(guest)).collect();
    let all = found.len();
    found.retain(fits);
    found.sort_by_key(|guest| guest.is_full(&month));
    if found.is_empty() {
        let line = match field {
            Some(field) if all > 0 => Line::with("guest-list-none-for", [("field", Arg::Words(shorten(field, 60)))]),
            _ => Line::say("guest-list-none"),
        };
        return Turn::done([Effect::Say(Message::of([line, Line::say("guest-list-offer")]))]);
    }
    let mut lines = vec![Line::with("guest-list", [("count", found.len().into())])];
    for guest in found.iter().take(MOST_LISTED) {
        let Offer { work, tags, .. } = &guest.offer;
        let tags = tags.iter().map(|tag| tag_key(*tag).into()).collect::<Vec<_>>();
        let args = [
            ("name", Arg::Accounts(vec![guest.handle.clone()])),
            ("work", Arg::Words(shorten(work, LONGEST_WORK))),
            ("count", tags.len().into()),
            ("tags", Arg::List(tags)),
        ];
        lines.push(Line::with(if guest.is_full(&month) { "guest-listed-full" } else { "guest-listed" }, args));
        if is_own(guest) && guest.offer.paused {
            lines.push(Line::say("guest-is-paused"));
        }
    }
    let more = found.len().saturating_sub(MOST_LISTED);
    if more > 0 {
        lines.push(Line::with("guest-list-more", [("more", more.into())]));
    }
    lines.push(Line::say(if own(cx).is_some() { "guest-list-how" } else { "guest-list-offer" }));
    Turn::done([Effect::Say(Message::of(lines))])
}

/// Whether one of the words of somebody's tags was typed: "abroad", "étranger".
fn names_tag(cx: &Cx<'_>, guest: &Guest, typed: &str) -> bool {
    let typed = fold(typed);
    let words: Vec<&str> = typed.split(' ').filter(|word| word.chars().count() > 3).collect();
    let named = |tag: &Tag| {
        let label = fold(&cx.prompts.speech.say(cx.locale, tag_key(*tag), None));
        words.iter().any(|word| label.contains(word))
    };
    count(&typed) > 0 && guest.offer.tags.iter().any(named)
}

const fn tag_key(tag: Tag) -> &'static str {
    match tag {
        Tag::Abroad => "guest-tag-abroad",
        Tag::Changed => "guest-tag-changed",
        Tag::Returned => "guest-tag-returned",
    }
}

const fn tag_choice(tag: Tag) -> &'static str {
    match tag {
        Tag::Abroad => "choice-guest-abroad",
        Tag::Changed => "choice-guest-changed",
        Tag::Returned => "choice-guest-returned",
    }
}

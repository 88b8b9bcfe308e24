//! Which account somebody means, and whom they would rather not sit with.

use super::State;
use crate::chat::{Arg, Choice, Line, Message};
use crate::commands::{Invocation, UserError};
use crate::flows::{Cx, Effect, Record, Turn, Wanted};
use crate::ids::PlatformName;

/// The fewest digits of an account on Discord.
const LEAST_DIGITS: usize = 15;

/// The accounts that somebody may mean: "@ben", "<@42>", "@ben:example.org", or "ben" for the latter. One that is written in full is meant.
pub(super) fn meant<'a>(handles: impl Iterator<Item = &'a String>, typed: &str) -> Vec<&'a String> {
    let bare = |text: &str| text.trim_matches(|c: char| matches!(c, '<' | '>' | '@' | '!' | ' ')).to_lowercase();
    let typed = bare(typed);
    let is_local = |handle: &str| handle.split_once(':').is_some_and(|(local, _)| local == typed);
    let mut found: Vec<&String> = handles.filter(|handle| bare(handle) == typed || is_local(&bare(handle))).collect();
    found.sort();
    found.dedup();
    match found.iter().find(|handle| bare(handle) == typed) {
        Some(exact) => vec![*exact],
        None => found,
    }
}

pub(super) fn several_meant(handles: &[&String]) -> UserError {
    let names = handles.iter().map(|handle| Arg::Words((*handle).clone())).take(2);
    let mut names = names.chain(std::iter::repeat_with(|| Arg::Words(String::new())));
    let (one, other) = (names.next(), names.next());
    let word = |name: Option<Arg>| name.unwrap_or_else(|| Arg::Words(String::new()));
    UserError::new("night-who-of", [("one", word(one)), ("other", word(other))])
}

/// Somebody would rather not sit with an account.
pub fn avoid(cx: &Cx<'_>, call: &Invocation) -> Result<Turn<State>, UserError> {
    let Some(who) = call.text("who") else {
        let avoided = &cx.library.avoided;
        let line = if avoided.is_empty() {
            Line::say("night-avoid-whom")
        } else {
            Line::with("night-avoided", [("names", Arg::Accounts(avoided.clone()))])
        };
        return Ok(Turn::done([Effect::Say(Message::of([line]))]));
    };
    let handle = match account(cx, who).as_slice() {
        [] => return Err(UserError::new("night-avoid-nobody", [("who", Arg::Words(who.to_owned()))])),
        [handle] => handle.clone(),
        several => return Err(several_meant(&several.iter().collect::<Vec<_>>())),
    };
    if Some(&handle) == cx.library.handle.as_ref() {
        return Err(UserError::new("night-avoid-self", []));
    }
    let name = ("name", Arg::Accounts(vec![handle.clone()]));
    if cx.library.avoided.contains(&handle) {
        let question = Message::of([Line::with("night-avoids-already", [name])]);
        let choices = [Choice::new("keep", "choice-night-avoid-keep"), Choice::new("end", "choice-night-avoid-end")];
        return Ok(Turn::linger(State::Avoids { handle }, [Effect::Say(question.choices(choices))]));
    }
    // A name that was typed may be misspelt, and then it keeps nobody apart. Who is known elsewhere is nobody's business.
    let is_picked = cx.platform == PlatformName::Discord || cx.community.is_none();
    let is_known = is_picked || seated(cx).any(|known| *known == handle);
    let lines = [Line::with("night-avoid-noted", [name])].into_iter();
    let lines = lines.chain((!is_known).then(|| Line::say("night-avoid-unknown")));
    let noted = Record::Avoid(cx.platform, handle, Wanted::Yes);
    Ok(Turn::done([Effect::Record(noted), Effect::Say(Message::of(lines))]))
}

/// Whether somebody is to be kept apart from an account any longer.
pub fn avoids(cx: &Cx<'_>, handle: String, choice: &str) -> Turn<State> {
    if choice != "end" {
        return Turn::done([Effect::Say(Message::say("unchanged"))]);
    }
    let line = Line::with("night-avoid-ended", [("name", Arg::Accounts(vec![handle.clone()]))]);
    let noted = Record::Avoid(cx.platform, handle, Wanted::No);
    Turn::done([Effect::Record(noted), Effect::Say(Message::of([line]))])
}

/// The accounts that somebody may mean: of people who take part somewhere here, or in full.
fn account(cx: &Cx<'_>, typed: &str) -> Vec<String> {
    let known = meant(seated(cx).chain(&cx.library.avoided), typed);
    if known.is_empty() {
        return in_full(cx.platform, typed).into_iter().collect();
    }
    known.into_iter().cloned().collect()
}

/// The accounts of those who take part somewhere here.
fn seated<'a>(cx: &'a Cx<'_>) -> impl Iterator<Item = &'a String> {
    let nights = cx.library.nights.iter().chain(&cx.library.joined_nights);
    nights.flat_map(|night| &night.seats).map(|seat| &seat.handle)
}

/// An account of a platform as it is written in full there.
fn in_full(platform: PlatformName, typed: &str) -> Option<String> {
    let bare = typed.trim().trim_matches(|c: char| matches!(c, '<' | '>' | '!'));
    let number = bare.trim_start_matches(['@', '!']);
    match platform {
        PlatformName::Discord => {
            (number.len() >= LEAST_DIGITS && number.parse::<u64>().is_ok()).then(|| number.to_owned())
        }
        PlatformName::Matrix => (bare.starts_with('@') && bare.contains(':')).then(|| bare.to_owned()),
        PlatformName::Console => (!number.contains(char::is_whitespace)).then(|| number.to_owned()),
    }
}

//! A question that a host adds for their community. It is reviewed like any; one that would cost somebody the conversation is added only
//! when the host says so again.

use super::{State, check, stay};
use crate::chat::{Arg, Choice, Field, Line, Message, Role};
use crate::commands::UserError;
use crate::flows::sharpen::{self, who_says_so};
use crate::flows::{Cx, Effect, Hosting, Record, Turn};
use crate::ids::CommunityId;
use crate::store::questions::{Communal, MOST_COMMUNAL};

/// Begins, for a host.
pub(super) fn begin(cx: &Cx<'_>, given: Option<&str>) -> Result<Turn<State>, UserError> {
    let community = cx.community.cloned().ok_or_else(|| UserError::new("questions-add-where", []))?;
    if cx.role != Some(Role::Host) {
        return Err(UserError::new("questions-add-hosts", []));
    }
    if cx.library.community_questions.len() >= MOST_COMMUNAL {
        return Err(UserError::new("questions-add-full", [("most", MOST_COMMUNAL.into())]));
    }
    Ok(match given {
        Some(text) => judge(cx, community, text),
        None => ask(community),
    })
}

fn ask(community: CommunityId) -> Turn<State> {
    let question = Message::say("questions-add").awaiting_value().form([Field::new("form-question", check::LONGEST)]);
    Turn::wait(State::Adding { community }, [Effect::Say(question)])
}

/// Reviews a question, and adds it where nothing grave speaks against it.
pub(super) fn judge(cx: &Cx<'_>, community: CommunityId, text: &str) -> Turn<State> {
    let (own, review) = match check::checked(cx, text) {
        Ok(judged) => judged,
        Err(why) => {
            return Turn::wait(State::Adding { community }, [Effect::Say(Message::of([why]).awaiting_value())]);
        }
    };
    let found = check::to_sharpen(cx, &own, &review);
    let sharpened: Vec<String> = found.iter().map(|(key, _)| (*key).to_owned()).collect();
    let lines = found.into_iter().map(|(_, line)| line);
    let added = Communal { id: 0, words: own.words, locale: own.locale, topic: own.topic };
    if check::is_grave(&review) {
        let lines = [Line::say("questions-add-doubt")].into_iter().chain(lines);
        let lines = lines.chain([Line::Gap, Line::say("questions-add-doubt-next")]);
        let first = [
            Choice::new("change", "choice-question-change"),
            Choice::new("confirm", "choice-question-confirm"),
            Choice::new("leave", "choice-question-leave"),
        ];
        let message =
            Message::of(lines).choices(first.into_iter().chain(sharpen::sources(sharpened.len()))).awaiting_value();
        return Turn::wait(State::Doubted { community, added: Box::new(added), sharpened }, [Effect::Say(message)]);
    }
    let mut turn = put(cx, community, added);
    if !sharpened.is_empty() {
        let hints = Message::of([Line::say("questions-add-hint")].into_iter().chain(lines));
        turn.effects.push(Effect::Say(hints));
    }
    turn
}

fn put(cx: &Cx<'_>, community: CommunityId, added: Communal) -> Turn<State> {
    match cx.hosting() {
        Hosting::Yes => {}
        Hosting::No => return Turn::done([Effect::Say(Message::say("questions-add-hosts"))]),
        Hosting::Unknown => return Turn::done([Effect::Say(Message::say("host-asked-long-ago"))]),
    }
    if cx.library.community_questions.iter().any(|known| known.words == added.words) {
        return Turn::done([Effect::Say(Message::say("questions-add-known"))]);
    }
    let said = Line::with("questions-add-done", [("quote", Arg::Words(added.words.clone()))]);
    Turn::done([Effect::Record(Record::CommunityQuestion(community, added)), Effect::Say(Message::of([said]))])
}

/// What the host says to a doubt.
pub(super) fn chosen(
    cx: &Cx<'_>,
    community: CommunityId,
    added: Box<Communal>,
    sharpened: Vec<String>,
    choice: &str,
) -> Turn<State> {
    match choice {
        "change" => ask(community),
        "confirm" => put(cx, community, *added),
        "leave" => Turn::done([Effect::Say(Message::say("questions-add-left"))]),
        source => {
            let key = sharpen::chosen(&sharpened, source).cloned();
            let state = State::Doubted { community, added, sharpened };
            match key {
                Some(key) => Turn::wait(state, [Effect::Say(who_says_so(cx, &key))]),
                None => stay(state, "choose-one"),
            }
        }
    }
}

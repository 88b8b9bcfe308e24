//! What people do on Matrix as the core's events: who said what to the bot, where, and how it is answered.

use super::chats::Chat;
use super::failure::meaning;
use super::outbound::Way;
use super::payload::{Event, Said};
use super::{Matrix, locked};
use crate::chat::inbound::{Body, Inbound, Role, Sender};
use crate::chat::{Place, PlaceKind};
use crate::clock::{Clock, Moment};
use crate::commands::{ParamKind, Parsed, Value, parse};
use crate::ids::{CommunityId, EventId, Locale, PlatformName};
use matrix_sdk::Room;
use matrix_sdk::ruma::UserId;
use std::time::Duration;

const PLATFORM: PlatformName = PlatformName::Matrix;
/// How old something said directly may be to be answered: the bot was away.
const OLDEST_DIRECT: Duration = Duration::from_secs(12 * 3600);
/// How old something said among others may be: their talk has gone on.
const OLDEST_IN_ROOM: Duration = Duration::from_secs(3600);

impl Matrix {
    /// An event of a room as the core's event. `None`, where it is not for the bot.
    ///
    /// # Errors
    /// The homeserver had to be asked, and cannot be.
    pub(super) async fn inbound(&self, room: &Room, event: &Event) -> matrix_sdk::Result<Option<Inbound>> {
        if event.state_key.is_some() {
            return Ok(self.departure(room, event));
        }
        if event.sender == self.user.as_str() {
            return Ok(None);
        }
        let Some(said) = event.said() else { return Ok(None) };
        let Ok(person) = UserId::parse(&event.sender) else { return Ok(None) };
        let chat = match self.look_at(room, &person).await {
            Ok(chat) => chat,
            Err(error) if meaning(&error).passes() => return Err(error),
            // Where nobody can say that it is private, it is not.
            Err(_) => Chat::Crowded,
        };
        let age = Clock::System.now().since(Moment(event.origin_server_ts));
        match chat {
            Chat::Private if age < OLDEST_DIRECT => self.direct(room, event, said).await,
            Chat::Crowded if age < OLDEST_IN_ROOM => self.in_room(room, event, said, &person).await,
            _ => Ok(None),
        }
    }

    /// Somebody else than the bot left a room, or was sent out of it.
    fn departure(&self, room: &Room, event: &Event) -> Option<Inbound> {
        let person = event.state_key.as_deref().filter(|person| *person != self.user.as_str())?;
        let goes = matches!(event.content["membership"].as_str(), Some("leave" | "ban"));
        let was_there = event.unsigned["prev_content"]["membership"] == "join";
        if event.kind != "m.room.member" || !goes || !was_there {
            return None;
        }
        let id = room.room_id().to_string();
        Some(Inbound {
            event: EventId(event.event_id.clone()),
            sender: Sender { community: Some(CommunityId::of(PLATFORM, &id)), ..Sender::account(person) },
            place: Place::room(PLATFORM, &id),
            at: Moment(event.origin_server_ts),
            body: Body::Left,
            ticket: None,
            said_in: None,
        })
    }

    /// Something done in a direct chat.
    async fn direct(&self, room: &Room, event: &Event, said: Said) -> matrix_sdk::Result<Option<Inbound>> {
        let mut way = Way { thread: event.thread().map(str::to_owned), ..Way::default() };
        let body = match said {
            Said::Text(text) => {
                self.written(event, self.without_name(room, &text, Called::Clearly).await.unwrap_or(text))
            }
            Said::Voice(spoken) => Body::Voice(spoken),
            Said::File(sent) => Body::File(sent),
            Said::Edit(of, text) => {
                way.edit = locked(&self.spoken).answer_to(room.room_id().as_str(), &of);
                Body::Edit(EventId(of), text)
            }
            Said::Reaction(of, sign) => match self.chosen(room, &of, &sign).await? {
                Some(press) => Body::Press(press),
                None => return Ok(None),
            },
            Said::Redaction(of) => Body::Withdrawn(EventId(of)),
        };
        if matches!(body, Body::Text(_) | Body::Voice(_)) {
            locked(&self.spoken).note_theirs(room.room_id().as_str(), &event.event_id);
        }
        Ok(Some(Inbound {
            event: EventId(event.event_id.clone()),
            sender: Sender { chat: Some(room.room_id().to_string()), ..Sender::account(&event.sender) },
            place: Place::direct(PLATFORM, &event.sender),
            at: Moment(event.origin_server_ts),
            body,
            ticket: way.ticket(),
            said_in: None,
        }))
    }

    /// What was written. In a command about somebody it is the account that their app has mentioned, whatever name stands there.
    fn written(&self, event: &Event, text: String) -> Body {
        let mut others = event.mentioned().filter(|user| *user != self.user.as_str());
        let (Some(meant), None) = (others.next(), others.next()) else { return Body::Text(text) };
        let Parsed::Command(mut call) = parse(text.trim_start_matches(['!', '/']), Locale::En) else {
            return Body::Text(text);
        };
        let param = call.command.command().takes.iter().find(|param| matches!(param.kind, ParamKind::Account));
        let Some(name) = param.map(|param| param.word.en).filter(|name| call.text(name).is_some()) else {
            return Body::Text(text);
        };
        call.args.insert(name.to_owned(), Value::Text(meant.to_owned()));
        Body::Command(call)
    }

    /// Something said where others read: a command, or something with the bot's name; or a reaction to a message of the bot's.
    async fn in_room(
        &self,
        room: &Room,
        event: &Event,
        said: Said,
        person: &UserId,
    ) -> matrix_sdk::Result<Option<Inbound>> {
        let body = match said {
            Said::Text(text) => match self.addressed(room, event, &text).await {
                Some(text) => self.written(event, text),
                None => return Ok(None),
            },
            // On what stands there for everybody.
            Said::Reaction(of, sign) => match self.chosen(room, &of, &sign).await? {
                Some(press) => Body::Press(press),
                None => return Ok(None),
            },
            _ => return Ok(None),
        };
        // It is answered directly: whoever speaks to the bot has a chat to be answered in.
        let chat = match self.open_chat(person).await {
            Ok(chat) => Some(chat.room_id().to_string()),
            Err(error) if meaning(&error).passes() => return Err(error),
            Err(_) => None,
        };
        let id = room.room_id().to_string();
        let community = Some(CommunityId::of(PLATFORM, &id));
        let kind = match event.thread() {
            Some(root) => PlaceKind::Thread(id, root.to_owned()),
            None => PlaceKind::Room(id),
        };
        let role = if self.is_host(room, person).await { Role::Host } else { Role::Member };
        let way = Way { reply: Some(event.event_id.clone()), ..Way::default() };
        Ok(Some(Inbound {
            event: EventId(event.event_id.clone()),
            sender: Sender { role, community, chat, ..Sender::account(&event.sender) },
            place: Place::direct(PLATFORM, &event.sender),
            at: Moment(event.origin_server_ts),
            body,
            ticket: way.ticket(),
            said_in: Some(Place { platform: PLATFORM, kind }),
        }))
    }

    /// What is said to the bot among others, as it would be said directly. `None`, where it is said to the others.
    async fn addressed(&self, room: &Room, event: &Event, text: &str) -> Option<String> {
        let text = text.trim();
        if let Some(line) = text.strip_prefix('!').filter(|line| line.starts_with(char::is_alphabetic)) {
            // Other bots have commands as well.
            return match parse(line, Locale::En) {
                Parsed::Unknown(None) => None,
                _ => Some(text.to_owned()),
            };
        }
        let words = self.without_name(room, text, Called::Somehow).await;
        match words {
            Some(words) if words.is_empty() => Some("!help".to_owned()),
            Some(words) => Some(words),
            // It is named somewhere, but not spoken to, unless what is left is a command.
            None if event.mentions(self.user.as_str()) => {
                let names = self.names(room).await;
                let rest = names
                    .iter()
                    .fold(text.to_owned(), |rest, name| rest.replace(&format!("@{name}"), "").replace(name, ""));
                let rest = rest.trim();
                matches!(parse(rest.trim_start_matches('!'), Locale::En), Parsed::Command(_)).then(|| rest.to_owned())
            }
            None => None,
        }
    }

    /// The text without the bot's name before it. `None`, where it does not begin with that.
    async fn without_name(&self, room: &Room, text: &str, called: Called) -> Option<String> {
        let names = self.names(room).await;
        after_name(text, &names, called)
    }

    /// What the bot is called in a room, the longest first.
    async fn names(&self, room: &Room) -> Vec<String> {
        let mut names = vec![self.user.to_string(), self.user.localpart().to_owned()];
        if let Ok(Some(own)) = room.get_member_no_sync(&self.user).await {
            names.extend(own.display_name().map(str::to_owned));
        }
        names.sort_by_key(|name| std::cmp::Reverse(name.len()));
        names
    }
}

/// How somebody is called by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Called {
    /// With a sign after it, or by the whole name: it can be no part of what is said.
    Clearly,
    /// Somehow.
    Somehow,
}

/// The text after a name at its beginning.
fn after_name(text: &str, names: &[String], called: Called) -> Option<String> {
    let text = text.trim_start();
    names.iter().find_map(|name| {
        let at_sign = text.strip_prefix('@').filter(|_| !name.starts_with('@'));
        [Some(text), at_sign].into_iter().flatten().find_map(|text| {
            let head = text.get(..name.len()).filter(|head| head.to_lowercase() == name.to_lowercase())?;
            let rest = &text[head.len()..];
            let is_clear = name.starts_with('@') || rest.starts_with([':', ',']);
            if called == Called::Clearly && !is_clear {
                return None;
            }
            let ends = rest.is_empty() || rest.starts_with([':', ',', ' ', '\u{A0}', '\n', '!']);
            ends.then(|| rest.trim_start_matches([':', ',', ' ', '\u{A0}', '\n']).to_owned())
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bot_is_spoken_to_by_its_name() {
        let names = ["@rapport:example.org".to_owned(), "Rapport".to_owned()];
        let after = |text| after_name(text, &names, Called::Somehow);
        assert_eq!(after("Rapport: pitch practise").as_deref(), Some("pitch practise"));
        assert_eq!(after("@rapport:example.org, hello").as_deref(), Some("hello"));
        assert_eq!(after("@rapport help").as_deref(), Some("help"));
        assert_eq!(after("rapport").as_deref(), Some(""));
        assert_eq!(after("Rapports are due"), None);
        assert_eq!(after("I like Rapport"), None);
        assert_eq!(after("é"), None);
        // In a direct chat it may be what somebody talks about.
        assert_eq!(after_name("Rapport is what I need", &names, Called::Clearly), None);
        assert_eq!(after_name("Rapport, hello", &names, Called::Clearly).as_deref(), Some("hello"));
    }
}

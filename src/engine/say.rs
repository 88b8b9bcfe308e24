//! What leaves with a turn: what was said in it, and what could not be delivered before.

use super::desk::{Desk, Said};
use super::{Core, TurnError};
use crate::chat::platform::{Block, Content};
use crate::chat::{Answered, Line, Message, Place, Ticket};
use crate::clock::Moment;
use crate::ids::{DeliveryKey, Locale, PersonId, PlatformName};
use crate::prompts::render::Offer;
use crate::store::outbox;
use crate::store::outbox::NewMessage;
use crate::store::people::{self, Refuses};
use rusqlite::Connection;

/// What is said to a person at the end of a turn.
pub(super) struct Sayings<'a> {
    pub(super) person: &'a PersonId,
    pub(super) locale: Locale,
    pub(super) place: Place,
    pub(super) handle: Option<String>,
    pub(super) ticket: Option<Ticket>,
    /// Whether somebody caused the turn, and waits for an answer.
    pub(super) is_awaited: bool,
    pub(super) answered: Answered,
    pub(super) said: Vec<Said>,
    pub(super) released: Vec<(DeliveryKey, Content)>,
    pub(super) moved_from: Option<(Place, Option<Ticket>)>,
}

impl Sayings<'_> {
    /// Puts it into the outbox.
    pub(super) fn put(self, core: &mut Core, db: &Connection, now: Moment) -> Result<(), TurnError> {
        let only = self.handle.filter(|_| !self.place.is_direct());
        if !self.place.is_direct() && only.is_none() {
            // Nobody is known whom alone it may be shown to: nothing personal is said in public.
            return Ok(());
        }
        let contents = self.said.into_iter().map(|Said { message, offer }| {
            let offer = offer.as_ref().map(|(session, turn)| Offer { session, turn: *turn });
            core.prompts.render(self.locale, &message, offer)
        });
        let mut contents: Vec<Content> = contents.collect();
        if self.ticket.is_some() {
            // Whoever used a way to be answered is answered, and by one message.
            if contents.is_empty() && self.is_awaited {
                contents.push(core.prompts.render(self.locale, &Message::say("noted"), None));
            }
            let answered = if self.is_awaited { self.answered } else { Answered::Before };
            if !contents.is_empty() {
                contents = vec![Content { answered, ..joined(contents) }];
            }
        }
        let fresh = contents.into_iter().map(|content| (DeliveryKey::make(&mut core.random), content));
        let fresh: Vec<_> = fresh.collect();
        // An answer comes before what is late; in a chat that simply goes on, the order of time holds.
        let messages: Vec<_> = match &self.ticket {
            Some(_) => {
                let late = |(key, content)| (key, Content { answered: Answered::Before, ..content });
                fresh.into_iter().chain(self.released.into_iter().map(late)).collect()
            }
            None => self.released.into_iter().chain(fresh).collect(),
        };
        if let Some((place, ticket)) = self.moved_from.filter(|_| !messages.is_empty()) {
            // Where others read, nothing but that the answer is elsewhere.
            let content = core.prompts.render(self.locale, &Message::say("answered-directly"), None);
            let (key, person) = (DeliveryKey::make(&mut core.random), Some(self.person.clone()));
            outbox::add(db, &NewMessage { key, place, only: None, person, content, ticket, card: None }, now)?;
        }
        for (key, content) in messages {
            let out = NewMessage {
                key,
                place: self.place.clone(),
                only: only.clone(),
                person: Some(self.person.clone()),
                content,
                ticket: self.ticket.clone(),
                card: None,
            };
            outbox::add(db, &out, now)?;
        }
        Ok(())
    }
}

/// Several messages as one: an empty line between them, the question of the last that asks one.
fn joined(contents: Vec<Content>) -> Content {
    contents
        .into_iter()
        .reduce(|mut together, next| {
            together.blocks.push(Block::Text(Vec::new()));
            together.blocks.extend(next.blocks);
            if next.question.is_some() {
                together.choices = next.choices;
                together.question = next.question;
            }
            together
        })
        .unwrap_or_default()
}

impl Desk<'_> {
    /// What was set aside because it could not be delivered leaves with this turn: the person is here.
    pub(super) fn release_parked(&mut self) -> rusqlite::Result<()> {
        let platform = self.place.platform;
        let parked = outbox::parked(self.db, &self.person.id, platform)?;
        if parked.is_empty() {
            return Ok(());
        }
        let mut late = self.core.prompts.blocks(self.locale, &Line::say("late-delivery"));
        // Said once, where they can read it: how direct messages get through again.
        if let Some(handle) = self.handle.as_deref().filter(|_| !self.place.is_direct())
            && people::chat(self.db, platform, handle)?.refuses == Refuses::Direct
        {
            people::note_refusal(self.db, platform, handle, Refuses::DirectAndKnows)?;
            let how = match platform {
                PlatformName::Discord => "direct-refused-discord",
                PlatformName::Console | PlatformName::Matrix => "direct-refused",
            };
            late.extend(self.core.prompts.blocks(self.locale, &Line::say(how)));
        }
        for out in parked {
            let mut content = out.content;
            if !content.blocks.starts_with(&late[..1]) {
                content.blocks.splice(0..0, late.iter().cloned());
            }
            late.truncate(1);
            outbox::delivered(self.db, out.id)?;
            self.released.push((out.key, content));
        }
        Ok(())
    }
}

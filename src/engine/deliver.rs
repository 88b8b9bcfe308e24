//! What leaves the outbox, and what happens when it cannot.

use super::turn::reads;
use super::{Core, Engine, EngineError, evenings};
use crate::chat::{Arg, CardName, DeliverError, Line, Message, Outgoing, Permission, Place, PlaceKind, Receipt};
use crate::clock::Moment;
use crate::ids::{DeliveryKey, PlatformName};
use crate::store::outbox::NewMessage;
use crate::store::people::Refuses;
use crate::store::{cards, facts, outbox, people, transaction};
use rusqlite::Connection;
use std::collections::BTreeSet;
use std::time::Duration;

/// How many messages are handed out at a time.
const READY_AT_ONCE: i64 = 200;
/// After so many failures a message is set aside, and told at the next contact.
const MOST_FAILURES: u32 = 3;
/// How long to wait after the first and after the second failure.
const PAUSES: [Duration; 2] = [Duration::from_secs(5), Duration::from_secs(30)];

/// How soon a message is tried again that a permission is missing for.
const PERMISSION_PAUSE: Duration = Duration::from_secs(15 * 60);

/// What has to do with threads alone.
const THREADS: [Permission; 2] = [Permission::OpenThreads, Permission::WriteInThreads];

/// How soon what everybody reads is tried again after so many failures, and for how long.
const LATER_PAUSE: Duration = Duration::from_secs(60);
const LONGEST_WAIT: Duration = Duration::from_secs(24 * 3600);

/// How a delivery went.
#[derive(Debug)]
pub struct Delivery {
    /// The message.
    pub out: Outgoing,
    /// What the platform said.
    pub result: Result<Receipt, DeliverError>,
}

impl Engine {
    /// The messages to these platforms that may leave at this moment, the first of each place, but for those that are under
    /// way. One that cannot be read is set aside.
    ///
    /// # Errors
    /// The database failed.
    pub fn ready(
        &mut self,
        platforms: &[PlatformName],
        under_way: &BTreeSet<i64>,
        now: Moment,
    ) -> Result<Vec<Outgoing>, EngineError> {
        let db = &self.store.connection;
        loop {
            let ready = outbox::ready(db, platforms, under_way, now, READY_AT_ONCE)?;
            if ready.unreadable.is_empty() {
                let mut messages = Vec::with_capacity(ready.messages.len());
                let mut outdated = false;
                for mut out in ready.messages {
                    // A signal that comes too late says what is no longer so.
                    if out.content.expires.is_some_and(|expires| expires < now) {
                        outbox::delivered(db, out.id)?;
                        outdated = true;
                        continue;
                    }
                    match &out.place.kind {
                        PlaceKind::Direct(handle) => out.chat = people::chat(db, out.place.platform, handle)?.name,
                        PlaceKind::Thread(room, _) => {
                            if let Some(card) = &out.within {
                                // Where no thread could be opened, it is said in the room itself.
                                let kind = match cards::message(db, card)? {
                                    Some(thread) => PlaceKind::Thread(room.clone(), thread),
                                    None => PlaceKind::Room(room.clone()),
                                };
                                out.place.kind = kind;
                            }
                        }
                        PlaceKind::Room(_) => {}
                    }
                    if let Some(card) = &out.card {
                        out.instead_of = cards::message(db, card)?;
                        // What stands already need not show each state it went through.
                        if out.instead_of.is_some() && outbox::is_outdated(db, card, out.id)? {
                            outbox::delivered(db, out.id)?;
                            outdated = true;
                            continue;
                        }
                    }
                    messages.push(out);
                }
                if outdated && messages.is_empty() {
                    continue;
                }
                return Ok(messages);
            }
            for id in ready.unreadable {
                tracing::error!("a message in the outbox cannot be read, and is set aside");
                outbox::park(db, id, 0, now)?;
            }
            // What was behind them in their places may leave now.
        }
    }

    /// Notes how deliveries went, in one transaction. A failed one is tried again after a pause; after three failures, or where
    /// the platform refuses for good, it is set aside and leaves when its person writes next.
    ///
    /// # Errors
    /// The database failed; what was delivered will be delivered again, with the same key.
    pub fn note_deliveries(&mut self, deliveries: &[Delivery]) -> Result<(), EngineError> {
        if deliveries.is_empty() {
            return Ok(());
        }
        let now = self.core.clock.now();
        let db = &self.store.connection;
        transaction::begin(db)?;
        for delivery in deliveries {
            if let Err(error) = note(&mut self.core, db, delivery, now) {
                transaction::rollback(db);
                return Err(error.into());
            }
        }
        if let Err(error) = transaction::commit(db) {
            transaction::rollback(db);
            return Err(error.into());
        }
        Ok(())
    }
}

fn note(core: &mut Core, db: &Connection, Delivery { out, result }: &Delivery, now: Moment) -> rusqlite::Result<()> {
    let platform = out.place.platform.as_str();
    if let (
        Some(thread),
        Err(DeliverError::Gone | DeliverError::Lacks(Permission::WriteInThreads)),
        PlaceKind::Thread(..),
    ) = (&out.within, result, &out.place.kind)
    {
        // The thread is no more, or closed to the bot: it is said in the room.
        cards::forget(db, thread)?;
        return outbox::put_off(db, out.id, out.failures, now);
    }
    if out.only.is_none() && !out.place.is_direct() {
        tell_trouble(core, db, out, result, now)?;
        if matches!(result, Err(DeliverError::Gone))
            && out.ticket.is_none()
            && matches!(out.place.kind, PlaceKind::Room(_))
        {
            evenings::room_gone(core, db, &out.place, now)?;
        }
    }
    if let PlaceKind::Direct(handle) = &out.place.kind {
        match result {
            Ok(receipt) => {
                people::note_refusal(db, out.place.platform, handle, Refuses::Nothing)?;
                if let Some(chat) = &receipt.chat {
                    people::note_chat(db, out.place.platform, handle, chat)?;
                }
            }
            Err(DeliverError::Forbidden) => {
                people::note_refusal(db, out.place.platform, handle, Refuses::Direct)?;
            }
            Err(_) => {}
        }
    }
    if let (Some(card), Ok(Receipt { message: Some(message), .. })) = (&out.card, result) {
        cards::note(db, card, message)?;
    }
    match result {
        Ok(_) => outbox::delivered(db, out.id),
        // It leaves when the permission is given; who can give it has been told.
        Err(DeliverError::Lacks(_)) => outbox::put_off(db, out.id, out.failures, now + PERMISSION_PAUSE),
        // They have it behind a button.
        Err(DeliverError::Gone | DeliverError::Forbidden) if out.card.as_ref().is_some_and(CardName::is_at_hand) => {
            outbox::delivered(db, out.id)
        }
        // The platform's own pace is no failure of the message.
        Err(DeliverError::Later(wait)) => outbox::put_off(db, out.id, out.failures, now + *wait),
        Err(DeliverError::Gone | DeliverError::Forbidden) => {
            tracing::info!(platform, "a message is set aside: the platform refuses it");
            outbox::park(db, out.id, out.failures + 1, now)
        }
        // Nobody asks for it again where others read: it is tried until it is of no use any more.
        Err(DeliverError::Transient(_))
            if out.failures + 1 >= MOST_FAILURES && is_for_all(out) && now.since(out.made_at) < LONGEST_WAIT =>
        {
            outbox::put_off(db, out.id, out.failures + 1, now + LATER_PAUSE)
        }
        Err(DeliverError::Transient(_) | DeliverError::Refused(_)) if out.failures + 1 >= MOST_FAILURES => {
            tracing::warn!(platform, "a message is set aside after three failures");
            outbox::park(db, out.id, out.failures + 1, now)
        }
        Err(DeliverError::Transient(_) | DeliverError::Refused(_)) => {
            let pause = PAUSES[(out.failures as usize).min(PAUSES.len() - 1)];
            outbox::put_off(db, out.id, out.failures + 1, now + pause)
        }
    }
}

/// Whether everybody in a place reads it, and it answers nobody.
fn is_for_all(out: &Outgoing) -> bool {
    !out.place.is_direct() && out.only.is_none() && out.ticket.is_none()
}

/// Tells the person whom a public message concerns, directly and once, why it does not appear and who can help.
fn tell_trouble(
    core: &mut Core,
    db: &Connection,
    out: &Outgoing,
    result: &Result<Receipt, DeliverError>,
    now: Moment,
) -> rusqlite::Result<()> {
    let place = &out.place;
    let fact = format!("trouble/{}/{}", place.platform.as_str(), place.room_of().to_text());
    let (what, key) = match result {
        Ok(Receipt { lacks: Some(permission), .. }) => {
            (permission.as_str(), permission_key(place.platform, *permission))
        }
        // To be able to write says nothing about threads.
        Ok(_) if out.content.thread.is_none() && matches!(place.kind, PlaceKind::Room(_)) => {
            let known = facts::get(db, &fact)?;
            let is_other = known.as_deref().is_none_or(|known| THREADS.map(Permission::as_str).contains(&known));
            return if is_other { Ok(()) } else { facts::forget(db, &fact).map(|_| ()) };
        }
        Ok(_) => return facts::forget(db, &fact).map(|_| ()),
        Err(DeliverError::Gone) => ("gone", "trouble-gone"),
        Err(DeliverError::Lacks(permission)) => (permission.as_str(), permission_key(place.platform, *permission)),
        Err(_) => return Ok(()),
    };
    if facts::get(db, &fact)?.as_deref() == Some(what) {
        return Ok(());
    }
    let Some(person) = out.person.as_ref().map(|id| people::by_id(db, id)).transpose()?.flatten() else {
        return Ok(());
    };
    let Some(handle) = people::handle(db, &person.id, place.platform)? else { return Ok(()) };
    facts::set(db, &fact, what)?;
    let locale = reads(core, Some(&person), None);
    let message = Message::of([Line::with(key, [("place", Arg::Place(place.clone()))])]);
    let told = NewMessage {
        key: DeliveryKey::make(&mut core.random),
        place: Place::direct(place.platform, &handle),
        only: None,
        person: Some(person.id),
        content: core.prompts.render(locale, &message, None),
        ticket: None,
        card: None,
    };
    outbox::add(db, &told, now)
}

/// The sentence about a missing permission.
fn permission_key(platform: PlatformName, permission: Permission) -> &'static str {
    match permission {
        _ if platform == PlatformName::Matrix => "trouble-write-matrix",
        Permission::See => "trouble-see",
        Permission::Write => "trouble-write",
        Permission::WriteInThreads => "trouble-write-in-threads",
        Permission::OpenThreads => "trouble-open-threads",
    }
}

//! What leaves the outbox, and what happens when it cannot.

use super::{Engine, EngineError};
use crate::chat::{DeliverError, Outgoing, PlaceKind, Receipt};
use crate::clock::Moment;
use crate::ids::PlatformName;
use crate::store::people::Refuses;
use crate::store::{outbox, people, transaction};
use rusqlite::Connection;
use std::collections::BTreeSet;
use std::time::Duration;

/// How many messages are handed out at a time.
const READY_AT_ONCE: i64 = 200;
/// After so many failures a message is set aside, and told at the next contact.
const MOST_FAILURES: u32 = 3;
/// How long to wait after the first and after the second failure.
const PAUSES: [Duration; 2] = [Duration::from_secs(5), Duration::from_secs(30)];

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
                let mut messages = ready.messages;
                for out in &mut messages {
                    if let PlaceKind::Direct(handle) = &out.place.kind {
                        out.chat = people::chat(db, out.place.platform, handle)?.name;
                    }
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
            if let Err(error) = note(db, delivery, now) {
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

fn note(db: &Connection, Delivery { out, result }: &Delivery, now: Moment) -> rusqlite::Result<()> {
    let platform = out.place.platform.as_str();
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
    match result {
        Ok(_) => outbox::delivered(db, out.id),
        // The platform's own pace is no failure of the message.
        Err(DeliverError::Later(wait)) => outbox::put_off(db, out.id, out.failures, now + *wait),
        Err(DeliverError::Gone | DeliverError::Forbidden) => {
            tracing::info!(platform, "a message is set aside: the platform refuses it");
            outbox::park(db, out.id, out.failures + 1, now)
        }
        Err(DeliverError::Transient(_)) if out.failures + 1 >= MOST_FAILURES => {
            tracing::warn!(platform, "a message is set aside after three failures");
            outbox::park(db, out.id, out.failures + 1, now)
        }
        Err(DeliverError::Transient(_)) => {
            let pause = PAUSES[(out.failures as usize).min(PAUSES.len() - 1)];
            outbox::put_off(db, out.id, out.failures + 1, now + pause)
        }
    }
}

//! What somebody is offered directly although they did nothing: it waits for them where nothing else is open;
//! somebody who is in the middle of something is told how to come to it, as what they type is for that.

use super::desk::Desk;
use super::live::{Live, Revived, Setting, Stance};
use super::{Core, TurnError};
use crate::chat::{Message, Place};
use crate::flows::{Effect, Offered, Turn, named};
use crate::ids::{Locale, SessionId};
use crate::store::people::Person;
use crate::store::sessions::{self, Status};
use rusqlite::Connection;
use std::time::Duration;

/// How long a last offer, such as "shall I come back?", is not to be talked over.
const OFFER_STANDS: Duration = Duration::from_secs(30 * 60);

impl Desk<'_> {
    /// Takes up what is open in this place. Whether the person is in the middle of it.
    pub(super) fn is_busy(&mut self) -> rusqlite::Result<bool> {
        let open = sessions::latest(self.db, &self.person.id, &self.place, Status::Open)?;
        Ok(match open.map(Live::revive) {
            None => false,
            Some(Revived::Live(live)) => {
                // An offer that was made just now is still being thought about.
                let is_busy = match live.stance() {
                    Stance::Stays => false,
                    Stance::Lingers => self.now.since(live.touched_at()) < OFFER_STANDS,
                    Stance::Waits | Stance::Passing => true,
                };
                self.live = Some(*live);
                is_busy
            }
            // It is explained when the person writes.
            Some(Revived::Stale(_)) => true,
        })
    }
}

/// Offers somebody something in their direct chat.
pub(super) fn offer(
    core: &mut Core,
    db: &Connection,
    person: Person,
    handle: String,
    at: (Place, Locale),
    message: &Message,
    offered: &Offered,
) -> Result<(), TurnError> {
    let Some(flow) = named(offered.flow) else { return Ok(()) };
    let (place, locale) = at;
    let owner = person.id.clone();
    let mut desk = Desk::new(core, db, person, locale, place.clone());
    desk.handle = Some(handle);
    let id = SessionId::make(&mut desk.core.random);
    let live = Live::new(id.clone(), owner, Setting { place, community: offered.community.clone() }, flow, desk.now);
    if desk.is_busy()? {
        desk.say(offered.in_passing.clone());
    } else {
        desk.make_way()?;
        desk.live = Some(live);
        desk.apply(Turn::stay(offered.state.clone(), [Effect::Say(message.clone())]))?;
        desk.watch_silence();
    }
    desk.commit()
}

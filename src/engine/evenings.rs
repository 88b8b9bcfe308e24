//! Evenings in the engine: what the clock brings about, a room that is no more, and the way back after the bot was away.

use super::turn::reads;
use super::{Core, Outcome, TurnError, nights};
use crate::chat::Place;
use crate::clock::Moment;
use crate::flows::nights::{Scene, closed, woken};
use crate::flows::{Effect, Record};
use crate::ids::NightId;
use crate::night::Night;
use crate::night::evening::Came;
use crate::store::{board, evenings as store_evenings, nights as store_nights};
use rusqlite::Connection;

/// Looks at a night whose hour has come, or that ran while the bot was away.
pub(super) fn wake(core: &mut Core, db: &Connection, id: &NightId, came: Came) -> Result<Outcome, TurnError> {
    let Some(night) = store_nights::by_id(db, id)? else { return Ok(Outcome::Done) };
    let now = core.clock.now();
    if came == Came::OnTime && night.wakes_at().is_none_or(|at| at > now) && night.evening.is_some() {
        // The row may say another moment than the evening, where an earlier turn failed.
        store_nights::put(db, &night, now)?;
        return Ok(Outcome::Repeated);
    }
    let circle = store_evenings::circle(db, &night, reads(core, None, None), core.defaults.job_ask)?;
    let scene = Scene { prompts: &core.prompts, circle: &circle, now };
    let effects = super::desk::guarded(|| woken(&scene, &night, came))?;
    carry_out(core, db, &night, effects, now)?;
    Ok(Outcome::Done)
}

/// The room of a night is no more: who takes part is told, and it is over.
pub(super) fn room_gone(core: &mut Core, db: &Connection, place: &Place, now: Moment) -> rusqlite::Result<()> {
    for id in store_nights::standing_in(db, &place.room_of())? {
        let Some(night) = store_nights::by_id(db, &id)? else { continue };
        match carry_out(core, db, &night, closed(&night), now) {
            Ok(()) => {}
            Err(TurnError::Store(error)) => return Err(error),
            Err(_) => tracing::error!("who takes part in a night could not be told that its room is no more"),
        }
    }
    Ok(())
}

/// Does what is to be done although nobody has said anything.
fn carry_out(
    core: &mut Core,
    db: &Connection,
    night: &Night,
    effects: Vec<Effect>,
    now: Moment,
) -> Result<(), TurnError> {
    for effect in effects {
        match effect {
            Effect::Post(post) => nights::post(core, db, night.host.as_ref(), &post, now)?,
            Effect::Tell(told) => nights::tell(core, db, &told, now)?,
            Effect::Record(Record::Night(night)) => nights::note(db, &night, now)?,
            Effect::Record(Record::Evening(night)) => store_nights::put(db, &night, now)?,
            Effect::Record(Record::Cells(night, round, cells)) => {
                store_evenings::note_cells(db, &night, round, &cells)?;
            }
            Effect::Record(Record::GuestCall(night, guest)) => board::note_call(db, &night, &guest)?,
            Effect::Record(_) | Effect::Say(_) | Effect::Schedule(..) | Effect::Cancel(_) | Effect::Begin(_) => {}
        }
    }
    Ok(())
}

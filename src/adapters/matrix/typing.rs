//! "Rapport is typing", for answers that take longer than a moment.

use super::{Matrix, locked};
use matrix_sdk::ruma::{OwnedRoomId, RoomId};
use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

/// How long an answer may take before it is announced.
const MOMENT: Duration = Duration::from_millis(500);
/// How often the announcement is renewed: clients forget it after four seconds.
const RENEWED: Duration = Duration::from_secs(3);
/// How often at most. Whoever waits longer is not typing.
const MOST: u32 = 10;

/// The rooms in which somebody waits for an answer, with the number of the last message there.
#[derive(Debug, Default)]
pub(super) struct Awaited {
    rooms: HashMap<OwnedRoomId, u64>,
    last: u64,
}

impl Matrix {
    /// Somebody said something in a direct chat: if the answer takes a while, they see that it is coming.
    pub(super) fn note_awaited(self: &Arc<Self>, room: &RoomId) {
        let number = {
            let mut awaited = locked(&self.awaited);
            awaited.last += 1;
            let number = awaited.last;
            awaited.rooms.insert(room.to_owned(), number);
            number
        };
        let (matrix, room) = (Arc::clone(self), room.to_owned());
        tokio::spawn(async move {
            tokio::time::sleep(MOMENT).await;
            for _ in 0..MOST {
                if locked(&matrix.awaited).rooms.get(&room) != Some(&number) || !matrix.pace.is_generous() {
                    return;
                }
                let Some(known) = matrix.client().get_room(&room) else { return };
                if known.typing_notice(true).await.is_err() {
                    return;
                }
                tokio::time::sleep(RENEWED).await;
            }
            locked(&matrix.awaited).rooms.remove(&room);
        });
    }

    /// Nothing is said in answer, or it has been said.
    pub(super) fn note_answered(&self, room: &RoomId) {
        locked(&self.awaited).rooms.remove(room);
    }
}

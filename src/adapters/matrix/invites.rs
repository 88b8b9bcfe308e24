//! Invitations: accepted by the operator's rule, so many an hour, one after the other. What waits is in the library's store, so that
//! none is lost by a restart.

use super::failure::{Meaning, meaning_of_http};
use super::{MOST_AT_ONCE, Matrix, locked};
use crate::clock::Moment;
use crate::config::Invited;
use matrix_sdk::ruma::OwnedRoomId;
use matrix_sdk::ruma::api::client::membership::join_room_by_id::v3::Request as JoinRequest;
use matrix_sdk::{HttpError, Room};
use std::collections::{HashMap, HashSet, VecDeque};
use std::sync::Arc;
use std::time::{Duration, Instant};
use tokio::sync::{SemaphorePermit, watch};

/// The time in which so many invitations are accepted.
const WINDOW: Duration = Duration::from_secs(3600);
/// How often an invitation is tried that cannot be accepted, before it is declined.
const MOST_TRIES: u32 = 3;
/// How soon one is tried again.
const TRY_AGAIN: Duration = Duration::from_secs(10);
/// How many rooms are entered before messages may leave again, and how long these wait at most for the homeserver to tell of the rooms.
const MOST_ENTERED: usize = 4;
const LONGEST_QUIET: Duration = Duration::from_secs(5);

impl Matrix {
    /// Accepts invitations, for as long as the bot runs.
    pub(super) async fn accept_invites(self: Arc<Self>) {
        let mut current = self.is_current.subscribe();
        if current.wait_for(|is_current| *is_current).await.is_err() {
            return;
        }
        let mut door = Door {
            matrix: &self,
            accepted: VecDeque::new(),
            failures: HashMap::new(),
            entered: HashSet::new(),
            told: self.told_at.subscribe(),
            quiet: None,
        };
        loop {
            let wait = door.look_through().await;
            door.settle().await;
            tokio::select! {
                () = self.invited.notified() => {}
                () = tokio::time::sleep(wait) => {}
            }
        }
    }
}

/// Where invitations are let in or not.
struct Door<'a> {
    matrix: &'a Matrix,
    /// When those of the last hour were accepted.
    accepted: VecDeque<Instant>,
    failures: HashMap<OwnedRoomId, u32>,
    /// What was accepted, until the homeserver tells of it.
    entered: HashSet<OwnedRoomId>,
    /// When the homeserver's last answer was taken.
    told: watch::Receiver<Moment>,
    /// That nothing is sent: all turns to send, held while the bot enters rooms.
    quiet: Option<SemaphorePermit<'a>>,
}

impl Door<'_> {
    /// Looks through the invitations that wait. Gives back when to look again, if no new one comes before.
    async fn look_through(&mut self) -> Duration {
        let mut waiting = self.matrix.client().invited_rooms();
        self.entered.retain(|room| waiting.iter().any(|invited| invited.room_id() == room));
        waiting.retain(|room| !self.entered.contains(room.room_id()));
        self.failures.retain(|room, _| waiting.iter().any(|invited| invited.room_id() == room));
        let (mut soonest, mut count) = (WINDOW, 0);
        for room in waiting {
            if count >= MOST_ENTERED {
                return Duration::ZERO;
            }
            self.accepted.retain(|at| at.elapsed() < WINDOW);
            let is_successor = locked(&self.matrix.successors).iter().any(|next| next == room.room_id());
            // The homeserver shows the invitation itself, and perhaps nothing of who it is from.
            let Ok(invitation) = room.invite_details().await else { continue };
            let from = invitation.inviter_id;
            let to = if room.is_direct().await.unwrap_or(false) { Invited::Directly } else { Invited::Anywhere };
            if !is_successor && !self.matrix.settings.invites.accept(from.as_str(), to) {
                tracing::info!("an invitation was declined, by the rule of `matrix.invites`");
                let _ = room.leave().await;
                continue;
            }
            if let Some(first) =
                self.accepted.front().filter(|_| self.accepted.len() >= self.matrix.settings.invites_per_hour)
            {
                tracing::info!("an invitation waits: so many were accepted in this hour");
                return WINDOW.saturating_sub(first.elapsed()) + Duration::from_secs(1);
            }
            if to == Invited::Directly {
                // It is marked as direct after it was joined; what is said at once must not be taken for talk in a room.
                locked(&self.matrix.made).insert(room.room_id().to_owned(), from.clone());
            }
            match self.enter(&room).await {
                Ok(()) => {
                    count += 1;
                    if to == Invited::Directly {
                        self.matrix.mark(room.room_id(), &from).await;
                    }
                }
                Err(error) => match meaning_of_http(&error) {
                    Meaning::Wait(wait) => return wait,
                    Meaning::LoggedOut => return TRY_AGAIN,
                    Meaning::Away if self.matrix.pace.is_away() => return TRY_AGAIN,
                    // It may be the room's homeserver that is away, and not ours.
                    _ => {
                        let failed = self.failures.entry(room.room_id().to_owned()).or_default();
                        *failed += 1;
                        soonest = TRY_AGAIN;
                        if *failed >= MOST_TRIES {
                            tracing::info!("an invitation could not be accepted, and was declined");
                            let _ = room.leave().await;
                        }
                    }
                },
            }
        }
        soonest
    }

    /// Joins a room, while nothing is sent.
    ///
    /// Whoever enters an encrypted room counts as somebody whose devices have changed, the bot as well. What is sent before its own keys
    /// were asked for would wait for them, five seconds at a time, and hold up the very answer that has them asked for.
    async fn enter(&mut self, room: &Room) -> Result<(), HttpError> {
        if self.quiet.is_none() {
            self.quiet = self.matrix.sending.acquire_many(MOST_AT_ONCE).await.ok();
            self.told.mark_unchanged();
        }
        // Not the library's own way: that marks direct chats without looking what is marked already.
        let client = self.matrix.client();
        let mut joining = std::pin::pin!(client.send(JoinRequest::new(room.room_id().to_owned())).into_future());
        let joined = match tokio::time::timeout(LONGEST_QUIET, joining.as_mut()).await {
            Ok(joined) => joined,
            // A homeserver somewhere else takes its time: nobody else waits for it.
            Err(_) => {
                self.quiet = None;
                joining.await
            }
        };
        if joined.is_err() && self.entered.is_empty() {
            self.quiet = None;
        }
        joined?;
        self.accepted.push_back(Instant::now());
        self.entered.insert(room.room_id().to_owned());
        Ok(())
    }

    /// Lets messages leave again when the homeserver has told of the rooms that were entered, or after a while.
    async fn settle(&mut self) {
        let Some(quiet) = self.quiet.take() else { return };
        let is_told = async {
            while !self.entered.is_empty() && self.told.changed().await.is_ok() {
                let waiting = self.matrix.client().invited_rooms();
                self.entered.retain(|room| waiting.iter().any(|invited| invited.room_id() == room));
            }
        };
        if tokio::time::timeout(LONGEST_QUIET, is_told).await.is_err() {
            tracing::debug!("the homeserver does not tell of a room that was entered");
        }
        drop(quiet);
    }
}

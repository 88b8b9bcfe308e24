//! Invitations: accepted by the operator's rule, so many an hour, one after the other. What waits is in the library's store, so that
//! none is lost by a restart.

use super::failure::{Meaning, meaning_of_http};
use super::{Matrix, locked};
use crate::config::Invited;
use matrix_sdk::ruma::OwnedRoomId;
use matrix_sdk::ruma::api::client::membership::join_room_by_id::v3::Request as JoinRequest;
use std::collections::{HashMap, HashSet, VecDeque};
use std::sync::Arc;
use std::time::{Duration, Instant};

/// The time in which so many invitations are accepted.
const WINDOW: Duration = Duration::from_secs(3600);
/// How often an invitation is tried that cannot be accepted, before it is declined.
const MOST_TRIES: u32 = 3;
/// How soon one is tried again.
const TRY_AGAIN: Duration = Duration::from_secs(10);

impl Matrix {
    /// Accepts invitations, for as long as the bot runs.
    pub(super) async fn accept_invites(self: Arc<Self>) {
        let mut current = self.is_current.subscribe();
        if current.wait_for(|is_current| *is_current).await.is_err() {
            return;
        }
        let mut accepted: VecDeque<Instant> = VecDeque::new();
        let mut failures: HashMap<OwnedRoomId, u32> = HashMap::new();
        // What was accepted, until the homeserver tells of it.
        let mut entered: HashSet<OwnedRoomId> = HashSet::new();
        loop {
            let wait = self.look_through(&mut accepted, &mut failures, &mut entered).await;
            tokio::select! {
                () = self.invited.notified() => {}
                () = tokio::time::sleep(wait) => {}
            }
        }
    }

    /// Looks through the invitations that wait. Gives back when to look again, if no new one comes before.
    async fn look_through(
        &self,
        accepted: &mut VecDeque<Instant>,
        failures: &mut HashMap<OwnedRoomId, u32>,
        entered: &mut HashSet<OwnedRoomId>,
    ) -> Duration {
        let mut waiting = self.client().invited_rooms();
        entered.retain(|room| waiting.iter().any(|invited| invited.room_id() == room));
        waiting.retain(|room| !entered.contains(room.room_id()));
        failures.retain(|room, _| waiting.iter().any(|invited| invited.room_id() == room));
        let mut soonest = WINDOW;
        for room in waiting {
            accepted.retain(|at| at.elapsed() < WINDOW);
            let is_successor = locked(&self.successors).iter().any(|next| next == room.room_id());
            // The homeserver shows the invitation itself, and perhaps nothing of who it is from.
            let Ok(invitation) = room.invite_details().await else { continue };
            let from = invitation.inviter_id;
            let to = if room.is_direct().await.unwrap_or(false) { Invited::Directly } else { Invited::Anywhere };
            if !is_successor && !self.settings.invites.accept(from.as_str(), to) {
                tracing::info!("an invitation was declined, by the rule of `matrix.invites`");
                let _ = room.leave().await;
                continue;
            }
            if let Some(first) = accepted.front().filter(|_| accepted.len() >= self.settings.invites_per_hour) {
                tracing::info!("an invitation waits: so many were accepted in this hour");
                return WINDOW.saturating_sub(first.elapsed()) + Duration::from_secs(1);
            }
            if to == Invited::Directly {
                // It is marked as direct after it was joined; what is said at once must not be taken for talk in a room.
                locked(&self.made).insert(room.room_id().to_owned(), from.clone());
            }
            // Not the library's own way: that marks direct chats without looking what is marked already.
            match self.client().send(JoinRequest::new(room.room_id().to_owned())).await {
                Ok(_) => {
                    accepted.push_back(Instant::now());
                    entered.insert(room.room_id().to_owned());
                    if to == Invited::Directly {
                        self.mark(room.room_id(), &from).await;
                    }
                }
                Err(error) => match meaning_of_http(&error) {
                    Meaning::Wait(wait) => return wait,
                    Meaning::LoggedOut => return TRY_AGAIN,
                    Meaning::Away if self.pace.is_away() => return TRY_AGAIN,
                    // It may be the room's homeserver that is away, and not ours.
                    _ => {
                        let failed = failures.entry(room.room_id().to_owned()).or_default();
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
}

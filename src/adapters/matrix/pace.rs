//! The homeserver's pace, and its absences: who sends is told how long to wait, and the log says once that it is away, once that it
//! is back.

use super::failure::Meaning;
use std::sync::Mutex;
use std::time::{Duration, Instant};

/// The longest pause between two looks whether the homeserver is back.
const LONGEST_PAUSE: Duration = Duration::from_secs(60);
/// The first of them; each is twice the one before.
const FIRST_PAUSE: Duration = Duration::from_secs(1);
/// How far apart those come back whom one limit held up, so that they do not meet it together again.
const APART: Duration = Duration::from_millis(100);
/// The longest that one is put off for others' sake.
const LONGEST_TURN: Duration = Duration::from_secs(30);
/// How soon what could not leave is tried again once the homeserver may be back.
const SOON: Duration = Duration::from_millis(500);
/// How long after a limit nothing is sent that is only nice to have.
const FRUGAL: Duration = Duration::from_secs(3600);

/// The state of the way to the homeserver.
#[derive(Debug, Default)]
pub(super) struct Pace(Mutex<State>);

#[derive(Debug, Default)]
struct State {
    /// Until when the homeserver asked to wait, and how many have been told so.
    held: Option<(Instant, u32)>,
    limited_at: Option<Instant>,
    away: Option<Away>,
}

#[derive(Clone, Copy, Debug)]
struct Away {
    since: Instant,
    tries: u32,
    next: Instant,
}

impl Pace {
    /// How long who wants to send must wait, if at all.
    pub(super) fn wait(&self) -> Option<Duration> {
        let now = Instant::now();
        let mut state = super::locked(&self.0);
        if let Some(away) = state.away {
            return Some(away.next.saturating_duration_since(now) + SOON);
        }
        match &mut state.held {
            Some((until, told)) if *until > now => {
                *told += 1;
                Some(*until - now + (APART * *told).min(LONGEST_TURN))
            }
            _ => {
                state.held = None;
                None
            }
        }
    }

    /// Notes that the homeserver asks for patience. Gives back how long whoever met it must wait.
    pub(super) fn hold(&self, wait: Duration) -> Duration {
        let until = Instant::now() + wait;
        let mut state = super::locked(&self.0);
        state.limited_at = Some(Instant::now());
        let (until, told) = match state.held {
            Some((known, told)) => (known.max(until), told + 1),
            None => (until, 1),
        };
        state.held = Some((until, told));
        until.saturating_duration_since(Instant::now()) + (APART * told).min(LONGEST_TURN)
    }

    /// Whether there is room for what is only nice to have.
    pub(super) fn is_generous(&self) -> bool {
        let state = super::locked(&self.0);
        state.away.is_none() && state.limited_at.is_none_or(|at| at.elapsed() > FRUGAL)
    }

    /// Notes that the homeserver cannot be reached. Gives back when to look again.
    pub(super) fn note_away(&self) -> Duration {
        let now = Instant::now();
        let mut state = super::locked(&self.0);
        let (since, tries) = state.away.map_or((now, 0), |away| (away.since, away.tries + 1));
        if tries == 0 {
            tracing::warn!(
                "the Matrix homeserver cannot be reached; what is to be said waits, and the bot keeps trying"
            );
        }
        let pause = FIRST_PAUSE.saturating_mul(1 << tries.min(10)).min(LONGEST_PAUSE);
        state.away = Some(Away { since, tries, next: now + pause });
        pause
    }

    /// Whether the homeserver is away.
    pub(super) fn is_away(&self) -> bool {
        super::locked(&self.0).away.is_some()
    }

    /// How long who listens waits after a failure. `None` where no waiting helps.
    pub(super) fn pause_after(&self, meaning: Meaning) -> Option<Duration> {
        match meaning {
            Meaning::Wait(wait) => Some(wait),
            Meaning::Away | Meaning::Unwell => Some(self.note_away()),
            Meaning::LoggedOut | Meaning::Forbidden | Meaning::Gone | Meaning::Other => None,
        }
    }

    /// Notes that a request failed on its way. The one who listens looks after it.
    pub(super) fn note_stumble(&self) -> Duration {
        match super::locked(&self.0).away {
            Some(away) => away.next.saturating_duration_since(Instant::now()) + SOON,
            None => FIRST_PAUSE,
        }
    }

    /// Notes that the homeserver answers.
    pub(super) fn note_back(&self) {
        if let Some(away) = super::locked(&self.0).away.take() {
            tracing::info!(seconds = away.since.elapsed().as_secs(), "the Matrix homeserver is back");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_grow_and_end_when_the_homeserver_is_back() {
        let pace = Pace::default();
        assert_eq!(pace.wait(), None);
        let pauses: Vec<u64> = (0..9).map(|_| pace.note_away().as_secs()).collect();
        assert_eq!(pauses, [1, 2, 4, 8, 16, 32, 60, 60, 60]);
        assert!(pace.wait() > Some(Duration::from_secs(50)) && !pace.is_generous());
        pace.note_back();
        assert_eq!(pace.wait(), None);
        assert_eq!(pace.note_away().as_secs(), 1);
    }

    #[test]
    fn those_whom_a_limit_held_up_come_back_one_after_the_other() {
        let pace = Pace::default();
        let met = pace.hold(Duration::from_secs(5));
        let next = pace.wait().unwrap();
        let last = pace.wait().unwrap();
        assert!(met > Duration::from_secs(5) && next > met - APART / 2 && last > next, "{met:?} {next:?} {last:?}");
        assert!(!pace.is_generous());
    }
}

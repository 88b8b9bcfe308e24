//! What the room is told when an evening is over.

use super::Scene;
use crate::chat::{Arg, Line};
use crate::flows::nights::{time_args, topic};
use crate::night::Night;
use crate::night::evening::{Ending, Evening, Stands};

/// How many people are named where those are told who came.
pub(super) const MOST_NAMES: usize = 30;

/// Who took part, what was practised, who is thanked, when is next: no scores.
pub(super) fn recap(scene: &Scene<'_>, night: &Night, evening: &Evening, ending: Ending) -> Vec<Line> {
    let sat = evening.people.iter().filter(|one| one.stands != Stands::Removed && one.sat > 0);
    let everybody: Vec<String> = sat.clone().map(|one| one.handle.clone()).collect();
    let guests: Vec<String> = sat.filter(|one| one.turns.guest > 0).map(|one| one.handle.clone()).collect();
    let mut lines = vec![Line::say(match ending {
        Ending::Done => "night-recap-done",
        Ending::Ended => "night-recap-ended",
        Ending::TooFew if evening.round == 0 => "night-recap-nobody",
        Ending::TooFew => "night-recap-too-few",
        Ending::Away => "night-recap-away",
    })];
    if evening.round > 0 {
        let count = everybody.len();
        let rounds = ("rounds", evening.round.into());
        let names = ("names", Arg::Accounts(everybody.into_iter().take(MOST_NAMES).collect()));
        lines.push(Line::with("night-recap", [("count", count.into()), names, rounds, ("topic", topic(night))]));
        let names = ("names", Arg::Accounts(guests.iter().take(MOST_NAMES).cloned().collect()));
        // Nobody reads all the names twice.
        lines.push(if guests.len() == count {
            Line::say("night-recap-all-guests")
        } else {
            Line::with("night-recap-guests", [names])
        });
    }
    lines.push(match &scene.circle.next {
        Some(plan) => {
            let [day, clock, zone] = time_args(plan);
            Line::with("night-recap-next", [day, clock, zone])
        }
        None => Line::say("night-recap-no-next"),
    });
    lines
}

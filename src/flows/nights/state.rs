//! Where the conversation about a night stands.

use super::plan::{Detail, Sketch};
use crate::ids::NightId;
use serde::{Deserialize, Serialize};

/// Where it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "at", rename_all = "snake_case")]
pub enum State {
    /// Is the guessed time zone right?
    ZoneGuess {
        /// The guess.
        zone: String,
        /// What is planned so far.
        sketch: Sketch,
        /// What was typed after the command.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        line: Option<String>,
    },
    /// Which time zone, then?
    Zone {
        /// What is planned so far.
        sketch: Sketch,
        /// What was typed after the command.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        line: Option<String>,
    },
    /// When?
    When {
        /// What is planned so far.
        sketch: Sketch,
    },
    /// At what time of that day?
    Hour {
        /// What is planned so far.
        sketch: Sketch,
        /// The day.
        day: chrono::NaiveDate,
    },
    /// All is known: announce it, or change something?
    Ready {
        /// The night.
        sketch: Sketch,
    },
    /// What is to be changed?
    More {
        /// The night.
        sketch: Sketch,
    },
    /// How shall that be?
    Changing {
        /// The night.
        sketch: Sketch,
        /// What.
        detail: Detail,
    },
    /// Which of several nights?
    Which {
        /// What is to be done with it.
        act: Act,
    },
    /// Of which work can the person speak as a guest?
    Work {
        /// The night.
        night: NightId,
    },
    /// The person takes part: when shall they be reminded?
    Joined {
        /// The night.
        night: NightId,
    },
    /// They are on the board: do they come as a guest?
    Invited {
        /// The night.
        night: NightId,
    },
    /// Moved to when?
    MoveTo {
        /// The night.
        night: NightId,
    },
    /// Moved to what time of that day?
    MoveHour {
        /// The night.
        night: NightId,
        /// The day.
        day: chrono::NaiveDate,
    },
    /// Really moved?
    MoveSure {
        /// The night.
        night: NightId,
        /// What the clocks show then.
        wall: chrono::NaiveDateTime,
        /// The moment.
        moment: crate::clock::Moment,
    },
    /// Really called off?
    CancelSure {
        /// The night.
        night: NightId,
    },
    /// Really begun, long before its time?
    StartSure {
        /// The night.
        night: NightId,
    },
    /// Really ended, while people talk?
    EndSure {
        /// The night.
        night: NightId,
        /// The round in which they talked when it was asked.
        round: u32,
    },
    /// Shall this account be kept apart from the person any longer?
    Avoids {
        /// The account.
        handle: String,
    },
}

/// What is to be done with a night.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Act {
    /// The person takes part.
    Join,
    /// The person takes part, and can be a guest.
    BeGuest,
    /// The person does not come.
    Leave,
    /// It is moved, to the time that was typed.
    Move(Option<String>),
    /// It is called off.
    Cancel,
    /// It begins.
    Start,
}

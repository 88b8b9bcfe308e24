//! What a guest remembers of a conversation, and what is noted of each exchange.

use crate::prompts::guests::{Answers, Cue};
use crate::words;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Something that a learner did which the report speaks of as a thing to sharpen.
#[derive(Clone, Copy, Debug, Deserialize, Serialize, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[serde(rename_all = "snake_case")]
pub enum Slip {
    /// Asked for a job.
    JobAsk,
    /// Asked how old they are.
    Age,
    /// Asked about their family.
    Family,
    /// Asked where they live.
    Address,
    /// Asked about another private matter.
    Personal,
    /// Asked what they earn.
    Pay,
    /// Was rude.
    Insult,
    /// Asked about something beside the work.
    OffTopic,
    /// Asked about something else than was agreed.
    NotAgreed,
    /// Pushed the answer.
    Leading,
    /// Asked two things at once.
    Double,
    /// Asked what a search would tell.
    Searchable,
    /// One more question that yes or no answers.
    ClosedRun,
    /// Wrote more than anybody could follow.
    TooLong,
}

/// Something else that a learner did.
#[derive(Clone, Copy, Debug, Deserialize, Serialize, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[serde(rename_all = "snake_case")]
pub enum Mark {
    /// Greeted the guest.
    Greeted,
    /// Told about themselves, in so many words. 0: among other things.
    Introduced(u32),
    /// Asked whether notes are fine.
    AskedForNotes,
    /// Asked for an example.
    FollowedUp,
    /// Asked for an example after a vague answer.
    FollowedUpVague,
    /// Offered something in return.
    OfferedHelp,
    /// Said that the time was over.
    NotedTime,
    /// Said thanks.
    Thanked,
    /// Was told that a position is open.
    Tempted,
    /// Said on the phone who they are.
    CalledWho,
    /// Said on the phone why they call.
    CalledWhy,
    /// Said on the phone how long it would take.
    CalledMinutes,
}

/// What is noted of one exchange.
#[derive(Clone, Debug, Default, Deserialize, Serialize, PartialEq, Eq)]
#[serde(default)]
pub struct Notes {
    /// What it was about.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub topics: Vec<String>,
    /// Whether the question was open, where there was one about the work.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub open: Option<bool>,
    /// What to sharpen.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub slips: Vec<Slip>,
    /// What else was done.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub marks: Vec<Mark>,
}

/// Whether the guest has asked about the learner.
#[derive(Clone, Copy, Debug, Default, Deserialize, Serialize, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub enum Turned {
    /// Not yet.
    #[default]
    NotYet,
    /// They have, and wait for the answer.
    Asked,
    /// They were answered, or the talk went on.
    Over,
}

/// What of a topic was told.
#[derive(Clone, Copy, Debug, Default, Deserialize, Serialize, PartialEq, Eq)]
#[serde(default)]
pub struct Told {
    /// The first sentence, to a question that needed no more.
    #[serde(skip_serializing_if = "is_not")]
    pub short: bool,
    /// The answer.
    #[serde(skip_serializing_if = "is_not")]
    pub first: bool,
    /// More of it.
    #[serde(skip_serializing_if = "is_not")]
    pub more: bool,
    /// The example.
    #[serde(skip_serializing_if = "is_not")]
    pub example: bool,
}

/// What of a topic is wanted, after the answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wanted {
    /// More of it.
    More,
    /// An example.
    Example,
}

impl Told {
    /// What was not told yet: what is wanted, or else the other. It is told with this.
    pub(super) fn next<'a>(&mut self, answers: &'a Answers, wanted: Wanted) -> Option<&'a str> {
        let example = answers.example.as_deref().filter(|_| !self.example);
        let more = Some(answers.more.as_str()).filter(|_| !self.more);
        let takes_example = example.is_some() && (wanted == Wanted::Example || more.is_none());
        if takes_example {
            self.example = true;
            return example;
        }
        self.more = true;
        more
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
fn is_not(value: &bool) -> bool {
    !value
}

/// What a guest remembers.
#[derive(Clone, Debug, Default, Deserialize, Serialize, PartialEq, Eq)]
#[serde(default)]
pub struct Memory {
    /// What was told, by the topic's id.
    pub told: BTreeMap<String, Told>,
    /// How often each cue was answered: each time in another way.
    said: BTreeMap<Cue, usize>,
    /// What was spoken of last.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_topic: Option<String>,
    /// What they stayed vague on, last.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub vague: Option<String>,
    /// How many closed questions came in a row.
    pub closed_run: u8,
    /// How many messages in a row were not understood.
    pub lost: u8,
    /// Whether they asked about the learner.
    pub turned: Turned,
    /// Whether they mentioned the open position.
    pub vacancy: bool,
    /// What they brought up by themselves.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub brought_up: Vec<String>,
    /// The learner's last words, as they are compared.
    last_words: String,
    /// How often they were said in a row.
    pub repeats: u32,
}

/// As many characters of a message are compared with the next.
const COMPARED: usize = 200;

impl Memory {
    /// Counts an answer on a cue; gives back how many there were before.
    pub fn count(&mut self, cue: Cue) -> usize {
        let count = self.said.entry(cue).or_default();
        *count += 1;
        *count - 1
    }

    /// How often a cue was answered.
    pub fn number_of(&self, cue: Cue) -> usize {
        self.said.get(&cue).copied().unwrap_or_default()
    }

    /// Notes what the learner said.
    pub fn note_said(&mut self, text: &str) {
        let words: String = words::fold(text).chars().take(COMPARED).collect();
        self.repeats = if words == self.last_words { self.repeats.saturating_add(1) } else { 1 };
        self.last_words = words;
    }

    /// The talk went on from the question that came back.
    pub fn turned_answered(&mut self) {
        if self.turned == Turned::Asked {
            self.turned = Turned::Over;
        }
    }
}

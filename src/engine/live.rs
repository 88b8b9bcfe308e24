//! A session with its JSON read: what a turn works on.

use crate::chat::{Answer, Choice, Message, Place, Ticket};
use crate::clock::Moment;
use crate::commands::Invocation;
use crate::flows::{Entry, Loaded, named};
use crate::ids::{CommunityId, EventId, PersonId, SessionId};
use crate::store::sessions::{Status, Stored};
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// The most steps that `back` can go.
const LONGEST_TRAIL: usize = 8;

/// An earlier step of a session, for `back`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// The state.
    pub state: Value,
    /// What was asked in it.
    pub asked: Message,
    /// How it waited.
    #[serde(default)]
    pub stance: i64,
}

/// A question of the engine's own that stands before the flow's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Interlude {
    /// Another command came: put this flow aside?
    Switch(Invocation),
    /// A day went by: go on?
    Silence,
}

/// Where a session begins.
#[derive(Clone, Debug)]
pub struct Setting {
    /// The place.
    pub place: Place,
    /// The community, if it is begun in one.
    pub community: Option<CommunityId>,
}

/// A session that can take a turn.
#[derive(Clone, Debug)]
pub struct Live {
    /// As it is stored; `state`, `asked`, `trail` and `interlude` are written anew by [`Live::stored`].
    row: Stored,
    /// Its flow.
    pub flow: &'static Entry,
    /// The flow's state.
    pub state: Value,
    /// What waits for an answer.
    pub asked: Message,
    /// Earlier steps, the latest last.
    pub trail: Vec<Step>,
    /// The engine's own question, if one stands before the flow's.
    pub interlude: Option<Interlude>,
}

/// A stored session, read again.
#[derive(Debug)]
pub enum Revived {
    /// It can go on.
    Live(Box<Live>),
    /// Its state no longer loads: the row, to be set aside.
    Stale(Box<Stored>),
}

impl Live {
    /// A new session, at its first turn.
    pub fn new(id: SessionId, person: PersonId, at: Setting, flow: &'static Entry, now: Moment) -> Self {
        let row = Stored {
            id,
            person,
            place: at.place,
            community: at.community,
            flow: flow.name.to_owned(),
            version: flow.version,
            turn: 0,
            status: Status::Open,
            state: String::new(),
            asked: String::new(),
            stance: 0,
            reminded: 0,
            trail: String::new(),
            interlude: None,
            answered_by: None,
            ticket: None,
            opened_at: now,
            touched_at: now,
        };
        Self { row, flow, state: Value::Null, asked: Message::default(), trail: Vec::new(), interlude: None }
    }

    /// Reads a stored session.
    pub fn revive(row: Stored) -> Revived {
        let read = || -> Option<Live> {
            let flow = named(&row.flow)?;
            let saved: Value = serde_json::from_str(&row.state).ok()?;
            let (state, trail) = match (flow.load)(row.version, saved) {
                // Without its trail, or the engine's question, a session goes on all the same.
                Loaded::Current(state) => (state, serde_json::from_str(&row.trail).unwrap_or_default()),
                // Earlier steps are of the older version: there is no way back to them.
                Loaded::Upgraded(state) => (state, Vec::new()),
                Loaded::Stale => return None,
            };
            let interlude = row.interlude.as_deref().and_then(|text| serde_json::from_str(text).ok());
            let asked = serde_json::from_str(&row.asked).ok()?;
            Some(Live { row: Stored { version: flow.version, ..row.clone() }, flow, state, asked, trail, interlude })
        };
        match read() {
            Some(live) => Revived::Live(Box::new(live)),
            None => Revived::Stale(Box::new(row)),
        }
    }

    /// The session as it is to be stored.
    pub fn stored(&self) -> serde_json::Result<Stored> {
        Ok(Stored {
            state: serde_json::to_string(&self.state)?,
            asked: serde_json::to_string(&self.asked)?,
            trail: serde_json::to_string(&self.trail)?,
            interlude: self.interlude.as_ref().map(serde_json::to_string).transpose()?,
            ..self.row.clone()
        })
    }

    /// Its id.
    pub fn id(&self) -> &SessionId {
        &self.row.id
    }

    /// Where it runs.
    pub fn place(&self) -> &Place {
        &self.row.place
    }

    /// The community that it was begun in.
    pub fn community(&self) -> Option<&CommunityId> {
        self.row.community.as_ref()
    }

    /// Notes where the answer to the last event in it goes.
    pub fn note_ticket(&mut self, ticket: &Ticket) {
        self.row.ticket = Some(ticket.clone());
    }

    /// How often something was offered.
    pub fn turn(&self) -> u32 {
        self.row.turn
    }

    /// What has become of it.
    pub fn status(&self) -> Status {
        self.row.status
    }

    /// When it began.
    pub fn opened_at(&self) -> Moment {
        self.row.opened_at
    }

    /// When it last changed.
    pub fn touched_at(&self) -> Moment {
        self.row.touched_at
    }

    /// The event that led to this turn.
    pub fn answered_by(&self) -> Option<&EventId> {
        self.row.answered_by.as_ref()
    }

    /// Whether that event led to this turn, and can still be taken back.
    pub fn was_answered_by(&self, event: &EventId) -> bool {
        self.answered_by() == Some(event) && !self.trail.is_empty()
    }

    /// How it waits.
    pub fn stance(&self) -> Stance {
        match self.row.stance {
            1 => Stance::Lingers,
            2 => Stance::Passing,
            3 => Stance::Stays,
            _ => Stance::Waits,
        }
    }

    /// Whether anything else may take its place without being asked.
    pub fn gives_way(&self) -> bool {
        matches!(self.stance(), Stance::Lingers | Stance::Stays)
    }

    /// What becomes of it when something else takes its place.
    pub fn displaced(&self) -> Status {
        match self.stance() {
            Stance::Stays => Status::Beside,
            Stance::Lingers => Status::Done,
            Stance::Waits | Stance::Passing => Status::Parked,
        }
    }

    /// Whether the question after a day's silence was put already.
    pub fn was_reminded(&self) -> bool {
        self.row.reminded != 0
    }

    /// Gives it another fate, at that time.
    pub fn becomes(&mut self, status: Status, now: Moment) {
        self.row.status = status;
        self.row.touched_at = now;
    }

    /// Notes that the question after a day's silence was put.
    pub fn note_reminder(&mut self) {
        self.row.reminded = 1;
    }

    /// Moves to a state with its question; the way back is kept, but not to a state that was only passing.
    pub fn advance(&mut self, state: Value, stance: Stance, asked: Message, event: Option<&EventId>, now: Moment) {
        // What nobody caused is no step: the way back leads to what was said.
        if self.row.turn > 0 && self.stance() != Stance::Passing && event.is_some() {
            let (state, asked) = (std::mem::take(&mut self.state), std::mem::take(&mut self.asked));
            self.trail.push(Step { state, asked, stance: self.row.stance });
            if self.trail.len() > LONGEST_TRAIL {
                self.trail.remove(0);
            }
        }
        self.state = state;
        self.row.stance = stance as i64;
        self.offer_anew(asked, now);
        if event.is_some() {
            self.row.answered_by = event.cloned();
        }
    }

    /// Asks (something) again in the same state: what was offered before is old now.
    pub fn offer_anew(&mut self, asked: Message, now: Moment) {
        self.asked = asked;
        self.row.turn += 1;
        self.row.touched_at = now;
    }

    /// Puts a question of the engine's own before the flow's: what was offered before is old now.
    pub fn interrupt(&mut self, interlude: Interlude, now: Moment) {
        self.interlude = Some(interlude);
        self.row.turn += 1;
        self.row.touched_at = now;
    }

    /// Goes one step back. `false` where there is none.
    pub fn step_back(&mut self, now: Moment) -> bool {
        let Some(step) = self.trail.pop() else { return false };
        self.state = step.state;
        self.row.stance = step.stance;
        // What led here was taken back: an edit of it has nothing to correct any more.
        self.row.answered_by = None;
        self.offer_anew(step.asked, now);
        true
    }

    /// The choices that stand: the interlude's, where there is one.
    pub fn choices(&self) -> Vec<Choice> {
        match &self.interlude {
            Some(interlude) => interlude.choices(),
            None => self.asked.choices.clone(),
        }
    }

    /// Whether free text is awaited.
    pub fn awaits_words(&self) -> bool {
        self.asked.answer != Answer::Choice
    }

    /// Whether a greeting is an answer here.
    pub fn awaits_talk(&self) -> bool {
        self.asked.answer == Answer::Talk
    }

    /// Whether what is awaited is a value, which no command can be taken for.
    pub fn awaits_value(&self) -> bool {
        self.asked.answer == Answer::Value
    }
}

/// How a session waits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stance {
    /// For an answer; another command asks first.
    Waits = 0,
    /// For an answer that need not come: any other command may take the place.
    Lingers = 1,
    /// For a moment that does not come again: there is no way back here.
    Passing = 2,
    /// For an answer that need not come, and stays welcome beside whatever takes the place.
    Stays = 3,
}

impl Interlude {
    /// Its choices.
    pub fn choices(&self) -> Vec<Choice> {
        match self {
            Self::Switch(_) => {
                vec![Choice::new("park", "choice-switch-park"), Choice::new("stay", "choice-switch-stay")]
            }
            Self::Silence => {
                vec![Choice::new("go-on", "choice-silence-go-on"), Choice::new("close", "choice-silence-close")]
            }
        }
    }

    /// Its question.
    pub fn question(&self, flow: &Entry) -> Message {
        use crate::chat::{Arg, Line};
        let key = match self {
            Self::Switch(_) => "switch-question",
            Self::Silence => "silence-question",
        };
        Message::of([Line::with(key, [("flow", Arg::Text(flow.title.into()))])]).choices(self.choices())
    }
}

//! The desk of one turn: what a turn works with, what it says and what it wants written. Nothing here writes.

use super::live::{Live, Setting, Stance};
use super::record::Write;
use super::{Core, SILENCE_CLOSES, TurnError};
use crate::chat::platform::Content;
use crate::chat::{Answer, Answered, Line, Message, Place, Role, Sent, Ticket};
use crate::clock::Moment;
use crate::commands::Invocation;
use crate::flows::{Aside, Cx, Effect, Entry, Event, Library, Next, Post, Retake, Told, Turn, begun_by};
use crate::ids::{CommunityId, DeliveryKey, EventId, Locale, SessionId};
use crate::legwork::Need;
use crate::store::people::Person;
use crate::store::sessions::{Status, Stored};
use crate::store::timers::SILENCE;
use rusqlite::Connection;
use serde_json::Value;
use std::cell::RefCell;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::panic::{AssertUnwindSafe, catch_unwind};

/// A flow may begin another one, and that one another; not without end.
const MOST_BEGINNINGS: u32 = 4;

/// Everything one turn works with, and what it wants written.
pub(super) struct Desk<'a> {
    pub(super) core: &'a mut Core,
    pub(super) db: &'a Connection,
    pub(super) now: Moment,
    pub(super) said_at: Moment,
    pub(super) retake: Retake,
    pub(super) person: Person,
    pub(super) locale: Locale,
    pub(super) place: Place,
    pub(super) live: Option<Live>,
    /// What is open in the place, while a session beside it takes its answer.
    pub(super) held: Option<Live>,
    /// The community in which the event happened, if in one, and what its person may do there.
    pub(super) community: Option<CommunityId>,
    pub(super) role: Role,
    pub(super) zone_guess: Option<chrono_tz::Tz>,
    pub(super) handle: Option<String>,
    pub(super) event: Option<EventId>,
    /// Where what is said goes, if the platform gave a way of its own for that.
    pub(super) ticket: Option<Ticket>,
    /// The place with others in which the person spoke, where it is answered here, and the ticket for what is said there.
    pub(super) moved_from: Option<(Place, Option<Ticket>)>,
    /// What has become of the question whose button, list or form was used.
    pub(super) answered: Answered,
    pub(super) said: Vec<Said>,
    /// What is said where others read, and to others.
    pub(super) posts: Vec<Post>,
    pub(super) tells: Vec<Told>,
    /// Whether a command is carried out beside what is open.
    pub(super) aside: Aside,
    /// What was set aside because it could not be delivered, and leaves with this turn.
    pub(super) released: Vec<(DeliveryKey, Content)>,
    /// Sessions to write, each once, in the order in which they were first touched: one that frees a place comes before one
    /// that takes it.
    pub(super) sessions: Vec<Stored>,
    /// What else to write, after the sessions that it refers to.
    pub(super) writes: Vec<Write>,
    pub(super) person_changed: bool,
    pub(super) begun: u32,
    /// What a flow found that it must know first, while it took its turn.
    pub(super) wanted: RefCell<Vec<Need>>,
    /// The file that this turn is about.
    pub(super) opening: Option<Sent>,
}

pub(super) struct Said {
    pub(super) message: Message,
    pub(super) offer: Option<(SessionId, u32)>,
}

impl<'a> Desk<'a> {
    /// A desk with nothing on it yet.
    pub(super) fn new(core: &'a mut Core, db: &'a Connection, person: Person, locale: Locale, place: Place) -> Self {
        Self {
            now: core.clock.now(),
            said_at: core.clock.now(),
            retake: Retake::No,
            community: None,
            role: Role::Member,
            zone_guess: core.defaults.zone,
            core,
            db,
            person,
            locale,
            place,
            live: None,
            held: None,
            handle: None,
            event: None,
            ticket: None,
            moved_from: None,
            answered: Answered::Stands,
            said: Vec::new(),
            posts: Vec::new(),
            tells: Vec::new(),
            aside: Aside::No,
            released: Vec::new(),
            sessions: Vec::new(),
            writes: Vec::new(),
            person_changed: false,
            begun: 0,
            wanted: RefCell::default(),
            opening: None,
        }
    }
}

impl Desk<'_> {
    /// Says something that is no question.
    pub(super) fn say(&mut self, message: Message) {
        self.said.push(Said { message, offer: None });
    }

    /// Says the question that stands, with its choices.
    pub(super) fn ask(&mut self, message: Message) {
        let offer = self.standing();
        self.said.push(Said { message, offer });
    }

    /// Says something while the question that stands goes on standing where it was asked.
    fn say_in_passing(&mut self, message: Message) {
        // What can be answered in words can be answered from here as well.
        let offer = self.standing().filter(|_| message.answer != Answer::Choice);
        self.said.push(Said { message, offer });
    }

    /// The question that stands: the session and its turn.
    pub(super) fn standing(&self) -> Option<(SessionId, u32)> {
        self.live.as_ref().map(|live| (live.id().clone(), live.turn()))
    }

    /// Says the question that stands once more, after a line that says why.
    pub(super) fn ask_again(&mut self, why: Line) {
        let Some(live) = &mut self.live else { return };
        let question = match &live.interlude {
            Some(interlude) => interlude.question(live.flow),
            None => live.asked.clone(),
        };
        live.offer_anew(live.asked.clone(), self.now);
        self.ask(question.after([why]));
    }

    /// Gives an event to the flow that is open.
    pub(super) fn step(&mut self, event: Event) -> Result<(), TurnError> {
        let Some(live) = &self.live else { return Ok(()) };
        let (flow, state, id, turn) = (live.flow, live.state.clone(), live.id().clone(), live.turn());
        let library = self.library(flow, Some(&state), &id)?;
        match &event {
            Event::Text(text) => self.must_have_heard((flow.hears)(&state, text))?,
            Event::File(sent) => self.must_have_opened(Some(sent).filter(|_| (flow.opens)(&state)))?,
            _ => {}
        }
        let cx = self.cx(&id, turn, &library);
        let taken = guarded(|| (flow.step)(&cx, state, event))??;
        self.must_be_found_out()?;
        self.apply(taken)
    }

    /// Begins a command's flow in this place, which must be free.
    pub(super) fn begin(&mut self, call: Invocation) -> Result<(), TurnError> {
        let Some(flow) = begun_by(call.command) else { return Ok(()) };
        self.begun += 1;
        if self.begun > MOST_BEGINNINGS {
            return Ok(());
        }
        self.must_have_heard((flow.hears_first)(&call))?;
        self.must_have_opened(call.file())?;
        let id = SessionId::make(&mut self.core.random);
        let library = self.library(flow, None, &id)?;
        let cx = self.cx(&id, 0, &library);
        let started = guarded(|| (flow.start)(&cx, &call))?;
        self.must_be_found_out()?;
        match started {
            Ok(turn) => {
                let at = Setting { place: self.place.clone(), community: self.community.clone() };
                self.live = Some(Live::new(id, self.person.id.clone(), at, flow, self.now));
                self.apply(turn)
            }
            Err(error) => {
                self.say(error.into_message());
                Ok(())
            }
        }
    }

    /// Carries out a command that is over at once, beside what is open: `nudge done 3`, `settings language fr`. `false`, and
    /// nothing done, where it would ask something.
    pub(super) fn carry_out_at_once(&mut self, call: &Invocation) -> Result<bool, TurnError> {
        let Some(flow) = begun_by(call.command) else { return Ok(false) };
        self.must_have_heard((flow.hears_first)(call))?;
        self.must_have_opened(call.file())?;
        let id = SessionId::make(&mut self.core.random);
        // It belongs to where it was given, not to what is open.
        let open = self.live.take();
        let library = self.library(flow, None, &id).map_err(TurnError::from);
        self.aside = Aside::Yes;
        let started = library.and_then(|library| guarded(|| (flow.start)(&self.cx(&id, 0, &library), call)));
        self.aside = Aside::No;
        self.live = open;
        let started = started?;
        self.must_be_found_out()?;
        let turn = match started {
            Ok(turn) => turn,
            Err(error) => {
                self.say(error.into_message());
                return Ok(true);
            }
        };
        let is_plain =
            |effect: &Effect| matches!(effect, Effect::Say(_) | Effect::Record(_) | Effect::Post(_) | Effect::Tell(_));
        if turn.next != Next::Done || !turn.effects.iter().all(is_plain) {
            return Ok(false);
        }
        let before = self.locale;
        // A choice that the same flow had asked for is made by it, one way or the other.
        let acts = turn.effects.iter().any(|effect| matches!(effect, Effect::Record(_)));
        if acts && self.live.as_ref().is_some_and(|live| live.flow.name == flow.name && !live.awaits_words()) {
            self.end(Status::Done)?;
        }
        turn.effects.into_iter().for_each(|effect| self.carry_out(&id, effect));
        // In another language the open question is asked anew.
        if self.locale != before {
            self.ask_again(Line::say("here-we-were"));
        }
        Ok(true)
    }

    /// Carries out what the open flow decided.
    pub(super) fn apply(&mut self, turn: Turn<Value>) -> Result<(), TurnError> {
        let Some(id) = self.live.as_ref().map(|live| live.id().clone()) else { return Ok(()) };
        let mut messages = Vec::new();
        let mut begins = None;
        for effect in turn.effects {
            match effect {
                Effect::Say(message) => messages.push(message),
                Effect::Schedule(name, at) => self.writes.push(Write::SetTimer(id.clone(), name.0, at)),
                Effect::Cancel(name) => self.writes.push(Write::CancelTimer(id.clone(), name.0)),
                Effect::Record(record) => self.record(&id, record),
                Effect::Post(post) => self.posts.push(*post),
                Effect::Tell(told) => self.tells.push(*told),
                Effect::Begin(call) => begins = Some(call),
            }
        }
        match turn.next {
            Next::Wait(state) => self.go_on(state, messages, Stance::Waits),
            Next::Pass(state) => self.go_on(state, messages, Stance::Passing),
            Next::Linger(state) => self.go_on(state, messages, Stance::Lingers),
            Next::Stay(state) => self.go_on(state, messages, Stance::Stays),
            Next::Done => {
                messages.into_iter().for_each(|message| self.say(message));
                self.end(Status::Done)?;
            }
        }
        match (begins, self.held.take()) {
            (Some(call), None) => self.begin(call),
            // What is open in the place is asked about first.
            (Some(call), Some(open)) => {
                self.live = Some(open);
                self.command(call)
            }
            (None, held) => {
                self.held = held;
                Ok(())
            }
        }
    }

    fn go_on(&mut self, state: Value, mut messages: Vec<Message>, stance: Stance) {
        let Some(live) = &mut self.live else { return };
        let last = messages.pop();
        let said_first = messages.into_iter().map(|message| Said { message, offer: None });
        self.said.extend(said_first);
        let Some(last) = last else {
            live.state = state;
            return;
        };
        if live.turn() == 0 || live.state != state {
            live.advance(state, stance, last.clone(), self.event.as_ref(), self.now);
        } else if !last.choices.is_empty() {
            live.offer_anew(last.clone(), self.now);
        } else {
            return self.say_in_passing(last);
        }
        self.ask(last);
    }

    /// Ends the open session with this fate, and leaves the place free.
    pub(super) fn end(&mut self, status: Status) -> Result<(), TurnError> {
        let Some(mut live) = self.live.take() else { return Ok(()) };
        live.interlude = None;
        if status == Status::Parked && live.stance() == Stance::Passing {
            live.step_back(self.now);
        }
        if status != Status::Parked {
            live.trail.clear();
        }
        if live.flow.forgets && !matches!(status, Status::Parked | Status::Beside) {
            (live.state, live.asked) = (Value::Null, Message::default());
        }
        live.becomes(status, self.now);
        let id = live.id().clone();
        self.put(live.stored()?);
        self.writes.push(Write::CancelTimers(id.clone()));
        if matches!(status, Status::Parked | Status::Beside) {
            self.writes.push(Write::SetTimer(id, SILENCE.to_owned(), self.now + SILENCE_CLOSES));
        }
        Ok(())
    }

    /// Frees the place for something else.
    pub(super) fn make_way(&mut self) -> Result<(), TurnError> {
        let Some(live) = &self.live else { return Ok(()) };
        let fate = live.displaced();
        self.end(fate)
    }

    /// What the flow says when it is stopped.
    pub(super) fn take_leave(&mut self, flow: &'static Entry, state: Value, id: &SessionId) -> Result<(), TurnError> {
        let library = self.library(flow, Some(&state), id)?;
        let cx = self.cx(id, 0, &library);
        let effects = guarded(|| (flow.stop)(&cx, state))??;
        effects.into_iter().for_each(|effect| self.carry_out(id, effect));
        Ok(())
    }

    /// Carries out what is over at once. There is nothing to ring for, and nothing begins.
    pub(super) fn carry_out(&mut self, id: &SessionId, effect: Effect) {
        match effect {
            Effect::Say(message) => self.say(message),
            Effect::Record(record) => self.record(id, record),
            Effect::Post(post) => self.posts.push(*post),
            Effect::Tell(told) => self.tells.push(*told),
            Effect::Schedule(..) | Effect::Cancel(_) | Effect::Begin(_) => {}
        }
    }

    /// Wants a session written as it is.
    pub(super) fn put(&mut self, row: Stored) {
        match self.sessions.iter_mut().find(|other| other.id == row.id) {
            Some(other) => *other = row,
            None => self.sessions.push(row),
        }
    }

    /// The community that the open session was begun in, or, before there is one, in which the event happened.
    pub(super) fn communal(&self) -> Option<&CommunityId> {
        match &self.live {
            Some(live) => live.community(),
            None => self.community.as_ref(),
        }
    }

    /// The room in which the person spoke, where that was among others.
    fn room(&self) -> Option<Place> {
        let spoken_in = self.moved_from.as_ref().map_or(&self.place, |(place, _)| place);
        (!spoken_in.is_direct()).then(|| spoken_in.room_of())
    }

    pub(super) fn cx<'b>(&'b self, session: &'b SessionId, turn: u32, library: &'b Library) -> Cx<'b> {
        let mut hasher = DefaultHasher::new();
        (session.as_str(), turn).hash(&mut hasher);
        Cx {
            now: self.now,
            said_at: self.said_at,
            begun_at: self.live.as_ref().map_or(self.now, Live::opened_at),
            retake: self.retake,
            locale: self.locale,
            person: &self.person,
            platform: self.place.platform,
            community: self.communal(),
            room: self.room(),
            aside: self.aside,
            // A role in one community is none in another.
            role: self.community.as_ref().filter(|here| self.communal() == Some(here)).map(|_| self.role),
            zone_guess: self.zone_guess,
            session,
            prompts: &self.core.prompts,
            library,
            heard: &self.core.known.heard,
            opened: self.opening.as_ref().and_then(|sent| self.core.known.opened.get(sent)),
            slips: &self.core.known.slips,
            wanted: &self.wanted,
            job_ask: self.core.defaults.job_ask,
            seed: hasher.finish(),
        }
    }
}

/// Runs a flow's own code. A flow is pure: when it panics, nothing it touched is left half-changed.
pub(super) fn guarded<T>(run: impl FnOnce() -> T) -> Result<T, TurnError> {
    catch_unwind(AssertUnwindSafe(run)).map_err(|_| TurnError::Panic)
}

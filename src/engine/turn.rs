//! One turn: what is known is read, the flow decides, and everything that follows is written. The transaction around it is
//! the caller's.

use super::live::{Lingers, Live, Revived};
use super::route::{Route, route};
use super::{Core, Outcome, SILENCE_ASKS, SILENCE_CLOSES, TurnError};
use crate::chat::{Arg, Body, Inbound, Line, Message, Place, PlaceKind};
use crate::clock::Moment;
use crate::commands::{CommandName, Invocation, spoken_in};
use crate::flows::{Cx, Effect, Entry, Event, Library, Next, Read, Record, TimerName, Turn, begun_by};
use crate::ids::{DeliveryKey, EventId, Locale, PersonId, Reference, SessionId};
use crate::prompts::render::Offer;
use crate::store::outbox::NewMessage;
use crate::store::people::Person;
use crate::store::pitches::Attempt;
use crate::store::sessions::{self as store_sessions, Status, Stored};
use crate::store::timers::Due;
use crate::store::{events, outbox, people, pitches, timers};
use serde_json::Value;
use sqlx::SqliteConnection;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::panic::{AssertUnwindSafe, catch_unwind};

/// The engine's own timer of a session. No flow's timer begins with this sign.
pub(super) const SILENCE: &str = "~silence";
/// A flow may begin another one, and that one another; not without end.
const MOST_BEGINNINGS: u32 = 4;

/// Everything one turn works with, and what it wants written.
pub(super) struct Desk<'a> {
    pub(super) core: &'a mut Core,
    pub(super) db: &'a mut SqliteConnection,
    pub(super) now: Moment,
    pub(super) person: Person,
    pub(super) locale: Locale,
    pub(super) place: Place,
    pub(super) live: Option<Live>,
    zone_guess: Option<chrono_tz::Tz>,
    handle: Option<String>,
    event: Option<EventId>,
    said: Vec<Said>,
    /// Sessions to write, each once, in the order in which they were first touched: one that frees a place comes before one
    /// that takes it.
    sessions: Vec<Stored>,
    /// What else to write, after the sessions that it refers to.
    writes: Vec<Write>,
    person_changed: bool,
    begun: u32,
}

struct Said {
    message: Message,
    offer: Option<(SessionId, u32)>,
}

/// Something to write, in the order in which it was decided.
enum Write {
    SetTimer(SessionId, String, Moment),
    CancelTimer(SessionId, String),
    CancelTimers(SessionId),
    Attempt(SessionId, Attempt),
    Keep(SessionId, u32),
}

/// Acts on an event.
pub(super) async fn inbound(
    core: &mut Core,
    db: &mut SqliteConnection,
    inbound: &Inbound,
) -> Result<Outcome, TurnError> {
    let now = core.clock.now();
    let known = people::find(db, inbound.place.platform, &inbound.sender.handle).await?;
    let row = match &known {
        Some(person) => store_sessions::open(db, &person.id, &inbound.place).await?,
        None => None,
    };
    let revived = row.map(Live::revive);
    let live = match &revived {
        Some(Revived::Live(live)) => Some(live.as_ref()),
        _ => None,
    };
    let chosen = known.as_ref().and_then(|person| person.locale);
    // Somebody who types a French command, or greets in French, is answered in French from then on.
    let heard = if chosen.is_none() { inbound.body.text().and_then(language_shown) } else { None };
    let locale = chosen.or(heard).or(inbound.sender.locale).unwrap_or(core.defaults.locale);
    let way = route(&core.prompts, locale, &inbound.place, live, &inbound.body);
    if way == Route::Ignore {
        // Nothing is written about what people say to each other.
        return Ok(Outcome::Done);
    }
    if !events::note(db, inbound.place.platform, &inbound.event, now).await? {
        return Ok(Outcome::Repeated);
    }
    let is_new = known.is_none();
    let person = match known {
        Some(person) => person,
        None => {
            let person = Person::unknown(PersonId::make(&mut core.random));
            people::add(db, &person.id, inbound.place.platform, &inbound.sender.handle, now).await?;
            person
        }
    };
    let zone_guess = inbound.sender.zone.or(core.defaults.zone);
    let mut desk = Desk {
        core,
        db,
        now,
        person,
        locale,
        place: inbound.place.clone(),
        live: None,
        zone_guess,
        handle: Some(inbound.sender.handle.clone()),
        event: Some(inbound.event.clone()),
        said: Vec::new(),
        sessions: Vec::new(),
        writes: Vec::new(),
        person_changed: false,
        begun: 0,
    };
    if let Some(heard) = heard {
        desk.person.locale = Some(heard);
        desk.person_changed = true;
    }
    if !is_new {
        desk.release_parked().await?;
    }
    let way = match revived {
        Some(Revived::Stale(row)) => {
            desk.set_aside(*row);
            // What was meant for the lost flow has been shown; a command still counts.
            if matches!(way, Route::Command(_)) { Some(way) } else { None }
        }
        Some(Revived::Live(live)) => {
            desk.live = Some(*live);
            Some(way)
        }
        None => Some(way),
    };
    if let Some(way) = way {
        desk.act(way, is_new).await?;
    }
    desk.watch_silence();
    desk.commit().await?;
    Ok(Outcome::Done)
}

/// Rings a timer. Its row is deleted in this same transaction.
pub(super) async fn timer(core: &mut Core, db: &mut SqliteConnection, due: &Due) -> Result<Outcome, TurnError> {
    if !timers::cancel(db, &due.session, &due.name).await? {
        return Ok(Outcome::Repeated);
    }
    let Some(row) = store_sessions::by_id(db, &due.session).await? else { return Ok(Outcome::Done) };
    let Some(person) = people::by_id(db, &row.person).await? else { return Ok(Outcome::Done) };
    let handle = people::handle(db, &row.person, row.place.platform).await?;
    let now = core.clock.now();
    let locale = person.locale.unwrap_or(core.defaults.locale);
    let zone_guess = core.defaults.zone;
    let mut desk = Desk {
        core,
        db,
        now,
        person,
        locale,
        place: row.place.clone(),
        live: None,
        zone_guess,
        handle,
        event: None,
        said: Vec::new(),
        sessions: Vec::new(),
        writes: Vec::new(),
        person_changed: false,
        begun: 0,
    };
    let status = row.status;
    match Live::revive(row) {
        Revived::Live(live) if due.name == SILENCE => {
            desk.live = Some(*live);
            desk.after_silence()?;
        }
        Revived::Live(live) if status == Status::Open => {
            desk.live = Some(*live);
            desk.step(Event::Timer(TimerName(due.name.clone()))).await?;
        }
        // An unreadable session is explained when its person writes; until then it only stays silent.
        _ => {}
    }
    desk.commit().await?;
    Ok(Outcome::Done)
}

/// Tells a person that their turn failed, and where to turn.
pub(super) async fn apologise(
    core: &mut Core,
    db: &mut SqliteConnection,
    inbound: &Inbound,
    reference: &Reference,
) -> sqlx::Result<()> {
    let now = core.clock.now();
    events::note(db, inbound.place.platform, &inbound.event, now).await?;
    let person = people::find(db, inbound.place.platform, &inbound.sender.handle).await.unwrap_or_default();
    let locale =
        person.as_ref().and_then(|person| person.locale).or(inbound.sender.locale).unwrap_or(core.defaults.locale);
    let line = Line::with("went-wrong", [("reference", Arg::Name(reference.to_string()))]);
    let out = NewMessage {
        key: DeliveryKey::make(&mut core.random),
        place: inbound.place.clone(),
        only: (!inbound.place.is_direct()).then(|| inbound.sender.handle.clone()),
        person: person.map(|person| person.id),
        content: core.prompts.render(locale, &Message::of([line]), None),
    };
    outbox::add(db, &out, now).await
}

impl Desk<'_> {
    async fn act(&mut self, way: Route, is_new: bool) -> Result<(), TurnError> {
        match way {
            Route::Ignore => Ok(()),
            Route::Control(call) => self.control(&call).await,
            Route::Command(call) => self.command(call).await,
            Route::Choice(choice) => match self.live.as_mut().and_then(|live| live.interlude.take()) {
                Some(interlude) => self.answer_interlude(interlude, choice.as_str()).await,
                None => self.step(Event::Choice(choice)).await,
            },
            Route::Event(event) => {
                if let Some(live) = &mut self.live {
                    live.interlude = None;
                }
                self.step(event).await
            }
            Route::Correction(text) => {
                if let Some(live) = &mut self.live {
                    live.interlude = None;
                    live.step_back(self.now);
                }
                // The event that is corrected stays the one that this turn answers, so that it can be corrected again.
                self.event = None;
                let body = Body::Text(text);
                let way = route(&self.core.prompts, self.locale, &self.place, self.live.as_ref(), &body);
                Box::pin(self.act(way, false)).await
            }
            Route::OldChoice => {
                self.say(Message::say("old-choice"));
                Ok(())
            }
            Route::ChooseOne => {
                self.ask_again("choose-one");
                Ok(())
            }
            Route::Refuse(error) => {
                self.say(error.into_message());
                Ok(())
            }
            Route::Greet if is_new || self.person.locale.is_none() => {
                self.say(Message::say("greeting"));
                self.begin(Invocation::of(CommandName::Start)).await
            }
            Route::Greet => {
                self.say(Message::say("not-understood"));
                Ok(())
            }
        }
    }

    /// Says something that is no question.
    pub(super) fn say(&mut self, message: Message) {
        self.said.push(Said { message, offer: None });
    }

    /// Says the question that stands, with its choices.
    pub(super) fn ask(&mut self, message: Message) {
        let offer = self.live.as_ref().map(|live| (live.id().clone(), live.turn()));
        self.said.push(Said { message, offer });
    }

    /// Says the question that stands once more, after a line that says why.
    pub(super) fn ask_again(&mut self, why: &'static str) {
        let Some(live) = &mut self.live else { return };
        let question = match &live.interlude {
            Some(interlude) => interlude.question(live.flow),
            None => live.asked.clone(),
        };
        live.offer_anew(live.asked.clone(), self.now);
        self.ask(question.after([Line::say(why)]));
    }

    /// Gives an event to the flow that is open.
    pub(super) async fn step(&mut self, event: Event) -> Result<(), TurnError> {
        let Some(live) = &self.live else { return Ok(()) };
        let (flow, state, id, turn) = (live.flow, live.state.clone(), live.id().clone(), live.turn());
        let library = self.library(flow, &id).await?;
        let cx = self.cx(&id, turn, &library);
        // A flow is pure: when it panics, nothing it touched is left half-changed.
        let taken =
            catch_unwind(AssertUnwindSafe(|| (flow.step)(&cx, state, event))).map_err(|_| TurnError::Panic)??;
        Box::pin(self.apply(taken)).await
    }

    /// Begins a command's flow in this place, which must be free.
    pub(super) async fn begin(&mut self, call: Invocation) -> Result<(), TurnError> {
        let Some(flow) = begun_by(call.command) else { return Ok(()) };
        self.begun += 1;
        if self.begun > MOST_BEGINNINGS {
            return Ok(());
        }
        let id = SessionId::make(&mut self.core.random);
        let library = self.library(flow, &id).await?;
        let cx = self.cx(&id, 0, &library);
        let started = catch_unwind(AssertUnwindSafe(|| (flow.start)(&cx, &call))).map_err(|_| TurnError::Panic)?;
        match started {
            Ok(turn) => {
                self.live = Some(Live::new(id, self.person.id.clone(), self.place.clone(), flow, self.now));
                Box::pin(self.apply(turn)).await
            }
            Err(error) => {
                self.say(error.into_message());
                Ok(())
            }
        }
    }

    /// Carries out what the open flow decided.
    async fn apply(&mut self, turn: Turn<Value>) -> Result<(), TurnError> {
        let Some(id) = self.live.as_ref().map(|live| live.id().clone()) else { return Ok(()) };
        let mut messages = Vec::new();
        let mut begins = None;
        for effect in turn.effects {
            match effect {
                Effect::Say(message) => messages.push(message),
                Effect::Schedule(name, at) => self.writes.push(Write::SetTimer(id.clone(), name.0, at)),
                Effect::Cancel(name) => self.writes.push(Write::CancelTimer(id.clone(), name.0)),
                Effect::Record(record) => self.record(&id, record),
                Effect::Begin(call) => begins = Some(call),
            }
        }
        match turn.next {
            Next::Wait(state) => self.go_on(state, messages, Lingers::No),
            Next::Linger(state) => self.go_on(state, messages, Lingers::Yes),
            Next::Done => {
                messages.into_iter().for_each(|message| self.say(message));
                self.end(Status::Done)?;
            }
        }
        match begins {
            Some(call) => self.begin(call).await,
            None => Ok(()),
        }
    }

    fn go_on(&mut self, state: Value, mut messages: Vec<Message>, lingers: Lingers) {
        let Some(live) = &mut self.live else { return };
        live.linger(lingers);
        let last = messages.pop();
        messages.into_iter().for_each(|message| self.said.push(Said { message, offer: None }));
        let Some(last) = last else {
            live.state = state;
            return;
        };
        if live.turn() == 0 || live.state != state {
            live.advance(state, last.clone(), self.event.as_ref(), self.now);
        } else if !last.choices.is_empty() {
            live.offer_anew(last.clone(), self.now);
        }
        // Otherwise it was said in passing: the question before it still stands, with its choices.
        self.ask(last);
    }

    /// Ends the open session with this fate, and leaves the place free.
    pub(super) fn end(&mut self, status: Status) -> Result<(), TurnError> {
        let Some(mut live) = self.live.take() else { return Ok(()) };
        live.interlude = None;
        live.trail.clear();
        live.becomes(status, self.now);
        let id = live.id().clone();
        self.put(live.stored()?);
        self.writes.push(Write::CancelTimers(id.clone()));
        if status == Status::Parked {
            self.writes.push(Write::SetTimer(id, SILENCE.to_owned(), self.now + SILENCE_CLOSES));
        }
        Ok(())
    }

    /// What the flow says when it is stopped.
    pub(super) async fn take_leave(
        &mut self,
        flow: &'static Entry,
        state: Value,
        id: &SessionId,
    ) -> Result<(), TurnError> {
        let library = self.library(flow, id).await?;
        let cx = self.cx(id, 0, &library);
        let effects = catch_unwind(AssertUnwindSafe(|| (flow.stop)(&cx, state))).map_err(|_| TurnError::Panic)??;
        for effect in effects {
            match effect {
                Effect::Say(message) => self.say(message),
                Effect::Record(record) => self.record(id, record),
                // It is over: there is nothing to ring for, and nothing begins unasked.
                Effect::Schedule(..) | Effect::Cancel(_) | Effect::Begin(_) => {}
            }
        }
        Ok(())
    }

    /// Wants a session written as it is.
    fn put(&mut self, row: Stored) {
        match self.sessions.iter_mut().find(|other| other.id == row.id) {
            Some(other) => *other = row,
            None => self.sessions.push(row),
        }
    }

    /// The flow's saved state no longer loads: it is kept as it is, and the person gets back what they had typed.
    pub(super) fn set_aside(&mut self, row: Stored) {
        let title = crate::flows::named(&row.flow).map_or("flow-unknown", |flow| flow.title);
        let typed = serde_json::from_str(&row.state).map(|state| typed_texts(&state)).unwrap_or_default();
        let key = if typed.is_empty() { "set-aside-empty" } else { "set-aside" };
        let lines = [Line::with(key, [("flow", Arg::Text(title.into()))])];
        self.say(Message::of(lines.into_iter().chain(typed.into_iter().map(Line::Quote))));
        let id = row.id.clone();
        self.put(Stored { status: Status::Aside, touched_at: self.now, ..row });
        self.writes.push(Write::CancelTimers(id));
    }

    fn record(&mut self, session: &SessionId, record: Record) {
        match record {
            Record::Locale(locale) => {
                self.person.locale = Some(locale);
                self.locale = locale;
                self.person_changed = true;
            }
            Record::Zone(zone) => {
                self.person.zone = Some(zone);
                self.person_changed = true;
            }
            Record::Field(field) => {
                self.person.field = Some(field);
                self.person_changed = true;
            }
            Record::Purpose(purpose) => {
                self.person.purpose = Some(purpose);
                self.person_changed = true;
            }
            Record::PitchAttempt(attempt) => self.writes.push(Write::Attempt(session.clone(), attempt)),
            Record::PitchKept(number) => self.writes.push(Write::Keep(session.clone(), number)),
        }
    }

    async fn library(&mut self, flow: &Entry, session: &SessionId) -> sqlx::Result<Library> {
        let mut library = Library::default();
        for read in flow.reads {
            match read {
                Read::LastPitch => library.last_pitch = pitches::last_before(self.db, &self.person.id, session).await?,
            }
        }
        Ok(library)
    }

    fn cx<'b>(&'b self, session: &'b SessionId, turn: u32, library: &'b Library) -> Cx<'b> {
        let mut hasher = DefaultHasher::new();
        (session.as_str(), turn).hash(&mut hasher);
        Cx {
            now: self.now,
            locale: self.locale,
            person: &self.person,
            zone_guess: self.zone_guess,
            session,
            prompts: &self.core.prompts,
            library,
            seed: hasher.finish(),
        }
    }

    /// After every turn that a person took, the open flow waits anew.
    fn watch_silence(&mut self) {
        let Some(live) = &self.live else { return };
        let after = if live.lingers() || live.was_reminded() { SILENCE_CLOSES } else { SILENCE_ASKS };
        self.set_silence(self.now + after);
    }

    /// Wants this timer of the open session set.
    pub(super) fn set_silence(&mut self, at: Moment) {
        let Some(live) = &self.live else { return };
        self.writes.push(Write::SetTimer(live.id().clone(), SILENCE.to_owned(), at));
    }

    /// What was set aside because it could not be delivered leaves now: the person is here.
    async fn release_parked(&mut self) -> sqlx::Result<()> {
        let late = self.core.prompts.blocks(self.locale, &Line::say("late-delivery"));
        for out in outbox::parked(self.db, &self.person.id, &self.place).await? {
            let mut content = out.content;
            if !content.blocks.starts_with(&late) {
                content.blocks.splice(0..0, late.iter().cloned());
            }
            outbox::release(self.db, out.id, &content, self.now).await?;
        }
        Ok(())
    }

    /// Writes everything this turn decided.
    async fn commit(mut self) -> Result<(), TurnError> {
        if let Some(live) = &self.live {
            self.put(live.stored()?);
        }
        let Self { core, db, now, person, locale, place, said, sessions, writes, handle, person_changed, .. } = self;
        if person_changed {
            people::save(db, &person).await?;
        }
        for row in &sessions {
            store_sessions::put(db, row).await?;
        }
        for write in &writes {
            match write {
                Write::SetTimer(session, name, at) => timers::set(db, session, name, *at).await?,
                Write::CancelTimer(session, name) => {
                    timers::cancel(db, session, name).await?;
                }
                Write::CancelTimers(session) => timers::cancel_all(db, session).await?,
                Write::Attempt(session, attempt) => pitches::put(db, &person.id, session, attempt).await?,
                Write::Keep(session, number) => pitches::keep(db, &person.id, session, *number, now).await?,
            }
        }
        let only = match &place.kind {
            PlaceKind::Direct(_) => None,
            PlaceKind::Room(_) | PlaceKind::Thread(..) => handle,
        };
        for Said { message, offer } in said {
            let offer = offer.as_ref().map(|(session, turn)| Offer { session, turn: *turn });
            let out = NewMessage {
                key: DeliveryKey::make(&mut core.random),
                place: place.clone(),
                only: only.clone(),
                person: Some(person.id.clone()),
                content: core.prompts.render(locale, &message, offer),
            };
            outbox::add(db, &out, now).await?;
        }
        Ok(())
    }
}

/// The language that a first message shows its writer to speak.
fn language_shown(text: &str) -> Option<Locale> {
    let greets_in_french =
        matches!(crate::words::fold(text).split(' ').next(), Some("bonjour" | "bonsoir" | "salut" | "allo" | "coucou"));
    spoken_in(text).or(greets_in_french.then_some(Locale::Fr))
}

/// The texts in a saved state that a person must have typed: more than two words long.
fn typed_texts(state: &Value) -> Vec<String> {
    match state {
        Value::String(text) if crate::words::count(text) > 2 => vec![text.clone()],
        Value::Array(items) => items.iter().flat_map(typed_texts).collect(),
        Value::Object(fields) => fields.values().flat_map(typed_texts).collect(),
        _ => Vec::new(),
    }
}

//! One turn: what is known is read, the flow decides, and everything that follows is written. The transaction around it is
//! the caller's.

use super::desk::Desk;
use super::live::{Live, Revived};
use super::route::{Route, named_choice, route};
use super::say::Sayings;
use super::{Core, Outcome, TurnError, nights};
use crate::chat::{Answered, Arg, Body, Inbound, Line, Message};
use crate::coach::language;
use crate::commands::{CommandName, Invocation, spoken_in};
use crate::flows::{Event, Retake, TimerName};
use crate::ids::{DeliveryKey, Locale, PersonId, PlatformName, Reference};
use crate::store::outbox::NewMessage;
use crate::store::people::Person;
use crate::store::sessions::{self as store_sessions, Status};
use crate::store::timers::{Due, SILENCE};
use crate::store::{events, outbox, people, timers};
use crate::words;
use rusqlite::Connection;
use std::time::Duration;

/// The most characters of a community's name that are said.
const LONGEST_NAME: usize = 60;

/// Acts on an event.
pub(super) fn inbound(core: &mut Core, db: &Connection, inbound: &Inbound) -> Result<Outcome, TurnError> {
    let now = core.clock.now();
    let known = people::find(db, inbound.place.platform, &inbound.sender.handle)?;
    if inbound.body == Body::Left && !inbound.place.is_direct() {
        return nights::departed(core, db, inbound, known);
    }
    let row = match &known {
        Some(person) => store_sessions::latest(db, &person.id, &inbound.place, Status::Open)?,
        None => None,
    };
    let revived = row.map(Live::revive);
    let live = match &revived {
        Some(Revived::Live(live)) => Some(live.as_ref()),
        _ => None,
    };
    let mut beside = beside(db, inbound, known.as_ref(), live)?;
    let chosen = known.as_ref().and_then(|person| person.locale);
    let pressed = nights::pressed(db, inbound)?;
    // Somebody who begins with a French command, or greets in French, is answered in French from then on.
    let begins = chosen.is_none() && live.is_none();
    let heard = if begins { inbound.body.text().and_then(language_shown) } else { None };
    // Of whom nothing else is known, they read what they press.
    let shown = inbound.sender.locale.or(pressed.as_ref().map(|(_, locale)| *locale));
    let locale = reads(core, known.as_ref(), heard.or(shown));
    let mut way = route(&core.prompts, locale, &inbound.place, beside.as_ref().or(live), &inbound.body);
    // What is said to nobody in particular may answer the nudge that was told last.
    if let (Route::Greet, Some(person), Body::Text(text)) = (&way, &known, &inbound.body)
        && let Some(row) = store_sessions::latest(db, &person.id, &inbound.place, Status::Beside)?
        && let Revived::Live(told) = Live::revive(row)
        && let Some(choice) = named_choice(&core.prompts, &told, text)
    {
        way = Route::Choice(choice);
        beside = Some(*told);
    }
    if let Some((call, _)) = pressed {
        way = Route::Command(call);
    }
    if way == Route::Ignore {
        // Nothing is written about what people say to each other.
        return Ok(Outcome::Done);
    }
    if !events::note(db, inbound.place.platform, &inbound.event, now)? {
        return Ok(Outcome::Repeated);
    }
    let is_known = known.is_some();
    let person = match known {
        Some(person) => person,
        None => {
            let mut person = Person::unknown(PersonId::make(&mut core.random), now);
            person.guessed_locale = shown;
            people::add(db, &person, inbound.place.platform, &inbound.sender.handle, now)?;
            person
        }
    };
    let mut desk = Desk::new(core, db, person, locale, inbound.place.clone());
    desk.community.clone_from(&inbound.sender.community);
    desk.role = inbound.sender.role;
    desk.zone_guess = inbound.sender.zone.or(desk.zone_guess);
    desk.handle = Some(inbound.sender.handle.clone());
    desk.event = Some(inbound.event.clone());
    if let Some(heard) = heard {
        desk.person.locale = Some(heard);
        desk.person_changed = true;
    }
    desk.said_at = inbound.at;
    match &inbound.said_in {
        // Who presses something where others see it is answered directly, and what they pressed shows it there.
        Some(_) if matches!(inbound.body, Body::Press(_)) => {}
        // The ticket is for the line in that place.
        Some(place) => desk.moved_from = Some((place.clone(), inbound.ticket.clone())),
        None => desk.ticket.clone_from(&inbound.ticket),
    }
    if let Some(chat) = &inbound.sender.chat {
        people::note_chat(db, inbound.place.platform, &inbound.sender.handle, chat)?;
    }
    if is_known {
        desk.note_seen()?;
        desk.release_parked()?;
    }
    let way = match revived {
        Some(Revived::Stale(row)) => {
            // A command and a sign of distress still count; anything else was meant for the lost flow, and is given back with
            // the rest.
            let counts = matches!(way, Route::Command(_) | Route::Control(_) | Route::Distress);
            desk.set_aside(*row, inbound.body.text().filter(|_| !counts));
            if matches!(way, Route::Command(_) | Route::Distress) { Some(way) } else { None }
        }
        Some(Revived::Live(live)) => {
            desk.live = Some(*live);
            Some(way)
        }
        None => Some(way),
    };
    match (way, beside) {
        (Some(way @ (Route::Choice(_) | Route::Form(_))), Some(beside)) => {
            desk.beside(beside, |desk| desk.act(way, false))?;
        }
        (Some(way), _) => {
            let unsettled = chosen.is_none() && desk.person.zone.is_none();
            desk.act(way, unsettled)?;
        }
        (None, _) => {}
    }
    if matches!(inbound.body, Body::Edit(..)) && desk.said.is_empty() {
        // Nobody waits for an answer to a correction that corrects nothing.
        desk.ticket = None;
    }
    desk.watch_silence();
    desk.commit()?;
    Ok(Outcome::Done)
}

/// The session that a press or a form is for, where it is not the one that is open here: its choices may still be good.
fn beside(
    db: &Connection,
    inbound: &Inbound,
    person: Option<&Person>,
    open: Option<&Live>,
) -> rusqlite::Result<Option<Live>> {
    let Some(person) = person else { return Ok(None) };
    let session = match &inbound.body {
        Body::Press(press) => &press.session,
        Body::Form(filled) => &filled.session,
        _ => return Ok(None),
    };
    if open.is_some_and(|open| open.id() == session) {
        return Ok(None);
    }
    let row = store_sessions::answerable(db, &person.id, session)?;
    Ok(match row.map(Live::revive) {
        Some(Revived::Live(live)) => Some(*live),
        _ => None,
    })
}

/// Rings a timer. Its row is deleted in this same transaction.
pub(super) fn timer(core: &mut Core, db: &Connection, due: &Due) -> Result<Outcome, TurnError> {
    if !timers::cancel(db, &due.session, &due.name)? {
        return Ok(Outcome::Repeated);
    }
    let Some(row) = store_sessions::by_id(db, &due.session)? else { return Ok(Outcome::Done) };
    let Some(person) = people::by_id(db, &row.person)? else { return Ok(Outcome::Done) };
    let handle = people::handle(db, &row.person, row.place.platform)?;
    let locale = reads(core, Some(&person), None);
    let mut desk = Desk::new(core, db, person, locale, row.place.clone());
    desk.handle = handle;
    desk.ticket = row.ticket.clone().filter(|_| !row.place.is_direct());
    let status = row.status;
    match Live::revive(row) {
        Revived::Live(live) if due.name == SILENCE => {
            desk.live = Some(*live);
            desk.after_silence()?;
        }
        Revived::Live(live) if status == Status::Open => {
            desk.live = Some(*live);
            // The flow's own question takes the place of ours.
            desk.drop_interlude();
            desk.step(Event::Timer(TimerName(due.name.clone())))?;
        }
        // An unreadable session is explained when its person writes; until then it only stays silent.
        _ => {}
    }
    desk.commit()?;
    Ok(Outcome::Done)
}

/// Tells a person that their turn failed, and where to turn.
pub(super) fn apologise(
    core: &mut Core,
    db: &Connection,
    inbound: &Inbound,
    reference: &Reference,
) -> rusqlite::Result<()> {
    let now = core.clock.now();
    events::note(db, inbound.place.platform, &inbound.event, now)?;
    let person = people::find(db, inbound.place.platform, &inbound.sender.handle).unwrap_or_default();
    let locale = reads(core, person.as_ref(), inbound.sender.locale);
    let line = Line::with("went-wrong", [("reference", Arg::Name(reference.to_string()))]);
    let out = NewMessage {
        key: DeliveryKey::make(&mut core.random),
        place: inbound.place.clone(),
        only: (!inbound.place.is_direct()).then(|| inbound.sender.handle.clone()),
        person: person.map(|person| person.id),
        content: core.prompts.render(locale, &Message::of([line]), None),
        ticket: inbound.ticket.clone(),
        card: None,
    };
    outbox::add(db, &out, now)
}

/// The language that somebody reads: the one they chose, or what this event shows, or what their platform once said.
pub(super) fn reads(core: &Core, person: Option<&Person>, shown: Option<Locale>) -> Locale {
    let chosen = person.and_then(|person| person.locale);
    let guessed = person.and_then(|person| person.guessed_locale);
    chosen.or(shown).or(guessed).unwrap_or(core.defaults.locale)
}

impl Desk<'_> {
    pub(super) fn act(&mut self, way: Route, unsettled: bool) -> Result<(), TurnError> {
        match way {
            Route::Distress => self.stand_by(),
            Route::Ignore => Ok(()),
            Route::Control(call) => self.control(&call),
            Route::Command(call) => self.command(call),
            Route::Choice(choice) => {
                self.answering(|desk| match desk.live.as_mut().and_then(|live| live.interlude.take()) {
                    Some(interlude) => desk.answer_interlude(interlude, choice.as_str()),
                    None => desk.step(Event::Choice(choice)),
                })
            }
            Route::Event(event) => self.answer(event),
            Route::Form(answers) => self.answering(|desk| desk.answer_form(answers)),
            Route::OldForm(answers) => {
                self.give_back("old-form", answers);
                Ok(())
            }
            Route::Correction(text) => self.correct(text),
            Route::Withdrawal => {
                self.withdraw();
                Ok(())
            }
            Route::Unreadable => {
                if let Some(handle) = &self.handle
                    && people::note_unreadable(self.db, self.place.platform, handle, self.now)?
                {
                    self.say(Message::say("unreadable"));
                }
                Ok(())
            }
            Route::Arrived if unsettled => {
                self.say(Message::say("greeting"));
                self.begin(Invocation::of(CommandName::Start))
            }
            Route::Invited(name) => {
                let key = match self.place.platform {
                    PlatformName::Matrix => "invited-matrix",
                    PlatformName::Discord | PlatformName::Console => "invited-discord",
                };
                let name = ("name", Arg::Words(words::shorten(&name, LONGEST_NAME)));
                self.say(Message::of([Line::with(key, [name])]));
                Ok(())
            }
            // They know each other: nothing is said unasked.
            Route::Arrived => Ok(()),
            Route::NoSuchChoice(number) => {
                self.ask_again(Line::with("no-such-choice", [("typed", number.into())]));
                Ok(())
            }
            Route::OldChoice => {
                self.say(Message::say("old-choice"));
                Ok(())
            }
            Route::ChooseOne => {
                self.ask_again(Line::say("choose-one"));
                Ok(())
            }
            Route::Refuse(error) => {
                self.say(error.into_message());
                Ok(())
            }
            Route::Greet | Route::Hello if unsettled => {
                self.say(Message::say("greeting"));
                self.begin(Invocation::of(CommandName::Start))
            }
            Route::Greet => {
                self.say(Message::say("not-understood"));
                Ok(())
            }
            Route::Hello => {
                self.say(Message::say("greeting-again"));
                Ok(())
            }
        }
    }

    /// Takes an answer to the question that stands, and notes whether it is over by that.
    fn answering(&mut self, act: impl FnOnce(&mut Self) -> Result<(), TurnError>) -> Result<(), TurnError> {
        let before = self.standing();
        act(self)?;
        self.answered = if self.standing() == before { Answered::Stands } else { Answered::Over };
        Ok(())
    }

    /// Gives an answer to the flow, whatever question of the engine's own stood before it.
    pub(super) fn answer(&mut self, event: Event) -> Result<(), TurnError> {
        let interrupted = self.drop_interlude();
        let before = self.live.as_ref().map(Live::turn);
        self.step(event)?;
        // The flow only spoke in passing, and its buttons are from before the interruption: they are offered anew.
        if interrupted && self.live.is_some() && self.live.as_ref().map(Live::turn) == before {
            self.ask_again(Line::say("here-we-were"));
        }
        Ok(())
    }

    fn drop_interlude(&mut self) -> bool {
        self.live.as_mut().is_some_and(|live| live.interlude.take().is_some())
    }

    /// Takes the last answer back and the corrected one instead, if it is one there.
    fn correct(&mut self, text: String) -> Result<(), TurnError> {
        let Some(mut earlier) = self.live.clone() else { return Ok(()) };
        let answered_by = earlier.answered_by().cloned();
        earlier.interlude = None;
        earlier.step_back(self.now);
        let body = Body::Text(text);
        match route(&self.core.prompts, self.locale, &self.place, Some(&earlier), &body) {
            Route::Distress => self.stand_by(),
            way @ (Route::Choice(_) | Route::Event(_)) => {
                self.live = Some(earlier);
                self.retake = Retake::Yes;
                // The event that is corrected stays the one that this turn answers, so that it can be corrected again.
                self.event = answered_by;
                self.act(way, false)
            }
            Route::Refuse(error) => {
                self.say(error.into_message());
                Ok(())
            }
            _ => Ok(()),
        }
    }

    /// Notes, once a day, that the person is still there.
    fn note_seen(&self) -> rusqlite::Result<()> {
        if self.now.since(self.person.seen_at) > Duration::from_secs(24 * 3600) {
            people::note_seen(self.db, &self.person.id, self.now)?;
        }
        Ok(())
    }

    /// Writes everything this turn decided.
    pub(super) fn commit(mut self) -> Result<(), TurnError> {
        if let Some(live) = &mut self.live {
            if let Some(ticket) = &self.ticket {
                live.note_ticket(ticket);
            }
            let row = live.stored()?;
            self.put(row);
        }
        let Self { core, db, now, person, locale, place, sessions, writes, handle, person_changed, .. } = self;
        let (ticket, answered, said, released) = (self.ticket, self.answered, self.said, self.released);
        let (moved_from, posts, tells) = (self.moved_from, self.posts, self.tells);
        let is_awaited = self.event.is_some();
        if person_changed {
            people::save(db, &person)?;
        }
        for row in &sessions {
            store_sessions::put(db, row)?;
        }
        let event = self.event.as_ref();
        for write in &writes {
            write.carry_out(db, &person, event, now)?;
        }
        let person = &person.id;
        for post in &posts {
            nights::post(core, db, Some(person), post, now)?;
        }
        for told in &tells {
            nights::tell(core, db, told, now)?;
        }
        let out = Sayings { person, locale, place, handle, ticket, is_awaited, answered, said, released, moved_from };
        out.put(core, db, now)
    }
}

/// The language that a first message shows its writer to speak.
fn language_shown(text: &str) -> Option<Locale> {
    let greeted = text.split_whitespace().next().and_then(language::greeting);
    spoken_in(text).or(greeted.filter(|locale| *locale == Locale::Fr))
}

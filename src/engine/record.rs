//! What a flow wants written down, until the turn is committed.

use super::desk::Desk;
use super::{nights, nudges};
use crate::clock::Moment;
use crate::coach::draft::Draft;
use crate::coach::ladder::Target;
use crate::coach::weak::WeakPoint;
use crate::contact::{Contact, Note};
use crate::flows::{Record, Wanted};
use crate::ids::{CommunityId, EventId, NightId, PersonId, PlatformName, SessionId};
use crate::night::board::Offer;
use crate::night::evening::Cell;
use crate::night::feedback::Given;
use crate::night::{Night, Seat};
use crate::nudge::Nudge;
use crate::store::interviews::{Exchange, Interview};
use crate::store::people::Person;
use crate::store::pitches::Attempt;
use crate::store::plans::Plan;
use crate::store::practice::Practised;
use crate::store::questions::{Communal, Own};
use crate::store::{
    board, contacts, drafts, evenings, feedback, interviews, nights as store_nights, nudges as store_nudges, pitches,
    plans, practice, questions, targets, timers,
};
use rusqlite::Connection;

/// Something to write, in the order in which it was decided.
pub(super) enum Write {
    SetTimer(SessionId, String, Moment),
    CancelTimer(SessionId, String),
    CancelTimers(SessionId),
    Attempt(SessionId, Attempt),
    /// What came from this event is forgotten.
    Withdraw(EventId),
    Keep(SessionId, u32),
    Interview(SessionId, Box<Interview>),
    Exchange(SessionId, Box<Exchange>),
    Plan(u32, Box<Plan>),
    Needs(Vec<String>),
    Answer(SessionId, Box<Practised>),
    WeakPoints(Vec<WeakPoint>),
    OwnQuestion(Own),
    OwnQuestionRemoved(u32),
    CommunityQuestion(CommunityId, Communal),
    CommunityQuestionRemoved(CommunityId, i64),
    Contacts(Vec<Contact>),
    Notes(Vec<Note>),
    Targets(Vec<Target>),
    Draft(Box<Draft>),
    ContactRemoved(u32),
    Night(Box<Night>),
    Seat(NightId, Box<Seat>),
    SeatLeft(NightId, Option<PersonId>),
    Evening(Box<Night>),
    Cells(NightId, u32, Vec<Cell>),
    Avoid(PlatformName, String, Wanted),
    Feedback(Box<Given>),
    FeedbackRead(NightId, u32),
    Reflection(NightId, u32, Vec<String>),
    RoundLeft(NightId, u32, PersonId),
    TakenOut(NightId, PersonId),
    GuestOffer(CommunityId, Option<Offer>),
    GuestCall(NightId, PersonId),
    Nudge(Box<Nudge>),
    /// The person's rules for nudges changed: when each is told is reckoned anew.
    Retime,
}

impl Write {
    /// Writes it, for a person. What comes from an event goes with it.
    pub(super) fn carry_out(
        &self,
        db: &Connection,
        person: &Person,
        event: Option<&EventId>,
        now: Moment,
    ) -> rusqlite::Result<()> {
        match self {
            Write::SetTimer(session, name, at) => timers::set(db, session, name, *at)?,
            Write::CancelTimer(session, name) => {
                timers::cancel(db, session, name)?;
            }
            Write::CancelTimers(session) => timers::cancel_all(db, session)?,
            Write::Attempt(session, attempt) => {
                pitches::put(db, &person.id, session, attempt, event)?;
            }
            Write::Withdraw(event) => {
                pitches::withdraw(db, &person.id, event)?;
                interviews::withdraw(db, &person.id, event)?;
                practice::withdraw(db, &person.id, event)?;
            }
            Write::Interview(session, interview) => interviews::put(db, &person.id, session, interview)?,
            Write::Exchange(session, exchange) => {
                interviews::put_exchange(db, &person.id, session, exchange, event)?;
            }
            Write::Plan(number, plan) => plans::put(db, &person.id, *number, plan, now)?,
            Write::Needs(needs) => plans::put_needs(db, &person.id, needs, now)?,
            Write::Answer(session, answer) => {
                practice::put_answer(db, &person.id, session, answer, event)?;
            }
            Write::WeakPoints(points) => practice::put_weak_points(db, &person.id, points)?,
            Write::OwnQuestion(own) => questions::add_own(db, &person.id, own, now)?,
            Write::OwnQuestionRemoved(number) => questions::remove_own(db, &person.id, *number)?,
            Write::CommunityQuestion(community, added) => {
                questions::add_communal(db, community, &person.id, added, now)?;
            }
            Write::CommunityQuestionRemoved(community, id) => {
                questions::remove_communal(db, community, *id, now)?;
            }
            Write::Contacts(list) => contacts::put(db, &person.id, list, now)?,
            Write::Notes(notes) => contacts::add_notes(db, &person.id, notes)?,
            Write::Targets(list) => targets::put(db, &person.id, list, now)?,
            Write::Draft(draft) => drafts::put(db, &person.id, draft, now)?,
            Write::ContactRemoved(number) => contacts::remove(db, &person.id, *number)?,
            Write::Night(night) => {
                nights::note(db, night, now)?;
            }
            Write::Seat(night, seat) => {
                store_nights::put_seat(db, night, seat, now)?;
                nights::remind(db, night, &seat.person, now)?;
            }
            Write::SeatLeft(night, next) => {
                store_nights::remove_seat(db, night, &person.id)?;
                for person in [Some(&person.id), next.as_ref()].into_iter().flatten() {
                    nights::remind(db, night, person, now)?;
                }
            }
            Write::Evening(night) => store_nights::put(db, night, now)?,
            Write::Cells(night, round, cells) => evenings::note_cells(db, night, *round, cells)?,
            Write::Avoid(platform, handle, Wanted::Yes) => evenings::avoid(db, &person.id, *platform, handle, now)?,
            Write::Avoid(platform, handle, Wanted::No) => {
                evenings::no_longer_avoid(db, &person.id, *platform, handle)?;
            }
            Write::Feedback(given) => feedback::give(db, &person.id, given, now)?,
            Write::FeedbackRead(night, round) => feedback::note_read(db, &person.id, night, *round, now)?,
            Write::Reflection(night, round, lines) => feedback::reflect(db, &person.id, night, *round, lines, now)?,
            Write::GuestOffer(community, Some(offer)) => board::put(db, community, &person.id, offer, now)?,
            Write::GuestOffer(community, None) => board::remove(db, community, &person.id)?,
            Write::GuestCall(night, guest) => board::note_call(db, night, guest)?,
            Write::RoundLeft(night, round, gone) => feedback::note_left(db, night, *round, gone)?,
            Write::TakenOut(night, taken) => feedback::withdraw(db, night, taken)?,
            Write::Nudge(nudge) => store_nudges::put(db, &person.id, nudge)?,
            Write::Retime => nudges::retime(db, person, now)?,
            Write::Keep(session, number) => pitches::keep(db, &person.id, session, *number, now)?,
        }
        Ok(())
    }
}

impl Desk<'_> {
    /// Takes a record: of the person at once, so that the rest of the turn goes by it; of anything else when the turn is
    /// committed.
    pub(super) fn record(&mut self, session: &SessionId, record: Record) {
        match record {
            Record::PitchAttempt(attempt) => return self.writes.push(Write::Attempt(session.clone(), attempt)),
            Record::PitchKept(number) => return self.writes.push(Write::Keep(session.clone(), number)),
            Record::Interview(interview) => {
                return self.writes.push(Write::Interview(session.clone(), Box::new(interview)));
            }
            Record::Exchange(exchange) => {
                return self.writes.push(Write::Exchange(session.clone(), Box::new(exchange)));
            }
            Record::Plan(number, plan) => return self.writes.push(Write::Plan(number, Box::new(plan))),
            Record::Needs(needs) => return self.writes.push(Write::Needs(needs)),
            Record::Answer(answer) => return self.writes.push(Write::Answer(session.clone(), Box::new(answer))),
            Record::WeakPoints(points) => return self.writes.push(Write::WeakPoints(points)),
            Record::OwnQuestion(own) => return self.writes.push(Write::OwnQuestion(own)),
            Record::OwnQuestionRemoved(number) => return self.writes.push(Write::OwnQuestionRemoved(number)),
            Record::CommunityQuestion(community, added) => {
                return self.writes.push(Write::CommunityQuestion(community, added));
            }
            Record::CommunityQuestionRemoved(community, id) => {
                return self.writes.push(Write::CommunityQuestionRemoved(community, id));
            }
            Record::Contacts(contacts) => return self.writes.push(Write::Contacts(contacts)),
            Record::Notes(notes) => return self.writes.push(Write::Notes(notes)),
            Record::Draft(draft) => return self.writes.push(Write::Draft(Box::new(draft))),
            Record::Targets(targets) => return self.writes.push(Write::Targets(targets)),
            Record::Night(night) => return self.writes.push(Write::Night(night)),
            Record::Seat(night, seat) => return self.writes.push(Write::Seat(night, Box::new(seat))),
            Record::SeatLeft(night, next) => return self.writes.push(Write::SeatLeft(night, next)),
            Record::Evening(night) => return self.writes.push(Write::Evening(night)),
            Record::Cells(night, round, cells) => return self.writes.push(Write::Cells(night, round, cells)),
            Record::Avoid(platform, handle, wanted) => {
                return self.writes.push(Write::Avoid(platform, handle, wanted));
            }
            Record::Feedback(given) => return self.writes.push(Write::Feedback(given)),
            Record::FeedbackRead(night, round) => return self.writes.push(Write::FeedbackRead(night, round)),
            Record::Reflection(night, round, lines) => {
                return self.writes.push(Write::Reflection(night, round, lines));
            }
            Record::GuestOffer(community, offer) => return self.writes.push(Write::GuestOffer(community, offer)),
            Record::GuestCall(night, guest) => return self.writes.push(Write::GuestCall(night, guest)),
            Record::RoundLeft(night, round, person) => {
                return self.writes.push(Write::RoundLeft(night, round, person));
            }
            Record::TakenOut(night, person) => return self.writes.push(Write::TakenOut(night, person)),
            Record::ContactRemoved(number) => return self.writes.push(Write::ContactRemoved(number)),
            Record::Nudge(nudge) => return self.writes.push(Write::Nudge(Box::new(nudge))),
            Record::NudgePause(until) => {
                self.person.nudge_pause = Some(until);
                self.writes.push(Write::Retime);
            }
            Record::NudgeKind(kind, Wanted::Yes) => {
                self.person.nudge_stops.remove(&kind);
            }
            Record::NudgeKind(kind, Wanted::No) => {
                self.person.nudge_stops.insert(kind);
            }
            Record::Locale(locale) => {
                self.person.locale = Some(locale);
                self.locale = locale;
            }
            Record::Zone(zone) => {
                self.person.zone = Some(zone);
                self.writes.push(Write::Retime);
            }
            Record::Quiet(quiet) => {
                self.person.quiet = Some(quiet);
                self.writes.push(Write::Retime);
            }
            Record::Digest(digest) => {
                self.person.digest = Some(digest);
                self.writes.push(Write::Retime);
            }
            Record::Field(field) => self.person.field = Some(field),
            Record::Purpose(purpose) => self.person.purpose = Some(purpose),
        }
        self.person_changed = true;
    }
}

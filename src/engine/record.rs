//! What a flow wants written down, until the turn is committed.

use super::desk::Desk;
use crate::clock::Moment;
use crate::coach::weak::WeakPoint;
use crate::flows::{Record, Wanted};
use crate::ids::{CommunityId, EventId, SessionId};
use crate::nudge::Nudge;
use crate::store::interviews::{Exchange, Interview};
use crate::store::pitches::Attempt;
use crate::store::plans::Plan;
use crate::store::practice::Practised;
use crate::store::questions::{Communal, Own};

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
    Nudge(Box<Nudge>),
    /// The person's rules for nudges changed: when each is told is reckoned anew.
    Retime,
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

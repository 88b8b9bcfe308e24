//! What a flow asked to have read before it takes its turn.

use super::desk::Desk;
use crate::flows::{Entry, Library, Read};
use crate::ids::{PersonId, SessionId};
use crate::night::{Night, Status};
use crate::nudge::Kind;
use crate::store::{
    board, contacts, counters, drafts, evenings, feedback, interviews, nights, nudges, people, pitches, plans,
    practice, questions, targets,
};
use crate::zones::on_clocks;
use chrono_tz::Tz;
use serde_json::Value;
use std::time::Duration;

/// How many kept versions, and how many attempts, a history goes back.
const MOST_KEPT: u32 = 6;
const MOST_ATTEMPTS: u32 = 12;
/// How many plans can be shown again.
const MOST_PLANS: u32 = 20;
/// How many answers are looked back on, so that other questions come.
const MOST_ANSWERED: u32 = 60;

/// How long feedback on a night can be given and looked at, and something be reported of it.
const LOOKS_BACK: Duration = Duration::from_secs(14 * 24 * 3600);

impl Desk<'_> {
    /// Those who host a night, with their accounts there.
    fn hosts_of(&self, night: &Night) -> rusqlite::Result<Vec<(PersonId, String)>> {
        let mut hosts = Vec::new();
        for host in evenings::hosts(self.db, &night.id)? {
            let handle = people::handle(self.db, &host, night.place.platform)?;
            hosts.extend(handle.map(|handle| (host, handle)));
        }
        Ok(hosts)
    }

    /// Reads what a flow needs in a state, or when it begins.
    pub(super) fn library(
        &self,
        flow: &Entry,
        state: Option<&Value>,
        session: &SessionId,
    ) -> rusqlite::Result<Library> {
        self.read((flow.reads)(state), session)
    }

    /// Reads these.
    pub(super) fn read(&self, reads: &[Read], session: &SessionId) -> rusqlite::Result<Library> {
        let mut library = Library::default();
        for read in reads {
            match read {
                Read::PitchCount => library.pitch_count = pitches::count(self.db, &self.person.id, session)?,
                Read::Nudges => {
                    library.nudges = nudges::standing(self.db, &self.person.id, self.now)?;
                    // A question that waits for the morning is none of theirs yet.
                    library.nudges.retain(|nudge| nudge.kind != Kind::Guest);
                    library.next_nudge = nudges::last_number(self.db, &self.person.id)? + 1;
                }
                Read::PitchPast => {
                    library.pitch_past = pitches::past(self.db, &self.person.id, MOST_KEPT, MOST_ATTEMPTS)?;
                }
                Read::Interview => library.interview = interviews::of_session(self.db, &self.person.id, session)?,
                Read::OwnQuestions => library.own_questions = questions::own(self.db, &self.person.id)?,
                Read::CommunityQuestions => {
                    let of = |community| questions::communal(self.db, community);
                    library.community_questions = self.communal().map(of).transpose()?.unwrap_or_default();
                }
                Read::Plans => {
                    library.plans = plans::latest(self.db, &self.person.id, MOST_PLANS)?;
                    library.next_plan = plans::next_number(self.db, &self.person.id)?;
                    library.needs = plans::needs(self.db, &self.person.id)?;
                }
                Read::Contacts => {
                    library.contacts = contacts::all(self.db, &self.person.id)?;
                    library.next_contact = counters::next(self.db, &self.person.id, counters::CONTACTS)?;
                    library.notes = contacts::notes(self.db, &self.person.id)?;
                }
                Read::Targets => {
                    library.targets = targets::all(self.db, &self.person.id)?;
                    library.next_target = counters::next(self.db, &self.person.id, counters::TARGETS)?;
                }
                Read::Drafts => {
                    library.drafts = drafts::latest(self.db, &self.person.id)?;
                    library.next_draft = counters::next(self.db, &self.person.id, counters::DRAFTS)?;
                    library.asks = drafts::asks(self.db, &self.person.id)?;
                }
                Read::Nights => {
                    if let Some(community) = self.communal() {
                        library.nights = nights::ahead(self.db, community, self.now)?;
                        library.next_night = nights::next_number(self.db, community)?;
                    }
                    library.joined_nights = nights::joined(self.db, &self.person.id, self.now)?;
                    library.handle = people::handle(self.db, &self.person.id, self.place.platform)?;
                    library.avoided = evenings::avoided(self.db, &self.person.id, self.place.platform)?;
                    let running = library.nights.iter().chain(&library.joined_nights);
                    for night in running.filter(|night| night.status == Status::Running) {
                        if library.circles.contains_key(&night.id) {
                            continue;
                        }
                        let (locale, job_ask) = (self.core.defaults.locale, self.core.defaults.job_ask);
                        let circle = evenings::circle(self.db, night, locale, job_ask)?;
                        library.circles.insert(night.id.clone(), circle);
                    }
                }
                Read::Rounds => {
                    library.rounds = feedback::rounds(self.db, &self.person.id, self.now - LOOKS_BACK)?;
                }
                Read::Board => {
                    if let Some(community) = self.communal() {
                        library.board = board::all(self.db, community, self.place.platform)?;
                    }
                    library.offers = board::of(self.db, &self.person.id)?;
                }
                Read::Lately => {
                    library.handle = people::handle(self.db, &self.person.id, self.place.platform)?;
                    let since = self.now - LOOKS_BACK;
                    let nights = nights::lately(self.db, &self.person.id, self.communal(), since)?;
                    for night in nights {
                        let hosts = self.hosts_of(&night)?;
                        library.lately.push((night, hosts));
                    }
                }
                Read::WeakPoints => {
                    let today = on_clocks(self.now, self.person.zone.unwrap_or(Tz::UTC)).date();
                    library.weak_points = practice::weak_points(self.db, &self.person.id)?;
                    library.meetings = plans::meetings(self.db, &self.person.id, today)?;
                }
                Read::Answered => library.answered = practice::answered(self.db, &self.person.id, MOST_ANSWERED)?,
                Read::LastInterview => library.interview = interviews::last(self.db, &self.person.id)?,
                Read::LastPitch => library.last_pitch = pitches::last_before(self.db, &self.person.id, session)?,
            }
        }
        Ok(library)
    }
}

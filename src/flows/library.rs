//! What a flow can have read for it.

use crate::coach::draft::Draft;
use crate::coach::ladder::Target;
use crate::coach::weak::WeakPoint;
use crate::contact::{Contact, Note};
use crate::ids::{CommunityId, NightId, PersonId};
use crate::night::Night;
use crate::night::board::{Guest, Offer};
use crate::night::evening::Circle;
use crate::night::feedback::Round;
use crate::nudge::Nudge;
use crate::store::interviews::{Exchange, Interview};
use crate::store::pitches::{Attempt, Past};
use crate::store::plans::Kept;
use crate::store::questions::{Communal, Own};
use chrono::NaiveDate;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// Something that is read from the store before a flow takes its turn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Read {
    /// The person's last attempt at a pitch, from an earlier session.
    LastPitch,
    /// How many attempts at a pitch this session has.
    PitchCount,
    /// The versions of the pitch that the person kept, and their attempts.
    PitchPast,
    /// The person's nudges that are planned, or told not long ago.
    Nudges,
    /// The mock interview of this session.
    Interview,
    /// The person's last mock interview.
    LastInterview,
    /// What went badly in practice, and the days of planned meetings.
    WeakPoints,
    /// Which questions of the other chair were answered last.
    Answered,
    /// The questions on the person's list.
    OwnQuestions,
    /// The questions of the community that this was begun in.
    CommunityQuestions,
    /// The person's plans for meetings, and the working conditions they must know about.
    Plans,
    /// The person's contacts, and the notes on them.
    Contacts,
    /// The organisations that the person has in view.
    Targets,
    /// The person's drafts, and the requests they made.
    Drafts,
    /// The nights of the community that this was begun in, and those that the person takes part in anywhere.
    Nights,
    /// The rounds that the person sat in lately, at nights anywhere.
    Rounds,
    /// The board of the community that this was begun in, and what the person offers anywhere.
    Board,
    /// The nights that the person may have something to report of, and who hosts them.
    Lately,
}

/// What was read.
#[derive(Clone, Debug, Default)]
pub struct Library {
    /// For [`Read::LastPitch`].
    pub last_pitch: Option<Attempt>,
    /// For [`Read::PitchCount`].
    pub pitch_count: u32,
    /// For [`Read::PitchPast`].
    pub pitch_past: Past,
    /// For [`Read::Nudges`]: the next one first.
    pub nudges: Vec<Nudge>,
    /// For [`Read::Nudges`]: the number of the next one that is planned.
    pub next_nudge: u32,
    /// For [`Read::Interview`] and [`Read::LastInterview`], with what was said in it.
    pub interview: Option<(Interview, Vec<Exchange>)>,
    /// For [`Read::WeakPoints`].
    pub weak_points: Vec<WeakPoint>,
    /// For [`Read::WeakPoints`]: those from today on, the earliest first.
    pub meetings: Vec<NaiveDate>,
    /// For [`Read::Answered`]: their ids, the latest first.
    pub answered: Vec<String>,
    /// For [`Read::OwnQuestions`].
    pub own_questions: Vec<Own>,
    /// For [`Read::Plans`]: the latest first.
    pub plans: Vec<Kept>,
    /// For [`Read::Plans`]: the number of the next one.
    pub next_plan: u32,
    /// For [`Read::Plans`]: the ids of the working conditions.
    pub needs: Vec<String>,
    /// For [`Read::CommunityQuestions`].
    pub community_questions: Vec<Communal>,
    /// For [`Read::Contacts`], in the order in which they were added.
    pub contacts: Vec<Contact>,
    /// For [`Read::Contacts`]: the number of the next one.
    pub next_contact: u32,
    /// For [`Read::Contacts`].
    pub notes: Vec<Note>,
    /// For [`Read::Targets`]: the one they want most first.
    pub targets: Vec<Target>,
    /// For [`Read::Targets`]: the number of the next one.
    pub next_target: u32,
    /// For [`Read::Drafts`]: the latest first.
    pub drafts: Vec<Draft>,
    /// For [`Read::Drafts`]: the number of the next one.
    pub next_draft: u32,
    /// For [`Read::Drafts`]: how many requests were made, and how many of them were answered with a no.
    pub asks: (u32, u32),
    /// For [`Read::Nights`]: those of the community that people can still come to, the next one first.
    pub nights: Vec<Night>,
    /// For [`Read::Nights`]: those that the person takes part in, the next one first.
    pub joined_nights: Vec<Night>,
    /// For [`Read::Nights`]: the number of the next night of the community.
    pub next_night: u32,
    /// For [`Read::Nights`]: the account that the person is known by on this platform.
    pub handle: Option<String>,
    /// For [`Read::Nights`]: what is known of the people of those that are under way.
    pub circles: BTreeMap<NightId, Circle>,
    /// For [`Read::Nights`]: the accounts that the person would rather not sit with.
    pub avoided: Vec<String>,
    /// For [`Read::Rounds`]: the latest first.
    pub rounds: Vec<Round>,
    /// For [`Read::Board`]: those who came first before the others.
    pub board: Vec<Guest>,
    /// For [`Read::Board`].
    pub offers: Vec<(CommunityId, Offer)>,
    /// For [`Read::Lately`], each with its hosts and their accounts there: those that run first, then the latest.
    pub lately: Vec<(Night, Vec<(PersonId, String)>)>,
}

impl Library {
    /// What is known of the people of a night: of one that is not under way, nothing.
    pub fn circle(&self, night: &NightId) -> &Circle {
        static NOTHING: LazyLock<Circle> = LazyLock::new(Circle::default);
        self.circles.get(night).unwrap_or(&NOTHING)
    }
}

//! What there is to say of a mock interview afterwards: first what worked, in the learner's own words, then what to sharpen.
//!
//! Sources: open questions and examples (S4); only what was agreed, no private matters, no pay (S0); no ask for a job (S4, S2); the agreed
//! time (S1 to S4); names, permission and staying in touch at the end (S0, S2, S4); thanks (S1, S3).

use super::guest::{Mark, Notes, Slip};
use crate::prompts::guests::Guest;
use crate::store::interviews::{Exchange, Interview};
use crate::words;
use std::collections::BTreeSet;

/// The most that is said to have worked, and to sharpen, at a time.
const MOST: usize = 3;
/// The most characters of a quotation.
const QUOTED: usize = 140;
/// From which part of the agreed time on a conversation had room for everything, in hundredths.
const LONG_ENOUGH: u32 = 60;
/// An introduction of more words than these does not fit thirty seconds (S4).
const LONG_INTRODUCTION: u32 = 72;

/// Something that worked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Worked {
    /// An example was asked for after a vague answer.
    FollowedUpVague,
    /// An example was asked for.
    FollowedUp,
    /// An open question.
    Open,
    /// A position was mentioned, and they went on asking about the work.
    NotTempted,
    /// They told about themselves when they were asked.
    Introduced,
    /// They watched the time.
    NotedTime,
    /// They asked before taking notes.
    AskedForNotes,
    /// They offered something in return.
    OfferedHelp,
    /// They greeted and began.
    Began,
}

/// Something to sharpen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sharpen {
    /// See [`Slip`].
    Slip(Slip),
    /// A position was mentioned, and they asked for it.
    TemptedToAsk,
    /// The time was over, and they did not say so.
    Overrun,
    /// An answer stayed vague.
    StayedVague,
    /// They told about themselves for long.
    LongIntroduction,
    /// No thanks at the end.
    NoThanks,
    /// They asked nobody's name.
    NoReferral,
    /// They did not ask whether they may come back.
    NoTouch,
    /// Nothing was asked about one of their goals.
    Goal,
}

/// A question that every conversation should end with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Closing {
    /// Thanks.
    Thanks,
    /// Who else to talk to.
    Referral,
    /// May I use your name?
    UseName,
    /// May I stay in touch?
    KeepInTouch,
    /// Where to send a thank-you note.
    ContactDetails,
}

impl Closing {
    /// All of them, in the order in which they come.
    pub const ALL: [Self; 5] = [Self::Thanks, Self::Referral, Self::UseName, Self::KeepInTouch, Self::ContactDetails];

    fn is_in(self, notes: &Notes) -> bool {
        let asked = |id: &str| notes.topics.iter().any(|topic| topic == id);
        match self {
            Self::Thanks => notes.marks.contains(&Mark::Thanked),
            Self::Referral => asked("referral"),
            Self::UseName => asked("use_name"),
            Self::KeepInTouch => asked("keep_in_touch"),
            Self::ContactDetails => asked("contact_details"),
        }
    }
}

/// Something to say, with the learner's words that it is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quoted<T> {
    /// What.
    pub what: T,
    /// Their words; of a goal, the goal. Empty where there are none.
    pub quote: String,
    /// The topic that the words were about.
    pub topic: Option<String>,
}

/// A report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// At most three.
    pub worked: Vec<Quoted<Worked>>,
    /// At most three, the gravest first.
    pub sharpen: Vec<Quoted<Sharpen>>,
    /// Everything that could be sharper, not only what is said.
    pub all: Vec<Sharpen>,
    /// Whether there was time for everything that a conversation has, its end included.
    pub was_long: bool,
    /// How many questions about the work were open.
    pub open: usize,
    /// How many were not.
    pub closed: usize,
    /// Which closing asks were made.
    pub closing: BTreeSet<Closing>,
    /// The learner's goals, and whether something was asked about each. `None`: nobody could tell what it is about.
    pub goals: Vec<(String, Option<bool>)>,
    /// The topics that were spoken of, by their ids, in the order in which they came.
    pub topics: Vec<String>,
}

/// Reports on an interview.
pub fn report(guest: &Guest, interview: &Interview, exchanges: &[Exchange]) -> Report {
    let half = exchanges.len() / 2;
    let closing = Closing::ALL.into_iter().filter(|closing| {
        // Thanks at the beginning are no goodbye.
        let late = if *closing == Closing::Thanks { &exchanges[half..] } else { exchanges };
        late.iter().any(|exchange| closing.is_in(&exchange.notes))
    });
    let closing: BTreeSet<Closing> = closing.collect();
    let mut topics: Vec<String> = Vec::new();
    for topic in exchanges.iter().flat_map(|exchange| &exchange.notes.topics) {
        if !topics.contains(topic) {
            topics.push(topic.clone());
        }
    }
    let is_covered = |ids: &[String]| (!ids.is_empty()).then(|| ids.iter().any(|id| topics.contains(id)));
    let goals = interview.plan.goals.iter().map(|goal| (goal.words.clone(), is_covered(&goal.topics))).collect();
    let count = |open: bool| exchanges.iter().filter(|exchange| exchange.notes.open == Some(open)).count();
    let mut report = Report {
        worked: worked(exchanges),
        sharpen: Vec::new(),
        all: Vec::new(),
        was_long: interview.used * 100 >= interview.plan.minutes * 60 * LONG_ENOUGH,
        open: count(true),
        closed: count(false),
        closing,
        goals,
        topics,
    };
    let found = sharpen(guest, interview, exchanges, &report);
    report.all = found.iter().map(|found| found.what).collect();
    report.sharpen = to_say(found);
    report
}

fn quote_of(exchange: &Exchange) -> String {
    words::shorten(exchange.said.as_deref().unwrap_or_default().trim(), QUOTED)
}

fn quoted<T>(what: T, exchange: &Exchange) -> Quoted<T> {
    Quoted { what, quote: quote_of(exchange), topic: exchange.notes.topics.first().cloned() }
}

/// What worked: the rarest first, each exchange once.
fn worked(exchanges: &[Exchange]) -> Vec<Quoted<Worked>> {
    let with = |mark: fn(&Mark) -> bool| exchanges.iter().find(|exchange| exchange.notes.marks.iter().any(mark));
    // The open question that made the guest say most.
    let open = exchanges.iter().filter(|exchange| exchange.notes.open == Some(true) && exchange.notes.slips.is_empty());
    let open = open.max_by_key(|exchange| exchange.reply.len());
    let introduced = exchanges.iter().find(|exchange| {
        exchange.notes.marks.iter().any(|mark| matches!(mark, Mark::Introduced(1..=LONG_INTRODUCTION)))
    });
    let began = exchanges.first().filter(|first| {
        first.notes.marks.iter().any(|mark| matches!(mark, Mark::Greeted | Mark::Introduced(_) | Mark::Thanked))
    });
    let tempted = exchanges.iter().position(|exchange| exchange.notes.marks.contains(&Mark::Tempted));
    let asks_for_job = exchanges.iter().any(|exchange| exchange.notes.slips.contains(&Slip::JobAsk));
    let not_tempted = tempted.filter(|_| !asks_for_job).and_then(|at| exchanges.get(at + 1));
    let all = [
        (Worked::FollowedUpVague, with(|mark| *mark == Mark::FollowedUpVague)),
        (Worked::NotTempted, not_tempted.filter(|exchange| !exchange.notes.topics.is_empty())),
        (Worked::Open, open),
        (Worked::NotedTime, with(|mark| *mark == Mark::NotedTime)),
        (Worked::FollowedUp, with(|mark| *mark == Mark::FollowedUp)),
        (Worked::Introduced, introduced),
        (Worked::OfferedHelp, with(|mark| *mark == Mark::OfferedHelp)),
        (Worked::AskedForNotes, with(|mark| *mark == Mark::AskedForNotes)),
        (Worked::Began, began),
    ];
    let mut worked: Vec<Quoted<Worked>> = Vec::new();
    for (what, exchange) in all {
        let Some(exchange) = exchange.filter(|exchange| exchange.said.is_some()) else { continue };
        let found = quoted(what, exchange);
        if worked.len() < MOST && worked.iter().all(|known| known.quote != found.quote) {
            worked.push(found);
        }
    }
    worked
}

fn sharpen(guest: &Guest, interview: &Interview, exchanges: &[Exchange], report: &Report) -> Vec<Quoted<Sharpen>> {
    let mut found: Vec<Quoted<Sharpen>> = Vec::new();
    let mut was_tempted = false;
    for exchange in exchanges {
        was_tempted |= exchange.notes.marks.contains(&Mark::Tempted);
        for slip in &exchange.notes.slips {
            let what = match slip {
                Slip::JobAsk if was_tempted => Sharpen::TemptedToAsk,
                slip => Sharpen::Slip(*slip),
            };
            if found.iter().all(|known| known.what != what) {
                found.push(quoted(what, exchange));
            }
        }
    }
    let marked = |wanted: Mark| exchanges.iter().any(|exchange| exchange.notes.marks.contains(&wanted));
    if interview.used > interview.plan.minutes * 60 + 60 && !marked(Mark::NotedTime) {
        found.extend(exchanges.last().map(|last| quoted(Sharpen::Overrun, last)));
    }
    let vague = (1..).zip(exchanges).find(|(after, exchange)| {
        let topic = exchange.notes.topics.first().filter(|topic| guest.vague_on.contains(*topic));
        let goes_on = |later: &Exchange| topic.is_some_and(|topic| later.notes.topics.contains(topic));
        topic.is_some() && exchange.notes.open == Some(true) && !exchanges[*after..].iter().any(goes_on)
    });
    found.extend(vague.map(|(_, exchange)| quoted(Sharpen::StayedVague, exchange)));
    let long = exchanges.iter().find(|exchange| {
        exchange.notes.marks.iter().any(|mark| matches!(mark, Mark::Introduced(words) if *words > LONG_INTRODUCTION))
    });
    found.extend(long.map(|exchange| quoted(Sharpen::LongIntroduction, exchange)));
    // Whoever stopped early had no end to bring to an end.
    let was_long = report.was_long;
    if let Some((goal, _)) = report.goals.iter().find(|(_, is_covered)| *is_covered == Some(false)).filter(|_| was_long)
    {
        found.push(Quoted { what: Sharpen::Goal, quote: goal.clone(), topic: None });
    }
    if let Some(last) = exchanges.last().filter(|_| was_long) {
        let missing = [
            (Closing::Referral, Sharpen::NoReferral),
            (Closing::KeepInTouch, Sharpen::NoTouch),
            (Closing::Thanks, Sharpen::NoThanks),
        ];
        let missing = missing.into_iter().filter(|(closing, _)| !report.closing.contains(closing));
        found.extend(missing.map(|(_, what)| quoted(what, last)));
    }
    found
}

/// At most three of what was found, the gravest first.
fn to_say(mut found: Vec<Quoted<Sharpen>>) -> Vec<Quoted<Sharpen>> {
    found.sort_by_key(|found| rank(found.what));
    // Private matters are one thing, whichever they were.
    found.dedup_by(|next, kept| rank(next.what) == PRIVATE && rank(kept.what) == PRIVATE);
    // Nobody is told twice of the same words.
    let mut quotes: Vec<String> = Vec::new();
    found.retain(|found| {
        let is_new = !quotes.contains(&found.quote);
        quotes.push(found.quote.clone());
        is_new
    });
    found.truncate(MOST);
    found
}

/// The rank of private matters.
const PRIVATE: u8 = 1;

/// What may cost the conversation comes first.
fn rank(what: Sharpen) -> u8 {
    match what {
        Sharpen::Slip(Slip::JobAsk | Slip::Insult) | Sharpen::TemptedToAsk => 0,
        Sharpen::Slip(Slip::Age | Slip::Family | Slip::Address | Slip::Personal) => PRIVATE,
        Sharpen::Slip(Slip::Pay) => 2,
        Sharpen::Overrun => 3,
        Sharpen::Slip(Slip::OffTopic | Slip::NotAgreed) => 4,
        Sharpen::NoThanks => 5,
        Sharpen::Slip(Slip::ClosedRun | Slip::Leading) => 6,
        Sharpen::StayedVague => 7,
        Sharpen::Slip(Slip::Double) => 8,
        Sharpen::NoReferral => 9,
        Sharpen::Slip(Slip::Searchable) => 10,
        Sharpen::Goal => 11,
        Sharpen::Slip(Slip::TooLong) | Sharpen::LongIntroduction => 12,
        Sharpen::NoTouch => 13,
    }
}

//! The engine: takes events in order, decides, commits what they change in one transaction, and hands out what is to be
//! delivered. It knows no platform.

mod deliver;
mod desk;
mod error;
mod evenings;
mod forms;
mod library;
mod live;
mod manners;
mod needs;
mod nights;
mod nudges;
mod offers;
mod record;
mod route;
mod say;
mod suggest;
mod turn;

pub use deliver::Delivery;
pub use error::EngineError;
pub use suggest::Suggestion;

use crate::chat::{Inbound, Sent};
use crate::clock::{Clock, Moment};
use crate::coach::outreach::JobAsk;
use crate::ids::{Locale, NightId, PersonId, PlatformName, Reference};
use crate::legwork::{Fetched, Known, Legwork, Need};
use crate::night::evening::Came;
use crate::prompts::Prompts;
use crate::store::sessions::{self, Waiting};
use crate::store::{
    Store, cards, events, facts, nights as store_nights, nudges as store_nudges, outbox, timers, transaction,
};
use chrono_tz::Tz;
use error::{TurnError, is_everyones, kind_of};
use rand::SeedableRng;
use rand::rngs::StdRng;
use rusqlite::Connection;
use std::sync::Arc;
use std::time::Duration;

/// When a night is looked at again whose turn failed.
const NIGHT_AGAIN: Duration = Duration::from_secs(60);

/// How many due timers ring before inbound events have their turn again.
const TIMERS_AT_ONCE: i64 = 200;

/// What holds for everybody until they choose otherwise.
#[derive(Clone, Debug)]
pub struct Defaults {
    /// The language, where neither the person nor the platform says one.
    pub locale: Locale,
    /// The help line that is named to somebody in distress, as it is to be read: "9-8-8". `None`: the local emergency number.
    pub help_line: Option<String>,
    /// What is thought of asking for work.
    pub job_ask: JobAsk,
    /// A guess at the time zone, where the platform has none: asked about before it is relied on.
    pub zone: Option<Tz>,
}

impl Default for Defaults {
    fn default() -> Self {
        Self { locale: Locale::En, help_line: None, job_ask: JobAsk::Never, zone: None }
    }
}

/// The engine.
#[derive(Debug)]
pub struct Engine {
    store: Store,
    core: Core,
    /// The nights that ran while the bot was away: they are told so at the first look at the clock.
    back: Vec<NightId>,
}

/// What a turn works with besides the database.
#[derive(Debug)]
struct Core {
    prompts: Arc<Prompts>,
    clock: Clock,
    random: StdRng,
    defaults: Defaults,
    /// What was found out, for the turns that waited for that.
    known: Known,
}

/// What became of an event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It was acted on, and that is committed.
    Done,
    /// It was acted on before.
    Repeated,
    /// Its turn failed and was rolled back; the person was told the reference.
    Failed(Reference),
    /// Nothing was done yet: a flow must know these things first. See [`Engine::handle_knowing`].
    Needs(Vec<Need>),
    /// Nothing was done yet: an event of the same account before it waits.
    Behind,
}

/// How far housekeeping came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tidied {
    /// There is more to do, soon.
    Partly,
    /// There is nothing left to do for now.
    Wholly,
}

/// Something that takes a turn.
enum Task<'a> {
    Inbound(&'a Inbound),
    Timer(&'a timers::Due),
    Nudges(&'a PersonId),
    Night(&'a NightId, Came),
}

/// Who events come from: the platform, and the account there.
type Account<'a> = (PlatformName, &'a str);

impl<'a> Task<'a> {
    fn account(&self) -> Option<Account<'a>> {
        match self {
            Self::Inbound(inbound) => Some((inbound.place.platform, inbound.sender.handle.as_str())),
            Self::Timer(_) | Self::Nudges(_) | Self::Night(..) => None,
        }
    }
}

impl Engine {
    /// An engine over a store. `seed` settles ids and picks; give a different one at every start.
    pub fn new(store: Store, prompts: Arc<Prompts>, clock: Clock, defaults: Defaults, seed: u64) -> Self {
        let random = StdRng::seed_from_u64(seed);
        // A database that cannot be read now says so at the first event.
        let back = store_nights::running(&store.connection).unwrap_or_default();
        Self { store, core: Core { prompts, clock, random, defaults, known: Known::default() }, back }
    }

    /// The clock it goes by.
    pub fn clock(&self) -> &Clock {
        &self.core.clock
    }

    /// The connection, for what only tests and checks look at.
    pub fn connection(&self) -> &Connection {
        &self.store.connection
    }

    /// Acts on events, in their order, in one transaction: each in a savepoint of its own, so that a turn that fails is rolled
    /// back alone. Gives back what became of each one.
    ///
    /// # Errors
    /// The database as a whole failed. Events before the one that met the failure may be committed; the one that met it and
    /// those after it are not.
    pub fn handle(&mut self, batch: &[Inbound]) -> Result<Vec<Outcome>, EngineError> {
        let tasks: Vec<Task<'_>> = batch.iter().map(Task::Inbound).collect();
        self.take_turns(&tasks)
    }

    /// Acts on events as [`Engine::handle`] does, knowing what the first one's turn needs. To understand a text or to read a file takes
    /// milliseconds, and no event of anybody else shall wait for that: it is done beside the engine, and the event is handed in again.
    ///
    /// # Errors
    /// As for [`Engine::handle`].
    pub fn handle_knowing(&mut self, batch: &[Inbound], known: Known) -> Result<Vec<Outcome>, EngineError> {
        self.core.known = known;
        let outcomes = self.handle(batch);
        self.core.known = Known::default();
        outcomes
    }

    /// Acts on one event, and finds out at once what its turn needs: for where nobody else waits. `fetch` gets a file that was sent.
    ///
    /// # Errors
    /// As for [`Engine::handle`].
    pub fn handle_finding_out(
        &mut self,
        inbound: &Inbound,
        legwork: &Legwork,
        fetch: impl Fn(&Sent) -> Fetched,
    ) -> Result<Outcome, EngineError> {
        let mut known = Known::default();
        loop {
            let outcomes = self.handle_knowing(std::slice::from_ref(inbound), known.clone())?;
            match outcomes.into_iter().next() {
                Some(Outcome::Needs(needs)) => {
                    let fetched = needs.iter().find_map(|need| match need {
                        Need::Opened(sent) => Some(fetch(sent)),
                        Need::Heard(_) | Need::Proofread(_) => None,
                    });
                    known.extend(legwork.find_out(needs, fetched));
                }
                outcome => return Ok(outcome.unwrap_or(Outcome::Done)),
            }
        }
    }

    /// Rings the timers that are due and tells the nudges, up to 200 of each. Gives back how many there were.
    ///
    /// # Errors
    /// As for [`Engine::handle`].
    pub fn ring_due(&mut self) -> Result<usize, EngineError> {
        let (db, now) = (&self.store.connection, self.core.clock.now());
        let due = timers::due(db, now, TIMERS_AT_ONCE)?;
        let people = store_nudges::due(db, now, TIMERS_AT_ONCE)?;
        // At the first look after a start, every evening that runs is told how it stands.
        let back = self.back.clone();
        let nights = store_nights::due(db, now, TIMERS_AT_ONCE)?;
        let nights = nights.iter().filter(|night| !back.contains(night)).map(|night| Task::Night(night, Came::OnTime));
        let back = back.iter().map(|night| Task::Night(night, Came::Back));
        let timers = due.iter().map(Task::Timer);
        // Signals come first: somebody looks at the clock for them.
        let tasks: Vec<Task<'_>> = back.chain(nights).chain(timers).chain(people.iter().map(Task::Nudges)).collect();
        self.take_turns(&tasks)?;
        let count = tasks.len();
        self.back.clear();
        Ok(count)
    }

    /// When something is to be done although nobody writes: a timer rings, a nudge is due, or a delivery is tried again. What may leave at once
    /// is not counted: [`Engine::ready`] hands it out. Give both the same moment.
    ///
    /// # Errors
    /// The database failed.
    pub fn next_due(&mut self, now: Moment) -> Result<Option<Moment>, EngineError> {
        let timer = timers::next(&self.store.connection)?;
        let nudge = store_nudges::next(&self.store.connection)?;
        let night = if !self.back.is_empty() { Some(now) } else { store_nights::next(&self.store.connection)? };
        let delivery = outbox::next(&self.store.connection, now)?;
        Ok([timer, nudge, night, delivery].into_iter().flatten().min())
    }

    /// The direct chats of a platform where a session waits for an answer.
    ///
    /// # Errors
    /// The database failed.
    pub fn waiting(&self, platform: PlatformName) -> rusqlite::Result<Vec<Waiting>> {
        sessions::waiting(&self.store.connection, platform, self.core.clock.now())
    }

    /// Something that the bot knows of itself.
    ///
    /// # Errors
    /// The database failed.
    pub fn fact(&self, name: &str) -> rusqlite::Result<Option<String>> {
        facts::get(&self.store.connection, name)
    }

    /// Notes something that the bot knows of itself. Committed at once.
    ///
    /// # Errors
    /// The database failed.
    pub fn note_fact(&self, name: &str, value: &str) -> rusqlite::Result<()> {
        facts::set(&self.store.connection, name, value)
    }

    /// Closes the store.
    ///
    /// # Errors
    /// See [`Store::close`].
    pub fn close(self) -> Result<(), EngineError> {
        Ok(self.store.close()?)
    }

    /// Housekeeping: forgets the ids of events that no platform repeats any more and what only evenings needed, and lets nudges follow the time zones.
    ///
    /// # Errors
    /// The database failed.
    pub fn tidy(&mut self) -> Result<Tidied, EngineError> {
        let (db, now) = (&self.store.connection, self.core.clock.now());
        cards::forget_evenings(db)?;
        let forgotten = events::forget_old(db, now)?;
        let zones = nudges::follow_zones(db, now)?;
        Ok(if forgotten == events::FORGOTTEN_AT_ONCE { Tidied::Partly } else { zones })
    }

    fn take_turns(&mut self, tasks: &[Task<'_>]) -> Result<Vec<Outcome>, EngineError> {
        if tasks.is_empty() {
            return Ok(Vec::new());
        }
        let mut waiting = Vec::new();
        match together(&mut self.core, &self.store.connection, tasks, &mut waiting) {
            Ok(outcomes) => Ok(outcomes),
            Err(error) if tasks.len() > 1 => {
                tracing::warn!(kind = kind_of(&error), count = tasks.len(), "a batch failed; each is tried by itself");
                // The batch is rolled back and nothing was sent: each one gets a transaction of its own.
                let mut outcomes = Vec::with_capacity(tasks.len());
                waiting.clear();
                for task in tasks {
                    let one = std::slice::from_ref(task);
                    outcomes.extend(together(&mut self.core, &self.store.connection, one, &mut waiting)?);
                }
                Ok(outcomes)
            }
            Err(error) => Err(error.into()),
        }
    }
}

/// Takes turns in one transaction. An error means that all of it was rolled back. Of the accounts that wait, later events do as well.
fn together<'a>(
    core: &mut Core,
    db: &Connection,
    tasks: &'a [Task<'_>],
    waiting: &mut Vec<Account<'a>>,
) -> rusqlite::Result<Vec<Outcome>> {
    transaction::begin(db)?;
    let mut outcomes = Vec::with_capacity(tasks.len());
    for task in tasks {
        let account = task.account();
        if account.is_some_and(|account| waiting.contains(&account)) {
            outcomes.push(Outcome::Behind);
            continue;
        }
        match alone(core, db, task) {
            Ok(outcome) => {
                waiting.extend(account.filter(|_| matches!(outcome, Outcome::Needs(_))));
                outcomes.push(outcome);
            }
            Err(error) => {
                transaction::rollback(db);
                return Err(error);
            }
        }
    }
    if let Err(error) = transaction::commit(db) {
        transaction::rollback(db);
        return Err(error);
    }
    Ok(outcomes)
}

/// Takes one turn in its savepoint. A turn that fails by its own fault is undone, and its person is told.
fn alone(core: &mut Core, db: &Connection, task: &Task<'_>) -> rusqlite::Result<Outcome> {
    transaction::begin_turn(db)?;
    let taken = match task {
        Task::Inbound(inbound) => turn::inbound(core, db, inbound),
        Task::Timer(due) => turn::timer(core, db, due),
        Task::Nudges(person) => nudges::tell(core, db, person),
        Task::Night(night, came) => evenings::wake(core, db, night, *came),
    };
    let error = match taken {
        Ok(outcome) => {
            transaction::keep_turn(db)?;
            return Ok(outcome);
        }
        Err(TurnError::Store(error)) if is_everyones(&error) => return Err(error),
        Err(TurnError::Needs(needs)) => {
            transaction::undo_turn(db)?;
            return Ok(Outcome::Needs(needs));
        }
        Err(error) => error,
    };
    transaction::undo_turn(db)?;
    let reference = Reference::make(&mut core.random);
    log_failure(&error, &reference);
    match task {
        Task::Inbound(inbound) => turn::apologise(core, db, inbound, &reference)?,
        // A timer whose turn cannot be taken must not ring for ever.
        Task::Timer(due) => {
            timers::cancel(db, &due.session, &due.name)?;
        }
        Task::Nudges(person) => nudges::put_off(db, person, core.clock.now())?,
        Task::Night(night, _) => store_nights::put_off(db, night, core.clock.now() + NIGHT_AGAIN)?,
    }
    Ok(Outcome::Failed(reference))
}

/// The one place where a failed turn is logged: what kind, and the reference. Causes can quote what a person typed, so only
/// their kind is told.
fn log_failure(error: &TurnError, reference: &Reference) {
    let kind = match error {
        TurnError::Panic => "panic".to_owned(),
        TurnError::Store(error) => format!("store, {}", kind_of(error)),
        TurnError::State(error) => format!("saved state, {:?}", error.classify()),
        TurnError::Needs(_) => return,
    };
    tracing::error!(%reference, kind, "a turn failed and was rolled back");
}

/// How long after an answer a silent flow asks, once, whether to go on.
const SILENCE_ASKS: Duration = Duration::from_secs(24 * 3600);
/// How long after an answer a silent flow is closed.
const SILENCE_CLOSES: Duration = Duration::from_secs(14 * 24 * 3600);

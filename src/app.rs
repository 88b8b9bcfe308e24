//! The running bot: takes events from the platforms, hands them to the engine in order, delivers what it wants said, rings its
//! timers, and ends cleanly.

mod beside;

use crate::chat::{DeliverError, Inbound, Platform};
use crate::clock::Moment;
use crate::engine::{Delivery, Engine, EngineError, Outcome, Tidied};
use crate::ids::PlatformName;
use crate::legwork::{Known, Legwork};
use beside::{Beside, Handed};
use futures_util::FutureExt as _;
use std::collections::{BTreeMap, BTreeSet};
use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::{mpsc, oneshot};
use tokio::task::JoinSet;

/// The most events that are committed together.
const MOST_TOGETHER: usize = 64;
/// How many events wait before a platform does.
const INBOX: usize = 1024;
/// The longest sleep before the store is asked again what is due: the machine's clock may have been set meanwhile.
const LONGEST_SLEEP: Duration = Duration::from_secs(60);
/// How often old event ids are forgotten.
const TIDY_EVERY: Duration = Duration::from_secs(24 * 3600);

/// How soon housekeeping goes on that is not done.
const TIDY_ON: Duration = Duration::from_millis(200);

/// How long the end waits for deliveries that are under way.
const LONGEST_GOODBYE: Duration = Duration::from_secs(10);

/// What a platform hands in.
pub enum Submission {
    /// An event, and who wants to know what became of it: told after the commit.
    Event(Box<Inbound>, oneshot::Sender<Outcome>),
    /// A question to the engine that changes nothing.
    Question(Question),
}

/// A question to the engine. It carries its own way back.
pub type Question = Box<dyn FnOnce(&Engine) + Send>;

/// Where platforms put their events. The bot ends when all of them are gone.
#[derive(Clone, Debug)]
pub struct Inbox(mpsc::Sender<Submission>);

/// The bot has ended: nothing is taken in any more.
#[derive(Debug, thiserror::Error)]
#[error("the bot has ended")]
pub struct Ended;

impl Inbox {
    /// A place to put events, and where they are taken out of it.
    pub fn open() -> (Self, mpsc::Receiver<Submission>) {
        let (sender, submissions) = mpsc::channel(INBOX);
        (Self(sender), submissions)
    }

    /// Hands an event in. The receiver is told when it is acted on, and that is committed.
    ///
    /// # Errors
    /// The bot has ended.
    pub async fn hand_in(&self, inbound: Inbound) -> Result<oneshot::Receiver<Outcome>, Ended> {
        let (done, told) = oneshot::channel();
        self.0.send(Submission::Event(Box::new(inbound), done)).await.map_err(|_| Ended)?;
        Ok(told)
    }

    /// Asks the engine something, in its turn among the events.
    ///
    /// # Errors
    /// The bot has ended.
    pub async fn ask<T: Send + 'static>(
        &self,
        question: impl FnOnce(&Engine) -> T + Send + 'static,
    ) -> Result<T, Ended> {
        let (answer, told) = oneshot::channel();
        let question: Question = Box::new(move |engine| {
            // Whoever asked may have gone.
            let _ = answer.send(question(engine));
        });
        self.0.send(Submission::Question(question)).await.map_err(|_| Ended)?;
        told.await.map_err(|_| Ended)
    }
}

/// The running bot.
pub struct App {
    engine: Engine,
    platforms: BTreeMap<PlatformName, Arc<dyn Platform>>,
    submissions: mpsc::Receiver<Submission>,
    under_way: JoinSet<Delivery>,
    /// Outbox ids of what is under way.
    sending: BTreeSet<i64>,
    beside: Beside,
}

/// What is due is due at once: a sleep of no time at all would yield to every event that waits, and under load nothing would
/// ever ring.
async fn until_due(wait: Duration) {
    if !wait.is_zero() {
        tokio::time::sleep(wait).await;
    }
}

impl App {
    /// A bot over an engine, and the place to put events.
    pub fn new(
        engine: Engine,
        legwork: Arc<Legwork>,
        platforms: impl IntoIterator<Item = (PlatformName, Arc<dyn Platform>)>,
    ) -> (Self, Inbox) {
        let (inbox, submissions) = Inbox::open();
        (Self::over(engine, legwork, platforms, submissions), inbox)
    }

    /// A bot over an engine that takes events from an inbox that was opened before.
    pub fn over(
        engine: Engine,
        legwork: Arc<Legwork>,
        platforms: impl IntoIterator<Item = (PlatformName, Arc<dyn Platform>)>,
        submissions: mpsc::Receiver<Submission>,
    ) -> Self {
        Self {
            engine,
            platforms: platforms.into_iter().collect(),
            submissions,
            under_way: JoinSet::new(),
            sending: BTreeSet::new(),
            beside: Beside::new(legwork),
        }
    }

    /// Runs until every inbox is gone or `stop` comes, then delivers what can still leave and ends.
    ///
    /// What was due or undelivered when the process last ended is caught up with first.
    ///
    /// # Errors
    /// The database failed. Everything that was acknowledged before is kept.
    pub async fn run(mut self, stop: impl Future<Output = ()>) -> Result<(), EngineError> {
        tokio::pin!(stop);
        let mut tidy = tokio::time::interval(TIDY_EVERY);
        let mut batch = Vec::with_capacity(MOST_TOGETHER);
        loop {
            let now = self.engine.clock().now();
            self.dispatch(now)?;
            let wait = self.wait_until_due(now)?;
            tokio::select! {
                () = &mut stop => break,
                count = self.submissions.recv_many(&mut batch, MOST_TOGETHER) => {
                    if count == 0 {
                        break;
                    }
                    self.handle(std::mem::take(&mut batch))?;
                }
                Some(first) = self.under_way.join_next() => self.note(first)?,
                (known, events) = self.beside.next() => self.act_on(events.into(), known)?,
                () = until_due(wait) => {
                    self.engine.ring_due()?;
                }
                _ = tidy.tick() => {
                    if self.engine.tidy()? == Tidied::Partly {
                        tidy.reset_after(TIDY_ON);
                    }
                }
            }
        }
        self.finish().await
    }

    fn handle(&mut self, batch: Vec<Submission>) -> Result<(), EngineError> {
        let (mut events, mut questions) = (Vec::new(), Vec::new());
        for submission in batch {
            match submission {
                Submission::Event(inbound, done) => events.extend(self.beside.keep_back((inbound, done))),
                Submission::Question(question) => questions.push(question),
            }
        }
        self.act_on(events, Known::default())?;
        for question in questions {
            question(&self.engine);
        }
        Ok(())
    }

    /// Acts on events. What is known is of the first one. Where something must be found out, its event, and those of its account after it, wait
    /// for that.
    fn act_on(&mut self, events: Vec<Handed>, known: Known) -> Result<(), EngineError> {
        let inbounds: Vec<Inbound> = events.iter().map(|(inbound, _)| (**inbound).clone()).collect();
        let outcomes = self.engine.handle_knowing(&inbounds, known.clone())?;
        let mut known = Some(known);
        for ((inbound, done), outcome) in events.into_iter().zip(outcomes) {
            let known = known.take().unwrap_or_default();
            match outcome {
                Outcome::Needs(needs) => {
                    let platform = self.platforms.get(&inbound.place.platform).map(Arc::clone);
                    self.beside.find_out((inbound, done), needs, known, platform);
                }
                Outcome::Behind => {
                    self.beside.keep_back((inbound, done));
                }
                // Whoever asked may have gone.
                outcome => drop(done.send(outcome)),
            }
        }
        Ok(())
    }

    /// Starts the deliveries that may leave and are not under way yet. A message to a platform that this run does not have
    /// waits for one that does.
    fn dispatch(&mut self, now: Moment) -> Result<(), EngineError> {
        let present: Vec<PlatformName> = self.platforms.keys().copied().collect();
        for out in self.engine.ready(&present, &self.sending, now)? {
            let Some(platform) = self.platforms.get(&out.place.platform).map(Arc::clone) else { continue };
            self.sending.insert(out.id);
            self.under_way.spawn(async move {
                let delivered = AssertUnwindSafe(platform.deliver(&out)).catch_unwind().await;
                // A panic counts as a failure, so that the message is set aside in the end and its place is not mute.
                let result =
                    delivered.unwrap_or_else(|_| Err(DeliverError::Transient(anyhow::anyhow!("the adapter panicked"))));
                Delivery { out, result }
            });
        }
        Ok(())
    }

    /// Notes a delivery that came to its end, with all others that have.
    fn note(&mut self, first: Result<Delivery, tokio::task::JoinError>) -> Result<(), EngineError> {
        let mut ended = vec![first];
        while let Some(next) = self.under_way.try_join_next() {
            ended.push(next);
        }
        let deliveries: Vec<Delivery> = ended.into_iter().flatten().collect();
        for delivery in &deliveries {
            self.sending.remove(&delivery.out.id);
        }
        self.engine.note_deliveries(&deliveries)
    }

    fn wait_until_due(&mut self, now: Moment) -> Result<Duration, EngineError> {
        let due = self.engine.next_due(now)?;
        let wait = |due| self.engine.clock().wait(now, due);
        Ok(due.map_or(LONGEST_SLEEP, wait).min(LONGEST_SLEEP))
    }

    /// Acts on what was handed in, delivers what can still leave, for a while at most and without waiting for what must be tried
    /// again later, and closes the store. What has not left by then leaves at the next start, with the same key.
    async fn finish(mut self) -> Result<(), EngineError> {
        // What was handed in before is acted on.
        self.submissions.close();
        let mut rest = Vec::new();
        while let Ok(submission) = self.submissions.try_recv() {
            rest.push(submission);
        }
        self.handle(rest)?;
        while self.beside.is_under_way() {
            let (known, events) = self.beside.next().await;
            self.act_on(events.into(), known)?;
        }
        let drained = tokio::time::timeout(LONGEST_GOODBYE, async {
            loop {
                self.dispatch(self.engine.clock().now())?;
                let Some(ended) = self.under_way.join_next().await else { return Ok(()) };
                self.note(ended)?;
            }
        })
        .await;
        self.under_way.shutdown().await;
        self.engine.close()?;
        drained.unwrap_or(Ok(()))
    }
}

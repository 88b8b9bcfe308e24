//! What a script is played on: the engine alone, in a directory of its own, with a clock that is set by hand.

use super::parse::{Act, Script};
use super::show::{Heard, canonical, file_of};
use crate::chat::inbound::{Body, Inbound, Press, Role, Sender};
use crate::chat::{DeliverError, Outgoing, Place, Platform, Receipt, Sent, Unfetched};
use crate::clock::{Clock, Moment};
use crate::contact::import::LARGEST;
use crate::ear::Ear;
use crate::engine::{Defaults, Delivery, Engine};
use crate::grammar::Proofread;
use crate::ids::{CommunityId, EventId, PlatformName};
use crate::legwork::{Fetched, Legwork};
use crate::prompts::Prompts;
use crate::store::{Store, outbox, timers};
use anyhow::{Context as _, bail};
use chrono_tz::Tz;
use futures_util::future::BoxFuture;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

/// When a script begins that does not say: a Monday morning.
const FIRST_MOMENT: Moment = Moment(1_772_460_000_000);

/// A choice that is pressed, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pressed {
    /// The press.
    pub press: Press,
    /// Where it happens: the room in which the choice was shown, or the direct chat of whoever presses.
    pub place: Place,
}

/// What scripts are played on.
pub trait Stage {
    /// Lets an act happen, and everything that follows from it at once.
    fn act(&mut self, act: &Act, pressed: Option<Pressed>) -> impl Future<Output = anyhow::Result<()>>;
    /// What the bot has said since the last call.
    fn hear(&mut self) -> Vec<Heard>;
    /// What was said after one act, as it is held against the script.
    fn compared(&self, heard: Vec<Heard>) -> Vec<Heard> {
        heard
    }
    /// What is wrong at the end: messages that did not leave, timers that nobody waits for.
    fn left_over(&mut self) -> impl Future<Output = anyhow::Result<Vec<String>>>;
}

/// The engine alone.
pub struct EngineStage {
    dir: PathBuf,
    /// Removed with the stage, where it was made for it.
    _made: Option<tempfile::TempDir>,
    prompts: Arc<Prompts>,
    clock: Clock,
    engine: Option<Engine>,
    legwork: Legwork,
    ears: Arc<Ears>,
    defaults: Defaults,
    starts: u64,
    events: u64,
    last: Option<Inbound>,
    last_words: Vec<(String, EventId, Place)>,
    hosts: BTreeSet<(String, String)>,
}

/// The platform that scripts are played on: it listens, and can be told to fail.
#[derive(Debug, Default)]
struct Ears(Mutex<Heeding>);

#[derive(Debug, Default)]
struct Heeding {
    heard: Vec<Heard>,
    fail: u32,
    closed: BTreeSet<String>,
    /// How many threads each room has.
    threads: BTreeMap<String, u32>,
}

impl Heeding {
    /// Opens a thread: they are called by their numbers.
    fn open_thread(&mut self, room: &str) -> String {
        let number = self.threads.entry(room.to_owned()).or_default();
        *number += 1;
        number.to_string()
    }
}

impl Ears {
    fn with<T>(&self, act: impl FnOnce(&mut Heeding) -> T) -> T {
        act(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

/// The file at a path, as it is sent.
pub fn sent(path: &str) -> Sent {
    let name = Path::new(path).file_name().map_or_else(|| path.to_owned(), |name| name.to_string_lossy().into_owned());
    Sent { name, source: path.to_owned() }
}

/// What is in the file at the path that it was sent from.
pub fn fetched(sent: &Sent) -> Fetched {
    let size = std::fs::metadata(&sent.source).map_err(|_| Unfetched::Gone)?.len();
    if size > LARGEST { Err(Unfetched::TooLarge) } else { std::fs::read(&sent.source).map_err(|_| Unfetched::Gone) }
}

impl Platform for Ears {
    fn deliver<'a>(&'a self, out: &'a Outgoing) -> BoxFuture<'a, Result<Receipt, DeliverError>> {
        let result = self.with(|heeding| {
            if heeding.fail > 0 {
                heeding.fail -= 1;
                return Err(DeliverError::Transient(anyhow::anyhow!("the script says so")));
            }
            if out.content.gathering.is_some() {
                // Rooms of scripts have no calendar.
                return Ok(Receipt::default());
            }
            if let crate::chat::PlaceKind::Direct(who) = &out.place.kind
                && heeding.closed.contains(who)
            {
                return Err(DeliverError::Forbidden);
            }
            heeding.heard.push(Heard {
                place: out.place.clone(),
                only: out.only.clone(),
                file: file_of(&out.content),
                text: canonical(&out.content),
                choices: out.content.choices.clone(),
            });
            let opens = out.content.thread.is_some();
            let message = opens.then(|| heeding.open_thread(out.place.name()));
            Ok(Receipt { message, ..Receipt::default() })
        });
        Box::pin(std::future::ready(result))
    }
}

impl EngineStage {
    /// A stage for a script, its clock at the script's first moment.
    ///
    /// # Errors
    /// The store does not open.
    pub fn open(prompts: Arc<Prompts>, script: &Script) -> anyhow::Result<Self> {
        let mut moment = FIRST_MOMENT;
        let mut zone = Tz::America__Toronto;
        // What stands before the first message holds from the beginning.
        for item in &script.items {
            match &item.kind {
                super::ItemKind::Act(Act::Now(now)) => moment = *now,
                super::ItemKind::Act(Act::Zone(tz)) => zone = *tz,
                super::ItemKind::Act(Act::Host(..) | Act::Only(_)) => {}
                _ => break,
            }
        }
        Self::begin(prompts, None, moment, Defaults { zone: Some(zone), ..Defaults::default() })
    }

    /// A stage at a moment: in a directory, or in one of its own that goes with it.
    ///
    /// # Errors
    /// The store does not open.
    pub fn begin(
        prompts: Arc<Prompts>,
        dir: Option<PathBuf>,
        moment: Moment,
        defaults: Defaults,
    ) -> anyhow::Result<Self> {
        let (dir, made) = match dir {
            Some(dir) => (dir, None),
            None => {
                let made = tempfile::tempdir().context("no place for a temporary database")?;
                (made.path().to_owned(), Some(made))
            }
        };
        let mut stage = Self {
            dir,
            _made: made,
            legwork: Legwork::new(Arc::new(Ear::new(Arc::clone(&prompts), None)), Proofread::Yes),
            prompts,
            clock: Clock::standing_at(moment),
            engine: None,
            ears: Arc::default(),
            defaults,
            starts: 0,
            // Ids must not repeat those of an earlier stage on the same directory.
            events: u64::try_from(moment.0).unwrap_or(0),
            last: None,
            last_words: Vec::new(),
            hosts: BTreeSet::new(),
        };
        stage.start()?;
        Ok(stage)
    }

    fn start(&mut self) -> anyhow::Result<()> {
        // The old engine goes first, and with it the lock on the directory.
        self.engine = None;
        self.starts += 1;
        let store = Store::open(&self.dir)?;
        // No two starts draw the same ids, however few events lie between them.
        let seed = (self.starts - 1).rotate_right(16) ^ 1 ^ self.events;
        self.engine =
            Some(Engine::new(store, Arc::clone(&self.prompts), self.clock.clone(), self.defaults.clone(), seed));
        Ok(())
    }

    fn engine(&mut self) -> anyhow::Result<&mut Engine> {
        self.engine.as_mut().context("the engine is not running")
    }

    fn receive(&mut self, who: &str, place: Place, body: Body) -> anyhow::Result<()> {
        self.events += 1;
        let event = EventId(format!("script-{}", self.events));
        let room = match &place.kind {
            crate::chat::PlaceKind::Room(room) | crate::chat::PlaceKind::Thread(room, _) => room.clone(),
            crate::chat::PlaceKind::Direct(_) => String::new(),
        };
        let community = (!room.is_empty()).then(|| CommunityId::of(place.platform, &room));
        let role = if self.hosts.contains(&(who.to_owned(), room)) { Role::Host } else { Role::Member };
        if matches!(body, Body::Text(_)) {
            self.last_words.retain(|(writer, ..)| writer != who);
            self.last_words.push((who.to_owned(), event.clone(), place.clone()));
        }
        let inbound = Inbound {
            event,
            sender: Sender {
                handle: who.to_owned(),
                locale: None,
                zone: self.defaults.zone,
                role,
                community,
                chat: None,
            },
            place,
            at: self.clock.now(),
            body,
            ticket: None,
            said_in: None,
        };
        self.last = Some(inbound.clone());
        let engine = self.engine.as_mut().context("the engine is not running")?;
        engine.handle_finding_out(&inbound, &self.legwork, fetched)?;
        Ok(())
    }

    /// Delivers until nothing is left that may leave now.
    async fn settle(&mut self) -> anyhow::Result<()> {
        let ears = Arc::clone(&self.ears);
        let now = self.clock.now();
        let engine = self.engine()?;
        loop {
            let ready = engine.ready(&[PlatformName::Console], &BTreeSet::new(), now)?;
            if ready.is_empty() {
                return Ok(());
            }
            for out in ready {
                let result = ears.deliver(&out).await;
                engine.note_deliveries(&[Delivery { out, result }])?;
            }
        }
    }

    /// Rings everything that is due at this moment.
    async fn ring(&mut self) -> anyhow::Result<()> {
        while self.engine()?.ring_due()? > 0 {}
        self.settle().await
    }

    async fn advance(&mut self, time: Duration) -> anyhow::Result<()> {
        let until = self.clock.now() + time;
        loop {
            let now = self.clock.now();
            let Some(next) = self.engine()?.next_due(now)?.filter(|next| *next <= until) else { break };
            self.clock.set(next.max(self.clock.now()));
            self.ring().await?;
        }
        self.clock.set(until);
        self.ring().await
    }
}

impl Stage for EngineStage {
    async fn act(&mut self, act: &Act, pressed: Option<Pressed>) -> anyhow::Result<()> {
        let platform = PlatformName::Console;
        let direct = |who: &str| Place::direct(platform, who);
        match act {
            Act::Say { who, at, text } => self.receive(who, at.place(platform, who), Body::Text(text.clone()))?,
            Act::Press { who, .. } => {
                let Some(Pressed { press, place }) = pressed else { bail!("there is nothing to press") };
                self.receive(who, place, Body::Press(press))?;
            }
            Act::Voice(who, spoken) => self.receive(who, direct(who), Body::Voice(*spoken))?,
            Act::File(who, path) => self.receive(who, direct(who), Body::File(sent(path)))?,
            Act::Edit(who, text) => {
                let Some((_, of, place)) = self.last_words.iter().find(|(writer, ..)| writer == who).cloned() else {
                    bail!("{who} wrote nothing that could be edited");
                };
                self.receive(who, place, Body::Edit(of, text.clone()))?;
            }
            Act::Join(who, room) => self.receive(who, Place::room(platform, room), Body::Joined)?,
            Act::Leave(who, room) => self.receive(who, Place::room(platform, room), Body::Left)?,
            Act::Again => {
                let Some(last) = self.last.clone() else { bail!("nothing happened yet that could come again") };
                self.engine()?.handle(&[last])?;
            }
            Act::Now(moment) => {
                self.clock.set(*moment);
                self.ring().await?;
            }
            Act::Advance(time) => self.advance(*time).await?,
            Act::Restart => {
                self.start()?;
                self.ring().await?;
            }
            Act::Fail(count) => self.ears.with(|heeding| heeding.fail = *count),
            Act::Closed(who) => self.ears.with(|heeding| {
                heeding.closed.insert(who.clone());
            }),
            Act::Open(who) => self.ears.with(|heeding| {
                heeding.closed.remove(who);
            }),
            Act::Host(who, room) => {
                self.hosts.insert((who.clone(), room.clone()));
            }
            Act::Zone(zone) => self.defaults.zone = Some(*zone),
            Act::Only(_) => {}
        }
        self.settle().await
    }

    fn hear(&mut self) -> Vec<Heard> {
        self.ears.with(|heeding| std::mem::take(&mut heeding.heard))
    }

    async fn left_over(&mut self) -> anyhow::Result<Vec<String>> {
        let connection = self.engine()?.connection();
        let (waiting, parked) = outbox::count(connection)?;
        let mut problems: Vec<String> = timers::unexpected(connection)?
            .into_iter()
            .map(|timer| format!("the timer {timer} is still set"))
            .collect();
        if waiting > 0 {
            problems.push(format!("{waiting} messages did not leave; @advance lets the next try come"));
        }
        if parked > 0 {
            problems.push(format!("{parked} messages are set aside; they leave when their person writes"));
        }
        Ok(problems)
    }
}

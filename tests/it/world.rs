//! What several tests need: an engine with a clock that stands still, and people who write.

use rapport::chat::inbound::{Body, Inbound, Role, Sender};
use rapport::chat::{Outgoing, Place, Receipt};
use rapport::clock::{Clock, Moment};
use rapport::ear::Ear;
use rapport::engine::{Defaults, Delivery, Engine, Outcome};
use rapport::grammar::Proofread;
use rapport::ids::{CommunityId, EventId, PlatformName};
use rapport::legwork::Legwork;
use rapport::prompts::Prompts;
use rapport::script::fetched;
use rapport::store::Store;
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::{Arc, LazyLock};
use std::time::Duration;

/// The built-in prompts, read once.
pub static PROMPTS: LazyLock<Arc<Prompts>> =
    LazyLock::new(|| Arc::new(Prompts::load(None).unwrap_or_else(|faults| panic!("{faults:#?}"))));
/// What understands by them, loaded once.
pub static EAR: LazyLock<Arc<Ear>> = LazyLock::new(|| Arc::new(Ear::new(Arc::clone(&PROMPTS), None)));

/// What works beside an engine.
pub static LEGWORK: LazyLock<Arc<Legwork>> = LazyLock::new(|| Arc::new(Legwork::new(Arc::clone(&EAR), Proofread::Yes)));

/// The same, for a bot that runs.
pub fn listener() -> Arc<Legwork> {
    Arc::clone(&LEGWORK)
}

/// A pitch with everything in it.
pub const GOOD_PITCH: &str = "Hi, I'm Ana. I baked bread for eight years in Porto. You opened your own shop here, and I would \
                              like to know how you began. Could we talk for ten minutes?";

/// An engine, and a hand on its clock.
pub struct World {
    pub engine: Engine,
    pub clock: Clock,
    events: u64,
}

impl World {
    pub fn in_memory() -> Self {
        Self::over(Store::in_memory().unwrap())
    }

    pub fn over(store: Store) -> Self {
        Self::with(store, Defaults::default())
    }

    pub fn with(store: Store, defaults: Defaults) -> Self {
        let clock = Clock::standing_at(Moment(1_772_460_000_000));
        let engine = Engine::new(store, Arc::clone(&PROMPTS), clock.clone(), defaults, rand::random());
        Self { engine, clock, events: 0 }
    }

    pub fn event(&mut self, who: &str, body: Body) -> Inbound {
        self.events += 1;
        Inbound {
            event: EventId(format!("event-{}", self.events)),
            sender: Sender::account(who),
            place: Place::direct(PlatformName::Console, who),
            at: self.clock.now(),
            body,
            ticket: None,
            said_in: None,
        }
    }

    /// The id of the last event.
    pub fn last_event(&self) -> EventId {
        EventId(format!("event-{}", self.events))
    }

    /// Hands an event to the engine, and takes what it says.
    pub fn does(&mut self, who: &str, body: Body) -> Vec<Outgoing> {
        let inbound = self.event(who, body);
        let outcome = self.engine.handle_finding_out(&inbound, &LEGWORK, fetched).unwrap();
        assert_eq!(outcome, Outcome::Done);
        self.hear()
    }

    pub fn says(&mut self, who: &str, text: &str) -> Vec<Outgoing> {
        self.does(who, Body::Text(text.to_owned()))
    }

    /// Hands in what happens in a place of the community "lounge", and takes what the bot says.
    pub fn there(&mut self, who: &str, place: Place, role: Role, body: Body) -> Vec<Outgoing> {
        let mut inbound = self.event(who, body);
        (inbound.place, inbound.sender.role) = (place, role);
        inbound.sender.community = Some(CommunityId::of(PlatformName::Console, "lounge"));
        self.engine.handle_finding_out(&inbound, &LEGWORK, fetched).unwrap();
        self.hear()
    }

    /// What may leave now.
    pub fn ready(&mut self) -> Result<Vec<Outgoing>, rapport::engine::EngineError> {
        self.engine.ready(&[PlatformName::Console], &BTreeSet::new(), self.clock.now())
    }

    /// Takes everything that may leave now.
    pub fn hear(&mut self) -> Vec<Outgoing> {
        let mut heard = Vec::new();
        loop {
            let ready = self.ready().unwrap();
            if ready.is_empty() {
                return heard;
            }
            for out in ready {
                heard.push(out.clone());
                self.engine.note_deliveries(&[Delivery { out, result: Ok(Receipt::default()) }]).unwrap();
            }
        }
    }

    /// Time goes by, and everything happens at its moment.
    pub fn live_through(&mut self, time: Duration) {
        let until = self.clock.now() + time;
        loop {
            let now = self.clock.now();
            let next = self.engine.next_due(now).unwrap().filter(|next| *next <= until);
            let Some(next) = next else { break };
            self.clock.set(next.max(now));
            while self.engine.ring_due().unwrap() > 0 {}
        }
        self.clock.set(until);
    }

    /// The clock leaps, as after a pause of the machine.
    pub fn wait(&mut self, time: Duration) {
        self.clock.set(self.clock.now() + time);
        while self.engine.ring_due().unwrap() > 0 {}
    }
}

/// A message as text.
pub fn text(out: &Outgoing) -> String {
    rapport::script::canonical(&out.content)
}

/// The files below a folder that hold these bytes.
pub fn holding(folder: &Path, bytes: &str) -> usize {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let holds = |path: &Path| std::fs::read(path).unwrap().windows(bytes.len()).any(|part| part == bytes.as_bytes());
    entries.map(|path| if path.is_dir() { holding(&path, bytes) } else { usize::from(holds(&path)) }).sum()
}

//! How late signals are when many nights run at the same time in one process: `cargo bench --no-default-features --bench nights`, or with the
//! number of nights and of people as arguments after `--`. The clock goes ten times as fast, and so does everything that people do: what is
//! told is how late each signal is in real time. Nothing here fails for being slow; the aim stands in `docs/design.md`, beside the figures.

#![expect(clippy::print_stdout, reason = "the figures are what it is for")]

use futures_util::future::BoxFuture;
use hdrhistogram::Histogram;
use rapport::app::{App, Inbox};
use rapport::chat::inbound::{Body, Inbound, Role, Sender};
use rapport::chat::{DeliverError, Outgoing, Place, PlaceKind, Platform, Receipt};
use rapport::clock::{Clock, Moment};
use rapport::ear::Ear;
use rapport::engine::{Defaults, Engine};
use rapport::grammar::Proofread;
use rapport::ids::{CommunityId, EventId, PlatformName};
use rapport::legwork::Legwork;
use rapport::prompts::Prompts;
use rapport::script::canonical;
use rapport::store::Store;
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::sync::mpsc;

const TIMES: u32 = 10;
const MINUTES: u64 = 5;
const ROUNDS: u64 = 3;
/// A round with its feedback.
const WHOLE: Duration = Duration::from_secs(60 * (MINUTES + 2));

/// What is heard: how late each signal was, and what its people do next.
struct Ears {
    clock: Clock,
    heard: Mutex<Heard>,
    turns: mpsc::UnboundedSender<(String, Turn)>,
}

#[derive(Default)]
struct Heard {
    late: Vec<Duration>,
    messages: u64,
    cards: u64,
    began: BTreeMap<String, Moment>,
    over: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Turn {
    CheckIn,
    Feedback,
    Over,
}

impl Ears {
    fn hear(&self, out: &Outgoing) -> Receipt {
        let now = self.clock.now();
        let text = canonical(&out.content);
        let mut heard = self.heard.lock().expect("nobody fails here");
        heard.messages += 1;
        let room = out.place.room_of().name().to_owned();
        match &out.place.kind {
            PlaceKind::Thread(..) => {
                if text.contains(", round 1 of") {
                    heard.began.entry(room.clone()).or_insert(out.made_at);
                }
                // What is due follows from when the first round began.
                let began = heard.began[&room];
                let into = out.made_at.since(began).as_secs() / WHOLE.as_secs();
                let offset = match () {
                    () if text.contains("about three minutes are left") => {
                        Some(Duration::from_secs(60 * (MINUTES - 3)))
                    }
                    () if text.contains("the time is up") => Some(Duration::from_secs(60 * MINUTES)),
                    () if text.contains(", round ") => Some(Duration::ZERO),
                    () => None,
                };
                if let Some(offset) = offset {
                    let due = began + WHOLE * u32::try_from(into).expect("few rounds") + offset;
                    heard.late.push(now.since(due) / TIMES);
                }
            }
            PlaceKind::Room(_) => {
                let turn = match () {
                    () if text.contains("Nobody has pressed it yet") => Some(Turn::CheckIn),
                    () if text.contains(" is over. The next one starts") => Some(Turn::Feedback),
                    () if text.contains("people took part") => Some(Turn::Over),
                    () => None,
                };
                heard.over += usize::from(turn == Some(Turn::Over));
                if let Some(turn) = turn {
                    let _ = self.turns.send((room, turn));
                }
            }
            PlaceKind::Direct(_) => heard.cards += u64::from(text.starts_with("Round ")),
        }
        let message = out.content.thread.as_ref().map(|_| out.id.to_string());
        Receipt { message, ..Receipt::default() }
    }
}

impl Platform for Ears {
    fn deliver<'a>(&'a self, out: &'a Outgoing) -> BoxFuture<'a, Result<Receipt, DeliverError>> {
        let receipt = self.hear(out);
        Box::pin(std::future::ready(Ok(receipt)))
    }
}

/// What people do, one after the other.
struct Crowd {
    inbox: Inbox,
    clock: Clock,
    events: AtomicU64,
}

impl Crowd {
    async fn says(&self, who: &str, room: Option<&str>, role: Role, text: &str) {
        let number = self.events.fetch_add(1, Ordering::Relaxed);
        let platform = PlatformName::Console;
        let community = room.map(|room| CommunityId::of(platform, room));
        let inbound = Inbound {
            event: EventId(format!("e{number}")),
            sender: Sender { role, community, ..Sender::account(who) },
            place: room.map_or_else(|| Place::direct(platform, who), |room| Place::room(platform, room)),
            at: self.clock.now(),
            body: Body::Text(text.to_owned()),
            ticket: None,
            said_in: None,
        };
        let told = self.inbox.hand_in(inbound).await.expect("the bot runs");
        told.await.expect("it is acted on");
    }
}

#[tokio::main]
async fn main() {
    let wanted: Vec<usize> = std::env::args().filter_map(|arg| arg.parse().ok()).collect();
    let (nights, people) = match wanted.as_slice() {
        [nights, people, ..] => (*nights, *people),
        _ => (40, 30),
    };
    let dir = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).expect("a directory");
    let prompts = Arc::new(Prompts::load(None).expect("the built-in prompts are whole"));
    let clock = Clock::Faster(Clock::System.now(), TIMES);
    let store = Store::open(dir.path()).expect("the store opens");
    let engine = Engine::new(store, Arc::clone(&prompts), clock.clone(), Defaults::default(), 1);
    let (turns, mut next) = mpsc::unbounded_channel();
    let ears = Arc::new(Ears { clock: clock.clone(), heard: Mutex::default(), turns });
    let legwork = Arc::new(Legwork::new(Arc::new(Ear::new(prompts, None)), Proofread::No));
    let (app, inbox) = App::new(engine, legwork, [(PlatformName::Console, Arc::clone(&ears) as Arc<dyn Platform>)]);
    let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
    let running = tokio::spawn(app.run(async {
        let _ = stopped.await;
    }));
    let crowd = Arc::new(Crowd { inbox, clock, events: AtomicU64::new(0) });
    for night in 0..nights {
        let (host, room) = (format!("h{night}"), format!("room{night}"));
        crowd.says(&host, None, Role::Member, "settings timezone Toronto").await;
        for text in ["!night plan tomorrow 7pm, first questions", "4", "1", "5", "1"] {
            crowd.says(&host, Some(&room), Role::Host, text).await;
        }
    }
    for night in 0..nights {
        for text in ["!night start 1", "1"] {
            crowd.says(&format!("h{night}"), Some(&format!("room{night}")), Role::Host, text).await;
        }
    }
    let mut over = 0;
    while over < nights {
        let (room, turn) = next.recv().await.expect("the bot runs");
        let night = room.trim_start_matches("room").to_owned();
        over += usize::from(turn == Turn::Over);
        if turn == Turn::Over {
            continue;
        }
        let crowd = Arc::clone(&crowd);
        tokio::spawn(async move {
            for person in 0..people {
                crowd.says(&format!("p{night}-{person}"), Some(&room), Role::Member, "!night here").await;
            }
            if turn == Turn::CheckIn {
                crowd.says(&format!("h{night}"), Some(&room), Role::Host, "!night next").await;
            }
        });
    }
    let _ = stop.send(());
    running.await.expect("the bot ends").expect("in good order");
    let heard = ears.heard.lock().expect("nobody fails here");
    let mut histogram = Histogram::<u64>::new(3).expect("a histogram");
    for late in &heard.late {
        histogram.saturating_record(u64::try_from(late.as_millis()).unwrap_or(u64::MAX));
    }
    let cells = people / 3;
    println!("{nights} nights of {people} people at the same time, {TIMES} times as fast");
    println!("  {} messages, {} cards (of {})", heard.messages, heard.cards, nights * people * ROUNDS as usize);
    println!("  {} signals (of {})", heard.late.len(), nights * cells * 3 * ROUNDS as usize);
    let at = |quantile| histogram.value_at_quantile(quantile);
    println!("  late by p50 {} ms, p99 {} ms, at most {} ms", at(0.5), at(0.99), histogram.max());
}

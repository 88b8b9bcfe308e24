//! What a draft costs, with its checks, without grammar and with it; and a list of 5,000 contacts that comes in, beside the engine and in it:
//! `cargo bench --no-default-features --bench outreach`.

#![expect(clippy::print_stdout, reason = "the figures are what it is for")]

#[path = "load/process.rs"]
#[expect(dead_code, reason = "here only memory is looked at")]
mod process;

use hdrhistogram::Histogram;
use rapport::chat::Place;
use rapport::chat::inbound::{Body, Inbound, Sender};
use rapport::clock::{Clock, Moment};
use rapport::contact::import::open;
use rapport::ear::Ear;
use rapport::engine::{Defaults, Engine};
use rapport::grammar::Proofread;
use rapport::ids::{EventId, PlatformName};
use rapport::legwork::Legwork;
use rapport::prompts::Prompts;
use rapport::script::{fetched, sent};
use rapport::store::Store;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// How many drafts are put together.
const DRAFTS: usize = 300;
/// How many contacts come in.
const CONTACTS: usize = 5_000;

struct Bench {
    engine: Engine,
    legwork: Legwork,
    events: u64,
}

impl Bench {
    fn new(prompts: &Arc<Prompts>, ear: &Arc<Ear>, dir: &std::path::Path, proofread: Proofread) -> Self {
        let store = Store::open(dir).expect("a store");
        let clock = Clock::standing_at(Moment(1_772_460_000_000));
        let engine = Engine::new(store, Arc::clone(prompts), clock, Defaults::default(), 1);
        Self { engine, legwork: Legwork::new(Arc::clone(ear), proofread), events: 0 }
    }

    fn does(&mut self, body: Body) -> Duration {
        self.events += 1;
        let inbound = Inbound {
            event: EventId(self.events.to_string()),
            sender: Sender::account("ana"),
            place: Place::direct(PlatformName::Console, "ana"),
            at: Moment(1_772_460_000_000),
            body,
            ticket: None,
            said_in: None,
        };
        let began = Instant::now();
        self.engine.handle_finding_out(&inbound, &self.legwork, fetched).expect("handled");
        began.elapsed()
    }

    fn says(&mut self, text: &str) -> Duration {
        self.does(Body::Text(text.to_owned()))
    }
}

fn main() {
    let prompts = Arc::new(Prompts::load(None).expect("the built-in prompts are whole"));
    let ear = Arc::new(Ear::new(Arc::clone(&prompts), None));
    let micros = |time: Duration| u64::try_from(time.as_micros()).unwrap_or(u64::MAX);
    for proofread in [Proofread::No, Proofread::Yes] {
        let dir = tempfile::tempdir().expect("a directory");
        let mut bench = Bench::new(&prompts, &ear, dir.path(), proofread);
        bench.says("contact add Ana Silva, nurse manager at St. Mary's, met at the job fair");
        let before = process::resident(std::process::id());
        let mut first = None;
        let mut took = Histogram::<u64>::new(3).expect("a histogram");
        for number in 0..DRAFTS {
            bench.says("outreach draft email Ana");
            // No two are alike, so that nothing is remembered.
            for line in [
                &format!("I am nurse number {number} from Ghana, new to Toronto."),
                "!skip",
                "how you got in, what nights are like",
                "!skip",
                "15",
            ] {
                bench.says(line);
            }
            let last = if number == 0 {
                bench.says("Tuesday or Thursday after 3pm");
                bench.says("Ama Mensah")
            } else {
                bench.says("Tuesday or Thursday after 3pm")
            };
            if number == 0 {
                first = Some(last);
            } else {
                took.record(micros(last)).expect("recorded");
            }
            bench.says("stop");
            bench.says("!contact show Ana");
        }
        let at = |quantile| Duration::from_micros(took.value_at_quantile(quantile));
        let after = process::resident(std::process::id());
        println!(
            "{} drafts with checks, grammar {proofread:?}: p50 {:.2?}, p99 {:.2?}, the first {:.0?}; memory {before} before, {after} after",
            took.len(),
            at(0.5),
            at(0.99),
            first.unwrap_or_default(),
        );
    }
    let dir = tempfile::tempdir().expect("a directory");
    let file = dir.path().join("all.csv");
    let rows: String = (0..CONTACTS)
        .map(|n| {
            format!(
                "Person Number{n},nurse,Ward {},p{n}@example.org,+1 416 555 {n:04},trained abroad,met at fair {n}\n",
                n % 50
            )
        })
        .collect();
    std::fs::write(&file, format!("name,title,organisation,email,phone,tags,notes\n{rows}")).expect("a file");
    let mut bench = Bench::new(&prompts, &ear, dir.path(), Proofread::No);
    let bytes = std::fs::read(&file).expect("the file");
    let began = Instant::now();
    let read = open("all.csv", &bytes).expect("a table").rows.len();
    let beside = began.elapsed();
    bench.says("contact import");
    let whole = bench.does(Body::File(sent(&file.display().to_string())));
    let find = bench.says("contact find number4321");
    let page = bench.says("contact list");
    let out = bench.says("contact export vcard");
    println!("{read} contacts: {beside:.0?} to read, beside the engine; {whole:.0?} in all");
    println!("then a look-up {find:.1?}, a page {page:.1?}, all of them as vCards {out:.1?}");
}

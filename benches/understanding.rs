//! What understanding a typed question costs: `cargo bench --no-default-features --bench understanding`.

#![expect(clippy::print_stdout, reason = "the figures are what it is for")]

#[path = "load/process.rs"]
mod process;

use divan::{Bencher, black_box};
use hdrhistogram::Histogram;
use process::{resident, worked};
use rapport::ear::Ear;
use rapport::prompts::Prompts;
use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};
use std::time::{Duration, Instant};

static PROMPTS: LazyLock<Arc<Prompts>> =
    LazyLock::new(|| Arc::new(Prompts::load(None).expect("the built-in prompts are whole")));
static EAR: LazyLock<Ear> = LazyLock::new(|| Ear::new(Arc::clone(&PROMPTS), None));

const QUESTION: &str = "What does a typical day look like for you?";
const MESSAGE: &str = "I can see that you enjoy the lab a lot, what is the best part? And who else could I talk to?";

fn main() {
    // Every question of the tests, one after the other, in a program that has read its prompts.
    LazyLock::force(&PROMPTS);
    let before = resident(std::process::id());
    let began = Instant::now();
    EAR.understand(QUESTION).expect("the built-in files are whole");
    println!("first use: {:.0?}; memory {before}, with the encoder {}", began.elapsed(), resident(std::process::id()));
    let worked_before = worked(std::process::id());
    let mut times = Histogram::<u64>::new(3).expect("a histogram");
    for set in [include_str!("../tests/it/questions/en.toml"), include_str!("../tests/it/questions/fr.toml")] {
        let topics: BTreeMap<String, BTreeMap<String, Vec<String>>> = toml::from_str(set).expect("questions");
        for question in topics.values().flat_map(BTreeMap::values).flatten() {
            let began = Instant::now();
            black_box(EAR.understand(question)).expect("the built-in files are whole");
            times.record(u64::try_from(began.elapsed().as_micros()).unwrap_or(u64::MAX)).expect("recorded");
        }
    }
    let work = worked(std::process::id()).saturating_sub(worked_before);
    let mut of_sentences = Histogram::<u64>::new(3).expect("a histogram");
    let encoder = PROMPTS.encoder.encoder().expect("the built-in files are whole");
    for line in PROMPTS.topics.lines() {
        let began = Instant::now();
        black_box(encoder.encode(&line.text));
        of_sentences.record(u64::try_from(began.elapsed().as_micros()).unwrap_or(u64::MAX)).expect("recorded");
    }
    drop(encoder);
    let at = |quantile| Duration::from_micros(times.value_at_quantile(quantile));
    println!("{} messages of people: p50 {:.2?}, p99 {:.2?}; {work:.2?} of work", times.len(), at(0.5), at(0.99));
    let at = |quantile| Duration::from_micros(of_sentences.value_at_quantile(quantile));
    println!("{} lines, encoded: p50 {:.2?}, p99 {:.2?}", of_sentences.len(), at(0.5), at(0.99));
    println!("memory after them: {}", resident(std::process::id()));
    divan::main();
}

#[divan::bench]
fn one_question(bencher: Bencher) {
    bencher.bench(|| EAR.understand(black_box(QUESTION)));
}

#[divan::bench]
fn twenty_words_with_two_topics(bencher: Bencher) {
    bencher.bench(|| EAR.understand(black_box(MESSAGE)));
}

#[divan::bench]
fn load() {
    Ear::new(Arc::clone(&PROMPTS), None).understand("").expect("the built-in files are whole");
}

//! What a typed sentence is about: the sentence encoder, and what was learned from the example lines. Loaded at first use.

use crate::coach::sentences::sentences;
use crate::coach::topics::{Understood, hear, whole};
use crate::prompts::topics::Line;
use crate::prompts::{Fault, Prompts};
use crate::words;
use fnv::FnvHasher;
use rapport_encoder::{Encoder, Example, Learned, Words};
use std::collections::HashMap;
use std::hash::Hasher as _;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

/// What was learned from the lines that an operator has changed, in the data directory.
pub const LEARNED_FILE: &str = "learned.safetensors";
/// The most characters of a message that are listened to.
pub const LONGEST: usize = 2_000;
/// The most sentences that are looked at one by one.
const MOST_SENTENCES: usize = 12;
/// Counts up when the same lines would be learned in another way.
const WAY_OF_LEARNING: u64 = 1;

/// What the lines are learned from by now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Prepared {
    /// They are those that this version was built with.
    AsBuilt,
    /// They were changed, and have been learned.
    Learned,
}

/// What hears.
#[derive(Debug)]
struct Inner {
    encoder: Encoder,
    learned: Learned,
}

/// The ear of a conversation.
#[derive(Debug)]
pub struct Ear {
    prompts: Arc<Prompts>,
    /// Where what was learned anew is kept. `None`: nowhere.
    data_dir: Option<PathBuf>,
    inner: OnceLock<Result<Inner, Fault>>,
}

impl Ear {
    /// An ear that learns from these prompts when it is first needed.
    pub fn new(prompts: Arc<Prompts>, data_dir: Option<PathBuf>) -> Self {
        Self { prompts, data_dir, inner: OnceLock::new() }
    }

    /// The prompts that it learns from.
    pub fn prompts(&self) -> &Arc<Prompts> {
        &self.prompts
    }

    /// What a message is about; nothing that could be answered, where a data file is missing or damaged. That was said when the bot started.
    pub fn hear(&self, text: &str) -> Understood {
        self.understand(text).unwrap_or_else(|_| Understood::nothing())
    }

    /// What several texts are about, each with its text.
    pub fn hear_all(&self, texts: Vec<String>) -> Vec<(String, Understood)> {
        texts.into_iter().map(|text| (text.clone(), self.hear(&text))).collect()
    }

    /// Sees to it that nothing must be learned at first use. It takes some seconds where lines were changed.
    ///
    /// # Errors
    /// A data file is missing or damaged.
    pub fn prepare(&self) -> Result<Prepared, Fault> {
        if is_up_to_date(&self.prompts)? {
            return Ok(Prepared::AsBuilt);
        }
        self.inner().map(|_| Prepared::Learned)
    }

    /// What a message is about. What comes after its first [`LONGEST`] characters is left out.
    ///
    /// # Errors
    /// A data file is missing or damaged.
    pub fn understand(&self, text: &str) -> Result<Understood, Fault> {
        let inner = self.inner()?;
        let text = words::shorten(text, LONGEST);
        let parts: Vec<&str> = sentences(&text).into_iter().map(|range| &text[range]).take(MOST_SENTENCES).collect();
        let of_whole = inner.scores(&text);
        let topics = &self.prompts.topics;
        if parts.len() < 2 {
            return Ok(Understood { message: hear(topics, &text, &of_whole), sentences: Vec::new() });
        }
        let parts: Vec<(&str, Vec<f32>)> = parts.into_iter().map(|part| (part, inner.scores(part))).collect();
        let message = hear(topics, &text, &whole(topics, &of_whole, &parts));
        let sentences = parts.iter().map(|(part, scores)| ((*part).to_owned(), hear(topics, part, scores))).collect();
        Ok(Understood { message, sentences })
    }

    fn inner(&self) -> Result<&Inner, Fault> {
        let inner = self.inner.get_or_init(|| {
            let encoder = self.prompts.encoder.encoder()?;
            let learned = learned(&self.prompts, &encoder, self.data_dir.as_deref())?;
            Ok(Inner { encoder, learned })
        });
        inner.as_ref().map_err(Clone::clone)
    }
}

impl Inner {
    fn scores(&self, text: &str) -> Vec<f32> {
        self.learned.scores(&self.encoder.encode(text), &Words::of(text))
    }
}

/// What was learned from the lines: before this version was built, or before this start, or now.
fn learned(prompts: &Prompts, encoder: &Encoder, data_dir: Option<&Path>) -> Result<Learned, Fault> {
    let wanted = key_of_all(prompts);
    let built_in = prompts.encoder.learned()?;
    if built_in.2 == wanted {
        return Ok(built_in.0);
    }
    let file = data_dir.map(|dir| dir.join(LEARNED_FILE));
    // One that is damaged is written anew.
    let kept = file.as_ref().and_then(|file| Learned::from_file(std::fs::read(file).ok()?.into()).ok());
    if kept.as_ref().is_some_and(|(_, _, whole)| *whole == wanted) {
        return Ok(kept.map_or(built_in.0, |(learned, _, _)| learned));
    }
    let mut known = HashMap::new();
    for (learned, keys, _) in [Some(&built_in), kept.as_ref()].into_iter().flatten() {
        for (number, key) in keys.iter().enumerate() {
            known.insert(*key, (learned, number));
        }
    }
    let vector = |line: &Line| {
        let kept = known.get(&key_of(&line.text)).and_then(|(learned, number)| learned.vector(*number));
        kept.unwrap_or_else(|| encoder.encode(&line.text))
    };
    let learned = learn(prompts, vector);
    if let Some(file) = file
        && let Err(error) = to_file(prompts, &learned).and_then(|bytes| keep(&file, &bytes))
    {
        tracing::warn!(file = %file.display(), %error, "what was learned from the lines cannot be kept: it is learned again at the next start");
    }
    Ok(learned)
}

/// Whether the lines are those that this version was built with.
///
/// # Errors
/// A data file is missing or damaged.
pub fn is_up_to_date(prompts: &Prompts) -> Result<bool, Fault> {
    Ok(prompts.encoder.key_of_learned()? == key_of_all(prompts))
}

/// Learns all lines anew, as they are kept in the program's own source.
///
/// # Errors
/// The encoder's files are missing or damaged.
pub fn learn_all(prompts: &Prompts) -> Result<Vec<u8>, Fault> {
    let encoder = prompts.encoder.encoder()?;
    let learned = learn(prompts, |line| encoder.encode(&line.text));
    to_file(prompts, &learned).map_err(|error| Fault::new("lines", "", error.to_string(), "Look at the lines"))
}

/// Learns from all lines, each with its vector.
fn learn(prompts: &Prompts, vector: impl Fn(&Line) -> Vec<f32>) -> Learned {
    let example = |line: &Line| Example { vector: vector(line), words: Words::of(&line.text), class: line.topic };
    let examples: Vec<Example> = prompts.topics.lines().iter().map(example).collect();
    Learned::learn(&examples, prompts.topics.all().len())
}

fn to_file(prompts: &Prompts, learned: &Learned) -> anyhow::Result<Vec<u8>> {
    let keys: Vec<u64> = prompts.topics.lines().iter().map(|line| key_of(&line.text)).collect();
    Ok(learned.to_file(&keys, key_of_all(prompts))?)
}

/// The key of a line's words.
fn key_of(text: &str) -> u64 {
    let mut hasher = FnvHasher::default();
    hasher.write(text.as_bytes());
    hasher.finish()
}

/// The key of all that is learned from: the topics, the lines, and the way of learning.
fn key_of_all(prompts: &Prompts) -> u64 {
    let mut hasher = FnvHasher::default();
    hasher.write(&WAY_OF_LEARNING.to_le_bytes());
    for topic in prompts.topics.all() {
        hasher.write(topic.id.as_bytes());
        hasher.write_u8(0);
    }
    for line in prompts.topics.lines() {
        hasher.write(prompts.topics.all()[line.topic].id.as_bytes());
        hasher.write_u8(0);
        hasher.write(line.text.as_bytes());
        hasher.write_u8(0);
    }
    hasher.finish()
}

/// Writes a file whole or not at all.
fn keep(file: &Path, bytes: &[u8]) -> anyhow::Result<()> {
    let dir = file.parent().unwrap_or(Path::new("."));
    std::fs::create_dir_all(dir)?;
    let mut beside = tempfile::NamedTempFile::new_in(dir)?;
    std::io::Write::write_all(&mut beside, bytes)?;
    beside.persist(file)?;
    Ok(())
}

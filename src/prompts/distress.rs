//! `prompts/<locale>/distress.toml`: unmistakable signs that somebody may want to die, may harm themselves, or is in danger.

use super::Fault;
use super::cues::{Cues, Plain, WrittenCues};
use super::source::Source;
use crate::ids::Locale;
use serde::Deserialize;

/// The signs, in every language: people in distress write in the one that comes.
#[derive(Debug, Default)]
pub struct Distress(Vec<Cues>);

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    distress: WrittenCues,
}

impl Distress {
    pub(super) fn read(source: &Source, faults: &mut Vec<Fault>) -> Self {
        let mut languages = Vec::new();
        for locale in Locale::ALL {
            if let Some((file, written)) = source.toml::<Written>(&format!("{locale}/distress.toml"), faults) {
                languages.push(written.distress.compile(&file, "distress", faults));
            }
        }
        Self(languages)
    }

    /// Whether a text bears such a sign.
    pub fn is_in(&self, text: &str) -> bool {
        let plain = Plain::of(text);
        self.0.iter().any(|cues| cues.are_in(&plain))
    }
}

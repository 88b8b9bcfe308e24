//! `prompts/advice.toml`: the pieces of advice that Rapport rests on, where the sources disagree, and which of the bot's
//! texts each of them stands behind.

use super::source::Source;
use super::speech::Speech;
use super::{Fault, line_at};
use crate::chat::TextId;
use crate::ids::Locale;
use serde::Deserialize;
use std::collections::BTreeSet;

const FILE: &str = "advice.toml";

/// The areas that rows may wait for. A row that no text uses yet names one of them.
pub const AREAS: [&str; 7] = ["meetings", "mock", "questions", "nudges", "nights", "progress", "settings"];

/// All advice.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Advice {
    /// The pieces of advice.
    #[serde(default, rename = "advice")]
    pub pieces: Vec<Piece>,
    /// The points on which the sources disagree.
    #[serde(default, rename = "disagreement")]
    pub disagreements: Vec<Disagreement>,
}

/// One piece of advice.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Piece {
    /// Its number in the list of advice.
    pub id: u32,
    /// The articles it comes from: `S0` to `S4`.
    pub sources: Vec<String>,
    /// In English.
    pub en: String,
    /// In French.
    pub fr: String,
    /// The keys of the texts that rest on it.
    #[serde(default)]
    pub texts: Vec<String>,
    /// The area that will use it, where no text does yet.
    #[serde(default)]
    pub later: Option<String>,
}

/// A point on which the sources disagree.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Disagreement {
    /// Its name.
    pub id: String,
    /// The pieces of advice it concerns.
    pub advice: Vec<u32>,
    /// In English.
    pub en: String,
    /// In French.
    pub fr: String,
    /// The keys of the texts that open it.
    #[serde(default)]
    pub texts: Vec<String>,
    /// The area that will use it, where no text does yet.
    #[serde(default)]
    pub later: Option<String>,
}

impl Piece {
    /// The wording in a language.
    pub fn wording(&self, locale: Locale) -> &str {
        locale.pick(&self.en, &self.fr)
    }
}

impl Disagreement {
    /// The wording in a language.
    pub fn wording(&self, locale: Locale) -> &str {
        locale.pick(&self.en, &self.fr)
    }
}

impl Advice {
    pub(super) fn read(source: &Source, faults: &mut Vec<Fault>) -> Self {
        source.toml(FILE, faults).map(|(_, advice)| advice).unwrap_or_default()
    }

    /// What stands behind a text: its pieces of advice, then the disagreements about it, as ids for a message.
    pub fn behind(&self, key: &str) -> Vec<TextId> {
        let named = |texts: &[String]| texts.iter().any(|text| text == key);
        let pieces = self.pieces.iter().filter(|piece| named(&piece.texts));
        let disagreements = self.disagreements.iter().filter(|row| named(&row.texts));
        pieces
            .map(|piece| TextId(format!("advice/{}", piece.id)))
            .chain(disagreements.map(|row| TextId(format!("disagreement/{}", row.id))))
            .collect()
    }

    /// The piece of advice of that number.
    pub fn piece(&self, id: u32) -> Option<&Piece> {
        self.pieces.iter().find(|piece| piece.id == id)
    }

    /// The disagreement of that name.
    pub fn disagreement(&self, id: &str) -> Option<&Disagreement> {
        self.disagreements.iter().find(|row| row.id == id)
    }

    pub(super) fn check(&self, speech: &Speech, faults: &mut Vec<Fault>) {
        let mut seen = BTreeSet::new();
        let rows =
            self.pieces.iter().map(|row| (format!("advice {}", row.id), &row.texts, &row.later)).chain(
                self.disagreements.iter().map(|row| (format!("disagreement {}", row.id), &row.texts, &row.later)),
            );
        for (name, texts, later) in rows {
            if !seen.insert(name.clone()) {
                faults.push(Fault::new(FILE, &name, "stands there twice", "Keep one of them"));
            }
            for key in texts.iter().filter(|key| !speech.has(key)) {
                faults.push(Fault::new(
                    FILE,
                    &name,
                    format!("names the text `{key}`, which does not exist"),
                    "Correct the key, or take it out of `texts`",
                ));
            }
            match later.as_deref() {
                None if texts.is_empty() => faults.push(Fault::new(
                    FILE,
                    &name,
                    "is behind no text",
                    "Name the texts that rest on it in `texts`, or the area it waits for in `later`",
                )),
                Some(area) if !AREAS.contains(&area) => faults.push(Fault::new(
                    FILE,
                    &name,
                    format!("waits for `{area}`, which is no area"),
                    format!("Use one of: {}", AREAS.join(", ")),
                )),
                Some(_) if !texts.is_empty() => faults.push(Fault::new(
                    FILE,
                    &name,
                    "is marked `later` although texts rest on it",
                    "Take `later` out",
                )),
                _ => {}
            }
        }
        for row in &self.disagreements {
            for id in row.advice.iter().filter(|id| self.piece(**id).is_none()) {
                faults.push(Fault::new(
                    FILE,
                    format!("disagreement {}", row.id),
                    format!("names advice {id}, which does not exist"),
                    "Correct the number",
                ));
            }
        }
        for piece in &self.pieces {
            for source in piece.sources.iter().filter(|source| !speech.has(&source_key(source))) {
                faults.push(Fault::new(
                    FILE,
                    format!("advice {}", piece.id),
                    format!("names the source `{source}`, which is none"),
                    "Use S0, S1, S2, S3 or S4",
                ));
            }
        }
    }
}

/// The key of the text that names a source to people.
pub fn source_key(source: &str) -> String {
    format!("source-{}", source.to_ascii_lowercase())
}

/// A fault for TOML that cannot be read, with its line.
pub(crate) fn broken_toml(file: &str, text: &str, error: &toml::de::Error) -> Fault {
    let at = error.span().map_or_else(String::new, |span| line_at(text, span.start));
    Fault::new(
        file,
        at,
        format!("cannot be read: {}", error.message().replace('\n', " ")),
        "Correct the line: `key = value` is the form, with texts in quotation marks",
    )
}

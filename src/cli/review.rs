//! `rapport review`: what the rules find, for whoever edits or measures them.

use super::Ending;
use crate::coach::pitch::{self, Review, USUAL_TARGET};
use crate::ids::Locale;
use crate::prompts::Prompts;
use crate::prompts::pitch_rules::Part;
use clap::{Args, ValueEnum};
use serde::Deserialize;
use serde_json::{Value, json};
use std::io::{BufRead as _, Write as _};
use std::process::ExitCode;

/// Print what the rules find, one JSON object a line
#[derive(Debug, Args)]
pub struct Options {
    /// What to review
    kind: Kind,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Kind {
    /// Elevator pitches: {"lang": "en", "text": "...", "seconds": 30}
    Pitch,
}

/// The targets that make sense, in seconds.
const SECONDS: std::ops::RangeInclusive<u32> = 5..=600;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PitchLine {
    lang: Locale,
    text: String,
    #[serde(default)]
    seconds: Option<u32>,
}

pub fn run(options: &Options, prompts: &Prompts) -> Result<ExitCode, Ending> {
    let mut out = std::io::stdout().lock();
    let mut all_read = true;
    for line in std::io::stdin().lock().split(b'\n') {
        let line = String::from_utf8_lossy(&line?).into_owned();
        if line.trim().is_empty() {
            continue;
        }
        let Kind::Pitch = options.kind;
        let found = match serde_json::from_str::<PitchLine>(&line) {
            Ok(PitchLine { seconds: Some(seconds), .. }) if !SECONDS.contains(&seconds) => {
                all_read = false;
                json!({ "error": format!("`seconds` is from {} to {}", SECONDS.start(), SECONDS.end()) })
            }
            Ok(pitch) => {
                let target = pitch.seconds.unwrap_or(USUAL_TARGET);
                as_json(&pitch::review(prompts.pitch_rules(pitch.lang), &pitch.text, target))
            }
            Err(error) => {
                all_read = false;
                json!({ "error": error.to_string() })
            }
        };
        writeln!(out, "{found}")?;
    }
    Ok(if all_read { ExitCode::SUCCESS } else { ExitCode::from(2) })
}

fn as_json(review: &Review) -> Value {
    let parts: serde_json::Map<String, Value> =
        Part::ALL.iter().map(|part| (part.as_str().to_owned(), json!(review.parts.contains_key(part)))).collect();
    let findings: Vec<Value> =
        review.findings.iter().map(|finding| json!({ "id": finding.kind.as_str(), "quote": finding.quote })).collect();
    json!({ "length": review.length.as_str(), "parts": parts, "findings": findings })
}

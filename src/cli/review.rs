//! `rapport review`: what the rules find, for whoever edits or measures them.

use super::Ending;
use crate::coach::outreach::{self, Channel};
use crate::coach::pitch::{self, Review, USUAL_TARGET};
use crate::coach::question;
use crate::ear::Ear;
use crate::ids::Locale;
use crate::prompts::pitch_rules::Part;
use crate::prompts::{Fault, Prompts};
use clap::{Args, ValueEnum};
use serde::Deserialize;
use serde_json::{Value, json};
use std::io::{BufRead as _, Write as _};
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

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
    /// Questions for an informational interview: {"lang": "en", "text": "..."}
    Question,
    /// Messages to a stranger: {"lang": "en", "channel": "email", "subject": "...", "text": "..."}
    Outreach,
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

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct OutreachLine {
    lang: Locale,
    channel: Channel,
    #[serde(default)]
    subject: Option<String>,
    text: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct QuestionLine {
    lang: Locale,
    text: String,
}

/// Reviews the lines of standard input. Gives back status 2 where one of them could not be read.
pub fn run(options: &Options, prompts: &Arc<Prompts>, data_dir: Option<PathBuf>) -> Result<ExitCode, Ending> {
    let ear = Ear::new(Arc::clone(prompts), data_dir);
    let mut out = std::io::stdout().lock();
    let mut all_read = true;
    for line in std::io::stdin().lock().split(b'\n') {
        let line = String::from_utf8_lossy(&line?).into_owned();
        if line.trim().is_empty() {
            continue;
        }
        let found = match options.kind {
            Kind::Pitch => pitch_found(prompts, &line),
            Kind::Outreach => outreach_found(prompts, &line),
            Kind::Question => match question_found(prompts, &ear, &line) {
                Ok(found) => found,
                Err(fault) => return Err(Ending::Faults(vec![fault])),
            },
        };
        let found = found.unwrap_or_else(|problem| {
            all_read = false;
            json!({ "error": problem })
        });
        writeln!(out, "{found}")?;
    }
    Ok(if all_read { ExitCode::SUCCESS } else { ExitCode::from(2) })
}

/// What is found in a pitch, or why its line cannot be read.
fn pitch_found(prompts: &Prompts, line: &str) -> Result<Value, String> {
    let pitch: PitchLine = serde_json::from_str(line).map_err(|error| error.to_string())?;
    let target = pitch.seconds.unwrap_or(USUAL_TARGET);
    if !SECONDS.contains(&target) {
        return Err(format!("`seconds` is from {} to {}", SECONDS.start(), SECONDS.end()));
    }
    Ok(as_json(&pitch::review(prompts.pitch_rules(pitch.lang), &pitch.text, target)))
}

/// What is found in a message, or why its line cannot be read.
fn outreach_found(prompts: &Prompts, line: &str) -> Result<Value, String> {
    let message: OutreachLine = serde_json::from_str(line).map_err(|error| error.to_string())?;
    let (rules, pitch_rules) = (prompts.outreach_rules(message.lang), prompts.pitch_rules(message.lang));
    let OutreachLine { channel, subject, text, .. } = &message;
    let message = outreach::Message { channel: *channel, subject: subject.as_deref(), text };
    let found = outreach::review(rules, pitch_rules, &message);
    let findings = found.iter().map(|found| json!({ "id": found.kind.as_str(), "quote": found.quote }));
    Ok(json!({ "findings": findings.collect::<Vec<Value>>() }))
}

/// What is found in a question, or why its line cannot be read.
///
/// # Errors
/// A data file is damaged.
fn question_found(prompts: &Prompts, ear: &Ear, line: &str) -> Result<Result<Value, String>, Fault> {
    let asked: QuestionLine = match serde_json::from_str(line) {
        Ok(asked) => asked,
        Err(error) => return Ok(Err(error.to_string())),
    };
    let heard = ear.understand(&asked.text)?.message;
    let review = question::review(prompts.question_rules(asked.lang), &prompts.topics, &asked.text, &heard);
    let findings = review.findings.iter().map(|found| json!({ "id": found.kind.as_str(), "quote": found.quote }));
    Ok(Ok(json!({ "open": review.is_open, "findings": findings.collect::<Vec<Value>>() })))
}

fn as_json(review: &Review) -> Value {
    let parts: serde_json::Map<String, Value> =
        Part::ALL.iter().map(|part| (part.as_str().to_owned(), json!(review.parts.contains_key(part)))).collect();
    let findings: Vec<Value> =
        review.findings.iter().map(|finding| json!({ "id": finding.kind.as_str(), "quote": finding.quote })).collect();
    json!({ "length": review.length.as_str(), "parts": parts, "findings": findings })
}

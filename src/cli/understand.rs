//! `rapport understand`: what the lines of standard input are taken for, for whoever edits the example lines.

use super::Ending;
use crate::coach::topics::Heard;
use crate::ear::{self, Ear, LONGEST};
use crate::prompts::Prompts;
use std::io::{BufRead as _, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

/// The most bytes of a line that are taken in: as many as the longest message can have.
const MOST_BYTES: u64 = 4 * LONGEST as u64;
/// How many topics are shown.
const SHOWN: usize = 3;

/// Reads lines and prints five columns for each, parted by tabs: the text, the first three topics with what speaks for each, and what can
/// be done with it.
pub fn run(prompts: &Arc<Prompts>, data_dir: Option<PathBuf>) -> Result<ExitCode, Ending> {
    let ear = Ear::new(Arc::clone(prompts), data_dir);
    let mut input = std::io::stdin().lock();
    let mut out = std::io::stdout().lock();
    for number in 1_u64.. {
        let mut line = Vec::new();
        if input.by_ref().take(MOST_BYTES).read_until(b'\n', &mut line)? == 0 {
            break;
        }
        let mut was_cut = !line.ends_with(b"\n") && skip_line(&mut input)?;
        // What would part the columns, or end the line, is shown as a space.
        let text = String::from_utf8_lossy(&line).replace(|c: char| c.is_control(), " ").trim().to_owned();
        let text = match text.char_indices().nth(LONGEST) {
            Some((end, _)) => {
                was_cut = true;
                text[..end].to_owned()
            }
            None => text,
        };
        if was_cut {
            super::tell(&format!("line {number} is long: only its first {LONGEST} characters are read"));
        }
        let understood = ear.understand(&text).map_err(|fault| Ending::Faults(vec![fault]))?;
        writeln!(out, "{text}\t{}\t{}", columns(prompts, &understood.message), understood.message.act.as_str())?;
    }
    Ok(ExitCode::SUCCESS)
}

/// Learns the lines anew, all of them, and writes what was learned.
pub fn learn(prompts: &Prompts, file: &Path) -> Result<ExitCode, Ending> {
    std::fs::write(file, ear::learn_all(prompts).map_err(|fault| Ending::Faults(vec![fault]))?)?;
    Ok(ExitCode::SUCCESS)
}

fn columns(prompts: &Prompts, heard: &Heard) -> String {
    let shown = heard.topics.iter().take(SHOWN).map(|(topic, score)| {
        let name = prompts.topics.all().get(*topic).map_or("other", |topic| topic.id.as_str());
        format!("{name}:{:.2}", score.clamp(0.0, 1.0))
    });
    shown.collect::<Vec<_>>().join("\t")
}

/// Leaves out what is left of a line. Gives back whether there was anything.
fn skip_line(input: &mut impl std::io::BufRead) -> std::io::Result<bool> {
    let mut skipped = false;
    loop {
        let buffer = input.fill_buf()?;
        if buffer.is_empty() {
            return Ok(skipped);
        }
        let (length, ends) = match buffer.iter().position(|byte| *byte == b'\n') {
            Some(end) => (end + 1, true),
            None => (buffer.len(), false),
        };
        skipped |= length > 1 || !ends;
        input.consume(length);
        if ends {
            return Ok(skipped);
        }
    }
}

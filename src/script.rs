//! Conversations as files: read, played against a stage, compared with what the bot really says.
//!
//! The format is described in `tests/transcripts/README.md`. Every script runs on the engine alone; a platform's tests play
//! the same files on a stage of their own.

mod parse;
mod play;
mod show;
mod stage;

pub use parse::{Act, Address, Expected, Item, ItemKind, Script, ScriptError, parse};
pub use play::{Played, play};
pub use show::{Heard, canonical};
pub use stage::{EngineStage, Pressed, Stage, fetched, sent};

use crate::prompts::Prompts;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// All scripts below these files and folders, in the order of their names.
///
/// # Errors
/// A path is not there, or cannot be read.
pub fn find(paths: &[PathBuf]) -> std::io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for path in paths {
        if path.is_dir() {
            let mut below: Vec<PathBuf> =
                std::fs::read_dir(path)?.map(|entry| entry.map(|entry| entry.path())).collect::<Result<_, _>>()?;
            below.sort();
            below.retain(|path| path.is_dir() || path.extension().is_some_and(|ending| ending == "txt"));
            found.extend(find(&below)?);
        } else {
            std::fs::metadata(path)?;
            found.push(path.clone());
        }
    }
    Ok(found)
}

/// Plays a script file on the engine alone.
///
/// # Errors
/// The file cannot be read, or is no script; or the store failed.
pub async fn play_file(path: &Path, prompts: &Arc<Prompts>) -> anyhow::Result<Played> {
    let script = read(path)?;
    let mut stage = EngineStage::open(Arc::clone(prompts), &script)?;
    play(&script, &mut stage).await
}

/// Reads a script file.
///
/// # Errors
/// The file cannot be read, or is no script.
pub fn read(path: &Path) -> anyhow::Result<Script> {
    let text = std::fs::read_to_string(path).map_err(|error| ScriptError::file(path, &error))?;
    let mut script = parse(&text).map_err(|error| error.in_file(path))?;
    // A file that is sent lies beside the script.
    for item in &mut script.items {
        if let ItemKind::Act(Act::File(_, name)) = &mut item.kind {
            *name = path.with_file_name(name.as_str()).display().to_string();
        }
    }
    Ok(script)
}

//! `rapport replay`: plays conversation scripts.

use super::Ending;
use crate::prompts::Prompts;
use crate::script;
use clap::Args;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

/// Play conversation scripts, and compare what the bot says
#[derive(Debug, Args)]
pub struct Options {
    /// Scripts, and folders with scripts
    #[arg(required = true)]
    paths: Vec<PathBuf>,
    /// Write what the bot says into the scripts
    #[arg(long)]
    bless: bool,
}

#[expect(clippy::print_stdout, clippy::print_stderr, reason = "the report is what the command is for")]
pub async fn run(options: Options, prompts: Arc<Prompts>) -> Result<ExitCode, Ending> {
    let unreadable = |why: String| {
        eprintln!("rapport: {why}");
        Ok(ExitCode::from(2))
    };
    let paths = match script::find(&options.paths) {
        Ok(paths) if !paths.is_empty() => paths,
        Ok(_) => return unreadable("there is no script (a file that ends in .txt) below these paths".to_owned()),
        Err(error) => return unreadable(format!("{error}: {}", list(&options.paths))),
    };
    let (mut passed, mut failed, mut skipped, mut broken) = (0, 0, 0, false);
    for path in paths {
        println!("== {}", path.display());
        let read = match script::read(&path) {
            Ok(read) => read,
            Err(error) => {
                eprintln!("rapport: {error:#}");
                broken = true;
                failed += 1;
                continue;
            }
        };
        if !read.plays_on("engine") {
            println!("(not for the engine alone)\n");
            skipped += 1;
            continue;
        }
        let played = match script::play_file(&path, &prompts).await {
            Ok(played) => played,
            Err(error) => {
                println!("FAILED: {error:#}\n");
                failed += 1;
                continue;
            }
        };
        println!("{}", played.real);
        if played.passed() {
            passed += 1;
            continue;
        }
        for fault in &played.faults {
            println!("{}, {fault}", path.display());
        }
        if options.bless {
            std::fs::write(&path, &played.real)?;
            println!("(written)\n");
        }
        failed += 1;
    }
    let also = if skipped > 0 { format!(", {skipped} skipped") } else { String::new() };
    println!("{passed} passed, {failed} failed{also}");
    Ok(match (broken, failed) {
        (true, _) => ExitCode::from(2),
        (false, 0) => ExitCode::SUCCESS,
        (false, _) => ExitCode::FAILURE,
    })
}

fn list(paths: &[PathBuf]) -> String {
    paths.iter().map(|path| path.display().to_string()).collect::<Vec<_>>().join(", ")
}

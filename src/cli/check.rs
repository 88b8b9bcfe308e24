//! `rapport check`: everything wrong at once, and what to do about it.

use super::{Common, Ending, text};
use crate::config::Config;
use crate::prompts::{Fault, Prompts};
use crate::store::{DATABASE_FILE, Store};
use clap::Args;
use std::path::Path;
use std::process::ExitCode;

/// Find everything wrong with configuration, prompts and database
#[derive(Debug, Args)]
pub struct Options {
    /// Leave the chat platforms out
    #[arg(long)]
    offline: bool,
}

#[expect(clippy::print_stdout, reason = "the report is what the command is for")]
pub fn run(options: &Options, common: &Common) -> Result<ExitCode, Ending> {
    let mut faults = Vec::new();
    let config = Config::load(common.config.as_deref(), std::env::vars_os().filter_map(text)).unwrap_or_else(|found| {
        faults.extend(found);
        Config::default()
    });
    let folder = common.prompts.as_deref().or(config.prompts_dir.as_deref());
    let prompts = Prompts::load(folder);
    let texts = prompts.as_ref().map(|prompts| prompts.speech.keys().count()).unwrap_or_default();
    faults.extend(prompts.err().unwrap_or_default());
    let database = match &config.data_dir {
        Some(dir) => {
            faults.extend(database(dir));
            let state =
                if dir.join(DATABASE_FILE).exists() { "read whole" } else { "none yet; it is made at the first start" };
            format!("database in {}: {state}", dir.display())
        }
        None => "database: no data_dir is set".to_owned(),
    };
    let asked = [
        super::discord(&config).and_then(|settings| match settings {
            None => Ok("Discord: not set up".to_owned()),
            Some(_) if options.offline => Ok("Discord: set up, and not asked".to_owned()),
            Some(settings) => discord(&settings),
        }),
        super::matrix(&config, config.data_dir.as_deref().unwrap_or(Path::new("."))).and_then(
            |settings| match settings {
                None => Ok("Matrix: not set up".to_owned()),
                Some(_) if options.offline => Ok("Matrix: set up, and not asked".to_owned()),
                Some(settings) => matrix(&settings),
            },
        ),
    ];
    let mut platforms = Vec::new();
    for asked in asked {
        match asked {
            Ok(line) => platforms.push(line),
            Err(fault) => faults.push(fault),
        }
    }
    if !faults.is_empty() {
        return Err(Ending::Faults(faults));
    }
    println!(
        "configuration: {}",
        common.config.as_ref().map_or("defaults".to_owned(), |file| file.display().to_string())
    );
    println!("prompts: {texts} texts in 2 languages");
    println!("{database}");
    println!("{}", platforms.join("\n"));
    println!("Nothing is wrong.");
    Ok(ExitCode::SUCCESS)
}

fn database(dir: &Path) -> Vec<Fault> {
    let file = dir.join(DATABASE_FILE).display().to_string();
    match Store::examine(dir) {
        Ok(findings) => findings
            .into_iter()
            .map(|finding| {
                Fault::new(&file, "", format!("is damaged ({finding})"), "Keep a copy of it, and restore a backup")
            })
            .collect(),
        Err(error) => vec![Fault::new(&file, "", "cannot be used", error.to_string().trim_end_matches('.'))],
    }
}

/// Asks Discord whether the bot may come, and how it is invited.
#[cfg(feature = "discord")]
fn discord(settings: &super::DiscordSettings) -> Result<String, Fault> {
    asked("Discord", crate::adapters::discord::examine(settings))
}

#[cfg(not(feature = "discord"))]
fn discord(settings: &super::DiscordSettings) -> Result<String, Fault> {
    match *settings {}
}

/// Asks the homeserver whether the bot may come.
#[cfg(feature = "matrix")]
fn matrix(settings: &super::MatrixSettings) -> Result<String, Fault> {
    asked("Matrix", crate::adapters::matrix::examine(settings))
}

#[cfg(not(feature = "matrix"))]
fn matrix(settings: &super::MatrixSettings) -> Result<String, Fault> {
    match *settings {}
}

/// What a platform says, or what is wrong with it: a sentence for that, and one for what to do.
#[cfg(any(feature = "discord", feature = "matrix"))]
fn asked(platform: &str, question: impl Future<Output = anyhow::Result<String>>) -> Result<String, Fault> {
    let asked = super::runtime().map_err(anyhow::Error::from).and_then(|runtime| runtime.block_on(question));
    asked.map_err(|error| {
        let told = format!("{error:#}");
        let (problem, remedy) = told.split_once(". ").unwrap_or((&told, "See to it, and check again"));
        Fault::new(platform, "", problem, remedy)
    })
}

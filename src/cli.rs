//! The program's own command line.

mod chat;
mod check;
mod platforms;
mod replay;
mod review;
mod run;
mod understand;

use crate::config::{Config, LogFormat, LogLevel};
use crate::ear::{Ear, Prepared};
use crate::engine::Defaults;
use crate::grammar::Proofread;
use crate::legwork::Legwork;
use crate::prompts::{Fault, Prompts};
use anyhow::Context as _;
use clap::{Args, Parser, Subcommand};
use etcetera::BaseStrategy as _;
use platforms::{DiscordSettings, MatrixSettings, discord, matrix};
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;
use tracing_subscriber::filter::{LevelFilter, Targets};
use tracing_subscriber::layer::SubscriberExt as _;
use tracing_subscriber::util::SubscriberInitExt as _;

/// A chat bot that coaches people in informational interviewing.
#[derive(Debug, Parser)]
#[command(version, about, disable_help_subcommand = true)]
struct Line {
    #[command(subcommand)]
    command: Command,
    #[command(flatten)]
    common: Common,
}

#[derive(Clone, Debug, Args)]
struct Common {
    /// The configuration file
    #[arg(long, global = true, value_name = "FILE")]
    config: Option<PathBuf>,
    /// Prompts that replace the built-in ones, file by file
    #[arg(long, global = true, value_name = "DIR")]
    prompts: Option<PathBuf>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Run the bot on the chat platforms that are set up
    Run,
    /// Talk with the bot in this terminal
    Chat(chat::Options),
    /// Play conversation scripts, and compare what the bot says
    Replay(replay::Options),
    /// Find everything wrong with configuration, prompts and database
    Check(check::Options),
    /// Print what the rules find, one JSON object a line
    Review(review::Options),
    /// Read lines, and print which topics they are taken for: text, three times topic:score, act
    Understand {
        /// Learn the lines anew, and write what was learned into the program's own source
        #[arg(long, hide = true, value_name = "FILE")]
        learn: Option<PathBuf>,
    },
    /// Write the built-in prompts into a directory, for editing
    Prompts {
        /// The directory
        dir: PathBuf,
    },
}

/// Why a command ends with another status than 0.
#[derive(Debug)]
enum Ending {
    /// What the operator gave is wrong: status 2.
    Faults(Vec<Fault>),
    /// It failed: status 1.
    Failed(anyhow::Error),
}

impl<E: Into<anyhow::Error>> From<E> for Ending {
    fn from(error: E) -> Self {
        Self::Failed(error.into())
    }
}

/// Runs the program.
#[expect(clippy::print_stderr, reason = "the end of a command line program")]
pub fn run() -> ExitCode {
    hide_panics();
    let line = Line::parse();
    match dispatch(line) {
        Ok(code) => code,
        Err(Ending::Faults(faults)) => {
            for fault in &faults {
                eprintln!("{fault}");
            }
            ExitCode::from(2)
        }
        Err(Ending::Failed(error)) => {
            eprintln!("rapport: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn dispatch(Line { command, common }: Line) -> Result<ExitCode, Ending> {
    match command {
        Command::Check(options) => check::run(&options, &common),
        Command::Prompts { dir } => write_prompts(&dir),
        Command::Run => {
            let (config, prompts) = load(&common)?;
            log_to_stderr(config.log, config.log_format);
            // Two: one for the engine, which is never interrupted, and one for the network.
            let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
            runtime.block_on(run::run(&config, prompts))
        }
        Command::Chat(options) => {
            let (config, prompts) = load(&common)?;
            // A terminal is for talking: only what went wrong interrupts.
            log_to_stderr(LogLevel::Error, config.log_format);
            runtime()?.block_on(chat::run(options, &config, prompts))
        }
        Command::Replay(options) => {
            let (config, prompts) = load(&common)?;
            log_to_stderr(LogLevel::Error, config.log_format);
            runtime()?.block_on(replay::run(options, prompts))
        }
        Command::Review(options) => {
            let (config, prompts) = load(&common)?;
            review::run(&options, &prompts, config.data_dir.or_else(|| users_data_dir().ok()))
        }
        Command::Understand { learn: Some(file) } => understand::learn(&load(&common)?.1, &file),
        Command::Understand { learn: None } => {
            let (config, prompts) = load(&common)?;
            log_to_stderr(LogLevel::Warn, config.log_format);
            let dir = config.data_dir.or_else(|| users_data_dir().ok());
            understand::run(&prompts, dir)
        }
    }
}

/// Says something beside what is printed.
#[expect(clippy::print_stderr, reason = "for whoever sits at the terminal")]
fn tell(text: &str) {
    eprintln!("rapport: {text}");
}

/// The configuration, and the prompts that it or the command line names.
fn load(common: &Common) -> Result<(Config, Arc<Prompts>), Ending> {
    let config =
        Config::load(common.config.as_deref(), std::env::vars_os().filter_map(text)).map_err(Ending::Faults)?;
    let folder = common.prompts.as_deref().or(config.prompts_dir.as_deref());
    let prompts = Prompts::load(folder).map_err(Ending::Faults)?;
    Ok((config, Arc::new(prompts)))
}

/// Where a user's programs keep what is theirs.
fn users_data_dir() -> anyhow::Result<PathBuf> {
    let base = etcetera::choose_base_strategy()
        .context("there is no home directory to keep anything in; give one with --data DIR, or use --temporary")?;
    Ok(base.data_dir().join("rapport"))
}

/// What works beside the engine. It learns the lines that were changed, if any, while everything else goes on.
fn legwork(prompts: &Arc<Prompts>, data_dir: Option<PathBuf>, proofread: Proofread) -> Arc<Legwork> {
    let ear = Arc::new(Ear::new(Arc::clone(prompts), data_dir));
    let learning = Arc::clone(&ear);
    std::thread::spawn(move || match learning.prepare() {
        Ok(Prepared::AsBuilt) => {}
        Ok(Prepared::Learned) => tracing::info!("the lines of the prompts were learned"),
        Err(fault) => tracing::error!(%fault, "the lines of the prompts cannot be learned"),
    });
    Arc::new(Legwork::new(ear, proofread))
}

/// What holds for everybody until they choose otherwise.
fn defaults(config: &Config) -> Defaults {
    Defaults {
        locale: config.language,
        help_line: config.help_line.clone(),
        job_ask: config.job_ask,
        zone: config.timezone,
    }
}

/// Ctrl-C, or the signal that asks a service to end.
async fn interrupted() {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut terminate) = signal(SignalKind::terminate()) {
            tokio::select! {
                _ = terminate.recv() => {}
                _ = tokio::signal::ctrl_c() => {}
            }
            return;
        }
    }
    let _ = tokio::signal::ctrl_c().await;
}

/// An environment variable as text. One that is none is not ours.
fn text((name, value): (std::ffi::OsString, std::ffi::OsString)) -> Option<(String, String)> {
    Some((name.into_string().ok()?, value.into_string().ok()?))
}

fn runtime() -> std::io::Result<tokio::runtime::Runtime> {
    tokio::runtime::Builder::new_current_thread().enable_all().build()
}

#[expect(clippy::print_stdout, reason = "what the command was asked for")]
fn write_prompts(dir: &std::path::Path) -> Result<ExitCode, Ending> {
    let (written, left) = crate::prompts::write_out(dir)?;
    println!("{} files written to {}.", written.len(), dir.display());
    if !left.is_empty() {
        println!("{} were there already, and were left as they are.", left.len());
    }
    println!("Keep those you change and remove the others: what is missing is taken from the program.");
    Ok(ExitCode::SUCCESS)
}

/// Logs our own lines to standard error. Libraries' lines could hold what people wrote, and are left out.
fn log_to_stderr(level: LogLevel, format: LogFormat) {
    let level = match level {
        LogLevel::Error => LevelFilter::ERROR,
        LogLevel::Warn => LevelFilter::WARN,
        LogLevel::Info => LevelFilter::INFO,
        LogLevel::Debug => LevelFilter::DEBUG,
    };
    let ours = Targets::new().with_target("rapport", level);
    let layer = tracing_subscriber::fmt::layer().with_writer(std::io::stderr);
    let registry = tracing_subscriber::registry().with(ours);
    match format {
        LogFormat::Text => registry.with(layer).init(),
        LogFormat::Json => registry.with(layer.json()).init(),
    }
}

/// A panic's message can quote what a person typed: only its place is told.
#[expect(clippy::print_stderr, reason = "nothing may be set up for logging yet")]
fn hide_panics() {
    std::panic::set_hook(Box::new(|info| {
        let place = info.location().map(|place| format!("{}:{}", place.file(), place.line())).unwrap_or_default();
        eprintln!("rapport: a fault of the program at {place}");
    }));
}

//! `rapport chat`: the bot in a terminal.

use super::{Ending, interrupted};
use crate::adapters::console::{Console, Edited, Line, Received, SELF, Style, acknowledgement, lines, receive, sent};
use crate::app::{App, Inbox};
use crate::chat::inbound::{Body, Inbound, Role, Sender};
use crate::chat::{Place, Platform};
use crate::clock::{Clock, Moment};
use crate::config::Config;
use crate::engine::{Defaults, Engine, Outcome};
use crate::ids::{EventId, Locale, PlatformName};
use crate::prompts::Prompts;
use crate::script::{Act, Address, EngineStage, ItemKind, Stage, parse};
use crate::store::sessions::{self, Status};
use crate::store::{Store, facts, people};
use anyhow::Context as _;
use clap::Args;
use std::io::IsTerminal as _;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::{mpsc, oneshot};

/// How many inputs of a program may wait for their acknowledgement.
const ACKNOWLEDGED_LATER: usize = 256;
/// How long the end waits for the reader.
const LAST_WORDS: Duration = Duration::from_millis(300);

/// Talk with the bot in this terminal
#[derive(Debug, Args)]
pub struct Options {
    /// Where everything is kept [default: the user's data directory]
    #[arg(long, value_name = "DIR", conflicts_with = "temporary")]
    data: Option<PathBuf>,
    /// Keep nothing
    #[arg(long)]
    temporary: bool,
    /// Take the `@` lines of conversation scripts too: @advance 25h, @restart, @voice you 27s ...
    #[arg(long, conflicts_with = "json")]
    script: bool,
    /// For programs: one JSON object a line, in and out
    #[arg(long)]
    json: bool,
    /// Let time go so many times as fast, to try a mock-interview night in minutes
    #[arg(long, value_name = "TIMES", value_parser = clap::value_parser!(u32).range(2..=1000), conflicts_with = "script")]
    faster: Option<u32>,
}

/// The fact that says when a clock that goes faster was right: it goes on from there at the next start.
const FASTER: &str = "faster-clock";

/// The clock to go by.
fn clock(store: &Store, faster: Option<u32>) -> anyhow::Result<Clock> {
    let Some(times) = faster else { return Ok(Clock::System) };
    let known = facts::get(&store.connection, FASTER)?.and_then(|text| text.parse().ok());
    let began = known.map_or_else(|| Clock::System.now(), Moment);
    facts::set(&store.connection, FASTER, &began.0.to_string())?;
    Ok(Clock::Faster(began, times))
}

pub async fn run(options: Options, config: &Config, prompts: Arc<Prompts>) -> Result<ExitCode, Ending> {
    let defaults = super::defaults(config);
    if options.script {
        let dir = if options.temporary { None } else { Some(data_dir(&options)?) };
        return script(dir, defaults, prompts).await;
    }
    let dir = if options.temporary { None } else { Some(data_dir(&options)?) };
    let store = match &dir {
        None => Store::in_memory()?,
        Some(dir) => Store::open(dir)?,
    };
    let legwork = super::legwork(&prompts, dir, config.grammar);
    let terminal = std::io::stdin().is_terminal() && std::io::stdout().is_terminal() && !options.json;
    let _screen = Screen::now();
    let input = lines(if terminal { Edited::Yes } else { Edited::No })?;
    let style = match (options.json, terminal) {
        (true, _) => Style::Json,
        (false, true) => Style::Colour,
        (false, false) => Style::Plain,
    };
    let console = Arc::new(Console::new(style, input.print));
    let clock = clock(&store, options.faster)?;
    let engine = Engine::new(store, prompts, clock.clone(), defaults, rand::random());
    let opening = if terminal { Some(opening(&engine)?) } else { None };
    let platform: Arc<dyn Platform> = Arc::clone(&console) as _;
    let (app, inbox) = App::new(engine, legwork, [(PlatformName::Console, platform)]);
    let how = Reading { json: options.json, opening, clock };
    let reader = tokio::spawn(read(input.lines, inbox, console, how));
    app.run(interrupted()).await?;
    // At the end of the input the reader has only its last acknowledgements to print; interrupted, it waits for a line.
    match tokio::time::timeout(LAST_WORDS, reader).await {
        Ok(ended) => ended.context("reading failed")??,
        Err(_) => return Ok(ExitCode::SUCCESS),
    }
    Ok(ExitCode::SUCCESS)
}

/// The terminal as it was found: it is put back when the program ends in the middle of a line.
struct Screen {
    #[cfg(unix)]
    found: Option<rustix::termios::Termios>,
}

impl Screen {
    fn now() -> Self {
        Self {
            #[cfg(unix)]
            found: rustix::termios::tcgetattr(std::io::stdin()).ok(),
        }
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        #[cfg(unix)]
        if let Some(found) = &self.found {
            let _ = rustix::termios::tcsetattr(std::io::stdin(), rustix::termios::OptionalActions::Now, found);
        }
    }
}

/// The user's data directory, or the one that was given.
fn data_dir(options: &Options) -> anyhow::Result<PathBuf> {
    match &options.data {
        Some(dir) => Ok(dir.clone()),
        None => super::users_data_dir(),
    }
}

/// What a person at a terminal meets first: the greeting, or where they were.
fn opening(engine: &Engine) -> anyhow::Result<&'static str> {
    let place = Place::direct(PlatformName::Console, SELF);
    let db = engine.connection();
    let Some(person) = people::find(db, PlatformName::Console, SELF)? else { return Ok("hello") };
    Ok(if sessions::latest(db, &person.id, &place, Status::Open)?.is_some() { "resume" } else { "help" })
}

/// How lines are read.
struct Reading {
    json: bool,
    opening: Option<&'static str>,
    clock: Clock,
}

/// Hands lines to the bot, each after the one before it was acted on.
async fn read(
    mut lines: mpsc::Receiver<Line>,
    inbox: Inbox,
    console: Arc<Console>,
    Reading { json, opening, clock }: Reading,
) -> anyhow::Result<()> {
    // Ids must not repeat those of an earlier run.
    let run: u64 = rand::random();
    let locale = sys_locale::get_locale().and_then(|tag| Locale::from_tag(&tag));
    let zone = iana_time_zone::get_timezone().ok().and_then(|name| name.parse().ok());
    let typed = |count: u64, text: String| Inbound {
        event: EventId(format!("{run:016x}-{count}")),
        sender: Sender { handle: SELF.to_owned(), locale, zone, role: Role::Member, community: None, chat: None },
        place: Place::direct(PlatformName::Console, SELF),
        at: clock.now(),
        body: sent(&text).map_or(Body::Text(text), Body::File),
        ticket: None,
        said_in: None,
    };
    let (acknowledge, waiting) = mpsc::channel(ACKNOWLEDGED_LATER);
    let acknowledging = tokio::spawn(acknowledge_all(waiting, Arc::clone(&console)));
    let mut count = 0;
    if let Some(opening) = opening {
        submit(&inbox, typed(count, opening.to_owned())).await?;
    }
    while let Some(line) = lines.recv().await {
        count += 1;
        let text = match line {
            Line::Text(text) => text,
            Line::Broken(why) => anyhow::bail!("standard input cannot be read: {why}"),
        };
        if !json {
            submit(&inbox, typed(count, text)).await?;
            continue;
        }
        if text.trim().is_empty() {
            continue;
        }
        match receive(&text, clock.now(), locale, zone) {
            Received::Event(inbound) => {
                let event = inbound.event.clone();
                let told = inbox.hand_in(*inbound).await?;
                acknowledge.send((event, told)).await.context("the bot has ended")?;
            }
            Received::Refused(answer) => console.print(&answer)?,
        }
    }
    drop(inbox);
    drop(acknowledge);
    acknowledging.await.context("reading failed")?
}

/// Acknowledges inputs, in their order, each after its commit. The next ones are read meanwhile, so that what waits together is
/// committed together.
async fn acknowledge_all(
    mut waiting: mpsc::Receiver<(EventId, oneshot::Receiver<Outcome>)>,
    console: Arc<Console>,
) -> anyhow::Result<()> {
    while let Some((event, told)) = waiting.recv().await {
        told.await.context("the bot has ended")?;
        console.print(&acknowledgement(&event))?;
    }
    Ok(())
}

/// Waits until an event is acted on, and that is committed.
async fn submit(inbox: &Inbox, inbound: Inbound) -> anyhow::Result<()> {
    inbox.hand_in(inbound).await?.await.context("the bot has ended")?;
    Ok(())
}

/// A conversation whose clock is moved by `@` lines.
#[expect(clippy::print_stdout, reason = "the conversation itself")]
async fn script(dir: Option<PathBuf>, defaults: Defaults, prompts: Arc<Prompts>) -> Result<ExitCode, Ending> {
    let mut stage = EngineStage::begin(prompts, dir, Clock::System.now(), defaults)?;
    let mut input = lines(Edited::No)?.lines;
    while let Some(line) = input.recv().await {
        let text = match line {
            Line::Text(text) => text,
            Line::Broken(why) => return Err(anyhow::anyhow!("standard input cannot be read: {why}").into()),
        };
        let act = if text.starts_with('@') {
            match parse(&text).map(|mut script| script.items.pop().map(|item| item.kind)) {
                Ok(Some(ItemKind::Act(act))) => act,
                Ok(_) => continue,
                Err(error) => {
                    println!("{error}");
                    continue;
                }
            }
        } else if text.starts_with('#') {
            continue;
        } else {
            Act::Say { who: SELF.to_owned(), at: Address::Direct, text }
        };
        if matches!(act, Act::Press { .. }) {
            println!("Type the choice's number instead.");
            continue;
        }
        if let Err(error) = stage.act(&act, None).await {
            println!("{error:#}");
        }
        for heard in stage.hear() {
            println!("{}\n", heard.text);
        }
    }
    Ok(ExitCode::SUCCESS)
}

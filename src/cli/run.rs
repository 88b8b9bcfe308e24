//! `rapport run`: the bot on its chat platforms.

use super::{Ending, interrupted};
use crate::app::{App, Ended, Inbox};
use crate::chat::Platform;
use crate::clock::Clock;
use crate::config::Config;
use crate::engine::Engine;
use crate::ids::PlatformName;
use crate::prompts::{Fault, Prompts};
use crate::store::Store;
use std::process::ExitCode;
use std::sync::Arc;
use tokio::sync::{oneshot, watch};
use tokio::task::JoinSet;

/// Runs until a signal ends it, or until a platform will have the bot no more.
pub async fn run(config: &Config, prompts: Arc<Prompts>) -> Result<ExitCode, Ending> {
    let Some(data_dir) = &config.data_dir else {
        let remedy = "Set it in the file that --config names, or as RAPPORT_DATA_DIR";
        return Err(Ending::Faults(vec![Fault::new("configuration", "data_dir", "is not set", remedy)]));
    };
    // What an operator has to put right is told before anything is opened.
    let wanted = match (super::discord(config), super::matrix(config, data_dir)) {
        (Ok(discord), Ok(matrix)) => Wanted { discord, matrix },
        (discord, matrix) => return Err(Ending::Faults(discord.err().into_iter().chain(matrix.err()).collect())),
    };
    if wanted.discord.is_none() && wanted.matrix.is_none() {
        let remedy = "Set RAPPORT_DISCORD_TOKEN, or `matrix.user` and RAPPORT_MATRIX_PASSWORD (the README says how to get them); \
                      `rapport chat` needs none";
        return Err(Ending::Faults(vec![Fault::new("configuration", "", "sets up no chat platform", remedy)]));
    }
    let store = Store::open(data_dir)?;
    let legwork = super::legwork(&prompts, Some(data_dir.clone()), config.grammar);
    let defaults = super::defaults(config);
    let engine = Engine::new(store, Arc::clone(&prompts), Clock::System, defaults, rand::random());
    let (inbox, submissions) = Inbox::open();
    let (stop, stopped) = watch::channel(false);
    let mut running = JoinSet::new();
    let platforms = connect(wanted, prompts, inbox, &stopped, &mut running).await?;
    // The engine ends after the platforms: what they hand in last is still taken.
    let (end, ended) = oneshot::channel::<()>();
    let mut app = tokio::spawn(App::over(engine, legwork, platforms, submissions).run(async {
        let _ = ended.await;
    }));
    let (mut result, mut engine_ended) = (Ok(()), None);
    tokio::select! {
        () = interrupted() => tracing::info!("asked to end"),
        // A platform, and the engine, end by themselves only when they cannot go on.
        Some(ended) = running.join_next() => result = told(ended),
        ended = &mut app => engine_ended = Some(ended),
    }
    let _ = stop.send(true);
    while let Some(ended) = running.join_next().await {
        result = result.and(told(ended));
    }
    drop(end);
    match engine_ended {
        Some(ended) => ended??,
        None => app.await??,
    }
    result?;
    Ok(ExitCode::SUCCESS)
}

/// How a platform ended. That the engine ended before it is told by the engine.
fn told(ended: Result<anyhow::Result<()>, tokio::task::JoinError>) -> anyhow::Result<()> {
    match ended? {
        Err(error) if error.is::<Ended>() => Ok(()),
        other => other,
    }
}

type Platforms = Vec<(PlatformName, Arc<dyn Platform>)>;

/// The platforms that are set up, with their settings.
struct Wanted {
    discord: Option<super::DiscordSettings>,
    matrix: Option<super::MatrixSettings>,
}

/// Logs in to the platforms that are set up, and lets them run.
#[cfg_attr(
    not(all(feature = "discord", feature = "matrix")),
    expect(unused_variables, reason = "a program without a platform never connects to it")
)]
async fn connect(
    wanted: Wanted,
    prompts: Arc<Prompts>,
    inbox: Inbox,
    stopped: &watch::Receiver<bool>,
    running: &mut JoinSet<anyhow::Result<()>>,
) -> anyhow::Result<Platforms> {
    #[cfg_attr(not(any(feature = "discord", feature = "matrix")), expect(unused_mut, reason = "there are none"))]
    let mut platforms = Platforms::new();
    if let Some(settings) = wanted.discord {
        #[cfg(feature = "discord")]
        {
            let discord = crate::adapters::discord::Discord::log_in(&settings, prompts, Clock::System).await?;
            running.spawn(Arc::clone(&discord).run(inbox.clone(), until_stopped(stopped.clone())));
            platforms.push((PlatformName::Discord, discord as _));
        }
        #[cfg(not(feature = "discord"))]
        match settings {}
    }
    if let Some(settings) = wanted.matrix {
        #[cfg(feature = "matrix")]
        {
            let matrix = crate::adapters::matrix::Matrix::log_in(&settings).await?;
            running.spawn(Arc::clone(&matrix).run(inbox, until_stopped(stopped.clone())));
            platforms.push((PlatformName::Matrix, matrix as _));
        }
        #[cfg(not(feature = "matrix"))]
        match settings {}
    }
    Ok(platforms)
}

#[cfg(any(feature = "discord", feature = "matrix"))]
async fn until_stopped(mut stopped: watch::Receiver<bool>) {
    // An error means that nobody is left who could say it.
    let _ = stopped.wait_for(|stop| *stop).await;
}

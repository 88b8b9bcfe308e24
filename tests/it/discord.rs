//! Discord: the whole bot, or its adapter alone, against a whole fake Discord.

mod commands;
mod direct;
mod evenings;
mod interactions;
mod nights;
mod program;
mod robust;

use crate::world::{PROMPTS, listener};
use fake_discord::{Fake, Seen};
use rapport::adapters::discord::{Discord, Settings};
use rapport::app::{App, Inbox, Submission};
use rapport::chat::Platform;
use rapport::clock::Clock;
use rapport::engine::{Defaults, Engine};
use rapport::ids::PlatformName;
use rapport::store::Store;
use std::path::Path;
use std::sync::Arc;
use tokio::sync::{mpsc, oneshot, watch};
use tokio::task::JoinHandle;

/// A bot that runs, with the machine's clock.
struct Bot {
    discord: Arc<Discord>,
    stop: watch::Sender<bool>,
    listening: JoinHandle<anyhow::Result<()>>,
    end: oneshot::Sender<()>,
    app: JoinHandle<Result<(), rapport::engine::EngineError>>,
}

fn settings(fake: &Fake) -> Settings {
    Settings { token: fake.token().into(), guild: None, api_url: Some(fake.http_url()) }
}

async fn log_in(fake: &Fake) -> Arc<Discord> {
    Discord::log_in(&settings(fake), Arc::clone(&PROMPTS), Clock::System).await.unwrap()
}

fn engine(dir: &Path) -> Engine {
    let defaults = Defaults::default();
    Engine::new(Store::open(dir).unwrap(), Arc::clone(&PROMPTS), Clock::System, defaults, rand::random())
}

impl Bot {
    async fn start(fake: &Fake, dir: &Path) -> Self {
        Self::start_with(fake, dir, log_in(fake).await).await
    }

    async fn start_with(fake: &Fake, dir: &Path, discord: Arc<Discord>) -> Self {
        let (inbox, submissions) = Inbox::open();
        let (stop, mut stopped) = watch::channel(false);
        let (end, ended) = oneshot::channel();
        let platform: Arc<dyn Platform> = Arc::clone(&discord) as _;
        let app = App::over(engine(dir), listener(), [(PlatformName::Discord, platform)], submissions);
        let app = tokio::spawn(app.run(async {
            let _: Result<(), _> = ended.await;
        }));
        let listening = tokio::spawn(Arc::clone(&discord).run(inbox, async move {
            let _ = stopped.wait_for(|stop| *stop).await;
        }));
        fake.connected().await;
        fake.caught_up().await;
        Self { discord, stop, listening, end, app }
    }

    /// Ends as on a signal: the platform first, then the engine.
    async fn end(self) {
        let _ = self.stop.send(true);
        self.listening.await.unwrap().unwrap();
        drop(self.end);
        self.app.await.unwrap().unwrap();
    }

    /// Ends as on a kill: nothing that is under way is finished.
    async fn kill(self, fake: &Fake) {
        self.listening.abort();
        self.app.abort();
        let _ = (self.listening.await, self.app.await);
        drop(self.discord);
        fake.disconnected().await;
    }
}

/// The adapter alone: what it hands in is taken by hand.
struct Adapter {
    discord: Arc<Discord>,
    submissions: mpsc::Receiver<Submission>,
    engine: Engine,
    stop: watch::Sender<bool>,
    listening: JoinHandle<anyhow::Result<()>>,
}

impl Adapter {
    async fn start(fake: &Fake, dir: &Path) -> Self {
        let discord = log_in(fake).await;
        let (inbox, submissions) = Inbox::open();
        let (stop, mut stopped) = watch::channel(false);
        let listening = tokio::spawn(Arc::clone(&discord).run(inbox, async move {
            let _ = stopped.wait_for(|stop| *stop).await;
        }));
        let mut adapter = Self { discord, submissions, engine: engine(dir), stop, listening };
        // What is registered, and which chats wait, is asked before anything else.
        adapter.serve_until(fake.connected()).await;
        adapter.serve_until(fake.caught_up()).await;
        adapter
    }

    /// Answers questions, and leaves events alone, until something has happened.
    async fn serve_until(&mut self, until: impl Future<Output = ()>) {
        tokio::pin!(until);
        loop {
            tokio::select! {
                () = &mut until => return,
                Some(submission) = self.submissions.recv() => match submission {
                    Submission::Question(question) => question(&self.engine),
                    Submission::Event(inbound, _) => panic!("{inbound:?}"),
                },
            }
        }
    }

    /// The next event.
    async fn event(&mut self) -> rapport::chat::Inbound {
        loop {
            match self.submissions.recv().await.unwrap() {
                Submission::Event(inbound, _) => return *inbound,
                Submission::Question(question) => question(&self.engine),
            }
        }
    }
}

/// Waits until somebody has seen a message with this text in it, of those that came since the last look.
async fn sees(fake: &Fake, who: &str, text: &str) -> Seen {
    fake.until(&format!("{who} sees {text:?}"), |fake| {
        fake.changes(who).into_iter().find(|seen| seen.author == fake.bot() && seen.content.contains(text))
    })
    .await
}

/// The button with these words.
fn button(seen: &Seen, label: &str) -> String {
    seen.button(label).unwrap_or_else(|| panic!("no button {label:?}: {:?}", seen.buttons()))
}

/// A pitch that is neither short nor long.
const PITCH: &str = crate::world::GOOD_PITCH;

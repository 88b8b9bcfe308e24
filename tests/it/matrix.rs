//! Matrix: the whole bot against a real homeserver, with encrypted clients as people.

mod encryption;
mod losing;
mod program;
mod rooms;
mod sessions;
mod talking;
mod ways;

use crate::world::{PROMPTS, listener};
use rapport::adapters::matrix::{Matrix, Settings};
use rapport::app::{App, Inbox};
use rapport::chat::Platform;
use rapport::clock::Clock;
use rapport::config::{Credentials, Invites};
use rapport::engine::{Defaults, Engine};
use rapport::ids::PlatformName;
use rapport::store::Store;
use real_synapse::matrix_sdk::ruma::{OwnedRoomId, OwnedUserId};
use real_synapse::{PASSWORD, Person, Synapse, is_left_out, whole_name};
use std::path::Path;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, LazyLock};
use tokio::sync::{oneshot, watch};
use tokio::task::JoinHandle;

/// The homeserver of all tests that need none of their own. `None`: they are left out.
static SHARED: LazyLock<Option<Synapse>> = LazyLock::new(|| (!is_left_out()).then(Synapse::start));

/// A name that nobody has had on a shared homeserver.
fn unique(name: &str) -> String {
    static COUNT: AtomicU32 = AtomicU32::new(1);
    format!("{name}{}", COUNT.fetch_add(1, Ordering::Relaxed))
}

/// An account for a bot, and where it keeps everything.
struct Home {
    dir: tempfile::TempDir,
    settings: Settings,
}

impl Home {
    async fn on(synapse: &Synapse) -> Self {
        let name = unique("rapport");
        Person::register(synapse, &name).await.client.matrix_auth().logout().await.unwrap();
        let dir = tempfile::tempdir().unwrap();
        let settings = Settings {
            user: whole_name(&name).to_string(),
            homeserver: Some(synapse.url()),
            credentials: Credentials::Password(PASSWORD.into()),
            store_passphrase: None,
            invites: Invites::default(),
            invites_per_hour: 1_000,
            data_dir: dir.path().to_owned(),
        };
        Self { dir, settings }
    }

    fn bot(&self) -> OwnedUserId {
        OwnedUserId::try_from(self.settings.user.as_str()).unwrap()
    }

    fn path(&self) -> &Path {
        self.dir.path()
    }

    async fn start(&self) -> Bot {
        Bot::start(&self.settings).await
    }
}

/// A bot that runs, with the machine's clock.
struct Bot {
    stop: watch::Sender<bool>,
    listening: JoinHandle<anyhow::Result<()>>,
    end: oneshot::Sender<()>,
    app: JoinHandle<Result<(), rapport::engine::EngineError>>,
}

impl Bot {
    async fn start(settings: &Settings) -> Self {
        let matrix = Matrix::log_in(settings).await.unwrap();
        let engine = Self::engine(&settings.data_dir);
        let (inbox, submissions) = Inbox::open();
        let (stop, mut stopped) = watch::channel(false);
        let (end, ended) = oneshot::channel();
        let platform: Arc<dyn Platform> = Arc::clone(&matrix) as _;
        let app = App::over(engine, listener(), [(PlatformName::Matrix, platform)], submissions);
        let app = tokio::spawn(app.run(async {
            let _: Result<(), _> = ended.await;
        }));
        let listening = tokio::spawn(matrix.run(inbox, async move {
            let _ = stopped.wait_for(|stop| *stop).await;
        }));
        Self { stop, listening, end, app }
    }

    fn engine(dir: &Path) -> Engine {
        let defaults = Defaults::default();
        Engine::new(Store::open(dir).unwrap(), Arc::clone(&PROMPTS), Clock::System, defaults, rand::random())
    }

    /// Ends as on a signal: the platform first, then the engine.
    async fn end(self) {
        let _ = self.stop.send(true);
        self.listening.await.unwrap().unwrap();
        drop(self.end);
        self.app.await.unwrap().unwrap();
    }

    /// Ends as on a kill: nothing that is under way is finished.
    async fn kill(self) {
        self.listening.abort();
        self.app.abort();
        let _ = (self.listening.await, self.app.await);
    }
}

/// Lets the time of everything that is planned have come, while the bot is stopped.
fn make_due(dir: &Path) {
    let db = rusqlite::Connection::open(dir.join(rapport::store::DATABASE_FILE)).unwrap();
    let moment = Clock::System.now().0 - 1_000;
    // At an hour that was named, so that it is told whatever hour it is where the test runs.
    let sql = "UPDATE nudges SET due_at = ?1, tell_at = ?1, hour_set = 'named' WHERE told_at IS NULL";
    let changed = db.execute(sql, [moment]).unwrap();
    assert!(changed > 0, "nothing is planned");
}

/// Somebody, and a direct chat of theirs in which the bot is.
async fn met(synapse: &Synapse, home: &Home, name: &str) -> (Person, OwnedRoomId) {
    let person = Person::register(synapse, &unique(name)).await;
    let room = person.open_direct(&home.bot()).await;
    person.is_joined_by(&room, &home.bot()).await;
    (person, room)
}

//! A real Matrix homeserver for tests: Synapse, from the Python package registry into `target/`, once; started on loopback with a
//! database of its own, and gone when whoever started it is.

mod install;
#[cfg(feature = "people")]
mod people;

#[cfg(feature = "people")]
pub use matrix_sdk;
#[cfg(feature = "people")]
pub use people::{Came, PASSWORD, Person, Seen, until, whole_name};

use std::fs::File;
use std::io::{Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// The name of every homeserver here: people are `@ana:rapport.test`.
pub const SERVER_NAME: &str = "rapport.test";

/// How long a homeserver may take to start.
const LONGEST_START: Duration = Duration::from_secs(60);

/// The key that it signs with. Nobody outside this machine ever sees anything signed by it.
const SIGNING_KEY: &str = "ed25519 a_test bm90IGEgc2VjcmV0OiBqdXN0IDMyIGJ5dGVzIGxvbmc";

/// What makes a homeserver different from the others.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Limits {
    /// Nobody is ever slowed down.
    #[default]
    Generous,
    /// Messages are limited as strictly as they are where nobody changed anything: one every five seconds, ten at once.
    AsShipped,
    /// Messages are limited to this many a second, ten at once.
    PerSecond(u32),
}

/// A homeserver.
#[derive(Debug)]
pub struct Synapse {
    folder: tempfile::TempDir,
    port: u16,
    keeper: Option<Child>,
}

/// Whether the tests that need a homeserver are left out, because somebody said so.
pub fn is_left_out() -> bool {
    let is_left_out = std::env::var_os("RAPPORT_NO_SYNAPSE").is_some_and(|set| set == "1");
    if is_left_out {
        eprintln!("RAPPORT_NO_SYNAPSE=1: the tests against a real homeserver are left out");
    }
    is_left_out
}

impl Synapse {
    /// A homeserver that slows nobody down.
    ///
    /// # Panics
    /// It cannot be installed or started: with what to do.
    pub fn start() -> Self {
        Self::with(Limits::Generous)
    }

    /// A homeserver with its limits.
    ///
    /// # Panics
    /// It cannot be installed or started: with what to do.
    pub fn with(limits: Limits) -> Self {
        let folder = tempfile::tempdir().expect("a place for a homeserver");
        // Free for the moment: whoever takes it in between makes the start fail, with a message.
        let port = TcpListener::bind("127.0.0.1:0").and_then(|free| free.local_addr()).expect("a free port").port();
        std::fs::write(folder.path().join("homeserver.yaml"), configuration(folder.path(), port, limits)).unwrap();
        std::fs::write(folder.path().join("log.yaml"), logging(folder.path())).unwrap();
        std::fs::write(folder.path().join("signing.key"), format!("{SIGNING_KEY}\n")).unwrap();
        let mut synapse = Self { folder, port, keeper: None };
        synapse.go_on();
        synapse
    }

    /// Its address.
    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// Stops it, as for maintenance. What it knows stays.
    pub fn stop(&mut self) {
        if let Some(mut keeper) = self.keeper.take() {
            drop(keeper.stdin.take());
            keeper.wait().expect("the homeserver's keeper");
        }
    }

    /// Starts it again where it was.
    pub fn go_on(&mut self) {
        self.stop();
        let python = install::python();
        let keeper = Path::new(env!("CARGO_MANIFEST_DIR")).join("keeper.py");
        let child = Command::new(&python)
            .arg(keeper)
            .arg(&python)
            .arg(self.folder.path().join("homeserver.yaml"))
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(File::create(self.folder.path().join("errors.txt")).expect("a file for errors"))
            .spawn()
            .expect("the homeserver's keeper");
        self.keeper = Some(child);
        let begun = Instant::now();
        while !self.is_up() {
            if begun.elapsed() > LONGEST_START {
                let told = |name| std::fs::read_to_string(self.folder.path().join(name)).unwrap_or_default();
                panic!("the homeserver does not start:\n{}\n{}", told("errors.txt"), told("log.txt"));
            }
            std::thread::sleep(Duration::from_millis(50));
        }
    }

    fn is_up(&self) -> bool {
        let Ok(mut stream) = TcpStream::connect(("127.0.0.1", self.port)) else { return false };
        let _ = stream.set_read_timeout(Some(Duration::from_secs(5)));
        let asked =
            stream.write_all(b"GET /_matrix/client/versions HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        let mut answer = String::new();
        asked.is_ok() && stream.read_to_string(&mut answer).is_ok() && answer.starts_with("HTTP/1.1 200")
    }
}

impl Drop for Synapse {
    fn drop(&mut self) {
        self.stop();
    }
}

/// Its configuration. JSON is YAML as well.
fn configuration(folder: &Path, port: u16, limits: Limits) -> String {
    let file = |name: &str| folder.join(name).display().to_string();
    let generous = r#"{"per_second": 10000, "burst_count": 10000}"#;
    let messages = match limits {
        Limits::Generous => generous.to_owned(),
        Limits::AsShipped => r#"{"per_second": 0.2, "burst_count": 10}"#.to_owned(),
        Limits::PerSecond(count) => format!(r#"{{"per_second": {count}, "burst_count": 10}}"#),
    };
    format!(
        r#"{{
"server_name": "{SERVER_NAME}", "pid_file": "{}", "report_stats": false, "trusted_key_servers": [],
"listeners": [{{"port": {port}, "type": "http", "tls": false, "bind_addresses": ["127.0.0.1"],
                "resources": [{{"names": ["client", "media"], "compress": false}}]}}],
"database": {{"name": "sqlite3", "args": {{"database": "{}"}}}},
"log_config": "{}", "media_store_path": "{}", "signing_key_path": "{}",
"enable_registration": true, "enable_registration_without_verification": true, "bcrypt_rounds": 4,
"macaroon_secret_key": "not a secret", "form_secret": "not a secret", "suppress_key_server_warning": true,
"presence": {{"enabled": false}}, "use_presence": false,
"rc_message": {messages},
"rc_registration": {generous},
"rc_login": {{"address": {generous}, "account": {generous}, "failed_attempts": {generous}}},
"rc_joins": {{"local": {generous}, "remote": {generous}}},
"rc_joins_per_room": {generous},
"rc_room_creation": {generous},
"rc_admin_redaction": {generous},
"rc_delayed_event_mgmt": {generous},
"rc_invites": {{"per_room": {generous}, "per_user": {generous}, "per_issuer": {generous}}}
}}"#,
        file("synapse.pid"),
        file("synapse.db"),
        file("log.yaml"),
        file("media"),
        file("signing.key"),
    )
}

fn logging(folder: &Path) -> String {
    let file = folder.join("log.txt");
    format!(
        r#"{{"version": 1, "disable_existing_loggers": false,
"handlers": {{"file": {{"class": "logging.FileHandler", "filename": "{}"}}}},
"root": {{"level": "WARNING", "handlers": ["file"]}}}}"#,
        file.display()
    )
}

//! The bot's session: made once, kept in the data directory, and made anew with the same device when the homeserver ends it.

use super::Settings;
use super::failure::{Fatal, said, said_of_building};
use crate::clock::{Clock, Moment};
use crate::config::Credentials;
use anyhow::Context as _;
use matrix_sdk::authentication::matrix::MatrixSession;
use matrix_sdk::config::RequestConfig;
use matrix_sdk::encryption::{BackupDownloadStrategy, EncryptionSettings};
use matrix_sdk::ruma::api::client::session::login::v3 as login;
use matrix_sdk::ruma::api::client::uiaa::{MatrixUserIdentifier, UserIdentifier};
use matrix_sdk::ruma::{OwnedDeviceId, OwnedUserId};
use matrix_sdk::store::StateStoreDataKey;
use matrix_sdk::{Client, ClientBuilder, SessionMeta, SessionTokens, SqliteStoreConfig};
use rand::RngExt as _;
use secrecy::{ExposeSecret as _, SecretString};
use serde::{Deserialize, Serialize};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::time::Duration;

/// What other clients call the bot's session.
const DEVICE_NAME: &str = "Rapport";
/// How long a request may take, long polls apart. The first answer after an absence can be a long one.
const LONGEST_REQUEST: Duration = Duration::from_secs(90);

/// The session as it is kept: `matrix/session.json` in the data directory, for this user alone.
#[derive(Clone, Serialize, Deserialize)]
pub(super) struct Session {
    /// The homeserver's address.
    pub(super) homeserver: String,
    /// The bot's whole name.
    pub(super) user: String,
    /// The device: it stays the same when the session is renewed, because keys and transaction ids hang on it.
    pub(super) device: String,
    /// The access token. `None`: the login was begun, and not finished.
    pub(super) token: Option<String>,
    /// When the device was first logged in.
    pub(super) since: Moment,
    /// Whether the device's keys have been given to the homeserver.
    #[serde(default)]
    pub(super) is_established: bool,
}

/// The bot's account, with the files in which its session is kept.
pub(super) struct Account {
    folder: PathBuf,
    session: Mutex<Session>,
}

impl Account {
    /// Takes up the session that is kept, or logs in and keeps one.
    pub(super) async fn open(settings: &Settings) -> anyhow::Result<(Self, Client)> {
        let folder = folder(settings);
        make_private(&folder)?;
        let session = match Session::read(&folder)? {
            Some(kept) if kept.user != settings.user => return Err(Fatal::OtherKeys(folder).into()),
            Some(kept) => taken_up(settings, &folder, kept).await?,
            None => first(settings, &folder).await?,
        };
        let client = restored(settings, &folder, &session).await?;
        Ok((Self { folder, session: Mutex::new(session) }, client))
    }

    /// The session as it now is.
    pub(super) fn session(&self) -> Session {
        super::locked(&self.session).clone()
    }

    /// Where the keys are.
    pub(super) fn folder(&self) -> &Path {
        &self.folder
    }

    /// Notes that the device's keys are with the homeserver.
    pub(super) fn note_established(&self) -> anyhow::Result<()> {
        let mut session = super::locked(&self.session);
        session.is_established = true;
        session.write(&self.folder)
    }

    /// The client anew, over what is kept.
    pub(super) async fn reopen(&self, settings: &Settings) -> anyhow::Result<Client> {
        restored(settings, &self.folder, &self.session()).await
    }

    /// Logs in again with the same device, after the homeserver ended the session.
    ///
    /// # Errors
    /// There is no password to do it with, or it is not accepted.
    pub(super) async fn renew(&self, settings: &Settings) -> anyhow::Result<Client> {
        let Credentials::Password(password) = &settings.credentials else { return Err(Fatal::Token.into()) };
        let before = self.session();
        let scout = scout(&before.homeserver).await?;
        let token = log_in(&scout, settings, password, &before.device).await?;
        let session = Session { token: Some(token), ..before };
        session.write(&self.folder)?;
        let client = restored(settings, &self.folder, &session).await?;
        *super::locked(&self.session) = session;
        Ok(client)
    }
}

/// The folder with everything that goes with the bot's device.
pub(super) fn folder(settings: &Settings) -> PathBuf {
    settings.data_dir.join("matrix")
}

/// A session that is kept, with a token that was given meanwhile, or that the login did not come to.
async fn taken_up(settings: &Settings, folder: &Path, kept: Session) -> anyhow::Result<Session> {
    let session = match &settings.credentials {
        Credentials::Token(token) if kept.token.as_deref() != Some(token.expose_secret()) => {
            let device = who_has(settings, &kept.homeserver, token).await?;
            if device != kept.device {
                return Err(Fatal::OtherKeys(folder.to_owned()).into());
            }
            Session { token: Some(token.expose_secret().to_owned()), ..kept }
        }
        Credentials::Password(password) if kept.token.is_none() => {
            let scout = scout(&kept.homeserver).await?;
            Session { token: Some(log_in(&scout, settings, password, &kept.device).await?), ..kept }
        }
        _ => return Ok(kept),
    };
    session.write(folder)?;
    Ok(session)
}

/// The first session of this account here.
async fn first(settings: &Settings, folder: &Path) -> anyhow::Result<Session> {
    let place = homeserver(settings);
    let scout = scout(&place).await?;
    let begun = Session {
        homeserver: scout.homeserver().to_string(),
        user: settings.user.clone(),
        device: made_device(),
        token: None,
        since: Clock::System.now(),
        is_established: false,
    };
    let session = match &settings.credentials {
        Credentials::Password(password) => {
            // Kept before it is used, so that a login that is cut off leaves no second device behind.
            begun.write(folder)?;
            let token = match log_in(&scout, settings, password, &begun.device).await {
                Ok(token) => token,
                Err(error) => {
                    let _ = std::fs::remove_file(Session::file(folder));
                    return Err(error);
                }
            };
            Session { token: Some(token), ..begun }
        }
        Credentials::Token(token) => {
            let device = who_has(settings, &begun.homeserver, token).await?;
            Session { token: Some(token.expose_secret().to_owned()), device, ..begun }
        }
    };
    session.write(folder)?;
    Ok(session)
}

/// The homeserver as it was named.
pub(super) fn homeserver(settings: &Settings) -> String {
    let in_name = settings.user.split_once(':').map_or("", |(_, server)| server);
    settings.homeserver.clone().unwrap_or_else(|| in_name.to_owned())
}

fn builder() -> ClientBuilder {
    // What fails is tried again by the outbox, which alone knows what is still wanted.
    let requests = RequestConfig::new().disable_retry().timeout(LONGEST_REQUEST);
    let encryption = EncryptionSettings {
        auto_enable_cross_signing: false,
        backup_download_strategy: BackupDownloadStrategy::AfterDecryptionFailure,
        auto_enable_backups: false,
    };
    Client::builder()
        .request_config(requests)
        .with_encryption_settings(encryption)
        .respect_login_well_known(false)
        .user_agent(concat!("Rapport/", env!("CARGO_PKG_VERSION")))
}

/// A client that keeps nothing, to find the homeserver and to see that it is one.
///
/// # Errors
/// It cannot be reached, is none, or is too old.
pub(super) async fn scout(place: &str) -> anyhow::Result<Client> {
    let is_address = place.starts_with("http://") || place.starts_with("https://");
    let builder =
        if is_address { builder().homeserver_url(place) } else { builder().server_name_or_homeserver_url(place) };
    let client = builder.build().await.map_err(|error| said_of_building(error, place, Path::new("")))?;
    let known = client.fetch_server_versions(None).await.map_err(|error| said(&error, place))?;
    let speaks = |version: &str| {
        let minor = version.strip_prefix("v1.").and_then(|minor| minor.parse::<u32>().ok());
        minor.is_some_and(|minor| minor >= OLDEST_MINOR)
    };
    if !known.versions.iter().any(|version| speaks(version)) {
        let last = known.versions.last().map_or("nothing that is known", String::as_str);
        return Err(Fatal::TooOld(last.to_owned()).into());
    }
    Ok(client)
}

/// Matrix 1.4, of September 2022, is the first with threads.
const OLDEST_MINOR: u32 = 4;

/// Logs in by password; gives back the access token.
pub(super) async fn log_in(
    scout: &Client,
    settings: &Settings,
    password: &SecretString,
    device: &str,
) -> anyhow::Result<String> {
    let identifier = UserIdentifier::Matrix(MatrixUserIdentifier::new(settings.user.clone()));
    let password = login::Password::new(identifier, password.expose_secret().to_owned());
    let mut request = login::Request::new(login::LoginInfo::Password(password));
    request.device_id = Some(device.into());
    request.initial_device_display_name = Some(DEVICE_NAME.to_owned());
    let answer = scout.send(request).await.map_err(|error| said(&error, &homeserver(settings)))?;
    // Some homeservers take a name in other letters, and know the account by its own.
    if answer.user_id.as_str() != settings.user {
        return Err(Fatal::OtherAccount.into());
    }
    Ok(answer.access_token)
}

/// The device that an access token belongs to.
pub(super) async fn who_has(settings: &Settings, homeserver: &str, token: &SecretString) -> anyhow::Result<String> {
    let scout = logged_in(settings, homeserver, "UNKNOWN", token.expose_secret()).await?;
    let answer = scout.whoami().await.map_err(|error| said(&error, homeserver))?;
    if answer.user_id.as_str() != settings.user {
        return Err(Fatal::OtherAccount.into());
    }
    let device = answer.device_id.context("this access token belongs to no device. Get one by logging in")?;
    Ok(device.to_string())
}

/// A client that keeps nothing, with a session.
pub(super) async fn logged_in(
    settings: &Settings,
    homeserver: &str,
    device: &str,
    token: &str,
) -> anyhow::Result<Client> {
    let client = scout(homeserver).await?;
    let session = matrix_session(&settings.user, device, token)?;
    client.restore_session(session).await.context("Matrix cannot be set up")?;
    Ok(client)
}

fn matrix_session(user: &str, device: &str, token: &str) -> anyhow::Result<MatrixSession> {
    let user_id = OwnedUserId::try_from(user).map_err(|_| anyhow::anyhow!("{user} is no Matrix name"))?;
    Ok(MatrixSession {
        meta: SessionMeta { user_id, device_id: OwnedDeviceId::from(device) },
        tokens: SessionTokens { access_token: token.to_owned(), refresh_token: None },
    })
}

/// The client over what is kept. Nothing is asked of the homeserver.
async fn restored(settings: &Settings, folder: &Path, session: &Session) -> anyhow::Result<Client> {
    let passphrase = settings.store_passphrase.as_ref().map(|passphrase| passphrase.expose_secret());
    let store = folder.join("store");
    make_private(&store)?;
    // A few rooms and their keys need no large caches.
    let config = SqliteStoreConfig::with_low_memory_config(&store).passphrase(passphrase);
    let client = builder()
        .homeserver_url(&session.homeserver)
        .sqlite_store_with_config_and_cache_path(config, None::<&Path>)
        .build()
        .await
        .map_err(|error| said_of_building(error, &session.homeserver, folder))?;
    // The library takes an answer of the homeserver for a repetition, and gives out nothing of it, where it has been there before.
    // Whether it was acted on is for us to say.
    let forgotten = client.state_store().remove_kv_data(StateStoreDataKey::SyncToken).await;
    forgotten.with_context(|| format!("the keys in {} cannot be used", folder.display()))?;
    let token = session.token.as_deref().context("there is no access token")?;
    let session = matrix_session(&session.user, &session.device, token)?;
    client
        .restore_session(session)
        .await
        .with_context(|| format!("the keys in {} cannot be used", folder.display()))?;
    Ok(client)
}

fn made_device() -> String {
    let mut random = rand::rng();
    let letters: String = (0..8).map(|_| char::from(b'A' + random.random_range(0..26u8))).collect();
    format!("RAPPORT{letters}")
}

impl Session {
    fn file(folder: &Path) -> PathBuf {
        folder.join("session.json")
    }

    /// The session that is kept, if one is.
    pub(super) fn read(folder: &Path) -> anyhow::Result<Option<Self>> {
        let file = Self::file(folder);
        let text = match std::fs::read_to_string(&file) {
            Ok(text) => text,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(error).with_context(|| format!("{} cannot be read", file.display())),
        };
        // What stands in it is secret: no part of it is told.
        let read = serde_json::from_str(&text).ok();
        let told = || format!("{} is damaged. Remove the folder it is in, and start again", file.display());
        read.map(Some).with_context(told)
    }

    fn write(&self, folder: &Path) -> anyhow::Result<()> {
        write_private(&Self::file(folder), &serde_json::to_string_pretty(self)?)
    }
}

/// Writes a file that this user alone can read, whole or not at all.
pub(super) fn write_private(file: &Path, text: &str) -> anyhow::Result<()> {
    let told = || format!("{} cannot be written", file.display());
    let folder = file.parent().unwrap_or_else(|| Path::new("."));
    // Temporary files are made for their user alone.
    let mut temporary = tempfile::NamedTempFile::new_in(folder).with_context(told)?;
    temporary.write_all(text.as_bytes()).with_context(told)?;
    temporary.as_file().sync_all().with_context(told)?;
    temporary.persist(file).with_context(told)?;
    Ok(())
}

/// Makes a folder that this user alone can look into.
fn make_private(folder: &Path) -> anyhow::Result<()> {
    let told = || format!("{} cannot be made", folder.display());
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder).with_context(told)
}

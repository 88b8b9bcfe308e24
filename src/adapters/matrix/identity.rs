//! The bot's encryption identity: made at the first start, signed, recoverable, and never replaced by itself.

use super::failure::{Fatal, Meaning, meaning};
use super::login::write_private;
use super::{Matrix, Settings};
use crate::config::Credentials;
use anyhow::Context as _;
use matrix_sdk::encryption::identities::ManualVerifyError;
use matrix_sdk::encryption::recovery::{RecoveryError, RecoveryState};
use matrix_sdk::encryption::secret_storage::SecretStorageError;
use matrix_sdk::ruma::UserId;
use matrix_sdk::ruma::api::client::keys::get_keys::v3::{Request as KeysRequest, Response as Keys};
use matrix_sdk::ruma::api::client::uiaa::{AuthData, MatrixUserIdentifier, Password, UserIdentifier};
use matrix_sdk::{Client, Error, HttpError};
use secrecy::ExposeSecret as _;
use std::path::PathBuf;

/// Where the recovery key is, in a file of its own beside the folder with the device's keys: it outlives them.
pub(super) fn recovery_key_file(settings: &Settings) -> PathBuf {
    settings.data_dir.join("matrix-recovery-key")
}

/// What the homeserver knows of the bot's device.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Known {
    /// Nothing.
    No,
    /// These very keys.
    AsOurs,
    /// Other keys.
    Otherwise,
}

impl Matrix {
    /// Sees to it that other clients can trust the bot: its device's keys are with the homeserver, signed by an identity that the bot
    /// holds, and a recovery key brings that identity to another device.
    ///
    /// # Errors
    /// The homeserver cannot be reached, or an operator must see to something.
    pub(super) async fn establish(&self) -> anyhow::Result<()> {
        let client = self.client();
        let encryption = client.encryption();
        encryption.wait_for_e2ee_initialization_tasks().await;
        let session = self.account.session();
        let (device, has_identity) = self.known_keys(&client).await?;
        match (device, session.is_established) {
            (Known::AsOurs, _) | (Known::No, false) => {}
            (Known::No, true) | (Known::Otherwise, true) => {
                return Err(Fatal::DeviceGone(self.account.folder().to_owned()).into());
            }
            (Known::Otherwise, false) => return Err(Fatal::DeviceTaken.into()),
        }
        // What is known of it here may be an identity that was made, and never reached the homeserver.
        encryption.request_user_identity(&self.user).await?;
        if !has_identity {
            self.make_identity(&client).await?;
        } else if !holds_identity(&client).await {
            self.recover(&client).await?;
        }
        let device = encryption.get_own_device().await?.context("the bot has no device")?;
        if !device.is_cross_signed_by_owner() {
            device.verify().await.map_err(|error| match error {
                ManualVerifyError::Http(error) => anyhow::Error::from(error),
                other => anyhow::Error::from(other).context("the bot's device cannot be signed"),
            })?;
        }
        if !session.is_established {
            self.account.note_established()?;
        }
        self.keep_recoverable(&client).await
    }

    /// What the homeserver knows of this very device, and whether it knows an identity of the account.
    async fn known_keys(&self, client: &Client) -> anyhow::Result<(Known, bool)> {
        let answer = published_keys(client, &self.user).await?;
        let device = self.account.session().device;
        let keys = answer
            .device_keys
            .get(&self.user)
            .and_then(|devices| devices.iter().find(|(id, _)| id.as_str() == device))
            .map(|(_, keys)| keys.deserialize_as_unchecked::<serde_json::Value>())
            .transpose()?;
        let has_identity = answer.master_keys.contains_key(&self.user);
        let Some(keys) = keys else { return Ok((Known::No, has_identity)) };
        let theirs = keys["keys"][format!("ed25519:{device}")].as_str().map(str::to_owned);
        let ours = client.encryption().ed25519_key().await;
        Ok((if theirs == ours { Known::AsOurs } else { Known::Otherwise }, has_identity))
    }

    async fn make_identity(&self, client: &Client) -> anyhow::Result<()> {
        let encryption = client.encryption();
        let refused = match encryption.bootstrap_cross_signing(None).await {
            Ok(()) => return Ok(()),
            Err(error) => error,
        };
        // Some homeservers ask for the password even the first time.
        let wanted = match &refused {
            Error::Http(error) => error.as_uiaa_response().map(|info| info.session.clone()),
            _ => None,
        };
        let Some(session) = wanted else { return Err(refused.into()) };
        let Credentials::Password(password) = &self.settings.credentials else {
            return Err(Fatal::PasswordWanted.into());
        };
        let identifier = UserIdentifier::Matrix(MatrixUserIdentifier::new(self.settings.user.clone()));
        let mut password = Password::new(identifier, password.expose_secret().to_owned());
        password.session = session;
        encryption.bootstrap_cross_signing(Some(AuthData::Password(password))).await?;
        Ok(())
    }

    /// Brings the identity to this device by the recovery key.
    async fn recover(&self, client: &Client) -> anyhow::Result<()> {
        let file = recovery_key_file(&self.settings);
        let Some(key) = read_key(&file)? else { return Err(Fatal::IdentityLocked(file).into()) };
        let recovered = client.encryption().recovery().recover(&key).await;
        // What comes with it may be amiss; the identity is what counts.
        if holds_identity(client).await {
            tracing::info!("the bot's encryption identity was brought back by its recovery key");
            return Ok(());
        }
        match recovered.map_err(of_library) {
            Err(Some(error)) if meaning(&error) != Meaning::Other => Err(error.into()),
            _ => Err(Fatal::RecoveryKey(file).into()),
        }
    }

    /// Sees to it that there is a recovery key, and that it is in its file.
    async fn keep_recoverable(&self, client: &Client) -> anyhow::Result<()> {
        let recovery = client.encryption().recovery();
        let file = recovery_key_file(&self.settings);
        let is_kept = read_key(&file)?.is_some();
        let key = match recovery.state() {
            RecoveryState::Enabled if is_kept => return Ok(()),
            RecoveryState::Unknown | RecoveryState::Incomplete if is_kept => {
                tracing::warn!(
                    "whether the recovery key is still good cannot be told now; it is looked at again at the next start"
                );
                return Ok(());
            }
            // Nobody has the key any more, and this device has what it opens.
            RecoveryState::Enabled | RecoveryState::Incomplete => recovery.reset_key().await,
            RecoveryState::Disabled | RecoveryState::Unknown => match recovery.enable().await {
                // One that was cut off in the middle of this, or another app of the account.
                Err(RecoveryError::BackupExistsOnServer) => recovery.reset_key().await,
                enabled => enabled,
            },
        };
        let key = key.map_err(|error| match of_library(error) {
            Some(error) => anyhow::Error::from(error),
            None => anyhow::anyhow!("recovery cannot be set up"),
        })?;
        if is_kept {
            let before = file.with_extension("old");
            std::fs::rename(&file, &before).with_context(|| format!("{} cannot be kept", before.display()))?;
        }
        write_private(&file, &format!("{key}\n"))?;
        tracing::info!(file = %file.display(), "the recovery key of the bot's encryption identity was written; keep a copy in a safe place");
        Ok(())
    }
}

/// The keys that the homeserver knows of an account: its devices', and its identity's.
pub(super) async fn published_keys(client: &Client, user: &UserId) -> Result<Keys, HttpError> {
    let mut request = KeysRequest::new();
    request.device_keys.insert(user.to_owned(), Vec::new());
    client.send(request).await
}

/// Whether the bot holds the keys of its identity.
async fn holds_identity(client: &Client) -> bool {
    client.encryption().cross_signing_status().await.is_some_and(|status| status.is_complete())
}

/// The library's own error in one of recovery, such as a homeserver that is away.
fn of_library(error: RecoveryError) -> Option<Error> {
    match error {
        RecoveryError::Sdk(error) | RecoveryError::SecretStorage(SecretStorageError::Sdk(error)) => Some(error),
        _ => None,
    }
}

fn read_key(file: &std::path::Path) -> anyhow::Result<Option<String>> {
    match std::fs::read_to_string(file) {
        Ok(text) => Ok(Some(text.trim().to_owned()).filter(|key| !key.is_empty())),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error).with_context(|| format!("{} cannot be read", file.display())),
    }
}

//! What the homeserver's refusals mean, in words for an operator, and for the outbox.

use matrix_sdk::ruma::api::error::{ErrorKind, RetryAfter};
use matrix_sdk::{ClientBuildError, Error, HttpError};
use std::path::PathBuf;
use std::time::{Duration, SystemTime};

/// Why the homeserver will not have the bot: something that an operator must see to. A sentence for what is wrong, one for what to do.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fatal {
    /// The name or the password.
    #[error(
        "The homeserver does not accept this name and password. Check `matrix.user` and RAPPORT_MATRIX_PASSWORD, or the file of `matrix.password_file`"
    )]
    Password,
    /// The access token.
    #[error(
        "The homeserver does not know this access token, or knows it no more. Get a new one into RAPPORT_MATRIX_TOKEN or the file of `matrix.token_file`, or set a password in its place"
    )]
    Token,
    /// The token is of somebody else.
    #[error(
        "The homeserver knows this account by another name than `matrix.user`. Set the name exactly as it is, or the token that goes with the name"
    )]
    OtherAccount,
    /// The account was closed.
    #[error(
        "The homeserver has closed this account. Ask whoever runs the homeserver, or make another account for the bot"
    )]
    Closed,
    /// The homeserver has not been reached, and no session is kept that could wait for it.
    #[error(
        "The homeserver {0} cannot be reached. Check `matrix.homeserver`, and whether this machine is on the network"
    )]
    Unreachable(String),
    /// It limits how often anybody logs in.
    #[error("The homeserver asks to wait {} seconds before another login. Try again then", .0.as_secs() + 1)]
    Busy(Duration),
    /// Something else answers there.
    #[error(
        "No Matrix homeserver answers at {0}. Check `matrix.homeserver`: it takes the homeserver's name or its address"
    )]
    NoHomeserver(String),
    /// It speaks no version of the protocol that the bot speaks.
    #[error(
        "The homeserver is too old: it speaks {0}, and Rapport needs Matrix 1.4 of 2022. Ask whoever runs it to bring it up to date"
    )]
    TooOld(String),
    /// The device was removed on the homeserver.
    #[error(
        "The homeserver no longer knows the bot's device: somebody signed it out. Its keys are of no use any more: remove the folder {} and start again; the recovery key beside it brings the bot's identity back", .0.display()
    )]
    DeviceGone(PathBuf),
    /// The token is of a session that another program made keys for.
    #[error(
        "This access token belongs to a session that another program has made keys for. Set a password in its place, or get a token for the bot alone"
    )]
    DeviceTaken,
    /// What is kept is of another account or session.
    #[error("The folder {} holds the keys of another account or session. Move it away, or set the account that it belongs to", .0.display())]
    OtherKeys(PathBuf),
    /// The store's passphrase.
    #[error(
        "The keys in {} cannot be opened with this passphrase. Set the one they were made with in RAPPORT_MATRIX_STORE_PASSPHRASE", .0.display()
    )]
    Passphrase(PathBuf),
    /// The account has an identity that the bot holds no key of.
    #[error(
        "This account has an encryption identity already, and the bot has no key to it. Write the account's recovery key into {}; if nobody has it, reset the identity in another app, signed in as the bot, and keep the new recovery key", .0.display()
    )]
    IdentityLocked(PathBuf),
    /// The recovery key does not fit.
    #[error("The recovery key in {} does not open this account's identity. Write the key that was made last into it", .0.display())]
    RecoveryKey(PathBuf),
    /// The homeserver wants more than a password before it takes an identity.
    #[error(
        "The homeserver wants the account's password before it takes the bot's encryption identity. Set RAPPORT_MATRIX_PASSWORD in place of the token for the first start"
    )]
    PasswordWanted,
}

/// What a refusal means to whoever tries again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    /// The homeserver asks to wait so long.
    Wait(Duration),
    /// The homeserver is not there: it is no fault of what was asked.
    Away,
    /// The homeserver is not well; it may be what was asked.
    Unwell,
    /// The session is no longer known.
    LoggedOut,
    /// The bot may not do this.
    Forbidden,
    /// There is no such thing.
    Gone,
    /// Anything else.
    Other,
}

/// How long to wait where the homeserver does not say.
const USUAL_WAIT: Duration = Duration::from_secs(5);

/// The least time between two tries, whatever the homeserver says.
const LEAST_WAIT: Duration = Duration::from_millis(500);

impl Meaning {
    /// Whether the same is to be tried again, a little later.
    pub(super) fn passes(self) -> bool {
        matches!(self, Self::Wait(_) | Self::Away | Self::Unwell | Self::LoggedOut)
    }
}

/// What an error of the library means.
pub(super) fn meaning(error: &Error) -> Meaning {
    match error {
        Error::Http(error) => meaning_of_http(error),
        Error::Timeout | Error::Io(_) | Error::ConcurrentRequestFailed => Meaning::Away,
        Error::WrongRoomState(_) => Meaning::Gone,
        _ => Meaning::Other,
    }
}

/// What an error of a request means.
pub(super) fn meaning_of_http(error: &HttpError) -> Meaning {
    let error = match error {
        HttpError::Cached(error) => error.as_ref(),
        error => error,
    };
    if let HttpError::Reqwest(_) = error {
        return Meaning::Away;
    }
    let status = error.as_client_api_error().map(|error| error.status_code.as_u16());
    match error.client_api_error_kind() {
        Some(ErrorKind::LimitExceeded(limit)) => {
            let wait = match limit.retry_after {
                Some(RetryAfter::Delay(delay)) => delay,
                Some(RetryAfter::DateTime(at)) => at.duration_since(SystemTime::now()).unwrap_or_default(),
                None => USUAL_WAIT,
            };
            Meaning::Wait(wait.max(LEAST_WAIT))
        }
        Some(ErrorKind::UnknownToken(_) | ErrorKind::MissingToken) => Meaning::LoggedOut,
        Some(ErrorKind::Forbidden) => Meaning::Forbidden,
        Some(ErrorKind::NotFound) => Meaning::Gone,
        _ => match status {
            Some(502..=504 | 520..=530) => Meaning::Away,
            Some(500..=599) => Meaning::Unwell,
            Some(429) => Meaning::Wait(USUAL_WAIT),
            // A proxy's own page in place of the homeserver's answer.
            None if matches!(error, HttpError::Api(_)) && error.as_ruma_api_error().is_none() => Meaning::Away,
            _ => Meaning::Other,
        },
    }
}

/// What stops a first request, in words for an operator. `place` is the homeserver as it was named.
pub(super) fn said_of_building(error: ClientBuildError, place: &str, folder: &std::path::Path) -> anyhow::Error {
    match error {
        ClientBuildError::SqliteStore(error) => {
            let told = format!("{error:?}");
            // The library tells a wrong passphrase by what fails to decrypt.
            if told.contains("Decryption")
                || told.contains("passphrase")
                || told.contains("Cipher")
                || told.contains("Aead")
            {
                Fatal::Passphrase(folder.to_owned()).into()
            } else {
                anyhow::anyhow!("the keys in {} cannot be opened ({error})", folder.display())
            }
        }
        ClientBuildError::Http(error) => said(&error, place),
        ClientBuildError::AutoDiscovery(_) | ClientBuildError::InvalidServerName | ClientBuildError::Url(_) => {
            Fatal::NoHomeserver(place.to_owned()).into()
        }
        other => anyhow::Error::from(other).context("Matrix cannot be set up"),
    }
}

/// What stops a first request, in words for an operator.
pub(super) fn said(error: &HttpError, place: &str) -> anyhow::Error {
    match error.client_api_error_kind() {
        Some(ErrorKind::UserDeactivated) => Fatal::Closed.into(),
        Some(ErrorKind::UnknownToken(_) | ErrorKind::MissingToken) => Fatal::Token.into(),
        Some(ErrorKind::Forbidden) => Fatal::Password.into(),
        Some(ErrorKind::LimitExceeded(_)) => match meaning_of_http(error) {
            Meaning::Wait(wait) => Fatal::Busy(wait).into(),
            _ => Fatal::Busy(USUAL_WAIT).into(),
        },
        _ => match error {
            HttpError::Reqwest(_) => Fatal::Unreachable(place.to_owned()).into(),
            // Something answers, and not as a homeserver does.
            HttpError::Api(_) if error.as_ruma_api_error().is_none() => Fatal::NoHomeserver(place.to_owned()).into(),
            _ => match meaning_of_http(error) {
                Meaning::Away | Meaning::Unwell => Fatal::Unreachable(place.to_owned()).into(),
                _ => Fatal::NoHomeserver(place.to_owned()).into(),
            },
        },
    }
}

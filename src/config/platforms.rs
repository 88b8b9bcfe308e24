//! What an operator sets for each chat platform.

use super::Invites;
use crate::prompts::Fault;
use secrecy::SecretString;
use std::path::PathBuf;

/// What an operator can set for Discord.
#[derive(Clone, Debug, Default)]
pub struct Discord {
    /// The bot's token, from the environment.
    pub token: Option<SecretString>,
    /// The file that holds it instead.
    pub token_file: Option<PathBuf>,
    /// The only server whose members get the commands.
    pub guild: Option<String>,
    /// Another place than Discord itself.
    pub api_url: Option<String>,
}

impl Discord {
    /// The token, wherever it is. `None`: Discord is not set up.
    ///
    /// # Errors
    /// The file that is to hold it does not.
    pub fn token(&self) -> Result<Option<SecretString>, Fault> {
        secret("discord.token", "Discord's token", &self.token, &self.token_file)
    }
}

/// What an operator can set for Matrix.
#[derive(Clone, Debug)]
pub struct Matrix {
    /// The bot's whole name: `@rapport:example.org`.
    pub user: Option<String>,
    /// The homeserver, by name or by address. Left out: the one in the bot's name.
    pub homeserver: Option<String>,
    /// The account's password, from the environment.
    pub password: Option<SecretString>,
    /// The file that holds it instead.
    pub password_file: Option<PathBuf>,
    /// An access token, from the environment.
    pub token: Option<SecretString>,
    /// The file that holds it instead.
    pub token_file: Option<PathBuf>,
    /// What the keys on disk are encrypted with, from the environment.
    pub store_passphrase: Option<SecretString>,
    /// The file that holds it instead.
    pub store_passphrase_file: Option<PathBuf>,
    /// Whose invitations are accepted.
    pub invites: Invites,
    /// How many invitations are accepted in an hour.
    pub invites_per_hour: usize,
}

impl Default for Matrix {
    fn default() -> Self {
        Self {
            user: None,
            homeserver: None,
            password: None,
            password_file: None,
            token: None,
            token_file: None,
            store_passphrase: None,
            store_passphrase_file: None,
            invites: Invites::default(),
            invites_per_hour: 60,
        }
    }
}

/// How the bot shows that it is who it says.
#[derive(Clone, Debug)]
pub enum Credentials {
    /// By its password.
    Password(SecretString),
    /// By an access token.
    Token(SecretString),
}

impl Matrix {
    /// Who the bot is, and how it shows it. `None`: Matrix is not set up.
    ///
    /// # Errors
    /// One of the two is missing, or a file does not hold what it is to hold.
    pub fn account(&self) -> Result<Option<(String, Credentials)>, Fault> {
        let password = secret("matrix.password", "the account's password", &self.password, &self.password_file)?;
        let token = secret("matrix.token", "an access token", &self.token, &self.token_file)?;
        let credentials = token.map(Credentials::Token).or(password.map(Credentials::Password));
        match (&self.user, credentials) {
            (Some(user), Some(credentials)) => Ok(Some((user.clone(), credentials))),
            (Some(_), None) => {
                let remedy = "Set RAPPORT_MATRIX_PASSWORD, or write it into the file of `matrix.password_file`";
                Err(Fault::new("configuration", "matrix.password", "is missing beside `matrix.user`", remedy))
            }
            (None, Some(_)) => {
                let remedy = "Give the bot's whole name, such as \"@rapport:example.org\"";
                Err(Fault::new("configuration", "matrix.user", "is missing", remedy))
            }
            (None, None) if self.homeserver.is_some() => {
                let remedy = "Give the bot's whole name, such as \"@rapport:example.org\", and its password";
                Err(Fault::new("configuration", "matrix.user", "is missing", remedy))
            }
            (None, None) => Ok(None),
        }
    }

    /// What the keys on disk are encrypted with.
    ///
    /// # Errors
    /// The file that is to hold it does not.
    pub fn store_passphrase(&self) -> Result<Option<SecretString>, Fault> {
        secret("matrix.store_passphrase", "the passphrase", &self.store_passphrase, &self.store_passphrase_file)
    }
}

/// A secret, wherever it is. `key` is its own; that of its file ends in `_file`.
fn secret(
    key: &str,
    what: &str,
    given: &Option<SecretString>,
    file: &Option<PathBuf>,
) -> Result<Option<SecretString>, Fault> {
    let (None, Some(file)) = (given, file) else { return Ok(given.clone()) };
    let (at, key) = (file.display().to_string(), format!("{key}_file"));
    let remedy = format!("Write {what} into it, and nothing else; only this user should be able to read it");
    match std::fs::read_to_string(file) {
        Ok(text) if !text.trim().is_empty() => Ok(Some(text.trim().into())),
        Ok(_) => Err(Fault::new(at, key, "is empty", remedy)),
        Err(error) => Err(Fault::new(at, key, format!("cannot be read ({error})"), remedy)),
    }
}

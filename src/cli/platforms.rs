//! The platforms that are set up, as this program can run them.

use crate::config::Config;
use crate::prompts::Fault;
use std::path::Path;

/// What Discord needs. A program without it has no use for that.
#[cfg(feature = "discord")]
pub(super) type DiscordSettings = crate::adapters::discord::Settings;
#[cfg(not(feature = "discord"))]
pub(super) type DiscordSettings = std::convert::Infallible;

/// What Matrix needs. A program without it has no use for that.
#[cfg(feature = "matrix")]
pub(super) type MatrixSettings = crate::adapters::matrix::Settings;
#[cfg(not(feature = "matrix"))]
pub(super) type MatrixSettings = std::convert::Infallible;

/// What is set for Discord, if it is set up.
pub(super) fn discord(config: &Config) -> Result<Option<DiscordSettings>, Fault> {
    let discord = &config.discord;
    let Some(token) = discord.token()? else { return Ok(None) };
    #[cfg(feature = "discord")]
    let settings = DiscordSettings { token, guild: discord.guild.clone(), api_url: discord.api_url.clone() };
    #[cfg(feature = "discord")]
    return Ok(Some(settings));
    #[cfg(not(feature = "discord"))]
    {
        let _ = token;
        let remedy = "Build it with `--features discord`, or leave the token out";
        Err(Fault::new("configuration", "discord.token", "is of no use to this program", remedy))
    }
}

/// What is set for Matrix, if it is set up. Its keys go into the data directory.
pub(super) fn matrix(config: &Config, data_dir: &Path) -> Result<Option<MatrixSettings>, Fault> {
    let matrix = &config.matrix;
    let Some((user, credentials)) = matrix.account()? else { return Ok(None) };
    let store_passphrase = matrix.store_passphrase()?;
    #[cfg(feature = "matrix")]
    let settings = MatrixSettings {
        user,
        homeserver: matrix.homeserver.clone(),
        credentials,
        store_passphrase,
        invites: matrix.invites.clone(),
        invites_per_hour: matrix.invites_per_hour,
        data_dir: data_dir.to_owned(),
    };
    #[cfg(feature = "matrix")]
    return Ok(Some(settings));
    #[cfg(not(feature = "matrix"))]
    {
        let _ = (user, credentials, store_passphrase, data_dir);
        let remedy = "Build it with `--features matrix`, or leave the account out";
        Err(Fault::new("configuration", "matrix.user", "is of no use to this program", remedy))
    }
}

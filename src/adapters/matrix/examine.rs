//! `rapport check`: whether the homeserver will have the bot, before it starts.

use super::Settings;
use super::failure::{Fatal, said};
use super::identity::{published_keys, recovery_key_file};
use super::login::{Session, folder, homeserver, log_in, logged_in, scout, who_has};
use crate::config::Credentials;
use matrix_sdk::Client;
use matrix_sdk::ruma::OwnedUserId;
use secrecy::ExposeSecret as _;

/// The device of a login that is only tried, and ended at once.
const TRIED: &str = "RAPPORTCHECK";

/// Asks the homeserver whether the bot may come. Nothing stays behind of it. Gives back a line for the operator.
///
/// # Errors
/// What is wrong, and what to do about it.
pub async fn examine(settings: &Settings) -> anyhow::Result<String> {
    let folder = folder(settings);
    let kept = Session::read(&folder)?;
    if kept.as_ref().is_some_and(|kept| kept.user != settings.user) {
        return Err(Fatal::OtherKeys(folder).into());
    }
    let place = kept.as_ref().map_or_else(|| homeserver(settings), |kept| kept.homeserver.clone());
    let found = scout(&place).await?;
    let address = found.homeserver().to_string();
    let (client, device) = match (&settings.credentials, kept.as_ref().and_then(|kept| kept.token.clone())) {
        (Credentials::Token(token), kept_token) => {
            let device = who_has(settings, &address, token).await?;
            let is_other = kept_token.is_some() && kept.as_ref().is_some_and(|kept| kept.device != device);
            if is_other {
                return Err(Fatal::OtherKeys(folder).into());
            }
            (logged_in(settings, &address, &device, token.expose_secret()).await?, device)
        }
        (Credentials::Password(password), _) => {
            // The password is tried even where a session is kept: it is needed when that ends.
            let token = log_in(&found, settings, password, TRIED).await?;
            (logged_in(settings, &address, TRIED, &token).await?, TRIED.to_owned())
        }
    };
    let examined = keys(&client, settings, kept.as_ref(), &device).await;
    if device == TRIED {
        // Otherwise it would stand in the account's list of sessions.
        let _ = client.matrix_auth().logout().await;
    }
    examined?;
    let state = if kept.is_some_and(|kept| kept.is_established) { "its session is kept" } else { "no session yet" };
    Ok(format!(
        "Matrix: {} at {address}; {state}\n  people write to it at https://matrix.to/#/{}",
        settings.user, settings.user
    ))
}

/// Whether the device that is kept is still known, and whether the bot can hold its identity.
async fn keys(client: &Client, settings: &Settings, kept: Option<&Session>, device: &str) -> anyhow::Result<()> {
    let user = OwnedUserId::try_from(settings.user.as_str())?;
    let answer = published_keys(client, &user).await.map_err(|error| said(&error, &homeserver(settings)))?;
    let has_keys = |device: &str| {
        answer.device_keys.get(&user).is_some_and(|devices| devices.keys().any(|known| known.as_str() == device))
    };
    match kept {
        Some(kept) if kept.is_established && !has_keys(&kept.device) => {
            return Err(Fatal::DeviceGone(folder(settings)).into());
        }
        Some(kept) if kept.is_established => return Ok(()),
        _ if device != TRIED && has_keys(device) => return Err(Fatal::DeviceTaken.into()),
        _ => {}
    }
    let file = recovery_key_file(settings);
    if answer.master_keys.contains_key(&user) && !file.exists() {
        return Err(Fatal::IdentityLocked(file).into());
    }
    Ok(())
}

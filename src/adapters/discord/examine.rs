//! Whether Discord will have the bot, and the links that invite it: for `rapport check`.

use super::rest::Rest;
use super::{Settings, said};
use anyhow::{Context as _, bail};

/// What the bot wants to be allowed in a server, as Discord's bits: to see channels and to write there, where a night is announced, to open
/// threads there and to write in them, and to make entries in the calendar. Answers to commands take none of these.
const PERMISSIONS: u64 = (1 << 10) | (1 << 11) | (1 << 44) | (1 << 35) | (1 << 38);

/// Asks Discord who the bot is, and gives back a report with the two links.
///
/// # Errors
/// Discord cannot be reached, does not know the token, or the application is not made as it has to be.
pub async fn examine(settings: &Settings) -> anyhow::Result<String> {
    let rest = Rest::new(settings.token.clone(), settings.api_url.as_deref())?;
    let application = rest.get("/applications/@me").await.map_err(said)?;
    let id = application["id"].as_str().context("Discord did not say which application this is")?;
    let name = application["name"].as_str().unwrap_or("the bot");
    rest.get("/gateway/bot").await.map_err(said)?;
    if let Some(guild) = &settings.guild
        && let Err(failure) = rest.get(&format!("/applications/{id}/guilds/{guild}/commands")).await
    {
        bail!(
            "the server of `discord.guild` does not have the bot ({failure}). Invite it there first, or leave the key out"
        );
    }
    let base = format!("https://discord.com/oauth2/authorize?client_id={id}");
    let ways = &application["integration_types_config"];
    let user = match ways.get("1") {
        Some(_) => format!("{base}&integration_type=1&scope=applications.commands"),
        None if ways.is_object() => {
            "not possible yet; switch on User Install in the developer portal, under Installation".to_owned()
        }
        None => format!("{base}&integration_type=1&scope=applications.commands"),
    };
    Ok(format!(
        "Discord: the token is good; the bot is {name}\n  \
         to a server: {base}&integration_type=0&scope=bot+applications.commands&permissions={PERMISSIONS}\n  \
         to one's own account: {user}"
    ))
}

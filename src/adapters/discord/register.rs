//! The commands as Discord lists them, from the one table: registered only when something about them changed.

use super::Discord;
use super::rest::Failure;
use crate::app::Inbox;
use crate::commands::{COMMANDS, Command, Param, ParamKind, Suggest, Word};
use crate::ids::Locale;
use crate::prompts::Prompts;
use anyhow::Context as _;
use reqwest::Method;
use serde_json::{Value, json};
use std::hash::{DefaultHasher, Hash as _, Hasher as _};

/// The fact that says which commands are registered, and where.
const REGISTERED: &str = "discord-commands";
/// Everywhere that the bot can be used: servers, its own direct chats, chats among people.
const CONTEXTS: [u8; 3] = [0, 1, 2];
/// Added to a server, or to one's own account.
const INSTALLED: [u8; 2] = [0, 1];
/// What belongs to a server: used there, and, to give up a place that one has, in the bot's direct chats; added to a server alone.
const COMMUNAL: [&str; 1] = ["night"];
const COMMUNAL_CONTEXTS: [u8; 2] = [0, 1];
const COMMUNAL_INSTALLED: [u8; 1] = [0];
/// The most characters of a value in words.
const LONGEST_VALUE: usize = crate::chat::inbound::LONGEST_TEXT;

/// All commands as Discord wants them described.
pub fn definitions(prompts: &Prompts) -> Value {
    let mut all: Vec<Value> = Vec::new();
    let mut groups: Vec<&str> = Vec::new();
    for command in COMMANDS.iter() {
        match &command.group {
            None => {
                let value = described(prompts, &command.word, command.description);
                all.push(at_the_top(value, options(prompts, command), &command.word));
            }
            Some(group) if groups.contains(&group.word.en) => {}
            Some(group) => {
                groups.push(group.word.en);
                let members =
                    COMMANDS.iter().filter(|other| other.group.is_some_and(|own| own.word.en == group.word.en));
                let within = members.map(|member| {
                    let mut value = described(prompts, &member.word, member.description);
                    value["type"] = json!(1);
                    value["options"] = json!(options(prompts, member));
                    value
                });
                let within = within.collect();
                all.push(at_the_top(described(prompts, &group.word, group.description), within, &group.word));
            }
        }
    }
    json!(all)
}

fn at_the_top(mut value: Value, options: Vec<Value>, word: &Word) -> Value {
    let is_communal = COMMUNAL.contains(&word.en);
    value["type"] = json!(1);
    value["options"] = json!(options);
    value["contexts"] = if is_communal { json!(COMMUNAL_CONTEXTS) } else { json!(CONTEXTS) };
    value["integration_types"] = if is_communal { json!(COMMUNAL_INSTALLED) } else { json!(INSTALLED) };
    value
}

fn described(prompts: &Prompts, word: &Word, description: &str) -> Value {
    let say = |locale| prompts.speech.say(locale, description, None);
    json!({
        "name": word.en,
        "name_localizations": { "fr": word.fr },
        "description": say(Locale::En),
        "description_localizations": { "fr": say(Locale::Fr) },
    })
}

fn options(prompts: &Prompts, command: &Command) -> Vec<Value> {
    command.takes.iter().map(|param| option(prompts, param)).collect()
}

fn option(prompts: &Prompts, param: &Param) -> Value {
    let mut value = described(prompts, &param.word, param.description);
    // Arguments may always be left out: the bot then asks.
    value["required"] = json!(false);
    match param.kind {
        ParamKind::Number(least, most, _) => {
            value["type"] = json!(4);
            value["min_value"] = json!(least);
            value["max_value"] = json!(most);
        }
        ParamKind::File => value["type"] = json!(11),
        ParamKind::Account => value["type"] = json!(6),
        ParamKind::Word | ParamKind::OneOf(_) | ParamKind::Named | ParamKind::Rest => {
            value["type"] = json!(3);
            value["max_length"] = json!(LONGEST_VALUE);
        }
    }
    match param.suggest {
        Suggest::Nothing => {}
        Suggest::Among(values) => {
            let choice = |(value, key): &(&str, &str)| {
                let say = |locale| prompts.speech.say(locale, key, None);
                json!({ "name": say(Locale::En), "name_localizations": { "fr": say(Locale::Fr) }, "value": value })
            };
            value["choices"] = json!(values.iter().map(choice).collect::<Vec<_>>());
        }
        _ => value["autocomplete"] = json!(true),
    }
    value
}

impl Discord {
    /// Registers the commands, in one server or everywhere, if they are not what is registered already.
    ///
    /// # Errors
    /// Discord refuses them, or cannot be reached.
    pub(super) async fn register(&self, inbox: &Inbox) -> anyhow::Result<()> {
        let definitions = definitions(&self.prompts);
        let mut hasher = DefaultHasher::new();
        definitions.to_string().hash(&mut hasher);
        let scope = self.guild.as_deref().unwrap_or("everywhere");
        let wanted = format!("{}/{scope}/{:016x}", self.application, hasher.finish());
        let known = inbox.ask(|engine| engine.fact(REGISTERED)).await?.unwrap_or_default().unwrap_or_default();
        if known == wanted {
            return Ok(());
        }
        // What was registered elsewhere would be listed a second time.
        if let [application, other, _] = *known.split('/').collect::<Vec<_>>()
            && application == self.application
            && other != scope
        {
            match self.put_commands(Some(other).filter(|other| *other != "everywhere"), &json!([])).await {
                // The bot is there no more.
                Ok(()) | Err(Failure::Refused { .. }) => {}
                Err(failure) => {
                    return Err(failure).context("the commands that are listed elsewhere could not be removed");
                }
            }
        }
        self.put_commands(self.guild.as_deref(), &definitions)
            .await
            .context("the commands could not be registered with Discord")?;
        tracing::info!(count = definitions.as_array().map_or(0, Vec::len), "commands are registered");
        inbox.ask(move |engine| engine.note_fact(REGISTERED, &wanted)).await?.ok();
        Ok(())
    }

    async fn put_commands(&self, guild: Option<&str>, commands: &Value) -> Result<(), Failure> {
        let path = match guild {
            Some(guild) => format!("/applications/{}/guilds/{guild}/commands", self.application),
            None => format!("/applications/{}/commands", self.application),
        };
        loop {
            match self.rest.call(Method::PUT, &path, Some(commands), &[]).await {
                Err(Failure::Wait(wait)) => tokio::time::sleep(wait).await,
                other => return other.map(|_| ()),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_command_is_listed_once_within_discords_bounds() {
        let prompts = Prompts::load(None).unwrap();
        let all = definitions(&prompts);
        let all = all.as_array().unwrap();
        assert!(all.len() <= 100);
        let within: usize = all
            .iter()
            .map(|command| {
                command["options"].as_array().unwrap().iter().filter(|option| option["type"] == 1).count().max(1)
            })
            .sum();
        assert_eq!(within, COMMANDS.len());
        assert!(all.iter().all(|command| command["options"].as_array().unwrap().len() <= 25));
    }
}

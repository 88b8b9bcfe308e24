//! The keys that can be set, with what each takes.

use super::{Config, LogFormat, LogLevel};
use crate::coach::outreach::JobAsk;
use crate::grammar::Proofread;
use secrecy::SecretString;
use std::path::PathBuf;

/// A key: its name, what it takes, and how it is set. `RAPPORT_` and the name in capitals, with `_` for a dot, is its environment
/// variable.
pub(super) struct Setting {
    pub(super) key: &'static str,
    pub(super) takes: &'static str,
    pub(super) set: fn(&mut Config, &str) -> Option<()>,
}

pub(super) const SETTINGS: &[Setting] = &[
    Setting {
        key: "data_dir",
        takes: "a directory, such as \"/var/lib/rapport\"",
        set: |config, text| {
            config.data_dir = Some(path(text)?);
            Some(())
        },
    },
    Setting {
        key: "prompts_dir",
        takes: "a directory, such as \"/etc/rapport/prompts\"",
        set: |config, text| {
            config.prompts_dir = Some(path(text)?);
            Some(())
        },
    },
    Setting {
        key: "language",
        takes: "\"en\" or \"fr\"",
        set: |config, text| {
            config.language = text.parse().ok()?;
            Some(())
        },
    },
    Setting {
        key: "timezone",
        takes: "the IANA name of a time zone, such as \"America/Toronto\"",
        set: |config, text| {
            config.timezone = Some(text.parse().ok()?);
            Some(())
        },
    },
    Setting {
        key: "help_line",
        takes: "a number or name of at most 100 characters, such as \"9-8-8\"",
        set: |config, text| {
            let line = text.trim();
            if line.is_empty() || line.chars().count() > 100 {
                return None;
            }
            config.help_line = Some(line.to_owned());
            Some(())
        },
    },
    Setting {
        key: "job_ask",
        takes: "\"never\" or \"upfront\"",
        set: |config, text| {
            config.job_ask = match text {
                "never" => JobAsk::Never,
                "upfront" => JobAsk::Upfront,
                _ => return None,
            };
            Some(())
        },
    },
    Setting {
        key: "grammar",
        takes: "\"on\" or \"off\"",
        set: |config, text| {
            config.grammar = match text {
                "on" => Proofread::Yes,
                "off" => Proofread::No,
                _ => return None,
            };
            Some(())
        },
    },
    Setting {
        key: "log",
        takes: "\"error\", \"warn\", \"info\" or \"debug\"",
        set: |config, text| {
            config.log = match text {
                "error" => LogLevel::Error,
                "warn" => LogLevel::Warn,
                "info" => LogLevel::Info,
                "debug" => LogLevel::Debug,
                _ => return None,
            };
            Some(())
        },
    },
    Setting {
        key: "log_format",
        takes: "\"text\" or \"json\"",
        set: |config, text| {
            config.log_format = match text {
                "text" => LogFormat::Text,
                "json" => LogFormat::Json,
                _ => return None,
            };
            Some(())
        },
    },
    Setting {
        key: "discord.token",
        takes: "the bot's token from Discord's developer portal",
        set: |config, text| {
            config.discord.token = Some(secret(text)?);
            Some(())
        },
    },
    Setting {
        key: "discord.token_file",
        takes: "a file that holds the bot's token, such as \"/etc/rapport/discord-token\"",
        set: |config, text| {
            config.discord.token_file = Some(path(text)?);
            Some(())
        },
    },
    Setting {
        key: "discord.guild",
        takes: "the number of a server, such as \"112233445566778899\"",
        set: |config, text| {
            let is_number = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
            config.discord.guild = Some(is_number.then(|| text.to_owned())?);
            Some(())
        },
    },
    Setting {
        key: "discord.api_url",
        takes: "an address that begins with https:// or http://, without a path",
        set: |config, text| {
            let is_address = text.starts_with("https://") || text.starts_with("http://");
            config.discord.api_url = Some(is_address.then(|| text.trim_end_matches('/').to_owned())?);
            Some(())
        },
    },
    Setting {
        key: "matrix.user",
        takes: "the bot's whole Matrix name, such as \"@rapport:example.org\"",
        set: |config, text| {
            let (name, server) = text.trim().strip_prefix('@')?.split_once(':')?;
            let is_whole = !name.is_empty() && !server.is_empty() && !text.contains(char::is_whitespace);
            config.matrix.user = Some(is_whole.then(|| text.trim().to_owned())?);
            Some(())
        },
    },
    Setting {
        key: "matrix.homeserver",
        takes: "the homeserver's name, such as \"example.org\", or its address, such as \"https://matrix.example.org\"",
        set: |config, text| {
            let text = text.trim();
            let is_one = !text.is_empty() && !text.contains(char::is_whitespace);
            config.matrix.homeserver = Some(is_one.then(|| text.trim_end_matches('/').to_owned())?);
            Some(())
        },
    },
    Setting {
        key: "matrix.password",
        takes: "the password of the bot's account",
        set: |config, text| {
            config.matrix.password = Some(secret(text)?);
            Some(())
        },
    },
    Setting {
        key: "matrix.password_file",
        takes: "a file that holds the account's password, such as \"/etc/rapport/matrix-password\"",
        set: |config, text| {
            config.matrix.password_file = Some(path(text)?);
            Some(())
        },
    },
    Setting {
        key: "matrix.token",
        takes: "an access token of the bot's account",
        set: |config, text| {
            config.matrix.token = Some(secret(text)?);
            Some(())
        },
    },
    Setting {
        key: "matrix.token_file",
        takes: "a file that holds an access token, such as \"/etc/rapport/matrix-token\"",
        set: |config, text| {
            config.matrix.token_file = Some(path(text)?);
            Some(())
        },
    },
    Setting {
        key: "matrix.store_passphrase",
        takes: "any words: the keys that are kept on disk are encrypted with them",
        set: |config, text| {
            config.matrix.store_passphrase = Some(secret(text)?);
            Some(())
        },
    },
    Setting {
        key: "matrix.store_passphrase_file",
        takes: "a file that holds the passphrase, such as \"/etc/rapport/matrix-passphrase\"",
        set: |config, text| {
            config.matrix.store_passphrase_file = Some(path(text)?);
            Some(())
        },
    },
    Setting {
        key: "matrix.invites",
        takes: "\"anyone\", or a list such as \"@ana:example.org, example.com\"; with \"direct\" in it, direct chats only",
        set: |config, text| {
            config.matrix.invites = text.parse().ok()?;
            Some(())
        },
    },
    Setting {
        key: "matrix.invites_per_hour",
        takes: "a number from \"1\" to \"10000\"",
        set: |config, text| {
            let number = text.trim().parse().ok().filter(|number| (1..=10_000).contains(number))?;
            config.matrix.invites_per_hour = number;
            Some(())
        },
    },
];

/// Secrets stand in the environment or in files of their own, not among the settings.
pub(super) const SECRETS: &[&str] = &["discord.token", "matrix.password", "matrix.token", "matrix.store_passphrase"];

fn path(text: &str) -> Option<PathBuf> {
    (!text.trim().is_empty()).then(|| PathBuf::from(text))
}

fn secret(text: &str) -> Option<SecretString> {
    Some(text.trim()).filter(|text| !text.is_empty()).map(Into::into)
}

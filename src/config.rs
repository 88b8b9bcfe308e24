//! `config.toml`, and the environment over it. Everything wrong is found at once.

use crate::ids::Locale;
use crate::prompts::Fault;
use crate::prompts::advice::broken_toml;
use chrono_tz::Tz;
use secrecy::SecretString;
use std::path::{Path, PathBuf};
use toml::Value;

/// What an operator can set.
#[derive(Clone, Debug)]
pub struct Config {
    /// Where everything is kept.
    pub data_dir: Option<PathBuf>,
    /// Prompts that replace the built-in ones.
    pub prompts_dir: Option<PathBuf>,
    /// The language for people who have not chosen one and whose platform does not say.
    pub language: Locale,
    /// A guess at people's time zone where their platform has none.
    pub timezone: Option<Tz>,
    /// The help line that is named to somebody in distress.
    pub help_line: Option<String>,
    /// What is logged.
    pub log: LogLevel,
    /// How it is logged.
    pub log_format: LogFormat,
    /// Discord.
    pub discord: Discord,
}

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
        let (None, Some(file)) = (&self.token, &self.token_file) else { return Ok(self.token.clone()) };
        let at = file.display().to_string();
        let remedy = "Write Discord's token into it, and nothing else; only this user should be able to read it";
        match std::fs::read_to_string(file) {
            Ok(text) if !text.trim().is_empty() => Ok(Some(text.trim().into())),
            Ok(_) => Err(Fault::new(at, "discord.token_file", "is empty", remedy)),
            Err(error) => Err(Fault::new(at, "discord.token_file", format!("cannot be read ({error})"), remedy)),
        }
    }
}

/// What is logged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LogLevel {
    /// What an operator must see to.
    Error,
    /// And what may become that.
    Warn,
    /// And what happens.
    Info,
    /// And how.
    Debug,
}

/// How it is logged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LogFormat {
    /// For people.
    Text,
    /// One JSON object a line.
    Json,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            data_dir: None,
            prompts_dir: None,
            language: Locale::En,
            timezone: None,
            help_line: None,
            log: LogLevel::Info,
            log_format: LogFormat::Text,
            discord: Discord::default(),
        }
    }
}

/// A key: its name, what it takes, and how it is set. `RAPPORT_` and the name in capitals, with `_` for a dot, is its environment
/// variable.
struct Setting {
    key: &'static str,
    takes: &'static str,
    set: fn(&mut Config, &str) -> Option<()>,
}

const SETTINGS: &[Setting] = &[
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
            let text = text.trim();
            config.discord.token = Some(Some(text).filter(|text| !text.is_empty())?.into());
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
];

/// Secrets stand in the environment or in files of their own, not among the settings.
const SECRETS: &[&str] = &["discord.token"];

fn path(text: &str) -> Option<PathBuf> {
    (!text.trim().is_empty()).then(|| PathBuf::from(text))
}

impl Config {
    /// Reads the file, if one is given, and the environment over it.
    ///
    /// # Errors
    /// Everything wrong at once.
    pub fn load(
        file: Option<&Path>,
        environment: impl IntoIterator<Item = (String, String)>,
    ) -> Result<Self, Vec<Fault>> {
        let mut config = Self::default();
        let mut faults = Vec::new();
        if let Some(file) = file {
            config.read_file(file, &mut faults);
        }
        config.read_environment(environment, &mut faults);
        if faults.is_empty() { Ok(config) } else { Err(faults) }
    }

    fn read_file(&mut self, file: &Path, faults: &mut Vec<Fault>) {
        let name = file.display().to_string();
        let text = match std::fs::read_to_string(file) {
            Ok(text) => text,
            Err(error) => {
                let remedy = "Copy config.example.toml there and edit it, or name another file with --config";
                faults.push(Fault::new(name, "", format!("cannot be read ({error})"), remedy));
                return;
            }
        };
        let table: toml::Table = match text.parse() {
            Ok(table) => table,
            Err(error) => {
                faults.push(broken_toml(&name, &text, &error));
                return;
            }
        };
        let folder = file.parent().unwrap_or_else(|| Path::new(""));
        for (key, value) in flat(&table) {
            let key = key.as_str();
            if SECRETS.contains(&key) {
                let variable = variable(key);
                let remedy = format!("Set {variable}, or put it into a file of its own and name that with {key}_file");
                faults.push(Fault::new(&name, key, "is a secret, and does not belong here", remedy));
                continue;
            }
            let Some(setting) = SETTINGS.iter().find(|setting| setting.key == key) else {
                let known: Vec<&str> = SETTINGS.iter().map(|setting| setting.key).collect();
                let remedy = match crate::words::nearest(key, known.iter().copied()) {
                    Some(meant) => format!("Did you mean `{meant}`"),
                    None => format!("Remove it; the keys are {}", known.join(", ")),
                };
                faults.push(Fault::new(&name, key, "is no key that this version knows", remedy));
                continue;
            };
            let done = match value {
                // A relative path in the file is meant from where the file is.
                Value::String(text) if (key.ends_with("_dir") || key.ends_with("_file")) && !text.trim().is_empty() => {
                    (setting.set)(self, &folder.join(text).to_string_lossy())
                }
                Value::String(text) => (setting.set)(self, text),
                _ => None,
            };
            if done.is_none() {
                let problem = format!("cannot be {value}");
                faults.push(Fault::new(&name, key, problem, format!("It takes {}", setting.takes)));
            }
        }
    }

    fn read_environment(&mut self, environment: impl IntoIterator<Item = (String, String)>, faults: &mut Vec<Fault>) {
        for (variable, text) in environment {
            let Some(setting) = SETTINGS.iter().find(|setting| self::variable(setting.key) == variable) else {
                continue;
            };
            if (setting.set)(self, &text).is_none() {
                let problem =
                    if SECRETS.contains(&setting.key) { "is empty".to_owned() } else { format!("cannot be `{text}`") };
                faults.push(Fault::new(variable, "environment", problem, format!("It takes {}", setting.takes)));
            }
        }
    }
}

/// The environment variable of a key.
fn variable(key: &str) -> String {
    format!("RAPPORT_{}", key.to_uppercase().replace('.', "_"))
}

/// Keys with their values, those of a table with the table's name and a dot before them.
fn flat(table: &toml::Table) -> Vec<(String, &Value)> {
    let mut all = Vec::new();
    for (key, value) in table {
        match value {
            Value::Table(inner) => all.extend(inner.iter().map(|(name, value)| (format!("{key}.{name}"), value))),
            value => all.push((key.clone(), value)),
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    fn load(text: &str, environment: &[(&str, &str)]) -> Result<Config, Vec<Fault>> {
        let dir = tempfile::tempdir().unwrap();
        let file = dir.path().join("config.toml");
        std::fs::write(&file, text).unwrap();
        let environment = environment.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        Config::load(Some(&file), environment)
    }

    #[test]
    fn the_environment_goes_over_the_file() {
        let config = load("language = \"fr\"\nlog = \"warn\"", &[("RAPPORT_LOG", "debug"), ("HOME", "/")]).unwrap();
        assert_eq!((config.language, config.log), (Locale::Fr, LogLevel::Debug));
    }

    #[test]
    fn a_secret_comes_from_the_environment_or_from_a_file_of_its_own() {
        use secrecy::ExposeSecret as _;
        let faults = load("[discord]\ntoken = \"abc\"", &[]).unwrap_err();
        assert!(faults[0].problem.contains("secret") && !format!("{faults:?}").contains("abc"), "{faults:?}");
        let config = load("[discord]\nguild = \"12\"", &[("RAPPORT_DISCORD_TOKEN", " abc\n")]).unwrap();
        assert_eq!(config.discord.token().unwrap().unwrap().expose_secret(), "abc");
        assert!(!format!("{config:?}").contains("abc"));
        let config = load("[discord]\ntoken_file = \"nowhere\"", &[]).unwrap();
        assert!(config.discord.token().unwrap_err().problem.contains("cannot be read"));
        let faults = load("[discord]\nguild = \"lounge\"\napi_url = \"discord\"", &[]).unwrap_err();
        assert_eq!(faults.len(), 2, "{faults:?}");
    }

    #[test]
    fn every_fault_is_told_at_once_with_its_remedy() {
        let text = "langage = \"fr\"\ntimezone = \"Mars/Olympus\"\nlog = 3\ndata_dir = \"\"";
        let faults = load(text, &[("RAPPORT_LANGUAGE", "de")]).unwrap_err();
        let told: Vec<String> = faults.iter().map(|fault| format!("{}: {}", fault.at, fault.remedy)).collect();
        assert_eq!(
            told,
            [
                "data_dir: It takes a directory, such as \"/var/lib/rapport\"",
                "langage: Did you mean `language`",
                "log: It takes \"error\", \"warn\", \"info\" or \"debug\"",
                "timezone: It takes the IANA name of a time zone, such as \"America/Toronto\"",
                "environment: It takes \"en\" or \"fr\"",
            ]
        );
    }

    #[test]
    fn the_example_has_every_key_and_loads() {
        let example = Path::new(env!("CARGO_MANIFEST_DIR")).join("config.example.toml");
        let text = std::fs::read_to_string(&example).unwrap();
        for setting in SETTINGS {
            let name = setting.key.rsplit('.').next().unwrap();
            let is_there = match SECRETS.contains(&setting.key) {
                true => text.contains(&variable(setting.key)),
                false => text.contains(&format!("\n{name} = ")) || text.contains(&format!("\n# {name} = ")),
            };
            assert!(is_there, "{}", setting.key);
        }
        Config::load(Some(&example), []).unwrap();
    }
}

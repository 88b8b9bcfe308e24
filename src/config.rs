//! `config.toml`, and the environment over it. Everything wrong is found at once.

mod invites;
mod platforms;
mod table;

pub use invites::{Invited, Invites};
pub use platforms::{Credentials, Discord, Matrix};

use crate::coach::outreach::JobAsk;
use crate::grammar::Proofread;
use crate::ids::Locale;
use crate::prompts::Fault;
use crate::prompts::advice::broken_toml;
use chrono_tz::Tz;
use std::path::{Path, PathBuf};
use table::{SECRETS, SETTINGS};
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
    /// What is thought of asking for work, where the sources disagree.
    pub job_ask: JobAsk,
    /// Whether English messages are proofread.
    pub grammar: Proofread,
    /// What is logged.
    pub log: LogLevel,
    /// How it is logged.
    pub log_format: LogFormat,
    /// Discord.
    pub discord: Discord,
    /// Matrix.
    pub matrix: Matrix,
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
            job_ask: JobAsk::Never,
            grammar: Proofread::Yes,
            log: LogLevel::Info,
            log_format: LogFormat::Text,
            discord: Discord::default(),
            matrix: Matrix::default(),
        }
    }
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
                Value::Integer(number) => (setting.set)(self, &number.to_string()),
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

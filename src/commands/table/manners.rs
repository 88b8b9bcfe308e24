//! Settings, and what works at any step.

use super::word;
use crate::commands::{Command, CommandName, Group, Param, ParamKind, Suggest};

const SETTINGS: Group =
    Group { word: word("settings", "paramètres", &["setting", "réglages"]), description: "command-settings" };

/// A value in words.
const fn value(description: &'static str, suggest: Suggest) -> Param {
    Param { word: word("value", "valeur", &[]), kind: ParamKind::Rest, description, suggest }
}

/// In the order in which `help` shows them.
pub(super) const ALL: &[Command] = &[
    Command {
        name: CommandName::SettingsShow,
        group: Some(SETTINGS),
        word: word("show", "voir", &["list"]),
        takes: &[],
        description: "command-settings-show",
    },
    Command {
        name: CommandName::SettingsLanguage,
        group: Some(SETTINGS),
        word: word("language", "langue", &[]),
        takes: &[value(
            "command-option-language",
            Suggest::Among(&[("en", "choice-english"), ("fr", "choice-french")]),
        )],
        description: "command-settings-language",
    },
    Command {
        name: CommandName::SettingsTimezone,
        group: Some(SETTINGS),
        word: word("timezone", "fuseau", &["zone"]),
        takes: &[value("command-option-timezone", Suggest::Zones)],
        description: "command-settings-timezone",
    },
    Command {
        name: CommandName::SettingsQuiet,
        group: Some(SETTINGS),
        word: word("quiet", "silence", &[]),
        takes: &[value("command-option-quiet", Suggest::Nothing)],
        description: "command-settings-quiet",
    },
    Command {
        name: CommandName::SettingsDigest,
        group: Some(SETTINGS),
        word: word("digest", "résumé", &[]),
        takes: &[value("command-option-digest", Suggest::Nothing)],
        description: "command-settings-digest",
    },
    Command {
        name: CommandName::Resume,
        group: None,
        word: word("resume", "reprendre", &["continue", "continuer"]),
        takes: &[],
        description: "command-resume",
    },
    Command {
        name: CommandName::Back,
        group: None,
        word: word("back", "retour", &[]),
        takes: &[],
        description: "command-back",
    },
    Command {
        name: CommandName::Skip,
        group: None,
        word: word("skip", "passer", &[]),
        takes: &[],
        description: "command-skip",
    },
    Command {
        name: CommandName::Stop,
        group: None,
        word: word("stop", "arrêter", &["arrête"]),
        takes: &[],
        description: "command-stop",
    },
    Command {
        name: CommandName::Help,
        group: None,
        word: word("help", "aide", &[]),
        takes: &[Param {
            word: word("command", "commande", &[]),
            kind: ParamKind::Rest,
            description: "command-option-command",
            suggest: Suggest::Commands,
        }],
        description: "command-help",
    },
];

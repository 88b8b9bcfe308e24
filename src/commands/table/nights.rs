//! Mock-interview nights, and the board of guests.

use super::{own_words, word};
use crate::commands::{Command, CommandName, Group, Param, ParamKind, Suggest};

const NIGHT: Group = Group { word: word("night", "soirée", &["nights", "soirées"]), description: "command-night" };

const GUEST: Group =
    Group { word: word("guest", "invité", &["guests", "invités", "invitée"]), description: "command-guest" };

/// One of the community's nights.
const NIGHT_NUMBER: Param = Param {
    word: word("number", "numéro", &[]),
    kind: ParamKind::Number(1, 99_999, 1),
    description: "command-option-night",
    suggest: Suggest::Nights,
};

/// Somebody, by their account.
const fn account(description: &'static str) -> Param {
    Param { word: word("who", "qui", &[]), kind: ParamKind::Account, description, suggest: Suggest::Nothing }
}

/// In the order in which `help` shows them.
pub(super) const ALL: &[Command] = &[
    Command {
        name: CommandName::NightList,
        group: Some(NIGHT),
        word: word("list", "liste", &["all", "toutes"]),
        takes: &[],
        description: "command-night-list",
    },
    Command {
        name: CommandName::NightPlan,
        group: Some(NIGHT),
        word: word("plan", "prévoir", &["planifier", "new", "add"]),
        takes: &[
            Param {
                word: word("when", "quand", &[]),
                kind: ParamKind::Rest,
                description: "command-option-night-when",
                suggest: Suggest::Times,
            },
            Param {
                word: word("topic", "sujet", &[]),
                kind: ParamKind::Rest,
                description: "command-option-night-topic",
                suggest: Suggest::Nothing,
            },
            Param {
                word: word("minutes", "minutes", &[]),
                kind: ParamKind::Number(5, 30, 15),
                description: "command-option-night-minutes",
                suggest: Suggest::Numbers(&[10, 15, 20, 30]),
            },
            Param {
                word: word("rounds", "tours", &[]),
                kind: ParamKind::Number(1, 4, 3),
                description: "command-option-night-rounds",
                suggest: Suggest::Numbers(&[1, 2, 3, 4]),
            },
            Param {
                word: word("people", "personnes", &[]),
                kind: ParamKind::Number(2, 60, 30),
                description: "command-option-night-people",
                suggest: Suggest::Numbers(&[6, 9, 12, 15, 30, 60]),
            },
            Param {
                word: word("language", "langue", &[]),
                kind: ParamKind::OneOf(&[("en", &["en", "english", "anglais"]), ("fr", &["fr", "french", "français"])]),
                description: "command-option-night-language",
                suggest: Suggest::Among(&[("en", "settings-language-english"), ("fr", "settings-language-french")]),
            },
        ],
        description: "command-night-plan",
    },
    Command {
        name: CommandName::NightMove,
        group: Some(NIGHT),
        word: word("move", "déplacer", &["reporter"]),
        takes: &[
            Param {
                word: word("when", "quand", &[]),
                kind: ParamKind::Rest,
                description: "command-option-night-when",
                suggest: Suggest::Times,
            },
            NIGHT_NUMBER,
        ],
        description: "command-night-move",
    },
    Command {
        name: CommandName::NightCancel,
        group: Some(NIGHT),
        word: word("cancel", "annuler", &[]),
        takes: &[NIGHT_NUMBER],
        description: "command-night-cancel",
    },
    Command {
        name: CommandName::NightJoin,
        group: Some(NIGHT),
        word: word("join", "participer", &["rejoindre", "signup", "register", "inscrire", "s'inscrire", "inscription"]),
        takes: &[
            Param {
                word: word("as", "comme", &[]),
                kind: ParamKind::OneOf(&[("guest", &["guest", "invité", "invitée"])]),
                description: "command-option-night-as",
                suggest: Suggest::Among(&[("guest", "night-as-guest")]),
            },
            NIGHT_NUMBER,
        ],
        description: "command-night-join",
    },
    Command {
        name: CommandName::NightLeave,
        group: Some(NIGHT),
        word: word("leave", "quitter", &[]),
        takes: &[NIGHT_NUMBER],
        description: "command-night-leave",
    },
    Command {
        name: CommandName::NightStart,
        group: Some(NIGHT),
        word: word("start", "commencer", &["begin", "démarrer"]),
        takes: &[NIGHT_NUMBER],
        description: "command-night-start",
    },
    Command {
        name: CommandName::NightNext,
        group: Some(NIGHT),
        word: word("next", "suivant", &["suite"]),
        takes: &[NIGHT_NUMBER],
        description: "command-night-next",
    },
    Command {
        name: CommandName::NightExtend,
        group: Some(NIGHT),
        word: word("extend", "prolonger", &["more"]),
        takes: &[
            Param {
                word: word("minutes", "minutes", &[]),
                kind: ParamKind::Number(1, 30, 5),
                description: "command-option-night-more",
                suggest: Suggest::Numbers(&[2, 5, 10]),
            },
            NIGHT_NUMBER,
        ],
        description: "command-night-extend",
    },
    Command {
        name: CommandName::NightEnd,
        group: Some(NIGHT),
        word: word("end", "terminer", &["finish"]),
        takes: &[NIGHT_NUMBER],
        description: "command-night-end",
    },
    Command {
        name: CommandName::NightRemove,
        group: Some(NIGHT),
        word: word("remove", "retirer", &["kick"]),
        takes: &[account("command-option-night-who")],
        description: "command-night-remove",
    },
    Command {
        name: CommandName::NightHere,
        group: Some(NIGHT),
        word: word("here", "présent", &["présente", "ici"]),
        takes: &[NIGHT_NUMBER],
        description: "command-night-here",
    },
    Command {
        name: CommandName::NightCard,
        group: Some(NIGHT),
        word: word("card", "carte", &["fiche"]),
        takes: &[NIGHT_NUMBER],
        description: "command-night-card",
    },
    Command {
        name: CommandName::NightAvoid,
        group: Some(NIGHT),
        word: word("avoid", "éviter", &[]),
        takes: &[account("command-option-night-avoid")],
        description: "command-night-avoid",
    },
    Command {
        name: CommandName::NightFeedback,
        group: Some(NIGHT),
        word: word("feedback", "retours", &["retour", "reflect"]),
        takes: &[Param {
            word: word("round", "tour", &[]),
            kind: ParamKind::Number(1, 99, 1),
            description: "command-option-night-round",
            suggest: Suggest::Nothing,
        }],
        description: "command-night-feedback",
    },
    Command {
        name: CommandName::NightReport,
        group: Some(NIGHT),
        word: word("report", "signaler", &["signalement"]),
        takes: &[own_words(word("what", "quoi", &[]), "command-option-night-report")],
        description: "command-night-report",
    },
    Command {
        name: CommandName::GuestList,
        group: Some(GUEST),
        word: word("list", "liste", &["show", "voir"]),
        takes: &[own_words(word("field", "domaine", &[]), "command-option-guest-field")],
        description: "command-guest-list",
    },
    Command {
        name: CommandName::GuestSignup,
        group: Some(GUEST),
        word: word("signup", "offrir", &["offer", "join", "inscrire"]),
        takes: &[own_words(word("work", "travail", &[]), "command-option-guest-work")],
        description: "command-guest-signup",
    },
    Command {
        name: CommandName::GuestPause,
        group: Some(GUEST),
        word: word("pause", "pause", &[]),
        takes: &[],
        description: "command-guest-pause",
    },
    Command {
        name: CommandName::GuestResume,
        group: Some(GUEST),
        word: word("resume", "reprendre", &[]),
        takes: &[],
        description: "command-guest-resume",
    },
];

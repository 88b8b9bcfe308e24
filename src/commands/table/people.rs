//! Whom somebody knows and wants to know, what they write to them, and what they promised.

use super::{own_words, word};
use crate::commands::{Command, CommandName, Group, Param, ParamKind, Suggest};

const NUDGE: Group = Group {
    word: word("nudge", "rappel", &["nudges", "reminder", "reminders", "rappels"]),
    description: "command-nudge",
};

const CONTACT: Group = Group { word: word("contact", "contact", &["contacts"]), description: "command-contact" };

const TARGET: Group = Group { word: word("target", "cible", &["targets", "cibles"]), description: "command-target" };

const OUTREACH: Group = Group {
    word: word("outreach", "démarche", &["message", "messages", "démarches"]),
    description: "command-outreach",
};

/// One of the person's own contacts.
const fn contact(kind: ParamKind) -> Param {
    Param {
        word: word("contact", "contact", &[]),
        kind,
        description: "command-option-contact-known",
        suggest: Suggest::Contacts,
    }
}

/// One of the person's own targets.
const fn target(kind: ParamKind) -> Param {
    Param { word: word("target", "cible", &[]), kind, description: "command-option-target", suggest: Suggest::Targets }
}

/// What a message can be for.
const KINDS: &[(&str, &[&str])] = &[
    ("email", &["email", "e-mail", "mail", "courriel"]),
    ("linkedin", &["linkedin"]),
    ("phone", &["phone", "call", "téléphone", "appel"]),
    ("pre_warm", &["pre_warm", "prewarm", "pre-warm", "avant"]),
    ("may_i_name", &["may_i_name", "name", "nom"]),
    ("follow_up", &["follow_up", "followup", "follow-up", "relance"]),
    ("thank_you", &["thank_you", "thanks", "thankyou", "thank-you", "merci", "remerciement"]),
    ("loop_back", &["loop_back", "loopback", "loop-back", "nouvelles", "retour"]),
    ("keep_in_touch", &["keep_in_touch", "touch", "contact"]),
];

const KIND_LABELS: &[(&str, &str)] = &[
    ("email", "outreach-kind-email"),
    ("linkedin", "outreach-kind-linkedin"),
    ("phone", "outreach-kind-phone"),
    ("pre_warm", "outreach-kind-pre-warm"),
    ("may_i_name", "outreach-kind-may-i-name"),
    ("follow_up", "outreach-kind-follow-up"),
    ("thank_you", "outreach-kind-thank-you"),
    ("loop_back", "outreach-kind-loop-back"),
    ("keep_in_touch", "outreach-kind-keep-in-touch"),
];

/// What files contacts can be taken out in.
const SHEETS: &[(&str, &[&str])] = &[("vcard", &["vcard", "vcf"]), ("csv", &["csv", "table", "tableau"])];

const NUDGE_NUMBER: Param = Param {
    word: word("number", "numéro", &[]),
    kind: ParamKind::Number(1, 99_999, 3),
    description: "command-option-nudge",
    suggest: Suggest::Nudges,
};

/// In the order in which `help` shows them.
pub(super) const ALL: &[Command] = &[
    Command {
        name: CommandName::ContactAdd,
        group: Some(CONTACT),
        word: word("add", "ajouter", &["new", "nouveau"]),
        takes: &[own_words(word("who", "qui", &[]), "command-option-who")],
        description: "command-contact-add",
    },
    Command {
        name: CommandName::ContactFind,
        group: Some(CONTACT),
        word: word("find", "trouver", &["search", "chercher"]),
        takes: &[contact(ParamKind::Rest)],
        description: "command-contact-find",
    },
    Command {
        name: CommandName::ContactShow,
        group: Some(CONTACT),
        word: word("show", "voir", &["open", "ouvrir"]),
        takes: &[contact(ParamKind::Rest)],
        description: "command-contact-show",
    },
    Command {
        name: CommandName::ContactList,
        group: Some(CONTACT),
        word: word("list", "liste", &["all", "tous"]),
        takes: &[],
        description: "command-contact-list",
    },
    Command {
        name: CommandName::ContactNote,
        group: Some(CONTACT),
        word: word("note", "noter", &["notes"]),
        takes: &[contact(ParamKind::Named), own_words(word("note", "note", &[]), "command-option-note")],
        description: "command-contact-note",
    },
    Command {
        name: CommandName::ContactRefer,
        group: Some(CONTACT),
        word: word("refer", "relier", &["referral", "recommander"]),
        takes: &[contact(ParamKind::Named), own_words(word("by", "par", &[]), "command-option-by")],
        description: "command-contact-refer",
    },
    Command {
        name: CommandName::ContactTree,
        group: Some(CONTACT),
        word: word("tree", "arbre", &[]),
        takes: &[],
        description: "command-contact-tree",
    },
    Command {
        name: CommandName::ContactRemove,
        group: Some(CONTACT),
        word: word("remove", "supprimer", &["delete", "enlever"]),
        takes: &[contact(ParamKind::Rest)],
        description: "command-contact-remove",
    },
    Command {
        name: CommandName::ContactImport,
        group: Some(CONTACT),
        word: word("import", "importer", &[]),
        takes: &[Param {
            word: word("file", "fichier", &[]),
            kind: ParamKind::File,
            description: "command-option-file",
            suggest: Suggest::Nothing,
        }],
        description: "command-contact-import",
    },
    Command {
        name: CommandName::ContactExport,
        group: Some(CONTACT),
        word: word("export", "exporter", &[]),
        takes: &[Param {
            word: word("format", "format", &[]),
            kind: ParamKind::OneOf(SHEETS),
            description: "command-option-sheet",
            suggest: Suggest::Among(&[("vcard", "choice-sheet-vcard"), ("csv", "choice-sheet-csv")]),
        }],
        description: "command-contact-export",
    },
    Command {
        name: CommandName::TargetAdd,
        group: Some(TARGET),
        word: word("add", "ajouter", &["new", "nouvelle"]),
        takes: &[own_words(word("target", "cible", &[]), "command-option-target-new")],
        description: "command-target-add",
    },
    Command {
        name: CommandName::TargetList,
        group: Some(TARGET),
        word: word("list", "liste", &["show", "voir", "ladder", "échelle"]),
        takes: &[],
        description: "command-target-list",
    },
    Command {
        name: CommandName::TargetRank,
        group: Some(TARGET),
        word: word("rank", "classer", &["move", "order", "ordre"]),
        takes: &[
            target(ParamKind::Named),
            Param {
                word: word("place", "rang", &[]),
                kind: ParamKind::Number(1, 50, 1),
                description: "command-option-place",
                suggest: Suggest::Nothing,
            },
        ],
        description: "command-target-rank",
    },
    Command {
        name: CommandName::TargetRemove,
        group: Some(TARGET),
        word: word("remove", "supprimer", &["delete", "enlever"]),
        takes: &[target(ParamKind::Rest)],
        description: "command-target-remove",
    },
    Command {
        name: CommandName::OutreachDraft,
        group: Some(OUTREACH),
        word: word("draft", "rédiger", &["write", "écrire", "brouillon"]),
        takes: &[
            Param {
                word: word("kind", "sorte", &[]),
                kind: ParamKind::OneOf(KINDS),
                description: "command-option-kind",
                suggest: Suggest::Among(KIND_LABELS),
            },
            contact(ParamKind::Rest),
        ],
        description: "command-outreach-draft",
    },
    Command {
        name: CommandName::OutreachCheck,
        group: Some(OUTREACH),
        word: word("check", "vérifier", &["review", "revoir"]),
        takes: &[own_words(word("text", "texte", &[]), "command-option-text")],
        description: "command-outreach-check",
    },
    Command {
        name: CommandName::OutreachList,
        group: Some(OUTREACH),
        word: word("list", "liste", &["show", "voir"]),
        takes: &[],
        description: "command-outreach-list",
    },
    Command {
        name: CommandName::OutreachSent,
        group: Some(OUTREACH),
        word: word("sent", "envoyée", &["send", "envoyé"]),
        takes: &[Param {
            word: word("draft", "brouillon", &[]),
            kind: ParamKind::Number(1, 99_999, 3),
            description: "command-option-draft",
            suggest: Suggest::Drafts,
        }],
        description: "command-outreach-sent",
    },
    Command {
        name: CommandName::NudgeList,
        group: Some(NUDGE),
        word: word("list", "liste", &["show", "voir"]),
        takes: &[],
        description: "command-nudge-list",
    },
    Command {
        name: CommandName::NudgeAdd,
        group: Some(NUDGE),
        word: word("add", "ajouter", &["new", "nouveau"]),
        takes: &[Param {
            word: word("what", "quoi", &[]),
            kind: ParamKind::Rest,
            description: "command-option-what",
            suggest: Suggest::Nothing,
        }],
        description: "command-nudge-add",
    },
    Command {
        name: CommandName::NudgeDone,
        group: Some(NUDGE),
        word: word("done", "fait", &["finished", "fini"]),
        takes: &[NUDGE_NUMBER],
        description: "command-nudge-done",
    },
    Command {
        name: CommandName::NudgeSnooze,
        group: Some(NUDGE),
        word: word("snooze", "reporter", &["later", "move"]),
        takes: &[
            NUDGE_NUMBER,
            Param {
                word: word("when", "quand", &[]),
                kind: ParamKind::Rest,
                description: "command-option-when",
                suggest: Suggest::Times,
            },
        ],
        description: "command-nudge-snooze",
    },
    Command {
        name: CommandName::NudgeCancel,
        group: Some(NUDGE),
        word: word("cancel", "annuler", &["remove", "delete", "supprimer"]),
        takes: &[NUDGE_NUMBER],
        description: "command-nudge-cancel",
    },
    Command {
        name: CommandName::NudgePause,
        group: Some(NUDGE),
        word: word("pause", "pause", &[]),
        takes: &[Param {
            word: word("until", "date", &[]),
            kind: ParamKind::Rest,
            description: "command-option-until",
            suggest: Suggest::Times,
        }],
        description: "command-nudge-pause",
    },
    Command {
        name: CommandName::NudgeStop,
        group: Some(NUDGE),
        word: word("stop", "arrêter", &[]),
        takes: &[],
        description: "command-nudge-stop",
    },
];

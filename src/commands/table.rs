//! The table itself.

use super::{Command, CommandName, Group, Param, ParamKind, Suggest, Word};

const fn word(en: &'static str, fr: &'static str, also: &'static [&'static str]) -> Word {
    Word { en, fr, also }
}

const PITCH: Group = Group { word: word("pitch", "présentation", &[]), description: "command-pitch" };
const MOCK: Group = Group { word: word("mock", "entrevue", &["interview", "simulation"]), description: "command-mock" };
const QUESTIONS: Group =
    Group { word: word("questions", "questions", &["question"]), description: "command-questions" };
const SETTINGS: Group =
    Group { word: word("settings", "paramètres", &["setting", "réglages"]), description: "command-settings" };
const NUDGE: Group = Group {
    word: word("nudge", "rappel", &["nudges", "reminder", "reminders", "rappels"]),
    description: "command-nudge",
};

const CONTACT: Group = Group { word: word("contact", "contact", &["contacts"]), description: "command-contact" };

/// One of the person's own contacts.
const fn contact(kind: ParamKind) -> Param {
    Param {
        word: word("contact", "contact", &[]),
        kind,
        description: "command-option-contact-known",
        suggest: Suggest::Contacts,
    }
}

/// Words that are the person's to choose.
const fn own_words(name: Word, description: &'static str) -> Param {
    Param { word: name, kind: ParamKind::Rest, description, suggest: Suggest::Nothing }
}

const TARGET: Group = Group { word: word("target", "cible", &["targets", "cibles"]), description: "command-target" };
const OUTREACH: Group = Group {
    word: word("outreach", "démarche", &["message", "messages", "démarches"]),
    description: "command-outreach",
};

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

const QUESTION_TEXT: Param = Param {
    word: word("question", "question", &[]),
    kind: ParamKind::Rest,
    description: "command-option-question",
    suggest: Suggest::Nothing,
};

/// A value in words.
const fn value(description: &'static str, suggest: Suggest) -> Param {
    Param { word: word("value", "valeur", &[]), kind: ParamKind::Rest, description, suggest }
}

/// The table, in the order in which `help` shows it.
pub const COMMANDS: &[Command] = &[
    Command {
        name: CommandName::Start,
        group: None,
        word: word("start", "commencer", &["begin", "début", "débuter"]),
        takes: &[],
        description: "command-start",
    },
    Command {
        name: CommandName::PitchPractise,
        group: Some(PITCH),
        word: word("practise", "pratiquer", &["practice", "répéter"]),
        takes: &[Param {
            word: word("seconds", "secondes", &[]),
            kind: ParamKind::Number(10, 120, 30),
            description: "command-option-seconds",
            suggest: Suggest::Numbers(&[20, 30, 45, 60]),
        }],
        description: "command-pitch-practise",
    },
    Command {
        name: CommandName::PitchBuild,
        group: Some(PITCH),
        word: word("build", "construire", &["make", "bâtir", "préparer"]),
        takes: &[],
        description: "command-pitch-build",
    },
    Command {
        name: CommandName::PitchHistory,
        group: Some(PITCH),
        word: word("history", "historique", &["kept", "show", "voir"]),
        takes: &[],
        description: "command-pitch-history",
    },
    Command {
        name: CommandName::MockAsk,
        group: Some(MOCK),
        word: word("ask", "questionner", &["interview", "entrevue", "demander"]),
        takes: &[
            Param {
                word: word("guest", "personne", &[]),
                kind: ParamKind::Word,
                description: "command-option-guest",
                suggest: Suggest::Guests,
            },
            Param {
                word: word("minutes", "minutes", &[]),
                kind: ParamKind::Number(10, 30, 15),
                description: "command-option-minutes",
                suggest: Suggest::Numbers(&[10, 15, 20, 30]),
            },
            Param {
                word: word("drill", "exercice", &[]),
                kind: ParamKind::OneOf(&[("now", &["now", "maintenant"])]),
                description: "command-option-drill",
                suggest: Suggest::Among(&[("now", "choice-drill-now")]),
            },
            Param {
                word: word("timing", "temps", &[]),
                kind: ParamKind::OneOf(&[
                    ("real", &["real", "réel", "reel"]),
                    ("simulated", &["simulated", "simulé", "simule"]),
                ]),
                description: "command-option-timing",
                suggest: Suggest::Among(&[("simulated", "choice-timing-simulated"), ("real", "choice-timing-real")]),
            },
        ],
        description: "command-mock-ask",
    },
    Command {
        name: CommandName::MockAnswer,
        group: Some(MOCK),
        word: word("answer", "répondre", &["reply", "réponse"]),
        takes: &[Param {
            word: word("count", "nombre", &[]),
            kind: ParamKind::Number(1, 10, 3),
            description: "command-option-count",
            suggest: Suggest::Numbers(&[1, 3, 5, 10]),
        }],
        description: "command-mock-answer",
    },
    Command {
        name: CommandName::MockReport,
        group: Some(MOCK),
        word: word("report", "bilan", &["rapport"]),
        takes: &[],
        description: "command-mock-report",
    },
    Command {
        name: CommandName::QuestionsBrowse,
        group: Some(QUESTIONS),
        word: word("browse", "parcourir", &["list", "liste", "show", "voir"]),
        takes: &[Param {
            word: word("topic", "sujet", &[]),
            kind: ParamKind::Rest,
            description: "command-option-topic",
            suggest: Suggest::Topics,
        }],
        description: "command-questions-browse",
    },
    Command {
        name: CommandName::QuestionsPlan,
        group: Some(QUESTIONS),
        word: word("plan", "plan", &["planifier"]),
        takes: &[
            Param {
                word: word("minutes", "minutes", &[]),
                kind: ParamKind::Number(10, 30, 15),
                description: "command-option-meeting-minutes",
                suggest: Suggest::Numbers(&[10, 15, 20, 30]),
            },
            Param {
                word: word("contact", "contact", &[]),
                kind: ParamKind::Rest,
                description: "command-option-contact",
                suggest: Suggest::Nothing,
            },
        ],
        description: "command-questions-plan",
    },
    Command {
        name: CommandName::QuestionsCheck,
        group: Some(QUESTIONS),
        word: word("check", "vérifier", &["review", "revoir"]),
        takes: &[QUESTION_TEXT],
        description: "command-questions-check",
    },
    Command {
        name: CommandName::QuestionsAdd,
        group: Some(QUESTIONS),
        word: word("add", "ajouter", &["new", "nouvelle"]),
        takes: &[QUESTION_TEXT],
        description: "command-questions-add",
    },
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
        word: word("join", "participer", &["rejoindre"]),
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
    Command {
        name: CommandName::GuestList,
        group: Some(GUEST),
        word: word("list", "liste", &["show", "voir"]),
        takes: &[own_words(word("field", "domaine", &[]), "command-option-guest-field")],
        description: "command-guest-list",
    },
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

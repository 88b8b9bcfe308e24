//! The first meeting, and what is practised alone: pitch, mock interview, questions.

use super::word;
use crate::commands::{Command, CommandName, Group, Param, ParamKind, Suggest};

const PITCH: Group = Group { word: word("pitch", "présentation", &[]), description: "command-pitch" };

const MOCK: Group = Group { word: word("mock", "entrevue", &["interview", "simulation"]), description: "command-mock" };

const QUESTIONS: Group =
    Group { word: word("questions", "questions", &["question"]), description: "command-questions" };

const QUESTION_TEXT: Param = Param {
    word: word("question", "question", &[]),
    kind: ParamKind::Rest,
    description: "command-option-question",
    suggest: Suggest::Nothing,
};

/// In the order in which `help` shows them.
pub(super) const ALL: &[Command] = &[
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
];

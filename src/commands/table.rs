//! The table itself, in parts that belong together.

mod manners;
mod nights;
mod people;
mod practice;

use super::{Command, Param, ParamKind, Suggest, Word};
use std::sync::LazyLock;

/// The table, in the order in which `help` shows it.
pub static COMMANDS: LazyLock<Vec<Command>> =
    LazyLock::new(|| [practice::ALL, people::ALL, nights::ALL, manners::ALL].concat());

const fn word(en: &'static str, fr: &'static str, also: &'static [&'static str]) -> Word {
    Word { en, fr, also }
}

/// Words that are the person's to choose.
const fn own_words(name: Word, description: &'static str) -> Param {
    Param { word: name, kind: ParamKind::Rest, description, suggest: Suggest::Nothing }
}

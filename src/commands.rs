//! The one table of commands. The typed commands of the terminal and of rooms, `help`, and later the platforms' own menus
//! all come from it.

mod invocation;
mod name;
mod parse;
mod table;

pub use invocation::{Invocation, UserError, Value};
pub use name::CommandName;
pub use parse::{Parsed, control, parse, spoken_in};
pub use table::COMMANDS;

use crate::ids::Locale;

/// A word in every language, and other spellings that are understood.
#[derive(Clone, Copy, Debug)]
pub struct Word {
    /// In English: also the name in code and on the wire.
    pub en: &'static str,
    /// In French.
    pub fr: &'static str,
    /// Other spellings.
    pub also: &'static [&'static str],
}

impl Word {
    /// The word in a language.
    pub fn in_locale(&self, locale: Locale) -> &'static str {
        locale.pick(self.en, self.fr)
    }

    fn all(&self) -> impl Iterator<Item = &'static str> + use<> {
        [self.en, self.fr].into_iter().chain(self.also.iter().copied())
    }
}

/// Commands that go together.
#[derive(Clone, Copy, Debug)]
pub struct Group {
    /// The word they begin with.
    pub word: Word,
    /// The key of its description: one line of at most 100 characters.
    pub description: &'static str,
}

/// A command: `group word [args]`, or `word [args]`.
#[derive(Clone, Copy, Debug)]
pub struct Command {
    /// Which one.
    pub name: CommandName,
    /// The first word, for commands that go together.
    pub group: Option<Group>,
    /// Its own word.
    pub word: Word,
    /// What may follow.
    pub takes: &'static [Param],
    /// The key of its description: one line of at most 100 characters.
    pub description: &'static str,
}

impl Command {
    /// The command as it is typed in a language, without a prefix: `pitch practise`.
    pub fn path(&self, locale: Locale) -> String {
        match &self.group {
            Some(group) => format!("{} {}", group.word.in_locale(locale), self.word.in_locale(locale)),
            None => self.word.in_locale(locale).to_owned(),
        }
    }

    /// The word it begins with.
    pub const fn first_word(&self) -> &Word {
        match &self.group {
            Some(group) => &group.word,
            None => &self.word,
        }
    }

    /// The path with what may follow: `pitch practise [seconds]`.
    pub fn usage(&self, locale: Locale) -> String {
        // What stands behind the rest of the line can only be given in a menu.
        let typed = self
            .takes
            .iter()
            .position(|param| matches!(param.kind, ParamKind::Rest))
            .map_or(self.takes.len(), |at| at + 1);
        let typed = self.takes.iter().take(typed);
        typed.fold(self.path(locale), |path, param| format!("{path} [{}]", param.word.in_locale(locale)))
    }
}

/// Something that may follow a command.
#[derive(Clone, Copy, Debug)]
pub struct Param {
    /// Its name.
    pub word: Word,
    /// What it may be.
    pub kind: ParamKind,
    /// The key of its description: one line of at most 100 characters.
    pub description: &'static str,
    /// What is suggested while it is being typed, where a platform does that.
    pub suggest: Suggest,
}

/// What is suggested for a parameter.
#[derive(Clone, Copy, Debug)]
pub enum Suggest {
    /// Nothing: it is the person's to say.
    Nothing,
    /// One of these, and nothing else: the value, and the key of its words.
    Among(&'static [(&'static str, &'static str)]),
    /// These numbers, among others.
    Numbers(&'static [u32]),
    /// The person's own nudges.
    Nudges,
    /// Cities with their time zones.
    Zones,
    /// Times that are often meant.
    Times,
    /// The commands themselves.
    Commands,
    /// The guests whom the bot plays.
    Guests,
    /// What can be asked about.
    Topics,
    /// The person's own contacts.
    Contacts,
    /// The organisations that the person has in view.
    Targets,
    /// The person's own drafts.
    Drafts,
    /// The nights of the community.
    Nights,
}

/// What a parameter may be.
#[derive(Clone, Copy, Debug)]
pub enum ParamKind {
    /// A whole number from the first to the second, with one that serves as an example.
    Number(u32, u32, u32),
    /// One word that is neither a number nor a word of another parameter.
    Word,
    /// One of these: the value, and how it may be spelled.
    OneOf(&'static [(&'static str, &'static [&'static str])]),
    /// A file, where a platform takes one with a command. Typed, it cannot be given.
    File,
    /// Words up to a colon, or to the number that is the next parameter; without these the rest of the line.
    Named,
    /// An account of the platform, as it is written there: the rest of the line.
    Account,
    /// The rest of the line.
    Rest,
}

/// The commands that go together under a word, in any spelling.
pub fn in_group(word: &str) -> impl Iterator<Item = &'static Command> {
    let wanted = crate::words::fold(word);
    let is_meant = move |group: Group| group.word.all().any(|spelling| crate::words::fold(spelling) == wanted);
    COMMANDS.iter().filter(move |command| command.group.is_some_and(&is_meant))
}

/// The command that a menu names: by its English words, the group's first.
pub fn in_menu(path: &[&str]) -> Option<&'static Command> {
    COMMANDS.iter().find(|command| match (path, &command.group) {
        ([group, word], Some(own)) => own.word.en == *group && command.word.en == *word,
        ([word], None) => command.word.en == *word,
        _ => false,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_name_has_its_row_and_no_word_means_two_things() {
        use CommandName::*;
        for name in [
            Start,
            PitchPractise,
            PitchBuild,
            PitchHistory,
            MockAsk,
            MockAnswer,
            MockReport,
            QuestionsBrowse,
            QuestionsPlan,
            QuestionsCheck,
            QuestionsAdd,
            ContactAdd,
            ContactFind,
            ContactShow,
            ContactList,
            ContactNote,
            ContactRefer,
            ContactTree,
            ContactRemove,
            ContactImport,
            ContactExport,
            TargetAdd,
            TargetList,
            TargetRank,
            TargetRemove,
            OutreachDraft,
            OutreachCheck,
            OutreachList,
            OutreachSent,
            NightList,
            NightPlan,
            NightMove,
            NightCancel,
            NightJoin,
            NightLeave,
            NightStart,
            NightNext,
            NightExtend,
            NightEnd,
            NightRemove,
            NightHere,
            NightCard,
            NightAvoid,
            NightFeedback,
            NightReport,
            GuestSignup,
            GuestPause,
            GuestResume,
            GuestList,
            SettingsShow,
            SettingsLanguage,
            SettingsTimezone,
            SettingsQuiet,
            SettingsDigest,
            NudgeList,
            NudgeAdd,
            NudgeDone,
            NudgeSnooze,
            NudgeCancel,
            NudgePause,
            NudgeStop,
            Help,
            Stop,
            Back,
            Skip,
            Resume,
        ] {
            assert_eq!(name.command().name, name);
        }
        let mut first_words: Vec<String> = COMMANDS
            .iter()
            .enumerate()
            // A group's word stands once for all of its commands.
            .filter(|(index, command)| {
                let group = command.group.map(|group| group.word.en);
                group.is_none()
                    || COMMANDS.iter().position(|other| other.group.map(|group| group.word.en) == group) == Some(*index)
            })
            .map(|(_, command)| command)
            // A word may be the same in both languages.
            .flat_map(|command| command.first_word().all().map(crate::words::fold).collect::<BTreeSet<_>>())
            .collect();
        first_words.sort();
        let before = first_words.len();
        first_words.dedup();
        assert_eq!(first_words.len(), before);
    }
}

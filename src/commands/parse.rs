//! Reads typed text by the table of commands.

use super::{COMMANDS, Command, CommandName, Invocation, Param, ParamKind, UserError, Value, Word};
use crate::chat::Arg;
use crate::ids::Locale;
use crate::words::{fold, nearest, shorten};
use std::collections::HashMap;
use std::sync::LazyLock;

/// The most characters of a wrong word that are said back.
const LONGEST_ECHO: usize = 40;

/// What a line is, read as a command.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Parsed {
    /// A command.
    Command(Invocation),
    /// Its first word is a command's, but the rest is wrong: the person is told how.
    Wrong(UserError),
    /// It begins like no command; perhaps this one was meant, as it is typed in the reader's language.
    Unknown(Option<String>),
}

/// Reads a line that has lost its prefix, if it had one.
pub fn parse(line: &str, locale: Locale) -> Parsed {
    let mut words = line.split_whitespace();
    let Some(first) = words.next() else { return Parsed::Unknown(None) };
    let rest: Vec<&str> = words.collect();
    let folded = fold(first);
    let same_first: Vec<&Command> = COMMANDS.iter().filter(|command| is(command.first_word(), &folded)).collect();
    let (command, rest) = match (same_first.as_slice(), rest.as_slice()) {
        ([], _) => return Parsed::Unknown(suggestion(first, rest.first().copied(), locale)),
        ([only], rest) if only.group.is_none() => (*only, rest),
        // "night help": help for its commands.
        (_, [second]) if names_help(second) => {
            let of = ("command".to_owned(), Value::Text(first.to_owned()));
            return Parsed::Command(Invocation { command: CommandName::Help, args: [of].into() });
        }
        (group, [second, rest @ ..]) => match spelled(group, second) {
            Some(command) => (command, rest),
            // A number after the group's word is meant for its first command: `pitch 30`.
            None if second.parse::<u32>().is_ok() && takes_number(group[0]) => (group[0], &rest_of(second, rest)[..]),
            None => return Parsed::Wrong(unknown_second(group, second, locale)),
        },
        // A group's word alone means its first command.
        ([first, ..], []) => (*first, &[] as &[&str]),
    };
    match arguments(command, line, rest, locale) {
        Ok(invocation) => Parsed::Command(invocation),
        Err(error) => Parsed::Wrong(error),
    }
}

/// The command of a group that a word names.
fn spelled<'a>(group: &[&'a Command], word: &str) -> Option<&'a Command> {
    let folded = fold(word);
    group.iter().find(|command| is(&command.word, &folded)).copied()
}

fn names_help(word: &str) -> bool {
    let folded = fold(word);
    COMMANDS.iter().any(|command| command.name == CommandName::Help && is(&command.word, &folded))
}

fn takes_number(command: &Command) -> bool {
    matches!(command.takes.first(), Some(Param { kind: ParamKind::Number(..), .. }))
}

fn rest_of<'a>(second: &'a str, rest: &[&'a str]) -> Vec<&'a str> {
    std::iter::once(second).chain(rest.iter().copied()).collect()
}

/// Every spelling of the table, folded once.
static FOLDED: LazyLock<HashMap<&'static str, String>> = LazyLock::new(|| {
    let words =
        COMMANDS.iter().flat_map(|command| [Some(command.word), command.group.map(|group| group.word)]).flatten();
    words.flat_map(|word| word.all().collect::<Vec<_>>()).map(|spelling| (spelling, fold(spelling))).collect()
});

/// Whether a folded word is this one, in any spelling.
fn is(word: &Word, folded: &str) -> bool {
    word.all().any(|spelling| FOLDED.get(spelling).is_some_and(|known| known == folded))
}

fn suggestion(first: &str, second: Option<&str>, locale: Locale) -> Option<String> {
    let spellings = COMMANDS.iter().flat_map(|command| command.first_word().all());
    let meant = nearest(first, spellings)?;
    let meant = fold(meant);
    let candidates: Vec<&Command> = COMMANDS.iter().filter(|command| is(command.first_word(), &meant)).collect();
    let wanted = second.and_then(|second| {
        let word = nearest(second, candidates.iter().flat_map(|command| command.word.all()))?;
        spelled(&candidates, word)
    });
    wanted.or(candidates.first().copied()).map(|command| command.path(locale))
}

fn unknown_second(group: &[&Command], second: &str, locale: Locale) -> UserError {
    let meant = nearest(second, group.iter().flat_map(|command| command.word.all()))
        .and_then(|word| spelled(group, word))
        .unwrap_or(group[0]);
    UserError::new(
        "error-unknown-word",
        [("word", Arg::Words(shorten(second, LONGEST_ECHO))), ("example", Arg::Name(meant.path(locale)))],
    )
}

fn arguments(command: &Command, line: &str, rest: &[&str], locale: Locale) -> Result<Invocation, UserError> {
    let mut invocation = Invocation::of(command.name);
    let mut left = rest;
    for (index, Param { word, kind, .. }) in command.takes.iter().enumerate() {
        // "night join as guest": the parameter's own name may stand before its value.
        if matches!(kind, ParamKind::OneOf(_)) && left.len() > 1 && word.all().any(|own| fold(own) == fold(left[0])) {
            left = &left[1..];
        }
        let Some((typed, after)) = left.split_first() else { break };
        let value = match kind {
            ParamKind::Number(..) if is_one_of(command, typed) => continue,
            ParamKind::Number(least, most, example) => {
                left = after;
                Value::Number(number(command, typed, *least, *most, *example, locale)?)
            }
            ParamKind::Word if is_meant_for_another(command, typed) => continue,
            ParamKind::Word => {
                left = after;
                Value::Text((*typed).to_owned())
            }
            ParamKind::OneOf(values) => {
                let Some(value) = one_of(values, typed) else { continue };
                left = after;
                Value::Text(value.to_owned())
            }
            // The bot asks for it.
            ParamKind::File => {
                left = &[];
                continue;
            }
            ParamKind::Named => {
                let (named, after) = named(left, command.takes.get(index + 1));
                left = after;
                Value::Text(named)
            }
            // As it was written, with its lines.
            ParamKind::Rest | ParamKind::Account => {
                Value::Text(last_words(line, std::mem::take(&mut left).len()).to_owned())
            }
        };
        invocation.args.insert(word.en.to_owned(), value);
    }
    // "30 s" and "30 seconds" are how people say a number.
    let unit =
        |typed: &str| matches!(fold(typed).as_str(), "s" | "sec" | "second" | "seconds" | "seconde" | "secondes");
    match left {
        [] => Ok(invocation),
        [typed] if invocation.args.len() == 1 && unit(typed) => Ok(invocation),
        [typed, ..] => Err(UserError::new(
            "error-too-much",
            [("word", Arg::Words(shorten(typed, LONGEST_ECHO))), ("example", Arg::Name(command.usage(locale)))],
        )),
    }
}

/// The words up to a colon, or to the number that is the next parameter; and the others.
fn named<'a>(words: &'a [&'a str], next: Option<&Param>) -> (String, &'a [&'a str]) {
    let takes_number = matches!(next, Some(Param { kind: ParamKind::Number(..), .. }));
    let colon = words.iter().position(|word| word.ends_with(':')).map(|at| at + 1);
    let number = || words.last().filter(|last| words.len() > 1 && last.parse::<u32>().is_ok()).map(|_| words.len() - 1);
    let cut = colon.or_else(|| number().filter(|_| takes_number)).unwrap_or(words.len());
    (words[..cut].join(" ").trim_end_matches(':').trim_end().to_owned(), &words[cut..])
}

/// The last so many words of a line, as they stand there.
fn last_words(line: &str, count: usize) -> &str {
    let before = line.split_whitespace().count().saturating_sub(count);
    let mut rest = line.trim();
    for _ in 0..before {
        rest = rest.find(char::is_whitespace).map_or("", |end| rest[end..].trim_start());
    }
    rest
}

/// The value that a word stands for, in any spelling.
fn one_of(values: &'static [(&'static str, &'static [&'static str])], typed: &str) -> Option<&'static str> {
    let typed = fold(typed);
    values
        .iter()
        .find(|(_, spellings)| spellings.iter().any(|spelling| fold(spelling) == typed))
        .map(|(value, _)| *value)
}

/// Whether a word is a value of one of the command's parameters.
fn is_one_of(command: &Command, typed: &str) -> bool {
    command.takes.iter().any(|param| match param.kind {
        ParamKind::OneOf(values) => one_of(values, typed).is_some(),
        _ => false,
    })
}

/// Whether a word is a number, or a value of one of the command's parameters: arguments may be left out.
fn is_meant_for_another(command: &Command, typed: &str) -> bool {
    typed.starts_with(|c: char| c.is_ascii_digit()) || is_one_of(command, typed)
}

fn number(
    command: &Command,
    typed: &str,
    least: u32,
    most: u32,
    example: u32,
    locale: Locale,
) -> Result<u32, UserError> {
    let digits = typed.trim_end_matches(|c: char| c.is_alphabetic());
    match digits.parse::<u32>() {
        Ok(number) if (least..=most).contains(&number) => Ok(number),
        _ => Err(UserError::new(
            "error-number",
            [
                ("word", Arg::Words(shorten(typed, LONGEST_ECHO))),
                ("least", least.into()),
                ("most", most.into()),
                ("example", Arg::Name(format!("{} {example}", command.path(locale)))),
            ],
        )),
    }
}

/// The language that a line's first words are a command's in, if only one language has them so.
pub fn spoken_in(line: &str) -> Option<Locale> {
    let mut words = line.trim_start_matches(['!', '/']).split_whitespace().map(fold);
    let (first, second) = (words.next()?, words.next());
    let command = COMMANDS.iter().find(|command| is(command.first_word(), &first))?;
    let is_french = |word: &Word, typed: &str| fold(word.fr) == typed && fold(word.en) != typed;
    let of_group = COMMANDS.iter().filter(|other| other.first_word().en == command.first_word().en);
    let mut its_words = of_group.filter(|other| other.group.is_some()).map(|other| &other.word);
    // "Questions" is a word of both: the one after it tells.
    let is_same = fold(command.first_word().en) == fold(command.first_word().fr);
    let is_told = is_french(command.first_word(), &first)
        || (is_same && second.is_some_and(|second| its_words.any(|word| is_french(word, &second))));
    is_told.then_some(Locale::Fr)
}

/// The control word that a whole message is: `stop`, `back`, `skip`, `help`, `resume`, in any language.
pub fn control(text: &str) -> Option<CommandName> {
    let text = fold(text);
    COMMANDS
        .iter()
        .filter(|command| command.name.is_control())
        .find(|command| is(&command.word, &text))
        .map(|found| found.name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Parsed {
        parse(line, Locale::En)
    }

    #[test]
    fn commands_are_read_in_both_languages_with_their_numbers() {
        for line in
            ["pitch practise 45", "pitch practice 45s", "Présentation pratiquer 45", "presentation repeter 45 secondes"]
        {
            match read(line) {
                Parsed::Command(call) => {
                    assert_eq!((call.command, call.number("seconds")), (CommandName::PitchPractise, Some(45)))
                }
                other => panic!("{line}: {other:?}"),
            }
        }
        assert_eq!(read("pitch"), Parsed::Command(Invocation::of(CommandName::PitchPractise)));
        assert!(matches!(read("pitch 45"), Parsed::Command(_)));
    }

    #[test]
    fn what_is_wrong_is_named() {
        let wrong = |line: &str| match read(line) {
            Parsed::Wrong(error) => error.key.0.into_owned(),
            other => panic!("{line}: {other:?}"),
        };
        assert_eq!(wrong("pitch practise 5"), "error-number");
        assert_eq!(wrong("pitch practise soon"), "error-number");
        assert_eq!(wrong("pitch practise 99999999999999"), "error-number");
        assert_eq!(wrong("pitch pratcise"), "error-unknown-word");
        assert_eq!(wrong("pitch practise 30 now"), "error-too-much");
        assert_eq!(read("ptich practise"), Parsed::Unknown(Some("pitch practise".to_owned())));
        assert_eq!(read("hello there"), Parsed::Unknown(None));
    }

    #[test]
    fn names_end_at_a_colon_or_a_number_and_the_rest_keeps_its_lines() {
        let texts = |line: &str| match read(line) {
            Parsed::Command(call) => call,
            other => panic!("{line}: {other:?}"),
        };
        let note = texts("contact note Ana Silva: likes tea\nand cats");
        assert_eq!((note.text("contact"), note.text("note")), (Some("Ana Silva"), Some("likes tea\nand cats")));
        let whole = texts("contact note Ana Silva likes tea");
        assert_eq!((whole.text("contact"), whole.text("note")), (Some("Ana Silva likes tea"), None));
    }

    #[test]
    fn only_a_whole_message_is_a_control() {
        assert_eq!(control("Back"), Some(CommandName::Back));
        assert_eq!(control("arrêter !"), Some(CommandName::Stop));
        assert_eq!(control("Back when I started"), None);
    }
}

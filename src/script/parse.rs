//! Reads a script.

use crate::chat::{Place, PlaceKind};
use crate::clock::Moment;
use crate::ids::PlatformName;
use chrono::DateTime;
use chrono_tz::Tz;
use regex::Regex;
use std::path::Path;
use std::sync::LazyLock;
use std::time::Duration;

/// A script.
#[derive(Clone, Debug)]
pub struct Script {
    /// Its lines, as they stand in the file.
    pub lines: Vec<String>,
    /// What they mean.
    pub items: Vec<Item>,
}

impl Script {
    /// Whether it can be played on this stage: `engine`, `discord`, `matrix`. Left out: everywhere.
    pub fn plays_on(&self, stage: &str) -> bool {
        self.items.iter().all(|item| match &item.kind {
            ItemKind::Act(Act::Only(stages)) => stages.iter().any(|name| name == stage),
            _ => true,
        })
    }
}

/// One thing in a script: an act, or something the bot is to say.
#[derive(Clone, Debug)]
pub struct Item {
    /// The lines it takes up, counted from 0.
    pub lines: std::ops::Range<usize>,
    /// What it is.
    pub kind: ItemKind,
}

/// What an item is.
#[derive(Clone, Debug)]
pub enum ItemKind {
    /// Somebody does something, or something happens.
    Act(Act),
    /// The bot is to say this.
    Expect(Expected),
}

/// What can happen in a script.
#[derive(Clone, Debug, PartialEq)]
pub enum Act {
    /// A person writes.
    Say {
        /// Who.
        who: String,
        /// Where.
        at: Address,
        /// What.
        text: String,
    },
    /// The clock is set: what came due in between happens all at once, as after a pause of the machine.
    Now(Moment),
    /// Everyone's time zone.
    Zone(Tz),
    /// Time goes by, and everything happens at its moment.
    Advance(Duration),
    /// The process is killed and started again.
    Restart,
    /// The last event is delivered a second time.
    Again,
    /// So many deliveries fail.
    Fail(u32),
    /// A person presses a choice.
    Press {
        /// Who presses.
        who: String,
        /// Who was shown it.
        shown_to: String,
        /// Its number.
        number: u32,
        /// Of the last message with this text in it; or of the last one with choices.
        of: Option<String>,
    },
    /// A person changes the last thing they wrote.
    Edit(String, String),
    /// A person sends a file.
    File(String, String),
    /// A person comes into a room.
    Join(String, String),
    /// A person leaves a room.
    Leave(String, String),
    /// A person no longer takes direct messages.
    Closed(String),
    /// A person takes them again.
    Open(String),
    /// A person is a host in a room.
    Host(String, String),
    /// A person sends a voice message.
    Voice(String, Duration),
    /// Where the script can be played.
    Only(Vec<String>),
}

/// A place as scripts name it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Address {
    /// The direct chat.
    Direct,
    /// A room.
    Room(String),
    /// A thread of a room.
    Thread(String, String),
}

impl Address {
    /// The place itself, as seen by a person.
    pub fn place(&self, platform: PlatformName, who: &str) -> Place {
        let kind = match self {
            Self::Direct => PlaceKind::Direct(who.to_owned()),
            Self::Room(room) => PlaceKind::Room(room.clone()),
            Self::Thread(room, thread) => PlaceKind::Thread(room.clone(), thread.clone()),
        };
        Place { platform, kind }
    }

    fn read(room: Option<&str>, thread: Option<&str>) -> Self {
        match (room, thread) {
            (Some(room), Some(thread)) => Self::Thread(room.to_owned(), thread.to_owned()),
            (Some(room), None) => Self::Room(room.to_owned()),
            (None, _) => Self::Direct,
        }
    }
}

/// Something the bot is to say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expected {
    /// `None`: in the place where somebody spoke last.
    pub at: Option<Address>,
    /// To this person: directly, or in a room so that nobody else sees it.
    pub to: Option<String>,
    /// The file's name, where a file is to be sent.
    pub file: Option<String>,
    /// The text, `[..]` standing for any text, with its choices.
    pub text: String,
}

/// A script that cannot be read.
#[derive(Debug, thiserror::Error)]
#[error("{place}: {problem}")]
pub struct ScriptError {
    place: String,
    problem: String,
}

impl ScriptError {
    fn new(line: usize, problem: impl Into<String>) -> Self {
        Self { place: format!("line {}", line + 1), problem: problem.into() }
    }

    /// A file that cannot be read.
    pub fn file(path: &Path, error: &std::io::Error) -> Self {
        Self { place: path.display().to_string(), problem: format!("cannot be read ({error})") }
    }

    /// The error with its file's name.
    #[must_use]
    pub fn in_file(self, path: &Path) -> Self {
        Self { place: format!("{}, {}", path.display(), self.place), ..self }
    }
}

static BOT: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"^bot(?:\[(?<file>[^\]]+)\])?(?:@(?<room>[\w-]+)(?:/(?<thread>\w+))?)?(?:\((?<only>[\w-]+)\))?(?:>(?<to>[\w-]+))?>(?: (?<text>.*))?$",
    )
});
static PERSON: LazyLock<Regex> =
    LazyLock::new(|| regex(r"^(?<who>[\w-]+)(?:@(?<room>[\w-]+)(?:/(?<thread>\w+))?)?>(?: (?<text>.*))?$"));

fn regex(pattern: &str) -> Regex {
    Regex::new(pattern).unwrap_or_else(|error| unreachable!("a pattern of ours: {error}"))
}

/// Reads a script.
///
/// # Errors
/// A line is none of the format's.
pub fn parse(text: &str) -> Result<Script, ScriptError> {
    let lines: Vec<String> = text.lines().map(|line| line.trim_end().to_owned()).collect();
    let mut items = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        let line = &lines[at];
        if line.is_empty() || line.starts_with('#') {
            at += 1;
            continue;
        }
        if line.starts_with(' ') {
            return Err(ScriptError::new(at, "is indented, but follows no message"));
        }
        let mut end = at + 1;
        while lines.get(end).is_some_and(|next| next.starts_with(' ')) {
            end += 1;
        }
        let kind = read_item(&lines, at, end)?;
        items.push(Item { lines: at..end, kind });
        at = end;
    }
    Ok(Script { lines, items })
}

fn read_item(lines: &[String], at: usize, end: usize) -> Result<ItemKind, ScriptError> {
    let line = &lines[at];
    if let Some(directive) = line.strip_prefix('@') {
        return read_directive(directive, at).map(ItemKind::Act);
    }
    if let Some(found) = BOT.captures(line) {
        let part = |name: &str| found.name(name).map(|part| part.as_str());
        let at_room = part("room").map(|_| Address::read(part("room"), part("thread")));
        let to = part("only").or(part("to")).map(str::to_owned);
        let at_place = match (at_room, &to) {
            (None, Some(_)) => Some(Address::Direct),
            (room, _) => room,
        };
        let text = unwrapped(part("text").unwrap_or_default(), &lines[at + 1..end]);
        return Ok(ItemKind::Expect(Expected { at: at_place, to, file: part("file").map(str::to_owned), text }));
    }
    if let Some(found) = PERSON.captures(line) {
        let part = |name: &str| found.name(name).map(|part| part.as_str());
        let first = part("text").unwrap_or_default().to_owned();
        let rest = lines[at + 1..end].iter().map(|line| without_dot(line.trim_start()).to_owned());
        let text = std::iter::once(first).chain(rest).collect::<Vec<_>>().join("\n");
        let who = part("who").unwrap_or_default().to_owned();
        return Ok(ItemKind::Act(Act::Say { who, at: Address::read(part("room"), part("thread")), text }));
    }
    Err(ScriptError::new(
        at,
        format!("is neither a message (`ana> ...`), nor a directive (`@...`), nor a comment (`# ...`): {line}"),
    ))
}

/// Lines of a message; one that is indented further than five columns goes on with the line before.
fn unwrapped(first: &str, rest: &[String]) -> String {
    let mut text = first.to_owned();
    for line in rest {
        let inner = line.trim_start();
        if line.len() - inner.len() > 5 {
            text.push(' ');
        } else {
            text.push('\n');
        }
        text.push_str(without_dot(inner));
    }
    text
}

fn without_dot(line: &str) -> &str {
    if line == "." { "" } else { line }
}

fn read_directive(directive: &str, at: usize) -> Result<Act, ScriptError> {
    let (name, rest) = directive.split_once(' ').unwrap_or((directive, ""));
    let rest = rest.trim();
    let words: Vec<&str> = rest.split_whitespace().collect();
    let wrong = |example: &str| ScriptError::new(at, format!("@{name} goes like this: @{example}"));
    let own = |word: &str| word.to_owned();
    match (name, words.as_slice()) {
        ("now", [moment]) => DateTime::parse_from_rfc3339(moment)
            .map(|time| Act::Now(time.to_utc().into()))
            .map_err(|_| wrong("now 2026-03-02T09:00:00-05:00")),
        ("zone", [zone]) => zone.parse().map(Act::Zone).map_err(|_| wrong("zone America/Toronto")),
        ("advance", [time]) => read_duration(time).map(Act::Advance).ok_or_else(|| wrong("advance 25h")),
        ("restart", []) => Ok(Act::Restart),
        ("again", []) => Ok(Act::Again),
        ("fail", [count]) => count.parse().map(Act::Fail).map_err(|_| wrong("fail 2")),
        ("press", _) => read_press(rest).ok_or_else(|| wrong("press ana 2 of \"Again\"")),
        ("edit", [who, ..]) => Ok(Act::Edit(own(who), rest[who.len()..].trim_start().to_owned())),
        ("file", [who, name]) => Ok(Act::File(own(who), own(name))),
        ("join", [who, room]) => Ok(Act::Join(own(who), own(room))),
        ("leave", [who, room]) => Ok(Act::Leave(own(who), own(room))),
        ("closed", [who]) => Ok(Act::Closed(own(who))),
        ("open", [who]) => Ok(Act::Open(own(who))),
        ("host", [who, room]) => Ok(Act::Host(own(who), own(room))),
        ("voice", [who, time]) => {
            read_duration(time).map(|spoken| Act::Voice(own(who), spoken)).ok_or_else(|| wrong("voice ana 27s"))
        }
        ("only", [_, ..]) if words.iter().all(|stage| ["engine", "discord", "matrix"].contains(stage)) => {
            Ok(Act::Only(words.iter().map(|stage| own(stage)).collect()))
        }
        ("edit", _) => Err(wrong("edit ana new text")),
        ("file", _) => Err(wrong("file ana list.csv")),
        ("join" | "leave" | "host", _) => Err(wrong("join ana lounge")),
        ("closed" | "open", _) => Err(wrong("closed ana")),
        ("only", _) => Err(wrong("only engine discord matrix")),
        ("now" | "zone" | "advance" | "restart" | "again" | "fail" | "voice", _) => {
            Err(ScriptError::new(at, format!("@{name} does not go with `{rest}`")))
        }
        _ => Err(ScriptError::new(at, format!("@{name} is no directive"))),
    }
}

/// `ana 2`, `ana 2 of "Again"`, `ben ana 1`.
fn read_press(rest: &str) -> Option<Act> {
    let (words, of) = match rest.split_once(" of ") {
        Some((words, quoted)) => (words, Some(quoted.trim().strip_prefix('"')?.strip_suffix('"')?.to_owned())),
        None => (rest, None),
    };
    let words: Vec<&str> = words.split_whitespace().collect();
    let (who, shown_to, number) = match words.as_slice() {
        [who, number] => (who, who, number),
        [who, shown_to, number] => (who, shown_to, number),
        _ => return None,
    };
    Some(Act::Press { who: (*who).to_owned(), shown_to: (*shown_to).to_owned(), number: number.parse().ok()?, of })
}

/// `27s`, `30m`, `25h`, `14d`, `2w`, or several of them together: `1h30m`.
pub fn read_duration(text: &str) -> Option<Duration> {
    let mut seconds = 0u64;
    let mut digits = String::new();
    for letter in text.chars() {
        if letter.is_ascii_digit() {
            digits.push(letter);
            continue;
        }
        let unit = match letter {
            's' => 1,
            'm' => 60,
            'h' => 3600,
            'd' => 86_400,
            'w' => 604_800,
            _ => return None,
        };
        seconds += digits.parse::<u64>().ok()?.checked_mul(unit)?;
        digits.clear();
    }
    (digits.is_empty() && !text.is_empty()).then(|| Duration::from_secs(seconds))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn only_item(text: &str) -> ItemKind {
        parse(text).unwrap().items.remove(0).kind
    }

    #[test]
    fn every_form_of_a_bot_line_is_read() {
        let expected = |text: &str| match only_item(text) {
            ItemKind::Expect(expected) => expected,
            other => panic!("{other:?}"),
        };
        let direct = expected("bot> Hello\n     you\n       and me\n     .\n     [1] A  [2] B");
        assert_eq!(direct.text, "Hello\nyou and me\n\n[1] A  [2] B");
        assert_eq!((direct.at, direct.to), (None, None));
        let ephemeral = expected("bot@lounge(ana)> Hi");
        assert_eq!((ephemeral.at, ephemeral.to), (Some(Address::Room("lounge".into())), Some("ana".into())));
        let other = expected("bot>ben> Hi");
        assert_eq!((other.at, other.to), (Some(Address::Direct), Some("ben".into())));
        let file = expected("bot[plan.ics]@lounge/2> Here");
        assert_eq!(file.file.as_deref(), Some("plan.ics"));
        assert_eq!(file.at, Some(Address::Thread("lounge".into(), "2".into())));
    }

    #[test]
    fn every_directive_is_read() {
        let text = "@now 2026-03-02T09:00:00-05:00\n@zone America/Toronto\n@host ana lounge\n@voice ana 27s\n@advance 25h\n\
                    @restart\n@again\n@fail 2\n@press ana 2 of \"Again\"\n@press ben ana 1\n@edit ana new text\n\
                    @file ana list.csv\n@join ben lounge\n@leave ben lounge\n@closed ana\n@open ana\n@only engine discord matrix";
        assert_eq!(parse(text).unwrap().items.len(), text.lines().count());
        let press = Act::Press { who: "ben".into(), shown_to: "ana".into(), number: 1, of: None };
        assert!(matches!(only_item("@press ben ana 1"), ItemKind::Act(act) if act == press));
        assert_eq!(read_duration("1h30m"), Some(Duration::from_secs(5400)));
    }

    #[test]
    fn what_is_no_script_is_refused_with_its_line() {
        for (text, line) in
            [("ana> hi\nwhat is this", "line 2"), ("   hi", "line 1"), ("@dance", "line 1"), ("@now soon", "line 1")]
        {
            assert!(parse(text).unwrap_err().to_string().starts_with(line), "{text}");
        }
    }
}

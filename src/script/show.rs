//! How a message looks in a script, and whether it is what was expected.

use crate::chat::platform::{Block, Content, Shown, Span};
use crate::chat::{Place, PlaceKind};

/// The width at which choices and long lines go on in the next line.
const WIDTH: usize = 118;
/// Stands for any text.
const ANY: &str = "[..]";

/// Something the bot said, as it arrived at a person or in a room.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heard {
    /// Where.
    pub place: Place,
    /// Who alone saw it, in a place where others read.
    pub only: Option<String>,
    /// The file's name, where it was a file.
    pub file: Option<String>,
    /// The text, with its choices.
    pub text: String,
    /// The choices, to press.
    pub choices: Vec<Shown>,
}

/// The name of the file that goes along with a message, if one does.
pub fn file_of(content: &Content) -> Option<String> {
    content.blocks.iter().find_map(|block| match block {
        Block::File { name, .. } => Some(name.clone()),
        _ => None,
    })
}

/// A message as scripts show it.
pub fn canonical(content: &Content) -> String {
    let is_file = |block: &&Block| matches!(block, Block::File { .. });
    let mut lines: Vec<String> = content.blocks.iter().filter(|block| !is_file(block)).map(block).collect();
    let mut row = String::new();
    for Shown { number, label, .. } in &content.choices {
        let choice = format!("[{number}] {label}");
        if !row.is_empty() && row.chars().count() + choice.chars().count() + 2 > WIDTH - 5 {
            lines.push(std::mem::take(&mut row));
        }
        if !row.is_empty() {
            row.push_str("  ");
        }
        row.push_str(&choice);
    }
    if !row.is_empty() {
        lines.push(row);
    }
    // A no-break space cannot be told from any other in a file: scripts have plain ones.
    lines.join("\n").trim_matches('\n').replace(['\u{A0}', '\u{202F}'], " ")
}

fn block(block: &Block) -> String {
    match block {
        Block::Text(spans) => spans.iter().map(span).collect(),
        Block::Plot(plot) => plot.as_text(),
        // It is named beside the text.
        Block::File { .. } => String::new(),
        Block::Quote(text) => text.lines().map(|line| format!("> {line}")).collect::<Vec<_>>().join("\n"),
    }
}

fn span(span: &Span) -> String {
    match span {
        Span::Command(command) => format!("`{command}`"),
        Span::Called(who) => format!("@{who}"),
        span => span.as_text().to_owned(),
    }
}

/// Whether a text is what was expected, `[..]` standing for any text.
pub fn fits(expected: &str, said: &str) -> bool {
    let said = collapsed(said);
    let parts: Vec<String> = expected.split(ANY).map(collapsed).collect();
    let [first, middle @ .., last] = parts.as_slice() else { return collapsed(expected) == said };
    let Some(mut rest) = said.strip_prefix(first.as_str()) else { return false };
    for part in middle {
        let Some(at) = rest.find(part.as_str()) else { return false };
        rest = &rest[at + part.len()..];
    }
    rest.ends_with(last.as_str())
}

/// The text with white space single within lines and none at their ends.
fn collapsed(text: &str) -> String {
    let lines: Vec<String> = text
        .lines()
        .map(|line| line.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" "))
        .collect();
    lines.join("\n").trim().to_owned()
}

/// What was heard, as lines of a script. `spoke` is where somebody spoke last.
pub fn as_lines(heard: &Heard, spoke: Option<&Place>) -> Vec<String> {
    let file = heard.file.as_ref().map(|name| format!("[{name}]")).unwrap_or_default();
    let only = heard.only.as_ref().map(|who| format!("({who})")).unwrap_or_default();
    let head = match &heard.place.kind {
        PlaceKind::Direct(_) if spoke == Some(&heard.place) => format!("bot{file}>"),
        PlaceKind::Direct(who) => format!("bot{file}>{who}>"),
        PlaceKind::Room(room) => format!("bot{file}@{room}{only}>"),
        PlaceKind::Thread(room, thread) => format!("bot{file}@{room}/{thread}{only}>"),
    };
    let mut lines = Vec::new();
    for (index, line) in heard.text.split('\n').enumerate() {
        let indent = if index == 0 { format!("{head} ") } else { " ".repeat(5) };
        let line = if line.is_empty() { "." } else { line };
        lines.extend(wrapped(&indent, line));
    }
    lines
}

fn wrapped(indent: &str, line: &str) -> Vec<String> {
    // Two spaces part choices, and stay: they are in one row by their own measure.
    if line.starts_with("[1] ") {
        return vec![format!("{indent}{line}")];
    }
    let mut lines = Vec::new();
    let mut row = indent.to_owned();
    let mut empty = true;
    for word in line.split(' ') {
        if !empty && row.chars().count() + 1 + word.chars().count() > WIDTH {
            lines.push(std::mem::replace(&mut row, " ".repeat(7)));
            empty = true;
        }
        if !empty {
            row.push(' ');
        }
        row.push_str(word);
        empty = false;
    }
    lines.push(row);
    lines.into_iter().map(|line| line.trim_end().to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dots_in_brackets_stand_for_any_text() {
        assert!(fits("Hello\nyou", "Hello\nyou"));
        assert!(fits("Hel[..]you", "Hello\nto you"));
        assert!(fits("[..]", "anything"));
        assert!(fits("a [..] c [..]", "a b c d"));
        assert!(!fits("a [..] c", "a b d"));
        assert!(!fits("Hello", "Hello you"));
        assert!(!fits("a\nb", "a b"));
    }

    #[test]
    fn wrapped_lines_are_read_back_as_they_were() {
        let long = "word ".repeat(60);
        let place = Place::direct(crate::ids::PlatformName::Console, "ana");
        let text = format!("{}\n\nsecond", long.trim());
        let heard = Heard { place: place.clone(), only: None, file: None, text: text.clone(), choices: Vec::new() };
        let script = super::super::parse(&as_lines(&heard, Some(&place)).join("\n")).unwrap();
        match &script.items[0].kind {
            super::super::ItemKind::Expect(expected) => assert!(fits(&expected.text, &text)),
            other => panic!("{other:?}"),
        }
    }
}

//! The terminal: plain lines, lines with colour and editing, or JSON for programs.

mod input;
mod wire;

pub use input::{Edited, Input, Line, lines};
pub use wire::{Received, acknowledgement, receive};

use crate::chat::platform::{Block, Content, Span};
use crate::chat::{DeliverError, Outgoing, PlaceKind, Platform, Receipt, Sent, Unfetched};
use futures_util::future::BoxFuture;
use std::fs::OpenOptions;
use std::io::{self, Write as _};
use std::path::Path;
use std::sync::{Mutex, PoisonError};

/// The handle of whoever sits at the terminal.
pub const SELF: &str = "you";

/// How many files of one name are kept beside each other.
const MOST_OF_A_NAME: u32 = 1_000;

/// How messages are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// Text alone.
    Plain,
    /// Text in the terminal's width, the choices in colour.
    Colour,
    /// One JSON object a line.
    Json,
}

/// Something that prints lines.
pub type Printer = Box<dyn FnMut(&str) -> io::Result<()> + Send>;

/// The terminal as a platform.
pub struct Console {
    style: Style,
    print: Mutex<Printer>,
}

impl Console {
    /// A terminal that prints in a style.
    pub fn new(style: Style, print: Printer) -> Self {
        Self { style, print: Mutex::new(print) }
    }

    /// Prints text that is no message.
    ///
    /// # Errors
    /// The terminal is gone.
    pub fn print(&self, text: &str) -> io::Result<()> {
        (self.print.lock().unwrap_or_else(PoisonError::into_inner))(text)
    }
}

impl Platform for Console {
    fn deliver<'a>(&'a self, out: &'a Outgoing) -> BoxFuture<'a, Result<Receipt, DeliverError>> {
        if out.content.gathering.is_some() {
            // A terminal has no calendar.
            return Box::pin(std::future::ready(Ok(Receipt::default())));
        }
        let text = match self.style {
            Style::Json => wire::sent(out),
            style => {
                let saved: String =
                    files(&out.content).map(|(name, text)| format!("  → {}\n", save(name, text))).collect();
                format!("{}{}{saved}\n", heading(out), shown(&out.content, style))
            }
        };
        let result = match self.print(&text) {
            Ok(()) => Ok(Receipt { message: opens(out), ..Receipt::default() }),
            Err(error) => Err(DeliverError::Transient(error.into())),
        };
        Box::pin(std::future::ready(result))
    }

    fn fetch<'a>(&'a self, sent: &'a Sent, most: u64) -> BoxFuture<'a, Result<Vec<u8>, Unfetched>> {
        let size = std::fs::metadata(&sent.source).map(|file| file.len());
        let bytes = match size {
            Ok(size) if size > most => Err(Unfetched::TooLarge),
            _ => std::fs::read(&sent.source).map_err(|_| Unfetched::Gone),
        };
        Box::pin(std::future::ready(bytes))
    }
}

/// The endings of files that somebody at a terminal sends by their path.
const SENT_BY_PATH: [&str; 3] = [".vcf", ".csv", ".vcard"];

/// The file that a line names, where it is the path of one: whoever sits at a terminal has no other way to send it.
pub fn sent(line: &str) -> Option<Sent> {
    let path = line.trim().trim_matches(['"', '\'']);
    let is_meant = SENT_BY_PATH.iter().any(|ending| path.to_lowercase().ends_with(ending));
    if !is_meant || !Path::new(path).is_file() {
        return None;
    }
    let name = Path::new(path).file_name()?.to_string_lossy().into_owned();
    Some(Sent { name, source: path.to_owned() })
}

/// The texts that go along with a message as files.
fn files(content: &Content) -> impl Iterator<Item = (&str, &str)> {
    content.blocks.iter().filter_map(|block| match block {
        Block::File { name, text } => Some((name.as_str(), text.as_str())),
        _ => None,
    })
}

/// Writes a file into the working directory, never over one that is there. Gives back where it is, or what the operating system said.
fn save(name: &str, text: &str) -> String {
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, "txt"));
    for number in 1..=MOST_OF_A_NAME {
        let name = if number == 1 { format!("{stem}.{ending}") } else { format!("{stem}-{number}.{ending}") };
        let written = OpenOptions::new()
            .write(true)
            .create_new(true)
            .open(&name)
            .and_then(|mut file| file.write_all(text.as_bytes()));
        match written {
            Ok(()) => return std::path::absolute(&name).map_or(name, |path| path.display().to_string()),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => return format!("{name}: {error}"),
        }
    }
    format!("{name}: {}", io::Error::from(io::ErrorKind::AlreadyExists))
}

/// Where a message goes, if it is not simply the answer to whoever sits here.
fn heading(out: &Outgoing) -> String {
    match (&out.place.kind, &out.only) {
        (PlaceKind::Direct(who), _) if who == SELF => String::new(),
        (PlaceKind::Direct(who), _) => format!("(to {who}) "),
        (PlaceKind::Room(room) | PlaceKind::Thread(room, _), Some(who)) => format!("(in {room}, to {who}) "),
        (PlaceKind::Room(room), None) => format!("(in {room}) "),
        (PlaceKind::Thread(room, thread), None) => format!("(in {room}/{thread}) "),
    }
}

/// The name of the thread that a message opens: its own number.
fn opens(out: &Outgoing) -> Option<String> {
    out.content.thread.as_ref().map(|_| out.id.to_string())
}

/// A message as it is printed, each line ended.
pub fn shown(content: &Content, style: Style) -> String {
    let mut text = String::new();
    for block in &content.blocks {
        let (line, indent) = match block {
            Block::Text(spans) => (spans.iter().map(|span| spoken(span, style)).collect::<String>(), ""),
            Block::Quote(quote) => (quote.clone(), "  | "),
            // A picture keeps its columns, however narrow the terminal is.
            Block::Plot(plot) => {
                text.push_str(&plot.as_text());
                text.push('\n');
                continue;
            }
            Block::File { .. } => continue,
        };
        for line in line.split('\n') {
            text.push_str(&folded(line, indent, style));
            text.push('\n');
        }
    }
    for choice in &content.choices {
        let number = choice.number;
        let line = match style {
            Style::Colour => format!("  \u{1b}[1;36m[{number}]\u{1b}[0m {}\n", choice.label),
            Style::Plain | Style::Json => format!("  [{number}] {}\n", choice.label),
        };
        text.push_str(&line);
    }
    text
}

fn spoken(span: &Span, style: Style) -> String {
    match (span, style) {
        (Span::Command(command), Style::Colour) => format!("\u{1b}[1m{command}\u{1b}[0m"),
        (Span::Command(command), Style::Plain | Style::Json) => format!("`{command}`"),
        (Span::Called(who), _) => format!("@{who}"),
        (span, _) => span.as_text().to_owned(),
    }
}

fn folded(line: &str, indent: &str, style: Style) -> String {
    match style {
        Style::Colour => {
            let width = textwrap::termwidth().clamp(40, 100);
            textwrap::fill(line, textwrap::Options::new(width).initial_indent(indent).subsequent_indent(indent))
        }
        Style::Plain | Style::Json => format!("{indent}{line}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chat::inbound::Press;
    use crate::chat::platform::Shown;

    #[test]
    fn a_file_is_written_beside_one_of_its_name_and_never_over_it() {
        let dir = tempfile::tempdir().unwrap();
        let name = dir.path().join("talk.txt").display().to_string();
        assert_eq!(save(&name, "one"), name);
        let second = save(&name, "two");
        assert!(second.ends_with("talk-2.txt"), "{second}");
        assert_eq!(std::fs::read_to_string(&name).unwrap(), "one");
        assert_eq!(std::fs::read_to_string(second).unwrap(), "two");
        assert!(save("/nowhere/at/all.txt", "three").starts_with("/nowhere/at/all.txt: "));
    }

    #[test]
    fn plain_output_has_no_colour_and_a_number_for_each_choice() {
        let press = Press::from_token("0123456789abc:1:again").unwrap();
        let content = Content {
            blocks: vec![
                Block::Text(vec![Span::Plain("Type ".into()), Span::Command("help".into())]),
                Block::Quote("two\nlines".into()),
            ],
            choices: vec![Shown { number: 1, label: "Again".into(), press }],
            ..Content::default()
        };
        assert_eq!(shown(&content, Style::Plain), "Type `help`\n  | two\n  | lines\n  [1] Again\n");
    }
}

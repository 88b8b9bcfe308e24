//! Where the terminal's lines come from: an editor with a history on a terminal, standard input otherwise. Reading blocks, so
//! it has a thread of its own.

use super::Printer;
use crate::chat::inbound::LONGEST_TEXT;
use anyhow::Context as _;
use rustyline::error::ReadlineError;
use rustyline::{DefaultEditor, ExternalPrinter as _};
use std::io::{BufRead, Read, Write};
use std::thread;
use tokio::sync::mpsc;

/// The most bytes of a line that are kept. The engine says kindly that a longer one is too long.
const LONGEST_LINE: u64 = 16 * LONGEST_TEXT as u64;
/// How many lines wait before the reader does.
const LINES_AHEAD: usize = 256;

/// A line, or the end.
#[derive(Debug, PartialEq, Eq)]
pub enum Line {
    /// A line without its end.
    Text(String),
    /// Reading failed; there will be no further line.
    Broken(String),
}

/// What a terminal gives: lines, and a way to print while one is being typed.
pub struct Input {
    /// Lines, as they are typed. Closed at the end of the input.
    pub lines: mpsc::Receiver<Line>,
    /// Prints without disturbing a line that is being typed.
    pub print: Printer,
}

/// Begins to read. `edited`: with line editing, from a terminal.
///
/// # Errors
/// The terminal cannot be set up.
pub fn lines(edited: Edited) -> anyhow::Result<Input> {
    let (sender, lines) = mpsc::channel(LINES_AHEAD);
    match edited {
        Edited::No => {
            thread::Builder::new().name("input".to_owned()).spawn(move || read_plain(&sender))?;
            let print = |text: &str| {
                let mut out = std::io::stdout().lock();
                out.write_all(text.as_bytes())?;
                out.flush()
            };
            Ok(Input { lines, print: Box::new(print) })
        }
        Edited::Yes => {
            let mut editor = DefaultEditor::new().context("the terminal cannot be set up")?;
            let mut printer = editor.create_external_printer().context("the terminal cannot be set up")?;
            thread::Builder::new().name("input".to_owned()).spawn(move || read_edited(&mut editor, &sender))?;
            let print = move |text: &str| printer.print(text.to_owned()).map_err(std::io::Error::other);
            Ok(Input { lines, print: Box::new(print) })
        }
    }
}

/// Whether lines are typed with editing and a history.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edited {
    /// At a terminal.
    Yes,
    /// From a file or a pipe.
    No,
}

fn read_plain(sender: &mpsc::Sender<Line>) {
    let mut input = std::io::stdin().lock();
    loop {
        let mut bytes = Vec::new();
        match input.by_ref().take(LONGEST_LINE).read_until(b'\n', &mut bytes) {
            Ok(0) => return,
            Ok(_) => {}
            Err(error) => {
                let _ = sender.blocking_send(Line::Broken(error.to_string()));
                return;
            }
        }
        let cut_off = bytes.last() != Some(&b'\n') && bytes.len() as u64 == LONGEST_LINE;
        if cut_off && skip_line(&mut input).is_err() {
            return;
        }
        // What is no UTF-8 becomes the sign for that, and is answered like any other text.
        let line = String::from_utf8_lossy(&bytes).trim_end_matches(['\n', '\r']).to_owned();
        if sender.blocking_send(Line::Text(line)).is_err() {
            return;
        }
    }
}

/// Reads past the rest of a line that is too long to keep.
fn skip_line(input: &mut impl BufRead) -> std::io::Result<()> {
    loop {
        let buffer = input.fill_buf()?;
        if buffer.is_empty() {
            return Ok(());
        }
        match buffer.iter().position(|byte| *byte == b'\n') {
            Some(at) => {
                input.consume(at + 1);
                return Ok(());
            }
            None => {
                let length = buffer.len();
                input.consume(length);
            }
        }
    }
}

fn read_edited(editor: &mut DefaultEditor, sender: &mpsc::Sender<Line>) {
    loop {
        match editor.readline("> ") {
            Ok(line) => {
                // The history lives in memory alone: what a person typed is theirs.
                let _ = editor.add_history_entry(&line);
                if sender.blocking_send(Line::Text(line)).is_err() {
                    return;
                }
            }
            Err(ReadlineError::Interrupted | ReadlineError::Eof) => return,
            Err(error) => {
                let _ = sender.blocking_send(Line::Broken(error.to_string()));
                return;
            }
        }
    }
}

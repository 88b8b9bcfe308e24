//! A command as it was given, and what a person can put right in it.

use super::CommandName;
use crate::chat::inbound::LONGEST_TEXT;
use crate::chat::{Arg, Args, Key, Line, Message, Sent};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A command with its arguments, read and found to be in range.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Invocation {
    /// Which command.
    pub command: CommandName,
    /// The arguments that were given, by their English names.
    #[serde(default)]
    pub args: BTreeMap<String, Value>,
}

/// An argument.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Value {
    /// A number.
    Number(u32),
    /// Text.
    Text(String),
    /// A file.
    File(Sent),
}

impl Invocation {
    /// The command without arguments.
    pub fn of(command: CommandName) -> Self {
        Self { command, args: BTreeMap::new() }
    }

    /// A number that was given.
    pub fn number(&self, name: &str) -> Option<u32> {
        match self.args.get(name) {
            Some(Value::Number(number)) => Some(*number),
            _ => None,
        }
    }

    /// Every text that was given.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        self.args.values().filter_map(|value| match value {
            Value::Text(text) => Some(text.as_str()),
            Value::Number(_) | Value::File(_) => None,
        })
    }

    /// The file that was given.
    pub fn file(&self) -> Option<&Sent> {
        self.args.values().find_map(|value| match value {
            Value::File(sent) => Some(sent),
            Value::Number(_) | Value::Text(_) => None,
        })
    }

    /// A text that was given.
    pub fn text(&self, name: &str) -> Option<&str> {
        match self.args.get(name) {
            Some(Value::Text(text)) => Some(text),
            _ => None,
        }
    }
}

/// Something that a person can put right themselves: said to them, logged nowhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UserError {
    /// The text that says what was wrong and shows one right example.
    pub key: Key,
    /// Values for it.
    pub args: Args,
}

impl UserError {
    /// An error in words.
    pub fn new<const N: usize>(key: &'static str, args: [(&str, Arg); N]) -> Self {
        Self { key: key.into(), args: args.into_iter().map(|(name, value)| (name.to_owned(), value)).collect() }
    }

    /// A text of that many characters is too long to read.
    pub fn too_long(length: usize) -> Self {
        Self::new("too-long-message", [("length", length.into()), ("most", LONGEST_TEXT.into())])
    }

    /// The error as a message.
    pub fn into_message(self) -> Message {
        Message::of([Line::Speech(self.key, self.args)])
    }
}

//! What a flow wants said: keys of texts with their values, never a finished sentence. The engine renders it in each
//! reader's language when it commits.

use super::Place;
use crate::clock::Moment;
use crate::hours::TimeOfDay;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// The key of a text in `prompts/<locale>/*.ftl`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Key(pub Cow<'static, str>);

impl From<&'static str> for Key {
    fn from(key: &'static str) -> Self {
        Self(Cow::Borrowed(key))
    }
}

impl From<String> for Key {
    fn from(key: String) -> Self {
        Self(Cow::Owned(key))
    }
}

/// A value for a text's variable.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Arg {
    /// A number: the text may choose its form by it.
    Number(i64),
    /// Words that a person typed. Every adapter shows them escaped.
    Words(String),
    /// A name of the bot's own that is the same in every language: a command, a time zone.
    Name(String),
    /// A time of the day, written as the language writes it.
    Clock(TimeOfDay),
    /// A day, as the language writes it: "Tuesday 3 March".
    Day(NaiveDate),
    /// A day of another year than this.
    Date(NaiveDate),
    /// One of these three, and the moment that it is: a platform may show it by each reader's own clock.
    At(Moment, Box<Arg>),
    /// A place, by the name it has on its platform.
    Place(Place),
    /// Accounts of the platform, as their people are named there, joined as the language joins them.
    Accounts(Vec<String>),
    /// The same, and these people are called: their platform tells them.
    Called(Vec<String>),
    /// The articles that pieces of advice rest on, by their names.
    Sources(Vec<TextId>),
    /// Whose clocks are meant by the times before it: a text with the zone's city. Where each reader's own are shown, nothing.
    Zone(String),
    /// Another text, put in whole.
    Text(Key),
    /// Several texts, joined as the language joins them ("a, b and c").
    List(Vec<Key>),
}

impl From<usize> for Arg {
    fn from(number: usize) -> Self {
        Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

impl From<u32> for Arg {
    fn from(number: u32) -> Self {
        Self::Number(i64::from(number))
    }
}

/// The values for a text's variables, by name.
pub type Args = BTreeMap<String, Arg>;

/// Names a text of the advice file: `advice/37`, `disagreement/length`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct TextId(pub String);

/// One line of a message: a paragraph, as a person sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Line {
    /// A text of the bot's.
    Speech(Key, #[serde(default)] Args),
    /// A piece of advice with its sources, or the positions where they disagree.
    Bank(TextId),
    /// A person's own words, set off as a quotation and always escaped.
    Quote(String),
    /// Somebody whom the bot plays says something, in the language of the conversation: who, and what.
    Said(String, String),
    /// How long several attempts took, as a picture against a band, in seconds.
    Lengths {
        /// From where to where a length is right.
        band: (u32, u32),
        /// The attempts, the earliest first.
        lengths: Vec<Length>,
    },
    /// These lines as a file of that name, which a person can keep.
    File(String, Vec<Line>),
    /// A file of that name with this text as it is, for other programs.
    Sheet(String, String),
    /// An empty line.
    Gap,
}

/// How long an attempt took, in seconds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Length {
    /// The least it can be.
    pub from: u32,
    /// The most it can be: the same, where it was measured.
    pub to: u32,
    /// What there is to say of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Key>,
}

impl Line {
    /// A text without variables.
    pub fn say(key: impl Into<Key>) -> Self {
        Self::Speech(key.into(), Args::new())
    }

    /// A text with values for its variables.
    pub fn with<const N: usize>(key: impl Into<Key>, args: [(&str, Arg); N]) -> Self {
        Self::Speech(key.into(), args.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
    }
}

/// A choice's name within its flow. At most 60 characters, so that a button's id stays under 100.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ChoiceId(pub Cow<'static, str>);

impl ChoiceId {
    /// The choice of that name.
    pub fn new(name: impl Into<Cow<'static, str>>) -> Self {
        Self(name.into())
    }

    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Something to choose: a button, a number to type, or its words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    /// Its name in the flow.
    pub id: ChoiceId,
    /// Its label: a text of at most 80 characters.
    pub label: Key,
    /// Values for the label's variables.
    #[serde(default, skip_serializing_if = "Args::is_empty")]
    pub args: Args,
    /// The number that the choice stands for, where the choices themselves are numbers (20, 30, 45 seconds): a typed
    /// number is then the value, not a position in the list.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<u32>,
}

impl Choice {
    /// A choice with its label.
    pub fn new(id: &'static str, label: &'static str) -> Self {
        Self { id: ChoiceId::new(id), label: label.into(), args: Args::new(), value: None }
    }

    /// A choice of a number: its label is `label` with `$value`.
    pub fn number(value: u32, label: &'static str) -> Self {
        Self {
            id: ChoiceId::new(value.to_string()),
            label: label.into(),
            args: Args::from([("value".to_owned(), value.into())]),
            value: Some(value),
        }
    }
}

/// What the conversation waits for after a message.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Answer {
    /// One of the choices, nothing else.
    #[default]
    Choice,
    /// Free text; a choice is understood as well.
    Words,
    /// What one says in a conversation: even a greeting counts.
    Talk,
    /// A value in words, such as a time or a city: a choice, and a command that stands alone, are understood as well.
    Value,
}

/// A message: lines, then choices.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Message {
    /// What is said.
    pub lines: Vec<Line>,
    /// What can be chosen.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub choices: Vec<Choice>,
    /// What is waited for.
    #[serde(default)]
    pub answer: Answer,
    /// The questions that this one begins, itself first, where a platform can ask several at once. Without any, it is asked alone.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub form: Vec<Field>,
    /// What becomes of it when it is answered, where messages can be changed.
    #[serde(default, skip_serializing_if = "WhenAnswered::is_usual")]
    pub when_answered: WhenAnswered,
}

/// A question of a form. Its answer is taken as if it had been typed when the question was asked by itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Field {
    /// What is asked, in a few words: a text of at most 45 characters.
    pub label: Key,
    /// The most characters of an answer.
    pub most: usize,
}

impl Field {
    /// A question of a form.
    pub fn new(label: &'static str, most: usize) -> Self {
        Self { label: label.into(), most }
    }
}

/// What becomes of a message when it is answered, where messages can be changed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum WhenAnswered {
    /// What comes next takes its place: a question that was answered is of no use.
    #[default]
    Replaced,
    /// It stays to be read, such as feedback; only its choices go.
    Stays,
}

impl WhenAnswered {
    fn is_usual(&self) -> bool {
        *self == Self::Replaced
    }
}

impl Message {
    /// A message of one text.
    pub fn say(key: impl Into<Key>) -> Self {
        Self::of([Line::say(key)])
    }

    /// A message of these lines.
    pub fn of(lines: impl IntoIterator<Item = Line>) -> Self {
        Self { lines: lines.into_iter().collect(), ..Self::default() }
    }

    /// The message with these choices under it.
    #[must_use]
    pub fn choices(mut self, choices: impl IntoIterator<Item = Choice>) -> Self {
        self.choices = choices.into_iter().collect();
        self
    }

    /// The message as a question that is answered in free text.
    #[must_use]
    pub fn awaiting_words(mut self) -> Self {
        self.answer = Answer::Words;
        self
    }

    /// The message as something said in a conversation.
    #[must_use]
    pub fn awaiting_talk(mut self) -> Self {
        self.answer = Answer::Talk;
        self
    }

    /// The message as a question that is answered by a value in words.
    #[must_use]
    pub fn awaiting_value(mut self) -> Self {
        self.answer = Answer::Value;
        self
    }

    /// The message as the first question of a form.
    #[must_use]
    pub fn form(mut self, fields: impl IntoIterator<Item = Field>) -> Self {
        self.form = fields.into_iter().collect();
        self
    }

    /// The message as one that stays to be read when it is answered.
    #[must_use]
    pub fn to_keep(mut self) -> Self {
        self.when_answered = WhenAnswered::Stays;
        self
    }

    /// The message with other lines before its own.
    #[must_use]
    pub fn after(mut self, lines: impl IntoIterator<Item = Line>) -> Self {
        self.lines.splice(0..0, lines);
        self
    }
}

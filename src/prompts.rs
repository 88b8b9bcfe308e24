//! Everything the bot says, and the data its judgement rests on: the files of `prompts/`, built into the program, any of
//! which a community may replace by one of its own (`--prompts DIR`).

pub mod advice;
pub mod answers;
pub mod bank;
pub mod build_rules;
pub mod cues;
pub mod distress;
pub mod encoder_files;
pub mod guests;
pub mod mock_rules;
pub mod outreach;
pub mod outreach_rules;
pub mod pitch_rules;
pub mod question_rules;
pub mod render;
mod source;
pub mod speech;
pub mod topics;

pub use source::write_out;

use crate::coach::draft::Kind;
use crate::ids::Locale;
use advice::Advice;
use answers::Answers;
use bank::Bank;
use build_rules::BuildRules;
use distress::Distress;
use encoder_files::EncoderFiles;
use guests::Guest;
use mock_rules::MockRules;
use outreach::Template;
use outreach_rules::OutreachRules;
use pitch_rules::PitchRules;
use question_rules::QuestionRules;
use source::Source;
use speech::Speech;
use std::collections::BTreeMap;
use std::fmt;
use std::path::Path;
use topics::Topics;

/// All prompts, read and found whole.
#[derive(Debug)]
pub struct Prompts {
    /// The texts.
    pub speech: Speech,
    /// The pieces of advice and the disagreements, with their sources.
    pub advice: Advice,
    /// The signs that somebody needs a person, not a coach.
    pub distress: Distress,
    /// What is said in an informational interview.
    pub topics: Topics,
    /// The questions to ask.
    pub bank: Bank,
    /// What guests and contacts like to ask back.
    pub answers: Answers,
    /// The professionals whom the bot plays.
    pub guests: Vec<Guest>,
    /// The sentence encoder's files.
    pub encoder: EncoderFiles,
    /// The rules of the pitch review, by the language of the pitch.
    pitch: BTreeMap<Locale, PitchRules>,
    /// The rules of the question review, by the language of the question.
    question: BTreeMap<Locale, QuestionRules>,
    /// How a pitch is put together, by its language.
    build: BTreeMap<Locale, BuildRules>,
    /// What the mock interview listens for, by its language.
    mock: BTreeMap<Locale, MockRules>,
    /// What the review of messages looks for, by its language.
    outreach: BTreeMap<Locale, OutreachRules>,
    /// How messages are put together, by their language and kind.
    templates: BTreeMap<Locale, BTreeMap<Kind, Template>>,
}

impl Prompts {
    /// Reads the built-in prompts; a file that stands in `overlay` under the same path is read instead of the built-in one.
    ///
    /// # Errors
    /// Everything wrong with them at once.
    pub fn load(overlay: Option<&Path>) -> Result<Self, Vec<Fault>> {
        let source = Source::new(overlay);
        let mut faults = source.misplaced();
        let speech = Speech::read(&source, &mut faults);
        let advice = Advice::read(&source, &mut faults);
        let distress = Distress::read(&source, &mut faults);
        let (mut pitch, mut build, mut question) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
        let mut mock = BTreeMap::new();
        let mut messages = BTreeMap::new();
        let mut templates = BTreeMap::new();
        for locale in Locale::ALL {
            if let Some(rules) = PitchRules::read(&source, locale, &mut faults) {
                pitch.insert(locale, rules);
            }
            if let Some(rules) = QuestionRules::read(&source, locale, &mut faults) {
                question.insert(locale, rules);
            }
            if let Some(rules) = BuildRules::read(&source, locale, &mut faults) {
                build.insert(locale, rules);
            }
            if let Some(rules) = MockRules::read(&source, locale, &mut faults) {
                mock.insert(locale, rules);
            }
            templates.insert(locale, outreach::read_all(&source, locale, &mut faults));
            if let Some(rules) = OutreachRules::read(&source, locale, &mut faults) {
                messages.insert(locale, rules);
            }
        }
        advice.check(&speech, &mut faults);
        let topics = Topics::read(&source, &mut faults);
        let guests = topics.as_ref().map(|topics| Guest::read_all(&source, topics, &mut faults)).unwrap_or_default();
        let bank = topics.as_ref().map(|topics| Bank::read(&source, topics, &advice, &mut faults));
        let answers = Answers::read(&source, &advice, &mut faults);
        let encoder = EncoderFiles::find(source, &mut faults);
        match (topics, bank) {
            (Some(topics), Some(bank)) if faults.is_empty() => Ok(Self {
                speech,
                advice,
                distress,
                topics,
                bank,
                answers,
                guests,
                encoder,
                pitch,
                build,
                question,
                mock,
                outreach: messages,
                templates,
            }),
            _ => Err(faults),
        }
    }

    /// The rules for pitches in a language.
    pub fn pitch_rules(&self, locale: Locale) -> &PitchRules {
        // `load` leaves none out, or does not give a `Prompts` at all.
        &self.pitch[&locale]
    }

    /// The rules for questions in a language.
    pub fn question_rules(&self, locale: Locale) -> &QuestionRules {
        // As above.
        &self.question[&locale]
    }

    /// How a kind of message is put together in a language.
    pub fn outreach_template(&self, locale: Locale, kind: Kind) -> &Template {
        // As above.
        &self.templates[&locale][&kind]
    }

    /// The rules for messages in a language.
    pub fn outreach_rules(&self, locale: Locale) -> &OutreachRules {
        // As above.
        &self.outreach[&locale]
    }

    /// What the mock interview listens for in a language.
    pub fn mock_rules(&self, locale: Locale) -> &MockRules {
        // As above.
        &self.mock[&locale]
    }

    /// The guest of that id.
    pub fn guest(&self, id: &str) -> Option<&Guest> {
        self.guests.iter().find(|guest| guest.id == id)
    }

    /// How a pitch is put together in a language.
    pub fn build_rules(&self, locale: Locale) -> &BuildRules {
        // As above.
        &self.build[&locale]
    }
}

/// Something wrong with a file that an operator can mend.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The file, or the environment variable.
    pub file: String,
    /// The key or line in it. Empty where the whole file is meant.
    pub at: String,
    /// What is wrong.
    pub problem: String,
    /// What to do about it.
    pub remedy: String,
}

impl Fault {
    /// A fault in words.
    pub fn new(
        file: impl Into<String>,
        at: impl Into<String>,
        problem: impl Into<String>,
        remedy: impl Into<String>,
    ) -> Self {
        Self { file: file.into(), at: at.into(), problem: problem.into(), remedy: remedy.into() }
    }
}

/// Where a byte of a file stands, as a person finds it: "line 3".
pub(crate) fn line_at(text: &str, byte: usize) -> String {
    format!("line {}", text[..byte.min(text.len())].matches('\n').count() + 1)
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let at = if self.at.is_empty() { String::new() } else { format!(", {}", self.at) };
        write!(f, "{}{at}: {}. {}.", self.file, self.problem, self.remedy)
    }
}

//! `prompts/guests/*.toml`: the professionals whom the bot plays, one a file: who they are, how they talk, and what they say to each topic.
//!
//! What they say stands there in each language; what they say of numbers, years, names and places stands in fields, so that it is the same
//! in every answer: `{city}` a fact, `{arrived.year}` the year of a step on their path, `{arrived.ago}` how many years ago that was,
//! `{arrived.licensed}` the years from one step to another.

mod check;

use super::Fault;
use super::source::Source;
use super::topics::{Kind, Topics};
use crate::ids::Locale;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// How a guest talks.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub enum Manner {
    /// Tells much, and gladly.
    Chatty,
    /// Says what was asked and no more.
    Terse,
    /// Is between two other things.
    Rushed,
    /// Begins with the question and drifts off.
    Wandering,
}

/// What a learner may look for in a guest.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub enum Tag {
    /// Trained in another country.
    TrainedAbroad,
    /// Did something else before.
    ChangedCareer,
    /// Came back after an illness.
    AfterIllness,
}

/// What happens in a conversation beside questions, and what a guest has to say to it.
#[derive(Clone, Copy, Debug, Deserialize, Serialize, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[serde(rename_all = "snake_case")]
pub enum Cue {
    /// They are greeted.
    Greeting,
    /// The weather, the way there.
    Smalltalk,
    /// The learner has told about themselves.
    AboutYou,
    /// May I take notes?
    Notes,
    /// Can I do something for you?
    OfferHelp,
    /// Thanks and goodbye.
    Thanks,
    /// The learner says that the time is over.
    Stay,
    /// The same was asked before: the words that go before more of it.
    Again,
    /// There is nothing more to say to that.
    Finished,
    /// They did not understand.
    Unknown,
    /// They ask which of two was meant.
    Which,
    /// An example of what?
    ExampleOfWhat,
    /// One more question that yes or no answers.
    Closed,
    /// Two questions at once.
    Double,
    /// A very long text.
    Long,
    /// What stands on any website.
    Searchable,
    /// Something else than was agreed.
    OffTopic,
    /// Something about the work that was not agreed on.
    NotAgreed,
    /// What they earn.
    Pay,
    /// How old they are.
    Age,
    /// Whom they live with.
    Family,
    /// Where they live.
    Address,
    /// Other private matters.
    Personal,
    /// A job is asked for.
    JobAsk,
    /// They are insulted.
    Insult,
    /// They are asked to be something else.
    Role,
    /// The learner is nervous.
    Nervous,
    /// The learner tells of something hard.
    Hardship,
    /// Little time is left.
    Short,
    /// The time is over: three remarks, each clearer.
    Uneasy,
}

impl Cue {
    /// All of them.
    pub const ALL: [Self; 30] = [
        Self::Greeting,
        Self::Smalltalk,
        Self::AboutYou,
        Self::Notes,
        Self::OfferHelp,
        Self::Thanks,
        Self::Stay,
        Self::Again,
        Self::Finished,
        Self::Unknown,
        Self::Which,
        Self::ExampleOfWhat,
        Self::Closed,
        Self::Double,
        Self::Long,
        Self::Searchable,
        Self::OffTopic,
        Self::NotAgreed,
        Self::Pay,
        Self::Age,
        Self::Family,
        Self::Address,
        Self::Personal,
        Self::JobAsk,
        Self::Insult,
        Self::Role,
        Self::Nervous,
        Self::Hardship,
        Self::Short,
        Self::Uneasy,
    ];
}

/// What a guest says to a topic.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Answers {
    /// The answer. Its first sentence can stand alone. Vague, where the topic is among [`Guest::vague_on`].
    pub first: String,
    /// What is said when it is asked again.
    pub more: String,
    /// A small story, when an example is asked for.
    pub example: Option<String>,
    /// What is brought up unasked, after an answer to something else.
    pub aside: Option<String>,
}

/// What a guest says, in one language.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Voice {
    /// Who they are, in a few words: "a nurse on a surgical ward".
    pub title: String,
    /// Their field: "nursing".
    pub field: String,
    /// What the learner knows beforehand.
    pub about: String,
    /// The first words.
    pub opening: String,
    /// How they answer the phone.
    pub phone: String,
    /// Who is calling, and why?
    pub who: String,
    /// Now is a good time.
    pub now: String,
    /// And what about you?
    pub turned: String,
    /// A position is open at their place.
    pub vacancy: Option<String>,
    /// They end the conversation.
    pub ends: String,
    /// Everything beside the questions.
    pub says: BTreeMap<Cue, Vec<String>>,
    /// What they say to a topic, by its id.
    pub topics: BTreeMap<String, Answers>,
}

/// A step on a guest's path into their work.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// Its name in the answers.
    pub id: String,
    /// How many years ago it was.
    pub ago: i32,
}

/// A fact about a guest.
#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
pub enum Fact {
    /// A number.
    Number(i64),
    /// A name that is the same in every language.
    Name(String),
    /// Words in each language.
    Words(BTreeMap<Locale, String>),
}

/// A professional whom the bot plays.
#[derive(Clone, Debug)]
pub struct Guest {
    /// The name of the file.
    pub id: String,
    /// How they talk.
    pub manner: Manner,
    /// What a learner may look for.
    pub tags: Vec<Tag>,
    /// Topics on which they stay vague until an example is asked for.
    pub vague_on: BTreeSet<String>,
    /// Topics that they bring up unasked, in this order.
    pub volunteers: Vec<String>,
    /// How many minutes longer they can stay, when they are asked.
    pub extends: u32,
    /// Their path, the earliest step first.
    pub path: Vec<Step>,
    /// What is true of them.
    pub facts: BTreeMap<String, Fact>,
    voices: BTreeMap<Locale, Voice>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    manner: Manner,
    #[serde(default)]
    tags: Vec<Tag>,
    #[serde(default)]
    vague_on: BTreeSet<String>,
    #[serde(default)]
    volunteers: Vec<String>,
    #[serde(default)]
    vacancy: bool,
    #[serde(default)]
    extends: u32,
    path: Vec<Step>,
    facts: BTreeMap<String, Fact>,
    en: Option<Voice>,
    fr: Option<Voice>,
}

/// The folder of the guests.
pub(super) const FOLDER: &str = "guests/";

impl Guest {
    /// Reads every guest. What is wrong with them is noted.
    pub(super) fn read_all(source: &Source, topics: &Topics, faults: &mut Vec<Fault>) -> Vec<Self> {
        let asked = topics.all().iter().filter(|topic| topic.kind == Kind::Question);
        let asked: Vec<&str> = asked.map(|topic| topic.id.as_str()).collect();
        let mut guests = Vec::new();
        for path in source.list(FOLDER, ".toml") {
            let Some((file, written)) = source.toml::<Written>(&path, faults) else { continue };
            let id = path.trim_start_matches(FOLDER).trim_end_matches(".toml").to_owned();
            let voices = [(Locale::En, written.en), (Locale::Fr, written.fr)];
            let guest = Self {
                id,
                manner: written.manner,
                tags: written.tags,
                vague_on: written.vague_on,
                volunteers: written.volunteers,
                extends: written.extends,
                path: written.path,
                facts: written.facts,
                voices: voices.into_iter().filter_map(|(locale, voice)| Some((locale, voice?))).collect(),
            };
            guest.check(&file, &asked, written.vacancy, faults);
            guests.push(guest);
        }
        guests
    }

    /// What they say in a language; in another, where they have none in that.
    pub fn voice(&self, locale: Locale) -> &Voice {
        let voice = self.voices.get(&locale).or_else(|| self.voices.values().next());
        // A guest without any voice is a fault, and prompts with faults are not used.
        voice.unwrap_or_else(|| unreachable!("a guest without a voice"))
    }

    /// The languages they speak.
    pub fn locales(&self) -> impl Iterator<Item = Locale> + '_ {
        self.voices.keys().copied()
    }

    /// Their name.
    pub fn name(&self) -> &str {
        self.named("name")
    }

    /// The name they go by in a conversation.
    pub fn first_name(&self) -> &str {
        self.named("first_name")
    }

    fn named(&self, fact: &str) -> &str {
        match self.facts.get(fact) {
            Some(Fact::Name(name)) => name,
            _ => &self.id,
        }
    }

    /// A text of theirs with its facts filled in, as it is said in a year.
    pub fn fill(&self, locale: Locale, text: &str, year: i32) -> String {
        let filled = parts(text).into_iter().map(|part| match part {
            Part::Text(text) => text.to_owned(),
            // What is no fact is filled in by whoever asks for the text.
            Part::Name(name) => self.value(locale, name, year).unwrap_or_else(|| format!("{{{name}}}")),
        });
        filled.collect()
    }

    /// What stands for a name in braces.
    fn value(&self, locale: Locale, name: &str, year: i32) -> Option<String> {
        let ago = |id: &str| self.path.iter().find(|step| step.id == id).map(|step| step.ago);
        if let Some((step, asked)) = name.split_once('.') {
            let since = ago(step)?;
            return Some(match asked {
                "year" => (year - since).to_string(),
                "ago" => since.to_string(),
                later => (since - ago(later)?).to_string(),
            });
        }
        match self.facts.get(name)? {
            Fact::Number(number) => Some(number.to_string()),
            Fact::Name(name) => Some(name.clone()),
            Fact::Words(words) => words.get(&locale).cloned(),
        }
    }
}

/// A part of a text.
enum Part<'a> {
    /// Words, as they are said.
    Text(&'a str),
    /// The name of a fact, in braces.
    Name(&'a str),
}

/// A text in its parts. A brace that is never closed is a brace.
fn parts(text: &str) -> Vec<Part<'_>> {
    let mut parts = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{')
        && let Some((name, after)) = after.split_once('}')
    {
        parts.extend([Part::Text(before), Part::Name(name)]);
        rest = after;
    }
    parts.push(Part::Text(rest));
    parts
}

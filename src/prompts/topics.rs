//! `prompts/topics.toml` and `prompts/<locale>/lines.toml`: what is said in an informational interview, by topic, and example lines from
//! which it is learned to tell them.

use super::Fault;
use super::cues::{Cues, Plain, WrittenCues};
use super::source::Source;
use crate::ids::Locale;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// The topics that the conversation itself must know.
const NEEDED: [&str; 2] = ["other", "avoid_personal"];
/// The fewest lines of a topic, in each language. With fewer it is hardly ever recognised.
const FEWEST: usize = 5;
/// The longest line, in characters.
const LONGEST: usize = 400;

/// What a topic is to the conversation.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// Asked of the professional, about their work.
    Question,
    /// Part of the conversation itself: a greeting, thanks, the time.
    Talk,
    /// Better not asked.
    Avoid,
    /// Not said to the professional, or about something else.
    Other,
}

/// What questions belong to when a conversation is agreed on.
#[derive(Clone, Copy, Debug, Deserialize, Serialize, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[serde(rename_all = "snake_case")]
pub enum Area {
    /// The work itself.
    Work,
    /// How people come to it.
    WayIn,
    /// Who looks for people, and for whom.
    Market,
    /// What is asked at the end of any conversation.
    Closing,
}

/// A topic.
#[derive(Debug)]
pub struct Topic {
    /// Its name, as in the files.
    pub id: String,
    /// What it is to the conversation.
    pub kind: Kind,
    /// What a question belongs to when a conversation is agreed on.
    pub area: Option<Area>,
    /// What a question is about, in a few words, by the language.
    names: BTreeMap<Locale, String>,
    /// The second sign of one to avoid, by the language, and by which matter it was (`""` where the topic has only one).
    cues: BTreeMap<(Locale, String), Cues>,
}

/// An example of what people say.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Line {
    /// The number of its topic.
    pub topic: usize,
    /// The words.
    pub text: String,
}

/// The topics, and the lines they are learned from.
#[derive(Debug)]
pub struct Topics {
    topics: Vec<Topic>,
    lines: Vec<Line>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenTopics {
    topic: Vec<WrittenTopic>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenTopic {
    id: String,
    kind: Kind,
    area: Option<Area>,
    #[serde(default)]
    name: BTreeMap<Locale, String>,
    #[serde(default)]
    cues: BTreeMap<Locale, WrittenCues>,
    #[serde(default)]
    matters: BTreeMap<String, WrittenMatter>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenMatter {
    cues: BTreeMap<Locale, WrittenCues>,
}

/// A topic's lines, or those of each of its matters.
#[derive(Deserialize)]
struct WrittenLines {
    #[serde(default)]
    lines: Vec<String>,
    #[serde(flatten)]
    matters: BTreeMap<String, MatterLines>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct MatterLines {
    lines: Vec<String>,
}

impl Topics {
    /// Reads the topics and their lines. What is wrong with them is noted.
    pub(super) fn read(source: &Source, faults: &mut Vec<Fault>) -> Option<Self> {
        let (file, written): (_, WrittenTopics) = source.toml("topics.toml", faults)?;
        let mut topics: Vec<Topic> = Vec::new();
        for topic in written.topic {
            if topics.iter().any(|known| known.id == topic.id) {
                faults.push(Fault::new(&file, &topic.id, "stands there twice", "Remove one of them"));
                continue;
            }
            topics.push(topic.compile(&file, faults));
        }
        for needed in NEEDED {
            if !topics.iter().any(|topic| topic.id == needed) {
                faults.push(Fault::new(&file, needed, "is missing", "Put the topic back: the conversation needs it"));
            }
        }
        let mut lines = BTreeSet::new();
        for locale in Locale::ALL {
            read_lines(source, locale, &topics, &mut lines, faults);
        }
        Some(Self { topics, lines: lines.into_iter().collect() })
    }

    /// All topics, in the order of the file.
    pub fn all(&self) -> &[Topic] {
        &self.topics
    }

    /// The number of the topic of that name.
    pub fn number(&self, id: &str) -> Option<usize> {
        self.topics.iter().position(|topic| topic.id == id)
    }

    /// The topic of that name.
    pub fn named(&self, id: &str) -> Option<&Topic> {
        self.topics.iter().find(|topic| topic.id == id)
    }

    /// All lines, in an order that is always the same.
    pub fn lines(&self) -> &[Line] {
        &self.lines
    }
}

impl WrittenTopic {
    fn compile(self, file: &str, faults: &mut Vec<Fault>) -> Topic {
        let mut cues = BTreeMap::new();
        for (locale, written) in self.cues {
            cues.insert((locale, String::new()), written.compile_as_one(file, &self.id, faults));
        }
        for (matter, written) in self.matters {
            let at = format!("{}.{matter}", self.id);
            for (locale, written) in written.cues {
                cues.insert((locale, matter.clone()), written.compile_as_one(file, &at, faults));
            }
        }
        for locale in Locale::ALL {
            if self.kind == Kind::Avoid && !cues.keys().any(|(known, _)| *known == locale) {
                let problem = format!("has no cues in `{}`", locale.as_str());
                faults.push(Fault::new(file, &self.id, problem, "Add patterns that show the topic is meant"));
            }
        }
        let is_named = Locale::ALL.iter().all(|locale| self.name.contains_key(locale));
        if self.kind == Kind::Question && !(is_named && self.area.is_some()) {
            let remedy = "Add `area`, and `name` in both languages, as its neighbours have them";
            faults.push(Fault::new(file, &self.id, "has no `area`, or no `name` in a language", remedy));
        }
        Topic { id: self.id, kind: self.kind, area: self.area, names: self.name, cues }
    }
}

fn read_lines(source: &Source, locale: Locale, topics: &[Topic], all: &mut BTreeSet<Line>, faults: &mut Vec<Fault>) {
    let path = format!("{}/lines.toml", locale.as_str());
    let Some((file, mut written)) = source.toml::<BTreeMap<String, WrittenLines>>(&path, faults) else { return };
    let mut known: BTreeMap<String, &str> = BTreeMap::new();
    for (number, topic) in topics.iter().enumerate() {
        let Some(section) = written.remove(&topic.id) else {
            faults.push(Fault::new(&file, &topic.id, "has no lines", "Add examples of what people say"));
            continue;
        };
        let of_matters = section.matters.into_values().flat_map(|matter| matter.lines);
        let lines: Vec<String> = section.lines.into_iter().chain(of_matters).collect();
        if lines.len() < FEWEST {
            let remedy = format!("Add more: {FEWEST} at least, and forty make it good");
            faults.push(Fault::new(&file, &topic.id, format!("has {} lines", lines.len()), remedy));
        }
        for text in lines {
            let at = crate::words::shorten(&text, 40);
            if text.trim().is_empty() {
                faults.push(Fault::new(&file, &topic.id, "has an empty line", "Remove it"));
            } else if text.chars().count() > LONGEST {
                let problem = format!("is longer than {LONGEST} characters");
                faults.push(Fault::new(&file, at, problem, "Shorten it to what somebody would type"));
            } else if let Some(other) = known.get(&text).filter(|other| **other != topic.id) {
                let problem = format!("stands under {other} and under {}", topic.id);
                faults.push(Fault::new(&file, at, problem, "Keep it where it belongs"));
            } else {
                known.insert(text.clone(), &topic.id);
                all.insert(Line { topic: number, text });
            }
        }
    }
    for id in written.into_keys() {
        faults.push(Fault::new(&file, id, "is no topic of topics.toml", "Correct its name, or add the topic there"));
    }
}

impl Topic {
    /// What a question is about, in a few words.
    pub fn name(&self, locale: Locale) -> &str {
        self.names.get(&locale).unwrap_or(&self.id)
    }

    /// Whether a text bears the topic's second sign in a language; with it which matter it is about, where the topic has several.
    pub fn sign_in(&self, text: &Plain<'_>, locale: Locale) -> Option<&str> {
        let of_language = self.cues.iter().filter(|((known, _), _)| *known == locale);
        let mut found = of_language.filter(|(_, cues)| cues.are_in(text)).map(|((_, matter), _)| matter.as_str());
        // "other" is what is left.
        let first = found.next()?;
        Some(if first == "other" { found.next().unwrap_or(first) } else { first })
    }
}

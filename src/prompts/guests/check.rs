//! What is wrong with a guest's card, each thing with what to do about it.

use super::{Cue, Fact, Guest, Part, Voice, parts};
use crate::ids::Locale;
use crate::prompts::Fault;

/// The topics of any conversation's end, for which no example can be asked.
const WITHOUT_EXAMPLE: [&str; 3] = ["use_name", "keep_in_touch", "contact_details"];
/// The facts that the conversation itself names.
const NEEDED: [&str; 2] = ["name", "first_name"];
/// What stands in a text beside the facts.
const FILLED_LATER: [&str; 2] = ["one", "other"];

impl Guest {
    /// Looks for everything that is missing, or cannot be true. `topics` are the topics that somebody may ask about.
    pub(super) fn check(&self, file: &str, topics: &[&str], has_vacancy: bool, faults: &mut Vec<Fault>) {
        let mut fault = |at: String, problem: &str, remedy: &str| faults.push(Fault::new(file, at, problem, remedy));
        for needed in NEEDED {
            if !matches!(self.facts.get(needed), Some(Fact::Name(_))) {
                fault(format!("facts.{needed}"), "is missing", "Say what the guest is called");
            }
        }
        if self.path.windows(2).any(|steps| steps[0].ago < steps[1].ago) {
            fault("path".to_owned(), "is not in the order of time", "Put the earliest step first: the most years ago");
        }
        for (name, fact) in &self.facts {
            if let Fact::Words(words) = fact
                && !Locale::ALL.iter().all(|locale| words.contains_key(locale))
            {
                fault(format!("facts.{name}"), "lacks a language", "Give it in English and in French");
            }
        }
        let is_topic = |id: &String| topics.contains(&id.as_str());
        for id in self.vague_on.iter().chain(&self.volunteers).filter(|id| !is_topic(id)) {
            fault(id.clone(), "is no topic that can be asked about", "Correct its name: topics.toml has them all");
        }
        if self.voices.is_empty() {
            fault(String::new(), "says nothing in any language", "Add a section `en` or `fr`");
        }
        for (locale, voice) in &self.voices {
            let missing = |what: String| format!("{}.{what}", locale.as_str());
            for cue in Cue::ALL {
                if voice.says.get(&cue).is_none_or(Vec::is_empty) {
                    let name = serde_json::to_value(cue).ok();
                    let name = name.as_ref().and_then(|name| name.as_str()).unwrap_or_default();
                    fault(missing(format!("says.{name}")), "is missing", "Add what the guest says then");
                }
            }
            if has_vacancy && voice.vacancy.is_none() {
                fault(
                    missing("vacancy".to_owned()),
                    "is missing",
                    "Add how the guest mentions it, or set `vacancy = false`",
                );
            }
            for id in topics {
                let Some(answers) = voice.topics.get(*id) else {
                    fault(missing(format!("topics.{id}")), "is missing", "Add `first`, `more` and `example`");
                    continue;
                };
                if answers.example.is_none() && !WITHOUT_EXAMPLE.contains(id) {
                    fault(missing(format!("topics.{id}.example")), "is missing", "Add a small story");
                }
                if answers.aside.is_none() && self.volunteers.iter().any(|volunteered| volunteered == id) {
                    fault(missing(format!("topics.{id}.aside")), "is missing", "Add what the guest brings up unasked");
                }
            }
            for id in voice.topics.keys().filter(|id| !is_topic(id)) {
                fault(missing(format!("topics.{id}")), "is no topic that can be asked about", "Correct its name");
            }
            for (at, text) in voice.texts() {
                for problem in self.problems(*locale, text) {
                    fault(missing(at.clone()), &problem, "Use the facts of the card: `{name of the fact}`");
                }
            }
        }
    }

    /// What in a text is not true of the card.
    fn problems(&self, locale: Locale, text: &str) -> Vec<String> {
        let mut problems = Vec::new();
        let mut bare = String::new();
        for part in parts(text) {
            match part {
                Part::Text(text) => bare.push_str(text),
                Part::Name(name) if FILLED_LATER.contains(&name) || self.value(locale, name, 2000).is_some() => {}
                Part::Name(name) => problems.push(format!("names `{{{name}}}`, which is no fact of the card")),
            }
        }
        if bare.chars().any(|c| c.is_ascii_digit()) {
            problems.push("has a number of its own".to_owned());
        }
        problems
    }
}

impl Voice {
    /// Every text, with where it stands.
    pub fn texts(&self) -> Vec<(String, &str)> {
        let mut all: Vec<(String, &str)> = [
            ("title", &self.title),
            ("field", &self.field),
            ("about", &self.about),
            ("opening", &self.opening),
            ("phone", &self.phone),
            ("who", &self.who),
            ("now", &self.now),
            ("turned", &self.turned),
            ("ends", &self.ends),
        ]
        .into_iter()
        .map(|(at, text)| (at.to_owned(), text.as_str()))
        .collect();
        all.extend(self.vacancy.as_deref().map(|text| ("vacancy".to_owned(), text)));
        for (cue, said) in &self.says {
            all.extend(said.iter().map(|text| (format!("says.{cue:?}"), text.as_str())));
        }
        for (id, answers) in &self.topics {
            let of_topic =
                [Some(&answers.first), Some(&answers.more), answers.example.as_ref(), answers.aside.as_ref()];
            all.extend(of_topic.into_iter().flatten().map(|text| (format!("topics.{id}"), text.as_str())));
        }
        all
    }
}

//! The texts, as Fluent messages: one bundle a language, all of them with the same keys and variables.

use super::source::Source;
use super::{Fault, line_at};
use crate::ids::Locale;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use unic_langid::LanguageIdentifier;

/// The longest text, in characters: a Discord message holds 2,000, and some room is left for the values.
pub const LONGEST_TEXT: usize = 1_800;
/// The longest label of a choice: what Discord shows on a button.
pub const LONGEST_LABEL: usize = 80;
/// The longest question of a form, and the longest name of what it is about: what Discord shows above one.
pub const LONGEST_FIELD: usize = 45;
/// The longest description of a command: what Discord shows beside it.
pub const LONGEST_DESCRIPTION: usize = 100;

/// The texts in every language.
pub struct Speech {
    languages: BTreeMap<Locale, Language>,
}

struct Language {
    bundle: FluentBundle<FluentResource>,
    keys: BTreeMap<String, Text>,
}

/// What is known of a text without saying it.
struct Text {
    file: String,
    variables: BTreeSet<String>,
    /// Characters of the text as it is written, without its placeables.
    length: usize,
    refers_to: BTreeSet<String>,
}

impl fmt::Debug for Speech {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Speech").field("languages", &self.languages.keys()).finish_non_exhaustive()
    }
}

impl Speech {
    /// Reads all texts, and compares the languages with each other.
    pub(super) fn read(source: &Source, faults: &mut Vec<Fault>) -> Self {
        let languages =
            Locale::ALL.into_iter().map(|locale| (locale, Language::read(source, locale, faults))).collect();
        let speech = Self { languages };
        speech.check(faults);
        speech
    }

    /// Says a text. A key or variable that is missing gives the key itself: it cannot come to that with prompts that
    /// were checked, and a person is better served by a strange word than by silence.
    pub fn say(&self, locale: Locale, key: &str, args: Option<&FluentArgs<'_>>) -> String {
        let bundle = &self.languages[&locale].bundle;
        let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) else {
            tracing::error!(key, %locale, "a text is missing");
            return key.to_owned();
        };
        let mut errors = Vec::new();
        let text = bundle.format_pattern(pattern, args, &mut errors).into_owned();
        if !errors.is_empty() {
            tracing::error!(key, %locale, count = errors.len(), "a text could not be filled in");
        }
        text
    }

    /// Whether there is a text of that key.
    pub fn has(&self, key: &str) -> bool {
        self.languages.values().all(|language| language.keys.contains_key(key))
    }

    /// All keys, with the variables each one takes.
    pub fn keys(&self) -> impl Iterator<Item = (&str, &BTreeSet<String>)> {
        self.languages[&Locale::En].keys.iter().map(|(key, text)| (key.as_str(), &text.variables))
    }

    fn check(&self, faults: &mut Vec<Fault>) {
        let all: BTreeSet<&String> = self.languages.values().flat_map(|language| language.keys.keys()).collect();
        for key in all {
            let known: Option<(&Locale, &Text)> =
                self.languages.iter().find_map(|(locale, language)| Some((locale, language.keys.get(key)?)));
            let Some((first, text)) = known else { continue };
            for (locale, language) in &self.languages {
                let Some(other) = language.keys.get(key) else {
                    faults.push(Fault::new(
                        format!("prompts/{locale}/"),
                        key,
                        format!("is missing; {} has it", text.file),
                        format!("Add the text to a .ftl file in the folder {locale}"),
                    ));
                    continue;
                };
                if other.variables != text.variables {
                    let differing: Vec<&str> =
                        other.variables.symmetric_difference(&text.variables).map(String::as_str).collect();
                    faults.push(Fault::new(
                        &other.file,
                        key,
                        format!("uses other variables than the text in `{first}`: {}", differing.join(", ")),
                        "Use the same variables in every language",
                    ));
                }
                other.check(key, &language.keys, faults);
            }
        }
    }
}

impl Text {
    fn check(&self, key: &str, others: &BTreeMap<String, Text>, faults: &mut Vec<Fault>) {
        let limit = match key.split('-').next() {
            Some("choice") => LONGEST_LABEL,
            Some("command") => LONGEST_DESCRIPTION,
            Some("form" | "field" | "flow") => LONGEST_FIELD,
            _ => LONGEST_TEXT,
        };
        if self.length > limit {
            faults.push(Fault::new(
                &self.file,
                key,
                format!("is {} characters long; {limit} is the most that every platform shows", self.length),
                "Shorten it",
            ));
        }
        for target in self.refers_to.iter().filter(|target| !others.contains_key(*target)) {
            faults.push(Fault::new(
                &self.file,
                key,
                format!("refers to `{target}`, which is no text"),
                "Correct the name",
            ));
        }
    }
}

impl Language {
    fn read(source: &Source, locale: Locale, faults: &mut Vec<Fault>) -> Self {
        let language: LanguageIdentifier = match locale {
            Locale::En => unic_langid::langid!("en-CA"),
            Locale::Fr => unic_langid::langid!("fr-CA"),
        };
        let mut bundle = FluentBundle::new_concurrent(vec![language]);
        // Otherwise every variable comes out between invisible direction marks.
        bundle.set_use_isolating(false);
        let mut keys: BTreeMap<String, Text> = BTreeMap::new();
        for path in source.list(&format!("{locale}/"), ".ftl") {
            let Some((file, text)) = source.read(&path, faults) else { continue };
            let resource = match FluentResource::try_new(text.clone()) {
                Ok(resource) => resource,
                Err((resource, errors)) => {
                    for error in errors {
                        faults.push(Fault::new(
                            &file,
                            line_at(&text, error.pos.start),
                            format!("is not written as Fluent ({error})"),
                            "Correct the line; `key = text` is the form",
                        ));
                    }
                    resource
                }
            };
            for (key, text) in texts(&resource, &file) {
                if let Some(earlier) = keys.insert(key.clone(), text) {
                    faults.push(Fault::new(
                        &file,
                        key,
                        format!("is defined twice; {} has it already", earlier.file),
                        "Keep one of them",
                    ));
                }
            }
            // What is defined twice was noted above; the first one stays.
            let _ = bundle.add_resource(resource);
        }
        Self { bundle, keys }
    }
}

fn texts(resource: &FluentResource, file: &str) -> Vec<(String, Text)> {
    let mut found = Vec::new();
    for entry in resource.entries() {
        let Entry::Message(message) = entry else { continue };
        let Some(pattern) = &message.value else { continue };
        let mut text =
            Text { file: file.to_owned(), variables: BTreeSet::new(), length: 0, refers_to: BTreeSet::new() };
        look_through(pattern, &mut text);
        found.push((message.id.name.to_owned(), text));
    }
    found
}

fn look_through(pattern: &Pattern<&str>, text: &mut Text) {
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => text.length += value.chars().count(),
            PatternElement::Placeable { expression } => match expression {
                Expression::Inline(inline) => look_at(inline, text),
                Expression::Select { selector, variants } => {
                    look_at(selector, text);
                    // All variants are counted: more than is ever shown, never less.
                    variants.iter().for_each(|variant| look_through(&variant.value, text));
                }
            },
        }
    }
}

fn look_at(inline: &InlineExpression<&str>, text: &mut Text) {
    match inline {
        InlineExpression::VariableReference { id } => {
            text.variables.insert(id.name.to_owned());
        }
        InlineExpression::MessageReference { id, .. } => {
            text.refers_to.insert(id.name.to_owned());
        }
        InlineExpression::Placeable { expression } => {
            if let Expression::Inline(inner) = expression.as_ref() {
                look_at(inner, text);
            }
        }
        InlineExpression::FunctionReference { arguments, .. } => {
            arguments.positional.iter().for_each(|argument| look_at(argument, text));
        }
        _ => {}
    }
}

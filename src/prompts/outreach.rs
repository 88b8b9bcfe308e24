//! `prompts/<locale>/outreach/<kind>.toml`: the templates of messages, with slots for the learner's own words and conditions, so that a community
//! changes the wording without code.

use super::source::Source;
use super::{Fault, line_at};
use crate::coach::draft::{CONDITIONS, KINDS, Kind, SLOTS, Slots};
use crate::coach::outreach::Channel;
use crate::ids::Locale;
use serde::Deserialize;
use std::collections::BTreeMap;

/// How a kind of message is put together.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Template {
    /// How it goes.
    pub channel: Channel,
    /// Its subject: the first that fits.
    #[serde(default)]
    pub subject: Vec<Variant>,
    /// Its parts, in their order.
    #[serde(rename = "part")]
    pub parts: Vec<PartTemplate>,
}

/// A part of a message.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PartTemplate {
    /// Its name.
    pub id: String,
    /// Whether it goes on in the paragraph of the part before.
    #[serde(default)]
    pub joins: bool,
    /// What it can say: the first that fits. Where none does the part is left out.
    pub says: Vec<Variant>,
}

/// Something that can be said, where its conditions hold.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Variant {
    /// Slots that must be known, or, after an exclamation mark, must not.
    #[serde(default)]
    when: Vec<String>,
    text: String,
}

impl Variant {
    /// Whether it can be said with what is known.
    pub fn holds(&self, known: &Slots) -> bool {
        let holds = |condition: &String| match condition.strip_prefix('!') {
            Some(slot) => !known.contains_key(slot),
            None => known.contains_key(condition),
        };
        // A slot that is not known would leave a hole.
        self.when.iter().all(holds) && self.slots().all(|slot| known.contains_key(slot))
    }

    /// The text with what is known in its slots.
    pub fn fill(&self, known: &Slots) -> String {
        let mut filled = String::new();
        let mut rest = self.text.as_str();
        // What a person wrote is not read again: it may hold braces of its own.
        while let Some((before, after)) = rest.split_once('{') {
            filled.push_str(before);
            let Some((slot, after)) = after.split_once('}') else {
                filled.push('{');
                rest = after;
                continue;
            };
            filled.push_str(known.get(slot).map_or("", String::as_str));
            rest = after;
        }
        filled.push_str(rest);
        filled
    }

    fn slots(&self) -> impl Iterator<Item = &str> {
        self.text.split('{').skip(1).filter_map(|piece| piece.split_once('}')).map(|(slot, _)| slot)
    }
}

/// Reads all templates of a language.
pub(super) fn read_all(source: &Source, locale: Locale, faults: &mut Vec<Fault>) -> BTreeMap<Kind, Template> {
    let mut templates = BTreeMap::new();
    for kind in KINDS {
        let path = format!("{locale}/outreach/{}.toml", kind.as_str());
        let Some((file, template)) = source.toml::<Template>(&path, faults) else { continue };
        let text = source.read(&path, &mut Vec::new()).map(|(_, text)| text).unwrap_or_default();
        check(&file, &text, &template, faults);
        templates.insert(kind, template);
    }
    templates
}

/// Notes what is wrong with a template, with the line on which it stands.
fn check(file: &str, text: &str, template: &Template, faults: &mut Vec<Fault>) {
    let at = |needle: &str| line_at(text, text.find(needle).unwrap_or(0));
    let variants = template.subject.iter().chain(template.parts.iter().flat_map(|part| &part.says));
    for variant in variants {
        for slot in variant.slots().filter(|slot| !SLOTS.contains(slot)) {
            let problem = format!("has a slot that does not exist, `{{{slot}}}`");
            faults.push(Fault::new(
                file,
                at(&format!("{{{slot}}}")),
                problem,
                format!("Use one of these: {}", SLOTS.join(", ")),
            ));
        }
        for condition in &variant.when {
            let slot = condition.trim_start_matches('!');
            if !SLOTS.contains(&slot) && !CONDITIONS.contains(&slot) {
                let problem = format!("has a condition that does not exist, `{condition}`");
                let all: Vec<&str> = SLOTS.into_iter().chain(CONDITIONS).collect();
                let remedy = format!("Use one of these, or one with ! before it: {}", all.join(", "));
                faults.push(Fault::new(file, at(&format!("\"{condition}\"")), problem, remedy));
            }
        }
    }
    for (number, part) in template.parts.iter().enumerate() {
        let place = at(&format!("\"{}\"", part.id));
        if template.parts[..number].iter().any(|other| other.id == part.id) {
            faults.push(Fault::new(
                file,
                &place,
                format!("has two parts called `{}`", part.id),
                "Give one of them another id",
            ));
        }
        if part.says.is_empty() {
            faults.push(Fault::new(
                file,
                &place,
                format!("has a part that says nothing, `{}`", part.id),
                "Add a text, or remove the part",
            ));
        }
    }
    if template.parts.is_empty() {
        faults.push(Fault::new(file, "", "has no parts", "Add a [[part]]"));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_person_wrote_is_not_taken_for_a_slot() {
        let variant = Variant { when: vec!["who".into(), "!times".into()], text: "{who} {purpose}".into() };
        let known = |pairs: &[(&str, &str)]| -> Slots {
            pairs.iter().map(|(slot, value)| ((*slot).to_owned(), (*value).to_owned())).collect()
        };
        let some = known(&[("who", "I am {name}."), ("purpose", "Why {?")]);
        assert!(variant.holds(&some));
        assert_eq!(variant.fill(&some), "I am {name}. Why {?");
        assert!(!variant.holds(&known(&[("who", "I")])));
        assert!(!variant.holds(&known(&[("who", "I"), ("purpose", "p"), ("times", "now")])));
    }
}

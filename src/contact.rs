//! The people in a learner's own list: who they are, how the learner came to them, who gave their name, and whether that name may be used.
//!
//! Sources: similar title and path (S0), a decision maker or a former employee (S1), the least daunting first (S4), permission to use a name
//! (S0, S2, S4).

pub mod export;
pub mod import;
pub mod line;
pub mod merge;
pub mod tags;
pub mod tree;

use crate::ids::{Locale, named};
use crate::words::{fold, shorten};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// The most contacts of one person.
pub const MOST: usize = 5_000;
/// The most characters of a name, and of anything else that is said of a contact in a few words.
pub const LONGEST: usize = 120;
/// The most characters of a note.
pub const LONGEST_NOTE: usize = 1_000;
/// The most notes on one contact.
pub const MOST_NOTES: usize = 100;

named! {
    /// Whether the name of whoever gave a contact's name may be used with that contact.
    MayName {
        /// They said yes.
        Yes = "yes",
        /// They said no.
        No = "no",
        /// They were not asked.
        NotAsked = "not_asked",
    }
}

named! {
    /// How it feels to write to somebody.
    Ease {
        /// Easy.
        Easy = "easy",
        /// A little daunting.
        Middling = "middling",
        /// Daunting.
        Daunting = "daunting",
    }
}

/// A contact: a real person in the learner's own list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Contact {
    /// Counted for each person, from 1, and never used again. 0: it has none yet.
    pub number: u32,
    /// Their name.
    pub name: String,
    /// What they do.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Where they do it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub organisation: Option<String>,
    /// How the learner found them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub met: Option<String>,
    /// Their e-mail address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// Their telephone number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// Tags: the names of [`tags::Known`], and the learner's own.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<String>,
    /// How it feels to write to them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ease: Option<Ease>,
    /// The language to write to them in, where it is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub locale: Option<Locale>,
    /// Who gave their name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub referral: Option<Referral>,
}

/// That one contact gave the name of another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Referral {
    /// The number of the contact who gave the name.
    pub by: u32,
    /// Whether the name of who gave it may be used.
    pub may_name: MayName,
}

/// A note on a contact.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// The contact's number.
    pub contact: u32,
    /// The day on which it was written, on the clocks there.
    pub day: NaiveDate,
    /// What it says.
    pub words: String,
}

impl Contact {
    /// Somebody of whom the name alone is known.
    pub fn named(name: impl Into<String>) -> Self {
        Self { name: name.into(), ..Self::default() }
    }

    /// The name one calls them by in writing: "Ana" of "Ana Silva".
    pub fn first_name(&self) -> &str {
        let is_title = |word: &&str| {
            let word = fold(word);
            ["dr", "mr", "mrs", "ms", "mme", "m", "mlle", "prof", "me"].contains(&word.trim_end_matches('.'))
        };
        self.name.split_whitespace().find(|word| !is_title(word)).unwrap_or(&self.name)
    }

    /// Who it is, as one says it in passing: name, title, organisation.
    pub fn in_short(&self) -> String {
        let parts = [Some(self.name.as_str()), self.title.as_deref(), self.organisation.as_deref()];
        parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
    }

    /// How it is suggested: so that it is found again among the others, in so many characters.
    pub fn suggested(&self, among: &[Self], most: usize) -> String {
        let is_alone = among.iter().filter(|other| fold(&other.name) == fold(&self.name)).count() < 2;
        shorten(&if is_alone { self.name.clone() } else { self.in_short() }, most)
    }

    /// Takes over what another of the same name knows and this one does not. Gives back whether there was anything.
    pub fn learn_from(&mut self, other: Self) -> bool {
        let before = self.clone();
        let fill = |mine: &mut Option<String>, theirs: Option<String>| *mine = mine.take().or(theirs);
        fill(&mut self.title, other.title);
        fill(&mut self.organisation, other.organisation);
        fill(&mut self.met, other.met);
        fill(&mut self.email, other.email);
        fill(&mut self.phone, other.phone);
        self.ease = self.ease.or(other.ease);
        self.locale = self.locale.or(other.locale);
        self.referral = self.referral.or(other.referral);
        for tag in other.tags {
            tags::add(&mut self.tags, &tag);
        }
        *self != before
    }
}

/// The contacts that somebody may mean by a few words: those of exactly that name, or else those whose name has all of the words, or else
/// those whose work or tags have.
pub fn meant<'a>(contacts: &'a [Contact], typed: &str) -> Vec<&'a Contact> {
    found(contacts, typed, By::Anything)
}

/// The contacts that somebody may mean who says a name, and nothing else: "Mary" is nobody at St. Mary's.
pub fn called<'a>(contacts: &'a [Contact], typed: &str) -> Vec<&'a Contact> {
    found(contacts, typed, By::Name)
}

/// What contacts are looked for by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum By {
    Name,
    Anything,
}

fn found<'a>(contacts: &'a [Contact], typed: &str, by: By) -> Vec<&'a Contact> {
    let typed = fold(typed);
    let wanted: Vec<&str> = typed.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    if wanted.is_empty() {
        return Vec::new();
    }
    let exactly: Vec<&Contact> = contacts.iter().filter(|contact| fold(&contact.name) == typed).collect();
    if !exactly.is_empty() {
        return exactly;
    }
    // Words match from their beginning: "an" is Ana, and not Johan.
    let has = |text: &str| {
        let text = fold(text);
        let words: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).collect();
        wanted.iter().all(|wanted| words.iter().any(|word| word.starts_with(wanted)))
    };
    let by_name: Vec<&Contact> = contacts.iter().filter(|contact| has(&contact.name)).collect();
    if !by_name.is_empty() || by == By::Name {
        return by_name;
    }
    let about = |contact: &Contact| format!("{} {}", contact.in_short(), contact.tags.join(" "));
    contacts.iter().filter(|contact| has(&about(contact))).collect()
}

/// The contact of that number.
pub fn numbered(contacts: &[Contact], number: u32) -> Option<&Contact> {
    contacts.iter().find(|contact| contact.number == number)
}

/// Whether `by` was led to, near or far, by the contact of that number: then it cannot have led to it.
pub fn is_led_to(contacts: &[Contact], by: u32, from: u32) -> bool {
    let mut at = Some(by);
    // Somebody's list may have come in with a ring.
    for _ in 0..contacts.len() + 2 {
        match at {
            Some(number) if number == from => return true,
            Some(number) => at = numbered(contacts, number).and_then(|contact| contact.referral).map(|edge| edge.by),
            None => return false,
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list() -> Vec<Contact> {
        let with = |number, name: &str, organisation: &str| Contact {
            number,
            organisation: Some(organisation.to_owned()),
            ..Contact::named(name)
        };
        vec![
            with(1, "Ana Silva", "St. Mary's"),
            with(2, "Ana Silva", "City Library"),
            with(3, "Johan Berg", "Hydro One"),
            with(4, "Hélène Ouellet", "Hydro One"),
        ]
    }

    fn numbers(typed: &str) -> Vec<u32> {
        meant(&list(), typed).iter().map(|contact| contact.number).collect()
    }

    #[test]
    fn a_contact_is_found_by_part_of_a_name_or_by_where_they_work() {
        assert_eq!(numbers("ana"), [1, 2]);
        assert_eq!(numbers("an"), [1, 2]);
        assert_eq!(numbers("helene"), [4]);
        assert_eq!(numbers("berg johan"), [3]);
        assert_eq!(numbers("hydro"), [3, 4]);
        assert_eq!(numbers("st mary's"), [1]);
        assert_eq!(numbers("nobody"), [0; 0]);
        assert_eq!(numbers("  "), [0; 0]);
    }

    #[test]
    fn who_was_led_to_by_somebody_did_not_lead_to_them() {
        let mut list = list();
        let by = |by| Some(Referral { by, may_name: MayName::NotAsked });
        list[1].referral = by(1);
        list[2].referral = by(2);
        assert!(is_led_to(&list, 3, 1));
        assert!(is_led_to(&list, 1, 1));
        assert!(!is_led_to(&list, 4, 1));
        assert!(!is_led_to(&[], 2, 1));
        // A ring is no way out.
        list[0].referral = by(3);
        assert!(is_led_to(&list, 3, 4));
    }

    #[test]
    fn the_first_name_is_no_title() {
        assert_eq!(Contact::named("Dr. Ana Silva").first_name(), "Ana");
        assert_eq!(Contact::named("Mme Ouellet").first_name(), "Ouellet");
        assert_eq!(Contact::named("Cher").first_name(), "Cher");
    }
}

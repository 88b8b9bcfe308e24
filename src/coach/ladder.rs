//! The practice ladder: whom to ask first. Somebody who is easy to write to, at an organisation that matters a little less, and so on up to
//! the one that matters most.
//!
//! Sources: start with the least intimidating person, practise at an organisation of lesser interest (S4); similar paths first (S0).

use crate::contact::{Contact, Ease, tags};
use crate::words::fold;
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;

/// How many targets are a good beginning (S4), and the most that are kept (S0).
pub const GOOD_BEGINNING: usize = 10;
/// The most targets.
pub const MOST: usize = 50;

/// An organisation where the learner would like to work or grow. Its rank is its place in the list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Target {
    /// Counted for each person, from 1, and never used again.
    pub number: u32,
    /// Its name.
    pub name: String,
    /// Why.
    pub reason: Option<String>,
}

/// A rung: somebody to ask.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rung<'a> {
    /// Whom.
    pub contact: &'a Contact,
    /// The target where they are, and its rank, from 1.
    pub target: Option<(usize, &'a Target)>,
}

/// The rungs, the lowest first: those at the targets, and those who are easy to ask wherever they are.
pub fn rungs<'a>(contacts: &'a [Contact], targets: &'a [Target]) -> Vec<Rung<'a>> {
    let mut rungs: Vec<Rung<'a>> = contacts
        .iter()
        .map(|contact| Rung { contact, target: (1..).zip(targets).find(|(_, target)| is_at(contact, target)) })
        .filter(|rung| rung.target.is_some() || rung.contact.ease == Some(Ease::Easy))
        .collect();
    let is_similar =
        |contact: &Contact| contact.tags.iter().any(|tag| tag == tags::SIMILAR_PATH || tag == tags::TRAINED_ABROAD);
    rungs.sort_by_key(|rung| {
        let ease = rung.contact.ease.unwrap_or(Ease::Middling);
        // Nobody's target is the easiest place of all.
        let interest = rung.target.map(|(rank, _)| Reverse(rank));
        (ease, interest, !is_similar(rung.contact), rung.contact.number)
    });
    rungs
}

/// The targets where nobody is known yet, the least wanted first.
pub fn without_anybody<'a>(contacts: &[Contact], targets: &'a [Target]) -> Vec<&'a Target> {
    targets.iter().rev().filter(|target| !contacts.iter().any(|contact| is_at(contact, target))).collect()
}

/// Whether somebody works there: one name holds the other, word by word.
pub fn is_at(contact: &Contact, target: &Target) -> bool {
    let words = |text: &str| -> Vec<String> {
        let folded = fold(text).replace('\'', "");
        let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        words.map(str::to_owned).collect()
    };
    let Some(organisation) = &contact.organisation else { return false };
    let (here, there) = (words(organisation), words(&target.name));
    let holds =
        |long: &[String], short: &[String]| !short.is_empty() && long.windows(short.len()).any(|part| part == short);
    holds(&here, &there) || holds(&there, &here)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ladder_begins_with_the_easy_and_less_wanted() {
        let target = |number, name: &str| Target { number, name: name.to_owned(), reason: None };
        let targets = [target(1, "St. Mary's Hospital"), target(2, "City Library"), target(3, "Hydro")];
        let contact = |number, organisation: Option<&str>, ease, tags: &[&str]| Contact {
            number,
            organisation: organisation.map(str::to_owned),
            ease,
            tags: tags.iter().map(|tag| (*tag).to_owned()).collect(),
            ..Contact::named(format!("N{number}"))
        };
        let contacts = [
            contact(1, Some("St. Mary's"), Some(Ease::Easy), &[]),
            contact(2, Some("St Marys Hospital, ward 3"), Some(Ease::Daunting), &[]),
            contact(3, Some("the City Library"), Some(Ease::Easy), &[]),
            contact(4, Some("the City Library"), Some(Ease::Easy), &["trained_abroad"]),
            contact(5, Some("a bakery"), Some(Ease::Easy), &[]),
            contact(6, Some("a bakery"), None, &[]),
            contact(7, Some("City Library"), None, &[]),
        ];
        let order: Vec<u32> = rungs(&contacts, &targets).iter().map(|rung| rung.contact.number).collect();
        assert_eq!(order, [5, 4, 3, 1, 7, 2]);
        let without: Vec<u32> = without_anybody(&contacts, &targets).iter().map(|target| target.number).collect();
        assert_eq!(without, [3]);
    }
}

//! Who led to whom.

use super::Contact;
use std::collections::BTreeMap;

/// A contact in the tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Branch<'a> {
    /// How many steps led there.
    pub depth: usize,
    /// The contact.
    pub contact: &'a Contact,
}

/// The contacts who led to others or were led to, each followed by those it led to, in the order in which they were added.
pub fn of(contacts: &[Contact]) -> Vec<Branch<'_>> {
    let mut led_to: BTreeMap<u32, Vec<&Contact>> = BTreeMap::new();
    for contact in contacts {
        if let Some(referral) = contact.referral {
            led_to.entry(referral.by).or_default().push(contact);
        }
    }
    let is_root = |contact: &&Contact| contact.referral.is_none() && led_to.contains_key(&contact.number);
    let mut waiting: Vec<Branch<'_>> =
        contacts.iter().filter(is_root).map(|contact| Branch { depth: 0, contact }).rev().collect();
    let mut tree = Vec::new();
    while let Some(branch) = waiting.pop() {
        tree.push(branch);
        let next = led_to.remove(&branch.contact.number).unwrap_or_default();
        waiting.extend(next.into_iter().rev().map(|contact| Branch { depth: branch.depth + 1, contact }));
    }
    tree
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::contact::{MayName, Referral};

    #[test]
    fn each_stands_under_whoever_led_there() {
        let with = |number, by: Option<u32>| Contact {
            number,
            referral: by.map(|by| Referral { by, may_name: MayName::Yes }),
            ..Contact::named(format!("N{number}"))
        };
        let list = [
            with(1, None),
            with(2, Some(1)),
            with(3, None),
            with(4, Some(2)),
            with(5, Some(1)),
            with(6, None),
            with(7, Some(6)),
        ];
        let seen: Vec<(usize, u32)> = of(&list).iter().map(|branch| (branch.depth, branch.contact.number)).collect();
        assert_eq!(seen, [(0, 1), (1, 2), (2, 4), (1, 5), (0, 6), (1, 7)]);
    }
}

//! What a file adds to a list: who is new, of whom something new is known, and who stands there already. The same file a second time
//! adds nothing.

use super::import::{Found, Problem, Sheet};
use super::{Contact, MOST, MOST_NOTES, Note, Referral};
use crate::words::fold;
use chrono::NaiveDate;
use std::collections::HashMap;

/// What becomes of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// Somebody new.
    Added,
    /// Somebody who is there, of whom more is known now.
    Completed,
    /// Somebody who is there.
    Known,
    /// It cannot be used.
    Refused(Problem),
}

/// What a file adds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Merged {
    /// The contacts to write: new ones, and those that changed.
    pub contacts: Vec<Contact>,
    /// The notes to write.
    pub notes: Vec<Note>,
    /// What becomes of each row, with its line.
    pub fates: Vec<(usize, Fate)>,
}

/// The list has no room for all: so many more would fit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Full(pub usize);

/// What is known already.
#[derive(Clone, Copy, Debug)]
pub struct Before<'a> {
    /// The contacts.
    pub contacts: &'a [Contact],
    /// The notes on them.
    pub notes: &'a [Note],
    /// The number of the next contact.
    pub next: u32,
    /// The day on which it comes in.
    pub day: NaiveDate,
}

/// Adds a file to a list.
///
/// # Errors
/// There is no room for all of it: then nothing is added.
pub fn merge(before: Before<'_>, sheet: &Sheet) -> Result<Merged, Full> {
    let mut list = List::of(before);
    let mut merged = Merged::default();
    let mut referrals = Vec::new();
    for row in &sheet.rows {
        let fate = match &row.found {
            Err(problem) => Fate::Refused(*problem),
            Ok(found) => {
                let (at, fate) = list.take(found);
                if list.all.len() > MOST {
                    return Err(Full(MOST.saturating_sub(before.contacts.len())));
                }
                let number = list.all[at].number;
                referrals.extend(found.by.as_ref().map(|(by, may_name)| (at, by, *may_name)));
                let is_fresh = list.note(number, &found.notes, &mut merged.notes, before.day);
                if is_fresh && fate == Fate::Known { Fate::Completed } else { fate }
            }
        };
        merged.fates.push((row.line, fate));
    }
    // Who gave a name may stand further down.
    let mut led_by = list.led_by();
    for (at, by, may_name) in referrals {
        if list.all[at].referral.is_none() {
            let giver = list.named(by);
            led_by.resize(list.all.len(), None);
            if !leads_back(&led_by, giver, at) {
                list.all[at].referral = Some(Referral { by: list.all[giver].number, may_name });
                list.changed[at] = true;
                led_by[at] = Some(giver);
            }
        }
    }
    if list.all.len() > MOST {
        return Err(Full(MOST.saturating_sub(before.contacts.len())));
    }
    let changed = list.all.into_iter().zip(list.changed).filter(|(_, changed)| *changed);
    merged.contacts = changed.map(|(contact, _)| contact).collect();
    Ok(merged)
}

/// Whether whoever stands at `giver` was led to, near or far, by whoever stands at `at`.
fn leads_back(led_by: &[Option<usize>], giver: usize, at: usize) -> bool {
    let mut here = Some(giver);
    // A list may hold a ring already.
    for _ in 0..=led_by.len() {
        match here {
            Some(place) if place == at => return true,
            Some(place) => here = led_by[place],
            None => return false,
        }
    }
    true
}

/// The list while it grows.
struct List {
    all: Vec<Contact>,
    changed: Vec<bool>,
    by_name: HashMap<String, Vec<usize>>,
    notes: HashMap<u32, Vec<String>>,
    next: u32,
}

impl List {
    fn of(before: Before<'_>) -> Self {
        let mut list = Self {
            all: Vec::new(),
            changed: Vec::new(),
            by_name: HashMap::new(),
            notes: HashMap::new(),
            next: before.next.max(1),
        };
        for contact in before.contacts {
            list.push(contact.clone(), false);
        }
        for note in before.notes {
            list.notes.entry(note.contact).or_default().push(note.words.clone());
        }
        list
    }

    /// Where whoever led to each of them stands.
    fn led_by(&self) -> Vec<Option<usize>> {
        let places: HashMap<u32, usize> = self.all.iter().enumerate().map(|(at, one)| (one.number, at)).collect();
        self.all.iter().map(|one| places.get(&one.referral?.by).copied()).collect()
    }

    fn push(&mut self, contact: Contact, changed: bool) -> usize {
        let at = self.all.len();
        self.by_name.entry(fold(&contact.name)).or_default().push(at);
        self.all.push(contact);
        self.changed.push(changed);
        at
    }

    fn add(&mut self, contact: Contact) -> usize {
        let number = self.next;
        self.next += 1;
        self.push(Contact { number, ..contact }, true)
    }

    /// Takes somebody in. Gives back where they stand.
    fn take(&mut self, found: &Found) -> (usize, Fate) {
        let alike = |one: &Option<String>, other: &Option<String>| match (one, other) {
            (Some(one), Some(other)) => fold(one) == fold(other),
            _ => true,
        };
        let is_same = |known: &Contact| {
            alike(&known.organisation, &found.contact.organisation) && alike(&known.email, &found.contact.email)
        };
        let of_name = self.by_name.get(&fold(&found.contact.name)).into_iter().flatten();
        match of_name.copied().find(|at| is_same(&self.all[*at])) {
            None => (self.add(found.contact.clone()), Fate::Added),
            Some(at) => {
                let learned = self.all[at].learn_from(found.contact.clone());
                self.changed[at] |= learned;
                (at, if learned { Fate::Completed } else { Fate::Known })
            }
        }
    }

    /// Where somebody of that name stands: at the end, where they are new.
    fn named(&mut self, name: &str) -> usize {
        let known = self.by_name.get(&fold(name)).and_then(|places| places.first()).copied();
        known.unwrap_or_else(|| self.add(Contact::named(name)))
    }

    /// Notes what is new. Gives back whether anything is.
    fn note(&mut self, contact: u32, words: &[String], notes: &mut Vec<Note>, day: NaiveDate) -> bool {
        let known = self.notes.entry(contact).or_default();
        let before = known.len();
        for words in words {
            if known.len() < MOST_NOTES && !known.contains(words) {
                known.push(words.clone());
                notes.push(Note { contact, day, words: words.clone() });
            }
        }
        known.len() > before
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::contact::import::open;
    use crate::contact::numbered;

    fn added(contacts: &[Contact], notes: &[Note], next: u32, file: &str) -> Merged {
        let before = Before { contacts, notes, next, day: NaiveDate::default() };
        merge(before, &open("a.csv", file.as_bytes()).unwrap()).unwrap()
    }

    #[test]
    fn the_same_file_twice_adds_nothing() {
        let file = "name,organisation,email,referred_by,notes\nAna,St. Mary's,,,likes tea\nBen,Hydro,ben@example.org,Ana,\nBen,Library,,Cleo,\nAna,,,,\n,x,,,\n";
        let first = added(&[], &[], 1, file);
        let fates: Vec<Fate> = first.fates.iter().map(|(_, fate)| *fate).collect();
        assert_eq!(fates, [Fate::Added, Fate::Added, Fate::Added, Fate::Known, Fate::Refused(Problem::NoName)]);
        let names: Vec<&str> = first.contacts.iter().map(|contact| contact.name.as_str()).collect();
        assert_eq!(names, ["Ana", "Ben", "Ben", "Cleo"]);
        assert_eq!(numbered(&first.contacts, 3).unwrap().referral.unwrap().by, 4);
        let again = added(&first.contacts, &first.notes, 5, file);
        assert_eq!((again.contacts, again.notes), (Vec::new(), Vec::new()));
        assert!(again.fates.iter().all(|(_, fate)| matches!(fate, Fate::Known | Fate::Refused(_))));
        let more = added(&first.contacts, &first.notes, 5, "name,title,organisation\nAna,nurse,\n");
        assert_eq!(more.fates, [(2, Fate::Completed)]);
        assert_eq!((more.contacts[0].number, more.contacts[0].in_short()), (1, "Ana, nurse, St. Mary's".to_owned()));
    }

    #[test]
    fn a_long_chain_of_referrals_is_taken_and_a_ring_is_not() {
        // Each was led to by the one after, as far as a list goes; the last one says it was led to by the first.
        let count = MOST - 1;
        let chain: String = (0..count).map(|number| format!("p{number},p{}\n", number + 1)).collect();
        let merged = added(&[], &[], 1, &format!("name,referred_by\n{chain}p{count},p0\n"));
        let led = merged.contacts.iter().filter(|contact| contact.referral.is_some()).count();
        assert_eq!((merged.contacts.len(), led), (MOST, MOST - 1));
    }

    #[test]
    fn what_does_not_fit_whole_is_not_taken_at_all() {
        let file: String = (0..=MOST).map(|number| format!("Person {number}\n")).collect();
        let before = Before { contacts: &[], notes: &[], next: 1, day: NaiveDate::default() };
        let sheet = open("a.csv", file.as_bytes()).unwrap();
        assert_eq!(merge(before, &sheet).map(|merged| merged.contacts.len()), Err(Full(MOST)));
    }
}

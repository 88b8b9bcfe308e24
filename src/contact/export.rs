//! Contacts as files: vCard, for any address book, and CSV, for any spreadsheet.

use super::{Contact, Note, numbered};
use calcard::vcard::{VCard, VCardEntry, VCardProperty, VCardValue, VCardVersion};
use std::collections::BTreeMap;

/// The columns of a table, in their order. Reading one again needs no more than these.
pub const COLUMNS: [&str; 12] = [
    "name",
    "title",
    "organisation",
    "met",
    "email",
    "phone",
    "tags",
    "ease",
    "language",
    "referred_by",
    "may_name",
    "notes",
];
/// What stands between notes in one cell.
pub const BETWEEN_NOTES: &str = "\n";
/// What stands between tags in one cell.
pub const BETWEEN_TAGS: &str = "; ";
/// The field of a vCard for how the learner found somebody: only this program has it.
pub const MET: &str = "X-RAPPORT-MET";
/// The field for how it feels to write to them.
pub const EASE: &str = "X-RAPPORT-EASE";
/// The field for who gave the name.
pub const REFERRED_BY: &str = "X-RAPPORT-REFERRED-BY";
/// The field for whether that name may be used.
pub const MAY_NAME: &str = "X-RAPPORT-MAY-NAME";

/// The contacts as vCards of version 3.0, which every address book reads.
pub fn vcard(contacts: &[Contact], notes: &[Note]) -> String {
    let notes = by_contact(notes);
    let mut out = String::new();
    for contact in contacts {
        let mut card = VCard::default();
        let mut add = |property: VCardProperty, values: Vec<String>| {
            let values = values.into_iter().map(VCardValue::Text).collect();
            card.entries.push(VCardEntry::new(property).with_values(values));
        };
        let own = |name: &str| VCardProperty::Other(name.to_owned());
        add(VCardProperty::Fn, vec![contact.name.clone()]);
        let (given, family) = contact.name.rsplit_once(' ').unwrap_or((contact.name.as_str(), ""));
        add(VCardProperty::N, [family, given, "", "", ""].map(str::to_owned).to_vec());
        let mut some = |property: VCardProperty, value: Option<&str>| {
            if let Some(value) = value {
                add(property, vec![value.to_owned()]);
            }
        };
        some(VCardProperty::Title, contact.title.as_deref());
        some(VCardProperty::Org, contact.organisation.as_deref());
        some(VCardProperty::Email, contact.email.as_deref());
        some(VCardProperty::Tel, contact.phone.as_deref());
        some(VCardProperty::Lang, contact.locale.map(|locale| locale.as_str()));
        some(own(MET), contact.met.as_deref());
        some(own(EASE), contact.ease.map(|ease| ease.as_str()));
        let by = contact.referral.and_then(|referral| numbered(contacts, referral.by));
        some(own(REFERRED_BY), by.map(|by| by.name.as_str()));
        some(own(MAY_NAME), contact.referral.filter(|_| by.is_some()).map(|referral| referral.may_name.as_str()));
        if !contact.tags.is_empty() {
            add(VCardProperty::Categories, contact.tags.clone());
        }
        for note in notes.get(&contact.number).into_iter().flatten() {
            add(VCardProperty::Note, vec![(*note).to_owned()]);
        }
        // Writing to a text cannot fail.
        let _ = card.write_to(&mut out, VCardVersion::V3_0);
    }
    out
}

/// The contacts as a table with commas, in UTF-8. A cell that a spreadsheet would take for a formula bears an apostrophe.
pub fn csv(contacts: &[Contact], notes: &[Note]) -> String {
    let notes = by_contact(notes);
    let mut table = csv::Writer::from_writer(Vec::new());
    let mut rows = vec![COLUMNS.map(str::to_owned)];
    rows.extend(contacts.iter().map(|contact| {
        let by = contact.referral.and_then(|referral| numbered(contacts, referral.by));
        let text = |value: &Option<String>| value.clone().unwrap_or_default();
        [
            contact.name.clone(),
            text(&contact.title),
            text(&contact.organisation),
            text(&contact.met),
            text(&contact.email),
            text(&contact.phone),
            contact.tags.join(BETWEEN_TAGS),
            contact.ease.map(|ease| ease.as_str().to_owned()).unwrap_or_default(),
            contact.locale.map(|locale| locale.as_str().to_owned()).unwrap_or_default(),
            by.map(|by| by.name.clone()).unwrap_or_default(),
            contact.referral.filter(|_| by.is_some()).map(|edge| edge.may_name.as_str().to_owned()).unwrap_or_default(),
            notes.get(&contact.number).map(|notes| notes.join(BETWEEN_NOTES)).unwrap_or_default(),
        ]
        .map(|cell| harmless(&cell))
    }));
    for row in rows {
        // Writing to memory cannot fail, and every row has the same length.
        let _ = table.write_record(row);
    }
    table.into_inner().ok().and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default()
}

/// What a spreadsheet takes a cell for a formula by.
pub const FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// The cell as no spreadsheet takes it for a formula.
fn harmless(cell: &str) -> String {
    if cell.starts_with(FORMULA) { format!("'{cell}") } else { cell.to_owned() }
}

fn by_contact(notes: &[Note]) -> BTreeMap<u32, Vec<&str>> {
    let mut of: BTreeMap<u32, Vec<&str>> = BTreeMap::new();
    for note in notes {
        of.entry(note.contact).or_default().push(&note.words);
    }
    of
}

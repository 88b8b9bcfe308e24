//! vCards, of any version that is still about.

use super::{Found, MOST_ROWS, Problem, Refused, Row, Sheet};
use crate::contact::{Contact, LONGEST, LONGEST_NOTE, MOST_NOTES, MayName, export, tags};
use crate::ids::Locale;
use crate::words::{clean, shorten};
use calcard::vcard::{VCard, VCardEntry, VCardProperty, VCardValue};
use calcard::{Entry, Parser};

/// Reads cards. Each is read by itself, so that one that is damaged spoils no other.
///
/// # Errors
/// There are too many.
pub(super) fn read(text: &str) -> Result<Sheet, Refused> {
    let mut sheet = Sheet::default();
    let mut card: Option<(usize, String)> = None;
    for (number, line) in (1..).zip(text.lines()) {
        let is = |wanted: &str| line.trim().eq_ignore_ascii_case(wanted);
        if is("BEGIN:VCARD") {
            sheet.rows.extend(card.take().map(|(line, _)| Row { line, found: Err(Problem::Unended) }));
            card = Some((number, String::new()));
        }
        if let Some((_, lines)) = &mut card {
            lines.push_str(line);
            lines.push_str("\r\n");
        }
        if is("END:VCARD")
            && let Some((line, lines)) = card.take()
        {
            let found = match Parser::new(&lines).entry() {
                _ if lines.contains(char::REPLACEMENT_CHARACTER) => Err(Problem::Broken),
                Entry::VCard(card) => {
                    sheet.pictures += card.entries.iter().filter(|entry| is_picture(entry)).count();
                    found(&card).map(Box::new)
                }
                _ => Err(Problem::Unended),
            };
            sheet.rows.push(Row { line, found });
        }
        if sheet.rows.len() > MOST_ROWS {
            return Err(Refused::TooManyRows);
        }
    }
    sheet.rows.extend(card.map(|(line, _)| Row { line, found: Err(Problem::Unended) }));
    Ok(sheet)
}

fn is_picture(entry: &VCardEntry) -> bool {
    matches!(entry.name, VCardProperty::Photo | VCardProperty::Logo)
}

fn found(card: &VCard) -> Result<Found, Problem> {
    let first = |property: VCardProperty| card.entries.iter().find(|entry| entry.name == property);
    let text = |property: VCardProperty| first(property).and_then(|entry| texts(entry).into_iter().next());
    let own = |name: &str| text(VCardProperty::Other(name.to_owned()));
    let parts = first(VCardProperty::N).map(texts_as_they_stand).unwrap_or_default();
    let part = |at: usize| parts.get(at).cloned().unwrap_or_default();
    let of_parts = format!("{} {}", part(1), part(0));
    let name = text(VCardProperty::Fn).unwrap_or_else(|| of_parts.trim().to_owned());
    if !name.chars().any(char::is_alphabetic) {
        return Err(Problem::NoName);
    }
    let mut contact = Contact {
        title: text(VCardProperty::Title).or_else(|| text(VCardProperty::Role)),
        organisation: text(VCardProperty::Org),
        email: text(VCardProperty::Email),
        phone: text(VCardProperty::Tel).map(|phone| phone.strip_prefix("tel:").map(str::to_owned).unwrap_or(phone)),
        met: own(export::MET),
        ease: own(export::EASE).and_then(|ease| ease.parse().ok()),
        locale: text(VCardProperty::Lang).and_then(|tag| Locale::from_tag(&tag)),
        ..Contact::named(shorten(&name, LONGEST))
    };
    for entry in card.entries.iter().filter(|entry| entry.name == VCardProperty::Categories) {
        texts(entry).iter().for_each(|tag| tags::add(&mut contact.tags, tag));
    }
    let by = own(export::REFERRED_BY).map(|by| {
        let may_name = own(export::MAY_NAME).and_then(|may_name| may_name.parse().ok());
        (by, may_name.unwrap_or(MayName::NotAsked))
    });
    let notes = card.entries.iter().filter(|entry| entry.name == VCardProperty::Note);
    let notes = notes.flat_map(|entry| entry.values.iter().filter_map(VCardValue::as_text));
    let notes = notes.map(|note| shorten(clean(note).trim(), LONGEST_NOTE)).filter(|note| !note.is_empty());
    Ok(Found { contact, by, notes: notes.take(MOST_NOTES).collect() })
}

/// The values of a field that say something.
fn texts(entry: &VCardEntry) -> Vec<String> {
    texts_as_they_stand(entry).into_iter().filter(|text| !text.is_empty()).collect()
}

fn texts_as_they_stand(entry: &VCardEntry) -> Vec<String> {
    let few = |text: &str| shorten(&clean(text).split_whitespace().collect::<Vec<_>>().join(" "), LONGEST);
    let value = |value: &VCardValue| match value {
        VCardValue::Component(parts) => few(&parts.join(" ")),
        value => few(value.as_text().unwrap_or_default()),
    };
    entry.values.iter().map(value).collect()
}

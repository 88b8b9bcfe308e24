//! Reads a contact written in one line, as people jot down whom they met: "Ana Silva, nurse manager at St. Mary's, met at the job fair".

use super::{Contact, LONGEST, tags};
use crate::words::{clean, count, fold, shorten};
use regex::Regex;
use std::cmp::Reverse;
use std::sync::LazyLock;

/// The most words of a name.
const LONGEST_NAME: usize = 8;

/// What a line says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Jotted {
    /// The contact.
    pub contact: Contact,
    /// Who gave the name, in the learner's words.
    pub by: Option<String>,
    /// What is left, for a note.
    pub rest: Vec<String>,
}

/// A line holds no name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoName;

static EMAIL: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+").ok());
static PHONE: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"\+?\(?\d[\d\s().-]{5,18}\d").ok());

/// What stands between what somebody does and where.
const JOINTS: [&str; 10] = [" at ", " @ ", " chez ", " with ", " à la ", " à l'", " à l’", " au ", " aux ", " à "];
/// How words begin that say how one came to know somebody.
const MET: [&str; 36] = [
    "met ",
    "found ",
    "via ",
    "through ",
    "saw ",
    "heard ",
    "know ",
    "known ",
    "we ",
    "i ",
    "friend ",
    "a friend ",
    "neighbour",
    "neighbor",
    "cousin",
    "my ",
    "introduced",
    "spoke ",
    "from linkedin",
    "from the",
    "on linkedin",
    "linkedin",
    "rencontre",
    "connu",
    "trouve",
    "vu ",
    "vue ",
    "par ",
    "voisin",
    "ami ",
    "amie ",
    "mon ",
    "ma ",
    "sur linkedin",
    "on s'est",
    "croise",
];
/// How words begin that say who gave a name. A capital must follow: "from the job fair" is no person.
const BY: [&str; 17] = [
    "referred by ",
    "recommended by ",
    "suggested by ",
    "introduced by ",
    "name from ",
    "from ",
    "through ",
    "via ",
    "sent by ",
    "recommande par ",
    "recommandee par ",
    "de la part de ",
    "presente par ",
    "presentee par ",
    "suggere par ",
    "suggeree par ",
    "par ",
];
/// How words begin that say where somebody works.
const WORKS: [&str; 6] =
    ["works at ", "works for ", "working at ", "travaille chez ", "travaille a ", "travaille pour "];

/// Reads a line.
///
/// # Errors
/// There is no name in it.
pub fn read(text: &str) -> Result<Jotted, NoName> {
    let mut contact = Contact::default();
    let text = tags::taken_out(&clean(text), &mut contact.tags);
    let (text, email) = without(&EMAIL, &text);
    let (text, phone) = without(&PHONE, &text);
    let dashes = text.replace(" – ", ", ").replace(" — ", ", ").replace(" - ", ", ");
    let pieces = dashes.split([',', ';', '\n', '\t']).map(|piece| piece.trim().trim_end_matches('.').trim());
    let pieces = pieces.filter(|piece| piece.chars().any(char::is_alphanumeric));
    let mut jotted = read_pieces(pieces)?;
    contact.tags.into_iter().for_each(|tag| tags::add(&mut jotted.contact.tags, &tag));
    (jotted.contact.email, jotted.contact.phone) = (email, phone);
    Ok(jotted)
}

/// Reads the pieces of a line: a name, and what else there is.
///
/// # Errors
/// The first is no name.
pub fn read_pieces<'a>(mut pieces: impl Iterator<Item = &'a str>) -> Result<Jotted, NoName> {
    let first = pieces.next().ok_or(NoName)?;
    let (name, place) = parted(first);
    if !name.chars().any(char::is_alphabetic) || count(first) > LONGEST_NAME || name.chars().count() > LONGEST {
        return Err(NoName);
    }
    let contact = Contact { organisation: place.map(few), ..Contact::named(few(name)) };
    let mut jotted = Jotted { contact, by: None, rest: Vec::new() };
    for piece in pieces {
        jotted.take(piece);
    }
    Ok(jotted)
}

/// The e-mail address in a text.
pub fn email_in(text: &str) -> Option<String> {
    without(&EMAIL, text).1
}

/// The telephone number in a text.
pub fn phone_in(text: &str) -> Option<String> {
    without(&PHONE, text).1
}

/// Reads what somebody does, and where: "nurse manager at St. Mary's".
pub fn work(text: &str) -> (Option<String>, Option<String>) {
    let text = text.trim().trim_end_matches('.').trim();
    if text.is_empty() {
        return (None, None);
    }
    if let Some(place) = after(text, &WORKS) {
        return (None, Some(few(place)));
    }
    if let (title, Some(place)) = parted(text) {
        return (Some(few(title)), Some(few(place)));
    }
    match text.split_once([',', ';', '\n']) {
        Some((title, place)) => (Some(few(title)), Some(few(place))),
        None => (Some(few(text)), None),
    }
}

impl Jotted {
    /// Takes one more piece of the line for what it is.
    fn take(&mut self, piece: &str) {
        if let Some(by) = by(piece) {
            self.by = Some(few(by));
            return;
        }
        if tags::known(piece).is_some() {
            return tags::add(&mut self.contact.tags, piece);
        }
        let folded = fold(piece) + " ";
        let contact = &mut self.contact;
        if MET.iter().any(|word| folded.starts_with(word)) {
            let before = contact.met.take().map(|met| met + ", ").unwrap_or_default();
            contact.met = Some(few(&(before + piece)));
            return;
        }
        let (title, place) = match after(piece, &WORKS) {
            Some(place) => (None, Some(place)),
            None => {
                let (title, place) = parted(piece);
                (Some(title), place)
            }
        };
        match (title, place) {
            (title, Some(place)) if contact.organisation.is_none() => {
                contact.organisation = Some(few(place));
                if contact.title.is_none() {
                    contact.title = title.map(few);
                } else {
                    self.rest.extend(title.map(str::to_owned));
                }
            }
            (Some(_), None) if contact.title.is_none() => contact.title = Some(few(piece)),
            (Some(_), None) if contact.organisation.is_none() => contact.organisation = Some(few(piece)),
            _ => self.rest.push(piece.to_owned()),
        }
    }
}

/// Who gave a name, where words say that: "referred by Ana".
pub fn by(piece: &str) -> Option<&str> {
    let name = after(piece, &BY)?;
    let is_name = name.chars().next().is_some_and(char::is_uppercase) && count(name) <= 4;
    // A fair and a web site are no people.
    let is_place = ["linkedin", "facebook", "instagram", "internet", "google", "indeed"].contains(&fold(name).as_str());
    (is_name && !is_place && parted(name).1.is_none()).then_some(name)
}

/// What follows one of these beginnings. They are folded; letters keep their number when they are folded.
fn after<'a>(text: &'a str, beginnings: &[&str]) -> Option<&'a str> {
    let folded: Vec<char> = crate::words::plain_letters(text).to_lowercase().chars().collect();
    let longest = beginnings
        .iter()
        .filter(|beginning| folded.iter().copied().take(beginning.chars().count()).eq(beginning.chars()))
        .max_by_key(|beginning| beginning.len())?;
    let cut = text.char_indices().nth(longest.chars().count()).map_or(text.len(), |(at, _)| at);
    Some(text[cut..].trim()).filter(|rest| !rest.is_empty())
}

/// What somebody does, or their name, and the place that follows.
fn parted(text: &str) -> (&str, Option<&str>) {
    // Of two that begin together the longer one: "à l'hôpital".
    let found = JOINTS.iter().filter_map(|joint| text.find(joint).map(|at| (at, joint.len())));
    let cut = found.min_by_key(|(at, length)| (*at, Reverse(*length)));
    match cut {
        Some((at, length)) if at > 0 && at + length < text.len() => {
            (text[..at].trim(), Some(text[at + length..].trim()).filter(|place| !place.is_empty()))
        }
        _ => (text.trim(), None),
    }
}

/// A text without the first that fits a pattern, and that.
fn without(pattern: &Option<Regex>, text: &str) -> (String, Option<String>) {
    match pattern.as_ref().and_then(|pattern| pattern.find(text)) {
        Some(found) => {
            let rest = format!("{}{}", &text[..found.start()], &text[found.end()..]);
            (rest, Some(shorten(found.as_str().trim(), LONGEST)))
        }
        None => (text.to_owned(), None),
    }
}

fn few(text: &str) -> String {
    shorten(&text.split_whitespace().collect::<Vec<_>>().join(" "), LONGEST)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_as(line: &str) -> (String, String, String, String) {
        let Contact { name, title, organisation, met, .. } = read(line).unwrap().contact;
        (name, title.unwrap_or_default(), organisation.unwrap_or_default(), met.unwrap_or_default())
    }

    fn is(line: &str, name: &str, title: &str, organisation: &str, met: &str) {
        let said = (name.to_owned(), title.to_owned(), organisation.to_owned(), met.to_owned());
        assert_eq!(read_as(line), said, "{line}");
    }

    #[test]
    fn a_line_is_read_as_people_write_it() {
        let fair = "met at the job fair";
        is(
            "Ana Silva, nurse manager at St. Mary's, met at the job fair",
            "Ana Silva",
            "nurse manager",
            "St. Mary's",
            fair,
        );
        is("Ana Silva", "Ana Silva", "", "", "");
        is("Ana Silva at St. Mary's", "Ana Silva", "", "St. Mary's", "");
        is("Ben Okafor - electrician - Hydro One", "Ben Okafor", "electrician", "Hydro One", "");
        is(
            "Mme Ouellet, infirmière à l'hôpital Saint-Luc, rencontrée au salon",
            "Mme Ouellet",
            "infirmière",
            "hôpital Saint-Luc",
            "rencontrée au salon",
        );
        is("Li Wei; works at the library; found on LinkedIn", "Li Wei", "", "the library", "found on LinkedIn");
        is(
            "Youssef Amrani, comptable chez Desjardins, mon voisin",
            "Youssef Amrani",
            "comptable",
            "Desjardins",
            "mon voisin",
        );
        is("Jo, my cousin", "Jo", "", "", "my cousin");
    }

    #[test]
    fn addresses_tags_and_who_gave_the_name_are_told_apart() {
        let jotted = read("Ben Okafor, electrician at Hydro One, ben.okafor@example.org, +1 (416) 555-0199, referred by Ana Silva, trained abroad #union, likes hockey, two kids").unwrap();
        assert_eq!(jotted.contact.email.as_deref(), Some("ben.okafor@example.org"));
        assert_eq!(jotted.contact.phone.as_deref(), Some("+1 (416) 555-0199"));
        assert_eq!(jotted.contact.tags, [tags::TRAINED_ABROAD, "union"]);
        assert_eq!(jotted.by.as_deref(), Some("Ana Silva"));
        assert_eq!(jotted.rest, ["likes hockey", "two kids"]);
        let french = read("Ben Okafor, recommandé par Ana Silva").unwrap();
        assert_eq!(french.by.as_deref(), Some("Ana Silva"));
        assert_eq!(read("Ben, from LinkedIn").unwrap().by, None);
        assert_eq!(read("Ben, from the job fair").unwrap().contact.met.as_deref(), Some("from the job fair"));
    }

    #[test]
    fn without_a_name_there_is_no_contact() {
        for line in
            ["", " , ,", "12345678", "ana@example.org", "I met somebody very nice at the fair who works in a hospital"]
        {
            assert_eq!(read(line).map(|jotted| jotted.contact.name), Err(NoName), "{line}");
        }
    }

    #[test]
    fn what_somebody_does_is_parted_from_where() {
        assert_eq!(work("cook at the Lion"), (Some("cook".into()), Some("the Lion".into())));
        assert_eq!(work("travaille chez Desjardins"), (None, Some("Desjardins".into())));
        assert_eq!(work("cook, the Lion"), (Some("cook".into()), Some("the Lion".into())));
        assert_eq!(work("cook"), (Some("cook".into()), None));
    }
}

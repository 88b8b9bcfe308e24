//! Contacts out of a file: vCard of any version, or a table as spreadsheets, address books and LinkedIn write it. Nothing here writes
//! anything: what was read is told line by line.

mod cards;
mod table;

use super::Contact;
use super::line::Jotted;
use crate::chat::Unfetched;
use encoding_rs::{Encoding, WINDOWS_1252};
use std::borrow::Cow;

/// The largest file that is read, in bytes.
pub const LARGEST: u64 = 10 * 1024 * 1024;
/// The most rows of a table, and the most cards of a file: twice what a list holds.
pub const MOST_ROWS: usize = 10_000;
/// The most columns of a table.
pub const MOST_COLUMNS: usize = 200;

/// What is in a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    /// Each contact or row, in the file's order.
    pub rows: Vec<Row>,
    /// How many pictures were left out.
    pub pictures: usize,
}

/// A row of a table, or a card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The line of the file on which it begins, from 1.
    pub line: usize,
    /// Who it is, or why it cannot be used.
    pub found: Result<Box<Found>, Problem>,
}

/// Somebody in a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// The contact; of its referral see below.
    pub contact: Contact,
    /// Who gave the name, and whether theirs may be used.
    pub by: Option<(String, super::MayName)>,
    /// Notes.
    pub notes: Vec<String>,
}

/// Why a row cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    /// There is no name in it.
    NoName,
    /// Its characters are broken.
    Broken,
    /// It ends in the middle.
    Unended,
}

/// Why a file cannot be used at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// It is too large.
    TooLarge,
    /// It has too many columns: so many.
    TooManyColumns(usize),
    /// It has more than [`MOST_ROWS`] rows or cards.
    TooManyRows,
    /// It is no table and no vCard: a picture, say, or a spreadsheet's own format.
    Unreadable,
    /// There is nobody in it.
    Empty,
    /// The platform does not hand it out.
    Gone,
}

impl From<Unfetched> for Refused {
    fn from(why: Unfetched) -> Self {
        match why {
            Unfetched::TooLarge => Self::TooLarge,
            Unfetched::Gone => Self::Gone,
        }
    }
}

impl From<Jotted> for Found {
    fn from(Jotted { contact, by, rest }: Jotted) -> Self {
        Self { contact, by: by.map(|by| (by, super::MayName::NotAsked)), notes: rest }
    }
}

/// Opens a file.
///
/// # Errors
/// It cannot be used.
pub fn open(name: &str, bytes: &[u8]) -> Result<Sheet, Refused> {
    if bytes.len() as u64 > LARGEST {
        return Err(Refused::TooLarge);
    }
    let text = text_of(bytes).ok_or(Refused::Unreadable)?;
    let begins = text.trim_start().get(..11).is_some_and(|start| start.eq_ignore_ascii_case("BEGIN:VCARD"));
    let is_card = begins || name.to_lowercase().ends_with(".vcf");
    let sheet = if is_card { cards::read(&text)? } else { table::read(&text)? };
    if sheet.rows.is_empty() { Err(Refused::Empty) } else { Ok(sheet) }
}

/// The text of a file in whatever it was written: UTF-8, UTF-16 with its mark, or Latin-1 as Windows writes it. `None`: it is no text.
fn text_of(bytes: &[u8]) -> Option<Cow<'_, str>> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return Some(encoding.decode_without_bom_handling(&bytes[mark..]).0);
    }
    if bytes.contains(&0) {
        return None;
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Some(text.into()),
        Err(_) => {
            let lossy = String::from_utf8_lossy(bytes);
            let broken = lossy.matches(char::REPLACEMENT_CHARACTER).count();
            let whole = lossy.chars().filter(|c| !c.is_ascii() && *c != char::REPLACEMENT_CHARACTER).count();
            // More whole letters of UTF-8 than broken ones: it is UTF-8 that was damaged.
            Some(if whole > broken { lossy } else { WINDOWS_1252.decode_without_bom_handling(bytes).0 })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::contact::{Ease, MayName, Note, Referral, export};

    fn people(name: &str, bytes: &[u8]) -> Vec<(usize, Result<String, Problem>)> {
        let sheet = open(name, bytes).unwrap();
        sheet.rows.into_iter().map(|row| (row.line, row.found.map(|found| found.contact.in_short()))).collect()
    }

    fn is(line: usize, name: &str) -> (usize, Result<String, Problem>) {
        (line, Ok(name.to_owned()))
    }

    #[test]
    fn tables_are_read_with_and_without_a_header_and_with_any_separator() {
        let ana = "Ana Silva, nurse, St. Mary's";
        assert_eq!(people("a.csv", b"Name,Title,Company\nAna Silva,nurse,St. Mary's\n"), [is(2, ana)]);
        assert_eq!(people("a.csv", b"sep=;\r\nNom;Poste;Entreprise\r\nAna Silva;nurse;St. Mary's\r\n"), [is(3, ana)]);
        assert_eq!(people("a.csv", b"Ana Silva;nurse;St. Mary's\n;;\nBen;;\n"), [is(1, ana), is(3, "Ben")]);
        assert_eq!(people("a.txt", b"Ana Silva\tnurse\tSt. Mary's\n"), [is(1, ana)]);
        let google = b"First Name,Last Name,Organization Name,Organization Title,E-mail 1 - Value\nAna,Silva,St. Mary's,nurse,ana@example.org\n";
        assert_eq!(people("g.csv", google), [is(2, ana)]);
        let linkedin = b"Notes:\n\"When exporting your connection data, you may notice...\"\n\nFirst Name,Last Name,URL,Email Address,Company,Position,Connected On\nAna,Silva,https://example.org/ana,,St. Mary's,nurse,12 Oct 2025\n";
        assert_eq!(people("Connections.csv", linkedin), [is(5, ana)]);
    }

    #[test]
    fn letters_are_read_in_utf_8_latin_1_and_utf_16() {
        let is_helene = |bytes: &[u8]| assert_eq!(people("a.csv", bytes), [is(2, "Hélène Côté")]);
        is_helene("nom\nHélène Côté\n".as_bytes());
        is_helene(b"nom\nH\xe9l\xe8ne C\xf4t\xe9\n");
        is_helene("\u{feff}nom\nHélène Côté\n".as_bytes());
        let utf_16: Vec<u8> = "\u{feff}nom\nHélène Côté\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
        is_helene(&utf_16);
        // Damaged in one place: that row is told of, the others are used.
        let damaged = b"nom\nH\xc3\xa9l\xc3\xa8ne C\xc3\xb4t\xc3\xa9\nJos\xc3\nBen\n";
        assert_eq!(people("a.csv", damaged), [is(2, "Hélène Côté"), (3, Err(Problem::Broken)), is(4, "Ben")]);
    }

    #[test]
    fn what_stands_behind_a_name_does_not_come_before_it() {
        let name = |line: &str| {
            let file = format!("First Name,Last Name,Name\n{line}\n");
            open("a.csv", file.as_bytes()).unwrap().rows[0].found.clone().unwrap().contact.name
        };
        assert_eq!(name("Ana,\"Silva, PMP\","), "Ana Silva, PMP");
        assert_eq!(name(",,\"Ana Silva, RN\""), "Ana Silva, RN");
        assert_eq!(name(",,\"Silva, Ana\""), "Ana Silva");
        assert_eq!(name(",,\"King, Jr.\""), "King, Jr.");
    }

    #[test]
    fn what_cannot_be_used_is_refused() {
        assert_eq!(open("a.csv", &vec![b'a'; LARGEST as usize + 1]), Err(Refused::TooLarge));
        assert_eq!(open("a.csv", ",".repeat(999_999).as_bytes()), Err(Refused::TooManyColumns(1_000_000)));
        assert_eq!(open("a.csv", "a\n".repeat(MOST_ROWS + 1).as_bytes()), Err(Refused::TooManyRows));
        let cards = "BEGIN:VCARD\nEND:VCARD\n".repeat(MOST_ROWS + 1);
        assert_eq!(open("a.vcf", cards.as_bytes()), Err(Refused::TooManyRows));
        assert_eq!(open("a.xlsx", b"PK\x03\x04\0\0"), Err(Refused::Unreadable));
        assert_eq!(open("a.csv", b""), Err(Refused::Empty));
        assert_eq!(open("a.csv", b"name,title\n"), Err(Refused::Empty));
        assert_eq!(people("a.csv", b"name,title\n,nurse\n"), [(2, Err(Problem::NoName))]);
    }

    #[test]
    fn cards_of_each_version_are_read_and_pictures_left_out() {
        let three = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ana Silva\r\nN:Silva;Ana;;;\r\nORG:St. Mary's;Ward 3\r\nTITLE:nurse\r\nTEL;TYPE=CELL:+1 416 555 0199\r\nPHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQSkZJRg==\r\nNOTE:likes tea\\, not coffee\r\nEND:VCARD\r\n";
        let sheet = open("a.vcf", three.as_bytes()).unwrap();
        assert_eq!(sheet.pictures, 1);
        let ana = sheet.rows[0].found.clone().unwrap();
        assert_eq!(ana.contact.in_short(), "Ana Silva, nurse, St. Mary's");
        assert_eq!(ana.contact.phone.as_deref(), Some("+1 416 555 0199"));
        assert_eq!(ana.notes, ["likes tea, not coffee"]);
        let four = "BEGIN:VCARD\nVERSION:4.0\nFN:Hélène Côté\nTEL;VALUE=uri:tel:+1-514-555-0100\nEMAIL:h@example.org\nLANG:fr\nEND:VCARD\nBEGIN:VCARD\nVERSION:4.0\nORG:nobody\nEND:VCARD\n";
        let sheet = open("a.vcf", four.as_bytes()).unwrap();
        let helene = sheet.rows[0].found.clone().unwrap().contact;
        assert_eq!(
            (helene.phone.as_deref(), helene.email.as_deref()),
            (Some("+1-514-555-0100"), Some("h@example.org"))
        );
        assert_eq!(helene.locale, Some(crate::ids::Locale::Fr));
        assert_eq!((sheet.rows[1].line, sheet.rows[1].found.clone()), (8, Err(Problem::NoName)));
        // 2.1, as old telephones write it, and one that ends too soon.
        let old = "BEGIN:VCARD\nVERSION:2.1\nN:Silva;Ana\nTITLE;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:infirmi=C3=A8re\nEND:VCARD\nBEGIN:VCARD\nVERSION:3.0\nFN:Ben";
        assert_eq!(people("a.vcf", old.as_bytes()), [is(1, "Ana Silva, infirmière"), (6, Err(Problem::Unended))]);
    }

    #[test]
    fn what_goes_out_comes_back_the_same() {
        let by = |by| Some(Referral { by, may_name: MayName::Yes });
        let ana = Contact {
            number: 1,
            title: Some("=cmd()".to_owned()),
            organisation: Some("St. Mary's; Ward 3".to_owned()),
            met: Some("at the fair, \"by chance\"".to_owned()),
            email: Some("ana@example.org".to_owned()),
            phone: Some("+1 416 555 0199".to_owned()),
            tags: vec!["trained_abroad".to_owned(), "mentor".to_owned()],
            ease: Some(Ease::Easy),
            locale: Some(crate::ids::Locale::Fr),
            ..Contact::named("Ana Silva")
        };
        let ben = Contact { number: 2, referral: by(1), ..Contact::named("Ben Okafor") };
        let day = chrono::NaiveDate::default();
        let note = |words: &str| Note { contact: 1, day, words: words.to_owned() };
        let (all, notes) = ([ana.clone(), ben], [note("likes tea"), note("back in May, or June")]);
        let table = export::csv(&all, &notes);
        assert!(table.contains("'=cmd()") && table.contains("'+1 416"), "{table}");
        for (name, text) in [("a.csv", table), ("a.vcf", export::vcard(&all, &notes))] {
            let rows = open(name, text.as_bytes()).unwrap().rows;
            let found: Vec<Found> = rows.into_iter().map(|row| *row.found.unwrap()).collect();
            assert_eq!(found[0].contact, Contact { number: 0, ..ana.clone() }, "{text}");
            assert_eq!(found[0].notes, ["likes tea", "back in May, or June"]);
            assert_eq!(found[1].by, Some(("Ana Silva".to_owned(), MayName::Yes)));
        }
    }
}

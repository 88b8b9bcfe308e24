//! Tables: with commas, semicolons or tabs, with a header or without.

use super::{Found, MOST_COLUMNS, MOST_ROWS, Problem, Refused, Row, Sheet};
use crate::contact::line::{email_in, phone_in, read_pieces};
use crate::contact::{Contact, LONGEST, LONGEST_NOTE, MOST_NOTES, MayName, export, tags};
use crate::ids::Locale;
use crate::words::{clean, fold, shorten};

/// How far down a header may stand: some programs write a few lines about the file first.
const HEADER_WITHIN: usize = 10;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Column {
    Name,
    First,
    Last,
    Title,
    Organisation,
    Met,
    Email,
    Phone,
    Tags,
    Ease,
    Language,
    By,
    MayName,
    Notes,
}

/// What columns are called, folded.
const CALLED: [(Column, &[&str]); 14] = [
    (Column::Name, &["name", "full name", "display name", "contact", "nom complet", "nom et prenom"]),
    (Column::First, &["first name", "given name", "prenom"]),
    (Column::Last, &["last name", "family name", "surname", "nom de famille"]),
    (
        Column::Title,
        &[
            "title",
            "job title",
            "position",
            "role",
            "occupation",
            "organization title",
            "organization 1 - title",
            "titre",
            "poste",
            "fonction",
            "metier",
        ],
    ),
    (
        Column::Organisation,
        &[
            "organisation",
            "organization",
            "company",
            "employer",
            "organization name",
            "organization 1 - name",
            "entreprise",
            "employeur",
            "organisme",
            "societe",
            "compagnie",
        ],
    ),
    (Column::Met, &["met", "how we met", "how you found them", "source", "rencontre", "comment"]),
    (
        Column::Email,
        &[
            "email",
            "e-mail",
            "mail",
            "email address",
            "e-mail address",
            "e-mail 1 - value",
            "courriel",
            "adresse courriel",
            "adresse e-mail",
        ],
    ),
    (
        Column::Phone,
        &[
            "phone",
            "telephone",
            "mobile",
            "mobile phone",
            "business phone",
            "phone number",
            "phone 1 - value",
            "tel",
            "cellulaire",
            "portable",
        ],
    ),
    (Column::Tags, &["tags", "labels", "categories", "group membership", "etiquettes", "mots-cles"]),
    (Column::Ease, &["ease"]),
    (Column::Language, &["language", "langue"]),
    (Column::By, &["referred_by", "referred by", "recommande par"]),
    (Column::MayName, &["may_name"]),
    (Column::Notes, &["notes", "note", "comments", "commentaires", "remarques"]),
];

/// Reads a table.
///
/// # Errors
/// It has too many columns or rows.
pub(super) fn read(text: &str) -> Result<Sheet, Refused> {
    // The reader counts lines by their ends, and takes these for half of one.
    let text = &text.replace("\r\n", "\n");
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator(text))
        .from_reader(text.as_bytes());
    let mut records = Vec::new();
    for record in reader.records() {
        let Ok(record) = record else { continue };
        if record.len() > MOST_COLUMNS {
            return Err(Refused::TooManyColumns(record.len()));
        }
        if records.len() >= MOST_ROWS {
            return Err(Refused::TooManyRows);
        }
        let line = record.position().map_or(0, |position| usize::try_from(position.line()).unwrap_or(0));
        records.push((line, record));
    }
    let header = records.iter().take(HEADER_WITHIN).position(|(_, record)| is_header(record));
    let columns: Vec<Option<Column>> = header.map(|at| records[at].1.iter().map(column).collect()).unwrap_or_default();
    let is_separator_line =
        |record: &csv::StringRecord| record.get(0).is_some_and(|cell| cell.trim().starts_with("sep="));
    let below = records.iter().skip(header.map_or(0, |at| at + 1)).filter(|(_, record)| !is_separator_line(record));
    let with_words = below.filter(|(_, record)| record.iter().any(|cell| cell.chars().any(char::is_alphanumeric)));
    let rows = with_words.map(|(line, record)| {
        let is_broken = record.iter().any(|cell| cell.contains(char::REPLACEMENT_CHARACTER));
        let found = match is_broken {
            true => Err(Problem::Broken),
            false if header.is_some() => by_columns(&columns, record),
            false => by_looks(record),
        };
        Row { line: *line, found: found.map(Box::new) }
    });
    Ok(Sheet { rows: rows.collect(), pictures: 0 })
}

/// What stands between cells: what there is most of in the first lines.
fn separator(text: &str) -> u8 {
    let head: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).take(HEADER_WITHIN).collect();
    if let Some(named) =
        head.first().and_then(|line| line.trim().strip_prefix("sep=")).and_then(|rest| rest.bytes().next())
    {
        return named;
    }
    let count =
        |separator: &u8| head.iter().map(|line| line.bytes().filter(|byte| byte == separator).count()).sum::<usize>();
    // Of two that are as many the comma.
    [b'\t', b';', b','].into_iter().max_by_key(count).unwrap_or(b',')
}

fn column(cell: &str) -> Option<Column> {
    let called = fold(cell.trim_start_matches('\u{feff}'));
    // "Nom" alone is the whole name, unless there is a first name beside it: told apart by `by_columns`.
    if called == "nom" {
        return Some(Column::Last);
    }
    CALLED.iter().find(|(_, names)| names.contains(&called.as_str())).map(|(column, _)| *column)
}

/// Whether a row names columns: a name, and nothing that looks like a person's own.
fn is_header(record: &csv::StringRecord) -> bool {
    let columns: Vec<Column> = record.iter().filter_map(column).collect();
    columns.iter().any(|column| matches!(column, Column::Name | Column::First | Column::Last))
}

/// The cell as a person means it.
fn meant(cell: &str) -> String {
    let cell = clean(cell);
    let cell = cell.trim();
    match cell.strip_prefix('\'') {
        Some(rest) if rest.starts_with(export::FORMULA) => rest.to_owned(),
        _ => cell.to_owned(),
    }
}

/// A row under a header.
fn by_columns(columns: &[Option<Column>], record: &csv::StringRecord) -> Result<Found, Problem> {
    let cell = |wanted: Column| {
        let cells = columns.iter().zip(record).filter(|(column, _)| **column == Some(wanted));
        cells.map(|(_, cell)| meant(cell)).find(|cell| !cell.is_empty())
    };
    let few = |wanted: Column| {
        cell(wanted).map(|text| shorten(&text.split_whitespace().collect::<Vec<_>>().join(" "), LONGEST))
    };
    let parts = [few(Column::First), few(Column::Last)].into_iter().flatten().collect::<Vec<_>>().join(" ");
    let name = few(Column::Name).map(|name| in_order(&name)).unwrap_or(parts);
    if !name.chars().any(char::is_alphabetic) {
        return Err(Problem::NoName);
    }
    let mut contact = Contact {
        title: few(Column::Title),
        organisation: few(Column::Organisation),
        met: few(Column::Met),
        email: few(Column::Email),
        phone: few(Column::Phone),
        ease: cell(Column::Ease).and_then(|ease| fold(&ease).parse().ok()),
        locale: cell(Column::Language).and_then(|tag| Locale::from_tag(&tag)),
        ..Contact::named(name)
    };
    let written = cell(Column::Tags).unwrap_or_default();
    // "* myContacts ::: friends" is how Google writes labels.
    written
        .split([';', ','])
        .flat_map(|tag| tag.split(":::"))
        .map(|tag| tag.trim().trim_start_matches('*').trim())
        .for_each(|tag| tags::add(&mut contact.tags, tag));
    let may_name = cell(Column::MayName).and_then(|may_name| may_name.parse().ok()).unwrap_or(MayName::NotAsked);
    let by = few(Column::By).map(|by| (by, may_name));
    let notes = cell(Column::Notes).unwrap_or_default();
    let notes = notes.split(export::BETWEEN_NOTES).map(|note| shorten(note.trim(), LONGEST_NOTE));
    Ok(Found { contact, by, notes: notes.filter(|note| !note.is_empty()).take(MOST_NOTES).collect() })
}

/// "Silva, Ana" as one says it.
fn in_order(name: &str) -> String {
    match name.split_once(',') {
        Some((last, first)) if !first.contains(',') && !is_suffix(first) => {
            format!("{} {}", first.trim(), last.trim()).trim().to_owned()
        }
        _ => name.to_owned(),
    }
}

/// Whether what follows a name says what somebody is, and not what they are called: "PMP", "M.Sc.", "Jr.", or more than one word after two
/// of a name.
fn is_suffix(text: &str) -> bool {
    let letters = || text.chars().filter(|c| c.is_alphabetic());
    let capitals = letters().filter(|c| c.is_uppercase()).count();
    matches!(fold(text).trim_matches([' ', '.']), "jr" | "sr" | "esq")
        || text.contains('.')
        || capitals >= 2 && {
            text.split_whitespace().any(|word| word.chars().filter(|c| c.is_uppercase()).count() >= 2)
        }
}

/// A row of which only the cells themselves say what they are: a name first, then as in a line.
fn by_looks(record: &csv::StringRecord) -> Result<Found, Problem> {
    let cells: Vec<String> = record.iter().map(meant).filter(|cell| !cell.is_empty()).collect();
    let email = cells.iter().find_map(|cell| email_in(cell));
    let phone = cells.iter().filter(|cell| email_in(cell).is_none()).find_map(|cell| phone_in(cell));
    let is_reach = |cell: &&String| email_in(cell).is_some() || phone_in(cell).is_some();
    let name = cells.first().filter(|cell| !is_reach(cell)).map(|cell| in_order(cell)).ok_or(Problem::NoName)?;
    let others = cells.iter().skip(1).filter(|cell| !is_reach(cell)).map(String::as_str);
    let mut jotted = read_pieces([name.as_str()].into_iter().chain(others)).map_err(|_| Problem::NoName)?;
    (jotted.contact.email, jotted.contact.phone) = (email, phone);
    Ok(jotted.into())
}

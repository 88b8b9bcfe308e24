//! Contacts come in and go out as files.

use super::{State, stay};
use crate::chat::{Arg, Choice, Line, Message};
use crate::contact::export;
use crate::contact::import::{LARGEST, MOST_COLUMNS, MOST_ROWS, Problem, Refused, Sheet};
use crate::contact::merge::{Before, Fate, Full, merge};
use crate::flows::{Cx, Effect, Record, Turn};
use crate::ids::PlatformName;

/// How many lines of a report are shown; a file has them all.
const REPORT_SHOWN: usize = 12;

pub(super) fn ask(cx: &Cx<'_>) -> Turn<State> {
    // In a channel of Discord nobody sees a file but the command that it is given with.
    let given = (cx.platform == PlatformName::Discord).then(|| Line::say("contact-import-discord"));
    let at_terminal = (cx.platform == PlatformName::Console).then(|| Line::say("contact-import-console"));
    let lines = [Line::say("contact-import")].into_iter().chain(given).chain(at_terminal);
    Turn::wait(State::Import, [Effect::Say(Message::of(lines).awaiting_value())])
}

/// A file was sent, and opened.
pub(super) fn received(cx: &Cx<'_>, opened: &Result<Sheet, Refused>) -> Turn<State> {
    let again = |line: Line| Turn::wait(State::Import, [Effect::Say(Message::of([line]).awaiting_value())]);
    let sheet = match opened {
        Ok(sheet) => sheet,
        Err(refused) => return again(refusal(*refused)),
    };
    let (contacts, notes) = (cx.library.contacts.as_slice(), cx.library.notes.as_slice());
    let before = Before { contacts, notes, next: cx.library.next_contact, day: cx.clocks().date() };
    let merged = match merge(before, sheet) {
        Ok(merged) => merged,
        Err(Full(room)) => return again(Line::with("contact-import-full", [("room", room.into())])),
    };
    let count = |wanted: Fate| Arg::from(merged.fates.iter().filter(|(_, fate)| *fate == wanted).count());
    let refused = merged.fates.iter().filter(|(_, fate)| matches!(fate, Fate::Refused(_))).count();
    let mut lines = vec![Line::with(
        "contact-imported",
        [
            ("added", count(Fate::Added)),
            ("completed", count(Fate::Completed)),
            ("known", count(Fate::Known)),
            ("refused", refused.into()),
        ],
    )];
    if sheet.pictures > 0 {
        lines.push(Line::with("contact-import-pictures", [("count", sheet.pictures.into())]));
    }
    let report = report(&merged.fates);
    lines.push(Line::Gap);
    lines.extend(report.iter().take(REPORT_SHOWN).cloned());
    if report.len() > REPORT_SHOWN {
        lines.push(Line::say("contact-import-report"));
        lines.push(Line::File("contact-import.txt".to_owned(), report));
    }
    let records = [
        (!merged.contacts.is_empty()).then_some(Record::Contacts(merged.contacts)),
        (!merged.notes.is_empty()).then_some(Record::Notes(merged.notes)),
    ];
    let effects = records.into_iter().flatten().map(Effect::Record).chain([Effect::Say(Message::of(lines))]);
    Turn::done(effects)
}

/// What became of each line; those one after the other with the same fate are told together.
fn report(fates: &[(usize, Fate)]) -> Vec<Line> {
    let runs = fates.chunk_by(|(_, one), (_, other)| one == other);
    let line = |run: &[(usize, Fate)]| {
        let (Some((from, fate)), Some((to, _))) = (run.first(), run.last()) else { return Line::Gap };
        let (one, several) = match fate {
            Fate::Added => ("contact-import-added", "contact-import-added-all"),
            Fate::Completed => ("contact-import-completed", "contact-import-completed-all"),
            Fate::Known => ("contact-import-known", "contact-import-known-all"),
            Fate::Refused(Problem::NoName) => ("contact-import-no-name", "contact-import-no-name-all"),
            Fate::Refused(Problem::Broken) => ("contact-import-broken", "contact-import-broken-all"),
            Fate::Refused(Problem::Unended) => ("contact-import-unended", "contact-import-unended-all"),
        };
        match from == to {
            true => Line::with(one, [("from", Arg::from(*from))]),
            false => Line::with(several, [("from", Arg::from(*from)), ("to", (*to).into())]),
        }
    };
    runs.map(line).collect()
}

fn refusal(refused: Refused) -> Line {
    match refused {
        Refused::TooLarge => {
            let most = usize::try_from(LARGEST / 1024 / 1024).unwrap_or(usize::MAX);
            Line::with("contact-import-too-large", [("most", most.into())])
        }
        Refused::TooManyRows => Line::with("contact-import-too-many-rows", [("most", MOST_ROWS.into())]),
        Refused::TooManyColumns(columns) => {
            let args = [("columns", columns.into()), ("most", MOST_COLUMNS.into())];
            Line::with("contact-import-too-many-columns", args)
        }
        Refused::Unreadable => Line::say("contact-import-unreadable"),
        Refused::Empty => Line::say("contact-import-empty"),
        Refused::Gone => Line::say("contact-import-gone"),
    }
}

/// Something that is no file.
pub(super) fn not_a_file() -> Turn<State> {
    stay(State::Import, "contact-import-no-file")
}

/// Gives all contacts out as a file.
pub(super) fn export(cx: &Cx<'_>, sheet: Option<&str>) -> Turn<State> {
    let all = &cx.library.contacts;
    if all.is_empty() {
        return super::which(cx, super::Act::Show, None, None);
    }
    let (name, text) = match sheet {
        Some("csv") => ("contacts.csv", export::csv(all, &cx.library.notes)),
        Some("vcard") => ("contacts.vcf", export::vcard(all, &cx.library.notes)),
        _ => {
            let choices = [Choice::new("vcard", "choice-sheet-vcard"), Choice::new("csv", "choice-sheet-csv")];
            return Turn::wait(State::Sheet, [Effect::Say(Message::say("contact-sheet").choices(choices))]);
        }
    };
    let said = Line::with("contact-exported", [("count", all.len().into())]);
    Turn::done([Effect::Say(Message::of([said, Line::Sheet(name.to_owned(), text)]))])
}

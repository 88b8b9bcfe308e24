//! Turns a message of keys into the words that one reader sees, with people's own words still marked as theirs.

use super::Prompts;
use super::advice::source_key;
use crate::chat::platform::{Block, Content, Shown, Shows, Span};
use crate::chat::plot::{Bar, Plot};
use crate::chat::{Arg, Args, Choice, Key, Length, Line, Message, Place, Press, Question, TextId};
use crate::clock::Moment;
use crate::ids::{Locale, SessionId};
use crate::words;
use crate::zones;
use chrono::{Datelike as _, NaiveDate};
use fluent_bundle::{FluentArgs, FluentValue};
use std::collections::BTreeSet;

/// Private letters that stand around a person's words while a text is put together. [`words::clean`] keeps them out of
/// everything that comes in.
const WORDS_BEGIN: char = '\u{E000}';
const WORDS_END: char = '\u{E001}';
/// The same around a moment or a place: what it is and its own name, then how it reads.
const MARK_BEGIN: char = '\u{E002}';
const MARK_READS: char = '\u{E003}';
const MARK_END: char = '\u{E004}';

/// Whose buttons a message bears: a press on one names the session and its turn.
#[derive(Clone, Copy, Debug)]
pub struct Offer<'a> {
    /// The session that offers.
    pub session: &'a SessionId,
    /// Its turn.
    pub turn: u32,
}

impl Prompts {
    /// The message as one reader sees it.
    pub fn render(&self, locale: Locale, message: &Message, offer: Option<Offer<'_>>) -> Content {
        let blocks = message.lines.iter().flat_map(|line| self.blocks(locale, line)).collect();
        let Some(offer) = offer else { return Content { blocks, ..Content::default() } };
        let question = Question {
            session: offer.session.clone(),
            turn: offer.turn,
            answer: message.answer,
            label: self.speech.say(locale, "answer-button", None),
            when_answered: message.when_answered,
        };
        let choices = self.shown(locale, &message.choices, offer);
        Content { blocks, choices, question: Some(question), ..Content::default() }
    }

    /// One line as blocks.
    pub fn blocks(&self, locale: Locale, line: &Line) -> Vec<Block> {
        match line {
            Line::Speech(key, args) => vec![Block::Text(spans(&self.fill(locale, key, args)))],
            Line::Bank(id) => self.bank(locale, id).into_iter().map(|text| Block::Text(spans(&text))).collect(),
            Line::Said(who, text) => vec![Block::Text(vec![Span::Plain(self.said(locale, who, text))])],
            Line::Quote(text) => vec![Block::Quote(words::clean(text))],
            Line::Lengths { band, lengths } => {
                let bars = (1..).zip(lengths).map(|(number, length)| self.bar(locale, number, length)).collect();
                vec![Block::Plot(Plot { band: *band, bars })]
            }
            Line::File(name, lines) => {
                let blocks = lines.iter().flat_map(|line| self.blocks(locale, line)).map(as_text);
                let text: String = blocks.flat_map(|text: String| [text, "\n".to_owned()]).collect();
                vec![Block::File { name: name.clone(), text }]
            }
            Line::Sheet(name, text) => vec![Block::File { name: name.clone(), text: text.clone() }],
            Line::Gap => vec![Block::Text(Vec::new())],
        }
    }

    /// "Ana: Good morning."
    fn said(&self, locale: Locale, who: &str, text: &str) -> String {
        let mut args = FluentArgs::with_capacity(2);
        args.set("who", who.to_owned());
        args.set("text", text.to_owned());
        self.speech.say(locale, "somebody-says", Some(&args))
    }

    fn bar(&self, locale: Locale, number: u32, length: &Length) -> Bar {
        let Length { from, to, note } = length;
        let mut args = FluentArgs::with_capacity(2);
        args.set("from", *from);
        args.set("to", *to);
        let key = if from == to { "plot-seconds" } else { "plot-seconds-about" };
        let seconds = self.speech.say(locale, key, Some(&args));
        let note = match note {
            Some(note) => format!("{seconds}, {}", self.speech.say(locale, &note.0, None)),
            None => seconds,
        };
        Bar { label: number.to_string(), from: *from, to: *to, note }
    }

    /// One line as plain text, for a name.
    pub fn as_text(&self, locale: Locale, line: &Line) -> String {
        self.blocks(locale, line).into_iter().map(as_text).collect()
    }

    /// The label of a choice.
    pub fn label(&self, locale: Locale, choice: &Choice) -> String {
        let spans = spans(&self.fill(locale, &choice.label, &choice.args));
        spans.iter().map(Span::as_text).collect()
    }

    fn shown(&self, locale: Locale, choices: &[Choice], offer: Offer<'_>) -> Vec<Shown> {
        (1u32..)
            .zip(choices)
            .map(|(position, choice)| Shown {
                number: choice.value.unwrap_or(position),
                label: self.label(locale, choice),
                press: Press { session: offer.session.clone(), turn: offer.turn, choice: choice.id.clone() },
            })
            .collect()
    }

    fn fill(&self, locale: Locale, key: &Key, args: &Args) -> String {
        let mut values = FluentArgs::with_capacity(args.len());
        for (name, arg) in args {
            values.set(name.as_str(), self.value(locale, arg));
        }
        self.speech.say(locale, &key.0, Some(&values))
    }

    fn value(&self, locale: Locale, arg: &Arg) -> FluentValue<'static> {
        match arg {
            Arg::Number(number) => FluentValue::from(*number),
            Arg::Words(text) => FluentValue::from(format!("{WORDS_BEGIN}{}{WORDS_END}", words::clean(text))),
            Arg::Name(name) => FluentValue::from(name.clone()),
            Arg::Clock(time) => {
                let mut args = FluentArgs::with_capacity(2);
                args.set("hour", time.hour());
                args.set("minute", format!("{:02}", time.minute()));
                // French leaves the minutes out where there are none.
                let key = if time.minute() == 0 { "time-of-day-sharp" } else { "time-of-day" };
                FluentValue::from(self.speech.say(locale, key, Some(&args)))
            }
            Arg::Day(day) => FluentValue::from(self.day(locale, *day)),
            Arg::Date(day) => {
                let mut args = FluentArgs::with_capacity(2);
                args.set("day", self.day(locale, *day));
                args.set("year", day.year().to_string());
                FluentValue::from(self.speech.say(locale, "day-and-year", Some(&args)))
            }
            Arg::At(moment, arg) => {
                let shows = if matches!(**arg, Arg::Clock(_)) { CLOCK } else { DAY };
                let reads = match self.value(locale, arg) {
                    FluentValue::String(text) => text.into_owned(),
                    _ => String::new(),
                };
                FluentValue::from(format!("{MARK_BEGIN}{shows}{}{MARK_READS}{reads}{MARK_END}", moment.0))
            }
            Arg::Place(place) => {
                let (platform, kind) = (place.platform.as_str(), place.to_text());
                FluentValue::from(format!("{MARK_BEGIN}{PLACE}{platform} {kind}{MARK_READS}{MARK_END}"))
            }
            Arg::Accounts(handles) | Arg::Called(handles) => {
                let kind = if matches!(arg, Arg::Called(_)) { CALLED } else { ACCOUNT };
                let marked = |handle: &String| {
                    let handle = words::clean(handle);
                    format!("{MARK_BEGIN}{kind}{handle}{MARK_READS}{MARK_END}")
                };
                FluentValue::from(self.joined(locale, &handles.iter().map(marked).collect::<Vec<_>>()))
            }
            Arg::Sources(ids) => FluentValue::from(self.sources(locale, ids)),
            Arg::Zone(zone) => {
                let mut args = FluentArgs::with_capacity(1);
                args.set("zone", locale.pick(zone.clone(), zones::of_city(zone)));
                let text = self.speech.say(locale, "whose-clocks", Some(&args));
                FluentValue::from(format!("{MARK_BEGIN}{ZONE}{text}{MARK_READS}{MARK_END}"))
            }
            Arg::Text(key) => FluentValue::from(self.speech.say(locale, &key.0, None)),
            Arg::List(keys) => {
                let items: Vec<String> = keys.iter().map(|key| self.speech.say(locale, &key.0, None)).collect();
                FluentValue::from(self.joined(locale, &items))
            }
        }
    }

    /// "Tuesday 3 March".
    fn day(&self, locale: Locale, day: NaiveDate) -> String {
        let mut args = FluentArgs::with_capacity(3);
        args.set("weekday", day.weekday().number_from_monday());
        args.set("day", day.day());
        args.set("month", day.month());
        self.speech.say(locale, "day", Some(&args))
    }

    /// "a, b and c".
    pub fn joined(&self, locale: Locale, items: &[String]) -> String {
        match items {
            [] => String::new(),
            [one] => one.clone(),
            [head @ .., last] => {
                let mut args = FluentArgs::with_capacity(2);
                args.set("head", head.join(", "));
                args.set("last", last.clone());
                self.speech.say(locale, "list-joined", Some(&args))
            }
        }
    }

    /// The wording with the names of the sources for their codes: "S4 says" is for us, "Cancer and Work says" for people.
    fn with_source_names(&self, locale: Locale, wording: &str) -> String {
        let mut named = String::with_capacity(wording.len() * 2);
        for piece in wording.split_inclusive(|c: char| !c.is_alphanumeric()) {
            let code = piece.trim_end_matches(|c: char| !c.is_alphanumeric());
            let is_code = code.len() == 2 && code.starts_with('S') && code.ends_with(|c: char| c.is_ascii_digit());
            if !is_code || !self.speech.has(&source_key(code)) {
                named.push_str(piece);
                continue;
            }
            let name = self.speech.say(locale, &source_key(code), None);
            let begins = named.is_empty() || named.trim_end().ends_with('.');
            named.push_str(&if begins { words::capital(&name) } else { name });
            named.push_str(&piece[code.len()..]);
        }
        match locale {
            Locale::En => named,
            // French runs these words together.
            Locale::Fr => named.replace(" de un ", " d'un ").replace(" de le ", " du ").replace(" à le ", " au "),
        }
    }

    /// The names of the articles that pieces of advice rest on, each once.
    fn sources(&self, locale: Locale, ids: &[TextId]) -> String {
        let number = |id: &TextId| id.0.strip_prefix("advice/").and_then(|number| number.parse().ok());
        let pieces = ids.iter().filter_map(|id| self.advice.piece(number(id)?));
        let sources: BTreeSet<_> = pieces.flat_map(|piece| &piece.sources).collect();
        let say = |source: &String| self.speech.say(locale, &source_key(source), None);
        self.joined(locale, &sources.into_iter().map(say).collect::<Vec<_>>())
    }

    fn bank(&self, locale: Locale, id: &TextId) -> Option<String> {
        let (kind, name) = id.0.split_once('/')?;
        match kind {
            "advice" => {
                let piece = self.advice.piece(name.parse().ok()?)?;
                let mut args = FluentArgs::with_capacity(2);
                args.set("advice", piece.wording(locale).to_owned());
                args.set("sources", self.sources(locale, std::slice::from_ref(id)));
                Some(self.speech.say(locale, "advice-with-sources", Some(&args)))
            }
            "disagreement" => {
                let row = self.advice.disagreement(name)?;
                let mut args = FluentArgs::with_capacity(1);
                args.set("positions", self.with_source_names(locale, row.wording(locale)));
                Some(self.speech.say(locale, "advice-disagreement", Some(&args)))
            }
            _ => None,
        }
    }
}

fn as_text(block: Block) -> String {
    match block {
        Block::Text(spans) => spans.iter().map(Span::as_text).collect(),
        Block::Quote(text) | Block::File { text, .. } => text,
        Block::Plot(plot) => plot.as_text(),
    }
}

/// What is marked: the time of a moment, its day, a place, an account, whose clocks are meant.
const CLOCK: char = 'c';
const DAY: char = 'd';
const PLACE: char = 'p';
const ACCOUNT: char = 'a';
const CALLED: char = 'm';
const ZONE: char = 'z';

/// What stands between the marks.
fn marked(mark: &str) -> Option<Span> {
    let (name, reads) = mark.split_once(MARK_READS)?;
    let (kind, name) = (name.chars().next()?, name.get(1..)?);
    let time = |shows| Some(Span::Time(Moment(name.parse().ok()?), shows, reads.to_owned()));
    match kind {
        CLOCK => time(Shows::Clock),
        DAY => time(Shows::Day),
        PLACE => {
            let (platform, place) = name.split_once(' ')?;
            Some(Span::Place(Place::stored(platform, place).ok()?))
        }
        ACCOUNT => Some(Span::Account(name.to_owned())),
        CALLED => Some(Span::Called(name.to_owned())),
        ZONE => Some(Span::Zone(name.to_owned())),
        _ => None,
    }
}

/// The bot's own words, with moments and places among them.
fn with_marks(text: &str) -> Vec<Span> {
    let mut spans = Vec::new();
    for (index, piece) in text.split(MARK_BEGIN).enumerate() {
        let found = piece.split_once(MARK_END).filter(|_| index > 0);
        let after = match found.and_then(|(mark, after)| Some((marked(mark)?, after))) {
            Some((span, after)) => {
                spans.push(span);
                after
            }
            None => piece,
        };
        if !after.is_empty() {
            spans.push(Span::Plain(after.to_owned()));
        }
    }
    spans
}

/// Parts a finished text into what is the bot's own, what is a person's, and what is a command (between backticks).
fn spans(text: &str) -> Vec<Span> {
    let mut spans = Vec::new();
    for (index, piece) in text.split(WORDS_BEGIN).enumerate() {
        let (theirs, ours) = match piece.split_once(WORDS_END) {
            Some((theirs, ours)) if index > 0 => (theirs, ours),
            _ => ("", piece),
        };
        if !theirs.is_empty() {
            spans.push(Span::Words(theirs.to_owned()));
        }
        for (position, part) in ours.split('`').enumerate() {
            match position % 2 {
                1 if !part.is_empty() => spans.push(Span::Command(part.to_owned())),
                _ => spans.extend(with_marks(part)),
            }
        }
    }
    spans
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_keeps_its_number_beside_how_it_reads() {
        let text =
            format!("On {MARK_BEGIN}d-5{MARK_READS}Monday{MARK_END} at {MARK_BEGIN}c7{MARK_READS}9:00{MARK_END}.");
        assert_eq!(
            spans(&text),
            [
                Span::Plain("On ".into()),
                Span::Time(Moment(-5), Shows::Day, "Monday".into()),
                Span::Plain(" at ".into()),
                Span::Time(Moment(7), Shows::Clock, "9:00".into()),
                Span::Plain(".".into()),
            ]
        );
    }

    #[test]
    fn a_persons_words_stay_marked_and_cannot_become_a_command() {
        let text = format!("Type `help`. You wrote {WORDS_BEGIN}a `stop` b{WORDS_END}, ok");
        assert_eq!(
            spans(&text),
            [
                Span::Plain("Type ".into()),
                Span::Command("help".into()),
                Span::Plain(". You wrote ".into()),
                Span::Words("a `stop` b".into()),
                Span::Plain(", ok".into()),
            ]
        );
    }
}

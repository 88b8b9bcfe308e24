//! What is said about an attempt: its length, what changed, first what worked, then at most three things to sharpen.

use crate::chat::{Arg, Choice, Key, Line, Message};
use crate::coach::pitch::{self, Finding, Kind, Length, Review};
use crate::flows::Cx;
use crate::flows::sharpen::{self, LETTERS, Letter, MOST_TO_SHARPEN};
use crate::prompts::pitch_rules::Part;
use crate::store::pitches::Attempt;
use std::time::Duration;

/// The most things that worked: enough to stand on, not a list.
const MOST_TO_PRAISE: usize = 3;

/// A thing to sharpen: the text, and its values but for the letter.
struct Sharpening {
    key: &'static str,
    quote: String,
    instead: Option<String>,
    over: Option<usize>,
}

/// Feedback on a typed attempt, and the keys of the texts for A, B and C.
pub fn on_words(cx: &Cx<'_>, attempt: &Attempt, review: &Review, before: Option<&Attempt>) -> (Message, Vec<String>) {
    let (from, to) = pitch::seconds_for(review.words);
    let to = to.max(from + 1);
    let mut lines = vec![Line::with(
        "pitch-length-typed",
        [
            ("number", attempt.number.into()),
            ("words", review.words.into()),
            ("from", from.into()),
            ("to", to.into()),
            ("target", attempt.target.into()),
            ("budget", pitch::word_budget(attempt.target).into()),
            ("length", Arg::Name(review.length.as_str().to_owned())),
        ],
    )];
    lines.extend(compared(attempt, before));
    if attempt.number == 1 && before.is_none() {
        lines.push(Line::say("pitch-typed-note"));
    }
    lines.push(Line::Gap);
    lines.push(Line::say("pitch-worked"));
    lines.extend(praise(review));
    lines.push(Line::Gap);
    let sharpenings = to_sharpen(review, attempt.target);
    if sharpenings.is_empty() {
        lines.push(Line::say("pitch-nothing-to-sharpen"));
    } else {
        lines.push(Line::with("pitch-sharpen", [("count", sharpenings.len().into())]));
    }
    lines.extend(sharpenings.iter().zip(&LETTERS).map(|(sharpening, letter)| sharpening.line(letter)));
    lines.push(Line::Gap);
    let keys: Vec<String> = sharpenings.iter().map(|sharpening| sharpening.key.to_owned()).collect();
    (choices(cx, Message::of(lines), keys.len()).to_keep(), keys)
}

/// Feedback on a spoken attempt: its real duration, and nothing that was not heard.
pub fn on_voice(cx: &Cx<'_>, attempt: &Attempt, spoken: Duration, before: Option<&Attempt>) -> Message {
    let length = pitch::spoken_length(spoken, attempt.target);
    let mut lines = vec![Line::with(
        "pitch-length-spoken",
        [
            ("number", attempt.number.into()),
            ("seconds", Arg::Number(i64::try_from(spoken.as_secs()).unwrap_or(0))),
            ("target", attempt.target.into()),
            ("length", Arg::Name(length.as_str().to_owned())),
        ],
    )];
    lines.extend(compared(attempt, before));
    lines.extend([Line::say("pitch-voice-note"), Line::Gap]);
    choices(cx, Message::of(lines), 0).to_keep()
}

/// A message with the question what next, and its choices: a source for each thing to sharpen among them.
pub fn choices(cx: &Cx<'_>, mut message: Message, sharpened: usize) -> Message {
    message.lines.push(Line::with("pitch-next", [("variant", cx.pick(3).into())]));
    let next = [
        Choice::new("again", "choice-again"),
        Choice::new("keep", "choice-keep"),
        Choice::new("aloud", "choice-aloud"),
    ];
    message.choices(next.into_iter().chain(sharpen::sources(sharpened))).awaiting_words()
}

/// What changed since the last attempt.
fn compared(attempt: &Attempt, before: Option<&Attempt>) -> Vec<Line> {
    let Some(before) = before else { return Vec::new() };
    let mut lines = Vec::new();
    match (attempt.words, before.words, attempt.spoken_ms, before.spoken_ms) {
        (Some(now), Some(then), _, _) if now != then => {
            lines.push(Line::with("pitch-compared-words", [("before", then.into())]));
        }
        (_, _, Some(now), Some(then)) if now / 1000 != then / 1000 => {
            lines.push(Line::with("pitch-compared-seconds", [("before", (then / 1000).into())]));
        }
        _ => {}
    }
    let had = |part: &Part| before.parts.split(',').any(|name| name == part.as_str());
    let gained: Vec<Key> = Part::ALL
        .iter()
        .filter(|part| before.words.is_some() && !had(part))
        .filter(|part| attempt.parts.split(',').any(|name| name == part.as_str()))
        .map(|part| Key::from(part_key(*part)))
        .collect();
    if !gained.is_empty() {
        lines.push(Line::with("pitch-compared-parts", [("parts", Arg::List(gained))]));
    }
    lines
}

/// The key of a part's name for people.
pub const fn part_key(part: Part) -> &'static str {
    match part {
        Part::Who => "part-who",
        Part::Bring => "part-bring",
        Part::Learn => "part-learn",
        Part::WhyYou => "part-why-you",
        Part::Ask => "part-ask",
    }
}

/// What worked, quoting the person's own words: first what a listener remembers longest.
fn praise(review: &Review) -> Vec<Line> {
    let order = [
        (Part::WhyYou, "worked-why-you"),
        (Part::Bring, "worked-bring"),
        (Part::Learn, "worked-learn"),
        (Part::Ask, "worked-ask"),
        (Part::Who, "worked-who"),
    ];
    let mut quoted: Vec<&String> = Vec::new();
    let mut lines = Vec::new();
    for (part, key) in order {
        let Some(quote) = review.parts.get(&part) else { continue };
        // The same words are praised once.
        if quoted.iter().any(|other| other.contains(quote.as_str()) || quote.contains(other.as_str())) {
            continue;
        }
        quoted.push(quote);
        lines.push(Line::with(key, [("quote", Arg::Words(quote.clone()))]));
        if lines.len() == MOST_TO_PRAISE {
            break;
        }
    }
    if lines.is_empty() {
        lines.push(Line::with("worked-begun", [("quote", Arg::Words(review.opening.clone()))]));
    }
    lines
}

/// The most useful things to sharpen: what may cost the meeting, then the length, then what is missing, then the wording.
fn to_sharpen(review: &Review, target: u32) -> Vec<Sharpening> {
    let mut all = Vec::new();
    let of = |kind: Kind| review.findings.iter().find(|finding| finding.kind == kind).map(sharpen_wording);
    all.extend(of(Kind::JobAsk));
    // A short one is told by its length; what it lacks is said below, part by part.
    if review.length == Length::Long {
        all.push(too_long(review, target));
    }
    all.extend(of(Kind::Apology));
    // An ask for a job is no small ask, and is spoken of above already: both would say the same twice.
    let asks_for_job = review.findings.iter().any(|finding| finding.kind == Kind::JobAsk);
    let missing = [Part::Who, Part::Learn, Part::WhyYou, Part::Ask, Part::Bring];
    all.extend(
        missing
            .into_iter()
            .filter(|part| !review.parts.contains_key(part))
            .filter(|part| !(asks_for_job && *part == Part::Ask))
            .map(|part| missing_part(review, part)),
    );
    all.extend([Kind::LongSentence, Kind::Acronym, Kind::Filler].into_iter().filter_map(of));
    all.truncate(MOST_TO_SHARPEN);
    all
}

fn too_long(review: &Review, target: u32) -> Sharpening {
    let over = Some(review.words.saturating_sub(pitch::word_budget(target) as usize));
    match &review.spare {
        Some(spare) => Sharpening { key: "sharpen-too-long", quote: spare.clone(), instead: None, over },
        None => Sharpening { key: "sharpen-too-long-bare", quote: review.opening.clone(), instead: None, over },
    }
}

fn missing_part(review: &Review, part: Part) -> Sharpening {
    let (key, quote) = match part {
        Part::Who => ("sharpen-missing-who", review.opening.clone()),
        Part::Bring => ("sharpen-missing-bring", review.parts.get(&Part::Who).unwrap_or(&review.opening).clone()),
        Part::Learn => ("sharpen-missing-learn", review.parts.get(&Part::Bring).unwrap_or(&review.ending).clone()),
        Part::WhyYou => ("sharpen-missing-why-you", review.parts.get(&Part::Learn).unwrap_or(&review.ending).clone()),
        Part::Ask => ("sharpen-missing-ask", review.ending.clone()),
    };
    Sharpening { key, quote, instead: None, over: None }
}

fn sharpen_wording(finding: &Finding) -> Sharpening {
    let key = match (finding.kind, finding.instead.is_some()) {
        (Kind::JobAsk, _) => "sharpen-job-ask",
        (Kind::Apology, _) => "sharpen-apology",
        (Kind::LongSentence, true) => "sharpen-long-sentence",
        (Kind::LongSentence, false) => "sharpen-long-sentence-bare",
        (Kind::Acronym, true) => "sharpen-acronym",
        (Kind::Acronym, false) => "sharpen-acronym-bare",
        (Kind::Filler, true) => "sharpen-filler",
        (Kind::Filler, false) => "sharpen-filler-bare",
    };
    Sharpening { key, quote: finding.quote.clone(), instead: finding.instead.clone(), over: None }
}

impl Sharpening {
    fn line(&self, letter: &Letter) -> Line {
        let mut line = Line::with(
            self.key,
            [("letter", Arg::Name(letter.letter.to_owned())), ("quote", Arg::Words(self.quote.clone()))],
        );
        if let Line::Speech(_, args) = &mut line {
            if let Some(instead) = &self.instead {
                args.insert("instead".to_owned(), Arg::Words(instead.clone()));
            }
            if let Some(over) = self.over {
                args.insert("over".to_owned(), over.into());
            }
        }
        line
    }
}

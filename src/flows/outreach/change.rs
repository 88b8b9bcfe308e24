//! A message is changed: a part of it, all of it, its language; or an earlier version is taken up again.

use super::fill::{assembled, other};
use super::{State, contact_of, gone, numbered, sent, show, stay};
use crate::chat::{Arg, Choice, ChoiceId, Field, Line, Message};
use crate::coach::draft::{Draft, Kind, Part, Version};
use crate::commands::{CommandName, Invocation, Value};
use crate::flows::sharpen::{self, who_says_so};
use crate::flows::{Cx, Effect, Record, Turn};
use crate::ids::Locale;
use crate::words::{clean, shorten};

/// The most characters of a part.
const LONGEST_PART: usize = 1_000;
/// The most characters of a whole message.
const LONGEST: usize = 4_000;
/// The most characters of a subject.
const LONGEST_SUBJECT: usize = 120;

/// A choice under a message.
pub(super) fn chosen(cx: &Cx<'_>, number: u32, sharpened: Vec<String>, choice: &str) -> Turn<State> {
    let Some(draft) = numbered(cx, number) else { return gone() };
    match choice {
        "sent" => sent::record(cx, number),
        "part" => which(draft),
        "whole" => ask(number, "whole", Line::say("outreach-write-whole"), LONGEST),
        "language" => other_language(cx, draft.clone()),
        "earlier" => earlier(cx, draft.clone()),
        "may-i-name" => other(cx, number, Kind::MayIName),
        "pre-warm" => other(cx, number, Kind::PreWarm),
        "drill" => {
            let now = [("drill".to_owned(), Value::Text("now".to_owned()))];
            Turn::done([Effect::Begin(Invocation { command: CommandName::MockAsk, args: now.into() })])
        }
        "file" => {
            let file = show::file(draft);
            Turn::linger(State::Shown { number, sharpened }, [Effect::Say(file)])
        }
        "by-hand" => {
            let said = who_says_so(cx, "outreach-by-hand").after([Line::say("outreach-by-hand")]);
            Turn::linger(State::Shown { number, sharpened }, [Effect::Say(said)])
        }
        source => match sharpen::chosen(&sharpened, source).cloned() {
            Some(key) => {
                let said = [Effect::Say(who_says_so(cx, &key))];
                Turn::linger(State::Shown { number, sharpened }, said)
            }
            None => stay(State::Shown { number, sharpened }, "choose-one"),
        },
    }
}

/// The key of a part's name. A community's own part bears none: its first words tell.
fn part_key(id: &str) -> Option<&'static str> {
    Some(match id {
        "greeting" | "opening" => "outreach-part-greeting",
        "who" => "outreach-part-who",
        "found" => "outreach-part-found",
        "purpose" | "reason" => "outreach-part-purpose",
        "learn" => "outreach-part-learn",
        "purpose_kind" => "outreach-part-purpose-kind",
        "ask" | "ask_first" => "outreach-part-ask",
        "times" => "outreach-part-times",
        "way_out" | "nothing_asked" => "outreach-part-way-out",
        "signature" => "outreach-part-signature",
        "now" => "outreach-part-now",
        "busy" => "outreach-part-busy",
        "voicemail" => "outreach-part-voicemail",
        "thanks" => "outreach-part-thanks",
        "learned" => "outreach-part-learned",
        _ => return None,
    })
}

fn which(draft: &Draft) -> Turn<State> {
    let Some(version) = draft.latest() else { return gone() };
    let subject = version.subject.as_ref().map(|_| Choice::new("subject", "outreach-part-subject"));
    let choice = |part: &Part| Choice {
        id: ChoiceId::new(format!("part-{}", part.id)),
        label: part_key(&part.id).unwrap_or("choice-outreach-words").into(),
        args: match part_key(&part.id) {
            Some(_) => crate::chat::Args::new(),
            None => [(
                "words".to_owned(),
                Arg::Words(shorten(&part.text.split_whitespace().collect::<Vec<_>>().join(" "), 60)),
            )]
            .into(),
        },
        value: None,
    };
    let choices = subject.into_iter().chain(version.parts.iter().map(choice));
    let choices = choices.chain([Choice::new("leave", "choice-contact-leave")]);
    let question = Message::say("outreach-which-part").choices(choices);
    Turn::wait(State::Which { number: draft.number }, [Effect::Say(question)])
}

pub(super) fn part_chosen(cx: &Cx<'_>, number: u32, choice: &str) -> Turn<State> {
    let Some(version) = numbered(cx, number).and_then(Draft::latest) else { return gone() };
    let (part, words) = match choice.strip_prefix("part-") {
        Some(id) => match version.parts.iter().find(|part| part.id == id) {
            Some(part) => (id, part.text.clone()),
            None => return show::draft(cx, number, None),
        },
        None if choice == "subject" => ("subject", version.subject.clone().unwrap_or_default()),
        None => return show::draft(cx, number, None),
    };
    let most = if part == "subject" { LONGEST_SUBJECT } else { LONGEST_PART };
    ask(number, part, Line::with("outreach-write-part", [("words", Arg::Words(shorten(&words, 300)))]), most)
}

fn ask(number: u32, part: &str, line: Line, most: usize) -> Turn<State> {
    let question = Message::of([line]).awaiting_words().form([Field::new("form-outreach-text", most)]);
    let can_go = !matches!(part, "whole" | "subject");
    let question = question.choices(can_go.then(|| Choice::new("leave-out", "choice-outreach-leave-out")));
    Turn::wait(State::Writing { number, part: part.to_owned() }, [Effect::Say(question)])
}

/// A part, or the whole, in the learner's own words.
pub(super) fn written(cx: &Cx<'_>, number: u32, part: &str, typed: &str) -> Turn<State> {
    let Some(draft) = numbered(cx, number).cloned() else { return gone() };
    let typed = clean(typed).trim().to_owned();
    let state = || State::Writing { number, part: part.to_owned() };
    let most = match part {
        "subject" => LONGEST_SUBJECT,
        "whole" => LONGEST,
        _ => LONGEST_PART,
    };
    let length = typed.chars().count();
    if length > most {
        let said = Line::with("outreach-text-long", [("length", length.into()), ("most", most.into())]);
        return Turn::wait(state(), [Effect::Say(Message::of([said]).awaiting_words())]);
    }
    if !typed.chars().any(char::is_alphanumeric) {
        return stay(state(), "outreach-no-words");
    }
    let Some(mut version) = draft.latest().cloned() else { return gone() };
    match part {
        "whole" => {
            let (subject, text) = with_subject(&typed);
            version.subject = subject.or(version.subject);
            version.parts = vec![Part { id: "whole".to_owned(), text, joins: false }];
        }
        "subject" => version.subject = Some(typed.split_whitespace().collect::<Vec<_>>().join(" ")),
        id => match version.parts.iter_mut().find(|part| part.id == id) {
            Some(part) => part.text = typed,
            None => return show::draft(cx, number, None),
        },
    }
    changed(cx, draft, version)
}

/// A text without the line of its subject, and that.
pub(super) fn with_subject(text: &str) -> (Option<String>, String) {
    let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
    let plain = first.to_lowercase();
    let begins = ["subject:", "objet:", "objet :", "objet\u{a0}:", "sujet:", "sujet :", "sujet\u{a0}:"];
    match begins.iter().find(|begin| plain.starts_with(**begin)) {
        Some(_) if !rest.trim().is_empty() => {
            let subject = first.split_once(':').map_or("", |(_, subject)| subject).trim();
            (Some(shorten(subject, LONGEST_SUBJECT)).filter(|subject| !subject.is_empty()), rest.trim().to_owned())
        }
        _ => (None, text.to_owned()),
    }
}

pub(super) fn left_out(cx: &Cx<'_>, number: u32, part: &str) -> Turn<State> {
    let Some(draft) = numbered(cx, number).cloned() else { return gone() };
    let Some(mut version) = draft.latest().cloned() else { return gone() };
    if version.parts.len() < 2 {
        return show::draft(cx, number, None);
    }
    version.parts.retain(|other| other.id != part);
    changed(cx, draft, version)
}

fn changed(cx: &Cx<'_>, mut draft: Draft, version: Version) -> Turn<State> {
    if draft.latest() != Some(&version) {
        draft.versions.push(version);
    }
    let mut turn = show::message(cx, &draft, None);
    turn.effects.insert(0, Effect::Record(Record::Draft(draft)));
    turn
}

/// The same in the other language. What was changed or left out stays so; the learner's own words stay as they typed them.
fn other_language(cx: &Cx<'_>, mut draft: Draft) -> Turn<State> {
    let before = draft.locale();
    let locale = before.pick(Locale::Fr, Locale::En);
    let contact = contact_of(cx, draft.contact);
    let Some(latest) = draft.latest().cloned() else { return gone() };
    let (was, mut version) = (assembled(cx, &draft, contact, before), assembled(cx, &draft, contact, locale));
    let of = |version: &Version, id: &str| version.parts.iter().find(|part| part.id == id).cloned();
    version.parts.retain(|part| of(&latest, &part.id).is_some() || of(&was, &part.id).is_none());
    for part in &mut version.parts {
        if let Some(own) = of(&latest, &part.id).filter(|own| of(&was, &part.id).is_none_or(|was| was.text != own.text))
        {
            part.text = own.text;
        }
    }
    if latest.subject != was.subject {
        version.subject = latest.subject;
    }
    draft.versions.push(version);
    let said = Line::say(locale.pick("outreach-other-language", "outreach-other-language-french"));
    let mut turn = show::message(cx, &draft, Some(said));
    turn.effects.insert(0, Effect::Record(Record::Draft(draft)));
    turn
}

/// The version before this one. It becomes the newest, so that nothing is lost.
fn earlier(cx: &Cx<'_>, mut draft: Draft) -> Turn<State> {
    let count = draft.versions.len();
    let Some(before) = count.checked_sub(2).and_then(|at| draft.versions.get(at)).cloned() else {
        return show::message(cx, &draft, None);
    };
    let said = Line::with("outreach-earlier", [("words", Arg::Words(show::first_words(&before)))]);
    // The two change places: once more brings the other back.
    draft.versions.swap(count - 2, count - 1);
    let mut turn = show::message(cx, &draft, Some(said));
    turn.effects.insert(0, Effect::Record(Record::Draft(draft)));
    turn
}

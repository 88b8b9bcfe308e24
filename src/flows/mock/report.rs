//! What is said afterwards: what worked, what to sharpen, and the facts of the conversation.

use super::{State, Talk};
use crate::chat::{Arg, Choice, Key, Line, Message};
use crate::coach::guest::{Mark, Slip};
use crate::coach::interview::{self, Closing, Quoted, Report, Sharpen, Worked};
use crate::coach::weak::{Drill, Went};
use crate::commands::{CommandName, Invocation, UserError};
use crate::flows::sharpen::{self, LETTERS, who_says_so};
use crate::flows::{Cx, Effect, Record, Retake, Turn, weak};
use crate::ids::Locale;
use crate::prompts::guests::Guest;
use crate::prompts::question_rules::Kind;
use crate::store::interviews::{Exchange, Interview};
use crate::zones;
use std::collections::BTreeSet;

/// The report at the end of a conversation, with its last exchange, which is not stored yet.
pub(super) fn at_the_end(
    cx: &Cx<'_>,
    guest: &Guest,
    talk: &Talk,
    last: Exchange,
    mut effects: Vec<Effect>,
) -> Turn<State> {
    // One that was taken back, or is said anew, is still in its place.
    let mut exchanges = up_to(cx, last.number.saturating_sub(1));
    exchanges.push(last);
    let (message, sharpened) = told(cx, guest, &talk.interview(), &exchanges);
    let (noted, comes_back) = note(cx, guest, talk, &exchanges, &sharpened);
    effects.extend(noted);
    effects.extend([Effect::Say(message), Effect::Say(next(sharpened.len()).after(comes_back))]);
    Turn::linger(State::Told { sharpened }, effects)
}

/// The report so far, when the person stops.
pub(super) fn on_stop(cx: &Cx<'_>, talk: &Talk) -> Vec<Effect> {
    let Some(guest) = cx.prompts.guest(&talk.plan.guest) else { return vec![Effect::Say(Message::say("stopped"))] };
    let exchanges = up_to(cx, talk.number);
    let (message, sharpened) = told(cx, guest, &talk.interview(), &exchanges);
    let (noted, comes_back) = note(cx, guest, talk, &exchanges, &sharpened);
    let last = Message::say("mock-report-again").after(comes_back);
    [Effect::Record(Record::Interview(talk.interview())), Effect::Say(message), Effect::Say(last)]
        .into_iter()
        .chain(noted)
        .collect()
}

/// Notes what went badly, and what of it went well this time; the line says when it comes back.
fn note(
    cx: &Cx<'_>,
    guest: &Guest,
    talk: &Talk,
    exchanges: &[Exchange],
    sharpened: &[String],
) -> (Vec<Effect>, Option<Line>) {
    // A few words are no practice, and what is said anew was noted before.
    if exchanges.len() < FEWEST_TO_NOTE || cx.retake == Retake::Yes {
        return (Vec::new(), None);
    }
    let report = interview::report(guest, &talk.interview(), exchanges);
    let again: BTreeSet<String> = report.all.iter().map(|what| weak::point_of(sharpen_key(*what))).collect();
    let badly: BTreeSet<String> = sharpened.iter().map(|key| weak::point_of(key)).collect();
    let ends = [Sharpen::NoThanks, Sharpen::NoReferral, Sharpen::NoTouch, Sharpen::Goal, Sharpen::Overrun]
        .map(|what| weak::point_of(sharpen_key(what)));
    let known = weak::of(&cx.library.weak_points, Drill::Ask).into_iter().map(|point| point.point.clone());
    // Whoever stopped early had no end in which to do better.
    let known = known.filter(|point| report.was_long || !ends.contains(point)).filter(|point| !badly.contains(point));
    let known = known.map(|point| if again.contains(&point) { (point, Went::Badly) } else { (point, Went::Well) });
    let went: Vec<(String, Went)> = known.chain(badly.iter().map(|point| (point.clone(), Went::Badly))).collect();
    weak::note(cx, &cx.library.weak_points, Drill::Ask, &went)
}

/// With fewer exchanges nothing was practised.
const FEWEST_TO_NOTE: usize = 4;

/// The report on the last conversation.
pub(super) fn again(cx: &Cx<'_>) -> Result<Turn<State>, UserError> {
    let none = || UserError::new("mock-no-interview", []);
    let (interview, exchanges) = cx.library.interview.as_ref().ok_or_else(none)?;
    let guest = cx.prompts.guest(&interview.plan.guest).ok_or_else(none)?;
    let (message, sharpened) = told(cx, guest, interview, exchanges);
    let next = next(sharpened.len());
    Ok(Turn::linger(State::Told { sharpened }, [Effect::Say(message), Effect::Say(next)]))
}

/// A choice under the report.
pub(super) fn chosen(cx: &Cx<'_>, sharpened: Vec<String>, choice: &str) -> Turn<State> {
    if choice == "again" {
        return Turn::done([Effect::Begin(Invocation::of(CommandName::MockAsk))]);
    }
    if choice == "transcript" {
        let message = transcript(cx).unwrap_or_else(|| Message::say("mock-no-interview"));
        return Turn::linger(State::Told { sharpened }, [Effect::Say(message)]);
    }
    let message = match sharpen::chosen(&sharpened, choice) {
        Some(key) => who_says_so(cx, key),
        None => Message::say("choose-one"),
    };
    Turn::linger(State::Told { sharpened }, [Effect::Say(message)])
}

/// The last conversation as a file.
fn transcript(cx: &Cx<'_>) -> Option<Message> {
    let (interview, exchanges) = cx.library.interview.as_ref()?;
    let guest = cx.prompts.guest(&interview.plan.guest)?;
    let day = zones::on_clocks(interview.began_at, cx.zone()).date();
    let head = [
        ("name", Arg::Name(guest.name().to_owned())),
        ("title", Arg::Name(guest.voice(cx.locale).title.clone())),
        ("day", Arg::Date(day)),
    ];
    let mut lines = vec![Line::with("mock-transcript-head", head), Line::Gap];
    for exchange in exchanges {
        if let Some(said) = &exchange.said {
            lines.push(Line::with("mock-transcript-you", [("said", Arg::Words(said.clone()))]));
        }
        if !exchange.reply.is_empty() {
            lines.push(Line::Said(guest.first_name().to_owned(), exchange.reply.clone()));
        }
        lines.push(Line::Gap);
    }
    let name = format!("{}-{day}.txt", guest.id.replace('_', "-"));
    Some(Message::of([Line::say("mock-transcript"), Line::File(name, lines)]))
}

/// The stored exchanges up to a number: those after it were taken back.
fn up_to(cx: &Cx<'_>, number: u32) -> Vec<Exchange> {
    let all = cx.library.interview.as_ref().map(|(_, exchanges)| exchanges.as_slice()).unwrap_or_default();
    all.iter().filter(|exchange| exchange.number <= number).cloned().collect()
}

/// The report, and the keys of what there is to sharpen.
fn told(cx: &Cx<'_>, guest: &Guest, interview: &Interview, exchanges: &[Exchange]) -> (Message, Vec<String>) {
    let report = interview::report(guest, interview, exchanges);
    let mut lines = vec![
        Line::with(
            "mock-report",
            [
                ("name", Arg::Name(guest.first_name().to_owned())),
                ("used", interview.used.div_ceil(60).into()),
                ("minutes", interview.plan.minutes.into()),
                ("exchanges", exchanges.len().into()),
            ],
        ),
        Line::Gap,
    ];
    if !report.worked.is_empty() {
        lines.push(Line::say("mock-worked"));
        lines.extend(
            report
                .worked
                .iter()
                .map(|worked| Line::with(worked_key(worked.what), [("quote", Arg::Words(worked.quote.clone()))])),
        );
        lines.push(Line::Gap);
    }
    let sharpened: Vec<String> = report.sharpen.iter().map(|found| sharpen_key(found.what).to_owned()).collect();
    if sharpened.is_empty() {
        lines.push(Line::say("mock-nothing-to-sharpen"));
    } else {
        lines.push(Line::with("mock-sharpen", [("count", sharpened.len().into())]));
    }
    for (found, letter) in report.sharpen.iter().zip(&LETTERS) {
        let args = [
            ("letter", Arg::Name(letter.letter.to_owned())),
            ("quote", Arg::Words(found.quote.clone())),
            ("instead", Arg::Name(instead(cx, interview.plan.locale, found))),
        ];
        lines.push(Line::with(sharpen_key(found.what), args));
    }
    lines.push(Line::Gap);
    lines.extend(facts(cx, &report, exchanges));
    (Message::of(lines), sharpened)
}

/// What can be done with a report.
fn next(sharpened: usize) -> Message {
    let first = [Choice::new("again", "choice-mock-again"), Choice::new("transcript", "choice-mock-transcript")];
    let choices = first.into_iter().chain(sharpen::sources(sharpened));
    Message::say("mock-next").choices(choices).to_keep()
}

/// What was counted: questions, goals, topics, closing asks.
fn facts(cx: &Cx<'_>, report: &Report, exchanges: &[Exchange]) -> Vec<Line> {
    let mut lines = Vec::new();
    if report.open + report.closed > 0 {
        lines.push(Line::with(
            "mock-fact-open",
            [("open", report.open.into()), ("all", (report.open + report.closed).into())],
        ));
    }
    for (goal, is_covered) in &report.goals {
        let key = match is_covered {
            Some(true) => "mock-fact-goal-covered",
            Some(false) => "mock-fact-goal-open",
            None => "mock-fact-goal-unclear",
        };
        lines.push(Line::with(key, [("goal", Arg::Words(goal.clone()))]));
    }
    let has_called = exchanges.first().is_some_and(|first| {
        first.notes.marks.iter().any(|mark| matches!(mark, Mark::CalledWho | Mark::CalledWhy | Mark::CalledMinutes))
    });
    if let Some(first) = exchanges.first().filter(|_| has_called) {
        let said = |mark: Mark| Arg::Name(if first.notes.marks.contains(&mark) { "yes" } else { "no" }.to_owned());
        lines.push(Line::with(
            "mock-fact-call",
            [("who", said(Mark::CalledWho)), ("why", said(Mark::CalledWhy)), ("long", said(Mark::CalledMinutes))],
        ));
    }
    let topics: Vec<String> = report.topics.iter().map(|topic| super::talk::name_of(cx, topic, cx.locale)).collect();
    if !topics.is_empty() {
        lines.push(Line::with("mock-fact-topics", [("topics", Arg::Name(topics.join(", ")))]));
    }
    let asked = |wanted: bool| -> Vec<Key> {
        let fitting = Closing::ALL.into_iter().filter(|closing| report.closing.contains(closing) == wanted);
        fitting.map(|closing| closing_key(closing).into()).collect()
    };
    let (made, missing) = (asked(true), asked(false));
    let count = made.len();
    if !made.is_empty() {
        lines.push(Line::with("mock-fact-closing", [("count", count.into()), ("made", Arg::List(made))]));
    }
    if !missing.is_empty() {
        lines.push(Line::with("mock-fact-closing-missing", [("missing", Arg::List(missing))]));
    }
    lines
}

/// What could be asked instead, in the language of the conversation.
fn instead(cx: &Cx<'_>, locale: Locale, found: &Quoted<Sharpen>) -> String {
    let rules = cx.prompts.question_rules(locale);
    let of_kind = |kind: Kind| rules.instead.get(&kind).cloned().unwrap_or_default();
    let on_topic = || found.topic.as_ref().and_then(|topic| rules.open_on.get(topic)).cloned();
    match found.what {
        Sharpen::Slip(Slip::JobAsk) | Sharpen::TemptedToAsk => of_kind(Kind::JobAsk),
        Sharpen::Slip(Slip::Age | Slip::Family | Slip::Address | Slip::Personal) => of_kind(Kind::Personal),
        Sharpen::Slip(Slip::Pay) => of_kind(Kind::Pay),
        Sharpen::Slip(Slip::OffTopic | Slip::Insult | Slip::NotAgreed) => of_kind(Kind::OffTopic),
        Sharpen::Slip(Slip::Searchable) => of_kind(Kind::Searchable),
        Sharpen::Slip(Slip::Leading) => on_topic().unwrap_or_else(|| of_kind(Kind::Leading)),
        _ => on_topic().unwrap_or_else(|| rules.open_on.values().next().cloned().unwrap_or_default()),
    }
}

const fn closing_key(closing: Closing) -> &'static str {
    match closing {
        Closing::Thanks => "closing-thanks",
        Closing::Referral => "closing-referral",
        Closing::UseName => "closing-use-name",
        Closing::KeepInTouch => "closing-keep-in-touch",
        Closing::ContactDetails => "closing-contact-details",
    }
}

const fn worked_key(worked: Worked) -> &'static str {
    match worked {
        Worked::FollowedUpVague => "mock-worked-followed-up-vague",
        Worked::FollowedUp => "mock-worked-followed-up",
        Worked::Open => "mock-worked-open",
        Worked::NotTempted => "mock-worked-not-tempted",
        Worked::Introduced => "mock-worked-introduced",
        Worked::NotedTime => "mock-worked-noted-time",
        Worked::AskedForNotes => "mock-worked-asked-for-notes",
        Worked::OfferedHelp => "mock-worked-offered-help",
        Worked::Began => "mock-worked-began",
    }
}

const fn sharpen_key(what: Sharpen) -> &'static str {
    match what {
        Sharpen::Slip(Slip::JobAsk) => "mock-sharpen-job-ask",
        Sharpen::Slip(Slip::Age) => "mock-sharpen-age",
        Sharpen::Slip(Slip::Family) => "mock-sharpen-family",
        Sharpen::Slip(Slip::Address) => "mock-sharpen-address",
        Sharpen::Slip(Slip::Personal) => "mock-sharpen-personal",
        Sharpen::Slip(Slip::Pay) => "mock-sharpen-pay",
        Sharpen::Slip(Slip::Insult) => "mock-sharpen-insult",
        Sharpen::Slip(Slip::OffTopic) => "mock-sharpen-off-topic",
        Sharpen::Slip(Slip::NotAgreed) => "mock-sharpen-not-agreed",
        Sharpen::Slip(Slip::Leading) => "mock-sharpen-leading",
        Sharpen::Slip(Slip::Double) => "mock-sharpen-double",
        Sharpen::Slip(Slip::Searchable) => "mock-sharpen-searchable",
        Sharpen::Slip(Slip::ClosedRun) => "mock-sharpen-closed",
        Sharpen::Slip(Slip::TooLong) => "mock-sharpen-too-long",
        Sharpen::TemptedToAsk => "mock-sharpen-tempted",
        Sharpen::Overrun => "mock-sharpen-overrun",
        Sharpen::StayedVague => "mock-sharpen-vague",
        Sharpen::LongIntroduction => "mock-sharpen-long-introduction",
        Sharpen::NoThanks => "mock-sharpen-no-thanks",
        Sharpen::NoReferral => "mock-sharpen-no-referral",
        Sharpen::NoTouch => "mock-sharpen-no-touch",
        Sharpen::Goal => "mock-sharpen-goal",
    }
}

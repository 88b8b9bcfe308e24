//! A message was sent: it counts, it is followed up once, and what was answered is noted. A "no" counts as well.
//!
//! Sources: ask more to get more (S1); whoever says no may know somebody else (S0, S2, S4).

use super::fill::other;
use super::{State, contact_of, gone, list, numbered, show, stay};
use crate::chat::{Arg, Choice, Line, Message};
use crate::coach::draft::{Answer, Draft, Kind};
use crate::commands::{CommandName, Invocation, UserError, Value};
use crate::contact::{Contact, LONGEST_NOTE, MayName, Note, Referral, line};
use crate::flows::contacts::{edge, may_name_question, permission};
use crate::flows::nudges::{in_days, too_many};
use crate::flows::{Cx, Effect, Record, Turn};
use crate::nudge::{Kind as NudgeKind, MOST_PLANNED, Nudge, Rules, Status, Wish};
use crate::words::{fold, shorten};
use chrono::{Datelike as _, Days, NaiveDate, Weekday};

/// After how many working days a request is followed up (SPEC 8).
const FOLLOW_UP_AFTER: u32 = 5;

/// A draft was sent, by its number.
pub(super) fn begin(cx: &Cx<'_>, number: Option<u32>) -> Result<Turn<State>, UserError> {
    match number {
        Some(number) if numbered(cx, number).is_none() => {
            Err(UserError::new("outreach-no-such-draft", [("number", number.into())]))
        }
        Some(number) => Ok(record(cx, number)),
        None => Ok(list::ask_sent(cx)),
    }
}

/// Notes that a draft was sent, and plans to follow it up.
pub(super) fn record(cx: &Cx<'_>, number: u32) -> Turn<State> {
    let Some(draft) = numbered(cx, number) else { return gone() };
    if draft.sent_on.is_some() {
        // Whoever comes back to it has heard something.
        let asked = if draft.kind.is_request() && draft.answer.is_none() {
            "outreach-what-answer"
        } else {
            "outreach-sent-already"
        };
        return answers(cx, draft, vec![show::head(cx, draft), Line::say(asked)]);
    }
    let today = cx.clocks().date();
    let mut sent = Draft { sent_on: Some(today), ..draft.clone() };
    // What was sent is what it says now.
    sent.versions = draft.latest().cloned().into_iter().collect();
    let mut effects = vec![Effect::Record(Record::Draft(sent.clone()))];
    let mut lines = Vec::new();
    if sent.kind.is_request() {
        lines.push(Line::with("outreach-sent-request", [("count", (cx.library.asks.0 + 1).into())]));
        lines.push(follow_up(cx, &sent, today, &mut effects));
    } else {
        lines.push(Line::say("outreach-sent-noted"));
    }
    let mut turn = answers(cx, &sent, lines);
    turn.effects.splice(0..0, effects);
    turn
}

/// Plans the reminder to follow up once.
fn follow_up(cx: &Cx<'_>, sent: &Draft, today: NaiveDate, effects: &mut Vec<Effect>) -> Line {
    let Some(zone) = cx.known_zone() else { return Line::say("outreach-follow-up-no-zone") };
    if cx.person.nudge_stops.contains(&NudgeKind::FollowUp) {
        return Line::say("outreach-follow-up-stopped");
    }
    let planned = cx.library.nudges.iter().filter(|nudge| nudge.status == Status::Planned);
    if planned.count() >= MOST_PLANNED {
        return too_many();
    }
    let day = working_days_later(today, FOLLOW_UP_AFTER);
    let wish = Wish {
        number: cx.library.next_nudge,
        kind: NudgeKind::FollowUp,
        words: contact_of(cx, sent.contact).map(|contact| contact.name.clone()),
        platform: cx.platform,
        zone,
        every: None,
    };
    let timed = in_days(cx, u64::try_from((day - today).num_days()).unwrap_or(7));
    let nudge = Nudge::planned(wish, &timed, cx.now).under(&Rules::of(cx.person));
    effects.push(Effect::Record(Record::Nudge(Nudge { draft: Some(sent.number), ..nudge })));
    Line::with("outreach-follow-up", [("day", cx.day(day))])
}

/// The day so many working days later: Monday to Friday.
fn working_days_later(from: NaiveDate, days: u32) -> NaiveDate {
    let mut day = from;
    let mut left = days;
    while left > 0 {
        let Some(next) = day.checked_add_days(Days::new(1)) else { return day };
        day = next;
        left -= u32::from(!matches!(day.weekday(), Weekday::Sat | Weekday::Sun));
    }
    day
}

/// Shows a message that was sent.
pub(super) fn show(cx: &Cx<'_>, draft: &Draft, said: Option<Line>) -> Turn<State> {
    let mut lines: Vec<Line> = said.into_iter().collect();
    lines.push(show::head(cx, draft));
    lines.extend(draft.sent_on.map(|day| Line::with("outreach-sent-on", [("day", cx.day(day))])));
    match draft.latest() {
        Some(version) => lines.extend(show::text(draft.kind, version)),
        None => lines.push(Line::say("outreach-text-gone")),
    }
    lines.extend(draft.answer.map(|answer| Line::say(answer_key(answer))));
    answers(cx, draft, lines)
}

const fn answer_key(answer: Answer) -> &'static str {
    match answer {
        Answer::Yes => "outreach-answered-yes",
        Answer::No => "outreach-answered-no",
    }
}

/// Offers to note what was answered.
fn answers(cx: &Cx<'_>, draft: &Draft, lines: Vec<Line>) -> Turn<State> {
    let is_open = draft.kind.is_request() && draft.answer.is_none();
    let has_followed = cx
        .library
        .drafts
        .iter()
        .any(|other| other.kind == Kind::FollowUp && other.contact == draft.contact && draft.contact.is_some());
    let mut choices = Vec::new();
    if is_open {
        choices.push(Choice::new("yes", "choice-outreach-yes"));
        choices.push(Choice::new("no", "choice-outreach-no"));
        let waited = draft.sent_on.is_some_and(|day| cx.clocks().date() >= working_days_later(day, FOLLOW_UP_AFTER));
        choices.extend((waited && !has_followed).then(|| Choice::new("follow-up", "choice-outreach-follow-up")));
    }
    if draft.kind.is_request() && draft.answer == Some(Answer::Yes) && draft.contact.is_some() {
        choices.push(Choice::new("thank-you", "choice-outreach-thank-you"));
    }
    let edge = contact_of(cx, draft.contact).and_then(|contact| contact.referral);
    if draft.kind.goes_to_referrer() && edge.is_some_and(|edge| edge.may_name == MayName::NotAsked) {
        choices.push(Choice::new("may-yes", "choice-outreach-may-yes"));
        choices.push(Choice::new("may-no", "choice-outreach-may-no"));
    }
    choices.push(Choice::new("list", "choice-outreach-list"));
    let message = Message::of(lines).choices(choices).to_keep();
    Turn::linger(State::Sent { number: draft.number }, [Effect::Say(message)])
}

pub(super) fn chosen(cx: &Cx<'_>, number: u32, choice: &str) -> Turn<State> {
    let Some(draft) = numbered(cx, number) else { return gone() };
    match choice {
        "yes" => answered(cx, draft, Answer::Yes),
        "no" => answered(cx, draft, Answer::No),
        "follow-up" => other(cx, number, Kind::FollowUp),
        "thank-you" => other(cx, number, Kind::ThankYou),
        "may-yes" | "may-no" => {
            let contact = contact_of(cx, draft.contact).and_then(|contact| Some((contact, contact.referral?)));
            let Some((contact, edge)) = contact else { return gone() };
            let may_name = if choice == "may-yes" { MayName::Yes } else { MayName::No };
            let changed = Contact { referral: Some(Referral { may_name, ..edge }), ..contact.clone() };
            let key = if choice == "may-yes" { "outreach-may-yes" } else { "outreach-may-no" };
            let said = Line::with(key, [("name", Arg::Words(contact.name.clone()))]);
            let choices =
                [Choice::new("write", "choice-outreach-write"), Choice::new("later", "choice-outreach-later")];
            let said = Effect::Say(Message::of([said]).choices(choices));
            Turn::linger(
                State::Write { contact: contact.number },
                [Effect::Record(Record::Contacts(vec![changed])), said],
            )
        }
        "list" => list::show(cx),
        "plan" => {
            let whom = contact_of(cx, draft.contact).map(|contact| contact.name.clone());
            let args = whom.map(|whom| ("contact".to_owned(), Value::Text(whom))).into_iter().collect();
            Turn::done([Effect::Begin(Invocation { command: CommandName::QuestionsPlan, args })])
        }
        "named" => {
            let question = Message::say("outreach-named").awaiting_words();
            Turn::wait(State::Named { number }, [Effect::Say(question)])
        }
        "draft" => Turn::done([Effect::Begin(Invocation::of(CommandName::TargetList))]),
        _ => stay(State::Sent { number }, "choose-one"),
    }
}

/// Notes what was answered. Nothing is followed up any more.
fn answered(cx: &Cx<'_>, draft: &Draft, answer: Answer) -> Turn<State> {
    let noted = Draft { answer: Some(answer), ..draft.clone() };
    let waits = |nudge: &&Nudge| nudge.draft == Some(draft.number) && nudge.kind == NudgeKind::FollowUp;
    let over = cx
        .library
        .nudges
        .iter()
        .filter(waits)
        .map(|nudge| Effect::Record(Record::Nudge(Nudge { status: Status::Done, ..nudge.clone() })));
    let mut effects: Vec<Effect> = [Effect::Record(Record::Draft(noted))].into_iter().chain(over).collect();
    let name = contact_of(cx, draft.contact).map(|contact| contact.name.clone());
    let (line, choices) = match answer {
        Answer::Yes => (
            Line::say("outreach-yes"),
            vec![
                Choice::new("plan", "choice-outreach-plan"),
                Choice::new("thank-you", "choice-outreach-thank-you"),
                Choice::new("list", "choice-outreach-list"),
            ],
        ),
        Answer::No => {
            let first = cx.library.asks.1 == 0;
            let key = if first { "outreach-no-first" } else { "outreach-no" };
            let named = name.is_some().then(|| Choice::new("named", "choice-outreach-named"));
            let next = [Choice::new("draft", "choice-outreach-next"), Choice::new("list", "choice-outreach-list")];
            (Line::say(key), named.into_iter().chain(next).collect())
        }
    };
    effects.push(Effect::Say(Message::of([line]).choices(choices)));
    Turn::linger(State::Sent { number: draft.number }, effects)
}

/// Whoever said no named somebody else.
pub(super) fn named(cx: &Cx<'_>, number: u32, typed: &str) -> Turn<State> {
    let Some(by) = numbered(cx, number).and_then(|draft| contact_of(cx, draft.contact)) else { return gone() };
    let Ok(read) = line::read(typed) else { return stay(State::Named { number }, "contact-no-name") };
    let known = cx.library.contacts.iter().find(|contact| fold(&contact.name) == fold(&read.contact.name));
    let contact = match known {
        Some(known) if known.number == by.number => return stay(State::Named { number }, "contact-no-name"),
        Some(known) => {
            let mut together = known.clone();
            together.learn_from(read.contact);
            // Who is there keeps what is known of how they came there, and nobody's permission is another's.
            together.referral = known.referral.or_else(|| edge(&cx.library.contacts, known.number, by.number));
            together
        }
        None => {
            let referral = Some(Referral { by: by.number, may_name: MayName::NotAsked });
            Contact { number: cx.library.next_contact.max(1), referral, ..read.contact }
        }
    };
    let day = cx.clocks().date();
    let note = |words: String| Note { contact: contact.number, day, words: shorten(&words, LONGEST_NOTE) };
    let notes: Vec<Note> = read.rest.into_iter().map(note).collect();
    let mut effects = vec![Effect::Record(Record::Contacts(vec![contact.clone()]))];
    if !notes.is_empty() {
        effects.push(Effect::Record(Record::Notes(notes)));
    }
    let said = if known.is_some() { "contact-added-to" } else { "contact-added" };
    effects.push(Effect::Say(Message::of([Line::with(said, [("name", Arg::Words(contact.name.clone()))])])));
    let is_asked = contact.referral.is_some_and(|edge| edge.by == by.number && edge.may_name == MayName::NotAsked);
    let mut turn = if is_asked {
        let question = may_name_question(&contact, by);
        Turn::wait(State::MayName { contact: contact.number, by: by.number }, [Effect::Say(question)])
    } else {
        write_to(&contact)
    };
    turn.effects.splice(0..0, effects);
    turn
}

/// Asks whether to write to somebody now.
fn write_to(contact: &Contact) -> Turn<State> {
    let question = Line::with("outreach-write-to", [("name", Arg::Words(contact.name.clone()))]);
    let choices = [Choice::new("write", "choice-outreach-write"), Choice::new("later", "choice-outreach-later")];
    Turn::linger(State::Write { contact: contact.number }, [Effect::Say(Message::of([question]).choices(choices))])
}

/// Whether the name of whoever named them may be used.
///
/// The question was about `by`: where somebody else gave the name by now, nothing is noted. Zero: an older version did not keep it.
pub(super) fn may_name(cx: &Cx<'_>, number: u32, by: u32, choice: &str) -> Turn<State> {
    let contact = contact_of(cx, Some(number));
    let Some((contact, edge)) = contact.and_then(|contact| Some((contact, contact.referral?))) else { return gone() };
    let mut turn = write_to(contact);
    if by == 0 || edge.by == by {
        let referral = Some(Referral { may_name: permission(choice), ..edge });
        let changed = Contact { referral, ..contact.clone() };
        turn.effects.insert(0, Effect::Record(Record::Contacts(vec![changed])));
    }
    turn
}

/// Whether to write to them now.
pub(super) fn write(number: u32, choice: &str) -> Turn<State> {
    if choice != "write" {
        return Turn::done([Effect::Say(Message::say("outreach-write-later"))]);
    }
    let args = [("number".to_owned(), Value::Number(number))].into();
    Turn::done([Effect::Begin(Invocation { command: CommandName::OutreachDraft, args })])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn working_days_leave_weekends_out() {
        let day = |day| NaiveDate::from_ymd_opt(2026, 3, day).unwrap();
        assert_eq!(working_days_later(day(2), 5), day(9));
        assert_eq!(working_days_later(day(6), 5), day(13));
        assert_eq!(working_days_later(day(7), 5), day(13));
        assert_eq!(working_days_later(day(8), 1), day(9));
    }
}

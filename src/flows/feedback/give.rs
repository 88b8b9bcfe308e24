//! Giving: a point at a time, a line in one's own words, and then it goes to the asker.

use super::{Feedback, Of, State, gone, look};
use crate::chat::{Arg, Choice, Field, Line, Message, TextId};
use crate::coach::criteria::{Criterion, criteria};
use crate::commands::UserError;
use crate::flows::{Cx, Effect, Flow as _, Offered, Record, Told, Turn};
use crate::night::feedback::{Given, LONGEST_WORDS, MOST_NEXT, Mark, Noticed, Round, marked as with_mark};
use crate::words::clean;

/// Begins, where there is somebody to give it to, and it was not given yet.
pub(super) fn begin(cx: &Cx<'_>, round: &Round, said: Option<Line>) -> Result<Turn<State>, UserError> {
    let Some((_, asker)) = &round.asker else {
        return Err(UserError::new("feedback-nobody", [("round", round.number.into())]));
    };
    if round.given {
        let args = [("round", round.number.into()), ("asker", named(asker))];
        return Err(UserError::new("feedback-given", args));
    }
    let args = [("round", round.number.into()), ("asker", named(asker))];
    let first = Line::with("feedback-begin", args);
    Ok(ask(cx, round, Vec::new(), [first].into_iter().chain(said).chain([Line::Gap]).collect()))
}

/// The round, where the person is still one who gives feedback on it.
fn given_on<'a>(cx: &'a Cx<'_>, of: &Of) -> Option<&'a Round> {
    super::find(cx, of).filter(|round| round.sat_as.chair().is_some())
}

/// What there is to look for from where the person sat.
fn points(cx: &Cx<'_>, round: &Round) -> Vec<Criterion> {
    round.sat_as.chair().map(|chair| criteria(chair, cx.job_ask).collect()).unwrap_or_default()
}

/// Asks for the next point, or for a word of their own.
fn ask(cx: &Cx<'_>, round: &Round, marks: Vec<Noticed>, mut lines: Vec<Line>) -> Turn<State> {
    let of = Of { night: round.night.clone(), round: round.number };
    let points = points(cx, round);
    let Some(next) = points.get(marks.len()) else { return ask_words(round, of, marks, lines) };
    lines.push(Line::with(asks(*next), [("at", (marks.len() + 1).into()), ("of", points.len().into())]));
    let choices = [
        Choice::new(Mark::Worked.as_str(), "choice-feedback-worked"),
        Choice::new(Mark::Next.as_str(), "choice-feedback-next"),
        Choice::new(Mark::Unseen.as_str(), "choice-feedback-unseen"),
    ];
    Turn::wait(State::Mark { of, marks }, [Effect::Say(Message::of(lines).choices(choices))])
}

/// A point was marked.
pub(super) fn marked(cx: &Cx<'_>, of: Of, mut marks: Vec<Noticed>, choice: &str) -> Turn<State> {
    let Some(round) = given_on(cx, &of) else { return gone() };
    let at = points(cx, round).get(marks.len()).copied();
    if let (Some(criterion), Ok(mark)) = (at, choice.parse()) {
        marks.push(Noticed { criterion, mark });
    }
    ask(cx, round, marks, Vec::new())
}

fn ask_words(round: &Round, of: Of, marks: Vec<Noticed>, mut lines: Vec<Line>) -> Turn<State> {
    let asker = round.asker.as_ref().map(|(_, handle)| named(handle));
    let Some(asker) = asker else { return gone() };
    lines.push(Line::with("feedback-words", [("asker", asker)]));
    let question = Message::of(lines).awaiting_words().form([Field::new("form-feedback-words", LONGEST_WORDS)]);
    let question = question.choices([Choice::new("none", "choice-feedback-no-words")]);
    Turn::wait(State::Words { of, marks }, [Effect::Say(question)])
}

/// They wrote something.
pub(super) fn heard(cx: &Cx<'_>, of: Of, marks: Vec<Noticed>, typed: &str) -> Turn<State> {
    let Some(round) = given_on(cx, &of) else { return gone() };
    let words = clean(typed).trim().to_owned();
    let length = words.chars().count();
    if length > LONGEST_WORDS {
        let long = Line::with("feedback-long", [("length", length.into()), ("most", LONGEST_WORDS.into())]);
        return ask_words(round, of, marks, vec![long]);
    }
    ready(cx, of, marks, Some(words).filter(|words| !words.is_empty()))
}

/// Shows what would go to the asker.
pub(super) fn ready(cx: &Cx<'_>, of: Of, marks: Vec<Noticed>, words: Option<String>) -> Turn<State> {
    let Some((_, asker)) = given_on(cx, &of).and_then(|round| round.asker.as_ref()) else { return gone() };
    let has_marks = marks.iter().any(|noticed| noticed.mark != Mark::Unseen);
    if !has_marks && words.is_none() {
        return Turn::done([Effect::Say(Message::say("feedback-nothing"))]);
    }
    let mut lines = vec![Line::with("feedback-ready", [("asker", named(asker))]), Line::Gap];
    lines.extend(noticed(&marks));
    if with_mark(&marks, Mark::Next).count() > MOST_NEXT {
        lines.push(Line::with("feedback-most", [("most", MOST_NEXT.into())]));
    }
    if let Some(words) = &words {
        let own = Line::with("feedback-ready-words", [("asker", named(asker))]);
        lines.extend([own, Line::Quote(words.clone())]);
    }
    let choices = [
        Choice::new("send", "choice-feedback-send"),
        Choice::new("again", "choice-feedback-again"),
        Choice::new("drop", "choice-feedback-drop"),
    ];
    let message = Message::of(lines).choices(choices);
    Turn::wait(State::Ready { of, marks, words }, [Effect::Say(message)])
}

/// It is sent, begun anew, or dropped.
pub(super) fn sent(cx: &Cx<'_>, of: Of, marks: Vec<Noticed>, words: Option<String>, choice: &str) -> Turn<State> {
    let Some(round) = given_on(cx, &of) else { return gone() };
    let Some((asker, handle)) = &round.asker else { return gone() };
    match choice {
        "again" => return ask(cx, round, Vec::new(), Vec::new()),
        "drop" => return Turn::done([Effect::Say(Message::say("feedback-stop"))]),
        _ if round.given => {
            let args = [("round", round.number.into()), ("asker", named(handle))];
            return Turn::done([Effect::Say(Message::of([Line::with("feedback-given", args)]))]);
        }
        _ => {}
    }
    let from = round.sat_as.chair().map(|chair| look::from(chair, round.number, &round.handle));
    let mut lines: Vec<Line> = from.into_iter().collect();
    lines.extend(noticed(&marks));
    let offers = words.as_ref().and_then(|_| {
        let later = lines.iter().cloned().chain([Line::Gap, Line::say("feedback-has-words-how")]);
        let in_passing = Message::of(later);
        lines.extend([Line::Gap, Line::say("feedback-has-words")]);
        let state = serde_json::to_value(State::Unread { of: of.clone() }).ok()?;
        Some(Offered { community: None, flow: Feedback::NAME, state, in_passing, asks_to: None })
    });
    let choices = if offers.is_some() { look::choices().to_vec() } else { Vec::new() };
    let message = Message::of(lines).choices(choices).to_keep();
    let told = Told { person: asker.clone(), platform: round.place.platform, message, card: None, offers };
    let given = Given { night: of.night, round: of.round, asker: asker.clone(), marks, words };
    Turn::done([
        Effect::Record(Record::Feedback(Box::new(given))),
        Effect::Tell(Box::new(told)),
        Effect::Say(Message::of([Line::with("feedback-sent", [("asker", named(handle))])])),
    ])
}

/// What was noticed, for the asker: first what worked, then at most three things to try next time, with words for each and where the advice
/// is from.
pub(super) fn noticed(marks: &[Noticed]) -> Vec<Line> {
    let mut lines = Vec::new();
    let worked: Vec<Criterion> = with_mark(marks, Mark::Worked).collect();
    let next: Vec<Criterion> = with_mark(marks, Mark::Next).take(MOST_NEXT).collect();
    if !worked.is_empty() {
        lines.push(Line::say("feedback-what-worked"));
        lines.extend(worked.into_iter().map(|one| Line::say(worked_key(one))));
    }
    if !next.is_empty() {
        lines.push(Line::say("feedback-to-try"));
        lines.extend(next.iter().map(|one| Line::say(next_key(*one))));
        let sources = next.iter().map(|one| TextId(format!("advice/{}", one.advice()))).collect();
        lines.push(Line::with("feedback-sources", [("sources", Arg::Sources(sources))]));
    }
    lines
}

pub(super) fn named(handle: &str) -> Arg {
    Arg::Accounts(vec![handle.to_owned()])
}

const fn asks(criterion: Criterion) -> &'static str {
    match criterion {
        Criterion::Opening => "feedback-ask-opening",
        Criterion::Open => "feedback-ask-open",
        Criterion::Example => "feedback-ask-example",
        Criterion::Subjects => "feedback-ask-subjects",
        Criterion::Time => "feedback-ask-time",
        Criterion::Closing => "feedback-ask-closing",
        Criterion::Job => "feedback-ask-job",
        Criterion::Upfront => "feedback-ask-upfront",
    }
}

const fn worked_key(criterion: Criterion) -> &'static str {
    match criterion {
        Criterion::Opening => "feedback-worked-opening",
        Criterion::Open => "feedback-worked-open",
        Criterion::Example => "feedback-worked-example",
        Criterion::Subjects => "feedback-worked-subjects",
        Criterion::Time => "feedback-worked-time",
        Criterion::Closing => "feedback-worked-closing",
        Criterion::Job => "feedback-worked-job",
        Criterion::Upfront => "feedback-worked-upfront",
    }
}

const fn next_key(criterion: Criterion) -> &'static str {
    match criterion {
        Criterion::Opening => "feedback-next-opening",
        Criterion::Open => "feedback-next-open",
        Criterion::Example => "feedback-next-example",
        Criterion::Subjects => "feedback-next-subjects",
        Criterion::Time => "feedback-next-time",
        Criterion::Closing => "feedback-next-closing",
        Criterion::Job => "feedback-next-job",
        Criterion::Upfront => "feedback-next-upfront",
    }
}

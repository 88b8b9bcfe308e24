//! The learner's own questions: read, reviewed, sorted; and the plan that is made with them.

use super::{Draft, Made, State, show};
use crate::chat::{Arg, Choice, Line, Message};
use crate::coach::plan::{self, Because, Planned, Wanted};
use crate::coach::question::Review;
use crate::flows::minutes::USUAL;
use crate::flows::questions::{Checked, checked, is_grave};
use crate::flows::{Cx, Effect, Turn};
use crate::prompts::bank::Stage;
use crate::prompts::cues::Plain;
use crate::prompts::question_rules::Kind;
use crate::store::interviews::Goal;
use crate::store::plans::Plan;
use crate::store::questions::Own;
use crate::words;

/// The most questions that are read out of one message.
const MOST_WRITTEN: usize = 20;
/// The most that is told one by one.
const MOST_TOLD: usize = 3;

/// The questions in a text: one a line, or one after the other.
pub(super) fn questions_in(text: &str) -> Vec<String> {
    let tidy = |part: &str| {
        let part = part
            .trim()
            .trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ')' | '-' | '*' | '•' | ' '));
        part.trim().to_owned()
    };
    text.split('\n')
        .flat_map(|line| line.split_inclusive('?'))
        .map(tidy)
        .filter(|part| words::count(part) > 0)
        .take(MOST_WRITTEN)
        .collect()
}

/// The learner's own questions: those that may be asked, those that a search answers, and those that stay out, with the reason.
#[derive(Default)]
struct Sorted {
    asked: Vec<Planned>,
    find_out: Vec<String>,
    left_out: Vec<(String, Kind)>,
}

impl Sorted {
    fn sort(&mut self, cx: &Cx<'_>, own: Checked, review: &Review, communal: Option<i64>, bank: Option<String>) {
        let first = review.findings.first().map(|finding| finding.kind);
        match first {
            Some(kind) if is_grave(review) => self.left_out.push((own.words, kind)),
            _ if review.findings.iter().any(|finding| finding.kind == Kind::Searchable) => {
                self.find_out.push(own.words)
            }
            _ => {
                let on_topic = || {
                    let rules = cx.prompts.question_rules(own.locale);
                    own.topic.as_ref().and_then(|topic| rules.open_on.get(topic)).cloned()
                };
                // Said twice, it is one question.
                if self.asked.iter().any(|known| words::fold(&known.words) == words::fold(&own.words)) {
                    return;
                }
                let sharper = if review.is_open { None } else { review.open_instead.clone().or_else(on_topic) };
                let asked = bank.as_deref().and_then(|id| cx.prompts.bank.named(id));
                self.asked.push(Planned {
                    words: own.words,
                    because: Because::Own,
                    stage: asked.map_or(Stage::Middle, |asked| asked.stage),
                    topic: own.topic,
                    sharper: sharper.filter(|_| bank.is_none()),
                    bank,
                    communal,
                });
            }
        }
    }
}

/// Takes questions of their own, and asks whether there are more: not everybody can write several lines at once.
pub(super) fn heard(cx: &Cx<'_>, mut draft: Draft, text: &str) -> Turn<State> {
    let mut sorted = Sorted { asked: draft.own.clone(), find_out: draft.find_out.clone(), left_out: Vec::new() };
    let mut lines = Vec::new();
    for written in questions_in(text) {
        match checked(cx, &written) {
            Ok((own, review)) => sorted.sort(cx, own, &review, None, None),
            Err(why) => lines.push(why),
        }
    }
    lines.truncate(1);
    lines.extend(sorted.left_out.iter().take(MOST_TOLD).map(|(words, kind)| left_out(words, *kind)));
    let count = sorted.asked.len() + sorted.find_out.len();
    lines.push(Line::with("plan-own-more", [("count", count.into())]));
    draft.own = sorted.asked;
    draft.find_out = sorted.find_out;
    let message = Message::of(lines).choices([Choice::new("none", "choice-plan-no-more")]).awaiting_value();
    Turn::wait(State::Own { draft }, [Effect::Say(message)])
}

/// Makes the plan.
pub(super) fn make(cx: &Cx<'_>, draft: Draft) -> Turn<State> {
    let mut sorted = Sorted { asked: draft.own, find_out: draft.find_out, left_out: Vec::new() };
    for own in &cx.library.own_questions {
        let Own { words, locale, topic, bank, communal, .. } = own.clone();
        // A question of the bank was reviewed long ago, and is there in the language of the plan.
        if let Some(asked) = bank.as_deref().and_then(|id| cx.prompts.bank.named(id)) {
            sorted.asked.push(Planned {
                words: asked.wording(cx.locale).ask.clone(),
                because: Because::Own,
                stage: asked.stage,
                topic: Some(asked.topic.clone()),
                bank,
                communal,
                sharper: None,
            });
            continue;
        }
        match checked(cx, &words) {
            Ok((seen, review)) => {
                let known = Checked { words, locale, topic: topic.or(seen.topic) };
                sorted.sort(cx, known, &review, communal, bank);
            }
            Err(_) => sorted.left_out.push((words, Kind::TooLong)),
        }
    }
    // What they would like to know may be on a website as well.
    let rules = cx.prompts.question_rules(cx.locale);
    let searchable = |goal: &&Goal| rules.searchable.are_in(&Plain::of(&goal.words));
    sorted.find_out.extend(draft.goals.iter().filter(searchable).map(|goal| goal.words.clone()));
    let about: Vec<&str> = [cx.person.field.as_deref(), cx.person.purpose.as_deref()].into_iter().flatten().collect();
    let about = about.join(". ");
    let minutes = draft.minutes.unwrap_or(USUAL);
    let wanted = Wanted {
        minutes,
        locale: cx.locale,
        goals: &draft.goals,
        needs: &draft.needs,
        own: sorted.asked,
        suits: cx.prompts.bank.suits_in(&about),
        turn: 0,
    };
    let (lines, did_not_fit) = plan::make(&cx.prompts.bank, &wanted);
    let plan = Plan {
        minutes,
        locale: cx.locale,
        whom: draft.whom,
        meeting: draft.meeting,
        goals: draft.goals,
        lines,
        find_out: sorted.find_out,
    };
    let mut first: Vec<Line> =
        sorted.left_out.iter().take(MOST_TOLD).map(|(words, kind)| left_out(words, *kind)).collect();
    // What nobody could place is not passed over in silence.
    let unplaced = plan.goals.iter().filter(|goal| goal.topics.is_empty());
    first.extend(unplaced.map(|goal| Line::with("plan-goal-unplaced", [("goal", Arg::Words(goal.words.clone()))])));
    if !did_not_fit.is_empty() {
        first.push(Line::with("plan-did-not-fit", [("count", did_not_fit.len().into())]));
        first.extend(did_not_fit.iter().take(MOST_TOLD).map(|line| Line::Quote(words::shorten(&line.words, 140))));
    }
    let made = Made { plan, needs: draft.needs, seen: Vec::new(), number: None };
    show::first(cx, made, first)
}

/// Why a question stays out.
fn left_out(words: &str, kind: Kind) -> Line {
    let why = match kind {
        Kind::JobAsk => "job",
        Kind::Pay => "pay",
        Kind::Personal => "private",
        _ => "other",
    };
    Line::with("plan-left-out", [("quote", Arg::Words(words::shorten(words, 140))), ("why", Arg::Name(why.to_owned()))])
}

#[cfg(test)]
mod tests {
    use super::questions_in;

    #[test]
    fn questions_come_one_a_line_or_one_after_the_other() {
        assert_eq!(questions_in("1. How did you begin?\n\n2) Why?"), ["How did you begin?", "Why?"]);
        assert_eq!(questions_in("How did you begin? And what is hard?"), ["How did you begin?", "And what is hard?"]);
        assert_eq!(questions_in(&"Why?\n".repeat(500)).len(), 20);
        assert_eq!(questions_in(" ? "), [] as [&str; 0]);
    }
}

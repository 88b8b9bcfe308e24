//! What a learner would like to know at the end of a conversation, in their own words: up to three things.
//!
//! Sources: know exactly what you want to learn (S0, S2, S3).

use super::Cx;
use crate::coach::topics::{Act, Understood};
use crate::prompts::topics::Kind;
use crate::store::interviews::Goal;
use crate::words;

/// The most things to learn: what fits a short conversation.
const MOST: usize = 3;
/// The most characters of one.
const LONGEST: usize = 200;

/// Why a text holds no goals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NoGoals {
    /// It has no words.
    NoWords,
    /// It is said to the other, and is nothing that one would like to know.
    Talk,
    /// One of them is better not asked: better said before than held against them afterwards.
    Avoid,
}

/// The goals in a text: one a line, or parted by commas where that makes several.
pub(super) fn in_text(text: &str) -> Vec<String> {
    let tidy = |part: &str| {
        let part = part
            .trim()
            .trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ')' | '-' | '*' | '•' | ' '));
        let part = part.strip_prefix("and ").or_else(|| part.strip_prefix("et ")).unwrap_or(part);
        words::shorten(part.trim_end_matches([',', ';', '.']).trim(), LONGEST)
    };
    let split = |marks: &[char]| -> Vec<String> {
        text.split(marks).map(tidy).filter(|part| words::count(part) > 0).take(MOST).collect()
    };
    let lines = split(&['\n', ';']);
    if lines.len() > 1 { lines } else { split(&['\n', ';', ',']) }
}

/// Reads the goals in a text that was understood.
pub(super) fn read(cx: &Cx<'_>, text: &str) -> Result<Vec<Goal>, NoGoals> {
    let goals = in_text(text);
    let Some(first) = goals.first() else { return Err(NoGoals::NoWords) };
    // Somebody who greets has begun already.
    if cx.heard.get(first).is_some_and(|heard| is_talk(cx, heard)) {
        return Err(NoGoals::Talk);
    }
    if goals.iter().any(|goal| cx.heard.get(goal).is_some_and(|heard| is_to_avoid(cx, heard))) {
        return Err(NoGoals::Avoid);
    }
    let goal = |words: String| {
        let topics = cx.heard.get(&words).map(|heard| topics_of(cx, heard)).unwrap_or_default();
        Goal { words, topics }
    };
    Ok(goals.into_iter().map(goal).collect())
}

/// The topics that a goal may be about.
fn topics_of(cx: &Cx<'_>, heard: &Understood) -> Vec<String> {
    let most = match heard.message.act {
        Act::Answer => 1,
        Act::Ask => 2,
        Act::Unknown => 0,
    };
    heard
        .message
        .in_order(&cx.prompts.topics)
        .filter(|topic| topic.kind == Kind::Question)
        .take(most)
        .map(|topic| topic.id.clone())
        .collect()
}

fn is_to_avoid(cx: &Cx<'_>, heard: &Understood) -> bool {
    let first = heard.message.first(&cx.prompts.topics);
    heard.message.act == Act::Answer && first.is_some_and(|topic| topic.kind == Kind::Avoid)
}

fn is_talk(cx: &Cx<'_>, heard: &Understood) -> bool {
    let first = heard.message.first(&cx.prompts.topics);
    heard.message.act == Act::Answer
        && first.is_some_and(|topic| matches!(topic.id.as_str(), "greeting" | "about_you" | "thanks"))
}

#[cfg(test)]
mod tests {
    use super::in_text;

    #[test]
    fn goals_come_one_a_line_or_with_commas() {
        assert_eq!(
            in_text("1. how to get in\n2) the hours\n\n- who hires, and where"),
            ["how to get in", "the hours", "who hires, and where"]
        );
        assert_eq!(
            in_text("the hours, the training, the pay scale, more"),
            ["the hours", "the training", "the pay scale"]
        );
        assert_eq!(in_text("  \n ;"), [] as [&str; 0]);
    }
}

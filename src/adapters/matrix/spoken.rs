//! Who said what last in each direct chat: what an edit corrects, and whether a message that is read late is still the last word.

use std::collections::{HashMap, VecDeque};

/// The most lines of a chat that are remembered.
const MOST_LINES: usize = 8;
/// The most chats that are remembered.
const MOST_CHATS: usize = 5_000;

/// One line of a chat.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Line {
    Theirs(String),
    Ours(String),
}

/// The last lines of each chat, and when each person last spoke.
#[derive(Debug, Default)]
pub(super) struct Spoken {
    chats: HashMap<String, VecDeque<Line>>,
    last: HashMap<(String, String), i64>,
}

impl Spoken {
    /// Somebody wrote a message.
    pub(super) fn note_theirs(&mut self, chat: &str, event: &str) {
        self.note(chat, Line::Theirs(event.to_owned()));
    }

    /// The bot wrote a message.
    pub(super) fn note_ours(&mut self, chat: &str, event: &str) {
        self.note(chat, Line::Ours(event.to_owned()));
    }

    fn note(&mut self, chat: &str, line: Line) {
        if self.chats.len() > MOST_CHATS {
            self.chats.clear();
        }
        let lines = self.chats.entry(chat.to_owned()).or_default();
        if lines.contains(&line) {
            return;
        }
        lines.push_back(line);
        if lines.len() > MOST_LINES {
            lines.pop_front();
        }
    }

    /// The one message with which the bot answered somebody's last one, if that is the one. Where it said more, none of it can be
    /// changed in place.
    pub(super) fn answer_to(&self, chat: &str, event: &str) -> Option<String> {
        let lines = self.chats.get(chat)?;
        let asked = lines.iter().rposition(|line| matches!(line, Line::Theirs(_)))?;
        let after: Vec<&Line> = lines.iter().skip(asked + 1).collect();
        match (&lines[asked], after.as_slice()) {
            (Line::Theirs(last), [Line::Ours(answer)]) if last == event => Some(answer.clone()),
            _ => None,
        }
    }

    /// Notes when somebody spoke. `false`, where they have spoken since.
    pub(super) fn is_last_word(&mut self, chat: &str, who: &str, sent: i64) -> bool {
        if self.last.len() > MOST_CHATS {
            self.last.clear();
        }
        let last = self.last.entry((chat.to_owned(), who.to_owned())).or_insert(sent);
        let is_last = *last <= sent;
        *last = sent.max(*last);
        is_last
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_single_answer_to_the_last_message_can_be_changed() {
        let mut spoken = Spoken::default();
        spoken.note_theirs("r", "a");
        assert_eq!(spoken.answer_to("r", "a"), None);
        spoken.note_ours("r", "1");
        assert_eq!(spoken.answer_to("r", "a").as_deref(), Some("1"));
        spoken.note_ours("r", "2");
        assert_eq!(spoken.answer_to("r", "a"), None);
        spoken.note_theirs("r", "b");
        spoken.note_ours("r", "3");
        assert_eq!((spoken.answer_to("r", "a"), spoken.answer_to("x", "a")), (None, None));
        assert_eq!(spoken.answer_to("r", "b").as_deref(), Some("3"));
    }

    #[test]
    fn who_has_spoken_since_is_not_answered_to_what_they_said_before() {
        let mut spoken = Spoken::default();
        assert!(spoken.is_last_word("r", "ana", 5) && spoken.is_last_word("r", "ben", 1));
        assert!(!spoken.is_last_word("r", "ana", 4) && spoken.is_last_word("r", "ana", 6));
    }
}

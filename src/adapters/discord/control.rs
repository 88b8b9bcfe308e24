//! The ids of our own buttons, lists and windows: what they are for, and which question they belong to.

use crate::chat::{ChoiceId, Press, WhenAnswered};
use crate::ids::SessionId;

/// What a button, a list or a window is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Use {
    /// This choice.
    Choice(ChoiceId),
    /// A choice from a list, one of several where there are many: which choice, comes with it.
    List(usize),
    /// Opening a window for an answer in words.
    Answer,
    /// The window itself.
    Window,
}

/// A button, a list or a window, as its id says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Control {
    /// What it is for.
    pub use_: Use,
    /// The session that asks.
    pub session: SessionId,
    /// Its turn.
    pub turn: u32,
    /// What becomes of the message it belongs to.
    pub when_answered: WhenAnswered,
}

impl Control {
    /// The id: a letter for the use, a sign for the message, session, turn, choice; at most 100 characters.
    pub fn to_id(&self) -> String {
        let letter = match self.use_ {
            Use::Choice(_) => 'c',
            Use::List(_) => 'l',
            Use::Answer => 'a',
            Use::Window => 'w',
        };
        let sign = match self.when_answered {
            WhenAnswered::Replaced => '-',
            WhenAnswered::Stays => '+',
        };
        let choice = match &self.use_ {
            Use::Choice(choice) => choice.as_str().to_owned(),
            Use::List(number) => number.to_string(),
            Use::Answer | Use::Window => String::new(),
        };
        format!("{letter}{sign}:{}:{}:{choice}", self.session, self.turn)
    }

    /// Reads an id. `None` for anything that no version of the bot wrote.
    pub fn from_id(id: &str) -> Option<Self> {
        let mut parts = id.splitn(4, ':');
        let (signs, session, turn, choice) = (parts.next()?, parts.next()?, parts.next()?, parts.next()?);
        let use_ = match signs.get(..1)? {
            "c" => Use::Choice(ChoiceId::new(choice.to_owned())),
            "l" => Use::List(choice.parse().ok()?),
            "a" => Use::Answer,
            "w" => Use::Window,
            _ => return None,
        };
        let when_answered = match signs.get(1..)? {
            "-" => WhenAnswered::Replaced,
            "+" => WhenAnswered::Stays,
            _ => return None,
        };
        Some(Self { use_, session: SessionId::from(session.to_owned()), turn: turn.parse().ok()?, when_answered })
    }

    /// The press on a choice of the same question.
    pub fn press(&self, choice: ChoiceId) -> Press {
        Press { session: self.session.clone(), turn: self.turn, choice }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_read_back_and_nonsense_is_not() {
        for use_ in [Use::Choice(ChoiceId::new("source:a")), Use::List(1), Use::Answer, Use::Window] {
            let session = SessionId::from("0123456789abc".to_owned());
            let control = Control { use_, session, turn: 12, when_answered: WhenAnswered::Stays };
            assert_eq!(Control::from_id(&control.to_id()), Some(control));
        }
        for nonsense in ["", "c", "c-", "x-:a:1:b", "c?:a:1:b", "c-:a:b:c", "é-:a:1:b"] {
            assert_eq!(Control::from_id(nonsense), None, "{nonsense}");
        }
    }
}

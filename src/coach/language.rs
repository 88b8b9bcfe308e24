//! Which language a person wrote in.

use crate::ids::Locale;
use crate::words::fold;
use whatlang::{Detector, Lang};

/// What can be said of a text's language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Written {
    /// A language that the coach reads.
    In(Locale),
    /// Mostly in a script that neither English nor French is written in.
    Elsewhere,
}

/// Greetings that say nothing more, and the language they are said in.
const GREETINGS: [(&str, Locale); 10] = [
    ("hi", Locale::En),
    ("hello", Locale::En),
    ("hey", Locale::En),
    ("hi there", Locale::En),
    ("hello there", Locale::En),
    ("bonjour", Locale::Fr),
    ("bonsoir", Locale::Fr),
    ("salut", Locale::Fr),
    ("allo", Locale::Fr),
    ("coucou", Locale::Fr),
];

/// The language of a text that is no more than a greeting.
pub fn greeting(text: &str) -> Option<Locale> {
    let said = fold(text);
    GREETINGS.iter().find(|(greeting, _)| *greeting == said).map(|(_, locale)| *locale)
}

/// The language of a text; `usual` where it is too short to tell.
pub fn of(text: &str, usual: Locale) -> Written {
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    let latin = text.chars().filter(|c| c.is_alphabetic() && (*c as u32) < 0x250).count();
    if letters > 0 && latin * 2 < letters {
        return Written::Elsewhere;
    }
    let detector = Detector::with_allowlist(vec![Lang::Eng, Lang::Fra]);
    let found = detector.detect(text).filter(|info| info.is_reliable() || letters >= 60).map(|info| info.lang());
    Written::In(match found {
        Some(Lang::Eng) => Locale::En,
        Some(Lang::Fra) => Locale::Fr,
        _ => usual,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_shows_its_language_and_a_word_does_not() {
        let english = "I would like to understand how you got started in this field and what you learned.";
        let french = "J'aimerais comprendre comment vous avez commencé dans ce domaine et ce que vous avez appris.";
        assert_eq!(of(english, Locale::Fr), Written::In(Locale::En));
        assert_eq!(of(french, Locale::En), Written::In(Locale::Fr));
        assert_eq!(of("ok", Locale::Fr), Written::In(Locale::Fr));
        assert_eq!(of("مرحبا أنا مهندسة من دمشق", Locale::En), Written::Elsewhere);
    }
}

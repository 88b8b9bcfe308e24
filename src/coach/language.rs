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

/// The fewest letters by which another language is told: in a few words all of them look alike.
const TELLING: usize = 20;

/// Whether a text is in neither language: in another script, or clearly in another language.
pub fn is_foreign(text: &str) -> bool {
    if of(text, Locale::En) == Written::Elsewhere {
        return true;
    }
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    let found = whatlang::detect(text).filter(|info| letters >= TELLING && info.is_reliable());
    found.is_some_and(|info| !matches!(info.lang(), Lang::Eng | Lang::Fra))
}

/// The language of a text, where it can be told.
pub fn told(text: &str) -> Option<Locale> {
    match (of(text, Locale::En), of(text, Locale::Fr)) {
        (Written::In(one), Written::In(other)) if one == other => Some(one),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_language_is_told_by_a_sentence_and_not_by_a_word() {
        for foreign in [
            "¿Cuánto tiempo lleva usted trabajando en esta empresa?",
            "Чем вы занимаетесь на работе?",
            "你每天做什么工作",
        ] {
            assert!(is_foreign(foreign), "{foreign}");
        }
        for own in ["ok", "What do you do all day?", "C'est quoi ta journée", "Wie bitte", ""] {
            assert!(!is_foreign(own), "{own}");
        }
        assert_eq!(
            (told("ok"), told("I would like to understand how you got started in this field")),
            (None, Some(Locale::En))
        );
    }

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

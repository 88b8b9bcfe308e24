//! Tags: a few that mean something to the coaching, and the learner's own.

use crate::words::{clean, fold, shorten};

/// The most tags of one contact.
const MOST: usize = 12;
/// The most characters of a tag.
const LONGEST: usize = 30;

/// A tag that means something to the coaching.
#[derive(Debug)]
pub struct Known {
    /// The name it is stored under.
    pub name: &'static str,
    /// The key of its words.
    pub label: &'static str,
    /// How it is written, folded.
    written: &'static [&'static str],
}

/// Somebody whose way was like the learner's: they come first in the list (S0).
pub const SIMILAR_PATH: &str = "similar_path";
/// Somebody who was trained abroad (S0).
pub const TRAINED_ABROAD: &str = "trained_abroad";

/// All of them.
pub const KNOWN: [Known; 4] = [
    Known {
        name: SIMILAR_PATH,
        label: "tag-similar-path",
        written: &["similar path", "same path", "parcours semblable", "parcours similaire", "meme parcours"],
    },
    Known {
        name: TRAINED_ABROAD,
        label: "tag-trained-abroad",
        written: &[
            "trained abroad",
            "studied abroad",
            "forme a l'etranger",
            "formee a l'etranger",
            "formation a l'etranger",
            "etudes a l'etranger",
        ],
    },
    Known {
        name: "decision_maker",
        label: "tag-decision-maker",
        written: &["decision maker", "decides", "decideur", "decideuse", "prend des decisions"],
    },
    Known {
        name: "former_employee",
        label: "tag-former-employee",
        written: &[
            "former employee",
            "past employee",
            "ex employee",
            "used to work there",
            "ancien employe",
            "ancienne employee",
        ],
    },
];

/// The tag that words stand for, where they are one that is known.
pub fn known(words: &str) -> Option<&'static Known> {
    let plain = fold(words).replace(['-', '_'], " ").replace('’', "'");
    let plain = plain.trim();
    KNOWN.iter().find(|tag| tag.written.contains(&plain) || tag.name.replace('_', " ") == plain)
}

/// Adds a tag in words, if it is new and there is room.
pub fn add(tags: &mut Vec<String>, words: &str) {
    let words = clean(words);
    let words = words.trim().trim_start_matches('#').trim();
    let tag = known(words).map_or_else(|| shorten(words, LONGEST), |tag| tag.name.to_owned());
    if !tag.is_empty() && tags.len() < MOST && !tags.iter().any(|other| fold(other) == fold(&tag)) {
        tags.push(tag);
    }
}

/// Takes the tags out of a text (`#similar-path`), and gives back what is left of it.
pub fn taken_out(text: &str, tags: &mut Vec<String>) -> String {
    let mut rest = String::new();
    for word in text.split(' ') {
        let tag = word.strip_prefix('#').filter(|tag| tag.chars().any(char::is_alphabetic));
        match tag {
            Some(tag) => {
                let bare = tag.trim_end_matches([',', '.', ';']);
                add(tags, &bare.replace(['-', '_'], " "));
                rest.push_str(&tag[bare.len()..]);
            }
            None if rest.is_empty() => rest.push_str(word),
            None => rest.extend([" ", word]),
        }
    }
    rest.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_known_in_both_languages_and_come_once() {
        let mut tags = Vec::new();
        let rest = taken_out("she likes tea #Trained-abroad #mentor, and cats #mentor", &mut tags);
        add(&mut tags, "formée à l’étranger");
        assert_eq!(rest, "she likes tea, and cats");
        assert_eq!(tags, [TRAINED_ABROAD, "mentor"]);
        assert_eq!(taken_out("room #5", &mut tags), "room #5");
    }
}

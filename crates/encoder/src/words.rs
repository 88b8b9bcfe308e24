//! The words of a text as they are written: what a vector of its meaning blurs, such as "salary" beside "job". Words, pairs of words
//! and parts of words, each counted in one of a fixed number of places.

use fnv::FnvHasher;
use std::collections::BTreeMap;
use std::hash::Hasher as _;
use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// How many places there are. Two words may share one.
pub const PLACES: usize = 4096;

/// How many words of a text are looked at.
const MOST: usize = 200;
/// How long parts of words are.
const PARTS: [usize; 2] = [3, 4];

/// What kind of thing is counted: a word and a part of a word that read alike are not the same.
#[derive(Clone, Copy)]
enum Kind {
    Word = 1,
    Pair = 2,
    Part = 3,
}

/// The words of a text, by their places, of length one together. Neither case nor accents count.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Words(pub(crate) Vec<(u16, f32)>);

impl Words {
    /// The words of a text.
    pub fn of(text: &str) -> Self {
        let words = cut(text);
        let mut counts: BTreeMap<u64, f32> = BTreeMap::new();
        let mut count = |kind: Kind, text: &[&str]| *counts.entry(hash(kind, text)).or_default() += 1.0;
        for word in &words {
            count(Kind::Word, &[word]);
            let letters: Vec<char> = format!("^{word}$").chars().collect();
            for size in PARTS {
                for part in letters.windows(size) {
                    count(Kind::Part, &[&part.iter().collect::<String>()]);
                }
            }
        }
        for pair in words.windows(2) {
            count(Kind::Pair, &[&pair[0], &pair[1]]);
        }
        // What is met again counts a little more. A sign from the hash lets those that share a place cancel out, on the whole.
        let mut places: BTreeMap<u16, f32> = BTreeMap::new();
        for (hash, count) in counts {
            let place = u16::try_from(hash % PLACES as u64).unwrap_or_default();
            let sign = if hash >> 63 == 0 { 1.0 } else { -1.0 };
            *places.entry(place).or_default() += sign * (1.0 + count.ln());
        }
        let length = places.values().map(|value| value * value).sum::<f32>().sqrt().max(f32::MIN_POSITIVE);
        Self(places.into_iter().map(|(place, value)| (place, value / length)).collect())
    }
}

/// Small plain letters and figures, and question marks.
fn cut(text: &str) -> Vec<String> {
    let plain = text.nfd().filter(|letter| !is_combining_mark(*letter)).flat_map(char::to_lowercase);
    let mut words = vec![String::new()];
    for letter in plain {
        if words.len() > MOST {
            break;
        }
        let last = words.len() - 1;
        if letter.is_alphanumeric() {
            words[last].push(letter);
        } else {
            if !words[last].is_empty() {
                words.push(String::new());
            }
            if letter == '?' {
                let last = words.len() - 1;
                words[last].push(letter);
                words.push(String::new());
            }
        }
    }
    words.retain(|word| !word.is_empty());
    // A word of a thousand letters is none.
    words.iter_mut().for_each(|word| *word = word.chars().take(30).collect());
    words
}

fn hash(kind: Kind, text: &[&str]) -> u64 {
    let mut hasher = FnvHasher::default();
    hasher.write_u8(kind as u8);
    for part in text {
        hasher.write(part.as_bytes());
        hasher.write_u8(0);
    }
    // The last bits of this hash say little: they are mixed once more.
    let hash = hasher.finish();
    (hash ^ (hash >> 29)).wrapping_mul(0xbf58_476d_1ce4_e5b9) ^ (hash >> 32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neither_case_nor_accents_count_and_the_length_is_one() {
        assert_eq!(cut("Qu'aimes-tu? Ça??"), ["qu", "aimes", "tu", "?", "ca", "?", "?"]);
        assert_eq!(Words::of("ÉTÉ à Montréal"), Words::of("ete a montreal"));
        let words = Words::of("How much do you earn?");
        assert!((words.0.iter().map(|(_, value)| value * value).sum::<f32>() - 1.0).abs() < 1e-5);
        assert_eq!(Words::of(" … "), Words::default());
        assert!(Words::of(&"a b ".repeat(1_000_000)).0.len() < PLACES);
    }
}

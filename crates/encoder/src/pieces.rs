//! Word pieces: a text is cut into those of a list, so that the sum of their log-probabilities is highest (a unigram model, by Viterbi).

use crate::Damaged;
use std::collections::HashMap;
use unicode_normalization::UnicodeNormalization as _;

/// What stands before each word.
const WORD: char = '\u{2581}';
/// The ids of the list's first three lines.
const UNKNOWN: u32 = 0;
const BEGIN: u32 = 1;
const END: u32 = 2;
/// How much less likely than the least likely piece a character is that stands in none.
const STRANGE: f32 = 10.0;

/// The list.
#[derive(Debug)]
pub struct Pieces {
    ids: HashMap<Box<str>, (u32, f32)>,
    /// The most bytes of a piece.
    longest: usize,
    strange: f32,
}

/// The likeliest way to a place in a text: where its last piece begins, which it is, and how likely the whole.
#[derive(Clone, Copy)]
struct Way {
    from: usize,
    id: u32,
    score: f32,
}

impl Pieces {
    /// Reads lines of a piece, a tab and its log-probability. The line's number is the piece's id.
    pub fn read(list: &str) -> Result<Self, Damaged> {
        let (mut ids, mut longest, mut least) = (HashMap::new(), 0, 0.0_f32);
        for (id, line) in (0_u32..).zip(list.lines()) {
            let broken = || Damaged::Pieces(id as usize + 1);
            let (piece, score) = line.rsplit_once('\t').ok_or_else(broken)?;
            let score: f32 = score.parse().map_err(|_| broken())?;
            if !score.is_finite() || ids.insert(piece.into(), (id, score)).is_some() {
                return Err(broken());
            }
            longest = longest.max(piece.len());
            least = least.min(score);
        }
        // The names of the first three are not met in a text.
        ids.retain(|_, (id, _)| *id > END);
        Ok(Self { ids, longest, strange: least - STRANGE })
    }

    /// How many ids there are.
    pub fn len(&self) -> usize {
        self.ids.len() + END as usize + 1
    }

    /// The ids of a text's pieces, between begin and end, not more than so many.
    pub fn cut(&self, text: &str, most: usize) -> Vec<u32> {
        // No piece is longer than this, and most are of several letters: the rest would be left out anyway.
        let mut ids = self.likeliest(&plain(text, most * self.longest));
        ids.truncate(most - 2);
        ids.insert(0, BEGIN);
        ids.push(END);
        ids
    }

    /// How many of a text's letters stand in some piece, from 0 to 1.
    pub fn known(&self, text: &str) -> f32 {
        let (mut all, mut known) = (0_u16, 0_u16);
        let mut letter_as_text = [0; 4];
        for letter in plain(text, usize::from(u16::MAX)).chars().filter(|letter| letter.is_alphabetic()).take(1_000) {
            all += 1;
            known += u16::from(self.ids.contains_key(&*letter.encode_utf8(&mut letter_as_text)));
        }
        if all == 0 { 0.0 } else { f32::from(known) / f32::from(all) }
    }

    fn likeliest(&self, text: &str) -> Vec<u32> {
        let mut ways = vec![Way { from: 0, id: UNKNOWN, score: f32::NEG_INFINITY }; text.len() + 1];
        ways[0].score = 0.0;
        for (start, letter) in text.char_indices() {
            let so_far = ways[start].score;
            let mut consider = |end: usize, id: u32, score: f32| {
                if so_far + score > ways[end].score {
                    ways[end] = Way { from: start, id, score: so_far + score };
                }
            };
            consider(start + letter.len_utf8(), UNKNOWN, self.strange);
            for end in (start + 1)..=text.len().min(start + self.longest) {
                if let Some((id, score)) = text.get(start..end).and_then(|piece| self.ids.get(piece)) {
                    consider(end, *id, *score);
                }
            }
        }
        let (mut found, mut at) = (Vec::new(), text.len());
        while at > 0 {
            found.push(ways[at].id);
            at = ways[at].from;
        }
        found.reverse();
        found
    }
}

/// A text as the list was made for: compatible forms as one, small letters, straight apostrophes, a sign before each word. Not much
/// more than so many bytes of it are read.
fn plain(text: &str, most: usize) -> String {
    let letters = text.chars().take(most).nfkc().flat_map(char::to_lowercase);
    let straight: String = letters.map(|letter| if matches!(letter, '’' | '`') { '\'' } else { letter }).collect();
    let mut plain = String::with_capacity(straight.len() + 16);
    for word in straight.split_whitespace() {
        if plain.len() > most {
            break;
        }
        plain.push(WORD);
        plain.push_str(word);
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIST: &str = "<unk>\t0\n<s>\t0\n</s>\t0\n▁\t-3\na\t-4\n▁ab\t-5\nb\t-4\n'\t-6";

    #[test]
    fn the_likeliest_pieces_are_taken_and_a_strange_letter_is_unknown() {
        let pieces = Pieces::read(LIST).expect("a list");
        assert_eq!(pieces.len(), 8);
        assert_eq!(pieces.cut("AB a’b", 20), [1, 5, 3, 4, 7, 6, 2]);
        assert_eq!(pieces.cut("ﬀz", 20), [1, 3, 0, 0, 0, 2], "one character that stands for two letters, and one more");
        assert_eq!(pieces.cut(" \n", 20), [1, 2]);
        assert_eq!(pieces.cut(&"ab ".repeat(1_000_000), 10), [1, 5, 5, 5, 5, 5, 5, 5, 5, 2]);
        assert!((pieces.known("ab, cd") - 0.5).abs() < 1e-6);
    }

    #[test]
    fn a_broken_list_is_told_by_its_line() {
        for (list, line) in [("a", 1), ("a\t0\nb\tx", 2), ("a\t0\na\t0", 2)] {
            assert!(matches!(Pieces::read(list), Err(Damaged::Pieces(at)) if at == line), "{list}");
        }
    }
}

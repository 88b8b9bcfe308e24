//! Small questions about text that several parts ask: is this the same word, how many words are there.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The text as it is compared: lower case, without accents, apostrophes straightened, punctuation at either end dropped,
/// white space single. "Arrêter !" and "arreter" are the same word to a person, so they are the same here.
pub fn fold(text: &str) -> String {
    let plain: String = text.nfd().filter(|c| !is_combining_mark(*c)).collect::<String>().to_lowercase();
    let straight = plain.replace(['’', 'ʼ', '`'], "'");
    let words: Vec<&str> = straight.split_whitespace().collect();
    words.join(" ").trim_matches(|c: char| !c.is_alphanumeric()).to_owned()
}

/// How many words a person would say for this text: pieces between white space that hold a letter or a digit.
pub fn count(text: &str) -> usize {
    text.split_whitespace().filter(|piece| piece.chars().any(char::is_alphanumeric)).count()
}

/// The text with what no reader should meet taken out: control characters (but line ends and tabs), marks that turn
/// the writing direction around, and the private letters that the renderer uses itself.
pub fn clean(text: &str) -> String {
    text.replace("\r\n", "\n")
        .chars()
        .filter(|c| !c.is_control() || matches!(c, '\n' | '\t'))
        .filter(
            |c| !matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{E000}'..='\u{E00F}' | '\u{FFFE}'),
        )
        .collect()
}

/// The text with a capital at its beginning.
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// The text with every accented Latin letter as its plain one, character by character: the places of the characters stay. What
/// has no plain letter of its own stays as it is.
pub fn plain_letters(text: &str) -> String {
    text.chars()
        .map(|letter| {
            if letter.is_ascii() {
                return letter;
            }
            let mut parts = std::iter::once(letter).nfd();
            match (parts.next(), parts.next()) {
                (Some(base), Some(mark)) if base.is_ascii_alphabetic() && is_combining_mark(mark) => base,
                _ => letter,
            }
        })
        .collect()
}

/// The text in ASCII, character by character: accents gone, marks of typography as those of a keyboard, and one sign for
/// anything else, which counts as a letter where the character is one.
pub fn ascii(text: &str) -> String {
    if text.is_ascii() {
        return text.to_owned();
    }
    plain_letters(text)
        .chars()
        .map(|letter| match letter {
            letter if letter.is_ascii() => letter,
            '’' | '‘' | 'ʼ' | '′' => '\'',
            '“' | '”' | '«' | '»' | '„' => '"',
            '–' | '—' | '−' | '\u{2010}' | '\u{2011}' => '-',
            'œ' | 'ø' => 'o',
            'Œ' | 'Ø' => 'O',
            'æ' => 'a',
            'Æ' => 'A',
            'ß' => 's',
            letter if letter.is_whitespace() => ' ',
            letter if letter.is_alphanumeric() => '_',
            _ => '\u{7f}',
        })
        .collect()
}

/// The text between the language's quotation marks.
pub fn quoted(text: &str, locale: crate::ids::Locale) -> String {
    let (begin, end) = locale.pick(("“", "”"), ("«\u{a0}", "\u{a0}»"));
    format!("{begin}{text}{end}")
}

/// The first `limit` characters at most, cut at a word's end, with "…" where something was cut off.
pub fn shorten(text: &str, limit: usize) -> String {
    if text.chars().count() <= limit {
        return text.to_owned();
    }
    let cut: String = text.chars().take(limit).collect();
    let end = cut.rfind(char::is_whitespace).filter(|end| *end > limit / 2).unwrap_or(cut.len());
    format!("{}…", cut[..end].trim_end_matches(|c: char| !c.is_alphanumeric()))
}

/// The one of `known` that `word` was most likely meant to be: at most two letters away, one for words of five letters or
/// fewer ("hello" is not a slip for "help").
pub fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let typed = fold(word);
    let allowed = if typed.chars().count() <= 5 { 1 } else { 2 };
    known
        .into_iter()
        .map(|name| (strsim::osa_distance(&typed, &fold(name)), name))
        .filter(|(distance, _)| *distance <= allowed)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_word_is_the_same_however_it_is_written() {
        assert_eq!(fold("  Arrêter ! "), "arreter");
        assert_eq!(fold("J’AIME  ça."), "j'aime ca");
    }

    #[test]
    fn words_are_counted_as_they_are_said() {
        assert_eq!(count("Hi — I am Ana, 2 years here ..."), 7);
        assert_eq!(count(" \n"), 0);
    }

    #[test]
    fn every_character_has_one_in_ascii() {
        assert_eq!(ascii("J’aime l’œuvre — «été» 日 😀"), "J'aime l'ouvre - \"ete\" _ \u{7f}");
    }

    #[test]
    fn control_and_direction_marks_are_taken_out() {
        assert_eq!(clean("a\u{0}b\u{202E}c\r\nd"), "abc\nd");
    }

    #[test]
    fn long_text_is_cut_at_a_word() {
        assert_eq!(shorten("one two three four", 9), "one two…");
        assert_eq!(shorten("short", 9), "short");
    }

    #[test]
    fn a_slip_of_the_finger_finds_its_word() {
        assert_eq!(nearest("ptich", ["pitch", "start"]), Some("pitch"));
        assert_eq!(nearest("weather", ["pitch", "start"]), None);
    }
}

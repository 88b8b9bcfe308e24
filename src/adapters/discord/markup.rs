//! A message as Discord's own markup: everything escaped, a person's words set off, cut where Discord wants it cut.

use crate::chat::platform::{Block, Content, Shows, Span};

/// The most characters of a message, counted as Discord's clients count them (in UTF-16), with some room.
const LONGEST: usize = 1_950;

/// A message as texts that each fit into one of Discord's. Its pictures go along as files.
pub fn texts(content: &Content) -> Vec<String> {
    split(content.blocks.iter().map(block))
}

fn block(block: &Block) -> String {
    match block {
        Block::Text(spans) => at_line_starts(&spans.iter().map(span).collect::<String>()),
        Block::Quote(text) => {
            let lines = text.split('\n').map(|line| format!("> {}", at_line_starts(&escaped(line))));
            lines.collect::<Vec<_>>().join("\n")
        }
        // It goes along as a file.
        Block::Plot(_) | Block::File { .. } => String::new(),
    }
}

fn span(span: &Span) -> String {
    match span {
        Span::Plain(text) | Span::Words(text) => escaped(text),
        Span::Command(command) => format!("`/{command}`"),
        // A channel's name, to be tapped.
        Span::Place(place) => format!("<#{}>", place.name()),
        // Shown by name; whether who is mentioned so is called is told apart from the text.
        Span::Account(handle) | Span::Called(handle) => format!("<@{handle}>"),
        // Each reader sees their own clock.
        Span::Zone(_) => String::new(),
        // Discord shows it by the reader's own clock, in their language.
        Span::Time(moment, shows, _) => {
            let style = match shows {
                Shows::Day => 'D',
                Shows::Clock => 't',
            };
            format!("<t:{}:{style}>", moment.0.div_euclid(1000))
        }
    }
}

/// The text with every sign escaped that Discord would read as markup, as a mention or as a link with a name.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len() + 8);
    for letter in text.chars() {
        if matches!(letter, '\\' | '*' | '_' | '~' | '`' | '|' | '<' | '[' | ']' | '@') {
            safe.push('\\');
        }
        safe.push(letter);
    }
    safe
}

/// The text with what makes a heading, a list or a quotation at the start of a line escaped.
fn at_line_starts(text: &str) -> String {
    let lines = text.split('\n').map(|line| {
        let inner = line.trim_start();
        let indent = &line[..line.len() - inner.len()];
        let digits = inner.chars().take_while(char::is_ascii_digit).count();
        if inner.starts_with(['#', '-', '>', '+']) {
            return format!("{indent}\\{inner}");
        }
        if digits > 0 && inner[digits..].starts_with(['.', ')']) {
            return format!("{indent}{}\\{}", &inner[..digits], &inner[digits..]);
        }
        line.to_owned()
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// Joins paragraphs to texts as long as they may be, cut between paragraphs where that is possible.
fn split(paragraphs: impl Iterator<Item = String>) -> Vec<String> {
    let mut texts: Vec<String> = Vec::new();
    let mut text = String::new();
    for paragraph in paragraphs.flat_map(|paragraph| cut(&paragraph)) {
        if !text.is_empty() && length(&text) + 1 + length(&paragraph) > LONGEST {
            texts.push(std::mem::take(&mut text));
        }
        if !text.is_empty() {
            text.push('\n');
        }
        text.push_str(&paragraph);
    }
    texts.push(text);
    // Discord takes empty lines at the ends away, and refuses a message that is nothing else.
    texts.iter().map(|text| text.trim_matches(['\n', ' ']).to_owned()).filter(|text| !text.is_empty()).collect()
}

/// A paragraph in pieces that fit, cut between lines, then between words, then anywhere.
fn cut(paragraph: &str) -> Vec<String> {
    let mut pieces = Vec::new();
    let mut rest = paragraph;
    while length(rest) > LONGEST {
        let mut end = 0;
        let mut count = 0;
        for (at, letter) in rest.char_indices() {
            count += letter.len_utf16();
            if count > LONGEST - 2 {
                break;
            }
            end = at + letter.len_utf8();
        }
        let head = &rest[..end];
        let late = |sign| head.rfind(sign).filter(|at| *at > end / 2);
        let at = late('\n').or_else(|| late(' ')).unwrap_or(end);
        // A sign is not parted from what escapes it.
        let at = at - (head[..at].len() - head[..at].trim_end_matches('\\').len()) % 2;
        pieces.push(rest[..at].to_owned());
        let is_quote = rest.starts_with("> ");
        rest = rest[at..].trim_start_matches(['\n', ' ']);
        if is_quote && !rest.starts_with("> ") {
            let last = cut(&format!("> {rest}"));
            pieces.extend(last);
            return pieces;
        }
    }
    pieces.push(rest.to_owned());
    pieces
}

fn length(text: &str) -> usize {
    text.encode_utf16().count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quoted(text: &str) -> Content {
        Content { blocks: vec![Block::Quote(text.to_owned())], ..Content::default() }
    }

    #[test]
    fn a_persons_words_are_never_markup() {
        let nasty = "**bold** <@1> @everyone `code` [a](http://b) ||x|| ~~y~~\n# title\n- item\n1. one\n> quote";
        assert_eq!(
            texts(&quoted(nasty)),
            ["> \\*\\*bold\\*\\* \\<\\@1> \\@everyone \\`code\\` \\[a\\](http://b) \\|\\|x\\|\\| \\~\\~y\\~\\~\n\
              > \\# title\n> \\- item\n> 1\\. one\n> \\> quote"]
        );
    }

    #[test]
    fn a_long_message_is_cut_between_paragraphs_and_each_part_fits() {
        let paragraph = "word ".repeat(150).trim_end().to_owned();
        let blocks = vec![Block::Text(vec![Span::Plain(paragraph.clone())]); 7];
        let parts = texts(&Content { blocks, ..Content::default() });
        assert_eq!(parts.len(), 4);
        assert!(parts.iter().all(|part| length(part) <= LONGEST));
        assert_eq!(parts.join("\n"), vec![paragraph; 7].join("\n"));
    }

    #[test]
    fn one_endless_paragraph_is_cut_all_the_same() {
        for (endless, letters) in [("x".repeat(5_000), 5_000), ("😀".repeat(3_000), 3_000), ("*".repeat(4_000), 8_000)]
        {
            let parts = texts(&quoted(&endless));
            assert!(parts.iter().all(|part| length(part) <= LONGEST && part.starts_with("> ")), "{parts:?}");
            let whole: String = parts.iter().map(|part| &part[2..]).collect();
            assert_eq!(whole.chars().count(), letters);
            assert!(parts.iter().all(|part| (part.len() - part.trim_end_matches('\\').len()) % 2 == 0));
        }
        assert!(texts(&Content::default()).is_empty());
    }
}

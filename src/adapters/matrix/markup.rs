//! A message as Matrix's clients show it: as plain text, and as the HTML that the protocol allows, with a person's words escaped in
//! both.

use crate::chat::Place;
use crate::chat::platform::{Block, Content, Shown, Span};
use crate::ids::PlatformName;

/// The most bytes of one message, text and HTML together: encrypted, an event may have 65,536.
const LONGEST: usize = 30_000;
/// The most characters of one paragraph.
const LONGEST_PARAGRAPH: usize = 4_500;

/// One message of Matrix's.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Text {
    pub(super) plain: String,
    pub(super) html: String,
}

impl Text {
    fn length(&self) -> usize {
        self.plain.len() + self.html.len()
    }

    fn push(&mut self, next: &Self) {
        if !self.plain.is_empty() {
            self.plain.push('\n');
            // A quotation stands in lines of its own.
            if !self.html.ends_with("</blockquote>") && !next.html.starts_with("<blockquote>") {
                self.html.push_str("<br>");
            }
        }
        self.plain.push_str(&next.plain);
        self.html.push_str(&next.html);
    }
}

/// A message as texts that each fit into one of Matrix's, cut between paragraphs. `named` says what a place is called.
pub(super) fn texts(content: &Content, named: &dyn Fn(&Place) -> String) -> Vec<Text> {
    let paragraphs = content.blocks.iter().flat_map(|block| paragraphs(block, named));
    let choices = content.choices.iter().map(choice);
    let mut texts: Vec<Text> = vec![Text::default()];
    for next in paragraphs.chain(choices) {
        let full = texts.last().is_some_and(|text| !text.plain.is_empty() && text.length() + next.length() > LONGEST);
        if full {
            texts.push(Text::default());
        }
        if let Some(text) = texts.last_mut() {
            text.push(&next);
        }
    }
    texts.retain(|text| !text.plain.trim().is_empty());
    texts
}

fn paragraphs(block: &Block, named: &dyn Fn(&Place) -> String) -> Vec<Text> {
    match block {
        Block::Text(spans) => {
            let whole = Text {
                plain: spans.iter().map(|span| plain(span, named)).collect(),
                html: spans.iter().map(|span| html(span, named)).collect(),
            };
            vec![whole]
        }
        Block::Quote(words) => cut(words).into_iter().map(quotation).collect(),
        // It goes along as a file.
        Block::Plot(_) | Block::File { .. } => Vec::new(),
    }
}

fn plain(span: &Span, named: &dyn Fn(&Place) -> String) -> String {
    match span {
        Span::Command(command) => format!("!{command}"),
        Span::Place(place) => named(place),
        Span::Account(handle) | Span::Called(handle) => named(&Place::direct(PlatformName::Matrix, handle)),
        span => span.as_text().to_owned(),
    }
}

fn html(span: &Span, named: &dyn Fn(&Place) -> String) -> String {
    let text = lines(&escaped(&plain(span, named)));
    match span {
        Span::Command(_) => format!("<code>{text}</code>"),
        // What clients show a person's name by who is called.
        Span::Called(handle) => format!("<a href=\"https://matrix.to/#/{}\">{text}</a>", escaped(handle)),
        _ => text,
    }
}

fn quotation(words: &str) -> Text {
    let plain = words.split('\n').map(|line| format!("> {line}")).collect::<Vec<_>>().join("\n");
    Text { plain, html: format!("<blockquote>{}</blockquote>", lines(&escaped(words))) }
}

/// A choice with the number to type for it. Where the choices are numbers themselves, the number is its own words.
fn choice(Shown { number, label, .. }: &Shown) -> Text {
    let digits = number.to_string();
    match label.strip_prefix(&digits) {
        Some(rest) => Text { plain: label.clone(), html: format!("<b>{digits}</b>{}", escaped(rest)) },
        None => Text { plain: format!("{digits} · {label}"), html: format!("<b>{digits}</b> · {}", escaped(label)) },
    }
}

fn lines(html: &str) -> String {
    html.replace('\n', "<br>")
}

fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len() + 8);
    for letter in text.chars() {
        match letter {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            letter => safe.push(letter),
        }
    }
    safe
}

/// A person's words in pieces that fit, cut between words where that is possible.
fn cut(words: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut rest = words;
    while let Some((end, _)) = rest.char_indices().nth(LONGEST_PARAGRAPH) {
        let head = &rest[..end];
        let at = head.rfind(['\n', ' ']).filter(|at| *at > end / 2).unwrap_or(end);
        pieces.push(&rest[..at]);
        rest = rest[at..].trim_start_matches(['\n', ' ']);
    }
    pieces.push(rest);
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chat::{ChoiceId, Press};
    use crate::ids::{PlatformName, SessionId};

    fn named(_: &Place) -> String {
        "Lounge <1>".to_owned()
    }

    fn shown(number: u32, label: &str) -> Shown {
        let press = Press { session: SessionId::from("s".to_owned()), turn: 1, choice: ChoiceId::new("c") };
        Shown { number, label: label.to_owned(), press }
    }

    #[test]
    fn a_message_reads_well_as_text_and_as_html() {
        let spans = vec![
            Span::Plain("Type ".into()),
            Span::Command("pitch practise".into()),
            Span::Plain(" in ".into()),
            Span::Place(Place::room(PlatformName::Matrix, "!a:b.org")),
        ];
        let blocks =
            vec![Block::Text(spans), Block::Quote("<b>\"I\" & you</b>\n@room".into()), Block::Text(Vec::new())];
        let content =
            Content { blocks, choices: vec![shown(1, "Again"), shown(30, "30 seconds")], ..Content::default() };
        let texts = texts(&content, &named);
        assert_eq!(texts.len(), 1);
        assert_eq!(
            texts[0].plain,
            "Type !pitch practise in Lounge <1>\n> <b>\"I\" & you</b>\n> @room\n\n1 · Again\n30 seconds"
        );
        assert_eq!(
            texts[0].html,
            "Type <code>!pitch practise</code> in Lounge &lt;1&gt;\
             <blockquote>&lt;b&gt;&quot;I&quot; &amp; you&lt;/b&gt;<br>@room</blockquote>\
             <b>1</b> · Again<br><b>30</b> seconds"
        );
    }

    #[test]
    fn a_long_message_is_cut_and_nothing_of_it_is_lost() {
        let words = "\u{1F600} & so on ".repeat(900);
        let blocks = (0..6).map(|_| Block::Quote(words.trim().to_owned())).collect();
        let texts = texts(&Content { blocks, ..Content::default() }, &named);
        assert!(texts.len() > 1);
        assert!(texts.iter().all(|text| text.length() <= LONGEST + 4 * LONGEST_PARAGRAPH), "{}", texts.len());
        let faces: usize = texts.iter().map(|text| text.plain.matches('\u{1F600}').count()).sum();
        assert_eq!(faces, 6 * 900);
        assert!(super::texts(&Content::default(), &named).is_empty());
        assert_eq!(cut(&"x".repeat(10_000)).iter().map(|piece| piece.len()).sum::<usize>(), 10_000);
    }
}

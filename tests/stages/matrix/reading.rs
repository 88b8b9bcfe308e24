//! What a person sees of a message on Matrix, as scripts write it.

use crate::playable::{without_calls, without_gaps};
use rapport::chat::platform::{Block, Content, Shown, Span};
use rapport::chat::{Place, Press};
use rapport::script::{Heard, canonical};
use real_synapse::Seen;
use std::collections::BTreeMap;

/// A message of the bot's.
pub struct Message {
    /// What it says, without its choices.
    pub text: String,
    /// Its choices as reactions: what each stands for, and its sign.
    pub signs: Vec<(Press, String)>,
    choices: Vec<Shown>,
    file: Option<String>,
}

impl Message {
    /// Reads a message, or the description of a picture. Nothing, where it is neither.
    pub fn of(seen: &Seen) -> Option<Self> {
        if seen.event["type"] != "m.room.message" {
            return None;
        }
        let new = &seen.event["content"]["m.new_content"];
        let content = if new.is_object() { new } else { &seen.event["content"] };
        if content["msgtype"] == "m.image" {
            let text = content["body"].as_str().expect("a picture in words").replace("; ", "\n");
            return Some(Self { text, signs: Vec::new(), choices: Vec::new(), file: None });
        }
        if content["msgtype"] == "m.file" {
            let name = content["filename"].as_str().or(content["body"].as_str()).expect("a name").to_owned();
            return Some(Self { text: String::new(), signs: Vec::new(), choices: Vec::new(), file: Some(name) });
        }
        let html = content["formatted_body"].as_str().expect("HTML");
        let called = content["m.mentions"]["user_ids"].as_array();
        for called in called.into_iter().flatten() {
            let link = format!("https://matrix.to/#/{}\"", called.as_str().expect("an id"));
            assert!(html.contains(&link), "somebody is called who is not named");
        }
        assert_eq!(html.contains("matrix.to"), called.is_some(), "who is named so is called");
        let text = as_read(html);
        let without_code = as_read(&html.replace("<code>", "").replace("</code>", ""));
        assert_eq!(without_code, plain(content["body"].as_str().expect("text")));
        let signs: BTreeMap<String, String> = match content.get("rapport.choices") {
            Some(signs) => serde_json::from_value(signs.clone()).expect("signs"),
            None => BTreeMap::new(),
        };
        let lines: Vec<&str> = text.split('\n').collect();
        let (said, offered) = lines.split_at(lines.len() - signs.len());
        let read: Vec<(Shown, String)> = offered.iter().map(|line| choice(line, &signs)).collect();
        let signs = read.iter().map(|(shown, sign)| (shown.press.clone(), sign.clone())).collect();
        let choices = read.into_iter().map(|(shown, _)| shown).collect();
        Some(Self { text: said.join("\n").replace("`!", "`"), signs, choices, file: None })
    }

    /// The message as it is held against a script.
    pub fn heard(self, place: Place) -> Heard {
        let blocks = vec![Block::Text(vec![Span::Plain(self.text)])];
        let content = Content { blocks, choices: self.choices.clone(), ..Content::default() };
        Heard {
            place,
            only: None,
            file: self.file,
            text: without_calls(&without_gaps(&canonical(&content))),
            choices: self.choices,
        }
    }
}

/// A line with a choice: the number to type, and its words.
fn choice(line: &str, signs: &BTreeMap<String, String>) -> (Shown, String) {
    let digits: String = line.chars().take_while(char::is_ascii_digit).collect();
    let number: u32 = digits.parse().unwrap_or_else(|_| panic!("no number: {line:?}"));
    let label = line.strip_prefix(&format!("{digits} · ")).unwrap_or(line).to_owned();
    let is_sign =
        |sign: &&String| sign.replace(['\u{FE0F}', '\u{20E3}'], "") == digits || (number == 10 && *sign == "\u{1F51F}");
    let sign = signs.keys().find(is_sign).unwrap_or_else(|| panic!("no sign for {line:?} in {signs:?}"));
    let press = Press::from_token(&signs[sign]).expect("a choice");
    (Shown { number, label, press }, sign.clone())
}

/// HTML as the eye sees it; a command is between backticks, as scripts write it.
fn as_read(html: &str) -> String {
    let mut text = String::new();
    let mut rest = html;
    let mut quoting = false;
    while let Some(at) = rest.find('<') {
        push(&mut text, &rest[..at]);
        let (tag, after) = rest[at + 1..].split_once('>').expect("the end of a tag");
        match tag {
            "br" => text.push_str(if quoting { "\n> " } else { "\n" }),
            "blockquote" => {
                if !text.is_empty() && !text.ends_with('\n') {
                    text.push('\n');
                }
                text.push_str("> ");
                quoting = true;
            }
            "/blockquote" => {
                text.push('\n');
                quoting = false;
            }
            "code" | "/code" => text.push('`'),
            "b" | "/b" | "/a" => {}
            link if link.starts_with("a href=\"https://matrix.to/#/@") => {}
            other => panic!("nobody knows the tag {other}"),
        }
        rest = after;
    }
    push(&mut text, rest);
    plain(&text)
}

fn push(text: &mut String, escaped: &str) {
    let read = escaped.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#39;", "'");
    text.push_str(&read.replace("&amp;", "&"));
}

/// The text without empty lines, which a client draws as it likes.
fn plain(text: &str) -> String {
    text.lines().filter(|line| !line.trim().is_empty() && line.trim() != ">").collect::<Vec<_>>().join("\n")
}

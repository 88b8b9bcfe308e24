//! What a person sees of a message on Discord, as scripts write it.

use crate::playable::{without_calls, without_gaps};
use chrono::Datelike as _;
use chrono_tz::Tz;
use fake_discord::{Change, Seen};
use rapport::chat::platform::{Block, Content, Shown, Span};
use rapport::chat::{Arg, ChoiceId, Line, Message, Place, PlaceKind, Press};
use rapport::clock::Moment;
use rapport::hours::TimeOfDay;
use rapport::ids::{Locale, SessionId};
use rapport::prompts::Prompts;
use rapport::script::{Heard, canonical};
use rapport::zones::on_clocks;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Something to press: a button by its id, or an entry of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Control {
    Button(String),
    List(String, String),
}

impl Control {
    pub fn id(&self) -> &str {
        match self {
            Self::Button(id) | Self::List(id, _) => id,
        }
    }
}

/// What can be pressed under a message, with the words on it.
#[derive(Clone, Debug, Default)]
pub struct Standing {
    message: u64,
    choices: Vec<(Shown, Control)>,
    answer: Option<String>,
    session: Option<SessionId>,
}

impl Standing {
    /// The choice of that number, or with those words.
    pub fn choice(&self, text: &str) -> Option<(u64, Control)> {
        let number = text.parse::<u32>().ok();
        let wanted = rapport::words::fold(text);
        let is_meant = |shown: &Shown| match number {
            Some(number) => number == shown.number,
            None => shown.press.choice.as_str() == wanted || rapport::words::fold(&shown.label) == wanted,
        };
        // Who types a few of its words would press it.
        let has_words = |shown: &Shown| {
            let label = rapport::words::fold(&shown.label);
            let words: Vec<&str> = label.split(|letter: char| !letter.is_alphanumeric()).collect();
            number.is_none() && wanted.split(' ').count() <= 3 && wanted.split(' ').all(|word| words.contains(&word))
        };
        let found = self.choices.iter().find(|(shown, _)| is_meant(shown));
        let mut partly = self.choices.iter().filter(|(shown, _)| has_words(shown));
        let (_, control) = found.or_else(|| partly.next().filter(|_| partly.next().is_none()))?;
        Some((self.message, control.clone()))
    }

    /// Whose question it is.
    pub fn session(&self) -> Option<&SessionId> {
        self.session.as_ref().or(self.choices.first().map(|(shown, _)| &shown.press.session))
    }

    /// The button that opens a window.
    pub fn answer(&self) -> Option<(u64, String)> {
        Some((self.message, self.answer.clone()?))
    }
}

/// Stands for everybody in a channel.
const EVERYBODY: &str = "*";

/// Something that somebody was shown, to be pressed.
#[derive(Debug)]
struct Pressable {
    to: String,
    press: Press,
    channel: u64,
    message: u64,
    control: Control,
}

/// What everybody has been shown so far.
#[derive(Debug, Default)]
pub struct Reader {
    /// By person and channel: what can be pressed under the last message that has anything.
    standing: BTreeMap<(String, u64), Standing>,
    shown: Vec<Pressable>,
    contents: BTreeMap<u64, String>,
}

impl Reader {
    pub fn standing(&self, who: &str, channel: u64) -> Option<&Standing> {
        self.standing.get(&(who.to_owned(), channel))
    }

    /// The message that showed somebody a choice, and what is to be pressed there.
    pub fn shown(&self, who: &str, press: &Press, channel: Option<u64>) -> Option<(u64, Control)> {
        // What stands there for everybody is seen by whoever comes later, too.
        let is_meant = |shown: &&Pressable| (shown.to == who || shown.to == EVERYBODY) && shown.press == *press;
        let there = |shown: &&Pressable| channel.is_none_or(|channel| shown.channel == channel);
        let mut found = self.shown.iter().rev().filter(is_meant);
        let last = found.clone().next();
        found.find(there).or(last).map(|shown| (shown.message, shown.control.clone()))
    }

    /// Reads a message that is new or different for somebody. Nothing, where only what can be pressed has gone.
    pub fn read(&mut self, who: &str, place: Place, seen: &Seen, clocks: &Clocks) -> Option<Heard> {
        let is_public = !matches!(place.kind, PlaceKind::Direct(_)) && !seen.ephemeral;
        let who = if is_public { EVERYBODY } else { who };
        let key = (who.to_owned(), seen.channel);
        let standing = standing(seen);
        let is_old = self.standing.get(&key).is_some_and(|known| known.message == seen.id);
        if standing.choices.is_empty() && standing.answer.is_none() {
            if is_old {
                self.standing.remove(&key);
            }
        } else {
            for (shown, control) in &standing.choices {
                let (to, press, control) = (who.to_owned(), shown.press.clone(), control.clone());
                self.shown.push(Pressable { to, press, channel: seen.channel, message: seen.id, control });
            }
            self.standing.insert(key, standing.clone());
        }
        let before = self.contents.insert(seen.id, seen.content.clone());
        if is_public && before.as_ref() == Some(&seen.content) {
            // Somebody else has told of it.
            return None;
        }
        if seen.change == Change::Deleted || (seen.change == Change::Edited && before.as_ref() == Some(&seen.content)) {
            return None;
        }
        assert!(seen.content.encode_utf16().count() <= 2_000, "too long for Discord");
        assert_eq!(seen.allowed_mentions["parse"], serde_json::json!([]), "it may mention somebody");
        let only = (!matches!(place.kind, PlaceKind::Direct(_)) && seen.ephemeral).then(|| who.to_owned());
        let choices: Vec<Shown> = standing.choices.into_iter().map(|(shown, _)| shown).collect();
        let (texts, pictures): (Vec<_>, Vec<_>) =
            seen.attachments.iter().partition(|file| !file.filename.ends_with(".png"));
        let file = texts.first().map(|file| {
            assert!(std::str::from_utf8(&file.bytes).is_ok_and(|text| !text.is_empty()));
            file.filename.clone()
        });
        let pictures: Vec<String> = pictures
            .into_iter()
            .map(|file| {
                assert_eq!(&file.bytes[1..4], b"PNG");
                file.description.as_deref().expect("a picture in words").replace("; ", "\n")
            })
            .collect();
        let text = format!("{}\n{}", clocks.read(&clocks.named(&as_read(&seen.content))), pictures.join("\n"));
        let content = Content {
            blocks: vec![Block::Text(vec![Span::Plain(text)])],
            choices: choices.clone(),
            ..Content::default()
        };
        for called in seen.allowed_mentions["users"].as_array().into_iter().flatten() {
            let called = called.as_str().expect("an id");
            assert!(seen.content.contains(&format!("<@{called}>")), "somebody is called who is not named");
        }
        let text = without_calls(&without_gaps(&canonical(&content)));
        Some(Heard { place, only, file, text, choices })
    }
}

fn standing(seen: &Seen) -> Standing {
    let mut choices: Vec<(String, Press, Control)> = Vec::new();
    let mut answer = None;
    let parts = seen.components.iter().flat_map(|row| row["components"].as_array().into_iter().flatten());
    for part in parts {
        let id = part["custom_id"].as_str().unwrap().to_owned();
        match (part["type"].as_u64(), id.chars().next()) {
            (Some(2), Some('a')) => answer = Some(id),
            (Some(2), _) => {
                let label = part["label"].as_str().unwrap().to_owned();
                choices.push((label, press(&id, None), Control::Button(id)));
            }
            (Some(3), _) => {
                for option in part["options"].as_array().unwrap() {
                    let (label, value) = (option["label"].as_str().unwrap(), option["value"].as_str().unwrap());
                    let control = Control::List(id.clone(), value.to_owned());
                    choices.push((label.to_owned(), press(&id, Some(value)), control));
                }
            }
            other => panic!("nobody knows how to press {other:?}"),
        }
    }
    // Where the choices themselves are numbers, a typed number is the value.
    let are_numbers = choices.iter().all(|(_, press, _)| press.choice.as_str().parse::<u32>().is_ok());
    let choices = (1..)
        .zip(choices)
        .map(|(position, (label, press, control))| {
            let number = if are_numbers { press.choice.as_str().parse().unwrap() } else { position };
            (Shown { number, label, press }, control)
        })
        .collect();
    let session = answer.as_deref().map(|id| press(id, None).session);
    Standing { message: seen.id, choices, answer, session }
}

/// What an id stands for: a letter and a sign, the session, its turn, the choice.
fn press(id: &str, value: Option<&str>) -> Press {
    let parts: Vec<&str> = id.splitn(4, ':').collect();
    let choice = value.unwrap_or(parts[3]).to_owned();
    Press {
        session: SessionId::from(parts[1].to_owned()),
        turn: parts[2].parse().unwrap(),
        choice: ChoiceId::new(choice),
    }
}

/// How somebody's Discord shows times.
pub struct Clocks {
    pub prompts: Arc<Prompts>,
    pub locale: Locale,
    pub zone: Tz,
    pub now: Moment,
    /// What people and channels are called, by how they are mentioned.
    pub names: Vec<(String, String)>,
}

impl Clocks {
    /// The text with people and channels by their names.
    fn named(&self, text: &str) -> String {
        self.names.iter().fold(text.to_owned(), |text, (mention, name)| text.replace(mention, name))
    }

    /// The text with Discord's timestamps as they are shown.
    fn read(&self, text: &str) -> String {
        let mut pieces = text.split("<t:");
        let mut read = pieces.next().unwrap_or_default().to_owned();
        for piece in pieces {
            let (stamp, after) = piece.split_once('>').expect("the end of a timestamp");
            let (seconds, style) = stamp.split_once(':').expect("a style");
            let wall = on_clocks(Moment(seconds.parse::<i64>().unwrap() * 1000), self.zone);
            let day = wall.date();
            let arg = match style {
                "t" => Arg::Clock(TimeOfDay::of(wall)),
                "D" if day.year() == on_clocks(self.now, self.zone).year() => Arg::Day(day),
                "D" => Arg::Date(day),
                other => panic!("nobody uses the style {other}"),
            };
            // Any text with nothing but one value in it.
            let line = Line::with("error-did-you-mean", [("command", arg)]);
            let shown = canonical(&self.prompts.render(self.locale, &Message::of([line]), None));
            read.push_str(shown.split('`').nth(1).unwrap());
            read.push_str(after);
        }
        read
    }
}

/// Discord's markup as the eye sees it: what is escaped is plain, a command is between backticks as scripts write it.
fn as_read(content: &str) -> String {
    let mut read = String::with_capacity(content.len());
    let text = content.replace("```\n", "").replace("\n```", "");
    let mut letters = text.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' => read.extend(letters.next()),
            _ => read.push(letter),
        }
    }
    read.replace("`/", "`")
}

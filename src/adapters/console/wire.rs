//! The terminal for programs: one JSON object a line, in and out.

use super::shown;
use crate::chat::inbound::{Body, Inbound, Press, Role, Sender};
use crate::chat::{Outgoing, Place, PlaceKind};
use crate::clock::Moment;
use crate::ids::{CommunityId, EventId, Locale, PlatformName};
use serde::{Deserialize, Serialize};

/// What a program sends.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Incoming {
    /// Its own id for this input: a repeated one is acknowledged, and acted on once.
    id: String,
    /// Who writes.
    from: String,
    /// `direct` (also when left out), `room/NAME` or `room/NAME/THREAD`.
    #[serde(default)]
    place: Option<String>,
    /// What they write.
    #[serde(default)]
    text: Option<String>,
    /// The `press` of a choice that was offered, instead of a text.
    #[serde(default)]
    press: Option<String>,
    /// `host`, where they are one in that room; `member` (also when left out).
    #[serde(default)]
    role: Option<Standing>,
}

/// What somebody may do in a room.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Standing {
    Host,
    Member,
}

#[derive(Serialize)]
struct Sent<'a> {
    key: &'a str,
    place: String,
    to: Option<&'a str>,
    text: String,
    choices: Vec<Offered<'a>>,
    /// The name of the thread that it opens: `room/NAME/THREAD` from then on.
    #[serde(skip_serializing_if = "Option::is_none")]
    opens: Option<String>,
    /// The name under which it stands: a later message of that name takes its place.
    #[serde(skip_serializing_if = "Option::is_none")]
    card: Option<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    files: Vec<Sheet<'a>>,
}

/// A text that goes along as a file.
#[derive(Serialize)]
struct Sheet<'a> {
    name: &'a str,
    text: &'a str,
}

#[derive(Serialize)]
struct Offered<'a> {
    number: u32,
    label: &'a str,
    press: String,
}

/// A line as it should be.
const EXAMPLE: &str = r#"{"id":"1","from":"ana","place":"direct","text":"help"}"#;

/// A line from a program.
#[derive(Debug, PartialEq, Eq)]
pub enum Received {
    /// An event.
    Event(Box<Inbound>),
    /// No line of this form: the answer to print.
    Refused(String),
}

/// Reads a line.
pub fn receive(line: &str, now: Moment, locale: Option<Locale>, zone: Option<chrono_tz::Tz>) -> Received {
    let incoming: Incoming = match serde_json::from_str(line) {
        Ok(incoming) => incoming,
        // Told to the program that wrote the line, and nowhere else.
        Err(error) => return Received::Refused(refusal(&format!("{error}; a line goes like this: {EXAMPLE}"))),
    };
    let place = match incoming.place.as_deref() {
        None | Some("" | "direct") => Ok(PlaceKind::Direct(incoming.from.clone())),
        Some(text) => text.parse(),
    };
    let Ok(kind) = place else {
        return Received::Refused(refusal("`place` is `direct`, `room/NAME` or `room/NAME/THREAD`"));
    };
    let body = match (incoming.text, incoming.press.as_deref().map(Press::from_token)) {
        (Some(text), None) => Body::Text(text),
        (None, Some(Some(press))) => Body::Press(press),
        _ => return Received::Refused(refusal("one of `text` and `press` is needed")),
    };
    let place = Place { platform: PlatformName::Console, kind };
    // Each room is a community of its own.
    let community = (!place.is_direct()).then(|| CommunityId::of(PlatformName::Console, place.room_of().name()));
    let role = match incoming.role {
        Some(Standing::Host) => Role::Host,
        Some(Standing::Member) | None => Role::Member,
    };
    Received::Event(Box::new(Inbound {
        event: EventId(incoming.id),
        sender: Sender { handle: incoming.from, locale, zone, role, community, chat: None },
        place,
        at: now,
        body,
        ticket: None,
        said_in: None,
    }))
}

fn refusal(why: &str) -> String {
    format!("{}\n", serde_json::json!({ "error": why }))
}

/// The line that says an input was acted on, and that this is committed.
pub fn acknowledgement(event: &EventId) -> String {
    format!("{}\n", serde_json::json!({ "ack": event.0 }))
}

/// A message as a line.
pub(super) fn sent(out: &Outgoing) -> String {
    let (place, to) = match &out.place.kind {
        PlaceKind::Direct(who) => ("direct".to_owned(), Some(who.as_str())),
        kind => (kind.to_string(), out.only.as_deref()),
    };
    let mut content = out.content.clone();
    content.choices.clear();
    let line = Sent {
        key: out.key.as_str(),
        place,
        to,
        text: shown(&content, super::Style::Json).trim_end().to_owned(),
        choices: out
            .content
            .choices
            .iter()
            .map(|choice| Offered { number: choice.number, label: &choice.label, press: choice.press.to_token() })
            .collect(),
        opens: super::opens(out),
        card: out.card.as_ref().map(|card| card.0.as_str()),
        files: super::files(&out.content).map(|(name, text)| Sheet { name, text }).collect(),
    };
    format!("{}\n", serde_json::json!(line))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_becomes_an_event_or_a_refusal() {
        let read = |line: &str| receive(line, Moment(0), None, None);
        match read(r#"{"id":"1","from":"ana","place":"room/lounge","text":"hi"}"#) {
            Received::Event(inbound) => {
                assert_eq!(inbound.place, Place::room(PlatformName::Console, "lounge"));
                assert_eq!(inbound.body, Body::Text("hi".into()));
            }
            other => panic!("{other:?}"),
        }
        for bad in [
            "{",
            "{}",
            r#"{"id":"1","from":"a"}"#,
            r#"{"id":"1","from":"a","press":"x"}"#,
            r#"{"id":"1","from":"a","place":"moon","text":""}"#,
        ] {
            assert!(matches!(read(bad), Received::Refused(_)), "{bad}");
        }
    }
}

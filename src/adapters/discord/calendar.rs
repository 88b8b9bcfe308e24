//! A server's calendar: what takes place in a channel is entered there, moved and taken out, where the bot may do that.

use super::Discord;
use super::components::cut;
use super::markup::texts;
use super::rest::Failure;
use crate::chat::platform::{Block, Content, Span};
use crate::chat::{DeliverError, Gathering, Outgoing, Receipt, Stands};
use crate::clock::Moment;
use chrono::{DateTime, SecondsFormat, Utc};
use reqwest::Method;
use serde_json::{Value, json};

/// The most characters of a name and of a description.
const LONGEST_NAME: usize = 100;
const LONGEST_DESCRIPTION: usize = 1_000;
/// "Missing access", "missing permissions".
const NOT_ALLOWED: [u32; 2] = [50_001, 50_013];
/// "Unknown guild scheduled event".
const NO_ENTRY: u32 = 10_070;
/// "Invalid form body": the server has a hundred entries, or it began while this waited.
const NOT_NOW: u32 = 50_035;

impl Discord {
    /// Enters something in the calendar of the server of its channel, or changes its entry. An entry is a convenience: where the bot may not
    /// make one, there is none.
    pub(super) async fn enter(&self, out: &Outgoing) -> Result<Receipt, DeliverError> {
        let Some(gathering) = &out.content.gathering else { return Ok(Receipt::default()) };
        match self.entered(out, gathering).await {
            Ok(message) => Ok(Receipt { message, ..Receipt::default() }),
            Err(failure) if failure.code().is_some_and(|code| NOT_ALLOWED.contains(&code) || code == NOT_NOW) => {
                tracing::info!("an entry in a server's calendar could not be made");
                Ok(Receipt::default())
            }
            Err(failure) => Err(self.told(failure)),
        }
    }

    async fn entered(&self, out: &Outgoing, gathering: &Gathering) -> Result<Option<String>, Failure> {
        let channel = self.rest.get(&format!("/channels/{}", out.place.room_of().name())).await?;
        let Some(guild) = channel["guild_id"].as_str() else { return Ok(None) };
        let entries = format!("/guilds/{guild}/scheduled-events");
        let body = described(&out.content, gathering, channel["name"].as_str().unwrap_or_default());
        // Discord knows no nonce for entries: one that an earlier try has made is found by what it says.
        let known = match &out.instead_of {
            Some(known) => Some(known.clone()),
            None => self.standing(&entries, &body).await?,
        };
        match (gathering.stands, known) {
            (Stands::CalledOff, None) => Ok(None),
            (Stands::CalledOff, Some(known)) => {
                match self.rest.call(Method::DELETE, &format!("{entries}/{known}"), None, &[]).await {
                    Err(failure) if failure.code() != Some(NO_ENTRY) => Err(failure),
                    _ => Ok(Some(known)),
                }
            }
            (Stands::Planned, Some(known)) => {
                match self.rest.call(Method::PATCH, &format!("{entries}/{known}"), Some(&body), &[]).await {
                    // Somebody took it out: so it is wanted.
                    Err(failure) if failure.code() != Some(NO_ENTRY) => Err(failure),
                    _ => Ok(Some(known)),
                }
            }
            (Stands::Planned, None) => {
                let made = self.rest.call(Method::POST, &entries, Some(&body), &[]).await?;
                Ok(made["id"].as_str().map(str::to_owned))
            }
        }
    }

    /// The bot's own entry of that name and time, for that channel.
    async fn standing(&self, entries: &str, body: &Value) -> Result<Option<String>, Failure> {
        let all = self.rest.get(entries).await?;
        let time = |entry: &Value| DateTime::parse_from_rfc3339(entry["scheduled_start_time"].as_str()?).ok();
        let is_same = |entry: &&Value| {
            let is_there = entry["entity_metadata"]["location"] == body["entity_metadata"]["location"];
            entry["creator_id"] == self.user && entry["name"] == body["name"] && time(entry) == time(body) && is_there
        };
        let found = all.as_array().into_iter().flatten().find(is_same);
        Ok(found.and_then(|entry| entry["id"].as_str()).map(str::to_owned))
    }
}

/// An entry as Discord wants it: somewhere else than in a voice channel, which is where its channel is.
fn described(content: &Content, gathering: &Gathering, channel: &str) -> Value {
    // A name has no markup.
    let name: String = match content.blocks.first() {
        Some(Block::Text(spans)) => spans.iter().map(Span::as_text).collect(),
        _ => String::new(),
    };
    let blocks = content.blocks.iter().skip(1).cloned().collect();
    let description = texts(&Content { blocks, ..Content::default() }).join("\n");
    json!({
        "name": cut(&name, LONGEST_NAME),
        "description": cut(&description, LONGEST_DESCRIPTION),
        "scheduled_start_time": written(gathering.starts),
        "scheduled_end_time": written(gathering.ends),
        "privacy_level": 2,
        "entity_type": 3,
        "channel_id": null,
        "entity_metadata": { "location": cut(&format!("#{channel}"), LONGEST_NAME) },
    })
}

fn written(moment: Moment) -> String {
    let time = DateTime::<Utc>::from_timestamp_millis(moment.0).unwrap_or_default();
    time.to_rfc3339_opts(SecondsFormat::Secs, true)
}

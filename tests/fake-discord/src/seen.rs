//! What people see.

use super::world::{Message, World};
use super::{Fake, shapes};
use axum::body::Bytes;
use serde_json::Value;
use std::collections::HashMap;
use std::time::Duration;

/// What happened to a message since somebody looked last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// It is there now.
    New,
    /// It was there, and is different now.
    Edited,
    /// It was there, and is no more; this is what it was.
    Deleted,
}

/// A message as a person sees it.
#[derive(Clone, Debug, PartialEq)]
pub struct Seen {
    /// What happened to it; `New` where nobody asked for changes.
    pub change: Change,
    /// Its id.
    pub id: u64,
    /// Where it stands.
    pub channel: u64,
    /// Who wrote it.
    pub author: u64,
    /// Its text.
    pub content: String,
    /// Its components, as Discord shows them.
    pub components: Vec<Value>,
    /// Its embeds.
    pub embeds: Vec<Value>,
    /// Its flags.
    pub flags: u64,
    /// Whether only one person sees it.
    pub ephemeral: bool,
    /// Whether it only says that an answer is being made.
    pub thinking: bool,
    /// Its files.
    pub attachments: Vec<SeenFile>,
    /// The nonce it was sent with.
    pub nonce: Option<String>,
    /// The interaction that it answers.
    pub interaction: Option<u64>,
    /// How often it was edited.
    pub revision: u32,
    /// The allowed mentions as they were sent.
    pub allowed_mentions: Value,
    /// When it came, in milliseconds since 1970.
    pub at: u64,
}

/// A file as a person sees it.
#[derive(Clone, Debug, PartialEq)]
pub struct SeenFile {
    /// Its name.
    pub filename: String,
    /// Its description.
    pub description: Option<String>,
    /// Its size in bytes.
    pub size: u64,
    /// What it holds.
    pub bytes: Bytes,
}

/// How far the bot is with an interaction, and how long that took it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    /// Nothing was answered.
    Unanswered,
    /// It was put off, and the answer is still to come.
    Deferred { after: Duration },
    /// It was answered.
    Answered { after: Duration },
}

/// A line of the journal of what happened to messages.
pub struct Step {
    pub message: u64,
    pub channel: u64,
    pub only_for: Option<u64>,
    pub change: Change,
    /// What the message was, when it is no more.
    pub gone: Option<Box<Seen>>,
}

impl Seen {
    fn of(message: &Message, change: Change) -> Self {
        let file = |file: &super::world::Attachment| SeenFile {
            filename: file.filename.clone(),
            description: file.description.clone(),
            size: file.bytes.len() as u64,
            bytes: file.bytes.clone(),
        };
        Self {
            change,
            id: message.id,
            channel: message.channel,
            author: message.author,
            content: message.content.clone(),
            components: message.components.clone(),
            embeds: message.embeds.clone(),
            flags: message.flags,
            ephemeral: message.only_for.is_some(),
            thinking: message.thinking(),
            attachments: message.attachments.iter().map(file).collect(),
            nonce: message.nonce.as_ref().map(|nonce| nonce.as_str().map_or(nonce.to_string(), str::to_owned)),
            interaction: message.interaction,
            revision: message.revision,
            allowed_mentions: message.allowed_mentions.clone(),
            at: message.at,
        }
    }

    /// The `custom_id` of each component that has one and can be used, in order.
    pub fn custom_ids(&self) -> Vec<String> {
        let all = shapes::all_components(&self.components);
        let usable = all.into_iter().filter(|component| component["disabled"] != true);
        usable.filter_map(|component| component["custom_id"].as_str().map(str::to_owned)).collect()
    }

    /// The label and the `custom_id` of each button that can be pressed, in order.
    pub fn buttons(&self) -> Vec<(String, String)> {
        let text = |component: &Value, key: &str| component[key].as_str().unwrap_or("").to_owned();
        shapes::all_components(&self.components)
            .into_iter()
            .filter(|component| component["type"] == 2 && component["disabled"] != true)
            .filter(|component| component["custom_id"].is_string())
            .map(|button| (text(button, "label"), text(button, "custom_id")))
            .collect()
    }

    /// The `custom_id` of the button with that label.
    pub fn button(&self, label: &str) -> Option<String> {
        self.buttons().into_iter().find(|(found, _)| found == label).map(|(_, custom_id)| custom_id)
    }

    /// Its text, and that of its text displays, a line each.
    pub fn text(&self) -> String {
        let displays = shapes::all_components(&self.components).into_iter().filter(|c| c["type"] == 10);
        let displays = displays.filter_map(|component| component["content"].as_str());
        Some(self.content.as_str())
            .filter(|text| !text.is_empty())
            .into_iter()
            .chain(displays)
            .collect::<Vec<_>>()
            .join("\n")
    }
}

impl World {
    /// Writes down what happened to a message.
    pub fn note(&mut self, id: u64, change: Change) {
        let Some(message) = self.message(id) else { return };
        let gone = (change == Change::Deleted).then(|| Box::new(Seen::of(message, change)));
        let step = Step { message: id, channel: message.channel, only_for: message.only_for, change, gone };
        self.journal.push(step);
    }

    fn sees(&self, user: u64, channel: u64, only_for: Option<u64>) -> bool {
        only_for.is_none_or(|only| only == user) && self.reads(user, channel)
    }
}

impl Fake {
    /// Everything in a channel, in order of arrival, what only one person sees too.
    pub fn messages(&self, channel: u64) -> Vec<Seen> {
        let world = self.world();
        let Some(channel) = world.channels.get(&channel) else { return Vec::new() };
        in_order(channel.messages.values().chain(channel.ephemeral.values()).collect())
    }

    /// A message as it stands now.
    pub fn message(&self, id: u64) -> Option<Seen> {
        self.world().message(id).map(|message| Seen::of(message, Change::New))
    }

    /// Everything that somebody can see, in order of arrival.
    pub fn seen_by(&self, user: &str) -> Vec<Seen> {
        let user = self.user(user);
        let world = self.world();
        let all =
            world.channels.values().flat_map(|channel| channel.messages.values().chain(channel.ephemeral.values()));
        in_order(all.filter(|message| world.sees(user, message.channel, message.only_for)).collect())
    }

    /// What changed for somebody since the last call: messages of others that are new, different or gone, each one once and
    /// as it stands now, in the order in which the changes began. What says nothing yet ("thinking") comes when it does.
    pub fn changes(&self, user: &str) -> Vec<Seen> {
        let user = self.user(user);
        self.look(|world| {
            let from = world.cursors.insert(user, world.journal.len()).unwrap_or(0);
            let mut order = Vec::new();
            let mut found: HashMap<u64, (Change, Option<Box<Seen>>)> = HashMap::new();
            for step in &world.journal[from..] {
                if !world.sees(user, step.channel, step.only_for) {
                    continue;
                }
                let before = found.get(&step.message).map(|(change, _)| *change);
                match (before, step.change) {
                    (Some(Change::New), Change::Deleted) => {
                        found.remove(&step.message);
                        order.retain(|id| *id != step.message);
                    }
                    (Some(_), Change::Edited) => {}
                    _ => {
                        if before.is_none() {
                            order.push(step.message);
                        }
                        found.insert(step.message, (step.change, step.gone.clone()));
                    }
                }
            }
            let seen = order.into_iter().filter_map(|id| match found.remove(&id)? {
                (_, Some(gone)) => Some(*gone),
                (change, None) => world.message(id).map(|message| Seen::of(message, change)),
            });
            seen.filter(|seen| seen.author != user).collect()
        })
    }

    /// The modal that an interaction opened.
    pub fn modal(&self, interaction: u64) -> Option<Value> {
        self.world().interactions.get(&interaction)?.modal.clone()
    }

    /// What an autocomplete offered: the names and values.
    pub fn autocomplete_choices(&self, interaction: u64) -> Option<Value> {
        self.world().interactions.get(&interaction)?.choices.clone()
    }

    /// How far the bot is with an interaction.
    pub fn state(&self, interaction: u64) -> Progress {
        let world = self.world();
        let interaction = world.interactions.get(&interaction).expect("an interaction");
        match (interaction.first_after, interaction.done_after) {
            (_, Some(after)) => Progress::Answered { after },
            (Some(after), None) => Progress::Deferred { after },
            (None, None) => Progress::Unanswered,
        }
    }

    /// The token of an interaction.
    pub fn interaction_token(&self, interaction: u64) -> String {
        self.world().interactions.get(&interaction).expect("an interaction").token.clone()
    }

    /// The number of the first answer to an interaction, when there is one.
    pub fn callback(&self, interaction: u64) -> Option<u64> {
        self.world().interactions.get(&interaction)?.answer
    }
}

fn in_order(mut messages: Vec<&Message>) -> Vec<Seen> {
    messages.sort_by_key(|message| message.arrived);
    messages.into_iter().map(|message| Seen::of(message, Change::New)).collect()
}

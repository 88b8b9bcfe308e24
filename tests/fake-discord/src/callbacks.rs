//! The first answer to an interaction.

use super::answers::{Answer, Faults, Reply, below, id_of, refuse, unknown_channel, unknown_message};
use super::components;
use super::server::Call;
use super::shapes;
use super::world::{EPHEMERAL, LOADING, Message, World};
use serde_json::{Value, json};
use std::time::Duration;

/// How long the bot has for the first answer.
const FIRST: Duration = Duration::from_secs(3);

impl World {
    /// `POST /interactions/{id}/{token}/callback`
    pub fn callback(&mut self, call: &Call, id: &str, token: &str) -> Reply {
        let id = id_of("interaction_id", id)?;
        let unknown = || refuse(404, 10062, "Unknown interaction");
        let interaction = self.interactions.get(&id).filter(|one| one.token == token).ok_or_else(unknown)?;
        if interaction.answer.is_some() {
            return Err(refuse(400, 40060, "Interaction has already been acknowledged."));
        }
        let age = interaction.age();
        if age > FIRST {
            return Err(unknown());
        }
        if !self.channels.contains_key(&interaction.channel) {
            return Err(unknown_channel());
        }
        let about = interaction.message;
        let allowed: &[u64] = match (interaction.kind, about.is_some()) {
            (2, _) => &[4, 5, 9],
            (3, _) => &[4, 5, 6, 7, 9],
            (4, _) => &[8],
            (5, true) => &[4, 5, 6, 7],
            _ => &[4, 5],
        };
        let kind = call.body["type"].as_u64().filter(|kind| allowed.contains(kind)).ok_or_else(|| {
            let mut faults = Faults::default();
            let numbers: Vec<String> = allowed.iter().map(ToString::to_string).collect();
            faults.choices(&["type".to_owned()], &numbers.join(", "));
            faults.refusal()
        })?;
        let nothing = json!({});
        let data = Some(&call.body["data"]).filter(|data| !data.is_null()).unwrap_or(&nothing);
        match kind {
            4 => {
                self.check(call, data, None, &["data"])?;
                let mut message = self.answer_to(id, data["flags"].as_u64().unwrap_or(0));
                self.fill(&mut message, data, &call.files)?;
                self.keep_answer(id, message);
            }
            5 => {
                let mut message = self.answer_to(id, data["flags"].as_u64().unwrap_or(0));
                message.flags |= LOADING;
                self.keep_answer(id, message);
            }
            7 => {
                let about = about.ok_or_else(unknown_message)?;
                self.change_message(call, data, about, &["data"])?;
            }
            8 => {
                check_choices(&data["choices"])?;
                self.entry(id).choices = Some(data["choices"].clone());
            }
            9 => {
                let mut faults = Faults::default();
                components::of_modal(&mut faults, &["data".to_owned()], data);
                faults.verdict()?;
                let mut modal = data.clone();
                modal["components"] = json!(shapes::numbered(data["components"].as_array().expect("checked")));
                self.entry(id).modal = Some(modal);
            }
            _ => {}
        }
        let entry = self.entry(id);
        entry.answer = Some(kind);
        entry.first_after = Some(age);
        if !matches!(kind, 5 | 6) {
            entry.done_after = Some(age);
        }
        if matches!(kind, 6 | 7) {
            entry.original = about;
        }
        let wanted = call.query.get("with_response").is_some_and(|text| matches!(text.as_str(), "true" | "1" | "True"));
        Ok(if wanted { Answer::json(200, self.response_json(id, kind)) } else { Answer::empty() })
    }

    /// An interaction that is known to be there.
    pub fn entry(&mut self, id: u64) -> &mut super::world::Interaction {
        self.interactions.get_mut(&id).expect("an interaction")
    }

    /// A blank message that answers an interaction.
    pub fn answer_to(&mut self, id: u64, flags: u64) -> Message {
        let interaction = &self.interactions[&id];
        let (channel, user, about) = (interaction.channel, interaction.user, interaction.message);
        let (first, original, command) = (interaction.answer.is_none(), interaction.original, interaction.kind == 2);
        let mut message = self.blank(channel, self.bot);
        message.interaction = Some(id);
        message.flags = flags & EPHEMERAL;
        message.only_for = (flags & EPHEMERAL != 0).then_some(user);
        message.reference = if first { about } else { original };
        message.kind = match (first && command, message.reference) {
            (true, _) => 20,
            (_, Some(_)) => 19,
            _ => 0,
        };
        message
    }

    fn keep_answer(&mut self, id: u64, message: Message) {
        let entry = self.entry(id);
        entry.original = Some(message.id);
        entry.made.push(message.id);
        self.publish(message);
    }

    fn response_json(&self, id: u64, kind: u64) -> Value {
        let interaction = &self.interactions[&id];
        let mut about = json!({"id": id.to_string(), "type": interaction.kind});
        let mut resource = json!({"type": kind});
        if let Some(message) = interaction.original.and_then(|id| self.message(id)) {
            about["response_message_id"] = json!(message.id.to_string());
            about["response_message_loading"] = json!(message.thinking());
            about["response_message_ephemeral"] = json!(message.only_for.is_some());
            about["channel_id"] = json!(message.channel.to_string());
            if let Some(guild) = self.channels[&message.channel].guild {
                about["guild_id"] = json!(guild.to_string());
            }
            resource["message"] = self.message_json(message);
        }
        json!({"interaction": about, "resource": resource})
    }
}

fn check_choices(choices: &Value) -> Result<(), Answer> {
    let mut faults = Faults::default();
    let at = vec!["data".to_owned(), "choices".to_owned()];
    match choices.as_array() {
        None => faults.required(&at),
        Some(list) => {
            faults.length(&at, list.len(), 0, 25);
            for (number, choice) in list.iter().enumerate() {
                let at = below(&at, number);
                faults.text(&at, choice, "name", true, 1, 100);
                for (locale, _) in choice["name_localizations"].as_object().into_iter().flatten() {
                    let at = below(&at, "name_localizations");
                    faults.text(&at, &choice["name_localizations"], locale, true, 1, 100);
                }
                match &choice["value"] {
                    Value::String(_) => faults.text(&at, choice, "value", true, 1, 100),
                    Value::Number(_) => {}
                    _ => faults.required(&below(&at, "value")),
                }
            }
        }
    }
    faults.verdict()
}

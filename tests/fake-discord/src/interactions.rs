//! Interactions: how they come to be, and how they are dispatched.

use super::acting::{filled_in, invented_id};
use super::world::{Interaction, World};
use super::{Place, shapes};
use serde_json::{Value, json};
use std::time::{Duration, Instant};

impl World {
    /// A command, or an option of it that is being filled in.
    pub fn command(
        &mut self,
        kind: u64,
        user: &str,
        place: Place,
        command: &str,
        options: &Value,
        focused: Option<&str>,
    ) -> u64 {
        let user = self.person(user);
        let channel = self.channel_of(user, place);
        let guild = self.channels[&channel].guild;
        let words: Vec<&str> = command.trim_start_matches('/').split_whitespace().collect();
        let mut options = if options.is_null() { json!([]) } else { options.clone() };
        let resolved = self.resolved(&options, guild);
        for option in options.as_array_mut().expect("a list of options") {
            if focused.is_some_and(|name| option["name"] == name) {
                option["focused"] = json!(true);
            }
        }
        // The last word is the command below; what stands between is a group of them.
        for (depth, word) in words.iter().enumerate().skip(1).rev() {
            let below = if depth + 1 == words.len() { 1 } else { 2 };
            options = json!([{"name": word, "type": below, "options": options}]);
        }
        let registered = [guild, None].into_iter().find_map(|scope| {
            let all = self.commands.get(&scope)?;
            all.iter().find(|one| one["name"] == words[0]).map(|one| (scope, one["id"].clone()))
        });
        let (scope, id) = registered.unwrap_or_else(|| (None, json!(invented_id(words[0]).to_string())));
        let mut data = json!({"id": id, "name": words[0], "type": 1, "options": options});
        if let Some(guild) = scope {
            data["guild_id"] = json!(guild.to_string());
        }
        if !resolved.as_object().expect("an object").is_empty() {
            data["resolved"] = resolved;
        }
        self.interact(kind, user, place, data, None, &words.join(" "))
    }

    fn resolved(&self, options: &Value, guild: Option<u64>) -> Value {
        let mut resolved = json!({});
        for option in options.as_array().into_iter().flatten() {
            let id: Option<u64> = option["value"].as_str().and_then(|text| text.parse().ok());
            let (Some(kind), Some(id)) = (option["type"].as_u64(), id) else { continue };
            let key = id.to_string();
            match kind {
                6 | 9 if self.people.contains_key(&id) => {
                    resolved["users"][&key] = self.user_json(id);
                    if guild.is_some() {
                        let mut member = self.member_json(id);
                        member.as_object_mut().expect("an object").remove("user");
                        resolved["members"][&key] = member;
                    }
                }
                7 => {
                    if let Some(channel) = self.channels.get(&id) {
                        resolved["channels"][&key] = self.channel_json(channel);
                        resolved["channels"][&key]["permissions"] = json!(shapes::MEMBER_PERMISSIONS.to_string());
                    }
                }
                11 => {
                    if let Some(file) = self.files.get(&id) {
                        resolved["attachments"][&key] = self.attachment_json(file);
                    }
                }
                _ => {}
            }
        }
        resolved
    }

    fn member_json(&self, user: u64) -> Value {
        let person = &self.people[&user];
        json!({
            "user": self.user_json(user), "nick": null, "avatar": null, "banner": null, "roles": [],
            "joined_at": shapes::timestamp(1_600_000_000_000), "premium_since": null, "deaf": false, "mute": false,
            "flags": 0, "pending": false, "permissions": person.permissions.to_string(),
            "communication_disabled_until": null, "unusual_dm_activity_until": null,
        })
    }

    /// A button pressed, or values chosen, at a message that is there.
    pub fn use_component(&mut self, user: &str, message: u64, custom_id: &str, values: Option<&[&str]>) -> u64 {
        let person = self.person(user);
        let found = self.message(message).unwrap_or_else(|| panic!("{user} uses a message that is not there"));
        let visible = found.only_for.is_none_or(|only| only == person) && self.reads(person, found.channel);
        assert!(visible, "{user} does not see the message");
        let component = shapes::find_component(&found.components, custom_id);
        let component =
            component.unwrap_or_else(|| panic!("no component {custom_id} in {}", json!(found.components))).clone();
        assert!(component["disabled"] != true, "the component {custom_id} is disabled");
        let channel = &self.channels[&found.channel];
        let place = match channel.kind {
            1 if self.directs.get(&person) == Some(&channel.id) => Place::Direct,
            1 | 3 => Place::Private(channel.id),
            _ if channel.parent.is_some() => Place::Thread(channel.id),
            _ => Place::Channel(channel.id),
        };
        let mut data = json!({
            "custom_id": custom_id, "component_type": component["type"], "id": component["id"],
        });
        if let Some(values) = values {
            check_choice(&component, values);
            data["values"] = json!(values);
            if component["type"] == 5 {
                let options: Vec<Value> = values.iter().map(|id| json!({"type": 6, "value": id})).collect();
                data["resolved"] = self.resolved(&json!(options), channel.guild);
            }
        } else {
            assert_eq!(component["type"], 2, "{custom_id} is no button");
        }
        let message_json = self.message_json(found);
        self.interact(3, person, place, data, Some((Some(message), message_json)), "")
    }

    /// A button pressed at a message that is not there, or not like that.
    pub fn use_forged(&mut self, user: &str, place: Place, message: Value, custom_id: &str) -> u64 {
        let person = self.person(user);
        let channel = self.channel_of(person, place);
        let mut blank = self.blank(channel, self.bot);
        blank.content = "forged".into();
        let mut whole = self.message_json(&blank);
        shapes::merge(&mut whole, &message);
        let id = whole["id"].as_str().and_then(|text| text.parse().ok());
        let data = json!({"custom_id": custom_id, "component_type": 2, "id": 2});
        self.interact(3, person, place, data, Some((id, whole)), "")
    }

    /// A modal that was filled in.
    pub fn submit(&mut self, user: &str, interaction: u64, fields: &[(&str, &str)]) -> u64 {
        let person = self.person(user);
        let opener = self.interactions.get(&interaction).expect("an interaction");
        assert_eq!(opener.user, person, "the modal is somebody else's");
        let modal = opener.modal.as_ref().expect("a modal");
        let components = filled_in(modal["components"].as_array().expect("components"), fields);
        let data = json!({"custom_id": modal["custom_id"], "components": components});
        let (place, name) = (opener.place, opener.name.clone());
        let message = opener.message.map(|id| {
            let shown =
                self.message(id).map_or_else(|| json!({"id": id.to_string()}), |found| self.message_json(found));
            (Some(id), shown)
        });
        self.interact(5, person, place, data, message, &name)
    }

    fn interact(
        &mut self,
        kind: u64,
        user: u64,
        place: Place,
        data: Value,
        message: Option<(Option<u64>, Value)>,
        name: &str,
    ) -> u64 {
        let channel = self.channel_of(user, place);
        let id = self.next_id();
        let token = format!("aW50ZXJhY3Rpb246{}{}", shapes::base64ish(id), shapes::base64ish(id.rotate_left(29)));
        let context = match place {
            Place::Direct => 1,
            Place::Private(_) => 2,
            Place::Channel(_) | Place::Thread(_) => 0,
        };
        let (person, guild) = (&self.people[&user], self.channels[&channel].guild);
        let mut owners = json!({});
        if context != 2 {
            owners["0"] = json!(guild.unwrap_or(0).to_string());
        }
        if person.installed || context == 2 {
            owners["1"] = json!(user.to_string());
        }
        let mut shown = self.channel_json(&self.channels[&channel]);
        let mut event = json!({
            "id": id.to_string(), "application_id": self.bot.to_string(), "type": kind, "token": token, "version": 1,
            "data": data, "context": context, "authorizing_integration_owners": owners, "entitlements": [],
            "channel_id": channel.to_string(), "locale": person.locale, "attachment_size_limit": self.file_limit,
            "entitlement_sku_ids": [],
        });
        if let Some(guild) = guild {
            let locale = &self.guilds[&guild].locale;
            shown["permissions"] = json!(person.permissions.to_string());
            event["guild_id"] = json!(guild.to_string());
            event["guild_locale"] = json!(locale);
            event["guild"] = json!({"id": guild.to_string(), "locale": locale, "features": []});
            event["member"] = self.member_json(user);
            event["app_permissions"] = json!(self.bot_permissions(channel).to_string());
        } else {
            event["user"] = self.user_json(user);
            event["app_permissions"] = json!(shapes::MEMBER_PERMISSIONS.to_string());
        }
        event["channel"] = shown;
        let about = message.as_ref().and_then(|(id, _)| *id);
        if let Some((_, message)) = message {
            event["message"] = message;
        }
        let interaction = Interaction {
            id,
            token: token.clone(),
            kind,
            user,
            place,
            channel,
            born: Instant::now(),
            extra_age: Duration::ZERO,
            message: about,
            answer: None,
            first_after: None,
            done_after: None,
            original: None,
            modal: None,
            choices: None,
            made: Vec::new(),
            owners,
            name: name.to_owned(),
        };
        self.interactions.insert(id, interaction);
        self.tokens.insert(token, id);
        self.gateway.dispatch(None, "INTERACTION_CREATE", &event);
        self.payloads.insert(id, ("INTERACTION_CREATE".to_owned(), event));
        id
    }
}

/// Nobody can choose what is not there.
fn check_choice(component: &Value, values: &[&str]) {
    let (least, most) = (component["min_values"].as_u64().unwrap_or(1), component["max_values"].as_u64().unwrap_or(1));
    assert!((least..=most).contains(&(values.len() as u64)), "{least} to {most} values are to be chosen");
    if component["type"] == 3 {
        let options = component["options"].as_array().expect("options");
        for value in values {
            assert!(options.iter().any(|option| option["value"] == *value), "no option {value} in {options:?}");
        }
    }
}

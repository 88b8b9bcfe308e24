//! The world as Discord writes it down.

use super::Denied;
use super::world::{Attachment, COMPONENTS_V2, Channel, Guild, Message, World};
use serde_json::{Value, json};

/// What a member may do who is nobody in particular.
pub const MEMBER_PERMISSIONS: u64 =
    1 << 6 | 1 << 10 | 1 << 11 | 1 << 14 | 1 << 15 | 1 << 16 | 1 << 18 | 1 << 31 | 1 << 35 | 1 << 36 | 1 << 38;

/// A moment as text.
pub fn timestamp(ms: u64) -> String {
    let (days, rest) = (ms / 86_400_000, ms % 86_400_000);
    // Days since the first of March of the year 0.
    let z = days + 719_468;
    let era = z / 146_097;
    let doe = z % 146_097;
    let yoe = (doe - doe / 1460 + doe / 36_524 - doe / 146_096) / 365;
    let doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
    let mp = (5 * doy + 2) / 153;
    let day = doy - (153 * mp + 2) / 5 + 1;
    let month = if mp < 10 { mp + 3 } else { mp - 9 };
    let year = yoe + era * 400 + u64::from(month <= 2);
    let (hour, minute, second, milli) = (rest / 3_600_000, rest / 60_000 % 60, rest / 1000 % 60, rest % 1000);
    format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}.{milli:03}000+00:00")
}

/// A number in letters that fit into a token.
pub fn base64ish(number: u64) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    (0..11).map(|step| char::from(LETTERS[(number >> (step * 6)) as usize % 64])).collect()
}

impl World {
    /// An account.
    pub fn user_json(&self, id: u64) -> Value {
        let person = &self.people[&id];
        let mut user = json!({
            "id": id.to_string(), "username": person.name, "discriminator": "0", "global_name": person.name,
            "avatar": null, "avatar_decoration_data": null, "collectibles": null, "display_name_styles": null,
            "primary_guild": null, "clan": null, "public_flags": 0,
        });
        if id == self.bot {
            user["bot"] = json!(true);
            user["global_name"] = Value::Null;
        }
        user
    }

    /// The bot's own account, as it is told about itself.
    pub fn me_json(&self) -> Value {
        let mut user = self.user_json(self.bot);
        let more = json!({"verified": true, "mfa_enabled": true, "flags": 0, "email": null, "locale": "en-US"});
        merge(&mut user, &more);
        user
    }

    /// The application.
    pub fn application_json(&self) -> Value {
        let scopes = json!({"scopes": ["applications.commands", "bot"], "permissions": "274877991936"});
        let mut application = json!({
            "id": self.bot.to_string(), "name": self.people[&self.bot].name, "icon": null, "description": "",
            "type": null, "summary": "", "is_monetized": false, "is_verified": false, "is_discoverable": false,
            "bot": self.user_json(self.bot), "bot_public": true, "bot_require_code_grant": false,
            "verify_key": "0".repeat(64), "flags": 0, "hook": true, "storefront_available": false,
            "install_params": scopes, "redirect_uris": [], "interactions_endpoint_url": null,
            "role_connections_verification_url": null, "event_webhooks_url": null, "event_webhooks_status": 1,
            "integration_types_config": {
                "0": {"oauth2_install_params": scopes},
                "1": {"oauth2_install_params": {"scopes": ["applications.commands"], "permissions": "0"}},
            },
            "owner": {"id": "1", "username": "owner", "discriminator": "0", "global_name": null, "avatar": null,
                      "public_flags": 0, "flags": 0},
            "team": null, "approximate_guild_count": self.guilds.len(), "approximate_user_install_count": 0,
            "tags": [],
        });
        merge(&mut application, &self.application);
        application
    }

    /// A channel.
    pub fn channel_json(&self, channel: &Channel) -> Value {
        let mut value = json!({
            "id": channel.id.to_string(), "type": channel.kind, "flags": 0,
            "last_message_id": channel.last.map(|id| id.to_string()),
        });
        if let Some(guild) = channel.guild {
            let more = json!({
                "guild_id": guild.to_string(), "name": channel.name, "rate_limit_per_user": 0,
                "parent_id": channel.parent.map(|id| id.to_string()),
            });
            merge(&mut value, &more);
            let more = if channel.parent.is_some() {
                let locked = channel.denied.contains(&Denied::Locked);
                json!({
                    "owner_id": self.bot.to_string(), "message_count": channel.messages.len(), "member_count": 1,
                    "total_message_sent": channel.messages.len(),
                    "thread_metadata": {
                        "archived": locked, "auto_archive_duration": 1440, "locked": locked,
                        "archive_timestamp": timestamp((channel.id >> 22) + super::world::EPOCH_MS),
                        "create_timestamp": timestamp((channel.id >> 22) + super::world::EPOCH_MS),
                    },
                })
            } else {
                json!({"position": 0, "permission_overwrites": [], "topic": null, "nsfw": false})
            };
            merge(&mut value, &more);
        } else {
            value["recipients"] = channel.recipients.iter().map(|id| self.user_json(*id)).collect();
        }
        value
    }

    /// A guild as a bot gets it when it appears.
    pub fn guild_json(&self, guild: &Guild) -> Value {
        let mut channels: Vec<&Channel> = self.channels.values().filter(|c| c.guild == Some(guild.id)).collect();
        channels.sort_by_key(|channel| channel.id);
        let (threads, channels): (Vec<&Channel>, Vec<&Channel>) =
            channels.into_iter().partition(|channel| channel.parent.is_some());
        let list = |some: Vec<&Channel>| some.into_iter().map(|one| self.channel_json(one)).collect::<Vec<_>>();
        let everyone = json!({
            "id": guild.id.to_string(), "name": "@everyone", "color": 0, "hoist": false, "managed": false,
            "mentionable": false, "permissions": MEMBER_PERMISSIONS.to_string(), "position": 0, "flags": 0,
            "icon": null, "unicode_emoji": null,
            "colors": {"primary_color": 0, "secondary_color": null, "tertiary_color": null},
        });
        let mut value = json!({
            "id": guild.id.to_string(), "name": guild.name, "preferred_locale": guild.locale, "icon": null,
            "splash": null, "discovery_splash": null, "owner_id": guild.owner.to_string(), "afk_channel_id": null, "afk_timeout": 300,
            "verification_level": 0, "default_message_notifications": 0, "explicit_content_filter": 0,
            "roles": [everyone], "emojis": [], "features": [], "mfa_level": 0, "application_id": null,
            "system_channel_id": null, "system_channel_flags": 0, "rules_channel_id": null,
            "max_members": 500_000, "max_presences": null, "vanity_url_code": null, "description": null,
            "banner": null, "premium_tier": 0, "premium_subscription_count": 0,
            "public_updates_channel_id": null, "nsfw_level": 0, "nsfw": false, "stickers": [],
        });
        let more = json!({
            "premium_progress_bar_enabled": false, "safety_alerts_channel_id": null, "incidents_data": null,
            "joined_at": timestamp(guild.joined), "large": false,
            "unavailable": false, "member_count": guild.members.len() + 1, "voice_states": [], "members": [],
            "channels": list(channels), "threads": list(threads), "presences": [], "stage_instances": [],
            "guild_scheduled_events": [], "soundboard_sounds": [], "region": "deprecated",
        });
        merge(&mut value, &more);
        value
    }

    /// A file of a message.
    pub fn attachment_json(&self, file: &Attachment) -> Value {
        let url = format!("{}/attachments/{}/{}/{}", self.http, file.channel, file.id, file.filename);
        let mut value = json!({
            "id": file.id.to_string(), "filename": file.filename, "size": file.bytes.len(), "url": url,
            "proxy_url": url, "content_type": file.kind,
        });
        if let Some(description) = &file.description {
            value["description"] = json!(description);
        }
        if let Some(seconds) = file.voice {
            value["duration_secs"] = json!(seconds);
            value["waveform"] = json!("AAMFCAsOERQXGh0gIyYpLC8yNTg7PkFER0pNUFNWWVxfYmVoa25xdHd6fYCDhomMj5KVmJs=");
        }
        value
    }

    /// A message. What only one person sees has no guild.
    pub fn message_json(&self, message: &Message) -> Value {
        let mentioned: Vec<Value> = mentions(&message.content)
            .into_iter()
            .filter(|id| self.people.contains_key(id))
            .map(|id| self.user_json(id))
            .collect();
        let mut value = json!({
            "id": message.id.to_string(), "channel_id": message.channel.to_string(), "type": message.kind,
            "author": self.user_json(message.author), "content": message.content,
            "timestamp": timestamp(message.at), "edited_timestamp": message.edited.map(timestamp), "tts": false,
            "mention_everyone": false, "mentions": mentioned, "mention_roles": [],
            "attachments": message.attachments.iter().map(|file| self.attachment_json(file)).collect::<Vec<_>>(),
            "embeds": message.embeds, "components": message.components, "pinned": false, "flags": message.flags,
        });
        if let Some(nonce) = &message.nonce {
            value["nonce"] = nonce.clone();
        }
        if let Some(earlier) = message.reference {
            value["message_reference"] = json!({
                "type": 0, "message_id": earlier.to_string(), "channel_id": message.channel.to_string(),
            });
        }
        if let Some(interaction) = message.interaction.and_then(|id| self.interactions.get(&id)) {
            let user = self.user_json(interaction.user);
            let mut about = json!({
                "id": interaction.id.to_string(), "type": interaction.kind, "user": user,
                "authorizing_integration_owners": interaction.owners,
            });
            if interaction.kind == 2 {
                about["name"] = json!(interaction.name);
                about["command_type"] = json!(1);
            }
            value["interaction_metadata"] = about;
            value["application_id"] = json!(self.bot.to_string());
            value["webhook_id"] = json!(self.bot.to_string());
        }
        value
    }

    /// The message as the gateway tells of it.
    pub fn message_event(&self, message: &Message) -> Value {
        let mut value = self.message_json(message);
        let channel = &self.channels[&message.channel];
        value["channel_type"] = json!(channel.kind);
        if let (Some(guild), None) = (channel.guild, message.only_for) {
            value["guild_id"] = json!(guild.to_string());
        }
        value
    }

    /// What the bot may do in a channel.
    pub fn bot_permissions(&self, channel: u64) -> u64 {
        [
            (Denied::View, 1 << 10),
            (Denied::Send, 1 << 11),
            (Denied::Attach, 1 << 15),
            (Denied::History, 1 << 16),
            (Denied::CreateThreads, 1 << 35 | 1 << 36),
            (Denied::SendInThreads, 1 << 38),
        ]
        .into_iter()
        .filter(|(denied, _)| self.denied(channel, *denied))
        .fold(MEMBER_PERMISSIONS, |all, (_, bits)| all & !bits)
    }

    /// Whether the bot is denied something there, or in the channel of a thread.
    pub fn denied(&self, channel: u64, what: Denied) -> bool {
        let Some(channel) = self.channels.get(&channel) else { return false };
        channel.denied.contains(&what) || channel.parent.is_some_and(|parent| self.denied(parent, what))
    }
}

/// Puts the fields of one object into another.
pub fn merge(into: &mut Value, from: &Value) {
    let into = into.as_object_mut().expect("an object");
    for (key, value) in from.as_object().expect("an object") {
        into.insert(key.clone(), value.clone());
    }
}

/// Who is named in a text.
pub fn mentions(content: &str) -> Vec<u64> {
    let mut found = Vec::new();
    for part in content.split("<@").skip(1) {
        let id = part.trim_start_matches('!').split('>').next().and_then(|text| text.parse().ok());
        if let Some(id) = id.filter(|id| !found.contains(id)) {
            found.push(id);
        }
    }
    found
}

/// Numbers the components as Discord does: those without a number get the next free one.
pub fn numbered(components: &[Value]) -> Vec<Value> {
    fn taken(value: &Value, ids: &mut Vec<u64>) {
        ids.extend(value["id"].as_u64().filter(|id| *id > 0));
        children(value).for_each(|child| taken(child, ids));
    }
    fn give(value: &mut Value, next: &mut u64, ids: &[u64]) {
        if value["id"].as_u64().is_none_or(|id| id == 0) {
            *next += 1;
            while ids.contains(next) {
                *next += 1;
            }
            value["id"] = json!(*next);
        }
        for key in ["components", "component", "accessory"] {
            match value.get_mut(key) {
                Some(Value::Array(list)) => list.iter_mut().for_each(|child| give(child, next, ids)),
                Some(child @ Value::Object(_)) => give(child, next, ids),
                _ => {}
            }
        }
    }
    let mut ids = Vec::new();
    components.iter().for_each(|component| taken(component, &mut ids));
    let (mut next, mut components) = (0, components.to_vec());
    components.iter_mut().for_each(|component| give(component, &mut next, &ids));
    components
}

/// The components inside a component.
pub fn children(component: &Value) -> impl Iterator<Item = &Value> {
    let several = component["components"].as_array().into_iter().flatten();
    several.chain([&component["component"], &component["accessory"]].into_iter().filter(|one| one.is_object()))
}

/// The component with that `custom_id`, wherever it stands.
pub fn find_component<'a>(components: &'a [Value], custom_id: &str) -> Option<&'a Value> {
    all_components(components).into_iter().find(|component| component["custom_id"] == custom_id)
}

/// All components, those inside of others too.
pub fn all_components(components: &[Value]) -> Vec<&Value> {
    let mut found = Vec::new();
    for component in components {
        found.push(component);
        found.extend(children(component).flat_map(|child| all_components(std::slice::from_ref(child))));
    }
    found
}

/// Whether a message uses the newer components.
pub fn is_v2(flags: u64) -> bool {
    flags & COMPONENTS_V2 != 0
}

//! The routes.

use super::Denied;
use super::answers::{
    Answer, Content, Faults, Reply, id_of, missing_permissions, no_route, refuse, unknown_channel, unknown_message,
    unreadable,
};
use super::server::Call;
use super::world::World;
use serde_json::{Value, json};

/// Answers a request.
pub fn answer(world: &mut World, call: &Call) -> Answer {
    route(world, call).unwrap_or_else(|refusal| refusal)
}

fn route(world: &mut World, call: &Call) -> Reply {
    let Some(path) = call.path.strip_prefix("/api/v10/") else {
        return file(world, call);
    };
    let parts: Vec<&str> = path.split('/').collect();
    let method = call.method.as_str();
    let free = matches!(parts[..], ["interactions", _, _, "callback"] | ["webhooks", _, _, ..] | ["gateway"]);
    let known = call.authorization.as_deref().is_some_and(|text| text.starts_with("Bot ") && world.is_token(text));
    if (!free && !known) || world.revoked {
        return Err(refuse(401, 0, "401: Unauthorized"));
    }
    if call.malformed {
        return Err(unreadable());
    }
    match (method, &parts[..]) {
        ("POST", ["interactions", id, token, "callback"]) => world.callback(call, id, token),
        ("POST", ["webhooks", app, token]) => world.follow_up(call, app, token),
        ("GET", ["webhooks", app, token, "messages", id]) => world.get_answer(app, token, id),
        ("PATCH", ["webhooks", app, token, "messages", id]) => world.edit_answer(call, app, token, id),
        ("DELETE", ["webhooks", app, token, "messages", id]) => world.delete_answer(app, token, id),
        ("POST", ["channels", id, "messages"]) => world.create_message(call, id),
        ("GET", ["channels", id, "messages"]) => world.list_messages(call, id),
        ("GET", ["channels", id, "messages", message]) => world.get_message(id, message),
        ("PATCH", ["channels", id, "messages", message]) => world.edit_message(call, id, message),
        ("DELETE", ["channels", id, "messages", message]) => world.delete_message(id, message),
        ("POST", ["channels", id, "typing"]) => {
            let id = id_of("channel_id", id)?;
            let thread = world.open(id)?.parent.is_some();
            let denied = world.denied(id, if thread { Denied::SendInThreads } else { Denied::Send });
            if denied { Err(missing_permissions()) } else { Ok(Answer::empty()) }
        }
        ("POST", ["channels", id, "threads"]) => world.create_thread(call, id, None),
        ("POST", ["channels", id, "messages", message, "threads"]) => world.create_thread(call, id, Some(message)),
        ("GET", ["guilds", guild, "scheduled-events"]) => world.entries(guild),
        ("POST", ["guilds", guild, "scheduled-events"]) => world.make_entry(call, guild),
        ("PATCH", ["guilds", guild, "scheduled-events", id]) => world.change_entry(call, guild, id),
        ("DELETE", ["guilds", guild, "scheduled-events", id]) => world.remove_entry(guild, id),
        ("PUT", ["channels", id, "thread-members", user]) => world.add_to_thread(id, user),
        ("GET", ["channels", id]) => {
            let channel = world.open(id_of("channel_id", id)?)?;
            Ok(Answer::json(200, world.channel_json(channel)))
        }
        ("POST", ["users", "@me", "channels"]) => world.create_direct(call),
        ("GET", ["users", "@me"]) => Ok(Answer::json(200, world.me_json())),
        ("GET", ["users", id]) => {
            let id = id_of("user_id", id)?;
            let known = world.people.contains_key(&id).then(|| Answer::json(200, world.user_json(id)));
            known.ok_or_else(|| refuse(404, 10013, "Unknown User"))
        }
        ("GET", ["applications", "@me"]) => Ok(Answer::json(200, world.application_json())),
        ("GET", ["oauth2", "applications", "@me"]) => Ok(Answer::json(200, world.application_json())),
        ("GET" | "PUT", ["applications", app, "commands"]) => world.commands_route(call, app, None),
        ("GET" | "PUT", ["applications", app, "guilds", guild, "commands"]) => {
            world.commands_route(call, app, Some(id_of("guild_id", guild)?))
        }
        ("GET", ["gateway"]) => Ok(Answer::json(200, json!({"url": world.ws}))),
        ("GET", ["gateway", "bot"]) => {
            let limit = json!({
                "total": 1000, "remaining": 1000usize.saturating_sub(world.gateway.identifies), "reset_after": 86_400_000,
                "max_concurrency": 1,
            });
            Ok(Answer::json(200, json!({"url": world.ws, "shards": 1, "session_start_limit": limit})))
        }
        _ => Err(no_route()),
    }
}

/// Sends a file of a message, which needs no token.
fn file(world: &World, call: &Call) -> Reply {
    let parts: Vec<&str> = call.path.split('/').collect();
    let ["", "attachments", channel, id, name] = parts[..] else { return Err(no_route()) };
    let file = id.parse().ok().and_then(|id: u64| world.files.get(&id)).ok_or_else(no_route)?;
    if call.method != "GET" || channel != file.channel.to_string() || name != file.filename {
        return Err(no_route());
    }
    Ok(Answer { status: 200, content: Content::File(file.bytes.clone(), file.kind.clone()), headers: Vec::new() })
}

impl World {
    fn create_direct(&mut self, call: &Call) -> Reply {
        let recipient = &call.body["recipient_id"];
        let id = recipient.as_str().and_then(|text| text.parse().ok()).or_else(|| recipient.as_u64());
        let Some(id) = id else {
            let mut faults = Faults::default();
            faults.required(&["recipient_id".to_owned()]);
            return Err(faults.refusal());
        };
        if id == self.bot || !self.people.contains_key(&id) {
            return Err(refuse(400, 50033, "Invalid Recipient(s)"));
        }
        let channel = self.direct(id);
        Ok(Answer::json(200, self.channel_json(&self.channels[&channel])))
    }

    fn create_thread(&mut self, call: &Call, channel: &str, message: Option<&str>) -> Reply {
        let id = id_of("channel_id", channel)?;
        let channel = self.open(id)?;
        let Some(guild) = channel.guild.filter(|_| channel.parent.is_none()) else {
            return Err(refuse(400, 50024, "Cannot execute action on this channel type"));
        };
        if self.denied(id, Denied::CreateThreads) {
            return Err(missing_permissions());
        }
        let from = message.map(|text| id_of("message_id", text)).transpose()?;
        if from.is_some_and(|message| !channel.messages.contains_key(&message)) {
            return Err(unknown_message());
        }
        if from.is_some_and(|message| self.channels.contains_key(&message)) {
            return Err(refuse(400, 160_004, "A thread has already been created for this message"));
        }
        let mut faults = Faults::default();
        faults.text(&[], &call.body, "name", true, 1, 100);
        let kind = if from.is_some() { 11 } else { call.body["type"].as_u64().unwrap_or(12) };
        if !matches!(kind, 11 | 12) {
            faults.choices(&["type".to_owned()], "10, 11, 12");
        }
        let minutes = &call.body["auto_archive_duration"];
        if !minutes.is_null() && !matches!(minutes.as_u64(), Some(60 | 1440 | 4320 | 10080)) {
            faults.choices(&["auto_archive_duration".to_owned()], "60, 1440, 4320, 10080");
        }
        faults.verdict()?;
        let name = call.body["name"].as_str().expect("checked").to_owned();
        let new = from.unwrap_or_else(|| self.next_id());
        self.put_channel(new, kind, name, Some(guild), Some(id), Vec::new());
        self.tell_channel(new);
        Ok(Answer::json(201, self.channel_json(&self.channels[&new])))
    }

    fn add_to_thread(&mut self, thread: &str, user: &str) -> Reply {
        let (id, user) = (id_of("channel_id", thread)?, user.parse().unwrap_or(self.bot));
        if self.open(id)?.parent.is_none() {
            return Err(unknown_channel());
        }
        if !self.people.contains_key(&user) {
            return Err(refuse(404, 10013, "Unknown User"));
        }
        let thread = self.channels.get_mut(&id).expect("a thread");
        if !thread.recipients.contains(&user) {
            thread.recipients.push(user);
        }
        Ok(Answer::empty())
    }

    fn commands_route(&mut self, call: &Call, application: &str, guild: Option<u64>) -> Reply {
        if id_of("application_id", application)? != self.bot {
            return Err(refuse(403, 20012, "You are not authorized to perform this action on this application"));
        }
        if guild.is_some_and(|guild| !self.guilds.contains_key(&guild)) {
            return Err(super::answers::missing_access());
        }
        if call.method == "PUT" {
            return self.put_commands(&call.body, guild);
        }
        let mut commands = Value::Array(self.commands.get(&guild).cloned().unwrap_or_default());
        if call.query.get("with_localizations").is_none_or(|text| text != "true" && text != "1") {
            super::commands::strip_localizations(&mut commands);
        }
        Ok(Answer::json(200, commands))
    }
}

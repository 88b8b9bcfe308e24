//! What people do.

use super::seen::Change;
use super::world::{Attachment, World, hash};
use super::{Fake, Place, gateway, shapes};
use axum::body::Bytes;
use serde_json::{Value, json};

impl World {
    /// A new channel or thread of a guild, which the bot hears of.
    pub fn open_channel(&mut self, kind: u64, name: &str, guild: u64, parent: Option<u64>) -> u64 {
        let id = self.new_channel(kind, name.to_owned(), Some(guild), parent, Vec::new());
        self.tell_channel(id);
        id
    }

    /// Tells the bot of a new channel or thread.
    pub fn tell_channel(&mut self, id: u64) {
        let channel = &self.channels[&id];
        let event = self.channel_json(channel);
        let name = if channel.parent.is_some() { "THREAD_CREATE" } else { "CHANNEL_CREATE" };
        self.gateway.dispatch(Some(gateway::GUILDS), name, &event);
    }

    /// A file that was uploaded.
    pub fn keep_file(&mut self, channel: u64, filename: &str, kind: &str, bytes: Bytes) -> Attachment {
        let id = self.next_id();
        // Names come back with plain letters only.
        let plain = |c: char| if c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_') { c } else { '_' };
        let (filename, kind) = (filename.chars().map(plain).collect(), kind.to_owned());
        let file = Attachment { id, channel, filename, description: None, kind, bytes, voice: None };
        self.files.insert(id, file.clone());
        file
    }

    fn write(&mut self, user: &str, place: Place, text: &str, files: Vec<Attachment>, flags: u64) -> u64 {
        let user = self.person(user);
        let channel = self.channel_of(user, place);
        let mut message = self.blank(channel, user);
        message.content = text.trim().to_owned();
        message.flags = flags;
        message.nonce = Some(json!(message.id.to_string()));
        message.attachments = files;
        for file in &mut message.attachments {
            file.channel = channel;
            self.files.insert(file.id, file.clone());
        }
        let id = message.id;
        self.publish(message);
        id
    }
}

/// What kind of file a name promises.
fn kind_of(filename: &str) -> &'static str {
    match filename.rsplit('.').next().unwrap_or("") {
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "json" => "application/json; charset=utf-8",
        "txt" | "md" => "text/plain; charset=utf-8",
        "csv" => "text/csv; charset=utf-8",
        "pdf" => "application/pdf",
        "ogg" => "audio/ogg",
        "zip" => "application/zip",
        _ => "application/octet-stream",
    }
}

impl Fake {
    /// Somebody writes to the bot.
    pub fn says(&self, user: &str, text: &str) -> u64 {
        self.says_in(user, Place::Direct, text)
    }

    /// Somebody writes somewhere. The bot hears of it only where it is a direct message to the bot.
    pub fn says_in(&self, user: &str, place: Place, text: &str) -> u64 {
        self.change(|world| world.write(user, place, text, Vec::new(), 0))
    }

    /// Somebody sends the bot a voice message.
    pub fn voice(&self, user: &str, seconds: f64) -> u64 {
        self.change(|world| {
            let bytes = Bytes::from_static(b"OggS\0\x02 no voice at all");
            let mut file = world.keep_file(0, "voice-message.ogg", "audio/ogg", bytes);
            file.voice = Some(seconds);
            world.write(user, Place::Direct, "", vec![file], 1 << 13)
        })
    }

    /// Somebody sends the bot a file of that size, with a text.
    pub fn file(&self, user: &str, name: &str, size: usize, text: &str) -> u64 {
        self.file_with(user, name, vec![b'x'; size], text)
    }

    /// Somebody sends the bot a file that holds exactly that, with a text.
    pub fn file_with(&self, user: &str, name: &str, bytes: impl Into<Bytes>, text: &str) -> u64 {
        let bytes = bytes.into();
        self.change(|world| {
            let file = world.keep_file(0, name, kind_of(name), bytes);
            world.write(user, Place::Direct, text, vec![file], 0)
        })
    }

    /// Uploads a file for an option of a command: its id is the value of the option.
    pub fn upload(&self, user: &str, name: &str, bytes: impl Into<Bytes>) -> u64 {
        let bytes = bytes.into();
        self.change(|world| {
            let user = world.person(user);
            let channel = world.direct(user);
            world.keep_file(channel, name, kind_of(name), bytes).id
        })
    }

    /// Somebody changes what they wrote.
    pub fn edit(&self, user: &str, message: u64, text: &str) {
        self.change(|world| {
            let (user, now) = (world.person(user), world.now());
            let message = world.message_mut(message).expect("a message");
            assert_eq!(message.author, user, "nobody changes what others wrote");
            message.content = text.trim().to_owned();
            // Each edit has a moment of its own, also where the clock stands.
            message.edited = Some(message.edited.map_or(now, |before| now.max(before + 1)));
            message.revision += 1;
            let id = message.id;
            world.edited(id, Change::Edited);
        });
    }

    /// Somebody takes back what they wrote.
    pub fn unsay(&self, user: &str, message: u64) {
        self.change(|world| {
            let user = world.person(user);
            assert_eq!(world.message(message).expect("a message").author, user, "nobody deletes what others wrote");
            world.remove(message);
        });
    }

    /// Somebody gives a command, such as `pitch practise`; the options are a list of `{name, type, value}`.
    pub fn slash(&self, user: &str, place: Place, command: &str, options: Value) -> u64 {
        self.change(|world| world.command(2, user, place, command, &options, None))
    }

    /// Somebody is filling in that option of a command.
    pub fn autocomplete(&self, user: &str, place: Place, command: &str, options: Value, focused: &str) -> u64 {
        self.change(|world| world.command(4, user, place, command, &options, Some(focused)))
    }

    /// Somebody presses a button.
    ///
    /// # Panics
    /// They do not see that message, or it has no such button that can be pressed.
    pub fn press(&self, user: &str, message: u64, custom_id: &str) -> u64 {
        self.change(|world| world.use_component(user, message, custom_id, None))
    }

    /// Somebody chooses from a list.
    ///
    /// # Panics
    /// They do not see that message, or it has no such list, or the list has no such values.
    pub fn select(&self, user: &str, message: u64, custom_id: &str, values: &[&str]) -> u64 {
        self.change(|world| world.use_component(user, message, custom_id, Some(values)))
    }

    /// Somebody presses a button of a message that never was so: `message` is Discord's message object, of which every field
    /// may be missing.
    pub fn press_forged(&self, user: &str, place: Place, message: Value, custom_id: &str) -> u64 {
        self.change(|world| world.use_forged(user, place, message, custom_id))
    }

    /// Somebody sends a modal off that the bot opened: the fields by their `custom_id`, the others stay as they were.
    ///
    /// # Panics
    /// That interaction opened no modal, or it has no such field.
    pub fn submit(&self, user: &str, interaction: u64, fields: &[(&str, &str)]) -> u64 {
        self.change(|world| world.submit(user, interaction, fields))
    }

    /// The last event of a message, or that of an interaction, is dispatched a second time.
    pub fn again(&self, id: u64) {
        self.change(|world| {
            let (name, payload) = world.payloads.get(&id).cloned().expect("something that was dispatched");
            let intents = (name != "INTERACTION_CREATE").then_some(gateway::DIRECT_MESSAGES);
            world.gateway.dispatch(intents, &name, &payload);
        });
    }
}

/// The id of a command that nobody registered.
pub fn invented_id(name: &str) -> u64 {
    (1_000_000 << 22) + hash(name) % (1 << 40)
}

/// Whether the bot gets messages of that channel: where it is a direct one, with it.
pub fn heard(world: &World, channel: u64) -> bool {
    world.channels.get(&channel).is_some_and(|channel| channel.kind == 1 && is_direct(world, channel))
}

fn is_direct(world: &World, channel: &super::world::Channel) -> bool {
    channel.recipients.first().is_some_and(|user| world.directs.get(user) == Some(&channel.id))
}

/// The fields of a modal, with what was filled in, in the shape in which Discord sends them.
pub fn filled_in(components: &[Value], fields: &[(&str, &str)]) -> Vec<Value> {
    let fill = |field: &Value| -> Value {
        let custom_id = field["custom_id"].as_str().unwrap_or("");
        let given: Vec<&str> = fields.iter().filter(|(name, _)| *name == custom_id).map(|(_, text)| *text).collect();
        let mut filled = json!({"type": field["type"], "id": field["id"], "custom_id": custom_id});
        match field["type"].as_u64() {
            Some(4) => {
                let value = given.first().copied().or_else(|| field["value"].as_str()).unwrap_or("");
                filled["value"] = json!(value);
            }
            Some(21) => filled["value"] = json!(given.first()),
            Some(23) => filled["value"] = json!(given.first().map_or(field["default"] == true, |text| *text == "true")),
            _ => filled["values"] = json!(given),
        }
        filled
    };
    let known = shapes::all_components(components);
    for (name, _) in fields {
        assert!(known.iter().any(|field| field["custom_id"] == *name), "no field {name} in the modal: {components:#?}");
    }
    let rows = components.iter().map(|row| match row["type"].as_u64() {
        Some(18) => json!({"type": 18, "id": row["id"], "component": fill(&row["component"])}),
        Some(1) => {
            let inner: Vec<Value> = row["components"].as_array().into_iter().flatten().map(fill).collect();
            json!({"type": 1, "id": row["id"], "components": inner})
        }
        _ => json!({"type": row["type"], "id": row["id"]}),
    });
    rows.collect()
}

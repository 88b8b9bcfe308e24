//! What Discord checks in the body of a message.

use super::answers::{Faults, below};
use super::components;
use super::posting::reference;
use super::server::Upload;
use super::shapes;
use super::world::Message;
use serde_json::Value;

/// The faults of a message. `before`: the message that it changes.
pub fn message(body: &Value, files: &[Upload], before: Option<&Message>, prefix: &[&str]) -> Faults {
    let mut faults = Faults::default();
    let at: Vec<String> = prefix.iter().map(ToString::to_string).collect();
    if !body.is_object() {
        faults.add(&at, "DICT_TYPE_CONVERT", "Only dictionaries may be used in a DictType");
        return faults;
    }
    faults.text(&at, body, "content", false, 0, 2000);
    match &body["nonce"] {
        Value::Null => {}
        Value::Number(number) if number.is_i64() => {}
        Value::String(text) => faults.length(&below(&at, "nonce"), text.chars().count(), 0, 25),
        _ => faults.add(&below(&at, "nonce"), "UNION_TYPE_CHOICES", "Value is not a valid nonce."),
    }
    if !body["flags"].is_null() && !body["flags"].is_u64() {
        faults.add(&below(&at, "flags"), "NUMBER_TYPE_COERCE", "Value is not int.");
    }
    embeds(&mut faults, &below(&at, "embeds"), &body["embeds"]);
    attachments(&mut faults, &below(&at, "attachments"), body, files, before);
    allowed_mentions(&mut faults, &below(&at, "allowed_mentions"), &body["allowed_mentions"]);

    let v2 = before.is_some_and(|message| shapes::is_v2(message.flags))
        || shapes::is_v2(body["flags"].as_u64().unwrap_or(0));
    if v2 {
        for key in ["content", "embeds", "poll", "sticker_ids"] {
            let value = &body[key];
            let empty = value.is_null() || value == "" || value.as_array().is_some_and(Vec::is_empty);
            if !empty {
                let message = "The 'MESSAGE_IS_COMPONENTS_V2' flag cannot be used together with this field";
                faults.add(&below(&at, key), "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2", message);
            }
        }
    }
    let mut names: Vec<String> = files.iter().map(|file| file.filename.clone()).collect();
    let entries = body["attachments"].as_array().into_iter().flatten();
    names.extend(entries.filter_map(|entry| entry["filename"].as_str().map(str::to_owned)));
    names.extend(before.into_iter().flat_map(|message| &message.attachments).map(|file| file.filename.clone()));
    components::of_message(&mut faults, &below(&at, "components"), &body["components"], v2, &names);
    faults
}

fn attachments(faults: &mut Faults, at: &[String], body: &Value, files: &[Upload], before: Option<&Message>) {
    let entries = match &body["attachments"] {
        Value::Null => &[],
        Value::Array(entries) => entries.as_slice(),
        _ => return faults.add(at, "LIST_TYPE_CONVERT", "Only iterables may be used in a ListType"),
    };
    if entries.len().max(files.len()) > 10 {
        faults.length(at, entries.len().max(files.len()), 0, 10);
    }
    let mut known: Vec<String> = files.iter().map(|file| file.number.clone()).collect();
    known.extend(before.into_iter().flat_map(|message| &message.attachments).map(|file| file.id.to_string()));
    for (number, entry) in entries.iter().enumerate() {
        let at = below(at, number);
        match reference(entry) {
            None => faults.required(&below(&at, "id")),
            Some(id) if !known.contains(&id) => {
                faults.add(&below(&at, "id"), "ATTACHMENT_NOT_FOUND", "This attachment was not found");
            }
            Some(_) => {}
        }
        faults.text(&at, entry, "description", false, 0, 1024);
        faults.text(&at, entry, "filename", false, 1, 1024);
    }
}

fn allowed_mentions(faults: &mut Faults, at: &[String], mentions: &Value) {
    let parse: Vec<&str> = mentions["parse"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    for (number, word) in parse.iter().enumerate() {
        if !["users", "roles", "everyone"].contains(word) {
            faults.choices(&below(&below(at, "parse"), number), "'users', 'roles', 'everyone'");
        }
    }
    for key in ["users", "roles"] {
        let listed = mentions[key].as_array().map_or(0, Vec::len);
        faults.length(&below(at, key), listed, 0, 100);
        if listed > 0 && parse.contains(&key) {
            let message = format!("parse:[\"{key}\"] and {key}: [ids...] are mutually exclusive.");
            faults.add(at, "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE", &message);
        }
    }
}

fn embeds(faults: &mut Faults, at: &[String], embeds: &Value) {
    let embeds = match embeds {
        Value::Null => return,
        Value::Array(embeds) => embeds,
        _ => return faults.add(at, "LIST_TYPE_CONVERT", "Only iterables may be used in a ListType"),
    };
    faults.length(at, embeds.len(), 0, 10);
    let mut sum = 0;
    for (number, embed) in embeds.iter().enumerate() {
        let at = below(at, number);
        let mut check = |at: &[String], object: &Value, key: &str, most: usize, needed: bool| {
            faults.text(at, object, key, needed, usize::from(needed), most);
            sum += object[key].as_str().map_or(0, |text| text.chars().count());
        };
        check(&at, embed, "title", 256, false);
        check(&at, embed, "description", 4096, false);
        check(&below(&at, "footer"), &embed["footer"], "text", 2048, embed["footer"].is_object());
        check(&below(&at, "author"), &embed["author"], "name", 256, embed["author"].is_object());
        let fields = embed["fields"].as_array().map_or(&[] as &[Value], Vec::as_slice);
        for (number, field) in fields.iter().enumerate() {
            let at = below(&below(&at, "fields"), number);
            check(&at, field, "name", 256, true);
            check(&at, field, "value", 1024, true);
        }
        faults.length(&below(&at, "fields"), fields.len(), 0, 25);
    }
    if sum > 6000 {
        faults.add(at, "MAX_EMBED_SIZE_EXCEEDED", "Embed size exceeds maximum size of 6000");
    }
}

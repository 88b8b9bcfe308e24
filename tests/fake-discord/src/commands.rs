//! The commands that the bot registers, and what Discord checks in them.

use super::answers::{Answer, Faults, Reply, below};
use super::world::World;
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// The languages that Discord knows.
const LOCALES: &[&str] = &[
    "id", "da", "de", "en-GB", "en-US", "es-ES", "es-419", "fr", "hr", "it", "lt", "hu", "nl", "no", "pl", "pt-BR",
    "ro", "fi", "sv-SE", "vi", "tr", "cs", "el", "bg", "ru", "uk", "hi", "th", "zh-CN", "ja", "zh-TW", "ko", "ar",
    "he",
];

impl World {
    /// Replaces all commands of a scope. A command with a name that was there keeps its id.
    pub fn put_commands(&mut self, body: &Value, guild: Option<u64>) -> Reply {
        let mut faults = Faults::default();
        let Some(list) = body.as_array() else {
            faults.add(&[] as &[&str], "LIST_TYPE_CONVERT", "Only iterables may be used in a ListType");
            return Err(faults.refusal());
        };
        let of_kind = |kind: u64| list.iter().filter(|one| one["type"].as_u64().unwrap_or(1) == kind).count();
        if of_kind(1) > 100 || of_kind(2) > 15 || of_kind(3) > 15 {
            return Err(super::answers::refuse(400, 30032, "Maximum number of application commands reached (100)"));
        }
        for (number, command) in list.iter().enumerate() {
            check_command(&mut faults, &[number.to_string()], command);
        }
        let code = "APPLICATION_COMMANDS_DUPLICATE_NAME";
        unique(&mut faults, &[], list, code, "Application command names must be unique");
        faults.verdict()?;

        let before = self.commands.get(&guild).cloned().unwrap_or_default();
        let mut stored = Vec::new();
        for command in list {
            let kind = command["type"].as_u64().unwrap_or(1);
            let same = before.iter().find(|one| one["name"] == command["name"] && one["type"] == kind);
            let id = same.map_or_else(|| json!(self.next_id().to_string()), |same| same["id"].clone());
            let mut whole = json!({
                "id": id, "application_id": self.bot.to_string(), "version": self.next_id().to_string(), "type": kind,
                "default_member_permissions": null, "nsfw": false, "contexts": null, "integration_types": [0],
                "description": "", "name_localizations": null, "description_localizations": null,
            });
            for (key, value) in command.as_object().expect("checked") {
                if !(key == "id" || value.is_null()) {
                    whole[key] = value.clone();
                }
            }
            if let Some(guild) = guild {
                whole["guild_id"] = json!(guild.to_string());
            }
            drop_defaults(&mut whole["options"]);
            if whole["options"].is_null() {
                whole.as_object_mut().expect("an object").remove("options");
            }
            stored.push(whole);
        }
        self.commands.insert(guild, stored.clone());
        Ok(Answer::json(200, Value::Array(stored)))
    }
}

/// Options come back without what says nothing.
fn drop_defaults(options: &mut Value) {
    for option in options.as_array_mut().into_iter().flatten() {
        let fields = option.as_object_mut().expect("checked");
        fields.retain(|key, value| !(value.is_null() || key == "required" && *value == false));
        if let Some(options) = fields.get_mut("options") {
            drop_defaults(options);
        }
    }
}

/// Takes the words of other languages out, as long as nobody asked for them.
pub fn strip_localizations(value: &mut Value) {
    match value {
        Value::Array(list) => list.iter_mut().for_each(strip_localizations),
        Value::Object(fields) => {
            fields.retain(|key, _| !key.ends_with("_localizations"));
            fields.values_mut().for_each(strip_localizations);
        }
        _ => {}
    }
}

fn check_command(faults: &mut Faults, at: &[String], command: &Value) {
    if !command.is_object() {
        return faults.add(at, "DICT_TYPE_CONVERT", "Only dictionaries may be used in a DictType");
    }
    let slash = match command["type"].as_u64() {
        None | Some(1) => true,
        Some(2 | 3) => false,
        Some(_) => return faults.choices(&below(at, "type"), "1, 2, 3, 4"),
    };
    check_names(faults, at, command, slash);
    if slash {
        check_texts(faults, at, command, "description", 100);
        check_options(faults, at, &command["options"], 0);
        if size(command) > 8000 {
            faults.add(at, "APPLICATION_COMMAND_TOO_LARGE", "Command exceeds maximum size (8000)");
        }
    } else if command["description"].as_str().is_some_and(|text| !text.is_empty()) {
        let message = "Context menu commands cannot have description";
        faults.add(&below(at, "description"), "APPLICATION_COMMAND_INVALID_DESCRIPTION", message);
    }
    check_set(faults, &below(at, "contexts"), &command["contexts"], 2);
    check_set(faults, &below(at, "integration_types"), &command["integration_types"], 1);
    let bits = &command["default_member_permissions"];
    let readable = bits.is_null() || bits.is_u64() || bits.as_str().is_some_and(|text| text.parse::<u64>().is_ok());
    if !readable {
        faults.add(&below(at, "default_member_permissions"), "NUMBER_TYPE_COERCE", "Value is not int.");
    }
}

/// A list of different numbers, none larger than that.
fn check_set(faults: &mut Faults, at: &[String], list: &Value, largest: u64) {
    let Some(list) = list.as_array() else { return };
    let mut seen = BTreeSet::new();
    if list.is_empty() {
        faults.length(at, 0, 1, usize::try_from(largest).expect("small") + 1);
    }
    for (number, value) in list.iter().enumerate() {
        if value.as_u64().is_none_or(|value| value > largest) {
            let allowed: Vec<String> = (0..=largest).map(|value| value.to_string()).collect();
            faults.choices(&below(at, number), &allowed.join(", "));
        }
        if !seen.insert(value.to_string()) {
            faults.add(at, "SET_TYPE_ALREADY_CONTAINS_VALUE", "The set already contains this value");
        }
    }
}

fn check_names(faults: &mut Faults, at: &[String], named: &Value, strict: bool) {
    check_texts(faults, at, named, "name", 32);
    if !strict {
        return;
    }
    let fits = |name: &str| {
        name.chars().all(|c| matches!(c, '-' | '_' | '\'') || c.is_alphanumeric()) && name.to_lowercase() == name
    };
    if named["name"].as_str().is_some_and(|name| !fits(name)) {
        faults.add(&below(at, "name"), "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid");
    }
    for (locale, name) in named["name_localizations"].as_object().into_iter().flatten() {
        if name.as_str().is_some_and(|name| !fits(name)) {
            let at = below(&below(at, "name_localizations"), locale);
            faults.add(&at, "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid");
        }
    }
}

/// A text and what it is in other languages.
fn check_texts(faults: &mut Faults, at: &[String], named: &Value, key: &str, most: usize) {
    faults.text(at, named, key, true, 1, most);
    let key = format!("{key}_localizations");
    let at = below(at, &key);
    for (locale, text) in named[&key].as_object().into_iter().flatten() {
        if !LOCALES.contains(&locale.as_str()) {
            faults.choices(&below(&at, locale), &LOCALES.join(", "));
        } else if !text.is_null() {
            faults.text(&at, &named[&key], locale, true, 1, most);
        }
    }
}

/// What a thing is called in every language in which any of its neighbours has a name.
fn unique(faults: &mut Faults, at: &[String], list: &[Value], code: &str, message: &str) {
    let translated = list.iter().filter_map(|one| one["name_localizations"].as_object());
    let locales: BTreeSet<&String> = translated.flat_map(|names| names.keys()).collect();
    let mut doubled = BTreeSet::new();
    for locale in locales.into_iter().map(Some).chain([None]) {
        let mut seen = BTreeSet::new();
        for (number, one) in list.iter().enumerate() {
            let own = locale.and_then(|locale| one["name_localizations"][locale].as_str());
            let Some(name) = own.or(one["name"].as_str()) else { continue };
            // Commands of different types may have the same name; options may not.
            let kind = if at.is_empty() { one["type"].as_u64().unwrap_or(1) } else { 0 };
            if !seen.insert((kind, name)) {
                doubled.insert(number);
            }
        }
    }
    doubled.into_iter().for_each(|number| faults.add(&below(at, number), code, message));
}

/// The options of a command, or of what is below one.
fn check_options(faults: &mut Faults, at: &[String], options: &Value, depth: usize) {
    let at = below(at, "options");
    let list = match options {
        Value::Null => return,
        Value::Array(list) => list,
        _ => return faults.add(&at, "LIST_TYPE_CONVERT", "Only iterables may be used in a ListType"),
    };
    faults.length(&at, list.len(), 0, 25);
    let is_below = |option: &Value| matches!(option["type"].as_u64(), Some(1 | 2));
    if list.iter().any(is_below) && !list.iter().all(is_below) {
        let message = "Sub-command and sub-command group option types are mutually exclusive to all other types";
        faults.add(&at, "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", message);
    }
    let mut optional = false;
    for (number, option) in list.iter().enumerate() {
        let at = below(&at, number);
        if !option.is_object() {
            faults.add(&at, "DICT_TYPE_CONVERT", "Only dictionaries may be used in a DictType");
            continue;
        }
        check_names(faults, &at, option, true);
        check_texts(faults, &at, option, "description", 100);
        match (option["type"].as_u64(), depth) {
            (Some(1), 0 | 1) | (Some(2), 0) => {
                let deeper = if option["type"] == 1 { 2 } else { 1 };
                let inner = option["options"].as_array().map_or(0, Vec::len);
                let strange = option["options"].as_array().into_iter().flatten().any(|one| one["type"] != 1);
                if deeper == 1 && (inner == 0 || strange) {
                    let message = "Sub-command groups hold one sub-command or more, and nothing else";
                    faults.add(&below(&at, "options"), "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", message);
                }
                check_options(faults, &at, &option["options"], deeper);
            }
            (Some(3..=11), _) => check_value(faults, &at, option),
            _ => faults.choices(&below(&at, "type"), "1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11"),
        }
        if option["required"] == true && optional {
            let message = "Required options must be placed before non-required options";
            faults.add(&at, "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID", message);
        }
        optional |= option["required"] != true;
    }
    unique(faults, &at, list, "APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS", "Option name already exists");
}

/// What is particular to options with a value.
fn check_value(faults: &mut Faults, at: &[String], option: &Value) {
    let kind = option["type"].as_u64().unwrap_or(0);
    let choices = option["choices"].as_array().map_or(&[] as &[Value], Vec::as_slice);
    let path = below(at, "choices");
    if !choices.is_empty() && option["autocomplete"] == true {
        let message = "Choices cannot be used together with autocomplete";
        faults.add(&path, "APPLICATION_COMMAND_AUTOCOMPLETE_CHOICES_MUTUALLY_EXCLUSIVE", message);
    }
    if (!choices.is_empty() || option["autocomplete"] == true) && !matches!(kind, 3 | 4 | 10) {
        faults.add(&path, "APPLICATION_COMMAND_OPTIONS_CHOICES_INVALID", "This type of option has no choices");
    }
    faults.length(&path, choices.len(), 0, 25);
    for (number, choice) in choices.iter().enumerate() {
        let at = below(&path, number);
        check_texts(faults, &at, choice, "name", 100);
        match (kind, &choice["value"]) {
            (3, Value::String(_)) => faults.text(&at, choice, "value", true, 1, 100),
            (4, Value::Number(value)) if value.is_i64() => {}
            (10, Value::Number(_)) => {}
            (_, Value::Null) => faults.required(&below(&at, "value")),
            _ => faults.add(&below(&at, "value"), "UNION_TYPE_CHOICES", "Value does not fit the type of the option"),
        }
    }
    unique(
        faults,
        &path,
        choices,
        "APPLICATION_COMMAND_OPTIONS_CHOICE_NAME_EXISTS",
        "Option choice name already exists",
    );
    if kind == 3 {
        faults.number(at, option, "min_length", 0, 6000);
        faults.number(at, option, "max_length", 1, 6000);
    }
}

/// The characters of a command that count, in its longest language.
fn size(value: &Value) -> usize {
    let text = |key: &str| {
        let plain = value[key].as_str().map_or(0, |text| text.chars().count());
        let others = value[format!("{key}_localizations")].as_object().into_iter().flatten();
        others.filter_map(|(_, text)| text.as_str()).map(|text| text.chars().count()).fold(plain, usize::max)
    };
    let inner = ["options", "choices"].iter().flat_map(|key| value[key].as_array().into_iter().flatten());
    text("name") + text("description") + value["value"].as_str().map_or(0, str::len) + inner.map(size).sum::<usize>()
}

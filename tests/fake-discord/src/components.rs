//! What Discord checks in the components of a message and in a modal.

use super::answers::{Faults, below};
use super::shapes;
use serde_json::Value;

/// What a body can hold wrongly, while its components are walked through.
struct Walk<'a> {
    faults: &'a mut Faults,
    seen: Vec<String>,
    files: &'a [String],
    modal: bool,
}

/// The components of a message. `files`: the names of the files that it can show.
pub fn of_message(faults: &mut Faults, at: &[String], components: &Value, v2: bool, files: &[String]) {
    let list = match components {
        Value::Null => return,
        Value::Array(list) => list,
        _ => return faults.add(at, "LIST_TYPE_CONVERT", "Only iterables may be used in a ListType"),
    };
    if v2 {
        let all = shapes::all_components(list);
        if all.len() > 40 {
            faults.add(
                at,
                "COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED",
                "The total number of components cannot exceed 40",
            );
        }
        let texts = all.iter().filter(|one| one["type"] == 10).filter_map(|one| one["content"].as_str());
        if texts.map(|text| text.chars().count()).sum::<usize>() > 4000 {
            let message = "The total length of displayed text cannot exceed 4000";
            faults.add(at, "COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED", message);
        }
    } else if list.len() > 5 {
        faults.length(at, list.len(), 1, 5);
    }
    let allowed: &[u64] = if v2 { &[1, 9, 10, 12, 13, 14, 17] } else { &[1] };
    let mut walk = Walk { faults, seen: Vec::new(), files, modal: false };
    walk.all(at, list, allowed);
}

/// The data of a modal.
pub fn of_modal(faults: &mut Faults, at: &[String], data: &Value) {
    faults.text(at, data, "custom_id", true, 1, 100);
    faults.text(at, data, "title", true, 1, 45);
    let at = below(at, "components");
    let Some(list) = data["components"].as_array() else { return faults.required(&at) };
    faults.length(&at, list.len(), 1, 5);
    let mut walk = Walk { faults, seen: Vec::new(), files: &[], modal: true };
    walk.all(&at, list, &[1, 10, 18]);
}

impl Walk<'_> {
    fn all(&mut self, at: &[String], list: &[Value], allowed: &[u64]) {
        for (number, component) in list.iter().enumerate() {
            self.one(&below(at, number), component, allowed);
        }
    }

    fn one(&mut self, at: &[String], component: &Value, allowed: &[u64]) {
        let kind = component["type"].as_u64().unwrap_or(0);
        if !allowed.contains(&kind) {
            let numbers: Vec<String> = allowed.iter().map(ToString::to_string).collect();
            return self.faults.choices(&below(at, "type"), &numbers.join(", "));
        }
        match kind {
            1 => self.row(at, component),
            2 => self.button(at, component),
            3 | 5..=8 => self.select(at, component, kind),
            4 => self.text_input(at, component),
            9 => {
                self.children(at, component, 3, &[10]);
                if component["accessory"].is_null() {
                    self.faults.required(&below(at, "accessory"));
                } else {
                    self.one(&below(at, "accessory"), &component["accessory"], &[2, 11]);
                }
            }
            10 => self.faults.text(at, component, "content", true, 1, 4000),
            11 => {
                self.media(&below(at, "media"), &component["media"]);
                self.faults.text(at, component, "description", false, 1, 1024);
            }
            12 => {
                let items = component["items"].as_array().map_or(&[] as &[Value], Vec::as_slice);
                let at = below(at, "items");
                self.faults.length(&at, items.len(), 1, 10);
                for (number, item) in items.iter().enumerate() {
                    let at = below(&at, number);
                    self.media(&below(&at, "media"), &item["media"]);
                    self.faults.text(&at, item, "description", false, 1, 1024);
                }
            }
            13 => self.media(&below(at, "file"), &component["file"]),
            17 => self.children(at, component, 40, &[1, 9, 10, 12, 13, 14]),
            18 => {
                self.faults.text(at, component, "label", true, 1, 45);
                self.faults.text(at, component, "description", false, 1, 100);
                let at = below(at, "component");
                if component["component"].is_null() {
                    self.faults.required(&at);
                } else {
                    self.one(&at, &component["component"], &[3, 4, 5, 6, 7, 8, 19, 21, 22, 23]);
                }
            }
            19 | 23 => self.custom_id(at, component),
            21 | 22 => {
                self.custom_id(at, component);
                self.options(at, component, if kind == 21 { 2 } else { 1 }, 10);
            }
            _ => {}
        }
    }

    fn children(&mut self, at: &[String], component: &Value, most: usize, allowed: &[u64]) {
        let at = below(at, "components");
        let list = component["components"].as_array().map_or(&[] as &[Value], Vec::as_slice);
        self.faults.length(&at, list.len(), 1, most);
        self.all(&at, list, allowed);
    }

    fn row(&mut self, at: &[String], row: &Value) {
        if self.modal {
            return self.children(at, row, 1, &[4]);
        }
        self.children(at, row, 5, &[2, 3, 5, 6, 7, 8]);
        let list = row["components"].as_array().map_or(&[] as &[Value], Vec::as_slice);
        if list.len() > 1 && list.iter().any(|one| one["type"] != 2) {
            let message = "The specified component exceeds the maximum width";
            self.faults.add(&below(at, "components"), "COMPONENT_LAYOUT_WIDTH_EXCEEDED", message);
        }
    }

    fn custom_id(&mut self, at: &[String], component: &Value) {
        self.faults.text(at, component, "custom_id", true, 1, 100);
        if let Some(id) = component["custom_id"].as_str() {
            if self.seen.iter().any(|seen| seen == id) {
                let message = "Component custom id cannot be duplicated";
                self.faults.add(&below(at, "custom_id"), "COMPONENT_CUSTOM_ID_DUPLICATED", message);
            }
            self.seen.push(id.to_owned());
        }
    }

    fn button(&mut self, at: &[String], button: &Value) {
        self.faults.text(at, button, "label", false, 0, 80);
        match button["style"].as_u64() {
            None => self.faults.required(&below(at, "style")),
            Some(5) => {
                self.faults.text(at, button, "url", true, 1, 512);
                if !button["custom_id"].is_null() {
                    let message = "A custom id and url cannot both be specified";
                    self.faults.add(
                        &below(at, "custom_id"),
                        "BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE",
                        message,
                    );
                }
            }
            Some(6) => {}
            Some(1..=4) => self.custom_id(at, button),
            Some(_) => self.faults.choices(&below(at, "style"), "1, 2, 3, 4, 5, 6"),
        }
        let named = button["label"].as_str().is_some_and(|label| !label.is_empty()) || button["emoji"].is_object();
        if !named && button["style"] != 6 {
            self.faults.add(at, "BUTTON_COMPONENT_MUST_HAVE_LABEL_OR_EMOJI", "A button must have a label or an emoji");
        }
    }

    fn select(&mut self, at: &[String], select: &Value, kind: u64) {
        self.custom_id(at, select);
        self.faults.text(at, select, "placeholder", false, 0, 150);
        self.faults.number(at, select, "min_values", 0, 25);
        self.faults.number(at, select, "max_values", 1, 25);
        let (least, most) = (select["min_values"].as_u64().unwrap_or(1), select["max_values"].as_u64().unwrap_or(1));
        if least > most {
            let message = "The minimum number of values cannot be more than the maximum";
            self.faults.add(&below(at, "min_values"), "SELECT_COMPONENT_MIN_VALUES_GREATER_THAN_MAX", message);
        }
        if kind == 3 {
            self.options(at, select, 1, 25);
            let options = select["options"].as_array().map_or(&[] as &[Value], Vec::as_slice);
            if most > 1 && most > options.len() as u64 {
                let message = format!("int value should be between 1 and {}.", options.len());
                self.faults.add(&below(at, "max_values"), "NUMBER_TYPE_MAX", &message);
            }
            if options.iter().filter(|option| option["default"] == true).count() as u64 > most {
                let message = "More options are selected by default than can be";
                self.faults.add(&below(at, "options"), "SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES", message);
            }
        }
    }

    fn options(&mut self, at: &[String], component: &Value, least: usize, most: usize) {
        let at = below(at, "options");
        let options = component["options"].as_array().map_or(&[] as &[Value], Vec::as_slice);
        self.faults.length(&at, options.len(), least, most);
        for (number, option) in options.iter().enumerate() {
            let at = below(&at, number);
            self.faults.text(&at, option, "label", true, 1, 100);
            self.faults.text(&at, option, "value", true, 1, 100);
            self.faults.text(&at, option, "description", false, 0, 100);
            if options[..number].iter().any(|earlier| earlier["value"] == option["value"]) {
                let message = "The specified option value is already used";
                self.faults.add(&below(&at, "value"), "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED", message);
            }
        }
    }

    fn text_input(&mut self, at: &[String], input: &Value) {
        self.custom_id(at, input);
        // In a row it carries its label itself, in a label component that one does.
        let labelled = at.last().is_some_and(|step| step == "component");
        self.faults.text(at, input, "label", !labelled, 1, 45);
        if labelled && !input["label"].is_null() {
            let message = "The label of the component around it is used";
            self.faults.add(&below(at, "label"), "COMPONENT_LABEL_NOT_ALLOWED", message);
        }
        if !matches!(input["style"].as_u64(), Some(1 | 2)) {
            self.faults.choices(&below(at, "style"), "1, 2");
        }
        self.faults.text(at, input, "placeholder", false, 0, 100);
        self.faults.number(at, input, "min_length", 0, 4000);
        self.faults.number(at, input, "max_length", 1, 4000);
        let most = input["max_length"].as_u64().map_or(4000, |most| usize::try_from(most.min(4000)).expect("small"));
        self.faults.text(at, input, "value", false, 0, most);
        if input["min_length"].as_u64().is_some_and(|least| least > most as u64) {
            let message = "The minimum length cannot be more than the maximum";
            self.faults.add(&below(at, "min_length"), "TEXT_INPUT_COMPONENT_MIN_LENGTH_GREATER_THAN_MAX", message);
        }
    }

    fn media(&mut self, at: &[String], media: &Value) {
        let at = below(at, "url");
        match media["url"].as_str() {
            None => self.faults.required(&at),
            Some(url) => {
                if let Some(name) = url.strip_prefix("attachment://")
                    && !self.files.iter().any(|file| file == name)
                {
                    let message = "The referenced attachment was not found";
                    self.faults.add(&at, "UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND", message);
                }
            }
        }
    }
}

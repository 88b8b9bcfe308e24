//! What a request is answered with, and the tree of faults of a body.

use axum::body::{Body, Bytes};
use axum::response::Response;
use serde_json::{Map, Value, json};

/// An answer, or a refusal: both are sent alike.
pub struct Answer {
    pub status: u16,
    pub content: Content,
    pub headers: Vec<(&'static str, String)>,
}

/// What an answer holds.
pub enum Content {
    Empty,
    Json(Value),
    File(Bytes, String),
}

/// What a route gives back.
pub type Reply = Result<Answer, Answer>;

impl Answer {
    /// An answer in JSON.
    pub fn json(status: u16, value: Value) -> Self {
        Self { status, content: Content::Json(value), headers: Vec::new() }
    }

    /// An answer without a body.
    pub fn empty() -> Self {
        Self { status: 204, content: Content::Empty, headers: Vec::new() }
    }

    /// The answer as it goes over the wire.
    pub fn response(self) -> Response {
        let mut builder = Response::builder().status(self.status);
        for (name, value) in self.headers {
            builder = builder.header(name, value);
        }
        let made = match self.content {
            Content::Empty => builder.body(Body::empty()),
            Content::Json(value) => builder.header("content-type", "application/json").body(value.to_string().into()),
            Content::File(bytes, kind) => builder.header("content-type", kind).body(bytes.into()),
        };
        made.expect("a response")
    }
}

/// A refusal with Discord's number and words.
pub fn refuse(status: u16, code: u64, message: &str) -> Answer {
    Answer::json(status, json!({"message": message, "code": code}))
}

/// No such channel.
pub fn unknown_channel() -> Answer {
    refuse(404, 10003, "Unknown Channel")
}

/// No such message, or none that the bot may know of.
pub fn unknown_message() -> Answer {
    refuse(404, 10008, "Unknown Message")
}

/// The bot may not see it.
pub fn missing_access() -> Answer {
    refuse(403, 50001, "Missing Access")
}

/// The bot may not do it.
pub fn missing_permissions() -> Answer {
    refuse(403, 50013, "Missing Permissions")
}

/// The body cannot be read.
pub fn unreadable() -> Answer {
    refuse(400, 50109, "The request body contains invalid JSON.")
}

/// There is no such route.
pub fn no_route() -> Answer {
    refuse(404, 0, "404: Not Found")
}

/// Reads an id of a path.
pub fn id_of(name: &str, text: &str) -> Result<u64, Answer> {
    text.parse().map_err(|_| {
        let mut faults = Faults::default();
        faults.add(&[name], "NUMBER_TYPE_COERCE", &format!("Value \"{text}\" is not snowflake."));
        faults.refusal()
    })
}

/// The faults of a body, each at its place.
#[derive(Default)]
pub struct Faults {
    tree: Map<String, Value>,
}

impl Faults {
    /// Notes one fault.
    pub fn add<S: AsRef<str>>(&mut self, path: &[S], code: &str, message: &str) {
        let mut at = &mut self.tree;
        for step in path {
            let next = at.entry(step.as_ref().to_owned()).or_insert_with(|| json!({}));
            at = next.as_object_mut().expect("a tree");
        }
        let list = at.entry("_errors").or_insert_with(|| json!([]));
        list.as_array_mut().expect("a list").push(json!({"code": code, "message": message}));
    }

    /// A field that must be there is not.
    pub fn required(&mut self, path: &[String]) {
        self.add(path, "BASE_TYPE_REQUIRED", "This field is required");
    }

    /// A field has a value that is none of those that it may have.
    pub fn choices(&mut self, path: &[String], allowed: &str) {
        self.add(path, "BASE_TYPE_CHOICES", &format!("Value must be one of {{{allowed}}}."));
    }

    /// Checks how many there are of something.
    pub fn length(&mut self, path: &[String], length: usize, least: usize, most: usize) {
        if (least..=most).contains(&length) {
        } else if least == 0 {
            self.add(path, "BASE_TYPE_MAX_LENGTH", &format!("Must be {most} or fewer in length."));
        } else {
            self.add(path, "BASE_TYPE_BAD_LENGTH", &format!("Must be between {least} and {most} in length."));
        }
    }

    /// Checks a text of an object: whether it may be missing, and its length.
    pub fn text(&mut self, path: &[String], object: &Value, key: &str, needed: bool, least: usize, most: usize) {
        let path = below(path, key);
        match &object[key] {
            Value::Null if needed => self.required(&path),
            Value::Null => {}
            Value::String(text) => self.length(&path, text.chars().count(), least, most),
            _ => self.add(&path, "STRING_TYPE_CONVERT", "Could not interpret value as string."),
        }
    }

    /// Checks a number of an object that may be missing.
    pub fn number(&mut self, path: &[String], object: &Value, key: &str, least: i64, most: i64) {
        let value = &object[key];
        if !value.is_null() && !value.as_i64().is_some_and(|number| (least..=most).contains(&number)) {
            let message = format!("int value should be between {least} and {most}.");
            self.add(&below(path, key), "NUMBER_TYPE_MAX", &message);
        }
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.tree.is_empty()
    }

    /// The refusal that they make.
    pub fn refusal(self) -> Answer {
        let body = json!({"message": "Invalid Form Body", "code": 50035, "errors": self.tree});
        Answer::json(400, body)
    }

    /// Nothing, or the refusal.
    pub fn verdict(self) -> Result<(), Answer> {
        if self.is_empty() { Ok(()) } else { Err(self.refusal()) }
    }
}

/// A place below another one.
pub fn below(path: &[String], step: impl ToString) -> Vec<String> {
    let mut path = path.to_vec();
    path.push(step.to_string());
    path
}

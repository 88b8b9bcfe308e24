//! Buttons, lists and windows, as Discord wants them described.

use super::control::{Control, Use};
use crate::chat::platform::{Content, Shown, ShownField, ShownForm};
use crate::chat::{Answer, Question};
use serde_json::{Value, json};

/// The most buttons in a row; more choices than that are a list.
const ROW: usize = 5;
/// The most choices of a list.
const LIST: usize = 25;
/// The most characters of a title or a question of a window.
const TITLE: usize = 45;
/// The most characters of an answer in a window.
const LONGEST_ANSWER: usize = 4_000;

/// Rows of what can be pressed under a message. `with_window`: free text cannot be typed here, so a button opens a window for it.
pub fn rows(content: &Content, with_window: Window) -> Vec<Value> {
    let Some(question) = &content.question else { return Vec::new() };
    let mut rows = Vec::new();
    match content.choices.as_slice() {
        [] => {}
        few if few.len() <= ROW => rows.push(row(few.iter().map(|choice| button(question, choice)).collect())),
        many => {
            rows.extend(many.chunks(LIST).enumerate().map(|(number, some)| row(vec![list(question, number, some)])));
        }
    }
    if with_window == Window::Offered && question.answer != Answer::Choice {
        let answer = json!({
            "type": 2,
            "style": if content.choices.is_empty() { 1 } else { 2 },
            "label": cut(&question.label, 80),
            "custom_id": control(question, Use::Answer).to_id(),
        });
        match rows.last_mut().and_then(|row| row["components"].as_array_mut()) {
            Some(last) if content.choices.len() < ROW => last.push(answer),
            _ => rows.push(row(vec![answer])),
        }
    }
    rows
}

/// Whether a message has a button that opens a window for an answer in words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Window {
    /// It does: nobody can type here.
    Offered,
    /// It does not: words can simply be typed.
    NotNeeded,
}

fn control(question: &Question, use_: Use) -> Control {
    Control { use_, session: question.session.clone(), turn: question.turn, when_answered: question.when_answered }
}

fn row(components: Vec<Value>) -> Value {
    json!({ "type": 1, "components": components })
}

fn button(question: &Question, choice: &Shown) -> Value {
    let id = control(question, Use::Choice(choice.press.choice.clone())).to_id();
    json!({ "type": 2, "style": 2, "label": cut(&choice.label, 80), "custom_id": id })
}

fn list(question: &Question, number: usize, choices: &[Shown]) -> Value {
    let options: Vec<Value> = choices
        .iter()
        .map(|choice| json!({ "label": cut(&choice.label, 100), "value": choice.press.choice.as_str() }))
        .collect();
    json!({ "type": 3, "custom_id": control(question, Use::List(number)).to_id(), "options": options })
}

/// A window for the answers to a form.
pub fn window(form: &ShownForm, asked: &Control) -> Value {
    let control = Control { use_: Use::Window, ..asked.clone() };
    let is_alone = form.fields.len() == 1;
    let fields: Vec<Value> =
        form.fields.iter().take(ROW).enumerate().map(|(number, shown)| field(number, shown, is_alone)).collect();
    json!({ "custom_id": control.to_id(), "title": cut(&form.title, TITLE), "components": fields })
}

fn field(number: usize, shown: &ShownField, is_alone: bool) -> Value {
    json!({
        "type": 18,
        "label": cut(&shown.label, TITLE),
        "component": {
            "type": 4,
            "custom_id": number.to_string(),
            "style": if matches!(shown.answer, Answer::Words | Answer::Talk) { 2 } else { 1 },
            "max_length": shown.most.min(LONGEST_ANSWER),
            // What is left empty among several is left out.
            "required": is_alone,
        },
    })
}

pub(super) fn cut(text: &str, most: usize) -> String {
    if text.encode_utf16().count() <= most {
        return text.to_owned();
    }
    crate::words::shorten(text, most / 2)
}

//! Lines by somebody who had not seen the patterns: unmistakable signs of distress, and everyday lines that sound alike.

use crate::world::PROMPTS;
use serde::Deserialize;
use std::fs;
use std::path::Path;

#[derive(Deserialize)]
struct Marked {
    lang: String,
    text: String,
    sign: bool,
}

#[test]
fn every_sign_is_seen_and_no_everyday_line_is_taken_for_one() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/distress.jsonl");
    let marked: Vec<Marked> =
        fs::read_to_string(file).unwrap().lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert!(marked.iter().filter(|line| line.sign).count() >= 50);
    let wrong: Vec<String> = marked
        .iter()
        .filter(|line| PROMPTS.distress.is_in(&line.text) != line.sign)
        .map(|line| format!("{} {}: {}", line.lang, if line.sign { "missed" } else { "false alarm" }, line.text))
        .collect();
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), marked.len(), wrong.join("\n"));
}

//! Pitches put together from answers as people type them (`builds/answers.jsonl`, written by somebody who had not seen the stems).
//! What comes of them stands in `builds/pitches.txt`, to be read: `RAPPORT_WRITE_MISSES=1 cargo test builds` writes it anew.

use crate::world::PROMPTS;
use rapport::coach::build::{Cut, LONGEST_MESSAGE, Said, cuttings};
use rapport::ids::Locale;
use rapport::prompts::pitch_rules::Part;
use rapport::words::fold;
use std::fs;
use std::path::Path;

fn answers() -> Vec<(Locale, Said)> {
    include_str!("builds/answers.jsonl")
        .lines()
        .map(|line| {
            let case: serde_json::Value = serde_json::from_str(line).unwrap();
            let answer = |part: Part| Some((part, case[part.as_str()].as_str()?.to_owned()));
            (case["lang"].as_str().unwrap().parse().unwrap(), Part::ALL.into_iter().filter_map(answer).collect())
        })
        .collect()
}

fn word_list(text: &str) -> Vec<String> {
    fold(text).split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

#[test]
fn every_word_of_theirs_stays_in_its_order_and_a_message_says_when_it_is_too_long() {
    for (locale, said) in answers() {
        let cuts = cuttings(PROMPTS.build_rules(locale), &said);
        let whole = word_list(&cuts[0].text);
        let mut at = 0;
        for word in said.values().flat_map(|answer| word_list(answer)) {
            let found = whole[at..].iter().position(|other| *other == word);
            at += found.unwrap_or_else(|| panic!("“{word}” is lost in: {}", cuts[0].text)) + 1;
        }
        for cutting in &cuts {
            let text = &cutting.text;
            assert!(!text.contains("..") && !text.contains("  ") && !text.contains("?."), "{text}");
            let over = text.chars().count().saturating_sub(LONGEST_MESSAGE);
            assert_eq!(cutting.over, if cutting.cut == Cut::Message { over } else { 0 }, "{text}");
        }
    }
}

#[test]
fn the_pitches_are_the_ones_that_were_read_last() {
    let mut text = String::new();
    for (locale, said) in answers() {
        for cutting in cuttings(PROMPTS.build_rules(locale), &said) {
            text.push_str(&format!("{} {}: {}\n", locale, cutting.cut.as_str(), cutting.text));
        }
        text.push('\n');
    }
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/builds/pitches.txt");
    if std::env::var_os("RAPPORT_WRITE_MISSES").is_some() {
        fs::write(&path, &text).unwrap();
    }
    let read_last = fs::read_to_string(&path).unwrap_or_default();
    assert!(read_last == text, "some pitches are put together differently now: see the note above this test's file");
}

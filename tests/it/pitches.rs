//! Pitches marked by people who had not seen the rules. What the rules do not see as the markers did stands in
//! `pitches/<language>.misses`: this test fails when that list grows, and when it has become shorter without the file saying so.
//! To write it anew: `RAPPORT_WRITE_MISSES=1 cargo test pitches`; then read what changed.

use crate::world::PROMPTS;
use rapport::coach::pitch::review;
use rapport::ids::Locale;
use rapport::prompts::pitch_rules::Part;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

#[derive(Deserialize)]
struct Marked {
    lang: Locale,
    text: String,
    parts: BTreeSet<String>,
    findings: BTreeSet<String>,
}

#[test]
fn the_rules_see_what_the_markers_saw_but_for_the_known_misses() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/pitches");
    for locale in Locale::ALL {
        let marked: Vec<Marked> = marked(&folder, locale);
        assert!(marked.len() >= 40);
        let mut misses = String::new();
        for (index, pitch) in marked.iter().enumerate() {
            assert_eq!(pitch.lang, locale);
            let found = review(PROMPTS.pitch_rules(locale), &pitch.text, 30);
            let parts: BTreeSet<String> = found.parts.keys().map(|part| part.as_str().to_owned()).collect();
            let findings: BTreeSet<String> =
                found.findings.iter().map(|finding| finding.kind.as_str().to_owned()).collect();
            for missed in pitch.parts.difference(&parts).chain(pitch.findings.difference(&findings)) {
                let _ = writeln!(misses, "line {}: missed {missed}", index + 1);
            }
            for false_alarm in parts.difference(&pitch.parts).chain(findings.difference(&pitch.findings)) {
                let _ = writeln!(misses, "line {}: saw {false_alarm}", index + 1);
            }
        }
        let marks = marked.len() * (Part::ALL.len() + 5);
        hold_misses(&folder, locale, &misses, marks, 94);
    }
}

/// What people who had not seen the rules wrote and marked in a language.
pub fn marked<T: DeserializeOwned>(folder: &Path, locale: Locale) -> Vec<T> {
    let lines = fs::read_to_string(folder.join(format!("{locale}.jsonl"))).unwrap();
    lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// Holds what the rules do not see as the markers did against what is known of it, and against the percentage that is to be right.
pub fn hold_misses(folder: &Path, locale: Locale, misses: &str, marks: usize, least: usize) {
    let file = folder.join(format!("{locale}.misses"));
    if std::env::var_os("RAPPORT_WRITE_MISSES").is_some() {
        fs::write(&file, misses).unwrap();
    }
    let known = fs::read_to_string(&file).unwrap();
    assert_eq!(misses, known, "in {locale}");
    let right = marks - misses.lines().count();
    assert!(right * 100 >= marks * least, "{right} of {marks} in {locale}");
}

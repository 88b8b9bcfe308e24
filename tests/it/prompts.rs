//! The prompts are whole: every text that the code says, in every language, and every row of advice behind a text.

use crate::world::PROMPTS;
use rapport::ids::Locale;
use rapport::prompts::Prompts;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

#[test]
fn every_text_is_used_and_every_text_that_is_used_exists() {
    let mut source = String::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                source.push_str(&fs::read_to_string(path).unwrap());
            }
        }
    }
    let quoted: BTreeSet<&str> = source.split('"').collect();
    let keys: BTreeSet<&str> = PROMPTS.speech.keys().map(|(key, _)| key).collect();
    // Sources are named by their number.
    let unused: Vec<&&str> =
        keys.iter().filter(|key| !quoted.contains(**key) && !key.starts_with("source-s")).collect();
    assert!(unused.is_empty(), "texts that nothing says: {unused:?}");
    let prefixes = [
        "settings-",
        "questions-",
        "question-",
        "plan-",
        "answer-",
        "weak-",
        "start-",
        "pitch-",
        "sharpen-",
        "worked-",
        "choice-",
        "command-",
        "error-",
        "part-",
        "flow-",
        "advice-",
        "nothing-",
        "nudge-",
        "help-",
    ];
    let said = quoted.iter().filter(|piece| {
        prefixes.iter().any(|prefix| piece.starts_with(prefix))
            && piece.chars().all(|c| c.is_ascii_lowercase() || c == '-')
    });
    let missing: Vec<&&str> = said.filter(|piece| !keys.contains(**piece) && !piece.ends_with('-')).collect();
    assert!(missing.is_empty(), "texts that are said and do not exist: {missing:?}");
}

/// Whether a text is something to sharpen.
fn is_to_sharpen(key: &str) -> bool {
    ["sharpen-", "mock-sharpen-", "question-sharpen-", "answer-sharpen-", "outreach-sharpen-"]
        .iter()
        .any(|begin| key.starts_with(begin))
}

#[test]
fn all_advice_and_all_disagreements_are_there_and_each_is_used_or_waits() {
    let advice = &PROMPTS.advice;
    let ids: Vec<u32> = advice.pieces.iter().map(|piece| piece.id).collect();
    assert_eq!(ids, (1..=82).collect::<Vec<u32>>());
    assert_eq!(advice.disagreements.len(), 15);
    for piece in &advice.pieces {
        assert!(!piece.texts.is_empty() || piece.later.is_some(), "advice {}", piece.id);
        for locale in Locale::ALL {
            assert!(piece.wording(locale).chars().count() > 20, "advice {} in {locale}", piece.id);
        }
    }
    // Every thing that can be sharpened can say who says so.
    for (key, _) in PROMPTS.speech.keys().filter(|(key, _)| is_to_sharpen(key)) {
        assert!(!advice.behind(key).is_empty(), "{key} rests on no advice");
    }
}

#[test]
fn each_advice_is_shown_whole_within_one_message() {
    for (key, _) in PROMPTS.speech.keys().filter(|(key, _)| is_to_sharpen(key)) {
        let message = rapport::chat::Message::of(PROMPTS.advice.behind(key).into_iter().map(rapport::chat::Line::Bank));
        for locale in Locale::ALL {
            let shown = rapport::script::canonical(&PROMPTS.render(locale, &message, None));
            assert!(shown.chars().count() < 1_800, "{key} in {locale}: {}", shown.chars().count());
        }
    }
}

fn faults(files: &[(&str, &str)]) -> Vec<String> {
    let dir = tempfile::tempdir().unwrap();
    for (path, text) in files {
        let path = dir.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    let found = Prompts::load(Some(dir.path())).err().unwrap_or_default();
    found.iter().map(|fault| fault.to_string().replace(&format!("{}/", dir.path().display()), "")).collect()
}

#[test]
fn an_overlay_replaces_one_file_and_leaves_the_others() {
    assert_eq!(faults(&[]), [] as [&str; 0]);
    let start = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("prompts/en/start.ftl")).unwrap();
    assert_eq!(faults(&[("en/start.ftl", &start.replace("Which field or job", "Which trade"))]), [] as [&str; 0]);
}

#[test]
fn everything_wrong_with_an_overlay_is_found_at_once() {
    let start = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("prompts/en/start.ftl")).unwrap();
    let start = start
        .lines()
        .filter(|line| !line.starts_with("start-later"))
        .map(|line| line.replace("{ $zone }", "{ $place }").replace("{ $most }", "{ no-such-text }"))
        .collect::<Vec<_>>()
        .join("\n");
    let long = format!("{start}\nchoice-long = {}\nthis is no text\n", "x".repeat(90));
    let found = faults(&[
        ("en/start.ftl", &long),
        ("advice.toml", "[[advice]\n"),
        ("fr/pitch.toml", "breath = 'much'"),
        ("en/notes.md", "hi"),
    ]);
    let told = found.join("\n");
    for part in [
        "en/notes.md: is not a prompt file",
        "en/start.ftl, line ",
        "start-later: is missing",
        "start-zone-guess: uses other variables than the text in `en`: place, zone",
        "start-too-long: refers to `no-such-text`",
        "choice-long: is 90 characters long; 80 is the most",
        "advice.toml, line 1: cannot be read",
        "fr/pitch.toml, line 1: cannot be read",
    ] {
        assert!(told.contains(part), "{part}\n---\n{told}");
    }
}

#[test]
fn a_pattern_that_cannot_be_read_is_named() {
    let rules = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("prompts/en/pitch.toml")).unwrap();
    let found = faults(&[("en/pitch.toml", &rules.replacen("\"um+\\\\b\"", "\"um(\"", 1))]);
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].starts_with("en/pitch.toml, filler: has a pattern that cannot be read, `um(`"), "{found:?}");
}

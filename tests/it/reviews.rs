//! Questions marked by people who had not seen the rules of the review: each is seen as they marked it. How many were before the rules had
//! seen them, `docs/design.md` says.

use crate::pitches::marked;
use crate::world::{EAR, PROMPTS};
use rapport::coach::question::review;
use rapport::ids::Locale;
use serde::Deserialize;
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;

#[derive(Deserialize)]
struct Marked {
    lang: Locale,
    text: String,
    open: bool,
    findings: BTreeSet<String>,
}

#[test]
fn questions_are_seen_as_the_markers_saw_them() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/reviews");
    for locale in Locale::ALL {
        let marked: Vec<Marked> = marked(&folder, locale);
        assert!(marked.len() >= 150);
        let mut misses = String::new();
        for (index, question) in marked.iter().enumerate() {
            assert_eq!(question.lang, locale);
            let heard = EAR.understand(&question.text).unwrap().message;
            let found = review(PROMPTS.question_rules(locale), &PROMPTS.topics, &question.text, &heard);
            let findings: BTreeSet<String> =
                found.findings.iter().map(|finding| finding.kind.as_str().to_owned()).collect();
            for missed in question.findings.difference(&findings) {
                let _ = writeln!(misses, "line {}: missed {missed}", index + 1);
            }
            for false_alarm in findings.difference(&question.findings) {
                let _ = writeln!(misses, "line {}: saw {false_alarm}", index + 1);
            }
            if found.is_open != question.open {
                let _ = writeln!(
                    misses,
                    "line {}: took it for {}",
                    index + 1,
                    if found.is_open { "open" } else { "closed" }
                );
            }
        }
        assert!(misses.is_empty(), "in {locale}:\n{misses}");
    }
}

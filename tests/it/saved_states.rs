//! Every shape of a state that ever shipped stays in `saved_states/<flow>/<version>/`, and loads: as it is, or upgraded.
//! A new shape gets a new file; a file that is there is never changed.

use rapport::flows::{FLOWS, Loaded};
use rapport::night::evening::Evening;
use serde_json::Value;
use std::fs;
use std::path::Path;

#[test]
fn every_state_that_ever_shipped_still_loads() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/saved_states");
    for flow in FLOWS {
        let mut of_this_version = 0;
        for version in fs::read_dir(root.join(flow.name)).unwrap() {
            let version = version.unwrap();
            let number: u32 = version.file_name().to_string_lossy().parse().unwrap();
            for file in fs::read_dir(version.path()).unwrap() {
                let path = file.unwrap().path();
                let saved: Value = serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
                match (flow.load)(number, saved.clone()) {
                    Loaded::Current(state) => {
                        of_this_version += 1;
                        assert_eq!(
                            state,
                            saved,
                            "{} is written differently now: that wants a new version",
                            path.display()
                        );
                    }
                    Loaded::Upgraded(_) => assert!(number < flow.version),
                    Loaded::Stale => panic!("{} no longer loads", path.display()),
                }
            }
        }
        assert!(of_this_version > 0, "no saved state of {} version {}", flow.name, flow.version);
    }
}

#[test]
fn every_evening_that_ever_shipped_still_loads() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/saved_states/evenings");
    let mut phases = std::collections::BTreeSet::new();
    for file in fs::read_dir(folder).unwrap() {
        let text = fs::read_to_string(file.unwrap().path()).unwrap();
        let evening: Evening = serde_json::from_str(&text).unwrap();
        assert_eq!(serde_json::to_value(&evening).unwrap(), serde_json::from_str::<Value>(&text).unwrap());
        phases.insert(format!("{:?}", std::mem::discriminant(&evening.phase)));
    }
    assert_eq!(phases.len(), 3, "the check-in, talk and feedback; what is over is not kept");
}

#[test]
fn every_state_of_this_version_has_its_file() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/saved_states");
    let named = |flow: &str, states: &[&str]| {
        for state in states {
            assert!(root.join(flow).join("1").join(format!("{state}.json")).exists(), "{flow}/{state}");
        }
    };
    named("start", &["language", "zone_guess", "zone", "field", "purpose", "offer"]);
    named("settings", &["menu", "language", "zone", "offset", "quiet", "digest"]);
    named("pitch_practise", &["asked", "heard", "joining", "aloud", "kept"]);
    named("pitch_build", &["asking", "shown", "which", "changing", "kept"]);
    named("pitch_history", &["shown"]);
    named("mock", &["guest", "minutes", "agreeing", "goals", "calling", "talking", "which", "told"]);
    named("questions", &["which", "page", "checking", "told", "adding", "doubted"]);
    named("mock_answer", &["asked", "followed", "told", "joining"]);
    named(
        "question_plan",
        &["before", "minutes", "whom", "goals", "needs", "own", "shown", "which", "line", "writing"],
    );
    named(
        "contacts",
        &[
            "name", "work", "met", "ease", "same", "which", "shown", "note", "by", "may_name", "change", "part",
            "remove", "page", "tree", "sheet", "import",
        ],
    );
    named(
        "nights",
        &[
            "zone_guess",
            "zone",
            "when",
            "hour",
            "ready",
            "more",
            "changing",
            "which",
            "which_join",
            "work",
            "joined",
            "move_to",
            "move_hour",
            "move_sure",
            "cancel_sure",
            "avoids",
            "start_sure",
            "end_sure",
            "invited",
            "which_start",
        ],
    );
    named("guests", &["known", "work", "tags", "often"]);
    named("feedback", &["mark", "words", "ready", "reflect", "unread"]);
    named("report", &["which", "words", "ready"]);
    named("targets", &["name", "reason", "which", "place", "remove", "shown"]);
    named(
        "outreach",
        &[
            "kind",
            "whom",
            "asking",
            "shown",
            "which",
            "writing",
            "sent",
            "named",
            "may_name",
            "write",
            "which_sent",
            "list",
            "checking",
            "channel",
            "checked",
        ],
    );
    named(
        "nudges",
        &["what", "when", "zone_guess", "zone", "which", "until", "told", "pause", "paused", "kinds", "cancel_own"],
    );
}

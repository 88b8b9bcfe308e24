//! Every script below `tests/transcripts/`, one test each: played on the engine alone, on Discord in direct messages, and on Discord
//! in a channel where that is possible.

#![cfg_attr(
    any(feature = "discord", feature = "matrix"),
    expect(clippy::unwrap_used, reason = "a test that cannot go on may stop where it stands")
)]

use libtest_mimic::{Arguments, Failed, Trial};
use rapport::grammar::{Grammar, Proofread};
use rapport::prompts::Prompts;
use rapport::script::{self, EngineStage, Played, Script};
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;

#[cfg(feature = "discord")]
#[path = "stages/discord.rs"]
mod discord;
#[cfg(feature = "matrix")]
#[path = "stages/matrix.rs"]
mod matrix;
#[cfg(any(feature = "discord", feature = "matrix"))]
#[path = "stages/playable.rs"]
mod playable;

fn main() -> ExitCode {
    let arguments = Arguments::from_args();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/transcripts");
    let prompts = Arc::new(Prompts::load(None).unwrap_or_else(|faults| panic!("{faults:#?}")));
    let scripts = script::find(std::slice::from_ref(&root)).unwrap_or_else(|error| panic!("{error}"));
    assert!(!scripts.is_empty(), "there are no transcripts");
    // Loading it takes seconds in a debug build, and a stage finds out at once what a turn needs: no platform waits that long.
    Grammar::new(Proofread::Yes).slips("It is loaded.");
    let mut trials = Vec::new();
    for name in DIRECTLY_ONLY.iter().chain(NOT_ON_MATRIX).flat_map(|(_, names)| names.iter()) {
        assert!(root.join(format!("{name}.txt")).exists(), "{name} is no transcript any more");
    }
    for path in scripts {
        let name = path.strip_prefix(&root).unwrap_or(&path).with_extension("").display().to_string();
        let script = Arc::new(script::read(&path).unwrap_or_else(|error| panic!("{error:#}")));
        if script.plays_on("engine") {
            let (prompts, script) = (Arc::clone(&prompts), Arc::clone(&script));
            trials.push(Trial::test(name.clone(), move || verdict(runtime()?.block_on(on_engine(&script, &prompts))?)));
        }
        #[cfg(feature = "discord")]
        if script.plays_on("discord") {
            trials.extend(on_discord(&name, &script, &prompts));
        }
        #[cfg(feature = "matrix")]
        if script.plays_on("matrix") {
            trials.extend(on_matrix(&name, &script, &prompts));
        }
    }
    libtest_mimic::run(&arguments, trials).exit_code()
}

async fn on_engine(script: &Script, prompts: &Arc<Prompts>) -> anyhow::Result<Played> {
    let mut stage = EngineStage::open(Arc::clone(prompts), script)?;
    script::play(script, &mut stage).await
}

/// Scripts that are played on Discord in direct messages only, and why not in a channel as well.
const DIRECTLY_ONLY: &[(&str, &[&str])] = &[
    ("a channel of a community is no direct chat", &["nights/odd_times"]),
    (
        "what is typed there is on no button",
        &[
            "contacts/contacts_guided",
            "manners/distress",
            "manners/near_words",
            "mock/answer_too_much",
            "mock/the_setup",
            "nudges/bad_times",
            "nudges/en_francais",
            "nudges/plan_in_words",
            "nudges/replies_in_words",
            "nudges/what_comes_again",
            "nudges/which_one",
            "outreach/a_permission_is_nobody_elses",
            "outreach/from_a_target_to_a_second_try",
            "outreach/odd_input",
            "pitch/build",
            "pitch/restart_at_every_step",
            "questions/plan_limits",
            "settings/one_by_one",
            "start/first_meeting",
            "start/mistyped_commands",
            "start/premiere_rencontre",
            "targets/targets_odd_input",
        ],
    ),
    (
        "voice, files and edits are for direct messages",
        &[
            "contacts/import",
            "mock/back_and_edit",
            "nudges/controls",
            "pitch/build_controls",
            "pitch/corrected_after_back",
            "pitch/edited",
            "pitch/odd_input",
            "pitch/said_aloud",
        ],
    ),
    ("a window takes no text that is too long", &["contacts/contacts_notes_and_tags"]),
    ("failures are counted by message", &["delivery/deliveries_that_fail", "nudges/cannot_be_delivered"]),
    (
        "nothing can be said there unasked, after a day",
        &["delivery/direct_messages_closed", "manners/silence", "mock/three_weeks_of_silence"],
    ),
    (
        "a nudge comes directly, where nothing else is open",
        &[
            "mock/weak_before_a_meeting",
            "mock/weak_points",
            "nudges/in_the_middle",
            "nudges/old_buttons",
            "nudges/practise_from_an_old_button",
            "questions/plan",
            "questions/two_plans",
        ],
    ),
];

#[cfg(feature = "discord")]
fn on_discord(name: &str, script: &Arc<Script>, prompts: &Arc<Prompts>) -> Vec<Trial> {
    use discord::on_discord as on_discord_as;
    use discord::{DiscordStage, Played};
    let trial = |title: &str, played: Played| {
        let (prompts, script) = (Arc::clone(prompts), Arc::clone(script));
        let play = move || {
            verdict(runtime()?.block_on(async {
                let script = on_discord_as(&script, &prompts);
                let mut stage = DiscordStage::open(prompts, &script, played).await?;
                script::play(&script, &mut stage).await
            })?)
        };
        Trial::test(format!("discord, {title}: {name}"), play)
    };
    let is_direct_only = DIRECTLY_ONLY.iter().any(|(_, names)| names.contains(&name));
    let directly = trial("direct", Played::Directly);
    if is_direct_only { vec![directly] } else { vec![directly, trial("channel", Played::InChannel)] }
}

/// Scripts that are not played on Matrix, and why not.
const NOT_ON_MATRIX: &[(&str, &[&str])] = &[
    (
        "a real homeserver neither repeats nor fails at a word",
        &[
            "delivery/deliveries_that_fail",
            "delivery/same_event_twice",
            "nudges/cannot_be_delivered",
            "nudges/missed_over_a_restart",
            "nudges/twice_and_restart",
        ],
    ),
    (
        "nobody else sees a direct chat",
        &["manners/somebody_elses_button", "nudges/old_buttons", "pitch/old_choice_pressed"],
    ),
    ("nobody there refuses direct messages", &["delivery/direct_messages_closed"]),
];

/// The homeserver of all scripts. `None`: they are left out.
#[cfg(feature = "matrix")]
static SYNAPSE: std::sync::LazyLock<Option<real_synapse::Synapse>> =
    std::sync::LazyLock::new(|| (!real_synapse::is_left_out()).then(real_synapse::Synapse::start));

#[cfg(feature = "matrix")]
fn on_matrix(name: &str, script: &Arc<Script>, prompts: &Arc<Prompts>) -> Option<Trial> {
    use matrix::{MatrixStage, on_matrix};
    if NOT_ON_MATRIX.iter().any(|(_, names)| names.contains(&name)) {
        return None;
    }
    let (prompts, script) = (Arc::clone(prompts), Arc::clone(script));
    let play = move || {
        let Some(synapse) = &*SYNAPSE else { return Ok(()) };
        verdict(runtime()?.block_on(async {
            let script = on_matrix(&script, &prompts);
            let mut stage = MatrixStage::open(synapse, prompts, &script).await?;
            script::play(&script, &mut stage).await
        })?)
    };
    Some(Trial::test(format!("matrix: {name}"), play))
}

fn runtime() -> std::io::Result<tokio::runtime::Runtime> {
    tokio::runtime::Builder::new_current_thread().enable_all().build()
}

fn verdict(played: Played) -> Result<(), Failed> {
    if played.passed() { Ok(()) } else { Err(played.faults.join("\n").into()) }
}

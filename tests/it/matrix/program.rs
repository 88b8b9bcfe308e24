//! The program itself on Matrix: what it checks, what it logs, how it ends.

use super::{Home, SHARED, met};
use crate::world::GOOD_PITCH;
use real_synapse::{PASSWORD, Person, Synapse};
use std::process::{Command, Output, Stdio};

fn rapport(home: &Home, synapse: &Synapse, args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_rapport"));
    command
        .args(args)
        .env("RAPPORT_DATA_DIR", home.path().join("data"))
        .env("RAPPORT_MATRIX_USER", &home.settings.user)
        .env("RAPPORT_MATRIX_HOMESERVER", synapse.url())
        .env("RAPPORT_MATRIX_PASSWORD", PASSWORD)
        .env("RAPPORT_LOG", "debug")
        .env("RUST_LOG", "trace")
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    command
}

async fn output(mut command: Command) -> Output {
    tokio::task::spawn_blocking(move || command.output().unwrap()).await.unwrap()
}

/// Asks it to end, and waits until it has. Gives back what it logged.
async fn end(mut program: super::losing::Program) -> String {
    use std::io::Read as _;
    Command::new("kill").args(["-TERM", &program.0.id().to_string()]).status().unwrap();
    let mut stderr = program.0.stderr.take().unwrap();
    let read = tokio::task::spawn_blocking(move || {
        let mut log = String::new();
        stderr.read_to_string(&mut log).unwrap();
        log
    });
    let log = read.await.unwrap();
    assert!(program.0.wait().unwrap().success(), "{log}");
    log
}

#[tokio::test]
async fn a_check_finds_what_is_wrong_and_leaves_nothing_behind() {
    let Some(synapse) = &*SHARED else { return };
    let home = Home::on(synapse).await;
    let checked = output(rapport(&home, synapse, &["check"])).await;
    let told = String::from_utf8(checked.stdout).unwrap();
    assert!(checked.status.success() && told.contains("Matrix: @rapport") && told.contains("no session yet"), "{told}");
    let mut wrong = rapport(&home, synapse, &["check"]);
    wrong.env("RAPPORT_MATRIX_PASSWORD", "wrong");
    let refused = output(wrong).await;
    let told = String::from_utf8(refused.stderr).unwrap();
    assert!(refused.status.code() == Some(2) && told.contains("does not accept this name and password"), "{told}");
    let mut nameless = rapport(&home, synapse, &["run"]);
    nameless.env_remove("RAPPORT_MATRIX_USER");
    let told = String::from_utf8(output(nameless).await.stderr).unwrap();
    assert!(told.contains("matrix.user") && told.contains("@rapport:example.org"), "{told}");
    let operator = Person::log_in(synapse, home.bot().localpart()).await;
    assert_eq!(operator.client.devices().await.unwrap().devices.len(), 1);
}

#[tokio::test]
async fn nothing_personal_is_logged_and_a_signal_ends_it_well() {
    let Some(synapse) = &*SHARED else { return };
    let home = Home::on(synapse).await;
    let child = super::losing::Program(rapport(&home, synapse, &["run"]).spawn().unwrap());
    // Words that stand nowhere else, in everything that a person can say or be called.
    let (ana, room) = met(synapse, &home, "zzmark").await;
    let bot = home.bot();
    ana.says(&room, "zzmark hello").await;
    ana.reads(&bot, "Hello, I am Rapport").await;
    ana.says(&room, "!pitch practise").await;
    ana.reads(&bot, "put it aside").await;
    ana.says(&room, "1").await;
    ana.reads(&bot, "Write your pitch").await;
    let pitch = ana.says(&room, &format!("{GOOD_PITCH} zzmark")).await;
    let feedback = ana.reads(&bot, "Attempt 1").await;
    ana.edits(&room, &pitch, &format!("{GOOD_PITCH} zzmark zzmark")).await;
    ana.reads(&bot, "Attempt 1").await;
    ana.sends_file(&room, "zzmark.csv", b"zzmark").await;
    ana.reads(&bot, "I cannot read files").await;
    ana.reacts(&room, feedback.id(), "zzmark").await;
    ana.redacts(&room, &pitch).await;
    ana.reads(&bot, "I have forgotten it").await;
    let lounge = ana.open_room("zzmark", &[&bot], false).await;
    ana.is_joined_by(&lounge, &bot).await;
    ana.says(&lounge, "zzmark").await;
    ana.says(&lounge, "!nudge add zzmark in 2 minutes").await;
    ana.reads(&bot, "I have answered you").await;
    ana.room(&lounge).leave().await.unwrap();
    let log = end(child).await;
    assert!(log.contains("matrix-recovery-key"), "{log}");
    for marked in ["zzmark", PASSWORD, room.as_str(), lounge.as_str(), pitch.as_str(), "syt_"] {
        assert!(!log.contains(marked), "{marked}: {log}");
    }
    let session = std::fs::read_to_string(home.path().join("data/matrix/session.json")).unwrap();
    let session: serde_json::Value = serde_json::from_str(&session).unwrap();
    assert!(!log.contains(session["device"].as_str().unwrap()), "{log}");
}

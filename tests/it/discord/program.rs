//! The program itself on Discord: what it logs, how it ends, what it checks.

use super::{PITCH, button, sees};
use fake_discord::{Fake, Place, Trouble};
use serde_json::{Value, json};
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};
use std::time::Duration;

fn rapport(fake: &Fake, dir: &Path, args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_rapport"));
    command
        .args(args)
        .env("RAPPORT_DATA_DIR", dir)
        .env("RAPPORT_DISCORD_TOKEN", fake.token())
        .env("RAPPORT_DISCORD_API_URL", fake.http_url())
        .env("RAPPORT_LOG", "debug")
        .env("RUST_LOG", "trace")
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    command
}

/// Asks it to end, and waits until it has.
async fn end(child: Child) -> Output {
    let id = child.id().to_string();
    Command::new("kill").args(["-TERM", &id]).status().unwrap();
    tokio::task::spawn_blocking(move || child.wait_with_output().unwrap()).await.unwrap()
}

#[tokio::test]
async fn nothing_personal_is_logged_and_a_signal_ends_it_well() {
    let (fake, dir) = (Fake::start().await, tempfile::tempdir().unwrap());
    let guild = fake.guild("Newcomers", "en-US");
    let lounge = Place::Channel(fake.channel(guild, "lounge"));
    let child = rapport(&fake, dir.path(), &["run"]).spawn().unwrap();
    fake.connected().await;

    // Words that stand nowhere else, in everything that a person can say or be called.
    fake.says("ana-zzmark", "zzmark hello");
    sees(&fake, "ana-zzmark", "Hello, I am Rapport").await;
    fake.says("ana-zzmark", "!pitch practise");
    sees(&fake, "ana-zzmark", "put it aside").await;
    fake.says("ana-zzmark", "1");
    sees(&fake, "ana-zzmark", "Write your pitch").await;
    let pitch = fake.says("ana-zzmark", &format!("{PITCH} zzmark"));
    sees(&fake, "ana-zzmark", "Attempt 1").await;
    fake.edit("ana-zzmark", pitch, &format!("{PITCH} zzmark zzmark"));
    sees(&fake, "ana-zzmark", "Attempt 1").await;
    fake.file("ana-zzmark", "zzmark.pdf", 10, "zzmark");
    sees(&fake, "ana-zzmark", "I cannot read files").await;
    let used = fake.slash("ben-zzmark", lounge, "nudge add", json!([{ "name": "what", "type": 3, "value": "zzmark" }]));
    let asked = sees(&fake, "ben-zzmark", "time zone").await;
    let window = fake.press("ben-zzmark", asked.id, &button(&asked, "Answer"));
    fake.answered(window).await;
    fake.submit("ben-zzmark", window, &[("0", "zzmark city")]);
    sees(&fake, "ben-zzmark", "zzmark city").await;
    fake.autocomplete(
        "ben-zzmark",
        lounge,
        "help",
        json!([{ "name": "command", "type": 3, "value": "zzmark" }]),
        "command",
    );
    fake.slash("ben-zzmark", lounge, "zzmark", Value::Null);
    sees(&fake, "ben-zzmark", "We are in the middle of this").await;

    // And in everything that goes wrong.
    fake.dispatch("MESSAGE_CREATE", &json!({ "content": "zzmark" }));
    fake.dispatch_raw("{\"op\":0,\"t\":\"MESSAGE_CREATE\",\"s\":1,\"d\":{\"content\":\"zzmark".to_owned());
    fake.close_direct("ana-zzmark");
    fake.says("ana-zzmark", "zzmark");
    fake.fail(("POST", "/callback"), Trouble::Status { code: 500, effect: false }, 4);
    fake.slash("ben-zzmark", lounge, "help", Value::Null);
    fake.drop_connection();
    fake.connected().await;
    fake.says("zoe-zzmark", "help");
    sees(&fake, "zoe-zzmark", "Here is what we can do").await;

    let output = end(child).await;
    let logged = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.success(), "{logged}");
    assert!(logged.contains("commands are registered") && logged.contains("asked to end"), "{logged}");
    assert!(logged.contains("could not be read"), "{logged}");
    for secret in ["zzmark".to_owned(), fake.token(), fake.interaction_token(used), "Attempt".to_owned()] {
        assert!(!logged.contains(&secret), "{secret} is in the log:\n{logged}");
    }
    for who in ["ana-zzmark", "ben-zzmark", "zoe-zzmark"] {
        for number in [fake.user(who), fake.direct(who)] {
            assert!(!logged.contains(&number.to_string()), "a number is in the log:\n{logged}");
        }
    }
    assert!(output.stdout.is_empty());
}

#[tokio::test]
async fn a_token_that_is_refused_ends_the_program_with_one_sentence() {
    let (fake, dir) = (Fake::start().await, tempfile::tempdir().unwrap());
    let child = rapport(&fake, dir.path(), &["run"]).spawn().unwrap();
    fake.connected().await;
    fake.revoke_token();
    let output = tokio::task::spawn_blocking(move || child.wait_with_output().unwrap()).await.unwrap();
    let told = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(1), "{told}");
    assert!(told.contains("rapport: Discord does not know this token."), "{told}");
}

async fn run(mut command: Command) -> (Option<i32>, String, String) {
    let output = tokio::task::spawn_blocking(move || command.output().unwrap()).await.unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (output.status.code(), text(output.stdout), text(output.stderr))
}

#[tokio::test]
async fn check_looks_at_discord_and_prints_the_invitations() {
    let (fake, dir) = (Fake::start().await, tempfile::tempdir().unwrap());
    let (code, said, told) = run(rapport(&fake, dir.path(), &["check"])).await;
    assert_eq!(code, Some(0), "{told}");
    assert!(said.contains("Discord: the token is good") && said.contains("permissions=17901423692800"), "{said}");
    assert!(said.contains("Nothing is wrong."), "{said}");
    let (_, said, _) = run(rapport(&fake, dir.path(), &["check", "--offline"])).await;
    assert!(said.contains("Discord: set up, and not asked"), "{said}");

    let mut wrong = rapport(&fake, dir.path(), &["check"]);
    wrong.env("RAPPORT_DISCORD_TOKEN", "wrong");
    let (code, _, told) = run(wrong).await;
    assert_eq!(code, Some(2));
    assert!(told.starts_with("Discord: Discord does not know this token"), "{told}");

    let mut none = rapport(&fake, dir.path(), &["check"]);
    none.env_remove("RAPPORT_DISCORD_TOKEN");
    let (code, said, _) = run(none).await;
    assert!(code == Some(0) && said.contains("Discord: not set up"), "{said}");
    let mut run_none = rapport(&fake, dir.path(), &["run"]);
    run_none.env_remove("RAPPORT_DISCORD_TOKEN");
    let (code, _, told) = run(run_none).await;
    assert_eq!(code, Some(2));
    assert!(told.contains("sets up no chat platform"), "{told}");
}

#[tokio::test]
async fn a_killed_program_answers_the_open_interaction_when_it_is_back() {
    let (fake, dir) = (Fake::start().await, tempfile::tempdir().unwrap());
    let guild = fake.guild("Newcomers", "en-US");
    let lounge = Place::Channel(fake.channel(guild, "lounge"));
    let mut child = rapport(&fake, dir.path(), &["run"]).spawn().unwrap();
    fake.connected().await;
    fake.slash("ana", lounge, "help", Value::Null);
    sees(&fake, "ana", "Here is what we can do").await;
    // The answer is on its way, and never comes through: the process is killed while Discord is slow.
    fake.fail(("POST", "/callback"), Trouble::Delay { by: Duration::from_secs(5), effect: false }, 1);
    let used = fake.slash("ana", lounge, "start", Value::Null);
    fake.until("the answer is under way", |fake| {
        fake.requests().iter().any(|request| request.path.contains(&used.to_string())).then_some(())
    })
    .await;
    child.kill().unwrap();
    child.wait().unwrap();
    fake.disconnected().await;
    let child = rapport(&fake, dir.path(), &["run"]).spawn().unwrap();
    let asked = sees(&fake, "ana", "1 of 4").await;
    assert!(asked.ephemeral);
    fake.connected().await;
    // The flow goes on, and nothing is said twice.
    fake.press("ana", asked.id, &button(&asked, "English (anglais)"));
    sees(&fake, "ana", "2 of 4").await;
    let said: Vec<String> = fake
        .seen_by("ana")
        .into_iter()
        .filter(|seen| seen.author == fake.bot())
        .map(|seen| seen.content.chars().take(6).collect())
        .collect();
    assert_eq!(said, ["Here i", "2 of 4"]);
    assert!(end(child).await.status.success());
}

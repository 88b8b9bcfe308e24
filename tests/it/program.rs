//! The program itself, as people start it.

use crate::world::GOOD_PITCH;
use serde_json::Value;
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};

fn rapport() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_rapport"));
    command.env_clear().env("LANG", "C").env("PATH", std::env::var_os("PATH").unwrap_or_default());
    command
}

fn run(command: &mut Command, input: &[u8]) -> Output {
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    // A program that refuses to start does not read: that is no fault here.
    let _ = child.stdin.take().unwrap().write_all(input);
    child.wait_with_output().unwrap()
}

fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

#[test]
fn a_pitch_is_coached_by_two_lines_and_nothing_is_kept() {
    let home = tempfile::tempdir().unwrap();
    let input = format!("pitch practise 30\n{GOOD_PITCH}\n");
    let output = run(rapport().args(["chat", "--temporary"]).env("HOME", home.path()), input.as_bytes());
    assert!(output.status.success(), "{}", stderr(&output));
    let said = stdout(&output);
    assert!(said.contains("Attempt 1: 32 words") && said.contains("[1] Try again"), "{said}");
    assert!(!said.contains('\u{1b}'), "no colour where there is no terminal");
    assert_eq!(fs::read_dir(home.path()).unwrap().count(), 0);
}

#[test]
fn bytes_that_are_no_text_are_answered_and_do_no_harm() {
    let mut input = b"pitch practise\n\xff\xfe\x00\x07\x1b[2J\n\n".to_vec();
    input.extend("word ".repeat(100_000).bytes());
    input.extend(b"\nHi, I'm \x1b[31mAna\x1b[0m and I cooked for \xc3 years.\nstop");
    let output = run(rapport().args(["chat", "--temporary"]), &input);
    assert!(output.status.success(), "{}", stderr(&output));
    let said = stdout(&output);
    assert!(said.contains("Stopped.") && said.contains("I read up to 4000"), "{said}");
    assert!(!said.contains('\u{1b}') && !said.contains('\u{7}'));
}

#[test]
fn a_second_terminal_on_the_same_directory_is_refused() {
    let dir = tempfile::tempdir().unwrap();
    let mut first = rapport()
        .args(["chat", "--data"])
        .arg(dir.path())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut input = first.stdin.take().unwrap();
    writeln!(input, "help").unwrap();
    let mut line = String::new();
    BufReader::new(first.stdout.as_mut().unwrap()).read_line(&mut line).unwrap();
    let second = run(rapport().args(["chat", "--data"]).arg(dir.path()), b"help\n");
    assert_eq!(second.status.code(), Some(1));
    assert!(stderr(&second).contains("is in use by another rapport (process"), "{}", stderr(&second));
    drop(input);
    assert!(first.wait().unwrap().success());
}

/// Speaks JSON with a running program.
struct Wire {
    child: Child,
    input: std::process::ChildStdin,
    output: BufReader<std::process::ChildStdout>,
}

impl Wire {
    fn open(dir: &Path) -> Self {
        let mut child = rapport()
            .args(["chat", "--json", "--data"])
            .arg(dir)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let input = child.stdin.take().unwrap();
        let output = BufReader::new(child.stdout.take().unwrap());
        Self { child, input, output }
    }

    fn send(&mut self, id: &str, text: &str) {
        let line = serde_json::json!({ "id": id, "from": "ana", "place": "direct", "text": text });
        writeln!(self.input, "{line}").unwrap();
    }

    /// Reads until the input of that id is acknowledged and a message came that has this text in it.
    fn read(&mut self, id: &str, text: &str) -> Value {
        let (mut acknowledged, mut heard) = (false, None);
        loop {
            if let (true, Some(message)) = (acknowledged, &heard) {
                return Value::clone(message);
            }
            let mut line = String::new();
            assert!(self.output.read_line(&mut line).unwrap() > 0, "the program ended");
            let value: Value = serde_json::from_str(&line).unwrap();
            acknowledged |= value["ack"] == id;
            if value["text"].as_str().is_some_and(|said| said.contains(text)) {
                heard = Some(value);
            }
        }
    }

    fn kill(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

#[test]
fn after_a_kill_the_flow_goes_on_where_it_was() {
    let dir = tempfile::tempdir().unwrap();
    let mut wire = Wire::open(dir.path());
    wire.send("1", "pitch practise 30");
    wire.read("1", "Write your pitch");
    wire.kill();

    let mut wire = Wire::open(dir.path());
    // The program that drives it cannot know whether its input counted: it sends it again.
    wire.send("1", "pitch practise 30");
    wire.send("2", GOOD_PITCH);
    let fed_back = wire.read("2", "Attempt 1");
    assert_eq!(fed_back["choices"][1]["label"], "Keep this version");
    wire.kill();

    let mut wire = Wire::open(dir.path());
    wire.send("3", "2");
    let kept = wire.read("3", "Kept.");
    assert!(kept["text"].as_str().unwrap().contains("baked bread"));
    wire.kill();
}

#[test]
fn lines_that_are_no_json_are_refused_and_the_next_is_read() {
    let input = b"{\"id\":\n\xff\n{\"id\":\"1\",\"from\":\"ana\",\"text\":\"help\"}\n";
    let output = run(rapport().args(["chat", "--json", "--temporary"]), input);
    assert!(output.status.success());
    let lines: Vec<Value> = stdout(&output).lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert!(lines[0]["error"].is_string() && lines[1]["error"].is_string());
    assert!(lines.iter().any(|line| line["ack"] == "1"));
    assert!(lines.iter().any(|line| line["to"] == "ana" && line["place"] == "direct"));
}

#[test]
fn a_script_with_a_wrong_line_fails_with_a_readable_diff() {
    let dir = tempfile::tempdir().unwrap();
    let script = dir.path().join("wrong.txt");
    fs::write(&script, "ana> stop\nbot> Something else entirely.\n").unwrap();
    let output = run(rapport().arg("replay").arg(&script), b"");
    assert_eq!(output.status.code(), Some(1));
    let said = stdout(&output);
    assert!(said.contains("line 2: the bot said something else"), "{said}");
    assert!(said.contains("- Something else entirely.") && said.contains("+ Nothing is running here."), "{said}");
    assert!(said.trim_end().ends_with("0 passed, 1 failed"), "{said}");

    assert_eq!(run(rapport().args(["replay", "--bless"]).arg(&script), b"").status.code(), Some(1));
    assert!(run(rapport().arg("replay").arg(&script), b"").status.success());

    fs::write(&script, "what is this\n").unwrap();
    assert_eq!(run(rapport().arg("replay").arg(&script), b"").status.code(), Some(2));
    assert_eq!(run(rapport().arg("replay").arg(dir.path().join("nowhere")), b"").status.code(), Some(2));
    fs::remove_file(&script).unwrap();
    assert_eq!(run(rapport().arg("replay").arg(dir.path()), b"").status.code(), Some(2));
}

#[test]
fn check_tells_every_fault_and_ends_with_2() {
    let dir = tempfile::tempdir().unwrap();
    let config = dir.path().join("config.toml");
    fs::write(&config, "data_dirr = \"x\"\ntimezone = \"Moon/Base\"\nprompts_dir = \"nowhere\"\n").unwrap();
    let output = run(rapport().args(["check", "--offline", "--config"]).arg(&config), b"");
    assert_eq!(output.status.code(), Some(2));
    let said = stderr(&output);
    assert!(said.contains("data_dirr: is no key") && said.contains("Did you mean `data_dir`"), "{said}");
    assert!(said.contains("timezone: cannot be \"Moon/Base\""), "{said}");
    let missing = run(rapport().args(["check", "--offline", "--config"]).arg(dir.path().join("none.toml")), b"");
    assert_eq!(missing.status.code(), Some(2));
    assert!(stderr(&missing).contains("cannot be read"), "{}", stderr(&missing));
}

#[test]
fn a_read_only_database_is_a_clear_error() {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("file");
    fs::write(&file, "").unwrap();
    // A file where the directory should be is refused for every user, root included.
    let output = run(rapport().args(["chat", "--data"]).arg(file.join("data")), b"help\n");
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr(&output).contains("Make it a directory that this user may write to"), "{}", stderr(&output));
}

#[test]
fn prompts_are_written_out_and_read_back() {
    let dir = tempfile::tempdir().unwrap();
    let own = dir.path().join("own");
    assert!(run(rapport().arg("prompts").arg(&own), b"").status.success());
    let start = own.join("en/common.ftl");
    let text = fs::read_to_string(&start).unwrap();
    fs::write(&start, text.replace("Nothing is running here.", "All quiet here.")).unwrap();
    let again = run(rapport().arg("prompts").arg(&own), b"");
    assert!(stdout(&again).contains("were left as they are"));
    let output = run(rapport().args(["chat", "--temporary", "--prompts"]).arg(&own), b"stop\n");
    assert!(stdout(&output).starts_with("All quiet here."), "{}", stdout(&output));
}

#[test]
fn review_prints_a_line_for_each_line() {
    let input = b"{\"lang\":\"en\",\"text\":\"Hi, I'm Ana. Um, please hire me.\",\"seconds\":30}\nnonsense\n{\"lang\":\"fr\",\"text\":\"Bonjour, je m'appelle Luc.\"}\n";
    let output = run(rapport().args(["review", "pitch"]), input);
    assert_eq!(output.status.code(), Some(2));
    let lines: Vec<Value> = stdout(&output).lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines[0]["length"], "short");
    assert_eq!(lines[0]["parts"]["who"], true);
    let ids: Vec<&str> =
        lines[0]["findings"].as_array().unwrap().iter().map(|finding| finding["id"].as_str().unwrap()).collect();
    assert_eq!(ids, ["job_ask", "filler"]);
    assert!(lines[1]["error"].is_string());
    assert_eq!(lines[2]["parts"]["who"], true);
}

#[test]
fn the_terminals_own_clock_can_be_moved_by_script_lines() {
    let input = b"pitch practise 30\n@advance 25h\n@restart\n1\n@dance\n@voice you 27s\n";
    let output = run(rapport().args(["chat", "--script", "--temporary"]), input);
    assert!(output.status.success(), "{}", stderr(&output));
    let said = stdout(&output);
    assert!(said.contains("Would you like to go on?") && said.contains("This is where we were."), "{said}");
    assert!(said.contains("@dance is no directive") && said.contains("Attempt 1: 27 seconds."), "{said}");
}

/// The rows that `rapport understand` prints for lines, each cut at its tabs.
fn understood(input: &[u8]) -> (Vec<Vec<String>>, String) {
    let output = run(rapport().arg("understand"), input);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let printed = String::from_utf8(output.stdout.clone()).unwrap();
    let rows = printed.strip_suffix('\n').unwrap_or_default().split('\n');
    (rows.map(|row| row.split('\t').map(str::to_owned).collect()).collect(), stderr(&output))
}

#[test]
fn understand_prints_five_columns_whatever_it_is_given() {
    let mut input = Vec::new();
    let megabyte = "all work and no play ".repeat(50_000);
    let lines = [
        "What does a typical day look like?",
        "",
        "   ",
        "how\tmuch do you earn\u{0}",
        "🙂🙂🙂",
        "fn main() { println!(\"{}\", 1); }",
        "Чем вы занимаетесь на работе каждый день?",
        "¿Cuánto tiempo lleva usted trabajando en esta empresa?",
        &megabyte,
        "À quoi ressemble votre journée ?",
    ];
    for line in lines {
        input.extend(line.as_bytes());
        input.push(b'\n');
    }
    // Neither UTF-8 nor an end of the line.
    input.extend(b"caf\xe9 \xff at noon");
    let (rows, said) = understood(&input);
    assert_eq!(rows.len(), lines.len() + 1);
    for row in &rows {
        assert_eq!(row.len(), 5, "{row:?}");
        for column in &row[1..4] {
            let (topic, score) = column.split_once(':').unwrap();
            assert!(!topic.is_empty() && (0.0..=1.0).contains(&score.parse::<f32>().unwrap()), "{column}");
        }
        assert!(["answer", "ask", "unknown"].contains(&row[4].as_str()), "{row:?}");
    }
    assert!(rows[0][1].starts_with("typical_day:") && rows[0][4] == "answer", "{:?}", rows[0]);
    assert!(rows[3][0] == "how much do you earn" && rows[3][1].starts_with("avoid_salary:"), "{:?}", rows[3]);
    assert!(rows[9][1].starts_with("typical_day:") && rows[9][4] == "answer", "{:?}", rows[9]);
    for strange in [1, 2, 4, 5, 6, 7] {
        assert_eq!(rows[strange][4], "unknown", "{:?}", rows[strange]);
    }
    assert_eq!(rows[8][0].chars().count(), 2_000);
    assert_eq!(said, "rapport: line 9 is long: only its first 2000 characters are read\n");
    assert_eq!(understood(b"").0, [[""]]);
}

#[test]
fn a_broken_data_file_is_named_with_its_remedy_before_anybody_talks() {
    let dir = tempfile::tempdir().unwrap();
    fs::create_dir(dir.path().join("encoder")).unwrap();
    for (name, content) in [("model.safetensors", "not a model"), ("pieces.tsv", "no tab"), ("learned.safetensors", "")]
    {
        let file = dir.path().join("encoder").join(name);
        fs::write(&file, content).unwrap();
        for command in [&["check", "--offline"] as &[&str], &["understand"], &["chat", "--temporary"]] {
            let output = run(rapport().args(command).arg("--prompts").arg(dir.path()), b"hello\n");
            assert_eq!(output.status.code(), Some(2), "{command:?}");
            let said = stderr(&output);
            assert!(said.contains(name) && said.contains("is damaged"), "{said}");
            assert!(said.contains("Remove it, so that the built-in one is used."), "{said}");
        }
        fs::remove_file(&file).unwrap();
    }
}

#[test]
fn topics_and_lines_that_do_not_fit_are_named() {
    let dir = tempfile::tempdir().unwrap();
    fs::create_dir(dir.path().join("fr")).unwrap();
    let lines = include_str!("../../prompts/fr/lines.toml");
    let lines = lines.replacen("[worklife]\nlines = [", "[worklif]\nlines = [", 1);
    let lines = lines.replacen("[likes]\nlines = [", "[likes]\nlines = [\n    \"\",", 1);
    fs::write(dir.path().join("fr/lines.toml"), lines).unwrap();
    let topics = include_str!("../../prompts/topics.toml").replacen("id = \"other\"", "id = \"others\"", 1);
    fs::write(dir.path().join("topics.toml"), topics).unwrap();
    let output = run(rapport().args(["check", "--offline", "--prompts"]).arg(dir.path()), b"");
    assert_eq!(output.status.code(), Some(2));
    let said = stderr(&output);
    for part in [
        "topics.toml, other: is missing.",
        "lines.toml, worklife: has no lines.",
        "lines.toml, worklif: is no topic of topics.toml.",
        "lines.toml, likes: has an empty line.",
        "lines.toml, others: has no lines.",
        "lines.toml, other: is no topic of topics.toml.",
    ] {
        assert!(said.contains(part), "{part}\n{said}");
    }
}

#[test]
fn questions_are_reviewed_a_line_each_and_a_broken_line_is_told() {
    let input = concat!(
        r#"{"lang":"en","text":"How did you begin, and what would you do today?"}"#,
        "\n",
        r#"{"lang":"fr","text":"Vous gagnez combien ?"}"#,
        "\n\n",
        r#"{"lang":"de","text":"Wie geht es?"}"#,
        "\n",
        r#"{"lang":"en","text":""}"#,
        "\n"
    );
    let output = run(rapport().args(["review", "question"]), input.as_bytes());
    assert_eq!(output.status.code(), Some(2));
    let rows: Vec<Value> = stdout(&output).lines().map(|row| serde_json::from_str(row).unwrap()).collect();
    let ids = |row: &Value| -> Vec<String> {
        row["findings"].as_array().unwrap().iter().map(|found| found["id"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!((rows.len(), &rows[0]["open"], ids(&rows[0])), (4, &Value::Bool(true), vec!["double".to_owned()]));
    assert_eq!(rows[0]["findings"][0]["quote"], "and what would you do today");
    assert_eq!((&rows[1]["open"], ids(&rows[1])), (&Value::Bool(false), vec!["pay".to_owned()]));
    assert!(rows[2]["error"].as_str().unwrap().contains("de"), "{}", rows[2]);
    assert!(rows[3]["open"].is_boolean());
}

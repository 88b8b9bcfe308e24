//! Every script below `tests/transcripts/`, one test each, played on the engine alone.

use libtest_mimic::{Arguments, Failed, Trial};
use rapport::prompts::Prompts;
use rapport::script;
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;

fn main() -> ExitCode {
    let arguments = Arguments::from_args();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/transcripts");
    let prompts = Arc::new(Prompts::load(None).unwrap_or_else(|faults| panic!("{faults:#?}")));
    let scripts = script::find(std::slice::from_ref(&root)).unwrap_or_else(|error| panic!("{error}"));
    assert!(!scripts.is_empty(), "there are no transcripts");
    let trials = scripts
        .into_iter()
        .map(|path| {
            let name = path.strip_prefix(&root).unwrap_or(&path).with_extension("").display().to_string();
            let prompts = Arc::clone(&prompts);
            Trial::test(name, move || play(&path, &prompts))
        })
        .collect();
    libtest_mimic::run(&arguments, trials).exit_code()
}

fn play(path: &Path, prompts: &Arc<Prompts>) -> Result<(), Failed> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    if !script::read(path)?.plays_on("engine") {
        return Ok(());
    }
    let played = runtime.block_on(script::play_file(path, prompts))?;
    if played.passed() { Ok(()) } else { Err(played.faults.join("\n").into()) }
}

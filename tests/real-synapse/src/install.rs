//! Installs the homeserver, once, into `target/`.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What is installed.
const PACKAGE: &str = "matrix-synapse==1.163.2";

/// What to do where it cannot be installed.
const REMEDY: &str = "The tests against a real homeserver need python3 (3.10 or later) with its venv module, and the Python package \
                      registry, once. RAPPORT_NO_SYNAPSE=1 leaves them out.";

/// The Python that has the homeserver.
///
/// # Panics
/// It cannot be installed: with what to do.
pub fn python() -> PathBuf {
    let folder = target().join("synapse");
    std::fs::create_dir_all(&folder).expect("a folder in target/");
    let python = folder.join("venv/bin/python");
    // Several test programs may start at the same time.
    let lock = File::create(folder.join("lock")).expect("a lock in target/");
    lock.lock().expect("a lock in target/");
    let done = folder.join("installed");
    if std::fs::read_to_string(&done).is_ok_and(|installed| installed == PACKAGE) && python.exists() {
        return python;
    }
    eprintln!("installing {PACKAGE} into {}", folder.display());
    run(Command::new("python3").args(["-m", "venv", "--clear"]).arg(folder.join("venv")));
    run(Command::new(&python).args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", PACKAGE]));
    std::fs::write(done, PACKAGE).expect("a note in target/");
    python
}

fn run(command: &mut Command) {
    match command.output() {
        Ok(output) if output.status.success() => {}
        Ok(output) => panic!("{command:?} failed.\n{}\n{REMEDY}", String::from_utf8_lossy(&output.stderr)),
        Err(error) => panic!("{command:?} cannot be run ({error}).\n{REMEDY}"),
    }
}

fn target() -> PathBuf {
    match std::env::var_os("CARGO_TARGET_DIR") {
        Some(target) => PathBuf::from(target),
        None => Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target"),
    }
}

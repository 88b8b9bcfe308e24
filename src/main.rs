//! The program `rapport`. Everything is in the library.

use std::process::ExitCode;

fn main() -> ExitCode {
    rapport::cli::run()
}

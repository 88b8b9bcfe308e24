//! Migrations and prompts are built into the program: a change in either builds it anew.
fn main() {
    println!("cargo::rerun-if-changed=migrations");
    println!("cargo::rerun-if-changed=prompts");
}

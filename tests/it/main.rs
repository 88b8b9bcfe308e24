//! Everything that is no transcript: prompts, migrations, saved states, the store, the engine under stress, the program.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on may stop where it stands")]

mod access;
mod answers;
mod app;
mod bank;
mod builds;
mod cells;
mod crash;
#[cfg(feature = "discord")]
mod discord;
mod distress;
mod engine;
mod evenings;
mod flows;
mod guests;
mod interviews;
#[cfg(feature = "matrix")]
mod matrix;
mod migrations;
mod nudges;
mod other_chair;
mod outreach;
mod own_questions;
mod pitches;
mod plans;
mod program;
mod prompts;
mod reviews;
mod saved_states;
mod store;
mod times;
mod understanding;
mod world;

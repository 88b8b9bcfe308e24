//! Every migration that ever shipped, in order, forward only. The number of those that a database has is its `user_version`.

use rusqlite_migration::{M, Migrations};
use std::sync::LazyLock;

/// The migrations as they stand in `migrations/`: a file's number is its place here, counted from 1.
pub const ALL: &[&str] = &[
    include_str!("../../migrations/0001_people.sql"),
    include_str!("../../migrations/0002_conversations.sql"),
    include_str!("../../migrations/0003_pitches.sql"),
    include_str!("../../migrations/0004_settings.sql"),
    include_str!("../../migrations/0005_nudges.sql"),
    include_str!("../../migrations/0006_pitch_cuts.sql"),
    include_str!("../../migrations/0007_facts.sql"),
    include_str!("../../migrations/0008_answers.sql"),
    include_str!("../../migrations/0009_matrix.sql"),
    include_str!("../../migrations/0010_interviews.sql"),
    include_str!("../../migrations/0011_questions.sql"),
    include_str!("../../migrations/0012_plans.sql"),
    include_str!("../../migrations/0013_practice.sql"),
    include_str!("../../migrations/0014_contacts.sql"),
    include_str!("../../migrations/0015_targets.sql"),
    include_str!("../../migrations/0016_outreach.sql"),
    include_str!("../../migrations/0017_nights.sql"),
    include_str!("../../migrations/0018_evenings.sql"),
    include_str!("../../migrations/0019_feedback.sql"),
    include_str!("../../migrations/0020_board.sql"),
];

/// The same, ready to run.
pub(super) static MIGRATIONS: LazyLock<Migrations<'static>> =
    LazyLock::new(|| Migrations::new(ALL.iter().map(|sql| M::up(sql)).collect()));

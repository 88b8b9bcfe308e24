//! Judgement, pure: what is good about what a person wrote, and what to sharpen. No I/O, no clock, no text of the bot's own.

pub mod answer;
pub mod build;
pub mod cells;
pub mod criteria;
pub mod draft;
pub mod guest;
pub mod interview;
pub mod ladder;
pub mod language;
pub mod outreach;
pub mod pitch;
pub mod plan;
pub mod question;
pub mod sentences;
pub mod topics;
pub mod weak;

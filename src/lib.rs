//! Rapport, a chat bot that coaches people in informational interviewing.
//!
//! The modules, in the order in which they are best read:
//!
//! - [`chat`]: the neutral words of a conversation, what comes in and what goes out;
//! - [`commands`]: the one table of commands, and how typed text is read by it;
//! - [`flows`]: the guided conversations, pure state machines;
//! - [`contact`]: the people in a learner's list, as they are jotted down, found, and carried in and out as files, pure;
//! - [`night`]: mock-interview nights and who takes part in them, pure;
//! - [`when`], [`zones`], [`hours`], [`nudge`]: times as people say them, and when a nudge is told, pure;
//! - [`coach`]: judgement, pure: what is good about a pitch or a question and what to sharpen, and what a guest answers;
//! - [`ear`]: what a typed sentence is about: the sentence encoder, and what was learned from example lines;
//! - [`grammar`]: slips in English messages;
//! - [`legwork`]: what is found out beside the engine, because it takes time;
//! - [`engine`]: takes an event, decides, commits once, delivers;
//! - [`store`]: everything that is kept, and all SQL;
//! - [`prompts`]: every sentence the bot says, and the data its judgement rests on;
//! - [`adapters`]: the platforms;
//! - [`script`]: conversations as files, played against the engine;
//! - [`app`], [`cli`], [`config`]: the program around it.

pub mod adapters;
pub mod app;
pub mod chat;
pub mod cli;
pub mod clock;
pub mod coach;
pub mod commands;
pub mod config;
pub mod contact;
pub mod ear;
pub mod engine;
pub mod flows;
pub mod grammar;
pub mod hours;
pub mod ids;
pub mod legwork;
pub mod night;
pub mod nudge;
pub mod prompts;
pub mod script;
pub mod store;
pub mod when;
pub mod words;
pub mod zones;

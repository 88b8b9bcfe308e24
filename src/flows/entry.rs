//! Flows without their types: what the engine works with.

use super::{Cx, Effect, Event, FLOWS, Flow, Read, Turn};
use crate::commands::{CommandName, Invocation, UserError};
use serde::{Deserialize as _, Serialize};
use serde_json::Value;
use std::fmt::Debug;

/// A saved state, read again.
#[derive(Debug, PartialEq)]
pub enum Loaded {
    /// As this version writes it.
    Current(Value),
    /// Written by an older version, and brought up to this one.
    Upgraded(Value),
    /// No longer readable.
    Stale,
}

/// A flow, without its types: what the engine works with.
#[derive(Clone, Copy)]
pub struct Entry {
    /// [`Flow::NAME`].
    pub name: &'static str,
    /// [`Flow::TITLE`].
    pub title: &'static str,
    /// [`Flow::VERSION`].
    pub version: u32,
    /// [`Flow::COMMANDS`].
    pub commands: &'static [CommandName],
    /// [`Flow::FORGETS`].
    pub forgets: bool,
    /// What is to be read: [`Flow::reads`] on a state that [`Entry::load`] gave, [`Flow::READS`] where there is none yet.
    pub reads: fn(Option<&Value>) -> &'static [Read],
    /// [`Flow::hears`], on a state that [`Entry::load`] gave.
    pub hears: fn(&Value, &str) -> Vec<String>,
    /// [`Flow::opens`], on a state that [`Entry::load`] gave.
    pub opens: fn(&Value) -> bool,
    /// [`Flow::hears_first`].
    pub hears_first: fn(&Invocation) -> Vec<String>,
    /// [`Flow::start`].
    pub start: fn(&Cx<'_>, &Invocation) -> Result<Turn<Value>, UserError>,
    /// [`Flow::step`], on a state that [`Entry::load`] gave.
    pub step: fn(&Cx<'_>, Value, Event) -> Result<Turn<Value>, serde_json::Error>,
    /// [`Flow::stop`], on a state that [`Entry::load`] gave.
    pub stop: fn(&Cx<'_>, Value) -> Result<Vec<Effect>, serde_json::Error>,
    /// Reads a state saved by that version.
    pub load: fn(u32, Value) -> Loaded,
}

impl Debug for Entry {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Entry").field("name", &self.name).field("version", &self.version).finish_non_exhaustive()
    }
}

/// The flow of that stored name.
pub fn named(name: &str) -> Option<&'static Entry> {
    FLOWS.iter().find(|entry| entry.name == name)
}

/// The flow that a command begins.
pub fn begun_by(command: CommandName) -> Option<&'static Entry> {
    FLOWS.iter().find(|entry| entry.commands.contains(&command))
}

pub(super) const fn entry<F: Flow>() -> Entry {
    Entry {
        name: F::NAME,
        title: F::TITLE,
        version: F::VERSION,
        commands: F::COMMANDS,
        forgets: F::FORGETS,
        reads: |state| {
            // A state that cannot be read is told by the step itself.
            let state = state.and_then(|state| F::State::deserialize(state).ok());
            state.map_or(F::READS, |state| F::reads(&state))
        },
        hears: |state, text| F::State::deserialize(state).map(|state| F::hears(&state, text)).unwrap_or_default(),
        opens: |state| F::State::deserialize(state).is_ok_and(|state| F::opens(&state)),
        hears_first: F::hears_first,
        start: |cx, call| Ok(untyped(F::start(cx, call)?)),
        step: |cx, state, event| Ok(untyped(F::step(cx, serde_json::from_value(state)?, event))),
        stop: |cx, state| Ok(F::stop(cx, serde_json::from_value(state)?)),
        load: load::<F>,
    }
}

/// A turn of a flow, without its types.
pub fn untyped<S: Serialize>(turn: Turn<S>) -> Turn<Value> {
    turn.map(saved)
}

fn saved<S: Serialize>(state: S) -> Value {
    // States are plain data with text keys: that always has a JSON form.
    serde_json::to_value(state).unwrap_or(Value::Null)
}

fn load<F: Flow>(version: u32, value: Value) -> Loaded {
    if version == F::VERSION {
        return match serde_json::from_value::<F::State>(value) {
            Ok(state) => Loaded::Current(saved(state)),
            Err(_) => Loaded::Stale,
        };
    }
    match F::upgrade(version, value) {
        Some(state) if version < F::VERSION => Loaded::Upgraded(saved(state)),
        _ => Loaded::Stale,
    }
}

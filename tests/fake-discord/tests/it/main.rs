//! The fake Discord behaves as Discord does: its gateway with a real client of it, its requests and its refusals one by one.

mod common;
mod extra;
mod gateway;
mod happy;
mod refusals;

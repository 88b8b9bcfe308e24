//! The platforms. Adapters translate between a platform and the neutral words of [`crate::chat`]; they know no flow.

pub mod console;
#[cfg(feature = "discord")]
pub mod discord;
#[cfg(feature = "discord")]
mod picture;

//! The platforms. Adapters translate between a platform and the neutral words of [`crate::chat`]; they know no flow.

#[cfg(any(feature = "discord", feature = "matrix"))]
mod attached;
pub mod console;
#[cfg(feature = "discord")]
pub mod discord;
#[cfg(feature = "matrix")]
pub mod matrix;
#[cfg(any(feature = "discord", feature = "matrix"))]
mod picture;

//! What goes along with a message as a file: pictures, drawn when they leave, and texts.

use super::picture::{description, png};
use crate::chat::platform::{Block, Content};

/// A file that goes along with a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attached {
    /// Its name.
    pub name: String,
    /// Its kind, as platforms name it.
    pub mime: &'static str,
    /// What is in it.
    pub bytes: Vec<u8>,
    /// A picture in words, for those who do not see it. Empty for a text, which says itself.
    pub description: String,
}

/// The kind of a text, by the ending of its name.
fn mime(name: &str) -> &'static str {
    match name.rsplit_once('.').map(|(_, ending)| ending) {
        Some("vcf") => "text/vcard",
        Some("csv") => "text/csv",
        _ => "text/plain",
    }
}

/// The files of a message. A picture that cannot be drawn is left out: its message says the same in words.
pub fn attached(content: &Content) -> Vec<Attached> {
    let mut files = Vec::new();
    let mut pictures = 0;
    for block in &content.blocks {
        match block {
            Block::Plot(plot) => {
                pictures += 1;
                match png(plot) {
                    Ok(bytes) => files.push(Attached {
                        name: format!("picture-{pictures}.png"),
                        mime: "image/png",
                        bytes,
                        description: description(plot),
                    }),
                    Err(error) => tracing::error!(%error, "a picture could not be drawn"),
                }
            }
            Block::File { name, text } => files.push(Attached {
                name: name.clone(),
                mime: mime(name),
                bytes: text.clone().into_bytes(),
                description: String::new(),
            }),
            Block::Text(_) | Block::Quote(_) => {}
        }
    }
    files
}

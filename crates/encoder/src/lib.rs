//! A sentence encoder for English and French: a text becomes 512 numbers, and texts that mean alike get vectors that point alike.
//!
//! The model is Google's Universal Sentence Encoder, multilingual, version 3, cut down to 20,000 word pieces and few bits (its notice
//! stands beside its files). What is here is its forward pass: word pieces (`pieces.rs`), three convolution branches over their
//! embeddings, one pooled vector, four dense layers (`layers.rs`). A sentence of ten words takes about two milliseconds on one core, and
//! the whole under 30 MB. What texts are about is learned from examples ([`Learned`]).
//!
//! Some errors of typing, colloquial words and a second language's grammar are borne; a language other than the two gives a vector that
//! means little.

mod layers;
mod learner;
mod pieces;
mod words;

pub use learner::{Example, Learned};
pub use words::Words;

use layers::Layers;
use pieces::Pieces;
use std::borrow::Cow;

/// How many numbers a vector has.
pub const SIZE: usize = 512;

/// The most pieces of a text that are looked at, begin and end included: some 150 words. What comes after is left out.
pub const LONGEST: usize = 256;

/// The encoder, ready.
#[derive(Debug)]
pub struct Encoder {
    pieces: Pieces,
    layers: Layers,
}

/// Why a model cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum Damaged {
    /// The file of the numbers.
    #[error("the model is no safetensors file ({0})")]
    Format(#[from] safetensors::SafeTensorError),
    /// One of its parts is missing, or is not what it is to be.
    #[error("the model's part `{0}` is missing or has another shape")]
    Part(String),
    /// The list of the word pieces.
    #[error("the list of word pieces is broken in line {0}")]
    Pieces(usize),
    /// The two do not belong together.
    #[error("the model knows {model} word pieces, and the list has {list}")]
    Apart {
        /// How many the model has rows for.
        model: usize,
        /// How many stand in the list.
        list: usize,
    },
}

impl Encoder {
    /// Reads a model: the bytes of its safetensors file and the text of its list of word pieces.
    ///
    /// # Errors
    /// One of them is damaged, or they are not of one model.
    pub fn new(model: Cow<'static, [u8]>, pieces: &str) -> Result<Self, Damaged> {
        let pieces = Pieces::read(pieces)?;
        let layers = Layers::read(model)?;
        if layers.rows() != pieces.len() {
            return Err(Damaged::Apart { model: layers.rows(), list: pieces.len() });
        }
        Ok(Self { pieces, layers })
    }

    /// The vector of a text: [`SIZE`] numbers, of length one.
    pub fn encode(&self, text: &str) -> Vec<f32> {
        self.layers.vector(&self.pieces.cut(text, LONGEST))
    }

    /// How much of a text stands in the list of word pieces, from 0 to 1, by its letters. Another script has next to nothing there.
    pub fn knows(&self, text: &str) -> f32 {
        self.pieces.known(text)
    }
}

/// How alike two vectors point: the cosine, where both are of length one.
pub fn likeness(one: &[f32], other: &[f32]) -> f32 {
    one.iter().zip(other).map(|(a, b)| a * b).sum()
}

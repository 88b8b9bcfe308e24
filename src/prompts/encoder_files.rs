//! `prompts/encoder/`: the numbers of the sentence encoder, and what was learned from the built-in lines. Nobody edits them; they are read
//! when they are needed.

use super::Fault;
use super::source::Source;
use rapport_encoder::{Damaged, Encoder, Learned};

const MODEL: &str = "encoder/model.safetensors";
const PIECES: &str = "encoder/pieces.tsv";
const LEARNED: &str = "encoder/learned.safetensors";

/// The files, and where they come from.
#[derive(Debug)]
pub struct EncoderFiles(Source);

impl EncoderFiles {
    /// Finds them. Those of the program itself are whole; one that an operator has put in their place is looked at now.
    pub(super) fn find(source: Source, faults: &mut Vec<Fault>) -> Self {
        let files = Self(source);
        if [MODEL, PIECES].iter().any(|path| files.0.is_replaced(path)) {
            faults.extend(files.encoder().err());
        }
        if files.0.is_replaced(LEARNED) {
            faults.extend(files.learned().err());
        }
        files
    }

    /// Reads the encoder: 25 MB.
    ///
    /// # Errors
    /// Its files are missing or damaged.
    pub fn encoder(&self) -> Result<Encoder, Fault> {
        let (file, model) = self.0.bytes(MODEL)?;
        let (list, pieces) = self.0.bytes(PIECES)?;
        Encoder::new(model, &String::from_utf8_lossy(&pieces)).map_err(|error| match error {
            Damaged::Pieces(_) | Damaged::Apart { .. } => damaged(list, &error),
            _ => damaged(file, &error),
        })
    }

    /// The key of all that was learned from.
    ///
    /// # Errors
    /// The file is missing or damaged.
    pub fn key_of_learned(&self) -> Result<u64, Fault> {
        let (file, learned) = self.0.bytes(LEARNED)?;
        Learned::key_of_file(&learned).map_err(|error| damaged(file, &error))
    }

    /// Reads what was learned from the built-in lines: with the key of each line, and that of all.
    ///
    /// # Errors
    /// The file is missing or damaged.
    pub fn learned(&self) -> Result<(Learned, Vec<u64>, u64), Fault> {
        let (file, learned) = self.0.bytes(LEARNED)?;
        Learned::from_file(learned).map_err(|error| damaged(file, &error))
    }
}

fn damaged(file: String, error: &Damaged) -> Fault {
    Fault::new(file, "", format!("is damaged ({error})"), "Remove it, so that the built-in one is used")
}

//! The forward pass beside the vectors of the model it was made from.

use rapport_encoder::{Damaged, Encoder, SIZE, likeness};
use serde::Deserialize;
use std::borrow::Cow;

static MODEL: &[u8] = include_bytes!("../../../prompts/encoder/model.safetensors");
static PIECES: &str = include_str!("../../../prompts/encoder/pieces.tsv");

#[derive(Deserialize)]
struct Reference {
    text: String,
    vector: Vec<f32>,
}

#[test]
fn every_reference_text_gets_the_vector_that_it_should() {
    let encoder = Encoder::new(Cow::Borrowed(MODEL), PIECES).expect("a whole model");
    let references: Vec<Reference> =
        include_str!("reference.jsonl").lines().map(|line| serde_json::from_str(line).expect("a reference")).collect();
    assert_eq!(references.len(), 10);
    for Reference { text, vector } in references {
        let ours = encoder.encode(&text);
        let length = likeness(&vector, &vector).sqrt();
        let cosine = likeness(&ours, &vector) / length;
        assert!(cosine >= 0.9999, "{text}: {cosine}");
        assert!((likeness(&ours, &ours) - 1.0).abs() < 1e-4, "{text}");
    }
}

#[test]
fn anything_at_all_gets_a_vector() {
    let encoder = Encoder::new(Cow::Borrowed(MODEL), PIECES).expect("a whole model");
    for text in
        ["", " ", "🙂🙂", "مرحبا", "\u{0}\u{202e}", "fn main() {}", &"long ".repeat(100_000), &"x".repeat(100_000)]
    {
        let vector = encoder.encode(text);
        assert_eq!(vector.len(), SIZE);
        assert!(vector.iter().all(|number| number.is_finite()));
    }
    assert!(encoder.knows("Qu'aimez-vous le plus ?") > 0.99);
    assert!(encoder.knows("Чем вы занимаетесь?") < 0.5);
}

#[test]
fn a_damaged_model_is_told() {
    let broken = |model: Vec<u8>, pieces: &str| Encoder::new(Cow::Owned(model), pieces).expect_err("it is damaged");
    assert!(matches!(broken(MODEL[..1_000_000].to_vec(), PIECES), Damaged::Format(_)));
    assert!(matches!(broken(b"no model".to_vec(), PIECES), Damaged::Format(_)));
    assert!(matches!(broken(MODEL.to_vec(), PIECES.split_once('\n').expect("lines").1), Damaged::Apart { .. }));
    // A part of another name.
    let mut renamed = MODEL.to_vec();
    let at = renamed.windows(4).position(|bytes| bytes == b"\"d2\"").expect("the part's name");
    renamed[at + 1] = b'x';
    assert!(matches!(broken(renamed, PIECES), Damaged::Part(name) if name == "d2"));
}

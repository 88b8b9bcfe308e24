//! Learning to tell classes of texts apart by examples: kernel ridge regression, in closed form. What a text is to an example is how alike
//! their vectors are, near ones far more than distant ones, and how many words they share.

use crate::words::{PLACES, Words};
use crate::{Damaged, SIZE, likeness};
use nalgebra::{Cholesky, DMatrix};
use safetensors::tensor::TensorView;
use safetensors::{Dtype, SafeTensors};
use std::borrow::Cow;
use std::ops::Range;

/// How fast likeness fades: the kernel is `exp(-NEAR * distance²)`, with 2 as the distance² of vectors that have nothing in common.
const NEAR: f32 = 1.0;
/// What sharing all words is worth beside sharing the whole meaning.
const BY_WORDS: f32 = 0.3;
/// How little a single example is believed.
const DOUBT: f32 = 0.3;
/// How many columns are worked off at a time.
const BLOCK: usize = 96;

/// A text, and the class it belongs to.
#[derive(Clone, Debug)]
pub struct Example {
    /// Its vector.
    pub vector: Vec<f32>,
    /// Its words.
    pub words: Words,
    /// Its class, from 0.
    pub class: usize,
}

/// What was learned.
#[derive(Debug)]
pub struct Learned {
    /// The file it was read from, or the examples' vectors alone.
    file: Cow<'static, [u8]>,
    /// Where in it the examples' vectors stand, each number in one byte; and by what each of them is multiplied.
    vectors: Range<usize>,
    scales: Vec<f32>,
    /// What likeness to an example says for each class: a column an example.
    weights: DMatrix<f32>,
    /// What a word says for each class: a column a place.
    words: DMatrix<f32>,
}

impl Learned {
    /// Learns from examples. Classes with few examples count as much as those with many.
    ///
    /// It takes four bytes for each pair of examples while it lasts: nine seconds and 220 MB for seven thousand.
    pub fn learn(examples: &[Example], classes: usize) -> Self {
        let count = examples.len();
        let (mut vectors, mut scales) = (Vec::<u8>::with_capacity(count * SIZE), Vec::with_capacity(count));
        for example in examples {
            let (bytes, scale) = in_bytes(&example.vector);
            vectors.extend(bytes);
            scales.push(scale);
        }
        let mut of_class = vec![0_usize; classes];
        for example in examples {
            of_class[example.class] += 1;
        }
        let kept = DMatrix::from_fn(SIZE, count, |row, column| {
            f32::from(vectors[column * SIZE + row].cast_signed()) * scales[column]
        });
        // Not `tr_mul`: the library is fast at plain multiplication alone.
        let mut kernel = kept.transpose() * &kept;
        kernel.apply(|likeness| *likeness = near(*likeness));
        let mut spread = vec![0.0_f32; PLACES];
        for (column, example) in examples.iter().enumerate() {
            for (place, value) in &example.words.0 {
                spread[usize::from(*place)] = *value;
            }
            for (row, other) in examples.iter().enumerate() {
                let shared: f32 = other.words.0.iter().map(|(place, value)| spread[usize::from(*place)] * value).sum();
                kernel[(row, column)] += BY_WORDS * shared;
            }
            for (place, _) in &example.words.0 {
                spread[usize::from(*place)] = 0.0;
            }
            let weight = as_float(count) / as_float(classes) / as_float(of_class[example.class]);
            kernel[(column, column)] += DOUBT / weight;
        }
        let mut solution = DMatrix::zeros(count, classes);
        for (row, example) in examples.iter().enumerate() {
            solution[(row, example.class)] = 1.0;
        }
        solve(kernel, &mut solution);
        let weights = solution.transpose();
        let mut words = DMatrix::zeros(classes, PLACES);
        for (example, weight) in examples.iter().zip(weights.column_iter()) {
            for (place, value) in &example.words.0 {
                words.column_mut(usize::from(*place)).axpy(BY_WORDS * value, &weight, 1.0);
            }
        }
        Self { vectors: 0..vectors.len(), file: Cow::Owned(vectors), scales, weights, words }
    }

    /// The vectors, a byte a number.
    fn bytes(&self) -> &[u8] {
        &self.file[self.vectors.clone()]
    }

    /// How many classes there are.
    pub fn classes(&self) -> usize {
        self.weights.nrows()
    }

    /// How much speaks for each class: about 1 where it is clear, about 0 where nothing does.
    pub fn scores(&self, vector: &[f32], words: &Words) -> Vec<f32> {
        let mut scores = nalgebra::DVector::zeros(self.classes());
        let examples = self.bytes().chunks_exact(SIZE).zip(&self.scales).zip(self.weights.column_iter());
        for ((bytes, scale), weight) in examples {
            scores.axpy(near(in_common(bytes, vector) * scale), &weight, 1.0);
        }
        for (place, value) in &words.0 {
            scores.axpy(*value, &self.words.column(usize::from(*place)), 1.0);
        }
        scores.as_slice().to_vec()
    }

    /// The vector of an example, as it was kept.
    pub fn vector(&self, example: usize) -> Option<Vec<f32>> {
        let bytes = self.bytes().chunks_exact(SIZE).nth(example)?;
        Some(bytes.iter().map(|byte| f32::from(byte.cast_signed()) * self.scales[example]).collect())
    }

    /// How many examples it was learned from.
    pub fn examples(&self) -> usize {
        self.scales.len()
    }

    /// What was learned, to be kept in a file, beside a key for each example and one for the whole.
    ///
    /// # Errors
    /// There are not as many keys as examples.
    pub fn to_file(&self, keys: &[u64], whole: u64) -> Result<Vec<u8>, Damaged> {
        if keys.len() != self.examples() {
            return Err(Damaged::Part("keys".to_owned()));
        }
        let bytes = |floats: &[f32]| -> Vec<u8> { floats.iter().flat_map(|float| float.to_le_bytes()).collect() };
        let (count, classes) = (self.examples(), self.classes());
        let vectors = self.bytes().to_vec();
        let keys: Vec<u8> = keys.iter().flat_map(|key| key.to_le_bytes()).collect();
        let parts = [
            ("keys", Dtype::U64, vec![count], keys),
            ("whole", Dtype::U64, vec![1], whole.to_le_bytes().to_vec()),
            ("vectors", Dtype::I8, vec![count, SIZE], vectors),
            ("scales", Dtype::F32, vec![count], bytes(&self.scales)),
            ("weights", Dtype::F32, vec![count, classes], bytes(self.weights.as_slice())),
            ("words", Dtype::F32, vec![PLACES, classes], bytes(self.words.as_slice())),
        ];
        let views =
            parts.iter().map(|(name, kind, shape, data)| Ok((*name, TensorView::new(*kind, shape.clone(), data)?)));
        Ok(safetensors::serialize(views.collect::<Result<Vec<_>, safetensors::SafeTensorError>>()?, None)?)
    }

    /// The key of the whole, as it stands in a file, which is read no further.
    ///
    /// # Errors
    /// The file is damaged.
    pub fn key_of_file(file: &[u8]) -> Result<u64, Damaged> {
        let parts = SafeTensors::deserialize(file)?;
        let whole = parts.tensor("whole").ok().and_then(|part| part.data().try_into().ok());
        whole.map(u64::from_le_bytes).ok_or_else(|| Damaged::Part("whole".to_owned()))
    }

    /// Reads what was kept: with the key of each example, and that of the whole.
    ///
    /// # Errors
    /// The file is damaged.
    pub fn from_file(file: Cow<'static, [u8]>) -> Result<(Self, Vec<u64>, u64), Damaged> {
        let parts = SafeTensors::deserialize(&file)?;
        let part = |name: &str, kind: Dtype| {
            let part = parts.tensor(name).ok().filter(|part| part.dtype() == kind);
            part.ok_or_else(|| Damaged::Part(name.to_owned()))
        };
        let longs = |name: &str| -> Result<Vec<u64>, Damaged> {
            let data = part(name, Dtype::U64)?.data();
            Ok(data.chunks_exact(8).filter_map(|bytes| bytes.try_into().ok()).map(u64::from_le_bytes).collect())
        };
        let floats = |name: &str| -> Result<Vec<f32>, Damaged> {
            let data = part(name, Dtype::F32)?.data();
            let floats = data.chunks_exact(4).filter_map(|bytes| bytes.try_into().ok()).map(f32::from_le_bytes);
            let floats: Vec<f32> = floats.collect();
            if floats.iter().all(|float| float.is_finite()) { Ok(floats) } else { Err(Damaged::Part(name.to_owned())) }
        };
        let (keys, scales, weights, words) = (longs("keys")?, floats("scales")?, floats("weights")?, floats("words")?);
        let vectors = part("vectors", Dtype::I8)?.data();
        // The parts lend from the file.
        let start = vectors.as_ptr().addr() - file.as_ptr().addr();
        let vectors = start..start + vectors.len();
        let whole = Self::key_of_file(&file)?;
        let count = keys.len();
        let classes = words.len() / PLACES;
        let fits = [
            ("scales", scales.len() == count),
            ("vectors", vectors.len() == count * SIZE),
            ("words", words.len() == classes * PLACES),
            ("weights", weights.len() == count * classes && classes > 0),
        ];
        if let Some((name, _)) = fits.iter().find(|(_, fits)| !fits) {
            return Err(Damaged::Part((*name).to_owned()));
        }
        let (weights, words) = (DMatrix::from_vec(classes, count, weights), DMatrix::from_vec(classes, PLACES, words));
        Ok((Self { file, vectors, scales, weights, words }, keys, whole))
    }
}

/// What two vectors of length one are to each other, by how alike they point.
fn near(likeness: f32) -> f32 {
    (-NEAR * 2.0 * (1.0 - likeness)).exp()
}

/// A vector with each number in one byte, and by what those are multiplied.
fn in_bytes(vector: &[f32]) -> (Vec<u8>, f32) {
    let largest = vector.iter().fold(f32::MIN_POSITIVE, |largest, number| largest.max(number.abs()));
    let scale = largest / 127.0;
    #[expect(clippy::cast_possible_truncation, reason = "it is between -127 and 127")]
    let bytes: Vec<i8> = vector.iter().map(|number| (number / scale).round() as i8).collect();
    // What is lost by rounding is not to change the length.
    let rounded: Vec<f32> = bytes.iter().map(|byte| f32::from(*byte)).collect();
    let length = likeness(&rounded, &rounded).sqrt().max(f32::MIN_POSITIVE);
    (bytes.into_iter().map(i8::cast_unsigned).collect(), likeness(vector, vector).sqrt() / length)
}

/// The product of bytes and numbers, in as many sums at a time as a processor adds.
fn in_common(bytes: &[u8], vector: &[f32]) -> f32 {
    let mut sums = [0.0_f32; 16];
    for (bytes, numbers) in bytes.chunks_exact(16).zip(vector.chunks_exact(16)) {
        for ((sum, byte), number) in sums.iter_mut().zip(bytes).zip(numbers) {
            *sum += f32::from(byte.cast_signed()) * number;
        }
    }
    sums.iter().sum()
}

fn as_float(count: usize) -> f32 {
    f32::from(u16::try_from(count).unwrap_or(u16::MAX))
}

/// Solves `matrix * x = right` in place, for a symmetric positive matrix: Cholesky's method by blocks, so that nearly all of it is
/// multiplication of matrices, which the library is fast at.
fn solve(mut matrix: DMatrix<f32>, right: &mut DMatrix<f32>) {
    let size = matrix.nrows();
    let starts: Vec<usize> = (0..size).step_by(BLOCK).collect();
    for &start in &starts {
        let end = (start + BLOCK).min(size);
        let corner = matrix.view((start, start), (end - start, end - start)).into_owned();
        // A matrix with doubt on its diagonal has a root; where rounding says otherwise, a little more doubt gives it one.
        let root = Cholesky::new(corner.clone()).or_else(|| {
            let more = DMatrix::from_diagonal_element(corner.nrows(), corner.nrows(), DOUBT);
            Cholesky::new(corner + more)
        });
        let Some(root) = root.map(|root| root.unpack()) else { continue };
        if end < size {
            let below = matrix.view((end, start), (size - end, end - start)).transpose();
            if let Some(panel) = root.solve_lower_triangular(&below) {
                let across = panel.transpose();
                // Only what lies below is looked at later.
                for &other in starts.iter().filter(|other| **other >= end) {
                    let width = BLOCK.min(size - other);
                    let left = across.rows(other - end, size - other);
                    let top = panel.columns(other - end, width);
                    matrix.view_mut((other, other), (size - other, width)).gemm(-1.0, &left, &top, 1.0);
                }
                matrix.view_mut((end, start), (size - end, end - start)).copy_from(&across);
            }
        }
        matrix.view_mut((start, start), (end - start, end - start)).copy_from(&root);
    }
    let corner = |start: usize, end: usize| matrix.view((start, start), (end - start, end - start));
    for &start in &starts {
        let end = (start + BLOCK).min(size);
        let mut here = right.rows(start, end - start).into_owned();
        corner(start, end).solve_lower_triangular_mut(&mut here);
        right.rows_mut(start, end - start).copy_from(&here);
        let below = matrix.view((end, start), (size - end, end - start));
        right.rows_mut(end, size - end).gemm(-1.0, &below, &here, 1.0);
    }
    for &start in starts.iter().rev() {
        let end = (start + BLOCK).min(size);
        let below = matrix.view((end, start), (size - end, end - start));
        let known = right.rows(end, size - end).into_owned();
        let mut here = right.rows(start, end - start).into_owned();
        here.gemm_tr(-1.0, &below, &known, 1.0);
        corner(start, end).tr_solve_lower_triangular_mut(&mut here);
        right.rows_mut(start, end - start).copy_from(&here);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_system_larger_than_a_block_is_solved() {
        let size = BLOCK * 2 + 17;
        let matrix = DMatrix::from_fn(size, size, |row, column| {
            let apart = as_float(row.abs_diff(column));
            (-apart / 5.0).exp() + if row == column { 0.5 } else { 0.0 }
        });
        let wanted = DMatrix::from_fn(size, 2, |row, column| (as_float(row) / 7.0).sin() + as_float(column));
        let mut right = &matrix * &wanted;
        solve(matrix, &mut right);
        assert!((right - wanted).abs().max() < 1e-3);
    }

    fn example(text: &str, direction: usize, class: usize) -> Example {
        let mut vector = vec![0.05; SIZE];
        vector[direction] = 2.0;
        let length = likeness(&vector, &vector).sqrt();
        vector.iter_mut().for_each(|number| *number /= length);
        Example { vector, words: Words::of(text), class }
    }

    #[test]
    fn what_was_learned_tells_classes_apart_and_is_read_back() {
        let examples = [
            example("red wine", 1, 0),
            example("white wine", 1, 0),
            example("a loaf", 2, 1),
            example("two loaves", 3, 1),
        ];
        let learned = Learned::learn(&examples, 2);
        for example in &examples {
            let scores = learned.scores(&example.vector, &example.words);
            assert!(scores[example.class] > scores[1 - example.class] + 0.3, "{scores:?}");
        }
        // By its words, where its vector says nothing.
        let scores = learned.scores(&example("wine", 9, 0).vector, &Words::of("wine"));
        assert!(scores[0] > scores[1]);
        let file = learned.to_file(&[7, 8, 9, 10], 42).expect("a file");
        let (again, keys, whole) = Learned::from_file(file.clone().into()).expect("what was kept");
        assert_eq!((keys, whole), (vec![7, 8, 9, 10], 42));
        assert_eq!(Learned::key_of_file(&file).expect("a key"), 42);
        let same = &examples[2];
        assert_eq!(again.scores(&same.vector, &same.words), learned.scores(&same.vector, &same.words));
        assert!(
            learned.to_file(&[1], 0).is_err() && Learned::from_file(file[..file.len() - 1].to_vec().into()).is_err()
        );
        let kept = learned.vector(0).expect("an example");
        assert!(likeness(&kept, &examples[0].vector) > 0.99);
    }
}

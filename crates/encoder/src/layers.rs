//! The numbers of the model, and what is done with them. A matrix has a column for each piece of the text.

use crate::{Damaged, SIZE, likeness};
use nalgebra::{DMatrix, DVector};
use safetensors::{Dtype, SafeTensors, tensor::TensorView};
use std::borrow::Cow;
use std::ops::Range;

/// The numbers of one branch.
const WIDTH: usize = 256;
/// What a branch sees of the text around each piece: how many pieces, and how many of those stand before it.
const BRANCHES: [(usize, usize); 3] = [(2, 0), (3, 1), (5, 2)];
/// The convolutions in a branch, one after the other.
const ROUNDS: [u8; 2] = [1, 2];
/// Keeps a division from zero.
const EPSILON: f32 = 1e-12;

/// A dense layer that each piece goes through: a matrix, and what is added.
#[derive(Debug)]
struct Dense {
    weights: DMatrix<f32>,
    bias: DVector<f32>,
}

/// A dense layer that one vector goes through: its matrix is read where it stands in the file, a byte a number.
#[derive(Debug)]
struct Thin {
    weights: Range<usize>,
    scales: Vec<f32>,
}

/// A normalisation of each column.
#[derive(Debug)]
struct Norm {
    gain: DVector<f32>,
    bias: DVector<f32>,
}

/// All of them.
#[derive(Debug)]
pub struct Layers {
    /// The whole file: the embeddings are read where they stand, in half a byte each.
    file: Cow<'static, [u8]>,
    embeddings: Range<usize>,
    scales: Vec<f32>,
    projection: Dense,
    norm: Norm,
    branches: Vec<[Dense; 2]>,
    norm_of_all: Norm,
    pool: Thin,
    pool_bias: Vec<f32>,
    d0: Thin,
    d1: Thin,
    d2: Thin,
    d3: Thin,
    p1: Thin,
    p3: Thin,
}

impl Layers {
    /// Reads them.
    pub fn read(file: Cow<'static, [u8]>) -> Result<Self, Damaged> {
        let parts = Parts(SafeTensors::deserialize(&file)?);
        let scales = parts.floats("emb_scale", None)?;
        let place = |part: TensorView<'_>| {
            // The parts lend from the file.
            let start = part.data().as_ptr().addr() - file.as_ptr().addr();
            start..start + part.data().len()
        };
        let embeddings = place(parts.part("emb", Dtype::U8, &[scales.len(), SIZE / 2])?);
        let width = WIDTH * BRANCHES.len();
        let branch = |(seen, _): &(usize, usize)| {
            let round = |round: u8| -> Result<Dense, Damaged> {
                let weights = parts.matrix(&format!("w{round}_{seen}"), WIDTH * seen, WIDTH)?;
                Ok(Dense { weights, bias: parts.vector(&format!("b{round}_{seen}"), WIDTH)? })
            };
            Ok::<_, Damaged>([round(ROUNDS[0])?, round(ROUNDS[1])?])
        };
        let thin = |name: &str, inner: usize, outer: usize| {
            let weights = place(parts.part(name, Dtype::I8, &[inner, outer])?);
            Ok::<_, Damaged>(Thin { weights, scales: parts.floats(&format!("{name}_scale"), Some(outer))? })
        };
        let norm = |name: &str, size: usize| {
            let (gain, bias) = (parts.vector(&format!("{name}_g"), size)?, parts.vector(&format!("{name}_b"), size)?);
            Ok::<_, Damaged>(Norm { gain, bias })
        };
        const HIDDEN: usize = 320;
        let read = Self {
            projection: Dense { weights: parts.matrix("proj", SIZE, width)?, bias: parts.vector("proj_b", width)? },
            norm: norm("ln1", width)?,
            branches: BRANCHES.iter().map(branch).collect::<Result<_, Damaged>>()?,
            norm_of_all: norm("ln2", SIZE + width)?,
            pool: thin("cnn_W", SIZE + width, SIZE)?,
            pool_bias: parts.floats("cnn_b", Some(SIZE))?,
            d0: thin("d0", SIZE, HIDDEN)?,
            d1: thin("d1", HIDDEN, HIDDEN)?,
            d2: thin("d2", HIDDEN, SIZE)?,
            d3: thin("d3", SIZE, SIZE)?,
            p1: thin("p1", SIZE, HIDDEN)?,
            p3: thin("p3", HIDDEN, SIZE)?,
            scales,
            embeddings,
            file: Cow::Borrowed(&[]),
        };
        Ok(Self { file, ..read })
    }

    /// How many word pieces have an embedding.
    pub fn rows(&self) -> usize {
        self.scales.len()
    }

    /// The vector of a text, given by the ids of its pieces: of length one.
    pub fn vector(&self, ids: &[u32]) -> Vec<f32> {
        let embedded = self.embedded(ids);
        let projected = self.norm.of(self.projection.of(&embedded));
        let mut all = DMatrix::zeros(SIZE + WIDTH * BRANCHES.len(), ids.len());
        all.rows_mut(0, SIZE).copy_from(&embedded);
        for (number, ((seen, before), rounds)) in BRANCHES.iter().zip(&self.branches).enumerate() {
            let mut branch = projected.rows(number * WIDTH, WIDTH).into_owned();
            for round in rounds {
                let mut change = round.of(&around(&branch, *seen, *before));
                change.apply(positive);
                branch += change;
            }
            all.rows_mut(SIZE + number * WIDTH, WIDTH).copy_from(&branch);
        }
        let summed = self.norm_of_all.of(all).column_sum();
        let count = count(ids.len());
        let mut pooled = self.through(&self.pool, summed.as_slice());
        for (number, bias) in pooled.iter_mut().zip(&self.pool_bias) {
            *number = (*number + bias * count) / count.sqrt();
        }
        let mut first = self.through(&self.d0, &pooled);
        first.iter_mut().for_each(positive);
        let mut second = sum(self.through(&self.p1, &pooled), &self.through(&self.d1, &first));
        second.iter_mut().for_each(positive);
        let mut third = self.through(&self.d2, &second);
        third.iter_mut().for_each(positive);
        let mut last = sum(self.through(&self.p3, &second), &self.through(&self.d3, &third));
        last.iter_mut().for_each(|number| *number = number.tanh());
        let length = likeness(&last, &last).sqrt().max(EPSILON);
        last.iter_mut().for_each(|number| *number /= length);
        last
    }

    /// A vector through a layer.
    fn through(&self, layer: &Thin, input: &[f32]) -> Vec<f32> {
        let mut output = vec![0.0_f32; layer.scales.len()];
        let rows = self.file[layer.weights.clone()].chunks_exact(layer.scales.len());
        // Half of what was cut off at zero is zero.
        for (number, row) in input.iter().zip(rows).filter(|(number, _)| **number != 0.0) {
            for (sum, byte) in output.iter_mut().zip(row) {
                *sum += number * f32::from(byte.cast_signed());
            }
        }
        output.iter_mut().zip(&layer.scales).for_each(|(sum, scale)| *sum *= scale);
        output
    }

    /// The embeddings of pieces. Two numbers are in a byte, the first in its low half.
    fn embedded(&self, ids: &[u32]) -> DMatrix<f32> {
        let table = &self.file[self.embeddings.clone()];
        let mut embedded = DMatrix::zeros(SIZE, ids.len());
        for (id, mut column) in ids.iter().zip(embedded.column_iter_mut()) {
            let row = *id as usize;
            let (scale, bytes) = (self.scales[row], &table[row * SIZE / 2..(row + 1) * SIZE / 2]);
            for (pair, byte) in column.as_mut_slice().chunks_exact_mut(2).zip(bytes) {
                pair[0] = (f32::from(byte & 15) - 8.0) * scale;
                pair[1] = (f32::from(byte >> 4) - 8.0) * scale;
            }
        }
        embedded
    }
}

impl Dense {
    fn of(&self, input: &DMatrix<f32>) -> DMatrix<f32> {
        let mut output = &self.weights * input;
        output.column_iter_mut().for_each(|mut column| column += &self.bias);
        output
    }
}

impl Norm {
    /// Each column with mean 0 and variance 1, then stretched and moved.
    fn of(&self, mut input: DMatrix<f32>) -> DMatrix<f32> {
        for mut column in input.column_iter_mut() {
            let mean = column.mean();
            let deviation = (column.variance() + EPSILON).sqrt();
            column.zip_zip_apply(&self.gain, &self.bias, |number, gain, bias| {
                *number = (*number - mean) / deviation * gain + bias;
            });
        }
        input
    }
}

/// For each column, those around it as one: so many, beginning so many before it; zeros where the text ends.
fn around(columns: &DMatrix<f32>, seen: usize, before: usize) -> DMatrix<f32> {
    let height = columns.nrows();
    let mut around = DMatrix::zeros(height * seen, columns.ncols());
    for (number, mut column) in around.column_iter_mut().enumerate() {
        for place in 0..seen {
            let Some(other) = (number + place).checked_sub(before).filter(|other| *other < columns.ncols()) else {
                continue;
            };
            column.rows_mut(place * height, height).copy_from(&columns.column(other));
        }
    }
    around
}

fn sum(mut one: Vec<f32>, other: &[f32]) -> Vec<f32> {
    one.iter_mut().zip(other).for_each(|(one, other)| *one += other);
    one
}

fn positive(number: &mut f32) {
    *number = number.max(0.0);
}

/// How many pieces, as a number to reckon with. There are never more than [`crate::LONGEST`].
fn count(pieces: usize) -> f32 {
    f32::from(u16::try_from(pieces).unwrap_or(u16::MAX))
}

/// The parts of a model's file.
struct Parts<'a>(SafeTensors<'a>);

impl<'a> Parts<'a> {
    fn part(&self, name: &str, kind: Dtype, shape: &[usize]) -> Result<TensorView<'a>, Damaged> {
        let part = self.0.tensor(name).ok().filter(|part| part.dtype() == kind && part.shape() == shape);
        part.ok_or_else(|| Damaged::Part(name.to_owned()))
    }

    /// Floating numbers, as many as they are to be.
    fn floats(&self, name: &str, size: Option<usize>) -> Result<Vec<f32>, Damaged> {
        let damaged = || Damaged::Part(name.to_owned());
        let part = self.0.tensor(name).map_err(|_| damaged())?;
        let size = size.or_else(|| part.shape().first().copied()).ok_or_else(damaged)?;
        let part = self.part(name, Dtype::F32, &[size])?;
        let numbers =
            part.data().chunks_exact(4).map(|bytes| f32::from_le_bytes([bytes[0], bytes[1], bytes[2], bytes[3]]));
        let numbers: Vec<f32> = numbers.collect();
        if numbers.iter().all(|number| number.is_finite()) { Ok(numbers) } else { Err(damaged()) }
    }

    fn vector(&self, name: &str, size: usize) -> Result<DVector<f32>, Damaged> {
        Ok(DVector::from_vec(self.floats(name, Some(size))?))
    }

    /// A matrix of `inner` rows in the file. Its columns there are the rows here: what is multiplied with is a column.
    fn matrix(&self, name: &str, inner: usize, outer: usize) -> Result<DMatrix<f32>, Damaged> {
        let part = self.part(name, Dtype::I8, &[inner, outer])?;
        let scales = self.floats(&format!("{name}_scale"), Some(outer))?;
        let rows = part.data().chunks_exact(outer);
        let numbers =
            rows.flat_map(|row| row.iter().zip(&scales).map(|(byte, scale)| f32::from(byte.cast_signed()) * scale));
        Ok(DMatrix::from_iterator(outer, inner, numbers))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_around_a_place_are_zeros_beyond_the_ends() {
        let columns = DMatrix::from_column_slice(1, 3, &[1.0, 2.0, 3.0]);
        assert_eq!(around(&columns, 3, 1).as_slice(), [0.0, 1.0, 2.0, 1.0, 2.0, 3.0, 2.0, 3.0, 0.0]);
        assert_eq!(around(&columns, 2, 0).as_slice(), [1.0, 2.0, 2.0, 3.0, 3.0, 0.0]);
    }
}

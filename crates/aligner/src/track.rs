//! One text as monotone mode sees it: a vector and a length for every sentence, nothing else.

use crate::rarity::Rarity;
use crate::text::Text;

/// Sentences of one text as vectors whose sums stand for several sentences read as one.
#[derive(Debug, Clone, Default)]
pub(crate) struct Track {
    pub dims: usize,
    /// One after the other, each as long as its sentence has weight.
    pub vectors: Vec<f32>,
    /// Characters.
    pub lengths: Vec<f32>,
    /// Vectors of two, three … neighbouring sentences, where they are known and need not be
    /// summed; one matrix for each number of sentences, a row of length 1 for each first sentence.
    pub joined: Vec<Vec<f32>>,
}

/// Letters are compared through a sketch of this many numbers: every n-gram adds its weight to
/// one of them, with a sign, so that the product of two sketches is near that of the n-grams.
const SKETCH: usize = 256;

/// What the letters count beside the meaning, as a share of the whole vector.
const LETTERS: f32 = 0.5;

/// How much more a number counts than an n-gram: it stands alone for what a word has five of.
const NUMBER: f32 = 2.5;

impl Track {
    /// A text's vectors beside a sketch of its letters.
    pub fn of_text(text: &Text, rarity: &Rarity) -> Self {
        let plain = text.lettered();
        let dims = text.dims + if plain { SKETCH } else { 0 };
        let mut track = Self {
            dims,
            vectors: vec![0.0; dims * text.len()],
            lengths: text.lengths(),
            joined: text.joined.clone(),
        };
        let rows = track.vectors.chunks_exact_mut(dims.max(1));
        for ((index, unit), row) in text.units.iter().enumerate().zip(rows) {
            let weight = unit.surface.length.max(1.0).sqrt();
            let (meaning, letters) = row.split_at_mut(text.dims);
            for (to, from) in meaning.iter_mut().zip(text.vector(index)) {
                *to = from * weight;
            }
            if !plain {
                continue;
            }
            for (keys, factor) in [(&unit.surface.grams, 1.0), (&unit.surface.numbers, NUMBER)] {
                for &key in keys {
                    let mixed = key.wrapping_mul(0x9e37_79b1);
                    let sign = if mixed & 1 == 0 { factor } else { -factor };
                    if let Some(cell) = letters.get_mut((mixed >> 8) as usize % SKETCH) {
                        *cell += sign * rarity.weight(key);
                    }
                }
            }
            let norm = encoder::cosine(letters, letters).sqrt();
            if norm > 0.0 {
                let scale = LETTERS.sqrt() * weight / norm;
                for x in letters {
                    *x *= scale;
                }
            }
        }
        track
    }

    pub fn len(&self) -> usize {
        self.lengths.len()
    }

    /// The raw vector of one sentence.
    pub fn vector(&self, index: usize) -> &[f32] {
        self.vectors
            .get(index * self.dims..(index + 1) * self.dims)
            .unwrap_or_default()
    }

    /// The known vector of `count` sentences from `first` on, with its length.
    pub fn known(&self, first: usize, count: usize) -> Option<(&[f32], f32)> {
        if count == 1 {
            let vector = self.vector(first);
            return Some((vector, encoder::cosine(vector, vector).sqrt()));
        }
        let rows = self.joined.get(count - 2)?;
        Some((rows.get(first * self.dims..(first + 1) * self.dims)?, 1.0))
    }

    /// Every two sentences read as one.
    pub fn halved(&self) -> Self {
        let pairs = self.len().div_ceil(2);
        let mut vectors = vec![0.0; pairs * self.dims];
        for (at, row) in self.vectors.chunks_exact(self.dims.max(1)).enumerate() {
            let start = at / 2 * self.dims;
            for (to, from) in vectors.iter_mut().skip(start).zip(row) {
                *to += from;
            }
        }
        Self {
            dims: self.dims,
            vectors,
            lengths: self
                .lengths
                .chunks(2)
                .map(|pair| pair.iter().sum())
                .collect(),
            joined: Vec::new(),
        }
    }

    /// The lengths of the summed vectors of 1, 2, … `most` sentences from each sentence on.
    pub fn norms(&self, most: usize) -> Vec<Vec<f32>> {
        let mut norms = Vec::with_capacity(most);
        for count in 1..=most {
            norms.push(
                (0..self.len())
                    .map(|first| self.norm(first, count))
                    .collect(),
            );
        }
        norms
    }

    fn norm(&self, first: usize, count: usize) -> f32 {
        let last = (first + count).min(self.len());
        let mut square = 0.0;
        for a in first..last {
            for b in a..last {
                let product = encoder::cosine(self.vector(a), self.vector(b));
                square += if a == b { product } else { 2.0 * product };
            }
        }
        square.max(0.0).sqrt()
    }
}

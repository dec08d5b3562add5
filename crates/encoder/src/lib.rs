//! From a sentence to a vector, over languages, offline.
//!
//! The aligner sees only [`Encoder`]; [`builtin`] is the one that needs nothing.
//!
//! ```
//! use encoder::{builtin, cosine};
//! let encode = |text, language| builtin().encode(text, language);
//! let english = encode("Guterres met Putin in Moscow.", "en");
//! let russian = encode("Путин встретился с Гутерришем в Москве.", "ru");
//! let other = encode("Цены на нефть снова выросли.", "ru");
//! assert!(cosine(&english, &russian) > cosine(&english, &other));
//! ```

mod bag;
pub mod features;
mod fold;
pub mod narrow;
mod precomputed;
pub mod rows;
#[cfg(feature = "onnx")]
pub mod sentence_model;
#[cfg(feature = "static-model")]
pub mod static_model;
mod units;
pub mod weights;

pub use bag::{builtin, trained};
pub use precomputed::{Matrix, Precomputed, VectorsError};

use rayon::prelude::*;
use std::ops::Range;

/// Turns sentences into vectors of one length, so that sentences that mean the same lie close.
pub trait Encoder: Send + Sync {
    /// The length of every vector.
    fn dims(&self) -> usize;

    /// Writes the vector of `sentence` into `out` (of length [`Encoder::dims`]), normalised to
    /// length 1, or all zero where nothing is known of the sentence. `language` is an ISO 639
    /// code, `und` where unknown. The same on every machine.
    fn encode_into(&self, sentence: &str, language: &str, out: &mut [f32]);

    /// The vector of one sentence.
    fn encode(&self, sentence: &str, language: &str) -> Vec<f32> {
        let mut out = vec![0.0; self.dims()];
        self.encode_into(sentence, language, &mut out);
        out
    }

    /// The vectors of many sentences of one language, one after the other, on all cores.
    fn encode_all(&self, sentences: &[&str], language: &str) -> Vec<f32> {
        let dims = self.dims().max(1);
        let mut out = vec![0.0; dims * sentences.len()];
        out.par_chunks_mut(dims)
            .zip(sentences)
            .for_each(|(out, sentence)| self.encode_into(sentence, language, out));
        out
    }

    /// The words of a sentence and what each adds to its vector, for word alignment and for
    /// asking how much of one sentence another covers. Empty where an encoder knows sentences
    /// only as a whole.
    fn words(&self, sentence: &str, language: &str) -> Words {
        let _ = (sentence, language);
        Words::default()
    }
}

/// The words of a sentence and their vectors.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Words {
    words: Vec<Word>,
    vectors: Vec<f32>,
}

/// A word of a sentence. In scripts without spaces it is a character together with those that
/// follow, in hiragana two characters that overlap the next word's.
#[derive(Debug, Clone, PartialEq)]
pub struct Word {
    /// Its bytes in the sentence.
    pub span: Range<usize>,
    /// How much it counts in the sentence: the length of what it adds to the sentence's vector.
    /// Rare words weigh more than frequent ones.
    pub weight: f32,
}

impl Words {
    /// The words, in the order in which they stand.
    pub fn words(&self) -> &[Word] {
        &self.words
    }

    /// The vector of word `index`, of length 1, or all zero where the word adds nothing.
    pub fn vector(&self, index: usize) -> &[f32] {
        let dims = self.vectors.len() / self.words.len().max(1);
        self.vectors
            .get(index * dims..(index + 1) * dims)
            .unwrap_or_default()
    }

    /// All words with their vectors.
    pub fn iter(&self) -> impl Iterator<Item = (&Word, &[f32])> {
        (0..self.words.len()).filter_map(|i| Some((self.words.get(i)?, self.vector(i))))
    }
}

/// So many sums run side by side: a single one would wait for each addition to end.
const LANES: usize = 8;

/// The cosine of two vectors of length 1: their dot product. The same on every machine.
pub fn cosine(a: &[f32], b: &[f32]) -> f32 {
    let ((wide_a, rest_a), (wide_b, rest_b)) = (a.as_chunks::<LANES>(), b.as_chunks::<LANES>());
    let mut sums = [0.0_f32; LANES];
    for (a, b) in wide_a.iter().zip(wide_b) {
        for lane in 0..LANES {
            sums[lane] += a[lane] * b[lane];
        }
    }
    let rest: f32 = rest_a.iter().zip(rest_b).map(|(x, y)| x * y).sum();
    sums.iter().sum::<f32>() + rest
}

/// Brings a vector to length 1 and gives its length before; zero stays zero.
fn normalise(vector: &mut [f32]) -> f32 {
    let length = vector.iter().map(|x| x * x).sum::<f32>().sqrt();
    if length > 0.0 {
        for x in vector {
            *x /= length;
        }
    }
    length
}

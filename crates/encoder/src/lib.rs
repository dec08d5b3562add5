//! From a sentence to a vector, over languages, offline.
//!
//! The aligner sees only [`Encoder`]; [`builtin`] is the one that needs nothing.

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
}

/// The built-in encoder.
pub fn builtin() -> &'static dyn Encoder {
    &Untrained
}

struct Untrained;

impl Encoder for Untrained {
    fn dims(&self) -> usize {
        1
    }

    fn encode_into(&self, _sentence: &str, _language: &str, out: &mut [f32]) {
        out.fill(0.0);
    }
}

/// The cosine of two vectors of length 1.
pub fn cosine(a: &[f32], b: &[f32]) -> f32 {
    a.iter().zip(b).map(|(x, y)| x * y).sum()
}

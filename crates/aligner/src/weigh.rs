//! From the parts of a score to a probability.

use crate::parts::Parts;

/// A logistic decision over the parts.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Weights {
    pub meaning: f32,
    pub letters: f32,
    pub cover: f32,
    pub anchors: f32,
    pub anchored: f32,
    pub length: f32,
    pub margin: f32,
    pub bias: f32,
}

/// Set by hand until weights are learned.
pub(crate) const WEIGHTS: Weights = Weights {
    meaning: 4.0,
    letters: 4.0,
    cover: 3.0,
    anchors: 0.15,
    anchored: 1.5,
    length: -0.5,
    margin: 6.0,
    bias: -4.0,
};

impl Weights {
    /// 0 to 1: how likely it is that the two sentences say the same.
    pub fn probability(&self, parts: &Parts) -> f32 {
        let cover = (parts.cover_left * parts.cover_right).sqrt();
        let margin = parts.margin_left.min(parts.margin_right);
        let z = self.bias
            + self.meaning * parts.meaning
            + self.letters * parts.letters
            + self.cover * cover
            + self.anchors * parts.anchors.min(12.0)
            + self.anchored * parts.anchored
            + self.length * parts.length
            + self.margin * margin;
        1.0 / (1.0 + (-z).exp())
    }
}

//! The parts of a score: what speaks for and against two sentences saying the same.

use crate::rarity::Weighed;

/// Why two sentences are held to say the same, or not. Every part can be shown to a reader.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Parts {
    /// Cosine of the two vectors.
    pub meaning: f32,
    /// Cosine of the two vectors with words weighed by how rare they are in what is compared.
    pub focus: f32,
    /// How much of the first sentence's words finds one of like meaning in the second, 0 to 1,
    /// weighted by rarity.
    pub told_left: f32,
    /// How much of the second sentence's words finds one of like meaning in the first.
    pub told_right: f32,
    /// Cosine of the romanised character n-grams, weighted by their rarity in what is compared.
    pub letters: f32,
    /// How much of the first sentence's words the second has, 0 to 1, weighted by rarity.
    pub cover_left: f32,
    /// How much of the second sentence's words the first has.
    pub cover_right: f32,
    /// Rarity of the numbers, dates and names that both have.
    pub anchors: f32,
    /// The share of both sides' anchors that the other side has as well, 0 to 1.
    pub anchored: f32,
    /// Rarity of the numbers and dates that only one of them has, of the side that has less.
    pub unanchored: f32,
    /// Absolute logarithm of the ratio of the lengths.
    pub length: f32,
    /// How far the similarity stands above what the first sentence has with the best others of
    /// the second text.
    pub margin_left: f32,
    /// How far it stands above what the second sentence has with the best others of the first.
    pub margin_right: f32,
}

impl Parts {
    /// Compares two sentences, or groups of sentences read as one; words and margins are left open.
    pub(crate) fn between(left: &Weighed, right: &Weighed) -> Self {
        let share = |part: f32, whole: f32| if whole > 0.0 { part / whole } else { 0.0 };
        let (words, _) = left.words.shared(&right.words);
        let (_, grams) = left.grams.shared(&right.grams);
        let (anchors, _) = left.anchors.shared(&right.anchors);
        Self {
            meaning: encoder::cosine(&left.vector, &right.vector),
            focus: encoder::cosine(&left.focus, &right.focus),
            told_left: 0.0,
            told_right: 0.0,
            letters: share(grams, left.grams.norm * right.grams.norm),
            cover_left: share(words, left.words.mass),
            cover_right: share(words, right.words.mass),
            anchors,
            anchored: share(2.0 * anchors, left.anchors.mass + right.anchors.mass),
            unanchored: (left.anchors.mass.min(right.anchors.mass) - anchors).max(0.0),
            // Ten letters on both sides: short sentences vary more.
            length: ((left.length + 10.0) / (right.length + 10.0)).ln().abs(),
            margin_left: 0.0,
            margin_right: 0.0,
        }
    }

    /// Compares them word by word, which takes longer than all the rest.
    pub(crate) fn look_closely(&mut self, left: &Weighed, right: &Weighed) {
        (self.told_left, self.told_right) = left.said.cover(&right.said);
    }

    /// How near the two are, before margins.
    pub fn nearness(&self) -> f32 {
        self.meaning
            + 0.5 * self.focus
            + 0.5 * self.letters
            + 0.3 * (self.cover_left * self.cover_right).sqrt()
            + 0.3 * self.anchored
    }
}

//! Two texts of one sentence each, in one language.
//!
//! Nothing around them tells what is rare or what else there is to say, so rarity and margins,
//! on which reports are decided, say nothing. What is left is how much of each finds its like in
//! the other, and in which order: weights of their own, learned from paraphrases in news
//! (`cargo xtask train-lone`), which stand in `weights_lone.txt`.

use crate::parts::Parts;
use std::collections::BTreeSet;
use std::sync::OnceLock;

/// How far two sentences say their words in the same order.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Order {
    /// The longest sequence of words that both have, gaps allowed, as a share of the longer one.
    pub kept: f32,
    /// Their common runs of three words as a share of the one that has fewer. Beside the same
    /// order, long runs speak of copied words with something else around them.
    pub runs: f32,
}

/// So many words of either sentence are looked at: the work grows with their product.
const WORDS: usize = 200;

/// The width of a run.
const RUN: usize = 3;

impl Order {
    /// Compares two sequences of words.
    pub(crate) fn between(left: &[u32], right: &[u32]) -> Self {
        let cut = |words: &[u32]| words.get(..WORDS).unwrap_or(words).to_vec();
        let (left, right) = (cut(left), cut(right));
        let longer = left.len().max(right.len()).max(1);
        let runs = |words: &[u32]| -> BTreeSet<Vec<u32>> {
            words.windows(RUN).map(<[u32]>::to_vec).collect()
        };
        let (own, others) = (runs(&left), runs(&right));
        let fewer = own.len().min(others.len()).max(1);
        Self {
            kept: longest_common(&left, &right) as f32 / longer as f32,
            runs: own.intersection(&others).count() as f32 / fewer as f32,
        }
    }
}

/// The length of the longest sequence that both have, gaps allowed.
fn longest_common(left: &[u32], right: &[u32]) -> usize {
    let mut row = vec![0; right.len() + 1];
    for word in left {
        let mut before = 0;
        let mut beside = 0;
        for (place, other) in row.iter_mut().skip(1).zip(right) {
            let above = *place;
            *place = if word == other {
                before + 1
            } else {
                above.max(beside)
            };
            (before, beside) = (above, *place);
        }
    }
    row.last().copied().unwrap_or(0)
}

/// What is weighed, by name; the last is always 1.
pub const LONE: &[&str] = &[
    "told_least",
    "other_numbers",
    "focus",
    "order_kept",
    "order_runs",
    "length",
    "cover_least",
    "told_both",
    "order_kept_squared",
    "cover_most",
    "bias",
];

/// The parts of a score as the decision over two lone sentences takes them, where they are such.
pub fn lone_features(parts: &Parts) -> Option<[f32; LONE.len()]> {
    let order = parts.order?;
    Some([
        parts.told_left.min(parts.told_right),
        // As in reports: beyond two rare numbers nothing more is proved.
        parts.other_numbers.min(10.0) / 5.0,
        parts.focus,
        order.kept,
        order.runs,
        parts.length,
        parts.cover_left.min(parts.cover_right),
        parts.told_left * parts.told_right,
        order.kept * order.kept,
        parts.cover_left.max(parts.cover_right),
        1.0,
    ])
}

const FILE: &str = include_str!("../weights_lone.txt");

/// The logarithm of the odds that two lone sentences say the same.
pub(crate) fn score(features: [f32; LONE.len()]) -> f32 {
    static WEIGHTS: OnceLock<[f32; LONE.len()]> = OnceLock::new();
    let weights = WEIGHTS.get_or_init(|| crate::weigh::read(FILE, "lone", LONE));
    crate::weigh::product(features, weights)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn order_is_of_words_in_sequence() {
        let order = Order::between(&[1, 2, 3, 4], &[1, 9, 2, 3]);
        assert!((order.kept - 0.75).abs() < 1e-6);
        assert!(order.runs.abs() < 1e-6);
        let same = Order::between(&[1, 2, 3, 4], &[1, 2, 3, 4, 5]);
        assert!((same.kept - 0.8).abs() < 1e-6);
        assert!((same.runs - 1.0).abs() < 1e-6);
        assert_eq!(Order::between(&[], &[]), Order::default());
    }

    #[test]
    fn every_feature_has_a_weight_in_the_file() {
        for feature in LONE {
            let line = format!("lone {feature} ");
            assert!(FILE.lines().any(|l| l.starts_with(&line)), "{line}");
        }
    }
}

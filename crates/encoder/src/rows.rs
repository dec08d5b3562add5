//! The rows of features that were never trained.

use crate::features::{Class, Feature, mix};

/// Adds the row of a feature that was never trained: fixed random signs, the same wherever the
/// feature turns up, so that unseen names and numbers still find each other.
pub fn add_untrained(feature: Feature, out: &mut [f32]) {
    add_signs(feature.hash, untrained_weight(feature.class), out);
}

/// Adds a vector of this length whose signs the hash draws.
pub fn add_signs(hash: u64, length: f32, out: &mut [f32]) {
    let value = length / (out.len() as f32).sqrt();
    for (block, number) in out.chunks_mut(64).zip(1..) {
        let mut bits = mix(hash.wrapping_add(number));
        for x in block {
            *x += if bits & 1 == 0 { value } else { -value };
            bits >>= 1;
        }
    }
}

/// How much a feature counts that was not met often enough in training to have a row. Measured
/// on parallel news: pieces of unknown words are noise more often than help, numbers and whole
/// words (names) are found again.
fn untrained_weight(class: Class) -> f32 {
    match class {
        Class::Number => 1.0,
        Class::Word => 0.15,
        Class::Long | Class::Consonants => 0.1,
        Class::Short => 0.05,
    }
}

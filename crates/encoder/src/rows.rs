//! The rows of features that were never trained.

use crate::features::{Class, Feature, mix};

/// Adds the row of a feature that was never trained: fixed random signs, the same wherever the
/// feature turns up, so that unseen names and numbers still find each other.
pub fn add_untrained(feature: Feature, out: &mut [f32]) {
    let weight = untrained_weight(feature.class) / (out.len() as f32).sqrt();
    for (block, signs) in out.chunks_mut(64).zip(1..) {
        let mut bits = mix(feature.hash.wrapping_add(signs));
        for x in block {
            *x += if bits & 1 == 0 { weight } else { -weight };
            bits >>= 1;
        }
    }
}

/// How much a feature counts that was never seen in training, which means that it is rare.
/// Numbers are taken whole, words stand in many pieces: a word of eight letters has about twelve.
fn untrained_weight(class: Class) -> f32 {
    match class {
        Class::Number => 0.7,
        Class::Word | Class::Long | Class::Consonants => 0.35,
        Class::Short => 0.2,
    }
}

//! The built-in encoder: a sentence is the sum of the rows of its words' features.

use crate::features::{Feature, Sentence};
use crate::rows::add_untrained;
use crate::weights::Weights;
use crate::{Encoder, Word, Words, normalise};
use std::sync::OnceLock;

/// The weights that the program carries.
const EMBEDDED: Option<&[u8]> = include!(concat!(env!("OUT_DIR"), "/embedded.rs"));

/// The built-in encoder.
pub fn builtin() -> &'static dyn Encoder {
    static BUILTIN: OnceLock<Bag> = OnceLock::new();
    BUILTIN.get_or_init(|| Bag {
        weights: EMBEDDED.and_then(|bytes| Weights::open(bytes).ok()),
    })
}

/// An encoder over a weights file, such as `cargo xtask train` writes.
pub fn trained(weights: Weights) -> impl Encoder {
    Bag {
        weights: Some(weights),
    }
}

/// The length of the vectors where nothing was trained.
const DIMS: usize = 256;

struct Bag {
    weights: Option<Weights>,
}

impl Bag {
    /// Adds what a word adds to a sentence.
    fn add_word(&self, features: &[Feature], out: &mut [f32]) {
        for feature in features {
            let known = self
                .weights
                .as_ref()
                .is_some_and(|weights| weights.add_row(feature.hash, out));
            if !known {
                add_untrained(*feature, out);
            }
        }
    }
}

impl Encoder for Bag {
    fn dims(&self) -> usize {
        self.weights.as_ref().map_or(DIMS, Weights::dims)
    }

    fn encode_into(&self, sentence: &str, _language: &str, out: &mut [f32]) {
        out.fill(0.0);
        Sentence::default().words(sentence, |_, features| self.add_word(features, out));
        normalise(out);
    }

    fn words(&self, sentence: &str, _language: &str) -> Words {
        let mut words = Words::default();
        let mut vector = vec![0.0; self.dims()];
        Sentence::default().words(sentence, |span, features| {
            vector.fill(0.0);
            self.add_word(features, &mut vector);
            let weight = normalise(&mut vector);
            words.words.push(Word { span, weight });
            words.vectors.extend_from_slice(&vector);
        });
        words
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cosine;
    use proptest::prelude::*;

    #[test]
    fn names_and_numbers_bring_translations_together() {
        let english = builtin().encode("Sergei Lavrov said 34,535 people left Mariupol.", "en");
        let russian = builtin().encode("Сергей Лавров: Мариуполь покинули 34 535 человек", "ru");
        let other = builtin().encode("Цены на нефть снова выросли на два доллара", "ru");
        assert!(cosine(&english, &russian) > cosine(&english, &other) + 0.1);
    }

    #[test]
    fn a_sentence_without_words_is_zero() {
        assert!(builtin().encode(" … !", "und").iter().all(|x| *x == 0.0));
        assert!(builtin().words("", "und").words().is_empty());
    }

    #[test]
    fn many_at_once_are_as_one_by_one() {
        let sentences = ["Paris", "Berlin 1945", "北京"];
        let all = builtin().encode_all(&sentences, "und");
        for (one, sentence) in all.chunks(builtin().dims()).zip(sentences) {
            assert_eq!(one, builtin().encode(sentence, "und"));
        }
    }

    proptest! {
        #[test]
        fn any_text_has_a_vector(text in "\\PC*") {
            let vector = builtin().encode(&text, "und");
            let length = cosine(&vector, &vector);
            prop_assert!(length == 0.0 || (length - 1.0).abs() < 1e-4);
            for (word, vector) in builtin().words(&text, "und").iter() {
                prop_assert!(text.get(word.span.clone()).is_some_and(|w| !w.is_empty()));
                prop_assert_eq!(vector.len(), builtin().dims());
            }
        }
    }
}

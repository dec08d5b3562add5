//! What a word says about its language: hashed character n-grams.

use crate::letters::{is_alphabetic, plain_lower};
use crate::marks::han_or_kana;

/// The longest n-gram.
const LONGEST: usize = 5;

/// Words longer than this are read as far as this: no language is told by the end of a URL.
const WORD: usize = 24;

/// Stands before the first and behind the last character of a word.
const EDGE: u32 = 1;

/// Calls `each` with the hash of every feature of `text`: the n-grams of up to five characters
/// of every word in lower case, its edges included, and the word as a whole; of Han and kana
/// the characters and their pairs.
pub fn features(text: &str, mut each: impl FnMut(u32)) {
    let mut word = [EDGE; WORD + 2];
    let mut length = 1;
    let mut previous = EDGE;
    for c in text.chars() {
        if han_or_kana(c) {
            let character = mix(0, c as u32);
            each(spread(character));
            each(spread(mix(character, previous)));
            previous = c as u32;
        } else if inside(c) {
            if length <= WORD {
                word[length] = lower(c);
                length += 1;
            }
        } else if length > 1 {
            word_features(&mut word, length, &mut each);
            length = 1;
        }
    }
    if length > 1 {
        word_features(&mut word, length, &mut each);
    }
}

fn word_features(word: &mut [u32; WORD + 2], length: usize, each: &mut impl FnMut(u32)) {
    word[length] = EDGE;
    let word = word.get(..=length).unwrap_or_default();
    for start in 0..word.len() {
        let mut hash = 0u32;
        for (n, &c) in word.iter().skip(start).take(LONGEST).enumerate() {
            hash = mix(hash, c);
            // An edge alone says nothing.
            if n > 0 || c != EDGE {
                each(spread(hash));
            }
        }
    }
    if word.len() > LONGEST {
        each(spread(word.iter().fold(7, |hash, &c| mix(hash, c))));
    }
}

fn mix(hash: u32, c: u32) -> u32 {
    (hash.rotate_left(5) ^ c).wrapping_mul(0x9E37_79B1)
}

/// Moves what tells hashes apart into the high bits, which choose a bucket.
fn spread(hash: u32) -> u32 {
    hash.wrapping_mul(0x85EB_CA6B)
}

/// Whether a character is part of a word: letters, and the signs of vowels and tones on them.
fn inside(c: char) -> bool {
    is_alphabetic(c) || matches!(c as u32, 0x300..=0x36F | 0x64B..=0x652 | 0x93C | 0x94D | 0x200C)
}

fn lower(c: char) -> u32 {
    let lower = plain_lower(c).or_else(|| c.to_lowercase().next());
    lower.unwrap_or(c) as u32
}

//! What can be read off a sentence's letters: words, character n-grams, numbers, length.
//!
//! Everything is romanised, so that a name printed in two scripts still shares n-grams.

use unicode_normalization::UnicodeNormalization as _;
use unicode_script::{Script, UnicodeScript as _};

/// The letters of one sentence as sets of hashed features.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Surface {
    /// Words cut to their stem, or character bigrams where words are not set apart; sorted.
    pub words: Vec<u32>,
    /// The same in the order in which they are said.
    pub order: Vec<u32>,
    /// Romanised words and their 4-grams; sorted.
    pub grams: Vec<u32>,
    /// Numbers in digits; sorted.
    pub numbers: Vec<u32>,
    /// Characters, those of Han, kana and Hangul counted for what they are worth in letters.
    pub length: f32,
}

/// Words are compared by their first letters, which stands in for stemming in every language
/// that inflects at the end.
const STEM: usize = 6;

/// The width of the n-grams: 4 tells words apart better than 3 and survives more inflection
/// than 5.
const GRAM: usize = 4;

/// How many letters of an alphabet one character of a denser script is worth: the mean ratio of
/// translated news.
fn worth(script: Script) -> f32 {
    match script {
        Script::Han => 3.0,
        Script::Hiragana | Script::Katakana => 1.7,
        Script::Hangul => 2.2,
        Script::Arabic | Script::Hebrew => 1.2,
        _ => 1.0,
    }
}

/// Whether words of the script are not set apart by spaces.
pub(crate) fn unspaced(script: Script) -> bool {
    matches!(
        script,
        Script::Han
            | Script::Hiragana
            | Script::Katakana
            | Script::Thai
            | Script::Lao
            | Script::Khmer
            | Script::Myanmar
    )
}

/// FNV-1a: short keys, the same on every machine.
pub(crate) fn hash(bytes: impl IntoIterator<Item = u8>, seed: u32) -> u32 {
    bytes.into_iter().fold(
        0x811c_9dc5 ^ seed.wrapping_mul(0x9e37_79b9),
        |state, byte| (state ^ u32::from(byte)).wrapping_mul(0x0100_0193),
    )
}

/// Reads a sentence.
pub(crate) fn read(sentence: &str) -> Surface {
    let mut surface = Surface::default();
    let mut run = Run::default();
    let mut previous = None;
    for c in sentence.nfkc().flat_map(char::to_lowercase) {
        if c.is_alphanumeric() {
            let script = c.script();
            let kind = if c.is_numeric() {
                Kind::Number
            } else if unspaced(script) {
                Kind::Unspaced(script == Script::Han)
            } else {
                Kind::Word
            };
            // 2.5 and 1,139 stay together: a separator between digits is looked at below.
            if run.kind != Some(kind) {
                run.end(&mut surface);
                run.kind = Some(kind);
            }
            run.letters.push(c);
            surface.length += worth(script);
        } else if run.kind == Some(Kind::Number) && matches!(c, '.' | ',' | '\u{66b}' | '\u{66c}') {
            run.letters.push('.');
        } else if unicode_normalization::char::is_combining_mark(c) {
            // Arabic and Hebrew vowel signs, viramas: they separate nothing.
            if previous != Some(' ') && run.kind == Some(Kind::Word) {
                run.letters.push(c);
            }
        } else {
            run.end(&mut surface);
            surface.length += 0.5;
        }
        previous = Some(if c.is_whitespace() { ' ' } else { c });
    }
    run.end(&mut surface);
    surface.order.clone_from(&surface.words);
    for set in [&mut surface.words, &mut surface.grams, &mut surface.numbers] {
        set.sort_unstable();
        set.dedup();
    }
    surface
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Word,
    Number,
    /// Without spaces; whether it is Han.
    Unspaced(bool),
}

#[derive(Default)]
struct Run {
    kind: Option<Kind>,
    letters: Vec<char>,
    roman: Vec<u8>,
}

impl Run {
    fn end(&mut self, surface: &mut Surface) {
        match self.kind {
            Some(Kind::Word) => {
                self.romanise(surface);
                let stem = self.letters.get(..STEM).unwrap_or(&self.letters);
                // One letter is an article, an initial or a unit: too common to tell anything.
                if self.letters.len() > 1 {
                    surface.words.push(hash_chars(stem, 1));
                }
            }
            Some(Kind::Unspaced(_)) => {
                self.romanise(surface);
                if let [single] = self.letters.as_slice() {
                    surface.words.push(hash_chars(&[*single], 1));
                }
                for pair in self.letters.windows(2) {
                    surface.words.push(hash_chars(pair, 1));
                    surface.grams.push(hash_chars(pair, 2));
                }
            }
            Some(Kind::Number) => {
                let key = number_key(&self.letters);
                surface.numbers.push(key);
                surface.words.push(key);
            }
            None => {}
        }
        self.kind = None;
        self.letters.clear();
    }

    fn romanise(&mut self, surface: &mut Surface) {
        self.roman.clear();
        self.roman.push(b'<');
        for &c in &self.letters {
            self.roman.extend(
                any_ascii::any_ascii_char(c)
                    .bytes()
                    .filter(u8::is_ascii_alphanumeric)
                    .map(|b| b.to_ascii_lowercase()),
            );
        }
        self.roman.push(b'>');
        if self.roman.len() <= GRAM {
            surface.grams.push(hash(self.roman.iter().copied(), 3));
        }
        for gram in self.roman.windows(GRAM) {
            surface.grams.push(hash(gram.iter().copied(), 3));
        }
    }
}

fn hash_chars(chars: &[char], seed: u32) -> u32 {
    hash(chars.iter().flat_map(|c| (*c as u32).to_le_bytes()), seed)
}

/// The key of a word's first letters.
pub(crate) fn stem(word: &str) -> u32 {
    let letters = word.chars().take(STEM);
    hash(letters.flat_map(|c| (c as u32).to_le_bytes()), 12)
}

/// The key of a number as printed: `1,139`, `1.139` and `1139` are one, `2.5` is `2,5`.
fn number_key(printed: &[char]) -> u32 {
    let mut key = String::new();
    let parts: Vec<&[char]> = printed
        .split(|c| *c == '.')
        .filter(|p| !p.is_empty())
        .collect();
    for (index, part) in parts.iter().enumerate() {
        // Three digits after a separator are thousands, anything else is a fraction.
        if index > 0 && part.len() != 3 {
            key.push('.');
        }
        for c in *part {
            match c.to_digit(10) {
                Some(digit) => key.extend(char::from_digit(digit, 10)),
                None => key.push_str(any_ascii::any_ascii_char(*c)),
            }
        }
    }
    number_hash(&key)
}

/// The key of a number in plain decimal digits.
pub(crate) fn number_hash(decimal: &str) -> u32 {
    hash(decimal.bytes(), 4)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_meet_over_separators_and_scripts() {
        let keys = |text| read(text).numbers;
        assert_eq!(keys("1,139 died"), keys("1.139 Tote"));
        assert_eq!(keys("١١٣٩ قتيلا"), keys("1139"));
        assert_eq!(keys("2.5 percent"), keys("2,5 Prozent"));
        assert_ne!(keys("25"), keys("2.5"));
    }

    #[test]
    fn names_share_grams_over_scripts() {
        let (latin, cyrillic) = (read("Moskva"), read("Москва"));
        assert_eq!(latin.grams, cyrillic.grams);
        assert!(
            read("北京")
                .grams
                .iter()
                .any(|g| read("Beijing").grams.contains(g))
        );
    }
}

//! What a sentence is described by: hashed features of its words.
//!
//! Words of one root share n-grams, names share the n-grams and the consonants of their romanised
//! form over scripts, numbers are taken whole. The trainer and the encoder see exactly these.

use crate::fold::{Folded, fold};
use crate::units::{self, Kind, Unit};
use std::ops::Range;

/// Which features these are: weights trained on others know nothing of these.
pub const VERSION: u32 = 1;

/// One feature of a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Feature {
    /// Its hash, the same on every machine.
    pub hash: u64,
    /// What it is.
    pub class: Class,
}

/// What a feature is; an untrained row is weighted by it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Class {
    /// A whole number.
    Number,
    /// A whole word, as written or romanised.
    Word,
    /// A piece of three characters or fewer.
    Short,
    /// A longer piece.
    Long,
    /// The consonants of a romanised word.
    Consonants,
}

/// Cuts sentences into words and describes them; reused between sentences, so that the inner loop
/// allocates nothing.
#[derive(Debug, Default)]
pub struct Sentence {
    folded: Vec<Folded>,
    description: Description,
}

#[derive(Debug, Default)]
struct Description {
    latin: Vec<char>,
    skeleton: Vec<char>,
    features: Vec<Feature>,
}

/// A word of a sentence.
#[derive(Debug)]
pub struct Described<'a> {
    folded: &'a [Folded],
    unit: Unit,
    description: &'a mut Description,
}

impl Sentence {
    /// Calls `word` for every word of `text` in order.
    pub fn words(&mut self, text: &str, mut word: impl FnMut(Described)) {
        fold(text, &mut self.folded);
        units::each(&self.folded, |unit| {
            word(Described {
                folded: &self.folded,
                unit,
                description: &mut self.description,
            });
        });
    }
}

impl Described<'_> {
    /// Its bytes in the text.
    pub fn span(&self) -> Range<usize> {
        let own = self.folded.get(self.unit.own.clone()).unwrap_or_default();
        let start = own.first().map_or(0, |f| f.start as usize);
        start..own.last().map_or(start, |f| f.end as usize)
    }

    /// What tells it from every other word: equal words have equal features.
    pub fn key(&self) -> (u64, u64) {
        let seen = self.folded.get(self.unit.seen.clone()).unwrap_or_default();
        let kind = self.unit.kind as u64;
        seen.iter().fold((kind, !kind), |(a, b), f| {
            let c = u64::from(u32::from(f.char));
            (
                (a.rotate_left(23) ^ c).wrapping_mul(0x9e37_79b9_7f4a_7c15),
                (b.rotate_left(29) ^ c).wrapping_mul(0xd6e8_feb8_6659_fd93),
            )
        })
    }

    /// Its features.
    pub fn features(&mut self) -> &[Feature] {
        self.description.describe(self.folded, &self.unit);
        &self.description.features
    }
}

impl Description {
    /// Fills `features` with those of one unit.
    fn describe(&mut self, text: &[Folded], unit: &Unit) {
        self.features.clear();
        let text = text.get(unit.seen.clone()).unwrap_or_default();
        match unit.kind {
            Kind::Number => self.number(text),
            Kind::Latin => {
                self.native(Class::Word, tag::WORD, text);
                self.romanise(text);
                if !text.iter().all(|f| f.char.is_ascii()) {
                    self.romanised_word();
                }
                self.pieces(3);
                self.pieces(5);
                self.prefix(5);
                self.consonants();
            }
            Kind::Letters => {
                self.native(Class::Word, tag::WORD, text);
                for n in [3, 4] {
                    self.native_pieces(tag::NATIVE, text, n);
                }
                self.native(Class::Long, tag::PREFIX, text.get(..5).unwrap_or(text));
                self.romanise(text);
                self.romanised_word();
                self.pieces(3);
                self.consonants();
            }
            Kind::Hangul => {
                self.native(Class::Word, tag::WORD, text);
                for n in [1, 2] {
                    self.windows(tag::SYLLABLES, text, n);
                }
                self.native(Class::Short, tag::PREFIX, text.get(..2).unwrap_or(text));
                self.romanise(text);
                self.pieces(3);
                self.pieces(4);
            }
            Kind::Katakana => {
                self.native(Class::Word, tag::WORD, text);
                self.native_pieces(tag::NATIVE, text, 2);
                self.romanise(text);
                self.romanised_word();
                self.pieces(3);
                self.consonants();
            }
            Kind::Hiragana => self.native(Class::Short, tag::HIRAGANA, text),
            Kind::Han | Kind::Unspaced => {
                for n in 1..=text.len() {
                    let class = if n == 1 { Class::Short } else { Class::Long };
                    self.native(class, tag::HAN, text.get(..n).unwrap_or(text));
                }
            }
        }
    }

    fn push(&mut self, class: Class, hash: u64) {
        self.features.push(Feature { hash, class });
    }

    fn native(&mut self, class: Class, tag: u64, text: &[Folded]) {
        self.push(class, hash(tag, text.iter().map(|f| f.char)));
    }

    /// All windows of `n` characters.
    fn windows(&mut self, tag: u64, text: &[Folded], n: usize) {
        for window in text.windows(n) {
            self.push(Class::Short, hash(tag, window.iter().map(|f| f.char)));
        }
    }

    /// All windows of `n` characters of the word in brackets.
    fn native_pieces(&mut self, tag: u64, text: &[Folded], n: usize) {
        let class = if n > 3 { Class::Long } else { Class::Short };
        let length = text.len() + 2;
        for start in 0..=length.saturating_sub(n) {
            let chars = (start..length.min(start + n)).map(|i| bracketed(text, i));
            self.push(class, hash(tag, chars));
        }
    }

    /// `latin` becomes the romanised form, in brackets: `<putin>`.
    fn romanise(&mut self, text: &[Folded]) {
        self.latin.clear();
        self.latin.push('<');
        for f in text {
            if f.char.is_ascii_lowercase() {
                self.latin.push(f.char);
            } else {
                self.latin.extend(
                    any_ascii::any_ascii_char(f.char)
                        .chars()
                        .filter(char::is_ascii_alphabetic)
                        .map(|c| c.to_ascii_lowercase()),
                );
            }
        }
        self.latin.push('>');
    }

    /// The romanised form as a whole, under the tag of Latin words.
    fn romanised_word(&mut self) {
        if self.latin.len() > 2 {
            let word = self.latin.get(1..self.latin.len() - 1).unwrap_or_default();
            let hash = hash(tag::WORD, word.iter().copied());
            self.push(Class::Word, hash);
        }
    }

    /// All windows of `n` characters of the romanised form.
    fn pieces(&mut self, n: usize) {
        let class = if n > 3 { Class::Long } else { Class::Short };
        for start in 0..(self.latin.len() + 1).saturating_sub(n) {
            let window = self.latin.get(start..start + n).unwrap_or_default();
            let hash = hash(tag::PIECE, window.iter().copied());
            self.push(class, hash);
        }
    }

    /// How the romanised form begins.
    fn prefix(&mut self, n: usize) {
        let word = self.latin.get(1..self.latin.len() - 1).unwrap_or_default();
        let hash = hash(tag::PREFIX, word.iter().take(n).copied());
        self.push(Class::Long, hash);
    }

    /// The consonants of the romanised form, sounds that scripts confuse folded: what is left of
    /// a name in scripts that write no vowels.
    fn consonants(&mut self) {
        self.skeleton.clear();
        for c in &self.latin {
            let sound = match c {
                'b' | 'p' => 'b',
                'c' | 'g' | 'k' | 'q' | 'j' => 'k',
                'd' | 't' => 't',
                'f' | 'v' => 'f',
                's' | 'z' | 'x' => 's',
                'l' | 'r' => 'l',
                'm' | 'n' => 'n',
                _ => continue,
            };
            if self.skeleton.last() != Some(&sound) {
                self.skeleton.push(sound);
            }
        }
        if self.skeleton.len() >= 3 {
            let hash = hash(tag::CONSONANTS, self.skeleton.iter().copied());
            self.push(Class::Consonants, hash);
        }
    }

    /// The number as a whole: thousands run together, the decimal mark a point.
    fn number(&mut self, text: &[Folded]) {
        let is_digit = |i: usize| text.get(i).is_some_and(|f| f.char.is_ascii_digit());
        let chars = text.iter().enumerate().filter_map(|(i, f)| {
            let groups = (1..=3).all(|n| is_digit(i + n)) && !is_digit(i + 4);
            match f.char {
                c if c.is_ascii_digit() => Some(c),
                _ if groups => None,
                _ => Some('.'),
            }
        });
        let hash = hash(tag::NUMBER, chars);
        self.push(Class::Number, hash);
    }
}

/// Keeps features of different makes apart.
mod tag {
    pub(super) const NUMBER: u64 = 1;
    pub(super) const WORD: u64 = 2;
    pub(super) const PIECE: u64 = 3;
    pub(super) const NATIVE: u64 = 4;
    pub(super) const PREFIX: u64 = 5;
    pub(super) const SYLLABLES: u64 = 6;
    pub(super) const HIRAGANA: u64 = 7;
    pub(super) const HAN: u64 = 8;
    pub(super) const CONSONANTS: u64 = 9;
}

/// Character `i` of the word in brackets.
fn bracketed(text: &[Folded], i: usize) -> char {
    match i.checked_sub(1) {
        None => '<',
        Some(i) => text.get(i).map_or('>', |f| f.char),
    }
}

fn hash(tag: u64, chars: impl Iterator<Item = char>) -> u64 {
    let mut state = tag;
    for c in chars {
        state =
            (state.rotate_left(23) ^ u64::from(u32::from(c))).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }
    mix(state)
}

/// Spreads a hash over all 64 bits (the finish of `SplitMix64`).
pub(crate) fn mix(mut z: u64) -> u64 {
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shared(a: &str, b: &str) -> usize {
        let features = |text: &str| {
            let mut all = Vec::new();
            Sentence::default().words(text, |mut word| all.extend_from_slice(word.features()));
            all
        };
        let b = features(b);
        features(a).iter().filter(|f| b.contains(f)).count()
    }

    #[test]
    fn numbers_are_one_over_scripts_and_separators() {
        assert_eq!(shared("34,535", "٣٤٬٥٣٥"), 1);
        assert_eq!(shared("34.535", "34535"), 1);
        assert_eq!(shared("2,5", "2.5"), 1);
        assert_eq!(shared("2,5", "25"), 0);
    }

    #[test]
    fn names_share_features_over_scripts() {
        assert!(shared("Putin", "Путин") >= 4);
        assert!(shared("Guterres", "غوتيريس") >= 1);
        assert!(shared("Canada", "カナダ") >= 3);
        assert_eq!(shared("Putin", "водка"), 0);
    }

    #[test]
    fn words_stand_where_they_stood() {
        let text = "Ça va, Zoë?";
        let mut words = Vec::new();
        Sentence::default().words(text, |word| {
            words.push(text.get(word.span()).unwrap_or("?"));
        });
        assert_eq!(words, ["Ça", "va", "Zoë"]);
    }
}

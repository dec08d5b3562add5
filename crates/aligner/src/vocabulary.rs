//! The words that weigh most in what is compared, each with its vector once, and how alike the
//! frequent ones are.
//!
//! Reports of one event use the same words over and over. What two of them have in common is
//! worked out once and looked up from then on.

use crate::rarity::Rarity;
use crate::sound::Sound;
use crate::text::{Text, Unit};
use encoder::narrow;
use rayon::prelude::*;
use rustc_hash::FxHashMap;
use std::cell::RefCell;

thread_local! {
    /// How near each word of the other sentence comes to one word, and to any: memory that is used
    /// again.
    static NEAR: RefCell<[Vec<i32>; 2]> = RefCell::default();
}

/// So many words of a sentence are compared one by one: the others hardly weigh.
const WORDS: usize = 14;

/// The most words whose likeness is looked up: a table of 34 MB.
const MOST: usize = 4096;

/// A row of the table is asked for this much oftener than it is long.
const OFTENER: usize = 8;

/// Words that sound less alike are two: four consonants in common of five make .7, three of four .56. Set
/// by eye.
const HEARD: f32 = 0.6;

/// Each sentence is compared word by word with about so many of another text.
const PARTNERS: usize = 3;

/// The words of one sentence that weigh most, heaviest first.
#[derive(Debug, Clone, Default)]
pub(crate) struct Said {
    pub weights: Vec<f32>,
    /// Their numbers in the vocabulary: equal where two vectors are.
    pub words: Vec<u32>,
}

impl Said {
    pub fn join(&self, other: &Said) -> Self {
        Self {
            weights: [self.weights.as_slice(), &other.weights].concat(),
            words: [self.words.as_slice(), &other.words].concat(),
        }
    }
}

/// The words of all texts that are compared.
#[derive(Debug, Default)]
pub(crate) struct Vocabulary {
    dims: usize,
    /// Narrow, one after the other, the frequent words first.
    vectors: Vec<i16>,
    /// How each word sounds.
    sounds: Vec<Sound>,
    /// So many words stand in the table of products.
    known: usize,
    /// A row for each of them, up to its own place: what the most frequent words ask for stands
    /// together.
    products: Vec<i32>,
}

/// A word of a sentence before it has a number: its weight, its mark, its place in the sentence.
type Heavy = (f32, u64, usize);

impl Vocabulary {
    /// The words of several texts, of which each is compared with `others` of the rest; and of
    /// each text what its sentences say.
    pub fn of(texts: &[&Text], others: usize, rarity: &Rarity) -> (Self, Vec<Vec<Said>>) {
        let dims = texts.iter().map(|text| text.dims).max().unwrap_or(0);
        let heavy: Vec<Vec<Vec<Heavy>>> = texts
            .par_iter()
            .map(|text| {
                text.units
                    .iter()
                    .map(|u| heaviest(u, text.dims, rarity))
                    .collect()
            })
            .collect();
        // In order of the texts, so that numbers are the same at every thread count.
        let mut places: FxHashMap<u64, u32> = FxHashMap::default();
        let mut words: Vec<(usize, u32, &[i16], Sound)> = Vec::new();
        let mut said: Vec<Vec<Said>> = Vec::with_capacity(texts.len());
        for (text, heavy) in texts.iter().zip(heavy) {
            let sentences = text.units.iter().zip(heavy).map(|(unit, heavy)| {
                let mut said = Said::default();
                for (weight, mark, at) in heavy {
                    let place = *places.entry(mark).or_insert_with(|| {
                        let fresh = words.len() as u32;
                        let sound = unit.words.get(at).map_or(Sound::NONE, |word| word.sound);
                        words.push((0, fresh, vector(unit, at, text.dims), sound));
                        fresh
                    });
                    if let Some((count, ..)) = words.get_mut(place as usize) {
                        *count += 1;
                    }
                    said.weights.push(weight);
                    said.words.push(place);
                }
                said
            });
            said.push(sentences.collect());
        }
        words.sort_unstable_by_key(|(count, place, ..)| (usize::MAX - count, *place));
        let mut numbers = vec![0; words.len()];
        let mut vectors = Vec::with_capacity(words.len() * dims);
        for (number, (_, place, vector, _)) in words.iter().enumerate() {
            if let Some(slot) = numbers.get_mut(*place as usize) {
                *slot = number as u32;
            }
            vectors.extend_from_slice(vector);
            vectors.resize((number + 1) * dims, 0);
        }
        for word in said.iter_mut().flatten().flat_map(|said| &mut said.words) {
            *word = numbers.get(*word as usize).copied().unwrap_or(*word);
        }
        // A row is worth its making, and its place near the processor, where it is asked for far
        // oftener than it is long.
        let asked = others * PARTNERS * WORDS / OFTENER;
        let known = words
            .iter()
            .take(MOST)
            .zip(0..)
            .take_while(|((count, ..), long)| count * asked > *long)
            .count();
        let mut vocabulary = Self {
            dims,
            vectors,
            sounds: words.iter().map(|(.., sound)| *sound).collect(),
            known,
            products: Vec::new(),
        };
        vocabulary.multiply();
        (vocabulary, said)
    }

    fn multiply(&mut self) {
        let rows: Vec<Vec<i32>> = (0..self.known as u32)
            .into_par_iter()
            .map(|row| (0..=row).map(|other| self.compute(row, other)).collect())
            .collect();
        self.products = rows.concat();
    }

    /// The product of two words' vectors; a word finds nothing better than itself.
    #[inline]
    fn product(&self, one: u32, other: u32) -> i32 {
        let (first, last) = (one.min(other) as usize, one.max(other) as usize);
        if last < self.known {
            let product = self.products.get(last * (last + 1) / 2 + first);
            product.copied().unwrap_or(0)
        } else {
            self.compute(one, other)
        }
    }

    fn compute(&self, one: u32, other: u32) -> i32 {
        if one == other {
            narrow::WHOLE
        } else {
            let meant = narrow::product(self.vector(one), self.vector(other));
            meant.max(self.heard(one, other)).min(narrow::WHOLE)
        }
    }

    /// How surely two words are one name over scripts, as a product; 0 where they hardly are.
    fn heard(&self, one: u32, other: u32) -> i32 {
        let sound = |word: u32| {
            self.sounds
                .get(word as usize)
                .copied()
                .unwrap_or(Sound::NONE)
        };
        let likeness = sound(one).over_scripts(sound(other));
        if likeness < HEARD {
            return 0;
        }
        (likeness * narrow::WHOLE as f32) as i32
    }

    fn vector(&self, word: u32) -> &[i16] {
        let at = word as usize * self.dims;
        self.vectors.get(at..at + self.dims).unwrap_or_default()
    }

    /// The sum of a sentence's words' vectors, as they weigh.
    pub fn sum(&self, said: &Said, dims: usize) -> Vec<f32> {
        let mut sum = vec![0.0; dims];
        for (weight, word) in said.weights.iter().zip(&said.words) {
            for (to, from) in sum.iter_mut().zip(self.vector(*word)) {
                *to += weight * narrow::STEP * f32::from(*from);
            }
        }
        sum
    }

    /// How much of the weight of each side finds its like in the other, 0 to 1.
    pub fn cover(&self, one: &Said, other: &Said) -> (f32, f32) {
        NEAR.with_borrow_mut(|[row, theirs]| {
            for near in [&mut *row, &mut *theirs] {
                near.clear();
                near.resize(other.words.len(), 0);
            }
            self.cover_in(one, other, row, theirs)
        })
    }

    fn cover_in(
        &self,
        one: &Said,
        other: &Said,
        row: &mut [i32],
        theirs: &mut [i32],
    ) -> (f32, f32) {
        let mut own = 0.0;
        for (weight, word) in one.weights.iter().zip(&one.words) {
            // First all, then the best: to decide on each would wait for each.
            for (product, other) in row.iter_mut().zip(&other.words) {
                *product = self.product(*word, *other);
            }
            let best = row.iter().fold(0, |best, product| best.max(*product));
            for (their, product) in theirs.iter_mut().zip(&*row) {
                *their = (*their).max(*product);
            }
            own += weight * best as f32;
        }
        let found: f32 = theirs
            .iter()
            .zip(&other.weights)
            .map(|(best, weight)| weight * *best as f32)
            .sum();
        let share = |part: f32, weights: &[f32]| {
            let whole: f32 = weights.iter().sum();
            if whole > 0.0 {
                part * narrow::UNIT / whole
            } else {
                0.0
            }
        };
        (share(own, &one.weights), share(found, &other.weights))
    }
}

fn vector(unit: &Unit, word: usize, dims: usize) -> &[i16] {
    let vector = unit.word_vectors.get(word * dims..(word + 1) * dims);
    vector.unwrap_or_default()
}

fn heaviest(unit: &Unit, dims: usize, rarity: &Rarity) -> Vec<Heavy> {
    let mut heaviest: Vec<(f32, usize)> = unit
        .words
        .iter()
        .enumerate()
        .map(|(at, word)| (word.weight * rarity.weight(word.key), at))
        .filter(|(weight, _)| *weight > 0.0)
        .collect();
    heaviest.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    heaviest.truncate(WORDS);
    let marked = heaviest.into_iter();
    marked
        .map(|(weight, at)| (weight, narrow::mark(vector(unit, at, dims)), at))
        .collect()
}

//! How rare a word, n-gram or anchor is within what is compared.
//!
//! In reports of one event topic words are worthless: what tells a sentence from the others is
//! what is rare *in the event*, whatever it is elsewhere.

use crate::text::{Text, Unit};
use rustc_hash::FxHashMap;

/// In how many sentences of all that are compared each feature occurs.
#[derive(Debug, Default)]
pub(crate) struct Rarity {
    sentences: f32,
    seen: FxHashMap<u32, u32>,
}

/// With few sentences every word is rare: this many unseen sentences are added, in which every
/// feature occurs half a time.
const UNSEEN: f32 = 10.0;

impl Rarity {
    pub fn of<'a>(texts: impl IntoIterator<Item = &'a Text>) -> Self {
        let mut rarity = Self::default();
        for unit in texts.into_iter().flat_map(|text| &text.units) {
            rarity.sentences += 1.0;
            let surface = &unit.surface;
            let anchors = unit.anchors.iter().map(|anchor| &anchor.key);
            for key in surface.words.iter().chain(&surface.grams).chain(anchors) {
                *rarity.seen.entry(*key).or_default() += 1;
            }
        }
        rarity
    }

    /// The weight of a feature: the logarithm of how many sentences there are for each that has
    /// it.
    pub fn weight(&self, key: u32) -> f32 {
        let seen = self.seen.get(&key).copied().unwrap_or(0) as f32;
        ((self.sentences + UNSEEN) / (seen + 0.5)).ln().max(0.0)
    }
}

/// Features with their weights, sorted by feature.
#[derive(Debug, Clone, Default)]
pub(crate) struct Bag {
    pub features: Vec<(u32, f32)>,
    /// Sum of the weights.
    pub mass: f32,
    /// Root of the sum of the squared weights.
    pub norm: f32,
}

impl Bag {
    /// A bag of sorted keys.
    pub fn new(keys: impl Iterator<Item = u32>, rarity: &Rarity) -> Self {
        Self::weighted(keys.map(|key| (key, rarity.weight(key))).collect())
    }

    fn weighted(features: Vec<(u32, f32)>) -> Self {
        let mass = features.iter().map(|(_, weight)| weight).sum();
        let square: f32 = features.iter().map(|(_, weight)| weight * weight).sum();
        Self {
            features,
            mass,
            norm: square.sqrt(),
        }
    }

    /// The weight of a feature that the bag has.
    pub fn weight_of(&self, key: u32) -> Option<f32> {
        let at = self
            .features
            .binary_search_by_key(&key, |(key, _)| *key)
            .ok()?;
        self.features.get(at).map(|(_, weight)| *weight)
    }

    /// What either has.
    pub fn join(&self, other: &Bag) -> Self {
        let mut features = [self.features.as_slice(), &other.features].concat();
        features.sort_unstable_by_key(|(key, _)| *key);
        features.dedup_by_key(|(key, _)| *key);
        Self::weighted(features)
    }

    /// The sum of weights and of squared weights of what both have.
    pub fn shared(&self, other: &Bag) -> (f32, f32) {
        let (mut mass, mut square) = (0.0, 0.0);
        let mut rest = other.features.as_slice();
        for &(key, weight) in &self.features {
            while let Some(((first, _), tail)) = rest.split_first() {
                if *first > key {
                    break;
                }
                rest = tail;
                if *first == key {
                    mass += weight;
                    square += weight * weight;
                    break;
                }
            }
        }
        (mass, square)
    }
}

/// One sentence with its features weighed.
#[derive(Debug, Clone, Default)]
pub(crate) struct Weighed {
    pub words: Bag,
    pub grams: Bag,
    pub anchors: Bag,
    pub vector: Vec<f32>,
    pub length: f32,
    /// Whether it says something that can be aligned.
    pub speaks: bool,
    pub headline: bool,
}

impl Weighed {
    fn new(unit: &Unit, vector: &[f32], rarity: &Rarity) -> Self {
        let surface = &unit.surface;
        Self {
            words: Bag::new(surface.words.iter().copied(), rarity),
            grams: Bag::new(surface.grams.iter().copied(), rarity),
            anchors: Bag::new(unit.anchors.iter().map(|anchor| anchor.key), rarity),
            vector: vector.to_vec(),
            length: surface.length,
            speaks: unit.speaks,
            headline: unit.headline,
        }
    }

    /// Two sentences read as one.
    pub fn join(&self, other: &Weighed) -> Self {
        // A longer sentence says more, so its vector weighs more.
        let (own, others) = (self.length.sqrt(), other.length.sqrt());
        let mut vector: Vec<f32> = self
            .vector
            .iter()
            .zip(&other.vector)
            .map(|(a, b)| own * a + others * b)
            .collect();
        let norm = encoder::cosine(&vector, &vector).sqrt();
        if norm > 0.0 {
            for x in &mut vector {
                *x /= norm;
            }
        }
        Self {
            words: self.words.join(&other.words),
            grams: self.grams.join(&other.grams),
            anchors: self.anchors.join(&other.anchors),
            vector,
            length: self.length + other.length,
            speaks: self.speaks || other.speaks,
            headline: self.headline && other.headline,
        }
    }
}

/// A text with its features weighed and indexed.
#[derive(Debug)]
pub(crate) struct Weighted {
    pub sentences: Vec<Weighed>,
    /// (n-gram or anchor, sentence), sorted: who has what.
    pub postings: Vec<(u32, u32)>,
}

impl Weighted {
    pub fn new(text: &Text, rarity: &Rarity) -> Self {
        let weigh = |(index, unit)| Weighed::new(unit, text.vector(index), rarity);
        let sentences: Vec<Weighed> = text.units.iter().enumerate().map(weigh).collect();
        let mut postings: Vec<(u32, u32)> = sentences
            .iter()
            .enumerate()
            .flat_map(|(index, sentence)| {
                let grams = sentence.grams.features.iter();
                grams.map(move |(key, _)| (*key, index as u32))
            })
            .collect();
        postings.sort_unstable();
        Self {
            sentences,
            postings,
        }
    }
}

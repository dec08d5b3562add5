//! How rare a word, n-gram or anchor is within what is compared.
//!
//! In reports of one event topic words are worthless: what tells a sentence from the others is
//! what is rare *in the event*, whatever it is elsewhere.

use crate::anchors::KINDS;
use crate::text::{Text, Unit};
use crate::vocabulary::{Said, Vocabulary};
use encoder::narrow;
use rayon::prelude::*;
use rustc_hash::FxHashMap;
use std::cell::RefCell;
use std::sync::Arc;

/// In how many sentences of all that are compared each feature occurs.
#[derive(Debug, Default)]
pub(crate) struct Rarity {
    sentences: f32,
    seen: FxHashMap<u32, u32>,
    /// The weight of what occurs in so many sentences: logarithms are slow.
    weights: Vec<f32>,
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
            let mut said: Vec<u32> = unit.words.iter().map(|word| word.key).collect();
            said.sort_unstable();
            said.dedup();
            let letters = surface.words.iter().chain(&surface.grams);
            for key in letters.chain(anchors).chain(&said) {
                *rarity.seen.entry(*key).or_default() += 1;
            }
        }
        let most = rarity.seen.values().copied().max().unwrap_or(0);
        let all = rarity.sentences + UNSEEN;
        rarity.weights = (0..=most)
            .map(|seen| (all / (seen as f32 + 0.5)).ln().max(0.0))
            .collect();
        rarity
    }

    /// The weight of a feature: the logarithm of how many sentences there are for each that has
    /// it.
    pub fn weight(&self, key: u32) -> f32 {
        let seen = self.seen.get(&key).copied().unwrap_or(0);
        self.weights.get(seen as usize).copied().unwrap_or(0.0)
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
    /// A set of bits that has each feature's: most of what another bag does not share shows by it.
    bits: Vec<u64>,
}

/// So many bits there are for each feature: few others have their own there.
const SPARSE: usize = 16;

impl Bag {
    /// A bag of sorted keys.
    pub fn new(keys: impl Iterator<Item = u32>, rarity: &Rarity) -> Self {
        Self::weighted(keys.map(|key| (key, rarity.weight(key))).collect())
    }

    fn weighted(features: Vec<(u32, f32)>) -> Self {
        let mass = features.iter().map(|(_, weight)| weight).sum();
        let square: f32 = features.iter().map(|(_, weight)| weight * weight).sum();
        let mut bits = vec![0; (features.len() * SPARSE).div_ceil(64).next_power_of_two()];
        for (key, _) in &features {
            let (word, bit) = place(&bits, *key);
            bits[word] |= 1 << bit;
        }
        Self {
            features,
            mass,
            norm: square.sqrt(),
            bits,
        }
    }

    /// Those features that may be in another bag too; into memory that is used again.
    fn perhaps_in<'f>(&self, other: &Bag, found: &'f mut Vec<(u32, f32)>) -> &'f [(u32, f32)] {
        if found.len() < self.features.len() {
            found.resize(self.features.len(), (0, 0.0));
        }
        let mut count = 0;
        for feature in &self.features {
            let (word, bit) = place(&other.bits, feature.0);
            // Kept or written over in every case: which it is cannot be foreseen.
            found[count] = *feature;
            count += (other.bits[word] >> bit & 1) as usize;
        }
        found.get(..count).unwrap_or_default()
    }

    /// What either has.
    pub fn join(&self, other: &Bag) -> Self {
        let mut features = [self.features.as_slice(), &other.features].concat();
        // Two sorted runs: this sort only merges them.
        features.sort_by_key(|(key, _)| *key);
        features.dedup_by_key(|(key, _)| *key);
        Self::weighted(features)
    }

    /// The sum of weights and of squared weights of what both have.
    pub fn shared(&self, other: &Bag) -> (f32, f32) {
        thread_local! {
            static FOUND: RefCell<[Vec<(u32, f32)>; 2]> = RefCell::default();
        }
        if self.features.is_empty() || other.features.is_empty() {
            return (0.0, 0.0);
        }
        FOUND.with_borrow_mut(|[own, others]| {
            let own = self.perhaps_in(other, own);
            shared(own, other.perhaps_in(self, others))
        })
    }
}

/// The word and bit of a feature.
fn place(bits: &[u64], key: u32) -> (usize, u32) {
    // Both halves of a hash are as good as random.
    ((key >> 6) as usize & (bits.len() - 1), key & 63)
}

/// The sum of weights and of squared weights of what two sorted lists share.
fn shared(one: &[(u32, f32)], other: &[(u32, f32)]) -> (f32, f32) {
    let (mut mass, mut square) = (0.0, 0.0);
    let (mut own, mut others) = (one.iter(), other.iter());
    let (mut here, mut there) = (own.next(), others.next());
    while let (Some((key, weight)), Some((other, _))) = (here, there) {
        if key == other {
            mass += weight;
            square += weight * weight;
        }
        // Both steps in every case: which is taken cannot be foreseen.
        let (step, other_step) = (key <= other, other <= key);
        if step {
            here = own.next();
        }
        if other_step {
            there = others.next();
        }
    }
    (mass, square)
}

/// One sentence with its features weighed.
#[derive(Debug, Clone, Default)]
pub(crate) struct Weighed {
    pub words: Bag,
    pub grams: Bag,
    /// A bag for each kind.
    pub anchors: [Bag; KINDS],
    pub vector: Vec<f32>,
    /// The vector again, with its words weighed by their rarity.
    pub focus: Vec<f32>,
    pub said: Said,
    pub length: f32,
    /// Whether it says something that can be aligned.
    pub speaks: bool,
    pub headline: bool,
    /// How far into the report it stands, 0 to 1; nothing in texts without an order of weight.
    pub place: Option<f32>,
    pub quoted: bool,
    /// Its words in order, where it is all that its text says and the text is no report.
    pub order: Vec<u32>,
}

fn to_unit(vector: &mut [f32]) {
    let norm = encoder::cosine(vector, vector).sqrt();
    if norm > 0.0 {
        for x in vector {
            *x /= norm;
        }
    }
}

impl Weighed {
    fn new(
        unit: &Unit,
        vector: &[f32],
        said: Said,
        rarity: &Rarity,
        vocabulary: &Vocabulary,
    ) -> Self {
        let surface = &unit.surface;
        let focus = if said.weights.is_empty() {
            vector.to_vec()
        } else {
            let mut sum = vocabulary.sum(&said, vector.len());
            to_unit(&mut sum);
            sum
        };
        Self {
            words: Bag::new(surface.words.iter().copied(), rarity),
            grams: Bag::new(surface.grams.iter().copied(), rarity),
            anchors: std::array::from_fn(|kind| {
                let of_kind = unit.anchors.iter().filter(|a| a.kind as usize == kind);
                Bag::new(of_kind.map(|anchor| anchor.key), rarity)
            }),
            vector: vector.to_vec(),
            focus,
            said,
            length: surface.length,
            speaks: unit.speaks,
            headline: unit.headline,
            place: unit.place,
            quoted: unit.quoted,
            order: Vec::new(),
        }
    }

    /// The cosine of two sentences read as one with a third, from the cosines of each with it.
    pub fn together(&self, other: &Weighed, cosines: (f32, f32)) -> f32 {
        let (own, others) = (self.length.sqrt(), other.length.sqrt());
        let product = own * cosines.0 + others * cosines.1;
        let square = self.length
            + other.length
            + 2.0 * own * others * encoder::cosine(&self.vector, &other.vector);
        if square > 0.0 {
            product / square.sqrt()
        } else {
            0.0
        }
    }

    /// Two sentences read as one.
    pub fn join(&self, other: &Weighed) -> Self {
        // A longer sentence says more, so its vector weighs more.
        let (own, others) = (self.length.sqrt(), other.length.sqrt());
        let sum = |a: &[f32], b: &[f32]| {
            let mut sum: Vec<f32> = a.iter().zip(b).map(|(a, b)| own * a + others * b).collect();
            to_unit(&mut sum);
            sum
        };
        Self {
            words: self.words.join(&other.words),
            grams: self.grams.join(&other.grams),
            anchors: std::array::from_fn(|kind| self.anchors[kind].join(&other.anchors[kind])),
            vector: sum(&self.vector, &other.vector),
            focus: sum(&self.focus, &other.focus),
            said: self.said.join(&other.said),
            length: self.length + other.length,
            speaks: self.speaks || other.speaks,
            headline: self.headline && other.headline,
            place: self.place.or(other.place),
            quoted: self.quoted || other.quoted,
            order: Vec::new(),
        }
    }
}

/// A text with its features weighed.
#[derive(Debug)]
pub(crate) struct Weighted {
    pub language: String,
    pub sentences: Vec<Weighed>,
    /// The words of all texts that it is compared with.
    pub vocabulary: Arc<Vocabulary>,
    /// The vectors of the sentences again, narrow, one after the other.
    narrow: Vec<i16>,
    dims: usize,
}

impl Weighted {
    /// Several texts, each of which is compared with `others` of the rest.
    pub fn all(texts: &[&Text], others: usize, rarity: &Rarity) -> Vec<Self> {
        let (vocabulary, said) = Vocabulary::of(texts, others, rarity);
        let vocabulary = Arc::new(vocabulary);
        let texts = texts.par_iter().zip(said);
        texts
            .map(|(text, said)| Self::new(text, said, rarity, &vocabulary))
            .collect()
    }

    /// Two texts.
    pub fn both(left: &Text, right: &Text, rarity: &Rarity) -> [Self; 2] {
        let (vocabulary, said) = Vocabulary::of(&[left, right], 1, rarity);
        let vocabulary = Arc::new(vocabulary);
        let mut said = said.into_iter();
        [left, right]
            .map(|text| Self::new(text, said.next().unwrap_or_default(), rarity, &vocabulary))
    }

    fn new(text: &Text, said: Vec<Said>, rarity: &Rarity, vocabulary: &Arc<Vocabulary>) -> Self {
        let mut narrow = Vec::with_capacity(text.len() * text.dims);
        let mut sentences = Vec::with_capacity(text.len());
        for ((index, unit), said) in text.units.iter().enumerate().zip(said) {
            let vector = text.vector(index);
            narrow::narrow(vector, &mut narrow);
            sentences.push(Weighed::new(unit, vector, said, rarity, vocabulary));
        }
        if let ([unit], [lone], false) = (&*text.units, &mut *sentences, text.report) {
            lone.order.clone_from(&unit.surface.order);
        }
        Self {
            language: text.language.clone(),
            vocabulary: Arc::clone(vocabulary),
            sentences,
            narrow,
            dims: text.dims,
        }
    }

    /// The narrow vector of a sentence.
    #[inline]
    pub fn narrow(&self, index: usize) -> &[i16] {
        self.narrow
            .get(index * self.dims..(index + 1) * self.dims)
            .unwrap_or_default()
    }

    /// How many sentences have each n-gram.
    pub fn counts(&self) -> FxHashMap<u32, u32> {
        let mut counts = FxHashMap::default();
        for (key, _) in self.sentences.iter().flat_map(|s| &s.grams.features) {
            *counts.entry(*key).or_default() += 1;
        }
        counts
    }
}

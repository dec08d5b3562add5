//! How rare a word, n-gram or anchor is within what is compared.
//!
//! In reports of one event topic words are worthless: what tells a sentence from the others is
//! what is rare *in the event*, whatever it is elsewhere.

use crate::anchors::KINDS;
use crate::text::{Text, Unit};
use encoder::narrow;
use rustc_hash::FxHashMap;

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
        let (mut own, mut others) = (self.features.iter(), other.features.iter());
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
}

/// The words that weigh most, with their vectors.
#[derive(Debug, Clone, Default)]
pub(crate) struct Said {
    weights: Vec<f32>,
    /// Narrow, one after the other.
    vectors: Vec<i16>,
    /// Equal where two vectors are.
    marks: Vec<u64>,
}

/// So many words of a sentence are compared one by one: the others hardly weigh.
const WORDS: usize = 14;

impl Said {
    fn new(unit: &Unit, dims: usize, rarity: &Rarity) -> Self {
        let mut heaviest: Vec<(f32, usize)> = unit
            .words
            .iter()
            .enumerate()
            .map(|(at, word)| (word.weight * rarity.weight(word.key), at))
            .filter(|(weight, _)| *weight > 0.0)
            .collect();
        heaviest.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        heaviest.truncate(WORDS);
        let mut said = Self::default();
        for (weight, at) in heaviest {
            said.weights.push(weight);
            let vector = unit.word_vectors.get(at * dims..(at + 1) * dims);
            let vector = vector.unwrap_or_default();
            said.vectors.extend_from_slice(vector);
            said.marks.push(narrow::mark(vector));
        }
        said
    }

    /// The sum of the words' vectors, of length 1.
    fn sum(&self, dims: usize) -> Vec<f32> {
        let mut sum = vec![0.0; dims];
        for (weight, vector) in self.weights.iter().zip(self.vectors.chunks(dims.max(1))) {
            for (to, from) in sum.iter_mut().zip(vector) {
                *to += weight * narrow::STEP * f32::from(*from);
            }
        }
        to_unit(&mut sum);
        sum
    }

    /// How much of the weight of each side finds its like in the other, 0 to 1.
    pub fn cover(&self, other: &Said) -> (f32, f32) {
        let dims = (self.vectors.len() / self.weights.len().max(1)).max(1);
        // A word that both have finds nothing better than itself.
        let mut theirs: Vec<i32> = other
            .marks
            .iter()
            .map(|mark| {
                if self.marks.contains(mark) {
                    narrow::WHOLE
                } else {
                    0
                }
            })
            .collect();
        let mut own = 0.0;
        let words = self.weights.iter().zip(&self.marks);
        for ((weight, mark), vector) in words.zip(self.vectors.chunks(dims)) {
            let shared = other.marks.contains(mark);
            let mut best = if shared { narrow::WHOLE } else { 0 };
            for (their, other) in theirs.iter_mut().zip(other.vectors.chunks(dims)) {
                if shared && *their == narrow::WHOLE {
                    continue;
                }
                let product = narrow::product(vector, other);
                best = best.max(product);
                *their = product.max(*their);
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
        (share(own, &self.weights), share(found, &other.weights))
    }

    fn join(&self, other: &Said) -> Self {
        Self {
            weights: [self.weights.as_slice(), &other.weights].concat(),
            vectors: [self.vectors.as_slice(), &other.vectors].concat(),
            marks: [self.marks.as_slice(), &other.marks].concat(),
        }
    }
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
    fn new(unit: &Unit, vector: &[f32], rarity: &Rarity) -> Self {
        let surface = &unit.surface;
        let said = Said::new(unit, vector.len(), rarity);
        Self {
            words: Bag::new(surface.words.iter().copied(), rarity),
            grams: Bag::new(surface.grams.iter().copied(), rarity),
            anchors: std::array::from_fn(|kind| {
                let of_kind = unit.anchors.iter().filter(|a| a.kind as usize == kind);
                Bag::new(of_kind.map(|anchor| anchor.key), rarity)
            }),
            vector: vector.to_vec(),
            focus: if said.weights.is_empty() {
                vector.to_vec()
            } else {
                said.sum(vector.len())
            },
            said,
            length: surface.length,
            speaks: unit.speaks,
            headline: unit.headline,
            place: unit.place,
            quoted: unit.quoted,
        }
    }

    /// The cosine of two sentences read as one with a third.
    pub fn together(&self, other: &Weighed, third: &Weighed) -> f32 {
        let (own, others) = (self.length.sqrt(), other.length.sqrt());
        let product = own * encoder::cosine(&self.vector, &third.vector)
            + others * encoder::cosine(&other.vector, &third.vector);
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
        }
    }
}

/// A text with its features weighed.
#[derive(Debug)]
pub(crate) struct Weighted {
    pub language: String,
    pub sentences: Vec<Weighed>,
    /// The vectors of the sentences again, narrow, one after the other.
    narrow: Vec<i16>,
    dims: usize,
}

impl Weighted {
    pub fn new(text: &Text, rarity: &Rarity) -> Self {
        let mut narrow = Vec::with_capacity(text.len() * text.dims);
        let mut sentences = Vec::with_capacity(text.len());
        for (index, unit) in text.units.iter().enumerate() {
            let vector = text.vector(index);
            narrow::narrow(vector, &mut narrow);
            sentences.push(Weighed::new(unit, vector, rarity));
        }
        Self {
            language: text.language.clone(),
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

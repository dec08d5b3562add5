//! The training text as the model sees it: sentences of words, words of rows.

use super::sources::Group;
use encoder::features::{Feature, Sentence};
use std::collections::HashMap;

/// A group of sentences that say the same: language and sentence, several where they are
/// alternatives, sorted by language.
pub type Parallel = Vec<(u8, Vec<u32>)>;

/// All sentences, all words, and which words stand in which sentence.
#[derive(Default)]
pub struct Corpus {
    pub languages: Vec<String>,
    sentences: HashMap<String, u32>,
    words: HashMap<(u64, u64), u32>,
    sentence_ends: Vec<u32>,
    sentence_words: Vec<u32>,
    word_ends: Vec<u32>,
    word_features: Vec<Feature>,
    scratch: Sentence,
}

impl Corpus {
    /// Takes in the sentences of a group.
    pub fn add(&mut self, group: &Group) -> Parallel {
        group
            .iter()
            .map(|(language, texts)| {
                let language = self.language(language);
                (language, texts.iter().map(|t| self.sentence(t)).collect())
            })
            .collect()
    }

    fn language(&mut self, code: &str) -> u8 {
        let known = self.languages.iter().position(|l| l == code);
        known.unwrap_or_else(|| {
            self.languages.push(code.to_owned());
            self.languages.len() - 1
        }) as u8
    }

    fn sentence(&mut self, text: &str) -> u32 {
        if let Some(id) = self.sentences.get(text) {
            return *id;
        }
        let id = self.sentence_ends.len() as u32;
        self.sentences.insert(text.to_owned(), id);
        let mut scratch = std::mem::take(&mut self.scratch);
        scratch.words(text, |mut described| {
            let key = described.key();
            let next = self.word_ends.len() as u32;
            let word = *self.words.entry(key).or_insert(next);
            if word == next {
                self.word_features.extend_from_slice(described.features());
                self.word_ends.push(self.word_features.len() as u32);
            }
            self.sentence_words.push(word);
        });
        self.scratch = scratch;
        self.sentence_ends.push(self.sentence_words.len() as u32);
        id
    }

    pub fn sentence_count(&self) -> usize {
        self.sentence_ends.len()
    }

    pub fn word_count(&self) -> usize {
        self.word_ends.len()
    }

    /// The words of a sentence.
    pub fn words(&self, sentence: u32) -> &[u32] {
        between(&self.sentence_ends, &self.sentence_words, sentence)
    }

    /// The features of a word.
    pub fn features(&self, word: u32) -> &[Feature] {
        between(&self.word_ends, &self.word_features, word)
    }
}

fn between<'a, T>(ends: &[u32], all: &'a [T], index: u32) -> &'a [T] {
    let start = index.checked_sub(1).map_or(0, |i| ends[i as usize]);
    &all[start as usize..ends[index as usize] as usize]
}

/// Which features have a row of their own, and what the words are made of.
pub struct Vocabulary {
    /// The bucket of every row, ascending.
    pub buckets: Vec<u32>,
    /// A feature of every row, for its first value.
    pub first: Vec<Feature>,
    /// How rare each row is, 0 to 1.
    pub rarity: Vec<f32>,
    row_ends: Vec<u32>,
    rows: Vec<u32>,
    untrained_ends: Vec<u32>,
    untrained: Vec<Feature>,
}

impl Vocabulary {
    /// The `size` features that weigh most. `visits` says how often an epoch meets each sentence,
    /// `prose` which sentences are running text, from which rarity is counted.
    pub fn choose(corpus: &Corpus, visits: &[f32], prose: &[bool], size: usize) -> Self {
        let buckets = 1 << encoder::weights::BUCKET_BITS;
        let mut word_visits = vec![0.0_f32; corpus.word_count()];
        let mut word_prose = vec![0_u32; corpus.word_count()];
        for sentence in 0..corpus.sentence_count() as u32 {
            for word in corpus.words(sentence) {
                word_visits[*word as usize] += visits[sentence as usize];
                word_prose[*word as usize] += u32::from(prose[sentence as usize]);
            }
        }
        let mut weight = vec![0.0_f32; buckets];
        let mut count = vec![0_u32; buckets];
        let mut first = vec![None; buckets];
        for word in 0..corpus.word_count() as u32 {
            for feature in corpus.features(word) {
                let bucket = encoder::weights::bucket(feature.hash) as usize;
                weight[bucket] += word_visits[word as usize];
                count[bucket] += word_prose[word as usize];
                first[bucket].get_or_insert(*feature);
            }
        }
        let mut chosen: Vec<u32> = (0..buckets as u32)
            .filter(|b| weight[*b as usize] > 0.0)
            .collect();
        chosen.sort_by(|a, b| {
            let (x, y) = (weight[*a as usize], weight[*b as usize]);
            y.total_cmp(&x).then(a.cmp(b))
        });
        eprintln!(
            "{} features, {} rows, the last seen {} times an epoch",
            chosen.len(),
            size.min(chosen.len()),
            chosen.get(size).map_or(0.0, |b| weight[*b as usize])
        );
        chosen.truncate(size);
        chosen.sort_unstable();
        let mut row_of = vec![u32::MAX; buckets];
        for (row, bucket) in (0..).zip(&chosen) {
            row_of[*bucket as usize] = row;
        }
        let sentences = prose.iter().filter(|p| **p).count().max(2) as f32;
        let rarity = |bucket: u32| {
            let idf = (sentences / (count[bucket as usize] as f32 + 3.0)).ln();
            idf.max(0.3) / (sentences / 3.0).ln()
        };
        let mut vocabulary = Self {
            rarity: chosen.iter().map(|b| rarity(*b)).collect(),
            first: chosen.iter().filter_map(|b| first[*b as usize]).collect(),
            buckets: chosen,
            row_ends: Vec::new(),
            rows: Vec::new(),
            untrained_ends: Vec::new(),
            untrained: Vec::new(),
        };
        for word in 0..corpus.word_count() as u32 {
            for feature in corpus.features(word) {
                match row_of[encoder::weights::bucket(feature.hash) as usize] {
                    u32::MAX => vocabulary.untrained.push(*feature),
                    row => vocabulary.rows.push(row),
                }
            }
            vocabulary.row_ends.push(vocabulary.rows.len() as u32);
            vocabulary
                .untrained_ends
                .push(vocabulary.untrained.len() as u32);
        }
        vocabulary
    }

    /// The rows of a word.
    pub fn rows(&self, word: u32) -> &[u32] {
        between(&self.row_ends, &self.rows, word)
    }

    /// The features of a word that have no row.
    pub fn untrained(&self, word: u32) -> &[Feature] {
        between(&self.untrained_ends, &self.untrained, word)
    }
}

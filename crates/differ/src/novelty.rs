//! Which words of a text say what another text does not, over languages.
//!
//! Each word is held against the other text with the encoder's word vectors: by itself, with its
//! neighbours, with its clause, with its sentence; a logistic decision makes one likelihood of
//! it. The weights are learned on texts whose words people have marked (`cargo xtask
//! train-novelty`) and stand in `novelty.txt`.

use crate::learned;
use aligner::{PARTS, Report, SentenceRef};
use encoder::{Encoder, cosine};
use segmenter::{Document, Span};
use std::ops::Range;
use std::sync::OnceLock;

/// What is weighed for a word, by name, in the order of [`features`].
pub const FEATURES: &[&str] = &[
    "best", "margin", "mutual", "window", "around", "clause", "sentence", "weight", "base",
];

/// From this likelihood on a word is called new: errors of both kinds are about as many.
pub const NEW: f32 = 0.4;

/// A word with two on each side is held against the windows of the other text.
const WINDOW: usize = 2;

/// Each of the words around this one, so many on each side, …
const AROUND: usize = 4;

/// … may find its like so far from the middle of where they look: languages order words
/// differently.
const NEAR: usize = 6;

/// The same for the words of a clause.
const CLAUSE: usize = 8;

/// Words of fewer letters on average are characters of a script without spaces (Chinese, Japanese):
/// so many of them count for one in all that is said of reach here.
const SHORT: usize = 2;

/// What is less likely new counts as said: people grade only what differs, and ranks among words
/// that hardly do are noise. From 0.1 to 0.2 most figures of `cargo xtask score novelty` stay
/// within two points.
const SAID: f32 = 0.15;

/// How many words on each side have a say in what a word seems, each half as much as the one before.
/// With two to four words, and with three to seven tenths for a half, the figures of
/// `cargo xtask score novelty` differ by less than one point.
const BESIDE: usize = 3;

/// The words of a text, or of some of its sentences, with their vectors.
#[derive(Debug, Clone, Default)]
pub struct Words {
    /// Where the words stand, in bytes of the document's text.
    pub spans: Vec<Span>,
    weights: Vec<f32>,
    vectors: Vec<Vec<f32>>,
    clauses: Vec<Range<usize>>,
    sentences: Vec<Range<usize>>,
    /// What each word says with its neighbours in the sentence.
    windows: Vec<Vec<f32>>,
    /// How many of them reach as far as one where spaces set words apart.
    step: usize,
    /// What each sentence says.
    meanings: Vec<Vec<f32>>,
}

impl Words {
    /// The words of some sentences of a document, one after the other.
    pub fn of(
        document: &Document,
        sentences: impl IntoIterator<Item = usize>,
        encoder: &dyn Encoder,
    ) -> Self {
        let mut words = Self::default();
        for sentence in sentences {
            words.add(document, sentence, encoder);
        }
        words
    }

    /// The words of a sentence of one of several reports; none where there is no such sentence.
    pub(crate) fn of_sentence(reports: &[Report], at: SentenceRef) -> Self {
        let report = reports.get(at.report);
        report.map_or_else(Self::default, |report| {
            Self::of(&report.document, [at.sentence], encoder::builtin())
        })
    }

    /// Adds the words of a sentence.
    pub fn add(&mut self, document: &Document, sentence: usize, encoder: &dyn Encoder) {
        let Some(start) = document.sentences.get(sentence).map(|s| s.span.start) else {
            return;
        };
        let text = document.sentence_text(sentence);
        let first = self.spans.len();
        let mut clause = first;
        for (word, vector) in encoder.words(text, document.language_of(sentence)).iter() {
            let span = Span::new(start + word.span.start, start + word.span.end);
            let before = self.spans.last().filter(|_| self.spans.len() > first);
            let parted = before.is_some_and(|before| {
                before.end <= span.start
                    && document
                        .text_of(Span::new(before.end, span.start))
                        .contains(PARTS)
            });
            if parted {
                self.clauses.push(clause..self.spans.len());
                clause = self.spans.len();
            }
            self.spans.push(span);
            self.weights.push(word.weight);
            self.vectors.push(vector.to_vec());
        }
        let end = self.spans.len();
        if first == end {
            return;
        }
        let letters = text.chars().filter(|c| c.is_alphanumeric()).count();
        self.step = if letters < SHORT * (end - first) {
            SHORT
        } else {
            1
        };
        let reach = WINDOW * self.step;
        self.clauses.push(clause..end);
        self.sentences.push(first..end);
        self.meanings.push(self.meaning(first..end));
        for at in first..end {
            let window = at.saturating_sub(reach).max(first)..(at + reach + 1).min(end);
            self.windows.push(self.meaning(window));
        }
    }

    /// How many words there are.
    pub fn len(&self) -> usize {
        self.spans.len()
    }

    /// The words of each clause, in the order of the text.
    pub(crate) fn clauses(&self) -> &[Range<usize>] {
        &self.clauses
    }

    /// How much a word counts; rare ones count more.
    pub(crate) fn weight(&self, at: usize) -> f32 {
        self.weights.get(at).copied().unwrap_or(0.0)
    }

    /// The first word that does not end before a place.
    pub(crate) fn at(&self, place: usize) -> usize {
        self.spans.partition_point(|span| span.end <= place)
    }

    /// The word nearest in meaning to word `at` of another text, but for word `except`, with their cosine.
    pub(crate) fn nearest(&self, other: &Self, at: usize, except: usize) -> Option<(usize, f32)> {
        let wanted = other.vectors.get(at)?;
        let words = self.vectors.iter().enumerate();
        let others = words.filter(|(word, _)| *word != except);
        others
            .map(|(word, own)| (word, cosine(own, wanted)))
            .max_by(|a, b| a.1.total_cmp(&b.1))
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.spans.is_empty()
    }

    /// The sum of the vectors of some words by their weights, of length 1.
    fn meaning(&self, words: Range<usize>) -> Vec<f32> {
        let mut sum = vec![0.0; self.vectors.first().map_or(0, Vec::len)];
        for at in words {
            for (to, from) in sum.iter_mut().zip(&self.vectors[at]) {
                *to += self.weights[at] * from;
            }
        }
        let length = cosine(&sum, &sum).sqrt();
        if length > 0.0 {
            for x in &mut sum {
                *x /= length;
            }
        }
        sum
    }

    fn around(&self, at: usize, reach: usize) -> Range<usize> {
        let reach = reach * self.step;
        at.saturating_sub(reach)..(at + reach + 1).min(self.len())
    }

    fn mass(&self, words: Range<usize>) -> f32 {
        self.weights[words]
            .iter()
            .sum::<f32>()
            .max(f32::MIN_POSITIVE)
    }
}

/// What speaks for and against each word being new beside the texts of others, which have words.
pub fn features(words: &Words, others: &[&Words]) -> Vec<[f32; FEATURES.len()]> {
    let of_others = |of: fn(&Words) -> &[Vec<f32>]| -> Vec<&[f32]> {
        let all = others.iter().flat_map(|other| of(other));
        all.map(Vec::as_slice).collect()
    };
    let vectors = of_others(|words| &words.vectors);
    let windows = of_others(|words| &words.windows);
    let meanings = of_others(|words| &words.meanings);
    let alike: Vec<Vec<f32>> = words
        .vectors
        .iter()
        .map(|own| vectors.iter().map(|other| cosine(own, other)).collect())
        .collect();
    let best_of = |vector: &[f32], others: &[&[f32]]| {
        let likenesses = others.iter().map(|other| cosine(vector, other));
        likenesses.fold(0.0, f32::max)
    };
    let step = others
        .iter()
        .map(|other| other.step)
        .max()
        .unwrap_or_default();
    let near = covers(&alike, NEAR * step);
    let far = covers(&alike, CLAUSE * step);
    let clauses: Vec<f32> = each(words, &words.clauses, |_, range| told(words, &far, range));
    let sentences: Vec<f32> = each(words, &words.sentences, |number, _| {
        best_of(&words.meanings[number], &meanings)
    });
    let mut backward = vec![(0.0, usize::MAX); vectors.len()];
    for (at, row) in alike.iter().enumerate() {
        for (best, &likeness) in backward.iter_mut().zip(row) {
            if likeness > best.0 {
                *best = (likeness, at);
            }
        }
    }
    alike
        .iter()
        .enumerate()
        .map(|(at, row)| {
            let (best, to) =
                row.iter()
                    .enumerate()
                    .fold((0.0, usize::MAX), |best, (to, &likeness)| {
                        if likeness > best.0 {
                            (likeness, to)
                        } else {
                            best
                        }
                    });
            let mutual = backward.get(to).is_some_and(|(_, back)| *back == at);
            [
                best,
                margin(best, row),
                f32::from(u8::from(mutual)),
                best_of(&words.windows[at], &windows),
                told(words, &near, words.around(at, AROUND)),
                clauses[at],
                sentences[at],
                words.weights[at],
                1.0,
            ]
        })
        .collect()
}

/// How far the best likeness of a word stands out of all it has, in standard deviations.
fn margin(best: f32, likenesses: &[f32]) -> f32 {
    let count = likenesses.len() as f32;
    let mean = likenesses.iter().sum::<f32>() / count;
    let square = likenesses.iter().map(|x| (x - mean).powi(2)).sum::<f32>() / count;
    // Among few words hardly any deviation is seen.
    (best - mean) / (square.sqrt() + 0.02)
}

/// The same value for all words of each range, by its number.
fn each(
    words: &Words,
    ranges: &[Range<usize>],
    value: impl Fn(usize, Range<usize>) -> f32,
) -> Vec<f32> {
    let mut values = vec![0.0; words.len()];
    for (number, range) in ranges.iter().enumerate() {
        values[range.clone()].fill(value(number, range.clone()));
    }
    values
}

/// The best likeness of each word with the words up to `reach` from each place.
fn covers(alike: &[Vec<f32>], reach: usize) -> Vec<Vec<f32>> {
    alike
        .iter()
        .map(|row| {
            (0..row.len())
                .map(|at| {
                    let around = &row[at.saturating_sub(reach)..(at + reach + 1).min(row.len())];
                    around.iter().copied().fold(0.0, f32::max)
                })
                .collect()
        })
        .collect()
}

/// How much of some words the place that tells most of them tells.
fn told(words: &Words, covers: &[Vec<f32>], range: Range<usize>) -> f32 {
    let mut sums = vec![0.0; covers.first().map_or(0, Vec::len)];
    for at in range.clone() {
        for (sum, likeness) in sums.iter_mut().zip(&covers[at]) {
            *sum += words.weights[at] * likeness;
        }
    }
    sums.into_iter().fold(0.0, f32::max) / words.mass(range)
}

/// How much of some words is likely new beside others, by weight, 0 to 1; all where nothing weighs.
pub(crate) fn share_new(words: &Words, others: &Words) -> f32 {
    let (mut new, mut all) = (0.0, 0.0);
    for (at, likely) in novelty(words, &[others]).into_iter().enumerate() {
        new += likely * words.weight(at);
        all += words.weight(at);
    }
    if all > 0.0 { new / all } else { 1.0 }
}

/// How likely it is of each word that no other text says it: what it seems by itself and what the
/// words beside it seem, one half each, for what is new is told in more than one word.
pub fn novelty(words: &Words, others: &[&Words]) -> Vec<f32> {
    if others.iter().all(|other| other.is_empty()) {
        return vec![1.0; words.len()];
    }
    let alone: Vec<f32> = features(words, others)
        .iter()
        .map(|features| learned::likelihood(features, weights()))
        .collect();
    let mut all = alone.clone();
    for clause in &words.clauses {
        for at in clause.clone() {
            let beside = words.around(at, BESIDE);
            let beside = beside.start.max(clause.start)..beside.end.min(clause.end);
            let (mut sum, mut mass) = (0.0, 0.0);
            for other in beside.filter(|&other| other != at) {
                let steps = at.abs_diff(other) / words.step;
                let weight = words.weights[other] / (1 << steps) as f32;
                sum += weight * alone[other];
                mass += weight;
            }
            if mass > 0.0 {
                all[at] = f32::midpoint(alone[at], sum / mass);
            }
        }
    }
    for likely in all.iter_mut().filter(|likely| **likely < SAID) {
        *likely = 0.0;
    }
    all
}

fn weights() -> &'static [f32; FEATURES.len()] {
    static WEIGHTS: OnceLock<[f32; FEATURES.len()]> = OnceLock::new();
    WEIGHTS.get_or_init(|| learned::weights(include_str!("../novelty.txt"), FEATURES))
}

#[cfg(test)]
mod tests {
    use super::*;
    use segmenter::{Article, segment};

    fn words(language: &str, text: &str) -> (Document, Words) {
        let mut article = Article::new(language, text);
        article.language = Some(language.to_owned());
        let document = segment(article);
        let all = 0..document.sentences.len();
        let words = Words::of(&document, all, encoder::builtin());
        (document, words)
    }

    fn new(text: (&str, &str), other: (&str, &str)) -> Vec<String> {
        let (document, words) = words(text.0, text.1);
        let (_, other) = self::words(other.0, other.1);
        let novel = novelty(&words, &[&other]);
        let spans = words.spans.iter().zip(novel);
        let new = spans.filter(|(_, likely)| *likely >= NEW);
        new.map(|(span, _)| document.text_of(*span).to_owned())
            .collect()
    }

    #[test]
    fn what_only_one_text_says_is_new_over_languages() {
        let english = (
            "en",
            "The ferry sank off the northern coast on Sunday. Its owner had sold the restaurant \
             on board to a chain of bakeries.",
        );
        let german = ("de", "Die Fähre sank am Sonntag vor der Nordküste.");
        let new = new(english, german);
        for word in ["owner", "restaurant", "bakeries"] {
            assert!(new.iter().any(|new| new == word), "{word}: {new:?}");
        }
        for word in ["ferry", "sank", "coast", "Sunday"] {
            assert!(!new.iter().any(|new| new == word), "{word}: {new:?}");
        }
    }

    #[test]
    fn nothing_is_new_beside_the_same_words() {
        let text = ("en", "The minister resigned on Monday, her office said.");
        assert_eq!(new(text, text), [""; 0]);
    }

    #[test]
    fn all_is_new_beside_nothing() {
        assert_eq!(new(("fr", "Il pleut."), ("fr", "")), ["Il", "pleut"]);
    }
}

//! The rows and one step of their training.

use super::batches::Batch;
use super::corpus::{Corpus, Vocabulary};
use super::random::Random;
use encoder::rows::add_untrained;
use rayon::prelude::*;

/// Rows live in this many parts, and each part is updated in one go: the result does not depend
/// on the number of threads.
const PARTS: usize = 4;

/// What the loss is made of.
#[derive(Debug, Clone, Copy)]
pub struct Settings {
    pub dims: usize,
    /// How sharp the choice among the batch is.
    pub scale: f32,
    /// By how much the right translation must beat the others.
    pub margin: f32,
    /// The share of words and of features left out at random.
    pub dropout: f64,
    /// How much a sentence of the same language counts as a wrong answer.
    pub same: bool,
}

/// The rows in training.
pub struct Model<'a> {
    corpus: &'a Corpus,
    vocabulary: &'a Vocabulary,
    settings: Settings,
    parts: Vec<Part>,
    /// The place of a word in the batch, `u32::MAX` where it is not in it.
    place: Vec<u32>,
}

struct Part {
    rows: Vec<f32>,
    /// The mean square of all gradients so far.
    seen: Vec<f32>,
}

/// The words of a batch: which rows make them up after dropout, and their vectors.
#[derive(Default)]
struct Drawn {
    words: Vec<u32>,
    rows: Vec<u32>,
    row_ends: Vec<usize>,
    /// Sentence by sentence the places of its words.
    places: Vec<u32>,
    place_ends: Vec<usize>,
}

impl Drawn {
    fn rows(&self, place: usize) -> &[u32] {
        let start = place.checked_sub(1).map_or(0, |p| self.row_ends[p]);
        &self.rows[start..self.row_ends[place]]
    }

    fn places(&self, sentence: usize) -> &[u32] {
        let start = sentence.checked_sub(1).map_or(0, |s| self.place_ends[s]);
        &self.places[start..self.place_ends[sentence]]
    }
}

impl<'a> Model<'a> {
    pub fn new(corpus: &'a Corpus, vocabulary: &'a Vocabulary, settings: Settings) -> Self {
        let count = vocabulary.buckets.len();
        let dims = settings.dims;
        let parts = (0..PARTS)
            .map(|part| {
                let mut rows = vec![0.0; (count + PARTS - 1 - part) / PARTS * dims];
                for (i, row) in rows.chunks_exact_mut(dims).enumerate() {
                    let at = i * PARTS + part;
                    add_untrained(vocabulary.first[at], row);
                    let weight = vocabulary.rarity[at].powf(1.5);
                    multiply(row, weight);
                }
                Part {
                    seen: vec![1e-4; rows.len() / dims],
                    rows,
                }
            })
            .collect();
        Self {
            corpus,
            vocabulary,
            settings,
            parts,
            place: vec![u32::MAX; corpus.word_count()],
        }
    }

    /// The values of a row.
    pub fn row(&self, row: u32) -> &[f32] {
        let dims = self.settings.dims;
        let at = row as usize / PARTS * dims;
        &self.parts[row as usize % PARTS].rows[at..at + dims]
    }

    fn draw(&mut self, batch: &Batch, random: &mut Random) -> Drawn {
        let mut drawn = Drawn::default();
        let drop = (self.settings.dropout * (1_u64 << 32) as f64) as u64;
        let sentences = batch.iter().map(|p| p.0).chain(batch.iter().map(|p| p.1));
        for sentence in sentences {
            let words = self.corpus.words(sentence);
            for word in words {
                if words.len() > 2 && random.next() >> 32 < drop {
                    continue;
                }
                let place = &mut self.place[*word as usize];
                if *place == u32::MAX {
                    *place = drawn.words.len() as u32;
                    drawn.words.push(*word);
                    let rows = self.vocabulary.rows(*word).iter();
                    drawn
                        .rows
                        .extend(rows.filter(|_| random.next() >> 32 >= drop));
                    drawn.row_ends.push(drawn.rows.len());
                }
                drawn.places.push(*place);
            }
            drawn.place_ends.push(drawn.places.len());
        }
        for word in &drawn.words {
            self.place[*word as usize] = u32::MAX;
        }
        drawn
    }

    /// Trains on one batch; the loss.
    pub fn step(&mut self, batch: &Batch, rate: f32, random: &mut Random) -> f64 {
        let drawn = self.draw(batch, random);
        let dims = self.settings.dims;
        let count = batch.len();

        let mut words = vec![0.0; drawn.words.len() * dims];
        words
            .par_chunks_mut(dims)
            .enumerate()
            .for_each(|(place, out)| {
                for row in drawn.rows(place) {
                    add(out, self.row(*row));
                }
                for feature in self.vocabulary.untrained(drawn.words[place]) {
                    add_untrained(*feature, out);
                }
            });

        let mut sentences = vec![0.0; 2 * count * dims];
        let mut lengths = vec![0.0_f32; 2 * count];
        sentences
            .par_chunks_mut(dims)
            .zip(&mut lengths)
            .enumerate()
            .for_each(|(i, (out, length))| {
                for place in drawn.places(i) {
                    let at = *place as usize * dims;
                    add(out, &words[at..at + dims]);
                }
                *length = (dot(out, out) + 1e-12).sqrt();
                let factor = 1.0 / *length;
                multiply(out, factor);
            });

        let (gradient, loss) = self.gradient(batch, &sentences);
        let mut by_word = vec![0.0; words.len()];
        for (i, length) in lengths.iter().enumerate() {
            let at = i * dims;
            let (vector, mut g) = (&sentences[at..at + dims], gradient[at..at + dims].to_vec());
            // Along the sphere, and through the division by the length.
            let along = dot(&g, vector);
            let factor = 1.0 / length;
            for (g, x) in g.iter_mut().zip(vector) {
                *g = (*g - along * x) * factor;
            }
            for place in drawn.places(i) {
                let at = *place as usize * dims;
                add(&mut by_word[at..at + dims], &g);
            }
        }
        self.parts
            .par_iter_mut()
            .enumerate()
            .for_each(|(number, part)| {
                for (place, g) in by_word.chunks_exact(dims).enumerate() {
                    let square = dot(g, g) / dims as f32;
                    if square < 1e-14 {
                        continue;
                    }
                    for row in drawn.rows(place) {
                        if *row as usize % PARTS == number {
                            let row = *row as usize / PARTS;
                            part.seen[row] += square;
                            let step = rate / part.seen[row].sqrt();
                            for (x, g) in part.rows[row * dims..(row + 1) * dims].iter_mut().zip(g)
                            {
                                *x -= step * g;
                            }
                        }
                    }
                }
            });
        loss
    }

    /// The gradient of the loss by the sentences' vectors: for each sentence the right translation
    /// among all of the batch, in both directions.
    fn gradient(&self, batch: &Batch, vectors: &[f32]) -> (Vec<f32>, f64) {
        let Settings {
            dims,
            scale,
            margin,
            same,
            ..
        } = self.settings;
        let count = batch.len();
        // What is chosen from: the other side, and the sentence's own side where it counts.
        let columns = if same { 2 * count } else { count };
        let mut chances = vec![0.0_f32; 2 * count * columns];
        let losses: Vec<f64> = chances
            .par_chunks_mut(columns)
            .enumerate()
            .map(|(i, chances)| {
                let left = i < count;
                let (own, other) = if left { (0, count) } else { (count, 0) };
                let at = i - own;
                let vector = &vectors[i * dims..(i + 1) * dims];
                for (j, chance) in chances.iter_mut().enumerate() {
                    let (k, side) = if j < count {
                        (j, other)
                    } else {
                        (j - count, own)
                    };
                    let equal = k != at && (batch[k].0 == batch[at].0 || batch[k].1 == batch[at].1);
                    *chance = if equal || j >= count && k == at {
                        f32::NEG_INFINITY
                    } else {
                        let k = (side + k) * dims;
                        let cosine = dot(vector, &vectors[k..k + dims]);
                        scale * (cosine - if j == at { margin } else { 0.0 })
                    };
                }
                let most = chances.iter().fold(f32::NEG_INFINITY, |m, x| m.max(*x));
                let right = chances[at];
                let mut sum = 0.0;
                for chance in chances.iter_mut() {
                    *chance = (*chance - most).exp();
                    sum += *chance;
                }
                for chance in chances.iter_mut() {
                    *chance /= sum;
                }
                chances[at] -= 1.0;
                f64::from(sum.ln() + most - right)
            })
            .collect();
        let mut gradient = vec![0.0; vectors.len()];
        gradient
            .par_chunks_mut(dims)
            .enumerate()
            .for_each(|(i, out)| {
                let left = i < count;
                let (own, other) = if left { (0, count) } else { (count, 0) };
                let at = i - own;
                let mut pull = |k: usize, weight: f32| {
                    if weight.abs() > 1e-5 {
                        let weight = weight * scale * 0.5;
                        for (g, x) in out.iter_mut().zip(&vectors[k * dims..(k + 1) * dims]) {
                            *g += weight * x;
                        }
                    }
                };
                for k in 0..count {
                    // As the one that chooses, and as one that is chosen from.
                    let chosen = chances[(other + k) * columns + at];
                    pull(other + k, chances[i * columns + k] + chosen);
                    if same {
                        let chosen = chances[(own + k) * columns + count + at];
                        pull(own + k, chances[i * columns + count + k] + chosen);
                    }
                }
            });
        (gradient, losses.iter().sum::<f64>() / (2 * count) as f64)
    }
}

fn add(out: &mut [f32], row: &[f32]) {
    for (x, y) in out.iter_mut().zip(row) {
        *x += y;
    }
}

fn multiply(out: &mut [f32], factor: f32) {
    for x in out {
        *x *= factor;
    }
}

/// The inner product, in sixteen sums of fixed order.
fn dot(a: &[f32], b: &[f32]) -> f32 {
    let mut sums = [0.0_f32; 16];
    for (a, b) in a.chunks_exact(16).zip(b.chunks_exact(16)) {
        for (sum, (x, y)) in sums.iter_mut().zip(a.iter().zip(b)) {
            *sum += x * y;
        }
    }
    sums.iter().sum()
}

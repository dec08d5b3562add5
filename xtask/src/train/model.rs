//! The rows and one step of their training.

use super::batches::Pair;
use super::corpus::{Corpus, Vocabulary};
use super::random::Random;
use encoder::rows::{add_signs, add_untrained};
use encoder::weights::rounded;
use rayon::prelude::*;

/// Rows live in this many parts, and each part is updated in one go: the result does not depend
/// on the number of threads.
const PARTS: usize = 4;

/// The length of a rare feature's row before training.
const FIRST_LENGTH: f32 = 0.35;

/// Chances below this pull nothing: most of a batch has nothing to do with a sentence.
const NEGLIGIBLE: f32 = 1e-4;

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
    bits: Option<usize>,
    /// The place of a word in the batch, `u32::MAX` where it is not in it.
    place: Vec<u32>,
}

struct Part {
    rows: Vec<f32>,
    /// The rows as the file will have them, once training has come that far.
    rounded: Vec<f32>,
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
                    let length = FIRST_LENGTH * vocabulary.rarity[at].powf(1.5);
                    add_signs(vocabulary.first[at].hash, length, row);
                }
                Part {
                    seen: vec![1e-4; rows.len() / dims],
                    rounded: Vec::new(),
                    rows,
                }
            })
            .collect();
        Self {
            corpus,
            vocabulary,
            settings,
            parts,
            bits: None,
            place: vec![u32::MAX; corpus.word_count()],
        }
    }

    /// From here on sentences are summed from rows rounded to so many bits, so that training
    /// makes up for what the file loses.
    pub fn round(&mut self, bits: usize) {
        let dims = self.settings.dims;
        self.bits = Some(bits);
        self.parts.par_iter_mut().for_each(|part| {
            part.rounded = vec![0.0; part.rows.len()];
            for (row, out) in part
                .rows
                .chunks_exact(dims)
                .zip(part.rounded.chunks_exact_mut(dims))
            {
                rounded(row, bits, out);
            }
        });
    }

    pub fn is_rounded(&self) -> bool {
        self.bits.is_some()
    }

    /// The values that a sentence is summed from.
    fn seen_row(&self, row: u32) -> &[f32] {
        let dims = self.settings.dims;
        let part = &self.parts[row as usize % PARTS];
        let at = row as usize / PARTS * dims;
        let rows = if self.bits.is_some() {
            &part.rounded
        } else {
            &part.rows
        };
        &rows[at..at + dims]
    }

    /// The values of a row.
    pub fn row(&self, row: u32) -> &[f32] {
        let dims = self.settings.dims;
        let at = row as usize / PARTS * dims;
        &self.parts[row as usize % PARTS].rows[at..at + dims]
    }

    fn draw(&mut self, batch: &[Pair], random: &mut Random) -> Drawn {
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
    pub fn step(&mut self, batch: &[Pair], rate: f32, random: &mut Random) -> f64 {
        let drawn = self.draw(batch, random);
        let dims = self.settings.dims;
        let count = batch.len();

        let mut words = vec![0.0; drawn.words.len() * dims];
        words
            .par_chunks_mut(dims)
            .enumerate()
            .for_each(|(place, out)| {
                for row in drawn.rows(place) {
                    add(out, self.seen_row(*row));
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
        let bits = self.bits;
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
                            let at = row * dims..(row + 1) * dims;
                            for (x, g) in part.rows[at.clone()].iter_mut().zip(g) {
                                *x -= step * g;
                            }
                            if let Some(bits) = bits {
                                rounded(&part.rows[at.clone()], bits, &mut part.rounded[at]);
                            }
                        }
                    }
                }
            });
        loss
    }

    /// The gradient of the loss by the sentences' vectors: for each sentence the right translation
    /// among all of the batch, in both directions.
    fn gradient(&self, batch: &[Pair], vectors: &[f32]) -> (Vec<f32>, f64) {
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
        let (left, right) = vectors.split_at(count * dims);
        let across = products(left, right, dims);
        let back = transposed(&across, count);
        let (left, right) = if same {
            (products(left, left, dims), products(right, right, dims))
        } else {
            (Vec::new(), Vec::new())
        };
        let mut chances = vec![0.0_f32; 2 * count * columns];
        let losses: Vec<f64> = chances
            .par_chunks_mut(columns)
            .enumerate()
            .map(|(i, chances)| {
                let (at, other, own) = if i < count {
                    (i, &across, &left)
                } else {
                    (i - count, &back, &right)
                };
                let of_pair = at * count..(at + 1) * count;
                let (first, second) = chances.split_at_mut(count);
                first.copy_from_slice(&other[of_pair.clone()]);
                if same {
                    second.copy_from_slice(&own[of_pair]);
                    second[at] = f32::NEG_INFINITY;
                }
                first[at] -= margin;
                for k in (0..count).filter(|k| *k != at) {
                    // The same sentence in another pair is no wrong answer.
                    if batch[k].0 == batch[at].0 || batch[k].1 == batch[at].1 {
                        chances[k] = f32::NEG_INFINITY;
                        if same {
                            chances[count + k] = f32::NEG_INFINITY;
                        }
                    }
                }
                let most = chances.iter().fold(f32::NEG_INFINITY, |m, x| m.max(*x));
                let right = chances[at];
                let mut sum = 0.0;
                for chance in chances.iter_mut() {
                    *chance = (scale * (*chance - most)).exp();
                    sum += *chance;
                }
                multiply(chances, 1.0 / sum);
                chances[at] -= 1.0;
                f64::from(sum.ln() + scale * (most - right))
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
                    if weight.abs() > NEGLIGIBLE {
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

/// The inner products of all vectors of one side with all of the other.
fn products(left: &[f32], right: &[f32], dims: usize) -> Vec<f32> {
    let count = right.len() / dims;
    let mut out = vec![0.0; left.len() / dims * count];
    out.par_chunks_mut(count)
        .zip(left.par_chunks(dims))
        .for_each(|(out, a)| {
            for (out, b) in out.chunks_mut(4).zip(right.chunks(4 * dims)) {
                if out.len() == 4 {
                    out.copy_from_slice(&four(a, b));
                } else {
                    for (out, b) in out.iter_mut().zip(b.chunks(dims)) {
                        *out = dot(a, b);
                    }
                }
            }
        });
    out
}

/// The inner products with four vectors at once: `a` is read once.
fn four(a: &[f32], b: &[f32]) -> [f32; 4] {
    let dims = a.len();
    let (b0, b) = b.split_at(dims);
    let (b1, b) = b.split_at(dims);
    let (b2, b3) = b.split_at(dims);
    let mut sums = [[0.0_f32; 8]; 4];
    for ((((a, b0), b1), b2), b3) in a
        .as_chunks::<8>()
        .0
        .iter()
        .zip(b0.as_chunks::<8>().0)
        .zip(b1.as_chunks::<8>().0)
        .zip(b2.as_chunks::<8>().0)
        .zip(b3.as_chunks::<8>().0)
    {
        for i in 0..8 {
            sums[0][i] += a[i] * b0[i];
            sums[1][i] += a[i] * b1[i];
            sums[2][i] += a[i] * b2[i];
            sums[3][i] += a[i] * b3[i];
        }
    }
    sums.map(|sum| sum.iter().sum())
}

fn transposed(square: &[f32], size: usize) -> Vec<f32> {
    let mut out = vec![0.0; square.len()];
    for (i, row) in square.chunks(size).enumerate() {
        for (j, x) in row.iter().enumerate() {
            out[j * size + i] = *x;
        }
    }
    out
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::train::sources::Group;

    /// Trains on pairs of sentences of a made-up code; the losses and the rows.
    fn trained(threads: usize) -> (f64, f64, Vec<f32>) {
        let mut corpus = Corpus::default();
        let words = ["river", "bridge", "minister", "harvest", "court", "strike"];
        let pairs: Vec<Pair> = (0..36)
            .map(|i| {
                let two = [words[i % 6], words[i / 6]];
                let mut group = Group::new();
                group.insert("en".to_owned(), vec![two.join(" ")]);
                let code = two.map(|w| w.chars().rev().collect::<String>());
                group.insert("tr".to_owned(), vec![code.join(" ") + "lar"]);
                let group = corpus.add(&group);
                (group[0].1[0], group[1].1[0])
            })
            .collect();
        let count = corpus.sentence_count();
        let vocabulary = Vocabulary::choose(&corpus, &vec![1.0; count], &vec![true; count], 200);
        let settings = Settings {
            dims: 64,
            scale: 16.0,
            margin: 0.1,
            dropout: 0.1,
            same: true,
        };
        let mut model = Model::new(&corpus, &vocabulary, settings);
        let mut random = Random::new(7);
        let pool = rayon::ThreadPoolBuilder::new()
            .num_threads(threads)
            .build()
            .expect("threads");
        pool.install(|| {
            let first = model.step(&pairs, 0.02, &mut random);
            for _ in 0..30 {
                model.step(&pairs, 0.02, &mut random);
            }
            model.round(4);
            let last = model.step(&pairs, 0.02, &mut random);
            let rows = (0..vocabulary.buckets.len() as u32).flat_map(|r| model.row(r).to_vec());
            (first, last, rows.collect())
        })
    }

    #[test]
    fn the_loss_falls_and_threads_change_nothing() {
        let (first, last, rows) = trained(1);
        assert!(last < first / 2.0, "{first} {last}");
        assert_eq!(trained(3).2, rows);
    }
}

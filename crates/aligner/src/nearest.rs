//! The nearest sentences of other texts, by a rough score over all pairs: their vectors and the
//! n-grams that they share.

use crate::rarity::Weighted;
use encoder::narrow;
use rayon::prelude::*;
use rustc_hash::FxHashMap;

/// A feature that so many pairs of sentences share tells none of them apart.
const COMMON: usize = 20_000;

/// So many rows of the table of all pairs are filled at a time; what they need stays in the cache.
const ROWS: usize = 48;

/// So many columns are compared with these rows before the next.
const COLUMNS: usize = 64;

/// What the letters count beside the meaning.
const LETTERS: f32 = 0.7;

/// The best partners of every sentence of a text, with their rough scores, best first.
#[derive(Debug, Clone, Default)]
pub(crate) struct Best {
    most: usize,
    /// `most` of each sentence; what is not taken is infinitely bad.
    entries: Vec<(f32, u32)>,
}

impl Best {
    fn new(sentences: usize, most: usize) -> Self {
        Self {
            most,
            entries: vec![(f32::NEG_INFINITY, u32::MAX); sentences * most],
        }
    }

    /// The partners of sentence `at`.
    pub fn of(&self, at: usize) -> impl Iterator<Item = (f32, usize)> {
        let entries = self.entries.get(at * self.most..(at + 1) * self.most);
        let taken = entries.unwrap_or_default().iter();
        taken
            .take_while(|(score, _)| *score > f32::NEG_INFINITY)
            .map(|(score, other)| (*score, *other as usize))
    }

    /// The partners of every sentence.
    pub fn all(&self) -> impl Iterator<Item = (usize, impl Iterator<Item = (f32, usize)>)> {
        let sentences = self.entries.len() / self.most.max(1);
        (0..sentences).map(|at| (at, self.of(at)))
    }

    /// Enters a score among the best of sentence `at`, the first of equals first.
    #[inline]
    fn enter(&mut self, at: usize, score: f32, other: u32) {
        let Some(best) = self
            .entries
            .get_mut(at * self.most..(at + 1) * self.most)
            .filter(|best| best.last().is_some_and(|least| *least < (score, u32::MAX)))
        else {
            return;
        };
        let before = |entry: &(f32, u32)| {
            entry.0 > score || entry.0.total_cmp(&score).is_eq() && entry.1 < other
        };
        let place = best.partition_point(before);
        if let Some(later) = best.get_mut(place..)
            && !later.is_empty()
        {
            later.rotate_right(1);
            later[0] = (score, other);
        }
    }

    /// Enters the partners that another part of the table brought.
    fn join(mut self, other: &Self) -> Self {
        for (at, partners) in other.all() {
            for (score, other) in partners {
                self.enter(at, score, other as u32);
            }
        }
        self
    }

    fn append(mut self, other: Self) -> Self {
        self.most = other.most;
        self.entries.extend(other.entries);
        self
    }
}

/// The best of the sentences of one text and of those of another.
pub(crate) type Both = (Best, Best);

/// Texts whose sentences can be looked up by what they share; the sentences are its columns.
pub(crate) struct Index<'a> {
    texts: Vec<&'a Weighted>,
    /// The first column of each text, and the end.
    starts: Vec<usize>,
    /// Where in the lists each n-gram has its columns.
    places: FxHashMap<u32, (u32, u32)>,
    lists: Vec<u32>,
}

impl<'a> Index<'a> {
    pub fn of(texts: impl IntoIterator<Item = &'a Weighted>) -> Self {
        let texts: Vec<&Weighted> = texts.into_iter().collect();
        let mut starts = vec![0];
        let mut postings: Vec<(u32, u32)> = Vec::new();
        let mut column = 0;
        for text in &texts {
            for sentence in &text.sentences {
                let grams = sentence.grams.features.iter();
                postings.extend(grams.map(|(key, _)| (*key, column)));
                column += 1;
            }
            starts.push(column as usize);
        }
        postings.sort_unstable();
        let mut places = FxHashMap::default();
        let mut from = 0;
        for group in postings.chunk_by(|a, b| a.0 == b.0) {
            let to = from + group.len() as u32;
            places.extend(group.first().map(|(key, _)| (*key, (from, to))));
            from = to;
        }
        Self {
            texts,
            starts,
            places,
            lists: postings.into_iter().map(|(_, column)| column).collect(),
        }
    }

    /// The columns from `from` on that have an n-gram.
    fn list(&self, key: u32, from: u32) -> &[u32] {
        let list = self
            .places
            .get(&key)
            .and_then(|&(from, to)| self.lists.get(from as usize..to as usize))
            .unwrap_or_default();
        list.get(list.partition_point(|column| *column < from)..)
            .unwrap_or_default()
    }

    /// The `most` best partners of every sentence of `left` in each text from `first` on, and of
    /// the sentences of these texts in `left`.
    pub fn nearest(&self, left: &Weighted, first: usize, most: usize) -> Vec<Both> {
        let others = self.texts.get(first..).unwrap_or_default();
        let longest = others.iter().map(|text| text.sentences.len()).max();
        let cells = left.sentences.len() * longest.unwrap_or(0);
        let frequent = if cells > COMMON {
            left.counts()
        } else {
            FxHashMap::default()
        };
        let none = || -> Vec<Both> {
            let columns = others.iter().map(|text| text.sentences.len());
            let both = columns.map(|columns| (Best::default(), Best::new(columns, most)));
            both.collect()
        };
        let rows: Vec<usize> = (0..left.sentences.len()).step_by(ROWS).collect();
        let parts = rows.into_par_iter().fold(none, |done, row| {
            let rows = row..(row + ROWS).min(left.sentences.len());
            let letters = self.shared_letters(left, rows.clone(), first, &frequent);
            self.fill(left, rows, first, &letters, done)
        });
        parts.reduce(none, |one, two| {
            let both = one.into_iter().zip(two);
            both.map(|(one, two)| (one.0.append(two.0), one.1.join(&two.1)))
                .collect()
        })
    }

    /// Scores a few rows of the table and enters the scores.
    fn fill(
        &self,
        left: &Weighted,
        rows: std::ops::Range<usize>,
        first: usize,
        letters: &[f32],
        mut done: Vec<Both>,
    ) -> Vec<Both> {
        let from = self.starts.get(first).copied().unwrap_or(0);
        let columns = self.starts.last().copied().unwrap_or(0) - from;
        let others = self.texts.iter().zip(&self.starts).skip(first);
        for ((text, start), (of_rows, of_columns)) in others.zip(&mut done) {
            let most = of_columns.most;
            let mut here = Best::new(rows.len(), most);
            for (block, others) in text.sentences.chunks(COLUMNS).enumerate() {
                let block = block * COLUMNS;
                for (at, row) in rows.clone().enumerate() {
                    let Some(sentence) = left.sentences.get(row).filter(|s| s.speaks) else {
                        continue;
                    };
                    let begin = at * columns + start - from + block;
                    let sums = letters.get(begin..begin + others.len());
                    let sums = sums.unwrap_or_default();
                    let vector = left.narrow(row);
                    for ((other, sum), column) in others.iter().zip(sums).zip(block..) {
                        if !other.speaks {
                            continue;
                        }
                        let norm = sentence.grams.norm * other.grams.norm;
                        let letters = if norm > 0.0 { sum / norm } else { 0.0 };
                        let meaning = narrow::cosine(vector, text.narrow(column));
                        let score = meaning + LETTERS * letters;
                        here.enter(at, score, column as u32);
                        of_columns.enter(column, score, row as u32);
                    }
                }
            }
            *of_rows = std::mem::take(of_rows).append(here);
        }
        done
    }

    /// The sum of squared weights of the n-grams that each of a few rows shares with each column,
    /// row by row.
    fn shared_letters(
        &self,
        left: &Weighted,
        rows: std::ops::Range<usize>,
        first: usize,
        frequent: &FxHashMap<u32, u32>,
    ) -> Vec<f32> {
        let from = self.starts.get(first).copied().unwrap_or(0);
        let columns = self.starts.last().copied().unwrap_or(0) - from;
        let mut sums = vec![0.0; rows.len() * columns];
        let sentences = left.sentences.get(rows).unwrap_or_default();
        for (row, sentence) in sums.chunks_mut(columns.max(1)).zip(sentences) {
            for &(key, weight) in &sentence.grams.features {
                let rows = frequent.get(&key).map_or(0, |count| *count as usize);
                let mut list = self.list(key, from as u32);
                if rows * list.len() > COMMON {
                    // Some text may have it too often, which says nothing of the others.
                    while let Some(&column) = list.first() {
                        let end = self
                            .starts
                            .partition_point(|start| *start <= column as usize);
                        let end = self.starts.get(end).map_or(u32::MAX, |end| *end as u32);
                        let (here, rest) = list.split_at(list.partition_point(|c| *c < end));
                        if rows * here.len() <= COMMON {
                            add(row, here, from, weight * weight);
                        }
                        list = rest;
                    }
                } else {
                    add(row, list, from, weight * weight);
                }
            }
        }
        sums
    }
}

fn add(row: &mut [f32], columns: &[u32], from: usize, amount: f32) {
    for column in columns {
        if let Some(sum) = row.get_mut(*column as usize - from) {
            *sum += amount;
        }
    }
}

/// The `most` best partners of every sentence of either text.
pub(crate) fn nearest(left: &Weighted, right: &Weighted, most: usize) -> Both {
    let mut found = Index::of([right]).nearest(left, 0, most);
    found.pop().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_best_are_kept_in_order_and_the_first_of_equals_first() {
        let mut best = Best::new(2, 3);
        for (score, other) in [(0.1, 0), (0.5, 1), (0.5, 2), (0.7, 3), (0.5, 4)] {
            best.enter(1, score, other);
        }
        assert_eq!(best.of(0).count(), 0);
        let of_one: Vec<(f32, usize)> = best.of(1).collect();
        assert_eq!(of_one, [(0.7, 3), (0.5, 1), (0.5, 2)]);
        let mut other = Best::new(2, 3);
        other.enter(1, 0.5, 0);
        other.enter(0, 0.2, 9);
        let joined = best.join(&other);
        assert_eq!(joined.of(0).collect::<Vec<_>>(), [(0.2, 9)]);
        let of_one: Vec<(f32, usize)> = joined.of(1).collect();
        assert_eq!(of_one, [(0.7, 3), (0.5, 0), (0.5, 1)]);
    }
}

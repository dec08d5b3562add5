//! Monotone mode: translations and versions, whose order is the same.
//!
//! Dynamic programming over beads of up to [`MOST`] sentences, in a band that is found coarse to
//! fine, so that time and memory grow with the length of the texts.
//!
//! A bead's score is how far the similarity of its two sides, read as one each, stands above
//! chance and above what the sentences just outside have, less what speaks against it: lengths
//! that do not fit, and sides of many sentences. The weights were fitted on the development part
//! of Text+Berg with two kinds of vectors; similarities are measured in units of what the best
//! partners of that text have, so that they hold for other vectors.
//!
//! Where the words of the sentences are known, a second and a third pass look closely at what is
//! near the path of the one before ([`Close`]), and take from it how the translator works: how
//! often a sentence stands for a sentence, and how long it is then. Their weights were fitted on
//! Text+Berg, Chinese novels, Icelandic pages, a Hungarian magazine and news in Sinhala, Tamil and
//! English.

use crate::Bead;
use crate::band::{Band, Chance, coarse_to_fine, similarities};
use crate::refine::Close;
use crate::track::Track;

/// A bead has at most so many sentences on both sides together.
const MOST: usize = 7;

/// The most sentences on one side.
pub(crate) const SIDE: usize = 6;

/// What counts how much. Similarity above chance is 1 where it is that of a usual match.
#[derive(Clone, Copy)]
struct Cost {
    /// The best similarity to a sentence just outside.
    outside: f32,
    /// The squared logarithm of the ratio of the lengths.
    ratio: f32,
    /// The squared difference of the lengths over their mean, in characters.
    difference: f32,
    /// Each sentence beyond one a side.
    merged: f32,
    /// The power of the mean number of sentences with which similarity counts.
    size: f32,
    /// A sentence without partner.
    skip: f32,
    /// How much more that costs where similarity hardly tells partners from others.
    doubt: f32,
}

const COST: Cost = Cost {
    outside: 0.15,
    ratio: 0.9,
    difference: 0.015,
    merged: 0.2,
    size: 0.25,
    skip: 0.22,
    doubt: 0.12,
};

/// What counts how much where the words were looked at as well: they tell more than the lengths,
/// which a free translation does not keep.
const CLOSE_COST: Cost = Cost {
    outside: 0.15,
    ratio: 0.2,
    difference: 0.004,
    merged: 0.2,
    size: 0.25,
    skip: 0.34,
    doubt: 0.06,
};

/// How much what the words find counts beside the vectors, where it is sure.
const WORDS: f32 = 0.42;

/// How much more each sentence beyond one a side costs, and each that is skipped, for every unit
/// by which the odds of beads of one and one are above the usual.
const HABIT: f32 = 0.05;

/// How much more each sentence beyond one a side costs where similarity says nothing.
const DOUBT_MERGED: f32 = 0.5;

/// Each further sentence of a run that is skipped costs this share of the first: what is left out or
/// put in stands together.
const FURTHER: f32 = 0.8;

/// Where one text has ended, each further sentence of the other costs this share of a skip: news is
/// shortened from the end.
const AT_END: f32 = 0.5;

/// Before anything is aligned, one text is held for at most so many times as long as its
/// translation: what is beyond that is left out in the other.
const LONGER: f32 = 1.6;

/// So many beads of one and one are worth the assumption that both sides are equally long.
const EQUALLY_LONG: f32 = 12.0;

/// A difference counts at most this much, so that one omission inside a passage does not
/// outweigh everything else.
const DIFFERENCE_CAP: f32 = 50.0;

/// The beads of two texts in order; sentences without partner are in none.
pub(crate) fn align(left: &Track, right: &Track) -> Vec<Bead> {
    if left.len() == 0 || right.len() == 0 {
        return Vec::new();
    }
    let band = coarse_to_fine(left, right);
    let total = |track: &Track| track.lengths.iter().sum::<f32>().max(1.0);
    let habits = Habits {
        one_to_one: 0.0,
        scale: (total(left) / total(right)).clamp(1.0 / LONGER, LONGER),
    };
    Table::new(left, right, &band, None, habits).beads()
}

/// The beads again, with a closer look at what is near those of a first alignment.
pub(crate) fn refine(left: &Track, right: &Track, close: &Close, beads: &[Bead]) -> Vec<Bead> {
    let habits = Habits::of(beads, left, right);
    Table::new(left, right, &close.band, Some(close), habits).beads()
}

/// How a translator works, as far as a first alignment tells.
#[derive(Debug, Clone, Copy)]
struct Habits {
    /// The logarithm of the odds that a bead has one sentence a side, above the usual odds.
    one_to_one: f32,
    /// Characters of the first text for one of the second.
    scale: f32,
}

/// The usual share of beads of one and one, worth so many beads.
const USUAL: (f32, f32) = (0.7, 20.0);

impl Habits {
    fn of(beads: &[Bead], left: &Track, right: &Track) -> Self {
        let used: usize = beads.iter().map(|b| b.left.len() + b.right.len()).sum();
        let length = |track: &Track, at: usize| Some(track.lengths.get(at)? + 5.0);
        let ratio = |bead: &Bead| match (bead.left.as_slice(), bead.right.as_slice()) {
            (&[own], &[other]) => Some((length(left, own)? / length(right, other)?).ln()),
            _ => None,
        };
        let mut ratios: Vec<f32> = beads.iter().filter_map(ratio).collect();
        ratios.sort_by(f32::total_cmp);
        let singles = ratios.len() as f32;
        let middle = ratios.get(ratios.len() / 2).copied().unwrap_or(0.0);
        let all = (beads.len() + (left.len() + right.len()).saturating_sub(used)) as f32;
        let (usual, worth) = USUAL;
        let share = (singles + usual * worth) / (all + worth);
        let odds = |share: f32| (share / (1.0 - share)).ln();
        Self {
            one_to_one: (odds(share.min(0.99)) - odds(usual)).clamp(-1.5, 2.5),
            scale: (middle * singles / (singles + EQUALLY_LONG)).exp(),
        }
    }
}

/// What is known of every cell of the band, and of every run of sentences.
struct Table<'a> {
    left: &'a Track,
    right: &'a Track,
    band: &'a Band,
    /// In every row of the band, the running sum of products of the two raw vectors.
    sums: Vec<f32>,
    norms: [Vec<Vec<f32>>; 2],
    lengths: [Vec<f32>; 2],
    /// Characters of the first text for one of the second.
    scale: f32,
    chance: Chance,
    /// The highest similarity there can be.
    highest: f32,
    beads: Vec<Shape>,
    close: Option<&'a Close>,
    cost: Cost,
    /// How much what the words find counts, as a share of similarity.
    mix: f32,
    skip: f32,
}

/// How many sentences a bead has on each side, with what that costs.
struct Shape {
    rows: usize,
    columns: usize,
    /// By how much similarity counts more than in a bead of one and one.
    size: f32,
    merged: f32,
}

fn running(lengths: &[f32]) -> Vec<f32> {
    let mut sums = vec![0.0];
    let mut total = 0.0_f64;
    for length in lengths {
        total += f64::from(*length);
        sums.push(total as f32);
    }
    sums
}

impl<'a> Table<'a> {
    fn new(
        left: &'a Track,
        right: &'a Track,
        band: &'a Band,
        close: Option<&'a Close>,
        habits: Habits,
    ) -> Self {
        let mut sums = similarities(left, right, band);
        let chance = Chance::of(left, right, band, &sums);
        let norms = [left.norms(SIDE), right.norms(SIDE)];
        for (row, &(from, to)) in band.rows.iter().enumerate() {
            let own = norms[0][0].get(row).copied().unwrap_or(0.0);
            let mut sum = 0.0;
            for column in from..to {
                if let Some(at) = band.at(row, column) {
                    sum += sums[at] * own * norms[1][0].get(column).copied().unwrap_or(0.0);
                    sums[at] = sum;
                }
            }
        }
        let lengths = [running(&left.lengths), running(&right.lengths)];
        let sure = close.map_or(chance.sure, |close| chance.sure.max(close.sure));
        let mix = close.map_or(0.0, |close| WORDS * close.sure.sqrt());
        let habit = HABIT * habits.one_to_one;
        let (cost, doubt_merged) = match close {
            Some(_) => (CLOSE_COST, DOUBT_MERGED),
            None => (COST, 0.0),
        };
        let merged = cost.merged + habit + doubt_merged * (1.0 - sure);
        // Where similarity says little, a low one does not speak for an omission.
        let skip = cost.skip + cost.doubt * (1.0 - sure) + habit;
        let highest = (1.0 - chance.mean) / chance.good;
        let highest = close.map_or(highest, |close| {
            highest + mix * ((1.0 - close.chance) / close.good - highest)
        });
        let mut beads = Vec::new();
        for rows in 1..=SIDE {
            let widths = (1..=SIDE).filter(|columns| rows + columns <= MOST);
            beads.extend(widths.map(|columns| Shape {
                rows,
                columns,
                size: ((rows + columns) as f32 / 2.0).powf(cost.size),
                merged: merged * (rows + columns - 2) as f32,
            }));
        }
        Self {
            left,
            right,
            band,
            sums,
            highest,
            close,
            cost,
            mix,
            skip,
            chance,
            scale: habits.scale,
            lengths,
            norms,
            beads,
        }
    }

    /// The summed products of one row with `count` columns from `column` on.
    fn products(&self, row: usize, column: usize, count: usize) -> f32 {
        let Some(&(from, to)) = self.band.rows.get(row) else {
            return 0.0;
        };
        let upto = |end: usize| {
            if end <= from {
                return 0.0;
            }
            let last = (end - 1).min(to.saturating_sub(1));
            self.band
                .at(row, last)
                .and_then(|at| self.sums.get(at).copied())
                .unwrap_or(0.0)
        };
        upto(column + count) - upto(column)
    }

    /// The likeness of two runs of sentences above chance, in units of a usual match.
    fn similarity(&self, row: usize, rows: usize, column: usize, columns: usize) -> f32 {
        let meaning = self.cosine(row, rows, column, columns);
        let found = self
            .close
            .and_then(|close| Some((close, close.covered(row, rows, column, columns)?)));
        let Some((close, covered)) = found else {
            return meaning;
        };
        meaning + self.mix * ((covered - close.chance) / close.good - meaning)
    }

    /// The cosine of two runs of sentences, above chance, in units of a usual match.
    fn cosine(&self, row: usize, rows: usize, column: usize, columns: usize) -> f32 {
        if rows + columns > 2
            && !self.left.joined.is_empty()
            && let Some((own, norm)) = self.left.known(row, rows)
            && let Some((other, other_norm)) = self.right.known(column, columns)
        {
            return self.above_chance(encoder::cosine(own, other), norm * other_norm);
        }
        self.summed_similarity(row, rows, column, columns)
    }

    fn summed_similarity(&self, row: usize, rows: usize, column: usize, columns: usize) -> f32 {
        let product: f32 = (row..row + rows)
            .map(|row| self.products(row, column, columns))
            .sum();
        let norm = self.norm(0, row, rows) * self.norm(1, column, columns);
        self.above_chance(product, norm)
    }

    fn norm(&self, side: usize, first: usize, count: usize) -> f32 {
        let of_count = self.norms.get(side).and_then(|norms| norms.get(count - 1));
        of_count
            .and_then(|norms| norms.get(first).copied())
            .unwrap_or(0.0)
    }

    fn above_chance(&self, product: f32, norm: f32) -> f32 {
        let cosine = if norm > 0.0 { product / norm } else { 0.0 };
        (cosine - self.chance.mean) / self.chance.good
    }

    fn length(&self, side: usize, first: usize, count: usize) -> f32 {
        let sums = &self.lengths[side];
        let at = |place: usize| sums.get(place).copied().unwrap_or(0.0);
        at(first + count) - at(first)
    }

    /// The score of a bead, or nothing where it cannot be above `least`. What is cheap to know is
    /// looked at first: most beads fall by their lengths alone.
    fn score(&self, (row, column): (usize, usize), bead: &Shape, least: f32) -> Option<f32> {
        let (rows, columns) = (bead.rows, bead.columns);
        let a = self.length(0, row, rows);
        let b = self.length(1, column, columns) * self.scale;
        let ratio = ((a + 5.0) / (b + 5.0)).ln();
        let difference = (a - b) * (a - b) / (f32::midpoint(a, b) + 5.0);
        let against = self.cost.ratio * ratio * ratio
            + self.cost.difference * difference.min(DIFFERENCE_CAP)
            + bead.merged;
        if self.highest * bead.size - against <= least {
            return None;
        }
        let inside = self.similarity(row, rows, column, columns);
        if inside * bead.size - against <= least {
            return None;
        }
        let mut outside = 0.0_f32;
        if let Some(before) = column.checked_sub(1) {
            outside = outside.max(self.similarity(row, rows, before, 1));
        }
        if let Some(before) = row.checked_sub(1) {
            outside = outside.max(self.similarity(before, 1, column, columns));
        }
        if column + columns < self.right.len() {
            outside = outside.max(self.similarity(row, rows, column + columns, 1));
        }
        if row + rows < self.left.len() {
            outside = outside.max(self.similarity(row + rows, 1, column, columns));
        }
        let score = (inside - self.cost.outside * outside) * bead.size - against;
        (score > least).then_some(score)
    }

    /// The best way through the band. Cell (row, column) of it stands for a path that has used
    /// that many sentences less one of each text.
    fn beads(&self) -> Vec<Bead> {
        let cells = self.band.cells();
        let mut best = vec![f32::NEG_INFINITY; cells];
        // The best of the paths that end with a sentence of the left or of the right skipped.
        let mut skips = [best.clone(), best.clone()];
        let mut by = vec![0_u8; cells];
        let further = self.skip * FURTHER;
        for (row, &(from, to)) in self.band.rows.iter().enumerate() {
            for column in from..to {
                let Some(here) = self.band.at(row, column) else {
                    continue;
                };
                // The value of having used `rows` and `columns` sentences.
                let of = |best: &[f32], rows: usize, columns: usize| {
                    if rows == 0 || columns == 0 {
                        return match rows + columns {
                            0 => 0.0,
                            used => -self.skip - further * (used - 1) as f32,
                        };
                    }
                    self.band
                        .at(rows - 1, columns - 1)
                        .and_then(|at| best.get(at).copied())
                        .unwrap_or(f32::NEG_INFINITY)
                };
                let value = |rows: usize, columns: usize| of(&best, rows, columns);
                let ended = [column + 1 == self.right.len(), row + 1 == self.left.len()];
                let (mut most, mut choice) = (f32::NEG_INFINITY, SKIP);
                let mut goes_on = 0;
                for (side, (rows, columns)) in [(row, column + 1), (row + 1, column)]
                    .into_iter()
                    .enumerate()
                {
                    let cheap = if ended[side] { AT_END } else { 1.0 };
                    let first = value(rows, columns) - self.skip * cheap;
                    let on = of(&skips[side], rows, columns) - further * cheap;
                    if on > first {
                        goes_on |= GOES_ON << side;
                    }
                    let skipped = first.max(on);
                    skips[side][here] = skipped;
                    if skipped > most {
                        (most, choice) = (skipped, SKIP + side as u8);
                    }
                }
                for (index, bead) in self.beads.iter().enumerate() {
                    let (Some(row), Some(column)) = (
                        (row + 1).checked_sub(bead.rows),
                        (column + 1).checked_sub(bead.columns),
                    ) else {
                        continue;
                    };
                    let before = value(row, column);
                    if before == f32::NEG_INFINITY {
                        continue;
                    }
                    if let Some(score) = self.score((row, column), bead, most - before) {
                        (most, choice) = (before + score, index as u8);
                    }
                }
                best[here] = most;
                by[here] = choice | goes_on;
            }
        }
        self.trace(&by)
    }

    fn trace(&self, by: &[u8]) -> Vec<Bead> {
        let mut beads = Vec::new();
        let (mut row, mut column) = (self.left.len(), self.right.len());
        // Where a run of skips goes on, the choice of the place before does not count.
        let mut running = None;
        while row > 0 && column > 0 {
            let Some(by) = self.band.at(row - 1, column - 1).and_then(|at| by.get(at)) else {
                break;
            };
            let choice = running.unwrap_or(by % GOES_ON);
            running = None;
            if let Some(bead) = self.beads.get(usize::from(choice)) {
                (row, column) = (row - bead.rows, column - bead.columns);
                let similarity = self.similarity(row, bead.rows, column, bead.columns);
                beads.push(Bead {
                    left: (row..row + bead.rows).collect(),
                    right: (column..column + bead.columns).collect(),
                    // Twice a usual match is as sure as a match can be.
                    score: (similarity / 2.0).clamp(0.0, 1.0),
                });
            } else {
                let side = choice - SKIP;
                running = (by & (GOES_ON << side) != 0).then_some(choice);
                if side == 0 {
                    row -= 1;
                } else {
                    column -= 1;
                }
            }
        }
        beads.reverse();
        beads
    }
}

/// A sentence of the left is skipped; one more for the right.
const SKIP: u8 = 62;

/// The skip of the left goes on one that was before; twice that for the right.
const GOES_ON: u8 = 64;

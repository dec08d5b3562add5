//! The part of the table of two texts that a path may cross, and the way through it.

use crate::track::Track;

/// For every row the columns that are looked at.
#[derive(Debug, Clone)]
pub(crate) struct Band {
    /// First column and the column after the last, never going back from row to row.
    pub rows: Vec<(usize, usize)>,
    pub starts: Vec<usize>,
}

impl Band {
    fn of(rows: Vec<(usize, usize)>) -> Self {
        let mut starts = Vec::with_capacity(rows.len() + 1);
        let mut total = 0;
        for (from, to) in &rows {
            starts.push(total);
            total += to - from;
        }
        starts.push(total);
        Self { rows, starts }
    }

    /// Every cell of a table of `rows` × `columns`.
    pub fn full(rows: usize, columns: usize) -> Self {
        Self::of(vec![(0, columns); rows])
    }

    /// The cells within `width` of a path, a list of cells from corner to corner.
    pub fn around(path: &[(usize, usize)], rows: usize, columns: usize, width: usize) -> Self {
        let mut spans = vec![(columns, 0); rows];
        for &(row, column) in path {
            for near in row.saturating_sub(width)..=(row + width).min(rows.saturating_sub(1)) {
                if let Some((from, to)) = spans.get_mut(near) {
                    *from = (*from).min(column.saturating_sub(width));
                    *to = (*to).max((column + width + 1).min(columns));
                }
            }
        }
        let mut reached = 0;
        for (_, to) in &mut spans {
            *to = (*to).max(reached);
            reached = *to;
        }
        let mut first = columns;
        for (from, _) in spans.iter_mut().rev() {
            *from = (*from).min(first);
            first = *from;
        }
        Self::of(spans)
    }

    pub fn cells(&self) -> usize {
        self.starts.last().copied().unwrap_or(0)
    }

    /// Where a cell is kept, if it is in the band.
    pub fn at(&self, row: usize, column: usize) -> Option<usize> {
        let &(from, to) = self.rows.get(row)?;
        (from <= column && column < to).then(|| self.starts.get(row).map(|s| s + column - from))?
    }
}

/// Tables up to this many cells are searched whole.
const WHOLE: usize = 40_000;

/// How far from the coarser path the finer one may lie, in sentences of its own level: a merge of
/// six on one side shifts the path by five, and the coarse path may be off by as much.
const WIDTH: usize = 10;

/// A band around the path of two texts, found coarse to fine: sentences are read in pairs, pairs
/// of pairs and so on until the table is small, and each path is refined one level down.
pub(crate) fn coarse_to_fine(left: &Track, right: &Track) -> Band {
    let (rows, columns) = (left.len(), right.len());
    if rows * columns <= WHOLE {
        return Band::full(rows, columns);
    }
    let (half_left, half_right) = (left.halved(), right.halved());
    let band = coarse_to_fine(&half_left, &half_right);
    let path: Vec<(usize, usize)> = path(&half_left, &half_right, &band)
        .into_iter()
        .map(|(row, column)| (2 * row, 2 * column))
        .collect();
    Band::around(&path, rows, columns, WIDTH)
}

/// How far above chance two passages must be to be matched rather than skipped, as a share of
/// what a good match has.
const SKIP: f32 = 0.15;

/// The best path of matches and skips through a band.
fn path(left: &Track, right: &Track, band: &Band) -> Vec<(usize, usize)> {
    let scores = similarities(left, right, band);
    let chance = Chance::of(left, right, band, &scores);
    let mut best = vec![f32::NEG_INFINITY; band.cells()];
    let mut from = vec![0_u8; band.cells()];
    for (row, &(first, last)) in band.rows.iter().enumerate() {
        for column in first..last {
            let Some(here) = band.at(row, column) else {
                continue;
            };
            let value = |row: Option<usize>, column: Option<usize>| match (row, column) {
                (Some(row), Some(column)) => band
                    .at(row, column)
                    .and_then(|at| best.get(at).copied())
                    .unwrap_or(f32::NEG_INFINITY),
                _ => f32::NEG_INFINITY,
            };
            let (up, back) = (row.checked_sub(1), column.checked_sub(1));
            let score = scores.get(here).copied().unwrap_or(0.0) - chance.mean;
            let diagonal = if row == 0 || column == 0 {
                // The path may begin anywhere on the two edges, at the cost of what is skipped.
                -SKIP * chance.good * (row + column) as f32
            } else {
                value(up, back)
            };
            let moves = [
                diagonal + score,
                value(up, Some(column)) - SKIP * chance.good,
                value(Some(row), back) - SKIP * chance.good,
            ];
            let mut choice = 0;
            for (index, value) in moves.iter().enumerate() {
                if *value > moves[choice] {
                    choice = index;
                }
            }
            best[here] = moves[choice];
            from[here] = choice as u8;
        }
    }
    let mut path = Vec::new();
    let (mut row, mut column) = (left.len().wrapping_sub(1), right.len().wrapping_sub(1));
    while let Some(here) = band.at(row, column) {
        path.push((row, column));
        match from[here] {
            0 if row == 0 || column == 0 => break,
            0 => (row, column) = (row - 1, column - 1),
            1 if row > 0 => row -= 1,
            2 if column > 0 => column -= 1,
            _ => break,
        }
    }
    // The edges that lead to the first cell.
    while row > 0 || column > 0 {
        row = row.saturating_sub(1);
        column = column.saturating_sub(1);
        path.push((row, column));
    }
    path.reverse();
    path
}

/// The cosines of every two sentences in the band.
pub(crate) fn similarities(left: &Track, right: &Track, band: &Band) -> Vec<f32> {
    use rayon::prelude::*;
    let norms = |track: &Track| -> Vec<f32> {
        (0..track.len())
            .map(|at| encoder::cosine(track.vector(at), track.vector(at)).sqrt())
            .collect()
    };
    let (left_norms, right_norms) = (norms(left), norms(right));
    let rows: Vec<Vec<f32>> = band
        .rows
        .par_iter()
        .enumerate()
        .with_min_len(64)
        .map(|(row, &(from, to))| {
            let own = left_norms.get(row).copied().unwrap_or(0.0);
            let cosine = |column: usize| {
                let norm = own * right_norms.get(column).copied().unwrap_or(0.0);
                if norm > 0.0 {
                    encoder::cosine(left.vector(row), right.vector(column)) / norm
                } else {
                    0.0
                }
            };
            (from..to).map(cosine).collect()
        })
        .collect();
    rows.concat()
}

/// What similarities are worth: vectors of different encoders spread differently.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Chance {
    /// The mean cosine of sentences that have nothing to do with each other.
    pub mean: f32,
    /// How far above that the best partner of a sentence usually is.
    pub good: f32,
    /// Whether the best partners stand clear of chance, 0 to 1.
    pub sure: f32,
}

/// So many standard deviations above chance stands the best partner of a sentence where vectors
/// tell partners from others: 4 to 6 with dictionaries and trained encoders, below 2 without.
const CLEAR: f32 = 4.0;

/// So many sentences of each text are drawn, evenly, to learn what chance gives.
const DRAWN: usize = 128;

impl Chance {
    /// What chance gives, from evenly drawn sentences, and what the best partners in the band
    /// usually have.
    pub fn of(left: &Track, right: &Track, band: &Band, scores: &[f32]) -> Self {
        let drawn = |track: &Track| -> Vec<Vec<f32>> {
            let step = (track.len() as f64 / DRAWN as f64).max(1.0);
            (0..track.len().min(DRAWN))
                .map(|at| unit(track.vector((at as f64 * step) as usize)))
                .collect()
        };
        let rights = drawn(right);
        let (mut sum, mut square, mut count) = (0.0_f64, 0.0_f64, 0_u32);
        for own in drawn(left) {
            for other in &rights {
                let cosine = f64::from(encoder::cosine(&own, other));
                sum += cosine;
                square += cosine * cosine;
                count += 1;
            }
        }
        let count = f64::from(count.max(1));
        let mean = sum / count;
        let spread = (square / count - mean * mean).max(0.0).sqrt() as f32;
        let mean = mean as f32;
        let mut best: Vec<f32> = band
            .starts
            .windows(2)
            .filter_map(|ends| scores.get(ends[0]..ends[1]))
            .filter_map(|row| row.iter().copied().max_by(f32::total_cmp))
            .collect();
        let middle = best.len() / 2;
        best.sort_by(f32::total_cmp);
        let good = best.get(middle).copied().unwrap_or(1.0) - mean;
        // Where the best partners hardly stand out of the noise, similarity must not outvote the
        // lengths: its unit grows with how little it tells.
        let clear = (good / spread.max(f32::MIN_POSITIVE)).max(0.1);
        let sure = (clear / CLEAR).min(1.0).powi(4);
        let good = good * (1.0 + 0.7 * (CLEAR / clear).powi(4));
        Self {
            mean,
            // Texts without anything in common still have a scale.
            good: good.max(0.1),
            sure,
        }
    }
}

fn unit(vector: &[f32]) -> Vec<f32> {
    let norm = encoder::cosine(vector, vector).sqrt();
    let scale = if norm > 0.0 { 1.0 / norm } else { 0.0 };
    vector.iter().map(|x| x * scale).collect()
}

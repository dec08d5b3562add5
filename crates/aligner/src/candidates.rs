//! Which sentences of two texts are worth a close look.

use crate::company::company;
use crate::nearest::{Best, nearest};
use crate::parts::Parts;
use crate::rarity::Weighted;
use crate::weigh::{Setting, likely, score};
use rayon::prelude::*;

/// Two sentences that may say the same.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Candidate {
    pub left: usize,
    pub right: usize,
    pub parts: Parts,
}

/// So many best partners of each sentence are looked at closely.
const NEAREST: usize = 6;

/// So many of them are compared word by word.
const CLOSE: usize = 3;

/// In tables of up to so many cells all candidates are.
const SMALL: usize = 1000;

/// Sentences whose vectors lie farther apart are not: they never say the same.
const FAR: f32 = 0.05;

/// A sentence that is near everything is near nothing: so many best others make its background.
const NEIGHBOURS: usize = 3;

/// The usual nearness of the best of several sentences that say something else.
pub(crate) const ELSE: f32 = 0.3;

/// The nearest partners over two texts, with all parts, sorted by place.
pub(crate) fn candidates(left: &Weighted, right: &Weighted) -> Vec<Candidate> {
    let (rows, columns) = nearest(left, right, NEAREST);
    let pairs = pairs(&rows, &columns, |_, _| true);
    let cells = left.sentences.len() * right.sentences.len();
    compare(
        left,
        right,
        pairs,
        if cells <= SMALL { NEAREST } else { CLOSE },
    )
}

/// The pairs of sentences that are among the best of either side, sorted. `wanted` says of each
/// sentence (and whether it stands in the second text) whether its best count.
pub(crate) fn pairs(
    rows: &Best,
    columns: &Best,
    wanted: impl Fn(bool, usize) -> bool,
) -> Vec<(usize, usize)> {
    let mut pairs = Vec::new();
    for (row, best) in rows.all().filter(|(at, _)| wanted(false, *at)) {
        pairs.extend(best.map(|(_, column)| (row, column)));
    }
    for (column, best) in columns.all().filter(|(at, _)| wanted(true, *at)) {
        pairs.extend(best.map(|(_, row)| (row, column)));
    }
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

/// Compares pairs of sentences in all parts; word by word the `most` nearest of either side.
pub(crate) fn compare(
    left: &Weighted,
    right: &Weighted,
    pairs: Vec<(usize, usize)>,
    most: usize,
) -> Vec<Candidate> {
    let mut candidates: Vec<Candidate> = pairs
        .into_par_iter()
        .with_min_len(256)
        .filter_map(|(row, column)| {
            Some(Candidate {
                left: row,
                right: column,
                parts: Parts::between(left.sentences.get(row)?, right.sentences.get(column)?),
            })
        })
        .collect();
    let rows = left.sentences.len();
    let close = set_margins(&mut candidates, rows, right.sentences.len(), most);
    candidates
        .par_iter_mut()
        .zip(close)
        .with_min_len(64)
        .for_each(|(candidate, close)| {
            if let (true, Some(left), Some(right)) = (
                close && candidate.parts.meaning >= FAR,
                left.sentences.get(candidate.left),
                right.sentences.get(candidate.right),
            ) {
                candidate.parts.look_closely(left, right);
            }
        });
    set_company(&mut candidates, left, right);
    candidates
}

/// Says of each candidate in what company it stands.
fn set_company(candidates: &mut [Candidate], left: &Weighted, right: &Weighted) {
    let setting = Setting::of(&left.language, &right.language);
    let pairs: Vec<(usize, usize, f32)> = candidates
        .iter()
        .map(|c| (c.left, c.right, likely(score(&c.parts, setting))))
        .collect();
    let placed = |text: &Weighted| text.sentences.iter().any(|s| s.place.is_some());
    let reports = placed(left) && placed(right);
    for (candidate, company) in candidates.iter_mut().zip(company(&pairs)) {
        if reports {
            candidate.parts.company = company;
        } else {
            candidate.parts.company_lines = company;
        }
    }
}

/// Sets the margins and says of each candidate whether it is among the nearest of either side.
fn set_margins(
    candidates: &mut [Candidate],
    rows: usize,
    columns: usize,
    most: usize,
) -> Vec<bool> {
    let mut of_row = vec![Vec::new(); rows];
    let mut of_column = vec![Vec::new(); columns];
    for candidate in candidates.iter() {
        let nearness = candidate.parts.nearness();
        for (best, at) in [
            (of_row.get_mut(candidate.left), candidate.right),
            (of_column.get_mut(candidate.right), candidate.left),
        ] {
            if let Some(best) = best {
                best.push((nearness, at));
            }
        }
    }
    for best in of_row.iter_mut().chain(&mut of_column) {
        best.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    }
    let mut close = Vec::with_capacity(candidates.len());
    for candidate in candidates {
        let nearness = candidate.parts.nearness();
        let among = |best: Option<&Vec<(f32, usize)>>, own| {
            best.is_some_and(|best| best.iter().take(most).any(|(_, at)| *at == own))
        };
        let against = |best: Option<&Vec<(f32, usize)>>, own| {
            nearness - best.map_or(0.0, |best| background(best, own))
        };
        let (row, column) = (of_row.get(candidate.left), of_column.get(candidate.right));
        candidate.parts.margin_left = against(row, candidate.right);
        candidate.parts.margin_right = against(column, candidate.left);
        close.push(among(row, candidate.right) || among(column, candidate.left));
    }
    close
}

/// The mean of the best scores besides `own`. In a text of few sentences those that are missing
/// count as such that say something else.
fn background(best: &[(f32, usize)], own: usize) -> f32 {
    let others = best.iter().filter(|(_, at)| *at != own).map(|best| best.0);
    let others = others.chain(std::iter::repeat(ELSE));
    others.take(NEIGHBOURS).sum::<f32>() / NEIGHBOURS as f32
}

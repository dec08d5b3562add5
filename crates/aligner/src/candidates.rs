//! Which sentences of two texts are worth a close look.

use crate::company::company;
use crate::lone::Order;
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
    let vocabulary = &left.vocabulary;
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
                candidate.parts.look_closely(left, right, vocabulary);
            }
        });
    set_company(&mut candidates, left, right);
    if let ([lone], [one], [other]) = (&mut *candidates, &*left.sentences, &*right.sentences)
        && left.language == right.language
        && !one.order.is_empty()
        && !other.order.is_empty()
    {
        lone.parts.order = Some(Order::between(&one.order, &other.order));
    }
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
    let nearness: Vec<f32> = candidates.iter().map(|c| c.parts.nearness()).collect();
    let sides = || candidates.iter().zip(&nearness);
    let of_row = Ranked::of(rows, sides().map(|(c, near)| (c.left, *near, c.right)));
    let of_column = Ranked::of(columns, sides().map(|(c, near)| (c.right, *near, c.left)));
    let mut close = Vec::with_capacity(candidates.len());
    for (candidate, nearness) in candidates.iter_mut().zip(nearness) {
        let row = of_row.best(candidate.left);
        let column = of_column.best(candidate.right);
        let among = |best: &[(f32, usize)], own| best.iter().take(most).any(|(_, at)| *at == own);
        candidate.parts.margin_left = nearness - background(row, candidate.right);
        candidate.parts.margin_right = nearness - background(column, candidate.left);
        close.push(among(row, candidate.right) || among(column, candidate.left));
    }
    close
}

/// The partners of every sentence of a text, nearest first.
struct Ranked {
    /// Where those of each sentence begin, and the end.
    starts: Vec<usize>,
    partners: Vec<(f32, usize)>,
}

impl Ranked {
    /// From pairs of a sentence and its partner, each with how near they are.
    fn of(sentences: usize, pairs: impl Iterator<Item = (usize, f32, usize)>) -> Self {
        let mut pairs: Vec<(usize, f32, usize)> = pairs.collect();
        pairs.sort_unstable_by(|a, b| {
            (a.0.cmp(&b.0))
                .then(b.1.total_cmp(&a.1))
                .then(a.2.cmp(&b.2))
        });
        let mut starts = Vec::with_capacity(sentences + 1);
        for (place, (sentence, ..)) in pairs.iter().enumerate() {
            // One that has no partner begins where the next one does.
            starts.resize(starts.len().max(sentence + 1), place);
        }
        starts.resize(sentences + 1, pairs.len());
        Self {
            starts,
            partners: pairs.into_iter().map(|(_, near, at)| (near, at)).collect(),
        }
    }

    fn best(&self, sentence: usize) -> &[(f32, usize)] {
        let place = self.starts.get(sentence).zip(self.starts.get(sentence + 1));
        place
            .and_then(|(from, to)| self.partners.get(*from..*to))
            .unwrap_or_default()
    }
}

/// The mean of the best scores besides `own`. In a text of few sentences those that are missing
/// count as such that say something else.
fn background(best: &[(f32, usize)], own: usize) -> f32 {
    let others = best.iter().filter(|(_, at)| *at != own).map(|best| best.0);
    let others = others.chain(std::iter::repeat(ELSE));
    others.take(NEIGHBOURS).sum::<f32>() / NEIGHBOURS as f32
}

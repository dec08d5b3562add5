//! Candidates over many texts: not every text has what a sentence says, so only the texts that
//! come nearest to it are looked at.

use crate::candidates::{Best, Candidate, compare, nearest, pairs};
use crate::rarity::Weighted;
use rayon::prelude::*;

/// Each sentence is compared closely with so many texts. Up to so many texts are all compared.
pub(crate) const REACH: usize = 24;

/// So many sentences of each such text: the partner and what else there is, for the margins.
const NEAREST: usize = 4;

/// So many of them word by word.
const CLOSE: usize = 2;

/// The candidates of every two texts, in the order of `wanted`.
pub(crate) fn candidates(texts: &[Weighted], wanted: &[(usize, usize)]) -> Vec<Vec<Candidate>> {
    let rough: Vec<(Vec<Best>, Vec<Best>)> = wanted
        .par_iter()
        .map(|&(a, b)| match (texts.get(a), texts.get(b)) {
            (Some(left), Some(right)) => nearest(left, right, NEAREST),
            _ => Default::default(),
        })
        .collect();
    let mut scores: Vec<Vec<Vec<f32>>> = texts
        .iter()
        .map(|text| vec![Vec::new(); text.sentences.len()])
        .collect();
    for (&(a, b), (rows, columns)) in wanted.iter().zip(&rough) {
        for (text, best) in [(a, rows), (b, columns)] {
            let Some(scores) = scores.get_mut(text) else {
                continue;
            };
            for (scores, best) in scores.iter_mut().zip(best) {
                scores.extend(best.first().map(|(score, _)| *score));
            }
        }
    }
    // The score of the last text that is within reach.
    let least = |scores: &mut Vec<f32>| {
        scores.sort_by(|a, b| b.total_cmp(a));
        scores.get(REACH - 1).copied().unwrap_or(f32::NEG_INFINITY)
    };
    let least: Vec<Vec<f32>> = scores
        .iter_mut()
        .map(|text| text.iter_mut().map(least).collect())
        .collect();
    wanted
        .par_iter()
        .zip(rough)
        .map(|(&(a, b), (rows, columns))| {
            let near = |second: bool, at: usize| {
                let (text, best) = if second { (b, &columns) } else { (a, &rows) };
                let least = least.get(text).and_then(|text| text.get(at));
                let score = best.get(at).and_then(|best| best.first());
                score
                    .zip(least)
                    .is_some_and(|((score, _), least)| score >= least)
            };
            match (texts.get(a), texts.get(b)) {
                (Some(left), Some(right)) => {
                    compare(left, right, pairs(&rows, &columns, near), CLOSE)
                }
                _ => Vec::new(),
            }
        })
        .collect()
}

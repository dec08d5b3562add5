//! Candidates over many texts: not every text has what a sentence says, so only the texts that
//! come nearest to it are looked at.

use crate::candidates::{Candidate, compare, pairs};
use crate::nearest::{Both, Index};
use crate::rarity::Weighted;
use rayon::prelude::*;

/// Each sentence is compared closely with so many texts. Up to so many texts are all compared.
pub(crate) const REACH: usize = 24;

/// So many sentences of each such text: the partner and what else there is, for the margins.
const NEAREST: usize = 4;

/// So many of them word by word.
const CLOSE: usize = 2;

/// The candidates of every two texts, in the order of the first and then of the second.
pub(crate) fn candidates(texts: &[Weighted]) -> Vec<Vec<Candidate>> {
    let index = Index::of(texts);
    let rough: Vec<Vec<Both>> = texts
        .par_iter()
        .enumerate()
        .map(|(at, text)| index.nearest(text, at + 1, NEAREST))
        .collect();
    drop(index);
    let mut scores: Vec<Vec<Vec<f32>>> = texts
        .iter()
        .map(|text| vec![Vec::new(); text.sentences.len()])
        .collect();
    for (a, both) in rough.iter().enumerate() {
        for (b, (rows, columns)) in (a + 1..).zip(both) {
            for (text, best) in [(a, rows), (b, columns)] {
                let Some(scores) = scores.get_mut(text) else {
                    continue;
                };
                for (scores, (_, mut best)) in scores.iter_mut().zip(best.all()) {
                    scores.extend(best.next().map(|(score, _)| score));
                }
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
    let within = |(a, b): (usize, usize), (rows, columns): &Both| {
        let near = |second: bool, at: usize| {
            let (text, best) = if second { (b, columns) } else { (a, rows) };
            let least = least.get(text).and_then(|text| text.get(at));
            best.of(at)
                .next()
                .zip(least)
                .is_some_and(|((score, _), least)| score >= *least)
        };
        match (texts.get(a), texts.get(b)) {
            (Some(left), Some(right)) => compare(left, right, pairs(rows, columns, near), CLOSE),
            _ => Vec::new(),
        }
    };
    rough
        .into_par_iter()
        .enumerate()
        .flat_map_iter(|(a, both)| {
            let pairs = (a + 1..).zip(both);
            pairs.map(move |(b, both)| ((a, b), both))
        })
        .map(|(at, both)| within(at, &both))
        .collect()
}

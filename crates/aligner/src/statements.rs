//! Statements over many reports.

use crate::candidates::candidates;
use crate::cluster::{Graph, cluster};
use crate::free::{among, shared};
use crate::rarity::{Rarity, Weighted};
use crate::text::Text;
use crate::weigh::{Setting, probability};
use crate::wide;
use crate::{Comparison, SentenceRef, Statement};
use rayon::prelude::*;

/// Two sentences of one text are near-duplicates where each holds this much of the other.
const DUPLICATE: f32 = 0.8;

/// Two different sentences of one report stand in one statement only where together they come
/// this much nearer to a sentence of another report.
const PARTED: f32 = 0.06;

/// The statements of several texts, in the order of their first sentence.
///
/// The texts must come in an order that does not depend on how the user named them: ties are
/// broken by it.
pub(crate) fn of_texts(texts: &[Text]) -> Vec<Statement> {
    let rarity = Rarity::of(texts);
    let weighted: Vec<Weighted> = texts
        .par_iter()
        .map(|text| Weighted::new(text, &rarity))
        .collect();
    let mut starts = Vec::with_capacity(texts.len());
    let mut graph = Graph::default();
    for (number, text) in texts.iter().enumerate() {
        starts.push(graph.text_of.len());
        graph
            .text_of
            .extend(std::iter::repeat_n(number, text.len()));
    }
    let at = |text: usize, sentence: usize| starts.get(text).map_or(0, |s| s + sentence);
    let pairs: Vec<(usize, usize)> = (0..texts.len())
        .flat_map(|a| (a + 1..texts.len()).map(move |b| (a, b)))
        .collect();
    let wide = texts.len() > wide::REACH;
    let compared = if wide {
        wide::candidates(&weighted, &pairs)
    } else {
        vec![Vec::new(); pairs.len()]
    };
    let found: Vec<_> = pairs
        .par_iter()
        .zip(&compared)
        .map(|(&(a, b), compared)| {
            let (Some(left), Some(right)) = (weighted.get(a), weighted.get(b)) else {
                return (Vec::new(), Vec::new());
            };
            let shared = if wide {
                among(left, right, compared)
            } else {
                shared(left, right)
            };
            let links: Vec<_> = shared
                .links
                .iter()
                .map(|l| (at(a, l.left), at(b, l.right), l.probability))
                .collect();
            let mut siblings = Vec::new();
            for split in shared.splits.iter().filter(|split| split.gain >= PARTED) {
                for (text, pieces) in [(a, &split.left), (b, &split.right)] {
                    for (place, x) in pieces.iter().enumerate() {
                        let later = pieces.iter().skip(place + 1);
                        siblings.extend(later.map(|y| (at(text, *x), at(text, *y))));
                    }
                }
            }
            (links, siblings)
        })
        .collect();
    let twice: Vec<Vec<(usize, usize)>> = weighted.par_iter().map(duplicates).collect();
    for (text, pairs) in twice.into_iter().enumerate() {
        let pairs = pairs.into_iter();
        graph
            .siblings
            .extend(pairs.map(|(x, y)| (at(text, x), at(text, y))));
    }
    if wide {
        graph.reach = Some(wide::REACH);
    }
    for (links, siblings) in found {
        graph.links.extend(links);
        graph.siblings.extend(siblings);
    }
    let locate = |member: usize| {
        let report = graph.text_of.get(member).copied().unwrap_or(0);
        let sentence = member - starts.get(report).copied().unwrap_or(0);
        SentenceRef { report, sentence }
    };
    cluster(&graph)
        .into_iter()
        .map(|(members, score)| Statement {
            sentences: members.into_iter().map(locate).collect(),
            score,
        })
        .collect()
}

/// Sentences of one text that say the same in nearly the same words.
fn duplicates(text: &Weighted) -> Vec<(usize, usize)> {
    candidates(text, text)
        .into_iter()
        .filter(|c| c.left < c.right && c.parts.cover_left.min(c.parts.cover_right) >= DUPLICATE)
        .map(|c| (c.left, c.right))
        .collect()
}

/// All pairs of sentences of different texts that are looked at closely.
pub(crate) fn comparisons(texts: &[Text]) -> Vec<Comparison> {
    let rarity = Rarity::of(texts);
    let weighted: Vec<Weighted> = texts
        .par_iter()
        .map(|text| Weighted::new(text, &rarity))
        .collect();
    let mut all = Vec::new();
    for (a, left) in weighted.iter().enumerate() {
        for (b, right) in weighted.iter().enumerate().skip(a + 1) {
            let setting = Setting::of(&left.language, &right.language);
            all.extend(candidates(left, right).into_iter().map(|c| Comparison {
                left: SentenceRef {
                    report: a,
                    sentence: c.left,
                },
                right: SentenceRef {
                    report: b,
                    sentence: c.right,
                },
                parts: c.parts,
                setting,
                probability: probability(&c.parts, setting),
            }));
        }
    }
    all
}

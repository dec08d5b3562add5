//! Alignments against gold, counted as the field's scorers count them.
//!
//! *Strict*: a bead is right where gold has exactly this bead. *Lax*: a bead is right where it
//! shares a link with gold. Precision counts every bead of the system, those with an empty side
//! included; recall counts the two-sided beads of gold. That is how vecalign's `score.py` counts.
//! *Links*: a bead of m and n sentences is m·n links, and links are compared as sets.

use crate::Measure;
use aligner::Bead;
use std::collections::{BTreeMap, BTreeSet};

/// One document's alignment against gold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Scores {
    /// Whole beads.
    pub strict: Measure,
    /// Beads that share a link.
    pub lax: Measure,
    /// Links.
    pub links: Measure,
}

impl Scores {
    /// Both documents together.
    #[must_use]
    pub fn plus(self, other: Scores) -> Scores {
        let plus = |mut one: Measure, other: Measure| {
            one += other;
            one
        };
        Scores {
            strict: plus(self.strict, other.strict),
            lax: plus(self.lax, other.lax),
            links: plus(self.links, other.links),
        }
    }
}

/// Whether beads with an empty side count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Nulls {
    /// They count for precision, as in vecalign's scorer.
    #[default]
    Counted,
    /// They are left out on both sides, where gold does not annotate them.
    Ignored,
}

/// Scores the beads of one document pair.
pub fn score(gold: &[Bead], system: &[Bead], nulls: Nulls) -> Scores {
    let two_sided = |beads: &[Bead]| -> Vec<Bead> {
        let full = |bead: &&Bead| !bead.left.is_empty() && !bead.right.is_empty();
        beads.iter().filter(full).cloned().collect()
    };
    let (full_gold, full_system) = (two_sided(gold), two_sided(system));
    let (right, right_lax, found) = match nulls {
        Nulls::Counted => confirmed(system, gold),
        Nulls::Ignored => confirmed(&full_system, &full_gold),
    };
    let (met, met_lax, in_gold) = confirmed(&full_gold, &full_system);
    let (links, gold_links) = (links(system), links(gold));
    let shared = links.intersection(&gold_links).count();
    Scores {
        strict: Measure {
            right,
            found,
            recalled: met,
            gold: in_gold,
        },
        lax: Measure {
            right: right_lax,
            found,
            recalled: met_lax,
            gold: in_gold,
        },
        links: Measure {
            right: shared,
            found: links.len(),
            recalled: shared,
            gold: gold_links.len(),
        },
    }
}

/// How many of `beads` the other side has exactly, shares a link with, and how many there are.
fn confirmed(beads: &[Bead], other: &[Bead]) -> (usize, usize, usize) {
    let exact: BTreeSet<(&[usize], &[usize])> = other
        .iter()
        .map(|bead| (&bead.left[..], &bead.right[..]))
        .collect();
    let mut partners: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
    for (left, right) in links(other) {
        partners.entry(left).or_default().insert(right);
    }
    let unique: BTreeSet<(&[usize], &[usize])> = beads
        .iter()
        .map(|bead| (&bead.left[..], &bead.right[..]))
        .filter(|(left, right)| !left.is_empty() || !right.is_empty())
        .collect();
    let (mut strict, mut lax) = (0, 0);
    for bead in &unique {
        let meets = |left: &usize| {
            partners
                .get(left)
                .is_some_and(|rights| bead.1.iter().any(|right| rights.contains(right)))
        };
        let same = exact.contains(bead);
        strict += usize::from(same);
        lax += usize::from(same || bead.0.iter().any(meets));
    }
    (strict, lax, unique.len())
}

fn links(beads: &[Bead]) -> BTreeSet<(usize, usize)> {
    beads
        .iter()
        .flat_map(|bead| {
            let lefts = bead.left.iter();
            lefts.flat_map(|l| bead.right.iter().map(move |r| (*l, *r)))
        })
        .collect()
}

/// An interval that holds 95% of what resampling gives.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Interval {
    /// 2.5% of the samples lie below.
    pub low: f64,
    /// 2.5% lie above.
    pub high: f64,
}

impl Interval {
    /// The interval of resampled values.
    pub(crate) fn of(mut values: Vec<f64>) -> Self {
        values.sort_by(f64::total_cmp);
        let at = |share: f64| {
            let index = (share * values.len() as f64) as usize;
            values.get(index).copied().unwrap_or(0.0)
        };
        Self {
            low: at(0.025),
            high: at(0.975),
        }
    }
}

/// So many samples are drawn: enough for two stable digits of an interval's ends.
const SAMPLES: usize = 2000;

/// A bootstrap interval of F1 over documents, the same on every run.
pub fn interval(documents: &[Measure]) -> Interval {
    Interval::of(
        samples(documents.len())
            .map(|sample| total(documents, &sample).f1())
            .collect(),
    )
}

/// How likely a difference in F1 as large as that of two systems on the same documents is where
/// the systems are equally good: paired bootstrap, two-sided.
pub fn significance(first: &[Measure], second: &[Measure]) -> f64 {
    let whole: Vec<usize> = (0..first.len()).collect();
    let observed = total(first, &whole).f1() - total(second, &whole).f1();
    let mut beyond = 0;
    for sample in samples(first.len()) {
        let difference = total(first, &sample).f1() - total(second, &sample).f1();
        beyond += usize::from((difference - observed).abs() >= observed.abs());
    }
    (beyond + 1) as f64 / (SAMPLES + 1) as f64
}

fn total(documents: &[Measure], sample: &[usize]) -> Measure {
    sample
        .iter()
        .filter_map(|&at| documents.get(at).copied())
        .fold(Measure::default(), |mut all, one| {
            all += one;
            all
        })
}

/// Samples of document numbers with replacement, from a fixed seed.
pub(crate) fn samples(documents: usize) -> impl Iterator<Item = Vec<usize>> {
    // SplitMix64, started at its published increment.
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    let mut draw = move || {
        state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = state;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    };
    (0..SAMPLES).map(move |_| {
        (0..documents)
            .map(|_| (draw() % documents.max(1) as u64) as usize)
            .collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bead(left: &[usize], right: &[usize]) -> Bead {
        Bead {
            left: left.to_vec(),
            right: right.to_vec(),
            score: 1.0,
        }
    }

    #[test]
    fn beads_count_as_in_vecaligns_scorer() {
        let gold = [bead(&[0], &[0]), bead(&[1, 2], &[1]), bead(&[3], &[])];
        let system = [
            bead(&[0], &[0]),
            bead(&[1], &[1]),
            bead(&[2], &[]),
            bead(&[3], &[]),
        ];
        let scores = score(&gold, &system, Nulls::Counted);
        assert_eq!((scores.strict.right, scores.strict.found), (2, 4));
        assert_eq!((scores.strict.recalled, scores.strict.gold), (1, 2));
        assert_eq!((scores.lax.right, scores.lax.recalled), (3, 2));
        assert_eq!(
            (scores.links.right, scores.links.found, scores.links.gold),
            (2, 2, 3)
        );
        let scores = score(&gold, &system, Nulls::Ignored);
        assert_eq!((scores.strict.right, scores.strict.found), (1, 2));
    }

    #[test]
    fn intervals_hold_the_value_and_equal_systems_do_not_differ() {
        let documents: Vec<Measure> = (0..20)
            .map(|i| Measure {
                right: 5 + i % 5,
                found: 10,
                recalled: 5 + i % 5,
                gold: 10,
            })
            .collect();
        let interval = interval(&documents);
        assert!(interval.low < 0.7 && 0.7 < interval.high, "{interval:?}");
        assert!(significance(&documents, &documents) > 0.99);
    }
}

//! Does the encoder see which sentences of one language say the same?

use crate::logistic::area;
use crate::score::Figure;
use encoder::{Encoder, cosine};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// A set of scored pairs: its file, its language, and what of its scores is compared.
struct Set {
    file: &'static str,
    language: &'static str,
    gold: Gold,
}

enum Gold {
    /// Graded: the order of the pairs.
    Order,
    /// From this score on a pair is a paraphrase: how well paraphrases are told from the rest.
    From(f64),
}

impl Gold {
    /// What is measured of the encoder, and of word overlap.
    fn names(&self) -> (&'static str, &'static str) {
        match self {
            Self::Order => ("Spearman", "Spearman of word overlap"),
            Self::From(_) => ("AUC", "AUC of word overlap"),
        }
    }

    /// How well scores follow gold.
    fn quality(&self, gold: &[f64], scores: &[f64]) -> f64 {
        match self {
            Self::Order => spearman(gold, scores),
            Self::From(least) => {
                let rows = gold.iter().zip(scores);
                area(rows.map(|(gold, score)| (gold >= least, *score)).collect())
            }
        }
    }
}

const SETS: &[Set] = &[
    Set {
        file: "sts2012_MSRpar.train.tsv",
        language: "en",
        gold: Gold::Order,
    },
    Set {
        file: "kluests_ko.dev.tsv",
        language: "ko",
        gold: Gold::Order,
    },
    Set {
        file: "msrp_en.val.tsv",
        language: "en",
        gold: Gold::From(1.0),
    },
    Set {
        file: "paraphraser_ru.tsv",
        language: "ru",
        gold: Gold::From(1.0),
    },
];

/// The figures of all sets, the encoder's beside those of weighted word overlap.
pub fn figures(encoder: &dyn Encoder, folder: &Path) -> Vec<Figure> {
    let mut figures = Vec::new();
    for set in SETS {
        let Ok(text) = fs::read_to_string(folder.join(set.file)) else {
            continue;
        };
        let rows: Vec<(f64, &str, &str)> = text.lines().skip(1).filter_map(row).collect();
        let gold: Vec<f64> = rows.iter().map(|r| r.0).collect();
        let near: Vec<f64> = rows
            .iter()
            .map(|(_, a, b)| {
                let encode = |text| encoder.encode(text, set.language);
                f64::from(cosine(&encode(a), &encode(b)))
            })
            .collect();
        let (measure, plain) = set.gold.names();
        let quality = |scores: &[f64]| 100.0 * set.gold.quality(&gold, scores);
        figures.push(Figure::new(set.file, measure, quality(&near)));
        figures.push(Figure::new(set.file, plain, quality(&overlaps(&text))));
    }
    figures
}

fn row(line: &str) -> Option<(f64, &str, &str)> {
    let mut columns = line.split('\t');
    let score = columns.next()?.parse().ok()?;
    Some((score, columns.next()?, columns.next()?))
}

/// The share of words in common, each by how rare it is in the set.
fn overlaps(text: &str) -> Vec<f64> {
    let words = |sentence: &str| -> BTreeSet<String> {
        sentence
            .split(|c: char| !c.is_alphanumeric())
            .filter(|w| !w.is_empty())
            .map(str::to_lowercase)
            .collect()
    };
    let pairs: Vec<_> = text
        .lines()
        .skip(1)
        .filter_map(row)
        .map(|(_, a, b)| (words(a), words(b)))
        .collect();
    let mut counts: BTreeMap<&str, f64> = BTreeMap::new();
    for word in pairs.iter().flat_map(|(a, b)| a.iter().chain(b)) {
        *counts.entry(word).or_default() += 1.0;
    }
    let total = 2.0 * pairs.len() as f64;
    let weigh = |word: &String| (total / counts.get(word.as_str()).unwrap_or(&1.0)).ln();
    pairs
        .iter()
        .map(|(a, b)| {
            let common: f64 = a.intersection(b).map(weigh).sum();
            let all: f64 = a.iter().chain(b).map(weigh).sum();
            2.0 * common / all.max(1e-9)
        })
        .collect()
}

/// Ranks from 1, equal values sharing theirs.
fn ranks(values: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..values.len()).collect();
    order.sort_by(|a, b| values[*a].total_cmp(&values[*b]));
    let mut ranks = vec![0.0; values.len()];
    let mut start = 0;
    while start < order.len() {
        let mut end = start + 1;
        while end < order.len() && values[order[end]] <= values[order[start]] {
            end += 1;
        }
        for i in &order[start..end] {
            ranks[*i] = (start + end + 1) as f64 / 2.0;
        }
        start = end;
    }
    ranks
}

/// The correlation of ranks.
fn spearman(a: &[f64], b: &[f64]) -> f64 {
    let (a, b) = (ranks(a), ranks(b));
    let mean = (a.len() + 1) as f64 / 2.0;
    let with = |x: &[f64], y: &[f64]| -> f64 {
        x.iter().zip(y).map(|(x, y)| (x - mean) * (y - mean)).sum()
    };
    with(&a, &b) / (with(&a, &a) * with(&b, &b)).sqrt().max(1e-9)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranks_are_shared_and_correlated() {
        assert_eq!(ranks(&[3.0, 1.0, 3.0]), [2.5, 1.0, 2.5]);
        assert!((spearman(&[1.0, 2.0, 3.0], &[2.0, 4.0, 8.0]) - 1.0).abs() < 1e-9);
        assert!((area(vec![(true, 0.9), (false, 0.5), (true, 0.1)]) - 0.5).abs() < 1e-9);
    }
}

//! Whether the aligner's probability tells paraphrases in news from sentences that only tell of
//! the same event: pairs taken one by one, as if each were two texts of one sentence.

use crate::logistic::area;
use crate::score::{Data, Figure};
use aligner::{Comparison, Text};
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// The sets: name, files, language.
const SETS: &[(&str, &[&str], &str)] = &[
    ("MSRP", &["msrp_en.train", "msrp_en.val"], "en"),
    ("ParaPhraser", &["paraphraser_ru"], "ru"),
];

/// The area under the curve by the aligner's probability, and by shared words, which is the
/// floor. A pair that is only loosely a paraphrase counts as none, unless named `loose`.
pub fn figures(data: &Data) -> Vec<Figure> {
    let folder = data.shared.join("eval/compare/news_similarity");
    let mut figures = Vec::new();
    for &(name, files, language) in SETS {
        let mut pairs = Vec::new();
        for file in files {
            pairs.extend(read(&folder, file));
        }
        if pairs.is_empty() {
            continue;
        }
        let scores: Vec<(i32, f64, f64)> = pairs
            .par_iter()
            .map(|(label, one, other)| {
                let probability = probability(one, other, language);
                (*label, probability, overlap(one, other))
            })
            .collect();
        let mut add = |name: String, least: i32| {
            let of = |score: fn(&(i32, f64, f64)) -> f64| {
                let rows = scores.iter().map(|row| (row.0 >= least, score(row)));
                100.0 * area(rows.collect())
            };
            figures.push(Figure::new(name.clone(), "AUC", of(|row| row.1)));
            figures.push(Figure::new(name, "AUC of shared words", of(|row| row.2)));
        };
        add(format!("paraphrases {name}"), 1);
        if scores.iter().any(|row| row.0 < 0) {
            add(format!("paraphrases {name}, loose ones too"), 0);
        }
    }
    figures
}

/// The pairs of a file, each with its label.
pub fn read(folder: &Path, file: &str) -> Vec<(i32, String, String)> {
    let lines = fs::read_to_string(folder.join(format!("{file}.tsv"))).unwrap_or_default();
    let lines = lines.lines().skip(1);
    lines
        .filter_map(|line| {
            let mut cells = line.split('\t');
            let label: i32 = cells.next()?.parse().ok()?;
            Some((label, cells.next()?.to_owned(), cells.next()?.to_owned()))
        })
        .collect()
}

/// Compares two sentences, each as a text by itself.
pub fn compare(one: &str, other: &str, language: &str) -> Option<Comparison> {
    let text = |line: &str| Text::of_lines(&[line], language, encoder::builtin());
    let found = aligner::comparisons(&[text(one), text(other)]);
    found.first().copied()
}

fn probability(one: &str, other: &str, language: &str) -> f64 {
    compare(one, other, language).map_or(0.0, |c| f64::from(c.probability))
}

/// The share of both sentences' words that the other has as well.
fn overlap(one: &str, other: &str) -> f64 {
    let words = |text: &str| -> BTreeSet<String> {
        text.to_lowercase()
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .map(str::to_owned)
            .collect()
    };
    let (one, other) = (words(one), words(other));
    let both = one.intersection(&other).count();
    2.0 * both as f64 / (one.len() + other.len()).max(1) as f64
}

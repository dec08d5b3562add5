//! Quantities: values of numbers, units, and the same values on both sides of translations.

use super::{Data, Figure};
use extractor::{Quantity, Value};
use segmenter::{Article, Span};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

mod conventions;
mod corpora;
mod newsquant;
mod numerals;
mod parallel;

/// News annotated with quantities, the worked cases of number recognisers, translated lines.
pub fn suite(data: &Data) -> Option<Vec<Figure>> {
    let root = data.shared.join("eval/extract");
    if !root.exists() {
        return None;
    }
    let mut figures = corpora::figures(data)?;
    figures.extend(newsquant::figures(&root.join("newsquant"), data.errors)?);
    figures.extend(numerals::figures(&root, data.errors)?);
    figures.extend(parallel::figures(data)?);
    Some(figures)
}

/// The quantities of a text in a language, with where they stand.
fn quantities(language: &str, text: &str) -> Vec<(Span, Quantity)> {
    let mut article = Article::new("score", text);
    article.language = Some(language.to_owned());
    article.published = "2020-06-15".parse().ok();
    extractor::extract(&segmenter::segment(article))
        .into_iter()
        .filter_map(|mention| match mention.value {
            Value::Quantity(quantity) => Some((mention.span, quantity)),
            _ => None,
        })
        .collect()
}

/// The values that a quantity states: both ends of a range, the bound of a vague count.
fn values(quantity: &Quantity) -> Vec<f64> {
    let of = |value: rust_decimal::Decimal| value.to_string().parse().unwrap_or(f64::NAN);
    match quantity.value {
        Some(value) => vec![of(value)],
        None => [quantity.low, quantity.high]
            .into_iter()
            .flatten()
            .map(of)
            .collect(),
    }
}

fn near(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-6 * a.abs().max(b.abs()).max(1e-3)
}

/// Hits, found and gold, as precision, recall and F1 need them.
#[derive(Default, Clone, Copy)]
struct Counts {
    hits: usize,
    found: usize,
    gold: usize,
}

impl Counts {
    fn f1(self) -> f64 {
        200.0 * self.hits as f64 / (self.found + self.gold).max(1) as f64
    }

    /// Adds a case; whether all of it was right.
    fn add(&mut self, gold: &[f64], found: &[f64]) -> bool {
        let mut left = found.to_vec();
        let mut hits = 0;
        for value in gold {
            if let Some(at) = left.iter().position(|other| near(*other, *value)) {
                left.swap_remove(at);
                hits += 1;
            }
        }
        self.hits += hits;
        self.found += found.len();
        self.gold += gold.len();
        hits == gold.len() && hits == found.len()
    }
}

fn rows(path: &Path) -> Option<Vec<serde_json::Value>> {
    let text = fs::read_to_string(path).ok()?;
    Some(
        text.lines()
            .filter_map(|line| serde_json::from_str(line).ok())
            .collect(),
    )
}

fn show(set: &str, text: &str, gold: &[f64], found: &[f64]) {
    println!("{set}\t{text}\n    gold {gold:?}\n    read {found:?}");
}

type ByLanguage = BTreeMap<String, Counts>;

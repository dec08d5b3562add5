//! Our own events: every count and measure with its value, bounds, unit, class and wording.

use super::rows;
use crate::score::{Data, Figure};
use extractor::{Approximation, Quantity, Value};
use rust_decimal::Decimal;
use scorer::Measure;
use segmenter::{Article, Span};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;

/// Precision and recall by language. A mention is right where it overlaps one of the gold and
/// says the same: value and bounds, unit, wording, and class where no unit says what is measured
/// and any pack knows the class of the gold (an exchange rate is nothing that is counted).
pub(super) fn figures(data: &Data) -> Option<Vec<Figure>> {
    let mut events: Vec<_> = fs::read_dir(&data.corpora)
        .ok()?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.join("gold").is_dir())
        .collect();
    events.sort();
    let classes: BTreeSet<&str> = lang::codes()
        .filter_map(lang::pack)
        .flat_map(|pack| pack.rows("counted").map(|row| row.key()))
        .collect();
    let mut languages: BTreeMap<String, Measure> = BTreeMap::new();
    for event in events {
        let gold = rows(&event.join("gold/quantities.jsonl"))?;
        let inputs = reader::read(std::slice::from_ref(&event), &reader::Options::default()).inputs;
        for article in inputs.into_iter().map(|input| input.article) {
            let expected = gold
                .iter()
                .filter(|row| row["article"] == article.id.as_str())
                .filter_map(|row| Expected::of(row, &article.text, &classes))
                .collect::<Vec<_>>();
            let language = article.language.clone().unwrap_or_default();
            let measure = languages.entry(language).or_default();
            compare(measure, article, &expected, data.errors);
        }
    }
    let mut all = Measure::default();
    let mut figures = Vec::new();
    for (language, measure) in &languages {
        all += *measure;
        let set = format!("corpora/{language}");
        figures.push(Figure::new(&set, "precision", measure.precision() * 100.0));
        figures.push(Figure::new(set, "recall", measure.recall() * 100.0));
    }
    figures.push(Figure::new(
        "corpora/all",
        "precision",
        all.precision() * 100.0,
    ));
    figures.push(Figure::new("corpora/all", "recall", all.recall() * 100.0));
    Some(figures)
}

/// A quantity of the gold.
struct Expected {
    span: Span,
    value: Option<Decimal>,
    low: Option<Decimal>,
    high: Option<Decimal>,
    unit: Option<String>,
    noun: Option<String>,
    approximation: Approximation,
}

impl Expected {
    fn of(row: &serde_json::Value, text: &str, classes: &BTreeSet<&str>) -> Option<Self> {
        let snippet = row["text"].as_str()?;
        let nth = row["nth"].as_u64().unwrap_or(1) as usize;
        let (start, _) = text.match_indices(snippet).nth(nth.checked_sub(1)?)?;
        let decimal = |name: &str| row[name].as_str().and_then(|value| value.parse().ok());
        let string = |name: &str| row[name].as_str().map(str::to_owned);
        Some(Self {
            span: Span::new(start, start + snippet.len()),
            value: decimal("value"),
            low: decimal("low"),
            high: decimal("high"),
            unit: string("unit"),
            noun: string("noun").filter(|noun| classes.contains(noun.as_str())),
            approximation: match row["approximation"].as_str()? {
                "about" => Approximation::About,
                "at_least" => Approximation::AtLeast,
                "more_than" => Approximation::MoreThan,
                "at_most" => Approximation::AtMost,
                "less_than" => Approximation::LessThan,
                "up_to" => Approximation::UpTo,
                "between" => Approximation::Between,
                _ => Approximation::Exact,
            },
        })
    }

    fn is(&self, span: Span, found: &Quantity) -> bool {
        self.span.overlaps(span)
            && self.value == found.value
            && self.low == found.low
            && self.high == found.high
            && self.unit.as_deref() == found.unit.as_ref().map(|unit| unit.id.as_str())
            && self.approximation == found.approximation
            && (self.unit.is_some() || self.noun.is_none() || self.noun.as_deref() == found.class())
    }
}

fn compare(measure: &mut Measure, article: Article, expected: &[Expected], errors: bool) {
    let document = segmenter::segment(article);
    let found: Vec<(Span, Quantity)> = extractor::extract(&document)
        .into_iter()
        .filter_map(|mention| match mention.value {
            Value::Quantity(quantity) if !quantity.ordinal => Some((mention.span, quantity)),
            _ => None,
        })
        .collect();
    let text = &document.article.text;
    *measure += Measure {
        right: found
            .iter()
            .filter(|(span, other)| expected.iter().any(|gold| gold.is(*span, other)))
            .count(),
        found: found.len(),
        recalled: expected
            .iter()
            .filter(|gold| found.iter().any(|(span, other)| gold.is(*span, other)))
            .count(),
        gold: expected.len(),
    };
    if !errors {
        return;
    }
    let name = format!("corpora {} {}", document.language.code, document.article.id);
    let around = |span: Span| {
        let mut from = span.start.saturating_sub(30);
        let mut to = (span.end + 30).min(text.len());
        while !text.is_char_boundary(from) {
            from -= 1;
        }
        while !text.is_char_boundary(to) {
            to += 1;
        }
        Span::new(from, to).of(text).replace('\n', " ")
    };
    for gold in expected {
        if found.iter().any(|(span, other)| gold.is(*span, other)) {
            continue;
        }
        println!(
            "{name}\n  gold [{}] {:?} {:?} {:?} {:?} {:?} {:?}",
            gold.span.of(text),
            gold.value,
            gold.low,
            gold.high,
            gold.unit,
            gold.noun,
            gold.approximation,
        );
        println!("    in {}", around(gold.span));
        for (span, other) in found.iter().filter(|(span, _)| span.overlaps(gold.span)) {
            println!(
                "  read [{}] {:?} {:?} {:?} {:?} {:?} {:?}",
                span.of(text),
                other.value,
                other.low,
                other.high,
                other.unit.as_ref().map(|unit| &unit.id),
                other
                    .noun
                    .as_ref()
                    .map(|noun| (noun.span.of(text), &noun.class)),
                other.approximation,
            );
        }
    }
    for (span, other) in &found {
        if !expected.iter().any(|gold| gold.span.overlaps(*span)) {
            println!(
                "{name}\n  extra [{}] {:?} in {}",
                span.of(text),
                other.value,
                around(*span)
            );
        }
    }
}

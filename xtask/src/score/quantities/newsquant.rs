//! English news annotated with values and units.

use super::{Counts, near, quantities, rows, show, values};
use crate::score::Figure;
use extractor::Quantity;
use serde_json::Value;
use std::path::Path;

pub(super) fn figures(folder: &Path, errors: bool) -> Option<Vec<Figure>> {
    let mut figures = Vec::new();
    for name in [
        "NewsQuant",
        "currency-model",
        "dimension-model",
        "age-model",
        "temperature-model",
    ] {
        let mut counts = Counts::default();
        let mut units = Counts::default();
        for row in rows(&folder.join(format!("{name}.jsonl")))? {
            let text = row["text"].as_str()?;
            let found = quantities("en", text);
            let found: Vec<_> = found
                .iter()
                .filter(|(_, quantity)| !quantity.ordinal)
                .collect();
            let gold: Vec<(Vec<f64>, &str)> = row["quantities"]
                .as_array()?
                .iter()
                .filter_map(|quantity| {
                    Some((
                        gold_values(&quantity["value"])?,
                        quantity["normalized_unit"].as_str()?,
                    ))
                })
                .collect();
            let right: Vec<f64> = gold.iter().flat_map(|(values, _)| values.clone()).collect();
            let read: Vec<f64> = found
                .iter()
                .flat_map(|(_, quantity)| spread(quantity))
                .collect();
            if !counts.add(&right, &read) && errors {
                show(name, text, &right, &read);
            }
            with_units(&mut units, &gold, &found, text, errors);
        }
        figures.push(Figure::new(name, "value F1", counts.f1()));
        figures.push(Figure::new(name, "value+unit F1", units.f1()));
    }
    Some(figures)
}

/// The annotators give "hundreds" as 100 to 1000.
fn spread(quantity: &Quantity) -> Vec<f64> {
    match (quantity.value, quantity.low, quantity.high) {
        (None, Some(_), None) => values(quantity)
            .iter()
            .flat_map(|low| [*low, low * 10.0])
            .collect(),
        _ => values(quantity),
    }
}

fn gold_values(value: &Value) -> Option<Vec<f64>> {
    let text = value.as_str()?;
    if let Ok(value) = text.parse() {
        return Some(vec![value]);
    }
    let (low, high) = text.split_once('-')?;
    Some(vec![low.trim().parse().ok()?, high.trim().parse().ok()?])
}

fn with_units(
    counts: &mut Counts,
    gold: &[(Vec<f64>, &str)],
    found: &[&(segmenter::Span, Quantity)],
    text: &str,
    errors: bool,
) {
    let mut left: Vec<_> = found.iter().collect();
    counts.gold += gold.len();
    counts.found += found.len();
    for (right, unit) in gold {
        let mut same = left.iter().position(|(_, quantity)| {
            values(quantity)
                .iter()
                .zip(right)
                .all(|(a, b)| near(*a, *b))
                && unit_of(quantity, unit, text)
        });
        if let Some(at) = same.take() {
            left.remove(at);
            counts.hits += 1;
        } else if errors {
            println!("unit\t{unit}\t{right:?}\t{text}");
        }
    }
}

/// Whether a quantity has the unit that the annotators named: by id where it is one, by the
/// words at its place where something is counted.
fn unit_of(quantity: &Quantity, gold: &str, text: &str) -> bool {
    if let Some(unit) = &quantity.unit {
        let id = unit.id.as_str();
        let name = NAMES
            .iter()
            .find(|(ours, _)| *ours == id)
            .map_or(id, |(_, name)| *name);
        let stem = |word: &str| word.trim_end_matches('s').replace('-', " ");
        return stem(gold).starts_with(&stem(name))
            || stem(gold) == stem(unit.span.of(text).to_lowercase().as_str());
    }
    match &quantity.noun {
        None => gold == "-",
        Some(noun) => {
            let words = noun.span.of(text).to_lowercase();
            let head = gold.split(' ').next_back().unwrap_or_default();
            let stem = head.get(..head.len().min(4)).unwrap_or(head);
            // "four times" is a count to the annotators.
            let times = gold == "count" && noun.class.as_deref() == Some("time");
            times || gold != "-" && words.contains(stem)
        }
    }
}

/// Unit ids and the names that the annotators gave them.
const NAMES: &[(&str, &str)] = &[
    ("USD", "dollar"),
    ("EUR", "euro"),
    ("GBP", "pound sterling"),
    ("JPY", "japanese yen"),
    ("CNY", "chinese yuan"),
    ("INR", "indian rupee"),
    ("KRW", "south korean won"),
    ("AUD", "australian dollar"),
    ("CAD", "canadian dollar"),
    ("HKD", "hong kong dollar"),
    ("SGD", "singapore dollar"),
    ("CHF", "swiss franc"),
    ("RUB", "russian ruble"),
    ("BRL", "brazilian real"),
    ("ZAR", "south african rand"),
    ("DKK", "danish krone"),
    ("SEK", "swedish krona"),
    ("NOK", "norwegian krone"),
    ("MYR", "malaysian ringgit"),
    ("ILS", "israeli shekel"),
    ("TRY", "turkish lira"),
    ("NGN", "nigerian naira"),
    ("percent", "percentage"),
    ("kilometer", "kilometre"),
    ("meter", "metre"),
    ("centimeter", "centimetre"),
    ("millimeter", "millimetre"),
    ("nanometer", "nanometre"),
    ("square-kilometer", "square kilometre"),
    ("square-meter", "square metre"),
    ("cubic-meter", "cubic metre"),
    ("liter", "litre"),
    ("milliliter", "millilitre"),
    ("pound", "pound mass"),
    ("kilometer-per-hour", "kilometre per hour"),
    ("mile-per-hour", "mile per hour"),
    ("year-person", "year of age"),
    ("month-person", "month of age"),
    ("week-person", "week of age"),
    ("day-person", "day of age"),
];

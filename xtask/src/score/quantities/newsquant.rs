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
                .flat_map(|(_, quantity)| spread(quantity, &right))
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

/// The annotators give "hundreds" as 100 to 1000 or as 100; ours is open above.
fn spread(quantity: &Quantity, gold: &[f64]) -> Vec<f64> {
    let open = quantity.value.is_none() && quantity.high.is_none();
    let mut all = values(quantity);
    if open {
        let above: Vec<f64> = all.iter().map(|low| low * 10.0).collect();
        all.extend(
            above
                .into_iter()
                .filter(|high| gold.iter().any(|value| near(*value, *high))),
        );
    }
    all
}

fn gold_values(value: &Value) -> Option<Vec<f64>> {
    let text = value.as_str()?;
    if let Ok(value) = text.parse() {
        return Some(vec![value]);
    }
    let (low, high) = text.split_once('-')?;
    Some(vec![low.trim().parse().ok()?, high.trim().parse().ok()?])
}

/// Counts values with their units, one by one as the values alone are counted: a range has two,
/// whether the annotators took it for one quantity or for two.
fn with_units(
    counts: &mut Counts,
    gold: &[(Vec<f64>, &str)],
    found: &[&(segmenter::Span, Quantity)],
    text: &str,
    errors: bool,
) {
    let right: Vec<f64> = gold.iter().flat_map(|(values, _)| values.clone()).collect();
    let mut left: Vec<(f64, &Quantity)> = found
        .iter()
        .flat_map(|(_, quantity)| {
            spread(quantity, &right)
                .into_iter()
                .map(move |value| (value, quantity))
        })
        .collect();
    counts.gold += right.len();
    counts.found += left.len();
    for (values, unit) in gold {
        for right in values {
            let same = left.iter().position(|(value, quantity)| {
                near(*value, *right) && unit_of(quantity, unit, text)
            });
            if let Some(at) = same {
                left.remove(at);
                counts.hits += 1;
            } else if errors {
                println!("unit\t{unit}\t{right:?}\t{text}");
            }
        }
    }
}

/// Whether a quantity has the unit that the annotators named: by id where it is one, by the
/// words at its place where something is counted.
fn unit_of(quantity: &Quantity, gold: &str, text: &str) -> bool {
    let none = gold == "-";
    // One name for one unit: they write "dollar" and "united states dollar", "metre" and "meter".
    let gold = spelling(gold).replace("united state dollar", "dollar");
    // "four times" and "sixfold" are counts to them.
    if let Some(unit) = &quantity.unit {
        let id = unit.id.as_str();
        let words = spelling(unit.span.of(text));
        let mut names = NAMES
            .iter()
            .filter(|(ours, _)| *ours == id)
            .map(|(_, name)| spelling(name))
            .peekable();
        let own = names.peek().is_none().then(|| spelling(id));
        return own
            .into_iter()
            .chain(names)
            .any(|name| gold.starts_with(&name))
            || gold == words
            || gold == "count" && id == "fold";
    }
    match &quantity.noun {
        None => none,
        Some(noun) => {
            let words = noun.span.of(text).to_lowercase();
            let stem = |words: &str| {
                let head = words.split([' ', '-']).next_back().unwrap_or_default();
                head.get(..head.len().min(4)).unwrap_or(head).to_owned()
            };
            let times = gold == "count" && noun.class.as_deref() == Some("time");
            // Their names run on behind the head too: "hot luxury car world".
            times || !none && (words.contains(&stem(&gold)) || gold.contains(&stem(&words)))
        }
    }
}

/// A unit's name in small letters and one spelling, its words in the singular.
fn spelling(name: &str) -> String {
    name.to_lowercase()
        .replace('-', " ")
        .split(' ')
        .map(|word| {
            let word = word.trim_end_matches('s');
            word.strip_suffix("meter")
                .map(|prefix| format!("{prefix}metre"))
                .or_else(|| {
                    word.strip_suffix("liter")
                        .map(|prefix| format!("{prefix}litre"))
                })
                .unwrap_or_else(|| word.to_owned())
        })
        .collect::<Vec<_>>()
        .join(" ")
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
    ("ILS", "shekel"),
    ("NZD", "new zealand dollar"),
    ("MXN", "mexican peso"),
    ("BTC", "bitcoin"),
    ("CRC", "costa rican colón"),
    ("GEL", "georgian lari"),
    ("LAK", "lao kip"),
    ("LKR", "sri lankan rupee"),
    ("NLG", "netherlands guilde"),
    ("TRY", "turkish lira"),
    ("NGN", "nigerian naira"),
    ("percent", "percentage"),
    ("pound", "pound mass"),
    ("tonne", "metric ton"),
    ("pound-foot", "foot pound force"),
    ("pound-foot", "pound foot"),
    ("year-person", "year of age"),
    ("month-person", "month of age"),
    ("week-person", "week of age"),
    ("day-person", "day of age"),
];

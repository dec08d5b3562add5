//! Quantities in plain English, as explanations print them.

use extractor::{Approximation, Quantity};
use rust_decimal::Decimal;

/// The quantity in plain English: "more than 34,000", "4.5%", "20 to 30 kilometers".
pub(crate) fn in_words(quantity: &Quantity) -> String {
    let number = match (quantity.value, quantity.low, quantity.high) {
        (Some(value), _, _) => grouped(value),
        (None, Some(low), Some(high)) => format!("{} to {}", grouped(low), grouped(high)),
        (None, Some(low), None) => format!("at least {}", grouped(low)),
        (None, None, Some(high)) => format!("at most {}", grouped(high)),
        (None, None, None) => return "an unstated number".to_owned(),
    };
    let before = match quantity.approximation {
        _ if quantity.value.is_none() && (quantity.low.is_none() || quantity.high.is_none()) => "",
        Approximation::About => "about ",
        Approximation::AtLeast => "at least ",
        Approximation::MoreThan => "more than ",
        Approximation::AtMost => "at most ",
        Approximation::LessThan => "less than ",
        Approximation::UpTo => "up to ",
        _ => "",
    };
    let one = quantity
        .value
        .is_some_and(|value| value.abs() == Decimal::ONE);
    let unit = quantity.unit.as_ref();
    let unit = unit.map_or(String::new(), |unit| unit_in_words(&unit.id, one));
    format!("{before}{number}{unit}")
}

/// Units whose plural is the same.
const SAME_PLURAL: &[&str] = &[
    "mu",
    "jin",
    "pyeong",
    "dunam",
    "horsepower",
    "hertz",
    "stone",
];

/// Whether a unit is a currency by its code: USD, and no dollar of any country.
pub(super) fn is_code(id: &str) -> bool {
    id.chars().all(|c| c.is_ascii_uppercase())
}

/// A unit as it stands after its number: "%", " kilometers per hour", " USD"; `one` of it or many.
pub fn unit_in_words(id: &str, one: bool) -> String {
    match id {
        "percent" => return "%".to_owned(),
        "permille" => return "‰".to_owned(),
        "fold" => return if one { " time" } else { " times" }.to_owned(),
        "celsius" => return " °C".to_owned(),
        "fahrenheit" => return " °F".to_owned(),
        _ => {}
    }
    let (counted, rest) = match id.split_once("-per-") {
        Some((counted, per)) => (counted, format!(" per {}", per.replace('-', " "))),
        None => match id.strip_suffix("-person") {
            Some(counted) => (counted, " old".to_owned()),
            None => (id, String::new()),
        },
    };
    let words = counted.replace('-', " ");
    let code = is_code(id);
    let words = if one || code || SAME_PLURAL.iter().any(|same| words.ends_with(same)) {
        words
    } else if let Some(stem) = words.strip_suffix("foot") {
        format!("{stem}feet")
    } else if let Some(stem) = words
        .strip_suffix('y')
        .filter(|stem| !stem.ends_with(['a', 'e', 'o']))
    {
        format!("{stem}ies")
    } else if words.ends_with("inch") {
        format!("{words}es")
    } else {
        format!("{words}s")
    };
    format!(" {words}{rest}")
}

/// Digits in groups of three, as the explanations print them; exact.
fn grouped(value: Decimal) -> String {
    if let Some(text) = vulgar(value) {
        return text;
    }
    let text = value.normalize().to_string();
    let (whole, fraction) = text.split_once('.').unwrap_or((text.as_str(), ""));
    let (sign, digits) = whole
        .strip_prefix('-')
        .map_or(("", whole), |digits| ("-", digits));
    let mut out = String::from(sign);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    if !fraction.is_empty() {
        out.push('.');
        out.push_str(fraction);
    }
    out
}

/// A third, a seventh and the like, whose decimals do not end: "1/3", "2/3".
fn vulgar(value: Decimal) -> Option<String> {
    /// More decimals than news prints.
    const ENDLESS: u32 = 20;
    const MOST: u32 = 20;
    if value.normalize().scale() < ENDLESS {
        return None;
    }
    (3..=MOST).find_map(|below| {
        let above = value
            .checked_mul(Decimal::from(below))?
            .round_dp(ENDLESS)
            .normalize();
        (above.scale() == 0).then(|| format!("{above}/{below}"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use extractor::Unit;
    use segmenter::Span;

    #[test]
    fn units_are_counted_in_words() {
        let units = [
            ("9", "hour", "9 hours"),
            ("1", "hour", "1 hour"),
            ("7", "year-person", "7 years old"),
            ("90", "kilometer-per-hour", "90 kilometers per hour"),
            ("2", "square-foot", "2 square feet"),
            ("3", "century", "3 centuries"),
            ("40", "day", "40 days"),
            ("25", "basis-point", "25 basis points"),
            ("-8", "celsius", "-8 °C"),
            ("5", "INR", "5 INR"),
            ("-1234567.50", "meter", "-1,234,567.5 meters"),
        ];
        for (value, id, words) in units {
            let unit = Unit {
                id: id.to_owned(),
                dimension: String::new(),
                span: Span::default(),
            };
            let quantity = Quantity {
                value: value.parse().ok(),
                unit: Some(unit),
                ..Quantity::default()
            };
            assert_eq!(in_words(&quantity), words);
        }
    }
}

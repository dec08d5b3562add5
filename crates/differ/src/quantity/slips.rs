//! Figures that a slip of the pen parts.

use super::{
    Bound, EVERYWHERE, Kinship, are_of_two_units, bound, closeness, currency_code, id,
    is_telling_number, kinship,
};
use extractor::Quantity;
use rust_decimal::Decimal;

/// Whether a slip of the pen parts two figures of one unit or of one thing counted: a point moved by
/// one digit ("0.8", "0.08"), two digits that changed places ("214", "241"), or a million that became
/// a billion.
pub(crate) fn is_slip(a: &Quantity, b: &Quantity) -> bool {
    if is_thousandfold(a, b) {
        return true;
    }
    let measured = a.unit.is_some() && id(a) == id(b);
    // A bound on a count says less than a figure.
    let bounded = |q: &Quantity| matches!(bound(q.approximation), Some(Bound::Low | Bound::High));
    let counted = matches!(kinship(a, b), Kinship::Same) && !bounded(a) && !bounded(b);
    if !measured && !counted {
        return false;
    }
    let (Some(one), Some(other)) = (a.value, b.value) else {
        return false;
    };
    // Two and twenty are met everywhere.
    let least = if measured { Decimal::ZERO } else { EVERYWHERE };
    let moved =
        |less: Decimal, more: Decimal| less > least && less.checked_mul(Decimal::TEN) == Some(more);
    moved(one, other) || moved(other, one) || swaps_digits(one, other)
}

/// Whether two digits that stand side by side changed places.
fn swaps_digits(one: Decimal, other: Decimal) -> bool {
    let (one, other) = (one.normalize().to_string(), other.normalize().to_string());
    let (one, other) = (one.as_bytes(), other.as_bytes());
    let differ: Vec<usize> = (0..one.len().min(other.len()))
        .filter(|&at| one[at] != other[at])
        .collect();
    match differ[..] {
        [first, second] => {
            one.len() == other.len()
                && second == first + 1
                && one[first] == other[second]
                && one[second] == other[first]
        }
        _ => false,
    }
}

/// Smaller numbers are written without a word for their scale.
const MILLION: Decimal = Decimal::from_parts(1_000_000, 0, 0, false, 0);

const THOUSAND: Decimal = Decimal::from_parts(1_000, 0, 0, false, 0);

/// How near a thousandth two amounts come that were converted and rounded besides.
const ROUNDED: f32 = 0.1;

/// Whether one scale stands where the other report has the next: "3.26 million", "3.26 billion"; "200
/// miles", "320 metres". Of one digit alone ("two million", "two billion") only what is measured or
/// counted tells that they are of one thing.
fn is_thousandfold(a: &Quantity, b: &Quantity) -> bool {
    if are_of_two_units(a, b) {
        return (closeness(a, b) * 1000.0 - 1.0).abs() <= ROUNDED;
    }
    let (Some(one), Some(other)) = (a.value, b.value) else {
        return false;
    };
    let (less, more) = (one.min(other), one.max(other));
    let digits = less.normalize().mantissa().to_string();
    let telling = digits.trim_end_matches('0').len() > 1;
    less >= MILLION
        && less.checked_mul(THOUSAND) == Some(more)
        && id(a) == id(b)
        && (telling || a.unit.is_some() || matches!(kinship(a, b), Kinship::Same))
}

/// Currencies that one sign or name may stand for: "$5 million", "100 pounds", "100 kronor".
const OF_ONE_NAME: [&[&str]; 6] = [
    &[
        "ARS", "AUD", "BRL", "CAD", "CLP", "COP", "HKD", "MXN", "NZD", "SGD", "TWD", "USD",
    ],
    &["CNY", "HKD", "JPY", "KRW", "TWD"],
    &["EGP", "GBP", "SYP"],
    &["CZK", "DKK", "ISK", "NOK", "SEK"],
    &["IDR", "INR", "LKR", "NPR", "PKR"],
    &["IQD", "JOD", "KWD", "RSD"],
];

/// Whether two sums are one figure in two currencies that no name confuses: what was converted has
/// another.
pub(crate) fn is_figure_in_two_currencies(a: &Quantity, b: &Quantity) -> bool {
    let (Some(one), Some(other)) = (currency_code(a), currency_code(b)) else {
        return false;
    };
    let confused = |group: &&[&str]| group.contains(&one) && group.contains(&other);
    one != other
        && is_telling_number(a)
        && a.value == b.value
        && a.approximation == b.approximation
        && !OF_ONE_NAME.iter().any(confused)
}

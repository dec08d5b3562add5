//! When two numbers say the same, can both be true, or contradict each other.

use crate::Verdict;
use extractor::{Approximation, Quantity};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive as _;

/// How far "about" reaches at most, as a share of the value: "about 1,000" is not 1,200.
const ABOUT: Decimal = Decimal::from_parts(15, 0, 0, false, 2);

/// From this value on a round number without "about" is taken for a rounding ("1,200" for 1,170);
/// below, 30 means 30.
const ROUNDED_FROM: Decimal = Decimal::ONE_HUNDRED;

/// A bound ("at least 12", "more than 34,000") speaks of counts up to this factor; a report with
/// twice as many dead tells something else, though no logic forbids it.
const BOUND_REACH: Decimal = Decimal::from_parts(15, 0, 0, false, 1);

/// How two quantities of one thing stand to each other. Units of one dimension are converted,
/// currencies are not. Nothing where they cannot be compared: other dimensions, other currencies,
/// no value on a side ("dozens" compares with nothing exactly).
pub fn relation(a: &Quantity, b: &Quantity) -> Option<Verdict> {
    let (factor_a, factor_b) = common_scale(a, b)?;
    let a = Reading::of(a, factor_a)?;
    let b = Reading::of(b, factor_b)?;
    if a.same_as(&b) {
        return Some(Verdict::Agrees);
    }
    let converted = factor_a != factor_b;
    let compatible = a.low <= b.high && b.low <= a.high
        || a.rounds(&b)
        || b.rounds(&a)
        // A converted figure was rounded on the way: "6 miles" is "about 10 km".
        || converted && near(a.middle(), b.middle(), Decimal::new(5, 2));
    Some(if compatible {
        Verdict::Compatible
    } else {
        Verdict::Diverges
    })
}

/// How well two quantities fit each other as answers to the same question: at least
/// [`crate::slots::EQUAL`] for equal ones, nothing where they speak of different things.
pub(crate) fn affinity(a: &Quantity, b: &Quantity) -> Option<f32> {
    let verdict = relation(a, b)?;
    let class = |q: &Quantity| q.noun.as_ref().and_then(|noun| noun.class.clone());
    let (class_a, class_b) = (class(a), class(b));
    let same_class = class_a.is_some() && class_a == class_b;
    if class_a.is_some() && class_b.is_some() && !same_class {
        return None;
    }
    if (a.unit.is_some()) != (b.unit.is_some()) {
        return None;
    }
    let bonus = if same_class { 0.5 } else { 0.0 };
    match verdict {
        Verdict::Agrees => Some(crate::slots::EQUAL + bonus),
        Verdict::Compatible => Some(1.0 + bonus),
        _ => {
            let ratio = closeness(a, b);
            // Without a common noun two far numbers count two things.
            (same_class && ratio > 0.1 || ratio > 0.6).then_some(ratio * 0.5 + bonus)
        }
    }
}

/// The smaller value as a share of the larger, 0 to 1.
pub(crate) fn closeness(a: &Quantity, b: &Quantity) -> f32 {
    let Some((factor_a, factor_b)) = common_scale(a, b) else {
        return 0.0;
    };
    let (Some(a), Some(b)) = (Reading::of(a, factor_a), Reading::of(b, factor_b)) else {
        return 0.0;
    };
    let (small, large) = (a.middle().min(b.middle()), a.middle().max(b.middle()));
    match small.checked_div(large) {
        Some(share) if small > Decimal::ZERO => share.to_f32().unwrap_or(0.0),
        _ => 0.0,
    }
}

/// A quantity as the interval of what its wording allows.
struct Reading {
    low: Decimal,
    high: Decimal,
    /// The printed value, where there is one.
    value: Option<Decimal>,
    /// The place of its last significant digit: 100 for 1,200, 0.1 for 4.5.
    grain: Decimal,
    approximation: Approximation,
}

impl Reading {
    fn of(quantity: &Quantity, factor: Decimal) -> Option<Self> {
        let scale = |value: Decimal| value.checked_mul(factor);
        let value = match quantity.value {
            Some(value) => Some(scale(value)?),
            None => None,
        };
        let grain = quantity.value.map_or(Decimal::ZERO, grain);
        let grain = scale(grain).unwrap_or(grain);
        let low = quantity.low.and_then(scale);
        let high = quantity.high.and_then(scale);
        let (low, high) = match (value, quantity.approximation) {
            (Some(v), Approximation::About) => {
                let reach = (grain / Decimal::TWO).min(v.abs().checked_mul(ABOUT).unwrap_or(grain));
                (v.checked_sub(reach)?, v.checked_add(reach)?)
            }
            (Some(v), Approximation::AtLeast | Approximation::MoreThan) => {
                (v, v.checked_mul(BOUND_REACH).unwrap_or(Decimal::MAX).max(v))
            }
            (Some(v), Approximation::AtMost | Approximation::LessThan | Approximation::UpTo) => (
                v.checked_div(BOUND_REACH).unwrap_or(Decimal::ZERO).min(v),
                v,
            ),
            (Some(v), Approximation::Between) => (low.unwrap_or(v), high.unwrap_or(v)),
            (Some(v), _) => (v, v),
            (None, _) => (low?, high?),
        };
        Some(Self {
            low,
            high,
            value,
            grain,
            approximation: quantity.approximation,
        })
    }

    fn middle(&self) -> Decimal {
        self.value
            .or_else(|| Some(self.low.checked_add(self.high)? / Decimal::TWO))
            .unwrap_or(self.low)
    }

    fn same_as(&self, other: &Self) -> bool {
        match (self.value, other.value) {
            (Some(a), Some(b)) => a == b && side(self.approximation) == side(other.approximation),
            (None, None) => self.low == other.low && self.high == other.high,
            _ => false,
        }
    }

    /// Whether this is the other, rounded: to its last significant digit, up or down.
    fn rounds(&self, other: &Self) -> bool {
        let (Some(round), Some(fine)) = (self.value, other.value) else {
            return false;
        };
        let rounded = round.abs() >= ROUNDED_FROM || self.grain < Decimal::ONE;
        rounded
            && self.grain > other.grain
            // One significant digit says little: "2,000" may stand for 1,900, hardly for 1,600.
            && near(round, fine, Decimal::new(5, 2))
            && fine.checked_sub(round).is_some_and(|gap| gap.abs() < self.grain)
    }
}

/// Wordings that claim the same about the printed value: "more than" and "at least" are told
/// apart by no reader.
fn side(approximation: Approximation) -> u8 {
    match approximation {
        Approximation::About => 1,
        Approximation::AtLeast | Approximation::MoreThan => 2,
        Approximation::AtMost | Approximation::LessThan | Approximation::UpTo => 3,
        Approximation::Between => 4,
        _ => 0,
    }
}

/// Whether two values differ by at most `share` of the larger.
fn near(a: Decimal, b: Decimal, share: Decimal) -> bool {
    let gap = a.checked_sub(b).map(|gap| gap.abs());
    let reach = a.abs().max(b.abs()).checked_mul(share);
    matches!((gap, reach), (Some(gap), Some(reach)) if gap <= reach)
}

/// The place of the last significant digit: 100 for 1,200, 0.1 for 4.5, 1 for 1,139.
fn grain(value: Decimal) -> Decimal {
    let value = value.normalize();
    if value.scale() > 0 {
        return Decimal::new(1, value.scale());
    }
    let mut mantissa = value.mantissa().unsigned_abs();
    let mut grain = Decimal::ONE;
    while mantissa > 0 && mantissa.is_multiple_of(10) {
        mantissa /= 10;
        grain = grain.checked_mul(Decimal::TEN).unwrap_or(grain);
    }
    grain
}

/// The factors that bring both to one unit, or nothing where there is none.
fn common_scale(a: &Quantity, b: &Quantity) -> Option<(Decimal, Decimal)> {
    let (unit_a, unit_b) = match (&a.unit, &b.unit) {
        (None, None) => return Some((Decimal::ONE, Decimal::ONE)),
        (Some(a), Some(b)) => (a, b),
        _ => return None,
    };
    if unit_a.id == unit_b.id {
        return Some((Decimal::ONE, Decimal::ONE));
    }
    if unit_a.dimension != unit_b.dimension {
        return None;
    }
    Some((unit_a.in_base()?, unit_b.in_base()?))
}

/// The quantity in plain English: "more than 34,000", "4.5%", "20 to 30 km".
pub(crate) fn in_words(quantity: &Quantity) -> String {
    let unit = quantity
        .unit
        .as_ref()
        .map_or(String::new(), |unit| match unit.id.as_str() {
            "percent" => "%".to_owned(),
            id => format!(" {}", id.replace('-', " ")),
        });
    let number = match (quantity.value, quantity.low, quantity.high) {
        (Some(value), _, _) => grouped(value),
        (None, Some(low), Some(high)) => format!("{} to {}", grouped(low), grouped(high)),
        (None, Some(low), None) => return format!("at least {}{unit}", grouped(low)),
        (None, None, Some(high)) => return format!("at most {}{unit}", grouped(high)),
        (None, None, None) => return "an unstated number".to_owned(),
    };
    let before = match quantity.approximation {
        Approximation::About => "about ",
        Approximation::AtLeast => "at least ",
        Approximation::MoreThan => "more than ",
        Approximation::AtMost => "at most ",
        Approximation::LessThan => "less than ",
        Approximation::UpTo => "up to ",
        _ => "",
    };
    format!("{before}{number}{unit}")
}

/// Digits in groups of three, as the explanations print them; exact.
fn grouped(value: Decimal) -> String {
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

#[cfg(test)]
mod tests {
    use super::*;
    use extractor::Unit;
    use segmenter::Span;

    fn number(text: &str) -> Quantity {
        let (approximation, digits) = match text.split_once(' ') {
            Some(("about", digits)) => (Approximation::About, digits),
            Some(("least", digits)) => (Approximation::AtLeast, digits),
            Some(("over", digits)) => (Approximation::MoreThan, digits),
            Some(("upto", digits)) => (Approximation::UpTo, digits),
            _ => (Approximation::Exact, text),
        };
        Quantity {
            value: digits.parse().ok(),
            approximation,
            ..Quantity::default()
        }
    }

    fn measured(text: &str, id: &str, dimension: &str) -> Quantity {
        let unit = Unit {
            id: id.into(),
            dimension: dimension.into(),
            span: Span::default(),
        };
        Quantity {
            unit: Some(unit),
            ..number(text)
        }
    }

    #[test]
    fn counts_are_judged_as_an_editor_would() {
        use Verdict::{Agrees, Compatible, Diverges};
        for (a, b, expected) in [
            ("1139", "1139", Agrees),
            ("1139", "1170", Diverges),
            ("about 1139", "1170", Diverges),
            ("about 30", "31", Compatible),
            ("30", "31", Diverges),
            ("least 34535", "over 34000", Compatible),
            ("over 34000", "34535", Compatible),
            ("least 12", "31", Diverges),
            ("1200", "1170", Compatible),
            ("1200", "1139", Diverges),
            ("1200", "1300", Diverges),
            ("4.5", "4.52", Compatible),
            ("6.2", "6.3", Diverges),
            ("2500000", "2500000", Agrees),
            ("about 1000", "1200", Diverges),
            ("upto 300", "280", Compatible),
            ("0", "0", Agrees),
            ("0", "3", Diverges),
        ] {
            assert_eq!(
                relation(&number(a), &number(b)),
                Some(expected),
                "{a} and {b}"
            );
            assert_eq!(
                relation(&number(b), &number(a)),
                Some(expected),
                "{b} and {a}"
            );
        }
    }

    #[test]
    fn units_convert_and_currencies_do_not() {
        let km = measured("10", "kilometer", "length");
        let miles = measured("6.2", "mile", "length");
        assert_eq!(relation(&km, &miles), Some(Verdict::Compatible));
        assert_eq!(
            relation(&km, &measured("10000", "meter", "length")),
            Some(Verdict::Agrees)
        );
        let dollars = measured("10", "USD", "currency");
        assert_eq!(relation(&dollars, &measured("10", "EUR", "currency")), None);
        assert_eq!(
            relation(&dollars, &measured("12", "USD", "currency")),
            Some(Verdict::Diverges)
        );
        assert_eq!(relation(&dollars, &km), None);
    }

    #[test]
    fn extreme_values_do_not_overflow() {
        let largest = Quantity {
            value: Some(Decimal::MAX),
            ..number("least 1")
        };
        assert_eq!(relation(&largest, &number("1")), Some(Verdict::Diverges));
        assert_eq!(in_words(&number("-1234567.50")), "-1,234,567.5");
    }
}

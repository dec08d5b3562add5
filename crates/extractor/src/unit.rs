//! Units of one dimension, converted.

use crate::Unit;
use rust_decimal::Decimal;

impl Unit {
    /// What one of it is in the base unit of its dimension (metre, square metre, litre, gram,
    /// second, watt, joule, metre per second, percentage point). Nothing for currencies, for
    /// temperatures and for units that stand alone.
    ///
    /// Definitions of the international yard and pound, of the SI and of the oil barrel; months
    /// and years are those of the Gregorian calendar on average.
    pub fn in_base(&self) -> Option<Decimal> {
        let (mantissa, scale) = match self.id.as_str() {
            "nanometer" => (1, 9),
            "millimeter" | "milligram" | "milliliter" => (1, 3),
            "centimeter" | "basis-point" => (1, 2),
            "meter" | "square-meter" | "liter" | "gram" | "second" | "watt" | "joule"
            | "meter-per-second" | "percentage-point" => (1, 0),
            "kilometer" | "cubic-meter" | "kilogram" | "kilowatt" | "decare" | "dunam" => {
                (1_000, 0)
            }
            "inch" => (254, 4),
            "foot" => (3_048, 4),
            "yard" => (9_144, 4),
            "mile" => (1_609_344, 3),
            "nautical-mile" => (1_852, 0),
            "hectare" => (10_000, 0),
            "acre" => (40_468_564_224, 7),
            "square-mile" => (2_589_988_110_336, 6),
            "square-foot" => (9_290_304, 8),
            "barrel" => (158_987_294_928, 9),
            "gallon" => (3_785_411_784, 9),
            "cubic-foot" => (28_316_846_592, 9),
            "quintal" => (100_000, 0),
            "square-kilometer" | "ton" | "tonne" | "metric-ton" | "megawatt" => (1_000_000, 0),
            "pound" => (45_359_237, 5),
            "ounce" => (28_349_523_125, 9),
            "minute" => (60, 0),
            "hour" | "watt-hour" => (3_600, 0),
            "day" => (86_400, 0),
            "week" => (604_800, 0),
            "month" => (2_629_746, 0),
            "year" => (31_556_952, 0),
            "decade" => (315_569_520, 0),
            "century" => (3_155_695_200, 0),
            "horsepower" => (73_549_875, 5),
            "gigawatt" => (1_000_000_000, 0),
            "terawatt" => (1_000_000_000_000, 0),
            "kilowatt-hour" => (3_600_000, 0),
            "megawatt-hour" => (3_600_000_000, 0),
            "gigawatt-hour" => (3_600_000_000_000, 0),
            "terawatt-hour" => (3_600_000_000_000_000, 0),
            "kilometer-per-hour" => (277_777_778, 9),
            "mile-per-hour" => (44_704, 5),
            "knot" => (514_444_444, 9),
            _ => return None,
        };
        Some(Decimal::new(mantissa, scale))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use segmenter::Span;

    #[test]
    fn units_of_one_dimension_meet_in_its_base_unit() {
        let one = |id: &str| {
            let unit = Unit {
                id: id.to_owned(),
                dimension: String::new(),
                span: Span::new(0, 0),
            };
            unit.in_base()
        };
        let kilometre = one("kilometer").expect("a length");
        assert_eq!(
            one("meter").map(|m| m * Decimal::from(1000)),
            Some(kilometre)
        );
        assert_eq!(
            one("basis-point").map(|b| b * Decimal::from(25)),
            Some(Decimal::new(25, 2))
        );
        assert_eq!(one("USD"), None);
        assert_eq!(one("percent"), None);
    }
}

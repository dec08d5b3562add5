//! Units that convert into each other: what one is in the base of its measure.

use rust_decimal::Decimal;

/// A measure with the value in its base unit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Scale {
    /// What is measured, finer than the dimension: points of percentage are no percentages.
    pub measure: &'static str,
    factor: Decimal,
    /// Added before the factor: degrees Fahrenheit start elsewhere.
    offset: Decimal,
}

impl Scale {
    /// A value of the unit, in the base unit; nothing where it is too large.
    pub fn value(&self, value: Decimal) -> Option<Decimal> {
        value.checked_add(self.offset)?.checked_mul(self.factor)
    }

    /// A step of the unit, in the base unit.
    pub fn step(&self, step: Decimal) -> Option<Decimal> {
        step.checked_mul(self.factor)
    }
}

/// A value in another unit, by the units' ids in the packs; nothing where they measure other things.
///
/// ```
/// let miles = rust_decimal::Decimal::from(10);
/// let kilometres = extractor::units::converted(miles, "mile", "kilometer").unwrap();
/// assert_eq!(kilometres.to_string(), "16.09344");
/// ```
pub fn converted(value: Decimal, from: &str, to: &str) -> Option<Decimal> {
    let (from, to) = (scale(from)?, scale(to)?);
    if from.measure != to.measure {
        return None;
    }
    let base = from.value(value)?.checked_div(to.factor)?;
    Some(base.checked_sub(to.offset)?.normalize())
}

/// How a unit converts, by its id in the packs; nothing for units that convert into no other.
///
/// Definitions of the SI, the international yard and pound, the nautical mile, the oil barrel. A
/// month is a twelfth of 365.25 days. A ton without a word to it is taken for the metric one; the
/// others differ by less than a report rounds.
pub fn scale(unit: &str) -> Option<Scale> {
    let (measure, mantissa, places) = match unit {
        "nanometer" => ("length", 1, 9),
        "millimeter" => ("length", 1, 3),
        "centimeter" => ("length", 1, 2),
        "meter" => ("length", 1, 0),
        "kilometer" => ("length", 1_000, 0),
        "inch" => ("length", 254, 4),
        "foot" => ("length", 3_048, 4),
        "yard" => ("length", 9_144, 4),
        "mile" => ("length", 1_609_344, 3),
        "nautical-mile" => ("length", 1_852, 0),
        "square-meter" => ("area", 1, 0),
        "decare" | "dunam" => ("area", 1_000, 0),
        "hectare" => ("area", 10_000, 0),
        "square-kilometer" => ("area", 1_000_000, 0),
        "acre" => ("area", 40_468_564_224, 7),
        "square-mile" => ("area", 2_589_988_110_336, 6),
        "square-foot" => ("area", 9_290_304, 8),
        "mu" => ("area", 6_666_667, 4),
        "pyeong" => ("area", 33_058, 4),
        "milligram" => ("mass", 1, 3),
        "gram" => ("mass", 1, 0),
        "kilogram" => ("mass", 1_000, 0),
        "jin" => ("mass", 500, 0),
        "quintal" => ("mass", 100_000, 0),
        "ton" | "tonne" => ("mass", 1_000_000, 0),
        "pound" => ("mass", 45_359_237, 5),
        "ounce" => ("mass", 28_349_523_125, 9),
        "stone" => ("mass", 635_029_318, 5),
        "milliliter" => ("volume", 1, 3),
        "liter" => ("volume", 1, 0),
        "cubic-meter" => ("volume", 1_000, 0),
        "cubic-foot" => ("volume", 28_316_846_592, 9),
        "gallon" => ("volume", 3_785_411_784, 9),
        "barrel" => ("volume", 158_987_294_928, 9),
        "second" => ("duration", 1, 0),
        "minute" => ("duration", 60, 0),
        "hour" => ("duration", 3_600, 0),
        "day" => ("duration", 86_400, 0),
        "week" => ("duration", 604_800, 0),
        "month" => ("duration", 2_629_800, 0),
        "year" => ("duration", 31_557_600, 0),
        "decade" => ("duration", 315_576_000, 0),
        "century" => ("duration", 3_155_760_000, 0),
        "day-person" => ("age", 1, 0),
        "week-person" => ("age", 7, 0),
        "month-person" => ("age", 304_375, 4),
        "year-person" => ("age", 36_525, 2),
        "meter-per-second" => ("speed", 1, 0),
        "kilometer-per-second" => ("speed", 1_000, 0),
        "kilometer-per-hour" => ("speed", 2_777_777_778, 10),
        "mile-per-hour" => ("speed", 44_704, 5),
        "knot" => ("speed", 5_144_444_444, 10),
        "permille" => ("share", 1, 1),
        "percent" => ("share", 1, 0),
        "tenth" => ("share", 10, 0),
        "percentage-point" => ("points", 1, 0),
        "basis-point" => ("points", 1, 2),
        "watt" => ("power", 1, 0),
        "kilowatt" => ("power", 1_000, 0),
        "megawatt" => ("power", 1_000_000, 0),
        "gigawatt" => ("power", 1_000_000_000, 0),
        "terawatt" => ("power", 1_000_000_000_000, 0),
        "horsepower" => ("power", 73_549_875, 5),
        "watt-hour" => ("energy", 1, 0),
        "kilowatt-hour" => ("energy", 1_000, 0),
        "megawatt-hour" => ("energy", 1_000_000, 0),
        "gigawatt-hour" => ("energy", 1_000_000_000, 0),
        "terawatt-hour" => ("energy", 1_000_000_000_000, 0),
        "celsius" | "degree" => ("temperature", 1, 0),
        "fahrenheit" => ("temperature", 5_555_555_556, 10),
        _ => return None,
    };
    Some(Scale {
        measure,
        factor: Decimal::new(mantissa, places),
        offset: if unit == "fahrenheit" {
            Decimal::from(-32)
        } else {
            Decimal::ZERO
        },
    })
}

/// The scale of a bare fraction ("a fifth of"): a hundred times as many percent.
pub fn fraction() -> Scale {
    Scale {
        measure: "share",
        factor: Decimal::ONE_HUNDRED,
        offset: Decimal::ZERO,
    }
}

/// The scale that changes nothing, for quantities in one unit.
pub fn plain() -> Scale {
    Scale {
        measure: "",
        factor: Decimal::ONE,
        offset: Decimal::ZERO,
    }
}

//! What the wording of a quantity allows.

use extractor::units::Scale;
use extractor::{Approximation, Quantity};
use rust_decimal::Decimal;

/// How far "about" reaches at most, as a share of the value: "about 40" may be 45; where there are more
/// digits to choose from less far: "about 30,000" is not 35,000.
const ABOUT: Decimal = Decimal::from_parts(15, 0, 0, false, 2);
const ABOUT_MANY: Decimal = Decimal::from_parts(1, 0, 0, false, 1);

/// How far rounding moves a converted figure at most: 300 kilometers are "200 miles", 360 are not. One
/// that is told as rounded goes a little further: 12 nautical miles are "about 20 kilometers".
const CONVERTED: Decimal = Decimal::from_parts(1, 0, 0, false, 1);
const CONVERTED_ABOUT: Decimal = Decimal::from_parts(12, 0, 0, false, 2);

/// From this value on a round number without "about" is taken for a rounding ("1,200" for 1,170);
/// below, 30 means 30.
const ROUNDED_FROM: Decimal = Decimal::ONE_HUNDRED;

/// A bound ("at least 12", "more than 34,000") speaks of counts up to this factor; a report with
/// twice as many dead tells something else, though no logic forbids it.
const BOUND_REACH: Decimal = Decimal::from_parts(15, 0, 0, false, 1);

/// A quantity as the interval of what its wording allows.
pub(super) struct Reading {
    low: Decimal,
    high: Decimal,
    /// The printed value, where there is one.
    value: Option<Decimal>,
    /// The place of its last significant digit: 100 for 1,200, 0.1 for 4.5.
    grain: Decimal,
    approximation: Approximation,
}

impl Reading {
    pub(super) fn of(quantity: &Quantity, scale: Scale) -> Option<Self> {
        let value = match quantity.value {
            Some(value) => Some(scale.value(value)?),
            None => None,
        };
        let grain = quantity.value.map_or(Decimal::ZERO, grain);
        let grain = scale.step(grain).unwrap_or(grain);
        let low = quantity.low.and_then(|low| scale.value(low));
        let high = quantity.high.and_then(|high| scale.value(high));
        let (low, high) = match (value, quantity.approximation) {
            (Some(v), Approximation::About) => {
                let half = half_step(quantity).and_then(|half| scale.step(half));
                let half = half.unwrap_or(grain / Decimal::TWO);
                let about = if v.abs() >= ROUNDED_FROM {
                    ABOUT_MANY
                } else {
                    ABOUT
                };
                let share =
                    |of: Decimal| of.checked_mul(about).map_or(half, |reach| half.min(reach));
                // As far as what would reach down to it: about 12 are 14, as 14 less 15 % are 12.
                let above = v.abs().checked_div(Decimal::ONE - about).unwrap_or(v.abs());
                (v.checked_sub(share(v.abs()))?, v.checked_add(share(above))?)
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
            (None, _) => {
                let low = low?;
                // "Dozens" are less than ten dozen, "hundreds of thousands" less than a million.
                let open = || low.checked_mul(Decimal::TEN).unwrap_or(Decimal::MAX);
                (low, high.unwrap_or_else(open))
            }
        };
        Some(Self {
            low,
            high,
            value,
            grain,
            approximation: quantity.approximation,
        })
    }

    /// Whether what the one allows reaches into what the other does.
    pub(super) fn reaches(&self, other: &Self) -> bool {
        self.low <= other.high && other.low <= self.high
    }

    /// Whether one number may be both. Of two wordings of one kind each gives its own figure, though
    /// some number would do for both ("more than 40", "more than 50"; "70 to 90", "80 to 90"), but
    /// for what one of them cuts off: "more than 2,000", "more than 2,300".
    pub(super) fn may_hold(&self, other: &Self) -> bool {
        let meet = self.reaches(other);
        let own = bound(self.approximation);
        let gap = other.middle().checked_sub(self.middle());
        let gap = gap.unwrap_or(Decimal::MAX);
        if !meet || own != bound(other.approximation) || self.value.is_some() && gap.is_zero() {
            return meet;
        }
        // The larger is cut down to the smaller one's last digit, or the smaller one up.
        let cuts = |of: &Self, by: &Self, gap: Decimal| {
            gap > Decimal::ZERO && of.grain > by.grain && gap < of.grain
        };
        match own {
            Some(Bound::About) => {
                self.grain != other.grain
                    || gap.abs() < self.grain
                    || near(self.middle(), other.middle(), Decimal::new(5, 2))
            }
            Some(Bound::Low) => cuts(self, other, gap) || cuts(other, self, -gap),
            Some(Bound::High) => cuts(self, other, -gap) || cuts(other, self, gap),
            Some(Bound::Between) => self.low == other.low && self.high == other.high,
            None => meet,
        }
    }

    pub(super) fn middle(&self) -> Decimal {
        self.value
            .or_else(|| Some(self.low.checked_add(self.high)? / Decimal::TWO))
            .unwrap_or(self.low)
    }

    /// Whether the other, converted and rounded to this one's last significant digit, is this.
    pub(super) fn meets(&self, other: &Self) -> bool {
        let gap = self.middle().checked_sub(other.middle());
        let reach = if self.approximation == Approximation::About {
            CONVERTED_ABOUT
        } else {
            CONVERTED
        };
        gap.is_some_and(|gap| gap.abs() * Decimal::TWO <= self.grain)
            && near(self.middle(), other.middle(), reach)
    }

    pub(super) fn same_as(&self, other: &Self) -> bool {
        match (self.value, other.value) {
            (Some(a), Some(b)) => a == b && side(self.approximation) == side(other.approximation),
            (None, None) => self.low == other.low && self.high == other.high,
            _ => false,
        }
    }

    /// Whether this is the other, rounded: to its last significant digit, up or down.
    pub(super) fn rounds(&self, other: &Self) -> bool {
        let (Some(round), Some(fine)) = (self.value, other.value) else {
            return false;
        };
        let gap = fine.checked_sub(round).map_or(round.abs(), |gap| gap.abs());
        // One significant digit says little: "2,000" may stand for 1,900, hardly for 1,600.
        if self.grain <= other.grain || !near(round, fine, Decimal::new(5, 2)) {
            return false;
        }
        // "47 percent" for 46.7: to the nearest whole.
        let whole = self.grain == Decimal::ONE && gap * Decimal::TWO <= Decimal::ONE;
        let rounded = round.abs() >= ROUNDED_FROM || self.grain < Decimal::ONE;
        whole || rounded && gap < self.grain
    }
}

/// Half the step that "about" rounds a value to: tens to their last digit, 45 to fives, a dozen to what
/// is not worth counting.
fn half_step(quantity: &Quantity) -> Option<Decimal> {
    const FIVE: Decimal = Decimal::from_parts(5, 0, 0, false, 0);
    const DOZEN: Decimal = Decimal::from_parts(12, 0, 0, false, 0);
    let value = quantity.value?;
    let odd_five = (value % FIVE).is_zero() && !(value % Decimal::TEN).is_zero();
    (odd_five || value == DOZEN).then_some(FIVE / Decimal::TWO)
}

/// What a wording says of the printed value.
#[derive(PartialEq, Eq)]
pub(super) enum Bound {
    About,
    Low,
    High,
    Between,
}

pub(super) fn bound(approximation: Approximation) -> Option<Bound> {
    match approximation {
        Approximation::About => Some(Bound::About),
        Approximation::AtLeast | Approximation::MoreThan => Some(Bound::Low),
        Approximation::AtMost | Approximation::LessThan | Approximation::UpTo => Some(Bound::High),
        Approximation::Between => Some(Bound::Between),
        _ => None,
    }
}

/// Wordings that claim the same about the printed value.
fn side(approximation: Approximation) -> u8 {
    match approximation {
        Approximation::About => 1,
        Approximation::AtLeast => 2,
        Approximation::MoreThan => 3,
        Approximation::AtMost | Approximation::UpTo => 4,
        Approximation::LessThan => 5,
        Approximation::Between => 6,
        _ => 0,
    }
}

/// Whether two values differ by at most `share` of the larger.
pub(super) fn near(a: Decimal, b: Decimal, share: Decimal) -> bool {
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

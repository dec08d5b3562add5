//! Adding up the parts of a number: what is smaller adds, a scale multiplies what is smaller
//! before it.

use super::lexicon::{NumberWord, Role};
use lang::Numeration;
use rust_decimal::Decimal;

/// A part of a number: "two hundred thousand" of "two hundred thousand and five".
#[derive(Debug, Clone, Copy)]
struct Part {
    value: Decimal,
    /// Only what is smaller can be added.
    place: Decimal,
}

/// A number as far as it was read.
#[derive(Debug, Clone)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "properties that hold or not, each on its own"
)]
pub(super) struct Sum {
    parts: Vec<Part>,
    rules: Numeration,
    /// A connector was read and waits for what it joins.
    pub joined: bool,
    /// "hundreds of": a count with a lower bound only.
    pub vague: bool,
    /// "500余万": more than the value.
    pub more: bool,
    pub ordinal: bool,
    /// Holds only words that count nothing without a unit or noun.
    pub weak: bool,
    /// Nothing can follow.
    closed: bool,
    /// The scale that was read last.
    scale: Option<Decimal>,
    /// How many digits in a row were read, as words.
    row: usize,
    /// A fraction that waits for the number it is added to.
    plus: Option<Decimal>,
    /// The denominator that was read, where it comes first.
    under: Option<Decimal>,
    /// The last part was a fraction of this scale: "two million and a half (million)".
    halved: Option<Decimal>,
    /// A zero was read after a scale: what follows is not elliptic.
    gap: bool,
    /// Digits in print were read.
    printed: bool,
    /// By how much the lower end of two numbers in a row is less: "二三十".
    less: Option<Decimal>,
}

impl Sum {
    pub fn new(rules: Numeration) -> Self {
        Self {
            parts: Vec::new(),
            rules,
            joined: false,
            vague: false,
            more: false,
            ordinal: false,
            weak: false,
            closed: false,
            scale: None,
            row: 0,
            plus: None,
            under: None,
            halved: None,
            gap: false,
            printed: false,
            less: None,
        }
    }

    pub fn is_empty(&self) -> bool {
        self.parts.is_empty()
    }

    /// Whether what was read could end here.
    pub fn is_whole(&self) -> bool {
        !self.parts.is_empty() && !self.joined && self.plus.is_none()
    }

    /// The value, where it fits a decimal.
    pub fn value(&self) -> Option<Decimal> {
        let mut total = Decimal::ZERO;
        for part in &self.parts {
            total = total.checked_add(part.value)?;
        }
        if self.rules.elliptic
            && !self.gap
            && self.row == 1
            && let [.., before, last] = self.parts.as_slice()
            && before.place >= Decimal::ONE_HUNDRED
        {
            let lower = last
                .value
                .checked_mul(before.place)?
                .checked_div(Decimal::TEN)?;
            total = total.checked_sub(last.value)?.checked_add(lower)?;
        }
        if let Some(under) = self.under {
            total = total.checked_div(under)?;
        }
        Some(total.normalize())
    }

    /// Two numbers in a row, the second one more: 20 and 30 of "二三十", 7 and 8 of "七八".
    pub fn row(&self) -> Option<(Decimal, Decimal)> {
        let less = self.less.filter(|_| self.under.is_none())?;
        let [only] = self.parts.as_slice() else {
            return None;
        };
        if self.row == 2 {
            let low = (only.value / Decimal::TEN).floor();
            return Some((low, low + Decimal::ONE));
        }
        (self.row == 0).then(|| Some((only.value.checked_sub(less)?, only.value)))?
    }

    /// The scale that the number ends in.
    pub fn scale(&self) -> Option<Decimal> {
        self.scale.filter(|scale| *scale >= Decimal::ONE_THOUSAND)
    }

    /// Whether digits may be what is left of a number that ends in a scale: "58 тыс. 300",
    /// "1 million 250,000". Those far below the scale count something else.
    pub fn leaves(&self, value: Decimal) -> bool {
        let place = self.parts.last().map_or(Decimal::ZERO, |last| last.place);
        let least = if place == Decimal::ONE_THOUSAND {
            Decimal::TEN
        } else {
            Decimal::ONE_THOUSAND
        };
        place >= Decimal::ONE_THOUSAND && value >= least && value < place
    }

    /// Whether words for a small number stand behind millions in digits: "$125 million three years
    /// ago". Who prints digits spells no rest out.
    pub fn runs_on(&self) -> bool {
        self.printed
            && !self.rules.positional
            && matches!(self.parts.as_slice(), [.., before, last]
                if before.place >= Decimal::from(1_000_000) && last.value < Decimal::ONE_THOUSAND)
    }

    /// Whether the number so far holds digits in print.
    pub fn is_printed(&self) -> bool {
        self.printed
    }

    /// Takes a number in digits, or refuses it.
    pub fn literal(&mut self, value: Decimal) -> bool {
        let fits = self.parts.last().is_none_or(|last| value < last.place);
        // "3 hundred and 21", "treinta y 3"
        let joins = self.parts.last().is_some_and(|last| {
            value.fract().is_zero()
                && (last.place == Decimal::ONE_HUNDRED
                    || last.place == Decimal::TEN && self.rules.join_tens
                    || last.place >= Decimal::ONE_THOUSAND && self.rules.join_digits)
        });
        if self.closed || !fits || self.joined && !joins {
            return false;
        }
        self.joined = false;
        self.printed = true;
        self.parts.push(Part {
            value,
            place: Decimal::ZERO,
        });
        self.row = 0;
        self.scale = None;
        self.weak = false;
        true
    }

    /// Takes a number word, or refuses it.
    pub fn word(&mut self, word: NumberWord) -> bool {
        if self.completes_ordinal(word) {
            return true;
        }
        if self.closed {
            return false;
        }
        if word.and {
            self.joined = !self.parts.is_empty();
        }
        match word.role {
            Role::Add => self.add(word.value, false),
            Role::Weak | Role::Part | Role::Sole => self.add(word.value, true),
            Role::Twenties => self.twenties(word.value),
            Role::Ordinal => {
                // "$280 million first mortgage notes"
                if self.printed {
                    return false;
                }
                let taken = self.add(word.value, false);
                self.ordinal = taken;
                self.closed = taken;
                taken
            }
            Role::Scale | Role::Short => self.multiply(word.value),
            Role::Inner => !self.is_empty() && self.multiply(word.value),
            Role::Plural => self.plural(word.value),
            Role::Vague => {
                let taken = if self.is_empty() {
                    self.add(word.value, false)
                } else {
                    word.value > Decimal::ONE && self.multiply(word.value)
                };
                self.vague = taken;
                taken
            }
            Role::Article => {
                let fits = self.is_empty() || self.joined && self.rules.join_tens;
                fits && self.add(word.value, true)
            }
            Role::Half => self.half(word.value),
            Role::Plus => {
                self.plus = Some(word.value);
                self.is_empty()
            }
            Role::Denominator => self.divide(word.value),
            Role::Ratio => {
                let under = self.value();
                let taken = self.is_whole() && under.is_some_and(|under| !under.is_zero());
                *self = Self {
                    under,
                    ..Self::new(self.rules)
                };
                taken
            }
            Role::And => {
                let taken = self.is_whole() && !self.vague;
                self.joined = true;
                taken
            }
            Role::Of => self.vague,
            _ => false,
        }
    }

    /// Takes the tens of an ordinal whose units stand first: "الثالث (والستون)".
    fn completes_ordinal(&mut self, word: NumberWord) -> bool {
        let tens = word.value >= Decimal::from(20) && word.value < Decimal::ONE_HUNDRED;
        let joins = word.and && word.definite && word.role == Role::Add && tens;
        let [only] = self.parts.as_mut_slice() else {
            return false;
        };
        let fits = self.ordinal && self.rules.units_first && only.value < Decimal::TEN;
        if joins && fits {
            only.value += word.value;
        }
        joins && fits
    }

    fn add(&mut self, value: Decimal, weak: bool) -> bool {
        let value = value + self.plus.take().unwrap_or_default();
        let digit = value < Decimal::TEN && value.fract().is_zero();
        let earlier = self.parts.len().saturating_sub(1);
        let Some(last) = self.parts.last_mut() else {
            let place = place(value);
            self.parts.push(Part { value, place });
            self.row = usize::from(digit);
            // A dual or joined form of a scale: "مليونان", "seribu".
            self.scale = (place >= Decimal::ONE_THOUSAND).then_some(place);
            self.weak = weak && self.under.is_none();
            return true;
        };
        if value.is_zero() && self.scale.is_some() {
            self.gap = true;
            return true;
        }
        if self.rules.positional
            && earlier == 0
            && self.row > 0
            && digit
            && !self.joined
            && self.row < 20
        {
            // "二三十", "七八万": two to three, and no 23.
            self.less =
                (self.row == 1 && value - last.value == Decimal::ONE && !last.value.is_zero())
                    .then_some(Decimal::ONE);
            last.value = last.value * Decimal::TEN + value;
            last.place = Decimal::ONE;
            self.row += 1;
            self.weak = self.weak && self.row < 4;
            return true;
        }
        let tens = value >= Decimal::from(20) && value < Decimal::ONE_HUNDRED;
        if self.rules.units_first
            && self.joined
            && tens
            && last.value < Decimal::TEN
            && last.value >= Decimal::ONE
            && last.place <= Decimal::ONE
        {
            last.value += value;
            self.joined = false;
            self.row = 0;
            self.weak = false;
            return true;
        }
        let fits = value < last.place && !value.is_zero();
        let may_join = !self.joined || self.rules.join_tens || last.place >= Decimal::ONE_HUNDRED;
        if !fits || !may_join || self.vague {
            return false;
        }
        self.parts.push(Part {
            value,
            place: place(value),
        });
        self.row = usize::from(digit);
        self.joined = false;
        self.scale = None;
        self.weak = false;
        true
    }

    fn twenties(&mut self, value: Decimal) -> bool {
        let taken = self.add(value, false);
        if let Some(last) = self.parts.last_mut().filter(|_| taken) {
            last.place = Decimal::from(20);
        }
        taken
    }

    fn multiply(&mut self, scale: Decimal) -> bool {
        if self.halved.take() == Some(scale) {
            return true;
        }
        // A dozen multiplies whatever stands before it.
        let dozen = place(scale) == Decimal::ONE;
        if self.row == 2
            && let Some(less) = self.less
            && let Some(last) = self.parts.last_mut()
        {
            last.value %= Decimal::TEN;
            last.place = less;
        }
        let keep = self
            .parts
            .iter()
            // Digits have no place of their own: "1200 thousand".
            .rposition(|part| part.value >= scale && !dozen && !part.place.is_zero())
            .map_or(0, |at| at + 1)
            .max(if dozen {
                self.parts.len().saturating_sub(1)
            } else {
                0
            });
        let mut below = Decimal::ZERO;
        for part in &self.parts[keep..] {
            let Some(sum) = below.checked_add(part.value) else {
                return false;
            };
            below = sum;
        }
        if let Some(plus) = self.plus.take() {
            below = if plus.is_sign_negative() || below.is_zero() {
                Decimal::ONE + plus
            } else {
                below + plus
            };
        } else if self.parts.len() == keep {
            below = Decimal::ONE;
        }
        let Some(value) = below.checked_mul(scale) else {
            return false;
        };
        if self.parts[..keep]
            .last()
            .is_some_and(|last| value >= last.place)
        {
            return false;
        }
        self.closed |= dozen;
        self.less = self.less.and_then(|less| less.checked_mul(scale));
        self.parts.truncate(keep);
        self.parts.push(Part {
            value,
            // Nothing is added to "2.12 hundred".
            place: if below.fract().is_zero() {
                scale
            } else {
                Decimal::ZERO
            },
        });
        self.scale = Some(scale);
        self.row = 0;
        self.joined = false;
        self.weak = false;
        self.gap = false;
        true
    }

    fn plural(&mut self, scale: Decimal) -> bool {
        if self.is_empty() {
            self.vague = true;
        }
        if self.vague
            && let Some(last) = self.parts.last_mut()
        {
            let Some(value) = last.value.checked_mul(scale) else {
                return false;
            };
            *last = Part {
                value,
                place: Decimal::ZERO,
            };
            return true;
        }
        self.multiply(scale)
    }

    fn half(&mut self, value: Decimal) -> bool {
        let Some(last) = self.parts.last_mut() else {
            self.parts.push(Part {
                value,
                place: Decimal::ZERO,
            });
            return true;
        };
        // "zwei Drittel": where the third is the word for one of three parts too.
        if !self.joined && value < Decimal::new(5, 1) {
            return Decimal::ONE
                .checked_div(value)
                .is_some_and(|parts| self.divide(parts.round()));
        }
        if !self.joined && !self.rules.half_after || last.value.fract() != Decimal::ZERO {
            return false;
        }
        let scale = self.scale.filter(|scale| *scale >= Decimal::ONE_THOUSAND);
        let Some(value) = value.checked_mul(scale.unwrap_or(Decimal::ONE)) else {
            return false;
        };
        last.value += value;
        last.place = Decimal::ZERO;
        self.halved = scale;
        self.joined = false;
        self.row = 0;
        self.weak = false;
        true
    }

    /// Whether the last word read was a digit.
    pub fn ends_in_digit(&self) -> bool {
        self.row > 0
    }

    /// Takes the parts of which so many were read.
    pub fn divide(&mut self, under: Decimal) -> bool {
        let Some(value) = self.value().and_then(|over| over.checked_div(under)) else {
            return false;
        };
        if !self.is_whole() || self.vague {
            return false;
        }
        self.parts = vec![Part {
            value,
            place: Decimal::ZERO,
        }];
        self.weak = false;
        true
    }

    /// Whether it was read as parts and their number: "三分の二".
    pub fn is_ratio(&self) -> bool {
        self.under.is_some()
    }

    /// Takes a fraction that was read on its own: "three and two fifths", "two million and three
    /// fifths" (of a million).
    pub fn mixed(&mut self, fraction: Decimal) -> bool {
        let scale = self.scale().unwrap_or(Decimal::ONE);
        let Some(value) = fraction.checked_mul(scale) else {
            return false;
        };
        let fits = self.is_whole()
            && !self.vague
            && !self.ordinal
            && self.parts.iter().all(|part| part.value.fract().is_zero());
        if fits {
            self.parts.push(Part {
                value,
                place: Decimal::ZERO,
            });
            self.weak = false;
            self.row = 0;
        }
        fits
    }

    /// Takes digits after the decimal point.
    pub fn fraction(&mut self, digits: &str) -> bool {
        let Some(fraction) = format!("0.{digits}").parse::<Decimal>().ok() else {
            return false;
        };
        let Some(last) = self.parts.last_mut() else {
            return false;
        };
        let Some(value) = last.value.checked_add(fraction) else {
            return false;
        };
        *last = Part {
            value,
            place: Decimal::ZERO,
        };
        self.row = 0;
        self.weak = false;
        true
    }
}

/// The largest power of ten that divides a whole number: what is smaller can be added to it.
fn place(value: Decimal) -> Decimal {
    if value.is_zero() || !value.fract().is_zero() {
        return Decimal::ZERO;
    }
    let mut place = Decimal::ONE;
    while let Some(next) = place.checked_mul(Decimal::TEN) {
        if !(value % next).is_zero() {
            break;
        }
        place = next;
    }
    place
}

//! What a number may be in a date: day, month, year, decade, amount.

use super::Parser;
use crate::dates::atoms::{Gap, Number, short_year};
use crate::dates::lexicon::{Calendar, Sense, Side, Unit};
use crate::dates::reading::{Amount, Reading};

/// The years that a bare number of four digits may be in news.
const BARE_YEARS: std::ops::RangeInclusive<u32> = 1900..=2099;

impl Parser<'_> {
    pub(super) fn take_pair(
        &self,
        at: usize,
        first: usize,
        (a, b, mark): (u32, u32, char),
        reading: &mut Reading,
    ) -> Option<usize> {
        // "10.30 Uhr", "alle 10.30"
        let led = at > 0 && self.follows(at) && self.is(at - 1, |s| s == Sense::Lead(Unit::Hour));
        let marked = self.mark(at + 1, Unit::Hour);
        if mark == '.' && a <= 24 && b < 60 && reading.time.is_none() && (led || marked) {
            reading.time = Some((a as u8, b as u8, 0));
            return Some(at + 1 + usize::from(marked));
        }
        if reading.month.is_some() || reading.year.is_some() || reading.day.is_some() {
            return None;
        }
        let (year, month) = if a > 1000 { (a, b) } else { (b, a) };
        if year > 1000 {
            reading.year = Some(year as i32);
            reading.month = Some(month as u8);
            return Some(at + 1);
        }
        let near = reading.weekday.is_some()
            || (at == first
                && at > 0
                && self.follows(at)
                && self.is(at - 1, |s| {
                    matches!(s, Sense::In | Sense::Bound(_) | Sense::To)
                }))
            || self.closes(at) && reading.weekday.is_some();
        if !near {
            return None;
        }
        let month_first = self.lexicon.order[0] != Unit::Day;
        let (month, day) = match (a, b) {
            (1..=12, 1..=31) if month_first => (a, b),
            (1..=31, 1..=12) => (b, a),
            (1..=12, 1..=31) => (a, b),
            _ => return None,
        };
        reading.month = Some(month as u8);
        reading.day = Some(day as u8);
        Some(at + 1)
    }

    pub(super) fn take_number(
        &self,
        at: usize,
        first: usize,
        number: Number,
        reading: &mut Reading,
    ) -> Option<usize> {
        let value = number.value;
        let near = |next: usize| self.follows(next);
        if number.decade {
            return take_decade(at, number, reading);
        }
        // "three days ago", "3年前"
        let is_printed_year = number.digits == 4 && is_year(value) && self.mark(at + 1, Unit::Year);
        if reading.has_no_calendar()
            && !number.ordinal
            && !is_printed_year
            && near(at + 1)
            && let Some(unit) = self.unit(at + 1)
        {
            let after = at + 2;
            let sign = self.senses(after).find_map(|(s, _)| match s {
                Sense::Ago(sign, Side::After) => Some(sign),
                _ => None,
            });
            if near(after)
                && let Some(sign) = sign
            {
                reading.away = Some((unit, sign.saturating_mul(i32::try_from(value).ok()?)));
                return Some(after + 1);
            }
            // "the last three days"
            if reading.shift.is_some() && reading.unit.is_none() {
                reading.unit = Some(unit);
                reading.amount = Some(Amount::Number(value));
                return Some(at + 2);
            }
        }
        if self.mark(at + 1, Unit::Decade) {
            return take_decade(at, number, reading).map(|next| next + 1);
        }
        if reading.year.is_none() && self.mark(at + 1, Unit::Year) {
            let era = reading.calendar != Calendar::Gregorian;
            let month_follows = self.number(at + 2).is_some() && self.mark(at + 3, Unit::Month);
            let year = match number.digits {
                _ if era => Some(value),
                4 if is_year(value) => Some(value),
                2 if month_follows => Some(short_year(value)),
                _ => None,
            };
            if let Some(year) = year {
                reading.year = Some(year as i32);
                return Some(at + 2);
            }
        }
        let moved = reading.away.map(|(unit, _)| unit).or(reading.unit);
        let month_fits = matches!(moved, None | Some(Unit::Year));
        let day_fits = month_fits || moved == Some(Unit::Month);
        if reading.month.is_none()
            && month_fits
            && (1..=12).contains(&value)
            && self.mark(at + 1, Unit::Month)
        {
            reading.month = Some(value as u8);
            return Some(at + 2);
        }
        if reading.day.is_none() && day_fits && (1..=31).contains(&value) {
            if self.mark(at + 1, Unit::Day) {
                reading.day = Some(value as u8);
                return Some(at + 2);
            }
            if let Some(next) = self.take_day(at, number, reading) {
                return Some(next);
            }
        }
        if reading.time.is_none()
            && let Some(next) = self.take_hour(at, number, reading)
        {
            return Some(next);
        }
        // "second quarter", "19th century", "第三季度"
        if number.ordinal && reading.nth.is_none() {
            let next = self.past_glue(at + 1);
            if near(at + 1)
                && let Some(unit @ (Unit::Quarter | Unit::Half | Unit::Century | Unit::Week)) =
                    self.unit(next)
            {
                reading.nth = Some((value, unit));
                return Some(next + 1);
            }
        }
        if reading.year.is_none() && self.is_year_here(at, first, number, reading) {
            reading.year = Some(if number.digits == 2 {
                short_year(value)
            } else {
                value
            } as i32);
            return Some(at + 1);
        }
        None
    }

    /// A day of the month at `at`, by the month beside it.
    pub(super) fn take_day(
        &self,
        at: usize,
        number: Number,
        reading: &mut Reading,
    ) -> Option<usize> {
        let day = u8::try_from(number.value).ok()?;
        let is_month = |next: usize| self.is(next, |s| matches!(s, Sense::Month(..)));
        let tight = |next: usize| {
            matches!(
                self.gap(next),
                Gap::None | Gap::Space | Gap::Dot | Gap::Dash | Gap::Comma
            )
        };
        if number.digits > 2 {
            return None;
        }
        if reading.month.is_none() {
            let next = self.past_glue(at + 1);
            if tight(at + 1) && self.gap(at + 1) != Gap::Comma && is_month(next) {
                reading.day = Some(day);
                return Some(at + 1);
            }
            // "3-5 May", "from 3 to 5 May"
            let to = if self.gap(at + 1) == Gap::Dash {
                Some(at + 1)
            } else if self.follows(at + 1)
                && self.is(at + 1, |s| {
                    s == Sense::To || (s == Sense::And && self.bound_before(at).is_some())
                })
            {
                Some(self.past_glue(at + 2))
            } else {
                None
            };
            if let Some(to) = to
                && let Some(last) = self.number(to)
                && last.digits <= 2
                && last.value <= 31
                && last.value > number.value
                && tight(to + 1)
                && is_month(self.past_glue(to + 1))
            {
                reading.day = Some(day);
                reading.last_day = Some(last.value as u8);
                return Some(to + 1);
            }
            // "Friday the 13th", "sexta-feira (13)"
            if reading.weekday.is_some()
                && (number.ordinal || (self.gap(at) == Gap::Paren && self.closes(at)))
            {
                reading.day = Some(day);
                return Some(at + 1);
            }
            return None;
        }
        let month_first =
            self.lexicon.order[2] != Unit::Month && self.lexicon.order[0] != Unit::Day;
        let after_month =
            at > 0 && self.is(self.before_glue(at), |s| matches!(s, Sense::Month(..)));
        (after_month && (month_first || number.ordinal) && self.gap(at) != Gap::Comma).then(|| {
            reading.day = Some(day);
            at + 1
        })
    }

    /// Whether the number at `at` is a year.
    pub(super) fn is_year_here(
        &self,
        at: usize,
        first: usize,
        number: Number,
        reading: &Reading,
    ) -> bool {
        if number.ordinal || !(number.digits == 4 && is_year(number.value)) {
            return number.digits == 2 && number.short && reading.month.is_some();
        }
        let led = at > 0 && self.follows(at) && self.is(at - 1, |s| s == Sense::Lead(Unit::Year));
        if led {
            return true;
        }
        if reading.month.is_some()
            || reading.nth.is_some()
            || reading.season.is_some()
            || reading.feast.is_some()
            || reading.calendar != Calendar::Gregorian
        {
            return true;
        }
        if at > first && reading.edge.is_none() {
            return false;
        }
        // An amount of something.
        if self.follows(at + 1) && self.unit(at + 1).is_some() && !self.mark(at + 1, Unit::Year) {
            return false;
        }
        let opened = at > 0
            && self.follows(at)
            && self.is(at - 1, |s| {
                matches!(
                    s,
                    Sense::In | Sense::Bound(_) | Sense::Edge(_) | Sense::To | Sense::Era(_)
                )
            });
        opened || BARE_YEARS.contains(&number.value)
    }
}

/// Years that a number of four digits may be.
pub(super) fn is_year(value: u32) -> bool {
    (1000..=2999).contains(&value)
}

/// Takes the number at `at` as a decade.
pub(super) fn take_decade(at: usize, number: Number, reading: &mut Reading) -> Option<usize> {
    if reading.decade.is_some() || reading.year.is_some() || !number.value.is_multiple_of(10) {
        return None;
    }
    let start = match number.digits {
        4 if is_year(number.value) => number.value,
        // "the '20s" of news are this century's; "the 30s" are the last's.
        2 if number.value >= 30 => 1900 + number.value,
        2 => 2000 + number.value,
        _ => return None,
    };
    reading.decade = Some(start as i32);
    Some(at + 1)
}

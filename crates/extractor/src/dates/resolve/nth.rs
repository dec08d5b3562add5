//! Parts of a period by their number: quarters, halves, weeks, days, centuries.

use super::nearest::civil_days;
use super::{Context, Resolved, absolute, one, relative};
use crate::Precision;
use crate::dates::calendar::{self, Days, add_days, add_months, day, weekday};
use crate::dates::lexicon::Unit;
use crate::dates::reading::{LAST, Reading};

/// A week or day of a month or year, by its number. A week belongs to the period that holds its
/// Thursday (ISO 8601).
fn nth_of_period(reading: &Reading, number: u32, unit: Unit, context: Context) -> Resolved {
    let whole = civil_days(
        &Reading {
            nth: None,
            ..reading.clone()
        },
        context,
    );
    let place = |(first, last): Days| {
        let last_is_meant = number == LAST;
        let step = i32::try_from(number).ok()?.checked_sub(1);
        let found = match unit {
            Unit::Week if last_is_meant => {
                let back = (i32::from(weekday(last)) + 3) % 7;
                calendar::week(add_days(last, -back)?)?
            }
            Unit::Week => {
                let ahead = (11 - i32::from(weekday(first))) % 7;
                let thursday = add_days(first, ahead.checked_add(step?.checked_mul(7)?)?)?;
                calendar::week(thursday).filter(|_| thursday <= last)?
            }
            _ if last_is_meant => one(last),
            _ => one(add_days(first, step?).filter(|day| *day <= last)?),
        };
        Some(found)
    };
    Resolved {
        days: whole.days.and_then(place),
        precision: if unit == Unit::Week {
            Precision::Week
        } else {
            Precision::Day
        },
        relative: whole.relative,
    }
}

/// A quarter, half or century by its number.
pub(super) fn nth(reading: &Reading, number: u32, unit: Unit, context: Context) -> Resolved {
    if matches!(unit, Unit::Week | Unit::Day) {
        return nth_of_period(reading, number, unit, context);
    }
    let number = i32::try_from(number).unwrap_or(i32::MAX);
    if unit == Unit::Century {
        let days = Some(number)
            .filter(|number| (1..=99).contains(number))
            .and_then(|number| calendar::years((number - 1) * 100 + 1, 100));
        return absolute(days, Precision::Period);
    }
    let months = |year: i32, length: i32| {
        if !(1..=12 / length).contains(&number) {
            return None;
        }
        let first = add_months(day(year, 1, 1)?, (number - 1) * length)?;
        calendar::months(first, length)
    };
    let of_year = |year: i32| match unit {
        Unit::Quarter => months(year, 3),
        Unit::Half => months(year, 6),
        _ => None,
    };
    if let Some(year) = reading.year {
        return absolute(of_year(year), Precision::Season);
    }
    let days = context.published.and_then(|published| {
        let this = i32::from(published.year());
        let moved = match (reading.away, reading.unit) {
            (Some((Unit::Year, by)), _) => Some(by),
            (_, Some(Unit::Year)) => Some(reading.shift.unwrap_or(0)),
            _ => reading.shift,
        };
        if let Some(by) = moved {
            return of_year(this.checked_add(by)?);
        }
        // Results are told of when a quarter is over: the last one that has begun.
        of_year(this)
            .filter(|(first, _)| *first <= published || context.future)
            .or_else(|| of_year(this - 1))
    });
    relative(days, Precision::Season)
}

//! Parts of a period by their number: quarters, halves, weeks, days, centuries.

use super::{Context, Resolved, absolute, days, one, relative};
use crate::Precision;
use crate::dates::calendar::{self, Days, add_days, add_months, day, shifted, weekday};
use crate::dates::lexicon::{Calendar, Unit};
use crate::dates::reading::{LAST, Reading, Several};
use jiff::civil;

/// The month or year that something is a part of.
fn whole(reading: &Reading, context: Context) -> Resolved {
    days(
        &Reading {
            nth: None,
            several: None,
            weekday: None,
            part: None,
            time: None,
            ..reading.clone()
        },
        context,
    )
}

/// The Monday of the week of a period by its number, from 0. A week belongs to the period that
/// holds its Thursday (ISO 8601).
fn week_of(first: civil::Date, number: i32) -> Option<civil::Date> {
    let ahead = (11 - i32::from(weekday(first))) % 7;
    let thursday = add_days(first, ahead.checked_add(number.checked_mul(7)?)?)?;
    add_days(thursday, -3)
}

/// The last week of a period.
fn last_week(last: civil::Date) -> Option<Days> {
    let back = (i32::from(weekday(last)) + 3) % 7;
    calendar::week(add_days(last, -back)?)
}

/// The day with which the second half of a month begins.
const SECOND_HALF: i32 = 16;

/// "la segunda quincena de octubre", "the first half of May".
fn half_of_month(reading: &Reading, number: u32, context: Context) -> Resolved {
    let whole = whole(reading, context);
    let place = |(first, last): Days| {
        let half = add_days(first, SECOND_HALF - 1)?;
        match number {
            1 => Some((first, add_days(half, -1)?)),
            2 | LAST => Some((half, last)),
            _ => None,
        }
    };
    Resolved {
        days: whole.days.and_then(place),
        precision: Precision::Period,
        relative: whole.relative,
    }
}

/// A week, weekday, day or month of a month or year, by its number.
fn nth_of_period(reading: &Reading, number: u32, unit: Unit, context: Context) -> Resolved {
    let whole = whole(reading, context);
    let is_last = number == LAST;
    let step = i32::try_from(number).ok().and_then(|n| n.checked_sub(1));
    let place = |(first, last): Days| {
        let inside = |day: &civil::Date| (first..=last).contains(day);
        match (unit, reading.weekday) {
            (Unit::Day, Some(wanted)) => {
                let date = if is_last {
                    let back = (7 + i32::from(weekday(last)) - i32::from(wanted)) % 7;
                    add_days(last, -back)?
                } else {
                    let ahead = (7 + i32::from(wanted) - i32::from(weekday(first))) % 7;
                    add_days(first, ahead.checked_add(step?.checked_mul(7)?)?)?
                };
                Some(date).filter(inside).map(one)
            }
            (Unit::Week, _) if is_last => last_week(last),
            (Unit::Week, _) => {
                let monday = week_of(first, step?)?;
                calendar::week(monday).filter(|_| monday <= last)
            }
            (Unit::Month, _) if is_last => calendar::months(last, 1),
            (Unit::Month, _) => add_months(first.first_of_month(), step?)
                .filter(|month| *month <= last)
                .and_then(|month| calendar::months(month, 1)),
            _ if is_last => Some(one(last)),
            _ => add_days(first, step?).filter(inside).map(one),
        }
    };
    Resolved {
        days: whole.days.and_then(place),
        precision: match unit {
            Unit::Week => Precision::Week,
            Unit::Month => Precision::Month,
            _ => Precision::Day,
        },
        relative: whole.relative,
    }
}

/// "the first two weeks of 2021", "the last four months of the year".
pub(super) fn several_of(reading: &Reading, several: Several, context: Context) -> Resolved {
    let whole = whole(reading, context);
    let Several { last, count, unit } = several;
    let persian = reading
        .year
        .filter(|_| reading.calendar == Calendar::Persian);
    let place = |(start, end): Days| {
        if let (Some(year), Unit::Month, false) = (persian, unit, last) {
            let count = u8::try_from(count).ok()?;
            return calendar::months_of(reading.calendar, year, 1, count);
        }
        let count = i32::try_from(count).ok().filter(|count| *count > 0)?;
        let found = match (unit, last) {
            (Unit::Week, false) => {
                let monday = week_of(start, 0)?;
                (
                    monday,
                    add_days(monday, count.checked_mul(7)?.checked_sub(1)?)?,
                )
            }
            (Unit::Week, true) => {
                let (monday, sunday) = last_week(end)?;
                (
                    add_days(monday, count.checked_sub(1)?.checked_mul(-7)?)?,
                    sunday,
                )
            }
            (_, false) => {
                let after = shifted(unit, start, count)?;
                (start, add_days(after, -1)?)
            }
            (_, true) => {
                let after = add_days(end, 1)?;
                (shifted(unit, after, -count)?, end)
            }
        };
        Some(found).filter(|found| found.0 <= end && found.1 >= start)
    };
    Resolved {
        days: whole.days.and_then(place),
        precision: Precision::Period,
        relative: whole.relative,
    }
}

/// A quarter, half or century by its number.
pub(super) fn nth(reading: &Reading, number: u32, unit: Unit, context: Context) -> Resolved {
    if matches!(unit, Unit::Week | Unit::Day | Unit::Month) {
        return nth_of_period(reading, number, unit, context);
    }
    if unit == Unit::Half && reading.month.is_some() {
        return half_of_month(reading, number, context);
    }
    let number = i32::try_from(number).unwrap_or(i32::MAX);
    if unit == Unit::Century {
        let days = Some(number)
            .filter(|number| (1..=99).contains(number))
            .and_then(|number| {
                let first = match reading.calendar {
                    Calendar::BeforeChrist => 1 - number * 100,
                    _ => (number - 1) * 100 + 1,
                };
                calendar::years(first, 100)
            });
        return absolute(days, Precision::Period);
    }
    let months = |year: i32, length: i32| {
        if !(1..=12 / length).contains(&number) {
            return None;
        }
        let before = (number - 1) * length;
        if reading.calendar == Calendar::Persian {
            let first = u8::try_from(before + 1).ok()?;
            return calendar::months_of(reading.calendar, year, first, length as u8);
        }
        // Of a year that begins with another month.
        let begins = reading.fiscal.unwrap_or(1);
        let first = add_months(day(year, begins, 1)?, before)?;
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
        let begun = reading
            .fiscal
            .is_none_or(|first| published.month() as u8 >= first);
        let this = i32::from(published.year()) - i32::from(!begun);
        let moved = match (reading.away, reading.unit) {
            (Some((Unit::Year, by)), _) => Some(by),
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

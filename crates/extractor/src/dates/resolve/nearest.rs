//! What the wording leaves out, taken from publication: years, months and weeks.

use super::{Context, Resolved};
use crate::Precision;
use crate::dates::calendar::{self, add_days, day, shifted, weekday};
use crate::dates::lexicon::{Calendar, Unit};
use crate::dates::reading::Reading;
use jiff::civil;

/// The day of the week that news means: the last one up to the day of publication, unless the
/// wording says otherwise.
pub(super) fn on_weekday(
    wanted: u8,
    shift: Option<i32>,
    context: Context,
    published: civil::Date,
) -> Option<civil::Date> {
    let ahead = (i32::from(wanted) - i32::from(weekday(published))).rem_euclid(7);
    let back = (7 - ahead) % 7;
    match shift {
        Some(by) if by < 0 => add_days(published, if back == 0 { -7 } else { -back }),
        Some(by) if by > 0 => add_days(published, if ahead == 0 { 7 } else { ahead }),
        Some(_) => {
            let (monday, _) = calendar::week(published)?;
            add_days(monday, i32::from(wanted) - 1)
        }
        None if context.future => add_days(published, ahead),
        None => add_days(published, -back),
    }
}

/// How many days a day without its year may lie ahead of publication before the year before is
/// meant: wires announce what is weeks away, and look back on the rest.
const ANNOUNCED: i32 = 45;

/// The day of a year nearest to publication that the wording allows.
pub(super) fn nearest(
    of_year: impl Fn(i32) -> Option<civil::Date>,
    shift: Option<i32>,
    context: Context,
    published: civil::Date,
) -> Option<civil::Date> {
    let year = i32::from(published.year());
    let this = of_year(year);
    match shift {
        Some(by) if by < 0 => this
            .filter(|date| *date < published)
            .or_else(|| of_year(year - 1)),
        Some(by) if by > 0 => this
            .filter(|date| *date > published)
            .or_else(|| of_year(year + 1)),
        Some(_) => this,
        None if context.future => this
            .filter(|date| *date >= published)
            .or_else(|| of_year(year + 1)),
        None => {
            let soon = add_days(published, ANNOUNCED)?;
            this.filter(|date| *date <= soon)
                .or_else(|| of_year(year - 1))
        }
    }
}

/// A quarter, half, week or century by its number.
pub(super) fn nth(reading: &Reading, number: u32, unit: Unit, context: Context) -> Resolved {
    let number = i32::try_from(number).unwrap_or(i32::MAX);
    let year = reading.year.or_else(|| {
        context
            .published
            .map(|d| i32::from(d.year()) + reading.shift.unwrap_or(0))
    });
    let months = |length: i32| {
        if !(1..=12 / length).contains(&number) {
            return None;
        }
        let first = calendar::add_months(day(year?, 1, 1)?, (number - 1) * length)?;
        calendar::months(first, length)
    };
    let (days, precision) = match unit {
        Unit::Quarter => (months(3), Precision::Season),
        Unit::Half => (months(6), Precision::Season),
        Unit::Century if (1..=99).contains(&number) => {
            let days = calendar::years((number - 1) * 100 + 1, 100);
            return Resolved {
                days,
                precision: Precision::Period,
                relative: false,
            };
        }
        _ => (None, Precision::Week),
    };
    Resolved {
        days,
        precision,
        relative: reading.year.is_none(),
    }
}

/// A day, month or year, with what is missing taken from publication.
pub(super) fn civil_days(reading: &Reading, context: Context) -> Resolved {
    let precision = match (reading.month, reading.day) {
        (_, Some(_)) if reading.last_day.is_some() => Precision::Period,
        (_, Some(_)) => Precision::Day,
        (Some(_), None) => Precision::Month,
        (None, None) => Precision::Year,
    };
    let of = |year: i32, month: Option<u8>| {
        let (first, last) = calendar::converted(reading.calendar, year, month, reading.day)?;
        let last = match reading.last_day {
            Some(_) => calendar::converted(reading.calendar, year, month, reading.last_day)?.1,
            None => last,
        };
        Some((first, last))
    };
    if let Some(year) = reading.year {
        return Resolved {
            days: of(year, reading.month),
            precision,
            relative: false,
        };
    }
    let moved = reading
        .away
        .or(reading.unit.map(|unit| (unit, reading.shift.unwrap_or(0))));
    let days = context.published.and_then(|published| {
        // "7 October last year", 上月5日
        if let Some((unit @ (Unit::Year | Unit::Month), by)) = moved {
            let base = shifted(unit, published, by)?;
            let month = reading.month.or(Some(base.month() as u8));
            return of(base.year().into(), month);
        }
        if reading.calendar == Calendar::Persian {
            // The Persian year that publication falls into, or the one before.
            let year = i32::from(published.year()) - 621;
            return [year, year - 1, year - 2]
                .into_iter()
                .filter_map(|year| of(year, reading.month))
                .find(|(first, _)| *first <= published);
        }
        if reading.month.is_none() {
            // A day alone: of the month told of, or the last that has come.
            let base = context.told.unwrap_or(published);
            let date = day(base.year().into(), base.month() as u8, reading.day?)?;
            return Some((date, date));
        }
        let month = reading.month;
        if let Some(wanted) = reading.weekday
            && reading.day.is_some()
        {
            // The weekday tells the year.
            let year = i32::from(published.year());
            let fits = [year, year - 1, year + 1]
                .into_iter()
                .filter_map(|year| of(year, month))
                .find(|(first, _)| weekday(*first) == wanted);
            if fits.is_some() {
                return fits;
            }
        }
        let first = nearest(
            |year| of(year, month).map(|days| days.0),
            reading.shift,
            context,
            published,
        )?;
        of(first.year().into(), month)
    });
    Resolved {
        days,
        precision,
        relative: true,
    }
}

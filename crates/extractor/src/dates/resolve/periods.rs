//! Periods and days with a name of their own: seasons, feasts, fiscal years, "the last three
//! days", "the same period".

use super::nearest::nearest;
use super::{Context, Resolved, absolute, days, one, precision_of, relative};
use crate::Precision;
use crate::dates::calendar::{self, Days, add_days, day, shifted};
use crate::dates::lexicon::{Calendar, Feast, Unit};
use crate::dates::reading::{Amount, Reading};
use jiff::civil;

/// "the last three days", "the next two weeks": from the day beside publication.
pub(super) fn stretch(
    shift: i32,
    unit: Unit,
    amount: Amount,
    published: Option<civil::Date>,
) -> Resolved {
    let Amount::Number(count) = amount else {
        return relative(None, Precision::Vague);
    };
    let days = published.and_then(|published| {
        let count = i32::try_from(count).ok()?;
        let other = shifted(unit, published, count.checked_mul(shift.signum())?)?;
        // Quarters, halves and decades are whole ones of the calendar.
        if matches!(unit, Unit::Quarter | Unit::Half | Unit::Decade) && shift != 0 {
            let this = calendar::around(unit, published)?;
            let end = calendar::around(unit, other)?;
            return Some(if shift > 0 {
                (add_days(this.1, 1)?, end.1)
            } else {
                (end.0, add_days(this.0, -1)?)
            });
        }
        Some(match shift.signum() {
            1 => (add_days(published, 1)?, other),
            -1 => (other, add_days(published, -1)?),
            _ => (published, published),
        })
    });
    relative(days, Precision::Period)
}

/// "two weeks before Easter": so far from the date that the rest of the wording names, as finely
/// as the distance is told.
pub(super) fn distant(reading: &Reading, (unit, by): (Unit, i32), context: Context) -> Resolved {
    let base = days(
        &Reading {
            distance: None,
            ..reading.clone()
        },
        context,
    );
    let place = |(first, last): Days| {
        let from = if by < 0 { first } else { last };
        calendar::around(unit, shifted(unit, from, by)?)
    };
    Resolved {
        days: base.days.and_then(place),
        precision: precision_of(unit),
        relative: base.relative,
    }
}

/// "two weeks starting on 20 May", "the fiscal year to March 2026".
pub(super) fn lasting(reading: &Reading, (unit, by): (Unit, i32), context: Context) -> Resolved {
    let base = days(
        &Reading {
            lasting: None,
            ..reading.clone()
        },
        context,
    );
    // "the fiscal year to March 2026": the twelve months that end with it.
    if by < 0 {
        let begin = |(_, last): Days| Some((shifted(unit, add_days(last, 1)?, by)?, last));
        return Resolved {
            days: base.days.and_then(begin),
            precision: precision_of(unit),
            relative: base.relative,
        };
    }
    let place = |(first, _): Days| Some((first, add_days(shifted(unit, first, by)?, -1)?));
    Resolved {
        days: base.days.and_then(place).filter(|(from, to)| from <= to),
        precision: Precision::Period,
        relative: base.relative,
    }
}

/// "the same period last year": the stretch told of, so many years away.
pub(super) fn same_stretch(reading: &Reading, context: Context) -> Resolved {
    let years = match reading.away.or(reading.anaphor) {
        Some((Unit::Year, by)) => by,
        _ => reading.shift.unwrap_or(0),
    };
    // "the same month of 2025"
    let of = context
        .stretch
        .map(|((first, _), _)| i32::from(first.year()));
    let years = match (reading.year, of) {
        (Some(year), Some(of)) => year.saturating_sub(of),
        (Some(year), None) => return absolute(calendar::year(year), Precision::Year),
        (None, _) => years,
    };
    let Some(((first, last), precision)) = context.stretch else {
        let of_year = |published: civil::Date| calendar::year(i32::from(published.year()) + years);
        return if years == 0 {
            relative(None, Precision::Vague)
        } else {
            relative(context.published.and_then(of_year), Precision::Year)
        };
    };
    let days = calendar::add_months(first, years.saturating_mul(12)).and_then(|first| {
        let last = calendar::add_months(last.first_of_month(), years.saturating_mul(12))?;
        Some((first, last.last_of_month()))
    });
    relative(days, precision)
}

/// A year that begins with another month: that of the year named, or the one that publication
/// falls into.
pub(super) fn fiscal_year(first: u8, reading: &Reading, context: Context) -> Resolved {
    let of_year = |year: i32| calendar::months(day(year, first, 1)?, 12);
    if let Some(year) = reading.year {
        // 令和6年度
        let whole = calendar::converted(reading.calendar, year, None, None);
        let days = whole.and_then(|(day, _)| of_year(day.year().into()));
        return absolute(days, Precision::Year);
    }
    let days = context.published.and_then(|published| {
        let begun = published.month() as u8 >= first;
        let year = i32::from(published.year()) - i32::from(!begun);
        of_year(year.checked_add(reading.away.map_or(0, |(_, by)| by))?)
    });
    relative(days, Precision::Year)
}

pub(super) fn feast_day(feast: Feast, reading: &Reading, context: Context) -> Resolved {
    let of_year = |year: i32| match feast {
        Feast::Fixed(month, date) => day(year, month, date),
        Feast::Easter(by) => calendar::easter(year).and_then(|sunday| add_days(sunday, by)),
        Feast::Weekday(month, weekday, nth, by) => {
            let first = day(year, month, 1)?;
            let weekday = civil::Weekday::from_monday_one_offset(weekday as i8).ok()?;
            add_days(first.nth_weekday_of_month(nth, weekday).ok()?, by.into())
        }
    };
    if let Some(year) = reading.year {
        return absolute(of_year(year).map(one), Precision::Day);
    }
    let away = match (reading.away, reading.unit) {
        (Some((Unit::Year, by)), _) => Some(by),
        (None, Some(Unit::Year)) => reading.shift,
        _ => None,
    };
    let date = context.published.and_then(|published| match away {
        Some(by) => of_year(i32::from(published.year()).checked_add(by)?),
        None => nearest(of_year, reading.shift, context, published),
    });
    relative(date.map(one), Precision::Day)
}

/// Meteorological seasons of the northern hemisphere; winter ends in the next year.
pub(super) fn season_of(season: u8, reading: &Reading, context: Context) -> Resolved {
    let of_year = |year: i32| calendar::months(day(year, season * 3, 1)?, 3);
    if let Some(year) = reading.year {
        // The seasons of the Solar Hijri calendar are its quarters.
        if reading.calendar == Calendar::Persian {
            let first = season.saturating_sub(1).saturating_mul(3).saturating_add(1);
            let days = calendar::months_of(reading.calendar, year, first, 3);
            return absolute(days, Precision::Season);
        }
        return absolute(of_year(year), Precision::Season);
    }
    let days = context.published.and_then(|published| {
        if let Some((Unit::Year, by)) = reading.away {
            return of_year(i32::from(published.year()).checked_add(by)?);
        }
        // "last summer" in June: the one that has ended.
        if reading.shift == Some(-1) {
            let year = i32::from(published.year());
            let ended = (0..=2).filter_map(|back| of_year(year - back));
            return ended.into_iter().find(|days| days.1 < published);
        }
        let first = nearest(
            |year| of_year(year).map(|days| days.0),
            reading.shift,
            context,
            published,
        )?;
        calendar::months(first, 3)
    });
    relative(days, Precision::Season)
}

//! What the wording leaves out, taken from publication: years, months and weeks.

use super::{Context, Resolved, absolute, one, relative};
use crate::Precision;
use crate::dates::calendar::{self, Days, add_days, add_months, day, shifted, weekday};
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
const ANNOUNCED: i32 = 75;

/// The same for a stretch of days ("from 5 to 9 June"): festivals and fairs are announced half a
/// year before.
const STRETCH_ANNOUNCED: i32 = 150;

/// How many days a day alone ("30日") may lie ahead of publication before one of the month before
/// is meant: reports name the month of all but those near publication.
const SOON: i32 = 10;

/// How many days from publication a day may lie of which the month is that of a day alone.
const YEARS: i32 = 800;

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
        None if context.future => {
            // The month of publication lies ahead as long as it lasts.
            let month = published.first_of_month();
            this.filter(|date| *date >= published || *date == month)
                .or_else(|| of_year(year + 1))
        }
        None => {
            let announced = if context.stretches {
                STRETCH_ANNOUNCED
            } else {
                ANNOUNCED
            };
            let soon = add_days(published, announced)?;
            let next = of_year(year + 1).filter(|date| *date <= soon);
            next.or(this)
                .filter(|date| *date <= soon)
                .or_else(|| (1..=4).find_map(|back| of_year(year - back)))
        }
    }
}

/// A day, month or year, with what is missing taken from publication.
pub(super) fn civil_days(reading: &Reading, context: Context) -> Resolved {
    let of = |year: i32, month: Option<u8>| stretch(reading, year, month);
    if let Some(year) = reading.year {
        return absolute(of(year, reading.month), precision(reading));
    }
    let moved = reading
        .away
        .or(reading.unit.map(|unit| (unit, reading.shift.unwrap_or(0))));
    let days = context.published.and_then(|published| {
        // "تیرماه سال گذشته": so many years from the one that is under way.
        if let (Some((Unit::Year, by)), Calendar::Persian) = (moved, reading.calendar) {
            let whole = |year: i32| calendar::converted(Calendar::Persian, year, None, None);
            let year = i32::from(published.year());
            let now = [year - 621, year - 622]
                .into_iter()
                .find(|&year| whole(year).is_some_and(|(first, _)| first <= published))?;
            return of(now.checked_add(by)?, reading.month);
        }
        // "7 October last year", 上月5日
        if let Some((unit @ (Unit::Year | Unit::Month), by)) = moved {
            let base = shifted(unit, published.first_of_month(), by)?;
            let month = reading.month.or(Some(base.month() as u8));
            return of(base.year().into(), month);
        }
        if reading.calendar == Calendar::Persian {
            // The Persian year of which the month begins in a year of ours.
            let of_year = |wanted: i32| {
                [wanted - 621, wanted - 622]
                    .into_iter()
                    .filter_map(|year| of(year, reading.month))
                    .find(|(first, _)| i32::from(first.year()) == wanted)
            };
            let first = |year| of_year(year).map(|days| days.0);
            let year = nearest(first, reading.shift, context, published)?.year();
            return of_year(year.into());
        }
        let Some(month) = reading.month else {
            return day_alone(reading, context, published);
        };
        if let Some(wanted) = reading.weekday
            && reading.day.is_some()
        {
            // The weekday tells the year.
            let year = i32::from(published.year());
            let fits = [year, year - 1, year + 1]
                .into_iter()
                .filter_map(|year| of(year, Some(month)))
                .find(|(first, _)| weekday(*first) == wanted);
            if fits.is_some() {
                return fits;
            }
        }
        let first = nearest(
            |year| of(year, Some(month)).map(|days| days.0),
            reading.shift,
            context,
            published,
        )?;
        of(first.year().into(), Some(month))
    });
    relative(days, precision(reading))
}

/// The days of a year, month or day, or of stretches of months or days.
fn stretch(reading: &Reading, year: i32, month: Option<u8>) -> Option<Days> {
    let converted = |month: Option<u8>, day: Option<u8>| {
        calendar::converted(reading.calendar, year, month, day)
    };
    let (first, last) = converted(month, reading.day)?;
    let last = match (reading.last_day, reading.last_month) {
        (Some(_), _) => converted(month, reading.last_day)?.1,
        (_, Some(_)) => converted(reading.last_month, None)?.1,
        _ => last,
    };
    Some((first, last))
}

fn precision(reading: &Reading) -> Precision {
    match (reading.month, reading.day) {
        (_, Some(_)) if reading.last_day.is_some() => Precision::Period,
        (_, Some(_)) => Precision::Day,
        (Some(first), None) => match reading.last_month {
            // A quarter by its months.
            Some(last) if last == first + 2 && first % 3 == 1 => Precision::Season,
            Some(_) => Precision::Period,
            None => Precision::Month,
        },
        (None, None) => Precision::Year,
    }
}

/// A day of a month that is not named: of the month that the sentence tells of, or the last
/// that has come, or the next where the sentence looks ahead. A weekday beside it decides.
fn day_alone(reading: &Reading, context: Context, published: civil::Date) -> Option<Days> {
    let of_month = |base: civil::Date, by: i32| {
        let month = add_months(base.first_of_month(), by)?;
        let year = month.year().into();
        let month = month.month() as u8;
        let first = day(year, month, reading.day?)?;
        let last = day(year, month, reading.last_day.or(reading.day)?)?;
        Some((first, last))
    };
    if let Some(wanted) = reading.weekday {
        let fits = |by| of_month(published, by).filter(|days| weekday(days.0) == wanted);
        let ahead = if context.future { 1 } else { -1 };
        return fits(0)
            .or_else(|| fits(-1))
            .or_else(|| fits(1))
            .or_else(|| (2..=12).find_map(|by| fits(ahead * by)))
            .or_else(|| on_weekday(wanted, reading.shift, context, published).map(one));
    }
    // What the sentence tells of other times lends no month to the news.
    let near = |beside: &civil::Date| (*beside - published).get_days().abs() <= YEARS;
    if let Some(beside) = context.beside.filter(near) {
        return of_month(beside, 0);
    }
    let this = of_month(published, 0);
    if context.future || reading.shift.is_some_and(|by| by > 0) {
        return this
            .filter(|days| days.0 >= published)
            .or_else(|| of_month(published, 1));
    }
    let soon = add_days(published, SOON)?;
    this.filter(|days| days.0 <= soon)
        .or_else(|| of_month(published, -1))
        .or_else(|| of_month(published, -2))
}

//! Days of the calendar: checked arithmetic, periods, and other calendars where they convert
//! exactly.

use super::lexicon::{Calendar, Unit};
use jiff::civil::Date;

/// First and last day of a period.
pub(super) type Days = (Date, Date);

/// A Gregorian day, where there is one.
pub(super) fn day(year: i32, month: u8, day: u8) -> Option<Date> {
    Date::new(
        i16::try_from(year).ok()?,
        i8::try_from(month).ok()?,
        i8::try_from(day).ok()?,
    )
    .ok()
}

/// The day `by` days later.
pub(super) fn add_days(date: Date, by: i32) -> Option<Date> {
    date.checked_add(jiff::Span::new().try_days(by).ok()?).ok()
}

/// The day `by` months later; the last of that month where it is shorter.
pub(super) fn add_months(date: Date, by: i32) -> Option<Date> {
    date.checked_add(jiff::Span::new().try_months(by).ok()?)
        .ok()
}

/// The whole of a year.
pub(super) fn year(year: i32) -> Option<Days> {
    years(year, 1)
}

/// `count` whole years from `start`.
pub(super) fn years(start: i32, count: i32) -> Option<Days> {
    let last = start.checked_add(count)?.checked_sub(1)?;
    Some((day(start, 1, 1)?, day(last, 12, 31)?))
}

/// `count` whole months from the month of `date`.
pub(super) fn months(date: Date, count: i32) -> Option<Days> {
    let first = date.first_of_month();
    Some((first, add_months(first, count - 1)?.last_of_month()))
}

/// The week of a day, Monday to Sunday (ISO 8601).
pub(super) fn week(date: Date) -> Option<Days> {
    let monday = add_days(date, 1 - i32::from(weekday(date)))?;
    Some((monday, add_days(monday, 6)?))
}

/// The day of the week, Monday is 1.
pub(super) fn weekday(date: Date) -> u8 {
    date.weekday().to_monday_one_offset() as u8
}

/// The period of a unit around a day.
pub(super) fn around(unit: Unit, date: Date) -> Option<Days> {
    match unit {
        Unit::Second | Unit::Minute | Unit::Hour | Unit::Day => Some((date, date)),
        Unit::Weekend => {
            let (monday, sunday) = week(date)?;
            Some((add_days(monday, 5)?, sunday))
        }
        Unit::Week => week(date),
        Unit::Month => months(date, 1),
        Unit::Quarter => {
            let back = (i32::from(date.month()) - 1) % 3;
            months(add_months(date, -back)?, 3)
        }
        Unit::Half => {
            let back = (i32::from(date.month()) - 1) % 6;
            months(add_months(date, -back)?, 6)
        }
        Unit::Year => year(date.year().into()),
        Unit::Decade => years(i32::from(date.year()).div_euclid(10) * 10, 10),
        Unit::Century => years((i32::from(date.year()) - 1).div_euclid(100) * 100 + 1, 100),
    }
}

/// A day `by` units away.
pub(super) fn shifted(unit: Unit, date: Date, by: i32) -> Option<Date> {
    match unit {
        Unit::Second | Unit::Minute | Unit::Hour => Some(date),
        Unit::Day => add_days(date, by),
        Unit::Week | Unit::Weekend => add_days(date, by.checked_mul(7)?),
        Unit::Month => add_months(date, by),
        Unit::Quarter => add_months(date, by.checked_mul(3)?),
        Unit::Half => add_months(date, by.checked_mul(6)?),
        Unit::Year => add_months(date, by.checked_mul(12)?),
        Unit::Decade => add_months(date, by.checked_mul(120)?),
        Unit::Century => add_months(date, by.checked_mul(1200)?),
    }
}

/// Easter Sunday of a year: the Sunday after the first full moon of spring, by the Gregorian
/// tables (Knuth's form of the computus).
pub(super) fn easter(year: i32) -> Option<Date> {
    let golden = year.rem_euclid(19) + 1;
    let century = year.div_euclid(100) + 1;
    let dropped_leap_years = 3 * century / 4 - 12;
    let moon_correction = (8 * century + 5) / 25 - 5;
    let mut epact = (11 * golden + 20 + moon_correction - dropped_leap_years).rem_euclid(30);
    if epact == 24 || (epact == 25 && golden > 11) {
        epact += 1;
    }
    // Days after 1 March, counted from 0.
    let moon = if epact < 24 { 44 - epact } else { 74 - epact } - 1;
    let full_moon = add_days(day(year, 3, 1)?, moon)?;
    add_days(full_moon, 7 - i32::from(weekday(full_moon)) % 7)
}

/// The Gregorian days of a year, month or day of another calendar; nothing where there is no
/// exact conversion.
pub(super) fn converted(
    calendar: Calendar,
    in_year: i32,
    month: Option<u8>,
    of_month: Option<u8>,
) -> Option<Days> {
    match calendar {
        Calendar::Gregorian => gregorian(in_year, month, of_month),
        Calendar::Offset(by) => gregorian(in_year.checked_add(by.into())?, month, of_month),
        // The year before 1 is that of 1 BC.
        Calendar::BeforeChrist => gregorian(1_i32.checked_sub(in_year)?, month, of_month),
        Calendar::Persian => {
            let first = persian(in_year, month.unwrap_or(1), of_month.unwrap_or(1))?;
            let next = match (month, of_month) {
                (_, Some(_)) => return Some((first, first)),
                (None | Some(12), None) => persian(in_year + 1, 1, 1)?,
                (Some(month), None) => persian(in_year, month + 1, 1)?,
            };
            Some((first, add_days(next, -1)?))
        }
        Calendar::Hijri | Calendar::Hebrew => None,
    }
}

/// `count` months of a calendar from the first day of one.
pub(super) fn months_of(calendar: Calendar, in_year: i32, first: u8, count: u8) -> Option<Days> {
    let last = first.checked_add(count)?.checked_sub(1)?;
    let (from, _) = converted(calendar, in_year, Some(first), None)?;
    let (_, to) = converted(calendar, in_year, Some(last), None)?;
    Some((from, to))
}

fn gregorian(in_year: i32, month: Option<u8>, of_month: Option<u8>) -> Option<Days> {
    match (month, of_month) {
        (Some(month), Some(date)) => day(in_year, month, date).map(|date| (date, date)),
        (Some(month), None) => months(day(in_year, month, 1)?, 1),
        (None, _) => year(in_year),
    }
}

/// A day of the Solar Hijri calendar. The 33-year cycle agrees with the astronomical year for
/// 1206 to 1498, the years that news speaks of.
fn persian(year: i32, month: u8, date: u8) -> Option<Date> {
    if !(1206..=1498).contains(&year) || !(1..=12).contains(&month) || !(1..=31).contains(&date) {
        return None;
    }
    // 1 Farvardin 1206 was 22 March 1827.
    let leap = |year: i32| matches!(year.rem_euclid(33), 1 | 5 | 9 | 13 | 17 | 22 | 26 | 30);
    let years: i32 = (1206..year).map(|y| 365 + i32::from(leap(y))).sum();
    let month = i32::from(month);
    let length = match month {
        1..=6 => 31,
        7..=11 => 30,
        _ => 29 + i32::from(leap(year)),
    };
    if i32::from(date) > length {
        return None;
    }
    let before = (month - 1) * 30 + (month - 1).min(6);
    add_days(day(1827, 3, 22)?, years + before + i32::from(date) - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn persian_years_begin_at_nowruz() {
        for (persian_year, gregorian) in [
            (1357, (1978, 3, 21)),
            (1375, (1996, 3, 20)),
            (1399, (2020, 3, 20)),
            (1400, (2021, 3, 21)),
            (1403, (2024, 3, 20)),
            (1404, (2025, 3, 21)),
            (1408, (2029, 3, 20)),
        ] {
            let (y, m, d) = gregorian;
            assert_eq!(persian(persian_year, 1, 1), day(y, m, d), "{persian_year}");
        }
        // The revolution: 22 Bahman 1357.
        assert_eq!(persian(1357, 11, 22), day(1979, 2, 11));
        assert_eq!(persian(1403, 12, 30), day(2025, 3, 20));
        assert_eq!(persian(1404, 12, 30), None);
    }

    #[test]
    fn easter_falls_where_it_fell() {
        assert_eq!(easter(2024), day(2024, 3, 31));
        assert_eq!(easter(2025), day(2025, 4, 20));
        assert_eq!(easter(1961), day(1961, 4, 2));
    }
}

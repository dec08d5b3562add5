//! From what the words say to days of the calendar.

mod nearest;

use super::calendar::{self, Days, add_days, day, shifted};
use super::lexicon::{Edge, Feast, Part, Unit};
use super::reading::{Amount, Reading};
use crate::{Date, Precision};
use jiff::civil;
use nearest::{civil_days, nearest, nth, on_weekday};

/// What a date is resolved against.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Context {
    /// Day of publication.
    pub published: Option<civil::Date>,
    /// The day that the text has last told of.
    pub told: Option<civil::Date>,
    /// Whether the sentence looks ahead.
    pub future: bool,
}

/// A resolved date.
struct Resolved {
    days: Option<Days>,
    precision: Precision,
    relative: bool,
}

/// The date that a reading names.
pub(super) fn resolve(reading: &Reading, to: Option<&Reading>, context: Context) -> Date {
    let first = single(reading, context);
    let Some(to) = to else {
        return first;
    };
    // The other end does not lie before the first.
    let last = single(
        to,
        Context {
            told: first.from.map(civil::DateTime::date).or(context.told),
            ..context
        },
    );
    Date {
        from: first.from,
        to: last.to,
        precision: Precision::Period,
        relative: first.relative || last.relative,
        zone: first.zone.or(last.zone),
        dateline: false,
    }
}

fn single(reading: &Reading, context: Context) -> Date {
    let resolved = days(reading, context);
    let Resolved {
        days,
        mut precision,
        relative,
    } = resolved;
    let days = days.and_then(|days| narrow(days, reading.edge, precision));
    let (mut from, mut to) = match days {
        Some((first, last)) => (Some(first.at(0, 0, 0, 0)), Some(last.at(23, 59, 59, 0))),
        None => (None, None),
    };
    if let Some(when) = reading.vague {
        let published = context.published;
        from = published.filter(|_| when >= 0).map(|d| d.at(0, 0, 0, 0));
        to = published.filter(|_| when <= 0).map(|d| d.at(23, 59, 59, 0));
    }
    if precision >= Precision::Day && reading.last_day.is_none() {
        if let Some((hour, minute, second)) = clock(reading) {
            precision = Precision::Time;
            from = from.and_then(|from| at(from, hour, minute, second));
            to = from.and_then(|from| at(from, hour, minute, second.max(59)));
        } else if let Some(part) = reading.part {
            precision = Precision::DayPart;
            let (start, end) = hours(part);
            from = from.and_then(|from| at(from, start, 0, 0));
            to = to.and_then(|to| at(to, end, 59, 59));
        }
    }
    Date {
        from,
        to,
        precision,
        relative,
        zone: None,
        dateline: false,
    }
}

fn at(moment: civil::DateTime, hour: u8, minute: u8, second: u8) -> Option<civil::DateTime> {
    let time = civil::Time::new(hour as i8, minute as i8, second as i8, 0).ok()?;
    Some(moment.date().to_datetime(time))
}

/// First and last hour of a stretch of the day, as wires use the words.
fn hours(part: Part) -> (u8, u8) {
    match part {
        Part::Dawn => (0, 5),
        Part::Morning => (6, 11),
        Part::Noon => (12, 12),
        Part::Afternoon => (12, 17),
        Part::Evening => (18, 23),
        Part::Night => (20, 23),
        Part::Midnight => (0, 0),
        Part::Daytime => (6, 17),
    }
}

/// Hour, minute and second on a clock of 24 hours.
fn clock(reading: &Reading) -> Option<(u8, u8, u8)> {
    let (hour, minute, second) = reading.time?;
    let afternoon = reading.afternoon.unwrap_or(match reading.part {
        Some(Part::Afternoon | Part::Evening) => true,
        Some(Part::Night) => hour >= 6,
        _ => false,
    });
    let hour = match hour {
        24 => 0,
        12 if reading.afternoon == Some(false) => 0,
        1..=11 if afternoon => hour + 12,
        _ => hour,
    };
    Some((hour, minute, second))
}

/// The stretch of a period that "early", "mid" or "late" names: its first, middle or last
/// half, for reports draw the line differently.
fn narrow((first, last): Days, edge: Option<Edge>, precision: Precision) -> Option<Days> {
    let Some(edge) = edge.filter(|_| precision < Precision::Day) else {
        return Some((first, last));
    };
    let length = first.until(last).ok()?.get_days() + 1;
    let (from, to) = match edge {
        Edge::Start => (0, length / 2),
        Edge::Middle => (length / 4, length * 3 / 4),
        Edge::End => (length / 2, length),
        Edge::Third(1) => (0, 10.min(length)),
        Edge::Third(2) => (10.min(length - 1), 20.min(length)),
        Edge::Third(_) => (20.min(length - 1), length),
    };
    Some((add_days(first, from)?, add_days(first, to - 1)?))
}

fn days(reading: &Reading, context: Context) -> Resolved {
    let Context {
        published, told, ..
    } = context;
    let relative = |days: Option<Days>, precision| Resolved {
        days,
        precision,
        relative: true,
    };
    let absolute = |days: Option<Days>, precision| Resolved {
        days,
        precision,
        relative: false,
    };
    if reading.vague.is_some() {
        return relative(None, Precision::Vague);
    }
    if let Some(start) = reading.decade {
        return absolute(calendar::years(start, 10), Precision::Decade);
    }
    if let Some(feast) = reading.feast {
        let of_year = |year: i32| match feast {
            Feast::Fixed(month, date) => day(year, month, date),
            Feast::Easter(by) => calendar::easter(year).and_then(|sunday| add_days(sunday, by)),
        };
        let date = match reading.year {
            Some(year) => of_year(year),
            None => {
                published.and_then(|published| nearest(of_year, reading.shift, context, published))
            }
        };
        return Resolved {
            days: date.map(|date| (date, date)),
            precision: Precision::Day,
            relative: reading.year.is_none(),
        };
    }
    if let Some(by) = reading.either {
        let by = if context.future { by } else { -by };
        let date = published.and_then(|published| add_days(published, by));
        return relative(date.map(|date| (date, date)), Precision::Day);
    }
    if let Some((unit, by)) = reading.anaphor {
        let days = told
            .or(published)
            .and_then(|told| calendar::around(unit, shifted(unit, told, by)?));
        return relative(days, precision_of(unit));
    }
    if let Some((number, unit)) = reading.nth {
        return nth(reading, number, unit, context);
    }
    if let Some(season) = reading.season {
        let of_year = |year: i32| {
            // Meteorological seasons of the northern hemisphere; winter ends in the next year.
            calendar::months(day(year, season * 3, 1)?, 3)
        };
        let days = match reading.year {
            Some(year) => of_year(year),
            None => published.and_then(|published| {
                let first = nearest(
                    |year| of_year(year).map(|days| days.0),
                    reading.shift,
                    context,
                    published,
                )?;
                calendar::months(first, 3)
            }),
        };
        return Resolved {
            days,
            precision: Precision::Season,
            relative: reading.year.is_none(),
        };
    }
    if reading.month.is_some() || reading.day.is_some() {
        return civil_days(reading, context);
    }
    if let Some((unit, by)) = reading.away {
        let Some(published) = published else {
            return relative(None, day_or(reading.weekday, unit));
        };
        let centre = shifted(unit, published, by);
        let days = centre.and_then(|centre| calendar::around(unit, centre));
        return match (reading.weekday, unit) {
            (Some(day), Unit::Week) => {
                let date = days.and_then(|(monday, _)| add_days(monday, i32::from(day) - 1));
                relative(date.map(|date| (date, date)), Precision::Day)
            }
            _ => relative(days, precision_of(unit)),
        };
    }
    if let Some(unit) = reading.unit {
        let by = reading.shift.unwrap_or(0);
        return match reading.amount {
            None => {
                let days = published
                    .and_then(|published| calendar::around(unit, shifted(unit, published, by)?));
                match (reading.weekday, unit) {
                    (Some(day), Unit::Week) => {
                        let date =
                            days.and_then(|(monday, _)| add_days(monday, i32::from(day) - 1));
                        relative(date.map(|date| (date, date)), Precision::Day)
                    }
                    _ => relative(days, precision_of(unit)),
                }
            }
            Some(Amount::Few) => relative(None, Precision::Vague),
            Some(Amount::Number(count)) => {
                let days = published.and_then(|published| {
                    let count = i32::try_from(count).ok()?;
                    let other = shifted(unit, published, count.checked_mul(by.signum())?)?;
                    Some((other.min(published), other.max(published)))
                });
                relative(days, Precision::Period)
            }
        };
    }
    if reading.year.is_some() || reading.month.is_some() || reading.day.is_some() {
        return civil_days(reading, context);
    }
    if let Some(wanted) = reading.weekday {
        let date =
            published.and_then(|published| on_weekday(wanted, reading.shift, context, published));
        return relative(date.map(|date| (date, date)), Precision::Day);
    }
    // A time or part of the day alone: of the day that the text has last told of.
    let date = match reading.shift {
        Some(_) => published.and_then(|published| {
            let by = reading.shift.unwrap_or(0);
            add_days(published, by)
        }),
        None => told.or(published),
    };
    relative(date.map(|date| (date, date)), Precision::Day)
}

fn day_or(weekday: Option<u8>, unit: Unit) -> Precision {
    if weekday.is_some() {
        Precision::Day
    } else {
        precision_of(unit)
    }
}

fn precision_of(unit: Unit) -> Precision {
    match unit {
        Unit::Second | Unit::Minute | Unit::Hour | Unit::Day => Precision::Day,
        Unit::Weekend | Unit::Week => Precision::Week,
        Unit::Month => Precision::Month,
        Unit::Quarter | Unit::Half => Precision::Season,
        Unit::Year => Precision::Year,
        Unit::Decade => Precision::Decade,
        Unit::Century => Precision::Period,
    }
}

//! From what the words say to days of the calendar.

mod clock;
mod nearest;
mod nth;
mod periods;
mod told;

use super::calendar::{self, Days, add_days, shifted, weekday};
use super::lexicon::{Bound, Calendar, Edge, Part, Unit};
use super::reading::Reading;
use crate::{CalendarDay, Date, Precision};
use clock::{at, clock, hours};
use jiff::civil::{self, Weekday};
use nearest::{civil_days, on_weekday};
use nth::{nth, several_of};
use periods::{distant, feast_day, fiscal_year, lasting, same_stretch, season_of, stretch};
pub(super) use told::{Hours, LATE, Told};
use told::{day_of, is_last_night, midnight};

/// What a date is resolved against.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Context {
    /// Day of publication.
    pub published: Option<civil::Date>,
    /// The hour of publication.
    pub hour: Option<u8>,
    /// The day that the text has last told of.
    pub told: Option<civil::Date>,
    /// The same, and how late it was.
    pub last: Option<Told>,
    /// The first day of the news that the text has told of: that of the event.
    pub event: Option<Told>,
    /// The paragraph and sentence that is read.
    pub paragraph: usize,
    pub sentence: usize,
    /// The day with its month that the sentence has last told of.
    pub beside: Option<civil::Date>,
    /// The stretch of months that the text has last told of.
    pub stretch: Option<(Days, Precision)>,
    /// The first day of the year that was last printed.
    pub year: Option<civil::Date>,
    /// Whether the sentence looks ahead.
    pub future: bool,
    /// Whether the day opens or closes a stretch of days.
    pub stretches: bool,
}

/// A resolved date.
struct Resolved {
    days: Option<Days>,
    precision: Precision,
    relative: bool,
}

fn relative(days: Option<Days>, precision: Precision) -> Resolved {
    Resolved {
        days,
        precision,
        relative: true,
    }
}

fn absolute(days: Option<Days>, precision: Precision) -> Resolved {
    Resolved {
        days,
        precision,
        relative: false,
    }
}

fn one(date: civil::Date) -> Days {
    (date, date)
}

/// The date that a reading names.
pub(super) fn resolve(reading: &Reading, to: Option<&Reading>, context: Context) -> Date {
    // "the winter of 2010-11" is one.
    let one_season = |to: &Reading| {
        reading.season.is_some()
            && to.season.is_none()
            && reading.year.map(|year| year + 1) == to.year
    };
    let Some(to) = to.filter(|to| !one_season(to)) else {
        return single(reading, context);
    };
    if let Some(night) = night_between(reading, to, context) {
        return night;
    }
    // A period that ends ahead may have begun.
    let context = Context {
        stretches: reading.day.is_some() && to.day.is_some(),
        ..context
    };
    let first = single(
        reading,
        Context {
            future: context.future && reading.month.is_none(),
            ..context
        },
    );
    let start = first.from.map(civil::DateTime::date);
    let mut last = single(
        to,
        Context {
            told: start.or(context.told),
            beside: start.or(context.beside),
            ..context
        },
    );
    let mut from = first.from;
    if let (Some(start), Some(end)) = (first.from, last.to) {
        // The other end does not lie before the first, nor a year and more behind it where no
        // year is named: "from Monday to Friday", "November to March".
        let by_month = reading.month.is_some() && to.month.is_some();
        let years = i32::from(end.year()) - i32::from(start.year());
        if by_month && years > 1 && first.relative && last.relative {
            // "29 February - 1 March": of the year in which there is the first.
            last.to = moved(end, |day| calendar::add_months(day, -12 * years));
        }
        if end < start && to.weekday.is_some() && to.month.is_none() {
            last.to = moved(end, |day| add_days(day, 7));
        } else if end < start && by_month && last.relative {
            last.to = moved(end, |day| calendar::add_months(day, 12));
        } else if by_month && first.relative && reading.shift.is_none() {
            let later = moved(start, |day| {
                calendar::add_months(day, 12).filter(|later| later.day() == day.day())
            });
            from = later.filter(|later| *later < end).or(from);
        }
    }
    Date {
        from,
        to: last.to,
        precision: Precision::Period,
        relative: first.relative || last.relative,
        undated: first.undated && last.undated,
        zone: first.zone.or(last.zone),
        offset: first.offset.or(last.offset),
        unplaced: None,
        dateline: false,
    }
}

/// The night between two days that follow each other, or its midnight.
fn night_between(first: &Reading, last: &Reading, context: Context) -> Option<Date> {
    let part = first.part.or(last.part)?;
    let bare = |reading: &Reading| Reading {
        part: None,
        bound: None,
        ..reading.clone()
    };
    let plain = first.part.is_none() != last.part.is_none();
    let night = match part {
        Part::Evening => !matches!(first.bound, Some(Bound::From | Bound::Between)),
        Part::Night | Part::Dawn | Part::Midnight => true,
        _ => false,
    };
    if !plain || !night {
        return None;
    }
    let (first, last) = (bare(first), bare(last));
    // The day before is found from the one after: "midnight between Wednesday and Thursday" lies
    // where Thursday lies.
    let end = single(&last, context);
    if end.precision != Precision::Day {
        return None;
    }
    let begins = add_days(end.from?.date(), -1)?;
    let day = match (first.day, first.weekday) {
        (Some(day), _) => begins.day() == day as i8,
        (_, Some(day)) => weekday(begins) == day,
        _ => false,
    };
    let midnight = part == Part::Midnight;
    let (from, to) = if midnight {
        (end.from?, at(end.from?, 0, 0, 59)?)
    } else {
        overnight(end.from?.date())?
    };
    day.then_some(Date {
        from: Some(from),
        to: Some(to),
        precision: if midnight {
            Precision::Time
        } else {
            Precision::DayPart
        },
        ..end
    })
}

/// The night that ends on the morning of a day.
fn overnight(day: civil::Date) -> Option<(civil::DateTime, civil::DateTime)> {
    Some((add_days(day, -1)?.at(20, 0, 0, 0), day.at(5, 59, 59, 0)))
}

fn single(reading: &Reading, context: Context) -> Date {
    let Resolved {
        days,
        mut precision,
        relative,
    } = days(reading, context);
    let days = days.and_then(|days| narrow(days, reading.edge, context.published));
    let cut = match reading.edge {
        Some(Edge::Third(_)) => true,
        Some(Edge::Since) => days.map(|days| days.1) == context.published,
        _ => false,
    };
    if cut && matches!(precision, Precision::Month | Precision::Year) {
        precision = Precision::Period;
    }
    let (mut from, mut to) = match days {
        Some((first, last)) => (Some(first.at(0, 0, 0, 0)), Some(last.at(23, 59, 59, 0))),
        None => (None, None),
    };
    if let Some(when) = reading.vague {
        let published = context.published;
        from = published.filter(|_| when >= 0).map(|d| d.at(0, 0, 0, 0));
        to = published.filter(|_| when <= 0).map(|d| d.at(23, 59, 59, 0));
    }
    if precision == Precision::Day && reading.last_day.is_none() {
        if let Some((hour, minute, second)) = clock(reading) {
            precision = Precision::Time;
            from = from.and_then(|from| at(from, hour, minute, second));
            to = from.and_then(|from| at(from, hour, minute, second.max(59)));
        } else if reading.part == Some(Part::Eve) || is_last_night(reading, context) {
            precision = Precision::DayPart;
            let night = from.and_then(|from| overnight(from.date()));
            (from, to) = night.map_or((None, None), |(from, to)| (Some(from), Some(to)));
        } else if is_midnight(reading) && reading.bound == Some(Bound::Before) {
            precision = Precision::DayPart;
            let evening = from.and_then(|from| add_days(from.date(), -1));
            from = evening.map(|day| day.at(18, 0, 0, 0));
            to = evening.map(|day| day.at(23, 59, 59, 0));
        } else if is_midnight(reading) {
            precision = Precision::Time;
            to = from.and_then(|from| at(from, 0, 0, 59));
        } else if let Some((start, end)) = hours(reading) {
            precision = Precision::DayPart;
            from = from.and_then(|from| at(from, start, 0, 0));
            to = to.and_then(|to| at(to, end, 59, 59));
        }
    }
    let of_a_day = matches!(precision, Precision::Time | Precision::DayPart);
    Date {
        from,
        to,
        precision,
        relative,
        undated: of_a_day
            && reading.has_no_calendar()
            && reading.weekday.is_none()
            && reading.shift.is_none(),
        zone: None,
        offset: reading.offset,
        unplaced: if from.is_none() {
            unplaced(reading)
        } else {
            None
        },
        dateline: false,
    }
}

/// What of our calendar the words name: of one day or month alone.
fn unplaced(reading: &Reading) -> Option<CalendarDay> {
    let number = |of: Option<u8>| of.and_then(|of| i8::try_from(of).ok());
    let moved = reading.away.is_some()
        || reading.later.is_some()
        || reading.distance.is_some()
        || reading.lasting.is_some()
        || reading.around.is_some()
        || reading.nth.is_some()
        || reading.several.is_some()
        || reading.feast.is_some();
    let stretch = reading.last_day.is_some() || reading.last_month.is_some();
    if moved || stretch || reading.calendar != Calendar::default() {
        return None;
    }
    let named = CalendarDay {
        month: number(reading.month),
        day: number(reading.day),
        weekday: (reading.weekday).and_then(|day| Weekday::from_monday_one_offset(day as i8).ok()),
    };
    (named != CalendarDay::default()).then_some(named)
}

/// The moment at the same time of another day.
fn moved(
    moment: civil::DateTime,
    to: impl Fn(civil::Date) -> Option<civil::Date>,
) -> Option<civil::DateTime> {
    Some(to(moment.date())?.to_datetime(moment.time()))
}

/// The stretch of a period that is meant, where the wording draws a line: ten days of a month,
/// what lies behind or ahead of publication. "Early" and "late" draw none: reports differ in
/// what they call so, and the whole period contradicts none of them.
fn narrow((first, last): Days, edge: Option<Edge>, published: Option<civil::Date>) -> Option<Days> {
    let inside = published.filter(|day| (first..=last).contains(day));
    match (edge, inside) {
        (Some(Edge::Third(third)), _) if first != last => {
            let from = add_days(first, i32::from(third.clamp(1, 3) - 1) * 10)?;
            let to = if third < 3 { add_days(from, 9)? } else { last };
            Some((from.min(last), to.min(last)))
        }
        (Some(Edge::Earlier | Edge::Since), Some(day)) => Some((first, day)),
        (Some(Edge::Later), Some(day)) => Some((day, last)),
        _ => Some((first, last)),
    }
}

fn days(reading: &Reading, context: Context) -> Resolved {
    let published = context.published;
    if reading.vague.is_some() {
        return relative(None, Precision::Vague);
    }
    if let Some(distance) = reading.distance {
        return distant(reading, distance, context);
    }
    if let Some(length) = reading.lasting {
        return lasting(reading, length, context);
    }
    if let Some(unit) = reading.around {
        let whole = days(
            &Reading {
                around: None,
                ..reading.clone()
            },
            context,
        );
        return Resolved {
            days: whole
                .days
                .and_then(|(first, _)| calendar::around(unit, first)),
            precision: precision_of(unit),
            relative: whole.relative,
        };
    }
    if let Some(several) = reading.several {
        return several_of(reading, several, context);
    }
    if let Some(start) = reading.decade {
        let of = |year: i32| calendar::converted(reading.calendar, year, None, None);
        let days = of(start).zip(start.checked_add(9).and_then(of));
        return absolute(
            days.map(|(first, last)| (first.0, last.1)),
            Precision::Decade,
        );
    }
    if let Some(feast) = reading.feast {
        return feast_day(feast, reading, context);
    }
    if let Some(by) = reading.either {
        let by = if context.future { by } else { -by };
        let date = published.and_then(|published| add_days(published, by));
        return relative(date.map(one), Precision::Day);
    }
    if reading.same {
        return same_stretch(reading, context);
    }
    if let Some(first) = reading.fiscal.filter(|_| reading.nth.is_none()) {
        return fiscal_year(first, reading, context);
    }
    if let Some((unit, by)) = reading.anaphor.or(reading.later) {
        // "the same year": the last that was printed.
        let year = context.year.filter(|_| unit == Unit::Year);
        if let (Some(year), Some(_)) = (year, reading.month) {
            let of_year = Reading {
                year: i32::from(year.year()).checked_add(by),
                anaphor: None,
                ..reading.clone()
            };
            return civil_days(&of_year, context);
        }
        // "the previous quarter", "the following month": beside the one told of.
        let quarter = context
            .stretch
            .filter(|(_, precision)| match unit {
                Unit::Quarter => *precision == Precision::Season,
                Unit::Month => *precision == Precision::Month,
                _ => false,
            })
            .map(|(days, _)| days.0);
        let days = quarter
            .or(context.told)
            .filter(|_| year.is_none())
            .or(year)
            .or(published)
            .and_then(|told| calendar::around(unit, shifted(unit, told, by)?));
        return relative(days, precision_of(unit));
    }
    if let Some((number, unit)) = reading.nth {
        return nth(reading, number, unit, context);
    }
    if let Some(season) = reading.season {
        return season_of(season, reading, context);
    }
    // 今（13）日: the word tells the day.
    let told = matches!(reading.away, Some((Unit::Day, _))) && reading.month.is_none();
    let named = reading.month.is_some() || reading.day.is_some() || reading.year.is_some();
    if named && !told {
        return civil_days(reading, context);
    }
    let moved = reading.away.or(reading
        .unit
        .filter(|_| reading.amount.is_none())
        .map(|unit| (unit, shift(reading, unit, context))));
    if let Some((unit, by)) = moved {
        let days =
            published.and_then(|published| calendar::around(unit, shifted(unit, published, by)?));
        return match (reading.weekday, unit) {
            (Some(day), Unit::Week) => {
                let date = days.and_then(|(monday, _)| add_days(monday, i32::from(day) - 1));
                relative(date.map(one), Precision::Day)
            }
            _ => relative(days, precision_of(unit)),
        };
    }
    if let Some((unit, amount)) = reading.unit.zip(reading.amount) {
        return stretch(reading.shift.unwrap_or(0), unit, amount, published);
    }
    if let Some(wanted) = reading.weekday {
        // "broke out on Sunday, and by Sunday evening": the same day.
        let until = reading.bound == Some(Bound::Until) && reading.shift.is_none();
        let same = context.last.filter(|last| {
            until
                && last.sentence == context.sentence
                && weekday(last.day) == wanted
                && published.is_some_and(|published| last.day <= published)
        });
        if let Some(last) = same {
            return relative(Some(one(last.day)), Precision::Day);
        }
        let date =
            published.and_then(|published| on_weekday(wanted, reading.shift, context, published));
        return relative(date.map(one), Precision::Day);
    }
    // A time or part of the day alone: of the day that the text has last told of.
    let date = match reading.shift {
        // "la pasada madrugada": the small hours before this morning.
        Some(-1) if matches!(reading.part, Some(Part::Dawn | Part::Midnight)) => published,
        Some(-1) if is_last_night(reading, context) => published,
        Some(by) => published.and_then(|published| add_days(published, by)),
        None if reading.part == Some(Part::Midnight) && reading.time.is_none() => midnight(context),
        None => day_of(reading, context),
    };
    relative(date.map(one), Precision::Day)
}

/// Whether a midnight is told of without its day.
fn is_midnight(reading: &Reading) -> bool {
    reading.part == Some(Part::Midnight)
        && reading.time.is_none()
        && reading.weekday.is_none()
        && reading.has_no_calendar()
}

/// How many units away: as the words say; "the weekend" is the last, or the next where the
/// sentence looks ahead.
fn shift(reading: &Reading, unit: Unit, context: Context) -> i32 {
    let weekend_now = context.published.is_none_or(|day| weekday(day) >= 6);
    // "il prossimo fine settimana" on a Wednesday: the one that comes.
    if unit == Unit::Weekend && reading.shift == Some(1) && !weekend_now {
        return 0;
    }
    reading.shift.unwrap_or_else(|| {
        if unit == Unit::Weekend && !context.future && !weekend_now {
            -1
        } else {
            0
        }
    })
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

//! When two dates are the same, can both be meant, or contradict each other.

use crate::Verdict;
use extractor::{CalendarDay, Date, Precision};
use jiff::civil::DateTime;

/// How two dates of one happening stand to each other: equal, one inside the other at its own
/// precision ("in April", "30 April"), or apart. Two periods whose ends are days agree in both
/// ends or are apart. What could not be resolved contradicts nothing.
pub fn relation(a: &Date, b: &Date) -> Verdict {
    // The day that a bare hour takes from the text around it is a guess: the hours are compared.
    let timed = |date: &Date| matches!(date.precision, Precision::Time | Precision::DayPart);
    if timed(a) && timed(b) && (a.undated || b.undated) {
        let (hour, day) = if a.undated { (a, b) } else { (b, a) };
        if let Some(moved) = on_day_of(hour, day) {
            let day = Date {
                undated: false,
                ..day.clone()
            };
            return relation(&moved, &day);
        }
    }
    // Which day a bare hour is of nobody says.
    if timed(a) && a.undated && !timed(b) || timed(b) && b.undated && !timed(a) {
        return Verdict::Compatible;
    }
    let (Some(a_days), Some(b_days)) = (interval(a), interval(b)) else {
        return by_calendar(a, b);
    };
    let parts = [a, b].map(|date| date.precision == Precision::DayPart);
    let one_day = a_days.0.date() == b_days.0.date();
    if a_days == b_days && parts[0] == parts[1] {
        Verdict::Agrees
    } else if is_of_days(a) && is_of_days(b) && !are_till_now(a, b) {
        Verdict::Diverges
    } else if a_days.0 <= b_days.1 && b_days.0 <= a_days.1
        || [a.precision, b.precision].contains(&Precision::Vague)
        // Evenings begin and mornings end at other hours in other languages.
        || parts[0] && parts[1] && one_day
        || is_on_two_dials(a, b)
        || are_minutes_apart(a, b)
        || is_beside_part(a, b)
    {
        Verdict::Compatible
    } else {
        match weeks_apart(a, b) {
            Some(true) if parts[0] == parts[1] => Verdict::Agrees,
            Some(_) => Verdict::Compatible,
            None => Verdict::Diverges,
        }
    }
}

/// How two dates stand to each other that nothing places in a year, or of which one stands so: by
/// what both name of the calendar. Where they have nothing in common to compare, both can be meant.
fn by_calendar(a: &Date, b: &Date) -> Verdict {
    let (Some(one), Some(other)) = (named(a), named(b)) else {
        return if [a.precision, b.precision] == [Precision::Vague; 2] {
            Verdict::Agrees
        } else {
            Verdict::Compatible
        };
    };
    let differ = |a: Option<i8>, b: Option<i8>| a.zip(b).is_some_and(|(a, b)| a != b);
    let weekdays = one.weekday.zip(other.weekday);
    if differ(one.month, other.month)
        || differ(one.day, other.day)
        || weekdays.is_some_and(|(a, b)| a != b)
    {
        Verdict::Diverges
    } else if a.precision == b.precision
        && (weekdays.is_some() || one.day.is_some() && one.day == other.day || one == other)
    {
        Verdict::Agrees
    } else {
        Verdict::Compatible
    }
}

/// What a date names of the calendar, placed or not.
fn named(date: &Date) -> Option<CalendarDay> {
    if date.undated {
        return None;
    }
    let Some((from, _)) = interval(date) else {
        return date.unplaced;
    };
    let day = rank(date.precision) == DAY;
    let month = day || date.precision == Precision::Month;
    month.then(|| CalendarDay {
        month: Some(from.month()),
        day: day.then(|| from.day()),
        weekday: day.then(|| from.weekday()),
    })
}

/// Whether nothing tells when a date is: "yesterday" without a day of publication.
pub(crate) fn is_nowhere(date: &Date) -> bool {
    date.from.is_none()
        && date.to.is_none()
        && date.unplaced.is_none()
        && date.precision != Precision::Vague
}

/// Whether two periods with one beginning reach to the days on which their reports came out: "since the
/// beginning of the year".
fn are_till_now(a: &Date, b: &Date) -> bool {
    let opens_month = a.from.is_some_and(|from| from.day() == 1);
    a.relative && b.relative && a.from == b.from && opens_month
}

/// Whether two days are the same day of the week one week apart, at least one of them told by
/// reference to the day of publication: which "Friday" is meant is a guess from the tense, and
/// tenses are not the same over languages. True where both are told so.
fn weeks_apart(a: &Date, b: &Date) -> Option<bool> {
    let days = rank(a.precision) == DAY && rank(b.precision) == DAY;
    let told = a.relative || b.relative;
    let apart = days_between(a.from?, b.from?)? == 7 && days_between(a.to?, b.to?)? == 7;
    (days && told && apart).then_some(a.relative && b.relative)
}

/// An hour on the day of another date, which names one.
fn on_day_of(hour: &Date, day: &Date) -> Option<Date> {
    let (from, to) = interval(hour)?;
    let date = day.from?.date();
    let nights = from.date().until(to.date()).ok()?;
    Some(Date {
        from: Some(date.to_datetime(from.time())),
        to: Some(date.checked_add(nights).ok()?.to_datetime(to.time())),
        undated: false,
        ..hour.clone()
    })
}

/// Minutes that a rounded time and a noted one may lie apart: "just before 3", "at 2.45"; "shortly
/// before 11.30", "at 11.23"; "about 9.25", "at 9.28".
fn rounding(at: DateTime) -> i64 {
    match at.minute() {
        0 => 15,
        30 => 10,
        minute if minute % 5 == 0 => 5,
        _ => 0,
    }
}

/// Whether two times are one but for rounding.
fn are_minutes_apart(a: &Date, b: &Date) -> bool {
    let (Precision::Time, Precision::Time, Some(from), Some(to)) =
        (a.precision, b.precision, a.from, b.from)
    else {
        return false;
    };
    let apart = from.duration_since(to).as_mins().abs();
    apart <= rounding(from).max(rounding(to))
}

/// On which side of a printed time something happened: "after 3 a.m.".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Bound {
    Before,
    After,
}

/// Minutes within which news bounds a time: "after 3" is said of 3.30, hardly of 5.
const NEAR_BOUND: i64 = 60;

/// Whether the second time lies on the side of the first that its wording names, and near it.
pub(crate) fn is_within(a: &Date, bound: Bound, b: &Date) -> bool {
    let (Precision::Time, Precision::Time, Some(from), Some(to)) =
        (a.precision, b.precision, a.from, b.from)
    else {
        return false;
    };
    let to = if a.undated || b.undated {
        from.date().to_datetime(to.time())
    } else {
        to
    };
    let later = to.duration_since(from).as_mins();
    match bound {
        Bound::After => (0..=NEAR_BOUND).contains(&later),
        Bound::Before => (-NEAR_BOUND..=0).contains(&later),
    }
}

/// Minutes by which the parts of a day reach over the hours that they are read as: dawn is at five
/// in June and at seven in December, and a Spanish afternoon lasts till eight.
const BESIDE_PART: i64 = 120;

/// Whether a time lies right before or behind a part of the same day.
fn is_beside_part(a: &Date, b: &Date) -> bool {
    let (part, time) = match (a.precision, b.precision) {
        (Precision::DayPart, Precision::Time) => (a, b),
        (Precision::Time, Precision::DayPart) => (b, a),
        _ => return false,
    };
    let (Some((from, to)), Some(at)) = (interval(part), time.from) else {
        return false;
    };
    if at < from {
        return at.date() == from.date() && from.duration_since(at).as_mins() <= BESIDE_PART;
    }
    // "Tuesday night" goes on after midnight.
    let reach = if from.hour() >= NIGHT {
        TILL_DAWN
    } else {
        BESIDE_PART
    };
    (at.date() == to.date() || reach == TILL_DAWN) && at.duration_since(to).as_mins() <= reach
}

/// The hour with which nights begin, and the minutes from their midnight to their end.
const NIGHT: i8 = 20;
const TILL_DAWN: i64 = 300;

/// Whether two times are one on a dial of twelve hours: "1 o'clock" leaves open which.
fn is_on_two_dials(a: &Date, b: &Date) -> bool {
    let (Precision::Time, Precision::Time, Some(from), Some(to)) =
        (a.precision, b.precision, a.from, b.from)
    else {
        return false;
    };
    let half_day = i32::from(from.hour()).abs_diff(i32::from(to.hour())) == 12;
    from.date() == to.date() && from.minute() == to.minute() && half_day
}

/// Whether two times of day are one moment, one told by the clock where it happened and one by the
/// clock of the report's own readers, or both by those of their readers. `own` are the offsets from
/// UTC, in minutes, at which the two reports were published; `places` those of all reports of the
/// event, of which some are near.
pub(crate) fn by_two_clocks(a: &Date, b: &Date, own: [Option<i32>; 2], places: &[i32]) -> bool {
    let (Some(of_a), Some(of_b)) = (minutes(a), minutes(b)) else {
        return false;
    };
    let ahead = of_a - of_b;
    // A full hour alone: over clocks a half is told as exactly as any minute.
    let full = |date: &Date| date.from.filter(|at| at.minute() == 0);
    let rounds = |date: &Date| full(date).map_or(0, rounding);
    let reach = i32::try_from(rounds(a).max(rounds(b))).unwrap_or(0);
    // One moment, but for rounding: "shortly before 11 p.m.", 3:17 in India.
    let apart_by = |offset: i32| {
        let gap = (ahead - offset).rem_euclid(OF_DAY);
        gap.min(OF_DAY - gap) <= reach
    };
    let by_own = own[0]
        .zip(own[1])
        .is_some_and(|(a, b)| a != b && apart_by(a - b));
    by_own
        || own[0].is_some_and(|own| {
            places
                .iter()
                .any(|&place| place != own && apart_by(own - place))
        })
        || own[1].is_some_and(|own| {
            places
                .iter()
                .any(|&place| place != own && apart_by(place - own))
        })
}

/// The offset from UTC of the place where something happened, as far as times tell that are one moment
/// by the clocks of two reports' readers: what the others say by the clock of the place is so far from
/// that moment, as most of them have it.
pub(crate) fn local_offsets(times: &[(&Date, Option<i32>)]) -> Vec<i32> {
    let known = times
        .iter()
        .filter_map(|(date, own)| Some((minutes(date)?, (*own)?)));
    let known: Vec<(i32, i32)> = known.collect();
    let mut offsets = Vec::new();
    for (position, &(time, own)) in known.iter().enumerate() {
        let agrees =
            |&(other, of): &(i32, i32)| of != own && (time - own - other + of) % OF_DAY == 0;
        if !known.iter().skip(position + 1).any(agrees) {
            continue;
        }
        let local = times.iter().filter_map(|(date, _)| {
            let ahead = (minutes(date)? - (time - own)).rem_euclid(OF_DAY);
            Some(if ahead > EAST { ahead - OF_DAY } else { ahead })
        });
        offsets.extend(local.filter(|offset| offset % 30 == 0));
    }
    // Who alone has another time may be wrong about it.
    let support = |offset: i32| offsets.iter().filter(|&&other| other == offset).count();
    let most = offsets.iter().map(|&offset| support(offset)).max();
    let mut places: Vec<i32> = offsets
        .iter()
        .copied()
        .filter(|&at| Some(support(at)) == most)
        .collect();
    places.sort_unstable();
    places.dedup();
    places
}

/// A time by a clock that is so many minutes ahead of its own.
pub(crate) fn moved(date: &Date, ahead: i32) -> Option<Date> {
    let span = jiff::Span::new().minutes(ahead);
    let (from, to) = interval(date)?;
    Some(Date {
        from: Some(from.checked_add(span).ok()?),
        to: Some(to.checked_add(span).ok()?),
        ..date.clone()
    })
}

const OF_DAY: i32 = 24 * 60;

/// No clock is further ahead of UTC.
const EAST: i32 = 14 * 60;

/// Minutes of a time since the midnight before it.
fn minutes(date: &Date) -> Option<i32> {
    let at = date.from.filter(|_| date.precision == Precision::Time)?;
    Some(i32::from(at.hour()) * 60 + i32::from(at.minute()))
}

/// Whether a date is a period from one day to another ("from 3 to 5 May"), not one of months.
fn is_of_days(date: &Date) -> bool {
    let (Some(from), Some(to)) = (date.from, date.to) else {
        return false;
    };
    let whole_months = from.day() == 1 && to.day() == to.days_in_month();
    date.precision == Precision::Period && from.date() != to.date() && !whole_months
}

/// How well two dates answer each other: at least [`crate::slots::EQUAL`] for equal ones. Dates
/// apart are one slot only where a slip of the pen could part them: near in time, equally fine.
pub(crate) fn affinity(a: &Date, b: &Date) -> Option<f32> {
    match relation(a, b) {
        Verdict::Agrees => Some(crate::slots::EQUAL),
        // A bare hour answers the day that the text around it tells, and no other.
        Verdict::Compatible if (a.undated || b.undated) && gap(a, b).is_some_and(|gap| gap > 0) => {
            None
        }
        Verdict::Compatible if a.from.is_some() && b.from.is_some() => {
            // A year holds too many days to say that the day is meant by it.
            let gap = rank(a.precision).abs_diff(rank(b.precision));
            Some(1.5 - 0.25 * f32::from(gap))
        }
        // What has no bounds goes last: "then" is no answer to "March 1993" beside "March 1983".
        Verdict::Compatible => Some(0.15),
        _ => {
            if let Some(fits) = slip(a, b) {
                return Some(fits);
            }
            let reach = match (a.precision, b.precision) {
                (Precision::Decade, Precision::Decade) => 10 * 366,
                (Precision::Year, Precision::Year) => 5 * 366,
                (Precision::Month, Precision::Month) => 92,
                (x, y) if rank(x) >= DAY && rank(y) >= DAY => 10,
                (Precision::Period, Precision::Period) => 10,
                // "next week", the Sunday before it.
                (Precision::Week, y) | (y, Precision::Week) if rank(y) >= DAY => {
                    return (gap(a, b)? <= NEXT).then_some(0.1);
                }
                _ => return None,
            };
            let days = apart(a, b)?;
            (days <= reach).then_some(0.5 / (1.0 + days as f32))
        }
    }
}

/// Days between the beginnings of two dates; where one has no year, days in the month or in the week
/// between what both name.
fn apart(a: &Date, b: &Date) -> Option<u32> {
    if let (Some(from), Some(other)) = (a.from, b.from) {
        return days_between(from, other);
    }
    let (one, other) = (named(a)?, named(b)?);
    if let (Some(day), Some(of_other)) = (one.day, other.day) {
        let same_month = one.month.zip(other.month).is_none_or(|(a, b)| a == b);
        return same_month.then(|| u32::from(day.abs_diff(of_other)));
    }
    let (day, of_other) = one.weekday.zip(other.weekday)?;
    let ahead = day.since(of_other).unsigned_abs();
    Some(u32::from(ahead.min(7 - ahead)))
}

/// How well two printed dates fit that a slip of the pen parts: in the year (29 September 2018,
/// 29 September 2020), in the month (9 December, 9 January), in
/// one digit of the year (March 1983, March 1993, 1993). A month of another calendar may begin in the
/// month before.
fn slip(a: &Date, b: &Date) -> Option<f32> {
    let (from, other) = (a.from?, b.from?);
    if a.relative || b.relative {
        return None;
    }
    let years = from.year().abs_diff(other.year());
    let months = (12 * (i32::from(from.year()) - i32::from(other.year()))
        + i32::from(from.month() - other.month()))
    .unsigned_abs();
    let off = |step: u32| matches!(months % 12, 0) || step > 0 && matches!(months % 12, 1 | 11);
    let is_day = |of: &Date| rank(of.precision) >= DAY;
    match [a.precision, b.precision] {
        _ if is_day(a) && is_day(b) => {
            let same = from.day() == other.day();
            if same && from.month() == other.month() && years <= 5 {
                Some(0.25)
            } else {
                (same && months <= 2).then_some(0.2)
            }
        }
        [Precision::Month, Precision::Month] => {
            (off(1) && matches!(years, 1..=5 | 10)).then_some(if off(0) { 0.2 } else { 0.15 })
        }
        [
            Precision::Month | Precision::Year,
            Precision::Month | Precision::Year,
        ] => (years == 10).then_some(0.15),
        _ => None,
    }
}

const DAY: u8 = 5;

/// Days from a week to a day beside it that may be meant in its place.
const NEXT: u32 = 2;

/// Days between two dates that have no day in common.
fn gap(a: &Date, b: &Date) -> Option<u32> {
    let (a, b) = (interval(a)?, interval(b)?);
    let (first, second) = if a.0 <= b.0 { (a, b) } else { (b, a) };
    if second.0 <= first.1 {
        return Some(0);
    }
    days_between(first.1, second.0)
}

fn rank(precision: Precision) -> u8 {
    match precision {
        Precision::Vague => 0,
        Precision::Decade => 1,
        Precision::Year => 2,
        Precision::Season | Precision::Period => 3,
        Precision::Month | Precision::Week => 4,
        _ => DAY,
    }
}

fn interval(date: &Date) -> Option<(DateTime, DateTime)> {
    let from = date.from?;
    Some((from, date.to.unwrap_or(from)))
}

fn days_between(a: DateTime, b: DateTime) -> Option<u32> {
    let span = a.date().until(b.date()).ok()?;
    Some(span.get_days().unsigned_abs())
}

/// The date as a researcher sorts it: `2024-04-30`, `2024-04`, `2007`, `2024-04-30 to 2024-05-02`,
/// `2024-04-30 10:00`, `10:00` where the text names no day; how vague it is where it has no bounds.
pub(crate) fn in_words(date: &Date) -> String {
    let Some((from, to)) = interval(date) else {
        return match date.precision {
            Precision::Vague => "an unstated time".to_owned(),
            _ => date
                .unplaced
                .map_or_else(|| "an unplaced date".to_owned(), in_calendar),
        };
    };
    let day = |at: DateTime| at.date().to_string();
    match date.precision {
        Precision::Year => format!("{:04}", from.year()),
        Precision::Month => format!("{:04}-{:02}", from.year(), from.month()),
        // The day of a bare hour is only that of the text around it.
        Precision::Time if date.undated => format!("{:02}:{:02}", from.hour(), from.minute()),
        Precision::Time => format!("{} {:02}:{:02}", day(from), from.hour(), from.minute()),
        Precision::DayPart if from.date() == to.date() => format!(
            "{} {:02}:{:02} to {:02}:{:02}",
            day(from),
            from.hour(),
            from.minute(),
            to.hour(),
            to.minute()
        ),
        _ if from.date() == to.date() => day(from),
        _ => format!("{} to {}", day(from), day(to)),
    }
}

/// What a date names of the calendar, as a researcher reads it: `Tuesday, no date`, `--03-05, no
/// year` in the way of ISO 8601.
fn in_calendar(named: CalendarDay) -> String {
    let month = named.month.map(|month| format!("--{month:02}"));
    let day = match (month, named.day) {
        (Some(month), Some(day)) => format!("{month}-{day:02}, no year"),
        (Some(month), None) => format!("{month}, no year"),
        (None, Some(day)) => format!("---{day:02}, no month"),
        (None, None) => "no date".to_owned(),
    };
    match named.weekday {
        Some(weekday) => format!("{weekday:?}, {day}"),
        None => day,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::{Weekday, date};

    fn day(year: i16, month: i8, day: i8) -> Date {
        let at = date(year, month, day);
        Date {
            from: Some(at.at(0, 0, 0, 0)),
            to: Some(at.at(23, 59, 59, 0)),
            precision: Precision::Day,
            relative: false,
            undated: false,
            zone: None,
            offset: None,
            unplaced: None,
            dateline: false,
        }
    }

    #[test]
    fn hours_without_days_are_compared_as_hours() {
        let hour = |day: i8, hour: i8| Date {
            from: Some(date(2013, 7, day).at(hour, 35, 0, 0)),
            to: Some(date(2013, 7, day).at(hour, 35, 59, 0)),
            precision: Precision::Time,
            undated: true,
            ..self::day(2013, 7, day)
        };
        assert_eq!(relation(&hour(8, 10), &hour(12, 10)), Verdict::Agrees);
        assert_eq!(relation(&hour(8, 10), &hour(12, 11)), Verdict::Diverges);
        // A bare hour contradicts no day.
        let day = self::day(2013, 7, 9);
        assert_eq!(relation(&hour(8, 10), &day), Verdict::Compatible);
        assert_eq!(affinity(&hour(8, 10), &day), None);
        assert!(affinity(&hour(9, 10), &day).is_some());
    }

    #[test]
    fn a_year_so_far_reaches_to_the_day_of_the_report() {
        let so_far = |last: i8| Date {
            from: Some(date(2026, 1, 1).at(0, 0, 0, 0)),
            to: Some(date(2026, 3, last).at(23, 59, 59, 0)),
            precision: Precision::Period,
            relative: true,
            ..day(2026, 1, 1)
        };
        let year = Date {
            from: Some(date(2026, 1, 1).at(0, 0, 0, 0)),
            to: Some(date(2026, 12, 31).at(23, 59, 59, 0)),
            precision: Precision::Year,
            ..day(2026, 1, 1)
        };
        assert_eq!(relation(&so_far(13), &so_far(14)), Verdict::Compatible);
        assert_eq!(relation(&so_far(13), &year), Verdict::Compatible);
        let period = |last: i8| Date {
            relative: false,
            ..so_far(last)
        };
        assert_eq!(relation(&period(13), &period(14)), Verdict::Diverges);
    }

    #[test]
    fn dates_are_compared_at_their_precision() {
        let april = Date {
            from: Some(date(2024, 4, 1).at(0, 0, 0, 0)),
            to: Some(date(2024, 4, 30).at(23, 59, 59, 0)),
            precision: Precision::Month,
            ..day(2024, 4, 1)
        };
        let recently = Date {
            from: None,
            to: None,
            precision: Precision::Vague,
            ..april.clone()
        };
        let thirtieth = day(2024, 4, 30);
        assert_eq!(relation(&thirtieth, &day(2024, 4, 30)), Verdict::Agrees);
        assert_eq!(relation(&thirtieth, &april), Verdict::Compatible);
        assert_eq!(relation(&thirtieth, &recently), Verdict::Compatible);
        assert_eq!(relation(&thirtieth, &day(2024, 4, 29)), Verdict::Diverges);
        assert_eq!(relation(&april, &day(2024, 5, 1)), Verdict::Diverges);
        assert!(affinity(&thirtieth, &day(2024, 4, 29)).is_some());
        assert!(affinity(&thirtieth, &day(2007, 4, 29)).is_none());
    }

    #[test]
    fn which_friday_is_meant_is_a_guess() {
        let friday = |day_of_month| Date {
            relative: true,
            ..day(2018, 11, day_of_month)
        };
        assert_eq!(relation(&friday(9), &friday(16)), Verdict::Agrees);
        assert_eq!(
            relation(&friday(9), &day(2018, 11, 16)),
            Verdict::Compatible
        );
        assert_eq!(
            relation(&day(2018, 11, 9), &day(2018, 11, 16)),
            Verdict::Diverges
        );
        assert_eq!(relation(&friday(9), &friday(15)), Verdict::Diverges);
        assert!(affinity(&friday(9), &friday(16)) >= Some(crate::slots::EQUAL));
    }

    #[test]
    fn clocks_and_periods() {
        let time = |hour: i8, minute: i8| Date {
            from: Some(date(2025, 3, 14).at(hour, minute, 0, 0)),
            to: Some(date(2025, 3, 14).at(hour, minute, 59, 0)),
            precision: Precision::Time,
            ..day(2025, 3, 14)
        };
        let (here, there) = (time(4, 12), time(10, 12));
        let own = [Some(60), Some(540)];
        assert!(by_two_clocks(&here, &there, own, &[60, 180, 540]));
        assert!(by_two_clocks(
            &there,
            &here,
            [own[1], own[0]],
            &[60, 180, 540]
        ));
        assert!(!by_two_clocks(&here, &there, own, &[60, 540]));
        assert!(!by_two_clocks(&here, &time(10, 10), own, &[60, 180, 540]));
        let period = |last: i8| Date {
            precision: Precision::Period,
            from: Some(date(2024, 2, 27).at(0, 0, 0, 0)),
            to: Some(date(2024, 3, last).at(23, 59, 59, 0)),
            ..day(2024, 3, 1)
        };
        assert_eq!(relation(&period(1), &period(1)), Verdict::Agrees);
        assert_eq!(relation(&period(1), &period(2)), Verdict::Diverges);
        let part = Date {
            precision: Precision::DayPart,
            ..day(2024, 3, 1)
        };
        assert_eq!(relation(&part, &day(2024, 3, 1)), Verdict::Compatible);
    }

    #[test]
    fn what_no_year_places_is_compared_by_the_calendar() {
        let unplaced = |month, of_month, weekday| Date {
            from: None,
            to: None,
            relative: true,
            unplaced: Some(CalendarDay {
                month,
                day: of_month,
                weekday,
            }),
            ..day(2024, 4, 30)
        };
        let (tuesday, thursday) = (
            unplaced(None, None, Some(Weekday::Tuesday)),
            unplaced(None, None, Some(Weekday::Thursday)),
        );
        assert_eq!(relation(&tuesday, &tuesday), Verdict::Agrees);
        assert_eq!(relation(&tuesday, &thursday), Verdict::Diverges);
        assert!(affinity(&tuesday, &thursday).is_some());
        let (fifth, sixth) = (
            unplaced(Some(3), Some(5), None),
            unplaced(Some(3), Some(6), None),
        );
        assert_eq!(relation(&fifth, &fifth), Verdict::Agrees);
        assert_eq!(relation(&fifth, &sixth), Verdict::Diverges);
        assert_eq!(relation(&fifth, &tuesday), Verdict::Compatible);
        // 30 April 2024 was a Tuesday.
        assert_eq!(relation(&day(2024, 4, 30), &tuesday), Verdict::Agrees);
        assert_eq!(relation(&day(2024, 4, 30), &thursday), Verdict::Diverges);
        assert_eq!(relation(&day(2024, 3, 6), &fifth), Verdict::Diverges);
        // "yesterday", of no day.
        let yesterday = Date {
            unplaced: None,
            ..tuesday.clone()
        };
        assert_eq!(relation(&yesterday, &yesterday), Verdict::Compatible);
        assert!(is_nowhere(&yesterday) && !is_nowhere(&tuesday));
        assert_eq!(in_words(&tuesday), "Tuesday, no date");
        assert_eq!(in_words(&fifth), "--03-05, no year");
    }

    #[test]
    fn words_follow_the_precision() {
        assert_eq!(in_words(&day(2024, 4, 30)), "2024-04-30");
        let year = Date {
            precision: Precision::Year,
            ..day(2007, 1, 1)
        };
        assert_eq!(in_words(&year), "2007");
        let dawn = Date {
            to: Some(date(2024, 4, 30).at(5, 59, 59, 0)),
            precision: Precision::DayPart,
            ..day(2024, 4, 30)
        };
        assert_eq!(in_words(&dawn), "2024-04-30 00:00 to 05:59");
        let hour = |undated| Date {
            precision: Precision::Time,
            undated,
            ..day(2024, 4, 30)
        };
        assert_eq!(in_words(&hour(false)), "2024-04-30 00:00");
        assert_eq!(in_words(&hour(true)), "00:00");
    }
}

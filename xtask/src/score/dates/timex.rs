//! News with TIMEX3 annotations. Compared are the types DATE and TIME; durations and sets are
//! quantities here, and a value that names no place on the calendar (`XXXX-XX-XX`, `P5D`) asks
//! for nothing.

use super::{Answer, bytes, dates, figures_of, print, rows, score};
use crate::score::Figure;
use extractor::{Date, Precision};
use jiff::ToSpan;
use jiff::civil::{self, Weekday};
use scorer::Measure;
use std::path::Path;

const SETS: &[&str] = &[
    "meantime_en",
    "meantime_es",
    "krauts_DieZeit",
    "krauts_Dolomiten-42",
];

pub(super) fn figures(folder: &Path, errors: bool) -> Option<Vec<Figure>> {
    let mut figures = Vec::new();
    for set in SETS {
        let mut total = Measure::default();
        for row in rows(&folder.join(format!("{set}.jsonl")))? {
            let text = row["text"].as_str()?;
            let gold: Vec<_> = row["timexes"]
                .as_array()?
                .iter()
                .filter_map(|timex| {
                    let at = |end: &str| Some(timex[end].as_u64()? as usize);
                    let span = bytes(text, |_| 1, at("s")?, at("e")?);
                    let value = timex["value"].as_str()?;
                    Some((span, Gold::read(timex["type"].as_str()?, value)))
                })
                .collect();
            let found = dates(row["lang"].as_str()?, row["dct"].as_str()?, text);
            let (measure, wrong) = score(&gold, &found, Gold::answer, Gold::counts);
            total += measure;
            if errors {
                print(&format!("{set} {}", row["dct"]), text, &wrong, false);
            }
        }
        figures.extend(figures_of(set, total));
    }
    Some(figures)
}

/// What a TIMEX3 value asks for.
#[derive(Debug, Clone, PartialEq)]
enum Gold {
    /// First and last day.
    Days(civil::Date, civil::Date),
    /// A part of a day.
    Part(civil::Date, String),
    Time(civil::DateTime),
    /// The past (-1), the present or the future.
    Vague(i32),
    /// A duration or set.
    Length,
    Open,
}

impl Gold {
    fn read(kind: &str, value: &str) -> Self {
        if matches!(kind, "DURATION" | "SET") {
            return Self::Length;
        }
        match value.to_ascii_uppercase().as_str() {
            "PAST_REF" => Self::Vague(-1),
            "PRESENT_REF" => Self::Vague(0),
            "FUTURE_REF" => Self::Vague(1),
            value => Self::on_calendar(value).unwrap_or(Self::Open),
        }
    }

    fn on_calendar(value: &str) -> Option<Self> {
        let (date, time) = match value.split_once('T') {
            Some((date, time)) => (date, Some(time)),
            None => (value, None),
        };
        let (first, last) = days(date)?;
        let Some(time) = time else {
            return Some(Self::Days(first, last));
        };
        let time = time.trim_end_matches('Z');
        if time.starts_with(|c: char| c.is_ascii_alphabetic()) {
            return Some(Self::Part(first, time.get(..2)?.to_owned()));
        }
        let mut parts = time.split([':', '.']).map(str::parse::<i8>);
        let hour = parts.next()?.ok()?;
        let minute = parts.next().and_then(Result::ok).unwrap_or(0);
        let time = civil::Time::new(hour % 24, minute, 0, 0).ok()?;
        Some(Self::Time(first.to_datetime(time)))
    }

    fn counts(&self) -> bool {
        !matches!(self, Self::Length | Self::Open)
    }

    fn answer(&self, date: &Date) -> Answer {
        let right = match self {
            Self::Open => return Answer::Open,
            // "the last three days", "vor zwanzig Jahren" are durations there and placed in time
            // here.
            Self::Length => {
                return match date.precision {
                    Precision::Period | Precision::Vague => Answer::Open,
                    Precision::Week | Precision::Month | Precision::Year if date.relative => {
                        Answer::Open
                    }
                    _ => Answer::Wrong,
                };
            }
            Self::Vague(when) => {
                date.precision == Precision::Vague
                    && match when {
                        -1 => date.from.is_none(),
                        1 => date.to.is_none(),
                        _ => date.from.is_some() == date.to.is_some(),
                    }
            }
            Self::Part(day, part) => {
                date.precision == Precision::DayPart
                    && date.from.is_some_and(|from| {
                        from.date() == *day
                            && match part.as_str() {
                                "MO" => from.hour() < 12,
                                "AF" => (12..18).contains(&from.hour()),
                                "EV" => from.hour() >= 17,
                                "NI" => from.hour() >= 18 || from.hour() < 6,
                                _ => true,
                            }
                    })
            }
            Self::Time(time) => {
                let end = |end: Option<civil::DateTime>| end?.with().second(0).build().ok();
                match date.precision {
                    Precision::Time => date.from == Some(*time),
                    // "14-18 Uhr"
                    Precision::Period => date.from == Some(*time) || end(date.to) == Some(*time),
                    _ => false,
                }
            }
            Self::Days(first, last)
                if matches!(date.precision, Precision::Time | Precision::DayPart)
                    && date.from.is_some_and(|from| from.date() == *first)
                    && first == last =>
            {
                return Answer::Part;
            }
            Self::Days(first, last) => days_match(date, *first, *last),
        };
        if right { Answer::Right } else { Answer::Wrong }
    }
}

/// Whether a date names these days. The set keeps "early", "mid" and "late" out of its values,
/// so that a part of a month or year is compared by the whole, and either end of a period by
/// itself.
fn days_match(date: &Date, first: civil::Date, last: civil::Date) -> bool {
    let (Some(from), Some(to)) = (date.from, date.to) else {
        return false;
    };
    let (from, to) = (from.date(), to.date());
    let whole = match date.precision {
        Precision::Month => Some((from.first_of_month(), from.last_of_month())),
        Precision::Year => Some((from.first_of_year(), from.last_of_year())),
        Precision::Decade => {
            let start = from.year().div_euclid(10) * 10;
            civil::Date::new(start, 1, 1)
                .ok()
                .zip(civil::Date::new(start + 9, 12, 31).ok())
        }
        Precision::Period => {
            // A century begins in the year 0 there and in the year 1 here.
            let century = last.year() - first.year() == 99;
            return from == first
                || to == last
                || (century && from.year() == first.year() + 1 && to.year() == last.year() + 1);
        }
        Precision::DayPart | Precision::Time | Precision::Vague => None,
        _ => Some((from, to)),
    };
    whole == Some((first, last))
}

/// First and last day of a TIMEX3 date.
fn days(value: &str) -> Option<(civil::Date, civil::Date)> {
    let value = value.trim_end_matches("-XX");
    let whole = |start: i16, years: i16| {
        Some((
            civil::Date::new(start, 1, 1).ok()?,
            civil::Date::new(start.checked_add(years)? - 1, 12, 31).ok()?,
        ))
    };
    let months = |year: i16, first: i8, count: i8| {
        let first = civil::Date::new(year, first, 1).ok()?;
        let last = first.checked_add(i32::from(count - 1).months()).ok()?;
        Some((first, last.last_of_month()))
    };
    let value = value.strip_prefix("FY").unwrap_or(value);
    let mut parts = value.split('-');
    let year = parts.next()?;
    let rest: Vec<&str> = parts.collect();
    if rest.is_empty() {
        let number: i16 = year.parse().ok()?;
        return match year.len() {
            4 => whole(number, 1),
            3 => whole(number * 10, 10),
            2 => whole(number * 100, 100),
            _ => None,
        };
    }
    let year: i16 = year.parse().ok().filter(|_| year.len() == 4)?;
    match rest.as_slice() {
        ["Q1" | "1Q"] => months(year, 1, 3),
        ["Q2" | "2Q"] => months(year, 4, 3),
        ["Q3" | "3Q"] => months(year, 7, 3),
        ["Q4" | "4Q"] => months(year, 10, 3),
        ["H1"] => months(year, 1, 6),
        ["H2"] => months(year, 7, 6),
        ["SP"] => months(year, 3, 3),
        ["SU"] => months(year, 6, 3),
        ["FA" | "AU"] => months(year, 9, 3),
        ["WI"] => months(year, 12, 3),
        [week, rest @ ..] if week.starts_with('W') => {
            let week: i8 = week.strip_prefix('W')?.parse().ok()?;
            let monday = civil::ISOWeekDate::new(year, week, Weekday::Monday)
                .ok()?
                .date();
            let (from, to) = match rest {
                [] => (0, 6),
                ["WE"] => (5, 6),
                [day] => {
                    let day: i32 = day.parse().ok()?;
                    (day - 1, day - 1)
                }
                _ => return None,
            };
            Some((
                monday.checked_add(from.days()).ok()?,
                monday.checked_add(to.days()).ok()?,
            ))
        }
        [month] => months(year, month.parse().ok()?, 1),
        [month, day] => {
            let day = civil::Date::new(year, month.parse().ok()?, day.parse().ok()?).ok()?;
            Some((day, day))
        }
        _ => None,
    }
}

//! The worked cases of a date recogniser, language by language.
//!
//! Compared are days and stretches of days, in plain mode; times on a day are counted besides.
//! Left out are
//!
//! - cases that its reference implementation fails, and its other modes;
//! - durations, sets and zones (quantities here), and times of day without a day: they are
//!   extracted here on the day told of, and asked for nothing;
//! - what depends on the clock of the reference ("in two hours", "now"): articles have a day of
//!   publication and no hour;
//! - which part of a period "early", "mid", "late" and "later this week" name, and periods that
//!   it marks as undefined ("that week");
//! - a unit by its bare name as the one around the reference ("film of the year"), working days,
//!   and lunar calendars and reigns whose days it takes for Gregorian ones;
//! - a weekday beside a day on which it does not fall; "next Friday" and its like where speakers
//!   differ in which week they mean; days in digits in an order that the language does not print;
//! - the hours that it sets for a part of the day; whether the last day, month or year of a
//!   range is in it ("from 2010 to 2018" ends there with the first day of 2018); whether a
//!   century begins with its year 0 or 1; and the one day that a distance of whole weeks, months
//!   or years is there: here it is that week, month or year.
//!
//! A case with several readings ("Friday": the last or the next) is right with any of them.

mod families;

use super::{Answer, bytes, dates, figures_of, print, rows, score};
use crate::score::Figure;
use extractor::{Date, Precision};
use families::{Words, is_part_of, names_a_distance};
use jiff::ToSpan;
use jiff::civil;
use scorer::Measure;
use serde_json::Value;
use std::path::Path;

const LANGUAGES: &[(&str, &str)] = &[
    ("English", "en"),
    ("Spanish", "es"),
    ("French", "fr"),
    ("German", "de"),
    ("Italian", "it"),
    ("Portuguese", "pt"),
    ("Chinese", "zh"),
    ("Arabic", "ar"),
    ("Hindi", "hi"),
    ("Japanese", "ja"),
    ("Korean", "ko"),
    ("Turkish", "tr"),
];

pub(super) fn figures(folder: &Path, errors: bool) -> Option<Vec<Figure>> {
    let mut figures = Vec::new();
    for (name, code) in LANGUAGES {
        let (mut days, mut all) = (Measure::default(), Measure::default());
        let words = Words::new(code);
        for row in rows(&folder.join(format!("DateTime.{name}.jsonl")))? {
            let left_out = row["model"] != "DateTimeModel"
                || ["NotSupported", "NotSupportedByDesign"]
                    .iter()
                    .any(|key| row[*key].as_str().is_some_and(|s| s.contains("dotnet")));
            let Some(reference) = row["context"]["ReferenceDateTime"].as_str() else {
                continue;
            };
            if left_out {
                continue;
            }
            let text = row["input"].as_str()?;
            let published = reference;
            let reference = day(published)?;
            let gold: Vec<_> = row["results"]
                .as_array()
                .into_iter()
                .flatten()
                .filter_map(|result| {
                    let at = |end: &str| Some(result[end].as_u64()? as usize);
                    let span = bytes(text, char::len_utf16, at("Start")?, at("End")? + 1);
                    Some((span, Gold::read(result, code, &words, reference)))
                })
                .collect();
            let found: Vec<_> = dates(code, published, text);
            let answer = Gold::answer;
            all += score(&gold, &found, answer, Gold::counts).0;
            let gold: Vec<_> = gold
                .into_iter()
                .map(|(span, gold)| (span, gold.only_days()))
                .collect();
            let (measure, wrong) = score(&gold, &found, answer, Gold::counts);
            days += measure;
            if errors {
                print(&format!("specs/{code} {reference}"), text, &wrong, true);
            }
        }
        // The reference fails all cases of some languages.
        if days.gold > 0 {
            figures.extend(figures_of(&format!("specs/{code}"), days));
            figures.extend(figures_of(&format!("specs/{code} with times"), all));
        }
    }
    Some(figures)
}

/// What a result asks for.
#[derive(Debug, Clone)]
enum Gold {
    /// Any of these readings.
    Readings(Vec<Reading>),
    /// A duration or set.
    Length,
    Open,
}

#[derive(Debug, Clone)]
struct Reading {
    from: Option<civil::DateTime>,
    to: Option<civil::DateTime>,
    grain: Grain,
    /// The one day of a distance in weeks, months or years.
    distance: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Grain {
    Days,
    Part,
    Time,
}

impl Gold {
    fn read(result: &Value, code: &str, words: &Words, reference: civil::Date) -> Self {
        let kind = result["TypeName"].as_str().unwrap_or_default();
        match kind.trim_start_matches("datetimeV2.") {
            "duration" | "set" => return Self::Length,
            "date" | "daterange" | "datetime" | "datetimerange" => {}
            _ => return Self::Open,
        }
        if words.leave_out(result, reference) {
            return Self::Open;
        }
        let text = result["Text"].as_str().unwrap_or_default();
        let readings: Vec<Reading> = result["Resolution"]["values"]
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(|value| Reading::read(value, text, code))
            .collect();
        if readings.is_empty() {
            Self::Open
        } else {
            Self::Readings(readings)
        }
    }

    /// The same, with times on a day left open.
    fn only_days(self) -> Self {
        match self {
            Self::Readings(readings) if readings.iter().any(|r| r.grain != Grain::Days) => {
                Self::Open
            }
            gold => gold,
        }
    }

    fn counts(&self) -> bool {
        matches!(self, Self::Readings(_))
    }

    fn answer(&self, date: &Date) -> Answer {
        let Self::Readings(readings) = self else {
            // Vague dates and periods of a length are dates here.
            return match (self, date.precision) {
                (Self::Length, Precision::Vague | Precision::Period) | (Self::Open, _) => {
                    Answer::Open
                }
                _ => Answer::Wrong,
            };
        };
        let time = matches!(date.precision, Precision::Time | Precision::DayPart);
        if readings.iter().any(|reading| reading.fits(date)) {
            Answer::Right
        } else if time && readings.iter().any(|reading| reading.is_day_of(date)) {
            Answer::Part
        } else {
            Answer::Wrong
        }
    }
}

impl Reading {
    fn read(value: &Value, text: &str, code: &str) -> Option<Self> {
        let timex = value["timex"].as_str().unwrap_or_default();
        // Resolved against the hour of the reference.
        let mode = value["Mod"].as_str().unwrap_or_default();
        let to_the_second = timex.matches(':').count() > 1 && !text.contains(':');
        if timex == "PRESENT_REF"
            || to_the_second
            || ["start", "mid", "end", "ref_undef"]
                .iter()
                .any(|part| mode.contains(part))
            || (timex.contains("PT") && !timex.starts_with('('))
        {
            return None;
        }
        let end = |key: &str| value[key].as_str().and_then(moment);
        let at = end("value");
        let from = at.or_else(|| end("start"));
        let to = at.or_else(|| end("end"));
        let date = |end: Option<civil::DateTime>| end.map(civil::DateTime::date);
        if from.is_none() && to.is_none() || is_part_of(timex, date(from), date(to)) {
            return None;
        }
        let part = timex.split_once('T').is_some_and(|(_, time)| {
            ["MO", "MI", "AF", "EV", "NI", "DT"]
                .iter()
                .any(|part| time.starts_with(part))
        });
        let kind = value["type"].as_str().unwrap_or_default();
        let mut reading = Self {
            from,
            to,
            grain: match kind {
                "date" | "daterange" => Grain::Days,
                _ if part => Grain::Part,
                _ => Grain::Time,
            },
            distance: false,
        };
        reading.distance = names_a_distance(text, code, &reading);
        Some(reading)
    }

    fn is_day_of(&self, date: &Date) -> bool {
        self.grain == Grain::Days
            && self.from == self.to
            && self.from.map(civil::DateTime::date) == date.from.map(civil::DateTime::date)
    }

    fn fits(&self, date: &Date) -> bool {
        let (Some(from), Some(to)) = (date.from, date.to) else {
            return false;
        };
        let next = |day: civil::Date| day.checked_add(1.days()).ok();
        match self.grain {
            Grain::Days => {
                let days = (from.date(), to.date());
                let after = next(days.1);
                let wanted = |end: Option<civil::DateTime>| end.map(civil::DateTime::date);
                let (first, last) = (wanted(self.from), wanted(self.to));
                let starts = first == Some(days.0);
                let by_first_day = date.precision == Precision::Period
                    && (last == Some(days.1.first_of_month())
                        || last == Some(days.1.first_of_year()));
                let ends = last == Some(days.1) || last == after || by_first_day;
                let coarse = matches!(
                    date.precision,
                    Precision::Week | Precision::Month | Precision::Year
                );
                if coarse
                    && self.distance
                    && first.is_some_and(|day| (days.0..=days.1).contains(&day))
                {
                    return true;
                }
                let century = |end: Option<civil::Date>, year: i16| {
                    date.precision == Precision::Period
                        && end
                            .is_some_and(|end| end.year() % 100 == 0 && end == end.first_of_year())
                        && end.is_some_and(|end| end.year() == year)
                };
                if century(first, days.0.year() - 1) && century(last, days.1.year()) {
                    return true;
                }
                match (first, last) {
                    _ if date.precision > Precision::Day && date.precision != Precision::Period => {
                        false
                    }
                    // "since", "after": the bound is the date.
                    (Some(_), None) => starts || first == after,
                    (None, Some(_)) => last == Some(days.0) || ends,
                    _ => starts && ends,
                }
            }
            Grain::Part => {
                date.precision == Precision::DayPart
                    && [self.from, self.to]
                        .into_iter()
                        .flatten()
                        .any(|end| end.date() == from.date())
            }
            Grain::Time => match (self.from, self.to) {
                (Some(first), Some(last)) if first == last => {
                    first == from && date.precision == Precision::Time
                }
                (Some(first), Some(last)) => {
                    let minute = |time: civil::DateTime| time.with().second(0).build().ok();
                    first == from && (minute(to) == Some(last) || last.date() == to.date())
                }
                (Some(end), None) | (None, Some(end)) => end == from,
                (None, None) => false,
            },
        }
    }
}

fn day(text: &str) -> Option<civil::Date> {
    text.get(..10)?.parse().ok()
}

fn moment(text: &str) -> Option<civil::DateTime> {
    if text.len() == 10 {
        return Some(text.parse::<civil::Date>().ok()?.at(0, 0, 0, 0));
    }
    text.replace(' ', "T").parse().ok()
}

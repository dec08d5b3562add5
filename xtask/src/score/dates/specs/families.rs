//! Families of cases that are left out: conventions of an assistant's tool.

use super::Reading;
use jiff::civil::{self, Weekday};
use jiff::{ToSpan, Unit};
use serde_json::Value;

/// A unit by its bare name stands there for the one around the reference, so that "film of the
/// year" is a date.
const BARE_UNITS: &[&str] = &[
    "the day",
    "the week",
    "the fortnight",
    "the month",
    "the year",
    "día",
    "semana",
    "mes",
    "año",
    "jour",
    "semaine",
    "mois",
    "année",
    "das jahr",
    "dem jahr",
    "des jahres",
    "giorno",
    "settimana",
    "mese",
    "anno",
    "dia",
    "mês",
    "ano",
    "weekend",
    "gün",
    "hafta",
    "ay",
    "yıl",
    "yılın",
];

/// Working days, which another calendar in every country tells.
const WORKING_DAYS: &[&str] = &[
    "business day",
    "workweek",
    "werktag",
    "unter der woche",
    "營業日",
    "営業日",
    "工作日",
    "iş gün",
    "días hábiles",
    "día hábil",
    "jours ouvrables",
    "dias úteis",
    "giorni lavorativi",
];

/// Words for no time in particular, which are there the day of the reference.
const VAGUE: &[&str] = &[
    "最近",
    "recently",
    "recientemente",
    "récemment",
    "neulich",
    "di recente",
    "recentemente",
    "son zamanlarda",
    "हाल ही में",
];

/// Calendars whose days and years it takes for Gregorian ones.
const OTHER_CALENDARS: &[&str] = &[
    "农历", "農曆", "旧暦", "康熙", "雍正", "乾隆", "神龙", "eid ",
];

/// What is known of the language of a case.
pub(super) struct Words {
    weekdays: Vec<(String, u8)>,
    /// Words for the beginning, middle and end of a period.
    edges: Vec<String>,
    day_first: bool,
}

impl Words {
    pub(super) fn new(code: &str) -> Self {
        let pack = lang::pack(code);
        let rows = pack.iter().flat_map(|pack| pack.rows("weekdays"));
        let weekdays = rows
            .filter_map(|row| Some((row.key().to_lowercase(), row.column(1).parse().ok()?)))
            .collect();
        let words = pack.iter().flat_map(|pack| pack.rows("date_words"));
        let edges = words
            .filter(|row| row.column(1) == "edge" && row.key().len() > 4)
            .map(|row| row.key().to_lowercase())
            .collect();
        Self {
            weekdays,
            edges,
            day_first: pack.is_some_and(|pack| pack.meta.date_order.starts_with('d')),
        }
    }

    /// The weekday that a text prints, Monday is 1.
    fn weekday(&self, text: &str) -> Option<u8> {
        let letters = |c: Option<char>| c.is_some_and(|c| c.is_alphabetic() && c.is_ascii());
        let found = self.weekdays.iter().filter(|(word, _)| {
            text.match_indices(word.as_str()).any(|(at, found)| {
                let before = text.get(..at).and_then(|text| text.chars().next_back());
                let after = text
                    .get(at + found.len()..)
                    .and_then(|text| text.chars().next());
                !letters(before) && !letters(after)
            })
        });
        found
            .max_by_key(|(word, _)| word.len())
            .map(|(_, day)| *day)
    }

    /// Whether a result is of a family that is left out.
    pub(super) fn leave_out(&self, result: &Value, reference: civil::Date) -> bool {
        let text = result["Text"].as_str().unwrap_or_default().to_lowercase();
        let holds = |words: &[&str]| words.iter().any(|word| text.contains(word));
        if BARE_UNITS.contains(&text.as_str())
            || holds(WORKING_DAYS)
            || holds(OTHER_CALENDARS)
            || VAGUE.contains(&text.as_str())
        {
            return true;
        }
        let values = result["Resolution"]["values"].as_array();
        let values: Vec<&Value> = values.into_iter().flatten().collect();
        let days: Vec<civil::Date> = values
            .iter()
            .filter_map(|value| super::day(value["value"].as_str()?))
            .collect();
        let timex = values
            .first()
            .and_then(|value| value["timex"].as_str())
            .unwrap_or_default();
        // "from the middle of 2007 to the end of 2008"
        let edged = || self.edges.iter().any(|edge| text.contains(edge.as_str()));
        if timex.starts_with('(') && edged() {
            return true;
        }
        if let Some(printed) = self.weekday(&text) {
            let on = |day: &civil::Date| day.weekday().to_monday_one_offset() == printed as i8;
            // A weekday beside a day on which it does not fall: the day alone counts there.
            if !days.is_empty() && !days.iter().any(on) {
                return true;
            }
            // "next Friday", said on a Tuesday: of this week or the next, speakers differ.
            if let ([day], false) = (days.as_slice(), timex.contains("XXXX"))
                && !text.contains(|c: char| c.is_numeric())
                && reference
                    .until((Unit::Day, *day))
                    .is_ok_and(|span| span.get_days().abs() > 7)
            {
                return true;
            }
        }
        self.reads_the_other_order(&text, &values)
    }

    /// Whether a day in digits alone is read in an order that the language does not print.
    fn reads_the_other_order(&self, text: &str, values: &[&Value]) -> bool {
        let mut numbers = text
            .split(|c: char| !c.is_ascii_digit())
            .filter(|number| !number.is_empty())
            .map_while(|number| number.parse::<i8>().ok());
        let (Some(first), Some(second)) = (numbers.next(), numbers.next()) else {
            return false;
        };
        let in_digits = text.contains(['/', '-']) && self.day_first;
        let day = values.iter().find_map(|value| {
            super::day(
                value["value"]
                    .as_str()
                    .or_else(|| value["start"].as_str())?,
            )
        });
        in_digits
            && first != second
            && day.is_some_and(|day| day.month() == first && day.day() == second)
    }
}

/// Whether a value is only a part of the period that its TIMEX names: "later this week" is there
/// the second half of it.
pub(super) fn is_part_of(timex: &str, from: Option<civil::Date>, to: Option<civil::Date>) -> bool {
    let whole = || {
        let (year, rest) = match timex.split_once('-') {
            Some((year, rest)) => (year, Some(rest)),
            None => (timex, None),
        };
        let year: i16 = year.parse().ok()?;
        let first = |month: i8| civil::Date::new(year, month, 1).ok();
        Some(match rest {
            None => (first(1)?, first(1)?.checked_add(1.years()).ok()?),
            Some(week) if week.starts_with('W') && week.len() == 3 => {
                let week: i8 = week.get(1..)?.parse().ok()?;
                let monday = civil::ISOWeekDate::new(year, week, Weekday::Monday)
                    .ok()?
                    .date();
                (monday, monday.checked_add(7.days()).ok()?)
            }
            Some(month) if month.len() == 2 => {
                let first = first(month.parse().ok()?)?;
                (first, first.checked_add(1.months()).ok()?)
            }
            Some(_) => return None,
        })
    };
    match (from, to, whole()) {
        (Some(from), Some(to), Some((first, last))) => {
            (first..last).contains(&from) && to <= last && (from, to) != (first, last)
        }
        _ => false,
    }
}

/// The units that a distance may be told in, by the precision of the date.
pub(super) fn names_a_distance(text: &str, code: &str, reading: &Reading) -> bool {
    let text = text.to_lowercase();
    reading.from == reading.to
        && lang::pack(code).is_some_and(|pack| {
            pack.rows("date_words").any(|row| {
                row.column(1) == "unit"
                    && matches!(row.column(2), "week" | "month" | "year" | "decade")
                    && text.contains(&row.key().to_lowercase())
            })
        })
}

//! Dates of publication, brought to ISO 8601.

use jiff::fmt::temporal::Pieces;
use jiff::{Timestamp, civil};
use std::collections::BTreeMap;
use std::sync::OnceLock;

/// Written dates that databases and pages print. What could be read in two ways (`04/05/2024`) is
/// not among them.
const WRITTEN: &[&str] = &[
    "%B %d, %Y",
    "%b %d, %Y",
    "%d %B %Y",
    "%d %b %Y",
    "%A, %B %d, %Y",
    "%d.%m.%Y",
    "%Y/%m/%d",
    "%Y.%m.%d",
    "%Y%m%d",
    "%Y年%m月%d日",
    "%Y년 %m월 %d일",
];

/// The date or date-time as `2024-04-30`, `2024-04-30T10:00:00` or `2024-04-30T10:00:00+04:00`.
pub(crate) fn normal(printed: &str) -> Result<String, String> {
    let trimmed = printed.trim();
    iso(trimmed)
        .or_else(|| rfc2822(trimmed))
        .or_else(|| epoch(trimmed))
        .or_else(|| written(trimmed))
        .ok_or_else(|| {
            let shown: String = trimmed.chars().take(40).collect();
            format!("date of publication \"{shown}\" is not understood (use 2024-04-30): left out")
        })
}

fn iso(text: &str) -> Option<String> {
    // Python and R print "2024-04-30 10:00:00 UTC" and "+00:00".
    let text = text.strip_suffix(" UTC").unwrap_or(text);
    let pieces = Pieces::parse(text).ok()?;
    let date = pieces.date();
    if !text.contains('-') {
        return Some(date.to_string());
    }
    let Some(time) = pieces.time() else {
        return Some(date.to_string());
    };
    let offset = match pieces.to_numeric_offset() {
        Some(offset) if offset.is_zero() => "Z".to_owned(),
        Some(offset) => offset.to_string(),
        None => String::new(),
    };
    Some(format!("{date}T{time}{}", padded(&offset)))
}

/// `+04` as `+04:00`.
fn padded(offset: &str) -> String {
    if offset.len() == 3 {
        format!("{offset}:00")
    } else {
        offset.to_owned()
    }
}

fn rfc2822(text: &str) -> Option<String> {
    let zoned = jiff::fmt::rfc2822::parse(text).ok()?;
    let offset = zoned.offset();
    let shown = if offset.is_zero() {
        "Z".to_owned()
    } else {
        padded(&offset.to_string())
    };
    Some(format!("{}{shown}", zoned.datetime()))
}

/// Seconds (10 digits) or milliseconds (13 digits, as pandas writes) since 1970.
fn epoch(text: &str) -> Option<String> {
    if !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let number: i64 = text.parse().ok()?;
    let stamp = match text.len() {
        10 => Timestamp::from_second(number),
        13 => Timestamp::from_millisecond(number),
        _ => return None,
    };
    Some(stamp.ok()?.to_string())
}

fn written(text: &str) -> Option<String> {
    WRITTEN
        .iter()
        .find_map(|format| civil::Date::strptime(format, text).ok())
        .or_else(|| slashed(text))
        .map(|date| date.to_string())
}

/// The day that stands somewhere in a line, in the order and the language of the database:
/// "April 30, 2024 Tuesday 10:15 AM EST", "Dienstag, 30. April 2024".
pub(crate) fn within(line: &str) -> Option<String> {
    if let Ok(date) = normal(line) {
        return Some(date);
    }
    let words: Vec<&str> = line
        .split(|c: char| !c.is_alphanumeric())
        // "30 de abril de 2024", "the 30th of April" without its article.
        .filter(|word| !word.is_empty() && !matches!(*word, "de" | "del" | "of"))
        .collect();
    let year = |word: &str| -> Option<i16> {
        let year = word.parse().ok()?;
        (word.len() == 4 && (1800..2200).contains(&year)).then_some(year)
    };
    // "2024年4月30日 星期二", "2024년 4월 30일"
    let marked: Vec<&str> = line
        .split_inclusive(['年', '月', '日', '년', '월', '일'])
        .map(|part| part.trim_end_matches(|c: char| !c.is_ascii_digit()))
        .collect();
    if let [y, m, d, ..] = marked.as_slice()
        && line.contains(['年', '년'])
        && let (Ok(m), Ok(d)) = (m.trim().parse(), d.trim().parse())
        && let Some(date) = year(y.trim()).and_then(|y| civil::Date::new(y, m, d).ok())
    {
        return Some(date.to_string());
    }
    words.windows(3).find_map(|three| {
        let [a, b, c] = three else { return None };
        let (month, day) = month(a)
            .zip(b.parse().ok())
            .or_else(|| month(b).zip(a.parse().ok()))?;
        Some(civil::Date::new(year(c)?, month, day).ok()?.to_string())
    })
}

/// The number of a month's name in any language of the packs.
fn month(name: &str) -> Option<i8> {
    static MONTHS: OnceLock<BTreeMap<String, i8>> = OnceLock::new();
    let months = MONTHS.get_or_init(|| {
        let mut months = BTreeMap::new();
        for pack in lang::codes().filter_map(lang::pack) {
            for row in pack.rows("months") {
                // Other calendars have other years.
                if let (Ok(number), "") = (row.column(1).parse(), row.column(2)) {
                    months.entry(row.key().to_lowercase()).or_insert(number);
                }
            }
        }
        months
    });
    months.get(&name.to_lowercase()).copied()
}

/// `30/04/2024` and `04/30/2024`, where only one reading is a date.
fn slashed(text: &str) -> Option<civil::Date> {
    let european = civil::Date::strptime("%d/%m/%Y", text).ok();
    let american = civil::Date::strptime("%m/%d/%Y", text).ok();
    match (european, american) {
        (Some(date), None) | (None, Some(date)) => Some(date),
        (Some(a), Some(b)) if a == b => Some(a),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_become_iso() {
        for (printed, expected) in [
            ("2024-04-30", "2024-04-30"),
            (" 2024-04-30 ", "2024-04-30"),
            ("2024-04-30T10:00:00", "2024-04-30T10:00:00"),
            ("2024-04-30 10:00:00", "2024-04-30T10:00:00"),
            ("2024-04-30 10:00:00 UTC", "2024-04-30T10:00:00"),
            ("2024-04-30T10:00:00Z", "2024-04-30T10:00:00Z"),
            ("2024-04-30 10:00:00+04:00", "2024-04-30T10:00:00+04:00"),
            ("Tue, 30 Apr 2024 08:00:00 GMT", "2024-04-30T08:00:00Z"),
            ("1714464000000", "2024-04-30T08:00:00Z"),
            ("April 30, 2024", "2024-04-30"),
            ("30 Apr 2024", "2024-04-30"),
            ("30.04.2024", "2024-04-30"),
            ("20240430", "2024-04-30"),
            ("2024年4月30日", "2024-04-30"),
            ("30/04/2024", "2024-04-30"),
        ] {
            assert_eq!(normal(printed).as_deref(), Ok(expected), "{printed}");
        }
    }

    #[test]
    fn a_day_is_found_within_a_line() {
        for line in [
            "April 30, 2024 Tuesday 10:15 AM EST",
            "Dienstag, 30. April 2024",
            "30 avril 2024 mardi",
            "martes 30 abril 2024",
            "30 de abril de 2024 martes",
            "2024年4月30日 星期二",
            "2024년 4월 30일 화요일",
            "2024-04-30",
        ] {
            assert_eq!(within(line).as_deref(), Some("2024-04-30"), "{line}");
        }
        assert_eq!(within("The Guardian, May 2024"), None);
        assert_eq!(within("Length: 512 words"), None);
    }

    #[test]
    fn what_is_no_date_or_two_dates_is_a_note() {
        for printed in [
            "",
            "yesterday",
            "04/05/2024",
            "2024-13-01",
            "2024-02-30",
            "99999999999999",
        ] {
            assert!(normal(printed).is_err(), "{printed}");
        }
    }
}

//! When two dates are the same, can both be meant, or contradict each other.

use crate::Verdict;
use extractor::{Date, Precision};
use jiff::civil::DateTime;

/// How two dates of one happening stand to each other: equal, one inside the other at its own
/// precision ("in April", "30 April"), or apart. What could not be resolved contradicts nothing.
pub fn relation(a: &Date, b: &Date) -> Verdict {
    let (Some(a_days), Some(b_days)) = (interval(a), interval(b)) else {
        return if a.precision == b.precision && a.from.is_none() && b.from.is_none() {
            Verdict::Agrees
        } else {
            Verdict::Compatible
        };
    };
    if a_days == b_days {
        Verdict::Agrees
    } else if a_days.0 <= b_days.1 && b_days.0 <= a_days.1
        || [a.precision, b.precision].contains(&Precision::Vague)
    {
        Verdict::Compatible
    } else {
        Verdict::Diverges
    }
}

/// How well two dates answer each other: at least [`crate::slots::EQUAL`] for equal ones. Dates
/// apart are one slot only where a slip of the pen could part them: near in time, equally fine.
pub(crate) fn affinity(a: &Date, b: &Date) -> Option<f32> {
    match relation(a, b) {
        Verdict::Agrees => Some(crate::slots::EQUAL),
        Verdict::Compatible if a.from.is_some() && b.from.is_some() => {
            // A year holds too many days to say that the day is meant by it.
            let gap = rank(a.precision).abs_diff(rank(b.precision));
            Some(1.5 - 0.25 * f32::from(gap))
        }
        Verdict::Compatible => Some(0.25),
        _ => {
            let reach = match (a.precision, b.precision) {
                (Precision::Year, Precision::Year) => 5 * 366,
                (Precision::Month, Precision::Month) => 92,
                (x, y) if rank(x) >= DAY && rank(y) >= DAY => 10,
                _ => return None,
            };
            let days = days_between(a.from?, b.from?)?;
            (days <= reach).then_some(0.5 / (1.0 + days as f32))
        }
    }
}

const DAY: u8 = 5;

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
/// `2024-04-30 10:00`; how vague it is where it has no bounds.
pub(crate) fn in_words(date: &Date) -> String {
    let Some((from, to)) = interval(date) else {
        return match date.precision {
            Precision::Vague => "an unstated time".to_owned(),
            _ => "a date without a year or day of publication to place it".to_owned(),
        };
    };
    let day = |at: DateTime| at.date().to_string();
    match date.precision {
        Precision::Year => format!("{:04}", from.year()),
        Precision::Month => format!("{:04}-{:02}", from.year(), from.month()),
        Precision::Time => format!("{} {:02}:{:02}", day(from), from.hour(), from.minute()),
        _ if from.date() == to.date() => day(from),
        _ => format!("{} to {}", day(from), day(to)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn day(year: i16, month: i8, day: i8) -> Date {
        let at = date(year, month, day);
        Date {
            from: Some(at.at(0, 0, 0, 0)),
            to: Some(at.at(23, 59, 59, 0)),
            precision: Precision::Day,
            relative: false,
            zone: None,
            dateline: false,
        }
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
    fn words_follow_the_precision() {
        assert_eq!(in_words(&day(2024, 4, 30)), "2024-04-30");
        let year = Date {
            precision: Precision::Year,
            ..day(2007, 1, 1)
        };
        assert_eq!(in_words(&year), "2007");
    }
}

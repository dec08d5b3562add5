//! Digits: amounts, dates and clock times that stand in digits alone.

use super::What;
use crate::dates::fold::digit;
use crate::dates::lexicon::Unit;

/// The length of digits with separators between digits, as amounts have them.
pub(super) fn digits_token(text: &str) -> usize {
    let mut end = 0;
    for (at, c) in text.char_indices() {
        if digit(c).is_some() {
            end = at + c.len_utf8();
        } else if matches!(c, ',' | '.' | '٫' | '٬' | '\'' | '’') && end == at {
            let run = text
                .get(at + c.len_utf8()..)
                .unwrap_or_default()
                .chars()
                .take_while(|c| digit(*c).is_some())
                .take(5)
                .count();
            // "May 5,2024" is two numbers.
            if run == 0 || run > 3 {
                break;
            }
        } else {
            break;
        }
    }
    end
}

/// The minutes after an "h" at the start of `text`, and the length of both.
pub(super) fn letter_clock(text: &str) -> Option<(u8, usize)> {
    let rest = text.strip_prefix(['h', 'H'])?;
    let (minute, count, length) = run(rest)?;
    let ends = rest
        .get(length..)?
        .chars()
        .next()
        .is_none_or(|c| !c.is_alphanumeric());
    (count == 2 && minute < 60 && ends).then_some((minute as u8, 1 + length))
}

pub(super) fn value(digits: &str) -> Option<u32> {
    digits.chars().try_fold(0_u32, |value, c| {
        value.checked_mul(10)?.checked_add(digit(c)?)
    })
}

/// Digits at the start of `text`: their value, count and length in bytes.
fn run(text: &str) -> Option<(u32, usize, usize)> {
    let (mut count, mut length) = (0, 0);
    for c in text.chars().take_while(|c| digit(*c).is_some()).take(6) {
        count += 1;
        length += c.len_utf8();
    }
    Some((value(text.get(..length)?)?, count, length)).filter(|_| count > 0)
}

/// The day that eight digits name: "20160229".
pub(super) fn whole_day(digits: &str) -> Option<What> {
    if digits.chars().count() != 8 {
        return None;
    }
    let value = value(digits)?;
    let (year, month, day) = (value / 10_000, value / 100 % 100, value % 100);
    (1900..2100)
        .contains(&year)
        .then(|| day_of((year, 4), (month, 2), (day, 2), [Unit::Year; 3]))?
}

/// A date of digits or clock time at the start of `text`, and its length.
pub(super) fn compound(text: &str, order: [Unit; 3]) -> Option<(usize, What)> {
    let (a, a_digits, mut at) = run(text)?;
    let separator = text.get(at..)?.chars().next()?;
    let mut parts = vec![(a, a_digits)];
    let mut ends = vec![at];
    while parts.len() < 4 {
        let rest = text.get(at..)?;
        let Some(after) = rest.strip_prefix(separator) else {
            break;
        };
        // "30. 4. 2024"
        let spaces = if separator == '.' {
            after.len() - after.trim_start_matches([' ', '\u{a0}']).len()
        } else {
            0
        };
        let Some((value, digits, length)) = after.get(spaces..).and_then(run) else {
            break;
        };
        at += separator.len_utf8() + spaces + length;
        parts.push((value, digits));
        ends.push(at);
    }
    let next = text.get(at..)?.chars().next();
    let ends_whole = next.is_none_or(|c| digit(c).is_none());
    if !ends_whole {
        return None;
    }
    match (separator, parts.as_slice()) {
        (':', [(h, 1 | 2), (m, 2)]) if *h <= 24 && *m < 60 => {
            Some((at, What::Clock(*h as u8, *m as u8, 0)))
        }
        (':', [(h, 1 | 2), (m, 2), (s, 2)]) if *h <= 24 && *m < 60 && *s < 60 => {
            Some((at, What::Clock(*h as u8, *m as u8, *s as u8)))
        }
        ('-' | '/' | '.' | '‐' | '‑', [a, b, c]) => {
            let day = day_of(*a, *b, *c, order)?;
            Some((at, day))
        }
        ('/' | '.' | '-', [a, b]) if a.1 <= 4 && b.1 <= 4 => {
            let spaced = separator == '.' && at > a.1 + b.1 + 1;
            // "the winter of 2010-11" is of two years.
            if separator == '-' && a.1 == 4 && b.1 == 2 && (a.0 + 1) % 100 == b.0 {
                return None;
            }
            let year = (1900..2100).contains(&a.0);
            let month_of_year =
                (a.0 <= 12 && b.1 == 4) || (a.1 == 4 && b.0 <= 12 && (b.1 == 2 || year && b.0 > 0));
            // "16.00 Uhr", "0.30 Uhr"
            let clock = separator == '.' && b.1 == 2 && a.0 <= 24 && b.0 < 60;
            let days = a.0 >= 1 && b.0 >= 1;
            let plausible = a.1 <= 2 && b.1 <= 2 && (days || clock) || month_of_year;
            (plausible && !spaced && (separator != '-' || a.1 == 4))
                .then_some((at, What::Pair(a.0, b.0, separator)))
        }
        _ => None,
    }
}

type Printed = (u32, usize);

/// The day that three numbers name, in the order of the language or, where that gives none,
/// in the order that does.
fn day_of(a: Printed, b: Printed, c: Printed, order: [Unit; 3]) -> Option<What> {
    let day = |year: Printed, month: Printed, day: Printed| {
        let year = match year.1 {
            4 => year.0,
            2 => short_year(year.0),
            _ => return None,
        };
        let civil = jiff::civil::Date::new(
            i16::try_from(year).ok()?,
            i8::try_from(month.0).ok()?,
            i8::try_from(day.0).ok()?,
        )
        .ok()?;
        let short = month.1 <= 2 && day.1 <= 2 && civil.year() >= 1;
        short.then_some(What::Day {
            year: civil.year(),
            month: month.0 as u8,
            day: day.0 as u8,
        })
    };
    if a.1 == 4 {
        return day(a, b, c).or_else(|| day(a, c, b));
    }
    let named = match order {
        [Unit::Month, ..] => day(c, a, b).or_else(|| day(c, b, a)),
        [Unit::Year, ..] if c.1 != 4 => day(a, b, c),
        _ => None,
    };
    named.or_else(|| day(c, b, a)).or_else(|| day(c, a, b))
}

/// The year that two digits stand for: 70 to 99 in the last century, the rest in this one, as
/// wires mean it.
pub(in crate::dates) fn short_year(year: u32) -> u32 {
    if year >= 70 { 1900 + year } else { 2000 + year }
}

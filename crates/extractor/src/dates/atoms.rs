//! The date words, numbers and clock times of a sentence, and what stands between them.

use super::fold::{digit, fold, is_unspaced, is_word};
use super::lexicon::{Lexicon, Sense, Unit};

/// One piece that a date may be made of.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Atom {
    /// Bytes in the sentence.
    pub start: usize,
    pub end: usize,
    /// What stands between it and the atom before.
    pub gap: Gap,
    pub what: What,
    /// Whether it begins with a capital.
    pub capital: bool,
}

/// What an atom is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum What {
    /// An entry of the lexicon.
    Word(u32),
    /// Plain digits.
    Number(Number),
    /// Day, month and year in digits.
    Day { year: i16, month: u8, day: u8 },
    /// Two numbers of a date without its year, or with it ("30/4", "05/2024").
    Pair(u32, u32, char),
    /// "10:30", "10:30:15".
    Clock(u8, u8, u8),
}

/// A number in plain digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Number {
    pub value: u32,
    /// How many digits are printed.
    pub digits: usize,
    /// Whether a suffix or dot makes it an ordinal.
    pub ordinal: bool,
    /// Whether a suffix makes it a decade: "1990s".
    pub decade: bool,
    /// Whether an apostrophe stands for the century: "'90".
    pub short: bool,
}

/// What stands between two atoms.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Gap {
    None,
    Space,
    Comma,
    Dash,
    Dot,
    Slash,
    Paren,
    /// Words or other marks: a date ends here.
    Other,
}

/// Finds the atoms of a sentence.
pub(super) fn atoms(text: &str, lexicon: &Lexicon) -> Vec<Atom> {
    let mut scanner = Scanner {
        text,
        lexicon,
        atoms: Vec::new(),
    };
    scanner.scan();
    scanner.atoms
}

struct Scanner<'a> {
    text: &'a str,
    lexicon: &'a Lexicon,
    atoms: Vec<Atom>,
}

impl Scanner<'_> {
    fn rest(&self, at: usize) -> &str {
        self.text.get(at..).unwrap_or_default()
    }

    fn scan(&mut self) {
        let mut at = 0;
        let mut before = ' ';
        while let Some(c) = self.rest(at).chars().next() {
            let end = if digit(c).is_some() {
                self.number(at, before)
            } else if is_unspaced(c) {
                self.han_number(at)
                    .or_else(|| self.word(at))
                    .unwrap_or(at + c.len_utf8())
            } else if is_word(c) {
                self.word(at).unwrap_or_else(|| self.after_word(at))
            } else {
                at + c.len_utf8()
            };
            before = self
                .text
                .get(at..end)
                .and_then(|taken| taken.chars().next_back())
                .unwrap_or(' ');
            at = end;
        }
    }

    /// Where the word at `at` ends.
    fn after_word(&self, at: usize) -> usize {
        self.rest(at)
            .char_indices()
            .find(|(_, c)| !is_word(*c) || is_unspaced(*c))
            .map_or(self.text.len(), |(length, _)| at + length)
    }

    fn push(&mut self, start: usize, end: usize, what: What) {
        let gap = self
            .atoms
            .last()
            .map_or(Gap::Other, |last| gap(self.text, last.end, start));
        let capital = self
            .rest(start)
            .chars()
            .next()
            .is_some_and(char::is_uppercase);
        self.atoms.push(Atom {
            start,
            end,
            gap,
            what,
            capital,
        });
    }

    /// A word of the lexicon at `at`, with clitics before it; where it ends.
    fn word(&mut self, at: usize) -> Option<usize> {
        let rest = self.rest(at);
        let found = self.lexicon.longest(rest).map(|found| (0, found));
        let clitic = || {
            self.lexicon.clitics_before(rest).find_map(|taken| {
                let found = self.lexicon.longest(rest.get(taken..)?)?;
                Some((taken, found))
            })
        };
        let (taken, (entry, length)) = found.or_else(clitic)?;
        let (start, end) = (at + taken, at + taken + length);
        self.push(start, end, What::Word(entry));
        // A clitic belongs to the word, not to what stands between.
        if let [.., last, atom] = self.atoms.as_mut_slice() {
            atom.gap = gap(self.text, last.end, at);
        }
        Some(end)
    }

    /// A number in Han numerals, where a date word follows.
    fn han_number(&mut self, at: usize) -> Option<usize> {
        let rest = self.rest(at);
        let (value, digits, length) = han(rest)?;
        let (entry, _) = self.lexicon.longest(rest.get(length..)?)?;
        let follows = self
            .lexicon
            .entry(entry)
            .senses
            .iter()
            .any(|(sense, _)| matches!(sense, Sense::Mark(_) | Sense::Unit(_)));
        if !follows {
            return None;
        }
        let number = Number {
            value,
            digits,
            ordinal: false,
            decade: false,
            short: false,
        };
        self.push(at, at + length, What::Number(number));
        Some(at + length)
    }

    /// Digits at `at`: a number, date or clock time; where they end.
    fn number(&mut self, at: usize, before: char) -> usize {
        let token = digits_token(self.rest(at));
        let end = at + token;
        let unusable = is_currency(before)
            || before == '#'
            || before == '№'
            || before == '@'
            || (is_word(before) && !is_unspaced(before) && digit(before).is_none() && {
                // Letters directly before: "B52"; but a clitic ("ב-7", "في7") or unspaced word may.
                let last = self.atoms.last();
                last.is_none_or(|last| last.end != at)
            });
        if unusable {
            return self.after_word(end).max(end);
        }
        let text = self.text;
        let printed = text.get(at..end).unwrap_or_default();
        let after = self.rest(end);
        if let Some((length, what)) =
            compound(text.get(at..).unwrap_or_default(), self.lexicon.order)
        {
            self.push(at, at + length, what);
            return at + length;
        }
        // A number with separators is an amount.
        if printed.chars().any(|c| digit(c).is_none()) {
            return end;
        }
        let Some(value) = value(printed) else {
            return end;
        };
        let mut number = Number {
            value,
            digits: printed.chars().count(),
            ordinal: false,
            decade: false,
            short: before == '\'' || before == '’' || before == '‘',
        };
        let mut length = 0;
        if let Some((suffix, taken)) = self.lexicon.suffix(after) {
            number.ordinal = suffix == Unit::Day;
            number.decade = suffix == Unit::Decade;
            length = taken;
        } else if after.starts_with('.')
            && self.lexicon.ordinal_dot
            && !after.get(1..).unwrap_or_default().trim().is_empty()
        {
            number.ordinal = number.digits <= 2;
        } else if after
            .chars()
            .next()
            .is_some_and(|c| is_word(c) && !is_unspaced(c))
            && self.lexicon.longest(after).is_none()
        {
            return self.after_word(end);
        }
        self.push(at, end + length, What::Number(number));
        end + length
    }
}

fn is_currency(c: char) -> bool {
    matches!(
        c,
        '$' | '€' | '£' | '¥' | '₹' | '₽' | '₺' | '₪' | '₩' | '￥'
    )
}

/// The length of digits with separators between digits, as amounts have them.
fn digits_token(text: &str) -> usize {
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

fn value(digits: &str) -> Option<u32> {
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

/// A date of digits or clock time at the start of `text`, and its length.
fn compound(text: &str, order: [Unit; 3]) -> Option<(usize, What)> {
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
            let month_of_year = (a.0 <= 12 && b.1 == 4) || (a.1 == 4 && b.0 <= 12 && b.1 == 2);
            let plausible = (a.1 <= 2 && b.1 <= 2 && a.0 >= 1 && b.0 >= 1) || month_of_year;
            (plausible && !spaced && (separator != '-' || a.1 == 4 && b.1 == 2))
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
pub(super) fn short_year(year: u32) -> u32 {
    if year >= 70 { 1900 + year } else { 2000 + year }
}

/// A number in Han numerals: value, how many digits a year of them has, length in bytes.
fn han(text: &str) -> Option<(u32, usize, usize)> {
    let (mut total, mut current, mut digits, mut length) = (0_u32, 0_u32, 0, 0);
    let mut placed = false;
    for c in text.chars().take(8) {
        let value = match c {
            '〇' | '零' | '○' => 0,
            '一' | '元' => 1,
            '二' | '两' | '兩' => 2,
            '三' => 3,
            '四' => 4,
            '五' => 5,
            '六' => 6,
            '七' => 7,
            '八' => 8,
            '九' => 9,
            '十' | '百' | '千' => {
                let scale = match c {
                    '十' => 10,
                    '百' => 100,
                    _ => 1000,
                };
                total = total.checked_add(current.max(1).checked_mul(scale)?)?;
                current = 0;
                placed = true;
                length += c.len_utf8();
                continue;
            }
            '廿' => {
                total += 20;
                placed = true;
                length += c.len_utf8();
                continue;
            }
            _ => break,
        };
        current = if placed {
            value
        } else {
            current.checked_mul(10)?.checked_add(value)?
        };
        digits += 1;
        length += c.len_utf8();
    }
    let value = total.checked_add(current)?;
    (length > 0).then_some((value, if placed { 2 } else { digits }, length))
}

fn gap(text: &str, start: usize, end: usize) -> Gap {
    let between = text.get(start..end).unwrap_or_default();
    if between.is_empty() {
        return Gap::None;
    }
    let mut marks = between
        .chars()
        .filter(|c| fold(*c).is_some_and(|c| c != ' '));
    match (marks.next(), marks.next()) {
        (None, _) | (Some('\'' | '’' | '‘'), None) => Gap::Space,
        (Some(',' | '،' | '、' | '，'), None) => Gap::Comma,
        (Some('-' | '–' | '—' | '~' | '～' | '〜' | '־' | '−' | '‐' | '‑' | '－'), None) => {
            Gap::Dash
        }
        (Some('.'), None) => Gap::Dot,
        (Some('/' | '／'), None) => Gap::Slash,
        (Some('(' | '（'), None) => Gap::Paren,
        _ => Gap::Other,
    }
}

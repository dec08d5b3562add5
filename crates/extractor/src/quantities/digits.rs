//! Numbers printed in digits, with their separators.

use super::fold;
use rust_decimal::Decimal;

/// A number printed in digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Literal {
    /// Nothing where the separators make no number (`1.2.3`) or it is too long.
    pub value: Option<Decimal>,
    /// How many digits stand before the decimal separator.
    pub digits: usize,
    /// Whether a separator was read: such a number is no year and no label.
    pub separated: bool,
    /// Whether it opens with a zero that counts nothing: `007`, a telephone number.
    pub padded: bool,
}

/// The separators of printed numbers in one document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Separators {
    /// Between whole and fraction.
    pub decimal: char,
    /// Whether a plain space may group digits by three.
    pub space: bool,
    /// The decimal separator of the language, where the document's own numbers say otherwise and
    /// only once.
    pub doubtful: Option<char>,
}

/// The digits of a group and the separator before it.
type Group = (char, String);

/// The parts of a run of digits.
struct Groups {
    groups: Vec<Group>,
    end: usize,
}

/// More digits than a `Decimal` holds are no count.
const MOST_DIGITS: usize = 28;

/// What a character between digits separates. The full-width comma does so only before digits of
/// its own width: "20，300" are two numbers.
fn separator(c: char, rest: &str) -> Option<char> {
    match c {
        '，' if rest.chars().nth(1).is_some_and(|c| c.is_ascii_digit()) => None,
        // The comma of Arabic, between thousands too: "12،220,13".
        '،' if thousands(rest) => Some('٬'),
        '.' | '．' => Some('.'),
        ',' | '，' | '،' => Some(','),
        '٫' => Some('٫'),
        '٬' => Some('٬'),
        '/' if is_persian_point(rest) => Some('٫'),
        '\'' | '’' => Some('\''),
        ' ' => Some(' '),
        '\u{a0}' | '\u{202f}' | '\u{2009}' | '\u{2007}' => Some('\u{a0}'),
        _ => None,
    }
}

/// Whether a slash stands for the decimal point, as between digits of Persian: "۵/۲ ریشتر". Behind
/// it stand one or two of them, and no third part of a date.
fn is_persian_point(rest: &str) -> bool {
    let after = rest.get(1..).unwrap_or_default();
    let digits = (after.chars())
        .take_while(|c| ('۰'..='۹').contains(c))
        .count();
    let next = after.chars().nth(digits);
    (1..=2).contains(&digits) && next != Some('/') && !next.is_some_and(char::is_numeric)
}

/// Whether a separator stands before exactly three digits.
fn thousands(rest: &str) -> bool {
    let mut chars = rest.chars().skip(1).map(|c| fold::digit(c).is_some());
    (0..3).all(|_| chars.next() == Some(true)) && chars.next() != Some(true)
}

/// Marks of writing direction, which some systems put around the separators of numbers.
fn is_direction(c: char) -> bool {
    matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// How long a separator is, with marks of direction around it and the space of "80, 000".
fn width(rest: &str) -> usize {
    let mut length = 0;
    let mut chars = rest.chars().peekable();
    let mut read = false;
    while let Some(c) = chars.next_if(|c| is_direction(*c) || !read) {
        read |= !is_direction(c);
        length += c.len_utf8();
    }
    let after = rest.get(length..).unwrap_or_default();
    let zeros = rest.starts_with(',')
        && after.starts_with(" 000")
        && after
            .chars()
            .nth(4)
            .is_none_or(|c| fold::digit(c).is_none());
    length + usize::from(zeros)
}

/// Whether two groups of three digits follow, each after a space: "1 234 567" is one number in
/// every language.
fn spaced_twice(rest: &str) -> bool {
    let mut chars = rest.chars();
    let mut group = || {
        chars.next() == Some(' ')
            && (0..3).all(|_| chars.next().is_some_and(|c| fold::digit(c).is_some()))
    };
    let twice = group() && group();
    twice && chars.next().is_none_or(|c| fold::digit(c).is_none())
}

/// Reads the groups of digits that start at `at`. A space is followed only where exactly three
/// digits come after it and one to three before it.
fn groups(text: &str, at: usize, space: bool) -> Groups {
    let mut groups = Vec::new();
    let mut mark = '\0';
    let mut end = at;
    loop {
        let rest = text.get(end..).unwrap_or_default();
        let skip = if mark == '\0' { 0 } else { width(rest) };
        let mut digits = String::new();
        let mut length = skip;
        for c in rest.get(skip..).unwrap_or_default().chars() {
            let Some(digit) = fold::digit(c) else { break };
            if digits.len() <= MOST_DIGITS {
                digits.push(char::from(b'0' + digit));
            }
            length += c.len_utf8();
        }
        let spaced = matches!(mark, ' ' | '\u{a0}' | '\'');
        if digits.is_empty() || spaced && digits.len() != 3 {
            break;
        }
        groups.push((mark, digits));
        end += length;
        let rest = text.get(end..).unwrap_or_default();
        let Some(next) = rest
            .chars()
            .find(|c| !is_direction(*c))
            .and_then(|c| separator(c, rest))
        else {
            break;
        };
        let (before, first) = groups
            .last()
            .map_or((0, '\0'), |(mark, digits)| (digits.len(), *mark));
        let follows = match next {
            // "1 234": only where the language groups so, or the groups before did.
            ' ' => (space || first == ' ' || first == '\0' && spaced_twice(rest)) && before <= 3,
            '\u{a0}' | '\'' => before <= 3,
            // Of "۱۴۰۲/۵/۱۲" no part is a number with a point.
            '٫' if rest.starts_with('/') => {
                before <= 3 && !text.get(..at).is_some_and(|before| before.ends_with('/'))
            }
            _ => true,
        };
        // After a decimal part no space follows: "2.5 100".
        if !follows || matches!(next, ' ' | '\u{a0}') && !matches!(first, '\0' | ' ' | '\u{a0}') {
            break;
        }
        mark = next;
    }
    Groups { groups, end }
}

/// Whether groups of digits are thousands ("1,234,567") or lakhs and crores ("12,34,567").
fn grouped(groups: &[Group]) -> bool {
    let Some(((_, first), rest)) = groups.split_first() else {
        return false;
    };
    let Some(((_, last), inner)) = rest.split_last() else {
        return false;
    };
    let threes = first.len() <= 3 && inner.iter().all(|(_, group)| group.len() == 3);
    let lakhs = first.len() <= 2 && inner.iter().all(|(_, group)| group.len() == 2);
    !first.is_empty() && last.len() == 3 && (threes || lakhs)
}

/// Reads the number in digits that starts at `at`: where it ends and what it is.
pub(super) fn read(text: &str, at: usize, separators: &Separators) -> (usize, Literal) {
    let Groups { groups, end } = groups(text, at, separators.space);
    let Some((_, first)) = groups.first() else {
        return (
            at,
            Literal {
                value: None,
                digits: 0,
                separated: false,
                padded: false,
            },
        );
    };
    let (whole, fraction) = split(&groups, separators);
    let value = whole.and_then(|whole| {
        let mut all: String = whole.iter().map(|(_, digits)| digits.as_str()).collect();
        all.push_str(fraction.unwrap_or_default());
        if all.len() > MOST_DIGITS {
            return None;
        }
        let scale = fraction.map_or(0, str::len) as u32;
        Some(Decimal::from_i128_with_scale(all.parse().ok()?, scale).normalize())
    });
    let digits = whole.map_or(first.len(), |whole| {
        whole.iter().map(|(_, digits)| digits.len()).sum()
    });
    let literal = Literal {
        value,
        digits,
        separated: groups.len() > 1,
        padded: first.len() > 1 && first.starts_with('0'),
    };
    (end, literal)
}

/// Splits groups into the whole and the fraction; no whole where they make no number.
fn split<'a>(
    groups: &'a [Group],
    separators: &Separators,
) -> (Option<&'a [Group]>, Option<&'a str>) {
    let decimal = separators.decimal;
    let marks: Vec<char> = groups.iter().skip(1).map(|(mark, _)| *mark).collect();
    let Some(((last_mark, last), whole)) = groups.split_last() else {
        return (None, None);
    };
    let whole_is_grouped = whole.len() == 1 || grouped(whole) && same(&marks[..marks.len() - 1]);
    match marks.as_slice() {
        [] => (Some(groups), None),
        ['٫'] => (Some(whole), Some(last)),
        [' ' | '\u{a0}' | '\'' | '٬'] if grouped(groups) => (Some(groups), None),
        // "1,234" and "1.234": thousands where the mark is not the decimal one of this text.
        [mark]
            if grouped(groups)
                && !groups[0].1.starts_with('0')
                // No one prints three zeros after a decimal point.
                && (*mark != decimal
                    || last == "000"
                    || separators.doubtful.is_some_and(|usual| usual != *mark)) =>
        {
            (Some(groups), None)
        }
        // "۲٬۵۲": some keyboards have only this mark for both.
        ['.' | ',' | '٬'] => (Some(whole), Some(last)),
        _ if same(&marks) && grouped(groups) => (Some(groups), None),
        [first, ..]
            if whole_is_grouped && *last_mark != *first && matches!(last_mark, '.' | ',' | '٫') =>
        {
            (Some(whole), Some(last))
        }
        _ => (None, None),
    }
}

fn same(marks: &[char]) -> bool {
    marks.windows(2).all(|pair| pair[0] == pair[1])
}

/// Which separators a document uses: those of its language unless its own numbers that can be
/// read in one way only ("1.234.567", "12,5") say otherwise.
pub(super) fn separators(text: &str, usual: char, space: bool) -> Separators {
    let mut votes = [0_usize; 2];
    let mut at = 0;
    let bytes = text.as_bytes();
    while let Some(found) = bytes
        .get(at..)
        .and_then(|rest| rest.iter().position(u8::is_ascii_digit))
    {
        let run = bytes.get(at + found..).unwrap_or_default();
        let length = run.iter().take_while(|byte| byte.is_ascii_digit()).count();
        // A run of digits alone proves nothing.
        if !matches!(run.get(length), Some(b'.' | b',' | b'\'' | 0x80..)) {
            at += found + length;
            continue;
        }
        let groups = groups(text, at + found, false);
        if let Some(decimal) = evidence(&groups.groups) {
            votes[usize::from(decimal == ',')] += 1;
        }
        at = groups.end.max(at + found + 1);
    }
    let own = votes[usize::from(usual == ',')];
    let other = votes[usize::from(usual != ',')];
    let decimal = match usual {
        '.' | ',' if other > own => [',', '.'][usize::from(usual == ',')],
        _ => usual,
    };
    Separators {
        decimal,
        space,
        doubtful: (decimal != usual && other < 2).then_some(usual),
    }
}

/// The decimal separator that one number proves.
fn evidence(groups: &[Group]) -> Option<char> {
    let other = |mark: char| if mark == '.' { ',' } else { '.' };
    match groups {
        [_, (mark @ ('.' | ','), last)] if last.len() == 1 => Some(*mark),
        [_, (first @ ('.' | ','), _), .., (last @ ('.' | ','), _)]
            if grouped(groups) && first == last =>
        {
            Some(other(*first))
        }
        [_, (first @ ('.' | ','), _), .., (last @ ('.' | ','), _)] if first != last => Some(*last),
        _ => None,
    }
}

//! The words beside a mark.

use crate::marks;

/// How far (in characters) the word before or after a mark is read. Longer words than this are
/// no abbreviations.
pub(super) const WORD: usize = 32;

/// The first letter or digit of what follows, and the word it stands in.
pub(super) fn first_word(right: &str) -> (Option<char>, &str) {
    let skipped = right
        .char_indices()
        .take(WORD)
        .find(|(_, c)| !(c.is_whitespace() || marks::may_open(*c)))
        .map_or(right.len(), |(at, _)| at);
    let word = right.get(skipped..).unwrap_or_default();
    let end = word
        .char_indices()
        .take(WORD)
        .find(|(_, c)| !c.is_alphanumeric())
        .map_or(word.len().min(WORD), |(at, _)| at);
    let word = word.get(..end).unwrap_or_default();
    (
        right.get(skipped..).unwrap_or_default().chars().next(),
        word,
    )
}

/// The word behind the first one of what follows: "he *said*".
pub(super) fn second_word<'a>(right: &'a str, first: &str) -> &'a str {
    let rest = right.get(first.len()..).unwrap_or_default();
    first_word(rest).1
}

/// The word before a mark, with dots inside it; empty where it is longer than any abbreviation.
pub(super) fn last_token(before: &str) -> &str {
    let mut from = before.len();
    for (at, c) in before.char_indices().rev().take(WORD) {
        let inside = c.is_alphanumeric()
            || matches!(c, '.' | '\'' | '’' | '-' | '״' | '"' | '°' | '№')
            || marks::directs(c);
        // 美国U.S.: a word is of one script.
        let other = marks::han_or_kana(c) && before.get(from..).is_some_and(starts_ascii);
        if !(inside || is_mark_of_letter(c)) || other {
            break;
        }
        from = at;
    }
    before
        .get(from..)
        .unwrap_or_default()
        .trim_start_matches(['.', '\'', '"', '’', '-'])
        .trim_end_matches(marks::directs)
}

fn starts_ascii(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_alphabetic())
}

/// Vowel signs and joiners inside the words of Indic and Arabic script.
pub(super) fn is_mark_of_letter(c: char) -> bool {
    matches!(c as u32, 0x064B..=0x0652 | 0x0591..=0x05C7 | 0x0900..=0x0903 | 0x093A..=0x094F | 0x0981..=0x0983 | 0x09BC..=0x09CD | 0x0B82 | 0x0BBE..=0x0BCD | 0x0C00..=0x0C04 | 0x0C3E..=0x0C56 | 0x0D00..=0x0D03 | 0x0D3E..=0x0D4D | 0x200C | 0x200D)
}

/// Letters of scripts without capitals that are written with spaces, and Hangul.
pub(super) fn caseless(c: char) -> bool {
    c.is_alphabetic() && !c.is_uppercase() && !c.is_lowercase() && !marks::unspaced(c)
}

//! A full stop with white space behind it: end of a sentence, abbreviation, ordinal or initial.

use super::BRACKET;
use super::run::Run;
use super::words::{first_word, is_mark_of_letter, last_token};
use crate::rules::{Opener, Rules, Use};
use crate::{lists, marks};

/// A full stop with white space behind it.
pub(super) fn dot(
    before: &str,
    start: usize,
    run: &Run,
    first: Option<char>,
    word: &str,
    rules: &Rules,
) -> bool {
    let opens = before.get(start..).unwrap_or_default();
    let token = last_token(opens);
    let year = token.len() == 4 && token.bytes().all(|b| b.is_ascii_digit());
    if (year || lists::is_label(token))
        && opens.len() < BRACKET
        && opens.trim_start_matches(|c: char| c.is_whitespace() || marks::may_open(c)) == token
    {
        // "1. The first", "2.) The second": what numbers an item is no sentence.
        return false;
    }
    if run.closed {
        return true;
    }
    let capital = first.is_some_and(char::is_uppercase);
    let digit = first.is_some_and(char::is_numeric);
    let starter = rules.starts(word);
    let spaced = glued(opens, token);
    let known = rules.abbreviation(spaced.as_deref().unwrap_or(token));
    // "A. S. Orlov": capitals alone are initials, whatever the letter shortens elsewhere.
    let mut letters = token.chars();
    // Vowel signs stand on their letter: "के. पी.".
    let letter = letters.next();
    let second = letters.find(|&c| !is_mark_of_letter(c));
    let long = starter && word.chars().nth(1).is_some();
    let initial = second.is_none() && letter.is_some_and(char::is_uppercase);
    if initial && (spaced.is_none() || known.is_none()) {
        return long && opens.trim_start() != token;
    }
    if let Some(how) = known.or_else(|| rules.abbreviation(token)) {
        return match how {
            // "der FR. Die": an acronym that reads like a title.
            Use::Title if is_acronym(token) && !is_acronym(word) && !rules.is_capital(token) => {
                true
            }
            Use::Title | Use::Inner => false,
            Use::Number => !digit && capital,
            Use::Any => starter && !digit,
            // A unit without its number is another abbreviation: "ft. 3 in.", "Ft. Worth".
            Use::Unit if !counted(opens, token) => (starter || rules.starts(token)) && !digit,
            // "In 1995 A.D. Rome" opens a sentence, further on the same word rather ends one.
            Use::Unit | Use::List => {
                let telling = capital && !rules.capital_nouns && !rules.dates(word);
                starter || (telling && !opening(opens, rules))
            }
        };
    }
    match (letter, second) {
        // A letter that numbers an item; an initial where there are no capitals.
        (Some(c), None) if c.is_alphabetic() && !marks::unspaced(c) && !rules.is_plain(token) => {
            return starter && before.len() - start > token.len();
        }
        // "U.S.", "ل.م.": dots inside.
        (Some(c), Some('.')) if c.is_alphabetic() => return starter,
        _ => {}
    }
    // "am 3. Mai", "XII. Pluk"
    let roman = token.len() > 1 && is_roman(token) && !is_regnal(opens, token);
    if roman || !token.is_empty() && token.chars().all(char::is_numeric) {
        let short = roman || token.len() <= 2;
        if rules.ordinal_dot && short && !starter && (capital || !digit) {
            return false;
        }
    }
    true
}

/// A date that opens a sentence ("In the year 1995 A.D.") has no more spaces than this.
const OPENING: usize = 2;

/// A date or the number of a unit is looked for no further back than this (in bytes).
const TAIL: usize = 90;

/// The words before a unit in which its number is looked for.
const COUNTED: usize = 6;

/// Whether a word is in capitals.
fn is_acronym(word: &str) -> bool {
    word.chars().nth(1).is_some() && word.chars().all(char::is_uppercase)
}

/// Whether a word is a Roman numeral.
pub(super) fn is_roman(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|b| b"IVXLCDM".contains(&b))
}

/// Whether the numeral that `said` ends with follows a name: "Edward III".
fn is_regnal(said: &str, numeral: &str) -> bool {
    let rest = said.get(..said.len() - numeral.len()).unwrap_or_default();
    let name = rest.trim_end().rsplit(char::is_whitespace).next();
    name.is_some_and(|name| name.starts_with(char::is_uppercase))
}

/// The end of a text, no longer than is looked back for a date or a unit.
fn tail(said: &str) -> &str {
    let mut from = said.len().saturating_sub(TAIL);
    while !said.is_char_boundary(from) {
        from += 1;
    }
    said.get(from..).unwrap_or_default()
}

/// An abbreviation of letters with spaces between, without them: "до н. э" as "н.э". None where
/// no letter with a dot stands before the last one.
fn glued(said: &str, token: &str) -> Option<String> {
    let short = |word: &str| word.chars().filter(|&c| !is_mark_of_letter(c)).count() <= 2;
    if !short(token) {
        return None;
    }
    let mut parts = vec![token];
    let rest = tail(said.strip_suffix(token)?);
    for part in rest.trim_end().rsplit(SPACES).take(2) {
        match part.strip_suffix('.') {
            Some(part) if !part.is_empty() && short(part) => parts.push(part),
            _ => break,
        }
    }
    parts.reverse();
    (parts.len() > 1).then(|| parts.join("."))
}

/// The spaces that stand inside abbreviations and between numbers and units.
const SPACES: [char; 3] = [' ', '\u{a0}', '\u{202f}'];

/// Whether a number stands shortly before the unit that `said` ends with: "10 km", "VIII w",
/// "in the 5th century BC".
pub(super) fn counted(said: &str, unit: &str) -> bool {
    let rest = tail(said.strip_suffix(unit).unwrap_or(said));
    let mut words = rest.rsplit(SPACES).take(COUNTED);
    words.any(|word| word.contains(char::is_numeric) || is_roman(word))
}

/// Whether no more than a date has been said of a sentence: few words, or what a preposition of
/// time opens ("On Monday at 6 a.m. Mr. Moss arrived").
fn opening(said: &str, rules: &Rules) -> bool {
    let end = tail(said);
    let said = end.rsplit(':').next().unwrap_or(end);
    if said.len() == end.len() && said.len() + 3 >= TAIL {
        return false;
    }
    let said = said.trim_start();
    let spaces = said.matches(' ').count();
    // "10 marca 1896 r. Herzl…": a day before the month.
    let day = usize::from(said.starts_with(|c: char| c.is_ascii_digit()));
    spaces <= OPENING + day || rules.opener(first_word(said).1) == Some(Opener::Time)
}

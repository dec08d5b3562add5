//! Sentences that end without a mark: headlines and list items that lost their line break.
//!
//! What starts a sentence is told by a function word in capitals ("… for the year The bank
//! said"), what ends one by a verb's ending (Korean). Both are rare inside a sentence, and what
//! else looks like them is sorted out by the words around.

use crate::rules::Rules;

/// A sentence is no shorter than this many bytes.
const SHORTEST: usize = 12;

/// Calls `found` with the offset of every end without a mark in one sentence.
pub(crate) fn ends(sentence: &str, rules: &Rules, mut found: impl FnMut(usize)) {
    let by_case = rules.knows_starters();
    let by_ending = !rules.endings.is_empty();
    items(sentence, &mut found);
    if sentence.len() < 2 * SHORTEST || !by_case && !by_ending {
        return;
    }
    let bytes = sentence.as_bytes();
    let mut start = 0;
    for (at, pair) in bytes.windows(2).enumerate() {
        if pair[0] != b' ' || at < start + SHORTEST || at + SHORTEST > bytes.len() {
            continue;
        }
        // Only capitals and letters that are not ASCII can start what is looked for.
        let ends = if pair[1].is_ascii_uppercase() || (pair[1] >= 0xC3 && pair[1] <= 0xD4) {
            by_case && starts_here(sentence, at, rules)
        } else {
            false
        };
        if ends || (by_ending && ending_before(sentence, at, rules)) {
            found(at);
            start = at;
        }
    }
}

/// Calls `found` before every further item of a list that stands in one line: "1. Talks
/// 2. Prisoners", "• aid • a truce".
fn items(sentence: &str, found: &mut impl FnMut(usize)) {
    let opening = sentence.trim_start();
    if let Some(bullet) = opening
        .chars()
        .next()
        .filter(|c| matches!(c, '•' | '⁃' | '▪' | '●' | '◦'))
    {
        for (at, _) in sentence.match_indices(bullet).skip(1) {
            found(at);
        }
        return;
    }
    let Some((mut number, marks)) = enumerator(opening) else {
        return;
    };
    let mut from = sentence.len() - opening.len() + marks.len();
    while let Some(space) = sentence.get(from..).and_then(|rest| rest.find(' ')) {
        from += space + 1;
        let next = sentence.get(from..).and_then(enumerator);
        if let Some((n, m)) = next
            && n == number + 1
            && m == marks
        {
            found(from - 1);
            number = n;
        }
    }
}

/// The number (or letter) and the marks that a text opens with as an item of a list does.
fn enumerator(text: &str) -> Option<(u32, &str)> {
    let digits = text.bytes().take(3).take_while(u8::is_ascii_digit).count();
    let (number, rest) = if digits > 0 {
        (text.get(..digits)?.parse().ok()?, text.get(digits..)?)
    } else {
        let letter = text.chars().next().filter(char::is_ascii_lowercase)?;
        (letter as u32, text.get(1..)?)
    };
    let marks = rest
        .bytes()
        .take(2)
        .take_while(|b| matches!(b, b'.' | b')'))
        .count();
    let spaced = rest.get(marks..)?.starts_with(' ');
    (marks > 0 && spaced).then(|| Some((number, rest.get(..marks)?)))?
}

/// Whether a capitalised function word after the space at `at` starts a sentence.
fn starts_here(sentence: &str, at: usize, rules: &Rules) -> bool {
    let (Some(before), Some(after)) = (sentence.get(..at), sentence.get(at + 1..)) else {
        return false;
    };
    let mut words = after.split(' ');
    let word = words.next().unwrap_or_default();
    let mut letters = word.chars();
    let capital = letters.next().is_some_and(char::is_uppercase)
        && letters.clone().next().is_some()
        && letters.all(char::is_lowercase);
    if !capital || !rules.starts_unmarked(word) {
        return false;
    }
    let last = before.rsplit(' ').next().unwrap_or_default();
    // Where nouns have capitals anyway, only the function word tells.
    if rules.capital_nouns {
        let plain = last.chars().all(char::is_alphabetic) && last.chars().count() > 1;
        return plain && !rules.starts(last);
    }
    // In a title more words are capitalised: "The Hunger Games".
    let next = words.next().and_then(|word| word.chars().next());
    if !next.is_some_and(char::is_lowercase) {
        return false;
    }
    let lower = last.chars().all(char::is_lowercase) && last.chars().count() > 1;
    // No sentence ends with a preposition or an article: "in The Hague".
    (lower && !rules.starts(last)) || shouted(before)
}

/// Whether the last two words are in capitals, as headlines are.
fn shouted(before: &str) -> bool {
    let mut words = before.rsplit(' ');
    let shout = |word: Option<&str>| {
        word.is_some_and(|w| w.len() > 2 && w.chars().all(|c| c.is_uppercase() || c == '-'))
    };
    shout(words.next()) && shout(words.next())
}

/// Whether the word before the space at `at` has an ending of a verb that closes a sentence.
fn ending_before(sentence: &str, at: usize, rules: &Rules) -> bool {
    let before = sentence.get(..at).unwrap_or_default();
    rules
        .endings
        .iter()
        .any(|ending| before.ends_with(ending.as_str()))
}

//! Sentences that end without a mark: headlines that lost their line break.
//!
//! What starts a sentence is told by a function word in capitals ("… for the year The bank
//! said"), what ends one by a verb's ending (Korean). Both are rare inside a sentence, and what
//! else looks like them is sorted out by the words around.

use crate::rules::{Opener, Rules};

/// A sentence is no shorter than this many bytes.
const SHORTEST: usize = 12;

/// The longest syllable of a name (in letters): Seung, Xiang.
const LONGEST: usize = 5;

/// Calls `found` with the offset of every end without a mark in one sentence.
pub(crate) fn ends(sentence: &str, rules: &Rules, mut found: impl FnMut(usize)) {
    let by_case = rules.knows_starters();
    let by_ending = !rules.endings.is_empty();
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

/// Whether a capitalised function word after the space at `at` starts a sentence.
fn starts_here(sentence: &str, at: usize, rules: &Rules) -> bool {
    let (Some(before), Some(after)) = (sentence.get(..at), sentence.get(at + 1..)) else {
        return false;
    };
    let mut words = after.split(' ');
    let word = words.next().unwrap_or_default();
    let word = word.strip_suffix(',').unwrap_or(word);
    let mut letters = word.chars();
    let capital = letters.next().is_some_and(char::is_uppercase) && letters.all(char::is_lowercase);
    let Some(opener) = rules.opener(word).filter(|_| capital) else {
        return false;
    };
    let next = words.next().unwrap_or_default();
    let single = word.chars().nth(1).is_none();
    if opener == Opener::Capital || (single && opener != Opener::Article) {
        return false;
    }
    let last = before.rsplit(' ').next().unwrap_or_default();
    let article = opener == Opener::Article;
    // Where nouns have capitals anyway, only the function word tells.
    if rules.capital_nouns {
        let named = article && rules.is_named(next.trim_end_matches(|c: char| !c.is_alphabetic()));
        return completes(last, rules) && !rules.announces(last) && !named;
    }
    // In a title more words are capitalised: "The Hunger Games".
    if !next.starts_with(char::is_lowercase) {
        return false;
    }
    if single && rules.starts(next) {
        // "serie A e B"
        return false;
    }
    let lower = last.chars().all(char::is_lowercase);
    if lower || (rules.title_case && !last.ends_with([')', ']'])) {
        let plain = lower && last.chars().nth(1).is_some() && !rules.starts(last);
        return plain && !(article && rules.title_case) || shouted(before);
    }
    // "Kim Jong Un said": a syllable of a name that happens to be a function word.
    let syllable = !article && is_syllable(word);
    completes(last, rules) && !(syllable && before.rsplit(' ').take(2).all(is_syllable))
}

/// Whether a word is one syllable in capitals, as in romanised names of East Asia.
fn is_syllable(word: &str) -> bool {
    let vowel = |c: char| matches!(c.to_ascii_lowercase(), 'a' | 'e' | 'i' | 'o' | 'u');
    let mut groups = 0;
    let mut inside = false;
    for c in word.chars().take(LONGEST) {
        groups += usize::from(vowel(c) && !inside);
        inside = vowel(c);
    }
    groups == 1 && word.chars().nth(LONGEST).is_none() && word.starts_with(char::is_uppercase)
}

/// Whether a sentence may end with `last`: a word, though none that needs another behind it (a
/// preposition, an article), a number, or what closes there.
fn completes(last: &str, rules: &Rules) -> bool {
    let Some(end) = last.chars().next_back() else {
        return false;
    };
    if end.is_alphanumeric() {
        let open = rules.opener(last).is_some_and(|how| how != Opener::Final);
        return !open && last.chars().nth(1).is_some();
    }
    matches!(end, ')' | ']') || rules.closing.contains(&end) || last.ends_with("''")
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

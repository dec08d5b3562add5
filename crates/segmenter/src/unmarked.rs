//! Sentences that end without a mark: headlines and datelines that lost their line break.
//!
//! What starts a sentence is told by a function word in capitals ("… for the year The bank
//! said"), what ends one by a verb's ending (Korean). Both are rare inside a sentence, and what
//! else looks like them is sorted out by the words around.

use crate::rules::{Opener, Rules};

/// A sentence is no shorter than this many bytes.
const SHORTEST: usize = 8;

/// The longest syllable of a name (in letters): Seung, Xiang.
const LONGEST: usize = 5;

/// So many words in capitals in a row are a headline.
const SHOUTED: usize = 4;

/// The longest place and agency of a dateline (in bytes).
const DATELINE: usize = 40;

/// Calls `found` with the offset of every end without a mark in one sentence.
pub(crate) fn ends(sentence: &str, rules: &Rules, mut found: impl FnMut(usize)) {
    let by_case = rules.knows_starters();
    let by_ending = rules.has_endings();
    if sentence.len() < 2 * SHORTEST || !by_case && !by_ending {
        return;
    }
    let bytes = sentence.as_bytes();
    let mut start = 0;
    for (at, pair) in bytes.windows(2).enumerate() {
        if pair[0] != b' ' || at < start + SHORTEST || at + SHORTEST > bytes.len() {
            continue;
        }
        // Only capitals, digits and letters that are not ASCII can start what is looked for.
        let starts = match pair[1] {
            b'A'..=b'Z' | 0xC3..=0xD4 => by_case && starts_here(sentence, at, rules),
            b'1' | b'2' => by_case && dated(sentence, at + 1),
            _ => false,
        };
        let before = sentence.get(..at).unwrap_or_default();
        if starts || (by_ending && rules.ends_clause(before)) {
            found(at);
            start = at;
        }
    }
}

/// Whether a word in capitals after the space at `at` starts a sentence.
fn starts_here(sentence: &str, at: usize, rules: &Rules) -> bool {
    let (Some(before), Some(after)) = (sentence.get(..at), sentence.get(at + 1..)) else {
        return false;
    };
    let mut words = after.split(' ');
    let word = words.next().unwrap_or_default();
    let bare = word.strip_suffix(',').unwrap_or(word);
    let mut letters = bare.chars();
    let capital = letters.next().is_some_and(char::is_uppercase);
    if !letters.all(char::is_lowercase) {
        let last = last_word(before);
        return capital && !loud(last) && completes(last, rules) && is_dateline(after);
    }
    let word_of_two = bare.chars().nth(1).is_some();
    if capital && word_of_two && loud(last_word(before)) && headline(before) {
        return true;
    }
    match rules.opener(bare).filter(|_| capital) {
        Some(opener) if word == bare || word_of_two => {
            let next = words.next().unwrap_or_default();
            opens(before, bare, opener, next, rules)
        }
        _ => dated(before, before.rfind(' ').map_or(0, |space| space + 1)),
    }
}

/// Whether a function word in capitals opens a sentence, by the words around it.
fn opens(before: &str, word: &str, opener: Opener, next: &str, rules: &Rules) -> bool {
    let single = word.chars().nth(1).is_none();
    let article = opener == Opener::Article;
    // Latin letters alone count: "Henry I".
    if opener == Opener::Capital || (single && !article && word.is_ascii()) {
        return false;
    }
    let last = last_word(before);
    // In a title more words are capitalised ("The Hunger Games"), and names open with articles.
    let next = next.trim_end_matches(|c: char| !c.is_alphabetic());
    if rules.announces(last) {
        return false;
    }
    let telling = rules.capital_nouns || (article && rules.knows_names());
    if telling {
        return completes(last, rules) && !(article && rules.is_named(next));
    }
    let digits = !article && !single && !rules.title_case && next.starts_with(char::is_numeric);
    if !next.starts_with(char::is_lowercase) && !digits {
        return false;
    }
    if single && rules.starts(next) {
        // "serie A e B"
        return false;
    }
    let lower = last.chars().all(char::is_lowercase);
    if lower || (rules.title_case && !last.ends_with([')', ']'])) {
        let plain = lower && completes(last, rules);
        return plain && !(article && rules.title_case) || shouted(before);
    }
    // "Kim Jong Un said": a syllable of a name that happens to be a function word.
    let syllable = !article && is_syllable(word);
    completes(last, rules) && !(syllable && before.rsplit(' ').take(2).all(is_syllable))
}

fn last_word(before: &str) -> &str {
    before.rsplit(' ').next().unwrap_or_default()
}

/// Whether `at` is where a date of digits stands that parts a headline from its text:
/// "Ministers agree 2026-04-30 The talks".
fn dated(text: &str, at: usize) -> bool {
    let Some(date) = text
        .as_bytes()
        .get(at..)
        .and_then(|rest| rest.first_chunk::<10>())
    else {
        return false;
    };
    let shape = date.iter().enumerate().all(|(i, b)| match i {
        4 | 7 => *b == b'-',
        _ => b.is_ascii_digit(),
    });
    let mut behind = text.get(at + 10..).unwrap_or_default().chars();
    let word = behind.next();
    shape && (word.is_none() || word == Some(' ') && behind.next().is_some_and(char::is_uppercase))
}

/// Whether a text opens like a report: "NAIROBI (Gulf Wire)", "DEN HAAG, 5. Mai (gw)".
fn is_dateline(text: &str) -> bool {
    let end = text
        .char_indices()
        .take(DATELINE)
        .find(|(_, c)| !(c.is_uppercase() || matches!(c, ' ' | '-')))
        .map_or(0, |(at, _)| at);
    let (place, rest) = text.split_at_checked(end).unwrap_or_default();
    let long = place.trim_end().chars().count() > 4;
    let agency = place.ends_with(' ')
        && rest.strip_prefix('(').is_some_and(|rest| {
            let inside = rest.chars().take(DATELINE).take_while(|&c| c != ')');
            let (mut letters, mut digits) = (0, 0);
            for c in inside {
                letters += usize::from(c.is_alphabetic());
                digits += usize::from(c.is_numeric());
            }
            letters > 1 && digits == 0
        });
    let date = rest.strip_prefix(", ").is_some_and(|rest| {
        let near: String = rest.chars().take(DATELINE).collect();
        near.starts_with(char::is_numeric) && near.contains('(')
    });
    long && (agency || date)
}

/// Whether a word is in capitals.
fn loud(word: &str) -> bool {
    let mut letters = word.chars().filter(|c| c.is_alphabetic()).peekable();
    letters.peek().is_some() && letters.all(char::is_uppercase)
}

/// Whether the last words are a headline in capitals: several, and not all acronyms.
fn headline(before: &str) -> bool {
    let words = || before.rsplit(' ').take(SHOUTED);
    words().count() == SHOUTED
        && words().all(loud)
        && words()
            .filter(|word| word.chars().count() > LONGEST)
            .count()
            > 1
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
        return !open && (end.is_numeric() || last.chars().nth(1).is_some());
    }
    matches!(end, ')' | ']') || rules.closing.contains(&end) || last.ends_with("''")
}

/// Whether the last two words are in capitals, as headlines are.
fn shouted(before: &str) -> bool {
    let shout = |w: &str| w.len() > 2 && w.chars().all(|c| c.is_uppercase() || c == '-');
    before.rsplit(' ').take(2).all(shout)
}

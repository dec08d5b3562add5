//! Whether two names name the same.

use super::sound::{nearness, romanise};
use crate::{Name, NameKind};

/// How two names stand to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NameMatch {
    /// One name, in whatever script or inflection: Lin Jian and 林剑.
    Same,
    /// Perhaps one name: a spelling beside another ("Jien" for "Jian"), a short form.
    Variant,
    /// Two names.
    Different,
}

/// Sounds this near over scripts are the same name. Set on person names over six scripts, against
/// random and same-surname decoys.
const SAME: f32 = 0.66;
/// Within one script a name is spelt as it is: only case, marks, hyphens and inflection may differ.
const SAME_SCRIPT_VARIANT: f32 = 0.78;

/// Decides whether two names name the same, over scripts and spellings, with a score from 0 to 1.
///
/// Territories and well-known names compare by their key over languages. Of others every part of
/// the shorter name needs its counterpart in the longer one: over scripts one that sounds like it,
/// within one script one with the same letters; there, one or two other letters make a *variant*,
/// unless both are syllables of Chinese names ("Jian", "Jiang"), which tell people apart.
///
/// ```
/// use extractor::{Name, NameKind, NameMatch, romanise, same_name};
/// let person = |name: &str| Name {
///     kind: NameKind::Person,
///     name: name.into(),
///     key: romanise(name),
/// };
/// assert_eq!(same_name(&person("Lin Jian"), &person("林剑")).0, NameMatch::Same);
/// assert_eq!(same_name(&person("Lin Jian"), &person("Lin Jien")).0, NameMatch::Variant);
/// assert_eq!(same_name(&person("Lin Jian"), &person("Lin Jiang")).0, NameMatch::Different);
/// ```
pub fn same_name(a: &Name, b: &Name) -> (NameMatch, f32) {
    if a.key == b.key && !a.key.is_empty() {
        return (NameMatch::Same, 1.0);
    }
    let kinds_clash = a.kind != b.kind && a.kind != NameKind::Other && b.kind != NameKind::Other;
    if kinds_clash || is_code(&a.key) || is_code(&b.key) {
        return (NameMatch::Different, 0.0);
    }
    let (script_a, script_b) = (script(&a.name), script(&b.name));
    let (left, right) = (parts(a), parts(b));
    let (short, long) = if left.len() <= right.len() {
        (&left, &right)
    } else {
        (&right, &left)
    };
    if short.is_empty() {
        return (NameMatch::Different, 0.0);
    }
    let one_script = script_a == script_b;
    let vowelless = script_a == Script::Semitic || script_b == Script::Semitic;
    let score = |x: &str, y: &str| -> f32 {
        if x == y {
            1.0
        } else if one_script {
            within_script(x, y)
        } else {
            nearness(x, y, vowelless)
        }
    };
    let (mut sum, mut least, mut weight) = (0.0, 1.0f32, 0.0);
    let mut free: Vec<usize> = (0..long.len()).collect();
    for part in short {
        let Some((slot, best)) = free
            .iter()
            .enumerate()
            .map(|(slot, &i)| (slot, score(part, &long[i])))
            .fold(None, |best: Option<(usize, f32)>, next| match best {
                Some(b) if b.1 >= next.1 => Some(b),
                _ => Some(next),
            })
        else {
            continue;
        };
        free.remove(slot);
        let length = part.len() as f32;
        sum += best * length;
        weight += length;
        least = least.min(best);
    }
    let mut mean = if weight > 0.0 { sum / weight } else { 0.0 };
    // Scripts cut names at other places: "Al-Sisi" and السيسي, Zedong and Ze-dong.
    let joined = score(&left.concat(), &right.concat());
    let whole = joined >= mean.min(least);
    if whole {
        mean = joined;
        least = joined;
    }
    let complete = whole || short.len() == long.len();
    let same = if one_script { 1.0 } else { SAME };
    let variant = if one_script {
        SAME_SCRIPT_VARIANT
    } else {
        SAME - 0.12
    };
    let relation = if mean >= same && least >= same - 0.1 && complete {
        NameMatch::Same
    } else if mean >= variant && least >= variant - 0.1 {
        NameMatch::Variant
    } else {
        NameMatch::Different
    };
    (relation, mean)
}

/// Nearness of two words of one script: by letters, for there a wire copies what it reads.
fn within_script(a: &str, b: &str) -> f32 {
    if is_pinyin(a) && is_pinyin(b) {
        return 0.0;
    }
    let longest = a.len().max(b.len());
    if longest < 4 {
        return 0.0;
    }
    let distance = edits(a.as_bytes(), b.as_bytes());
    // One wrong letter in a short name, two in a long one.
    if distance > 1 + usize::from(longest >= 8) {
        return 0.0;
    }
    (1.0 - 0.15 * distance as f32).min(0.95)
}

fn edits(a: &[u8], b: &[u8]) -> usize {
    let mut before: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, y) in b.iter().enumerate() {
            let change = before[j] + usize::from(x != y);
            row.push(change.min(before[j + 1] + 1).min(row[j] + 1));
        }
        before = row;
    }
    before.last().copied().unwrap_or_default()
}

/// The parts of a name that are compared: romanised words without articles.
fn parts(name: &Name) -> Vec<String> {
    let key = if name.key.is_empty() {
        romanise(&name.name)
    } else {
        name.key.clone()
    };
    let mut parts: Vec<String> = key
        .split_whitespace()
        .filter(|part| !matches!(*part, "al" | "el" | "the"))
        .map(str::to_owned)
        .collect();
    if parts.is_empty() && !key.is_empty() {
        parts.push(key.replace(' ', ""));
    }
    parts
}

/// Whether a key is an ISO code: the only keys in capitals.
fn is_code(key: &str) -> bool {
    key.len() == 2 && key.bytes().all(|b| b.is_ascii_uppercase())
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Script {
    Latin,
    Cyrillic,
    Semitic,
    Han,
    Kana,
    Hangul,
    Other,
}

fn script(name: &str) -> Script {
    name.chars()
        .find(|c| c.is_alphabetic())
        .map_or(Script::Other, |c| match c {
            'a'..='z' | 'A'..='Z' | '\u{C0}'..='\u{24F}' | '\u{1E00}'..='\u{1EFF}' => Script::Latin,
            '\u{400}'..='\u{52F}' => Script::Cyrillic,
            '\u{590}'..='\u{6FF}' => Script::Semitic,
            '\u{3040}'..='\u{30FF}' => Script::Kana,
            '\u{AC00}'..='\u{D7AF}' => Script::Hangul,
            c if super::sound::is_han(c) => Script::Han,
            _ => Script::Other,
        })
}

/// Whether a word is one or two syllables of Chinese in pinyin.
fn is_pinyin(word: &str) -> bool {
    fn syllable(s: &str) -> bool {
        const INITIALS: &[&str] = &[
            "zh", "ch", "sh", "b", "p", "m", "f", "d", "t", "n", "l", "g", "k", "h", "j", "q", "x",
            "r", "z", "c", "s", "y", "w", "",
        ];
        const FINALS: &[&str] = &[
            "a", "o", "e", "ai", "ei", "ao", "ou", "an", "en", "ang", "eng", "ong", "i", "ia",
            "ie", "iao", "iu", "ian", "in", "iang", "ing", "iong", "u", "ua", "uo", "uai", "ui",
            "uan", "un", "uang", "ue", "er", "v",
        ];
        INITIALS.iter().any(|initial| {
            s.strip_prefix(initial)
                .is_some_and(|rest| FINALS.contains(&rest))
        })
    }
    syllable(word)
        || word
            .char_indices()
            .skip(1)
            .any(|(at, _)| match (word.get(..at), word.get(at..)) {
                (Some(a), Some(b)) => syllable(a) && syllable(b),
                _ => false,
            })
}

//! Whether two names name the same.

use super::sound::{Hearing, nearness, romanise};
use crate::{Name, NameKind};

/// How two names stand to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NameMatch {
    /// One name, in whatever script or inflection: Lin Jian and 林剑.
    Same,
    /// One is a part of the other: Lin and Lin Jian, Alpenkraft and Alpenkraft AG.
    Short,
    /// Perhaps one name: a spelling beside another ("Jien" for "Jian").
    Variant,
    /// Two names.
    Different,
}

/// Sounds this near over two alphabets are the same name. Set on pairs of person names over six
/// scripts against random and same-surname decoys, as are the two below: where the sum of right
/// decisions was highest.
const SAME: f32 = 0.66;
/// The same where one side writes no short vowels.
const SAME_VOWELLESS: f32 = 0.64;
/// The same where one side writes syllables.
const SAME_SYLLABLES: f32 = 0.62;
/// Two words in Cyrillic that sound this much alike are one name in two languages: Байден, Джонсон
/// and Джонсън, but not Иванов and Ивашов.
const SAME_CYRILLIC: f32 = 0.86;
/// Over scripts a name that falls short of "same" by no more than this is a variant.
const NEARLY: f32 = 0.1;
/// One part of a name may sound this much less alike than the whole must.
const WEAKEST: f32 = 0.16;
/// Within one script a name is spelt as it is: only case, marks, hyphens and inflection may
/// differ. One letter in seven, which `within_script` gives a score of .85, makes a variant.
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
    if kinds_clash || is_code(&a.key) && is_code(&b.key) {
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
    let hearing = hearing(script_a, script_b);
    let score = |x: &str, y: &str| -> f32 {
        if x == y {
            1.0
        } else if one_script && script_a == Script::Cyrillic {
            // Several languages share the letters and spell one name by their own rules.
            let near = nearness(x, y, hearing);
            if near >= SAME_CYRILLIC {
                1.0
            } else {
                within_script(x, y)
            }
        } else if one_script {
            within_script(x, y)
        } else {
            nearness(x, y, hearing)
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
    let (same, variant, weakest) = match (one_script, hearing) {
        (true, _) => (1.0, SAME_SCRIPT_VARIANT, 0.0),
        (_, Hearing::Letters) => (SAME, SAME - NEARLY, WEAKEST),
        (_, Hearing::Vowelless) => (SAME_VOWELLESS, SAME_VOWELLESS - NEARLY, WEAKEST),
        (_, Hearing::Syllables) => (SAME_SYLLABLES, SAME_SYLLABLES - NEARLY, WEAKEST),
    };
    let relation = if mean >= same && least >= same - weakest {
        if complete {
            NameMatch::Same
        } else if is_short_form(a, b, short, long, &free) {
            NameMatch::Short
        } else {
            NameMatch::Different
        }
    } else if mean >= variant && least >= variant - weakest && complete {
        NameMatch::Variant
    } else {
        NameMatch::Different
    };
    (relation, mean)
}

/// Whether the shorter name may stand for the longer: of a person any part, else only its first
/// or last words. A place within a place ("Akçedere", "Akçedere Dam") is another place.
fn is_short_form(a: &Name, b: &Name, short: &[String], long: &[String], free: &[usize]) -> bool {
    if a.kind == NameKind::Place || b.kind == NameKind::Place {
        return false;
    }
    let person = a.kind == NameKind::Person || b.kind == NameKind::Person;
    person
        || short.concat().len() > LEAST_SHORT
            && free
                .iter()
                .all(|&i| i >= short.len() || i < long.len() - short.len())
}

/// A short form of an organisation has more letters than this: "of" and "the" are none.
const LEAST_SHORT: usize = 3;

fn hearing(a: Script, b: Script) -> Hearing {
    let syllables = |s| matches!(s, Script::Han | Script::Kana | Script::Hangul);
    if syllables(a) || syllables(b) {
        Hearing::Syllables
    } else if a == Script::Semitic || b == Script::Semitic {
        Hearing::Vowelless
    } else {
        Hearing::Letters
    }
}

/// Two names over scripts that sound less alike than this are strangers: half of their consonants
/// differ.
const STRANGERS: f32 = 0.5;

/// Whether two names speak against one bearer.
pub(super) fn excludes(a: &Name, b: &Name) -> bool {
    let (relation, score) = same_name(a, b);
    relation == NameMatch::Different && (script(&a.name) == script(&b.name) || score < STRANGERS)
}

/// Whether two names cannot have one bearer, whatever other names say: another syllable of a
/// Chinese name beside equal parts ("Lin Jian", "Lin Jiang").
pub(super) fn tells_apart(a: &Name, b: &Name) -> bool {
    if script(&a.name) != Script::Latin || script(&b.name) != Script::Latin || a.key == b.key {
        return false;
    }
    let (left, right) = (parts(a), parts(b));
    left.len() == right.len()
        && left.len() > 1
        && left.iter().chain(&right).all(|part| is_pinyin(part))
        && left.iter().zip(&right).any(|(x, y)| x == y)
}

/// Nearness of two words of one script: by letters, for there a wire copies what it reads.
fn within_script(a: &str, b: &str) -> f32 {
    if is_pinyin(a) && is_pinyin(b) {
        return 0.0;
    }
    if plainly(a) == plainly(b) {
        return 0.95;
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

/// A romanised word in the plainest of its spellings: Meera is Mira, Tavakkoli is Tavakoli.
fn plainly(word: &str) -> String {
    let word = word
        .replace("ee", "i")
        .replace("oo", "u")
        .replace("ou", "u")
        .replace("ph", "f")
        .replace('y', "i");
    let mut plain = String::with_capacity(word.len());
    for c in word.chars() {
        if !plain.ends_with(c) {
            plain.push(c);
        }
    }
    plain
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
    // A territory beside a name that no list knows is compared by its sound.
    let key = if name.key.is_empty() || is_code(&name.key) {
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

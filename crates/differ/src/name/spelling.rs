//! Whether two forms of a name are one spelling.

use super::Mentioned;
use crate::place::language_of;
use aligner::Report;
use segmenter::normal::{Form, Normal};
use unicode_script::{Script, UnicodeScript as _};

/// Two persons in the same place whose names are at least this alike (Damerau-Levenshtein, as a
/// share of the longer) are one person misspelt; below, they are two. One letter more in an
/// eight-letter name gives .89, two unlike surnames stay below .6.
const MISSPELT: f64 = 0.8;

/// The same of each of their words that differs by more than one letter: "Carlo" and "Paolo" have .6.
const MISSPELT_WORD: f64 = 0.67;

/// Whether one name should be spelt alike in both places: in one script; and in one language,
/// where it is no Latin name that keeps its letters (نيكوس, نیکوس).
pub(super) fn spelt_alike(reports: &[Report], a: &Mentioned, b: &Mentioned) -> bool {
    let language = |at| language_of(reports, at);
    let (one, other) = (script(&a.name.name), script(&b.name.name));
    one == other && (one == Script::Latin || language(a.at) == language(b.at))
}

/// Whether two languages only write one name by their own rules: a vowel with two dots as two vowels
/// (Jürgen, Juergen); a name that is translated with its number (Sixto VI, Sisto VI); or, where no two
/// reports of other languages agree on one of the forms (`agreed`), other vowels and doubled letters
/// (Youssef, Yusuf).
pub(super) fn transcribed_alike(
    reports: &[Report],
    a: &Mentioned,
    b: &Mentioned,
    agreed: impl Fn(&str) -> bool,
) -> bool {
    let (one, other) = (fold(&a.name.name), fold(&b.name.name));
    let consonants = |name: &str| {
        let mut letters: Vec<char> = name.chars().filter(|c| !"aeiouy".contains(*c)).collect();
        letters.dedup();
        letters
    };
    let undotted = |name: &str| {
        let name = name.replace("ae", "a");
        name.replace("oe", "o").replace("ue", "u")
    };
    let number = |name: &str| {
        let mut words = name.split_whitespace();
        words.any(|word| {
            let word = word.trim_end_matches('.');
            !word.is_empty() && word.chars().all(|c| "IVX".contains(c))
        })
    };
    language_of(reports, a.at) != language_of(reports, b.at)
        && (number(&a.name.name)
            || undotted(&one) == undotted(&other)
            || consonants(&one) == consonants(&other) && !agreed(&one) && !agreed(&other))
}

pub(super) fn differ_by_a_slip(a: &Mentioned, b: &Mentioned) -> bool {
    let (one, other) = (fold(&a.name.name), fold(&b.name.name));
    let mut words = one.split(' ').zip(other.split(' '));
    let near = |(x, y): (&str, &str)| {
        strsim::damerau_levenshtein(x, y) < 2
            || strsim::normalized_damerau_levenshtein(x, y) >= MISSPELT_WORD
    };
    let one_by_one = one.split(' ').count() != other.split(' ').count() || words.all(near);
    one_by_one && strsim::normalized_damerau_levenshtein(&one, &other) >= MISSPELT
}

/// A name without regard to case, marks, hyphens and forms of letters (کورال, كورال).
pub(super) fn fold(name: &str) -> String {
    let folded = extractor::romanise(name);
    if script(name) == Script::Latin && !folded.is_empty() {
        folded
    } else {
        Normal::new(name, Form::Folded).text
    }
}

/// The script of a name's first letter.
pub(super) fn script(name: &str) -> Script {
    let first = name.chars().find(|c| c.is_alphabetic());
    first.map_or(Script::Common, |c| c.script())
}

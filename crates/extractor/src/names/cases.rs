//! Names in the cases of a language: the inflected forms of a listed name, and the stem that all
//! forms of any name share.

use super::sound::romanise;
use crate::lexicon::lexicon;
use lang::Pack;

/// A stem keeps at least this many letters: shorter ones are shared by strangers.
const STEM: usize = 3;

/// How a language inflects names: the rows of `name_cases`.
#[derive(Debug, Default)]
pub(crate) struct Cases {
    /// Endings of the nominative with those that replace them, longest first.
    rows: Vec<(&'static str, Vec<&'static str>)>,
    /// All endings of all cases, longest first.
    endings: Vec<&'static str>,
}

impl Cases {
    /// Those of a pack.
    pub(crate) fn of(pack: &'static Pack) -> Self {
        let mut cases = Self::default();
        for row in pack.rows("name_cases") {
            let replaced: Vec<&str> = match row.column(1) {
                "" => Vec::new(),
                column => column.split(',').map(str::trim).collect(),
            };
            if !replaced.is_empty() {
                cases.endings.push(row.key());
                cases.endings.extend(&replaced);
            }
            cases.rows.push((row.key(), replaced));
        }
        cases
            .rows
            .sort_by_key(|(ending, _)| std::cmp::Reverse(ending.len()));
        cases.endings.retain(|ending| !ending.is_empty());
        cases.endings.sort_unstable();
        cases.endings.dedup();
        cases
            .endings
            .sort_by_key(|ending| std::cmp::Reverse(ending.len()));
        cases
    }

    /// Whether names have cases.
    pub(super) fn inflects(&self) -> bool {
        !self.endings.is_empty()
    }

    /// The inflected forms of a name in the nominative, every word in the same case.
    pub(crate) fn forms(&self, name: &str) -> Vec<String> {
        let most = self
            .rows
            .iter()
            .map(|(_, replaced)| replaced.len())
            .max()
            .unwrap_or_default();
        // By the longest ending and by the next one: surnames in -ина have other forms than
        // countries.
        (0..2 * most)
            .map(|i| {
                let words: Vec<String> = name
                    .split(' ')
                    .map(|word| self.in_case(word, i % most, i / most))
                    .collect();
                words.join(" ")
            })
            .filter(|form| form != name)
            .collect()
    }

    fn in_case(&self, word: &str, case: usize, skipped: usize) -> String {
        let acronym = word.chars().all(|c| !c.is_lowercase());
        let row = self
            .rows
            .iter()
            .filter(|(ending, _)| word.ends_with(ending))
            .nth(skipped);
        match row {
            Some((ending, replaced)) if !acronym => {
                match (word.strip_suffix(ending), replaced.get(case)) {
                    (Some(stem), Some(other)) => format!("{stem}{other}"),
                    _ => word.to_owned(),
                }
            }
            _ => word.to_owned(),
        }
    }

    /// What all forms of a word share.
    pub(super) fn stem<'w>(&self, word: &'w str) -> &'w str {
        self.endings
            .iter()
            .filter_map(|ending| word.strip_suffix(ending))
            .find(|stem| stem.chars().count() >= STEM)
            .unwrap_or(word)
    }
}

/// The key of a printed name: its stems, romanised.
pub(super) fn key_of(name: &str, cases: &Cases) -> String {
    if cases.endings.is_empty() {
        return romanise(name);
    }
    let stems: Vec<&str> = name
        .split([' ', '-', '\u{A0}'])
        .map(|word| cases.stem(word))
        .collect();
    romanise(&stems.join(" "))
}

/// The key of a listed name, from its tag: an ISO code, or what follows the kind in
/// `place:beijing`.
pub(super) fn listed_key(tag: &str) -> &str {
    tag.rsplit(':').next().unwrap_or_default()
}

/// The key of a name printed in the language `code`: that of the lists where it is well known,
/// else romanised, without the endings of its cases.
///
/// ```
/// use extractor::name_key;
/// assert_eq!(name_key("Lín Jiàn", "en"), "lin jian");
/// assert_eq!(name_key("Камалы Харрис", "ru"), name_key("Камала Харрис", "ru"));
/// assert_eq!(name_key("Москве", "ru"), name_key("Moscow", "en"));
/// ```
pub fn name_key(name: &str, code: &str) -> String {
    let lexicon = lexicon(code);
    match lexicon.listed(name) {
        Some(entry) if !listed_key(entry.tag).is_empty() => listed_key(entry.tag).to_owned(),
        _ => key_of(name, lexicon.cases()),
    }
}

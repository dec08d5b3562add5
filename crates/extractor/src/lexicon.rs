//! The word lists of a pack, compiled once per language for fast lookup.
//!
//! A [`Lexicon`] knows for a folded word (or the start of a phrase) what it can be: a verb of
//! speech, a title, a territory. Spaced scripts are looked up word by word, clitics stripped
//! where the pack names them; unspaced ones by one automaton over all entries.

mod build;
mod entry;
mod fold;
mod found;
mod names;
mod role;
mod speech;
mod takes;

pub(crate) use entry::{Classes, Entry, Side};
pub(crate) use fold::{fold, fold_into};
pub(crate) use found::Found;
pub(crate) use role::{Ending, Role};
pub(crate) use takes::Takes;

use crate::names::Cases;
use aho_corasick::AhoCorasick;
use lang::{Pack, Strategy};
use rustc_hash::{FxHashMap, FxHashSet};

/// One language's lists.
pub(crate) struct Lexicon {
    pub(crate) pack: &'static Pack,
    entries: Vec<Entry>,
    /// Folded single words and the first words of phrases.
    words: FxHashMap<Box<str>, Found>,
    /// Clitics before and after words, longest first.
    prefixes: Vec<&'static str>,
    suffixes: Vec<&'static str>,
    /// How the names of fathers end: *овна*.
    patronymics: Vec<&'static str>,
    /// The endings behind an apostrophe of whom something is said to: '*ye*.
    addressing: Vec<&'static str>,
    /// The endings that the names of bodies take without an apostrophe: Bakanlığı*ndan*.
    body_cases: Vec<&'static str>,
    /// Endings of where something is, longest first.
    locatives: Vec<&'static str>,
    /// How the language inflects names.
    cases: Cases,
    /// The forms of the article that is written onto definite nouns, the plain one first.
    articles: Vec<&'static str>,
    /// Letters that transcribe foreign names.
    transcribing: FxHashSet<char>,
    /// Those that count beside the dot between two parts of a name alone.
    beside_dot: FxHashSet<char>,
    surnames: bool,
    /// Given names that folding makes one with a small word from which they differ in print: علي, على.
    printed_given: FxHashSet<&'static str>,
    /// Folded given names that mean something else more often.
    given_too: FxHashSet<String>,
    /// The kinds of bodies that are written onto their names, and which of them.
    bodies: FxHashMap<&'static str, &'static str>,
    /// What is written onto names and beside them, with its role.
    name_forms: Vec<(&'static str, &'static str)>,
    prepositions: bool,
    determiners: bool,
    /// What stands beside the marks of speech, with its role.
    quotatives: Vec<(String, &'static str)>,
    /// Complementisers that are written onto the next word: ש.
    written_complementisers: Vec<&'static str>,
    /// Folded words that say when.
    times: Times,
    /// The forms of units, as they are printed.
    units: FxHashSet<&'static str>,
    /// Prepositions that govern who acts in a passive, and those that govern in whose view
    /// something is so.
    agents: FxHashSet<String>,
    views: FxHashSet<String>,
    /// Prepositions that lead to what for something is done, folded.
    purposes: FxHashSet<String>,
    /// The folded nouns that stand for a person named before: "the politician".
    again: FxHashSet<String>,
    /// The folded adjectives of countries, with the country's code.
    demonyms: FxHashMap<String, &'static str>,
    /// Prepositions before who says what stands around them.
    asides: FxHashSet<String>,
    /// Prepositions before the name of a place.
    wheres: FxHashSet<String>,
    /// Prepositions that stand before places more than before other names.
    origins: FxHashSet<String>,
    /// Folded words in the names of what is no person, body or place.
    others: FxHashSet<String>,
    /// Folded words that close the names of bodies.
    body_closings: FxHashSet<String>,
    /// Folded words that close the names of places.
    place_closings: FxHashSet<String>,
    /// Folded words that open the names of places.
    place_openings: FxHashSet<String>,
    /// Endings of where something is, set apart from a name by an apostrophe.
    where_endings: Vec<&'static str>,
    /// Folded names of bodies that open with an article.
    papers: FxHashSet<String>,
    /// Folded words for years.
    years: FxHashSet<String>,
    /// Small adjectives in the names of bodies, and endings of such.
    body_adjectives: FxHashSet<String>,
    body_endings: Vec<String>,
    /// Endings of adjectives in the genitive of several.
    genitives: Vec<String>,
    /// Endings of words with what the ending tells.
    endings: Vec<(&'static str, Ending)>,
    /// What is written into the infinitive of a verb of two parts: "durchzulassen".
    infixes: Vec<&'static str>,
    /// What words begin with that tell what somebody is asked to do.
    asking: Vec<&'static str>,
    /// Those of them that are nouns of doing: the stem, and whether the letter of the feminine ends it.
    doing: FxHashSet<(&'static str, bool)>,
    /// All entries, where words are not set apart.
    automaton: Option<(AhoCorasick, Vec<u32>)>,
}

/// The lexicon of a language; that of the default pack where there is none.
pub(crate) fn lexicon(code: &str) -> &'static Lexicon {
    static ALL: lang::PerPack<Lexicon> = lang::PerPack::new();
    ALL.get(code, Lexicon::new)
}

/// The words that say when.
#[derive(Debug)]
struct Times {
    /// Folded.
    words: FxHashSet<String>,
    /// Of them, those that are no small words: days, parts of days, months.
    days: FxHashSet<String>,
    /// Whether months and days are written in small letters.
    small: bool,
}

impl Times {
    fn of(pack: &Pack) -> Self {
        let lists = ["date_words", "weekdays", "months"];
        let words = lists.iter().flat_map(|list| pack.rows(list));
        let month = pack.rows("months").next();
        Self {
            words: words.map(|row| fold(row.key())).collect(),
            days: (pack.rows("weekdays").chain(pack.rows("months")))
                .chain(pack.rows("date_words").filter(|row| {
                    let sense = row.column(1);
                    matches!(
                        sense,
                        "offset" | "part" | "unit" | "anaphor" | "weekend" | "clock"
                    )
                }))
                .map(|row| fold(row.key()))
                .collect(),
            small: month.is_some_and(|row| row.key().starts_with(char::is_lowercase)),
        }
    }
}

/// The head of a compound noun has at least this many letters.
const HEAD: usize = 4;

impl Lexicon {
    /// The entry of an index given out by a lookup.
    pub(crate) fn entry(&self, index: u32) -> Option<&Entry> {
        self.entries.get(index as usize)
    }

    /// What starts with a folded word.
    pub(crate) fn beginning(&self, word: &str) -> Option<&Found> {
        self.words.get(word)
    }

    /// Whether anything starts with the folded word.
    pub(crate) fn knows(&self, word: &str) -> bool {
        self.words.contains_key(word)
    }

    /// The territory or well-known name that is all of `name`.
    pub(crate) fn listed(&self, name: &str) -> Option<&Entry> {
        let folded = fold(name);
        let words: Vec<&str> = folded.split_whitespace().collect();
        let beginning = self.beginning(words.first()?)?;
        let (index, reach) = beginning.longest(|k| words.get(k).copied())?;
        self.entry(index).filter(|entry| {
            reach == words.len() && entry.classes.has(Classes::TERRITORY.and(Classes::KNOWN))
        })
    }

    /// The office, group or thing that ends a compound noun ("Konzernchefin"), in a language that
    /// writes every noun with a capital.
    pub(crate) fn compound(&self, folded: &str) -> Option<u32> {
        if !self.pack.meta.noun_capitals {
            return None;
        }
        let nouns = Classes::TITLE
            .and(Classes::SOURCE)
            .and(Classes::ORGANISATION)
            .and(Classes::THING);
        folded
            .char_indices()
            .skip(2)
            .filter_map(|(at, _)| folded.get(at..))
            .take_while(|tail| tail.chars().count() >= HEAD)
            .find_map(|tail| {
                let index = self.words.get(tail)?.alone?;
                let entry = self.entry(index)?;
                entry.classes.has(nouns).then_some(index)
            })
    }

    /// Whether spaces set the words apart.
    pub(crate) fn is_spaced(&self) -> bool {
        self.pack.meta.words == Strategy::Spaces
    }

    /// Whether the words are Han and kana, without spaces between them.
    pub(crate) fn is_han(&self) -> bool {
        self.pack.meta.words == Strategy::Han
    }

    /// Whether the language marks its subjects.
    pub(crate) fn has_markers(&self) -> bool {
        self.pack.rows("subject_markers").next().is_some()
    }

    /// Whether a letter is a function word by itself: 在, 则.
    pub(crate) fn is_small(&self, letter: char) -> bool {
        self.alone(&letter.to_string())
            .is_some_and(|entry| entry.classes.has(Classes::STOP))
    }

    /// Whether a letter stands between a subject and its verb: 曾.
    pub(crate) fn is_inner(&self, letter: char) -> bool {
        self.alone(&letter.to_string())
            .is_some_and(|entry| entry.role == Role::Inner)
    }

    /// Whether a word that no surname opens ends in a mark of the subject.
    pub(crate) fn is_marked(&self, word: &str) -> bool {
        let first = word.chars().next().map(String::from).unwrap_or_default();
        let mut markers = ["topic", "subject"]
            .into_iter()
            .flat_map(|role| self.quotatives(role));
        // A surname, two letters and the mark.
        let native = self.is_surname(&first) && word.chars().count() <= 4;
        self.has_surnames()
            && !native
            && markers.any(|marker| {
                word.strip_suffix(marker)
                    .is_some_and(|rest| !rest.is_empty())
            })
    }

    /// The name at the front of a word that no list knows, by what is written behind it: what kind
    /// of body it is, or the ending of where something is.
    pub(crate) fn without_ending(&self, word: &str) -> Option<usize> {
        let mut endings = self.suffixes.iter().filter(|_| !self.bodies.is_empty());
        endings
            .find_map(|ending| {
                word.strip_suffix(ending)
                    .filter(|rest| !self.knows(rest) && self.body(rest).is_some())
                    .map(str::len)
            })
            .or_else(|| self.before_locative(word))
    }

    /// Whether the article is written onto a word behind the preposition that it melts into: للإحصاء.
    pub(crate) fn is_for(&self, word: &str) -> bool {
        let melted = self.articles.iter().skip(1);
        melted.copied().any(|article| word.starts_with(article))
    }

    /// The article that is written onto definite nouns: ال, ה.
    pub(crate) fn definite(&self) -> Option<&'static str> {
        self.articles.first().copied()
    }

    /// Whether letters written onto the front of a noun govern it as a preposition does: ב, لل.
    pub(crate) fn governs(&self, letters: &str) -> bool {
        self.pack
            .rows("clitics")
            .any(|row| row.column(1) == "governs" && row.key() == letters)
    }

    /// Whether letters written onto the front of a place's name tell where a body is: ב.
    pub(crate) fn seats(&self, letters: &str) -> bool {
        self.pack
            .rows("clitics")
            .any(|row| row.column(1) == "seat" && row.key() == letters)
    }

    /// Whether letters written onto the front of a word join it to what stands before: ו.
    pub(crate) fn joins(&self, letters: &str) -> bool {
        self.pack
            .rows("clitics")
            .any(|row| row.column(1) == "joins" && row.key() == letters)
    }

    /// Whether an article is written onto a word, alone or behind another clitic: العلاج, بالعلاج.
    pub(crate) fn is_definite(&self, word: &str) -> bool {
        let holds = |text: &str| self.articles.iter().any(|article| text.contains(article));
        let mut openings = self
            .articles
            .iter()
            .chain(self.prefixes.iter().filter(|p| holds(p)));
        openings.any(|opening| word.starts_with(opening))
    }

    /// Whether a word, as it is printed, is a form of a unit.
    pub(crate) fn is_unit(&self, printed: &str) -> bool {
        self.units.contains(printed)
    }

    /// Whether a folded word says when.
    pub(crate) fn is_time(&self, word: &str) -> bool {
        self.times.words.contains(word)
    }

    /// Whether a folded word alone says when, and is none of the small words in dates: "hoy".
    pub(crate) fn is_day(&self, word: &str) -> bool {
        self.times.days.contains(word)
    }

    /// Whether months and days are written in small letters.
    pub(crate) fn has_small_times(&self) -> bool {
        self.times.small
    }

    /// How the language inflects names.
    pub(crate) fn cases(&self) -> &Cases {
        &self.cases
    }

    /// The clitics that may stand before a word, longest first.
    pub(crate) fn prefixes(&self) -> &[&'static str] {
        &self.prefixes
    }

    /// Each clitic that stands before a word, longest first, with the rest of the word.
    pub(crate) fn behind_prefixes<'w>(
        &self,
        word: &'w str,
    ) -> impl Iterator<Item = (&'static str, &'w str)> + use<'_, 'w> {
        // Most clitics are known at once by their first byte to stand before no such word.
        let first = word.as_bytes().first();
        self.prefixes
            .iter()
            .filter(move |prefix| prefix.as_bytes().first() == first)
            .filter_map(|prefix| Some((*prefix, word.strip_prefix(prefix)?)))
    }

    /// The endings that may follow a word, longest first.
    pub(crate) fn suffixes(&self) -> &[&'static str] {
        &self.suffixes
    }

    /// The entries in unspaced text, leftmost and longest first, without overlaps.
    pub(crate) fn hits<'t>(
        &'t self,
        text: &'t str,
    ) -> impl Iterator<Item = (usize, usize, u32)> + 't {
        self.automaton.iter().flat_map(move |(automaton, indexes)| {
            automaton.find_iter(text).filter_map(|hit| {
                let index = indexes.get(hit.pattern().as_usize())?;
                Some((hit.start(), hit.end(), *index))
            })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_foreign_name_reaches_around_its_dot() {
        for (text, name) in [
            ("拉斐尔·奥坎波说", "拉斐尔·奥坎波"),
            ("埃莱娜·马克斯下令", "埃莱娜·马克斯"),
            ("并说约翰·史密斯在场", "约翰·史密斯"),
        ] {
            let found = lexicon("zh").around_dot(text).map(|span| span.of(text));
            assert_eq!(found, Some(name));
        }
    }

    #[test]
    fn every_pack_compiles() {
        for code in lang::codes() {
            assert_eq!(lexicon(code).pack.code, code);
        }
        assert_eq!(lexicon("tlh").pack.code, "und");
    }
}

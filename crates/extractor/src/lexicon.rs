//! The word lists of a pack, compiled once per language for fast lookup.
//!
//! A [`Lexicon`] knows for a folded word (or the start of a phrase) what it can be: a verb of
//! speech, a title, a territory. Spaced scripts are looked up word by word, clitics stripped
//! where the pack names them; unspaced ones by one automaton over all entries.

mod names;
mod role;
mod speech;
mod takes;

pub(crate) use role::{Ending, Role};
pub(crate) use takes::Takes;

use crate::names::Cases;
use aho_corasick::{AhoCorasick, MatchKind};
use lang::{Pack, Strategy};
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::BTreeMap;

/// What a word can be: a set of classes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Classes(u32);

impl Classes {
    /// A verb of speech.
    pub(crate) const VERB: Self = Self(1);
    /// "according to".
    pub(crate) const ATTRIBUTION: Self = Self(1 << 1);
    /// An office or honorific.
    pub(crate) const TITLE: Self = Self(1 << 2);
    /// Makes a name an organisation.
    pub(crate) const ORGANISATION: Self = Self(1 << 3);
    /// Makes a name a place.
    pub(crate) const PLACE: Self = Self(1 << 4);
    /// A personal pronoun that can speak.
    pub(crate) const PRONOUN: Self = Self(1 << 5);
    /// Joins the parts of a name: "von", "bin".
    pub(crate) const PARTICLE: Self = Self(1 << 6);
    /// A common noun that can speak: "police", "witnesses", "statement".
    pub(crate) const SOURCE: Self = Self(1 << 7);
    /// Opens an indirect clause: "that".
    pub(crate) const COMPLEMENTISER: Self = Self(1 << 8);
    /// Never a name, however it is written.
    pub(crate) const STOP: Self = Self(1 << 9);
    /// A common given name.
    pub(crate) const GIVEN: Self = Self(1 << 10);
    /// A common surname.
    pub(crate) const SURNAME: Self = Self(1 << 11);
    /// A country or territory; the tag is its ISO code.
    pub(crate) const TERRITORY: Self = Self(1 << 12);
    /// A well-known place or organisation; the tag is its key over languages.
    pub(crate) const KNOWN: Self = Self(1 << 13);
    /// Marks the noun phrase before it as the subject: は, ने, 은.
    pub(crate) const SUBJECT: Self = Self(1 << 14);
    /// An article or the like, which opens a noun phrase.
    pub(crate) const DETERMINER: Self = Self(1 << 15);

    /// Modifies the name before its hyphen: "led", "backed".
    pub(crate) const MODIFIER: Self = Self(1 << 16);
    /// A common noun that stands before a name: "tanker", "company".
    pub(crate) const THING: Self = Self(1 << 17);

    /// A preposition: no bare clause begins with one.
    pub(crate) const PREPOSITION: Self = Self(1 << 19);
    /// Stands between an office and its holder: "affairs", "on behalf of".
    pub(crate) const COMPLEMENT: Self = Self(1 << 18);

    /// A verb of belief, wish, plan or judgement: "hopes", "opposes".
    pub(crate) const STANCE: Self = Self(1 << 20);
    /// A noun that reports: "the claim that".
    pub(crate) const CLAIM: Self = Self(1 << 21);
    /// An adjective that reports: "confident that".
    pub(crate) const MOOD: Self = Self(1 << 22);
    /// A small word that builds clauses, whose [`Role`] tells how.
    pub(crate) const CLAUSE_WORD: Self = Self(1 << 23);

    /// Where something is said: "interview", "statement".
    pub(crate) const OCCASION: Self = Self(1 << 24);
    /// An article, preposition, auxiliary and the like: no name in itself.
    pub(crate) const SMALL: Self = Self(1 << 25);

    /// Whether any of `other` is among them.
    pub(crate) fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Both sets together.
    pub(crate) const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// What a pack says about one word or phrase.
#[derive(Debug, Clone, Default)]
pub(crate) struct Entry {
    /// What it can be.
    pub(crate) classes: Classes,
    /// Of a verb: what it takes.
    pub(crate) takes: Takes,
    /// Of a title or attribution: on which side of it the name or speaker stands.
    pub(crate) side: Side,
    /// An ISO code, a key over languages, a gender: what the list's second column says.
    pub(crate) tag: &'static str,
    /// Of a listed name: whether it is one only in capitals ("WHO").
    pub(crate) upper: bool,
    /// Of a listed name: whether it is a common word too, as the Arabic for Mali is "financial".
    pub(crate) common: bool,
    /// Of an attribution that embraces the speaker: the closing words (据…报道).
    pub(crate) closing: &'static str,
    /// Of a reporting noun or adjective: what opens its clause, set apart by spaces.
    pub(crate) governs: &'static str,
    /// Of a word that builds clauses: how.
    pub(crate) role: Role,
    /// Of a word that makes an organisation or a place: how it and the words beside it name one
    /// ("field", "aim", "whole").
    pub(crate) naming: &'static str,
    /// Of a small word inside names: what it joins ("of", "and").
    pub(crate) joins: &'static str,
    /// Of a verb: whether it is the form that its list gives first, as in "to say".
    pub(crate) base: bool,
}

/// Where the name or speaker stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Side {
    /// After the word: "President X", "according to X".
    #[default]
    Right,
    /// Before the word: X先生, "X によると".
    Left,
    /// On either side.
    Both,
    /// In it, as its first word: "seiner Ansicht nach".
    Own,
    /// Nowhere: the phrase names nobody or is the speaker itself ("reportedly").
    None,
}

/// One language's lists.
pub(crate) struct Lexicon {
    pub(crate) pack: &'static Pack,
    entries: Vec<Entry>,
    /// Folded single words and the first words of phrases.
    words: FxHashMap<Box<str>, Found>,
    /// Clitics before and after words, longest first.
    prefixes: Vec<&'static str>,
    suffixes: Vec<&'static str>,
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
    /// Endings of words with what the ending tells.
    endings: Vec<(&'static str, Ending)>,
    /// What is written into the infinitive of a verb of two parts: "durchzulassen".
    infixes: Vec<&'static str>,
    /// What words begin with that tell what somebody is asked to do.
    asking: Vec<&'static str>,
    /// All entries, where words are not set apart.
    automaton: Option<(AhoCorasick, Vec<u32>)>,
}

/// What begins with a word.
#[derive(Default)]
pub(crate) struct Found {
    /// The word alone.
    alone: Option<u32>,
    /// Phrases: their further words, sorted by the next one, and of one next word longest first.
    phrases: Vec<(Vec<Box<str>>, u32)>,
}

impl Found {
    /// The longest entry; `next(k)` gives the folded k-th word after the first. Returns the entry's
    /// index and how many words it takes.
    pub(crate) fn longest<'w>(
        &self,
        next: impl Fn(usize) -> Option<&'w str>,
    ) -> Option<(u32, usize)> {
        self.phrase(next)
            .or_else(|| self.alone.map(|index| (index, 1)))
    }

    /// The length of the longest second word, the last of its phrase, that `text` opens with.
    pub(crate) fn onto(&self, text: &str) -> usize {
        let seconds = self
            .phrases
            .iter()
            .filter_map(|(rest, _)| match rest.as_slice() {
                [second] => Some(&**second),
                _ => None,
            });
        seconds
            .filter(|second| text.starts_with(second))
            .map(str::len)
            .max()
            .unwrap_or(0)
    }

    fn phrase<'w>(&self, next: impl Fn(usize) -> Option<&'w str>) -> Option<(u32, usize)> {
        if self.phrases.is_empty() {
            return None;
        }
        let second = next(1)?;
        let opens =
            |(rest, _): &&(Vec<Box<str>>, u32)| rest.first().is_some_and(|word| **word == *second);
        let before =
            |(rest, _): &(Vec<Box<str>>, u32)| rest.first().is_some_and(|word| **word < *second);
        let from = self.phrases.partition_point(before);
        let (rest, index) =
            self.phrases
                .get(from..)?
                .iter()
                .take_while(opens)
                .find(|(rest, _)| {
                    let mut later = rest.iter().enumerate().skip(1);
                    later.all(|(k, word)| next(k + 1) == Some(word))
                })?;
        Some((*index, rest.len() + 1))
    }
}

/// The lexicon of a language; that of the default pack where there is none.
pub(crate) fn lexicon(code: &str) -> &'static Lexicon {
    static ALL: lang::PerPack<Lexicon> = lang::PerPack::new();
    ALL.get(code, Lexicon::new)
}

/// The lists that become classes, in the order in which a later tag replaces an earlier one.
const LISTS: &[(&str, Classes)] = &[
    ("function_words", Classes::STOP.and(Classes::SMALL)),
    ("name_stops", Classes::STOP),
    ("complementisers", Classes::COMPLEMENTISER),
    ("name_particles", Classes::PARTICLE),
    ("pronouns", Classes::PRONOUN),
    ("modifiers", Classes::MODIFIER),
    ("prepositions", Classes::PREPOSITION),
    ("named_things", Classes::THING),
    ("title_complements", Classes::COMPLEMENT),
    ("subject_markers", Classes::SUBJECT),
    ("determiners", Classes::DETERMINER),
    ("given_names", Classes::GIVEN),
    ("surnames", Classes::SURNAME),
    ("sources", Classes::SOURCE),
    ("organisations", Classes::ORGANISATION),
    ("places", Classes::PLACE),
    ("titles", Classes::TITLE),
    ("attributions", Classes::ATTRIBUTION),
    ("speech_verbs", Classes::VERB),
    ("stances", Classes::STANCE),
    ("occasions", Classes::OCCASION),
    ("clause_words", Classes::CLAUSE_WORD),
    ("known_names", Classes::KNOWN),
    ("territories", Classes::TERRITORY),
];

/// The lists whose rows are names in the nominative.
const INFLECTED: &[&str] = &[
    "given_names",
    "known_names",
    "named_things",
    "organisations",
    "places",
    "sources",
    "territories",
    "titles",
];

/// Listed names in capitals that are at most this long are acronyms.
const ACRONYM: usize = 5;

/// The words that say when.
#[derive(Debug)]
struct Times {
    /// Folded.
    words: FxHashSet<String>,
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
            small: month.is_some_and(|row| row.key().starts_with(char::is_lowercase)),
        }
    }
}

/// The given names in Latin letters that all languages share; what a language has another word for
/// stays that.
fn given_of_all() -> impl Iterator<Item = &'static str> {
    let shared = lang::pack_or_default("und");
    let rows = shared.rows("genders");
    rows.filter(|row| row.column(2) == "name")
        .flat_map(|row| row.key().split(',').map(str::trim))
        .chain(shared.rows("given_names").map(|row| row.key()))
}

/// The folded small words of a role.
fn of_role(pack: &Pack, role: &str) -> FxHashSet<String> {
    let rows = pack.rows("clause_words");
    rows.filter(|row| row.column(1) == role)
        .map(|row| fold(row.key()))
        .collect()
}

/// What stands beside names or in them, and tells of what kind they are, by its use.
fn beside_names<'p>(pack: &'p Pack, how: &'p str) -> impl Iterator<Item = &'p str> {
    let rows = pack.rows("name_contexts");
    rows.filter(move |row| row.column(1) == how)
        .flat_map(|row| row.key().split(',').map(str::trim))
}

/// The letters that transcribe foreign names where the pack says `place`.
fn transcribing(pack: &Pack, place: &str) -> FxHashSet<char> {
    let rows = pack.rows("transcription");
    rows.filter(|row| row.column(1) == place)
        .flat_map(|row| row.key().chars())
        .collect()
}

/// The head of a compound noun has at least this many letters.
const HEAD: usize = 4;

impl Lexicon {
    fn new(pack: &'static Pack) -> Self {
        let mut gathered: BTreeMap<String, Entry> = BTreeMap::new();
        for &(list, class) in LISTS {
            for row in pack.rows(list) {
                // Several spellings or forms share a row, set apart by commas.
                for (place, form) in row.key().split(',').map(str::trim).enumerate() {
                    let entry = gathered.entry(fold(form)).or_default();
                    if class != Classes::STANCE {
                        entry.classes = entry.classes.and(class);
                    }
                    match class {
                        Classes::VERB => {
                            entry.base |= place == 0;
                            entry.takes = entry.takes.and(Takes::of(row.column(1)));
                        }
                        Classes::ORGANISATION => entry.naming = row.column(1),
                        Classes::PLACE if !row.column(1).is_empty() => entry.naming = row.column(1),
                        Classes::PARTICLE => entry.joins = row.column(1),
                        Classes::CLAUSE_WORD => entry.role = Role::of(row.column(1)),
                        Classes::STANCE => {
                            let takes = row.column(2);
                            match row.column(1) {
                                "noun" => {
                                    entry.governs = takes;
                                    entry.classes = entry.classes.and(Classes::CLAIM);
                                }
                                "adjective" => {
                                    entry.governs = takes;
                                    entry.classes = entry.classes.and(Classes::MOOD);
                                }
                                _ => {
                                    entry.base |= place == 0;
                                    entry.takes = entry.takes.and(Takes::of(takes));
                                    entry.classes = entry.classes.and(Classes::STANCE);
                                }
                            }
                        }
                        Classes::ATTRIBUTION | Classes::TITLE => {
                            entry.side = match row.column(1) {
                                "after" => Side::Left,
                                "both" => Side::Both,
                                "alone" => Side::None,
                                "possessive" => Side::Own,
                                _ => Side::Right,
                            };
                            entry.closing = row.column(2);
                        }
                        Classes::KNOWN | Classes::TERRITORY => {
                            // "OMS" and "Oms" are both written.
                            let first = entry.tag.is_empty() || entry.upper;
                            entry.tag = row.column(1);
                            entry.common = row.column(2) == "common";
                            entry.upper = first
                                && form.chars().count() <= ACRONYM
                                && form.chars().all(|c| !c.is_lowercase())
                                && form.chars().any(char::is_uppercase)
                                && !form.contains('.');
                        }
                        _ if !row.column(1).is_empty() => entry.tag = row.column(1),
                        _ => {}
                    }
                }
            }
        }
        if pack.meta.noun_capitals {
            // "Bayerns Innenminister", "des Vulkans", "des Krankenhauses"
            let listed = Classes::KNOWN.and(Classes::TERRITORY);
            let nouns = Classes::THING.and(Classes::ORGANISATION);
            let genitives: Vec<(String, Entry)> = gathered
                .iter()
                .filter(|(_, entry)| entry.classes.has(listed.and(nouns)) && !entry.upper)
                .flat_map(|(form, entry)| {
                    let short = !form.ends_with(['s', 'x', 'z', 'ß', '.']);
                    let long = entry.classes.has(nouns);
                    [(short, "s"), (long, "es")]
                        .into_iter()
                        .filter(|(fits, _)| *fits)
                        .map(move |(_, ending)| (format!("{form}{ending}"), entry.clone()))
                })
                .collect();
            for (form, entry) in genitives {
                gathered.entry(form).or_insert(entry);
            }
        }
        if pack
            .meta
            .scripts
            .first()
            .is_some_and(|script| script == "Latn")
        {
            for name in given_of_all() {
                gathered.entry(fold(name)).or_insert_with(|| Entry {
                    classes: Classes::GIVEN,
                    ..Entry::default()
                });
            }
        }
        let cases = Cases::of(pack);
        for &list in INFLECTED {
            for row in pack.rows(list) {
                let Some(entry) = gathered.get(&fold(row.key())).cloned() else {
                    continue;
                };
                for form in cases.forms(row.key()) {
                    gathered.entry(fold(&form)).or_insert_with(|| entry.clone());
                }
            }
        }
        gathered.remove("");
        let spaced = pack.meta.words == Strategy::Spaces;
        // Names in Latin letters stand in texts of every language.
        let shared = lang::pack_or_default("und");
        let mut lexicon = Self {
            pack,
            entries: Vec::with_capacity(gathered.len()),
            words: FxHashMap::default(),
            prefixes: affixes(pack, "prefix"),
            suffixes: affixes(pack, "suffix"),
            locatives: affixes(pack, "where"),
            cases,
            surnames: pack.rows("surnames").next().is_some(),
            bodies: pack
                .rows("organisations")
                .map(|row| (row.key(), row.column(1)))
                .filter(|(_, naming)| matches!(*naming, "onto" | "land"))
                .collect(),
            name_forms: pack
                .rows("name_forms")
                .map(|row| (row.key(), row.column(1)))
                .collect(),
            prepositions: pack.rows("prepositions").next().is_some(),
            determiners: pack.rows("determiners").next().is_some(),
            quotatives: pack
                .rows("quotatives")
                .map(|row| (fold(row.key()), row.column(1)))
                .collect(),
            written_complementisers: pack
                .rows("complementisers")
                .map(|row| row.key())
                .filter(|word| {
                    pack.rows("clitics")
                        .any(|row| row.key() == *word && row.column(1) == "prefix")
                })
                .collect(),
            times: Times::of(pack),
            units: pack
                .rows("units")
                .flat_map(|row| row.column(3).split(", "))
                .collect(),
            agents: of_role(pack, "agent"),
            views: of_role(pack, "view"),
            purposes: of_role(pack, "purpose"),
            again: (pack.rows("sources"))
                .filter(|row| row.column(1) == "again")
                .map(|row| fold(row.key()))
                .collect(),
            asides: of_role(pack, "aside"),
            wheres: beside_names(pack, "where")
                .filter(|form| !form.starts_with('\''))
                .map(fold)
                .collect(),
            origins: beside_names(pack, "from").map(fold).collect(),
            others: beside_names(pack, "other")
                .chain(beside_names(shared, "other"))
                .map(fold)
                .collect(),
            body_closings: beside_names(shared, "closes-body").map(fold).collect(),
            place_closings: beside_names(shared, "closes-place").map(fold).collect(),
            place_openings: beside_names(pack, "place").map(fold).collect(),
            where_endings: beside_names(pack, "where")
                .filter_map(|form| form.strip_prefix('\''))
                .collect(),
            body_adjectives: beside_names(pack, "body")
                .filter(|form| !form.starts_with('*'))
                .map(fold)
                .collect(),
            body_endings: beside_names(pack, "body")
                .filter_map(|form| form.strip_prefix('*').map(fold))
                .collect(),
            papers: beside_names(pack, "organisation").map(fold).collect(),
            years: pack
                .rows("date_words")
                .filter(|row| row.column(1) == "unit" && row.column(2) == "year")
                .map(|row| fold(row.key()))
                .collect(),
            endings: pack
                .rows("clause_words")
                .filter_map(|row| {
                    let ending = Ending::of(row.column(1))?;
                    Some((row.key().strip_prefix('*')?, ending))
                })
                .collect(),
            infixes: pack
                .rows("clause_words")
                .filter(|row| row.column(1) == "infix")
                .filter_map(|row| row.key().strip_prefix('*')?.strip_suffix('*'))
                .collect(),
            asking: pack
                .rows("clause_words")
                .filter(|row| Ending::of(row.column(1)) == Some(Ending::Request))
                .filter_map(|row| row.key().strip_suffix('*'))
                .collect(),
            articles: pack
                .rows("clitics")
                .filter(|row| row.column(1) == "article")
                .map(|row| row.key())
                .collect(),
            transcribing: transcribing(pack, ""),
            beside_dot: transcribing(pack, "dot"),
            automaton: None,
        };
        let mut patterns = Vec::new();
        for (form, entry) in gathered {
            let index = lexicon.entries.len() as u32;
            let entry_classes = entry.classes;
            lexicon.entries.push(entry);
            // Surnames of one letter stand in too many other words to cut text at them.
            let only_surname = entry_classes == Classes::SURNAME && form.chars().count() == 1;
            if !spaced && !only_surname {
                patterns.push((form.clone(), index));
            }
            let parts = pieces(&form, &lexicon.prefixes);
            let Some((&first, rest)) = parts.split_first() else {
                continue;
            };
            if latin(&form).is_some() {
                // So that an ending is taken off: SK하이닉스를.
                for &part in rest {
                    lexicon.words.entry(part.into()).or_default();
                }
            }
            let rest: Vec<Box<str>> = rest.iter().copied().map(Box::from).collect();
            let found = lexicon.words.entry(first.into()).or_default();
            if rest.is_empty() {
                found.alone = Some(index);
            } else {
                found.phrases.push((rest, index));
            }
        }
        // The order of the map does not matter: every list is sorted by itself.
        #[allow(
            clippy::iter_over_hash_type,
            reason = "each value is sorted on its own"
        )]
        for found in lexicon.words.values_mut() {
            found.phrases.sort_by(|a, b| {
                (a.0.first().cmp(&b.0.first()))
                    .then_with(|| b.0.len().cmp(&a.0.len()))
                    .then_with(|| a.0.cmp(&b.0))
            });
        }
        if !patterns.is_empty() {
            lexicon.automaton = AhoCorasick::builder()
                .match_kind(MatchKind::LeftmostLongest)
                .build(patterns.iter().map(|(form, _)| form.as_str()))
                .ok()
                .map(|automaton| {
                    (
                        automaton,
                        patterns.iter().map(|(_, index)| *index).collect(),
                    )
                });
        }
        lexicon
    }

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
        self.words
            .get(letter.to_string().as_str())
            .and_then(|found| self.entry(found.alone?))
            .is_some_and(|entry| entry.classes.has(Classes::STOP))
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

/// The words of an entry as the scanner cuts them: at spaces and behind elided words.
fn pieces<'f>(form: &'f str, prefixes: &[&str]) -> Vec<&'f str> {
    let mut pieces = Vec::new();
    for word in form.split_whitespace() {
        let elided = word
            .find('\'')
            .and_then(|at| word.split_at_checked(at + 1))
            .filter(|(head, tail)| !tail.is_empty() && prefixes.contains(head));
        match elided {
            Some((head, tail)) => pieces.extend([head, tail]),
            // "U.S." is four words.
            None if word.contains('.') => pieces.extend(
                word.split_inclusive('.')
                    .flat_map(|part| match part.strip_suffix('.') {
                        Some(letters) => [letters, "."],
                        None => [part, ""],
                    })
                    .filter(|part| !part.is_empty()),
            ),
            // "JR東海", "SK하이닉스": Latin letters are a word of their own.
            None => match latin(word) {
                Some((head, tail)) => pieces.extend([head, tail]),
                None => pieces.push(word),
            },
        }
    }
    pieces
}

/// Latin letters and digits that a word opens with, and the letters of a script without case behind
/// them.
fn latin(word: &str) -> Option<(&str, &str)> {
    let own = |c: char| c.is_ascii_alphanumeric() || ('\u{FF10}'..='\u{FF5A}').contains(&c);
    // "D램" is read as one word.
    let at = word.find(|c| !own(c)).filter(|&at| at > 1)?;
    let (head, tail) = word.split_at_checked(at)?;
    let joined = |c: char| matches!(c, '\u{3041}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7A3}');
    tail.starts_with(joined).then_some((head, tail))
}

fn affixes(pack: &Pack, side: &str) -> Vec<&'static str> {
    let mut affixes: Vec<&'static str> = pack
        .rows("clitics")
        .filter(|row| row.column(1) == side)
        .map(|row| row.key())
        .collect();
    affixes.sort_by_key(|affix| std::cmp::Reverse(affix.len()));
    affixes
}

/// Lower case, without Arabic vowel signs and tatweel, letter variants made one: two spellings of
/// one word on two wires.
pub(crate) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    fold_into(text, &mut folded);
    folded
}

/// As [`fold`], into a buffer that is used again.
pub(crate) fn fold_into(text: &str, folded: &mut String) {
    folded.clear();
    if text.is_ascii() {
        folded.push_str(text);
        folded.make_ascii_lowercase();
        return;
    }
    for c in text.chars() {
        match c {
            _ if segmenter::letters::has_one_form(c) => folded.push(c),
            '\u{64B}'..='\u{65F}'
            | '\u{640}'
            | '\u{670}'
            | '\u{200C}'..='\u{200F}'
            | '\u{307}'
            | '\u{591}'..='\u{5C7}' => {}
            'أ' | 'إ' | 'آ' | 'ٱ' => folded.push('ا'),
            'ى' | 'ي' => folded.push('ی'),
            'ك' => folded.push('ک'),
            'ة' => folded.push('ه'),
            'ё' | 'Ё' => folded.push('е'),
            // Geresh and gershayim, printed with whatever mark is at hand: ג׳ורג׳, ארה״ב.
            '’' | '‘' | 'ʼ' | '׳' => folded.push('\''),
            '“' | '”' | '״' => folded.push('"'),
            'İ' => folded.push('i'),
            _ => match segmenter::letters::plain_lower(c) {
                Some(lower) => folded.push(lower),
                None => folded.extend(c.to_lowercase()),
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folding_makes_spellings_one() {
        assert_eq!(fold("إِنَّ"), fold("ان"));
        assert_eq!(fold("Ёлкин"), "елкин");
        assert_eq!(fold("İstanbul"), "istanbul");
    }

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

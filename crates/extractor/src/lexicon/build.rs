//! A lexicon made from the lists of its pack.

use super::speech::TIED;
use super::{Classes, Ending, Entry, Lexicon, Role, Side, Takes, Times, fold};
use crate::names::Cases;
use aho_corasick::{AhoCorasick, MatchKind};
use lang::{Pack, Row};
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::BTreeMap;

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

impl Lexicon {
    pub(super) fn new(pack: &'static Pack) -> Self {
        let cases = Cases::of(pack);
        let entries = gather(pack, &cases);
        let mut lexicon = Self::of_lists(pack, cases);
        lexicon.index(entries);
        lexicon
    }

    /// What is looked up list by list, without the entries.
    fn of_lists(pack: &'static Pack, cases: Cases) -> Self {
        // Names in Latin letters stand in texts of every language.
        let shared = lang::pack_or_default("und");
        let asking: Vec<&'static str> = pack
            .rows("clause_words")
            .filter(|row| Ending::of(row.column(1)) == Some(Ending::Request))
            .filter_map(|row| row.key().strip_suffix('*'))
            .collect();
        Self {
            pack,
            entries: Vec::new(),
            words: FxHashMap::default(),
            prefixes: affixes(pack, "prefix"),
            suffixes: affixes(pack, "suffix"),
            body_cases: affixes(pack, "body"),
            addressing: beside_names(pack, "to").collect(),
            patronymics: beside_names(pack, "father")
                .filter_map(|form| form.strip_prefix('*'))
                .collect(),
            locatives: affixes(pack, "where"),
            cases,
            surnames: pack.rows("surnames").next().is_some(),
            printed_given: printed_given(pack),
            given_too: (pack.rows("given_names"))
                .filter(|row| is_given_too(row, "given_names"))
                .map(|row| fold(row.key()))
                .collect(),
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
            demonyms: (pack.rows("demonyms"))
                .map(|row| (fold(row.key()), row.column(1)))
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
            genitives: beside_names(pack, "genitive")
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
            doing: asking
                .iter()
                .filter(|noun| noun.chars().nth(1).is_some())
                .map(|noun| {
                    (
                        noun.strip_suffix(TIED).unwrap_or(noun),
                        noun.ends_with(TIED),
                    )
                })
                .collect(),
            asking,
            articles: pack
                .rows("clitics")
                .filter(|row| row.column(1) == "article")
                .map(|row| row.key())
                .collect(),
            transcribing: transcribing(pack, ""),
            beside_dot: transcribing(pack, "dot"),
            automaton: None,
        }
    }

    /// Takes the entries in, by their folded forms.
    fn index(&mut self, gathered: BTreeMap<String, Entry>) {
        self.entries.reserve(gathered.len());
        let mut patterns = Vec::new();
        for (form, entry) in gathered {
            let index = self.entries.len() as u32;
            let entry_classes = entry.classes;
            self.entries.push(entry);
            // Surnames of one letter stand in too many other words to cut text at them.
            let only_surname = entry_classes == Classes::SURNAME && form.chars().count() == 1;
            if !self.is_spaced() && !only_surname {
                patterns.push((form.clone(), index));
            }
            self.put(&form, index);
        }
        // The order of the map does not matter: every list is sorted by itself.
        #[allow(
            clippy::iter_over_hash_type,
            reason = "each value is sorted on its own"
        )]
        for found in self.words.values_mut() {
            found.phrases.sort_by(|a, b| {
                (a.0.first().cmp(&b.0.first()))
                    .then_with(|| b.0.len().cmp(&a.0.len()))
                    .then_with(|| a.0.cmp(&b.0))
            });
        }
        if !patterns.is_empty() {
            self.automaton = AhoCorasick::builder()
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
    }

    /// Notes the words of the entry `index`.
    fn put(&mut self, form: &str, index: u32) {
        let parts = pieces(form, &self.prefixes);
        let Some((&first, rest)) = parts.split_first() else {
            return;
        };
        if latin(form).is_some() {
            // So that an ending is taken off: SK하이닉스를.
            for &part in rest {
                self.words.entry(part.into()).or_default();
            }
        }
        let rest: Vec<Box<str>> = rest.iter().copied().map(Box::from).collect();
        let found = self.words.entry(first.into()).or_default();
        if rest.is_empty() {
            found.alone = Some(index);
        } else {
            found.phrases.push((rest, index));
        }
    }
}

/// The given names that fold as a small word does which is printed otherwise.
fn printed_given(pack: &'static Pack) -> FxHashSet<&'static str> {
    let small: FxHashMap<String, &str> = (pack.rows("function_words"))
        .chain(pack.rows("name_stops"))
        .map(|row| (fold(row.key()), row.key()))
        .collect();
    pack.rows("given_names")
        .map(|row| row.key())
        .filter(|name| small.get(&fold(name)).is_some_and(|word| word != name))
        .filter(|name| name.starts_with(segmenter::letters::is_caseless))
        .collect()
}

/// The entries of all lists, by their folded forms.
fn gather(pack: &Pack, cases: &Cases) -> BTreeMap<String, Entry> {
    let mut gathered = listed(pack);
    if pack.meta.noun_capitals {
        add_genitives(&mut gathered);
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
    gathered
}

/// Whether a row is of a given name that means something else more often.
fn is_given_too(row: &Row, list: &str) -> bool {
    list == "given_names" && row.column(1) == "common"
}

/// The entries as the lists have them.
fn listed(pack: &Pack) -> BTreeMap<String, Entry> {
    let mut gathered: BTreeMap<String, Entry> = BTreeMap::new();
    for &(list, class) in LISTS {
        for row in pack.rows(list) {
            if is_given_too(&row, list) {
                continue;
            }
            // Several spellings or forms share a row, set apart by commas.
            for (place, form) in row.key().split(',').map(str::trim).enumerate() {
                let entry = gathered.entry(fold(form)).or_default();
                tell(entry, class, &row, form, place == 0);
            }
        }
    }
    gathered
}

/// What a row of the list of a class tells of one of its forms, which may be the first.
fn tell(entry: &mut Entry, class: Classes, row: &Row, form: &str, first: bool) {
    if class != Classes::STANCE {
        entry.classes = entry.classes.and(class);
    }
    match class {
        Classes::VERB => {
            entry.base |= first;
            entry.takes = entry.takes.and(Takes::of(row.column(1)));
        }
        Classes::ORGANISATION => entry.naming = row.column(1),
        Classes::PLACE if !row.column(1).is_empty() => entry.naming = row.column(1),
        Classes::PARTICLE => entry.joins = row.column(1),
        Classes::CLAUSE_WORD => entry.role = Role::of(row.column(1)),
        Classes::STANCE => tell_stance(entry, row, first),
        Classes::ATTRIBUTION | Classes::TITLE => {
            entry.side = Side::of(row.column(1));
            entry.closing = row.column(2);
        }
        Classes::KNOWN | Classes::TERRITORY => tell_name(entry, row, form),
        _ if !row.column(1).is_empty() => entry.tag = row.column(1),
        _ => {}
    }
}

/// Of a word of stance: whether it is a verb, noun or adjective, and what it takes.
fn tell_stance(entry: &mut Entry, row: &Row, first: bool) {
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
            entry.base |= first;
            entry.takes = entry.takes.and(Takes::of(takes));
            entry.classes = entry.classes.and(Classes::STANCE);
        }
    }
}

/// Of a listed name: what it stands for, and how it must be written.
fn tell_name(entry: &mut Entry, row: &Row, form: &str) {
    // "OMS" and "Oms" are both written.
    let alike = entry.tag.is_empty() || entry.upper;
    entry.tag = row.column(1);
    entry.common = row.column(2) == "common";
    entry.upper = alike
        && form.chars().count() <= ACRONYM
        && form.chars().all(|c| !c.is_lowercase())
        && form.chars().any(char::is_uppercase)
        && !form.contains('.');
}

/// "Bayerns Innenminister", "des Vulkans", "des Krankenhauses": adds the genitives of names and nouns.
fn add_genitives(gathered: &mut BTreeMap<String, Entry>) {
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

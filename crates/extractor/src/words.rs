//! The words of a document with what the language's lists say about each.
//!
//! One pass over the text serves names and quotations. Spaced text is cut at spaces and
//! punctuation, unspaced text at list entries and changes of script; every word keeps its span
//! with and without clitics ("وقال", "Erdoğan'ın").

mod han;
mod hangul;
mod scan;

pub(crate) use hangul::{before_particle, is_closed, opens_with_vowel};
pub(crate) use scan::is_hangul;

use crate::lexicon::{
    Classes, Ending, Entry, Found, Lexicon, Role, Takes, fold, fold_into, lexicon,
};
use han::{behind_latin, cut_run, script_of};
use scan::scan;
use segmenter::{Document, Span};

/// One word, number or mark.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Word {
    /// Where it stands.
    pub(crate) span: Span,
    /// The same without clitics before and endings after it.
    pub(crate) core: Span,
    /// How it is written.
    pub(crate) shape: Shape,
    /// Index of its sentence.
    pub(crate) sentence: usize,
    /// The longest list entry that starts here.
    entry: Option<u32>,
    /// How many words that entry takes.
    pub(crate) reach: usize,
}

/// How a word is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shape {
    /// `word`
    Lower,
    /// `Word`
    Capital,
    /// `WORD`
    Upper,
    /// A script without case.
    Uncased,
    /// Han letters.
    Han,
    /// Katakana.
    Katakana,
    /// Hiragana.
    Hiragana,
    /// Digits.
    Number,
    /// A mark: punctuation or a symbol.
    Mark(char),
}

/// The words of a document.
pub(crate) struct Words<'d> {
    pub(crate) document: &'d Document,
    pub(crate) lexicon: &'static Lexicon,
    pub(crate) list: Vec<Word>,
    /// The words without clitics, folded, in one buffer, and where each ends there.
    folded: String,
    ends: Vec<usize>,
}

/// A phrase of a list has behind its first word at most so many others.
const FURTHER: usize = 5;

impl<'d> Words<'d> {
    /// Reads the words of a document.
    pub(crate) fn read(document: &'d Document) -> Self {
        let lexicon = lexicon(&document.language.code);
        let text = document.article.text.as_str();
        let mut list = Vec::with_capacity(text.len() / 5);
        for (index, sentence) in document.sentences.iter().enumerate() {
            let part = sentence.span.of(text);
            scan(part, |span, shape, joined| {
                let span = span.shift(sentence.span.start);
                if shape == Shape::Han || shape == Shape::Hiragana || shape == Shape::Katakana {
                    let from = span.start + behind_latin(text, span, lexicon, &list);
                    if from > span.start {
                        let part = Span::new(span.start, from);
                        list.push(Word::new(part, script_of(part.of(text)), index));
                    }
                    let rest = Span::new(from, span.end);
                    cut_run(text, rest, shape, index, lexicon, &mut list);
                } else if joined && let Some(at) = joint(span.of(text), lexicon) {
                    // The halves of "l'Italie", "Hamas-run" and "US-Präsident" are words.
                    let (left, right) = (span.start + at.0, span.start + at.1);
                    // An elided word keeps its apostrophe, as the lists write it.
                    let elided = left == right;
                    let head = Span::new(span.start, left);
                    if elided {
                        let shape = if head.of(text).starts_with(char::is_uppercase) {
                            Shape::Capital
                        } else {
                            Shape::Lower
                        };
                        list.push(Word::new(head, shape, index));
                    }
                    let parts = [head, Span::new(left, right), Span::new(right, span.end)];
                    for part in parts.into_iter().skip(usize::from(elided)) {
                        scan(part.of(text), |inner, shape, _| {
                            list.push(Word::new(inner.shift(part.start), shape, index));
                        });
                    }
                } else if joined && shape == Shape::Lower && has_article(span.of(text)) {
                    list.push(Word::new(span, Shape::Capital, index));
                } else {
                    list.push(Word::new(span, shape, index));
                }
            });
        }
        let mut words = Self {
            document,
            lexicon,
            list,
            folded: String::with_capacity(text.len()),
            ends: Vec::new(),
        };
        words.look_up();
        words
    }

    fn look_up(&mut self) {
        let text = self.document.article.text.as_str();
        self.ends.reserve(self.list.len());
        let mut buffer = String::new();
        // What begins with each word: few words begin an entry, and most of these are one alone.
        let mut beginnings = Vec::with_capacity(self.list.len());
        for word in &mut self.list {
            let beginning = if word.is_mark() {
                let mark = word.span.of(text);
                self.folded.push_str(mark);
                self.lexicon.beginning(mark)
            } else {
                fold_into(word.span.of(text), &mut buffer);
                let mut known = self.lexicon.beginning(&buffer);
                if known.is_none()
                    && let Some(core) = without_clitics(&buffer, word, text, self.lexicon)
                {
                    word.core = core;
                    // "NATO'nun": the letters of an ending make no word of an acronym.
                    let mut letters = core.of(text).chars();
                    if word.shape == Shape::Capital
                        && core.start == word.span.start
                        && letters.clone().nth(1).is_some()
                        && letters.all(segmenter::letters::is_uppercase)
                    {
                        word.shape = Shape::Upper;
                    }
                    fold_into(core.of(text), &mut buffer);
                    known = self.lexicon.beginning(&buffer);
                }
                if word.shape == Shape::Capital && known.is_none() {
                    word.entry = self.lexicon.compound(&buffer);
                }
                if word.shape == Shape::Uncased
                    && known.is_none()
                    && let Some((length, office)) = self.lexicon.office_onto(word.span.of(text))
                {
                    word.core = Span::new(word.span.start, word.span.start + length);
                    word.entry = Some(office);
                }
                self.folded.push_str(&buffer);
                known
            };
            self.ends.push(self.folded.len());
            beginnings.push(beginning);
        }
        for (i, beginning) in beginnings.into_iter().enumerate() {
            let sentence = self.list[i].sentence;
            let Some(beginning) = beginning.filter(|_| self.list[i].entry.is_none()) else {
                continue;
            };
            let found = beginning.longest(|k| {
                let next = self.list.get(i + k)?;
                (next.sentence == sentence).then(|| self.folded(i + k))
            });
            let found = match found {
                Some((_, 2..)) => found,
                _ => self
                    .as_written(i, beginning)
                    .or_else(|| self.around_adverb(i, beginning))
                    .or(found),
            };
            if let Some((entry, reach)) = found {
                self.list[i].entry = Some(entry);
                self.list[i].reach = reach;
            } else if let Some((core, entry)) = self.verb_within(i) {
                self.list[i].core = core;
                self.list[i].entry = Some(entry);
            }
        }
        self.hush_names();
        self.hush_nouns();
        self.verbal_nouns();
        self.surnames();
    }

    /// The phrase that begins at word `i`, where a list has its further words with what is written onto them:
    /// "כפי שמסר", "ابراز امیدواری کرد".
    fn as_written(&self, i: usize, beginning: &Found) -> Option<(u32, usize)> {
        let sentence = self.list[i].sentence;
        let next = self.list.get(i + 1)?;
        if next.core == next.span || next.sentence != sentence {
            return None;
        }
        let text = self.document.article.text.as_str();
        let written: Vec<String> = (self.list[i + 1..].iter().take(FURTHER))
            .take_while(|word| word.sentence == sentence)
            .map(|word| fold(word.span.of(text)))
            .collect();
        let found = beginning.longest(|k| written.get(k.checked_sub(1)?).map(String::as_str));
        found.filter(|&(_, reach)| reach > 1)
    }

    /// "ورد المدعي" beside "ورد في": the verb of speech onto which something is written at word `i`, where a list
    /// has the whole word in phrases alone.
    fn verb_within(&self, i: usize) -> Option<(Span, u32)> {
        let word = &self.list[i];
        if word.is_mark() || word.core != word.span {
            return None;
        }
        let text = self.document.article.text.as_str();
        let core = without_clitics(self.folded(i), word, text, self.lexicon)?;
        let (index, _) = self
            .lexicon
            .beginning(&fold(core.of(text)))?
            .longest(|_| None)?;
        let entry = self.lexicon.entry(index)?;
        (entry.classes.has(Classes::VERB) && core.end == word.span.end).then_some((core, index))
    }

    /// "محمد اسلامی": behind a given name an ending is part of the surname; so it is where the surname stands
    /// without the given name further on.
    fn surnames(&mut self) {
        let text = self.document.article.text.as_str();
        let lexicon = self.lexicon;
        let ending = |word: &Word| Span::new(word.core.end, word.span.end).of(text);
        let closed = |word: &Word| {
            let ending = ending(word);
            !ending.is_empty() && lexicon.name_forms("surname").any(|form| form == ending)
        };
        if lexicon.name_forms("surname").next().is_none() {
            return;
        }
        let mut whole: Vec<String> = Vec::new();
        for i in 1..self.list.len() {
            let word = self.list[i];
            if !closed(&word) {
                continue;
            }
            let printed = word.span.of(text);
            let behind = self.list[i - 1].sentence == word.sentence;
            let given = behind && self.is(i - 1, Classes::GIVEN) && self.list[i - 1].reach == 1;
            let open = !behind
                || self.list[i - 1].is_mark()
                || self.is(
                    i - 1,
                    Classes::STOP.and(Classes::TITLE).and(Classes::PREPOSITION),
                );
            if given && !self.is(i, Classes::STOP.and(Classes::VERB)) {
                whole.push(printed.to_owned());
            } else if !(open && whole.iter().any(|surname| surname == printed)) {
                continue;
            }
            self.list[i].core = word.span;
            self.list[i].entry = None;
            self.list[i].reach = 1;
        }
    }

    /// 「…」と指摘。: a noun that ends its sentence, without what makes it a verb of speech.
    fn verbal_nouns(&mut self) {
        let lexicon: &'static Lexicon = self.lexicon;
        let Some(ending) = lexicon.quotatives("verbal").next() else {
            return;
        };
        for i in 1..self.list.len() {
            let word = &self.list[i];
            let noun = matches!(word.shape, Shape::Han | Shape::Katakana);
            let next = self.list.get(i + 1);
            let closes = next.is_none_or(|next| next.sentence != word.sentence)
                || self.mark(i + 1) == Some('。');
            let said = self.is(i - 1, Classes::COMPLEMENTISER);
            if !noun || !(closes || said && self.mark(i + 1) == Some('、')) {
                continue;
            }
            let verb = format!("{}{ending}", self.folded(i));
            let found = lexicon.beginning(&verb);
            let found = found.and_then(|found| found.longest(|_| None));
            let speaks = |entry: u32| {
                let entry = lexicon.entry(entry);
                entry.is_some_and(|entry| entry.classes.has(Classes::VERB))
            };
            if let Some((entry, _)) = found.filter(|(entry, _)| speaks(*entry)) {
                self.list[i].entry = Some(entry);
                self.list[i].reach = 1;
            }
        }
    }

    /// The verb of several words that begins at word `i` with an adverb behind the first: "a également
    /// indiqué".
    fn around_adverb(&self, i: usize, beginning: &Found) -> Option<(u32, usize)> {
        let sentence = self.list[i].sentence;
        let word = |i: usize| self.list.get(i).filter(|word| word.sentence == sentence);
        let adverb = word(i + 1).filter(|word| word.shape == Shape::Lower)?;
        let core = adverb.core.of(&self.document.article.text);
        let listed = || {
            let beginning = self.lexicon.beginning(self.folded(i + 1))?;
            let (entry, _) = beginning.longest(|_| None)?;
            Some(self.lexicon.entry(entry)?.role == Role::Inner)
        };
        let inner = self.lexicon.ending(core) == Some(Ending::Adverb) || listed() == Some(true);
        let (entry, reach) = inner
            .then(|| beginning.longest(|k| word(i + 1 + k).map(|_| self.folded(i + 1 + k))))
            .flatten()?;
        let verb = self.lexicon.entry(entry)?.classes.has(Classes::VERB);
        (verb && reach > 1).then_some((entry, reach + 1))
    }

    /// No verb of speech stands inside a listed name: "United States".
    fn hush_names(&mut self) {
        // "سي إن إن": nor does anything open a clause there.
        let reports = Classes::VERB
            .and(Classes::STANCE)
            .and(Classes::CLAIM)
            .and(Classes::COMPLEMENTISER);
        for i in 0..self.list.len() {
            let reach = self.list[i].reach;
            if reach > 1 && self.listed(i).is_some() {
                for inner in i + 1..(i + reach).min(self.list.len()) {
                    if self.is(inner, reports) {
                        self.list[inner].entry = None;
                        self.list[inner].reach = 1;
                    }
                }
            }
        }
    }

    /// Where every noun has a capital, a verb of speech with one inside a sentence is a noun:
    /// "in einem Schreiben".
    fn hush_nouns(&mut self) {
        if !self.lexicon.pack.meta.noun_capitals {
            return;
        }
        for i in 1..self.list.len() {
            let inside =
                self.list[i - 1].sentence == self.list[i].sentence && !self.list[i - 1].is_mark();
            let noun = Classes::SOURCE
                .and(Classes::TITLE)
                .and(Classes::ORGANISATION);
            if inside
                && self.list[i].shape == Shape::Capital
                && self.is(i, Classes::VERB)
                && !self.is(i, noun)
            {
                self.list[i].entry = None;
                self.list[i].reach = 1;
            }
        }
    }

    /// The text of word `i` without clitics, folded; empty where there is none.
    pub(crate) fn folded(&self, i: usize) -> &str {
        let start = i
            .checked_sub(1)
            .map_or(Some(0), |before| self.ends.get(before).copied());
        let end = self.ends.get(i).copied();
        let span = start.zip(end).map(|(start, end)| Span::new(start, end));
        span.map_or("", |span| span.of(&self.folded))
    }

    /// Whether word `i` opens its sentence.
    pub(crate) fn opens_sentence(&self, i: usize) -> bool {
        i == 0 || self.list[i - 1].sentence != self.list[i].sentence
    }

    /// Whether word `i` opens its sentence, or stands behind a mark in it.
    pub(crate) fn opens_part(&self, i: usize) -> bool {
        self.opens_sentence(i) || self.list[i - 1].is_mark()
    }

    /// Whether word `i` is a preposition by the lists of its language.
    pub(crate) fn is_preposition(&self, i: usize) -> bool {
        self.is(i, Classes::PREPOSITION) || self.role(i) == Role::Preposition
    }

    /// Whether word `i` is a form beside marks of speech that has a role: a particle of objects.
    pub(crate) fn is_quotative(&self, i: usize, role: &'static str) -> bool {
        let mut forms = self.lexicon.quotatives(role);
        forms.any(|form| form == self.folded(i))
    }

    /// Whether one of the forms that have such a role is written onto the end of word `i`.
    pub(crate) fn ends_in(&self, i: usize, role: &'static str) -> bool {
        let word = self.list[i].span.of(&self.document.article.text);
        self.lexicon.ends_in(word, role)
    }

    /// The list entry that starts at word `i`.
    pub(crate) fn entry(&self, i: usize) -> Option<&'static Entry> {
        let index = self.list.get(i)?.entry?;
        let lexicon: &'static Lexicon = self.lexicon;
        lexicon.entry(index)
    }

    /// Whether the verb or phrase at word `i` takes one of these.
    pub(crate) fn takes(&self, i: usize, takes: Takes) -> bool {
        self.entry(i).is_some_and(|entry| entry.takes.has(takes))
    }

    /// The territory or well-known name that starts at word `i`, written as names are.
    pub(crate) fn listed(&self, i: usize) -> Option<&'static Entry> {
        let entry = self.entry(i)?;
        let word = self.list.get(i)?;
        let written = match word.shape {
            Shape::Lower => false,
            Shape::Capital => !entry.upper,
            _ => true,
        };
        let listed = entry.classes.has(Classes::TERRITORY.and(Classes::KNOWN));
        (written && listed && (!entry.common || self.is_shown(i))).then_some(entry)
    }

    /// Whether the words beside it, or its ending, show that word `i` names a place: "في مالي",
    /// "حكومة مالي", "수단 정부", 수단에서.
    fn is_shown(&self, i: usize) -> bool {
        let cue = Classes::SOURCE
            .and(Classes::TITLE)
            .and(Classes::ORGANISATION);
        let word = self.list[i];
        // What says it stands behind it where relations are endings or words behind a noun.
        if self.lexicon.pack.meta.verb == lang::VerbPlace::Final {
            let ending = Span::new(word.core.end, word.span.end).of(&self.document.article.text);
            return self.is(self.after(i), cue) || self.lexicon.is_locative(ending);
        }
        i.checked_sub(1).is_some_and(|before| {
            self.list[before].sentence == word.sentence && self.is(before, cue.and(Classes::STOP))
        })
    }

    /// Whether word `i` starts an entry of one of the classes.
    pub(crate) fn is(&self, i: usize, classes: Classes) -> bool {
        self.entry(i)
            .is_some_and(|entry| entry.classes.has(classes))
    }

    /// What the list entry that starts at word `i` does in its clause.
    pub(crate) fn role(&self, i: usize) -> Role {
        let role = self.entry(i).map_or(Role::None, |entry| entry.role);
        // "May told": a surname before its verb.
        let surname = role == Role::Auxiliary
            && self.list[i].shape == Shape::Capital
            && self.is(i, Classes::SURNAME)
            && self.is(i + 1, Classes::VERB);
        if surname { Role::None } else { role }
    }

    /// The word after the list entry that starts at word `i`.
    pub(crate) fn after(&self, i: usize) -> usize {
        i + self.list.get(i).map_or(1, |word| word.reach)
    }

    /// The first word that ends behind byte `start`: the one that stands there.
    pub(crate) fn at(&self, start: usize) -> usize {
        self.list.partition_point(|word| word.span.end <= start)
    }

    /// The first word that begins at byte `end` or behind it.
    pub(crate) fn behind(&self, end: usize) -> usize {
        self.list.partition_point(|word| word.span.start < end)
    }

    /// The first word of a sentence.
    pub(crate) fn first_of(&self, sentence: usize) -> usize {
        self.list.partition_point(|word| word.sentence < sentence)
    }

    /// The word behind the last one of a sentence.
    pub(crate) fn end_of(&self, sentence: usize) -> usize {
        self.list.partition_point(|word| word.sentence <= sentence)
    }

    /// Whether a hyphen writes word `i` onto the one before it: "UN-backed".
    pub(crate) fn hyphenated(&self, i: usize) -> bool {
        let Some(hyphen) = i.checked_sub(1).filter(|&hyphen| hyphen > 0) else {
            return false;
        };
        let spans = [hyphen - 1, hyphen, i].map(|at| self.list.get(at).map(|word| word.span));
        matches!((self.mark(hyphen), spans), (Some('-' | '‐' | '‑'), [Some(before), Some(hyphen), Some(here)])
            if before.end == hyphen.start && hyphen.end == here.start)
    }

    /// The text of word `i` without clitics.
    pub(crate) fn core(&self, i: usize) -> &'d str {
        self.list
            .get(i)
            .map_or("", |word| word.core.of(&self.document.article.text))
    }

    /// The mark at `i`, where one stands there.
    pub(crate) fn mark(&self, i: usize) -> Option<char> {
        match self.list.get(i)?.shape {
            Shape::Mark(c) => Some(c),
            _ => None,
        }
    }
}

impl Word {
    fn new(span: Span, shape: Shape, sentence: usize) -> Self {
        Self {
            span,
            core: span,
            shape,
            sentence,
            entry: None,
            reach: 1,
        }
    }

    /// Whether it is written with a capital.
    pub(crate) fn is_capital(&self) -> bool {
        matches!(self.shape, Shape::Capital | Shape::Upper)
    }

    /// Whether it is punctuation or a symbol.
    pub(crate) fn is_mark(&self) -> bool {
        matches!(self.shape, Shape::Mark(_))
    }
}

/// Where a joined word comes apart: an elided article from its noun, a name from the modifier or
/// office behind its hyphen. Gives the ends of the left half and of the joint.
fn joint(word: &str, lexicon: &Lexicon) -> Option<(usize, usize)> {
    if let Some(at) = word.find(['\'', '’']) {
        let after = at + word.get(at..)?.chars().next()?.len_utf8();
        let elided = fold_of(word.get(..after)?);
        if lexicon.prefixes().contains(&elided.as_str()) {
            return Some((after, after));
        }
    }
    let at = word.rfind('-')?;
    let tail = fold_of(word.get(at + 1..)?);
    let head = word.get(..at)?;
    if lexicon.knows(&fold_of(word)) {
        return None;
    }
    let modifies = head.chars().next()?.is_uppercase() && lexicon.is_modifier(&tail);
    // "a-t-elle": the verb before its pronoun.
    let inverted = head.chars().next()?.is_lowercase() && lexicon.is_pronoun(&tail);
    (modifies || inverted).then_some((at, at + 1))
}

/// The Arabic article before a name, as it is written in Latin and Cyrillic letters.
const ARTICLES: &[&str] = &[
    "al", "el", "ul", "ol", "ad", "ar", "as", "ash", "ach", "asch", "at", "an", "az", "ud", "ur",
    "аль", "эль", "ас", "аш", "ат", "ан", "ад", "ар", "аз", "уль",
];

/// Whether a name has the Arabic article in front: "al-Assad", "аль-Асад".
fn has_article(word: &str) -> bool {
    word.split_once('-').is_some_and(|(article, name)| {
        ARTICLES.contains(&article) && name.starts_with(char::is_uppercase)
    })
}

fn fold_of(word: &str) -> String {
    let mut folded = String::new();
    fold_into(word, &mut folded);
    folded
}

/// The longest ending behind an apostrophe, with it, in characters: "Guyanası'ndaki".
const WRITTEN: usize = 7;

/// Whether what stands behind an apostrophe is an ending, and no name behind an article that is
/// written onto it: "Sant'Alba".
fn is_ending(word: &Word, end: &str) -> bool {
    word.shape == Shape::Upper || !end.chars().nth(1).is_some_and(char::is_uppercase)
}

/// The word without a clitic that leaves a listed word, or without a written-out ending.
fn without_clitics(folded: &str, word: &Word, text: &str, lexicon: &Lexicon) -> Option<Span> {
    // "Erdoğan'ın", "Biden's": an apostrophe shows the ending whatever the word is.
    let written = word.span.of(text);
    if word.is_capital()
        && let Some(at) = written.rfind(['\'', '’'])
        && written
            .get(at..)
            .is_some_and(|end| end.chars().count() <= WRITTEN && is_ending(word, end))
        && at > 1
        && lexicon.suffixes().contains(&"'")
    {
        return Some(Span::new(word.span.start, word.span.start + at));
    }
    for (prefix, rest) in lexicon.behind_prefixes(folded) {
        if rest.chars().count() > 1 && lexicon.knows(rest) {
            let cut = prefix.chars().count();
            let (at, _) = written.char_indices().nth(cut)?;
            return Some(Span::new(word.span.start + at, word.span.end));
        }
    }
    let last = folded.as_bytes().last();
    for suffix in lexicon.suffixes() {
        if suffix.as_bytes().last() == last
            && let Some(rest) = folded.strip_suffix(suffix)
            && !rest.is_empty()
            && lexicon.knows(rest)
            // "کاظمی" is a surname of its own, not the given name "کاظم" with an ending.
            && !lexicon.is_only_given(rest)
        {
            let cut = suffix.chars().count();
            let (at, _) = written.char_indices().rev().nth(cut.checked_sub(1)?)?;
            return Some(Span::new(word.span.start, word.span.start + at));
        }
    }
    // 14세는: the number of a king or pope with a particle.
    if word.shape == Shape::Number {
        let regnal = |rest: &&str| lexicon.is_regnal(rest.trim_start_matches(char::is_numeric));
        let rest = lexicon.before_endings(written).find(regnal)?;
        return Some(Span::new(word.span.start, word.span.start + rest.len()));
    }
    // "Sağlık Bakanlığından": the names of bodies take their endings without an apostrophe.
    if word.is_capital()
        && let Some(noun) = lexicon.without_case(folded)
    {
        let (end, _) = written.char_indices().nth(noun.chars().count())?;
        return Some(Span::new(word.span.start, word.span.start + end));
    }
    let name = lexicon.without_ending(written)?;
    Some(Span::new(word.span.start, word.span.start + name))
}

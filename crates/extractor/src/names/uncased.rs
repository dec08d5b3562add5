//! Names in scripts without case: by titles, honorifics, given names, surnames, territories.

mod announced;
mod bearers;
mod beside;
mod bodies;
mod called;
mod end;
mod han;
mod persons;
mod places;
mod untitled;

use super::{Candidate, in_title, is_uncased, listed};
use crate::NameKind;
use crate::lexicon::{Classes, Entry, Side};
use crate::words::{Shape, Words};
use announced::{COMPLEMENT, announced};
use bearers::{before_affiliation, before_age, before_country, before_office, before_title};
use end::name_end;
use han::{in_han, transcribed, unnamed};
use persons::person;
use places::{before_place, with_noun, with_place};
use rustc_hash::FxHashMap;
use std::cell::OnceCell;

/// What no word of a name in running text is.
const NEVER: Classes = Classes::VERB
    .and(Classes::STOP)
    .and(Classes::ATTRIBUTION)
    .and(Classes::COMPLEMENTISER)
    .and(Classes::PRONOUN)
    .and(Classes::SOURCE)
    .and(Classes::TITLE)
    .and(Classes::ORGANISATION)
    .and(Classes::PLACE)
    .and(Classes::TERRITORY)
    .and(Classes::KNOWN)
    .and(Classes::SUBJECT);

/// Whether word `k` is no part of a name in running text.
fn never(words: &Words, k: usize) -> bool {
    words.is(k, NEVER) && !is_surname_alone(words, k) && !is_printed_so(words, k)
        // "كمال ناصر القبض على": what somebody says is done.
        || !words.is(k, Classes::GIVEN) && words.lexicon.is_verbal_noun(text_of(words, k))
}

/// "علي", not "على": whether word `k` is printed as a given name is, from which a small word differs in a letter
/// that folding takes away.
fn is_printed_so(words: &Words, k: usize) -> bool {
    words.is(k, Classes::GIVEN) && words.lexicon.prints_given(words.core(k))
}

/// "ترامب": whether word `k` is what a list knows a person by, alone; behind a given name it is part of the name.
fn is_surname_alone(words: &Words, k: usize) -> bool {
    words.list[k].reach == 1
        && words
            .entry(k)
            .is_some_and(|entry| entry.tag.starts_with("person:"))
}

/// The most words that a name has after a title.
const LONGEST: usize = 3;

/// How often an article says each word that no list knows, in a script without case; counted when
/// first asked.
pub(super) struct Said<'w> {
    words: &'w Words<'w>,
    times: OnceCell<FxHashMap<&'w str, usize>>,
}

impl<'w> Said<'w> {
    pub(super) fn of(words: &'w Words) -> Self {
        let times = OnceCell::new();
        Self { words, times }
    }

    /// Whether word `i`, where only a country's name can stand, is one: no list knows it, and the
    /// article has it time and again.
    fn is_land(&self, i: usize) -> bool {
        let words = self.words;
        let times = self.times.get_or_init(|| {
            let mut times = FxHashMap::default();
            for i in 0..words.list.len() {
                if words.list[i].shape == Shape::Uncased && words.entry(i).is_none() {
                    *times.entry(words.folded(i)).or_insert(0) += 1;
                }
            }
            times
        });
        let word = words.folded(i);
        times.get(word).is_some_and(|&times| times >= LAND) && !words.lexicon.is_time(word)
    }
}

/// An article says so often the name of a country that it is about.
const LAND: usize = 3;

/// Adds the names of the sentence of words `start..end`.
pub(super) fn find(
    words: &Words,
    said: &Said,
    start: usize,
    end: usize,
    candidates: &mut Vec<Candidate>,
) {
    let mut i = start;
    while i < end {
        if let Some(candidate) = beside::initialled(words, i, end) {
            i = candidate.end.max(i + 1);
            candidates.push(candidate);
            continue;
        }
        if !is_uncased(words, i) {
            i += 1;
            continue;
        }
        let found = bodies::located(words, i, end)
            .or_else(|| bodies::ministry(words, said, i, end, candidates))
            .or_else(|| bodies::company(words, i, end))
            .or_else(|| bodies::paired(words, i, end))
            .or_else(|| bodies::dotted(words, i, end))
            .or_else(|| bodies::school(words, i, end))
            .or_else(|| bodies::body(words, i, end))
            .or_else(|| bodies::han_body(words, start, i, end))
            .or_else(|| beside::in_place(words, start, i, end))
            .or_else(|| called::bearing(words, i, end))
            .or_else(|| called::called(words, start, i, end))
            .or_else(|| beside::with_behind(words, i, end))
            .or_else(|| known(words, i, end))
            .or_else(|| beside::lineage(words, i, end))
            .or_else(|| beside::parent(words, start, i, end))
            .or_else(|| beside::initials(words, i, end))
            .or_else(|| regnal(words, start, i, end))
            .or_else(|| beside::regnal(words, i, end))
            .or_else(|| before_affiliation(words, start, i, end))
            .or_else(|| beside::kana_given(words, i, end))
            .or_else(|| before_title(words, i, end))
            .or_else(|| before_country(words, i, end))
            .or_else(|| before_age(words, start, i, end))
            .or_else(|| in_han(words, i, end))
            .or_else(|| unnamed(words, i))
            .or_else(|| announced(words, said, start, i, end, candidates))
            .or_else(|| before_place(words, start, i, end))
            .or_else(|| with_noun(words, i, end))
            .or_else(|| with_place(words, i))
            .or_else(|| beside::onto_place(words, start, i))
            .or_else(|| beside::behind_noun(words, start, i))
            .or_else(|| described(words, start, i, end))
            .or_else(|| behind_verb(words, start, i, end))
            .or_else(|| before_office(words, start, i, end))
            .or_else(|| untitled::by_form(words, start, i, end, candidates))
            .or_else(|| person(words, start, i, end))
            .or_else(|| transcribed(words, start, i))
            .or_else(|| bodies::told(words, i));
        match found {
            // What announces a name may itself hold one: "وزير خارجة إيران".
            Some(candidate) => {
                let mut k = i;
                while k < candidate.first {
                    // "المتحدث باسم وزارة الداخلية العراقية مقداد ميري"
                    let body = bodies::ministry(words, said, k, candidate.first, candidates)
                        .filter(|body| body.end <= candidate.first)
                        // "رئيس بلدية إسطنبول": of a body that is named by its place alone, the place.
                        .filter(|_| words.listed(words.after(k)).is_none());
                    let inner = body.or_else(|| known(words, k, candidate.first));
                    k = inner.as_ref().map_or(k + 1, |inner| inner.end.max(k + 1));
                    candidates.extend(inner);
                }
                if i < candidate.first {
                    candidates.extend(in_title(words, i));
                }
                i = candidate.end.max(i + 1);
                candidates.push(candidate);
            }
            None => i += 1,
        }
    }
}

fn text_of<'w>(words: &Words<'w>, k: usize) -> &'w str {
    words.list[k].span.of(&words.document.article.text)
}

fn is_comma(words: &Words, k: usize) -> bool {
    matches!(words.mark(k), Some('،' | ','))
}

/// Whether the office at word `i` may hang on what stands behind it: it has no article where the language writes
/// one onto nouns, and is no rank or form of address.
fn is_construct(words: &Words, i: usize) -> bool {
    let text = text_of(words, i);
    let last = words.after(i) - 1;
    let mut courtesies = words.lexicon.name_forms("courtesy");
    words.lexicon.definite().is_some()
        && !(i..=last)
            .any(|k| is_definite(words, k) || words.lexicon.is_definite(text_of(words, k)))
        && !text.contains(['"', '״', '\'', '׳'])
        && !courtesies.any(|form| form == words.folded(i))
}

/// Whether the article is written onto word `k`.
fn is_definite(words: &Words, k: usize) -> bool {
    words.lexicon.definite().is_some_and(|article| {
        words.list.get(k).is_some_and(|word| {
            word.span
                .of(&words.document.article.text)
                .starts_with(article)
        }) && !words.is(k, Classes::GIVEN.and(Classes::SURNAME))
    })
}

/// Whether the article is one letter, with which other words open as well.
fn is_letter(words: &Words) -> bool {
    let article = words.lexicon.definite();
    article.is_some_and(|article| article.chars().nth(1).is_none())
}

/// Whether word `k` ends its clause: a full stop, or nothing behind it.
fn ends_sentence(words: &Words, k: usize, end: usize) -> bool {
    k >= end || matches!(words.mark(k), Some('.' | '!' | '?'))
}

/// Whether the words `from..to` hold letters of foreign names.
fn is_foreign(words: &Words, from: usize, to: usize) -> bool {
    (from..to).any(|k| words.lexicon.has_foreign(words.core(k)))
}

/// "식스토 6세 교황", "교황 레오 14세": a name with a regnal number.
fn regnal(words: &Words, start: usize, i: usize, end: usize) -> Option<Candidate> {
    let stop = i + 2;
    let number = words
        .list
        .get(i + 1)
        .filter(|word| word.shape == Shape::Number)?;
    let text = number.core.of(&words.document.article.text);
    let unit = text.trim_start_matches(char::is_numeric);
    let office = stop < end && words.is(stop, Classes::TITLE)
        || stop < end
            && words.listed(stop).is_some()
            && words.is(words.after(stop), Classes::TITLE)
        || i > start && words.is(i - 1, Classes::TITLE)
        // "레오 14세가": a given name.
        || words.is(i, Classes::GIVEN);
    (stop <= end && is_plain(words, i) && words.lexicon.is_regnal(unit) && office)
        .then(|| Candidate::sure(words, i, stop, NameKind::Person))
}

/// "وروت غلبهار، وهي أم لأربعة": who speaks, with an aside about her.
fn described(words: &Words, start: usize, i: usize, end: usize) -> Option<Candidate> {
    let stop = (i..end.min(i + LONGEST))
        .take_while(|&k| is_plain(words, k) && !is_definite(words, k))
        .last()?
        + 1;
    let aside = words
        .lexicon
        .behind_prefixes(words.folded(stop + 1))
        .any(|(_, rest)| words.lexicon.is_pronoun(rest));
    (i > start && words.is(i - 1, Classes::VERB) && is_comma(words, stop) && aside)
        .then(|| Candidate::sure(words, i, stop, NameKind::Person))
}

/// "قال رائد العزاوي إن": two words or three behind a verb of speech, in a language whose verb comes first, which what
/// is said or a mark follows: no list knows them, the first has no article, and what has one is a name of origin.
fn behind_verb(words: &Words, start: usize, i: usize, end: usize) -> Option<Candidate> {
    let first = words.lexicon.pack.meta.verb == lang::VerbPlace::First;
    if !first || i == start || !words.is(i - 1, Classes::VERB) || words.is(i - 1, Classes::STOP) {
        return None;
    }
    let plain = |k: usize| k < end && is_plain(words, k) && !never(words, k);
    let stop = i + (i..end.min(i + LONGEST)).take_while(|&k| plain(k)).count();
    let closed = matches!(words.mark(stop), Some('،' | ',' | ':' | '('))
        || words.is(stop, Classes::COMPLEMENTISER);
    let origin = |k: usize| words.lexicon.ends_as("relational", words.folded(k));
    // "صياد محلي", "معلمة متقاعدة": a noun and its adjective.
    let noun = |k: usize| origin(k) || words.lexicon.ends_as("feminine", words.folded(k));
    let named = closed
        && stop > i + 1
        && !is_definite(words, i)
        && (i..stop).any(|k| is_definite(words, k))
        && (i..stop).all(|k| {
            if is_definite(words, k) {
                origin(k)
            } else {
                !noun(k)
            }
        });
    named.then(|| Candidate::sure(words, i, stop, NameKind::Person))
}

/// A word of so few letters is a Chinese surname, the first half of a given name, or an initial.
const SYLLABLE: usize = 2;

/// Whether a word may be part of a name: no list knows it but that of given names, and nothing is
/// written onto it.
fn is_plain(words: &Words, i: usize) -> bool {
    let word = &words.list[i];
    let known = words.entry(i);
    word.shape == Shape::Uncased
        && (known.is_none_or(|entry| entry.classes.has(Classes::GIVEN))
            || is_surname_alone(words, i))
        && word.core == word.span
        && !is_common(words, i)
}

/// Whether a well-known place at word `k`, and no country (ישראל), has a name that persons have too: कावेरी.
fn is_given_too(words: &Words, k: usize) -> bool {
    words.is(k, Classes::GIVEN) && words.is(k, Classes::KNOWN) && !words.is(k, Classes::TERRITORY)
}

/// "धर्मेंद्र प्रधान ने": an office or an adjective that is a surname too, between a given name and the particle that closes
/// the subject, in a language whose offices stand before names.
fn is_surname_too(words: &Words, k: usize) -> bool {
    // "गौतम गंभीर": or an adjective.
    let common = words.entry(k).is_some_and(|entry| {
        entry.classes == Classes::STOP
            || entry.classes.has(Classes::TITLE) && entry.side == Side::Right
    });
    let pair = k > 0
        && words.core(k).chars().count() > SYLLABLE
        && !words.lexicon.has_surnames()
        && words.is(k - 1, Classes::GIVEN);
    // "علیرضا دبیر، …", "علیرضا دبیر گفت": in a language without marks of the subject.
    let set_off = || {
        let office = words.entry(k).is_some_and(|entry| {
            let kind = Classes::TITLE.and(Classes::SOURCE);
            entry.classes.has(kind) && !entry.classes.has(Classes::STOP)
        });
        office
            && words.after(k) == k + 1
            && words.list[k].core == words.list[k].span
            && !words.lexicon.has_markers()
            && words.lexicon.definite().is_none()
            && (is_comma(words, k + 1) || words.is(k + 1, Classes::VERB))
    };
    pair && (common && words.is(k + 1, Classes::SUBJECT) || set_off())
}

/// Whether the form of word `k` is one of nouns, adjectives or verbs that no name has.
fn is_common(words: &Words, k: usize) -> bool {
    let text = text_of(words, k);
    let mut openings = words.lexicon.name_forms("opening");
    !words.is(k, Classes::GIVEN)
        && (words.lexicon.ends_as("common", text) || openings.any(|form| text.starts_with(form)))
}

fn thing_kind(entry: &Entry) -> NameKind {
    match entry.tag {
        "organisation" => NameKind::Organisation,
        "place" => NameKind::Place,
        _ => NameKind::Other,
    }
}

/// A territory or a well-known name; of one that is a surname alone the article may tell the whole.
fn known(words: &Words, i: usize, end: usize) -> Option<Candidate> {
    let found = listed(words, i, end)?;
    Some(if is_surname_alone(words, i) {
        Candidate { tag: "", ..found }
    } else {
        found
    })
}

/// "회사의 대표", "취소한 가수", "그것은 의회": a word whose ending ties it to what stands behind it or makes it
/// the topic, in a language that sets a name beside its title with nothing between.
fn is_bound(words: &Words, k: usize) -> bool {
    let word = text_of(words, k);
    let topic = words.lexicon.quotatives("topic").any(|marker| {
        word.strip_suffix(marker)
            .is_some_and(|rest| rest.chars().nth(1).is_some())
    });
    words.lexicon.has_surnames()
        && words.list[k].shape == Shape::Uncased
        && (topic && !is_native(words, k) || words.lexicon.ends_as("inflected", word))
}

/// Whether a word is as long as the names of the language are, and opens with a surname.
fn is_native(words: &Words, k: usize) -> bool {
    let surname = words
        .core(k)
        .char_indices()
        .nth(1)
        .and_then(|(at, _)| words.core(k).get(..at))
        .is_some_and(|first| words.lexicon.is_surname(first));
    surname && words.core(k).chars().count() == 3 && words.list[k].shape == Shape::Uncased
}

/// Whether the two words from `i` on are a foreign name: the second is longer than the names of
/// the language, and the first ends in no particle.
fn foreign(words: &Words, i: usize) -> bool {
    let letters = |k: usize| words.core(k).chars().count();
    words.lexicon.has_surnames()
        && is_foreign(words, i, i + 2)
        && !is_native(words, i + 1)
        && letters(i + 1) > 1
        && (2..=5).contains(&letters(i))
        && words.list[i].core == words.list[i].span
        && words.entry(i).is_none()
}

/// So many words may stand between a subject and its verb of speech.
const CIRCUMSTANCE: usize = 7;

/// So many letters has a whole name in Han, most times.
const WHOLE: usize = 3;

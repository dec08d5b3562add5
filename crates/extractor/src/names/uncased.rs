//! Names in scripts without case: by titles, honorifics, given names, surnames, territories.

mod bearers;
mod beside;
mod bodies;
mod called;
mod end;
mod han;
mod places;

use super::{Candidate, in_title, is_uncased, listed, listed_kind, span_of};
use crate::NameKind;
use crate::lexicon::{Classes, Entry, Side};
use crate::words::{Shape, Words};
use bearers::{before_affiliation, before_age, before_country, before_office, before_title};
use end::{is_family, is_joined, leads, name_end, opens_given};
use han::{han_name, in_han, transcribed, unnamed};
use places::{before_place, is_noun_of_place, is_proper, place_end, with_noun, with_place};
use rustc_hash::FxHashMap;
use segmenter::Span;
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
            .or_else(|| before_office(words, start, i, end))
            .or_else(|| person(words, start, i, end))
            .or_else(|| transcribed(words, start, i));
        match found {
            // What announces a name may itself hold one: "وزير خارجة إيران".
            Some(candidate) => {
                for k in i..candidate.first {
                    candidates.extend(known(words, k, candidate.first));
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

/// So many words may stand between an office and its holder: "the minister of foreign affairs of
/// Iran, X".
const COMPLEMENT: usize = 5;

/// The name that the title or common noun at word `i` announces: "المتحدثة باسم الخارجية الصينية
/// ماو نينغ", "שר החוץ של איראן", "شرکت ملتمی".
fn announced(
    words: &Words,
    said: &Said,
    start: usize,
    i: usize,
    end: usize,
    candidates: &mut Vec<Candidate>,
) -> Option<Candidate> {
    if words.list[i].shape != Shape::Uncased {
        return None;
    }
    let entry = words.entry(i)?;
    if given_before(words, i) {
        return None;
    }
    let title = entry.classes.has(Classes::TITLE) && entry.side != Side::Left;
    // "लेखिका", "الطبيبة": a common noun, where a given name follows.
    let source = entry.classes.has(Classes::SOURCE) && entry.tag == "person";
    let person = !title
        && entry.tag == "person"
        && entry.classes.has(Classes::SOURCE)
        && !words.lexicon.has_surnames()
        && words.is(words.after(i), Classes::GIVEN)
        && words.mark(words.after(i) + 1) != Some('.');
    if !title && !person && (!entry.classes.has(Classes::THING) || entry.tag == "person") {
        return None;
    }
    let title = title || person;
    let definite = |k: usize| is_definite(words, k);
    let place = !title && entry.tag == "place";
    let mut at = words.after(i);
    // "مضيق البوسفور", "رودخانه هیرمند": what belongs to the name.
    let whole = place && entry.naming == "before";
    if whole
        && at < end
        && words.list[at].core.start == words.list[at].span.start
        && words
            .listed(at)
            .is_some_and(|entry| listed_kind(entry) == NameKind::Place)
    {
        return Some(Candidate::sure(words, i, words.after(at), NameKind::Place));
    }
    // "הפרמדיק אבי כהן": a given name that means something else too, before a surname.
    let pair = |k: usize| words.is(k, Classes::GIVEN) && words.is(k + 1, Classes::SURNAME);
    let plain = |k: usize| {
        k < end
            && words.list[k].shape == Shape::Uncased
            && (!never(words, k)
                || is_surname_too(words, k)
                // "הסופר עידו לבנון": a country behind a given name.
                || words.is(k, Classes::SURNAME) && k > 0 && words.is(k - 1, Classes::GIVEN)
                || pair(k)
                // "न्यायाधीश कावेरी बावेजा": a place whose name women have too.
                || title && is_given_too(words, k))
            && !is_common(words, k)
            && !(title && words.is(k, Classes::THING))
            && (words.list[k].core.start == words.list[k].span.start || words.is(k, Classes::GIVEN))
    };
    if place && definite(at) {
        // "לאי היווני סימי", "مدينة الموصل"
        if at + 1 < end && !definite(at + 1) && plain(at + 1) {
            at += 1;
        } else if plain(at)
            && !words.lexicon.is_definite(text_of(words, i))
            && words.entry(at).is_none()
            && !is_letter(words)
        {
            let first = if whole { i } else { at };
            return Some(Candidate::sure(words, first, at + 1, NameKind::Place));
        }
    }
    // "प्रमुख वी. नारायणन", "मुख्यमंत्री एम के स्टालिन"
    if title
        && let Some(found) =
            beside::initials(words, at, end).or_else(|| beside::letters(words, at, end))
    {
        return Some(found);
    }
    let limit = end.min(at + COMPLEMENT);
    while at < limit
        && title
        && !is_given_too(words, at)
        && !pair(at)
        && is_uncased(words, at)
        && (definite(at)
            // "الأمينة العامة للمنظمة سيليست ساولو"
            || !is_letter(words)
                && words.lexicon.is_definite(text_of(words, at))
                && !words.is(at, Classes::GIVEN)
            || words.is(
                at,
                Classes::ORGANISATION
                    .and(Classes::SOURCE)
                    .and(Classes::PLACE)
                    .and(Classes::TERRITORY)
                    .and(Classes::KNOWN)
                    .and(Classes::TITLE)
                    .and(Classes::COMPLEMENT),
            ))
    {
        let noun = is_noun_of_place(words, at) && !definite(at);
        // "رئيس شركة أتلانتيكا": the next name is the body's.
        let body = words
            .entry(at)
            .is_some_and(|entry| entry.classes.has(Classes::THING) && entry.tag == "organisation");
        if body && words.lexicon.definite().is_some() && !definite(at) && words.list[at].reach == 1
        {
            let next = at + 1;
            if plain(next) && !definite(next) && !words.is(next, Classes::GIVEN) {
                return None;
            }
        }
        at += words.list[at].reach.max(1);
        // "حاكم إقليم أولاندي موسى فارول"
        if noun
            && plain(at)
            && plain(at + 1)
            && !words.is(at, Classes::GIVEN)
            && (plain(at + 2) || words.is(at + 1, Classes::GIVEN))
        {
            candidates.push(Candidate::sure(words, at, at + 1, NameKind::Place));
            at += 1;
            break;
        }
    }
    // "سخنگوی وزارت دفاع خدار، تیمور آسانوف، …": of a country that no list knows.
    let led = at > words.after(i) || words.list[i].reach > 1;
    let land = title && led && at < end && words.entry(at).is_none();
    if land && words.list[at].shape == Shape::Uncased && is_comma(words, at + 1) {
        at += 1;
    }
    let mut quoted = false;
    match words.mark(at) {
        Some('«' | '"' | '“' | '„' | '”' | '״') => {
            quoted = true;
            at += 1;
        }
        // "the former manager, X, was …"
        Some('،' | ',')
            if title
                && (words.is(at + 1, Classes::GIVEN)
                    || is_comma(words, at + 3)
                    || i > start
                        && words.is(i - 1, Classes::VERB)
                        && ends_sentence(words, at + 3, end)) =>
        {
            at += 1;
        }
        _ => {}
    }
    if !plain(at) || definite(at) || quoted && title {
        return None;
    }
    // "מנהל תחום האתלטיקה": the next word is no part of a name, where the article is one letter; nor are
    // two unlisted words with prepositions written onto them one: "דובר הסוכנות לטיפול באסונות".
    let named = Classes::GIVEN.and(Classes::SURNAME).and(Classes::PARTICLE);
    let governed = |k: usize| {
        let first = text_of(words, k).chars().next();
        first.is_some_and(|first| words.lexicon.governs(first.encode_utf8(&mut [0; 4])))
            && !words.is(k, named)
    };
    let next = at + 1 < end && words.list[at + 1].shape == Shape::Uncased;
    let unlisted = title && is_letter(words) && next && !words.is(at, named);
    // "החשוד צילם בסיסים": a verb and its object, unless the title shows more.
    if unlisted && governed(at + 1) && (governed(at) || source) {
        return None;
    }
    // "رئيس البلدية بإصلاح الطرق": nor is what somebody is to do.
    let done = !is_letter(words)
        && words.lexicon.definite().is_some()
        && !words.is(at, named)
        && leads(words, at)
        && is_definite(words, at + 1)
        && !words.lexicon.ends_as("relational", words.folded(at + 1));
    if title && done {
        return None;
    }
    // "الطالبة فارقت الحياة": nor are a verb of a woman and its object one.
    if title
        && !is_letter(words)
        && words.lexicon.definite().is_some()
        && !words.is(at, named)
        && words.lexicon.ends_as("inflected", words.folded(at))
        && is_definite(words, at + 1)
    {
        return None;
    }
    // "חוקר האקלים אנדרס הולם": behind what completes the office stands a whole name.
    let single = unlisted && definite(at + 1) && at == words.after(i);
    let stop = if single {
        at + 1
    } else if place {
        place_end(words, at, end, &plain)
    } else {
        name_end(words, at, end, &plain, &definite)
    };
    // "אנליסט לידר סבינה לוי": behind an office with no article the first of three words is where it is held.
    let held = title
        && stop == at + LONGEST
        && words.entry(at).is_none()
        && words.is(at + 1, Classes::GIVEN)
        && is_construct(words, i);
    if held {
        candidates.push(Candidate::sure(words, at, at + 1, NameKind::Organisation));
        at += 1;
    }
    let count = stop - at;
    // "سخنگوی وزارت دفاع ورزان، شمار": of what country.
    if title && led && count == 1 && is_comma(words, stop) && said.is_land(at) {
        return None;
    }
    let closed = quoted
        && words
            .mark(stop)
            .is_some_and(|mark| matches!(mark, '»' | '"' | '”' | '“' | '״'));
    let given = words.is(at, Classes::GIVEN);
    let first = if whole && !quoted { i } else { at };
    Some(Candidate {
        first,
        end: stop,
        span: span_of(words, first, stop),
        kind: if title {
            NameKind::Person
        } else {
            thing_kind(entry)
        },
        tag: "",
        sure: if title {
            // "सांसद कनिमोझि ने"
            given || count > 1 || !words.lexicon.has_surnames() && words.is(stop, Classes::SUBJECT)
        } else {
            closed || place && is_proper(words, i, at, stop, end)
        },
    })
}

/// "امیر حاتمی": whether the title at word `i` is the given name of the unlisted word behind it: where it opens
/// what a mark sets off, or another title stands before it.
fn given_before(words: &Words, i: usize) -> bool {
    let own = words.is(i, Classes::TITLE) && words.is(i, Classes::GIVEN) && words.after(i) == i + 1;
    let behind = words
        .list
        .get(i + 1)
        .is_some_and(|next| next.shape == Shape::Uncased && next.core.start == next.span.start);
    let before = i.checked_sub(1).is_some_and(|k| {
        is_comma(words, k) || beside::names_person(words, k) && words.after(k) == i
    });
    let aside = is_comma(words, i + 2) || ends_sentence(words, i + 2, words.list.len());
    own && behind && words.entry(i + 1).is_none() && !is_common(words, i + 1) && (before || aside)
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
        || i > start && words.is(i - 1, Classes::TITLE);
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

/// A person after a title, by a given name, or in katakana.
fn person(words: &Words, start: usize, i: usize, end: usize) -> Option<Candidate> {
    // "רות מזרחי": many a surname means something too.
    let surname = |k: usize| {
        k > i
            && words.is(k, Classes::SURNAME)
            && words.is(k - 1, Classes::GIVEN)
            && !words.is(k, Classes::VERB)
    };
    // "אבי כהן": so does many a given name.
    let own = |k: usize| {
        k == i
            && (words.is(k, Classes::GIVEN) || words.lexicon.is_given_too(words.folded(k)))
            && !words.is(k, Classes::TITLE.and(Classes::TERRITORY))
            && is_family(words, k + 1, end)
            // "على التفشي": a small word opens none before a word that no list has.
            && (words.is(k + 1, Classes::SURNAME) || !never(words, k))
            && is_joined(words, k)
    };
    let plain = |k: usize| {
        k < end
            && is_uncased(words, k)
            && (!never(words, k)
                || surname(k)
                || k > i && is_surname_too(words, k)
                || k == i && given_before(words, k)
                || own(k))
            && !is_common(words, k)
    };
    // "הדוד": what has the article is the noun that a given name means besides.
    let word = words.list[i];
    let article = Span::new(word.span.start, word.core.start).of(&words.document.article.text);
    if !plain(i) || is_letter(words) && words.lexicon.is_definite(article) {
        return None;
    }
    // "المتحدث باسم الحماية المدنية": behind who speaks it leads to for whom.
    if words.is(i, Classes::COMPLEMENT)
        && i > start
        && words.is(i - 1, Classes::SOURCE.and(Classes::TITLE))
    {
        return None;
    }
    let titled = (start..i).rev().find_map(|k| {
        if k + 1 + 3 < i {
            return Some(false);
        }
        let entry = words.entry(k)?;
        (words.after(k) == i).then(|| {
            entry.classes.has(Classes::TITLE) && matches!(entry.side, Side::Right | Side::Both)
        })
    }) == Some(true);
    let given = words.is(i, Classes::GIVEN) || opens_given(words, i) || own(i);
    let word = words.list[i];
    // "矿工柴建军": behind a common noun only a whole name of three letters.
    let noun = word.shape == Shape::Han
        && !titled
        && i > start
        && words.after(i - 1) == i
        && beside::names_person(words, i - 1)
        && !words.lexicon.has_markers()
        && words.core(i).chars().count() >= WHOLE;
    let titled = titled || noun;
    let middle_dot = word
        .span
        .of(&words.document.article.text)
        .trim_matches(['·', '・'])
        .contains(['·', '・']);
    // "サンデー・タイムズ": a part that no person's name has.
    if middle_dot
        && text_of(words, i)
            .split(['·', '・'])
            .any(|part| words.lexicon.names_other(part))
    {
        return None;
    }
    let cut = (titled && !middle_dot)
        .then(|| cut_by_list(words, i, end))
        .flatten();
    let (stop, sure) = match word.shape {
        Shape::Han if cut.is_some() => (cut?, true),
        Shape::Han | Shape::Katakana if middle_dot => (i + 1, true),
        Shape::Han if titled => (i + 1, true),
        Shape::Han if words.is(i + 1, Classes::VERB) || opens_speech(words, start, i, end) => {
            (i + 1, opens_speech(words, start, i, end))
        }
        // "林剑：…" in a headline is a name if the article shows it again.
        Shape::Han if i == start && matches!(words.mark(i + 1), Some(':' | '：')) => {
            (i + 1, false)
        }
        Shape::Uncased if given => {
            let stop = name_end(words, i, end, &plain, &|_| false);
            (stop, stop > i + 1)
        }
        _ => return None,
    };
    // 高市早苗: what the lists cut into three is all of it.
    let span = match cut {
        Some(stop) if stop > i + 2 => span_of(words, i, stop),
        _ => han_name(words, i, stop, titled || middle_dot)?,
    };
    let (span, stop) = if middle_dot {
        let span = beside::hyphened(words, span);
        (span, words.at(span.end.saturating_sub(1)) + 1)
    } else {
        (span, stop)
    };
    Some(Candidate {
        first: i,
        end: stop,
        span,
        kind: NameKind::Person,
        tag: "",
        sure,
    })
}

/// The end of a name in Han behind an office which entries of the lists cut: "裴氏|秋香", "柴建|军", "雷|军",
/// "高|市|早苗".
fn cut_by_list(words: &Words, i: usize, end: usize) -> Option<usize> {
    let han = |k: usize| {
        k < end
            && words.list[k].shape == Shape::Han
            && words.list[k].span.start == words.list[k - 1].span.end
    };
    let letters = |k: usize| words.core(k).chars().count();
    if words.list[i].shape != Shape::Han || words.lexicon.has_markers() || !han(i + 1) {
        return None;
    }
    let surname = words.is(i, Classes::SURNAME);
    if surname && words.entry(i + 1).is_none() {
        return Some(i + 2);
    }
    // 李|在|明, 申|河|晶: one more letter that no list knows.
    let only = words
        .entry(i)
        .is_some_and(|entry| entry.classes == Classes::SURNAME);
    let last = han(i + 2)
        && letters(i + 2) == 1
        && (words.entry(i + 2)).is_none_or(|entry| entry.classes == Classes::SURNAME);
    // 植田|和|男: a surname of two letters too.
    if (surname && letters(i) == 1 && words.is(i + 1, Classes::PLACE.and(Classes::ORGANISATION))
        || only && words.is(i + 1, Classes::STOP))
        && letters(i + 1) == 1
        && last
    {
        return Some(i + 3);
    }
    let body = words.entry(i + 1).is_some_and(|entry| {
        let kind = Classes::ORGANISATION.and(Classes::PLACE);
        entry.classes.has(kind) && !entry.classes.has(Classes::STOP)
    });
    let letter = body && letters(i + 1) == 1;
    // 高市早苗: the surname is one of two letters.
    let given = surname && words.is(i + 1, Classes::PLACE) && han(i + 2);
    let given = given && words.entry(i + 2).is_none() && letters(i + 2) == 2;
    match letters(i) {
        1 if surname && letter => Some(i + 2 + usize::from(given)),
        2 if letter => Some(i + 2),
        _ => None,
    }
}

/// Whether a word that opens the sentence, or stands behind what is said, is the subject of a verb of speech, with a circumstance
/// between at the most: "陈伟民在接受采访时表示".
fn opens_speech(words: &Words, start: usize, i: usize, end: usize) -> bool {
    let limit = if words.is(i + 1, Classes::STOP) {
        i + CIRCUMSTANCE
    } else {
        i + 2
    };
    // “…，”毛宁说: behind closing marks too.
    let closed = i > start
        && !words.lexicon.has_markers()
        && matches!(words.mark(i - 1), Some('”' | '」' | '』' | '"'));
    (i == start || closed)
        && !words.lexicon.is_time(words.core(i))
        && (i + 1..limit.min(end))
            .take_while(|&k| !words.list[k].is_mark())
            .any(|k| words.is(k, Classes::VERB))
}

/// So many words may stand between a subject and its verb of speech.
const CIRCUMSTANCE: usize = 7;

/// So many letters has a whole name in Han, most times.
const WHOLE: usize = 3;

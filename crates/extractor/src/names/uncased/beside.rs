//! Names in scripts without capitals that what stands right beside them shows: what kind of place is
//! written onto them, initials, the word for whose child somebody is, an honorific.

use super::super::{Candidate, listed_kind, span_of};
use super::{SYLLABLE, is_definite, is_plain};
use crate::NameKind;
use crate::lexicon::Classes;
use crate::words::{Shape, Words};
use segmenter::Span;

/// What stands between the parts of a foreign name.
const DOTS: [char; 2] = ['·', '・'];

/// Whether words `k - 1` and `k` are written together.
fn together(words: &Words, k: usize) -> bool {
    k > 0 && k < words.list.len() && words.list[k - 1].span.end == words.list[k].span.start
}

/// Whether word `k` is a noun that is written onto the name of a place: 県, 镇.
fn is_onto(words: &Words, k: usize) -> bool {
    words.entry(k).is_some_and(|entry| {
        entry.naming == "onto"
            && entry.classes.has(Classes::PLACE)
            && !entry.classes.has(Classes::ORGANISATION)
    })
}

fn is_place(words: &Words, k: usize) -> bool {
    words
        .listed(k)
        .is_some_and(|entry| listed_kind(entry) == NameKind::Place)
}

/// "静岡県焼津市", "苗栗縣南庄鄉": a place in Han by what kind it is, where a list has its name, or it
/// stands behind the place that it lies in; in Japanese, where small words are kana, at the opening
/// of its run of Han.
pub(super) fn in_place(words: &Words, start: usize, i: usize, end: usize) -> Option<Candidate> {
    if words.list[i].shape != Shape::Han {
        return None;
    }
    let noun = words.after(i);
    if noun >= end || !is_onto(words, noun) || !together(words, noun) {
        return None;
    }
    let mut candidate = Candidate::sure(words, i, words.after(noun), NameKind::Place);
    if is_place(words, i) {
        candidate.tag = words.listed(i)?.tag;
        return Some(candidate);
    }
    let letters = words.core(i).chars().count();
    let free = words.entry(i).is_none() && !words.lexicon.is_time(words.folded(i));
    let behind = i > start
        && together(words, i)
        && (is_onto(words, i - 1) || words.list[i - 1].reach == 1 && is_place(words, i - 1));
    let opens = i == start || words.list[i - 1].shape != Shape::Han || !together(words, i);
    let han = |k: usize| k < end && together(words, k) && words.list[k].shape == Shape::Han;
    // 市 opens the next word as well: 大規模市場.
    let closes = !han(noun + 1)
        || words.entry(noun + 1).is_some()
        || words.core(noun + 1).chars().count() > 1;
    let alone = words.lexicon.has_markers() && opens && (SYLLABLE..=PLACE).contains(&letters);
    (free && closes && (behind && letters <= PLACE || alone)).then_some(candidate)
}

/// The most letters of a place's name in Han before what kind it is.
const PLACE: usize = 4;

/// "경북 영덕군", "소양강댐": a place by what kind of place is written onto its name; a short one only
/// behind the place that it lies in.
pub(super) fn onto_place(words: &Words, start: usize, i: usize) -> Option<Candidate> {
    let word = &words.list[i];
    if word.shape != Shape::Uncased || words.entry(i).is_some() {
        return None;
    }
    let text = word.span.of(&words.document.article.text);
    let (name, noun) = words.lexicon.onto_place(text)?;
    let inside = i > start && (is_place(words, i - 1) || is_onto_word(words, i - 1));
    let stem = text.get(..name)?.chars().count().checked_sub(noun)?;
    let named = if inside {
        (SYLLABLE..=PLACE).contains(&stem)
    } else {
        noun > 1 && stem >= SYLLABLE
    };
    named.then(|| Candidate::place_in_word(words, i, name))
}

/// Whether a place that word `k` names is shown by what is written onto it: 수원시 팔달구.
fn is_onto_word(words: &Words, k: usize) -> bool {
    let word = &words.list[k];
    word.shape == Shape::Uncased
        && words
            .lexicon
            .onto_place(word.span.of(&words.document.article.text))
            .is_some_and(|(name, _)| name == word.span.len())
}

/// "ブライアン・K・オニール", "约翰·F·马洛里": a foreign name with initials in Latin letters.
pub(super) fn initialled(words: &Words, i: usize, end: usize) -> Option<Candidate> {
    let text = &words.document.article.text;
    let own = |k: usize| words.list[k].span.of(text);
    let latin = |k: usize| {
        matches!(words.list[k].shape, Shape::Upper | Shape::Capital)
            && own(k).chars().count() <= SYLLABLE
    };
    let foreign = |k: usize| match words.list[k].shape {
        Shape::Katakana => true,
        Shape::Mark(mark) => DOTS.contains(&mark),
        Shape::Han => words.lexicon.has_foreign(own(k)),
        _ => false,
    };
    if words.list[i].is_mark() || !latin(i) && !foreign(i) {
        return None;
    }
    let mut stop = i + 1;
    while stop < end
        && stop < i + PARTS
        && together(words, stop)
        && (latin(stop) || foreign(stop))
        && (own(stop - 1).ends_with(DOTS) || own(stop).starts_with(DOTS))
    {
        stop += 1;
    }
    let named = |k: usize| foreign(k) && !own(k).trim_matches(DOTS).is_empty();
    if !(i..stop).any(latin) || !(i..stop).any(named) {
        return None;
    }
    let whole = Span::new(words.list[i].span.start, words.list[stop - 1].span.end);
    let mut close = whole.end;
    // "·马洛里裁定": the letters show where the name ends.
    if words.list[stop - 1].shape == Shape::Han {
        let last = own(stop - 1);
        let name = last.trim_start_matches(DOTS);
        let part = words.lexicon.transcription(name, true)?;
        close = whole.end - name.len() + part.end;
    }
    let shown = Span::new(whole.start, close);
    let inner = shown.of(text).trim_matches(DOTS);
    let lead = shown.of(text).len() - shown.of(text).trim_start_matches(DOTS).len();
    let start = shown.start + lead;
    Some(Candidate {
        first: i,
        end: stop,
        span: Span::new(start, start + inner.len()),
        kind: NameKind::Person,
        tag: "",
        sure: true,
    })
}

/// The most words, dots among them, of a name with initials.
const PARTS: usize = 9;

/// "بدر بن سالم الهاشمي": a person by the word for whose child one is.
pub(super) fn lineage(words: &Words, i: usize, end: usize) -> Option<Candidate> {
    let kin = |k: usize| words.entry(k).is_some_and(|entry| entry.joins == "kin");
    let plain = |k: usize| {
        k < end
            && is_plain(words, k)
            && !words.lexicon.is_time(words.folded(k))
            && words.core(k).chars().count() > 1
    };
    if !plain(i) || i + 2 >= end || !kin(i + 1) || !plain(i + 2) {
        return None;
    }
    let mut stop = i + 3;
    while stop + 1 < end && stop < i + PARTS && words.is(stop, Classes::PARTICLE) && plain(stop + 1)
    {
        stop += 2;
    }
    // The name of the family has the article.
    if plain(stop) && is_definite(words, stop) {
        stop += 1;
    }
    Some(Candidate::sure(words, i, stop, NameKind::Person))
}

/// "小鳥遊奈々さん", "邱女士": whom an honorific names that follows; a surname alone, or where small
/// words are kana the whole run of Han.
pub(super) fn honoured(words: &Words, i: usize, stop: usize, title: &str) -> Option<Span> {
    let honorific = words
        .lexicon
        .name_forms("honorific")
        .any(|form| form == title);
    let han = |k: usize| words.list[k].shape == Shape::Han;
    if !honorific || !(i..stop).all(han) {
        return None;
    }
    // 久我山健一: what kind of place is one letter may be part of a name.
    let mut from = i;
    while from > 0 && i - from < SYLLABLE && together(words, from) && han(from - 1) {
        let part = words.entry(from - 1).is_none_or(|entry| {
            entry.classes == Classes::PLACE && words.core(from - 1).chars().nth(1).is_none()
        });
        if !part {
            break;
        }
        from -= 1;
    }
    let span = span_of(words, from, stop);
    let text = span.of(&words.document.article.text);
    let letters = text.chars().count();
    let surname = letters == 1 && words.lexicon.is_surname(text);
    let run = words.lexicon.has_markers() && letters <= RUN;
    (surname || run).then_some(span)
}

/// The most letters of a Japanese name.
const RUN: usize = 5;

/// "एस. के. चतुर्वेदी": a person by the initials before the name.
pub(super) fn initials(words: &Words, i: usize, end: usize) -> Option<Candidate> {
    let initial = |k: usize| {
        k + 1 < end
            && words.list[k].shape == Shape::Uncased
            && words.core(k).chars().count() <= INITIAL
            && words.mark(k + 1) == Some('.')
            && together(words, k + 1)
            && !words.is(k, Classes::TITLE)
    };
    let mut name = i;
    while initial(name) && name < i + PARTS {
        name += 2;
    }
    (name > i && name < end && !together(words, name) && is_plain(words, name)).then(|| {
        let mut stop = name + 1;
        if stop < end && words.is(name, Classes::GIVEN) && is_plain(words, stop) {
            stop += 1;
        }
        Candidate::sure(words, i, stop, NameKind::Person)
    })
}

/// The most letters and signs of an initial.
const INITIAL: usize = 3;

//! Persons without an office beside them, told by how the names of the language are built: a listed surname
//! before letters of given names, and what may stand around a whole name.

use super::super::Candidate;
use super::beside::names_person;
use super::{SYLLABLE, WHOLE, foreign, is_foreign};
use crate::NameKind;
use crate::lexicon::{Classes, Lexicon};
use crate::words::{Shape, Words, before_particle};
use segmenter::Span;

/// A person by the form of the name alone: "大谷翔平は", "孙颖莎以", "손흥민이".
pub(super) fn by_form(
    words: &Words,
    start: usize,
    i: usize,
    end: usize,
    found: &[Candidate],
) -> Option<Candidate> {
    match words.list[i].shape {
        Shape::Han if words.lexicon.has_markers() => {
            let listed = japanese(words, i, end).or_else(|| with_kana(words, i, end));
            listed.or_else(|| unlisted(words, i, end))
        }
        Shape::Han => chinese(words, start, i, end, found),
        Shape::Uncased if words.lexicon.has_surnames() => {
            korean(words, i, found).or_else(|| behind_office(words, start, i, end))
        }
        _ => None,
    }
}

/// Whether words `k - 1` and `k` are Han, with nothing between.
fn runs_on(words: &Words, k: usize, end: usize) -> bool {
    k > 0
        && k < end
        && words.list[k].shape == Shape::Han
        && words.list[k - 1].shape == Shape::Han
        && words.list[k - 1].span.end == words.list[k].span.start
}

/// Whether the noun for one person ends right before word `i`, or no Han does.
fn apart(words: &Words, start: usize, i: usize) -> bool {
    let noun = || {
        let first = (start..i)
            .rev()
            .take(LONGEST)
            .find(|&k| words.after(k) == i);
        first.is_some_and(|k| names_person(words, k))
    };
    i == start || !runs_on(words, i, i + 1) || noun()
}

/// The most words of the noun for a person.
const LONGEST: usize = 3;

/// Whether all letters are such as given names are made of.
fn is_given(lexicon: &Lexicon, letters: &str) -> bool {
    !letters.is_empty()
        && letters
            .chars()
            .all(|letter| lexicon.is_given_letter(letter))
}

/// "大谷翔平は": a listed surname and letters of given names that are all of their run of Han, up to an office at the
/// most.
fn japanese(words: &Words, i: usize, end: usize) -> Option<Candidate> {
    let first = words.first_of(words.list[i].sentence);
    if !words.is(i, Classes::SURNAME) || !apart(words, first, i) {
        return None;
    }
    let bearer = Classes::TITLE.and(Classes::SOURCE);
    let part = |&k: &usize| runs_on(words, k, end) && !words.is(k, bearer);
    let stop = i + 1 + (i + 1..end).take_while(part).count();
    let surname = words.list[i].span;
    let given = Span::new(surname.end, words.list[stop - 1].span.end);
    let given = given.of(&words.document.article.text);
    let own = words.core(i).chars().count();
    let letters = given.chars().count();
    let office = runs_on(words, stop, end) && words.is(stop, bearer);
    let closed = stop == end
        || office
        || words.list[stop].is_mark()
        || words.list[stop].shape == Shape::Hiragana;
    // One letter is part of many a word: 山口県.
    let told = office || is_told(words, stop);
    let whole = match (own, letters) {
        (1, SYLLABLE) | (2.., SYLLABLE | WHOLE) => closed,
        (SYLLABLE.., 1) => told,
        _ => false,
    };
    (whole && is_given(words.lexicon, given))
        .then(|| Candidate::sure(words, i, stop, NameKind::Person))
}

/// "那須川誠也が": two letters of given names behind two or three of which the last closes surnames, where that is
/// all of a run of Han and no list knows the front.
fn unlisted(words: &Words, i: usize, end: usize) -> Option<Candidate> {
    let first = words.first_of(words.list[i].sentence);
    let stop = i + 1 + (i + 1..end).take_while(|&k| runs_on(words, k, end)).count();
    if words.entry(i).is_some() || stop >= end || !apart(words, first, i) || !is_told(words, stop) {
        return None;
    }
    let known = |k: usize| words.entry(k).is_some() && words.core(k).chars().nth(1).is_some();
    let span = Span::new(words.list[i].span.start, words.list[stop - 1].span.end);
    let letters: Vec<char> = span.of(&words.document.article.text).chars().collect();
    let (family, given) = letters.split_at_checked(letters.len().checked_sub(SYLLABLE)?)?;
    let last = family.last()?.to_string();
    let closes = words.lexicon.name_forms("family").any(|form| form == last);
    let whole = (SYLLABLE..=WHOLE).contains(&family.len())
        && closes
        && given
            .iter()
            .all(|&letter| words.lexicon.is_given_letter(letter))
        && !(i..stop).any(known);
    whole.then(|| Candidate::sure(words, i, stop, NameKind::Person))
}

/// Whether the particle of a subject or a bracket stands at word `k`.
fn is_told(words: &Words, k: usize) -> bool {
    words.is(k, Classes::SUBJECT) || matches!(words.mark(k), Some('（' | '('))
}

/// "宇多田ヒカルが", "大坂なおみは": a listed surname with a given name in kana, where a particle of the subject or an
/// age in brackets follows.
fn with_kana(words: &Words, i: usize, end: usize) -> Option<Candidate> {
    let first = words.first_of(words.list[i].sentence);
    let stop = i + 2;
    let surname = words.is(i, Classes::SURNAME) && words.core(i).chars().count() >= SYLLABLE;
    if !surname || stop >= end || !apart(words, first, i) {
        return None;
    }
    let given = words.list[i + 1];
    let letters = given.span.of(&words.document.article.text).chars().count();
    let kana = matches!(given.shape, Shape::Katakana | Shape::Hiragana)
        && given.span.start == words.list[i].span.end
        && words.entry(i + 1).is_none()
        && (SYLLABLE..=WHOLE).contains(&letters);
    if kana && is_told(words, stop) {
        return Some(Candidate::sure(words, i, stop, NameKind::Person));
    }
    // 山根みどりは: a given name that small words cut.
    let from = words.list[i].span.end;
    let rest = words.document.article.text.get(from..)?;
    let form = words
        .lexicon
        .name_forms("kana")
        .filter(|form| rest.starts_with(form))
        .max_by_key(|form| form.len())?;
    let span = Span::new(words.list[i].span.start, from + form.len());
    let stop = words.behind(span.end);
    let whole = words.list.get(stop - 1)?.span.end == span.end;
    let told = is_told(words, stop) || words.is(stop, Classes::TITLE);
    (whole && stop <= end && told).then(|| Candidate::of_span(i, stop, span, NameKind::Person))
}

/// "孙颖莎以": a surname of one letter and two of given names that open a clause, stand behind the noun for a
/// person or are joined to one.
fn chinese(
    words: &Words,
    start: usize,
    i: usize,
    end: usize,
    found: &[Candidate],
) -> Option<Candidate> {
    let noun = i > start && runs_on(words, i, end) && apart(words, start, i);
    let text = &words.document.article.text;
    let from = words.list[i].span.start;
    let letters: Vec<char> = text.get(from..)?.chars().take(WHOLE + 1).collect();
    let (surname, given) = letters.get(..WHOLE)?.split_first()?;
    // 董事长曾毓群: a small word is a surname behind an office.
    let free = words.entry(i).is_none()
        || words.is(i, Classes::SURNAME)
            && words.core(i).chars().nth(1).is_none()
            && (noun || !words.is(i, Classes::STOP.and(Classes::VERB)));
    let opens = i == start || words.list[i - 1].is_mark();
    let joined = || {
        let last = found.last().filter(|last| last.kind == NameKind::Person);
        last.is_some_and(|last| last.end + 1 == i && words.is(last.end, Classes::STOP))
    };
    let own = words.lexicon.is_surname(surname.encode_utf8(&mut [0; 4]));
    if !free || !own || !(opens || noun || joined()) {
        return None;
    }
    let close = from
        + letters
            .iter()
            .take(WHOLE)
            .map(|c| c.len_utf8())
            .sum::<usize>();
    let last = words.at(close.saturating_sub(1));
    let stop = words.behind(close);
    // 王志|强调: nothing that a list knows goes on behind the name, nor another letter of names.
    let over = words.list.get(last)?.span.end > close;
    let known = |k: usize| words.entry(k).is_some() && words.core(k).chars().nth(1).is_some();
    let goes_on = letters.get(WHOLE).is_some_and(|&letter| {
        super::super::sound::is_han(letter) && words.lexicon.is_given_letter(letter)
    });
    if over && (known(last) || goes_on) || (i..=last).any(known) || stop > end {
        return None;
    }
    // 何咏前表示: a small word that closes a name stands between no subject and its verb.
    let small = |letter: char| words.lexicon.is_small(letter) && !words.lexicon.is_inner(letter);
    let &[first, second] = given else {
        return None;
    };
    let speaks = words.is(stop, Classes::VERB) && small(second);
    let own = |letter: char| words.lexicon.is_given_letter(letter);
    (own(first) && (own(second) || speaks)).then(|| {
        let span = Span::new(from, close);
        Candidate::of_span(i, stop, span, NameKind::Person)
    })
}

/// "손흥민이", "윤여정과 이병헌이": a name of the language's own form with the particle of a topic or subject that opens
/// its clause or stands behind a body or a place, or that is joined to another.
fn korean(words: &Words, i: usize, found: &[Candidate]) -> Option<Candidate> {
    let (span, ending) = native(words, i)?;
    let role = |role: &'static str| words.lexicon.quotatives(role).any(|form| form == ending);
    let subject = role("topic") || role("subject");
    let joins = |word: &str| words.lexicon.name_forms("joining").any(|form| form == word);
    // "김하성과 이정후가": or with one of its form behind it.
    let pair = joins(ending) && native(words, i + 1).is_some();
    // "경기에서 이강인이", "이날 이강인이": behind where or when.
    let behind = || {
        let before = super::text_of(words, i - 1);
        words.lexicon.ends_locative(before) || words.lexicon.is_time(words.folded(i - 1))
    };
    let opens = (words.opens_part(i) || behind()) && (subject || pair);
    // "한화 류현진이": for whom.
    let side = || {
        let before = words.list[i - 1];
        let listed = |&k: &usize| words.listed(k).is_some() && words.after(k) == i;
        let bare = before.core == before.span && (i.saturating_sub(LONGEST)..i).any(|k| listed(&k));
        bare && subject
    };
    let joined = found.last().is_some_and(|last| {
        let comma = words.mark(last.end) == Some(',') && last.end + 1 == i;
        let onto = || {
            last.end == i
                && words
                    .lexicon
                    .ends_as("joining", super::text_of(words, i - 1))
        };
        last.kind == NameKind::Person && (comma || onto())
    });
    (opens || joined || i > 0 && side()).then(|| Candidate {
        span,
        ..Candidate::sure(words, i, i + 1, NameKind::Person)
    })
}

/// The name of the language's own form in word `i`, as long as it ends in no noun (유권자가) or verb (이용하는), and
/// what is written onto it.
fn native<'w>(words: &'w Words, i: usize) -> Option<(Span, &'w str)> {
    let word = words.list.get(i)?;
    if word.shape != Shape::Uncased || words.entry(i).is_some() {
        return None;
    }
    let text = super::text_of(words, i);
    let length = words.lexicon.native(text)?;
    let (name, ending) = text.split_at_checked(length)?;
    let span = Span::new(word.span.start, word.span.start + length);
    (!words.lexicon.ends_as("untitled", name)).then_some((span, ending))
}

/// "최고경영자 일론 머스크는": a foreign name behind the bare noun for a person, closed by a particle or a mark.
fn behind_office(words: &Words, start: usize, i: usize, end: usize) -> Option<Candidate> {
    let noun = (start..i)
        .rev()
        .take(LONGEST)
        .find(|&k| words.after(k) == i)?;
    let bare = words.list[i - 1].core == words.list[i - 1].span;
    if !names_person(words, noun) || !bare || words.entry(i).is_some() {
        return None;
    }
    let length = |k: usize| {
        let word = super::text_of(words, k);
        before_particle(word)
    };
    let closes = |k: usize| length(k).is_some() || k + 1 == end || words.list[k + 1].is_mark();
    let stop = if length(i).is_none() && i + 1 < end && foreign(words, i) && closes(i + 1) {
        i + 2
    } else if is_foreign(words, i, i + 1) && length(i).is_some() {
        i + 1
    } else {
        return None;
    };
    let last = words.list[stop - 1].span;
    let close = length(stop - 1).map_or(last.end, |length| last.start + length);
    let span = Span::new(words.list[i].span.start, close);
    let letters = span.of(&words.document.article.text).chars().count();
    (letters >= WHOLE).then_some(Candidate::of_span(i, stop, span, NameKind::Person))
}

//! Names in scripts without case: by titles, honorifics, given names, surnames, territories.

use super::{Candidate, is_uncased, listed_kind, span_of};
use crate::NameKind;
use crate::lexicon::{Classes, Side};
use crate::words::{Shape, Words};
use segmenter::Span;

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

/// The most words that a name has after a title.
const LONGEST: usize = 3;

/// Adds the names of the sentence of words `start..end`.
pub(super) fn find(words: &Words, start: usize, end: usize, candidates: &mut Vec<Candidate>) {
    let mut i = start;
    while i < end {
        if !is_uncased(words, i) {
            i += 1;
            continue;
        }
        let found = listed(words, i, end)
            .or_else(|| before_title(words, i, end))
            .or_else(|| person(words, start, i, end));
        match found {
            Some(candidate) => {
                i = candidate.end.max(i + 1);
                candidates.push(candidate);
            }
            None => i += 1,
        }
    }
}

/// A territory or a well-known name.
fn listed(words: &Words, i: usize, end: usize) -> Option<Candidate> {
    let entry = words.entry(i)?;
    if !entry.classes.has(Classes::TERRITORY.and(Classes::KNOWN)) {
        return None;
    }
    let stop = (i + words.list[i].reach).min(end);
    Some(Candidate {
        first: i,
        end: stop,
        span: span_of(words, i, stop),
        kind: listed_kind(entry),
        tag: entry.tag,
        sure: true,
    })
}

/// "X先生", "X 대통령": a name that its title follows.
fn before_title(words: &Words, i: usize, end: usize) -> Option<Candidate> {
    let plain = |i: usize| is_uncased(words, i) && !words.is(i, NEVER);
    let mut stop = i;
    while stop < end && stop < i + 2 && plain(stop) && words.list[stop].shape != Shape::Hiragana {
        stop += 1;
    }
    let title = words.entry(stop)?;
    if stop == i
        || stop >= end
        || !title.classes.has(Classes::TITLE)
        || !matches!(title.side, Side::Left | Side::Both)
    {
        return None;
    }
    let mut first = i;
    // Of spaced words only the last can be a surname with its title; one more only where it is a
    // known surname or given name.
    if words.list[i].shape == Shape::Uncased
        && stop - i == 2
        && !words.is(i, Classes::GIVEN.and(Classes::SURNAME))
    {
        first = i + 1;
    }
    let span = han_name(words, first, stop, false)?;
    Some(Candidate {
        first,
        end: stop,
        span,
        kind: NameKind::Person,
        tag: "",
        sure: true,
    })
}

/// A person after a title, by a given name, or in katakana.
fn person(words: &Words, start: usize, i: usize, end: usize) -> Option<Candidate> {
    let plain = |i: usize| i < end && is_uncased(words, i) && !words.is(i, NEVER);
    if !plain(i) {
        return None;
    }
    let titled = (start..i).rev().find_map(|k| {
        if k + 1 + 3 < i {
            return Some(false);
        }
        let entry = words.entry(k)?;
        (k + words.list[k].reach == i).then(|| {
            entry.classes.has(Classes::TITLE) && matches!(entry.side, Side::Right | Side::Both)
        })
    }) == Some(true);
    let given = words.is(i, Classes::GIVEN);
    let word = words.list[i];
    let middle_dot = word
        .span
        .of(&words.document.article.text)
        .contains(['·', '・']);
    let (stop, sure) = match word.shape {
        Shape::Han | Shape::Katakana if middle_dot => (i + 1, true),
        Shape::Han if titled => (i + 1, true),
        Shape::Han if words.is(i + 1, Classes::VERB) => (i + 1, false),
        Shape::Uncased if titled || given => {
            let mut stop = i + 1;
            while stop < i + LONGEST
                && plain(stop)
                && words.list[stop - 1].core.end == words.list[stop - 1].span.end
            {
                stop += 1;
            }
            (stop, titled || stop > i + 1)
        }
        _ => return None,
    };
    let span = han_name(words, i, stop, titled || middle_dot)?;
    Some(Candidate {
        first: i,
        end: stop,
        span,
        kind: NameKind::Person,
        tag: "",
        sure,
    })
}

/// The span of a name; of one in Han only with a surname in front and of the right length.
fn han_name(words: &Words, first: usize, stop: usize, follows_title: bool) -> Option<Span> {
    let span = span_of(words, first, stop);
    if words.list.get(first)?.shape != Shape::Han {
        return Some(span);
    }
    let text = span.of(&words.document.article.text);
    if text.contains(['·', '・']) {
        return Some(span);
    }
    let letters: Vec<(usize, char)> = text.char_indices().collect();
    let tail = |count: usize| -> Option<Span> {
        let from = letters.len().checked_sub(count)?;
        Some(Span::new(span.start + letters.get(from)?.0, span.end))
    };
    let head = |count: usize| -> Span {
        letters
            .get(count)
            .map_or(span, |(at, _)| Span::new(span.start, span.start + at))
    };
    let surname = |part: Span| {
        let part = part.of(&words.document.article.text);
        part.char_indices()
            .skip(1)
            .map(|(at, _)| at)
            .chain([part.len()])
            .take(2)
            .filter_map(|at| part.get(..at))
            .any(|head| words.lexicon.is_surname(head))
    };
    if follows_title {
        return [3, 2, 4]
            .into_iter()
            .filter(|&count| count <= letters.len())
            .map(head)
            .find(|part| surname(*part) && (letters.len() <= 4));
    }
    [3, 2, 4]
        .into_iter()
        .filter(|&count| count == letters.len())
        .filter_map(tail)
        .find(|part| surname(*part))
}

//! What names that stand together tell of each other's kind, and what their form tells of those
//! that nothing else does.

use super::super::Candidate;
use crate::NameKind;
use crate::lexicon::{Classes, Role, fold};
use crate::words::{Shape, Word, Words};

/// Between two names of one list stand so many words at most: ", and the".
const BETWEEN: usize = 3;

/// A person's name has so many words at most.
pub(super) const PERSON: usize = 4;

/// Tells the kind of the names of the sentence that starts at word `start`, in their order.
pub(super) fn tell(words: &Words, start: usize, candidates: &mut [Candidate]) {
    let mut first = 0;
    while first < candidates.len() {
        let last = list_end(words, candidates, first);
        share(words, &mut candidates[first..=last]);
        first = last + 1;
    }
    for candidate in candidates.iter_mut() {
        if candidate.kind == NameKind::Other && is_personal(words, start, candidate) {
            candidate.kind = NameKind::Person;
        }
    }
}

/// What joins two names that follow each other.
#[derive(PartialEq, Eq)]
enum Joint {
    Comma,
    And,
    /// ", and": in a list of two it joins more than the names.
    CommaAnd,
}

fn joint(words: &Words, one: &Candidate, other: &Candidate) -> Option<Joint> {
    let between = one.end..other.first;
    if between.is_empty() || between.len() > BETWEEN {
        return None;
    }
    let mut joint = None;
    for i in between {
        if words.mark(i) == Some(',') && joint.is_none() {
            joint = Some(Joint::Comma);
        } else if words.role(i) == Role::Coordinator && matches!(joint, None | Some(Joint::Comma)) {
            joint = Some(if joint.is_some() {
                Joint::CommaAnd
            } else {
                Joint::And
            });
        } else if joint.is_none()
            || words.list[i].shape != Shape::Lower
            || !words.is(i, Classes::DETERMINER) && !words.lexicon.is_where(words.folded(i))
        {
            return None;
        }
    }
    joint
}

/// The last name of the list that the name at `first` opens: "Cork, Derry and Armagh". A list ends
/// in "and": behind "in Turin, " somebody else may be named.
fn list_end(words: &Words, candidates: &[Candidate], first: usize) -> usize {
    let mut last = first;
    while last + 1 < candidates.len() {
        match joint(words, &candidates[last], &candidates[last + 1]) {
            Some(Joint::Comma) => last += 1,
            Some(Joint::CommaAnd) if last == first => return first,
            Some(Joint::And | Joint::CommaAnd) => return last + 1,
            None => return first,
        }
    }
    first
}

/// Gives the names of a list the kind that others in it have.
fn share(words: &Words, list: &mut [Candidate]) {
    let mut kinds = list
        .iter()
        .map(|candidate| candidate.kind)
        .filter(|&kind| kind != NameKind::Other);
    let Some(kind) = kinds.next() else { return };
    if kinds.any(|other| other != kind) {
        return;
    }
    for candidate in list.iter_mut() {
        // "in Turin and Banda said"
        let speaks = kind != NameKind::Person && words.is(candidate.end, Classes::VERB);
        if candidate.kind == NameKind::Other && !speaks {
            candidate.kind = kind;
        }
    }
}

/// Whether a name has the form of a person's: "Ayako Mori", some words with capitals of which no
/// list knows anything else, without an article before them and without marks around them.
fn is_personal(words: &Words, start: usize, candidate: &Candidate) -> bool {
    let (first, end) = (candidate.first, candidate.end);
    let native = !words.lexicon.cases().inflects() || !super::is_latin(words, first);
    let plain = |i: usize| {
        let core = words.core(i);
        words.list[i].shape == Shape::Capital
            && core.chars().nth(1).is_some()
            && !words.lexicon.is_time(words.folded(i))
            && !words.lexicon.names_other(words.folded(i))
            && words.entry(i).is_none_or(|entry| {
                let names = Classes::GIVEN.and(Classes::SURNAME).and(Classes::PARTICLE);
                entry.classes.has(names) && !entry.classes.has(Classes::PLACE.and(Classes::STOP))
            })
    };
    let marked = |i: usize| matches!(words.mark(i), Some('"' | '“' | '”' | '„' | '«' | '»'));
    let before = first.checked_sub(1).filter(|&i| i >= start);
    // Where the sentence opens, its first word may have its capital from there.
    let free = match before {
        Some(i) => {
            !words.is(i, Classes::DETERMINER) && !words.list[i].is_mark() || {
                matches!(words.mark(i), Some(',' | '(' | '/' | ';' | '—' | '–'))
            }
        }
        None => {
            words.mark(end) == Some(',')
                || words.list.get(end).is_some() && words.role(end) == Role::Coordinator
        }
    };
    // "the finance minister of Santa Aurelia": whose the office is; "le groupe Night Heron"
    let owner = before.is_some_and(|i| {
        let things = Classes::ORGANISATION
            .and(Classes::THING)
            .and(Classes::PLACE);
        let small = Classes::PARTICLE
            .and(Classes::DETERMINER)
            .and(Classes::SMALL);
        // "centre médical Nof Carmel"
        let thing = |k: usize| {
            words.list[k].shape == Shape::Lower
                && words.is(k, things)
                && !words.is(k, Classes::SOURCE.and(Classes::TITLE))
        };
        let office = i > start
            && words.entry(i - 1).is_some_and(|entry| {
                entry.classes.has(Classes::TITLE.and(Classes::ORGANISATION))
                    || entry.classes.has(Classes::SOURCE) && entry.tag == "person"
            });
        words.list[i].shape == Shape::Lower
            && (thing(i)
                || i > start && thing(i - 1) && words.entry(i).is_none()
                || words.is(i, small) && office)
    });
    (2..=PERSON).contains(&(end - first))
        && !owner
        && candidate.tag.is_empty()
        && native
        && free
        && !words.lexicon.pack.meta.noun_capitals
        && (first..end).all(plain)
        && !marked(end)
}

/// "Robert Koch-Institut", "Karl-Marx-Stiftung": the noun of a body that a hyphen writes onto the name of a person, in
/// the run of words `first..stop`, and where that opens.
pub(super) fn hyphened_body(words: &Words, first: usize, stop: usize) -> Option<(usize, usize)> {
    let noun = stop + 1;
    let names = Classes::GIVEN.and(Classes::SURNAME);
    let is_name = |k: usize| {
        let part = |part: &str| {
            let entry = words.lexicon.alone(&fold(part));
            entry.is_some_and(|entry| entry.classes.has(names))
        };
        words.list[k].shape == Shape::Capital
            && (words.is(k, names) || words.core(k).split('-').any(part))
    };
    let closed = words.hyphenated(noun)
        && words.list.get(noun).is_some_and(Word::is_capital)
        && words.is(noun, Classes::ORGANISATION)
        && !words.is(noun, Classes::TITLE);
    let opens = (first..stop).find(|&k| is_name(k))?;
    let all = (opens..stop).all(|k| words.list[k].is_capital() && words.listed(k).is_none());
    (closed && all && stop - opens < PERSON).then_some((opens, noun + 1))
}

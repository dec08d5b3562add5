//! Names that the word right before them announces, in scripts without capitals: "a man called X", the
//! place or body that bears a person's name.

use super::super::Candidate;
use super::{is_definite, is_plain, name_end, never};
use crate::NameKind;
use crate::lexicon::Classes;
use crate::words::Words;

/// So many words before what announces a name tell what bears it: "a driver of the company called X".
const BEARER: usize = 3;

/// "נהג בשם חוסאם קעדאן", "زنی به نام منیژه کاظمی", "المدعو كمال بن صالح": the name behind a word that tells
/// how somebody or something is called.
pub(super) fn called(words: &Words, start: usize, i: usize, end: usize) -> Option<Candidate> {
    let cue = cue_before(words, start, i)?;
    let plain =
        |k: usize| k < end && is_plain(words, k) && !never(words, k) && !is_definite(words, k);
    if !plain(i) {
        return None;
    }
    let stop = name_end(words, i, end, &plain, &|_| false);
    let bearer = (start..cue)
        .rev()
        .take(BEARER)
        .take_while(|&k| !words.list[k].is_mark() && !words.is(k, Classes::VERB))
        .find_map(|k| bears(words, k));
    let given = words.is(i, Classes::GIVEN);
    let kind = if given {
        NameKind::Person
    } else {
        bearer.unwrap_or(NameKind::Other)
    };
    let closed = stop >= end || words.list[stop].is_mark();
    (given || stop > i + 1 || closed && bearer.is_some())
        .then(|| Candidate::sure(words, i, stop, kind))
}

/// The first word of what tells, right before word `i`, that a name follows.
fn cue_before(words: &Words, start: usize, i: usize) -> Option<usize> {
    let before = |form: &str| {
        let mut at = i;
        for part in form.split(' ').rev() {
            at = at.checked_sub(1).filter(|&at| at >= start)?;
            if words.folded(at) != part {
                return None;
            }
        }
        Some(at)
    };
    words.lexicon.name_forms("called").find_map(before)
}

/// What kind of name the noun at word `k` bears.
fn bears(words: &Words, k: usize) -> Option<NameKind> {
    let entry = words.entry(k)?;
    if entry.classes.has(Classes::ORGANISATION) || entry.tag == "organisation" {
        Some(NameKind::Organisation)
    } else if entry.classes.has(Classes::PLACE) || entry.tag == "place" {
        Some(NameKind::Place)
    } else if entry.classes.has(Classes::TITLE.and(Classes::SOURCE)) {
        Some(NameKind::Person)
    } else {
        None
    }
}

/// "ملعب محمد الخامس", "جامعة الملك سعود", "צומת תפוח", "רחוב יגאל אלון", "इंदिरा गांधी अस्पताल": a place or body that bears the name of a
/// person, behind its noun or before it.
pub(super) fn bearing(words: &Words, i: usize, end: usize) -> Option<Candidate> {
    let plain = |k: usize| k < end && is_plain(words, k);
    if words.lexicon.has_markers() {
        if !words.is(i, Classes::GIVEN) || !plain(i) {
            return None;
        }
        let stop = name_end(words, i, end, &plain, &|_| false);
        let noun = words.entry(stop).filter(|entry| {
            stop < end
                && stop > i + 1
                && entry.naming == "behind"
                && is_body_or_place(entry.classes)
        })?;
        let kind = kind_of(noun.classes);
        return Some(Candidate::sure(words, i, words.after(stop), kind));
    }
    let noun = words
        .entry(i)
        .filter(|entry| is_body_or_place(entry.classes))?;
    let at = words.after(i);
    let last = at.checked_sub(1)?;
    let bears = |role| {
        words
            .lexicon
            .name_forms(role)
            .any(|form| form == words.folded(last))
    };
    let lone = || {
        let alone = !is_definite(words, at) && bears("naming") && is_lone(words, at, end);
        let whole = noun.naming == "before" || noun.classes.has(Classes::ORGANISATION);
        let first = if whole { i } else { at };
        alone.then(|| Candidate::sure(words, first, at + 1, kind_of(noun.classes)))
    };
    if !bears("bearing") {
        return lone();
    }
    let royal = at < end && words.is(at, Classes::TITLE) && words.after(at) == at + 1;
    let first = if royal { at + 1 } else { at };
    if !plain(first) || !words.is(first, Classes::GIVEN) {
        return lone();
    }
    let numbered = |k: usize| {
        let mut ordinals = words.lexicon.name_forms("numbered");
        k < end && ordinals.any(|form| form == words.folded(k))
    };
    let mut stop = name_end(words, first, end, &|k| plain(k) && !numbered(k), &|_| false);
    let number = numbered(stop);
    stop += usize::from(number);
    if royal || number || stop > first + 1 {
        return Some(Candidate::sure(words, i, stop, kind_of(noun.classes)));
    }
    lone()
}

/// Whether word `k` alone is the name of what the noun before it means: no list knows it, its ending is none of
/// an adjective, and what follows begins something else.
fn is_lone(words: &Words, k: usize, end: usize) -> bool {
    let lexicon = words.lexicon;
    let folded = words.folded(k);
    let adjective = ["adjective", "feminine", "relational", "inflected"]
        .iter()
        .any(|role| lexicon.ends_as(role, folded));
    // Where adjectives have no such endings, they end as names of origin do.
    let adjective = adjective || lexicon.definite().is_none() && lexicon.ends_as("surname", folded);
    k < end
        && is_plain(words, k)
        && !lexicon.is_time(folded)
        && (!adjective || words.is(k, Classes::GIVEN))
        && words.core(k).chars().count() > 2
        && (k + 1 >= end || !is_plain(words, k + 1) || is_definite(words, k + 1))
}

fn is_body_or_place(classes: Classes) -> bool {
    classes.has(Classes::ORGANISATION.and(Classes::PLACE))
}

fn kind_of(classes: Classes) -> NameKind {
    if classes.has(Classes::ORGANISATION) {
        NameKind::Organisation
    } else {
        NameKind::Place
    }
}

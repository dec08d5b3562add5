//! Persons named again by the surname, in scripts without capitals.

use super::{Candidate, span_of};
use crate::NameKind;
use crate::lexicon::Classes;
use crate::words::{Shape, Words};
use rustc_hash::FxHashMap;

/// "إبراهيم صابر …. وأكد صابر صرف تعويضات": where a surname of somebody named before, which is a given name as
/// well, opens its clause or stands behind a verb of speech, the next word that no other name holds is no part of
/// it.
pub(super) fn cut(words: &Words, candidates: &mut [Candidate]) {
    let is_pair = |of: &Candidate| {
        of.kind == NameKind::Person
            && of.tag.is_empty()
            && of.end > of.first + 1
            && words.list[of.first].shape == Shape::Uncased
    };
    let mut surnames: FxHashMap<&str, (usize, usize)> = FxHashMap::default();
    for of in candidates.iter().filter(|of| is_pair(of)) {
        let (first, times) = surnames
            .entry(words.folded(of.end - 1))
            .or_insert((of.first, 0));
        *first = of.first.min(*first);
        *times += 1;
    }
    for candidate in candidates.iter_mut().filter(|of| is_pair(of)) {
        let first = candidate.first;
        let last = candidate.end - 1;
        let before = surnames.get(words.folded(first));
        let again = last == first + 1 && before.is_some_and(|&(named, _)| named < first);
        let other = surnames.get(words.folded(last));
        let part = Classes::GIVEN.and(Classes::SURNAME).and(Classes::PARTICLE);
        let alone = !words.is(last, part) && other.is_none_or(|&(_, times)| times == 1);
        let subject = words.opens_part(first)
            || words.opens_sentence(first)
            || first > 0 && words.is(first - 1, Classes::VERB);
        if again && alone && subject {
            candidate.end = last;
            candidate.span = span_of(words, first, last);
            candidate.sure = false;
        }
    }
}

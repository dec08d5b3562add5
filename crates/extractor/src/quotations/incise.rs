//! Who speaks, told inside the marks: "« Nous attendons, témoigne Samira Haddad. Rien ne vient. »",
//! "«Ждать нельзя, — предупредил гидролог, — надо уезжать»".

use super::attribution::{Attribution, attribution};
use super::marks::Marked;
use super::speakers::{Named, subject_right, unlisted};
use crate::Speaker;
use crate::lexicon::{Classes, Role};
use crate::words::Words;
use lang::VerbPlace;
use segmenter::Span;

/// Such an aside has at most so many words.
const LONGEST: usize = 20;

/// An age between commas has at most so many words.
const AGE: usize = 3;

/// Its subject stands at most so many words behind the verb, or behind where it is said.
const NEAR: usize = 4;

/// Takes an aside that tells who speaks out of the words of a quotation, and gives what it tells.
pub(super) fn take_out(words: &Words, named: &Named, quote: &mut Marked) -> Option<Attribution> {
    let [inner] = quote.parts[..] else {
        return None;
    };
    // English closes the marks before it: a dash in them goes on with what is said.
    if words.lexicon.has_clauses() {
        return None;
    }
    let last = words.at(inner.end.saturating_sub(1)).min(quote.last);
    let (open, close, found) = (quote.first + 2..last).find_map(|i| {
        let dash = is_dash(words, i);
        let comma = matches!(words.mark(i), Some(',')) && commas(words);
        if !(dash || comma) {
            return None;
        }
        let (end, found) = aside(words, named, i + 1, last + 1)?;
        Some((i, closing(words, end, last + 1, dash), found))
    })?;
    let before = if matches!(words.mark(open - 1), Some(',')) {
        open - 1
    } else {
        open
    };
    let told = words.list[before - 1].span.end;
    let rest = words.list.get(close).filter(|_| close <= last);
    quote.parts = vec![Span::new(inner.start, told)];
    quote
        .parts
        .extend(rest.map(|word| Span::new(word.span.start, inner.end)));
    quote.is_sentence = true;
    Some(found)
}

/// Whether commas alone set such an aside off: where nothing but its verb can open a clause before its
/// subject.
fn commas(words: &Words) -> bool {
    let meta = &words.lexicon.pack.meta;
    meta.verb == VerbPlace::Second && !(meta.noun_capitals || meta.free_order)
}

/// A dash between spaces.
fn is_dash(words: &Words, i: usize) -> bool {
    let spaced = || {
        let (before, after) = (words.list.get(i.wrapping_sub(1)), words.list.get(i + 1));
        let own = words.list[i].span;
        before.is_some_and(|before| before.span.end < own.start)
            && after.is_some_and(|after| after.span.start > own.end)
    };
    match words.mark(i) {
        Some('—' | '–') => true,
        Some('-') => spaced(),
        _ => false,
    }
}

/// The verb of speech at word `cue` with its subject behind it, and where the subject ends.
fn aside(words: &Words, named: &Named, cue: usize, end: usize) -> Option<(usize, Attribution)> {
    if cue >= end || !words.is(cue, Classes::VERB) || words.list[cue].is_capital() {
        return None;
    }
    let after = words.after(cue);
    let limit = end.min(after + LONGEST);
    if words.is(after, Classes::COMPLEMENTISER) {
        return None;
    }
    // "a-t-elle dit": the pronoun is part of the verb.
    let speaker = super::beside::inverted(words, cue).or_else(|| {
        // "souffle un cadre du parti": not what stands behind the noun.
        let right = subject_right(words, named, after, limit);
        let at = |speaker: &Speaker| words.at(speaker.span.start);
        let beside = right.as_ref().is_some_and(|right| at(right) <= after + 1);
        unlisted(words, named, after, limit)
            .filter(|_| !beside)
            .or(right)
    })?;
    let at = words.at(speaker.span.start);
    // "témoigne par téléphone Samira": a word of occasion may stand between, a clause may not.
    let near = at <= after + NEAR
        && (after..at).all(|i| !words.list[i].is_mark() && words.role(i) != Role::Relative);
    let behind = words.at(speaker.span.end).max(after);
    near.then(|| (behind, attribution(words, cue, Some(speaker))))
}

/// The word behind an aside whose subject ends before word `from`: behind the next dash; or, where
/// commas set it off, behind the comma that closes it, or the full stop where more is told of the
/// speaker first ("poursuit-elle, les larmes aux yeux.").
fn closing(words: &Words, from: usize, end: usize, dash: bool) -> usize {
    let limit = end.min(from + LONGEST);
    let stop = (from..limit).find(|&i| matches!(words.mark(i), Some('.' | '!' | '?')));
    let over = |i: usize| {
        let next = i + 1;
        next + usize::from(next < end && (is_dash(words, next) || words.mark(next) == Some(',')))
    };
    if dash {
        let dash = (from..limit).find(|&i| is_dash(words, i));
        return match (dash, stop) {
            (Some(dash), Some(stop)) if stop + 1 < dash => over(stop),
            (Some(dash), _) => over(dash),
            (None, Some(stop)) => over(stop),
            (None, None) => end,
        };
    }
    let is_comma = |i: &usize| matches!(words.mark(*i), Some(','));
    let comma = (from..limit).find(is_comma);
    // "détaille Odette Sarrus, 83 ans, et le poulailler avec."
    let aged = |comma: usize| {
        let close = (comma + 1..limit.min(comma + 2 + AGE)).find(is_comma)?;
        (words.list[comma + 1].shape == crate::words::Shape::Number).then_some(close)
    };
    let comma = comma.and_then(aged).or(comma);
    match (comma, stop) {
        (Some(comma), Some(stop)) if comma < stop => {
            let next = comma + 1;
            let clause = Classes::PRONOUN.and(Classes::COMPLEMENTISER);
            let goes_on = words.is(next, clause) || words.role(next) == Role::Coordinator;
            if goes_on { next } else { over(stop) }
        }
        (_, Some(stop)) => over(stop),
        (Some(comma), None) => comma + 1,
        (None, None) => end,
    }
}

//! Names that open in small letters: "mer du Nord", "ministère de la Santé", "de Wit".

use super::super::listed_kind;
use super::{fields_end, run_end};
use crate::NameKind;
use crate::lexicon::{Classes, Entry};
use crate::words::{Shape, Words};

/// The end of a person's name that opens with small words at word `i`: "de Wit", "van den Broucke".
pub(super) fn small_particles(words: &Words, start: usize, i: usize, end: usize) -> Option<usize> {
    let particle = |k: usize| {
        words.list[k].shape == Shape::Lower
            && words.entry(k).is_some_and(|entry| {
                entry.classes.has(Classes::PARTICLE)
                    && !matches!(entry.joins, "of" | "on" | "and" | "behind")
            })
    };
    let first = (i..end.min(i + 3)).find(|&k| !particle(k))?;
    let common = Classes::SMALL.and(Classes::STOP).and(Classes::DETERMINER);
    let person = words.entry(i).is_some_and(|entry| entry.joins == "person");
    // One that is a common word too needs another beside it.
    let tells = first == i + 1 && !words.is(i, common) || first == i + 2 && person;
    let alone = i == start || !matches!(words.list[i - 1].shape, Shape::Number | Shape::Capital);
    let named = words.list[first].shape == Shape::Capital
        && words
            .entry(first)
            .is_none_or(|entry| entry.classes.has(Classes::SURNAME));
    (tells && alone && named && !words.lexicon.pack.meta.noun_capitals)
        .then(|| run_end(words, first, end))
}

/// A listed name that opens with a small letter at word `i`: "mer du Nord".
pub(super) fn small<'e>(words: &'e Words, i: usize, end: usize) -> Option<&'e Entry> {
    let entry = words.entry(i)?;
    let stop = words.after(i);
    let known = entry.classes.has(Classes::TERRITORY.and(Classes::KNOWN));
    let capital = |word: &crate::words::Word| word.is_capital();
    (known && stop > i + 1 && stop <= end && words.list[i + 1..stop].iter().any(capital))
        .then_some(entry)
}

/// The kind and the end of a name that opens with a common noun in small letters at word `i`:
/// "ministère de la Santé", "estadio San Bernabé".
pub(super) fn opened_small(words: &Words, i: usize, end: usize) -> Option<(NameKind, usize)> {
    let entry = words.entry(i)?;
    let next = words.after(i);
    if entry.classes.has(Classes::ORGANISATION) && entry.naming == "field" {
        // "ministère tunisien de l'Intérieur"
        let behind = next + usize::from(words.lexicon.is_body_adjective(words.folded(next)));
        let first = (behind..end)
            .find(|&k| !words.is(k, Classes::PARTICLE.and(Classes::DETERMINER)))
            .filter(|&k| k > behind && words.list[k].is_capital())?;
        let stop = fields_end(words, first, end)?;
        // "porte-parole du ministère de la Santé" names an office, "le ministère de la Santé du
        // Hamas" is known by its owner.
        let office = i > 1 && words.is(i - 2, Classes::TITLE.and(Classes::SOURCE));
        let owned = words.is(stop, Classes::PARTICLE) && words.listed(stop + 1).is_some();
        return (!office && !owned).then_some((NameKind::Organisation, stop));
    }
    let place = entry.classes.has(Classes::PLACE) && entry.naming == "before";
    // "hôpital Saint-Louis", "université de Caen"
    let body =
        entry.classes.has(Classes::ORGANISATION) && matches!(entry.naming, "before" | "seat");
    if !place && !body {
        return None;
    }
    let first = seat(words, i, next, end, body)?;
    if body && entry.naming == "before" && first > next {
        return None;
    }
    let known = words.listed(first).map(listed_kind);
    let other = Classes::STOP
        .and(Classes::TITLE)
        .and(Classes::ORGANISATION)
        .and(Classes::COMPLEMENT);
    let direct = first == next;
    // "via Telegram"
    if known.is_some_and(|kind| kind != NameKind::Place) || !direct && words.is(first, other) {
        return None;
    }
    let run = run_end(words, first, end);
    let stop = match known {
        Some(_) if words.after(first) < run => words.after(first),
        // "liceo Galilei | di Verona"
        None if direct => (first..run)
            .find(|&k| !words.list[k].is_capital())
            .unwrap_or(run),
        _ => run,
    };
    let last = (first..stop).rfind(|&k| words.list[k].is_capital())?;
    let kind = if body {
        NameKind::Organisation
    } else {
        NameKind::Place
    };
    Some((kind, last + 1))
}

/// Where the name begins that the noun of a place or a body takes, over small words ("golfe du |
/// Morbihan") and what kind of body it is ("tribunal de commerce de | Bobigny").
fn seat(words: &Words, noun: usize, next: usize, end: usize, body: bool) -> Option<usize> {
    let small = |k: usize| {
        words.list[k].shape == Shape::Lower
            && words.is(k, Classes::PARTICLE.and(Classes::DETERMINER))
    };
    let over = |from: usize| (from..end.min(from + 3)).find(|&k| !small(k));
    let first = over(next)?;
    let (first, behind) = if body && words.list[first].shape == Shape::Lower && first > next {
        (over(first + 1)?, first + 1)
    } else {
        (first, next)
    };
    let joined = words.entry(behind).is_none_or(|entry| entry.joins != "and");
    let given = first > next && words.is(first, Classes::GIVEN);
    let alone = noun == 0 || words.list[noun - 1].shape != Shape::Number;
    (words.list[first].is_capital() && joined && alone && !(body && given)).then_some(first)
}

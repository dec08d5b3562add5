//! Names of bodies with words in small letters: "Office français de la biodiversité (OFB)",
//! "Арбитражный суд Свердловской области", "Marine nationale".

use crate::lexicon::Classes;
use crate::words::{Shape, Words};

/// A name that its short form behind it spells has so many words at most.
const LONGEST: usize = 12;

/// So many small adjectives stand in a row at most.
const ADJECTIVES: usize = 3;

/// The end of a body's name that opens at word `i`, a capital.
pub(super) fn end(words: &Words, i: usize, end: usize) -> Option<usize> {
    if let Some(stop) = owned(words, i, end) {
        return Some(stop);
    }
    if words.listed(i).is_some() {
        return None;
    }
    spelt(words, i, end).or_else(|| {
        if words.is(i, Classes::ORGANISATION) {
            headed(words, i, end)
        } else {
            closed(words, i, end)
        }
    })
}

/// "Istituto nazionale di geofisica (Ing)": the first letters of the words make the short name
/// behind them.
fn spelt(words: &Words, i: usize, end: usize) -> Option<usize> {
    let close = (i + 2..end.min(i + LONGEST)).find(|&k| words.list[k].is_mark())?;
    let short = words.list.get(close + 1)?;
    if words.mark(close) != Some('(')
        || words.mark(close + 2) != Some(')')
        || !short.is_capital()
        || !(i..close).any(|k| words.is(k, Classes::ORGANISATION))
    {
        return None;
    }
    let size = words.core(close + 1).chars().count();
    let spells = spells(words, i, close, false) || spells(words, i, close, true);
    (size > 1 && spells).then_some(close)
}

/// "ГИБДД Свердловской области", "ГУ МВД по Самарской области": the end of an authority with the land that it works
/// in, behind its short name.
fn owned(words: &Words, i: usize, end: usize) -> Option<usize> {
    let known = words
        .listed(i)
        .is_some_and(|entry| super::listed_kind(entry) == crate::NameKind::Organisation);
    let short = |&k: &usize| {
        let upper = words.list[k].shape == Shape::Upper && words.is(k, Classes::ORGANISATION);
        (upper || k == i && known) && words.list[k].reach == 1
    };
    if !words.lexicon.cases().inflects() {
        return None;
    }
    let noun = i + (i..end).take_while(short).count();
    let stop = complement(words, noun, end);
    (noun > i && stop > noun + 1).then_some(stop)
}

/// Whether the first letters of the words `i..close` make the short name behind them; that of a small
/// word may count for none, as in "Observatoire syrien des droits de l'Homme (OSDH)".
fn spells(words: &Words, i: usize, close: usize, passed: bool) -> bool {
    let small = Classes::STOP
        .and(Classes::PARTICLE)
        .and(Classes::DETERMINER);
    let mut letters = words.core(close + 1).chars().flat_map(char::to_lowercase);
    let mut wanted = letters.next();
    for k in i..close {
        let first = words.core(k).chars().flat_map(char::to_lowercase).next();
        let lower = words.list[k].shape == Shape::Lower;
        if lower && words.is(k, Classes::VERB) || k == i && first != wanted {
            return false;
        }
        if passed && lower && words.is(k, small) {
            continue;
        }
        if first.is_some() && first == wanted {
            wanted = letters.next();
        } else if !words.is(k, small) {
            return false;
        }
    }
    // "sanità" closes the name, whatever letters of the short one are left.
    wanted.is_none()
}

/// "Marine nationale", "Commissione europea"
fn headed(words: &Words, i: usize, end: usize) -> Option<usize> {
    let noun = words.after(i);
    let stop = adjectives(words, noun, end);
    if let Some(stop) = of_many(words, noun, stop, end) {
        return Some(stop);
    }
    // What has a capital behind it is read with its run.
    let small = Classes::PARTICLE.and(Classes::DETERMINER);
    let goes_on = (stop..end.min(stop + 3))
        .find(|&k| !words.is(k, small))
        .is_some_and(|k| words.list[k].is_capital());
    (stop > noun && !goes_on).then_some(stop)
}

/// "Институт космических исследований РАН": the end of a body's name with the noun of what it is for, whose adjectives at
/// `noun..stop` stand in the genitive of several, and the short name of its parent.
fn of_many(words: &Words, noun: usize, stop: usize, end: usize) -> Option<usize> {
    let other = Classes::VERB
        .and(Classes::STOP)
        .and(Classes::PARTICLE)
        .and(Classes::TITLE);
    // "исследований" ends as an adjective does.
    let many = |&k: &usize| words.lexicon.is_of_many(words.folded(k));
    let stop = noun + (noun..stop).take_while(many).count();
    let owned = stop > noun
        && stop < end
        && words.list[stop].shape == Shape::Lower
        && !words.is(stop, other);
    let parent = stop + 1 < end
        && words.list[stop + 1].shape == Shape::Upper
        && words.core(stop + 1).chars().nth(1).is_some();
    owned.then_some(stop + 1 + usize::from(parent))
}

/// "Арбитражный суд Свердловской области": an adjective with a capital, and the noun behind it.
fn closed(words: &Words, i: usize, end: usize) -> Option<usize> {
    let inflects = words.lexicon.cases().inflects();
    if !inflects || !is_adjective(words, i) {
        return None;
    }
    let noun = adjectives(words, i + 1, end);
    let body = noun < end
        && words.list[noun].shape == Shape::Lower
        && words.is(noun, Classes::ORGANISATION);
    let named = body.then(|| complement(words, words.after(noun), end))?;
    // "Немецкий банк оштрафован": the capital that opens a sentence is the sentence's.
    let opens = i == 0 || words.list[i - 1].sentence != words.list[i].sentence;
    (!opens || named > words.after(noun)).then_some(named)
}

/// The end of what a body is for or of, which may open at word `i`: "по Красноярскому краю",
/// "Москвы".
fn complement(words: &Words, i: usize, end: usize) -> usize {
    let of = words
        .entry(i)
        .is_some_and(|entry| entry.classes.has(Classes::PARTICLE) && entry.joins == "of");
    let first = i + usize::from(of);
    if first + 1 < end
        && words.list[first].is_capital()
        && is_adjective(words, first)
        && words.list[first + 1].shape == Shape::Lower
        && words.is(first + 1, Classes::PLACE)
    {
        return first + 2;
    }
    let place = first < end
        && words
            .listed(first)
            .is_some_and(|entry| super::listed_kind(entry) == crate::NameKind::Place);
    if place {
        words.after(first).min(end)
    } else {
        i
    }
}

/// The word behind the small adjectives that open at word `i`.
fn adjectives(words: &Words, i: usize, end: usize) -> usize {
    (i..end.min(i + ADJECTIVES))
        .find(|&k| words.list[k].shape != Shape::Lower || !is_adjective(words, k))
        .unwrap_or_else(|| end.min(i + ADJECTIVES))
}

fn is_adjective(words: &Words, i: usize) -> bool {
    let other = Classes::VERB
        .and(Classes::STOP)
        .and(Classes::ORGANISATION)
        .and(Classes::SOURCE)
        .and(Classes::PARTICLE);
    !words.is(i, other) && words.lexicon.is_body_adjective(words.folded(i))
}

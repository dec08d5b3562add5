//! Subjects that a comma sets off, in a language whose verb comes last and whose subjects no particle marks:
//! "Ordu sözcüsü, …".

use super::governed::has_ending;
use super::indirect::{REACH, comma};
use super::speakers::{HEAD, Named, subject_left};
use crate::Speaker;
use crate::lexicon::{Classes, Ending, Role};
use crate::words::{Shape, Words};

/// "Ordu sözcüsü, …": the subject that a comma closes, where no particle does, with the word behind it, and
/// where its clause begins.
pub(super) fn subject_set_off(
    words: &Words,
    named: &Named,
    start: usize,
    cue: usize,
) -> (usize, Option<(Speaker, usize)>) {
    if words.lexicon.has_markers() {
        return (start, None);
    }
    let first = (start..cue.min(start + REACH)).find(|&i| comma(words, i));
    // "Polis delil toplarken, yöneticilerden biri …": a clause before the comma has a subject of its own.
    let hung = first.filter(|&comma| {
        comma > start
            && words.lexicon.ending(words.core(comma - 1)) == Some(Ending::Adverb)
            && comma + 1 < cue
    });
    let start = hung.map_or(start, |comma| comma + 1);
    let fits = |(speaker, behind): &(Speaker, usize)| {
        !has_ending(words, speaker.span) && !lists(words, start, speaker, *behind)
    };
    let beside = set_off(words, named, start, cue).filter(fits);
    let found = phrase_set_off(words, start, cue).or(beside).or_else(|| {
        let comma = first.filter(|_| hung.is_none())?;
        Some((subject_left(words, named, comma, start)?, comma + 1)).filter(fits)
    });
    let found = found.map(|found| with_apposed(words, named, found, cue));
    (start, found)
}

/// "Kızı, Devlet Başkan Yardımcısı Sara Duterte, …": a noun, and who it is, up to the comma behind the name.
fn with_apposed(
    words: &Words,
    named: &Named,
    (speaker, behind): (Speaker, usize),
    cue: usize,
) -> (Speaker, usize) {
    let close = (behind..cue.min(behind + APPOSED)).find(|&i| comma(words, i));
    let name = close
        .filter(|&close| close > behind && speaker.name.is_none())
        .and_then(|close| named.at(close - 1))
        .filter(|(mention, name)| {
            let first = words.at(mention.span.start);
            let office = (behind..first).all(|i| words.list[i].is_capital());
            name.kind == crate::NameKind::Person && office && !has_ending(words, mention.span)
        });
    match (name, close) {
        (Some((mention, name)), Some(close)) => (Speaker::named(mention, name), close + 1),
        _ => (speaker, behind),
    }
}

/// Who somebody is has so many words at most.
const APPOSED: usize = 8;

/// "Kaza inceleme kurulu, …": the words that open the sentence before its first comma, whatever they are, where
/// nothing shows that they tell when or how.
fn phrase_set_off(words: &Words, start: usize, cue: usize) -> Option<(Speaker, usize)> {
    let opens = words.opens_sentence(start);
    let at = (start..cue.min(start + HEADED)).find(|&i| comma(words, i))?;
    let oblique = |i: usize| {
        let word = &words.list[i];
        word.core.end < word.span.end || words.ends_in(i, "oblique")
    };
    let not = Classes::VERB
        .and(Classes::STOP)
        .and(Classes::ATTRIBUTION)
        .and(Classes::OCCASION)
        .and(Classes::COMPLEMENTISER);
    // "İtalyan çalıştırıcı, …": a word for where somebody is from stands with those that are no names.
    let origin = |i: usize| {
        i == start && words.is(i, Classes::STOP) && !words.is(i, Classes::SMALL.and(Classes::VERB))
    };
    let plain = |i: usize| {
        !words.list[i].is_mark()
            && !oblique(i)
            && (!words.is(i, not) || origin(i))
            && !words.lexicon.is_time(words.folded(i))
            && words.list[i].shape != Shape::Number
            && words.lexicon.ending(words.core(i)) != Some(Ending::Adverb)
    };
    let whole = at > start + 1 && (start..at).all(plain) && words.list[start].is_capital();
    // A name is known by other signs.
    let noun = words.list.get(at.checked_sub(1)?)?.shape == Shape::Lower && !oblique(at - 1);
    (opens && whole && noun).then(|| {
        let span = words.list[start].core.join(words.list[at - 1].core);
        (Speaker { span, name: None }, at + 1)
    })
}

/// Such a phrase, with its comma, has at most so many words.
const HEADED: usize = 6;

/// "…zirveden sonra, diplomat Ri Yong Ho, cumartesi günü …": the first comma right behind whom a name or an
/// office tells.
pub(super) fn set_off(
    words: &Words,
    named: &Named,
    start: usize,
    cue: usize,
) -> Option<(Speaker, usize)> {
    let mut from = start;
    (start..cue.min(start + SET_OFF))
        .filter(|&i| comma(words, i))
        .find_map(|at| {
            let segment = std::mem::replace(&mut from, at + 1);
            let last = at.checked_sub(1).filter(|&last| last >= segment)?;
            let name = named.at(last).map(|(_, name)| name.kind);
            // "Trump, Wheeling'de …": a lone word with a capital that opens the sentence.
            let alone = segment == start && at == start + 1 && words.list[last].is_capital();
            let place = name == Some(crate::NameKind::Place) && segment > start;
            let known = alone || !place && (name.is_some() || words.is(last, HEAD));
            let speaker = known.then(|| subject_left(words, named, at, segment))??;
            let beside = words.at(speaker.span.end.saturating_sub(1)) == last;
            (beside && !has_ending(words, speaker.span)).then_some((speaker, at + 1))
        })
}

/// Such a comma stands among the first words of a sentence.
pub(super) const SET_OFF: usize = 40;

/// Whether the comma before word `behind` parts the names of a list and closes no subject: "sattıkları Revlon,
/// Essie ve …". A subject opens its clause.
fn lists(words: &Words, start: usize, speaker: &Speaker, behind: usize) -> bool {
    let last = words.at(speaker.span.end.saturating_sub(1));
    let capital = |i: usize| {
        words
            .list
            .get(i)
            .is_some_and(crate::words::Word::is_capital)
    };
    let goes_on = (behind + 1..behind + 1 + LISTED)
        .take_while(|&i| {
            capital(i)
                || words.list.get(i).is_some_and(crate::words::Word::is_mark)
                || words.role(i) == Role::Coordinator
        })
        .any(|i| matches!(words.mark(i), Some(',')) || words.role(i) == Role::Coordinator);
    words.at(speaker.span.start) > start
        && last + 2 == behind
        && capital(behind)
        && goes_on
        && words.list[start].core.end < words.list[last].core.start
        && !words.is(
            words.at(speaker.span.start).saturating_sub(1),
            Classes::TITLE.and(Classes::SOURCE),
        )
}

/// The next name of a list has at most so many words.
const LISTED: usize = 3;

/// "Bakan Elmas, sosyal medyada “…” dedi": the subject that the first comma of the clause closes, in a
/// language whose verb ends it and that marks no subjects.
pub(super) fn first_set_off(
    words: &Words,
    named: &Named,
    (start, end): (usize, usize),
) -> Option<Speaker> {
    let comma = |i: &usize| matches!(words.mark(*i), Some(','));
    if words.lexicon.has_markers() {
        return None;
    }
    if let Some((speaker, _)) = set_off(words, named, start, end) {
        return Some(speaker);
    }
    let close = (start..end).find(comma)?;
    let first = (start..close).find(|&i| !words.list[i].is_mark())?;
    subject_left(words, named, close, first)
}

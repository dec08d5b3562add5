//! Who speaks where commas set off an apposition: "Lin Jian, a spokesman for the ministry, said".

use super::speakers::{BOUND, HEAD, NAME, Named, person};
use crate::lexicon::{Classes, Role};
use crate::words::{Shape, Words};
use crate::{NameKind, Speaker};

/// "Lin Jian, a spokesman for the ministry, said", "the owner, Meltemi, said": of two phrases that
/// commas set off before the cue, the one that is a person's name.
pub(super) fn embraced(words: &Words, named: &Named, floor: usize, end: usize) -> Option<Speaker> {
    let comma = |i: usize| matches!(words.mark(i), Some(',' | '،' | '，'));
    // "Mira Kell, kepala badan itu, telah mengatakan": small words may stand before the verb.
    let small = |i: &usize| {
        words.list[*i].shape == Shape::Lower
            && words.is(*i, Classes::STOP)
            && !words.is(*i, HEAD)
            && words.role(*i) != Role::Coordinator
    };
    let plain = !words.lexicon.has_clauses() && !words.lexicon.pack.meta.noun_capitals;
    let behind = (floor..end)
        .rev()
        .take(AUXILIARIES)
        .take_while(|i| plain && small(i))
        .count();
    let last = (end - behind)
        .checked_sub(1)
        .filter(|&i| i > floor && comma(i))?;
    let first = (floor + 1..last).rev().find(|&i| comma(i))?;
    // "Arga Kusuma, ketua Perhimpunan Laut, mengatakan": who opens the phrase before an office.
    let office = words.is(first + 1, Classes::TITLE) && !words.is(first + 1, Classes::STOP);
    let of_kind = |i: usize| {
        let at = named.at(i);
        at.is_some_and(|(_, name)| name.kind == NameKind::Person)
    };
    let common = words.list[first + 1].shape == Shape::Lower && of_kind(first - 1);
    if plain && office && (common || !of_kind(last - 1)) {
        let person = person(named, first - 1);
        if person.is_some() {
            return person;
        }
    }
    person(named, last - 1)
        .filter(|_| {
            named
                .at(last - 1)
                .is_some_and(|(_, name)| name.kind == NameKind::Person)
        })
        .filter(|speaker| words.list[first].span.end <= speaker.span.start)
        .filter(|_| last - first <= 5)
        .or_else(|| {
            let (_, name) = named.at(first - 1)?;
            (name.kind == NameKind::Person).then(|| person(named, first - 1))?
        })
}

/// So many small words stand between an apposition and its verb.
const AUXILIARIES: usize = 2;

/// "یوهانس کوپونگ، دهدار روستا، گفت": in a script without capitals, the few words that open the clause
/// before an apposition, whoever they name.
pub(super) fn apposed(words: &Words, named: &Named, floor: usize, end: usize) -> Option<Speaker> {
    let comma = |i: &usize| matches!(words.mark(*i), Some('،' | ','));
    let last = (floor..end).rev().find(comma)?;
    let first = (floor + 1..last).rev().find(comma)?;
    let noun = words.is(first + 1, Classes::TITLE.and(Classes::SOURCE));
    let verb = |i: usize| words.is(i, Classes::VERB);
    if !(noun || last + 1 == end) || (first..end).any(verb) {
        return None;
    }
    let opener = (floor..first)
        .rev()
        .take_while(|&i| !words.list[i].is_mark())
        .last()?;
    let opens = words.opens_part(opener);
    // "سخنگوی وزارت، تیمور آسانوف، گفت": the office comes first.
    let office = words.is(opener, Classes::TITLE.and(Classes::SOURCE));
    let phrase = if office {
        first + 1..last
    } else {
        opener..first
    };
    let plain = |i: usize| {
        words.list[i].shape == Shape::Uncased
            && !words.is(i, BOUND.and(Classes::STOP).and(Classes::PRONOUN))
            && !(office && words.is(i, HEAD))
    };
    if !opens || phrase.is_empty() || phrase.len() > NAME || !phrase.clone().all(plain) {
        return None;
    }
    if let Some((mention, name)) = named.at(phrase.end - 1) {
        return (name.kind != NameKind::Place).then(|| Speaker::named(mention, name));
    }
    let span = words.list[phrase.start]
        .core
        .join(words.list[phrase.end - 1].core);
    let several = phrase.len() > 1 && !words.is(phrase.start, HEAD);
    Some(Speaker {
        span,
        name: several.then(|| span.of(&words.document.article.text).to_owned()),
    })
}

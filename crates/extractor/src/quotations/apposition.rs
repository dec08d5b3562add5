//! Who speaks where commas set off an apposition: "Lin Jian, a spokesman for the ministry, said".

use super::heads::person;
use super::speakers::{BOUND, HEAD, NAME, Named};
use super::{phrase, verb_group};
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
        let person = named
            .at(i)
            .filter(|(_, name)| name.kind == NameKind::Person)?;
        Some(Speaker::named(person.0, person.1))
    };
    let common = words.list[first + 1].shape == Shape::Lower && of_kind(first - 1).is_some();
    if plain && office && (common || of_kind(last - 1).is_none()) {
        let person = person(named, first - 1);
        if person.is_some() {
            return person;
        }
    }
    of_kind(last - 1)
        .filter(|speaker| words.list[first].span.end <= speaker.span.start)
        .filter(|_| last - first <= 5)
        .or_else(|| of_kind(first - 1))
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
    if !opens
        || phrase.is_empty()
        || phrase.len() > longest(words, phrase.start)
        || !phrase.clone().all(plain)
    {
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

/// "Anna Keller, Mitglied des Rates für Häfen, sagte": a name that opens its sentence, whoever it
/// is, before an apposition that ends right before the verb.
pub(super) fn of_capitals(
    words: &Words,
    named: &Named,
    cue: usize,
    start: usize,
) -> Option<Speaker> {
    let comma = |i: usize| matches!(words.mark(i), Some(','));
    let opens = start == 0 || words.list[start - 1].sentence != words.list[cue].sentence;
    if !words.lexicon.pack.meta.noun_capitals
        || !opens
        || cue < start + 4
        || !comma(cue - 1)
        || !words.list[start].is_capital()
        || words.is(
            start,
            Classes::STOP.and(Classes::DETERMINER).and(Classes::VERB),
        )
    {
        return None;
    }
    let open = (start + 1..cue - 1).take(CAPITALS).find(|&i| comma(i))?;
    let plain = (open > start + 1 || named.at(start).is_some())
        && (start..open).all(|i| words.list[i].is_capital() || words.mark(i).is_some());
    let apposition = (open + 1..cue - 1).all(|i| {
        !verb_group::is_part(words, i) && !words.is(i, Classes::VERB) && words.mark(i) != Some(':')
    });
    let relative =
        words.is(open + 1, Classes::DETERMINER) && words.list[cue - 2].shape == Shape::Lower;
    // "Klose, der Gelb sah, nannte seinen Platzverweis": no subject stands behind the verb.
    let alone = phrase::oblique(words, words.after(cue));
    if !plain || !(apposition && !relative || relative && alone) {
        return None;
    }
    if let Some((mention, name)) = named.at(open - 1) {
        return Some(Speaker::named(mention, name));
    }
    let span = words.list[start].core.join(words.list[open - 1].core);
    Some(Speaker {
        span,
        name: (open > start + 1).then(|| span.of(&words.document.article.text).to_owned()),
    })
}

/// A name has at most so many words.
const CAPITALS: usize = 5;

/// "مایک کوپه، مدیر اجرایی ساینزبوری می‌گوید": who opens the clause of the words `start..end`, before what he
/// or she is, which reaches to the verb.
pub(super) fn before_office(
    words: &Words,
    named: &Named,
    start: usize,
    end: usize,
) -> Option<Speaker> {
    let sentence = words.list.get(end.checked_sub(1)?)?.sentence;
    let floor = (start.max(end.saturating_sub(APPOSITION))..end)
        .find(|&i| words.list[i].sentence == sentence && !words.list[i].is_mark())?;
    let opened = words.opens_sentence(floor);
    let comma =
        (floor..end.min(floor + NAME + 2)).find(|&i| matches!(words.mark(i), Some(',' | '،')))?;
    let coordinated = usize::from(words.role(floor) == Role::Coordinator);
    let phrase = floor + coordinated..comma;
    let office = Classes::TITLE.and(Classes::SOURCE);
    let plain = |i: usize| {
        words.list[i].shape == Shape::Uncased
            && !words.is(i, BOUND.and(Classes::STOP).and(Classes::PRONOUN).and(HEAD))
            && !words.lexicon.is_time(words.folded(i))
    };
    let verb = |i: usize| words.is(i, BOUND);
    let whole =
        (1..=longest(words, phrase.start)).contains(&phrase.len()) && phrase.clone().all(plain);
    if !opened || !whole || !words.is(comma + 1, office) || (comma..end).any(verb) {
        return None;
    }
    let last = phrase.end - 1;
    if let Some((mention, name)) = named.at(last)
        && words.list[phrase.start].span.start >= mention.span.start
    {
        return (name.kind != crate::NameKind::Place).then(|| Speaker::named(mention, name));
    }
    let span = words.list[phrase.start].core.join(words.list[last].core);
    let text = span.of(&words.document.article.text);
    let name = if phrase.len() > 1 {
        Some(text.to_owned())
    } else {
        named.with_part(text)
    };
    Some(Speaker { span, name })
}

/// "Ana Gil, the spokesman for the country's relief agency BNPB said": a person who opens the clause of
/// the words `start..end`, before an office behind which no comma follows.
pub(super) fn unclosed(words: &Words, named: &Named, start: usize, end: usize) -> Option<Speaker> {
    let from = start.max(end.saturating_sub(APPOSITION));
    let comma = (from..end).rev().find(|&i| words.list[i].is_mark())?;
    let last = comma.checked_sub(1).filter(|&last| last >= from)?;
    let person = person(named, last)?;
    let first = words.at(person.span.start);
    let opens = first == 0 || words.list[first - 1].is_mark() || words.opens_sentence(first);
    let office = (comma + 1..end)
        .find(|&i| !words.is(i, Classes::DETERMINER))
        .is_some_and(|i| {
            words.list[i].shape == Shape::Lower
                && words.is(i, Classes::TITLE.and(Classes::SOURCE))
                && !words.is(i, Classes::STOP)
                && i + 1 < end
        });
    let verb = |i: usize| words.is(i, BOUND);
    let plain = matches!(words.mark(comma), Some(',')) && !(comma..end).any(verb);
    (plain && opens && office).then_some(person)
}

/// How many words a name has that begins with word `i`: more where that is a given name.
fn longest(words: &Words, i: usize) -> usize {
    if words.is(i, Classes::GIVEN) {
        NAME + 1
    } else {
        NAME
    }
}

/// An apposition ends at most so many words behind the name.
const APPOSITION: usize = 30;

/// "kantor berita Yonhap", «газета «Известия», "समाचार एजेंसी रॉयटर्स": the body whose name stands right behind the noun for what it is.
pub(super) fn body(words: &Words, named: &Named, speaker: &Speaker) -> Option<Speaker> {
    let first = words.at(speaker.span.start);
    // "haber ajansı AFP": the noun may begin before the phrase.
    let noun = (first.saturating_sub(1)..first + THING).find(|&i| {
        words
            .entry(i)
            .is_some_and(|entry| entry.classes.has(Classes::THING) && entry.tag == "organisation")
    })?;
    let last = words.after(noun) - 1;
    let marked = matches!(words.mark(last + 1), Some('«' | '“' | '„' | '"'));
    // "Reuters haber ajansı": or right before it.
    let (mention, name) = named
        .at(last + 1 + usize::from(marked))
        .or_else(|| named.at(first).filter(|_| first < noun))?;
    let beside = words.list[last].span.start < speaker.span.end
        && speaker.span.start < words.list[last].span.end
        && speaker.name.is_none()
        // "سخنگوی سازمان مدیریت بحران": who speaks for it is somebody else.
        && !words.is(first, Classes::TITLE);
    (beside && name.kind == NameKind::Organisation).then(|| Speaker {
        span: speaker.span.join(mention.span),
        ..Speaker::named(mention, name)
    })
}

/// Such a noun is one of the first so many words of its phrase.
const THING: usize = 3;

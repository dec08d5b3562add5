//! Noun phrases that can speak, and who they are inside the article.

use crate::lexicon::Classes;
use crate::words::Words;
use crate::{Mention, Name, NameKind, Speaker, Value};
use segmenter::Span;

/// What can be a speaker beside a cue.
const HEAD: Classes = Classes::PRONOUN
    .and(Classes::TITLE)
    .and(Classes::SOURCE)
    .and(Classes::ORGANISATION);

/// What ends a noun phrase.
const BOUND: Classes = Classes::VERB
    .and(Classes::COMPLEMENTISER)
    .and(Classes::ATTRIBUTION);

/// How far a speaker's noun phrase reaches, in words.
const REACH: usize = 14;

/// Which words stand in which name.
pub(super) struct Named<'m> {
    names: &'m [Mention],
    /// For each word the index of the name it stands in.
    of_word: Vec<Option<u32>>,
}

impl<'m> Named<'m> {
    pub(super) fn new(words: &Words, names: &'m [Mention]) -> Self {
        let mut of_word = vec![None; words.list.len()];
        for (index, name) in names.iter().enumerate() {
            let mut i = words
                .list
                .partition_point(|word| word.span.end <= name.span.start);
            while let Some(word) = words.list.get(i)
                && word.span.start < name.span.end
            {
                of_word[i] = Some(index as u32);
                i += 1;
            }
        }
        Self { names, of_word }
    }

    /// The name in which word `i` stands.
    pub(super) fn at(&self, i: usize) -> Option<(&'m Mention, &'m Name)> {
        let mention = self.names.get((*self.of_word.get(i)?)? as usize)?;
        match &mention.value {
            Value::Name(name) => Some((mention, name)),
            _ => None,
        }
    }
}

/// The speaker that ends before word `end`, not before word `start`.
pub(super) fn subject_left(
    words: &Words,
    named: &Named,
    end: usize,
    start: usize,
) -> Option<Speaker> {
    let floor = start.max(end.saturating_sub(REACH));
    if let Some(speaker) = embraced(words, named, floor, end) {
        return Some(speaker);
    }
    // What a preposition governs ("for Hillary Clinton, saying") is the subject only where
    // nothing else is.
    let governed = |span: Span| {
        let i = words
            .list
            .partition_point(|word| word.span.end <= span.start);
        i > floor
            && words.is(i - 1, Classes::STOP)
            && !words.is(
                i - 1,
                Classes::DETERMINER
                    .and(Classes::TITLE)
                    .and(Classes::PRONOUN),
            )
    };
    let mut fallback = None;
    for i in (floor..end).rev() {
        if words.is(i, BOUND) && !words.is(i, HEAD) {
            break;
        }
        if let Some(speaker) = head(words, named, i) {
            if !governed(speaker.span) {
                return Some(speaker);
            }
            fallback = fallback.or(Some(speaker));
        }
    }
    fallback.or_else(|| {
        let last = end.checked_sub(1).filter(|&i| i >= floor)?;
        capital(words, last)
    })
}

/// "Lin Jian, a spokesman for the ministry, said", "the owner, Meltemi, said": of two phrases that
/// commas set off before the cue, the one that is a person's name.
fn embraced(words: &Words, named: &Named, floor: usize, end: usize) -> Option<Speaker> {
    let comma = |i: usize| matches!(words.mark(i), Some(',' | '،' | '，'));
    let last = end.checked_sub(1).filter(|&i| i > floor && comma(i))?;
    let first = (floor + 1..last).rev().find(|&i| comma(i))?;
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

/// The speaker that starts at or after word `start`, before word `end`.
pub(super) fn subject_right(
    words: &Words,
    named: &Named,
    start: usize,
    end: usize,
) -> Option<Speaker> {
    let ceiling = end.min(start + REACH);
    let first = (start..ceiling)
        .take_while(|&i| {
            !words.is(i, BOUND) && !matches!(words.mark(i), Some(',' | '،' | ':' | '：' | '，'))
        })
        .find_map(|i| head(words, named, i).map(|speaker| (i, speaker)))
        .or_else(|| {
            let at = if words.is(start, Classes::DETERMINER) {
                start + 1
            } else {
                start
            };
            (at < ceiling).then(|| capital(words, at).map(|speaker| (at, speaker)))?
        })?;
    // "said spokesman Lin Jian": the name says more than the office before it.
    let (at, speaker) = first;
    if speaker.name.is_some() {
        return Some(speaker);
    }
    let named_after = (at + 1..ceiling.min(at + 8))
        .take_while(|&i| {
            let inner = words.is(i, Classes::DETERMINER.and(Classes::PARTICLE));
            (inner || !words.is(i, Classes::STOP))
                && !words.is(i, BOUND.and(Classes::PRONOUN))
                && words.mark(i).is_none_or(|mark| mark == '-')
        })
        .find_map(|i| person(named, i));
    Some(match named_after {
        Some(person) if !words.is(at, Classes::PRONOUN) => Speaker {
            span: speaker.span.join(person.span),
            name: person.name,
        },
        _ => speaker,
    })
}

fn head(words: &Words, named: &Named, i: usize) -> Option<Speaker> {
    if let Some((mention, name)) = named.at(i) {
        if name.kind == NameKind::Place {
            return None;
        }
        return Some(Speaker {
            span: mention.span,
            name: Some(name.name.clone()),
        });
    }
    words.is(i, HEAD).then(|| Speaker {
        span: core_span(words, i),
        name: None,
    })
}

/// A word with a capital right beside the cue: somebody whom no list knows.
fn capital(words: &Words, i: usize) -> Option<Speaker> {
    let word = words.list.get(i)?;
    (word.is_capital() && !words.is(i, BOUND.and(Classes::STOP))).then_some(Speaker {
        span: word.core,
        name: None,
    })
}

fn person(named: &Named, i: usize) -> Option<Speaker> {
    let (mention, name) = named.at(i)?;
    matches!(name.kind, NameKind::Person | NameKind::Other).then(|| Speaker {
        span: mention.span,
        name: Some(name.name.clone()),
    })
}

fn core_span(words: &Words, i: usize) -> Span {
    let last = (i + words.list[i].reach - 1).min(words.list.len() - 1);
    words.list[i].core.join(words.list[last].core)
}

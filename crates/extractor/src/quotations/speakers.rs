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

    fn at(&self, i: usize) -> Option<(&'m Mention, &'m Name)> {
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
    (floor..end)
        .rev()
        .take_while(|&i| !words.is(i, BOUND) || words.is(i, HEAD))
        .find_map(|i| head(words, named, i))
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
        .find_map(|i| head(words, named, i).map(|speaker| (i, speaker)))?;
    // "said spokesman Lin Jian": the name says more than the office before it.
    let (at, speaker) = first;
    if speaker.name.is_some() {
        return Some(speaker);
    }
    let named_after = (at + 1..ceiling.min(at + 8))
        .take_while(|&i| {
            !words.is(i, BOUND.and(Classes::PRONOUN))
                && words.mark(i).is_none_or(|mark| mark == '-')
        })
        .filter_map(|i| person(named, i))
        .last();
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

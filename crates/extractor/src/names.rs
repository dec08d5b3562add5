//! Names of people, organisations and places, by the evidence of the packs: titles, capitals,
//! honorifics, given names and surnames, territories, repeated mention.
//!
//! [`cased`] reads scripts with capitals, [`uncased`] the others; [`link`] makes the mentions of
//! one name in the article one, with its fullest form and its key over scripts.

mod again;
mod bearer;
mod cased;
mod cases;
mod dateline;
mod heard;
mod link;
mod same;
mod script;
mod sound;
mod uncased;

pub use bearer::bearers;
pub(crate) use cases::Cases;
pub use cases::name_key;
pub use heard::{HEARD, sounds, spelling};
pub use same::{NameMatch, Spoken, given_names_differ, same_name};
pub use script::Script;
pub use sound::romanise;

use crate::lexicon::{Classes, Entry, fold, lexicon};
use crate::words::{Shape, Words};
use crate::{Mention, NameKind};
use segmenter::Span;

/// What is thought to be a name, before the article's mentions are linked.
#[derive(Debug, Clone)]
pub(crate) struct Candidate {
    /// Its first word.
    first: usize,
    /// The word after its last.
    end: usize,
    span: Span,
    kind: NameKind,
    /// The key over languages, where a list gives one.
    tag: &'static str,
    /// Whether it stands by its own evidence, or only if the article shows more.
    sure: bool,
}

impl Candidate {
    /// The words `first..end`, which stand by their own evidence.
    fn sure(words: &Words, first: usize, end: usize, kind: NameKind) -> Self {
        Self::of_span(first, end, span_of(words, first, end), kind)
    }

    /// The same, where `span` is less or more than the words.
    fn of_span(first: usize, end: usize, span: Span, kind: NameKind) -> Self {
        Self {
            first,
            end,
            span,
            kind,
            tag: "",
            sure: true,
        }
    }

    /// The place that the first `length` bytes of word `i` name.
    fn place_in_word(words: &Words, i: usize, length: usize) -> Self {
        let start = words.list[i].span.start;
        Self {
            span: Span::new(start, start + length),
            ..Self::sure(words, i, i + 1, NameKind::Place)
        }
    }
}

/// The names of a document.
pub(crate) fn find(words: &Words) -> Vec<Mention> {
    let mut candidates = Vec::new();
    dateline::find(words, &mut candidates);
    let said = uncased::Said::of(words);
    let mut start = 0;
    while start < words.list.len() {
        let sentence = words.list[start].sentence;
        let end = start
            + words.list[start..]
                .iter()
                .take_while(|word| word.sentence == sentence)
                .count();
        cased::find(words, start, end, &mut candidates);
        uncased::find(words, &said, start, end, &mut candidates);
        start = end;
    }
    link::mentions(words, candidates)
}

/// Whether nothing speaks against a word being part of a person's name, in a script without
/// capitals: no list knows it as something else, and no article is written onto it.
pub fn may_be_name(word: &str, code: &str) -> bool {
    let lexicon = lexicon(code);
    let parts = Classes::GIVEN.and(Classes::SURNAME).and(Classes::PARTICLE);
    let known = lexicon
        .beginning(&fold(word))
        .and_then(|beginning| beginning.longest(|_| None))
        .and_then(|(index, _)| lexicon.entry(index));
    word.starts_with(segmenter::letters::is_caseless)
        && word.chars().nth(1).is_some()
        && known.is_none_or(|entry| entry.classes.has(parts))
        && !lexicon.is_definite(word)
}

/// The kind of name that a list entry is by itself.
fn listed_kind(entry: &Entry) -> NameKind {
    // CLDR gives codes to the United Nations and to unions of states as well.
    let union = matches!(entry.tag, "UN" | "EU" | "EZ");
    if entry.classes.has(Classes::TERRITORY) && !union || entry.tag.starts_with("place:") {
        NameKind::Place
    } else if entry.tag.starts_with("person:") {
        NameKind::Person
    } else if entry.tag.starts_with("other:") {
        NameKind::Other
    } else {
        NameKind::Organisation
    }
}

/// The territory or well-known name at word `i`, up to word `end` at most.
fn listed(words: &Words, i: usize, end: usize) -> Option<Candidate> {
    let entry = words.listed(i)?;
    let named = Candidate::sure(words, i, words.after(i).min(end), listed_kind(entry));
    Some(Candidate {
        tag: entry.tag,
        ..named
    })
}

/// The names inside the title of several words at word `i`: "генсек ООН", "कांग्रेस अध्यक्ष".
fn in_title<'w>(words: &'w Words, i: usize) -> impl Iterator<Item = Candidate> + 'w {
    let stop = words.after(i);
    let title = words.is(i, Classes::TITLE) && words.listed(i).is_none();
    let inner = (i + 1..stop)
        .filter(move |&k| title && words.after(k) <= stop && words.list[k].shape != Shape::Lower)
        .filter_map(move |k| listed(words, k, stop));
    // The longer title hides what its first word is by itself; where that may owe its capital to the
    // sentence, it is none.
    let first = words
        .lexicon
        .listed(words.core(i))
        .filter(|entry| title && stop > i + 1 && is_uncased(words, i) && !entry.common);
    let first = first.map(|entry| Candidate {
        tag: entry.tag,
        ..Candidate::sure(words, i, i + 1, listed_kind(entry))
    });
    first.into_iter().chain(inner)
}

/// Whether word `i` can be part of a name in a script without case.
fn is_uncased(words: &Words, i: usize) -> bool {
    words.list.get(i).is_some_and(|word| {
        matches!(
            word.shape,
            Shape::Uncased | Shape::Han | Shape::Katakana | Shape::Hiragana
        ) && word.span.of(&words.document.article.text) != "・"
    })
}

fn span_of(words: &Words, first: usize, end: usize) -> Span {
    match (words.list.get(first), words.list.get(end.saturating_sub(1))) {
        (Some(a), Some(b)) => Span::new(a.core.start, b.core.end.max(a.core.end)),
        _ => Span::default(),
    }
}

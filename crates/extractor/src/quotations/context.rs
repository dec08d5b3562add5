//! The words around marks among which their attribution is looked for.

use super::marks::Marked;
use crate::lexicon::Classes;
use crate::words::{Shape, Words};

/// How far from the marks a cue is looked for, in words.
pub(super) const REACH: usize = 24;

/// The same in a language whose sentences hold their verb far from its object.
pub(super) const FAR: usize = 40;

/// The words before the marks, from before a name in marks where the verb follows it at once:
/// "die Zeitung „Neues Echo“ hatte kritisiert, dass".
pub(super) fn behind_name(
    words: &Words,
    marked: &[Marked],
    index: usize,
    (start, end): (usize, usize),
) -> (usize, usize) {
    let verb = |i: usize| words.is(i, Classes::VERB);
    let at_once = words.lexicon.pack.meta.noun_capitals
        && start > 0
        && (start..end.min(start + NAMED)).any(verb)
        && (start..end.min(start + NAMED))
            .take_while(|&i| !verb(i))
            .all(|i| words.list[i].shape == Shape::Lower && !words.is(i, Classes::DETERMINER));
    // "قال لإذاعة «جوي»: «…»": a colon right behind the name.
    let colon = start + 1 == end && matches!(words.mark(start), Some(':'));
    match over_name(words, marked, index, colon) {
        Some(wider) if at_once || colon => (wider, end),
        _ => (start, end),
    }
}

/// A verb stands so few words behind the name in marks that is its subject or part of it.
const NAMED: usize = 5;

/// Where the words before the marks begin, if those that bound them are a name in marks of the
/// same sentence; `uncased`, if they may be one in a script without capitals.
pub(super) fn over_name(
    words: &Words,
    marked: &[Marked],
    index: usize,
    uncased: bool,
) -> Option<usize> {
    let before = index.checked_sub(1)?;
    let name = &marked[before];
    let first = words.list.get(name.first + 1)?;
    let same = words.list[name.first].sentence == words.list[marked[index].first].sentence;
    let (start, _) = left_context(words, marked, before);
    let capital = first.is_capital() || uncased && first.shape == Shape::Uncased;
    (same && capital && name.words <= OUTLET && !name.is_sentence && start < name.first)
        .then_some(start)
}

/// The name of a newspaper or station has at most so many words.
pub(super) const OUTLET: usize = 4;

/// The words before the marks, back to the end of a sentence or another quotation.
pub(super) fn left_context(words: &Words, marked: &[Marked], index: usize) -> (usize, usize) {
    let end = marked[index].first;
    let floor = if index > 0 {
        marked[index - 1].last + 1
    } else {
        0
    };
    // A colon at the end of a paragraph announces the words of the next.
    let announced = end > 0 && matches!(words.mark(end - 1), Some(':' | '：'));
    let host = words.list[if announced { end - 1 } else { end }].sentence;
    let mut start = end;
    let reach = if words.lexicon.pack.meta.noun_capitals {
        FAR
    } else {
        REACH
    };
    while start > floor && end - start < reach {
        let before = start - 1;
        let word = &words.list[before];
        if ends_here(words, before)
            || words.document.sentences[word.sentence].paragraph
                != words.document.sentences[host].paragraph
        {
            break;
        }
        start = before;
    }
    (start, end)
}

/// The words after the marks, up to the end of the sentence or another quotation.
pub(super) fn right_context(words: &Words, marked: &[Marked], index: usize) -> (usize, usize) {
    let start = marked[index].last + 1;
    let ceiling = marked
        .get(index + 1)
        .map_or(words.list.len(), |next| next.first);
    let paragraph = marked[index].paragraph;
    let mut end = start;
    while end < ceiling && end - start < REACH {
        let word = &words.list[end];
        if ends_here(words, end) || words.document.sentences[word.sentence].paragraph != paragraph {
            break;
        }
        end += 1;
    }
    (start.min(end), end)
}

/// Whether the mark at `i` ends a sentence.
pub(super) fn ends_here(words: &Words, i: usize) -> bool {
    match words.mark(i) {
        Some('!' | '?' | '。' | '！' | '？' | '؟' | '।' | ';') => true,
        Some('.') => words.list.get(i + 1).is_none_or(|next| {
            next.sentence != words.list[i].sentence
                || next.is_mark() && !matches!(words.mark(i + 1), Some(',' | ';' | ')'))
        }),
        _ => false,
    }
}

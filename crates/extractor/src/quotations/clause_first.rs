//! Who stands behind what is said, right before the verb: 橋を直すと町長は述べた.

use super::clause_close::closes_clause;
use super::heads::{place, wide_head};
use super::indirect::{Report, comma};
use super::speakers::Named;
use super::topics::{before_brackets, marks_topics};
use crate::Speaker;
use crate::lexicon::Classes;
use crate::words::{Shape, Words};

/// Between the particle of the subject and the verb stand at most so many words: to whom, when, where.
const ADVERBS: usize = 7;

/// A subject has at most so many words.
const SUBJECT: usize = 14;

/// "…と町長は述べた", "…、と社長は今週の会見で語った", in text without spaces, where the particle that
/// closes what is said parts it from its subject.
pub(super) fn report(words: &Words, named: &Named, start: usize, cue: usize) -> Option<Report> {
    if words.lexicon.is_spaced() || !marks_topics(words) {
        return None;
    }
    let marker = (cue.saturating_sub(ADVERBS).max(start)..cue)
        .rev()
        .take_while(|&i| !words.list[i].is_mark() && !words.is(i, Classes::VERB))
        .find(|&i| words.is(i, Classes::SUBJECT))?;
    let inside = |i: usize| {
        let bracket = matches!(
            words.mark(i),
            Some('(' | ')' | '（' | '）' | '＝' | '・' | '.')
        );
        let closing = comma(words, i) && closes_clause(words, i - 1);
        (!words.list[i].is_mark() || bracket || closing) && !words.is(i, Classes::VERB)
    };
    let closer = (start + 1..marker)
        .rev()
        .take(SUBJECT)
        .take_while(|&i| closes_clause(words, i) || inside(i))
        .find(|&i| closes_clause(words, i) && behind_predicate(words, i))?;
    let first = closer + 1 + usize::from(comma(words, closer + 1));
    let speaker = subject(words, named, first, marker)?;
    // …だ、と社長は語った
    let last = closer - usize::from(comma(words, closer - 1));
    (start < last).then_some(Report::of((start, last), cue, Some(speaker)))
}

/// Whether the particle at word `i` closes a clause and joins no nouns: "AとBは".
fn behind_predicate(words: &Words, i: usize) -> bool {
    let before = i - 1;
    let parted = comma(words, before) || comma(words, i + 1) && !words.list[before].is_mark();
    let inflected = words.list[before].shape == Shape::Hiragana
        && !words.is(before, Classes::SUBJECT.and(Classes::TITLE));
    parted || inflected || words.is(before, Classes::VERB)
}

/// Who speaks among the words `first` to `marker`, whose last noun has the particle.
fn subject(words: &Words, named: &Named, first: usize, marker: usize) -> Option<Speaker> {
    let last = before_brackets(words, marker.checked_sub(1)?);
    if first > last {
        return None;
    }
    wide_head(words, named, first, last)
        .or_else(|| place(named, last))
        .or_else(|| unlisted(words, named, first, last))
}

/// The noun that ends at word `last` and that no list knows: its words in one script after the other,
/// up to what is written in Hiragana.
fn unlisted(words: &Words, named: &Named, first: usize, last: usize) -> Option<Speaker> {
    let noun = |i: &usize| {
        let shape = words.list[*i].shape;
        !words.is(*i, Classes::STOP.and(Classes::VERB))
            && matches!(
                shape,
                Shape::Han
                    | Shape::Katakana
                    | Shape::Capital
                    | Shape::Upper
                    | Shape::Lower
                    | Shape::Mark('.' | '・')
            )
    };
    let from = (first..=last).rev().take_while(noun).last()?;
    let span = words.list[from].span.join(words.list[last].span);
    let text = span.of(&words.document.article.text);
    Some(Speaker {
        span,
        name: named.with_part(text),
    })
}

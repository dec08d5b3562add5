//! The place of a dateline, with which a report opens: "BANI SALIM, Qasran (Gulf Wire) —",
//! "(서울=동해일보)", 海东社青岩1月21日电.

use super::{Candidate, span_of};
use crate::NameKind;
use crate::lexicon::{Classes, fold};
use crate::words::{Shape, Words};
use segmenter::Span;

/// The most words of a place.
const LONGEST: usize = 4;

/// The outlet stands within so many words behind the place.
const REACH: usize = 14;

/// The letters of a place in Han.
const HAN: std::ops::RangeInclusive<usize> = 2..=5;

/// Adds the places of the dateline, where no list knows them.
pub(super) fn find(words: &Words, candidates: &mut Vec<Candidate>) {
    if let Some(span) = han(words) {
        let (first, last) = (words.at(span.start), words.at(span.end.saturating_sub(1)));
        candidates.push(place(first, last + 1, span));
        return;
    }
    let first = usize::from(matches!(words.mark(0), Some('(' | '（' | '【' | '[')));
    let stop = name_end(words, first);
    if stop == first {
        return;
    }
    let shown = if first > 0 {
        matches!(words.mark(stop), Some('=' | '＝'))
    } else {
        matches!(
            words.mark(stop),
            Some(',' | '(' | '،' | '—' | '–' | '-' | '/')
        ) || words
            .list
            .get(stop)
            .is_some_and(|word| word.shape == Shape::Number)
    };
    // "LARANTUKA, Indonesia (June 23)"
    let within = words.mark(stop) == Some(',')
        && words.listed(stop + 1).is_some()
        && (first..stop).all(|i| words.list[i].shape == Shape::Upper);
    if !shown || !(first > 0 || within || signed(words, stop) || said_again(words, first, stop)) {
        return;
    }
    candidates.push(place(first, stop, span_of(words, first, stop)));
    // "بني سالم (قصران) 3 مارس"
    let inner = stop + 1;
    if matches!(words.mark(stop), Some('(')) {
        let end = name_end(words, inner);
        let number = words.list.get(end + 1).map(|word| word.shape);
        if end > inner && words.mark(end) == Some(')') && number == Some(Shape::Number) {
            candidates.push(place(inner, end, span_of(words, inner, end)));
        }
    }
}

fn place(first: usize, end: usize, span: Span) -> Candidate {
    Candidate::of_span(first, end, span, NameKind::Place)
}

/// The end of the name of a place that starts at word `first`; `first` where none does, or a list
/// knows it.
fn name_end(words: &Words, first: usize) -> usize {
    let other = Classes::VERB
        .and(Classes::STOP)
        .and(Classes::PRONOUN)
        .and(Classes::ATTRIBUTION)
        .and(Classes::TITLE)
        .and(Classes::SOURCE)
        .and(Classes::TERRITORY)
        .and(Classes::KNOWN);
    let sentence = words.list.get(first).map(|word| word.sentence);
    let mut stop = first;
    while let Some(word) = words.list.get(stop) {
        let written = matches!(word.shape, Shape::Capital | Shape::Upper | Shape::Uncased);
        if !written
            || Some(word.sentence) != sentence
            || words.is(stop, other)
            || words.lexicon.is_time(words.folded(stop))
        {
            break;
        }
        stop += 1;
    }
    if stop > first + LONGEST || words.is(stop, other) {
        first
    } else {
        stop
    }
}

/// Whether the outlet stands in brackets or marks behind word `stop`.
fn signed(words: &Words, stop: usize) -> bool {
    let outlet = fold(&words.document.article.outlet);
    let own: Vec<&str> = outlet
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    (stop..(stop + REACH).min(words.list.len())).any(|i| {
        matches!(words.mark(i), Some('(' | '«' | '"' | '“' | '/'))
            && words.list.get(i + 1).is_some_and(|word| !word.is_mark())
            && own.contains(&words.folded(i + 1))
    })
}

/// Whether a spaced dash follows the words `first..stop`, and the article says them again.
fn said_again(words: &Words, first: usize, stop: usize) -> bool {
    let dash = matches!(words.mark(stop), Some('—' | '–'));
    dash && (stop..words.list.len())
        .any(|i| (first..stop).all(|k| words.folded(i + k - first) == words.folded(k)))
}

/// The place in 海东社青岩1月21日电, where no list knows it.
fn han(words: &Words) -> Option<Span> {
    let text = words.document.article.text.as_str();
    let from = text.len() - text.trim_start().len();
    let digits = from + text.get(from..)?.find(|c: char| c.is_ascii_digit())?;
    let head = text.get(from..digits)?;
    let wired: String = text
        .get(digits..)?
        .chars()
        .take("12月12日电".chars().count())
        .collect();
    if !head.chars().all(|c| ('\u{4E00}'..='\u{9FFF}').contains(&c))
        || !["日电", "日讯", "日電", "日訊"]
            .iter()
            .any(|end| wired.contains(end))
    {
        return None;
    }
    let outlet = words.document.article.outlet.as_str();
    let name = head
        .strip_prefix(outlet)
        .filter(|_| !outlet.is_empty())
        .or_else(|| {
            head.rsplit(['社', '报', '網', '网', '讯', '報', '訊', '台'])
                .next()
        })?;
    let span = Span::new(digits - name.len(), digits);
    let listed = (words.at(span.start)..words.at(span.end)).any(|i| words.listed(i).is_some());
    (HAN.contains(&name.chars().count()) && !listed).then_some(span)
}

//! Where a mention stands: in which language, between which words.

use aligner::{Report, SentenceRef};
use segmenter::{Document, Span, Token};

/// The language of a sentence and the words right before and after a span.
pub(crate) type Place = (String, [String; 2]);

/// The language of a sentence; empty where there is no such report.
pub(crate) fn language_of(reports: &[Report], at: SentenceRef) -> &str {
    let report = reports.get(at.report);
    report.map_or("", |report| report.document.language_of(at.sentence))
}

/// The place of a span in a sentence with these tokens; nothing where no word stands beside it.
pub(crate) fn place(
    document: &Document,
    sentence: usize,
    tokens: &[Token],
    span: Span,
) -> Option<Place> {
    let before = tokens.partition_point(|token| token.span.start < span.start);
    let after = tokens.partition_point(|token| token.span.start < span.end);
    let text = |span: Span| document.text_of(span).to_lowercase();
    let word = |at: Option<usize>| {
        at.and_then(|at| tokens.get(at))
            .map(|token| text(token.span))
    };
    let words = [word(before.checked_sub(1)), word(Some(after))].map(Option::unwrap_or_default);
    let some = |word: &String| word.chars().any(char::is_alphabetic);
    let words = if words.iter().any(some) {
        words
    } else {
        // Between two marks, the words beyond them: "the president, X, put".
        let beyond = |from: Option<usize>, to: usize| {
            let (first, last) = (tokens.get(from?)?, tokens.get(to)?);
            Some(text(first.span.join(last.span)))
        };
        let left = before
            .checked_sub(1)
            .and_then(|last| beyond(last.checked_sub(1), last));
        [left, beyond(Some(after), after + 1)].map(Option::unwrap_or_default)
    };
    let language = document.language_of(sentence).to_owned();
    words.iter().any(some).then_some((language, words))
}

/// How many letters of an alphabet a character is worth: one of a script that writes words without
/// spaces says about as much as three.
pub(crate) fn breadth(c: char) -> usize {
    match c {
        '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' => 3,
        _ => 1,
    }
}

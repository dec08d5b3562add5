//! Where a mention stands: in which language, between which words.

use segmenter::{Document, Span, Token};

/// The language of a sentence and the words right before and after a span.
pub(crate) type Place = (String, [String; 2]);

/// The place of a span in a sentence with these tokens; nothing where no word stands beside it.
pub(crate) fn place(
    document: &Document,
    sentence: usize,
    tokens: &[Token],
    span: Span,
) -> Option<Place> {
    let before = tokens.partition_point(|token| token.span.start < span.start);
    let after = tokens.partition_point(|token| token.span.start < span.end);
    let word = |at: Option<usize>| {
        let token = at.and_then(|at| tokens.get(at))?;
        Some(document.text_of(token.span).to_lowercase())
    };
    let words = [word(before.checked_sub(1)), word(Some(after))].map(Option::unwrap_or_default);
    let some = |word: &String| word.chars().any(char::is_alphabetic);
    let language = document.language_of(sentence).to_owned();
    words.iter().any(some).then_some((language, words))
}

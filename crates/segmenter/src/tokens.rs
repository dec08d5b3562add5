//! Words, numbers and marks.

use crate::{Span, Token, TokenKind, marks};
use icu_segmenter::WordSegmenter;
use icu_segmenter::options::WordBreakInvariantOptions;
use lang::Strategy;
use unicode_segmentation::UnicodeSegmentation as _;

/// Cuts a text into words, numbers and marks, without the white space between them.
///
/// Text that is written with spaces is cut by UAX #29; Han, kana, Thai and their like by a
/// dictionary or a trained model, wherever they stand.
///
/// ```
/// let words: Vec<&str> = segmenter::tokens("Talks cost $3.5 million.", lang::Strategy::Spaces)
///     .iter()
///     .map(|token| token.span.of("Talks cost $3.5 million."))
///     .collect();
/// assert_eq!(words, ["Talks", "cost", "$", "3.5", "million", "."]);
/// ```
pub fn tokens(text: &str, strategy: Strategy) -> Vec<Token> {
    if strategy == Strategy::Spaces && !text.chars().any(marks::unspaced) {
        return text
            .split_word_bound_indices()
            .filter_map(|(at, word)| token(at, word))
            .collect();
    }
    let breaker = WordSegmenter::new_auto(WordBreakInvariantOptions::default());
    let mut tokens = Vec::new();
    let mut start = 0;
    for end in breaker.segment_str(text) {
        tokens.extend(text.get(start..end).and_then(|word| token(start, word)));
        start = end;
    }
    tokens
}

fn token(at: usize, word: &str) -> Option<Token> {
    if word.trim().is_empty() {
        return None;
    }
    let kind = if word.chars().any(crate::letters::is_alphabetic) {
        TokenKind::Word
    } else if word.chars().any(char::is_numeric) {
        TokenKind::Number
    } else {
        TokenKind::Mark
    };
    Some(Token {
        span: Span::new(at, at + word.len()),
        kind,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(strategy: Strategy, text: &str, expected: &[&str]) {
        let tokens = tokens(text, strategy);
        let words: Vec<&str> = tokens.iter().map(|token| token.span.of(text)).collect();
        assert_eq!(words, expected);
    }

    #[test]
    fn words_without_spaces_are_found() {
        check(
            Strategy::Han,
            "外交部发言人林剑表示。",
            &["外交部", "发言", "人", "林", "剑", "表示", "。"],
        );
        check(Strategy::Complex, "ประเทศไทย", &["ประเทศ", "ไทย"]);
    }

    #[test]
    fn numbers_keep_their_separators() {
        check(
            Strategy::Spaces,
            "At least 34,535 people, up 3.5%",
            &["At", "least", "34,535", "people", ",", "up", "3.5", "%"],
        );
        assert_eq!(
            tokens("34,535", Strategy::Spaces)[0].kind,
            TokenKind::Number
        );
    }
}

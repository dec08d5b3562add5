//! Quantities: numbers in digits and words with what they measure or count.
//!
//! One pass over the tokens of each sentence looks for digits and number words; only around
//! these the units, wordings ("at least", "up to") and counted nouns are looked up. All words
//! stand in the packs; what is here holds for every language.

mod around;
mod compound;
mod counted;
mod digits;
mod fold;
mod fractions;
mod lexicon;
mod numbers;
mod pairs;
mod phrases;
mod plain;
mod read;
mod sum;
mod tokens;

pub use counted::is_state;

use crate::{Mention, Value};
use rust_decimal::prelude::ToPrimitive as _;
use segmenter::{Document, Span};
use tokens::Tokens;

/// The quantities of a document; what stands inside one of `dates` is none.
pub(crate) fn find(document: &Document, dates: &[Mention]) -> Vec<Mention> {
    let text = &document.article.text;
    let usual = lexicon::of(&document.language.code);
    let separators = digits::separators(text, usual.decimal, usual.space);
    let mut tokens = Tokens::default();
    let mut mentions = Vec::new();
    let mut dates = dates
        .iter()
        .map(|date| {
            let relative = matches!(&date.value, Value::Date(date) if date.relative);
            (date.span, relative)
        })
        .peekable();
    for (index, sentence) in document.sentences.iter().enumerate() {
        let lexicon = sentence.language.as_deref().map_or(usual, lexicon::of);
        tokens.fill(text, sentence.span, &separators);
        let mut taken: Vec<(Span, bool)> = Vec::new();
        while let Some(date) = dates.next_if(|(date, _)| date.start < sentence.span.end) {
            taken.push(date);
        }
        for (span, quantity) in read::sentence(&tokens, lexicon, &taken) {
            mentions.push(Mention {
                sentence: index,
                span,
                value: Value::Quantity(quantity),
            });
        }
    }
    mentions
}

/// A whole number in words.
pub(crate) struct Spelled {
    /// Where it stands.
    pub span: Span,
    pub value: u32,
    pub ordinal: bool,
}

/// The whole numbers in words of a stretch of text, in order; articles are none.
pub(crate) fn spelled(text: &str, span: Span, code: &str) -> Vec<Spelled> {
    let lexicon = lexicon::of(code);
    let separators = digits::Separators {
        decimal: lexicon.decimal,
        space: lexicon.space,
        doubtful: None,
    };
    let mut tokens = Tokens::default();
    tokens.fill(text, span, &separators);
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        if !tokens.is_word(at) {
            at += 1;
            continue;
        }
        let (number, next) = numbers::read(&tokens, lexicon, at);
        at = next.max(at + 1);
        if let Some(number) = number
            && !number.vague
            && number.low.is_none()
            && number.value.fract().is_zero()
            && let Some(value) = number.value.to_u32()
        {
            found.push(Spelled {
                span: tokens.span(number.from, number.to),
                value,
                ordinal: number.ordinal,
            });
        }
    }
    found
}

#[cfg(test)]
mod tests;

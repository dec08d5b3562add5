//! Quantities: numbers in digits and words with what they measure or count.
//!
//! One pass over the tokens of each sentence looks for digits and number words; only around
//! these the units, wordings ("at least", "up to") and counted nouns are looked up. All words
//! stand in the packs; what is here holds for every language.

mod around;
mod compound;
mod counted;
mod digits;
mod fates;
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

pub use counted::{is_of_people, is_state};

use crate::{Mention, Precision, Value};
use digits::Separators;
use lexicon::Lexicon;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive as _;
use segmenter::{Document, Span};
use tokens::Tokens;

/// Reads the sentences of a document one after the other.
pub(crate) struct Reader<'d> {
    document: &'d Document,
    usual: &'static Lexicon,
    lexicon: &'static Lexicon,
    separators: Separators,
    /// Those of the sentence under way.
    tokens: Tokens,
    sentence: usize,
}

impl<'d> Reader<'d> {
    /// Before the first sentence.
    pub(crate) fn new(document: &'d Document) -> Self {
        let usual = lexicon::of(&document.language.code);
        let text = &document.article.text;
        Self {
            document,
            usual,
            lexicon: usual,
            separators: digits::separators(text, usual.decimal, usual.space),
            tokens: Tokens::default(),
            sentence: 0,
        }
    }

    /// Goes on to a sentence: its whole numbers in words, in order; articles are none.
    pub(crate) fn spelled(&mut self, sentence: usize) -> Vec<Spelled> {
        let Some(place) = self.document.sentences.get(sentence) else {
            return Vec::new();
        };
        self.sentence = sentence;
        let own = place.language.as_deref();
        self.lexicon = own.map_or(self.usual, lexicon::of);
        let text = &self.document.article.text;
        let ends = &self.lexicon.ends;
        self.tokens.fill(text, place.span, &self.separators, ends);
        let mut found = Vec::new();
        let mut at = 0;
        while at < self.tokens.len() {
            if !self.tokens.is_word(at) {
                // "125 million three years ago": the scale belongs to the digits.
                let scaled = self.tokens.literal(at).is_some()
                    && self.tokens.is_word(at + 1)
                    && self.lexicon.may_be_number(&self.tokens, at + 1);
                at = if scaled {
                    numbers::read(&self.tokens, self.lexicon, at).1.max(at + 1)
                } else {
                    at + 1
                };
                continue;
            }
            if !self.lexicon.may_be_number(&self.tokens, at) {
                self.tokens.pass_over(at);
                at += 1;
                continue;
            }
            let (number, next) = numbers::read(&self.tokens, self.lexicon, at);
            if number.is_none() && next == at + 1 {
                self.tokens.pass_over(at);
            }
            at = next.max(at + 1);
            if let Some(number) = number
                && !number.vague
                // "a decade", "مرتين": no number that a date could count.
                && !number.within
                && number.unit.is_none()
                && number.low.is_none()
                && let Some(minutes) = minutes(number.value.fract())
                && let Some(value) = number.value.trunc().to_u32()
            {
                found.push(Spelled {
                    span: self.tokens.span(number.from, number.to),
                    value,
                    minutes,
                    ordinal: number.ordinal,
                });
            }
        }
        found
    }

    /// The quantities of the sentence; what stands inside one of its `dates` is none.
    pub(crate) fn quantities(&self, dates: &[Mention]) -> impl Iterator<Item = Mention> + use<> {
        let taken: Vec<read::DateAt> = dates
            .iter()
            .map(|mention| {
                let date = match &mention.value {
                    Value::Date(date) => Some(date),
                    _ => None,
                };
                let is_time = date.is_some_and(|date| date.precision == Precision::Time);
                read::DateAt {
                    span: mention.span,
                    // "à 18 heures" is no stretch of hours.
                    relative: !is_time && date.is_some_and(|date| date.relative),
                    is_time,
                }
            })
            .collect();
        let sentence = self.sentence;
        read::sentence(&self.tokens, self.lexicon, &taken)
            .into_iter()
            .map(move |(span, quantity)| Mention {
                sentence,
                span,
                value: Value::Quantity(quantity),
            })
    }
}

/// The minutes of a part of an hour: none, a quarter, half, three quarters.
fn minutes(part: Decimal) -> Option<u8> {
    let minutes = (part * Decimal::from(60)).to_u8()?;
    (part.is_zero() || [15, 30, 45].contains(&minutes)).then_some(minutes)
}

/// A whole number in words, or an hour and its half or quarter.
pub(crate) struct Spelled {
    /// Where it stands.
    pub span: Span,
    pub value: u32,
    /// Those of the part of an hour.
    pub minutes: u8,
    pub ordinal: bool,
}

//! Dates and times: found, read, and resolved against the date of publication.
//!
//! One pass over each sentence: [`atoms`] finds date words and digits, [`parse`] joins
//! neighbours into readings, [`resolve`] turns readings into days. What a word means stands in
//! the packs (`months`, `weekdays`, `date_words`, `date_clitics`); no language is named here.

mod atoms;
mod calendar;
mod fold;
mod lexicon;
mod parse;
mod reading;
mod resolve;

use crate::{Mention, Precision, Value};
use jiff::civil;
use lexicon::{Lexicon, Sense};
use resolve::Context;
use segmenter::{Document, Span};

static LEXICONS: lang::PerPack<Lexicon> = lang::PerPack::new();

/// The dates of a document.
pub(crate) fn find(document: &Document) -> Vec<Mention> {
    let published = document.article.published.as_deref().and_then(day);
    let mut context = Context {
        published,
        ..Context::default()
    };
    let mut mentions = Vec::new();
    for (index, sentence) in document.sentences.iter().enumerate() {
        let code = sentence
            .language
            .as_deref()
            .unwrap_or(&document.language.code);
        let lexicon = LEXICONS.get(code, Lexicon::new);
        let text = document.text_of(sentence.span);
        let atoms = atoms::atoms(text, lexicon);
        let future = atoms.iter().find_map(|atom| match atom.what {
            atoms::What::Word(entry) => {
                let senses = &lexicon.entry(entry).senses;
                senses
                    .iter()
                    .any(|(sense, _)| *sense == Sense::Future)
                    .then_some(atom.start)
            }
            _ => None,
        });
        for read in parse::dates(text, &atoms, lexicon) {
            context.future = future.is_some_and(|at| at < read.start);
            let mut date = resolve::resolve(&read.reading, read.to.as_ref(), context);
            if let Some((start, end)) = read.reading.zone {
                date.zone = Some(Span::new(start, end).of(text).to_owned());
            }
            if date.precision == Precision::Day || date.precision == Precision::DayPart {
                context.told = date.from.map(civil::DateTime::date);
            }
            mentions.push(Mention {
                sentence: index,
                span: Span::new(read.start, read.end).shift(sentence.span.start),
                value: Value::Date(date),
            });
        }
    }
    mentions
}

/// The day of publication, as far as it can be read.
fn day(published: &str) -> Option<civil::Date> {
    published.trim().get(..10)?.parse().ok()
}

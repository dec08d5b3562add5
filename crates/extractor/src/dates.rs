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
        let future: Vec<usize> = atoms
            .iter()
            .filter(|atom| match atom.what {
                atoms::What::Word(entry) => {
                    let senses = &lexicon.entry(entry).senses;
                    senses.iter().any(|(sense, _)| *sense == Sense::Future)
                }
                _ => false,
            })
            .map(|atom| atom.end)
            .collect();
        for read in parse::dates(text, &atoms, lexicon) {
            // Only what stands in the same clause, after the mark, lies ahead.
            let mark = future.partition_point(|&end| end <= read.start);
            context.future = mark > 0
                && !Span::new(future[mark - 1], read.start)
                    .of(text)
                    .contains([',', '،', '，', '、', ';']);
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

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn document(language: &str, published: &str, text: &str) -> Document {
        let mut article = segmenter::Article::new("a", text);
        article.language = Some(language.to_owned());
        article.published = Some(published.to_owned());
        segmenter::segment(article)
    }

    /// `words = from..to precision`, set apart by ` | `.
    fn shown(document: &Document) -> String {
        let shown = find(document).into_iter().filter_map(|mention| {
            let Value::Date(date) = mention.value else {
                return None;
            };
            let end = |end: Option<civil::DateTime>| end.map(|end| end.to_string());
            Some(format!(
                "{} = {}..{} {:?}",
                document.text_of(mention.span),
                end(date.from).unwrap_or_default(),
                end(date.to).unwrap_or_default(),
                date.precision
            ))
        });
        shown.collect::<Vec<_>>().join(" | ")
    }

    #[test]
    fn worked_examples_of_every_language() {
        for code in lang::codes() {
            let Some(pack) = lang::pack(code) else {
                continue;
            };
            for row in pack.rows("cases_dates") {
                let document = document(code, row.column(0), row.column(1));
                assert_eq!(shown(&document), row.column(2), "{code}: {}", row.column(1));
            }
        }
    }

    #[test]
    fn without_a_readable_publication_relative_dates_stay_open() {
        for published in [
            "",
            "soon",
            "2024-13-77",
            "\u{645}\u{645}\u{645}\u{645}\u{645}\u{645}",
        ] {
            let document = document("en", published, "It began on Tuesday.");
            assert_eq!(shown(&document), "Tuesday = .. Day");
        }
    }

    proptest! {
        #[test]
        fn any_text_gives_spans_on_boundaries(
            text in "[0-9./:,\\- ()'\u{4e00}-\u{4e10}年月日前十]{0,40}|\\PC{0,60}",
            language in prop::sample::select(vec!["en", "zh", "ar", "de", "ko", "he", "und"]),
        ) {
            let document = document(language, "2024-04-30", &text);
            for mention in find(&document) {
                prop_assert!(!document.text_of(mention.span).is_empty());
                let Value::Date(date) = mention.value else { continue };
                prop_assert!(date.precision == Precision::Period || date.from.is_none()
                    || date.to.is_none() || date.from <= date.to);
            }
        }
    }
}

//! Dates and times: found, read, and resolved against the date of publication.
//!
//! One pass over each sentence: [`atoms`] finds date words and digits, [`parse`] joins
//! neighbours into readings, [`resolve`] turns readings into days. What a word means stands in
//! the packs (`months`, `weekdays`, `date_words`, `date_clitics`); no language is named here.

mod atoms;
mod calendar;
mod dateline;
mod fold;
mod lexicon;
mod parse;
mod reading;
mod resolve;

use crate::{Date, Mention, Precision, Value, quantities};
use jiff::civil;
use lexicon::Lexicon;
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
    let mut nowadays = Vec::new();
    for (index, sentence) in document.sentences.iter().enumerate() {
        // What was announced is not told of any further in the next paragraph.
        let opens = index
            .checked_sub(1)
            .and_then(|before| document.sentences.get(before))
            .is_some_and(|before| before.paragraph != sentence.paragraph);
        if opens && context.told > published {
            context.told = None;
        }
        let code = sentence
            .language
            .as_deref()
            .unwrap_or(&document.language.code);
        let lexicon = LEXICONS.get(code, Lexicon::new);
        let text = document.text_of(sentence.span);
        let spelled = quantities::spelled(text, Span::new(0, text.len()), code);
        let atoms = atoms::atoms(text, lexicon, &spelled);
        context.beside = None;
        for read in parse::dates(text, &atoms, lexicon) {
            context.future = read.ahead;
            let mut date = resolve::resolve(&read.reading, read.to.as_ref(), context);
            if let Some((start, end)) = read.reading.zone {
                date.zone = Some(Span::new(start, end).of(text).to_owned());
            }
            let span = Span::new(read.start, read.end).shift(sentence.span.start);
            date.dateline = dateline::holds(document, span, &date, lexicon);
            tell(&mut context, &date, &read.reading);
            if read.reading.nowadays && read.to.is_none() && date.precision == Precision::Day {
                nowadays.push(mentions.len());
            }
            mentions.push(Mention {
                sentence: index,
                span,
                value: Value::Date(date),
            });
        }
    }
    if tells_of_no_day(&mentions, &nowadays, document) {
        for index in nowadays {
            if let Some(mention) = mentions.get_mut(index)
                && let Value::Date(date) = &mut mention.value
            {
                date.precision = Precision::Vague;
            }
        }
    }
    mentions
}

/// How many sentences an essay has at least, and how many for each day that a news report would
/// place by "yesterday" or "on Tuesday". Reports of a day name one every few sentences.
const ESSAY: usize = 15;
const SENTENCES_A_DAY: usize = 25;

/// Whether a text hardly tells of days near publication, so that its words for today mean
/// nowadays.
fn tells_of_no_day(mentions: &[Mention], nowadays: &[usize], document: &Document) -> bool {
    let days = mentions.iter().enumerate().filter(|(index, mention)| {
        matches!(&mention.value, Value::Date(date)
            if date.relative
                && !date.dateline
                && matches!(date.precision, Precision::Day | Precision::DayPart | Precision::Time)
                && nowadays.binary_search(index).is_err())
    });
    let sentences = document.sentences.len();
    sentences >= ESSAY && days.count() * SENTENCES_A_DAY <= sentences
}

/// Keeps what a date says for those that lean on it.
fn tell(context: &mut Context, date: &Date, reading: &reading::Reading) {
    let days = date.from.zip(date.to);
    let days = days.map(|(from, to)| (from.date(), to.date()));
    match date.precision {
        Precision::Day | Precision::DayPart if reading.feast.is_none() => {
            context.told = days.map(|days| days.0);
            if reading.month.is_some() && !date.dateline {
                context.beside = context.told;
            }
        }
        Precision::Season | Precision::Month => {
            context.stretch = days.map(|days| (days, date.precision));
        }
        _ => {}
    }
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
                "{} = {}..{} {:?}{}",
                document.text_of(mention.span),
                end(date.from).unwrap_or_default(),
                end(date.to).unwrap_or_default(),
                date.precision,
                if date.dateline { " dateline" } else { "" }
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

    /// Would not end if the cost grew faster than the text.
    #[test]
    fn long_hostile_sentences_are_read_in_linear_time() {
        for piece in [
            "from 3 to ",
            "last ",
            "1/1-",
            "March-",
            "twenty ",
            "the of in ",
            "every ",
            "will ",
            "2024-",
            "5 ",
            "am ",
        ] {
            let text = piece.repeat(200_000 / piece.len());
            let mentions = find(&document("en", "2024-04-30", &text));
            assert!(mentions.len() <= text.len() / 2, "{piece}");
        }
    }

    proptest! {
        #[test]
        fn any_text_gives_spans_on_boundaries(
            text in "[0-9./:,\\- ()'\u{4e00}-\u{4e10}年月日前十]{0,40}|\\PC{0,60}",
            language in prop::sample::select(vec!["en", "zh", "ar", "de", "ko", "he", "und"]),
        ) {
            let document = document(language, "2024-04-30", &text);
            let mentions = find(&document);
            let mut end = 0;
            for mention in &mentions {
                prop_assert!(end <= mention.span.start, "in order, none inside another");
                end = mention.span.end;
            }
            for mention in mentions {
                prop_assert!(!document.text_of(mention.span).is_empty());
                let Value::Date(date) = mention.value else { continue };
                prop_assert!(date.precision == Precision::Period || date.from.is_none()
                    || date.to.is_none() || date.from <= date.to);
            }
        }
    }
}

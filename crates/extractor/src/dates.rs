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

use crate::quantities::Spelled;
use crate::{Date, Mention, Precision, Value};
use jiff::civil;
use lexicon::Lexicon;
use resolve::{Context, Hours, LATE, Told};
use segmenter::{Document, Span};

static LEXICONS: lang::PerPack<Lexicon> = lang::PerPack::new();

/// Reads the sentences of a document one after the other.
pub(crate) struct Reader<'d> {
    document: &'d Document,
    context: Context,
    mentions: Vec<Mention>,
    /// Which of them are words that mean nowadays too.
    nowadays: Vec<usize>,
}

impl<'d> Reader<'d> {
    /// Before the first sentence.
    pub(crate) fn new(document: &'d Document) -> Self {
        let context = Context {
            published: document.article.published.as_deref().and_then(day),
            hour: document.article.published.as_deref().and_then(hour),
            ..Context::default()
        };
        Self {
            document,
            context,
            mentions: Vec::new(),
            nowadays: Vec::new(),
        }
    }

    /// The dates of the next sentence, whose numbers in words are known.
    pub(crate) fn dates(&mut self, index: usize, spelled: &[Spelled]) -> &[Mention] {
        let (document, context) = (self.document, &mut self.context);
        let before = self.mentions.len();
        let Some(sentence) = document.sentences.get(index) else {
            return &[];
        };
        // What was announced is not told of any further in the next paragraph.
        let opens = index
            .checked_sub(1)
            .and_then(|before| document.sentences.get(before))
            .is_some_and(|before| before.paragraph != sentence.paragraph);
        if opens && context.told > context.published {
            context.told = None;
        }
        (context.paragraph, context.sentence) = (sentence.paragraph, index);
        let lexicon = LEXICONS.get(document.language_of(index), Lexicon::new);
        let text = document.text_of(sentence.span);
        let atoms = atoms::atoms(text, sentence.span.start, lexicon, spelled);
        context.beside = None;
        let mut before_feast = None;
        for read in parse::dates(text, &atoms, lexicon) {
            context.future = read.ahead;
            let mut date = resolve::resolve(&read.reading, read.to.as_ref(), *context);
            if let Some((start, end)) = read.reading.zone {
                date.zone = Some(Span::new(start, end).of(text).to_owned());
            }
            let span = Span::new(read.start, read.end).shift(sentence.span.start);
            date.dateline = dateline::holds(document, span, &date, lexicon);
            // "On Christmas Eve trains run until 4 p.m.": a feast tells its day to the times beside
            // it, and to no other sentence.
            if near_feast(context, &date, &read.reading) {
                before_feast.get_or_insert(*context);
                told(context, &date);
            }
            // The day of something else is told on: 山の日の11日.
            if read.reading.feast.is_none() && read.reading.day.is_some() {
                before_feast = None;
            }
            tell(context, &date, &read.reading);
            if read.reading.nowadays && read.to.is_none() && date.precision == Precision::Day {
                self.nowadays.push(self.mentions.len());
            }
            self.mentions.push(Mention {
                sentence: index,
                span,
                value: Value::Date(date),
            });
        }
        if let Some(kept) = before_feast {
            (context.told, context.last, context.event) = (kept.told, kept.last, kept.event);
        }
        self.mentions.get(before..).unwrap_or_default()
    }

    /// All dates, each as all together show it.
    pub(crate) fn close(mut self) -> Vec<Mention> {
        if tells_of_no_day(&self.mentions, &self.nowadays, self.document) {
            for index in self.nowadays {
                if let Some(mention) = self.mentions.get_mut(index)
                    && let Value::Date(date) = &mut mention.value
                {
                    date.precision = Precision::Vague;
                }
            }
        }
        self.mentions
    }
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

/// How many days from publication the times of a feast may be told of.
const NEAR_FEAST: i32 = 75;

/// Whether a date is a feast of which news may tell the hours.
fn near_feast(context: &Context, date: &Date, reading: &reading::Reading) -> bool {
    let days = context.published.zip(date.from);
    let away = days.map(|(published, day)| (day.date() - published).get_days().abs());
    reading.feast.is_some()
        && reading.bound.is_none()
        && date.precision == Precision::Day
        && away.is_some_and(|away| away <= NEAR_FEAST)
}

/// Keeps what a date says for those that lean on it.
fn tell(context: &mut Context, date: &Date, reading: &reading::Reading) {
    let days = date.from.zip(date.to);
    let days = days.map(|(from, to)| (from.date(), to.date()));
    if reading.year.is_some() {
        context.year = days.map(|days| days.0);
    }
    match date.precision {
        Precision::Day | Precision::DayPart if reading.feast.is_none() => {
            told(context, date);
            if reading.month.is_some() && !date.dateline {
                context.beside = context.told;
            }
        }
        Precision::Time => told(context, date),
        // What a quarter is compared with is not told of any further.
        Precision::Season | Precision::Month
            if !reading.same && reading.anaphor.is_none_or(|(_, by)| by >= 0) =>
        {
            context.stretch = days.map(|days| (days, date.precision));
        }
        _ => {}
    }
}

/// Keeps the day of a date, and how late it was.
fn told(context: &mut Context, date: &Date) {
    let Some((from, to)) = date.from.zip(date.to) else {
        context.told = None;
        return;
    };
    let hours = match date.precision {
        Precision::Day => Hours::Day,
        _ if from.date() < to.date() => Hours::Night,
        _ if from.hour() >= LATE => Hours::Late,
        _ if from.hour() >= 12 => Hours::Afternoon,
        _ => Hours::Early,
    };
    let told = Told {
        day: from.date(),
        hours,
        timed: date.precision == Precision::Time,
        paragraph: context.paragraph,
        sentence: context.sentence,
    };
    if date.dateline {
        context.told = Some(told.day);
        context.last = Some(told);
    } else {
        context.tell(told);
    }
}

/// The hour of publication, where one is told: midnight stands for none.
fn hour(published: &str) -> Option<u8> {
    let time = published
        .trim()
        .get(10..)?
        .strip_prefix(['T', ' '])?
        .get(..5)?;
    let hour = time.get(..2)?.parse().ok()?;
    (hour < 24 && time != "00:00").then_some(hour)
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

    fn find(document: &Document) -> Vec<Mention> {
        let mut numbers = crate::quantities::Reader::new(document);
        let mut dates = Reader::new(document);
        for sentence in 0..document.sentences.len() {
            dates.dates(sentence, &numbers.spelled(sentence));
        }
        dates.close()
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
            let found = find(&document);
            let [mention] = found.as_slice() else {
                panic!("{published}: one date, not {found:?}");
            };
            let Value::Date(date) = &mention.value else {
                panic!("{published}: no date");
            };
            assert_eq!(document.text_of(mention.span), "Tuesday");
            assert_eq!((date.from, date.to), (None, None));
            assert_eq!(date.precision, Precision::Day);
            assert!(!date.dateline);
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

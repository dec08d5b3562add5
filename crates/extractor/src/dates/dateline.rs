//! The date of a dateline: "BEIJING, April 30 (Xinhua) --", 北京4月30日电.

use super::lexicon::Lexicon;
use crate::{Date, Precision};
use segmenter::{Document, Span};

/// How far into its paragraph a dateline may reach, in bytes: a few place names and an agency.
const REACH: usize = 90;

/// Whether a date stands in a dateline: close to the start of one of the first paragraphs,
/// after nothing but a place, before an agency or dash.
pub(super) fn holds(document: &Document, span: Span, date: &Date, lexicon: &Lexicon) -> bool {
    let index = document
        .paragraphs
        .partition_point(|paragraph| paragraph.start <= span.start);
    let Some(paragraph) = index
        .checked_sub(1)
        .and_then(|i| document.paragraphs.get(i))
    else {
        return false;
    };
    if date.precision != Precision::Day || index > 3 || span.start - paragraph.start > REACH {
        return false;
    }
    let before = document.text_of(Span::new(paragraph.start, span.start));
    let after = document.text_of(Span::new(span.end, paragraph.end));
    let place = !before.contains(['.', '!', '?', '。', '"', '“', '«', ';'])
        && before
            .split([' ', ',', '،', '(', ')', '/', '-'])
            .filter(|word| !word.is_empty())
            .count()
            <= 6;
    place && (lexicon.closes_dateline(after) || is_bracketed(before, after))
}

/// Whether brackets hold all of a dateline: "[서울 4월12일 로이터]".
fn is_bracketed(before: &str, after: &str) -> bool {
    let opened = before.trim_start().starts_with(['[', '［', '【']);
    let inner = after.split([']', '］', '】']).next().unwrap_or_default();
    let words = inner.split([' ', ',']).filter(|word| !word.is_empty());
    opened && inner.len() < after.len() && words.take(AGENCY_WORDS + 1).count() <= AGENCY_WORDS
}

/// How many words the name of an agency may have.
const AGENCY_WORDS: usize = 3;

/// What follows the date of a dateline: an agency in brackets, a dash.
pub(super) fn closes(after: &str, words: &[&str]) -> bool {
    if words.iter().any(|word| after.starts_with(word)) {
        return true;
    }
    let rest = after.trim_start_matches([' ', '.', ',', ')', '）', '\u{a0}']);
    let near = after.len() - rest.len() <= 4;
    near && (rest.starts_with(['(', '（', '/', '—', '–'])
        || rest.starts_with("--")
        || rest.starts_with("- "))
}

//! Quantities, dates, quotations and names, one row a mention.

use super::{Cell, Column, Table, approximation, column, form, name_kind, precision};
use crate::View;
use crate::view::{finding_id, statement_id};
use aligner::SentenceRef;
use differ::Kind;
use extractor::{Mention, Value};
use segmenter::Span;

/// The columns that every mention begins with, then those of its kind.
macro_rules! mention_columns {
    ($($column:expr),* $(,)?) => {
        &[
            column("article", "id of the article"),
            column("outlet", "its outlet"),
            column("statement", "id of the sentence's statement"),
            column("sentence", "the sentence"),
            column("start", "first code point of the mention"),
            column("end", "code point after the mention"),
            column("text", "the mention"),
            column("finding", "id of the finding that it is evidence of"),
            column("verdict", "that finding's verdict"),
            $($column),*
        ]
    };
}

const QUANTITIES: &[Column] = mention_columns![
    column("value", "the number, an exact decimal; empty for a range"),
    column("low", "the least that the wording allows"),
    column("high", "the most that the wording allows"),
    column("unit", "percent, an ISO 4217 currency, a CLDR unit"),
    column("noun", "what is counted, as printed"),
    column("noun_class", "what is counted, the same over languages"),
    column(
        "approximation",
        "exact, about, at_least, more_than, at_most, less_than, up_to, between",
    ),
];

/// One row a quantity.
pub(super) fn quantities(view: &View) -> Table {
    let rows = mentions(view, Kind::Quantity, |report, mention| {
        let Value::Quantity(quantity) = &mention.value else {
            return None;
        };
        let decimal = |value: Option<_>| {
            value.map_or(Cell::Empty, |value: rust_decimal::Decimal| {
                Cell::Decimal(value.normalize().to_string())
            })
        };
        let noun = quantity.noun.as_ref();
        Some(vec![
            decimal(quantity.value),
            decimal(quantity.low),
            decimal(quantity.high),
            quantity.unit.as_ref().map(|unit| unit.id.as_str()).into(),
            noun.map(|noun| view.text(report, noun.span)).into(),
            noun.and_then(|noun| noun.class.as_deref()).into(),
            approximation(quantity.approximation).into(),
        ])
    });
    Table::new("quantities", "one row a number in a text", QUANTITIES, rows)
}

const DATES: &[Column] = mention_columns![
    column("from", "its first moment, an ISO 8601 day or moment"),
    column("to", "its last moment, inclusive"),
    column(
        "precision",
        "vague, decade, year, season, month, week, day, day_part, time, period",
    ),
    column(
        "relative",
        "1 where it was resolved against the date of publication",
    ),
];

/// One row a date.
pub(super) fn dates(view: &View) -> Table {
    let rows = mentions(view, Kind::Date, |_, mention| {
        let Value::Date(date) = &mention.value else {
            return None;
        };
        let (from, to) = crate::lines::bounds(date);
        Some(vec![
            from.into(),
            to.into(),
            precision(date.precision).into(),
            usize::from(date.relative).into(),
        ])
    });
    Table::new("dates", "one row a date in a text", DATES, rows)
}

const QUOTATIONS: &[Column] = mention_columns![
    column("form", "direct, indirect, mixed"),
    column("content", "the words, without marks"),
    column("content_start", "first code point of the words"),
    column("content_end", "code point after the words"),
    column("cue", "said, according to"),
    column("speaker", "the speaker, as printed beside the words"),
    column("speaker_name", "who that is inside the article"),
];

/// One row a quotation.
pub(super) fn quotations(view: &View) -> Table {
    let rows = mentions(view, Kind::Quotation, |report, mention| {
        let Value::Quotation(quotation) = &mention.value else {
            return None;
        };
        let content: Vec<&str> = quotation
            .content
            .iter()
            .map(|&span| view.text(report, span))
            .collect();
        let all = quotation.content.iter().copied().reduce(Span::join);
        let (start, end) = view.points(report, all.unwrap_or(mention.span));
        let speaker = quotation.speaker.as_ref();
        Some(vec![
            form(quotation.form).into(),
            content.join(" … ").into(),
            start.into(),
            end.into(),
            quotation.cue.map(|cue| view.text(report, cue)).into(),
            speaker
                .map(|speaker| view.text(report, speaker.span))
                .into(),
            speaker.and_then(|speaker| speaker.name.as_deref()).into(),
        ])
    });
    Table::new("quotations", "one row a quotation", QUOTATIONS, rows)
}

const NAMES: &[Column] = mention_columns![
    column("type", "person, organisation, place, other"),
    column("name", "its fullest form in the article"),
    column(
        "key",
        "the same for the same name over scripts and spellings"
    ),
];

/// One row a name.
pub(super) fn names(view: &View) -> Table {
    let rows = mentions(view, Kind::Name, |_, mention| {
        let Value::Name(name) = &mention.value else {
            return None;
        };
        Some(vec![
            name_kind(name.kind).into(),
            name.name.as_str().into(),
            name.key.as_str().into(),
        ])
    });
    Table::new("names", "one row a name in a text", NAMES, rows)
}

fn mentions(
    view: &View,
    kind: Kind,
    cells: impl Fn(usize, &Mention) -> Option<Vec<Cell>>,
) -> Vec<Vec<Cell>> {
    let cited = cited(view, kind);
    let mut rows = Vec::new();
    for (report, r) in view.comparison.reports.iter().enumerate() {
        for mention in &r.mentions {
            let Some(own) = cells(report, mention) else {
                continue;
            };
            let (start, end) = view.points(report, mention.span);
            let at = SentenceRef {
                report,
                sentence: mention.sentence,
            };
            let finding = finding_at(&cited, report, mention.span);
            let mut row: Vec<Cell> = vec![
                view.article(report).into(),
                view.outlet(report).into(),
                view.statement_of(at).map(statement_id).into(),
                mention.sentence.into(),
                start.into(),
                end.into(),
                view.text(report, mention.span).into(),
                finding.map(finding_id).into(),
                finding
                    .map(|index| view.comparison.findings[index].verdict.name())
                    .into(),
            ];
            row.extend(own);
            rows.push(row);
        }
    }
    rows
}

/// The evidence of the findings of one kind, sorted: report, span, finding.
fn cited(view: &View, kind: Kind) -> Vec<(usize, Span, usize)> {
    let mut cited: Vec<(usize, Span, usize)> = view
        .comparison
        .findings
        .iter()
        .enumerate()
        .filter(|(_, finding)| finding.kind == kind)
        .flat_map(|(index, finding)| {
            finding
                .evidence
                .iter()
                .map(move |evidence| (evidence.at.report, evidence.span, index))
        })
        .collect();
    cited.sort_unstable();
    cited
}

/// The first finding whose evidence overlaps a mention.
fn finding_at(cited: &[(usize, Span, usize)], report: usize, span: Span) -> Option<usize> {
    // Evidence is a mention or a part of one: what begins before the mention ends and does not
    // begin before the mention is the usual case, so the search starts there.
    let from = cited.partition_point(|(r, s, _)| (*r, s.start) < (report, span.start));
    let inside = cited
        .iter()
        .skip(from)
        .take_while(|(r, s, _)| *r == report && s.start < span.end.max(span.start + 1))
        .find(|(_, s, _)| s.overlaps(span));
    let before = || {
        cited
            .iter()
            .take(from)
            .rev()
            .take_while(|(r, _, _)| *r == report)
            .take(8)
            .find(|(_, s, _)| s.overlaps(span))
    };
    inside.or_else(before).map(|(_, _, finding)| *finding)
}

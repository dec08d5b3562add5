//! Statements, and who carries them.

use super::{Cell, Column, Table, column};
use crate::View;
use crate::view::statement_id;
use aligner::Statement;
use differ::Kind;
use extractor::Value;
use std::collections::BTreeSet;

const STATEMENTS: &[Column] = &[
    column("statement", "id of the statement"),
    column("text", "one of its sentences, to recognise it by"),
    column("outlets", "how many articles carry it"),
    column("of", "how many articles there are"),
    column("carried_by", "outlets that carry it"),
    column("omitted_by", "outlets that do not"),
    column(
        "verdict",
        "agrees, compatible, diverges, single_source: the gravest among its findings",
    ),
    column(
        "differences",
        "its findings that do not agree, in plain words",
    ),
    column("score", "0 to 1: how likely all its sentences say the same"),
    column("in_headlines_of", "outlets whose headline tells it"),
];

/// One row a statement.
pub(super) fn statements(view: &View) -> Table {
    let rows = view
        .told()
        .map(|(index, statement)| {
            let carriers = View::carriers(statement);
            let all = 0..view.comparison.reports.len();
            let omitted: BTreeSet<usize> = all.filter(|r| !carriers.contains(r)).collect();
            let differences: Vec<&str> = view
                .findings_of(index)
                .filter(|(_, finding)| finding.kind != Kind::Coverage)
                .filter(|(_, finding)| finding.verdict != differ::Verdict::Agrees)
                .map(|(_, finding)| finding.explanation.as_str())
                .collect();
            vec![
                statement_id(index).into(),
                view.headline(statement).map(|at| view.sentence(at)).into(),
                carriers.len().into(),
                view.comparison.reports.len().into(),
                outlets(view, &carriers).into(),
                outlets(view, &omitted).into(),
                view.verdict(index).name().into(),
                differences.join("; ").into(),
                statement.score.into(),
                outlets(view, &view.headlined(index)).into(),
            ]
        })
        .collect();
    Table::new(
        "statements",
        "one row a statement: sentences over all articles that say the same; datelines and bylines are none",
        STATEMENTS,
        rows,
    )
}

fn outlets(view: &View, reports: &BTreeSet<usize>) -> String {
    let names: Vec<&str> = reports.iter().map(|&report| view.outlet(report)).collect();
    names.join("; ")
}

const COVERAGE: &[Column] = &[
    column("statement", "id of the statement"),
    column("article", "id of the article"),
    column("outlet", "its outlet"),
    column(
        "carried",
        "1 where the article carries the statement, 0 where it does not",
    ),
    column("sentence", "the first sentence that carries it"),
    column(
        "place",
        "where that sentence stands: 0 for the first of the article, 1 for the last",
    ),
    column("sentences", "how many sentences of the article carry it"),
    column("source", "who is named as its source in those sentences"),
    column("text", "the sentences that carry it"),
    column(
        "copy_of",
        "id of the article that this one reprints: a reprint confirms nothing",
    ),
    column(
        "headline",
        "1 where the article's headline tells the statement, 0 where it does not",
    ),
    column(
        "lede",
        "1 where a sentence of its lede does: the first paragraph, three sentences at most",
    ),
    column(
        "share",
        "0 to 1: how much of the article's letters and digits those sentences are",
    ),
    column(
        "nearest",
        "where it does not carry the statement, the sentence that comes nearest to it, if any does",
    ),
    column(
        "nearest_likely",
        "0 to 1: how likely that sentence tells the statement all the same; marked ? from 0.2 on",
    ),
    column("nearest_text", "that sentence"),
];

/// One row a statement and article, whether it carries it or not.
pub(super) fn coverage(view: &View) -> Table {
    let mut rows = Vec::new();
    for (index, statement) in view.told() {
        for report in 0..view.comparison.reports.len() {
            let sentences: Vec<usize> = sentences_in(statement, report);
            let prominence = view.prominence(index, report);
            let near = statement.nearest_in(report);
            let texts: Vec<&str> = sentences
                .iter()
                .map(|&s| view.report(report).document.sentence_text(s))
                .collect();
            rows.push(vec![
                statement_id(index).into(),
                view.article(report).into(),
                view.outlet(report).into(),
                usize::from(!sentences.is_empty()).into(),
                sentences.first().copied().into(),
                prominence.map_or(Cell::Empty, |p| Cell::Number(f64::from(p.place))),
                sentences.len().into(),
                sources(view, report, &sentences).join("; ").into(),
                texts.join(" ").into(),
                view.copy_of(report).into(),
                prominence.map(|p| usize::from(p.headline)).into(),
                prominence.map(|p| usize::from(p.lede)).into(),
                prominence.map_or(Cell::Empty, |p| Cell::Number(f64::from(p.share))),
                near.map(|near| near.at.sentence).into(),
                near.map_or(Cell::Empty, |near| Cell::Number(f64::from(near.likely))),
                near.map_or("", |near| view.sentence(near.at)).into(),
            ]);
        }
    }
    Table::new(
        "coverage",
        "one row a statement and article: who carries it, where and by whose word",
        COVERAGE,
        rows,
    )
}

pub(crate) fn sentences_in(statement: &Statement, report: usize) -> Vec<usize> {
    statement
        .tellers()
        .filter(|at| at.report == report)
        .map(|at| at.sentence)
        .collect()
}

/// The speakers of the quotations in these sentences, each once.
pub(crate) fn sources<'a>(view: &View<'a>, report: usize, sentences: &[usize]) -> Vec<&'a str> {
    let mut sources = Vec::new();
    for mention in &view.report(report).mentions {
        let Value::Quotation(quotation) = &mention.value else {
            continue;
        };
        if !sentences.contains(&mention.sentence) {
            continue;
        }
        if let Some(speaker) = &quotation.speaker {
            let name = speaker
                .name
                .as_deref()
                .unwrap_or_else(|| view.text(report, speaker.span));
            if !sources.contains(&name) {
                sources.push(name);
            }
        }
    }
    sources
}

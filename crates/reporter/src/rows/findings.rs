//! Findings with their evidence, and those about wording by themselves.

use super::{Cell, Column, Table, column};
use crate::View;
use crate::view::{finding_id, statement_id};
use differ::{Finding, Kind};

const FINDINGS: &[Column] = &[
    column("finding", "id of the finding"),
    column(
        "kind",
        "quantity, date, quotation, name, polarity, wording, coverage",
    ),
    column("verdict", "agrees, compatible, diverges, single_source"),
    column(
        "statement",
        "id of its statement; empty where it is about the whole event",
    ),
    column("explanation", "one line in plain words"),
    column("confidence", "0 to 1"),
    column("article", "id of the article of this piece of evidence"),
    column("outlet", "its outlet"),
    column("sentence", "the sentence"),
    column("start", "first code point of the words"),
    column("end", "code point after the words"),
    column("text", "the words"),
    column("value", "what they say, normalised"),
];

/// One row a piece of evidence.
pub(super) fn findings(view: &View) -> Table {
    Table::new(
        "findings",
        "one row a finding and piece of evidence",
        FINDINGS,
        evidence(view, |_| true),
    )
}

/// One row a piece of evidence of the findings about wording.
pub(super) fn wording(view: &View) -> Table {
    Table::new(
        "wording",
        "one row a finding about wording and piece of evidence: different words at the same place",
        FINDINGS,
        evidence(view, |finding| finding.kind == Kind::Wording),
    )
}

fn evidence(view: &View, wanted: impl Fn(&Finding) -> bool) -> Vec<Vec<Cell>> {
    let mut rows = Vec::new();
    for (index, finding) in view.comparison.findings.iter().enumerate() {
        if !wanted(finding) {
            continue;
        }
        let about: [Cell; 6] = [
            finding_id(index).into(),
            finding.kind.name().into(),
            finding.verdict.name().into(),
            finding.statement.map(statement_id).into(),
            finding.explanation.as_str().into(),
            finding.confidence.into(),
        ];
        if finding.evidence.is_empty() {
            let mut row = about.to_vec();
            row.resize(FINDINGS.len(), Cell::Empty);
            rows.push(row);
        }
        for evidence in &finding.evidence {
            let report = evidence.at.report;
            let (start, end) = view.points(report, evidence.span);
            let mut row = about.to_vec();
            row.extend([
                view.article(report).into(),
                view.outlet(report).into(),
                evidence.at.sentence.into(),
                start.into(),
                end.into(),
                view.text(report, evidence.span).into(),
                evidence.value.as_str().into(),
            ]);
            rows.push(row);
        }
    }
    rows
}

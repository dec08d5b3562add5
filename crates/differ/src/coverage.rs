//! Who carries a statement, who leaves it out.

use crate::{Evidence, Finding, Kind, Verdict, confidence, explain};
use aligner::{Report, Statement};
use segmenter::SentenceKind;

/// One finding for every statement that somebody makes in running text. A reprint confirms
/// nothing: what only a report and those that reprint it say has a single source.
pub(crate) fn finding(
    reports: &[Report],
    copies: &[Option<usize>],
    index: usize,
    statement: &Statement,
) -> Option<Finding> {
    let kind = |report: usize, sentence: usize| {
        Some(reports.get(report)?.document.sentences.get(sentence)?.kind)
    };
    let said: Vec<_> = statement
        .sentences
        .iter()
        .filter(|at| {
            matches!(
                kind(at.report, at.sentence),
                Some(SentenceKind::Body | SentenceKind::Item)
            )
        })
        .collect();
    let mut carriers: Vec<usize> = said.iter().map(|at| at.report).collect();
    carriers.dedup();
    let missing: Vec<usize> = (0..reports.len())
        .filter(|r| !carriers.contains(r))
        .collect();
    let origin = |report: usize| copies.get(report).copied().flatten().unwrap_or(report);
    let mut origins: Vec<usize> = carriers.iter().map(|&report| origin(report)).collect();
    origins.sort_unstable();
    origins.dedup();
    let (verdict, explanation) = match (carriers.as_slice(), missing.as_slice()) {
        ([], _) => return None,
        ([_, _, ..], _) if origins.len() == 1 => {
            let (first, reprints): (Vec<usize>, Vec<usize>) =
                carriers.iter().partition(|report| origins.contains(report));
            let reprints = explain::outlets(reports, &reprints);
            let explanation = if first.is_empty() {
                format!("only in {reprints}, which print the same report")
            } else {
                let first = explain::outlets(reports, &first);
                format!("only in {first}, reprinted by {reprints}")
            };
            (Verdict::SingleSource, explanation)
        }
        (_, []) if reports.len() > 1 => (Verdict::Agrees, "in all reports".to_owned()),
        ([only], _) => (
            Verdict::SingleSource,
            format!("only in {}", explain::outlets(reports, &[*only])),
        ),
        (_, missing) => (
            Verdict::Diverges,
            format!("left out by {}", explain::outlets(reports, missing)),
        ),
    };
    let evidence = said
        .into_iter()
        .filter_map(|&at| {
            let report = reports.get(at.report)?;
            let span = report.document.sentences.get(at.sentence)?.span;
            Some(Evidence {
                at,
                span,
                value: report.document.article.outlet.clone(),
            })
        })
        .collect();
    Some(Finding {
        kind: Kind::Coverage,
        verdict,
        statement: Some(index),
        explanation,
        confidence: confidence::of(Kind::Coverage, verdict, Some(statement)),
        evidence,
    })
}

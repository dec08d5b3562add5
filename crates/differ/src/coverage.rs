//! Who carries a statement, who leaves it out.

use crate::novelty::{Words, novelty};
use crate::quantity;
use crate::{Evidence, Finding, Kind, Verdict, confidence, explain};
use aligner::{Report, SentenceRef, Statement};
use extractor::{Quantity, Value};
use rust_decimal::Decimal;
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
    carriers.extend(statement.as_well.iter().map(|at| at.report));
    carriers.sort_unstable();
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

/// How telling the numbers must be that a statement shares with a sentence about more: two small
/// ones or a larger one.
const TELLING: usize = 2;

/// So much of a statement may seem new beside a sentence that tells it in a clause, as a mean over
/// its words.
const NEW_IN_PART: f32 = 0.7;

/// Sentences that tell a statement inside more that they say and stand in another statement, of
/// reports without a sentence in it: all numbers of one of its sentences stand there, and most of
/// that one's words have their like ("At 178 to 162 with eleven abstentions", "Eleven members
/// abstained").
pub(crate) fn as_well(reports: &[Report], statement: &Statement) -> Vec<SentenceRef> {
    let told: Vec<(SentenceRef, Vec<&Quantity>)> = (statement.sentences.iter())
        .map(|&at| (at, quantities(reports, at)))
        // A person's age is no news.
        .filter(|(_, told)| !told.iter().any(|one| quantity::is_age(one)))
        .filter(|(_, told)| told.iter().map(|one| weight(one)).sum::<usize>() >= TELLING)
        .collect();
    let carries = |report: usize| statement.sentences.iter().any(|at| at.report == report);
    let rest = (0..reports.len()).filter(|&report| !told.is_empty() && !carries(report));
    rest.filter_map(|report| {
        let sentences = 0..reports.get(report)?.document.sentences.len();
        sentences
            .map(|sentence| SentenceRef { report, sentence })
            .find(|&at| {
                let here = quantities(reports, at);
                let holds = |all: &[&Quantity]| {
                    let stands = |one: &&Quantity| {
                        here.iter().any(|other| quantity::say_the_same(one, other))
                    };
                    all.iter().all(stands)
                };
                told.iter()
                    .any(|(part, all)| holds(all) && is_told(reports, *part, at))
            })
    })
    .collect()
}

/// The cardinal numbers of a sentence.
fn quantities(reports: &[Report], at: SentenceRef) -> Vec<&Quantity> {
    let mentions = reports.get(at.report).map(|report| &report.mentions);
    let in_sentence = mentions
        .into_iter()
        .flatten()
        .filter(|mention| mention.sentence == at.sentence);
    in_sentence
        .filter_map(|mention| match &mention.value {
            Value::Quantity(quantity) if !quantity.ordinal && !quantity::points_back(quantity) => {
                Some(quantity)
            }
            _ => None,
        })
        .collect()
}

/// How much a number tells by itself: small ones stand in every report.
fn weight(quantity: &Quantity) -> usize {
    let large = quantity.value.is_some_and(|value| value >= Decimal::TEN);
    1 + usize::from(large)
}

/// Whether a sentence tells most words of another.
fn is_told(reports: &[Report], part: SentenceRef, whole: SentenceRef) -> bool {
    let words = |at: SentenceRef| {
        let report = reports.get(at.report);
        report.map_or_else(Words::default, |report| {
            Words::of(&report.document, [at.sentence], encoder::builtin())
        })
    };
    let part_words = words(part);
    let new = novelty(&part_words, &[&words(whole)]);
    let weights = || (0..new.len()).map(|at| part_words.weight(at));
    let mean = new
        .iter()
        .zip(weights())
        .map(|(new, weight)| new * weight)
        .sum::<f32>()
        / weights().sum::<f32>();
    mean <= NEW_IN_PART
}

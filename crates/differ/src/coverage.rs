//! Who carries a statement, who leaves it out.

use crate::novelty::{Words, share_new};
use crate::quantity;
use crate::{Evidence, Finding, Kind, Verdict, confidence, explain};
use aligner::{Report, SentenceRef, Statement};
use extractor::Quantity;
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
    let said: Vec<SentenceRef> = statement
        .tellers()
        .filter(|at| {
            matches!(
                kind(at.report, at.sentence),
                Some(SentenceKind::Body | SentenceKind::Item)
            )
        })
        .collect();
    let mut carriers: Vec<usize> = said.iter().map(|at| at.report).collect();
    carriers.sort_unstable();
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
        .filter_map(|at| {
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

/// The cardinal numbers of all sentences, by report and sentence.
pub(crate) type Numbers<'a> = Vec<Vec<Vec<&'a Quantity>>>;

/// The cardinal numbers of all sentences of several reports.
pub(crate) fn numbers(reports: &[Report]) -> Numbers<'_> {
    fn of_report(report: &Report) -> Vec<Vec<&Quantity>> {
        let mut numbers = vec![Vec::new(); report.document.sentences.len()];
        for mention in &report.mentions {
            if let Some(quantity) = quantity::cardinal(mention)
                && let Some(of_sentence) = numbers.get_mut(mention.sentence)
            {
                of_sentence.push(quantity);
            }
        }
        numbers
    }
    reports.iter().map(of_report).collect()
}

/// Sentences that tell a statement inside more that they say and stand in another statement, of
/// reports without a sentence in it: all numbers of one of its sentences stand there, and most of
/// that one's words have their like ("At 178 to 162 with eleven abstentions", "Eleven members
/// abstained").
pub(crate) fn as_well(
    reports: &[Report],
    numbers: &Numbers,
    statement: &Statement,
) -> Vec<SentenceRef> {
    let told: Vec<(SentenceRef, &[&Quantity])> = (statement.sentences.iter())
        .filter_map(|&at| Some((at, numbers.get(at.report)?.get(at.sentence)?.as_slice())))
        // A person's age is no news.
        .filter(|(_, told)| !told.iter().any(|one| quantity::is_age(one)))
        .filter(|(_, told)| told.iter().map(|one| weight(one)).sum::<usize>() >= TELLING)
        .collect();
    if told.is_empty() {
        return Vec::new();
    }
    let carries = |report: usize| statement.sentences.iter().any(|at| at.report == report);
    let rest = numbers
        .iter()
        .enumerate()
        .filter(|(report, _)| !carries(*report));
    rest.filter_map(|(report, sentences)| {
        let holds = |here: &[&Quantity], all: &[&Quantity]| {
            all.iter()
                .all(|one| here.iter().any(|other| quantity::say_the_same(one, other)))
        };
        let tells = |sentence: usize, here: &[&Quantity]| {
            let whole = SentenceRef { report, sentence };
            told.iter()
                .any(|(part, all)| holds(here, all) && is_told(reports, *part, whole))
        };
        let sentence = sentences
            .iter()
            .enumerate()
            .position(|(sentence, here)| tells(sentence, here))?;
        Some(SentenceRef { report, sentence })
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
    let part = Words::of_sentence(reports, part);
    let whole = Words::of_sentence(reports, whole);
    share_new(&part, &whole) <= NEW_IN_PART
}

//! Different words for one thing at the same place of the same statement.

use crate::{Evidence, Finding, Kind, Verdict, explain, lexicon};
use aligner::{Report, Statement};
use std::collections::BTreeMap;

/// The concepts that the reports of a statement name by different variants.
pub(crate) fn findings(reports: &[Report], index: usize, statement: &Statement) -> Vec<Finding> {
    let mut concepts: BTreeMap<&str, Vec<(&str, Evidence)>> = BTreeMap::new();
    for &at in &statement.sentences {
        let Some(report) = reports.get(at.report) else {
            continue;
        };
        let document = &report.document;
        let Some(sentence) = document.sentences.get(at.sentence) else {
            continue;
        };
        let lexicon = lexicon::of(document.language_of(at.sentence));
        for (span, (concept, variant)) in lexicon.terms.find(document, at.sentence, sentence.span) {
            let value = explain::shortened(document.text_of(span), 40);
            concepts
                .entry(concept)
                .or_default()
                .push((variant, Evidence { at, span, value }));
        }
    }
    concepts
        .into_values()
        .filter(|uses| differ(uses))
        .map(|uses| {
            let given: Vec<(String, usize)> = uses
                .iter()
                .map(|(variant, evidence)| {
                    (format!("\u{201c}{variant}\u{201d}"), evidence.at.report)
                })
                .collect();
            Finding {
                kind: Kind::Wording,
                verdict: Verdict::Diverges,
                statement: Some(index),
                explanation: explain::who_says_what(reports, &given),
                confidence: 0.6 * statement.score + 0.2,
                evidence: uses.into_iter().map(|(_, evidence)| evidence).collect(),
            }
        })
        .collect()
}

/// Whether some two reports share no variant of a concept.
fn differ(uses: &[(&str, Evidence)]) -> bool {
    let mut variants: BTreeMap<usize, Vec<&str>> = BTreeMap::new();
    for (variant, evidence) in uses {
        variants
            .entry(evidence.at.report)
            .or_default()
            .push(variant);
    }
    let of: Vec<&Vec<&str>> = variants.values().collect();
    of.iter().enumerate().any(|(index, a)| {
        of.iter()
            .skip(index + 1)
            .any(|b| !a.iter().any(|variant| b.contains(variant)))
    })
}

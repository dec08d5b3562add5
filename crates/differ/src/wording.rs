//! Different words for one thing at the same place of the same statement, in one language: over
//! languages a translator's habit looks like a choice.

use crate::{Evidence, Finding, Kind, Verdict, confidence, explain, lexicon};
use aligner::{Report, Statement};
use std::collections::BTreeMap;

/// The concepts that the reports of a statement name by different variants.
pub(crate) fn findings(reports: &[Report], index: usize, statement: &Statement) -> Vec<Finding> {
    let mut concepts: BTreeMap<(&str, &str), Vec<(&str, Evidence)>> = BTreeMap::new();
    for &at in &statement.sentences {
        let Some(report) = reports.get(at.report) else {
            continue;
        };
        let document = &report.document;
        let Some(sentence) = document.sentences.get(at.sentence) else {
            continue;
        };
        let language = document.language_of(at.sentence);
        let lexicon = lexicon::of(language);
        let terms = lexicon.terms.find(document, at.sentence, sentence.span);
        for (span, (concept, variant)) in lexicon::without_parts(&terms) {
            let value = explain::shortened(document.text_of(span), 40);
            concepts
                .entry((concept, language))
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
                .map(|(_, evidence)| {
                    (
                        format!("\u{201c}{}\u{201d}", evidence.value),
                        evidence.at.report,
                    )
                })
                .collect();
            Finding {
                kind: Kind::Wording,
                verdict: Verdict::Diverges,
                statement: Some(index),
                explanation: explain::who_says_what(reports, &given),
                confidence: confidence::of(Kind::Wording, Verdict::Diverges, Some(statement)),
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

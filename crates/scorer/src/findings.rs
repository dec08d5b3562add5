//! Findings against gold.
//!
//! A finding is right where the gold has one of the same kind and verdict about the same words:
//! the two share a stretch of text in at least half of the articles of each. Coverage is about
//! whole sentences and is held to the same rule.

use crate::Measure;
use crate::gold::{Gold, GoldFinding, Place};
use parallax::Comparison;
use std::collections::{BTreeMap, BTreeSet};

/// How the findings of one event compare with its gold.
#[derive(Debug, Clone, Default)]
pub struct Score {
    /// Over all findings.
    pub all: Measure,
    /// By kind.
    pub kinds: BTreeMap<String, Measure>,
    /// By language of the evidence; a finding counts for each of its languages.
    pub languages: BTreeMap<String, Measure>,
    /// What was put there on purpose and how much of it was found.
    pub planted: Measure,
    /// Whether each finding is right, in the order of the comparison.
    pub right: Vec<bool>,
    /// Every finding that the gold does not have and every one of the gold that was not found, in
    /// plain words.
    pub errors: Vec<String>,
}

/// Scores a comparison against the gold of its event. The gold must have been read with the
/// articles in the order of the comparison's reports.
pub fn score(comparison: &Comparison, gold: &Gold) -> Score {
    let mut score = Score::default();
    let found: Vec<GoldFinding> = comparison
        .findings
        .iter()
        .enumerate()
        .map(|(index, finding)| GoldFinding {
            id: format!("#{index}"),
            kind: finding.kind.name().to_owned(),
            verdict: finding.verdict.name().to_owned(),
            about: finding.explanation.clone(),
            planted: false,
            evidence: finding
                .evidence
                .iter()
                .map(|evidence| Place {
                    article: evidence.at.report,
                    span: evidence.span,
                })
                .collect(),
        })
        .collect();
    let languages = |finding: &GoldFinding| -> BTreeSet<String> {
        let reports = finding
            .evidence
            .iter()
            .filter_map(|p| comparison.reports.get(p.article));
        reports
            .map(|report| report.document.language.code.clone())
            .collect()
    };
    for system in &found {
        let right = gold.findings.iter().any(|g| same(system, g));
        score.right.push(right);
        let counts = Measure {
            right: usize::from(right),
            found: 1,
            ..Measure::default()
        };
        score.add(system, &languages(system), counts);
        if !right {
            let near: Vec<String> = gold
                .findings
                .iter()
                .filter(|g| g.kind == system.kind && meets(system, g))
                .map(|g| format!("gold {} {}: {}", g.id, g.verdict, g.about))
                .collect();
            score.errors.push(format!(
                "WRONG {} {}: {} [{}] {}",
                system.kind,
                system.verdict,
                system.about,
                quoted(comparison, system),
                near.join("; ")
            ));
        }
    }
    for wanted in &gold.findings {
        let recalled = found.iter().any(|f| same(f, wanted));
        let counts = Measure {
            recalled: usize::from(recalled),
            gold: 1,
            ..Measure::default()
        };
        score.add(wanted, &languages(wanted), counts);
        if wanted.planted {
            score.planted += counts;
        }
        if !recalled {
            score.errors.push(format!(
                "MISSED {} {} {}: {} [{}]",
                wanted.kind,
                wanted.verdict,
                wanted.id,
                wanted.about,
                quoted(comparison, wanted)
            ));
        }
    }
    score
}

impl Score {
    fn add(&mut self, finding: &GoldFinding, languages: &BTreeSet<String>, counts: Measure) {
        self.all += counts;
        *self.kinds.entry(finding.kind.clone()).or_default() += counts;
        for language in languages {
            *self.languages.entry(language.clone()).or_default() += counts;
        }
    }

    /// Adds the score of another event.
    pub fn merge(&mut self, other: Self) {
        self.all += other.all;
        self.planted += other.planted;
        for (kind, counts) in other.kinds {
            *self.kinds.entry(kind).or_default() += counts;
        }
        for (language, counts) in other.languages {
            *self.languages.entry(language).or_default() += counts;
        }
        self.right.extend(other.right);
        self.errors.extend(other.errors);
    }
}

/// Whether two findings are about the same words, to the same effect.
fn same(a: &GoldFinding, b: &GoldFinding) -> bool {
    a.kind == b.kind && a.verdict == b.verdict && meets(a, b)
}

/// Whether two findings share words in at least half of the articles of each.
fn meets(a: &GoldFinding, b: &GoldFinding) -> bool {
    let articles = |f: &GoldFinding| {
        f.evidence
            .iter()
            .map(|p| p.article)
            .collect::<BTreeSet<_>>()
    };
    let (of_a, of_b) = (articles(a), articles(b));
    let shared: BTreeSet<usize> = a
        .evidence
        .iter()
        .filter(|x| {
            b.evidence
                .iter()
                .any(|y| x.article == y.article && x.span.overlaps(y.span))
        })
        .map(|place| place.article)
        .collect();
    shared.len() * 2 >= of_a.len().max(1) && shared.len() * 2 >= of_b.len().max(1)
}

fn quoted(comparison: &Comparison, finding: &GoldFinding) -> String {
    let quotes = finding.evidence.iter().filter_map(|place| {
        let document = &comparison.reports.get(place.article)?.document;
        let text: String = document.text_of(place.span).chars().take(40).collect();
        Some(format!("{}: {text}", document.article.id))
    });
    quotes.collect::<Vec<_>>().join(" | ")
}

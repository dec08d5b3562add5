//! False alarms: what the comparison says diverges in news that is the same in two languages.

use super::parallel_news::{Parallel, documents};
use super::{Data, Figure};
use differ::{Comparison, Finding, Kind, Verdict};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

/// What no two editions of one text can differ in.
const HARD: [Kind; 4] = [Kind::Quantity, Kind::Date, Kind::Name, Kind::Polarity];

/// The alarms of one language against English.
#[derive(Default)]
struct Alarms {
    sentences: usize,
    /// By kind: what is said to diverge.
    diverging: BTreeMap<Kind, usize>,
    /// Quantities that both editions have.
    matched: usize,
    errors: Vec<String>,
}

/// By language: sentences free of a false divergence, kind by kind, and quantities likewise.
pub fn suite(data: &Data) -> Option<Vec<Figure>> {
    let documents = documents(&data.shared);
    if documents.is_empty() {
        return None;
    }
    let mut sets: BTreeMap<(String, String), Alarms> = BTreeMap::new();
    let pairs: Vec<(&Parallel, &String)> = documents
        .iter()
        .flat_map(|document| document.editions.keys().map(move |code| (document, code)))
        .filter(|(_, code)| *code != "en")
        .collect();
    let found: Vec<Alarms> = pairs
        .par_iter()
        .map(|&(document, code)| alarms(document, code).unwrap_or_default())
        .collect();
    for ((document, code), found) in pairs.into_iter().zip(found) {
        let of = sets
            .entry((document.set.clone(), code.clone()))
            .or_default();
        of.sentences += found.sentences;
        of.matched += found.matched;
        for (kind, count) in found.diverging {
            *of.diverging.entry(kind).or_default() += count;
        }
        of.errors.extend(found.errors);
    }
    let mut figures = Vec::new();
    for ((set, code), alarms) in sets {
        let name = format!("{set} en-{code}");
        if data.errors {
            println!("### {name}");
            for error in &alarms.errors {
                println!("{error}");
            }
        }
        let count = |kind: Kind| alarms.diverging.get(&kind).copied().unwrap_or(0) as f64;
        let free = |of: f64, all: usize| 100.0 - 100.0 * of / all.max(1) as f64;
        let all = HARD.iter().map(|&kind| count(kind)).sum();
        figures.push(Figure::new(
            &name,
            "no false divergence",
            free(all, alarms.sentences),
        ));
        for (kind, measure) in HARD
            .into_iter()
            .zip(["quantity", "date", "name", "polarity"])
        {
            figures.push(Figure::new(
                &name,
                measure,
                free(count(kind), alarms.sentences),
            ));
        }
        figures.push(Figure::new(
            &name,
            "quantities matched right",
            free(count(Kind::Quantity), alarms.matched),
        ));
        figures.push(Figure::new(
            &name,
            "quotations",
            free(count(Kind::Quotation), alarms.sentences),
        ));
    }
    Some(figures)
}

fn alarms(document: &Parallel, code: &str) -> Option<Alarms> {
    let articles = [document.article("en")?, document.article(code)?];
    let comparison = parallax::compare(&articles, &parallax::Options::default());
    let mut alarms = Alarms {
        sentences: document.editions.get("en")?.len(),
        ..Alarms::default()
    };
    for finding in &comparison.findings {
        let both = finding.evidence.iter().map(|e| e.at.report);
        if finding.kind == Kind::Quantity && both.collect::<BTreeSet<_>>().len() > 1 {
            alarms.matched += 1;
        }
        if finding.verdict == Verdict::Diverges && finding.kind != Kind::Coverage {
            *alarms.diverging.entry(finding.kind).or_default() += 1;
            alarms.errors.push(error(&comparison, finding));
        }
    }
    Some(alarms)
}

/// A finding with the sentences that it stands on.
pub fn error(comparison: &Comparison, finding: &Finding) -> String {
    let mut text = format!(
        "{} {:.2} {}",
        finding.kind.name(),
        finding.confidence,
        finding.explanation
    );
    let at: BTreeSet<_> = finding.evidence.iter().map(|e| e.at).collect();
    for at in at {
        if let Some(report) = comparison.reports.get(at.report) {
            let document = &report.document;
            let _ = write!(
                text,
                "\n    {}: {}",
                document.article.id,
                document.sentence_text(at.sentence).trim()
            );
        }
    }
    text
}

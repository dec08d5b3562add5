//! Planted changes: one value changed in a copy of a document, and whether the comparison says so.
//!
//! The copy is set beside the edition that it was made from, and beside the English one. A change
//! counts as found where the comparison has a finding of the right kind and verdict on the changed
//! words (for what is no stretch of its own, on the changed sentence) that it does not have for the
//! unchanged documents.

mod change;

use super::parallel_news::{Parallel, article, documents};
use super::{Data, Figure};
use change::{Change, KINDS};
use differ::{Comparison, Finding, Kind, Verdict};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// Documents of each language that get a change of each kind.
const DOCUMENTS: usize = 6;

/// Recall of every kind of change by language, and over all.
pub fn suite(data: &Data) -> Option<Vec<Figure>> {
    let documents: Vec<Parallel> = documents(&data.shared)
        .into_iter()
        .filter(|document| document.set == "ntrex128")
        .collect();
    if documents.is_empty() {
        return None;
    }
    let tasks: Vec<(&str, &str)> = lang::codes()
        .filter(|code| *code == "en" || change::knows(code))
        .flat_map(|code| KINDS.iter().map(move |kind| (code, *kind)))
        .collect();
    let found: Vec<Vec<Trial>> = tasks
        .par_iter()
        .map(|&(code, kind)| trials(&documents, code, kind))
        .collect();
    let mut counts: BTreeMap<(&str, String), [usize; 2]> = BTreeMap::new();
    let mut languages: BTreeMap<(&str, &str), [usize; 2]> = BTreeMap::new();
    for (&(code, kind), trials) in tasks.iter().zip(&found) {
        for trial in trials {
            let beside = if trial.english {
                "beside English"
            } else {
                "beside the original"
            };
            let of = counts.entry((beside, kind.to_owned())).or_default();
            of[0] += usize::from(trial.found);
            of[1] += 1;
            let of = languages.entry((beside, code)).or_default();
            of[0] += usize::from(trial.found);
            of[1] += 1;
            if data.errors && !trial.found {
                println!("MISSED {code} {kind} {beside}: {}", trial.what);
            }
        }
    }
    let share = |[found, all]: [usize; 2]| 100.0 * found as f64 / all.max(1) as f64;
    let mut figures = Vec::new();
    for ((beside, kind), count) in counts {
        if data.errors {
            println!("{beside} {kind}: {} of {}", count[0], count[1]);
        }
        figures.push(Figure::new(
            format!("{kind}, {beside}"),
            "found",
            share(count),
        ));
    }
    for ((beside, code), count) in languages {
        figures.push(Figure::new(
            format!("language {code}, {beside}"),
            "found",
            share(count),
        ));
    }
    Some(figures)
}

struct Trial {
    english: bool,
    found: bool,
    what: String,
}

fn trials(documents: &[Parallel], code: &str, kind: &str) -> Vec<Trial> {
    let mut trials = Vec::new();
    let mut done = 0;
    for (seed, document) in documents.iter().enumerate() {
        if done == DOCUMENTS {
            break;
        }
        let (Some(lines), Some(english)) =
            (document.editions.get(code), document.editions.get("en"))
        else {
            continue;
        };
        let Some(change) = change::make(kind, code, lines, english, seed as u64) else {
            continue;
        };
        done += 1;
        let mut sides = vec![("original", lines, code)];
        if code != "en" {
            sides.push(("en", english, "en"));
        }
        for (id, side, language) in sides {
            trials.push(Trial {
                english: id == "en",
                found: is_found((id, side, language), code, lines, &change),
                what: format!(
                    "{} -> {}\n    {}\n    {}",
                    change.before,
                    change.after,
                    change.lines.get(change.line).map_or("", String::as_str),
                    side.get(change.line).map_or("", String::as_str)
                ),
            });
        }
    }
    trials
}

fn is_found(
    (id, side, language): (&str, &[String], &str),
    code: &str,
    lines: &[String],
    change: &Change,
) -> bool {
    let against = |lines: &[String]| {
        let mut one = article(language, side);
        id.clone_into(&mut one.id);
        let mut other = article(code, lines);
        "copy".clone_into(&mut other.id);
        "copy".clone_into(&mut other.outlet);
        parallax::compare(&[one, other], &parallax::Options::default())
    };
    let changed = against(&change.lines);
    let telling: Vec<&Finding> = changed
        .findings
        .iter()
        .filter(|finding| told(finding, change) && touches(&changed, finding, change))
        .collect();
    if telling.is_empty() {
        return false;
    }
    let before = against(lines);
    let known: BTreeSet<&str> = before
        .findings
        .iter()
        .filter(|finding| told(finding, change))
        .map(|finding| finding.explanation.as_str())
        .collect();
    telling
        .iter()
        .any(|finding| !known.contains(finding.explanation.as_str()))
}

/// Whether a finding is what the change should give.
fn told(finding: &Finding, change: &Change) -> bool {
    finding.verdict == Verdict::Diverges && change.expected.contains(&finding.kind)
}

/// Whether a finding points at the changed line of the copy.
fn touches(comparison: &Comparison, finding: &Finding, change: &Change) -> bool {
    let start: usize = change.lines[..change.line]
        .iter()
        .map(|line| line.len() + 2)
        .sum();
    let line = segmenter::Span::new(start, start + change.lines[change.line].len());
    finding.evidence.iter().any(|evidence| {
        let copy = comparison
            .reports
            .get(evidence.at.report)
            .is_some_and(|report| report.document.article.id == "copy");
        // A name is shown where it first stands.
        copy && (finding.kind == Kind::Name || evidence.span.overlaps(line))
    })
}

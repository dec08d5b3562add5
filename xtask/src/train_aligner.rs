//! Learns the aligner's weights: logistic regression over the parts of the score.
//!
//! Trained on the links of the project's own events and, where it is there, of the news in eight
//! languages; what each event scores with weights that never saw it is printed, so that what is
//! learned can be trusted on the next event. Run it again when the encoder's weights change.

#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a chore speaks to its developer"
)]

use crate::score::statements::{Event, edition_texts, entries};
use aligner::{Comparison, FEATURES, Setting, features};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

#[derive(clap::Args)]
pub struct Arguments {
    /// Folder with the shared data
    #[arg(long, default_value = "../shared/data")]
    data: PathBuf,
    /// Where the weights go
    #[arg(long, default_value = "crates/aligner/weights.txt")]
    out: PathBuf,
}

type Row = [f64; FEATURES.len()];

/// One pair of sentences.
pub struct Sample {
    features: Row,
    same: bool,
    /// How much it counts.
    weight: f64,
    setting: Setting,
    /// The event or document, to leave out when that one is predicted.
    group: usize,
}

/// A pair of translated news counts this much: there are many of them, and reports of one event
/// are what the weights are for.
const TRANSLATED: f64 = 0.1;

/// A pair of two events counts this much: there are few such texts to compare, and none of their
/// pairs is hard.
const UNRELATED: f64 = 0.5;

/// The penalty on the squares of the weights: a feature must earn its weight on a dozen of
/// pairs.
const PENALTY: f64 = 0.1;

pub fn run(arguments: &Arguments) -> ExitCode {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .unwrap_or(Path::new("."));
    let samples = collect(&root.join("corpora"), &root.join(&arguments.data));
    match learn(&samples, &root.join(&arguments.out)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("xtask train-aligner: {}: {error}", arguments.out.display());
            ExitCode::from(2)
        }
    }
}

/// The pairs of the project's events and of the news in eight languages.
pub fn collect(corpora: &Path, shared: &Path) -> Vec<Sample> {
    let mut samples = Vec::new();
    let mut add = |comparison: &Comparison, same: bool, weight: f64, group: usize| {
        samples.push(Sample {
            features: features(&comparison.parts).map(f64::from),
            same,
            weight,
            setting: comparison.setting,
            group,
        });
    };
    let mut group = 0;
    let mut before: Option<Event> = None;
    for folder in entries(corpora, None) {
        let Some(event) = Event::read(&folder) else {
            continue;
        };
        // Reports of two events say nothing in common, whatever stands out in them.
        for (one, other) in before.iter().flat_map(|e| &e.reports).zip(&event.reports) {
            let pair = [one.clone(), other.clone()];
            let texts = aligner::Text::of_reports(&pair, encoder::builtin());
            for comparison in aligner::comparisons(&texts) {
                add(&comparison, false, UNRELATED, group);
            }
        }
        for comparison in aligner::comparisons(&event.texts()) {
            let same = event.links.contains(&(comparison.left, comparison.right));
            add(&comparison, same, 1.0, group);
        }
        group += 1;
        before = Some(event);
    }
    for path in entries(&shared.join("eval/align/nway_news"), Some("json")) {
        let Some((_, texts, segments)) = edition_texts(&path) else {
            continue;
        };
        for comparison in aligner::comparisons(&texts) {
            let of = |at: aligner::SentenceRef| segments.get(at.report)?.get(at.sentence);
            let same = of(comparison.left)
                .zip(of(comparison.right))
                .is_some_and(|(a, b)| !a.is_disjoint(b));
            add(&comparison, same, TRANSLATED, group);
        }
        group += 1;
    }
    samples
}

pub fn learn(samples: &[Sample], out: &Path) -> std::io::Result<()> {
    let mut file =
        String::from("# Written by `cargo xtask train-aligner`: setting, feature, weight.\n");
    for setting in [Setting::OneLanguage, Setting::TwoLanguages] {
        let of_setting: Vec<&Sample> = samples.iter().filter(|s| s.setting == setting).collect();
        // Events come first, so their groups are those with full weight.
        let mut groups: Vec<usize> = of_setting
            .iter()
            .filter(|s| s.weight >= 1.0)
            .map(|s| s.group)
            .collect();
        groups.dedup();
        let (mut loss, mut right, mut found, mut gold) = (0.0, 0, 0, 0);
        for left_out in &groups {
            let rest = of_setting.iter().copied().filter(|s| s.group != *left_out);
            let weights = fit(&rest.collect::<Vec<_>>());
            for sample in of_setting.iter().filter(|s| s.group == *left_out) {
                let p = probability(&sample.features, &weights);
                loss -= (if sample.same { p } else { 1.0 - p }).max(1e-9).ln();
                let linked = p >= 0.5;
                right += usize::from(linked && sample.same);
                found += usize::from(linked);
                gold += usize::from(sample.same);
            }
        }
        println!(
            "{}: {} pairs of events; left out: precision {:.3}, recall {:.3}, loss {loss:.1}",
            setting.name(),
            of_setting.iter().filter(|s| s.weight >= 1.0).count(),
            right as f64 / found.max(1) as f64,
            right as f64 / gold.max(1) as f64,
        );
        let weights = fit(&of_setting);
        for (feature, weight) in FEATURES.iter().zip(weights) {
            let _ = writeln!(file, "{} {feature} {weight:.4}", setting.name());
        }
    }
    fs::write(out, file)
}

fn probability(features: &Row, weights: &Row) -> f64 {
    let z: f64 = features.iter().zip(weights).map(|(x, w)| x * w).sum();
    1.0 / (1.0 + (-z).exp())
}

/// Newton's method; the problem is convex and small.
fn fit(samples: &[&Sample]) -> Row {
    let mut weights = [0.0; FEATURES.len()];
    for _ in 0..12 {
        let mut gradient = [0.0; FEATURES.len()];
        let mut curvature = [[0.0; FEATURES.len()]; FEATURES.len()];
        for at in 0..FEATURES.len() {
            // The bias is not held down.
            let penalty = if at + 1 == FEATURES.len() {
                1e-6
            } else {
                PENALTY
            };
            gradient[at] = -penalty * weights[at];
            curvature[at][at] = penalty;
        }
        for sample in samples {
            let p = probability(&sample.features, &weights);
            let error = sample.weight * (f64::from(u8::from(sample.same)) - p);
            let bend = sample.weight * p * (1.0 - p);
            for (at, x) in sample.features.iter().enumerate() {
                gradient[at] += error * x;
                for (to, y) in sample.features.iter().enumerate() {
                    curvature[at][to] += bend * x * y;
                }
            }
        }
        for (weight, step) in weights.iter_mut().zip(solve(curvature, gradient)) {
            *weight += step;
        }
    }
    weights
}

/// Gaussian elimination with pivots.
fn solve(mut matrix: [Row; FEATURES.len()], mut values: Row) -> Row {
    let size = FEATURES.len();
    for column in 0..size {
        let pivot = (column..size)
            .max_by(|&a, &b| matrix[a][column].abs().total_cmp(&matrix[b][column].abs()))
            .unwrap_or(column);
        matrix.swap(column, pivot);
        values.swap(column, pivot);
        for row in column + 1..size {
            let factor = matrix[row][column] / matrix[column][column];
            let above = matrix[column];
            for (value, above) in matrix[row].iter_mut().zip(above).skip(column) {
                *value -= factor * above;
            }
            values[row] -= factor * values[column];
        }
    }
    for row in (0..size).rev() {
        let known: f64 = (row + 1..size).map(|at| matrix[row][at] * values[at]).sum();
        values[row] = (values[row] - known) / matrix[row][row];
    }
    values
}

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
use aligner::{AFTER, Comparison, FEATURES, Setting, company, features};
use rayon::prelude::*;
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
    /// The two texts that are compared, by the set they stand in, and the places in them.
    table: (usize, usize, usize),
    place: (usize, usize),
    /// Whether the texts are reports, not lines of a corpus.
    report: bool,
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
    let mut add =
        |tables: usize, comparison: &Comparison, same: bool, weight: f64, group: usize| {
            samples.push(Sample {
                features: features(&comparison.parts).map(f64::from),
                same,
                weight,
                setting: comparison.setting,
                group,
                table: (tables, comparison.left.report, comparison.right.report),
                place: (comparison.left.sentence, comparison.right.sentence),
                report: weight != TRANSLATED,
            });
        };
    let (mut group, mut tables) = (0, 0);
    let mut before: Option<Event> = None;
    for folder in entries(corpora, None) {
        let Some(event) = Event::read(&folder) else {
            continue;
        };
        // Reports of two events say nothing in common, whatever stands out in them.
        for (one, other) in before.iter().flat_map(|e| &e.reports).zip(&event.reports) {
            let pair = [one.clone(), other.clone()];
            let texts = aligner::Text::of_reports(&pair, encoder::builtin());
            tables += 1;
            for comparison in aligner::comparisons(&texts) {
                add(tables, &comparison, false, UNRELATED, group);
            }
        }
        tables += 1;
        for comparison in aligner::comparisons(&event.texts()) {
            let same = event.links.contains(&(comparison.left, comparison.right));
            add(tables, &comparison, same, 1.0, group);
        }
        group += 1;
        before = Some(event);
    }
    for path in entries(&shared.join("eval/align/nway_news"), Some("json")) {
        let Some((_, texts, segments)) = edition_texts(&path) else {
            continue;
        };
        tables += 1;
        for comparison in aligner::comparisons(&texts) {
            let of = |at: aligner::SentenceRef| segments.get(at.report)?.get(at.sentence);
            let same = of(comparison.left)
                .zip(of(comparison.right))
                .is_some_and(|(a, b)| !a.is_disjoint(b));
            add(tables, &comparison, same, TRANSLATED, group);
        }
        group += 1;
    }
    samples
}

/// The weights of both steps.
struct Weights {
    first: Row,
    after: [f64; AFTER.len()],
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
        let judged: Vec<Judged> = groups
            .par_iter()
            .map(|left_out| {
                let (own, rest): (Vec<&Sample>, Vec<&Sample>) =
                    of_setting.iter().partition(|s| s.group == *left_out);
                let weights = both_steps(&rest);
                Judged::of(&own, &weights)
            })
            .collect();
        let all = judged
            .into_iter()
            .fold(Judged::default(), |all, event| all.plus(&event));
        println!(
            "{}: {} pairs of events; left out: precision {:.3}, recall {:.3}, loss {:.1}",
            setting.name(),
            of_setting.iter().filter(|s| s.weight >= 1.0).count(),
            all.right as f64 / all.found.max(1) as f64,
            all.right as f64 / all.gold.max(1) as f64,
            all.loss,
        );
        let weights = both_steps(&of_setting);
        let first = FEATURES.iter().zip(weights.first);
        for (feature, weight) in first.chain(AFTER.iter().zip(weights.after)) {
            let _ = writeln!(file, "{} {feature} {weight:.4}", setting.name());
        }
    }
    fs::write(out, file)
}

/// How well an event is decided.
#[derive(Default)]
struct Judged {
    loss: f64,
    right: usize,
    found: usize,
    gold: usize,
}

impl Judged {
    fn of(samples: &[&Sample], weights: &Weights) -> Self {
        let mut judged = Self::default();
        for (sample, features) in samples.iter().zip(second_step(samples, &weights.first)) {
            if sample.weight < 1.0 {
                continue;
            }
            let p = probability(&features, &weights.after);
            judged.loss -= (if sample.same { p } else { 1.0 - p }).max(1e-9).ln();
            let linked = p >= 0.5;
            judged.right += usize::from(linked && sample.same);
            judged.found += usize::from(linked);
            judged.gold += usize::from(sample.same);
        }
        judged
    }

    fn plus(self, other: &Self) -> Self {
        Self {
            loss: self.loss + other.loss,
            right: self.right + other.right,
            found: self.found + other.found,
            gold: self.gold + other.gold,
        }
    }
}

fn both_steps(samples: &[&Sample]) -> Weights {
    let rows = samples.iter().map(|s| (s.features, s.same, s.weight));
    let first = fit(&rows.collect::<Vec<_>>());
    let rows = samples
        .iter()
        .zip(second_step(samples, &first))
        .map(|(sample, features)| (features, sample.same, sample.weight));
    let mut after = fit(&rows.collect::<Vec<_>>());
    // Lines in one language are not trained on: company counts there as it does in reports.
    if samples.iter().all(|sample| sample.report) {
        let [_, reports, lines, _] = &mut after;
        *lines = *reports;
    }
    Weights { first, after }
}

/// What the second step sees, of samples in the order in which they were collected.
fn second_step(samples: &[&Sample], first: &Row) -> Vec<[f64; AFTER.len()]> {
    let mut rows = Vec::with_capacity(samples.len());
    for table in samples.chunk_by(|a, b| a.table == b.table) {
        let scores: Vec<f64> = table.iter().map(|s| product(&s.features, first)).collect();
        let pairs: Vec<(usize, usize, f32)> = table
            .iter()
            .zip(&scores)
            .map(|(s, score)| (s.place.0, s.place.1, (1.0 / (1.0 + (-score).exp())) as f32))
            .collect();
        for ((sample, score), company) in table.iter().zip(scores).zip(company(&pairs)) {
            let company = f64::from(company);
            let (report, lines) = if sample.report {
                (company, 0.0)
            } else {
                (0.0, company)
            };
            rows.push([score, report, lines, 1.0]);
        }
    }
    rows
}

fn product<const COUNT: usize>(features: &[f64; COUNT], weights: &[f64; COUNT]) -> f64 {
    features.iter().zip(weights).map(|(x, w)| x * w).sum()
}

fn probability<const COUNT: usize>(features: &[f64; COUNT], weights: &[f64; COUNT]) -> f64 {
    1.0 / (1.0 + (-product(features, weights)).exp())
}

/// Newton's method; the problem is convex and small. The last feature is always 1.
fn fit<const COUNT: usize>(samples: &[([f64; COUNT], bool, f64)]) -> [f64; COUNT] {
    let mut weights = [0.0; COUNT];
    for _ in 0..12 {
        let mut gradient = [0.0; COUNT];
        let mut curvature = [[0.0; COUNT]; COUNT];
        for at in 0..COUNT {
            // The bias is not held down.
            let penalty = if at + 1 == COUNT { 1e-6 } else { PENALTY };
            gradient[at] = -penalty * weights[at];
            curvature[at][at] = penalty;
        }
        for (features, same, weight) in samples {
            let p = probability(features, &weights);
            let error = weight * (f64::from(u8::from(*same)) - p);
            let bend = weight * p * (1.0 - p);
            for (at, x) in features.iter().enumerate() {
                gradient[at] += error * x;
                for (to, y) in features.iter().enumerate() {
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
fn solve<const COUNT: usize>(
    mut matrix: [[f64; COUNT]; COUNT],
    mut values: [f64; COUNT],
) -> [f64; COUNT] {
    for column in 0..COUNT {
        let pivot = (column..COUNT)
            .max_by(|&a, &b| matrix[a][column].abs().total_cmp(&matrix[b][column].abs()))
            .unwrap_or(column);
        matrix.swap(column, pivot);
        values.swap(column, pivot);
        for row in column + 1..COUNT {
            let factor = matrix[row][column] / matrix[column][column];
            let above = matrix[column];
            for (value, above) in matrix[row].iter_mut().zip(above).skip(column) {
                *value -= factor * above;
            }
            values[row] -= factor * values[column];
        }
    }
    for row in (0..COUNT).rev() {
        let known: f64 = (row + 1..COUNT)
            .map(|at| matrix[row][at] * values[at])
            .sum();
        values[row] = (values[row] - known) / matrix[row][row];
    }
    values
}

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

use crate::logistic::{fit, product};
use crate::score::statements::{Event, edition_texts, entries, events};
use aligner::{
    AFTER, Comparison, FEATURES, Setting, TOLD_BY_OTHERS, company, features, told_by_others,
    witnesses,
};
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::fmt::{Display, Formatter, Write as _};
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

impl Sample {
    /// Whether both texts are reports of one event.
    fn is_of_event(&self) -> bool {
        self.weight >= 1.0
    }
}

/// A pair of translated news counts this much: there are many of them, and reports of one event
/// are what the weights are for.
const TRANSLATED: f64 = 0.1;

/// A pair of two events counts this much: there are few such texts to compare, and none of their
/// pairs is hard.
const UNRELATED: f64 = 0.5;

/// A feature must earn its weight on a dozen of pairs.
const PENALTY: f64 = 0.1;

pub fn run(arguments: &Arguments) -> ExitCode {
    let root = crate::root();
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
    for folder in events(corpora) {
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

/// The weights of the first two steps, which know of two texts.
struct Weights {
    first: Row,
    after: [f64; AFTER.len()],
}

const SETTINGS: [Setting; 2] = [Setting::OneLanguage, Setting::TwoLanguages];

pub fn learn(samples: &[Sample], out: &Path) -> std::io::Result<()> {
    let of_setting = |setting| -> Vec<&Sample> {
        let of_setting = samples.iter().filter(|s| s.setting == setting);
        of_setting.collect()
    };
    // Events come first, so their groups are those with full weight.
    let events = samples.iter().filter(|s| s.is_of_event()).map(|s| s.group);
    let events: Vec<usize> = events.collect::<BTreeSet<_>>().into_iter().collect();
    // What each event scores after two steps that never saw it is what the third step learns from.
    let unseen: Vec<Vec<Scored>> = events
        .par_iter()
        .map(|left_out| {
            let mut scored = Vec::new();
            for setting in SETTINGS {
                let (own, rest): (Vec<&Sample>, Vec<&Sample>) = of_setting(setting)
                    .into_iter()
                    .partition(|s| s.group == *left_out);
                let weights = both_steps(&rest);
                let rows = second_step(&own, &weights.first);
                scored.extend(own.into_iter().zip(rows).map(|(sample, row)| Scored {
                    sample,
                    score: product(&row, &weights.after),
                }));
            }
            scored.retain(|scored| scored.sample.is_of_event());
            scored
        })
        .collect();
    let third: Vec<Vec<Third>> = unseen.iter().map(|event| third_step(event)).collect();
    let mut file =
        String::from("# Written by `cargo xtask train-aligner`: setting, feature, weight.\n");
    for setting in SETTINGS {
        let of = |rows: &mut dyn Iterator<Item = &Vec<Third>>| -> Vec<Third> {
            let rows = rows.flatten().filter(|row| row.setting == setting);
            rows.copied().collect()
        };
        let (mut two, mut three) = (Judged::default(), Judged::default());
        for (left_out, own) in third.iter().enumerate() {
            let rest = third.iter().enumerate().filter(|(at, _)| *at != left_out);
            let weights = fit(&rows_of(&of(&mut rest.map(|(_, rows)| rows))), PENALTY);
            for row in own.iter().filter(|row| row.setting == setting) {
                two.add(row.same, row.features[0]);
                three.add(row.same, product(&row.features, &weights));
            }
        }
        println!("{}: {two}; with third texts: {three}", setting.name());
        let weights = both_steps(&of_setting(setting));
        let others = fit(&rows_of(&of(&mut third.iter())), PENALTY);
        let first = FEATURES.iter().zip(weights.first);
        let after = AFTER.iter().zip(weights.after);
        let others = TOLD_BY_OTHERS.iter().zip(others);
        for (feature, weight) in first.chain(after).chain(others) {
            let _ = writeln!(file, "{} {feature} {weight:.4}", setting.name());
        }
    }
    fs::write(out, file)
}

/// A pair with the logarithm of its odds after two steps.
struct Scored<'a> {
    sample: &'a Sample,
    score: f64,
}

/// What the third step sees of a pair.
#[derive(Clone, Copy)]
struct Third {
    features: [f64; TOLD_BY_OTHERS.len()],
    same: bool,
    setting: Setting,
}

fn third_step(event: &[Scored]) -> Vec<Third> {
    let ends = |sample: &Sample| {
        let (_, left, right) = sample.table;
        [(left, sample.place.0), (right, sample.place.1)]
    };
    let sentences: BTreeSet<(usize, usize)> = event.iter().flat_map(|s| ends(s.sample)).collect();
    let sentences: Vec<(usize, usize)> = sentences.into_iter().collect();
    let number = |at: &(usize, usize)| sentences.binary_search(at).unwrap_or(usize::MAX);
    let text_of: Vec<usize> = sentences.iter().map(|(text, _)| *text).collect();
    let links: Vec<(usize, usize, f32)> = event
        .iter()
        .map(|Scored { sample, score }| {
            let [left, right] = ends(sample);
            let likely = 1.0 / (1.0 + (-score).exp());
            (number(&left), number(&right), likely as f32)
        })
        .collect();
    event
        .iter()
        .zip(witnesses(&text_of, &links))
        .map(|(Scored { sample, score }, found)| Third {
            features: told_by_others(*score as f32, found).map(f64::from),
            same: sample.same,
            setting: sample.setting,
        })
        .collect()
}

fn rows_of(rows: &[Third]) -> Vec<([f64; TOLD_BY_OTHERS.len()], bool, f64)> {
    rows.iter().map(|r| (r.features, r.same, 1.0)).collect()
}

/// How well pairs are decided.
#[derive(Default)]
struct Judged {
    loss: f64,
    right: usize,
    found: usize,
    gold: usize,
}

impl Judged {
    fn add(&mut self, same: bool, score: f64) {
        let likely = 1.0 / (1.0 + (-score).exp());
        self.loss -= (if same { likely } else { 1.0 - likely }).max(1e-9).ln();
        self.right += usize::from(score >= 0.0 && same);
        self.found += usize::from(score >= 0.0);
        self.gold += usize::from(same);
    }
}

impl Display for Judged {
    fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
        write!(
            f,
            "precision {:.3}, recall {:.3}, loss {:.1}",
            self.right as f64 / self.found.max(1) as f64,
            self.right as f64 / self.gold.max(1) as f64,
            self.loss,
        )
    }
}

fn both_steps(samples: &[&Sample]) -> Weights {
    let rows = samples.iter().map(|s| (s.features, s.same, s.weight));
    let first = fit(&rows.collect::<Vec<_>>(), PENALTY);
    let rows = samples
        .iter()
        .zip(second_step(samples, &first))
        .map(|(sample, features)| (features, sample.same, sample.weight));
    let mut after = fit(&rows.collect::<Vec<_>>(), PENALTY);
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

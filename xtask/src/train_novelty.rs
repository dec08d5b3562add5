//! Learns which words of a text are new beside another: logistic regression over how well each
//! word finds its like there, on the pairs whose words people have marked.

#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a chore speaks to its developer"
)]

use crate::logistic::{fit, probability, write};
use crate::score::novelty::pairs;
use differ::novelty::FEATURES;
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::process::ExitCode;

#[derive(clap::Args)]
pub struct Arguments {
    /// Folder with the shared data
    #[arg(long, default_value = "../shared/data")]
    data: PathBuf,
    /// Where the weights go
    #[arg(long, default_value = "crates/differ/novelty.txt")]
    out: PathBuf,
}

type Row = ([f64; FEATURES.len()], bool, f64);

/// There are a hundred thousand words.
const PENALTY: f64 = 1.0;

/// Pairs are predicted with weights that never saw one of so many parts of them.
const PARTS: usize = 4;

pub fn run(arguments: &Arguments) -> ExitCode {
    let root = crate::root();
    let mut sets: BTreeMap<String, Vec<(usize, [f64; FEATURES.len()], f64)>> = BTreeMap::new();
    for pair in pairs(&root.join(&arguments.data)) {
        // `xparade`, `swissgov`, `ists`: each weighs the same.
        let family = pair.set.split('/').next().unwrap_or_default().to_owned();
        let rows = pair.samples().into_iter();
        sets.entry(family).or_default().extend(
            rows.map(|(features, gold)| (pair.number, features.map(f64::from), f64::from(gold))),
        );
    }
    if sets.is_empty() {
        eprintln!(
            "xtask train-novelty: no marked pairs under {}",
            arguments.data.display()
        );
        return ExitCode::from(2);
    }
    let chosen = |keep: &dyn Fn(usize) -> bool| -> Vec<Row> {
        let mut rows = Vec::new();
        for set in sets.values() {
            let weight = PER_FAMILY / set.len() as f64;
            for (_, features, gold) in set.iter().filter(|(number, ..)| keep(*number)) {
                // A grade between is so much of each.
                for (new, share) in [(true, *gold), (false, 1.0 - gold)] {
                    if share > 0.0 {
                        rows.push((*features, new, weight * share));
                    }
                }
            }
        }
        rows
    };
    for part in 0..PARTS {
        let weights = fit(&chosen(&|number| number % PARTS != part), PENALTY);
        let held_back = chosen(&|number| number % PARTS == part);
        let loss = |(features, new, weight): &Row| {
            let likely = probability(features, &weights);
            weight * -(if *new { likely } else { 1.0 - likely }).max(1e-9).ln()
        };
        let all: f64 = held_back.iter().map(|(.., weight)| weight).sum();
        let loss = held_back.iter().map(loss).sum::<f64>() / all;
        println!("part {part}, left out: {loss:.4} nats a word");
    }
    let weights = fit(&chosen(&|_| true), PENALTY);
    let out = root.join(&arguments.out);
    let weights = FEATURES.iter().copied().zip(weights);
    write("train-novelty", &out, "feature, weight", weights)
}

/// So many words of each family count.
const PER_FAMILY: f64 = 100_000.0;

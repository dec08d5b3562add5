//! Learns how two sentences are decided that are all that their texts say: from paraphrases in
//! news. What the weights do on pairs that they never saw is printed.

#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a chore speaks to its developer"
)]

use crate::logistic::{area, fit, product, write};
use crate::score::align::paraphrases::{compare, read};
use aligner::{LONE, lone_features};
use rayon::prelude::*;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

#[derive(clap::Args)]
pub struct Arguments {
    /// Folder with the shared data
    #[arg(long, default_value = "../shared/data")]
    data: PathBuf,
    /// Where the weights go
    #[arg(long, default_value = "crates/aligner/weights_lone.txt")]
    out: PathBuf,
}

type Row = ([f64; LONE.len()], bool);

/// Few features over thousands of pairs: this only keeps the weights finite.
const PENALTY: f64 = 1.0;

/// Learned from the first; the others are only judged.
const SETS: [(&str, &str); 3] = [
    ("msrp_en.train", "en"),
    ("msrp_en.val", "en"),
    ("paraphraser_ru", "ru"),
];

pub fn run(arguments: &Arguments) -> ExitCode {
    let root = crate::root();
    let folder = root.join(&arguments.data);
    let folder = folder.join("eval/compare/news_similarity");
    let [learned, ..] = SETS;
    let rows = rows(&folder, learned);
    if rows.is_empty() {
        eprintln!(
            "xtask train-lone: nothing to learn from in {}",
            folder.display()
        );
        return ExitCode::from(2);
    }
    // Both kinds count alike: that two of three are paraphrases is how the set was drawn.
    let same = rows.iter().filter(|row| row.1).count().max(1) as f64;
    let all = rows.len() as f64;
    let weigh = |alike: bool| all / 2.0 / if alike { same } else { (all - same).max(1.0) };
    let samples = rows.iter().map(|row| (row.0, row.1, weigh(row.1)));
    let weights = fit(&samples.collect::<Vec<_>>(), PENALTY);
    for set in SETS {
        let scored = self::rows(&folder, set);
        let scored = scored.iter().map(|row| (row.1, product(&row.0, &weights)));
        println!("{}: AUC {:.2}", set.0, 100.0 * area(scored.collect()));
    }
    let names: Vec<String> = LONE.iter().map(|name| format!("lone {name}")).collect();
    let weights = names.iter().map(String::as_str).zip(weights);
    let out = root.join(&arguments.out);
    write("train-lone", &out, "setting, feature, weight", weights)
}

fn rows(folder: &Path, (file, language): (&str, &str)) -> Vec<Row> {
    let pairs = read(folder, file);
    let rows = pairs.par_iter().filter_map(|(label, one, other)| {
        let features = lone_features(&compare(one, other, language)?.parts)?;
        Some((features.map(f64::from), *label >= 1))
    });
    rows.collect()
}

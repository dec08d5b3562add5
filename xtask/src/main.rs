//! The project's chores: `cargo xtask CHORE`.

mod align_speed;
mod calibrate;
mod logistic;
mod new_language;
mod score;
mod tidy;
mod train;
mod train_aligner;
mod train_language;
mod train_lone;
mod train_names;
mod train_novelty;

use clap::{Parser, Subcommand};
use std::path::Path;
use std::process::ExitCode;

#[derive(Parser)]
#[command(name = "cargo xtask", about = "The project's chores")]
struct Arguments {
    #[command(subcommand)]
    chore: Chore,
}

#[derive(Subcommand)]
enum Chore {
    /// Accuracy tables over `corpora/` and, where it is there, `../shared/data`
    Score(score::Arguments),
    /// Train the encoder's weights
    Train(train::Arguments),
    /// Learn the aligner's weights
    TrainAligner(train_aligner::Arguments),
    /// Learn how two sentences by themselves are decided
    TrainLone(train_lone::Arguments),
    /// Learn how likely findings are right
    Calibrate(calibrate::Arguments),
    /// Learn which words of a text are new beside another
    TrainNovelty(train_novelty::Arguments),
    /// Learn which sounds of names answer each other over scripts
    TrainNames(train_names::Arguments),
    /// Measure how time and memory of aligning grow
    AlignSpeed(align_speed::Arguments),
    /// Check layering, module docs, packs and generated pages
    Tidy(tidy::Arguments),
    /// Lay out the pack of a new language
    NewLanguage(new_language::Arguments),
    /// Train the model that tells languages apart
    TrainLanguage(train_language::Arguments),
}

/// The project's folder.
fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .unwrap_or(Path::new("."))
}

fn main() -> ExitCode {
    match Arguments::parse().chore {
        Chore::Score(arguments) => score::run(&arguments),
        Chore::Train(arguments) => train::run(&arguments),
        Chore::TrainAligner(arguments) => train_aligner::run(&arguments),
        Chore::TrainLone(arguments) => train_lone::run(&arguments),
        Chore::Calibrate(arguments) => calibrate::run(&arguments),
        Chore::TrainNovelty(arguments) => train_novelty::run(&arguments),
        Chore::TrainNames(arguments) => train_names::run(&arguments),
        Chore::AlignSpeed(arguments) => align_speed::run(arguments),
        Chore::Tidy(arguments) => tidy::run(&arguments),
        Chore::NewLanguage(arguments) => new_language::run(&arguments),
        Chore::TrainLanguage(arguments) => train_language::run(&arguments),
    }
}

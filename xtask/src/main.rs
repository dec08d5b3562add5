//! The project's chores: `cargo xtask CHORE`.

mod score;
mod train;
mod train_aligner;
mod train_language;

use clap::{Parser, Subcommand};
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
    /// Train the model that tells languages apart
    TrainLanguage(train_language::Arguments),
}

fn main() -> ExitCode {
    match Arguments::parse().chore {
        Chore::Score(arguments) => score::run(&arguments),
        Chore::Train(arguments) => train::run(&arguments),
        Chore::TrainAligner(arguments) => train_aligner::run(&arguments),
        Chore::TrainLanguage(arguments) => train_language::run(&arguments),
    }
}

//! The project's chores: `cargo xtask CHORE`.

mod score;
mod train;

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
}

fn main() -> ExitCode {
    match Arguments::parse().chore {
        Chore::Score(arguments) => score::run(&arguments),
        Chore::Train(arguments) => train::run(&arguments),
    }
}

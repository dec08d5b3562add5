//! The `parallax` command: reads files, calls the library, writes what it finds.
//!
//! A command is one file in `commands`; what all share (input, output, messages, progress) has a
//! file of its own beside this one.

mod commands;
mod input;
mod message;
mod model;
mod output;
mod progress;
mod reports;

use clap::{Parser, Subcommand};
use message::Exit;
use std::process::ExitCode;

/// Compare what several news reports of one event say, over languages
#[derive(Parser)]
#[command(
    name = "parallax",
    version,
    max_term_width = 100,
    after_help = "See `parallax COMMAND --help` for worked examples."
)]
struct Parallax {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Compare reports of one event: what agrees, what diverges, who leaves out what
    Compare(commands::compare::Arguments),
    /// Cut articles into sentences
    Segment(commands::segment::Arguments),
    /// Find numbers, dates, quotations with their speakers, and names
    Extract(commands::extract::Arguments),
    /// Align the sentences of two texts, or of many
    Align(commands::align::Arguments),
    /// Score alignments against gold
    Score(commands::score::Arguments),
    /// Say which articles tell of the same event
    Group(commands::group::Arguments),
    /// Say how far coders agree with each other and with the tool
    Agreement(commands::agreement::Arguments),
    /// Measure the aligner on corpora of gold documents
    Bench(commands::bench::Arguments),
    /// List the languages and what is supported for each
    Languages(commands::languages::Arguments),
}

fn main() -> ExitCode {
    let exit = match Parallax::parse().command {
        Command::Compare(arguments) => commands::compare::run(&arguments),
        Command::Segment(arguments) => commands::segment::run(&arguments),
        Command::Extract(arguments) => commands::extract::run(&arguments),
        Command::Align(arguments) => commands::align::run(&arguments),
        Command::Score(arguments) => commands::score::run(&arguments),
        Command::Group(arguments) => commands::group::run(&arguments),
        Command::Agreement(arguments) => commands::agreement::run(&arguments),
        Command::Bench(arguments) => commands::bench::run(&arguments),
        Command::Languages(arguments) => commands::languages::run(&arguments),
    };
    match exit {
        Exit::Done => ExitCode::SUCCESS,
        Exit::Diverges => ExitCode::from(1),
        Exit::Failed => ExitCode::from(2),
    }
}

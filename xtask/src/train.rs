//! Trains the encoder's weights from parallel text and word lists.

#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a chore speaks to its developer"
)]

mod batches;
mod corpus;
mod model;
pub mod random;
mod sources;

use crate::score::{Figure, encoder as measure};
use batches::Set;
use corpus::{Corpus, Vocabulary};
use encoder::weights::{self, Weights};
use model::{Model, Settings};
use random::Random;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::time::Instant;

#[derive(clap::Args)]
pub struct Arguments {
    /// Folder with the training sets, unpacked or as .tar.gz
    #[arg(long, default_value = "../shared/data/train")]
    data: PathBuf,
    /// Folder with your own parallel text: files `en-de.tsv`, a sentence and its translation a line
    #[arg(long)]
    own: Option<PathBuf>,
    /// Where the weights go
    #[arg(long, short, default_value = "target/encoder.weights")]
    output: PathBuf,
    /// Length of the vectors
    #[arg(long, default_value_t = 256)]
    dims: usize,
    /// How many features get a row of their own
    #[arg(long, default_value_t = 350_000)]
    rows: usize,
    /// Bits of a stored value: 2, 4 or 8
    #[arg(long, default_value_t = 2)]
    bits: usize,
    #[arg(long, default_value_t = 6.0)]
    epochs: f64,
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Pairs of sentences in a batch
    #[arg(long, default_value_t = 256)]
    batch: usize,
    /// The step at the start; it falls to a tenth
    #[arg(long, default_value_t = 0.02)]
    rate: f32,
    #[arg(long, default_value_t = 16.0)]
    scale: f32,
    #[arg(long, default_value_t = 0.1)]
    margin: f32,
    #[arg(long, default_value_t = 0.15)]
    dropout: f64,
    /// The share of training after which rows are rounded to the bits of the file
    #[arg(long, default_value_t = 0.75)]
    exact: f32,
    /// Sentences of the same language count as wrong answers too
    #[arg(long)]
    same: bool,
    /// Passes of a source, in place of its own: `names=0.5`
    #[arg(long, value_name = "NAME=PASSES")]
    passes: Vec<String>,
    /// Threads; the result is the same for any number
    #[arg(long, default_value_t = 2)]
    threads: usize,
}

pub fn run(arguments: &Arguments) -> ExitCode {
    let pool = rayon::ThreadPoolBuilder::new()
        .num_threads(arguments.threads)
        .build_global();
    if let Err(error) = pool {
        eprintln!("xtask train: {error}");
    }
    match train(arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("xtask train: {error}");
            ExitCode::from(2)
        }
    }
}

fn train(arguments: &Arguments) -> Result<(), Box<dyn std::error::Error>> {
    let root = crate::root();
    let data = unpacked(&root.join(&arguments.data), &root.join("target/train"))?;
    let started = Instant::now();

    let mut corpus = Corpus::default();
    let mut sets = Vec::new();
    let mut prose = Vec::new();
    for source in sources::SOURCES {
        let passes = arguments
            .passes
            .iter()
            .filter_map(|p| p.split_once('='))
            .find(|(name, _)| *name == source.name)
            .map_or(Ok(source.passes), |(_, passes)| passes.parse())?;
        let mut groups: Vec<_> = source
            .groups(&data)
            .iter()
            .map(|group| corpus.add(group))
            .collect();
        if source.block == 1 {
            Random::new(arguments.seed).shuffle(&mut groups);
        }
        prose.resize(corpus.sentence_count(), source.prose());
        println!("{:16} {:7} groups", source.name, groups.len());
        sets.push(Set {
            groups,
            passes,
            crossed: source.crossed,
            block: source.block,
        });
    }
    if let Some(own) = &arguments.own {
        let groups = sources::own(own);
        let groups = groups.iter().map(|group| corpus.add(group)).collect();
        prose.resize(corpus.sentence_count(), true);
        sets.push(Set {
            groups,
            passes: 1.0,
            crossed: 0.0,
            block: 1,
        });
    }
    let mut visits = vec![0.0_f32; corpus.sentence_count()];
    for set in &sets {
        for (_, texts) in set.groups.iter().flatten() {
            for text in texts {
                visits[*text as usize] += set.passes as f32 / texts.len() as f32;
            }
        }
    }
    println!(
        "{} sentences, {} words, {:.0} s",
        corpus.sentence_count(),
        corpus.word_count(),
        started.elapsed().as_secs_f64()
    );
    let vocabulary = Vocabulary::choose(&corpus, &visits, &prose, arguments.rows);

    let settings = Settings {
        dims: arguments.dims,
        scale: arguments.scale,
        margin: arguments.margin,
        dropout: arguments.dropout,
        same: arguments.same,
    };
    let mut model = Model::new(&corpus, &vocabulary, settings);
    let mut random = Random::new(arguments.seed);
    let mut epochs = arguments.epochs;
    let mut done = 0.0;
    while epochs > 0.0 {
        let mut batches = batches::epoch(&sets, arguments.batch, &mut random);
        batches.truncate((batches.len() as f64 * epochs.min(1.0)) as usize);
        println!("{} batches", batches.len());
        let part = epochs.min(1.0) / arguments.epochs / batches.len().max(1) as f64;
        let mut losses = vec![(0.0, 0.0); sets.len()];
        for (i, batch) in batches.iter().enumerate() {
            let progress = (done + i as f64 * part) as f32;
            if progress >= arguments.exact && !model.is_rounded() {
                model.round(arguments.bits);
            }
            let rate = arguments.rate * (1.0 - 0.9 * progress);
            let loss = &mut losses[batch.set];
            loss.0 += model.step(&batch.pairs, rate, &mut random);
            loss.1 += 1.0;
            if i % 100 == 99 || i + 1 == batches.len() {
                eprint!(
                    "\r{:5.1} %  {:.0} s ",
                    100.0 * (progress + part as f32),
                    started.elapsed().as_secs_f64()
                );
            }
        }
        for (source, (loss, count)) in sources::SOURCES.iter().zip(losses) {
            eprint!(" {} {:.2}", source.name, loss / f64::max(count, 1.0));
        }
        eprintln!();
        done += epochs.min(1.0) / arguments.epochs;
        epochs -= 1.0;
    }

    let rows = (0..vocabulary.buckets.len() as u32).map(|row| model.row(row));
    let bytes = weights::write(
        &note(arguments, &corpus),
        arguments.dims,
        arguments.bits,
        vocabulary.buckets.iter().copied().zip(rows),
    );
    println!("{} bytes", bytes.len());
    fs::write(root.join(&arguments.output), &bytes)?;
    let trained = encoder::trained(Weights::open(bytes)?);
    report(&measure::all(&trained, &root.join("../shared/data")));
    println!("{:.0} s", started.elapsed().as_secs_f64());
    Ok(())
}

/// Prints the figures of a set in one line.
fn report(figures: &[Figure]) {
    for set in figures.chunk_by(|a, b| a.set == b.set) {
        let values: Vec<String> = set
            .iter()
            .map(|figure| format!("{} {:.2}", figure.measure, figure.value))
            .collect();
        println!("{:20} {}", set[0].set, values.join("  "));
    }
}

/// What the weights say of themselves.
fn note(arguments: &Arguments, corpus: &Corpus) -> String {
    use std::fmt::Write as _;
    let mut note = String::new();
    let _ = writeln!(note, "licence: CC BY-SA 4.0");
    let _ = writeln!(note, "languages: {}", corpus.languages.join(" "));
    for source in sources::SOURCES {
        let _ = writeln!(note, "source: {} ({})", source.name, source.licence);
    }
    let _ = writeln!(
        note,
        "settings: epochs {} batch {} rate {} scale {} margin {} seed {}",
        arguments.epochs,
        arguments.batch,
        arguments.rate,
        arguments.scale,
        arguments.margin,
        arguments.seed
    );
    note
}

/// The folder with the sets unpacked: `data` itself, or `to` after its archives were unpacked.
fn unpacked(data: &Path, to: &Path) -> std::io::Result<PathBuf> {
    let mut archives: Vec<PathBuf> = fs::read_dir(data)?
        .filter_map(Result::ok)
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|e| e == "gz"))
        .collect();
    if archives.is_empty() {
        return Ok(data.to_owned());
    }
    archives.sort();
    fs::create_dir_all(to)?;
    for archive in archives {
        let status = Command::new("tar")
            .arg("-xzf")
            .arg(&archive)
            .arg("-C")
            .arg(to)
            .status()?;
        if !status.success() {
            return Err(std::io::Error::other(format!(
                "{}: tar could not unpack it",
                archive.display()
            )));
        }
    }
    Ok(to.to_owned())
}

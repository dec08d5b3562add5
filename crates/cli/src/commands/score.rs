//! `parallax score`: alignments against gold.

use crate::input::Common;
use crate::message::{Exit, Messages};
use crate::output;
use aligner::{Bead, formats};
use clap::{Args, ValueEnum, ValueHint};
use scorer::Measure;
use scorer::alignment::{Nulls, Scores, interval, score, significance};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  parallax score gold.txt system.txt             one document
  parallax score gold/ system/                   documents of the same name in two folders
  parallax score gold/ ours/ --against theirs/   and whether the difference is chance

Files hold beads as vecalign writes them (`[0, 1]:[2]:score`), ladders, or the JSON lines of
`parallax align`. strict and lax count as vecalign's score.py; links are m·n pairs of sentences.
Intervals hold 95% of 2,000 bootstrap samples over documents.")]
pub struct Arguments {
    /// Gold: a file, or a folder of files
    #[arg(value_name = "GOLD", value_hint = ValueHint::AnyPath)]
    gold: PathBuf,

    /// What is scored: a file, or a folder with files of the same names
    #[arg(value_name = "SYSTEM", value_hint = ValueHint::AnyPath)]
    system: PathBuf,

    /// Another system's output, to tell whether the two differ by more than chance
    #[arg(long, value_name = "SYSTEM", value_hint = ValueHint::AnyPath)]
    against: Option<PathBuf>,

    /// Leave beads with an empty side out, where gold does not annotate them
    #[arg(long)]
    no_nulls: bool,

    /// Where to write; `-` is standard output
    #[arg(short, long, value_name = "PATH", default_value = "-", value_hint = ValueHint::FilePath)]
    output: PathBuf,

    /// Format of the output
    #[arg(long, value_name = "FORMAT", value_enum, default_value_t)]
    format: Format,

    #[command(flatten)]
    common: Common,
}

/// A table of scores.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum Format {
    /// A table for reading
    #[default]
    Markdown,
    /// A table for programs
    Csv,
}

pub fn run(arguments: &Arguments) -> Exit {
    let messages = arguments.common.start("score");
    let nulls = if arguments.no_nulls {
        Nulls::Ignored
    } else {
        Nulls::Counted
    };
    let Some(scores) = documents(&arguments.gold, &arguments.system, nulls, &messages) else {
        return Exit::Failed;
    };
    let mut out = String::new();
    heading(
        &mut out,
        arguments.format,
        &["measure", "precision", "recall", "F1", "95%"],
    );
    for (name, of) in MEASURES {
        let measures: Vec<Measure> = scores.iter().map(of).collect();
        let mut total = Measure::default();
        for measure in &measures {
            total += *measure;
        }
        let bounds = interval(&measures);
        row(
            &mut out,
            arguments.format,
            &[
                (*name).to_owned(),
                format!("{:.3}", total.precision()),
                format!("{:.3}", total.recall()),
                format!("{:.3}", total.f1()),
                format!("{:.3}–{:.3}", bounds.low, bounds.high),
            ],
        );
    }
    if let Some(other) = &arguments.against {
        let Some(others) = documents(&arguments.gold, other, nulls, &messages) else {
            return Exit::Failed;
        };
        out.push('\n');
        heading(
            &mut out,
            arguments.format,
            &["measure", "difference in F1", "p"],
        );
        for (name, of) in MEASURES {
            let (first, second): (Vec<Measure>, Vec<Measure>) = (
                scores.iter().map(of).collect(),
                others.iter().map(of).collect(),
            );
            let f1 = |measures: &[Measure]| {
                let mut total = Measure::default();
                for measure in measures {
                    total += *measure;
                }
                total.f1()
            };
            let cells = [
                (*name).to_owned(),
                format!("{:+.3}", f1(&first) - f1(&second)),
                format!("{:.4}", significance(&first, &second)),
            ];
            row(&mut out, arguments.format, &cells);
        }
    }
    output::write(&arguments.output, &out, &messages)
}

/// One measure of an alignment.
type Part = fn(&Scores) -> Measure;

/// The measures of an alignment by name.
pub const MEASURES: &[(&str, Part)] = &[
    ("strict", |scores| scores.strict),
    ("lax", |scores| scores.lax),
    ("links", |scores| scores.links),
];

/// The scores of each document of gold.
fn documents(gold: &Path, system: &Path, nulls: Nulls, messages: &Messages) -> Option<Vec<Scores>> {
    let pairs: Vec<(PathBuf, PathBuf)> = if gold.is_dir() {
        let mut names: Vec<PathBuf> = std::fs::read_dir(gold)
            .ok()?
            .filter_map(|entry| Some(entry.ok()?.path()))
            .filter(|path| path.is_file())
            .collect();
        names.sort();
        names
            .into_iter()
            .map(|path| {
                let name = path.file_name().unwrap_or_default().to_owned();
                (path, system.join(name))
            })
            .collect()
    } else {
        vec![(gold.to_owned(), system.to_owned())]
    };
    pairs
        .iter()
        .map(|(gold, system)| {
            let (gold, system) = (read(gold, messages)?, read(system, messages)?);
            Some(score(&gold, &system, nulls))
        })
        .collect()
}

/// Reads beads in whatever format a file holds them.
pub fn read(path: &Path, messages: &Messages) -> Option<Vec<Bead>> {
    let text = std::fs::read_to_string(path)
        .map_err(|error| {
            messages.error(
                format_args!("{}: {}", path.display(), reader::plain(&error)),
                None,
            );
        })
        .ok()?;
    let beads = match text.trim_start().chars().next() {
        Some('[') => formats::from_vecalign(&text),
        Some('{') => from_json(&text),
        _ => formats::from_ladder(&text),
    };
    beads
        .map_err(|line| {
            let what = format!("{}: line {line} is no bead", path.display());
            messages.error(what, Some("wanted `[0, 1]:[2]`, a ladder or JSON lines"));
        })
        .ok()
}

fn from_json(text: &str) -> Result<Vec<Bead>, usize> {
    text.lines()
        .enumerate()
        .filter(|(_, line)| !line.trim().is_empty())
        .map(|(number, line)| {
            let value: serde_json::Value = serde_json::from_str(line).map_err(|_| number + 1)?;
            let side = |name: &str| -> Option<Vec<usize>> {
                let numbers = value.get(name)?.as_array()?.iter();
                numbers.map(|at| Some(at.as_u64()? as usize)).collect()
            };
            let (left, right) = side("left").zip(side("right")).ok_or(number + 1)?;
            let score = value.get("score").and_then(serde_json::Value::as_f64);
            Ok(Bead {
                left,
                right,
                score: score.unwrap_or(1.0) as f32,
            })
        })
        .collect()
}

/// The first lines of a table.
pub fn heading(out: &mut String, format: Format, names: &[&str]) {
    let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
    row(out, format, &names);
    if format == Format::Markdown {
        let _ = writeln!(out, "|{}", " --- |".repeat(names.len()));
    }
}

/// One line of a table.
pub fn row(out: &mut String, format: Format, cells: &[String]) {
    let _ = match format {
        Format::Markdown => writeln!(out, "| {} |", cells.join(" | ")),
        Format::Csv => writeln!(out, "{}", cells.join(",")),
    };
}

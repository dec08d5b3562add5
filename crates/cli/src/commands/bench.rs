//! `parallax bench`: the aligner over corpora of gold documents.

use super::score::{self, Format, MEASURES, heading, row};
use crate::input::Common;
use crate::message::{Exit, Messages};
use crate::output;
use aligner::{Mode, Text, formats};
use clap::{Args, ValueEnum, ValueHint};
use scorer::Measure;
use scorer::alignment::{Nulls, Scores, interval, score as compare};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  parallax bench corpus/                           accuracy and speed by language pair
  parallax bench --mode free --no-nulls news/      independent texts, gold without nulls
  parallax bench corpus/ --format csv -o ours.csv  for a spreadsheet

A corpus is a folder with `<doc>.<lang>` (one sentence a line, two languages a document) and
`<doc>.gold` (beads as vecalign writes them, or a ladder); folders inside it are read as well.")]
pub struct Arguments {
    /// Folders of gold documents
    #[arg(required = true, value_name = "CORPUS", value_hint = ValueHint::DirPath)]
    corpora: Vec<PathBuf>,

    /// How the texts relate [default: found out from each pair]
    #[arg(long, value_name = "MODE", value_enum)]
    mode: Option<Kind>,

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

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Kind {
    /// Translations
    Monotone,
    /// Independent reports
    Free,
}

/// What was measured on one language pair.
#[derive(Default)]
struct Results {
    scores: Vec<Scores>,
    sentences: usize,
    time: Duration,
}

pub fn run(arguments: &Arguments) -> Exit {
    let messages = arguments.common.start("bench");
    let mut exit = Exit::Done;
    let mut by_pair: BTreeMap<String, Results> = BTreeMap::new();
    for corpus in &arguments.corpora {
        let mut golds = Vec::new();
        find(corpus, &mut golds);
        if golds.is_empty() {
            let what = format!("{}: no <doc>.gold in it", corpus.display());
            messages.error(what, None);
            exit = Exit::Failed;
        }
        for gold in golds {
            if document(&gold, arguments, &messages, &mut by_pair).is_none() {
                exit = Exit::Failed;
            }
        }
    }
    let names = [
        "pair",
        "documents",
        "sentences",
        "strict F1",
        "lax F1",
        "link F1",
        "link F1 95%",
        "sentences/s",
    ];
    let mut out = String::new();
    heading(&mut out, arguments.format, &names);
    for (pair, results) in &by_pair {
        let mut cells = vec![
            pair.clone(),
            results.scores.len().to_string(),
            results.sentences.to_string(),
        ];
        for (_, of) in MEASURES {
            let mut total = Measure::default();
            for scores in &results.scores {
                total += of(scores);
            }
            cells.push(format!("{:.3}", total.f1()));
        }
        let links: Vec<Measure> = results.scores.iter().map(|scores| scores.links).collect();
        let bounds = interval(&links);
        cells.push(format!("{:.3}–{:.3}", bounds.low, bounds.high));
        let speed = results.sentences as f64 / results.time.as_secs_f64().max(1e-9);
        cells.push(format!("{speed:.0}"));
        row(&mut out, arguments.format, &cells);
    }
    exit.max(output::write(&arguments.output, &out, &messages))
}

fn find(folder: &Path, golds: &mut Vec<PathBuf>) {
    let mut paths: Vec<PathBuf> = fs::read_dir(folder)
        .into_iter()
        .flatten()
        .filter_map(|entry| Some(entry.ok()?.path()))
        .collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            find(&path, golds);
        } else if path.extension().is_some_and(|e| e == "gold") {
            golds.push(path);
        }
    }
}

/// Aligns one document and adds its scores; nothing where its files cannot be read.
fn document(
    gold: &Path,
    arguments: &Arguments,
    messages: &Messages,
    by_pair: &mut BTreeMap<String, Results>,
) -> Option<()> {
    let beads = score::read(gold, messages)?;
    let stem = gold.file_stem()?;
    let mut sides: Vec<PathBuf> = fs::read_dir(gold.parent()?)
        .ok()?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.file_stem() == Some(stem) && path.as_path() != gold)
        .filter(|path| {
            path.extension()
                .is_some_and(|e| e.len() <= 8 && e != "json")
        })
        .collect();
    sides.sort();
    let [first, second] = sides.as_slice() else {
        let what = format!("{}: not two texts beside it", gold.display());
        messages.error(what, None);
        return None;
    };
    let language = |path: &Path| {
        path.extension()
            .map_or(String::new(), |e| e.to_string_lossy().into_owned())
    };
    // Gold names the languages in the order of the folder's name where it has them (`zh-en`),
    // else that order is right in which the numbers of the sentences fit.
    let texts = [first, second].map(|path| fs::read_to_string(path).unwrap_or_default());
    let [left, right] = &texts;
    let (mut left, mut right): (Vec<&str>, Vec<&str>) =
        (left.lines().collect(), right.lines().collect());
    let (mut left_code, mut right_code) = (language(first), language(second));
    let folder = gold.parent()?.file_name()?.to_string_lossy().into_owned();
    let used = |side: fn(&aligner::Bead) -> &Vec<usize>| {
        beads.iter().flat_map(side).max().map_or(0, |last| last + 1)
    };
    let (used_left, used_right) = (used(|bead| &bead.left), used(|bead| &bead.right));
    let named = folder == format!("{right_code}-{left_code}");
    let fits = |a: usize, b: usize| used_left <= a && used_right <= b;
    let apart = |a: usize, b: usize| used_left.abs_diff(a) + used_right.abs_diff(b);
    let turned = fits(right.len(), left.len())
        && (!fits(left.len(), right.len())
            || apart(right.len(), left.len()) < apart(left.len(), right.len()));
    if named || (turned && folder != format!("{left_code}-{right_code}")) {
        std::mem::swap(&mut left, &mut right);
        std::mem::swap(&mut left_code, &mut right_code);
    }
    let begun = Instant::now();
    let encoder = encoder::builtin();
    let texts = [
        Text::of_lines(&left, &left_code, encoder),
        Text::of_lines(&right, &right_code, encoder),
    ];
    let mode = arguments.mode.map(|kind| match kind {
        Kind::Monotone => Mode::Monotone,
        Kind::Free => Mode::Free,
    });
    let found = aligner::align(&texts[0], &texts[1], mode).beads;
    let found = formats::with_nulls(&found, left.len(), right.len());
    let results = by_pair
        .entry(format!("{left_code}-{right_code}"))
        .or_default();
    results.time += begun.elapsed();
    results.sentences += left.len() + right.len();
    let nulls = if arguments.no_nulls {
        Nulls::Ignored
    } else {
        Nulls::Counted
    };
    results.scores.push(compare(&beads, &found, nulls));
    Some(())
}

//! Does the encoder find translations of news, over all lines and inside a document?

mod similarity;

use super::{Data, Figure};
use encoder::Encoder;
use rayon::prelude::*;
use std::fs;
use std::path::Path;

/// Pairs without English.
const CROSSED: [(&str, &str); 3] = [("zh", "ar"), ("ja", "fr"), ("ru", "es")];

pub fn suite(data: &Data) -> Option<Vec<Figure>> {
    let figures = all(encoder::builtin(), &data.shared);
    (!figures.is_empty()).then_some(figures)
}

/// All figures of an encoder.
pub fn all(encoder: &dyn Encoder, shared: &Path) -> Vec<Figure> {
    let mut figures = parallel(encoder, shared);
    figures.extend(yearbooks(encoder, &shared.join("eval/align/textberg")));
    figures.extend(similarity::figures(
        encoder,
        &shared.join("eval/compare/news_similarity"),
    ));
    figures
}

/// Text+Berg: of the sentences that gold pairs one to one, how many find each other among all
/// sentences of the document.
fn yearbooks(encoder: &dyn Encoder, folder: &Path) -> Option<Figure> {
    let read = |name: &str| fs::read_to_string(folder.join(name)).ok();
    let (left, right, gold) = (read("dev.de")?, read("dev.fr")?, read("dev.gold")?);
    let encode =
        |text: &str, language| encoder.encode_all(&text.lines().collect::<Vec<_>>(), language);
    let (left, right) = (encode(&left, "de"), encode(&right, "fr"));
    let dims = encoder.dims();
    let nearest = |to: &[f32], among: &[f32]| {
        among
            .chunks(dims)
            .map(|vector| fast_cosine(to, vector))
            .enumerate()
            .max_by(|a, b| a.1.total_cmp(&b.1))
            .map(|(i, _)| i)
    };
    let number = |side: &str| {
        side.trim()
            .strip_prefix('[')?
            .strip_suffix(']')?
            .parse()
            .ok()
    };
    let pairs: Vec<(usize, usize)> = gold
        .lines()
        .filter_map(|line| {
            let mut sides = line.split(':');
            Some((number(sides.next()?)?, number(sides.next()?)?))
        })
        .collect();
    let right_ones: usize = pairs
        .iter()
        .filter_map(|(i, j)| {
            let a = left.get(i * dims..(i + 1) * dims)?;
            let b = right.get(j * dims..(j + 1) * dims)?;
            let forth = usize::from(nearest(a, &right) == Some(*j));
            Some(forth + usize::from(nearest(b, &left) == Some(*i)))
        })
        .sum();
    let value = 100.0 * right_ones as f64 / (2 * pairs.len()).max(1) as f64;
    Some(Figure::new("textberg dev", "P@1 in the document", value))
}

/// NTREX: news in every language, line by line, with the bounds of documents.
fn parallel(encoder: &dyn Encoder, shared: &Path) -> Vec<Figure> {
    let folder = shared.join("eval/compare/ntrex128");
    let Ok(documents) = fs::read_to_string(folder.join("docids.txt")) else {
        return Vec::new();
    };
    let documents = bounds(&documents.lines().collect::<Vec<_>>());
    let texts: Vec<(&str, Vec<f32>)> = lang::codes()
        .filter(|code| lang::pack_or_default(code).meta.first_class)
        .filter_map(|code| {
            let text = fs::read_to_string(folder.join(format!("{code}.txt"))).ok()?;
            let lines: Vec<&str> = text.lines().collect();
            Some((code, encoder.encode_all(&lines, code)))
        })
        .collect();
    let vectors = |code: &str| texts.iter().find(|(c, _)| *c == code).map(|(_, v)| v);
    let mut pairs: Vec<(&str, &str)> = texts
        .iter()
        .map(|(code, _)| (*code, "en"))
        .filter(|(a, b)| a != b)
        .collect();
    let with_english = pairs.len();
    pairs.extend(CROSSED);
    let results: Vec<Result> = pairs
        .iter()
        .filter_map(|(a, b)| {
            Some(measure(
                &table(encoder.dims(), vectors(a)?, vectors(b)?),
                &documents,
            ))
        })
        .collect();
    if results.len() != pairs.len() {
        return Vec::new();
    }
    let threshold = best_threshold(&results);
    let mut figures = Vec::new();
    let mut report = |set: String, of: &[Result]| {
        let mean =
            |f: &dyn Fn(&Result) -> f64| 100.0 * of.iter().map(f).sum::<f64>() / of.len() as f64;
        figures.push(Figure::new(
            set.clone(),
            "P@1 of all lines",
            mean(&|r| r.all),
        ));
        figures.push(Figure::new(
            set.clone(),
            "P@1 in the document",
            mean(&|r| r.inside),
        ));
        figures.push(Figure::new(
            set,
            "F1, 30 % removed",
            mean(&|r| r.f1(threshold)),
        ));
    };
    report("ntrex: mean with en".to_owned(), &results[..with_english]);
    for (pair, result) in pairs.iter().zip(&results) {
        report(
            format!("ntrex: {}-{}", pair.0, pair.1),
            std::slice::from_ref(result),
        );
    }
    figures
}

/// The line ranges of documents.
fn bounds(ids: &[&str]) -> Vec<std::ops::Range<usize>> {
    let mut bounds = Vec::new();
    let mut start = 0;
    for i in 1..=ids.len() {
        if i == ids.len() || ids[i] != ids[start] {
            bounds.push(start..i);
            start = i;
        }
    }
    bounds
}

/// Cosines of all lines with all lines.
struct Table {
    size: usize,
    cells: Vec<f32>,
}

fn table(dims: usize, a: &[f32], b: &[f32]) -> Table {
    let size = a.len() / dims;
    let mut cells = vec![0.0; size * size];
    cells
        .par_chunks_mut(size)
        .zip(a.par_chunks(dims))
        .for_each(|(row, x)| {
            for (cell, y) in row.iter_mut().zip(b.chunks(dims)) {
                *cell = fast_cosine(x, y);
            }
        });
    Table { size, cells }
}

fn fast_cosine(a: &[f32], b: &[f32]) -> f32 {
    let mut sums = [0.0_f32; 16];
    for (a, b) in a.chunks_exact(16).zip(b.chunks_exact(16)) {
        for (sum, (x, y)) in sums.iter_mut().zip(a.iter().zip(b)) {
            *sum += x * y;
        }
    }
    sums.iter().sum()
}

/// What one language pair gives.
struct Result {
    all: f64,
    inside: f64,
    /// Mutual best matches with a third of the lines removed: score, right or wrong.
    matches: Vec<(f32, bool)>,
    gold: usize,
}

impl Result {
    fn f1(&self, threshold: f32) -> f64 {
        let taken = self.matches.iter().filter(|m| m.0 >= threshold);
        let (count, right) = taken.fold((0, 0), |(n, r), m| (n + 1, r + usize::from(m.1)));
        2.0 * right as f64 / (count + self.gold).max(1) as f64
    }
}

/// The one threshold that serves all pairs best.
fn best_threshold(results: &[Result]) -> f32 {
    let quality = |threshold: f32| results.iter().map(|r| r.f1(threshold)).sum::<f64>();
    (-40..80)
        .map(|step| step as f32 / 100.0)
        .max_by(|a, b| quality(*a).total_cmp(&quality(*b)))
        .unwrap_or(0.0)
}

fn measure(table: &Table, documents: &[std::ops::Range<usize>]) -> Result {
    let everything: Vec<usize> = (0..table.size).collect();
    let (right, of) = best_of(&part(table, &everything, &everything, 0));
    let mut inside = (0, 0);
    let mut matches = Vec::new();
    let mut gold = 0;
    for document in documents {
        let lines: Vec<usize> = document.clone().collect();
        let (right, of) = best_of(&part(table, &lines, &lines, NEIGHBOURS));
        inside = (inside.0 + right, inside.1 + of);
        for round in 0..ROUNDS {
            let left: Vec<usize> = lines
                .iter()
                .copied()
                .filter(|l| kept(*l, 2 * round))
                .collect();
            let right: Vec<usize> = lines
                .iter()
                .copied()
                .filter(|l| kept(*l, 2 * round + 1))
                .collect();
            gold += left.iter().filter(|l| right.contains(l)).count();
            let scores = part(table, &left, &right, NEIGHBOURS);
            for (i, j) in mutual(&scores) {
                matches.push((scores.cells[i][j], left[i] == right[j]));
            }
        }
    }
    Result {
        all: right as f64 / of as f64,
        inside: inside.0 as f64 / inside.1.max(1) as f64,
        matches,
        gold,
    }
}

/// How many neighbours make a sentence's neighbourhood.
const NEIGHBOURS: usize = 3;
/// How often lines are removed anew.
const ROUNDS: usize = 3;

/// Whether a line stays in the text: seven of ten do, by a fixed hash.
fn kept(line: usize, round: usize) -> bool {
    let mixed = (line as u64 * 64 + round as u64 + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let mixed = (mixed ^ (mixed >> 29)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    (mixed >> 33) % 10 >= 3
}

struct Scores {
    cells: Vec<Vec<f32>>,
}

/// The scores of some lines with some others, each against the mean of the `k` nearest of both
/// sides where `k` is not zero.
fn part(table: &Table, left: &[usize], right: &[usize], k: usize) -> Scores {
    let cell = |i: usize, j: usize| table.cells[i * table.size + j];
    let mut cells: Vec<Vec<f32>> = left
        .iter()
        .map(|i| right.iter().map(|j| cell(*i, *j)).collect())
        .collect();
    if k > 0 {
        let nearest = |mut all: Vec<f32>| {
            all.sort_by(|a, b| b.total_cmp(a));
            all.truncate(k);
            all.iter().sum::<f32>() / all.len().max(1) as f32
        };
        let rows: Vec<f32> = cells.iter().map(|row| nearest(row.clone())).collect();
        let columns: Vec<f32> = (0..right.len())
            .map(|j| nearest(cells.iter().map(|row| row[j]).collect()))
            .collect();
        for (row, near) in cells.iter_mut().zip(rows) {
            for (cell, near_column) in row.iter_mut().zip(&columns) {
                *cell = 2.0 * *cell - near - near_column;
            }
        }
    }
    Scores { cells }
}

fn best_in_row(scores: &Scores, i: usize) -> Option<usize> {
    let row = &scores.cells[i];
    (0..row.len()).max_by(|a, b| row[*a].total_cmp(&row[*b]))
}

fn best_in_column(scores: &Scores, j: usize) -> Option<usize> {
    (0..scores.cells.len()).max_by(|a, b| scores.cells[*a][j].total_cmp(&scores.cells[*b][j]))
}

/// How many lines of a square table have their own line as the best, over both sides.
fn best_of(scores: &Scores) -> (usize, usize) {
    let size = scores.cells.len();
    let right = (0..size)
        .map(|i| {
            usize::from(best_in_row(scores, i) == Some(i))
                + usize::from(best_in_column(scores, i) == Some(i))
        })
        .sum();
    (right, 2 * size)
}

fn mutual(scores: &Scores) -> Vec<(usize, usize)> {
    (0..scores.cells.len())
        .filter_map(|i| Some((i, best_in_row(scores, i)?)))
        .filter(|(i, j)| best_in_column(scores, *j) == Some(*i))
        .collect()
}

//! Does the encoder find translations of news, over all lines and inside a document?

mod similarity;

use super::{Data, Figure};
use encoder::Encoder;
use rayon::prelude::*;
use std::fs;
use std::ops::Range;
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

/// One language's lines of news.
#[allow(clippy::struct_field_names, reason = "the lines of these lines")]
struct Lines<'a> {
    code: &'a str,
    lines: Vec<&'a str>,
    vectors: Vec<f32>,
}

/// NTREX: news in every language, line by line, with the bounds of documents.
fn parallel(encoder: &dyn Encoder, shared: &Path) -> Vec<Figure> {
    let folder = shared.join("eval/compare/ntrex128");
    let Ok(documents) = fs::read_to_string(folder.join("docids.txt")) else {
        return Vec::new();
    };
    let documents = bounds(&documents.lines().collect::<Vec<_>>());
    let files: Vec<(&str, String)> = lang::codes()
        .filter(|code| lang::pack_or_default(code).meta.first_class)
        .filter_map(|code| {
            let text = fs::read_to_string(folder.join(format!("{code}.txt"))).ok()?;
            Some((code, text))
        })
        .collect();
    let texts: Vec<Lines> = files
        .iter()
        .map(|(code, text)| {
            let lines: Vec<&str> = text.lines().collect();
            Lines {
                code,
                vectors: encoder.encode_all(&lines, code),
                lines,
            }
        })
        .collect();
    let of = |code: &str| texts.iter().find(|text| text.code == code);
    let mut pairs: Vec<(&str, &str)> = texts
        .iter()
        .map(|text| (text.code, "en"))
        .filter(|(a, b)| a != b)
        .collect();
    let with_english = pairs.len();
    pairs.extend(CROSSED);
    let results: Vec<Result> = pairs
        .iter()
        .filter_map(|(a, b)| Some(measure(encoder, [of(a)?, of(b)?], &documents)))
        .collect();
    if results.len() != pairs.len() {
        return Vec::new();
    }
    let threshold = best_threshold(&results);
    let mut figures = Vec::new();
    let mut report = |set: String, of: &[Result]| {
        let mean =
            |f: &dyn Fn(&Result) -> f64| 100.0 * of.iter().map(f).sum::<f64>() / of.len() as f64;
        for (measure, value) in [
            ("P@1 of all lines", mean(&|r| r.all)),
            ("P@1 in the document", mean(&|r| r.inside)),
            ("F1, 30 % removed", mean(&|r| r.f1(threshold))),
        ] {
            figures.push(Figure::new(set.clone(), measure, value));
        }
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
fn bounds(ids: &[&str]) -> Vec<Range<usize>> {
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

/// The cosines of all lines with all lines.
fn cosines(dims: usize, a: &[f32], b: &[f32]) -> Scores {
    let row = |x| b.chunks(dims).map(|y| fast_cosine(x, y)).collect();
    Scores {
        cells: a.par_chunks(dims).map(row).collect(),
    }
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

/// What one language pair gives: all lines by the plain cosine, the rest by the score by which the
/// aligner decides.
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
    (1..100)
        .map(|step| step as f32 / 100.0)
        .max_by(|a, b| quality(*a).total_cmp(&quality(*b)))
        .unwrap_or(0.0)
}

fn measure(encoder: &dyn Encoder, sides: [&Lines; 2], documents: &[Range<usize>]) -> Result {
    let [a, b] = sides;
    let (right, of) = best_of(&cosines(encoder.dims(), &a.vectors, &b.vectors));
    let found: Vec<Inside> = documents
        .par_iter()
        .map(|document| inside(encoder, sides, &document.clone().collect::<Vec<_>>()))
        .collect();
    let sum = |f: &dyn Fn(&Inside) -> usize| found.iter().map(f).sum::<usize>();
    Result {
        all: right as f64 / of as f64,
        inside: sum(&|part| part.right) as f64 / sum(&|part| part.of).max(1) as f64,
        gold: sum(&|part| part.gold),
        matches: found.into_iter().flat_map(|part| part.matches).collect(),
    }
}

/// What one document gives.
#[derive(Default)]
struct Inside {
    right: usize,
    of: usize,
    matches: Vec<(f32, bool)>,
    gold: usize,
}

fn inside(encoder: &dyn Encoder, sides: [&Lines; 2], lines: &[usize]) -> Inside {
    let (right, of) = best_of(&likelihoods(encoder, sides, [lines, lines]));
    let mut inside = Inside {
        right,
        of,
        ..Inside::default()
    };
    for round in 0..ROUNDS {
        let side = |side: usize| -> Vec<usize> {
            let kept = |line: &usize| kept(*line, 2 * round + side);
            lines.iter().copied().filter(kept).collect()
        };
        let (left, right) = (side(0), side(1));
        inside.gold += left.iter().filter(|l| right.contains(l)).count();
        let scores = likelihoods(encoder, sides, [&left, &right]);
        let found = mutual(&scores).into_iter();
        inside
            .matches
            .extend(found.map(|(i, j)| (scores.cells[i][j], left[i] == right[j])));
    }
    inside
}

/// How likely the aligner holds each two of these lines to say the same; nothing for those that
/// it does not compare.
fn likelihoods(encoder: &dyn Encoder, sides: [&Lines; 2], chosen: [&[usize]; 2]) -> Scores {
    let texts = [0, 1].map(|side| {
        let lines: Vec<&str> = chosen[side].iter().map(|l| sides[side].lines[*l]).collect();
        aligner::Text::of_lines(&lines, sides[side].code, encoder)
    });
    let mut cells = vec![vec![0.0; chosen[1].len()]; chosen[0].len()];
    for comparison in aligner::comparisons(&texts) {
        cells[comparison.left.sentence][comparison.right.sentence] = comparison.probability;
    }
    Scores { cells }
}

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

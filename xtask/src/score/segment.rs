//! Sentences: span F1 over treebanks, golden rules passed.

mod golden;

use super::{Data, Figure};
use segmenter::{Article, Span};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// Treebanks of Universal Dependencies, each document chained from sentences; and the golden
/// rules of three sentence splitters.
pub fn suite(data: &Data) -> Option<Vec<Figure>> {
    let mut figures = treebanks(data)?;
    figures.extend(golden::figures(data)?);
    Some(figures)
}

fn treebanks(data: &Data) -> Option<Vec<Figure>> {
    let mut figures = Vec::new();
    for path in files(&data.shared.join("eval/extract/ud_sbd"))? {
        let name = path.file_stem()?.to_str()?.to_owned();
        let (mut hits, mut ours, mut gold) = (0, 0, 0);
        for row in rows(&path)? {
            let text = row["text"].as_str()?.to_owned();
            let points = segmenter::CodePoints::new(&text);
            let right: BTreeSet<Span> = row["spans"]
                .as_array()?
                .iter()
                .filter_map(|span| {
                    let at = |i: usize| Some(points.to_byte(&text, span[i].as_u64()? as usize));
                    Some(Span::new(at(0)?, at(1)?).trim(&text))
                })
                .collect();
            let found = sentences(&text, None);
            if data.errors {
                show(&name, &text, &right, &found);
            }
            hits += found.intersection(&right).count();
            ours += found.len();
            gold += right.len();
        }
        let f1 = 200.0 * hits as f64 / (ours + gold).max(1) as f64;
        figures.push(Figure::new(format!("ud_sbd/{name}"), "span F1", f1));
    }
    let mean = |keep: &dyn Fn(&str) -> bool| {
        let kept: Vec<f64> = figures
            .iter()
            .filter(|figure| keep(&figure.set))
            .map(|figure| figure.value)
            .collect();
        kept.iter().sum::<f64>() / kept.len().max(1) as f64
    };
    let all = mean(&|_| true);
    let spoken = mean(&|set| !set.contains("Thai"));
    figures.push(Figure::new("ud_sbd", "span F1, mean", all));
    figures.push(Figure::new("ud_sbd without Thai", "span F1, mean", spoken));
    Some(figures)
}

fn sentences(text: &str, language: Option<&str>) -> BTreeSet<Span> {
    let mut article = Article::new("", text);
    article.language = language.map(str::to_owned);
    let document = segmenter::segment(article);
    document.sentences.iter().map(|s| s.span).collect()
}

/// Prints where we end a sentence and the gold does not (`+`), and the other way round (`-`).
fn show(name: &str, text: &str, right: &BTreeSet<Span>, found: &BTreeSet<Span>) {
    let ends = |spans: &BTreeSet<Span>| spans.iter().map(|s| s.end).collect::<BTreeSet<_>>();
    let (right, found) = (ends(right), ends(found));
    let mut errors = BTreeMap::new();
    errors.extend(found.difference(&right).map(|&at| (at, '+')));
    errors.extend(right.difference(&found).map(|&at| (at, '-')));
    for (at, sign) in errors {
        let before: String = text
            .get(..at)
            .unwrap_or_default()
            .chars()
            .rev()
            .take(50)
            .collect();
        let before: String = before.chars().rev().collect();
        let after: String = text
            .get(at..)
            .unwrap_or_default()
            .chars()
            .take(40)
            .collect();
        println!(
            "{name} {sign} {}",
            format!("{before}⏹{after}").replace('\n', "⏎")
        );
    }
}

fn files(folder: &Path) -> Option<Vec<PathBuf>> {
    let mut files: Vec<PathBuf> = fs::read_dir(folder)
        .ok()?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|e| e == "jsonl"))
        .collect();
    files.sort();
    Some(files)
}

fn rows(path: &Path) -> Option<Vec<Value>> {
    fs::read_to_string(path)
        .ok()?
        .lines()
        .map(|line| serde_json::from_str(line).ok())
        .collect()
}

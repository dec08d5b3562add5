//! Language: of news lines, of their first words and of short news texts.

use super::{Data, Figure};
use segmenter::Article;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// Shares of texts whose language is told right: all languages of the set and the first-class
/// ones among them.
pub fn suite(data: &Data) -> Option<Vec<Figure>> {
    let file = data.shared.join("eval/extract/lid/ntrex_news_lines.tsv");
    let lines = fs::read_to_string(file).ok()?;
    let lines: Vec<(String, &str)> = lines
        .lines()
        .filter_map(|line| line.split_once('\t'))
        .map(|(code, text)| (lang::two_letter(code).to_owned(), text))
        .collect();
    let five = |text: &str| {
        let words: Vec<&str> = text.split_whitespace().collect();
        if words.len() > 5 {
            words.get(..5).unwrap_or_default().join(" ")
        } else {
            // Unspaced scripts: as many characters as five words have.
            text.chars()
                .take(if words.len() < 3 { 10 } else { 200 })
                .collect()
        }
    };
    let mut figures = Vec::new();
    figures.extend(measure(
        data,
        "lid line",
        lines.iter().map(|(c, t)| (c.as_str(), (*t).to_owned())),
    ));
    figures.extend(measure(
        data,
        "lid five words",
        lines.iter().map(|(c, t)| (c.as_str(), five(t))),
    ));
    let texts = texts(&data.shared.join("eval/compare/ntrex128"))?;
    figures.extend(measure(
        data,
        "ntrex128 200 characters",
        texts.iter().map(|(c, t)| (c.as_str(), t.clone())),
    ));
    Some(figures)
}

/// Consecutive lines put together until they have 200 characters.
fn texts(folder: &Path) -> Option<Vec<(String, String)>> {
    let mut files: Vec<_> = fs::read_dir(folder)
        .ok()?
        .filter_map(|e| Some(e.ok()?.path()))
        .collect();
    files.sort();
    let mut texts = Vec::new();
    for path in files {
        let name = path.file_stem()?.to_str()?;
        if name == "docids" || path.extension().is_none_or(|e| e != "txt") {
            continue;
        }
        let code = name.split('-').next()?;
        let mut text = String::new();
        for line in fs::read_to_string(&path).ok()?.lines() {
            text.push_str(line);
            text.push(' ');
            if text.chars().count() >= 200 {
                texts.push((code.to_owned(), text.chars().take(200).collect()));
                text.clear();
            }
        }
    }
    Some(texts)
}

fn measure<'a>(
    data: &Data,
    set: &str,
    texts: impl Iterator<Item = (&'a str, String)>,
) -> Vec<Figure> {
    let mut right: BTreeMap<String, (u32, u32)> = BTreeMap::new();
    for (code, text) in texts {
        let found = segmenter::segment(Article::new("", text.clone())).language;
        let (hits, all) = right.entry(code.to_owned()).or_default();
        *all += 1;
        if found.code == code {
            *hits += 1;
        } else if data.errors {
            println!(
                "{set} {code} → {} {:.2}: {text}",
                found.code, found.confidence
            );
        }
    }
    let share = |keep: &dyn Fn(&str) -> bool| {
        let (hits, all) = right
            .iter()
            .filter(|(code, _)| keep(code))
            .fold((0, 0), |(h, a), (_, (hits, all))| (h + hits, a + all));
        100.0 * f64::from(hits) / f64::from(all.max(1))
    };
    let first_class = |code: &str| lang::pack(code).is_some_and(|pack| pack.meta.first_class);
    let mut figures = vec![
        Figure::new(format!("{set}, first class"), "right", share(&first_class)),
        Figure::new(format!("{set}, all"), "right", share(&|_| true)),
    ];
    for code in right.keys() {
        figures.push(Figure::new(
            format!("{set}, {code}"),
            "right",
            share(&|c| c == code),
        ));
    }
    figures
}

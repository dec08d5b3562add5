//! Contradictions: pairs of texts of which people have said whether one contradicts the other.
//!
//! Each text is one report, and both are compared as the command compares them.

use super::{Data, Figure};
use differ::{Kind, Verdict};
use scorer::Measure;
use segmenter::Article;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// One pair: its id, what people said, and the two texts.
struct Pair {
    id: String,
    contradicts: bool,
    texts: [String; 2],
}

/// Precision of what is said to diverge, and recall of contradictions.
pub fn suite(data: &Data) -> Option<Vec<Figure>> {
    let folder = data.shared.join("eval/compare/nli_pairs");
    let english = pairs(&folder.join("rte3_en.dev.tsv"), "contradiction")?;
    let french = pairs(&folder.join("rte3_fr.dev.tsv"), "contradiction")?;
    let arabic = pairs(&folder.join("ans_ar.dev.tsv"), "disagree")?;
    let by_id: BTreeMap<&str, &Pair> = french.iter().map(|pair| (pair.id.as_str(), pair)).collect();
    let crossed: Vec<Pair> = english
        .iter()
        .filter_map(|pair| {
            let other = by_id.get(pair.id.as_str())?;
            Some(Pair {
                id: pair.id.clone(),
                contradicts: pair.contradicts,
                texts: [pair.texts[0].clone(), other.texts[1].clone()],
            })
        })
        .collect();
    let mut figures = Vec::new();
    for (name, pairs, languages) in [
        ("rte3 en", &english, ["en", "en"]),
        ("rte3 fr", &french, ["fr", "fr"]),
        ("rte3 en-fr", &crossed, ["en", "fr"]),
        ("headlines ar", &arabic, ["ar", "ar"]),
    ] {
        let mut counts = Measure::default();
        for pair in pairs {
            let called = diverges(&pair.texts, languages);
            if let (Some(explanation), true) = (&called, data.errors) {
                let verdict = if pair.contradicts { "RIGHT" } else { "WRONG" };
                println!(
                    "{verdict} {name} {}: {explanation}\n    {}\n    {}",
                    pair.id, pair.texts[0], pair.texts[1]
                );
            }
            let right = called.is_some() && pair.contradicts;
            counts += Measure {
                right: usize::from(right),
                found: usize::from(called.is_some()),
                recalled: usize::from(right),
                gold: usize::from(pair.contradicts),
            };
        }
        figures.push(Figure::new(name, "precision", 100.0 * counts.precision()));
        figures.push(Figure::new(name, "recall", 100.0 * counts.recall()));
    }
    Some(figures)
}

fn pairs(file: &Path, label: &str) -> Option<Vec<Pair>> {
    let text = fs::read_to_string(file).ok()?;
    let pairs = text.lines().skip(1).filter_map(|line| {
        let mut columns = line.split('\t');
        let id = columns.next()?.to_owned();
        let said = columns.nth(2)?;
        Some(Pair {
            id,
            contradicts: said == label,
            texts: [columns.next()?.to_owned(), columns.next()?.to_owned()],
        })
    });
    Some(pairs.collect())
}

/// What diverges between two texts, in plain words.
fn diverges(texts: &[String; 2], languages: [&str; 2]) -> Option<String> {
    let articles: Vec<Article> = texts
        .iter()
        .zip(languages)
        .enumerate()
        .map(|(number, (text, language))| {
            let mut article = Article::new(format!("text {number}"), text.as_str());
            article.language = Some(language.to_owned());
            article.published = Some("2006-06-15".to_owned());
            article
        })
        .collect();
    let comparison = parallax::compare(&articles, &parallax::Options::default());
    let found = comparison.findings.into_iter().find(|finding| {
        finding.verdict == Verdict::Diverges
            && !matches!(finding.kind, Kind::Coverage | Kind::Wording)
    });
    found.map(|finding| format!("{} {}", finding.kind.name(), finding.explanation))
}

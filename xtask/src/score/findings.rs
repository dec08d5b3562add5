//! Findings on our own events against their gold.

use super::{Data, Figure};
use scorer::findings::Score;
use scorer::gold::Gold;
use std::fs;

/// Precision and recall by event, kind and language.
pub fn suite(data: &Data) -> Option<Vec<Figure>> {
    let mut events: Vec<_> = fs::read_dir(&data.corpora)
        .ok()?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.join("gold").is_dir())
        .collect();
    events.sort();
    let mut total = Score::default();
    let mut figures = Vec::new();
    for event in events {
        let name = event.file_name()?.to_string_lossy().into_owned();
        let inputs = reader::read(std::slice::from_ref(&event), &reader::Options::default()).inputs;
        let mut articles: Vec<_> = inputs.into_iter().map(|input| input.article).collect();
        articles.sort_by(|a, b| a.id.cmp(&b.id));
        let gold = match Gold::read(&event.join("gold"), &articles) {
            Ok(gold) => gold,
            Err(error) => {
                eprintln!("{error}");
                continue;
            }
        };
        let comparison = parallax::compare(&articles, &parallax::Options::default());
        let score = scorer::findings::score(&comparison, &gold);
        if data.errors {
            println!("### {name}");
            for error in &score.errors {
                println!("{error}");
            }
        }
        figures.push(Figure::new(
            &name,
            "precision",
            score.all.precision() * 100.0,
        ));
        figures.push(Figure::new(&name, "recall", score.all.recall() * 100.0));
        total.merge(score);
    }
    figures.push(Figure::new(
        "all events",
        "precision",
        total.all.precision() * 100.0,
    ));
    figures.push(Figure::new(
        "all events",
        "recall",
        total.all.recall() * 100.0,
    ));
    figures.push(Figure::new(
        "all events",
        "recall of planted",
        total.planted.recall() * 100.0,
    ));
    for (kind, counts) in &total.kinds {
        figures.push(Figure::new(
            format!("kind {kind}"),
            "precision",
            counts.precision() * 100.0,
        ));
        figures.push(Figure::new(
            format!("kind {kind}"),
            "recall",
            counts.recall() * 100.0,
        ));
    }
    for (language, counts) in &total.languages {
        figures.push(Figure::new(
            format!("language {language}"),
            "precision",
            counts.precision() * 100.0,
        ));
        figures.push(Figure::new(
            format!("language {language}"),
            "recall",
            counts.recall() * 100.0,
        ));
    }
    Some(figures)
}

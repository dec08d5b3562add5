//! Findings on our own events against their gold.

use super::{Data, Figure, statements};
use scorer::Measure;
use scorer::findings::Score;
use scorer::gold::Gold;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Precision and recall by event, kind and language.
pub fn suite(data: &Data) -> Option<Vec<Figure>> {
    let all = events(&data.corpora);
    if all.is_empty() {
        return None;
    }
    let mut total = Score::default();
    // The same with the gold's statements, and with its mentions too: what the extractor and the
    // differ get wrong, and the differ alone.
    let mut aligned = Score::default();
    let mut extracted = Score::default();
    // And without the encoder: by letters, numbers, dates and names alone.
    let mut blind = Score::default();
    let mut figures = Vec::new();
    for Event {
        name,
        articles,
        gold,
    } in all
    {
        let comparison = parallax::compare(&articles, &parallax::Options::default());
        let mut reports = comparison.reports.clone();
        let statements = gold.statements_of(&reports);
        let given = differ::compare(reports.clone(), statements.clone());
        let given = scorer::findings::score(&given, &gold);
        gold.mentions_into(&mut reports);
        let all_given = scorer::findings::score(&differ::compare(reports, statements), &gold);
        let score = scorer::findings::score(&comparison, &gold);
        let options = parallax::Options::default().with_encoder(Arc::new(NoEncoder));
        let unaided = parallax::compare(&articles, &options);
        blind.merge(scorer::findings::score(&unaided, &gold));
        if data.errors {
            for (errors, with) in [
                (&all_given.errors, "gold statements and mentions"),
                (&given.errors, "gold statements"),
                (&score.errors, "own"),
            ] {
                println!("### {name}, {with}");
                for error in errors {
                    println!("{error}");
                }
            }
        }
        figures.extend(both(&name, score.all));
        total.merge(score);
        aligned.merge(given);
        extracted.merge(all_given);
    }
    for (score, what) in [
        (total, ""),
        (aligned, "gold statements: "),
        (extracted, "gold statements and mentions: "),
    ] {
        figures.extend(both(format!("{what}all events"), score.all));
        figures.push(Figure::new(
            format!("{what}all events"),
            "recall of planted",
            score.planted.recall() * 100.0,
        ));
        for (kind, &counts) in &score.kinds {
            figures.extend(both(format!("{what}kind {kind}"), counts));
        }
        for (language, &counts) in &score.languages {
            figures.extend(both(format!("{what}language {language}"), counts));
        }
    }
    figures.extend(both("without the encoder: all events", blind.all));
    let mut held_back = Score::default();
    for Event { articles, gold, .. } in events(&data.held_back) {
        let comparison = parallax::compare(&articles, &parallax::Options::default());
        held_back.merge(scorer::findings::score(&comparison, &gold));
    }
    figures.extend(both("held back: all events", held_back.all));
    Some(figures)
}

/// Knows of no sentence what it means.
struct NoEncoder;

impl parallax::Encoder for NoEncoder {
    fn dims(&self) -> usize {
        1
    }

    fn encode_into(&self, _: &str, _: &str, out: &mut [f32]) {
        out.fill(0.0);
    }
}

/// One of our own events.
pub struct Event {
    pub name: String,
    pub articles: Vec<parallax::Article>,
    pub gold: Gold,
}

/// The events of a folder, by name.
pub fn events(corpora: &Path) -> Vec<Event> {
    let read = |folder: &PathBuf| {
        let name = folder.file_name()?.to_string_lossy().into_owned();
        let inputs = reader::read(std::slice::from_ref(folder), &reader::Options::default()).inputs;
        let mut articles: Vec<_> = inputs.into_iter().map(|input| input.article).collect();
        articles.sort_by(|a, b| a.id.cmp(&b.id));
        match Gold::read(&folder.join("gold"), &articles) {
            Ok(gold) => Some(Event {
                name,
                articles,
                gold,
            }),
            Err(error) => {
                eprintln!("{error}");
                None
            }
        }
    };
    statements::events(corpora)
        .iter()
        .filter_map(read)
        .collect()
}

fn both(set: impl Into<String>, counts: Measure) -> [Figure; 2] {
    let set = set.into();
    [
        Figure::new(set.clone(), "precision", counts.precision() * 100.0),
        Figure::new(set, "recall", counts.recall() * 100.0),
    ]
}

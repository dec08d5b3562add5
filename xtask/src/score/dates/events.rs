//! The dates of our own events. A mention is right with the same ends and the same precision;
//! the date of a dateline must be marked as one.

use super::{Answer, of, print, score};
use crate::score::{Data, Figure};
use extractor::{Date, Precision};
use jiff::civil;
use scorer::Measure;
use segmenter::Span;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::fs;

#[derive(Debug, Clone, Deserialize)]
struct Gold {
    article: String,
    text: String,
    nth: Option<usize>,
    from: Option<String>,
    to: Option<String>,
    precision: String,
    #[serde(default)]
    dateline: bool,
}

pub(super) fn figures(data: &Data) -> Option<Vec<Figure>> {
    let mut events: Vec<_> = fs::read_dir(&data.corpora)
        .ok()?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.join("gold/dates.jsonl").is_file())
        .collect();
    events.sort();
    let mut languages: BTreeMap<String, Measure> = BTreeMap::new();
    let mut all = Measure::default();
    for event in events {
        let gold: Vec<Gold> = fs::read_to_string(event.join("gold/dates.jsonl"))
            .ok()?
            .lines()
            .filter_map(|line| serde_json::from_str(line).ok())
            .collect();
        let options = reader::Options::default();
        let inputs = reader::read(std::slice::from_ref(&event), &options).inputs;
        for article in inputs.into_iter().map(|input| input.article) {
            let (id, text) = (article.id.clone(), article.text.clone());
            let language = article.language.clone().unwrap_or_default();
            let gold: Vec<(Span, Gold)> = gold
                .iter()
                .filter(|gold| gold.article == id)
                .filter_map(|gold| {
                    let nth = gold.nth.unwrap_or(1).saturating_sub(1);
                    let (start, found) = text.match_indices(gold.text.as_str()).nth(nth)?;
                    Some((Span::new(start, start + found.len()), gold.clone()))
                })
                .collect();
            let found = of(article);
            let (measure, wrong) = score(&gold, &found, Gold::answer, |_| true);
            if data.errors {
                print(&format!("events/{language} {id}"), &text, &wrong, false);
            }
            *languages.entry(language).or_default() += measure;
            all += measure;
        }
    }
    languages.insert("all".to_owned(), all);
    let figures = languages.into_iter().flat_map(|(language, measure)| {
        let set = format!("events/{language}");
        [
            Figure::new(&set, "precision", measure.precision() * 100.0),
            Figure::new(&set, "recall", measure.recall() * 100.0),
        ]
    });
    Some(figures.collect())
}

impl Gold {
    fn answer(&self, date: &Date) -> Answer {
        let right = precision(&self.precision) == Some(date.precision)
            && self.dateline == date.dateline
            && (date.precision == Precision::Vague
                || (same(self.from.as_deref(), date.from) && same(self.to.as_deref(), date.to)));
        if right { Answer::Right } else { Answer::Wrong }
    }
}

/// Whether an end is the one that the gold prints, as finely as it prints it.
fn same(gold: Option<&str>, end: Option<civil::DateTime>) -> bool {
    match (gold, end) {
        (None, None) => true,
        (Some(gold), Some(end)) => end.to_string().starts_with(gold),
        _ => false,
    }
}

fn precision(name: &str) -> Option<Precision> {
    Some(match name {
        "vague" => Precision::Vague,
        "decade" => Precision::Decade,
        "year" => Precision::Year,
        "season" => Precision::Season,
        "month" => Precision::Month,
        "week" => Precision::Week,
        "day" => Precision::Day,
        "day_part" => Precision::DayPart,
        "time" => Precision::Time,
        "period" => Precision::Period,
        _ => return None,
    })
}

//! Dates: values of days, periods and times over news, worked cases and our own events.
//!
//! A mention is right where it overlaps the gold and names the same stretch of the calendar.
//! Every gold mention answers one found mention at most.

use super::{Data, Figure};
use extractor::{Date, Value};
use jiff::civil;
use scorer::Measure;
use segmenter::{Article, Span};
use std::fs;
use std::path::Path;

mod events;
mod specs;
mod timex;

/// News annotated with TIMEX3, the worked cases of a recogniser, and our own events.
pub fn suite(data: &Data) -> Option<Vec<Figure>> {
    let mut figures = events::figures(data)?;
    let root = data.shared.join("eval/extract");
    if root.exists() {
        figures.extend(timex::figures(&root.join("timex"), data.errors)?);
        figures.extend(specs::figures(
            &root.join("recognizers_specs"),
            data.errors,
        )?);
    }
    Some(figures)
}

/// The dates of a text in a language, published on a day, with where they stand.
fn dates(language: &str, published: &str, text: &str) -> Vec<(Span, Date)> {
    let mut article = Article::new("score", text);
    article.language = Some(language.to_owned());
    article.published = Some(published.to_owned());
    of(article)
}

fn of(article: Article) -> Vec<(Span, Date)> {
    extractor::extract(&segmenter::segment(article))
        .into_iter()
        .filter_map(|mention| match mention.value {
            Value::Date(date) => Some((mention.span, date)),
            _ => None,
        })
        .collect()
}

/// How a found mention stands to one of the gold.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Answer {
    Right,
    /// Right where the mention answers another of the gold besides: "Thursday at 8 p.m.", which
    /// the gold lists as a day and a time.
    Part,
    /// Neither can be held against the other: both are left out.
    Open,
    Wrong,
}

/// Gold mentions and found ones of one text, matched by their order.
fn score<G>(
    gold: &[(Span, G)],
    found: &[(Span, Date)],
    answer: impl Fn(&G, &Date) -> Answer,
    counted: impl Fn(&G) -> bool,
) -> (Measure, Vec<String>)
where
    G: std::fmt::Debug,
{
    let overlap = |a: Span, b: Span| a.start < b.end && b.start < a.end;
    let mut measure = Measure {
        gold: gold.iter().filter(|(_, gold)| counted(gold)).count(),
        ..Measure::default()
    };
    let mut recalled = vec![false; gold.len()];
    let mut errors = Vec::new();
    for (span, date) in found {
        let mut best = Answer::Wrong;
        let mut parts = Vec::new();
        // A period answers for both its ends, where the gold lists them one by one.
        for (index, (place, wanted)) in gold.iter().enumerate() {
            if !overlap(*span, *place) || recalled[index] {
                continue;
            }
            match answer(wanted, date) {
                Answer::Right => {
                    recalled[index] = true;
                    measure.recalled += usize::from(counted(wanted));
                    best = if counted(wanted) {
                        Answer::Right
                    } else {
                        Answer::Open
                    };
                }
                Answer::Part => parts.push(index),
                Answer::Open if best == Answer::Wrong => best = Answer::Open,
                _ => {}
            }
        }
        if best != Answer::Wrong && !parts.is_empty() {
            best = Answer::Right;
            for index in parts {
                recalled[index] = true;
                measure.recalled += 1;
            }
        }
        match best {
            Answer::Right => {
                measure.found += 1;
                measure.right += 1;
            }
            Answer::Open => {}
            Answer::Part | Answer::Wrong => {
                measure.found += 1;
                errors.push(format!("  + {} {}", show(*span), in_words(date)));
            }
        }
    }
    for ((span, wanted), recalled) in gold.iter().zip(recalled) {
        if !recalled && counted(wanted) {
            errors.push(format!("  - {} {wanted:?}", show(*span)));
        }
    }
    (measure, errors)
}

fn show(span: Span) -> String {
    format!("[{}..{}]", span.start, span.end)
}

fn in_words(date: &Date) -> String {
    let end = |end: Option<civil::DateTime>| end.map(|end| end.to_string()).unwrap_or_default();
    format!("{}..{} {:?}", end(date.from), end(date.to), date.precision)
}

/// Prints what is wrong in a text, with the words in place of their spans.
fn print(set: &str, text: &str, errors: &[String], whole: bool) {
    if errors.is_empty() {
        return;
    }
    if whole {
        println!("{set}\t{text}");
    }
    for error in errors {
        let bounds = error
            .split_once('[')
            .and_then(|(_, rest)| rest.split_once(']'))
            .and_then(|(bounds, _)| bounds.split_once(".."))
            .and_then(|(a, b)| Some((a.parse::<usize>().ok()?, b.parse::<usize>().ok()?)));
        let Some((start, end)) = bounds else { continue };
        let around = |from: usize, to: usize| {
            text.char_indices()
                .filter(|(at, _)| (from..to).contains(at))
                .map(|(_, c)| if c.is_whitespace() { ' ' } else { c })
                .collect::<String>()
        };
        println!(
            "{set}\t{error}\t{}«{}»{}",
            around(start.saturating_sub(40), start),
            around(start, end),
            around(end, end + 30)
        );
    }
}

fn figures_of(set: &str, measure: Measure) -> Vec<Figure> {
    vec![
        Figure::new(set, "precision", measure.precision() * 100.0),
        Figure::new(set, "recall", measure.recall() * 100.0),
        Figure::new(set, "F1", measure.f1() * 100.0),
    ]
}

fn rows(path: &Path) -> Option<Vec<serde_json::Value>> {
    let text = fs::read_to_string(path).ok()?;
    Some(
        text.lines()
            .filter_map(|line| serde_json::from_str(line).ok())
            .collect(),
    )
}

/// The bytes of a stretch that is given in units of another width.
fn bytes(text: &str, width: impl Fn(char) -> usize, start: usize, end: usize) -> Span {
    let mut units = 0;
    let (mut from, mut to) = (text.len(), text.len());
    for (at, c) in text.char_indices() {
        if units >= start && from == text.len() {
            from = at;
        }
        if units >= end {
            to = at;
            break;
        }
        units += width(c);
    }
    Span::new(from.min(to), to)
}

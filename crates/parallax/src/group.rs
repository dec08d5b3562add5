//! Which articles tell of the same event.
//!
//! Articles of one event share names that the other articles do not, mean much the same as a whole
//! and are published within days of each other. Groups are joined while the articles of both lie
//! close on average, so that one article that touches two events does not melt them into one.

use crate::{Article, Encoder, Options};
use aligner::Report;
use extractor::Value;
use jiff::civil::Date;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// An article as a whole.
struct Whole {
    /// The mean of its sentences' meanings, less what all articles share.
    vector: Vec<f32>,
    /// The keys of its names and how often each stands there.
    names: BTreeMap<String, usize>,
    day: Option<Date>,
}

/// Two groups are joined where their articles are alike at least that much on average. Together with
/// the two weights below the best of a grid over three sets: B-cubed F1 0.99 on the corpora of this
/// repository (9 events, 16 languages), 0.78 on 120 events of American politics, 0.83 on 120
/// shootings, whose reports are much alike.
const LEAST_ALIKE: f32 = 0.20;

/// How much each day between two publications takes away, up to [`MOST_DAYS`].
const PER_DAY: f32 = 0.015;

/// News of one event is mostly told within three weeks.
const MOST_DAYS: f32 = 21.0;

/// How much shared names count beside meaning.
const NAMES: f32 = 0.3;

/// The first sentences tell what happened; so many count twice.
const LEAD: usize = 3;

/// Above so many articles only those are compared that share a name or were published close.
const ALL_PAIRS: usize = 1_000;

/// The number of the event of each article, counted from 0 in the order of the articles' ids.
pub fn group(articles: &[Article], options: &Options) -> Vec<usize> {
    let mut order: Vec<usize> = (0..articles.len()).collect();
    order.sort_by(|&a, &b| {
        let key = |at: usize| (&articles[at].id, &articles[at].text);
        key(a).cmp(&key(b))
    });
    let mut wholes: Vec<Whole> = order
        .par_iter()
        .map(|&at| whole(&articles[at], options.encoder()))
        .collect();
    centre(&mut wholes);
    let groups = join(wholes.len(), &pairs(&wholes));
    let mut events = vec![0; articles.len()];
    for (event, group) in groups.iter().enumerate() {
        for &member in group {
            events[order[member]] = event;
        }
    }
    events
}

fn whole(article: &Article, encoder: &dyn Encoder) -> Whole {
    let document = segmenter::segment(article.clone());
    let mentions = extractor::extract(&document);
    let report = Report { document, mentions };
    let mut vector = vec![0.0; encoder.dims()];
    let mut add = |text: &str, language: &str, weight: f32| {
        for (sum, x) in vector.iter_mut().zip(encoder.encode(text, language)) {
            *sum += weight * x;
        }
    };
    if let Some(title) = &article.title {
        add(title, &report.document.language.code, 2.0);
    }
    for sentence in 0..report.document.sentences.len() {
        let weight = if sentence < LEAD { 2.0 } else { 1.0 };
        let text = report.document.sentence_text(sentence);
        add(text, report.document.language_of(sentence), weight);
    }
    let mut names = BTreeMap::new();
    for mention in &report.mentions {
        if let Value::Name(name) = &mention.value {
            *names.entry(name.key.clone()).or_default() += 1;
        }
    }
    let published = article.published.as_deref().unwrap_or_default();
    let day = published.get(..10).and_then(|day| day.parse().ok());
    Whole { vector, names, day }
}

/// Takes from every vector what all have in common, which says nothing of an event, and brings it
/// to length 1. A few articles have too little in common to know.
fn centre(wholes: &mut [Whole]) {
    const ENOUGH: usize = 12;
    for whole in wholes.iter_mut() {
        normalise(&mut whole.vector);
    }
    let Some(dims) = wholes.first().map(|whole| whole.vector.len()) else {
        return;
    };
    if wholes.len() >= ENOUGH {
        let mut mean = vec![0.0; dims];
        for whole in wholes.iter() {
            for (sum, x) in mean.iter_mut().zip(&whole.vector) {
                *sum += x / wholes.len() as f32;
            }
        }
        for whole in wholes.iter_mut() {
            for (x, mean) in whole.vector.iter_mut().zip(&mean) {
                *x -= mean;
            }
            normalise(&mut whole.vector);
        }
    }
}

fn normalise(vector: &mut [f32]) {
    let length = vector.iter().map(|x| x * x).sum::<f32>().sqrt();
    if length > 0.0 {
        for x in vector {
            *x /= length;
        }
    }
}

/// How alike two articles are, for every pair that may tell of one event.
fn pairs(wholes: &[Whole]) -> BTreeMap<(usize, usize), f32> {
    let mut by_name: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (at, whole) in wholes.iter().enumerate() {
        for name in whole.names.keys() {
            by_name.entry(name).or_default().push(at);
        }
    }
    let weight = |name: &str| {
        let articles = by_name.get(name).map_or(1, Vec::len);
        (wholes.len() as f32 / articles as f32).ln().max(0.05)
    };
    let candidates: BTreeSet<(usize, usize)> = if wholes.len() <= ALL_PAIRS {
        (0..wholes.len())
            .flat_map(|a| (a + 1..wholes.len()).map(move |b| (a, b)))
            .collect()
    } else {
        let telling = wholes.len() / 20;
        by_name
            .values()
            .filter(|articles| articles.len() <= telling)
            .flat_map(|articles| {
                articles
                    .iter()
                    .enumerate()
                    .flat_map(move |(nth, &a)| articles.iter().skip(nth + 1).map(move |&b| (a, b)))
            })
            .collect()
    };
    let scored: Vec<((usize, usize), f32)> = candidates
        .into_par_iter()
        .map(|(a, b)| ((a, b), alike(&wholes[a], &wholes[b], &weight)))
        .collect();
    scored.into_iter().collect()
}

fn alike(a: &Whole, b: &Whole, weight: &impl Fn(&str) -> f32) -> f32 {
    let meaning = encoder::cosine(&a.vector, &b.vector).max(0.0);
    let mass = |whole: &Whole| -> f32 {
        let names = whole.names.iter();
        names
            .map(|(name, &times)| weight(name) * (times as f32).sqrt())
            .sum()
    };
    let shared: f32 = a
        .names
        .iter()
        .filter_map(|(name, &times)| {
            let other = *b.names.get(name)?;
            Some(weight(name) * (times.min(other) as f32).sqrt())
        })
        .sum();
    let least = mass(a).min(mass(b));
    let names = if least > 0.0 { shared / least } else { 0.0 };
    let days = match (a.day, b.day) {
        (Some(a), Some(b)) => b.since(a).map_or(0, |span| span.get_days()).unsigned_abs() as f32,
        _ => 0.0,
    };
    meaning * (1.0 - NAMES) + names * NAMES - days.min(MOST_DAYS) * PER_DAY
}

/// Joins the pair of groups that are most alike on average, until none is alike enough.
fn join(articles: usize, pairs: &BTreeMap<(usize, usize), f32>) -> Vec<Vec<usize>> {
    let mut groups: Vec<Vec<usize>> = (0..articles).map(|article| vec![article]).collect();
    let mut of: Vec<usize> = (0..articles).collect();
    let mut edges: Vec<(&(usize, usize), &f32)> = pairs
        .iter()
        .filter(|(_, alike)| **alike >= LEAST_ALIKE)
        .collect();
    edges.sort_by(|a, b| b.1.total_cmp(a.1).then(a.0.cmp(b.0)));
    for (&(a, b), _) in edges {
        let (a, b) = (of[a].min(of[b]), of[a].max(of[b]));
        if a == b {
            continue;
        }
        let mut sum = 0.0;
        for &x in &groups[a] {
            for &y in &groups[b] {
                sum += pairs.get(&(x.min(y), x.max(y))).copied().unwrap_or(0.0);
            }
        }
        if sum / (groups[a].len() * groups[b].len()) as f32 >= LEAST_ALIKE {
            let moved = std::mem::take(&mut groups[b]);
            for &member in &moved {
                of[member] = a;
            }
            groups[a].extend(moved);
        }
    }
    groups.retain(|group| !group.is_empty());
    groups
}

#[cfg(test)]
mod tests {
    use super::*;

    fn article(id: &str, published: &str, text: &str) -> Article {
        let mut article = Article::new(id, text);
        article.published = Some(published.to_owned());
        article
    }

    #[test]
    fn events_are_told_apart_over_languages_and_in_any_order() {
        let mut articles = vec![
            article(
                "a",
                "2024-04-30",
                "Fatah and Hamas held talks in Beijing on Tuesday, Lin Jian said. China hosted them.",
            ),
            article(
                "b",
                "2024-05-01",
                "China dijo que Fatah y Hamás se reunieron en Pekín. Lin Jian habló de avances.",
            ),
            article(
                "c",
                "2024-04-30",
                "The quake shook Malatya in Turkey at dawn. Governor Yildirim said houses fell in Malatya.",
            ),
            article(
                "d",
                "2024-04-30",
                "Ein Erdbeben hat Malatya in der Türkei erschüttert. In Malatya stürzten Häuser ein.",
            ),
        ];
        let options = Options::default();
        assert_eq!(group(&articles, &options), [0, 0, 1, 1]);
        articles.reverse();
        assert_eq!(group(&articles, &options), [1, 1, 0, 0]);
        assert_eq!(group(&[], &options), [0; 0]);
    }
}

//! Words that one text says and another does not: marked by people in pairs of encyclopedia
//! paragraphs (X-PARADE) and of government pages (SwissGov-RSD), graded in pairs of sentences
//! and short documents (iSTS-RSD).

use super::{Data, Figure};
use differ::novelty::{FEATURES, NEW, Words, features, novelty};
use segmenter::{Article, Document, Span};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// A text whose words are marked, beside another text.
pub struct Pair {
    /// `xparade/en-es`
    pub set: String,
    /// The number of the pair in its file, and in files of the same pairs in other languages.
    pub number: usize,
    words: Words,
    other: Words,
    /// Tokens as the marks count them, with how new each is, 0 to 1.
    tokens: Vec<(Span, f32)>,
}

/// F1 of new words, and rank correlation with graded marks.
pub fn suite(data: &Data) -> Option<Vec<Figure>> {
    let pairs = pairs(&data.shared);
    if pairs.is_empty() {
        return None;
    }
    let mut sets: BTreeMap<&str, Vec<(f32, f32)>> = BTreeMap::new();
    for pair in &pairs {
        let novel = novelty(&pair.words, &[&pair.other]);
        let set = sets.entry(&pair.set).or_default();
        for &(token, gold) in &pair.tokens {
            let over = pair.over(token);
            let sum: f32 = novel[over.clone()].iter().sum();
            set.push((sum / over.len() as f32, gold));
        }
    }
    let figure = |(set, tokens): (&str, Vec<(f32, f32)>)| {
        if set.starts_with("xparade") {
            let new = |gold: f32| gold > 0.5;
            let mut counts = scorer::Measure::default();
            for (likely, gold) in tokens {
                let (found, gold) = (likely >= NEW, new(gold));
                counts.right += usize::from(found && gold);
                counts.found += usize::from(found);
                counts.recalled += usize::from(found && gold);
                counts.gold += usize::from(gold);
            }
            Figure::new(set, "token F1", 100.0 * counts.f1())
        } else {
            Figure::new(set, "Spearman x100", 100.0 * spearman(&tokens))
        }
    };
    Some(sets.into_iter().map(figure).collect())
}

impl Pair {
    /// The words under a token, or the one nearest to it.
    fn over(&self, token: Span) -> std::ops::Range<usize> {
        let spans = &self.words.spans;
        let first = spans.partition_point(|span| span.end <= token.start);
        let end = spans.partition_point(|span| span.start < token.end);
        if first < end {
            first..end
        } else {
            let near = first.min(spans.len() - 1);
            near..near + 1
        }
    }

    /// What speaks for each token being new, and how new it is.
    pub fn samples(&self) -> Vec<([f32; FEATURES.len()], f32)> {
        let features = features(&self.words, &[&self.other]);
        let tokens = self.tokens.iter();
        tokens
            .flat_map(|&(token, gold)| {
                let words = features[self.over(token)].iter();
                words.map(move |features| (*features, gold))
            })
            .collect()
    }
}

/// All pairs of the sets that are there.
pub fn pairs(shared: &Path) -> Vec<Pair> {
    let folder = shared.join("eval/compare");
    let mut pairs = Vec::new();
    for (one, other) in [
        ("en", "es"),
        ("es", "en"),
        ("en", "hi"),
        ("hi", "en"),
        ("en", "zh"),
        ("zh", "en"),
    ] {
        let file = folder.join(format!("xparade/{one}-{other}.dev.jsonl"));
        for (number, row) in rows(&file).iter().enumerate() {
            let tokens = marked(row);
            pairs.extend(pair(
                format!("xparade/{one}-{other}"),
                number,
                (other, text(row, "text")),
                (one, text(row, "premise")),
                tokens,
            ));
        }
    }
    let swiss = ["de", "fr", "it"].map(|code| (format!("swissgov_{code}.dev"), Some(code)));
    for (name, code) in swiss.into_iter().chain([("ists_rsd".to_owned(), None)]) {
        let file = folder.join(format!("swissgov_rsd/{name}.jsonl"));
        for (number, row) in rows(&file).iter().enumerate() {
            let subset = text(row, "subset");
            let (set, code) = match code {
                Some(code) => (format!("swissgov/{code}"), code),
                None => (subset.replacen("ists", "ists/en", 1), language(subset)),
            };
            let set = set.replace("/en_", "/");
            let sides = [("en", "a", "b"), (code, "b", "a")];
            for (side, (language, own, other)) in sides.into_iter().enumerate() {
                let own_text = text(row, &format!("text_{own}"));
                let tokens = graded(row, own, own_text);
                pairs.extend(pair(
                    set.clone(),
                    number % PER_SET,
                    (language, own_text),
                    (sides[1 - side].0, text(row, &format!("text_{other}"))),
                    tokens,
                ));
            }
        }
    }
    pairs
}

/// The subsets of graded sentences are a hundred pairs each, one after the other.
const PER_SET: usize = 100;

/// The language of the second text of a subset: `ists_de`, `ists_documents`.
fn language(subset: &str) -> &str {
    match subset.strip_prefix("ists_") {
        Some(code) if code.len() == 2 => code,
        _ => "en",
    }
}

fn rows(file: &Path) -> Vec<Value> {
    let text = fs::read_to_string(file).unwrap_or_default();
    let lines = text.lines();
    lines
        .filter_map(|line| serde_json::from_str(line).ok())
        .collect()
}

fn text<'a>(row: &'a Value, field: &str) -> &'a str {
    row[field].as_str().unwrap_or_default()
}

fn pair(
    set: String,
    number: usize,
    (language, text): (&str, &str),
    (other_language, other): (&str, &str),
    tokens: Vec<(Span, f32)>,
) -> Option<Pair> {
    let words = |language: &str, text: &str| {
        let mut article = Article::new("text", text);
        article.language = Some(language.to_owned());
        let document: Document = segmenter::segment(article);
        let all = 0..document.sentences.len();
        (document.article.text == text).then(|| Words::of(&document, all, encoder::builtin()))
    };
    let pair = Pair {
        set,
        number,
        words: words(language, text)?,
        other: words(other_language, other)?,
        tokens,
    };
    (!pair.words.is_empty() && !pair.other.is_empty()).then_some(pair)
}

/// The tokens of a paragraph, with the share of people who marked each as new information (what
/// can be inferred is not counted). The first one names the language.
fn marked(row: &Value) -> Vec<(Span, f32)> {
    let Some(people) = row["annotations"].as_array() else {
        return Vec::new();
    };
    let text = text(row, "text");
    let mut at = 0;
    let mut tokens = Vec::new();
    for token in row["tokens"].as_array().into_iter().flatten().skip(1) {
        let word = token[1].as_str().unwrap_or_default();
        let Some(found) = text.get(at..).and_then(|rest| rest.find(word)) else {
            continue;
        };
        let span = Span::new(at + found, at + found + word.len());
        at = span.end;
        let marks = |person: &&Value| {
            let marks = person["spans"]["new information"].as_array();
            marks.is_some_and(|marks| marks.contains(&token[0]))
        };
        let marked = people.iter().filter(marks).count();
        tokens.push((span, marked as f32 / people.len() as f32));
    }
    tokens
}

/// The tokens of a side between spaces, with their grades; those below zero are no words.
fn graded(row: &Value, side: &str, text: &str) -> Vec<(Span, f32)> {
    let grades = row[format!("labels_{side}")].as_array();
    let tokens = text.split_whitespace().map(|token| {
        let start = token.as_ptr().addr() - text.as_ptr().addr();
        Span::new(start, start + token.len())
    });
    tokens
        .zip(grades.into_iter().flatten())
        .filter_map(|(span, grade)| Some((span, grade.as_f64()? as f32)))
        .filter(|(_, grade)| *grade >= 0.0)
        .collect()
}

/// Spearman's rank correlation; equal values share their mean rank.
fn spearman(pairs: &[(f32, f32)]) -> f64 {
    let ranks = |value: fn(&(f32, f32)) -> f32| {
        let mut order: Vec<usize> = (0..pairs.len()).collect();
        order.sort_by(|&a, &b| value(&pairs[a]).total_cmp(&value(&pairs[b])));
        let mut ranks = vec![0.0; pairs.len()];
        for equal in order.chunk_by(|&a, &b| value(&pairs[a]).total_cmp(&value(&pairs[b])).is_eq())
        {
            let below = order.partition_point(|&at| value(&pairs[at]) < value(&pairs[equal[0]]));
            for &at in equal {
                ranks[at] = below as f64 + (equal.len() as f64 - 1.0) / 2.0;
            }
        }
        ranks
    };
    let (a, b) = (ranks(|pair| pair.0), ranks(|pair| pair.1));
    let middle = (pairs.len() as f64 - 1.0) / 2.0;
    let product = |a: &[f64], b: &[f64]| -> f64 {
        let pairs = a.iter().zip(b);
        pairs.map(|(a, b)| (a - middle) * (b - middle)).sum()
    };
    product(&a, &b) / (product(&a, &a) * product(&b, &b)).sqrt()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranks_that_go_together_correlate() {
        let close = |a: f64, b: f64| (a - b).abs() < 1e-9;
        assert!(close(
            spearman(&[(1.0, 10.0), (2.0, 20.0), (3.0, 90.0)]),
            1.0
        ));
        assert!(close(spearman(&[(1.0, 3.0), (2.0, 2.0), (3.0, 1.0)]), -1.0));
        // Ranks 0 1.5 1.5 3 and 0 1 2 3.
        let tied = [(1.0, 1.0), (2.0, 2.0), (2.0, 3.0), (5.0, 4.0)];
        assert!(close(spearman(&tied), 4.5 / (4.5f64 * 5.0).sqrt()));
    }
}

//! False alarms: what the comparison says diverges in news that is the same in two languages.

use super::parallel_news::{Parallel, documents};
use super::{Data, Figure};
use differ::{Comparison, Finding, Kind, Verdict};
use rayon::prelude::*;
use segmenter::Article;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

/// What no two editions of one text can differ in.
const HARD: [Kind; 4] = [Kind::Quantity, Kind::Date, Kind::Name, Kind::Polarity];

/// The alarms of one language against English.
#[derive(Default)]
struct Alarms {
    sentences: usize,
    /// By kind: what is said to diverge.
    diverging: BTreeMap<Kind, usize>,
    /// Quantities that both editions have.
    matched: usize,
    errors: Vec<String>,
}

/// By language: sentences free of a false divergence, kind by kind, and quantities likewise.
pub fn suite(data: &Data) -> Option<Vec<Figure>> {
    let documents = documents(&data.shared);
    if documents.is_empty() {
        return None;
    }
    let mut sets: BTreeMap<(String, String), Alarms> = BTreeMap::new();
    let pairs: Vec<(&Parallel, &String)> = documents
        .iter()
        .flat_map(|document| document.editions.keys().map(move |code| (document, code)))
        .filter(|(_, code)| *code != "en")
        .collect();
    let found: Vec<Alarms> = pairs
        .par_iter()
        .map(|&(document, code)| alarms(document, code).unwrap_or_default())
        .collect();
    for ((document, code), found) in pairs.into_iter().zip(found) {
        let of = sets
            .entry((document.set.clone(), code.clone()))
            .or_default();
        of.sentences += found.sentences;
        of.matched += found.matched;
        for (kind, count) in found.diverging {
            *of.diverging.entry(kind).or_default() += count;
        }
        of.errors.extend(found.errors);
    }
    let mut figures = Vec::new();
    for ((set, code), alarms) in sets {
        let name = format!("{set} en-{code}");
        if data.errors {
            println!("### {name}");
            for error in &alarms.errors {
                println!("{error}");
            }
        }
        let count = |kind: Kind| alarms.diverging.get(&kind).copied().unwrap_or(0) as f64;
        let free = |of: f64, all: usize| 100.0 - 100.0 * of / all.max(1) as f64;
        let all = HARD.iter().map(|&kind| count(kind)).sum();
        figures.push(Figure::new(
            &name,
            "no false divergence",
            free(all, alarms.sentences),
        ));
        for (kind, measure) in HARD
            .into_iter()
            .zip(["quantity", "date", "name", "polarity"])
        {
            figures.push(Figure::new(
                &name,
                measure,
                free(count(kind), alarms.sentences),
            ));
        }
        figures.push(Figure::new(
            &name,
            "quantities matched right",
            free(count(Kind::Quantity), alarms.matched),
        ));
        figures.push(Figure::new(
            &name,
            "quotations",
            free(count(Kind::Quotation), alarms.sentences),
        ));
    }
    figures.extend(several(&documents, data.errors));
    Some(figures)
}

/// Editions that are set side by side at once.
const SEVERAL: usize = 5;

/// The same of five editions of a document at once, English and four others in turn: what one
/// translation alone turns, and what is decided by how many say it.
fn several(documents: &[Parallel], errors: bool) -> Vec<Figure> {
    let of: Vec<Alarms> = documents
        .par_iter()
        .enumerate()
        .filter(|(_, document)| document.editions.len() >= SEVERAL)
        .map(|(number, document)| {
            let codes: Vec<&String> = document.editions.keys().filter(|c| *c != "en").collect();
            let others = codes.iter().cycle().skip(number * (SEVERAL - 1));
            let mut articles: Vec<Article> = others
                .take(SEVERAL - 1)
                .filter_map(|code| document.article(code))
                .collect();
            articles.extend(document.article("en"));
            counted(&articles)
        })
        .collect();
    if errors {
        println!("### five at once");
        for error in of.iter().flat_map(|alarms| &alarms.errors) {
            println!("{error}");
        }
    }
    let lines: usize = of.iter().map(|alarms| alarms.sentences).sum();
    let share = |kind: Kind| {
        let count = |alarms: &Alarms| alarms.diverging.get(&kind).copied().unwrap_or(0);
        let all: usize = of.iter().map(count).sum();
        100.0 - 100.0 * all as f64 / lines.max(1) as f64
    };
    let kinds = HARD.into_iter().chain([Kind::Quotation]);
    kinds
        .map(|kind| Figure::new("five at once", kind.name(), share(kind)))
        .collect()
}

fn alarms(document: &Parallel, code: &str) -> Option<Alarms> {
    Some(counted(&[document.article("en")?, document.article(code)?]))
}

/// What is said to diverge among editions of one document.
fn counted(articles: &[Article]) -> Alarms {
    let comparison = parallax::compare(articles, &parallax::Options::default());
    let lines = |article: &Article| article.text.split("\n\n").count();
    let mut alarms = Alarms {
        sentences: articles.first().map_or(0, lines),
        ..Alarms::default()
    };
    for finding in &comparison.findings {
        let both = finding.evidence.iter().map(|e| e.at.report);
        if finding.kind == Kind::Quantity && both.collect::<BTreeSet<_>>().len() > 1 {
            alarms.matched += 1;
        }
        if finding.verdict == Verdict::Diverges && finding.kind != Kind::Coverage {
            *alarms.diverging.entry(finding.kind).or_default() += 1;
            alarms.errors.push(error(&comparison, finding));
        }
    }
    alarms
}

/// A finding with the sentences that it stands on.
pub fn error(comparison: &Comparison, finding: &Finding) -> String {
    let mut text = format!(
        "{} {:.2} {}",
        finding.kind.name(),
        finding.confidence,
        finding.explanation
    );
    let at: BTreeSet<_> = finding.evidence.iter().map(|e| e.at).collect();
    for at in at {
        if let Some(report) = comparison.reports.get(at.report) {
            let document = &report.document;
            let _ = write!(
                text,
                "\n    {}: {}",
                document.article.id,
                document.sentence_text(at.sentence).trim()
            );
        }
    }
    text
}

//! JSON, by the schema `docs/schema/compare.json`.

use crate::rows::sentence_kind;
use crate::view::{finding_id, statement_id};
use crate::{Source, View, rows};
use aligner::SentenceRef;
use segmenter::Span;
use serde::Serialize;
use std::collections::BTreeMap;

/// The whole comparison, indented, with a line end.
pub fn render(view: &View) -> String {
    pretty(&Comparison::new(view))
}

/// Several comparisons, one of each event, as a list.
pub fn render_all(views: &[View]) -> String {
    match views {
        [view] => render(view),
        views => pretty(&views.iter().map(Comparison::new).collect::<Vec<_>>()),
    }
}

/// What the run records, without the comparison.
pub fn render_run(view: &View) -> String {
    pretty(&Record::new(view))
}

fn pretty(value: &impl Serialize) -> String {
    // Strings, numbers and lists of them serialise without failing.
    let mut text = serde_json::to_string_pretty(value).unwrap_or_default();
    text.push('\n');
    text
}

#[derive(Serialize)]
struct Comparison<'a> {
    #[serde(flatten)]
    record: Record<'a>,
    sentences: Vec<Sentence<'a>>,
    statements: Vec<Statement<'a>>,
    findings: Vec<Finding<'a>>,
}

#[derive(Serialize)]
struct Record<'a> {
    version: &'a str,
    options: &'a BTreeMap<String, String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    event: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<&'a str>,
    inputs: Vec<Input<'a>>,
    notes: Vec<&'a str>,
}

#[derive(Serialize)]
struct Input<'a> {
    id: &'a str,
    outlet: &'a str,
    language: &'a str,
    published: Option<&'a str>,
    title: Option<&'a str>,
    url: Option<&'a str>,
    path: Option<&'a str>,
    sha256: Option<&'a str>,
    copy_of: Option<&'a str>,
    notes: &'a [String],
}

#[derive(Serialize)]
struct Place {
    start: usize,
    end: usize,
    byte_start: usize,
    byte_end: usize,
}

#[derive(Serialize)]
struct Sentence<'a> {
    article: &'a str,
    #[serde(rename = "sentence")]
    number: usize,
    #[serde(flatten)]
    place: Place,
    kind: &'static str,
    language: &'a str,
    statement: Option<String>,
    text: &'a str,
    only_here: Vec<Place>,
}

#[derive(Serialize)]
struct Statement<'a> {
    id: String,
    sentences: Vec<Member<'a>>,
    outlets: Vec<&'a str>,
    articles: Vec<&'a str>,
    verdict: &'static str,
    score: f64,
    coverage: Vec<Coverage<'a>>,
}

#[derive(Serialize)]
struct Member<'a> {
    article: &'a str,
    sentence: usize,
    /// Set where the sentence belongs to another statement and tells this one as well.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    as_well: bool,
}

#[derive(Serialize)]
struct Coverage<'a> {
    article: &'a str,
    outlet: &'a str,
    carried: bool,
    sentences: Vec<usize>,
    place: Option<f64>,
    headline: bool,
    lede: bool,
    share: f64,
    sources: Vec<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    nearest: Option<Nearest>,
}

#[derive(Serialize)]
struct Nearest {
    sentence: usize,
    likely: f64,
}

#[derive(Serialize)]
struct Finding<'a> {
    id: String,
    kind: &'static str,
    verdict: &'static str,
    statement: Option<String>,
    explanation: &'a str,
    confidence: f64,
    evidence: Vec<Evidence<'a>>,
}

#[derive(Serialize)]
struct Evidence<'a> {
    article: &'a str,
    outlet: &'a str,
    sentence: usize,
    #[serde(flatten)]
    place: Place,
    text: &'a str,
    value: &'a str,
}

impl Place {
    fn new(view: &View, report: usize, span: Span) -> Self {
        let (start, end) = view.points(report, span);
        Self {
            start,
            end,
            byte_start: span.start,
            byte_end: span.end,
        }
    }
}

impl<'a> Record<'a> {
    fn new(view: &View<'a>) -> Self {
        let inputs = view
            .comparison
            .reports
            .iter()
            .enumerate()
            .map(|(index, report)| {
                let article = &report.document.article;
                let source: Option<&Source> = view.run.sources.get(&article.id);
                Input {
                    id: &article.id,
                    outlet: &article.outlet,
                    language: &report.document.language.code,
                    published: article.published.as_deref(),
                    title: article.title.as_deref(),
                    url: article.url.as_deref(),
                    path: source.map(|source| source.path.as_str()),
                    sha256: source.map(|source| source.sha256.as_str()),
                    copy_of: view.copy_of(index),
                    notes: &report.document.notes,
                }
            })
            .collect();
        let notes = view.run.notes.iter().chain(&view.comparison.notes);
        Self {
            version: &view.run.version,
            options: &view.run.options,
            event: view.run.event.as_deref(),
            title: view.run.title.as_deref(),
            inputs,
            notes: notes.map(String::as_str).collect(),
        }
    }
}

impl<'a> Comparison<'a> {
    fn new(view: &View<'a>) -> Self {
        Self {
            record: Record::new(view),
            sentences: sentences(view),
            statements: view
                .told()
                .map(|(index, _)| statement(view, index))
                .collect(),
            findings: (0..view.comparison.findings.len())
                .map(|index| finding(view, index))
                .collect(),
        }
    }
}

fn sentences<'a>(view: &View<'a>) -> Vec<Sentence<'a>> {
    let mut all = Vec::new();
    for (report, r) in view.comparison.reports.iter().enumerate() {
        for (index, sentence) in r.document.sentences.iter().enumerate() {
            let at = SentenceRef {
                report,
                sentence: index,
            };
            all.push(Sentence {
                article: view.article(report),
                number: index,
                place: Place::new(view, report, sentence.span),
                kind: sentence_kind(sentence.kind),
                language: sentence
                    .language
                    .as_deref()
                    .unwrap_or(&r.document.language.code),
                statement: view.statement_of(at).map(statement_id),
                text: view.sentence(at),
                only_here: view
                    .additions(at)
                    .map(|span| Place::new(view, report, span))
                    .collect(),
            });
        }
    }
    all
}

fn statement<'a>(view: &View<'a>, index: usize) -> Statement<'a> {
    let statement = &view.comparison.statements[index];
    let carriers = View::carriers(statement);
    let coverage = (0..view.comparison.reports.len())
        .map(|report| {
            let sentences = rows::sentences_in(statement, report);
            let prominence = view.prominence(index, report);
            Coverage {
                article: view.article(report),
                outlet: view.outlet(report),
                carried: !sentences.is_empty(),
                place: prominence.map(|p| rounded(f64::from(p.place))),
                headline: prominence.is_some_and(|p| p.headline),
                lede: prominence.is_some_and(|p| p.lede),
                share: prominence.map_or(0.0, |p| rounded(f64::from(p.share))),
                sources: rows::sources(view, report, &sentences),
                sentences,
                nearest: statement.nearest_in(report).map(|near| Nearest {
                    sentence: near.at.sentence,
                    likely: rounded(f64::from(near.likely)),
                }),
            }
        })
        .collect();
    Statement {
        id: statement_id(index),
        sentences: statement
            .tellers()
            .map(|at| Member {
                article: view.article(at.report),
                sentence: at.sentence,
                as_well: statement.as_well.contains(&at),
            })
            .collect(),
        outlets: carriers.iter().map(|&report| view.outlet(report)).collect(),
        articles: carriers
            .iter()
            .map(|&report| view.article(report))
            .collect(),
        verdict: view.verdict(index).name(),
        score: rounded(f64::from(statement.score)),
        coverage,
    }
}

fn finding<'a>(view: &View<'a>, index: usize) -> Finding<'a> {
    let finding = &view.comparison.findings[index];
    Finding {
        id: finding_id(index),
        kind: finding.kind.name(),
        verdict: finding.verdict.name(),
        statement: finding.statement.map(statement_id),
        explanation: &finding.explanation,
        confidence: rounded(f64::from(finding.confidence)),
        evidence: finding
            .evidence
            .iter()
            .map(|evidence| Evidence {
                article: view.article(evidence.at.report),
                outlet: view.outlet(evidence.at.report),
                sentence: evidence.at.sentence,
                place: Place::new(view, evidence.at.report, evidence.span),
                text: view.text(evidence.at.report, evidence.span),
                value: &evidence.value,
            })
            .collect(),
    }
}

/// Scores to three places: more would promise what they cannot hold.
fn rounded(score: f64) -> f64 {
    (score * 1000.0).round() / 1000.0
}

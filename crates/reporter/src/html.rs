//! HTML: one self-contained page to read side by side, without network, safe for hostile text.
//!
//! The story first, then the matrix of statements and outlets, the findings with their evidence,
//! and the articles in columns with what differs marked by shape as well as by colour. The page
//! works from a file, on paper, from the keyboard, in dark and light, and its own words come in
//! several languages.

mod plot;
mod reading;

use crate::story::story;
use crate::view::{finding_id, statement_id};
use crate::{View, terminal};
use askama::Template;
use differ::{Finding, Kind, Verdict};
use plot::Plot;
use reading::Article;

/// The page of a comparison.
pub fn render(view: &View) -> String {
    // Writing into a string does not fail.
    Page::new(view).render().unwrap_or_default()
}

#[derive(Template)]
#[template(path = "page.html")]
struct Page<'a> {
    title: &'a str,
    version: &'a str,
    css: &'static str,
    script: &'static str,
    reports: Vec<Head<'a>>,
    languages: Vec<&'a str>,
    shared: Vec<Line<'a>>,
    diverging: Vec<Block<'a>>,
    compatible: Vec<Block<'a>>,
    event_wide: Vec<Difference<'a>>,
    rows: Vec<Row<'a>>,
    findings: Vec<Entry<'a>>,
    articles: Vec<Article<'a>>,
    options: Vec<(&'a str, &'a str)>,
    notes: Vec<&'a str>,
}

/// A report in the list on top.
struct Head<'a> {
    letter: String,
    outlet: &'a str,
    language: &'a str,
    published: &'a str,
    title: &'a str,
    /// Only of the web: a page may say `javascript:` about itself.
    url: Option<&'a str>,
    path: &'a str,
    sha256: &'a str,
    sentences: usize,
    omitted: Vec<String>,
    alone: usize,
}

/// A statement in one line.
struct Line<'a> {
    id: String,
    text: &'a str,
    carriers: usize,
}

/// A statement with what differs in it.
struct Block<'a> {
    id: String,
    text: &'a str,
    differences: Vec<Difference<'a>>,
}

struct Difference<'a> {
    id: String,
    kind: &'static str,
    verdict: &'static str,
    mark: &'static str,
    explanation: &'a str,
}

/// A row of the matrix.
struct Row<'a> {
    id: String,
    text: &'a str,
    verdict: &'static str,
    cells: Vec<Carried>,
}

struct Carried {
    verdict: &'static str,
    mark: &'static str,
}

/// A finding with its evidence.
struct Entry<'a> {
    difference: Difference<'a>,
    statement: String,
    outlets: String,
    languages: String,
    evidence: Vec<Quote<'a>>,
    plot: Option<Plot>,
}

struct Quote<'a> {
    letter: String,
    outlet: &'a str,
    language: &'a str,
    sentence: String,
    text: &'a str,
    value: &'a str,
}

impl<'a> Page<'a> {
    fn new(view: &View<'a>) -> Self {
        let comparison = view.comparison;
        let story = story(view);
        let mut languages: Vec<&str> = comparison
            .reports
            .iter()
            .map(|report| report.document.language.code.as_str())
            .collect();
        languages.sort_unstable();
        languages.dedup();
        let event_wide = story
            .diverging
            .iter()
            .chain(&story.compatible)
            .filter(|&&index| comparison.findings[index].statement.is_none())
            .map(|&index| difference(index, &comparison.findings[index]))
            .collect();
        Self {
            title: view.title().unwrap_or("Comparison"),
            version: &view.run.version,
            css: include_str!("../templates/page.css"),
            script: include_str!("../templates/page.js"),
            reports: (0..comparison.reports.len())
                .map(|report| {
                    head(
                        view,
                        report,
                        &story.omitted[report],
                        story.alone[report].len(),
                    )
                })
                .collect(),
            languages,
            shared: story
                .shared
                .iter()
                .map(|&index| Line {
                    id: statement_id(index),
                    text: headline(view, index),
                    carriers: View::carriers(&comparison.statements[index]).len(),
                })
                .collect(),
            diverging: blocks(view, Verdict::Diverges),
            compatible: blocks(view, Verdict::Compatible),
            event_wide,
            rows: rows(view),
            findings: entries(view),
            articles: (0..comparison.reports.len())
                .map(|report| reading::article(view, report))
                .collect(),
            options: view
                .run
                .options
                .iter()
                .map(|(name, value)| (name.as_str(), value.as_str()))
                .collect(),
            notes: view
                .run
                .notes
                .iter()
                .chain(&comparison.notes)
                .map(String::as_str)
                .collect(),
        }
    }
}

fn head<'a>(view: &View<'a>, report: usize, omitted: &[usize], alone: usize) -> Head<'a> {
    let document = &view.report(report).document;
    let article = &document.article;
    let source = view.run.sources.get(&article.id);
    Head {
        letter: terminal::letter(report),
        outlet: &article.outlet,
        language: &document.language.code,
        published: article.published.as_deref().unwrap_or_default(),
        title: article.title.as_deref().unwrap_or_default(),
        url: article
            .url
            .as_deref()
            .filter(|url| url.starts_with("https://") || url.starts_with("http://")),
        path: source.map_or("", |source| &source.path),
        sha256: source.map_or("", |source| &source.sha256),
        sentences: document.sentences.len(),
        omitted: omitted.iter().map(|&index| statement_id(index)).collect(),
        alone,
    }
}

fn headline<'a>(view: &View<'a>, statement: usize) -> &'a str {
    let statement = &view.comparison.statements[statement];
    view.headline(statement).map_or("", |at| view.sentence(at))
}

fn difference(index: usize, finding: &Finding) -> Difference<'_> {
    Difference {
        id: finding_id(index),
        kind: finding.kind.name(),
        verdict: finding.verdict.name(),
        mark: terminal::mark(finding.verdict),
        explanation: &finding.explanation,
    }
}

/// The statements of one verdict, each with all that differs in it.
fn blocks<'a>(view: &View<'a>, verdict: Verdict) -> Vec<Block<'a>> {
    (0..view.comparison.statements.len())
        .filter(|&index| view.verdict(index) == verdict)
        .map(|index| Block {
            id: statement_id(index),
            text: headline(view, index),
            differences: view
                .findings_of(index)
                .filter(|(_, finding)| finding.kind != Kind::Coverage)
                .filter(|(_, f)| matches!(f.verdict, Verdict::Diverges | Verdict::Compatible))
                .map(|(index, finding)| difference(index, finding))
                .collect(),
        })
        .collect()
}

fn rows<'a>(view: &View<'a>) -> Vec<Row<'a>> {
    let comparison = view.comparison;
    let mut order: Vec<usize> = (0..comparison.statements.len()).collect();
    order.sort_by_key(|&index| {
        let carriers = View::carriers(&comparison.statements[index]).len();
        (usize::MAX - carriers, index)
    });
    order
        .into_iter()
        .map(|index| {
            let carriers = View::carriers(&comparison.statements[index]);
            Row {
                id: statement_id(index),
                text: headline(view, index),
                verdict: view.verdict(index).name(),
                cells: (0..comparison.reports.len())
                    .map(|report| {
                        if carriers.contains(&report) {
                            let verdict = view.verdict_of(index, report);
                            Carried {
                                verdict: verdict.name(),
                                mark: match verdict {
                                    Verdict::SingleSource => "●",
                                    verdict => terminal::mark(verdict),
                                },
                            }
                        } else {
                            Carried {
                                verdict: "absent",
                                mark: "·",
                            }
                        }
                    })
                    .collect(),
            }
        })
        .collect()
}

/// All findings but those about coverage, which the matrix shows.
fn entries<'a>(view: &View<'a>) -> Vec<Entry<'a>> {
    view.comparison
        .findings
        .iter()
        .enumerate()
        .filter(|(_, finding)| finding.kind != Kind::Coverage)
        .map(|(index, finding)| {
            let evidence: Vec<Quote> = finding
                .evidence
                .iter()
                .map(|evidence| {
                    let report = evidence.at.report;
                    let letter = terminal::letter(report);
                    Quote {
                        sentence: format!("{letter}-{}", evidence.at.sentence),
                        letter,
                        outlet: view.outlet(report),
                        language: &view.report(report).document.language.code,
                        text: view.text(report, evidence.span),
                        value: &evidence.value,
                    }
                })
                .collect();
            let joined = |part: fn(&Quote) -> String| {
                let mut parts: Vec<String> = evidence.iter().map(part).collect();
                parts.sort_unstable();
                parts.dedup();
                parts.join(" ")
            };
            Entry {
                difference: difference(index, finding),
                statement: finding.statement.map(statement_id).unwrap_or_default(),
                outlets: joined(|quote| quote.letter.clone()),
                languages: joined(|quote| quote.language.to_owned()),
                plot: plot::plot(view, finding),
                evidence,
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    fn page(change: impl Fn(&mut differ::Comparison)) -> String {
        let mut comparison = sample::comparison();
        change(&mut comparison);
        let run = sample::run();
        render(&View::new(&comparison, &run))
    }

    #[test]
    fn the_page_holds_story_matrix_findings_and_texts() {
        let page = page(|_| {});
        for part in [
            "<!doctype html>",
            "Talks in Beijing",
            "1,170 in Gulf Wire",
            "id=\"s1\"",
            "id=\"f1\"",
            "id=\"B-1\"",
            "قال متحدث",
        ] {
            assert!(page.contains(part), "{part}");
        }
        assert!(page.len() < 300_000);
    }

    #[test]
    fn the_page_asks_the_network_for_nothing() {
        let page = page(|_| {});
        assert!(page.contains("default-src 'none'"));
        for part in ["src=\"http", "href=\"http", "@import", "url(", "fetch("] {
            assert!(!page.contains(part), "{part}");
        }
    }

    #[test]
    fn hostile_text_stays_text() {
        let page = page(|comparison| {
            let report = &mut comparison.reports[1].document.article;
            report.outlet = "<script>alert(1)</script>".to_owned();
            report.url = Some("javascript:alert(1)".to_owned());
            comparison.findings[0].explanation = "\"><img src=x onerror=alert(1)>".to_owned();
        });
        assert!(!page.contains("<script>alert"));
        assert!(!page.contains("javascript:alert"));
        assert!(!page.contains("<img"));
    }
}

//! HTML: one self-contained page to read side by side, without network, safe for hostile text.
//!
//! The story first, then the matrix of statements and outlets, the articles in columns with what
//! differs marked by shape as well as by colour, and the findings kind by kind: numbers and dates
//! on an axis, quotations word by word. The page works from a file, on paper, from the keyboard, in
//! dark and light, and its own words come in several languages.

mod diff;
mod finding;
mod plot;
mod reading;

use crate::story::{Story, story};
use crate::view::statement_id;
use crate::{View, terminal};
use askama::Template;
use differ::{Kind, Verdict};
use finding::{Entry, Told};
use reading::Article;

/// The page of a comparison.
pub fn render(view: &View) -> String {
    // Writing into a string does not fail.
    Page::new(view).render().unwrap_or_default()
}

/// How many statements the story tells before the rest is folded.
const TOLD: usize = 6;

#[derive(Template)]
#[template(path = "page.html")]
struct Page<'a> {
    title: &'a str,
    version: &'a str,
    css: &'static str,
    /// The matrix with the words of a statement under its marks: on narrow screens, and where many
    /// outlets leave no room beside them.
    stacked: &'static str,
    words: &'static str,
    script: &'static str,
    reports: Vec<Head<'a>>,
    languages: Vec<&'a str>,
    shared: Vec<Line<'a>>,
    stories: Vec<Chapter<'a>>,
    rows: Vec<Row<'a>>,
    sections: Vec<Section<'a>>,
    articles: Vec<Article<'a>>,
    options: Vec<(&'a str, &'a str)>,
    notes: Vec<String>,
}

/// A report in the list on top.
struct Head<'a> {
    letter: String,
    outlet: &'a str,
    language: &'a str,
    published: &'a str,
    /// Day and time of publication, as short as a reader needs them.
    day: String,
    title: &'a str,
    /// Only of the web: a page may say `javascript:` about itself.
    url: Option<&'a str>,
    path: &'a str,
    sha256: &'a str,
    sentences: usize,
    omitted: Vec<Line<'a>>,
    alone: usize,
}

/// A statement in one line.
struct Line<'a> {
    id: String,
    language: &'a str,
    text: &'a str,
    carriers: usize,
}

/// What diverges, or what differs and can both be right.
struct Chapter<'a> {
    verdict: &'static str,
    mark: &'static str,
    title: &'static str,
    key: &'static str,
    count: usize,
    first: Vec<Block<'a>>,
    rest: Vec<Block<'a>>,
}

/// A statement with what differs in it; without a statement, what differs over the whole event.
struct Block<'a> {
    line: Option<Line<'a>>,
    differences: Vec<Told<'a>>,
}

/// A row of the matrix.
struct Row<'a> {
    line: Line<'a>,
    verdict: &'static str,
    outlets: String,
    languages: String,
    kinds: String,
    /// Who has it alone.
    alone: Option<String>,
    cells: Vec<Carried>,
}

struct Carried {
    verdict: &'static str,
    mark: &'static str,
    /// The sentences of other statements, in the reading view, that tell it as well, or perhaps.
    at: String,
    /// Whether the report's headline tells it.
    headline: bool,
}

/// The findings of one kind.
struct Section<'a> {
    kind: &'static str,
    title: &'static str,
    /// What differs.
    open: Vec<Entry<'a>>,
    /// What agrees, or what only one says.
    folded: Vec<Entry<'a>>,
}

/// The kinds in the order of the page, with their headings.
const SECTIONS: &[(Kind, &str)] = &[
    (Kind::Quantity, "Numbers"),
    (Kind::Date, "Dates"),
    (Kind::Quotation, "Quotations"),
    (Kind::Name, "Names"),
    (Kind::Polarity, "Affirmed or denied"),
    (Kind::Wording, "Wording"),
];

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
        Self {
            title: view.title().unwrap_or("Comparison"),
            version: &view.run.version,
            css: include_str!("../templates/page.css"),
            stacked: include_str!("../templates/stacked.css"),
            words: include_str!("../templates/words.js"),
            script: include_str!("../templates/page.js"),
            reports: (0..comparison.reports.len())
                .map(|report| head(view, report, &story))
                .collect(),
            languages,
            shared: story
                .shared
                .iter()
                .map(|&index| line(view, index))
                .collect(),
            stories: chapters(view, &story),
            rows: rows(view),
            sections: sections(view),
            articles: (0..comparison.reports.len())
                .map(|report| reading::article(view, report, &story.omitted[report]))
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
                .map(|note| terminal::prose(note))
                .collect(),
        }
    }
}

fn head<'a>(view: &View<'a>, report: usize, story: &Story) -> Head<'a> {
    let document = &view.report(report).document;
    let article = &document.article;
    let source = view.run.sources.get(&article.id);
    let published = article.published.as_deref().unwrap_or_default();
    Head {
        letter: terminal::letter(report),
        outlet: &article.outlet,
        language: &document.language.code,
        published,
        day: published
            .chars()
            .take(16)
            .collect::<String>()
            .replace('T', " "),
        title: article.title.as_deref().unwrap_or_default(),
        url: article
            .url
            .as_deref()
            .filter(|url| url.starts_with("https://") || url.starts_with("http://")),
        path: source.map_or("", |source| &source.path),
        sha256: source.map_or("", |source| &source.sha256),
        sentences: document.sentences.len(),
        omitted: story.omitted[report]
            .iter()
            .map(|&index| line(view, index))
            .collect(),
        alone: story.alone[report].len(),
    }
}

fn line<'a>(view: &View<'a>, index: usize) -> Line<'a> {
    let statement = &view.comparison.statements[index];
    let at = view.headline(statement);
    Line {
        id: statement_id(index),
        language: at.map_or("", |at| {
            view.report(at.report).document.language_of(at.sentence)
        }),
        text: at.map_or("", |at| view.line(at)),
        carriers: View::carriers(statement).len(),
    }
}

/// What differs, statement by statement in the order of the most telling finding.
fn chapters<'a>(view: &View<'a>, story: &Story) -> Vec<Chapter<'a>> {
    let whole = [
        (
            Verdict::Diverges,
            "Where they diverge",
            "diverge",
            &story.diverging,
        ),
        (
            Verdict::Compatible,
            "Where they differ and can both be right",
            "both",
            &story.compatible,
        ),
    ];
    whole
        .into_iter()
        .map(|(verdict, title, key, findings)| {
            let mut statements: Vec<Option<usize>> = Vec::new();
            for &finding in findings {
                let statement = view.comparison.findings[finding].statement;
                // A statement that diverges is told once, with all that differs in it.
                if !statements.contains(&statement)
                    && statement.is_none_or(|statement| view.verdict(statement) == verdict)
                {
                    statements.push(statement);
                }
            }
            statements.sort_by_key(Option::is_none);
            let mut blocks: Vec<Block> = statements
                .iter()
                .map(|&statement| block(view, statement, findings))
                .collect();
            let rest = blocks.split_off(blocks.len().min(TOLD));
            Chapter {
                verdict: verdict.name(),
                mark: terminal::mark(verdict),
                title,
                key,
                count: statements.len(),
                first: blocks,
                rest,
            }
        })
        .collect()
}

fn block<'a>(view: &View<'a>, statement: Option<usize>, findings: &[usize]) -> Block<'a> {
    let told = |index: usize| finding::told(view, index);
    match statement {
        Some(statement) => Block {
            line: Some(line(view, statement)),
            differences: view
                .findings_of(statement)
                .filter(|(_, finding)| finding.kind != Kind::Coverage)
                .filter(|(_, f)| matches!(f.verdict, Verdict::Diverges | Verdict::Compatible))
                .map(|(index, _)| told(index))
                .collect(),
        },
        None => Block {
            line: None,
            differences: findings
                .iter()
                .copied()
                .filter(|&index| view.comparison.findings[index].statement.is_none())
                .map(told)
                .collect(),
        },
    }
}

fn rows<'a>(view: &View<'a>) -> Vec<Row<'a>> {
    let comparison = view.comparison;
    let mut order: Vec<usize> = view.told().map(|(index, _)| index).collect();
    order.sort_by_key(|&index| {
        let carriers = View::carriers(&comparison.statements[index]).len();
        (usize::MAX - carriers, index)
    });
    order.into_iter().map(|index| row(view, index)).collect()
}

fn row<'a>(view: &View<'a>, index: usize) -> Row<'a> {
    let carriers = View::carriers(&view.comparison.statements[index]);
    let letters: Vec<String> = carriers.iter().map(|&r| terminal::letter(r)).collect();
    let mut languages: Vec<&str> = carriers
        .iter()
        .map(|&report| view.report(report).document.language.code.as_str())
        .collect();
    languages.dedup();
    let mut kinds: Vec<&str> = view
        .findings_of(index)
        .map(|(_, finding)| finding.kind.name())
        .collect();
    kinds.sort_unstable();
    kinds.dedup();
    let reports = view.comparison.reports.len();
    let alone = (letters.len() < 2 && reports > 1).then(|| letters.join(" "));
    Row {
        line: line(view, index),
        verdict: view.verdict(index).name(),
        outlets: letters.join(" "),
        languages: languages.join(" "),
        kinds: kinds.join(" "),
        cells: if alone.is_some() {
            Vec::new()
        } else {
            (0..reports)
                .map(|report| cell(view, index, report, carriers.contains(&report)))
                .collect()
        },
        alone,
    }
}

fn cell(view: &View, statement: usize, report: usize, carried: bool) -> Carried {
    if !carried {
        let near = view.perhaps(statement, report);
        return Carried {
            verdict: near.map_or("absent", |_| "perhaps"),
            mark: near.map_or("·", |_| "?"),
            at: near.map_or(String::new(), |near| reading::sentence_id(near.at)),
            headline: false,
        };
    }
    let verdict = view.verdict_of(statement, report);
    let told = view.comparison.statements[statement].as_well.iter();
    let as_well: Vec<String> = told
        .filter(|at| at.report == report)
        .map(|&at| reading::sentence_id(at))
        .collect();
    Carried {
        verdict: verdict.name(),
        mark: match verdict {
            Verdict::SingleSource => "●",
            verdict => terminal::mark(verdict),
        },
        at: as_well.join(" "),
        headline: view.is_headlined(statement, report),
    }
}

/// All findings but those about coverage, which the matrix shows.
fn sections<'a>(view: &View<'a>) -> Vec<Section<'a>> {
    SECTIONS
        .iter()
        .map(|&(kind, title)| {
            let (open, folded) = view
                .comparison
                .findings
                .iter()
                .enumerate()
                .filter(|(_, finding)| finding.kind == kind)
                .map(|(index, _)| finding::entry(view, index))
                .partition(|entry: &Entry| matches!(entry.verdict, "diverges" | "compatible"));
            Section {
                kind: kind.name(),
                title,
                open,
                folded,
            }
        })
        .filter(|section| section.open.len() + section.folded.len() > 0)
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
            "<bdi>Gulf Wire</bdi>",
            "about 1,139",
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
            comparison.findings[0].evidence[0].value = "</script><img src=x>".to_owned();
        });
        assert!(!page.contains("<script>alert"));
        assert!(!page.contains("javascript:alert"));
        assert!(!page.contains("<img"));
    }
}

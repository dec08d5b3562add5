//! The terminal: the short story first.

use crate::View;
use crate::story::{Story, story};
use crate::view::statement_id;
use anstyle::{AnsiColor, Style};
use comfy_table::{ContentArrangement, Table, presets};
use differ::Verdict;
use std::fmt::Write as _;

/// What can be set on the terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Options {
    /// How many columns the terminal has.
    pub width: usize,
}

impl Default for Options {
    fn default() -> Self {
        Self { width: 80 }
    }
}

const TITLE: Style = Style::new().bold();
const AGREES: Style = AnsiColor::Green.on_default();
const DIVERGES: Style = AnsiColor::Red.on_default();
const COMPATIBLE: Style = AnsiColor::Yellow.on_default();
const QUIET: Style = Style::new().dimmed();

/// The story of a comparison, with colours as ANSI escapes.
pub fn render(view: &View, options: Options) -> String {
    let mut page = String::new();
    let story = story(view);
    head(&mut page, view);
    agreements(&mut page, view, &story, options);
    differences(
        &mut page,
        view,
        &story.diverging,
        "They diverge",
        DIVERGES,
        options,
    );
    differences(
        &mut page,
        view,
        &story.compatible,
        "They differ, and both can be right",
        COMPATIBLE,
        options,
    );
    omissions(&mut page, view, &story, options);
    matrix(&mut page, view, options);
    page
}

fn head(page: &mut String, view: &View) {
    let reports = &view.comparison.reports;
    let mut languages: Vec<&str> = reports
        .iter()
        .map(|report| report.document.language.code.as_str())
        .collect();
    languages.sort_unstable();
    languages.dedup();
    let title = view.run.event.as_deref().unwrap_or("Comparison");
    let _ = writeln!(
        page,
        "{TITLE}{title}{TITLE:#}: {} reports in {} languages, {} statements\n",
        reports.len(),
        languages.len(),
        view.comparison.statements.len()
    );
}

fn agreements(page: &mut String, view: &View, story: &Story, options: Options) {
    let _ = writeln!(page, "{TITLE}They agree{TITLE:#}");
    for &index in &story.shared {
        let statement = &view.comparison.statements[index];
        let text = view.headline(statement).map_or("", |at| view.sentence(at));
        let count = format!(
            "{} of {}",
            View::carriers(statement).len(),
            view.comparison.reports.len()
        );
        item(
            page,
            "=",
            AGREES,
            &format!("{count}  {text}"),
            &statement_id(index),
            options,
        );
    }
    nothing(page, &story.shared);
}

fn differences(
    page: &mut String,
    view: &View,
    findings: &[usize],
    title: &str,
    style: Style,
    options: Options,
) {
    let _ = writeln!(page, "{TITLE}{title}{TITLE:#}");
    for &index in findings {
        let finding = &view.comparison.findings[index];
        let id = finding.statement.map(statement_id).unwrap_or_default();
        let mark = if finding.verdict == Verdict::Diverges {
            "≠"
        } else {
            "≈"
        };
        let text = format!("{}: {}", finding.kind.name(), finding.explanation);
        item(page, mark, style, &text, &id, options);
    }
    nothing(page, findings);
}

fn omissions(page: &mut String, view: &View, story: &Story, options: Options) {
    let _ = writeln!(page, "{TITLE}What each leaves out{TITLE:#}");
    for report in 0..view.comparison.reports.len() {
        let ids = |statements: &[usize]| {
            let ids: Vec<String> = statements.iter().map(|&s| statement_id(s)).collect();
            if ids.is_empty() {
                "nothing".to_owned()
            } else {
                ids.join(" ")
            }
        };
        let text = format!(
            "{}: leaves out {}; has alone {}",
            view.outlet(report),
            ids(&story.omitted[report]),
            ids(&story.alone[report])
        );
        item(page, "·", QUIET, &text, "", options);
    }
    page.push('\n');
}

fn matrix(page: &mut String, view: &View, options: Options) {
    let mut table = Table::new();
    table
        .load_style(presets::UTF8_HORIZONTAL_ONLY)
        .set_content_arrangement(ContentArrangement::Dynamic)
        .set_width(options.width as u16);
    let outlets = (0..view.comparison.reports.len()).map(|report| view.outlet(report).to_owned());
    table.set_header(
        [String::new(), "statement".to_owned()]
            .into_iter()
            .chain(outlets),
    );
    for (index, statement) in view.comparison.statements.iter().enumerate() {
        let carriers = View::carriers(statement);
        if carriers.len() < 2 {
            continue;
        }
        let text = view.headline(statement).map_or("", |at| view.sentence(at));
        let cells = (0..view.comparison.reports.len()).map(|report| {
            if carriers.contains(&report) {
                "●"
            } else {
                "–"
            }
            .to_owned()
        });
        let name = [statement_id(index), shortened(text, 60)];
        table.add_row(name.into_iter().chain(cells));
    }
    let _ = writeln!(page, "{table}");
}

fn nothing(page: &mut String, items: &[usize]) {
    if items.is_empty() {
        let _ = writeln!(page, "  {QUIET}nothing{QUIET:#}");
    }
    page.push('\n');
}

fn item(page: &mut String, mark: &str, style: Style, text: &str, id: &str, _options: Options) {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let _ = writeln!(page, "  {style}{mark}{style:#} {text} {QUIET}{id}{QUIET:#}");
}

fn shortened(text: &str, most: usize) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.chars().count() <= most {
        return text;
    }
    let mut short: String = text.chars().take(most.saturating_sub(1)).collect();
    short.push('…');
    short
}

//! Statements × outlets.

use super::line::{padded, plain, shortened, width};
use super::{Page, QUIET, TITLE, mark, style};
use crate::View;
use crate::view::statement_id;
use std::fmt::Write as _;

/// Fewer columns than that do not show what a statement says.
const LEAST_ROOM: usize = 20;

/// Beside the mark of a report whose headline tells a statement.
const HEADLINE: &str = "^";

/// Where a report may carry a statement all the same.
pub(super) const PERHAPS: &str = "?";

/// The letter of a report: `A` … `Z`, then `A1` …
pub(crate) fn letter(report: usize) -> String {
    let letter = char::from(b'A' + (report % 26) as u8);
    match report / 26 {
        0 => letter.to_string(),
        round => format!("{letter}{round}"),
    }
}

/// Who reports, each with its letter.
pub(super) fn legend(page: &mut Page) {
    let view = page.view;
    let names: Vec<String> = (0..view.comparison.reports.len())
        .map(|report| shortened(view.outlet(report), 32))
        .collect();
    let widest = names.iter().map(|name| width(name)).max().unwrap_or(0);
    for (report, name) in names.iter().enumerate() {
        let document = &view.report(report).document;
        let published = document.article.published.as_deref().unwrap_or("no date");
        // Seconds say nothing here, and "T" reads like a letter of the name.
        let published = match (
            published.get(..16),
            published.get(16..19),
            published.get(19..),
        ) {
            (Some(before), Some(":00"), Some(zone)) => format!("{before}{zone}"),
            _ => published.to_owned(),
        };
        let published = published.replacen('T', " ", 1);
        let _ = writeln!(
            page.text,
            "  {TITLE}{}{TITLE:#}  {}  {}  {}  {QUIET}{} sentences{QUIET:#}",
            padded(&letter(report), 1),
            padded(name, widest),
            padded(&document.language.code, 3),
            padded(&plain(&published), 10),
            document.sentences.len()
        );
    }
    page.text.push('\n');
}

/// One line a statement that two or more reports carry: who carries it, with the gravest verdict
/// that its words are evidence of.
pub(super) fn matrix(page: &mut Page) {
    let view = page.view;
    let reports = view.comparison.reports.len();
    let mut statements: Vec<usize> = (0..view.comparison.statements.len())
        .filter(|&index| View::carriers(&view.comparison.statements[index]).len() > 1)
        .collect();
    if statements.is_empty() {
        return;
    }
    statements.sort_by_key(|&index| {
        let carriers = View::carriers(&view.comparison.statements[index]).len();
        (usize::MAX - carriers, index)
    });
    page.heading("Statements by outlet", statements.len());
    let ids = statement_id(view.comparison.statements.len()).len();
    let letters: Vec<String> = (0..reports).map(letter).collect();
    let cell = letters.iter().map(String::len).max().unwrap_or(1) + 1;
    let room = page
        .options
        .width
        .saturating_sub(2 + ids + 2 + reports * cell + 1);
    if room < LEAST_ROOM {
        let what =
            format!("{reports} reports are too many for a line: --html and --xlsx show them");
        page.quiet(2, &what);
        page.text.push('\n');
        return;
    }
    let head: String = letters.iter().map(|letter| padded(letter, cell)).collect();
    let gap = " ".repeat(ids + 3);
    let _ = writeln!(page.text, "{gap} {TITLE}{}{TITLE:#}", head.trim_end());
    for &index in &statements[..page.shown(statements.len())] {
        let statement = &view.comparison.statements[index];
        let carriers = View::carriers(statement);
        let mut cells = String::new();
        for report in 0..reports {
            if carriers.contains(&report) {
                let verdict = view.verdict_of(index, report);
                let style = style(verdict);
                let _ = write!(cells, "{style}{}{style:#}", mark(verdict));
            } else {
                let mark = view.perhaps(index, report).map_or("·", |_| PERHAPS);
                let _ = write!(cells, "{QUIET}{mark}{QUIET:#}");
            }
            let above = if view.is_headlined(index, report) {
                HEADLINE
            } else {
                " "
            };
            cells.push_str(&padded(above, cell - 1));
        }
        let text = view.stands_for(statement);
        let _ = writeln!(
            page.text,
            "  {} {cells} {}",
            padded(&statement_id(index), ids + 1),
            shortened(text, room)
        );
    }
    page.quiet(
        2,
        "= no difference found   ≈ differs, both can be right   ≠ diverges   · not there   \
         ? perhaps there   ^ its headline tells it",
    );
    page.rest(statements.len());
}

//! Markdown: the short story and the tables, for a note or a repository.

use crate::View;
use crate::rows::{self, Cell, Table};
use crate::story::story;
use crate::view::statement_id;
use std::fmt::Write as _;

/// The comparison as one Markdown document.
pub fn render(view: &View) -> String {
    let mut page = String::new();
    let title = view.title().unwrap_or("Comparison");
    let _ = writeln!(page, "# {}\n", escaped(title));
    let story = story(view);
    section(
        &mut page,
        "What most of them agree on",
        &story.shared,
        |index| {
            let statement = &view.comparison.statements[index];
            let text = view.stands_for(statement);
            format!(
                "{} ({} of {}): {}",
                statement_id(index),
                View::carriers(statement).len(),
                view.comparison.reports.len(),
                escaped(text)
            )
        },
    );
    let explanation = |index: usize| {
        let finding = &view.comparison.findings[index];
        let statement = finding.statement.map(statement_id).unwrap_or_default();
        format!(
            "**{}** {} {}",
            finding.kind.name(),
            escaped(&finding.explanation),
            statement
        )
    };
    section(
        &mut page,
        "Where they diverge",
        &story.diverging,
        explanation,
    );
    section(
        &mut page,
        "Where they differ and can both be right",
        &story.compatible,
        explanation,
    );
    let _ = writeln!(page, "## What each leaves out\n");
    for report in 0..view.comparison.reports.len() {
        let ids = |statements: &[usize]| {
            let ids: Vec<String> = statements.iter().map(|&s| statement_id(s)).collect();
            if ids.is_empty() {
                "–".to_owned()
            } else {
                ids.join(", ")
            }
        };
        let _ = writeln!(
            page,
            "- {}: leaves out {}; perhaps tells {}; has alone {}",
            escaped(view.outlet(report)),
            ids(&story.omitted[report]),
            ids(&story.perhaps[report]),
            ids(&story.alone[report])
        );
    }
    page.push('\n');
    for table in rows::tables(view) {
        // Texts and forms to fill in are no reading.
        let read = !matches!(table.name, "articles" | "sentences" | "review");
        if read && !table.rows.is_empty() {
            self::table(&mut page, &table);
        }
    }
    let _ = writeln!(page, "## Made with\n");
    let _ = writeln!(page, "Parallax {}, from\n", view.run.version);
    for (id, source) in &view.run.sources {
        let _ = writeln!(
            page,
            "- {}: {} `sha256:{}`",
            escaped(id),
            escaped(&source.path),
            source.sha256
        );
    }
    page
}

fn section(page: &mut String, title: &str, items: &[usize], line: impl Fn(usize) -> String) {
    let _ = writeln!(page, "## {title}\n");
    for &item in items {
        let _ = writeln!(page, "- {}", line(item).trim_end());
    }
    if items.is_empty() {
        page.push_str("Nothing.\n");
    }
    page.push('\n');
}

fn table(page: &mut String, table: &Table) {
    let mut name = table.name.to_owned();
    if let Some(first) = name.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    let _ = writeln!(page, "## {name}\n");
    let names: Vec<&str> = table.columns.iter().map(|column| column.name).collect();
    let _ = writeln!(page, "| {} |", names.join(" | "));
    let _ = writeln!(page, "|{}", " --- |".repeat(names.len()));
    for row in &table.rows {
        let cells: Vec<String> = row.iter().map(Cell::text).map(|c| escaped(&c)).collect();
        let _ = writeln!(page, "| {} |", cells.join(" | "));
    }
    page.push('\n');
}

/// Text of an article stays text: no markup, no HTML, one line.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\n' | '\r' | '\t' => out.push(' '),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '|' | '*' | '_' | '`' | '[' | ']' | '\\' | '#' => {
                out.push('\\');
                out.push(c);
            }
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn hostile_text_stays_text() {
        assert_eq!(
            escaped("<script>|a|\n*b* [x](y)"),
            "&lt;script&gt;\\|a\\| \\*b\\* \\[x\\](y)"
        );
    }
}

//! Every output format holds the same rows.

#![allow(
    clippy::unwrap_used,
    reason = "a suite: a failed unwrap is a failed test"
)]

use parallax::Comparison;
use reporter::rows::{self, Cell, Table};
use reporter::{Run, View, csv, html, json, markdown, review, terminal};
use std::path::Path;

/// Two events of the corpora: right-to-left, without spaces, with quotations in all of them.
fn comparisons() -> Vec<(Comparison, Run)> {
    ["beijing-talks", "akcedere-earthquake"]
        .iter()
        .map(|event| {
            let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
                .join("../corpora")
                .join(event);
            let reading = reader::read(&[folder], &reader::Options::default());
            let articles: Vec<_> = reading.inputs.into_iter().map(|i| i.article).collect();
            let options = parallax::Options::default();
            (parallax::compare(&articles, &options), Run::default())
        })
        .collect()
}

fn table<'a>(tables: &'a [Table], name: &str) -> &'a Table {
    tables.iter().find(|table| table.name == name).unwrap()
}

fn texts(table: &Table, column: &str) -> Vec<String> {
    let at = table.columns.iter().position(|c| c.name == column).unwrap();
    table.rows.iter().map(|row| row[at].text()).collect()
}

fn each(check: impl Fn(&View, &[Table])) {
    for (comparison, run) in &comparisons() {
        let view = View::new(comparison, run);
        let tables = rows::tables(&view);
        for name in ["statements", "findings", "quotations", "review"] {
            assert!(!table(&tables, name).rows.is_empty(), "{name}");
        }
        check(&view, &tables);
    }
}

#[test]
fn csv_gives_every_cell_back() {
    each(|_, tables| {
        for european in [false, true] {
            let mut options = csv::Options::default();
            (options.mark, options.european) = (european, european);
            for table in tables {
                let sheet = review::table(&csv::render(table, options)).unwrap();
                let cells: Vec<Vec<String>> = table
                    .rows
                    .iter()
                    .map(|row| {
                        row.iter()
                            .map(|cell| match cell {
                                Cell::Number(_) | Cell::Decimal(_) if european => {
                                    cell.text().replace('.', ",")
                                }
                                cell => cell.text(),
                            })
                            .collect()
                    })
                    .collect();
                assert_eq!(sheet.rows, cells, "{}", table.name);
            }
        }
    });
}

#[test]
fn json_holds_the_rows_of_findings_sentences_and_coverage() {
    each(|view, tables| {
        let whole: serde_json::Value = serde_json::from_str(&json::render(view)).unwrap();
        let list = |value: &serde_json::Value| value.as_array().unwrap().clone();
        let text = |value: &serde_json::Value, key: &str| match &value[key] {
            serde_json::Value::String(text) => text.clone(),
            serde_json::Value::Null => String::new(),
            other => other.to_string(),
        };
        let mut findings = Vec::new();
        for finding in list(&whole["findings"]) {
            for evidence in list(&finding["evidence"]) {
                let own = ["id", "kind", "verdict", "statement", "explanation"];
                let given = ["article", "sentence", "start", "end", "text", "value"];
                let mut row: Vec<String> = own.map(|key| text(&finding, key)).to_vec();
                row.extend(given.map(|key| text(&evidence, key)));
                findings.push(row);
            }
        }
        let columns = [
            "finding",
            "kind",
            "verdict",
            "statement",
            "explanation",
            "article",
            "sentence",
            "start",
            "end",
            "text",
            "value",
        ]
        .map(|column| texts(table(tables, "findings"), column));
        assert_eq!(findings.len(), columns[0].len());
        for (at, row) in findings.iter().enumerate() {
            let cells: Vec<&String> = columns.iter().map(|column| &column[at]).collect();
            assert_eq!(row.iter().collect::<Vec<_>>(), cells);
        }
        let sentences: Vec<String> = list(&whole["sentences"])
            .iter()
            .map(|sentence| text(sentence, "text"))
            .collect();
        assert_eq!(sentences, texts(table(tables, "sentences"), "text"));
        let carried: Vec<String> = list(&whole["statements"])
            .iter()
            .flat_map(|statement| list(&statement["coverage"]))
            .map(|cell| u8::from(cell["carried"] == true).to_string())
            .collect();
        assert_eq!(carried, texts(table(tables, "coverage"), "carried"));
    });
}

#[test]
fn the_page_shows_every_statement_finding_and_sentence() {
    each(|view, tables| {
        let page = html::render(view);
        for id in texts(table(tables, "statements"), "statement") {
            assert!(page.contains(&format!("<tr id=\"{id}\"")), "{id}");
        }
        let findings = table(tables, "findings");
        let kinds = texts(findings, "kind");
        for (id, kind) in texts(findings, "finding").iter().zip(&kinds) {
            // The matrix shows who carries what.
            let shown = page.contains(&format!("id=\"{id}\""));
            assert_eq!(shown, kind != "coverage", "{id} {kind}");
        }
        let sentences = table(tables, "sentences").rows.len();
        assert_eq!(page.matches("<span class=\"s ").count(), sentences);
    });
}

#[test]
fn markdown_and_the_terminal_tell_what_diverges() {
    each(|view, tables| {
        let document = markdown::render(view);
        let mut options = terminal::Options::default();
        options.full = true;
        let story = terminal::render(view, options);
        let findings = table(tables, "findings");
        let (ids, verdicts) = (texts(findings, "finding"), texts(findings, "verdict"));
        let (kinds, statements) = (texts(findings, "kind"), texts(findings, "statement"));
        for at in 0..ids.len() {
            assert!(
                document.contains(&format!("| {} |", ids[at])),
                "{}",
                ids[at]
            );
            if verdicts[at] == "diverges" && kinds[at] != "coverage" && !statements[at].is_empty() {
                assert!(story.contains(&format!("[{}]", statements[at])));
            }
        }
    });
}

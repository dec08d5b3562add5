//! The one table layer: every output format renders these rows.
//!
//! Columns keep their names and meaning; new ones are added at the end. Positions are code points
//! into the article's text as read, `start` inclusive and `end` exclusive; sentences are counted
//! from 0.

mod findings;
mod mentions;
mod names;
mod review;
mod sentences;
mod statements;

pub use names::{approximation, form, name_kind, precision, sentence_kind};
pub(crate) use statements::{sentences_in, sources};

use crate::View;
use std::fmt::Write as _;

/// A column of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column {
    /// Its name, in every format.
    pub name: &'static str,
    /// What it holds.
    pub about: &'static str,
}

/// A cell of a table.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Nothing.
    Empty,
    /// Words: printed as they are, never as a formula.
    Text(String),
    /// A count or a position.
    Integer(usize),
    /// A share or a score.
    Number(f64),
    /// A value of the text: an exact decimal.
    Decimal(String),
}

/// A table: its columns and its rows.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// Its name: the CSV file's, the sheet's.
    pub name: &'static str,
    /// What one row is.
    pub about: &'static str,
    /// The columns.
    pub columns: &'static [Column],
    /// The rows, each with one cell a column.
    pub rows: Vec<Vec<Cell>>,
}

/// All tables of a comparison, in the order in which a reader wants them.
pub fn tables(view: &View) -> Vec<Table> {
    vec![
        statements::statements(view),
        statements::coverage(view),
        findings::findings(view),
        mentions::quantities(view),
        mentions::dates(view),
        mentions::quotations(view),
        mentions::names(view),
        findings::wording(view),
        sentences::sentences(view),
        sentences::alignments(view),
        sentences::articles(view),
        review::review(view),
    ]
}

/// The tables and their columns in Markdown: `docs/columns.md`.
pub fn documentation() -> String {
    let empty = differ::compare(Vec::new(), Vec::new());
    let run = crate::Run::default();
    let mut page = String::from(
        "# Tables and columns\n\n\
         `parallax compare INPUT --csv DIR` writes each table as `NAME.csv`, `--xlsx FILE` as a \
         sheet.\nNames and meanings stay; new columns come at the end. Positions are Unicode code \
         points into the\narticle's text as read, `start` inclusive and `end` exclusive; sentences \
         are counted from 0.\nThis page is generated: `cargo test -p parallax-reporter` says when it \
         is old.\n",
    );
    for table in tables(&View::new(&empty, &run)) {
        let _ = write!(
            page,
            "\n## {}\n\n{}.\n\n",
            table.name,
            capitalised(table.about)
        );
        page.push_str("| column | holds |\n| --- | --- |\n");
        for column in table.columns {
            let _ = writeln!(page, "| `{}` | {} |", column.name, column.about);
        }
    }
    page
}

fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| {
        format!("{}{}", first.to_uppercase(), chars.as_str())
    })
}

impl Table {
    fn new(
        name: &'static str,
        about: &'static str,
        columns: &'static [Column],
        rows: Vec<Vec<Cell>>,
    ) -> Self {
        debug_assert!(rows.iter().all(|row| row.len() == columns.len()));
        Self {
            name,
            about,
            columns,
            rows,
        }
    }
}

impl Cell {
    /// The cell as plain text, the same in every format.
    pub fn text(&self) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(text) | Self::Decimal(text) => text.clone(),
            Self::Integer(number) => number.to_string(),
            Self::Number(number) => format!("{number:.3}"),
        }
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        if text.is_empty() {
            Self::Empty
        } else {
            Self::Text(text.to_owned())
        }
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        if text.is_empty() {
            Self::Empty
        } else {
            Self::Text(text)
        }
    }
}

impl From<usize> for Cell {
    fn from(number: usize) -> Self {
        Self::Integer(number)
    }
}

impl From<f32> for Cell {
    fn from(number: f32) -> Self {
        Self::Number(f64::from(number))
    }
}

impl<T: Into<Cell>> From<Option<T>> for Cell {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Empty, Into::into)
    }
}

/// `(name, about)` pairs as columns.
const fn column(name: &'static str, about: &'static str) -> Column {
    Column { name, about }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;
    use std::path::Path;

    #[test]
    fn the_page_about_columns_is_fresh() {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/columns.md");
        if std::env::var_os("PARALLAX_WRITE_DOCS").is_some() {
            std::fs::write(&path, documentation()).unwrap();
        }
        assert_eq!(
            std::fs::read_to_string(path).unwrap(),
            documentation(),
            "run the tests once with PARALLAX_WRITE_DOCS=1"
        );
    }

    #[test]
    fn every_row_has_every_column() {
        let comparison = sample::comparison();
        let run = sample::run();
        for table in tables(&View::new(&comparison, &run)) {
            for row in &table.rows {
                assert_eq!(row.len(), table.columns.len(), "{}", table.name);
            }
        }
    }

    #[test]
    fn coverage_says_who_carries_what_and_where() {
        let comparison = sample::comparison();
        let run = sample::run();
        let view = View::new(&comparison, &run);
        let coverage = statements::coverage(&view);
        assert_eq!(coverage.rows.len(), 4 * 3);
        let cells = |row: usize| -> Vec<String> {
            coverage.rows[row].iter().take(7).map(Cell::text).collect()
        };
        assert_eq!(
            cells(2),
            ["s1", "north-post", "=North Post", "1", "0", "0.000", "1"]
        );
        assert_eq!(
            cells(3),
            ["s2", "al-jisr", "وكالة الجسر", "1", "1", "1.000", "1"]
        );
        assert_eq!(cells(4), ["s2", "gulf-wire", "Gulf Wire", "0", "", "", "0"]);
    }

    #[test]
    fn positions_are_code_points() {
        let comparison = sample::comparison();
        let run = sample::run();
        let table = sentences::sentences(&View::new(&comparison, &run));
        for row in &table.rows {
            let report = comparison
                .reports
                .iter()
                .find(|report| report.document.article.id == row[0].text())
                .unwrap();
            let at = |column: usize| row[column].text().parse::<usize>().unwrap();
            let points = report.document.article.text.chars();
            let slice: String = points.skip(at(3)).take(at(4) - at(3)).collect();
            assert_eq!(slice, row[8].text());
        }
    }
}

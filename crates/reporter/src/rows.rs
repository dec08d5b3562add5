//! The one table layer: every output format renders these rows.
//!
//! Columns keep their names and meaning; new ones are added at the end. Positions are code points
//! into the article's text as read, `start` inclusive and `end` exclusive; sentences are counted
//! from 0.

mod findings;
mod mentions;
mod names;
mod sentences;
mod statements;

pub use names::{approximation, form, name_kind, precision, sentence_kind};
pub(crate) use statements::{sentences_in, sources};

use crate::View;

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
    ]
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

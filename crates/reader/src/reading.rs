//! What reading gives: articles, problems and notes, each with its path.

use segmenter::Article;
use std::collections::BTreeMap;
use std::fmt;
use std::path::{Path, PathBuf};

/// The path that stands for standard input.
pub const STANDARD_INPUT: &str = "-";

/// What can be set on reading.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Options {
    /// The language of every article that does not name its own.
    pub language: Option<String>,
    /// The outlet of every article that does not name its own.
    pub outlet: Option<String>,
    /// The date of publication of every article that does not carry its own.
    pub published: Option<String>,
    /// Columns of tables by the user's word: (`text`, `body`) for `--column text=body`.
    pub columns: Vec<(String, String)>,
    /// The largest file that is read, in bytes.
    pub largest: u64,
}

/// 1 GiB: far above a database's export, and the whole of it still fits into memory twice.
const LARGEST: u64 = 1 << 30;

impl Default for Options {
    fn default() -> Self {
        Self {
            language: None,
            outlet: None,
            published: None,
            columns: Vec::new(),
            largest: LARGEST,
        }
    }
}

/// An article with where it comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Input {
    /// The article.
    pub article: Article,
    /// The file, as it was named; `-` for standard input.
    pub path: PathBuf,
    /// SHA-256 of the file's bytes, in hexadecimal digits.
    pub sha256: String,
}

/// Something that could not be read. The rest was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The file or folder.
    pub path: PathBuf,
    /// What is wrong, in plain words.
    pub what: String,
    /// What may help.
    pub hint: Option<String>,
}

/// Something doubtful about what was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// The file or folder.
    pub path: PathBuf,
    /// What is doubtful, in plain words.
    pub what: String,
}

/// Everything that reading gave.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Reading {
    /// The articles, in the order of the input.
    pub inputs: Vec<Input>,
    /// The titles of events, by their ids, where `event.toml` gives one.
    pub titles: BTreeMap<String, String>,
    /// What could not be read.
    pub problems: Vec<Problem>,
    /// What is doubtful.
    pub notes: Vec<Note>,
}

impl Reading {
    pub(crate) fn note(&mut self, path: &Path, what: impl Into<String>) {
        self.notes.push(Note {
            path: path.to_owned(),
            what: what.into(),
        });
    }

    pub(crate) fn problem(&mut self, path: &Path, trouble: Trouble) {
        self.problems.push(Problem {
            path: path.to_owned(),
            what: trouble.what,
            hint: trouble.hint.map(Into::into),
        });
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.path.display(), self.what)
    }
}

impl std::error::Error for Problem {}

impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.path.display(), self.what)
    }
}

/// What is wrong with one file, before its path is known.
#[derive(Debug)]
pub(crate) struct Trouble {
    pub(crate) what: String,
    pub(crate) hint: Option<&'static str>,
}

impl Trouble {
    pub(crate) fn new(what: impl Into<String>) -> Self {
        Self {
            what: what.into(),
            hint: None,
        }
    }

    pub(crate) fn hint(mut self, hint: &'static str) -> Self {
        self.hint = Some(hint);
        self
    }
}

//! Every word list that a pack may hold: its file, its columns, who reads it.
//!
//! Columns are set apart by one tab; `#` starts a comment line. Words stand as a wire would
//! print them; matching folds case and marks where the reader of the list says so.

/// What one word list is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Table {
    /// The file's name without `.txt`.
    pub name: &'static str,
    /// The columns, in order.
    pub columns: &'static [&'static str],
    /// Whether every first-class pack must have it.
    pub required: bool,
    /// What it is for and who reads it.
    pub about: &'static str,
}

const fn table(
    name: &'static str,
    columns: &'static [&'static str],
    required: bool,
    about: &'static str,
) -> Table {
    Table {
        name,
        columns,
        required,
        about,
    }
}

/// All lists, sorted by name. A pack file that is not named here fails the tests.
pub const TABLES: &[Table] = &[table(
    "cases",
    &["kind", "text", "expected"],
    true,
    "worked examples that the tests run; the kind says which stage checks the line",
)];

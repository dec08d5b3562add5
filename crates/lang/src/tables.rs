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
pub const TABLES: &[Table] = &[
    table(
        "abbreviations",
        &["abbreviation", "use"],
        true,
        "words that end in a dot inside a sentence, without the last dot. The use is `title` (a \
         name follows), `number` (a number follows), `inner` (never last in a sentence) or \
         empty (may be last in a sentence); read by the segmenter",
    ),
    table(
        "bylines",
        &["opening"],
        true,
        "how a line opens that names the author; read by the segmenter",
    ),
    table(
        "captions",
        &["opening"],
        true,
        "how a line opens that describes or credits a picture; read by the segmenter",
    ),
    table(
        "cases_segment",
        &["text", "sentences"],
        true,
        "a text and its sentences, set apart by ` | `; run by the segmenter's tests",
    ),
    table(
        "function_words",
        &["word"],
        true,
        "articles, pronouns, prepositions, conjunctions, auxiliaries and the like, in lower \
         case; they tell languages apart, open sentences and carry no topic",
    ),
];

//! One report as published.

/// One report as published, the pipeline's input.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Article {
    /// Unique in one comparison: a file's stem, a table's `id`.
    pub id: String,
    /// Who published it; the id where nobody says.
    pub outlet: String,
    /// ISO 639 code, when the input or the user names it. Detected otherwise.
    pub language: Option<String>,
    /// Date (`2024-04-30`) or date-time (`2024-04-30T10:00:00`, offset allowed) of publication.
    pub published: Option<String>,
    /// The headline, where it does not stand in the text.
    pub title: Option<String>,
    /// Where it was published.
    pub url: Option<String>,
    /// The event that it tells of, where the input groups articles.
    pub event: Option<String>,
    /// The text, untouched: every span of every finding points into it.
    pub text: String,
}

impl Article {
    /// An article of which only the id and the text are known.
    pub fn new(id: impl Into<String>, text: impl Into<String>) -> Self {
        let id = id.into();
        Self {
            outlet: id.clone(),
            id,
            text: text.into(),
            ..Self::default()
        }
    }
}

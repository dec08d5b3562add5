//! From an [`Article`] to a [`Document`]: language, paragraphs, sentences, tokens.
//!
//! [`segment`] is total: any text gives a document. All positions are half-open byte [`Span`]s
//! into the untouched text. Paragraphs cover all of it; sentences cover all but the white space
//! between them.
//!
//! ```
//! let article = segmenter::Article::new("a", "Talks were held in Beijing. They ended on Friday.");
//! let document = segmenter::segment(article);
//! assert_eq!(document.language.code, "en");
//! assert_eq!(document.sentences.len(), 2);
//! assert_eq!(document.text_of(document.sentences[1].span), "They ended on Friday.");
//! ```

mod article;
mod bounds;
mod dateline;
mod document;
mod kinds;
mod language;
mod layout;
pub mod letters;
mod lists;
mod marks;
pub mod normal;
mod rules;
mod segment;
mod span;
mod tokens;
mod unmarked;

pub use article::Article;
pub use document::{Document, Language, Sentence, SentenceKind, Token, TokenKind};
/// The model behind the detection of languages, for the chore that trains it.
#[doc(hidden)]
pub use language::model as language_model;
pub use span::{CodePoints, Span};
pub use tokens::tokens;

/// Segments an article. The article's own `language`, when it has one, is believed.
pub fn segment(article: Article) -> Document {
    segment::segment(article)
}

/// A document whose sentences are the lines of an article, kept as they are; empty lines are no
/// sentences. For texts that somebody else has segmented.
///
/// ```
/// let document = segmenter::from_lines(segmenter::Article::new("a", "One. Two.\nThree.\n"));
/// assert_eq!(document.sentences.len(), 2);
/// ```
pub fn from_lines(article: Article) -> Document {
    segment::from_lines(article)
}

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
mod document;
mod language;
mod layout;
mod marks;
mod rules;
mod segment;
mod span;
mod unmarked;

pub use article::Article;
pub use document::{Document, Language, Sentence, SentenceKind, Token, TokenKind};
/// The model behind the detection of languages, for the chore that trains it.
#[doc(hidden)]
pub use language::model as language_model;
pub use span::{CodePoints, Span};

/// Segments an article. The article's own `language`, when it has one, is believed.
pub fn segment(article: Article) -> Document {
    segment::segment(article)
}

//! From an [`Article`] to a [`Document`]: language, paragraphs, sentences, tokens.
//!
//! [`segment`] is total: any text gives a document. All positions are half-open byte [`Span`]s
//! into the untouched text; paragraphs and sentences cover all of it, so that the concatenated
//! sentence spans reproduce the source byte for byte.
//!
//! ```
//! let article = segmenter::Article::new("a", "Talks were held in Beijing. They ended on Friday.");
//! let document = segmenter::segment(article);
//! assert_eq!(document.language.code, "en");
//! assert_eq!(document.sentences.len(), 2);
//! assert_eq!(document.text_of(document.sentences[1].span), "They ended on Friday.");
//! ```

mod article;
mod document;
mod span;

pub use article::Article;
pub use document::{Document, Language, Sentence, SentenceKind, Token, TokenKind};
pub use span::{CodePoints, Span};

/// Segments an article. The article's own `language`, when it has one, is believed.
pub fn segment(article: Article) -> Document {
    document::segment(article)
}

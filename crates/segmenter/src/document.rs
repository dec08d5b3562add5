//! A segmented article.

use crate::{Article, Span};

/// An article with its language, paragraphs and sentences.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    /// The article, untouched.
    pub article: Article,
    /// The language of the whole.
    pub language: Language,
    /// Consecutive spans that cover the text, each with the line breaks after it.
    pub paragraphs: Vec<Span>,
    /// The sentences in reading order, without the white space between them.
    pub sentences: Vec<Sentence>,
    /// What was doubtful, in plain words.
    pub notes: Vec<String>,
}

/// A language with how sure it is.
#[derive(Debug, Clone, PartialEq)]
pub struct Language {
    /// ISO 639 code, `und` where nothing could be told.
    pub code: String,
    /// ISO 15924 code of the script of most letters, `Zyyy` where there are none.
    pub script: &'static str,
    /// 0 to 1; 1 where the input names the language.
    pub confidence: f32,
}

/// One sentence, or what stands for one: a headline, a caption, a list item.
#[derive(Debug, Clone, PartialEq)]
pub struct Sentence {
    /// Where it stands, without white space around it.
    pub span: Span,
    /// What it is.
    pub kind: SentenceKind,
    /// Index of its paragraph.
    pub paragraph: usize,
    /// Its language where it clearly differs from the document's.
    pub language: Option<String>,
}

/// What a sentence is in the layout of an article.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
#[non_exhaustive]
pub enum SentenceKind {
    /// Running text.
    #[default]
    Body,
    /// A headline or subheading.
    Headline,
    /// "BEIJING, April 30 (Xinhua) --" alone on its line.
    Dateline,
    /// Who wrote it.
    Byline,
    /// The text under a picture.
    Caption,
    /// An item of a list.
    Item,
}

impl SentenceKind {
    /// Whether such a sentence tells something of what the article is about: every outlet has its own
    /// dateline and byline.
    pub fn tells(self) -> bool {
        !matches!(self, Self::Dateline | Self::Byline)
    }
}

/// A word, number, mark or run of other characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// Where it stands in the article's text.
    pub span: Span,
    /// What it is.
    pub kind: TokenKind,
}

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum TokenKind {
    /// Letters, perhaps with digits.
    Word,
    /// Digits, with their separators.
    Number,
    /// Punctuation and symbols.
    Mark,
}

impl Document {
    /// The text under a span.
    pub fn text_of(&self, span: Span) -> &str {
        span.of(&self.article.text)
    }

    /// The article's title, or the headline that its text begins with.
    pub fn headline(&self) -> Option<&str> {
        let in_text = || {
            let first = self.sentences.iter().find(|s| s.kind.tells())?;
            (first.kind == SentenceKind::Headline).then(|| without_hashes(self.text_of(first.span)))
        };
        let title = self.article.title.as_deref().map(str::trim);
        title.filter(|title| !title.is_empty()).or_else(in_text)
    }

    /// The text of sentence `index`; empty where there is none.
    pub fn sentence_text(&self, index: usize) -> &str {
        self.sentences
            .get(index)
            .map_or("", |sentence| self.text_of(sentence.span))
    }

    /// The text of sentence `index` as a line of its own: a heading without the marks that Markdown
    /// sets before it.
    pub fn line(&self, index: usize) -> &str {
        without_hashes(self.sentence_text(index))
    }

    /// The sentence that holds the byte offset `at`, or the last one that starts before it.
    pub fn sentence_at(&self, at: usize) -> Option<usize> {
        self.sentences
            .partition_point(|sentence| sentence.span.start <= at)
            .checked_sub(1)
    }

    /// The language of sentence `index`: its own where it clearly differs, else the document's.
    pub fn language_of(&self, index: usize) -> &str {
        let own = self
            .sentences
            .get(index)
            .and_then(|sentence| sentence.language.as_deref());
        own.unwrap_or(&self.language.code)
    }

    /// The tokens of sentence `index`, without white space, cut as its language is written.
    pub fn tokens(&self, index: usize) -> Vec<Token> {
        let Some(sentence) = self.sentences.get(index) else {
            return Vec::new();
        };
        let code = sentence.language.as_ref().unwrap_or(&self.language.code);
        let strategy = lang::pack_or_default(code).meta.words;
        let mut tokens = crate::tokens(self.text_of(sentence.span), strategy);
        for token in &mut tokens {
            token.span = token.span.shift(sentence.span.start);
        }
        tokens
    }
}

/// A heading without the marks that Markdown sets before it.
fn without_hashes(line: &str) -> &str {
    let heading = line.trim_start_matches('#');
    let marks = line.len() - heading.len();
    match heading.strip_prefix(' ') {
        Some(heading) if (1..=6).contains(&marks) => heading.trim_start(),
        _ => line,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_of_headings_are_no_text() {
        assert_eq!(without_hashes("## Lira falls"), "Lira falls");
        assert_eq!(without_hashes("#freedom now"), "#freedom now");
        assert_eq!(without_hashes("No. # 4"), "No. # 4");
    }
}

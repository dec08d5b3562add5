//! The pipeline from an article to a document.

use crate::rules::Rules;
use crate::{Article, Document, Language, Sentence, SentenceKind, Span, bounds, language, layout};

pub(crate) fn segment(article: Article) -> Document {
    let language = language_of(&article);
    let rules = Rules::of(&language.code);
    let text = article.text.as_str();
    let paragraphs = layout::paragraphs(text);
    let mut sentences = Vec::with_capacity(text.len() / 120);
    for (paragraph, span) in paragraphs.iter().enumerate() {
        let mut start = span.start;
        let mut push = |end: usize| {
            let span = Span::new(start, end).trim(text);
            if !span.is_empty() {
                sentences.push(Sentence {
                    span,
                    kind: SentenceKind::Body,
                    paragraph,
                    language: None,
                });
            }
            start = end;
        };
        bounds::ends(span.of(text), rules, |end| push(span.start + end));
        push(span.end);
    }
    Document {
        language,
        paragraphs,
        sentences,
        notes: Vec::new(),
        article,
    }
}

fn language_of(article: &Article) -> Language {
    match article.language.as_deref().map(str::trim) {
        Some(code) if !code.is_empty() => Language {
            code: iso(code),
            script: language::script(&article.text).short_name(),
            confidence: 1.0,
        },
        _ => language::detect(&article.text),
    }
}

/// The shortest ISO 639 code of a language tag: `zh-Hant` and `zho` are `zh`.
fn iso(tag: &str) -> String {
    let primary = tag.split(['-', '_']).next().unwrap_or_default();
    lang::two_letter(&primary.to_ascii_lowercase()).to_owned()
}

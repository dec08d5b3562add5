//! The pipeline from an article to a document.

use crate::rules::Rules;
use crate::{
    Article, Document, Language, Sentence, SentenceKind, Span, bounds, language, layout, unmarked,
};

pub(crate) fn segment(article: Article) -> Document {
    let mut notes = Vec::new();
    let language = language_of(&article, &mut notes);
    if lang::pack(&language.code).is_none() && language.code != lang::UNDETERMINED {
        notes.push(format!(
            "language: no pack for {}, read by the rules that hold for all",
            language.code
        ));
    }
    let rules = Rules::of(&language.code);
    let text = &article.text;
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
        let mut from = span.start;
        let mut cut = |end: usize| {
            let sentence = Span::new(from, end).of(text);
            unmarked::ends(sentence, rules, |inner| push(from + inner));
            push(end);
            from = end;
        };
        bounds::ends(span.of(text), rules, |end| cut(span.start + end));
        cut(span.end);
    }
    Document {
        article,
        language,
        paragraphs,
        sentences,
        notes,
    }
}

/// The language that the article names, or else the one that its text is in.
fn language_of(article: &Article, notes: &mut Vec<String>) -> Language {
    if let Some(code) = article.language.as_deref().map(str::trim)
        && !code.is_empty()
    {
        return Language {
            code: iso(code),
            script: language::script_of(&article.text).short_name(),
            confidence: 1.0,
        };
    }
    let found = language::detect(&article.text);
    let Language {
        code, confidence, ..
    } = &found.language;
    if *code == lang::UNDETERMINED {
        notes.push("language: cannot be told".to_owned());
    } else if *confidence < language::SURE {
        let other = found
            .second
            .map_or(String::new(), |(other, _)| format!(", perhaps {other}"));
        notes.push(format!("language: {code}, not sure{other}"));
    }
    found.language
}

/// The shortest ISO 639 code of a language tag: `zh-Hant` and `zho` are `zh`.
fn iso(tag: &str) -> String {
    let primary = tag.split(['-', '_']).next().unwrap_or_default();
    lang::two_letter(&primary.to_ascii_lowercase()).to_owned()
}

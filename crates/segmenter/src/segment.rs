//! The pipeline from an article to a document.

use crate::kinds::{self, Place};
use crate::rules::Rules;
use crate::{
    Article, Document, Language, Sentence, SentenceKind, Span, bounds, dateline, language, layout,
    lists, unmarked,
};

pub(crate) fn segment(article: Article) -> Document {
    let (language, notes) = language_of(&article);
    let rules = Rules::of(&language.code);
    let text = &article.text;
    let paragraphs = layout::paragraphs(text, rules);
    let mut sentences: Vec<Sentence> = Vec::with_capacity(text.len() / 120 + paragraphs.len());
    let mut seen = false;
    let mut running = false;
    for (paragraph, &whole) in paragraphs.iter().enumerate() {
        let before = sentences.len();
        // Only the paragraph that opens the running text has a dateline.
        let dateline = if running {
            0
        } else {
            dateline::length(whole.of(text), rules)
        };
        let body = Span::new(whole.start + dateline, whole.end);
        cut(text, body, rules, |span| {
            sentences.push(Sentence {
                span,
                kind: SentenceKind::Body,
                paragraph,
                language: language::of_sentence(span.of(text), &language, rules),
            });
        });
        let line = whole.trim(text).of(text);
        if line.is_empty() {
            continue;
        }
        let place = Place {
            first: !seen,
            more: paragraph + 1 < paragraphs.len(),
            single: sentences.len() == before + 1,
        };
        seen = true;
        let kind = kinds::kind(line, place, rules);
        for sentence in sentences.iter_mut().skip(before) {
            sentence.kind = match kind {
                // A caption of a film may open the text where a headline is expected.
                SentenceKind::Body | SentenceKind::Headline
                    if kinds::is_credited(sentence.span.of(text), rules) =>
                {
                    SentenceKind::Byline
                }
                kind => kind,
            };
        }
        running |= kind == SentenceKind::Body;
        if dateline > 0 {
            let dateline = Sentence {
                span: Span::new(whole.start, body.start).trim(text),
                kind: SentenceKind::Dateline,
                paragraph,
                language: None,
            };
            sentences.insert(before, dateline);
        }
    }
    Document {
        article,
        language,
        paragraphs,
        sentences,
        notes,
    }
}

/// The sentences of one paragraph, without white space around them.
fn cut(text: &str, paragraph: Span, rules: &Rules, mut push: impl FnMut(Span)) {
    let mut start = paragraph.start;
    let mut sentence = |end: usize| {
        let span = Span::new(start, end).trim(text);
        if !span.is_empty() {
            push(span);
        }
        start = end;
    };
    let mut from = paragraph.start;
    let items = lists::items(paragraph.of(text), rules);
    let ends = items.iter().map(|at| paragraph.start + at);
    for end in ends.chain([paragraph.end]) {
        run(text, Span::new(from, end), rules, &mut sentence);
        from = end;
    }
}

/// Calls `sentence` with every end of a sentence in one paragraph or item, its own end included.
fn run(text: &str, part: Span, rules: &Rules, sentence: &mut impl FnMut(usize)) {
    let mut from = part.start;
    let mut marked = |end: usize| {
        unmarked::ends(Span::new(from, end).of(text), rules, |inner| {
            sentence(from + inner);
        });
        sentence(end);
        from = end;
    };
    bounds::ends(part.of(text), rules, |end| marked(part.start + end));
    marked(part.end);
}

/// A document whose sentences are the lines of the article.
pub(crate) fn from_lines(article: Article) -> Document {
    let (language, notes) = language_of(&article);
    let text = &article.text;
    let paragraphs = layout::lines(text);
    let sentences = paragraphs
        .iter()
        .enumerate()
        .map(|(paragraph, line)| Sentence {
            span: line.trim(text),
            kind: SentenceKind::Body,
            paragraph,
            language: None,
        })
        .filter(|sentence| !sentence.span.is_empty())
        .collect();
    Document {
        article,
        language,
        paragraphs,
        sentences,
        notes,
    }
}

/// The language that the article names, or else the one that its text is in; with what is
/// doubtful about it.
fn language_of(article: &Article) -> (Language, Vec<String>) {
    let mut notes = Vec::new();
    let named = article.language.as_deref().map(iso);
    let language = match named {
        Some(code) if !code.is_empty() => {
            let script = language::script_of(&article.text);
            Language {
                code,
                script,
                confidence: 1.0,
            }
        }
        _ => {
            let found = language::detect(&article.text);
            notes.extend(found.doubt());
            found.language
        }
    };
    if lang::pack(&language.code).is_none() {
        notes.push(format!(
            "language: no pack for {}, read by the rules that hold for all",
            language.code
        ));
    }
    (language, notes)
}

/// The shortest ISO 639 code of a language tag: `zh-Hant` and `zho` are `zh`.
fn iso(tag: &str) -> String {
    let primary = tag.trim().split(['-', '_']).next().unwrap_or_default();
    lang::two_letter(&primary.to_ascii_lowercase()).to_owned()
}

#[cfg(test)]
#[allow(clippy::string_slice, reason = "a slice off a boundary fails the test")]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Text of the characters that decide where sentences end, in many scripts.
    fn text() -> impl Strategy<Value = String> {
        let marks = "[.!?…。！？؟۔।:;,\"'“”«»「」《》()\\[\\] \n\r\u{2028}\u{a0}\u{202b}0-9•-]";
        let letters = "[a-zA-ZéßİЖж中文かカ한国ابهא्हแ]";
        prop::collection::vec(prop_oneof![marks, letters, "\\PC"], 0..80)
            .prop_map(|parts| parts.concat())
    }

    proptest! {
        #[test]
        fn any_text_is_segmented_without_loss(text in text(), code in prop::sample::select(vec!["", "en", "de", "zh", "ar", "ko", "th", "hy", "xx"])) {
            let mut article = Article::new("a", text.clone());
            article.language = Some(code.to_owned());
            let document = segment(article);
            let mut at = 0;
            for paragraph in &document.paragraphs {
                prop_assert_eq!(paragraph.start, at);
                at = paragraph.end;
            }
            prop_assert_eq!(at, text.len());
            let mut end = 0;
            for (index, sentence) in document.sentences.iter().enumerate() {
                let span = sentence.span;
                prop_assert!(text.get(span.start..span.end).is_some());
                prop_assert!(!span.is_empty() && span == span.trim(&text));
                prop_assert!(document.paragraphs[sentence.paragraph].contains(span));
                // Nothing but white space between sentences.
                prop_assert!(text[end..span.start].trim().is_empty());
                end = span.end;
                for token in document.tokens(index) {
                    prop_assert!(span.contains(token.span));
                }
            }
            prop_assert!(text[end..].trim().is_empty());
        }
    }

    #[test]
    fn lines_are_kept_as_they_are() {
        let document = from_lines(Article::new("a", "One. Two.\n\nThree"));
        let sentences: Vec<&str> = (0..2).map(|i| document.sentence_text(i)).collect();
        assert_eq!(sentences, ["One. Two.", "Three"]);
        assert_eq!(document.sentences[1].paragraph, 2);
    }

    #[test]
    fn a_quotation_in_another_language_is_marked() {
        let document = segment(Article::new(
            "a",
            "The minister spoke to reporters in the capital on Monday and then left the building. \
             « Nous avons trouvé un accord qui est bon pour les deux pays », a-t-il dit. \
             Nobody else commented on the talks.",
        ));
        let languages: Vec<Option<&str>> = document
            .sentences
            .iter()
            .map(|s| s.language.as_deref())
            .collect();
        assert_eq!(languages, [None, Some("fr"), None]);
    }

    #[test]
    fn an_unknown_language_is_read_by_the_default_rules_and_noted() {
        let mut article = Article::new("a", "Mr. Qa’pla left. He came back.");
        article.language = Some("tlh".to_owned());
        let document = segment(article);
        assert_eq!(document.sentences.len(), 2);
        assert_eq!(document.notes.len(), 1);
    }

    /// The text of a worked example and its sentences: ` | ` is a bound with a space (none in
    /// Chinese and Japanese), `¦` one without, `\n` a line break.
    fn example(row: &str, spaced: bool) -> (String, Vec<String>) {
        let row = row.replace("\\n", "\n");
        let marked = row.replace(" | ", if spaced { "\u{1} " } else { "\u{1}" });
        let marked = marked.replace('¦', "\u{1}");
        let sentences = marked.split('\u{1}').map(|s| s.trim().to_owned());
        (marked.replace('\u{1}', ""), sentences.collect())
    }

    #[test]
    fn worked_examples_of_every_pack_hold() {
        let mut wrong = Vec::new();
        for code in lang::codes().chain([lang::UNDETERMINED]) {
            let Some(pack) = lang::pack(code) else {
                continue;
            };
            let spaced = pack.meta.words != lang::Strategy::Han;
            let mut count = 0;
            for case in pack.rows("cases_segment") {
                let (text, expected) = example(case.key(), spaced);
                let mut article = Article::new("a", text);
                article.language = Some(code.to_owned());
                let document = segment(article);
                let found: Vec<&str> = (0..document.sentences.len())
                    .map(|i| document.sentence_text(i))
                    .collect();
                if found != expected {
                    wrong.push(format!("{code}: {}", found.join(" | ")));
                }
                count += 1;
            }
            assert!(count >= 15 || !pack.meta.first_class, "{code}: {count}");
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
}

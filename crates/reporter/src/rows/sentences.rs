//! Sentences, the links between them, and the articles.

use super::{Column, Table, column, sentence_kind};
use crate::View;
use crate::view::statement_id;
use aligner::SentenceRef;

const SENTENCES: &[Column] = &[
    column("article", "id of the article"),
    column("outlet", "its outlet"),
    column("sentence", "number of the sentence, from 0"),
    column("start", "its first code point"),
    column("end", "the code point after it"),
    column("kind", "body, headline, dateline, byline, caption, item"),
    column("language", "ISO 639 code"),
    column("statement", "id of its statement"),
    column("text", "the sentence"),
    column(
        "only_here",
        "words of it that no other article has beside the same statement",
    ),
];

/// One row a sentence.
pub(super) fn sentences(view: &View) -> Table {
    let mut rows = Vec::new();
    for (report, r) in view.comparison.reports.iter().enumerate() {
        for (index, sentence) in r.document.sentences.iter().enumerate() {
            let (start, end) = view.points(report, sentence.span);
            let at = SentenceRef {
                report,
                sentence: index,
            };
            let language = sentence
                .language
                .as_deref()
                .unwrap_or(&r.document.language.code);
            rows.push(vec![
                view.article(report).into(),
                view.outlet(report).into(),
                index.into(),
                start.into(),
                end.into(),
                sentence_kind(sentence.kind).into(),
                language.into(),
                view.statement_of(at).map(statement_id).into(),
                view.sentence(at).into(),
                only_here(view, at).into(),
            ]);
        }
    }
    Table::new("sentences", "one row a sentence", SENTENCES, rows)
}

fn only_here(view: &View, at: SentenceRef) -> String {
    let words: Vec<&str> = view
        .additions(at)
        .map(|span| view.text(at.report, span))
        .collect();
    words.join(" … ")
}

const ALIGNMENTS: &[Column] = &[
    column("statement", "id of the statement"),
    column("left_article", "id of one article"),
    column("left_sentences", "its sentences, set apart by spaces"),
    column("right_article", "id of another article"),
    column("right_sentences", "its sentences, set apart by spaces"),
    column("score", "0 to 1: how likely the two sides say the same"),
    column("left_text", "the words of the one"),
    column("right_text", "the words of the other"),
];

/// One row a pair of articles that carry the same statement.
pub(super) fn alignments(view: &View) -> Table {
    let mut rows = Vec::new();
    for (index, statement) in view.comparison.statements.iter().enumerate() {
        let carriers: Vec<usize> = View::carriers(statement).into_iter().collect();
        for (nth, &left) in carriers.iter().enumerate() {
            for &right in carriers.iter().skip(nth + 1) {
                let sides = [left, right].map(|report| {
                    let sentences = super::statements::sentences_in(statement, report);
                    let numbers: Vec<String> = sentences.iter().map(usize::to_string).collect();
                    let texts: Vec<&str> = sentences
                        .iter()
                        .map(|&s| view.report(report).document.sentence_text(s))
                        .collect();
                    (numbers.join(" "), texts.join(" "))
                });
                let [(left_numbers, left_text), (right_numbers, right_text)] = sides;
                rows.push(vec![
                    statement_id(index).into(),
                    view.article(left).into(),
                    left_numbers.into(),
                    view.article(right).into(),
                    right_numbers.into(),
                    statement.score.into(),
                    left_text.into(),
                    right_text.into(),
                ]);
            }
        }
    }
    Table::new(
        "alignments",
        "one row a statement and pair of articles that carry it",
        ALIGNMENTS,
        rows,
    )
}

const ARTICLES: &[Column] = &[
    column("doc_id", "id of the article"),
    column("text", "its text, as read"),
    column("outlet", "who published it"),
    column("language", "ISO 639 code"),
    column("published", "date of publication"),
    column("title", "its headline"),
    column("url", "where it was published"),
    column("sentences", "how many sentences it has"),
    column("path", "the file that was read"),
    column("sha256", "SHA-256 of that file"),
    column("copy_of", "id of the article that it reprints"),
];

/// One row an article; the first columns are those that R's text interchange format wants.
pub(super) fn articles(view: &View) -> Table {
    let rows = view
        .comparison
        .reports
        .iter()
        .enumerate()
        .map(|(index, report)| {
            let article = &report.document.article;
            let source = view.run.sources.get(&article.id);
            vec![
                article.id.as_str().into(),
                article.text.as_str().into(),
                article.outlet.as_str().into(),
                report.document.language.code.as_str().into(),
                article.published.as_deref().into(),
                article.title.as_deref().into(),
                article.url.as_deref().into(),
                report.document.sentences.len().into(),
                source.map(|source| source.path.as_str()).into(),
                source.map(|source| source.sha256.as_str()).into(),
                view.copy_of(index).into(),
            ]
        })
        .collect();
    Table::new("articles", "one row an article", ARTICLES, rows)
}

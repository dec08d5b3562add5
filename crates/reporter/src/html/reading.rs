//! The articles, sentence by sentence, with what differs marked.

use crate::view::{finding_id, statement_id};
use crate::{View, terminal};
use aligner::SentenceRef;
use differ::{Kind, Verdict};
use segmenter::Span;

/// An article to read.
pub(super) struct Article<'a> {
    pub(super) letter: String,
    pub(super) outlet: &'a str,
    pub(super) language: &'a str,
    pub(super) title: &'a str,
    pub(super) paragraphs: Vec<Vec<Sentence<'a>>>,
    /// Statements that most others carry and it does not.
    pub(super) omitted: Vec<String>,
}

pub(super) struct Sentence<'a> {
    pub(super) id: String,
    /// Its statement; empty where it has none.
    pub(super) statement: String,
    pub(super) verdict: &'static str,
    pub(super) pieces: Vec<Piece<'a>>,
}

/// Words of a sentence, with the finding that they are evidence of.
pub(super) struct Piece<'a> {
    pub(super) text: &'a str,
    /// Empty where the words are evidence of nothing.
    pub(super) finding: String,
    pub(super) verdict: &'static str,
    /// Whether no other report has them beside the same statement.
    pub(super) only_here: bool,
}

/// The id of a sentence in the page.
pub(super) fn sentence_id(at: SentenceRef) -> String {
    format!("{}-{}", terminal::letter(at.report), at.sentence)
}

/// One article as the page shows it.
pub(super) fn article<'a>(view: &View<'a>, report: usize, omitted: &[usize]) -> Article<'a> {
    let document = &view.report(report).document;
    let letter = terminal::letter(report);
    let marks = marks(view, report);
    let mut paragraphs: Vec<Vec<Sentence>> = Vec::new();
    let mut last = None;
    for (index, sentence) in document.sentences.iter().enumerate() {
        let at = SentenceRef {
            report,
            sentence: index,
        };
        let statement = view.statement_of(at);
        if last != Some(sentence.paragraph) {
            paragraphs.push(Vec::new());
            last = Some(sentence.paragraph);
        }
        if let Some(paragraph) = paragraphs.last_mut() {
            paragraph.push(Sentence {
                id: sentence_id(at),
                statement: statement.map(statement_id).unwrap_or_default(),
                verdict: statement
                    .map_or("", |statement| view.verdict_of(statement, report).name()),
                pieces: pieces(view, at, sentence.span, &marks),
            });
        }
    }
    Article {
        letter,
        outlet: view.outlet(report),
        language: &document.language.code,
        title: document.article.title.as_deref().unwrap_or_default(),
        paragraphs,
        omitted: omitted.iter().map(|&index| statement_id(index)).collect(),
    }
}

/// A stretch of an article that a finding points at.
struct Mark {
    span: Span,
    finding: usize,
}

/// The stretches that differ, sorted; where two overlap, the graver or else the first one stays.
fn marks(view: &View, report: usize) -> Vec<Mark> {
    let mut marks: Vec<Mark> = Vec::new();
    for verdict in [Verdict::Diverges, Verdict::Compatible] {
        for (finding, f) in view.comparison.findings.iter().enumerate() {
            if f.verdict != verdict || f.kind == Kind::Coverage {
                continue;
            }
            for evidence in f.evidence.iter().filter(|e| e.at.report == report) {
                let span = evidence.span;
                let free = !span.is_empty() && marks.iter().all(|mark| !mark.span.overlaps(span));
                if free {
                    marks.push(Mark { span, finding });
                }
            }
        }
    }
    marks.sort_by_key(|mark| mark.span);
    marks
}

fn pieces<'a>(view: &View<'a>, at: SentenceRef, sentence: Span, marks: &[Mark]) -> Vec<Piece<'a>> {
    let additions: Vec<Span> = view.additions(at).collect();
    let mut pieces = Vec::new();
    let mut start = sentence.start;
    for mark in marks.iter().filter(|mark| sentence.contains(mark.span)) {
        unmarked(
            view,
            at,
            Span::new(start, mark.span.start),
            &additions,
            &mut pieces,
        );
        let finding = &view.comparison.findings[mark.finding];
        pieces.push(Piece {
            text: view.text(at.report, mark.span),
            finding: finding_id(mark.finding),
            verdict: finding.verdict.name(),
            only_here: false,
        });
        start = mark.span.end;
    }
    unmarked(
        view,
        at,
        Span::new(start, sentence.end),
        &additions,
        &mut pieces,
    );
    pieces
}

/// Words that are evidence of nothing, those that only this report has apart.
fn unmarked<'a>(
    view: &View<'a>,
    at: SentenceRef,
    span: Span,
    additions: &[Span],
    pieces: &mut Vec<Piece<'a>>,
) {
    let mut piece = |start: usize, end: usize, only_here| {
        if start < end {
            pieces.push(Piece {
                text: view.text(at.report, Span::new(start, end)),
                finding: String::new(),
                verdict: "",
                only_here,
            });
        }
    };
    let mut start = span.start;
    for addition in additions.iter().filter(|addition| addition.overlaps(span)) {
        let (from, to) = (addition.start.max(start), addition.end.min(span.end));
        piece(start, from, false);
        piece(from, to, true);
        start = to;
    }
    piece(start, span.end, false);
}

//! What headlines tell: which statements each picks out of its report.

use crate::novelty::{Words, share_new};
use aligner::{Report, Statement};
use rayon::prelude::*;
use segmenter::{Article, Document, Sentence, SentenceKind, Span};
use std::collections::BTreeSet;
use std::ops::Range;

/// A headline is drawn from the first sentences of the text, seldom from more.
const OPENING: usize = 10;

/// A sentence tells a clause of a headline where so much of the clause has its like in it, by weight.
/// Set by eye on the project's events.
const TELLS: f32 = 0.5;

/// The headline of a report.
pub(crate) struct Headline {
    /// It alone, as a report of running text.
    pub(crate) alone: Report,
    /// The sentences of its report that tell what it says, the nearest first.
    pub(crate) told: Vec<usize>,
}

/// The headline of each report that has one.
pub(crate) fn headlines(reports: &[Report]) -> Vec<Option<Headline>> {
    reports.par_iter().map(Headline::of).collect()
}

/// Of each report the statements that its headline tells.
pub(crate) fn told(
    headlines: &[Option<Headline>],
    statements: &[Statement],
) -> Vec<BTreeSet<usize>> {
    let mut told = vec![BTreeSet::new(); headlines.len()];
    for (index, statement) in statements.iter().enumerate() {
        for at in statement.tellers() {
            let headline = headlines.get(at.report).and_then(Option::as_ref);
            if headline.is_some_and(|headline| headline.told.contains(&at.sentence)) {
                told[at.report].insert(index);
            }
        }
    }
    told
}

impl Headline {
    fn of(report: &Report) -> Option<Self> {
        let document = &report.document;
        let alone = alone(document)?;
        let body = document.sentences.iter().enumerate();
        let opening: Vec<(usize, Words)> = body
            .filter(|(_, sentence)| sentence.kind == SentenceKind::Body)
            .take(OPENING)
            .map(|(at, _)| (at, Words::of(document, [at], encoder::builtin())))
            .collect();
        let mut told: Vec<usize> = Vec::new();
        for clause in clauses(&alone.document) {
            let told_by = opening
                .iter()
                .map(|(at, words)| (1.0 - share_new(&clause, words), *at));
            let best = told_by.reduce(|best, next| if next.0 > best.0 { next } else { best });
            if let Some((_, at)) = best.filter(|(share, at)| *share >= TELLS && !told.contains(at))
            {
                told.push(at);
            }
        }
        Some(Self { alone, told })
    }
}

/// The clauses of a headline, each by itself: "Eight dead in crash; minister resigns".
fn clauses(headline: &Document) -> Vec<Words> {
    let Some(sentence) = headline.sentences.first() else {
        return Vec::new();
    };
    let all = Span::new(0, headline.article.text.len());
    let parts = aligner::clauses(
        headline.text_of(all),
        &headline.language.code,
        encoder::builtin(),
    );
    let alone = |part: Range<usize>| {
        let span = Span::new(part.start, part.end);
        let sentences = vec![Sentence {
            span,
            ..sentence.clone()
        }];
        let document = Document {
            sentences,
            ..headline.clone()
        };
        Words::of(&document, [0], encoder::builtin())
    };
    parts.into_iter().map(alone).collect()
}

/// A report's headline as a report of its own.
fn alone(document: &Document) -> Option<Report> {
    let title = document.headline()?;
    let mut document = segmenter::segment(Article {
        language: Some(document.language.code.clone()),
        title: None,
        text: title.to_owned(),
        ..document.article.clone()
    });
    // What is told of running text holds for it.
    for sentence in &mut document.sentences {
        sentence.kind = SentenceKind::Body;
    }
    let mentions = extractor::extract(&document);
    Some(Report { document, mentions })
}

//! How prominent a report makes what it says: in its headline, in its lede, where, and at what length.

use crate::Comparison;
use segmenter::SentenceKind;

/// How prominent one report makes a statement.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Prominence {
    /// Whether its headline tells it.
    pub headline: bool,
    /// Whether a sentence of its lede tells it: of the first paragraph of running text, three at
    /// most.
    pub lede: bool,
    /// Where its first sentence stands: 0 for the first of the article, 1 for the last.
    pub place: f32,
    /// 0 to 1: the share of the article's letters and digits that its sentences make up.
    pub share: f32,
}

/// A lede has at most so many sentences, though a text without paragraphs goes on.
const LEDE: usize = 3;

impl Comparison {
    /// How prominent a report makes a statement; nothing where it does not carry it.
    pub fn prominence(&self, statement: usize, report: usize) -> Option<Prominence> {
        let document = &self.reports.get(report)?.document;
        let tellers = self.statements.get(statement)?.tellers();
        let told: Vec<usize> = tellers
            .filter(|at| at.report == report)
            .map(|at| at.sentence)
            .collect();
        let first = *told.iter().min()?;
        let sentences = &document.sentences;
        let is_body = |at: &usize| {
            sentences
                .get(*at)
                .is_some_and(|s| s.kind == SentenceKind::Body)
        };
        let mut body = (0..sentences.len()).filter(is_body);
        let paragraph = |at: usize| sentences.get(at).map(|s| s.paragraph);
        let opening = body.next();
        let lede = opening.is_some_and(|opening| {
            let rest = body.take_while(|&at| paragraph(at) == paragraph(opening));
            let mut lede = std::iter::once(opening).chain(rest).take(LEDE);
            lede.any(|at| told.contains(&at))
        });
        let letters = |at: usize| {
            let text = document.sentence_text(at).chars();
            text.filter(|c| c.is_alphanumeric()).count()
        };
        let all: usize = (0..sentences.len()).map(letters).sum();
        let own: usize = told.iter().map(|&at| letters(at)).sum();
        let last = sentences.len().saturating_sub(1);
        Some(Prominence {
            headline: self.headlines.get(report)?.contains(&statement),
            lede,
            place: first as f32 / last.max(1) as f32,
            share: own as f32 / all.max(1) as f32,
        })
    }
}

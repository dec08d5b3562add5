//! How prominent a report makes what it says: in its headline, in its lede, where, and at what length.

use crate::Comparison;
use segmenter::{Document, SentenceKind};

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

/// How prominent the reports of a comparison make its statements.
#[derive(Debug)]
pub struct Prominences<'a> {
    comparison: &'a Comparison,
    layouts: Vec<Layout>,
}

/// What is asked of a report for every statement that it carries, read once.
#[derive(Debug)]
struct Layout {
    /// The letters and digits of each sentence.
    letters: Vec<usize>,
    lede: Vec<usize>,
}

impl Layout {
    fn of(document: &Document) -> Self {
        let sentences = &document.sentences;
        let letters = |at: usize| {
            let text = document.sentence_text(at).chars();
            text.filter(|c| c.is_alphanumeric()).count()
        };
        let body = sentences.iter().enumerate();
        let mut body = body.filter(|(_, sentence)| sentence.kind == SentenceKind::Body);
        let lede = body.next().map_or_else(Vec::new, |(first, opening)| {
            let rest = body.take_while(|(_, s)| s.paragraph == opening.paragraph);
            let rest = rest.map(|(at, _)| at).take(LEDE - 1);
            std::iter::once(first).chain(rest).collect()
        });
        Self {
            letters: (0..sentences.len()).map(letters).collect(),
            lede,
        }
    }
}

impl Comparison {
    /// How prominent the reports make the statements.
    pub fn prominences(&self) -> Prominences<'_> {
        let layouts = self
            .reports
            .iter()
            .map(|report| Layout::of(&report.document));
        Prominences {
            comparison: self,
            layouts: layouts.collect(),
        }
    }
}

impl Prominences<'_> {
    /// How prominent a report makes a statement; nothing where it does not carry it.
    pub fn of(&self, statement: usize, report: usize) -> Option<Prominence> {
        let layout = self.layouts.get(report)?;
        let tellers = self.comparison.statements.get(statement)?.tellers();
        let told: Vec<usize> = tellers
            .filter(|at| at.report == report)
            .map(|at| at.sentence)
            .collect();
        let first = *told.iter().min()?;
        let all: usize = layout.letters.iter().sum();
        let own: usize = told.iter().filter_map(|&at| layout.letters.get(at)).sum();
        let last = layout.letters.len().saturating_sub(1);
        Some(Prominence {
            headline: self.comparison.headlines.get(report)?.contains(&statement),
            lede: layout.lede.iter().any(|at| told.contains(at)),
            place: first as f32 / last.max(1) as f32,
            share: own as f32 / all.max(1) as f32,
        })
    }
}

//! Which sentences of which reports say the same: beads of two texts, statements over many.

use encoder::Encoder;
use extractor::Mention;
use segmenter::Document;

/// One report as the aligner and the differ see it.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    /// The segmented article.
    pub document: Document,
    /// Its mentions, sorted by span.
    pub mentions: Vec<Mention>,
}

/// A sentence of one of several reports.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SentenceRef {
    /// Index of the report.
    pub report: usize,
    /// Index of the sentence in it.
    pub sentence: usize,
}

/// An m:n match of sentences of two texts.
#[derive(Debug, Clone, PartialEq)]
pub struct Bead {
    /// Indexes of sentences of the first text, sorted.
    pub left: Vec<usize>,
    /// Indexes of sentences of the second text, sorted.
    pub right: Vec<usize>,
    /// 0 to 1: how likely it is that the two sides say the same.
    pub score: f32,
}

/// Sentences over all reports that say the same thing; also what only one report says.
#[derive(Debug, Clone, PartialEq)]
pub struct Statement {
    /// Its sentences, sorted.
    pub sentences: Vec<SentenceRef>,
    /// 0 to 1: how likely it is that all say the same; 1 for a single sentence.
    pub score: f32,
}

/// The statements of several reports: every sentence is in exactly one, the order of the reports
/// changes nothing but the indexes.
pub fn statements(reports: &[Report], _encoder: &dyn Encoder) -> Vec<Statement> {
    reports
        .iter()
        .enumerate()
        .flat_map(|(report, r)| {
            (0..r.document.sentences.len()).map(move |sentence| Statement {
                sentences: vec![SentenceRef { report, sentence }],
                score: 1.0,
            })
        })
        .collect()
}

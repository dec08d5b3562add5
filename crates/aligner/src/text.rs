//! A text as the aligner sees it: sentences as features, vectors and anchors, without spans.

use crate::Report;
use crate::anchors::{self, Anchor};
use crate::surface::{self, Surface};
use encoder::Encoder;
use segmenter::SentenceKind;

/// A text ready to be aligned. Sentences are known by their index alone, so that reports,
/// one-sentence-a-line files and precomputed vectors are all aligned in the same way.
#[derive(Debug, Clone, Default)]
pub struct Text {
    pub(crate) units: Vec<Unit>,
    pub(crate) vectors: Vec<f32>,
    pub(crate) dims: usize,
}

/// One sentence.
#[derive(Debug, Clone, Default)]
pub(crate) struct Unit {
    pub surface: Surface,
    /// Sorted by key.
    pub anchors: Vec<Anchor>,
    /// Whether it says something: no byline, no dateline, no line of punctuation.
    pub speaks: bool,
    /// Whether it is a headline.
    pub headline: bool,
}

impl Text {
    /// A report with its mentions as anchors.
    pub fn of_report(report: &Report, encoder: &dyn Encoder) -> Self {
        let document = &report.document;
        let anchored = anchors::of_report(report);
        let mut text = Self::with_capacity(document.sentences.len(), encoder.dims());
        for (index, sentence) in document.sentences.iter().enumerate() {
            let words = document.sentence_text(index);
            let language = sentence
                .language
                .as_ref()
                .unwrap_or(&document.language.code);
            text.push(words, language, encoder);
            if let (Some(unit), Some(anchors)) = (text.units.last_mut(), anchored.get(index)) {
                unit.anchors.extend_from_slice(anchors);
                anchors::tidy(&mut unit.anchors);
                unit.speaks &=
                    !matches!(sentence.kind, SentenceKind::Byline | SentenceKind::Dateline);
                unit.headline = sentence.kind == SentenceKind::Headline;
            }
        }
        text
    }

    /// A text of one sentence a line. Its numbers are its anchors.
    pub fn of_lines<S: AsRef<str>>(lines: &[S], language: &str, encoder: &dyn Encoder) -> Self {
        let mut text = Self::with_capacity(lines.len(), encoder.dims());
        for line in lines {
            text.push(line.as_ref(), language, encoder);
        }
        text
    }

    /// How many sentences it has.
    pub fn len(&self) -> usize {
        self.units.len()
    }

    /// Whether it has no sentence.
    pub fn is_empty(&self) -> bool {
        self.units.is_empty()
    }

    pub(crate) fn vector(&self, index: usize) -> &[f32] {
        self.vectors
            .get(index * self.dims..(index + 1) * self.dims)
            .unwrap_or_default()
    }

    fn with_capacity(sentences: usize, dims: usize) -> Self {
        Self {
            units: Vec::with_capacity(sentences),
            vectors: Vec::with_capacity(sentences * dims),
            dims,
        }
    }

    fn push(&mut self, sentence: &str, language: &str, encoder: &dyn Encoder) {
        let start = self.vectors.len();
        self.vectors.resize(start + self.dims, 0.0);
        if let Some(out) = self.vectors.get_mut(start..) {
            encoder.encode_into(sentence, language, out);
        }
        let surface = surface::read(sentence);
        self.units.push(Unit {
            anchors: anchors::of_numbers(&surface),
            speaks: !surface.words.is_empty(),
            headline: false,
            surface,
        });
    }
}

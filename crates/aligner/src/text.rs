//! A text as the aligner sees it: sentences as features, vectors and anchors, without spans.

use crate::anchors::{self, Anchor, Names, Speaking};
use crate::sound::Sound;
use crate::surface::{self, Surface};
use crate::{Report, clauses, wide};
use encoder::{Encoder, narrow};
use extractor::Value;
use segmenter::{SentenceKind, Span};
use std::ops::Range;

/// A text ready to be aligned. Sentences are known by their index alone, so that reports,
/// one-sentence-a-line files and precomputed vectors are all aligned in the same way.
#[derive(Debug, Clone, Default)]
pub struct Text {
    pub(crate) language: String,
    pub(crate) units: Vec<Unit>,
    pub(crate) vectors: Vec<f32>,
    pub(crate) dims: usize,
    /// Given vectors of two, three … neighbouring sentences, a matrix for each number.
    pub(crate) joined: Vec<Vec<f32>>,
    /// Whether the vectors were given and stand alone, without the letters beside them.
    given: bool,
    /// Whether the text is a report, not lines of a corpus.
    pub(crate) report: bool,
    /// A report again, its sentences cut into clauses.
    pub(crate) cut: Option<Box<Cut>>,
}

/// A report whose sentences are cut into clauses.
#[derive(Debug, Clone, Default)]
pub(crate) struct Cut {
    /// The clauses as sentences.
    pub text: Text,
    /// Of which sentence each is a part, rising.
    pub sentences: Vec<usize>,
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
    /// How far into the report it stands, 0 to 1; nothing in lines of a corpus.
    pub place: Option<f32>,
    /// Whether it quotes somebody.
    pub quoted: bool,
    /// Its words and their vectors, where the text is short enough to be looked at so closely.
    pub words: Vec<Word>,
    /// Narrow, one after the other.
    pub word_vectors: Vec<i16>,
}

/// A word as the encoder sees it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Word {
    /// Equal for equal words.
    pub key: u32,
    /// Equal for words that begin alike, which stands in for stemming.
    pub stem: u32,
    /// How it sounds.
    pub sound: Sound,
    /// How much it counts in its sentence.
    pub weight: f32,
}

/// What the mentions of a report tell of its sentences, and of the clauses of these.
struct Told {
    /// With where each stands.
    anchors: Vec<(Span, Anchor)>,
    /// The words that only say who speaks.
    speaking: Speaking,
    /// By sentence.
    quotations: Vec<Vec<Span>>,
}

impl Told {
    fn of(report: &Report, names: &Names) -> Self {
        let mut quotations = vec![Vec::new(); report.document.sentences.len()];
        for mention in &report.mentions {
            if let (Value::Quotation(_), Some(quotations)) =
                (&mention.value, quotations.get_mut(mention.sentence))
            {
                quotations.push(mention.span);
            }
        }
        let speaking = anchors::speaking(report);
        Self {
            anchors: anchors::of_report(report, names, &speaking),
            speaking,
            quotations,
        }
    }
}

/// Texts of more sentences are aligned without word vectors, which would need gigabytes.
const CLOSE: usize = 8000;

/// Words that only say who speaks count this much: one spokesman says many things.
const ASIDE: f32 = 0.3;

/// So many lines are read at a time.
const BATCH: usize = 64;

impl Text {
    /// Reports of one event, with their mentions as anchors.
    pub fn of_reports(reports: &[Report], encoder: &dyn Encoder) -> Vec<Self> {
        use rayon::prelude::*;
        let names = Names::of(reports);
        let texts = reports.par_iter();
        texts
            .map(|report| {
                let sentences = &report.document.sentences;
                let whole: Vec<(usize, Span)> = sentences
                    .iter()
                    .map(|sentence| sentence.span)
                    .enumerate()
                    .collect();
                let told = Told::of(report, &names);
                let mut text = Self::of_pieces(report, &whole, &told, encoder);
                if reports.len() <= wide::REACH {
                    let pieces = clauses::of_document(&report.document, encoder);
                    text.cut = Some(Box::new(Cut {
                        text: Self::of_pieces(report, &pieces, &told, encoder),
                        sentences: pieces.into_iter().map(|(sentence, _)| sentence).collect(),
                    }));
                }
                text
            })
            .collect()
    }

    /// Pieces of a report, each of one of its sentences, with their mentions as anchors.
    fn of_pieces(
        report: &Report,
        pieces: &[(usize, Span)],
        told: &Told,
        encoder: &dyn Encoder,
    ) -> Self {
        let document = &report.document;
        let mut text = Self::with_capacity(&document.language.code, pieces.len(), encoder.dims());
        text.report = true;
        for &(index, span) in pieces {
            let sentence = &document.sentences[index];
            let words = document.text_of(span);
            let language = sentence
                .language
                .as_ref()
                .unwrap_or(&document.language.code);
            text.push(words, language, encoder);
            let aside = |word: &Range<usize>| {
                told.speaking
                    .covers(Span::new(span.start + word.start, span.start + word.end))
            };
            text.look_closely(words, language, encoder, aside);
            if let Some(unit) = text.units.last_mut() {
                let from = (told.anchors).partition_point(|(at, _)| at.start < span.start);
                let inside = told.anchors.iter().skip(from);
                let inside = inside.take_while(|(at, _)| at.start < span.end);
                unit.anchors.extend(inside.map(|(_, anchor)| *anchor));
                anchors::tidy(&mut unit.anchors);
                unit.speaks &= sentence.kind.tells();
                unit.headline = sentence.kind == SentenceKind::Headline;
                unit.place = Some(index as f32 / document.sentences.len() as f32);
                unit.quoted = told.quotations[index]
                    .iter()
                    .any(|said| said.overlaps(span));
            }
        }
        text
    }

    /// A text of one sentence a line. Its numbers are its anchors.
    pub fn of_lines<S: AsRef<str> + Sync>(
        lines: &[S],
        language: &str,
        encoder: &dyn Encoder,
    ) -> Self {
        use rayon::prelude::*;
        let close = lines.len() <= CLOSE;
        let parts: Vec<Self> = lines
            .par_chunks(BATCH)
            .map(|lines| {
                let mut text = Self::with_capacity(language, lines.len(), encoder.dims());
                for line in lines {
                    text.push(line.as_ref(), language, encoder);
                    if close {
                        text.look_closely(line.as_ref(), language, encoder, |_| false);
                    }
                }
                text
            })
            .collect();
        let mut text = Self::with_capacity(language, lines.len(), encoder.dims());
        for part in parts {
            text.units.extend(part.units);
            text.vectors.extend(part.vectors);
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

    /// Sentences of which nothing is known but their vectors and lengths. `vectors` holds the
    /// matrices of one, two, three … neighbouring sentences, row after row, each row `dims` long
    /// and standing for the sentences from its own number on.
    pub fn of_vectors(lengths: &[f32], dims: usize, vectors: Vec<Vec<f32>>) -> Self {
        let mut vectors = vectors.into_iter();
        let unit = |&length: &f32| Unit {
            surface: Surface {
                length,
                ..Surface::default()
            },
            speaks: true,
            ..Unit::default()
        };
        Self {
            language: String::new(),
            units: lengths.iter().map(unit).collect(),
            vectors: vectors.next().unwrap_or_default(),
            dims,
            joined: vectors.collect(),
            given: true,
            report: false,
            cut: None,
        }
    }

    /// Whether the letters of the sentences are known and count beside the vectors.
    pub(crate) fn lettered(&self) -> bool {
        !self.given
    }

    /// Whether the words of its sentences are known.
    pub(crate) fn looked_at_closely(&self) -> bool {
        self.units.iter().any(|unit| !unit.words.is_empty())
    }

    pub(crate) fn lengths(&self) -> Vec<f32> {
        self.units.iter().map(|unit| unit.surface.length).collect()
    }

    pub(crate) fn vector(&self, index: usize) -> &[f32] {
        self.vectors
            .get(index * self.dims..(index + 1) * self.dims)
            .unwrap_or_default()
    }

    /// The narrow vector of a word by its sentence and place.
    pub(crate) fn word_vector(&self, (sentence, word): (usize, usize)) -> &[i16] {
        self.units
            .get(sentence)
            .and_then(|unit| {
                unit.word_vectors
                    .get(word * self.dims..(word + 1) * self.dims)
            })
            .unwrap_or_default()
    }

    fn with_capacity(language: &str, sentences: usize, dims: usize) -> Self {
        Self {
            language: language.to_owned(),
            units: Vec::with_capacity(sentences),
            vectors: Vec::with_capacity(sentences * dims),
            dims,
            joined: Vec::new(),
            given: false,
            report: false,
            cut: None,
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
            surface,
            ..Unit::default()
        });
    }

    /// Remembers the words. Those that stand `aside`, as they only say who speaks, count less.
    fn look_closely(
        &mut self,
        sentence: &str,
        language: &str,
        encoder: &dyn Encoder,
        aside: impl Fn(&Range<usize>) -> bool,
    ) {
        let Some(unit) = self.units.last_mut() else {
            return;
        };
        for (word, vector) in encoder.words(sentence, language).iter() {
            let letters = sentence.get(word.span.clone()).unwrap_or_default();
            let lower = letters.to_lowercase();
            unit.words.push(Word {
                key: surface::hash(lower.bytes(), 7),
                stem: surface::stem(&lower),
                sound: Sound::of(letters),
                weight: word.weight * if aside(&word.span) { ASIDE } else { 1.0 },
            });
            narrow::narrow(vector, &mut unit.word_vectors);
        }
    }
}

impl Text {
    /// Sentences with precomputed vectors: one row a sentence, or the overlaps form, in which
    /// each line of `rows` is a sentence or several neighbours joined by a space and the vector
    /// of the same number belongs to it.
    ///
    /// # Errors
    ///
    /// The first sentence that has no row, counted from 1, or 0 where the numbers do not divide
    /// into rows of one length.
    pub fn of_overlaps(sentences: &[&str], rows: &[&str], values: &[f32]) -> Result<Self, usize> {
        if rows.is_empty() || !values.len().is_multiple_of(rows.len()) {
            return Err(0);
        }
        let dims = values.len() / rows.len();
        let places: rustc_hash::FxHashMap<&str, usize> = rows
            .iter()
            .enumerate()
            .rev()
            .map(|(at, row)| (row.trim(), at))
            .collect();
        let lengths: Vec<f32> = sentences
            .iter()
            .map(|sentence| surface::read(sentence).length)
            .collect();
        let mut vectors = Vec::new();
        for count in 1..=crate::monotone::SIDE {
            let mut matrix = Vec::with_capacity(dims * sentences.len());
            for window in sentences.windows(count) {
                let words: Vec<&str> = window.iter().map(|words| words.trim()).collect();
                let joined = words.join(" ");
                let row = places.get(joined.as_str());
                let row = row.and_then(|row| values.get(row * dims..(row + 1) * dims));
                let Some(row) = row else { break };
                let norm = encoder::cosine(row, row).sqrt().max(f32::MIN_POSITIVE);
                matrix.extend(row.iter().map(|x| x / norm));
            }
            if matrix.len() < dims * (sentences.len() + 1).saturating_sub(count) {
                if count == 1 {
                    return Err(matrix.len() / dims.max(1) + 1);
                }
                break;
            }
            vectors.push(matrix);
        }
        Ok(Self::of_vectors(&lengths, dims, vectors))
    }
}

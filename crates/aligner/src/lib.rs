//! Which sentences of which reports say the same: beads of two texts, statements over many.
//!
//! The aligner knows sentences only by what can be compared: their vectors, their letters and
//! words, their anchors (numbers, dates, names). [`Text`] holds that; a text is made from a
//! [`Report`] or from plain lines. [`statements`] is the entry for reports.

mod anchors;
mod as_well;
mod band;
mod candidates;
mod choose;
mod clauses;
mod cluster;
mod company;
mod copies;
mod duplicates;
pub mod formats;
mod free;
mod lone;
mod monotone;
mod nearest;
mod parts;
mod rarity;
mod refine;
mod settle;
mod sound;
mod statements;
mod surface;
mod text;
mod track;
mod vocabulary;
mod weigh;
mod wide;
mod witness;

pub use clauses::{PARTS, SAYS, clauses};
pub use company::company;
pub use copies::copies;
pub use lone::{LONE, Order, lone_features};
pub use parts::Parts;
pub use text::Text;
pub use weigh::{AFTER, FEATURES, Setting, TOLD_BY_OTHERS, after, features, told_by_others};
pub use witness::{Witnesses, witnesses};

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
    /// 0 to 1: how likely it is that some sentence of another report, which stands outside, says
    /// the same as one of its sentences.
    pub rival: f32,
    /// Sentences of other statements that tell this one as a part of what they say, of reports that
    /// have no sentence in it, sorted. A closer look at what they say may find more.
    pub as_well: Vec<SentenceRef>,
    /// Of every other report the sentence that comes nearest to telling it, where one comes near at
    /// all, by report: whether it is missing there is best asked of this one.
    pub nearest: Vec<Near>,
}

/// A sentence that may tell a statement in which it does not stand.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Near {
    /// The sentence.
    pub at: SentenceRef,
    /// 0 to 1: how likely it is that it, or one of its clauses, tells the statement.
    pub likely: f32,
}

/// A report may tell a statement all the same from this likelihood of its nearest sentence on. Of
/// statements of two reports or more two fifths such reports do on the project's events and three
/// fifths on those held back, of the others 6 and 15 in a hundred (`cargo xtask score statements`).
const PERHAPS: f32 = 0.2;

impl Near {
    /// Whether it cannot be said that its report does not tell the statement.
    pub fn is_perhaps(&self) -> bool {
        self.likely >= PERHAPS
    }
}

impl Statement {
    /// Whoever tells it, in a sentence of its own or inside another.
    pub fn tellers(&self) -> impl Iterator<Item = SentenceRef> {
        self.sentences.iter().chain(&self.as_well).copied()
    }

    /// The sentence of a report that comes nearest to telling it, where the report does not tell it.
    pub fn nearest_in(&self, report: usize) -> Option<&Near> {
        self.nearest.iter().find(|near| near.at.report == report)
    }
}

/// The statements of several reports: every sentence is in exactly one and may tell others
/// [as well](Statement::as_well), the order of the reports
/// changes nothing but the indexes.
pub fn statements(reports: &[Report], encoder: &dyn Encoder) -> Vec<Statement> {
    let mut order: Vec<usize> = (0..reports.len()).collect();
    order.sort_by_key(|&at| {
        reports.get(at).map(|report| {
            let article = &report.document.article;
            (&article.id, &article.outlet, &article.text)
        })
    });
    let sorted: Vec<Report> = order
        .iter()
        .filter_map(|&at| reports.get(at).cloned())
        .collect();
    let texts = Text::of_reports(&sorted, encoder);
    let mut statements = statements::of_texts(&texts);
    for statement in &mut statements {
        for sentences in [&mut statement.sentences, &mut statement.as_well] {
            for sentence in sentences.iter_mut() {
                sentence.report = order.get(sentence.report).copied().unwrap_or_default();
            }
            sentences.sort_unstable();
        }
        for near in &mut statement.nearest {
            near.at.report = order.get(near.at.report).copied().unwrap_or_default();
        }
        statement.nearest.sort_unstable_by_key(|near| near.at);
    }
    statements.sort_by(|a, b| a.sentences.cmp(&b.sentences));
    statements
}

/// The statements of several texts without spans, in the order of their first sentence. Ties are
/// broken by the order of the texts.
pub fn statements_of_texts(texts: &[Text]) -> Vec<Statement> {
    statements::of_texts(texts)
}

/// Two sentences that may say the same, with what speaks for it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Comparison {
    /// The sentence of the earlier text.
    pub left: SentenceRef,
    /// The sentence of the later text.
    pub right: SentenceRef,
    /// The parts of the score.
    pub parts: Parts,
    /// Which weights hold.
    pub setting: Setting,
    /// 0 to 1: how likely it is that they say the same.
    pub probability: f32,
}

/// All pairs of sentences of several texts that were looked at closely.
pub fn comparisons(texts: &[Text]) -> Vec<Comparison> {
    statements::comparisons(texts)
}

/// How two texts relate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Mode {
    /// Translations and versions: the order is kept.
    Monotone,
    /// Independent reports: any order, much that only one of them says.
    Free,
}

/// The beads of two texts.
#[derive(Debug, Clone, PartialEq)]
pub struct Alignment {
    /// How the texts were aligned.
    pub mode: Mode,
    /// What both say, by place in the first text.
    pub beads: Vec<Bead>,
}

/// Aligns two texts. Where no mode is named, it is found out from how far the surest matches keep
/// one order.
pub fn align(left: &Text, right: &Text, mode: Option<Mode>) -> Alignment {
    let rarity = rarity::Rarity::of([left, right]);
    let mode = mode.unwrap_or_else(|| choose::mode(left, right, &rarity));
    let beads = match mode {
        Mode::Monotone => {
            let tracks = [left, right].map(|text| track::Track::of_text(text, &rarity));
            let [first, second] = &tracks;
            let mut beads = monotone::align(first, second);
            if left.looked_at_closely() && right.looked_at_closely() {
                for _ in 0..CLOSER {
                    let Some(close) = refine::Close::new(left, right, &rarity, &beads) else {
                        break;
                    };
                    beads = monotone::refine(first, second, &close, &beads);
                }
                likelihoods(&mut beads, left, right, &rarity);
            }
            beads
        }
        Mode::Free => {
            let weighted = rarity::Weighted::both(left, right, &rarity);
            let [first, second] = &weighted;
            let needs = free::Needs::of(left, right);
            free::beads(&free::shared(first, second), left.len(), right.len(), needs)
        }
    };
    Alignment { mode, beads }
}

/// So many times a translation is looked at closely: what the first time teaches of its words
/// helps the second time; a third brings nothing more.
const CLOSER: usize = 2;

/// Gives the beads of a translation the score that free mode would give them: the likelihood that
/// both sides, read as one each, say the same.
fn likelihoods(beads: &mut [Bead], left: &Text, right: &Text, rarity: &rarity::Rarity) {
    let setting = Setting::of(&left.language, &right.language);
    let weighted = rarity::Weighted::both(left, right, rarity);
    let joined = |text: &rarity::Weighted, at: &[usize]| {
        let mut sentences = at.iter().filter_map(|at| text.sentences.get(*at));
        let first = sentences.next()?.clone();
        Some(sentences.fold(first, |all, next| all.join(next)))
    };
    for bead in beads {
        if let (Some(first), Some(second)) = (
            joined(&weighted[0], &bead.left),
            joined(&weighted[1], &bead.right),
        ) {
            let mut parts = Parts::between(&first, &second);
            parts.look_closely(&first, &second, &weighted[0].vocabulary);
            parts.margin_left = parts.nearness() - candidates::ELSE;
            parts.margin_right = parts.margin_left;
            // What stands around a bead of a translation is translated as well.
            (parts.company, parts.company_lines) = (0.5, 0.5);
            bead.score = weigh::probability(&parts, setting);
        }
    }
}

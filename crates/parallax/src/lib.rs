//! Compare what several news reports of one event say, over languages.
//!
//! ```
//! use parallax::{Article, Options};
//!
//! let articles = [
//!     Article::new("gulf-wire", "The attack killed 1,170 people, the ministry said."),
//!     Article::new("north-post", "About 1,139 people died in the attack."),
//! ];
//! let comparison = parallax::compare(&articles, &Options::default());
//! assert_eq!(comparison.reports.len(), 2);
//! ```

mod group;

/// The README's example is run with the others.
#[cfg(doctest)]
#[doc = include_str!("../../../README.md")]
struct Readme;

pub use aligner::{Bead, Report, SentenceRef, Statement};
pub use differ::review::{Decision, Reviewed, Ruling};
pub use differ::{Comparison, Evidence, Finding, Kind, Verdict};
pub use encoder::Encoder;
pub use extractor::Mention;
pub use group::group;
pub use segmenter::{Article, CodePoints, Document, Span};

use rayon::prelude::*;
use std::fmt;
use std::sync::Arc;

/// What can be set on a comparison.
#[derive(Clone, Default)]
#[non_exhaustive]
pub struct Options {
    encoder: Option<Arc<dyn Encoder>>,
    review: Vec<Decision>,
    min_confidence: Option<f32>,
}

/// Findings that are less likely right than this are left out where nothing else is asked for:
/// what is shown shall be right nine times in ten (see `docs/findings.md`).
pub const MIN_CONFIDENCE: f32 = 0.55;

impl Options {
    /// Takes another encoder in place of the built-in one.
    #[must_use]
    pub fn with_encoder(mut self, encoder: Arc<dyn Encoder>) -> Self {
        self.encoder = Some(encoder);
        self
    }

    /// Honours what a person decided about the links, verdicts and speakers of an earlier run.
    #[must_use]
    pub fn with_review(mut self, decisions: Vec<Decision>) -> Self {
        self.review = decisions;
        self
    }

    /// Shows findings from this confidence on, 0 to 1, in place of [`MIN_CONFIDENCE`].
    #[must_use]
    pub fn with_min_confidence(mut self, least: f32) -> Self {
        self.min_confidence = Some(least);
        self
    }

    /// The encoder that sentences are compared with.
    pub fn encoder(&self) -> &dyn Encoder {
        self.encoder
            .as_deref()
            .unwrap_or_else(|| encoder::builtin())
    }
}

impl fmt::Debug for Options {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Options")
            .field("encoder", &self.encoder.as_ref().map(|e| e.dims()))
            .field("review", &self.review.len())
            .field("min_confidence", &self.min_confidence)
            .finish()
    }
}

/// Compares reports of one event. The order of the articles changes nothing.
pub fn compare(articles: &[Article], options: &Options) -> Comparison {
    let mut sorted: Vec<&Article> = articles.iter().collect();
    sorted.sort_by(|a, b| (&a.id, &a.text).cmp(&(&b.id, &b.text)));
    let reports: Vec<Report> = sorted
        .par_iter()
        .map(|article| {
            let document = segmenter::segment((*article).clone());
            let mentions = extractor::extract(&document);
            Report { document, mentions }
        })
        .collect();
    let statements = aligner::statements(&reports, options.encoder());
    let mut comparison = differ::compare_reviewed(reports, statements, &options.review);
    comparison.keep_likely(options.min_confidence.unwrap_or(MIN_CONFIDENCE));
    comparison
}

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

pub use aligner::{Bead, Report, SentenceRef, Statement};
pub use differ::{Comparison, Evidence, Finding, Kind, Verdict};
pub use extractor::Mention;
pub use segmenter::{Article, CodePoints, Document, Span};

use rayon::prelude::*;

/// What can be set on a comparison.
#[derive(Debug, Clone, Default)]
#[non_exhaustive]
pub struct Options {}

/// Compares reports of one event. The order of the articles changes nothing.
pub fn compare(articles: &[Article], _options: &Options) -> Comparison {
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
    let statements = aligner::statements(&reports, encoder::builtin());
    differ::compare(reports, statements)
}

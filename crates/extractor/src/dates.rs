//! Dates.

use crate::Mention;
use segmenter::Document;

/// The dates of a document.
pub(crate) fn find(_document: &Document) -> Vec<Mention> {
    Vec::new()
}

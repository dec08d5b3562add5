//! Names.

use crate::Mention;
use segmenter::Document;

/// The names of a document.
pub(crate) fn find(_document: &Document) -> Vec<Mention> {
    Vec::new()
}

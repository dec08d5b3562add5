//! Precision and recall of sentences, mentions, alignments and findings against gold.

pub mod agreement;
pub mod alignment;
pub mod findings;
pub mod gold;
mod measure;
pub mod worked;

pub use measure::Measure;

//! Precision and recall against gold.
